"""How a run tells what it is doing."""

from __future__ import annotations

from collections.abc import Callable

from gisplan.text import Text

#: Told before each step: what is done, the steps done, and the steps in all.
Progress = Callable[[Text, int, int], None]


def silent(what: Text, done: int, steps: int) -> None:
    """Take no notice of progress.

    Parameters
    ----------
    what : Text
        What is done next.
    done : int
        Steps done.
    steps : int
        Steps in all.
    """
