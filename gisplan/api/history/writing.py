"""A workspace held by one run that writes its tables or scenarios, after what killed runs left."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from gisplan.api.history.kept import settle
from gisplan.catalog.workspace import Workspace
from gisplan.files import PATIENCE, clean, locked
from gisplan.pipeline import scenario


@contextlib.contextmanager
def writing(place: Workspace, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a workspace while tables or scenarios are written.

    What runs left that were killed is noted and cleared away first, so that it is gone even
    where this run then finds that there is nothing to write.

    Parameters
    ----------
    place : Workspace
        The workspace.
    patience : float
        Seconds to wait for another run that writes.

    Yields
    ------
    None

    Raises
    ------
    FileError
        If the other run does not end, or the workspace can't be written to.
    """
    with locked(place.state, patience=patience):
        clean(place.state, place.layers, place.exports / "import", scenario.folder(place))
        settle(place)
        yield
