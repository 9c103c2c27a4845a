"""Vector files through GDAL, from memory, with one driver and nothing beside the file.

GDAL never gets a name, so no name can mean something to it, and in the process of ``child``
no other driver is loaded, so no content can either.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from gisplan.errors import FileError
from gisplan.read import geojson, kml, shapefile
from gisplan.read.heading import refuse_twice
from gisplan.read.kinds import named
from gisplan.read.options import Finding, ReadOptions, refusal, too_long, unreadable
from gisplan.read.part import Job, Part
from gisplan.text import Text

_WAL = 2


def parse(job: Job) -> list[Part]:
    """Read the layers of a vector file.

    Parameters
    ----------
    job : Job
        The file, its kind and the options.

    Returns
    -------
    list of Part
        One a layer, or the one named.

    Raises
    ------
    FileError
        If the file is damaged, lost a feature on the way, or has not the layer named.
    """
    if job.kind in {"Shapefile", "zipped Shapefile"}:
        return _shapefiles(job)
    data = job.path.read_bytes()
    members = None
    fields: dict[str, str] = {}
    if job.kind == "GeoJSON":
        top = geojson.load(data, job.file)
        members = geojson.features(top, job.file, job.options.limits.cell_chars)
    elif job.kind == "GeoPackage":
        data = _settled(data, job)
    elif job.kind == "KML":
        data, fields = kml.prepared(data, job.file)
    names = _layers(data, job.file)
    parts = [
        _layer(data, job, _Layer(names.index(name), name))
        for name in _wanted(names, job.options, job.file)
    ]
    if members is not None:
        parts = [_held_against(parts[0], members, job.file)]
    elif job.kind == "KML":
        parts = [kml.tidied(part, fields) for part in parts]
        if len(parts) == len(names):
            parts = kml.counted(parts, data)
    for part in parts:
        columns = part.table.column_names
        refuse_twice(columns, [str(at) for at in range(1, len(columns) + 1)], job.file)
        check_cells(part.table, job, part.name)
    return parts


def _shapefiles(job: Job) -> list[Part]:
    found = {item.name: item for item in shapefile.gathered(job)}
    parts = []
    for name in _wanted(list(found), job.options, job.file):
        code, told = shapefile.checked(found[name], job)
        data = found[name].bundle()
        part = _layer(data, job, _Layer(0, name), encoding=code)
        check_cells(part.table, job, name)
        parts.append(replace(part, findings=(*part.findings, *told)))
    return parts


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer by its place, as a file in memory may have no name for it, and what we call it."""

    place: int
    name: str


def _layers(data: bytes, file: str) -> list[str]:
    import pyogrio

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            names = [str(name) for name, _ in pyogrio.list_layers(data)]
    except (OSError, ValueError, RuntimeError) as error:
        raise _failed(file, error) from error
    if not names:
        raise unreadable(file, "没有图层", "it holds no layer")
    if len(names) == 1 and names[0].startswith("pyogrio_"):  # as the file in memory
        return [PurePath(file).stem]
    return names


def _wanted(names: list[str], options: ReadOptions, file: str) -> list[str]:
    layer = options.layer or options.sheet
    if layer is None:
        return names
    if layer not in names:
        raise refusal(
            file,
            f"没有图层 {layer}，有：{'、'.join(names)}",
            f"no layer {layer}; it has: {', '.join(names)}",
        )
    return [layer]


def _layer(data: bytes, job: Job, layer: _Layer, encoding: str | None = None) -> Part:
    from pyogrio import read_info
    from pyogrio.raw import read_arrow

    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            meta, table = read_arrow(data, layer=layer.place, encoding=encoding)
            count = read_info(data, layer=layer.place, encoding=encoding)["features"]
    except (OSError, ValueError, RuntimeError, pa.ArrowException) as error:
        raise _failed(job.file, error) from error
    if count not in (-1, len(table)):
        raise unreadable(
            job.file,
            f"图层 {layer.name} 应有 {count} 个要素，只读到 {len(table)} 个，文件不完整",
            f"layer {layer.name} says it has {count} features, {len(table)} could be read",
        )
    geometry = _geometry(table, meta)
    found = [_named(layer.name)]
    words = dict.fromkeys(str(item.message) for item in warned)
    found += [_warning(text) for text in words if "non conformant file extension" not in text]
    return Part(
        table=table,
        rows=range(1, len(table) + 1),
        name=layer.name,
        geometry=geometry,
        crs=str(meta["crs"] or ""),
        findings=tuple(found),
    )


