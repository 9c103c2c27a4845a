"""What the norms ask for against what there is: stations by county, capacity by prefecture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from gisplan.analysis.checks import Floats, check_limit, exact_sums, listed, numbers
from gisplan.analysis.coverage.models.rollup import units_above
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

COUNTIES = Text("县级表", "the table of counties")
_AREAS = ("urban", "township")


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdSize:
    """Persons in a household, to tell households from population.

    Parameters
    ----------
    persons : float
        Above 0.
    source : str
        Where the figure comes from. Without a source there is no figure.
    """

    persons: float
    source: str

    def __post_init__(self) -> None:
        check_limit(self.persons, name="persons")
        if not self.source.strip():
            raise OptionError(
                Text("户均人口须注明来源（source）", "a household size needs its source")
            )


def stations_needed(
    counties: pd.DataFrame,
    norms: pd.DataFrame,
    *,
    there: pd.DataFrame | None = None,
    tier: str = "collection_station",
    size: HouseholdSize | None = None,
) -> Outcome:
    """Work out the stations that the norm asks for, beside those there are.

    needed = ceil(urban households / U) + ceil(township households / T), with U and T the
    norm's households a station. Households are those of the table, else residents over the
    household size. Township households are all that are not urban.

    Parameters
    ----------
    counties : pandas.DataFrame
        ``adcode`` and ``households`` with ``urban_households``, or ``population`` with
        ``urban_population``.
    norms : pandas.DataFrame
        ``tier``, ``area`` (``urban``, ``township``), ``unit_en`` (``households``), ``value``:
        exactly one row for each area of the tier.
    there : pandas.DataFrame, optional
        ``adcode``, ``stations``. A county without a row has an unknown number, not 0.
    tier : str
        In ``norms``.
    size : HouseholdSize, optional
        Needed where the table has no households. Without it nothing is guessed: ``needed``
        stays empty and ``left_out`` says so.

    Returns
    -------
    Outcome
        One row a county, in the order given: ``adcode``, ``urban_households``,
        ``township_households`` (not rounded), ``needed``, ``there``, ``missing`` (needed beyond
        those there, 0 at least) and ``beyond`` (there beyond those needed, 0 at least).

    Raises
    ------
    DataError
        If a column is missing, urban exceeds all, a county stands twice, or the norm is not
        unique.
    """
    per = {area: _norm(norms, tier, area) for area in _AREAS}
    left_out: list[Text] = []
    urban, township = _households(counties, size, left_out)
    table = pd.DataFrame({"adcode": counties["adcode"].to_numpy()})
    table["urban_households"] = [np.nan if n is None else float(n) for n in urban]
    table["township_households"] = [np.nan if n is None else float(n) for n in township]
    needed = [
        pd.NA
        if u is None or t is None
        else math.ceil(u / per["urban"]) + math.ceil(t / per["township"])
        for u, t in zip(urban, township, strict=True)
    ]
    table["needed"] = pd.array(needed, dtype="Int64")
    table["there"] = _there(table["adcode"], there, left_out)
    gap = table["needed"] - table["there"]
    table["missing"] = gap.clip(lower=0)
    table["beyond"] = (-gap).clip(lower=0)
    return Outcome(table, tuple(left_out))


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
    counties: pd.DataFrame, size: HouseholdSize | None, left_out: list[Text]
) -> tuple[list[Fraction | None], list[Fraction | None]]:
    """Give urban and township households as fractions, so that ceil errs at no boundary."""
    if counties["adcode"].duplicated().any():
        zh, en = listed(counties.loc[counties["adcode"].duplicated(), "adcode"].unique())
        raise DataError(
            Text(
                f"{COUNTIES.zh}的列 adcode 有重复：{zh}",
                f"{COUNTIES.en}, column adcode: {en} twice",
            )
        )
    direct = "households" in counties.columns
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
    if not direct and size is None:
        left_out.append(
            Text(
                "没有给出有来源的户均人口，无法由人口推算户数，所需站点数留空",
                "no sourced household size is given: households can't be told from population, "
                "and the stations needed stay empty",
            )
        )
        return [None] * len(counties), [None] * len(counties)
    # Of the written figure: 2.6 means 13/5 and not the float beside it.
    persons = Fraction(1) if direct or size is None else Fraction(str(size.persons))
    known = np.isfinite(whole) & np.isfinite(urban)
    if not known.all():
        zh, en = listed(counties.loc[~known, "adcode"])
        left_out.append(
            Text(f"{names[0]} 或 {names[1]} 不详，留空：{zh}", f"no {names[0]} or {names[1]}: {en}")
        )
    in_town: list[Fraction | None] = [
        Fraction(u) / persons if ok else None for u, ok in zip(urban.tolist(), known, strict=True)
    ]
    outside: list[Fraction | None] = [
        (Fraction(w) - Fraction(u)) / persons if ok else None
        for w, u, ok in zip(whole.tolist(), urban.tolist(), known, strict=True)
    ]
    return in_town, outside


def _there(
    adcodes: pd.Series[str], there: pd.DataFrame | None, left_out: list[Text]
) -> pd.Series[int]:
    if there is None:
        return pd.Series(pd.NA, index=adcodes.index, dtype="Int64")
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
    found = adcodes.map(there.set_index("adcode")["stations"]).astype("Int64")
    unknown = int(found.isna().sum())
    if unknown:
        left_out.append(
            Text(
                f"{unknown} 个县级单位的现有站点数不详，不作比较",
                f"the stations there are unknown in {unknown} unit(s), which are not compared",
            )
        )
    return found


def capacity_against_waste(
    waste: pd.DataFrame, sites: pd.DataFrame, units: pd.DataFrame, *, level: str, stream: str
) -> Outcome:
    """Hold the treatment capacity of one stream against the waste that arises, by unit.

    Capacity counts where the plant stands; what it takes from beyond the unit's border is not
    known here.

    Parameters
    ----------
    waste : pandas.DataFrame
        ``adcode`` and ``t_STREAM``, tonnes a year.
    sites : pandas.DataFrame
        ``id``, ``adcode``, ``stream``, ``capacity`` (tonnes a year, empty if unknown or not
        to be converted) and ``standing`` (``standing``, ``planned``, ``unknown``), as
        ``network.in_year`` tells for a year.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent``.
    level : str
        Of the units to give, such as ``prefecture``.
    stream : str

    Returns
    -------
    Outcome
        One row for each unit of the level with waste or a site: ``level``, ``adcode``,
        ``arising``, ``standing``, ``planned`` (capacities of those with a figure), ``sites``
        (standing), ``without_figure`` (of these, those without one: with any, ``standing`` is a
        lower bound), ``balance`` (standing minus arising) and ``ratio``. Empty where the waste
        is not known. Sites of ``unknown`` standing, and those known more coarsely than the
        level, are named and not counted.

    Raises
    ------
    DataError
        If a column is missing or a value can't be.
    """
    column = f"t_{stream}"
    for name, table, needed in (
        (Text("产生量表", "the table of waste"), waste, ("adcode", column)),
        (
            Text("设施图层", "the layer of sites"),
            sites,
            ("id", "adcode", "stream", "capacity", "standing"),
        ),
    ):
        lacking = [need for need in needed if need not in table.columns]
        if lacking:
            zh, en = listed(lacking)
            raise DataError(Text(f"{name.zh}缺少列：{zh}", f"{name.en} lacks column(s) {en}"))
    own = sites[sites["stream"] == stream]
    every = pd.concat([waste["adcode"], own["adcode"]])
    above = units_above(units, every)
    of_leaf = above[above["level"] == level].set_index("leaf")["adcode"]
    codes = [code for code in units.loc[units["level"] == level, "adcode"] if code in set(of_leaf)]
    number = {code: position for position, code in enumerate(codes)}
    waste_group = waste["adcode"].map(of_leaf).map(number).fillna(-1).to_numpy(dtype=np.intp)
    site_group = own["adcode"].map(of_leaf).map(number).fillna(-1).to_numpy(dtype=np.intp)
    arising = numbers(waste, column, layer=Text("产生量表", "the table of waste"))
    capacity = numbers(own, "capacity", layer=Text("设施图层", "the layer of sites"))
    known = ~np.isnan(capacity)
    stands, planned = (own["standing"] == state for state in ("standing", "planned"))
    table = pd.DataFrame({"level": level, "adcode": codes})

    def total(
        chosen: pd.Series[bool], values: np.ndarray[tuple[int], np.dtype[np.float64]]
    ) -> Floats:
        group = np.where(chosen.to_numpy(dtype=bool), site_group, -1)
        return exact_sums(values, group, count=len(codes))

    table["arising"] = exact_sums(arising, waste_group, count=len(codes))
    nobody = np.bincount(waste_group[waste_group >= 0], minlength=len(codes)) == 0
    table.loc[nobody, "arising"] = np.nan
    table["standing"] = total(stands & known, capacity)
    table["planned"] = total(planned & known, capacity)
    table["sites"] = total(stands, np.ones(len(own)))
    table["without_figure"] = total(stands & ~known, np.ones(len(own)))
    table = table.astype({"sites": "int64", "without_figure": "int64"})
    table["balance"] = table["standing"] - table["arising"]
    table["ratio"] = (table["standing"] / table["arising"]).where(table["arising"] > 0)
    return Outcome(table, _uncounted(own, site_group, arising, column))


def _uncounted(
    own: pd.DataFrame,
    group: np.ndarray[tuple[int], np.dtype[np.intp]],
    arising: np.ndarray[tuple[int], np.dtype[np.float64]],
    column: str,
) -> tuple[Text, ...]:
    notes = []
    if np.isnan(arising).all():
        notes.append(
            Text(f"{column} 没有数值，余缺留空", f"{column} is not known, the balance is empty")
        )
    for chosen, zh, en in (
        (
            (own["standing"] == "unknown").to_numpy(),
            "当年是否建成不明，未计入",
            "not known to stand, not counted",
        ),
        (group < 0, "位置只到更高一级，未计入", "known more coarsely than the level, not counted"),
    ):
        if chosen.any():
            ids_zh, ids_en = listed(own.loc[chosen, "id"])
            count = int(chosen.sum())
            notes.append(Text(f"{count} 处设施{zh}：{ids_zh}", f"{count} site(s) {en}: {ids_en}"))
    return tuple(notes)
