"""The engines of one machine: this process, or several of it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

from gisplan.errors import EngineError
from gisplan.text import Text


@dataclass(frozen=True, slots=True)
class Embedded:
    """Does one task after the other in this process: the default, with nothing to set up."""

    def run(self, work: Callable[[Any], Any], tasks: Sequence[Any]) -> Generator[tuple[int, Any]]:
        """Do the tasks one by one; see :meth:`gisplan.pipeline.engines.types.Engine.run`.

        Parameters
        ----------
        work : callable
            Done with each task.
        tasks : sequence of Any
            The tasks.

        Yields
        ------
        tuple[int, Any]
            Number of a task and its result, in order.
        """
        for number, task in enumerate(tasks):
            yield number, work(task)


#: Processes that one can wait for at once on Windows.
_MOST_ON_WINDOWS = 61


@dataclass(frozen=True, slots=True)
class Processes:
    """Does tasks side by side in processes of this machine.

    Attributes
    ----------
    workers : int, optional
        As many as there are processors if left out.
    """

    workers: int | None = None

    def run(self, work: Callable[[Any], Any], tasks: Sequence[Any]) -> Generator[tuple[int, Any]]:
        """Do the tasks side by side; see :meth:`gisplan.pipeline.engines.types.Engine.run`.

        Parameters
        ----------
        work : callable
            Done with each task; must be importable, as the processes start anew.
        tasks : sequence of Any
            The tasks.

        Yields
        ------
        tuple[int, Any]
            Number of a task and its result, as they are done.

        Raises
        ------
        EngineError
            If a process breaks off.
        """
        # not forked: GDAL, Arrow and PROJ hold locks and threads that a fork would break
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self._at_once(), mp_context=context, initializer=_leave_ctrl_c)
        try:
            futures = {pool.submit(work, task): number for number, task in enumerate(tasks)}
            for future in as_completed(futures):
                # let go of each result when it has been taken, for together they are many
                yield futures.pop(future), future.result()
        except BrokenProcessPool as error:
            raise EngineError(
                Text(
                    "有一个工作进程意外结束（可能是内存不足）；请减少 --workers 后再运行，"
                    "已算完的部分会接着用",
                    "a worker process ended unexpectedly (perhaps short of memory); run again with"
                    " fewer --workers, what is done will be used",
                )
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)

    def _at_once(self) -> int | None:
        """Give how many processes there are at once: Windows waits for 61 of them and no more.

        Returns
        -------
        int or None
            None for as many as there are processors.
        """
        if self.workers is None or os.name != "nt":
            return self.workers
        return min(self.workers, _MOST_ON_WINDOWS)


def _leave_ctrl_c() -> None:
    """Leave Ctrl-C, which every process of a terminal gets, to the one that leads."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
