"""Joining tables to places: by code, never by position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.columns import PRECISION
from gisplan.catalog.analyses import Given, TableSpec, analysis
from gisplan.catalog.layer import Outcome, Precision
from gisplan.errors import DataError, OptionError
from gisplan.text import LANGS, Text

_SHOWN = 5


def _attached(given: Given) -> TableSpec:
    figures = given.columns("figures", given["columns"])
    # regions without a figure are kept, so that the column may be empty there
    figures = tuple(replace(c, required=False) if c.required else c for c in figures)
    return given.like("regions", *figures, vintage=given.layers["figures"].vintage)


@analysis("attach", gives=_attached)
def attach(
    regions: gpd.GeoDataFrame,
    figures: pd.DataFrame,
    *,
    columns: Sequence[str],
    on: str = "adcode",
) -> Outcome:
    """Put figures beside the regions that they are of.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        One row a region, with the column ``on``. All rows are kept, in their order.
    figures : pandas.DataFrame
        At most one row a region, with the column ``on``.
    columns : sequence of str
        The columns of ``figures`` to put beside; missing where a region has no row.
    on : str
        The column that both share.

    Returns
    -------
    Outcome
        ``regions`` with the columns added. Rows of ``figures`` that are of none of the regions
        are named in ``left_out``, and so are regions without a row.

    Raises
    ------
    OptionError
        If a column is missing, or would stand twice.
    DataError
        If ``figures`` has two rows of one region.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> import shapely
    >>> from gisplan.analysis.tables.join import attach
    >>> regions = gpd.GeoDataFrame(
    ...     {"adcode": ["900101", "900102"]},
    ...     geometry=[shapely.box(104, 36, 105, 37), shapely.box(105, 36, 106, 37)],
    ...     crs=4326,
    ... )
    >>> figures = pd.DataFrame({"adcode": ["900101"], "residents": [52_000.0]})
    >>> told = attach(regions, figures, columns=["residents"])
    >>> told.table[["adcode", "residents"]]
       adcode  residents
    0  900101    52000.0
    1  900102        NaN
    """
    for name in (on, *columns):
        if name not in figures.columns:
            raise OptionError(Text(f"附表没有列 {name}", f"the figures have no column {name}"))
    clash = [name for name in columns if name in regions.columns]
    if on not in regions.columns or clash:
        raise OptionError(
            Text(
                f"区域图层须有列 {on}，且不得已有列：{'、'.join(clash)}",
                f"the regions must have {on} and not already have: {', '.join(clash)}",
            )
        )
    twice = sorted(set(figures.loc[figures[on].duplicated(), on].dropna()))
    if twice:
        raise DataError(
            Text(
                f"附表中同一区域有多行：{'、'.join(map(str, twice))}",
                f"the figures have several rows of: {', '.join(map(str, twice))}",
            )
        )
    table = regions.merge(figures[[on, *columns]], on=on, how="left", validate="m:1")
    strange = figures[~figures[on].isin(regions[on])]
    bare = regions[~regions[on].isin(figures[on])]
    return Outcome(table, (*_unmatched(strange, on), *_without_row(bare, on)))


def _without_row(regions: pd.DataFrame, on: str) -> tuple[Text, ...]:
    if regions.empty:
        return ()
    zh, en = (regions.get(f"name_{lang}", regions[on]).fillna(regions[on]) for lang in LANGS)
    return (
        Text(
            f"{len(regions)} 个区域没有数据行，留空，合计不含它们：{'、'.join(map(str, zh))}",
            f"{len(regions)} region(s) have no row; they are empty, and no sum has them in it:"
            f" {', '.join(map(str, en))}",
        ),
    )


def _unmatched(rows: pd.DataFrame, on: str) -> tuple[Text, ...]:
    if rows.empty:
        return ()
    named = rows["name_zh"] if "name_zh" in rows.columns else rows[on]
    names = [str(name) for name in named[:_SHOWN]]
    more = "…" if len(rows) > _SHOWN else ""
    return (
        Text(
            f"{len(rows)} 行不属于任何所给区域：{'、'.join(names)}{more}",
            f"{len(rows)} row(s) of none of these regions: {', '.join(names)}{more}",
        ),
    )


def _stacked(given: Given) -> TableSpec:
    first = next(iter(given.layers))
    columns = []
    for name in given["columns"]:
        same = [given.column(layer, name) for layer in given.layers]
        values = dict.fromkeys(value for each in same for value in each.values)
        labels = {value: words for each in same for value, words in each.labels.items()}
        # what only some of the layers demand of a column is not so of all
        columns.append(
            replace(
                same[0],
                required=all(each.required for each in same),
                values=tuple(values) if all(each.values for each in same) else (),
                labels=labels,
            )
            if any(each != same[0] for each in same)
            else same[0]
        )
    key = tuple(name for name in given.layers[first].key if name in given["columns"])
    return TableSpec(
        columns=tuple(columns),
        key=key,
        vintage=given.layers[first].vintage,
        rows_of=tuple(given.layers),
    )


@analysis("stack", gives=_stacked)
def stack(*, columns: Sequence[str], **layers: pd.DataFrame) -> pd.DataFrame:
    """Put layers one below the other, with the columns named.

    Parameters
    ----------
    columns : sequence of str
        What to keep; a layer without one of them leaves it empty.
    **layers : pandas.DataFrame
        In the order given. A row whose values are all those of an earlier row is kept once.

    Returns
    -------
    pandas.DataFrame
        Without geometry.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.tables.join import stack
    >>> plants = pd.DataFrame({"id": ["P"], "t": [100.0]})
    >>> depots = pd.DataFrame({"id": ["D"], "t": [20.0]})
    >>> stack(columns=["id", "t"], plants=plants, depots=depots)
      id      t
    0  P  100.0
    1  D   20.0
    """
    parts = [pd.DataFrame(layer).reindex(columns=list(columns)) for layer in layers.values()]
    return pd.concat(parts, ignore_index=True).drop_duplicates(ignore_index=True)


def _placed(given: Given) -> TableSpec:
    return given.placed("rows", given.find("rows", "precision") or PRECISION)


@analysis("place", gives=_placed, compares_ids=False)
def place(
    rows: pd.DataFrame,
    counties: gpd.GeoDataFrame,
    prefectures: gpd.GeoDataFrame,
    *,
    sites: gpd.GeoDataFrame | None = None,
    on: str = "adcode",
) -> Outcome:
    """Place rows by their region code, as exactly as the code allows and no further.

    A row of a county gets a point inside it, a row of a prefecture one inside that; such a
    point says where the region is, not where the thing stands, and its precision says so.

    Parameters
    ----------
    rows : pandas.DataFrame or geopandas.GeoDataFrame
        With the column ``on``, six-digit codes; empty where the place is unknown. Points of
        their own, in EPSG:4326 with a column ``precision``, stay as they are.
    counties, prefectures : geopandas.GeoDataFrame
        Polygons in EPSG:4326 with ``adcode``. A code that both have is taken as a county.
    sites : geopandas.GeoDataFrame, optional
        Points with ``adcode`` for units that have no border (a new area). What lies somewhere
        in such a unit is no more exactly placed than what lies somewhere in a county.
    on : str
        Column of ``rows`` that holds the code.

    Returns
    -------
    Outcome
        ``rows`` as a GeoDataFrame of points in EPSG:4326 with the column ``precision``;
        no geometry, and precision ``none``, where the code is empty or of no unit given. These
        are counted in ``left_out``.

    Raises
    ------
    OptionError
        If ``rows`` has no column ``on``, or has ``precision`` without points.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> import shapely
    >>> from gisplan.analysis.tables.join import place
    >>> counties = gpd.GeoDataFrame(
    ...     {"adcode": ["900101"]}, geometry=[shapely.box(104, 36, 105, 37)], crs=4326
    ... )
    >>> prefectures = gpd.GeoDataFrame(
    ...     {"adcode": ["900100"]}, geometry=[shapely.box(104, 36, 106, 37)], crs=4326
    ... )
    >>> rows = pd.DataFrame({"adcode": ["900101", "900100", None]})
    >>> told = place(rows, counties, prefectures)
    >>> told.table["precision"].tolist()
    ['county', 'prefecture', 'none']
    >>> told.left_out[0].en
    '1 item(s) have no position: kept in the data, not drawn on the map'
    """
    own = isinstance(rows, gpd.GeoDataFrame) and "precision" in rows.columns
    if on not in rows.columns or ("precision" in rows.columns and not own):
        raise OptionError(
            Text(
                f"待定位的表须有列 {on}，且不得已有列 precision",
                f"the rows must have a column {on}, and none named precision",
            )
        )
    known = [_points(prefectures, "prefecture"), _points(counties, "county")]
    if sites is not None:
        known.append(_points(sites, "county"))
    where = pd.concat(known, ignore_index=True).drop_duplicates("adcode", keep="last")
    # "adcode" may also be a column of rows that is not the one joined on
    where = where.rename(columns={"adcode": "_place"})
    bare = pd.DataFrame(rows).drop(columns=["geometry", "precision"] if own else [])
    joined = bare.merge(where, left_on=on, right_on="_place", how="left", validate="m:1")
    nowhere = joined["geometry"].isna()
    joined["precision"] = joined["precision"].where(~nowhere, "none")
    if own:
        has_point = rows.geometry.notna().to_numpy()
        joined["geometry"] = np.where(has_point, rows.geometry, joined["geometry"])
        joined["precision"] = np.where(has_point, rows["precision"], joined["precision"])
        nowhere &= ~has_point
    table = gpd.GeoDataFrame(joined.drop(columns="_place"), geometry="geometry", crs=4326)
    return Outcome(table, _no_position(int(nowhere.sum())))


def _points(regions: gpd.GeoDataFrame, precision: Precision) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {"adcode": regions["adcode"], "precision": precision},
        geometry=regions.geometry.representative_point(),
        crs=4326,
    )


def _no_position(count: int) -> tuple[Text, ...]:
    if not count:
        return ()
    return (
        Text(
            f"{count} 项没有位置，保留在数据中，地图上不画点",
            f"{count} item(s) have no position: kept in the data, not drawn on the map",
        ),
    )
