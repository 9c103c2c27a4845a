"""A whole plan as a map of its own, and its trade-off as a chart."""

from __future__ import annotations

from functools import partial

import geopandas as gpd

from gisplan.analysis.siting.plans import ACTIONS
from gisplan.api.load import load_layers
from gisplan.api.result_map import ResultPart, ResultTheme
from gisplan.api.sites.plan_tables import (
    AIM_WORDS,
    axis_words,
    done_table,
    flow_heads,
    move_heads,
    point_marks,
    regions_table,
    sites_table,
)
from gisplan.api.sites.whole_plan import PlannedSites, last_year_of
from gisplan.catalog.workspace import Workspace
from gisplan.digits import ESTIMATE, write
from gisplan.pipeline import catalogue
from gisplan.render.trade_off import TradeOffPoint, trade_off_chart
from gisplan.text import LANGS, Lang, Text

#: Title of a plan, for its page and its files.
PLAN = Text("建设方案", "Plan of sites")
#: Column of the regions' table that holds the share served, and what a leg carries.
_SHARE, _AMOUNT = 4, 3
#: Columns of the regions' table that are summed: demand, and what is served.
_SUMS = (2, 3)


def plan_parts(told: PlannedSites, *, place: Workspace) -> list[ResultPart]:
    """Give what a plan's map shows.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    place : Workspace
        The workspace, which has the regions' borders.

    Returns
    -------
    list of ResultPart
        What is done in each tier, by year, and by action and size; what stands beside it; what
        moves; who goes where in the last year; the regions by the share that is served.
    """
    parts = [
        part
        # of the last tier on top: its plants are few
        for tier in reversed(list(dict.fromkeys(told.actions["tier"])))
        for part in [_tier_part(told, str(tier))]
    ]
    if len(told.standing):
        parts.append(_standing_part(told))
    if len(told.moves):
        parts.append(_moves_part(told))
    if len(told.legs):
        parts.append(_legs_part(told))
    regions = _regions_part(told, place)
    return [*parts, *([regions] if regions is not None else [])]


def _titled(told: PlannedSites, name: str) -> Text:
    return Text(*(told.asked.title_of(name, lang) for lang in LANGS))


def _tier_part(told: PlannedSites, tier: str) -> ResultPart:
    title = _titled(told, tier)
    mine = told.actions[told.actions["tier"] == tier]
    years = [int(year) for year in mine["year"]]
    all_years = sorted({int(year) for year in told.actions["year"]})
    kinds = [
        (str(action), str(size) if isinstance(size, str) else "")
        for action, size in zip(mine["action"], mine["size"], strict=True)
    ]
    keys = {kind: f"{kind[0]}-{number}" for number, kind in enumerate(dict.fromkeys(kinds))}
    labels = {}
    for (action, size), key in keys.items():
        words = _titled(told, size)
        done = ACTIONS[action]
        labels[key] = Text(f"{done.zh} {words.zh}".strip(), f"{done.en} {words.en}".strip())
    return ResultPart(
        name=f"done_{list(dict.fromkeys(told.actions['tier'])).index(tier)}",
        title=Text(f"{title.zh}：动作（项）", f"{title.en}: what is done"),
        heads=done_table(told, "zh").heads,
        rows=partial(_done_rows, told, tier),
        places=mine,
        counted=frozenset({5, 6}),
        themes=(
            ResultTheme(
                title=Text(f"{title.zh}：按年份", f"{title.en}: by year"),
                keys=[str(year) for year in years],
                labels={str(year): Text(f"{year} 年", str(year)) for year in all_years},
            ),
            ResultTheme(
                title=Text(f"{title.zh}：按做什么和规模", f"{title.en}: by action and size"),
                keys=[keys[kind] for kind in kinds],
                labels=labels,
            ),
        ),
        years=years,
        sources=told.sources,
    )


def _done_rows(told: PlannedSites, tier: str, lang: Lang) -> list[list[object]]:
    # a year is no amount: shown as it is
    return [
        [*row[:1], str(row[1]), *row[2:]]
        for row, mine in zip(done_table(told, lang).rows, told.actions["tier"] == tier, strict=True)
        if mine
    ]


def _standing_part(told: PlannedSites) -> ResultPart:
    def rows(lang: Lang) -> list[list[object]]:
        found = sites_table(last_year_of(told), lang, standing=True).rows
        return [[*row[:1], str(row[1]), *row[2:]] for row in found]

    return ResultPart(
        name="standing",
        title=Text("现有设施", "plants that stand"),
        heads=sites_table(told, "zh").heads,
        rows=rows,
        places=told.standing,
        count=False,
        sources=told.sources,
    )


