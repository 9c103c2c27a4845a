"""Closing maximal covering: branching over prices, each node a programme as small as the sites.

The prices of a node are prices of its two branches (see ``covering_prices``), which are solved at
once. Nodes are taken best bound first (Land and Doig 1960, *Econometrica* 28) and branched where
both sides promise most (pseudo-costs; Bénichou et al. 1971, *Mathematical Programming* 1). Near
the root, where a choice counts most, the sites that promise most are tried, and the best of them
is taken (strong branching; Achterberg, Koch and Martin 2005, *Operations Research Letters* 33).
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from gisplan.analysis.siting.models.covering_prices import (
    CLOSED,
    FREE,
    OPEN,
    Branches,
    CoverNode,
    PriceProgramme,
)
from gisplan.arrays import Bools, Floats, Ints

_INTEGRAL, _HALF = 1e-6, 0.5
#: What adding up weights may be off by, as a share of them.
_ROUNDING = 1e-9
#: Sites tried at the root; half as many in its branches, and so on.
_TRIED = 12


@dataclass(order=True, slots=True)
class _Waiting:
    rank: float
    number: int
    node: CoverNode = field(compare=False)


class _Promise:
    """What branching on each site was seen to bring, by the share that it moved.

    Parameters
    ----------
    sites : int
        How many there are.
    """

    def __init__(self, sites: int) -> None:
        self._sum, self._times = np.zeros((2, sites)), np.zeros((2, sites))

    def saw(self, site: int, side: int, moved: float, brought: float) -> None:
        """Take in what one branch brought.

        Parameters
        ----------
        site : int
            Position of the site.
        side : int
            Closed or open.
        moved : float
            By how much its share was changed.
        brought : float
            By how much the bound fell.
        """
        self._sum[side, site] += max(brought, 0.0) / max(moved, _INTEGRAL)
        self._times[side, site] += 1

    def best(self, node: CoverNode, count: int) -> Ints:
        """Choose sites to branch on.

        Parameters
        ----------
        node : CoverNode
            A node solved.
        count : int
            How many at most.

        Returns
        -------
        array of int
            Positions of sites in parts, the most promising first; none if all are whole.
        """
        share = node.share
        parts = (node.state == FREE) & (np.minimum(share, 1 - share) > _INTEGRAL)
        falls: list[Floats] = []
        for side, moved in ((CLOSED, share), (OPEN, 1 - share)):
            seen = self._times[side] > 0
            each = self._sum[side] / np.maximum(self._times[side], 1)
            usual = float(each[seen].mean()) if seen.any() else 1.0
            falls.append(np.maximum(np.where(seen, each, usual) * moved, 1e-12))
        score = np.where(parts, falls[0] * falls[1], -1.0)
        return np.argsort(-score, kind="stable")[: min(count, int(parts.sum()))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branching:
    """What the branching works with beside the programme.

    Attributes
    ----------
    least : callable
        Weight that a better answer must reach.
    offer : callable
        Takes the open sites of a whole answer, as booleans.
    """

    least: Callable[[], float]
    offer: Callable[[Bools], None]


class CoverTree:
    """The nodes not yet branched.

    Parameters
    ----------
    programme : PriceProgramme
        The prices of the problem.
    work : Branching
        The answer to beat, and who is told of new ones.
    """

    def __init__(self, programme: PriceProgramme, work: Branching) -> None:
        self.programme, self.work = programme, work
        self._promise = _Promise(len(programme.root))
        self._heap: list[_Waiting] = []
        self._number, self._done, self._begun = 0, -np.inf, False

    @property
    def bound(self) -> float:
        """No choice of sites covers more, and none that reaches ``least`` if this is below that.

        Returns
        -------
        float
            Infinite before the relaxation is solved.
        """
        if not self._begun:
            return np.inf
        left = -self._heap[0].rank if self._heap else -np.inf
        return max(self._done, left, self._target())

    @property
    def closed(self) -> bool:
        """Whether nothing better is left.

        Returns
        -------
        bool
            False before the relaxation is solved.
        """
        return self._begun and not (self._heap and -self._heap[0].rank > self._target())

    @property
    def proven(self) -> bool:
        """Whether nothing better is left, whatever the whole answers met are worth in truth.

        Returns
        -------
        bool
            False if one was met that promised more than the best answer known.
        """
        return self.closed and self._done <= self._target()

    def begin(self, left: Callable[[], float]) -> CoverNode | None:
        """Solve the relaxation of the whole problem.

        Parameters
        ----------
        left : callable
            Seconds left.

        Returns
        -------
        CoverNode or None
            None if time does not suffice.
        """
        self.programme.least = self._target()
        root = self.programme.solve(self.programme.root, None, left())
        if root is not None:
            self._begun = True
            self._wait(root)
        return root

    def run(self, left: Callable[[], float]) -> None:
        """Branch, best bound first, until nothing better is left or time is over.

        Parameters
        ----------
        left : callable
            Seconds left.
        """
        if not self._begun and self.begin(left) is None:
            return
        while not self.closed and left() > 0:
            waiting = heapq.heappop(self._heap)
            if not self._branch(waiting.node, left):
                heapq.heappush(self._heap, waiting)
                return

    def _branch(self, node: CoverNode, left: Callable[[], float]) -> bool:
        """Solve both branches of a node; give False if time did not suffice.

        Parameters
        ----------
        node : CoverNode
            The node of the greatest bound.
        left : callable
            Seconds left.

        Returns
        -------
        bool
            Whether the node is done with.
        """
        sites = self._promise.best(node, max(1, _TRIED >> node.depth))
        if not len(sites):
            # whole: its sites are an answer of just this weight
            self.work.offer((node.share > 1 - _HALF) | (node.state == OPEN))
            self._done = max(self._done, node.bound)
            return True
        self.programme.least = self._target()
        best, most = None, -1.0
        for site in sites:
            branches = self.programme.both(node, int(site), left)
            if branches is None:
                return False
            brought = self._brought(node, int(site), branches)
            if brought > most:
                best, most = branches, brought
        for child in best or ():
            bound = min(child.bound, node.bound)
            self._wait(replace(child, bound=bound, depth=node.depth + 1))
        return True

    def _brought(self, node: CoverNode, site: int, branches: Branches) -> float:
        """Take in by how much both branches of a site lower the bound; give what that is worth.

        Parameters
        ----------
        node : CoverNode
            Which is branched.
        site : int
            Position of the site.
        branches : tuple of CoverNode
            The site closed, and open.

        Returns
        -------
        float
            The product of both, none counted beyond what ends a branch.
        """
        out, enough = 1.0, max(node.bound - self._target(), 0.0)
        share = float(node.share[site])
        for side, moved, child in zip((CLOSED, OPEN), (share, 1 - share), branches, strict=True):
            fall = node.bound - child.bound
            if np.isfinite(child.bound):
                self._promise.saw(site, side, moved, fall)
            out *= max(min(fall, enough), 1e-12)
        return out

    def _wait(self, node: CoverNode) -> None:
        if node.bound > self._target():
            self._number += 1
            heapq.heappush(self._heap, _Waiting(-node.bound, self._number, node))

    def _target(self) -> float:
        least = self.work.least()
        return least - _ROUNDING * max(abs(least), 1.0)
