"""A QGIS project that opens an exported GeoPackage with groups, styles and labels."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pyproj import CRS

from gisplan.formats import raster_styles
from gisplan.formats.datums import CRS_CODES, Datum
from gisplan.formats.metadata import qmd_parts
from gisplan.formats.names import RASTER
from gisplan.formats.prepared import Prepared, stamp
from gisplan.formats.qgis_themes import Theme, ThemeLayer, layouts, named_crs, presets
from gisplan.formats.qml import qml_parts
from gisplan.formats.xml import Element, document, element
from gisplan.text import Text

#: Scale from which seats of counties beneath the maps are seen, as on the page (its zoom 7.5):
#: farther out their marks would be taken for what the map is about.
_SEATS = 2_500_000
_GEOMETRY = {"polygon": ("Polygon", "MultiPolygon"), "line": ("Line", "MultiLineString")}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectEntry:
    """A layer in the project.

    Attributes
    ----------
    item : Prepared
        What it is, and how it is drawn.
    title : Text
        Under which it stands.
    show : bool
        Whether it is on at first.
    themes : frozenset of Theme
        The maps that show it when they open.
    """

    item: Prepared
    title: Text
    show: bool = True
    themes: frozenset[Theme] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Layers that stand together, from bottom to top.

    Attributes
    ----------
    title : Text
        Of the group.
    entries : tuple of ProjectEntry
        Its layers.
    exclusive : bool
        Whether one of them at most is on, since areas would hide each other.
    beneath : bool
        Whether it is the ground that all maps have, which goes beyond the region.
    """

    title: Text
    entries: tuple[ProjectEntry, ...]
    exclusive: bool = False
    beneath: bool = False


