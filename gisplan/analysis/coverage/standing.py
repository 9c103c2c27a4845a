"""Which sites count in a year: what stood, what may have, and how exactly it is placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from gisplan.analysis.checks import SITES, listed, listed_names, require_known
from gisplan.analysis.columns import OWN_POSITION
from gisplan.analysis.coverage.network import in_year
from gisplan.catalog.layer import PRECISIONS, Outcome
from gisplan.errors import DataError
from gisplan.text import Text

_KIND = Text("这类设施", "kind of site")
_PRECISION = Text("这种位置精度", "precision")
#: How many that do not count are named before the rest is only counted.
MOST_NAMES = 12


def sites_that_count(
    sites: gpd.GeoDataFrame,
    *,
    year: int,
    kinds: Sequence[str] = (),
    precise_to: str = "county",
) -> Outcome:
    """Choose the sites that stood in a year and are placed exactly enough.

    Parameters
    ----------
    sites : geopandas.GeoDataFrame
        ``network``: ``id``, ``kind``, ``precision``, ``stage``, ``start_year``, ``due_year``,
        ``status_year``.
    year : int
        What is only planned in that year, or not known to have stood, does not count.
    kinds : sequence of str
        Values of ``kind``; all if empty.
    precise_to : str
        The least exact precision that still counts.

    Returns
    -------
    Outcome
        The sites, and how many they are; what does not count is counted in ``left_out``, by
        reason.

    Raises
    ------
    DataError
        If a column is missing.
    OptionError
        If a kind does not occur, or the precision is unknown.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage.standing import sites_that_count
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "tier": "depot",
    ...         "capacity": [80.0],
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36.05]),
    ...     crs=4326,
    ... )
    >>> sites_that_count(network, year=2010).left_out[0].en
    '1 site(s) only planned or being built in 2010: not counted: P'
    """
    found = sites_by_standing(sites, year=year, kinds=kinds, precise_to=precise_to).counted
    return replace(found, left_out=(*found.left_out, *drawn_coarsely(found.table)))


def drawn_coarsely(sites: gpd.GeoDataFrame) -> tuple[Text, ...]:
    """Name the sites that are reckoned from where they are drawn, and may stand elsewhere.

    Parameters
    ----------
    sites : geopandas.GeoDataFrame
        Those that count, with ``precision``.

    Returns
    -------
    tuple of Text
        Empty where each position is the site's own.
    """
    coarse = ~sites["precision"].isin(OWN_POSITION).to_numpy(dtype=bool)
    if not coarse.any():
        return ()
    zh, en = listed_names(sites, coarse, most=MOST_NAMES)
    count = int(coarse.sum())
    return (
        Text(
            f"{count} 处设施只知所在单元（如县），按图上位置计，实际可近可远：{zh}",
            f"{count} site(s) are known to their unit alone, such as a county: reckoned from where"
            f" they are drawn, they may stand nearer or farther: {en}",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SitesOfYear:
    """The sites of a network as far as it is known what stood in a year.

    Attributes
    ----------
    counted : Outcome
        Those known to have stood, placed exactly enough, as :func:`sites_that_count` gives them.
    possible : geopandas.GeoDataFrame
        Those placed as exactly that may have stood: nothing says so of that year.
    unplaced : geopandas.GeoDataFrame
        Those of both that are placed too coarsely to be drawn, with ``standing``.
    """

    counted: Outcome
    possible: gpd.GeoDataFrame
    unplaced: gpd.GeoDataFrame

    @property
    def placed(self) -> gpd.GeoDataFrame:
        """Give those that count and those that may have stood.

        Returns
        -------
        geopandas.GeoDataFrame
            With ``standing``: ``standing`` or ``unknown``.
        """
        counted = self.counted.table.assign(standing="standing")
        if self.possible.empty:
            return gpd.GeoDataFrame(counted.reset_index(drop=True))
        both = pd.concat([counted, self.possible.assign(standing="unknown")], ignore_index=True)
        return gpd.GeoDataFrame(both, geometry="geometry", crs=self.possible.crs)


def sites_by_standing(
    sites: gpd.GeoDataFrame,
    *,
    year: int,
    kinds: Sequence[str] = (),
    precise_to: str = "county",
) -> SitesOfYear:
    """Part the sites that stood in a year from those of which that is not known.

    Parameters
    ----------
    sites, year, kinds, precise_to
        As in :func:`sites_that_count`.

    Returns
    -------
    SitesOfYear
        What counts, what may, and what is placed too coarsely.

    Raises
    ------
    DataError, OptionError
        As :func:`sites_that_count`.
    """
    needed = ("id", "kind", "precision", "stage", "start_year", "due_year", "status_year")
    lacking = [name for name in needed if name not in sites.columns]
    if lacking:
        zh, en = listed(lacking)
        raise DataError(
            Text(
                f"{SITES.zh}缺少列：{zh}；有这些列才知道哪些设施计入",
                f"{SITES.en} lacks the column(s) {en}, by which one knows which sites count",
            )
        )
    require_known(kinds, sites["kind"], what=_KIND)
    require_known((precise_to,), PRECISIONS, what=_PRECISION)
    asked = sites[sites["kind"].isin(kinds)] if kinds else sites
    standing = in_year(asked, year=year)["standing"]
    exact = PRECISIONS[: PRECISIONS.index(precise_to) + 1]
    placed = asked.geometry.notna() & asked["precision"].isin(exact)
    told = (
        (
            standing == "planned",
            f"到 {year} 年只是规划或在建，未计入",
            f"only planned or being built in {year}: not counted",
        ),
        (
            standing == "unknown",
            f"{year} 年是否在不详（状态只到报道当年），未计入；给出最高值的，只计入最高值",
            f"not known to have stood in {year} (a state is known for the year of its report): not "
            "counted, or in the highest figures alone where those are told",
        ),
        (
            (standing == "standing") & ~placed,
            "位置不够精确，未计入；给出最高值的，只计入最高值",
            "not placed exactly enough: not counted, or in the highest figures alone where those "
            "are told",
        ),
    )
    left_out = []
    for out, zh, en in told:
        if out.any():
            count = int(out.sum())
            names_zh, names_en = listed_names(asked, out.to_numpy(dtype=bool), most=MOST_NAMES)
            left_out.append(
                Text(f"{count} 处设施：{zh}：{names_zh}", f"{count} site(s) {en}: {names_en}")
            )
    used = asked[(standing == "standing") & placed]
    coarse = asked.assign(standing=standing)[~placed & (standing != "planned")]
    return SitesOfYear(
        counted=Outcome(used, tuple(left_out), len(used)),
        possible=asked[(standing == "unknown") & placed],
        unplaced=coarse,
    )
