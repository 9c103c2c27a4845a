"""A workspace held for a run, or only read where nothing can be written to it."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

from gisplan.catalog.workspace import Workspace
from gisplan.errors import FileError
from gisplan.files import clean, locked
from gisplan.pipeline.cache import Record


@contextlib.contextmanager
def at_work(place: Workspace) -> Iterator[Record]:
    """Hold a workspace against other runs, and give the record of its last build.

    What runs left that were killed is cleared away. Where nothing can be written, as on a share
    that is only read, no lock is needed, and what is made is kept for this run alone.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Yields
    ------
    Record
        Keeps what is made, or does not.

    Raises
    ------
    FileError
        If another run does not end.
    """
    with contextlib.ExitStack() as held:
        keeps = True
        try:
            held.enter_context(locked(place.state))
        except FileError as error:
            if not _only_read(error.__cause__):
                raise
            keeps = False
        record = Record.load(place.state, keeps=keeps)
        clean(*record.folders)
        yield record


def _only_read(error: BaseException | None) -> bool:
    return isinstance(error, PermissionError) or (
        isinstance(error, OSError) and error.errno == errno.EROFS
    )
