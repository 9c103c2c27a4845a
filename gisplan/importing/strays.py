"""Points that lie outside the regions that their rows name."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.arrays import Bools, Floats, Indices, Objects
from gisplan.errors import PlaceError
from gisplan.importing.findings import Findings
from gisplan.importing.places import region_title
from gisplan.places.locate import Locator
from gisplan.places.regions import Regions
from gisplan.text import Text

#: A point so far from the region that it names is not at its edge: kilometres.
_FAR_KM = 20


@dataclass(frozen=True, slots=True)
class Strays:
    """Points beside the regions that are declared for them.

    Attributes
    ----------
    county : pandas.Series of object
        Code of the county that each point lies in, None outside all; index of the points.
    faults : pandas.Series of object
        For a point outside its declared region both regions and the distance, else None.
    km : pandas.Series of float
        That distance; infinite for a point in no known county whose region is not declared,
        NaN where nothing is wrong.
    """

    county: pd.Series
    faults: pd.Series
    km: pd.Series


def find_strays(
    points: pd.DataFrame, declared: pd.Series, *, locator: Locator, regions: Regions
) -> Strays:
    """Find points that lie outside the region declared for them.

    Parameters
    ----------
    points : pandas.DataFrame
        ``lon``, ``lat`` in degrees, WGS 84; NaN where there is none.
    declared : pandas.Series of object
        Code of a county, prefecture or province, None where nothing is declared. Same index.
    locator : Locator
        Which county a point lies in.
    regions : Regions
        The administrative units known.

    Returns
    -------
    Strays
        Distances are geodesic, to the nearest point of the declared region's border. A point
        in no region at all is told too. A declared unit without a border (a new area that
        lies on the land of others) can't be compared and is left alone.
    """
    lon = points["lon"].to_numpy(dtype=float)
    lat = points["lat"].to_numpy(dtype=float)
    at = locator.find(lon, lat)
    # the last is for what lies nowhere
    county = np.array([*locator.codes, None], dtype=object)[at]
    faults = np.full(len(points), None, dtype=object)
    far = np.full(len(points), np.nan)
    given = declared.to_numpy(dtype=object)
    placed = np.isfinite(lon) & np.isfinite(lat)
    number, codes = pd.factorize(given)
    lies_in = _lies_in(at, locator.codes, regions)
    for code, rows in _by_code(number, codes, placed):
        outside = rows[~np.isin(at[rows], lies_in.get(code, []))]
        _measure(points.iloc[outside], outside, code, (locator, regions, faults, far))
    for row in np.flatnonzero(placed & (at < 0) & (number < 0)):
        faults[row] = Text("坐标不在任何所知的县区内", "the point lies in no known county")
        far[row] = np.inf
    # told with both regions
    for row in np.flatnonzero(~np.isnan(far)):
        here = county[row]
        if here is not None and given[row] is not None:
            name = region_title(str(here), regions)
            faults[row] = Text(
                f"{faults[row].zh}；坐标在{name.zh}", f"{faults[row].en}; it lies in {name.en}"
            )
    index = points.index
    return Strays(
        pd.Series(county, index=index, dtype=object),
        pd.Series(faults, index=index, dtype=object),
        pd.Series(far, index=index),
    )


def _by_code(number: Indices, codes: Objects, usable: Bools) -> list[tuple[str, Indices]]:
    """Give the usable rows of each code.

    Parameters
    ----------
    number : array of int
        Which code each row has, -1 for none.
    codes : array of object
        The codes.
    usable : array of bool
        Which rows count.

    Returns
    -------
    list[tuple[str, Indices]]
        Code, and positions of its rows.
    """
    rows = np.flatnonzero(usable & (number >= 0))
    order = rows[np.argsort(number[rows], kind="stable")]
    starts = np.searchsorted(number[order], np.arange(len(codes) + 1))
    return [(str(code), order[starts[i] : starts[i + 1]]) for i, code in enumerate(codes)]


def _lies_in(at: Indices, counties: tuple[str, ...], regions: Regions) -> dict[str, list[int]]:
    """Give the counties that lie in each region.

    Parameters
    ----------
    at : array of int
        Counties that there are points in.
    counties : tuple of str
        Code of each county.
    regions : Regions
        The administrative units known.

    Returns
    -------
    dict of str to list of int
        Numbers of counties by code of the region: of the county itself, and of those above it.
    """
    found: dict[str, list[int]] = {}
    for number in np.flatnonzero(np.bincount(at + 1, minlength=1)[1:]).tolist():
        above: tuple[str, ...] = ()
        with contextlib.suppress(PlaceError):  # one that has a border and no row in the units
            above = regions.parents(counties[number])
        for code in (counties[number], *above):
            found.setdefault(code, []).append(number)
    return found


def _measure(
    points: pd.DataFrame,
    rows: Indices,
    code: str,
    tools: tuple[Locator, Regions, Objects, Floats],
) -> None:
    """Tell how far points are from the region declared for them, into ``tools``' last two.

    Parameters
    ----------
    points : pandas.DataFrame
        ``lon``, ``lat``, in degrees.
    rows : array of int
        Positions of the points.
    code : str
        Code of the region declared for them.
    tools : tuple[Locator, Regions, Objects, array of float]
        Finds counties; the administrative units; faults and kilometres, which are filled.
    """
    locator, regions, faults, far = tools
    if len(rows) == 0:
        return
    try:
        away = locator.distance_to(points["lon"].to_numpy(), points["lat"].to_numpy(), code)
    except PlaceError:
        return
    name = region_title(code, regions)
    for row, metres in zip(rows, away, strict=True):
        if metres > 0:
            far[row] = metres / 1000
            faults[row] = Text(
                f"坐标不在所写的{name.zh}内，距其边界 {metres / 1000:.2f} 千米",
                f"the point is {metres / 1000:.2f} km from the border of {name.en}, which is "
                "declared",
            )


def warn_of_far(km: pd.Series, findings: Findings) -> None:
    """Warn of points that are nowhere near the region that they name, or in none.

    Parameters
    ----------
    km : pandas.Series of float
        Distance of each point from its region; infinite for one in no known county.
    findings : Findings
        Takes what is found.
    """
    far = km[(km >= _FAR_KM) & np.isfinite(km)]
    if len(far):
        row, most = int(far.idxmax()), float(far.max())
        findings.warn(
            f"{len(far)} 个坐标离所写的县区 {_FAR_KM} 千米以上（第 {row} 行 {most:.0f} 千米），"
            "照原样保留，请核对坐标或坐标系",
            f"{len(far)} points are {_FAR_KM} km and more from the region that they name (up to "
            f"{most:.0f} km, row {row}); they are left as they are: check them and their datum",
        )
    outside = km.index[np.isinf(km)]
    if len(outside):
        findings.warn(
            f"{len(outside)} 个坐标不在任何所知的县区内（第 {outside[0]} 行等），请核对",
            f"{len(outside)} points are in no known county (row {outside[0]} …); check them",
        )
