"""``gisplan init``: a workspace of one's own."""

from __future__ import annotations

import argparse
from pathlib import Path

from gisplan.api import workspace
from gisplan.api.start_scripts import write_start_scripts
from gisplan.api.workspace import Workspace
from gisplan.cli.parser import file_path
from gisplan.cli.terminal import Screen, short
from gisplan.errors import OptionError
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
        "folder",
        type=file_path(lang),
        nargs="?",
        metavar=Text("工作区", "WORKSPACE").get(lang),
        help=Text("工作区文件夹，没有则新建", "the folder; made if it does not exist").get(lang),
    )
    parser.add_argument(
        "--example",
        choices=tuple(workspace.EXAMPLES),
        default="gansu",
        help=Text(
            "工作区里先放什么：gansu 自带的全部（默认），ningxia 宁夏的区划与人口，"
            "empty 只有行政区划和底图",
            "what it begins with: gansu, all that is shipped (the default); ningxia, units and"
            " residents of Ningxia; empty, administrative units alone",
        ).get(lang),
    )
    parser.add_argument(
        "--region",
        metavar=Text("地区", "REGION").get(lang),
        help=Text(
            "另写该市州（县区）自定目标的模板，如 620900；不写工作区时写入当前工作区",
            "also templates of the own aims of a prefecture or county, such as 620900; into the "
            "current workspace if no folder is named",
        ).get(lang),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Make it, and say what to do next.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    if given.folder is None and given.region is None:
        raise OptionError(
            Text("请写明工作区文件夹：gisplan init 文件夹", "name the folder: gisplan init FOLDER")
        )
    known = None if given.folder is None else workspace.find(_nearest(given.folder))
    if given.folder is not None and not (
        given.region is not None
        and known is not None
        and known.root == given.folder.resolve()
        and known.own
    ):
        if given.region is not None:
            from gisplan.api import own_plan

            own_plan.check_region(given.region, place=place)
        place = _make(given.folder, given.example, screen)
    elif known is not None:
        place = known
    if given.region is not None:
        from gisplan.api import own_plan

        written = own_plan.write_templates(given.region, place=place)
        for path in written:
            screen.print(f"  {short(path)}")
        screen.print(
            Text(
                "填好数值和责任单位后，用 gisplan import 文件 --layer plan_targets"
                "（或 plan_milestones）导入",
                "fill in values and responsible units, then gisplan import FILE --layer "
                "plan_targets (or plan_milestones)",
            )
        )


def _nearest(folder: Path) -> Path:
    """Give the folder itself, or the nearest above it that is there.

    Parameters
    ----------
    folder : Path
        Folder that may not exist.

    Returns
    -------
    Path
        A folder that does.
    """
    here = folder.resolve()
    while not here.is_dir():
        here = here.parent
    return here


def _make(folder: Path, example: str, screen: Screen) -> Workspace:
    made = workspace.create(folder, example=example)
    write_start_scripts(made)
    name = short(made.root)
    screen.print(
        Text(
            f"已建工作区 {name}：\n"
            "  layers/   图层的声明和表格，可直接修改\n"
            "  maps/     地图的声明：显示哪些图层、什么样式\n"
            "  data/     行政区划边界、公路河流等底图\n"
            "  打开工作台.cmd（Windows）、.sh、.desktop（Linux）  双击即可在浏览器中工作\n"
            f"下一步：cd {name}，然后 gisplan build",
            f"made the workspace {name}:\n"
            "  layers/   declarations and tables of the layers, to be edited\n"
            "  maps/     declarations of the maps: which layers, in which style\n"
            "  data/     administrative boundaries, roads, rivers and what else lies beneath\n"
            "  打开工作台.cmd (Windows), .sh, .desktop (Linux)  double-click to work in the"
            " browser\n"
            f"next: cd {name}, then gisplan build",
        )
    )
    return made
