"""The files of an export: every layer in every format beside its target, and what tells of them."""

from __future__ import annotations

import contextlib
import functools
import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from gisplan.api.export import chunked as bulk
from gisplan.catalog.layer import Layer
from gisplan.errors import DataError, FileError, OptionError
from gisplan.files import Batch, counted
from gisplan.formats import (
    dxf,
    formats,
    geodatabase,
    geopackage,
    kml,
    manifest,
    project,
    qgis_groups,
    qml,
    raster_styles,
    shapefile,
    sheets,
    sld,
    stac,
    vector_tiles,
)
from gisplan.formats.datums import Datum, marked
from gisplan.formats.metadata import to_qmd, to_sidecar
from gisplan.formats.names import file_in
from gisplan.formats.prepared import Prepared, nothing_placed
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.resolve import Resolver
from gisplan.text import Text

if TYPE_CHECKING:
    from gisplan.formats.postgis import Stored

#: Name of the files that hold all layers.
WHOLE = "layers"
_TABLES = Text("表格", "tables")
_OTHERS = Text("其他图层", "other layers")
_RASTERS = Text("栅格", "rasters")
_MEDIA = {".json": "application/json", ".csv": "text/csv", ".qml": "text/xml", ".qmd": "text/xml"}

#: What of a layer a format holds otherwise, or not at all.
_LOSSES: Mapping[str, Callable[[Layer], Sequence[Text]]] = {
    "shapefile": shapefile.losses,
    "kml": kml.losses,
    "filegdb": geodatabase.losses,
    "mbtiles": vector_tiles.losses,
    "pmtiles": vector_tiles.losses,
    "csv": sheets.losses,
}

