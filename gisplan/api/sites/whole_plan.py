"""A whole plan for the network of a workspace: what to build in which year, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from gisplan.analysis.siting import plans
from gisplan.analysis.siting.plans import PlanAnswer, PlanCase, PlanTask, RobustAnswer, TradeOff
from gisplan.analysis.travel import MEASURES, Measure
from gisplan.api.load import load_layers
from gisplan.api.sites.inputs import Basis
from gisplan.api.sites.plan_choice import better_known, chosen_point, wanted_curve
from gisplan.api.sites.plan_file import PlanFile
from gisplan.api.sites.plan_inputs import prepare_plan
from gisplan.api.sites.plan_quantities import quantity_by_year, unit_of
from gisplan.api.worth import of_layer
from gisplan.catalog import workspace
from gisplan.catalog.layer import Outcome, Source
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import Worth
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.progress import Progress, silent
from gisplan.text import LANGS, Text

#: What is done, one after the other.
_LOADING = Text("读取需求、设施和候选点", "reading demand, network and candidates")
_CHOOSING = Text("求解方案", "searching for the plan")
_TRADING = Text("求解权衡曲线", "working out the trade-off")
_BESIDE = Text("与各年单独最优、增加预算相比", "holding it against single years and more money")
_FUTURES = Text("在各情形中检验方案", "holding it against futures")
_STEPS = 5


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlannedSites:
    """A whole plan, with what it is held against.

    Attributes
    ----------
    answer : PlanAnswer
        The plan and its figures.
    actions : geopandas.GeoDataFrame
        What is done: ``step``, ``site``, ``name_zh``, ``name_en``, ``tier``, ``year``, ``action``,
        ``size``, ``capacity``, ``cost``, ``used`` (in the year), ``moved_from`` with names, and the
        point.
    sites : pandas.DataFrame
        ``answer.sites`` with names.
    standing : geopandas.GeoDataFrame
        Plants that stood before and stand in the last year: names, ``year``, ``tier``,
        ``capacity``, ``used``, and the point.
    moves : geopandas.GeoDataFrame
        Plants that move, as lines from the old place to the new, with the names of both ends,
        ``year``, ``tier`` and ``cost``.
    legs : geopandas.GeoDataFrame
        Who goes where in the last year, as lines with the names of both ends and ``amount``.
    years : pandas.DataFrame
        ``answer.years`` with ``served_high`` (if plants not known take all they can) and, of a
        plan of several years, ``best``, ``lost`` and ``bound`` of each year alone.
    regions : pandas.DataFrame
        ``answer.regions`` with names, and ``way_mean``, ``way_p95``, ``served_before``,
        ``way_mean_before``, ``way_p95_before``.
    evenness : pandas.DataFrame or None
        ``years`` of :class:`gisplan.analysis.siting.plans.PlanEvenness`.
    next_money : pandas.DataFrame or None
        What a little more money would add in each year.
    curve : TradeOff or None
        Aims against each other.
    chosen : int or None
        Point of the trade-off, from 0, that is told and drawn as the plan; None if it is none of
        them.
    robust : RobustAnswer or None
        The plan held against futures; ``sites``, ``actions`` and ``draws`` with names.
    near : Text or None
        Who is near what is built, in words, if that is asked for.
    why : tuple of Text
        Where there is no plan, or nothing is done in it: why, in sentences; and what moves where.
    asked : PlanFile
        What was asked for.
    quantity : Text
        What the demand is counted in.
    amounts : Text or None
        Its unit alone; None where it is not declared.
    measure : {"km", "min"}
        What reach was counted in.
    how : Text
        How the way was found.
    left_out : tuple of Text
        What does not count, in sentences.
    worth : Worth or None
        What the figures are worth, as the list of the network's sites may lack some.
    sources : tuple of Source
        Where demand and network come from.
    """

    answer: PlanAnswer
    actions: gpd.GeoDataFrame
    sites: pd.DataFrame
    standing: gpd.GeoDataFrame
    moves: gpd.GeoDataFrame
    legs: gpd.GeoDataFrame
    years: pd.DataFrame
    regions: pd.DataFrame
    evenness: pd.DataFrame | None
    next_money: pd.DataFrame | None
    curve: TradeOff | None
    chosen: int | None = None
    robust: RobustAnswer | None = None
    near: Text | None = None
    why: tuple[Text, ...] = ()
    asked: PlanFile
    quantity: Text
    amounts: Text | None = None
    measure: Measure
    how: Text
    left_out: tuple[Text, ...]
    worth: Worth | None
    sources: tuple[Source, ...] = ()

    def amount(self, words: Text) -> Text:
        """Say in a title what amounts are counted in.

        Parameters
        ----------
        words : Text
            The title.

        Returns
        -------
        Text
            With the unit behind, where it is known.
        """
        if self.amounts is None:
            return words
        unit = self.amounts
        return Text(f"{words.zh}（{unit.zh}）", f"{words.en} ({unit.en})")

    @property
    def unit(self) -> Text:
        """What ways are counted in, in words.

        Returns
        -------
        Text
            Kilometres or minutes, in both languages.
        """
        return MEASURES[self.measure]


def plan_sites(
    asked: PlanFile, *, place: Workspace | None = None, told: Progress = silent
) -> PlannedSites:
    """Make a whole plan.

    Parameters
    ----------
    asked : PlanFile
        As :func:`gisplan.api.sites.plan_file.read_plan_file` gives it.
    place : Workspace, optional
        The workspace of the current folder if left out.
    told : callable
        Told of the progress.

    Returns
    -------
    PlannedSites
        The plan, and what it is held against.

    Raises
    ------
    OptionError, FileError, DataError, DeclarationError
        If the candidates, an option or a layer can't be used.
    """
    place = place or workspace.find()
    steps = iter(range(_STEPS))
    told(_LOADING, next(steps), _STEPS)
    basis, task, case = prepare_plan(asked, place=place)
    quantity, by_year = quantity_by_year(asked.plan["phases"], task.quantity, basis.demand_layer)
    futures = plans.declared_futures(case, asked.robust)
    told(_CHOOSING, next(steps), _STEPS)
    answer = plans.make_plan(case.problem, seconds=asked.seconds)
    told(_TRADING, next(steps), _STEPS)
    curve = wanted_curve(case, answer, asked)
    if curve is not None and asked.curve is not None and asked.choose is None:
        answer = better_known(answer, curve, first=asked.curve[0], aim=task.terms.aim)
    chosen = chosen_point(curve, answer, asked)
    # a plan that was chosen is not the best under the budgets, which other budgets or years alone
    # could be held against
    alone = asked.choose is None
    if curve is not None and chosen is not None:
        answer = curve.plans[chosen]
    flows, there = (
        table[table["year"] == table["year"].max()] for table in (answer.flows, answer.sites)
    )
    told(_FUTURES, next(steps), _STEPS)
    limit = float((asked.robust or {}).get("seconds", asked.seconds))
    robust = plans.held_against(case, answer, futures, seconds=limit)
    told(_BESIDE, next(steps), _STEPS)
    even = plans.evenness(case.problem, answer) if answer.solved else None
    regions = answer.regions
    if even is not None:
        regions = regions.merge(even.regions, on=["year", "region"])
    names = _region_names(task.regions, place)
    called = {
        code: Text(zh, names.get("en", {}).get(code, zh))
        for code, zh in names.get("zh", {}).items()
    }
    why = (
        *plans.moved_words(case.places, answer.actions),
        *plans.why_no_plan(case, answer, seconds=asked.seconds, regions=called),
        *plans.too_dear(case, answer),
        *plans.built_ahead(case, answer),
    )
    worth = None
    if basis.network_layer is not None and case.counted:
        kinds = tuple(kind for tier in task.tiers for kind in tier["kinds"])
        counted = Outcome(case.places.head(case.counted), (), case.counted)
        worth = of_layer(basis.network_layer, counted, kinds=kinds, year=task.year, place=place)
    return PlannedSites(
        answer=answer,
        actions=plans.named_actions(case, answer, robust),
        sites=plans.named_sites(case, answer.sites),
        standing=plans.standing_sites(case, there),
        moves=plans.moved_lines(case.places, answer.actions),
        legs=plans.named_flows(case, basis.demand, flows),
        years=_years(case, answer, asked, alone=alone),
        regions=_with_names(regions, names),
        evenness=None if even is None else even.years,
        next_money=plans.next_money(case.problem, answer, asked.more, seconds=asked.seconds)
        if asked.more and answer.solved and alone
        else None,
        curve=curve,
        chosen=chosen,
        robust=None if robust is None else _robust_named(case, robust),
        near=_near_words(task, basis),
        why=why,
        asked=asked,
        quantity=quantity,
        amounts=unit_of(task.quantity, basis.demand_layer),
        measure=task.mode.measure,
        how=task.mode.title,
        left_out=(*basis.left_out, *by_year, *case.left_out),
        worth=worth,
        sources=basis.sources,
    )


def last_year_of(told: PlannedSites) -> PlannedSites:
    """Give a plan with plants and regions of its last year alone.

    Parameters
    ----------
    told : PlannedSites
        The plan.

    Returns
    -------
    PlannedSites
        The same, if there is no plan.
    """
    if not told.answer.solved:
        return told
    year = told.years["year"].iloc[-1]
    return replace(
        told,
        sites=told.sites[told.sites["year"] == year],
        regions=told.regions[told.regions["year"] == year],
    )


def _near_words(task: PlanTask, basis: Basis) -> Text | None:
    if task.near is None:
        return None
    who = basis.quantity(str(task.near.get("quantity") or task.quantity))
    km = f"{task.near['km']:g}"
    return Text(
        f"新建设施 {km} 千米内（每座各计）：{who.zh}",
        f"within {km} km of what is built (for each plant): {who.en}",
    )


def _years(case: PlanCase, answer: PlanAnswer, asked: PlanFile, *, alone: bool) -> pd.DataFrame:
    years = answer.years
    if not answer.solved:
        return years
    years = years.assign(served_high=plans.served_at_most(case.problem, answer))
    if len(years) > 1 and alone:
        best = plans.best_of_each_year(case.problem, answer, seconds=asked.seconds)
        years = years.merge(best[["year", "best", "lost", "bound"]], on="year")
    return years


def _robust_named(case: PlanCase, robust: RobustAnswer) -> RobustAnswer:
    known = case.places.set_index("id")
    draws = robust.draws.copy()
    for lang in LANGS:
        names = known[f"name_{lang}"]
        draws[f"closed_{lang}"] = [tuple(names.reindex(list(ids))) for ids in draws["closed"]]
    return replace(
        robust,
        sites=plans.named_sites(case, robust.sites),
        actions=plans.named_sites(case, robust.actions),
        draws=draws,
    )


def _with_names(regions: pd.DataFrame, names: dict[str, dict[str, str]]) -> pd.DataFrame:
    table = regions.copy()
    for lang, known in names.items():
        table[f"name_{lang}"] = table["region"].map(known)
    return table


def _region_names(level: str, place: Workspace) -> dict[str, dict[str, str]]:
    listed = catalog.load(place).layers
    role = place.roles.optional("prefectures" if level == "prefecture" else "counties", listed)
    if role is None:
        return {}
    (layer,) = load_layers((role,), place=place).values()
    table = layer.table
    return {
        lang: dict(zip(table["adcode"].astype(str), table[f"name_{lang}"], strict=True))
        for lang in ("zh", "en")
        if f"name_{lang}" in table
    }
