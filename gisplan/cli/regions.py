"""``gisplan regions``: which unit a name or code stands for."""

from __future__ import annotations

import argparse

from gisplan.api import load
from gisplan.catalog.workspace import Workspace
from gisplan.cli.terminal import Screen
from gisplan.errors import PlaceError
from gisplan.text import Lang, Text

NAME = "regions"
HELP = Text("查行政区：代码、全称、简称、旧名、英文名", "look up units by code or any name")


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "names",
        nargs="+",
        metavar=Text("名称", "NAME").get(lang),
        help=Text("如 兰州、华亭县、620881", "such as 兰州, Lanzhou, 华亭县, 620881").get(lang),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Print the unit of each name; names that lead to none, or to several, are an error."""
    regions = load.load_regions(place)
    rows, faults = [], []
    for name in given.names:
        try:
            adcode = regions.resolve(name)
        except PlaceError as error:
            faults.append(error.message)
            continue
        line = [*reversed(regions.parents(adcode)), adcode]
        path = " > ".join(regions.name(code, screen.lang) for code in dict.fromkeys(line))
        rows.append((name, adcode, regions.name(adcode, "zh"), regions.name(adcode, "en"), path))
    if rows:
        heads = (
            Text("所查", "asked"),
            Text("代码", "adcode"),
            Text("中文名", "Chinese"),
            Text("英文名", "English"),
            Text("隶属", "lies in"),
        )
        screen.table(heads, rows)
    if faults:
        raise PlaceError(Text("有名称无法确定：", "not all could be resolved:"), faults=faults)
