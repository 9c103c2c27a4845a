"""Writing a file so that there is the old one or the new one, and never half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from gisplan.errors import FileError
from gisplan.text import Text


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole, in place of the one that may be there.

    Written to a temporary file beside the target, flushed to the disk, then renamed over it.

    Parameters
    ----------
    path : pathlib.Path
        Its folder is made if it does not exist.
    content : bytes

    Raises
    ------
    FileError
        If it can't be written; what was there is as it was.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files that only their owner may read; a map is for everyone
        temporary.chmod(0o644)
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise FileError(
            Text(
                f"无法写入 {path}（{error.strerror}）；原有文件未变",
                f"can't write {path} ({error.strerror}); what was there is unchanged",
            )
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


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
