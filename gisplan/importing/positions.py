"""The points of a planner's table: read, their datum decided, brought to WGS 84."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.errors import DataError, DatumError, Question
from gisplan.importing import shapes
from gisplan.importing.amounts import say_nothing
from gisplan.importing.coordinate_cells import (
    is_plane,
    read_metres,
    require_fitting,
    split_pairs,
    without_words,
    without_zeros,
)
from gisplan.importing.findings import SET_ASIDE, Findings
from gisplan.importing.headings import DATUM, POSITION, POSITIONS, Heading, datum_of, normal
from gisplan.importing.mapping import ImportMapping
from gisplan.places.coordinates import read_positions
from gisplan.places.crs import DATUMS, canonical_datum, find_unfit, to_wgs84
from gisplan.places.infer_datum import weigh_datums
from gisplan.places.locate import Locator
from gisplan.text import Text

#: Decimals of a degree that are kept: 0.1 mm.
DECIMALS = 9


@dataclass(frozen=True, slots=True)
class RowPositions:
    """Points of a table.

    Attributes
    ----------
    points : pandas.DataFrame
        ``lon``, ``lat``, degrees, WGS 84; NaN where there is none.
    datum : str
        What they were in.
    evidence : pandas.DataFrame, optional
        What that was inferred from.
    shapes : geopandas.GeoSeries, optional
        Of rows that came as more than one point, EPSG:4326; None if there are none.
    """

    points: pd.DataFrame
    datum: str
    evidence: pd.DataFrame | None = None
    shapes: gpd.GeoSeries | None = None


def named_datum(found: Mapping[str, Heading]) -> str:
    """Give the datum that the headings of positions name: 经度（GCJ-02）; empty if none.

    Parameters
    ----------
    found : mapping of str to Heading
        Headings by meaning, taken apart.

    Returns
    -------
    str
        Canonical name of the datum.

    Raises
    ------
    DatumError
        If it is one whose way to WGS 84 is not public: 经度（西安80）.
    """
    named = set()
    for name in (*POSITIONS, POSITION):
        if name not in found:
            continue
        if found[name].datum:
            named.add(canonical_datum(found[name].datum))
        with contextlib.suppress(DatumError):
            named.add(canonical_datum(found[name].inside))
    return named.pop() if len(named) == 1 else ""


def datum_said(words: str) -> str:
    """Give the datum that a cell of a column 坐标系 names: 高德坐标, GPS, 国家2000.

    Parameters
    ----------
    words : str
        The cell.

    Returns
    -------
    str
        Canonical name of the datum.

    Raises
    ------
    DatumError
        If it names none, or one whose way to WGS 84 is not public.
    """
    plain = normal(words)
    if re.search("带|高斯|投影|gauss|gk|epsg", plain):
        return canonical_datum(words)
    return canonical_datum(datum_of(plain) or words)


@dataclass(frozen=True, slots=True)
class Land:
    """Where points are to be.

    Attributes
    ----------
    locator : Locator
        Which county a point lies in.
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
) -> RowPositions:
    """Read the points of a table and bring them to WGS 84.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts.
    chosen : ImportMapping
        With the headings of ``lon`` and ``lat``, or that of ``position``, which holds both;
        that of ``datum``, if each row states its own.
    regions : pandas.Series of object
        Code of the region declared for each row, None where there is none.
    land : Land
        Where points are to be.
    findings : Findings
        Where problems are gathered.

    Returns
    -------
    RowPositions
        A pair of cells that can't be read is no position; 0, 0 and 暂无 are none either.

    Raises
    ------
    DataError
        If no datum is given and the declared regions don't tell it.
    """
    x_cells, y_cells, where = _pair_of_cells(rows, chosen, findings)
    x_cells, y_cells = without_words(x_cells, y_cells, where, findings)
    stated = chosen.columns.get(DATUM)
    if stated is None or not stated.heading:
        own = canonical_datum(chosen.datum) if chosen.datum else ""
        require_fitting(x_cells, y_cells, own)
        return _read_in(x_cells, y_cells, own, (regions, land, where, findings))
    return _by_row(rows[stated.heading], x_cells, y_cells, (chosen, regions, land, where, findings))


