"""The catalogue: every layer and map that a workspace declares, checked as a whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from gisplan.catalog import check_map, declaration
from gisplan.catalog.analyses import Analysis
from gisplan.catalog.completeness import check_completeness, with_units
from gisplan.catalog.context import with_context
from gisplan.catalog.inherit import inherit
from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.map import MapSpec
from gisplan.catalog.read_layer import NAME, Derived, read_layer
from gisplan.catalog.read_map import read_map
from gisplan.catalog.workspace import MARKER, Workspace
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All layers and maps of a workspace.

    Attributes
    ----------
    layers : mapping of str to LayerSpec
        By name; in an order in which each stands after the layers it is made from, and is held
        against.
    maps : mapping of str to MapSpec
        By name.
    declared : mapping of str to LayerSpec or Derived
        The layers as their own declarations have them, without what they inherit.
    notes : tuple of Text
        What is right today and won't be in the next release.
    """

    layers: Mapping[str, LayerSpec]
    maps: Mapping[str, MapSpec]
    declared: Mapping[str, LayerSpec | Derived] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()

    def needed_by(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Give the layers named and all that they are made from, in the catalogue's order.

        Parameters
        ----------
        names : tuple of str
            Names of layers.

        Returns
        -------
        tuple of str
            Names, each after those it is made from.
        """
        wanted: set[str] = set()
        stack = list(names)
        while stack:
            name = stack.pop()
            if name not in wanted:
                wanted.add(name)
                stack.extend(self.layers[name].made_from)
        return tuple(name for name in self.layers if name in wanted)


def load(workspace: Workspace, analyses: Mapping[str, Analysis]) -> Catalog:
    """Read every declaration of a workspace.

    Parameters
    ----------
    workspace : Workspace
        The workspace.
    analyses : mapping of str to Analysis
        Those that layers may name.

    Returns
    -------
    Catalog
        All layers and maps, checked against each other.

    Raises
    ------
    DeclarationError
        With all faults found: unknown or missing keys, missing files, layers that are made
        from unknown layers or, in a circle, from themselves, analyses given what they don't take,
        columns that nothing gives, maps of unknown layers or columns.
    """
    faults: list[Text] = []
    declared: dict[str, LayerSpec | Derived] = {}
    unreadable: set[str] = set()
    for path in _declarations(workspace.layers, faults):
        entry = declaration.load(path, faults=faults)
        if entry.readable:
            declared[path.stem] = with_units(read_layer(entry), workspace.roles.units)
        else:
            unreadable.add(path.stem)
    maps = {
        path.stem: read_map(declaration.load(path, faults=faults), workspace.review_number)
        for path in _declarations(workspace.maps, faults)
    }
    declared, notes = _renamed(declared, analyses)
    layers = resolve(declared, analyses, faults, unreadable=unreadable)
    maps = {
        name: with_context(spec, workspace.roles, layers, workspace.defaults)
        for name, spec in maps.items()
    }
    unknown = unreadable | (set(declared) - set(layers))
    for spec in layers.values():
        faults.extend(check_completeness(spec, layers))
    for item in maps.values():
        check_map.check(item, layers, faults, unknown=unknown)
    workspace.roles.check({*declared, *unreadable}, faults, file=MARKER)
    declaration.refuse(faults)
    return Catalog(layers=layers, maps=maps, declared=declared, notes=notes)


def resolve(
    declared: Mapping[str, LayerSpec | Derived],
    analyses: Mapping[str, Analysis],
    faults: list[Text],
    *,
    unreadable: Collection[str] = (),
) -> dict[str, LayerSpec]:
    """Put layers in the order of their making, each with what it inherits.

    Parameters
    ----------
    declared : mapping of str to LayerSpec or Derived
        By name.
    analyses : mapping of str to Analysis
        By name.
    faults : list of Text
        Gets what is wrong.
    unreadable : collection of str
        Layers that are there, but of which nothing is known.

    Returns
    -------
    dict of str to LayerSpec
        Without those whose columns can't be told.
    """
    layers: dict[str, LayerSpec] = {}
    for name in _order(declared, faults, unreadable):
        item = declared[name]
        spec = inherit(item, layers, analyses, faults) if isinstance(item, Derived) else item
        if spec is not None:
            layers[name] = spec
    return layers


def _declarations(folder: Path, faults: list[Text]) -> list[Path]:
    paths = sorted(folder.glob("*.toml"))
    for path in paths:
        if not NAME.fullmatch(path.stem):
            faults.append(
                Text(
                    f"{path.name}：文件名即图层名，只能用小写字母、数字和下划线",
                    f"{path.name}: the file's name is the layer's: only a-z, 0-9 and _",
                )
            )
    return paths


def _renamed(
    declared: Mapping[str, LayerSpec | Derived], analyses: Mapping[str, Analysis]
) -> tuple[dict[str, LayerSpec | Derived], tuple[Text, ...]]:
    """Put today's names of analyses in the place of those of the last release, with a note.

    Parameters
    ----------
    declared : Mapping[str, LayerSpec | Derived]
        Declarations by layer.
    analyses : mapping of str to Analysis
        Analyses by name; those of old names are known to today's.

    Returns
    -------
    tuple[dict[str, LayerSpec | Derived], tuple[Text, ...]]
        The declarations, and a note for each that was changed.
    """
    found, notes = dict(declared), []
    for name, item in declared.items():
        if not isinstance(item, Derived) or item.origin.method not in analyses:
            continue
        now, before = analyses[item.origin.method], item.origin.method
        if now.name == before:
            continue
        table = now.formerly[before]
        found[name] = item.as_of(now.name, table)
        more = f'，table = "{table}"' if table else ""
        notes.append(
            Text(
                f'{name}.toml：分析方法 {before} 现为 analysis = "{now.name}"{more}；'
                "旧名下一版不再可用，请改过来",
                f'{name}.toml: analysis {before} is now analysis = "{now.name}"'
                f"{more.replace('，', ', ')}; the old name goes with the next release, please"
                " change it",
            )
        )
    return found, tuple(notes)


def _order(
    declared: Mapping[str, LayerSpec | Derived], faults: list[Text], unreadable: Collection[str]
) -> tuple[str, ...]:
    for name, item in declared.items():
        faults.extend(
            Text(
                f"{name}.toml: from.inputs：没有图层 {needed}",
                f"{name}.toml: from.inputs: there is no layer {needed}",
            )
            for needed in item.made_from
            if needed and needed not in declared and needed not in unreadable
        )
        faults.extend(
            Text(
                f"{name}.toml: covers / totals：没有图层 {needed}",
                f"{name}.toml: covers / totals: there is no layer {needed}",
            )
            for needed in item.held_against
            if needed not in declared and needed not in unreadable
        )
    graph = {
        name: [n for n in (*item.made_from, *item.held_against) if n in declared]
        for name, item in declared.items()
    }
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = " -> ".join(reversed(error.args[1]))
        faults.append(
            Text(
                f"{error.args[1][0]}.toml: from.inputs：图层互为来源，成了循环：{circle}",
                f"{error.args[1][0]}.toml: from.inputs: made from each other in a circle: {circle}",
            )
        )
        # the others can still be told of
        known = [name for name in declared if not graph[name]]
        while more := [n for n in graph if n not in known and set(graph[n]) <= set(known)]:
            known += more
        return tuple(known)
