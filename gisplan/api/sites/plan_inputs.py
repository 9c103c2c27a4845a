"""What a whole plan is made from: demand, network and candidates of a workspace, and the task."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.analysis.siting import plans
from gisplan.analysis.siting.plans import PlanCase, PlanTask
from gisplan.api.importing.options import FileOptions
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.api.load import load_layers
from gisplan.api.sites.inputs import Basis, load, site_standard
from gisplan.api.sites.plan_file import PlanFile
from gisplan.api.sites.plan_quantities import quantity_by_year
from gisplan.api.sites.plan_scenarios import with_scenarios
from gisplan.catalog.layer import Layer
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import refusals_worded
from gisplan.errors import OptionError
from gisplan.text import Text


def prepare_plan(asked: PlanFile, *, place: Workspace) -> tuple[Basis, PlanTask, PlanCase]:
    """Bring together what a plan is made from, without making it.

    Parameters
    ----------
    asked : PlanFile
        What is asked for.
    place : Workspace
        The workspace.

    Returns
    -------
    tuple of Basis, PlanTask and PlanCase
        Demand, network and candidates; the task; the problem with its places.

    Raises
    ------
    OptionError, FileError, DataError, DeclarationError
        If the candidates, an option or a layer can't be used.
    """
    quantity = asked.quantity or place.defaults.quantity
    basis = _basis(asked, place)
    quantity_by_year(asked.plan["phases"], quantity, basis.demand_layer)
    basis, phases = with_scenarios(basis, asked.plan["phases"], quantity=quantity, place=place)
    task = _task(asked, basis, place, phases=phases)
    layers = _unwelcome(asked, place)
    known = () if basis.network_layer is None else basis.network_layer.spec.columns
    with refusals_worded(known):
        case = plans.make_plan_case(
            basis.candidates,
            basis.demand,
            basis.network,
            task,
            unwelcome={name: gpd.GeoDataFrame(one.table) for name, one in layers.items()},
            titles={name: one.spec.title for name, one in layers.items()},
        )
    return basis, task, case


def _unwelcome(asked: PlanFile, place: Workspace) -> dict[str, Layer]:
    """Load the shapes that sizes keep away from.

    Parameters
    ----------
    asked : PlanFile
        What is asked for.
    place : Workspace
        The workspace.

    Returns
    -------
    dict of str to Layer
        By name.
    """
    layers = load_layers(asked.away, place=place) if asked.away else {}
    for name, layer in layers.items():
        if layer.spec.geometry in ("none", "raster"):
            raise OptionError(
                Text(
                    f"图层 {name} 没有图形，无从避让",
                    f"layer {name} has no shapes to keep away from",
                )
            )
    return dict(layers)


def _basis(asked: PlanFile, place: Workspace) -> Basis:
    """Load network, demand, and the candidates of each tier.

    Parameters
    ----------
    asked : PlanFile
        What is asked for.
    place : Workspace
        The workspace.

    Returns
    -------
    Basis
        With all candidates, each with its tier.
    """
    tiers = [str(tier["name"]) for tier in asked.plan["tiers"]]
    own: dict[str, list[str]] = {}
    for tier in tiers:
        own.setdefault(asked.candidates.get(tier, ""), []).append(tier)
    parts: list[gpd.GeoDataFrame] = []
    told: list[Text] = []
    basis: Basis | None = None
    for source, names in own.items():
        basis = load(place, source=source or None, file=FileOptions(datum=asked.datum))
        told += (*basis.left_out, *plans.of_other_tiers(basis.candidates, tiers))
        for name in names:
            mine = plans.of_tier(basis.candidates, name)
            plans.require_cost_of_moving(mine)
            parts.append(mine.to_crs(4326).assign(tier=name))
    if basis is None:
        raise OptionError(Text("没有层级", "there are no tiers"))
    if any("cost" in one for one in parts):  # without the column there is nothing beyond the sizes
        parts = [one if "cost" in one else one.assign(cost=0.0) for one in parts]
    both = gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), geometry="geometry", crs=4326)
    return replace(basis, candidates=both, left_out=tuple(dict.fromkeys(told)))


def _task(
    asked: PlanFile, basis: Basis, place: Workspace, *, phases: list[dict[str, Any]]
) -> PlanTask:
    """Take the plan, with what the workspace says where the file does not.

    Parameters
    ----------
    asked : PlanFile
        What is asked for.
    basis : Basis
        Candidates, demand and network.
    place : Workspace
        The workspace.
    phases : list of dict
        Years, each with the column of its demand.

    Returns
    -------
    PlanTask
        What is planned.
    """
    minutes = any("reach_min" in tier for tier in asked.plan["tiers"])
    key = "reach_min" if minutes else "reach_km"
    far = max((float(tier.get(key, 0.0)) for tier in asked.plan["tiers"]), default=0.0)
    reaches = (far or 1.0,)
    journey = JourneyOptions(
        by="road" if asked.by == "road" or asked.roads else "",
        detour=asked.detour,
        roads=asked.roads,
    )
    options = ReachOptions(
        km=None if minutes else reaches,
        minutes=reaches if minutes else None,
        year=asked.year,
        kinds=(),
        journey=journey,
    )
    standard = site_standard(options, basis.network, place=place)
    return PlanTask.of(
        **{**asked.plan, "phases": phases},
        year=standard.year,
        quantity=asked.quantity or place.defaults.quantity,
        mode=standard.mode,
    )
