"""Two scenarios beside each other: what differs, as a table and as a map."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from gisplan.analysis.tables.difference import (
    Difference,
    columns,
    difference,
    parts_of_demand,
)
from gisplan.api.compare_specs import spec_of_both
from gisplan.api.layers import require_layer
from gisplan.api.scenarios.row_problems import row_problems, state_of
from gisplan.catalog import workspace
from gisplan.catalog.layer import AnalysisOrigin, Layer, LayerSpec
from gisplan.catalog.map import Headline, MapGroup, MapLayer, MapSpec, Style, popup_of
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.escape import inert_csv
from gisplan.files import clean
from gisplan.formats.geojson import to_geojson
from gisplan.formats.metadata import to_sidecar
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline import scenario
from gisplan.pipeline.cache import Record
from gisplan.pipeline.ownership import Ownership
from gisplan.pipeline.progress import Progress, silent
from gisplan.pipeline.resolve import Resolver, resolve_all
from gisplan.pipeline.scenario import Scenario
from gisplan.render.web import webmap
from gisplan.text import Lang, Text

_COLORS = {"changed": "#0072B2", "added": "#009E73", "removed": "#D55E00"}


@dataclass(slots=True)
class Comparison:
    """What differs between two scenarios.

    Attributes
    ----------
    a : Scenario
        The first scenario.
    b : Scenario
        The second.
    compared : tuple of str
        Layers that were held against each other.
    differences : dict of str to Difference
        Of the layers that differ.
    specs : dict of str to LayerSpec
        Of these layers.
    ground : Layer, optional
        Regions to draw below, since rows that do not differ are not on the map.
    parts : dict of str to pandas.DataFrame
        Of layers that differ and tell them: what is served, in reach but full, and out of reach, in
        all; see :func:`gisplan.analysis.tables.difference.parts_of_demand`.
    problems : tuple of Text
        What is wrong in rows that either scenario brings, so that they do not count, or not whole.
    apart : tuple of Text
        Columns that a layer has in one of them alone, which are not compared.
    """

    a: Scenario
    b: Scenario
    compared: tuple[str, ...]
    differences: dict[str, Difference] = field(default_factory=dict)
    specs: dict[str, LayerSpec] = field(default_factory=dict)
    ground: Layer | None = None
    parts: dict[str, pd.DataFrame] = field(default_factory=dict)
    problems: tuple[Text, ...] = ()
    apart: tuple[Text, ...] = ()

    @property
    def title(self) -> Text:
        """What a document of it is called.

        Returns
        -------
        Text
            With the titles of both scenarios.
        """
        a, b = self.a.title, self.b.title
        return Text(f"情景对比：{a.zh}与{b.zh}", f"Scenarios: {a.en} and {b.en}")

    @property
    def beside(self) -> Text:
        """Say which two scenarios they are.

        Returns
        -------
        Text
            Their titles.
        """
        a, b = self.a.title, self.b.title
        return Text(f"甲：{a.zh}；乙：{b.zh}", f"A: {a.en}; B: {b.en}")

    @property
    def cells(self) -> pd.DataFrame:
        """All differences as one table, with the column ``layer`` first.

        Returns
        -------
        pandas.DataFrame
            ``layer``, ``key``, ``kind``, ``column``, ``a``, ``b``, ``change``.
        """
        names = ["layer", "key", "kind", "column", "a", "b", "change"]
        parts = [d.cells.assign(layer=name) for name, d in self.differences.items()]
        if not parts:
            return pd.DataFrame(columns=names)
        return pd.concat(parts, ignore_index=True)[names]


def load_layers(
    names: tuple[str, ...],
    *,
    what_if: Scenario,
    place: Workspace | None = None,
    progress: Progress = silent,
) -> dict[str, Layer]:
    """Give layers as a scenario has them.

    What a scenario needs is kept in ``.gisplan/scenarios/NAME`` and not made again.

    Parameters
    ----------
    names : tuple of str
        Names of layers.
    what_if : Scenario
        The scenario.
    place : Workspace, optional
        The workspace of the current folder if left out.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    dict of str to Layer
        By name.

    Raises
    ------
    OptionError
        If there is no such layer.
    DeclarationError
        If declarations, or the layers that they are made from, are wrong.
    """
    place = place or workspace.find()
    listed = scenario.apply(catalog.load(place), what_if)
    for name in names:
        require_layer(listed, name)
    record = Record.load(state_of(what_if, place))
    clean(*record.folders)  # what a run left that was killed
    resolver = Resolver(listed, record, more=what_if.more)
    needed = listed.needed_by(names)
    try:
        resolve_all(resolver, needed, progress=progress, steps=len(needed))
        return {name: resolver.layer(name) for name in names}
    finally:
        record.save()


def compare(
    a: str, b: str, *, place: Workspace | None = None, progress: Progress = silent
) -> Comparison:
    """Find what differs between two scenarios; nothing is written but what is kept of them.

    Parameters
    ----------
    a, b : str
        Names of scenarios; ``base`` is the layers as they are.
    place : Workspace, optional
        The workspace of the current folder if left out.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    Comparison
        Of all layers that either changes, or that are made from such.

    Raises
    ------
    OptionError
        If a scenario is not there, or both are the same.
    DeclarationError
        If a scenario does not fit the layers, or a layer can't be made.
    """
    place = place or workspace.find()
    if a == b:
        raise OptionError(
            Text(f"两个情景都是 {a}", f"both scenarios are {a}: there is nothing to compare")
        )
    one, two = (scenario.load(place, name) for name in (a, b))
    base = catalog.load(place)
    touched = {
        name for each in (one, two) for name in scenario.affected(scenario.apply(base, each), each)
    }
    names = tuple(name for name in base.layers if name in touched)
    ground = place.roles.optional("prefectures", base.layers)
    wanted = (*names, *((ground,) if ground else ()))
    left = load_layers(wanted, what_if=one, place=place, progress=progress)
    right = load_layers(names, what_if=two, place=place, progress=progress)
    found = Comparison(one, two, names)
    for name in names:
        spec, apart = spec_of_both(left[name].spec, right[name].spec)
        found.apart += apart
        if spec.geometry == "raster":
            continue  # cells have no key by which to be held against each other
        held = difference(left[name].table, right[name].table, spec)
        if not held.cells.empty:
            found.differences[name] = held
            found.specs[name] = spec
            parts = parts_of_demand(left[name].table, right[name].table, spec)
            if parts is not None:
                found.parts[name] = parts
    found.ground = left[ground] if ground else None
    told = (words for each in (one, two) for words in row_problems(each, place=place))
    found.problems = tuple(dict.fromkeys(told))
    return found


def write(
    comparison: Comparison, *, place: Workspace, lang: Lang = "zh", overwrite: bool = False
) -> list[Path]:
    """Write a comparison: a table, and layers and a map of what has a place.

    Parameters
    ----------
    comparison : Comparison
        What differs.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language in which the map opens.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Returns
    -------
    list of pathlib.Path
        ``exports/compare/A_B.csv``; ``exports/compare/A_B_LAYER.geojson`` with its description;
        ``maps/rendered/compare_A_B.html`` if any layer has a place.

    Raises
    ------
    FileError
        If a file can't be written.
    """
    stem = f"{comparison.a.name}_{comparison.b.name}"
    folder = place.exports / "compare"
    files = {folder / f"{stem}.csv": inert_csv(comparison.cells)}
    for name, layer in _placed(comparison).items():
        for ending, make in ((".geojson", to_geojson), (".meta.json", to_sidecar)):
            files[folder / f"{stem}_{name}{ending}"] = make(layer)
    if (page := difference_page(comparison, place=place, lang=lang)) is not None:
        files[place.rendered / f"compare_{stem}.html"] = page.encode()
    owned = Ownership(place)
    # all that would be replaced is told before the first is written
    owned.require(files, overwrite=overwrite)
    for path, content in files.items():
        owned.write(path, content, overwrite=overwrite)
    return list(files)


def difference_page(comparison: Comparison, *, place: Workspace, lang: Lang = "zh") -> str | None:
    """Draw what differs between two scenarios as a map.

    Parameters
    ----------
    comparison : Comparison
        What differs.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language in which the page opens.

    Returns
    -------
    str or None
        HTML that asks no host for anything; None if nothing that differs has a place.
    """
    layers = {layer.spec.name: layer for layer in _placed(comparison).values()}
    if not layers:
        return None
    spec = _map(comparison, layers, place)
    if comparison.ground is not None:
        layers[comparison.ground.spec.name] = comparison.ground
    return webmap.render(spec, layers, lang=lang)


def _placed(comparison: Comparison) -> dict[str, Layer]:
    return {
        name: _layer(comparison, name, found)
        for name, found in comparison.differences.items()
        if comparison.specs[name].geometry != "none"
    }


def differing(comparison: Comparison) -> tuple[Layer, ...]:
    """Give the rows that differ, as layers of the tables in which they do.

    Parameters
    ----------
    comparison : Comparison
        What differs.

    Returns
    -------
    tuple of Layer
        One for each layer that differs.
    """
    return tuple(_layer(comparison, name, found) for name, found in comparison.differences.items())


def _layer(comparison: Comparison, name: str, found: Difference) -> Layer:
    spec = comparison.specs[name]
    a, b = comparison.a.title, comparison.b.title
    described = dataclasses.replace(
        spec,
        name=f"compare_{name}",
        title=Text(f"{spec.title.zh}：差异", f"{spec.title.en}: what differs"),
        description=Text(
            f"甲为“{a.zh}”，乙为“{b.zh}”；只有不同的行",
            f"A is '{a.en}', B is '{b.en}'; only rows that differ",
        ),
        columns=columns(spec, found.numbers),
        origin=AnalysisOrigin(method="compare", inputs={"a": name, "b": name}),
        positions=spec.positions,
        geometry_required=False,
    )
    return Layer(described, found.table)


def _map(comparison: Comparison, layers: dict[str, Layer], place: Workspace) -> MapSpec:
    shown: list[MapLayer] = []
    for name, layer in layers.items():
        popup = popup_of(layer.spec)
        shown.append(MapLayer(layer=name, popup=popup, show=not shown, style=_style(layer)))
    groups = [MapGroup(title=Text("有差异的图层", "layers that differ"), layers=tuple(shown))]
    if comparison.ground is not None:
        outline = Style(kind="outline", color="#5f6368", weight=1.2, label_column="name")
        ground = MapLayer(layer=comparison.ground.spec.name, popup=("name",), style=outline)
        words = Text("行政区划", "administrative units")
        groups.append(MapGroup(title=words, layers=(ground,)))
    a, b = comparison.a.title, comparison.b.title
    return MapSpec(
        name=f"compare_{comparison.a.name}_{comparison.b.name}",
        title=Text(f"情景对比：{a.zh}与{b.zh}", f"Scenarios: {a.en} and {b.en}"),
        description=comparison.beside,
        attribution=Text("", ""),
        review_number=place.review_number,
        groups=tuple(groups),
        headlines=tuple(
            Headline(title=layer.spec.title, layer=name)
            for name, layer in layers.items()
            if comparison.ground is None or name != comparison.ground.spec.name
        ),
        path=place.maps / "compare.toml",
    )


def _style(layer: Layer) -> Style:
    spec = layer.spec
    changes = [c.name for c in spec.columns if c.name.endswith("_change")]
    if spec.geometry == "polygon" and changes:
        return Style(kind="choropleth", color="#8fa3b0", column=changes[0], **_about_zero(layer))
    kind = "points" if spec.geometry == "point" else "categories"
    return Style(kind=kind, column="kind", colors=_COLORS)  # type: ignore[arg-type]


def _about_zero(layer: Layer) -> dict[str, Any]:
    """Give classes of gains and losses of one size, so that the colours of both can be compared.

    Parameters
    ----------
    layer : Layer
        What differs, with a column ``COLUMN_change``.

    Returns
    -------
    dict of str to Any
        Fields of a style.
    """
    column = next(c.name for c in layer.spec.columns if c.name.endswith("_change"))
    most = float(layer.table[column].abs().max())
    if not most > 0:
        return {}
    half = float(f"{most / 2:.2g}")
    return {"scheme": "breaks", "breaks": (-half, 0.0, half), "palette": "PuOr"}
