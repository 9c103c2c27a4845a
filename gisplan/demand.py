"""Forwards to :mod:`gisplan.analysis.demand` for one release; import that instead."""

import sys
import warnings

from gisplan.analysis import demand

warnings.warn(
    "gisplan.demand has moved to gisplan.analysis.demand; the old name goes with 0.3.0",
    DeprecationWarning,
    stacklevel=2,
)
sys.modules[__name__] = demand
