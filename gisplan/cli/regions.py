"""``gisplan regions``: which unit a name or code stands for."""

from __future__ import annotations

import argparse

from gisplan.api.workspace import Workspace
from gisplan.cli.terminal import Screen
from gisplan.text import Lang, Text


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
        "names",
        nargs="+",
        metavar=Text("名称", "NAME").get(lang),
        help=Text("如 兰州、华亭县、620881", "such as 兰州, Lanzhou, 华亭县, 620881").get(lang),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Print the unit of each name; names that lead to none, or to several, are an error.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    from gisplan.api.regions import look_up

    told = look_up(given.names, place=place)
    rows = [
        (
            unit.asked,
            unit.adcode,
            unit.name.zh,
            unit.name.en,
            " > ".join(screen.say(name) for name in unit.line),
        )
        for unit in told.found
    ]
    if rows:
        heads = (
            Text("所查", "asked"),
            Text("代码", "adcode"),
            Text("中文名", "Chinese"),
            Text("英文名", "English"),
            Text("隶属", "lies in"),
        )
        screen.table(heads, rows)
    told.refuse()
