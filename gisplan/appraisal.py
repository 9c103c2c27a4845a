"""Appraising a network on request: the shipped one, another layer, or a file of the user's."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan import catalog, large, pipeline, service, workspace
from gisplan.engines import Execution
from gisplan.errors import OptionError
from gisplan.plan_model import Milestone
from gisplan.read import read
from gisplan.schema import LayerSpec, Outcome
from gisplan.text import Text
from gisplan.workspace import Workspace

#: Kinds of data that decide the milestones which coverage stands beside.
_DECIDED = ("coverage", "facilities")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageOptions:
    """What a coverage is asked for.

    Parameters
    ----------
    sites : str
        Name of a layer, or path of a ``.csv`` (columns ``lon``, ``lat`` in degrees, WGS 84),
        ``.geojson`` or ``.gpkg``. Sites of a file count in every year and to their exact place.
    kinds : tuple of str
        Kinds of sites that count; all if empty.
    reaches_km : tuple of float
        Rising.
    year : int
    regions : str
        Layer of the regions to list.
    quantity : str
        Column of the demand.
    detour : float
    demand : str
        Layer of the points to be served; may be one that is read in parts.
    """

    sites: str = "network"
    kinds: tuple[str, ...] = ()
    reaches_km: tuple[float, ...] = (30.0, 50.0, 100.0)
    year: int = 2020
    regions: str = "prefectures"
    quantity: str = "population"
    detour: float = 1.0
    demand: str = "demand_points"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a coverage found.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        See :func:`gisplan.service.service_by_region`.
    total : dict
        The same figures for the whole.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.service.sites_served`; at the longest reach.
    quantity : Text
        What is covered, with its unit.
    left_out : tuple of Text
        Sites that do not count, by reason.
    milestones : tuple of Milestone
        What the plan asks for, to stand beside it.
    """

    regions: gpd.GeoDataFrame
    total: dict[str, Any]
    sites: gpd.GeoDataFrame
    quantity: Text
    left_out: tuple[Text, ...]
    milestones: tuple[Milestone, ...]


def coverage(
    place: Workspace | None = None,
    *,
    options: CoverageOptions,
    execution: Execution | None = None,
) -> Coverage:
    """Tell who is within reach of a network.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : CoverageOptions
    execution : Execution, optional
        How the work on a large demand is carried out; in this process if left out.

    Returns
    -------
    Coverage

    Raises
    ------
    OptionError
        If an option can't be, or a column is missing.
    FileError, DataError, DeclarationError
        If the sites or the layers can't be used.
    """
    place = place or workspace.find()
    own = Path(options.sites).suffix.lower() in (".csv", ".geojson", ".gpkg")
    names = (options.regions, "units", *(() if own else (options.sites,)))
    listed = catalog.load(place)
    pipeline.require_layer(listed, options.demand)
    demand = listed.layers[options.demand]
    quantity = _quantity(demand, options.quantity)
    if not demand.is_large:
        names = (options.demand, *names)
    layers = pipeline.load_layers(names, place=place)
    sites = sites_of_file(Path(options.sites)) if own else layers[options.sites].table
    asked: dict[str, Any] = {
        "year": options.year,
        "kinds": options.kinds,
        "quantity": options.quantity,
        "detour": options.detour,
    }
    by_region: dict[str, Any] = {**asked, "reaches_km": options.reaches_km}
    by_site: dict[str, Any] = {**asked, "reach_km": options.reaches_km[-1]}
    tables: dict[str, Any] = {
        "regions": layers[options.regions].table,
        "units": layers["units"].table,
    }
    if demand.is_large:
        regions, served = _in_parts(
            place, demand.name, {**tables, "sites": sites}, (by_region, by_site), execution
        )
    else:
        points = layers[demand.name].table
        regions = service.service_by_region(demand=points, sites=sites, **tables, **by_region)
        served = service.sites_served(points, sites, **by_site)
    return Coverage(
        regions=regions.table,
        total=_total(regions.table),
        sites=served.table.sort_values("within_reach", ascending=False, ignore_index=True),
        quantity=quantity,
        left_out=regions.left_out,
        milestones=_milestones(place, listed),
    )


def _in_parts(
    place: Workspace,
    demand: str,
    tables: dict[str, Any],
    asked: tuple[dict[str, Any], dict[str, Any]],
    execution: Execution | None,
) -> tuple[Outcome, Outcome]:
    """Tell both of a demand that is read in parts, in one reading."""
    by_region = large.Analysis(method="service_by_region", tables=tables, parameters=asked[0])
    by_site = large.Analysis(method="sites_served", tables=tables, parameters=asked[1])
    found = pipeline.go_through(
        demand,
        place=place,
        analyses={"coverage by region": by_region, "coverage by site": by_site},
        execution=execution,
    )
    outcomes = found.outcomes
    return outcomes["coverage by region"], outcomes["coverage by site"]


