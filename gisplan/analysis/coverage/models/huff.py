"""Which part of each demand chooses which site: Huff's probabilistic market shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.analysis.checks import SITES as LAYER
from gisplan.analysis.checks import amounts, check_limit, listed, numbers
from gisplan.analysis.coverage.models.decay import Decay
from gisplan.analysis.exact_sums import exact_sums
from gisplan.analysis.pairs import pairs_within
from gisplan.arrays import Bools, Floats
from gisplan.errors import DataError, OptionError
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketShares:
    """What Huff's model gives.

    Attributes
    ----------
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``, ``share`` (0 to 1; those of a demand add up to 1) and
        ``amount`` (share of the demand's quantity): one row a pair with a share above 0.
    sites : pandas.DataFrame
        ``site``, ``expected`` (of the quantity) and ``points`` (demand with a share of it).
    out_of_reach : pandas.Series of bool
        Of which demand no site has a share; in the order of the demand.
    """

    pairs: pd.DataFrame
    sites: pd.DataFrame
    out_of_reach: pd.Series[bool]


def huff_shares(
    demand: pd.DataFrame,
    sites: pd.DataFrame,
    pairs: pd.DataFrame,
    *,
    decay: Decay,
    quantity: str = "weight",
    attraction: str = "capacity",
    exponent: float = 1.0,
) -> MarketShares:
    """Share each demand out among the sites in its reach by attraction and distance (Huff 1964).

    The probability that demand i chooses site j is P_ij = A_j^a W(c_ij) / sum of A_k^a W(c_ik) over
    the sites k within its reach; E_j = sum of P_ij d_i is what site j is expected to get. A is
    attraction, a its exponent, W the decay, d the quantity. What no site reaches gets no share, so
    that the E_j and the demand out of reach add up to all demand.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id`` and the quantity.
    sites : pandas.DataFrame
        ``id`` and the attraction, known of each, 0 or more.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``.
    decay : Power, Exponential, Gaussian, Linear, Steps or Uniform
        With its limit in the unit of ``cost``. Huff's own is ``Power``.
    quantity : str
        Number of ``demand`` that is shared out.
    attraction : str
        Number of ``sites`` that attracts.
    exponent : float
        Of the attraction; 1 is Huff's own model.

    Returns
    -------
    MarketShares
        Shares by pair, what each site is expected to get, and what is out of reach.

    Raises
    ------
    DataError, OptionError
        If a table can't be used, or the quantity or an attraction is not known.

    References
    ----------
    Huff, D. L. (1964). Defining and estimating a trading area. Journal of Marketing 28, 34-38.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import Power, huff_shares
    >>> demand = pd.DataFrame({"id": ["a"], "weight": [100]})
    >>> sites = pd.DataFrame({"id": ["S", "T"], "capacity": [10.0, 30.0]})
    >>> pairs = pd.DataFrame({"demand": "a", "site": ["S", "T"], "cost": [1.0, 2.0]})
    >>> told = huff_shares(demand, sites, pairs, decay=Power(exponent=1, floor=1, limit=5))
    >>> told.sites[["site", "expected"]]
      site  expected
    0    S      40.0
    1    T      60.0
    """
    amount = amounts(demand, quantity)
    if np.isnan(amount).any():
        raise OptionError(
            Text(
                f"{quantity} 没有数值，无法计算市场份额",
                f"{quantity} is not known: market shares can't be worked out",
            )
        )
    check_limit(exponent, name="exponent")
    drawn = attractions(sites, attraction)
    _refuse(sites, attraction, np.isnan(drawn))
    kept = pairs_within(pairs, demand, sites, limit=decay.limit)
    point, site = kept.demand, kept.site
    pull = drawn[site] ** exponent * decay.at(kept.cost)
    whole = exact_sums(pull, point, count=len(demand))
    share = np.divide(pull, whole[point], out=np.zeros_like(pull), where=pull > 0)
    told = pairs.iloc[kept.row][["demand", "site", "cost"]]
    told = told.assign(share=share, amount=share * amount[point])
    chosen = share > 0
    return MarketShares(
        pairs=told[chosen].reset_index(drop=True),
        sites=pd.DataFrame(
            {
                "site": sites["id"].to_numpy(),
                "expected": exact_sums(share * amount[point], site, count=len(sites)),
                "points": np.bincount(site[chosen], minlength=len(sites)),
            }
        ),
        out_of_reach=pd.Series(whole <= 0, index=demand.index),
    )


def attractions(sites: pd.DataFrame, attraction: str) -> Floats:
    """Give what attracts of each site, checked: not below 0; NaN where it is not known.

    Parameters
    ----------
    sites : pandas.DataFrame
        ``id`` and the attraction.
    attraction : str
        Its column.

    Returns
    -------
    array of float
        One a row.

    Raises
    ------
    DataError
        If the column is missing, or a value can't be.
    """
    if attraction not in sites.columns:
        raise DataError(
            Text(
                f"{LAYER.zh}没有列 {attraction}（吸引力）",
                f"{LAYER.en} has no column {attraction} (attraction)",
            )
        )
    drawn = numbers(sites, attraction, layer=LAYER)
    _refuse(sites, attraction, (drawn < 0) | np.isinf(drawn))
    return drawn


def _refuse(sites: pd.DataFrame, attraction: str, wrong: Bools) -> None:
    if wrong.any():
        zh, en = listed(sites.loc[wrong, "id"])
        raise DataError(
            Text(
                f"{LAYER.zh}的列 {attraction} 应为 0 以上的数：{zh}",
                f"{LAYER.en}, column {attraction}: numbers of 0 or more are needed: {en}",
            )
        )
