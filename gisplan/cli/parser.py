"""Parsers that complain in the user's language, and what every command takes."""

from __future__ import annotations

import argparse
import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from gisplan.api.workspace import Defaults
from gisplan.cli.commands import Command
from gisplan.cli.complaints import headings, in_words
from gisplan.text import LANGS, Lang, Text, inert_terminal

#: Exit code if something that the user gave is wrong.
WRONG = 2
#: Characters of a wrong argument that are shown.
_SHOWN = 40
#: The same of what argparse says of it.
_SAID = 1500
#: Bytes of a name that every file system takes.
_LONGEST_NAME = 255


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are in the user's language as far as argparse lets them.

    Parsers of commands, and of jobs of commands, speak the language of the one above, and tell
    the same defaults.

    Parameters
    ----------
    *args : Any
        As :class:`argparse.ArgumentParser` takes them.
    lang : Lang, optional
        Language of the help and the messages.
    defaults : Defaults, optional
        Of the workspace, for what the help says; the shipped ones if left out.
    **options : Any
        Likewise.
    """

    def __init__(
        self,
        *args: Any,
        lang: Lang = "zh",
        defaults: Defaults | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.lang: Lang = lang
        helped = self._option_string_actions.get("--help")
        if helped is not None:
            helped.help = Text("显示本说明", "show this help message and exit").get(lang)
        #: Of the workspace, for what the help says.
        self.usual = defaults or Defaults()

    def add_subparsers(self, **options: Any) -> Any:
        """Declare the parsers below this one.

        Parameters
        ----------
        **options : Any
            As :mod:`argparse` takes them.

        Returns
        -------
        Any
            As :mod:`argparse` gives it.
        """
        options.setdefault(
            "parser_class", functools.partial(type(self), lang=self.lang, defaults=self.usual)
        )
        return super().add_subparsers(**options)

    def format_help(self) -> str:
        """Give the help page.

        Returns
        -------
        str
            In the user's language.
        """
        # not before: parts of parsers are put together by their English titles
        _, self._positionals.title, self._optionals.title = headings(self.lang)
        return self._in_language(super().format_help())

    def format_usage(self) -> str:
        """Give the line that says how the command is used.

        Returns
        -------
        str
            In the user's language.
        """
        return self._in_language(super().format_usage())

    def _in_language(self, text: str) -> str:
        before = "usage: "
        if not text.startswith(before):
            return text
        return f"{headings(self.lang)[0]}{text.removeprefix(before)}"

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and end with exit code 2.

        Parameters
        ----------
        message : str
            What argparse says of them.
        """
        said = in_words(message, known=self._words())
        words = Text(
            f"参数有误：{_cut(said.zh, _SAID)}\n用 {self.prog} --help 查看用法",
            f"wrong arguments: {_cut(said.en, _SAID)}\nsee {self.prog} --help",
        )
        self.exit(WRONG, f"{inert_terminal(words.get(self.lang))}\n")

    def _words(self) -> set[str]:
        """Give the options and commands of this parser and of those below it.

        Returns
        -------
        set of str
            As they are typed.
        """
        words = set(self._option_string_actions)
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                words.update(action.choices)
                for below in action.choices.values():
                    words.update(below._option_string_actions)
        return words


