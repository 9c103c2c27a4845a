"""What an import knows of the world, and which heading each column of a layer comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.measurement import Units
from gisplan.errors import DataError
from gisplan.importing import positions
from gisplan.importing.categories import CategoryWords
from gisplan.importing.headings import Heading, Vocabulary, take_apart
from gisplan.importing.mapping import ColumnMapping, ImportMapping
from gisplan.importing.match_headings import Doubt, recognise
from gisplan.importing.summary import ORIGIN
from gisplan.places.locate import Locator
from gisplan.places.regions import Regions
from gisplan.text import Text

#: Columns that an import fills itself, unless a mapping names their heading.
ID, SOURCE_FILE, SOURCE_ROW = "id", "source_file", "source_row"
MEASURED = ("number", "integer")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportContext:
    """What an import knows of the world.

    Attributes
    ----------
    vocabulary : Vocabulary
        Spellings of headings, with their meanings.
    units : Units
        The units known.
    regions : Regions
        The administrative units known.
    locator : Locator
        Which county a point lies in.
    bounds : tuple of float
        West, south, east, north of the regions, in degrees.
    spoken : CategoryWords
        Words that people use for categories.
    """

    vocabulary: Vocabulary
    units: Units
    regions: Regions
    locator: Locator
    bounds: tuple[float, float, float, float]
    spoken: CategoryWords = field(default_factory=lambda: CategoryWords({}))


def choose(
    headings: tuple[str, ...], spec: LayerSpec, *, mapping: ImportMapping, known: ImportContext
) -> tuple[ImportMapping, tuple[Doubt, ...]]:
    """Decide which heading each column comes from.

    Parameters
    ----------
    headings : tuple of str
        Headings of the file.
    spec : LayerSpec
        Declaration of the layer.
    mapping : ImportMapping
        What is decided; the part that the file doesn't have is left out.
    known : ImportContext
        What an import knows of the world.

    Returns
    -------
    tuple[ImportMapping, tuple of Doubt]
        Which heading each column comes from; and columns of words for which several headings would
        do.

    Raises
    ------
    DataError
        If two headings may be the same column.
    """
    own = [name for name in headings if name not in ORIGIN]
    given = mapping.present(headings)
    taken = {name: item.heading for name, item in given.columns.items()}
    generated = {SOURCE_FILE, SOURCE_ROW, *made_id(spec)} - set(taken)
    columns = [c for c in spec.columns if c.name not in generated]
    found = recognise(
        own,
        columns,
        vocabulary=known.vocabulary,
        units=known.units,
        taken=taken,
        datum=mapping.datum,
    )
    if found.faults:
        message = Text("有几列无法确定含义：", "the meaning of some columns is not certain:")
        raise DataError(message, faults=found.faults, questions=found.questions)
    measured = frozenset(c.name for c in spec.columns if c.type in MEASURED)
    told = {name: take_apart(text, known.units) for name, text in given.headings().items()}
    given = replace(given, columns=_with_their_units(given, told, measured))
    named = {**told, **found.found}
    chosen = given.completed(found, measured).with_years(named, spec.column_names)
    if not chosen.datum:
        chosen = replace(chosen, datum=positions.named_datum(named))
    return chosen, found.doubts


def made_id(spec: LayerSpec) -> tuple[str, ...]:
    """Tell whether an import makes the ids of a layer, from file and row.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    tuple of str
        ``id`` where the layer says of each row where it came from. Elsewhere an id means
        something, and is the file's own.
    """
    return (ID,) if SOURCE_ROW in spec.column_names else ()


def _with_their_units(
    given: ImportMapping, told: Mapping[str, Heading], measured: frozenset[str]
) -> dict[str, ColumnMapping]:
    """Take the unit of a heading that was named for a column, where nobody says another.

    Parameters
    ----------
    given : ImportMapping
        The mapping as it is decided.
    told : mapping of str to Heading
        Headings that were named for columns, taken apart.
    measured : frozenset[str]
        Columns that hold numbers.

    Returns
    -------
    dict of str to ColumnMapping
        Its columns.
    """
    return {
        name: replace(item, unit=told[name].unit)
        if name in measured and name in told and not item.unit and not item.unit_heading
        else item
        for name, item in given.columns.items()
    }
