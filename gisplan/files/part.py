"""The folder in which a run writes, beside its targets, until all is whole.

Whose it is, its signature says, a file with words of ours inside; that its run is still alive,
a lock says. A name alone says neither: nothing is cleared away for its name.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import filelock

from gisplan.files.lock import acquired
from gisplan.files.refusals import told

_NAME = re.compile(r"\.gisplan-[a-z0-9_]{8}\.part")
_SIGNATURE = "made-by-gisplan"
_WORDS = (
    b"gisplan writes its files here until they are whole, then removes this folder."
    b" One that is left over from a run that was killed is cleared away by the next.\n"
)
_LOCK = "lock"
#: Below a part: what is to take its place, and what gave way to it.
NEW, OLD = "new", "old"


@contextlib.contextmanager
def part_in(folder: Path) -> Iterator[Path]:
    """Make a folder to write in, which is gone afterwards.

    Parameters
    ----------
    folder : pathlib.Path
        Is there; the same disk as the targets, so that they can be renamed.

    Yields
    ------
    pathlib.Path
        With the empty folders :data:`NEW` and :data:`OLD`.
    """
    part = Path(tempfile.mkdtemp(dir=folder, prefix=".gisplan-", suffix=".part"))
    lock = filelock.FileLock(part / _LOCK)
    try:
        (part / _SIGNATURE).write_bytes(_WORDS)
        acquired(lock)  # nobody else's; a disk without locks has none
        (part / NEW).mkdir()
        (part / OLD).mkdir()
        yield part
    finally:
        lock.release()
        with contextlib.suppress(OSError):
            _remove(part)


def _remove(part: Path) -> None:
    """Remove a part, its signature last: killed meanwhile, it is still known for ours.

    Parameters
    ----------
    part : Path
        The folder.
    """
    for name in (NEW, OLD):
        shutil.rmtree(part / name, ignore_errors=True)
    (part / _LOCK).unlink(missing_ok=True)
    if not any(path.name != _SIGNATURE for path in part.iterdir()):
        (part / _SIGNATURE).unlink(missing_ok=True)
        part.rmdir()


def clean(*folders: Path) -> None:
    """Clear away what runs that were killed left in folders; only that.

    What had just given way to a new file, and whose new file did not come, is put back.

    Parameters
    ----------
    *folders : pathlib.Path
        May be missing. Folders in them are not looked into.

    Raises
    ------
    FileError
        If it can't be cleared away.
    """
    for folder in folders:
        if not folder.is_dir():
            continue
        with told(folder):
            for path in sorted(folder.iterdir()):
                if _is_left_over(path):
                    _put_back(path, folder)
                    _remove(path)


def _is_left_over(path: Path) -> bool:
    """Tell whether a folder is a part, by its signature, and its run has ended.

    Parameters
    ----------
    path : Path
        Folder beside what was to be written.

    Returns
    -------
    bool
        True if nobody works in it any more.
    """
    if not _NAME.fullmatch(path.name) or path.is_symlink() or not path.is_dir():
        return False
    if not _is_signed(path) and not _is_bare(path):
        return False
    lock = filelock.FileLock(path / _LOCK)
    # where there are no locks nobody knows whether its run has ended: it stays
    ended = acquired(lock) is True
    lock.release()
    return ended


def _is_signed(part: Path) -> bool:
    signature = part / _SIGNATURE
    return signature.is_file() and not signature.is_symlink() and signature.read_bytes() == _WORDS


def _is_bare(part: Path) -> bool:
    """Tell whether nothing is in it: its run was killed before its signature was written.

    Parameters
    ----------
    part : Path
        The folder.

    Returns
    -------
    bool
        True if it holds at most a signature and a lock without content.
    """
    inside = list(part.iterdir())
    return all(
        path.name in (_SIGNATURE, _LOCK) and path.is_file() and not path.lstat().st_size
        for path in inside
    )


def _put_back(part: Path, folder: Path) -> None:
    old = part / OLD
    for path in sorted(old.iterdir()) if old.is_dir() else ():
        if not os.path.lexists(folder / path.name):
            path.rename(folder / path.name)
