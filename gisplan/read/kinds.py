"""Which files are read, and by what: the ending decides, the first bytes must agree.

The content never chooses the reader. A file that only claims to be GeoJSON can't make GDAL
open what it points to, and a name can't lead to the network or into an archive.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gisplan.read.options import Limits, refusal, unreadable

#: A name that GDAL or another library would take for something else than a local file.
_REMOTE = re.compile(r"^[/\\]vsi|^[A-Za-z][A-Za-z0-9+.\-]+:[/\\]", re.IGNORECASE)
_BLANKS = b" \t\r\n"
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
    """

    name: str
    endings: tuple[str, ...]
    starts: Callable[[bytes], bool]
    drivers: tuple[str, ...] = ()


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
    Kind(
        name="GeoJSON",
        endings=(".geojson", ".json"),
        starts=_after_blanks(b"{"),
        drivers=("GeoJSON",),
    ),
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
    Kind(name="KML", endings=(".kml",), starts=_after_blanks(b"<"), drivers=("LIBKML", "KML")),
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
        raise refusal(
            file,
            f"不认识的文件类型，可用 {'、'.join(ENDINGS)}",
            f"unknown kind of file; {', '.join(ENDINGS)} are read",
        )
    try:
        if not path.is_file():
            raise refusal(file, f"没有这个文件（{path}）", f"there is no such file ({path})")
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(4096)
    except OSError as error:
        if error.errno is None:  # ours
            raise
        raise unreadable(file, str(error.strerror), str(error.strerror)) from error
    _check(file, kind, size, start, limits)
    return kind


def _check(file: str, kind: Kind, size: int, start: bytes, limits: Limits) -> None:
    if not size:
        raise unreadable(file, "文件是空的", "the file is empty")
    if size > limits.file_bytes:
        raise refusal(
            file,
            f"文件有 {size:,} 字节，超过上限 {limits.file_bytes:,}；请拆分后再用",
            f"{size:,} bytes are above the limit of {limits.file_bytes:,}; split the file",
        )
    if not kind.starts(start):
        others = [k.name for k in KINDS if k.starts is not _any and k.starts(start)]
        zh = f"，像是 {'、'.join(others)}" if others else ""
        en = f"; it looks like {' or '.join(others)}" if others else ""
        raise unreadable(
            file,
            f"内容不是 {kind.name}{zh}；请改用正确的扩展名或重新导出",
            f"the content is not {kind.name}{en}; give it its right ending or export it again",
        )
