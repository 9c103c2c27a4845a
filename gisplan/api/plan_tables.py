"""What questions of the plan's ledger are answered from: its tables, loaded once for many."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from gisplan.api import compare
from gisplan.api.at_hand import at_hand
from gisplan.api.load import load_layers, load_regions
from gisplan.catalog import workspace
from gisplan.catalog.dates import read_day
from gisplan.catalog.layer import Layer
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline import scenario
from gisplan.pipeline.progress import Progress, silent
from gisplan.pipeline.scenario import BASE, Change
from gisplan.places.regions import Regions
from gisplan.text import Text

#: The tables of the plan that the ledger consists of; a workspace's layers of them begin as its
#: role ``plan`` says.
LEDGER, DUTIES, PLACES, POINTS = "ledger", "duties", "item_regions", "ledger_places"
UNITS, NAMES = "units", "unit_names"
_TABLES = (LEDGER, DUTIES, PLACES, POINTS, UNITS, NAMES)
#: The role of the words for categories.
WORDS = "category_words"


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


def load_ledger(
    *, place: Workspace | None = None, as_of: str | None = None, progress: Progress = silent
) -> LedgerTables:
    """Load what questions of the ledger are answered from, for several of one day.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    as_of : str, optional
        As of :class:`gisplan.api.plan_query.PlanQuery`.
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
    roles = (place.roles.optional(role, listed) for role in (WORDS, "units", "aliases"))
    needed = [*names.values(), *(name for name in roles if name)]
    day = _day(None)
    load = functools.partial(load_ledger, place=place, as_of=day)
    return at_hand(f"ledger {day}", needed, load, place=place)


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
    names = {**names, WORDS: place.roles.layer(WORDS, listed)}
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
