"""Where the results of jobs are written, and how their tables are told."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from gisplan.api.jobs.plain import FOLDER, below, said
from gisplan.api.result_map import ResultPart, result_page
from gisplan.api.targets import write_target
from gisplan.catalog.workspace import Workspace
from gisplan.digits import ESTIMATE, Digits, write
from gisplan.text import LANGS, Lang, Text


def result_path(place: Workspace, name: Text, ending: str, *, lang: Lang) -> Path:
    """Name a file for a result; no earlier one has its name.

    Parameters
    ----------
    place : Workspace
        The workspace.
    name : Text
        What it holds.
    ending : str
        With the dot.
    lang : {"zh", "en"}
        Language of the name.

    Returns
    -------
    pathlib.Path
        The file.
    """
    now = datetime.datetime.now().astimezone()
    stem = f"{name.get(lang)}-{now:%Y%m%d-%H%M%S}"
    path, number = place.root / FOLDER / f"{stem}{ending}", 1
    while path.exists():
        number += 1
        path = path.with_name(f"{stem}-{number}{ending}")
    return path


def result_map(
    parts: Sequence[ResultPart],
    *,
    name: Text,
    title: Text,
    told: Sequence[Text],
    place: Workspace,
    lang: Lang,
    standing: bool = True,
) -> str:
    """Draw a result as a page of its own, beside its other files.

    Parameters
    ----------
    parts : sequence of ResultPart
        Tables with places, what lies on top first.
    name : Text
        What the file is called.
    title : Text
        Of the page.
    told : sequence of Text
        What its figures are worth.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language in which the page opens.
    standing : bool
        Whether the sites that stand are drawn too.

    Returns
    -------
    str
        The file below the workspace.
    """
    page = result_page(parts, title=title, told=told, place=place, lang=lang, standing=standing)
    path = result_path(place, name, ".html", lang=lang)
    write_target(path, page.encode(), place=place)
    return below(place, path)


def table(
    title: Text, heads: Sequence[Text], rows: Sequence[Sequence[str]], *, texts: int = 1
) -> dict[str, Any]:
    """Give a table as plain values.

    Parameters
    ----------
    title : Text
        What it shows.
    heads : sequence of Text
        Titles of its columns.
    rows : sequence of sequence of str
        Its cells, written for people.
    texts : int
        Columns from the first that hold words; the others hold figures.

    Returns
    -------
    dict of str to any
        ``title``, ``heads``, ``rows`` and ``texts``.
    """
    return {
        "title": said(title),
        "heads": [said(head) for head in heads],
        "rows": [list(row) for row in rows],
        "texts": texts,
    }


def in_both(make: Callable[[Lang], list[dict[str, Any]]], lang: Lang) -> list[dict[str, Any]]:
    """Give tables whose cells are words in a language, with the rows of the other beside.

    Parameters
    ----------
    make : callable
        Gives the tables in a language, as :func:`table` does; the same ones in either.
    lang : {"zh", "en"}
        That in which the work was asked for.

    Returns
    -------
    list of dict
        Also with ``also``: language -> rows in it; who looks at the result later may read another.
    """
    tables = make(lang)
    for other in LANGS:
        if other == lang:
            continue
        for one, told in zip(tables, make(other), strict=True):
            if told["rows"] != one["rows"]:
                one["also"] = {other: told["rows"]}
    return tables


def figure(value: float | None, lang: Lang, digits: Digits = ESTIMATE) -> str:
    """Write a figure to the digits that it deserves.

    Parameters
    ----------
    value : float or None
        The figure; None or NaN where it is not known.
    lang : {"zh", "en"}
        Language that it is written in.
    digits : Digits
        How many count; those of an estimate if left out.

    Returns
    -------
    str
        A dash where it is not known.
    """
    return write(math.nan if value is None else float(value), digits, lang)
