"""What else a network provides, as a user asks for it: capacity shared out, tiers, norms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

import geopandas as gpd
import pandas as pd

from gisplan.analysis import coverage
from gisplan.analysis.columns import PARTS
from gisplan.analysis.coverage.accessibility import (
    access_of_placed,
    method_named,
    opened_by_unplaced,
)
from gisplan.analysis.coverage.assigned import solve_within
from gisplan.analysis.coverage.assigned_tables import by_point, by_site, placed_high, summed
from gisplan.analysis.coverage.distance_decay import DecayOptions
from gisplan.analysis.coverage.market_shares import model_named, shares_within
from gisplan.analysis.coverage.od_pairs import Reached
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import drawn_coarsely
from gisplan.analysis.coverage.tiers import tiers_by_mode
from gisplan.api.coverage.options import NORM_ROLES, ProvisionOptions
from gisplan.catalog.layer import Layer
from gisplan.catalog.worth import Worth, worth_of
from gisplan.errors import OptionError
from gisplan.places.hierarchy import region_above
from gisplan.text import Text

__all__ = ["WASTE", "Provision", "ProvisionOptions", "provide"]

#: How the columns of waste begin, in tonnes a year, as capacities are.
WASTE = "t_"
#: Columns that may hold the stations there are; those that the norm counts come first.
_STATIONS = ("standard_stations", "stations")
_SPANS = ("assigned_low", "assigned_high", "unmet_low", "unmet_high")
_ACCESS = ("access", "access_low", "access_high")
_UNKNOWN = ("unknown_zh", "unknown_en")
_COUNTED = ("stations_needed", "stations_there", "missing", "beyond")

_NOTHING = Text("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """What was found; None where it was not asked for.

    Attributes
    ----------
    sites : geopandas.GeoDataFrame or None
        See :func:`gisplan.analysis.coverage.assignment`.
    unmet : geopandas.GeoDataFrame or None
        The regions with ``amount``, ``assigned`` and ``unmet`` (``_low``, ``_high``),
        ``out_of_reach``, ``no_capacity``, and the three parts of the amount in %:
        ``served_share``, ``full_share``, ``out_share``.
    unmet_total : dict of str to float
        The same amounts of all regions together.
    access : geopandas.GeoDataFrame or None
        The regions with ``amount`` and ``access``, its mean weighted by the amount.
    access_by : Text
        Name of the method of accessibility, with its decay; empty where it was not asked for.
    shares : geopandas.GeoDataFrame or None
        The sites with their market shares; see :func:`gisplan.analysis.coverage.market_shares`.
    shares_by : Text
        How attraction counts and falls in them; empty where they were not asked for.
    tiers : pandas.DataFrame or None
        See :func:`gisplan.analysis.coverage.tiers`.
    stations : pandas.DataFrame or None
        The regions with ``stations_needed``, ``stations_there``, ``missing``, ``beyond``, and
        ``units`` and ``counted`` (how many units, and of how many the stations are known).
    stations_worth : Worth or None
        What they are worth, as the list of the stations there are may lack some.
    left_out : tuple of Text
        What was not counted, each once.
    """

    sites: gpd.GeoDataFrame | None = None
    unmet: gpd.GeoDataFrame | None = None
    unmet_total: Mapping[str, float] = field(default_factory=dict)
    access: gpd.GeoDataFrame | None = None
    access_by: Text = _NOTHING
    shares: gpd.GeoDataFrame | None = None
    shares_by: Text = _NOTHING
    tiers: pd.DataFrame | None = None
    stations: pd.DataFrame | None = None
    stations_worth: Worth | None = None
    left_out: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionCase:
    """What the coverage was worked out from.

    Attributes
    ----------
    demand : geopandas.GeoDataFrame
        Points to be served, with the quantity.
    quantity : str
        Column that is served.
    sites : geopandas.GeoDataFrame
        All sites, also those that do not count.
    reached : Reached
        Those that count, with the pairs up to the longest reach.
    mode : Mode
        How one gets there.
    year : int
        What does not stand in it does not count.
    stream : str
        Waste stream of the sites; all if empty.
    regions : geopandas.GeoDataFrame
        Regions that figures are added up by.
    units : pandas.DataFrame
        Every administrative unit with its level and parent.
    """

    demand: gpd.GeoDataFrame
    quantity: str
    sites: gpd.GeoDataFrame
    reached: Reached
    standard: ServiceStandard
    stream: str
    regions: gpd.GeoDataFrame
    units: pd.DataFrame


def provide(
    case: ProvisionCase, options: ProvisionOptions, layers: Mapping[str, Layer]
) -> Provision:
    """Work out what was asked for beside the coverage.

    Parameters
    ----------
    case : ProvisionCase
        What the coverage was worked out from.
    options : ProvisionOptions
        What is asked for.
    layers : mapping of str to Layer
        By role: those of ``options.roles``.

    Returns
    -------
    Provision
        Tables, and what does not count.

    Raises
    ------
    DataError, OptionError
        If no capacity is known, or an option or a table can't be used.
    """
    found: dict[str, Any] = {}
    notes: list[Text] = []
    decay = cast("DecayOptions | None", options.decay)
    _asked_well(options)
    if options.assign or options.access or options.huff:
        notes += drawn_coarsely(case.reached.sites)
    if options.assign:
        _capacity_known(case, "--assign")
        solved = solve_within(case.demand, case.reached, quantity=case.quantity)
        found["sites"] = by_site(case.demand, solved, quantity=case.quantity)
        points = by_point(case.demand, solved)
        points["amount"] = case.demand[case.quantity].to_numpy()
        points["placed_high"] = placed_high(solved)
        parts = ("amount", *_SPANS, "out_of_reach", "no_capacity", "placed_high")
        unmet = _by_region(case, points, notes, sums=parts, means=tuple(PARTS), names=_UNKNOWN)
        found["unmet"] = summed(unmet, solved).drop(columns="placed_high")
        whole = pd.DataFrame([unmet[list(parts)].sum()])
        found["unmet_total"] = summed(whole, solved).iloc[0].to_dict()
        notes += solved.notes
    if options.access:
        _capacity_known(case, "--accessibility")
        catchment = _catchment(case, options)
        here = access_of_placed(
            case.demand,
            catchment,
            options.weights,
            quantity=case.quantity,
            decay=decay,
            method=options.method,
        )
        points = here.table.assign(amount=case.demand[case.quantity].to_numpy())
        averaged = _by_region(case, points, notes, sums=("amount",), means=_ACCESS, names=_UNKNOWN)
        found["access"] = opened_by_unplaced(
            averaged,
            catchment,
            group=_rows(case, averaged),
            amount=averaged["amount"],
            method=options.method,
        )
        found["access_by"] = method_named(options.method, options.decay, len(case.standard.reaches))
        notes += (*here.left_out, *catchment.somewhere.notes)
    if options.huff and decay is not None:
        _capacity_known(case, "--huff")
        shared = shares_within(
            case.demand,
            _catchment(case, options),
            quantity=case.quantity,
            decay=decay,
            exponent=options.exponent,
        )
        found["shares"] = shared.tables["sites"]
        found["shares_by"] = model_named(options.decay, options.exponent)
        notes += shared.left_out
    if options.tiers:
        told = tiers_by_mode(
            case.demand,
            case.sites,
            mode=case.standard.mode,
            tiers=[{"name": n, f"reach_{case.standard.mode.measure}": r} for n, r in options.tiers],
            year=case.standard.year,
            stream=case.stream,
            quantity=case.quantity,
            limited=case.quantity.startswith(WASTE),
        )
        found["tiers"] = told.table
        notes += told.left_out
    if options.norms:
        found["stations"] = _stations(case, layers)
        found["stations_worth"] = worth_of(layers[NORM_ROLES[-1]].spec.partial_lists)
    return Provision(**found, left_out=_new(notes, case.reached.left_out))


def _asked_well(options: ProvisionOptions) -> None:
    """Refuse what does not go together.

    Parameters
    ----------
    options : ProvisionOptions
        What is asked for.
    """
    if options.huff and options.decay is None:
        raise OptionError(
            Text(
                "--huff 须用 --decay 说明吸引力随距离怎样衰减，没有默认值（Huff 原式为幂函数，"
                "如 --decay power exponent=2 floor=1）",
                "--huff needs --decay to say how attraction falls with distance; there is no "
                "default (Huff's own is a power, as --decay power exponent=2 floor=1)",
            )
        )
    if (options.decay or options.method != "2sfca") and not (options.access or options.huff):
        raise OptionError(
            Text(
                "--decay 和 --fca 用于 --accessibility 或 --huff",
                "--decay and --fca belong to --accessibility or --huff",
            )
        )


def _new(notes: list[Text], before: tuple[Text, ...]) -> tuple[Text, ...]:
    """Give what has been said, each once, and not what was said of the coverage already.

    Parameters
    ----------
    notes : list of Text
        All that was notes.
    before : tuple of Text
        What was notes of the coverage.

    Returns
    -------
    tuple of Text
        Sentences.
    """
    return tuple(words for words in dict.fromkeys(notes) if words not in before)


def _capacity_known(case: ProvisionCase, option: str) -> None:
    sites = case.reached.sites
    if "capacity" not in sites.columns or sites["capacity"].isna().all():
        raise OptionError(
            Text(
                f"{option} 要用设施的能力（列 capacity），但计入的设施都没有能力数值",
                f"{option} needs the capacity of sites (column capacity), and none that counts "
                "has one",
            )
        )


def _catchment(case: ProvisionCase, options: ProvisionOptions) -> Reached:
    here = case.reached
    return here if options.zoned else replace(here, breaks=here.breaks[-1:])


def _rows(case: ProvisionCase, regions: gpd.GeoDataFrame) -> pd.Series[int]:
    """Tell which region each point lies in.

    Parameters
    ----------
    case : ProvisionCase
        What the coverage was worked out from.
    regions : geopandas.GeoDataFrame
        With ``adcode``.

    Returns
    -------
    pandas.Series of int
        Row of the region, by the point's id; without points that lie in none.
    """
    code = case.demand["adcode"].map(region_above(regions["adcode"], case.units))
    row = code.map(pd.Series(range(len(regions)), index=regions["adcode"]))
    found = pd.Series(row.to_numpy(), index=case.demand["id"]).dropna()
    return found.astype("int64")


def _by_region(
    case: ProvisionCase,
    points: gpd.GeoDataFrame,
    notes: list[Text],
    *,
    sums: tuple[str, ...],
    means: tuple[str, ...] = (),
    names: tuple[str, ...] = (),
) -> gpd.GeoDataFrame:
    told = coverage.sum_by_region(
        case.regions,
        points,
        case.units,
        sums=sums,
        means=dict.fromkeys(means, "amount"),
        names=names,
    )
    notes += told.left_out
    return gpd.GeoDataFrame(told.table)


def _stations(case: ProvisionCase, layers: Mapping[str, Layer]) -> pd.DataFrame:
    """Add up the stations of units by region; where none is known, that stays empty.

    Parameters
    ----------
    case : ProvisionCase
        What the coverage was worked out from.
    layers : mapping of str to Layer
        By role: those of the norms.

    Returns
    -------
    pandas.DataFrame
        The regions with stations needed and there.
    """
    figures, norms, size, there = (layers[name].table for name in NORM_ROLES)
    column = next((name for name in _STATIONS if name in there), _STATIONS[-1])
    rows = coverage.stations_needed(figures, norms, size, there, stations=column).table
    known = rows["stations_there"].notna()
    rows = rows.assign(units=1, counted=known.astype("int64"))
    # what is unknown must not make a sum unknown: `counted` says of how many units it is
    rows[list(_COUNTED[1:])] = rows[list(_COUNTED[1:])].fillna(0)
    sums = (*_COUNTED, "units", "counted")
    table = coverage.sum_by_region(case.regions, rows, case.units, sums=sums).table
    none = table["counted"] == 0
    table[list(_COUNTED[1:])] = table[list(_COUNTED[1:])].mask(none)
    return table
