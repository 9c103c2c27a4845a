"""Sites on request: candidates of the user's evaluated, and sites suggested."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan import appraisal, candidates, catalog, pipeline, workspace
from gisplan.errors import OptionError
from gisplan.export.files import replace_file
from gisplan.inert import inert_csv
from gisplan.locate import Locator
from gisplan.network import HARMLESS
from gisplan.service import nearest_in_km, sites_that_count
from gisplan.text import LANGS, Text
from gisplan.workspace import Workspace

NETWORK, DEMAND, SEATS = "network", "demand_points", "county_seats"
_ALLOTTED, _PREFECTURES = "prefecture_allocation", "prefectures"
_PAIR = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,2}(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateOptions:
    """How candidates are evaluated.

    Parameters
    ----------
    reach_km : float
    year : int
    kinds : tuple of str
        Kinds of sites of the network that do the same service; all if empty.
    next_kinds : tuple of str
        Kinds that make up the next tier: the distance to the nearest is told.
    detour : float
    """

    reach_km: float = 50.0
    year: int = 2020
    kinds: tuple[str, ...] = HARMLESS
    next_kinds: tuple[str, ...] = ("sorting_centre", "recycling_park")
    detour: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What candidates would add.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        As :func:`gisplan.candidates.evaluate_sites`, with ``county`` and ``prefecture`` (codes,
        empty outside the province), their names, ``next_site``, ``next_km``, the names of the
        nearest sites, and ``allotted_zh``, ``allotted_en`` (what the plan allots to the
        prefecture).
    quantities : dict of str to Text
        What was counted, with its unit.
    left_out : tuple of Text
    plan : bool
        Whether the workspace has a plan that allots anything.
    """

    table: gpd.GeoDataFrame
    quantities: dict[str, Text]
    left_out: tuple[Text, ...] = field(default=())
    plan: bool = True


def points(given: Sequence[str]) -> gpd.GeoDataFrame:
    """Take candidates from the command line.

    Parameters
    ----------
    given : sequence of str
        ``LON,LAT`` in degrees (WGS 84), or files as :func:`gisplan.appraisal.sites_of_file` reads.

    Returns
    -------
    geopandas.GeoDataFrame
        ``id``, ``name_zh``, ``name_en``, points in EPSG:4326, in the order given.

    Raises
    ------
    FileError, OptionError
        If a file can't be read, a pair is not in degrees, or an id stands twice.
    """
    parts, typed = [], 0
    for words in given:
        pair = _PAIR.fullmatch(words)
        if pair is None:
            found = appraisal.sites_of_file(Path(words))
            parts.append(found[["id", "name_zh", "name_en", "geometry"]])
            continue
        typed += 1
        lon, lat = float(pair[1]), float(pair[2])
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            raise OptionError(
                Text(
                    f"“{words}”不是经度,纬度（度）；是否写反了？",
                    f"“{words}” is not longitude,latitude in degrees; are they swapped?",
                )
            )
        facts = {"id": f"#{typed}", "name_zh": words.strip(), "name_en": words.strip()}
        shape = gpd.points_from_xy([lon], [lat], crs=4326)
        parts.append(gpd.GeoDataFrame([facts], geometry=shape))
    table = gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), geometry="geometry", crs=4326)
    twice = table["id"][table["id"].duplicated()]
    if len(twice):
        raise OptionError(Text(f"编号重复：{twice.iloc[0]}", f"id given twice: {twice.iloc[0]}"))
    return table


def evaluate(
    given: Sequence[str], *, place: Workspace | None = None, options: EvaluateOptions
) -> Evaluation:
    """Evaluate candidates against the network of a workspace.

    Parameters
    ----------
    given : sequence of str
        See :func:`points`.
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : EvaluateOptions

    Returns
    -------
    Evaluation

    Raises
    ------
    OptionError, FileError, DataError, DeclarationError
        If the candidates, an option or a layer can't be used.
    """
    place = place or workspace.find()
    wanted = points(given)
    there = catalog.load(place).layers
    prefectures = _ALLOTTED if _ALLOTTED in there else _PREFECTURES
    needed = (DEMAND, "counties", prefectures)
    layers = pipeline.load_layers((*needed, *_network_of(there)), place=place)
    demand = layers[DEMAND].table
    network = layers[NETWORK].table if NETWORK in layers else nothing_stands()
    quantities = {
        column.name: column.title_with_unit
        for column in layers[DEMAND].spec.columns
        if (column.name == "population" or column.name.startswith("t_"))
        and column.unit is not None
        and demand[column.name].notna().all()
    }
    found = candidates.evaluate_sites(
        wanted,
        demand,
        network,
        reach_km=options.reach_km,
        year=options.year,
        kinds=options.kinds if len(network) else (),
        quantities=tuple(quantities),
        detour=options.detour,
    )
    table = gpd.GeoDataFrame(found.table)
    _next_tier(table, network, options)
    _names(table, network)
    _regions(table, layers["counties"].table, layers[prefectures].table)
    return Evaluation(
        table=table,
        quantities=quantities,
        left_out=found.left_out,
        plan=prefectures == _ALLOTTED,
    )


