"""Reading the declaration of a layer: whole, or what it says beyond what it inherits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from gisplan.catalog import layer as schema
from gisplan.catalog.check_layer import check_layer
from gisplan.catalog.completeness import (
    Covers,
    Totals,
    held_against,
    read_covers,
    read_totals,
)
from gisplan.catalog.declaration import Declaration
from gisplan.catalog.layer import (
    AnalysisOrigin,
    Column,
    Complete,
    LayerSpec,
    PartialList,
    Source,
)
from gisplan.catalog.read_origin import read_analysis, read_file, read_parts, read_sources
from gisplan.catalog.worth import may_lack
from gisplan.digits import MOST_DIGITS
from gisplan.text import Text

#: What the name of a layer or a column may be.
NAME = re.compile(r"[a-z][a-z0-9_]*")
_POSITIONS: tuple[schema.Precision | str, ...] = (*schema.PRECISIONS, "mixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChange:
    """What a declaration says of a column that it inherits; None where it says nothing.

    Attributes
    ----------
    type : schema.ColumnType, optional
        As in :class:`gisplan.catalog.layer.Column`.
    title : Text, optional
        As in :class:`gisplan.catalog.layer.Column`.
    unit : Text, optional
        As in :class:`gisplan.catalog.layer.Column`.
    meaning : Text, optional
        As in :class:`gisplan.catalog.layer.Column`.
    required : bool, optional
        As in :class:`gisplan.catalog.layer.Column`.
    values : tuple of str, optional
        As in :class:`gisplan.catalog.layer.Column`.
    labels : mapping of str to Text, optional
        As in :class:`gisplan.catalog.layer.Column`.
    minimum : float, optional
        As in :class:`gisplan.catalog.layer.Column`.
    maximum : float, optional
        As in :class:`gisplan.catalog.layer.Column`.
    derived : bool, optional
        As in :class:`gisplan.catalog.layer.Column`.
    digits : int, optional
        As in :class:`gisplan.catalog.layer.Column`.
    """

    type: schema.ColumnType | None = None
    title: Text | None = None
    unit: Text | None = None
    meaning: Text | None = None
    required: bool | None = None
    values: tuple[str, ...] | None = None
    labels: Mapping[str, Text] | None = None
    minimum: float | None = None
    maximum: float | None = None
    derived: bool | None = None
    digits: int | None = None

    @property
    def said(self) -> dict[str, Any]:
        """What is said, by field.

        Returns
        -------
        dict of str to Any
            Value by name of the field.
        """
        both = ((item.name, getattr(self, item.name)) for item in fields(self))
        return {name: value for name, value in both if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What the declaration of a layer that an analysis makes says itself; None is inherited.

    Attributes
    ----------
    name : str
        Name of the layer.
    path : pathlib.Path
        The declaration's file.
    origin : AnalysisOrigin
        The analysis with inputs and parameters.
    title : Text
        Name for people.
    description : Text
        What it holds, for people.
    select : tuple of str
        The columns wanted, in order; all if empty.
    columns : mapping of str to ColumnChange
        What is said of columns, by name.
    sources : tuple of Source
        Beside those that are inherited.
    geometry : schema.GeometryKind, optional
        As in :class:`gisplan.catalog.layer.LayerSpec`.
    geometry_required : bool, optional
        As in :class:`gisplan.catalog.layer.LayerSpec`.
    key : tuple of str, optional
        As in :class:`gisplan.catalog.layer.LayerSpec`.
    licence : str, optional
        As in :class:`gisplan.catalog.layer.LayerSpec`.
    positions : str, optional
        As in :class:`gisplan.catalog.layer.LayerSpec`.
    vintage : str, optional
        As in :class:`gisplan.catalog.layer.LayerSpec`.
    complete : Complete
        As in :class:`gisplan.catalog.layer.LayerSpec`.
    covers : Covers, optional
        As in :class:`gisplan.catalog.layer.LayerSpec`.
    totals : tuple of Totals
        As in :class:`gisplan.catalog.layer.LayerSpec`.
    """

    name: str
    path: Path
    origin: AnalysisOrigin
    title: Text
    description: Text
    select: tuple[str, ...]
    columns: Mapping[str, ColumnChange]
    sources: tuple[Source, ...]
    geometry: schema.GeometryKind | None = None
    geometry_required: bool | None = None
    key: tuple[str, ...] | None = None
    licence: str | None = None
    positions: str | None = None
    vintage: str | None = None
    covers: Covers | None = None
    totals: tuple[Totals, ...] = ()

    complete: Complete = None

    @property
    def said(self) -> dict[str, Any]:
        """What is said in the place of what is inherited, by field.

        Returns
        -------
        dict of str to Any
            Value by name of the field.
        """
        names = (
            *("geometry", "geometry_required", "key", "licence", "positions", "vintage"),
            "complete",
        )
        both = ((name, getattr(self, name)) for name in names)
        return {name: value for name, value in both if value is not None}

    @property
    def made_from(self) -> tuple[str, ...]:
        """Give the names of the layers that it is made from.

        Returns
        -------
        tuple of str
            Names of the inputs.
        """
        return tuple(self.origin.inputs.values())

    @property
    def held_against(self) -> tuple[str, ...]:
        """Give the names of the layers by which it is seen whether it is complete.

        Returns
        -------
        tuple of str
            Each once.
        """
        return held_against(self.covers, self.totals)

    def as_of(self, method: str, table: str) -> Derived:
        """Give the same of another analysis, or another table of it.

        Parameters
        ----------
        method : str
            Name of the analysis.
        table : str
            Name of the table; the first if empty.

        Returns
        -------
        Derived
            A copy.
        """
        origin = replace(self.origin, method=method, table=table)
        return replace(self, origin=origin)


