"""Which site takes how much of which demand, at least cost, within its capacity."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from gisplan.analysis.checks import amounts, capacities, listed_names
from gisplan.analysis.coverage.models.transport import TransportArcs, transport
from gisplan.analysis.exact_sums import exact_sums
from gisplan.analysis.pairs import among, within
from gisplan.errors import OptionError
from gisplan.text import Text

Unmet = Literal["out_of_reach", "no_capacity"]

#: Why demand stays unmet, by the code in ``Assignment.unmet``.
UNMET_REASONS: Mapping[Unmet, Text] = {
    "out_of_reach": Text("可达范围内没有设施", "no site within reach"),
    "no_capacity": Text("可达范围内的设施能力已满", "no capacity left at the sites within reach"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Which site takes how much of which demand.

    Attributes
    ----------
    flows : pandas.DataFrame
        ``demand``, ``site``, ``amount`` (above 0), ``cost`` (of one unit): sorted by demand,
        then cost, then site.
    demand : pandas.DataFrame
        ``demand``, ``amount``, ``served``, ``unserved``: one row a point, in the order given.
    unmet : pandas.DataFrame
        ``demand``, ``amount`` (above 0), ``reason``, ``reason_zh``, ``reason_en``: what is not
        served and why.
    sites : pandas.DataFrame
        ``site``, ``capacity``, ``used``, ``left`` (empty where the capacity is): one row a
        site, in the order given.
    total_cost : float
        Sum of amount times cost.
    notes : tuple of Text
        Sites whose capacity was not known and counted as unlimited.
    """

    flows: pd.DataFrame
    demand: pd.DataFrame
    unmet: pd.DataFrame
    sites: pd.DataFrame
    total_cost: float
    notes: tuple[Text, ...]


def assign(
    demand: pd.DataFrame,
    sites: pd.DataFrame,
    pairs: pd.DataFrame,
    *,
    limit: float,
    quantity: str = "weight",
) -> Assignment:
    """Assign demand to sites within their capacities: as much as possible, then at least cost.

    The transportation problem (Hitchcock 1941): with flows x_ij, unmet demand u_i and penalty M,

        minimise    sum c_ij x_ij + M sum u_i
        subject to  sum_j x_ij + u_i = d_i,   sum_i x_ij <= S_j,   x, u >= 0.

    M exceeds the number of sites times the largest cost. No chain of shifts that makes room for
    one more unit costs more, so no demand is left unmet to save cost. Demand may be split
    between sites. Solved exactly with HiGHS; the flows are then worked out anew from the
    solution's own arcs, so that they add up.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id`` and the quantity.
    sites : pandas.DataFrame
        ``id`` and ``capacity``, in the unit of the quantity; empty means unlimited.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``.
    limit : float
        Reach, in the unit of ``cost``.
    quantity : str
        Number of ``demand`` to assign; points with 0 of it need nothing.

    Returns
    -------
    Assignment
        Served + unserved = demand for each point, and used <= capacity for each site: exactly for
        whole numbers below 2**53, else to the rounding of the sums. Of equally cheap answers always
        the same one comes out, whatever the order of the rows.

    Raises
    ------
    DataError, OptionError
        If a table or the limit can't be used, or the quantity is not known at all.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import assign
    >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [60.0, 50.0]})
    >>> sites = pd.DataFrame({"id": ["S", "T"], "capacity": [70.0, 100.0]})
    >>> pairs = pd.DataFrame(
    ...     {"demand": ["a", "b", "b"], "site": ["S", "S", "T"], "cost": [5.0, 4.0, 9.0]}
    ... )
    >>> told = assign(demand, sites, pairs, limit=10)
    >>> told.flows
      demand site  amount  cost
    0      a    S    60.0   5.0
    1      b    S    10.0   4.0
    2      b    T    40.0   9.0
    >>> told.sites[["site", "used", "left"]]
      site  used  left
    0    S  70.0   0.0
    1    T  40.0  60.0
    """
    capacity = capacities(sites)
    kept = within(pairs, demand, limit=limit, sites=sites)
    return assign_within(demand, sites.assign(capacity=capacity), kept, quantity=quantity)


def assign_within(
    demand: pd.DataFrame, sites: pd.DataFrame, kept: pd.DataFrame, *, quantity: str
) -> Assignment:
    """Assign over pairs checked, sorted and cut to the reach by ``within``; there may be none.

    Parameters
    ----------
    demand : pandas.DataFrame
        With ``id`` and the quantity.
    sites : pandas.DataFrame
        With ``id`` and ``capacity``, NaN where unlimited.
    kept : pandas.DataFrame
        ``demand``, ``site`` and ``cost``.
    quantity : str
        Number of ``demand`` to assign.

    Returns
    -------
    Assignment
        As of :func:`assign`.

    Raises
    ------
    OptionError
        If the quantity is not known.
    """
    amount = amounts(demand, quantity)
    if np.isnan(amount).any():
        raise OptionError(
            Text(f"{quantity} 没有数值，无法分配", f"{quantity} is not known: it can't be assigned")
        )
    # By id, not by position: the same problem whatever the order of the rows.
    points, places = pd.Index(demand["id"].sort_values()), pd.Index(sites["id"].sort_values())
    supply = amount[pd.Index(demand["id"]).get_indexer(points)]
    room = sites.set_index("id")["capacity"].reindex(places).to_numpy(dtype=np.float64)
    arcs = TransportArcs(
        start=points.get_indexer(kept["demand"]),
        end=places.get_indexer(kept["site"]),
        cost=kept["cost"].to_numpy(dtype=np.float64),
    )
    flow, served, left = transport(supply, np.where(np.isnan(room), np.inf, room), arcs)
    flows = kept.assign(amount=flow)[flow > 0].reset_index(drop=True)
    flows = flows[["demand", "site", "amount", "cost"]]
    table = pd.DataFrame({"amount": supply, "served": served, "unserved": left}, index=points)
    table = table.reindex(demand["id"]).rename_axis("demand").reset_index()
    used = pd.Series(exact_sums(flow, arcs.end, count=len(places)), index=places)
    load = pd.DataFrame({"site": sites["id"].to_numpy(), "capacity": sites["capacity"].to_numpy()})
    load["used"] = used.reindex(sites["id"]).to_numpy()
    load["left"] = (load["capacity"] - load["used"]).clip(lower=0.0)
    return Assignment(
        flows=flows,
        demand=table,
        unmet=_unmet(table, kept),
        sites=load,
        total_cost=math.fsum((flows["amount"] * flows["cost"]).tolist()),
        notes=_unlimited(sites),
    )


def _unmet(table: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    left = table[table["unserved"] > 0]
    reached = among(left["demand"], kept["demand"].drop_duplicates())
    codes: list[Unmet] = ["no_capacity" if one else "out_of_reach" for one in reached]
    return pd.DataFrame(
        {
            "demand": left["demand"].to_numpy(),
            "amount": left["unserved"].to_numpy(),
            "reason": pd.array(codes, dtype="str"),
            "reason_zh": pd.array([UNMET_REASONS[code].zh for code in codes], dtype="str"),
            "reason_en": pd.array([UNMET_REASONS[code].en for code in codes], dtype="str"),
        }
    )


def _unlimited(sites: pd.DataFrame) -> tuple[Text, ...]:
    unknown = sites["capacity"].isna().to_numpy()
    if not unknown.any():
        return ()
    zh, en = listed_names(sites, unknown)
    count = int(unknown.sum())
    return (
        Text(
            f"{count} 处设施能力不详，按不受限计：{zh}",
            f"{count} site(s) have no known capacity and counted as unlimited: {en}",
        ),
    )
