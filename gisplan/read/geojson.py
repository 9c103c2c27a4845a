"""A second look at GeoJSON: what GDAL drops or mends in silence is refused or told."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gisplan.read.options import Finding, listed, too_long, unreadable
from gisplan.text import Text


class _Twice(dict[str, Any]):
    """An object with a key that stands twice."""

    keys_twice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a file holds as JSON.

    Attributes
    ----------
    top : any
        The JSON; of an object with a key twice, that fact.
    is_changed : bool
        Whether the file's own bytes are not what GDAL reads: its text is in another encoding
        than UTF-8, or it has a feature a line.
    findings : tuple of Finding
        What was made of it.
    """

    top: Any
    is_changed: bool = False
    findings: tuple[Finding, ...] = ()


def load(data: bytes, file: str) -> Loaded:
    """Parse a file as JSON; an object with a key twice says so when its features are taken.

    Parameters
    ----------
    data : bytes
        The content.
    file : str
        Its name, for messages.

    Returns
    -------
    Loaded
        What the JSON holds. A feature a line (GeoJSON text sequence) makes a collection.

    Raises
    ------
    FileError
        If it is no JSON: cut off, nested too deep, neither UTF-8 nor GB 18030; the line is
        named.
    """
    text, told = _decoded(data, file)
    try:
        top = json.loads(text, object_pairs_hook=_object)
    except RecursionError as error:
        raise _too_deep(file) from error
    except ValueError as error:
        members = _by_line(text, file)
        if members is None:
            raise _cut_off(file, error) from error
        message = Text(
            f"每行一个要素（GeoJSON 文本序列），共 {len(members)} 行",
            f"a feature a line (GeoJSON text sequence), {len(members)} lines",
        )
        told = (*told, Finding(kind="format", message=message))
        top = {"type": "FeatureCollection", "features": members}
    return Loaded(top=top, is_changed=bool(told), findings=told)


def _decoded(data: bytes, file: str) -> tuple[str, tuple[Finding, ...]]:
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        fault = error
    for code in ("utf-16", "gb18030"):
        marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        if code == "utf-16" and not marked:
            continue
        try:
            text = data.decode(code)
        except UnicodeDecodeError:
            continue
        message = Text(f"编码 {code}（自动识别）", f"encoding {code} (detected)")
        return text, (Finding(kind="encoding", message=message),)
    made = unreadable(
        file,
        f"文字不是 UTF-8（第 {fault.start + 1:,} 字节起），也不是 GB18030；请另存为 UTF-8",
        f"the text is not UTF-8 (from byte {fault.start + 1:,} on), nor GB18030; save it as UTF-8",
    )
    raise made from fault


def _by_line(text: str, file: str) -> list[Any] | None:
    # Give the features of a file that has one a line; None if it is no such file.
    lines = [
        (at, bare)
        for at, line in enumerate(text.split("\n"), start=1)
        if (bare := line.strip().lstrip("\x1e"))
    ]
    if len(lines) < 2:
        return None
    members: list[Any] = []
    for at, line in lines:
        try:
            member = json.loads(line, object_pairs_hook=_object)
        except RecursionError as error:
            raise _too_deep(file) from error
        except ValueError as error:
            if not members:
                return None
            raise _cut_off(file, error, line=at) from error
        if not (isinstance(member, dict) and member.get("type") == "Feature"):
            if not members:
                return None
            raise unreadable(file, f"第 {at} 行不是要素", f"line {at}: no feature")
        members.append(member)
    return members


def _too_deep(file: str) -> OSError:
    return unreadable(file, "嵌套过深", "it is nested too deep")


def _cut_off(file: str, error: ValueError, *, line: int | None = None) -> OSError:
    at = line or getattr(error, "lineno", 1)
    column = getattr(error, "colno", 1)
    return unreadable(
        file,
        f"不是完整的 JSON：第 {at} 行第 {column} 个字符起有误；请改正，或重新导出",
        f"it is no complete JSON: wrong from line {at}, character {column} on; correct it or "
        "export it again",
    )


def features(top: Any, file: str, cell_chars: int) -> list[Any] | None:
    """Give the features of a file as it holds them.

    Parameters
    ----------
    top : any
        As :func:`load` gives it.
    file : str
        Its name, for messages.
    cell_chars : int
        Characters that a property may have.

    Returns
    -------
    list of any, or None
        None if the file is no collection but a single feature or geometry.

    Raises
    ------
    FileError
        If a member of the collection is no feature, or has a property twice or one that is too
        long; the rows are named.
    """
    if not isinstance(top, dict) or top.get("type") != "FeatureCollection":
        return None
    if isinstance(top, _Twice) and "features" in top.keys_twice:
        raise unreadable(file, "有两个 features 列表", "there are two lists “features”")
    members = top.get("features")
    if not isinstance(members, list):
        raise unreadable(file, "缺少 features 列表", "its list “features” is missing")
    _refuse(members, file, lambda m: not _is_feature(m), ("不是要素", "no feature"))
    _refuse(
        members,
        file,
        lambda m: isinstance(m.get("properties"), _Twice),
        ("的属性名重复", "a property is named twice"),
    )
    for row, member in enumerate(members, start=1):
        for name, value in (member.get("properties") or {}).items():
            if isinstance(value, str) and len(value) > cell_chars:
                raise too_long(file, row, name, cell_chars)
    return members


def without_geometry(members: list[Any], null: list[bool]) -> list[Finding]:
    """Tell rows whose geometry could not be read; those that have none are told later.

    Parameters
    ----------
    members : list of any
        As :func:`features` gives them.
    null : list of bool
        Which rows came without geometry.

    Returns
    -------
    list of Finding
        One finding with all such rows, or none.
    """
    rows = [
        at
        for at, (member, empty) in enumerate(zip(members, null, strict=True), start=1)
        if empty and member.get("geometry") is not None
    ]
    if not rows:
        return []
    zh, en = listed(rows)
    message = Text(f"{zh}的图形有误，无法读取", f"{en}: the geometry is malformed")
    return [Finding(kind="no_geometry", rows=tuple(rows), message=message, column="geometry")]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    names = [name for name, _ in pairs]
    twice = _Twice(made)
    twice.keys_twice = tuple(sorted({name for name in names if names.count(name) > 1}))
    return twice


def _is_feature(member: Any) -> bool:
    return (
        isinstance(member, dict)
        and not isinstance(member, _Twice)
        and member.get("type") == "Feature"
        and isinstance(member.get("properties"), dict | None)
        and isinstance(member.get("geometry"), dict | None)
    )


def _refuse(
    members: list[Any], file: str, is_wrong: Callable[[Any], bool], told: tuple[str, str]
) -> None:
    rows = [at for at, member in enumerate(members, start=1) if is_wrong(member)]
    if rows:
        zh, en = listed(rows)
        names = [n for r in rows for n in getattr(_properties(members[r - 1]), "keys_twice", ())]
        extra = f" ({', '.join(dict.fromkeys(names))})" if names else ""
        raise unreadable(file, f"{zh}{told[0]}{extra}", f"{en}: {told[1]}{extra}")


def _properties(member: Any) -> Any:
    return member.get("properties") if isinstance(member, dict) else None
