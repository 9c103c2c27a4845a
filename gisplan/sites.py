"""Sites on request: candidates of the user's evaluated, and sites suggested."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan import appraisal, candidates, pipeline, workspace
from gisplan.candidates import SitingTask, Suggestion
from gisplan.errors import OptionError
from gisplan.export.files import replace_file
from gisplan.inert import inert
from gisplan.locate import Locator
from gisplan.reach.geodesic import nearest_site
from gisplan.regions import Regions
from gisplan.service import sites_that_count
from gisplan.text import Text
from gisplan.workspace import Workspace

NETWORK, DEMAND, SEATS = "network", "demand_points", "county_seats"
_ALLOTTED = "prefecture_allocation"
_PAIR = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,2}(?:\.\d+)?)\s*")
_FARTHEST = 2_000_000.0


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
    kinds: tuple[str, ...] = ("incineration", "landfill")
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
    """

    table: gpd.GeoDataFrame
    quantities: dict[str, Text]
    left_out: tuple[Text, ...] = field(default=())


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
    names = (DEMAND, NETWORK, "counties", _ALLOTTED)
    layers = pipeline.load_layers(names, place=place)
    demand = layers[DEMAND].table
    quantities = {
        column.name: Text(
            f"{column.title.zh}（{column.unit.zh}）", f"{column.title.en} ({column.unit.en})"
        )
        for column in layers[DEMAND].spec.columns
        if (column.name == "population" or column.name.startswith("t_"))
        and column.unit is not None
        and demand[column.name].notna().all()
    }
    found = candidates.evaluate_sites(
        wanted,
        demand,
        layers[NETWORK].table,
        reach_km=options.reach_km,
        year=options.year,
        kinds=options.kinds,
        quantities=tuple(quantities),
        detour=options.detour,
    )
    table = gpd.GeoDataFrame(found.table)
    _next_tier(table, layers[NETWORK].table, options)
    _names(table, layers[NETWORK].table)
    _regions(table, layers["counties"].table, pipeline.load_regions(place))
    _allotted(table, layers[_ALLOTTED].table)
    return Evaluation(table=table, quantities=quantities, left_out=found.left_out)


def _next_tier(
    table: gpd.GeoDataFrame, network: gpd.GeoDataFrame, options: EvaluateOptions
) -> None:
    kinds = tuple(kind for kind in options.next_kinds if kind in set(network["kind"]))
    table["next_site"], table["next_km"] = None, float("nan")
    there = (
        sites_that_count(network, year=options.year, kinds=kinds).table if kinds else network[:0]
    )
    if len(there):
        near = nearest_site(table, there, limit=_FARTHEST)
        table["next_site"] = near["site"].to_numpy()
        table["next_km"] = near["cost"].to_numpy() / 1000


def _names(table: gpd.GeoDataFrame, network: gpd.GeoDataFrame) -> None:
    for part in ("nearest", "next"):
        for lang in ("zh", "en"):
            names = network.set_index("id")[f"name_{lang}"]
            table[f"{part}_{lang}"] = table[f"{part}_site"].map(names)


def _regions(table: gpd.GeoDataFrame, counties: gpd.GeoDataFrame, regions: Regions) -> None:
    locator = Locator.from_counties(counties)
    lon, lat = table.geometry.x.to_numpy(), table.geometry.y.to_numpy()
    codes = locator.locate(lon, lat)["county"]
    found = [None if pd.isna(code) else str(code) for code in codes]
    above = [None if code is None else code[:4] + "00" for code in found]
    for level, units in (("county", found), ("prefecture", above)):
        table[level] = pd.Series(units, index=table.index, dtype=object)
        for lang in ("zh", "en"):
            names = [None if code is None else regions.name(code, lang) for code in units]
            table[f"{level}_{lang}"] = pd.Series(names, index=table.index, dtype=object)


def _allotted(table: gpd.GeoDataFrame, allotted: pd.DataFrame) -> None:
    known = allotted.set_index("adcode")
    for lang in ("zh", "en"):
        words = known[[f"own_{lang}", f"inside_{lang}"]].apply(
            lambda row: "\n".join(str(cell) for cell in row if pd.notna(cell) and cell), axis=1
        )
        table[f"allotted_{lang}"] = table["prefecture"].map(words)


def suggested(
    *, place: Workspace | None = None, source: str = SEATS, task: SitingTask
) -> tuple[Suggestion, gpd.GeoDataFrame]:
    """Suggest sites for the network of a workspace.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    source : str
        Layer of candidates, or a file of them.
    task : SitingTask

    Returns
    -------
    Suggestion, geopandas.GeoDataFrame
        And the demand.

    Raises
    ------
    OptionError, FileError, DataError, DeclarationError
        If the candidates, an option or a layer can't be used.
    """
    wanted, demand, network = _loaded(place, source)
    return candidates.suggest(wanted, demand, network, task), demand


def curve(
    *,
    place: Workspace | None = None,
    source: str = SEATS,
    task: SitingTask,
    most: int,
    reaches_km: Sequence[float],
) -> pd.DataFrame:
    """Give the curve of :func:`gisplan.candidates.coverage_curve` for a workspace.

    Parameters, returns and errors as there and in :func:`suggested`.
    """
    wanted, demand, network = _loaded(place, source)
    return candidates.coverage_curve(
        wanted, demand, network, task, most=most, reaches_km=reaches_km
    )


def _loaded(
    place: Workspace | None, source: str
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame, gpd.GeoDataFrame]:
    place = place or workspace.find()
    own = bool(Path(source).suffix)
    names = (DEMAND, NETWORK, *(() if own else (source,)))
    layers = pipeline.load_layers(names, place=place)
    wanted = appraisal.sites_of_file(Path(source)) if own else layers[source].table
    if not isinstance(wanted, gpd.GeoDataFrame):
        raise OptionError(Text(f"图层 {source} 没有位置", f"layer {source} has no places"))
    return (
        gpd.GeoDataFrame(wanted[wanted.geometry.notna()]),
        layers[DEMAND].table,
        layers[NETWORK].table,
    )


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
    safe = flat.map(lambda cell: inert(cell) if isinstance(cell, str) else cell)
    replace_file(path, safe.to_csv(index=False).encode("utf-8-sig"))
