"""The maps of a workspace in a QGIS project: a map theme and a print layout for each."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyproj import CRS

from gisplan.formats.xml import Element, element
from gisplan.render.figure.projection import Projection, choose, scale_bar
from gisplan.text import Text

#: Kinds of items of a layout, as QGIS numbers them.
_PAGE, _MAP, _PICTURE, _LABEL, _LEGEND, _SCALE = 65638, 65639, 65640, 65641, 65642, 65646
#: A4, landscape, and where its parts stand, in millimetres: x, y, width, height.
_SHEET = (0.0, 0.0, 297.0, 210.0)
_PLACES = {
    "map": (10.0, 24.0, 207.0, 162.0),
    "title": (10.0, 8.0, 277.0, 12.0),
    "legend": (221.0, 24.0, 66.0, 150.0),
    "arrow": (201.0, 27.0, 12.0, 16.0),
    "scale": (14.0, 172.0, 60.0, 12.0),
    "foot": (10.0, 189.0, 277.0, 14.0),
}
#: Characters of the sources that the foot of a sheet has room for.
_ROOM = 240
#: Parts of a legend, the size of their letters in points, and the room above them in millimetres.
_SIZES = (
    ("title", 12, 0.0),
    ("group", 10, 2.0),
    ("subgroup", 9, 3.0),
    ("symbol", 8, 1.5),
    ("symbolLabel", 8, 1.5),
)
#: What letters are in where it is installed; QGIS takes another where it is not.
_FAMILY = "Noto Sans CJK SC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A map of the workspace.

    Attributes
    ----------
    title : Text
        Of the map.
    review_number : str
        审图号; empty if it has none yet.
    sources : Text
        Of its layers, in one line.
    """

    title: Text
    review_number: str
    sources: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLayer:
    """A layer of the project that a theme shows.

    Attributes
    ----------
    key : str
        Its id in the project.
    name : str
        Its title there.
    """

    key: str
    name: str


def presets(shown: Mapping[Theme, Sequence[ThemeLayer]], groups: Sequence[str]) -> Element:
    """Give the map themes of a project.

    Parameters
    ----------
    shown : mapping of Theme to sequence of ThemeLayer
        What each shows; all else is off in it.
    groups : sequence of str
        Names of the groups, which stay on.

    Returns
    -------
    xml.etree.ElementTree.Element
        ``visibility-presets``.
    """
    return element(
        "visibility-presets",
        *(
            element(
                "visibility-preset",
                *(element("layer", id=one.key, visible=1, expanded=0) for one in seen),
                element("checked-group-nodes", *(_node("checked", name) for name in groups)),
                **{"name": theme.title.zh, "has-checked-group-info": 1},
            )
            for theme, seen in shown.items()
        ),
    )


def layouts(
    shown: Mapping[Theme, Sequence[ThemeLayer]], extent: tuple[float, float, float, float]
) -> Element:
    """Give a print layout for each map, A4: title, map, legend, scale, north, sources, 审图号.

    Parameters
    ----------
    shown : mapping of Theme to sequence of ThemeLayer
        What each shows.
    extent : tuple of float
        West, south, east, north, degrees.

    Returns
    -------
    xml.etree.ElementTree.Element
        ``Layouts``.
    """
    projection = choose(*extent)
    bounds = projection.transformer().transform_bounds(*extent, densify_pts=21)
    return element(
        "Layouts", *(_layout(theme, seen, projection, bounds) for theme, seen in shown.items())
    )


def _layout(
    theme: Theme,
    seen: Sequence[ThemeLayer],
    projection: Projection,
    bounds: tuple[float, float, float, float],
) -> Element:
    title, drawn = theme.title.zh, _uuid(theme, "map")
    number = theme.review_number or "（未填写，公开前须取得）"
    sources = theme.sources.zh
    if len(sources) > _ROOM:
        sources = f"{sources[:_ROOM]}……"
    foot = f"审图号：{number}\n资料来源：{sources}"
    west, south, east, north = bounds
    # of two segments, a fifth of the map's width at most
    bar = scale_bar(
        projection, x=(west + east) / 2, y=(south + north) / 2, longest=(east - west) / 10
    )
    return element(
        "Layout",
        element("Snapper", snapToGrid=0, snapToGuides=1, snapToItems=1, tolerance=5),
        element("Grid", resolution=10, resUnits="mm", offsetX=0, offsetY=0, offsetUnits="mm"),
        element(
            "PageCollection", _item(_PAGE, _SHEET, _uuid(theme, "page")), element("GuideCollection")
        ),
        _item(
            _MAP,
            _PLACES["map"],
            drawn,
            _extent(bounds),
            element("crs", named_crs(projection.crs)),
            followPreset="true",
            followPresetName=title,
            keepLayerSet="false",
            drawCanvasItems="true",
            frame="true",
            id="地图",
        ),
        _item(
            _LABEL,
            _PLACES["title"],
            _uuid(theme, "title"),
            _font("LabelFont", 20, bold=True),
            _face(20, bold=True),
            labelText=title,
            htmlState=0,
            halign=4,
            valign=128,
            id="标题",
        ),
        _item(
            _LEGEND,
            _PLACES["legend"],
            _uuid(theme, "legend"),
            element("layer-tree-group", *(_in_legend(one) for one in seen)),
            element("styles", *(_style(*one) for one in _SIZES)),
            title="图例",
            map_uuid=drawn,
            symbolWidth=5,
            symbolHeight=3,
            resizeToContents=1,
            wrapChar="",
            columnCount=1,
            id="图例",
        ),
        _item(
            _PICTURE,
            _PLACES["arrow"],
            _uuid(theme, "arrow"),
            file=":/images/north_arrows/layout_default_north_arrow.svg",
            mapUuid=drawn,
            northMode=1,
            resizeMode=0,
            id="指北针",
        ),
        _item(
            _SCALE,
            _PLACES["scale"],
            _uuid(theme, "scale"),
            mapUuid=drawn,
            style="Single Box",
            unitType="km",
            unitLabel="千米",
            numMapUnitsPerScaleBarUnit=1,
            numUnitsPerSegment=f"{bar.kilometres:g}",
            numSegments=2,
            numSegmentsLeft=0,
            height=2,
            id="比例尺",
        ),
        _item(
            _LABEL,
            _PLACES["foot"],
            _uuid(theme, "foot"),
            _font("LabelFont", 7),
            _face(7),
            labelText=foot,
            htmlState=0,
            halign=1,
            valign=32,
            id="来源",
        ),
        name=title,
        units="mm",
        printResolution=300,
    )


