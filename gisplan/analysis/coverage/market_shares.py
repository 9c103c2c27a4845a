"""Which facility people are likely to choose: Huff's market shares, by attraction and distance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.columns import (
    ADCODE,
    AT_MOST,
    EITHER,
    as_drawn,
    quantity_of,
    reaches_of,
    words_of,
    year_of,
)
from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.distance_decay import DecayOptions, decay_of, said_of_decay
from gisplan.analysis.coverage.lines_to_sites import lines_to_sites, spec_of_lines
from gisplan.analysis.coverage.models import Decay, MarketShares
from gisplan.analysis.coverage.models.huff import attractions
from gisplan.analysis.coverage.od_pairs import (
    Reached,
    names_of,
    reached_or_possible,
    with_somewhere,
)
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.uncertain import (
    STANDING,
    capacity_range,
    causes,
    not_known,
    unknown_names,
)
from gisplan.analysis.exact_sums import exact_sums
from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Column, Tables
from gisplan.catalog.units import PERCENT
from gisplan.catalog.worth import plain
from gisplan.digits import ESTIMATE, say
from gisplan.text import LANGS, Text

_ATTRACTION = Text("吸引力", "attraction")
_KNOWN = Text("只计已知在、吸引力已知的设施", "by facilities known to stand, of known attraction")


def model_named(decay: Mapping[str, Any] | None, exponent: float) -> Text:
    """Name the model, with how attraction counts and falls.

    Parameters
    ----------
    decay : mapping, optional
        As :func:`gisplan.analysis.coverage.distance_decay.decay_of` takes it.
    exponent : float
        Of the attraction.

    Returns
    -------
    Text
        Such as Huff, power decay (exponent 2 floor 1).

    Examples
    --------
    >>> from gisplan.analysis.coverage.market_shares import model_named
    >>> model_named({"form": "linear"}, 2).en
    'Huff, attraction^2, linear decay'
    """
    falls = said_of_decay(decay)
    raised = Text("", "")
    if exponent != 1:
        raised = Text(f"{_ATTRACTION.zh}^{exponent:g}，", f"{_ATTRACTION.en}^{exponent:g}, ")
    return Text(f"Huff，{raised.zh}{falls.zh}", f"Huff, {raised.en}{falls.en}")


def _how(given: Given) -> Text:
    far, decay = reaches_of(given).said(), said_of_decay(given["decay"])
    power = given["exponent"]
    raised = "" if power == 1 else f"^{power:g}"
    column = given.find("sites", given["attraction"])
    pull = Text(*[given["attraction"]] * 2) if column is None else plain(column.title)
    return Text(
        f"Huff 模型：{far.zh}内按设施的{pull.zh}{raised} × {decay.zh}分摊",
        f"Huff's model: within {far.en}, by the facilities' {pull.en.lower()}{raised} × {decay.en}",
    )


def _sites(given: Given) -> TableSpec:
    quantity, how = quantity_of(given), _how(given)
    words = words_of(quantity)

    def of(
        name: str, title: Text, meaning: Text, depends: Mapping[str, Bound], unit: Text | None
    ) -> Column:
        return declare(
            name,
            "number",
            title,
            unit=unit,
            meaning=meaning,
            minimum=0,
            derived=True,
            depends=depends,
        )

    drawn = Text(
        f"{how.zh}；不详的设施尽其可能吸引时",
        f"{how.en}; where those not known attract what they may",
    )
    alone = Text(
        f"{how.zh}；不详的其他设施按没有计", f"{how.en}; where others not known attract nobody"
    )
    part = Text("占全部需求，含可达范围外的", "of all demand, also that out of reach")
    return given.like(
        "sites",
        STANDING,
        *as_drawn(
            given,
            of(
                "expected_low",
                Text(f"预计到来的{words.zh}：最低", f"{words.en} expected: lowest"),
                drawn,
                EITHER,
                quantity.unit,
            ),
            of(
                "expected_high",
                Text(f"预计到来的{words.zh}：最高", f"{words.en} expected: highest"),
                alone,
                AT_MOST,
                quantity.unit,
            ),
            of("share_low", Text("市场份额：最低", "Market share: lowest"), part, EITHER, PERCENT),
            of(
                "share_high",
                Text("市场份额：最高", "Market share: highest"),
                part,
                AT_MOST,
                PERCENT,
            ),
            declare(
                "points",
                "integer",
                ("份额所及的居民点数", "Settlements with a share of it"),
                minimum=0,
                derived=True,
            ),
        ),
        vintage=year_of(given),
    )


def _points(given: Given) -> TableSpec:
    how = _how(given)
    known = Text(f"{how.zh}；{_KNOWN.zh}", f"{how.en}; {_KNOWN.en}")
    return given.like(
        "demand",
        *as_drawn(
            given,
            declare(
                "choices",
                "integer",
                ("可选的设施数", "Facilities to choose among"),
                meaning=_KNOWN,
                minimum=0,
                derived=True,
                depends={"sites": "lower"},
            ),
            declare(
                "likeliest_site",
                "text",
                ("最可能去的设施编号", "Likeliest facility's id"),
                meaning=known,
                derived=True,
                depends=EITHER,
            ),
            declare("likeliest_zh", "text", ("最可能去的设施", "Likeliest facility (Chinese)")),
            declare("likeliest_en", "text", ("最可能去的设施（英文）", "Likeliest facility")),
            declare(
                "likeliest_share",
                "number",
                ("去该设施的比例", "Share that chooses it"),
                unit=PERCENT,
                meaning=known,
                minimum=0,
                derived=True,
                depends=AT_MOST,
            ),
        ),
        *unknown_names(),
        vintage=year_of(given),
    )


def _lines(given: Given) -> TableSpec:
    quantity, reach, how = quantity_of(given), reaches_of(given), _how(given)
    known = Text(f"{how.zh}；{_KNOWN.zh}", f"{how.en}; {_KNOWN.en}")
    columns = (
        declare("line", "integer", ("编号", "Number"), required=True, minimum=0),
        declare("demand", "text", ("居民点编号", "Settlement's id"), required=True),
        declare("from_zh", "text", ("来自", "From (Chinese)")),
        declare("from_en", "text", ("来自（罗马字母）", "From")),
        *((ADCODE,) if given.find("demand", "adcode") else ()),
        declare("site", "text", ("设施编号", "Facility's id"), required=True),
        declare("to_zh", "text", ("去往", "To (Chinese)")),
        declare("to_en", "text", ("去往（英文）", "To")),
        declare(
            "share",
            "number",
            ("去该设施的比例", "Share that chooses it"),
            unit=PERCENT,
            meaning=known,
            required=True,
            minimum=0,
            derived=True,
            depends=AT_MOST,
        ),
        declare(
            "amount",
            "number",
            (f"{words_of(quantity).zh}", f"{words_of(quantity).en}"),
            unit=quantity.unit,
            meaning=known,
            required=True,
            minimum=0,
            derived=True,
            depends=AT_MOST,
        ),
    )
    return spec_of_lines(columns, given, key="line", reach=reach, distance=("距离", "Distance"))


@analysis(
    "market_shares",
    gives={"sites": _sites, "points": _points, "lines": _lines},
    bounds={"detour": (1, None)},
)
def market_shares(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    travel: pd.DataFrame | None = None,
    areas: gpd.GeoDataFrame | None = None,
    units: pd.DataFrame | None = None,
    *,
    quantity: str,
    decay: DecayOptions,
    attraction: str = "capacity",
    exponent: float = 1.0,
    reach_km: float | None = None,
    reach_min: float | None = None,
    year: int,
    kinds: Sequence[str] = (),
    detour: float = 1.0,
) -> Tables:
    """Share demand out among the sites in its reach, by attraction and distance (Huff 1964).

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`; with the attraction.
    travel : pandas.DataFrame, optional
        As ``travel_times`` gives it, for reach by travel time.
    areas, units
        As in :func:`gisplan.analysis.coverage.accessibility`.
    quantity : str
        Column of the demand that is shared out.
    decay : mapping
        How attraction falls with distance, in km or minutes, as the reach: ``form``
        (``power``, ``exponential``, ``gaussian``, ``linear``) with its parameters; see
        :func:`gisplan.analysis.coverage.distance_decay.decay_of`.
    attraction : str
        Column of the sites that attracts, 0 or more. Where it is empty, and of a site that may
        have stood or is known to its prefecture alone, figures are ranges.
    exponent : float
        Of the attraction; 1 as in Huff's own model.
    reach_km, reach_min : float
        Minutes with ``travel``; beyond it nobody goes.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        All if empty.
    detour : float
        Of reach by distance.

    Returns
    -------
    Tables
        ``sites``: the sites that count or may have stood (``standing``) with ``expected_low`` and
        ``expected_high`` (of the quantity), ``share_low`` and ``share_high`` (0 to 100, of all
        demand), ``points``. A site's least is that where all not known attract what they may, one
        without a place from wherever in its prefecture it is nearest, its most that where the
        others not known attract nobody.

        ``points``: ``demand`` with ``choices``, ``likeliest_site``, ``likeliest_zh``,
        ``likeliest_en`` and ``likeliest_share`` (0 to 100), by sites known to stand, of known
        attraction; ``unknown_zh`` and ``unknown_en`` name the others within reach.

        ``lines``: a line for each point and site with a share: ``line`` (from 1), ``demand``,
        ``site``, their names, ``share`` (0 to 100; those of a point add up to 100), ``amount``,
        ``cost_km`` or ``cost_min``, ``length_km``.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.

    References
    ----------
    Huff, D. L. (1964). Defining and estimating a trading area. Journal of Marketing 28, 34-38.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage import market_shares
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b"], "adcode": ["900101", "900102"], "population": [500, 300]},
    ...     geometry=gpd.points_from_xy([104, 104.1], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P", "Q"],
    ...         "kind": "depot",
    ...         "tier": "depot",
    ...         "capacity": [80.0, 80.0],
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104, 104.1], [36, 36]),
    ...     crs=4326,
    ... )
    >>> told = market_shares(
    ...     towns,
    ...     network,
    ...     quantity="population",
    ...     decay={"form": "linear"},
    ...     reach_km=20,
    ...     year=2020,
    ... )
    >>> told.tables["sites"][["id", "expected_low", "share_low"]].round(1)
      id  expected_low  share_low
    0  P         429.1       53.6
    1  Q         370.9       46.4
    """
    standard = ServiceStandard.of(
        travel, reach_km=reach_km, reach_min=reach_min, year=year, kinds=kinds, detour=detour
    )
    here = reached_or_possible(demand, sites, standard, areas=areas, units=units)
    return shares_within(
        demand, here, quantity=quantity, decay=decay, attraction=attraction, exponent=exponent
    )


def shares_within(
    demand: gpd.GeoDataFrame,
    here: Reached,
    *,
    quantity: str,
    decay: DecayOptions,
    attraction: str = "capacity",
    exponent: float = 1.0,
) -> Tables:
    """Work out market shares for sites chosen and reached before; see :func:`market_shares`.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    here : Reached
        Sites and pairs within reach.
    quantity : str
        Column of the demand that is shared out.
    decay, attraction, exponent
        As in :func:`market_shares`.

    Returns
    -------
    Tables
        As of :func:`market_shares`.
    """
    falls, counted = decay_of(decay, here.breaks, measure=here.measure), here.counted
    here, somewhere = with_somewhere(here)
    sites = here.sites
    least, most = capacity_range(sites.assign(capacity=attractions(sites, attraction)))
    least = np.where(somewhere, 0.0, least)
    shares = coverage.huff_shares(
        demand,
        sites.assign(**{attraction: least}),
        here.pairs,
        decay=falls,
        quantity=quantity,
        attraction=attraction,
        exponent=exponent,
    )
    power = least**exponent, most**exponent
    unknown = causes(
        demand["id"].tolist(), here.pairs[here.pairs["cost"] <= falls.limit], sites, least != most
    )
    tables = {
        "sites": _by_site(demand, here, shares, falls, quantity=quantity, pull=power),
        "points": _by_point(demand, sites, shares).assign(
            **{f"unknown_{lang}": unknown[lang].to_numpy() for lang in LANGS}
        ),
        "lines": _drawn(demand, here, shares),
    }
    notes = not_known(sites[~somewhere], column=attraction, what=_ATTRACTION)
    notes += here.somewhere.notes
    return Tables(tables, (*here.left_out, *notes, *_beyond(demand, shares, quantity)), counted)


def _beyond(demand: pd.DataFrame, shares: MarketShares, quantity: str) -> tuple[Text, ...]:
    out = shares.out_of_reach.to_numpy()
    if not out.any():
        return ()
    amount = demand[quantity].to_numpy(dtype=np.float64)
    count, part = int(out.sum()), 100.0 * amount[out].sum() / max(amount.sum(), 1e-300)
    return (
        Text(
            f"{count} 个居民点可达范围内没有设施可选（占需求的 {say(part, ESTIMATE).zh}%），"
            "不计入任何份额",
            f"{count} point(s), {say(part, ESTIMATE).en} % of the demand, have no facility to "
            "choose within reach and count in no share",
        ),
    )


def _by_site(
    demand: pd.DataFrame,
    here: Reached,
    shares: MarketShares,
    decay: Decay,
    *,
    quantity: str,
    pull: tuple[Floats, Floats],
) -> gpd.GeoDataFrame:
    """Bound what each site is expected to get.

    Its share of a demand is greatest where it pulls most and those not known among the others
    nothing, and least where it pulls least and they most; so is the sum over its demand.

    Parameters
    ----------
    demand : pandas.DataFrame
        Points with ``id`` and the quantity.
    here : Reached
        Sites and pairs.
    shares : MarketShares
        By what is known.
    decay : Decay
        With its limit.
    quantity : str
        Column of the demand.
    pull : (array of float, array of float)
        Attraction of each site to its exponent: at least, at most.

    Returns
    -------
    geopandas.GeoDataFrame
        Table ``sites`` of :func:`market_shares`.
    """
    table = here.sites.reset_index(drop=True)
    if "standing" not in table:
        table["standing"] = "standing"
    pairs = here.pairs[here.pairs["cost"] <= decay.limit]
    weight = decay.at(pairs["cost"].to_numpy(dtype=np.float64))
    pairs, weight = pairs[weight > 0], weight[weight > 0]
    point = pd.Index(demand["id"]).get_indexer(pairs["demand"])
    site = pd.Index(table["id"]).get_indexer(pairs["site"])
    amount = demand[quantity].to_numpy(dtype=np.float64)
    least, most = (weight * power[site] for power in pull)
    others_least, others_most = (
        exact_sums(each, point, count=len(demand))[point] for each in (least, most)
    )
    low = np.divide(least, others_most, out=np.zeros_like(least), where=others_most > 0)
    # its own least is among the others' least; a site of no bound takes all
    wide = most > least
    whole = np.where(wide, others_least + np.where(wide, most, 0.0), others_least)
    endless = np.isinf(most)
    high = np.divide(most, whole, out=np.ones_like(most), where=~endless & (whole > 0))
    high[(most == 0) & ~endless] = 0.0
    total = amount.sum()
    for end, share in (("low", low), ("high", high)):
        brought = exact_sums(share * amount[point], site, count=len(table))
        table[f"expected_{end}"] = brought
        table[f"share_{end}"] = 100.0 * brought / total if total > 0 else 0.0
    table["points"] = pd.Series(shares.sites["points"].to_numpy(), dtype="Int64")
    return table


def _by_point(
    demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, shares: MarketShares
) -> gpd.GeoDataFrame:
    table, pairs = demand.reset_index(drop=True), shares.pairs
    first = pairs.sort_values(
        ["demand", "share", "cost", "site"], ascending=[True, False, True, True]
    )
    first = first.drop_duplicates("demand").set_index("demand").reindex(table["id"])
    count = pairs.groupby("demand").size().reindex(table["id"], fill_value=0)
    table["choices"] = pd.Series(count.to_numpy(), dtype="Int64")
    table["likeliest_site"] = first["site"].to_numpy()
    known = table["likeliest_site"].notna()
    names = names_of(sites, table.loc[known, "likeliest_site"], prefix="likeliest")
    table = table.assign(**{name: said.reindex(table.index) for name, said in names.items()})
    table["likeliest_share"] = 100.0 * first["share"].to_numpy(dtype=np.float64)
    return table


def _drawn(demand: gpd.GeoDataFrame, here: Reached, shares: MarketShares) -> gpd.GeoDataFrame:
    ordered = shares.pairs.sort_values(["demand", "site"], ignore_index=True)
    return lines_to_sites(ordered.assign(share=100.0 * ordered["share"]), demand, here, key="line")
