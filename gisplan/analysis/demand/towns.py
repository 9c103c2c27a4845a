"""Towns named in words, and the settlement that is a county's seat."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.analysis.checks import listed
from gisplan.analysis.columns import ID, PRECISION
from gisplan.analysis.tables.join import place
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

#: What a town is called, at the end of its name.
_GENERIC = re.compile(r"(?<=..)(镇|乡|街道)$")
#: The town at the head of a place in words: 权家湾镇焦家湾村 -> 权家湾镇.
_HEAD = re.compile(r"^(.{2,}?(?:镇|乡|街道))")
#: What the seat of a county is often called, whatever the county's name.
_SEAT_TOWN = "城关镇"
_SEAT_ROMAN = "chengguanzhen"

#: How the seat of a county was found, from the surest rule to the least.
SEAT_RULES = (
    "named",
    "chengguan",
    "own_name",
    "prefecture_name",
    "most_populous",
    "only",
    "inside",
    "site",
)


def town_of(words: str) -> str:
    """Give the name of the town that a place in words starts with, without 镇, 乡 or 街道.

    Parameters
    ----------
    words : str
        A place in words, such as 石堡镇, 权家湾镇焦家湾村 or 中铺子.

    Returns
    -------
    str
        Here 石堡, 权家湾 and 中铺子: where no town is marked as such, the words as they stand.
    """
    head = _HEAD.match(words.strip())
    return _bare(head.group(1) if head else words.strip())


def _bare(name: str) -> str:
    return _GENERIC.sub("", name)


def place_in_towns(
    rows: gpd.GeoDataFrame,
    settlements: gpd.GeoDataFrame,
    *,
    on: str = "adcode",
    words: str = "place_zh",
) -> Outcome:
    """Move placed rows to the town that their words name, where it is known.

    The town is the head of the words up to 镇, 乡 or 街道, or the words themselves where they
    have none; it must be the name of exactly one settlement of the row's own county. Several of
    one name are an ambiguity, and none of them is taken.

    Parameters
    ----------
    rows : geopandas.GeoDataFrame
        Points with ``precision``, as :func:`gisplan.analysis.tables.join.place` gives them; the
        column ``on`` holds the code and ``words`` the place in words, empty where it is unknown.
        Only rows of precision ``county`` are moved.
    settlements : geopandas.GeoDataFrame
        Points in EPSG:4326 with ``name_zh`` and ``adcode`` (the county that they lie in).
    on, words : str
        Columns of ``rows``.

    Returns
    -------
    Outcome
        ``rows`` with the town's point and the precision ``town`` where one was found. Rows
        whose words led to no town are counted in ``left_out``.

    Raises
    ------
    OptionError
        If a column is missing.
    """
    _require(rows, (on, words, "precision"), Text("待定位的表", "the rows"))
    _require(settlements, ("name_zh", "adcode"), Text("居民点", "the settlements"))
    known = pd.DataFrame(
        settlements[settlements["name_zh"].notna() & settlements["adcode"].notna()]
    )
    known = known.assign(_town=known["name_zh"].map(_bare))
    known = known[~known.duplicated(["adcode", "_town"], keep=False)]
    points = known.set_index(["adcode", "_town"])["geometry"]
    shapes, precisions, missed = list(rows.geometry), list(rows["precision"]), []
    for i, (code, told) in enumerate(zip(rows[on], rows[words], strict=True)):
        if precisions[i] != "county" or pd.isna(told) or not str(told).strip():
            continue
        key = (code, town_of(str(told)))
        if key in points.index:
            shapes[i], precisions[i] = points[key], "town"
        else:
            missed.append(str(told))
    table = rows.assign(precision=pd.array(precisions, dtype="str"))
    return Outcome(
        table.set_geometry(gpd.GeoSeries(shapes, index=rows.index, crs=4326)), _told(missed)
    )


def _told(missed: list[str]) -> tuple[Text, ...]:
    if not missed:
        return ()
    zh, en = listed(dict.fromkeys(missed))
    return (
        Text(
            f"{len(missed)} 项写明的地点不在居民点图层中（或在同县有重名），只精确到县级：{zh}",
            f"{len(missed)} item(s) name a place that the settlements lack (or have twice in the "
            f"county) and stay at county precision: {en}",
        ),
    )


def _in_towns(given: Given) -> TableSpec:
    own = given.find("rows", "precision")
    exact = replace(PRECISION, values=("site", "town", "county", "prefecture", "none"))
    return given.placed("rows", own or exact)


@analysis("place_by_town", gives=_in_towns)
def place_by_town(
    rows: pd.DataFrame,
    counties: gpd.GeoDataFrame,
    prefectures: gpd.GeoDataFrame,
    settlements: gpd.GeoDataFrame,
    *,
    sites: gpd.GeoDataFrame | None = None,
    words: str = "place_zh",
) -> Outcome:
    """Place rows by code and then, where their words name a known town, there.

    Parameters
    ----------
    rows : pandas.DataFrame
        With ``adcode`` and the column of words.
    counties, prefectures
        See :func:`gisplan.analysis.tables.join.place`.
    settlements
        See :func:`place_in_towns`.
    sites
        See :func:`gisplan.analysis.tables.join.place`.
    words
        See :func:`place_in_towns`.

    Returns
    -------
    Outcome
        Points in EPSG:4326 with ``precision``: ``town``, ``county``, ``prefecture`` or ``none``.

    Raises
    ------
    OptionError
        If a column is missing.
    """
    coarse = place(rows, counties, prefectures, sites=sites)
    table = gpd.GeoDataFrame(coarse.table)
    fine = place_in_towns(table, settlements, words=words)
    return Outcome(fine.table, (*coarse.left_out, *fine.left_out))


def _seats(given: Given) -> TableSpec:
    columns = (
        ID,
        *given.columns("counties", ("adcode", "name_zh", "name_en")),
        replace(given.column("settlements", "geonameid"), required=False),
        declare("seat_zh", "text", ("居民点", "Settlement in Chinese")),
        declare("seat_en", "text", ("居民点（罗马字母）", "Settlement")),
        declare(
            "basis",
            "text",
            ("认定规则", "Basis"),
            required=True,
            labels={
                "named": ("名称表列出", "in the table of names"),
                "chengguan": ("名为城关镇", "called 城关镇"),
                "own_name": ("与县同名", "named as the county"),
                "prefecture_name": ("与市州同名", "named as the prefecture"),
                "most_populous": ("所列人口最多", "the largest population listed"),
                "only": ("县内唯一的居民点", "the county's only settlement"),
                "inside": ("县内一点", "a point inside the county"),
                "site": ("无边界单位的点", "of a unit without a border"),
            },
            derived=True,
        ),
        replace(PRECISION, values=("site", "town", "county", "prefecture", "none")),
    )
    return TableSpec(
        columns=columns,
        key=("id",),
        geometry="point",
        positions="mixed",
        vintage=given.layers["settlements"].vintage,
    )


@analysis("county_seats", gives=_seats)
def county_seats(
    counties: gpd.GeoDataFrame,
    prefectures: gpd.GeoDataFrame,
    settlements: gpd.GeoDataFrame,
    *,
    sites: gpd.GeoDataFrame | None = None,
    named: pd.DataFrame | None = None,
) -> Outcome:
    """Choose, for each county-level unit, the point that stands for its seat.

    The first of these rules that leads to a settlement in the county decides, and the result
    says which: ``named``, the seat's name is given in ``named``; ``chengguan``, the settlement
    is called 城关镇; ``own_name``, the county's name begins with the settlement's (two
    characters or more); ``prefecture_name``, the prefecture's does; ``most_populous``, it has
    the largest population listed; ``only``, it is the only one listed. Of several, the more
    populous goes first, then the lower ``geonameid``. ``inside``: there is none, or the named
    seat is not among the settlements, and a point inside the county stands for it. ``site``: a
    unit without a border.

    Parameters
    ----------
    counties, prefectures : geopandas.GeoDataFrame
        Polygons with ``adcode``, ``name_zh``, ``name_en``; counties with ``parent``.
    settlements : geopandas.GeoDataFrame
        Points with ``geonameid``, ``name``, ``name_zh``, ``adcode``, ``population``.
    sites : geopandas.GeoDataFrame, optional
        Points with ``adcode``, ``name_zh``, ``name_en`` for units without a border.
    named : pandas.DataFrame, optional
        ``adcode`` and ``seat``: the seat's name as the settlements have it, in Chinese or
        romanised.

    Returns
    -------
    Outcome
        One row a unit, by code: ``id`` (the code), ``adcode``, ``name_zh``, ``name_en`` (of the
        unit), ``geonameid``, ``seat_zh``, ``seat_en``, ``basis`` (the rule) and ``precision``
        (``town`` or ``county``); points in EPSG:4326.

    Raises
    ------
    OptionError
        If a column is missing.
    DataError
        If ``named`` has two rows of one county.
    """
    _require(settlements, ("geonameid", "name", "name_zh", "adcode"), Text("居民点", "settlements"))
    if named is None:
        named = pd.DataFrame({"adcode": [], "seat": []}, dtype="str")
    _require(named, ("adcode", "seat"), Text("驻地名称表", "the names of seats"))
    twice = sorted(set(named.loc[named["adcode"].duplicated(), "adcode"]))
    if twice:
        raise DataError(
            Text(
                f"驻地名称表中同一县有多行：{'、'.join(twice)}",
                f"the names of seats have several rows of: {', '.join(twice)}",
            )
        )
    seats = dict(zip(named["adcode"], named["seat"], strict=True))
    above = dict(zip(prefectures["adcode"], prefectures["name_zh"], strict=True))
    inside = counties.geometry.representative_point()
    rows = []
    for unit, point in zip(counties.to_dict("records"), inside, strict=True):
        code = unit["adcode"]
        local = settlements[(settlements["adcode"] == code).fillna(False).to_numpy(dtype=bool)]
        names = (unit["name_zh"], above.get(unit["parent"], ""), seats.get(code))
        rows.append({**_unit(unit), **_choice(local, names, point)})
    for unit in sites.to_dict("records") if sites is not None else ():
        chosen = {"basis": "site", "precision": "county", "geometry": unit["geometry"]}
        rows.append({**_unit(unit), **chosen})
    table = pd.DataFrame(rows).sort_values("adcode", ignore_index=True)
    table["geonameid"] = table["geonameid"].astype("Int64")
    without = table.loc[table["basis"] == "inside", "name_zh"].tolist()
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=4326), _without(without))


def _unit(unit: Mapping[Any, Any]) -> dict[str, Any]:
    names = {name: unit[name] for name in ("adcode", "name_zh", "name_en")}
    nobody = {"geonameid": pd.NA, "seat_zh": None, "seat_en": None}
    return {"id": unit["adcode"], **names, **nobody}


def _choice(
    local: gpd.GeoDataFrame, names: tuple[str, str, str | None], point: Any
) -> dict[str, Any]:
    """Choose among the settlements of a county; ``names``: its own, the prefecture's, the seat.

    Parameters
    ----------
    local : geopandas.GeoDataFrame
        Settlements of the county.
    names : tuple[str, str, str | None]
        Name of the county, of its prefecture, and of the seat if it is known.
    point : Any
        A point inside the county, for want of a seat.

    Returns
    -------
    dict of str to Any
        The settlement and the rule that it was chosen by; if none meets a rule the point, as of the
        precision of a county.
    """
    own, above, seat = names
    best: tuple[int, float, int] | None = None
    chosen: dict[Any, Any] = {}
    for row in local.to_dict("records"):
        rule = _rule(row, own, above, seat)
        if rule is None and len(local) == 1 and seat is None:
            rule = SEAT_RULES.index("only")
        if rule is None:
            continue
        people = -1.0 if pd.isna(row["population"]) else float(row["population"])
        rank = (rule, -people, int(row["geonameid"]))
        if best is None or rank < best:
            best, chosen = rank, row
    if best is None:
        return {"basis": "inside", "precision": "county", "geometry": point}
    return {
        "geonameid": chosen["geonameid"],
        "seat_zh": None if pd.isna(chosen["name_zh"]) else chosen["name_zh"],
        "seat_en": chosen["name"],
        "basis": SEAT_RULES[best[0]],
        "precision": "town",
        "geometry": chosen["geometry"],
    }


def _rule(row: Mapping[Any, Any], own: str, above: str, seat: str | None) -> int | None:
    """Give the place in ``SEAT_RULES`` of the first rule that a settlement meets.

    Parameters
    ----------
    row : mapping of Any to Any
        A settlement, with ``name_zh`` and ``name``.
    own : str
        Name of the county.
    above : str
        Name of its prefecture.
    seat : str or None
        Name of its seat; None if it is not known.

    Returns
    -------
    int or None
        Position of the rule; None if none is met.
    """
    zh = "" if pd.isna(row["name_zh"]) else str(row["name_zh"])
    roman = str(row["name"])
    if seat is not None:
        # a seat that is known by name is that settlement and no other
        return SEAT_RULES.index("named") if seat in (zh, roman) else None
    met = {
        "chengguan": zh.endswith(_SEAT_TOWN) or _SEAT_ROMAN in roman.lower(),
        "own_name": len(zh) > 1 and own.startswith(zh),
        "prefecture_name": len(zh) > 1 and above.startswith(zh),
        "most_populous": not pd.isna(row["population"]) and row["population"] > 0,
    }
    return next((SEAT_RULES.index(name) for name, holds in met.items() if holds), None)


def _without(names: list[str]) -> tuple[Text, ...]:
    if not names:
        return ()
    return (
        Text(
            f"{len(names)} 个县级单位的驻地不在居民点图层中，以县内一点代替：{'、'.join(names)}",
            f"the seat of {len(names)} unit(s) is not among the settlements; a point inside the "
            f"unit stands for it: {', '.join(names)}",
        ),
    )


def _require(table: pd.DataFrame, columns: tuple[str, ...], name: Text) -> None:
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise OptionError(
            Text(
                f"{name.zh}缺少列：{'、'.join(missing)}",
                f"{name.en}: columns missing: {', '.join(missing)}",
            )
        )
