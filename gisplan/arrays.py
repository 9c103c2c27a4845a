"""Arrays by what they hold, as annotations name them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
#: Positions in another array, where there are so many that their width counts.
Places = npt.NDArray[np.signedinteger[Any]]
#: Indices in another array, as NumPy gives and takes them.
Indices = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
#: Text, shapes, or anything that may be missing.
Objects = npt.NDArray[np.object_]
