"""What swaps of sites do to the ways of all demand, from the pairs within reach alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gisplan.analysis.siting.models.site_rules import SiteRules
from gisplan.arrays import Floats, Ints


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TieWays:
    """Ways of demand to sites; who reaches no open site is beyond all ways.

    Attributes
    ----------
    rules : SiteRules
        Number, money and spacing.
    row : array of int, shape (pairs,)
        Position of the demand.
    site : array of int, shape (pairs,)
        Position of the site.
    way : array of float, shape (pairs,)
        Weighted way of each pair.
    beyond : array of float, shape (demand,)
        Stands for the weighted way of who reaches no open site; no pair's is above it.
    """

    rules: SiteRules
    row: Ints
    site: Ints
    way: Floats
    beyond: Floats

    def value(self, chosen: Ints) -> float:
        """Add up the ways of a choice.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.

        Returns
        -------
        float
            Sum over all demand of the least way.
        """
        first, _, _ = self._nearest(chosen)
        return float(first.sum())

    def changes(self, chosen: Ints) -> Floats:
        """Tell how each swap changes the sum of ways: open column, close chosen row.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.

        Returns
        -------
        array of float
            Shape (chosen, sites); inf where the rules bar it.
        """
        count, sites = len(chosen), len(self.rules.fixed)
        first, second, slot = self._nearest(chosen)
        # Closing takes each demand of a site to its second; opening for it may spare some of that.
        near = np.minimum(self.way, first[self.row]) - first[self.row]
        opening = np.bincount(self.site, weights=near, minlength=sites)
        closing = np.bincount(slot, weights=second - first, minlength=count)
        spared = np.minimum(self.way, second[self.row]) - second[self.row] - near
        at = slot[self.row] * sites + self.site
        both = np.bincount(at, weights=spared, minlength=count * sites).reshape(count, sites)
        change = (both + closing[:, None] + opening).astype(np.float64)
        change[self.rules.barred(chosen)] = np.inf
        return change

    def _nearest(self, chosen: Ints) -> tuple[Floats, Floats, Ints]:
        """Find the nearest and the second nearest open site of every demand.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.

        Returns
        -------
        tuple[Floats, Floats, Ints]
            Way to the nearest, to the second, and which of those chosen is the nearest.
        """
        slots = np.full(len(self.rules.fixed), -1, dtype=np.int64)
        slots[chosen] = np.arange(len(chosen))
        slot = slots[self.site]
        there = np.flatnonzero(slot >= 0)
        row, way, slot = self.row[there], self.way[there], slot[there]
        order = np.lexsort((slot, way, row))
        row, way, slot = row[order], way[order], slot[order]
        begins = np.flatnonzero(np.diff(row, prepend=-1))
        first, second = self.beyond.copy(), self.beyond.copy()
        nearest = np.zeros(len(self.beyond), dtype=np.int64)
        first[row[begins]], nearest[row[begins]] = way[begins], slot[begins]
        after = begins + 1
        after = after[after < len(row)]
        after = after[row[after] == row[after - 1]]
        second[row[after]] = way[after]
        return first, second, nearest
