"""Classes of categories: which values have one, in which colour, and what they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import pandas as pd

from gisplan.catalog.layer import Column
from gisplan.catalog.map import Style
from gisplan.render.style import checks, distinct, palettes
from gisplan.render.style.symbology import SymbologyClass, value_names
from gisplan.render.style.words import TRUTH
from gisplan.text import Text

#: What stands for more than one category, from the first choice.
GREYS = (palettes.OTHER, "#5f6368", "#b4bac0", "#3c4043")

_Given = TypeVar("_Given")


def by_value(
    style: Style, column: Column, values: pd.Series[Any], *, where: Text
) -> tuple[SymbologyClass, ...]:
    """Make a class for each value that a column holds.

    Parameters
    ----------
    style : Style
        As a map declares it.
    column : Column
        Declaration of the values.
    values : pandas.Series
        Of the layer's rows.
    where : Text
        What the style is of, for messages.

    Returns
    -------
    tuple of SymbologyClass
        Values that the style names in its order, then the others by name. Where there are more
        than a legend can hold, the rarest of these are one class.

    Raises
    ------
    DeclarationError
        If a colour is wrong.
    """
    codes, names = value_names(values, column)
    counts: Counter[str] = Counter()
    for code, count in zip(*_counted(codes), strict=True):
        name = names[code]
        if name is not None:
            counts[name] += count
    declared = [
        name for name in by_name({**style.colors, **style.labels}, column) if name in counts
    ]
    others = sorted(set(counts) - set(declared))
    room = palettes.MOST_CATEGORIES - len(declared)
    kept = others
    if len(others) > room:
        often = sorted(others, key=lambda name: (-counts[name], name))
        kept = sorted(often[: max(0, room - 1)])
    classes = named(style, column, [*declared, *kept], where=where)
    left = len(others) - len(kept)
    if not left:
        return classes
    words = Text(f"其他（{left} 种）", f"other ({left} kinds)")
    grey = grey_beside([one.color for one in classes], GREYS[1:])
    return (*classes, SymbologyClass(color=grey, words=words, rest=True))


def named(
    style: Style, column: Column, names: Sequence[str], *, where: Text
) -> tuple[SymbologyClass, ...]:
    """Say of each category its colour and what it is called.

    Parameters
    ----------
    style : Style
        As a map declares it.
    column : Column
        Declaration of the values.
    names : sequence of str
        As :func:`gisplan.render.style.symbology.value_names` writes values.
    where : Text
        What the style is of, for messages.

    Returns
    -------
    tuple of SymbologyClass
        One for each name; the colours of those that the style gives none differ from all others.

    Raises
    ------
    DeclarationError
        If a colour or dash pattern is wrong.
    """
    colors, dashes = by_name(style.colors, column), by_name(style.dashes, column)
    given = {name: checks.color(colors[name], where=where) for name in names if name in colors}
    used = list(dict.fromkeys(given.values()))
    left = iter(palettes.categories(len(names) - len(given), used=used))
    return tuple(
        SymbologyClass(
            color=given[name] if name in given else next(left),
            words=_words(style, column, name),
            value=name,
            dash=checks.dash(dashes.get(name, ""), where=where),
        )
        for name in names
    )


def grey_beside(used: Sequence[str], greys: Sequence[str]) -> str:
    """Give the first of some greys that is like no colour in use.

    Parameters
    ----------
    used : sequence of str
        Colours of the classes, as ``#rrggbb``.
    greys : sequence of str
        From the first choice.

    Returns
    -------
    str
        A grey; where all are taken, another colour that is not.
    """
    for grey in greys:
        if not distinct.near(grey, used):
            return grey
    return distinct.further([*used, "#ffffff"], 1)[0]


def _words(style: Style, column: Column, name: str) -> Text:
    truth = TRUTH if column.type == "boolean" else {}
    known = {**truth, **by_name(column.labels, column), **by_name(style.labels, column)}
    return known.get(name, Text(name, name))


def by_name(mapping: Mapping[str, _Given], column: Column) -> dict[str, _Given]:
    """Key what a declaration says of values as values are named; TOML writes truth values small.

    Parameters
    ----------
    mapping : mapping of str to any
        Value -> what is said of it.
    column : Column
        That the values are of.

    Returns
    -------
    dict of str to any
        Keyed as :func:`gisplan.render.style.symbology.value_names` writes values.
    """
    small = {name.lower(): name for name in TRUTH} if column.type == "boolean" else {}
    return {small.get(key, key): given for key, given in mapping.items()}


def _counted(codes: Any) -> tuple[list[int], list[int]]:
    counts = pd.Series(codes[codes >= 0]).value_counts(sort=False)
    return [int(code) for code in counts.index], [int(count) for count in counts]
