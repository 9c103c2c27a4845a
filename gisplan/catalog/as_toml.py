"""Values as TOML writes them, for declarations, mappings, scenarios and plans alike."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from gisplan.catalog.plausible import CONTROL


def in_line(value: Any) -> str:
    """Write a value as TOML has it in a line.

    Parameters
    ----------
    value : any
        Text, number, truth, list or table.

    Returns
    -------
    str
        TOML.
    """
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{quoted(k)} = {in_line(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(in_line, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else quoted(str(value))


def quoted(text: str) -> str:
    """Write a text as TOML's basic strings are.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        With its marks.
    """
    # they escape as JSON's do, but for DEL, which JSON lets stand
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def for_people(text: str) -> str:
    """Write words for people, as a title is: without the characters that no declaration may hold.

    Parameters
    ----------
    text : str
        Words of somebody's file or of its name.

    Returns
    -------
    str
        With its marks.
    """
    return quoted(CONTROL.sub("", text))
