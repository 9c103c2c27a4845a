"""What KML needs beside GDAL: names of fields in Chinese, and no entities."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pyarrow as pa

from gisplan.read.options import Finding, refusal
from gisplan.read.part import Part
from gisplan.text import Text

#: What LIBKML says of how a feature is drawn; said of no place.
_DRAWING = {"altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon"}
_FIELD = re.compile(rb"(<(?:\w+:)?Data\s+(?:[^<>]*\s)?name\s*=\s*)(?:\"([^\"<>]*)\"|'([^'<>]*)')")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*\bencoding\s*=\s*[\"']([\w.\-]+)")


def prepared(data: bytes, file: str) -> tuple[bytes, dict[str, str]]:
    """Make KML ready for GDAL, which turns every character of a name but a-z into ``_``.

    Two fields of two Chinese characters would become one. So a field goes to GDAL under a
    name of ours, and gets its own back in :func:`tidied`.

    Parameters
    ----------
    data : bytes
        The KML.
    file : str
        Name of the file, for messages.

    Returns
    -------
    tuple of bytes and dict of str to str
        The text, and our name -> name of the field.

    Raises
    ------
    FileError
        If it declares entities or holds a NUL byte.
    """
    if re.search(rb"<!(DOCTYPE|ENTITY)", data, re.IGNORECASE) or b"\x00" in data:
        raise refusal(
            file,
            "含有 DOCTYPE、实体定义或 NUL 字节，KML 不需要它们，可能是恶意文件",
            "it has a DOCTYPE, entity or NUL byte, which KML needs not; it may be built to do harm",
        )
    ours: dict[str, str] = {}
    said = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    code = said[1].decode() if said else "utf-8"

    def rename(match: re.Match[bytes]) -> bytes:
        raw = match[2] if match[2] is not None else match[3]
        try:
            name = html.unescape(raw.decode(code))
        except (UnicodeError, LookupError):
            return match[0]
        if not name.strip() or _PLAIN.fullmatch(name):
            return match[0]
        return match[1] + f'"{ours.setdefault(name, f"gisplan_{len(ours)}")}"'.encode()

    data = _FIELD.sub(rename, data)
    return data, {short: name for name, short in ours.items()}


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


def counted(parts: list[Part], data: bytes) -> list[Part]:
    """Tell of links, and if not as many features were read as there are placemarks.

    Parameters
    ----------
    parts : list of Part
        Tables as read.
    data : bytes
        The KML that they were read from.

    Returns
    -------
    list of Part
        The tables, each with the findings.
    """
    told = []
    if re.search(rb"<(?:\w+:)?NetworkLink[\s>]", data):
        message = Text(
            "文件指向其他文件（NetworkLink），未跟随",
            "the file points to others (NetworkLink), which are not followed",
        )
        told.append(Finding(kind="link", message=message))
    marks = len(re.findall(rb"<(?:\w+:)?Placemark[\s>/]", data))
    read = sum(len(part.table) for part in parts)
    if marks != read:
        message = Text(
            f"文件写有 {marks} 个 Placemark，读到 {read} 个要素",
            f"the file has {marks} Placemark(s), {read} feature(s) were read",
        )
        told.append(Finding(kind="count", message=message))
    return [replace(part, findings=(*part.findings, *told)) for part in parts]
