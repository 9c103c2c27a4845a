"""What of a sheet is not seen, and is told: hidden rows and columns, formulas without value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gisplan.read.options import Finding, listed
from gisplan.text import Text


@dataclass(slots=True)
class Hidden:
    """What one sheet hides.

    Attributes
    ----------
    rows : list of range
        Rows, from 1 as the program counts them.
    columns : list of range
        Columns, from 0.
    filtered : bool
        Whether a filter hides the rows.
    """

    rows: list[range] = field(default_factory=list)
    columns: list[range] = field(default_factory=list)
    filtered: bool = False

    def findings(self, rows: Sequence[int], names: Mapping[int, str]) -> Iterator[Finding]:
        """Say which rows and columns of the table are hidden.

        Parameters
        ----------
        rows : sequence of int
            Rows of the table, in their order.
        names : mapping of int to str
            Column, from 0, to its name.

        Yields
        ------
        Finding
            Of kind ``hidden_rows`` and ``hidden_columns``.
        """
        gone = _among(rows, self.rows)
        if gone:
            zh, en = listed(gone)
            how = Text("隐藏", "hidden")
            if self.filtered:
                how = Text("被筛选隐藏", "hidden by a filter")
            message = Text(f"{zh}{how.zh}，一样读入", f"{en} {how.en}, and read all the same")
            yield Finding(kind="hidden_rows", message=message, rows=tuple(gone))
        unseen = [names[at] for at in _among(sorted(names), self.columns)]
        if unseen:
            some = "、".join(f"“{name}”" for name in unseen[:8]) + ("等" if unseen[8:] else "")
            english = ", ".join(f"“{name}”" for name in unseen[:8]) + (" …" if unseen[8:] else "")
            message = Text(
                f"有 {len(unseen)} 列隐藏，一样读入：{some}",
                f"{len(unseen)} column(s) are hidden, and read all the same: {english}",
            )
            yield Finding(kind="hidden_columns", message=message)


def _among(numbers: Sequence[int], spans: Sequence[range]) -> list[int]:
    # Give the numbers, in rising order, that lie in any of the spans.
    found, waiting = [], sorted(spans, key=lambda span: span.start, reverse=True)
    end = -1
    for number in numbers:
        while waiting and waiting[-1].start <= number:
            end = max(end, waiting.pop().stop)
        if number < end:
            found.append(number)
    return found


def never_worked_out(formulas: int) -> Iterator[Finding]:
    """Say how many formulas of a workbook have no value.

    Parameters
    ----------
    formulas : int
        How many.

    Yields
    ------
    Finding
        One, unless there are none.
    """
    if formulas:
        message = Text(
            f"工作簿有 {formulas} 个公式没有存下结果，按空计；请用 Excel 打开并保存后再用",
            f"{formulas} formula(s) of the workbook have no stored value and are taken as empty; "
            "open it in Excel and save it",
        )
        yield Finding(kind="formula", message=message)
