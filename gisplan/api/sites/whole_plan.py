"""A whole plan for the network of a workspace: what to build in which year, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from gisplan.analysis.siting import plans
from gisplan.analysis.siting.plans import PlanAnswer, PlanCase, PlanTask, TradeOff
from gisplan.analysis.travel import MEASURES, Measure
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
from gisplan.text import Text


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
    years : pandas.DataFrame
        ``answer.years`` with ``served_high`` (if plants not known take all they can) and, of a
        plan of several years for coverage, ``best``, ``lost`` and ``bound``.
    regions : pandas.DataFrame
        ``answer.regions`` with names.
    next_money : pandas.DataFrame or None
        What a little more money would add in each year.
    curve : TradeOff or None
        Aims against each other.
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
    years: pd.DataFrame
    regions: pd.DataFrame
    next_money: pd.DataFrame | None
    curve: TradeOff | None
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


def plan_sites(asked: PlanFile, *, place: Workspace | None = None) -> PlannedSites:
    """Make a whole plan.

    Parameters
    ----------
    asked : PlanFile
        As :func:`gisplan.api.sites.plan_file.read_plan_file` gives it.
    place : Workspace, optional
        The workspace of the current folder if left out.

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
    basis = _basis(asked, place)
    task = _task(asked, basis, place)
    unwelcome = _unwelcome(asked, place) if asked.away else None
    case = plans.make_plan_case(
        basis.candidates, basis.demand, basis.network, task, unwelcome=unwelcome
    )
    answer = plans.make_plan(case.problem, seconds=asked.seconds)
    names = _region_names(task.regions, place)
    worth = None
    if basis.network_layer is not None and case.counted:
        kinds = tuple(kind for tier in task.tiers for kind in tier["kinds"])
        counted = Outcome(case.places.head(case.counted), (), case.counted)
        worth = of_layer(basis.network_layer, counted, kinds=kinds, year=task.year, place=place)
    return PlannedSites(
        answer=answer,
        actions=plans.named_actions(case, answer),
        sites=plans.named_sites(case, answer.sites),
        years=_years(case, answer, asked),
        regions=_with_names(answer.regions, names),
        next_money=plans.next_money(case.problem, answer, asked.more, seconds=asked.seconds)
        if asked.more and answer.solved and task.terms.aim == "coverage"
        else None,
        curve=plans.trade_off(
            case.problem,
            first=asked.curve[0],
            second=asked.curve[1],
            points=asked.curve[2],
            seconds=asked.seconds,
            known=answer,
        )
        if asked.curve
        else None,
        asked=asked,
        quantity=basis.quantity(task.quantity),
        measure=task.mode.measure,
        how=task.mode.title,
        left_out=(*basis.left_out, *case.left_out),
        worth=worth,
        sources=basis.sources,
    )


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
        basis = load(place, source=source or None)
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


def _years(case: PlanCase, answer: PlanAnswer, asked: PlanFile) -> pd.DataFrame:
    years = answer.years
    if not answer.solved:
        return years
    years = years.assign(served_high=plans.served_at_most(case.problem, answer))
    if len(years) > 1 and case.problem.terms.aim == "coverage":
        best = plans.best_of_each_year(case.problem, answer, seconds=asked.seconds)
        years = years.merge(best[["year", "best", "lost", "bound"]], on="year")
    return years


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
