"""Which heading of a file is which column of a layer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gisplan.catalog.layer import Column
from gisplan.catalog.measurement import Units
from gisplan.errors import Question
from gisplan.importing.headings import (
    AXES,
    AXIS_RANK,
    DATUM,
    LIKELY_RANK,
    PLACES,
    POSITION,
    POSITIONS,
    PREFERRED,
    UNIT,
    Heading,
    Vocabulary,
    normal,
    take_apart,
)
from gisplan.text import Text


@dataclass(frozen=True, slots=True)
class Doubt:
    """A column for which several headings would do, of which the likeliest is taken.

    Attributes
    ----------
    column : str
        Column of the layer.
    taken : str
        The heading taken.
    others : tuple of str
        The other headings.
    """

    column: str
    taken: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Which heading is which column.

    Attributes
    ----------
    found : mapping of str to Heading
        Column of the layer, or meaning of ``PLACES``, ``POSITIONS``, ``POSITION``, ``DATUM``,
        to its heading.
    unit_of : mapping of str to str
        Column of the layer to the heading of the column that holds its unit, where the file
        has one right of it.
    unused : tuple of str
        Headings that are nothing known.
    faults : tuple of Text
        Two headings that may be the same column, which a mapping must decide.
    doubts : tuple of Doubt
        Two headings that may be the same column of words, of which one was taken.
    questions : tuple of Question
        What a person may be asked of the faults.
    """

    found: Mapping[str, Heading]
    unit_of: Mapping[str, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    faults: tuple[Text, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    questions: tuple[Question, ...] = ()


def recognise(
    headings: Sequence[str],
    columns: Iterable[Column],
    *,
    vocabulary: Vocabulary,
    units: Units,
    taken: Mapping[str, str] | None = None,
    datum: str = "",
) -> Recognised:
    """Find the heading of each column of a layer.

    A heading counts for a column if it is its name, then if it is its title in either
    language, then if the vocabulary has it; the whole heading before what is left of it
    without unit and year. Two headings that are equally good for a name, a figure or a
    position are a fault; of two for words, the one that stands first in the vocabulary is
    taken, and that is a doubt.

    Parameters
    ----------
    headings : sequence of str
        In the order of the file.
    columns : iterable of Column
        Of the layer.
    vocabulary : Vocabulary
        Spellings of headings, with their meanings.
    units : Units
        The units known.
    taken : mapping of str to str, optional
        Columns that a mapping has decided, with their headings; neither is looked at.
    datum : str
        Of positions in several datums, that which is wanted.

    Returns
    -------
    Recognised
        Headings by column, faults and doubts.
    """
    decided = dict(taken or {})
    of_layer = list(columns)
    free = [text for text in headings if text and text not in decided.values()]
    apart = {text: take_apart(text, units) for text in free}
    wanted = _spellings(of_layer, set(decided))
    claims: dict[str, list[tuple[int, str]]] = {}
    for text, heading in apart.items():
        best = _best(heading, wanted, vocabulary)
        if best is not None:
            claims.setdefault(best[1], []).append((best[0], text))
    claims |= _of_one_datum(claims, apart, datum)
    words = {c.name for c in of_layer if c.type == "text" and not c.required} | {*PLACES, DATUM}
    titles = {column.name: column.title for column in of_layer}
    found: dict[str, Heading] = {}
    faults: list[Text] = []
    questions: list[Question] = []
    doubts: list[Doubt] = []
    for name, rivals in claims.items():
        least = min(rank for rank, _ in rivals)
        winners = [text for rank, text in rivals if rank == least]
        if len(winners) > 1 and name in words:
            winners.sort(key=lambda text: vocabulary.place(apart[text].names[-1]))
            doubts.append(Doubt(name, winners[0], tuple(winners[1:])))
        elif len(winners) > 1:
            title = titles.get(name, Text(name, name))
            faults.append(_rivals(name, title, winners))
            questions.append(which_heading(name, title, winners))
        found[name] = apart[winners[0]]
    sides = {name: text for name, text in decided.items() if text in headings}
    sides |= {name: heading.text for name, heading in found.items()}
    unit_of = _units_beside(list(headings), sides, vocabulary)
    used = {*sides.values(), *unit_of.values()}
    unused = tuple(text for text in free if text not in used)
    return Recognised(found, unit_of, unused, tuple(faults), tuple(doubts), tuple(questions))


def _spellings(columns: Iterable[Column], decided: set[str]) -> dict[str, dict[str, int]]:
    """Give, for each column that is still open, its own spellings with their rank.

    Parameters
    ----------
    columns : Iterable[Column]
        Columns of the layer.
    decided : set[str]
        Columns that are decided.

    Returns
    -------
    dict[str, dict[str, int]]
        Rank by spelling, by column; the lower the better.
    """
    names = (*POSITIONS, POSITION, DATUM, *PLACES)
    wanted: dict[str, dict[str, int]] = {name: {} for name in names}
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
        if meaning in AXES and AXES[meaning] in wanted:
            ranked.append((AXIS_RANK + 3 * depth, AXES[meaning]))
        named = [name for name in (meaning, f"{meaning}_zh") if name is not None and name in wanted]
        ranked += [(3 * depth + 2, name) for name in named[:1]]
        likely = vocabulary.likely(spelling) if meaning is None else None
        fits = [name for name in (likely, f"{likely}_zh") if name is not None and name in wanted]
        ranked += [(LIKELY_RANK + 3 * depth, name) for name in fits[:1]]
    return min(ranked) if ranked else None


def _of_one_datum(
    claims: Mapping[str, list[tuple[int, str]]], apart: Mapping[str, Heading], datum: str
) -> dict[str, list[tuple[int, str]]]:
    """Of positions in several datums take those of one: that wanted, else the nearest to WGS 84.

    Parameters
    ----------
    claims : Mapping[str, list[tuple[int, str]]]
        Headings that may be each column, with their rank.
    apart : mapping of str to Heading
        Headings, taken apart.
    datum : str
        The one that is wanted; empty for none.

    Returns
    -------
    dict[str, list[tuple[int, str]]]
        Those of one datum.
    """
    sets = [{apart[text].datum for _, text in claims.get(name, [])} for name in POSITIONS]
    both = set.intersection(*sets)
    if len(set.union(*sets)) < 2 or not both:
        return {}
    order = [name for name in (datum, *PREFERRED) if name in both]
    best = order[0] if order else sorted(both)[0]
    return {
        name: [(rank, text) for rank, text in claims[name] if apart[text].datum == best]
        for name in POSITIONS
    }


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


def _rivals(column: str, name: Text, texts: Sequence[str]) -> Text:
    zh = "、".join(f"--column {word(name.zh)}={word(text)}" for text in texts)
    en = " or ".join(f"--column {column}={word(text)}" for text in texts)
    return Text(
        f"列“{'”“'.join(texts)}”都可能是“{name.zh}”；请选一个：{zh}",
        f"'{texts[0]}' and '{', '.join(texts[1:])}' may both be {name.en}; choose one: {en}",
    )


def which_heading(column: str, title: Text, headings: Sequence[str]) -> Question:
    """Ask which heading a column of the layer comes from.

    Parameters
    ----------
    column : str
        Column of the layer.
    title : Text
        What it is called.
    headings : sequence of str
        Those that it may be.

    Returns
    -------
    Question
        To be asked at a terminal.
    """
    words = Text(f"“{title.zh}”取自哪一列？", f"Which heading is {title.en}?")
    return Question(words, "column", column, tuple((text, Text(text, text)) for text in headings))


def word(text: str) -> str:
    """Give a heading as one word of a command line.

    Parameters
    ----------
    text : str
        The heading.

    Returns
    -------
    str
        In quotes if need be.
    """
    return f'"{text}"' if any(mark in text for mark in " ()（）&|;<>") else text


def known_words(vocabulary: Vocabulary, columns: Collection[Column]) -> tuple[str, ...]:
    """Give the spellings by which a row of headings is known: the vocabulary's, the layer's.

    Parameters
    ----------
    vocabulary : Vocabulary
        Spellings of headings, with their meanings.
    columns : collection of Column
        Columns of the layer.

    Returns
    -------
    tuple of str
        Normalised; a pattern as ``re:`` and a regular expression.
    """
    own = (normal(word) for c in columns for word in (c.name, c.title.zh, c.title.en))
    patterns = (f"re:{pattern}" for pattern in vocabulary.patterns)
    return tuple(dict.fromkeys((*vocabulary.spellings, *own, *patterns)))
