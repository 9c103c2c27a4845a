"""Where the open sites of a flow had better stand, all at once.

What each open site serves is served as it is from another place; which open site goes where is an
assignment problem. Serving all anew from there costs no more, and so on by turns (location and
allocation, Cooper 1964, *SIAM Review* 6).
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array

from gisplan.analysis.siting.models.capacitated_flow import Flow, Loads
from gisplan.arrays import Ints

_ROUNDING = 1e-12


def moved(loads: Loads, flow: Flow) -> Ints | None:
    """Move each open site to where what it serves costs least, no two to one place.

    Parameters
    ----------
    loads : Loads
        Costs, demand, capacities and rules.
    flow : Flow
        What goes where.

    Returns
    -------
    array of int or None
        Positions of the open sites, within the rules; None where pairs exclude each other or
        opening is bound to a budget, or no better places are known.
    """
    if loads.conflict is not None or np.isfinite(loads.budget):
        return None
    slot = np.searchsorted(flow.chosen, flow.site)
    shape = (len(flow.chosen), len(loads.weight))
    amount = csr_array((flow.amount, (slot, flow.row)), shape=shape)
    cost = np.asarray(amount @ loads.cost) + loads.charge
    load = np.asarray(amount.sum(axis=1)).ravel()
    worst = cost.max() * shape[0] + 1.0
    cost[loads.room < load[:, None] * (1 - _ROUNDING)] = worst
    # what must stay open stays where it is
    cost[:, loads.fixed] = worst
    here = np.arange(len(flow.chosen)), flow.chosen
    cost[here] = np.asarray(amount.multiply(loads.cost.T[flow.chosen]).sum(axis=1)).ravel()
    cost[here] += loads.charge[flow.chosen]
    kept = loads.fixed[flow.chosen]
    cost[np.ix_(kept, ~loads.fixed)] = worst
    rows, sites = linear_sum_assignment(cost)
    if cost[rows, sites].sum() >= cost[here].sum() * (1 - 1e-9):
        return None
    return np.sort(sites).astype(np.int64)
