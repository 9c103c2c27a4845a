"""What a choice of sites is told with: names and kilometres, where models know ids and metres."""

from __future__ import annotations

import math
from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.siting.models import Solution
from gisplan.analysis.travel import MEASURES, Measure
from gisplan.analysis.travel.distance import geodesic
from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.errors import OptionError
from gisplan.text import LANGS, Text

#: What tells a candidate's id from that of a site of the network.
NEW, OLD = "new/", "old/"
#: Column of candidates that come from a file: the row of it, or of its sheet, that each is.
ROW_IN_FILE = "row_in_file"
#: Places that are named before the rest is counted.
NAMED = 5
#: Digits of a degree by which a place is another: a tenth of a metre.
_SAME = 6


def names_of(ids: Sequence[str], *tables: pd.DataFrame) -> list[Text]:
    """Give places by the names that people know them by.

    Parameters
    ----------
    ids : sequence of str
        With or without ``new/`` and ``old/``.
    *tables : pandas.DataFrame
        With ``id`` and perhaps ``name_zh`` and ``name_en``.

    Returns
    -------
    list of Text
        The id where there is no name.
    """
    known: dict[str, dict[str, str]] = {lang: {} for lang in LANGS}
    for lang in LANGS:
        for table in tables:
            if f"name_{lang}" in table:
                given = table[f"name_{lang}"]
                given = given[given.notna() & (given != "")]
                own = table.loc[given.index, "id"].astype("str")
                known[lang] |= dict(zip(own, given.astype("str"), strict=True))
    found = []
    for one in ids:
        own = str(one).removeprefix(NEW).removeprefix(OLD)
        zh, en = (known[lang].get(own) for lang in LANGS)
        found.append(Text(zh or en or own, en or zh or own))
    return found


def listed(names: Sequence[Text]) -> Text:
    """Put names into one sentence, the first few of many.

    Parameters
    ----------
    names : sequence of Text
        Names of places.

    Returns
    -------
    Text
        Names, and whether there are more.
    """
    more = len(names) > NAMED
    return Text(
        "、".join(one.zh for one in names[:NAMED]) + ("等" if more else ""),
        ", ".join(one.en for one in names[:NAMED]) + (" …" if more else ""),
    )


def candidate_row(candidates: pd.DataFrame, at: int) -> Text:
    """Say which row of the candidates is meant: that of their file, where they come from one.

    Parameters
    ----------
    candidates : pandas.DataFrame
        With ``id``, and perhaps :data:`ROW_IN_FILE`.
    at : int
        Position of the row.

    Returns
    -------
    Text
        Row and id.
    """
    one = candidates["id"].iloc[at]
    row = int(candidates[ROW_IN_FILE].iloc[at]) if ROW_IN_FILE in candidates else at + 1
    return Text(f"候选点第 {row} 行（{one}）", f"candidates, row {row} ({one})")


def stays_words(candidates: pd.DataFrame) -> tuple[Text, ...]:
    """Say that plants which candidates name to move from stay where they are.

    Parameters
    ----------
    candidates : pandas.DataFrame
        Perhaps with ``moved_from``.

    Returns
    -------
    tuple of Text
        A sentence; none where no plant is named.
    """
    if "moved_from" not in candidates or not candidates["moved_from"].replace("", None).any():
        return ()
    return (
        Text(
            "候选点的“迁自”（moved_from）这里不用：现有设施都留在原处；"
            "搬迁用整体方案（sites plan）",
            "moved_from of the candidates does not count here: sites that stand stay where they "
            "are; a whole plan (sites plan) moves them",
        ),
    )


