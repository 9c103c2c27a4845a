"""Coverage by straight distance beside coverage by road, unit by unit: one table of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gisplan.catalog.layer import AnalysisOrigin, Layer, LayerSpec
from gisplan.render.figure import words
from gisplan.render.report.html import Markup, element, joined, table
from gisplan.render.report.tables import MOST_ROWS, value
from gisplan.render.web import encode
from gisplan.text import Lang, Text

_COVERAGE = ("service_by_region", "service_range_by_region")
#: Inputs of a coverage that say how one travels; without any of them it is straight distance.
_WAYS = ("travel", "roads", "friction")
#: Inputs and parameters in which two coverages must agree to be held against each other.
_SAME_INPUTS = ("demand", "sites")
_STRAIGHT, _ROAD = Text("直线距离", "Straight distance"), Text("公路里程", "By road")
_CODE = "adcode"
_CIRCUITY = "circuity"


@dataclass(frozen=True, slots=True)
class StraightAndRoad:
    """Two coverages of the same units, of the same demand by the same sites.

    Attributes
    ----------
    straight : str
        Layer of that by straight distance.
    road : str
        Layer of that by road.
    circuity : str
        Layer of how much longer ways by road are in these units; empty if there is none.
    """

    straight: str
    road: str
    circuity: str = ""

    @property
    def beside(self) -> tuple[str, ...]:
        """Name what is held against the coverage by straight distance.

        Returns
        -------
        tuple of str
            One or two names.
        """
        return (self.road, self.circuity) if self.circuity else (self.road,)


def find(shown: Iterable[str], specs: Mapping[str, LayerSpec]) -> tuple[StraightAndRoad, ...]:
    """Find the coverages by straight distance that have their like by road.

    Parameters
    ----------
    shown : Iterable of str
        Layers that the maps show.
    specs : mapping of str to LayerSpec
        All layers of the workspace.

    Returns
    -------
    tuple of StraightAndRoad
        Pairs of the same units, demand, sites and parameters.
    """
    by_road = [name for name, spec in specs.items() if _is_by_road(spec, specs)]
    found = []
    for name in dict.fromkeys(shown):
        spec = specs[name]
        origin = _coverage(spec)
        if origin is None or any(way in origin.inputs for way in _WAYS):
            continue
        road = next((one for one in by_road if _alike(spec, specs[one], specs)), None)
        if road is not None:
            found.append(StraightAndRoad(name, road, _circuity(specs[road], specs)))
    return tuple(found)


def _coverage(spec: LayerSpec) -> AnalysisOrigin | None:
    origin = spec.origin
    made = isinstance(origin, AnalysisOrigin) and origin.method in _COVERAGE
    return origin if made and isinstance(origin, AnalysisOrigin) else None


def _is_by_road(spec: LayerSpec, specs: Mapping[str, LayerSpec]) -> bool:
    origin = _coverage(spec)
    if origin is None:
        return False
    travel = specs.get(origin.inputs.get("travel", ""))
    made = travel.origin if travel else None
    return "roads" in origin.inputs or (
        isinstance(made, AnalysisOrigin) and made.method == "road_distances"
    )


def _alike(one: LayerSpec, other: LayerSpec, specs: Mapping[str, LayerSpec]) -> bool:
    a, b = _coverage(one), _coverage(other)
    return (
        a is not None
        and b is not None
        and a.parameters == b.parameters
        and all(a.inputs.get(key) == b.inputs.get(key) for key in _SAME_INPUTS)
        and _units(one, specs) == _units(other, specs)
    )


def _units(spec: LayerSpec, specs: Mapping[str, LayerSpec]) -> str:
    """Give the layer of the administrative units that an analysis goes by.

    Parameters
    ----------
    spec : LayerSpec
        Made by an analysis with ``regions``, which may be made by one themselves.
    specs : mapping of str to LayerSpec
        All layers of the workspace.

    Returns
    -------
    str
        Name of the layer that the others are made from.
    """
    name = spec.name
    while name in specs:
        origin = specs[name].origin
        if not isinstance(origin, AnalysisOrigin) or "regions" not in origin.inputs:
            break
        name = origin.inputs["regions"]
    return name


def _circuity(road: LayerSpec, specs: Mapping[str, LayerSpec]) -> str:
    return next(
        (
            name
            for name, spec in specs.items()
            if isinstance(spec.origin, AnalysisOrigin)
            and spec.origin.method == _CIRCUITY
            and _units(spec, specs) == _units(road, specs)
        ),
        "",
    )


def of_pair(pair: StraightAndRoad, layers: Mapping[str, Layer], lang: Lang) -> Markup:
    """Write the shares within each reach, by straight distance and by road beside each other.

    Parameters
    ----------
    pair : StraightAndRoad
        What is held against what.
    layers : mapping of str to Layer
        By name; at least those of the pair.
    lang : {"zh", "en"}

    Returns
    -------
    Markup
        A table with a row for each unit, and what each figure is worth. Empty where the layers
        have no share in common, or more than :data:`~gisplan.render.report.tables.MOST_ROWS` rows.
    """
    straight, road = layers[pair.straight], layers[pair.road]
    known = set(road.spec.column_names)
    shares = [
        name
        for name in straight.spec.column_names
        if name.startswith("share_") and name in known and not name.endswith(("_low", "_high"))
    ]
    if not shares or len(straight.table) > MOST_ROWS:
        return Markup("")
    columns: list[tuple[Layer, str, Text | None]] = [(straight, "name", None)]
    for name in shares:
        columns += [(straight, name, _STRAIGHT), (road, name, _ROAD)]
    if pair.circuity:
        columns.append((layers[pair.circuity], _CIRCUITY, None))
    heads, values = [], []
    for layer, name, way in columns:
        both = encode.pair(layer.spec, name)
        if both is None:
            continue
        zh, en = (layer.spec.column(one) for one in both)
        heading, column = encode.heading(zh, en), zh if lang == "zh" else en
        said = words.heading(heading, lang)
        heads.append(f"{way.get(lang)}{Text('：', ': ').get(lang)}{said}" if way else said)
        rows = layer.table.set_index(_CODE).reindex(straight.table[_CODE])
        values.append(
            [value(one, heading, lang) for one in encode.cells(rows[column.name], column)]
        )
    title = Text(
        "直线距离与公路里程的覆盖对照", "Coverage by straight distance and by road, side by side"
    )
    return joined(
        [
            element("h4", title.get(lang)),
            element("p", _about(pair, layers).get(lang), class_="note", dir="auto"),
            table(heads, list(zip(*values, strict=True)), right=range(1, len(heads))),
        ]
    )


def _about(pair: StraightAndRoad, layers: Mapping[str, Layer]) -> Text:
    """Say what the figures of each way are and what they are worth.

    Parameters
    ----------
    pair : StraightAndRoad
        What is held against what.
    layers : mapping of str to Layer
        By name.

    Returns
    -------
    Text
        Some sentences.
    """
    zh, en = [], []
    ways = (_STRAIGHT, _ROAD, Text("绕行系数", "Road over straight"))
    for way, name in zip(ways, (pair.straight, *pair.beside), strict=False):
        layer = layers[name]
        worth = layer.worth.sentence if layer.worth else None
        title = layer.spec.title
        zh.append(f"{way.zh}：{title.zh}{f'，{worth.zh}' if worth else ''}。")
        en.append(f"{way.en}: {title.en}{f', {worth.en}' if worth else ''}.")
    if any(name.endswith("_low") for name in layers[pair.straight].spec.column_names):
        zh.append(
            "占比都按设施的图上位置计；位置只到县的设施，直线距离的最低和最高见该图层的表，"
            "公路里程没有这样的上下限。"
        )
        en.append(
            "Both shares go by where sites are drawn; where a site is known to its county alone,"
            " the lowest and highest by straight distance are in that layer's table, and by road"
            " there are none."
        )
    return Text("".join(zh), " ".join(en))
