"""What a layer is: its declaration, its columns, its sources, and a problem found in it.

Frozen value types without behaviour that touches files. ``catalog`` makes them from TOML,
``validate`` holds tables against them, ``present`` and ``export`` take titles, units and
sources from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from gisplan.catalog.completeness import Covers, Totals, held_against
from gisplan.digits import OF_AN_ESTIMATE, Digits, counts_in_myriads
from gisplan.text import Lang, Text, both

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.catalog.raster import Raster
    from gisplan.catalog.worth import Worth

GeometryKind = Literal["polygon", "line", "point", "none", "raster"]
ColumnType = Literal["text", "integer", "number", "boolean", "date", "adcode"]
Precision = Literal[
    "surveyed", "digitised", "address", "site", "town", "county", "prefecture", "none"
]
#: Whether a list has all there are; None where its declaration says nothing.
Complete = bool | Literal["unknown"] | None
#: What a figure from a partial list is: no more than a least or a most, or either.
Bound = Literal["lower", "upper", "open"]

GEOMETRY_KINDS: tuple[GeometryKind, ...] = ("polygon", "line", "point", "none", "raster")
COLUMN_TYPES: tuple[ColumnType, ...] = ("text", "integer", "number", "boolean", "date", "adcode")
#: From the most exact to the least; a row's own column ``precision`` takes these values.
PRECISIONS: tuple[Precision, ...] = (
    "surveyed",
    "digitised",
    "address",
    "site",
    "town",
    "county",
    "prefecture",
    "none",
)

PRECISION_TITLES: Mapping[Precision, Text] = {
    "surveyed": Text("实测", "surveyed"),
    "digitised": Text("据地图数字化，未实测", "digitised from a map, not surveyed"),
    "address": Text("精确到地址", "to the address"),
    "site": Text("精确到场址", "to the site"),
    "town": Text("精确到乡镇", "to the town"),
    "county": Text("精确到县级", "to the county"),
    "prefecture": Text("精确到市州", "to the prefecture"),
    "none": Text("无位置", "no position"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One declared column of a layer.

    Attributes
    ----------
    name : str
        Name in tables and exports: lower-case ASCII words. ``NAME_zh`` and ``NAME_en`` are a
        pair that a map shows as ``NAME`` in the reader's language.
    type : ColumnType
        ``adcode`` is a text of six digits (GB/T 2260).
    title : Text
        Heading for people.
    unit : Text, optional
        Unit of the values, in both languages.
    meaning : Text, optional
        What a value says, and how it came about where it is derived.
    required : bool
        No row may leave it empty.
    values : tuple of str
        The only values allowed, where given.
    labels : mapping of str to Text
        Words for coded values, shown to people in their place.
    minimum : float, optional
        Least value of a number; None for no bound.
    maximum : float, optional
        Greatest value of a number; None for no bound.
    derived : bool
        The values are computed or apportioned, not published; said wherever they are shown.
    digits : int, optional
        Digits that count, to which the values are shown; None: all of what is published or
        counted, three of a derived number. Exports hold them in full.
    depends : mapping of str to Bound
        Of a column that an analysis gives: what it is where the list given as an input is partial.
        Empty once that has been decided.
    partial_labels : mapping of str to Text
        Words for coded values where the list is partial.
    bound : Bound, optional
        ``lower``: the true figure is this or more; ``upper``: this or less; ``open``: either. The
        title says so.
    """

    name: str
    type: ColumnType
    title: Text
    unit: Text | None = None
    meaning: Text | None = None
    required: bool = False
    values: tuple[str, ...] = ()
    labels: Mapping[str, Text] = field(default_factory=dict)
    minimum: float | None = None
    maximum: float | None = None
    derived: bool = False
    digits: int | None = None
    depends: Mapping[str, Bound] = field(default_factory=dict)
    partial_labels: Mapping[str, Text] = field(default_factory=dict)
    bound: Bound | None = None

    @property
    def written(self) -> Digits:
        """How its figures are written for people.

        Returns
        -------
        Digits
            By what is declared, else by whether they are derived.
        """
        usual = OF_AN_ESTIMATE if self.derived and self.type == "number" else None
        return Digits(
            count=usual if self.digits is None else self.digits,
            myriads=counts_in_myriads(self.unit),
        )

    @property
    def title_with_unit(self) -> Text:
        """The title with the unit, if there is one, in brackets behind it.

        Returns
        -------
        Text
            In both languages.
        """
        if self.unit is None:
            return self.title
        zh, en = f"{self.title.zh}（{self.unit.zh}）", f"{self.title.en} ({self.unit.en})"
        # one pair of brackets holds both the unit and what the figure is worth
        return Text(zh.replace("）（", "，"), en.replace(") (", ", "))


