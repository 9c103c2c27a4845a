"""Sites and candidates in a file of the user's own."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.candidates import RULES
from gisplan.errors import OptionError
from gisplan.read import read
from gisplan.text import Text

#: How a table writes yes and no; an empty cell is no.
_YES, _NO = {"true", "1", "yes", "是"}, {"false", "0", "no", "否", ""}


def sites_of_file(path: Path) -> gpd.GeoDataFrame:
    """Read sites from a file of the user's.

    Parameters
    ----------
    path : pathlib.Path
        A table with columns ``lon`` and ``lat`` (degrees, WGS 84), or a vector file of points.
        ``id`` tells sites apart; if there is none, their row does.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, with what :func:`gisplan.service.sites_that_count` asks for.

    Raises
    ------
    FileError
        If it can't be read.
    OptionError
        If it holds no points, or an identifier twice; row and column are named.
    """
    raw = read(path)
    if not isinstance(raw, gpd.GeoDataFrame):
        raw = _points(raw, path)
    wrong = raw.geometry.isna() | (raw.geometry.geom_type != "Point")
    if len(raw) == 0 or wrong.any():
        row = "" if len(raw) == 0 else str(raw.index[wrong][0])
        raise OptionError(
            Text(
                f"{path.name}：第 {row} 行不是点" if row else f"{path.name}：没有一行数据",
                f"{path.name}: row {row} is no point" if row else f"{path.name}: holds no row",
            )
        )
    ids = raw["id"].astype("str") if "id" in raw.columns else raw.index.astype("str").to_series()
    twice = ids[ids.duplicated()].unique()
    if len(twice):
        raise OptionError(
            Text(f"{path.name}：编号重复：{twice[0]}", f"{path.name}: id given twice: {twice[0]}")
        )
    facts = {
        "id": ids.to_numpy(),
        "name_zh": raw.get("name_zh", raw.get("name", ids)).astype("str").to_numpy(),
        "name_en": raw.get("name_en", raw.get("name", ids)).astype("str").to_numpy(),
        "kind": raw["kind"].astype("str").to_numpy() if "kind" in raw.columns else "own",
        "adcode": raw["adcode"].astype("str").to_numpy() if "adcode" in raw.columns else None,
        "precision": "site",
        "stage": "operating",
        "start_year": 0,
        "due_year": float("nan"),
        "status_year": float("nan"),
    }
    return gpd.GeoDataFrame(facts, geometry=raw.geometry.to_numpy(), crs=4326)


def candidates_of_file(path: Path) -> gpd.GeoDataFrame:
    """Read candidates, with what their own columns ask of a choice.

    Parameters
    ----------
    path : pathlib.Path
        As :func:`sites_of_file`; ``cost``, ``forced`` and ``forbidden`` if there are any.

    Returns
    -------
    geopandas.GeoDataFrame
        As there, with those of the three columns that the file has.

    Raises
    ------
    FileError, OptionError
        As there; or if a cost is no number of 0 or more, or a flag neither true nor false.
    """
    table, raw = sites_of_file(path), read(path)
    for name in RULES:
        if name in raw.columns:
            table[name] = _ruled(raw[name], path.name).to_numpy()
    return table


def _ruled(column: pd.Series, file: str) -> pd.Series:
    """Read a column of costs or flags, or name the first row where that can't be."""
    cells = column.astype("str").str.strip().where(column.notna(), "")
    if column.name == "cost":
        values = pd.to_numeric(cells, errors="coerce")
        wrong = ~((values >= 0) & (values < float("inf")))
        fit = Text("不小于 0 的数", "a number of 0 or more")
    else:
        values = cells.str.lower().isin(_YES)
        wrong = ~(values | cells.str.lower().isin(_NO))
        fit = Text("真或假（是、否）", "true or false")
    if wrong.any():
        row = cells.index[wrong][0]
        raise OptionError(
            Text(
                f"{file}：第 {row} 行 {column.name} 的值“{cells[row]}”应为{fit.zh}",
                f"{file}: row {row}, column {column.name}: “{cells[row]}” is not {fit.en}",
            )
        )
    return values


def _points(raw: pd.DataFrame, path: Path) -> gpd.GeoDataFrame:
    missing = [name for name in ("lon", "lat") if name not in raw.columns]
    if missing:
        names = ", ".join(missing)
        raise OptionError(Text(f"{path.name}：缺少列 {names}", f"{path.name}: no column {names}"))
    degrees = {}
    for name, most in (("lon", 180.0), ("lat", 90.0)):
        degrees[name] = pd.to_numeric(raw[name], errors="coerce")
        wrong = raw.index[~(degrees[name].abs() <= most)]
        if len(wrong):
            row, value = wrong[0], raw.loc[wrong[0], name]
            raise OptionError(
                Text(
                    f"{path.name}：第 {row} 行 {name} 的值“{value}”不是经纬度",
                    f"{path.name}: row {row}, column {name}: “{value}” is not in degrees",
                )
            )
    points = gpd.points_from_xy(degrees["lon"], degrees["lat"], crs=4326)
    return gpd.GeoDataFrame(raw, geometry=points)
