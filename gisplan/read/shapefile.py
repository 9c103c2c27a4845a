"""Shapefiles, plain or zipped: the files that belong together, and what their text is in."""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gisplan.read.archive import Archive, bundled
from gisplan.read.encoding import known
from gisplan.read.heading import refuse_twice
from gisplan.read.options import Finding, Limits, refusal, unreadable
from gisplan.read.part import Job
from gisplan.text import Text

_NEEDED = (".shp", ".shx", ".dbf")
_TAKEN = (*_NEEDED, ".prj", ".cpg")
_HEADER, _FIELD = 32, 32
_RECORD = 8
_NOTHING = Text("", "")
#: Language byte of a dBASE table for the code page of Chinese Windows.
_CHINESE = 0x4D


@dataclass(frozen=True, slots=True)
class Shapefile:
    """One shapefile, its files by ending.

    Attributes
    ----------
    name : str
        Name without ending.
    files : mapping of str to bytes
        Content of each file, by its ending with the dot.
    """

    name: str
    files: Mapping[str, bytes]

    def bundle(self) -> bytes:
        """Give it as an archive in memory, under a name of ours.

        Returns
        -------
        bytes
            The archive, without the ``.cpg``.
        """
        kept = {ending: data for ending, data in self.files.items() if ending != ".cpg"}
        return bundled([(f"layer{ending}", data) for ending, data in kept.items()])


def gathered(job: Job) -> list[Shapefile]:
    """Give the shapefiles of a job: the one named, or all in a zip archive.

    Parameters
    ----------
    job : Job
        The file and the options.

    Returns
    -------
    list of Shapefile
        At least one.

    Raises
    ------
    FileError
        If one of ``.shp``, ``.shx``, ``.dbf`` is missing, or none is in the archive.
    """
    plain = job.kind == "Shapefile"
    found = {job.path.stem: _beside(job.path, job.options.limits)} if plain else _zipped(job)
    shapefiles = []
    for name, files in found.items():
        missing = [ending for ending in _NEEDED if ending not in files]
        if missing:
            raise unreadable(
                job.file,
                f"{name} 缺少 {'、'.join(missing)}；.shp、.shx、.dbf 应放在一起",
                f"{name} lacks {', '.join(missing)}; .shp, .shx and .dbf belong together",
            )
        shapefiles.append(Shapefile(name, files))
    return shapefiles


def _beside(path: Path, limits: Limits) -> dict[str, bytes]:
    files = {}
    for other in sorted(path.parent.iterdir()):
        ending = other.suffix.lower()
        if other.stem == path.stem and ending in _TAKEN and other.is_file():
            if other.stat().st_size > limits.file_bytes:
                raise refusal(
                    other.name,
                    f"超过上限 {limits.file_bytes:,} 字节；请拆分后再用",
                    f"it is above the limit of {limits.file_bytes:,} bytes; split it",
                )
            files[ending] = other.read_bytes()
    return files


def _zipped(job: Job) -> dict[str, dict[str, bytes]]:
    found: dict[str, dict[str, bytes]] = {}
    with Archive(job.path, job.options.limits) as archive:
        for name in archive.names:
            path = PurePosixPath(name.replace("\\", "/"))
            if path.suffix.lower() in _TAKEN and "__MACOSX" not in path.parts:
                content = b"".join(archive.chunks(name))
                found.setdefault(str(path.with_suffix("")), {})[path.suffix.lower()] = content
        names = archive.names
    found = {name: files for name, files in found.items() if ".shp" in files}
    if not found:
        some = names[:5]
        more = (
            Text(f" 等 {len(names)} 个文件", f" … ({len(names)} files)") if names[5:] else _NOTHING
        )
        raise unreadable(
            job.file,
            f"压缩包里没有 Shapefile，只有 {'、'.join(some) or '空文件夹'}{more.zh}；"
            "请解压，再导入其中的文件",
            f"the archive holds no shapefile, but {', '.join(some) or 'nothing'}{more.en}; unpack "
            "it and import the file inside",
        )
    return found


def checked(shapefile: Shapefile, job: Job) -> tuple[str, list[Finding], int]:
    """Check the files against each other, and tell which encoding the attributes are in.

    Parameters
    ----------
    shapefile : Shapefile
        Its files.
    job : Job
        The file that they are of, and the options.

    Returns
    -------
    tuple of str, list of Finding and int
        The encoding, what was found, and how many records are marked as deleted.

    Raises
    ------
    FileError
        If a file is shorter than its header says, the files hold different numbers of
        records, or two fields share a name.
    """
    records = _table_size(shapefile, job)
    _check_shapes(shapefile, records, job)
    dbf = shapefile.files[".dbf"]
    code, told = _encoding(shapefile, job)
    names = [name.decode(code, "replace") for name, _, _ in _fields(dbf)]
    refuse_twice(names, [str(at) for at in range(1, len(names) + 1)], job.file)
    found = [told]
    header, length = struct.unpack_from("<HH", dbf, 8)
    deleted = sum(dbf[header + at * length] == ord("*") for at in range(records))
    if deleted:
        message = Text(
            f"{shapefile.name} 有 {deleted} 条已标记删除的记录，未读入",
            f"{shapefile.name} has {deleted} record(s) marked as deleted, which are not read",
        )
        found.append(Finding(kind="deleted", message=message))
    return for_gdal(code), found, deleted


def for_gdal(code: str) -> str:
    """Give the name that GDAL has for an encoding of Python.

    Parameters
    ----------
    code : str
        A name that Python knows.

    Returns
    -------
    str
        ``ISO-8859-1`` for ``latin-1``; others in capitals.
    """
    name = codecs.lookup(code).name
    return re.sub(r"^ISO-?8859[-_]", "ISO-8859-", name.upper())


