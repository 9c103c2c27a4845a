"""What an engine is."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from gisplan.pipeline.progress import Progress, silent

#: Rows of a chunk at most: some 100 to 200 MB of memory while it is worked on.
CHUNK_ROWS = 250_000


class Engine(Protocol):
    """Carries a function out on many tasks."""

    def run(self, work: Callable[[Any], Any], tasks: Sequence[Any]) -> Generator[tuple[int, Any]]:
        """Give the number of each task and its result, in the order in which they end.

        Parameters
        ----------
        work : callable
            A function of a module, which other processes can import.
        tasks : sequence
            Each can be sent to another process.

        Yields
        ------
        (int, any)

        Raises
        ------
        EngineError
            If the engine fails, not the work. What the work raises is passed on.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """How the work on large layers is carried out.

    Attributes
    ----------
    engine : Engine
        Does the work on chunks.
    told : callable
        Told what is done, the rows done in this run or an earlier one, and the rows in all.
    chunk_rows : int
        Rows of a chunk at most. The figures do not depend on it.
    """

    engine: Engine
    told: Progress = silent
    chunk_rows: int = CHUNK_ROWS
