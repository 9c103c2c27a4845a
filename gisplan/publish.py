"""``gisplan export``: layers of a workspace as files for other programs.

Beside :mod:`gisplan.pipeline`, the other place that knows an order of things: resolve the layers,
bring them into the datum asked for, give them the look that a map declares, write every format
beside its target, and put all in place with the manifest last.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from gisplan import bulk, catalog, looks, pipeline, workspace
from gisplan.engines import Execution
from gisplan.errors import OptionError
from gisplan.export import (
    files,
    formats,
    geopackage,
    manifest,
    project,
    raster_styles,
    shapefile,
    sheets,
    stac,
    styles,
)
from gisplan.export.files import Batch, counted
from gisplan.export.metadata import to_qmd, to_sidecar
from gisplan.export.names import file_in
from gisplan.export.prepared import Prepared
from gisplan.export.transform import DATUMS, Datum, in_datum, marked
from gisplan.record import Record
from gisplan.resolve import Progress, Resolver, resolve_all
from gisplan.schema import Layer
from gisplan.text import Text
from gisplan.workspace import Workspace

if TYPE_CHECKING:
    from gisplan.export.postgis import Stored

#: Name of the files that hold all layers.
WHOLE = "layers"
_TABLES = Text("表格", "tables")
_OTHERS = Text("其他图层", "other layers")
_RASTERS = Text("栅格", "rasters")
_MEDIA = {".json": "application/json", ".csv": "text/csv", ".qml": "text/xml", ".qmd": "text/xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What an export is asked for.

    Parameters
    ----------
    layers : tuple of str
        Names of the layers; all of them if empty.
    formats : tuple of str
        Of :data:`gisplan.export.formats.ALL`.
    datum : {"wgs84", "cgcs2000", "gcj02"}
        What coordinates are written in; any but WGS 84 is named in the files' names.
    to : pathlib.Path, optional
        The folder; ``exports`` of the workspace if left out.
    database : str
        For the format ``postgis``: address, service or empty, as
        :func:`gisplan.export.database.transaction` takes it.
    schema : str
        Of that database.
    """

    layers: tuple[str, ...] = ()
    formats: tuple[str, ...] = (formats.GEOPACKAGE,)
    datum: Datum = "wgs84"
    to: Path | None = None
    # may hold a password, which no representation should
    database: str = field(default="", repr=False)
    schema: str = "gisplan"


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

    Parameters
    ----------
    written : list of Exported
        Without the descriptions beside them.
    notes : list of (Text, Text)
        Title of a layer or format, and what the format could not hold.
    folder : pathlib.Path
    stored : tuple of gisplan.export.postgis.Stored
        The tables of a database.
    """

    folder: Path
    written: list[Exported] = field(default_factory=list)
    notes: list[tuple[Text, Text]] = field(default_factory=list)
    stored: tuple[Stored, ...] = ()


def _silent(what: Text, done: int, steps: int) -> None:
    """Take no notice of progress."""


def export(
    place: Workspace | None = None,
    *,
    options: ExportOptions | None = None,
    progress: Progress = _silent,
    execution: Execution | None = None,
) -> ExportReport:
    """Write layers in the formats asked for.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : ExportOptions, optional
    progress : callable, optional
    execution : Execution, optional
        How the work on large layers is carried out; in this process if left out.

    Returns
    -------
    ExportReport

    Raises
    ------
    DeclarationError
        If declarations or layers are wrong; nothing is written then.
    OptionError
        If a layer, format or datum can't be, or none of the layers goes into the formats.
    DataError
        If a layer can't be held by a format.
    FileError
        If something can't be written, or another run does not end; what was there is unchanged.
    DatabaseError
        If a database can't be reached or refuses; files and database are unchanged.
    """
    place = place or workspace.find()
    options = options or ExportOptions()
    _check(options)
    to_files = [name for name in options.formats if name != formats.POSTGIS]
    folder = (options.to or place.exports).resolve()
    with contextlib.ExitStack() as held:
        held.enter_context(files.locked(place.state))
        if to_files and not folder.is_relative_to(place.root.resolve()):
            held.enter_context(files.locked(folder / ".gisplan"))
        for place_of_parts in (folder, place.state, place.state / "layers"):
            files.clean(place_of_parts)
        listed = catalog.load(place)
        for name in options.layers:
            pipeline.require_layer(listed, name)
        names = options.layers or tuple(listed.layers)
        large = bulk.among(names, listed, asked=options.formats if options.layers else ())
        names = tuple(name for name in names if name not in large)
        resolver = Resolver(listed, Record.load(place.state), execution=execution)
        steps = len(names) + len(options.formats)
        needed = (*names, *(n for name in large for n in listed.needed_by((name,))[:-1]))
        try:
            resolve_all(resolver, listed.needed_by(needed), progress=progress, steps=steps)
        finally:
            if resolver.made:
                resolver.record.save()
        items = {
            name: Prepared(
                layer=in_datum(resolver.layer(name), datum=options.datum),
                datum=options.datum,
                look=looks.first(listed.maps.values(), resolver.layer(name)),
            )
            for name in names
        }
        report = ExportReport(folder)
        with files.batch(folder) if to_files else contextlib.nullcontext() as batch:
            if batch is not None:
                run = _Run(batch, report, items, options.datum)
                for done, name in enumerate(to_files, start=len(names)):
                    progress(_title(name), done, steps)
                    if items:
                        run.write(name, listed)
                for name in large:
                    progress(listed.layers[name].title, steps - 1, steps)
                    run.write_large(name, resolver, to_files)
                run.describe()
            # between the writing of the files and their taking their places: if the database
            # refuses, they too stay as they were
            if formats.POSTGIS in options.formats:
                progress(_title(formats.POSTGIS), steps - 1, steps)
                kept = [item for item in items.values() if formats.takes(formats.POSTGIS, item)]
                report.stored = _store(kept, options)
                _note_left(formats.POSTGIS, items.values(), report)
                report.notes += [
                    (table.title, note) for table in report.stored for note in table.notes
                ]
            if batch is not None:
                batch.commit()
        resolver.forget_chunks()
    return report


def _store(items: Sequence[Prepared], options: ExportOptions) -> tuple[Stored, ...]:
    try:
        from gisplan.export import postgis  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise OptionError(
            Text(
                "写入 PostGIS 需要 psycopg，请安装：pip install 'gisplan[postgis]'",
                "writing to PostGIS needs psycopg; install it: pip install 'gisplan[postgis]'",
            )
        ) from error
    return postgis.write(items, options.database, schema=options.schema)


def _note_left(name: str, items: Iterable[Prepared], report: ExportReport) -> None:
    """Say how many layers a format can't hold, by their kind."""
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
            report.notes.append((_title(name), words))


