"""Words on a sheet: what any format can hold, and lines broken to a width."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from gisplan.text import Lang, Text

DERIVED = Text("推算", "derived")

# Neither printable nor allowed in XML.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
# Change the direction or the look of what stands beside them.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# A word of another script stays whole; a Chinese character may end a line.
_PIECE = re.compile(r"[!-\u2e7f]{1,60}\s*|\s+|.")
# May not begin a line.
_CLOSING = "，。、；：？！）》」』”’…%"


def clean(text: str) -> str:
    """Give a text as one line that any format can hold; control characters become blanks.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        One line without blanks at its ends.
    """
    return _INVISIBLE.sub("", _CONTROL.sub(" ", text)).strip()


def say(words: Mapping[str, str], lang: Lang) -> str:
    """Give one language of words as the web map holds them.

    Parameters
    ----------
    words : mapping of str to str
        ``zh`` and ``en``.
    lang : Lang
        Which of them.

    Returns
    -------
    str
        One line.
    """
    return clean(words[lang])


def heading(legend: Mapping[str, Any], lang: Lang) -> str:
    """Say what classes are of: the column's title with its unit, and whether it is derived.

    Parameters
    ----------
    legend : mapping of str to Any
        Legend of a layer, as the web map has it.
    lang : Lang
        Language of the words.

    Returns
    -------
    str
        Empty if the legend is of one look alone.
    """
    if "title" not in legend:
        return ""
    notes = [say(legend["unit"], lang)] if legend["unit"] else []
    notes += [DERIVED.get(lang)] if legend["derived"] else []
    if not notes:
        return say(legend["title"], lang)
    joined = ("，" if lang == "zh" else ", ").join(notes)
    return f"{say(legend['title'], lang)}{f'（{joined}）' if lang == 'zh' else f' ({joined})'}"


def lines(text: str, width: float, measure: Callable[[str], float], most: int = 6) -> list[str]:
    """Break a text into lines.

    Parameters
    ----------
    text : str
        One line, see :func:`clean`.
    width : float
        Of a line, in the units of ``measure``.
    measure : callable
        Gives the width of a text.
    most : int
        Lines; what is left over is cut, and shown to be by an ellipsis.

    Returns
    -------
    list of str
        Top to bottom.
    """
    done: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if not line or piece in _CLOSING or measure((line + piece).rstrip()) <= width:
            line += piece
        else:
            done.append(line.rstrip())
            line = piece.lstrip()
        if len(done) > most:
            break
        # a word wider than the line
        while len(line) > 1 and measure(line.rstrip()) > width and line[-1] not in _CLOSING:
            fit = _fitting(line, width, measure)
            done.append(line[:fit])
            line = line[fit:]
    done.append(line.rstrip())
    kept = [one for one in done if one]
    if len(kept) > most:
        kept = [*kept[: most - 1], kept[most - 1][:-1] + "…"]
    return kept


def _fitting(line: str, width: float, measure: Callable[[str], float]) -> int:
    low, high = 1, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(line[:middle]) <= width else (low, middle - 1)
    return low
