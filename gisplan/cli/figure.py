"""``gisplan figure``: a map as a figure for a document."""

from __future__ import annotations

import argparse
from pathlib import Path

from gisplan.api import figure
from gisplan.api.figure import FORMATS, FigureOptions, Format
from gisplan.api.workspace import Workspace
from gisplan.cli.parser import add_overwrite, file_path
from gisplan.cli.terminal import Screen, short, size
from gisplan.text import LANGS, Lang, Text


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
        "map",
        metavar=Text("地图", "MAP").get(lang),
        help=Text("地图名称，如 overview", "name of a map, such as overview").get(lang),
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help=Text(
            "格式（默认按 --out 的扩展名，否则 png）",
            "format (default: by the ending of --out, or png)",
        ).get(lang),
    )
    parser.add_argument(
        "--dpi",
        type=int,
        default=300,
        help=Text("每英寸像素数（默认 300）", "dots per inch (default: 300)").get(lang),
    )
    add_language(parser, lang)
    parser.add_argument(
        "--out",
        type=file_path(lang),
        metavar=Text("文件", "FILE").get(lang),
        help=Text(
            "写到这个文件（默认 figures/地图名.格式）", "this file (default: figures/MAP.FORMAT)"
        ).get(lang),
    )
    add_overwrite(parser, lang)


def add_language(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the language of a document, which may differ from that of the messages.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    parser.add_argument(
        "--language",
        choices=LANGS,
        help=Text(
            "文件所用的语言（默认与界面相同）", "language of the document (default: as messages)"
        ).get(lang),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Draw the figure, and say where it is.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    options = FigureOptions(
        format=given.format or _format_of(given.out),
        dpi=given.dpi,
        lang=given.language or screen.lang,
    )
    with screen.progress() as progress:
        made = figure.figure(
            given.map,
            place=place,
            options=options,
            out=given.out,
            overwrite=given.overwrite,
            progress=progress,
        )
    screen.print(f"{short(made.path)}  {screen.say(made.title)}  {size(made.size)}")


def _format_of(out: Path | None) -> Format:
    """Give the format that a file's ending names; PNG if it names none.

    Parameters
    ----------
    out : Path or None
        File that the user named; None if none was.

    Returns
    -------
    Format
        One of ``FORMATS``.
    """
    ending = "" if out is None else out.suffix.lower()
    return next((name for name in FORMATS if ending == f".{name}"), "png")
