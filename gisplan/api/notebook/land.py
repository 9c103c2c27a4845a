"""How suitable land is: criteria as rasters, put together by weights and scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from gisplan.api import load
from gisplan.api.notebook.answer import Answer
from gisplan.api.notebook.asked import Folder, in_language, language, place_of
from gisplan.api.notebook.derived import derive
from gisplan.api.notebook.own_tables import REGIONS, Given, as_layer, own_layer
from gisplan.catalog.layer import Column, Layer
from gisplan.catalog.raster import Raster
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError
from gisplan.text import Lang, Text

#: Breakpoints of a criterion: (value, score), scores from 0 to 1 and straight between.
Scores = Sequence[tuple[float, float]] | Mapping[float, float]


@in_language
def suitability(
    criteria: Mapping[str, str | Path | Raster | Layer],
    *,
    weights: Mapping[str, float],
    scores: Mapping[str, Scores],
    exclude_below: Mapping[str, float] | None = None,
    exclude_above: Mapping[str, float] | None = None,
    excluded: Given | None = None,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Put criteria together to how suitable each cell is, by weighted linear combination.

    Parameters
    ----------
    criteria : mapping of str to str, pathlib.Path, Raster or Layer
        Rasters of the same cells, by names of one's own.
    weights : mapping of str to float
        By the same names; not negative, 1 in all.
    scores : mapping of str to sequence of (float, float), or mapping of float to float
        By the same names: a list of breakpoints (value, score 0 to 1), between which the score
        runs straight; or a mapping of codes to scores.
    exclude_below, exclude_above : mapping of str to float, optional
        By name: cells below, or above, are excluded.
    excluded : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Polygons in which no site may stand.
    workspace : str, pathlib.Path or Workspace, optional
        The current folder's if left out.
    lang : {"zh", "en"}, optional
        The workspace's if left out.

    Returns
    -------
    Answer
        Its layer is a raster of 0 (least) to 1 (most suitable): ``layers[0].raster``; ``.table``
        sums it up.

    Raises
    ------
    OptionError, DataError, DatumError, FileError, DeclarationError
        If names don't agree, weights are not 1 in all, or rasters don't lie on the same cells.

    Examples
    --------
    >>> import gisplan as gp
    >>> from gisplan.catalog.raster import Raster, RasterGrid
    >>> grid = RasterGrid(crs="EPSG:4326", transform=(0.1, 0, 103, 0, -0.1, 36), width=2, height=1)
    >>> slope = Raster.of(grid, [[0.0, 30.0]])
    >>> told = gp.suitability(
    ...     {"slope": slope}, weights={"slope": 1}, scores={"slope": [(0, 1), (20, 0)]}, lang="en"
    ... )
    >>> told.table[["minimum", "maximum"]]
       minimum  maximum
    0      0.0      1.0
    """
    place = place_of(workspace)
    _require_same(criteria, weights, scores)
    rows = []
    for name, given in scores.items():
        rule = "class" if isinstance(given, Mapping) else "linear"
        pairs = given.items() if isinstance(given, Mapping) else given
        rows += [
            {"criterion": name, "rule": rule, "value": float(value), "score": float(score)}
            for value, score in pairs
        ]
    for rule, bounds in (("exclude_below", exclude_below), ("exclude_above", exclude_above)):
        for name, value in (bounds or {}).items():
            rows.append({"criterion": name, "rule": rule, "value": float(value), "score": None})
    told: tuple[Text, ...] = ()
    inputs = {
        "weights": _table(
            "weights",
            pd.DataFrame(
                {"criterion": list(weights), "weight": list(map(float, weights.values()))}
            ),
        ),
        "scores": _table("scores", pd.DataFrame(rows)),
        **{name: _raster(name, given, place) for name, given in criteria.items()},
    }
    if excluded is not None:
        inputs["excluded"], told = as_layer(excluded, REGIONS, place=place)
    title = Text("适宜性", "Suitability")
    layer, left_out = derive(
        "suitability", inputs, {}, name="suitability", title=title, place=place
    )
    return Answer(
        title=title,
        layers=(layer,),
        lang=language(lang, place),
        place=place,
        left_out=(*told, *left_out),
    )


def _require_same(*named: Mapping[str, object]) -> None:
    names = set(named[0])
    for other in named[1:]:
        differ = names ^ set(other)
        if differ:
            zh, en = "、".join(sorted(differ)), ", ".join(sorted(differ))
            raise OptionError(
                Text(
                    f"criteria、weights、scores 的名称应一致，不一致的有：{zh}",
                    f"criteria, weights and scores must have the same names; they differ by: {en}",
                )
            )


def _table(name: str, table: pd.DataFrame) -> Layer:
    made = own_layer(table.assign(id=range(len(table))), name, Text(name, name))
    return replace(made, table=table)


def _raster(name: str, given: str | Path | Raster | Layer, place: Workspace) -> Layer:
    if isinstance(given, Layer):
        found = given
    elif isinstance(given, Raster):
        found = _declared(name, given)
    elif Path(given).suffix:
        from gisplan.read.raster import opened

        found = _declared(name, opened(Path(given)))
    else:
        found = load.load_layer(str(given), place=place)
    if found.raster is None:
        raise DataError(Text(f"{name} 不是栅格", f"{name} is no raster"))
    return found


def _declared(name: str, raster: Raster) -> Layer:
    title = Text(name, name)
    plain = own_layer(pd.DataFrame({"id": ["1"]}), name, title)
    column = Column(name=name, type="number", title=title)
    spec = replace(plain.spec, geometry="raster", columns=(column,), key=())
    return Layer(spec, plain.table, raster)
