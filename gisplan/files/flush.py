"""Bringing what was written to the disk, and not only to the system's memory."""

from __future__ import annotations

import os
from pathlib import Path


def flush(path: Path) -> None:
    """Bring a file, or the files of a folder, to the disk; made readable for everyone.

    Parameters
    ----------
    path : Path
        File or folder.
    """
    if path.is_dir():
        for inside in sorted(path.iterdir()):
            flush(inside)
        path.chmod(0o755)
        flush_folder(path)
        return
    path.chmod(0o644)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system has a way to.

    Parameters
    ----------
    folder : Path
        The folder; files in it are not touched. On Windows nothing is done.
    """
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
