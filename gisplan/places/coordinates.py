"""Longitudes and latitudes as people write them: reading, repairs, swapped columns.

Every cell has one reading or none. Where two are possible nothing is guessed: the cell is
reported. What was repaired on the way is told, row by row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from gisplan.arrays import Bools, Floats, Indices, Objects
from gisplan.errors import DataError
from gisplan.places.degrees import Cell, read_cell
from gisplan.plain_numbers import plain_numbers
from gisplan.text import Text

Bounds = tuple[float, float, float, float]

_LON, _LAT = Text("经度", "longitude"), Text("纬度", "latitude")
_SWAPPED = Text("经纬度写反，已对调", "longitude and latitude were swapped; exchanged")
_PLAIN = r"-?[0-9]{1,3}(?:\.[0-9]{1,17})?"


@dataclass(frozen=True, slots=True)
class Degrees:
    """Cells read as degrees; all with the index of the cells.

    Attributes
    ----------
    numbers : pandas.Series of float
        Decimal degrees, south and west negative; NaN where there is none.
    axes : pandas.Series of object
        ``"lon"`` or ``"lat"`` where the cell itself says which it is, else None.
    repairs : pandas.Series of object
        What had to be repaired, as a ``Text``; None where nothing was.
    faults : pandas.Series of object
        Why the cell can't be read, as a ``Text``. None for a cell that was read and for an
        empty one.
    """

    numbers: pd.Series[float]
    axes: pd.Series
    repairs: pd.Series
    faults: pd.Series


@dataclass(frozen=True, slots=True)
class Positions:
    """Pairs of cells read as positions; all with the index of the cells.

    Attributes
    ----------
    lon : pandas.Series of float
        Longitude, decimal degrees in the datum of the cells; NaN where there is no position.
    lat : pandas.Series of float
        Latitude, likewise.
    repairs : pandas.Series of object
        As in :class:`Degrees`; both cells' in one ``Text``.
    faults : pandas.Series of object
        As in :class:`Degrees`; both cells' in one ``Text``.
    """

    lon: pd.Series[float]
    lat: pd.Series[float]
    repairs: pd.Series
    faults: pd.Series


def parse_degrees(values: pd.Series) -> Degrees:
    """Read cells as degrees.

    Read are decimal degrees, with sign, direction (东经, E, …, before or behind) or name
    (经度) and with a degree sign; degrees, minutes and seconds with Chinese or western marks,
    or as three numbers parted by hyphens, colons, points or blanks; full-width characters.
    ``docs/coordinates.md`` lists what is refused as ambiguous.

    Parameters
    ----------
    values : pandas.Series
        Texts, numbers or both. Not changed.

    Returns
    -------
    Degrees
        A number beyond ±180 is a fault. A latitude beyond ±90 is none yet, since the columns
        may be swapped: see :func:`read_positions`.
    """
    index = values.index
    read = _parsed(values)
    return Degrees(
        pd.Series(read.numbers, index=index),
        pd.Series(read.axes, index=index, dtype=object),
        pd.Series(read.repairs, index=index, dtype=object),
        pd.Series(read.faults, index=index, dtype=object),
    )


@dataclass(frozen=True, slots=True)
class _Parsed:
    """What :class:`Degrees` holds, as arrays, and the rows that were looked at one by one."""

    numbers: Floats
    axes: Objects
    repairs: Objects
    faults: Objects
    looked: list[int]


def _parsed(values: pd.Series) -> _Parsed:
    numbers, open_rows = _read_plain(values)
    axes, repairs, faults = (np.full(len(values), None, dtype=object) for _ in range(3))
    read: dict[tuple[type, object], Cell] = {}
    for row, given in zip(open_rows, values.iloc[open_rows].to_numpy(dtype=object), strict=True):
        key = (type(given), given)
        if key not in read:
            read[key] = read_cell(given)
        cell = read[key]
        numbers[row], axes[row], faults[row] = cell.number, cell.axis, cell.fault
        repairs[row] = join(cell.repairs)
    return _Parsed(numbers, axes, repairs, faults, open_rows)


def read_positions(lon: pd.Series, lat: pd.Series, *, bounds: Bounds | None = None) -> Positions:
    """Read a column of longitudes and one of latitudes, and exchange the two where swapped.

    Two cells are exchanged if one of them says so itself (北纬 in the column of longitudes) or,
    with ``bounds``, if :func:`find_swapped` says so.

    Parameters
    ----------
    lon, lat : pandas.Series
        Same index. Not changed.
    bounds : tuple of float, optional
        West, south, east, north of where the positions are to be, in degrees.

    Returns
    -------
    Positions
        Faults are cells that can't be read, one of the two missing, two cells that both say
        they are the same, and a latitude beyond ±90. Rows with both cells empty have none.

    Raises
    ------
    DataError
        The index of the two differs, or ``bounds`` aren't west to east and south to north.
    """
    if not lon.index.equals(lat.index):
        message = Text("经度与纬度两列的行不一致", "the rows of longitude and latitude differ")
        raise DataError(message)
    first, second = _parsed(lon), _parsed(lat)
    x, y = first.numbers, second.numbers
    # only cells that were looked at one by one say anything beside their number
    odd = np.union1d(first.looked, second.looked).astype(np.intp)
    axes = first.axes[odd], second.axes[odd]
    swapped = np.zeros(len(x), dtype=bool)
    swapped[odd] = _labelled_swapped(*axes) & ~np.isnan(x[odd]) & ~np.isnan(y[odd])
    if bounds is not None:
        # A direction that a cell itself gives goes before any bounds.
        by_bounds = find_swapped(x, y, bounds=bounds)
        by_bounds[odd] &= pd.isna(axes[0]) & pd.isna(axes[1])
        swapped |= by_bounds
    x[swapped], y[swapped] = y[swapped], x[swapped]
    repairs = _both((first.repairs, second.repairs), swapped, odd)
    faults, bad = _pair_faults(x, y, (first, second), odd)
    x[bad], y[bad], repairs[bad] = np.nan, np.nan, None
    return Positions(
        pd.Series(x, index=lon.index),
        pd.Series(y, index=lon.index),
        pd.Series(repairs, index=lon.index, dtype=object),
        pd.Series(faults, index=lon.index, dtype=object),
    )


def find_swapped(lon: npt.ArrayLike, lat: npt.ArrayLike, *, bounds: Bounds) -> Bools:
    """Find pairs that are out of bounds as they stand and within them when exchanged.

    Parameters
    ----------
    lon, lat : array_like of float, shape (n,)
        Degrees.
    bounds : tuple of float
        West, south, east, north. Where the box overlaps its own mirror image, pairs that
        are within it both ways are left alone.

    Returns
    -------
    numpy.ndarray of bool, shape (n,)
        True where longitude and latitude stand in each other's column.

    Raises
    ------
    DataError
        The two differ in length, or ``bounds`` aren't west to east and south to north.

    Examples
    --------
    >>> from gisplan.places.coordinates import find_swapped
    >>> find_swapped([103.8, 36.1], [36.1, 103.8], bounds=(92, 32, 109, 43))
    array([False,  True])
    """
    west, south, east, north = bounds
    if not (west <= east and south <= north):
        message = Text(
            f"范围应依次为西、南、东、北，实为 {bounds}",
            f"bounds go west, south, east, north; these are {bounds}",
        )
        raise DataError(message)
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    if x.shape != y.shape:
        message = Text("经度与纬度的个数不同", "longitudes and latitudes differ in number")
        raise DataError(message)
    stands = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    mirrored = (y >= west) & (y <= east) & (x >= south) & (x <= north)
    return mirrored & ~stands


def join(texts: Iterable[Text]) -> Text | None:
    """Put several notes into one; None for none.

    Parameters
    ----------
    texts : Iterable[Text]
        Notes on one cell or pair.

    Returns
    -------
    Text or None
        All of them, with semicolons between.
    """
    notes = list(texts)
    if not notes:
        return None
    return Text("；".join(t.zh for t in notes), "; ".join(t.en for t in notes))


def _read_plain(values: pd.Series) -> tuple[Floats, list[int]]:
    """Read the cells that need no repair, which are most; give the rows left to be looked at.

    Parameters
    ----------
    values : pandas.Series
        The cells as they are.

    Returns
    -------
    tuple[Floats, list[int]]
        Decimal degrees, NaN where not read; and the positions of cells that hold something else.
    """
    if isinstance(values.dtype, pd.StringDtype):
        numbers, _ = plain_numbers(values, _PLAIN)
    else:
        given = values.to_numpy(dtype=object)
        numbers = np.full(len(given), np.nan)
        plain = np.array([type(value) in (float, int) for value in given], dtype=bool)
        numbers[plain] = _floats(given[plain])
        texts = np.flatnonzero(np.array([isinstance(value, str) for value in given], dtype=bool))
        numbers[texts] = plain_numbers(pd.Series(given[texts], dtype="str"), _PLAIN)[0]
    in_range = np.abs(numbers) <= 180.0
    numbers[~in_range] = np.nan
    return numbers, np.flatnonzero(~in_range & values.notna().to_numpy(dtype=bool)).tolist()


def _floats(values: Objects) -> Floats:
    try:
        return values.astype(float)
    except OverflowError:  # an integer of more than 308 digits
        return np.array([np.nan if abs(float(str(v))) > 1e300 else float(v) for v in values])


def _labelled_swapped(axis_x: Objects, axis_y: Objects) -> Bools:
    """Tell where a cell says it is of the other column, and the other cell doesn't deny it.

    Parameters
    ----------
    axis_x : array of object
        What each cell of the longitudes says it is.
    axis_y : array of object
        What each cell of the latitudes says it is.

    Returns
    -------
    array of bool
        True where the two stand in each other's column.
    """
    swapped = ((axis_x == "lat") & (axis_y != "lat")) | ((axis_y == "lon") & (axis_x != "lon"))
    return np.asarray(swapped, dtype=bool)


def _both(cells: tuple[Objects, Objects], swapped: Bools, odd: Indices) -> Objects:
    """Put the repairs of two cells into one note each; the same note stands once.

    Parameters
    ----------
    cells : tuple[Objects, Objects]
        Repairs of the longitudes, and of the latitudes.
    swapped : array of bool
        Whether the two were exchanged, which is a repair as well.
    odd : array of int
        Rows that may have repairs.

    Returns
    -------
    array of object
        A ``Text`` for each pair; None where nothing was repaired.
    """
    first, second = cells
    notes = np.full(len(first), None, dtype=object)
    repaired = odd[~pd.isna(first[odd]) | ~pd.isna(second[odd])]
    for row in np.union1d(np.flatnonzero(swapped), repaired):
        texts = [first[row], second[row], _SWAPPED if swapped[row] else None]
        notes[row] = join(dict.fromkeys(text for text in texts if text))
    return notes


def _pair_faults(
    x: Floats, y: Floats, cells: tuple[_Parsed, _Parsed], odd: Indices
) -> tuple[Objects, Indices]:
    """Say what is wrong with each pair; None where nothing is.

    Parameters
    ----------
    x : array of float
        Longitudes, degrees.
    y : array of float
        Latitudes, degrees.
    cells : tuple[_Parsed, _Parsed]
        Cells of the longitudes, and of the latitudes.
    odd : array of int
        Rows whose cells may have faults, or say what they are.

    Returns
    -------
    tuple[Objects, Indices]
        A ``Text`` for each pair; and the rows that have one.
    """
    told = np.full(len(x), None, dtype=object)
    faults, axes = (cells[0].faults, cells[1].faults), (cells[0].axes, cells[1].axes)
    unread, clash = np.zeros((2, len(x)), dtype=bool)
    unread[odd] = ~pd.isna(faults[0][odd]) | ~pd.isna(faults[1][odd])
    clash[odd] = ~pd.isna(axes[0][odd]) & (axes[0][odd] == axes[1][odd])
    half = np.isnan(x) ^ np.isnan(y)
    bad = np.flatnonzero(unread | clash | half | (np.abs(y) > 90.0))
    for row in bad:
        if unread[row]:
            both = ((_LON, faults[0][row]), (_LAT, faults[1][row]))
            told[row] = join(
                Text(f"{title.zh}：{fault.zh}", f"{title.en}: {fault.en}")
                for title, fault in both
                if fault
            )
        elif np.isnan(x[row]):
            told[row] = Text("有纬度而缺经度", "a latitude without a longitude")
        elif np.isnan(y[row]):
            told[row] = Text("有经度而缺纬度", "a longitude without a latitude")
        elif clash[row] and axes[0][row] == "lon":
            told[row] = Text("两格都写明是经度", "both cells say that they are a longitude")
        elif clash[row]:
            told[row] = Text("两格都写明是纬度", "both cells say that they are a latitude")
        else:
            told[row] = Text(
                f"纬度 {y[row]:.10g} 超出 ±90° 的范围", f"latitude {y[row]:.10g} is beyond ±90°"
            )
    return told, bad
