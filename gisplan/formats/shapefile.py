"""Shapefiles, for programs that take nothing else; what they can't hold is said.

A shapefile is a folder here, since its files are one thing and change together.
"""

from __future__ import annotations

import csv
import struct
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from gisplan.catalog.layer import Layer
from gisplan.errors import DataError
from gisplan.formats.prepared import Prepared, attributes, description, stamp
from gisplan.formats.sheets import write_csv
from gisplan.formats.through_gdal import count_rows, write_vector
from gisplan.text import Text

#: Longest name of a column, and longest text in bytes of UTF-8.
NAME_LENGTH, TEXT_BYTES = 10, 254
#: From here on a number has no room in a field of 24 characters.
_LARGEST = 1e15
_HEADER = 100
_NONE = pa.scalar(None, type=pa.float64())


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Give each column a name of ten characters at most, all different.

    Parameters
    ----------
    names : iterable of str
        Lower-case ASCII.

    Returns
    -------
    dict of str to str
        Names that fit stay. Others keep their beginning and their end, ``_zh`` or ``_en``
        above all, and get a number if that is taken.
    """
    given = list(names)
    result = {name: name for name in given if len(name) <= NAME_LENGTH}
    for name in given:
        if name in result:
            continue
        head, _, tail = name.rpartition("_")
        end = f"_{tail}" if head and len(tail) <= 4 else ""
        tries = (f"{number or ''}{end}" for number in range(len(given) + 1))
        taken = set(result.values())
        for ending in tries:
            short = f"{name[: NAME_LENGTH - len(ending)].rstrip('_')}{ending}"
            if short not in taken:
                result[name] = short
                break
    return {name: result[name] for name in given}


def losses(layer: Layer) -> tuple[Text, ...]:
    """Say what of a layer a shapefile can't hold.

    Parameters
    ----------
    layer : Layer
        The layer.

    Returns
    -------
    tuple of Text
        A sentence for each kind of loss: names cut, texts cut, numbers too large, yes and no
        that became numbers.
    """
    told = []
    names = short_names(layer.spec.column_names)
    cut = [name for name, short in names.items() if short != name]
    if cut:
        told.append(
            Text(
                f"Shapefile 列名最多 10 个字符，{len(cut)} 列改名，见 fields.csv",
                f"a shapefile's names have 10 characters at most: {len(cut)} columns renamed,"
                " see fields.csv",
            )
        )
    table = attributes(layer)
    for column in layer.spec.columns:
        values = table.column(column.name)
        if column.type == "text":
            count = sum(
                pc.binary_length(values.cast("binary")).fill_null(0).to_numpy() > TEXT_BYTES
            )
            if count:
                told.append(
                    Text(
                        f"列 {column.name} 有 {count} 个文本超过 {TEXT_BYTES} 字节，已截断",
                        f"column {column.name}: {count} texts longer than {TEXT_BYTES} bytes"
                        " were cut",
                    )
                )
        elif column.type == "number":
            count = pc.sum(_beyond(values)).as_py() or 0
            if count:
                told.append(
                    Text(
                        f"列 {column.name} 有 {count} 个数的绝对值达到 10 的 15 次方，已留空",
                        f"column {column.name}: {count} numbers of 1e15 and beyond were left empty",
                    )
                )
        elif column.type == "boolean":
            told.append(
                Text(
                    f"列 {column.name} 的是与否写作 1 与 0",
                    f"column {column.name}: true and false stand as 1 and 0",
                )
            )
    return tuple(told)


def write(item: Prepared, folder: Path) -> None:
    """Write a layer as a shapefile in a folder of its own.

    With ``.cpg`` (UTF-8), ``.prj`` unless the datum is GCJ-02, and ``fields.csv``: the short
    name, the name, title, unit and meaning of each column, and what was lost.

    Parameters
    ----------
    item : Prepared
        With shapes.
    folder : pathlib.Path
        Made.

    Raises
    ------
    DataError
        If it would be larger than a shapefile can be.
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, OSError
        If it can't be written.
    """
    folder.mkdir()
    names = short_names(item.spec.column_names)
    write_vector(
        item,
        folder / f"{item.name}.shp",
        driver="ESRI Shapefile",
        renamed=names,
        prepare=_fitted,
        layer_options={
            "DBF_DATE_LAST_UPDATE": f"{stamp():%Y-%m-%d}",
            "2GB_LIMIT": "YES",
        },
    )
    rows = [
        (
            names[c.name],
            c.name,
            c.title.zh,
            c.title.en,
            c.unit.zh if c.unit else None,
            c.unit.en if c.unit else None,
            description(c),
        )
        for c in item.spec.columns
    ]
    heads = ("field", "name", "title_zh", "title_en", "unit_zh", "unit_en", "description")
    notes = [(None, None, loss.zh, loss.en, None, None, None) for loss in losses(item.layer)]
    write_csv(folder / "fields.csv", heads, [*rows, *notes])


def _fitted(table: pa.Table) -> pa.Table:
    """Cut long texts at a whole character, and put yes and no as 1 and 0.

    Parameters
    ----------
    table : pa.Table
        Attributes of a layer.

    Returns
    -------
    pa.Table
        Values that a DBF table can hold; numbers too large for it are empty.
    """
    for at, field in enumerate(table.schema):
        values = table.column(at)
        if field.type == pa.string():
            if sum(pc.binary_length(values.cast("binary")).fill_null(0).to_numpy() > TEXT_BYTES):
                cut = [None if v is None else _cut(v) for v in values.to_pylist()]
                table = table.set_column(at, field, pa.array(cut, type=pa.string()))
        elif field.type == pa.float64():
            table = table.set_column(at, field, pc.if_else(_beyond(values), _NONE, values))
        elif field.type == pa.bool_():
            table = table.set_column(at, field.with_type(pa.int16()), values.cast("int16"))
    return table


def _beyond(values: pa.ChunkedArray) -> pa.ChunkedArray:
    """Tell which numbers are too large for a field of a shapefile.

    Parameters
    ----------
    values : pa.ChunkedArray
        Numbers.

    Returns
    -------
    pa.ChunkedArray
        True where the size is too much.
    """
    return pc.greater_equal(pc.abs(values), _LARGEST)


def _cut(text: str) -> str:
    return text.encode()[:TEXT_BYTES].decode(errors="ignore")


def count(folder: Path) -> int:
    """Hold the parts of a shapefile against each other, read every row and count them.

    Parameters
    ----------
    folder : Path
        Folder of the one shapefile.

    Returns
    -------
    int
        Rows.

    Raises
    ------
    DataError
        If a part is shorter or longer than its head says.
    """
    (path,) = folder.glob("*.shp")
    for part in (path, path.with_suffix(".shx")):
        if not part.exists():
            raise _damaged(part)
        head = part.read_bytes()[:_HEADER]
        if len(head) < _HEADER or struct.unpack(">i", head[24:28])[0] * 2 != part.stat().st_size:
            raise _damaged(part)
    table = path.with_suffix(".dbf")
    with table.open("rb") as file:
        head = file.read(12)
    rows, begin, width = struct.unpack("<4xIHH", head) if len(head) == 12 else (0, 0, 0)
    # a mark of the end, which writers may leave out
    if table.stat().st_size - (begin + rows * width) not in (0, 1):
        raise _damaged(table)
    with (folder / "fields.csv").open(encoding="utf-8-sig", newline="") as told:
        if not list(csv.reader(told)):
            raise _damaged(folder / "fields.csv")
    return count_rows(path)


def _damaged(path: Path) -> DataError:
    return DataError(
        Text(
            f"{path.name} 未完整写出；原有文件未变",
            f"{path.name} was not written whole; what was there is unchanged",
        )
    )
