"""What KML needs beside GDAL: names of fields in Chinese, and no entities."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pyarrow as pa

from gisplan.read import marks
from gisplan.read.options import Finding, named_layer, refusal, unreadable
from gisplan.read.part import Part
from gisplan.text import Text

#: Fields of LIBKML that say how a feature is drawn, and others that it makes in any case.
_DRAWING = frozenset({"altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon"})
_MADE = frozenset({"id", "description", "timestamp", "begin", "end"})
_FIELD = re.compile(rb"(<(?:\w+:)?Data\s+(?:[^<>]*\s)?name\s*=\s*)(?:\"([^\"<>]*)\"|'([^'<>]*)')")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*\bencoding\s*=\s*[\"']([\w.\-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedKml:
    """KML made ready for GDAL.

    Attributes
    ----------
    data : bytes
        The KML, in UTF-8.
    fields : dict of str to str
        Our name of a field -> its own.
    seen : marks.SeenMarks
        What stands in the file.
    findings : tuple of Finding
        What was made of its text.
    """

    data: bytes
    fields: dict[str, str]
    seen: marks.SeenMarks
    findings: tuple[Finding, ...]


def prepared(data: bytes, file: str) -> PreparedKml:
    """Make KML ready for GDAL, which turns every character of a name but a-z into ``_``.

    Two fields of two Chinese characters would become one. So a field goes to GDAL under a
    name of ours, and gets its own back in :func:`tidied`. Nor does GDAL read the encodings of
    Chinese programs, nor all that stands in folders of folders.

    Parameters
    ----------
    data : bytes
        The KML.
    file : str
        Name of the file, for messages.

    Returns
    -------
    PreparedKml
        The text, and what was seen in it.

    Raises
    ------
    FileError
        If it declares entities or holds a NUL byte, is no whole XML, or its text is of none of
        the encodings that are known.
    """
    data, told = _in_utf8(data, file)
    if re.search(rb"<!(DOCTYPE|ENTITY)", data, re.IGNORECASE) or b"\x00" in data:
        raise refusal(
            file,
            "含有 DOCTYPE、实体定义或 NUL 字节，KML 不需要它们，可能是恶意文件",
            "it has a DOCTYPE, entity or NUL byte, which KML needs not; it may be built to do harm",
        )
    seen = marks.looked_at(data, file)
    data, wrong = marks.mended(data, seen)
    ours: dict[str, str] = {}

    def rename(match: re.Match[bytes]) -> bytes:
        raw = match[2] if match[2] is not None else match[3]
        name = html.unescape(raw.decode())
        if not name.strip() or _PLAIN.fullmatch(name):
            return match[0]
        return match[1] + f'"{ours.setdefault(name, f"gisplan_{len(ours)}")}"'.encode()

    data = _FIELD.sub(rename, data)
    fields = {short: name for name, short in ours.items()}
    return PreparedKml(data=data, fields=fields, seen=seen, findings=(*told, *wrong))


def _in_utf8(data: bytes, file: str) -> tuple[bytes, list[Finding]]:
    # Give the text in UTF-8, whatever it is in, without its declaration.
    bare = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        said = "utf-16"
    else:
        match = _ENCODING.match(bare)
        said = match[1].decode() if match else "utf-8"
    if said.lower() in {"gbk", "gb2312", "cp936", "gb_2312-80"}:
        said = "gb18030"
    for code in dict.fromkeys((said, "utf-8", "gb18030")):
        try:
            text = bare.decode(code)
            break
        except (UnicodeError, LookupError):
            continue
    else:
        raise unreadable(
            file,
            f"文字既不是所写的 {said}，也不是 UTF-8 或 GB18030；请另存为 UTF-8",
            f"the text is neither {said}, as it says, nor UTF-8 or GB18030; save it as UTF-8",
        )
    told = []
    if code.lower() not in {"utf-8", "utf8"} or code != said:
        how = Text("据文件", "as the file says") if code == said else Text("自动识别", "detected")
        message = Text(f"编码 {code}（{how.zh}）", f"encoding {code} ({how.en})")
        told.append(Finding(kind="encoding", message=message))
    head = _DECLARATION.match(text)
    if head:  # the lines of the file stay what they are
        text = "\n" * head[0].count("\n") + text[head.end() :]
    return text.encode(), told


def tidied(part: Part, ready: PreparedKml, name: str) -> Part:
    """Give a folder and its fields their names back, and leave out how features are drawn.

    Parameters
    ----------
    part : Part
        Table as GDAL gives it.
    ready : PreparedKml
        What GDAL was given.
    name : str
        What the folder is called.

    Returns
    -------
    Part
        The table, and what was left out.
    """
    table, told = _without_drawing(part.table, is_drawn=ready.seen.is_drawn)
    geometry = None
    if part.geometry is not None:
        geometry = table.column_names.index(part.table.column_names[part.geometry])
    table = table.rename_columns([ready.fields.get(text, text) for text in table.column_names])
    findings = (named_layer(name), *part.findings[1:], *told)
    return replace(part, table=table, geometry=geometry, name=name, findings=findings)


def _without_drawing(table: pa.Table, *, is_drawn: bool) -> tuple[pa.Table, list[Finding]]:
    empty = {name for name in table.column_names if table.column(name).null_count == len(table)}
    dropped = [n for n in table.column_names if n in _DRAWING or n in _MADE & empty]
    told = []
    if is_drawn:
        message = Text(
            "样式、图标等显示设置未读入", "styles, icons and how else it is drawn are not read"
        )
        told.append(Finding(kind="fields", message=message))
    return table.drop_columns(dropped), told


def counted(parts: list[Part], seen: marks.SeenMarks, file: str) -> list[Part]:
    """Tell what is no placemark, and see that as many features were read as there are.

    Parameters
    ----------
    parts : list of Part
        Tables as read: all of the file.
    seen : marks.SeenMarks
        What stands in the file.
    file : str
        Its name, for messages.

    Returns
    -------
    list of Part
        The tables, each with the findings.

    Raises
    ------
    FileError
        If a placemark was lost.
    """
    read = sum(len(part.table) for part in parts)
    if seen.marks != read:
        raise unreadable(
            file,
            f"文件写有 {seen.marks} 个地标（Placemark），只读到 {read} 个；"
            "请在 Google 地球或 QGIS 中另存后再用",
            f"it has {seen.marks} placemarks, of which {read} could be read; save it again in "
            "Google Earth or QGIS",
        )
    told = tuple(_beside(seen))
    return [replace(part, findings=(*part.findings, *told)) for part in parts]


def _beside(seen: marks.SeenMarks) -> Iterator[Finding]:
    # Tell what stands beside the placemarks and is not read.
    if seen.links:
        message = Text(
            "文件指向其他文件（NetworkLink），未跟随",
            "the file points to others (NetworkLink), which are not followed",
        )
        yield Finding(kind="link", message=message)
    if seen.overlays:
        message = Text(
            f"{seen.overlays} 处图片叠加或漫游不是地标，未读入",
            f"{seen.overlays} pictures laid over the map, or tours, are no placemarks and not read",
        )
        yield Finding(kind="fields", message=message)
    if seen.elsewhere:
        message = Text(
            f"{seen.elsewhere} 个地标不在文档或文件夹里（如对别的文件的更新），未读入",
            f"{seen.elsewhere} placemarks stand in no folder (such as updates of another file) "
            "and are not read",
        )
        yield Finding(kind="deleted", message=message)


def require_marks(seen: marks.SeenMarks, file: str) -> None:
    """Refuse a KML without placemarks, and say what it holds instead.

    Parameters
    ----------
    seen : marks.SeenMarks
        What stands in it.
    file : str
        Its name, for messages.

    Raises
    ------
    FileError
        If there are none.
    """
    if seen.folders:
        return
    if seen.links:
        raise unreadable(
            file,
            "文件里没有地标，只有指向其他文件的链接（NetworkLink）；"
            "请在 Google 地球中打开，把其中的内容另存为 KML",
            "it holds no placemarks but links to other files (NetworkLink); open it in Google "
            "Earth and save what is in them as KML",
        )
    if seen.elsewhere:
        raise unreadable(
            file,
            "文件里的地标只是对别的文件的更新，或不在文档和文件夹里；"
            "请在 Google 地球中打开，另存为 KML",
            "its placemarks are updates of another file, or stand in no document or folder; open "
            "it in Google Earth and save it as KML",
        )
    raise unreadable(file, "文件里没有地标（Placemark）", "it holds no placemarks")
