"""Memory that a step of work has let go of, back to the system."""

from __future__ import annotations

import ctypes
import functools
import sys
from collections.abc import Callable

import pyarrow as pa


def give_back() -> None:
    """Give back memory that is free within the process, which a next step would not fill.

    A table of a million rows is held several times on its way, one after the other; without this
    the process keeps what each of them took.

    Examples
    --------
    >>> from gisplan.spare_memory import give_back
    >>> give_back()
    """
    pa.default_memory_pool().release_unused()
    _trim()(0)


@functools.cache
def _trim() -> Callable[[int], object]:
    # of the C library of most Linux systems; others give back by themselves, or not at all
    if sys.platform == "linux":
        found: Callable[[int], object] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if found is not None:
            return found
    return lambda _: None
