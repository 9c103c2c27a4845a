"""What was found in one table of an import, gathered as it goes."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from gisplan.schema import Problem
from gisplan.text import Text

SET_ASIDE = Text("该行已搁置", "the row was set aside")
KEPT = Text("保留原样，请核对", "left as it is; please check")
EMPTIED = Text("按空值处理", "taken as unknown")
#: Longest value shown; a cell may hold megabytes.
_SHOWN = 200


@dataclass(slots=True)
class Findings:
    """Problems of one table, and the rows that they cost.

    Parameters
    ----------
    file, sheet : str
        Where the table stands.
    problems : list of Problem
    lost : set of int
        Rows set aside, by their number in the file.
    """

    file: str
    sheet: str = ""
    problems: list[Problem] = field(default_factory=list)
    lost: set[int] = field(default_factory=set)

    def note(self, cell: tuple[int | None, str, object], message: Text, action: Text) -> None:
        """Note a problem of a cell, given as row, column and value."""
        row, column, value = cell
        self.problems.append(
            Problem(
                file=self.file,
                sheet=self.sheet,
                row=row,
                column=column,
                value="" if value is None else str(value)[:_SHOWN],
                message=message,
                action=action,
                set_aside=action is SET_ASIDE,
            )
        )
        if action is SET_ASIDE and row is not None:
            self.lost.add(row)

    def note_all(
        self, messages: pd.Series, cells: pd.Series, column: str, action: Text | None = None
    ) -> None:
        """Note a problem for every row that has a message.

        Parameters
        ----------
        messages : pandas.Series of object
            ``Text`` or None, by row.
        cells : pandas.Series
            What stood there, by row.
        column : str
            Heading in the file.
        action : Text, optional
            What was done; if left out, the message says so itself (a repair).
        """
        for row in told(messages):
            self.note(
                (row, column, cells.loc[row]), messages.loc[row], action or Text("已修正", "mended")
            )

    def repaired(
        self,
        messages: pd.Series,
        cells: pd.Series,
        column: str,
        new_values: pd.Series,
    ) -> None:
        """Note repairs, with the old value and the new one; ``new_values`` has at least these."""
        for row in told(messages):
            new = new_values.loc[row]
            action = Text(f"已改为：{new}", f"changed to: {new}")
            self.note((row, column, cells.loc[row]), messages.loc[row], action)


def told(messages: pd.Series) -> list[int]:
    """Give the rows that have a message."""
    values = messages.to_numpy(dtype=object)
    rows: list[int] = messages.index[np.flatnonzero(~pd.isna(values))].tolist()
    return rows
