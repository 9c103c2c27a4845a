from .options import KINDS, ImportOptions, ImportReport, told
from .run import import_file

__all__ = ["KINDS", "ImportOptions", "ImportReport", "import_file", "told"]
