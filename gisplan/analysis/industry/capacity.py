"""What is there: declared output, tonnes and jobs, summed from items to units.

An item (an enterprise, a base, a facility) counts for the unit that its code names and for those
above it, and for nothing finer: what is known only by its prefecture is in no county's sum.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import geopandas as gpd
import pandas as pd

from gisplan.analysis.checks import require_columns
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Outcome
from gisplan.errors import DataError
from gisplan.text import Text

#: Levels from the coarsest; units of one rank lie beside each other.
RANKS: Mapping[str, int] = {"province": 0, "prefecture": 1, "county": 2, "special": 2}


#: What is summed of a list that may lack some.
_LISTED: Mapping[str, Bound] = {"items": "lower"}


def _declared(given: Given) -> TableSpec:
    measures = [given.column("items", name) for name in given["measures"]]
    units = dict.fromkeys(each.unit for each in measures)
    # a sum has a unit where all measures share it; else each measure names its own
    unit = next(iter(units)) if len(units) == 1 else None
    told = Text(
        "；".join(f"{c.name} {c.title_with_unit.zh}" for c in measures),
        "; ".join(f"{c.name}: {c.title_with_unit.en}" for c in measures),
    )
    words = measures[0].title if len(measures) == 1 else Text("数值", "Value")
    level = given.column("units", "level")
    columns = (
        replace(given.column("units", "adcode"), required=True),
        level,
        replace(given.column("units", "name_zh"), required=False),
        replace(given.column("units", "name_en"), required=False),
        *given.columns("items", given["by"]),
        declare(
            "measure",
            "text",
            ("计量", "Measure"),
            meaning=told,
            required=True,
            labels={c.name: c.title for c in measures},
        ),
        declare("year", "integer", ("年份", "Year")),
        declare("value", "number", words, unit=unit, required=True, derived=True, depends=_LISTED),
        declare("items", "integer", ("项数", "Items"), derived=True, depends=_LISTED),
        declare(
            "unverified", "integer", ("其中未核实", "Unverified"), derived=True, depends=_LISTED
        ),
        declare(
            "unlocated",
            "number",
            ("未能归入下级的部分", "Known no more exactly"),
            unit=unit,
            meaning=(
                "只知道到本级的部分，不在任何下级单元中",
                "The part that is in none of the units one level below",
            ),
            derived=True,
            depends=_LISTED,
        ),
    )
    # what is the same in all rows tells none apart
    several = ("measure",) if len(measures) > 1 else ()
    dated = ("year",) if any(given["measures"].values()) else ()
    key = ("adcode", "level", *given["by"], *several, *dated)
    return TableSpec(
        columns=columns, key=key, vintage=given.layers["items"].vintage, rows_of=("items",)
    )


@analysis("declared_capacity", gives=_declared)
def declared(
    items: pd.DataFrame,
    units: pd.DataFrame,
    *,
    measures: Mapping[str, str],
    by: Sequence[str] = ("industry",),
    year: int | None = None,
    assume_summable: bool = True,
) -> Outcome:
    """Sum what items declare to the units that they lie in.

    Parameters
    ----------
    items : pandas.DataFrame
        One row an item, with ``adcode`` (the finest unit known), the columns of ``by`` and those
        of ``measures``. If there, ``precision`` = ``prefecture`` keeps an item out of counties
        whatever its code; ``summable`` = false keeps it out of every sum (the output of a whole
        group of firms); ``verified`` = false is counted in ``unverified``.
    units : pandas.DataFrame
        ``adcode``, ``name_zh``, ``name_en``, ``level`` (see ``RANKS``) and ``parent``.
    measures : mapping of str to str
        Column to sum -> column of its year, or ``""`` where the figure has none.
    by : sequence of str
        Columns of ``items`` that sums are kept apart by.
    year : int, optional
        Only figures of that year; each year apart if left out.
    assume_summable : bool
        What an item counts as that does not say whether it is ``summable``.

    Returns
    -------
    Outcome
        One row for each unit, value of ``by``, measure and year: ``adcode``, ``level``,
        ``name_zh``, ``name_en``, ``by``, ``measure``, ``year`` (empty for figures without),
        ``value`` in the unit of the measure, ``items`` (rows summed), ``unverified`` (of these),
        ``unlocated``: the part of ``value`` that is in none of the units one level below. So
        ``value`` = the values of the units below + ``unlocated``. Figures left out are counted.

    Raises
    ------
    OptionError
        If a column named is not there.
    DataError
        If a unit has a level that is not one of ``RANKS``.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.industry.capacity import declared
    >>> items = pd.DataFrame(
    ...     {"adcode": ["900101", "900102"], "industry": "paper", "t": [30.0, 50.0]}
    ... )
    >>> units = pd.DataFrame(
    ...     {
    ...         "adcode": ["900100", "900101", "900102"],
    ...         "level": ["prefecture", "county", "county"],
    ...         "parent": ["", "900100", "900100"],
    ...         "name_zh": ["某市", "甲县", "乙县"],
    ...         "name_en": ["City", "A", "B"],
    ...     }
    ... )
    >>> told = declared(items, units, measures={"t": ""})
    >>> told.table[["adcode", "level", "value", "items"]]
       adcode       level  value  items
    0  900100  prefecture   80.0      2
    1  900101      county   30.0      1
    2  900102      county   50.0      1
    """
    years = [name for name in measures.values() if name]
    require_columns(items, ["adcode", *by, *measures, *years])
    lines, finest = _lines(units)
    usable = items["adcode"].isin(list(lines))
    summable = _flag(items, "summable", default=assume_summable)
    told = [
        *told_of(~usable, "没有可识别的区划代码，未计入", "have no known code: in no sum"),
        *told_of(
            usable & ~summable,
            "不可加总（集团口径）或未注明可加总，未计入",
            "are not to be summed (of whole groups, or not said to be): in no sum",
        ),
    ]
    kept = items[usable & summable].reset_index(drop=True)
    coarse_at = kept["precision"] if "precision" in kept.columns else pd.Series("", kept.index)
    places = [
        _line(lines[code], finest, precision)
        for code, precision in zip(kept["adcode"], coarse_at, strict=True)
    ]
    kept["_line"] = pd.Series(places, index=kept.index, dtype=object)
    coarse = kept["_line"].map(lambda line: RANKS[line[0][1]] < 2)
    told += told_of(
        coarse,
        "只知道所在市州或省，计入市州和全省，未计入县级",
        "are known only by prefecture or province: in those sums, in no county's",
    )
    parts = []
    for measure, year_column in measures.items():
        figures = _figures(kept, measure, year_column)
        told += told_of(figures["_value"].isna(), f"没有 {measure}", f"have no {measure}")
        figures = figures[figures["_value"].notna()]
        if year is not None and year_column:
            other = figures["_year"] != year
            told += told_of(
                other.fillna(True).astype(bool),
                f"的 {measure} 不是 {year} 年的或没有年份，未计入",
                f"have a {measure} of another year than {year}, or of none: in no sum",
            )
            figures = figures[(figures["_year"] == year).fillna(False)]
        parts.append(_summed(figures, by, measure))
    table = pd.concat(parts, ignore_index=True)
    names = units.drop_duplicates(["adcode", "level"]).set_index(["adcode", "level"])
    for name in ("name_zh", "name_en"):
        table[name] = [
            names[name].get(k) for k in zip(table["adcode"], table["level"], strict=True)
        ]
    order = [*("adcode", "level", "name_zh", "name_en"), *by, *("measure", "year", "value")]
    order += ["items", "unverified", "unlocated"]
    return Outcome(table[order].reset_index(drop=True), tuple(told))


Line = tuple[tuple[str, str], ...]


def _lines(units: pd.DataFrame) -> tuple[dict[str, Line], dict[tuple[str, str], Line]]:
    """Give the line of units upward: by code from its finest unit, and by code and level.

    Parameters
    ----------
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent``, ``name_zh`` and ``name_en``.

    Returns
    -------
    tuple[dict[str, Line], dict[tuple[str, str], Line]]
        The lines in both orders; each is of code and level, from the unit itself up.

    Raises
    ------
    DataError
        If a level is not known.
    """
    require_columns(units, ["adcode", "level", "parent", "name_zh", "name_en"])
    strange = sorted(set(units["level"]) - set(RANKS))
    if strange:
        raise DataError(
            Text(f"不认识的层级：{'、'.join(strange)}", f"unknown levels: {', '.join(strange)}")
        )
    rows = sorted(
        zip(units["adcode"], units["level"], units["parent"], strict=True),
        key=lambda row: RANKS[row[1]],
    )
    every: dict[tuple[str, str], Line] = {}
    by_code: dict[str, Line] = {}
    for code, level, parent in rows:
        above = [
            line
            for (other, above_level), line in every.items()
            if other == parent and RANKS[above_level] < RANKS[level]
        ]
        every[code, level] = ((code, level), *(above[-1] if above else ()))
        by_code[code] = every[code, level]
    return by_code, every


def _line(line: Line, every: Mapping[tuple[str, str], Line], precision: object) -> Line:
    """Cut the line of units where the precision of the position ends.

    Parameters
    ----------
    line : Line
        Units from the finest up.
    every : Mapping[tuple[str, str], Line]
        Lines by code and level.
    precision : object
        How exactly the position is known: ``prefecture`` ends the line there.

    Returns
    -------
    Line
        The line from the unit that is known.
    """
    if precision != "prefecture":
        return line
    # A city without counties is its own county: known to the one, it is known to the other
    if len({code for code, level in line if RANKS[level] > 0}) == 1:
        return line
    coarse = [place for place in line if RANKS[place[1]] <= 1]
    return every[coarse[0]] if coarse else line


def _figures(items: pd.DataFrame, measure: str, year_column: str) -> pd.DataFrame:
    values = pd.to_numeric(items[measure], errors="coerce")
    years = items[year_column] if year_column else pd.Series(pd.NA, index=items.index)
    unverified = ~_flag(items, "verified", default=True)
    return items.assign(_value=values, _year=years.astype("Int64"), _unverified=unverified)


def _summed(figures: pd.DataFrame, by: Sequence[str], measure: str) -> pd.DataFrame:
    rows = figures.assign(_unit=figures["_line"].map(list)).explode("_unit")
    rows["adcode"] = [unit[0] for unit in rows["_unit"]]
    rows["level"] = [unit[1] for unit in rows["_unit"]]
    own = [unit == line[0] for unit, line in zip(rows["_unit"], rows["_line"], strict=True)]
    above = rows["level"].map(lambda level: RANKS[level] < 2)
    rows["_loose"] = rows["_value"].where(pd.Series(own, index=rows.index) & above, 0.0)
    grouped = rows.groupby(["adcode", "level", *by, "_year"], dropna=False, sort=True)
    # fsum: the order of the rows must not show in the last digit
    table = grouped.agg(
        value=("_value", math.fsum),
        items=("_value", "size"),
        unverified=("_unverified", "sum"),
        unlocated=("_loose", math.fsum),
    ).reset_index()
    return table.rename(columns={"_year": "year"}).assign(measure=measure)


def _by_region(given: Given) -> TableSpec:
    measure = given["measure"]
    of = dict(given.values("declared", "measure")).get(measure, Text(measure, measure))
    value = given.column("declared", "value")
    names = [c for c in given.layers["declared"].columns if c.labels]
    labels = {value: words for c in names for value, words in c.labels.items()}
    groups = [
        replace(
            value,
            name=f"{measure}_{group}",
            title=Text(
                f"{of.zh}：{labels.get(group, Text(group, group)).zh}",
                f"{of.en}: {labels.get(group, Text(group, group)).en}",
            ),
            required=False,
        )
        for group in given["groups"]
    ]
    return given.like(
        "regions",
        replace(value, name=measure, title=of, required=False),
        *groups,
        *given.columns("declared", ("items", "unverified", "unlocated")),
        vintage=given.layers["declared"].vintage,
    )


@analysis("capacity_by_region", gives=_by_region)
def by_region(
    regions: gpd.GeoDataFrame,
    declared: pd.DataFrame,
    *,
    measure: str,
    level: str,
    groups: Sequence[str],
) -> Outcome:
    """Put the sums of one measure beside regions, in all and for each group.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        With ``adcode``; all rows are kept, in their order.
    declared : pandas.DataFrame
        As :func:`declared` gives it.
    measure : str
        A value of its column ``measure``; figures of all years in it are added up, so that it
        should have been made for one year.
    level : str
        Level of the regions; a city without counties has one row as each.
    groups : sequence of str
        Values of its column ``industry`` that get a column each.

    Returns
    -------
    Outcome
        ``regions`` with ``MEASURE``, ``MEASURE_GROUP`` for each group, ``items``, ``unverified``
        and ``unlocated``; missing where nothing is declared. Groups not named are said in
        ``left_out``; they are in the sum of all.

    Raises
    ------
    OptionError
        If a column is missing.
    """
    require_columns(declared, ["adcode", "level", "measure", "value", "industry"])
    rows = declared[(declared["measure"] == measure) & (declared["level"] == level)]
    rows = rows[rows["adcode"].isin(regions["adcode"])]
    table = regions.reset_index(drop=True)
    codes = table["adcode"]
    sums = rows.groupby("adcode")
    table[measure] = codes.map(sums["value"].agg(math.fsum))
    for group in groups:
        part = rows[rows["industry"] == group].groupby("adcode")["value"].agg(math.fsum)
        table[f"{measure}_{group}"] = codes.map(part)
    for name in ("items", "unverified", "unlocated"):
        table[name] = codes.map(sums[name].sum())
    others = sorted({str(value) for value in rows["industry"].dropna()} - set(groups))
    told = (
        (
            Text(
                f"没有单列的类别：{'、'.join(others)}（已计入合计）",
                f"groups without a column of their own: {', '.join(others)} (in the sum of all)",
            ),
        )
        if others
        else ()
    )
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=regions.crs), told)


def _flag(items: pd.DataFrame, name: str, *, default: bool) -> pd.Series[bool]:
    """Give a column of truths; the default where it is empty or not there.

    Parameters
    ----------
    items : pandas.DataFrame
        Projects.
    name : str
        Name of the column.
    default : bool
        What stands for an empty cell.

    Returns
    -------
    pandas.Series[bool]
        One a row.
    """
    if name not in items.columns:
        return pd.Series(default, index=items.index)
    return items[name].map(lambda cell: default if pd.isna(cell) else bool(cell)).astype(bool)


def told_of(rows: pd.Series[bool], zh: str, en: str) -> list[Text]:
    """Say how many rows are left out and why; nothing if there are none.

    Parameters
    ----------
    rows : pandas.Series[bool]
        Whether each row is left out.
    zh : str
        What is said of them, after the number, in Chinese.
    en : str
        The same in English.

    Returns
    -------
    list of Text
        One sentence, or none.
    """
    count = int(rows.sum())
    return [Text(f"{count} 项{zh}", f"{count} item(s) {en}")] if count else []
