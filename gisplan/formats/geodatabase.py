"""File geodatabases (.gdb), as ArcGIS has them: a folder for each layer."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyogrio

from gisplan.catalog.layer import Layer
from gisplan.formats.prepared import Prepared, attributes
from gisplan.formats.through_gdal import narrowed, write_vector
from gisplan.text import Text

#: Names that a geodatabase gives to columns of its own.
_OWN = ("objectid", "shape", "shape_length", "shape_area")
#: Tables that name each thing by a random number.
_NAMED_AT_RANDOM = ("GDB_Items", "GDB_ItemRelationships")
#: Whole numbers up to here are doubles, too.
_EXACT = 2**53
_OURS = uuid.UUID("5b1f6f0e-6a5d-5c0c-9d1e-6769736c616e")


def names_of(layer: Layer) -> dict[str, str]:
    """Give each column its name in a geodatabase.

    Parameters
    ----------
    layer : Layer
        The layer.

    Returns
    -------
    dict of str to str
        The same but for what a geodatabase calls columns of its own, which get ``_`` behind.
    """
    given = layer.spec.column_names
    taken = {name.lower() for name in given}
    result = {}
    for name in given:
        new = name
        while new.lower() in _OWN or (new != name and new.lower() in taken):
            new += "_"
        result[name] = new
    return result


def losses(layer: Layer) -> tuple[Text, ...]:
    """Say what of a layer a file geodatabase holds otherwise.

    Parameters
    ----------
    layer : Layer
        The layer.

    Returns
    -------
    tuple of Text
        A sentence for each kind: columns renamed, whole numbers that became numbers, yes and no
        that became numbers, days that became times.
    """
    told = []
    renamed = [name for name, new in names_of(layer).items() if name != new]
    if renamed:
        told.append(
            Text(
                f"文件地理数据库自用的列名加下划线：{'、'.join(renamed)}",
                "columns with names of a geodatabase's own got an underscore: "
                + ", ".join(renamed),
            )
        )
    kinds = {field.name: field.type for field in _fitting(attributes(layer)).schema}
    wide = [
        column.name
        for column in layer.spec.columns
        if column.type == "integer" and not pa.types.is_integer(kinds[column.name])
    ]
    if wide:
        told.append(
            Text(
                f"整数超出 32 位，写作双精度数，超出 2 的 53 次方则写作文字：{'、'.join(wide)}",
                "whole numbers beyond 32 bits stand as doubles, beyond 2 to the 53rd as texts: "
                + ", ".join(wide),
            )
        )
    logical = [column.name for column in layer.spec.columns if column.type == "boolean"]
    if logical:
        told.append(
            Text(
                f"是与否写作 1 与 0：{'、'.join(logical)}",
                f"true and false stand as 1 and 0: {', '.join(logical)}",
            )
        )
    return tuple(told)


def write(item: Prepared, folder: Path) -> None:
    """Write a layer as a file geodatabase that ArcGIS 10 and later, ArcGIS Pro and QGIS open.

    The layer's alias is its Chinese title. Equal content is equal bytes: the random numbers by
    which a geodatabase names its parts are made of their names.

    Parameters
    ----------
    item : Prepared
        The layer; with or without shapes.
    folder : pathlib.Path
        The folder to write, ending in ``.gdb``.

    Raises
    ------
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError
        If it can't be written.
    """
    # the library makes a geodatabase of folders that end so alone
    made = folder if folder.suffix == ".gdb" else folder.with_suffix(".gdb")
    write_vector(
        item,
        made,
        driver="OpenFileGDB",
        prepare=_fitting,
        renamed=names_of(item.layer),
        layer_options={"TARGET_ARCGIS_VERSION": "ALL", "LAYER_ALIAS": item.spec.title.zh},
    )
    _settle(made)
    if made != folder:
        made.rename(folder)


def count(folder: Path) -> int:
    """Read every row of a geodatabase and count them.

    Parameters
    ----------
    folder : pathlib.Path
        The geodatabase.

    Returns
    -------
    int
        Rows.
    """
    (layer,) = pyogrio.list_layers(folder)[:, 0]
    _, _, shapes, columns = pyogrio.raw.read(folder, layer=layer)
    return len(columns[0]) if columns else len(shapes)


def _fitting(table: pa.Table) -> pa.Table:
    """Put values into types that every version of ArcGIS reads, none of them altered.

    Parameters
    ----------
    table : pyarrow.Table
        Attributes of a layer.

    Returns
    -------
    pa.Table
        Whole numbers in 32 bits, as doubles or as texts, whichever holds all of a column; days as
        times.
    """
    table = narrowed(table)
    for at, field in enumerate(table.schema):
        values, kind = table.column(at), field.type
        if kind == pa.int64():
            most = pc.max(pc.abs_checked(values.cast(pa.decimal128(20)))).as_py()
            kind = pa.float64() if most is None or most <= _EXACT else pa.string()
        elif pa.types.is_date(kind):
            kind = pa.timestamp("ms")
        if kind != field.type:
            table = table.set_column(at, field.name, values.cast(kind))
    return table


def _settle(folder: Path) -> None:
    """Put numbers made of names in the place of random ones.

    Parameters
    ----------
    folder : Path
        The geodatabase.
    """
    settled = {
        uuid.UUID(old).bytes_le: uuid.uuid5(_OURS, name).bytes_le for name, old in _numbers(folder)
    }
    for path in folder.glob("*.gdbtable"):
        content = before = path.read_bytes()
        for old, new in settled.items():
            content = content.replace(old, new)
        if content != before:
            path.write_bytes(content)


def _numbers(folder: Path) -> Iterator[tuple[str, str]]:
    for table in _NAMED_AT_RANDOM:
        numbers = pyogrio.raw.read(
            folder, layer=table, columns=["UUID"], LIST_ALL_TABLES="YES", read_geometry=False
        )[3][0]
        for at, number in enumerate(numbers):
            yield f"{table} {at}", str(number)
