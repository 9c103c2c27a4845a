"""What a caller gets: tables as pandas and GeoPandas know them, with what was found."""

from __future__ import annotations

import json
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError, ProjError
from shapely.geometry.base import BaseGeometry

from gisplan.errors import DatumError
from gisplan.places.crs import require_public
from gisplan.read.options import Finding, ReadOptions, listed, unreadable
from gisplan.read.part import Part
from gisplan.text import Text

_GEOMETRY = "geometry"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """A table as its file holds it.

    Attributes
    ----------
    table : pandas.DataFrame or geopandas.GeoDataFrame
        Of a CSV or sheet, every cell as text, ``""`` if empty. Of a vector layer, fields as
        typed there and geometries in EPSG:4326, or without CRS if the file names none. The
        index is the row as an editor or Excel counts it; features count from 1.
    file : str
        Name of the file.
    sheet : str
        Sheet or layer; empty for a CSV.
    heading_row : int
        Row of the column names; 0 for a vector layer.
    findings : tuple of Finding
        What was detected, guessed, filled or met.
    """

    table: pd.DataFrame
    file: str
    sheet: str
    heading_row: int
    findings: tuple[Finding, ...]

    def found(self, kind: str) -> tuple[Finding, ...]:
        """Give the findings of one kind.

        Parameters
        ----------
        kind : str
            As in :class:`gisplan.read.options.Finding`.

        Returns
        -------
        tuple of Finding
            In the order in which they were made; empty if there are none.
        """
        return tuple(finding for finding in self.findings if finding.kind == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """A table of a file, without its rows."""

    sheet: str
    heading_row: int
    columns: tuple[str, ...]
    rows: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a file holds.

    Attributes
    ----------
    file : str
        Name of the file.
    kind : str
        What kind of file it is, such as ``CSV``, ``XLSX`` or ``GeoPackage``.
    tables : tuple of FoundTable
        Its sheets or layers.
    """

    file: str
    kind: str
    tables: tuple[FoundTable, ...]


def raw_table(part: Part, file: str, options: ReadOptions) -> RawTable:
    """Make a raw table of what a parser gave.

    Parameters
    ----------
    part : Part
        A table as its parser gives it.
    file : str
        Name of the file.
    options : ReadOptions
        What the user says of it.

    Returns
    -------
    RawTable
        The table with geometries in EPSG:4326.

    Raises
    ------
    FileError
        If the coordinate reference system is not known or can't be turned into EPSG:4326.
    """
    table = part.table.to_pandas(date_as_object=False)
    table.index = pd.Index(np.asarray(part.rows, dtype=np.int64))
    findings = list(part.findings)
    if part.geometry is not None:
        place = str(part.table.column_names[part.geometry])
        others = table.drop(columns=place)
        if _GEOMETRY in others.columns:
            raise unreadable(
                file,
                f"属性列名不能是 {_GEOMETRY}；请改名后再用",
                f"a field can't be named {_GEOMETRY}; rename it",
            )
        shapes = _shapes(table[place])
        findings += _look_at(shapes)
        shapes, told_heights = _without_zero_heights(shapes)
        findings += told_heights
        placed, told = _placed(shapes, part.crs, file, options)
        findings.append(told)
        table = gpd.GeoDataFrame(others.assign(**{_GEOMETRY: placed}), geometry=_GEOMETRY)
    return RawTable(
        table=table,
        file=file,
        sheet=part.name,
        heading_row=part.heading_row,
        findings=tuple(findings),
    )


def _shapes(wkb: pd.Series) -> gpd.GeoSeries:
    values = np.array([value if isinstance(value, bytes) else None for value in wkb], object)
    try:
        with np.errstate(invalid="ignore"):  # numbers that are none are told with their row
            shapes = shapely.from_wkb(values)
    except (shapely.errors.ShapelyError, ValueError, NotImplementedError):
        shapes = np.array([_shape(value) for value in values], object)
    return gpd.GeoSeries(shapes, index=wkb.index)


def _shape(wkb: bytes | None) -> BaseGeometry | None:
    # Read one geometry; None if it is none, which is told as a row without one.
    try:
        with np.errstate(invalid="ignore"):
            return None if wkb is None else shapely.from_wkb(wkb)
    except (shapely.errors.ShapelyError, ValueError, NotImplementedError):
        return None


def _look_at(shapes: gpd.GeoSeries) -> list[Finding]:
    """Tell rows without geometry, and rows whose coordinates are no finite numbers.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        Geometries by row.

    Returns
    -------
    list of Finding
        A finding for each of the two that there is.
    """
    found = []
    missing = shapes.index[shapes.isna() | shapes.is_empty]
    if len(missing):
        zh, en = listed(list(missing))
        message = Text(f"{zh}没有图形", f"{en}: no geometry")
        found.append(Finding(kind="no_geometry", rows=tuple(missing), message=message))
    xy, at = shapely.get_coordinates(shapes.to_numpy(), return_index=True)
    endless = shapes.index[np.unique(at[~np.isfinite(xy).all(axis=1)])]
    if len(endless):
        zh, en = listed(list(endless))
        message = Text(f"{zh}的坐标不是有限的数", f"{en}: coordinates that are no finite numbers")
        found.append(Finding(kind="not_finite", rows=tuple(endless), message=message))
    return found


def _without_zero_heights(shapes: gpd.GeoSeries) -> tuple[gpd.GeoSeries, list[Finding]]:
    """Leave out heights where all are 0, which is how KML says that there are none.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        Geometries by row.

    Returns
    -------
    tuple[geopandas.GeoSeries, list[Finding]]
        The geometries, and the finding if heights were left out.
    """
    if not shapes.has_z.any():
        return shapes, []
    heights = shapely.get_coordinates(shapes.to_numpy(), include_z=True)[:, 2]
    if np.any(heights[~np.isnan(heights)]):
        return shapes, []
    message = Text("高度全为 0，未读入", "all heights are 0 and are not read")
    flat = gpd.GeoSeries(shapely.force_2d(shapes.to_numpy()), index=shapes.index)
    return flat, [Finding(kind="heights", message=message)]


def _crs(text: str) -> CRS:
    # Give a system as a file describes it; by its code where the description is not whole.
    try:
        return CRS.from_user_input(text)
    except CRSError:
        try:
            named = json.loads(text)["id"]
            return CRS.from_authority(named["authority"], named["code"])
        except (ValueError, TypeError, KeyError, RecursionError):
            pass
        raise


def _placed(
    shapes: gpd.GeoSeries, crs: str, file: str, options: ReadOptions
) -> tuple[gpd.GeoSeries, Finding]:
    """Give the geometries in EPSG:4326, and the word on what they were in.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        Geometries by row.
    crs : str
        What the file says they are in; empty if nothing.
    file : str
        Name of the file, for messages.
    options : ReadOptions
        What the user says overrides the file.

    Returns
    -------
    tuple[geopandas.GeoSeries, Finding]
        Geometries as they were, without CRS, if neither says anything.

    Raises
    ------
    FileError
        If the system is not known, or they can't be brought to EPSG:4326.
    """
    used = options.crs or crs
    if not used:
        message = Text(
            "没有写明坐标系；请用 crs 指定", "no coordinate system is named; name it with crs"
        )
        return shapes, Finding(kind="crs", message=message)
    try:
        known = _crs(used)
        require_public(known)
        placed = shapes.set_crs(known).to_crs(4326)
    except DatumError as error:
        if options.datum and not options.crs:
            message = Text(
                f"文件写的坐标系是 {known.name}，按所写的 {options.datum} 读取",
                f"the file names {known.name}; read in {options.datum}, as told",
            )
            return shapes, Finding(kind="crs", message=message)
        told = error.message
        raise unreadable(
            file,
            f"{told.zh.rstrip('。')}；如果坐标其实是别的坐标系，请用 --crs 写明，如 --crs EPSG:4490"
            "（导入时也可用 --datum）",
            f"{told.en}; if the coordinates really are in another system, say it with --crs, as "
            "--crs EPSG:4490 (or, in an import, --datum)",
        ) from error
    except (CRSError, ProjError, ValueError, TypeError) as error:
        raise unreadable(
            file,
            f"不能用的坐标系“{used[:80]}”；请用 crs 指定",
            f"a coordinate system that can't be used, “{used[:80]}”; name it with crs",
        ) from error
    zh, en = ("（据文件）", " (as the file says)")
    if options.crs:
        zh, en = (f"（已指定；文件写的是 {crs[:80] or '无'}）",) * 2
        en = f" (as told; the file says {crs[:80] or 'nothing'})"
    message = Text(f"坐标系 {known.name}{zh}", f"coordinate system {known.name}{en}")
    return placed, Finding(kind="crs", message=message)
