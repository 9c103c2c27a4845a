"""From declarations to tables: every layer once, and only those that changed."""

from __future__ import annotations

import functools
import json
import logging
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from gisplan.catalog.analyses import SPECS
from gisplan.catalog.layer import (
    AnalysisOrigin,
    DataProblem,
    FileOrigin,
    Layer,
    LayerSpec,
    Outcome,
    PartsOrigin,
    Surface,
    Tables,
)
from gisplan.catalog.load import Catalog
from gisplan.catalog.worth import worded
from gisplan.errors import DataError, DeclarationError, GisplanError, OptionError
from gisplan.pipeline.cache import LayerRecord, Record
from gisplan.pipeline.engines import Embedded, Execution
from gisplan.pipeline.fingerprint import digest, file_digest, program_digest
from gisplan.pipeline.progress import Progress
from gisplan.text import Text

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.catalog.raster import Raster
    from gisplan.catalog.worth import Worth
    from gisplan.pipeline import chunked as large
    from gisplan.pipeline import completeness
    from gisplan.read import validate
    from gisplan.read.chunks import ChunkedSource


_LOGGER = logging.getLogger("gisplan")


class Resolver:
    """The layers of a catalogue as tables, each made when first asked for.

    Parameters
    ----------
    catalog : Catalog
        Declarations of all layers.
    record : Record
        Of the last build; brought up to date as layers are made.
    more : mapping of str to pathlib.Path, optional
        Rows that a scenario puts below those of a layer's own file.
    execution : Execution, optional
        How the work on large layers is carried out; in this process if left out.
    """

    def __init__(
        self,
        catalog: Catalog,
        record: Record,
        *,
        more: Mapping[str, Path] | None = None,
        execution: Execution | None = None,
    ) -> None:
        self.catalog = catalog
        self.record = record
        self.more = dict(more or {})
        self._last: dict[str, int] = {}
        self.execution = execution or Execution(engine=Embedded())
        #: Layers that the run is for; those made from a large layer go through it together.
        self.wanted: tuple[str, ...] = ()
        self._merged: dict[str, Outcome] = {}
        self._sources: dict[str, ChunkedSource] = {}
        self._chunks: list[Callable[[], None]] = []
        self.made: list[str] = []
        #: How long each took that was made.
        self.seconds: dict[str, float] = {}
        self._program = program_digest()
        self._prints: dict[str, str] = {}
        self._tables: dict[str, pd.DataFrame] = {}
        self._rasters: dict[str, Raster] = {}
        #: Tables that an analysis gave beside the one asked for, for the layers that they are.
        self._beside: dict[str, Outcome] = {}

    def fingerprint(self, name: str) -> str:
        """Give the fingerprint of all that a layer is made from.

        Parameters
        ----------
        name : str
            Name of the layer.

        Returns
        -------
        str
            Of its declaration, its file or inputs, and the program.
        """
        if name not in self._prints:
            spec = self.catalog.layers[name]
            parts = [self._program, file_digest(spec.path)]
            if isinstance(spec.origin, FileOrigin):
                parts.append(file_digest(spec.origin.path))
                if name in self.more:
                    parts.append(file_digest(self.more[name]))
            elif isinstance(spec.origin, PartsOrigin):
                parts += [chunk.fingerprint for chunk in self._source(name).chunks]
                parts += [self.fingerprint(n) for n in (spec.origin.counties,) if n]
            else:
                # a scenario changes these without changing the declaration
                parts.append(json.dumps(spec.origin.parameters, default=str, sort_keys=True))
                parts.append(json.dumps(dict(spec.origin.inputs)))
                parts += [self.fingerprint(item) for item in spec.origin.inputs.values()]
            parts += [self.fingerprint(item) for item in spec.held_against]
            if spec.known:
                # how much of the whole is known is said on all that is made from it
                parts.append(self.fingerprint(spec.known))
            self._prints[name] = digest(*parts)
        return self._prints[name]

    def layer(self, name: str) -> Layer:
        """Give a layer with its table, made or taken from the last build.

        Parameters
        ----------
        name : str
            Name of the layer.

        Returns
        -------
        Layer
            Declaration, table and, for a raster, cells.

        Raises
        ------
        OptionError
            If the layer is too large to be one table.
        """
        self.require_table(name)
        self.ensure(name)
        spec = self.catalog.layers[name]
        if name not in self._tables:
            self._tables[name] = self.record.kept_table(spec)
        if spec.geometry == "raster" and name not in self._rasters:
            from gisplan.read.raster import opened

            origin = spec.origin
            self._rasters[name] = (
                opened(origin.path, band=origin.band)
                if isinstance(origin, FileOrigin)
                else self.record.kept_raster(name)
            )
        return Layer(spec, self._tables[name], self._rasters.get(name), self.worth(name))

    def worth(self, name: str) -> Worth | None:
        """Tell what the figures of a layer that has been made are worth.

        Parameters
        ----------
        name : str
            Name of the layer.

        Returns
        -------
        Worth or None
            None where they do not come from lists that may lack some.
        """
        spec = self.catalog.layers[name]
        if not spec.partial_lists:
            return None
        from gisplan.catalog.worth import worth_of

        origin, counted = self._counting(spec) or (None, None)
        parameters = origin.parameters if origin else {}
        known = next((each.known for each in spec.partial_lists if each.known), "")
        return worth_of(
            spec.partial_lists,
            counted=counted,
            kinds=parameters.get("kinds") or (),
            year=parameters.get("year"),
            totals=self.layer(known).table if known and counted is not None else None,
        )

    def _counting(self, spec: LayerSpec) -> tuple[AnalysisOrigin, int] | None:
        """Give the analysis that says how many sites counted: a layer's own, or the nearest.

        Parameters
        ----------
        spec : LayerSpec
            Declaration of the layer.

        Returns
        -------
        (AnalysisOrigin, int) or None
            None where none says so.
        """
        origin = spec.origin
        if not isinstance(origin, AnalysisOrigin):
            return None
        known = self.record.layers.get(spec.name)
        if known is not None and known.counted is not None:
            return origin, known.counted
        inputs = (self.catalog.layers[name] for name in origin.inputs.values())
        found = (self._counting(given) for given in inputs if given.partial_lists)
        return next((one for one in found if one is not None), None)

    def require_table(self, name: str) -> None:
        """Raise ``OptionError`` for a layer that is too large to be one table.

        Parameters
        ----------
        name : str
            Name of the layer.

        Raises
        ------
        OptionError
            If it is; what can be done with it is said.
        """
        if self.catalog.layers[name].is_large:
            raise OptionError(
                Text(
                    f"图层 {name} 分块读取，行数太多，不能作为一张表给出；"
                    "可用 gisplan export 写出，或用 count_by_region 等分析汇总",
                    f"layer {name} is read in parts and too large to be one table; write it out"
                    " with gisplan export, or sum it up by an analysis such as count_by_region",
                )
            )

    def ensure(self, name: str) -> None:
        """Make a layer, and what it is made from, unless the last build's still holds.

        Parameters
        ----------
        name : str
            Name of the layer.
        """
        spec = self.catalog.layers[name]
        if spec.is_large:
            self._ensure_large(spec)
            return
        if name in self.made or self.record.is_kept(name, self.fingerprint(name)):
            return
        started = time.perf_counter()
        from gisplan.read import validate

        outcome = self._outcome(spec)
        if isinstance(outcome, Surface):
            conformed = self._conformed_raster(spec, outcome.raster)
        else:
            conformed = validate.conform(outcome.table, spec, file=_file_name(spec))
        held = self._held(spec, conformed.table)
        incomplete = self._incomplete(spec, held)
        given = (self.catalog.layers[one] for one in spec.made_from)
        told = (*spec.columns, *(column for one in given for column in one.columns))
        self._tables[name] = conformed.table
        self.record.keep_table(name, conformed.table)
        self.record.keep_set_aside(name, conformed.set_aside)
        self.record.layers[name] = LayerRecord(
            fingerprint=self.fingerprint(name),
            rows=len(conformed.table),
            set_aside=len(conformed.set_aside),
            problems=(*self._in_files(name, conformed.problems), *held.problems),
            left_out=(*(worded(words, told) for words in outcome.left_out), *incomplete),
            incomplete=incomplete,
            counted=None if isinstance(outcome, Surface) else outcome.counted,
            content=self.record.kept_digest(name),
        )
        self.made.append(name)
        self._time(name, started, len(conformed.table))

    def _time(self, name: str, started: float, rows: int) -> None:
        """Note how long a layer took.

        Parameters
        ----------
        name : str
            Name of the layer.
        started : float
            When it was begun, by the clock of ``time.perf_counter``.
        rows : int
            Rows that it has.
        """
        whole = time.perf_counter() - started
        self.seconds[name] = whole
        _LOGGER.info("layer %s: %d rows in %.2f s", name, rows, whole)

    def _held(self, spec: LayerSpec, table: pd.DataFrame) -> completeness.Held:
        """Hold a layer against what it says of its units and its totals.

        Parameters
        ----------
        spec : LayerSpec
            Declaration of the layer.
        table : pandas.DataFrame
            Its rows.

        Returns
        -------
        completeness.Held
            Nothing, if a layer that is needed for it can't be made; that is told of that one.
        """
        from gisplan.pipeline import completeness

        try:
            others = {name: self.layer(name).table for name in spec.held_against}
        except GisplanError:
            return completeness.Held()
        return completeness.hold(spec, table, others.__getitem__, file=_file_name(spec))

    def _incomplete(self, spec: LayerSpec, held: completeness.Held) -> tuple[Text, ...]:
        """Give what a layer lacks, and what those lack that it is made from.

        Parameters
        ----------
        spec : LayerSpec
            Declaration of the layer.
        held : completeness.Held
            What was found of itself.

        Returns
        -------
        tuple of Text
            Each once.
        """
        known = (self.record.layers.get(name) for name in spec.made_from)
        inherited = (words for item in known if item is not None for words in item.incomplete)
        return tuple(dict.fromkeys((*held.incomplete, *inherited)))

    def _conformed_raster(self, spec: LayerSpec, raster: Raster) -> validate.Conformed:
        """Hold a raster against its declaration; one from a file stays in its file.

        Parameters
        ----------
        spec : LayerSpec
            Declaration of the layer.
        raster : Raster
            Grid and blocks of cells.

        Returns
        -------
        validate.Conformed
            A table of one row that sums the cells up.
        """
        import pandas as pd

        from gisplan.read import validate
        from gisplan.read import validate_raster as raster_layer

        table = raster_layer.summary(raster, spec, file=_file_name(spec))
        self._rasters[spec.name] = raster
        if not isinstance(spec.origin, FileOrigin):
            self.record.keep_raster(spec.name, raster)
        return validate.Conformed(table, (), pd.DataFrame())

    def _in_files(self, name: str, problems: Sequence[DataProblem]) -> Iterator[DataProblem]:
        # rows below those of a layer's file are told by their own file, and by its lines
        last = self._last.get(name)
        for one in problems:
            if last is None or one.row is None or one.row <= last:
                yield one
            else:
                yield replace(one, file=self.more[name].name, row=one.row - last)

    def _outcome(self, spec: LayerSpec) -> Outcome | Surface:
        origin = spec.origin
        raster = spec.geometry == "raster"
        if isinstance(origin, FileOrigin):
            from gisplan.escape import restored
            from gisplan.read import read
            from gisplan.read.raster import opened

            if raster:
                return Surface(opened(origin.path, band=origin.band))
            table = restored(read(origin.path, layer=origin.layer), ending=origin.path.suffix)
            if spec.name in self.more:
                self._last[spec.name] = _last_line(table)
                table = _with_more(table, read(self.more[spec.name]))
            return Outcome(table)
        if isinstance(origin, PartsOrigin):
            raise TypeError(f"{spec.name} is not one table")
        result = self._analysed(spec, origin)
        if raster != isinstance(result, Surface):
            kind = Text("栅格", "a raster") if not raster else Text("表", "a table")
            raise DataError(
                Text(
                    f"分析方法 {origin.method} 得出的是{kind.zh}，请相应声明 geometry",
                    f"analysis {origin.method} gives {kind.en}; declare geometry accordingly",
                )
            )
        return result if isinstance(result, Outcome | Surface) else Outcome(result)

    def _analysed(self, spec: LayerSpec, origin: AnalysisOrigin) -> Any:
        parted = [n for n in origin.inputs.values() if self.catalog.layers[n].is_large]
        if parted:
            if spec.name not in self._merged:
                self._go_through(self.catalog.layers[parted[0]], asked=spec.name)
            return self._merged.pop(spec.name)
        if spec.name in self._beside:
            return self._beside.pop(spec.name)
        from gisplan.analysis.methods import ANALYSES

        named = ANALYSES[origin.method]
        more = {SPECS: self._specs(origin)} if named.asks_specs else {}
        found = named.function(**self._inputs(origin), **origin.parameters, **more)
        if isinstance(found, Tables):
            self._keep_beside(spec, origin, found)
            return found.one(origin.table)
        return found

    def _specs(self, origin: AnalysisOrigin) -> dict[str, LayerSpec]:
        """Give the declarations of what an analysis is made from.

        Parameters
        ----------
        origin : AnalysisOrigin
            The analysis and its inputs.

        Returns
        -------
        dict of str to LayerSpec
            By the names of the inputs.
        """
        return {key: self.catalog.layers[name] for key, name in origin.inputs.items()}

    def _keep_beside(self, spec: LayerSpec, origin: AnalysisOrigin, found: Tables) -> None:
        """Keep the other tables for layers of this run that are made of the same computation.

        Parameters
        ----------
        spec : LayerSpec
            Declaration of the layer that was asked for.
        origin : AnalysisOrigin
            Its analysis and inputs.
        found : Tables
            All that the analysis gave.
        """
        for name in self.wanted:
            other = self.catalog.layers[name].origin
            if (
                isinstance(other, AnalysisOrigin)
                and name != spec.name
                and name not in self.made
                and replace(other, table=origin.table) == origin
            ):
                self._beside[name] = found.one(other.table)

    def _inputs(self, origin: AnalysisOrigin) -> dict[str, Any]:
        """Give the tables and rasters that an analysis takes, but for a large layer.

        Parameters
        ----------
        origin : AnalysisOrigin
            The analysis and its inputs.

        Returns
        -------
        dict of str to Any
            By the name of the input.
        """
        small = {k: n for k, n in origin.inputs.items() if not self.catalog.layers[n].is_large}
        layers = {key: self.layer(name) for key, name in small.items()}
        return {key: layer.raster or layer.table for key, layer in layers.items()}

    # -- layers that are read in parts ----------------------------------------------------------

    def _source(self, name: str) -> ChunkedSource:
        """Look over the files of a large layer, once in a run.

        Parameters
        ----------
        name : str
            Name of the layer.

        Returns
        -------
        ChunkedSource
            Its chunks.
        """
        if name not in self._sources:
            from gisplan.read.chunks import survey

            spec, rows = self.catalog.layers[name], self.execution.chunk_rows
            self._sources[name] = survey(spec, rows=rows, digest=digest)
        return self._sources[name]

    def _ensure_large(self, spec: LayerSpec) -> None:
        """Check and place every row of a large layer, unless that was done and nothing changed.

        Parameters
        ----------
        spec : LayerSpec
            Declaration of the layer.
        """
        known = self.record.layers.get(spec.name)
        if known is None or known.fingerprint != self.fingerprint(spec.name):
            self._go_through(spec)

    def _go_through(self, spec: LayerSpec, *, asked: str | None = None) -> None:
        """Read a large layer once, for itself and for all that is made from it.

        Parameters
        ----------
        spec : LayerSpec
            Declaration of the layer.
        asked : str, optional
            Layer that is wanted of it now, if any.
        """
        analyses = {asked: self._analysis(asked)} if asked else {}
        analyses |= self._made_from(spec.name, but=asked)
        started = time.perf_counter()
        passed = self.go_through(spec.name, analyses=analyses)
        self._merged |= passed.outcomes
        self._note(spec, passed)
        self._time(spec.name, started, passed.rows)

    def go_through(
        self,
        name: str,
        *,
        analyses: Mapping[str, large.ChunkedAnalysis],
        files: large.PartFile | None = None,
    ) -> large.Passed:
        """Read a large layer once, for the analyses given (``chunked.go_through``).

        Parameters
        ----------
        name : str
            Name of the layer.
        analyses : mapping of str to large.Analysis
            Analyses by the names of their results.
        files : large.PartFile, optional
            How each chunk is written as a file, if it is.

        Returns
        -------
        large.Passed
            Rows, problems, and what each analysis gives.
        """
        spec = self.catalog.layers[name]
        counties = cast("PartsOrigin", spec.origin).counties
        from gisplan.pipeline import chunked as large

        passed = large.go_through(
            spec,
            self._source(name),
            execution=self.execution,
            folder=self.record.folder_of_chunks(),
            program=self._program,
            counties=self.layer(counties).table if counties else None,
            analyses=analyses,
            files=files,
        )
        self._chunks.append(passed.forget)
        return passed

    def forget_later(self, folder: Path) -> None:
        """Note a folder to be cleared away with the results of chunks.

        Parameters
        ----------
        folder : Path
            The folder.
        """
        self._chunks.append(functools.partial(shutil.rmtree, folder, ignore_errors=True))

    def forget_chunks(self) -> None:
        """Clear away the results of chunks: all that was to be made from them is written."""
        for forget in self._chunks:
            forget()
        self._chunks.clear()
        self.record.end_passing()

    def _note(self, spec: LayerSpec, passed: large.Passed) -> None:
        self.record.keep_set_aside(spec.name, passed.rows_set_aside)
        self.record.layers[spec.name] = LayerRecord(
            fingerprint=self.fingerprint(spec.name),
            rows=passed.rows,
            set_aside=passed.set_aside,
            problems=passed.problems,
            left_out=passed.left_out,
        )
        self.made.append(spec.name)

    def _analysis(self, name: str) -> large.ChunkedAnalysis:
        origin = cast("AnalysisOrigin", self.catalog.layers[name].origin)
        from gisplan.pipeline import chunked as large

        return large.ChunkedAnalysis(
            method=origin.method, tables=self._inputs(origin), parameters=origin.parameters
        )

    def _made_from(self, name: str, *, but: str | None) -> dict[str, large.ChunkedAnalysis]:
        """Give the layers that are to be made from a large one, and from nothing made from it.

        What is made from such a layer and from another that itself is made from it needs the
        other first, and a reading of its own.

        Parameters
        ----------
        name : str
            Name of the layer.
        but : str or None
            Layer that is not to be among them.

        Returns
        -------
        dict of str to large.Analysis
            Analyses by the names of the layers.
        """
        found = {}
        for other in self.wanted:
            spec = self.catalog.layers[other]
            if other == but or not isinstance(spec.origin, AnalysisOrigin):
                continue
            inputs = tuple(spec.origin.inputs.values())
            rest = tuple(given for given in inputs if given != name)
            if name not in inputs or name in self.catalog.needed_by(rest):
                continue
            try:
                if not self.record.is_kept(other, self.fingerprint(other)):
                    found[other] = self._analysis(other)
            except GisplanError:
                # said when its own turn comes
                continue
        return found


