"""What the system or a library says of a file that can't be written, in the user's language."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from gisplan.errors import DataError, FileError, InUseError
from gisplan.reasons import reason
from gisplan.text import Text


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Say in the user's language why a file could not be written.

    Parameters
    ----------
    path : pathlib.Path
        The target, as the user knows it.

    Yields
    ------
    None

    Raises
    ------
    InUseError
        If it is there and may not be replaced: Excel and QGIS hold what they have open, on
        Windows.
    FileError
        For whatever else the system refuses.
    """
    try:
        yield
    except (FileError, DataError):
        raise
    except (OSError, sqlite3.Error, RuntimeError, ValueError) as error:
        # pyogrio's errors are RuntimeError and ValueError
        if isinstance(error, RuntimeError | ValueError) and not type(error).__module__.startswith(
            "pyogrio"
        ):
            raise
        why = reason(error, path=path)
        if isinstance(error, PermissionError) and path.exists() and not path.is_dir():
            raise in_use([path], why=why) from error
        raise FileError(
            Text(
                f"无法写入 {path}（{why.zh}）；原有文件未变",
                f"can't write {path} ({why.en}); what was there is unchanged",
            )
        ) from error


def in_use(paths: list[Path], *, why: Text) -> InUseError:
    """Make the error for files that another program holds, or that may not be written.

    Parameters
    ----------
    paths : list of pathlib.Path
        At least one.
    why : Text
        What the system said.

    Returns
    -------
    InUseError
        It names the files, the reason and what to close.
    """
    zh, en = "、".join(map(str, paths)), ", ".join(map(str, paths))
    return InUseError(
        Text(
            f"无法写入 {zh}（{why.zh}）：可能正在 Excel、WPS 或 QGIS 中打开，请关闭后再试；"
            "如未打开，请检查写入权限。原有文件未变",
            f"can't write {en} ({why.en}): open in Excel, WPS or QGIS? Close it there and try"
            " again; if it is not open, see whether you may write to it."
            " What was there is unchanged",
        )
    )
