"""Friction from layers: speeds by land cover and road class, slowed by the slope."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from gisplan.analysis.travel.cells import Grid
from gisplan.analysis.travel.friction import Friction
from gisplan.arrays import Floats
from gisplan.errors import DataError, DatumError
from gisplan.text import Text

#: Minutes a metre at one kilometre an hour.
_PACE = 60 / 1000


def tobler_speed(slope: npt.ArrayLike) -> Floats:
    """Give the walking speed on a slope, for the way there and back.

    Parameters
    ----------
    slope : array of floats
        Degrees.

    Returns
    -------
    array of floats
        Kilometres an hour: the harmonic mean of the speeds up and down, as a raster without
        direction has one speed only.

    Notes
    -----
    W. Tobler, Three presentations on geographical analysis and modeling, NCGIA Technical Report
    93-1, 1993: speed = 6 exp(-3.5 |s + 0.05|) km/h, s being the tangent of the slope, positive
    uphill.

    Examples
    --------
    >>> from gisplan.analysis.travel import tobler_speed
    >>> tobler_speed([0, 10, 30]).round(2)
    array([5.04, 3.19, 0.78])
    """
    tangent = np.tan(np.radians(np.asarray(slope, dtype=np.float64)))
    up, down = (6 * np.exp(-3.5 * np.abs(way + 0.05)) for way in (tangent, -tangent))
    return np.asarray(2 / (1 / up + 1 / down))


def slope_degrees(elevation: npt.ArrayLike, grid: Grid) -> Floats:
    """Compute the slope of the ground from its elevation.

    Parameters
    ----------
    elevation : (rows, columns) numbers
        Metres; NaN where unknown.
    grid : Grid
        Where the cells lie; their sizes are measured on the ellipsoid, row by row.

    Returns
    -------
    (rows, columns) floats
        Degrees; NaN at and beside cells without elevation.

    Notes
    -----
    B. K. P. Horn, Hill shading and the reflectance map, Proc. IEEE 69, 1981: weighted
    differences over 3 x 3 cells. At the rim the ground is taken to go on as steeply.

    Examples
    --------
    >>> import numpy as np
    >>> from rasterio import Affine
    >>> from gisplan.analysis.travel import Grid, slope_degrees
    >>> grid = Grid(Affine(100, 0, 500_000, 0, -100, 4_000_000), "EPSG:32648", (3, 3))
    >>> heights = np.tile([1500.0, 1510.0, 1520.0], (3, 1))
    >>> float(slope_degrees(heights, grid)[1, 1].round(2))
    5.71
    """
    ground = np.asarray(elevation, dtype=np.float64)
    _check_shape(ground, grid, Text("高程", "elevation"))
    if min(ground.shape) < 2:
        raise DataError(
            Text("高程栅格至少要有两行两列。", "An elevation raster needs two rows and columns.")
        )
    sizes = grid.cell_sizes()
    padded = np.pad(ground, 1, mode="reflect", reflect_type="odd")
    above, level, below = padded[:-2], padded[1:-1], padded[2:]
    across = above[:, 2:] - above[:, :-2] + 2 * (level[:, 2:] - level[:, :-2])
    across = (across + below[:, 2:] - below[:, :-2]) / (8 * sizes.width[:, None])
    fall = below - above
    along = (fall[:, :-2] + 2 * fall[:, 1:-1] + fall[:, 2:]) / (8 * sizes.height[:, None])
    # A cell that has no elevation itself has no slope, whatever lies around it.
    return np.where(np.isnan(ground), np.nan, np.degrees(np.arctan(np.hypot(across, along))))


def friction_from(
    grid: Grid,
    *,
    speeds: pd.DataFrame,
    slope: npt.ArrayLike | None = None,
    land_cover: npt.ArrayLike | None = None,
    roads: gpd.GeoDataFrame | None = None,
) -> Friction:
    """Make a friction raster from layers and a table of speeds.

    Parameters
    ----------
    grid : Grid
        Where the cells lie; the rasters have its shape.
    speeds : pandas.DataFrame
        Columns ``layer`` (``land_cover`` or ``roads``), ``class`` and ``kmh``; further ones,
        such as the source, are welcome. A speed that is empty or 0 is impassable.
    slope : (rows, columns) floats, optional
        Degrees; NaN is impassable off the roads.
    land_cover : (rows, columns) codes, optional
        Each code has its speed in the table; NaN is impassable.
    roads : geopandas.GeoDataFrame, optional
        Lines with a column ``class``, in any coordinate reference system. A road covers every
        cell that it touches, so that it stays in one piece.

    Returns
    -------
    Friction
        Minutes per metre in each cell.

    Raises
    ------
    DataError, DatumError
        If a layer doesn't fit, or a class has no speed; the message names them.

    Notes
    -----
    Off the roads the speed is that of the land cover times Tobler's speed on the slope over his
    speed on the level; with a slope alone it is Tobler's speed; with neither nobody leaves the
    road. On a road cell the faster of the two holds, and of several roads the fastest. A road's
    speed is that of the table: its builders have dealt with the slope.

    Examples
    --------
    >>> import numpy as np
    >>> import pandas as pd
    >>> from rasterio import Affine
    >>> from gisplan.analysis.travel import Grid, friction_from
    >>> grid = Grid(Affine(1000, 0, 500_000, 0, -1000, 4_000_000), "EPSG:32648", (1, 2))
    >>> speeds = pd.DataFrame({"layer": "land_cover", "class": [10, 40], "kmh": [3.0, 6.0]})
    >>> friction = friction_from(grid, speeds=speeds, land_cover=np.array([[10, 40]]))
    >>> friction.minutes_per_metre
    array([[0.02, 0.01]])
    """
    if slope is None and land_cover is None and roads is None:
        raise DataError(
            Text(
                "坡度、土地覆盖、道路三者至少要给出一个。",
                "Give at least one of slope, land_cover and roads.",
            )
        )
    kmh = _speed_table(speeds)
    fastest = np.zeros(grid.shape)
    if land_cover is not None:
        fastest = _land_speed(land_cover, grid, kmh.get("land_cover", {}))
    if slope is not None:
        steep = np.asarray(slope, dtype=np.float64)
        _check_shape(steep, grid, Text("坡度", "slope"))
        walk = np.nan_to_num(tobler_speed(steep), nan=0.0)
        fastest = walk if land_cover is None else fastest * walk / tobler_speed(0.0)
    if roads is not None:
        fastest = np.maximum(fastest, _road_speed(roads, grid, kmh.get("roads", {})))
    with np.errstate(divide="ignore"):
        pace = np.where(fastest > 0, _PACE / fastest, np.nan)
    return Friction(pace, grid)


def _speed_table(speeds: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Give kilometres an hour by layer and class, the class as text.

    Parameters
    ----------
    speeds : pandas.DataFrame
        ``layer``, ``class`` and ``kmh``.

    Returns
    -------
    dict[str, dict[str, float]]
        ``{layer: {class: km/h}}``; 0 for what can't be passed.

    Raises
    ------
    DataError
        If a column is missing, or a row can't be used.
    """
    missing = {"layer", "class", "kmh"} - set(speeds.columns)
    if missing:
        names = ", ".join(sorted(missing))
        raise DataError(
            Text(f"速度表缺少列：{names}。", f"The table of speeds lacks columns: {names}.")
        )
    table: dict[str, dict[str, float]] = {}
    numbers = pd.to_numeric(speeds["kmh"], errors="coerce")
    rows = zip(speeds["layer"], speeds["class"], speeds["kmh"], numbers, strict=True)
    for row, (layer, name, given, kmh) in enumerate(rows, start=1):
        wrong = (pd.isna(kmh) and not pd.isna(given)) or kmh < 0 or np.isinf(kmh)
        if layer not in ("land_cover", "roads") or wrong or class_key(name) in table.get(layer, {}):
            raise DataError(
                Text(
                    f"速度表第 {row} 行（{layer}，{name}，{given}）有误：layer 应为 land_cover 或"
                    " roads，同一 layer 的 class 不可重复，kmh 应为不小于 0 的数或留空。",
                    f"Table of speeds, row {row} ({layer}, {name}, {given}): layer is land_cover "
                    "or roads, a class stands once in a layer, and kmh is a number from 0 or "
                    "empty.",
                )
            )
        table.setdefault(layer, {})[class_key(name)] = 0.0 if pd.isna(kmh) else float(kmh)
    return table


