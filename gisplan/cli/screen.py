"""What a person sees in the terminal: tables, progress and messages in one language."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text as Plain

from gisplan.resolve import Progress as Told
from gisplan.text import Lang, Text

#: Width of tables where the output is not a terminal: nothing is cut in a log.
_LOG_WIDTH = 160


class Screen:
    """Prints in one language: results to standard output, the rest to standard error.

    Parameters
    ----------
    lang : {"zh", "en"}
    """

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._out = Console(highlight=False, markup=False, emoji=False)
        self._err = Console(stderr=True, highlight=False, markup=False, emoji=False)
        if not self._out.is_terminal:
            self._out.width = _LOG_WIDTH

    def say(self, words: Text) -> str:
        """Give words in this screen's language."""
        return words.get(self.lang)

    def print(self, words: Text | str) -> None:
        """Print a line of a result."""
        line = words if isinstance(words, str) else self.say(words)
        self._out.print(line, soft_wrap=True)

    def error(self, line: str) -> None:
        """Print what went wrong."""
        self._err.print(line, soft_wrap=True)

    def table(
        self,
        heads: Sequence[Text],
        rows: Sequence[Sequence[str]],
        *,
        title: Text | None = None,
        right: Collection[int] = (),
    ) -> None:
        """Print a table; the columns numbered in ``right`` (from 0) are set to the right."""
        words = self.say(title) if title else None
        table = Table(title=words, title_justify="left", header_style="bold")
        for i, head in enumerate(heads):
            table.add_column(self.say(head), justify="right" if i in right else "left")
        for row in rows:
            # Plain, since a cell may hold data, and rich would read [brackets] as markup
            table.add_row(*(Plain(cell, overflow="fold") for cell in row))
        self._out.print(table)

    @contextlib.contextmanager
    def progress(self) -> Iterator[Told]:
        """Show a progress bar while a run goes on (in a terminal only)."""
        bar = Progress(
            TextColumn("{task.fields[what]}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._err,
            transient=True,
        )
        with bar:
            task = bar.add_task("", total=None, what="")

            def told(what: Text, done: int, steps: int) -> None:
                bar.update(task, completed=done, total=steps, what=self.say(what))

            yield told


def size(count: int) -> str:
    """Give a file's size for people: 12 KB, 1.3 MB."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB"


def amount(value: float) -> str:
    """Give a figure in whole numbers, and a dash where it is not known."""
    return "—" if math.isnan(value) else f"{value:,.0f}"


def short(path: Path) -> str:
    """Give a path below the current folder where it lies there."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