def read_layer(entry: Declaration) -> LayerSpec | Derived:
    """Read ``layers/NAME.toml``; what is wrong is noted in the declaration.

    Parameters
    ----------
    entry : Declaration
        What the file says.

    Returns
    -------
    LayerSpec or Derived
        The latter of a layer that an analysis makes.
    """
    start = entry.table("from", required=True)
    return _derived(entry, start) if "analysis" in start else _whole(entry, start)


def _whole(entry: Declaration, start: Declaration) -> LayerSpec:
    title = entry.words("title")
    spec = LayerSpec(
        name=entry.file.stem,
        title=title,
        description=entry.text("description", required=False) or title,
        geometry=entry.choice("geometry", schema.GEOMETRY_KINDS),
        columns=_columns(entry.table("columns", required=True)),
        key=entry.strings("key", required=entry.kind("geometry") != "raster"),
        origin=read_parts(start) if "parts" in start else read_file(start),
        sources=read_sources(entry),
        licence=entry.string("licence"),
        vintage=entry.string("vintage"),
        positions=entry.choice("positions", _POSITIONS),  # type: ignore[arg-type]
        geometry_required=entry.boolean("geometry_required", True),
        path=entry.file,
        covers=_covers(entry),
        totals=_totals(entry),
        complete=_complete(entry) if "complete" in entry else None,
        known=entry.string("known", ""),
    )
    entry.allow(("complete",))
    entry.finish()
    if entry.readable:
        entry.faults.extend(check_layer(spec))
    if may_lack(spec.complete):
        own = PartialList(
            layer=spec.name, title=spec.title, complete=spec.complete, known=spec.known
        )
        return replace(spec, partial_lists=(own,))
    return spec


def _complete(entry: Declaration) -> Complete:
    """Read ``true``, ``false`` or ``"unknown"``.

    Parameters
    ----------
    entry : Declaration
        Declaration of a layer.

    Returns
    -------
    Complete
        As declared; ``"unknown"`` where something else stands, which is noted as a fault.
    """
    given = entry.kind("complete")
    entry.allow(("complete",))
    if given in (True, False) and isinstance(given, bool):
        return given
    if given != "unknown":
        entry.fault(
            "complete",
            '应为 true、false 或 "unknown"',
            'must be true, false or "unknown"',
        )
    return "unknown"


def _derived(entry: Declaration, start: Declaration) -> Derived:
    title = entry.words("title")
    readers: Mapping[str, Callable[[], Any]] = {
        "geometry": lambda: entry.choice("geometry", schema.GEOMETRY_KINDS),
        "geometry_required": lambda: entry.boolean("geometry_required", True),
        "key": lambda: entry.strings("key"),
        "licence": lambda: entry.string("licence"),
        "positions": lambda: entry.choice("positions", _POSITIONS),
        "vintage": lambda: entry.string("vintage"),
        "complete": lambda: _complete(entry),
    }
    entry.allow(readers)
    found = Derived(
        name=entry.file.stem,
        path=entry.file,
        origin=read_analysis(start),
        title=title,
        description=entry.text("description", required=False) or title,
        select=entry.strings("select"),
        columns=_changes(entry.table("columns")),
        sources=read_sources(entry),
        covers=_covers(entry),
        totals=_totals(entry),
        **{key: read() for key, read in readers.items() if key in entry},
    )
    entry.finish()
    return found


def _covers(entry: Declaration) -> Covers | None:
    told = entry.table("covers")
    return read_covers(told) if "covers" in entry else None


def _totals(entry: Declaration) -> tuple[Totals, ...]:
    return tuple(read_totals(item) for item in entry.tables("totals"))


def _labels(entry: Declaration) -> dict[str, Text]:
    words = entry.table("labels")
    return {value: words.words(value) for value in words}


_READERS: Mapping[str, Callable[[Declaration], Any]] = {
    "type": lambda item: item.choice("type", schema.COLUMN_TYPES),
    "title": lambda item: item.words("title"),
    "unit": lambda item: item.text("unit"),
    "meaning": lambda item: item.text("meaning"),
    "required": lambda item: item.boolean("required", False),
    "values": lambda item: item.strings("values"),
    "labels": _labels,
    "minimum": lambda item: item.number("minimum"),
    "maximum": lambda item: item.number("maximum"),
    "derived": lambda item: item.boolean("derived", False),
    "digits": lambda item: item.integer("digits", MOST_DIGITS, minimum=1, maximum=MOST_DIGITS),
}


def _columns(entry: Declaration) -> tuple[Column, ...]:
    found = []
    for name in entry:
        given = _column(entry, name, needed=("type", "title"))
        found.append(Column(name=name, **given))
    return tuple(found)


def _changes(entry: Declaration) -> dict[str, ColumnChange]:
    return {name: ColumnChange(**_column(entry, name)) for name in entry}


def _column(entry: Declaration, name: str, *, needed: tuple[str, ...] = ()) -> dict[str, Any]:
    item = entry.table(name)
    if not NAME.fullmatch(name) or name == "geometry":
        entry.fault(
            name,
            "列名只能用小写字母、数字和下划线，且不能是 geometry",
            "a column's name has only a-z, 0-9 and _, and is not geometry",
        )
    item.allow(_READERS)
    given = {key: read(item) for key, read in _READERS.items() if key in item or key in needed}
    item.finish()
    return given
