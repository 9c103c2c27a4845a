"""Recognising what a column holds by its heading, from a vocabulary that is data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from gisplan.catalog.layer import Column
from gisplan.catalog.measurement import Units
from gisplan.text import Text

#: Meanings by which a row is placed, whether or not the layer has a column for them.
PLACES = ("adcode", "province", "prefecture", "county", "town", "region", "address")
POSITIONS = ("lon", "lat")
#: Meaning of a column that holds the unit of the one to its left.
UNIT = "unit"

_BRACKETS = re.compile(r"^(?P<base>.*?)[(\[【〔{](?P<inside>[^()\[\]【】〔〕{}]*)[)\]】〕}]$")
_MARKED = re.compile(r"^(?P<base>.+?)(?:[/:,;_、\-]|单位[:：]?)(?P<inside>[^/:,;_、]+(?:/[^/]+)?)$")
_YEAR = re.compile(r"^(?P<year>(?:19|20)\d\d)(?:年度?)?(?P<rest>\D.*)$")
_YEAR_LAST = re.compile(r"^(?P<rest>.*\D)(?P<year>(?:19|20)\d\d)(?:年度?)?$")


def normal(text: str) -> str:
    """Make spellings comparable: width, case and blanks don't count, nor marks at the end."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(plain.split()).strip("*:;,。、_-#")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart.

    Parameters
    ----------
    text : str
        As it stands in the file.
    names : tuple of str
        Normalised, from the whole to what is left without unit and year.
    unit : str
        Unit that it names, empty if none.
    inside : str
        What stands in brackets or behind a mark, unit or not.
    year : str
        Year that it names, empty if none.
    """

    text: str
    names: tuple[str, ...]
    unit: str = ""
    inside: str = ""
    year: str = ""


def take_apart(text: str, units: Units) -> Heading:
    """Take a heading apart: 2021年产值（万元） is 产值, 万元, 2021.

    Parameters
    ----------
    text : str
    units : Units
        What counts as a unit.

    Returns
    -------
    Heading
    """
    whole = normal(text)
    names, unit, inside, year = [whole], "", "", ""
    base = whole
    while match := _BRACKETS.match(base):
        base, inside = match["base"], match["inside"]
        inside = inside.removeprefix("单位").lstrip(":")
        unit = inside if units.find(inside) is not None else unit
        names.append(base)
        if not base:
            break
    marked = _MARKED.match(base) if not unit else None
    if marked and units.find(marked["inside"]) is not None:
        base, unit = marked["base"], marked["inside"]
        names.append(base)
    for pattern in (_YEAR, _YEAR_LAST):
        if not year and (match := pattern.match(base)):
            base, year = match["rest"].strip("_-年:"), match["year"]
            names.append(base)
    kept = tuple(dict.fromkeys(name for name in names if name))
    return Heading(text, kept, unit, inside, year)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Spellings of headings and what they mean; made by :meth:`from_table`."""

    _meanings: Mapping[str, str]

    @classmethod
    def from_table(cls, table: pd.DataFrame) -> Vocabulary:
        """Make it from the layer ``headings``: columns ``alias`` and ``meaning``."""
        pairs = zip(table["alias"], table["meaning"], strict=True)
        return cls({normal(alias): meaning for alias, meaning in pairs})

    def meaning(self, name: str) -> str | None:
        """Give the meaning of a normalised heading, or None."""
        return self._meanings.get(name)


