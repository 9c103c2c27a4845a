"""From declarations to tables: every layer once, and only those that changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from gisplan import declaration, methods, raster_layer, validate
from gisplan.catalog import Catalog
from gisplan.errors import DataError, DeclarationError, GisplanError
from gisplan.grid import Raster
from gisplan.raster import opened
from gisplan.read import read
from gisplan.record import LayerRecord, Record, digest, file_digest, program_digest
from gisplan.schema import AnalysisOrigin, FileOrigin, Layer, LayerSpec, Outcome, Surface
from gisplan.text import Text

#: Told before each step: what is done, the steps done, and the steps in all.
Progress = Callable[[Text, int, int], None]


class Resolver:
    """The layers of a catalogue as tables, each made when first asked for.

    Parameters
    ----------
    catalog : Catalog
    record : Record
        Of the last build; brought up to date as layers are made.
    more : mapping of str to pathlib.Path, optional
        Rows that a scenario puts below those of a layer's own file.
    """

    def __init__(
        self, catalog: Catalog, record: Record, *, more: Mapping[str, Path] | None = None
    ) -> None:
        self.catalog = catalog
        self.record = record
        self.more = dict(more or {})
        self.made: list[str] = []
        self._program = program_digest()
        self._prints: dict[str, str] = {}
        self._tables: dict[str, pd.DataFrame] = {}
        self._rasters: dict[str, Raster] = {}
        self._check_methods()

    def _check_methods(self) -> None:
        specs = self.catalog.layers.values()
        declaration.refuse([fault for spec in specs for fault in methods.check(spec)])

    def fingerprint(self, name: str) -> str:
        """Give the fingerprint of all that a layer is made from."""
        if name not in self._prints:
            spec = self.catalog.layers[name]
            parts = [self._program, file_digest(spec.path)]
            if isinstance(spec.origin, FileOrigin):
                parts.append(file_digest(spec.origin.path))
                if name in self.more:
                    parts.append(file_digest(self.more[name]))
            else:
                # a scenario changes these without changing the declaration
                parts.append(json.dumps(spec.origin.parameters, default=str, sort_keys=True))
                parts.append(json.dumps(dict(spec.origin.inputs)))
                parts += [self.fingerprint(item) for item in spec.origin.inputs.values()]
            self._prints[name] = digest(*parts)
        return self._prints[name]

    def layer(self, name: str) -> Layer:
        """Give a layer with its table, made or taken from the last build."""
        self.ensure(name)
        spec = self.catalog.layers[name]
        if name not in self._tables:
            self._tables[name] = self.record.kept_table(spec)
        if spec.geometry == "raster" and name not in self._rasters:
            origin = spec.origin
            self._rasters[name] = (
                opened(origin.path, band=origin.band)
                if isinstance(origin, FileOrigin)
                else self.record.kept_raster(name)
            )
        return Layer(spec, self._tables[name], self._rasters.get(name))

    def ensure(self, name: str) -> None:
        """Make a layer, and what it is made from, unless the last build's still holds."""
        if self.record.is_kept(name, self.fingerprint(name)):
            return
        spec = self.catalog.layers[name]
        outcome = self._outcome(spec)
        if isinstance(outcome, Surface):
            conformed = self._conformed_raster(spec, outcome.raster)
        else:
            conformed = validate.conform(outcome.table, spec, file=_file_name(spec))
        self._tables[name] = conformed.table
        self.record.keep_table(name, conformed.table)
        self.record.keep_set_aside(name, conformed.set_aside)
        self.record.layers[name] = LayerRecord(
            fingerprint=self.fingerprint(name),
            rows=len(conformed.table),
            set_aside=len(conformed.set_aside),
            problems=conformed.problems,
            left_out=outcome.left_out,
            content=self.record.kept_digest(name),
        )
        self.made.append(name)

    def _conformed_raster(self, spec: LayerSpec, raster: Raster) -> validate.Conformed:
        """Hold a raster against its declaration; one from a file stays in its file."""
        table = raster_layer.summary(raster, spec, file=_file_name(spec))
        self._rasters[spec.name] = raster
        if not isinstance(spec.origin, FileOrigin):
            self.record.keep_raster(spec.name, raster)
        return validate.Conformed(table, (), pd.DataFrame())

    def _outcome(self, spec: LayerSpec) -> Outcome | Surface:
        origin = spec.origin
        raster = spec.geometry == "raster"
        if isinstance(origin, FileOrigin):
            if raster:
                return Surface(opened(origin.path, band=origin.band))
            table = read(origin.path, layer=origin.layer)
            if spec.name in self.more:
                table = _with_more(table, read(self.more[spec.name]))
            return Outcome(table)
        layers = {key: self.layer(name) for key, name in origin.inputs.items()}
        given = {key: layer.raster or layer.table for key, layer in layers.items()}
        methods.check_inputs(origin.method, given)
        result = methods.METHODS[origin.method](**given, **origin.parameters)
        if raster != isinstance(result, Surface):
            kind = Text("栅格", "a raster") if not raster else Text("表", "a table")
            raise DataError(
                Text(
                    f"分析方法 {origin.method} 得出的是{kind.zh}，请相应声明 geometry",
                    f"analysis {origin.method} gives {kind.en}; declare geometry accordingly",
                )
            )
        return result if isinstance(result, Outcome | Surface) else Outcome(result)


def resolve_all(
    resolver: Resolver, names: tuple[str, ...], *, progress: Progress, steps: int
) -> None:
    """Make the layers named, in order, and say all that is wrong with them at once.

    Parameters
    ----------
    resolver : Resolver
    names : tuple of str
        In an order in which each stands after those it is made from.
    progress : callable
    steps : int
        Steps of the whole run, for ``progress``.

    Raises
    ------
    DeclarationError
        With a fault for every layer that could not be made. A layer made from such a one is
        not tried.
    """
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
    """Put rows below; their lines go on counting where those of the first file end."""
    last = int(table.index.max()) if len(table) else 1
    return pd.concat([table, more.set_axis(more.index + last, axis=0)])


def _file_name(spec: LayerSpec) -> str:
    path: Path = spec.path
    return spec.origin.path.name if isinstance(spec.origin, FileOrigin) else path.name