def _moves_part(told: PlannedSites) -> ResultPart:
    moves = told.moves
    years = [int(year) for year in moves["year"]]

    def rows(lang: Lang) -> list[list[object]]:
        tiers = [told.asked.title_of(tier, lang) for tier in moves["tier"]]
        flat = moves.assign(tier=tiers, year=moves["year"].astype("str"))
        flat = flat[[f"from_{lang}", f"to_{lang}", "year", "tier", "cost"]]
        return [list(row) for row in flat.itertuples(index=False, name=None)]

    return ResultPart(
        name="moves",
        title=Text("搬迁：从原址到新址", "moves: from the old place to the new"),
        heads=move_heads(told),
        rows=rows,
        places=moves,
        counted=frozenset({4}),
        themes=(
            ResultTheme(
                title=Text("搬迁：按年份", "moves: by year"),
                keys=[str(year) for year in years],
                labels={str(year): Text(f"{year} 年", str(year)) for year in sorted(set(years))},
            ),
        ),
        years=years,
        count=False,
    )


def _legs_part(told: PlannedSites) -> ResultPart:
    legs = told.legs

    def rows(lang: Lang) -> list[list[object]]:
        tiers = [told.asked.title_of(tier, lang) for tier in legs["tier"]]
        flat = legs.assign(tier=tiers)[[f"from_{lang}", f"to_{lang}", "tier", "amount", "km"]]
        return [list(row) for row in flat.itertuples(index=False, name=None)]

    year = int(legs["year"].iloc[0])
    return ResultPart(
        name="legs",
        title=Text(f"{year} 年的去向", f"who goes where, {year}"),
        heads=flow_heads(told),
        rows=rows,
        places=legs,
        flow=_AMOUNT,
        show=False,
        count=False,
    )


def _regions_part(told: PlannedSites, place: Workspace) -> ResultPart | None:
    last = last_year_of(told)
    level = told.asked.plan["regions"]
    listed = catalogue.load(place).layers
    role = place.roles.optional("prefectures" if level == "prefecture" else "counties", listed)
    if role is None or last.regions.empty or listed[role].geometry != "polygon":
        return None
    (layer,) = load_layers((role,), place=place).values()
    shapes = gpd.GeoDataFrame(layer.table).set_index("adcode").geometry
    known = last.regions["region"].astype("str").isin(shapes.index)
    if not known.all():
        return None
    drawn = shapes.reindex(last.regions["region"].astype("str")).reset_index(drop=True)
    year = int(last.regions["year"].iloc[0])
    heads = regions_table(last, "zh").heads
    titles = {at: Text(f"{year} 年：{heads[at].zh}", f"{year}, {heads[at].en}") for at in _SUMS}
    return ResultPart(
        name="served",
        title=Text(f"{year} 年各地区", f"regions in {year}"),
        heads=heads,
        rows=lambda lang: [
            [*row[:1], str(row[1]), *row[2:]] for row in regions_table(last, lang).rows
        ],
        places=gpd.GeoDataFrame(geometry=gpd.GeoSeries(drawn, crs=4326)),
        shares={
            _SHARE: Text(
                f"{year} 年处理的{heads[_SHARE].zh}", f"served in {year}: {heads[_SHARE].en}"
            )
        },
        count=False,
        sums=titles,
        sources=told.sources,
    )


def plan_chart(told: PlannedSites, lang: Lang) -> str:
    """Draw the trade-off of a plan, with its knee and the plan that is told.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    lang : {"zh", "en"}
        Language of the words.

    Returns
    -------
    str
        An ``svg`` element; empty if no trade-off was asked for.
    """
    if told.curve is None or told.asked.curve is None:
        return ""
    first, second = told.asked.curve[:2]
    rows = told.curve.table.to_dict("records")
    points = []
    for number, row in enumerate(rows):
        chosen = number == told.chosen
        points.append(
            TradeOffPoint(
                across=_shown(second, row["second"]),
                up=_shown(first, row["first"]),
                label=point_marks(row["knee"], chosen).get(lang),
                chosen=chosen,
            )
        )
    titles = Text(
        f"权衡：{AIM_WORDS[first].zh}与{AIM_WORDS[second].zh}",
        f"trade-off: {AIM_WORDS[first].en} and {AIM_WORDS[second].en}",
    )
    return trade_off_chart(
        points,
        title=titles.get(lang),
        across=axis_words(told, second).get(lang),
        up=axis_words(told, first).get(lang),
        written=lambda value: write(value, ESTIMATE, lang),
    )


def _shown(aim: str, value: float) -> float:
    return value * 100 if aim == "equity" else value
