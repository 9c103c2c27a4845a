"""Who owes what of the plan, by when, and how it stands."""

from __future__ import annotations

import datetime
import difflib
import functools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import geopandas as gpd
import pandas as pd

from gisplan.analysis.plan.ledger_select import OVERDUE, Selection, select
from gisplan.analysis.plan.unit_names import UnitNames, plain_name
from gisplan.api import compare
from gisplan.api.at_hand import at_hand
from gisplan.api.load import load_layers, load_regions
from gisplan.catalog import workspace
from gisplan.catalog.dates import read_day
from gisplan.catalog.layer import Layer, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError, PlaceError
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline import scenario
from gisplan.pipeline.progress import Progress, silent
from gisplan.pipeline.scenario import BASE, Change
from gisplan.places.regions import Regions
from gisplan.text import Text

__all__ = [
    "Ledger",
    "LedgerTables",
    "PlanQuery",
    "answer",
    "ledger_at_hand",
    "load_ledger",
    "plan",
]

#: The tables of the plan that the ledger consists of; a workspace's layers of them begin as its
#: role ``plan`` says.
LEDGER, DUTIES, PLACES, POINTS = "ledger", "duties", "item_regions", "ledger_places"
_UNITS, _NAMES = "units", "unit_names"
_TABLES = (LEDGER, DUTIES, PLACES, POINTS, _UNITS, _NAMES)
#: The role of the words for categories.
_WORDS = "category_words"
#: Other ways of asking for a state.
_STATES = {"missed": "short", "逾期": OVERDUE, "overdue": OVERDUE, "未完成": "short"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Items of the plan that were asked for.

    Attributes
    ----------
    table : pandas.DataFrame
        Rows of the layer ``plan_ledger`` with ``role`` and ``why``; see
        :func:`gisplan.analysis.plan.ledger_select.select`.
    points : geopandas.GeoDataFrame
        The same items where the plan puts them: one row an item and place, and one without
        geometry for an item that has none.
    spec : LayerSpec
        Of ``plan_ledger``.
    asked : Text
        What was asked, in words.
    as_of : str
        The day on which ``overdue`` holds.
    notes : tuple of Text
        What to mind, as that a unit is addressed and nowhere named.
    """

    table: pd.DataFrame
    points: gpd.GeoDataFrame
    spec: LayerSpec
    asked: Text
    as_of: str
    notes: tuple[Text, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many items of each state, and how many are ``overdue``.

        Returns
        -------
        mapping of str to int
            Items by state, and under ``overdue`` those past their day.
        """
        found = Counter(self.table["state"])
        late = int(self.table["overdue"].fillna(False).sum())
        return {
            **{state: found[state] for state in self.spec.column("state").labels},
            OVERDUE: late,
        }


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


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerTables:
    """What questions of the ledger are answered from.

    Attributes
    ----------
    layers : mapping of str to Layer
        Layers of the ledger, by name.
    regions : Regions
        The administrative units.
    as_of : str
        The day on which ``overdue`` holds.
    """

    layers: Mapping[str, Layer]
    regions: Regions
    as_of: str


@dataclass(slots=True, kw_only=True)
class _Asked:
    """The question as it is being understood."""

    words: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)

    def say(self, zh: str, en: str) -> None:
        self.words.append(Text(zh, en))


def plan(
    query: PlanQuery | None = None, *, place: Workspace | None = None, progress: Progress = silent
) -> Ledger:
    """Find what the plan asks of whom, by when, and how it stands.

    Parameters
    ----------
    query : PlanQuery, optional
        All items if left out.
    place : Workspace, optional
        The workspace of the current folder if left out.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    Ledger
        The items, where they are, and what was asked, in words.

    Raises
    ------
    OptionError
        If a unit, region, state, kind or day is not known; the nearest are told.
    DeclarationError
        If declarations or layers are wrong.
    """
    query = query or PlanQuery()
    return answer(load_ledger(place=place, as_of=query.as_of, progress=progress), query)


def load_ledger(
    *, place: Workspace | None = None, as_of: str | None = None, progress: Progress = silent
) -> LedgerTables:
    """Load what questions of the ledger are answered from, for several of one day.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    as_of : str, optional
        As of :class:`PlanQuery`.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    LedgerTables
        Tables of that day.

    Raises
    ------
    OptionError
        If ``as_of`` is no day, or the workspace has no ledger.
    DeclarationError
        If declarations or layers are wrong.
    """
    place, day = place or workspace.find(), _day(as_of)
    return LedgerTables(layers=_load(place, day, progress), regions=load_regions(place), as_of=day)


def ledger_at_hand(place: Workspace) -> LedgerTables:
    """Give what questions of today's ledger are answered from, loaded once for many.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    LedgerTables
        Tables of today, not to be changed: others get the same.

    Raises
    ------
    OptionError
        If the workspace has no ledger.
    DeclarationError
        If declarations or layers are wrong.
    """
    listed = catalog.load(place).layers
    names = ledger_layers(place, listed) or {}
    roles = (place.roles.optional(role, listed) for role in (_WORDS, "units", "aliases"))
    needed = [*names.values(), *(name for name in roles if name)]
    day = _day(None)
    load = functools.partial(load_ledger, place=place, as_of=day)
    return at_hand(f"ledger {day}", needed, load, place=place)


