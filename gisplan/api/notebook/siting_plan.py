"""A whole plan of sites: what to build, enlarge, move and close in which year."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd

from gisplan.analysis.columns import words_of
from gisplan.analysis.siting import plans
from gisplan.api.notebook.answer import Answer
from gisplan.api.notebook.asked import Folder, in_language
from gisplan.api.notebook.asked_network import By, network_asked, reach_of, share_of
from gisplan.api.notebook.derived import derive
from gisplan.api.notebook.own_tables import CANDIDATES, UNWELCOME, Given, as_layer
from gisplan.api.sites.candidate_columns import with_candidate_columns
from gisplan.api.sites.plan_quantities import quantity_by_year
from gisplan.catalog.layer import Layer, Outcome
from gisplan.catalog.map import Style
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError
from gisplan.pipeline import catalogue
from gisplan.text import Lang, Text


@in_language
def plan_sites(
    candidates: Given | None = None,
    facilities: Given | Sequence[Any] | None = None,
    demand: Given | None = None,
    *,
    tiers: Sequence[Mapping[str, Any]],
    phases: Sequence[Mapping[str, Any]],
    year: int | None = None,
    quantity: str | None = None,
    aim: plans.Aim = "coverage",
    charges: Mapping[str, Any] | None = None,
    rules: Mapping[str, Any] | None = None,
    robust: Mapping[str, Any] | None = None,
    unwelcome: Given | Mapping[str, Given] | None = None,
    by: By = "distance",
    roads: str = "",
    seconds: float = 60.0,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Choose what to build, enlarge, move and close in which year, under yearly budgets.

    Parameters
    ----------
    candidates : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points to choose among, with ``tier``, ``cost``, ``forced``, ``forbidden`` if there are
        any, ``moved_from`` (the facility that stands of which one is a new place) and
        ``capacity`` (of it there); those of the workspace if left out.
    facilities, demand
        As in :func:`gisplan.evaluate_sites`.
    tiers : sequence of mapping
        From the demand upward: ``name``, ``kinds`` (of the facilities, that belong to it),
        ``reach_km`` or ``reach_min``, ``sizes`` (``name``, ``capacity``, ``cost``, and by need
        ``action``, ``least``, ``yearly``, ``away_km``), and by need ``passes_on``, ``new``,
        ``close``, ``keep``, ``least``, ``per_tonne``, ``direct_km``.
    phases : sequence of mapping
        Years, rising: ``year``, and by need ``budget``, ``weight``, ``quantity``, ``factor``.
    year : int, optional
        Year whose facilities are those that stand; that of the workspace if left out.
    quantity : str, optional
        Column of the demand; that of the workspace if left out.
    aim : {"coverage", "cost", "way", "equity"}
        What is made best.
    charges : mapping, optional
        ``transport``, ``life``, ``interest``; none is assumed.
    rules : mapping, optional
        ``least_share``, ``regions``, ``single``, ``carry``, ``share``, ``near``.
    robust : mapping, optional
        Ranges of what may come otherwise, from which futures are drawn: ``draws``, ``seed``,
        ``demand``, ``local``, ``tiers`` (``name``, ``capacity``, ``passes_on``, ``closed``),
        ``plants`` (``id``, ``capacity``, ``closed``), ``seconds``; none is assumed.
    unwelcome : str, pathlib.Path, GeoDataFrame, Layer or Answer, or a mapping of them, optional
        Shapes from which sizes with ``away_km`` keep away: a number, or kilometres by the names
        that the mapping gives them (``away_km={"homes": 0.5, "lakes": 0.2}``).
    by, roads
        As in :func:`gisplan.coverage`.
    seconds : float
        Time limit of the programme.
    workspace, lang
        As in :func:`gisplan.coverage`.

    Returns
    -------
    Answer
        What is done: ``step``, ``site``, ``tier``, ``year``, ``action``, ``size``, ``capacity``,
        ``cost``, ``used``, ``moved_from`` (with names), ``chosen_share`` (of futures);
        ``.figures`` tell what is served in each year, and what is proven.

    Raises
    ------
    DataError, DatumError, OptionError, FileError, DeclarationError
        As in :func:`gisplan.coverage`; also if no plan will do.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import gisplan as gp
    >>> towns = gpd.GeoDataFrame(
    ...     {"people": [500, 300]}, geometry=gpd.points_from_xy([104, 105], [36, 36]), crs=4326
    ... )
    >>> menu = [{"name": "small", "capacity": 400, "cost": 2}]
    >>> told = gp.plan_sites(
    ...     towns,
    ...     [],
    ...     towns,
    ...     tiers=[{"name": "depot", "kinds": [], "reach_km": 20, "sizes": menu}],
    ...     phases=[{"year": 2026, "budget": 2}, {"year": 2030, "budget": 2}],
    ...     quantity="people",
    ...     lang="en",
    ... )
    >>> told.table[["site", "year", "action", "used"]]
      site  year action   used
    0    0  2026  build  400.0
    1    1  2030  build  300.0
    """
    minutes = any("reach_min" in tier for tier in tiers)
    far = max(float(tier.get("reach_min" if minutes else "reach_km", 1)) for tier in tiers)
    reach = {"minutes" if minutes else "km": far}
    asked = network_asked(
        facilities,
        demand,
        reach=reach_of(
            **{"km": None, "minutes": None, **reach},
            by=by,
            roads=roads,
            detour=None,
            year=year,
            kinds=None,
        ),
        quantity=quantity,
        more=tuple(str(one["quantity"]) for one in phases if "quantity" in one),
        workspace=workspace,
        lang=lang,
    )
    place, standard = asked.place, asked.standard
    _, by_year = quantity_by_year(phases, asked.quantity, asked.demand)
    listed = catalogue.load(place).layers
    given = place.roles.layer("candidates", listed) if candidates is None else candidates
    wanted, told = as_layer(given, CANDIDATES, place=place)
    wanted, ruled = with_candidate_columns(wanted, place=place)
    shapes, titles, told_of = _shapes(unwelcome, place)
    task = plans.PlanTask.of(
        tiers=tiers,
        phases=phases,
        year=standard.year,
        quantity=asked.quantity,
        aim=aim,
        charges=charges,
        mode=standard.mode,
        **(rules or {}),
    )
    case = plans.make_plan_case(
        gpd.GeoDataFrame(wanted.table),
        gpd.GeoDataFrame(asked.demand.table),
        gpd.GeoDataFrame(asked.facilities.table),
        task,
        unwelcome=shapes,
        titles=titles,
    )
    futures = plans.declared_futures(case, robust)
    plan = plans.make_plan(case.problem, seconds=seconds)
    if not plan.solved:
        why = plans.why_no_plan(case, plan, seconds=seconds)
        raise DataError(plans.plan_proven(plan), faults=(*why, *case.left_out))
    limit = float((robust or {}).get("seconds", seconds))
    held = plans.held_against(case, plan, futures, seconds=limit)
    layer, _ = derive(
        "plan_sites",
        {"candidates": wanted, "demand": asked.demand, "sites": asked.facilities},
        {
            "tiers": [dict(one) for one in tiers],
            "phases": [dict(one) for one in phases],
            "year": standard.year,
            "quantity": asked.quantity,
            "aim": aim,
        },
        name="planned",
        title=Text("建设方案", "Plan of sites"),
        place=place,
        found=Outcome(plans.named_actions(case, plan, held), (), case.counted),
    )
    return Answer(
        title=Text("建设方案", "Plan of sites"),
        layers=(layer, asked.demand),
        lang=asked.lang,
        ground=asked.ground,
        place=place,
        left_out=(
            *asked.told,
            *by_year,
            *told,
            *ruled,
            *told_of,
            *case.left_out,
            *plans.moved_words(case.places, plan.actions),
            *plans.too_dear(case, plan),
            *plans.built_ahead(case, plan),
            *(plans.robust_words(held) if held is not None else ()),
        ),
        figures=_figures(case, plan, words_of(asked.demand.spec.column(asked.quantity))),
        styles={
            "planned": Style(kind="points", color="#d55e00", label_column="name"),
            asked.demand.spec.name: Style(kind="points", color="#8a8f98"),
        },
    )


