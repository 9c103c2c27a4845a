"""Lines that stand for longer roads: a generalised network keeps the lengths of its roads."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.travel.road_nodes import Noded
from gisplan.arrays import Floats
from gisplan.errors import DataError
from gisplan.text import Text


def stated_lengths(lines: gpd.GeoDataFrame, column: str) -> Floats:
    """Give the length in metres that each line stands for, nan where nothing is said.

    Parameters
    ----------
    lines : geopandas.GeoDataFrame
        Road lines.
    column : str
        Column of metres.

    Returns
    -------
    array of float
        One length a line.

    Raises
    ------
    DataError
        If there is no such column, or a length is below 0 or no number.
    """
    if column not in lines.columns:
        raise DataError(
            Text(f"道路图层没有“{column}”列。", f"The roads have no column '{column}'.")
        )
    given = lines[column]
    metres: Floats = pd.to_numeric(given, errors="coerce").to_numpy(
        dtype=np.float64, na_value=np.nan
    )
    wrong = (given.notna().to_numpy() & ~np.isfinite(metres)) | (metres < 0)
    if wrong.any():
        value = given.to_numpy()[wrong][0]
        raise DataError(
            Text(
                f"道路的 {column} 列应为米数，现有“{value}”（共 {wrong.sum()} 行）。",
                f"Column {column} of the roads holds metres; '{value}' is none "
                f"({wrong.sum()} rows).",
            )
        )
    return metres


def stretched(noded: Noded, metres: Floats) -> Noded:
    """Make edges as long as the roads that their lines stand for, and never shorter.

    Parameters
    ----------
    noded : Noded
        Lines cut at their nodes.
    metres : array of float
        Length that each line stands for; nan where its own counts.

    Returns
    -------
    Noded
        The same with ``length_m`` and ``offset_m`` stretched, evenly along each line.
    """
    row = noded.edges["row"].to_numpy()
    own = np.bincount(row, weights=noded.edges["length_m"], minlength=metres.size)
    factor = np.fmax(metres / np.maximum(own, 1e-9), 1.0)
    factor[~np.isfinite(factor)] = 1.0
    of_edge = factor[row]
    of_segment = of_edge[noded.straight.edge]
    return replace(
        noded,
        edges=noded.edges.assign(length_m=noded.edges["length_m"] * of_edge),
        straight=replace(
            noded.straight,
            length=noded.straight.length * of_segment,
            offset=noded.straight.offset * of_segment,
        ),
    )
