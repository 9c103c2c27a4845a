"""Writing so that there is the old file or the new one, and never half of one.

Everything is written beside its target, in a folder ``.gisplan-RANDOM.part``, reopened and
counted, flushed to the disk, and only then put in the place of what was there. A run that is
killed leaves at most such a folder, which the next run clears away: it knows it by the signature
inside, never by its name alone. One run at a time holds the lock of a folder; the lock is the
operating system's, so that it ends with its process, however that ends.
"""

from gisplan.files.lock import PATIENCE, locked
from gisplan.files.part import clean
from gisplan.files.refusals import told
from gisplan.files.together import Batch, batch
from gisplan.files.whole import Count, counted, replace_file, replace_files, write_file

__all__ = [
    "PATIENCE",
    "Batch",
    "Count",
    "batch",
    "clean",
    "counted",
    "locked",
    "replace_file",
    "replace_files",
    "told",
    "write_file",
]
