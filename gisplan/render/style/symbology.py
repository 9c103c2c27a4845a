"""How a layer is drawn: its symbol, its classes, their colours and words.

Decided once by :mod:`gisplan.render.style.symbolize`, from a declared style and a layer. The web
page, figures, QML, SLD, QGIS projects and the colour tables of rasters draw what stands here and
decide nothing themselves; only the counts in the classes are their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from gisplan.arrays import Floats, Ints
from gisplan.catalog.layer import Column
from gisplan.render.style.palettes import NO_DATA, OTHER
from gisplan.render.style.words import MISSING as NO_VALUE
from gisplan.render.style.words import SEVERAL as SEVERAL_KINDS
from gisplan.render.style.words import rounded
from gisplan.text import Text

#: Codes of categories that say that nothing is known.
NOT_KNOWN = frozenset({"unknown", "undecided"})
#: Class of a row or cell without a value, and of one whose value is in no class.
MISSING = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbologyClass:
    """One class: a value or a range of values, its colour and its words.

    Attributes
    ----------
    color : str
        ``#rrggbb``.
    words : Text
        What the legend says of it, without the unit.
    value : str, optional
        Of a category, as :func:`value_names` writes values.
    dash : str
        SVG dash pattern of lines of a category; that of the whole if empty.
    rest : bool
        Whether it holds all values of categories that have no class of their own.
    above : float
        Of a range: its values are larger than this; minus infinity where it is open.
    upto : float
        Of a range: its greatest value; infinite where it is open.
    low : float, optional
        Of a range: the lower bound that the words name; None where it is open.
    high : float, optional
        Of a range: the upper bound that the words name; None where it is open.
    """

    color: str
    words: Text
    value: str | None = None
    dash: str = ""
    rest: bool = False
    above: float = -np.inf
    upto: float = np.inf
    low: float | None = None
    high: float | None = None

    @property
    def not_known(self) -> bool:
        """Tell whether the value of a category says that nothing is known.

        Returns
        -------
        bool
            True of the codes ``unknown`` and ``undecided``, and of those that end in ``_unknown``.
        """
        code = self.value or ""
        return code in NOT_KNOWN or code.endswith("_unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowWidths:
    """Widths of lines in proportion to an amount.

    Attributes
    ----------
    widest : float
        Pixels of the largest amount.
    most : float
        The largest amount; 0 if there is none.
    samples : tuple of float
        Amounts for the legend, from the largest.
    """

    widest: float
    most: float
    samples: tuple[float, ...] = ()

    def of(self, amount: float) -> float:
        """Give the width of a line.

        Parameters
        ----------
        amount : float
            What flows along it; nothing and less have no width.

        Returns
        -------
        float
            In pixels of 1/96 inch.
        """
        return round(self.widest * max(0.0, amount) / self.most, 2) if self.most > 0 else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbology:
    """How a layer is drawn.

    Attributes
    ----------
    kind : {"single", "categories", "class_breaks", "flows"}
        One symbol; a class for each value; classes of numbers; lines as wide as a number.
    filled : bool
        Whether polygons have a fill, and lines and marks the colours of classes; an outline has
        none.
    color : str
        ``#rrggbb`` of borders and lines, and of marks without classes.
    weight : float
        Width of lines in pixels of 1/96 inch; of flows that of the largest.
    dash : str
        SVG dash pattern, empty for solid.
    opacity : float
        Of fills, flows and cells, 0 to 1. Borders, lines and marks are solid.
    column : Column, optional
        What the classes or widths go by.
    classes : tuple of SymbologyClass
        In the order of the legend.
    missing : SymbologyClass
        Of rows without a value.
    several : SymbologyClass
        Of rows of different classes in one place.
    least : float
        The lowest value in classes of numbers.
    most : float
        The highest value in classes of numbers.
    widths : FlowWidths, optional
        Of flows.
    by_precision : bool
        Whether marks tell the precision of positions, row by row, by the column ``precision``.
    positions : str
        Precision of all rows of points alike.
    label : str, optional
        Column whose words label the features.
    missing_known : bool
        Whether the words of rows without a value say something definite, so that they are a class
        like others.
    """

    kind: Literal["single", "categories", "class_breaks", "flows"] = "single"
    filled: bool = True
    color: str = "#444444"
    weight: float = 1.0
    dash: str = ""
    opacity: float = 0.7
    column: Column | None = None
    classes: tuple[SymbologyClass, ...] = ()
    missing: SymbologyClass = SymbologyClass(color=NO_DATA, words=NO_VALUE)
    several: SymbologyClass = SymbologyClass(color=OTHER, words=SEVERAL_KINDS)
    least: float = 0.0
    most: float = 0.0
    widths: FlowWidths | None = None
    by_precision: bool = False
    positions: str = "site"
    label: str | None = None
    missing_known: bool = False

    def is_hatched(self, one: SymbologyClass) -> bool:
        """Tell whether a class says that nothing is known, and is drawn striped.

        Parameters
        ----------
        one : SymbologyClass
            One of the classes, or :attr:`missing`.

        Returns
        -------
        bool
            Only areas and marks are.
        """
        return not self.missing_known if one is self.missing else one.not_known

    def label_of(self, one: SymbologyClass) -> Text:
        """Give the words of a class for where no heading tells the unit.

        Parameters
        ----------
        one : SymbologyClass
            One of the classes, or :attr:`missing`.

        Returns
        -------
        Text
            Those of the legend, of numbers with the unit behind them.
        """
        unit = self.column.unit if self.column and self.kind == "class_breaks" else None
        if unit is None or one is self.missing:
            return one.words
        return Text(f"{one.words.zh} {unit.zh}", f"{one.words.en} {unit.en}")

    def classes_of(self, table: pd.DataFrame) -> Ints:
        """Give the number of the class of each row.

        Parameters
        ----------
        table : pandas.DataFrame
            With the column that the classes go by.

        Returns
        -------
        numpy.ndarray of int, shape (rows,)
            :data:`MISSING` without a value, and where there are no classes.
        """
        if not self.classes or self.column is None:
            return np.full(len(table), MISSING, dtype=np.int64)
        values = table[self.column.name]
        if self.kind == "class_breaks":
            return self.classes_of_numbers(numbers_of(values))
        codes, names = value_names(values, self.column)
        number = {one.value: at for at, one in enumerate(self.classes) if not one.rest}
        rest = next((at for at, one in enumerate(self.classes) if one.rest), MISSING)
        index = [MISSING if name is None else number.get(name, rest) for name in names]
        # the last stands for the code -1, of a missing value
        return np.array([*index, MISSING], dtype=np.int64)[codes]

    def classes_of_numbers(self, values: Floats) -> Ints:
        """Give the number of the class of each number.

        Parameters
        ----------
        values : numpy.ndarray of float
            Of any shape; NaN has no value.

        Returns
        -------
        numpy.ndarray of int
            Of that shape. What rounding or interpolation brought beyond the last bound is in the
            last class; a code that is in no class is :data:`MISSING`.
        """
        if not self.classes:
            return np.full(values.shape, MISSING, dtype=np.int64)
        known = np.isfinite(values)
        if self.kind == "class_breaks":
            upper = np.array([one.upto for one in self.classes])
            found = np.searchsorted(upper, values, side="left")
            index = np.minimum(found, len(upper) - 1)
        else:
            codes = np.array([float(one.value or "nan") for one in self.classes])
            order = np.argsort(codes)
            found = np.minimum(np.searchsorted(codes[order], values), len(codes) - 1)
            index = order[found]
            known &= codes[index] == values
        return np.where(known, index, MISSING).astype(np.int64)


def numbers_of(values: pd.Series[Any]) -> Floats:
    """Give a column of numbers as an array.

    Parameters
    ----------
    values : pandas.Series
        Numbers of any type.

    Returns
    -------
    numpy.ndarray of float, shape (n,)
        NaN where there is none.
    """
    return np.asarray(values.astype("Float64").to_numpy(na_value=np.nan), dtype=np.float64)


def value_names(values: pd.Series[Any], column: Column) -> tuple[Ints, list[str | None]]:
    """Write the values of a column as styles and classes name them.

    Parameters
    ----------
    values : pandas.Series
        Of one type; some may be missing.
    column : Column
        Its declaration.

    Returns
    -------
    codes : numpy.ndarray of int, shape (rows,)
        Which of the names each row has; -1 without a value.
    names : list of str or None
        The different values: truth values as ``True`` and ``False``, whole numbers without a
        point, dates as ``2020-12-31``; None of an empty text.
    """
    codes, different = pd.factorize(values)
    return np.asarray(codes, dtype=np.int64), [_name(one, column) for one in different]


def _name(value: Any, column: Column) -> str | None:
    if column.type == "boolean":
        return str(bool(value))
    if column.type in ("number", "integer"):
        return str(rounded(value))
    if column.type == "date" and hasattr(value, "strftime"):
        return f"{value:%Y-%m-%d}"
    return str(value) or None
