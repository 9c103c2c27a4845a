"""Cells of coordinates as people write them: pairs in one cell, words for none, metres."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pyarrow.compute as pc

from gisplan.errors import DataError, Question
from gisplan.importing.amounts import say_nothing
from gisplan.importing.findings import EMPTIED, Findings
from gisplan.places.crs import DATUMS
from gisplan.plain_numbers import large_texts, plain_numbers
from gisplan.text import Text

#: 经度：103.83 纬度：36.06 says what the two are; the order of the two says it as well.
_LABELS = (
    r"(?i)[,;、\s]*[\"']?(?:(?:东经|北纬|经度|纬度)\s*[:=]?"
    r"|(?<![a-z])(?:longitude|latitude|lon|lng|lat|x|y)[\"']?\s*[:=])\s*"
)
#: Metres from the equator between which the country lies.
_NORTHINGS = (1.5e6, 6.2e6)
#: No number of less than six digits is metres of an easting or a northing.
_SIX_DIGITS = r"\A[+-]?[0-9]{6}"
#: Two coordinates: each begins with a digit, a sign or a direction and holds a digit.
_PAIR = (
    r"^\s*([+\-东西南北EWNSewns]?[^,;、|\s]*\d[^,;、|]*?)\s*(?:[,;、|]|\s)\s*"
    r"([+\-东西南北EWNSewns]?\d[^,;、|]*|[东西南北]?[经纬][^,;、|]*\d[^,;、|]*)\s*$"
)


def split_pairs(cells: pd.Series) -> pd.DataFrame:
    """Take apart cells that hold both coordinates: "103.83,36.06", POINT (103.83 36.06).

    Parameters
    ----------
    cells : pandas.Series of str
        Cells as they stand in the file.

    Returns
    -------
    pandas.DataFrame
        ``x``, ``y``: the two as texts in the order of the cell; NA where a cell is no pair.
    """
    plain = cells.map(lambda cell: unicodedata.normalize("NFKC", cell[:200]).strip())
    bare = plain.str.replace(r"(?i)^(?:srid=\d+;)?\s*point\s*z?\s*\((.*)\)$", r"\1", regex=True)
    bare = bare.str.strip("[](){}【】 ").str.replace(_LABELS, ",", regex=True).str.strip(", ")
    two = bare.str.extract(_PAIR)
    return two.rename(columns={0: "x", 1: "y"})


def without_words(
    x: pd.Series, y: pd.Series, where: str, findings: Findings
) -> tuple[pd.Series, pd.Series]:
    """Take 暂无 and the like for no position; told once, with their number.

    Parameters
    ----------
    x : pandas.Series
        First coordinates.
    y : pandas.Series
        Second coordinates.
    where : str
        What messages call the columns.
    findings : Findings
        Takes what is found.

    Returns
    -------
    tuple[pandas.Series, pandas.Series]
        Both, such cells emptied.
    """
    words = [say_nothing(cells) for cells in (x, y)]
    some = words[0] | words[1]
    if some.any():
        count, first = int(some.sum()), some.index[some][0]
        message = Text(
            f"表示没有坐标的字样（共 {count} 行）", f"words for no position ({count} rows)"
        )
        findings.note((int(first), where, f"{x[first]}, {y[first]}"), message, EMPTIED)
        x, y = x.mask(words[0], ""), y.mask(words[1], "")
    return x, y


def without_zeros(
    x: pd.Series, y: pd.Series, where: str, findings: Findings
) -> tuple[pd.Series, pd.Series]:
    """Take 0, 0 and the like for no position: programs write that for what they don't know.

    Parameters
    ----------
    x : pandas.Series
        First coordinates.
    y : pandas.Series
        Second coordinates.
    where : str
        What messages call the columns.
    findings : Findings
        Takes what is found.

    Returns
    -------
    tuple[pandas.Series, pandas.Series]
        Both, such pairs emptied.
    """
    # nor -1, -1 or 1, 1: nowhere in the country are the two one whole number, or is one 0
    none = ((x == y) & (x % 1 == 0)) | (x == 0) | (y == 0)
    if none.any():
        count, first = int(none.sum()), none.index[none][0]
        shown = f"{x[first]:g}, {y[first]:g}"
        message = Text(
            f"坐标 {shown} 不是位置（共 {count} 行）", f"{shown} is no position ({count} rows)"
        )
        findings.note((int(first), where, shown), message, EMPTIED)
        x, y = x.mask(none), y.mask(none)
    return x, y


def require_fitting(x_cells: pd.Series, y_cells: pd.Series, datum: str) -> None:
    """Refuse metres where a datum in degrees is told or none is, and eastings without a zone.

    Parameters
    ----------
    x_cells : pandas.Series
        Cells of the first coordinate.
    y_cells : pandas.Series
        Cells of the second.
    datum : str
        Datum of the cells; empty if it is not known.

    Raises
    ------
    DataError
        If at least half of the rows with coordinates are such; with what to say instead.
    """
    # a million degrees need not be read as metres
    if not pc.any(pc.match_substring_regex(large_texts(x_cells), _SIX_DIGITS), min_count=0).as_py():
        return
    x, y = read_metres(x_cells), read_metres(y_cells)
    given = int(((x_cells != "") & (y_cells != "")).sum())
    east = x.where(y.between(*_NORTHINGS), y.where(x.between(*_NORTHINGS)))
    zoned = east.between(1.3e7, 4.6e7)
    plane = zoned | east.between(1e5, 9e5)
    by_zone = datum.startswith("cgcs2000-gk") and datum[-1] in "36"
    wrong = plane & ~zoned if by_zone else plane
    if 2 * int(wrong.sum()) < given or not wrong.any() or (is_plane(datum) and not by_zone):
        return
    if zoned.any():
        zone = int(east[zoned].iloc[0] // 1e6)
        way, width = ("cgcs2000-gk3", "三") if zone >= 25 else ("cgcs2000-gk6", "六")
        choices = [way]
        told = Text(
            f"横坐标带带号 {zone}（{width}度带），请指明是哪种坐标系；"
            f"若为 2000 国家大地坐标系请用 --datum {way}",
            f"eastings begin with zone {zone} and their datum must be said; "
            f"say --datum {way} if it is CGCS2000",
        )
    else:
        choices = [f"cgcs2000-gk-{degrees}e" for degrees in range(93, 112, 3)]
        told = Text(
            "横坐标不带带号，请写明中央经线；若为 2000 国家大地坐标系、中央经线 105° "
            "请用 --datum cgcs2000-gk-105e（换成实际的经线）",
            "eastings have no zone and the central meridian must be said; say --datum "
            "cgcs2000-gk-105e for CGCS2000 and 105°",
        )
    unlike = Text("与所说的坐标系不符", "not of that datum") if by_zone else Text("不是经纬度", "")
    raise DataError(
        Text(
            f"坐标是平面直角坐标（米），{unlike.zh}；{told.zh}。"
            "西安 80、北京 54 请先由测绘部门转换",
            f"the coordinates are metres on a plane; {told.en}. Have Xian 1980 or Beijing 1954 "
            "converted by the surveying office first",
        ),
        questions=[
            Question(
                Text("米制坐标是哪种坐标系？", "Which plane are the metres on?"),
                "datum",
                "",
                tuple((name, _plane(name)) for name in choices),
            )
        ],
    )


def _plane(datum: str) -> Text:
    if datum in DATUMS:
        return DATUMS[datum]
    degrees = datum.rpartition("-")[2].removesuffix("e")
    return Text(f"2000 国家大地坐标系，中央经线 {degrees}°", f"CGCS2000, meridian {degrees}°")


def read_metres(cells: pd.Series) -> pd.Series:
    """Read plain numbers; what is none is told as unfit.

    Parameters
    ----------
    cells : pandas.Series
        Cells.

    Returns
    -------
    pandas.Series
        Metres; NaN for what is no plain number.
    """
    metres, _ = plain_numbers(cells, r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?")
    return pd.Series(metres, index=cells.index, name=cells.name)


def is_plane(datum: str) -> bool:
    """Tell whether a datum gives metres on a plane.

    Parameters
    ----------
    datum : str
        Canonical name.

    Returns
    -------
    bool
        False for degrees.
    """
    return datum.startswith(("cgcs2000-gk", "epsg:"))
