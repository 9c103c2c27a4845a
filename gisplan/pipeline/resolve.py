"""From declarations to tables: every layer once, and only those that changed."""

from __future__ import annotations

import json
import logging
import time
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
from gisplan.catalog.worth import known_layer, worded, worth_of
from gisplan.errors import DataError, DeclarationError, GisplanError, OptionError
from gisplan.pipeline.cache import LayerRecord, Record
from gisplan.pipeline.engines import Embedded, Execution
from gisplan.pipeline.fingerprint import digest, file_digest, program_digest
from gisplan.pipeline.large_layers import LargeLayers
from gisplan.pipeline.progress import Progress
from gisplan.text import Text

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.catalog.raster import Raster
    from gisplan.catalog.worth import Worth
    from gisplan.pipeline import completeness
    from gisplan.read import validate


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
        self.made: list[str] = []
        #: How long each took that was made.
        self.seconds: dict[str, float] = {}
        self._program = program_digest()
        #: Layers that are read in parts. They hold this one loosely: its tables go when it goes.
        self.large = LargeLayers(weakref.proxy(self), program=self._program)
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
                parts += [chunk.fingerprint for chunk in self.large.source(name).chunks]
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

        origin, counted = self._counting(spec) or (None, None)
        parameters = origin.parameters if origin else {}
        known = known_layer(spec.partial_lists)
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
            self.large.ensure(spec)
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
        self.note_made(name, started, len(conformed.table))

    def note_made(self, name: str, started: float, rows: int) -> None:
        """Note that a layer was made, and how long it took.

        Parameters
        ----------
        name : str
            Name of the layer.
        started : float
            When it was begun, by the clock of ``time.perf_counter``.
        rows : int
            Rows that it has.
        """
        self.made.append(name)
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
            return self.large.outcome(spec.name, parted[0])
        if spec.name in self._beside:
            return self._beside.pop(spec.name)
        from gisplan.analysis.methods import ANALYSES

        named = ANALYSES[origin.method]
        more = {SPECS: self._specs(origin)} if named.asks_specs else {}
        found = named.function(**self.inputs(origin), **origin.parameters, **more)
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

    def inputs(self, origin: AnalysisOrigin) -> dict[str, Any]:
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