def _land_speed(land_cover: npt.ArrayLike, grid: Grid, kmh: dict[str, float]) -> Floats:
    codes = np.asarray(land_cover)
    _check_shape(codes, grid, Text("土地覆盖", "land cover"))
    position, classes = pd.factorize(codes.ravel())
    _check_classes([class_key(name) for name in classes], kmh, "land_cover")
    # The last place is for cells without a class, whose position is -1.
    found = np.array([*(kmh[class_key(name)] for name in classes), 0.0])[position]
    return np.asarray(found.reshape(codes.shape))


def _road_speed(roads: gpd.GeoDataFrame, grid: Grid, kmh: dict[str, float]) -> Floats:
    from rasterio.features import rasterize

    if "class" not in roads.columns:
        raise DataError(
            Text("道路图层缺少“class”列（道路等级）。", "The roads have no column 'class'.")
        )
    if roads.crs is None:
        raise DatumError(
            Text(
                "道路图层没有坐标参考系，请先声明（set_crs）。",
                "The roads have no coordinate reference system; declare it with set_crs.",
            )
        )
    names = [class_key(name) for name in roads["class"]]
    _check_classes(names, kmh, "roads")
    lines = roads.geometry.to_crs(grid.crs).to_numpy()
    fast = np.array([kmh[name] for name in names], dtype=np.float64)
    # A faster road is burnt over a slower one.
    burnt = [
        (lines[row], fast[row])
        for row in np.argsort(fast, kind="stable")
        if fast[row] > 0 and not (lines[row] is None or shapely.is_empty(lines[row]))
    ]
    if not burnt:
        return np.zeros(grid.shape)
    drawn = rasterize(
        burnt, out_shape=grid.shape, transform=grid.transform, all_touched=True, dtype="float64"
    )
    return np.asarray(drawn, dtype=np.float64)


def _check_classes(names: list[str], kmh: dict[str, float], layer: str) -> None:
    unknown = sorted(set(names) - set(kmh))
    if unknown:
        listed = ", ".join(unknown[:20])
        raise DataError(
            Text(
                f"图层“{layer}”中有 {len(unknown)} 个类别在速度表里没有速度：{listed}。",
                f"Layer '{layer}' has {len(unknown)} class(es) without a speed in the table: "
                f"{listed}.",
            )
        )


def _check_shape(values: npt.NDArray[Any], grid: Grid, name: Text) -> None:
    if values.shape != tuple(grid.shape):
        raise DataError(
            Text(
                f"{name.zh}栅格的形状 {values.shape} 与网格 {tuple(grid.shape)} 不符。",
                f"The shape {values.shape} of {name.en} is not that of the grid, "
                f"{tuple(grid.shape)}.",
            )
        )


def class_key(name: Any) -> str:
    """Give a class as text: the code 10 is the same class as 10.0 and "10".

    Parameters
    ----------
    name : Any
        Class as a table or a raster holds it.

    Returns
    -------
    str
        Text by which classes are compared.
    """
    if isinstance(name, float | np.floating) and float(name).is_integer():
        return str(int(name))
    return str(name).strip()
