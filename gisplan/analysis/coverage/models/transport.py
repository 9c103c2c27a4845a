"""The transportation problem: a linear programme for HiGHS, and exact flows from its basis."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from fractions import Fraction
from math import inf, isinf, nextafter

import numpy as np

from gisplan.arrays import Bools, Floats, Indices
from gisplan.errors import GisplanError
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TransportArcs:
    """Ways from demand to sites.

    Attributes
    ----------
    start : numpy.ndarray of int, shape (n,)
        Number of the demand; sorted, of one demand by cost.
    end : numpy.ndarray of int, shape (n,)
        Number of the site.
    cost : numpy.ndarray of float64, shape (n,)
        Of one unit, 0 or more.
    """

    start: Indices
    end: Indices
    cost: Floats

    def take(self, chosen: Bools) -> TransportArcs:
        """Give some of the arcs, in the same order.

        Parameters
        ----------
        chosen : array of bool
            Which of them.

        Returns
        -------
        TransportArcs
            Those arcs.
        """
        return TransportArcs(start=self.start[chosen], end=self.end[chosen], cost=self.cost[chosen])


def transport(supply: Floats, room: Floats, arcs: TransportArcs) -> tuple[Floats, Floats, Floats]:
    """Send as much as possible along the arcs, and that at least cost.

    Parameters
    ----------
    supply : numpy.ndarray of float64, shape (points,)
        Demand to be sent, 0 or more.
    room : numpy.ndarray of float64, shape (sites,)
        Capacity, 0 or more; inf: unlimited.
    arcs : TransportArcs
        Ways from demand to sites.

    Returns
    -------
    flow : numpy.ndarray of float64, shape (arcs,)
        Rounded down where it is no float, so that no site holds more than its capacity.
    served, unserved : numpy.ndarray of float64, shape (points,)
        What is sent of each supply and what is left, each rounded once.
    """
    flow = np.zeros(len(arcs.cost))
    useful = _useful(supply, room, arcs)
    chosen = arcs.take(useful)
    if not len(chosen.cost):
        return flow, np.zeros(len(supply)), supply.copy()
    settled = _Ledger(supply, room)
    nearest = np.r_[True, chosen.start[1:] != chosen.start[:-1]]
    load = np.bincount(chosen.end[nearest], supply[chosen.start[nearest]], minlength=len(room))
    if (load <= room).all():
        tree, roots = nearest, (np.zeros(len(supply), dtype=bool), np.ones(len(room), dtype=bool))
    else:
        tree, roots = _basis(supply, room, chosen)
    sent = settled.settle(chosen, tree, roots)
    flow[useful] = [_floor(amount) for amount in sent]
    served = [
        Fraction(whole) - left for whole, left in zip(supply.tolist(), settled.left, strict=True)
    ]
    return flow, _floats(served), _floats(settled.left)


def _useful(supply: Floats, room: Floats, arcs: TransportArcs) -> Bools:
    """Drop what no best answer needs: no amount, no room, or dearer than an unlimited site.

    Parameters
    ----------
    supply : array of float
        Demand of each point, 0 or more.
    room : array of float
        Capacity of each site; infinite if unlimited.
    arcs : TransportArcs
        Ways from demand to sites.

    Returns
    -------
    array of bool
        Which arcs stay.
    """
    unlimited = np.isinf(room[arcs.end])
    order = np.arange(len(arcs.cost))
    first = np.full(len(supply), len(arcs.cost))
    np.minimum.at(first, arcs.start[unlimited], order[unlimited])
    useful: Bools = (supply[arcs.start] > 0) & (room[arcs.end] > 0) & (order <= first[arcs.start])
    return useful


def _basis(supply: Floats, room: Floats, arcs: TransportArcs) -> tuple[Bools, tuple[Bools, Bools]]:
    """Solve the linear programme; tell which arcs are basic and which nodes have slack.

    Parameters
    ----------
    supply : array of float
        Demand of each point, 0 or more.
    room : array of float
        Capacity of each site; infinite if unlimited.
    arcs : TransportArcs
        Ways from demand to sites.

    Returns
    -------
    tuple[Bools, tuple[Bools, Bools]]
        Whether each arc is basic; and whether each demand and each site has slack.
    """
    import highspy
    from scipy import sparse

    from gisplan.analysis.highs import Programme, QuietHighs

    points, number = np.unique(arcs.start, return_inverse=True)
    limited = np.flatnonzero(np.isfinite(room) & np.isin(np.arange(len(room)), arcs.end))
    row_of_site = np.full(len(room), -1)
    row_of_site[limited] = len(points) + np.arange(len(limited))
    many = len(arcs.cost)
    columns = np.r_[np.arange(many), np.arange(many, many + len(points)), np.arange(many)]
    rows = np.r_[number, np.arange(len(points)), row_of_site[arcs.end]]
    matrix = sparse.csr_array(
        (np.ones((rows >= 0).sum()), (rows[rows >= 0], columns[rows >= 0])),
        shape=(len(points) + len(limited), many + len(points)),
    )
    # Costs to at most 1 and amounts to at most 1: the solver's tolerances are absolute.
    price = arcs.cost / (arcs.cost.max() or 1.0)
    scale = supply[points].max()
    need, hold = supply[points] / scale, room[limited] / scale
    programme = Programme(
        # Making room for one more unit shifts each site's load at most once.
        cost=np.r_[price, np.full(len(points), len(np.unique(arcs.end)) + 1.0)],
        column_lower=np.zeros(matrix.shape[1]),
        column_upper=np.full(matrix.shape[1], highspy.kHighsInf),
        matrix=matrix,
        lower=np.r_[need, np.full(len(limited), -highspy.kHighsInf)],
        upper=np.r_[need, hold],
    )
    solver = QuietHighs()
    for name, value in (
        ("solver", "simplex"),
        ("primal_feasibility_tolerance", 1e-9),
        ("dual_feasibility_tolerance", 1e-9),
    ):
        solver.setOptionValue(name, value)
    solver.passModel(programme.as_highs())
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        status = solver.modelStatusToString(solver.getModelStatus())
        raise GisplanError(
            Text(f"分配问题求解失败：{status}", f"the assignment could not be solved: {status}")
        )
    basis = solver.getBasis()
    basic = highspy.HighsBasisStatus.kBasic
    column = np.array([status == basic for status in basis.col_status])
    row = np.array([status == basic for status in basis.row_status])
    tree: Bools = column[:many]
    point_root = np.zeros(len(supply), dtype=bool)
    point_root[points] = column[many:] | row[: len(points)]
    # An arc to a site without limit is in one row only: it takes what is left, as slack does.
    point_root[arcs.start[tree & np.isinf(room[arcs.end])]] = True
    site_root = np.isinf(room)
    site_root[limited] = row[len(points) :]
    return tree, (point_root, site_root)


def _floats(amounts: list[Fraction]) -> Floats:
    return np.array([float(amount) for amount in amounts], dtype=np.float64)


def _floor(amount: Fraction) -> float:
    near = float(amount)
    return nextafter(near, -inf) if Fraction(near) > amount else near


class _Ledger:
    """What is left at each node while flows are settled, in exact fractions.

    Parameters
    ----------
    supply : array of float
        Demand of each point, 0 or more.
    room : array of float
        Capacity of each site; infinite if unlimited.
    """

    def __init__(self, supply: Floats, room: Floats) -> None:
        self.left = [Fraction(amount) for amount in supply.tolist()]
        self.room: list[Fraction | float] = [
            amount if isinf(amount) else Fraction(amount) for amount in room.tolist()
        ]

    def settle(
        self, arcs: TransportArcs, tree: Bools, roots: tuple[Bools, Bools]
    ) -> list[Fraction]:
        """Work out the flows of a basis, a forest, from its leaves to the nodes with slack.

        A leaf without slack has one arc, which takes all that is left at it. What tolerances of
        the solver leave over is then sent to the nearest site with room.

        Parameters
        ----------
        arcs : TransportArcs
            Ways from demand to sites.
        tree : array of bool
            Which arcs are basic.
        roots : tuple[Bools, Bools]
            Which demands, and which sites, have slack.

        Returns
        -------
        list of Fraction
            Flow of each arc.
        """
        sent = [Fraction(0)] * len(arcs.cost)
        start, end = arcs.start.tolist(), arcs.end.tolist()
        for arc in _leaves_first(arcs, tree, roots, unlimited=[r == inf for r in self.room]):
            sent[arc] += self._send(start[arc], end[arc])
        for arc, point in enumerate(start):
            if self.left[point]:
                sent[arc] += self._send(point, end[arc])
        return sent

    def _send(self, point: int, site: int) -> Fraction:
        room = self.room[site]
        amount = self.left[point]
        if isinstance(room, Fraction):
            amount = min(amount, room)
            self.room[site] = room - amount
        self.left[point] -= amount
        return amount


def _leaves_first(
    arcs: TransportArcs, tree: Bools, roots: tuple[Bools, Bools], *, unlimited: list[bool]
) -> list[int]:
    """Order the arcs of a forest so that each is the last one of a node without slack.

    Parameters
    ----------
    arcs : TransportArcs
        Ways from demand to sites.
    tree : array of bool
        Which arcs are basic.
    roots : tuple[Bools, Bools]
        Which demands, and which sites, have slack.
    unlimited : list of bool
        Whether each site is.

    Returns
    -------
    list of int
        Numbers of arcs.
    """
    points = len(roots[0])
    fixed = np.r_[roots[0], roots[1]].tolist()
    touching: dict[int, set[int]] = {}
    last: list[int] = []
    for arc in np.flatnonzero(tree).tolist():
        ends = (int(arcs.start[arc]), points + int(arcs.end[arc]))
        if unlimited[int(arcs.end[arc])]:
            last.append(arc)
            continue
        for node in ends:
            touching.setdefault(node, set()).add(arc)
    ready = deque(node for node, own in touching.items() if len(own) == 1 and not fixed[node])
    order: list[int] = []
    while ready:
        node = ready.popleft()
        if not touching[node]:
            continue
        (arc,) = touching[node]
        order.append(arc)
        for end in (int(arcs.start[arc]), points + int(arcs.end[arc])):
            touching[end].discard(arc)
            if len(touching[end]) == 1 and not fixed[end]:
                ready.append(end)
    return order + last
