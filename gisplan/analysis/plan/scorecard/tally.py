"""What data give for a rule, and what they leave open.

A row is counted only if everything that the rule asks of it is known to hold. What is not known
(an empty cell, a column that is not there, a figure of another year, a row nobody has verified)
is not taken as a no: such rows are open, and the result lies between the counted and the counted
with the open ones.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import pandas as pd

from gisplan.analysis.plan.scorecard.rules import Condition, Rule
from gisplan.catalog.measurement import Units
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
    """

    region: str
    year: int | None
    base_year: int | None = None
    threshold: float | None = None
    unit: str = ""
    units: Units | None = None
    within: bool = False


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
    evidence : tuple of str
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
    evidence: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    reason: Text | None = None


@dataclass(slots=True)
class _Sieve:
    """Rows going through conditions: yes, no or not known, and why not."""

    rows: pd.DataFrame
    table: str
    yes: pd.Series[bool] = field(init=False)
    no: pd.Series[bool] = field(init=False)
    missing: list[str] = field(default_factory=list)
    unknown: list[tuple[str, pd.Series[bool]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.yes = pd.Series(True, index=self.rows.index)
        self.no = pd.Series(False, index=self.rows.index)

    def column(self, name: str) -> pd.Series | None:
        if name in self.rows.columns:
            return self.rows[name]
        self.missing.append(f"{self.table}.{name}")
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
        self.unknown.append((f"{self.table}.{name}", ~known))

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
        """Count what open rows lack: ``table.column`` -> in how many of them.

        Returns
        -------
        dict of str to int
            Numbers above 0.
        """
        counts = {name: int((rows & self.open).sum()) for name, rows in self.unknown}
        return {name: count for name, count in counts.items() if count}

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
            reason=Text(
                f"没有数据表 {rule.data}，需要 {'、'.join(needed)}",
                f"there is no table {rule.data}; needed: {', '.join(needed)}",
            ),
        )
    if rule.measure == "count":
        return _count(rule, ask, table)
    if rule.measure == "column_share":
        return _column_share(rule, ask, table)
    if rule.measure == "figure":
        return _figures(rule, ask, table)
    return _indicators(rule, ask, table)


def _sieved(rule: Rule, ask: Ask, table: pd.DataFrame) -> _Sieve:
    sieve = _Sieve(table.reset_index(drop=True), rule.data)
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
        missing=(*sieve.missing, *sieve.holes()),
        reason=_why(sieve, maybe, rule),
    )


def _column_share(rule: Rule, ask: Ask, table: pd.DataFrame) -> Tally:
    sieve = _sieved(rule, ask, table)
    own, all_of_it = sieve.column(rule.column), sieve.column(rule.base)
    if sieve.missing or own is None or all_of_it is None:
        return Tally(missing=tuple(sieve.missing), reason=_why(sieve, 0, rule))
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
    for name, year in wanted:
        rows = table[(table["indicator"] == name) & (table["adcode"] == ask.region)]
        rows = rows[(rows["year"] == year) & rows["value"].notna()]
        if len(rows) != 1:
            missing.append(f"{rule.data}.{name}({year})")
            continue
        values.append(float(rows["value"].iloc[0]))
        units.append(_unit(rows))
        evidence.append(f"{name}({year}) = {values[-1]:.10g}{_spelt(units[-1], ask)}")
    if missing or (len(values) > 1 and values[1] == 0):
        names = "、".join(missing)
        return Tally(
            counted=len(values),
            evidence=tuple(evidence),
            missing=tuple(missing),
            reason=Text(f"缺少 {names}", f"missing: {', '.join(missing)}"),
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
        evidence.append(f"{row['id']}({row['year']}) = {row['value']:.10g}{_spelt(unit, ask)}")
        if factor is None:
            return Tally(evidence=tuple(evidence), reason=_not_turned(unit, ask.unit))
        values.append(float(row["value"]) * factor)
    if not values:
        missing = tuple(f"{rule.data}.{name}({ask.year})" for name in wanted)
        words = Text(f"缺少 {'、'.join(missing)}", f"missing: {', '.join(missing)}")
        return Tally(missing=missing, reason=words)
    high = max(values) if rule.complete else math.inf
    counted, told = len(values), tuple(evidence)
    return Tally(low=min(values), high=high, counted=counted, evidence=told)


def _unit(rows: pd.DataFrame) -> str:
    cell = rows["unit_zh"].iloc[0] if "unit_zh" in rows.columns else None
    return "" if cell is None or pd.isna(cell) else str(cell)


def _spelt(unit: str, ask: Ask) -> str:
    return f" {unit}" if unit and ask.units is not None else ""


def _not_turned(given: str, wanted: str) -> Text:
    return Text(
        f"单位“{given}”不能换算为“{wanted}”，请核对或补入 measurement_units",
        f"'{given}' can't be turned into '{wanted}': check it, or add it to measurement_units",
    )


def _names(rows: pd.DataFrame) -> tuple[str, ...]:
    for name in ("name_zh", "names", "id"):
        if name in rows.columns:
            cells = zip(rows[name], rows.index, strict=True)
            return tuple(str(c) if not pd.isna(c) else f"#{i + 1}" for c, i in cells)
    return tuple(f"#{i + 1}" for i in rows.index)


def _why(sieve: _Sieve, maybe: int, rule: Rule) -> Text | None:
    zh, en = [], []
    if sieve.missing:
        zh.append(f"缺少列 {'、'.join(sieve.missing)}")
        en.append(f"no column {', '.join(sieve.missing)}")
    if maybe:
        holes = [f"{name}: {count}" for name, count in sieve.holes().items()]
        zh.append(
            f"{maybe} 行无法判定" + (f"（空缺或未核实：{'，'.join(holes)}）" if holes else "")
        )
        en.append(f"{maybe} row(s) open" + (f" (not known: {', '.join(holes)})" if holes else ""))
    if not rule.complete:
        zh.append(f"{rule.data} 不是完整名录")
        en.append(f"{rule.data} does not list all there are")
    return Text("；".join(zh), "; ".join(en)) if zh else None
