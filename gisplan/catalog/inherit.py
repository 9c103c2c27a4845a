"""What a layer inherits: columns of the layers that it is made from and of its analysis.

A column that comes from a layer given to the analysis keeps its declaration; what the analysis
adds is declared beside the analysis; sources, licences and the date come from all layers given, so
that lineage can't be forgotten. A declaration says only what is new or different.
"""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from gisplan.catalog.analyses import Analysis, MissingColumnError, TableSpec
from gisplan.catalog.check_layer import check_layer
from gisplan.catalog.check_origin import check_origin
from gisplan.catalog.declaration import fault_at
from gisplan.catalog.layer import CameFrom, Column, Complete, LayerSpec, PartialList, Source
from gisplan.catalog.read_layer import Derived
from gisplan.catalog.worth import bound_of, may_lack, plain, qualified, worst
from gisplan.text import Text


def inherit(
    derived: Derived,
    layers: Mapping[str, LayerSpec],
    analyses: Mapping[str, Analysis],
    faults: list[Text],
) -> LayerSpec | None:
    """Put together what a layer says and what it inherits.

    Parameters
    ----------
    derived : Derived
        What its declaration says.
    layers : mapping of str to LayerSpec
        Those that it is made from, at least.
    analyses : mapping of str to Analysis
        By name.
    faults : list of Text
        Gets what is wrong with it.

    Returns
    -------
    LayerSpec or None
        None where so much is wrong that its columns are not known.
    """
    origin = derived.origin
    wrong = check_origin(derived.path, origin, layers, analyses)
    faults.extend(wrong)
    given = {key: layers[name] for key, name in origin.inputs.items() if name in layers}
    if wrong or len(given) < len(origin.inputs):
        return None
    analysis = analyses[origin.method]
    try:
        table = analysis.table(origin.table, analysis.given(given, origin.parameters))
    except MissingColumnError as error:
        faults.append(_needed(derived, error))
        return None
    if "raster" in (table.geometry, derived.said.get("geometry", table.geometry)) and (
        derived.said.get("geometry", table.geometry) != table.geometry
    ):
        what = Text("栅格", "a raster") if table.geometry == "raster" else Text("表", "a table")
        faults.append(
            fault_at(
                derived.path,
                "geometry",
                f"分析方法 {origin.method} 得出的是{what.zh}，请相应声明 geometry，或不写",
                f"analysis {origin.method} gives {what.en}; declare geometry accordingly, or"
                " leave it out",
            )
        )
        return None
    came_from = {key: _of_analysis(derived) for key in ("geometry", "key", "positions")}
    for key in derived.said:
        came_from.pop(key, None)
    for column in table.columns:
        came_from[f"columns.{column.name}"] = _origin_of(column, derived, given.values())
    columns = _columns(derived, table, came_from, faults, _partial(given))
    lists = _partial_lists(derived, table, columns, given)
    licences = _licences(derived, given.values())
    came_from["licence"] = tuple(CameFrom(layer=layer) for layer in licences.values())
    vintage = table.vintage or "; ".join(dict.fromkeys(spec.vintage for spec in given.values()))
    said: dict[str, Any] = {
        "geometry": table.geometry,
        "geometry_required": table.geometry_required,
        "key": table.key,
        "positions": table.positions,
        "vintage": vintage,
        "complete": _complete(table, given),
        **derived.said,
        "licence": "; ".join(licences),
    }
    spec = LayerSpec(
        name=derived.name,
        title=derived.title,
        description=derived.description,
        columns=columns,
        origin=origin,
        sources=unite(derived.sources, *(each.sources for each in given.values())),
        path=derived.path,
        covers=derived.covers,
        totals=derived.totals,
        came_from=came_from,
        partial_lists=lists,
        **said,
    )
    faults.extend(check_layer(spec))
    return spec


def _partial(given: Mapping[str, LayerSpec]) -> frozenset[str]:
    return frozenset(name for name, spec in given.items() if may_lack(spec.complete))


def _complete(table: TableSpec, given: Mapping[str, LayerSpec]) -> Complete:
    of = table.rows_of or tuple(given)
    return worst(given[name].complete for name in of if name in given)


def _partial_lists(
    derived: Derived,
    table: TableSpec,
    columns: Iterable[Column],
    given: Mapping[str, LayerSpec],
) -> tuple[PartialList, ...]:
    """Give the lists behind the rows, and behind the columns that say so.

    Parameters
    ----------
    derived : Derived
        The layer's declaration.
    table : TableSpec
        The analysis' table that it takes.
    columns : Iterable[Column]
        Its columns, resolved.
    given : mapping of str to LayerSpec
        Layer of each input.

    Returns
    -------
    tuple of PartialList
        Each list once.
    """
    wanted = {column.name for column in columns if column.bound is not None}
    behind = {name for column in table.columns if column.name in wanted for name in column.depends}
    behind |= set(table.rows_of or given)
    for name, spec in given.items():
        if any(column.bound is not None and column.name in wanted for column in spec.columns):
            behind.add(name)
    if derived.complete is True and not wanted:
        return ()
    found = (each for name, spec in given.items() if name in behind for each in spec.partial_lists)
    own = PartialList(layer=derived.name, title=derived.title, complete=derived.complete)
    return tuple(dict.fromkeys(found)) or ((own,) if derived.complete in (False, "unknown") else ())


def unite(*lists: Iterable[Source]) -> tuple[Source, ...]:
    """Give the sources of several lists, each once.

    Parameters
    ----------
    *lists : iterable of Source
        Sources.

    Returns
    -------
    tuple of Source
        In the order in which they first stand; notes that differ are put one behind the other.
    """
    found: dict[tuple[Text | str, ...], Source] = {}
    for source in (each for sources in lists for each in sources):
        key = (source.title, source.publisher, source.date, source.url)
        known = found.get(key)
        if known is None:
            found[key] = source
            continue
        notes = [note for note in (known.note, source.note) if note is not None]
        found[key] = dataclasses.replace(
            known,
            note=_joined(notes),
            layers=tuple(dict.fromkeys((*known.layers, *source.layers))),
        )
    return tuple(found.values())