def named_crs(crs: CRS) -> Element:
    """Describe a coordinate reference system, by its code where it has one.

    Parameters
    ----------
    crs : pyproj.CRS
        The system.

    Returns
    -------
    xml.etree.ElementTree.Element
        The element ``spatialrefsys``.
    """
    code = crs.to_authority()
    return element(
        "spatialrefsys",
        element("wkt", crs.to_wkt()),
        element("srid", code[1]) if code else None,
        element("authid", ":".join(code)) if code else None,
        element("description", crs.name),
        element("geographicflag", "true" if crs.is_geographic else "false"),
    )


def _item(
    kind: int,
    place: tuple[float, float, float, float],
    uuid: str,
    *children: Element,
    **more: object,
) -> Element:
    x, y, width, height = place
    at = f"{x:g},{y:g},mm"
    return element(
        "LayoutItem",
        *children,
        type=kind,
        uuid=uuid,
        position=at,
        positionOnPage=at,
        size=f"{width:g},{height:g},mm",
        referencePoint=0,
        visibility=1,
        opacity=1,
        background="true" if kind in (_PAGE, _MAP) else "false",
        **more,
    )


def _extent(bounds: tuple[float, float, float, float]) -> Element:
    """Widen bounds to the shape of the sheet's map, with a little room about them.

    Parameters
    ----------
    bounds : tuple of float
        West, south, east, north, metres.

    Returns
    -------
    Element
        The element ``Extent``.
    """
    west, south, east, north = bounds
    _, _, width, height = _PLACES["map"]
    wide, high = 1.04 * (east - west), 1.04 * (north - south)
    wide, high = max(wide, high * width / height), max(high, wide * height / width)
    x, y = (west + east) / 2, (south + north) / 2
    return element(
        "Extent",
        xmin=f"{x - wide / 2:.3f}",
        xmax=f"{x + wide / 2:.3f}",
        ymin=f"{y - high / 2:.3f}",
        ymax=f"{y + high / 2:.3f}",
    )


def _in_legend(one: ThemeLayer) -> Element:
    return element("layer-tree-layer", name=one.name, id=one.key, checked="Qt::Checked", expanded=1)


def _face(size: int, *, bold: bool = False) -> Element:
    # read by QGIS from 3.24 on; before, the font stands apart
    return element(
        "text-style",
        fontFamily=_FAMILY,
        fontSize=size,
        fontSizeUnit="Point",
        fontWeight=75 if bold else 50,
        textColor="32,33,36,255",
        namedStyle="Bold" if bold else "Regular",
    )


def _font(tag: str, size: int, *, bold: bool = False) -> Element:
    return element(tag, description=f"{_FAMILY},{size},-1,5,{75 if bold else 50},0,0,0,0,0")


def _style(name: str, size: int, above: float) -> Element:
    bold = name in ("title", "subgroup")
    return element(
        "style",
        _font("styleFont", size, bold=bold),
        _face(size, bold=bold),
        name=name,
        alignment=1,
        marginTop=above,
        marginBottom=1 if name == "title" else 0,
        marginLeft=2 if name == "symbolLabel" else 0,
    )


def _node(kind: str, name: str) -> Element:
    return element(f"{kind}-group-node", id=name)


def _uuid(theme: Theme, part: str) -> str:
    found = hashlib.sha256(f"{theme.title.zh}/{part}".encode()).hexdigest()
    parts = (found[:8], found[8:12], found[12:16], found[16:20], found[20:32])
    return "{" + "-".join(parts) + "}"