_Tools = tuple[pd.Series, "Land", str, Findings]


def _read_in(x_cells: pd.Series, y_cells: pd.Series, datum: str, tools: _Tools) -> RowPositions:
    """Read cells of one datum; if it is not known, the regions must tell it.

    Parameters
    ----------
    x_cells : pandas.Series
        Cells of the first coordinate.
    y_cells : pandas.Series
        Cells of the second.
    datum : str
        Datum of the cells; empty if it is not known.
    tools : _Tools
        Region of each row, where points are to be, what messages say; takes what is found.

    Returns
    -------
    RowPositions
        Points, and what the datum was inferred from.
    """
    regions, land, where, findings = tools
    evidence = None
    if datum and is_plane(datum):
        x, y = _on_a_plane(x_cells, y_cells, (datum, where, findings))
    else:
        given_x, given_y = (cells.mask(cells == "") for cells in (x_cells, y_cells))
        told = read_positions(given_x, given_y, bounds=land.bounds)
        some = told.faults.notna() | told.repairs.notna()
        shown = x_cells[some] + ", " + y_cells[some]
        findings.note_all(told.faults, shown, where, findings.action(required=False))
        x, y = told.lon, told.lat
        findings.repaired(told.repairs, shown, where, pairs(x, y, told.repairs.notna()))
        x, y = without_zeros(x, y, where, findings)
        if not datum:
            evidence = _weigh(x, y, regions, land)
            datum = _decided(evidence, int(x.notna().sum()), findings)
    return RowPositions(_to_wgs84(x, y, datum), datum, evidence)


def _by_row(
    stated: pd.Series,
    x_cells: pd.Series,
    y_cells: pd.Series,
    tools: tuple[ImportMapping, pd.Series, Land, str, Findings],
) -> RowPositions:
    """Read each row in the datum that it states; where it states none, in that of the file.

    Parameters
    ----------
    stated : pandas.Series
        Datum that each row states.
    x_cells : pandas.Series
        Cells of the first coordinate.
    y_cells : pandas.Series
        Cells of the second.
    tools : tuple[ImportMapping, pandas.Series, Land, str, Findings]
        Mapping, region of each row, where points are to be, what messages say; takes what is found.

    Returns
    -------
    RowPositions
        Points of all rows.
    """
    chosen, regions, land, where, findings = tools
    points = pd.DataFrame({"lon": np.nan, "lat": np.nan}, index=x_cells.index)
    own = canonical_datum(chosen.datum) if chosen.datum else ""
    counts: dict[str, int] = {}
    evidence = None
    given = (x_cells != "") | (y_cells != "")
    for words, rows in stated.groupby(stated).groups.items():
        name = str(words)
        try:
            datum = datum_said(name) if name else own
        except DatumError as error:
            lost = rows[given.loc[rows].to_numpy(dtype=bool)]
            faults = pd.Series([error.message] * len(lost), index=lost, dtype=object)
            action = findings.action(required=False)
            findings.note_all(faults, stated.loc[lost], str(stated.name), action)
            continue
        part = (regions.loc[rows], land, where, findings)
        read_part = _read_in(x_cells.loc[rows], y_cells.loc[rows], datum, part)
        points.loc[rows] = read_part.points
        evidence = read_part.evidence if read_part.evidence is not None else evidence
        counts[read_part.datum] = counts.get(read_part.datum, 0) + len(rows)
    parts = [f"{name} {count}" for name, count in counts.items()]
    findings.say(
        f"坐标系按行取自“{stated.name}”：{'、'.join(parts)} 行",
        f"the datum of each row is that of '{stated.name}': {', '.join(parts)} rows",
    )
    return RowPositions(points, own, evidence)


