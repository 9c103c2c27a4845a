"""Importing: a planner's file into a layer, every row accounted for.

Everything is worked out first; then the reports, the mapping and, last, the layer are put in
place, and if one of them can't be, all are as they were.
"""

from __future__ import annotations

from gisplan.api.importing.options import KINDS, ImportOptions, ImportReport, told
from gisplan.api.importing.run import import_file

__all__ = ["KINDS", "ImportOptions", "ImportReport", "import_file", "told"]
