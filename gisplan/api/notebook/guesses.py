"""Names that a person guesses from other tools, and what they are called here."""

from __future__ import annotations

import difflib
import inspect
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path, PurePath

from gisplan.api.sites.options import MODELS, Model
from gisplan.errors import FileError, OptionError
from gisplan.text import Text

#: An option of the command line.
_OPTION = re.compile(r"(?<![\w-])--([a-z][a-z-]*[a-z])")
#: What is left out where names of models are compared.
_NO_MARKS = {ord(mark): None for mark in "-_ "}

#: Options by the names of QGIS, osmnx, spopt, access, scikit-learn.
_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "km": (
        *("distance", "dist", "radius", "reach", "reaches", "threshold", "max_distance", "buffer"),
        *("service_radius", "distance_km", "max_cost", "cutoff", "catchment"),
    ),
    "minutes": ("time", "travel_time", "trip_times", "trip_time", "max_time", "mins"),
    "by": ("mode", "metric", "network_type", "method", "measure"),
    "roads": ("network", "graph", "G", "edges"),
    "quantity": (
        *("weight", "weights", "weights_cols", "weight_col", "demand_value", "demand_col"),
        *("population", "pop", "value", "column", "field"),
    ),
    "new": ("p", "p_facilities", "n", "n_sites", "k", "count", "number"),
    "facilities": ("sites", "supply", "supply_df", "centers", "centres", "locations"),
    "demand": ("clients", "customers", "demand_df", "population_points", "points"),
    "candidates": ("sites", "facility_candidates", "potential_sites"),
    "distance_km": ("eps", "radius", "distance", "max_distance", "km"),
    "minimum": ("min_samples", "min_points", "minPts", "min_size", "minpts"),
    "kinds": ("kind", "types", "type", "category"),
    "regions": ("zones", "areas", "polygons", "overlay", "group_by"),
    "budget": ("cost", "max_budget"),
    "seconds": ("time_limit", "timeout"),
    "format": ("driver", "formats", "file_format"),
    "to": ("path", "folder", "output", "out", "filename", "directory"),
    "out": ("to", "path", "file", "filename", "fname", "output", "savefig"),
    "datum": ("crs", "to_crs", "srid"),
    "weights": ("weight", "w"),
    "lang": ("language", "locale"),
    "workspace": ("place", "project", "root"),
}
#: Said where the areas may be meant, and not who is inside.
_AREAS = "; for the areas gp.service_areas(facilities, minutes=…, by='road')"
#: Said where a file of one's own, or a layer, may be meant.
_TABLES = "gp.layer(name) for a layer; a file or GeoDataFrame of your own goes into any question"
#: Functions and classes of other tools, with what asks the same here.
_QUESTIONS: Mapping[str, str] = {
    "isochrones": "gp.coverage(facilities, demand, minutes=…, by='road')" + _AREAS,
    "isochrone": "gp.coverage(facilities, demand, minutes=…, by='road')" + _AREAS,
    "service_area": "gp.service_areas(facilities, km=…)",
    "buffer": "gp.service_areas(facilities, km=…)",
    "nearest": "gp.coverage(facilities, demand, km=…).table[['nearest', 'cost_km']]",
    "nearest_facility": "gp.coverage(facilities, demand, km=…).table[['nearest', 'cost_km']]",
    "distance_matrix": "gp.coverage(facilities, demand, km=…).table[['nearest', 'cost_km']]",
    "od_matrix": "gp.coverage(facilities, demand, km=…).table[['nearest', 'cost_km']]",
    "two_step_fca": "gp.accessibility(facilities, demand, km=…)",
    "enhanced_two_stage_fca": "gp.accessibility(facilities, demand, km=[…], weights=[…])",
    "three_stage_fca": "gp.accessibility(facilities, demand, km=…, decay=…, method='3sfca')",
    "vrp": "gp.collection_routes(stops, depots, unloading, vehicles=…, quantity=…)",
    "huff": "gp.market_shares(facilities, demand, km=…, decay=…)",
    "mclp": "gp.suggest_sites(candidates, facilities, demand, new=…, model='mclp')",
    "MCLP": "gp.suggest_sites(candidates, facilities, demand, new=…, model='mclp')",
    "lscp": "gp.suggest_sites(candidates, facilities, demand, model='lscp')",
    "LSCP": "gp.suggest_sites(candidates, facilities, demand, model='lscp')",
    "pmedian": "gp.suggest_sites(candidates, facilities, demand, new=…, model='p_median')",
    "PMedian": "gp.suggest_sites(candidates, facilities, demand, new=…, model='p_median')",
    "p_median": "gp.suggest_sites(candidates, facilities, demand, new=…, model='p_median')",
    "PCenter": "gp.suggest_sites(candidates, facilities, demand, new=…, model='p_centre')",
    "location_allocation": "gp.suggest_sites(candidates, facilities, demand, new=…)",
    "suggest": "gp.suggest_sites", "evaluate": "gp.evaluate_sites", "sites": "gp.suggest_sites",
    "dbscan": "gp.clusters(places, distance_km=…, minimum=…)",
    "cluster": "gp.clusters(places, distance_km=…, minimum=…)",
    "location_quotient": "gp.layer('industry_quotients')",
    "location_quotients": "gp.layer('industry_quotients')",
    "weighted_overlay": "gp.suitability(criteria, weights=…)",
    **dict.fromkeys(
        (
            *("read", "read_file", "read_files", "read_table", "read_layer", "read_geojson"),
            *("read_gpkg", "read_shapefile", "read_shp", "read_parquet", "load", "load_file"),
            *("load_table", "load_data", "open_file", "open_table", "from_file", "GeoDataFrame"),
        ),
        _TABLES,
    ),
    **dict.fromkeys(
        ("read_excel", "read_csv", "load_excel", "load_csv", "from_csv", "from_excel"),
        "gp.coverage and the others take files as they are; gp.layer(name) for one of the"
        " workspace, gp.points(table) for a table of coordinates",
    ),
    **dict.fromkeys(
        ("import_table", "import_", "import_file", "import_data", "import_layer", "importing"),
        "the command gisplan import; a question takes files as they are",
    ),
    **dict.fromkeys(
        ("save", "write", "to_excel", "to_csv", "to_geojson", "write_file", "dump", "formats"),
        "the .to_excel(path), .to_geojson(path) or .to_file(path) of an answer, or gp.export",
    ),
    **dict.fromkeys(
        ("open", "open_workspace", "load_workspace", "workspace", "project", "init"),
        "workspace=… of any question",
    ),
    "get_layer": "gp.layer(name)", "data": "gp.layer(name)", "tables": "gp.layers()",
    "list_layers": "gp.layers()",
    "targets": "gp.scorecard()",
    "to_file": "gp.layer(name).to_file(path), or gp.export(name, format=…, to=…)",
    "regions": "gp.load_regions().find(name)", "find": "gp.load_regions().find(name)",
    "geocode": "gp.load_regions().find(name)",
    "graph_from_place": "by='road': the workspace's roads, or roads=… of your own",
    "plot": "gp.figure(map), or the .plot() of an answer",
    "render": "gp.build(maps=…), or the .map() of an answer",
    "places": "gp.load_regions().find(name)", "catalog": "gp.layers()",
    "analysis": "gp.coverage, gp.suggest_sites and the others of dir(gp)",
    "map": "gp.build(maps=…), or the .map() of an answer",
}  # fmt: skip
#: Formats by the names that GDAL and people have for them.
_FORMATS: Mapping[str, str] = {
    "geopackage": "gpkg", "esri shapefile": "shapefile", "shp": "shapefile",
    "geoparquet": "parquet", "fgb": "flatgeobuf", "geojsonl": "geojsonseq",
    "openfilegdb": "filegdb", "gdb": "filegdb", "excel": "xlsx", "postgresql": "postgis",
    "geotiff": "cog", "qgz": "qgis",
}  # fmt: skip
#: What a person looks for at an answer.
_OF_ANSWER: Mapping[str, str] = {
    "gdf": ".table",
    "df": ".table",
    "data": ".table",
    "geodataframe": ".table",
    "result": ".table",
    "results": ".tables",
    "crs": ".table.crs",
    "geometry": ".table.geometry",
    "to_csv": ".table.to_csv",
    "show": ".map()",
    "save": ".map().save(path), .to_excel(path) or .to_geojson(path)",
    "metadata": ".columns, .worth, .notes and .sources",
    "units": ".columns",
}


