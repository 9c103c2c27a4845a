"""Capacity held against demand, and where enterprises cluster."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import geopandas as gpd
import pandas as pd

from gisplan.api.notebook.answer import Answer
from gisplan.api.notebook.asked import Folder, in_language, language, place_of
from gisplan.api.notebook.derived import derive
from gisplan.api.notebook.own_tables import DEMAND, FACILITIES, Given, TablePart, as_layer
from gisplan.catalog.map import Style
from gisplan.errors import DataError
from gisplan.pipeline import catalogue
from gisplan.text import Lang, Text

_ENTERPRISES = TablePart(
    name="places",
    title=Text("企业（places）", "places"),
    geometry=("point",),
    complete="unknown",
)


@in_language
def capacity(
    facilities: Given | None = None,
    demand: Given | None = None,
    *,
    by: str = "adcode",
    capacity: str = "capacity",
    quantity: str | None = None,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Hold the capacity of facilities against the demand of the same unit.

    Parameters
    ----------
    facilities : str, pathlib.Path, DataFrame, Layer or Answer, optional
        Rows with a unit and a capacity; the network of the workspace if left out. An empty
        capacity is not known: it counts as nothing, so that a shortfall is a most, and is told.
    demand : str, pathlib.Path, DataFrame, Layer or Answer, optional
        Rows with the unit and the quantity; those of the workspace if left out.
    by : str
        Column of both with the unit.
    capacity : str
        Column of the facilities, in the unit of the quantity.
    quantity : str, optional
        Column of the demand; the waste of the workspace if left out.
    workspace : str, pathlib.Path or Workspace, optional
        The current folder's if left out.
    lang : {"zh", "en"}, optional
        The workspace's if left out.

    Returns
    -------
    Answer
        By unit: ``declared``, ``demanded``, ``balance``, ``surplus``, ``shortfall``, ``covered``
        (declared / demanded), ``status``.

    Raises
    ------
    DataError
        If a column is missing or below 0.
    OptionError, FileError, DeclarationError
        If an option, file or layer can't be.

    Examples
    --------
    >>> import pandas as pd
    >>> import gisplan as gp
    >>> plants = pd.DataFrame({"county": ["A", "A", "B"], "capacity": [80.0, 30.0, None]})
    >>> waste = pd.DataFrame({"county": ["A", "B"], "tonnes": [100.0, 50.0]})
    >>> told = gp.capacity(plants, waste, by="county", quantity="tonnes", lang="en")
    >>> told.table[["county", "declared", "demanded", "balance", "status"]]
      county  declared  demanded  balance         status
    0      A     110.0     100.0     10.0        surplus
    1      B       0.0      50.0    -50.0  none_declared
    """
    place = place_of(workspace)
    listed = catalogue.load(place).layers
    column = quantity or place.defaults.waste
    there, told = as_layer(
        place.roles.layer("network", listed) if facilities is None else facilities,
        replace(FACILITIES, needs=(by, capacity), geometry=()),
        place=place,
    )
    needed, more = as_layer(
        place.roles.layer("demand", listed) if demand is None else demand,
        replace(DEMAND, needs=(by, column), geometry=()),
        place=place,
    )
    sides = []
    for layer, value in ((there, capacity), (needed, column)):
        table = pd.DataFrame(layer.table[[by, value]]).rename(columns={value: "value"})
        columns = (layer.spec.column(by), replace(layer.spec.column(value), name="value"))
        spec = replace(layer.spec, columns=columns, geometry="none", key=(), positions="none")
        sides.append(replace(layer, spec=spec, table=table))
    layer, left_out = derive(
        "balance",
        {"declared": sides[0], "demanded": sides[1]},
        {"by": [by]},
        name="balance",
        title=Text("能力与需求", "Capacity and demand"),
        place=place,
    )
    return Answer(
        title=Text("能力与需求", "Capacity and demand"),
        layers=(layer,),
        lang=language(lang, place),
        place=place,
        left_out=(*told, *more, *left_out),
    )


@in_language
def clusters(
    places: Given | None = None,
    *,
    by: str | None = None,
    method: Literal["dbscan", "hdbscan"] = "dbscan",
    distance_km: float = 10.0,
    minimum: int = 5,
    fewest: int = 20,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Find density clusters of enterprises, or of other points.

    Parameters
    ----------
    places : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points; the enterprises of the workspace if left out. Those placed by county or coarser
        take no part.
    by : str, optional
        A column: clusters of all, and of each of its values.
    method : {"dbscan", "hdbscan"}
        Ester et al. 1996; Campello et al. 2013.
    distance_km : float
        Along the geodesic.
    minimum : int
        Points within the distance that make a core.
    fewest : int
        With fewer points nothing is said of clusters.
    workspace, lang
        As in :func:`capacity`.

    Returns
    -------
    Answer
        A hull a cluster with ``members``, ``names``, ``diameter_km``, ``hull_km2``; a row without
        shape says where too few points are placed well enough.

    Raises
    ------
    DataError, DatumError, OptionError, FileError, DeclarationError
        If a table or an option can't be used; if an extra is missing.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import gisplan as gp
    >>> lon = [104 + 0.01 * at for at in range(6)]
    >>> firms = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, [36] * 6), crs=4326)
    >>> told = gp.clusters(firms, distance_km=2, minimum=3, fewest=5, lang="en")
    >>> told.table[["group", "cluster", "members"]]
      group  cluster  members
    0   all        1        6
    """
    place = place_of(workspace)
    given = "enterprises_placed" if places is None else places
    needs = (by,) if by else ()
    layer, told = as_layer(given, replace(_ENTERPRISES, needs=needs), place=place)
    table = layer.table
    if "industry" not in table:
        table = table.assign(industry=None)
    parameters = {
        "by": by,
        "method": method,
        "distance_km": distance_km,
        "minimum": minimum,
        "fewest": fewest,
    }
    found, left_out = derive(
        "density_clusters",
        {"places": replace(layer, table=gpd.GeoDataFrame(table))},
        {name: value for name, value in parameters.items() if value is not None},
        name="clusters",
        title=Text("集聚区", "Clusters"),
        place=place,
    )
    if by is not None and by not in layer.spec.column_names:
        raise DataError(Text(f"没有列 {by}", f"there is no column {by}"))
    return Answer(
        title=Text(
            f"密度聚类（{method}，{distance_km:g} 千米）",
            f"Density clusters ({method}, {distance_km:g} km)",
        ),
        layers=(found, layer),
        lang=language(lang, place),
        place=place,
        left_out=(*told, *left_out),
        styles={
            "clusters": Style(kind="outline", color="#d55e00", weight=2.0),
            layer.spec.name: Style(kind="points", color="#0072b2"),
        },
    )
