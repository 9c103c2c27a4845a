"""What a window asks for again and again, as long as nothing that it is made of changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.cache import Record
from gisplan.pipeline.resolve import Resolver

Made = TypeVar("Made")

#: What is at hand, by workspace and name, with the fingerprints of what it is made of.
_AT_HAND: dict[tuple[Path, str], tuple[tuple[str, ...], Any]] = {}
#: How much of it is kept.
_MOST = 8
_GUARD = threading.Lock()


def at_hand(what: str, names: Iterable[str], make: Callable[[], Made], *, place: Workspace) -> Made:
    """Give what was made before, if the layers that it is made of are still the same.

    Nobody may change what it gives: others get the same.

    Parameters
    ----------
    what : str
        Name of it, with all that it depends on beside layers.
    names : iterable of str
        The layers that it is made of.
    make : callable
        Makes it.
    place : Workspace
        The workspace.

    Returns
    -------
    Made
        What was made.

    Raises
    ------
    DeclarationError
        If declarations are wrong.
    FileError
        If a file can't be read.
    """
    resolver = Resolver(catalog.load(place), Record.load(place.state, keeps=False))
    state = tuple(resolver.fingerprint(name) for name in names)
    key = (place.root, what)
    with _GUARD:
        found = _AT_HAND.get(key)
    if found is not None and found[0] == state:
        made: Made = found[1]
        return made
    made = make()
    with _GUARD:
        _AT_HAND.pop(key, None)
        _AT_HAND[key] = (state, made)
        for other in list(_AT_HAND)[:-_MOST]:
            del _AT_HAND[other]
    return made
