"""Files of other programs that are not read: what each is, and how to save it so that it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from gisplan.text import Text

_TO_TABLE = Text("请用原程序另存为 .xlsx 或 .csv", "save it as .xlsx or .csv in its own program")
_TO_LAYER = Text(
    "请在 QGIS 或原程序中导出为 GeoPackage（.gpkg）、Shapefile 或 GeoJSON",
    "export it as GeoPackage (.gpkg), shapefile or GeoJSON in QGIS or its own program",
)


def _is(zh: str, en: str, remedy: Text) -> Text:
    return Text(f"这是{zh}；{remedy.zh}", f"this is {en}; {remedy.en}")


_UNPACK = Text("请解压，再导入其中的文件", "unpack it and import the file inside")
_TYPED = Text("请把其中的表格录入或复制到 .xlsx", "type or copy the table that it holds into .xlsx")
_KMZ = Text(
    "请在奥维互动地图中另存为 KML（.kml）或 Shapefile，并记下所用的坐标系（导入时用 --datum 写明）",
    "save it as KML (.kml) or shapefile in Ovital Map, and note the datum (say it with --datum)",
)
_DWG = Text(
    "请在 CAD 中另存为 DXF（.dxf），或在 QGIS 中导出为 GeoPackage",
    "save it as DXF (.dxf) in CAD, or export it as GeoPackage in QGIS",
)
_SHP = Text("请导入与它同名的 .shp 文件", "import the .shp file of the same name")
_TAB = Text("请导入与它同名的 .tab 或 .mif 文件", "import the .tab or .mif file of the same name")
#: Ending -> what it is and what to do.
_BY_ENDING: Mapping[str, Text] = {
    ".ovobj": _is("奥维互动地图的对象文件", "a file of Ovital Map", _KMZ),
    ".ovjsn": _is("奥维互动地图的对象文件", "a file of Ovital Map", _KMZ),
    ".dwg": _is("AutoCAD 图形", "an AutoCAD drawing", _DWG),
    ".dgn": _is("MicroStation 图形", "a MicroStation drawing", _DWG),
    ".et": _is("WPS 表格文件", "a WPS spreadsheet", _TO_TABLE),
    ".xlsb": _is("Excel 二进制工作簿", "a binary Excel workbook", _TO_TABLE),
    ".numbers": _is("Numbers 表格", "a Numbers spreadsheet", _TO_TABLE),
    ".mdb": _is("Access 数据库", "an Access database", _TO_LAYER),
    ".accdb": _is("Access 数据库", "an Access database", _TO_TABLE),
    ".doc": _is("Word 文档", "a Word document", _TYPED),
    ".docx": _is("Word 文档", "a Word document", _TYPED),
    ".wps": _is("WPS 文字文档", "a WPS document", _TYPED),
    ".pdf": _is("PDF 文档", "a PDF document", _TYPED),
    ".rar": _is("压缩包", "an archive", _UNPACK),
    ".7z": _is("压缩包", "an archive", _UNPACK),
    ".gz": _is("压缩包", "an archive", _UNPACK),
    ".tar": _is("压缩包", "an archive", _UNPACK),
    ".htm": _is("网页", "a web page", _TO_TABLE),
    ".html": _is("网页", "a web page", _TO_TABLE),
    ".dbf": _is("Shapefile 的属性表", "the table of a shapefile", _SHP),
    ".shx": _is("Shapefile 的一部分", "a part of a shapefile", _SHP),
    ".prj": _is("Shapefile 的坐标系说明", "the coordinate system of a shapefile", _SHP),
    ".cpg": _is("Shapefile 的编码说明", "the encoding of a shapefile", _SHP),
    ".dat": _is(
        "MapInfo 文件的一部分，或其他数据", "a part of a MapInfo file, or other data", _TAB
    ),
    ".map": _is("MapInfo 文件的一部分", "a part of a MapInfo file", _TAB),
    ".id": _is("MapInfo 文件的一部分", "a part of a MapInfo file", _TAB),
    ".mid": _is("MapInfo 文件的一部分", "a part of a MapInfo file", _TAB),
    ".mxd": _is("ArcMap 工程，不含数据", "an ArcMap project, which holds no data", _TO_LAYER),
    ".qgz": _is("QGIS 工程，不含数据", "a QGIS project, which holds no data", _TO_LAYER),
    ".qgs": _is("QGIS 工程，不含数据", "a QGIS project, which holds no data", _TO_LAYER),
    ".lyr": _is(
        "ArcGIS 图层样式，不含数据", "an ArcGIS layer file, which holds no data", _TO_LAYER
    ),
    ".gml": _is("GML", "GML", _TO_LAYER),
    ".sqlite": _is("SQLite 数据库", "an SQLite database", _TO_LAYER),
    ".e00": _is("ArcInfo 交换文件", "an ArcInfo exchange file", _TO_LAYER),
    ".vct": _is("国土矢量交换文件（VCT）", "a Chinese vector exchange file (VCT)", _TO_LAYER),
    ".wl": _is("MapGIS 文件", "a MapGIS file", _TO_LAYER),
    ".wp": _is("MapGIS 文件", "a MapGIS file", _TO_LAYER),
    ".wt": _is("MapGIS 文件", "a MapGIS file", _TO_LAYER),
    ".udb": _is("超图数据源", "a SuperMap source", _TO_LAYER),
    ".udbx": _is("超图数据源", "a SuperMap source", _TO_LAYER),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"^(<!--.*?-->|<\?xml[^>]*>|\s)*<(!doctype\s+html|html|head|meta|table|style|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SPREADSHEET = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet|<Workbook\b")
_TOPOLOGY = re.compile(rb'"type"\s*:\s*"Topology"')
_PASSWORD = Text(
    "工作簿有密码（或受权限管理）；请在 Excel 或 WPS 中去掉密码，另存后再用",
    "the workbook has a password (or is rights-managed); save it without one in Excel or WPS",
)
_RESAVE = Text(
    "请用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx"
)


def _text_as_workbook(start: bytes) -> bool:
    if not start or b"\x00" in start:
        return False
    return b"," in start or b"\t" in start


#: What the first bytes of a file say that its ending does not: a test, and what to do.
_BY_CONTENT: tuple[tuple[frozenset[str], Callable[[bytes], bool], Text], ...] = (
    (
        frozenset({".xls", ".xlsx", ".xlsm", ".csv", ".txt", ".ods"}),
        lambda start: bool(_HTML.match(start.removeprefix(b"\xef\xbb\xbf"))),
        _is("存成表格扩展名的网页", "a web page saved with the ending of a table", _RESAVE),
    ),
    (
        frozenset({".xls", ".xlsx", ".xlsm", ".csv", ".txt"}),
        lambda start: bool(_SPREADSHEET.search(start)),
        _is("“XML 电子表格 2003”", "an “XML spreadsheet 2003”", _RESAVE),
    ),
    (
        frozenset({".xls", ".xlsx", ".xlsm"}),
        lambda start: not start.startswith((_OLE, b"PK", b"<")) and _text_as_workbook(start),
        _is(
            "存成工作簿扩展名的文字表格",
            "a text table saved with the ending of a workbook",
            Text("请把扩展名改为 .csv", "give it the ending .csv"),
        ),
    ),
    (
        frozenset({".json", ".geojson"}),
        lambda start: bool(_TOPOLOGY.search(start)),
        _is("TopoJSON", "TopoJSON", _TO_LAYER),
    ),
    (
        frozenset({".kml", ".ovkml"}),
        lambda start: start.startswith(b"PK\x03\x04"),
        _is(
            "压缩的 KML",
            "compressed KML",
            Text("请把扩展名改为 .kmz", "give it the ending .kmz"),
        ),
    ),
)


def by_ending(path: Path) -> Text | None:
    """Say of a file that is not read what it is and how to save it.

    Parameters
    ----------
    path : pathlib.Path
        The file; only its name is looked at.

    Returns
    -------
    Text or None
        None if nothing is known of that ending.
    """
    return _BY_ENDING.get(path.suffix.lower())


def by_content(path: Path, start: bytes) -> Text | None:
    """Say of a file whose content is not what its ending says what to do with it.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    start : bytes
        Its first bytes.

    Returns
    -------
    Text or None
        None if its content is none that people save under that ending by mistake.
    """
    ending = path.suffix.lower()
    if ending in {".xlsx", ".xlsm", ".xls"} and start.startswith(_OLE) and _is_locked(path):
        return _PASSWORD
    for endings, is_it, words in _BY_CONTENT:
        if ending in endings and is_it(start):
            return words
    return None


def _is_locked(path: Path) -> bool:
    # Tell whether a file of Office is an encrypted package, by the name of its stream.
    with path.open("rb") as stream:
        before = b""
        while chunk := stream.read(1 << 20):
            if _ENCRYPTED in before + chunk:
                return True
            before = chunk[-len(_ENCRYPTED) :]
    return False
