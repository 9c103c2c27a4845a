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
from gisplan.text import Text

#: What analyses say of themselves where their data allow no result.
UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked for beside the rule.

    Parameters
    ----------
    region : str
        Code of the region whose indicators count.
    year : int, optional
        Any, if None.
    base_year : int, optional
    threshold : float, optional
        In the aim's own unit.
    """

    region: str
    year: int | None
    base_year: int | None = None
    threshold: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was found: the value lies from ``low`` to ``high``.

    Parameters
    ----------
    low, high : float, optional
        None if nothing is known; ``high`` is infinite where the table does not list all.
    counted, open : int
        Rows that count, and rows that may.
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
        """Let a condition hold where it is known to, and fail where it is known not to."""
        self.yes &= holds & known
        self.no |= ~holds & known
        self.unknown.append((f"{self.table}.{name}", ~known))

    @property
    def open(self) -> pd.Series[bool]:
        """Rows that may count."""
        return ~self.yes & ~self.no

    def holes(self) -> dict[str, int]:
        """Count what open rows lack: ``table.column`` -> in how many of them."""
        counts = {name: int((rows & self.open).sum()) for name, rows in self.unknown}
        return {name: count for name, count in counts.items() if count}

    def open_because(self, rows: pd.Series[bool], name: str) -> None:
        """Leave rows open."""
        self.hold(pd.Series(True, index=rows.index), ~rows, name)


def tally(rule: Rule, ask: Ask, table: pd.DataFrame | None) -> Tally:
    """Measure what a rule asks for.

    Parameters
    ----------
    rule : Rule
    ask : Ask
    table : pandas.DataFrame, optional
        The rule's data; None if there is no such table. For indicators: ``indicator``,
        ``adcode``, ``year``, ``value``.

    Returns
    -------
    Tally
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
    return _indicators(rule, ask, table)


def _sieved(rule: Rule, ask: Ask, table: pd.DataFrame) -> _Sieve:
    sieve = _Sieve(table.reset_index(drop=True), rule.data)
    for condition in rule.where:
        _match(sieve, condition)
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
    names = _names(sieve.rows[usable])
    return Tally(low=share, high=share, counted=int(usable.sum()), evidence=names)


def _indicators(rule: Rule, ask: Ask, table: pd.DataFrame) -> Tally:
    wanted = [(rule.column, ask.year)]
    if rule.measure == "indicator_share":
        wanted.append((rule.base, ask.year))
    elif rule.measure == "indicator_ratio":
        wanted.append((rule.column, ask.base_year))
    values, missing, evidence = [], [], []
    for name, year in wanted:
        rows = table[(table["indicator"] == name) & (table["adcode"] == ask.region)]
        rows = rows[(rows["year"] == year) & rows["value"].notna()]
        if len(rows) != 1:
            missing.append(f"{rule.data}.{name}({year})")
            continue
        values.append(float(rows["value"].iloc[0]))
        evidence.append(f"{name}({year}) = {values[-1]:.10g}")
    if missing or (len(values) > 1 and values[1] == 0):
        names = "、".join(missing)
        return Tally(
            counted=len(values),
            evidence=tuple(evidence),
            missing=tuple(missing),
            reason=Text(f"缺少 {names}", f"missing: {', '.join(missing)}"),
        )
    result = values[0]
    if len(values) > 1:
        result = values[0] / values[1] * (100 if rule.measure == "indicator_share" else 1)
    return Tally(low=result, high=result, counted=len(values), evidence=tuple(evidence))


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
