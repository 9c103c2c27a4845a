"""Single files, and a few in a row, written whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from gisplan.errors import FileError
from gisplan.files.flush import flush, flush_folder
from gisplan.files.part import NEW, part_in
from gisplan.files.refusals import told
from gisplan.text import Text

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
        All of it.
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
    InUseError
        If another program holds the file that is there.
    FileError
        If it can't be written or is not whole; what was there is as it was.
    """
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with part_in(path.parent) as part:
            made = part / NEW / path.name
            made.touch()
            write(made)
            flush(made)
            if check is not None:
                check(made)
            made.replace(path)
            flush_folder(path.parent)


def counted(rows: int, count: Count) -> Callable[[Path], None]:
    """Make a check that a file holds that many rows.

    Parameters
    ----------
    rows : int
        How many it is to hold.
    count : callable
        Counts the rows of a file.

    Returns
    -------
    callable
        A check for :func:`write_file`: given the file, it returns or raises.

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
            with told(path):
                before.append((path, path.read_bytes() if path.is_file() else None))
            _put(path, content)
    except BaseException:
        # the last may be half done, and is put back too
        for path, content in reversed(before):
            _put(path, content)
        raise
    return [path for path, content in files if content is not None]


def _put(path: Path, content: bytes | None) -> None:
    with told(path):
        if content is None:
            path.unlink(missing_ok=True)
        elif not (path.is_file() and path.read_bytes() == content):
            replace_file(path, content)
