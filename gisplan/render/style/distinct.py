"""Colours for categories that differ from those in use, for every kind of colour vision.

Each next colour is the one that is farthest, in the perceptual space OKLab (Björn Ottosson, 2020),
from all that are in use already, as people see it and as those see it who lack the red- or the
green-sensitive cones (matrices of Gustavo Machado, Manuel Oliveira and Leandro Fernandes, *A
Physiologically-based Model for Simulation of Color Vision Deficiency*, 2009). All have a contrast
of at least 3:1 to white.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from gisplan.arrays import Floats

#: Two colours that are nearer in OKLab are taken for one by a reader.
SAME = 0.06
_STEPS = 18
# A contrast of 3:1 to white by WCAG 2: 1.05 / (luminance + 0.05); and no shades of black.
_DARKEST, _BRIGHTEST = 0.035, 0.3
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
_EYES = (
    np.eye(3),
    np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
)
_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _linear(colors: Sequence[str]) -> Floats:
    parts = [[int(color[at : at + 2], 16) for at in (1, 3, 5)] for color in colors]
    share = np.asarray(parts, dtype=float).reshape(-1, 3) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def _seen(linear: Floats) -> Floats:
    # Give colours in OKLab as each kind of eye sees them, shape (eyes, n, 3).
    eyes = (np.clip(linear @ eye.T, 0, 1) for eye in _EYES)
    return np.stack([np.cbrt(one @ _TO_CONES.T) @ _TO_LAB.T for one in eyes])


@cache
def _candidates() -> tuple[tuple[str, ...], Floats]:
    shades = np.rint(np.linspace(0, 255, _STEPS)).astype(int)
    colors = [f"#{r:02x}{g:02x}{b:02x}" for r in shades for g in shades for b in shades]
    linear = _linear(colors)
    luminance = linear @ _LUMINANCE
    held = (luminance >= _DARKEST) & (luminance <= _BRIGHTEST)
    kept = tuple(color for color, fits in zip(colors, held, strict=True) if fits)
    return kept, _seen(linear[held])


def near(color: str, used: Sequence[str]) -> bool:
    """Tell whether a reader would take a colour for one of those in use.

    Parameters
    ----------
    color : str
        ``#rrggbb``.
    used : sequence of str
        Colours beside it.

    Returns
    -------
    bool
        Whether one of them is nearer than :data:`SAME`.
    """
    if not used:
        return False
    (one, *_), (others, *_) = _seen(_linear([color])), _seen(_linear(used))
    return bool(np.linalg.norm(others - one, axis=1).min() < SAME)


def further(used: Sequence[str], count: int) -> tuple[str, ...]:
    """Give colours as far as can be from those in use and from each other.

    Parameters
    ----------
    used : sequence of str
        ``#rrggbb``; at least one.
    count : int
        How many are wanted.

    Returns
    -------
    tuple of str
        ``count`` different colours as ``#rrggbb``, the same each time.
    """
    colors, seen = _candidates()
    distance = np.full(len(colors), np.inf)
    found: list[str] = []

    def keep_off(color: str) -> None:
        apart = np.linalg.norm(seen - _seen(_linear([color])), axis=2).min(axis=0)
        np.minimum(distance, apart, out=distance)

    for color in used:
        keep_off(color)
    for _ in range(count):
        found.append(colors[int(distance.argmax())])
        keep_off(found[-1])
    return tuple(found)
