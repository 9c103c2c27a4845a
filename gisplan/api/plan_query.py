"""A question of the plan's ledger in people's words, and the codes that they stand for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from gisplan.analysis.plan.ledger_select import OVERDUE, Selection
from gisplan.analysis.plan.unit_names import UnitNames, plain_name
from gisplan.api.plan_tables import (
    DUTIES,
    LEDGER,
    NAMES,
    UNITS,
    WORDS,
)
from gisplan.catalog.layer import Layer, LayerSpec
from gisplan.errors import OptionError, PlaceError
from gisplan.places.regions import Regions
from gisplan.text import Text

#: Other ways of asking for a state.
_STATES = {"missed": "short", "逾期": OVERDUE, "overdue": OVERDUE, "未完成": "short"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanQuery:
    """What is asked of the ledger; what is left out does not matter.

    Attributes
    ----------
    unit : str, optional
        A lead or cooperating unit by any of its names, that of today included; a prefecture's
        government by the prefecture's name too.
    role : {"lead", "cooperate"}, optional
        Only what is led, or cooperated on.
    region : str, optional
        Name or code of an administrative unit: what names it or a place in it, and what its
        government answers for.
    clause : str, optional
        A clause with all below it, as 二(三) or 二(三)9.
    year : int or sequence of int, optional
        Year due.
    state : str or sequence of str, optional
        ``met``, ``partly``, ``short`` (or ``missed``), ``undecided``, ``awaiting``,
        ``overdue``; or their words.
    kind : str or sequence of str, optional
        ``target``, ``task``, ``milestone``, ``measure``, ``base``, ``landmark``, ``path``,
        ``safeguard``, ``allocation``, ``undertaking``; or their words.
    industry : str, optional
        A segment, by code or words, or a word of the items' names.
    as_of : str, optional
        Day on which it is decided what is overdue, in any way of writing that can be one day
        only; today if left out.

    Examples
    --------
    >>> PlanQuery(unit="省工信厅", year=2020, state="overdue").unit
    '省工信厅'
    """

    unit: str | None = None
    role: str | None = None
    region: str | None = None
    clause: str | None = None
    year: int | Sequence[int] | None = None
    state: str | Sequence[str] | None = None
    kind: str | Sequence[str] | None = None
    industry: str | None = None
    as_of: str | None = None


@dataclass(slots=True, kw_only=True)
class Understood:
    """The question as it is being understood.

    Attributes
    ----------
    words : list of Text
        What was asked, part by part.
    notes : list of Text
        What to mind.
    """

    words: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)

    def say(self, zh: str, en: str) -> None:
        """Say back a part of what was asked.

        Parameters
        ----------
        zh : str
            In Chinese.
        en : str
            In English.
        """
        self.words.append(Text(zh, en))


def selection_of(
    query: PlanQuery, known: tuple[Mapping[str, Layer], Regions], asked: Understood
) -> Selection:
    """Find the codes that the words of a question stand for, and say it back.

    Parameters
    ----------
    query : PlanQuery
        The question.
    known : tuple[Mapping[str, Layer], Regions]
        Layers of the ledger; the administrative units.
    asked : Understood
        Takes what was understood.

    Returns
    -------
    Selection
        What is taken of the ledger.
    """
    layers, regions = known
    spec, duties = layers[LEDGER].spec, layers[DUTIES]
    chosen = Selection()
    if query.unit is not None:
        names = UnitNames.from_tables(layers[UNITS].table, layers[NAMES].table)
        chosen = replace(chosen, units=_units(query.unit, (names, regions, duties.table), asked))
    if query.role is not None:
        role = _choice(query.role, duties.spec, "role")
        chosen = replace(chosen, role=role)
        _say_labels((role,), duties.spec, "role", asked)
    if query.region is not None:
        code = regions.resolve(query.region)
        chosen = replace(chosen, region=code)
        asked.say(regions.name(code), regions.name(code, "en"))
    if query.clause is not None:
        chosen = replace(chosen, clause=query.clause)
        asked.say(f"条款 {query.clause}", f"clause {query.clause}")
    if query.year is not None:
        years = (query.year,) if isinstance(query.year, int) else tuple(query.year)
        chosen = replace(chosen, years=years)
        asked.say(f"{'、'.join(map(str, years))} 年到期", f"due in {', '.join(map(str, years))}")
    if query.state is not None:
        chosen = replace(chosen, states=_states(_several(query.state), spec, asked))
    if query.kind is not None:
        kinds = tuple(_choice(one, spec, "kind") for one in _several(query.kind))
        chosen = replace(chosen, kinds=kinds)
        _say_labels(kinds, spec, "kind", asked)
    if query.industry is not None:
        chosen = _industry(query.industry, (chosen, spec, layers[WORDS].table), asked)
    return chosen


def _several(given: str | Sequence[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _units(
    name: str, known: tuple[UnitNames, Regions, pd.DataFrame], asked: Understood
) -> tuple[str, ...]:
    """Find the units that a name stands for, as ``plan_duties`` has them.

    Parameters
    ----------
    name : str
        Name of a unit or of a region.
    known : tuple[UnitNames, Regions, pandas.DataFrame]
        Names of units; the administrative units; duties.
    asked : Understood
        Takes what was understood.

    Returns
    -------
    tuple of str
        Names of units.

    Raises
    ------
    OptionError
        If it is none; the nearest are told.
    """
    names, regions, duties = known
    spelt = plain_name(name)
    own = [unit for unit in duties["unit_zh"].unique() if plain_name(unit) == spelt]
    found = tuple(dict.fromkeys((*names.find(name), *own))) or _governments(spelt, regions, duties)
    if not found:
        near = _nearest(spelt, names.spellings)
        raise OptionError(
            Text(
                f"规划中没有单位“{name}”；相近的有：{'、'.join(near)}",
                f"the plan names no unit '{name}'; near it: {', '.join(near)}",
            )
        )
    for unit in found:
        present = names.present(unit)
        also = Text("", "")
        if present:
            also = Text(f"（现{present}）", f" (now {names.present(unit, 'en')})")
        named = duties.loc[duties["unit_zh"] == unit, "unit_en"].dropna()
        asked.say(f"{unit}{also.zh}", f"{next(iter(named), unit)}{also.en}")
        if not ((duties["unit_zh"] == unit) | (duties["via_zh"] == unit)).any():
            asked.notes.append(
                Text(
                    f"规划印发给{unit}，但没有哪一项任务点名它",
                    f"the plan is addressed to {unit} and names it at no task",
                )
            )
    return found


def _governments(spelt: str, regions: Regions, duties: pd.DataFrame) -> tuple[str, ...]:
    bare = spelt.removesuffix("政府").removesuffix("管委会")
    try:
        code = regions.resolve(bare)
    except PlaceError:
        return ()
    return tuple(duties.loc[duties["adcode"] == code, "unit_zh"].unique())


def _nearest(spelt: str, names: Iterable[str]) -> list[str]:
    known = list(names)
    return difflib.get_close_matches(spelt, known, n=4, cutoff=0.3) or known[:4]


def _choice(given: str, spec: LayerSpec, column: str) -> str:
    """Find the code that a word stands for.

    Parameters
    ----------
    given : str
        The word, or the code itself.
    spec : LayerSpec
        Declaration of the ledger.
    column : str
        The column.

    Returns
    -------
    str
        The code.

    Raises
    ------
    OptionError
        If there is none; all are told.
    """
    labels = spec.column(column).labels
    for code, words in labels.items():
        if given.casefold() in (code, words.zh, words.en.casefold()):
            return code
    known = [*labels.values(), *([spec.column(OVERDUE).title] if column == "state" else ())]
    zh = "、".join(words.zh for words in known)
    en = ", ".join(words.en.lower() for words in known)
    raise OptionError(Text(f"没有“{given}”，可用：{zh}", f"there is no '{given}'; there are: {en}"))


def _states(given: tuple[str, ...], spec: LayerSpec, asked: Understood) -> tuple[str, ...]:
    found = []
    for one in given:
        word = _STATES.get(one.casefold(), one)
        found.append(word if word == OVERDUE else _choice(word, spec, "state"))
    title = spec.column(OVERDUE).title
    labels = {**spec.column("state").labels, OVERDUE: Text(title.zh, title.en.lower())}
    asked.say("、".join(labels[c].zh for c in found), ", ".join(labels[c].en for c in found))
    return tuple(found)


def _say_labels(codes: Sequence[str], spec: LayerSpec, column: str, asked: Understood) -> None:
    labels = spec.column(column).labels
    asked.say("、".join(labels[c].zh for c in codes), ", ".join(labels[c].en for c in codes))


def _industry(
    given: str, known: tuple[Selection, LayerSpec, pd.DataFrame], asked: Understood
) -> Selection:
    chosen, spec, words = known
    labels = spec.column("segment").labels
    some = words[words["column"] == "industry"]
    spellings = dict(zip(some["alias"], some["code"], strict=True))
    code = spellings.get(given, given)
    for segment, label in labels.items():
        if code.casefold() in (segment, label.zh, label.en.casefold()):
            asked.say(label.zh, label.en)
            return replace(chosen, segments=(segment,))
    asked.say(f"名称含“{given}”", f"named '{given}'")
    return replace(chosen, words=given)
