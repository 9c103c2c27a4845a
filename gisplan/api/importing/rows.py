"""Which rows of a file are data, as a face shows and asks it."""

from __future__ import annotations

from gisplan.importing.rows import KINDS as ROW_KINDS
from gisplan.importing.rows import ranges as row_ranges

__all__ = ["ROW_KINDS", "row_ranges"]