def write(groups: Sequence[Group], path: Path, *, title: Text, package: str) -> None:
    """Write a project.

    Parameters
    ----------
    groups : sequence of Group
        From bottom to top.
    path : pathlib.Path
        Ends in ``.qgz``.
    title : Text
        What QGIS shows as the project's name.
    package : str
        Name of the GeoPackage, in the project's folder, that holds the layers.

    Raises
    ------
    OSError
        If it can't be written.
    """
    content = document(
        _project(groups, title, package),
        doctype="<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>",
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo(f"{path.stem}.qgs", date_time=stamp().timetuple()[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        archive.writestr(entry, content)
    path.write_bytes(buffer.getvalue())


def count(path: Path) -> int:
    """Test a project, and count the layers in it.

    Parameters
    ----------
    path : Path
        The project.

    Returns
    -------
    int
        Layers; -1 if the archive is damaged.
    """
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            return -1
        return archive.read(f"{path.stem}.qgs").count(b"<maplayer ")


def _project(groups: Sequence[Group], title: Text, package: str) -> Element:
    items = [entry.item for group in groups for entry in group.entries]
    datum: Datum = items[0].datum if items else "wgs84"
    tree, layers, order = [], [], []
    themes = sorted(
        {one for group in groups for entry in group.entries for one in entry.themes},
        key=lambda one: one.title.zh,
    )
    seen: dict[Theme, list[ThemeLayer]] = {theme: [] for theme in themes}
    # a project lists what lies on top first
    for at, group in reversed(list(enumerate(groups))):
        inside = []
        for place, entry in reversed(list(enumerate(group.entries))):
            # a layer may be seen in several ways in one group: each is a layer of QGIS's
            key = _key(f"{at}/{place}/{entry.item.name}")
            source, provider = _source(entry.item, package)
            inside.append(
                element(
                    "layer-tree-layer",
                    id=key,
                    name=entry.title.zh,
                    providerKey=provider,
                    source=source,
                    checked="Qt::Checked" if entry.show else "Qt::Unchecked",
                    expanded=0,
                )
            )
            layers.append(_layer(entry, key, source, beneath=group.beneath))
            order.append(element("layer", id=key))
            for theme in entry.themes:
                seen[theme].append(ThemeLayer(key=key, name=entry.title.zh))
        tree.append(
            element(
                "layer-tree-group",
                *inside,
                name=group.title.zh,
                checked="Qt::Checked",
                expanded=1,
                **(_one_of(group) if group.exclusive else {}),
            )
        )
    ground = {entry.item.name for group in groups if group.beneath for entry in group.entries}
    extent = _extent([item for item in items if item.name not in ground] or items)
    return element(
        "qgis",
        element("title", title.zh),
        element("projectCrs", _crs(datum)),
        element("layer-tree-group", *tree),
        _canvas(extent, datum),
        element("projectlayers", *layers),
        element("layerorder", *order),
        presets(seen, [group.title.zh for group in groups]),
        layouts(seen, extent),
        element(
            "properties",
            element("Paths", element("Absolute", "false", type="bool")),
            # without this QGIS leaves projectCrs unread
            element("SpatialRefSys", element("ProjectionsEnabled", "1", type="int")),
            element("Measure", element("Ellipsoid", "EPSG:7030", type="QString")),
        ),
        projectname=title.zh,
        version="3.22.0",
    )


def _key(name: str) -> str:
    return f"gisplan_{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def _source(item: Prepared, package: str) -> tuple[str, str]:
    """Give where a layer is found from the project's folder, and by which provider of QGIS.

    Parameters
    ----------
    item : Prepared
        The layer.
    package : str
        Name of the GeoPackage in the same folder.

    Returns
    -------
    tuple[str, str]
        Data source, and ``ogr`` or ``gdal``.
    """
    if item.is_raster:
        return f"./{item.name}{RASTER}", "gdal"
    return f"./{package}|layername={item.name}", "ogr"


def _cells(entry: ProjectEntry, key: str, source: str) -> Element:
    item = entry.item
    raster = item.layer.raster
    assert raster is not None  # noqa: S101  the caller looked
    return element(
        "maplayer",
        element("id", key),
        element("datasource", source),
        element("layername", entry.title.zh),
        element("srs", named_crs(CRS(raster.grid.crs))),
        element("resourceMetadata", *qmd_parts(item)),
        element("provider", "gdal"),
        *raster_styles.qml_parts(item),
        type="raster",
        styleCategories="AllStyleCategories",
        autoRefreshEnabled=0,
    )


def _layer(entry: ProjectEntry, key: str, source: str, *, beneath: bool) -> Element:
    item = entry.item
    if item.is_raster:
        return _cells(entry, key, source)
    single, multiple = _GEOMETRY.get(item.spec.geometry, ("Point", "Point"))
    kinds = (single, multiple) if item.has_shapes else ("No geometry", "NoGeometry")
    return element(
        "maplayer",
        element("id", key),
        element("datasource", source),
        element("layername", entry.title.zh),
        element("srs", _crs(item.datum)) if item.has_shapes else None,
        element("resourceMetadata", *qmd_parts(item)),
        element("provider", "ogr", encoding="UTF-8"),
        *qml_parts(item),
        type="vector",
        geometry=kinds[0],
        wkbType=kinds[1],
        labelsEnabled=int(bool(item.symbology and item.symbology.label)),
        styleCategories="AllStyleCategories",
        autoRefreshEnabled=0,
        hasScaleBasedVisibilityFlag=int(beneath and kinds[0] == "Point"),
        minScale=_SEATS,
        maxScale=0,
    )


def _crs(datum: Datum) -> Element:
    code = CRS_CODES[datum]
    if code is None:
        return element("spatialrefsys", element("srid", "0"), element("authid", ""))
    return named_crs(CRS(code))


def _one_of(group: Group) -> dict[str, int]:
    # children stand from top to bottom, and the number is that of the one that is on
    on = [at for at, entry in enumerate(reversed(group.entries)) if entry.show]
    return {"mutually-exclusive": 1, "mutually-exclusive-child": on[0] if on else -1}


def _extent(items: Sequence[Prepared]) -> tuple[float, float, float, float]:
    placed = [i for i in items if i.has_shapes or i.is_raster]
    boxes = [i.layer.table.total_bounds for i in placed if len(i.layer.table)]
    bounds = np.array([box for box in boxes if np.isfinite(box).all()])
    west, south, east, north = -180.0, -90.0, 180.0, 90.0
    if len(bounds):
        (west, south), (east, north) = bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)
    return float(west), float(south), float(east), float(north)


def _canvas(sides_of: tuple[float, float, float, float], datum: Datum) -> Element:
    sides = dict(zip(("xmin", "ymin", "xmax", "ymax"), sides_of, strict=True))
    extent = element("extent", *(element(k, f"{v:.9g}") for k, v in sides.items()))
    units = element("units", "degrees")
    return element(
        "mapcanvas", units, extent, element("destinationsrs", _crs(datum)), name="theMapCanvas"
    )
