"""``gisplan init``: a workspace of one's own."""

from __future__ import annotations

import argparse
from pathlib import Path

from gisplan.api import workspace
from gisplan.api.workspace import Workspace
from gisplan.cli.terminal import Screen, short
from gisplan.text import Lang, Text


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "folder",
        type=Path,
        metavar=Text("工作区", "WORKSPACE").get(lang),
        help=Text("工作区文件夹，没有则新建", "the folder; made if it does not exist").get(lang),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:  # noqa: ARG001
    """Make it, and say what to do next."""
    made = workspace.create(given.folder)
    name = short(made.root)
    screen.print(
        Text(
            f"已建工作区 {name}：\n"
            "  layers/   图层的声明和表格，可直接修改\n"
            "  maps/     地图的声明：显示哪些图层、什么样式\n"
            "  data/     行政区划边界\n"
            f"下一步：cd {name}，然后 gisplan build",
            f"made the workspace {name}:\n"
            "  layers/   declarations and tables of the layers, to be edited\n"
            "  maps/     declarations of the maps: which layers, in which style\n"
            "  data/     administrative boundaries\n"
            f"next: cd {name}, then gisplan build",
        )
    )