def resolve_all(
    resolver: Resolver, names: tuple[str, ...], *, progress: Progress, steps: int
) -> None:
    """Make the layers named, in order, and say all that is wrong with them at once.

    Parameters
    ----------
    resolver : Resolver
        Makes the layers.
    names : tuple of str
        In an order in which each stands after those it is made from.
    progress : callable
        Told the title of a layer, the steps done and the steps in all.
    steps : int
        Steps of the whole run, for ``progress``.

    Raises
    ------
    DeclarationError
        With a fault for every layer that could not be made. A layer made from such a one is
        not tried.
    """
    resolver.wanted = names
    faults: list[Text] = []
    failed: set[str] = set()
    for done, name in enumerate(names):
        spec = resolver.catalog.layers[name]
        progress(spec.title, done, steps)
        origin = spec.origin
        if isinstance(origin, AnalysisOrigin) and failed & set(origin.inputs.values()):
            failed.add(name)
            continue
        try:
            resolver.ensure(name)
        except GisplanError as error:
            failed.add(name)
            details = error.faults or (error.message,)
            faults.extend(
                Text(f"{spec.path.name}：{detail.zh}", f"{spec.path.name}: {detail.en}")
                for detail in details
            )
    if faults:
        raise DeclarationError(
            Text(f"图层有 {len(faults)} 处错误：", f"{len(faults)} fault(s) in the layers:"),
            faults=faults,
        )


def _with_more(table: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    """Put rows below; their lines go on counting where those of the first file end.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of the layer's own file, by line.
    more : pandas.DataFrame
        Rows with the same columns, by line.

    Returns
    -------
    pandas.DataFrame
        Both, their lines all different.
    """
    import pandas as pd

    return pd.concat([table, more.set_axis(more.index + _last_line(table), axis=0)])


def _last_line(table: pd.DataFrame) -> int:
    return int(table.index.max()) if len(table) else 1


def _file_name(spec: LayerSpec) -> str:
    path: Path = spec.path
    return spec.origin.path.name if isinstance(spec.origin, FileOrigin) else path.name
