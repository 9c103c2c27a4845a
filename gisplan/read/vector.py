"""Vector files through GDAL, from memory, with one driver and nothing beside the file.

GDAL never gets a name, so no name can mean something to it, and in the process of ``child``
no other driver is loaded, so no content can either.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from gisplan.read import dxf, geojson, kml, mapinfo, shapefile
from gisplan.read.archive import Archive
from gisplan.read.cells import as_text, simple
from gisplan.read.heading import refuse_twice
from gisplan.read.kinds import named
from gisplan.read.options import (
    Finding,
    ReadOptions,
    damaged,
    named_layer,
    refusal,
    too_long,
    unreadable,
)
from gisplan.read.part import Job, Part
from gisplan.text import Text

_WAL = 2
#: Content of a file; the path of a folder, which alone can't be had in memory.
Source = bytes | str
#: Codes of curves in WKB, and of collections, which may hold some.
_CURVED = frozenset({7, *range(8, 15)})
_OVITAL = Finding(
    kind="crs_doubt",
    message=Text(
        "奥维互动地图的 KML 常为 GCJ-02（火星坐标），文件里没有写明；"
        "请用 --datum gcj02 或 --datum wgs84 写明",
        "KML of Ovital Map is often in GCJ-02 and doesn't say so; say --datum gcj02 or "
        "--datum wgs84",
    ),
)


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
    parts = _parsers().get(job.kind, _whole)(job)
    for part in parts:
        columns = part.table.column_names
        refuse_twice(columns, [str(at) for at in range(1, len(columns) + 1)], job.file)
        check_cells(part.table, job, part.name)
    return parts


def _parsers() -> dict[str, Callable[[Job], list[Part]]]:
    # Give what reads each kind that needs more than GDAL.
    return {
        "Shapefile": _shapefiles,
        "zipped Shapefile": _shapefiles,
        "GeoJSON": _geojson,
        "GeoPackage": lambda job: _read(_settled(job.path.read_bytes(), job), job),
        "KML": lambda job: _kml(job.path.read_bytes(), job),
        "KMZ": lambda job: _kml(_unzipped(job), job),
        "GPX": _gpx,
        "DXF": _dxf,
        "MapInfo": _mapinfo,
        "file geodatabase": lambda job: _read(str(job.path), job),
    }


def _whole(job: Job) -> list[Part]:
    return _read(job.path.read_bytes(), job)


def _read(data: Source, job: Job) -> list[Part]:
    names = _layers(data, job.file)
    return [
        _layer(data, job, _Layer(names.index(name), name))
        for name in _wanted(names, job.options, job.file)
    ]


def _geojson(job: Job) -> list[Part]:
    data = job.path.read_bytes()
    loaded = geojson.load(data, job.file)
    members = geojson.features(loaded.top, job.file, job.options.limits.cell_chars)
    if loaded.is_changed:
        data = json.dumps(loaded.top, ensure_ascii=False).encode()
    (part,) = _read(data, job)[:1]
    if members is not None:
        part = _held_against(part, members, job.file)
    return [replace(part, findings=(*part.findings, *loaded.findings))]


def _kml(data: bytes, job: Job) -> list[Part]:
    ready = kml.prepared(data, job.file)
    kml.require_marks(ready.seen, job.file)
    titles = ready.seen.titles(job.path.stem)
    places = _layers(ready.data, job.file)
    parts = []
    for name in _wanted(titles, job.options, job.file):
        own = f"gisplan_{titles.index(name)}"
        if own not in places:
            raise unreadable(job.file, f"文件夹“{name}”读不出来", f"folder “{name}” can't be read")
        part = _layer(ready.data, job, _Layer(places.index(own), own))
        parts.append(kml.tidied(part, ready, name))
    if len(parts) == len(titles):
        parts = kml.counted(parts, ready.seen, job.file)
    if job.path.suffix.lower() == ".ovkml":
        parts = [replace(part, crs="") for part in parts]
        ready = replace(ready, findings=(*ready.findings, _OVITAL))
    return [replace(part, findings=(*part.findings, *ready.findings)) for part in parts]


def _unzipped(job: Job) -> bytes:
    # Give the KML in a KMZ; pictures and other files in it are left.
    with Archive(job.path, job.options.limits) as archive:
        names = [name for name in archive.names if name.lower().endswith(".kml")]
        top = [name for name in names if name.lower() == "doc.kml"] or names
        if not names:
            raise unreadable(job.file, "压缩包里没有 KML", "the archive holds no KML")
        if len(top) != 1:
            raise unreadable(
                job.file,
                f"压缩包里应有一个 KML，有 {len(names)} 个；请解压后分别导入",
                f"the archive must hold one KML and holds {len(names)}; unpack it and import each",
            )
        return b"".join(archive.chunks(top[0]))


def _gpx(job: Job) -> list[Part]:
    # Read waypoints, routes and tracks; their single points are not read once more.
    parts = [part for part in _whole(job) if not part.name.endswith("_points")]
    parts = [part for part in parts if len(part.table)]
    if not parts:
        raise unreadable(job.file, "没有航点、路线或轨迹", "it holds no waypoint, route or track")
    return [_without_empty(part) for part in parts]


def _dxf(job: Job) -> list[Part]:
    data = job.path.read_bytes()
    parts = _read(data, job)
    return [replace(p, findings=(*p.findings, *dxf.unread(data, p.table))) for p in parts]


def _without_empty(part: Part) -> Part:
    # Leave out fields that no feature has: the standard lists two dozen.
    table = part.table
    shape = table.column_names[part.geometry] if part.geometry is not None else ""
    kept = [n for n in table.column_names if n == shape or table[n].null_count < len(table)]
    table = table.select(kept)
    return replace(part, table=table, geometry=kept.index(shape) if shape else None)


def _mapinfo(job: Job) -> list[Part]:
    (part,) = _read(mapinfo.bundle(job), job)[:1]
    findings = (named_layer(job.path.stem), *part.findings[1:])
    return [replace(part, name=job.path.stem, findings=findings)]


def _shapefiles(job: Job) -> list[Part]:
    found = {item.name: item for item in shapefile.gathered(job)}
    parts = []
    for name in _wanted(list(found), job.options, job.file):
        code, told, deleted = shapefile.checked(found[name], job)
        data = found[name].bundle()
        part = _layer(data, job, _Layer(0, name), encoding=code, deleted=deleted)
        parts.append(replace(part, findings=(*part.findings, *told)))
    return parts


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer by its place, as a file in memory may have no name for it, and what we call it."""

    place: int
    name: str