def _milestones(place: Workspace, listed: catalog.Catalog) -> tuple[Milestone, ...]:
    """Give what the plan asks for, where there is a plan."""
    if not any(name.startswith(pipeline.PLAN) for name in listed.layers):
        return ()
    return tuple(
        m
        for m in pipeline.load_plan(place).milestones()
        if m.decidable_by in _DECIDED or "sorting-system" in m.bases
    )


def _quantity(spec: LayerSpec, name: str) -> Text:
    known = [c.name for c in spec.columns if c.type in ("integer", "number")]
    if name not in known:
        raise OptionError(
            Text(
                f"需求图层没有数量 {name}，有：{'、'.join(known)}",
                f"the demand has no quantity {name}; it has: {', '.join(known)}",
            )
        )
    return spec.column(name).title_with_unit


def _total(regions: gpd.GeoDataFrame) -> dict[str, Any]:
    """Add up the regions; they are disjoint, so their demand is."""
    whole: dict[str, Any] = {"name_zh": "合计", "name_en": "total"}
    whole["sites_counted"] = int(regions["sites_counted"].sum())
    whole["demand_total"] = float(regions["demand_total"].sum(min_count=len(regions)))
    for name in regions.columns:
        if name.startswith(("within_", "beyond_")):
            whole[name] = float(regions[name].sum(min_count=len(regions)))
    for name in regions.columns:
        if name.startswith("share_"):
            part = whole[f"within_{name.removeprefix('share_')}"]
            whole[name] = part / whole["demand_total"] * 100 if whole["demand_total"] else math.nan
    return whole


def sites_of_file(path: Path) -> gpd.GeoDataFrame:
    """Read sites from a file of the user's.

    Parameters
    ----------
    path : pathlib.Path
        A table with columns ``lon`` and ``lat`` (degrees, WGS 84), or a vector file of points.
        ``id`` tells sites apart; if there is none, their row does.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, with what :func:`gisplan.service.sites_that_count` asks for.

    Raises
    ------
    FileError
        If it can't be read.
    OptionError
        If it holds no points, or an identifier twice; row and column are named.
    """
    raw = read(path)
    if not isinstance(raw, gpd.GeoDataFrame):
        raw = _points(raw, path)
    wrong = raw.geometry.isna() | (raw.geometry.geom_type != "Point")
    if len(raw) == 0 or wrong.any():
        row = "" if len(raw) == 0 else str(raw.index[wrong][0])
        raise OptionError(
            Text(
                f"{path.name}：第 {row} 行不是点" if row else f"{path.name}：没有一行数据",
                f"{path.name}: row {row} is no point" if row else f"{path.name}: holds no row",
            )
        )
    ids = raw["id"].astype("str") if "id" in raw.columns else raw.index.astype("str").to_series()
    twice = ids[ids.duplicated()].unique()
    if len(twice):
        raise OptionError(
            Text(f"{path.name}：编号重复：{twice[0]}", f"{path.name}: id given twice: {twice[0]}")
        )
    facts = {
        "id": ids.to_numpy(),
        "name_zh": raw.get("name_zh", raw.get("name", ids)).astype("str").to_numpy(),
        "name_en": raw.get("name_en", raw.get("name", ids)).astype("str").to_numpy(),
        "kind": raw["kind"].astype("str").to_numpy() if "kind" in raw.columns else "own",
        "adcode": raw["adcode"].astype("str").to_numpy() if "adcode" in raw.columns else None,
        "precision": "site",
        "stage": "operating",
        "start_year": 0,
        "due_year": float("nan"),
        "status_year": float("nan"),
    }
    return gpd.GeoDataFrame(facts, geometry=raw.geometry.to_numpy(), crs=4326)


def _points(raw: pd.DataFrame, path: Path) -> gpd.GeoDataFrame:
    missing = [name for name in ("lon", "lat") if name not in raw.columns]
    if missing:
        names = ", ".join(missing)
        raise OptionError(Text(f"{path.name}：缺少列 {names}", f"{path.name}: no column {names}"))
    degrees = {}
    for name, most in (("lon", 180.0), ("lat", 90.0)):
        degrees[name] = pd.to_numeric(raw[name], errors="coerce")
        wrong = raw.index[~(degrees[name].abs() <= most)]
        if len(wrong):
            row, value = wrong[0], raw.loc[wrong[0], name]
            raise OptionError(
                Text(
                    f"{path.name}：第 {row} 行 {name} 的值“{value}”不是经纬度",
                    f"{path.name}: row {row}, column {name}: “{value}” is not in degrees",
                )
            )
    points = gpd.points_from_xy(degrees["lon"], degrees["lat"], crs=4326)
    return gpd.GeoDataFrame(raw, geometry=points)
