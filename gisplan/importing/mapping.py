"""What an import takes each column from, kept so that the next one needs no questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gisplan.catalog.as_toml import quoted
from gisplan.catalog.declaration import Declaration
from gisplan.catalog.layer import PRECISIONS, Precision
from gisplan.errors import DatumError
from gisplan.importing.headings import Heading
from gisplan.importing.match_headings import Recognised
from gisplan.places.crs import canonical_datum

#: How exact a point of a planner's file is taken to be, where nothing says it.
ASSUMED: Precision = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Where one column comes from.

    Attributes
    ----------
    heading : str
        Heading in the file; empty if ``value`` serves for every row.
    value : str
        What every row gets.
    unit : str
        Unit of cells that name none.
    unit_heading : str
        Heading of the column that holds each cell's unit.
    days_per_year : float, optional
        Days of operation a year, to turn what is given a day into what is declared a year.
    words : mapping of str to str
        Cells and what they become.
    otherwise : str, optional
        What a cell that is none of ``words`` becomes; it stays as it is if left out.
    decided : bool
        Whether a person or an earlier import chose the heading, not this import by its looks.
    """

    heading: str = ""
    value: str = ""
    unit: str = ""
    unit_heading: str = ""
    days_per_year: float | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    otherwise: str | None = None
    decided: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMapping:
    """Where the columns of a layer come from, and in which datum its positions are.

    Attributes
    ----------
    columns : mapping of str to ColumnMapping
        By column of the layer, or meaning of ``headings.PLACES``, ``headings.POSITIONS``.
    datum : str
        As :func:`gisplan.places.crs.canonical_datum` knows it; empty if not decided.
    precision : Precision
        How exact the file's own points are.
    """

    columns: Mapping[str, ColumnMapping] = field(default_factory=dict)
    datum: str = ""
    precision: Precision = ASSUMED

    def present(self, headings: tuple[str, ...]) -> ImportMapping:
        """Give the part of it that a file with these headings has.

        Parameters
        ----------
        headings : tuple of str
            Headings of the file.

        Returns
        -------
        ImportMapping
            Another mapping.
        """
        columns = {
            name: item
            for name, item in self.columns.items()
            if item.heading in headings or not item.heading
        }
        return replace(self, columns=columns)

    def without(self, name: str) -> ImportMapping:
        """Give it without one column.

        Parameters
        ----------
        name : str
            The column.

        Returns
        -------
        ImportMapping
            Another mapping.
        """
        return replace(self, columns={k: v for k, v in self.columns.items() if k != name})

    def headings(self) -> dict[str, str]:
        """Give the heading of each column that has one.

        Returns
        -------
        dict of str to str
            Heading by column.
        """
        return {name: item.heading for name, item in self.columns.items() if item.heading}

    def completed(self, recognised: Recognised, measured: frozenset[str]) -> ImportMapping:
        """Add what was recognised; what is decided already stays.

        Parameters
        ----------
        recognised : Recognised
            What was recognised.
        measured : frozenset of str
            Columns that hold numbers; a unit or year in the heading of another says nothing.

        Returns
        -------
        ImportMapping
            Another mapping.
        """
        columns = dict(self.columns)
        for name, heading in recognised.found.items():
            side = recognised.unit_of.get(name, "") if name in measured else ""
            unit = heading.unit if name in measured else ""
            columns[name] = ColumnMapping(
                heading=heading.text, unit=unit, unit_heading=side, decided=False
            )
        return replace(self, columns=columns)

    def with_years(self, found: Mapping[str, Heading], names: tuple[str, ...]) -> ImportMapping:
        """Take the year from a heading (2021年产值) where the layer has a column for it.

        Parameters
        ----------
        found : mapping of str to Heading
            Headings by column, taken apart.
        names : tuple of str
            Columns of the layer.

        Returns
        -------
        ImportMapping
            Another mapping.
        """
        columns = dict(self.columns)
        for name, heading in found.items():
            year = f"{name}_year"
            if heading.year and year in names and year not in columns:
                columns[year] = ColumnMapping(value=heading.year)
        return replace(self, columns=columns)


def from_declaration(entry: Declaration) -> ImportMapping:
    """Read a mapping from TOML; what is wrong is noted in ``entry``.

    Parameters
    ----------
    entry : Declaration
        The declaration as it was read.

    Returns
    -------
    ImportMapping
        The mapping.
    """
    table = entry.table("columns")
    columns = {}
    for name in table:
        item = table.table(name)
        columns[name] = ColumnMapping(
            heading=item.string("heading", ""),
            value=item.string("value", ""),
            unit=item.string("unit", ""),
            unit_heading=item.string("unit_heading", ""),
            days_per_year=item.number("days_per_year"),
            words={key: str(word) for key, word in item.mapping("words").items()},
            otherwise=item.optional_string("otherwise"),
        )
        if bool(columns[name].heading) == bool(columns[name].value):
            table.fault(name, "须写 heading 或 value 其中之一", "give either heading or value")
        item.finish()
    mapping = ImportMapping(
        columns=columns,
        datum=_datum(entry),
        precision=entry.choice("precision", PRECISIONS, ASSUMED),
    )
    entry.finish()
    return mapping


def _datum(entry: Declaration) -> str:
    """Give the datum in its canonical name; a name that is not known is a fault.

    Parameters
    ----------
    entry : Declaration
        The declaration; it takes the fault.

    Returns
    -------
    str
        Empty if none is named, or it is not known.
    """
    told = entry.string("datum", "")
    try:
        return canonical_datum(told) if told else ""
    except DatumError as error:
        entry.fault("datum", error.message.zh, error.message.en)
        return ""


def to_toml(mapping: ImportMapping, *, layer: str) -> str:
    """Write a mapping as TOML that :func:`from_declaration` reads back.

    Parameters
    ----------
    mapping : ImportMapping
        Which heading each column comes from.
    layer : str
        Name of the layer, for the comment at the top.

    Returns
    -------
    str
        The file's content.
    """
    lines = [
        f"# 图层 {layer} 的导入映射：各列取自文件的哪个表头；下次导入照此办理，可修改。",
        f"# Mapping of imports into {layer}: the heading that each column comes from. The next",
        "# import follows it; edit it as you need.",
    ]
    if mapping.datum:
        lines.append(f"datum = {quoted(mapping.datum)}")
    lines.append(f"precision = {quoted(mapping.precision)}")
    for name, item in sorted(mapping.columns.items()):
        lines += ["", f"[columns.{name}]"]
        texts = {
            "heading": item.heading,
            "value": item.value,
            "unit": item.unit,
            "unit_heading": item.unit_heading,
        }
        lines += [f"{key} = {quoted(text)}" for key, text in texts.items() if text]
        if item.days_per_year is not None:
            lines.append(f"days_per_year = {item.days_per_year!r}")
        if item.otherwise is not None:
            lines.append(f"otherwise = {quoted(item.otherwise)}")
        if item.words:
            words = ", ".join(f"{quoted(k)} = {quoted(v)}" for k, v in item.words.items())
            lines.append(f"words = {{ {words} }}")
    return "\n".join(lines) + "\n"
