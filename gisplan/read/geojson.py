"""A second look at GeoJSON: what GDAL drops or mends in silence is refused or told."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from gisplan.read.options import Finding, listed, too_long, unreadable
from gisplan.text import Text


class _Twice(dict[str, Any]):
    """An object with a key that stands twice."""

    keys_twice: tuple[str, ...] = ()


def load(data: bytes, file: str) -> Any:
    """Parse a file as JSON; an object with a key twice says so when its features are taken.

    Parameters
    ----------
    data : bytes
        The content.
    file : str
        Its name, for messages.

    Returns
    -------
    Any
        What the JSON holds; of an object with a key twice, that fact.

    Raises
    ------
    FileError
        If it is no JSON: cut off, nested too deep, not UTF-8.
    """
    try:
        return json.loads(data, object_pairs_hook=_object)
    except UnicodeDecodeError as error:
        raise unreadable(
            file, f"文字不是 UTF-8：{error.reason}", f"the text is not UTF-8: {error.reason}"
        ) from error
    except RecursionError as error:
        raise unreadable(file, "嵌套过深", "it is nested too deep") from error
    except ValueError as error:
        raise unreadable(
            file,
            f"不是完整的 JSON：{str(error)[:200]}",
            f"it is no complete JSON: {str(error)[:200]}",
        ) from error


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
