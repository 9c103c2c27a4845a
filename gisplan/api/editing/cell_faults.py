"""Why a cell or a row can't be kept, in a sentence with row and column."""

from __future__ import annotations

from dataclasses import dataclass

from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFault:
    """Why a cell, or a row, can't be kept, or should be looked at.

    Attributes
    ----------
    row : int, optional
        Its row; None if it is of no one row.
    column : str
        Name of the column; empty if it is of none.
    value : str
        What was written.
    words : Text
        The sentence, with row and column.
    """

    row: int | None
    column: str
    value: str
    words: Text

    @property
    def columns(self) -> tuple[str, ...]:
        """Give the columns that it is of.

        Returns
        -------
        tuple of str
            A position is of two.
        """
        return names_of(self.column)


def cell_fault(row: int | None, column: str, value: str, zh: str, en: str) -> CellFault:
    """Say why a cell, or a row, can't be kept.

    Parameters
    ----------
    row : int or None
        Its row; None if it is of no one row.
    column : str
        Name of the column; empty if it is of none.
    value : str
        What was written.
    zh : str
        The sentence, in Chinese.
    en : str
        The sentence, in English.

    Returns
    -------
    CellFault
        The fault.
    """
    return CellFault(row=row, column=column, value=value, words=Text(zh, en))


def names_of(columns: str) -> tuple[str, ...]:
    """Give the columns that a problem names.

    Parameters
    ----------
    columns : str
        Names, with commas between.

    Returns
    -------
    tuple of str
        Each name; none if it is of no column.
    """
    parts = (name.strip() for name in columns.replace("、", ",").split(","))
    return tuple(name for name in parts if name)
