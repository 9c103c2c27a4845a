"""How far facilities reach, as areas, and how well demand is provided for within that reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal, cast

import geopandas as gpd

from gisplan.analysis import coverage
from gisplan.analysis.coverage.distance_decay import DecayOptions
from gisplan.analysis.coverage.service_areas_by_road import areas_of_mode
from gisplan.analysis.travel.mode import ByRoad
from gisplan.api import load
from gisplan.api import travel as journeys
from gisplan.api.notebook.answer import Answer
from gisplan.api.notebook.asked import Folder, in_language, language, place_of
from gisplan.api.notebook.asked_network import (
    By,
    borders_asked,
    network_asked,
    one_reach,
    parameters_of,
    reach_of,
)
from gisplan.api.notebook.derived import derive
from gisplan.api.notebook.own_tables import FACILITIES, Given, as_layer
from gisplan.api.travel import usual_kinds
from gisplan.catalog.map import Style
from gisplan.errors import OptionError
from gisplan.pipeline import catalogue
from gisplan.text import Lang, Text

#: Titles of accessibility, by method.
_METHODS = {
    "2sfca": Text("可达性（两步移动搜索法）", "Accessibility (2SFCA)"),
    "3sfca": Text("可达性（三步移动搜索法）", "Accessibility (3SFCA)"),
}


@in_language
def service_areas(
    facilities: Given | None = None,
    *,
    km: float | Sequence[float] | None = None,
    minutes: float | Sequence[float] | None = None,
    by: By = "distance",
    roads: str = "",
    detour: float | None = None,
    year: int | None = None,
    kinds: Sequence[str] | None = None,
    by_site: bool = False,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Draw the areas within geodesic distances of facilities, or within km or minutes by road.

    Parameters
    ----------
    facilities : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points that serve; the network of the workspace if left out.
    km : float or sequence of float, optional
        Distances, rising; those of the workspace if left out.
    minutes, by, roads
        As in :func:`coverage`: a place is in an area by road where coverage by road counts a
        settlement as served.
    detour : float, optional
        Factor on the geodesic; 1 if left out.
    year, kinds
        As in :func:`coverage`.
    by_site : bool
        Rings about each facility on its own, which overlap; else bands of the nearest one. Not
        by road.
    workspace, lang
        As in :func:`coverage`.

    Returns
    -------
    Answer
        A row a band: ``band``, ``above_km``, ``upto_km`` (or ``above_min``, ``upto_min``),
        ``area_km2`` (on the ellipsoid).

    Raises
    ------
    DataError, DatumError, OptionError, FileError, DeclarationError
        As in :func:`coverage`.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import gisplan as gp
    >>> depots = gpd.GeoDataFrame(geometry=gpd.points_from_xy([104.05], [36]), crs=4326)
    >>> gp.service_areas(depots, km=10, lang="en").table["area_km2"].round(0).tolist()
    [314.0]
    """
    place = place_of(workspace)
    listed = catalogue.load(place).layers
    given = place.roles.layer("network", listed) if facilities is None else facilities
    sites, told = as_layer(given, FACILITIES, place=place)
    usual = place.defaults
    straight = by == "distance" and not roads
    standard = journeys.standard(
        reach_of(
            km=km,
            minutes=minutes,
            by=by,
            roads=roads,
            detour=1.0 if straight and detour is None else detour,
            year=year,
            kinds=kinds,
        ),
        place=place,
        usual={"km": usual.reaches_km, "min": usual.reaches_min},
        kinds=usual_kinds(sites.table, place=place) if facilities is None else (),
    )
    measure = standard.mode.measure
    parameters: dict[str, Any] = {
        f"reaches_{measure}": [float(reach) for reach in standard.reaches],
        "year": standard.year,
        "kinds": list(standard.kinds),
    }
    inputs, found = {"sites": sites}, None
    if isinstance(standard.mode, ByRoad):
        if by_site:
            raise OptionError(
                Text(
                    "by_site 用于直线距离，按公路时不分设施",
                    "by_site is for straight distances; by road areas are of all facilities",
                )
            )
        # roads of the workspace are told with their source
        name = roads or place.roles.layer("roads", listed)
        if name in listed:
            inputs["roads"] = load.load_layer(name, place=place)
        found = areas_of_mode(
            standard.mode,
            gpd.GeoDataFrame(sites.table),
            reaches=standard.reaches,
            year=standard.year,
            kinds=standard.kinds,
        )
    else:
        parameters |= {"detour": 1.0 if detour is None else detour, "by_site": by_site}
    areas, more = derive(
        "service_areas",
        inputs,
        parameters,
        name="areas",
        title=Text("服务范围", "Service areas"),
        place=place,
        found=found,
    )
    below = place.roles.optional("prefectures", listed) if facilities is None else None
    way = Text("直线距离", "straight distance") if straight else standard.mode.title
    return Answer(
        title=Text(f"服务范围（{way.zh}）", f"Service areas ({way.en})"),
        layers=(areas, replace(sites, worth=None)),
        lang=language(lang, place),
        place=place,
        left_out=(*told, *more),
        ground=(load.load_layer(below, place=place),) if below else (),
        styles={
            "areas": Style(
                kind="choropleth", column=f"upto_{measure}", classes=len(standard.reaches)
            ),
            sites.spec.name: Style(kind="points", color="#d55e00"),
        },
    )


