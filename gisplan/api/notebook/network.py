"""Who is within reach of facilities: of a workspace, or of tables of one's own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import OWN_POSITION, words_of
from gisplan.analysis.coverage.standing import sites_by_standing
from gisplan.analysis.travel import MEASURES
from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.api import load
from gisplan.api.coverage.case import CoverageCase, at_once
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.notebook.answer import Answer
from gisplan.api.notebook.asked import Folder, in_language
from gisplan.api.notebook.asked_network import (
    By,
    NetworkAsked,
    network_asked,
    parameters_of,
    reach_of,
    share_of,
)
from gisplan.api.notebook.derived import derive
from gisplan.api.notebook.in_regions import with_regions
from gisplan.api.notebook.own_tables import Given, own_layer
from gisplan.catalog.layer import Layer, Outcome
from gisplan.catalog.map import Style
from gisplan.catalog.worth import BEFORE
from gisplan.pipeline import catalogue
from gisplan.text import Lang, Text


@in_language
def coverage(
    facilities: Given | Sequence[Any] | None = None,
    demand: Given | None = None,
    *,
    regions: Given | None = None,
    km: float | Sequence[float] | None = None,
    minutes: float | Sequence[float] | None = None,
    by: By = "distance",
    roads: str = "",
    detour: float | None = None,
    year: int | None = None,
    kinds: Sequence[str] | None = None,
    quantity: str | None = None,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Tell who is within reach of facilities.

    Parameters
    ----------
    facilities : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points that serve; the network of the workspace if left out. Those of a table of one's
        own count in every year unless it has ``stage``, ``start_year`` … of its own.
    demand : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points to be served; those of the workspace if left out.
    regions : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Polygons to sum up by: ``prefectures``, ``counties``, another layer or a table. Left out:
        the prefectures for the demand of the workspace; of other demand the answer's table is by
        demand point.
    km : float or sequence of float, optional
        Reaches, rising; those of the workspace if left out.
    minutes : float or sequence of float, optional
        Reaches by road in minutes; not with ``km``.
    by : {"distance", "road"}
        Geodesic, or along roads.
    roads : str
        Layer or file of lines in the place of the workspace's roads; with ``by="road"``.
    detour : float, optional
        Factor on the geodesic; that of the workspace if left out.
    year : int, optional
        What does not stand in it does not count; that of the workspace if left out.
    kinds : sequence of str, optional
        Kinds of facilities that count; all if empty; of the workspace's network the usual ones.
    quantity : str, optional
        Column of the demand that is summed up; that of the workspace if left out.
    workspace : str, pathlib.Path or Workspace, optional
        The current folder's if left out.
    lang : {"zh", "en"}, optional
        The workspace's if left out.

    Returns
    -------
    Answer
        ``.table``: by region ``demand_total`` and, for each reach R, ``within_R``, ``beyond_R``,
        ``share_R`` (0 to 100); without regions by demand point ``nearest`` (facility), ``cost_km``
        or ``cost_min``, and ``within_R``. ``.tables``: also ``facilities``, with what each serves.

    Raises
    ------
    DataError
        If a column or shape is missing; argument and columns are named.
    DatumError
        If a table has no CRS.
    OptionError, FileError, DeclarationError
        If an option, file or layer can't be.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import gisplan as gp
    >>> towns = gpd.GeoDataFrame(
    ...     {"name": ["a", "b", "c"], "people": [500, 300, 200]},
    ...     geometry=gpd.points_from_xy([104, 105, 105.1], [36, 36, 36]),
    ...     crs=4326,
    ... )
    >>> depots = gpd.GeoDataFrame(geometry=gpd.points_from_xy([104.05], [36]), crs=4326)
    >>> told = gp.coverage(depots, towns, km=20, quantity="people", lang="en")
    >>> told.table[["name_en", "people", "within_20"]]
      name_en  people  within_20
    0       a     500       True
    1       b     300      False
    2       c     200      False
    >>> repr(told).splitlines()[1].strip()
    'people within 20 km: at least 500 (50.0 %)'
    """
    asked = network_asked(
        facilities,
        demand,
        reach=reach_of(
            km=km, minutes=minutes, by=by, roads=roads, detour=detour, year=year, kinds=kinds
        ),
        quantity=quantity,
        workspace=workspace,
        lang=lang,
    )
    place, standard = asked.place, asked.standard
    asked, whole, units, told = with_regions(asked, regions)
    stood = sites_by_standing(
        gpd.GeoDataFrame(asked.facilities.table), year=standard.year, kinds=standard.kinds
    )
    listed = catalogue.load(place).layers
    # in regions of one's own it is not told in which county a facility may stand
    may_range = asked.of_workspace and whole.spec.name != "own_regions"
    borders = place.roles.optional("counties", listed) if may_range else None
    areas = load.load_layer(borders, place=place) if borders else None
    case = CoverageCase(
        place=place,
        options=CoverageOptions(),
        layers={"prefectures": whole, "units": units},
        demand=asked.demand.spec.name,
        points=gpd.GeoDataFrame(asked.demand.table),
        title=asked.facilities.spec.title.get(asked.lang),
        sites=Outcome(asked.facilities.table),
        stood=stood,
        areas=None if areas is None else gpd.GeoDataFrame(areas.table),
        standard=standard,
        quantity=asked.quantity,
    )
    if stood.counted.table.empty and (not case.none_known or whole.spec.name == "whole"):
        raise case.none_counts()
    found = at_once(case)
    counted = len(stood.counted.table)
    parameters = parameters_of(standard, asked.quantity)
    ranged = any(name.endswith("_low") for name in found.regions.columns)
    inputs = {"regions": whole, "demand": asked.demand, "sites": asked.facilities, "units": units}
    if ranged and areas is not None:
        inputs["areas"] = areas
    by_region, _ = derive(
        "service_range_by_region" if ranged else "service_by_region",
        inputs,
        parameters,
        name="regions",
        title=Text("按地区的覆盖", "Coverage by region"),
        place=place,
        found=Outcome(found.regions, (), counted),
    )
    served, _ = derive(
        "sites_served",
        {"demand": asked.demand, "sites": asked.facilities},
        {**parameters_of(standard, asked.quantity, one=True)},
        name="facilities",
        title=Text("按设施的覆盖", "Coverage by facility"),
        place=place,
        found=Outcome(found.sites, (), counted),
    )
    coarse = ~stood.counted.table["precision"].isin(OWN_POSITION)
    if borders is None and coarse.any():
        count = int(coarse.sum())
        drawn = Text(
            f"{count} 处设施只知所在单元，按图上位置计",
            f"{count} facility(ies) are known to their unit alone and taken where they are drawn",
        )
        told = (*told, drawn)
    left_out = (*asked.told, *told, *found.notes, *stood.counted.left_out)
    words = Text(f"覆盖（{standard.mode.title.zh}）", f"Coverage ({standard.mode.title.en})")
    if asked.of_workspace:
        words = Text(f"{standard.year} 年{words.zh}", f"Coverage in {standard.year} {words.en[9:]}")
    first = by_region
    if whole.spec.name == "whole":
        first = _by_point(asked, stood.counted.table, by_region)
    far = f"{standard.limit:g}".replace(".", "_")
    return Answer(
        title=words,
        layers=(first, served),
        lang=asked.lang,
        place=place,
        left_out=left_out,
        figures=_headline(asked, by_region, found.regions),
        styles={
            "regions": Style(kind="choropleth", column=f"share_{far}", label_column="name"),
            "demand": Style(kind="points", color="#8a8f98"),
            "facilities": Style(kind="points", color="#d55e00"),
        },
    )


