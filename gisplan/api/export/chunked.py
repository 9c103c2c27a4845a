"""Writing a layer that is read in parts: chunk by chunk, then format by format as a stream."""

from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.load import Catalog
from gisplan.errors import DataError, OptionError
from gisplan.files import Batch, counted
from gisplan.formats import feature_lines, formats, parts
from gisplan.formats.datums import Datum, marked
from gisplan.formats.names import file_in
from gisplan.pipeline import chunked as large
from gisplan.pipeline.resolve import Resolver
from gisplan.text import Text

#: What can be written without the whole layer in memory.
ABLE = ("parquet", "csv", "flatgeobuf", "geojsonseq")


def _put_parts(layer: parts.Streamed, folder: Path) -> None:
    """Put the parts into a folder: as second names of the same files where that can be.

    Parameters
    ----------
    layer : parts.Streamed
        The layer in parts.
    folder : Path
        The folder; it is made.
    """
    folder.mkdir()
    for path in layer.parts:
        # the number, without what the part was made from
        target = folder / f"{path.stem.rpartition('-')[0]}{path.suffix}"
        try:
            os.link(path, target)
        except OSError:  # another file system, or one without links
            shutil.copy2(path, target)


_WRITERS: Mapping[str, tuple[Callable[[parts.Streamed, Path], None], Callable[[Path], int]]] = {
    "parquet": (_put_parts, parts.count_parts),
    "csv": (parts.write_csv, parts.count_csv),
    "flatgeobuf": (parts.write_flatgeobuf, parts.count_features),
    "geojsonseq": (parts.write_geojsonseq, feature_lines.count_lines),
}
NO_INDEX = Text(
    "FlatGeobuf 没有空间索引（索引须把每行的范围放在内存中）；需要时用 ogr2ogr 重写",
    "FlatGeobuf has no spatial index, which would hold a box for each row in memory; rewrite it"
    " with ogr2ogr where one is needed",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file, or a folder of parts, that waits to take its place.

    Attributes
    ----------
    path : pathlib.Path
        Where it lies until it takes its place.
    format : str
        Name of the format.
    rows : int
        Rows in it.
    """

    path: Path
    format: str
    rows: int


def unable(wanted: Sequence[str]) -> list[str]:
    """Give the formats that can't be written without the whole layer in memory.

    Parameters
    ----------
    wanted : sequence of str
        Names of formats.

    Returns
    -------
    list of str
        Those of them.
    """
    return [name for name in wanted if name not in ABLE]


def among(names: Sequence[str], listed: Catalog, *, asked: Sequence[str]) -> list[str]:
    """Give those of the layers that are read in parts.

    Parameters
    ----------
    names : sequence of str
        Names of layers.
    listed : Catalog
        The catalogue of the workspace.
    asked : sequence of str
        Formats that each of them has to go into.

    Returns
    -------
    list of str
        Names of layers.

    Raises
    ------
    OptionError
        If one does not go into one of the formats.
    """
    found = [name for name in names if listed.layers[name].is_large]
    if found and unable(asked):
        raise refuse(listed.layers[found[0]], asked)
    return found


def refuse(spec: LayerSpec, wanted: Sequence[str]) -> OptionError:
    """Make the error for formats that a large layer can't be written in.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.
    wanted : sequence of str
        Names of formats.

    Returns
    -------
    OptionError
        The error, with the formats that can be.
    """
    names = "、".join(unable(wanted))
    able = ", ".join(ABLE)
    return OptionError(
        Text(
            f"图层 {spec.name} 分块读取，不能写成 {names}；可用的格式：{able}。"
            "这些文件可在 QGIS、DuckDB 或 ogr2ogr 中再转换",
            f"layer {spec.name} is read in parts and can't be written as"
            f" {names.replace('、', ', ')}; these formats can: {able}. From them QGIS, DuckDB or"
            " ogr2ogr make others",
        )
    )


def write(
    name: str, resolver: Resolver, batch: Batch, *, wanted: Sequence[str], datum: Datum
) -> tuple[large.Passed, list[Made]]:
    """Write a large layer in the formats asked for.

    Parameters
    ----------
    name : str
        Name of the layer.
    resolver : Resolver
        Gives the layer chunk by chunk.
    batch : Batch
        Where the files wait to take their places.
    wanted : sequence of str
        Of :data:`ABLE`.
    datum : {"wgs84", "gcj02"}

    Returns
    -------
    tuple
        What going through it gave, and the files that wait.

    Raises
    ------
    DataError, FileError, EngineError
        If the layer can't be used or written.
    large.Ended
        On Ctrl-C; the parts that are written are used again.
    """
    spec = resolver.catalog.layers[name]
    folder = resolver.record.folder_of_chunks() / f"{name}.parts{marked(datum)}"
    files = large.PartFile(folder=str(folder), datum=datum)
    passed = resolver.large.go_through(name, analyses={}, files=files)
    resolver.large.forget_later(folder)
    paths = [folder / part for part, rows in passed.parts if rows]
    if not paths:
        raise DataError(
            Text(f"图层 {name} 没有一行可用的数据", f"layer {name} has no row that can be used")
        )
    layer = parts.Streamed(spec=spec, parts=paths, datum=datum)
    made = []
    for kind in wanted:
        path = file_in(Path(), name, f"{marked(datum)}{formats.FORMATS[kind].ending}")
        writer, count = _WRITERS[kind]
        there = batch.add(
            path.name, functools.partial(writer, layer), check=counted(passed.rows, count)
        )
        made.append(Made(path=there, format=kind, rows=passed.rows))
    return passed, made
