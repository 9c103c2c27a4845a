"""A table to import: as it was read, and which heading each column comes from."""

from __future__ import annotations

from dataclasses import dataclass

from gisplan.importing.ledger import SheetFacts
from gisplan.importing.mapping import ImportMapping
from gisplan.importing.match_headings import Doubt
from gisplan.read import RawTable


@dataclass(frozen=True, slots=True)
class Chosen:
    """A table to import.

    Attributes
    ----------
    raw : RawTable
        The table as it was read.
    mapping : ImportMapping
        Which heading each column comes from.
    ledger : SheetFacts
        What is known of the sheet beside its rows.
    doubts : tuple of Doubt
        Columns for which several headings would do.
    """

    raw: RawTable
    mapping: ImportMapping
    ledger: SheetFacts
    doubts: tuple[Doubt, ...] = ()
