"""What questions of a notebook have in common: the workspace, the language, the errors in it."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from gisplan.api.notebook import guesses
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import GisplanError, OptionError
from gisplan.pipeline.progress import Progress, silent
from gisplan.text import LANGS, Lang, Text

_F = TypeVar("_F", bound=Callable[..., Any])
#: A folder, a workspace, or that of the current folder.
Folder = str | Path | Workspace | None
#: Told of progress: not, in a line of the terminal, or by a function of one's own, which is
#: called with words, steps done and steps in all.
Told = bool | Callable[[str, int, int], None]


def place_of(folder: Folder) -> Workspace:
    """Find the workspace that is meant.

    Parameters
    ----------
    folder : str, pathlib.Path, Workspace or None
        The current folder's if None.

    Returns
    -------
    Workspace
        One's own, or the shipped layers.
    """
    if isinstance(folder, Workspace):
        return folder
    return workspace.find(None if folder is None else Path(folder))


def language(lang: Lang | None, place: Workspace) -> Lang:
    """Give the language asked for, or that of the workspace.

    Parameters
    ----------
    lang : {"zh", "en"} or None
        What is asked for.
    place : Workspace
        That has a language.

    Returns
    -------
    {"zh", "en"}
        The language.

    Raises
    ------
    OptionError
        If there is no such language.
    """
    if lang is None:
        return place.language
    if lang not in LANGS:
        raise OptionError(
            Text(f'lang 只能是 "zh" 或 "en"：{lang}', f'lang is "zh" or "en", not {lang}')
        )
    return lang


def in_language(question: _F) -> _F:
    """Let a question say its errors in the language that it was asked in.

    Parameters
    ----------
    question : callable
        With ``lang`` and ``workspace`` among its keywords.

    Returns
    -------
    callable
        The same; its errors speak the language.
    """
    signature = inspect.signature(question)

    @functools.wraps(question)
    def ask(*args: Any, **named: Any) -> Any:
        for name in named:
            if name not in signature.parameters:
                # as of any function, and in the language asked for, with the name that is meant
                words = guesses.no_such_option(question.__name__, name, [*signature.parameters])
                said = _spoken(named.get("lang"), named.get("workspace"))
                raise TypeError(words.get(said))
        try:
            signature.bind(*args, **named)
        except TypeError as wrong:
            words = guesses.wrong_call(question.__name__, wrong, signature)
            said = _spoken(named.get("lang"), named.get("workspace"))
            raise TypeError(words.get(said)) from None
        try:
            return question(*args, **named)
        except GisplanError as error:
            given = signature.bind_partial(*args, **named).arguments
            error.lang = _spoken(given.get("lang"), given.get("workspace"))
            error.message = guesses.as_arguments(error.message)
            raise

    return cast("_F", ask)


def _spoken(lang: Lang | None, folder: Folder) -> Lang:
    # what went wrong may be the language, or the workspace, itself
    if lang in LANGS:
        return lang
    try:
        return place_of(folder).language
    except GisplanError:
        return "zh"


def progress_of(told: Told, lang: Lang) -> Progress:
    """Give what is told of progress.

    Parameters
    ----------
    told : bool or callable
        True: a line at the terminal; a function: called with words, steps done and steps in all.
    lang : {"zh", "en"}
        Language of the words.

    Returns
    -------
    callable
        As the pipeline calls it.
    """
    if callable(told):
        return lambda what, done, steps: told(what.get(lang), done, steps)
    if not told:
        return silent

    def line(what: Text, done: int, steps: int) -> None:
        end = "\n" if done >= steps else ""
        sys.stderr.write(f"\r\x1b[K{done}/{steps} {what.get(lang)}{end}")
        sys.stderr.flush()

    return line
