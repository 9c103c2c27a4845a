from .answers import answered
from .meanings import MEANINGS
from .mend import SetAsideRows, set_aside_rows, write_mended
from .options import ALL_SHEETS, KINDS, MODES, TABLE, ImportOptions, ImportReport, told
from .outcome import gravity
from .rows import ROW_KINDS, row_ranges
from .run import import_file
from .undo import last_import, undo_import

__all__ = [
    "ALL_SHEETS",
    "KINDS",
    "MEANINGS",
    "MODES",
    "ROW_KINDS",
    "TABLE",
    "ImportOptions",
    "ImportReport",
    "SetAsideRows",
    "answered",
    "gravity",
    "import_file",
    "last_import",
    "row_ranges",
    "set_aside_rows",
    "told",
    "undo_import",
    "write_mended",
]
