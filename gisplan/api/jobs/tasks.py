"""Which module does which kind of job; it is brought in when the job is done."""

from __future__ import annotations

from importlib import import_module

from gisplan.api.jobs.plain import Task

#: Kind -> module of this package with ``run``.
TASKS = {
    "build": "maps_job",
    "import": "import_job",
    "coverage": "coverage_job",
    "sites": "sites_job",
    "plan": "plan_job",
    "compare": "compare_job",
    "document": "document_job",
}


def task(kind: str) -> Task:
    """Give what does a kind of job.

    Parameters
    ----------
    kind : str
        A key of ``TASKS``.

    Returns
    -------
    Task
        What does it.
    """
    found: Task = import_module(f"gisplan.api.jobs.{TASKS[kind]}").run
    return found
