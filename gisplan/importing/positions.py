"""The points of a planner's table: read, their datum decided, brought to WGS 84."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.errors import DataError, DatumError
from gisplan.importing.findings import SET_ASIDE, Findings
from gisplan.importing.headings import POSITIONS, Heading
from gisplan.importing.mapping import ImportMapping
from gisplan.places.coordinates import read_positions
from gisplan.places.crs import canonical_datum, find_unfit, to_wgs84
from gisplan.places.infer_datum import weigh_datums
from gisplan.places.locate import Locator
from gisplan.text import Text

#: Decimals of a degree that are kept: 0.1 mm.
DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Points:
    """Points of a table.

    Parameters
    ----------
    points : pandas.DataFrame
        ``lon``, ``lat``, degrees, WGS 84; NaN where there is none.
    datum : str
        What they were in.
    evidence : pandas.DataFrame, optional
        What that was inferred from.
    """

    points: pd.DataFrame
    datum: str
    evidence: pd.DataFrame | None = None


def named_datum(found: Mapping[str, Heading]) -> str:
    """Give the datum that the headings of positions name: 经度（GCJ-02）; empty if none."""
    named = set()
    for name in POSITIONS:
        if name in found and found[name].inside:
            try:
                named.add(canonical_datum(found[name].inside))
            except DatumError:
                continue
    return named.pop() if len(named) == 1 else ""


@dataclass(frozen=True, slots=True)
class Land:
    """Where points are to be.

    Parameters
    ----------
    locator : Locator
    bounds : tuple of float
        West, south, east, north, in degrees.
    """

    locator: Locator
    bounds: tuple[float, float, float, float]


def read(
    rows: pd.DataFrame,
    chosen: ImportMapping,
    *,
    regions: pd.Series,
    land: Land,
    findings: Findings,
) -> Points:
    """Read the points of a table and bring them to WGS 84.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts.
    chosen : ImportMapping
        With the headings of ``lon`` and ``lat``.
    regions : pandas.Series of object
        Code of the region declared for each row, None where there is none.
    land : Land
    findings : Findings

    Returns
    -------
    Points
        A pair of cells that can't be read costs its row.

    Raises
    ------
    DataError
        If no datum is given and the declared regions don't tell it.
    """
    x_cells, y_cells = (rows[chosen.columns[name].heading] for name in POSITIONS)
    where = f"{x_cells.name}, {y_cells.name}"
    datum = canonical_datum(chosen.datum) if chosen.datum else ""
    evidence = None
    if datum and _is_plane(datum):
        x, y = (_metres(cells) for cells in (x_cells, y_cells))
        given = (x_cells != "") | (y_cells != "")
        shown = x_cells + ", " + y_cells
        _lose_unfit(x, y, given, (datum, shown, where, findings))
    else:
        given_x, given_y = (cells.mask(cells == "") for cells in (x_cells, y_cells))
        told = read_positions(given_x, given_y, bounds=land.bounds)
        some = told.faults.notna() | told.repairs.notna()
        shown = x_cells[some] + ", " + y_cells[some]
        findings.note_all(told.faults, shown, where, SET_ASIDE)
        x, y = told.lon, told.lat
        findings.repaired(told.repairs, shown, where, pairs(x, y, told.repairs.notna()))
        if not datum:
            evidence = _weigh(x, y, regions, land)
            datum = _decided(evidence, int(x.notna().sum()))
    return Points(_to_wgs84(x, y, datum), datum, evidence)


def from_shapes(
    raw: gpd.GeoDataFrame,
    chosen: ImportMapping,
    *,
    regions: pd.Series,
    land: Land,
    findings: Findings,
) -> Points:
    """Take the points of a vector layer; another shape costs its row.

    Parameters
    ----------
    raw : geopandas.GeoDataFrame
        In EPSG:4326, or without CRS.
    chosen : ImportMapping
        Its datum says what the coordinates really are in, whatever the file says.
    regions, land, findings
        As for :func:`read`.

    Returns
    -------
    Points

    Raises
    ------
    DataError
        If neither the file nor ``chosen`` names a datum and the regions don't tell it.
    """
    shapes = raw.geometry
    empty = shapes.isna() | shapes.is_empty
    points = ~empty & (shapes.geom_type == "Point")
    message = Text("图形不是点", "the geometry is not a point")
    for row in raw.index[~empty & ~points]:
        findings.note((row, "geometry", shapes[row].geom_type), message, SET_ASIDE)
    message = Text("没有图形", "there is no geometry")
    action = Text("按所写的行政区定位", "placed by its region")
    for row in raw.index[empty]:
        findings.note((row, "geometry", None), message, action)
    x, y = (pd.Series(np.nan, index=raw.index) for _ in range(2))
    x[points], y[points] = shapes[points].x, shapes[points].y
    datum, evidence = canonical_datum(chosen.datum) if chosen.datum else "", None
    if not datum and raw.crs is not None:
        datum = "wgs84"
    if not datum:
        evidence = _weigh(x, y, regions, land)
        datum = _decided(evidence, int(points.sum()))
    shown = pairs(x, y, points)
    _lose_unfit(x, y, points, (datum, shown, "geometry", findings))
    return Points(_to_wgs84(x, y, datum), datum, evidence)


def _weigh(x: pd.Series, y: pd.Series, regions: pd.Series, land: Land) -> pd.DataFrame:
    return weigh_datums(x, y, regions, locate=lambda a, b: land.locator.locate(a, b)["county"])


def _to_wgs84(x: pd.Series, y: pd.Series, datum: str) -> pd.DataFrame:
    lon, lat = to_wgs84(x, y, datum=datum)
    columns = {"lon": np.round(lon, DECIMALS), "lat": np.round(lat, DECIMALS)}
    return pd.DataFrame(columns, index=x.index)


def pairs(x: pd.Series, y: pd.Series, rows: pd.Series) -> pd.Series:
    """Give the coordinates of some rows for people."""
    some = zip(x[rows], y[rows], strict=True)
    return pd.Series([f"{a:.10g}, {b:.10g}" for a, b in some], index=x.index[rows], dtype=object)


def _is_plane(datum: str) -> bool:
    return datum.startswith(("cgcs2000-gk", "epsg:"))


def _metres(cells: pd.Series) -> pd.Series:
    """Read plain numbers; what is none is told as unfit."""
    plain = cells.str.fullmatch(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?").fillna(False)
    return pd.Series(cells.where(plain.astype(bool), None)).astype(float)


def _lose_unfit(
    x: pd.Series,
    y: pd.Series,
    given: pd.Series,
    told: tuple[str, pd.Series, str, Findings],
) -> None:
    datum, shown, where, findings = told
    reasons = pd.Series(find_unfit(x, y, datum=datum), index=x.index, dtype=object)
    findings.note_all(reasons.where(given, None), shown, where, SET_ASIDE)


def _decided(evidence: pd.DataFrame, count: int) -> str:
    clear = evidence.loc[evidence["verdict"] == "clear", "datum"]
    if len(clear):
        return str(clear.iloc[0])
    if count == 0:
        return "wgs84"
    points = int(evidence["points"].iloc[0])
    shares = [
        f"{item.datum} {item.inside}/{points}" for item in evidence.itertuples() if points > 0
    ]
    found = "、".join(shares) or "—"
    raise DataError(
        Text(
            f"有 {count} 个坐标没有写明坐标系，也无法从所写的县区判断（落在县区内的：{found}）。"
            "请用 --datum 写明：GPS 和天地图为 wgs84 或 cgcs2000，高德、腾讯为 gcj02，百度为 bd09",
            f"{count} coordinates name no datum, and the regions given don't tell it (inside "
            f"their region: {', '.join(shares) or '-'}). Say with --datum: wgs84 or cgcs2000 "
            "for GPS and Tianditu, gcj02 for Amap and Tencent, bd09 for Baidu",
        )
    )
