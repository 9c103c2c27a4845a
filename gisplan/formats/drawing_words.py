"""Words as CAD drawings hold them: one line, no codes, no longer than 255 bytes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

#: A string of a drawing, in UTF-8.
LONGEST = 255
#: What programs take for the beginning of a code, and what stands for it: signs of full width look
#: the same, and no two readers agree on how a code is escaped.
_CODES: Mapping[str, str] = {"%%": "％％", "^": "＾", "\\U+": "＼U+", "\\M+": "＼M+"}
_CODE = re.compile(r"%%|\^|\\[UuMm]\+")
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
#: What the name of a CAD layer or block can't hold, and what stands for it.
_NAMES = str.maketrans('<>/\\":;?*|=`,', "＜＞／＼＂：；？＊｜＝｀，")


def written(value: object) -> str:
    """Write a value of a table.

    Parameters
    ----------
    value : object
        Text, number, truth value or date; None is nothing.

    Returns
    -------
    str
        Numbers with as few digits as give the same double, days as ``2020-12-31``, yes and no as
        ``true`` and ``false``; texts as they are.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def plain(text: str) -> str:
    """Give a text in which no program finds a code.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        On one line: breaks and control characters are blanks, and what would begin a code has
        its first signs in full width.
    """
    return _CODE.sub(_wide, _BREAKS.sub(" ", text)).strip()


def _wide(found: re.Match[str]) -> str:
    sign = found[0]
    return _CODES.get(sign) or sign.replace("\\", "＼")


def cut(text: str, *, room: int = LONGEST) -> str:
    """Cut a text at a whole character.

    Parameters
    ----------
    text : str
        As :func:`plain` gives it.
    room : int
        Bytes of UTF-8.

    Returns
    -------
    str
        The text, or as much of it as has room.
    """
    return text.encode()[:room].decode(errors="ignore")


class Names:
    """Names of CAD layers: without forbidden signs, and each one once in whatever case."""

    def __init__(self) -> None:
        self._taken: set[str] = {"0", "defpoints"}

    def take(self, *words: str) -> str:
        """Give a name that nobody has.

        Parameters
        ----------
        *words : str
            Parts of the name, joined by a hyphen.

        Returns
        -------
        str
            The name, with a number behind it where it was taken.
        """
        wished = cut(plain("-".join(words)).translate(_NAMES), room=200) or "_"
        name, number = wished, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{wished}_{number}"
        self._taken.add(name.casefold())
        return name


def cut_values(row: Mapping[str, Any], *, named: bool) -> tuple[list[tuple[str, str]], int]:
    """Write the values of a row, and count those that had no room.

    Parameters
    ----------
    row : mapping of str to object
        Values by column.
    named : bool
        Whether a string holds the column's name too, as ``name=value``.

    Returns
    -------
    pairs : list of (str, str)
        Column and text, of columns that have a value.
    cut : int
        How many of them were cut.
    """
    pairs, shortened = [], 0
    for name, value in row.items():
        if not (text := plain(written(value))):
            continue
        kept = cut(text, room=LONGEST - (len(name.encode()) + 1 if named else 0))
        shortened += kept != text
        pairs.append((name, kept))
    return pairs, shortened
