"""Who is served and who is not: by bands, by administrative unit, by tier and stream."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from gisplan.analysis.checks import DEMAND, amounts, check_breaks, check_ids
from gisplan.analysis.coverage.models.rollup import units_above
from gisplan.analysis.exact_sums import exact_sums
from gisplan.analysis.pairs import within
from gisplan.arrays import Bools, Floats, Indices


def nearest(demand: pd.DataFrame, pairs: pd.DataFrame, *, limit: float) -> pd.DataFrame:
    """Find the nearest site of each demand point within a limit.

    Parameters
    ----------
    demand : pandas.DataFrame
        With ``id``.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost`` (metres or minutes), one row a pair within reach.
    limit : float
        Reach, in the unit of ``cost``; a pair at exactly the limit is within.

    Returns
    -------
    pandas.DataFrame
        ``demand``, ``site``, ``cost``: one row for each demand point, in the order of
        ``demand``; ``site`` and ``cost`` are empty where none is within the limit. Of sites
        equally near the one whose id sorts first.

    Raises
    ------
    DataError, OptionError
        If a table or the limit can't be used.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import nearest
    >>> demand = pd.DataFrame({"id": ["a", "b"]})
    >>> pairs = pd.DataFrame(
    ...     {"demand": ["a", "a", "b"], "site": ["S", "T", "T"], "cost": [5.0, 3.0, 8.0]}
    ... )
    >>> nearest(demand, pairs, limit=10)
      demand site  cost
    0      a    T   3.0
    1      b    T   8.0
    """
    check_ids(demand, layer=DEMAND)
    return _nearest(demand, within(pairs, demand, limit=limit))


def _nearest(demand: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    first = kept.drop_duplicates("demand").set_index("demand")
    found = first.reindex(demand["id"].to_numpy())
    found.index.name = "demand"
    return found.reset_index()


def _shares(part: Floats, whole: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        share: Floats = np.where(whole > 0, part / whole, np.nan)
    return share


def by_unit(
    demand: pd.DataFrame,
    pairs: pd.DataFrame,
    units: pd.DataFrame,
    *,
    breaks: Sequence[float],
    quantities: Sequence[str] = ("weight",),
) -> pd.DataFrame:
    """Add up covered and uncovered demand by administrative unit, at every level.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id``, ``adcode`` and the quantities.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent`` (see
        :func:`gisplan.analysis.coverage.models.units_above`).
    breaks : sequence of float
        One reach or more, rising, in the unit of ``cost``: within each the demand is covered
        that has a site at most that far.
    quantities : sequence of str
        Numbers of ``demand`` to add up.

    Returns
    -------
    pandas.DataFrame
        One row for each reach (``within``) and unit (``level``, ``adcode``) that has demand,
        units as ``units`` has them: ``points``, ``points_covered``, and for each quantity Q
        ``Q_total``, ``Q_covered``, ``Q_uncovered``, ``Q_share`` (covered of total; empty where
        there is none). Every figure is the correctly rounded sum of its own points
        (``math.fsum``), at every level. So covered + uncovered = total, and the units of a level
        add up to those above, exactly for whole numbers below 2**53, else to the rounding of
        the sums.

    Raises
    ------
    DataError, OptionError
        If a table or the reaches can't be used.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import by_unit
    >>> demand = pd.DataFrame(
    ...     {"id": ["a", "b"], "adcode": ["900101", "900102"], "weight": [500, 300]}
    ... )
    >>> pairs = pd.DataFrame({"demand": ["a", "b"], "site": "S", "cost": [5.0, 18.0]})
    >>> units = pd.DataFrame(
    ...     {
    ...         "adcode": ["900100", "900101", "900102"],
    ...         "level": ["prefecture", "county", "county"],
    ...         "parent": [None, "900100", "900100"],
    ...     }
    ... )
    >>> table = by_unit(demand, pairs, units, breaks=[10, 20])
    >>> table[["within", "level", "adcode", "weight_total", "weight_covered"]]
       within       level  adcode  weight_total  weight_covered
    0    10.0  prefecture  900100         800.0           500.0
    1    10.0      county  900101         500.0           500.0
    2    10.0      county  900102         300.0             0.0
    3    20.0  prefecture  900100         800.0           800.0
    4    20.0      county  900101         500.0           500.0
    5    20.0      county  900102         300.0           300.0
    """
    check_ids(demand, layer=DEMAND, columns=["adcode"])
    check_breaks(breaks)
    kept = within(pairs, demand, limit=breaks[-1])
    return _by_unit(demand, kept, units, breaks=breaks, quantities=quantities)


def _by_unit(
    demand: pd.DataFrame,
    kept: pd.DataFrame,
    units: pd.DataFrame,
    *,
    breaks: Sequence[float],
    quantities: Sequence[str],
) -> pd.DataFrame:
    held = {name: amounts(demand, name) for name in quantities}
    cost = _nearest(demand, kept)["cost"].to_numpy(dtype=np.float64)
    above = units_above(units, demand["adcode"])
    known = set(zip(above["level"], above["adcode"], strict=True))
    # In the order of the table of units, level by level as they first stand there.
    rows = [key for key in zip(units["level"], units["adcode"], strict=True) if key in known]
    parts: list[pd.DataFrame] = []
    for level in dict.fromkeys(level for level, _ in rows):
        codes = [adcode for one, adcode in rows if one == level]
        leaves = above[above["level"] == level]
        row = dict(zip(leaves["leaf"], pd.Index(codes).get_indexer(leaves["adcode"]), strict=True))
        # A point known more coarsely than the level is in none of its units.
        group = demand["adcode"].map(row).fillna(-1).to_numpy(dtype=np.intp)
        for reach in breaks:
            columns: dict[str, object] = {"within": float(reach), "level": level, "adcode": codes}
            columns |= _figures(held, group, cost <= reach, count=len(codes))
            parts.append(pd.DataFrame(columns))
    table = pd.concat(parts, ignore_index=True)
    return table.sort_values("within", kind="stable", ignore_index=True)


def _figures(
    held: Mapping[str, Floats],
    group: Indices,
    covered: Bools,
    *,
    count: int,
) -> dict[str, object]:
    inside, outside = np.where(covered, group, -1), np.where(covered, -1, group)
    figures: dict[str, object] = {
        "points": np.bincount(group[group >= 0], minlength=count),
        "points_covered": np.bincount(inside[inside >= 0], minlength=count),
    }
    for name, values in held.items():
        total = exact_sums(values, group, count=count)
        unknown = np.isnan(total)
        parts = [exact_sums(values, chosen, count=count) for chosen in (inside, outside)]
        figures[f"{name}_total"] = total
        figures[f"{name}_covered"] = np.where(unknown, np.nan, parts[0])
        figures[f"{name}_uncovered"] = np.where(unknown, np.nan, parts[1])
        figures[f"{name}_share"] = _shares(parts[0], total)
    return figures
