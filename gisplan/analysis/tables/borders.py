"""The borders between units, each stretch once, with its level: what a map draws symbols along."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gisplan.arrays import Bools, Floats, Ints, Objects
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.text import Text

#: From the highest down.
LEVELS = ("country", "province", "prefecture", "county")


def _borders(given: Given) -> TableSpec:
    del given  # the same whatever the layers
    columns = (
        declare("id", "integer", ("编号", "Number"), required=True),
        declare(
            "level",
            "text",
            ("级别", "Level"),
            values=LEVELS,
            labels={
                "country": ("国界", "international boundary"),
                "province": ("省级行政区界", "provincial border"),
                "prefecture": ("地级行政区界", "prefectural border"),
                "county": ("县级行政区界", "county border"),
            },
            required=True,
        ),
    )
    return TableSpec(columns=columns, key=("id",), geometry="line", positions="digitised")


@analysis("borders", gives=_borders)
def borders(counties: gpd.GeoDataFrame, neighbours: gpd.GeoDataFrame | None = None) -> Outcome:
    """Cut the outlines of units into borders: a line for each two units that meet.

    Parameters
    ----------
    counties : geopandas.GeoDataFrame
        Polygons with ``adcode`` and ``parent``; neighbours share every vertex of their border.
    neighbours : geopandas.GeoDataFrame, optional
        Provinces and countries around, with ``kind``: ``province`` or ``country``. Where they
        end with nothing beyond, at the edge of what is known, there is no border.

    Returns
    -------
    Outcome
        Lines in EPSG:4326: ``id`` and ``level``, the highest level first. A border of a province
        is one of its prefectures, too, and is here once, as the former.

    Raises
    ------
    OptionError
        If a column is missing.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.tables.borders import borders
    >>> counties = gpd.GeoDataFrame(
    ...     {"adcode": ["620102", "620103"], "parent": ["620100", "620100"]},
    ...     geometry=[shapely.box(103, 36, 104, 37), shapely.box(104, 36, 105, 37)],
    ...     crs=4326,
    ... )
    >>> borders(counties).table[["id", "level"]]
       id     level
    0   1  province
    1   2  province
    2   3    county
    """
    _require(counties, ("adcode", "parent"), Text("县级单位", "the counties"))
    count = len(counties)
    shapes = np.asarray(counties.geometry.array, dtype=object)
    abroad: Bools = np.zeros(0, dtype=np.bool_)
    if neighbours is not None:
        _require(neighbours, ("kind",), Text("相邻地区", "the neighbours"))
        shapes = np.append(shapes, np.asarray(neighbours.geometry.array, dtype=object))
        abroad = (neighbours["kind"] == "country").to_numpy(dtype=bool)
    vertices, segments, owners = _shared_segments(shapes)
    parent = pd.factorize(counties["parent"])[0]
    pairs, pair_of = np.unique(owners, axis=0, return_inverse=True)
    rows = []
    for number, (one, other) in enumerate(pairs.tolist()):
        level = _level(one, other, (count, parent, abroad))
        if level is None:
            continue
        lines = vertices[segments[pair_of.reshape(-1) == number]]
        whole = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(lines)))
        rows.append((LEVELS.index(level), number, level, whole))
    rows.sort(key=lambda row: row[:2])
    table = gpd.GeoDataFrame(
        {"id": np.arange(1, len(rows) + 1), "level": [row[2] for row in rows]},
        geometry=[row[3] for row in rows],
        crs=4326,
    )
    return Outcome(table)


def _require(table: gpd.GeoDataFrame, columns: tuple[str, ...], layer: Text) -> None:
    missing = ", ".join(name for name in columns if name not in table.columns)
    if missing:
        raise OptionError(Text(f"{layer.zh}缺少列 {missing}", f"{layer.en} lack column {missing}"))


def _shared_segments(shapes: Objects) -> tuple[Floats, Ints, Ints]:
    """Give vertices, the segments between them, and the one or two units that each is of.

    Parameters
    ----------
    shapes : array of shapely geometries
        Polygons.

    Returns
    -------
    tuple of numpy.ndarray
        Vertices, shape (n, 2); pairs of them, shape (m, 2); and numbers of units, shape (m, 2),
        the lower first, -1 in the second place where there is one alone.
    """
    parts, part_of = shapely.get_parts(shapes, return_index=True)
    rings, ring_of = shapely.get_rings(parts, return_index=True)
    xy, at = shapely.get_coordinates(rings, return_index=True)
    vertices, ids = np.unique(xy, axis=0, return_inverse=True)
    ids = ids.reshape(-1)
    inside = at[1:] == at[:-1]
    ends = np.sort(np.column_stack([ids[:-1], ids[1:]])[inside], axis=1)
    unit = part_of[ring_of[at[1:][inside]]]
    order = np.lexsort((unit, ends[:, 1], ends[:, 0]))
    ends, unit = ends[order], unit[order]
    first = np.r_[True, (ends[1:] != ends[:-1]).any(axis=1)]
    start = np.flatnonzero(first)
    last = np.r_[start[1:], len(ends)] - 1
    second = np.where(last > start, unit[last], -1)
    return vertices, ends[start], np.column_stack([unit[start], second])


def _level(one: int, other: int, units: tuple[int, Ints, Bools]) -> str | None:
    count, parent, abroad = units
    if one == other:
        return None
    if other < 0:
        return "province" if one < count else None
    if other < count:
        return "county" if parent[one] == parent[other] else "prefecture"
    if abroad[other - count] or (one >= count and abroad[one - count]):
        return "country"
    return "province"