def _pair_of_cells(
    rows: pd.DataFrame, chosen: ImportMapping, findings: Findings
) -> tuple[pd.Series, pd.Series, str]:
    """Give the cells of both coordinates, from two columns or from one that holds both.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of data, as texts.
    chosen : ImportMapping
        Which heading each column comes from.
    findings : Findings
        Takes what is found.

    Returns
    -------
    tuple[pandas.Series, pandas.Series, str]
        Both columns of cells, and what messages call them.
    """
    if set(POSITIONS) <= chosen.columns.keys():
        x, y = (rows[chosen.columns[name].heading] for name in POSITIONS)
        return x, y, f"{x.name}, {y.name}"
    cells = rows[chosen.columns[POSITION].heading]
    split = split_pairs(cells)
    whole = (cells != "") & split["x"].isna() & ~say_nothing(cells)
    messages = pd.Series(None, index=cells.index, dtype=object)
    messages[whole] = Text("不是一对坐标", "these are no two coordinates")
    findings.note_all(messages, cells, str(cells.name), findings.action(required=False))
    return split["x"].fillna(""), split["y"].fillna(""), str(cells.name)


def _on_a_plane(
    x_cells: pd.Series, y_cells: pd.Series, told: tuple[str, str, Findings]
) -> tuple[pd.Series, pd.Series]:
    """Read eastings and northings; exchanged where X is the northing, as surveyors have it.

    Parameters
    ----------
    x_cells : pandas.Series
        Cells of the first coordinate.
    y_cells : pandas.Series
        Cells of the second.
    told : tuple[str, str, Findings]
        Datum, what messages call the columns; takes what is found.

    Returns
    -------
    tuple[pandas.Series, pandas.Series]
        Easting and northing in metres.
    """
    datum, where, findings = told
    x, y = (read_metres(cells) for cells in (x_cells, y_cells))
    x, y = without_zeros(x, y, where, findings)
    given = (x_cells != "") | (y_cells != "")
    given &= ~((x_cells == "0") & (y_cells == "0"))
    unfit = pd.Series(find_unfit(x, y, datum=datum), index=x.index, dtype=object).notna()
    exchanged = pd.Series(find_unfit(y, x, datum=datum), index=x.index, dtype=object).isna()
    swap = given & unfit & exchanged & x.notna() & y.notna()
    if swap.any():
        x, y = x.mask(swap, y), y.mask(swap, x)
        count = int(swap.sum())
        findings.say(
            f"“{where}”共 {count} 行按测绘习惯 X 为北、Y 为东，已对调",
            f"'{where}': in {count} rows X is the northing and Y the easting, as surveyors have "
            "it; exchanged",
        )
    shown = x_cells + ", " + y_cells
    _lose_unfit(x, y, given, (datum, shown, where, findings))
    bad = pd.Series(find_unfit(x, y, datum=datum), index=x.index, dtype=object).notna()
    return x.mask(bad), y.mask(bad)


def from_shapes(
    raw: gpd.GeoDataFrame,
    chosen: ImportMapping,
    *,
    regions: pd.Series,
    land: Land,
    findings: Findings,
) -> RowPositions:
    """Take the positions of a vector layer: points as they are, a point in any other shape.

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
    RowPositions
        Points in the order of the rows, with the shapes of those that are more than a point.

    Raises
    ------
    DataError
        If neither the file nor ``chosen`` names a datum and the regions don't tell it.
    """
    given = shapes.without_single_parts(raw.geometry)
    empty = given.isna() | given.is_empty
    message = Text("没有图形", "there is no geometry")
    action = Text("按所写的行政区定位", "placed by its region")
    for row in raw.index[empty]:
        findings.note((row, "geometry", None), message, action)
    first = given[~empty].representative_point().reindex(raw.index)
    datum, evidence = canonical_datum(chosen.datum) if chosen.datum else "", None
    if not datum and raw.crs is not None:
        datum = "wgs84"
    if not datum:
        evidence = _weigh(first.x, first.y, regions, land)
        datum = _decided(evidence, int((~empty).sum()), findings)
    is_point = ~empty & (given.geom_type == "Point")
    x, y = first.x.where(is_point), first.y.where(is_point)
    _lose_unfit(x, y, is_point, (datum, pairs(x, y, is_point), "geometry", findings))
    points = _to_wgs84(x, y, datum)
    others = ~empty & ~is_point
    if not others.any():
        return RowPositions(points, datum, evidence)
    moved = shapes.brought_to_wgs84(given[others], datum=datum)
    inside = shapes.points_of(moved)
    points.loc[inside.index, "lon"] = np.round(inside.x, DECIMALS)
    points.loc[inside.index, "lat"] = np.round(inside.y, DECIMALS)
    unfit = Text(
        "图形的坐标不在该坐标系内", "the shape has coordinates that can't be of that datum"
    )
    for row in inside.index[inside.isna()]:
        findings.note((row, "geometry", given[row].geom_type), unfit, SET_ASIDE)
    return RowPositions(points, datum, evidence, moved[inside.notna()])


