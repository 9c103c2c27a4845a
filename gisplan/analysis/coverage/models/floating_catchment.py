"""Accessibility by floating catchments: supply against the demand that competes for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from gisplan.analysis.checks import (
    amounts,
    capacities,
    listed_names,
)
from gisplan.analysis.coverage.models.decay import Decay
from gisplan.analysis.coverage.models.selection import selection_weights
from gisplan.analysis.exact_sums import exact_sums
from gisplan.analysis.pairs import pairs_within
from gisplan.arrays import Bools
from gisplan.errors import OptionError
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """What floating catchments give.

    Attributes
    ----------
    demand : pandas.DataFrame
        ``demand``, ``access`` (capacity within reach per unit of demand, 0 where there is
        none): one row a point, in the order of the demand given.
    sites : pandas.DataFrame
        ``site``, ``capacity``, ``catchment`` (weighted demand in its reach), ``ratio``
        (capacity over catchment; empty where nothing is in reach, or the capacity is unknown).
    left_out : tuple of Text
        Sites without a known capacity, and sites that reach nobody.
    """

    demand: pd.DataFrame
    sites: pd.DataFrame
    left_out: tuple[Text, ...]


def floating_catchment(
    demand: pd.DataFrame,
    sites: pd.DataFrame,
    pairs: pd.DataFrame,
    *,
    decay: Decay,
    quantity: str = "weight",
    steps: Literal[2, 3] = 2,
) -> Accessibility:
    """Weigh the capacity within reach against the demand that shares it (2SFCA, E2SFCA, 3SFCA).

    Step 1: the ratio of site j is R_j = S_j / sum of W(c_kj) P_k over the demand k in its reach.
    Step 2: the access of demand i is A_i = sum of W(c_ij) R_j over the sites j in its reach.
    S is capacity, P demand, c cost, W the decay. With ``Uniform`` this is 2SFCA (Luo and Wang
    2003), with ``Steps`` or a continuous decay E2SFCA (Luo and Qi 2009). With three steps, 3SFCA
    (Wan, Zou and Sternberg 2012), demand i first divides itself among the sites in its reach,
    G_ij = W(c_ij) / sum of W(c_il) over them, and G_ij W(c_ij) stands for W(c_ij) in both other
    steps, so that demand with many sites around it does not count whole at each. The mean of A
    weighted by demand is the capacity in use over all demand: sum of P_i A_i = sum of S_j over the
    sites that reach anyone.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id`` and the quantity.
    sites : pandas.DataFrame
        ``id`` and ``capacity``. A site whose capacity is empty takes no part and is named.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``.
    decay : Uniform, Steps, Gaussian, Exponential, Power or Linear
        With its limit in the unit of ``cost``.
    quantity : str
        Number of ``demand`` that competes.
    steps : {2, 3}
        3 for 3SFCA, in which demand chooses among sites; those of unknown capacity, too.

    Returns
    -------
    Accessibility
        Access of each demand point, ratio of each site, and sites that take no part.

    Raises
    ------
    DataError, OptionError
        If a table can't be used, or the quantity is not known at all.

    References
    ----------
    Luo, W., and Wang, F. (2003). Measures of spatial accessibility to health care in a GIS
    environment. Environment and Planning B 30, 865-884.
    Luo, W., and Qi, Y. (2009). An enhanced two-step floating catchment area (E2SFCA) method for
    measuring spatial accessibility to primary care physicians. Health & Place 15, 1100-1107.
    Wan, N., Zou, B., and Sternberg, T. (2012). A three-step floating catchment area method for
    analyzing spatial access to health services. International Journal of Geographical Information
    Science 26, 1073-1089.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import Uniform, floating_catchment
    >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [400, 100]})
    >>> sites = pd.DataFrame({"id": ["S"], "capacity": [50.0]})
    >>> pairs = pd.DataFrame({"demand": ["a", "b"], "site": "S", "cost": [5.0, 8.0]})
    >>> told = floating_catchment(demand, sites, pairs, decay=Uniform(10))
    >>> told.demand
      demand  access
    0      a     0.1
    1      b     0.1
    """
    amount = amounts(demand, quantity)
    if np.isnan(amount).any():
        raise OptionError(
            Text(
                f"{quantity} 没有数值，无法计算可达性",
                f"{quantity} is not known: accessibility can't be worked out",
            )
        )
    capacity = capacities(sites)
    kept = pairs_within(pairs, demand, sites, limit=decay.limit)
    point, site, weight = kept.demand, kept.site, decay.at(kept.cost)
    if steps == 3:
        weight = weight * selection_weights(weight, point, count=len(demand))
    catchment = exact_sums(weight * amount[point], site, count=len(sites))
    served = catchment > 0
    ratio = np.full(len(sites), np.nan)
    np.divide(capacity, catchment, out=ratio, where=served)
    given = ~np.isnan(ratio[site])
    access = exact_sums(
        weight * np.where(given, ratio[site], 0.0), np.where(given, point, -1), count=len(demand)
    )
    ids = sites["id"].to_numpy()
    return Accessibility(
        demand=pd.DataFrame({"demand": demand["id"].to_numpy(), "access": access}),
        sites=pd.DataFrame(
            {"site": ids, "capacity": capacity, "catchment": catchment, "ratio": ratio}
        ),
        left_out=(
            *_named(
                sites,
                np.isnan(capacity),
                "能力不详，未参与计算",
                "of unknown capacity, left out",
            ),
            *_named(
                sites,
                ~np.isnan(capacity) & ~served,
                "可达范围内没有需求，能力未计入",
                "with no demand in reach, whose capacity counts for nobody",
            ),
        ),
    )


def _named(sites: pd.DataFrame, chosen: Bools, why_zh: str, why_en: str) -> tuple[Text, ...]:
    if not chosen.any():
        return ()
    zh, en = listed_names(sites, chosen)
    count = int(chosen.sum())
    return (Text(f"{count} 处设施{why_zh}：{zh}", f"{count} site(s) {why_en}: {en}"),)
