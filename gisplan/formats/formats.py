"""The formats that a layer can be written in; one dictionary is the registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gisplan.formats.datums import Datum
from gisplan.formats.names import RASTER
from gisplan.text import Text

if TYPE_CHECKING:
    import numpy as np

    from gisplan.catalog.layer import Layer
    from gisplan.formats.prepared import Prepared

_PLAIN: tuple[Datum, ...] = ("wgs84", "gcj02")
_CODED: tuple[Datum, ...] = ("wgs84", "cgcs2000", "gcj02")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of files that hold one layer each.

    Attributes
    ----------
    title : Text
        What people call it.
    ending : str
        Of its files, or of its folders.
    tables : bool
        Whether it takes layers without geometry too.
    rasters : bool
        Whether it takes rasters, and nothing else.
    planar : bool
        Whether it is drawn in metres of a projected system, which is declared.
    held : callable, optional
        Given the layer, tells which of its rows a file holds; all of them if left out.
    datums : tuple of Datum
        What its coordinates may be in.
    media : str
        Media type.
    write : callable
        Given the layer and a path.
    count : callable
        Reads a file just written and gives its rows.
    """

    title: Text
    ending: str
    tables: bool = False
    rasters: bool = False
    planar: bool = False
    datums: tuple[Datum, ...] = _PLAIN
    media: str
    held: Callable[[Layer], np.ndarray] | None = None
    write: Callable[[Prepared, Path], None]
    count: Callable[[Path], int]


def _of(module: str, name: str) -> Callable[..., Any]:
    """Give a function of a module of a format, which is brought in when it is called.

    Parameters
    ----------
    module : str
        Name of the module below ``gisplan.formats``.
    name : str
        Name of the function.

    Returns
    -------
    callable
        Stands for that function.
    """

    def call(*given: Any) -> Any:
        return getattr(import_module(f"gisplan.formats.{module}"), name)(*given)

    return call


