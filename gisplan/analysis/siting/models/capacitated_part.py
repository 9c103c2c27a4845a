"""A part of an answer with capacities, chosen anew for good while the rest stays as it is.

Some open sites that lie together, what they serve, and the closed sites among them are a problem
of their own: the same model, small enough for HiGHS to solve it in a second. What betters the part
betters the whole, since the rest is served as before (POPMUSIC: Taillard and Voss 2002, in *Essays
and Surveys in Metaheuristics*; with capacities Stefanello et al. 2015, *International Transactions
in Operational Research* 22).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.siting.models.capacitated_flow import Flow, Loads
from gisplan.arrays import Bools, Floats, Ints

#: Sites of each demand that are looked at, beside the one that serves it.
_NEAREST = 8
#: Branches in which a part is looked through; most need one.
_NODES = 200
#: What a part must save to be told from rounding, as a share of its cost.
_SAVED = 1e-7
#: Amounts below this share of a demand are rounding and stay where they are.
_DUST = 1e-6


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AnswerPart:
    """Open sites with what they serve, and closed ones that may replace them.

    Attributes
    ----------
    sites : array of int
        Positions of the sites, the open ones first.
    opened : int
        How many of them are open.
    programme : highs.Programme
        Columns are the sites, then the share of its demand in the part that each pair serves.
    start : array of float
        What is open and served now, as columns.
    """

    sites: Ints
    opened: int
    programme: highs.Programme
    start: Floats


def part_of(loads: Loads, flow: Flow, opened: Ints, closed: Ints, *, slack: Floats) -> AnswerPart:
    """Lay out a part of an answer as a programme of its own.

    Parameters
    ----------
    loads : Loads
        Costs, demand, capacities and rules.
    flow : Flow
        What goes where; all demand is served.
    opened : array of int
        Positions of open sites, which may close, move or stay.
    closed : array of int
        Positions of closed ones, which may open as far as the rules allow it beside the rest.
    slack : array, shape (demand,)
        Cost of a unit up to which a pair is looked at.

    Returns
    -------
    AnswerPart
        The part; its start keeps to all its rows.
    """
    rest = np.setdiff1d(flow.chosen, opened, assume_unique=True)
    if loads.conflict is not None and len(rest):
        closed = closed[~loads.conflict[np.ix_(rest, closed)].any(axis=0)]
    sites = np.concatenate([opened, closed])
    slot = np.full(len(loads.fixed), -1)
    slot[sites] = np.arange(len(sites))
    mine = (slot[flow.site] >= 0) & (flow.amount > _DUST * loads.weight[flow.row])
    rows, row = np.unique(flow.row[mine], return_inverse=True)
    site, amount = slot[flow.site[mine]], flow.amount[mine]
    weight: Floats = np.zeros(len(rows))
    np.add.at(weight, row, amount)
    cost = loads.cost[np.ix_(rows, sites)]
    listed = _listed(cost, slack[rows]) & (cost < loads.missing)
    listed[row, site] = True
    place = np.full(listed.shape, -1)
    place[listed] = np.arange(int(listed.sum()))
    start = np.zeros(len(sites) + int(listed.sum()))
    start[: len(opened)] = 1.0
    np.add.at(start, len(sites) + place[row, site], amount / weight[row])
    pairs = np.nonzero(listed)
    way: Floats = cost[pairs]
    programme = _programme(loads, (sites, rest, len(opened)), (weight, way), pairs)
    return AnswerPart(sites=sites, opened=len(opened), programme=programme, start=start)


def _listed(cost: Floats, slack: Floats) -> Bools:
    """Choose the pairs that are looked at.

    Parameters
    ----------
    cost : array, shape (demand, sites)
        Cost of a unit of each pair.
    slack : array, shape (demand,)
        Cost of a unit up to which a pair is looked at.

    Returns
    -------
    array of bool
        Of the nearest few of each demand those that are cheap enough.
    """
    few = min(_NEAREST, cost.shape[1])
    listed = np.zeros(cost.shape, dtype=bool)
    near = np.argpartition(cost, few - 1, axis=1)[:, :few]
    np.put_along_axis(listed, near, True, axis=1)
    return listed & (cost <= slack[:, None])


def _programme(
    loads: Loads, sites: tuple[Ints, Ints, int], way: tuple[Floats, Floats], pairs: tuple[Ints, ...]
) -> highs.Programme:
    """Write the model of a part.

    Parameters
    ----------
    loads : Loads
        Costs, demand, capacities and rules.
    sites : tuple of array of int, array of int and int
        Positions of the sites of the part, of the open ones outside it, and how many are open
        in it now.
    way : tuple of array of float
        Demand of the part, and cost of a unit of each pair.
    pairs : tuple of array of int
        Demand and site of each pair, by position in the part.

    Returns
    -------
    highs.Programme
        Columns are the sites, then the pairs.
    """
    (here, rest, opened), (weight, cost), (row, site) = sites, way, pairs
    n, m, k = len(weight), len(here), len(cost)
    pair, every = m + np.arange(k), np.arange(m)
    served = csr_array((np.ones(k), (row, pair)), shape=(n, m + k))
    load = csr_array(
        (
            np.concatenate([weight[row], -np.minimum(loads.room[here], weight.sum())]),
            (np.concatenate([site, every]), np.concatenate([pair, every])),
        ),
        shape=(m, m + k),
    )
    link = csr_array(
        (
            np.concatenate([np.ones(k), -np.ones(k)]),
            (np.tile(np.arange(k), 2), np.concatenate([pair, site])),
        ),
        shape=(k, m + k),
    )
    blocks = [served, load, link, csr_array(np.ones((1, m)))]
    upper: list[Floats] = [
        np.ones(n),
        np.zeros(m + k),
        np.array([float(loads.most - len(rest))]),
    ]
    if np.isfinite(loads.budget):
        blocks.append(csr_array(loads.price[here][None, :]))
        spent = float(loads.price[here[:opened]].sum())
        upper.append(np.array([max(loads.budget - float(loads.price[rest].sum()), spent)]))
    if loads.conflict is not None:
        first, second = np.nonzero(np.triu(loads.conflict[np.ix_(here, here)]))
        each = np.repeat(np.arange(len(first)), 2)
        both = np.column_stack([first, second]).ravel()
        blocks.append(csr_array((np.ones(len(both)), (each, both)), shape=(len(first), m)))
        upper.append(np.ones(len(first)))
    top = np.concatenate(upper)
    return highs.Programme(
        cost=np.concatenate([loads.charge[here], weight[row] * cost]),
        column_lower=np.concatenate([loads.fixed[here].astype(float), np.zeros(k)]),
        column_upper=np.ones(m + k),
        integer=np.arange(m + k) < m,
        matrix=highs.rows(*blocks),
        lower=np.concatenate([np.ones(n), np.full(len(top) - n, -np.inf)]),
        upper=top,
    )


def solved(part: AnswerPart, *, seconds: float) -> tuple[Ints, bool]:
    """Choose the open sites of a part anew.

    Parameters
    ----------
    part : AnswerPart
        The part.
    seconds : float
        Time limit.

    Returns
    -------
    tuple of array of int and bool
        Positions of its open sites, those of now where nothing better was found; and whether
        that was looked through in full.
    """
    found = highs.solve(part.programme, seconds=seconds, start=part.start, nodes=_NODES)
    now = part.sites[: part.opened]
    full = found.status == "optimal"
    if not len(found.x):
        return now, full
    before = float(part.programme.cost @ part.start)
    if float(part.programme.cost @ found.x) >= before * (1 - _SAVED):
        return now, full
    return part.sites[found.x[: len(part.sites)] > 0.5], full
