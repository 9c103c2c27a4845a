"""Working out the coverage of a demand that is read in parts, in one reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.coverage.position_range import position_notes
from gisplan.analysis.travel import ByDistance, ByRoad
from gisplan.analysis.travel.od_matrix import REASONS, UNREACHABLE_COLUMNS
from gisplan.api import load
from gisplan.api import travel as journeys
from gisplan.api.coverage.case import (
    CoverageCase,
    CoverageTables,
    names_of,
    no_range_words,
    none_known_words,
)
from gisplan.errors import OptionError
from gisplan.pipeline.engines import Execution
from gisplan.text import LANGS, Text

#: What no site serves.
NOTHING_SERVED = dict.fromkeys(("within_reach", "nearest_here", "only_here"), 0.0)


def in_parts(case: CoverageCase, execution: Execution | None) -> CoverageTables:
    """Tell of a demand that is read in parts, by distance or by road, in one reading.

    Parameters
    ----------
    case : CoverageCase
        What is asked, with the layers and sites at hand.
    execution : Execution or None
        How the work is carried out; in this process if None.

    Returns
    -------
    CoverageTables
        Figures by region and by site.
    """
    from gisplan.pipeline import chunked as large

    standard, layers = case.standard, case.layers
    mode = standard.mode
    tables: dict[str, Any] = {
        "regions": layers[case.options.regions].table,
        "units": layers["units"].table,
        "sites": case.sites.table,
    }
    common: dict[str, Any] = {
        "year": standard.year,
        "kinds": standard.kinds,
        "quantity": case.quantity,
    }
    way = _way_of(case)
    by_region, by_site = way.analyses
    tables |= way.tables
    ranged = isinstance(mode, ByDistance) and case.areas is not None
    if ranged:
        by_region, tables["areas"] = "service_range_by_region", case.areas
    same, measure = {**common, **way.parameters}, mode.measure
    wanted: dict[str, dict[str, Any]] = {
        by_region: {**same, f"reaches_{measure}": standard.reaches}
    }
    if not case.none_known:
        wanted[by_site] = {**same, f"reach_{measure}": standard.limit}
    if isinstance(mode, ByRoad):
        wanted["road_access"] = same
    found = load.go_through(
        case.demand,
        place=case.place,
        analyses={
            f"coverage: {method}": large.ChunkedAnalysis(
                method=method, tables=tables, parameters=parameters
            )
            for method, parameters in wanted.items()
        },
        execution=execution,
    )
    told = {method: found.outcomes[f"coverage: {method}"].table for method in wanted}
    regions = told[by_region]
    served = told.get(by_site, case.stood.counted.table.assign(**NOTHING_SERVED))
    highest = f"share_{standard.limit:g}_high".replace(".", "_")
    if case.none_known:
        if not (regions.get(highest, pd.Series(dtype="float64")) > 0).any():
            raise case.none_reached(case.stood.counted.left_out)
    elif (served["within_reach"] == 0).all():
        raise case.none_reached()
    access = told.get("road_access", pd.DataFrame(columns=["of", "id", "reason", "distance_m"]))
    notes: tuple[Text, ...] = (none_known_words(standard.year),) if case.none_known else ()
    if not isinstance(mode, ByDistance):
        notes += no_range_words(case)
    elif case.areas is not None:
        notes += position_notes(
            case.stood,
            case.areas,
            tables["units"],
            reaches_km=standard.reaches,
            detour=mode.detour,
        )
    return CoverageTables(
        regions=regions,
        sites=served,
        unreachable=_unreachable_in_parts(access, served),
        roads=journeys.counted_road_report(mode, access),
        notes=notes,
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """How one gets there, as an analysis of a layer that is read in parts takes it."""

    analyses: tuple[str, str]
    tables: Mapping[str, pd.DataFrame]
    parameters: Mapping[str, Any]


def _way_of(case: CoverageCase) -> _Way:
    """Give what the analyses are told of how one gets there.

    Parameters
    ----------
    case : CoverageCase
        What is asked.

    Returns
    -------
    _Way
        Tables that every worker reads, and parameters.
    """
    mode = case.standard.mode
    if isinstance(mode, ByDistance):
        return _Way(("service_by_region", "sites_served"), {}, {"detour": mode.detour})
    source = mode.made_from if isinstance(mode, ByRoad) else None
    if source is None:
        raise OptionError(
            Text(
                f"需求图层 {case.demand} 分块读取，只能按直线距离或公路算覆盖",
                f"the demand layer {case.demand} is read in parts: its coverage is told by straight"
                " distance or by road only",
            )
        )
    return _Way(
        ("service_by_road", "sites_served_by_road"),
        {"roads": source.roads},
        {"road": source.options},
    )


def _unreachable_in_parts(access: pd.DataFrame, sites: gpd.GeoDataFrame) -> pd.DataFrame:
    """Name the sites that can't be reached, and count the demand that can't, by reason.

    Parameters
    ----------
    access : pandas.DataFrame
        See :func:`gisplan.analysis.coverage.road_access.road_access`; empty by distance, as
        everything can be reached then at some cost.
    sites : geopandas.GeoDataFrame
        Sites with ``id`` and names.

    Returns
    -------
    pandas.DataFrame
        ``of``, ``id`` and the reason, names, ``amount`` and ``points``; one row of demand a
        reason, without identifier.
    """
    columns = [*UNREACHABLE_COLUMNS, "name_zh", "name_en", "amount", "points"]
    lost = access[access["reason"].notna()]
    if lost.empty:
        return pd.DataFrame(columns=columns)
    of_sites = lost[lost["of"] == "site"]
    by_reason = lost[lost["of"] == "demand"].groupby("reason", sort=True)
    counted = by_reason[["points", "amount"]].sum(min_count=1)
    table = pd.concat(
        [counted.reset_index().assign(of="demand", distance_m=np.nan), of_sites],
        ignore_index=True,
    )
    for lang in LANGS:
        said = {reason: words.get(lang) for reason, words in REASONS.items()}
        table[f"reason_{lang}"] = table["reason"].map(said)
        table[f"name_{lang}"] = table["id"].map(names_of(sites, lang))
    return table[columns]
