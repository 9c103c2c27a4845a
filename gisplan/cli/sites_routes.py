"""``gisplan sites routes``: which vehicle collects where, in which order, how far and how long."""

from __future__ import annotations

import argparse

from gisplan.api import sites as desk
from gisplan.api.workspace import Workspace
from gisplan.cli.answer_tables import print_tables
from gisplan.cli.parser import Parser, add_out, file_path, speaker
from gisplan.cli.terminal import Screen, short
from gisplan.text import Lang, Text

#: Rows of a table that are printed before the rest is only counted; files have all.
_LISTED = 60


def arguments(parser: Parser, lang: Lang) -> None:
    """Declare the command's own arguments.

    Parameters
    ----------
    parser : Parser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    say = speaker(lang)
    parser.add_argument(
        "routes",
        type=file_path(lang),
        metavar=say("线路.toml", "ROUTES.toml"),
        help=say(
            "声明文件：收集点、车场、卸料点、车辆和班次（写法见 docs/routes.md）",
            "its declaration: stops, depots, places to unload, vehicles and shifts "
            "(docs/routes.md has the keys)",
        ),
    )
    add_out(
        parser,
        lang,
        Text(
            ".xlsx（全部表和说明）、.geojson（沿路的线）、.csv（各站次序）、.html（地图）",
            ".xlsx (all tables and notes), .geojson (lines along the roads), .csv (visits in "
            "order), .html (a map)",
        ),
    )


def routes(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Plan collection routes, and print them.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    asked = desk.read_route_file(given.routes)
    with screen.waiting(Text("正在安排线路", "planning routes")):
        told = desk.collection_routes(asked, place=place)
    print_tables(desk.route_tables(told, screen.lang), screen, most=_LISTED)
    for words in desk.route_sentences(told):
        screen.print(words)
    for path in given.out:
        desk.write_routes(told, path, lang=screen.lang, place=place, overwrite=given.overwrite)
        screen.print(f"  {short(path)}")
