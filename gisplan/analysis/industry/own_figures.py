"""A prefecture's own figures in place of those that were apportioned to it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

#: Where a figure comes from.
APPORTIONED, OWN = "apportioned", "own"


def put_own(table: pd.DataFrame, own: pd.DataFrame, ids: Mapping[str, str]) -> pd.DataFrame:
    """Put what prefectures set themselves in place of what was apportioned to them.

    Parameters
    ----------
    table : pandas.DataFrame
        ``adcode`` and, for each target, ``low_TARGET``, ``mid_TARGET``, ``high_TARGET``,
        ``low_rule_TARGET``, ``high_rule_TARGET``.
    own : pandas.DataFrame
        ``plan_targets``: rows with a ``region`` and ``part_of`` are a prefecture's own.
    ids : mapping of str to str
        Short name (``2020``) -> id of the target that was apportioned.

    Returns
    -------
    pandas.DataFrame
        ``table`` with the own figures in all three, no rule beside them, and ``basis_TARGET``:
        ``own`` or ``apportioned``.
    """
    result = table.copy()
    for short, target in ids.items():
        some = own[(own["part_of"] == target) & own["region"].notna() & own["value_low"].notna()]
        figures = dict(zip(some["region"], some["value_low"], strict=True))
        mine = result["adcode"].map(figures)
        known = mine.notna()
        for end in ("low", "mid", "high"):
            name = f"{end}_{short}"
            result[name] = result[name].where(~known, mine)
        for end in ("low", "high"):
            name = f"{end}_rule_{short}"
            result[name] = result[name].where(~known, None)
        result[f"basis_{short}"] = known.map({True: OWN, False: APPORTIONED})
    return result