def _next_tier(
    table: gpd.GeoDataFrame, network: gpd.GeoDataFrame, options: EvaluateOptions
) -> None:
    kinds = tuple(kind for kind in options.next_kinds if kind in set(network["kind"]))
    table["next_site"], table["next_km"] = None, float("nan")
    there = network[:0]
    if kinds:
        there = sites_that_count(network, year=options.year, kinds=kinds).table
    if len(there):
        table[["next_site", "next_km"]] = nearest_in_km(table, there)


def _names(table: gpd.GeoDataFrame, network: gpd.GeoDataFrame) -> None:
    known = network.set_index("id")
    for part in ("nearest", "next"):
        for lang in LANGS:
            table[f"{part}_{lang}"] = table[f"{part}_site"].map(known[f"name_{lang}"])


def _regions(
    table: gpd.GeoDataFrame, counties: gpd.GeoDataFrame, prefectures: pd.DataFrame
) -> None:
    """Add in which units candidates lie, and what the plan allots to the prefecture."""
    found = Locator.from_counties(counties).locate(table.geometry.x, table.geometry.y)
    for level, units in (("county", counties), ("prefecture", prefectures)):
        codes = found[level].astype(object)
        table[level] = codes.where(codes.notna(), None)
        for lang in LANGS:
            table[f"{level}_{lang}"] = _told(codes, units, f"name_{lang}")
    inside = found["prefecture"]
    for lang in LANGS:
        named = (f"{part}_{lang}" for part in ("own", "inside"))
        parts = [_told(inside, prefectures, name) for name in named if name in prefectures]
        if not parts:  # a region without a plan
            table[f"allotted_{lang}"] = None
            continue
        words = ["\n".join(part for part in both if part) for both in zip(*parts, strict=True)]
        table[f"allotted_{lang}"] = pd.Series(words, dtype=object).where(inside.notna())


def _told(codes: pd.Series, units: pd.DataFrame, column: str) -> pd.Series:
    """Give a column of the units for each code, None where there is nothing."""
    words = codes.map(units.set_index("adcode")[column]).astype(object)
    return words.where(words.notna(), None)


def load(
    place: Workspace | None = None, *, source: str = SEATS
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Load what sites are chosen from.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    source : str
        Layer of candidates, or a file of them.

    Returns
    -------
    candidates, demand, network : geopandas.GeoDataFrame
        As :func:`gisplan.candidates.suggest` takes them.

    Raises
    ------
    OptionError, FileError, DeclarationError
        If the candidates or a layer can't be used.
    """
    place = place or workspace.find()
    own = bool(Path(source).suffix)
    network = _network_of(catalog.load(place).layers)
    names = (DEMAND, *network, *(() if own else (source,)))
    layers = pipeline.load_layers(names, place=place)
    wanted = appraisal.sites_of_file(Path(source)) if own else layers[source].table
    if not isinstance(wanted, gpd.GeoDataFrame):
        raise OptionError(Text(f"图层 {source} 没有位置", f"layer {source} has no places"))
    return (
        gpd.GeoDataFrame(wanted[wanted.geometry.notna()]),
        layers[DEMAND].table,
        layers[NETWORK].table if network else nothing_stands(),
    )


def _network_of(layers: Container[str]) -> tuple[str, ...]:
    return (NETWORK,) if NETWORK in layers else ()


def nothing_stands() -> gpd.GeoDataFrame:
    """Give the network of a workspace that declares none: no site stands."""
    numbers = ("start_year", "due_year", "status_year")
    words = ("id", "name_zh", "name_en", "kind", "precision", "stage")
    columns = {name: pd.Series(dtype="str") for name in words}
    columns |= {name: pd.Series(dtype="float64") for name in numbers}
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([], crs=4326))


def write(table: gpd.GeoDataFrame, path: Path) -> None:
    """Write sites as GeoJSON or CSV, by the ending.

    Raises
    ------
    OptionError
        If the ending is another.
    FileError
        If the file can't be written; the old one is then as it was.
    """
    if path.suffix.lower() == ".geojson":
        replace_file(path, table.to_json(drop_id=True, ensure_ascii=False).encode())
        return
    if path.suffix.lower() != ".csv":
        raise OptionError(
            Text(f"{path.name}：请用 .geojson 或 .csv", f"{path.name}: use .geojson or .csv")
        )
    flat = pd.DataFrame(table.drop(columns="geometry"))
    flat.insert(1, "lon", table.geometry.x)
    flat.insert(2, "lat", table.geometry.y)
    replace_file(path, inert_csv(flat))
