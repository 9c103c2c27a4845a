"""What lies beneath every map: roads, railways, waters, neighbours, borders and county seats.

A workspace that has layers of these roles gets them on all its maps, unless a map's declaration
says ``context = false``. How they look is the usual symbols of Chinese maps, and stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gisplan.catalog.defaults import Defaults
from gisplan.catalog.layer import GeometryKind, LayerSpec
from gisplan.catalog.map import MapGroup, MapLayer, MapSpec, RoadAccess, Style
from gisplan.catalog.roles import Roles
from gisplan.text import Text

#: Title of the group of areas that lie under all else, and of that of lines over fills.
GROUND = Text("底图：周边与湖泊", "Beneath: neighbours and lakes")
LINES = Text("底图：境界、交通与水系", "Beneath: borders, roads and rivers")
SEATS = Text("底图：县级驻地", "Beneath: county seats")

#: Dashes of borders by level, in pixels of the page and points of a figure: the international
#: boundary is a long bar and a dot, the others have the more dots the higher they are.
BORDER_DASHES: Mapping[str, str] = {
    "country": "14 4 2 4",
    "province": "11 3 1.8 3 1.8 3",
    "prefecture": "8 3 1.6 3",
    "county": "4 3",
}
BORDER_WEIGHTS: Mapping[str, float] = {
    "country": 2.4,
    "province": 1.8,
    "prefecture": 1.2,
    "county": 0.7,
}
BORDER_COLORS: Mapping[str, str] = {
    "country": "#3f3a44",
    "province": "#4f4a55",
    "prefecture": "#6b6672",
    "county": "#8d8894",
}


@dataclass(frozen=True, slots=True)
class _Item:
    role: str
    geometry: GeometryKind
    style: Style
    popup: tuple[str, ...]


_GROUND = (
    _Item(
        "neighbours",
        "polygon",
        Style(
            kind="categories",
            column="kind",
            colors={"province": "#f1efe8", "country": "#e9e6ee"},
            color="#d9d5cc",
            weight=0.4,
            opacity=1.0,
            label_column="name",
        ),
        ("name", "kind"),
    ),
    _Item(
        "lakes",
        "polygon",
        Style(
            kind="points",
            color="#cfe4f2",
            weight=0.5,
            opacity=1.0,
            label_column="name",
        ),
        ("name", "area_km2"),
    ),
)
_LINES = (
    _Item(
        "rivers",
        "line",
        Style(kind="outline", color="#86b6d8", weight=1.0, label_column="name"),
        ("name", "basis"),
    ),
    _Item(
        "railways",
        "line",
        Style(kind="outline", color="#82868c", weight=1.1, dash="6 3"),
        ("id",),
    ),
    _Item(
        "roads",
        "line",
        Style(kind="outline", color="#cf9b62", weight=0.7),
        ("id", "length_m"),
    ),
    _Item(
        "borders",
        "line",
        Style(kind="categories", column="level", colors=BORDER_COLORS, weight=1.0),
        ("level",),
    ),
)


_SEATS = (
    _Item("seats", "point", Style(kind="points", color="#5b6470", label_column="name"), ("name",)),
)


def with_context(
    spec: MapSpec, roles: Roles, layers: Mapping[str, LayerSpec], usual: Defaults
) -> MapSpec:
    """Put beneath a map what the workspace has of roads, waters, neighbours and borders.

    Parameters
    ----------
    spec : MapSpec
        As declared.
    roles : Roles
        Which layer plays which part.
    layers : mapping of str to LayerSpec
        Of the workspace. One whose geometry is not that of its role is left out.
    usual : Defaults
        Of the workspace: how one gets to its roads.

    Returns
    -------
    MapSpec
        With ``context``; as it is if the map wants none. Candidate sites may then be evaluated by
        the roads that are there.
    """
    if not spec.wants_context:
        return spec
    groups = []
    for title, items in ((GROUND, _GROUND), (LINES, _LINES), (SEATS, _SEATS)):
        found = [
            MapLayer(
                layer=name, popup=_known(item, layers[name]), style=_fitting(item, layers[name])
            )
            for item in items
            if (name := roles.optional(item.role, layers))
            and layers[name].geometry == item.geometry
            and not layers[name].is_large
        ]
        if found:
            groups.append(MapGroup(title=title, layers=tuple(found)))
    towns = roles.optional("towns", layers)
    if towns and not _named_points(layers[towns]):
        towns = None
    spec = replace(spec, context=tuple(groups), towns=towns)
    roads = roles.optional("roads", layers)
    if spec.evaluate is None or roads is None or roads not in spec.context_names:
        return spec
    access = RoadAccess(
        layer=roads,
        access_km=usual.access_km,
        access_detour=usual.access_detour,
        road_kmh=None if "kmh" in layers[roads].column_names else usual.road_kmh,
        access_kmh=usual.access_kmh,
        reaches_min=usual.reaches_min,
    )
    return replace(spec, evaluate=replace(spec.evaluate, roads=access))


def _named_points(spec: LayerSpec) -> bool:
    known = {"name", "population"} <= set(spec.column_names)
    return known and spec.geometry == "point" and not spec.is_large


def _fitting(item: _Item, spec: LayerSpec) -> Style:
    # a workspace's own layer need not have the columns of the shipped one
    style, names = item.style, spec.column_names
    if style.column and style.column not in names:
        style = replace(style, kind="outline", column=None)
    if style.label_column and not _has(style.label_column, names):
        style = replace(style, label_column=None)
    return style


def _known(item: _Item, spec: LayerSpec) -> tuple[str, ...]:
    return tuple(name for name in item.popup if _has(name, spec.column_names))


def _has(name: str, names: tuple[str, ...]) -> bool:
    return name in names or {f"{name}_zh", f"{name}_en"} <= set(names)
