"""What a job is told and gives, as plain values that JSON holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from gisplan.catalog.layer import DataProblem
from gisplan.catalog.workspace import Workspace
from gisplan.errors import GisplanError, Question
from gisplan.text import Text

#: What does a kind of job: takes what is asked, and by keyword the workspace ``place``, the
#: language ``lang`` and the progress ``told``; gives plain values.
Task = Callable[..., dict[str, Any]]
#: Folder of the workspace that documents and results lie in.
FOLDER = "reports"


def said(words: Text) -> dict[str, str]:
    """Give words in both languages.

    Parameters
    ----------
    words : Text
        The words.

    Returns
    -------
    dict of str to str
        ``zh`` and ``en``.
    """
    return {"zh": words.zh, "en": words.en}


def below(place: Workspace, path: Path) -> str:
    """Give a file's path below the workspace.

    Parameters
    ----------
    place : Workspace
        The workspace.
    path : pathlib.Path
        The file.

    Returns
    -------
    str
        With forward slashes; the whole of it elsewhere.
    """
    whole, root = path.resolve(), place.root.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(whole)


def problem(item: DataProblem) -> dict[str, Any]:
    """Give a problem of the data.

    Parameters
    ----------
    item : DataProblem
        What was found.

    Returns
    -------
    dict of str to any
        ``file``, ``sheet``, ``row``, ``column``, ``value``, ``message``, ``action`` and
        ``set_aside``.
    """
    return {
        "file": item.file,
        "sheet": item.sheet,
        "row": item.row,
        "column": item.column,
        "value": item.value[:200],
        "message": said(item.message),
        "action": said(item.action),
        "set_aside": item.set_aside,
    }


def failure(error: GisplanError) -> dict[str, Any]:
    """Give an error.

    Parameters
    ----------
    error : GisplanError
        What went wrong.

    Returns
    -------
    dict of str to any
        ``message``, ``faults`` and ``questions``.
    """
    return {
        "message": said(error.message),
        "faults": [said(fault) for fault in error.faults],
        "questions": [_question(each) for each in error.questions],
    }


def _question(asked: Question) -> dict[str, Any]:
    return {
        "words": said(asked.words),
        "option": asked.option,
        "about": asked.about,
        "choices": [{"answer": answer, **said(words)} for answer, words in asked.choices],
    }
