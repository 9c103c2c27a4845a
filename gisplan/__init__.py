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
