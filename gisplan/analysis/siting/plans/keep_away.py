"""How far candidates are from layers that sizes keep away from: homes, water, protected areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from gisplan.analysis.siting.plans.menu import PlanTerms, PlanTier
from gisplan.analysis.siting.plans.network_problem import AWAY, PlanProblem
from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.arrays import Floats, Objects
from gisplan.errors import DatumError, OptionError
from gisplan.text import Text

#: Below the least km of a degree of latitude, and of longitude at the equator.
_KM_PER_DEGREE = 110.0
_GEOD = pyproj.Geod(ellps="WGS84")
#: How many are named in a sentence.
_NAMED = 5


def distances_to_layers(
    places: gpd.GeoDataFrame,
    unwelcome: Mapping[str, gpd.GeoDataFrame],
    terms: PlanTerms,
    *,
    titles: Mapping[str, Text] | None = None,
) -> tuple[pd.DataFrame, tuple[Text, ...]]:
    """Give how far each place is from each layer that some size keeps away from.

    Parameters
    ----------
    places : geopandas.GeoDataFrame
        Points, in any CRS.
    unwelcome : mapping of str to geopandas.GeoDataFrame
        Polygons, lines and points by the name of their layer, in any CRS.
    terms : PlanTerms
        Whose sizes say ``away_km``: a number for all layers, or one for each by its name.
    titles : mapping of str to Text, optional
        Of the layers, for what is told; their names if left out.

    Returns
    -------
    distances : pandas.DataFrame
        One column ``away_km.NAME`` a layer, in km along the geodesic, indexed as the places;
        infinite beyond the greatest distance asked for.
    told : tuple of Text
        Layers that no size keeps away from.

    Raises
    ------
    OptionError
        If a size names a layer that is not given, or none is given.
    DatumError
        If a layer has no CRS.

    Notes
    -----
    The nearest place of a shape is looked for in degrees that are scaled to km at the point, its
    distance is that of the geodesic of WGS 84. Edges run straight between their corners in
    degrees, as GeoJSON has them. Within 10 km the way to the place found is longer than that to
    the nearest one by less than a metre in a thousand.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.siting.plans import Phase, PlanTerms, PlanTier, Size
    >>> from gisplan.analysis.siting.plans.keep_away import distances_to_layers
    >>> size = Size(name="s", capacity=1, cost=1, away_km={"homes": 2.0, "lakes": 5.0})
    >>> terms = PlanTerms(tiers=(PlanTier(name="x", sizes=(size,)),), phases=(Phase(year=2030),))
    >>> spot = gpd.GeoDataFrame(geometry=[shapely.Point(104, 36)], crs=4326)
    >>> homes = gpd.GeoDataFrame(geometry=[shapely.Point(104.01, 36)], crs=4326)
    >>> lakes = gpd.GeoDataFrame(geometry=[shapely.box(103, 36.1, 105, 37)], crs=4326)
    >>> distances_to_layers(spot, {"homes": homes, "lakes": lakes}, terms)[0].round(3)
       away_km.homes  away_km.lakes
    0          0.902            inf
    """
    sizes = [(tier, size) for tier in terms.tiers for size in tier.sizes]
    if not unwelcome and any(size.keeps_off() > 0 for _, size in sizes):
        raise OptionError(
            Text(
                "规模有 away_km，但没有给出要避让的图层（away）",
                "a size has away_km, but no layer to keep away from is given (away)",
            )
        )
    for tier, size in sizes:
        for name in size.away_from:
            if name not in unwelcome:
                raise no_such_layer(f"{tier.name}/{size.name}", name, tuple(unwelcome))
    limits = {name: max((s.keeps_off(name) for _, s in sizes), default=0.0) for name in unwelcome}
    found = {
        f"{AWAY}.{name}": _nearest(places, name, shapes, limits[name])
        for name, shapes in unwelcome.items()
        if limits[name] > 0
    }
    idle = [name for name in unwelcome if f"{AWAY}.{name}" not in found]
    told: tuple[Text, ...] = ()
    if idle:
        said = [_titled(name, titles) for name in idle]
        told = (
            Text(
                f"没有规模避让{'、'.join(one.zh for one in said)}（规模的 away_km 中没有它），未计",
                f"no size keeps away from {', '.join(one.en for one in said)} (it is not in any "
                "away_km), so it "
                "does not count",
            ),
        )
    return pd.DataFrame(found, index=places.index), told


def _titled(name: str, titles: Mapping[str, Text] | None) -> Text:
    return (titles or {}).get(name, Text(name, name))


def too_near(
    problem: PlanProblem,
    places: gpd.GeoDataFrame,
    *,
    titles: Mapping[str, Text] | None = None,
) -> tuple[Text, ...]:
    """Say which candidates are too near to what is unwelcome for every size, and to which layer.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.
    places : geopandas.GeoDataFrame
        Candidates and plants by ``id``, with ``name_zh`` and ``name_en``.
    titles : mapping of str to Text, optional
        Of the layers that are kept away from; their names if left out.

    Returns
    -------
    tuple of Text
        A sentence, if there are any.
    """
    named = places.set_index("id").reindex(problem.sites)
    asked = [_asked(tier, problem.away) for tier in problem.terms.tiers]
    said: dict[str, tuple[str, str]] = {}
    count = 0
    for j in map(int, np.flatnonzero(~problem.stands & (problem.moves < 0))):
        within = asked[problem.tier[j]] > problem.away_km[j]
        if not len(within) or not within.any(axis=1).all():
            continue
        count += 1
        layers = [
            (_titled(name, titles), f"{problem.away_km[j, k]:.2f}")
            for k, name in enumerate(problem.away)
            if within[:, k].any()
        ]
        far_zh = "、".join(f"{name.zh} {km} 千米".lstrip() for name, km in layers)
        far_en = ", ".join(f"{name.en} {km} km".lstrip() for name, km in layers)
        zh, en = (str(named[f"name_{lang}"].iloc[j]) for lang in ("zh", "en"))
        said.setdefault(zh, (f"{zh}（{far_zh}）", f"{en} ({far_en})"))
    if not count:
        return ()
    shown = list(said.values())[:_NAMED]
    more = (" 等", ", …") if len(said) > _NAMED else ("", "")
    return (
        Text(
            f"{count} 个候选点离要避让的地方太近，不能建任何规模："
            f"{'、'.join(zh for zh, _ in shown)}{more[0]}",
            f"{count} candidate(s) are too near to what is to be kept away from, for any size: "
            f"{', '.join(en for _, en in shown)}{more[1]}",
        ),
    )


def no_such_layer(size: str, name: str, there: Sequence[str]) -> OptionError:
    """Say that a size keeps away from a layer that is not given.

    Parameters
    ----------
    size : str
        Its name, with that of its tier.
    name : str
        The layer that it names.
    there : sequence of str
        Layers that are given.

    Returns
    -------
    OptionError
        That says which there are.
    """
    return OptionError(
        Text(
            f"规模 {size} 的 away_km 中有图层 {name}，要避让的图层（away）中没有它；"
            f"有：{'、'.join(there)}",
            f"size {size}: away_km has layer {name}, which is not among those to keep away from "
            f"(away); there are: {', '.join(there)}",
        )
    )


def _asked(tier: PlanTier, layers: Sequence[str]) -> Floats:
    sizes = [size for size in tier.sizes if size.action == "build"]
    asked = [[size.keeps_off(name) for name in layers] for size in sizes]
    return np.array(asked, dtype=float).reshape(len(sizes), len(layers))


def _nearest(places: gpd.GeoDataFrame, name: str, shapes: gpd.GeoDataFrame, limit: float) -> Floats:
    """Give the distance to the nearest shape of a layer.

    Parameters
    ----------
    places : geopandas.GeoDataFrame
        Points.
    name : str
        Of the layer.
    shapes : geopandas.GeoDataFrame
        Polygons, lines, points.
    limit : float
        The greatest distance asked for, km.

    Returns
    -------
    numpy.ndarray of float64, shape (places,)
        In km; infinite where none is within the limit.
    """
    if not isinstance(shapes, gpd.GeoDataFrame):
        raise OptionError(
            Text(f"图层 {name} 没有图形，无从避让", f"layer {name} has no shapes to keep away from")
        )
    if shapes.crs is None:
        raise DatumError(
            Text(
                f"要避让的图层 {name} 没有坐标系，请先写明",
                f"layer {name}, to keep away from, has no CRS; state it first",
            )
        )
    parts = shapely.get_parts(shapes.geometry.to_crs(4326).dropna().to_numpy())
    parts = parts[~shapely.is_empty(parts)]
    here = places.geometry.to_crs(4326)
    tree = shapely.STRtree(parts)
    return np.array(
        [_km(x, y, parts, tree, limit) for x, y in zip(here.x, here.y, strict=True)], dtype=float
    )


def _km(x: float, y: float, parts: Objects, tree: shapely.STRtree, limit: float) -> float:
    """Give the distance from a point to the nearest shape.

    Parameters
    ----------
    x, y : float
        Longitude and latitude.
    parts : numpy.ndarray of shapely.Geometry
        Single shapes.
    tree : shapely.STRtree
        Of the shapes.
    limit : float
        How far to look, km.

    Returns
    -------
    float
        In km; infinite beyond the limit.
    """
    # a degree of longitude is shorter at the far edge of the window than here
    high = limit / _KM_PER_DEGREE
    wide = high / max(float(np.cos(np.radians(min(abs(y) + high, 89.0)))), 0.01)
    found = parts[tree.query(shapely.box(x - wide, y - high, x + wide, y + high))]
    if not len(found):
        return np.inf
    # degrees of longitude and latitude in the lengths that they have here
    curved = (1 - _GEOD.es * np.sin(np.radians(y)) ** 2) / (1 - _GEOD.es)
    scale = np.array([np.cos(np.radians(y)) * curved, 1.0])
    near = shapely.transform(found, lambda corners: (corners - (x, y)) * scale)
    one = near[np.argmin(shapely.distance(near, shapely.Point(0, 0)))]
    ends = shapely.get_coordinates(shapely.shortest_line(shapely.Point(0, 0), one))
    at = ends[1] / scale + (x, y)
    km = float(_GEOD.inv(x, y, *at)[2]) / M_PER_KM
    return km if km < limit else np.inf
