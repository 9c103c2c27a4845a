"""How demand divides itself among the sites within its reach: the first step of 3SFCA."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gisplan.analysis.exact_sums import exact_sums
from gisplan.arrays import Bools, Floats, Indices


def selection_weights(weight: Floats, point: Indices, *, count: int) -> Floats:
    """Give the selection weight of each pair, W_ij over the sum of W_il of the same demand.

    Parameters
    ----------
    weight : array of float
        Weight of each pair, 0 or more.
    point : array of int
        Row of each pair's demand.
    count : int
        Number of rows of the demand.

    Returns
    -------
    array of float
        Of each demand they add up to 1; 0 where all its weights are.
    """
    return _part(weight, exact_sums(weight, point, count=count)[point])


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Pairs of demand and sites, for bounds of 3SFCA.

    Attributes
    ----------
    amount : array of float
        Of each demand.
    point : array of int
        Row of each pair's demand.
    site : array of int
        Row of each pair's site.
    weight : array of float
        Weight of each pair by distance.
    """

    amount: Floats
    point: Indices
    site: Indices
    weight: Floats


def three_step_range(
    pairs: Shared, *, least: Floats, most: Floats, sure: Bools
) -> tuple[Floats, Floats]:
    """Bound the access of each demand where it is not known of each site that it stands.

    A site that may stand draws demand from the others if it does, so that access doesn't just
    rise with it. The selection weight of a site that stands is least where all that may stand do,
    W_ij / sum of W_il over all, and greatest where no other does, W_ij / (W_ij + sum of W_il over
    the sure ones). Access through site j is x S_j / (x P_i + rest), where x = G_ij W_ij and rest is
    what the other demand weighs at j: it rises with x and S_j and falls with rest. So its bounds
    come of the least and the greatest of these.

    Parameters
    ----------
    pairs : Shared
        Pairs within reach.
    least, most : array of float
        Capacity of each site: at least, at most (finite).
    sure : array of bool
        Which sites are known to stand; of others the least capacity has to be 0.

    Returns
    -------
    low : array of float
        Access of each demand, not less in any case.
    high : array of float
        Access of each demand, not more in any case.
    """
    weight, point, site, amount = pairs.weight, pairs.point, pairs.site, pairs.amount
    count, stands = len(amount), sure[site]
    certain = exact_sums(np.where(stands, weight, 0.0), point, count=count)[point]
    whole = exact_sums(weight, point, count=count)[point]
    small = weight * _part(weight, whole)
    large = weight * _part(weight, np.where(stands, certain, certain + weight))

    def through(own: Floats, others: Floats, capacity: Floats) -> Floats:
        theirs = others * amount[point]
        total = exact_sums(theirs, site, count=len(sure))[site]
        rest = np.maximum(total - theirs, 0.0)
        divisor = own * amount[point] + rest
        # a site that nobody with demand chooses serves nobody
        each = np.where(total > 0, _part(own * capacity[site], divisor), 0.0)
        return exact_sums(each, point, count=count)

    return through(np.where(stands, small, 0.0), large, least), through(large, small, most)


def _part(of: Floats, whole: Floats) -> Floats:
    given: Floats = np.divide(of, whole, out=np.zeros_like(of), where=whole > 0)
    return given
