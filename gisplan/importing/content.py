"""What a column with an unknown heading seems to hold: proposed with the evidence, never used."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.errors import PlaceError
from gisplan.importing.coordinate_cells import split_pairs
from gisplan.importing.credit_code import read_credit_codes
from gisplan.places.coordinates import parse_degrees
from gisplan.places.regions import Regions
from gisplan.text import Text

#: So many cells of a column are looked at, from its top.
_SAMPLE = 500
#: At least this share of them must say so.
_SHARE = 0.8
_NAMED = (
    r"(?:公司|厂|集团|合作社|中心|站|园区|园|基地|企业|矿|院|所|场|店|部|局|学校|医院)"
    r"(?:[(（].*[)）])?$"
)
_DISTINCT = 200


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a column seems to be.

    Attributes
    ----------
    heading : str
        Heading of the file.
    meaning : str
        Column of a layer, or a meaning of ``headings`` such as ``lon``, ``lat`` or ``position``.
    evidence : Text
        What speaks for it, in words.
    is_position : bool
        Whether it would place rows.
    """

    heading: str
    meaning: str
    evidence: Text
    is_position: bool = False


def propose_columns(
    rows: pd.DataFrame,
    unused: Sequence[str],
    *,
    found: Collection[str],
    bounds: tuple[float, float, float, float],
    regions: Regions,
) -> list[Proposal]:
    """Look at columns whose headings are not known.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts.
    unused : sequence of str
        Headings to look at.
    found : collection of str
        Columns and meanings that have a heading already; nothing is proposed for them.
    bounds : tuple of float
        West, south, east, north of the regions, in degrees.
    regions : Regions
        The administrative units known.

    Returns
    -------
    list of Proposal
        In the order of the columns, at most one for each.
    """
    samples = {name: _sample(rows[name]) for name in unused}
    samples = {name: cells for name, cells in samples.items() if len(cells)}
    placed = {"lon", "lat"} <= set(found) or "position" in found
    proposals: list[Proposal] = [] if placed else _positions(samples, bounds)
    taken = {item.heading for item in proposals}
    for name, cells in samples.items():
        if name in taken:
            continue
        for meaning, evidence in (
            ("credit_code", _codes(cells)),
            ("adcode", _adcodes(cells, regions)),
            ("name", _names(cells)),
            ("region", _regions(cells, regions)),
        ):
            wanted = meaning not in found and f"{meaning}_zh" not in found
            if evidence is not None and wanted:
                proposals.append(Proposal(name, meaning, evidence))
                break
    order = list(rows.columns)
    return sorted(proposals, key=lambda item: order.index(item.heading))


def _sample(cells: pd.Series) -> pd.Series:
    texts = cells[cells != ""]
    return texts.iloc[:_SAMPLE]


def _positions(
    samples: dict[str, pd.Series], bounds: tuple[float, float, float, float]
) -> list[Proposal]:
    """Propose the one pair of columns, or the one column, that holds positions.

    Parameters
    ----------
    samples : dict of str to pandas.Series
        Some cells of each column, by heading.
    bounds : tuple[float, float, float, float]
        West, south, east, north of the regions, in degrees.

    Returns
    -------
    list of Proposal
        Proposals for one column or two; none if several would do.
    """
    west, south, east, north = bounds
    pairs = [
        Proposal(name, "position", _share(hit, "是一对坐标", "are two coordinates"), True)
        for name, cells in samples.items()
        if (hit := _are_pairs(cells, bounds)).mean() >= _SHARE
    ]
    degrees = {name: parse_degrees(cells).numbers for name, cells in samples.items()}
    lon = _within(degrees, west - 1, east + 1, "lon")
    lat = _within(degrees, south - 1, north + 1, "lat")
    if lon and lat:
        return [*lon[:1], *lat[:1]]
    if pairs:
        return pairs[:1]
    metres = {
        name: pd.to_numeric(cells, errors="coerce").astype(float) for name, cells in samples.items()
    }
    northing = _metres(metres, ((2.0e6, 6.0e6),), "lat", Text("北坐标", "northings"))
    easting = _metres(metres, ((1.0e5, 9.0e5), (1.3e7, 4.6e7)), "lon", Text("东坐标", "eastings"))
    return [*easting[:1], *northing[:1]] if northing and easting else []


