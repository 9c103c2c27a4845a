"""Layers that are read in parts: each is gone through once in a run, for all that is made of it."""

from __future__ import annotations

import functools
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from gisplan.catalog.layer import AnalysisOrigin, Layer, LayerSpec, Outcome, PartsOrigin
from gisplan.catalog.load import Catalog
from gisplan.errors import GisplanError
from gisplan.pipeline.cache import LayerRecord, Record
from gisplan.pipeline.engines import Execution
from gisplan.pipeline.fingerprint import digest

if TYPE_CHECKING:
    from gisplan.pipeline import chunked as large
    from gisplan.read.chunks import ChunkedSource


class OtherLayers(Protocol):
    """What a large layer asks of those that are made beside it.

    Attributes
    ----------
    catalog : Catalog
        Declarations of all layers.
    record : Record
        Of the last build.
    execution : Execution
        How the work on large layers is carried out.
    wanted : tuple of str
        Layers that the run is for.
    """

    catalog: Catalog
    record: Record
    execution: Execution
    wanted: tuple[str, ...]

    def fingerprint(self, name: str) -> str:
        """Give the fingerprint of all that a layer is made from.

        Parameters
        ----------
        name : str
            Name of the layer.
        """
        ...

    def layer(self, name: str) -> Layer:
        """Give a layer with its table.

        Parameters
        ----------
        name : str
            Name of the layer.
        """
        ...

    def inputs(self, origin: AnalysisOrigin) -> dict[str, Any]:
        """Give the tables and rasters that an analysis takes, but for a large layer.

        Parameters
        ----------
        origin : AnalysisOrigin
            The analysis and its inputs.
        """
        ...

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
        ...


class LargeLayers:
    """The layers of a catalogue that are read in parts.

    Parameters
    ----------
    others : OtherLayers
        The layers that are tables, and what they are made by.
    program : str
        Fingerprint of the program.
    """

    def __init__(self, others: OtherLayers, *, program: str) -> None:
        self._others = others
        self._program = program
        self._merged: dict[str, Outcome] = {}
        self._sources: dict[str, ChunkedSource] = {}
        self._chunks: list[Callable[[], None]] = []

    def source(self, name: str) -> ChunkedSource:
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

            spec, rows = self._others.catalog.layers[name], self._others.execution.chunk_rows
            self._sources[name] = survey(spec, rows=rows, digest=digest)
        return self._sources[name]

    def ensure(self, spec: LayerSpec) -> None:
        """Check and place every row of a large layer, unless that was done and nothing changed.

        Parameters
        ----------
        spec : LayerSpec
            Declaration of the layer.
        """
        known = self._others.record.layers.get(spec.name)
        if known is None or known.fingerprint != self._others.fingerprint(spec.name):
            self._pass(spec)

    def outcome(self, name: str, given: str) -> Outcome:
        """Give what an analysis of a large layer came to.

        Parameters
        ----------
        name : str
            Layer that the analysis makes.
        given : str
            The large layer.

        Returns
        -------
        Outcome
            Its table, and what was left out.
        """
        if name not in self._merged:
            self._pass(self._others.catalog.layers[given], asked=name)
        return self._merged.pop(name)

    def _pass(self, spec: LayerSpec, *, asked: str | None = None) -> None:
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
        self._others.note_made(spec.name, started, passed.rows)

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
        spec = self._others.catalog.layers[name]
        counties = cast("PartsOrigin", spec.origin).counties
        from gisplan.pipeline import chunked as large

        passed = large.go_through(
            spec,
            self.source(name),
            execution=self._others.execution,
            folder=self._others.record.folder_of_chunks(),
            program=self._program,
            counties=self._others.layer(counties).table if counties else None,
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
        self._others.record.end_passing()

    def _note(self, spec: LayerSpec, passed: large.Passed) -> None:
        self._others.record.keep_set_aside(spec.name, passed.rows_set_aside)
        self._others.record.layers[spec.name] = LayerRecord(
            fingerprint=self._others.fingerprint(spec.name),
            rows=passed.rows,
            set_aside=passed.set_aside,
            problems=passed.problems,
            left_out=passed.left_out,
        )

    def _analysis(self, name: str) -> large.ChunkedAnalysis:
        origin = cast("AnalysisOrigin", self._others.catalog.layers[name].origin)
        from gisplan.pipeline import chunked as large

        return large.ChunkedAnalysis(
            method=origin.method, tables=self._others.inputs(origin), parameters=origin.parameters
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
        for other in self._others.wanted:
            spec = self._others.catalog.layers[other]
            if other == but or not isinstance(spec.origin, AnalysisOrigin):
                continue
            inputs = tuple(spec.origin.inputs.values())
            rest = tuple(given for given in inputs if given != name)
            if name not in inputs or name in self._others.catalog.needed_by(rest):
                continue
            try:
                if not self._others.record.is_kept(other, self._others.fingerprint(other)):
                    found[other] = self._analysis(other)
            except GisplanError:
                # said when its own turn comes
                continue
        return found
