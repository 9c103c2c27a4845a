"""Weighted overlay: scores of several criteria put together, and what is excluded."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.coverage.surfaces import check_aligned
from gisplan.analysis.suitability.criteria import covered, raster_like
from gisplan.analysis.travel import Grid
from gisplan.arrays import Bools, Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Surface
from gisplan.catalog.raster import Raster
from gisplan.errors import DataError, DatumError
from gisplan.text import Text

_RULES = ("linear", "class", "exclude_below", "exclude_above", "exclude_class")
#: How far weights may be from 1 in all.
_CLOSE = 1e-6


def _suitable(given: Given) -> TableSpec:
    made = declare(
        "suitability",
        "number",
        ("适宜性", "Suitability"),
        meaning=("0 最不适宜，1 最适宜", "0 least, 1 most suitable"),
        minimum=0,
        maximum=1,
        derived=True,
    )
    rasters = (layer for layer in given.layers.values() if layer.geometry == "raster")
    return raster_like(next(rasters, given.layers["weights"]), made)


@analysis("suitability", gives=_suitable)
def suitability(
    weights: pd.DataFrame,
    scores: pd.DataFrame,
    excluded: gpd.GeoDataFrame | None = None,
    **criteria: Raster,
) -> Surface:
    """Put criteria together to how suitable each cell is.

    Parameters
    ----------
    weights : pandas.DataFrame
        ``criterion`` and ``weight``; not negative, 1 in all. A criterion of weight 0 only
        excludes.
    scores : pandas.DataFrame
        ``criterion``, ``rule``, ``value`` and ``score`` (0 to 1). ``linear`` rows are the
        breakpoints of a criterion, between which the score runs straight and beyond which it
        stays; ``class`` rows give the score of a code. ``exclude_below``, ``exclude_above`` and
        ``exclude_class`` rows have no score: a cell below, above or of the value is excluded.
    excluded : geopandas.GeoDataFrame, optional
        Polygons in which no site may stand; a cell counts by its centre.
    **criteria : Raster
        By the names that the tables use, all of the same cells.

    Returns
    -------
    Surface
        0 (least) to 1 (most suitable): the sum of weight times score. No data where a cell is
        excluded, or a criterion has none; ``left_out`` says how many of each.

    Raises
    ------
    DataError, DatumError
        If tables and rasters don't fit each other; the message names criterion and row.

    Notes
    -----
    Weighted linear combination with constraints: J. Malczewski, GIS and Multicriteria Decision
    Analysis, Wiley, 1999.

    Examples
    --------
    >>> import numpy as np
    >>> import pandas as pd
    >>> from gisplan.analysis.suitability import suitability
    >>> from gisplan.catalog.raster import RasterGrid, Raster
    >>> grid = RasterGrid(crs="EPSG:4326", transform=(0.1, 0, 104, 0, -0.1, 36), width=3, height=1)
    >>> slope = Raster.of(grid, np.array([[0.0, 10.0, 40.0]]))
    >>> road = Raster.of(grid, np.array([[0.0, 5000.0, 0.0]]))
    >>> weights = pd.DataFrame({"criterion": ["slope", "road"], "weight": [0.6, 0.4]})
    >>> scores = pd.DataFrame(
    ...     {
    ...         "criterion": ["slope", "slope", "slope", "road", "road"],
    ...         "rule": ["linear", "linear", "exclude_above", "linear", "linear"],
    ...         "value": [0, 20, 25, 0, 10_000],
    ...         "score": [1, 0, None, 1, 0],
    ...     }
    ... )
    >>> surface = suitability(weights, scores, slope=slope, road=road)
    >>> surface.raster.values()
    array([[1. , 0.5, nan]])
    >>> surface.left_out[0].en
    '1 cell(s) (33.3 %) excluded'
    """
    if not criteria:
        raise DataError(
            Text("适宜性评价没有给出任何准则栅格", "suitability is given no raster of a criterion")
        )
    check_aligned(criteria)
    shares = _weights(weights, criteria)
    rules = _rules(scores, criteria, shares)
    model = next(iter(criteria.values())).grid
    total = np.zeros((model.height, model.width))
    cells = {name: raster.values() for name, raster in criteria.items()}
    by_name = {name: rules[rules["criterion"] == name] for name in criteria}
    out = np.zeros(total.shape, dtype=bool)
    if excluded is not None:
        out |= _areas(excluded, Grid.of(model))
    for name, values in cells.items():
        out |= _excludes(values, by_name[name])
    for name, values in cells.items():
        # a criterion that has no data leaves the cell without, whatever its weight
        total += np.where(np.isnan(values), np.nan, 0.0)
        if shares[name]:
            # what is excluded needs no score
            held = np.where(out, np.nan, values)
            total += shares[name] * _scored(held, by_name[name], name)
    unknown = np.isnan(total) & ~out
    total[out] = np.nan
    return Surface(Raster.of(model, np.clip(total, 0.0, 1.0)), _told(out, unknown))


def _weights(weights: pd.DataFrame, criteria: dict[str, Raster]) -> dict[str, float]:
    _require(weights, ("criterion", "weight"), Text("权重表", "the table of weights"))
    given = pd.to_numeric(weights["weight"], errors="coerce").to_numpy(dtype=np.float64)
    names = [str(name) for name in weights["criterion"]]
    faults = [
        Text(
            f"权重表第 {row} 行（{name}）：权重应为不小于 0 的数，准则不可重复",
            f"weights, row {row} ({name}): a weight is a number from 0, and a criterion stands"
            " once",
        )
        for row, (name, weight) in enumerate(zip(names, given, strict=True), start=1)
        if not (math.isfinite(weight) and weight >= 0) or names.index(name) != row - 1
    ]
    faults += _strangers(names, criteria, Text("权重表", "weights"))
    faults += [
        Text(f"准则 {name} 没有权重", f"criterion {name} has no weight")
        for name in criteria
        if name not in names
    ]
    _refuse(faults)
    whole = math.fsum(given)
    if abs(whole - 1) > _CLOSE:
        raise DataError(
            Text(f"权重之和为 {whole:g}，应为 1", f"the weights add up to {whole:g}; it must be 1")
        )
    return dict(zip(names, (float(weight) for weight in given), strict=True))


def _rules(
    scores: pd.DataFrame, criteria: dict[str, Raster], shares: dict[str, float]
) -> pd.DataFrame:
    _require(scores, ("criterion", "rule", "value", "score"), Text("评分表", "the table of scores"))
    table = pd.DataFrame(
        {
            "criterion": scores["criterion"].astype("str"),
            "rule": scores["rule"].astype("str"),
            "value": pd.to_numeric(scores["value"], errors="coerce"),
            "score": pd.to_numeric(scores["score"], errors="coerce"),
        }
    ).astype({"value": "float64", "score": "float64"})
    faults = _strangers(list(table["criterion"]), criteria, Text("评分表", "scores"))
    for row, rule in enumerate(table.to_dict("records"), start=1):
        scored = rule["rule"] in ("linear", "class")
        wrong = rule["rule"] not in _RULES or not math.isfinite(rule["value"])
        if wrong or (scored != (0 <= rule["score"] <= 1)):
            rules = ", ".join(_RULES)
            faults.append(
                Text(
                    f"评分表第 {row} 行（{rule['criterion']}）：rule 应为 {rules} 之一，"
                    "value 为数，linear 与 class 的 score 在 0 到 1 之间，其余不填",
                    f"scores, row {row} ({rule['criterion']}): rule is one of {rules}, value a"
                    " number, score from 0 to 1 for linear and class and empty for the others",
                )
            )
    for name in criteria:
        kinds = table.loc[table["criterion"] == name, "rule"]
        how = set(kinds) & {"linear", "class"}
        if shares[name] and len(how) != 1:
            faults.append(
                Text(
                    f"准则 {name} 应有 linear 或 class 评分（二者之一）",
                    f"criterion {name} needs linear or class scores, one of the two",
                )
            )
    asked = table[table["rule"].isin(("linear", "class"))]
    for name, value in asked[asked.duplicated(["criterion", "value"])][
        ["criterion", "value"]
    ].itertuples(index=False):
        faults.append(
            Text(
                f"评分表：准则 {name} 的值 {value:g} 出现多次",
                f"scores: value {value:g} of {name} stands more than once",
            )
        )
    _refuse(faults)
    return table


def _scored(values: Floats, rules: pd.DataFrame, name: str) -> Floats:
    """Give the score of each cell; NaN where there is no value.

    Parameters
    ----------
    values : array of float
        Value of each cell.
    rules : pandas.DataFrame
        Rules of one criterion: ``rule``, ``value`` and ``score``.
    name : str
        Name of the criterion, for messages.

    Returns
    -------
    array of float
        Shape of ``values``.

    Raises
    ------
    DataError
        If a class of the raster has no score.
    """
    linear = rules[rules["rule"] == "linear"].sort_values("value")
    if len(linear):
        scored: Floats = np.interp(values, linear["value"], linear["score"])
        return np.where(np.isnan(values), np.nan, scored)
    classes = rules[rules["rule"] == "class"].set_index("value")["score"]
    codes = np.unique(values[~np.isnan(values)])
    unknown = [f"{code:g}" for code in codes if code not in classes.index]
    if unknown:
        listed = ", ".join(unknown[:20])
        raise DataError(
            Text(
                f"准则 {name} 有 {len(unknown)} 个类别在评分表里没有评分：{listed}",
                f"criterion {name} has {len(unknown)} class(es) without a score: {listed}",
            )
        )
    result = np.full(values.shape, np.nan)
    for code in codes:
        result[values == code] = classes[code]
    return result


def _excludes(values: Floats, rules: pd.DataFrame) -> Bools:
    out = np.zeros(values.shape, dtype=bool)
    for rule, value in zip(rules["rule"], rules["value"], strict=True):
        if rule == "exclude_below":
            out |= values < value
        elif rule == "exclude_above":
            out |= values > value
        elif rule == "exclude_class":
            out |= values == value
    return out


def _areas(excluded: gpd.GeoDataFrame, grid: Grid) -> Bools:
    if excluded.crs is None:
        raise DatumError(
            Text(
                "排除区图层没有坐标参考系，请先声明",
                "the excluded areas have no coordinate reference system; declare it first",
            )
        )
    shapes = excluded.geometry[excluded.geometry.notna() & ~excluded.geometry.is_empty]
    wrong = ~shapes.geom_type.isin(("Polygon", "MultiPolygon"))
    if wrong.any():
        raise DataError(
            Text(
                f"排除区图层有 {int(wrong.sum())} 行不是面；点和线请先用 distance_surface 量距离",
                f"{int(wrong.sum())} row(s) of the excluded areas are no polygons; of points and"
                " lines make a distance_surface first",
            )
        )
    if shapes.empty:
        return np.zeros(grid.shape, dtype=bool)
    return covered(list(shapes.to_crs(grid.crs)), grid)


def _told(
    out: Bools,
    unknown: Bools,
) -> tuple[Text, ...]:
    words = []
    for mask, zh, en in (
        (out, "被排除", "excluded"),
        (unknown, "有准则无数据，未评价", "without data in some criterion: not rated"),
    ):
        count = int(mask.sum())
        if count:
            share = count / mask.size * 100
            words.append(
                Text(f"{count} 个像元（{share:.1f}%）{zh}", f"{count} cell(s) ({share:.1f} %) {en}")
            )
    return tuple(words)


def _require(table: pd.DataFrame, columns: tuple[str, ...], what: Text) -> None:
    missing = [name for name in columns if name not in table.columns]
    if missing:
        names = ", ".join(missing)
        raise DataError(Text(f"{what.zh}缺少列 {names}", f"{what.en} has no column {names}"))


def _strangers(names: list[str], criteria: dict[str, Raster], what: Text) -> list[Text]:
    return [
        Text(
            f"{what.zh}中的准则 {name} 没有栅格，有：{'、'.join(criteria)}",
            f"{what.en}: criterion {name} has no raster; there are: {', '.join(criteria)}",
        )
        for name in dict.fromkeys(names)
        if name not in criteria
    ]


def _refuse(faults: list[Text]) -> None:
    if faults:
        raise DataError(
            Text("权重或评分不能使用：", "the weights or scores can't be used:"), faults=faults
        )