def _layers(data: Source, file: str) -> list[str]:
    import pyogrio

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            names = [str(name) for name, _ in pyogrio.list_layers(data)]
    except (OSError, ValueError, RuntimeError) as error:
        raise damaged(file, error) from error
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


def _layer(
    data: Source, job: Job, layer: _Layer, *, encoding: str | None = None, deleted: int = 0
) -> Part:
    from pyogrio import read_info
    from pyogrio.raw import read_arrow

    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            meta, table = read_arrow(data, layer=layer.place, encoding=encoding)
            count = read_info(data, layer=layer.place, encoding=encoding)["features"]
            table, recoded = as_text(table, job)
            geometry = _geometry(table, meta)
            if geometry is not None:
                table = _straightened(table, geometry, (data, layer, encoding))
    except (OSError, ValueError, RuntimeError, pa.ArrowException) as error:
        raise damaged(job.file, error) from error
    if count != -1 and not count - deleted <= len(table) <= count:
        raise unreadable(
            job.file,
            f"图层 {layer.name} 应有 {count} 个要素，只读到 {len(table)} 个，文件不完整",
            f"layer {layer.name} says it has {count} features, {len(table)} could be read",
        )
    table, told = simple(table, geometry)
    found = [named_layer(layer.name), *recoded, *told]
    said = dict.fromkeys(str(item.message) for item in warned)
    words = [text for text in said if "non conformant file extension" not in text]
    found += [_warning(words)] if words else []
    return Part(
        table=table,
        rows=range(1, len(table) + 1),
        name=layer.name,
        geometry=geometry,
        crs=str(meta["crs"] or ""),
        findings=tuple(found),
    )


def _geometry(table: pa.Table, meta: dict[str, Any]) -> int | None:
    if meta["geometry_type"] is None:
        return None
    name = meta["geometry_name"] or "wkb_geometry"
    at: int = table.schema.get_field_index(name)
    return None if at < 0 else at


def _straightened(
    table: pa.Table, geometry: int, given: tuple[Source, _Layer, str | None]
) -> pa.Table:
    # Give curves as lines of short steps, as GDAL makes them where it is asked row by row.
    from pyogrio.raw import read

    codes = {int.from_bytes(w[1:5], "little") for w in table[geometry].to_pylist() if w}
    if not {(code & 0x0FFFFFFF) % 1000 for code in codes} & _CURVED:
        return table
    data, layer, encoding = given
    shapes = read(data, layer=layer.place, encoding=encoding, columns=[])[2]
    column = pa.array(list(shapes), pa.binary())
    return table.set_column(geometry, table.column_names[geometry], column)


def _warning(words: list[str]) -> Finding:
    return Finding(
        kind="driver",
        message=Text(
            f"读取时 GDAL 有 {len(words)} 条提示，多为格式不规范；请核对读入的内容",
            f"GDAL remarked on the format ({len(words)} times); check what was read",
        ),
    )


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
