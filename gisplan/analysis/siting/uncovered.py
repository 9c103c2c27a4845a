"""Who stays without a site, what there is to open near each, and why it does not serve them."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.coverage.nearest_facility import FARTHEST
from gisplan.analysis.siting.case import SitingCase, SitingTask
from gisplan.analysis.siting.models import Solution
from gisplan.analysis.siting.siting_words import NEW, OLD, listed, names_of, smallest_reach_words
from gisplan.analysis.travel import ByDistance
from gisplan.analysis.travel.mode import M_PER_KM, MEASURES, in_cost
from gisplan.text import LANGS, Text


def uncovered(solution: Solution, case: SitingCase, task: SitingTask) -> pd.DataFrame:
    """List who is not served, with the nearest site that may be open.

    Parameters
    ----------
    solution : Solution
        Answer of a model.
    case : SitingCase
        What the choice was made from.
    task : SitingTask
        The model, its reach and rules.

    Returns
    -------
    pandas.DataFrame
        ``name_zh``, ``name_en``, ``amount`` (what is not served), ``nearest_zh`` and ``nearest_en``
        (of candidates and network, but those that are forbidden), ``way`` (to it, in the mode's
        measure; empty where it is not known) and ``within`` (whether that is within the reach:
        then it is the number, the budget or the spacing that keeps it shut). Those with nothing in
        reach come first, the farthest before all, then the largest.
    """
    left, one = solution.unserved, in_cost(task.mode, 1.0)
    ids = left["demand"].astype("str")
    near = _nearest(ids, case, task).reindex(ids)
    way = near["cost"].to_numpy(dtype=np.float64)
    tables = [case.demand, case.candidates, case.network]
    columns = {"name": ids, "nearest": near["site"]}
    own = {"name": (tables[0],), "nearest": (tables[1], tables[2])}
    table = pd.DataFrame({"amount": left["weight"].to_numpy(dtype=np.float64)})
    for column, places in columns.items():
        known = _named(places, *own[column])
        for lang in LANGS:
            table[f"{column}_{lang}"] = [
                known[place].get(lang) if isinstance(place, str) else "" for place in places
            ]
    table["way"], table["within"] = way / one, way <= in_cost(task.mode, task.reach)
    far = np.where(table["within"], 0.0, -np.where(np.isnan(way), np.inf, way))
    return table.iloc[np.lexsort((-table["amount"], far, table["within"]))].reset_index(drop=True)


def _nearest(ids: pd.Series[str], case: SitingCase, task: SitingTask) -> pd.DataFrame:
    """Find the nearest site that may be open of each demand.

    Parameters
    ----------
    ids : pandas.Series of str
        Ids of the demand.
    case : SitingCase
        Sites, and the pairs that are known.
    task : SitingTask
        How one gets there.

    Returns
    -------
    pandas.DataFrame
        ``site`` and ``cost`` by the demand's id; without those of which nothing is known.
    """
    every = case.every
    if "forbidden" in every:
        every = every[~every["forbidden"].to_numpy(dtype=bool)]
    pairs = case.pairs[case.pairs["demand"].isin(ids) & case.pairs["site"].isin(every["id"])]
    lost = case.demand[case.demand["id"].astype("str").isin(set(ids) - set(pairs["demand"]))]
    if len(lost) and isinstance(task.mode, ByDistance):
        # pairs were looked for within the reach alone
        more = task.mode.reach(gpd.GeoDataFrame(lost), every, limit=FARTHEST / M_PER_KM, nearest=1)
        pairs = pd.concat([pairs, more.pairs], ignore_index=True)
    first = pairs.sort_values(["cost", "site"], kind="stable").drop_duplicates("demand")
    return first.set_index("demand")[["site", "cost"]]


def _named(ids: pd.Series[str], *tables: pd.DataFrame) -> dict[str, Text]:
    """Name places; a site of the network and a candidate may have one id.

    Parameters
    ----------
    ids : pandas.Series of str
        With or without ``new/`` and ``old/``; may be empty.
    *tables : pandas.DataFrame
        Demand; or candidates and network.

    Returns
    -------
    dict of str to Text
        Names by id.
    """
    found: dict[str, Text] = {}
    unique = [one for one in dict.fromkeys(ids) if isinstance(one, str)]
    parts = {NEW: tables[:1], OLD: tables[1:]} if len(tables) > 1 else {"": tables}
    for prefix, some in parts.items():
        own = [one for one in unique if one.startswith(prefix)]
        found |= dict(zip(own, names_of(own, *some), strict=True))
    return found


def uncovered_words(solution: Solution, left: pd.DataFrame, task: SitingTask) -> tuple[Text, ...]:
    """Name who can't be covered with the nearest site, and the smallest reach that would do.

    Parameters
    ----------
    solution : Solution
        Answer of a model.
    left : pandas.DataFrame
        As :func:`uncovered` gives it.
    task : SitingTask
        How one gets there.

    Returns
    -------
    tuple of Text
        Sentences; none where there is an answer.
    """
    if solution.status != "infeasible" or left.empty:
        return ()
    unit = MEASURES[task.mode.measure]
    said = [
        Text(
            f"{row['name_zh']}（最近的可用场址：{row['nearest_zh']}，{row['way']:,.1f} {unit.zh}）",
            f"{row['name_en']} (nearest site that may be open: {row['nearest_en']},"
            f" {row['way']:,.1f} {unit.en})",
        )
        if row["nearest_en"]
        else Text(row["name_zh"], row["name_en"])
        for row in left.to_dict("records")
    ]
    who = listed(said)
    found = [Text(f"未覆盖：{who.zh}", f"not covered: {who.en}")]
    if solution.smallest_reach is not None:
        least = solution.smallest_reach / in_cost(task.mode, 1.0)
        found.append(smallest_reach_words(least, unit))
    return tuple(found)
