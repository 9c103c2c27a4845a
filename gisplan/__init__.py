"""gisplan: plan regional industry on the map.

The modules, in the order in which data move through them:

- ``workspace``, ``catalog``: whose folders, and what they declare
- ``read``, ``validate``: files to layers, with every problem
- ``regions``, ``locate``, ``join``: names, points and codes to places
- ``plan``: the plan as typed objects
- ``present``, ``export``: maps for people, layers for programs
- ``pipeline``: all of it, in order

For notebooks, ``load_plan``, ``load_regions`` and ``load_layer`` give what a workspace holds.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gisplan.pipeline import (
        BuildOptions,
        BuildReport,
        build,
        load_layer,
        load_layers,
        load_plan,
        load_regions,
    )

__all__ = [
    "BuildOptions",
    "BuildReport",
    "build",
    "load_layer",
    "load_layers",
    "load_plan",
    "load_regions",
]


def __getattr__(name: str) -> Any:
    """Bring in the whole of gisplan when it is asked for, and not for one module of it."""
    if name in __all__:
        from gisplan import pipeline  # noqa: PLC0415 (see above)

        return getattr(pipeline, name)
    if not name.startswith("_") and find_spec(f"gisplan.{name}"):
        return import_module(f"gisplan.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
