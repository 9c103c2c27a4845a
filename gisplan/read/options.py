"""What a reader is told, what it says it found, and how much it may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from gisplan.errors import FileError
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a file may take before it is refused.

    Attributes
    ----------
    file_bytes : int
        Size of the file itself, in bytes.
    expanded_bytes : int
        Size of all members of an archive (a zipped shapefile, an XLSX) together, in bytes.
    members : int
        Members of an archive.
    cell_chars : int
        Characters in one cell. A cell of Excel holds 32,767 at most.
    memory_bytes : int
        Address space of the process that parses, in bytes (not enforced on Windows).
    seconds : int
        Time that parsing may take.
    """

    file_bytes: int = 1 << 30
    expanded_bytes: int = 512 << 20
    members: int = 10_000
    cell_chars: int = 131_072
    memory_bytes: int = 3 << 30
    seconds: int = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What a planner knows of a file better than a guess does. All may be left out.

    Attributes
    ----------
    encoding : str, optional
        Encoding of a CSV or of the attributes of a shapefile, such as ``gb18030``.
    separator : str, optional
        The one character between the cells of a CSV.
    sheet : str, optional
        Sheet of a workbook.
    layer : str, optional
        Layer of a GeoPackage, KML or archive of shapefiles.
    heading_row : int, optional
        Row of the column names, as Excel or an editor counts it (the first is 1).
    crs : str, optional
        What the coordinates of a vector file are in (``EPSG:4490``), whatever the file says.
    datum : str, optional
        What the coordinates of a vector file are in where the system that it names can't be
        brought to WGS 84 (Xian 1980, Beijing 1954, none); they are then left as they stand.
    heading_words : tuple of str
        Spellings of headings (without blanks, in small letters) by which the row of the
        column names is found in a sheet or CSV; without any, it is found by its shape.
    limits : Limits
        How much the file may take.
    """

    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    layer: str | None = None
    heading_row: int | None = None
    crs: str | None = None
    datum: str | None = None
    heading_words: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)

    def plain(self) -> dict[str, Any]:
        """Give the options as a dict of plain values.

        Returns
        -------
        dict of str to Any
            As :meth:`from_plain` takes them.
        """
        return asdict(self)

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> ReadOptions:
        """Take the options back from :meth:`plain`.

        Parameters
        ----------
        values : mapping of str to Any
            What :meth:`plain` gave.

        Returns
        -------
        ReadOptions
            The same options.
        """
        words, limits = tuple(values["heading_words"]), Limits(**values["limits"])
        return cls(**{**values, "heading_words": words, "limits": limits})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a reader detected, guessed or met.

    Attributes
    ----------
    kind : str
        What it is about. Facts of the file: ``format``, ``encoding``, ``separator``,
        ``heading``, ``above`` (a cell above the heading, as it stands), ``sheet``, ``layer``,
        ``crs``, ``fields``. What was done: ``merged`` (merged cells filled), ``filled`` (the
        rows of one column that were). What to look at: ``hidden_sheet``, ``hidden_rows``,
        ``hidden_columns``, ``unnamed_column``, ``more_cells``,
        ``fewer_cells``, ``formula``, ``error_cell``, ``long_number``, ``no_geometry``,
        ``not_finite``, ``bad_coordinates``, ``crs_doubt``, ``nested``, ``driver``, ``deleted``.
    message : Text
        What is told, in both languages.
    rows : tuple of int
        The rows it is about, as the index of the table counts them; empty if it is about all.
    column : str
        The column it is about; empty if it is about none in particular.
    """

    kind: str
    message: Text
    rows: tuple[int, ...] = ()
    column: str = ""

    def plain(self) -> dict[str, Any]:
        """Give the finding as a dict of plain values.

        Returns
        -------
        dict of str to Any
            As :meth:`from_plain` takes it.
        """
        return asdict(self)

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Finding:
        """Take the finding back from :meth:`plain`.

        Parameters
        ----------
        values : mapping of str to Any
            What :meth:`plain` gave.

        Returns
        -------
        Finding
            The same finding.
        """
        return cls(
            kind=values["kind"],
            message=Text(**values["message"]),
            rows=tuple(values["rows"]),
            column=values["column"],
        )


def refusal(file: str, zh: str, en: str) -> FileError:
    """Make the error that says why a file is not read.

    Parameters
    ----------
    file : str
        Name of the file.
    zh : str
        Why, in Chinese.
    en : str
        Why, in English.

    Returns
    -------
    FileError
        The error.
    """
    return FileError(Text(f"{file}：{zh}", f"{file}: {en}"))


def unreadable(file: str, zh: str, en: str) -> FileError:
    """Make the error for a file that is damaged or not what its name says.

    Parameters
    ----------
    file : str
        Name of the file.
    zh : str
        What is wrong, in Chinese.
    en : str
        What is wrong, in English.

    Returns
    -------
    FileError
        The error.
    """
    return refusal(file, f"无法读取（{zh}）", f"can't be read ({en})")


def damaged(file: str, error: BaseException) -> FileError:
    """Make the error for a file that a library can't read; its words are kept for a report.

    Parameters
    ----------
    file : str
        Name of the file.
    error : BaseException
        What the library says.

    Returns
    -------
    FileError
        To be raised.
    """
    made = unreadable(
        file,
        "文件已损坏、不完整或不是所称的类型；请重新导出",
        "damaged, cut off or another kind than it says; export it again",
    )
    made.add_note(str(error))
    return made


def too_long(file: str, row: int, column: str, most: int) -> FileError:
    """Make the error for a cell with more characters than allowed.

    Parameters
    ----------
    file : str
        Name of the file, and of the sheet or layer.
    row : int
        Row of the cell, as the table counts them.
    column : str
        Name of its column.
    most : int
        How many characters are allowed.

    Returns
    -------
    FileError
        The error.
    """
    return refusal(
        file,
        f"第 {row} 行的 {column[:80]} 超过 {most:,} 个字符",
        f"row {row}: {column[:80]} has more than {most:,} characters",
    )


def named_layer(name: str) -> Finding:
    """Say which layer a table is.

    Parameters
    ----------
    name : str
        Its name.

    Returns
    -------
    Finding
        Of kind ``layer``.
    """
    return Finding(kind="layer", message=Text(f"图层 {name}", f"layer {name}"))


def listed(rows: tuple[int, ...] | list[int], most: int = 10) -> tuple[str, str]:
    """Give the first of some row numbers as words, in Chinese and in English.

    Parameters
    ----------
    rows : tuple[int, ...] | list[int]
        Numbers of rows.
    most : int, optional
        How many are named.

    Returns
    -------
    tuple[str, str]
        Chinese words and English words.
    """
    shown = [str(row) for row in rows[:most]]
    more = len(rows) > most
    zh = "、".join(shown) + (f" 等 {len(rows)} 行" if more else " 行")
    en = ", ".join(shown) + (f" and {len(rows) - most} more" if more else "")
    return f"第 {zh}", f"{'row' if len(rows) == 1 else 'rows'} {en}"
