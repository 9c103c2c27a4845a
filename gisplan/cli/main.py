"""The entry point: which command, in which language, and how it ends."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from gisplan.api import workspace
from gisplan.api.workspace import Defaults, Workspace
from gisplan.cli import journal
from gisplan.cli.commands import COMMANDS
from gisplan.cli.parser import WRONG, CommandParser, Parser, folder, language, speaker
from gisplan.errors import Ended, GisplanError
from gisplan.text import LANGS, Lang, Text

OK, INTERNAL, ENDED = 0, 70, 130
_ENDED = Text("已中断；已写成的文件完好", "ended; files written are whole")

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
        Ctrl-C, 70 if gisplan itself is at fault.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    told = _Told()
    try:
        _accept_any_character()
        here = _here(words)
        told.lang = _language(words, here)
        defaults = here.defaults if here else Defaults()
        given = _parser(told.lang, defaults).parse_args(words)
        place = workspace.find(getattr(given, "directory", None))
        told.state = place.state
        if "lang" not in given:
            told.lang = place.language
        from gisplan.cli.terminal import Screen

        screen = Screen(told.lang, lines=getattr(given, "progress", False))
        with journal.kept(given, words, warn=lambda said: screen.error(screen.say(said))):
            given.command.run(given, place, screen)
    except GisplanError as wrong:
        told.error(Text(wrong.text("zh"), wrong.text("en")))
        return WRONG
    except Ended as ended:
        told.error(ended.message)
        return ENDED
    except KeyboardInterrupt:
        told.error(_ENDED)
        return ENDED
    except Exception as fault:
        from gisplan.cli import crash

        if crash.interrupted(fault):
            told.error(_ENDED)
            return ENDED
        told.error(crash.keep(fault, words, told.state))
        return INTERNAL
    return OK


class _Told:
    """What is known of a run so far, and so in which language it is told of errors."""

    def __init__(self) -> None:
        self.lang: Lang = "zh"
        self.state: Path | None = None

    def error(self, words: Text) -> None:
        from gisplan.cli.terminal import Screen

        Screen(self.lang).error(words.get(self.lang))


class _Version(argparse.Action):
    """Print the version; the installed package is asked for it only then.

    Parameters
    ----------
    option_strings : sequence of str
        As it is typed.
    dest : str
        As :mod:`argparse` gives it.
    **options : Any
        As :class:`argparse.Action` takes them.
    """

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from importlib import metadata

        sys.stdout.write(f"gisplan {metadata.version('gisplan')}\n")
        parser.exit()


def _parser(lang: Lang, defaults: Defaults) -> Parser:
    say = speaker(lang)

    anywhere = language(lang)
    common = [anywhere, folder(lang), journal.options(lang)]
    parser = Parser(prog="gisplan", lang=lang, description=_ABOUT.get(lang), parents=common)
    parser.add_argument(
        "--version", action=_Version, help=say("显示版本", "show program's version number and exit")
    )
    commands = parser.add_subparsers(
        title=say("命令", "commands"),
        metavar=say("命令", "COMMAND"),
        required=True,
        parser_class=CommandParser,
    )
    for command in COMMANDS:
        words = command.help.get(lang)
        commands.add_parser(
            command.name,
            help=words,
            description=words,
            parents=common,
            lang=lang,
            defaults=defaults,
            command=command,
        )
    return parser


def _here(words: Sequence[str]) -> Workspace | None:
    """Find the workspace before the arguments are parsed: the help tells its defaults.

    Parameters
    ----------
    words : sequence of str
        The arguments.

    Returns
    -------
    Workspace or None
        None if it can't be used; that is told when a command runs in it.
    """
    asked: Path | None = None
    for i, word in enumerate(words):
        if word.startswith("-C"):
            told = word.removeprefix("-C") or "".join(words[i + 1 : i + 2])
            asked = Path(told) if told else None
    with contextlib.suppress(GisplanError):
        return workspace.find(asked)
    return None


def _language(words: Sequence[str], here: Workspace | None) -> Lang:
    """Find ``--lang`` before the arguments are parsed, since the help is in a language too.

    Parameters
    ----------
    words : sequence of str
        The arguments.
    here : Workspace or None
        The workspace, whose language holds otherwise.

    Returns
    -------
    Lang
        ``"zh"`` or ``"en"``.
    """
    for i, word in enumerate(words):
        value = words[i + 1] if word == "--lang" and i + 1 < len(words) else word[len("--lang=") :]
        if (word == "--lang" or word.startswith("--lang=")) and value in LANGS:
            return "en" if value == "en" else "zh"
    return here.language if here else "zh"


def _accept_any_character() -> None:
    """Keep a console of a narrow encoding (GBK, ASCII) from ending a run on one character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
