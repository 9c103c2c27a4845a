"""How well each place is served: capacity within reach, and how many sites share the task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.columns import (
    AT_LEAST,
    EITHER,
    as_drawn,
    quantity_of,
    reaches_of,
    words_of,
    year_of,
)
from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.distance_decay import DecayOptions, decay_of, said_of_decay
from gisplan.analysis.coverage.models.decay import Decay
from gisplan.analysis.coverage.models.floating_catchment import Accessibility
from gisplan.analysis.coverage.models.selection import Shared, three_step_range
from gisplan.analysis.coverage.od_pairs import Reached, reached_or_possible
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.uncertain import (
    capacity_range,
    causes,
    linked,
    not_known,
    shown,
    unknown_names,
)
from gisplan.analysis.coverage.unplaced import Unplaced
from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Column, Outcome
from gisplan.catalog.units import T_A
from gisplan.text import LANGS, STOPS, Text

#: How capacity and demand are held against each other, each with its number of steps.
Method = Literal["2sfca", "3sfca"]
#: How much wider than rounding a range has to be to be one.
_ROUNDING = 1e-12


def _access(given: Given) -> TableSpec:
    quantity, reach = quantity_of(given), reaches_of(given)
    far, how = reach.said(), method_named(given["method"], given["decay"], len(reach.values))
    # by 3SFCA a facility draws demand from the others, so that one more may also take away
    least = EITHER if given["method"] == "3sfca" else AT_LEAST
    capacity, unit = given.column("sites", "capacity").unit, quantity.unit
    same = unit == T_A and capacity == T_A
    what = Text("产生量", "waste") if same else words_of(quantity)
    ratio = Text(
        f"可达能力与{what.zh}之比",
        f"Capacity in reach, per {'tonne of waste' if same else f'unit of {what.en}'}",
    )
    shared = Text(
        f"{far.zh}内各设施的能力按其 {far.zh}内的{what.zh}分摊后相加（{how.zh}）"
        f"{'；1 表示能力正好够' if same else ''}",
        f"Capacity within {far.en}, each facility's shared among the {what.en} within "
        f"{far.en} of it ({how.en}){'; 1: capacity just suffices' if same else ''}",
    )
    per = None  # of a table of one's own the units may not be known
    if capacity and unit:
        both = Text(f"{capacity.zh}/{unit.zh}", f"{capacity.en} / {unit.en}")
        per = Text("吨/吨", "t/t") if same else both

    def of(name: str, title: Text, meaning: Text, depends: Mapping[str, Bound]) -> Column:
        return declare(
            name,
            "number",
            title,
            unit=per,
            meaning=Text(f"{shared.zh}；{meaning.zh}", f"{shared.en}; {meaning.en}"),
            minimum=0,
            derived=True,
            depends=depends,
        )

    columns = (
        of(
            "access",
            ratio,
            Text(
                f"0 表示 {far.zh}内没有设施；有能力、位置或该年是否在不详的设施时为不详，留空",
                f"0: no facility within {far.en}; empty, that is not known, where a facility's "
                "capacity or place, or whether it stood that year, is not known",
            ),
            least,
        ),
        of(
            "access_low",
            Text(f"{ratio.zh}：最低", f"{ratio.en}: lowest"),
            Text("不详的设施按 0 计", "what is not known counts as 0"),
            least,
        ),
        of(
            "access_high",
            Text(f"{ratio.zh}：最高", f"{ratio.en}: highest"),
            Text(
                "该年是否在不详的设施计入；只知在哪个市州的，按其能力全部用于此处计；没有上限的留空，"
                "如有能力不详的设施时",
                "with those that may have stood; one known to its prefecture alone as if all its "
                "capacity were for this place; empty where nothing bounds it, as where a capacity "
                "is not known",
            ),
            EITHER,
        ),
    )
    drawn = as_drawn(given, *columns)
    return given.like("demand", *drawn, *unknown_names(), vintage=year_of(given))


def method_named(method: Method, decay: Mapping[str, Any] | None, reaches: int) -> Text:
    """Name the method, with its decay.

    Parameters
    ----------
    method : {"2sfca", "3sfca"}
        How capacity and demand are held against each other.
    decay : mapping, optional
        As :func:`gisplan.analysis.coverage.distance_decay.decay_of` takes it.
    reaches : int
        Number of reaches.

    Returns
    -------
    Text
        Such as 3SFCA, Gaussian decay (bandwidth 20).

    Examples
    --------
    >>> from gisplan.analysis.coverage.accessibility import method_named
    >>> method_named("2sfca", None, 2).en
    'E2SFCA'
    """
    said = said_of_decay(decay)
    two_steps = "E2SFCA" if said.en or reaches > 1 else "2SFCA"
    name = "3SFCA" if method == "3sfca" else two_steps
    return Text(f"{name}，{said.zh}", f"{name}, {said.en}") if said.en else Text(name, name)


@analysis("accessibility", gives=_access, bounds={"detour": (1, None)})
def accessibility(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    travel: pd.DataFrame | None = None,
    areas: gpd.GeoDataFrame | None = None,
    units: pd.DataFrame | None = None,
    *,
    reaches_km: Sequence[float] | None = None,
    reaches_min: Sequence[float] | None = None,
    weights: Sequence[float] = (),
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    detour: float = 1.0,
    decay: DecayOptions | None = None,
    method: Method = "2sfca",
) -> Outcome:
    """Weigh the capacity within reach of each point against the demand that shares it.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`; with ``capacity``.
    travel : pandas.DataFrame, optional
        As ``travel_times`` gives it, for reach by travel time.
    areas : geopandas.GeoDataFrame, optional
        Polygons of units, such as counties, with ``adcode``: whom a site may serve that is known
        to its prefecture alone. Without them such a site opens the figures of the demand of its
        prefecture.
    units : pandas.DataFrame, optional
        ``adcode``, ``level``, ``parent`` of every unit; with ``areas``.
    reaches_km, reaches_min : sequence of float
        One reach: 2SFCA. Several, rising: the zones of E2SFCA. Minutes with ``travel``.
    weights : sequence of float
        One for each zone, falling; there is no default, for they are a judgement. Not needed
        for a single reach, nor with ``decay``.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        All if empty.
    quantity : str
        What competes: ``population`` (persons) or ``t_STREAM`` (t a year).
    detour : float
        Of reach by distance.
    decay : mapping, optional
        How a site's weight falls within the reach, in km or minutes, as the reach: ``form``
        (``gaussian``, ``exponential``, ``power``, ``linear``, ``stepwise``) with its parameters;
        see :func:`gisplan.analysis.coverage.distance_decay.decay_of`.
    method : {"2sfca", "3sfca"}
        By ``3sfca`` (Wan, Zou and Sternberg 2012) demand first divides itself among the sites in
        its reach.

    Returns
    -------
    Outcome
        ``demand`` with ``access``: capacity (t a year) within reach per unit of the quantity,
        0 where there is none, empty where it is not known; see
        :func:`gisplan.analysis.coverage.models.floating_catchment`. ``access_low`` counts a site
        of unknown capacity, or one that may have stood (see
        :func:`gisplan.analysis.coverage.network.in_year`), as nothing; ``access_high`` counts it
        whole, and is empty where its capacity is not known. The ratio rises with each capacity, so
        that these two are its bounds. A site that is known to its prefecture alone counts as
        nothing in the one, and in the other as if all its capacity were for this point; by
        ``3sfca`` nothing bounds the other. ``unknown_zh`` and ``unknown_en`` name the sites that
        make the two differ; all of them are told in ``left_out``.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or the quantity is not known.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage import accessibility
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
    >>> told = accessibility(towns, network, reaches_km=[20], year=2020)
    >>> told.table[["id", "access"]]
      id  access
    0  a    0.16
    1  b    0.00
    """
    standard = ServiceStandard.of(
        travel, reach_km=reaches_km, reach_min=reaches_min, year=year, kinds=kinds, detour=detour
    )
    here = reached_or_possible(demand, sites, standard, areas=areas, units=units)
    return access_within(demand, here, weights, quantity=quantity, decay=decay, method=method)


def access_within(
    demand: gpd.GeoDataFrame,
    here: Reached,
    weights: Sequence[float],
    *,
    quantity: str,
    decay: DecayOptions | None = None,
    method: Method = "2sfca",
) -> Outcome:
    """Work out accessibility for sites chosen and reached before; see :func:`accessibility`.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    here : Reached
        Sites and pairs within reach.
    weights : sequence of float
        One for each zone, falling; not needed for a single reach.
    quantity : str
        Column of the demand that competes.
    decay, method
        As in :func:`accessibility`.

    Returns
    -------
    Outcome
        As of :func:`accessibility`.
    """
    found = access_of_placed(demand, here, weights, quantity=quantity, decay=decay, method=method)
    point = pd.Series(found.table.index, index=found.table["id"])
    table = opened_by_unplaced(
        found.table, here, group=point, amount=found.table[quantity], method=method
    )
    return replace(found, table=table, left_out=(*found.left_out, *here.somewhere.notes))


def access_of_placed(
    demand: gpd.GeoDataFrame,
    here: Reached,
    weights: Sequence[float],
    *,
    quantity: str,
    decay: DecayOptions | None = None,
    method: Method = "2sfca",
) -> Outcome:
    """Work out accessibility by the sites that have a place, the lowest with all there are.

    Parameters
    ----------
    demand, here, weights, quantity, decay, method
        As in :func:`access_within`.

    Returns
    -------
    Outcome
        As of :func:`accessibility`, before :func:`opened_by_unplaced`. By ``3sfca`` a site without
        a place draws demand from the others, wherever it stands: their part of ``access_low`` is
        what is left of it where that site is nearest.
    """
    falls, sites = decay_of(decay, here.breaks, measure=here.measure, weights=weights), here.sites
    low, high = capacity_range(sites)
    endless = np.isinf(high)
    finite = np.where(endless, 0.0, high)

    def shared(capacity: Floats) -> Accessibility:
        return coverage.floating_catchment(
            demand,
            sites.assign(capacity=capacity),
            here.pairs,
            decay=falls,
            quantity=quantity,
            steps=3 if method == "3sfca" else 2,
        )

    least = shared(low)
    table = demand.reset_index(drop=True)
    weight = falls.at(here.pairs["cost"].to_numpy(dtype=np.float64))
    within = (here.pairs["cost"] <= falls.limit).to_numpy() & (weight > 0)
    counts = here.pairs[within]
    sure = np.ones(len(sites), dtype=bool)
    if "standing" in sites.columns:
        sure = (sites["standing"] == "standing").to_numpy(dtype=bool)
    draws = method == "3sfca" and not sure.all()
    if draws:
        pairs = Shared(
            amount=demand[quantity].to_numpy(dtype=np.float64),
            point=pd.Index(demand["id"]).get_indexer(counts["demand"]),
            site=pd.Index(sites["id"]).get_indexer(counts["site"]),
            weight=weight[within],
        )
        table["access_low"], top = three_step_range(pairs, least=low, most=finite, sure=sure)
    else:
        table["access_low"] = least.demand["access"].to_numpy()
        top = shared(finite).demand["access"].to_numpy()
    without = counts.loc[counts["site"].isin(sites.loc[endless, "id"]), "demand"]
    table["access_high"] = np.where(table["id"].isin(without), np.nan, top)
    told = causes(demand["id"].tolist(), counts, sites, low != high, through=draws)
    names = {f"unknown_{lang}": told[lang].to_numpy() for lang in LANGS}
    clear = pd.isna(names["unknown_zh"])
    if draws:
        # linked to a site that may have stood, and yet the same with it and without
        clear |= (table["access_high"] <= table["access_low"] * (1 + _ROUNDING)).to_numpy()
        names = {name: pd.Series(said).mask(clear).to_numpy() for name, said in names.items()}
    table["access"] = table["access_low"].where(clear)
    table["access_high"] = table["access_high"].mask(clear, table["access_low"])
    if method == "3sfca":
        stands = counts["site"].isin(sites.loc[sure, "id"]).to_numpy()
        table["access_low"] *= _kept(
            table["id"], counts["demand"][stands], weight[within][stands], here.somewhere, falls
        )
    table = table.assign(**names)
    left_out = (*here.left_out, *not_known(sites), *least.left_out)
    return Outcome(table, left_out, here.counted)


def _kept(
    ids: pd.Series[str], demand: pd.Series[str], weight: Floats, unplaced: Unplaced, decay: Decay
) -> Floats:
    """Give the part of a demand's choice that sites keep, whatever one without a place draws.

    Demand i chooses site j by W_ij over the sum of W_il over all sites. One that stands somewhere
    in its unit adds no more to that sum than where it is nearest, and by drawing demand only
    raises what the others have for the rest.

    Parameters
    ----------
    ids : pandas.Series of str
        Ids of the demand.
    demand, weight
        Of the pairs with sites known to stand: ids, and weights by distance.
    unplaced : Unplaced
        Sites without a place.
    decay : Decay
        By cost.

    Returns
    -------
    array of float
        From 0 to 1.
    """
    cost = unplaced.pairs["cost"].to_numpy(dtype=np.float64)
    most = pd.Series(np.where(cost <= decay.limit, decay.at(cost), 0.0))
    drawn = ids.map(most.groupby(unplaced.pairs["demand"]).sum()).fillna(0.0).to_numpy()
    own = ids.map(pd.Series(weight, index=demand).groupby(level=0).sum()).fillna(0.0).to_numpy()
    return np.divide(own, own + drawn, out=np.ones(len(ids)), where=drawn > 0)


def opened_by_unplaced(
    table: gpd.GeoDataFrame,
    here: Reached,
    *,
    group: pd.Series[int],
    amount: pd.Series[float],
    method: Method = "2sfca",
) -> gpd.GeoDataFrame:
    """Open the accessibility of what a site may serve that is known to its prefecture alone.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Points, or regions, with the columns of :func:`access_of_placed` (of regions their means,
        weighted by the amount).
    here : Reached
        Sites and pairs within reach, and the sites without a place.
    group : pandas.Series of int
        Row of the table that each demand belongs to, by the demand's id; of those in none, none.
    amount : pandas.Series of float
        Demand of each row of the table.
    method : {"2sfca", "3sfca"}
        As in :func:`accessibility`.

    Returns
    -------
    geopandas.GeoDataFrame
        ``access`` is not known there, and the names are among those of the unknown. By ``2sfca``
        each site's capacity is spent once: the demand times its access, added up, is no more than
        what all of them hold. So ``access_high`` is that without such a site, and its capacity
        over the amount; empty where that is not known. By ``3sfca`` it is empty.
    """
    unplaced = here.somewhere
    if unplaced.sites.empty:
        return table
    met = unplaced.pairs[["demand", "site"]]
    if method == "3sfca":
        every = pd.concat([here.pairs[["demand", "site"]], met], ignore_index=True)
        met = pd.concat(
            [met, linked(group.index.tolist(), every, unplaced.sites["id"], met["demand"])],
            ignore_index=True,
        )
    rows = met.assign(row=met["demand"].map(group)).dropna(subset="row")
    rows = rows[["row", "site"]].drop_duplicates().astype({"row": np.intp})
    _, most = capacity_range(unplaced.sites)
    room = rows["site"].map(dict(zip(unplaced.sites["id"], most, strict=True)))
    added = room.groupby(rows["row"]).sum().reindex(range(len(table)), fill_value=0.0).to_numpy()
    opened = np.isin(np.arange(len(table)), rows["row"])
    share = np.divide(
        added,
        amount.to_numpy(dtype=np.float64),
        out=np.full(len(table), np.inf),
        where=(amount > 0).to_numpy() & (method == "2sfca"),
    )
    high = table["access_high"].to_numpy(dtype=np.float64) + np.where(opened, share, 0.0)
    found = table.assign(
        access=table["access"].mask(opened), access_high=np.where(np.isinf(high), np.nan, high)
    )
    for lang in LANGS:
        names = dict(zip(unplaced.sites["id"], shown(unplaced.sites, lang), strict=True))
        said = rows["site"].map(names).groupby(rows["row"]).agg(STOPS[lang].join)
        own = found[f"unknown_{lang}"].astype("object")
        both = [
            STOPS[lang].join(part for part in (before, added) if isinstance(part, str)) or None
            for before, added in zip(own, said.reindex(range(len(table))), strict=True)
        ]
        found[f"unknown_{lang}"] = pd.array(both, dtype="str")
    return gpd.GeoDataFrame(found)
