"""The tiers of a network: from collection station to sorting centre to utilisation base."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypedDict

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import amounts
from gisplan.analysis.columns import (
    AT_LEAST,
    EITHER,
    SITES_COUNTED,
    Reaches,
    as_drawn,
    quantity_of,
    words_of,
    year_of,
)
from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.models import Tier
from gisplan.analysis.coverage.od_pairs import between
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.coverage.uncertain import not_known
from gisplan.analysis.travel import Mode
from gisplan.analysis.travel.mode import in_cost
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Column, Outcome
from gisplan.catalog.units import PERCENT
from gisplan.errors import OptionError
from gisplan.text import Text


class TierWanted(TypedDict, total=False):
    """A tier as a declaration writes it, its sites and how far it reaches."""

    name: str
    kinds: Sequence[str]
    reach_km: float
    reach_min: float
    passes_on: float


_EMPTY = Text(
    "有设施能力不详时留空，其上各级亦然",
    "Empty where a capacity is not known, and in the tiers above",
)
_NOTHING = Text("能力不详的设施按 0 计", "Facilities of unknown capacity take nothing")
_ENDLESS = Text("能力不详的设施按不设限计", "Facilities of unknown capacity are without limit")


def _measured(given: Given) -> Reaches:
    """Give the reaches of all tiers.

    Parameters
    ----------
    given : Given
        Parameters of the analysis.

    Returns
    -------
    Reaches
        One a tier, km or minutes.
    """
    measure = "km" if any("reach_km" in one for one in given["tiers"]) else "min"
    return Reaches(tuple(float(one.get(f"reach_{measure}", 0)) for one in given["tiers"]), measure)


def _of_tiers(given: Given) -> TableSpec:
    quantity, reach = quantity_of(given), _measured(given)
    words, unit = words_of(quantity), quantity.unit

    def amount(
        name: str,
        zh: str,
        en: str,
        depends: Mapping[str, Bound] = AT_LEAST,
        meaning: Text | None = None,
    ) -> Column:
        return declare(
            name,
            "number",
            (zh, en),
            unit=unit,
            meaning=meaning,
            minimum=0,
            derived=True,
            depends=depends,
        )

    names = [str(one.get("name", "")) for one in given["tiers"]]
    known = given.find("sites", "tier")
    labels = {name: known.labels[name] for name in names if known and name in known.labels}
    columns = (
        declare("tier", "text", ("层级", "Tier"), required=True, values=names, labels=labels),
        declare(
            f"reach_{reach.measure}", "number", ("可达范围", "Reach"), unit=reach.unit, minimum=0
        ),
        SITES_COUNTED,
        declare(
            "without_capacity",
            "integer",
            ("其中能力不详", "Of unknown capacity"),
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        *as_drawn(
            given,
            amount(
                "connected",
                f"接得上的{words.zh}",
                f"{words.en} connected",
                meaning=Text(
                    "本级有设施可由下级各级到达",
                    "A site of this tier is reached through one of each tier below",
                ),
            ),
            declare(
                "connected_share",
                "number",
                (f"占全部{words.zh}", f"Of all {words.en[:1].lower()}{words.en[1:]}"),
                unit=PERCENT,
                minimum=0,
                maximum=100,
                derived=True,
                depends=AT_LEAST,
            ),
            amount("arriving", "到达本级", "Arriving"),
            amount("served", "本级接纳", "Taken in", meaning=_EMPTY),
            amount("served_low", "本级接纳：最低", "Taken in: lowest", meaning=_NOTHING),
            amount("served_high", "本级接纳：最高", "Taken in: highest", EITHER, _ENDLESS),
            amount("unserved", "本级未能接纳", "Not taken in", EITHER),
            amount("passed_on", "转往上级", "Passed on"),
            amount("kept", "留在本级", "Kept", EITHER),
        ),
    )
    return TableSpec(columns=columns, key=("tier",), vintage=year_of(given), rows_of=("demand",))


@analysis("tiers", gives=_of_tiers, bounds={"detour": (1, None)})
def tiers(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    travel: pd.DataFrame | None = None,
    *,
    tiers: Sequence[TierWanted],
    year: int,
    stream: str = "",
    quantity: str = "population",
    limited: bool = False,
    detour: float = 1.0,
) -> Outcome:
    """Tell, tier by tier, how much is connected and what goes through.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`; with ``tier``, and
        ``stream`` or ``capacity`` if these are asked for.
    travel : pandas.DataFrame, optional
        As ``travel_times`` gives it, for demand to the first tier and, stacked below, for the
        sites of each tier (as demand) to those of the next.
    tiers : sequence of mapping
        From the demand upward, each with ``name``; ``reach_km``, or ``reach_min`` with
        ``travel``; and by need ``kinds`` (of its sites; else the value of their column ``tier``
        is ``name``) and ``passes_on`` (the share that goes on to the next tier; else all).
    year : int
        What does not stand in it does not count.
    stream : str
        Only sites of this stream; all if empty.
    quantity : str
        Column of the demand that goes through the tiers.
    limited : bool
        Whether capacities limit; they are in the unit of the quantity then.
    detour : float
        Of reach by distance.

    Returns
    -------
    Outcome
        A row a tier: ``tier``, ``reach_km`` or ``reach_min``, ``sites`` and of these
        ``without_capacity``; ``connected`` (of the quantity: a site of this tier is reached
        through one of every tier below, whatever the capacities) and ``connected_share`` (0 to
        100); ``arriving``, ``served``, ``unserved``, ``passed_on``, ``kept`` (see
        :func:`gisplan.analysis.coverage.models.assign_through`), ``served_low`` and
        ``served_high``. Where capacities limit and that of a site is not known, what its tier takes
        is the range between those two, and the other figures of the tier, and all of the tiers
        above but the connected, are empty: which sites pass on what is not known. A tier without
        sites serves nothing and is named in ``left_out``, as are sites that do not count.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table, a tier or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage import tiers
    >>> towns = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["a", "b"],
    ...         "adcode": ["900101", "900102"],
    ...         "population": [500, 300],
    ...         "t_paper": [60.0, 30.0],
    ...     },
    ...     geometry=gpd.points_from_xy([104, 105], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "tier": "depot",
    ...         "capacity": [80.0],
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36.05]),
    ...     crs=4326,
    ... )
    >>> told = tiers(towns, network, tiers=[{"name": "depot", "reach_km": 20}], year=2020)
    >>> told.table[["tier", "sites", "connected", "connected_share"]]
        tier  sites  connected  connected_share
    0  depot      1      500.0             62.5
    """
    chain = _chain(demand, sites, travel, tiers, year=year, stream=stream, detour=detour)
    return _through(demand, chain, quantity=quantity, limited=limited)


def tiers_by_mode(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    *,
    mode: Mode,
    tiers: Sequence[Mapping[str, Any]],
    year: int,
    stream: str = "",
    quantity: str = "population",
    limited: bool = False,
) -> Outcome:
    """Tell the same as :func:`tiers`, by any mode; ``reach_km`` or ``reach_min`` as it measures.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        The network, with ``tier``, and ``stream`` or ``capacity`` if these are asked for.
    mode : Mode
        How one gets from tier to tier.
    tiers : sequence of Mapping[str, Any]
        As in :func:`tiers`.
    year : int
        What does not stand in it does not count.
    stream : str, optional
        Only sites of this stream; all if empty.
    quantity : str, optional
        Column of the demand that goes through the tiers.
    limited : bool, optional
        Whether capacities limit.

    Returns
    -------
    Outcome
        As of :func:`tiers`.

    Raises
    ------
    DataError
        If a table can't be used.
    OptionError
        If a tier or an option can't be.
    """
    chain = _linked(demand, sites, mode, tiers, year=year, stream=stream)
    return _through(demand, chain, quantity=quantity, limited=limited)


def _through(demand: gpd.GeoDataFrame, chain: _Chain, *, quantity: str, limited: bool) -> Outcome:
    amount = amounts(demand, quantity)
    if np.isnan(amount).any():
        raise OptionError(
            Text(
                f"{quantity} 没有数值，无法按层级分配；可改用其他数量（如 population）",
                f"{quantity} is not known and can't go through tiers; take another quantity, "
                "such as population",
            )
        )
    connected = _connected(demand, chain)
    table = _balance(demand, chain, quantity=quantity, limited=limited)
    there = pd.Series(amount, index=connected.index)
    table["connected"] = [float(there[connected[name]].sum()) for name in table["tier"]]
    whole = float(there.sum())
    table["connected_share"] = table["connected"] / whole * 100 if whole else np.nan
    return Outcome(table[[*_order(chain)]], chain.left_out)


def _of_points(given: Given) -> TableSpec:
    quantity = quantity_of(given)
    what = words_of(quantity)
    known = given.find("sites", "tier")
    to = []
    for one in given["tiers"]:
        name = str(one.get("name", ""))
        words = known.labels.get(name) if known else None
        said = words or Text(name, name)
        to.append(
            replace(
                quantity,
                name=f"to_{name}",
                type="number",
                title=Text(
                    f"接得上{said.zh}的{what.zh}",
                    f"{what.en} connected to {said.en}",
                ),
                derived=True,
            )
        )
    up = declare(
        "tiers_up",
        "integer",
        ("接得上的层级数", "Tiers connected"),
        meaning=("0 为第一级也到不了", "0: not even the first is in reach"),
        minimum=0,
        derived=True,
    )
    return given.like("demand", up, *to, vintage=year_of(given))


@analysis("connected_tiers", gives=_of_points, bounds={"detour": (1, None)})
def connected_tiers(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    travel: pd.DataFrame | None = None,
    *,
    tiers: Sequence[TierWanted],
    year: int,
    stream: str = "",
    quantity: str = "population",
    detour: float = 1.0,
) -> Outcome:
    """Tell of each demand point how far up the tiers it is connected.

    Parameters
    ----------
    demand, sites, travel, tiers, year, stream, quantity, detour
        As in :func:`tiers`.

    Returns
    -------
    Outcome
        ``demand`` with ``tiers_up`` (0 if not even the first is in reach) and, for each tier,
        ``to_NAME``, the quantity where that tier is connected and else 0, to be added up by
        region.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table, a tier or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage import connected_tiers
    >>> towns = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["a", "b"],
    ...         "adcode": ["900101", "900102"],
    ...         "population": [500, 300],
    ...         "t_paper": [60.0, 30.0],
    ...     },
    ...     geometry=gpd.points_from_xy([104, 105], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "tier": "depot",
    ...         "capacity": [80.0],
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36.05]),
    ...     crs=4326,
    ... )
    >>> told = connected_tiers(
    ...     towns, network, tiers=[{"name": "depot", "reach_km": 20}], year=2020
    ... )
    >>> told.table[["id", "tiers_up", "to_depot"]]
      id  tiers_up  to_depot
    0  a         1     500.0
    1  b         0       0.0
    """
    chain = _chain(demand, sites, travel, tiers, year=year, stream=stream, detour=detour)
    amount = amounts(demand, quantity)
    connected = _connected(demand, chain)
    table = demand.reset_index(drop=True)
    table["tiers_up"] = connected[list(chain.tiers)].sum(axis=1).astype("int64").to_numpy()
    for name in chain.tiers:
        table[f"to_{name}"] = np.where(
            connected[name], amount, np.where(np.isnan(amount), np.nan, 0.0)
        )
    return Outcome(table, chain.left_out)


class _Chain:
    """The tiers that were asked for, with their sites and the pairs that lead to them.

    Parameters
    ----------
    measure : str
        Kilometres or minutes.
    """

    def __init__(self, measure: str) -> None:
        self.measure = measure
        self.tiers: dict[str, Tier] = {}
        self.reaches: dict[str, float] = {}
        self.sites: dict[str, gpd.GeoDataFrame] = {}
        self.links: dict[str, pd.DataFrame] = {}
        self.left_out: tuple[Text, ...] = ()

    def tell(self, words: Sequence[Text]) -> None:
        """Keep what is said, each once.

        Parameters
        ----------
        words : sequence of Text
            Sentences.
        """
        self.left_out = tuple(dict.fromkeys((*self.left_out, *words)))

    @property
    def usable(self) -> list[str]:
        """The tiers below the first that has no site.

        Returns
        -------
        list of str
            Names of tiers, from the demand upward.
        """
        names = list(self.tiers)
        gaps = [n for n, name in enumerate(names) if self.sites[name].empty]
        return names[: gaps[0]] if gaps else names

    @property
    def stacked(self) -> pd.DataFrame:
        """The sites of the usable tiers, each with the name of its tier.

        Returns
        -------
        pandas.DataFrame
            With ``tier``.
        """
        parts = [self.sites[name].assign(tier=name) for name in self.usable]
        return pd.DataFrame(pd.concat(parts, ignore_index=True))


def _chain(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    travel: pd.DataFrame | None,
    wanted: Sequence[Mapping[str, Any]],
    *,
    year: int,
    stream: str,
    detour: float,
) -> _Chain:
    _check(wanted)
    standards = [
        ServiceStandard.of(
            travel,
            reach_km=one.get("reach_km"),
            reach_min=one.get("reach_min"),
            year=year,
            detour=detour,
        )
        for one in wanted
    ]
    return _linked(demand, sites, standards[0].mode, wanted, year=year, stream=stream)


def _linked(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    mode: Mode,
    wanted: Sequence[Mapping[str, Any]],
    *,
    year: int,
    stream: str,
) -> _Chain:
    _check(wanted)
    chain = _Chain(mode.measure)
    of_stream = sites
    if stream:
        of_stream = sites[sites["stream"] == stream] if "stream" in sites.columns else sites[:0]
    below: gpd.GeoDataFrame = demand
    for one in wanted:
        name = str(one["name"])
        own = _own(of_stream, one, year=year)
        chain.reaches[name] = reach = float(one[f"reach_{mode.measure}"])
        chosen = gpd.GeoDataFrame(own.table).reset_index(drop=True)
        chain.sites[name] = chosen
        chain.tell(own.left_out)
        if chosen.empty:
            chain.links[name] = pd.DataFrame(columns=["demand", "site", "cost"])
            of = Text(f"（{stream}）", f" ({stream})") if stream else Text("", "")
            none = Text(
                f"层级 {name}{of.zh}：已知设施都未计入，到此中断",
                f"tier {name}{of.en}: no known site counts, so that nothing gets there",
            )
            chain.tell([none])
        elif not below.empty:
            found = between(below, own, mode=mode, reaches=(reach,))
            chain.links[name] = found.pairs
            chain.tell(found.left_out)
        chain.tiers[name] = Tier(
            name=name,
            limit=in_cost(mode, reach),
            passes_on=one.get("passes_on"),
        )
        below = chosen
    return chain


def _check(wanted: Sequence[Mapping[str, Any]]) -> None:
    names = [one.get("name") for one in wanted]
    strange = sorted({key for one in wanted for key in one} - TierWanted.__annotations__.keys())
    if not wanted or not all(names) or len(set(names)) != len(names) or strange:
        said = ", ".join(strange) or str(names)
        keys = ", ".join(TierWanted.__annotations__)
        raise OptionError(
            Text(
                f"tiers 应至少一级，各有不重复的 name，可写 {keys}：{said}",
                f"tiers must be one at least, each with a name of its own and any of {keys}: "
                f"{said}",
            )
        )


def _own(sites: gpd.GeoDataFrame, one: Mapping[str, Any], *, year: int) -> Outcome:
    kinds = list(one.get("kinds", ()))
    by = sites["kind"].isin(kinds) if kinds else sites["tier"] == one["name"]
    return sites_that_count(sites[by], year=year)


def _connected(demand: pd.DataFrame, chain: _Chain) -> pd.DataFrame:
    table = pd.DataFrame(False, index=range(len(demand)), columns=list(chain.tiers))
    usable = chain.usable
    if usable:
        found = coverage.covered_through(
            demand, chain.stacked, chain.links, tiers=[chain.tiers[name] for name in usable]
        )
        table[usable] = found[usable].to_numpy(dtype=bool)
    return table


def _balance(demand: pd.DataFrame, chain: _Chain, *, quantity: str, limited: bool) -> pd.DataFrame:
    usable = chain.usable
    rows: list[dict[str, object]] = []
    arriving = float(demand[quantity].sum())
    if usable:
        stacked = chain.stacked

        def through(capacity: pd.Series[float] | float) -> coverage.Chain:
            return coverage.assign_through(
                demand,
                stacked.assign(capacity=capacity),
                chain.links,
                tiers=[chain.tiers[name] for name in usable],
                quantity=quantity,
            )

        found = through(stacked["capacity"] if limited else np.nan)
        balance = found.balance
        for end in ("low", "high"):
            balance[f"served_{end}"] = balance["served"]
        if limited and stacked["capacity"].isna().any():
            _leave_open(balance, through(stacked["capacity"].fillna(0.0)).balance, stacked)
        rows = [
            {str(key): value for key, value in row.items()} for row in balance.to_dict("records")
        ]
        last = rows[-1]
        broken = len(usable) < len(chain.tiers)
        if broken:
            share = chain.tiers[usable[-1]].passes_on or 1.0
            last["passed_on"] = last["served"] * share  # type: ignore[operator]
            last["kept"] = last["served"] - last["passed_on"]  # type: ignore[operator]
        arriving = float(last["passed_on"])  # type: ignore[arg-type]
        if limited:
            chain.tell(not_known(stacked))
            chain.tell([words for words in found.notes if words not in _of_capacity(found)])
    for name in list(chain.tiers)[len(usable) :]:
        rows.append(
            {
                "tier": name,
                "arriving": arriving,
                "served": 0.0,
                "served_low": 0.0,
                "served_high": 0.0,
                "unserved": arriving,
                "passed_on": 0.0,
                "kept": 0.0,
            }
        )
        arriving = 0.0
    table = pd.DataFrame(rows)
    own = [chain.sites[name] for name in table["tier"]]
    table[f"reach_{chain.measure}"] = [chain.reaches[name] for name in table["tier"]]
    table["sites"] = [len(one) for one in own]
    table["without_capacity"] = [
        int(one["capacity"].isna().sum()) if "capacity" in one else len(one) for one in own
    ]
    return table


def _of_capacity(found: coverage.Chain) -> tuple[Text, ...]:
    """Give what the model says of unknown capacities, which is said here in other words.

    Parameters
    ----------
    found : Chain
        What went through the tiers.

    Returns
    -------
    tuple of Text
        Sentences.
    """
    return tuple(words for step in found.assignments.values() for words in step.notes)


def _leave_open(high: pd.DataFrame, low: pd.DataFrame, sites: pd.DataFrame) -> None:
    """Empty what is not known from the first tier on that has a site of unknown capacity.

    What such a tier takes grows with its capacity, so that its two ends are bounds. Of the tiers
    above there are none: the same tonnes, taken by another site, may get no further.

    Parameters
    ----------
    high, low : pandas.DataFrame
        Balances with unknown capacity without limit, and as nothing. The first is changed.
    sites : pandas.DataFrame
        ``tier`` and ``capacity``.
    """
    unclear = set(sites.loc[sites["capacity"].isna(), "tier"])
    first = next(n for n, name in enumerate(high["tier"]) if name in unclear)
    at, above = high.index[first], high.index[first + 1 :]
    high.loc[at, "served_low"] = low.loc[at, "served"]
    high.loc[at, ["served", "unserved", "passed_on", "kept"]] = np.nan
    figures = ["arriving", "served", "served_low", "served_high", "unserved", "passed_on", "kept"]
    high.loc[above, figures] = np.nan


def _order(chain: _Chain) -> tuple[str, ...]:
    return (
        "tier",
        f"reach_{chain.measure}",
        "sites",
        "without_capacity",
        "connected",
        "connected_share",
        "arriving",
        "served",
        "served_low",
        "served_high",
        "unserved",
        "passed_on",
        "kept",
    )
