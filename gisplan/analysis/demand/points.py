"""Demand from a planner's own points, and scaling of demand to published figures."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.demand.checks import names, require_columns, require_unique
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError, DatumError
from gisplan.places.locate import Locator
from gisplan.text import Text

_POINTS = Text("需求点", "the demand points")


def from_points(
    points: gpd.GeoDataFrame,
    counties: gpd.GeoDataFrame,
    *,
    id: str = "id",
    weight: str = "weight",
) -> Outcome:
    """Take a planner's points as demand.

    Parameters
    ----------
    points : geopandas.GeoDataFrame
        Points in any CRS, with the columns ``id`` and ``weight``. Not changed.
    counties : geopandas.GeoDataFrame
        Polygons in EPSG:4326 with ``adcode`` and ``parent``; they give each point its
        ``adcode``.
    id, weight : str
        Names of the columns. Weights are finite and above 0.

    Returns
    -------
    Outcome
        The points in EPSG:4326, in their order: ``id`` (text), ``adcode``, ``weight`` (float),
        then the other columns. Points outside all counties are kept, without ``adcode``, and
        counted in ``left_out``.

    Raises
    ------
    OptionError
        If a column is missing.
    DataError
        If there are no points, an id is empty or stands twice, a weight is missing, not finite
        or not above 0, or a row is no point. The rows are named by their id.
    DatumError
        If the CRS is missing.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.demand import from_points
    >>> counties = gpd.GeoDataFrame(
    ...     {"adcode": ["900101"], "parent": ["900100"]},
    ...     geometry=[shapely.box(104, 36, 105, 37)],
    ...     crs=4326,
    ... )
    >>> villages = gpd.GeoDataFrame(
    ...     {"id": ["v1", "v2"], "weight": [120, 80]},
    ...     geometry=gpd.points_from_xy([104.2, 104.6], [36.5, 36.1]),
    ...     crs=4326,
    ... )
    >>> from_points(villages, counties).table[["id", "adcode", "weight"]]
       id  adcode  weight
    0  v1  900101   120.0
    1  v2  900101    80.0
    """
    require_columns(points, (id, weight), _POINTS)
    if points.empty:
        raise DataError(Text("需求点图层没有数据", "the layer of demand points is empty"))
    if points.crs is None:
        raise DatumError(
            Text(
                "需求点图层没有坐标系。请先为它定义坐标系",
                "the layer of demand points has no coordinate system; define it first",
            )
        )
    require_unique(points, id, _POINTS)
    faults = [*_bad_weights(points, id, weight), *_bad_shapes(points, id)]
    if faults:
        raise DataError(Text("需求点不能使用：", "the demand points can't be used:"), faults=faults)
    placed = points.to_crs(4326)
    where = Locator.from_counties(counties).locate(placed.geometry.x, placed.geometry.y)
    rest = [c for c in points.columns if c not in (id, weight, "adcode", points.geometry.name)]
    table = gpd.GeoDataFrame(
        {
            "id": points[id].astype("str").to_numpy(),
            "adcode": where["county"].to_numpy(),
            "weight": pd.to_numeric(points[weight]).to_numpy(dtype=np.float64),
            **{name: points[name].to_numpy() for name in rest},
        },
        geometry=placed.geometry.to_numpy(),
        crs=4326,
    )
    outside = table["adcode"].isna()
    left_out: tuple[Text, ...] = ()
    if outside.any():
        count, sum_ = int(outside.sum()), float(table.loc[outside, "weight"].sum())
        left_out = (
            Text(
                f"{count} 个需求点在所有县级边界之外，合计权重 {sum_:g}，不计入任何县",
                f"{count} demand point(s) of weight {sum_:g} lie outside all counties",
            ),
        )
    return Outcome(table, left_out)


def _bad_weights(points: gpd.GeoDataFrame, id_: str, weight: str) -> list[Text]:
    values = pd.to_numeric(points[weight], errors="coerce").to_numpy(dtype=np.float64)
    faults = []
    for kind, bad in (
        (Text("缺失或不是有限的数", "missing or no finite number"), ~np.isfinite(values)),
        (Text("不大于 0", "not above 0"), values <= 0),
    ):
        rows = points.loc[bad & ~np.isneginf(values) if kind.en == "not above 0" else bad, id_]
        if len(rows):
            faults.append(
                Text(
                    f"列 {weight}：{len(rows)} 行{kind.zh}，{id_} 为 {names(rows).zh}",
                    f"column {weight}: {kind.en} in {len(rows)} row(s), {id_} {names(rows).en}",
                )
            )
    return faults


def _bad_shapes(points: gpd.GeoDataFrame, id_: str) -> list[Text]:
    shapes = points.geometry
    bad = points.loc[shapes.isna() | shapes.is_empty | (shapes.geom_type != "Point"), id_]
    if bad.empty:
        return []
    return [
        Text(
            f"图形：{len(bad)} 行没有点位或不是点，{id_} 为 {names(bad).zh}",
            f"geometry: {len(bad)} row(s) without a point, {id_} {names(bad).en}",
        )
    ]


def scale_to_figures(
    demand: gpd.GeoDataFrame,
    figures: pd.DataFrame,
    *,
    column: str,
    sites: gpd.GeoDataFrame | None = None,
) -> Outcome:
    """Scale weights so that those of each county add up to its published figure.

    ``weight * figure / sum(weights of the county)``: the pattern inside a county stays, its
    total becomes the figure (to the precision of floating point; nothing is rounded).

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        A demand table with ``id``, ``adcode``, ``weight``.
    figures : pandas.DataFrame
        ``adcode``, one row a unit, and ``column``.
    column : str
        Column of ``figures`` with the published figure.
    sites : geopandas.GeoDataFrame, optional
        Points with ``adcode`` for units without a border, whose figure is placed there whole,
        as one more demand point ``ADCODE-site``.

    Returns
    -------
    Outcome
        ``demand`` with ``weight`` scaled, and the sites' points. Demand of no county, or of one
        without a figure, is left out; so is a figure that has no demand to scale. Both are
        named in ``left_out`` with their sums.

    Raises
    ------
    OptionError
        If a column is missing.
    DataError
        If a unit stands twice in ``figures``.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> from gisplan.analysis.demand import scale_to_figures
    >>> demand = gpd.GeoDataFrame(
    ...     {"id": ["v1", "v2"], "adcode": "900101", "weight": [120.0, 80.0]},
    ...     geometry=gpd.points_from_xy([104.2, 104.6], [36.5, 36.1]),
    ...     crs=4326,
    ... )
    >>> census = pd.DataFrame({"adcode": ["900101"], "population": [1000]})
    >>> scale_to_figures(demand, census, column="population").table[["id", "weight"]]
       id  weight
    0  v1   600.0
    1  v2   400.0
    """
    require_columns(demand, ("id", "adcode", "weight"), Text("需求表", "the demand"))
    require_columns(figures, ("adcode", column), Text("人口表", "the figures"))
    require_unique(figures, "adcode", Text("人口表", "the figures"))
    wanted = figures.set_index("adcode")[column].astype("float64").dropna()
    sums = demand.groupby("adcode")["weight"].sum()
    factor = demand["adcode"].map(wanted / sums)
    kept = factor.notna().to_numpy()
    table = demand[kept].assign(weight=(demand["weight"] * factor)[kept])
    table = table[table["weight"] > 0]
    if sites is not None:
        alone = sites[sites["adcode"].isin(wanted.index) & ~sites["adcode"].isin(sums.index)]
        people = alone["adcode"].map(wanted).to_numpy()
        added = gpd.GeoDataFrame(
            {
                "id": (alone["adcode"] + "-site").to_numpy(),
                "adcode": alone["adcode"].to_numpy(),
                "weight": people,
            },
            geometry=alone.geometry.to_numpy(),
            crs=4326,
        )
        if len(added):
            table = pd.concat([table, added], ignore_index=True)
    lost = wanted[~wanted.index.isin(table["adcode"]) & (wanted > 0)]
    result = gpd.GeoDataFrame(table.reset_index(drop=True), geometry="geometry", crs=4326)
    return Outcome(result, _unscaled(demand[~kept], lost))


def _unscaled(dropped: pd.DataFrame, lost: pd.Series[float]) -> tuple[Text, ...]:
    told = []
    if len(dropped):
        total = float(dropped["weight"].sum())
        told.append(
            Text(
                f"{len(dropped)} 个需求点不属于有人口数的县，合计权重 {total:g}，未计入",
                f"{len(dropped)} demand point(s) of weight {total:g} are of no county with a "
                "figure and were left out",
            )
        )
    if len(lost):
        told.append(
            Text(
                f"{len(lost)} 个单位有人口数而没有需求点，共 {lost.sum():g}："
                f"{names(lost.index).zh}",
                f"{len(lost)} unit(s) have a figure and no demand point, {lost.sum():g} in all: "
                f"{names(lost.index).en}",
            )
        )
    return tuple(told)