def _are_pairs(cells: pd.Series, bounds: tuple[float, float, float, float]) -> pd.Series:
    west, south, east, north = bounds
    both = split_pairs(cells)
    x, y = (parse_degrees(both[axis]).numbers for axis in ("x", "y"))
    straight = x.between(west - 1, east + 1) & y.between(south - 1, north + 1)
    turned = y.between(west - 1, east + 1) & x.between(south - 1, north + 1)
    return straight | turned


def _within(
    degrees: dict[str, pd.Series[float]], low: float, high: float, meaning: str
) -> list[Proposal]:
    """Find columns of fractions between two bounds; whole numbers may count anything.

    Parameters
    ----------
    degrees : dict[str, pandas.Series[float]]
        Numbers of each column, by heading.
    low : float
        Least value.
    high : float
        Greatest value.
    meaning : str
        What such a column would be.

    Returns
    -------
    list of Proposal
        One for each such column.
    """
    found = []
    for name, numbers in degrees.items():
        inside = numbers.between(low, high)
        fractions = (numbers[inside] % 1 != 0).mean() if inside.any() else 0.0
        if inside.mean() >= _SHARE and fractions >= _SHARE:
            evidence = _share(
                inside, f"在 {low:.0f} 至 {high:.0f} 之间", f"lie in {low:.0f} to {high:.0f}"
            )
            found.append(Proposal(name, meaning, evidence, True))
    return found


def _metres(
    metres: dict[str, pd.Series], spans: tuple[tuple[float, float], ...], meaning: str, what: Text
) -> list[Proposal]:
    found = []
    for name, numbers in metres.items():
        inside = pd.Series(False, index=numbers.index)
        for low, high in spans:
            inside |= numbers.between(low, high)
        if inside.mean() >= _SHARE and np.mean(numbers[inside] % 1 != 0) >= 0.5:
            evidence = _share(
                inside, f"像平面直角坐标的{what.zh}（米）", f"look like {what.en} in metres"
            )
            found.append(Proposal(name, meaning, evidence, True))
    return found


def _codes(cells: pd.Series) -> Text | None:
    likely = cells.str.fullmatch(r"[0-9A-Za-z]{18}").fillna(False)
    if likely.mean() < _SHARE:
        return None
    right = read_credit_codes(cells).codes.notna()
    if right.mean() < _SHARE:
        return None
    return _share(right, "是校验正确的信用代码", "are credit codes with the right check character")


def _adcodes(cells: pd.Series, regions: Regions) -> Text | None:
    likely = cells.str.fullmatch(r"[1-9][0-9]{5}(?:[0-9]{6})?(?:\.0)?").fillna(False)
    if likely.mean() < _SHARE:
        return None
    known = cells.str.slice(0, 6).map(_resolves(cells.str.slice(0, 6), regions))
    if known.mean() < _SHARE:
        return None
    return _share(known, "是本地区的行政区划代码", "are adcodes of the region")


def _regions(cells: pd.Series, regions: Regions) -> Text | None:
    if (cells.str.len() > 30).mean() > 0.2 or cells.str.contains("[0-9]", regex=True).mean() > 0.2:
        return None
    known = cells.map(_resolves(cells, regions))
    return _share(known, "是行政区名称", "name a region") if known.mean() >= _SHARE else None


def _resolves(cells: pd.Series, regions: Regions) -> dict[str, bool]:
    known = {}
    for text in cells.unique()[:_DISTINCT]:
        try:
            known[text] = bool(regions.resolve(text))
        except PlaceError:
            known[text] = False
    return {text: known.get(text, False) for text in cells.unique()}


def _names(cells: pd.Series) -> Text | None:
    named = cells.str.contains(_NAMED, regex=True) & (cells.str.len() >= 4)
    distinct = cells.nunique() >= 0.8 * len(cells)
    if named.mean() < 0.6 or not distinct:
        return None
    return _share(named, "以公司、厂、站等结尾", "end as names of firms and facilities do")


def _share(hit: pd.Series, zh: str, en: str) -> Text:
    count, of = int(hit.sum()), len(hit)
    return Text(f"{of} 个值中 {count} 个{zh}", f"{count} of {of} values {en}")
