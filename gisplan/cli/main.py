"""The entry point: which command, in which language, and how it ends."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from gisplan.catalog import workspace
from gisplan.cli import (
    build,
    compare,
    coverage,
    export,
    figure,
    init,
    layers,
    regions,
    report,
    scorecard,
    sites,
)
from gisplan.cli import import_ as importing
from gisplan.cli.parser import WRONG, Parser, folder, language
from gisplan.cli.terminal import Screen
from gisplan.errors import GisplanError
from gisplan.pipeline.chunked import Ended
from gisplan.text import LANGS, Lang, Text

#: Each has ``NAME``, ``HELP``, ``arguments(parser, lang)`` and ``run(arguments, place, screen)``.
COMMANDS = (
    build,
    importing,
    export,
    figure,
    report,
    coverage,
    sites,
    layers,
    regions,
    scorecard,
    compare,
    init,
)
OK, ENDED = 0, 130

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
        place = workspace.find(getattr(given, "directory", None))
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


def _parser(lang: Lang) -> Parser:
    def say(zh: str, en: str) -> str:
        return Text(zh, en).get(lang)

    anywhere = language(lang)
    common = [anywhere, folder(lang)]
    parser = Parser(prog="gisplan", lang=lang, description=_ABOUT.get(lang), parents=[anywhere])
    version = metadata.version("gisplan")
    parser.add_argument("--version", action="version", version=f"gisplan {version}")
    commands = parser.add_subparsers(
        title=say("命令", "commands"), metavar=say("命令", "COMMAND"), required=True
    )
    for command in COMMANDS:
        words = command.HELP.get(lang)
        sub = commands.add_parser(command.NAME, help=words, description=words, parents=common)
        command.arguments(sub, lang)
        sub.set_defaults(command=command)
    return parser


def _language(words: Sequence[str]) -> Lang:
    """Find ``--lang`` before the arguments are parsed, since the help is in a language too."""
    asked: Path | None = None
    for i, word in enumerate(words):
        if word.startswith("-C"):
            told = word.removeprefix("-C") or "".join(words[i + 1 : i + 2])
            asked = Path(told) if told else None
        value = words[i + 1] if word == "--lang" and i + 1 < len(words) else word[len("--lang=") :]
        if (word == "--lang" or word.startswith("--lang=")) and value in LANGS:
            return "en" if value == "en" else "zh"
    with contextlib.suppress(GisplanError):
        return workspace.find(asked).language
    return "zh"


def _accept_any_character() -> None:
    """Keep a console of a narrow encoding (GBK, ASCII) from ending a run on one character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
