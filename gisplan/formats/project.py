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
from gisplan.formats.qml import qml_parts
from gisplan.formats.xml import Element, document, element
from gisplan.text import Text

_GEOMETRY = {"polygon": ("Polygon", "MultiPolygon"), "line": ("Line", "MultiLineString")}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectEntry:
    """A layer in the project: what it is, under which title, and whether it is on at first."""

    item: Prepared
    title: Text
    show: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Layers that stand together, from bottom to top."""

    title: Text
    entries: tuple[ProjectEntry, ...]


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
            layers.append(_layer(entry, key, source))
            order.append(element("layer", id=key))
        tree.append(
            element(
                "layer-tree-group", *inside, name=group.title.zh, checked="Qt::Checked", expanded=1
            )
        )
    return element(
        "qgis",
        element("title", title.zh),
        element("projectCrs", _crs(datum)),
        element("layer-tree-group", *tree),
        _canvas(items, datum),
        element("projectlayers", *layers),
        element("layerorder", *order),
        element(
            "properties",
            element("Paths", element("Absolute", "false", type="bool")),
            # without this QGIS leaves projectCrs unread
            element("SpatialRefSys", element("ProjectionsEnabled", "1", type="int")),
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
        element("srs", _named(CRS(raster.grid.crs))),
        element("resourceMetadata", *qmd_parts(item)),
        element("provider", "gdal"),
        *raster_styles.qml_parts(item),
        type="raster",
        styleCategories="AllStyleCategories",
        autoRefreshEnabled=0,
    )


def _layer(entry: ProjectEntry, key: str, source: str) -> Element:
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
    )


def _crs(datum: Datum) -> Element:
    code = CRS_CODES[datum]
    if code is None:
        return element("spatialrefsys", element("srid", "0"), element("authid", ""))
    return _named(CRS(code))


def _named(crs: CRS) -> Element:
    """Describe a coordinate reference system, by its code where it has one.

    Parameters
    ----------
    crs : CRS
        The system.

    Returns
    -------
    Element
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


def _canvas(items: Sequence[Prepared], datum: Datum) -> Element:
    placed = [i for i in items if i.has_shapes or i.is_raster]
    boxes = [i.layer.table.total_bounds for i in placed if len(i.layer.table)]
    bounds = np.array([box for box in boxes if np.isfinite(box).all()])
    west, south, east, north = -180.0, -90.0, 180.0, 90.0
    if len(bounds):
        (west, south), (east, north) = bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)
    sides = {"xmin": west, "ymin": south, "xmax": east, "ymax": north}
    extent = element("extent", *(element(k, f"{float(v):.9g}") for k, v in sides.items()))
    units = element("units", "degrees")
    return element(
        "mapcanvas", units, extent, element("destinationsrs", _crs(datum)), name="theMapCanvas"
    )
