"""Sites on request: candidates of the user's evaluated, and sites suggested."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan import candidates, catalog, pipeline, workspace
from gisplan.crs import canonical_datum, to_wgs84
from gisplan.errors import OptionError
from gisplan.export.files import replace_file
from gisplan.inert import inert_csv
from gisplan.locate import Locator
from gisplan.network import HARMLESS
from gisplan.schema import Outcome
from gisplan.service import nearest_in_km, sites_that_count
from gisplan.site_file import FileOptions, sites_of_file
from gisplan.text import LANGS, Text
from gisplan.workspace import Workspace

NETWORK, DEMAND, SEATS = "network", "demand_points", "county_seats"
_ALLOTTED, _PREFECTURES = "prefecture_allocation", "prefectures"
#: Endings of the files that sites, and a curve, are written to.
ENDINGS, CURVE_ENDINGS = (".geojson", ".csv"), (".csv",)
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
    file : FileOptions
        How files of candidates are read, and the datum of coordinates given.
    """

    reach_km: float = 50.0
    year: int = 2020
    kinds: tuple[str, ...] = HARMLESS
    next_kinds: tuple[str, ...] = ("sorting_centre", "recycling_park")
    detour: float = 1.0
    file: FileOptions = field(default_factory=FileOptions)


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


def points(
    given: Sequence[str],
    *,
    place: Workspace | None = None,
    options: FileOptions | None = None,
) -> Outcome:
    """Take candidates from the command line.

    Parameters
    ----------
    given : sequence of str
        ``LON,LAT`` in degrees, or files as :func:`gisplan.site_file.sites_of_file` reads.
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : FileOptions, optional
        Its datum is that of coordinates typed too: WGS 84 if none is named.

    Returns
    -------
    Outcome
        ``id``, ``name_zh``, ``name_en``, points in EPSG:4326, in the order given; what was
        repaired or assumed is told.

    Raises
    ------
    FileError, DataError
        If a file can't be used.
    OptionError, DatumError
        If a pair is not in degrees, an id stands twice, or the datum is unknown.
    """
    options = options or FileOptions()
    parts: list[gpd.GeoDataFrame] = []
    told: list[Text] = []
    typed = 0
    for words in given:
        pair = _PAIR.fullmatch(words)
        if pair is None:
            found = sites_of_file(Path(words), place=place, options=options)
            parts.append(found.table[["id", "name_zh", "name_en", "geometry"]])
            told += found.left_out
            continue
        typed += 1
        facts = {"id": f"#{typed}", "name_zh": words.strip(), "name_en": words.strip()}
        shape = _typed(words, (float(pair[1]), float(pair[2])), options.datum)
        parts.append(gpd.GeoDataFrame([facts], geometry=shape))
    table = gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), geometry="geometry", crs=4326)
    twice = table["id"][table["id"].duplicated()]
    if len(twice):
        raise OptionError(
            Text(f"不同文件中编号重复：{twice.iloc[0]}", f"id given in two files: {twice.iloc[0]}")
        )
    return Outcome(table, tuple(told))


def _typed(words: str, pair: tuple[float, float], datum: str) -> gpd.array.GeometryArray:
    """Make a point of longitude and latitude in a datum."""
    if not (-180 <= pair[0] <= 180 and -90 <= pair[1] <= 90):
        raise OptionError(
            Text(
                f"“{words}”不是经度,纬度（度）；是否写反了？",
                f"“{words}” is not longitude,latitude in degrees; are they swapped?",
            )
        )
    lon, lat = to_wgs84([pair[0]], [pair[1]], datum=canonical_datum(datum or "wgs84"))
    return gpd.points_from_xy(lon, lat, crs=4326)


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
    wanted = points(given, place=place, options=options.file)
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
        gpd.GeoDataFrame(wanted.table),
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
        left_out=(*wanted.left_out, *found.left_out),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What sites are chosen from.

    Parameters
    ----------
    candidates, demand, network : geopandas.GeoDataFrame
        As :func:`gisplan.candidates.suggest` takes them.
    left_out : tuple of Text
        Candidates that don't count, by reason.
    """

    candidates: gpd.GeoDataFrame
    demand: gpd.GeoDataFrame
    network: gpd.GeoDataFrame
    left_out: tuple[Text, ...] = ()


def load(
    place: Workspace | None = None, *, source: str = SEATS, file: FileOptions | None = None
) -> Basis:
    """Load what sites are chosen from.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    source : str
        Layer of candidates, or a file of them: :func:`gisplan.site_file.sites_of_file`.
    file : FileOptions, optional
        How such a file is read.

    Returns
    -------
    Basis

    Raises
    ------
    OptionError, FileError, DataError, DeclarationError
        If the candidates or a layer can't be used.
    """
    place = place or workspace.find()
    own = bool(Path(source).suffix)
    network = _network_of(catalog.load(place).layers)
    names = (DEMAND, *network, *(() if own else (source,)))
    layers = pipeline.load_layers(names, place=place)
    if own:
        given = sites_of_file(Path(source), place=place, options=file)
    else:
        given = Outcome(layers[source].table)
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
        candidates=placed,
        demand=layers[DEMAND].table,
        network=layers[NETWORK].table if network else nothing_stands(),
        left_out=(*given.left_out, *((told,) if lost else ())),
    )


def check_ending(path: Path | None, *endings: str) -> None:
    """Refuse a file that can't be written, by its ending, before anything is worked out.

    Raises
    ------
    OptionError
        If the ending is none of these.
    """
    if path is not None and path.suffix.lower() not in endings:
        zh, en = " 或 ".join(endings), " or ".join(endings)
        raise OptionError(Text(f"{path.name}：请用 {zh}", f"{path.name}: use {en}"))


def write_curve(table: pd.DataFrame, path: Path) -> None:
    """Write the curve of :func:`gisplan.candidates.coverage_curve` as CSV.

    Raises
    ------
    OptionError
        If the ending is another.
    FileError
        If the file can't be written; the old one is then as it was.
    """
    check_ending(path, *CURVE_ENDINGS)
    replace_file(path, inert_csv(table))


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
    check_ending(path, *ENDINGS)
    if path.suffix.lower() == ".geojson":
        replace_file(path, table.to_json(drop_id=True, ensure_ascii=False).encode())
        return
    flat = pd.DataFrame(table.drop(columns="geometry"))
    flat.insert(1, "lon", table.geometry.x)
    flat.insert(2, "lat", table.geometry.y)
    replace_file(path, inert_csv(flat))
