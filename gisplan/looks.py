"""What maps declare of a layer's look, worked out for programs that draw it themselves."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from gisplan.catalog import Catalog
from gisplan.composition import MapLayer, MapSpec, Style
from gisplan.export.prepared import Look, LookClass, Prepared
from gisplan.export.project import Entry, Group
from gisplan.present import palettes
from gisplan.present.classify import classify
from gisplan.schema import Column, Layer, LayerSpec
from gisplan.text import Text

_UNKNOWN = Text("无数据", "no data")
#: Classes of a raster of numbers.
_STEPS = 7


def first(maps: Iterable[MapSpec], layer: Layer) -> Look | None:
    """Give the look of a layer on the first map that shows it.

    Parameters
    ----------
    maps : iterable of MapSpec
    layer : Layer

    Returns
    -------
    Look or None
        None if no map shows it. A raster has a look of its own, see :func:`of_cells`.
    """
    if layer.raster is not None:
        return of_cells(layer)
    for spec in maps:
        for group in spec.groups:
            for item in group.layers:
                if item.layer == layer.spec.name:
                    return worked_out(item.style, layer)
    return None


def worked_out(style: Style, layer: Layer) -> Look:
    """Work out the classes of a declared style.

    The marks that tell the precision of positions have no counterpart in other programs and
    become plain ones; the column ``precision`` goes with the layer.

    Parameters
    ----------
    style : Style
    layer : Layer

    Returns
    -------
    Look
    """
    classes: tuple[LookClass, ...] = ()
    if style.column and style.kind == "choropleth":
        classes = _ranges(style, layer)
    elif style.column and style.kind in ("categories", "points"):
        classes = _categories(style, layer)
    kind = "single" if not classes else "ranges" if style.kind == "choropleth" else "categories"
    return Look(
        kind=kind,  # type: ignore[arg-type]
        filled=style.kind != "outline",
        color=style.color,
        weight=style.weight,
        dash=style.dash,
        opacity=style.opacity,
        column=style.column if classes else None,
        classes=classes,
        label=_label(style, layer.spec),
    )


def of_cells(layer: Layer) -> Look:
    """Work out the look of a raster: its codes, or equal steps from its least value to its most.

    Parameters
    ----------
    layer : Layer
        Of geometry ``raster``.

    Returns
    -------
    Look
    """
    column = layer.spec.columns[0]
    if column.values:
        codes = tuple(
            LookClass(
                color=color,
                words=column.labels.get(str(code)) or Text(str(code), str(code)),
                value=str(code),
            )
            for code, color in zip(
                column.values, palettes.categories(len(column.values)), strict=True
            )
        )
        return Look(kind="categories", column=column.name, classes=codes)
    facts = layer.table.iloc[0]
    least, most = float(facts["minimum"]), float(facts["maximum"])
    steps = _STEPS if least < most else 1
    bounds = [least + (most - least) * step / steps for step in range(steps)] + [most]
    classes = tuple(
        LookClass(
            color=color, words=_range(low, high, column, open_end=False), lower=low, upper=high
        )
        for color, (low, high) in zip(
            palettes.sequence("viridis", steps), itertools.pairwise(bounds), strict=True
        )
    )
    return Look(kind="ranges", column=column.name, classes=classes)


def _label(style: Style, spec: LayerSpec) -> str | None:
    name = style.label_column
    if name is None or name in spec.column_names:
        return name
    return f"{name}_zh" if f"{name}_zh" in spec.column_names else None


def _ranges(style: Style, layer: Layer) -> tuple[LookClass, ...]:
    assert style.column is not None  # noqa: S101  the caller looked
    column = layer.spec.column(style.column)
    values = np.asarray(
        layer.table[style.column].astype("Float64").to_numpy(na_value=np.nan), dtype=float
    )
    cut = classify(values, scheme=style.scheme, classes=style.classes, breaks=style.breaks)
    if not cut.upper:
        return ()
    colors = palettes.sequence(style.palette, len(cut.upper))
    # an open class ends where the values do
    lowest, highest = float(np.nanmin(values)), float(np.nanmax(values))
    bounds = [min(lowest, cut.upper[0]), *cut.upper]
    if np.isinf(bounds[-1]):
        bounds[-1] = max(highest, bounds[-2])
    return tuple(
        LookClass(
            color=color,
            words=_range(low, high, column, open_end=bool(np.isinf(upper))),
            lower=low,
            upper=high,
        )
        for color, (low, high), upper in zip(
            colors, itertools.pairwise(bounds), cut.upper, strict=True
        )
    )


def _range(low: float, high: float, column: Column, *, open_end: bool) -> Text:
    said = f"> {low:,.10g}" if open_end else f"{low:,.10g} – {high:,.10g}"
    unit = column.unit or Text("", "")
    return Text(f"{said} {unit.zh}".strip(), f"{said} {unit.en}".strip())


def _categories(style: Style, layer: Layer) -> tuple[LookClass, ...]:
    assert style.column is not None  # noqa: S101  the caller looked
    column = layer.spec.column(style.column)
    values = layer.table[style.column]
    found = sorted({str(value) for value in values.dropna()})
    declared = [name for name in (*style.colors, *style.labels) if name in found]
    names = list(dict.fromkeys([*declared, *found]))
    left = iter(palettes.categories(len(names)))
    classes = [
        LookClass(
            color=style.colors[name] if name in style.colors else next(left),
            words=style.labels.get(name) or column.labels.get(name) or Text(name, name),
            value=name,
        )
        for name in names
    ]
    if values.isna().any():
        words = style.labels.get("", _UNKNOWN)
        classes.append(LookClass(color=palettes.NO_DATA, words=words, value=""))
    return tuple(classes)


def groups(
    listed: Catalog,
    items: Mapping[str, Prepared],
    *,
    others: Text,
    rasters: Text,
    tables: Text,
) -> tuple[Group, ...]:
    """Put layers into the groups of the maps, from bottom to top.

    Groups of one title, such as the administrative units of every map, are one; the outline of a
    layer is in it once.

    Parameters
    ----------
    listed : Catalog
    items : mapping of str to Prepared
    others, rasters, tables : Text
        Titles of the groups of layers that no map shows, of rasters among them, and of tables.

    Returns
    -------
    tuple of Group
    """
    found: dict[Text, list[Entry]] = {}
    shown = {one.layer for spec in listed.maps.values() for g in spec.groups for one in g.layers}
    drawn: set[str] = set()
    filled = False
    for spec in listed.maps.values():
        for group in spec.groups:
            for one in group.layers:
                plain = one.style.kind == "outline"
                if one.layer not in items or (plain and one.layer in drawn):
                    continue
                if plain:
                    drawn.add(one.layer)
                # Areas would hide each other: those of one layer are shown, the rest are there.
                cells = items[one.layer].is_raster
                covers = (cells or one.style.kind == "choropleth") and one.show
                entry = _entry(one, items[one.layer], show=one.show and not (covers and filled))
                filled |= covers
                found.setdefault(group.title, []).append(entry)
    result = [
        Group(title=title, entries=tuple(sorted(inside, key=_weight)))
        for title, inside in sorted(found.items(), key=lambda item: _height(item[1]))
    ]
    rest = [item for name, item in items.items() if name not in shown]
    kinds = (
        (others, [item for item in rest if item.has_shapes]),
        (rasters, [item for item in rest if item.is_raster]),
        (tables, [item for item in rest if not item.has_shapes and not item.is_raster]),
    )
    for title, kind in kinds:
        inside = tuple(Entry(item=item, title=item.spec.title, show=False) for item in kind)
        if inside:
            result.insert(0, Group(title=title, entries=inside))
    return tuple(result)


def _height(entries: Sequence[Entry]) -> int:
    """Areas lie below outlines, and points above both."""
    return max(
        2 if entry.item.spec.geometry == "point" else int(not _is_filled(entry))
        for entry in entries
    )


def _weight(entry: Entry) -> float:
    """Put a thick outline, of a higher level, above a thin one; areas and points stay."""
    look = entry.item.look
    return look.weight if look is not None and not look.filled else 0.0


def _is_filled(entry: Entry) -> bool:
    return entry.item.look is not None and entry.item.look.filled


def _entry(one: MapLayer, item: Prepared, *, show: bool) -> Entry:
    look = item.look if item.is_raster else worked_out(one.style, item.layer)
    styled = Prepared(layer=item.layer, datum=item.datum, look=look)
    return Entry(item=styled, title=one.title or item.spec.title, show=show)