_NOT_SAID = Text("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the figures of a layer come from.

    Attributes
    ----------
    title : Text
        Name of the document or data set, in both languages.
    publisher : Text
        Who published it.
    date : str
        When, as far as it is known.
    url : str
        Where it is to be had.
    note : Text, optional
        What else to know of it.
    layers : tuple of str
        Layers whose declarations name it; not part of what it is.
    """

    title: Text
    publisher: Text = _NOT_SAID
    date: str = ""
    url: str = ""
    note: Text | None = None
    layers: tuple[str, ...] = field(default=(), compare=False)

    def line(self, lang: Lang | None = None, *, address: bool = True) -> str:
        """Give title, publisher, date and address in one line.

        Parameters
        ----------
        lang : {"zh", "en"}, optional
            The language; where it is left out, what differs is given in both.
        address : bool, optional
            Whether the address is part of it.

        Returns
        -------
        str
            What is known, with commas between.
        """
        parts = (*(_in(words, lang) for words in (self.title, self.publisher)), self.date)
        comma = "，" if lang == "zh" else ", "
        return comma.join(part for part in (*parts, self.url if address else "") if part)


def _in(words: Text, lang: Lang | None) -> str:
    if lang is not None:
        return words.get(lang)
    return words.zh if words.zh == words.en else f"{words.zh} | {words.en}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialList:
    """A list that may lack some of what there is.

    Attributes
    ----------
    layer : str
        Whose rows it is.
    title : Text
        Of that layer.
    complete : Complete
        False: it lacks some; ``unknown`` or None: it may.
    known : str
        Layer of what is known of the whole, by kind, region and year; empty if nothing is.
    """

    layer: str
    title: Text
    complete: Complete
    known: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOrigin:
    """A layer that is read from a file.

    Attributes
    ----------
    path : pathlib.Path
        The file, absolute.
    layer : str, optional
        Sheet of a workbook or layer of a GeoPackage; the only one if left out.
    lon : str, optional
        Column of a table that holds longitude in degrees, WGS 84.
    lat : str, optional
        Column of a table that holds latitude in degrees, WGS 84.
    band : int
        Of a raster, from 1.
    """

    path: Path
    layer: str | None = None
    lon: str | None = None
    lat: str | None = None
    band: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsOrigin:
    """A layer of points too large for memory, which is read chunk by chunk.

    Attributes
    ----------
    path : pathlib.Path
        A GeoParquet file, or a folder of them with folders in it; absolute.
    counties : str, optional
        Layer of the counties that the points are placed in.
    column : str
        The column that their code is put into; not one of the files.
    """

    path: Path
    counties: str | None = None
    column: str = "adcode"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisOrigin:
    """A layer that is computed from other layers.

    Attributes
    ----------
    method : str
        Name of the analysis, as ``pipeline`` lists it.
    inputs : mapping of str to str
        Parameter of the analysis -> name of the layer given to it.
    parameters : mapping of str to any
        The analysis' other, keyword-only parameters.
    table : str
        Which of its tables, of an analysis that gives several; the first if empty.
    """

    method: str
    inputs: Mapping[str, str]
    parameters: Mapping[str, Any] = field(default_factory=dict)
    table: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameFrom:
    """Where a part of a layer's declaration stands.

    Attributes
    ----------
    layer : str
        The layer in whose declaration it stands, or which the analysis makes.
    analysis : str
        The analysis that says it; empty if the declaration does.
    changed : tuple of str
        Keys that the layer's own declaration puts in the place of what is inherited.
    """

    layer: str
    analysis: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerSpec:
    """The declaration of a layer: what ``layers/NAME.toml`` says, and what it inherits.

    Attributes
    ----------
    name : str
        Name of the declaration's file without its ending.
    title : Text
        Name for people.
    description : Text
        What it holds, for people.
    geometry : GeometryKind
        ``none`` is a table; ``raster`` has one column, which its cells hold.
    columns : tuple of Column
        In the order of tables and exports.
    key : tuple of str
        The columns that tell rows apart; no two rows share them.
    origin : FileOrigin, PartsOrigin or AnalysisOrigin
        Where it comes from.
    sources : tuple of Source
        Where the figures come from.
    licence : str
        SPDX identifier where there is one, else words.
    vintage : str
        The date or year that the data speak of.
    positions : Precision or "mixed"
        How exact positions are; ``mixed`` when each row says so in its column ``precision``.
    path : pathlib.Path
        The declaration's own file.
    geometry_required : bool
        Whether each row must have a geometry. False where some rows have no known place.
    covers : Covers, optional
        The units of which it has a row each, if it says so.
    totals : tuple of Totals
        What its rows add up to, as other layers have it.
    came_from : mapping of str to tuple of CameFrom
        Where each part that is inherited, in whole or in part, stands: by key of a declaration,
        columns as ``columns.NAME``.
    complete : Complete
        Whether its rows are all there are.
    known : str
        Layer that tells what is known of the whole, by kind, region and year; empty if none does.
    partial_lists : tuple of PartialList
        The lists that its rows or its figures come from and that may lack some.
    """

    name: str
    title: Text
    description: Text
    geometry: GeometryKind
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    origin: FileOrigin | PartsOrigin | AnalysisOrigin
    sources: tuple[Source, ...]
    licence: str
    vintage: str
    positions: Precision | Literal["mixed"]
    path: Path
    geometry_required: bool = True
    covers: Covers | None = None
    totals: tuple[Totals, ...] = ()
    came_from: Mapping[str, tuple[CameFrom, ...]] = field(default_factory=dict)
    complete: Complete = None
    known: str = ""
    partial_lists: tuple[PartialList, ...] = ()

    @property
    def licence_words(self) -> Text:
        """The licence in both languages.

        Returns
        -------
        Text
            What is declared as ``zh | en`` is parted.
        """
        return both(self.licence)

    @property
    def vintage_words(self) -> Text:
        """The date or year that the data speak of, in both languages.

        Returns
        -------
        Text
            What is declared as ``zh | en`` is parted.
        """
        return both(self.vintage)

    @property
    def made_from(self) -> tuple[str, ...]:
        """Give the names of the layers that it is made from.

        Returns
        -------
        tuple of str
            Empty for a file.
        """
        known = (self.known,) if self.known else ()
        if isinstance(self.origin, PartsOrigin):
            return ((self.origin.counties,) if self.origin.counties else ()) + known
        if isinstance(self.origin, AnalysisOrigin):
            return (*self.origin.inputs.values(), *known)
        return known

    @property
    def held_against(self) -> tuple[str, ...]:
        """Give the names of the layers by which it is seen whether it is complete.

        Returns
        -------
        tuple of str
            Each once.
        """
        return held_against(self.covers, self.totals)

    @property
    def position_columns(self) -> tuple[str, str] | None:
        """The columns of its file that its points come from.

        Returns
        -------
        (str, str) or None
            Longitude and latitude; None where its points do not come from two columns.
        """
        origin = self.origin
        if isinstance(origin, FileOrigin) and origin.lon and origin.lat:
            return origin.lon, origin.lat
        return None

    @property
    def is_large(self) -> bool:
        """Whether it is read chunk by chunk and never is one table.

        Returns
        -------
        bool
            True for a layer that is read in parts.
        """
        return isinstance(self.origin, PartsOrigin)

    def column(self, name: str) -> Column:
        """Give the column of that name, or raise ``KeyError``.

        Parameters
        ----------
        name : str
            Name of the column.

        Returns
        -------
        Column
            Its declaration.

        Raises
        ------
        KeyError
            If there is none of that name.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def column_names(self) -> tuple[str, ...]:
        """Give the names of the columns, in order.

        Returns
        -------
        tuple of str
            Names.
        """
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataProblem:
    """Something found in the data: where it is, what it is and what was done about it.

    Attributes
    ----------
    file : str
        Name of the file or analysis.
    sheet : str
        Sheet or layer; empty where there is none.
    row : int, optional
        Line of the file as an editor or Excel counts it (the heading is line 1);
        None if the fault is not of one row.
    column : str
        Name of the column; empty if the fault is of none.
    value : str
        What stood there.
    message : Text
        What is wrong.
    action : Text
        What was done: repaired to what, set aside, or left as it is.
    set_aside : bool
        Whether the row was taken out.
    """

    file: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    message: Text
    action: Text
    set_aside: bool = False

    @property
    def of_layer(self) -> bool:
        """Whether it is of the layer as a whole and not of a row.

        Returns
        -------
        bool
            True if it has no row.
        """
        return self.row is None


@dataclass(frozen=True, slots=True)
class Layer:
    """A resolved layer: its declaration and its table.

    Attributes
    ----------
    spec : LayerSpec
        Its declaration.
    table : pandas.DataFrame or geopandas.GeoDataFrame
        Conforms to ``spec``; a GeoDataFrame in EPSG:4326 unless ``spec.geometry`` is
        ``"none"``. Not to be changed in place. Of a raster it is one row: its extent and what
        :func:`gisplan.read.validate_raster.summary` tells of it.
    raster : Raster, optional
        The cells, where ``spec.geometry`` is ``"raster"``.
    worth : Worth, optional
        What its figures are worth, where they come from lists that may lack some.
    """

    spec: LayerSpec
    table: pd.DataFrame
    raster: Raster | None = None
    worth: Worth | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an analysis gives: a table, and what it had to leave out.

    Attributes
    ----------
    table : pandas.DataFrame or geopandas.GeoDataFrame
        The result, its columns as the analysis declares them.
    left_out : tuple of Text
        A sentence for each kind of thing left out, with its count and reason; shown at the end
        of a build.
    counted : int, optional
        How many of the sites given counted.
    """

    table: pd.DataFrame
    left_out: tuple[Text, ...] = ()
    counted: int | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """What an analysis with several tables gives, of one computation.

    Attributes
    ----------
    tables : mapping of str to pandas.DataFrame or geopandas.GeoDataFrame
        By the names that a declaration gives in ``from.table``.
    left_out : tuple of Text
        As in :class:`Outcome`.
    counted : int, optional
        As in :class:`Outcome`.
    """

    tables: Mapping[str, pd.DataFrame]
    left_out: tuple[Text, ...] = ()
    counted: int | None = None

    def one(self, name: str) -> Outcome:
        """Give one of the tables; the first if the name is empty.

        Parameters
        ----------
        name : str
            Name of the table.

        Returns
        -------
        Outcome
            The table, and what was left out of all.
        """
        return Outcome(self.tables[name or next(iter(self.tables))], self.left_out)


@dataclass(frozen=True, slots=True)
class Surface:
    """What an analysis gives that makes a raster, and what it had to leave out.

    Attributes
    ----------
    raster : Raster
        The result.
    left_out : tuple of Text
        As in :class:`Outcome`.
    """

    raster: Raster
    left_out: tuple[Text, ...] = ()