def answer(tables: LedgerTables, query: PlanQuery) -> Ledger:
    """Answer a question from loaded tables.

    Parameters
    ----------
    tables : LedgerTables
        What questions are answered from.
    query : PlanQuery
        Its ``as_of`` is that of the tables.

    Returns
    -------
    Ledger
        The items, where they are, and what was asked, in words.

    Raises
    ------
    OptionError
        If a unit, state or kind is not known; the nearest are told.
    PlaceError
        If the region is not known, or may be several.
    """
    layers, asked = tables.layers, _Asked()
    chosen = _understood(query, (layers, tables.regions), asked)
    duties, places = layers[DUTIES].table, layers[PLACES].table
    table = select(layers[LEDGER].table, duties, places, chosen)
    return Ledger(
        table=table,
        points=_points(table, layers[POINTS].table),
        spec=layers[LEDGER].spec,
        asked=Text(
            "，".join(words.zh for words in asked.words) or "全部事项",
            ", ".join(words.en for words in asked.words) or "all items",
        ),
        as_of=tables.as_of,
        notes=tuple(asked.notes),
    )


def _day(given: str | None) -> str:
    if given is None:
        return datetime.date.today().isoformat()
    day = read_day(given)
    if day is None:
        raise OptionError(
            Text(
                f"“{given}”读不出是哪一天，请写作 2026-11-28",
                f"'{given}' is no day, or may be two; write 2026-11-28",
            )
        )
    return day.isoformat()


def _understood(
    query: PlanQuery, known: tuple[Mapping[str, Layer], Regions], asked: _Asked
) -> Selection:
    """Find the codes that the words of a question stand for, and say it back.

    Parameters
    ----------
    query : PlanQuery
        The question.
    known : tuple[Mapping[str, Layer], Regions]
        Layers of the ledger; the administrative units.
    asked : _Asked
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
        names = UnitNames.from_tables(layers[_UNITS].table, layers[_NAMES].table)
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
        chosen = _industry(query.industry, (chosen, spec, layers[_WORDS].table), asked)
    return chosen


def _load(place: Workspace, day: str, progress: Progress) -> dict[str, Layer]:
    listed = catalog.load(place).layers
    names = ledger_layers(place, listed)
    if names is None:
        begins = place.roles.plan
        lacking = [f"{begins}{table}" for table in _TABLES if f"{begins}{table}" not in listed]
        raise OptionError(
            Text(
                f"本工作区没有任务台账，缺少图层：{'、'.join(lacking)}；请声明这些图层，"
                '或在 gisplan.toml 的 [roles] 中写明 plan = "名称开头"',
                f"this workspace has no ledger of the plan: it lacks {', '.join(lacking)}; declare "
                'them, or write plan = "BEGINNING" in [roles] of gisplan.toml',
            )
        )
    names = {**names, _WORDS: place.roles.layer(_WORDS, listed)}
    change = {names[LEDGER]: Change(parameters={"as_of": day})}
    what_if = replace(scenario.load(place, BASE), name=f"as_of_{day}", changes=change)
    dated = tuple(names[table] for table in (LEDGER, POINTS))
    whole = tuple(name for name in names.values() if name not in dated)
    layers = {
        **compare.load_layers(dated, what_if=what_if, place=place, progress=progress),
        **load_layers(whole, place=place),
    }
    return {table: layers[name] for table, name in names.items()}


def ledger_layers(place: Workspace, listed: Collection[str]) -> dict[str, str] | None:
    """Give the layers that the ledger consists of.

    Parameters
    ----------
    place : Workspace
        The workspace, whose role ``plan`` says how their names begin.
    listed : collection of str
        Names of its layers.

    Returns
    -------
    dict of str to str or None
        Table of the plan to name of its layer; None if the workspace has no ledger.
    """
    names = {table: f"{place.roles.plan}{table}" for table in _TABLES}
    return names if set(names.values()) <= set(listed) else None


def _several(given: str | Sequence[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _units(
    name: str, known: tuple[UnitNames, Regions, pd.DataFrame], asked: _Asked
) -> tuple[str, ...]:
    """Find the units that a name stands for, as ``plan_duties`` has them.

    Parameters
    ----------
    name : str
        Name of a unit or of a region.
    known : tuple[UnitNames, Regions, pandas.DataFrame]
        Names of units; the administrative units; duties.
    asked : _Asked
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


def _states(given: tuple[str, ...], spec: LayerSpec, asked: _Asked) -> tuple[str, ...]:
    found = []
    for one in given:
        word = _STATES.get(one.casefold(), one)
        found.append(word if word == OVERDUE else _choice(word, spec, "state"))
    title = spec.column(OVERDUE).title
    labels = {**spec.column("state").labels, OVERDUE: Text(title.zh, title.en.lower())}
    asked.say("、".join(labels[c].zh for c in found), ", ".join(labels[c].en for c in found))
    return tuple(found)


def _say_labels(codes: Sequence[str], spec: LayerSpec, column: str, asked: _Asked) -> None:
    labels = spec.column(column).labels
    asked.say("、".join(labels[c].zh for c in codes), ", ".join(labels[c].en for c in codes))


def _industry(
    given: str, known: tuple[Selection, LayerSpec, pd.DataFrame], asked: _Asked
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


def _points(table: pd.DataFrame, points: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    placed = points[["key", "item", "site", "precision", "geometry"]]
    joined = table.merge(placed, on="item", how="left")
    joined["key"] = joined["key"].fillna(joined["item"])
    joined["precision"] = joined["precision"].fillna("none")
    return gpd.GeoDataFrame(joined, geometry="geometry", crs=points.crs)
