"""Stations that the norm asks for beside those there are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pandas as pd

from gisplan.analysis.checks import listed, numbers
from gisplan.analysis.coverage.household_size import (
    COLUMNS,
    HouseholdSize,
    borrowed,
    household_sizes,
    size_of,
    whose,
)
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Column, Outcome
from gisplan.catalog.units import HOUSEHOLDS
from gisplan.errors import DataError
from gisplan.text import Text

COUNTIES = Text("县级表", "the table of counties")
_AREAS = ("urban", "township")


def _stations(given: Given) -> TableSpec:
    there = given.find("there", given["stations"])
    count = Text("个", "stations")

    def stations(
        name: str, zh: str, en: str, meaning: Text | None = None, bound: Bound | None = None
    ) -> Column:
        return declare(
            name,
            "integer",
            (zh, en),
            unit=count,
            meaning=meaning,
            minimum=0,
            derived=True,
            depends={"there": bound} if bound else {},
        )

    return given.like(
        "figures",
        declare(
            "urban_households",
            "number",
            ("城镇户数", "Urban households"),
            unit=HOUSEHOLDS,
            meaning=("人口除以户均人口", "Residents over persons in a household"),
            minimum=0,
            derived=True,
        ),
        declare(
            "township_households",
            "number",
            ("乡镇户数", "Township households"),
            unit=HOUSEHOLDS,
            meaning=(
                "城镇以外的人口除以户均人口",
                "Residents who are not urban, over persons in a household",
            ),
            minimum=0,
            derived=True,
        ),
        *COLUMNS,
        stations(
            "stations_needed",
            "按标准应设站点",
            "Stations needed by norm",
            Text(
                "城镇户数、乡镇户数各除以标准（图层 norms），各自进位",
                "Urban and township households over the norm (layer norms), each rounded up",
            ),
        ),
        declare(
            "stations_there",
            "integer",
            ("已有站点", "Stations there"),
            unit=count,
            meaning=(there and there.meaning) or Text("空为不详，不是 0", "Empty: unknown, not 0"),
            minimum=0,
            depends={"there": "lower"},
        ),
        stations("missing", "尚缺", "Missing", bound="upper"),
        stations("beyond", "超出标准", "Beyond the norm", bound="lower"),
        vintage="",
    )


@analysis("stations_needed", gives=_stations)
def stations_needed(
    figures: pd.DataFrame,
    norms: pd.DataFrame,
    household_size: pd.DataFrame,
    there: pd.DataFrame | None = None,
    *,
    tier: str = "collection_station",
    stations: str = "stations",
    year: int | None = None,
) -> Outcome:
    """Work out the stations that the norm asks for in each unit, beside those there are.

    needed = ceil(urban households / U) + ceil(township households / T), with U and T the
    norm's households a station. Households are those of the table, else residents over the
    household size. Township households are all that are not urban.

    Parameters
    ----------
    figures : pandas.DataFrame
        ``adcode``, ``population``, ``urban_population``; or ``households``,
        ``urban_households``.
    norms : pandas.DataFrame
        ``tier``, ``area`` (``urban``, ``township``), ``unit_en`` (``households``), ``value``:
        exactly one row for each area of the tier.
    household_size : pandas.DataFrame
        ``persons`` in a household, above 0, and ``source`` (or ``source_zh``), by ``adcode``
        and ``year``; a unit without a row takes its prefecture's or its province's, and
        ``left_out`` says which. Without ``adcode`` the table is one row, for all. Where no
        figure holds nothing is guessed: the stations needed stay empty.
    there : pandas.DataFrame, optional
        ``adcode`` and the column of stations. A unit without a row has an unknown number, not 0.
    tier : str
        In ``norms``.
    stations : str
        Column of ``there``.
    year : int, optional
        Of several household sizes of a region that of the nearest year counts; the latest if
        left out.

    Returns
    -------
    Outcome
        ``figures``, in the order given, with ``urban_households``, ``township_households`` (not
        rounded), ``household_size``, ``household_size_basis`` (``own``, ``prefecture``,
        ``province``, ``given``), ``household_size_year``, ``stations_needed``,
        ``stations_there``, ``missing`` (needed beyond those there, 0 at least) and ``beyond``
        (there beyond those needed, 0 at least).

    Raises
    ------
    DataError
        If a column is missing, urban exceeds all, a county stands twice, the norm is not unique,
        or a household size can't be, has no source, or stands twice for a region and year.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage import stations_needed
    >>> figures = pd.DataFrame(
    ...     {"adcode": ["900101"], "households": [10_500], "urban_households": [6_000]}
    ... )
    >>> norms = pd.DataFrame(
    ...     {
    ...         "tier": "collection_station",
    ...         "area": ["urban", "township"],
    ...         "unit_en": "households",
    ...         "value": [2000, 2500],
    ...     }
    ... )
    >>> nobody = pd.DataFrame({"persons": [], "source": []})
    >>> told = stations_needed(figures, norms, nobody)
    >>> told.table[["adcode", "urban_households", "township_households", "stations_needed"]]
       adcode  urban_households  township_households  stations_needed
    0  900101            6000.0               4500.0                5
    """
    _need(figures, ("adcode",), COUNTIES)
    _need(norms, ("tier", "area", "unit_en", "value"), Text("标准表", "the table of norms"))
    sizes = household_sizes(household_size, year=year)
    per = {area: _norm(norms, tier, area) for area in _AREAS}
    left_out: list[Text] = []
    direct = "households" in figures.columns
    used = [None if direct else size_of(str(code), sizes) for code in figures["adcode"]]
    urban, township = _households(figures, None if direct else used, left_out)
    if not direct:
        left_out += borrowed(figures["adcode"], sizes)
    table = pd.DataFrame({"adcode": figures["adcode"].to_numpy()})
    table["urban_households"] = [np.nan if n is None else float(n) for n in urban]
    table["township_households"] = [np.nan if n is None else float(n) for n in township]
    codes = [str(code) for code in figures["adcode"]]
    table["household_size"] = [np.nan if n is None else float(n.persons) for n in used]
    table["household_size_basis"] = [
        None if n is None else whose(code, n) for code, n in zip(codes, used, strict=True)
    ]
    years = [pd.NA if n is None or n.year is None else n.year for n in used]
    table["household_size_year"] = pd.array(years, dtype="Int64")
    needed = [
        pd.NA
        if u is None or t is None
        else math.ceil(u / per["urban"]) + math.ceil(t / per["township"])
        for u, t in zip(urban, township, strict=True)
    ]
    table["stations_needed"] = pd.array(needed, dtype="Int64")
    table["stations_there"] = _there(table["adcode"], there, stations, left_out)
    gap = table["stations_needed"] - table["stations_there"]
    table["missing"] = gap.clip(lower=0)
    table["beyond"] = (-gap).clip(lower=0)
    kept = [name for name in figures.columns if name not in table.columns or name == "adcode"]
    # the same units in the same order
    own = figures[kept].reset_index(drop=True)
    return Outcome(own.join(table.drop(columns="adcode")), tuple(left_out))


def _norm(norms: pd.DataFrame, tier: str, area: str) -> Fraction:
    chosen = norms[
        (norms["tier"] == tier) & (norms["area"] == area) & (norms["unit_en"] == "households")
    ]
    if len(chosen) != 1 or not chosen["value"].iloc[0] > 0:
        raise DataError(
            Text(
                f"标准表中 {tier}、{area}、households 应恰有一行，"
                f"value 大于 0；现有 {len(chosen)} 行",
                f"the table of norms needs one row of {tier}, {area}, households with a value "
                f"above 0; there are {len(chosen)}",
            )
        )
    return Fraction(float(chosen["value"].iloc[0]))


def _households(
    counties: pd.DataFrame, sizes: Sequence[HouseholdSize | None] | None, left_out: list[Text]
) -> tuple[list[Fraction | None], list[Fraction | None]]:
    """Give urban and township households as fractions, so that ceil errs at no boundary.

    Parameters
    ----------
    counties : pandas.DataFrame
        Residents, or households.
    sizes : sequence of HouseholdSize or None
        One a row, None where none holds; None altogether if the counties have households.
    left_out : list of Text
        Takes what could not be worked out.

    Returns
    -------
    tuple[list[Fraction | None], list[Fraction | None]]
        Urban and township households of each row; None where not known.
    """
    if counties["adcode"].duplicated().any():
        zh, en = listed(counties.loc[counties["adcode"].duplicated(), "adcode"].unique())
        raise DataError(
            Text(
                f"{COUNTIES.zh}的列 adcode 有重复：{zh}",
                f"{COUNTIES.en}, column adcode: {en} twice",
            )
        )
    direct = sizes is None
    names = ("households", "urban_households") if direct else ("population", "urban_population")
    lacking = [name for name in names if name not in counties.columns]
    if lacking:
        zh, en = listed(lacking)
        raise DataError(Text(f"{COUNTIES.zh}缺少列：{zh}", f"{COUNTIES.en} lacks column(s) {en}"))
    whole, urban = (numbers(counties, name, layer=COUNTIES) for name in names)
    wrong = (whole < 0) | (urban < 0) | (urban > whole) | np.isinf(whole)
    if wrong.any():
        zh, en = listed(counties.loc[wrong, "adcode"])
        raise DataError(
            Text(
                f"{COUNTIES.zh}的列 {names[0]}、{names[1]} 应不为负，且后者不超过前者：{zh}",
                f"{COUNTIES.en}, columns {names[0]} and {names[1]}: must not be negative, nor the "
                f"second exceed the first: {en}",
            )
        )
    per: list[Fraction | None] = [Fraction(1)] * len(counties)
    if sizes is not None:
        per = [None if size is None else size.persons for size in sizes]
    unsized = np.array([size is None for size in per], dtype=bool)
    if unsized.any():
        zh, en = listed(counties.loc[unsized, "adcode"])
        left_out.append(
            Text(
                f"没有给出有来源的户均人口，无法由人口推算户数，所需站点数留空：{zh}",
                "no sourced household size is given: households can't be told from population, "
                f"and the stations needed stay empty: {en}",
            )
        )
    known = np.isfinite(whole) & np.isfinite(urban)
    if not known.all():
        zh, en = listed(counties.loc[~known, "adcode"])
        left_out.append(
            Text(f"{names[0]} 或 {names[1]} 不详，留空：{zh}", f"no {names[0]} or {names[1]}: {en}")
        )
    rows = list(zip(whole.tolist(), urban.tolist(), per, known, strict=True))
    in_town = [Fraction(u) / n if ok and n else None for _, u, n, ok in rows]
    outside = [(Fraction(w) - Fraction(u)) / n if ok and n else None for w, u, n, ok in rows]
    return in_town, outside


def _there(
    adcodes: pd.Series[str], there: pd.DataFrame | None, stations: str, left_out: list[Text]
) -> pd.Series[int]:
    if there is None:
        return pd.Series(pd.NA, index=adcodes.index, dtype="Int64")
    _need(there, ("adcode", stations), Text("现有站点表", "the table of stations there"))
    strange = sorted(set(there["adcode"]) - set(adcodes))
    twice = there["adcode"].duplicated()
    if strange or twice.any():
        zh, en = listed(strange or there.loc[twice, "adcode"])
        raise DataError(
            Text(
                f"现有站点表的列 adcode 重复，或不在{COUNTIES.zh}中：{zh}",
                f"the stations there, column adcode: twice, or not in {COUNTIES.en}: {en}",
            )
        )
    found = adcodes.map(there.set_index("adcode")[stations]).astype("Int64")
    unknown = int(found.isna().sum())
    if unknown:
        left_out.append(
            Text(
                f"{unknown} 个县级单位的现有站点数不详，不作比较",
                f"the stations there are unknown in {unknown} unit(s), which are not compared",
            )
        )
    return found


def _need(table: pd.DataFrame, columns: tuple[str, ...], name: Text) -> None:
    lacking = [column for column in columns if column not in table.columns]
    if lacking:
        zh, en = listed(lacking)
        raise DataError(Text(f"{name.zh}缺少列：{zh}", f"{name.en} lacks the column(s) {en}"))
