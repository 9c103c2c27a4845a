"""Who is served and who is not: by bands, by administrative unit, by tier and stream."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from gisplan.analysis.checks import (
    DEMAND,
    SITES,
    Floats,
    among,
    amounts,
    check_breaks,
    check_ids,
    check_limit,
    exact_sums,
    listed,
    within,
)
from gisplan.analysis.coverage.models.rollup import units_above
from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.text import Text


def nearest(demand: pd.DataFrame, pairs: pd.DataFrame, *, limit: float) -> pd.DataFrame:
    """Find the nearest site of each demand point within a limit.

    Parameters
    ----------
    demand : pandas.DataFrame
        With ``id``.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost`` (metres or minutes), one row a pair within reach.
    limit : float
        Reach, in the unit of ``cost``; a pair at exactly the limit is within.

    Returns
    -------
    pandas.DataFrame
        ``demand``, ``site``, ``cost``: one row for each demand point, in the order of
        ``demand``; ``site`` and ``cost`` are empty where none is within the limit. Of sites
        equally near the one whose id sorts first.

    Raises
    ------
    DataError, OptionError
        If a table or the limit can't be used.
    """
    check_ids(demand, layer=DEMAND)
    return _nearest(demand, within(pairs, demand, limit=limit))


def _nearest(demand: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    first = kept.drop_duplicates("demand").set_index("demand")
    found = first.reindex(demand["id"].to_numpy())
    found.index.name = "demand"
    return found.reset_index()


def by_band(
    demand: pd.DataFrame,
    pairs: pd.DataFrame,
    *,
    breaks: Sequence[float],
    quantities: Sequence[str] = ("weight",),
) -> pd.DataFrame:
    """Add up demand by the band of cost in which its nearest site lies.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id`` and the quantities.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``.
    breaks : sequence of float
        Upper bounds of the bands, rising, in the unit of ``cost``. A band holds its upper bound
        and not its lower one; the first begins at 0 and holds it.
    quantities : sequence of str
        Numbers of ``demand`` to add up.

    Returns
    -------
    pandas.DataFrame
        One row a band and a last one for demand beyond all: ``above``, ``upto`` (empty for the
        last), ``points``, and for each quantity Q ``Q`` and ``Q_share`` (of the total, 0 to 1).
        Empty for a quantity that is not known.

    Raises
    ------
    DataError, OptionError
        If a table or the bounds can't be used.
    """
    check_breaks(breaks)
    held = {name: amounts(demand, name) for name in quantities}
    cost = nearest(demand, pairs, limit=breaks[-1])["cost"].to_numpy(dtype=np.float64)
    # NaN sorts after every bound: demand without a site falls into the last row.
    band = np.searchsorted(np.asarray(breaks, dtype=np.float64), cost, side="left")
    table = pd.DataFrame({"above": [0.0, *breaks], "upto": [*breaks, np.nan]})
    table["points"] = np.bincount(band, minlength=len(table))
    for name, values in held.items():
        whole = exact_sums(values, np.zeros_like(band), count=1)
        part = exact_sums(values, band, count=len(table))
        table[name] = np.where(np.isnan(whole), np.nan, part)
        table[f"{name}_share"] = _shares(part, whole)
    return table


def _shares(part: Floats, whole: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        share: Floats = np.where(whole > 0, part / whole, np.nan)
    return share


def by_unit(
    demand: pd.DataFrame,
    pairs: pd.DataFrame,
    units: pd.DataFrame,
    *,
    breaks: Sequence[float],
    quantities: Sequence[str] = ("weight",),
) -> pd.DataFrame:
    """Add up covered and uncovered demand by administrative unit, at every level.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id``, ``adcode`` and the quantities.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent`` (see
        :func:`gisplan.analysis.coverage.models.units_above`).
    breaks : sequence of float
        One reach or more, rising, in the unit of ``cost``: within each the demand is covered
        that has a site at most that far.
    quantities : sequence of str

    Returns
    -------
    pandas.DataFrame
        One row for each reach (``within``) and unit (``level``, ``adcode``) that has demand,
        units as ``units`` has them: ``points``, ``points_covered``, and for each quantity Q
        ``Q_total``, ``Q_covered``, ``Q_uncovered``, ``Q_share`` (covered of total; empty where
        there is none). Every figure is the correctly rounded sum of its own points
        (``math.fsum``), at every level. So covered + uncovered = total, and the units of a level
        add up to those above, exactly for whole numbers below 2**53, else to the rounding of
        the sums.

    Raises
    ------
    DataError, OptionError
        If a table or the reaches can't be used.
    """
    check_ids(demand, layer=DEMAND, columns=["adcode"])
    check_breaks(breaks)
    kept = within(pairs, demand, limit=breaks[-1])
    return _by_unit(demand, kept, units, breaks=breaks, quantities=quantities)


def _by_unit(
    demand: pd.DataFrame,
    kept: pd.DataFrame,
    units: pd.DataFrame,
    *,
    breaks: Sequence[float],
    quantities: Sequence[str],
) -> pd.DataFrame:
    held = {name: amounts(demand, name) for name in quantities}
    cost = _nearest(demand, kept)["cost"].to_numpy(dtype=np.float64)
    above = units_above(units, demand["adcode"])
    known = set(zip(above["level"], above["adcode"], strict=True))
    # In the order of the table of units, level by level as they first stand there.
    rows = [key for key in zip(units["level"], units["adcode"], strict=True) if key in known]
    parts: list[pd.DataFrame] = []
    for level in dict.fromkeys(level for level, _ in rows):
        codes = [adcode for one, adcode in rows if one == level]
        leaves = above[above["level"] == level]
        row = dict(zip(leaves["leaf"], pd.Index(codes).get_indexer(leaves["adcode"]), strict=True))
        # A point known more coarsely than the level is in none of its units.
        group = demand["adcode"].map(row).fillna(-1).to_numpy(dtype=np.intp)
        for reach in breaks:
            columns: dict[str, object] = {"within": float(reach), "level": level, "adcode": codes}
            columns |= _figures(held, group, cost <= reach, count=len(codes))
            parts.append(pd.DataFrame(columns))
    table = pd.concat(parts, ignore_index=True)
    return table.sort_values("within", kind="stable", ignore_index=True)


def _figures(
    held: Mapping[str, Floats],
    group: npt.NDArray[np.intp],
    covered: npt.NDArray[np.bool_],
    *,
    count: int,
) -> dict[str, object]:
    inside, outside = np.where(covered, group, -1), np.where(covered, -1, group)
    figures: dict[str, object] = {
        "points": np.bincount(group[group >= 0], minlength=count),
        "points_covered": np.bincount(inside[inside >= 0], minlength=count),
    }
    for name, values in held.items():
        total = exact_sums(values, group, count=count)
        unknown = np.isnan(total)
        parts = [exact_sums(values, chosen, count=count) for chosen in (inside, outside)]
        figures[f"{name}_total"] = total
        figures[f"{name}_covered"] = np.where(unknown, np.nan, parts[0])
        figures[f"{name}_uncovered"] = np.where(unknown, np.nan, parts[1])
        figures[f"{name}_share"] = _shares(parts[0], total)
    return figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One thing to be served: by which sites, how far, and which demand.

    Parameters
    ----------
    name : str
        Of the tier, the stream, or whatever tells services apart.
    where : mapping of str to str
        Column of the sites -> the value that a site of this service has, for instance
        ``{"tier": "sorting"}`` or ``{"stream": "municipal"}``. Empty: all sites.
    limit : float
        Reach, in the unit of the pairs' cost.
    quantities : tuple of str
        Numbers of the demand that it serves.
    """

    name: str
    limit: float
    where: Mapping[str, str] = field(default_factory=dict)
    quantities: tuple[str, ...] = ("weight",)


