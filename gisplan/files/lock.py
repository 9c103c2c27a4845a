"""One run at a time in a folder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import filelock

from gisplan.errors import FileError
from gisplan.files.refusals import told
from gisplan.text import Text

#: Seconds that a run waits for another to end.
_PATIENCE = 600.0


@contextlib.contextmanager
def locked(folder: Path, *, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold a folder against other runs of gisplan.

    Parameters
    ----------
    folder : pathlib.Path
        Made if it does not exist; holds the file ``lock``.
    patience : float
        Seconds to wait for another run.

    Yields
    ------
    None

    Raises
    ------
    FileError
        If the other run does not end, or the folder can't be written to.
    """
    path = folder / "lock"
    lock = filelock.FileLock(path)
    with told(path):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=patience)
        except filelock.Timeout as error:
            raise FileError(
                Text(
                    f"另一个 gisplan 正在此文件夹中运行（{path}），请待其结束后再试",
                    f"another gisplan is at work in this folder ({path}); try again when it ends",
                )
            ) from error
    try:
        yield
    finally:
        lock.release()
