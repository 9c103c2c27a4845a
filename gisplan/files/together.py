"""Files that belong together: all of them new, or all as they were."""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from gisplan.errors import FileError
from gisplan.files.flush import flush, flush_folder
from gisplan.files.part import NEW, OLD, part_in
from gisplan.files.refusals import in_use, told
from gisplan.reasons import reason
from gisplan.text import Text

#: Flag of Linux' renameat2, and "relative to the current folder".
_RENAME_EXCHANGE, _AT_FDCWD = 2, -100


class Batch:
    """Files that are written one by one and take their places together; see :func:`batch`.

    Parameters
    ----------
    folder : Path
        Where the files are to lie.
    part : Path
        Folder beside it in which they lie until :meth:`commit`.
    """

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
        made = self._part / NEW / name
        with told(self._folder / name):
            write(made)
            if check is not None:
                check(made)
            flush(made)
        self._names.append(name)
        return made

    @property
    def targets(self) -> tuple[Path, ...]:
        """Where the files will lie, in the order in which they were written.

        Returns
        -------
        tuple of Path
            Paths in the folder.
        """
        return tuple(self._folder / name for name in self._names)

    def commit(self) -> None:
        """Put all files in their places, in the order in which they were written, or none.

        Raises
        ------
        InUseError
            If another program holds one of them, with all that are held.
        FileError
            If one can't be put in its place. What was there is as it was, in either case.
        """
        busy = [(path, why) for path in self.targets if (why := _held(path))]
        if busy:
            raise in_use([path for path, _ in busy], why=busy[0][1])
        begun: list[str] = []
        try:
            for name in self._names:
                begun.append(name)
                with told(self._folder / name):
                    self._put(name)
        except BaseException:
            self._put_back(begun)
            raise
        with told(self._folder):
            flush_folder(self._folder)

    def _put(self, name: str) -> None:
        made, target, old = self._part / NEW / name, self._folder / name, self._part / OLD / name
        if made.is_dir() and target.is_dir() and _exchange(made, target):
            try:
                made.rename(old)
            except BaseException:
                _exchange(made, target)
                raise
            return
        if os.path.lexists(target):
            if made.is_dir() or target.is_dir():
                target.rename(old)
            else:
                _second_name(target, old)
        if made.is_dir():
            made.rename(target)
        else:
            made.replace(target)

    def _put_back(self, begun: list[str]) -> None:
        """Undo what was put in place; say which could not be, if there are such.

        Parameters
        ----------
        begun : list of str
            Names of the files that were or may have been put in place, in order.
        """
        left = []
        for name in reversed(begun):
            made, target = self._part / NEW / name, self._folder / name
            old = self._part / OLD / name
            try:
                if os.path.lexists(made):  # not put: at most the old one was moved away
                    if os.path.lexists(old) and not os.path.lexists(target):
                        old.rename(target)
                    continue
                if target.is_dir():
                    target.rename(made)
                if os.path.lexists(old):
                    old.replace(target)
                elif os.path.lexists(target):
                    target.unlink()
            except OSError:
                left.append(target)
        if left:
            zh, en = "、".join(map(str, left)), ", ".join(map(str, left))
            raise FileError(
                Text(
                    f"写入中断，下列文件已是新的，未能恢复：{zh}；请再写一次，使各文件一致",
                    f"ended while files took their places; these are new already and could not"
                    f" be put back: {en}; write again, so that all belong together",
                )
            )


@contextlib.contextmanager
def batch(folder: Path) -> Iterator[Batch]:
    """Write files that belong together: all are whole before the first takes its place.

    If one can't take its place, those before it are put back. A run that is killed while they
    take their places leaves each of them old or new. Which belong together is then said by a
    manifest among them, if that is added last.

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
    with contextlib.ExitStack() as held:
        with told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            part = held.enter_context(part_in(folder))
        yield Batch(folder, part)


def _held(path: Path) -> Text | None:
    """Say why a file, or one in a folder, can't be replaced; None if it can.

    Where the system keeps open files in their places (Windows), a file that another program has
    open can't even be renamed to the name that it has; elsewhere that does nothing.

    Parameters
    ----------
    path : Path
        File or folder.

    Returns
    -------
    Text or None
        What the system says, or nothing.
    """
    inside = sorted(path.iterdir()) if path.is_dir() else [path] if path.exists() else []
    for file in inside:
        if file.is_file():
            with told(file):
                try:
                    file.replace(file)
                except PermissionError as error:
                    return reason(error)
    return None


def _second_name(target: Path, old: Path) -> None:
    """Keep a file under another name, without taking it from its place where that can be.

    Parameters
    ----------
    target : Path
        The file in its place.
    old : Path
        Where it is kept.
    """
    try:
        os.link(target, old, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a disk without links
        target.rename(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system can't (other than Linux).

    Parameters
    ----------
    one : Path
        Name of a file or folder.
    other : Path
        Name of the other; both exist.

    Returns
    -------
    bool
        Whether they were exchanged.
    """
    if os.name == "nt":
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    done: int = renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    return done == 0
