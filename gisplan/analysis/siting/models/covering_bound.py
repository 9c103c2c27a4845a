"""The linear relaxation of maximal covering: a bound of the whole problem, and shares of sites.

``max sum_i w_i min(1, sum_{j covers i} y_j)`` over shares y of the sites is the saddle point of
``sum_i w_i (1 - u_i) + sum_i w_i u_i sum_{j covers i} y_j``, highest in y and lowest in prices
0 <= u <= 1. Steps in both by turns (Chambolle and Pock 2011, *Journal of Mathematical Imaging and
Vision* 40), as long for each demand and site as what they touch allows (Pock and Chambolle 2011,
*ICCV*), begun anew from their mean (Applegate et al. 2021, *NeurIPS* 34), come close to it.
Whatever the prices, what they leave with the sites of greatest worth is a bound (Galvão and
ReVelle 1996, *European Journal of Operational Research* 88): it holds however close that is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from gisplan.analysis.siting.models.arcs import Arcs
from gisplan.analysis.siting.models.median_bound_large import Choice, SiteWorth, value_of
from gisplan.arrays import Floats

_ROUNDS, _LOOK = 20_000, 40
#: The relaxation need not be known better than to this share of its value.
_NEAR = 1e-4
#: Begun anew when the gap is this share of what it was, or after this share of all steps.
_SHRUNK, _SINCE = 0.3, 0.36
_HALVINGS = 60


@dataclass(frozen=True, slots=True, eq=False)
class _Point:
    """Prices of the demand and shares of the sites."""

    price: Floats
    share: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Judged:
    """A point, the bound at its prices, and how far above its shares that is."""

    point: _Point
    bound: float
    gap: float


class Relaxation:
    """The relaxation of one problem.

    Parameters
    ----------
    listed : Arcs
        Of :func:`gisplan.analysis.siting.models.arcs.from_cover`.
    choice : Choice
        How many sites may be open, and which must or may not.

    Attributes
    ----------
    share : array, shape (sites,)
        Of each site in the relaxed answer, 0 to 1.
    """

    def __init__(self, listed: Arcs, choice: Choice) -> None:
        n, m = listed.shape
        self.listed, self.choice, self.weight = listed, choice, listed.cap
        ones = np.ones(len(listed.site), dtype=np.float32)
        self._by_demand = csr_array((ones, listed.site, listed.start), shape=(n, m))
        self._by_site = csr_array((ones, listed.demand, listed.begin), shape=(m, n))
        self._sites_of = np.maximum(np.diff(listed.start), 1).astype(np.float64)
        reached = self._worth(np.ones(n))
        self._reached = np.where(reached > 0, reached, 1.0)
        self._low = choice.opened.astype(np.float64)
        self._high = (~choice.shut).astype(np.float64)
        self._point = _Point(np.full(n, 0.5), self._held(reached / self._reached.max(), 1.0))
        self._lean = 1.0

    @property
    def share(self) -> Floats:
        """Give the shares of the sites at the last point.

        Returns
        -------
        array of float
            Shape (sites,), 0 to 1.
        """
        return self._point.share

    def run(self, done: Callable[[float], bool]) -> float:
        """Step until the relaxation is solved, or ``done`` says of a bound that it will do.

        Parameters
        ----------
        done : callable
            Told the best bound so far; True ends the search.

        Returns
        -------
        float
            No choice of sites covers more than this.
        """
        best, turn, gap = _Judged(self._point, np.inf, np.inf), 0, np.inf
        while turn < _ROUNDS:
            steps, found = self._stretch(turn, gap, done)
            self._turn_towards(found.point)
            turn, gap = turn + steps, found.gap
            if found.bound < best.bound:
                best = found
            if gap <= _NEAR * best.bound or done(best.bound):
                break
        return self._bound(best.point.price, exact=True)

    def _stretch(self, turn: int, gap: float, done: Callable[[float], bool]) -> tuple[int, _Judged]:
        """Step until it is time to begin anew; count the steps, and give where from.

        Parameters
        ----------
        turn : int
            Steps done before.
        gap : float
            Gap at the beginning, in weight.
        done : callable
            As for :meth:`run`.

        Returns
        -------
        tuple[int, _Judged]
            Number of steps, and the point judged best of the last and of their mean.
        """
        price, share = self._point.price, self._point.share
        sum_price, sum_share = np.zeros_like(price), np.zeros_like(share)
        pull = 1.0 / (self._lean * self._reached)
        covered, steps = self._covered(share), 0
        while True:
            last = price
            price = np.clip(last - self._lean * (covered - 1.0) / self._sites_of, 0.0, 1.0)
            share = self._held(share + pull * self._worth(2 * price - last), pull)
            covered = self._covered(share)
            sum_price += price
            sum_share += share
            steps += 1
            if steps % _LOOK:
                continue
            here, mean = _Point(price, share), _Point(sum_price / steps, sum_share / steps)
            found = min(self._judged(here), self._judged(mean), key=lambda judged: judged.gap)
            if (
                found.gap <= max(_SHRUNK * gap, _NEAR * found.bound)
                or steps >= _SINCE * (turn + steps)
                or done(found.bound)
            ):
                return steps, found

    def _turn_towards(self, point: _Point) -> None:
        """Begin anew at a point, with steps that lean as prices and shares went to it.

        Parameters
        ----------
        point : _Point
            Prices and shares to begin from.
        """
        price, share = point.price - self._point.price, point.share - self._point.share
        far = np.sqrt(float(self.weight * self._sites_of @ price**2))
        wide = np.sqrt(float(self._reached @ share**2))
        if far > 0 and wide > 0:
            self._lean = float(np.sqrt(self._lean * far / wide))
        self._point = point

    def _judged(self, point: _Point) -> _Judged:
        bound = self._bound(point.price)
        reached = float(self.weight @ np.minimum(1.0, self._covered(point.share)))
        return _Judged(point, bound, bound - reached)

    def _bound(self, price: Floats, *, exact: bool = False) -> float:
        """Give what no choice covers more than; ``exact``: added up in double precision.

        Parameters
        ----------
        price : array of float
            Price of each demand as a share of its weight, 0 to 1.
        exact : bool, optional
            Whether sums are in double precision, as a bound that is told must be.

        Returns
        -------
        float
            Weight that no choice of sites exceeds.
        """
        paid = self.weight * price
        worth = SiteWorth(self.listed)(paid, exact=True) if exact else self._worth(price)
        missed, _ = value_of(worth, paid, self.choice)
        return float(self.weight.sum()) - missed

    def _covered(self, share: Floats) -> Floats:
        return _times(self._by_demand, share)

    def _worth(self, price: Floats) -> Floats:
        return _times(self._by_site, self.weight * price)

    def _held(self, wish: Floats, pull: Floats | float) -> Floats:
        """Give the shares nearest to those wished for, of as many sites as may be open.

        Parameters
        ----------
        wish : array of float
            Shares before any rule, shape (sites,).
        pull : Floats | float
            Length of the step of each site.

        Returns
        -------
        array of float
            Shares within their bounds, that add up to no more than the number of sites.
        """
        shares: Floats = np.clip(wish, self._low, self._high)
        if shares.sum() <= self.choice.most:
            return shares
        least, most = 0.0, float((wish / pull).max())
        for _ in range(_HALVINGS):
            middle = (least + most) / 2
            if np.clip(wish - middle * pull, self._low, self._high).sum() > self.choice.most:
                least = middle
            else:
                most = middle
        shares = np.clip(wish - most * pull, self._low, self._high)
        return shares


def _times(matrix: csr_array, vector: Floats) -> Floats:
    # single precision steers the steps; what is stated is added up in double
    product: NDArray[np.float32] = matrix @ vector.astype(np.float32)
    return product.astype(np.float64)
