"""Importing: a planner's file into a layer, every row accounted for.

Everything is worked out first; then the reports, the mapping and, last, the layer are put in
place, and if one of them can't be, all are as they were.
"""

from __future__ import annotations

from gisplan.importing.job import import_file
from gisplan.importing.options import KINDS, ImportOptions, ImportReport, told

__all__ = ["KINDS", "ImportOptions", "ImportReport", "import_file", "told"]
