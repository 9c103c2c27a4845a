"""Reading the declaration of a layer: whole, or what it says beyond what it inherits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from gisplan.catalog import layer as schema
from gisplan.catalog.completeness import (
    Covers,
    Totals,
    held_against,
    read_covers,
    read_totals,
)
from gisplan.catalog.declaration import Declaration, fault_at
from gisplan.catalog.layer import (
    AnalysisOrigin,
    Column,
    Complete,
    FileOrigin,
    LayerSpec,
    PartialList,
    PartsOrigin,
    Source,
)
from gisplan.catalog.raster import ENDINGS
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
        origin=_parts(start) if "parts" in start else _file(start),
        sources=_sources(entry),
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
        origin=_analysis(start),
        title=title,
        description=entry.text("description", required=False) or title,
        select=entry.strings("select"),
        columns=_changes(entry.table("columns")),
        sources=_sources(entry),
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


def check_layer(spec: LayerSpec) -> list[Text]:
    """Find what does not fit together in a layer's declaration.

    Parameters
    ----------
    spec : LayerSpec
        As declared, with what is inherited.

    Returns
    -------
    list of Text
        Faults, one sentence each.
    """
    faults: list[Text] = []

    def note(key: str, zh: str, en: str) -> None:
        faults.append(fault_at(spec.path, key, zh, en))

    names = spec.column_names
    if not spec.key and spec.geometry != "raster" and isinstance(spec.origin, FileOrigin):
        note("key", "至少写明一列", "name one column at least")
    for name in spec.key:
        if name not in names:
            note("key", f"没有声明列 {name}", f"no column {name} is declared")
    if spec.positions == "mixed" and "precision" not in names:
        note(
            "positions",
            "各行精度不同时须声明列 precision",
            'a layer of mixed positions must declare the column "precision"',
        )
    if spec.geometry == "raster":
        _check_raster(spec, note)
    if isinstance(spec.origin, PartsOrigin):
        _check_parts(spec, spec.origin, note)
    if not spec.sources:
        note("sources", "至少写明一个来源", "name at least one source")
    for column in spec.columns:
        for value in column.labels:
            if column.values and value not in column.values:
                key = f"columns.{column.name}.labels.{value}"
                note(key, "不在 values 中", "is not one of values")
    return faults


def _check_raster(spec: LayerSpec, note: Callable[[str, str, str], None]) -> None:
    kinds = [column.type for column in spec.columns]
    if len(kinds) != 1 or kinds[0] not in ("integer", "number"):
        note(
            "columns",
            "栅格只声明一列，类型为 integer 或 number，即像元的值",
            "a raster declares one column, an integer or number: what its cells hold",
        )
    if spec.key or spec.positions == "mixed":
        note(
            "key",
            "栅格没有 key，positions 也不能是 mixed",
            "a raster has no key, and its positions are not mixed",
        )
    origin = spec.origin
    if isinstance(origin, FileOrigin) and origin.path.suffix.lower() not in ENDINGS:
        endings = "、".join(ENDINGS)
        note(
            "from.file",
            f"不是栅格文件；可用 {endings}",
            f"is no raster; there are {endings.replace('、', ', ')}",
        )


def _check_parts(
    spec: LayerSpec, origin: PartsOrigin, note: Callable[[str, str, str], None]
) -> None:
    if spec.geometry != "point" or not spec.geometry_required:
        note(
            "geometry",
            "分块读取的图层（from.parts）须是点，且每行都有位置",
            "a layer read in parts (from.parts) must be of points, one for every row",
        )
    if origin.counties and origin.column not in spec.column_names:
        note(
            "from.column",
            f"没有声明列 {origin.column}，点所在县的代码无处可放",
            f"no column {origin.column} is declared to hold the code of each point's county",
        )


# -- columns --------------------------------------------------------------------------------


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


# -- where it comes from --------------------------------------------------------------------


def _analysis(entry: Declaration) -> AnalysisOrigin:
    # what is no name stays as one that no layer has, so that nothing is made without that input
    given = entry.mapping("inputs").items()
    inputs = {key: name if isinstance(name, str) else "" for key, name in given}
    if not all(inputs.values()):
        entry.fault("inputs", "各项应为图层名", "each must be the name of a layer")
    origin = AnalysisOrigin(
        method=entry.string("analysis"),
        inputs=inputs,
        parameters=entry.mapping("parameters"),
        table=entry.string("table", ""),
    )
    entry.finish()
    return origin


def _file(entry: Declaration) -> FileOrigin:
    origin = FileOrigin(
        path=entry.path("file"),
        layer=entry.optional_string("layer"),
        lon=entry.optional_string("lon"),
        lat=entry.optional_string("lat"),
        band=entry.integer("band", 1, minimum=1, maximum=65535),
    )
    if bool(origin.lon) != bool(origin.lat):
        lacking = "lat" if origin.lon else "lon"
        entry.fault(lacking, "经度列 lon 和纬度列 lat 要一起写明", "lon and lat are named together")
    entry.finish()
    return origin


def _parts(entry: Declaration) -> PartsOrigin:
    origin = PartsOrigin(
        path=entry.path("parts", folder=True),
        counties=entry.optional_string("counties"),
        column=entry.string("column", "adcode"),
    )
    entry.finish()
    return origin


def _sources(entry: Declaration) -> tuple[Source, ...]:
    return tuple(_source(item, entry.file.stem) for item in entry.tables("sources"))


def _source(entry: Declaration, layer: str) -> Source:
    source = Source(
        title=entry.words("title"),
        publisher=entry.text("publisher", required=False) or Text("", ""),
        date=entry.string("date", ""),
        url=entry.string("url", ""),
        note=entry.text("note", required=False),
        layers=(layer,),
    )
    entry.finish()
    return source
