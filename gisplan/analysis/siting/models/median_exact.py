"""The median problem without capacities, solved to proof: search, bound, settle, close.

1. Greedy opening and interchange give an answer (``interchange``).
2. Lagrangian prices give a bound, better answers, and settle most sites (``lagrange``).
3. If a gap is left, mixtures of the best answers are searched and the bound is raised again.
4. Branching over prices (``tree``) closes the rest, or, where a demand passes too many sites,
   cuts of the radius formulation and branching over HiGHS (``radius``).

Every bound is one of the full problem: no pair of demand and site is left out anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gisplan.analysis.siting.models import median_bound as lagrange
from gisplan.analysis.siting.models import median_cuts as radius
from gisplan.analysis.siting.models import median_tree as tree
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.models.swaps import Ground, Pool, greedy
from gisplan.arrays import Bools, Ints

#: Relative gap below which an answer with costs that are not whole counts as proven.
PRECISION = 1e-7
#: Tries in vain after which the best answer is stirred no more.
_VAIN = 150


@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """Sites by position of the ground, their cost, a bound of the problem, and the proof."""

    chosen: Ints
    value: float
    bound: float
    proven: bool


def solve(ground: Ground, first: Ints | None, clock: Clock) -> Exact:
    """Solve a median problem as far as the time allows.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    first : array of int or None
        Sites that serve all demand within the rules, where the greedy choice may not.
    clock : Clock
        Time left.

    Returns
    -------
    Exact
        The best answer met, its cost, and a bound on the cost of any.
    """
    pool = Pool(ground)
    start = np.flatnonzero(ground.fixed)
    pool.improve(greedy(ground, start))
    if first is not None:
        pool.improve(first)
    whole = _whole(ground)

    def limit() -> float:
        if not np.isfinite(pool.value):
            return np.inf
        # Of whole costs, what is better is better by one; the margin is for rounding.
        margin = max(0.1, 1e-6 * pool.value)
        if whole and margin < 1:
            return pool.value - 1 + margin
        return pool.value * (1 - PRECISION)

    bound = lagrange.start(ground, pool.best)
    # A bound that holds whatever comes: each demand served from its nearest site.
    bound.value = float(ground.cost.min(axis=1).sum() + ground.charge[ground.fixed].sum())
    steps = lagrange.SubgradientSteps(
        best=lambda: pool.value, offer=pool.improve, left=clock.left, limit=limit
    )
    if np.isfinite(pool.value):
        lagrange.subgradient(ground, bound, steps)
    if bound.value < limit() and _open(bound.opened, bound.closed) and clock.left() > 0:
        before = pool.value
        share = Clock(0.25 * clock.left())
        pool.breed(starts=20, pairs=40, left=share.left)
        pool.stir(vain=_VAIN, left=share.left)
        if pool.value < before:
            lagrange.subgradient(ground, bound, steps, step=0.1)
    if bound.value < limit() and clock.left() > 0:
        work = radius.Closing(limit=limit, offer=pool.improve, left=clock.left)
        known = pool.best if np.isfinite(pool.value) else None
        if not tree.close(ground, bound, work, known=known):
            radius.close(ground, bound, work)
    proven = bound.value >= limit()
    value = pool.value
    least = value if proven and limit() < value - 0.05 and whole else min(bound.value, value)
    return Exact(pool.best, value, least, proven)


def _open(opened: Bools, closed: Bools) -> bool:
    return bool((~opened & ~closed).any())


def _whole(ground: Ground) -> bool:
    real = ground.cost[ground.cost < ground.missing]
    return bool(
        (real == np.rint(real)).all()
        and (ground.charge == np.rint(ground.charge)).all()
        and real.sum() < 2**52
    )
