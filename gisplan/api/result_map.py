"""What a question found, drawn as a page like those of a build: offline, with roads beneath."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import PRECISION
from gisplan.api import load
from gisplan.catalog.context import with_context
from gisplan.catalog.layer import Column, FileOrigin, GeometryKind, Layer, LayerSpec, Source
from gisplan.catalog.map import Headline, MapGroup, MapLayer, MapSpec, Style
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import catalogue
from gisplan.render.style.palettes import OKABE_ITO
from gisplan.render.web import webmap
from gisplan.text import LANGS, Lang, Text

#: Rows of a table in a language, with a cell for each heading.
Rows = Callable[[Lang], Sequence[Sequence[Any]]]
#: Columns beside those that are shown: the key of each theme, the year of the slider, and what is
#: written beside marks.
_MARK, _YEAR, _BESIDE = "mark", "of_year", "beside"
#: Pixels of lines that are coloured by a theme.
_WEIGHT = 3.5
#: Around what was found, in shares of its extent, where a page opens on it.
_ROOM = 0.08
_KINDS: dict[str, GeometryKind] = {"Point": "point", "LineString": "line"}
_UNITS, _OUTLINE = Text("行政区划", "administrative units"), "#5f6368"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultTheme:
    """A way to colour the marks of a table: by a key of each row.

    Attributes
    ----------
    title : Text
        What the colours tell.
    keys : sequence of str
        Of each row, in order.
    labels : mapping of str to Text
        Key -> words in the legend, in its order.
    colors : mapping of str to str
        Key -> ``#rrggbb``; those that are left out get colours of their own.
    dashes : mapping of str to str
        Key -> SVG dash pattern of lines.
    """

    title: Text
    keys: Sequence[str]
    labels: Mapping[str, Text]
    colors: Mapping[str, str] = field(default_factory=dict)
    dashes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPart:
    """A table of what was found whose rows have places.

    Attributes
    ----------
    name : str
        What the layer is called.
    title : Text
        For people.
    heads : sequence of Text
        Titles of the columns, the name first, with what their figures are worth.
    rows : callable
        The cells in a language; words, or numbers unrounded.
    places : geopandas.GeoDataFrame
        A shape a row, with ``precision`` where positions are not all exact.
    counted : frozenset of int
        Columns by number whose figures were published or counted, and are shown in full.
    shares : mapping of int to Text
        Columns by number that hold percent; areas are coloured by each in turn, under that title.
    themes : sequence of ResultTheme
        Ways to colour marks, the one that is met first before the others.
    flow : int, optional
        Column by number with what goes over each line, which is drawn as wide.
    years : sequence of int
        Of each row, if the map's slider is to leave the rows of later years out.
    show : bool
        Whether it is on when the map opens.
    count : bool
        Whether the number of its rows is put first among the figures.
    sums : mapping of int to Text
        Columns by number whose sum is put first among the figures, under that title.
    beside : sequence of Text
        Of each row, a few characters that are written beside its mark where there is room.
    sources : tuple of Source
        Where the figures come from.
    """

    name: str
    title: Text
    heads: Sequence[Text]
    rows: Rows
    places: gpd.GeoDataFrame
    counted: frozenset[int] = frozenset()
    shares: Mapping[int, Text] = field(default_factory=dict)
    themes: Sequence[ResultTheme] = ()
    flow: int | None = None
    years: Sequence[int] = ()
    show: bool = True
    count: bool = True
    sums: Mapping[int, Text] = field(default_factory=dict)
    beside: Sequence[Text] = ()
    sources: tuple[Source, ...] = ()


def result_page(
    parts: Sequence[ResultPart],
    *,
    title: Text,
    told: Sequence[Text],
    place: Workspace,
    lang: Lang,
    standing: bool = True,
    near: bool = False,
) -> str:
    """Draw what was found as a page that asks no host for anything.

    Parameters
    ----------
    parts : sequence of ResultPart
        Tables with places, what lies on top first.
    title : Text
        Of the page.
    told : sequence of Text
        What the figures are worth; the sentence below the title.
    place : Workspace
        The workspace, whose units and roads lie beneath.
    lang : {"zh", "en"}
        Language in which the page opens.
    standing : bool
        Whether the sites that stand are drawn too.
    near : bool
        Whether the page opens on what was found, not on all units.

    Returns
    -------
    str
        HTML, with a policy that lets it ask nothing of anybody.

    Raises
    ------
    DeclarationError, DataError
        If a layer beneath can't be made.
    """
    listed = catalogue.load(place).layers
    layers = {part.name: _layer(part) for part in parts if len(part.places)}
    items = [
        item
        for part in reversed(parts)
        if part.name in layers
        for item in _drawn(part, _popup(layers[part.name]))
    ]
    network = place.roles.optional("network", listed) if standing else None
    if network and listed[network].geometry == "point":
        marks = Style(kind="points", color=_OUTLINE)
        popup = _known(listed[network], ("name", "kind", "stage", "start_year"))
        items.insert(0, MapLayer(layer=network, popup=popup, style=marks))
    groups = [MapGroup(title=title, layers=tuple(items))]
    below = tuple(
        MapLayer(
            layer=name,
            popup=_known(listed[name], ("name",)),
            style=Style(kind="outline", color=_OUTLINE, weight=weight),
        )
        for role, weight in (("counties", 0.4), ("prefectures", 1.2))
        if (name := place.roles.optional(role, listed)) and listed[name].geometry == "polygon"
    )
    if below:
        groups.append(MapGroup(title=_UNITS, layers=below))
    spec = MapSpec(
        name="result",
        title=title,
        description=_sentence(told, title),
        attribution=Text("", ""),
        review_number=place.review_number,
        groups=tuple(groups),
        headlines=tuple(one for part in parts if part.name in layers for one in _headlines(part)),
        path=Path("result"),
        view=_view(parts) if near else None,
    )
    spec = with_context(spec, place.roles, listed, place.defaults)
    names = [name for name in spec.data_names if name not in layers]
    layers |= load.load_layers(tuple(dict.fromkeys(names)), place=place)
    return webmap.render(spec, layers, lang=lang)


def _view(parts: Sequence[ResultPart]) -> tuple[float, float, float, float] | None:
    boxes = [part.places.to_crs(4326).total_bounds for part in parts if len(part.places)]
    if not boxes:
        return None
    west, south = (min(float(box[at]) for box in boxes) for at in (0, 1))
    east, north = (max(float(box[at]) for box in boxes) for at in (2, 3))
    # room for marks and what stands beside them
    x, y = _ROOM * (east - west), _ROOM * (north - south)
    return west - x, south - y, east + x, north + y


def _headlines(part: ResultPart) -> Iterator[Headline]:
    for at, title in part.sums.items():
        yield Headline(title=title, layer=part.name, measure="sum", column=f"c{at}")
    if part.count:
        yield Headline(title=part.title, layer=part.name)


def _drawn(part: ResultPart, popup: tuple[str, ...]) -> Iterator[MapLayer]:
    of_year = _YEAR if part.years else None
    if part.flow is not None:
        lines = Style(
            kind="flows", column=f"c{part.flow}", color="#8e0152", weight=9.0, opacity=0.55
        )
        yield MapLayer(
            layer=part.name, popup=popup, year_column=of_year, show=part.show, style=lines
        )
    elif part.themes:
        for number, theme in enumerate(part.themes):
            along = str(part.places.geom_type.iloc[0]) == "LineString"
            marks = Style(
                kind="categories" if along else "points",
                column=f"{_MARK}{number}",
                colors=theme.colors or dict(zip(theme.labels, OKABE_ITO, strict=False)),
                labels=theme.labels,
                dashes=theme.dashes,
                weight=_WEIGHT,
                label_column="name",
                beside_column=_BESIDE if part.beside else None,
            )
            yield MapLayer(
                layer=part.name,
                # of one theme alone the layer is the table, and the legend tells the theme
                title=theme.title if len(part.themes) > 1 else None,
                popup=popup,
                year_column=of_year,
                show=part.show and number == 0,
                style=marks,
            )
    elif not part.shares:
        marks = Style(kind="points", color="#d55e00", label_column="name")
        yield MapLayer(layer=part.name, popup=popup, show=part.show, style=marks)
    # of several reaches the middle one is met first, as on the maps of a build
    first = (len(part.shares) - 1) // 2
    for number, (at, title) in enumerate(part.shares.items()):
        style = Style(
            kind="choropleth",
            column=f"c{at}",
            scheme="breaks",
            breaks=(0.0, 25.0, 50.0, 75.0, 99.9),
            palette="YlGnBu",
            color="#8fa3b0",
            weight=0.6,
            label_column="name",
        )
        shown = part.show and number == first
        yield MapLayer(layer=part.name, title=title, popup=popup, show=shown, style=style)


def _layer(part: ResultPart) -> Layer:
    written = {lang: [list(row) for row in part.rows(lang)] for lang in LANGS}
    count = len(part.places)
    keys = [str(number + 1) for number in range(count)]
    table: dict[str, Any] = {"id": keys}
    columns = [Column(name="id", type="text", title=Text("序号", "No."), required=True)]
    for at, head in enumerate(part.heads):
        cells = {lang: [row[at] for row in written[lang][:count]] for lang in LANGS}
        name = "name" if at == 0 else f"c{at}"
        if at == 0 or any(isinstance(cell, str) for cell in cells["zh"]):
            for lang in LANGS:
                table[f"{name}_{lang}"] = [None if one is None else str(one) for one in cells[lang]]
                columns.append(Column(name=f"{name}_{lang}", type="text", title=head))
            continue
        table[name] = pd.array(cells["zh"], dtype="Float64").to_numpy(float, na_value=float("nan"))
        columns.append(Column(name=name, type="number", title=head, derived=at not in part.counted))
    for number, theme in enumerate(part.themes):
        table[f"{_MARK}{number}"] = list(theme.keys)
        columns.append(
            Column(
                name=f"{_MARK}{number}",
                type="text",
                title=theme.title,
                values=tuple(theme.labels),
                labels=theme.labels,
            )
        )
    if part.beside:
        for lang in LANGS:
            table[f"{_BESIDE}_{lang}"] = [one.get(lang) for one in part.beside]
            columns.append(
                Column(name=f"{_BESIDE}_{lang}", type="text", title=Text("符号旁", "beside marks"))
            )
    if part.years:
        table[_YEAR] = list(part.years)
        columns.append(Column(name=_YEAR, type="integer", title=Text("年份", "year")))
    places = part.places.geometry.to_crs(4326).reset_index(drop=True)
    geometry = _KINDS.get(str(places.geom_type.iloc[0]), "polygon")
    mixed = PRECISION.name in part.places
    if mixed:
        table[PRECISION.name] = part.places[PRECISION.name].to_list()
        columns.append(PRECISION)
    spec = LayerSpec(
        name=part.name,
        title=part.title,
        description=part.title,
        geometry=geometry,
        columns=tuple(columns),
        key=("id",),
        origin=FileOrigin(path=Path(part.name)),
        sources=part.sources,
        licence="",
        vintage="",
        positions="mixed" if mixed else "site",
        path=Path(part.name),
        complete=True,
    )
    return Layer(spec, gpd.GeoDataFrame(table, geometry=places, crs=4326))


def _popup(layer: Layer) -> tuple[str, ...]:
    hidden = ("id", _YEAR)
    names = [
        name
        for name in layer.spec.column_names
        if name not in hidden and not name.startswith((_MARK, _BESIDE))
    ]
    paired = (name.removesuffix("_zh") for name in names if not name.endswith("_en"))
    return tuple(dict.fromkeys(paired))


def _known(spec: LayerSpec, wanted: Sequence[str]) -> tuple[str, ...]:
    names = set(spec.column_names)
    return tuple(one for one in wanted if one in names or {f"{one}_zh", f"{one}_en"} <= names)


def _sentence(told: Sequence[Text], title: Text) -> Text:
    if not told:
        return title
    zh, en = ([one.get(lang).rstrip("。.；;") for one in told] for lang in LANGS)
    return Text("；".join(zh) + "。", "; ".join(en) + ".")
