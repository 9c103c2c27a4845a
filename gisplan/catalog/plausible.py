"""What no value of any declaration may be: without end, not finite, or not to be read by people."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from gisplan.text import Text

#: Tables and lists in one another; the deepest declaration shipped has 8.
MOST_DEEP = 30
#: Characters of a text; the longest shipped has some 400.
MOST_LONG = 20_000
#: Whole numbers beyond it are none that a float holds exactly, or that a database takes.
MOST = 2**53
#: No program that reads a declaration, a file name or a page takes these as characters.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
#: What a file of somebody else's holds, word for word: a mapping names its headings as they stand.
_VERBATIM = re.compile(
    r"columns\.\w+\.(heading|value|unit|unit_heading|otherwise|words\b.*)", re.DOTALL
)


def plausible(data: dict[str, Any], note: Callable[[str, Text], None]) -> dict[str, Any]:
    """Give a table without values that nothing could be done with, each noted.

    Parameters
    ----------
    data : dict
        As tomllib gives it.
    note : callable
        Told the dotted key, and what is wrong there.

    Returns
    -------
    dict
        The same, with something harmless in the place of each such value.
    """
    made: dict[str, Any] = _plain(data, "", 0, note)
    return made


def _plain(value: Any, key: str, depth: int, note: Callable[[str, Text], None]) -> Any:
    if depth > MOST_DEEP:
        note(key, Text("表和列表套得太深", "tables and lists are nested too deeply"))
        return None
    if isinstance(value, dict):
        names = {_text(name, key, note): item for name, item in value.items()}
        below = f"{key}." if key else ""
        return {n: _plain(item, f"{below}{n}", depth + 1, note) for n, item in names.items()}
    if isinstance(value, list):
        return [_plain(v, f"{key}[{i}]", depth + 1, note) for i, v in enumerate(value, start=1)]
    return _text(value, key, note) if isinstance(value, str) else _number(value, key, note)


def _number(value: Any, key: str, note: Callable[[str, Text], None]) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        note(key, Text("应为有限的数，不能是 inf 或 nan", "must be finite, not inf or nan"))
        return 0.0
    if isinstance(value, int) and abs(value) > MOST:
        note(key, Text("数太大", "the number is too large"))
        return 0
    return value


def _text(value: str, key: str, note: Callable[[str, Text], None]) -> str:
    if len(value) > MOST_LONG:
        note(key, Text(f"超过 {MOST_LONG} 个字符", f"longer than {MOST_LONG} characters"))
        return value[:1]
    if CONTROL.search(value) and not _VERBATIM.fullmatch(key):
        note(key, Text("含有控制字符，请删去", "holds a control character; delete it"))
        return CONTROL.sub("", value)
    return value
