"""``gisplan report``: maps, tables, scorecard, methods and sources in one page."""

from __future__ import annotations

import argparse

from gisplan.api.workspace import Workspace
from gisplan.cli.figure import add_language
from gisplan.cli.parser import add_overwrite, file_path, year
from gisplan.cli.terminal import Screen, short, size
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
    add_language(parser, lang)
    for name, zh, en, words in (
        (
            "unit",
            "单位",
            "UNIT",
            Text("只写一个单位的任务单", "the sheet of one unit"),
        ),
        (
            "region",
            "地区",
            "REGION",
            Text("只写一个地区的任务单", "the sheet of one region"),
        ),
        ("as-of", "日期", "DAY", Text("以这一天判定逾期（默认今天）", "what is overdue on a day")),
    ):
        parser.add_argument(f"--{name}", metavar=Text(zh, en).get(lang), help=words.get(lang))
    parser.add_argument(
        "--year",
        type=year(lang),
        help=Text(
            "目标完成情况只看这一年（默认全部）", "the scorecard of this year only (default: all)"
        ).get(lang),
    )
    parser.add_argument(
        "--out",
        type=file_path(lang),
        metavar=Text("文件", "FILE").get(lang),
        help=Text(
            "写到这个 HTML 文件（默认 reports/report.html）",
            "this HTML file (default: reports/report.html)",
        ).get(lang),
    )
    parser.add_argument(
        "--pdf",
        action="store_true",
        help=Text(
            "同时生成 PDF（用已安装的 Chromium、Chrome 或 Edge）",
            "as PDF too (by Chromium, Chrome or Edge, if installed)",
        ).get(lang),
    )
    parser.add_argument(
        "--docx",
        action="store_true",
        help=Text(
            "同时生成 Word 文档（WPS 也能改），按公文版式；须安装 gisplan[word]",
            "as a Word document too, laid out as Chinese offices do; needs gisplan[word]",
        ).get(lang),
    )
    add_overwrite(parser, lang)


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Write the report, and say where it is.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    from gisplan.api import report

    if given.docx and (given.unit is not None or given.region is not None):
        raise OptionError(
            Text(
                "--docx 用于整份报告，不与 --unit、--region 同用",
                "--docx is of the whole report; it does not go with --unit or --region",
            )
        )
    with screen.progress() as progress:
        if given.unit is not None or given.region is not None:
            written = report.sheet(
                unit=given.unit,
                region=given.region,
                place=place,
                lang=given.language or screen.lang,
                as_of=given.as_of,
                out=given.out,
                pdf=given.pdf,
                overwrite=given.overwrite,
                progress=progress,
            )
        else:
            written = report.report(
                place=place,
                lang=given.language or screen.lang,
                year=given.year,
                out=given.out,
                pdf=given.pdf,
                docx=given.docx,
                overwrite=given.overwrite,
                progress=progress,
            )
    for made in written:
        screen.print(f"{short(made.path)}  {screen.say(made.title)}  {size(made.size)}")
