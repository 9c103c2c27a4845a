"""A layer as a table: its columns, its cells as its file has them, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from gisplan.catalog.layer import PRECISION_TITLES, Column, LayerSpec
from gisplan.errors import OptionError
from gisplan.importing.convert import PRECISION
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column of a table that is looked through.

    Attributes
    ----------
    spec : Column
        Its declaration; of a column that the layer does not declare, what is known.
    locked : bool
        Whether nobody writes it by hand.
    made : bool
        Whether it is filled in for a new row that leaves it empty.
    words : mapping of str to Text
        Words for its codes, where its own declaration has none.
    """

    spec: Column
    locked: bool = False
    made: bool = False
    words: Mapping[str, Text] = field(default_factory=dict)

    @property
    def choices(self) -> Mapping[str, Text]:
        """Give what may stand in it, where that is a list.

        Returns
        -------
        mapping of str to Text
            Code and its words; empty if it may hold anything.
        """
        spec = self.spec
        if spec.type == "boolean":
            return {"true": Text("是", "yes"), "false": Text("否", "no")}
        codes = spec.values or tuple(spec.labels)
        labels: dict[str, Text] = {**self.words, **spec.labels}
        if spec.name == PRECISION:
            labels = {str(code): words for code, words in PRECISION_TITLES.items()} | labels
        return {code: labels.get(code, Text(code, code)) for code in codes}

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing but its choices may stand in it.

        Returns
        -------
        bool
            Whether it is a list from which one chooses.
        """
        return bool(self.spec.values) or self.spec.type == "boolean"

    @property
    def is_number(self) -> bool:
        """Tell whether it holds figures.

        Returns
        -------
        bool
            Whether it is sorted, and set, as such.
        """
        return self.spec.type in ("number", "integer")

    def said(self, cell: str) -> Text:
        """Give a cell in words.

        Parameters
        ----------
        cell : str
            As the file has it.

        Returns
        -------
        Text
            The words of its code, else the cell.
        """
        return self.choices.get(cell) or Text(cell, cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerTable:
    """A layer as a table.

    Attributes
    ----------
    spec : LayerSpec
        Its declaration.
    columns : tuple of TableColumn
        In the order of the file.
    rows : pandas.DataFrame
        Texts, ``""`` where nothing stands, by the row as an editor or Excel counts it.
    path : pathlib.Path, optional
        Its file; None if it has none.
    fingerprint : str
        Of the file; whoever edits it says which state of it was looked at.
    read_only : Text, optional
        Why it can't be edited; None if it can.
    faults : mapping of int to mapping of str to Text
        What is wrong, by row and column.
    whole : tuple of Text
        What is wrong with the table, and with no one row.
    """

    spec: LayerSpec
    columns: tuple[TableColumn, ...]
    rows: pd.DataFrame
    path: Path | None = None
    fingerprint: str = ""
    read_only: Text | None = None
    faults: Mapping[int, Mapping[str, Text]] = field(default_factory=dict)
    whole: tuple[Text, ...] = ()

    @property
    def file(self) -> Path:
        """Give the file that it is read from.

        Returns
        -------
        pathlib.Path
            Of a table that can be edited.

        Raises
        ------
        OptionError
            If it has none.
        """
        if self.path is None:
            raise OptionError(
                Text(
                    f"{self.spec.title.zh}不是取自一张表",
                    f"{self.spec.title.en} is read from no table",
                )
            )
        return self.path

    def column(self, name: str) -> TableColumn:
        """Give a column.

        Parameters
        ----------
        name : str
            Its name.

        Returns
        -------
        TableColumn
            The column.

        Raises
        ------
        OptionError
            If there is none of that name.
        """
        for column in self.columns:
            if column.spec.name == name:
                return column
        raise OptionError(Text(f"没有“{name[:60]}”这一列", f"there is no column '{name[:60]}'"))

    def key_of(self, row: int) -> tuple[str, ...]:
        """Give the key of a row.

        Parameters
        ----------
        row : int
            Its number.

        Returns
        -------
        tuple of str
            Its cells in the columns of the layer's key.
        """
        return tuple(str(self.rows.at[row, name]) for name in self.spec.key)
