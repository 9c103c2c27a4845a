"""Files that are written where the user says: looked at before anything is worked out."""

from __future__ import annotations

from pathlib import Path

from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.pipeline.ownership import Ownership
from gisplan.text import Text


def check_target(
    path: Path | None,
    *endings: str,
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Refuse a file that can't be written by its ending, or would take another's place.

    Parameters
    ----------
    path : pathlib.Path or None
        The file; None if none is asked for.
    *endings : str
        Those that can be written, with the dot, in small letters; any if none is given.
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Raises
    ------
    OptionError
        If the ending is none of these.
    FileError
        If a file is there that must stay.
    """
    if path is None:
        return
    if endings and path.suffix.lower() not in endings:
        zh, en = " 或 ".join(endings), " or ".join(endings)
        raise OptionError(Text(f"{path.name}：请用 {zh}", f"{path.name}: use {en}"))
    Ownership(place or workspace.find()).require([path], overwrite=overwrite)


def write_target(
    path: Path, content: bytes, *, place: Workspace | None = None, overwrite: bool = False
) -> None:
    """Write a file that the user has asked for, unless one is there that must stay.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    content : bytes
        All of it.
    place : Workspace, optional
        As for :func:`check_target`.
    overwrite : bool
        As for :func:`check_target`.

    Raises
    ------
    FileError
        If a file is there that must stay, or it can't be written; it is then as it was.
    """
    Ownership(place or workspace.find()).write(path, content, overwrite=overwrite)
