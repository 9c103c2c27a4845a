"""Forwards to :mod:`gisplan.analysis.siting.models` for one release; import that instead."""

import sys
import warnings

from gisplan.analysis.siting import models

warnings.warn(
    "gisplan.siting has moved to gisplan.analysis.siting.models; the old name goes with 0.3.0",
    DeprecationWarning,
    stacklevel=2,
)
sys.modules[__name__] = models
