"""What a choice of sites must keep to, by position among the sites that may be open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gisplan.analysis.siting.models.problem import Problem, Terms
from gisplan.arrays import Bools, Floats, Ints

#: What adding up prices may be off by, as a share of the budget.
_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRules:
    """Number, money and spacing, and what is open in every answer.

    Attributes
    ----------
    most : int
        Sites open at most, fixed ones included.
    fixed : array of bool, shape (sites,)
        Sites that are open in every answer.
    price : array, shape (sites,)
        Money that a site takes from the budget.
    budget : float
        Infinite where there is none.
    conflict : array of bool, shape (sites, sites), or None
        Pairs too near each other to be both open.
    """

    most: int
    fixed: Bools
    price: Floats
    budget: float
    conflict: Bools | None

    @property
    def restricted(self) -> bool:
        """Whether budget or spacing narrow the choice.

        Returns
        -------
        bool
            Whether either is given.
        """
        return self.conflict is not None or bool(np.isfinite(self.budget))

    def addable(self, chosen: Ints) -> Bools:
        """Tell which sites may still be opened beside the chosen ones.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.

        Returns
        -------
        array of bool
            Shape (sites,).
        """
        free = np.ones(len(self.fixed), dtype=bool)
        free[chosen] = False
        if len(chosen) >= self.most:
            free[:] = False
        if np.isfinite(self.budget):
            spent = self.price[chosen].sum() + self.price
            free &= spent <= self.budget * (1 + _ROUNDING)
        if self.conflict is not None and len(chosen):
            free &= ~self.conflict[chosen].any(axis=0)
        return free

    def barred(self, chosen: Ints) -> Bools:
        """Tell which swaps the rules bar: opening a site (column) for a chosen one (row).

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.

        Returns
        -------
        array of bool
            Shape (chosen, sites).
        """
        out = np.zeros((len(chosen), len(self.fixed)), dtype=bool)
        out[:, chosen] = True
        out[self.fixed[chosen]] = True
        if np.isfinite(self.budget):
            spent = self.price[chosen].sum() - self.price[chosen][:, None] + self.price
            out |= spent > self.budget * (1 + _ROUNDING)
        if self.conflict is not None:
            near = self.conflict[chosen]
            out |= near.sum(axis=0) - near > 0
        return out

    def keeps(self, chosen: Ints) -> bool:
        """Tell whether a choice keeps to the rules.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites, each once.

        Returns
        -------
        bool
            False if a fixed site is closed, or number, money or spacing are not kept.
        """
        if len(chosen) > self.most or self.fixed.sum() != self.fixed[chosen].sum():
            return False
        if self.price[chosen].sum() > self.budget * (1 + _ROUNDING):
            return False
        return self.conflict is None or not self.conflict[np.ix_(chosen, chosen)].any()


def per_price(gain: Floats, price: Floats) -> Floats:
    """Divide gains by prices; what costs nothing counts as costing very little.

    Parameters
    ----------
    gain : array of float
        Gain of each site.
    price : array of float
        Its price, 0 or more.

    Returns
    -------
    array of float
        Shape (sites,).
    """
    dearest = float(price.max())
    return gain / np.maximum(price, 1e-9 * dearest if dearest > 0 else 1.0)


def site_rules(problem: Problem, limits: Terms) -> tuple[SiteRules, Ints]:
    """Lay the rules out for the sites that may be open.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    limits : Terms
        Rules, checked.

    Returns
    -------
    tuple[SiteRules, Ints]
        The rules; and the position in the problem of each site that is not shut.
    """
    allowed, m = np.flatnonzero(~limits.shut), len(problem.sites)
    conflict = None
    if len(limits.pairs):
        conflict = np.zeros((m, m), dtype=bool)
        conflict[limits.pairs[:, 0], limits.pairs[:, 1]] = True
        conflict = (conflict | conflict.T)[np.ix_(allowed, allowed)]
    rules = SiteRules(
        most=len(allowed) if limits.most is None else limits.most,
        fixed=limits.opened[allowed],
        price=problem.price[allowed],
        budget=limits.budget,
        conflict=conflict,
    )
    return rules, allowed