def option_meant(wrong: str, there: Collection[str]) -> str:
    """Find which option a wrong name means.

    Parameters
    ----------
    wrong : str
        What was given.
    there : collection of str
        Options that the question takes.

    Returns
    -------
    str
        One of them; empty if none is like it.
    """
    for right, guesses in _OPTIONS.items():
        if right in there and wrong in guesses:
            return right
    near = difflib.get_close_matches(wrong, there, n=1, cutoff=0.7)
    return near[0] if near else ""


def no_such_option(question: str, wrong: str, there: Collection[str]) -> Text:
    """Say that a question has no option of a name, and which it has.

    Parameters
    ----------
    question : str
        Name of the function.
    wrong : str
        What was given.
    there : collection of str
        Options that it takes.

    Returns
    -------
    Text
        The sentence.
    """
    meant = option_meant(wrong, there)
    every = ", ".join(there)
    if not meant:
        return Text(
            f"gp.{question} 没有选项 {wrong}；有：{every}",
            f"gp.{question} has no option {wrong}; there are: {every}",
        )
    return Text(
        f"gp.{question} 没有选项 {wrong}，这里叫 {meant}；有：{every}",
        f"gp.{question} has no option {wrong}; it is called {meant} here. There are: {every}",
    )


def wrong_call(question: str, wrong: TypeError, signature: inspect.Signature) -> Text:
    """Say what a call lacks, or has too much of, and which options are said by name.

    Parameters
    ----------
    question : str
        Name of the function.
    wrong : TypeError
        As :meth:`inspect.Signature.bind` raises it.
    signature : inspect.Signature
        Of the function.

    Returns
    -------
    Text
        The sentence.
    """
    every = signature.parameters.values()
    named = ", ".join(f"{one.name}=" for one in every if one.kind is one.KEYWORD_ONLY)
    plain = ", ".join(one.name for one in every if one.kind is not one.KEYWORD_ONLY)
    lacks = re.search(r"missing a required .*'(\w+)'", str(wrong))
    if lacks:
        return Text(
            f"gp.{question} 还须写 {lacks[1]}；要写：{plain or '（无）'}；按名称写的：{named}",
            f"gp.{question} needs {lacks[1]} too; it takes: {plain or '(none)'}; and by name:"
            f" {named}",
        )
    return Text(
        f"gp.{question} 不写名称的只有：{plain or '（无）'}；其余写名称：{named}",
        f"gp.{question} takes without a name: {plain or '(nothing)'}; all else is said by name:"
        f" {named}",
    )


