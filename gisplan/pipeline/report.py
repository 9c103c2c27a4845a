"""What a build is asked for, and what it says it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from gisplan.catalog.layer import Problem
from gisplan.render.web.basemap import Basemap
from gisplan.text import Lang, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build is asked for.

    Attributes
    ----------
    lang : {"zh", "en"}
        Language in which the maps open.
    maps : tuple of str
        Names of the maps to make; all of them if empty.
    basemap : Basemap, optional
        An online map below the layers; without it the page opens no connection.
    """

    lang: Lang = "zh"
    maps: tuple[str, ...] = ()
    basemap: Basemap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that a build wrote."""

    path: Path
    title: Text
    size: int
    seconds: float


@dataclass(slots=True)
class BuildReport:
    """What a build did.

    Attributes
    ----------
    written : list of Written
        Files that were written, in order.
    unchanged : int
        Files that were as they should be and were not written again.
    made : list of str
        Layers that were computed.
    left_out : list of (Text, Text)
        Title of a layer, and what of it was left out and why.
    problems : list of Problem
        Of all layers, also of those that did not change.
    seconds : float
        How long it took.
    """

    written: list[Written] = field(default_factory=list)
    unchanged: int = 0
    made: list[str] = field(default_factory=list)
    left_out: list[tuple[Text, Text]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seconds: float = 0.0
