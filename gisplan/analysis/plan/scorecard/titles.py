"""What tables, their columns and the codes in them are called, as their layers declare it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gisplan.catalog.layer import Column, LayerSpec
from gisplan.catalog.worth import plain
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Words for tables, columns and codes.

    Attributes
    ----------
    specs : mapping of str to LayerSpec
        Declarations by the name of the input. What is not there is called by its name.
    """

    specs: Mapping[str, LayerSpec] = field(default_factory=dict)

    def table(self, name: str) -> Text:
        """Name a table.

        Parameters
        ----------
        name : str
            Name of the input.

        Returns
        -------
        Text
            Title of its layer.
        """
        spec = self.specs.get(name)
        return Text(f"“{spec.title.zh}”", f"'{spec.title.en}'") if spec else Text(name, name)

    def column(self, table: str, name: str) -> Text:
        """Name a column.

        Parameters
        ----------
        table : str
            Name of the input.
        name : str
            Name of the column.

        Returns
        -------
        Text
            Its title; ``table.column`` if none is declared.
        """
        found = self._find(table, name)
        return plain(found.title) if found else Text(f"{table}.{name}", f"{table}.{name}")

    def code(self, table: str, column: str, value: str) -> Text:
        """Name a coded value.

        Parameters
        ----------
        table : str
            Name of the input.
        column : str
            Name of the column.
        value : str
            The code.

        Returns
        -------
        Text
            Its label; the code if it has none.
        """
        found = self._find(table, column)
        return (found.labels if found else {}).get(value, Text(value, value))

    def _find(self, table: str, name: str) -> Column | None:
        spec = self.specs.get(table)
        return spec.column(name) if spec and name in spec.column_names else None