def _shapes(
    unwelcome: Given | Mapping[str, Given] | None, place: Workspace
) -> tuple[dict[str, gpd.GeoDataFrame], dict[str, Text], tuple[Text, ...]]:
    if unwelcome is None:
        return {}, {}, ()
    if not isinstance(unwelcome, Mapping):
        named = isinstance(unwelcome, str) and not Path(unwelcome).suffix
        unwelcome = {str(unwelcome) if named else "unwelcome": unwelcome}
    shapes: dict[str, gpd.GeoDataFrame] = {}
    titles: dict[str, Text] = {}
    told: list[Text] = []
    for name, given in unwelcome.items():
        if isinstance(given, gpd.GeoDataFrame):  # of shapes of any kind
            shapes[name] = given
            continue
        part = replace(UNWELCOME, title=Text(f"要避让的图层 {name}", f"unwelcome layer {name}"))
        found, words = as_layer(given, part, place=place)
        shapes[name] = gpd.GeoDataFrame(found.table)
        if isinstance(given, Layer) or (isinstance(given, str) and not Path(given).suffix):
            titles[name] = found.spec.title
        told += words
    return shapes, titles, tuple(told)


def _figures(case: plans.PlanCase, plan: plans.PlanAnswer, unit: Text) -> dict[Text, Text]:
    most = plans.served_at_most(case.problem, plan)
    figures: dict[Text, Text] = {}
    for row, high in zip(plan.years.to_dict("records"), most, strict=True):
        least = high > row["served"] * (1 + 1e-9)
        words = (
            Text(f"{row['year']} 年至少处理", f"{row['year']}: served at least")
            if least
            else Text(f"{row['year']} 年处理", f"{row['year']}: served")
        )
        figures[words] = share_of(row["served"], row["demand"], unit)
        if least:
            ends = Text(f"{row['year']} 年最高", f"{row['year']}: served at most")
            figures[ends] = share_of(float(high), row["demand"], unit)
    even = plans.evenness(case.problem, plan).years.iloc[-1]
    for key, zh, en in (
        ("gini_share", "基尼系数（处理份额）", "Gini coefficient of the share served"),
        ("palma_share", "帕尔马比值（处理份额）", "Palma ratio of the share served"),
    ):
        before, after = (_ratio(float(even[name]), key) for name in (f"{key}_before", key))
        figures[Text(zh, en)] = Text(
            f"方案前 {before.zh}，方案后 {after.zh}",
            f"{before.en} without the plan, {after.en} with it",
        )
    figures[Text("证明", "proof")] = plans.plan_proven(plan)
    return figures


def _ratio(value: float, key: str) -> Text:
    if math.isnan(value):
        return Text("无从计算", "not defined")
    told = f"{value:.2f}"
    return plans.NO_RATIO[key] if math.isinf(value) else Text(told, told)