_rows = _of("through_gdal", "count_rows")
#: All layers in one file, and the project that opens it: written once, not for each layer.
GEOPACKAGE, PROJECT = "gpkg", "qgis"
WHOLE: Mapping[str, Text] = {
    GEOPACKAGE: Text("GeoPackage，全部图层在一个文件中", "GeoPackage, all layers in one file"),
    PROJECT: Text("QGIS 工程，连同 GeoPackage", "QGIS project, with its GeoPackage"),
}
FORMATS: Mapping[str, Format] = {
    "geojson": Format(
        title=Text("GeoJSON（RFC 7946）", "GeoJSON (RFC 7946)"),
        ending=".geojson",
        media="application/geo+json",
        write=_of("geojson", "write"),
        count=_of("feature_lines", "count_collection"),
    ),
    "geojsonseq": Format(
        title=Text("GeoJSON，每行一个要素", "GeoJSON, a feature a line"),
        ending=".geojsonl",
        media="application/geo+json-seq",
        write=_of("geojson", "write_lines"),
        count=_of("feature_lines", "count_lines"),
    ),
    "parquet": Format(
        title=Text("GeoParquet 1.1", "GeoParquet 1.1"),
        ending=".parquet",
        tables=True,
        media="application/vnd.apache.parquet",
        write=_of("geoparquet", "write"),
        count=_of("geoparquet", "count"),
    ),
    "flatgeobuf": Format(
        title=Text("FlatGeobuf", "FlatGeobuf"),
        ending=".fgb",
        media="application/vnd.flatgeobuf",
        write=_of("flatgeobuf", "write"),
        count=_rows,
    ),
    "kml": Format(
        title=Text("KML", "KML"),
        ending=".kml",
        datums=("wgs84",),
        media="application/vnd.google-earth.kml+xml",
        write=_of("kml", "write"),
        count=_of("kml", "count"),
    ),
    "shapefile": Format(
        title=Text("Shapefile，每个图层一个文件夹", "shapefile, a folder for each layer"),
        ending=".shapefile",
        datums=_CODED,
        media="application/vnd.shp",
        write=_of("shapefile", "write"),
        count=_of("shapefile", "count"),
    ),
    "filegdb": Format(
        title=Text("文件地理数据库，每个图层一个", "file geodatabase, one for each layer"),
        ending=".gdb",
        tables=True,
        datums=_CODED,
        media="application/vnd.esri.filegdb",
        write=_of("geodatabase", "write"),
        count=_of("geodatabase", "count"),
    ),
    "mbtiles": Format(
        title=Text("MBTiles，矢量瓦片", "MBTiles, vector tiles"),
        ending=".mbtiles",
        held=_of("vector_tiles", "held"),
        datums=("wgs84",),
        media="application/vnd.mapbox-vector-tile",
        write=_of("vector_tiles", "write_mbtiles"),
        count=_of("vector_tiles", "count"),
    ),
    "pmtiles": Format(
        title=Text("PMTiles，矢量瓦片", "PMTiles, vector tiles"),
        ending=".pmtiles",
        held=_of("vector_tiles", "held"),
        datums=("wgs84",),
        media="application/vnd.pmtiles",
        write=_of("vector_tiles", "write_pmtiles"),
        count=_of("vector_tiles", "count"),
    ),
    "dxf": Format(
        title=Text("DXF，CAD 图（米）", "DXF, a CAD drawing in metres"),
        ending=".dxf",
        planar=True,
        held=_of("prepared", "placed"),
        datums=("wgs84",),
        media="image/vnd.dxf",
        write=_of("dxf", "write"),
        count=_of("dxf", "count"),
    ),
    "csv": Format(
        title=Text("CSV（UTF-8，带 BOM）", "CSV (UTF-8 with BOM)"),
        ending=".csv",
        tables=True,
        media="text/csv",
        write=_of("sheets", "write"),
        count=_of("sheets", "count_csv"),
    ),
    "csv-wkt": Format(
        title=Text("CSV，图形都写成 WKT", "CSV with all shapes as WKT"),
        ending=".wkt.csv",
        media="text/csv",
        write=_of("sheets", "write_whole"),
        count=_of("sheets", "count_csv"),
    ),
    "xlsx": Format(
        title=Text("Excel 工作簿", "Excel workbook"),
        ending=".xlsx",
        tables=True,
        media="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write=_of("sheets", "write_workbook"),
        count=_of("sheets", "count_workbook"),
    ),
    "cog": Format(
        title=Text("云优化 GeoTIFF（栅格）", "Cloud-Optimised GeoTIFF (rasters)"),
        ending=RASTER,
        rasters=True,
        datums=("wgs84",),
        media="image/tiff; application=geotiff; profile=cloud-optimized",
        write=_of("cog", "write"),
        count=_of("cog", "count"),
    ),
}
#: Files for which a projected system must be declared, and all others.
DRAWINGS: tuple[str, ...] = tuple(name for name, kind in FORMATS.items() if kind.planar)
ALL: tuple[str, ...] = (GEOPACKAGE, PROJECT, *(n for n in FORMATS if n not in DRAWINGS))
#: Not a file: a database that the user names.
POSTGIS = "postgis"


def takes(name: str, item: Prepared) -> bool:
    """Tell whether a format of :data:`ALL` can hold a layer.

    Parameters
    ----------
    name : str
        Name of the format.
    item : Prepared
        The layer, ready to be written.

    Returns
    -------
    bool
        Whether it can.
    """
    if name not in FORMATS:
        return not item.is_raster
    kind = FORMATS[name]
    if item.is_raster or kind.rasters:
        return item.is_raster and kind.rasters
    return item.has_shapes or kind.tables


def rows_in(name: str, item: Prepared) -> int:
    """Give the rows that a file of a format of :data:`FORMATS` holds of a layer.

    Parameters
    ----------
    name : str
        Name of the format.
    item : Prepared
        The layer, ready to be written.

    Returns
    -------
    int
        All of them, or those that the format can hold.
    """
    held = FORMATS[name].held
    return len(item.layer.table) if held is None else int(held(item.layer).sum())


def datums_of(name: str) -> tuple[Datum, ...]:
    """Give the datums that a format of :data:`ALL` takes.

    Parameters
    ----------
    name : str
        Name of the format.

    Returns
    -------
    tuple of Datum
        In the order in which they are offered.
    """
    return FORMATS[name].datums if name in FORMATS else _CODED