def same_place_words(candidates: gpd.GeoDataFrame) -> tuple[Text, ...]:
    """Name candidates that lie at one and the same place: each counts, both may be chosen.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with ``id`` and perhaps ``name_zh`` and ``name_en``.

    Returns
    -------
    tuple of Text
        A sentence; none where every place is another.
    """
    at = candidates.geometry.to_crs(4326)
    where = pd.DataFrame({"x": at.x.round(_SAME), "y": at.y.round(_SAME)}).dropna()
    where = where[where.duplicated(keep=False)]
    own = candidates["id"].astype("str").reindex(where.index)
    said = []
    for _, ids in own.groupby([where["x"], where["y"]], sort=False):
        names = names_of(ids.tolist(), candidates)
        if len(set(names)) < len(names):  # of one name: told apart by their ids
            names = [
                Text(f"{name.zh}（{one}）", f"{name.en} ({one})")
                for name, one in zip(names, ids, strict=True)
            ]
        said.append(Text("与".join(n.zh for n in names), " and ".join(n.en for n in names)))
    if not said:
        return ()
    who = listed(said)
    return (
        Text(
            f"{len(said)} 处有几个候选点在同一位置：{who.zh}；各算一个，可能都选中；"
            "若是同一个，请只留一行",
            f"at {len(said)} place(s) several candidates lie at one and the same point: {who.en}; "
            "each counts by itself and both may be chosen: leave one row if they are one",
        ),
    )


def lacking_words(solution: Solution, *, reach: float, measure: Measure) -> Text | None:
    """Say why nothing will do, in the measure and without ids.

    Parameters
    ----------
    solution : Solution
        Answer of a model.
    reach : float
        In the measure.
    measure : {"km", "min"}
        What reach is counted in.

    Returns
    -------
    Text or None
        A sentence; None where there is an answer, or nobody is left out.
    """
    count, unit = len(solution.unserved), MEASURES[measure]
    if solution.status != "infeasible" or not count:
        return None
    if solution.lacking == "beyond_reach":
        return Text(
            f"{count} 个需求点在 {reach:g} {unit.zh}内没有可用的场址",
            f"{count} demand point(s) have no site that may be open within {reach:g} {unit.en}",
        )
    rules = Text("在所给的场址数、预算或间距下", "within the number, budget or spacing given")
    within = Text(f"{reach:g} {unit.zh}内", f"within {reach:g} {unit.en}")
    if solution.lacking == "fewest":
        return Text(
            f"{rules.zh}，不能全部覆盖：{within.zh}至少有 {count} 个需求点没有场址"
            "（下列为覆盖点数最多时的）",
            f"{rules.en} not everyone can be covered: at least {count} demand point(s) stay without"
            f" a site {within.en} (those listed are without one when most points are covered)",
        )
    return Text(
        f"{rules.zh}，不能全部覆盖；找到的方案中最好的仍有 {count} 个需求点{within.zh}没有场址",
        f"{rules.en} not everyone can be covered; the best that was found leaves {count} demand"
        f" point(s) without a site {within.en}",
    )


def smallest_reach_words(reach: float, unit: Text) -> Text:
    """Say which reach would do.

    Parameters
    ----------
    reach : float
        In the measure.
    unit : Text
        The measure, in words.

    Returns
    -------
    Text
        A sentence.
    """
    # rounded up: a reach that is a little too small would not do
    least = f"{math.ceil(reach * 100) / 100:,.2f}"
    return Text(
        f"能满足要求的最小覆盖范围：{least} {unit.zh}",
        f"the smallest reach that would do: {least} {unit.en}",
    )


