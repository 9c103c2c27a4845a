"""``gisplan export``: layers of a workspace as files for other programs.

Beside :mod:`gisplan.pipeline.build`, the other place that knows an order of things: resolve the
layers, bring them into the datum asked for, give them the symbology that a map declares, write
every format beside its target, and put all in place with the manifest last.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Sequence
from pathlib import Path

from gisplan import files
from gisplan.api.export import chunked as bulk
from gisplan.api.export.files import (
    Delivery,
    ExportReport,
    NotAllExportedError,
    note_left,
    title_of,
)
from gisplan.api.export.options import DATUMS, FORMATS, ExportOptions, files_in
from gisplan.api.layers import require_layer
from gisplan.catalog import workspace
from gisplan.catalog.layer import FileOrigin, PartsOrigin
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.formats import dxf, formats, manifest, stac
from gisplan.formats.prepared import Prepared
from gisplan.formats.transform import in_datum
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.at_work import at_work
from gisplan.pipeline.engines import Execution
from gisplan.pipeline.ownership import Ownership
from gisplan.pipeline.progress import Progress, silent
from gisplan.pipeline.resolve import Resolver, resolve_all
from gisplan.places.planes import Plane, find_plane
from gisplan.render.style.declared import declared_style
from gisplan.render.style.symbolize import symbolize
from gisplan.text import Text

#: Endings that name a file, or what a program takes for one, not a folder.
_FILES = frozenset(
    {".gpkg", ".qgz", ".shp", ".json", *(kind.ending for kind in formats.FORMATS.values())}
)

__all__ = ["ExportOptions", "ExportReport", "NotAllExportedError", "export"]


def export(
    place: Workspace | None = None,
    *,
    options: ExportOptions | None = None,
    progress: Progress = silent,
    execution: Execution | None = None,
) -> ExportReport:
    """Write layers in the formats asked for.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : ExportOptions, optional
        What is asked for; all layers as a GeoPackage if left out.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.
    execution : Execution, optional
        How the work on large layers is carried out; in this process if left out.

    Returns
    -------
    ExportReport
        What was written and stored, and what a format could not hold.

    Raises
    ------
    DeclarationError
        If declarations or layers are wrong; nothing is written then.
    OptionError
        If a layer, format or datum can't be, or none of the layers goes into the formats.
    DatumError
        If a drawing is asked for without a projected system, or it can't be one.
    NotAllExportedError
        If a layer can't be held by a format; all others are written, and said in its report.
    FileError
        If something can't be written, a file that gisplan did not write or that was edited
        since would be replaced, or another run does not end; what was there is unchanged.
    DatabaseError
        If a database can't be reached or refuses; files and database are unchanged.
    """
    place = place or workspace.find()
    options = options or ExportOptions()
    _check(options)
    plane = _plane(options)
    to_files = [name for name in options.formats if name != formats.POSTGIS]
    folder = (options.to or place.exports).resolve()
    with contextlib.ExitStack() as held:
        record = held.enter_context(at_work(place))
        if to_files and not folder.is_relative_to(place.root.resolve()):
            held.enter_context(files.locked(folder / ".gisplan"))
        files.clean(folder)
        listed = catalog.load(place)
        owned = Ownership(place)
        require = functools.partial(
            owned.require, overwrite=options.overwrite, also=_written(folder), inputs=_read(listed)
        )
        if to_files:  # of all that might stand in the way, known before the work
            require([folder / manifest.NAME, folder / stac.CATALOG])
        for name in options.layers:
            require_layer(listed, name)
        names = options.layers or tuple(listed.layers)
        large = bulk.among(names, listed, asked=options.formats if options.layers else ())
        names = tuple(name for name in names if name not in large)
        resolver = Resolver(listed, record, execution=execution)
        steps = len(names) + len(options.formats)
        needed = (*names, *(n for name in large for n in listed.needed_by((name,))[:-1]))
        _resolve(resolver, listed.needed_by(needed), progress, steps)
        items = {name: _prepared(name, resolver, options, plane) for name in names}
        if plane is None and set(options.formats) & set(formats.DRAWINGS):
            raise dxf.ask_for_plane(list(items.values()))
        report = ExportReport(folder)
        with files.batch(folder) if to_files else contextlib.nullcontext() as batch:
            if batch is not None:
                run = Delivery(batch, report, items, options.datum)
                for done, name in enumerate(to_files, start=len(names)):
                    progress(title_of(name), done, steps)
                    if items:
                        run.write(name, listed)
                for name in large:
                    progress(listed.layers[name].title, steps - 1, steps)
                    run.write_large(name, resolver, to_files)
                run.describe()
                require(batch.targets)
            # between the writing of the files and their taking their places: if the database
            # refuses, they too stay as they were
            if formats.POSTGIS in options.formats:
                progress(title_of(formats.POSTGIS), steps - 1, steps)
                _store(list(items.values()), options, report)
            if batch is not None:
                if record.keeps:  # else the manifest alone tells whose they are
                    owned.note(run.digests)
                batch.commit()
        resolver.large.forget_chunks()
    if report.failed:
        raise NotAllExportedError(report)
    return report


def _prepared(
    name: str, resolver: Resolver, options: ExportOptions, plane: Plane | None
) -> Prepared:
    layer, maps = resolver.layer(name), resolver.catalog.maps.values()
    symbology = symbolize(declared_style(maps, layer.spec), layer)
    moved = in_datum(layer, datum=options.datum)
    return Prepared(layer=moved, datum=options.datum, symbology=symbology, plane=plane)


def _plane(options: ExportOptions) -> Plane | None:
    """Find the projected system of the drawings, and check that what writes them is there.

    Parameters
    ----------
    options : ExportOptions
        What is asked for.

    Returns
    -------
    Plane or None
        None if none is declared.
    """
    if set(options.formats) & set(formats.DRAWINGS):
        dxf.require_library()
    if options.crs is None:
        return None
    if options.crs.lower() in DATUMS:
        raise OptionError(
            Text(
                f"{options.crs} 是坐标基准，请写 datum；crs 是投影坐标系，如 EPSG:4543",
                f"{options.crs} is a datum: say it by datum; crs is a projected system, such as"
                " EPSG:4543",
            )
        )
    plane = find_plane(options.crs)
    if others := [name for name in options.formats if name not in formats.DRAWINGS]:
        able = ", ".join(formats.DRAWINGS)
        raise OptionError(
            Text(
                f"格式 {others[0]} 不能用投影坐标系 {plane.code}；可用的格式：{able}",
                f"format {others[0]} can't be in {plane.code}; these can: {able}",
            )
        )
    return plane


def _resolve(resolver: Resolver, names: tuple[str, ...], progress: Progress, steps: int) -> None:
    """Make the layers, and keep those made even if one can't be.

    Parameters
    ----------
    resolver : Resolver
        Makes the layers.
    names : tuple of str
        Names of layers.
    progress : Progress
        Told what is done next, the steps done and the steps in all; nobody is if left out.
    steps : int
        Steps of the whole run, for ``progress``.
    """
    try:
        resolve_all(resolver, names, progress=progress, steps=steps)
    finally:
        if resolver.made:
            resolver.record.save()


def _written(folder: Path) -> dict[Path, str]:
    """Give what the manifest of a folder says of its files, and of itself if it is one.

    Parameters
    ----------
    folder : Path
        Folder of an export.

    Returns
    -------
    dict of Path to str
        Digest by file; empty without a manifest.
    """
    entries = manifest.load(folder)
    known = {folder / path: entry.sha256 for path, entry in entries.items()}
    if entries:
        known[folder / manifest.NAME] = manifest.fingerprint(folder / manifest.NAME)
    return known


def _read(listed: catalog.Catalog) -> list[Path]:
    origins = (spec.origin for spec in listed.layers.values())
    return [item.path for item in origins if isinstance(item, FileOrigin | PartsOrigin)]


def _store(items: Sequence[Prepared], options: ExportOptions, report: ExportReport) -> None:
    try:
        from gisplan.formats import postgis
    except ImportError as error:
        raise OptionError(
            Text(
                "写入 PostGIS 需要 psycopg，请安装：pip install 'gisplan[postgis]'",
                "writing to PostGIS needs psycopg; install it: pip install 'gisplan[postgis]'",
            )
        ) from error
    kept = [item for item in items if formats.takes(formats.POSTGIS, item)]
    report.stored = postgis.write(kept, options.database, schema=options.schema)
    note_left(formats.POSTGIS, items, report)
    report.notes += [(table.title, note) for table in report.stored for note in table.notes]
    if report.stored and (styles := report.stored[0].styles):
        report.notes.append((title_of(formats.POSTGIS), styles))


def _check(options: ExportOptions) -> None:
    unknown = [name for name in options.formats if name not in FORMATS]
    if unknown or not options.formats:
        names = ", ".join(FORMATS)
        raise OptionError(
            Text(
                f"没有格式 {'、'.join(unknown)}，可用的有：{names}",
                f"there is no format {', '.join(unknown)}; there are: {names}",
            )
        )
    if options.to is not None and not options.to.is_dir() and options.to.suffix in _FILES:
        raise OptionError(
            Text(
                f"{options.to} 应是文件夹，各图层写在其中；格式用 --format",
                f"{options.to} must be a folder, into which the layers are written; the format is"
                " said by --format",
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
        if name in formats.DRAWINGS and options.crs is None:
            continue  # asked for, with the zone of the layers
        if options.datum not in formats.datums_of(name):
            able = ", ".join(files_in(options.datum))
            raise OptionError(
                Text(
                    f"格式 {name} 不能用坐标系 {options.datum}；可用的格式：{able}",
                    f"format {name} can't be in {options.datum}; these can: {able}",
                )
            )
