"""What each site adds, and where sites overlap."""

from __future__ import annotations

import numpy as np
import pandas as pd

from gisplan.analysis.checks import DEMAND, SITES, amounts, check_ids
from gisplan.analysis.exact_sums import exact_sums
from gisplan.analysis.pairs import positions, within
from gisplan.arrays import Floats


def contribution(
    demand: pd.DataFrame,
    sites: pd.DataFrame,
    pairs: pd.DataFrame,
    *,
    limit: float,
    quantity: str = "weight",
) -> pd.DataFrame:
    """Tell what each site serves, and what would be lost without it.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id`` and the quantity.
    sites : pandas.DataFrame
        With ``id``.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``.
    limit : float
        Reach, in the unit of ``cost``.
    quantity : str
        Number of ``demand`` to add up.

    Returns
    -------
    pandas.DataFrame
        One row for each site, in the order of ``sites``: ``site``; ``reached`` (demand within
        its reach), ``nearest`` (the part of it for which it is the nearest site), ``alone`` (the
        part that no other site reaches: what is lost if only this one closes), ``shared``
        (reached by others too) and ``alone_share`` (of reached; empty if it reaches none).
        ``nearest`` adds up to the covered demand; ``alone`` does not: two sites at one place
        add nothing each.

    Raises
    ------
    DataError, OptionError
        If a table or the limit can't be used.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import contribution
    >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [500, 300]})
    >>> sites = pd.DataFrame({"id": ["S", "T"]})
    >>> pairs = pd.DataFrame(
    ...     {"demand": ["a", "b", "b"], "site": ["S", "S", "T"], "cost": [5.0, 8.0, 3.0]}
    ... )
    >>> contribution(demand, sites, pairs, limit=10)
      site  reached  nearest  alone  shared  alone_share
    0    S    800.0    500.0  500.0   300.0        0.625
    1    T    300.0    300.0    0.0   300.0        0.000
    """
    check_ids(sites, layer=SITES)
    values = amounts(demand, quantity)
    kept = within(pairs, demand, limit=limit, sites=sites)
    point, site = positions(kept["demand"], demand["id"]), positions(kept["site"], sites["id"])
    held, many = values[point], np.bincount(point, minlength=len(demand))[point] > 1
    # sorted by demand and cost: the nearest comes first
    first = np.diff(point, prepend=-1) != 0

    def total(chosen: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Floats:
        return exact_sums(held, np.where(chosen, site, -1), count=len(sites))

    table = pd.DataFrame({"site": sites["id"].to_numpy()})
    table["reached"] = total(np.ones(len(kept), dtype=bool))
    table["nearest"] = total(first)
    table["alone"] = total(~many)
    table["shared"] = total(many)
    table["alone_share"] = (table["alone"] / table["reached"]).where(table["reached"] > 0)
    return table


def overlap(demand: pd.DataFrame, pairs: pd.DataFrame, *, limit: float) -> pd.DataFrame:
    """Count the sites within reach of each demand point.

    Parameters
    ----------
    demand : pandas.DataFrame
        With ``id``.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``.
    limit : float
        Reach, in the unit of ``cost``.

    Returns
    -------
    pandas.DataFrame
        ``demand``, ``sites`` (a whole number): one row for each point, in the order of
        ``demand``.

    Raises
    ------
    DataError, OptionError
        If a table or the limit can't be used.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import overlap
    >>> demand = pd.DataFrame({"id": ["a", "b"]})
    >>> pairs = pd.DataFrame(
    ...     {"demand": ["a", "b", "b"], "site": ["S", "S", "T"], "cost": [5.0, 8.0, 3.0]}
    ... )
    >>> overlap(demand, pairs, limit=10)
      demand  sites
    0      a      1
    1      b      2
    """
    check_ids(demand, layer=DEMAND)
    kept = within(pairs, demand, limit=limit)
    found = np.bincount(positions(kept["demand"], demand["id"]), minlength=len(demand))
    return pd.DataFrame({"demand": demand["id"].to_numpy(), "sites": found})
