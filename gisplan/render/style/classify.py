"""Cut numbers into the classes of a choropleth."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from gisplan.arrays import Floats, Ints
from gisplan.catalog.map import Scheme
from gisplan.errors import DataError, DeclarationError
from gisplan.text import Text

# Fisher and Jenks' method takes time and memory in the square of the number of values.
_MOST_FOR_JENKS = 600


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes of numbers, from low to high.

    Attributes
    ----------
    upper : tuple of float
        Inclusive upper bound of each class; the last is at least the largest value, and
        infinite after own breaks.
    index : numpy.ndarray of int, shape (n,)
        Class of each value; -1 where there is none.
    """

    upper: tuple[float, ...]
    index: Ints

    @property
    def counts(self) -> tuple[int, ...]:
        """Number of values in each class.

        Returns
        -------
        tuple of int
            From low to high.
        """
        held = self.index[self.index >= 0]
        return tuple(int(n) for n in np.bincount(held, minlength=len(self.upper)))

    @property
    def missing(self) -> int:
        """Number of values that are missing.

        Returns
        -------
        int
            Those in no class.
        """
        return int((self.index < 0).sum())


def classify(
    values: Floats,
    *,
    scheme: Scheme = "quantiles",
    classes: int = 5,
    breaks: tuple[float, ...] = (),
) -> Classes:
    """Cut numbers into classes.

    Parameters
    ----------
    values : numpy.ndarray of float, shape (n,)
        NaN is a missing value and is in no class.
    scheme : Scheme
        ``natural_breaks`` is the optimal partition of Fisher and Jenks (the least sum of squared
        deviations within classes), not the randomised approximation, so that the same data
        always give the same map. Above 600 values it is found on an even sample of
        the different ones, by rank.
    classes : int
        Wanted number of classes. There are fewer where the values do not fill them: no more
        than there are different values; equal quantiles are one, and none is empty.
    breaks : tuple of float
        With ``scheme="breaks"``: inclusive upper bounds of all classes but the last, rising.

    Returns
    -------
    Classes
        The bounds, and the class of each value.

    Raises
    ------
    DataError
        If a value is infinite.
    DeclarationError
        If the breaks do not rise or the number of classes is less than one.
    """
    if np.isinf(values).any():
        raise DataError(
            Text("分级的数值中有无穷大，请检查数据。", "A value to be classed is infinite.")
        )
    held = np.isfinite(values)
    index = np.full(values.shape, -1, dtype=np.int64)
    if not held.any():
        return Classes((), index)
    upper = _upper_bounds(values[held], scheme, classes, breaks)
    index[held] = np.searchsorted(upper, values[held], side="left")
    return Classes(tuple(float(bound) for bound in upper), index)


def _upper_bounds(
    values: Floats, scheme: Scheme, classes: int, breaks: tuple[float, ...]
) -> Floats:
    distinct = np.unique(values)
    if scheme == "breaks":
        if not breaks or any(b <= a for a, b in itertools.pairwise(breaks)):
            raise DeclarationError(
                Text("breaks 应为由小到大的数值，至少一个。", "breaks must be rising numbers.")
            )
        # The last class is open; it stays, empty, where no value is above the last break.
        return np.append(np.asarray(breaks, dtype=float), np.inf)
    if classes < 1:
        raise DeclarationError(
            Text("分级数 classes 应至少为 1。", "The number of classes must be at least 1.")
        )
    if len(distinct) <= classes:
        return distinct
    if classes == 1:
        return distinct[-1:]
    if scheme == "quantiles":
        bins = np.quantile(values, np.arange(1, classes + 1) / classes)
    elif scheme == "equal_interval":
        # by halves, so that the whole of a very wide range is no infinite number
        bins = 2 * np.linspace(distinct[0] / 2, distinct[-1] / 2, classes + 1)[1:]
    else:
        bins = _natural_breaks(_sampled(values, distinct), classes)
    bins = np.unique(bins)
    # Rounding must not leave the largest value outside.
    bins[-1] = max(bins[-1], distinct[-1])
    if scheme == "quantiles":
        # of many equal values a quantile is found between two that are neighbours: holds nothing
        bins = bins[np.bincount(np.searchsorted(bins, values), minlength=len(bins)) > 0]
    return bins


def _natural_breaks(values: Floats, classes: int) -> Floats:
    """Part numbers so that the squared deviations within the classes have the least sum.

    By dynamic programming over the different values, as in W. D. Fisher, "On grouping for maximum
    homogeneity" (Journal of the American Statistical Association 53, 1958).

    Parameters
    ----------
    values : numpy.ndarray of float, shape (n,)
        Finite, of more different values than classes.
    classes : int
        How many.

    Returns
    -------
    numpy.ndarray of float, shape (classes,)
        The largest value of each class, rising.
    """
    distinct, times = np.unique(values, return_counts=True)
    # near zero and of size one: sums of squares neither lose digits nor overflow
    near = distinct / max(np.abs(distinct).max(), np.finfo(float).tiny)
    near = near - near.mean()
    number, total, squares = (
        np.concatenate(([0.0], np.cumsum(times * part))) for part in (near**0, near, near**2)
    )
    # [i, j]: of the values from the i-th up to the j-th, which is not among them
    held = number[None, :] - number[:, None]
    summed = total[None, :] - total[:, None]
    within = np.full(held.shape, np.inf)
    some = held > 0
    within[some] = (squares[None, :] - squares[:, None])[some] - summed[some] ** 2 / held[some]
    least, begins = within[0], []
    for _ in range(classes - 1):
        with_last = least[:, None] + within
        begins.append(with_last.argmin(axis=0))
        least = with_last.min(axis=0)
    ends = [len(distinct)]
    for begin in reversed(begins):
        ends.append(int(begin[ends[-1]]))
    return np.array([distinct[end - 1] for end in reversed(ends)])


def _sampled(values: Floats, distinct: Floats) -> Floats:
    # Thin out many values evenly by rank, the same ones each time.
    if len(values) <= _MOST_FOR_JENKS:
        return values
    ranks = np.linspace(0, len(distinct) - 1, min(len(distinct), _MOST_FOR_JENKS))
    return distinct[np.rint(ranks).astype(np.int64)]
