"""What a run did and how long it took: told with ``-v``, and written down with ``--log``."""

from __future__ import annotations

import argparse
import contextlib
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from gisplan.cli.crash import without_secrets
from gisplan.cli.parser import Parser, file_path
from gisplan.errors import FileError, GisplanError
from gisplan.text import Lang, Text, inert_terminal

#: All that gisplan tells of itself goes by this name.
NAME = "gisplan"
#: How a log of ours begins: a file that begins otherwise is somebody's.
_FIRST = "# gisplan log"


def options(lang: Lang) -> Parser:
    """Make the part of a parser that takes ``-v``, ``--log`` and ``--progress``.

    Parameters
    ----------
    lang : Lang
        Language of the help and the messages.

    Returns
    -------
    Parser
        The part, without help.
    """
    part = Parser(add_help=False, lang=lang)
    part.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        default=argparse.SUPPRESS,  # before the command or after it
        help=Text(
            "说明每一步做了什么、用了多久", "tell of each step what was done and how long it took"
        ).get(lang),
    )
    part.add_argument(
        "--log",
        type=file_path(lang),
        metavar=Text("文件", "FILE").get(lang),
        default=argparse.SUPPRESS,
        help=Text("把同样的内容写到文件（接在后面）", "write the same to a file, at its end").get(
            lang
        ),
    )
    part.add_argument(
        "--progress",
        action="store_true",
        default=argparse.SUPPRESS,
        help=Text(
            "在标准错误中逐行说明进度（progress 12/187 县区），供其他程序读取",
            "tell progress by lines on standard error (progress 12/187 Counties), for programs",
        ).get(lang),
    )
    return part


@contextlib.contextmanager
def kept(
    given: argparse.Namespace, words: Sequence[str], *, warn: Callable[[Text], None]
) -> Iterator[None]:
    """Tell, or write down, what goes on while a command runs.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    words : sequence of str
        The arguments as typed; keys and passwords are left out of the log.
    warn : callable
        Told what a user should know while it goes on, as that another run is waited for.

    Raises
    ------
    FileError
        If the log can't be written to, or is a file of somebody's.
    """
    handlers: list[logging.Handler] = [_Warnings(warn)]
    if getattr(given, "verbose", False):
        handlers.append(_handler(sys.stderr, "%(relativeCreated)7.0f ms  %(message)s"))
    log: Path | None = getattr(given, "log", None)
    with contextlib.ExitStack() as held:
        if log is not None:
            stream = held.enter_context(_opened(log))
            handlers.append(_handler(stream, "%(asctime)s %(process)d %(message)s"))
        held.enter_context(_listening(handlers))
        logger = logging.getLogger(NAME)
        try:
            logger.info("gisplan %s", " ".join(without_secrets(words)))
            yield
            logger.info("done")
        except GisplanError as wrong:
            logger.info("ended: %s", wrong.text("en"))
            raise
        except BaseException as fault:
            logger.info("ended by %s", type(fault).__name__, exc_info=log is not None)
            raise


@contextlib.contextmanager
def _listening(handlers: Sequence[logging.Handler]) -> Iterator[None]:
    logger = logging.getLogger(NAME)
    before, spread = logger.level, logger.propagate
    # what nobody asked for is not even put together
    logger.setLevel(logging.INFO if len(handlers) > 1 else logging.WARNING)
    logger.propagate = False
    for handler in handlers:
        logger.addHandler(handler)
    try:
        yield
    finally:
        for handler in handlers:
            logger.removeHandler(handler)
        logger.setLevel(before)
        logger.propagate = spread


class _Warnings(logging.Handler):
    """Gives warnings to a screen, in its language.

    Parameters
    ----------
    warn : callable
        Takes the words.
    """

    def __init__(self, warn: Callable[[Text], None]) -> None:
        super().__init__(logging.WARNING)
        self._warn = warn

    def emit(self, record: logging.LogRecord) -> None:
        """Give a warning on.

        Parameters
        ----------
        record : logging.LogRecord
            With the words in both languages, as ``words``.
        """
        words = getattr(record, "words", None)
        if isinstance(words, Text):
            self._warn(words)


class _Inert(logging.Formatter):
    """Lines that no terminal obeys, whatever stands in the names of files and layers.

    Parameters
    ----------
    form : str
        As :class:`logging.Formatter` takes it.
    """

    def __init__(self, form: str) -> None:
        super().__init__(form)

    def format(self, record: logging.LogRecord) -> str:
        """Give the line of a record.

        Parameters
        ----------
        record : logging.LogRecord
            What is told.

        Returns
        -------
        str
            The line, or several where there is a traceback.
        """
        return inert_terminal(super().format(record))


def _handler(stream: TextIO, form: str) -> logging.Handler:
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Inert(form))
    return handler


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    try:
        ours = not path.exists() or not path.stat().st_size or _begins_as_ours(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        # "a" before it is known whose it is changes nothing
        stream = path.open("a", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileError(
            Text(f"无法写日志 {path}（{reason}）", f"can't write the log {path} ({reason})")
        ) from error
    with stream:
        if not ours:
            raise FileError(
                Text(
                    f"{path} 不是 gisplan 的日志，不会写入；请另选文件",
                    f"{path} is no log of gisplan's and is not written to; name another file",
                )
            )
        if not stream.tell():
            stream.write(f"{_FIRST}\n")
        yield stream


def _begins_as_ours(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as before:
        return before.readline(len(_FIRST) + 1).startswith(_FIRST)
