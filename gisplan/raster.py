"""Forwards to :mod:`gisplan.read.raster` for one release; import that instead."""

import sys
import warnings

from gisplan.read import raster

warnings.warn(
    "gisplan.raster has moved to gisplan.read.raster; the old name goes with 0.3.0",
    DeprecationWarning,
    stacklevel=2,
)
sys.modules[__name__] = raster
