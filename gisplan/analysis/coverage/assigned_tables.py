"""An assignment as tables: by site, by demand point, as flows; and sums of it."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.columns import PARTS
from gisplan.analysis.coverage.assigned import Solved
from gisplan.analysis.coverage.lines_to_sites import lines_to_sites
from gisplan.analysis.coverage.models.assign import UNMET_REASONS
from gisplan.analysis.coverage.uncertain import capacity_range, causes
from gisplan.arrays import Floats
from gisplan.text import LANGS


def by_site(demand: pd.DataFrame, solved: Solved, *, quantity: str) -> gpd.GeoDataFrame:
    """Give the sites with what they take.

    Parameters
    ----------
    demand : pandas.DataFrame
        Points with ``id`` and the quantity.
    solved : Solved
        The assignment, and the sites and pairs that it was made of.
    quantity : str
        Column of the demand that was assigned.

    Returns
    -------
    geopandas.GeoDataFrame
        Table ``sites`` of :func:`gisplan.analysis.coverage.assignment.assignment`.
    """
    here, low, high = solved.reached, solved.low, solved.high
    flows = low.flows
    work = (flows["amount"] * flows["cost"]).groupby(flows["site"]).sum()
    table = here.sites.reset_index(drop=True)
    if "standing" not in table:
        table["standing"] = "standing"
    loads = [one.sites.set_index("site").reindex(table["id"]) for one in (low, high)]
    least, most = (load["used"].to_numpy(dtype=np.float64) for load in loads)
    known = ~solved.uncertain
    # Other sites take the more, the less those of unknown capacity do.
    table["assigned_low"] = np.where(known, np.minimum(least, most), 0.0)
    within = here.pairs[here.pairs["cost"] <= here.limit]
    amount = within["demand"].map(demand.set_index("id")[quantity])
    near = table["id"].map(amount.groupby(within["site"]).sum()).fillna(0.0).to_numpy()
    top = np.minimum(capacity_range(here.sites)[1], near)
    table["assigned_high"] = np.where(known, np.maximum(least, most), top)
    for name, taken in (("left_low", "assigned_high"), ("left_high", "assigned_low")):
        left = (table["capacity"] - table[taken]).clip(lower=0.0)
        table[name] = left.where(known)
    same = known & ((table["left_low"] == 0) == (table["left_high"] == 0)).to_numpy(dtype=bool)
    table["full"] = (table["left_low"] == 0).astype("boolean").mask(~same)
    table["points"] = table["id"].map(flows.groupby("site").size()).fillna(0).astype("Int64")
    used = pd.Series(least, index=table.index)
    mean = table["id"].map(work) / used.where(used > 0)
    table[f"mean_{here.measure}"] = here.shown(mean)
    return table


def by_point(demand: gpd.GeoDataFrame, solved: Solved) -> gpd.GeoDataFrame:
    """Give the demand with what is taken of it.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    solved : Solved
        The assignment, and the sites and pairs that it was made of.

    Returns
    -------
    geopandas.GeoDataFrame
        Table ``unmet`` of :func:`gisplan.analysis.coverage.assignment.assignment`.
    """
    table, here = demand.reset_index(drop=True), solved.reached
    low, high, placed = (one.demand for one in (solved.low, solved.high, solved.placed))
    # what has no place serves no more than it holds
    most = high["served"].clip(upper=placed["served"] + solved.room)
    rest = high["unserved"].clip(lower=placed["unserved"] - solved.room)
    for name, of, other in (("assigned", "served", most), ("unmet", "unserved", rest)):
        both = low[of].to_numpy(), other.to_numpy()
        table[f"{name}_low"], table[f"{name}_high"] = np.minimum(*both), np.maximum(*both)
    standing = here.sites[solved.sure & ~solved.somewhere]
    pairs = here.pairs[here.pairs["cost"] <= here.limit]
    sure = pairs.loc[pairs["site"].isin(standing["id"]), "demand"]
    reason = pd.Series("out_of_reach", index=table.index)
    reason = reason.mask(table["id"].isin(sure), "no_capacity").where(table["unmet_high"] > 0)
    for name in UNMET_REASONS:
        table[name] = table["unmet_high"].where(reason == name, 0.0)
    whole = table["assigned_low"] + table["unmet_high"]
    for name, of in PARTS.items():
        # all of it is 100, whatever the rounding
        table[name] = (100.0 * table[of] / whole).clip(upper=100.0).where(whole > 0)
    wide = table["unmet_low"] < table["unmet_high"]
    table["reason"] = reason.mask(wide, "not_known")
    told = causes(table["id"].tolist(), pairs, here.sites, solved.uncertain, through=True)
    for lang in LANGS:
        table[f"unknown_{lang}"] = pd.Series(told[lang].to_numpy(), index=table.index).where(wide)
    return table


def summed(rows: pd.DataFrame, solved: Solved) -> pd.DataFrame:
    """Bound sums over points: what has no place serves no more than it holds in any of them.

    Parameters
    ----------
    rows : pandas.DataFrame
        Sums of :func:`by_point`: ``assigned_high``, ``unmet_low``, ``amount``, and
        ``placed_high``, the sum of :func:`placed_high`.
    solved : Solved
        The assignment.

    Returns
    -------
    pandas.DataFrame
        The same, each within that bound.
    """
    bound = rows["placed_high"] + solved.room
    over = rows["assigned_high"] > bound
    return rows.assign(
        assigned_high=rows["assigned_high"].mask(over, bound),
        unmet_low=rows["unmet_low"].mask(over, rows["amount"] - bound),
    )


def placed_high(solved: Solved) -> Floats:
    """Give the most that is served of each point by the sites that have a place.

    Parameters
    ----------
    solved : Solved
        The assignment.

    Returns
    -------
    array of float
        In the order of the demand.
    """
    low, high = solved.low.demand["served"], solved.placed.demand["served"]
    found: Floats = np.maximum(low.to_numpy(dtype=float), high.to_numpy(dtype=float))
    return found


def lines(demand: gpd.GeoDataFrame, solved: Solved) -> gpd.GeoDataFrame:
    """Give the flows as lines; see :func:`gisplan.analysis.coverage.assignment.assignment`.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    solved : Solved
        The assignment, and the sites and pairs that it was made of.

    Returns
    -------
    geopandas.GeoDataFrame
        Table ``flows`` of :func:`gisplan.analysis.coverage.assignment.assignment`, in EPSG:4326.
    """
    return lines_to_sites(solved.low.flows, demand, solved.reached, key="flow")
