"""What data give for a rule, and what they leave open.

A row is counted only if everything that the rule asks of it is known to hold. What is not known
(an empty cell, a column that is not there, a figure of another year, a row nobody has verified)
is not taken as a no: such rows are open, and the result lies between the counted and the counted
with the open ones.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from gisplan.analysis.plan.scorecard.rules import Condition, Rule
from gisplan.analysis.plan.scorecard.titles import Titles
from gisplan.catalog.measurement import Units
from gisplan.digits import GIVEN, in_unit
from gisplan.text import Text

#: What analyses say of themselves where their data allow no result.
UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked for beside the rule.

    Attributes
    ----------
    region : str
        Code of the region whose indicators count.
    year : int, optional
        Any, if None.
    base_year : int, optional
        Year that shares and growth are held against.
    threshold : float, optional
        In the aim's own unit.
    unit : str
        Of the aim; empty if it has none.
    units : Units, optional
        By which figures in another unit are converted; without them none is.
    within : bool
        Whether only rows of the region count, as of an aim of a prefecture's own.
    titles : Titles
        What tables, columns and codes are called.
    """

    region: str
    year: int | None
    base_year: int | None = None
    threshold: float | None = None
    unit: str = ""
    units: Units | None = None
    within: bool = False
    titles: Titles = field(default_factory=Titles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was found: the value lies from ``low`` to ``high``.

    Attributes
    ----------
    low : float, optional
        Least value; None if nothing is known.
    high : float, optional
        Greatest value; infinite where the table does not list all.
    counted : int
        Rows that count.
    open : int
        Rows that may count.
    evidence : tuple of Text
        Names of the rows counted.
    missing : tuple of str
        ``table.column`` that is not there, or that rows which may count leave empty.
    reason : Text, optional
        What is open, and why.
    """

    low: float | None = None
    high: float | None = None
    counted: int = 0
    open: int = 0
    evidence: tuple[Text, ...] = ()
    missing: tuple[str, ...] = ()
    reason: Text | None = None


@dataclass(slots=True)
class _Sieve:
    """Rows going through conditions: yes, no or not known, and why not."""

    rows: pd.DataFrame
    table: str
    titles: Titles
    yes: pd.Series[bool] = field(init=False)
    no: pd.Series[bool] = field(init=False)
    lacking: list[str] = field(default_factory=list)
    unknown: list[tuple[str, pd.Series[bool]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.yes = pd.Series(True, index=self.rows.index)
        self.no = pd.Series(False, index=self.rows.index)

    def column(self, name: str) -> pd.Series | None:
        if name in self.rows.columns:
            return self.rows[name]
        self.lacking.append(name)
        self.yes[:] = False
        return None

    def hold(self, holds: pd.Series[bool], known: pd.Series[bool], name: str) -> None:
        """Let a condition hold where it is known to, and fail where it is known not to.

        Parameters
        ----------
        holds : pandas.Series[bool]
            Whether the condition holds for each row.
        known : pandas.Series[bool]
            Whether that is known.
        name : str
            Column that it is of.
        """
        self.yes &= holds & known
        self.no |= ~holds & known
        self.unknown.append((name, ~known))

    @property
    def open(self) -> pd.Series[bool]:
        """Tell which rows may count.

        Returns
        -------
        pandas.Series[bool]
            One a row.
        """
        return ~self.yes & ~self.no

    def holes(self) -> dict[str, int]:
        """Count what open rows lack: a column, and in how many of them.

        Returns
        -------
        dict of str to int
            Numbers above 0.
        """
        counts = {name: int((rows & self.open).sum()) for name, rows in self.unknown}
        return {name: count for name, count in counts.items() if count}

    @property
    def missing(self) -> tuple[str, ...]:
        """Give what is not there, or empty in rows that may count.

        Returns
        -------
        tuple of str
            ``table.column``.
        """
        return tuple(f"{self.table}.{name}" for name in (*self.lacking, *self.holes()))

    def open_because(self, rows: pd.Series[bool], name: str) -> None:
        """Leave rows open.

        Parameters
        ----------
        rows : pandas.Series[bool]
            Which rows.
        name : str
            Column that leaves them open.
        """
        self.hold(pd.Series(True, index=rows.index), ~rows, name)


def tally(rule: Rule, ask: Ask, table: pd.DataFrame | None) -> Tally:
    """Measure what a rule asks for.

    Parameters
    ----------
    rule : Rule
        How the aim is measured.
    ask : Ask
        Region, year and unit.
    table : pandas.DataFrame, optional
        The rule's data; None if there is no such table. For indicators: ``indicator``,
        ``adcode``, ``year``, ``value``.

    Returns
    -------
    Tally
        A bound where something is not known.
    """
    if table is None:
        needed = rule.needed
        return Tally(
            missing=needed,
            reason=rule_without_data(rule),
        )
    if rule.measure == "count":
        return _count(rule, ask, table)
    if rule.measure == "column_share":
        return _column_share(rule, ask, table)
    if rule.measure == "figure":
        return _figures(rule, ask, table)
    return _indicators(rule, ask, table)


def rule_without_data(rule: Rule) -> Text:
    """Say that the table of a rule is not there, and what it is to hold.

    Parameters
    ----------
    rule : Rule
        How the aim is measured.

    Returns
    -------
    Text
        In the words of its note; with the names of table and columns where it has none.
    """
    if rule.note is not None:
        zh, en = rule.note.zh, rule.note.en or rule.note.zh
        return Text(f"还没有这项数据：{zh}", f"there are no such data yet: {en}")
    needed = rule.needed
    return Text(
        f"没有数据表 {rule.data}，需要 {'、'.join(needed)}",
        f"there is no table {rule.data}; needed: {', '.join(needed)}",
    )


def _sieved(rule: Rule, ask: Ask, table: pd.DataFrame) -> _Sieve:
    sieve = _Sieve(table.reset_index(drop=True), rule.data, ask.titles)
    for condition in rule.where:
        _match(sieve, condition)
    if ask.within:
        codes = sieve.column("adcode")
        if codes is not None:
            own = codes.astype("str").str.startswith(_head(ask.region)) & codes.notna()
            sieve.hold(own, codes.notna(), "adcode")
    if rule.year_column and ask.year is not None:
        years = sieve.column(rule.year_column)
        if years is not None:
            years = pd.to_numeric(years, errors="coerce")
            if rule.year_rule == "by":
                sieve.hold(years <= ask.year, years.notna(), rule.year_column)
            else:  # what is known of another year says nothing of this one
                sieve.open_because(years != ask.year, rule.year_column)
    if "verified" in sieve.rows.columns:
        unverified = sieve.rows["verified"].map(lambda cell: not pd.isna(cell) and not cell)
        sieve.open_because(unverified.astype(bool), "verified")
    return sieve


def _head(region: str) -> str:
    """Give what the codes of all units in a region begin with (GB/T 2260).

    Parameters
    ----------
    region : str
        Six-digit code.

    Returns
    -------
    str
        Two, four or six digits.
    """
    return (
        region[:2] if region.endswith("0000") else region[:4] if region.endswith("00") else region
    )


def _match(sieve: _Sieve, condition: Condition) -> None:
    cells = sieve.column(condition.column)
    if cells is not None:
        words = cells.map(lambda cell: str(cell).strip().lower())
        allowed = [value.lower() for value in condition.values]
        # a result that could not tell is no answer, and so neither yes nor no
        known = cells.notna() & (words.isin(allowed) | (words != UNDECIDED))
        sieve.hold(words.isin(allowed), known, condition.column)


def _count(rule: Rule, ask: Ask, table: pd.DataFrame) -> Tally:
    sieve = _sieved(rule, ask, table)
    if rule.column and ask.threshold is not None:
        cells = sieve.column(rule.column)
        if cells is not None:
            values = pd.to_numeric(cells, errors="coerce")
            sieve.hold(values >= ask.threshold * rule.factor, values.notna(), rule.column)
            if "summable" in sieve.rows.columns:
                # The output of a whole group is not that of the firm
                group = sieve.rows["summable"].map(lambda cell: not pd.isna(cell) and not cell)
                sieve.open_because(group.astype(bool), "summable")
    counted = int(sieve.yes.sum())
    maybe = int(sieve.open.sum())
    names = _names(sieve.rows[sieve.yes])
    return Tally(
        low=float(counted),
        high=float(counted + maybe) if rule.complete else math.inf,
        counted=counted,
        open=maybe,
        evidence=names,
        missing=sieve.missing,
        reason=_why(sieve, maybe, rule),
    )


def _column_share(rule: Rule, ask: Ask, table: pd.DataFrame) -> Tally:
    sieve = _sieved(rule, ask, table)
    own, all_of_it = sieve.column(rule.column), sieve.column(rule.base)
    if sieve.lacking or own is None or all_of_it is None:
        return Tally(missing=sieve.missing, reason=_why(sieve, 0, rule))
    part = pd.to_numeric(own, errors="coerce")
    whole = pd.to_numeric(all_of_it, errors="coerce")
    usable = sieve.yes & part.notna() & whole.notna()
    maybe = int((~sieve.no & ~usable).sum())
    total = math.fsum(whole[usable])
    if maybe or not total > 0:
        return Tally(counted=int(usable.sum()), open=maybe, reason=_why(sieve, maybe, rule))
    share = 100 * math.fsum(part[usable]) / total
    return Tally(
        low=share,
        # what is not listed may serve the rest of it
        high=share if rule.complete else 100.0,
        counted=int(usable.sum()),
        evidence=_names(sieve.rows[usable]),
        reason=_why(sieve, 0, rule),
    )


def _indicators(rule: Rule, ask: Ask, table: pd.DataFrame) -> Tally:
    wanted = [(rule.column, ask.year)]
    if rule.measure == "indicator_share":
        wanted.append((rule.base, ask.year))
    elif rule.measure == "indicator_ratio":
        wanted.append((rule.column, ask.base_year))
    values, missing, evidence, units = [], [], [], []
    lacking: list[Text] = []
    for name, year in wanted:
        called = _of_year(ask.titles.code(rule.data, "indicator", name), year)
        rows = table[(table["indicator"] == name) & (table["adcode"] == ask.region)]
        rows = rows[(rows["year"] == year) & rows["value"].notna()]
        if len(rows) != 1:
            missing.append(f"{rule.data}.{name}({year})")
            lacking.append(called)
            continue
        values.append(float(rows["value"].iloc[0]))
        units.append(_unit(rows))
        evidence.append(_figure(called, values[-1], rows.iloc[0], ask))
    if missing or (len(values) > 1 and values[1] == 0):
        return Tally(
            counted=len(values),
            evidence=tuple(evidence),
            missing=tuple(missing),
            reason=_lacking(rule, ask, lacking) if lacking else None,
        )
    # two figures are brought to the unit of the second, one to that of the aim
    goal = units[1] if len(values) > 1 else ask.unit
    factor = 1.0 if ask.units is None or not units[0] else ask.units.factor(units[0], goal)
    if factor is None:
        return Tally(evidence=tuple(evidence), reason=_not_turned(units[0], goal))
    result = values[0] * factor
    if len(values) > 1:
        result = result / values[1] * (100 if rule.measure == "indicator_share" else 1)
    return Tally(low=result, high=result, counted=len(values), evidence=tuple(evidence))


def _figures(rule: Rule, ask: Ask, table: pd.DataFrame) -> Tally:
    """Take published figures of the region; where several differ, all between them may be so.

    Parameters
    ----------
    rule : Rule
        How the aim is measured.
    ask : Ask
        Region, year and unit.
    table : pandas.DataFrame
        Published figures.

    Returns
    -------
    Tally
        From the least to the greatest of them.
    """
    wanted = [name.strip() for name in rule.column.split("|")]
    rows = table[table["id"].isin(wanted) & (table["adcode"] == ask.region)]
    rows = rows[(rows["kind"] == "actual") & rows["value"].notna()]
    if ask.year is not None:
        rows = rows[
            rows["year"] <= ask.year if rule.year_rule == "by" else rows["year"] == ask.year
        ]
    values, evidence = [], []
    for at, row in rows.iterrows():
        unit = _unit(rows.loc[[at]])
        factor = 1.0 if ask.units is None or not unit else ask.units.factor(unit, ask.unit)
        names = row.get("name_zh"), row.get("name_en")
        zh, en = (str(row["id"]) if pd.isna(one) else str(one) for one in names)
        evidence.append(_figure(_of_year(Text(zh, en), row["year"]), row["value"], row, ask))
        if factor is None:
            return Tally(evidence=tuple(evidence), reason=_not_turned(unit, ask.unit))
        values.append(float(row["value"]) * factor)
    if not values:
        missing = tuple(f"{rule.data}.{name}({ask.year})" for name in wanted)
        every = table.drop_duplicates("id").set_index("id")
        called = [_of_year(_called(every, name), ask.year) for name in wanted]
        return Tally(missing=missing, reason=_lacking(rule, ask, called))
    high = max(values) if rule.complete else math.inf
    counted, told = len(values), tuple(evidence)
    return Tally(low=min(values), high=high, counted=counted, evidence=told)


def _unit(rows: pd.DataFrame) -> str:
    cell = rows["unit_zh"].iloc[0] if "unit_zh" in rows.columns else None
    return "" if cell is None or pd.isna(cell) else str(cell)


def _called(rows: pd.DataFrame, name: str) -> Text:
    if name not in rows.index or not {"name_zh", "name_en"} <= set(rows.columns):
        return Text(name, name)
    row = rows.loc[name].fillna(name)
    return Text(str(row["name_zh"]), str(row["name_en"]))


def _of_year(called: Text, year: int | None) -> Text:
    if year is None:
        return called
    return Text(f"{called.zh}（{year} 年）", f"{called.en} ({year})")


def _figure(called: Text, value: float, row: pd.Series, ask: Ask) -> Text:
    units = (row.get("unit_zh"), row.get("unit_en"))
    zh, en = ("" if ask.units is None or pd.isna(one) else str(one) for one in units)
    said = in_unit(float(value), Text(zh, en or zh), GIVEN)
    return Text(f"{called.zh}：{said.zh}", f"{called.en}: {said.en}")


def _lacking(rule: Rule, ask: Ask, names: Sequence[Text]) -> Text:
    table = ask.titles.table(rule.data)
    zh, en = "、".join(one.zh for one in names), ", ".join(one.en for one in names)
    return Text(f"{table.zh}中没有：{zh}", f"not in {table.en}: {en}")


def _not_turned(given: str, wanted: str) -> Text:
    return Text(
        f"单位“{given}”不能换算为“{wanted}”，请核对或补入 measurement_units",
        f"'{given}' can't be turned into '{wanted}': check it, or add it to measurement_units",
    )


def _names(rows: pd.DataFrame) -> tuple[Text, ...]:
    own = next((name for name in ("name_zh", "names", "id") if name in rows.columns), None)
    if own is None:
        return tuple(Text(f"#{i + 1}", f"#{i + 1}") for i in rows.index)
    other = "name_en" if own == "name_zh" and "name_en" in rows.columns else own
    found = []
    for index, zh, en in zip(rows.index, rows[own], rows[other], strict=True):
        said = f"#{index + 1}" if pd.isna(zh) else str(zh)
        found.append(Text(said, said if pd.isna(en) else str(en)))
    return tuple(found)


def _why(sieve: _Sieve, maybe: int, rule: Rule) -> Text | None:
    zh, en = [], []
    table = sieve.titles.table(rule.data)
    lacking = [sieve.titles.column(rule.data, name) for name in sieve.lacking]
    if lacking:
        zh.append(f"{table.zh}没有列 {'、'.join(one.zh for one in lacking)}")
        en.append(f"{table.en} has no column {', '.join(one.en for one in lacking)}")
    if maybe:
        holes = [(sieve.titles.column(rule.data, n), count) for n, count in sieve.holes().items()]
        unknown = "，".join(f"{one.zh}：{count}" for one, count in holes)
        not_known = ", ".join(f"{one.en}: {count}" for one, count in holes)
        zh.append(f"{maybe} 行无法判定" + (f"（空缺或未核实：{unknown}）" if holes else ""))
        en.append(f"{maybe} row(s) open" + (f" (not known: {not_known})" if holes else ""))
    if not rule.complete:
        zh.append(f"{table.zh}不是完整名录")
        en.append(f"{table.en} does not list all there are")
    return Text("；".join(zh), "; ".join(en)) if zh else None
