"""What an import is asked for, and what it says it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gisplan.catalog.layer import Problem
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.importing.mapping import ImportMapping

#: Kinds of layers that there is a template for, in ``layers/templates``.
KINDS = ("enterprises", "facilities", "parks")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What an import is asked for.

    Parameters
    ----------
    sheet : str, optional
        Sheet of a workbook or layer of a GeoPackage.
    encoding : str, optional
        Of a text file; found out if left out.
    separator : str, optional
        The one character between the cells of a text file.
    heading_row : int, optional
        Row of the column names, as Excel counts it.
    crs : str, optional
        Of a vector file, whatever it says: ``EPSG:4490``.
    datum : str, optional
        Of the file's coordinates; before what a mapping or a heading says.
    mapping : pathlib.Path, optional
        A mapping to use in place of that of the last import.
    kind : str, optional
        Template for a layer that is not declared yet, one of ``KINDS``; the layer's own name if
        that is one.
    replace : bool
        Drop all rows of the layer, not only those of the same file.
    source : str, optional
        Name for the file in ``source_file`` and ``id``, where several files have the same.
    into : pathlib.Path, optional
        Folder of declarations to import into, in place of that of the workspace.
    dry_run : bool
        Work everything out and write nothing.
    lang : {"zh", "en"}
        Language of the reports.
    """

    sheet: str | None = None
    encoding: str | None = None
    separator: str | None = None
    heading_row: int | None = None
    crs: str | None = None
    datum: str | None = None
    mapping: Path | None = None
    kind: str | None = None
    replace: bool = False
    source: str | None = None
    into: Path | None = None
    dry_run: bool = False
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOptions:
    """What is known of a file better than a guess has it.

    Parameters
    ----------
    datum : str
        Of its coordinates; before what a heading says. WGS 84 if neither says anything.
    sheet : str, optional
        Sheet of a workbook, or layer of a GeoPackage.
    encoding : str, optional
        Of a text file; found out if left out.
    mapping : pathlib.Path, optional
        Which heading each column comes from, as of an import.
    """

    datum: str = ""
    sheet: str | None = None
    encoding: str | None = None
    mapping: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did.

    Parameters
    ----------
    layer : str
    rows, used, set_aside : int
        Rows in the file; ``rows == used + set_aside``.
    kept, replaced : int
        Rows that the layer had: those still in it, and those that gave way.
    example : bool
        Whether those that gave way were the unchanged shipped example.
    detected : tuple of Text
        What the reader found the file to be: encoding, separator, row of the headings …
    problems : tuple of Problem
    duplicates : int
        Pairs proposed.
    mapping : ImportMapping
    evidence : pandas.DataFrame, optional
        What the datum was inferred from.
    counts : mapping of str to int
        See :class:`gisplan.importing.convert.Converted`.
    written : tuple of pathlib.Path
        Empty after a dry run.
    declared : bool
        Whether the layer was declared by this import.
    seconds : float
    """

    layer: str
    rows: int
    used: int
    set_aside: int
    kept: int
    replaced: int
    example: bool
    detected: tuple[Text, ...]
    problems: tuple[Problem, ...]
    duplicates: int
    mapping: ImportMapping
    evidence: pd.DataFrame | None
    counts: Mapping[str, int]
    written: tuple[Path, ...]
    declared: bool
    seconds: float


def told(report: ImportReport) -> Text:
    """Say in one sentence what became of the rows."""
    kept = Text(
        f"；图层原有 {report.kept} 行保留、{report.replaced} 行被替换"
        if report.kept or report.replaced
        else "",
        f"; of the layer's earlier rows {report.kept} stay, {report.replaced} gave way"
        if report.kept or report.replaced
        else "",
    )
    return Text(
        f"读入 {report.rows} 行 = 采用 {report.used} 行 + 搁置 {report.set_aside} 行{kept.zh}",
        f"{report.rows} rows in = {report.used} used + {report.set_aside} set aside{kept.en}",
    )
