"""Census figures of counties, placed on the settlements inside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypedDict

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.columns import ADCODE, ID, PRECISION
from gisplan.analysis.demand.checks import names, require_columns, require_unique
from gisplan.analysis.largest_remainder import largest_remainder
from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Column, Outcome
from gisplan.catalog.units import PERSONS
from gisplan.digits import OF_AN_ESTIMATE
from gisplan.errors import DataError, OptionError
from gisplan.places.wider import basis, narrowest, wider
from gisplan.text import Text

_FIGURES = Text("人口表", "the figures")


_RULES = {
    "equal": Text("均分", "equal-shares"),
    "rank": Text("位序", "rank-size"),
    "column": Text("按列值", "proportional"),
}


class _OfKind(TypedDict):
    kind: str


class PopulationRule(_OfKind, total=False):
    """A rule as a declaration writes it: its kind, and what that kind needs."""

    exponent: float
    column: str


def _allotted(figure: Column, meaning: Text) -> Column:
    title = Text(f"分配的{figure.title.zh}", f"{figure.title.en} allotted")
    return replace(
        figure, title=title, meaning=meaning, required=False, derived=True, digits=OF_AN_ESTIMATE
    )


def _on_settlements(given: Given) -> TableSpec:
    how = _RULES.get(str(given["rule"].get("kind")), Text("所给", "given"))
    assumed = Text(
        f"县级数按{how.zh}规则分给县内居民点，是假设而不是该地的统计数；各县合计与县级数逐一相符",
        f"The county's figure divided among its settlements by the {how.en} rule: an assumption, "
        "not a count of the place; adds up to the county's exactly",
    )
    shares = tuple(_allotted(given.column("figures", name), assumed) for name in given["columns"])
    first = given.column("figures", given["columns"][0])
    columns = (
        ID,
        replace(ADCODE, required=True),
        declare("name_zh", "text", ("居民点", "Settlement in Chinese")),
        declare("name_en", "text", ("居民点（罗马字母）", "Settlement")),
        declare(
            "weight",
            "number",
            ("权重", "Weight"),
            unit=first.unit,
            meaning=first.title,
            required=True,
            minimum=0,
            derived=True,
        ),
        *shares,
        given.find("seats", "precision") or PRECISION,
    )
    return TableSpec(
        columns=columns,
        key=("id",),
        geometry="point",
        positions="mixed",
        vintage=given.layers["figures"].vintage,
    )


@analysis("place_on_settlements", gives=_on_settlements)
def place_on_settlements(
    figures: pd.DataFrame,
    settlements: gpd.GeoDataFrame,
    seats: gpd.GeoDataFrame,
    *,
    columns: Sequence[str],
    rule: PopulationRule,
) -> Outcome:
    """Divide whole numbers known by county among the settlements of each county.

    Settlements say where people live, not how many: the share of each is an assumption, set by
    ``rule``. The parts are whole and add up to the county's number exactly, and so to those of
    prefecture and province (largest remainders; of equal ones the lower ``geonameid`` first).
    A unit without settlements gets one point, its row of ``seats``.

    Parameters
    ----------
    figures : pandas.DataFrame
        ``adcode``, at most one row a county-level unit, and ``columns``.
    settlements : geopandas.GeoDataFrame
        Points in EPSG:4326 with ``geonameid``, ``name``, ``name_zh``, ``adcode``,
        ``population``. Those of no unit are left out and counted.
    seats : geopandas.GeoDataFrame
        As :func:`gisplan.analysis.demand.towns.county_seats` gives it: one row a unit.
    columns : sequence of str
        Whole numbers, not negative. The first one is divided by the rule and gives ``weight``;
        each other one is divided in proportion to the first, so that a part of it is not above
        the part of the first unless its total is.
    rule : mapping
        ``kind`` and what it needs:

        - ``equal``: every settlement of the county the same;
        - ``rank``: 1 / rank ** ``exponent`` (1 if left out), the rank-size rule (Zipf 1949,
          *Human Behavior and the Principle of Least Effort*). The seat is first, then the
          others by listed population; those that can't be told apart share the mean of their
          ranks' weights;
        - ``column``: in proportion to ``column`` of the settlements, a planner's own shares.
          Where no settlement of a county has a value above 0, all get the same.

    Returns
    -------
    Outcome
        Points in EPSG:4326: ``id``, ``adcode``, ``name_zh``, ``name_en``, ``weight`` (float, as
        the first column), ``columns`` and ``precision``; by code, then ``geonameid``. Points
        that got none of the first column are left out and counted.

    Raises
    ------
    OptionError
        If the rule, or a column, is unknown.
    DataError
        If no row has figures, a number is negative or not whole, a unit stands twice, or a unit
        with people has neither settlement nor seat.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> from gisplan.analysis.demand import place_on_settlements
    >>> figures = pd.DataFrame({"adcode": ["900101"], "population": [1000]})
    >>> towns = gpd.GeoDataFrame(
    ...     {
    ...         "geonameid": [1, 2],
    ...         "name": ["Alpha", "Beta"],
    ...         "name_zh": ["甲镇", "乙镇"],
    ...         "adcode": "900101",
    ...         "population": [600, 300],
    ...     },
    ...     geometry=gpd.points_from_xy([104.2, 104.6], [36.5, 36.1]),
    ...     crs=4326,
    ... )
    >>> seats = gpd.GeoDataFrame(
    ...     {
    ...         "geonameid": [1],
    ...         "adcode": ["900101"],
    ...         "name_zh": ["甲县"],
    ...         "name_en": ["County A"],
    ...         "precision": "town",
    ...     },
    ...     geometry=gpd.points_from_xy([104.2], [36.5]),
    ...     crs=4326,
    ... )
    >>> told = place_on_settlements(
    ...     figures, towns, seats, columns=["population"], rule={"kind": "rank"}
    ... )
    >>> told.table[["id", "population"]]
             id  population
    0  900101-1         667
    1  900101-2         333
    """
    _check_rule(rule, settlements)
    require_columns(figures, ("adcode", *columns), _FIGURES)
    require_unique(figures, "adcode", _FIGURES)
    known = figures[figures[list(columns)].notna().all(axis=1)]
    for column in columns:
        _require_whole(known, column)
    if known.empty:
        raise DataError(
            Text(
                f"{_FIGURES.zh}没有可用的数据行",
                f"{_FIGURES.en} have no row that can be used: at least one is needed",
            )
        )
    places = _places(settlements, seats)
    parts: list[pd.DataFrame] = []
    homeless = []
    for row in known.to_dict("records"):
        local = places.get(row["adcode"])
        if local is None:
            homeless.append(row["adcode"])
        else:
            parts.append(_divided(local, row, columns, rule))
    if homeless:
        raise DataError(
            Text(
                f"这些单位既没有居民点也没有驻地点，无法落到点上：{names(homeless).zh}",
                f"neither settlement nor seat to place these on: {names(homeless).en}",
            )
        )
    table = pd.concat(parts, ignore_index=True).sort_values(["adcode", "_order"], kind="stable")
    table = table.drop(columns="_order")
    empty = int((table["weight"] == 0).sum())
    table = table[table["weight"] > 0].reset_index(drop=True)
    outside = int(settlements["adcode"].isna().sum())
    missing = figures.loc[~figures.index.isin(known.index), "adcode"].tolist()
    left_out = (*_left_out(empty, outside, missing), *_without_figures(seats, figures))
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=4326), left_out)


def _without_figures(seats: pd.DataFrame, figures: pd.DataFrame) -> tuple[Text, ...]:
    lacking = seats[~seats["adcode"].isin(figures["adcode"])]
    if lacking.empty:
        return ()
    told = names(lacking.get("name_zh", lacking["adcode"]).fillna(lacking["adcode"]))
    return (
        Text(
            f"{len(lacking)} 个单位在人口表中没有行，没有居民点的数，合计不含它们：{told.zh}",
            f"{len(lacking)} unit(s) have no row in the figures and so no people here; no sum has"
            f" them in it: {told.en}",
        ),
    )


def _check_rule(rule: Mapping[str, Any], settlements: pd.DataFrame) -> None:
    kinds: dict[str, set[str]] = {"equal": set(), "rank": {"exponent"}, "column": {"column"}}
    kind = rule.get("kind")
    if kind not in kinds or set(rule) - {"kind"} - kinds[str(kind)]:
        raise OptionError(
            Text(
                f"rule 无效：{dict(rule)}。kind 可为 equal、rank（可加 exponent）、"
                "column（须加 column）",
                f"rule is not valid: {dict(rule)}; kind may be equal, rank (with exponent) or "
                "column (with column)",
            )
        )
    exponent = rule.get("exponent", 1.0)
    if isinstance(exponent, bool) or not isinstance(exponent, int | float) or exponent < 0:
        raise OptionError(
            Text(
                f"rule.exponent 应为不小于 0 的数，实为 {exponent}",
                f"rule.exponent must be a number of at least 0, not {exponent}",
            )
        )
    wanted = ("geonameid", "name", "name_zh", "adcode", "population")
    extra = (str(rule.get("column", "")),) if kind == "column" else ()
    require_columns(settlements, (*wanted, *extra), Text("居民点", "the settlements"))


def _require_whole(figures: pd.DataFrame, column: str) -> None:
    values = figures[column].astype("float64")
    bad = figures.loc[~((values >= 0) & (values == np.floor(values))), "adcode"].tolist()
    if bad:
        raise DataError(
            Text(
                f"人口表的列 {column} 应为不小于 0 的整数，这些单位不是：{names(bad).zh}",
                f"column {column} of the figures must be whole and not negative; it is not for: "
                f"{names(bad).en}",
            )
        )


def _places(settlements: gpd.GeoDataFrame, seats: gpd.GeoDataFrame) -> dict[str, pd.DataFrame]:
    """Give, for each unit, its settlements, or its seat if it has none.

    Parameters
    ----------
    settlements : geopandas.GeoDataFrame
        Populated places with ``geonameid``, ``name`` and ``adcode``.
    seats : geopandas.GeoDataFrame
        Seat of each unit.

    Returns
    -------
    dict of str to pandas.DataFrame
        Places with ``id``, names and ``precision``, by code of the unit.
    """
    seat_ids = set(seats["geonameid"].dropna())
    local = pd.DataFrame(settlements[settlements["adcode"].notna()]).sort_values("geonameid")
    local = local.assign(
        id=local["adcode"] + "-" + local["geonameid"].astype("str"),
        name_en=local["name"],
        precision="town",
        _order=local["geonameid"].astype("int64"),
        _seat=local["geonameid"].isin(seat_ids),
    )
    found = {str(code): part for code, part in local.groupby("adcode", sort=True)}
    for row in seats.to_dict("records"):
        if row["adcode"] not in found:
            alone = {**row, "id": f"{row['adcode']}-seat", "population": pd.NA}
            found[row["adcode"]] = pd.DataFrame([{**alone, "_order": 0, "_seat": True}])
    return found


def _divided(
    local: pd.DataFrame, row: Mapping[Any, Any], columns: Sequence[str], rule: Mapping[str, Any]
) -> pd.DataFrame:
    shared = ["id", "adcode", "name_zh", "name_en"]
    table = local[[*shared, "precision", "geometry", "_order"]].copy()
    first, *others = columns
    parts = largest_remainder(int(row[first]), _weights(local, rule))
    table[first] = parts
    for column in others:
        if not parts.any() and row[column] > 0:
            raise DataError(
                Text(
                    f"单位 {row['adcode']} 的 {first} 为 0，而 {column} 为 {row[column]}",
                    f"unit {row['adcode']} has a {first} of 0 and a {column} of {row[column]}",
                )
            )
        by = parts if parts.any() else np.ones(len(parts))
        table[column] = largest_remainder(int(row[column]), by)
    table["weight"] = table[first].astype("float64")
    order = [*shared, "weight", *columns, "precision", "geometry", "_order"]
    return table[order]


def _weights(local: pd.DataFrame, rule: Mapping[str, Any]) -> Floats:
    if rule["kind"] == "column" and rule["column"] in local:
        own = pd.to_numeric(local[rule["column"]]).fillna(0).to_numpy(dtype=np.float64)
        return own if (own > 0).any() else np.ones(len(local))
    if rule["kind"] != "rank":
        return np.ones(len(local))
    people = pd.to_numeric(local["population"]).fillna(-1).to_numpy(dtype=np.float64)
    people = np.where(local["_seat"].to_numpy(dtype=bool), np.inf, people)
    rank = pd.Series(-people).rank(method="first").to_numpy()
    weight = 1.0 / rank ** float(rule.get("exponent", 1.0))
    means = pd.Series(weight).groupby(people).transform("mean")
    return means.to_numpy(dtype=np.float64)


def _left_out(empty: int, outside: int, missing: list[str]) -> tuple[Text, ...]:
    told = []
    if outside:
        told.append(
            Text(
                f"{outside} 个居民点不在任何县级边界内，未分配人口",
                f"{outside} settlement(s) lie in no county and got nobody",
            )
        )
    if empty:
        told.append(
            Text(
                f"{empty} 个居民点分得 0 人，不作为需求点",
                f"{empty} settlement(s) got nobody and are no demand points",
            )
        )
    if missing:
        told.append(
            Text(
                f"{len(missing)} 个单位没有人口数：{names(missing).zh}",
                f"{len(missing)} unit(s) have no figure: {names(missing).en}",
            )
        )
    return tuple(told)


def _urban(given: Given) -> TableSpec:
    whole = given.column("figures", given["column"])
    table = given.like(
        "figures",
        replace(whole, name="population", title=Text("常住人口", "Residents")),
        declare(
            "urban_population",
            "integer",
            ("城镇常住人口", "Urban residents"),
            unit=PERSONS,
            meaning=(
                "由较大单元的城镇人口按常住人口分摊，不是普查的县级数",
                "Apportioned by residents from the urban residents of wider units; not the "
                "census's figure of the county",
            ),
            minimum=0,
            derived=True,
            digits=OF_AN_ESTIMATE,
        ),
        declare(
            "urban_basis",
            "text",
            ("城镇人口出自", "Urban residents of"),
            meaning=(
                "本地没有数时由上级的数分摊，同一上级内各地的城镇化率取同一个值",
                "Where a unit has none of its own, they are apportioned from the wider region's, "
                "and all its other units get one urban share",
            ),
            labels={
                "own": ("本地", "the unit itself"),
                "prefecture": ("所在市州分摊", "apportioned from its prefecture"),
                "province": ("全省分摊", "apportioned from the province"),
            },
        ),
    )
    return table


@analysis("urban_by_county", gives=_urban)
def urban_by_county(figures: pd.DataFrame, urban: pd.DataFrame, *, column: str) -> Outcome:
    """Apportion urban residents, known for wide units, to the counties inside them.

    The narrowest unit that has a number decides. What a wider unit has beyond the narrower ones
    in it is divided among its other counties in proportion to their residents: within such a
    group every county gets the same urban share. Real shares differ; the result is apportioned,
    and a county's own number, added to ``urban``, replaces it.

    Parameters
    ----------
    figures : pandas.DataFrame
        ``adcode`` of county-level units (GB/T 2260: the first two digits are the province's,
        the first four the prefecture's) and ``column``, their residents.
    urban : pandas.DataFrame
        ``adcode`` of a province, prefecture or county, and ``urban_residents``.
    column : str
        Column of ``figures`` with residents.

    Returns
    -------
    Outcome
        ``figures`` with ``population`` (as ``column``) and ``urban_population`` (whole numbers
        that add up to ``urban`` exactly; empty where no unit has a number) and ``urban_basis``
        (whose number it is: ``own``, ``prefecture``, ``province``).

    Raises
    ------
    OptionError
        If a column is missing.
    DataError
        If a unit stands twice, or the numbers contradict each other: more urban residents than
        residents, or parts above the whole.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.demand import urban_by_county
    >>> figures = pd.DataFrame({"adcode": ["900101", "900102"], "residents": [600, 400]})
    >>> urban = pd.DataFrame({"adcode": ["900100"], "urban_residents": [500]})
    >>> told = urban_by_county(figures, urban, column="residents")
    >>> told.table[["adcode", "population", "urban_population"]]
       adcode  population  urban_population
    0  900101         600               300
    1  900102         400               200
    """
    require_columns(figures, ("adcode", column), _FIGURES)
    require_columns(urban, ("adcode", "urban_residents"), Text("城镇人口表", "the urban residents"))
    require_unique(figures, "adcode", _FIGURES)
    require_unique(urban, "adcode", Text("城镇人口表", "the urban residents"))
    _require_whole(figures, column)
    given = {str(a): int(n) for a, n in zip(urban["adcode"], urban["urban_residents"], strict=True)}
    ordered = figures.sort_values("adcode")
    codes = [str(code) for code in ordered["adcode"]]
    people = ordered[column].to_numpy(dtype=np.int64)
    nearest = [narrowest(code, given) for code in codes]
    whose = {code: basis(code, unit) for code, unit in zip(codes, nearest, strict=True) if unit}
    result: dict[str, int] = {}
    for code in sorted(given):
        inner = sum(n for other, n in given.items() if _parent(other, given) == code)
        mine = [i for i, unit in enumerate(nearest) if unit == code]
        own = given[code] - inner
        if own < 0 or own > int(people[mine].sum()):
            raise _contradiction(code, own, int(people[mine].sum()))
        if own:
            parts = largest_remainder(own, people[mine])
            result.update({codes[i]: int(n) for i, n in zip(mine, parts, strict=True)})
        else:
            result.update({codes[i]: 0 for i in mine})
    table = figures.assign(
        population=figures[column].astype("Int64"),
        urban_population=pd.array([result.get(c, pd.NA) for c in figures["adcode"]], dtype="Int64"),
        urban_basis=pd.array([whose.get(c) for c in figures["adcode"]], dtype="str"),
    )
    missing = [code for code, unit in zip(codes, nearest, strict=True) if unit is None]
    return Outcome(table, _left_out(0, 0, missing))


def _parent(code: str, given: Mapping[str, int]) -> str | None:
    return next((unit for unit in wider(code)[1:] if unit in given), None)


def _contradiction(code: str, own: int, people: int) -> DataError:
    return DataError(
        Text(
            f"城镇人口自相矛盾：{code} 减去其下已单列的单位后为 {own} 人，"
            f"而其余县级单位共有常住人口 {people} 人",
            f"the urban residents contradict each other: {code} less the units listed inside it "
            f"leaves {own}, and its other counties have {people} residents",
        )
    )
