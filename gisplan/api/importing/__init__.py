"""Importing: a planner's file into a layer, every row accounted for.

Everything is worked out first; then the reports, the mapping and, last, the layer are put in
place, and if one of them can't be, all are as they were.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
