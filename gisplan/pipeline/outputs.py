"""The results of a build: maps and exported layers, written only where something changed."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gisplan.catalog.layer import DataProblem, Layer
from gisplan.catalog.map import MapSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import InUseError
from gisplan.escape import inert_rows
from gisplan.files import batch, counted, told
from gisplan.formats.names import RASTER, file_in
from gisplan.pipeline.fingerprint import digest, file_digest
from gisplan.pipeline.ownership import Ownership
from gisplan.pipeline.report import BuildOptions, BuildReport, Written
from gisplan.pipeline.resolve import Resolver
from gisplan.render.style.declared import declared_style
from gisplan.text import Text

_LOGGER = logging.getLogger("gisplan")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """A file that is to be as the layers now are."""

    path: Path
    title: Text
    fingerprint: str
    write: Callable[[Path], object]
    check: Callable[[Path], None] | None = None
    #: Seconds that were spent on it before it is written.
    spent: float = 0.0


class Results:
    """The writing half of a build.

    Parameters
    ----------
    place : Workspace
        The workspace.
    resolver : Resolver
        Gives the layers.
    report : BuildReport
        Takes what was written, and what was not.
    """

    def __init__(self, place: Workspace, resolver: Resolver, report: BuildReport) -> None:
        self.place = place
        self.resolver = resolver
        self.record = resolver.record
        self.report = report
        self.owned = Ownership(place)
        self._maps: list[_Target] = []

    def export(self, name: str) -> None:
        """Write a layer, and note what was left out of it.

        Parameters
        ----------
        name : str
            Name of the layer.
        """
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
            self._put(
                _Target(
                    path=self.place.exports / "set_aside" / f"{name}.csv",
                    title=spec.title,
                    fingerprint=known.fingerprint,
                    write=_content(lambda: self.record.kept_set_aside(name)),
                )
            )
        else:
            self._remove(self.place.exports / "set_aside" / f"{name}.csv")
        if spec.geometry == "none" or spec.is_large:
            return
        shapes = self._cells(name) if spec.geometry == "raster" else self._features(name)
        # what describes a file is of the same state as the file
        self._put(
            shapes,
            _Target(
                path=file_in(self.place.exports, name, ".meta.json"),
                title=spec.title,
                fingerprint=known.fingerprint,
                write=_content(lambda: _sidecar(self.resolver.layer(name))),
            ),
        )

    def _features(self, name: str) -> _Target:
        known = self.record.layers[name]
        return _Target(
            path=file_in(self.place.exports, name, ".geojson"),
            title=self.resolver.catalog.layers[name].title,
            fingerprint=known.fingerprint,
            write=_content(lambda: _geojson(self.resolver.layer(name))),
            check=counted(known.rows, _count_rows),
        )

    def _cells(self, name: str) -> _Target:
        """Write a raster cell by cell: it may be larger than memory.

        Parameters
        ----------
        name : str
            Name of the layer.

        Returns
        -------
        _Target
            The file, and how it is written.
        """
        spec = self.resolver.catalog.layers[name]
        style = declared_style(self.resolver.catalog.maps.values(), spec)

        def write(path: Path) -> None:
            from gisplan.formats import cog
            from gisplan.formats.prepared import Prepared
            from gisplan.render.style.symbolize import symbolize

            layer = self.resolver.layer(name)
            cog.write(Prepared(layer=layer, symbology=symbolize(style, layer)), path)

        def count(path: Path) -> int:
            from gisplan.formats import cog

            return cog.count(path)

        return _Target(
            path=file_in(self.place.exports, name, RASTER),
            title=spec.title,
            # codes have the colours of the map that shows them first
            fingerprint=digest(self.record.layers[name].fingerprint, repr(style)),
            write=write,
            check=counted(1, count),
        )

    def render(self, spec: MapSpec, options: BuildOptions) -> None:
        """Make a map, to be written with the others.

        What is wrong with a map, or its style, shows only when it is drawn, and nothing of a
        build is written then: so maps are made first, and written last.

        Parameters
        ----------
        spec : MapSpec
            Declaration of the map.
        options : BuildOptions
            Language and basemap.
        """

        def content() -> bytes:
            from gisplan.render.web import atlas, webmap

            maps = list(self.resolver.catalog.maps.values())
            layers = self._layers_of(maps)
            found = atlas.elsewhere(spec, maps, layers)
            page: str = webmap.render(
                spec,
                layers,
                lang=options.lang,
                basemap=options.basemap,
                more={"elsewhere": found, "ending": _ending(options)},
            )
            return page.encode()

        self._render(spec.name, spec.title, [spec], content, options)

    def render_atlas(self, options: BuildOptions) -> None:
        """Make one page of all maps, to be written with them; of one map there is none.

        Parameters
        ----------
        options : BuildOptions
            Language and basemap.
        """
        # the one that shows the whole opens first
        maps = sorted(self.resolver.catalog.maps.values(), key=lambda one: one.name != "overview")
        if len(maps) < 2 or any(one.name == "index" for one in maps):
            self._remove(self.place.rendered / f"index{_ending(options)}")
            return

        def content() -> bytes:
            from gisplan.render.web import atlas

            layers = self._layers_of(maps)
            page = atlas.render_atlas(maps, layers, lang=options.lang, basemap=options.basemap)
            return page.encode()

        self._render("index", Text("全部地图", "All maps"), maps, content, options)

    def _layers_of(self, maps: Sequence[MapSpec]) -> dict[str, Layer]:
        names = dict.fromkeys(name for spec in maps for name in spec.data_names)
        return {name: self.resolver.layer(name) for name in names}

    def _render(
        self,
        name: str,
        title: Text,
        drawn: Sequence[MapSpec],
        content: Callable[[], bytes],
        options: BuildOptions,
    ) -> None:
        # a map's search knows what is on the others, and so it changes with them
        maps = list(self.resolver.catalog.maps.values())
        layers = dict.fromkeys(name for spec in maps for name in spec.data_names)
        fingerprint = digest(
            *(file_digest(spec.path) for spec in maps),
            *(spec.review_number for spec in drawn),
            *(repr(spec.evaluate) for spec in drawn),
            options.lang,
            repr(options.basemap),
            *_tiles_of(options),
            *(self.record.layers[one].fingerprint for one in layers),
        )
        path = self.place.rendered / f"{name}{_ending(options)}"
        page, started = b"", time.perf_counter()
        if not self.record.is_written(self.place.root, path, fingerprint):
            page = content()
        self._maps.append(
            _Target(
                path=path,
                title=title,
                fingerprint=fingerprint,
                write=_content(lambda: page),
                spent=time.perf_counter() - started,
            )
        )

    def write_maps(self) -> None:
        """Write the maps that were made, but for those that are as they should be."""
        for target in self._maps:
            self._put(target)
        self._maps.clear()

    def report_problems(self) -> None:
        """Write what was found in the data, or remove what an earlier build found."""
        path = self.place.exports / "problems.csv"
        if not self.report.problems:
            self._remove(path)
            return
        content = _problems_csv(self.report.problems)
        self._put(
            _Target(
                path=path,
                title=Text("数据问题", "problems in the data"),
                fingerprint=digest(content),
                write=_content(lambda: content),
            )
        )

    def _put(self, *targets: _Target) -> None:
        """Have files written that belong together, but for those that are as they should be.

        A file that another program holds is noted, and the build goes on.

        Parameters
        ----------
        *targets : _Target
            Files, with how each is written.
        """
        root = self.place.root
        due = [t for t in targets if not self.record.is_written(root, t.path, t.fingerprint)]
        self.report.unchanged += len(targets) - len(due)
        if not due:
            return
        try:
            self._write(due)
        except InUseError as error:
            self.report.unwritten.append(error.message)

    def _write(self, due: list[_Target]) -> None:
        written, contents = [], {}
        with batch(due[0].path.parent) as files:
            for target in due:
                started = time.perf_counter()
                made = files.add(target.path.name, target.write, check=target.check)
                contents[target.path] = file_digest(made)
                written.append(
                    Written(
                        path=target.path,
                        title=target.title,
                        size=made.stat().st_size,
                        seconds=target.spent + time.perf_counter() - started,
                    )
                )
            for path, content in contents.items():
                if kept := self.owned.keep_aside(path, unless=content):
                    self.report.kept.append((path, kept))
            self.owned.note(contents)
            files.commit()
        for target in due:
            self.record.note_written(
                self.place.root,
                target.path,
                fingerprint=target.fingerprint,
                content=contents[target.path],
            )
        self.report.written += written
        for item in written:
            _LOGGER.info("wrote %s: %d bytes in %.2f s", item.path.name, item.size, item.seconds)

    def _remove(self, path: Path) -> None:
        """Remove a file that an earlier build wrote and this one has no use for.

        Parameters
        ----------
        path : Path
            The file.
        """
        name = path.relative_to(self.place.root).as_posix()
        if name not in self.record.outputs:
            return
        try:
            if kept := self.owned.keep_aside(path):
                self.report.kept.append((path, kept))
            with told(path):
                path.unlink(missing_ok=True)
        except InUseError as error:
            self.report.unwritten.append(error.message)
            return
        del self.record.outputs[name]


def _tiles_of(options: BuildOptions) -> list[str]:
    # a local base map is part of the page; one that is not there is told when it is read
    basemap = options.basemap
    if basemap is None or basemap.kind != "file" or not Path(basemap.address).is_file():
        return []
    return [file_digest(Path(basemap.address))]


def _ending(options: BuildOptions) -> str:
    return ".html" if options.lang == "zh" else f".{options.lang}.html"


def _content(make: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(make())


# What makes a file is brought in when there is one to be made.


def _geojson(layer: Layer) -> bytes:
    from gisplan.formats.geojson import to_geojson

    return to_geojson(layer)


def _sidecar(layer: Layer) -> bytes:
    from gisplan.formats.metadata import to_sidecar

    return to_sidecar(layer)


def _count_rows(path: Path) -> int:
    from gisplan.formats.through_gdal import count_rows

    return count_rows(path)


def _problems_csv(problems: list[DataProblem]) -> bytes:
    heads = ("文件 file", "行 row", "列 column", "值 value", "问题", "problem", "处理", "action")
    rows = [
        (
            item.file,
            "" if item.row is None else str(item.row),
            item.column,
            item.value,
            *(item.message.zh, item.message.en, item.action.zh, item.action.en),
        )
        for item in problems
    ]
    return inert_rows(heads, rows)
