"""The problems of one table, and the rows that they cost."""

from __future__ import annotations

import numpy as np
import pandas as pd

from gisplan.catalog.layer import DataProblem
from gisplan.text import Text

_LEFT_OUT = Text("该行已搁置", "the row was set aside")


class RowProblems:
    """The problems of one table, and the rows that they cost.

    Parameters
    ----------
    file : str
        Name of the file or analysis.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[DataProblem] = []
        self.lost: set[int] = set()

    def lose(self, row: int, column: str, value: object, message: Text) -> None:
        """Set a row aside.

        Parameters
        ----------
        row : int
            Line of the row.
        column : str
            Name of the column; empty if it is about none.
        value : object
            What the cell holds.
        message : Text
            What is wrong.
        """
        self.lost.add(row)
        self._note(row, column, value, (message, _LEFT_OUT))

    def repair(self, row: int, column: str, value: object, told: tuple[Text, str]) -> None:
        """Note a repair: what was wrong, and the new value.

        Parameters
        ----------
        row : int
            Line of the row.
        column : str
            Name of the column; empty if it is about none.
        value : object
            What the cell holds.
        told : tuple[Text, str]
            What was wrong, and the new value as text.
        """
        message, new = told
        self._note(row, column, value, (message, Text(f"已改为：{new}", f"changed to: {new}")))

    def remark(self, column: str, message: Text, action: Text) -> None:
        """Note what is not of one row.

        Parameters
        ----------
        column : str
            Name of the column; empty if it is about none.
        message : Text
            What is wrong.
        action : Text
            What was done about it.
        """
        self._note(None, column, None, (message, action))

    def _note(self, row: int | None, column: str, value: object, told: tuple[Text, Text]) -> None:
        self.problems.append(
            DataProblem(
                file=self.file,
                row=row,
                column=column,
                value="" if is_nothing(value) else str(value)[:200],
                message=told[0],
                action=told[1],
                set_aside=told[1] is _LEFT_OUT,
            )
        )


def is_nothing(value: object) -> bool:
    """Tell whether a cell stands for nothing.

    Parameters
    ----------
    value : object
        What a cell holds.

    Returns
    -------
    bool
        True where it is empty or missing.
    """
    return value is None or value is pd.NA or value is pd.NaT or value == "" or _is_nan(value)


def _is_nan(value: object) -> bool:
    return isinstance(value, float | np.floating) and bool(np.isnan(value))
