"""Taking the last import back."""

from __future__ import annotations

from gisplan.api.history.undo import TableChange, last_change, undo_last
from gisplan.catalog.workspace import Workspace
from gisplan.files import PATIENCE

__all__ = ["last_import", "undo_import"]


def last_import(place: Workspace | None = None) -> TableChange | None:
    """Tell which import can be taken back.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    TableChange or None
        None if there was none, it was taken back already, or something else was changed since.
    """
    found = last_change(place)
    return found if found is not None and found.kind == "import" else None


def undo_import(
    place: Workspace | None = None, *, expected: str | None = None, patience: float = PATIENCE
) -> TableChange:
    """Take the last import back: its files hold again what they held before it.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    expected : str, optional
        The import that is meant, by its id; another is not taken back.
    patience : float
        Seconds to wait for another run that writes.

    Returns
    -------
    TableChange
        What was taken back.

    Raises
    ------
    OptionError
        If there is none, it was not the last change, or one of its files was changed since;
        nothing is changed then.
    FileError
        If a file can't be written; all are as they were.
    """
    return undo_last(place, expected=expected, only="import", patience=patience)
