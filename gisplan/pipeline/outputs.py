"""The results of a build: maps and exported layers, written only where something changed."""

from __future__ import annotations

import csv
import functools
import hashlib
import io
import time
from collections.abc import Callable
from pathlib import Path

from gisplan.catalog.layer import Layer, Problem
from gisplan.catalog.map import MapSpec
from gisplan.catalog.workspace import Workspace
from gisplan.files import counted, replace_file, write_file
from gisplan.formats.names import RASTER, file_in
from gisplan.pipeline.fingerprint import digest, file_digest
from gisplan.pipeline.report import BuildOptions, BuildReport, Written
from gisplan.pipeline.resolve import Resolver
from gisplan.render.style.declared import declared_style
from gisplan.text import Text


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
            self._export(name, ".geojson", _geojson, check=counted(known.rows, _count_rows))
        self._export(name, ".meta.json", _sidecar)

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
        """Write a raster cell by cell: it may be larger than memory.

        Parameters
        ----------
        name : str
            Name of the layer.
        """
        path, known = file_in(self.place.exports, name, RASTER), self.record.layers[name]
        spec = self.resolver.catalog.layers[name]
        style = declared_style(self.resolver.catalog.maps.values(), spec)

        def put() -> str:
            from gisplan.formats import cog
            from gisplan.formats.prepared import Prepared
            from gisplan.render.style.symbolize import symbolize

            layer = self.resolver.layer(name)
            item = Prepared(layer=layer, symbology=symbolize(style, layer))
            write_file(path, functools.partial(cog.write, item), check=counted(1, cog.count))
            return file_digest(path)

        # codes have the colours of the map that shows them first
        self._put(path, spec.title, digest(known.fingerprint, repr(style)), put)

    def render(self, spec: MapSpec, options: BuildOptions) -> None:
        """Write a map.

        Parameters
        ----------
        spec : MapSpec
            Declaration of the map.
        options : BuildOptions
            Language and basemap.
        """
        ending = ".html" if options.lang == "zh" else f".{options.lang}.html"
        prints = [self.record.layers[name].fingerprint for name in spec.data_names]
        fingerprint = digest(
            file_digest(spec.path), spec.review_number, options.lang, repr(options.basemap), *prints
        )

        def content() -> bytes:
            from gisplan.render.web import webmap

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
        """Have a file written, unless it is as it should be; ``put`` gives its digest.

        Parameters
        ----------
        path : Path
            The file.
        title : Text
            What the report calls it.
        fingerprint : str
            Fingerprint of what it is made from.
        put : callable
            Writes the file.
        """
        if self.record.is_written(self.place.root, path, fingerprint):
            self.report.unchanged += 1
            return
        started = time.perf_counter()
        content = put()
        self.record.note_written(self.place.root, path, fingerprint=fingerprint, content=content)
        seconds, size = time.perf_counter() - started, path.stat().st_size
        self.report.written.append(Written(path=path, title=title, size=size, seconds=seconds))

    def _remove(self, path: Path) -> None:
        """Remove a file that an earlier build wrote and this one has no use for.

        Parameters
        ----------
        path : Path
            The file.
        """
        name = path.relative_to(self.place.root).as_posix()
        if self.record.outputs.pop(name, None) is not None:
            path.unlink(missing_ok=True)


# What makes a file is brought in when there is one to be made.


def _geojson(layer: Layer) -> bytes:
    from gisplan.formats.geojson import to_geojson

    return to_geojson(layer)


def _sidecar(layer: Layer) -> bytes:
    from gisplan.formats.metadata import to_sidecar

    return to_sidecar(layer)


def _count_rows(path: Path) -> int:
    from gisplan.formats.prepared import count_rows

    return count_rows(path)


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
    """Keep a spreadsheet from running a cell of somebody's data as a formula.

    Parameters
    ----------
    cell : str
        Text of a cell.

    Returns
    -------
    str
        With an apostrophe before it if it might be run.
    """
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
