"""The commands, in the order in which the help lists them; each is a module of its name."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Protocol, cast

from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.workspace import Workspace
    from gisplan.cli.parser import Parser
    from gisplan.cli.terminal import Screen


class Module(Protocol):
    """What the module of a command has."""

    def arguments(self, parser: Parser, lang: Lang) -> None:
        """Declare the command's arguments.

        Parameters
        ----------
        parser : Parser
            Parser that gets the arguments.
        lang : Lang
            Language of the help and the messages.
        """

    def run(self, given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
        """Do what is asked, and say what was done.

        Parameters
        ----------
        given : argparse.Namespace
            The arguments, parsed.
        place : Workspace
            The workspace.
        screen : Screen
            Takes what is said.
        """


@dataclass(frozen=True, slots=True)
class Command:
    """A command, known by name; its module is brought in when it is asked for.

    Attributes
    ----------
    name : str
        As it is typed.
    help : Text
        What it does, in a line.
    """

    name: str
    help: Text

    def load(self) -> Module:
        """Bring in the module.

        Returns
        -------
        Module
            Its module, with ``arguments`` and ``run``.
        """
        name = f"{self.name}_" if iskeyword(self.name) else self.name
        return cast("Module", import_module(f"gisplan.cli.{name}"))


COMMANDS = (
    Command(
        "build",
        Text("生成地图和 GeoJSON 图层", "make the maps and the GeoJSON layers"),
    ),
    Command(
        "import",
        Text(
            "把自己的表格导入图层，每一行都有交代",
            "bring your own table into a layer, every row accounted for",
        ),
    ),
    Command(
        "history",
        Text(
            "列出表格改过什么（导入、修改、填报），撤销最近一次",
            "what was changed in the tables (imports, edits, evidence); take the last back",
        ),
    ),
    Command(
        "export",
        Text(
            "把图层写成其他软件的格式（GeoPackage、QGIS 工程、GeoParquet、Excel 等）",
            "write layers for other programs (GeoPackage, QGIS project, GeoParquet, Excel"
            " and others)",
        ),
    ),
    Command(
        "figure",
        Text(
            "把地图做成文档用的插图（PNG、SVG、PDF，A4 横版）",
            "a map as a figure for documents (PNG, SVG, PDF; A4 landscape)",
        ),
    ),
    Command(
        "report",
        Text(
            "生成报告：地图、主要数据、目标完成情况、方法和来源，一个 HTML 文件，可同时生成 PDF",
            "a report: maps, key figures, scorecard, methods and sources in one HTML, and as PDF",
        ),
    ),
    Command(
        "coverage",
        Text("设施网络覆盖了谁、没有覆盖谁", "who is within reach of the network, and who is not"),
    ),
    Command(
        "sites",
        Text(
            "评价候选场址（evaluate），推荐新场址（suggest），整体方案（plan），收运线路（routes）",
            "evaluate candidate sites (evaluate), suggest new ones (suggest), whole plans (plan), "
            "collection routes (routes)",
        ),
    ),
    Command(
        "layers",
        Text("列出图层，或说明一个图层", "list the layers, or describe one"),
    ),
    Command(
        "regions",
        Text("查行政区：代码、全称、简称、旧名、英文名", "look up units by code or any name"),
    ),
    Command(
        "plan",
        Text(
            "任务台账：谁牵头谁配合、何时完成、现在怎样，按单位、地区、年份、状态查",
            "who owes what of the plan, by when, and how it stands",
        ),
    ),
    Command(
        "scorecard",
        Text("规划目标完成情况：达到、差多少，或缺什么数据", "the plan's targets against the data"),
    ),
    Command(
        "compare",
        Text("对比两个情景：列出差异并生成地图", "hold two scenarios against each other"),
    ),
    Command(
        "serve",
        Text(
            "在浏览器中打开规划工作台：导入、地图、任务都在一个窗口里",
            "open the planner's office in the browser: data, maps and jobs in one window",
        ),
    ),
    Command(
        "init",
        Text(
            "新建工作区，内有可供修改的图层与地图", "make a workspace with layers and maps to edit"
        ),
    ),
)