_LOGGER = logging.getLogger("gisplan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file, or the folder of a shapefile, that an export wrote."""

    path: Path
    title: Text
    rows: int
    size: int


@dataclass(slots=True)
class ExportReport:
    """What an export did.

    Attributes
    ----------
    folder : pathlib.Path
        Where the files are.
    written : list of Exported
        Without the descriptions beside them.
    notes : list of (Text, Text)
        Title of a layer or format, and what the format could not hold.
    stored : tuple of gisplan.formats.postgis.Stored
        The tables of a database.
    failed : list of (Text, Text)
        Title of a format, or of layer and format, that could not be written, and why.
    """

    folder: Path
    written: list[Exported] = field(default_factory=list)
    notes: list[tuple[Text, Text]] = field(default_factory=list)
    stored: tuple[Stored, ...] = ()
    failed: list[tuple[Text, Text]] = field(default_factory=list)


class NotAllExportedError(DataError):
    """An export wrote all but what one of its formats could not be made to hold.

    Parameters
    ----------
    report : ExportReport
        What was written, and what was not.
    """

    def __init__(self, report: ExportReport) -> None:
        count = len(report.failed)
        super().__init__(
            Text(f"{count} 处未能写出，其余均已写出：", f"{count} not written, all else was:"),
            faults=[
                Text(f"{title.zh}：{why.zh}", f"{title.en}: {why.en}")
                for title, why in report.failed
            ],
        )
        self.report = report


class Delivery:
    """The writing half of an export.

    Parameters
    ----------
    batch : Batch
        Where the files wait to take their places.
    report : ExportReport
        Takes what was written.
    items : mapping of str to Prepared
        Layers to be written, by name.
    datum : Datum
        What coordinates are written in.
    """

    def __init__(
        self, batch: Batch, report: ExportReport, items: Mapping[str, Prepared], datum: Datum
    ) -> None:
        self.batch = batch
        self.datum = datum
        self.report = report
        self.items = items
        self.folder = report.folder
        self.entries: dict[str, manifest.Entry] = {}
        self.whole_written = False
        #: Of all files, when they are described.
        self.digests: dict[Path, str] = {}

    @property
    def _mark(self) -> str:
        return marked(self.datum)

    def write(self, name: str, listed: catalog.Catalog) -> None:
        """Write all layers in one format; what can't be written so is noted.

        Parameters
        ----------
        name : str
            Name of the format.
        listed : catalog.Catalog
            The catalogue of the workspace.
        """
        if name in formats.WHOLE:
            with self._noted(title_of(name)):
                self._whole()
                if name == formats.PROJECT:
                    self._rasters()
                    self._project(listed)
            return
        for item in self.items.values():
            if formats.takes(name, item):
                both = item.spec.title, title_of(name)
                title = Text(f"{both[0].zh}，{both[1].zh}", f"{both[0].en}, {both[1].en}")
                with self._noted(title):
                    self._one(name, item)
        note_left(name, self.items.values(), self.report)

    @contextlib.contextmanager
    def _noted(self, title: Text) -> Iterator[None]:
        """Note what the data or a format's library refuses; a disk that refuses ends all.

        Parameters
        ----------
        title : Text
            What the report calls it.
        """
        started = time.perf_counter()
        try:
            yield
            _LOGGER.info("wrote %s in %.2f s", title.en, time.perf_counter() - started)
        except (DataError, FileError) as error:
            if isinstance(error.__cause__, OSError | sqlite3.Error):
                raise
            self.report.failed.append((title, error.message))

    def _one(self, name: str, item: Prepared) -> None:
        kind = formats.FORMATS[name]
        mark = item.plane.mark if kind.planar and item.plane else self._mark
        path = file_in(self.folder, item.name, f"{mark}{kind.ending}")
        if path.name in self.entries:  # a raster that a project has asked for
            return
        rows = formats.rows_in(name, item)
        if kind.held and not rows:
            empty = nothing_placed(item, kind.title).message
            self.report.notes.append((item.spec.title, empty))
            return
        made = self.batch.add(
            path.name, functools.partial(kind.write, item), check=counted(rows, kind.count)
        )
        if name in _LOSSES:
            self.report.notes += [(item.spec.title, loss) for loss in _LOSSES[name](item.layer)]
        if kind.planar:
            self.report.notes += [(item.spec.title, loss) for loss in dxf.losses(item)]
        if name == "csv":
            told = f"{item.name}{self._mark}.columns.csv"
            self._tell(told, functools.partial(sheets.write_columns, item.spec), (item.name,))
        self._note(made, (name, kind.media), (item,), rows)

    @property
    def _in_whole(self) -> dict[str, Prepared]:
        """The layers that go into the one file of all layers.

        Returns
        -------
        dict of str to Prepared
            By name.
        """
        return {
            name: item
            for name, item in self.items.items()
            if formats.takes(formats.GEOPACKAGE, item)
        }

    def _whole(self) -> None:
        if self.whole_written or not self._in_whole:
            return
        self.whole_written = True
        items = tuple(self._in_whole.values())
        note_left(formats.GEOPACKAGE, self.items.values(), self.report)
        rows = sum(len(item.layer.table) for item in items)
        made = self.batch.add(
            f"{WHOLE}{self._mark}.gpkg",
            functools.partial(geopackage.write, items),
            check=counted(rows, geopackage.count),
        )
        self._note(made, (formats.GEOPACKAGE, "application/geopackage+sqlite3"), items, rows)

    def _rasters(self) -> None:
        """Write the rasters that a project opens beside the one file of all other layers."""
        for item in self._cells.values():
            self._one("cog", item)

    @property
    def _cells(self) -> dict[str, Prepared]:
        return {
            name: item
            for name, item in self.items.items()
            if item.is_raster and item.datum in formats.datums_of("cog")
        }

    def _project(self, listed: catalog.Catalog) -> None:
        inside = {**self._in_whole, **self._cells}
        if not inside:
            return
        groups = qgis_groups.groups(
            listed, inside, others=_OTHERS, rasters=_RASTERS, tables=_TABLES
        )
        count = sum(len(group.entries) for group in groups)
        titles = [spec.title for spec in listed.maps.values()]
        write = functools.partial(
            project.write,
            groups,
            title=titles[0] if titles else Text("图层", "layers"),
            package=f"{WHOLE}{self._mark}.gpkg",
        )
        name = f"{WHOLE}{self._mark}.qgz"
        made = self.batch.add(name, write, check=counted(count, project.count))
        items = tuple(inside.values())
        self._note(made, (formats.PROJECT, "application/zip"), items, count)

    def write_large(self, name: str, resolver: Resolver, to_files: Sequence[str]) -> None:
        """Write a layer that is read in parts, in the formats that can be streamed.

        Parameters
        ----------
        name : str
            Name of the layer.
        resolver : Resolver
            Gives the layer chunk by chunk.
        to_files : sequence of str
            Names of formats.
        """
        spec = resolver.catalog.layers[name]
        able = [kind for kind in to_files if kind in bulk.ABLE]
        if left := bulk.unable(to_files):
            self.report.notes.append((spec.title, bulk.refuse(spec, left).message))
        if not able:
            return
        passed, written = bulk.write(name, resolver, self.batch, wanted=able, datum=self.datum)
        for made in written:
            media = formats.FORMATS[made.format].media
            parts = sorted(made.path.iterdir()) if made.path.is_dir() else [made.path]
            for part in parts:
                self.entries[part.relative_to(made.path.parent).as_posix()] = manifest.Entry(
                    sha256=manifest.fingerprint(part),
                    bytes=part.stat().st_size,
                    format=made.format,
                    datum=self.datum,
                    layers=(name,),
                    rows=made.rows,
                    media=media,
                )
            size = sum(part.stat().st_size for part in parts)
            self.report.written.append(
                Exported(
                    path=self.folder / made.path.name, title=spec.title, rows=made.rows, size=size
                )
            )
        if "flatgeobuf" in able:
            self.report.notes.append((spec.title, bulk.NO_INDEX))
        whole = (passed.rows, passed.bounds)
        sidecar = to_sidecar(Layer(spec, pd.DataFrame()), datum=self.datum, whole=whole)
        self._tell(f"{name}{self._mark}.meta.json", _bytes(sidecar), (name,))
        if "csv" in able:
            told = f"{name}{self._mark}.columns.csv"
            self._tell(told, functools.partial(sheets.write_columns, spec), (name,))

    def _note(
        self, made: Path, kind: tuple[str, str], items: Sequence[Prepared], rows: int
    ) -> None:
        """Put what was written into the manifest and the report.

        Parameters
        ----------
        made : Path
            The file or folder.
        kind : tuple[str, str]
            Name of the format, and media type.
        items : sequence of Prepared
            The layers in it.
        rows : int
            Rows in all.
        """
        parts = sorted(made.iterdir()) if made.is_dir() else [made]
        below = made.parent
        names = tuple(item.name for item in items)
        plane = items[0].plane if kind[0] in formats.DRAWINGS else None
        for part in parts:
            self.entries[part.relative_to(below).as_posix()] = manifest.Entry(
                sha256=manifest.fingerprint(part),
                bytes=part.stat().st_size,
                format=kind[0],
                datum=plane.code if plane else items[0].datum,
                layers=names,
                rows=rows,
                media=kind[1],
            )
        title = items[0].spec.title if len(items) == 1 else title_of(kind[0])
        size = sum(part.stat().st_size for part in parts)
        path = self.folder / made.name
        self.report.written.append(Exported(path=path, title=title, rows=rows, size=size))

    def describe(self) -> None:
        """Write what the files say of themselves, the catalogue, and the manifest last."""
        used = {name for entry in self.entries.values() for name in entry.layers}
        if not used and self.report.failed:
            raise NotAllExportedError(self.report)
        if not used:
            raise OptionError(
                Text(
                    "所选图层不能写成所选格式：表格可用 gpkg、parquet、csv、xlsx，栅格可用 cog",
                    "the formats can't hold the layers: of tables gpkg, parquet, csv and xlsx"
                    " can, of rasters cog",
                )
            )
        for name, item in self.items.items():
            if name in used:
                self._describe(item)
        kept = {
            path: entry
            for path, entry in manifest.load(self.folder).items()
            if path not in self.entries and manifest.fingerprint(self.folder / path) == entry.sha256
        }
        everything = {**kept, **self.entries}
        for name in sorted(used & set(self.items)):
            item = self.items[name]
            plain = item.datum == "wgs84"
            mine = {
                path: entry
                for path, entry in everything.items()
                if name in entry.layers
                # a drawing has a system of its own, and is told of with the layer itself
                and (entry.datum == item.datum or (entry.format in formats.DRAWINGS and plain))
                and path != manifest.NAME
                and not path.endswith(stac.ENDING)
            }
            content = stac.collection(item, mine)
            self._tell(f"{name}{self._mark}{stac.ENDING}", _bytes(content), (name,))
        everything = {**kept, **self.entries}
        children = [path for path in everything if path.endswith(stac.ENDING)]
        self._tell(stac.CATALOG, _bytes(stac.catalog(children)), ())
        everything = {**kept, **self.entries}
        made = self.batch.add(manifest.NAME, _bytes(manifest.to_json(everything)))
        self.digests = {self.folder / path: entry.sha256 for path, entry in self.entries.items()}
        self.digests[self.folder / manifest.NAME] = manifest.fingerprint(made)

    def _describe(self, item: Prepared) -> None:
        base, names = f"{item.name}{self._mark}", (item.name,)
        sidecar = to_sidecar(item.layer, datum=item.datum)
        self._tell(f"{base}.meta.json", _bytes(sidecar), names)
        if item.has_shapes:
            self._tell(f"{base}.qml", _bytes(qml.qml(item)), names)
            self._tell(f"{base}.sld", _bytes(sld.sld(item)), names)
        if item.is_raster:
            self._tell(f"{base}.qml", _bytes(raster_styles.qml(item)), names)
            self._tell(f"{base}.sld", _bytes(raster_styles.sld(item)), names)
        if item.has_shapes or item.is_raster:
            self._tell(f"{base}.qmd", _bytes(to_qmd(item)), names)

    def _tell(self, name: str, write: Callable[[Path], object], layers: tuple[str, ...]) -> None:
        made = self.batch.add(name, write)
        self.entries[name] = manifest.Entry(
            sha256=manifest.fingerprint(made),
            bytes=made.stat().st_size,
            format="description",
            datum=self.datum,
            layers=layers,
            rows=None,
            media=_MEDIA.get(made.suffix, "text/xml"),
        )


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def note_left(name: str, items: Iterable[Prepared], report: ExportReport) -> None:
    """Say how many layers a format can't hold, by their kind.

    Parameters
    ----------
    name : str
        Name of the format.
    items : Iterable[Prepared]
        Layers to be written.
    report : ExportReport
        Takes what is said.
    """
    left = [item for item in items if not formats.takes(name, item)]
    rasters = sum(item.is_raster for item in left)
    shapes = sum(item.has_shapes for item in left)
    kinds = (
        (rasters, Text("栅格", "rasters")),
        (shapes, Text("矢量图层", "vector layers")),
        (len(left) - rasters - shapes, Text("表格", "tables")),
    )
    for number, what in kinds:
        if number:
            words = Text(
                f"{number} 个图层是{what.zh}，这种格式不能保存",
                f"{number} layers are {what.en}, which the format can't hold",
            )
            report.notes.append((title_of(name), words))


def title_of(name: str) -> Text:
    """Give the title of a format.

    Parameters
    ----------
    name : str
        Name of the format.

    Returns
    -------
    Text
        In both languages.
    """
    if name == formats.POSTGIS:
        return Text("PostGIS 数据库", "PostGIS database")
    return formats.WHOLE[name] if name in formats.WHOLE else formats.FORMATS[name].title
