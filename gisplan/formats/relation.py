"""What a layer is in PostgreSQL: names, types of columns, key, and rows ready to be copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from gisplan.errors import DataError, OptionError
from gisplan.formats.datums import CRS_CODES
from gisplan.formats.prepared import GEOMETRY, Prepared, attributes, free_name, promote
from gisplan.text import Text

#: PostgreSQL cuts longer names without a word; a Chinese character takes three bytes.
NAME_BYTES = 63
_TYPES = {
    "text": "text",
    "adcode": "text",
    "integer": "int8",
    "number": "float8",
    "boolean": "bool",
    "date": "date",
}
#: As PostgreSQL spells them back.
_SPELT = {"int8": "bigint", "float8": "double precision", "bool": "boolean"}
_SHAPES = {"polygon": "MultiPolygon", "line": "MultiLineString", "point": "Point"}
#: Columns that every table of PostgreSQL has already.
_SYSTEM = frozenset({"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"})
_BATCH = 10_000


class Relation:
    """A layer as a table of a schema.

    Parameters
    ----------
    item : Prepared
        The layer, ready to be written.
    schema : str
        Schema that it goes into.

    Attributes
    ----------
    name : str
        The layer's; in another datum than WGS 84 with that after it.
    columns : dict of str to str
        Column of the layer -> column of the table.
    geometry : str
        The column of shapes.
    keyed : bool
        Whether no part of the key is empty, so that it can be a primary key.
    srid : int
        0 where the datum has none, and for a table without shapes.

    Raises
    ------
    OptionError
        If a name can't be PostgreSQL's.
    """

    def __init__(self, item: Prepared, schema: str) -> None:
        self.item = item
        self.name = item.name if item.datum == "wgs84" else f"{item.name}_{item.datum}"
        check_name(self.name, Text("表", "table"))
        self.schema = schema
        self.columns = dict.fromkeys(item.spec.column_names, "")
        for name in self.columns:
            check_name(name, Text("列", "column"))
            self.columns[name] = _free(name, self.columns) if name in _SYSTEM else name
        self.geometry = free_name(GEOMETRY, item.spec)
        self.values = attributes(item.layer)
        self.keyed = not any(self.values.column(name).null_count for name in item.spec.key)
        code = CRS_CODES[item.datum]
        self.srid = int(code.removeprefix("EPSG:")) if code and item.has_shapes else 0

    @property
    def notes(self) -> tuple[Text, ...]:
        """What is otherwise than in the layer.

        Returns
        -------
        tuple of Text
            Columns renamed, and a key that is none; empty if all is the same.
        """
        told = [
            Text(
                f"列 {old} 改名为 {new}（PostgreSQL 保留该名）",
                f"column {old} is called {new} (PostgreSQL keeps the name for itself)",
            )
            for old, new in self.columns.items()
            if old != new
        ]
        if not self.keyed:
            told.append(
                Text(
                    "键值有空，故设唯一约束而非主键",
                    "a key is empty in some row: a unique constraint stands for the primary key",
                )
            )
        return tuple(told)

    def typed(self, postgis: str) -> list[tuple[str, str, bool]]:
        """Give name, type as PostgreSQL spells it, and whether it may not be empty.

        Parameters
        ----------
        postgis : str
            Quoted schema of PostGIS.

        Returns
        -------
        list[tuple[str, str, bool]]
            One a column, the column of shapes at the end.
        """
        spec = self.item.spec
        keyed = spec.key if self.keyed else ()
        found = []
        for column in spec.columns:
            kind = _TYPES[column.type]
            full = self.values.column(column.name).null_count == 0
            firm = column.name in keyed or (column.required and full)
            found.append((self.columns[column.name], _SPELT.get(kind, kind), firm))
        if self.item.has_shapes:
            srid = f",{self.srid}" if self.srid else ""
            shape = f"{postgis}.geometry({_SHAPES[spec.geometry]}{srid})"
            found.append((self.geometry, shape, spec.geometry_required))
        return found

    def copied(self) -> list[tuple[str, str]]:
        """Give the columns that rows are copied into, with the types that their values have.

        Returns
        -------
        list[tuple[str, str]]
            Name and type; shapes are given as bytes.
        """
        spec = self.item.spec
        found = [(self.columns[column.name], _TYPES[column.type]) for column in spec.columns]
        # PostGIS takes its own binary form as it is
        return [*found, (self.geometry, "bytea")] if self.item.has_shapes else found

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Give the rows in the order of :meth:`copied`, shapes in PostGIS' own binary form.

        Raises
        ------
        DataError
            If a text holds a NUL character.
        """
        self._check_texts()
        values = self.values
        if self.item.has_shapes:
            shapes = promote(self.item.layer.table.geometry.to_numpy())
            if self.srid:
                shapes = shapely.set_srid(shapes, self.srid)
            wkb = shapely.to_wkb(shapes, flavor="extended", include_srid=True)
            # by place, since the geometry's name may be a column's
            shaped = pa.array(np.asarray(wkb, dtype=object), type=pa.binary())
            values = values.append_column(self.geometry, shaped)
        for batch in values.to_batches(max_chunksize=_BATCH):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def _check_texts(self) -> None:
        for column in self.item.spec.columns:
            if _TYPES[column.type] != "text":
                continue
            held = pc.match_substring(self.values.column(column.name), "\0")
            rows = np.flatnonzero(pc.fill_null(held, False).to_numpy())
            if len(rows):
                raise DataError(
                    Text(
                        f"图层 {self.item.name}：第 {rows[0] + 1} 行的 {column.name} 含空字符"
                        "（U+0000），PostgreSQL 存不下；请改正数据",
                        f"layer {self.item.name}, row {rows[0] + 1}, column {column.name}: a NUL"
                        " character (U+0000), which PostgreSQL can't hold; correct the data",
                    )
                )


def _free(name: str, taken: Mapping[str, str]) -> str:
    while name in taken:
        name += "_"
    return name


def check_name(name: str, what: Text) -> None:
    """Check that PostgreSQL takes a name, and takes it whole.

    Parameters
    ----------
    name : str
        The name.
    what : Text
        What it is the name of, for messages.

    Raises
    ------
    OptionError
        If it is empty, holds a NUL character or has more than 63 bytes.
    """
    if name and "\0" not in name and len(name.encode(errors="replace")) <= NAME_BYTES:
        return
    raise OptionError(
        Text(
            f"{what.zh}名 {name!r} 不能用于 PostgreSQL：应有 1～{NAME_BYTES} 字节"
            "（一个汉字 3 字节）",
            f"{what.en} name {name!r} can't be PostgreSQL's: it must have 1 to {NAME_BYTES} bytes"
            " (three for a Chinese character)",
        )
    )
