"""The milestones that have a place, on the map."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pandas as pd

from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.text import Text

_KEPT = ("year", "clause", "name_zh", "name_en", "status", "decided_by", "reason_zh", "reason_en")


def _at_bases(given: Given) -> TableSpec:
    columns = (
        declare("milestone", "text", ("编号", "Milestone"), required=True),
        declare("base", "text", ("基地编号", "Base"), required=True),
        declare("base_name_zh", "text", ("基地", "Base (Chinese)")),
        declare("base_name_en", "text", ("基地（英文）", "Base (English)")),
        *given.columns("scorecard", ("year", "clause")),
        replace(
            given.column("scorecard", "name_zh"),
            title=Text("完成时限", "Milestone (Chinese)"),
        ),
        replace(
            given.column("scorecard", "name_en"),
            title=Text("完成时限（英文）", "Milestone (English)"),
        ),
        *given.columns("scorecard", ("status", "decided_by", "reason_zh", "reason_en")),
        given.column("bases", "precision"),
    )
    return TableSpec(
        columns=columns,
        key=("milestone", "base"),
        geometry="point",
        positions="mixed",
        vintage=given.layers["scorecard"].vintage,
    )


@analysis("scorecard_places", gives=_at_bases)
def scorecard_places(
    scorecard: pd.DataFrame, milestones: pd.DataFrame, bases: gpd.GeoDataFrame
) -> Outcome:
    """Put each milestone of a base where the base is.

    Parameters
    ----------
    scorecard : pandas.DataFrame
        As ``scorecard`` gives it.
    milestones : pandas.DataFrame
        ``plan_milestones``: ``id``, ``bases`` (ids parted by ``;``).
    bases : geopandas.GeoDataFrame
        Points with ``id``, ``name_zh``, ``name_en``, ``precision``; no geometry where the plan
        names no place.

    Returns
    -------
    Outcome
        One row for each milestone and base with a position: ``milestone``, ``base``,
        ``base_name_zh``, ``base_name_en``, the milestone's year, clause, name, status and
        reason, and ``precision``. Those without position are counted in ``left_out``.

    Raises
    ------
    OptionError
        If ``bases`` is without ``id`` or ``precision``.
    """
    if not {"id", "precision", "name_zh", "name_en"} <= set(bases.columns):
        raise OptionError(
            Text(
                "基地图层须有列 id、name_zh、name_en、precision",
                "the bases need the columns id, name_zh, name_en, precision",
            )
        )
    pairs = milestones[["id", "bases"]].dropna()
    pairs = pairs.assign(base=pairs["bases"].str.split(";")).explode("base")
    pairs["base"] = pairs["base"].str.strip()
    pairs = pairs.rename(columns={"id": "milestone"})[["milestone", "base"]]
    facts = scorecard.rename(columns={"id": "milestone"})[["milestone", *_KEPT]]
    where = bases.rename(
        columns={"id": "base", "name_zh": "base_name_zh", "name_en": "base_name_en"}
    )[["base", "base_name_zh", "base_name_en", "precision", "geometry"]]
    table = pairs.merge(facts, on="milestone").merge(where, on="base")
    nowhere = table["geometry"].isna()
    result = gpd.GeoDataFrame(
        table[~nowhere].reset_index(drop=True), geometry="geometry", crs=bases.crs
    )
    count = int(nowhere.sum())
    told = (
        Text(f"{count} 项没有位置，不在图上", f"{count} item(s) have no position: not on the map"),
    )
    return Outcome(result, told if count else ())
