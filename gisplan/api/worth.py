"""What answers about sites are worth: how complete the list of the sites is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gisplan.catalog.layer import Bound, Layer, Outcome, PartialList
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import (
    STANDING,
    Worth,
    headed,
    known_layer,
    said_of,
    where_drawn,
    worth_of,
)
from gisplan.text import Text

__all__ = [
    "STANDING",
    "Bound",
    "Worth",
    "headed",
    "of_file",
    "of_layer",
    "said_of",
    "where_drawn",
]


def of_layer(
    sites: Layer, chosen: Outcome, *, kinds: Sequence[str], year: int, place: Workspace
) -> Worth | None:
    """Tell what figures are worth that come from sites of a layer.

    Parameters
    ----------
    sites : Layer
        Layer of the sites.
    chosen : Outcome
        Those of them that count.
    kinds : sequence of str
        Kinds that count; all if empty.
    year : int
        Year of the answer.
    place : Workspace
        That has what is known of the whole.

    Returns
    -------
    Worth or None
        None where the layer declares that it lists all there are.
    """
    # imported here: it brings in tables, which help does without
    from gisplan.api import load

    lists = sites.spec.partial_lists
    known = known_layer(lists)
    totals = load.load_layer(known, place=place).table if known else None
    return worth_of(lists, counted=len(chosen.table), kinds=kinds, year=year, totals=totals)


def of_file(path: Path, counted: int) -> Worth | None:
    """Tell what figures are worth that come from sites of a person's own file.

    Parameters
    ----------
    path : pathlib.Path
        The person's own file.
    counted : int
        Sites of it that count.

    Returns
    -------
    Worth or None
        A file does not say whether it lists all there are.
    """
    own = PartialList(layer="", title=Text(path.name, path.name), complete="unknown")
    return worth_of((own,), counted=counted)