def _title(name: str) -> Text:
    if name == formats.POSTGIS:
        return Text("PostGIS 数据库", "PostGIS database")
    return formats.WHOLE[name] if name in formats.WHOLE else formats.FORMATS[name].title


def _check(options: ExportOptions) -> None:
    able_at_all = (*formats.ALL, formats.POSTGIS)
    unknown = [name for name in options.formats if name not in able_at_all]
    if unknown or not options.formats:
        names = ", ".join(able_at_all)
        raise OptionError(
            Text(
                f"没有格式 {'、'.join(unknown)}，可用的有：{names}",
                f"there is no format {', '.join(unknown)}; there are: {names}",
            )
        )
    if options.database and formats.POSTGIS not in options.formats:
        raise OptionError(
            Text(
                "写明了数据库，但格式中没有 postgis；请加上 --format postgis",
                "a database is named, but postgis is not among the formats; add --format postgis",
            )
        )
    if options.datum not in DATUMS:
        names = ", ".join(DATUMS)
        raise OptionError(Text(f"坐标系只能是：{names}", f"the datum must be one of: {names}"))
    for name in options.formats:
        if options.datum not in formats.datums_of(name):
            able = ", ".join(n for n in formats.ALL if options.datum in formats.datums_of(n))
            raise OptionError(
                Text(
                    f"格式 {name} 不能用坐标系 {options.datum}；可用的格式：{able}",
                    f"format {name} can't be in {options.datum}; these can: {able}",
                )
            )


