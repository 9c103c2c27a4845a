"""Documents: the report, figures and files for other programs, made, listed and downloaded."""

from __future__ import annotations

import datetime
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from gisplan.api.export.options import datums_of, require_crs, zones
from gisplan.api.jobs import store
from gisplan.api.jobs.document_job import RESULTS
from gisplan.api.layers import layers
from gisplan.api.state import map_states
from gisplan.api.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.serve.ogc_page import ogc_key
from gisplan.serve.pages import back, language_of, page, place_of
from gisplan.text import Text

#: Folders of the workspace whose files are for others.
FOLDERS = ("reports", "figures", "exports")
#: What stands beside an export, and is not what one sends.
_BESIDE = (
    *(".meta.json", ".stac.json", ".columns.csv", ".qmd", ".sld", ".qml"),
    *("manifest.json", "catalog.json"),
)
#: Files listed of each; there may be hundreds.
_LISTED = 60
#: Documents asked for lately that are shown, with how far they are.
_JOBS = 8
FORMATS = (
    ("xlsx", Text("Excel", "Excel")),
    ("gpkg", Text("GeoPackage（QGIS、ArcGIS）", "GeoPackage (QGIS, ArcGIS)")),
    ("geojson", Text("GeoJSON", "GeoJSON")),
    (
        "shapefile",
        Text("Shapefile（zip，ArcGIS、旧软件）", "Shapefile (zip; ArcGIS, older programs)"),
    ),
    ("kml", Text("KML（奥维、Google Earth）", "KML (Google Earth)")),
    ("csv", Text("CSV", "CSV")),
    ("qgis", Text("QGIS 工程", "QGIS project")),
    ("dxf", Text("DXF（CAD）", "DXF (CAD)")),
    ("mbtiles", Text("MBTiles（矢量瓦片）", "MBTiles (vector tiles)")),
    ("pmtiles", Text("PMTiles（矢量瓦片）", "PMTiles (vector tiles)")),
)
#: In which datum coordinates may be written.
_DATUM_WORDS = {
    "wgs84": Text("WGS 84（GPS）", "WGS 84 (GPS)"),
    "cgcs2000": Text("2000 国家大地坐标系", "CGCS2000"),
    "gcj02": Text("GCJ-02（高德、腾讯地图用）", "GCJ-02 (Amap, Tencent)"),
}
_RESULT_FORMATS = ("xlsx", "csv", "geojson", "html")
_FIGURES = ("png", "pdf", "svg")


def _show(request: Request) -> Response:
    place = place_of(request)
    there = [listed_files(place, folder) for folder in FOLDERS]
    return page(
        request,
        "documents",
        screen="documents",
        maps=[item.spec for item in map_states(place)],
        layers=[spec for spec in layers(place) if spec.geometry != "raster"],
        formats=FORMATS,
        figures=_FIGURES,
        datums=_DATUM_WORDS,
        zones=zones(),
        results=RESULTS,
        result_formats=_RESULT_FORMATS,
        jobs=[job for job in store.listed(place) if job.kind == "document"][:_JOBS],
        live=f"{request.url.scheme}://{request.headers['host']}/ogc/{ogc_key(place)}/",
        files=[item for found in there for item in found[:_LISTED]],
        unlisted=sum(max(0, len(found) - _LISTED) for found in there),
    )


def listed_files(place: Workspace, folder: str) -> list[tuple[str, datetime.datetime, int]]:
    """List the files of a folder, the newest first.

    Parameters
    ----------
    place : Workspace
        The workspace.
    folder : str
        One of ``FOLDERS``.

    Returns
    -------
    list of (str, datetime.datetime, int)
        Path below the workspace, when it was written, and its bytes.
    """
    found = []
    try:
        there = sorted((place.root / folder).iterdir())
    except OSError:
        return []
    for path in there:
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            if path.name.endswith(_BESIDE):
                continue
            facts = path.stat()
            when = datetime.datetime.fromtimestamp(facts.st_mtime).astimezone()
            found.append((f"{folder}/{path.name}", when, facts.st_size))
    return sorted(found, key=lambda item: item[1], reverse=True)


async def _make(request: Request) -> Response:
    place, lang = place_of(request), language_of(request)
    form = await request.form(max_files=0, max_fields=500)
    what = str(form.get("what", ""))
    maps = {item.spec.name: item.spec.title for item in map_states(place)}
    asked: dict[str, object] = {"what": what}
    if what == "report":
        asked |= {"pdf": bool(form.get("pdf")), "docx": bool(form.get("docx"))}
        title = Text("报告", "report")
    elif what == "figure":
        named, ending = str(form.get("map", "")), str(form.get("format", ""))
        if named not in maps or ending not in _FIGURES:
            raise OptionError(Text("请选一张地图和一种格式", "choose a map and a format"))
        asked |= {"map": named, "format": ending}
        title = Text(f"插图：{maps[named].zh}", f"figure: {maps[named].en}")
    elif what == "export":
        formats = dict(FORMATS)
        ending = str(form.get("format", ""))
        if ending not in formats:
            raise OptionError(Text("请选一种格式", "choose a format"))
        wanted = [str(name) for name in form.getlist("layer") if name]
        datum, crs = str(form.get("datum", "wgs84")), str(form.get("crs", "")).strip()
        require_crs(ending, crs, datum=datum)
        if not crs and datum not in datums_of(ending):
            raise OptionError(
                Text(
                    f"{formats[ending].zh} 不能用这种坐标系，请选 WGS 84",
                    f"{formats[ending].en} can't be in this datum; choose WGS 84",
                )
            )
        known = {spec.name for spec in layers(place)}
        if unknown := [name for name in wanted if name not in known]:
            raise OptionError(
                Text(f"没有图层 {unknown[0][:60]}", f"there is no layer {unknown[0][:60]}")
            )
        asked |= {"format": ending, "layers": wanted, "datum": datum, "crs": crs or None}
        title = Text(f"导出：{formats[ending].zh}", f"export: {formats[ending].en}")
    elif what == "result":
        of, ending = str(form.get("of", "")), str(form.get("format", ""))
        if of not in RESULTS or ending not in _RESULT_FORMATS:
            raise OptionError(Text("请选一种结果和一种格式", "choose a result and a format"))
        asked |= {"of": of, "format": ending}
        title = Text(f"{RESULTS[of].zh}（{ending}）", f"{RESULTS[of].en} ({ending})")
    else:
        raise OptionError(Text("请选要做什么", "choose what is to be made"))
    return back(f"/jobs/{store.start('document', asked, title=title, place=place, lang=lang)}")


def _file(request: Request) -> Response:
    place = place_of(request)
    folder, name = request.path_params["folder"], request.path_params["name"]
    # only what stands in the folder by that very name: no path leads out of it
    if folder not in FOLDERS or not any(
        path == f"{folder}/{name}" for path, _, _ in listed_files(place, folder)
    ):
        raise HTTPException(404)
    # never shown in the office's own name: pages that were made have scripts and styles
    return FileResponse(
        place.root / folder / name,
        media_type="application/octet-stream",
        headers={"content-disposition": f"attachment; filename*=UTF-8''{quote(Path(name).name)}"},
    )


ROUTES = (
    Route("/documents", _show),
    Route("/documents", _make, methods=["POST"]),
    Route("/files/{folder}/{name}", _file),
)
