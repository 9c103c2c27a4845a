"""Plants that move: candidates that are a new place of one that stands, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gisplan.analysis.siting.plans.network_problem import MOVED_FROM
from gisplan.analysis.siting.siting_words import candidate_row, listed
from gisplan.errors import DataError
from gisplan.text import LANGS, Text


def require_cost_of_moving(candidates: pd.DataFrame) -> None:
    """Refuse candidates that are new places of plants without saying what moving costs.

    Parameters
    ----------
    candidates : pandas.DataFrame
        Points, perhaps with ``moved_from`` and ``cost``.

    Raises
    ------
    DataError
        If a plant is named and there is no column ``cost``; nothing is taken to be free.
    """
    if MOVED_FROM in candidates and "cost" not in candidates:
        named = _named_plants(candidates)
        if (named != "").any():
            row = int(np.flatnonzero(named != "")[0])
            where = candidate_row(candidates, row)
            raise DataError(
                Text(
                    f"{where.zh}：写了迁自（{MOVED_FROM}）{named.iloc[row]}，"
                    "没有列 cost（费用），搬迁要花多少不详；请加上（不花钱填 0）",
                    f"{where.en}: is a new place of {named.iloc[row]} "
                    f"({MOVED_FROM}), and there is no column cost, so that it is not known what "
                    "moving costs; add it (0 if it is free)",
                )
            )


def with_moves(
    new: gpd.GeoDataFrame, standing: gpd.GeoDataFrame, candidates: pd.DataFrame
) -> gpd.GeoDataFrame:
    """Give candidates with the plants that move there by the ids of the problem.

    Parameters
    ----------
    new : geopandas.GeoDataFrame
        Candidates by tier: ``own`` (id in its layer), ``tier``, and perhaps ``moved_from`` (id or
        name of a plant that stands) and ``capacity`` (of it at the new place).
    standing : geopandas.GeoDataFrame
        Plants of the plan: ``id``, ``own``, ``name_zh``, ``name_en``, ``tier``, ``capacity`` and
        perhaps ``standing``.
    candidates : pandas.DataFrame
        As they were given, for rows in messages.

    Returns
    -------
    geopandas.GeoDataFrame
        With the ``id`` of the plant in ``moved_from``. A candidate that may be of any tier is one
        of its plant's.

    Raises
    ------
    DataError
        If there is no such plant, several have the name, it is of another tier, may not stand, or
        neither its capacity nor that at the new place is known, or the cost of moving is not.
    """
    if MOVED_FROM not in new or not (_named_plants(new) != "").any():
        # what a candidate could take besides is that of the size built there
        return gpd.GeoDataFrame(new.drop(columns=[MOVED_FROM, "capacity"], errors="ignore"))
    require_cost_of_moving(candidates)
    asked = _named_plants(new)
    found = [
        "" if not name else _plant(name, standing, _row_of(candidates, own))
        for name, own in zip(asked, new["own"], strict=True)
    ]
    plants = standing.set_index("id")
    new = new.assign(**{MOVED_FROM: [one or None for one in found]})
    moved = new[MOVED_FROM].notna()
    if "capacity" in new:
        new = new.assign(capacity=new["capacity"].where(moved, np.nan))
    fit = ~moved | (new[MOVED_FROM].map(plants["tier"]) == new["tier"])
    lost = new[~fit & ~new["own"].isin(set(new["own"][fit & moved]))]
    for one in lost.to_dict("records"):
        plant = plants.loc[one[MOVED_FROM]]
        raise _refused(
            _row_of(candidates, one["own"]),
            plant,
            f"属于层级 {plant['tier']}，候选点属于 {one['tier']}；请把候选点归到同一层级",
            f"is of tier {plant['tier']}, the candidate of {one['tier']}; put it in the same tier",
        )
    for one in new[fit & moved].to_dict("records"):
        plant, where = plants.loc[one[MOVED_FROM]], _row_of(candidates, one["own"])
        if plant.get("standing") == "unknown":
            raise _refused(
                where,
                plant,
                "当年是否存在不详，不能安排搬迁；请在网络图层中写明它的状态，或去掉这一行",
                "is not known to stand in that year, so that it can't be moved; state in the layer "
                "of the network whether it does, or leave the row out",
            )
        given = one.get("capacity")
        if not pd.isna(given) and not pd.to_numeric(given, errors="coerce") > 0:
            raise DataError(
                Text(
                    f"{where.zh}：新址的能力（capacity）应为大于 0 的数，现为“{given}”；"
                    "与原址相同的留空",
                    f"{where.en}, column capacity: “{given}” is not a number above 0, as what a "
                    "plant takes at its new place must be; leave it empty for what it takes now",
                )
            )
        if pd.isna(plant["capacity"]) and pd.isna(given):
            raise _refused(
                where,
                plant,
                "能力不详，搬到新址后能接纳多少也就不详；请在 capacity（处理能力）列写明新址的能力",
                "is of unknown capacity, so that it is not known what it takes at its new place; "
                "give that in the column capacity",
            )
    return gpd.GeoDataFrame(new[fit].reset_index(drop=True))


def moved_words(places: gpd.GeoDataFrame, actions: pd.DataFrame) -> tuple[Text, ...]:
    """Say which plants move where, and when.

    Parameters
    ----------
    places : geopandas.GeoDataFrame
        Sites by ``id``, with ``name_zh`` and ``name_en``.
    actions : pandas.DataFrame
        ``actions`` of a plan.

    Returns
    -------
    tuple of Text
        A sentence a move.
    """
    names = places.set_index("id")[[f"name_{lang}" for lang in LANGS]]
    return tuple(
        Text(
            f"{one['year']} 年，{names.at[one['moved_from'], 'name_zh']}迁至"
            f"{names.at[one['site'], 'name_zh']}",
            f"in {one['year']}, {names.at[one['moved_from'], 'name_en']} moves to "
            f"{names.at[one['site'], 'name_en']}",
        )
        for one in actions[actions["action"] == "move"].to_dict("records")
    )


def moved_lines(places: gpd.GeoDataFrame, actions: pd.DataFrame) -> gpd.GeoDataFrame:
    """Give the moves of a plan as lines from the old place to the new.

    Parameters
    ----------
    places : geopandas.GeoDataFrame
        Sites by ``id``, with ``name_zh``, ``name_en`` and their points (EPSG:4326).
    actions : pandas.DataFrame
        ``actions`` of a plan.

    Returns
    -------
    geopandas.GeoDataFrame
        ``from_zh``, ``from_en``, ``to_zh``, ``to_en``, ``year``, ``tier``, ``cost``, and the line
        (EPSG:4326).
    """
    known = places.set_index("id")
    moves = actions[actions["action"] == "move"].reset_index(drop=True)
    ends = {"from": moves["moved_from"], "to": moves["site"]}
    names = {
        f"{end}_{lang}": ids.map(known[f"name_{lang}"])
        for end, ids in ends.items()
        for lang in LANGS
    }
    points = [
        shapely.get_coordinates(known.geometry.reindex(ids).to_numpy()) for ids in ends.values()
    ]
    lines = shapely.linestrings(np.stack(points, axis=1))
    table = pd.DataFrame({**names, **{name: moves[name] for name in ("year", "tier", "cost")}})
    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(lines, crs=4326))


def _named_plants(table: pd.DataFrame) -> pd.Series:
    def told(cell: object) -> str:
        if cell is None or cell is pd.NA or (isinstance(cell, float) and np.isnan(cell)):
            return ""
        # a whole number that became a float is the id that it was
        return (
            str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
        )

    return pd.Series([told(cell) for cell in table[MOVED_FROM]], index=table.index, dtype="str")


def _plant(name: str, standing: gpd.GeoDataFrame, where: Text) -> str:
    """Find the plant that a candidate names: by its id, else by its name.

    Parameters
    ----------
    name : str
        As it was written.
    standing : gpd.GeoDataFrame
        Plants of the plan.
    where : Text
        Row of the candidate.

    Returns
    -------
    str
        Id of the plant in the problem.
    """
    mine = standing[standing["own"].astype("str") == name]
    if mine.empty:
        mine = standing[(standing["name_zh"] == name) | (standing["name_en"] == name)]
    if len(mine) == 1:
        return str(mine["id"].iloc[0])
    if len(mine):
        ids = "、".join(mine["own"].astype("str"))
        raise DataError(
            Text(
                f"{where.zh}：迁自（{MOVED_FROM}）{name}，同名的现有设施有 {len(mine)} 座；"
                f"请写编号：{ids}",
                f"{where.en}: {len(mine)} plants have the name {name} ({MOVED_FROM}); name it by "
                f"its id: {ids.replace('、', ', ')}",
            )
        )
    there = listed(_called(standing))
    raise DataError(
        Text(
            f"{where.zh}：迁自（{MOVED_FROM}）{name}，方案的层级（kinds）中没有这座现有设施；"
            + (f"有：{there.zh}" if len(standing) else "各层级都没有现有设施，请写明 kinds"),
            f"{where.en}: there is no plant {name} ({MOVED_FROM}) that stands in the plan's tiers "
            "(kinds); "
            + (f"there are: {there.en}" if len(standing) else "no tier has any, name their kinds"),
        )
    )


def _called(standing: gpd.GeoDataFrame) -> Sequence[Text]:
    rows = standing[["own", "name_zh", "name_en"]].itertuples(index=False, name=None)
    return [
        Text(zh if zh == own else f"{zh}（{own}）", en if en == own else f"{en} ({own})")
        for own, zh, en in rows
    ]


def _refused(where: Text, plant: pd.Series, zh: str, en: str) -> DataError:
    return DataError(
        Text(
            f"{where.zh}：迁自的 {plant['name_zh']} {zh}",
            f"{where.en}: the plant that moves there, {plant['name_en']}, {en}",
        )
    )


def _row_of(candidates: pd.DataFrame, own: str) -> Text:
    return candidate_row(candidates, int(np.flatnonzero(candidates["id"].astype("str") == own)[0]))
