"""Writing so that there is the old file or the new one, and never half of one.

Everything is written beside its target, in ``.NAME.RANDOM.part``, reopened and counted, flushed
to the disk, and only then renamed over what was there. A run that is killed leaves at most such
a part, which the next run clears away. One run at a time holds the lock of a folder; the lock is
the operating system's, so that it ends with its process, however that ends.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import filelock
import pyogrio.errors

from gisplan.errors import DataError, FileError
from gisplan.text import Text

#: What tempfile makes of prefix and suffix: eight of these between two dots.
_PART = re.compile(r"\..+\.[a-z0-9_]{8}\.part")
#: A folder that is being replaced where two names can't be exchanged in one step.
_OLD = re.compile(r"\.(.+)\.old")
#: Seconds that a run waits for another to end.
_PATIENCE = 600.0
#: Flag of Linux' renameat2, and "relative to the current folder".
_RENAME_EXCHANGE, _AT_FDCWD = 2, -100

#: Gives the number of rows of a file just written, by reading all of it.
Count = Callable[[Path], int]


def replace_file(
    path: Path, content: bytes, *, check: Callable[[Path], None] | None = None
) -> None:
    """Write a file whole, in place of the one that may be there.

    Parameters
    ----------
    path : pathlib.Path
        Its folder is made if it does not exist.
    content : bytes
    check : callable, optional
        Given the temporary file before it takes the old one's place; raises if it is not whole.

    Raises
    ------
    FileError
        If it can't be written or is not whole; what was there is as it was.
    """
    write_file(path, lambda part: part.write_bytes(content), check=check)


def write_file(
    path: Path,
    write: Callable[[Path], object],
    *,
    check: Callable[[Path], None] | None = None,
) -> None:
    """Have a file written whole, in place of the one that may be there.

    Written to a temporary file beside the target, flushed to the disk, then renamed over it.

    Parameters
    ----------
    path : pathlib.Path
        Its folder is made if it does not exist.
    write : callable
        Given the temporary file, which is there and empty.
    check : callable, optional
        As for :func:`replace_file`.

    Raises
    ------
    FileError
        If it can't be written or is not whole; what was there is as it was.
    """
    temporary: Path | None = None
    with _told(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(
                dir=path.parent, prefix=f".{path.name}.", suffix=".part"
            )
            os.close(handle)
            temporary = Path(name)
            write(temporary)
            with temporary.open("r+b") as file:
                os.fsync(file.fileno())
            if check is not None:
                check(temporary)
            # mkstemp makes files that only their owner may read; a map is for everyone
            temporary.chmod(0o644)
            temporary.replace(path)
            temporary = None
            _flush_folder(path.parent)
        finally:
            if temporary is not None:
                temporary.unlink(missing_ok=True)


class Batch:
    """Files that are written one by one and take their places together; see :func:`batch`."""

    def __init__(self, folder: Path, part: Path) -> None:
        self._folder = folder
        self._part = part
        self._names: list[str] = []

    def add(
        self,
        name: str,
        write: Callable[[Path], object],
        *,
        check: Callable[[Path], None] | None = None,
    ) -> Path:
        """Write a file, or a folder of files that belong together, beside its target.

        Parameters
        ----------
        name : str
            Of the target in the batch's folder.
        write : callable
            Given a path of that name in a temporary folder; makes that file, or that folder
            with its files.
        check : callable, optional
            Given the same path when it is written; raises if it is not whole.

        Returns
        -------
        pathlib.Path
            Where it lies until :meth:`commit`.

        Raises
        ------
        FileError
            If it can't be written or is not whole; what was there is as it was.
        """
        made = self._part / name
        with _told(self._folder / name):
            write(made)
            if check is not None:
                check(made)
            _flush(made)
        self._names.append(name)
        return made

    def commit(self) -> None:
        """Put all files in their places, in the order in which they were written.

        Raises
        ------
        FileError
            If one can't be put in its place.
        """
        with _told(self._folder):
            for name in self._names:
                made, target = self._part / name, self._folder / name
                if made.is_dir():
                    _replace_folder(made, target)
                else:
                    made.replace(target)
            _flush_folder(self._folder)


@contextlib.contextmanager
def batch(folder: Path) -> Iterator[Batch]:
    """Write files that belong together: all are whole before the first takes its place.

    A run that is killed while they take their places leaves each of them old or new. Which
    belong together is then said by a manifest among them, if that is added last.

    Parameters
    ----------
    folder : pathlib.Path
        Made if it does not exist.

    Yields
    ------
    Batch

    Raises
    ------
    FileError
        If the folder can't be written to.
    """
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=folder, prefix=".export.", suffix=".part"))
    try:
        yield Batch(folder, part)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def counted(rows: int, count: Count) -> Callable[[Path], None]:
    """Make a check that a file holds that many rows.

    Raises
    ------
    FileError
        From the check, if it holds more or fewer.
    """

    def check(path: Path) -> None:
        found = count(path)
        if found != rows:
            raise FileError(
                Text(
                    f"{path.name} 写出后重新读取只有 {found} 行，应为 {rows} 行；原有文件未变",
                    f"{path.name} read back has {found} rows in place of {rows};"
                    " what was there is unchanged",
                )
            )

    return check


@contextlib.contextmanager
def locked(folder: Path, *, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold a folder against other runs of gisplan.

    Parameters
    ----------
    folder : pathlib.Path
        Made if it does not exist; holds the file ``lock``.
    patience : float
        Seconds to wait for another run.

    Raises
    ------
    FileError
        If the other run does not end, or the folder can't be written to.
    """
    path = folder / "lock"
    lock = filelock.FileLock(path)
    with _told(path):
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


