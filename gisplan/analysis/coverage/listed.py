"""How much of what there is a list has, region by region."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.catalog.worth import Known, known_of
from gisplan.places.hierarchy import region_above
from gisplan.text import Text


def _listed(given: Given) -> TableSpec:
    columns = (
        declare(
            "listed",
            "integer",
            ("名单所列", "Listed"),
            meaning=(
                "该年已在、位置够精确而计入的设施",
                "Sites that stood in the year, placed exactly enough to count",
            ),
            minimum=0,
            derived=True,
            depends={"sites": "lower"},
        ),
        declare(
            "known",
            "integer",
            ("已知总数", "Known to be there"),
            meaning=(
                "公布的总数，不论是否列出；空为没有公布",
                "As published, whether listed or not; empty: nothing is published",
            ),
            minimum=0,
        ),
        declare("known_year", "integer", ("总数年份", "Year of the total"), minimum=1900),
        declare("listed_words_zh", "text", ("名单完整程度", "How complete the list is (Chinese)")),
        declare("listed_words_en", "text", ("名单完整程度", "How complete the list is (English)")),
    )
    return given.like("regions", *columns, vintage=str(given["year"]))


@analysis("listed_by_region", gives=_listed)
def listed_by_region(
    regions: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    units: pd.DataFrame,
    totals: pd.DataFrame,
    *,
    layer: str,
    year: int,
    kinds: Sequence[str] = (),
) -> Outcome:
    """Put beside each region how many sites a list has, of how many known to be there.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        Of one level, with ``adcode``. All are kept, in their order.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`; with ``adcode``.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent`` of every unit.
    totals : pandas.DataFrame
        See :func:`gisplan.catalog.worth.known_of`: of each region its own.
    layer : str
        The list that the totals are of, as they name it.
    year : int
        What does not stand in it does not count; the total is of the nearest year.
    kinds : sequence of str
        Kinds of sites that count; all if empty.

    Returns
    -------
    Outcome
        ``regions`` with ``listed``, ``known`` and ``known_year`` (empty where no total is
        published), and ``listed_words``, which say it: "1 of 9 known plants, 2017".

    Raises
    ------
    DataError
        If a column is missing.
    OptionError
        If a kind does not occur.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> regions = gpd.GeoDataFrame(
    ...     {"adcode": ["900100", "900200"]}, geometry=gpd.points_from_xy([104, 106], [36, 36])
    ... )
    >>> units = pd.DataFrame(
    ...     {
    ...         "adcode": ["900100", "900200"],
    ...         "level": "prefecture",
    ...         "parent": [None, None],
    ...     }
    ... )
    >>> plants = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "adcode": "900100",
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": 2020,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36.05]),
    ...     crs=4326,
    ... )
    >>> totals = pd.DataFrame(
    ...     {
    ...         "layer": "plants",
    ...         "kinds": "depot",
    ...         "adcode": ["900100"],
    ...         "year": 2019,
    ...         "bound": "exact",
    ...         "count": 3,
    ...         "unit_zh": "座",
    ...         "unit_en": "depots",
    ...         "publisher_zh": "厅",
    ...         "publisher_en": "office",
    ...     }
    ... )
    >>> told = listed_by_region(
    ...     regions, plants, units, totals, layer="plants", year=2020, kinds=["depot"]
    ... )
    >>> told.table["listed_words_en"].tolist()
    ['1 of 3 known depots, 2019', '0 listed, total not known']
    """
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    inside = chosen.table["adcode"].map(region_above(regions["adcode"], units))
    table = regions.copy()
    table["listed"] = table["adcode"].map(inside.value_counts()).fillna(0).astype("Int64")
    known = [known_of(totals, layer, kinds, year, region=code) for code in table["adcode"]]
    for name, value in (("known", "count"), ("known_year", "year")):
        table[name] = pd.array(
            [None if one is None else getattr(one, value) for one in known], dtype="Int64"
        )
    words = [_said(int(n), one) for n, one in zip(table["listed"], known, strict=True)]
    table["listed_words_zh"] = [one.zh for one in words]
    table["listed_words_en"] = [one.en for one in words]
    return Outcome(table, chosen.left_out, chosen.counted)


def _said(count: int, known: Known | None) -> Text:
    if known is None:
        return Text(f"列出 {count} 处，总数不详", f"{count} listed, total not known")
    unit, when = known.unit, known.year
    if count >= known.count:
        return Text(
            f"已知 {known.count:,} {unit.zh}（{when} 年），均已列出",
            f"all {known.count:,} known {unit.en}, {when}",
        )
    return Text(
        f"已知 {known.count:,} {unit.zh}（{when} 年）中的 {count:,} {unit.zh}",
        f"{count:,} of {known.count:,} known {unit.en}, {when}",
    )