@in_language
def accessibility(
    facilities: Given | None = None,
    demand: Given | None = None,
    *,
    km: float | Sequence[float] | None = None,
    weights: Sequence[float] = (),
    detour: float | None = None,
    year: int | None = None,
    kinds: Sequence[str] | None = None,
    quantity: str | None = None,
    decay: DecayOptions | None = None,
    method: Literal["2sfca", "3sfca"] = "2sfca",
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Weigh the capacity within reach of each point against the demand that shares it (2SFCA).

    Two-step floating catchment area (Luo and Wang 2003), with several distances and a weight for
    each, or a decay, its enhanced form (Luo and Qi 2009), and with three steps that of Wan, Zou and
    Sternberg (2012).

    Parameters
    ----------
    facilities : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points with ``capacity``; the network of the workspace if left out.
    demand : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points to be served; those of the workspace if left out.
    km : float or sequence of float, optional
        One distance, or the zones, rising; the longest of the workspace if left out.
    weights : sequence of float
        One for each zone, falling; not needed for one distance.
    detour, year, kinds
        As in :func:`coverage`.
    quantity : str, optional
        Column of the demand that competes, in the unit of the capacity; that of the workspace if
        left out.
    decay : mapping, optional
        How a facility's weight falls within the distance: ``form`` with its parameters, in km, as
        ``{"form": "gaussian", "bandwidth": 20}``, ``exponential`` with ``rate``, ``power`` with
        ``exponent`` and ``floor``, ``linear``; in the place of ``weights``.
    method : {"2sfca", "3sfca"}
        By ``3sfca`` demand first divides itself among the facilities in its reach.
    workspace, lang
        As in :func:`coverage`.

    Returns
    -------
    Answer
        The demand with ``access`` (capacity for one of the quantity; empty where it is not
        known), ``access_low`` and ``access_high``. A facility known to its prefecture alone
        counts as nothing in the lowest, and opens the highest of whatever it may serve, by name.

    Raises
    ------
    DataError, DatumError, OptionError, FileError, DeclarationError
        As in :func:`coverage`.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import gisplan as gp
    >>> towns = gpd.GeoDataFrame(
    ...     {"people": [500, 300]}, geometry=gpd.points_from_xy([104, 104.1], [36, 36]), crs=4326
    ... )
    >>> clinics = gpd.GeoDataFrame(
    ...     {"capacity": [40]}, geometry=gpd.points_from_xy([104.05], [36]), crs=4326
    ... )
    >>> gp.accessibility(clinics, towns, km=20, quantity="people").table["access"].tolist()
    [0.05, 0.05]
    """
    asked = network_asked(
        facilities,
        demand,
        reach=reach_of(
            km=km, minutes=None, by="distance", roads="", detour=detour, year=year, kinds=kinds
        ),
        quantity=quantity,
        workspace=workspace,
        lang=lang,
    )
    standard = asked.standard
    if km is None and not weights:
        standard = one_reach(standard)
    parameters: dict[str, Any] = {
        **parameters_of(standard, asked.quantity),
        "weights": [float(weight) for weight in weights],
        "detour": cast("Any", standard.mode).detour,
        "method": method,
        **({"decay": dict(decay)} if decay else {}),
    }
    found, told = derive(
        "accessibility",
        {"demand": asked.demand, "sites": asked.facilities, **borders_asked(asked)},
        parameters,
        name="access",
        title=Text("可达性", "Accessibility"),
        place=asked.place,
    )
    return Answer(
        title=_METHODS[method],
        layers=(found, replace(asked.facilities, worth=None)),
        lang=asked.lang,
        place=asked.place,
        left_out=(*asked.told, *told),
        ground=asked.ground,
        styles={
            "access": Style(kind="points", color="#0072b2"),
            asked.facilities.spec.name: Style(kind="points", color="#d55e00"),
        },
    )


@in_language
def market_shares(
    facilities: Given | None = None,
    demand: Given | None = None,
    *,
    km: float | None = None,
    decay: DecayOptions,
    attraction: str = "capacity",
    exponent: float = 1.0,
    detour: float | None = None,
    year: int | None = None,
    kinds: Sequence[str] | None = None,
    quantity: str | None = None,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Share demand out among the facilities in its reach by attraction and distance (Huff 1964).

    Parameters
    ----------
    facilities : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points with the attraction; the network of the workspace if left out.
    demand : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points to be shared out; those of the workspace if left out.
    km : float, optional
        Beyond it nobody goes; the longest of the workspace if left out.
    decay : mapping
        How attraction falls with distance, in km: Huff's own is a power, as
        ``{"form": "power", "exponent": 2, "floor": 1}``; see :func:`accessibility`.
    attraction : str
        Column of the facilities that attracts, 0 or more.
    exponent : float
        Of the attraction; 1 as in Huff's own model.
    detour, year, kinds
        As in :func:`coverage`.
    quantity : str, optional
        Column of the demand that is shared out; that of the workspace if left out.
    workspace, lang
        As in :func:`coverage`.

    Returns
    -------
    Answer
        The facilities with ``expected_low`` and ``expected_high`` (of the quantity),
        ``share_low`` and ``share_high`` (0 to 100, of all demand); ``.tables`` also ``points``
        (``likeliest_site``, ``likeliest_share``) and ``lines`` (the share of each pair).

    Raises
    ------
    DataError, DatumError, OptionError, FileError, DeclarationError
        As in :func:`coverage`.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import gisplan as gp
    >>> towns = gpd.GeoDataFrame(
    ...     {"people": [500, 300]}, geometry=gpd.points_from_xy([104, 104.1], [36, 36]), crs=4326
    ... )
    >>> shops = gpd.GeoDataFrame(
    ...     {"capacity": [40, 40]}, geometry=gpd.points_from_xy([104, 104.1], [36, 36]), crs=4326
    ... )
    >>> power = {"form": "power", "exponent": 2, "floor": 1}
    >>> told = gp.market_shares(shops, towns, km=20, decay=power, quantity="people")
    >>> told.table["expected_low"].round(1).tolist()
    [497.6, 302.4]
    """
    asked = network_asked(
        facilities,
        demand,
        reach=reach_of(
            km=km, minutes=None, by="distance", roads="", detour=detour, year=year, kinds=kinds
        ),
        quantity=quantity,
        workspace=workspace,
        lang=lang,
    )
    parameters: dict[str, Any] = {
        **parameters_of(asked.standard, asked.quantity, one=True),
        "decay": dict(decay),
        "attraction": attraction,
        "exponent": float(exponent),
        "detour": cast("Any", asked.standard.mode).detour,
    }
    titles = {
        "sites": Text("市场份额：设施", "Market shares: facilities"),
        "points": Text("市场份额：需求点", "Market shares: demand"),
        "lines": Text("市场份额：去向", "Market shares: who goes where"),
    }
    inputs = {"demand": asked.demand, "sites": asked.facilities, **borders_asked(asked)}
    tables = {name: gpd.GeoDataFrame(layer.table) for name, layer in inputs.items()}
    found = coverage.market_shares(
        tables["demand"],
        tables["sites"],
        areas=tables.get("areas"),
        units=tables.get("units"),
        **parameters,
    )
    layers = tuple(
        derive(
            "market_shares",
            inputs,
            parameters,
            name=table,
            title=title,
            place=asked.place,
            found=found.one(table),
            table=table,
        )[0]
        for table, title in titles.items()
    )
    return Answer(
        title=Text("市场份额（Huff 模型）", "Market shares (Huff's model)"),
        layers=layers,
        lang=asked.lang,
        place=asked.place,
        left_out=(*asked.told, *found.left_out),
        ground=asked.ground,
        styles={
            "sites": Style(kind="points", color="#d55e00"),
            "points": Style(kind="points", color="#0072b2"),
            "lines": Style(kind="flows", column="amount", color="#8e0152", weight=8.0),
        },
    )