class CommandParser(Parser):
    """The parser of a command: its arguments are declared when the command is asked for.

    Parameters
    ----------
    *args : Any
        As :class:`argparse.ArgumentParser` takes them.
    command : Command, optional
        The command.
    **options : Any
        Likewise.
    """

    def __init__(self, *args: Any, command: Command | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self._command = command

    def add_subparsers(self, **options: Any) -> Any:
        """Declare the parsers of the command's jobs, which are declared with it.

        Parameters
        ----------
        **options : Any
            As :mod:`argparse` takes them.

        Returns
        -------
        Any
            As :mod:`argparse` gives it.
        """
        options.setdefault(
            "parser_class", functools.partial(Parser, lang=self.lang, defaults=self.usual)
        )
        return super().add_subparsers(**options)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse, with the arguments that the command's module declares.

        Parameters
        ----------
        args : Any, optional
            Words of the command line, as :mod:`argparse` takes them.
        namespace : Any, optional
            Takes the arguments, as :mod:`argparse` takes it.

        Returns
        -------
        Any
            The arguments, and words that are none.
        """
        if self._command is not None:
            module, self._command = self._command.load(), None
            module.arguments(self, self.lang)
            self.set_defaults(command=module)
        return super().parse_known_args(args, namespace)


def speaker(lang: Lang) -> Callable[[str, str], str]:
    """Make what gives the first of two texts, in Chinese, or the second, in English.

    Parameters
    ----------
    lang : {"zh", "en"}
        Which of the two to give.

    Returns
    -------
    callable
        Takes the Chinese and the English text.
    """
    return lambda zh, en: Text(zh, en).get(lang)


def year(lang: Lang) -> Callable[[str], int]:
    """Make what reads a year that a plan or its data may speak of.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language of the complaint.

    Returns
    -------
    callable
        Gives a year from 1900 to 2199 for the text of an argument; what is none is an argument
        that is wrong.
    """

    def read(text: str) -> int:
        if re.fullmatch(r"(?:19|20|21)[0-9]{2}", text.strip()):
            return int(text)
        shown = _cut(text)
        words = Text(
            f"“{shown}”不是年份，应为 1900 至 2199",
            f"'{shown}' is no year; it must be 1900 to 2199",
        )
        raise argparse.ArgumentTypeError(words.get(lang))

    return read


def file_path(lang: Lang) -> Callable[[str], Path]:
    """Make what reads the path of a file or folder that is named.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language of the complaint.

    Returns
    -------
    callable
        Gives the path for the text of an argument; what can name no file anywhere is an argument
        that is wrong.
    """

    def read(text: str) -> Path:
        named = Path(text)
        if text.strip() and "\0" not in text and all(map(_can_be, named.parts)):
            return named
        words = Text(
            f"“{_cut(text)}”不能作文件或文件夹的名称",
            f"'{_cut(text)}' can be no name of a file or folder",
        )
        raise argparse.ArgumentTypeError(words.get(lang))

    return read


def _can_be(name: str) -> bool:
    return len(name.encode(errors="surrogatepass")) <= _LONGEST_NAME


def _cut(text: str, most: int = _SHOWN) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def language(lang: Lang) -> Parser:
    """Make the part of a parser that takes ``--lang``, which may stand anywhere.

    Parameters
    ----------
    lang : Lang
        Language of the help and the messages.

    Returns
    -------
    Parser
        The part, without help.
    """
    part = Parser(add_help=False)
    part.add_argument(
        "--lang",
        choices=LANGS,
        default=argparse.SUPPRESS,  # before the command or after it
        help=Text("语言：zh 中文（默认），en 英文", "language: zh (the default) or en").get(lang),
    )
    return part


def folder(lang: Lang) -> Parser:
    """Make the part of a parser that takes ``-C``.

    Parameters
    ----------
    lang : Lang
        Language of the help and the messages.

    Returns
    -------
    Parser
        The part, without help.
    """
    part = Parser(add_help=False)
    part.add_argument(
        "-C",
        dest="directory",
        metavar=Text("文件夹", "DIR").get(lang),
        type=Path,
        default=argparse.SUPPRESS,  # of the command or of its job
        help=Text("在这个文件夹中运行", "run in this folder").get(lang),
    )
    return part


def add_out(parser: argparse.ArgumentParser, lang: Lang, what: Text) -> None:
    """Declare ``--out``, of commands whose result is written as files too, and ``--overwrite``.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    what : Text
        The endings, and what is in each.
    """
    parser.add_argument(
        "--out",
        type=file_path(lang),
        action="append",
        default=[],
        metavar=Text("文件", "FILE").get(lang),
        help=Text(
            f"另写成文件：{what.zh}；数值不舍入，可重复",
            f"also write a file: {what.en}; unrounded; may be repeated",
        ).get(lang),
    )
    add_overwrite(parser, lang)


def add_overwrite(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare ``--overwrite``, of commands that write where the user says.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help=Text(
            "目标文件不是 gisplan 写出的，或写出后被改动过，也覆盖（默认不覆盖）",
            "replace files even if gisplan did not write them or they were changed since"
            " (default: they stay)",
        ).get(lang),
    )
