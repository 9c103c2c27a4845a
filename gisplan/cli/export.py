"""``gisplan export``: layers as files for other programs."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gisplan.api.export import options as asked
from gisplan.api.workspace import Workspace
from gisplan.cli import engine_options as engine
from gisplan.cli.parser import add_overwrite, file_path
from gisplan.cli.terminal import Screen, short, size
from gisplan.errors import OptionError
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.export.run import ExportReport

_EVERY = "every"


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    parser.add_argument(
        "layers",
        nargs="*",
        metavar=Text("图层", "LAYER").get(lang),
        help=Text("写出这些图层", "these layers").get(lang),
    )
    parser.add_argument(
        "--all", action="store_true", help=Text("写出全部图层", "all layers").get(lang)
    )
    parser.add_argument(
        "--format",
        dest="formats",
        action="append",
        choices=(*asked.FORMATS, _EVERY),
        help=Text(
            "格式，可多次给出，默认 gpkg；every 为该坐标系可用的全部文件格式；"
            "postgis 写入 --database 所指的数据库",
            "format, may be given several times (default: gpkg); every: all files that the datum"
            " allows; postgis: into the --database",
        ).get(lang),
    )
    parser.add_argument(
        "--to",
        type=file_path(lang),
        metavar=Text("文件夹", "DIR").get(lang),
        help=Text("写到这个文件夹（默认 exports）", "into this folder (default: exports)").get(
            lang
        ),
    )
    parser.add_argument(
        "--database",
        default="",
        metavar=Text("地址或服务名", "ADDRESS").get(lang),
        help=Text(
            "PostGIS 数据库：postgresql://用户@主机/库名，或 pg_service.conf 中的服务名；"
            "密码宜放在 PGPASSWORD 或 ~/.pgpass 中",
            "PostGIS database: postgresql://USER@HOST/NAME, or a service of pg_service.conf;"
            " its password is best kept in PGPASSWORD or ~/.pgpass",
        ).get(lang),
    )
    parser.add_argument(
        "--schema",
        default="gisplan",
        metavar=Text("模式", "SCHEMA").get(lang),
        help=Text(
            "写入数据库的这个模式（默认 gisplan），没有则新建",
            "schema of the database (default: gisplan), made if it is not there",
        ).get(lang),
    )
    parser.add_argument(
        "--crs",
        default="wgs84",
        metavar=Text("坐标系", "CRS").get(lang),
        help=Text(
            "坐标系，写入文件名：wgs84（默认）、gcj02、"
            "cgcs2000（只用于 gpkg、qgis、shapefile、filegdb、postgis）；"
            "dxf 须写明投影坐标系，如 EPSG:4543",
            "coordinates, named in the files' names: wgs84 (default), gcj02, cgcs2000 (only for"
            " gpkg, qgis, shapefile, filegdb, postgis); dxf needs a projected system, as EPSG:4543",
        ).get(lang),
    )
    add_overwrite(parser, lang)
    engine.arguments(parser, lang)


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Export, and say what was written and what a format could not hold.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    if bool(given.layers) == given.all:
        raise OptionError(
            Text(
                "请写明图层，或用 --all 写出全部（二者选一）；gisplan layers 列出图层",
                "name layers, or give --all for all of them (one of the two); gisplan layers"
                " lists them",
            )
        )
    datum = next((one for one in asked.DATUMS if one == given.crs.lower()), None)
    wanted = given.formats or asked.ExportOptions().formats
    if _EVERY in wanted:
        every = asked.DRAWINGS if datum is None else asked.files_in(datum)
        wanted = [*every, *(name for name in wanted if name == asked.POSTGIS)]
    options = asked.ExportOptions(
        layers=tuple(dict.fromkeys(given.layers)),
        formats=tuple(dict.fromkeys(wanted)),
        datum=datum or "wgs84",
        crs=None if datum else given.crs,
        to=given.to,
        database=given.database,
        schema=given.schema,
        overwrite=given.overwrite,
    )
    from gisplan.api.export.run import NotAllExportedError, export

    execution = engine.execution(given, screen)
    with screen.progress() as progress:
        failed: NotAllExportedError | None = None
        try:
            report = export(place, options=options, progress=progress, execution=execution)
        except NotAllExportedError as error:
            report, failed = error.report, error
    if report.written:
        _files(report, screen)
    if report.stored:
        _tables(report, screen)
    if report.notes:
        notes = [(screen.say(title), screen.say(why)) for title, why in report.notes]
        limits = (
            Text("图层或格式", "layer or format"),
            Text("格式的限制", "what a format could not hold"),
        )
        screen.table(limits, notes)
    if failed is not None:
        raise failed


def _files(report: ExportReport, screen: Screen) -> None:
    rows = [
        (short(item.path), screen.say(item.title), str(item.rows), size(item.size))
        for item in report.written
    ]
    heads = (
        Text("文件", "file"),
        Text("内容", "content"),
        Text("行数", "rows"),
        Text("大小", "size"),
    )
    screen.table(heads, rows, title=Text("已写出", "written"), right=(2, 3))


def _tables(report: ExportReport, screen: Screen) -> None:
    rows = [(item.table, screen.say(item.title), str(item.rows)) for item in report.stored]
    heads = (Text("表", "table"), Text("内容", "content"), Text("行数", "rows"))
    place, schema = report.stored[0].place, report.stored[0].schema
    title = Text(
        f"已写入数据库 {place} 的模式 {schema}", f"written to database {place}, schema {schema}"
    )
    screen.table(heads, rows, title=title, right=(2,))
