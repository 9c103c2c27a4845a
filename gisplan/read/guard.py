"""Parsing in a process of its own, which may fail, hang or swell without harm to this one."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys

import pyogrio

from gisplan.errors import FileError
from gisplan.read import child, part
from gisplan.read.kinds import named
from gisplan.read.options import unreadable
from gisplan.read.part import Job, Part
from gisplan.text import Text

#: All of the environment that a parser gets. GDAL, OGR, CPL and PROJ are set up by variables
#: too, some of which allow what is not allowed here; of them only where their data are.
_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG", "GDAL_DATA", "PROJ_DATA", "PROJ_LIB")
_ALONE = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "ARROW_IO_THREADS": "1",
    # takes as much of the address space as it holds, which is limited, and no more
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
_QUIET = {
    # nothing is opened by any of these today; each closes a door that a later GDAL may open
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "-",
    "GDAL_DISABLE_READDIR_ON_OPEN": "TRUE",
    "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
    "ALLOW_OGR_SQL_FUNCTIONS_FROM_TRIGGER_AND_VIEW": "NO",
    "GDAL_HTTP_MAX_RETRY": "0",
    "PROJ_NETWORK": "OFF",
}


@functools.cache
def _drivers() -> tuple[str, ...]:
    return tuple(pyogrio.list_drivers())


def parse(job: Job) -> list[Part]:
    """Read the tables of a file in a process whose memory, time and reach are limited.

    Parameters
    ----------
    job : Job
        The file, its kind and the options with their limits.

    Returns
    -------
    list of Part
        The tables of the file.

    Raises
    ------
    FileError
        What the parser says; or that it took too long or too much memory, or broke off.
    """
    order = {
        "paths": sys.path,
        "path": str(job.path),
        "kind": job.kind,
        "options": job.options.plain(),
        "drivers": _drivers() if named(job.kind).drivers else (),
    }
    try:
        done = subprocess.run(  # noqa: S603 (our own interpreter and script)
            [sys.executable, "-I", child.__file__],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=job.options.limits.seconds,
            env={**_environment(), **_ALONE, **_QUIET},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_long(job) from error
    if done.returncode == child.DONE:
        return part.take(done.stdout)
    raise _failure(job, done)


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _KEPT if name in os.environ}


def _failure(job: Job, done: subprocess.CompletedProcess[bytes]) -> FileError:
    if done.returncode == child.REFUSED:
        return FileError(Text(**json.loads(done.stdout)))
    if done.returncode == child.NO_MEMORY:
        most = job.options.limits.memory_bytes
        return unreadable(
            job.file,
            f"所需内存超过上限 {most:,} 字节；请拆分文件（点太多的，转为 GeoParquet 分块读取，"
            "见 docs/scale.md），或检查是否为恶意文件",
            f"it needs more memory than the limit of {most:,} bytes; split it (of very many "
            "points, make GeoParquet that is read in parts, see docs/scale.md), unless it is "
            "built to do harm",
        )
    broken = unreadable(
        job.file,
        f"读取程序中途退出（代码 {done.returncode}），多因文件损坏、恶意构造或所需内存超过上限",
        f"the reader broke off (code {done.returncode}): the file is damaged, built to do "
        "harm, or needs more memory than allowed",
    )
    broken.add_note(done.stderr.decode("utf-8", "replace")[-2000:])  # for a report, not people
    return broken


def _too_long(job: Job) -> FileError:
    seconds = job.options.limits.seconds
    return unreadable(
        job.file,
        f"读取超过 {seconds} 秒；请拆分文件，或检查是否为恶意文件",
        f"reading took more than {seconds} seconds; split it, unless it is built to do harm",
    )
