"""Which datum the coordinates of a file are in: evidence from the counties they declare."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import bdtrc

from gisplan.arrays import Bools, Floats, Objects
from gisplan.errors import DataError, OptionError
from gisplan.places.crs import canonical_datum, to_wgs84
from gisplan.text import Text

Locate = Callable[[Floats, Floats], npt.ArrayLike]

#: CGCS2000 degrees can't be told from WGS 84, and are therefore not among them.
HYPOTHESES = ("wgs84", "gcj02", "bd09")
#: Chance of a wrong verdict that is accepted, all comparisons taken together.
SIGNIFICANCE = 0.001
#: Share of its points that the best datum must put into their declared regions.
LEAST_SHARE = 0.9
#: Points of one cell of this size and one region count once: degrees, and metres.
_CELL_DEGREES, _CELL_METRES = 0.01, 1000.0


def weigh_datums(
    x: npt.ArrayLike,
    y: npt.ArrayLike,
    declared_region: pd.Series,
    *,
    locate: Locate,
    hypotheses: Sequence[str] = HYPOTHESES,
) -> pd.DataFrame:
    """Weigh in which datum points are, by how many then lie in their declared region.

    Datums differ by some hundred metres, so that only points near a border speak. Two datums
    are compared by the points that lie in their region under one alone (exact one-sided sign
    test); the best is taken if it wins against each other one, at ``SIGNIFICANCE`` divided
    by the number of comparisons, and holds at least ``LEAST_SHARE`` of the points. At 0.001
    and three datums that takes at least eleven points, all for it. Points close together
    say the same thing again: those of one cell of 0.01 degrees (1 km) and one region count
    once.

    Parameters
    ----------
    x, y : array_like of float, shape (n,)
        As :func:`gisplan.places.crs.to_wgs84` takes them.
    declared_region : pandas.Series of str, length n
        Six-digit code of the county, prefecture or province declared for each point; NA
        where there is none.
    locate : callable
        Takes longitude and latitude (degrees, WGS 84, all finite) and gives the adcode of the
        county for each point, NA outside all.
    hypotheses : sequence of str
        Names of datums.

    Returns
    -------
    pandas.DataFrame
        A row for each hypothesis, in order: ``datum``; ``points``, how many cells were
        weighed; ``inside``, how many lie in their region; ``share``; ``for_best`` and
        ``against_best``, the cells inside under the best datum alone and under this one
        alone; ``p_value`` of the sign test of the best against this one (NaN for the best);
        ``verdict``: ``"clear"`` for the datum found, ``"ruled out"`` for the others, or
        ``"in doubt"`` for all.

    Raises
    ------
    DataError
        The points and the declared regions differ in number.
    DatumError
        A hypothesis is no datum.
    OptionError
        There is no hypothesis, or one stands twice.
    """
    names = [canonical_datum(name) for name in hypotheses]
    if not names or len(set(names)) < len(names):
        message = Text(
            f"待检验的坐标系为空或有重复：{', '.join(hypotheses)}",
            f"the datums to weigh are none, or one stands twice: {', '.join(hypotheses)}",
        )
        raise OptionError(message)
    points = _distinct(x, y, declared_region)
    # A point that can't be in one of the datums speaks for none of them.
    ways = {name: to_wgs84(points["x"], points["y"], datum=name) for name in names}
    usable = np.ones(len(points), dtype=bool)
    for lon, lat in ways.values():
        usable &= np.isfinite(lon) & np.isfinite(lat)
    prefixes = points["prefix"].to_numpy(dtype=object)[usable]
    inside = np.column_stack(
        [_inside(locate(lon[usable], lat[usable]), prefixes) for lon, lat in ways.values()]
    )
    return _weigh(names, inside)


def _distinct(x: npt.ArrayLike, y: npt.ArrayLike, declared_region: pd.Series) -> pd.DataFrame:
    """Give one point for each cell and region, with what its county's code begins with.

    Parameters
    ----------
    x : npt.ArrayLike
        First coordinates as written.
    y : npt.ArrayLike
        Second coordinates as written.
    declared_region : pandas.Series
        Code of the region that each row says it is in.

    Returns
    -------
    pandas.DataFrame
        One row for each different cell and region.

    Raises
    ------
    DataError
        If the three differ in length.
    """
    points_x, points_y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if not points_x.shape == points_y.shape == (len(declared_region),):
        message = Text(
            "坐标与申报地区的行数不同", "coordinates and declared regions differ in number"
        )
        raise DataError(message)
    codes = declared_region.astype("string").str.strip()
    table = pd.DataFrame(
        {
            "x": points_x,
            "y": points_y,
            "prefix": codes.str.replace(r"(00){1,2}$", "", regex=True).to_numpy(dtype=object),
        }
    )
    table = table[table["prefix"].notna() & np.isfinite(points_x) & np.isfinite(points_y)]
    cell = np.where(table["x"].abs() <= 180.0, _CELL_DEGREES, _CELL_METRES)
    keys = pd.DataFrame(
        {
            "x": np.floor(table["x"] / cell),
            "y": np.floor(table["y"] / cell),
            "prefix": table["prefix"],
        }
    )
    distinct: pd.DataFrame = table[~keys.duplicated()]
    return distinct


def _inside(counties: npt.ArrayLike, prefixes: Objects) -> Bools:
    found = pd.Series(np.asarray(counties, dtype=object), dtype="string").fillna("")
    return np.array(
        [county.startswith(prefix) for county, prefix in zip(found, prefixes, strict=True)],
        dtype=bool,
    )


def _weigh(names: Sequence[str], inside: Bools) -> pd.DataFrame:
    """Make the table of evidence from what lies inside: a row a point, a column a datum.

    Parameters
    ----------
    names : sequence of str
        Names of the datums.
    inside : array of bool
        Whether each point lies in its region, were it of that datum; shape (points, datums).

    Returns
    -------
    pandas.DataFrame
        One row a datum: how many points fit, how many fit the best alone or this alone, the chance
        of so many were the two equally good, and the verdict.
    """
    counts = inside.sum(axis=0)
    best = int(np.argmax(counts))
    lead = inside[:, [best]]
    wins, losses = (lead & ~inside).sum(axis=0), (~lead & inside).sum(axis=0)
    # Chance of that many wins or more, were the two equally good; 1 without a win.
    p_values = np.where(wins > 0, bdtrc(np.maximum(wins, 1) - 1.0, wins + losses, 0.5), 1.0)
    p_values[best] = np.nan
    others = np.arange(len(names)) != best
    points = len(inside)
    share = counts / points if points else np.full(len(names), np.nan)
    clear = (
        points > 0
        and len(names) > 1
        and bool(share[best] >= LEAST_SHARE)
        and bool((p_values[others] <= SIGNIFICANCE / (len(names) - 1)).all())
    )
    verdicts = np.where(others, "ruled out", "clear") if clear else ["in doubt"] * len(names)
    return pd.DataFrame(
        {
            "datum": list(names),
            "points": points,
            "inside": counts,
            "share": share,
            "for_best": wins,
            "against_best": losses,
            "p_value": p_values,
            "verdict": verdicts,
        }
    )
