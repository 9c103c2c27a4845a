"""What a person sees in the terminal: tables, progress and messages in one language."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text as Plain

from gisplan.digits import ESTIMATE, Digits, write
from gisplan.text import Lang, Text, inert_terminal

if TYPE_CHECKING:
    from gisplan.api.execution import Progress as Told

#: Width of tables where the output is not a terminal: nothing is cut in a log.
_LOG_WIDTH = 160
#: Least width of a column of words, where a table is wide.
_NARROW = 8


class Screen:
    """Prints in one language: results to standard output, the rest to standard error.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language of all that is said.
    lines : bool, optional
        Whether progress is told by lines of their own, which another program reads.
    """

    def __init__(self, lang: Lang, *, lines: bool = False) -> None:
        self.lang: Lang = lang
        self._lines = lines
        self._rows: tuple[Progress, TaskID] | None = None
        self._pace = Pace()
        self._out = Console(highlight=False, markup=False, emoji=False)
        self._err = Console(stderr=True, highlight=False, markup=False, emoji=False)
        if not self._out.is_terminal:
            self._out.width = _LOG_WIDTH

    def say(self, words: Text) -> str:
        """Give words in this screen's language, without what a terminal would obey.

        Parameters
        ----------
        words : Text
            What is said.

        Returns
        -------
        str
            Safe to print.
        """
        return inert_terminal(words.get(self.lang))

    def print(self, words: Text | str) -> None:
        """Print a line of a result.

        Parameters
        ----------
        words : Text | str
            What is said.
        """
        line = inert_terminal(words) if isinstance(words, str) else self.say(words)
        self._out.print(line, soft_wrap=True)

    def error(self, line: str) -> None:
        """Print what went wrong.

        Parameters
        ----------
        line : str
            What is said, in the user's language.
        """
        self._err.print(inert_terminal(line), soft_wrap=True)

    def table(
        self,
        heads: Sequence[Text],
        rows: Sequence[Sequence[str]],
        *,
        title: Text | None = None,
        right: Collection[int] = (),
    ) -> None:
        """Print a table; the columns numbered in ``right`` (from 0) are set to the right.

        Parameters
        ----------
        heads : sequence of Text
            Titles of the columns.
        rows : sequence of Sequence[str]
            Cells, as many a row as there are titles.
        title : Text, optional
            Title of the table, if it has one.
        right : collection of int, optional
            Which columns hold numbers.
        """
        told = [self.say(head) for head in heads]
        cells = [max((cell_len(row[i]) for row in rows), default=0) for i in range(len(told))]
        for at, part in enumerate(_parts(told, cells, right, width=self._out.width)):
            words = self.say(title) if title and not at else None
            table = Table(title=words, title_justify="left", header_style="bold")
            for i, width in part.items():
                side: Literal["left", "right"] = "right" if i in right else "left"
                # a heading that ends in an ellipsis may lose what its figures are worth
                table.add_column(told[i], justify=side, overflow="fold", width=width)
            for row in rows:
                # Plain, since a cell may hold data, and rich would read [brackets] as markup
                shown = (Plain(inert_terminal(row[i]), overflow="fold") for i in part)
                table.add_row(*shown)
            self._out.print(table)

    def amount(self, value: float, digits: Digits = ESTIMATE) -> str:
        """Write a figure to the digits that it deserves, and a dash where it is not known.

        Parameters
        ----------
        value : float
            The figure; NaN where it is not known.
        digits : Digits
            How it is written; as a computed figure if left out.

        Returns
        -------
        str
            In the user's language.
        """
        return write(value, digits, self.lang)

    @contextlib.contextmanager
    def progress(self) -> Iterator[Told]:
        """Show a progress bar while a run goes on (in a terminal only), or tell it by lines."""
        if self._lines:
            yield self._step
            return
        bar = Progress(
            TextColumn("{task.fields[what]}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}", markup=False),
            console=self._err,
            transient=True,
        )
        with bar:
            task = bar.add_task("", total=None, what="", left="")
            self._rows = bar, bar.add_task("", total=None, what="", left="", visible=False)

            def told(what: Text, done: int, steps: int) -> None:
                bar.update(task, completed=done, total=steps, what=self.say(what))

            try:
                yield told
            finally:
                self._rows = None

    def _step(self, what: Text, done: int, steps: int) -> None:
        self.error(f"progress {done}/{steps} {' '.join(self.say(what).split())}")

    @contextlib.contextmanager
    def waiting(self, words: Text) -> Iterator[None]:
        """Show words and the time gone while something goes on (in a terminal only).

        Parameters
        ----------
        words : Text
            What is said.
        """
        if self._lines:
            self._step(words, 0, 0)
            yield
            return
        columns = SpinnerColumn(), TextColumn(self.say(words), markup=False), TimeElapsedColumn()
        with Progress(*columns, console=self._err, transient=True) as shown:
            shown.add_task("", total=None)
            yield

    def rows_done(self, what: Text, done: int, rows: int) -> None:
        """Show how many rows of a large layer are done, and how long the others will take.

        In a terminal as a bar; else as a line on standard error, not more than one in half a
        minute.

        Parameters
        ----------
        what : Text
            Title of the layer.
        done : int
            Rows done.
        rows : int
            Rows in all.
        """
        if self._lines:
            self._step(what, done, rows)
            return
        left = self._pace.left(done, rows)
        told = "" if left is None else self.say(_left(left))
        if self._err.is_terminal and self._rows is not None:
            bar, task = self._rows
            going = done < rows
            bar.update(
                task, completed=done, total=rows, what=self.say(what), left=told, visible=going
            )
        elif not self._err.is_terminal and self._pace.is_due(done, rows):
            line = Text(
                f"{what.zh}：{done:,} / {rows:,} 行", f"{what.en}: {done:,} of {rows:,} rows"
            )
            comma = self.say(Text("，", ", ")) if told else ""
            self.error(f"{self.say(line)}{comma}{told}")


class Pace:
    """How fast rows are done, and so how long the rest will take.

    Parameters
    ----------
    clock : callable
        Gives seconds.
    """

    #: Seconds between two lines.
    EVERY = 30.0

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: tuple[float, int] | None = None
        self._last = -math.inf

    def left(self, done: int, rows: int) -> float | None:
        """Give the seconds that the rest will take at the pace so far; None if not known.

        Parameters
        ----------
        done : int
            Rows done.
        rows : int
            Rows in all.

        Returns
        -------
        float or None
            Seconds.
        """
        now = self._clock()
        if self._began is None or done < self._began[1]:
            # what an earlier run did says nothing of the pace of this one
            self._began = now, done
            self._last = -math.inf
        began, before = self._began
        if done <= before or done >= rows:
            if done >= rows:
                self._began = None
            return None
        return (now - began) / (done - before) * (rows - done)

    def is_due(self, done: int, rows: int) -> bool:
        """Tell whether it is time for another line.

        Parameters
        ----------
        done : int
            Rows done.
        rows : int
            Rows in all.

        Returns
        -------
        bool
            Whether it is; asking begins the wait anew.
        """
        now = self._clock()
        due = now - self._last >= self.EVERY or done >= rows
        if due:
            self._last = now
        return due


def _left(seconds: float) -> Text:
    if seconds < 60:
        return Text(f"约剩 {math.ceil(seconds)} 秒", f"about {math.ceil(seconds)} s left")
    minutes = round(seconds / 60)
    if minutes < 60:
        return Text(f"约剩 {minutes} 分钟", f"about {minutes} min left")
    hours, minutes = divmod(minutes, 60)
    return Text(f"约剩 {hours} 小时 {minutes} 分钟", f"about {hours} h {minutes} min left")


def size(count: int) -> str:
    """Give a file's size for people: 12 KB, 1.3 MB.

    Parameters
    ----------
    count : int
        Bytes.

    Returns
    -------
    str
        With its unit.
    """
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB"


def short(path: Path) -> str:
    """Give a path below the current folder where it lies there.

    Parameters
    ----------
    path : Path
        A path.

    Returns
    -------
    str
        As short as it can be.
    """
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _parts(
    heads: Sequence[str], cells: Sequence[int], right: Collection[int], *, width: int
) -> list[dict[int, int | None]]:
    """Give columns widths in which no figure is broken over two lines, which reads as another one.

    Parameters
    ----------
    heads : sequence of str
        Titles.
    cells : sequence of int
        The widest cell of each column.
    right : collection of int
        Which columns hold figures.
    width : int
        Characters of a line.

    Returns
    -------
    list of dict of int to int
        Columns with their widths (None as they come), in one table; where not all figures have
        room, in several below each other, each beginning with the first column.
    """
    wide = [max(cell, cell_len(head)) for cell, head in zip(cells, heads, strict=True)]
    least = [max(cell if i in right else min(_NARROW, wide[i]), 1) for i, cell in enumerate(cells)]
    columns = range(len(heads))
    if sum(wide) + _framed(len(wide)) <= width:
        return [dict.fromkeys(columns)]
    parts: list[list[int]] = [[]]
    for i in columns:
        held = parts[-1]
        if len(held) > 1 and sum(least[k] for k in [*held, i]) + _framed(len(held) + 1) > width:
            parts.append([0])
        parts[-1].append(i)
    return [_fitted(part, wide, least, room=width - _framed(len(part))) for part in parts]


def _framed(count: int) -> int:
    return 3 * count + 1


def _fitted(
    part: Sequence[int], wide: Sequence[int], least: Sequence[int], *, room: int
) -> dict[int, int | None]:
    found: dict[int, int] = {i: wide[i] for i in part}
    while sum(found.values()) > room:
        free = [i for i in part if found[i] > least[i]]
        if not free:
            break
        found[max(free, key=found.__getitem__)] -= 1
    return dict(found)
