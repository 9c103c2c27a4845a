"""A conforming table as the texts that its file holds."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from gisplan.catalog.layer import LayerSpec
from gisplan.plain_numbers import large_texts

#: Significant digits that are written of a number.
_DIGITS = 12


def to_texts(table: pd.DataFrame, spec: LayerSpec) -> pd.DataFrame:
    """Give a conforming table as the texts that its CSV holds.

    Parameters
    ----------
    table : pandas.DataFrame or geopandas.GeoDataFrame
        The rows.
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    pandas.DataFrame
        The declared columns, and longitude and latitude where the layer takes its points from
        such; empty is ``""``.
    """
    columns: dict[str, pd.Series] = {}
    for column in spec.columns:
        values = table[column.name]
        if column.type == "date":
            columns[column.name] = values.dt.strftime("%Y-%m-%d")
        elif column.type == "boolean":
            place = values.to_numpy(dtype=np.int8, na_value=-1)
            words = pd.array(["false", "true"], dtype="str").take(place, allow_fill=True)
            columns[column.name] = pd.Series(words, index=values.index)
        elif column.type == "number":
            columns[column.name] = numbers(values)
        else:
            columns[column.name] = values
    if spec.position_columns is not None:
        lon, lat = spec.position_columns
        if "geometry" in table:
            shapes = gpd.GeoSeries(table["geometry"])
            columns[lon], columns[lat] = numbers(shapes.x), numbers(shapes.y)
        elif {lon, lat} <= set(table.columns):
            columns |= {name: numbers(table[name]) for name in (lon, lat)}
    # columns of nothing, of which a layer has many, are one in memory
    nothing = pd.Series("", index=table.index, dtype="str")
    return pd.DataFrame(
        {name: nothing if v.isna().all() else _texts(v) for name, v in columns.items()},
        index=table.index,
    )


def held_apart(table: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Give a table whose texts lie apart from those of a file, so that the file's can go.

    A file's columns lie in memory as one piece, of which a column keeps the whole.

    Parameters
    ----------
    table : pandas.DataFrame
        Texts, as :func:`to_texts` gives them.
    rows : pandas.DataFrame
        Table of the file as it was read.

    Returns
    -------
    pandas.DataFrame
        The same texts; columns that the two share are copied.
    """
    of_file = {_address(rows[name]) for name in rows.columns} - {None}
    none = pa.array([], pa.large_string())
    apart = {
        name: pd.Series(
            pa.concat_arrays([large_texts(cells), none]), index=table.index, dtype="str"
        )
        for name, cells in table.items()
        if of_file and _address(cells) in of_file
    }
    return table.assign(**{str(name): cells for name, cells in apart.items()})


def _address(cells: pd.Series) -> int | None:
    if not isinstance(cells.dtype, pd.StringDtype):
        return None
    held = large_texts(cells).buffers()[2]
    return None if held is None else int(held.address)


def _texts(values: pd.Series) -> pd.Series:
    # A column of texts without gaps stays what it is, and takes no memory once more.
    texts = values.astype("str")
    if not texts.hasnans:
        return texts
    filled = pc.fill_null(large_texts(texts), pa.scalar("", pa.large_string()))
    return pd.Series(filled, index=values.index, dtype="str")


def numbers(values: pd.Series) -> pd.Series:
    """Write numbers with at most 12 significant digits, and whole ones without a point.

    Parameters
    ----------
    values : pandas.Series
        Numbers; missing ones are not known.

    Returns
    -------
    pandas.Series
        Texts, ``""`` where missing.
    """
    given = values.to_numpy(dtype=float, na_value=np.nan)
    size = np.abs(given)
    # Within these bounds Arrow writes the shortest digits, as "g" does; it takes no Python loop.
    usual = ((size >= 1e-4) & (size < 1e11)) | (given == 0)
    safe = np.where(usual, given, 0.0) + 0.0
    texts = pd.Series(
        pc.cast(pa.array(safe), pa.large_string()), index=values.index, dtype="str"
    ).str.removesuffix(".0")
    # neither a point nor a sign is a digit
    digits = pc.binary_length(large_texts(texts)).to_numpy() - (safe % 1 != 0) - (safe < 0)
    unknown = np.isnan(given)
    if unknown.any():
        texts = texts.mask(unknown)
    long = ~unknown & (~usual | (digits > _DIGITS))
    if long.any():
        texts[long] = pd.array([f"{number:.12g}" for number in given[long]], dtype="str")
    return texts
