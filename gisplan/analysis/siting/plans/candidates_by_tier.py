"""Which candidates a tier has, and those of tiers that a plan does not have."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from gisplan.analysis.siting.siting_words import listed
from gisplan.text import Text


def of_tier(candidates: gpd.GeoDataFrame, tier: str) -> gpd.GeoDataFrame:
    """Give the candidates of a tier: those that name it, and those that name none.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points, perhaps with ``tier``.
    tier : str
        Name of the tier.

    Returns
    -------
    geopandas.GeoDataFrame
        Rows of the candidates.
    """
    if "tier" not in candidates:
        return candidates
    named = _named(candidates)
    return gpd.GeoDataFrame(candidates[(named == "") | (named == tier)])


def of_other_tiers(candidates: gpd.GeoDataFrame, tiers: Sequence[str]) -> tuple[Text, ...]:
    """Say which candidates name a tier that the plan does not have, so that nobody misses them.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points, perhaps with ``tier``, ``name_zh`` and ``name_en``.
    tiers : sequence of str
        Names of the plan's tiers.

    Returns
    -------
    tuple of Text
        A sentence for each such tier.
    """
    if "tier" not in candidates:
        return ()
    named = _named(candidates)
    names = {lang: candidates.get(f"name_{lang}", candidates["id"]) for lang in ("zh", "en")}
    there = listed([Text(one, one) for one in tiers])
    told = []
    for tier in dict.fromkeys(named[(named != "") & ~named.isin(list(tiers))]):
        mine = named == tier
        pairs = zip(names["zh"][mine].astype(str), names["en"][mine].astype(str), strict=True)
        who = listed([Text(zh, en) for zh, en in pairs])
        told.append(
            Text(
                f"方案没有层级“{tier}”，下列候选点没有用上：{who.zh}；方案的层级是 {there.zh}",
                f"the plan has no tier '{tier}', so that these candidates take no part: {who.en};"
                f" its tiers are {there.en}",
            )
        )
    return tuple(told)


def _named(candidates: gpd.GeoDataFrame) -> pd.Series:
    tier: pd.Series = candidates["tier"].astype("object")
    return tier.where(tier.notna(), "").astype(str).str.strip()
