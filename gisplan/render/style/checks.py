"""Colours and dash patterns of a declaration, let pass only if they are such."""

from __future__ import annotations

import re

from gisplan.errors import DeclarationError
from gisplan.text import Text

_COLOR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
# A dash pattern of SVG: numbers parted by commas or blanks.
_DASH = re.compile(r"(\d+(\.\d+)?)([ ,]+\d+(\.\d+)?)*")


def color(value: str, *, where: Text) -> str:
    """Let a colour pass if it is ``#rrggbb``.

    Parameters
    ----------
    value : str
        What stands in the declaration.
    where : Text
        What it is the colour of, for the message.

    Returns
    -------
    str
        In small letters.

    Raises
    ------
    DeclarationError
        If it is anything else.
    """
    if not _COLOR.fullmatch(value):
        raise DeclarationError(
            Text(
                f"{where.zh}：颜色 {value!r} 无效，请写成 #rrggbb 的形式，例如 #1f78b4。",
                f"{where.en}: {value!r} is not a colour; write it as #rrggbb, such as #1f78b4.",
            )
        )
    return value.lower()


def dash(value: str, *, where: Text) -> str:
    """Let a dash pattern pass if it is empty or numbers parted by blanks or commas.

    Parameters
    ----------
    value : str
        What stands in the declaration.
    where : Text
        What it is the pattern of, for the message.

    Returns
    -------
    str
        As it was.

    Raises
    ------
    DeclarationError
        If it is anything else.
    """
    if value and not _DASH.fullmatch(value):
        raise DeclarationError(
            Text(
                f"{where.zh}：虚线样式 {value!r} 无效，请写成数字，例如 “6 3”。",
                f'{where.en}: {value!r} is not a dash pattern; write numbers, such as "6 3".',
            )
        )
    return value
