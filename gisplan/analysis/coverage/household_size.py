"""Persons in a household, by region: each unit's own figure, else that of a wider region."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from gisplan.analysis.checks import listed, numbers
from gisplan.catalog.analyses import declare
from gisplan.catalog.layer import Column
from gisplan.catalog.units import PERSONS
from gisplan.errors import DataError
from gisplan.places.wider import basis, narrowest
from gisplan.text import Text

SIZE = Text("户均人口表", "the table of household size")
#: Stands for every unit in a table that names none.
_ANY = ""
_SOURCES = ("source", "source_zh")


@dataclass(frozen=True, slots=True)
class HouseholdSize:
    """The household size that holds for a unit.

    Attributes
    ----------
    persons : Fraction
        As written: 2.6 means 13/5 and not the float beside it.
    region : str
        Code of the region whose figure it is; empty if the table names none.
    name : str
        Name of that region; empty if the table names none.
    year : int, optional
        The year that it speaks of, where the table says so.
    """

    persons: Fraction
    region: str
    name: str
    year: int | None


#: What is said of the size that a unit's households were told by.
COLUMNS: tuple[Column, ...] = (
    declare(
        "household_size",
        "number",
        ("所用户均人口", "Household size used"),
        unit=PERSONS,
        meaning=(
            "由人口推算户数所用；空为户数由来源直接给出，或没有可用的数",
            "By which households were told from residents; empty if they were given, or no "
            "figure holds",
        ),
        minimum=0,
    ),
    declare(
        "household_size_basis",
        "text",
        ("户均人口出自", "Household size of"),
        meaning=(
            "本地没有数时用上级的，与当地的实际户规模可能相差很大",
            "Where a unit has none of its own, that of the wider region stands in, which may be "
            "far from its own",
        ),
        labels={
            "own": ("本地", "the unit itself"),
            "prefecture": ("所在市州（本地没有）", "its prefecture (it has none of its own)"),
            "province": (
                "全省（本地和市州没有）",
                "the province (neither it nor its prefecture has)",
            ),
            "given": ("所给的一个数", "the one figure given"),
        },
    ),
    declare(
        "household_size_year",
        "integer",
        ("户均人口年份", "Year of household size"),
    ),
)


def household_sizes(table: pd.DataFrame, *, year: int | None = None) -> dict[str, HouseholdSize]:
    """Read the household sizes of a table, one for each region.

    Parameters
    ----------
    table : pandas.DataFrame
        ``persons`` in a household, above 0, with its ``source`` (or ``source_zh``), by
        ``adcode`` and ``year``. A table without ``adcode`` has one row at most, for every unit.
    year : int, optional
        Of several years of a region the nearest to this one counts, the earlier of two; the
        latest if left out.

    Returns
    -------
    dict of str to HouseholdSize
        By code of the region; by an empty text if the table names none.

    Raises
    ------
    DataError
        If a column is missing, a figure can't be or has no source, or a region has two of a
        year.
    """
    by_region = "adcode" in table.columns
    source = next((name for name in _SOURCES if name in table.columns), None)
    lacking = [
        *([] if "persons" in table.columns else ["persons"]),
        *([] if source else ["source"]),
    ]
    if lacking:
        zh, en = listed(lacking)
        raise DataError(Text(f"{SIZE.zh}缺少列：{zh}", f"{SIZE.en} lacks the column(s) {en}"))
    if not by_region and len(table) > 1:
        raise DataError(
            Text(
                f"{SIZE.zh}没有列 adcode，应至多一行，现有 {len(table)} 行",
                f"{SIZE.en} has no column adcode and must be one row at most, not {len(table)}",
            )
        )
    count = len(table)
    years = list(table["year"]) if "year" in table.columns else [None] * count
    rows = pd.DataFrame(
        {
            "persons": numbers(table, "persons", layer=SIZE),
            "adcode": [str(code) for code in table["adcode"]] if by_region else [_ANY] * count,
            "year": pd.array([None if pd.isna(y) else int(y) for y in years], dtype="Int64"),
            "source": table[str(source)].to_numpy(),
        }
    )
    _check(rows, str(source))
    names = list(table["name_zh"]) if "name_zh" in table.columns else list(rows["adcode"])
    every: dict[str, list[HouseholdSize]] = {}
    for row, name in zip(rows.to_dict("records"), names, strict=True):
        size = HouseholdSize(
            Fraction(str(float(row["persons"]))),
            row["adcode"],
            str(name),
            None if pd.isna(row["year"]) else int(row["year"]),
        )
        every.setdefault(size.region, []).append(size)
    return {region: min(sizes, key=_nearness(year)) for region, sizes in every.items()}


def _check(rows: pd.DataFrame, source: str) -> None:
    wrong = ~rows["persons"].map(lambda persons: math.isfinite(persons) and persons > 0)
    if wrong.any():
        persons = rows.loc[wrong, "persons"].iloc[0]
        raise DataError(
            Text(
                f"{SIZE.zh}的列 persons 应为大于 0 的数：{persons:g}",
                f"{SIZE.en}, column persons: must be a number above 0, not {persons:g}",
            )
        )
    if rows["source"].isna().any() or (rows["source"].astype(str).str.strip() == "").any():
        raise DataError(
            Text(
                f"{SIZE.zh}须注明来源（列 {source}）",
                f"{SIZE.en} needs its source (column {source})",
            )
        )
    twice = rows.duplicated(["adcode", "year"])
    if twice.any():
        zh, en = listed(rows.loc[twice, "adcode"])
        raise DataError(
            Text(
                f"{SIZE.zh}中同一地区、年份有两行：{zh}",
                f"{SIZE.en} has two rows of one region and year: {en}",
            )
        )


def _nearness(year: int | None) -> Callable[[HouseholdSize], tuple[bool, int, int]]:
    def rank(size: HouseholdSize) -> tuple[bool, int, int]:
        if size.year is None:
            return True, 0, 0
        return False, -size.year if year is None else abs(size.year - year), size.year

    return rank


def size_of(code: str, sizes: Mapping[str, HouseholdSize]) -> HouseholdSize | None:
    """Give the size that holds for a unit: its own, else its prefecture's, else its province's.

    Parameters
    ----------
    code : str
        Six-digit code of the unit.
    sizes : mapping of str to HouseholdSize
        As :func:`household_sizes` gives them.

    Returns
    -------
    HouseholdSize or None
        None if none of the three has a figure.
    """
    region = narrowest(code, sizes)
    return sizes.get(_ANY if region is None else region)


def whose(code: str, size: HouseholdSize) -> str:
    """Say whose figure a unit was given.

    Parameters
    ----------
    code : str
        Six-digit code of the unit.
    size : HouseholdSize
        The size that it was given.

    Returns
    -------
    str
        ``own``, ``prefecture``, ``province`` or ``given``.
    """
    return "given" if size.region == _ANY else basis(code, size.region)


def borrowed(codes: pd.Series[str], sizes: Mapping[str, HouseholdSize]) -> list[Text]:
    """Say which units were given the figure of a wider region.

    Parameters
    ----------
    codes : pandas.Series of str
        Codes of the units.
    sizes : mapping of str to HouseholdSize
        As :func:`household_sizes` gives them.

    Returns
    -------
    list of Text
        One for each wider region.
    """
    of_region: dict[str, list[str]] = {}
    for code in codes:
        size = size_of(str(code), sizes)
        if size is not None and whose(str(code), size) in ("prefecture", "province"):
            of_region.setdefault(size.region, []).append(str(code))
    told = []
    for region, units in sorted(of_region.items()):
        size = sizes[region]
        persons = f"{float(size.persons):g}"
        zh, en = listed(units)
        when = (
            Text("", "") if size.year is None else Text(f"（{size.year} 年）", f" of {size.year}")
        )
        told.append(
            Text(
                f"{len(units)} 个单位没有本地的户均人口，"
                f"用{size.name}的 {persons} 人{when.zh}：{zh}",
                f"{len(units)} unit(s) without a household size of their own were given the "
                f"{persons}{when.en} of {region}: {en}",
            )
        )
    return told
