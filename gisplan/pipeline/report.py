"""What a build is asked for, and what it says it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from gisplan.catalog.layer import DataProblem
from gisplan.errors import FileError
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

    Examples
    --------
    >>> import gisplan
    >>> gisplan.BuildOptions(lang="en", maps=("overview",)).maps
    ('overview',)
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
    problems : list of DataProblem
        Of all layers, also of those that did not change.
    kept : list of (pathlib.Path, pathlib.Path)
        A file that was there and not as gisplan wrote it, and where it lies now.
    unwritten : list of Text
        What could not be written, since another program holds it.
    notes : tuple of Text
        What of the declarations is right today and won't be in the next release.
    seconds : float
        How long it took.
    slowest : list of (Text, float)
        Titles of the layers made that took longest, and the seconds of each, longest first.

    Examples
    --------
    >>> import gisplan
    >>> report = gisplan.BuildReport(made=["counties"], unchanged=3)
    >>> report.made, len(report.written)
    (['counties'], 0)
    """

    written: list[Written] = field(default_factory=list)
    unchanged: int = 0
    made: list[str] = field(default_factory=list)
    left_out: list[tuple[Text, Text]] = field(default_factory=list)
    problems: list[DataProblem] = field(default_factory=list)
    kept: list[tuple[Path, Path]] = field(default_factory=list)
    unwritten: list[Text] = field(default_factory=list)
    notes: tuple[Text, ...] = ()
    seconds: float = 0.0
    slowest: list[tuple[Text, float]] = field(default_factory=list)


class NotAllWrittenError(FileError):
    """A build wrote all but what another program holds.

    Parameters
    ----------
    report : BuildReport
        What was written, and what was not.
    """

    def __init__(self, report: BuildReport) -> None:
        count = len(report.unwritten)
        super().__init__(
            Text(
                f"{count} 处未能写出，其余均已写出；关闭后再运行一次 gisplan build：",
                f"{count} could not be written, all else was; close them and run gisplan build"
                " again:",
            ),
            faults=report.unwritten,
        )
        self.report = report
