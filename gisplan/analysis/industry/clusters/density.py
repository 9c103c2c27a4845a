"""Density clusters of points, by their distance on the ellipsoid.

The haversine metric of scikit-learn is that of a sphere (up to 0.56 % off); so it only finds the
pairs that may be near, and their distances are then those of the geodesic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod, Proj
from scipy.sparse import csr_array

from gisplan.analysis.checks import require_columns
from gisplan.analysis.columns import REASONS
from gisplan.analysis.industry.clusters.status import needs, too_few, verdict
from gisplan.arrays import Floats, Ints
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import PRECISIONS, Outcome
from gisplan.catalog.units import KM, KM2
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

_GEOD = Geod(ellps="WGS84")
#: Mean radius of the sphere, km, and by how much more the sphere is asked for.
_RADIUS, _MARGIN = 6371.0088, 1.01
#: HDBSCAN takes all distances; more points than this don't fit into memory.
_MOST = 5000
#: Columns of the result, after the group.
_COLUMNS = (
    *("cluster", "members", "places", "industries", "names", "diameter_km", "hull_km2"),
    *("status", "reason_zh", "reason_en"),
)


@dataclass(frozen=True, slots=True)
class _Density:
    method: str
    distance_km: float
    minimum: int


def near_pairs(lon: Floats, lat: Floats, *, distance_km: float) -> tuple[Ints, Ints, Floats]:
    """Find all pairs of points within a distance on the WGS 84 ellipsoid.

    Parameters
    ----------
    lon, lat : numpy.ndarray of float, shape (n,)
        Degrees.
    distance_km : float
        Greatest length of the geodesic in km.

    Returns
    -------
    first, second : numpy.ndarray of int
        Each pair once, ``first < second``.
    km : numpy.ndarray of float
        Length of the geodesic (Karney 2013, *Algorithms for geodesics*).
    """
    try:
        from sklearn.neighbors import BallTree
    except ImportError as error:
        raise needs("scikit-learn") from error
    radians = np.radians(np.column_stack([lat, lon]))
    found = BallTree(radians, metric="haversine").query_radius(
        radians, distance_km * _MARGIN / _RADIUS
    )
    first = np.repeat(np.arange(len(lon)), [len(each) for each in found])
    second = np.concatenate(found) if len(found) else first
    once = first < second
    first, second = first[once], second[once]
    km = _GEOD.inv(lon[first], lat[first], lon[second], lat[second])[2] / 1000.0
    within = km <= distance_km
    order = np.lexsort((second[within], first[within]))
    return first[within][order], second[within][order], km[within][order]


def _clusters(given: Given) -> TableSpec:
    by = given["by"]
    kind = given.find("places", by) if by else None
    labels = kind.labels if kind else {"all": Text("全部", "all")}
    columns = (
        declare("group", "text", ("类别", "Group"), required=True, values=(), labels=labels),
        declare("cluster", "integer", ("序号", "Number")),
        declare(
            "members", "integer", ("成员数", "Members"), derived=True, depends={"places": "lower"}
        ),
        declare(
            "places",
            "integer",
            ("不同位置数", "Positions"),
            derived=True,
            depends={"places": "lower"},
        ),
        declare("industries", "text", ("产业", "Industries")),
        declare("names", "text", ("名单", "Names")),
        declare(
            "diameter_km",
            "number",
            ("最远距离", "Longest distance"),
            unit=KM,
            derived=True,
            depends={"places": "lower"},
        ),
        declare(
            "hull_km2",
            "number",
            ("外包面积", "Area of the hull"),
            unit=KM2,
            derived=True,
            depends={"places": "lower"},
        ),
        declare(
            "status",
            "text",
            ("结果", "Status"),
            required=True,
            labels={
                "decided": ("集聚", "a cluster"),
                "none": ("没有集聚", "none"),
                "undecided": ("无法判断", "undecided"),
            },
            derived=True,
            partial_labels={"none": ("已知的没有集聚", "none among those known")},
            depends={"places": "open"},
        ),
        *REASONS,
    )
    return TableSpec(
        columns=columns,
        key=("group", "cluster"),
        geometry="polygon",
        positions="digitised",
        geometry_required=False,
        vintage=given.layers["places"].vintage,
        rows_of=("places",),
    )


@analysis(
    "density_clusters",
    gives=_clusters,
    bounds={"distance_km": (0, None), "minimum": (1, None), "fewest": (1, None)},
)
def density_clusters(
    places: gpd.GeoDataFrame,
    *,
    by: str | None = None,
    method: Literal["dbscan", "hdbscan"] = "dbscan",
    distance_km: float = 10.0,
    minimum: int = 5,
    fewest: int = 20,
    finest: Sequence[str] = ("surveyed", "digitised", "address", "site", "town"),
) -> Outcome:
    """Find clusters of points and draw a hull around each.

    Parameters
    ----------
    places : geopandas.GeoDataFrame
        Points in EPSG:4326 with ``name_zh``, ``industry`` and, where positions differ in
        exactness, ``precision``.
    by : str, optional
        A column: clusters of all, and of each of its values apart.
    method : {"dbscan", "hdbscan"}
        DBSCAN (Ester et al. 1996): points with ``minimum`` points, themselves counted, within
        ``distance_km`` are cores; cores within that distance and what is near one are a cluster.
        HDBSCAN (Campello et al. 2013): clusters of any density with ``minimum`` points or more;
        ``distance_km`` is then the distance below which clusters are not split.
    distance_km : float
        See ``method``; in km, along the geodesic.
    minimum : int
        See ``method``; 2 or more.
    fewest : int
        With fewer usable points nothing is said of clusters.
    finest : sequence of str
        Precisions that are used. Points known by county all stand at one spot, which is no
        cluster.

    Returns
    -------
    Outcome
        One row a cluster, with a polygon: ``group`` (value of ``by``, or ``all``), ``cluster``
        (1, 2 … from the largest), ``members``, ``places`` (different positions), ``industries``
        and ``names`` (each once), ``diameter_km`` (the longest distance between two members),
        ``hull_km2`` (of their convex hull; the polygon is drawn half a kilometre wider),
        ``status``. A group without clusters has one row without polygon: ``none``, or
        ``undecided`` with the reason. ``left_out`` counts points that were too coarse, have no
        position, or are in no cluster.

    Raises
    ------
    OptionError
        If a parameter can't be or a column is missing.
    DataError
        If HDBSCAN gets more points than fit into memory.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.industry.clusters import density_clusters
    >>> lon = [104.00, 104.01, 104.02, 106.00, 106.01, 106.02, 108.00]
    >>> firms = gpd.GeoDataFrame(
    ...     {"name_zh": list("甲乙丙丁戊己庚"), "industry": "recycling"},
    ...     geometry=gpd.points_from_xy(lon, [36] * 7),
    ...     crs=4326,
    ... )
    >>> told = density_clusters(firms, distance_km=5, minimum=3, fewest=5)
    >>> told.table[["group", "cluster", "members", "diameter_km", "status"]].round(1)
      group  cluster  members  diameter_km   status
    0   all        1        3          1.8  decided
    1   all        2        3          1.8  decided
    """
    require_columns(places, ["name_zh", "industry", *([by] if by else [])])
    strange = sorted(set(finest) - set(PRECISIONS))
    if method not in ("dbscan", "hdbscan") or not distance_km > 0 or minimum < 2 or strange:
        raise OptionError(
            Text(
                "method 应为 dbscan 或 hdbscan，distance_km 大于 0，minimum 不小于 2，"
                f"finest 为已有的精度：{'、'.join(strange)}",
                "method is dbscan or hdbscan, distance_km above 0, minimum 2 or more, finest of "
                f"the precisions there are: {', '.join(strange)}",
            )
        )
    placed = places.geometry.notna() & ~places.geometry.is_empty
    fine = placed
    if "precision" in places.columns:
        fine = placed & places["precision"].isin(list(finest))
    coarse = int((placed & ~fine).sum())
    options = _Density(method, distance_km, minimum)
    rows: list[dict[str, Any]] = []
    alone = 0
    groups = ["all", *(sorted(places[by].dropna().unique()) if by else ())]
    for i, group in enumerate(groups):
        own = places[by] == group if i else pd.Series(True, index=places.index)
        points = places[fine & own].reset_index(drop=True)
        left = int((placed & ~fine & own).sum())
        reason = None
        if len(points) < fewest:
            reason = too_few(
                len(points),
                fewest,
                f"位置足够精确的点（另有 {left} 个只知县区或市州）",
                f"points placed well enough ({left} more by county or prefecture)",
            )
            rows.append({"group": group, **verdict(reason)})
            continue
        labels = _labels(points, options)
        alone += 0 if i else int((labels < 0).sum())
        found = [_cluster(points[labels == label]) for label in range(labels.max() + 1)]
        found.sort(key=lambda row: (-row["members"], row["names"]))
        rows += [{"group": group, "cluster": n, **row} for n, row in enumerate(found, start=1)]
        if not found:
            rows.append({"group": group, **verdict(None), "status": "none"})
    table = pd.DataFrame(rows, columns=["group", *_COLUMNS, "geometry"])
    table = table.astype({"cluster": "Int64", "members": "Int64", "places": "Int64"})
    result = gpd.GeoDataFrame(table, geometry="geometry", crs=4326)
    return Outcome(result, _told(int((~placed).sum()), coarse, alone))


def _labels(points: gpd.GeoDataFrame, options: _Density) -> Ints:
    """Give each point its cluster from 0, or -1.

    Parameters
    ----------
    points : geopandas.GeoDataFrame
        Points in EPSG:4326.
    options : _Density
        Method, distance and minimum.

    Returns
    -------
    array of int
        Shape (points,).

    Raises
    ------
    OptionError
        If scikit-learn is not installed.
    """
    try:
        from sklearn.cluster import DBSCAN, HDBSCAN
        from sklearn.neighbors import sort_graph_by_row_values
    except ImportError as error:
        raise needs("scikit-learn") from error
    lon = points.geometry.x.to_numpy(dtype=np.float64)
    lat = points.geometry.y.to_numpy(dtype=np.float64)
    count = len(points)
    if options.method == "dbscan":
        first, second, km = near_pairs(lon, lat, distance_km=options.distance_km)
        # A stored 0 is a distance of 0; a sparse matrix would drop it when it adds up
        ends = (np.concatenate([first, second]), np.concatenate([second, first]))
        graph = csr_array((np.concatenate([km, km]), ends), shape=(count, count))
        # scikit-learn 1.4 complains of one that it has to sort
        if graph.nnz:
            graph = sort_graph_by_row_values(graph, copy=False, warn_when_not_sorted=False)
        model = DBSCAN(eps=options.distance_km, min_samples=options.minimum, metric="precomputed")
        labels: Ints = model.fit_predict(graph)
        return labels
    if count > _MOST:
        raise DataError(
            Text(
                f"HDBSCAN 最多用 {_MOST} 个点，现有 {count} 个；请用 dbscan",
                f"HDBSCAN takes {_MOST} points at most, there are {count}; use dbscan",
            )
        )
    one, two = np.triu_indices(count, 1)
    full = np.zeros((count, count))
    full[one, two] = _GEOD.inv(lon[one], lat[one], lon[two], lat[two])[2] / 1000.0
    full += full.T
    labels = HDBSCAN(
        min_cluster_size=options.minimum,
        cluster_selection_epsilon=options.distance_km,
        metric="precomputed",
        copy=True,
    ).fit_predict(full)
    return labels


def _cluster(members: gpd.GeoDataFrame) -> dict[str, Any]:
    lon = members.geometry.x.to_numpy(dtype=np.float64)
    lat = members.geometry.y.to_numpy(dtype=np.float64)
    one, two = np.triu_indices(len(members), 1)
    km = _GEOD.inv(lon[one], lat[one], lon[two], lat[two])[2] / 1000.0
    # Round the middle of a cluster, a plane is as good as the ellipsoid
    plane = Proj(proj="laea", lat_0=lat.mean(), lon_0=lon.mean(), ellps="WGS84")
    hull = shapely.convex_hull(shapely.multipoints(np.column_stack(plane(lon, lat))))
    drawn = shapely.buffer(hull, 500.0)
    return {
        "members": len(members),
        "places": len(set(zip(lon.tolist(), lat.tolist(), strict=True))),
        "industries": "、".join(sorted(members["industry"].dropna().unique())),
        "names": "、".join(dict.fromkeys(members["name_zh"].dropna())),
        "diameter_km": float(km.max()),
        "hull_km2": float(shapely.area(hull)) / 1e6,
        **verdict(None),
        "geometry": shapely.transform(
            drawn, lambda xy: np.column_stack(plane(xy[:, 0], xy[:, 1], inverse=True))
        ),
    }


def _told(nowhere: int, coarse: int, alone: int) -> tuple[Text, ...]:
    told = [
        (nowhere, "个点没有位置", "point(s) have no position"),
        (coarse, "个点只知县区或市州，不参加聚类", "point(s) known too coarsely: not clustered"),
        (alone, "个点不属于任何集聚", "point(s) in no cluster"),
    ]
    return tuple(Text(f"{n} {zh}", f"{n} {en}") for n, zh, en in told if n)
