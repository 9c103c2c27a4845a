"""The entry point: which command, in which language, and how it ends."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import NoReturn

from gisplan import workspace
from gisplan.cli import (
    build,
    compare,
    coverage,
    export,
    importing,
    init,
    layers,
    regions,
    scorecard,
    sites,
)
from gisplan.cli.screen import Screen
from gisplan.errors import GisplanError
from gisplan.large import Ended
from gisplan.text import LANGS, Lang, Text

#: Each has ``NAME``, ``HELP``, ``arguments(parser, lang)`` and ``run(arguments, place, screen)``.
COMMANDS = (build, importing, export, coverage, sites, layers, regions, scorecard, compare, init)
OK, WRONG, ENDED = 0, 2, 130

_ABOUT = Text(
    "把产业规划落到地图上：生成可离线打开的网页地图和 GeoJSON 图层。",
    "Plan regional industry on the map: web maps that open offline, and GeoJSON layers.",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the process if left out.

    Returns
    -------
    int
        0 if all went well, 2 if something the user gave is wrong, 130 if it was ended by
        Ctrl-C.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _accept_any_character()
    lang = _language(words)
    screen = Screen(lang)
    try:
        given = _parser(lang).parse_args(words)
        place = workspace.find(given.directory)
        if "lang" not in given:
            screen = Screen(place.language)
        given.command.run(given, place, screen)
    except GisplanError as error:
        screen.error(error.text(screen.lang))
        return WRONG
    except Ended as error:
        screen.error(screen.say(error.message))
        return ENDED
    except KeyboardInterrupt:
        screen.error(screen.say(Text("已中断；已写成的文件完好", "ended; files written are whole")))
        return ENDED
    return OK


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are in the user's language as far as argparse lets them."""

    lang: Lang = "zh"

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and end with exit code 2."""
        words = Text(
            f"参数有误：{message}\n用 {self.prog} --help 查看用法",
            f"wrong arguments: {message}\nsee {self.prog} --help",
        )
        self.exit(WRONG, f"{words.get(self.lang)}\n")


def _parser(lang: Lang) -> argparse.ArgumentParser:
    def say(zh: str, en: str) -> str:
        return Text(zh, en).get(lang)

    common = _Parser(add_help=False)
    language = _Parser(add_help=False)
    language.add_argument(
        "--lang",
        choices=LANGS,
        default=argparse.SUPPRESS,  # before the command or after it
        help=say("语言：zh 中文（默认），en 英文", "language: zh (the default) or en"),
    )
    common.add_argument(
        "-C",
        dest="directory",
        metavar=say("文件夹", "DIR"),
        type=Path,
        help=say("在这个文件夹中运行", "run in this folder"),
    )
    parser = _Parser(prog="gisplan", description=_ABOUT.get(lang), parents=[language])
    parser.lang = lang
    version = metadata.version("gisplan")
    parser.add_argument("--version", action="version", version=f"gisplan {version}")
    commands = parser.add_subparsers(
        title=say("命令", "commands"), metavar=say("命令", "COMMAND"), required=True
    )
    for command in COMMANDS:
        words = command.HELP.get(lang)
        sub = commands.add_parser(
            command.NAME, help=words, description=words, parents=[language, common]
        )
        sub.lang = lang
        command.arguments(sub, lang)
        sub.set_defaults(command=command)
    return parser


def _language(words: Sequence[str]) -> Lang:
    """Find ``--lang`` before the arguments are parsed, since the help is in a language too."""
    for i, word in enumerate(words):
        value = words[i + 1] if word == "--lang" and i + 1 < len(words) else word[len("--lang=") :]
        if word.startswith("--lang") and value in LANGS:
            return "en" if value == "en" else "zh"
    with contextlib.suppress(GisplanError):
        return workspace.find().language
    return "zh"


def _accept_any_character() -> None:
    """Keep a console of a narrow encoding (GBK, ASCII) from ending a run on one character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
