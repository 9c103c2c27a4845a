"""Which files are read, and by what: the ending decides, the first bytes must agree.

The content never chooses the reader. A file that only claims to be GeoJSON can't make GDAL
open what it points to, and a name can't lead to the network or into an archive.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gisplan.read import foreign
from gisplan.read.options import Limits, refusal, unreadable
from gisplan.reasons import reason

#: A name that GDAL or another library would take for something else than a local file.
_REMOTE = re.compile(r"^[/\\]vsi|^[A-Za-z][A-Za-z0-9+.\-]+:[/\\]", re.IGNORECASE)
_BLANKS = b" \t\r\n"
#: What Esri's own JSON says of its geometries.
_ESRI = b"esriGeometry"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file.

    Attributes
    ----------
    name : str
        What people call it.
    endings : tuple of str
        Lower-case, with the dot.
    starts : callable
        Whether a file of this kind may start with these bytes.
    drivers : tuple of str
        The GDAL drivers that may open it, the first that is there; none if GDAL has no part.
    is_folder : bool
        Whether it is a folder.
    """

    name: str
    endings: tuple[str, ...]
    starts: Callable[[bytes], bool]
    drivers: tuple[str, ...] = ()
    is_folder: bool = False


def _by(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda start: start.startswith(signatures)


def _after_blanks(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda start: start.removeprefix(_BOM).lstrip(_BLANKS).startswith(signatures)


def _any(start: bytes) -> bool:
    return bool(start)


KINDS: tuple[Kind, ...] = (
    Kind(name="CSV", endings=(".csv", ".tsv", ".txt"), starts=_any),
    Kind(name="XLSX", endings=(".xlsx", ".xlsm"), starts=_by(b"PK\x03\x04")),
    Kind(name="XLS", endings=(".xls",), starts=_by(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    Kind(name="ODS", endings=(".ods",), starts=_by(b"PK\x03\x04")),
    Kind(
        name="GeoJSON",
        endings=(".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson", ".jsonl"),
        starts=_after_blanks(b"{", b"\x1e"),
        drivers=("GeoJSON",),
    ),
    Kind(name="Esri JSON", endings=(), starts=_after_blanks(b"{"), drivers=("ESRIJSON",)),
    Kind(
        name="GeoPackage",
        endings=(".gpkg",),
        starts=_by(b"SQLite format 3\x00"),
        drivers=("GPKG",),
    ),
    Kind(
        name="Shapefile",
        endings=(".shp",),
        starts=_by(b"\x00\x00\x27\x0a"),
        drivers=("ESRI Shapefile",),
    ),
    Kind(
        name="zipped Shapefile",
        endings=(".zip",),
        starts=_by(b"PK\x03\x04"),
        drivers=("ESRI Shapefile",),
    ),
    Kind(
        name="KML",
        endings=(".kml", ".ovkml"),
        starts=_after_blanks(b"<"),
        drivers=("LIBKML", "KML"),
    ),
    Kind(name="KMZ", endings=(".kmz",), starts=_by(b"PK\x03\x04"), drivers=("LIBKML", "KML")),
    Kind(name="GPX", endings=(".gpx",), starts=_after_blanks(b"<"), drivers=("GPX",)),
    Kind(
        name="MapInfo",
        endings=(".tab", ".mif"),
        starts=lambda start: start.lstrip(_BLANKS)[:8].lower().startswith((b"!table", b"version")),
        drivers=("MapInfo File",),
    ),
    Kind(
        name="DXF",
        endings=(".dxf",),
        starts=lambda start: b"SECTION" in start or start.startswith(b"AutoCAD Binary DXF"),
        drivers=("DXF",),
    ),
    Kind(
        name="file geodatabase",
        endings=(".gdb",),
        starts=_any,
        drivers=("OpenFileGDB",),
        is_folder=True,
    ),
    Kind(
        name="FlatGeobuf",
        endings=(".fgb",),
        starts=_by(b"fgb\x03fgb"),
        drivers=("FlatGeobuf",),
    ),
    Kind(name="GeoParquet", endings=(".parquet", ".geoparquet"), starts=_by(b"PAR1")),
)
_BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}
_BY_NAME = {kind.name: kind for kind in KINDS}
#: Endings of all files that are read.
ENDINGS: tuple[str, ...] = tuple(_BY_ENDING)


def named(name: str) -> Kind:
    """Give the kind of that name.

    Parameters
    ----------
    name : str
        Name of the kind.

    Returns
    -------
    Kind
        That kind.
    """
    return _BY_NAME[name]


def recognised(path: Path, limits: Limits) -> Kind:
    """Give the kind of a file, after its name, size and first bytes have been looked at.

    Parameters
    ----------
    path : Path
        The file.
    limits : Limits
        Greatest size in bytes.

    Returns
    -------
    Kind
        The kind that its ending names and its bytes don't contradict.

    Raises
    ------
    FileError
        If the name is no local file's, the file is missing, too big or empty, or of no kind
        that is read, or its first bytes are not those of its kind.
    """
    file = path.name
    if _REMOTE.search(str(path)) or _REMOTE.search(str(path.absolute())) or "\x00" in str(path):
        raise refusal(
            file,
            f"“{path}”不是本机文件；请先下载，再写明本机路径",
            f"“{path}” is no file of this computer; download it and name the local path",
        )
    kind = _BY_ENDING.get(path.suffix.lower())
    if kind is None:
        if told := foreign.by_ending(path):
            raise refusal(file, told.zh, told.en)
        raise refusal(
            file,
            f"不认识的文件类型，可用 {'、'.join(ENDINGS)}",
            f"unknown kind of file; {', '.join(ENDINGS)} are read",
        )
    if kind.is_folder:
        _check_folder(path, limits)
        return kind
    try:
        if path.is_dir():
            raise refusal(
                file,
                "没有这个文件，只有同名的文件夹；请写明其中的文件",
                "no such file, but a folder of that name; name a file in it",
            )
        if not path.is_file():
            raise refusal(file, f"没有这个文件（{path}）", f"there is no such file ({path})")
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(4096)
    except OSError as error:
        if error.errno is None:  # ours
            raise
        raise _unopened(file, error) from error
    _check(path, kind, size, start, limits)
    return named("Esri JSON") if kind.name == "GeoJSON" and _ESRI in start else kind


def _unopened(file: str, error: OSError) -> OSError:
    why = reason(error)
    made = unreadable(file, why.zh, why.en)
    made.add_note(str(error))
    return made


def _check_folder(path: Path, limits: Limits) -> None:
    # Refuse a folder called .gdb that is no file geodatabase, or is too large.
    if not path.is_dir() or not any(path.glob("a0000000*.gdbtable")):
        raise unreadable(
            path.name,
            "不是完整的 ArcGIS 文件地理数据库（.gdb 文件夹）；请在 ArcGIS 或 QGIS 中把要用的图层"
            "导出为 GeoPackage（.gpkg）或 Shapefile",
            "no whole file geodatabase of ArcGIS (a folder .gdb); export the layer from ArcGIS or "
            "QGIS as GeoPackage (.gpkg) or shapefile",
        )
    size = sum(part.stat().st_size for part in path.iterdir() if part.is_file())
    if size > limits.file_bytes:
        raise _too_big(path.name, size, limits)


def _too_big(file: str, size: int, limits: Limits) -> OSError:
    return refusal(
        file,
        f"文件有 {size:,} 字节，超过上限 {limits.file_bytes:,}；请拆分后再用",
        f"{size:,} bytes are above the limit of {limits.file_bytes:,}; split the file",
    )


def _check(path: Path, kind: Kind, size: int, start: bytes, limits: Limits) -> None:
    file = path.name
    if not size:
        raise unreadable(file, "文件是空的", "the file is empty")
    if size > limits.file_bytes:
        raise _too_big(file, size, limits)
    if told := foreign.by_content(path, start):
        raise unreadable(file, told.zh, told.en)
    if not kind.starts(start):
        others = [k.name for k in KINDS if k.endings and k.starts is not _any and k.starts(start)]
        zh = f"，像是 {'、'.join(others)}" if others else ""
        en = f"; it looks like {' or '.join(others)}" if others else ""
        raise unreadable(
            file,
            f"内容不是 {kind.name}{zh}；请改用正确的扩展名或重新导出",
            f"the content is not {kind.name}{en}; give it its right ending or export it again",
        )
