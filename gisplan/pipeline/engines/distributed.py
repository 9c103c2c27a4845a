"""The engine of many machines: Dask's scheduler with its workers.

Tasks go to the scheduler one for each chunk, by ``Client.submit``. A worker that dies takes its
tasks with it; the scheduler gives them to others. dask-geopandas is not used here: its
partitions are those of the files, while a chunk has to be the same on every engine, and has to
know in which file and row each of its rows stands.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import distributed

from gisplan.errors import EngineError
from gisplan.text import Text

#: Times that a task is tried again when its worker dies or a file is briefly out of reach.
_RETRIES = 3


@dataclass(frozen=True, slots=True)
class Dask:
    """Sends tasks to the workers of a Dask scheduler.

    Attributes
    ----------
    scheduler : str
        Its address, as ``tcp://10.0.0.1:8786``.
    version : callable
        Gives the fingerprint of the program; must be the same on all workers.
    patience : float
        Seconds to wait for the scheduler and for a first worker.
    """

    scheduler: str
    version: Callable[[], str]
    patience: float = 30.0

    def run(self, work: Callable[[Any], Any], tasks: Sequence[Any]) -> Generator[tuple[int, Any]]:
        """Do the tasks; see :meth:`gisplan.pipeline.engines.types.Engine.run`.

        Parameters
        ----------
        work : callable
            Done with each task; must be importable on the workers.
        tasks : sequence of Any
            The tasks.

        Yields
        ------
        tuple[int, Any]
            Number of a task and its result, as they are done.

        Raises
        ------
        EngineError
            If the scheduler or all workers can't be reached, or work breaks off.
        """
        with self._client() as client:
            futures = {
                client.submit(work, task, pure=False, retries=_RETRIES): number
                for number, task in enumerate(tasks)
            }
            done = distributed.as_completed(futures, loop=client.loop)  # type: ignore[no-untyped-call]
            for future in done:
                try:
                    result = future.result()
                except distributed.KilledWorker as error:
                    raise _killed() from error
                except (distributed.client.FutureCancelledError, asyncio.CancelledError) as error:
                    raise self._lost() from error
                # pop, so that the cluster forgets each result when it has been taken
                yield futures.pop(future), result

    @contextlib.contextmanager
    def _client(self) -> Iterator[distributed.Client]:
        try:
            client = distributed.Client(  # type: ignore[no-untyped-call]
                self.scheduler, timeout=self.patience, set_as_default=False
            )
        except (OSError, TimeoutError, ValueError) as error:
            raise EngineError(
                Text(
                    f"连接不上 Dask 调度器 {self.scheduler}（{error}）；请核对地址，"
                    "并确认 dask scheduler 正在运行",
                    f"can't reach the Dask scheduler at {self.scheduler} ({error}); check the"
                    " address, and that dask scheduler is running",
                )
            ) from error
        try:
            self._check(client)
            yield client
        finally:
            with contextlib.suppress(OSError, TimeoutError):
                client.close(timeout=5)  # type: ignore[no-untyped-call]

    def _check(self, client: distributed.Client) -> None:
        """Refuse workers that would not give the same figures.

        Parameters
        ----------
        client : distributed.Client
            Client of the scheduler.

        Raises
        ------
        EngineError
            If there is no worker, or one has another version.
        """
        try:
            client.wait_for_workers(1, timeout=self.patience)
        except TimeoutError as error:
            raise EngineError(
                Text(
                    f"Dask 调度器 {self.scheduler} 没有工作进程；请用 dask worker 启动",
                    f"the Dask scheduler at {self.scheduler} has no worker; start some with"
                    " dask worker",
                )
            ) from error
        own = self.version()
        found = client.run(_version, self.version, on_error="return")
        for worker, version in found.items():
            if version != own:
                told = version if isinstance(version, Exception) else version[:12]
                raise EngineError(
                    Text(
                        f"工作进程 {worker} 上的 gisplan 或其依赖与本机不同（{told}）；"
                        "请在所有机器上安装同一版本",
                        f"gisplan or what it depends on differs on worker {worker} ({told});"
                        " install the same versions on all machines",
                    )
                )

    def _lost(self) -> EngineError:
        return EngineError(
            Text(
                f"与 Dask 调度器 {self.scheduler} 的连接中断；再运行一次会接着算",
                f"the connection to the Dask scheduler at {self.scheduler} was lost; run again to"
                " go on",
            )
        )


def _version(version: Callable[[], str]) -> str:
    return version()


def _killed() -> EngineError:
    return EngineError(
        Text(
            "Dask 的工作进程反复在同一块数据上被终止（多半是内存不足）；"
            "请给工作进程更多内存后再运行，已算完的部分会接着用",
            "Dask's workers were killed over and over on the same chunk (mostly for want of"
            " memory); give them more and run again, what is done will be used",
        )
    )