def _by_point(asked: NetworkAsked, sites: gpd.GeoDataFrame, regions: Layer) -> Layer:
    """Tell of each demand point its nearest facility and within which reaches it is.

    Parameters
    ----------
    asked : NetworkAsked
        The question.
    sites : geopandas.GeoDataFrame
        Facilities that count.
    regions : Layer
        Has what the figures are worth.

    Returns
    -------
    Layer
        ``demand`` with ``nearest``, ``cost_km`` or ``cost_min``, ``within_R``.
    """
    standard, demand = asked.standard, gpd.GeoDataFrame(asked.demand.table)
    pairs = standard.mode.reach(demand, sites, limit=standard.limit).pairs
    first = pairs.sort_values(["demand", "cost", "site"]).drop_duplicates("demand")
    first = first.set_index("demand")
    measure = standard.mode.measure
    cost = demand["id"].map(first["cost"]).astype(float)
    if measure == "km":
        cost = cost / M_PER_KM
    table = demand.drop(columns="adcode").assign(nearest=demand["id"].map(first["site"]))
    table[f"cost_{measure}"] = cost.to_numpy()
    for reach in standard.reaches:
        table[f"within_{reach:g}".replace(".", "_")] = (cost <= reach).to_numpy()
    made = own_layer(gpd.GeoDataFrame(table), "demand", Text("需求点", "demand"))
    return replace(made, worth=regions.worth)


def _headline(asked: NetworkAsked, by_region: Layer, regions: pd.DataFrame) -> dict[Text, Text]:
    standard = asked.standard
    unit = MEASURES[standard.mode.measure]
    words = words_of(asked.demand.spec.column(asked.quantity))
    total = float(regions["demand_total"].sum())
    figures = {}
    for reach in standard.reaches:
        name = f"{reach:g}".replace(".", "_")
        inside = float(regions[f"within_{name}"].sum(min_count=1))
        head = Text(f"{reach:g} {unit.zh}内{words.zh}", f"{words.en} within {reach:g} {unit.en}")
        said = share_of(inside, total)
        least = f"within_{name}_low"
        if least in regions.columns and total:
            low, high = (
                100 * float(regions[f"within_{name}_{end}"].sum()) / total
                for end in ("low", "high")
            )
            said = Text(
                f"{said.zh}，可能 {low:.1f} % 至 {high:.1f} %",
                f"{said.en}, may be {low:.1f} to {high:.1f} %",
            )
            if math.isnan(inside):  # no site is known to have stood
                said = Text(f"{low:.1f} % 至 {high:.1f} %", f"{low:.1f} to {high:.1f} %")
        elif by_region.worth is not None:
            before = BEFORE["lower"]
            said = Text(f"{before.zh} {said.zh}", f"{before.en} {said.en}")
        figures[head] = said
    return figures