def _table_size(shapefile: Shapefile, job: Job) -> int:
    dbf = shapefile.files[".dbf"]
    if len(dbf) > _HEADER:
        records, header, length = struct.unpack_from("<IHH", dbf, 4)
        if length and header > _HEADER and header + records * length <= len(dbf):
            return int(records)
    raise unreadable(
        job.file,
        f"{shapefile.name}.dbf 已损坏或不完整",
        f"{shapefile.name}.dbf is damaged or cut off",
    )


def _check_shapes(shapefile: Shapefile, records: int, job: Job) -> None:
    for ending in (".shp", ".shx"):
        data = shapefile.files[ending]
        size = 2 * struct.unpack_from(">I", data, 24)[0] if len(data) >= 100 else -1
        if not 100 <= size <= len(data):
            raise unreadable(
                job.file,
                f"{shapefile.name}{ending} 已损坏或不完整",
                f"{shapefile.name}{ending} is damaged or cut off",
            )
    shapes = (2 * struct.unpack_from(">I", shapefile.files[".shx"], 24)[0] - 100) // _RECORD
    if shapes != records:
        raise unreadable(
            job.file,
            f"{shapefile.name} 有 {shapes} 个图形、{records} 条属性，两者应相等",
            f"{shapefile.name} has {shapes} shapes and {records} records; they must be as many",
        )


def _fields(dbf: bytes) -> list[tuple[bytes, str, int]]:
    """Give name, type and width of the fields.

    Parameters
    ----------
    dbf : bytes
        Content of the table.

    Returns
    -------
    list[tuple[bytes, str, int]]
        Name in bytes, type as one letter, width in bytes.
    """
    fields = []
    at = _HEADER
    (header,) = struct.unpack_from("<H", dbf, 8)
    while at + _FIELD <= min(header, len(dbf)) and dbf[at] != 0x0D:
        name = dbf[at : at + 11].split(b"\x00")[0].strip()
        fields.append((name, chr(dbf[at + 11]), dbf[at + 16]))
        at += _FIELD
    return fields


def _encoding(shapefile: Shapefile, job: Job) -> tuple[str, Finding]:
    dbf = shapefile.files[".dbf"]
    named = _named(shapefile.files.get(".cpg", b""))
    told = Text("自动识别", "detected")
    if job.options.encoding:
        code, told = known(job.options.encoding, job.file), Text("已指定", "as told")
    elif named and not _says_little(named) and _decodes(dbf, named):
        code, told = named, Text("据 .cpg", "by the .cpg")
    elif _decodes(dbf, "utf-8"):
        code = "utf-8"
    elif dbf[29] == _CHINESE or (_decodes(dbf, "gb18030") and _is_chinese(dbf, named)):
        code = "gb18030"
    elif named and _decodes(dbf, named):
        code, told = named, Text("据 .cpg", "by the .cpg")
    else:
        code, told = "gb18030", Text("不能肯定，请用 encoding 指定", "not certain; name it")
    message = Text(f"属性编码 {code}（{told.zh}）", f"attributes in {code} ({told.en})")
    return code, Finding(kind="encoding", message=message)


def _says_little(code: str) -> bool:
    # Tell whether any bytes are text in an encoding, which many programs write by default.
    name = codecs.lookup(code).name
    return name.startswith(("iso8859", "cp125", "latin", "mac"))


def _is_chinese(dbf: bytes, named: str | None) -> bool:
    # Tell Chinese from a western text, as which the .cpg may name it, by the characters.
    # The characters of GB 2312, which are nearly all that are in use, are two bytes beyond ASCII;
    # western words hardly have two such letters one behind the other.
    if named is None:
        return True
    text = dbf[struct.unpack_from("<H", dbf, 8)[0] :].decode("gb18030", "replace")
    beyond = [character for character in text if character > "\x7f"]
    usual = sum(len(character.encode("gb2312", "ignore")) == 2 for character in beyond)
    return usual * 10 >= len(beyond) * 9


def _named(cpg: bytes) -> str | None:
    """Give the encoding that a .cpg names, as Python calls it.

    Parameters
    ----------
    cpg : bytes
        Content of the file.

    Returns
    -------
    str or None
        Name of the encoding; None if it names none that is known.
    """
    word = cpg.decode("ascii", "ignore").strip().lower()
    if word in {"936", "cp936", "gbk", "gb2312", "ansi 936"}:
        return "gb18030"
    if latin := re.fullmatch(r"(?:iso[ -]?)?8859[ _-]?(\d{1,2})", word):
        word = f"iso-8859-{latin[1]}"
    number = re.fullmatch(r"(?:ansi |cp|windows-)?(\d{3,5})", word)
    try:
        return known(f"cp{number[1]}" if number and number[1] != "65001" else word, "")
    except OSError:
        return "utf-8" if number else None


def _decodes(dbf: bytes, code: str) -> bool:
    """Tell whether all text is of an encoding; the last character of a full field may be cut.

    Parameters
    ----------
    dbf : bytes
        Content of the table.
    code : str
        Name of the encoding.

    Returns
    -------
    bool
        True if every text field of every record is.
    """
    records, header, length = struct.unpack_from("<IHH", dbf, 4)
    fields = _fields(dbf)
    try:
        for name, _, _ in fields:
            name.decode(code)
    except UnicodeDecodeError as error:
        if error.end < len(error.object):
            return False
    for at in range(records):
        place = header + at * length + 1
        for _, kind, width in fields:
            cell = dbf[place : place + width]
            place += width
            if kind != "C" or cell.isascii():
                continue
            try:
                cell.decode(code)
            except UnicodeDecodeError as error:
                if error.start < len(cell) - 3:
                    return False
    return True
