from .options import ALL_SHEETS, KINDS, MODES, TABLE, ImportOptions, ImportReport, told
from .outcome import gravity
from .rows import ROW_KINDS, row_ranges
from .run import import_file

__all__ = [
    "ALL_SHEETS",
    "KINDS",
    "MODES",
    "ROW_KINDS",
    "TABLE",
    "ImportOptions",
    "ImportReport",
    "gravity",
    "import_file",
    "row_ranges",
    "told",
]