def clean(folder: Path) -> None:
    """Clear away what a run that was killed left in a folder; only under its lock.

    Parameters
    ----------
    folder : pathlib.Path
        May be missing. Folders in it are not looked into.
    """
    if not folder.is_dir():
        return
    with _told(folder):
        for path in sorted(folder.iterdir()):
            if _PART.fullmatch(path.name):
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()
            elif match := _OLD.fullmatch(path.name):
                target = folder / match[1]
                if target.exists():
                    shutil.rmtree(path)
                else:  # killed between the two renames
                    path.rename(target)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in the user's language what the system or a library says of a failed write."""
    try:
        yield
    except (FileError, DataError):
        raise
    except (OSError, sqlite3.Error, RuntimeError, ValueError) as error:
        # pyogrio's errors are RuntimeError and ValueError
        if isinstance(error, RuntimeError | ValueError) and not type(error).__module__.startswith(
            pyogrio.__name__
        ):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise FileError(
            Text(
                f"无法写入 {path}（{reason}）；原有文件未变",
                f"can't write {path} ({reason}); what was there is unchanged",
            )
        ) from error


def _flush(path: Path) -> None:
    """Bring a file, or the files of a folder, to the disk; made readable for everyone."""
    if path.is_dir():
        for inside in sorted(path.iterdir()):
            _flush(inside)
        path.chmod(0o755)
        _flush_folder(path)
        return
    path.chmod(0o644)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system has a way to."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _replace_folder(made: Path, target: Path) -> None:
    if not target.exists():
        made.rename(target)
        return
    if _exchange(made, target):
        return  # the old one now lies in the part, and goes with it
    old = target.with_name(f".{target.name}.old")
    target.rename(old)
    try:
        made.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system can't (other than Linux)."""
    if os.name == "nt":
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    done: int = renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    return done == 0


def replace_files(files: Sequence[tuple[Path, bytes | None]]) -> list[Path]:
    """Write several files, in order, or none of them.

    Parameters
    ----------
    files : sequence of (pathlib.Path, bytes or None)
        None removes a file that may be there.

    Returns
    -------
    list of pathlib.Path
        Those written.

    Raises
    ------
    FileError
        If one can't be written; those before it are put back as they were.
    """
    before: list[tuple[Path, bytes | None]] = []
    try:
        for path, content in files:
            before.append((path, path.read_bytes() if path.is_file() else None))
            _put(path, content)
    except BaseException:
        # the last may be half done, and is put back too
        for path, content in reversed(before):
            _put(path, content)
        raise
    return [path for path, content in files if content is not None]


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif not (path.is_file() and path.read_bytes() == content):
        replace_file(path, content)
