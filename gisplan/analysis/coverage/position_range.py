"""Who may be within reach, wherever sites stand that are known only to their county.

A site is drawn at one point and may stand anywhere in the unit that it is known to lie in. What is
covered is told where it is drawn, and as a range: what is covered wherever it stands, and what may
be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import listed_names
from gisplan.analysis.columns import AT_LEAST, AT_MOST, EITHER, OWN_POSITION
from gisplan.analysis.coverage.by_region import bounds_of, regions_spec, service_by_standard
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import MOST_NAMES, SitesOfYear, sites_by_standing
from gisplan.analysis.travel.area_distance import distances_to_area
from gisplan.analysis.travel.distance import nearest_costs
from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.arrays import Bools, Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis
from gisplan.catalog.layer import Column, Outcome
from gisplan.catalog.worth import WHERE_DRAWN
from gisplan.places.hierarchy import region_above
from gisplan.text import Text

#: What is least covered, and what most.
_LOW = Text(
    "只计已知在的设施，无论其在所在县或市州内何处",
    "Sites known to have stood alone, wherever in their county or prefecture they stand",
)
_HIGH = Text(
    "另计该年是否在不详的设施，各取所在县或市州内最有利的位置",
    "With those that may have stood, each where in its county or prefecture it reaches most",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRange:
    """How far it is to the nearest site, at least and at most, for each demand point.

    Attributes
    ----------
    least : array of float
        Metres, the detour included, with every site that stood or may have, each where in its unit
        it is nearest; infinite beyond the limit.
    most : array of float
        The same with those known to have stood alone, each where it is farthest.
    """

    least: Floats
    most: Floats


def cost_range(
    demand: gpd.GeoDataFrame,
    stood: SitesOfYear,
    areas: gpd.GeoDataFrame,
    units: pd.DataFrame,
    *,
    reaches_km: Sequence[float],
    detour: float = 1.0,
) -> CostRange:
    """Bound how far it is to the nearest site, over all places where sites may stand.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id``.
    stood : SitesOfYear
        The sites that stood and those that may have, with ``adcode`` and ``precision``.
    areas : geopandas.GeoDataFrame
        Polygons of units, such as counties, with ``adcode``. A unit without one stands for those
        below it, or lies in the next above it that has some.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent`` of every unit.
    reaches_km : sequence of float
        Reaches that will be asked for, the detour included.
    detour : float
        Factor from the geodesic to the way that is really gone.

    Returns
    -------
    CostRange
        Bounds for each point.

    Notes
    -----
    A demand point is covered wherever the sites stand if one of them reaches it from every place in
    its unit: then it is covered in each arrangement. If none does, each site has a place from which
    it does not reach the point, and in that arrangement it is not covered. So what is told of each
    point is exact (to the 110 m of :func:`gisplan.analysis.travel.area_distance.distances_to_area`,
    on the safe side). A sum over points is a bound: no arrangement covers less than all that is
    covered in every one, nor more than all that is covered in some; these need not be one.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> import shapely
    >>> from gisplan.analysis.coverage.standing import sites_by_standing
    >>> from gisplan.analysis.coverage.position_range import cost_range
    >>> counties = gpd.GeoDataFrame(
    ...     {"adcode": ["900101"]}, geometry=[shapely.box(104, 36, 104.2, 36.2)], crs=4326
    ... )
    >>> units = pd.DataFrame({"adcode": ["900101"], "level": ["county"], "parent": [None]})
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a"]}, geometry=gpd.points_from_xy([104.3], [36.1]), crs=4326
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "adcode": "900101",
    ...         "precision": "county",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104.1], [36.1]),
    ...     crs=4326,
    ... )
    >>> stood = sites_by_standing(network, year=2020)
    >>> span = cost_range(towns, stood, counties, units, reaches_km=[50])
    >>> (span.least / 1000).round(1).tolist(), (span.most / 1000).round(1).tolist()
    ([8.9], [29.3])
    """
    limit = max(reaches_km) * M_PER_KM
    every = _every(stood)
    sure = (every["standing"] == "standing").to_numpy(dtype=bool)
    own = _known(every)
    least, most = (np.full(len(demand), np.inf) for _ in range(2))
    if own.any():
        least = np.minimum(least, _nearest(demand, every[own], limit, detour))
    if (own & sure).any():
        most = np.minimum(most, _nearest(demand, every[own & sure], limit, detour))
    for area, rows in _by_area(every[~own], areas, units):
        if area is None:
            continue
        near, far = distances_to_area(demand, area, limit=limit / detour)
        least = np.minimum(least, near * detour)
        if (rows["standing"] == "standing").any():
            most = np.minimum(most, far * detour)
    least[least > limit], most[most > limit] = np.inf, np.inf
    return CostRange(least=least, most=most)


def position_notes(
    stood: SitesOfYear,
    areas: gpd.GeoDataFrame,
    units: pd.DataFrame,
    *,
    reaches_km: Sequence[float],
    detour: float = 1.0,
) -> tuple[Text, ...]:
    """Name the sites that are known more coarsely than the reaches asked for.

    Parameters
    ----------
    stood, areas, units, reaches_km, detour
        As in :func:`cost_range`.

    Returns
    -------
    tuple of Text
        Sentences.
    """
    every = _every(stood)
    words: list[Text] = []
    coarse, lost = every[~_known(every)], []
    offsets = pd.Series(0.0, index=coarse.index)
    for area, rows in _by_area(coarse, areas, units):
        if area is None:
            lost.append(rows)
            continue
        drawn = rows[rows.geometry.notna() & (rows["standing"] == "standing")]
        if len(drawn):
            offsets[drawn.index] = distances_to_area(drawn, area)[1] * detour
    words += _coarser(coarse, offsets, reaches_km)
    words += _without_area(lost)
    return tuple(words)


def _every(stood: SitesOfYear) -> gpd.GeoDataFrame:
    placed = stood.placed
    if stood.unplaced.empty:
        return placed
    both = pd.concat([placed, stood.unplaced], ignore_index=True)
    return gpd.GeoDataFrame(both, geometry="geometry", crs=placed.crs)


def _known(sites: gpd.GeoDataFrame) -> Bools:
    own = sites["precision"].isin(OWN_POSITION) & sites.geometry.notna()
    return np.asarray(own, dtype=np.bool_)


def _by_area(
    sites: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, units: pd.DataFrame
) -> Iterator[tuple[gpd.GeoSeries | None, gpd.GeoDataFrame]]:
    for code, rows in sites.groupby("adcode", dropna=False):
        yield borders_of(code, areas, units), rows


def _nearest(
    demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, limit: float, detour: float
) -> Floats:
    found = nearest_costs(demand, sites, limit=limit, detour=detour)
    return np.where(np.isnan(found), np.inf, found)


def borders_of(code: object, areas: gpd.GeoDataFrame, units: pd.DataFrame) -> gpd.GeoSeries | None:
    """Give the polygons of a unit: its own, those below it, or those of the next above it.

    Parameters
    ----------
    code : object
        The unit's code; None where none is known.
    areas : geopandas.GeoDataFrame
        Polygons with ``adcode``.
    units : pandas.DataFrame
        ``adcode`` and ``parent`` of every unit.

    Returns
    -------
    geopandas.GeoSeries or None
        None where there is none.
    """
    parents = units.dropna(subset=["parent"]).set_index("adcode")["parent"]
    seen: set[object] = set()
    while isinstance(code, str) and code not in seen:
        found = areas.geometry[areas["adcode"].map(region_above([code], units)).notna().to_numpy()]
        if len(found):
            return found
        seen.add(code)
        above = parents[parents.index == code]
        code = next((one for one in above if one != code), None)
    return None


def _coarser(
    sites: gpd.GeoDataFrame, offsets: pd.Series[float], reaches_km: Sequence[float]
) -> tuple[Text, ...]:
    wide = np.asarray(offsets > min(reaches_km) * M_PER_KM, dtype=np.bool_)
    if not wide.any():
        return ()
    far = offsets[wide].max() / M_PER_KM
    beyond = [f"{km:g}" for km in reaches_km if km < far]
    zh, en = listed_names(sites, wide, most=MOST_NAMES)
    count = int(wide.sum())
    return (
        Text(
            f"{count} 处设施的位置比所问的范围（{'、'.join(beyond)} 千米）粗：只知所在单元，"
            f"实际可离图上位置达 {far:.0f} 千米，按图上位置的数只是示意，以最低和最高为准：{zh}",
            f"{count} site(s) are placed more coarsely than the reach asked for"
            f" ({', '.join(beyond)} km): known to their unit alone, they may stand up to"
            f" {far:.0f} km from where they are drawn; what is told of that point is a sketch, the"
            f" lowest and the highest hold: {en}",
        ),
    )


def _without_area(lost: Sequence[gpd.GeoDataFrame]) -> tuple[Text, ...]:
    if not lost:
        return ()
    rows = pd.concat(list(lost), ignore_index=True)
    zh, en = listed_names(rows, np.ones(len(rows), dtype=bool), most=MOST_NAMES)
    return (
        Text(
            f"{len(rows)} 处设施所在的单元没有边界，未计入最低和最高：{zh}",
            f"{len(rows)} site(s) lie in a unit without a border and are not in the lowest and the"
            f" highest: {en}",
        ),
    )


def _ranged(name: str, title: Text, unit: Text | None) -> list[Column]:
    """Declare what is covered, or is not, where sites are drawn, at least and at most.

    Parameters
    ----------
    name : str
        Name of the column.
    title : Text
        Its title.
    unit : Text, optional
        Of the figure.

    Returns
    -------
    list of Column
        Three.
    """
    low, high = (_LOW, AT_LEAST), (_HIGH, EITHER)
    if name.startswith("beyond"):
        # what is least covered is most beyond
        low, high = (_HIGH, EITHER), (_LOW, AT_MOST)
    # a site may stand nearer than it is drawn, or farther
    drawn = (WHERE_DRAWN, None, EITHER)
    parts = [
        (name, *drawn),
        (f"{name}_low", Text("最低", "lowest"), *low),
        (f"{name}_high", Text("最高", "highest"), *high),
    ]
    return [
        column
        for one, words, meaning, depends in parts
        for column in bounds_of(
            one,
            Text(f"{title.zh}：{words.zh}", f"{title.en}: {words.en}"),
            unit,
            meaning=meaning,
            depends=depends,
        )
    ]


def _spec(given: Given) -> TableSpec:
    return regions_spec(given, _ranged)


@analysis("service_range_by_region", gives=_spec, bounds={"detour": (1, None)})
def service_range_by_region(
    regions: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    units: pd.DataFrame,
    areas: gpd.GeoDataFrame,
    *,
    reaches_km: Sequence[float],
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    detour: float = 1.0,
) -> Outcome:
    """Tell how much of each region's demand has a site within reach, at least and at most.

    Parameters
    ----------
    regions, demand, sites, units
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    areas : geopandas.GeoDataFrame
        Polygons of the units that sites lie in, such as counties, with ``adcode``.
    reaches_km : sequence of float
        Rising distances in km, the detour included.
    year, kinds, quantity, detour
        As there.

    Returns
    -------
    Outcome
        As there, where sites are drawn, and of ``share_R``, ``within_R`` and ``beyond_R`` also
        ``…_low`` and ``…_high``. The least covered: by the sites known to have stood, wherever in
        its unit a site stands that is known no more exactly. The most: with those that may have
        stood, and those placed too coarsely to be drawn, each where it reaches most. See
        :func:`cost_range` for the proof. Sites known more coarsely than the reaches are told in
        ``left_out``.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> import shapely
    >>> from gisplan.analysis.coverage.position_range import service_range_by_region
    >>> regions = gpd.GeoDataFrame(
    ...     {"adcode": ["900101"], "level": "county"},
    ...     geometry=[shapely.box(103.5, 35.9, 104.5, 36.1)],
    ...     crs=4326,
    ... )
    >>> units = pd.DataFrame({"adcode": ["900101"], "level": ["county"], "parent": [None]})
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b"], "adcode": "900101", "population": [500, 300]},
    ...     geometry=gpd.points_from_xy([104, 103.6], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "adcode": "900101",
    ...         "precision": "county",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36]),
    ...     crs=4326,
    ... )
    >>> told = service_range_by_region(
    ...     regions, towns, network, units, regions, reaches_km=[20, 50], year=2020
    ... )
    >>> told.table[["within_20", "within_20_low", "within_20_high", "within_50_low"]]
       within_20  within_20_low  within_20_high  within_50_low
    0      500.0            0.0           800.0          500.0
    """
    standard = ServiceStandard.of(None, reach_km=reaches_km, year=year, kinds=kinds, detour=detour)
    stood = sites_by_standing(sites, year=year, kinds=kinds)
    span = cost_range(demand, stood, areas, units, reaches_km=standard.reaches, detour=detour)
    told = service_by_standard(
        regions,
        demand,
        stood.counted,
        units,
        standard,
        quantity=quantity,
        span=(span.least, span.most),
    )
    notes = position_notes(stood, areas, units, reaches_km=standard.reaches, detour=detour)
    return Outcome(told.table, (*told.left_out, *notes), told.counted)
