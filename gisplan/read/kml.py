"""What KML needs beside GDAL: names of fields in Chinese, and no entities."""

from __future__ import annotations

import codecs
import html
import re
from dataclasses import dataclass, replace

import pyarrow as pa

from gisplan.read import marks
from gisplan.read.options import Finding, refusal, unreadable
from gisplan.read.part import Part
from gisplan.text import Text

#: What LIBKML says of how a feature is drawn; said of no place.
_DRAWING = {"altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon"}
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
    Chinese programs, or more than the first of what stands directly under the root.

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


def tidied(part: Part, fields: dict[str, str]) -> Part:
    """Give fields their names back, and leave out how features are drawn.

    Parameters
    ----------
    part : Part
        Table as GDAL gives it.
    fields : dict of str to str
        Our name of a field to its own.

    Returns
    -------
    Part
        The table, and what was left out.
    """
    table, told = _without_drawing(part.table)
    geometry = None
    if part.geometry is not None:
        geometry = table.column_names.index(part.table.column_names[part.geometry])
    table = table.rename_columns([fields.get(name, name) for name in table.column_names])
    return replace(part, table=table, geometry=geometry, findings=(*part.findings, *told))


def _without_drawing(table: pa.Table) -> tuple[pa.Table, list[Finding]]:
    dropped = [name for name in table.column_names if name in _DRAWING]
    dropped += [
        name
        for name in ("timestamp", "begin", "end")
        if name in table.column_names and table.column(name).null_count == len(table)
    ]
    if not dropped:
        return table, []
    message = Text(
        f"未读入 KML 的显示设置：{'、'.join(dropped)}",
        f"how KML draws is not read: {', '.join(dropped)}",
    )
    return table.drop_columns(dropped), [Finding(kind="fields", message=message)]


def counted(parts: list[Part], seen: marks.SeenMarks, file: str) -> list[Part]:
    """Tell of links, and see that as many features were read as there are placemarks.

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
    told = []
    if seen.links:
        message = Text(
            "文件指向其他文件（NetworkLink），未跟随",
            "the file points to others (NetworkLink), which are not followed",
        )
        told.append(Finding(kind="link", message=message))
    read = sum(len(part.table) for part in parts)
    if seen.marks != read:
        raise unreadable(
            file,
            f"文件写有 {seen.marks} 个地标（Placemark），只读到 {read} 个；"
            "请在 Google 地球或 QGIS 中另存后再用",
            f"it has {seen.marks} placemarks, of which {read} could be read; save it again in "
            "Google Earth or QGIS",
        )
    return [replace(part, findings=(*part.findings, *told)) for part in parts]
