"""Costs between demand and sites that are too many to be held: worked out block by block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from gisplan.arrays import Floats, Ints


class LazyCosts(Protocol):
    """What costs are worked out from.

    Costs are per unit of weight (metres, minutes), infinite where a site can't serve. Those of
    :meth:`block` and :meth:`costs` may be below the true ones, by what their rounding takes, and
    are never above them: so a bound made from them holds for the true ones.
    """

    @property
    def shape(self) -> tuple[int, int]:
        """Number of demand points and of sites."""

    def block(self, rows: Ints) -> Floats:
        """Give the costs of some demand points to all sites, shape (rows, sites).

        Parameters
        ----------
        rows : array of int
            Positions of demand points.

        Returns
        -------
        array of float
            Costs; infinite where a site can't serve.
        """

    def costs(self, sites: Ints) -> Floats:
        """Give the costs of all demand points to some sites, shape (demand, sites).

        Parameters
        ----------
        sites : array of int
            Positions of sites.

        Returns
        -------
        array of float
            Costs; infinite where a site can't serve.
        """

    def true(self, rows: Ints, sites: Ints) -> Floats:
        """Give the true cost of pairs.

        Parameters
        ----------
        rows : array of int
            Positions of demand points, one a pair.
        sites : array of int
            Positions of sites, one a pair.

        Returns
        -------
        array of float
            Cost of each pair, exact where :meth:`block` may be near.
        """


@dataclass(frozen=True, slots=True, eq=False)
class MatrixField:
    """A field that is held after all, as a full matrix.

    Attributes
    ----------
    matrix : array, shape (demand, sites)
        Costs; infinite where a site can't serve.
    """

    matrix: Floats

    @property
    def shape(self) -> tuple[int, int]:
        """Number of demand points and of sites.

        Returns
        -------
        tuple[int, int]
            How many demand points, and how many sites.
        """
        return self.matrix.shape[0], self.matrix.shape[1]

    def block(self, rows: Ints) -> Floats:
        """Give the costs of some demand points to all sites.

        Parameters
        ----------
        rows : array of int
            Positions of demand points.

        Returns
        -------
        array of float
            Shape (rows, all sites).
        """
        return np.asarray(self.matrix[rows], dtype=np.float64)

    def costs(self, sites: Ints) -> Floats:
        """Give the costs of all demand points to some sites.

        Parameters
        ----------
        sites : array of int
            Positions of sites.

        Returns
        -------
        array of float
            Shape (all demand, sites).
        """
        return np.asarray(self.matrix[:, sites], dtype=np.float64)

    def true(self, rows: Ints, sites: Ints) -> Floats:
        """Give the cost of pairs.

        Parameters
        ----------
        rows : array of int
            Positions of demand points, one a pair.
        sites : array of int
            Positions of sites, one a pair.

        Returns
        -------
        array of float
            Cost of each pair.
        """
        return np.asarray(self.matrix[rows, sites], dtype=np.float64)
