"""One run at a time in a folder."""

from __future__ import annotations

import contextlib
import errno
import logging
from collections.abc import Iterator
from pathlib import Path

import filelock

from gisplan.errors import FileError
from gisplan.files.refusals import told
from gisplan.text import Text

_LOGGER = logging.getLogger("gisplan")

#: Seconds that a run waits for another to end.
PATIENCE = 600.0
#: What a disk says that knows no locks, as some shares.
_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP}


@contextlib.contextmanager
def locked(folder: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a folder against other runs of gisplan.

    Waiting for another is told at once, as a warning of the logger ``gisplan``, and so is a disk
    without locks, where the run goes on: what it writes takes its place whole all the same.

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
        if acquired(lock) is False:
            _warn(
                Text(
                    f"另一个 gisplan 正在此文件夹中运行（{path}），等待其结束；Ctrl-C 可不再等待",
                    f"another gisplan is at work in this folder ({path}); waiting for it to end,"
                    " Ctrl-C to wait no longer",
                )
            )
            try:
                lock.acquire(timeout=patience)
            except filelock.Timeout as error:
                raise FileError(
                    Text(
                        f"另一个 gisplan 正在此文件夹中运行（{path}），请待其结束后再试",
                        f"another gisplan is at work in this folder ({path}); try again when it"
                        " ends",
                    )
                ) from error
    if not lock.is_locked:
        _warn(
            Text(
                f"{folder} 所在的磁盘不支持文件锁：请勿同时在此运行两个 gisplan",
                f"the disk of {folder} knows no locks: let no other gisplan run here meanwhile",
            )
        )
    try:
        yield
    finally:
        lock.release()


def acquired(lock: filelock.BaseFileLock) -> bool | None:
    """Take a lock, if nobody has it.

    Parameters
    ----------
    lock : filelock.BaseFileLock
        The lock.

    Returns
    -------
    bool or None
        False if somebody has it; None if the disk knows no locks.
    """
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        return False
    except NotImplementedError:
        return None
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        return None
    return True


def _warn(words: Text) -> None:
    # a face says it in one language; where nobody listens, both reach the standard error
    _LOGGER.warning("%s %s", words.zh, words.en, extra={"words": words})
