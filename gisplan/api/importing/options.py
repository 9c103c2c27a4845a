"""What an import is asked for, and what it says it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from gisplan.catalog.layer import Column, DataProblem
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.importing.mapping import ImportMapping

#: Kinds of layers that there is a template for, in ``layers/templates``.
KINDS = ("enterprises", "facilities", "parks")
#: A layer with the file's own columns, for a table that is none of these.
TABLE = "table"
#: What becomes of the rows of an earlier file of the same name.
Mode = Literal["add", "replace", "update"]
MODES: tuple[Mode, ...] = ("add", "replace", "update")
#: The answer to the question for a sheet that takes them all, and what it says.
ALL_SHEETS = ("*", Text("全部", "all of them"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What an import is asked for.

    Attributes
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
        Template for a layer that is not declared yet, one of ``KINDS``, or ``"table"`` for one
        with the file's own columns; the layer's own name if that is one.
    units : mapping of str to str
        Heading, or column of the layer, to the unit of its cells: ``{"产值": "万元"}``.
    columns : mapping of str to str
        Column of the layer, by name or title, to the heading that it comes from.
    values : mapping of str to str
        Column of the layer, by name or title, to what every row gets.
    skip : tuple of str
        Headings that are not used.
    keep_rows : tuple of int
        Rows that are data although they look like a total, a note or a heading.
    rows : tuple of range
        Rows outside of these are no data; empty for no such bound.
    all_sheets : bool
        Import all sheets that fit, hidden ones and those of the same names too.
    mode : {"add", "replace", "update"}, optional
        What becomes of the rows of an earlier file of the same name that has other rows: kept
        beside the new ones; dropped; or kept but for those of the same code or name.
    title : str, optional
        Of a new layer, or of one that held the example; found in the file if left out.
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
    units: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    skip: tuple[str, ...] = ()
    keep_rows: tuple[int, ...] = ()
    rows: tuple[range, ...] = ()
    all_sheets: bool = False
    mode: Mode | None = None
    title: str | None = None
    replace: bool = False
    source: str | None = None
    into: Path | None = None
    dry_run: bool = False
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOptions:
    """What is known of a file better than a guess has it.

    Attributes
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

    Attributes
    ----------
    layer : str
        Name of the layer.
    rows : int
        Rows of data in the file; ``rows == used + set_aside``.
    used : int
        Rows that are in the layer now.
    set_aside : int
        Rows that can't be used.
    kept : int
        Rows that the layer had, and still has.
    replaced : int
        Rows that the layer had, and that gave way.
    example : bool
        Whether those that gave way were the unchanged shipped example.
    unchanged : bool
        Whether the layer was left as it was, since no row could be used.
    proposed : Text, optional
        Why this layer was chosen, where none was named.
    not_data : pandas.DataFrame
        The other rows: ``sheet``, ``row``, ``kind`` (a key of
        :data:`gisplan.importing.rows.KINDS`), ``words``.
    gone : tuple of str
        Names of those that gave way and are not in the layer any more.
    warnings : tuple of Text
        What must be read first: it may make figures or places wrong.
    told : tuple of Text
        What was decided from what the file says.
    columns : tuple of Column
        Of the layer.
    figures : mapping of str to int
        Column of figures to the new rows that have one.
    missing : tuple of Text
        Titles of columns of the layer that the file does not give.
    preview : pandas.DataFrame
        The first rows as they are in the layer, texts, without empty columns.
    sheets : tuple of str
        The sheets or folders imported.
    map : str
        A map that shows the layer, to be built next; empty if there is none.
    detected : tuple of Text
        What the reader found the file to be: encoding, separator, row of the headings and the like.
    problems : tuple of DataProblem
        What was found.
    duplicates : int
        Pairs proposed.
    mapping : ImportMapping
        Which heading each column comes from.
    headings : mapping of str to tuple of str
        Each heading of the file, used or not, with its first cells.
    evidence : pandas.DataFrame, optional
        What the datum was inferred from.
    counts : mapping of str to int
        See :class:`gisplan.importing.convert.Converted`.
    written : tuple of pathlib.Path
        Empty after a dry run.
    declared : bool
        Whether the layer was declared by this import.
    seconds : float
        How long it took.
    """

    layer: str
    rows: int
    used: int
    set_aside: int
    kept: int
    replaced: int
    example: bool
    unchanged: bool
    proposed: Text | None
    not_data: pd.DataFrame
    gone: tuple[str, ...]
    warnings: tuple[Text, ...]
    told: tuple[Text, ...]
    columns: tuple[Column, ...]
    figures: Mapping[str, int]
    missing: tuple[Text, ...]
    preview: pd.DataFrame
    sheets: tuple[str, ...]
    map: str
    detected: tuple[Text, ...]
    problems: tuple[DataProblem, ...]
    duplicates: int
    mapping: ImportMapping
    headings: Mapping[str, tuple[str, ...]]
    evidence: pd.DataFrame | None
    counts: Mapping[str, int]
    written: tuple[Path, ...]
    declared: bool
    seconds: float


def told(report: ImportReport) -> Text:
    """Say in one sentence what became of the rows.

    Parameters
    ----------
    report : ImportReport
        What the import did.

    Returns
    -------
    Text
        In both languages.
    """
    kept = Text(
        f"；图层原有 {report.kept} 行保留、{report.replaced} 行被替换"
        if report.kept or report.replaced
        else "",
        f"; of the layer's earlier rows {report.kept} stay, {report.replaced} gave way"
        if report.kept or report.replaced
        else "",
    )
    other = len(report.not_data)
    if other:
        kept = Text(f"；另有 {other} 行不是数据{kept.zh}", f"; {other} rows are no data{kept.en}")
    return Text(
        f"读入 {report.rows} 行 = 采用 {report.used} 行 + 搁置 {report.set_aside} 行{kept.zh}",
        f"{report.rows} rows in = {report.used} used + {report.set_aside} set aside{kept.en}",
    )
