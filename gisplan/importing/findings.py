"""What was found in one table of an import, gathered as it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from gisplan.catalog.layer import DataProblem
from gisplan.text import Text

SET_ASIDE = Text("该行已搁置", "the row was set aside")
KEPT = Text("保留原样，请核对", "left as it is; please check")
EMPTIED = Text("该格按空值处理，该行保留", "the cell is taken as unknown; the row stays")
NOT_DATA = Text("不作为数据行", "not taken for a row of data")
_MENDED = Text("已修正", "mended")
REWORDED = Text("不是声明的写法", "not as the declaration has it")
NOTHING_KNOWN = Text("表示没有数据的字样", "a word for nothing known")
#: Longest value shown; a cell may hold megabytes.
_SHOWN = 200


@dataclass(slots=True)
class Findings:
    """Problems of one table, and the rows that they cost.

    Attributes
    ----------
    file : str
        Name of the file.
    sheet : str
        Sheet or layer; empty where there is none.
    problems : list of DataProblem
        What was found.
    lost : set of int
        Rows set aside, by their number in the file.
    strict : bool
        Whether a cell that can't be used costs its row even where its column may be empty: a
        choice among sites must not pass over one.
    warnings : list of Text
        What must be read first: it may make figures or places wrong.
    told : list of Text
        What was decided from what the file says, and is no problem.
    hints : list of Text
        What helps to answer if the datum must be asked for.
    """

    file: str
    sheet: str = ""
    problems: list[DataProblem] = field(default_factory=list)
    lost: set[int] = field(default_factory=set)
    strict: bool = False
    warnings: list[Text] = field(default_factory=list)
    told: list[Text] = field(default_factory=list)
    hints: list[Text] = field(default_factory=list)

    def action(self, *, required: bool) -> Text:
        """Give what becomes of a cell that can't be used.

        Parameters
        ----------
        required : bool
            Whether its column must not be empty.

        Returns
        -------
        Text
            That its row is set aside, or that it is left empty.
        """
        return SET_ASIDE if required or self.strict else EMPTIED

    def warn(self, zh: str, en: str) -> None:
        """Say what must be read first.

        Parameters
        ----------
        zh : str
            The sentence in Chinese.
        en : str
            The same in English.
        """
        self.warnings.append(Text(zh, en))

    def say(self, zh: str, en: str) -> None:
        """Say what was decided.

        Parameters
        ----------
        zh : str
            The sentence in Chinese.
        en : str
            The same in English.
        """
        self.told.append(Text(zh, en))

    def note(self, cell: tuple[int | None, str, object], message: Text, action: Text) -> None:
        """Note a problem of a cell, given as row, column and value.

        Parameters
        ----------
        cell : tuple[int | None, str, object]
            Row (None if it is of none), column and value.
        message : Text
            What is wrong.
        action : Text
            What was done.
        """
        row, column, value = cell
        self.problems.append(
            DataProblem(
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
        rows = told(messages)
        texts, values = messages.loc[rows].tolist(), cells.loc[rows].tolist()
        for row, text, value in zip(rows, texts, values, strict=True):
            self.note((row, column, value), text, action or _MENDED)

    def repaired(
        self,
        messages: pd.Series,
        cells: pd.Series,
        column: str,
        new_values: pd.Series,
    ) -> None:
        """Note repairs, with the old value and the new one; ``new_values`` has at least these.

        Parameters
        ----------
        messages : pandas.Series
            What was repaired, by row; None where nothing was.
        cells : pandas.Series
            The cells as they stand.
        column : str
            What messages call the column.
        new_values : pandas.Series
            What each became.
        """
        rows = told(messages)
        texts, olds = messages.loc[rows].tolist(), cells.loc[rows].tolist()
        for row, text, old, new in zip(
            rows, texts, olds, new_values.loc[rows].tolist(), strict=True
        ):
            zh, en = (new, new) if str(new) else ("空值", "unknown")
            action = Text(f"已改为：{zh}", f"changed to: {en}")
            self.note((row, column, old), text, action)

    def reworded(
        self,
        changed: Mapping[str, str],
        cells: pd.Series,
        column: str,
        labels: Mapping[str, Text] | None = None,
    ) -> None:
        """Note cells put as the declaration has them: each old value once, with its count.

        ``labels`` has the words for what they became, where that is a code.

        Parameters
        ----------
        changed : mapping of str to str
            Old cell to new.
        cells : pandas.Series
            The cells as they stand.
        column : str
            What messages call the column.
        labels : mapping of str to Text, optional
            Words of the codes.
        """
        if not changed:
            return
        some = cells[cells.isin(list(changed))]
        counts, first = some.value_counts(), some.drop_duplicates()
        for row, old in zip(first.index, first, strict=True):
            count, new = int(counts[old]), changed[old]
            more = Text("", "") if count == 1 else Text(f"（共 {count} 行）", f" ({count} rows)")
            said = (labels or {}).get(new)
            zh = f"{said.zh}（{new}）" if said else new or "空值"
            en = f"{said.en} ({new})" if said else new or "unknown"
            action = Text(f"已改为：{zh}{more.zh}", f"changed to: {en}{more.en}")
            self.note((row, column, old), REWORDED if new else NOTHING_KNOWN, action)


def told(messages: pd.Series) -> list[int]:
    """Give the rows that have a message.

    Parameters
    ----------
    messages : pandas.Series
        Messages by row; None where there is none.

    Returns
    -------
    list of int
        Numbers of rows.
    """
    values = messages.to_numpy(dtype=object)
    rows: list[int] = messages.index[np.flatnonzero(~pd.isna(values))].tolist()
    return rows
