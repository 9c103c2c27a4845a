"""Sites that are known to a whole unit alone, such as a prefecture, and whom they may serve.

Such a site stands somewhere in its unit. It takes nothing for certain; at most it serves whatever
lies within reach of some place in the unit. So it stands in no lowest figure, and opens the highest
of every place that it may reach, there under its name.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import listed_names
from gisplan.analysis.coverage.position_range import borders_of
from gisplan.analysis.coverage.range_by_way import cost_at_least
from gisplan.analysis.coverage.standing import MOST_NAMES, SitesOfYear
from gisplan.analysis.travel import Mode
from gisplan.analysis.travel.area_distance import distances_to_area
from gisplan.analysis.travel.mode import in_cost
from gisplan.analysis.travel.od_matrix import Reach
from gisplan.arrays import Bools
from gisplan.errors import OptionError
from gisplan.text import Text

_COLUMNS = ("demand", "site", "cost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """Sites that stand somewhere in a unit, and whom they may serve.

    Attributes
    ----------
    sites : geopandas.GeoDataFrame
        Those that stood or may have, with ``standing``; only such as may serve somebody.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``: whom each may serve, with a cost that is not undercut
        wherever in its unit it stands, in metres or minutes.
    bordered : bool
        Whether the border of each one's unit is known. Else it is paired with the demand of that
        unit alone, or with all where the demand has no ``adcode``.
    """

    sites: gpd.GeoDataFrame
    pairs: pd.DataFrame
    bordered: bool = True

    @property
    def notes(self) -> tuple[Text, ...]:
        """Name the sites, and say how they count.

        Returns
        -------
        tuple of Text
            A sentence; none where there is no such site.
        """
        count = len(self.sites)
        if not count:
            return ()
        zh, en = listed_names(self.sites, np.ones(count, dtype=bool), most=MOST_NAMES)
        if self.bordered:
            far = Text(
                "最高计入它在界内任何位置可能服务到的地方",
                "the highest count them wherever they may serve from some place within its border",
            )
        else:
            far = Text(
                "最高只在该单元内放开（缺它的边界），邻近地方也可能用到它",
                "the highest are open in that unit alone, for lack of its border, and places nearby"
                " may be served by them",
            )
        return (
            Text(
                f"{count} 处设施只知在哪个市州等单元：最低按 0 计，{far.zh}：{zh}",
                f"{count} site(s) are known to a prefecture or such a unit alone: nothing in the"
                f" lowest figures; {far.en}: {en}",
            ),
        )


def nowhere(sites: gpd.GeoDataFrame) -> Unplaced:
    """Give what there is where each site has a place.

    Parameters
    ----------
    sites : geopandas.GeoDataFrame
        Any; none of them is taken.

    Returns
    -------
    Unplaced
        No site and no pair.
    """
    return Unplaced(sites=sites.iloc[:0], pairs=pd.DataFrame(columns=list(_COLUMNS)))


def unplaced_within(
    demand: gpd.GeoDataFrame,
    stood: SitesOfYear,
    areas: gpd.GeoDataFrame | None,
    units: pd.DataFrame | None,
    *,
    mode: Mode,
    limit: float,
    found: Reach | None = None,
) -> Unplaced:
    """Find whom the sites may serve that are known to a whole unit alone.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id``, and ``adcode`` where they have it.
    stood : SitesOfYear
        The sites that stood and those that may have, with ``adcode``.
    areas : geopandas.GeoDataFrame or None
        Polygons of units, such as counties, with ``adcode``; None if there are none.
    units : pandas.DataFrame or None
        ``adcode``, ``level``, ``parent`` of every unit; with ``areas``.
    mode : Mode
        How one gets there.
    limit : float
        Greatest reach, in the mode's measure.
    found : Reach, optional
        What the mode found of the sites that are placed: demand off the road is reached by none.

    Returns
    -------
    Unplaced
        Sites and pairs.

    Raises
    ------
    OptionError
        If there are areas and no units.

    Notes
    -----
    Of reach by distance the least cost is the geodesic to the nearest place of the area, on the
    safe side by 110 m at most. A way by road is no shorter, less the gaps over which roads were
    joined, and no quicker than at the greatest speed. Of a friction raster, or a table of travel
    times, nothing bounds it: there the sites may serve all.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> import shapely
    >>> from gisplan.analysis.coverage.standing import sites_by_standing
    >>> from gisplan.analysis.coverage.unplaced import unplaced_within
    >>> from gisplan.analysis.travel import ByDistance
    >>> counties = gpd.GeoDataFrame(
    ...     {"adcode": ["900101"]}, geometry=[shapely.box(104, 36, 104.2, 36.2)], crs=4326
    ... )
    >>> units = pd.DataFrame({"adcode": ["900101"], "level": ["county"], "parent": ["900100"]})
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["near", "far"]},
    ...     geometry=gpd.points_from_xy([104.3, 106], [36.1, 36.1]),
    ...     crs=4326,
    ... )
    >>> plant = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "adcode": "900100",
    ...         "precision": "prefecture",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104.1], [36.1]),
    ...     crs=4326,
    ... )
    >>> stood = sites_by_standing(plant, year=2020)
    >>> found = unplaced_within(towns, stood, counties, units, mode=ByDistance(), limit=20)
    >>> found.pairs[["demand", "site"]]
      demand site
    0   near    P
    """
    if (areas is None) != (units is None):
        raise OptionError(
            Text(
                "单元的边界（areas）和单元表（units）要一起给出",
                "borders of units (areas) and the table of units (units) are given together",
            )
        )
    if stood.unplaced.empty:
        return nowhere(stood.unplaced)
    ids, most = demand["id"].to_numpy(), in_cost(mode, limit)
    off = _off_road(demand, found)
    parts: list[pd.DataFrame] = []
    bordered = True
    codes = stood.unplaced.get("adcode", pd.Series(None, index=stood.unplaced.index))
    for code, rows in stood.unplaced.groupby(codes.astype("object"), dropna=False):
        area = None if areas is None or units is None else borders_of(code, areas, units)
        if area is None:
            bordered = False
            least = np.where(_lies_in(demand, code), 0.0, np.inf)
        else:
            least = cost_at_least(distances_to_area(demand, area)[0], mode)
        met = np.flatnonzero((least <= most) & ~off)
        parts += [
            pd.DataFrame({"demand": ids[met], "site": site, "cost": least[met]})
            for site in rows["id"]
        ]
    pairs = pd.concat(parts, ignore_index=True)
    return Unplaced(
        sites=gpd.GeoDataFrame(stood.unplaced[stood.unplaced["id"].isin(pairs["site"])]),
        pairs=pairs,
        bordered=bordered,
    )


def _off_road(demand: gpd.GeoDataFrame, found: Reach | None) -> Bools:
    if found is None:
        return np.zeros(len(demand), dtype=bool)
    lost = found.unreachable
    off = lost.loc[(lost["reason"] == "off_road") & (lost["of"] == "demand"), "id"]
    return np.asarray(demand["id"].isin(off), dtype=np.bool_)


def _lies_in(demand: gpd.GeoDataFrame, code: Hashable) -> Bools:
    """Tell which points lie in a unit, by their codes.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points, with ``adcode`` where they have it.
    code : str or None
        Of the unit.

    Returns
    -------
    array of bool
        All where nothing tells.
    """
    if "adcode" not in demand or not (isinstance(code, str) and code.isdigit()):
        return np.ones(len(demand), dtype=bool)
    # a prefecture ends in 00, a province in 0000
    stem = code
    while len(stem) > 2 and stem.endswith("00"):
        stem = stem[:-2]
    own = demand["adcode"]
    return np.asarray(own.isna() | own.astype("str").str.startswith(stem), dtype=np.bool_)
