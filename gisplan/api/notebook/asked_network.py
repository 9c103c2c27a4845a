"""What questions about a network have in common: its tables, its reach, words for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

import geopandas as gpd

from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import sites_by_standing
from gisplan.analysis.travel import MEASURES
from gisplan.api import load
from gisplan.api import travel as journeys
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.api.notebook.asked import Folder, language, place_of
from gisplan.api.notebook.own_tables import DEMAND, FACILITIES, Given, as_layer, own_layer
from gisplan.api.sites.inputs import nothing_stands
from gisplan.catalog.layer import Layer
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import catalogue
from gisplan.text import Lang, Text

By = Literal["distance", "road"]
#: Where nobody is served by a facility that is not there yet.
_NONE = Text("没有现有设施", "no facilities")


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkAsked:
    """The tables of a question about a network, and how far its sites reach."""

    place: Workspace
    lang: Lang
    demand: Layer
    facilities: Layer
    standard: ServiceStandard
    quantity: str
    told: tuple[Text, ...]
    of_workspace: bool
    ground: tuple[Layer, ...]


def network_asked(
    facilities: Given | Sequence[Any] | None,
    demand: Given | None,
    *,
    reach: ReachOptions,
    quantity: str | None,
    workspace: Folder,
    lang: Lang | None,
    more: Sequence[str] = (),
) -> NetworkAsked:
    """Bring the tables of a question together.

    Parameters
    ----------
    facilities, demand
        As in :func:`~gisplan.coverage`.
    reach : ReachOptions
        How far sites reach.
    quantity, workspace, lang
        As in :func:`~gisplan.coverage`.
    more : sequence of str
        Columns of the demand beside the quantity.

    Returns
    -------
    NetworkAsked
        Layers and standard.
    """
    place = place_of(workspace)
    listed = catalogue.load(place).layers
    column = quantity or place.defaults.quantity
    part = replace(DEMAND, needs=(column, *more), summed=column)
    given = place.roles.layer("demand", listed) if demand is None else demand
    points, told = as_layer(given, part, place=place)
    empty = isinstance(facilities, list | tuple) and not facilities
    own_network = facilities is None
    if empty:
        stands = own_layer(nothing_stands(), "facilities", _NONE)
        more_told: tuple[Text, ...] = ()
    else:
        name = place.roles.layer("network", listed) if own_network else facilities
        stands, more_told = as_layer(cast("Given", name), FACILITIES, place=place)
    usual = place.defaults
    kinds = journeys.usual_kinds(stands.table, place=place) if own_network else ()
    standard = journeys.standard(
        reach,
        place=place,
        usual={"km": usual.reaches_km, "min": usual.reaches_min},
        kinds=kinds,
    )
    # what is of the workspace is drawn on its prefectures
    below = place.roles.optional("prefectures", listed) if demand is None else None
    return NetworkAsked(
        ground=(load.load_layer(below, place=place),) if below else (),
        place=place,
        lang=language(lang, place),
        demand=points,
        facilities=stands,
        standard=standard,
        quantity=column,
        told=(*told, *more_told),
        of_workspace=own_network or (isinstance(facilities, str) and facilities in listed),
    )


def borders_asked(asked: NetworkAsked) -> dict[str, Layer]:
    """Give the borders of units where a facility is known to a whole unit alone.

    Parameters
    ----------
    asked : NetworkAsked
        The tables of the question.

    Returns
    -------
    dict of str to Layer
        ``areas`` and ``units``; empty where each facility has a place, or the workspace has none.
    """
    stood = sites_by_standing(
        gpd.GeoDataFrame(asked.facilities.table),
        year=asked.standard.year,
        kinds=asked.standard.kinds,
    )
    if stood.unplaced.empty:
        return {}
    place, listed = asked.place, catalogue.load(asked.place).layers
    names = {"areas": "counties", "units": "units"}
    found = {key: place.roles.optional(role, listed) for key, role in names.items()}
    if not all(found.values()):
        return {}
    return {key: load.load_layer(name, place=place) for key, name in found.items() if name}


def reach_of(
    *,
    km: float | Sequence[float] | None,
    minutes: float | Sequence[float] | None,
    by: str,
    roads: str,
    detour: float | None,
    year: int | None,
    kinds: Sequence[str] | None,
) -> ReachOptions:
    """Put together how far sites reach, as the other questions take it.

    Parameters
    ----------
    km, minutes : float or sequence of float or None
        Reaches; one of the two.
    by : str
        ``distance`` or ``road``.
    roads : str
        Layer or file of lines.
    detour : float or None
        Factor on the geodesic.
    year : int or None
        What does not stand in it does not count.
    kinds : sequence of str or None
        Kinds that count.

    Returns
    -------
    ReachOptions
        What is left out is the workspace's.
    """

    def several(given: float | Sequence[float] | None) -> tuple[float, ...] | None:
        if given is None:
            return None
        return (float(given),) if isinstance(given, int | float) else tuple(map(float, given))

    return ReachOptions(
        km=several(km),
        minutes=several(minutes),
        year=year,
        kinds=None if kinds is None else tuple(kinds),
        journey=JourneyOptions(by="" if by == "distance" else by, roads=roads, detour=detour),
    )


def one_reach(standard: ServiceStandard) -> ServiceStandard:
    """Take one reach of those there are.

    Parameters
    ----------
    standard : ServiceStandard
        With one reach or several.

    Returns
    -------
    ServiceStandard
        With the longest.
    """
    # of several usual ones the longest holds, as everywhere else
    return replace(standard, reaches=(standard.limit,))


def parameters_of(standard: ServiceStandard, quantity: str, *, one: bool = False) -> dict[str, Any]:
    """Give the parameters of an analysis that a standard stands for.

    Parameters
    ----------
    standard : ServiceStandard
        Which sites count, and how far they reach.
    quantity : str
        Column of the demand.
    one : bool
        Whether the analysis takes one reach alone.

    Returns
    -------
    dict of str to Any
        By name.
    """
    measure = standard.mode.measure
    reach = (
        {f"reach_{measure}": standard.limit}
        if one
        else {f"reaches_{measure}": list(standard.reaches)}
    )
    return {
        **reach,
        "year": standard.year,
        "kinds": list(standard.kinds),
        "quantity": quantity,
    }


def share_of(part: float, whole: float, unit: Text | None = None) -> Text:
    """Write an amount with its share of the whole.

    Parameters
    ----------
    part, whole : float
        Of one unit.
    unit : Text, optional
        What is counted.

    Returns
    -------
    Text
        In both languages.
    """
    zh, en = ("", "") if unit is None else (f" {unit.zh}", f" {unit.en}")
    share = f" ({100 * part / whole:.1f} %)" if whole else ""
    return Text(f"{part:,.0f}{zh}{share}", f"{part:,.0f}{en}{share}")


def reached(zh: str, en: str, standard: ServiceStandard) -> Text:
    """Give a title that says the reach and how it is measured.

    Parameters
    ----------
    zh, en : str
        What is reached.
    standard : ServiceStandard
        How far sites reach.

    Returns
    -------
    Text
        The title.
    """
    unit = MEASURES[standard.mode.measure]
    return Text(
        f"{zh}（{standard.limit:g} {unit.zh}，{standard.mode.title.zh}）",
        f"{en} ({standard.limit:g} {unit.en}, {standard.mode.title.en})",
    )


def measured(layer: Layer, standard: ServiceStandard) -> Any:
    """Say minutes where the declared titles of columns say km.

    Parameters
    ----------
    layer : Layer
        As the analysis declares it, by km.
    standard : ServiceStandard
        How far sites reach.

    Returns
    -------
    LayerSpec
        The declaration.
    """
    if standard.mode.measure == "km":
        return layer.spec
    km, other = MEASURES["km"], MEASURES[standard.mode.measure]
    far = f"{standard.limit:g} "

    def said(words: Text) -> Text:
        return Text(
            words.zh.replace(far + km.zh, far + other.zh),
            words.en.replace(far + km.en, far + other.en),
        )

    columns = tuple(replace(column, title=said(column.title)) for column in layer.spec.columns)
    return replace(layer.spec, columns=columns)
