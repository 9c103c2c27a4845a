"""Figures brought from the areas that they come on to those that they are wanted on.

From polygons by the area of what they share, from rasters with the exact share of each cell.
Formulas, assumptions and sources are in ``docs/capacity.md``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj import CRS, Geod

from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError, DatumError, OptionError
from gisplan.text import Text

Affine6 = tuple[float, float, float, float, float, float]
Statistic = Literal["sum", "mean", "min", "max", "count"]
STATISTICS: tuple[Statistic, ...] = ("sum", "mean", "min", "max", "count")

#: Equal-area on the ellipsoid, and meridians and parallels stay straight: the cylinder.
_EQUAL_AREA = "EPSG:6933"
_WGS84 = Geod(ellps="WGS84")
#: Shares of an area below this are of two borders drawn twice, not of two areas.
_SLIVER = 1e-12
#: By how much the targets may cover a source more than once.
_TWICE = 1e-6


def _interpolated(given: Given) -> TableSpec:
    columns = []
    for name in (*given["extensive"], *given["intensive"]):
        figure = given.column("sources", name)
        columns += [
            replace(figure, type="number", required=False, derived=True),
            declare(
                f"known_{name}",
                "number",
                (f"{figure.title.zh}：已知面积占比", f"{figure.title.en}: share of area known"),
                minimum=0,
                maximum=1,
                derived=True,
            ),
        ]
    return given.like("targets", *columns, vintage=given.layers["sources"].vintage)


@analysis("areal_interpolation", gives=_interpolated)
def areal(
    sources: gpd.GeoDataFrame,
    targets: gpd.GeoDataFrame,
    *,
    extensive: Sequence[str] = (),
    intensive: Sequence[str] = (),
    outside: Literal["report", "spread"] = "report",
) -> Outcome:
    """Bring figures from one set of areas to another, in proportion to area.

    An extensive figure (people, tonnes) is divided over its source evenly and added up; an
    intensive one (a rate, a density) is averaged, weighted by area (Goodchild and Lam 1980,
    *Areal interpolation: a variant of the traditional spatial problem*, Geo-Processing 1).

    Parameters
    ----------
    sources : geopandas.GeoDataFrame
        Polygons with the figures. A missing figure is nothing known, not 0.
    targets : geopandas.GeoDataFrame
        Polygons that don't overlap; all rows are kept, in their order.
    extensive, intensive : sequence of str
        Columns of ``sources``.
    outside : {"report", "spread"}
        What of an extensive figure lies in none of the targets is said in ``left_out``, or is
        spread over the part of its source that does (a source without such a part is said).

    Returns
    -------
    Outcome
        ``targets`` with the columns, missing where nothing is known, and ``known_COLUMN``: the
        share of the target's area that known figures cover. Extensive figures keep their mass:
        the sum over targets and what ``left_out`` says is the sum over sources.

    Raises
    ------
    OptionError
        If a column is missing or stands in both.
    DataError
        If the targets overlap.
    DatumError
        If one of the two has no CRS.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.tables.interpolate import areal
    >>> townships = gpd.GeoDataFrame(
    ...     {"people": [900.0]},
    ...     geometry=[shapely.box(500_000, 0, 503_000, 1000)],
    ...     crs="EPSG:32648",
    ... )
    >>> catchments = gpd.GeoDataFrame(
    ...     {"id": ["west", "east"]},
    ...     geometry=[
    ...         shapely.box(500_000, 0, 501_000, 1000),
    ...         shapely.box(501_000, 0, 503_000, 1000),
    ...     ],
    ...     crs="EPSG:32648",
    ... )
    >>> told = areal(townships, catchments, extensive=["people"])
    >>> told.table[["id", "people", "known_people"]].round(3)
         id  people  known_people
    0  west   300.0           1.0
    1  east   600.0           1.0
    """
    _check(sources, targets, (*extensive, *intensive))
    pieces, source_area, target_area = _pieces(sources, targets)
    covered = pieces.groupby("source")["area"].sum().reindex(range(len(sources)), fill_value=0.0)
    if (covered > source_area * (1 + _TWICE)).any():
        raise DataError(
            Text("目标区域相互重叠，数会重复计算", "the targets overlap: figures would count twice")
        )
    table = targets.reset_index(drop=True)
    told: list[Text] = []
    for name in (*extensive, *intensive):
        values = pd.to_numeric(sources[name], errors="coerce").reset_index(drop=True)
        told += _unknown(int(values.isna().sum()), name)
        known = pieces.loc[pieces["source"].map(values.notna()).astype("bool")]
        own = known["source"].map(values)
        if name in extensive:
            base = covered if outside == "spread" else pd.Series(source_area)
            parts = own * known["area"] / known["source"].map(base)
            lost = values.sum() - math.fsum(parts)
            told += _lost(lost, values.abs().sum(), name)
            result = parts.groupby(known["target"]).agg(math.fsum)
        else:
            weighted = (own * known["area"]).groupby(known["target"]).agg(math.fsum)
            result = weighted / known.groupby("target")["area"].agg(math.fsum)
        table[name] = pd.Series(table.index, index=table.index).map(result).astype("float64")
        share = known.groupby("target")["area"].agg(math.fsum).reindex(table.index, fill_value=0.0)
        table[f"known_{name}"] = (share / target_area).clip(upper=1.0).to_numpy()
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=targets.crs), tuple(told))


def _check(sources: gpd.GeoDataFrame, targets: gpd.GeoDataFrame, columns: Sequence[str]) -> None:
    wrong = [name for name in columns if name not in sources.columns or name in targets.columns]
    wrong += [name for name in set(columns) if columns.count(name) > 1]
    if wrong or not columns:
        names = ", ".join(wrong)
        raise OptionError(
            Text(
                f"要转换的列不存在、重复，或目标中已有：{names}",
                f"columns to bring over are missing, named twice or already there: {names}",
            )
        )
    if sources.crs is None or targets.crs is None:
        raise DatumError(Text("图层没有坐标系", "a layer has no CRS"))


def _pieces(
    sources: gpd.GeoDataFrame, targets: gpd.GeoDataFrame
) -> tuple[pd.DataFrame, Floats, Floats]:
    """Cut the two against each other; areas in m² on the ellipsoid.

    Parameters
    ----------
    sources : geopandas.GeoDataFrame
        Polygons.
    targets : geopandas.GeoDataFrame
        Polygons.

    Returns
    -------
    tuple[pandas.DataFrame, Floats, Floats]
        The pieces with the rows they are of; and the areas of all sources, and of all targets.
    """
    one = sources.geometry.to_crs(_EQUAL_AREA).to_numpy()
    two = targets.geometry.to_crs(_EQUAL_AREA).to_numpy()
    target, source = shapely.STRtree(one).query(two, predicate="intersects")
    areas = shapely.area(shapely.intersection(one[source], two[target]))
    whole, wanted = shapely.area(one), shapely.area(two)
    real = areas > _SLIVER * np.minimum(whole[source], wanted[target])
    # by place: of no pieces the comparison has no truth values, which would be taken for columns
    pieces = pd.DataFrame({"source": source, "target": target, "area": areas})
    return pieces.iloc[np.flatnonzero(real)].reset_index(drop=True), whole, wanted


def _unknown(count: int, name: str) -> list[Text]:
    if not count:
        return []
    return [
        Text(
            f"{count} 个来源区域没有 {name}，不按 0 计",
            f"{count} source area(s) have no {name}: taken as not known, not as 0",
        )
    ]


def _lost(amount: float, whole: float, name: str) -> list[Text]:
    if abs(amount) <= 1e-9 * whole:
        return []
    return [
        Text(
            f"{name} 中有 {amount:.10g} 落在目标区域之外，未计入",
            f"{amount:.10g} of {name} lies in none of the targets and is left out",
        )
    ]


def cell_areas(rows: int, *, transform: Affine6) -> Floats:
    """Give the area of the cells of each row of a grid in degrees.

    Parameters
    ----------
    rows : int
        How many rows the grid has.
    transform : tuple of 6 floats
        ``(a, b, c, d, e, f)`` of x = a col + b row + c and y = d col + e row + f, in degrees;
        ``b`` and ``d`` are 0.

    Returns
    -------
    array of float
        Square kilometres on the WGS 84 ellipsoid, between parallels and meridians (exact, not
        geodesic edges): b² Δλ / 2 [sin φ / (1 - e² sin² φ) + artanh(e sin φ) / e] from edge to edge
        (Snyder 1987, *Map projections*, eq. 3-12 and 14-13).

    Examples
    --------
    >>> from gisplan.analysis.tables.interpolate import cell_areas
    >>> cell_areas(2, transform=(1.0, 0, 104, 0, -1.0, 37)).round(1)
    array([ 9941.6, 10066.3])
    """
    width, _, _, _, height, top = transform
    edges = np.radians(top + height * np.arange(rows + 1))
    sines = np.sin(edges)
    e = math.sqrt(_WGS84.es)
    q = sines / (1 - _WGS84.es * sines**2) + np.arctanh(e * sines) / e
    areas: Floats = np.abs(np.diff(q)) * _WGS84.b**2 / 2 * abs(math.radians(width)) / 1e6
    return areas


def zonal(
    zones: gpd.GeoDataFrame,
    values: npt.ArrayLike,
    *,
    transform: Affine6,
    crs: str = "EPSG:4326",
    statistics: Sequence[Statistic] = ("sum", "mean"),
) -> gpd.GeoDataFrame:
    """Sum and average the cells of a raster in each zone, each by the share that lies in it.

    Parameters
    ----------
    zones : geopandas.GeoDataFrame
        Polygons in any CRS; all rows are kept, in their order.
    values : array_like of float, shape (rows, columns)
        NaN where there is no value. A ``sum`` takes a cell's value as an amount (people), a
        ``mean`` as a level (elevation).
    transform : tuple of 6 floats
        As of :func:`cell_areas`, in units of ``crs``.
    crs : str
        Of the raster.
    statistics : sequence of str
        Of ``sum``, ``mean``, ``min``, ``max`` (of cells touched at all) and ``count`` (cells,
        with their shares).

    Returns
    -------
    geopandas.GeoDataFrame
        ``zones`` with a column for each. The mean is weighted by the area of what is shared, on
        the ellipsoid where the raster is in degrees. Missing where no cell with a value is.

    Raises
    ------
    OptionError
        If a statistic is unknown, the grid is turned, or the package exactextract is not there.
    DatumError
        If the zones have no CRS.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import numpy as np
    >>> import shapely
    >>> from gisplan.analysis.tables.interpolate import zonal
    >>> zones = gpd.GeoDataFrame(
    ...     {"id": ["z"]}, geometry=[shapely.box(0, 0, 1500, 1000)], crs="EPSG:32648"
    ... )
    >>> people = np.array([[100.0, 40.0]])
    >>> table = zonal(
    ...     zones,
    ...     people,
    ...     transform=(1000, 0, 0, 0, -1000, 1000),
    ...     crs="EPSG:32648",
    ...     statistics=("sum", "count"),
    ... )
    >>> table[["id", "sum", "count"]]
      id    sum  count
    0  z  120.0    1.5
    """
    grid = np.asarray(values, dtype=np.float64)
    unknown = sorted(set(statistics) - set(STATISTICS))
    if unknown or transform[1] or transform[3] or grid.ndim != 2:
        raise OptionError(
            Text(
                f"统计量应为 {'、'.join(STATISTICS)}，栅格应为二维、不旋转：{'、'.join(unknown)}",
                f"statistics are {', '.join(STATISTICS)}, of a grid of rows and columns that is "
                f"not turned: {', '.join(unknown)}",
            )
        )
    if zones.crs is None:
        raise DatumError(Text("分区图层没有坐标系", "the zones have no CRS"))
    table = zones.reset_index(drop=True)
    found = _extract(table.geometry.to_crs(crs), grid, transform, crs)
    empty = found["count"].to_numpy() == 0
    for name in statistics:
        column = found["weighted_mean" if name == "mean" else name].to_numpy(dtype=np.float64)
        table[name] = column if name == "count" else np.where(empty, np.nan, column)
    return table


def _extract(shapes: gpd.GeoSeries, grid: Floats, transform: Affine6, crs: str) -> pd.DataFrame:
    exactextract = _engine()
    width, _, west, _, height, north = transform
    if height > 0:  # rows from the south
        grid, north, height = grid[::-1], north + height * len(grid), -height
    box = {
        "xmin": west,
        "xmax": west + width * grid.shape[1],
        "ymin": north + height * len(grid),
        "ymax": north,
    }
    weights = np.ones_like(grid)
    if CRS.from_user_input(crs).is_geographic:
        areas = cell_areas(len(grid), transform=(width, 0.0, west, 0.0, height, north))
        weights = np.repeat(areas[:, None], grid.shape[1], axis=1)
    sources = [
        exactextract.raster.NumPyRasterSource(
            np.ma.masked_invalid(each), srs_wkt=CRS.from_user_input(crs).to_wkt(), **box
        )
        for each in (grid, weights)
    ]
    frame = gpd.GeoDataFrame({"row": range(len(shapes))}, geometry=shapes.to_numpy(), crs=crs)
    result: pd.DataFrame = exactextract.exact_extract(
        sources[0],
        frame,
        ["sum", "count", "min", "max", "weighted_mean"],
        weights=sources[1],
        include_cols=["row"],
        output="pandas",
    )
    return result.set_index("row").reindex(range(len(shapes)))


def _engine() -> Any:
    try:
        import exactextract
        import exactextract.raster
    except ImportError as error:
        raise OptionError(
            Text(
                "栅格分区统计需要 exactextract：pip install 'gisplan[rasters]'",
                "zonal statistics need exactextract: pip install 'gisplan[rasters]'",
            )
        ) from error
    return exactextract
