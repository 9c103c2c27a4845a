"""Who is within reach of the network: demand, sites and reach brought together by region.

The pieces are those of :mod:`gisplan.analysis.travel` and :mod:`gisplan.analysis.coverage.models`;
here a layer's declaration says which sites count (of which kind, in which year, how exactly placed)
and which reaches are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import SITES, listed, listed_names, require_known
from gisplan.analysis.columns import (
    AT_LEAST,
    AT_MOST,
    OWN_POSITION,
    as_drawn,
    quantity_of,
    reaches_of,
    words_of,
    year_of,
)
from gisplan.analysis.coverage.models.contribution import contribution
from gisplan.analysis.coverage.models.served import by_unit
from gisplan.analysis.coverage.network import in_year
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.travel.distance import nearest_site
from gisplan.analysis.travel.mode import M_PER_KM, in_cost
from gisplan.analysis.travel.od_matrix import REASONS, Reach
from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import PRECISIONS, Bound, Column, Outcome
from gisplan.catalog.units import PERCENT
from gisplan.errors import DataError
from gisplan.places.hierarchy import region_above, without_rows
from gisplan.text import LANGS, Text

#: Beyond this nothing of a province is near anything (m); bounds the search for the nearest.
FARTHEST = 2_000_000.0
_KIND = Text("这类设施", "kind of site")
_PRECISION = Text("这种位置精度", "precision")
#: How many of those that can't be reached are named before the rest is only counted.
_NAMED = 8
#: How many that do not count are.
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
    >>> from gisplan.analysis.coverage.by_region import sites_that_count
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


def _of_regions(given: Given) -> TableSpec:
    return regions_spec(
        given, lambda name, title, unit: as_drawn(given, *bounds_of(name, title, unit))
    )


def regions_spec(
    given: Given, parts: Callable[[str, Text, Text | None], Iterable[Column]]
) -> TableSpec:
    """Declare the table of :func:`service_by_region`.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.
    parts : callable
        Gives the columns of a figure, by its name, title and unit.

    Returns
    -------
    TableSpec
        The regions with their figures.
    """
    quantity, reach = quantity_of(given), reaches_of(given)
    words, unit = words_of(quantity), quantity.unit
    total = declare(
        "demand_total",
        "number",
        words,
        unit=unit,
        meaning=quantity.meaning,
        minimum=0,
        # whole numbers of points add up to those that were counted; tonnes were computed
        derived=quantity.derived and quantity.type == "number",
    )
    columns = [total]
    for value in reach.values:
        far, name = reach.said(value), f"{value:g}".replace(".", "_")
        within = Text(f"{far.zh}内{words.zh}", f"{words.en} within {far.en}")
        beyond = Text(f"{far.zh}外{words.zh}", f"{words.en} beyond {far.en}")
        share = Text(f"{within.zh}占比", within.en)
        for what, title in (("share", share), ("within", within), ("beyond", beyond)):
            columns += parts(f"{what}_{name}", title, PERCENT if what == "share" else unit)
    counted = declare(
        "sites_counted",
        "integer",
        ("区内计入的设施", "Facilities counted inside"),
        minimum=0,
        depends=AT_LEAST,
    )
    return given.like("regions", *columns, counted, vintage=year_of(given))


def bounds_of(
    name: str,
    title: Text,
    unit: Text | None,
    *,
    meaning: Text | None = None,
    depends: Mapping[str, Bound] | None = None,
) -> tuple[Column, ...]:
    """Declare one figure of what is covered, or is not.

    Parameters
    ----------
    name : str
        Name of the column.
    title : Text
        Its title.
    unit : Text, optional
        Of the figure.
    meaning : Text, optional
        What it means.
    depends : mapping of str to Bound, optional
        What it is where the list of sites may lack some; a most of what is beyond, else a least.

    Returns
    -------
    tuple of Column
        The one.
    """
    bound = AT_MOST if name.startswith("beyond") else AT_LEAST
    column = declare(
        name,
        "number",
        title,
        unit=unit,
        meaning=meaning,
        minimum=0,
        maximum=100 if unit == PERCENT else None,
        derived=True,
        depends=bound if depends is None else depends,
    )
    return (column,)


@analysis(
    "service_by_region",
    gives=_of_regions,
    bounds={"detour": (1, None)},
    formerly={"service_by_travel_time": ""},
)
def service_by_region(
    regions: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    units: pd.DataFrame,
    travel: pd.DataFrame | None = None,
    *,
    reaches_km: Sequence[float] | None = None,
    reaches_min: Sequence[float] | None = None,
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    detour: float = 1.0,
) -> Outcome:
    """Tell for each region how much of its demand has a site within reach.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        Of one level, with ``adcode`` and ``level``. All are kept, in their order.
    demand : geopandas.GeoDataFrame
        Points with ``id``, ``adcode`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`sites_that_count`.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent`` of every unit.
    travel : pandas.DataFrame, optional
        As ``travel_times`` gives it for the same demand and sites, for reach by travel time.
    reaches_km : sequence of float, optional
        Rising distances in km, the detour included; without ``travel``.
    reaches_min : sequence of float, optional
        Rising, in minutes, none above the limit of ``travel``; with ``travel``.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        Kinds of sites that serve this demand; all if empty.
    quantity : str
        What is served: ``population`` (persons) or ``t_STREAM`` (t a year).
    detour : float
        Factor from the geodesic to the way that is really gone; of reach by distance.

    Returns
    -------
    Outcome
        ``regions`` with ``demand_total`` and, for each reach R, ``within_R``, ``beyond_R``
        and ``share_R`` (of the total, 0 to 100), and ``sites_counted``, the number of sites
        inside the region. A region's demand may be served by a site of another. Empty where
        the quantity is not known.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> import shapely
    >>> from gisplan.analysis.coverage.by_region import service_by_region
    >>> regions = gpd.GeoDataFrame(
    ...     {"adcode": ["900101", "900102"], "level": "county"},
    ...     geometry=[
    ...         shapely.box(103.5, 35.5, 104.5, 36.5),
    ...         shapely.box(104.5, 35.5, 105.5, 36.5),
    ...     ],
    ...     crs=4326,
    ... )
    >>> units = pd.DataFrame(
    ...     {"adcode": ["900101", "900102"], "level": "county", "parent": [None, None]}
    ... )
    >>> towns = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["a", "b"],
    ...         "adcode": ["900101", "900102"],
    ...         "population": [500, 300],
    ...         "t_paper": [60.0, 30.0],
    ...     },
    ...     geometry=gpd.points_from_xy([104, 105], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "adcode": "900101",
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
    >>> told = service_by_region(regions, towns, network, units, reaches_km=[20], year=2020)
    >>> told.table[["adcode", "demand_total", "within_20", "share_20"]]
       adcode  demand_total  within_20  share_20
    0  900101         500.0      500.0     100.0
    1  900102         300.0        0.0       0.0
    """
    standard = ServiceStandard.of(
        travel, reach_km=reaches_km, reach_min=reaches_min, year=year, kinds=kinds, detour=detour
    )
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    return service_by_standard(regions, demand, chosen, units, standard, quantity=quantity)


def service_by_standard(
    regions: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    chosen: Outcome,
    units: pd.DataFrame,
    standard: ServiceStandard,
    *,
    quantity: str = "population",
    span: tuple[Floats, Floats] | None = None,
) -> Outcome:
    """Tell for each region how much of its demand has a site within reach, by any mode.

    Parameters
    ----------
    regions, demand
        As in :func:`service_by_region`.
    chosen : Outcome
        The sites that count, as :func:`sites_that_count` gives them.
    units
        As in :func:`service_by_region`.
    standard : ServiceStandard
        How one gets there, and the reaches.
    quantity
        As in :func:`service_by_region`.
    span : pair of array of float, optional
        Least and most cost to the nearest site of each demand point, where that is to be told;
        see :func:`gisplan.analysis.coverage.position_range.cost_range`.

    Returns
    -------
    Outcome
        As of :func:`service_by_region`. Sites and demand that can't be reached at all are told
        in ``left_out``; such demand counts as beyond every reach.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    used = chosen.table
    none_known = span is not None and used.empty
    reach = None if none_known else standard.mode.reach(demand, used, limit=standard.limit)
    table = regions_served(
        regions,
        demand,
        pd.DataFrame() if reach is None else reach.pairs,
        used,
        units,
        reaches=standard.reaches,
        costs=[in_cost(standard.mode, limit) for limit in standard.reaches],
        quantity=quantity,
        span=span,
    )
    lacking = without_rows(regions, demand, units)
    lost = () if reach is None else unreachable(reach, demand, used)
    return Outcome(table, (*chosen.left_out, *lost, *lacking), chosen.counted)


def regions_served(
    regions: gpd.GeoDataFrame,
    demand: pd.DataFrame,
    pairs: pd.DataFrame,
    used: gpd.GeoDataFrame,
    units: pd.DataFrame,
    *,
    reaches: Sequence[float],
    costs: Sequence[float],
    quantity: str,
    span: tuple[Floats, Floats] | None = None,
) -> gpd.GeoDataFrame:
    """Put beside each region how much of its demand has a site within reach.

    Parameters
    ----------
    regions, demand
        As in :func:`service_by_region`.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``.
    used : geopandas.GeoDataFrame
        The sites that count.
    units
        As in :func:`service_by_region`.
    reaches : sequence of float
        Rising; the columns are named for them.
    costs : sequence of float
        The same in the unit of the pairs' cost.
    quantity
        As in :func:`service_by_region`.
    span : pair of array of float, optional
        Least and most cost to the nearest site of each demand point, infinite beyond the reaches.
        With it, and no site that counts, what is covered where sites are drawn is not known.

    Returns
    -------
    geopandas.GeoDataFrame
        The table of :func:`service_by_region`.

    Raises
    ------
    DataError, OptionError
        If a table or an option can't be used.
    """
    level = regions["level"].head(1)
    table = regions.copy()
    cases = {"": pairs}
    if span is not None:
        # one site stands for the nearest of each point, whichever that is
        nearest = pd.DataFrame({"demand": demand["id"].to_numpy(), "site": "any"})
        cases |= {"_high": nearest.assign(cost=span[0]), "_low": nearest.assign(cost=span[1])}
        # known of none: where they are drawn nothing is known, which is not nothing
        cases[""] = cases["_low"] if used.empty else pairs
    for end, reached in cases.items():
        told = by_unit(demand, reached, units, breaks=costs, quantities=(quantity,))
        told = told[told["level"].isin(level)].set_index("adcode")
        if not end:
            first = told[told["within"] == costs[0]]
            table["demand_total"] = table["adcode"].map(first[f"{quantity}_total"])
        for limit, cost in zip(reaches, costs, strict=True):
            part = told[told["within"] == cost]
            name = f"{limit:g}".replace(".", "_")
            table[f"within_{name}{end}"] = table["adcode"].map(part[f"{quantity}_covered"])
            # what is most covered is least beyond
            beyond = {"": "", "_low": "_high", "_high": "_low"}[end]
            table[f"beyond_{name}{beyond}"] = table["adcode"].map(part[f"{quantity}_uncovered"])
            table[f"share_{name}{end}"] = table["adcode"].map(part[f"{quantity}_share"]) * 100
    if span is not None and used.empty:
        named = [f"{limit:g}".replace(".", "_") for limit in reaches]
        drawn = [f"{figure}_{name}" for figure in ("within", "beyond", "share") for name in named]
        table[drawn] = np.nan
    inside = used["adcode"].map(region_above(regions["adcode"], units))
    table["sites_counted"] = table["adcode"].map(inside.value_counts()).fillna(0).astype("Int64")
    return table


def unreachable(reach: Reach, *tables: pd.DataFrame) -> tuple[Text, ...]:
    """Say what can't be reached at any cost: how many by reason, and the first of them by name.

    Parameters
    ----------
    reach : Reach
        Pairs, and what can't be reached at all.
    *tables : pandas.DataFrame
        As :func:`named_unreachable` takes them.

    Returns
    -------
    tuple of Text
        Empty if everything can.
    """
    return unreachable_words(named_unreachable(reach.unreachable, *tables))


def named_unreachable(lost: pd.DataFrame, *tables: pd.DataFrame) -> pd.DataFrame:
    """Give what can't be reached by the names that people know it by.

    Parameters
    ----------
    lost : pandas.DataFrame
        ``id``, and what else there is.
    *tables : pandas.DataFrame
        Demand and sites, with ``id`` and perhaps ``name_zh`` and ``name_en``.

    Returns
    -------
    pandas.DataFrame
        With ``name_zh`` and ``name_en``; the id where there is no name.
    """
    own = lost["id"].astype("str")
    names: list[list[str]] = []
    for column in ("name_zh", "name_en"):
        known: dict[str, str] = {}
        for table in (one for one in tables if column in one):
            given = table[column].dropna()
            known |= dict(zip(table.loc[given.index, "id"].astype("str"), given, strict=True))
        names.append([known.get(one, "") for one in own])
    # a place without a name in one language is told by that of the other
    both = list(zip(*names, own, strict=True))
    in_en = [en or zh or one for zh, en, one in both]
    return lost.assign(name_zh=[zh or en or one for zh, en, one in both], name_en=in_en)


def unreachable_words(table: pd.DataFrame) -> tuple[Text, ...]:
    """Say what a table of the unreachable holds; see :func:`unreachable`.

    Parameters
    ----------
    table : pandas.DataFrame
        ``of``, ``id``, ``reason``; also ``name_zh`` and ``name_en`` where there are names.

    Returns
    -------
    tuple of Text
        Empty if the table is.
    """
    what = {"site": Text("处设施", "site(s)"), "demand": Text("个需求点", "demand point(s)")}
    words = []
    for of, noun in what.items():
        rows = table[table["of"] == of]
        for reason, said in REASONS.items():
            lost = rows[rows["reason"] == reason]
            ids = lost["id"].astype("str").tolist()
            if ids:
                more = len(ids) > _NAMED
                names = [lost.get(f"name_{lang}", lost["id"]).astype("str") for lang in LANGS]
                zh = "、".join(names[0][:_NAMED]) + ("等" if more else "")
                en = ", ".join(names[1][:_NAMED]) + (" …" if more else "")
                words.append(
                    Text(
                        f"{len(ids)} {noun.zh}无法到达（{said.zh}）：{zh}",
                        f"{len(ids)} {noun.en} can't be reached ({said.en}): {en}",
                    )
                )
    return tuple(words)


def serving(given: Given) -> tuple[Column, ...]:
    """Tell what a site serves beside the others, as columns; see :func:`sites_served`.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    tuple of Column
        ``within_reach``, ``nearest_here`` and ``only_here``.
    """
    quantity, far = quantity_of(given), reaches_of(given).said()
    words, unit = words_of(quantity), quantity.unit
    return (
        declare(
            "within_reach",
            "number",
            (f"{far.zh}内{words.zh}", f"{words.en} within {far.en}"),
            unit=unit,
            derived=True,
        ),
        declare(
            "nearest_here",
            "number",
            (f"以它为最近设施的{words.zh}", f"{words.en} nearest to it"),
            unit=unit,
            meaning=(
                f"{far.zh}内；各设施之和即覆盖量",
                f"Within {far.en}; the sum over all facilities is what is covered",
            ),
            derived=True,
            depends=AT_MOST,
        ),
        declare(
            "only_here",
            "number",
            (f"只有它覆盖的{words.zh}", f"{words.en} that only it reaches"),
            unit=unit,
            meaning=("没有它就失去覆盖", "Lost without it"),
            derived=True,
            depends=AT_MOST,
        ),
    )


def _of_sites(given: Given) -> TableSpec:
    return given.like("sites", *as_drawn(given, *serving(given)), vintage=year_of(given))


@analysis(
    "sites_served",
    gives=_of_sites,
    bounds={"detour": (1, None)},
    formerly={"sites_served_by_travel_time": ""},
)
def sites_served(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    travel: pd.DataFrame | None = None,
    *,
    reach_km: float | None = None,
    reach_min: float | None = None,
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    detour: float = 1.0,
) -> Outcome:
    """Tell for each site what it serves, and what would be lost without it.

    Parameters
    ----------
    demand, sites, travel
        As in :func:`service_by_region`.
    reach_km : float, optional
        Without ``travel``.
    reach_min : float, optional
        With ``travel``.
    year, kinds, quantity, detour
        As in :func:`service_by_region`.

    Returns
    -------
    Outcome
        The sites that count, with ``within_reach`` (all demand within reach), ``nearest_here``
        (that part whose nearest site this is; these add up to the demand covered) and
        ``only_here`` (that part which no other site reaches: lost without it).

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage.by_region import sites_served
    >>> towns = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["a", "b"],
    ...         "adcode": ["900101", "900102"],
    ...         "population": [500, 300],
    ...         "t_paper": [60.0, 30.0],
    ...     },
    ...     geometry=gpd.points_from_xy([104, 105], [36, 36]),
    ...     crs=4326,
    ... )
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
    >>> told = sites_served(towns, network, reach_km=20, year=2020)
    >>> told.table[["id", "within_reach", "nearest_here", "only_here"]]
      id  within_reach  nearest_here  only_here
    0  P         500.0         500.0      500.0
    """
    standard = ServiceStandard.of(
        travel, reach_km=reach_km, reach_min=reach_min, year=year, kinds=kinds, detour=detour
    )
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    return served_by_standard(demand, chosen, standard, quantity=quantity)


def served_by_standard(
    demand: gpd.GeoDataFrame,
    chosen: Outcome,
    standard: ServiceStandard,
    *,
    quantity: str = "population",
) -> Outcome:
    """Tell for each site what it serves, and what would be lost without it, by any mode.

    Parameters
    ----------
    demand
        As in :func:`service_by_region`.
    chosen, standard
        As in :func:`service_by_standard`; the longest reach holds.
    quantity
        As in :func:`service_by_region`.

    Returns
    -------
    Outcome
        As of :func:`sites_served`. A site that can't be reached is among them, with nothing.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    used = chosen.table
    reach = standard.mode.reach(demand, used, limit=standard.limit)
    served = what_each_serves(demand, used, reach.pairs, limit=reach.limit, quantity=quantity)
    left_out = (*chosen.left_out, *unreachable(reach, demand, used))
    return Outcome(used.reset_index(drop=True).join(served), left_out, chosen.counted)


def what_each_serves(
    demand: pd.DataFrame, sites: pd.DataFrame, pairs: pd.DataFrame, *, limit: float, quantity: str
) -> pd.DataFrame:
    """Tell for each site what it serves beside the others.

    Parameters
    ----------
    demand, sites, pairs, limit, quantity
        As in :func:`gisplan.analysis.coverage.models.contribution`; there may be no pair at all.

    Returns
    -------
    pandas.DataFrame
        A row a site, in order: ``within_reach``, ``nearest_here``, ``only_here``, as in
        :func:`sites_served`.
    """
    names = {"reached": "within_reach", "nearest": "nearest_here", "alone": "only_here"}
    if pairs.empty:
        # every site is there and reaches nobody, which is an answer here and not a fault
        return pd.DataFrame(dict.fromkeys(names.values(), 0.0), index=range(len(sites)))
    told = contribution(demand, sites, pairs, limit=limit, quantity=quantity)
    return told[list(names)].rename(columns=names).reset_index(drop=True)


def nearest_in_km(points: gpd.GeoDataFrame, sites: gpd.GeoDataFrame) -> pd.DataFrame:
    """Find the site nearest to each point; a row a point, in order: ``site`` (id), ``km``.

    Parameters
    ----------
    points : geopandas.GeoDataFrame
        Points with ``id``, in any CRS.
    sites : geopandas.GeoDataFrame
        Points with a unique ``id``, in any CRS.

    Returns
    -------
    pandas.DataFrame
        Kilometres along the geodesic.
    """
    found = nearest_site(points, sites, limit=FARTHEST)
    return pd.DataFrame(
        {"site": found["site"].to_numpy(), "km": found["cost"].to_numpy() / M_PER_KM}
    )