def require_apart(
    every: pd.DataFrame, near: pd.DataFrame, *tables: pd.DataFrame, apart_km: float
) -> None:
    """Refuse a candidate that is forced though it lies too near another site that stays open.

    Parameters
    ----------
    every : pandas.DataFrame
        Candidates and network by ``id``, with ``existing`` and perhaps ``forced``.
    near : pandas.DataFrame
        Pairs ``a``, ``b`` with their ``distance`` (m), each once.
    *tables : pandas.DataFrame
        Where their names are.
    apart_km : float
        Least distance.

    Raises
    ------
    OptionError
        If there is such a pair.
    """
    if "forced" not in every:
        return
    ids = every["id"].astype("str")
    forced, stands = (set(ids[every[name].to_numpy(dtype=bool)]) for name in ("forced", "existing"))
    a, b = near["a"].astype("str"), near["b"].astype("str")
    stays = forced | stands
    clash = near[
        np.asarray(near["distance"] < apart_km * 1000)
        & (a.isin(forced) | b.isin(forced)).to_numpy()
        & (a.isin(stays) & b.isin(stays)).to_numpy()
    ]
    if clash.empty:
        return
    pair = clash.iloc[0]
    one, other = names_of([str(pair["a"]), str(pair["b"])], *tables)
    # rounded down, lest it look far enough
    km = math.floor(float(pair["distance"]) / 10) / 100
    raise OptionError(
        Text(
            f"必选的 {one.zh} 与 {other.zh} 相距 {km:g} 千米，小于最小间距 {apart_km:g} 千米；"
            "请取消其一的必选，或减小间距",
            f"{one.en} and {other.en} must both be open, but are {km:g} km apart, less than the "
            f"spacing of {apart_km:g} km; force only one of them, or lower the spacing",
        )
    )


#: Why sites that could be paid for are not chosen, by model.
_NO_USE = {
    "lscp": Text("现有设施已经全部覆盖", "the sites that stand cover everyone already"),
    "p_median": Text("没有候选点能缩短路程", "no candidate shortens any way"),
    "p_centre": Text("没有候选点能缩短最远的路程", "no candidate shortens the farthest way"),
}
_ADDS_NOTHING = Text("没有候选点能增加覆盖", "no candidate adds to what is covered")


def none_chosen_words(
    every: gpd.GeoDataFrame,
    *tables: pd.DataFrame,
    model: str,
    budget: float | None,
    apart_km: float | None,
) -> Text:
    """Say why no candidate was chosen.

    Parameters
    ----------
    every : geopandas.GeoDataFrame
        Candidates and network by ``id``, with ``existing`` and the rules.
    *tables : pandas.DataFrame
        Where their names are.
    model : str
        What was made best.
    budget : float or None
        What candidates may cost together.
    apart_km : float or None
        Least distance of a candidate from every other site.

    Returns
    -------
    Text
        A sentence, with what could be changed.
    """
    new = every[~every["existing"].to_numpy(dtype=bool)]
    if "forbidden" in new:
        new = new[~new["forbidden"].to_numpy(dtype=bool)]
    if new.empty:
        why = Text("候选点全部禁选", "all candidates are forbidden")
    elif budget is not None and float(new["cost"].min()) > budget:
        least = new.loc[new["cost"].idxmin()]
        (name,) = names_of([str(least["id"])], *tables)
        why = Text(
            f"预算 {budget:,.10g} 不够：最便宜的{name.zh}也要 {least['cost']:,.10g}",
            f"the budget of {budget:,.10g} is too small: {name.en}, the cheapest, costs"
            f" {least['cost']:,.10g}",
        )
    elif apart_km is not None and _all_too_near(new, every, apart_km):
        why = Text(
            f"候选点离现有设施都不到最小间距 {apart_km:g} 千米；请减小间距，或另给候选点",
            f"each candidate is nearer to a site that stands than the spacing of {apart_km:g} km;"
            " lower it, or give other candidates",
        )
    else:
        why = _NO_USE.get(model, _ADDS_NOTHING)
    return Text(f"没有选出新场址：{why.zh}", f"no new site: {why.en}")


def _all_too_near(new: pd.DataFrame, every: gpd.GeoDataFrame, apart_km: float) -> bool:
    stands = every[every["existing"].to_numpy(dtype=bool)]
    own = every.loc[new.index]
    if stands.empty:
        return False
    near = geodesic(own, stands, limit=apart_km * M_PER_KM).pairs
    near = near[near["cost"] < apart_km * M_PER_KM]
    return set(own["id"].astype("str")) <= set(near["demand"].astype("str"))
