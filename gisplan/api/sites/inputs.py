"""What sites are chosen from: candidates, demand and the network of a workspace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import OWN_POSITION
from gisplan.analysis.coverage.position_range import CostRange, cost_range
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import sites_by_standing, sites_that_count
from gisplan.analysis.siting import SitingTask
from gisplan.analysis.travel import ByDistance, Mode
from gisplan.api import travel as journeys
from gisplan.api.importing.sites_file import FileOptions, candidates_of_file
from gisplan.api.journey import ReachOptions
from gisplan.api.load import load_layers
from gisplan.api.sites.candidate_columns import with_candidate_columns
from gisplan.api.travel import RoadReport
from gisplan.catalog import workspace
from gisplan.catalog.ids import text_ids
from gisplan.catalog.layer import Layer, Outcome, Source
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.pipeline import catalogue as catalog
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertain:
    """What is not known of the network that candidates are held against.

    Attributes
    ----------
    drawn : bool
        Whether a site is known to its county alone, so that figures are of where it is drawn.
    span : CostRange or None
        How far it is to the network at least and at most; None where that can't be told.
    notes : tuple of Text
        Where figures are of what is drawn and no range is told.
    """

    drawn: bool
    span: CostRange | None = None
    notes: tuple[Text, ...] = ()


def uncertain(
    network: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    standard: ServiceStandard,
    *,
    limit: float,
    place: Workspace,
) -> Uncertain:
    """Bound the way to the network, over where its sites may stand and whether they did.

    Parameters
    ----------
    network : geopandas.GeoDataFrame
        What stands, may have stood or is planned.
    demand : geopandas.GeoDataFrame
        Points to be served.
    standard : ServiceStandard
        Which sites count, and how one gets there.
    limit : float
        Reach, in the measure.
    place : Workspace
        The workspace, for the borders of its counties.

    Returns
    -------
    Uncertain
        Without a range unless reach is by distance and there are borders.

    Raises
    ------
    DataError, OptionError
        If the network can't be used.
    """
    stood = sites_by_standing(network, year=standard.year, kinds=standard.kinds)
    drawn = bool((~stood.counted.table["precision"].isin(OWN_POSITION)).any())
    listed = catalog.load(place).layers
    roles = [place.roles.optional(role, listed) for role in ("counties", "units")]
    names = [name for name in roles if name]
    mode = standard.mode
    if network.empty or len(names) < len(roles) or not isinstance(mode, ByDistance):
        if not drawn:
            return Uncertain(drawn=False)
        words = Text(
            "设施按图上位置计，不给出最低和最高",
            "sites are taken where they are drawn; the lowest and the highest are not told",
        )
        return Uncertain(drawn=True, notes=(words,))
    counties, units = (load_layers(tuple(names), place=place)[name].table for name in names)
    span = cost_range(demand, stood, counties, units, reaches_km=(limit,), detour=mode.detour)
    return Uncertain(drawn=drawn, span=span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What sites are chosen from.

    Attributes
    ----------
    source : str
        Layer or file of the candidates, for messages.
    candidates : geopandas.GeoDataFrame
        Places among which sites are chosen.
    demand : geopandas.GeoDataFrame
        Points to be served.
    network : geopandas.GeoDataFrame
        Sites that stand.
    left_out : tuple of Text
        Candidates that don't count, by reason.
    network_layer : Layer or None
        The layer of the network, if there is one.
    demand_layer : Layer or None
        The layer of the demand; None if it is none of a workspace.
    """

    source: str
    candidates: gpd.GeoDataFrame
    demand: gpd.GeoDataFrame
    network: gpd.GeoDataFrame
    left_out: tuple[Text, ...] = ()
    network_layer: Layer | None = None
    demand_layer: Layer | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the figures come from.

        Returns
        -------
        tuple of Source
            Of demand and network.
        """
        return sources_of(self.demand_layer, self.network_layer)

    def quantity(self, column: str) -> Text:
        """Say what is counted, with its unit.

        Parameters
        ----------
        column : str
            Column of the demand.

        Returns
        -------
        Text
            Its title; its name where there is no layer that declares it.
        """
        layer = self.demand_layer
        if layer is None or column not in layer.spec.column_names:
            return Text(column, column)
        return layer.spec.column(column).title_with_unit


def sources_of(*layers: Layer | None) -> tuple[Source, ...]:
    """Give where layers come from.

    Parameters
    ----------
    *layers : Layer or None
        Layers; None is none.

    Returns
    -------
    tuple of Source
        Each once.
    """
    every = (source for layer in layers if layer is not None for source in layer.spec.sources)
    return tuple(dict.fromkeys(every))


def load(
    place: Workspace | None = None, *, source: str | None = None, file: FileOptions | None = None
) -> Basis:
    """Load what sites are chosen from.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    source : str, optional
        Layer of candidates, that of the role ``candidates`` if left out, or a file of them:
        :func:`gisplan.api.importing.sites_file.candidates_of_file`.
    file : FileOptions, optional
        How such a file is read.

    Returns
    -------
    Basis
        Candidates, demand and network.

    Raises
    ------
    OptionError, FileError, DataError, DeclarationError
        If the candidates or a layer can't be used.
    """
    place = place or workspace.find()
    listed = catalog.load(place).layers
    source = source or place.roles.layer("candidates", listed)
    own = bool(Path(source).suffix)
    demand = place.roles.layer("demand", listed)
    network = place.roles.optional("network", listed)
    names = (demand, *((network,) if network else ()), *(() if own else (source,)))
    layers = load_layers(tuple(dict.fromkeys(names)), place=place)
    if own:
        given = candidates_of_file(Path(source), place=place, options=file)
    else:
        ruled, said = with_candidate_columns(layers[source], place=place)
        given = Outcome(ruled.table, said)
    wanted = given.table
    if not isinstance(wanted, gpd.GeoDataFrame):
        raise OptionError(Text(f"图层 {source} 没有位置", f"layer {source} has no places"))
    placed = gpd.GeoDataFrame(wanted[wanted.geometry.notna()])
    if "id" not in placed or (placed.geom_type != "Point").any():
        raise OptionError(
            Text(
                f"图层 {source} 不能作候选点：须是点，并有列 id",
                f"layer {source} can't hold candidates: they are points with a column id",
            )
        )
    lost = len(wanted) - len(placed)
    told = Text(
        f"{lost} 个候选点没有位置，不计", f"{lost} candidate(s) without a place don't count"
    )
    return Basis(
        source=source,
        candidates=text_ids(placed),
        demand=text_ids(layers[demand].table),
        network=text_ids(layers[network].table) if network else nothing_stands(),
        left_out=(*given.left_out, *((told,) if lost else ())),
        network_layer=layers[network] if network else None,
        demand_layer=layers[demand],
    )


def nothing_stands() -> gpd.GeoDataFrame:
    """Give the network of a workspace that declares none: no site stands.

    Returns
    -------
    geopandas.GeoDataFrame
        An empty table with the columns of a network.
    """
    numbers = ("start_year", "due_year", "status_year")
    words = ("id", "name_zh", "name_en", "kind", "precision", "stage")
    columns = {name: pd.Series(dtype="str") for name in words}
    columns |= {name: pd.Series(dtype="float64") for name in numbers}
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([], crs=4326))


def site_standard(
    reach: ReachOptions, network: gpd.GeoDataFrame, *, place: Workspace
) -> ServiceStandard:
    """Make the service standard that candidates are held against.

    Parameters
    ----------
    reach : ReachOptions
        What is asked for.
    network : geopandas.GeoDataFrame
        What stands; of a network without sites no kind is asked for.
    place : Workspace
        The workspace, for what is left out.

    Returns
    -------
    ServiceStandard
        Nothing of it is left out.

    Raises
    ------
    OptionError
        If options don't go together, or a reach or a default kind can't be.
    FileError, DataError, DatumError, DeclarationError
        If a layer or file can't be used; it is named.
    """
    usual = place.defaults
    kinds = reach.kinds
    if kinds is None or network.empty:
        kinds = journeys.usual_kinds(network, place=place)
    return journeys.standard(
        replace(reach, kinds=kinds),
        place=place,
        usual={"km": (usual.site_reach_km,), "min": (usual.site_reach_min,)},
    )


def require_one_reach(standard: ServiceStandard) -> None:
    """Refuse several reaches where one holds.

    Parameters
    ----------
    standard : ServiceStandard
        What holds.

    Raises
    ------
    OptionError
        If there are several.
    """
    if len(standard.reaches) > 1:
        name = "--minutes" if standard.mode.measure == "min" else "--km"
        raise OptionError(
            Text(
                f"{name} 在这里只能给一个值；多个值须与 suggest --curve 同用，模型为 mclp、"
                "backup 或 lscp",
                f"{name} takes one value here; several go with suggest --curve, of mclp, backup"
                " or lscp",
            )
        )


def roads(basis: Basis, task: SitingTask) -> RoadReport | None:
    """Tell what the roads are like that sites are chosen by; None if it is not by road.

    Parameters
    ----------
    basis : Basis
        What sites are chosen from.
    task : gisplan.analysis.siting.SitingTask
        What they are chosen for.

    Returns
    -------
    RoadReport or None
        Pieces, ends joined, and how far the points lie off.
    """
    there = sites_that_count(basis.network, year=task.year, kinds=task.kinds).table
    return road_report(task.mode, basis.demand, basis.candidates, there)


def road_report(
    mode: Mode, demand: gpd.GeoDataFrame, wanted: gpd.GeoDataFrame, there: gpd.GeoDataFrame
) -> RoadReport | None:
    """Tell what the roads are like, if the mode is by road: candidates and network are sites.

    Parameters
    ----------
    mode : Mode
        How one gets there.
    demand : geopandas.GeoDataFrame
        Points to be served.
    wanted : geopandas.GeoDataFrame
        Candidates.
    there : geopandas.GeoDataFrame
        Sites that count.

    Returns
    -------
    RoadReport or None
        None if the mode is not by road.
    """
    both = pd.concat([table.to_crs(4326)[["id", "geometry"]] for table in (wanted, there)])
    sites = gpd.GeoDataFrame(both, geometry="geometry", crs=4326).reset_index(drop=True)
    return journeys.road_report(mode, demand, sites.assign(id=sites.index.astype("str")))