def _named(layer: str) -> Finding:
    return Finding(kind="layer", message=Text(f"图层 {layer}", f"layer {layer}"))


def _geometry(table: pa.Table, meta: dict[str, Any]) -> int | None:
    if meta["geometry_type"] is None:
        return None
    name = meta["geometry_name"] or "wkb_geometry"
    at: int = table.schema.get_field_index(name)
    return None if at < 0 else at


def _failed(file: str, error: BaseException) -> FileError:
    # what GDAL says of a file in memory names the memory, which helps nobody
    words = re.sub(r"'?/vsi\S+'?", "file", str(error).strip())[:300]
    return unreadable(
        file,
        f"文件已损坏、不完整或不是所称的类型：{words}",
        f"damaged, cut off or another kind: {words}",
    )


def _warning(words: str) -> Finding:
    words = re.sub(r"/vsi\S+", "file", words)[:300]
    return Finding(kind="driver", message=Text(f"GDAL 提示：{words}", f"GDAL says: {words}"))


def check_cells(table: pa.Table, job: Job, layer: str) -> None:
    """Refuse a table with a text longer than allowed, naming its row and column.

    Parameters
    ----------
    table : pa.Table
        Attributes of a layer.
    job : Job
        The file and the limits.
    layer : str
        Name of the layer.

    Raises
    ------
    FileError
        If there is one.
    """
    most = job.options.limits.cell_chars
    for name, column in zip(table.column_names, table.columns, strict=True):
        if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
            continue
        long = pc.greater(pc.utf8_length(column), most).to_pylist()
        if True in long:
            raise too_long(f"{job.file} [{layer}]", long.index(True) + 1, name, most)


# -- what each kind needs -------------------------------------------------------------------


def _held_against(part: Part, members: list[Any], file: str) -> Part:
    if len(part.table) != len(members):
        raise unreadable(
            file,
            f"文件有 {len(members)} 个要素，只读到 {len(part.table)} 个",
            f"the file has {len(members)} features, of which {len(part.table)} could be read",
        )
    if part.geometry is None:
        return part
    null = part.table.column(part.geometry).is_null().to_pylist()
    return replace(part, findings=(*part.findings, *geojson.without_geometry(members, null)))


def _settled(data: bytes, job: Job) -> bytes:
    """Give a GeoPackage without a journal beside it, which in memory it can't have.

    Parameters
    ----------
    data : bytes
        Content of the file.
    job : Job
        The file, beside which a journal may lie.

    Returns
    -------
    bytes
        The content, its header saying that there is no journal.

    Raises
    ------
    FileError
        If a journal with content lies beside it.
    """
    journal = job.path.with_name(job.path.name + "-wal")
    if journal.is_file() and journal.stat().st_size:
        raise refusal(
            job.file,
            "正被其他程序使用（有未写完的 -wal 文件）；请关闭那个程序后再用",
            "another program has it open (there is a -wal file beside it); close that first",
        )
    if data[18:20] == bytes([_WAL, _WAL]):
        return data[:18] + b"\x01\x01" + data[20:]
    return data


def driver(kind: str, available: list[str]) -> str | None:
    """Give the GDAL driver for a kind of file, None if there is none.

    Parameters
    ----------
    kind : str
        Name of the kind.
    available : list of str
        Drivers that this GDAL has.

    Returns
    -------
    str or None
        Name of the first of its drivers that is there.
    """
    return next((name for name in named(kind).drivers if name in available), None)
