"""An analysis asked for directly: what it gives, declared as if a layer had named it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from gisplan.analysis.methods import ANALYSES
from gisplan.api import load
from gisplan.catalog.analyses import SPECS
from gisplan.catalog.inherit import inherit
from gisplan.catalog.layer import AnalysisOrigin, Layer, Outcome, Surface, Tables
from gisplan.catalog.read_layer import Derived
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import known_layer, worth_of
from gisplan.errors import DataError
from gisplan.read.validate import conform
from gisplan.text import Text

_PATH = Path("notebook")


def derive(
    method: str,
    inputs: Mapping[str, Layer],
    parameters: Mapping[str, Any],
    *,
    name: str,
    title: Text,
    place: Workspace,
    found: Outcome | Surface | None = None,
    table: str = "",
) -> tuple[Layer, tuple[Text, ...]]:
    """Do an analysis, and declare what it gives: columns, units, sources, and what it is worth.

    Parameters
    ----------
    method : str
        Name of the analysis.
    inputs : mapping of str to Layer
        By the names that it takes them under.
    parameters : mapping of str to any
        Its other arguments.
    name : str
        What the layer is called.
    title : Text
        For people.
    place : Workspace
        That has what is known of the whole of a partial list.
    found : Outcome or Surface, optional
        What it gave, where that has been worked out already.
    table : str
        Which of its tables; the first if empty.

    Returns
    -------
    layer : Layer
        The table with its declaration.
    told : tuple of Text
        What was left out.

    Raises
    ------
    OptionError, DataError, DatumError
        If an input or a parameter can't be.
    """
    given = {key: key for key in inputs}
    origin = AnalysisOrigin(method=method, inputs=given, parameters=dict(parameters), table=table)
    derived = Derived(
        name=name,
        path=_PATH,
        origin=origin,
        title=title,
        description=title,
        select=(),
        columns={},
        sources=(),
    )
    faults: list[Text] = []
    spec = inherit(
        derived, {given[key]: layer.spec for key, layer in inputs.items()}, ANALYSES, faults
    )
    if spec is None or faults:
        raise DataError(
            Text(f"分析 {method} 不能进行：", f"the analysis {method} can't be done:"),
            faults=faults,
        )
    if found is None:
        found = _done(method, inputs, parameters, table)
    if isinstance(found, Surface):
        from gisplan.read import validate_raster

        summary = validate_raster.summary(found.raster, spec, file=method)
        return Layer(spec, summary, found.raster), found.left_out
    conformed = conform(found.table, spec, file=method)
    lists = spec.partial_lists
    known = known_layer(lists)
    totals = load.load_layer(known, place=place).table if known else None
    worth = worth_of(
        lists,
        counted=found.counted,
        kinds=parameters.get("kinds") or (),
        year=parameters.get("year"),
        totals=totals if found.counted is not None else None,
    )
    return Layer(spec, conformed.table, None, worth), found.left_out


def _done(
    method: str, inputs: Mapping[str, Layer], parameters: Mapping[str, Any], table: str
) -> Outcome | Surface:
    analysis = ANALYSES[method]
    more: dict[str, Any] = {}
    if analysis.asks_specs:
        more[SPECS] = {key: layer.spec for key, layer in inputs.items()}
    given = {
        key: layer.raster if analysis.wants_raster(key) else layer.table
        for key, layer in inputs.items()
    }
    result: Any = analysis.function(**given, **parameters, **more)
    if isinstance(result, Tables):
        return result.one(table)
    if isinstance(result, pd.DataFrame):
        return Outcome(result)
    done: Outcome | Surface = result
    return done