def _weigh(x: pd.Series, y: pd.Series, regions: pd.Series, land: Land) -> pd.DataFrame:
    return weigh_datums(x, y, regions, locate=lambda a, b: land.locator.locate(a, b)["county"])


def _to_wgs84(x: pd.Series, y: pd.Series, datum: str) -> pd.DataFrame:
    lon, lat = to_wgs84(x, y, datum=datum)
    columns = {"lon": np.round(lon, DECIMALS), "lat": np.round(lat, DECIMALS)}
    return pd.DataFrame(columns, index=x.index)


def pairs(x: pd.Series, y: pd.Series, rows: pd.Series) -> pd.Series:
    """Give the coordinates of some rows for people.

    Parameters
    ----------
    x : pandas.Series
        First coordinates.
    y : pandas.Series
        Second coordinates.
    rows : pandas.Series
        Which rows.

    Returns
    -------
    pandas.Series
        Such as ``103.8, 36.1``.
    """
    some = zip(x[rows], y[rows], strict=True)
    return pd.Series([f"{a:.10g}, {b:.10g}" for a, b in some], index=x.index[rows], dtype=object)


def _lose_unfit(
    x: pd.Series,
    y: pd.Series,
    given: pd.Series,
    told: tuple[str, pd.Series, str, Findings],
) -> None:
    datum, shown, where, findings = told
    reasons = pd.Series(find_unfit(x, y, datum=datum), index=x.index, dtype=object)
    findings.note_all(reasons.where(given, None), shown, where, findings.action(required=False))


def _decided(evidence: pd.DataFrame, count: int, findings: Findings) -> str:
    clear = evidence.loc[evidence["verdict"] == "clear", "datum"]
    if len(clear):
        return str(clear.iloc[0])
    if count == 0:
        return "wgs84"
    points = int(evidence["points"].iloc[0])
    shares = [
        f"{item.datum} {item.inside}/{points}" for item in evidence.itertuples() if points > 0
    ]
    inside = Text("", "")
    if shares:
        inside = Text(
            f"（落在县区内的：{'、'.join(shares)}）", f" (inside their region: {', '.join(shares)})"
        )
    raise DataError(
        Text(
            f"有 {count} 个坐标没有写明坐标系，也无法从所写的县区判断{inside.zh}。"
            "请用 --datum 写明：GPS 和天地图为 wgs84 或 cgcs2000，高德、腾讯为 gcj02，百度为 bd09",
            f"{count} coordinates name no datum, and the regions given don't tell it{inside.en}. "
            "Say with --datum: wgs84 or cgcs2000 for GPS and Tianditu, gcj02 for Amap and "
            "Tencent, bd09 for Baidu",
        ),
        faults=tuple(findings.hints),
        questions=[
            Question(
                Text("坐标是哪种坐标系？", "Which datum are the coordinates in?"),
                "datum",
                "",
                tuple((name, DATUMS[name]) for name in ("gcj02", "bd09", "wgs84", "cgcs2000")),
            )
        ],
    )