class _Run:
    """The writing half of an export."""

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

    @property
    def _mark(self) -> str:
        return marked(self.datum)

    def write(self, name: str, listed: catalog.Catalog) -> None:
        """Write all layers in one format."""
        if name in formats.WHOLE:
            self._whole()
            if name == formats.PROJECT:
                self._rasters()
                self._project(listed)
            return
        for item in self.items.values():
            if formats.takes(name, item):
                self._one(name, item)
        _note_left(name, self.items.values(), self.report)

    def _one(self, name: str, item: Prepared) -> None:
        kind = formats.FORMATS[name]
        path = file_in(self.folder, item.name, f"{self._mark}{kind.ending}")
        if path.name in self.entries:  # a raster that a project has asked for
            return
        rows = len(item.layer.table)
        made = self.batch.add(
            path.name, functools.partial(kind.write, item), check=counted(rows, kind.count)
        )
        if name == "shapefile":
            self.report.notes += [(item.spec.title, loss) for loss in shapefile.losses(item.layer)]
        if name == "csv":
            told = f"{item.name}{self._mark}.columns.csv"
            self._tell(told, functools.partial(sheets.write_columns, item.spec), (item.name,))
        self._note(made, (name, kind.media), (item,), rows)

    @property
    def _in_whole(self) -> dict[str, Prepared]:
        """The layers that go into the one file of all layers."""
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
        _note_left(formats.GEOPACKAGE, self.items.values(), self.report)
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
        groups = looks.groups(listed, inside, others=_OTHERS, rasters=_RASTERS, tables=_TABLES)
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
        """Write a layer that is read in parts, in the formats that can be streamed."""
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
        """Put what was written into the manifest and the report."""
        parts = sorted(made.iterdir()) if made.is_dir() else [made]
        below = made.parent
        names = tuple(item.name for item in items)
        for part in parts:
            self.entries[part.relative_to(below).as_posix()] = manifest.Entry(
                sha256=manifest.fingerprint(part),
                bytes=part.stat().st_size,
                format=kind[0],
                datum=items[0].datum,
                layers=names,
                rows=rows,
                media=kind[1],
            )
        title = items[0].spec.title if len(items) == 1 else _title(kind[0])
        size = sum(part.stat().st_size for part in parts)
        path = self.folder / made.name
        self.report.written.append(Exported(path=path, title=title, rows=rows, size=size))

    def describe(self) -> None:
        """Write what the files say of themselves, the catalogue, and the manifest last."""
        used = {name for entry in self.entries.values() for name in entry.layers}
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
            mine = {
                path: entry
                for path, entry in everything.items()
                if name in entry.layers
                and entry.datum == item.datum
                and path != manifest.NAME
                and not path.endswith(stac.ENDING)
            }
            content = stac.collection(item, mine)
            self._tell(f"{name}{self._mark}{stac.ENDING}", _bytes(content), (name,))
        everything = {**kept, **self.entries}
        children = [path for path in everything if path.endswith(stac.ENDING)]
        self._tell(stac.CATALOG, _bytes(stac.catalog(children)), ())
        everything = {**kept, **self.entries}
        self.batch.add(manifest.NAME, _bytes(manifest.to_json(everything)))

    def _describe(self, item: Prepared) -> None:
        base, names = f"{item.name}{self._mark}", (item.name,)
        sidecar = to_sidecar(item.layer, datum=item.datum)
        self._tell(f"{base}.meta.json", _bytes(sidecar), names)
        if item.has_shapes:
            self._tell(f"{base}.qml", _bytes(styles.qml(item)), names)
            self._tell(f"{base}.sld", _bytes(styles.sld(item)), names)
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
