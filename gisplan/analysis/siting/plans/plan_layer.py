"""A whole plan as a layer: what is built, enlarged and closed, where and when."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import EITHER, quantity_of
from gisplan.analysis.siting.plans.built_ahead import built_ahead
from gisplan.analysis.siting.plans.futures import PlanFuture, PlanRanges
from gisplan.analysis.siting.plans.moves import moved_words
from gisplan.analysis.siting.plans.plan_case import PlanCase, make_plan_case
from gisplan.analysis.siting.plans.plan_task import (
    ChargesWanted,
    PhaseWanted,
    PlanTask,
    PlanTierWanted,
    RulesWanted,
)
from gisplan.analysis.siting.plans.robust import hold_against_futures
from gisplan.analysis.siting.plans.robust_tables import RobustAnswer
from gisplan.analysis.siting.plans.robust_words import robust_words
from gisplan.analysis.siting.plans.whole_plan import PlanAnswer, make_plan
from gisplan.analysis.siting.plans.why_not import too_dear, why_no_plan
from gisplan.analysis.travel import ByDistance
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError
from gisplan.text import LANGS, Text

#: What is done, in words.
ACTIONS = {
    "build": Text("新建", "build"),
    "enlarge": Text("扩建", "enlarge"),
    "close": Text("关停", "close"),
    "move": Text("迁建", "move"),
}


def named_actions(
    case: PlanCase, answer: PlanAnswer, robust: RobustAnswer | None = None
) -> gpd.GeoDataFrame:
    """Give what is done, with names and places.

    Parameters
    ----------
    case : PlanCase
        What was planned.
    answer : PlanAnswer
        The plan.
    robust : RobustAnswer, optional
        The plan held against futures.

    Returns
    -------
    geopandas.GeoDataFrame
        ``step`` (from 1), ``site`` (id in its layer), ``name_zh``, ``name_en``, ``tier``,
        ``year``, ``action``, ``size``, ``capacity``, ``cost``, ``used`` (in the year),
        ``precision`` of the place, ``moved_from``, ``moved_from_zh``, ``moved_from_en`` (id and
        names of the plant that moves to the site), ``chosen_share`` (in what share of the futures
        the best plan does this at the site; empty without futures), and the point (EPSG:4326).
    """
    used = answer.sites.set_index(["year", "site"])["used"]
    table = answer.actions.copy()
    keys = pd.MultiIndex.from_arrays([table["year"], table["site"]])
    table["used"] = used.reindex(keys).to_numpy(dtype="float64") if len(table) else []
    table["chosen_share"] = math.nan
    if robust is not None and len(table):
        done = ["site", "tier", "action"]
        chosen = robust.sites.set_index(done)["share"]
        where = pd.MultiIndex.from_frame(table[done])
        table["chosen_share"] = chosen.reindex(where).to_numpy(dtype="float64")
    known = case.places.set_index("id")
    for lang in LANGS:
        table[f"name_{lang}"] = table["site"].map(known[f"name_{lang}"])
        table[f"moved_from_{lang}"] = _or_none(table["moved_from"], known[f"name_{lang}"])
    table["moved_from"] = _or_none(table["moved_from"], known["own"])
    shapes = known.geometry.reindex(table["site"]).to_numpy()
    table["precision"] = table["site"].map(known["precision"])
    table["site"] = table["site"].map(known["own"])
    table.insert(0, "step", range(1, len(table) + 1))
    order = ["step", "site", "name_zh", "name_en", "tier", "year", "action", "size"]
    of = ["moved_from", *(f"moved_from_{lang}" for lang in LANGS)]
    flat = table[[*order, "capacity", "cost", "used", "precision", *of, "chosen_share"]]
    return gpd.GeoDataFrame(flat, geometry=gpd.GeoSeries(shapes, crs=4326))


def _or_none(ids: pd.Series, known: pd.Series) -> pd.Series:
    found = [None if pd.isna(one) else str(known.at[one]) for one in ids]
    return pd.Series(found, index=ids.index, dtype="object")


def named_sites(case: PlanCase, sites: pd.DataFrame) -> pd.DataFrame:
    """Give the plants of each year by the names that people know them by.

    Parameters
    ----------
    case : PlanCase
        What was planned.
    sites : pandas.DataFrame
        ``sites`` of its plan.

    Returns
    -------
    pandas.DataFrame
        The same with ``name_zh`` and ``name_en``; ``site`` is the id in its layer.
    """
    known = case.places.set_index("id")
    names = {f"name_{lang}": sites["site"].map(known[f"name_{lang}"]) for lang in LANGS}
    if "moved_from" in sites:
        for lang in LANGS:
            names[f"moved_from_{lang}"] = _or_none(sites["moved_from"], known[f"name_{lang}"])
        names["moved_from"] = _or_none(sites["moved_from"], known["own"])
    return sites.assign(**names, site=sites["site"].map(known["own"]))


def _planned(given: Given) -> TableSpec:
    unit = quantity_of(given).unit
    exact = given.find("sites", "precision") or given.find("candidates", "precision")
    columns = (
        declare("step", "integer", ("编号", "Number"), required=True, minimum=1),
        declare("site", "text", ("场址编号", "Site's id"), required=True),
        declare("name_zh", "text", ("名称", "Name in Chinese")),
        declare("name_en", "text", ("名称（英文）", "Name")),
        declare("tier", "text", ("层级", "Tier"), required=True),
        declare("year", "integer", ("年份", "Year"), required=True, minimum=1900),
        declare(
            "action",
            "text",
            ("做什么", "What is done"),
            required=True,
            labels={name: (words.zh, words.en) for name, words in ACTIONS.items()},
            derived=True,
            depends=EITHER,
        ),
        declare("size", "text", ("规模", "Size"), derived=True, depends=EITHER),
        declare(
            "capacity",
            "number",
            ("能力增减", "Capacity added"),
            unit=unit,
            meaning=(
                "关停为负；迁建是新址比原址多出的",
                "Below 0 where a plant is closed; of one that moves, by how much it has more there",
            ),
            derived=True,
            depends=EITHER,
        ),
        declare(
            "cost",
            "number",
            ("花费", "Cost"),
            meaning=("单位由声明者定", "In the currency of the declaration"),
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        declare(
            "used",
            "number",
            ("当年接纳", "Taken in that year"),
            unit=unit,
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        exact or declare("precision", "text", ("位置精度", "Precision of the place")),
        declare("moved_from", "text", ("迁自（编号）", "Moved from (id)")),
        declare("moved_from_zh", "text", ("迁自", "Moved from, name in Chinese")),
        declare("moved_from_en", "text", ("迁自（英文）", "Moved from")),
        declare(
            "chosen_share",
            "number",
            ("各情形中选中的比例", "Share of the futures in which it is chosen"),
            meaning=(
                "按声明的范围抽取的情形中，最优方案也在此处这样做的比例；未声明范围则空",
                "In what share of the futures drawn from the ranges declared the best plan does "
                "this here; empty without ranges",
            ),
            minimum=0,
            maximum=1,
            derived=True,
            depends=EITHER,
        ),
    )
    return TableSpec(
        columns=columns,
        key=("step",),
        geometry="point",
        positions="mixed",
        vintage=str(given["phases"][-1].get("year", "")) if given["phases"] else "",
        rows_of=("candidates", "sites"),
    )


@analysis("plan_sites", gives=_planned)
def plan_sites(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    unwelcome: gpd.GeoDataFrame | None = None,
    *,
    tiers: Sequence[PlanTierWanted],
    phases: Sequence[PhaseWanted],
    year: int,
    quantity: str,
    aim: str = "coverage",
    charges: ChargesWanted | None = None,
    rules: RulesWanted | None = None,
    **away: gpd.GeoDataFrame,
) -> Outcome:
    """Choose what to build, enlarge, move and close in which year, under budgets, as a layer.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``; by need ``tier``, ``cost``, ``forced``, ``forbidden``,
        ``moved_from`` (the plant that stands of which it is a new place), ``capacity`` (of it
        there).
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantities; ``adcode`` for shares by region.
    sites : geopandas.GeoDataFrame
        The network's sites, with ``capacity`` in the unit of the quantity.
    unwelcome : geopandas.GeoDataFrame, optional
        Shapes from which sizes with ``away_km`` keep away: a number for all layers, or a table of
        kilometres by the names under which they are given.
    tiers : sequence of mapping
        From the demand upward: ``name``, ``kinds``, ``reach_km``, ``sizes`` and by need
        ``passes_on``, ``new``, ``close``, ``keep``, ``least``, ``per_tonne``, ``direct_km``.
    phases : sequence of mapping
        Years, rising: ``year``, and by need ``budget``, ``weight``, ``quantity``, ``factor``.
    year : int
        Year whose network is the one that stands.
    quantity : str
        Column of the demand.
    aim : {"coverage", "cost", "way", "equity"}
        What is made best.
    charges : mapping, optional
        ``transport``, ``life``, ``interest``; declared, none is assumed.
    rules : mapping, optional
        ``least_share`` (of each region's demand, in the last year), ``regions`` (``prefecture``
        or ``county``), ``single`` (demand may not be split), ``carry`` (money left over may be
        spent later), ``share`` (served of what can be reached, under ``cost`` and ``way``),
        ``detour`` (of straight distance), ``seconds`` (time limit, 60 if left out), ``robust``
        (ranges of what may come otherwise: ``draws``, ``seed``, ``demand``, ``local``, ``tiers``
        with ``name``, ``capacity``, ``passes_on``, ``closed``, ``plants`` with ``id``,
        ``capacity``, ``closed``, and ``seconds`` for each future), ``near`` (``km``, ``quantity``,
        ``tiers``: who is near what is built).
    **away : geopandas.GeoDataFrame
        Further layers of that kind, under any name.

    Returns
    -------
    Outcome
        As :func:`named_actions` gives it; what does not count, what is served and what is proven
        are told.

    Raises
    ------
    DataError
        If a table can't be used, or no plan will do.
    OptionError
        If an option can't be.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.siting.plans import plan_sites
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b"], "adcode": ["900101", "900102"], "t_paper": [60.0, 30.0]},
    ...     geometry=gpd.points_from_xy([104, 105], [36, 36]),
    ...     crs=4326,
    ... )
    >>> spots = gpd.GeoDataFrame(
    ...     {"id": ["S", "T"]}, geometry=gpd.points_from_xy([104.05, 105.05], [36, 36]), crs=4326
    ... )
    >>> nothing = gpd.GeoDataFrame({"id": []}, geometry=[], crs=4326)
    >>> menu = [{"name": "small", "capacity": 50, "cost": 8}]
    >>> tier = {"name": "plant", "kinds": [], "reach_km": 20, "sizes": menu}
    >>> told = plan_sites(
    ...     spots,
    ...     towns,
    ...     nothing,
    ...     tiers=[tier],
    ...     phases=[{"year": 2026, "budget": 8}, {"year": 2030, "budget": 8}],
    ...     year=2025,
    ...     quantity="t_paper",
    ... )
    >>> told.table[["site", "year", "action", "capacity", "used"]]
      site  year action  capacity  used
    0    S  2026  build      50.0  50.0
    1    T  2030  build      50.0  30.0
    """
    kept: dict[str, Any] = dict(rules or {})
    seconds, mode = kept.pop("seconds", 60.0), ByDistance(kept.pop("detour", 1.0))
    robust = kept.pop("robust", None)
    task = PlanTask.of(
        tiers=tiers,
        phases=phases,
        year=year,
        quantity=quantity,
        aim=aim,
        charges=charges,
        mode=mode,
        **kept,
    )
    layers = away if unwelcome is None else {"unwelcome": unwelcome, **away}
    case = make_plan_case(candidates, demand, sites, task, unwelcome=layers)
    futures = declared_futures(case, robust)
    answer = make_plan(case.problem, seconds=seconds)
    if not answer.solved:
        # of a layer's fault the particulars are told, without the sentence above them
        why = why_no_plan(case, answer, seconds=seconds) or (plan_proven(answer),)
        raise DataError(plan_proven(answer), faults=(*why, *case.left_out))
    limit = float((robust or {}).get("seconds", seconds))
    held = held_against(case, answer, futures, seconds=limit)
    words = (
        plan_proven(answer),
        *moved_words(case.places, answer.actions),
        *too_dear(case, answer),
        *built_ahead(case, answer),
        *(robust_words(held) if held is not None else ()),
    )
    return Outcome(named_actions(case, answer, held), (*case.left_out, *words), case.counted)


def declared_futures(case: PlanCase, robust: Mapping[str, Any] | None) -> tuple[PlanFuture, ...]:
    """Draw futures from ranges as a declaration writes them.

    Parameters
    ----------
    case : PlanCase
        What is planned.
    robust : mapping, optional
        See :class:`gisplan.analysis.siting.plans.futures.RangesWanted`.

    Returns
    -------
    tuple of PlanFuture
        Empty where no ranges are declared.

    Raises
    ------
    OptionError
        If a range can't be, or names what there is not.
    """
    if robust is None:
        return ()
    return case.futures(PlanRanges.of(robust))


def held_against(
    case: PlanCase, answer: PlanAnswer, futures: Sequence[PlanFuture], *, seconds: float
) -> RobustAnswer | None:
    """Hold a plan against futures, if there are both.

    Parameters
    ----------
    case : PlanCase
        What was planned.
    answer : PlanAnswer
        The plan.
    futures : sequence of PlanFuture
        As :func:`declared_futures` gives them.
    seconds : float
        Time limit of each future.

    Returns
    -------
    RobustAnswer or None
        None where there are no futures, or there is no plan.
    """
    if not futures or not answer.solved:
        return None
    return hold_against_futures(case.problem, answer, futures, seconds=seconds)


def plan_proven(answer: PlanAnswer) -> Text:
    """Say what is proven about a plan.

    Parameters
    ----------
    answer : PlanAnswer
        The plan.

    Returns
    -------
    Text
        A sentence; why there is none if so.
    """
    if answer.status == "optimal":
        return Text("方案已证明最优", "the plan is proven optimal")
    if answer.status == "feasible" and answer.gap is not None and answer.gap < 1:
        # never rounded down
        gap = f"{math.ceil(answer.gap * 1e4 - 1e-9) / 100:.2f}"
        return Text(
            f"方案未证明最优；与最优值相差不超过 {gap} %",
            f"the plan is within a proven gap of {gap} % of the best possible; not proven optimal",
        )
    if answer.status == "feasible":
        return Text(
            "方案未证明最优，时限内没有得到有用的界",
            "the plan is not proven; no useful bound was found in time",
        )
    return answer.reason or Text("没有找到方案", "no plan was found")
