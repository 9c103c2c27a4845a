"""The main job: read, validate, join, analyse, then export and present.

The one place that knows the order of things.
"""

from __future__ import annotations

import csv
import difflib
import functools
import hashlib
import io
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gisplan import catalog, large, looks, workspace
from gisplan.composition import MapSpec
from gisplan.engines import Execution
from gisplan.errors import OptionError
from gisplan.export import cog
from gisplan.export.files import clean, counted, locked, replace_file, write_file
from gisplan.export.geojson import to_geojson
from gisplan.export.metadata import to_sidecar
from gisplan.export.names import file_in
from gisplan.export.prepared import Prepared, count_rows
from gisplan.plan import Plan
from gisplan.present import webmap
from gisplan.present.basemap import Basemap
from gisplan.record import Record, digest, file_digest
from gisplan.regions import Regions
from gisplan.resolve import Progress, Resolver, resolve_all
from gisplan.schema import Layer, Problem
from gisplan.text import Lang, Text
from gisplan.workspace import Workspace

#: Layers whose names the product knows: every unit with its parent, and its other names.
UNITS = "units"
ALIASES = "region_aliases"
#: Tables of the plan start with this.
PLAN = "plan_"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build is asked for.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language in which the maps open.
    maps : tuple of str
        Names of the maps to make; all of them if empty.
    basemap : Basemap, optional
        An online map below the layers; without it the page opens no connection.
    """

    lang: Lang = "zh"
    maps: tuple[str, ...] = ()
    basemap: Basemap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that a build wrote."""

    path: Path
    title: Text
    size: int
    seconds: float


