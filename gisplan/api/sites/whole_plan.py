"""A whole plan for the network of a workspace: what to build in which year, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.siting import plans
from gisplan.analysis.siting.models.result import Status
from gisplan.analysis.siting.plans import PlanAnswer, PlanCase, PlanTask, RobustAnswer, TradeOff
from gisplan.analysis.travel import MEASURES, Measure
from gisplan.api.importing.options import FileOptions
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.api.load import load_layers
from gisplan.api.sites.inputs import Basis, load, site_standard
from gisplan.api.sites.plan_file import PlanFile
from gisplan.api.worth import of_layer
from gisplan.catalog import workspace
from gisplan.catalog.layer import Outcome, Source
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import Worth
from gisplan.errors import OptionError
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
        ``size``, ``capacity``, ``cost``, ``used`` (in the year), and the point.
    sites : pandas.DataFrame
        ``answer.sites`` with names.
    standing : geopandas.GeoDataFrame
        Plants that stood before and stand in the last year: names, ``year``, ``tier``,
        ``capacity``, ``used``, and the point.
    legs : geopandas.GeoDataFrame
        Who goes where in the last year, as lines with the names of both ends and ``amount``.
    years : pandas.DataFrame
        ``answer.years`` with ``served_high`` (if plants not known take all they can) and, of a
        plan of several years for coverage, ``best``, ``lost`` and ``bound``.
    regions : pandas.DataFrame
        ``answer.regions`` with names.
    next_money : pandas.DataFrame or None
        What a little more money would add in each year.
    curve : TradeOff or None
        Aims against each other.
    chosen : int or None
        Point of the trade-off, from 0, that is told and drawn as the plan; None if it is none of
        them.
    robust : RobustAnswer or None
        The plan held against futures; ``sites``, ``actions`` and ``draws`` with names.
    asked : PlanFile
        What was asked for.
    quantity : Text
        What the demand is counted in.
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
    legs: gpd.GeoDataFrame
    years: pd.DataFrame
    regions: pd.DataFrame
    next_money: pd.DataFrame | None
    curve: TradeOff | None
    chosen: int | None = None
    robust: RobustAnswer | None = None
    asked: PlanFile
    quantity: Text
    measure: Measure
    how: Text
    left_out: tuple[Text, ...]
    worth: Worth | None
    sources: tuple[Source, ...] = ()

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
    basis = _basis(asked, place)
    task = _task(asked, basis, place)
    unwelcome = _unwelcome(asked, place) if asked.away else None
    case = plans.make_plan_case(
        basis.candidates, basis.demand, basis.network, task, unwelcome=unwelcome
    )
    futures = plans.declared_futures(case, asked.robust)
    told(_CHOOSING, next(steps), _STEPS)
    answer = plans.make_plan(case.problem, seconds=asked.seconds)
    told(_TRADING, next(steps), _STEPS)
    curve = _trade_off(case, answer, asked)
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
    names = _region_names(task.regions, place)
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
        legs=plans.named_flows(case, basis.demand, flows),
        years=_years(case, answer, asked, alone=alone),
        regions=_with_names(answer.regions, names),
        next_money=plans.next_money(case.problem, answer, asked.more, seconds=asked.seconds)
        if asked.more and answer.solved and task.terms.aim == "coverage" and alone
        else None,
        curve=curve,
        chosen=chosen,
        robust=None if robust is None else _robust_named(case, robust),
        asked=asked,
        quantity=basis.quantity(task.quantity),
        measure=task.mode.measure,
        how=task.mode.title,
        left_out=(*basis.left_out, *case.left_out),
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


def _trade_off(case: PlanCase, answer: PlanAnswer, asked: PlanFile) -> TradeOff | None:
    if asked.curve is None:
        return None
    first, second, points = asked.curve
    return plans.trade_off(
        case.problem,
        first=first,
        second=second,
        points=points,
        seconds=asked.seconds,
        known=answer,
    )


def chosen_point(curve: TradeOff | None, answer: PlanAnswer, asked: PlanFile) -> int | None:
    """Give the point of a trade-off that is told as the plan.

    Parameters
    ----------
    curve : TradeOff or None
        The trade-off.
    answer : PlanAnswer
        The plan that is best under the budgets.
    asked : PlanFile
        What is asked for.

    Returns
    -------
    int or None
        From 0; None if the plan is none of them.

    Raises
    ------
    OptionError
        If a point is asked for that is not there.
    """
    if curve is None or not curve.plans:
        return None
    if asked.choose is None:
        return next((k for k, one in enumerate(curve.plans) if _is_same(one, answer)), None)
    if asked.choose == 0:
        knees = curve.table["knee"].to_numpy(dtype=bool)
        return int(knees.argmax()) if knees.any() else len(knees) - 1
    if asked.choose > len(curve.plans):
        count = len(curve.plans)
        raise OptionError(
            Text(
                f"curve.choose 为 {asked.choose}，而权衡曲线只有 {count} 个点",
                f"curve.choose is {asked.choose}, but the trade-off has {count} point(s)",
            )
        )
    return asked.choose - 1


def better_known(answer: PlanAnswer, curve: TradeOff, *, first: str, aim: str) -> PlanAnswer:
    """Give the best plan known under the budgets: the search for a trade-off may find a better one.

    Parameters
    ----------
    answer : PlanAnswer
        The plan that was found for its aim.
    curve : TradeOff
        Its trade-off, under the same budgets and rules.
    first : str
        Aim of the trade-off that is made best.
    aim : str
        Aim of the plan.

    Returns
    -------
    PlanAnswer
        One of the trade-off's if it serves more, held against the same bound; else the same.
    """
    if first != "coverage" or aim != "coverage" or answer.objective is None:
        return answer
    most = max(curve.plans, key=lambda plan: plan.objective or 0.0, default=answer)
    if most.objective is None or most.objective <= answer.objective * (1 + 1e-9):
        return answer
    # the bound of a point holds for the money that it is held to; that of the plan for all
    bound = max(answer.bound, most.objective) if answer.bound is not None else None
    gap = None if bound is None else (bound - most.objective) / most.objective
    status: Status = "optimal" if gap is not None and gap <= 1e-6 else "feasible"
    return replace(most, status=status, bound=bound, gap=gap)


def _is_same(one: PlanAnswer, other: PlanAnswer) -> bool:
    if one.taken is None or other.taken is None:
        return False
    return np.array_equal(one.taken, other.taken)


def _unwelcome(asked: PlanFile, place: Workspace) -> gpd.GeoDataFrame:
    """Load the shapes that sizes keep away from.

    Parameters
    ----------
    asked : PlanFile
        What is asked for.
    place : Workspace
        The workspace.

    Returns
    -------
    gpd.GeoDataFrame
        All shapes, EPSG:4326.
    """
    layers = load_layers(asked.away, place=place)
    for name, layer in layers.items():
        if layer.spec.geometry in ("none", "raster"):
            raise OptionError(
                Text(
                    f"图层 {name} 没有图形，无从避让",
                    f"layer {name} has no shapes to keep away from",
                )
            )
    parts = [gpd.GeoDataFrame(one.table).to_crs(4326)[["geometry"]] for one in layers.values()]
    return gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), geometry="geometry", crs=4326)


def _basis(asked: PlanFile, place: Workspace) -> Basis:
    """Load network, demand, and the candidates of each tier.

    Parameters
    ----------
    asked : PlanFile
        What is asked for.
    place : Workspace
        The workspace.

    Returns
    -------
    Basis
        With all candidates, each with its tier.
    """
    tiers = [str(tier["name"]) for tier in asked.plan["tiers"]]
    own: dict[str, list[str]] = {}
    for tier in tiers:
        own.setdefault(asked.candidates.get(tier, ""), []).append(tier)
    parts: list[gpd.GeoDataFrame] = []
    told: list[Text] = []
    basis: Basis | None = None
    for source, names in own.items():
        basis = load(place, source=source or None, file=FileOptions(datum=asked.datum))
        told += basis.left_out
        for name in names:
            mine = basis.candidates
            if "tier" in mine:
                mine = mine[mine["tier"].isna() | (mine["tier"].astype("str") == name)]
            parts.append(mine.to_crs(4326).assign(tier=name))
    if basis is None:
        raise OptionError(Text("没有层级", "there are no tiers"))
    both = gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), geometry="geometry", crs=4326)
    return replace(basis, candidates=both, left_out=tuple(dict.fromkeys(told)))


def _task(asked: PlanFile, basis: Basis, place: Workspace) -> PlanTask:
    """Take the plan, with what the workspace says where the file does not.

    Parameters
    ----------
    asked : PlanFile
        What is asked for.
    basis : Basis
        Candidates, demand and network.
    place : Workspace
        The workspace.

    Returns
    -------
    PlanTask
        What is planned.
    """
    minutes = any("reach_min" in tier for tier in asked.plan["tiers"])
    key = "reach_min" if minutes else "reach_km"
    far = max((float(tier.get(key, 0.0)) for tier in asked.plan["tiers"]), default=0.0)
    reaches = (far or 1.0,)
    journey = JourneyOptions(
        by="road" if asked.by == "road" or asked.roads else "",
        detour=asked.detour,
        roads=asked.roads,
    )
    options = ReachOptions(
        km=None if minutes else reaches,
        minutes=reaches if minutes else None,
        year=asked.year,
        kinds=(),
        journey=journey,
    )
    standard = site_standard(options, basis.network, place=place)
    return PlanTask.of(
        **asked.plan,
        year=standard.year,
        quantity=asked.quantity or place.defaults.quantity,
        mode=standard.mode,
    )


def _years(case: PlanCase, answer: PlanAnswer, asked: PlanFile, *, alone: bool) -> pd.DataFrame:
    years = answer.years
    if not answer.solved:
        return years
    years = years.assign(served_high=plans.served_at_most(case.problem, answer))
    if len(years) > 1 and case.problem.terms.aim == "coverage" and alone:
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