@dataclass(frozen=True, slots=True)
class Recognised:
    """Which heading is which column.

    Parameters
    ----------
    found : mapping of str to Heading
        Column of the layer, or meaning of ``PLACES``, ``POSITIONS``, to its heading.
    unit_of : mapping of str to str
        Column of the layer to the heading of the column that holds its unit, where the file
        has one right of it.
    unused : tuple of str
        Headings that are nothing known.
    faults : tuple of Text
        Two headings that may be the same column, which a mapping must decide.
    """

    found: Mapping[str, Heading]
    unit_of: Mapping[str, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    faults: tuple[Text, ...] = ()


def recognise(
    headings: Sequence[str],
    columns: Iterable[Column],
    *,
    vocabulary: Vocabulary,
    units: Units,
    taken: Mapping[str, str] | None = None,
) -> Recognised:
    """Find the heading of each column of a layer.

    A heading counts for a column if it is its name, then if it is its title in either
    language, then if the vocabulary has it; the whole heading before what is left of it
    without unit and year. Two headings that are equally good for one column are a fault.

    Parameters
    ----------
    headings : sequence of str
        In the order of the file.
    columns : iterable of Column
        Of the layer.
    vocabulary : Vocabulary
    units : Units
    taken : mapping of str to str, optional
        Columns that a mapping has decided, with their headings; neither is looked at.

    Returns
    -------
    Recognised
    """
    decided = dict(taken or {})
    free = [text for text in headings if text and text not in decided.values()]
    apart = {text: take_apart(text, units) for text in free}
    wanted = _spellings(columns, set(decided))
    claims: dict[str, list[tuple[int, str]]] = {}
    for text, heading in apart.items():
        best = _best(heading, wanted, vocabulary)
        if best is not None:
            claims.setdefault(best[1], []).append((best[0], text))
    found, faults = {}, []
    for name, rivals in claims.items():
        least = min(rank for rank, _ in rivals)
        winners = [text for rank, text in rivals if rank == least]
        if len(winners) > 1:
            faults.append(_rivals(name, winners))
        found[name] = apart[winners[0]]
    sides = {name: text for name, text in decided.items() if text in headings}
    sides |= {name: heading.text for name, heading in found.items()}
    unit_of = _units_beside(list(headings), sides, vocabulary)
    used = {*sides.values(), *unit_of.values()}
    unused = tuple(text for text in free if text not in used)
    return Recognised(found, unit_of, unused, tuple(faults))


def _spellings(columns: Iterable[Column], decided: set[str]) -> dict[str, dict[str, int]]:
    """Give, for each column that is still open, its own spellings with their rank."""
    wanted: dict[str, dict[str, int]] = {name: {} for name in (*POSITIONS, *PLACES)}
    for column in columns:
        own = {normal(column.title.zh): 1, normal(column.title.en): 1}
        wanted[column.name] = {**own, normal(column.name): 0}
    for name in list(wanted):
        wanted[name].setdefault(normal(name), 0)
    return {name: own for name, own in wanted.items() if name not in decided}


def _best(
    heading: Heading, wanted: Mapping[str, Mapping[str, int]], vocabulary: Vocabulary
) -> tuple[int, str] | None:
    ranked = []
    for depth, spelling in enumerate(heading.names):
        for name, own in wanted.items():
            if spelling in own:
                ranked.append((3 * depth + own[spelling], name))
        meaning = vocabulary.meaning(spelling)
        named = [name for name in (meaning, f"{meaning}_zh") if name is not None and name in wanted]
        ranked += [(3 * depth + 2, name) for name in named[:1]]
    return min(ranked) if ranked else None


def _units_beside(
    headings: list[str], sides: Mapping[str, str], vocabulary: Vocabulary
) -> dict[str, str]:
    beside = {}
    for name, text in sides.items():
        place = headings.index(text) + 1
        right = headings[place] if place < len(headings) else ""
        if right not in sides.values() and vocabulary.meaning(normal(right)) == UNIT:
            beside[name] = right
    return beside


def _rivals(name: str, texts: Sequence[str]) -> Text:
    return Text(
        f"列“{'”“'.join(texts)}”都可能是 {name}；请用 --mapping 写明："
        f'[columns.{name}] heading = "{texts[0]}"',
        f"'{chr(39).join(texts[:1])}' and '{', '.join(texts[1:])}' may both be {name}; say which "
        f'with --mapping: [columns.{name}] heading = "{texts[0]}"',
    )
