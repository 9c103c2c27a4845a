"""Regions to sum up by, and in which of them demand and facilities lie."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gisplan.api import load
from gisplan.api.notebook.asked_network import NetworkAsked
from gisplan.api.notebook.own_tables import (
    REGIONS,
    Given,
    as_layer,
    own_layer,
)
from gisplan.catalog.layer import Layer
from gisplan.pipeline import catalogue
from gisplan.places.locate import Locator
from gisplan.text import Text


def with_regions(
    asked: NetworkAsked, regions: Given | None
) -> tuple[NetworkAsked, Layer, Layer, tuple[Text, ...]]:
    """Bring regions and units, and tell of each point in which region it lies.

    Parameters
    ----------
    asked : NetworkAsked
        The question.
    regions : Given or None
        As in :func:`~gisplan.coverage`.

    Returns
    -------
    asked : NetworkAsked
        Demand and facilities with ``adcode``.
    regions, units : Layer
        Polygons, and every unit with level and parent.
    told : tuple of Text
        Points in no region.
    """
    place, points = asked.place, asked.demand.table
    listed = catalogue.load(place).layers
    if regions is None and "adcode" in points and asked.demand.spec.name in listed:
        regions = "prefectures"
    if regions is None:
        hull = shapely.envelope(shapely.union_all(shapely.buffer(points.geometry.array, 0.01)))
        table = gpd.GeoDataFrame(
            {"adcode": ["all"], "level": ["region"], "name_zh": ["全部"], "name_en": ["all"]},
            geometry=[hull],
            crs=4326,
        )
        whole = own_layer(table, "whole", Text("全部", "all"))
        demand = replace(asked.demand, table=points.assign(adcode="all"))
        sites = asked.facilities
        if "adcode" not in sites.table:
            sites = replace(sites, table=sites.table.assign(adcode=None))
        units = own_layer(
            pd.DataFrame(table.drop(columns="geometry")).assign(parent=None),
            "units",
            Text("单元", "units"),
        )
        return (
            replace(asked, demand=_declared(demand), facilities=_declared(sites)),
            whole,
            units,
            (),
        )
    name = regions if isinstance(regions, str) else ""
    if name in ("prefectures", "counties"):
        name = place.roles.layer(name, listed)
    layer, told = as_layer(name or regions, REGIONS, place=place)
    if name in listed and "level" in layer.table:
        units = load.load_layer(place.roles.layer("units", listed), place=place)
        borders = load.load_layer(place.roles.layer("counties", listed), place=place)
        locator = Locator.from_counties(gpd.GeoDataFrame(borders.table))
        parts = []
        for one in (asked.demand, asked.facilities):
            table = gpd.GeoDataFrame(one.table)
            if "adcode" not in table or table["adcode"].isna().all():
                found = locator.locate(table.geometry.x, table.geometry.y)["county"]
                codes = found.to_numpy()
                told = (*told, *_outside(found, one))
                table = table.assign(adcode=codes)
            parts.append(_declared(replace(one, table=table)))
        return replace(asked, demand=_inside(parts[0]), facilities=parts[1]), layer, units, told
    table = gpd.GeoDataFrame(layer.table).assign(level="region")
    tree = shapely.STRtree(table.geometry.array)
    codes_of = table["adcode"].astype("str").to_numpy()
    parts = []
    for one in (asked.demand, asked.facilities):
        lies = np.full(len(one.table), None, dtype=object)
        inside, area = tree.query(
            gpd.GeoDataFrame(one.table).geometry.array, predicate="intersects"
        )
        # a point on a border is of the first region, so that none counts twice
        order = np.lexsort((area, inside))[::-1]
        lies[inside[order]] = codes_of[area[order]]
        told = (*told, *_outside(pd.Series(lies), one))
        parts.append(_declared(replace(one, table=one.table.assign(adcode=lies))))
    table = table.assign(adcode=codes_of)
    flat = pd.DataFrame(table[["adcode", "level", "name_zh", "name_en"]]).assign(parent=None)
    units = own_layer(flat, "units", Text("单元", "units"))
    own = own_layer(gpd.GeoDataFrame(table), "own_regions", layer.spec.title)
    return replace(asked, demand=_inside(parts[0]), facilities=parts[1]), own, units, told


def _outside(codes: pd.Series[Any], layer: Layer) -> tuple[Text, ...]:
    count, title = int(codes.isna().sum()), layer.spec.title
    if not count:
        return ()
    return (
        Text(
            f"{title.zh}：{count} 个点不在任何地区内，只计入总数之外",
            f"{title.en}: {count} point(s) lie in no region and count in none",
        ),
    )


def _inside(demand: Layer) -> Layer:
    inside = demand.table["adcode"].notna()
    return replace(demand, table=demand.table[inside].reset_index(drop=True))


def _declared(layer: Layer) -> Layer:
    # a column that was put beside a table is declared as its others are
    if "adcode" in layer.spec.column_names:
        return layer
    more = own_layer(layer.table[["id", "adcode"]], "x", layer.spec.title).spec.column("adcode")
    return replace(layer, spec=replace(layer.spec, columns=(*layer.spec.columns, more)))
