"""Lines that go along one another, drawn side by side: none hides another."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
from matplotlib.path import Path
from matplotlib.patheffects import AbstractPathEffect
from matplotlib.transforms import IdentityTransform

from gisplan.arrays import Floats

#: More kinds of lines than this are not told apart, side by side or not.
_MOST = 40
#: Free space between lines that go side by side, in widths of them.
_BETWEEN = 0.35


def lanes(table: gpd.GeoDataFrame, kinds: npt.ArrayLike) -> dict[int, int]:
    """Give each kind of lines a lane, so that kinds which share a stretch have lanes of their own.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Lines.
    kinds : array_like of int
        Of each line.

    Returns
    -------
    dict of int to int
        Kind -> lane, from 0, the line itself. Kinds that share nothing may have the same one.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from shapely import LineString
    >>> from gisplan.render.figure.side_by_side import lanes
    >>> shapes = [[(0, 0), (2, 0)], [(1, 0), (3, 0)], [(2, 1), (2, 2)]]
    >>> lines = gpd.GeoDataFrame(geometry=[LineString(one) for one in shapes], crs=4326)
    >>> lanes(lines, [0, 1, 2])
    {0: 0, 1: 1, 2: 0}
    """
    of = np.asarray(kinds)
    shapes = {int(kind): table.geometry[of == kind].union_all() for kind in np.unique(of)}
    if len(shapes) > _MOST:
        return dict.fromkeys(shapes, 0)
    beside: dict[int, set[int]] = {kind: set() for kind in shapes}
    for one, other in combinations(shapes, 2):
        if shapes[one].intersection(shapes[other]).length > 0:
            beside[one].add(other)
            beside[other].add(one)
    taken: dict[int, int] = {}
    for kind, others in beside.items():
        used = {taken[other] for other in others if other in taken}
        taken[kind] = next(lane for lane in range(len(shapes)) if lane not in used)
    return taken


class Lane(AbstractPathEffect):
    """Draw a line at the right of where it goes, by so many lanes of its own width.

    A line that goes there and back is on both sides; lines in other lanes are on neither.

    Parameters
    ----------
    lane : int
        0 is the line itself.
    """

    def __init__(self, lane: int) -> None:
        super().__init__()
        self.lane = lane

    def draw_path(self, renderer: Any, gc: Any, tpath: Path, affine: Any, face: Any = None) -> None:
        """Draw the line.

        Parameters
        ----------
        renderer : matplotlib.backend_bases.RendererBase
            As Matplotlib gives it.
        gc : matplotlib.backend_bases.GraphicsContextBase
            With the width of the line.
        tpath : matplotlib.path.Path
            The line.
        affine : matplotlib.transforms.Transform
            To pixels.
        face : color, optional
            Lines have no face.
        """
        step = gc.get_linewidth() * (1 + _BETWEEN) * renderer.points_to_pixels(1.0)
        path = affine.transform_path(tpath)
        moved = beside(np.asarray(path.vertices, dtype=np.float64), self.lane * step)
        renderer.draw_path(gc, Path(moved), IdentityTransform(), face)


def beside(line: Floats, far: float) -> Floats:
    """Move a line to its right.

    Parameters
    ----------
    line : (n, 2) floats
        Its vertices, y growing upwards.
    far : float
        By how much.

    Returns
    -------
    (m, 2) floats
        Each stretch moved by itself, and joined to the next; the line itself where it has no
        length or ``far`` is 0.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.render.figure.side_by_side import beside
    >>> there_and_back = np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 0.0]])
    >>> beside(there_and_back, 1.0).tolist()
    [[0.0, -1.0], [4.0, -1.0], [4.0, 1.0], [0.0, 1.0]]
    """
    steps = np.diff(line, axis=0)
    long = np.hypot(*steps.T) > 0
    if not far or not long.any():
        return line
    starts, steps = line[:-1][long], steps[long]
    right = np.column_stack([steps[:, 1], -steps[:, 0]]) / np.hypot(*steps.T)[:, None] * far
    both = np.stack([starts + right, starts + steps + right], axis=1)
    return both.reshape(-1, 2) + 0.0
