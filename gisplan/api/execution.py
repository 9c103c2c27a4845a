"""How a question is carried out: what does the work, and how it tells of its progress."""

from __future__ import annotations

from gisplan.pipeline import engines
from gisplan.pipeline.engines import ENGINES, EngineName, Execution
from gisplan.pipeline.fingerprint import program_digest
from gisplan.pipeline.progress import Progress, silent

__all__ = ["ENGINES", "EngineName", "Execution", "Progress", "execution", "silent"]


def execution(
    name: EngineName = "embedded",
    *,
    scheduler: str = "",
    workers: int | None = None,
    told: Progress = silent,
) -> Execution:
    """Choose what does the work on layers that are read in parts.

    Parameters
    ----------
    name : {"embedded", "processes", "dask"}
        This process, several of this machine, or many machines. The figures are the same.
    scheduler : str
        Address of a Dask scheduler, as ``tcp://10.0.0.1:8786``; for ``dask``, which needs it.
    workers : int, optional
        For ``processes``; as many as there are processors if left out.
    told : callable
        Told what is done, the rows done, and the rows in all.

    Returns
    -------
    Execution
        What the other questions take.

    Raises
    ------
    OptionError
        If the options don't fit the engine, or its package is not installed.
    """
    engine = engines.chosen(name, version=program_digest, scheduler=scheduler, workers=workers)
    return Execution(engine=engine, told=told)
