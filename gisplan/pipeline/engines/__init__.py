"""What carries out the work on the chunks of a large layer: this process, several, or Dask.

An engine is given one function and a list of tasks, each of which stands on its own, and gives
the results back as they come. It decides neither what a chunk is nor how results are put
together, so that the figures are the same on each of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from gisplan.errors import OptionError
from gisplan.pipeline.engines.local import Embedded, Processes
from gisplan.pipeline.engines.types import CHUNK_ROWS, Engine, Execution
from gisplan.text import Text

__all__ = [
    "CHUNK_ROWS",
    "ENGINES",
    "Embedded",
    "Engine",
    "EngineName",
    "Execution",
    "Processes",
    "chosen",
]

EngineName = Literal["embedded", "processes", "dask"]
#: The default first.
ENGINES: tuple[EngineName, ...] = get_args(EngineName)


def chosen(
    name: EngineName,
    *,
    version: Callable[[], str],
    scheduler: str = "",
    workers: int | None = None,
) -> Engine:
    """Give an engine by its name.

    Parameters
    ----------
    name : {"embedded", "processes", "dask"}
    version : callable
        Gives the fingerprint of the program, to be the same on all workers of Dask.
    scheduler : str
        Address of a Dask scheduler, as ``tcp://10.0.0.1:8786``; for ``dask``, which needs it.
    workers : int, optional
        For ``processes``; as many as there are processors if left out.

    Returns
    -------
    Engine
        The engine, ready to run.

    Raises
    ------
    OptionError
        If the options don't fit the engine, or its package is not installed.
    """
    if bool(scheduler) != (name == "dask"):
        raise OptionError(
            Text(
                "--scheduler 与 --engine dask 须同时给出，例如 --engine dask --scheduler"
                " tcp://10.0.0.1:8786",
                "--scheduler and --engine dask go together, as in --engine dask --scheduler"
                " tcp://10.0.0.1:8786",
            )
        )
    if workers is not None and (name != "processes" or workers < 1):
        raise OptionError(
            Text(
                "--workers 须不小于 1，且只用于 --engine processes",
                "--workers must be at least 1, and goes with --engine processes only",
            )
        )
    if name == "embedded":
        return Embedded()
    if name == "processes":
        return Processes(workers)
    try:
        from gisplan.pipeline.engines.distributed import Dask
    except ImportError as error:
        raise OptionError(
            Text(
                "使用 Dask 需要另外安装：pip install 'gisplan[dask]'",
                "Dask has to be installed: pip install 'gisplan[dask]'",
            )
        ) from error
    return Dask(scheduler, version)