def by_service(
    demand: pd.DataFrame,
    sites: pd.DataFrame,
    pairs: pd.DataFrame,
    units: pd.DataFrame,
    *,
    services: Sequence[Service],
) -> Outcome:
    """Add up covered and uncovered demand for each tier or stream, with its own reach.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id``, ``adcode`` and the quantities.
    sites : pandas.DataFrame
        ``id`` and the columns that the services choose by.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``, up to the longest reach at least.
    units : pandas.DataFrame
        As for :func:`by_unit`.
    services : sequence of Service

    Returns
    -------
    Outcome
        One row for each service, unit and quantity: ``service``, ``within``, ``level``,
        ``adcode``, ``quantity``, ``total``, ``covered``, ``uncovered``, ``share``. A service
        without any site covers nobody and is named in ``left_out``, as is a quantity that is
        not known, whose figures stay empty.

    Raises
    ------
    DataError, OptionError
        If a table, a column or a reach can't be used.
    """
    check_ids(demand, layer=DEMAND, columns=["adcode"])
    check_ids(sites, layer=SITES)
    if not services:
        raise OptionError(Text("没有给出任何层级或种类", "no service is given"))
    for service in services:
        check_limit(service.limit)
    kept = within(pairs, demand, limit=max(item.limit for item in services), sites=sites)
    tables: list[pd.DataFrame] = []
    notes: list[Text] = []
    for service in services:
        chosen = choose(sites, service.where)
        if chosen.empty:
            notes.append(
                Text(
                    f"{service.name}：没有这类设施，全部需求未覆盖",
                    f"{service.name}: there is no such site, so all demand is uncovered",
                )
            )
        own = kept[among(kept["site"], chosen["id"]) & (kept["cost"] <= service.limit)]
        wide = _by_unit(demand, own, units, breaks=[service.limit], quantities=service.quantities)
        tables += [_long(wide, service.name, name) for name in service.quantities]
        unknown = [name for name in service.quantities if wide[f"{name}_total"].isna().all()]
        if unknown:
            zh, en = listed(unknown)
            notes.append(
                Text(
                    f"{service.name}：{zh} 没有数值，结果留空",
                    f"{service.name}: {en} is not known, its figures stay empty",
                )
            )
    return Outcome(pd.concat(tables, ignore_index=True), tuple(notes))


def choose(sites: pd.DataFrame, where: Mapping[str, str]) -> pd.DataFrame:
    """Give the rows whose columns have the values asked for."""
    check_ids(sites, layer=SITES, columns=list(where))
    chosen = np.ones(len(sites), dtype=bool)
    for column, value in where.items():
        chosen &= (sites[column] == value).fillna(False).to_numpy(dtype=bool)
    return sites[chosen]


def _long(wide: pd.DataFrame, service: str, quantity: str) -> pd.DataFrame:
    parts = {f"{quantity}_{part}": part for part in ("total", "covered", "uncovered", "share")}
    table = wide[["within", "level", "adcode", *parts]].rename(columns=parts)
    table.insert(0, "service", service)
    table.insert(4, "quantity", quantity)
    return table
