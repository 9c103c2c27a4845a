"""What a page needs to work out by itself what candidate sites would serve.

Demand and sites are held exactly: whole numbers of 1e-9 degrees at most (0.1 mm), fewer digits
where the data have no more. The page then measures geodesics itself, so that its figures are
those of :mod:`gisplan.analysis.coverage.models` on :mod:`gisplan.analysis.travel.distance`, to the
person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gisplan.analysis.travel.trip import PACE
from gisplan.arrays import Ints
from gisplan.catalog.layer import PRECISIONS, Layer
from gisplan.catalog.map import EvaluationSpec, RoadAccess
from gisplan.errors import DataError
from gisplan.places.hierarchy import region_above
from gisplan.render.style.words import rounded
from gisplan.render.web import waste
from gisplan.render.web.encode import Json, cells, heading, pair, text
from gisplan.render.web.topology import encode_numbers
from gisplan.text import Text

_DECIMALS = (5, 6, 7, 8, 9)
#: A coordinate is held exactly if it differs by no more than the noise of binary fractions.
_NOISE = 1e-12


def encode_evaluation(asked: EvaluationSpec, layers: Mapping[str, Layer]) -> Json:
    """Write demand, sites and regions as data for the page.

    Parameters
    ----------
    asked : EvaluationSpec
        Which layers and columns candidates are evaluated with.
    layers : mapping of str to Layer
        Those that it names; geometry in EPSG:4326.

    Returns
    -------
    dict
        ``demand`` (``at``, ``amounts``, ``region``: number of the region that each point counts
        in, -1 for none), ``waste`` (:func:`gisplan.render.web.waste.streams`), ``sites`` (``at``,
        names, ``capacity``; in the order of their ids, which decides between equally near ones),
        ``worth`` (what the figures come from, where the list of sites may lack some), ``drawn``
        (whether a site is known to its county alone, so that no bound holds), ``regions``,
        ``counties`` (names of layers), ``codes`` of the regions in the order of their rows,
        ``quantity`` (its heading), the reaches in km, and ``roads`` (``layer``, ``access`` in
        metres, ``detour``) where reach by road may be chosen.

    Raises
    ------
    DataError
        If a demand point or site has no position, or a demand point no amount.
    """
    demand, sites = layers[asked.demand], layers[asked.sites]
    order = np.argsort(sites.table["id"].astype(str).to_numpy(), kind="stable")
    ordered = replace(sites, table=sites.table.iloc[order])
    regions = layers[asked.regions].table["adcode"].astype(str).tolist()
    column = demand.spec.column(asked.quantity)
    rates = layers[asked.rates].table if asked.rates else None
    streams = waste.streams(demand, rates, quantity=asked.quantity)
    return {
        "demand": {
            **_positions(demand),
            "amounts": _amounts(demand, asked.quantity),
            "region": _region_of(demand.table["adcode"], regions, layers[asked.units].table),
        },
        "waste": streams,
        "sites": {
            **_positions(ordered),
            "names": _names(ordered),
            "capacity": waste.capacities(ordered, streams),
        },
        "worth": text(sites.worth.sentence) if sites.worth else None,
        "drawn": _drawn(sites),
        "regions": asked.regions,
        "counties": asked.counties,
        "codes": regions,
        "existing": text(sites.spec.title),
        "quantity": heading(column, column),
        "quantityName": asked.quantity,
        "reaches": [rounded(km) for km in asked.reaches_km],
        "reach": rounded(asked.reach_km),
        "roads": _roads(asked.roads),
    }


def _drawn(sites: Layer) -> bool:
    if "precision" not in sites.table:
        return False
    own = PRECISIONS[: PRECISIONS.index("site") + 1]
    return bool((~sites.table["precision"].isin(own)).any())


def _roads(access: RoadAccess | None) -> Json | None:
    if access is None:
        return None
    return {
        "layer": access.layer,
        "access": rounded(1000 * access.access_km),
        "detour": rounded(access.access_detour),
        "time": _time(access),
    }


def _time(access: RoadAccess) -> Json | None:
    if access.road_kmh is None or not access.reaches_min:
        return None
    return {
        "kmh": rounded(access.road_kmh),
        "accessKmh": rounded(access.access_kmh),
        "pace": PACE / access.road_kmh,
        "leg": access.access_detour * (PACE / access.access_kmh),
        "reaches": [rounded(far) for far in access.reaches_min],
    }


def _positions(layer: Layer) -> Json:
    """Write points on the coarsest grid that holds them exactly.

    Parameters
    ----------
    layer : Layer
        Points.

    Returns
    -------
    Json
        ``at``, and the grid that it counts on.

    Raises
    ------
    DataError
        If a point has no position; ids are named.
    """
    table = layer.table
    assert isinstance(table, gpd.GeoDataFrame)  # noqa: S101  checked by webmap
    points = np.asarray(table.geometry.array)
    missing = shapely.is_missing(points) | shapely.is_empty(points)
    if missing.any():
        named = "、".join(table.loc[missing, "id"].astype(str).head(10))
        raise DataError(
            Text(
                f"图层 {layer.spec.name} 有 {int(missing.sum())} 行没有位置，不能用于评估：{named}",
                f"Layer {layer.spec.name}: {int(missing.sum())} row(s) without a position can't "
                f"be used to evaluate sites: {named.replace('、', ', ')}",
            )
        )
    xy = shapely.get_coordinates(points)
    for decimals in _DECIMALS:
        grid = np.rint(xy * 10.0**decimals)
        if not len(grid) or np.abs(grid / 10.0**decimals - xy).max() <= _NOISE:
            break
    on_grid: Ints = grid.astype(np.int64)
    steps = on_grid - np.vstack([np.zeros((1, 2), dtype=np.int64), on_grid[:-1]])[: len(on_grid)]
    return {"count": len(table), "decimals": decimals, "at": encode_numbers(steps.ravel())[0]}


def _amounts(demand: Layer, quantity: str) -> list[float | int]:
    values = demand.table[quantity]
    if values.isna().any():
        raise DataError(
            Text(
                f"图层 {demand.spec.name} 的列 {quantity} 有空值，合计不详，不能用于评估。",
                f"Layer {demand.spec.name}, column {quantity}: some values are missing, so that "
                "no sum is known; it can't be used to evaluate sites.",
            )
        )
    whole = demand.spec.column(quantity).type == "integer"
    return [int(value) if whole else float(value) for value in values]


def _region_of(adcodes: pd.Series[str], regions: list[str], units: pd.DataFrame) -> list[int]:
    above = region_above(regions, units)
    at = {code: position for position, code in enumerate(regions)}
    return [at.get(above.get(code, ""), -1) for code in adcodes.astype(str)]


def _names(layer: Layer) -> Json:
    both = pair(layer.spec, "name")
    assert both is not None  # noqa: S101  checked by the catalogue
    zh, en = (cells(layer.table[name], layer.spec.column(name)) for name in both)
    return {"zh": zh, "en": zh if both[0] == both[1] else en}
