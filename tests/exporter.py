"""What children of the tests do, to be killed, starved or crowded: see test_export_writes."""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

from gisplan import files
from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.catalog.workspace import find
from gisplan.errors import GisplanError
from gisplan.pipeline import build


def run(job: str, root: Path, options: ExportOptions | None = None) -> None:
    """Build or export, and end with 0, or with 2 if it says what is wrong."""
    try:
        if job == "build":
            build.build(find(root))
        else:
            publish.export(find(root), options=options)
    except GisplanError:
        sys.exit(2)


def slow_at_the_end(root: Path, options: ExportOptions) -> None:
    """Export, and dwell between the renames, where a kill could do most harm."""
    # a kill leaves what was written in the system's hands: no need to wait for the disk
    os.fsync = lambda _: None  # type: ignore[assignment]
    rename, replace = Path.rename, Path.replace

    def slowly(do: Any) -> Any:
        def wrapped(path: Path, target: Path) -> Any:
            time.sleep(0.001)
            return do(path, target)

        return wrapped

    Path.rename, Path.replace = slowly(rename), slowly(replace)  # type: ignore[method-assign]
    run("export", root, options)


def starved(root: Path, limit: int, options: ExportOptions) -> None:
    """Export with files limited to that many bytes, as a full disk limits them."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        run("export", root, options)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def hold(folder: Path, told: Any) -> None:
    """Hold the lock of a folder until killed."""
    with files.locked(folder):
        told.set()
        time.sleep(600)