def format_meant(name: str) -> str:
    """Give a format by a name as GDAL or a person writes it.

    Parameters
    ----------
    name : str
        As ``GPKG``, ``ESRI Shapefile``, ``GeoPackage``.

    Returns
    -------
    str
        As it is called here; in small letters where it is none.
    """
    small = str(name).strip().lower().removeprefix(".")
    return _FORMATS.get(small, small)


def check_layer_names(given: Sequence[object]) -> None:
    """Check that an export is asked for layers by their names.

    Parameters
    ----------
    given : sequence of object
        What was given.

    Raises
    ------
    OptionError
        If a table or the name of a file is among them.
    """
    for one in given:
        if not isinstance(one, str | PurePath):
            kind = type(one).__name__
            raise OptionError(
                Text(
                    f"gp.export 按名字写出工作区的图层，不收 {kind}；自己的表用其 to_file 写出",
                    f"gp.export takes names of the workspace's layers, not a {kind}; write a table"
                    " of your own by its to_file",
                )
            )
        ending = PurePath(one).suffix
        if isinstance(one, PurePath) or ending:
            raise OptionError(
                Text(
                    f"{one} 不是图层名；写到哪个文件夹用 to=，格式用 format=；"
                    f"一个图层写成一个文件：gp.layer(图层名).to_file({str(one)!r})",
                    f"{one} is not the name of a layer; say the folder by to=… and the format by"
                    f" format=…; one layer into one file: gp.layer(name).to_file({str(one)!r})",
                )
            )


def as_arguments(words: Text) -> Text:
    """Name options of the command as the arguments that they are in Python.

    Parameters
    ----------
    words : Text
        What an error says, as for the command line.

    Returns
    -------
    Text
        The same with ``by="road"`` in the place of ``--by road``, and ``km`` of ``--km``.
    """

    def plain(said: str) -> str:
        said = said.replace("--by road", 'by="road"')
        return _OPTION.sub(lambda found: found[1].replace("-", "_"), said)

    return Text(plain(words.zh), plain(words.en))


def model_meant(name: Model) -> Model:
    """Give a siting model by a name as it is written elsewhere.

    Parameters
    ----------
    name : str
        As ``p-median``, ``PMedian``, ``p_center``, ``MCLP``.

    Returns
    -------
    str
        As it is called here; the name itself where it is none.
    """
    plain = str(name).lower().replace("center", "centre").translate(_NO_MARKS)
    return next((known for known in MODELS if known.translate(_NO_MARKS) == plain), name)


def question_meant(name: str, there: Collection[str]) -> str:
    """Find what asks the same here as a function of another tool does.

    Parameters
    ----------
    name : str
        Name of that function.
    there : collection of str
        Names that may be asked.

    Returns
    -------
    str
        As it is written; empty if nothing is like it.
    """
    if name in _QUESTIONS:
        return _QUESTIONS[name]
    near = difflib.get_close_matches(name, there, n=1, cutoff=0.7)
    return f"gp.{near[0]}" if near else ""


def part_meant(name: str, there: Collection[str]) -> str:
    """Find what of an answer is meant.

    Parameters
    ----------
    name : str
        What was asked for.
    there : collection of str
        What an answer has.

    Returns
    -------
    str
        As it is written; empty if nothing is like it.
    """
    if name in _OF_ANSWER:
        return _OF_ANSWER[name]
    from geopandas import GeoDataFrame

    # what a person does with the table next: to_crs, explore, head, groupby …
    if hasattr(GeoDataFrame, name):
        return f".table.{name}"
    near = difflib.get_close_matches(name, there, n=1, cutoff=0.7)
    return f".{near[0]}" if near else ""


def check_no_map_name(folder: object) -> None:
    """Check that a build is given a folder, and not the name of a map.

    Parameters
    ----------
    folder : object
        What was given for the workspace.

    Raises
    ------
    FileError
        If there is no such folder, and its name is one word.
    """
    if isinstance(folder, str) and folder.isidentifier() and not Path(folder).exists():
        raise FileError(
            Text(
                f"没有这个文件夹：{folder}；若指地图：gp.build(maps={folder!r})",
                f"no such folder: {folder}; if it is a map: gp.build(maps={folder!r})",
            )
        )