def _joined(notes: Iterable[Text]) -> Text | None:
    zh: dict[str, None] = {}
    en: dict[str, None] = {}
    for note in notes:
        zh |= dict.fromkeys(note.zh.split("；"))
        en |= dict.fromkeys(note.en.split("; "))
    return Text("；".join(zh), "; ".join(en)) if zh else None


def _licences(derived: Derived, given: Iterable[LayerSpec]) -> dict[str, str]:
    """Give the licences of all, each once, with the layer that states it.

    Parameters
    ----------
    derived : Derived
        What the layer's own declaration says.
    given : Iterable[LayerSpec]
        Declarations of its inputs.

    Returns
    -------
    dict of str to str
        Name of a layer by licence.
    """
    found: dict[str, str] = {}
    own = derived.said.get("licence", "")
    for text, layer in ((own, derived.name), *((spec.licence, spec.name) for spec in given)):
        for part in text.split("; "):
            if part:
                found.setdefault(part, layer)
    return found


def _of_analysis(derived: Derived) -> tuple[CameFrom, ...]:
    return (CameFrom(layer=derived.name, analysis=derived.origin.method),)


def _origin_of(
    column: Column, derived: Derived, given: Iterable[LayerSpec]
) -> tuple[CameFrom, ...]:
    """Tell where a column is declared: in a layer, near or far, or by an analysis.

    Parameters
    ----------
    column : Column
        Declaration of the column.
    derived : Derived
        What the layer's own declaration says.
    given : Iterable[LayerSpec]
        Declarations of its inputs.

    Returns
    -------
    tuple of CameFrom
        One or more places.
    """
    for spec in given:
        if any(column is each for each in spec.columns):
            known = spec.came_from.get(f"columns.{column.name}", (CameFrom(layer=spec.name),))
            # what that layer says itself is what stands
            return (CameFrom(layer=spec.name),) if known[0].changed else known
    return _of_analysis(derived)


def _columns(
    derived: Derived,
    table: TableSpec,
    came_from: dict[str, tuple[CameFrom, ...]],
    faults: list[Text],
    partial: frozenset[str],
) -> tuple[Column, ...]:
    bounds = {column.name: bound_of(column, partial) for column in table.columns}
    found = {column.name: column for column in table.columns}
    if table.geometry == "raster" and len(derived.columns) == 1:
        # a raster has one column, which may be called as one likes
        (made,), name = table.columns, next(iter(derived.columns))
        found = {name: dataclasses.replace(made, name=name)}
        came_from[f"columns.{name}"] = came_from.pop(f"columns.{made.name}")
        bounds = {name: bounds[made.name]}
    for name, said in derived.columns.items():
        change = said.said
        if name not in found:
            faults.append(_unknown(derived, f"columns.{name}", name, found))
            continue
        if "values" in change and "labels" not in change:
            # words for values that are no more are no more either
            known = found[name].labels
            labels = {value: known[value] for value in change["values"] if value in known}
            change = {**change, "labels": labels}
        found[name] = dataclasses.replace(found[name], **change)
        key = f"columns.{name}"
        came_from[key] = tuple(
            dataclasses.replace(each, changed=tuple(change)) for each in came_from[key]
        )
    for name, column in found.items():
        # a column that is taken over as it was stays that very object
        unsaid = bounds[name] is not None and plain(column.title) == column.title
        if column.depends or unsaid:
            found[name] = qualified(column, bounds[name])
    for name in derived.select:
        if name not in found:
            faults.append(_unknown(derived, "select", name, found))
    for name in derived.columns if derived.select else ():
        if name in found and name not in derived.select:
            faults.append(
                fault_at(
                    derived.path,
                    f"columns.{name}",
                    "列不在 select 中",
                    "the column is not among those that select names",
                )
            )
    wanted = derived.select or tuple(found)
    return tuple(found[name] for name in dict.fromkeys(wanted) if name in found)


def _needed(derived: Derived, error: MissingColumnError) -> Text:
    layer = derived.origin.inputs.get(error.given_as, "")
    method, name = derived.origin.method, error.column
    key = f"from.inputs.{error.given_as}"
    if not layer:
        return fault_at(
            derived.path,
            "from.inputs",
            f"分析方法 {method} 需要 {error.given_as}",
            f"analysis {method} needs {error.given_as}",
        )
    if error.values:
        return fault_at(
            derived.path,
            key,
            f"图层 {layer} 的列 {name} 须写明 values 或 labels，分析方法 {method} 由它们得出各列",
            f"layer {layer}, column {name}: its values (or labels) must be declared; analysis"
            f" {method} makes columns of them",
        )
    return fault_at(
        derived.path,
        key,
        f"图层 {layer} 没有列 {name}，分析方法 {method} 需要它",
        f"layer {layer} has no column {name}, which analysis {method} needs",
    )


def _unknown(derived: Derived, key: str, name: str, found: Iterable[str]) -> Text:
    names = list(found)
    near = difflib.get_close_matches(name, names, n=3) or names
    inputs = ", ".join(derived.made_from)
    method = derived.origin.method
    return fault_at(
        derived.path,
        key,
        f"所用图层（{inputs}）和分析方法 {method} 都不给出列 {name}；相近的有：{'、'.join(near)}",
        f"neither the layers ({inputs}) nor the analysis {method} give a column {name};"
        f" near it: {', '.join(near)}",
    )