@dataclass(slots=True)
class BuildReport:
    """What a build did.

    Parameters
    ----------
    written : list of Written
    unchanged : int
        Files that were as they should be and were not written again.
    made : list of str
        Layers that were computed.
    left_out : list of (Text, Text)
        Title of a layer, and what of it was left out and why.
    problems : list of Problem
        Of all layers, also of those that did not change.
    seconds : float
    """

    written: list[Written] = field(default_factory=list)
    unchanged: int = 0
    made: list[str] = field(default_factory=list)
    left_out: list[tuple[Text, Text]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seconds: float = 0.0


def _silent(what: Text, done: int, steps: int) -> None:
    """Take no notice of progress."""


def build(
    place: Workspace | None = None,
    *,
    options: BuildOptions | None = None,
    progress: Progress = _silent,
    execution: Execution | None = None,
) -> BuildReport:
    """Make the maps and export the layers of a workspace.

    Writes ``maps/rendered/NAME.html`` (``NAME.en.html`` in English) and, for each layer with
    geometry, ``exports/NAME.geojson`` with ``exports/NAME.meta.json``; ``exports/problems.csv``
    and ``exports/set_aside/NAME.csv`` if there is anything to say. What is as the last build
    left it is not made again.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : BuildOptions, optional
    progress : callable, optional
    execution : Execution, optional
        How the work on large layers is carried out; in this process if left out.

    Returns
    -------
    BuildReport

    Raises
    ------
    DeclarationError
        If declarations or layers are wrong; nothing is written then.
    OptionError
        If a map asked for is not declared.
    FileError
        If a result can't be written, or another build does not end.
    """
    place = place or workspace.find()
    with locked(place.state):
        for folder in (place.exports, place.rendered, place.state, place.state / "layers"):
            clean(folder)
        return _build(place, options or BuildOptions(), progress, execution)


def _build(
    place: Workspace, options: BuildOptions, progress: Progress, execution: Execution | None
) -> BuildReport:
    started = time.perf_counter()
    listed = catalog.load(place)
    maps = _maps(listed, options)
    record = Record.load(place.state)
    resolver = Resolver(listed, record, execution=execution)
    names = tuple(listed.layers)
    steps = 2 * len(names) + len(maps)
    run = _Run(place, resolver, BuildReport(made=resolver.made))
    try:
        resolve_all(resolver, names, progress=progress, steps=steps)
        for done, name in enumerate(names, start=len(names)):
            progress(listed.layers[name].title, done, steps)
            run.export(name)
        for done, spec in enumerate(maps, start=2 * len(names)):
            progress(spec.title, done, steps)
            run.render(spec, options)
        run.report_problems()
        record.forget_layers(names)
    finally:
        # also of a run that was ended: the next goes on from what is made
        if resolver.made or record.layers:
            record.save()
    resolver.forget_chunks()
    run.report.seconds = time.perf_counter() - started
    return run.report


def _maps(listed: catalog.Catalog, options: BuildOptions) -> list[MapSpec]:
    unknown = [name for name in options.maps if name not in listed.maps]
    if unknown:
        names = ", ".join(listed.maps)
        raise OptionError(
            Text(
                f"没有地图 {'、'.join(unknown)}，有：{names}",
                f"there is no map {', '.join(unknown)}; there are: {names}",
            )
        )
    return [spec for name, spec in listed.maps.items() if name in options.maps or not options.maps]


class _Run:
    """The writing half of a build."""

    def __init__(self, place: Workspace, resolver: Resolver, report: BuildReport) -> None:
        self.place = place
        self.resolver = resolver
        self.record = resolver.record
        self.report = report

    def export(self, name: str) -> None:
        """Write a layer, and note what was left out of it."""
        spec = self.resolver.catalog.layers[name]
        known = self.record.layers[name]
        self.report.problems.extend(known.problems)
        self.report.left_out.extend((spec.title, words) for words in known.left_out)
        if known.set_aside:
            words = Text(
                f"{known.set_aside} 行搁置，见 exports/set_aside/{name}.csv",
                f"{known.set_aside} row(s) set aside, see exports/set_aside/{name}.csv",
            )
            self.report.left_out.append((spec.title, words))
            path = self.place.exports / "set_aside" / f"{name}.csv"
            self._write(
                path, spec.title, known.fingerprint, lambda: self.record.kept_set_aside(name)
            )
        else:
            self._remove(self.place.exports / "set_aside" / f"{name}.csv")
        if spec.geometry == "none" or spec.is_large:
            return
        if spec.geometry == "raster":
            self._export_raster(name)
        else:
            self._export(name, ".geojson", to_geojson, check=counted(known.rows, count_rows))
        self._export(name, ".meta.json", to_sidecar)

    def _export(
        self,
        name: str,
        ending: str,
        make: Callable[[Layer], bytes],
        *,
        check: Callable[[Path], None] | None = None,
    ) -> None:
        path, known = file_in(self.place.exports, name, ending), self.record.layers[name]
        title = self.resolver.catalog.layers[name].title

        def content() -> bytes:
            return make(self.resolver.layer(name))

        self._write(path, title, known.fingerprint, content, check=check)

    def _export_raster(self, name: str) -> None:
        """Write a raster cell by cell: it may be larger than memory."""
        path, known = file_in(self.place.exports, name, cog.ENDING), self.record.layers[name]

        def put() -> str:
            layer = self.resolver.layer(name)
            item = Prepared(layer=layer, look=looks.of_cells(layer))
            write_file(path, functools.partial(cog.write, item), check=counted(1, cog.count))
            return file_digest(path)

        self._put(path, self.resolver.catalog.layers[name].title, known.fingerprint, put)

    def render(self, spec: MapSpec, options: BuildOptions) -> None:
        """Write a map."""
        ending = ".html" if options.lang == "zh" else f".{options.lang}.html"
        prints = [self.record.layers[name].fingerprint for name in spec.data_names]
        fingerprint = digest(
            file_digest(spec.path), spec.review_number, options.lang, repr(options.basemap), *prints
        )

        def content() -> bytes:
            layers = {name: self.resolver.layer(name) for name in spec.data_names}
            page: str = webmap.render(spec, layers, lang=options.lang, basemap=options.basemap)
            return page.encode()

        path = self.place.rendered / f"{spec.name}{ending}"
        self._write(path, spec.title, fingerprint, content)

    def report_problems(self) -> None:
        """Write what was found in the data, or remove what an earlier build found."""
        path = self.place.exports / "problems.csv"
        if not self.report.problems:
            self._remove(path)
            return
        content = _problems_csv(self.report.problems)
        title = Text("数据问题", "problems in the data")
        self._write(path, title, digest(content), lambda: content)

    def _write(
        self,
        path: Path,
        title: Text,
        fingerprint: str,
        content: Callable[[], bytes],
        *,
        check: Callable[[Path], None] | None = None,
    ) -> None:
        def put() -> str:
            data = content()
            replace_file(path, data, check=check)
            return hashlib.sha256(data).hexdigest()

        self._put(path, title, fingerprint, put)

    def _put(self, path: Path, title: Text, fingerprint: str, put: Callable[[], str]) -> None:
        """Have a file written, unless it is as it should be; ``put`` gives its digest."""
        if self.record.is_written(self.place.root, path, fingerprint):
            self.report.unchanged += 1
            return
        started = time.perf_counter()
        content = put()
        self.record.note_written(self.place.root, path, fingerprint=fingerprint, content=content)
        seconds, size = time.perf_counter() - started, path.stat().st_size
        self.report.written.append(Written(path=path, title=title, size=size, seconds=seconds))

    def _remove(self, path: Path) -> None:
        """Remove a file that an earlier build wrote and this one has no use for."""
        name = path.relative_to(self.place.root).as_posix()
        if self.record.outputs.pop(name, None) is not None:
            path.unlink(missing_ok=True)


def _problems_csv(problems: list[Problem]) -> bytes:
    text = io.StringIO(newline="")
    out = csv.writer(text)
    out.writerow(
        ["文件 file", "行 row", "列 column", "值 value", "问题", "problem", "处理", "action"]
    )
    for item in problems:
        row = "" if item.row is None else item.row
        told = (item.message.zh, item.message.en, item.action.zh, item.action.en)
        out.writerow([item.file, row, item.column, _inert(item.value), *told])
    return text.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    """Keep a spreadsheet from running a cell of somebody's data as a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


# -- for notebooks --------------------------------------------------------------------------


def load_layer(name: str, *, place: Workspace | None = None) -> Layer:
    """Give one layer with its table; nothing is written.

    What the last build left is taken where nothing it was made from has changed.

    Parameters
    ----------
    name : str
        As ``gisplan layers`` lists it.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    Layer

    Raises
    ------
    DeclarationError
        If declarations, or the layers that it is made from, are wrong.
    OptionError
        If there is no such layer.
    """
    return load_layers((name,), place=place)[name]


def load_layers(names: tuple[str, ...], *, place: Workspace | None = None) -> dict[str, Layer]:
    """Give several layers with their tables; nothing is written.

    Parameters
    ----------
    names : tuple of str
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    dict of str to Layer

    Raises
    ------
    DeclarationError, OptionError
        See :func:`load_layer`.
    """
    place = place or workspace.find()
    listed = catalog.load(place)
    resolver = Resolver(listed, Record.load(place.state, keeps=False))
    for name in names:
        require_layer(listed, name)
        resolver.require_table(name)
    needed = listed.needed_by(names)
    try:
        resolve_all(resolver, needed, progress=_silent, steps=len(needed))
        return {name: resolver.layer(name) for name in names}
    finally:
        resolver.forget_chunks()


def go_through(
    name: str,
    *,
    place: Workspace,
    analyses: Mapping[str, large.Analysis],
    execution: Execution | None = None,
) -> large.Passed:
    """Go through a layer that is read in parts, for analyses that are not layers.

    Parameters
    ----------
    name : str
    place : Workspace
        Results of chunks are kept in it while the run goes on.
    analyses : mapping of str to gisplan.large.Analysis
    execution : Execution, optional

    Returns
    -------
    gisplan.large.Passed

    Raises
    ------
    DeclarationError, DataError, FileError, EngineError
        If the layer, or a layer that it needs, can't be used.
    gisplan.large.Ended
        On Ctrl-C.
    """
    listed = catalog.load(place)
    with locked(place.state):
        resolver = Resolver(listed, Record.load(place.state), execution=execution)
        needed = listed.needed_by((name,))[:-1]
        try:
            resolve_all(resolver, needed, progress=_silent, steps=len(needed))
        finally:
            if resolver.made:
                resolver.record.save()
        passed = resolver.go_through(name, analyses=analyses)
        resolver.forget_chunks()
    return passed


def require_layer(listed: catalog.Catalog, name: str) -> None:
    """Raise ``OptionError`` with the nearest names if there is no such layer."""
    if name not in listed.layers:
        near = difflib.get_close_matches(name, listed.layers, n=3) or sorted(listed.layers)
        raise OptionError(
            Text(
                f"没有图层 {name}，相近的有：{'、'.join(near)}",
                f"there is no layer {name}; near it: {', '.join(near)}",
            )
        )


def load_plan(place: Workspace | None = None) -> Plan:
    """Give the plan of a workspace as typed objects.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    Plan

    Raises
    ------
    DeclarationError
        If its tables are wrong.
    DataError
        If they refer to what is not there.
    """
    place = place or workspace.find()
    listed = catalog.load(place).layers
    names = tuple(n for n in listed if n.startswith(PLAN) or n == UNITS)
    tables = {n: layer.table for n, layer in load_layers(names, place=place).items()}
    return Plan.from_tables(tables, units=tables.get(UNITS))


def load_regions(place: Workspace | None = None) -> Regions:
    """Give the administrative units of a workspace, to look names and codes up in.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    Regions

    Raises
    ------
    DeclarationError
        If the layers are wrong.
    OptionError
        If the workspace has no layer ``units``.
    """
    place = place or workspace.find()
    names = [n for n in (UNITS, ALIASES) if n == UNITS or n in catalog.load(place).layers]
    layers = load_layers(tuple(names), place=place)
    aliases = layers[ALIASES].table if ALIASES in layers else None
    return Regions.from_tables(layers[UNITS].table, aliases=aliases)
