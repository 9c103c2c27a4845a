"""Whether regions with much of something lie beside each other: Moran's I and Getis-Ord Gi*.

The statistics are those of esda, the neighbours those of libpysal. The permutations are drawn
here, from a generator of their own: the same seed gives the same p-values on every machine, and
nobody else's random numbers change.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, Literal

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from gisplan.analysis.checks import require_columns
from gisplan.analysis.columns import VERDICT
from gisplan.analysis.industry.clusters.status import UNDECIDED, needs, too_few, verdict
from gisplan.arrays import Floats, Ints
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Column, Outcome
from gisplan.errors import OptionError
from gisplan.text import Text

Neighbours = Literal["queen", "rook", "knn"]

#: Nearest neighbours of ``knn``.
_NEAREST = 6
#: With fewer regions than this, or fewer that have any, neither test says anything.
_FEWEST, _FEWEST_FILLED = 20, 5
_QUADRANTS = {1: "high_high", 2: "low_high", 3: "low_low", 4: "high_low"}


@dataclass(frozen=True, slots=True)
class _Field:
    """The regions that take part, their values and their neighbours."""

    rows: Ints
    values: Floats
    weights: Any
    islands: int
    reason: Text | None


def _whole(_: Given) -> TableSpec:
    columns = (
        declare("moran_i", "number", ("莫兰指数", "Moran's I"), derived=True),
        declare("expected", "number", ("期望值", "Expected"), derived=True),
        declare("z", "number", ("z 值", "z"), derived=True),
        declare(
            "p",
            "number",
            ("p 值", "p"),
            meaning=("双侧，由置换得出", "Two-sided, from permutations"),
            minimum=0,
            maximum=1,
            derived=True,
        ),
        declare("regions", "integer", ("参与的单元数", "Regions that take part"), minimum=0),
        declare("permutations", "integer", ("置换次数", "Permutations"), minimum=0),
        declare("seed", "integer", ("随机种子", "Seed")),
        *VERDICT,
    )
    return TableSpec(columns=columns, key=("seed",))


@analysis("moran", gives=_whole)
def moran(
    regions: gpd.GeoDataFrame,
    *,
    value: str,
    per: str | None = None,
    neighbours: Neighbours = "queen",
    permutations: int = 9999,
    seed: int = 0,
) -> Outcome:
    """Tell whether like values lie beside each other in the region as a whole.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        Polygons; ``value`` missing where nothing is known.
    value : str
        Column with the figure.
    per : str, optional
        Column that it is divided by (residents, km²); a figure that grows with the size of the
        region says little else.
    neighbours : {"queen", "rook", "knn"}
        Regions that share a point, a border, or the 6 nearest by their inner points.
    permutations : int
        How many random arrangements are compared; the least p is 2 / (permutations + 1).
    seed : int
        Seed of the random arrangements; the same seed gives the same p.

    Returns
    -------
    Outcome
        One row: ``moran_i``, ``expected`` (-1 / (n - 1)), ``z`` (under randomisation), ``p``
        (two-sided, from permutations), ``regions``, ``permutations``, ``seed``, ``status``,
        ``reason_zh``, ``reason_en``. Weights are row-standardised (Moran 1950; Cliff and Ord
        1981, *Spatial processes*). Regions without value or neighbour are in ``left_out``.

    Raises
    ------
    OptionError
        If a column or package is missing or a parameter can't be.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.industry.clusters import moran
    >>> squares = [shapely.box(x, y, x + 1, y + 1) for y in range(6) for x in range(6)]
    >>> regions = gpd.GeoDataFrame(
    ...     {"output": [1, 1, 1, 9, 9, 9] * 6}, geometry=squares, crs="EPSG:32648"
    ... )
    >>> told = moran(regions, value="output", permutations=999)
    >>> told.table[["moran_i", "expected", "regions", "status"]].round(3)
       moran_i  expected  regions   status
    0    0.744    -0.029       36  decided
    """
    field = _field(regions, value, per, neighbours)
    _check(permutations)
    row: dict[str, Any] = {
        **dict.fromkeys(("moran_i", "expected", "z", "p")),
        "regions": len(field.values),
        "permutations": permutations,
        "seed": seed,
        **verdict(field.reason),
    }
    if field.reason is None:
        esda = _esda()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = esda.Moran(field.values, field.weights, transformation="r", permutations=0)
        drawn = _global_draws(field, permutations, seed)
        row.update(
            moran_i=float(found.I),
            expected=float(found.EI),
            z=float(found.z_rand),
            p=float(_two_sided(np.array([found.I]), drawn[:, None])[0]),
        )
    return Outcome(pd.DataFrame([row]), _told(regions, field))


def _local_columns(given: Given) -> TableSpec:
    def number(name: str, zh: str, en: str, *, share: bool = False) -> Column:
        least, most = (0.0, 1.0) if share else (None, None)
        return declare(name, "number", (zh, en), minimum=least, maximum=most, derived=True)

    undecided = ("无法判断", "undecided")
    return given.like(
        "regions",
        number("local_i", "局部莫兰指数", "Local Moran's I"),
        number("local_p", "局部莫兰 p 值", "Local Moran: p", share=True),
        number("local_q", "局部莫兰 p 值（校正后）", "Local Moran: p, corrected", share=True),
        declare(
            "local_kind",
            "text",
            ("局部集聚类型", "Local Moran: kind"),
            labels={
                "high_high": ("高—高", "high among high"),
                "low_low": ("低—低", "low among low"),
                "high_low": ("高—低", "high among low"),
                "low_high": ("低—高", "low among high"),
                "none": ("不显著", "not significant"),
                "undecided": undecided,
            },
            derived=True,
        ),
        number("gi_z", "Gi* 的 z 值", "Gi*: z"),
        number("gi_p", "Gi* 的 p 值", "Gi*: p", share=True),
        number("gi_q", "Gi* 的 p 值（校正后）", "Gi*: p, corrected", share=True),
        declare(
            "gi_kind",
            "text",
            ("冷热点", "Hot or cold spot"),
            labels={
                "hot": ("热点", "hot spot"),
                "cold": ("冷点", "cold spot"),
                "none": ("不显著", "not significant"),
                "undecided": undecided,
            },
            derived=True,
        ),
        *VERDICT,
    )


@analysis("local_autocorrelation", gives=_local_columns, bounds={"alpha": (0, 1)})
def local_autocorrelation(
    regions: gpd.GeoDataFrame,
    *,
    value: str,
    per: str | None = None,
    neighbours: Neighbours = "queen",
    permutations: int = 9999,
    seed: int = 0,
    alpha: float = 0.05,
) -> Outcome:
    """Tell which regions are high or low together with those round them.

    Parameters
    ----------
    regions, value, per, neighbours
        As of :func:`moran`.
    permutations : int
        The least p there can be is 2 / (permutations + 1); for one region of n to be named alone
        it must be below ``alpha`` / n.
    seed
        As of :func:`moran`.
    alpha : float
        Share of false discoveries that is accepted among all regions named.

    Returns
    -------
    Outcome
        ``regions`` with ``local_i`` (Anselin 1995), ``local_p`` (two-sided, conditional
        permutation), ``local_q`` (p corrected for the number of regions, Benjamini and Hochberg
        1995), ``local_kind`` (``high_high``, ``low_low``, ``high_low``, ``low_high`` where
        ``local_q`` <= ``alpha``, else ``none``); ``gi_z`` (Getis and Ord 1992, Ord and Getis
        1995, the region itself among its neighbours), ``gi_p``, ``gi_q``, ``gi_kind`` (``hot``,
        ``cold``, ``none``); ``status``, ``reason_zh``, ``reason_en``. Where the whole can't be
        told, all kinds are ``undecided``.

    Raises
    ------
    OptionError
        See :func:`moran`.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.industry.clusters import local_autocorrelation
    >>> squares = [shapely.box(x, y, x + 1, y + 1) for y in range(6) for x in range(6)]
    >>> regions = gpd.GeoDataFrame(
    ...     {"output": [1, 1, 1, 9, 9, 9] * 6}, geometry=squares, crs="EPSG:32648"
    ... )
    >>> told = local_autocorrelation(regions, value="output", permutations=999)
    >>> told.table["gi_kind"].value_counts().sort_index()
    gi_kind
    cold     4
    hot      4
    none    28
    Name: count, dtype: int64
    """
    field = _field(regions, value, per, neighbours)
    _check(permutations, alpha)
    table = regions.reset_index(drop=True)
    numbers = ("local_i", "local_p", "local_q", "gi_z", "gi_p", "gi_q")
    for name in numbers:
        table[name] = np.nan
    alone = Text("没有数值或没有相邻单元", "no value, or no neighbour")
    said = verdict(field.reason or alone)
    for name in ("local_kind", "gi_kind"):
        table[name] = UNDECIDED
    for name, words in said.items():
        table[name] = words
    if field.reason is None:
        found = _local(field, permutations, seed, alpha)
        for name, column in {**found, **verdict(None)}.items():
            # by position: only the rows that take part
            values = table[name].to_numpy(dtype=object, copy=True)
            values[field.rows] = column
            table[name] = values
        table = table.astype(dict.fromkeys(numbers, "float64"))
    result = gpd.GeoDataFrame(table, geometry="geometry", crs=regions.crs)
    return Outcome(result, _told(regions, field))


def _local(field: _Field, permutations: int, seed: int, alpha: float) -> dict[str, Any]:
    esda = _esda()
    values, weights = field.values, field.weights
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        moran_i = esda.Moran_Local(values, weights, transformation="r", permutations=0)
        getis = esda.G_Local(values, weights, transform="B", star=True, permutations=0)
    lags = _conditional_lags(field, permutations, seed)
    degrees = np.array([len(ids) for ids in _neighbour_rows(weights)], dtype=np.float64)
    # Given the region, both statistics rise with the sum over its neighbours alone
    centred = values - values.mean()
    drawn_i = (lags / degrees - values.mean()) * centred
    own = np.array([values[ids].sum() for ids in _neighbour_rows(weights)])
    local_p = _two_sided((own / degrees - values.mean()) * centred, drawn_i)
    gi_p = _two_sided(own, lags)
    from scipy.stats import false_discovery_control

    local_q, gi_q = false_discovery_control(local_p), false_discovery_control(gi_p)
    quadrant = np.array([_QUADRANTS[q] for q in moran_i.q], dtype=object)
    spot = np.where(getis.Zs > 0, "hot", "cold").astype(object)
    return {
        "local_i": moran_i.Is,
        "local_p": local_p,
        "local_q": local_q,
        "local_kind": np.where(local_q <= alpha, quadrant, "none"),
        "gi_z": getis.Zs,
        "gi_p": gi_p,
        "gi_q": gi_q,
        "gi_kind": np.where(gi_q <= alpha, spot, "none"),
    }


def _field(
    regions: gpd.GeoDataFrame, value: str, per: str | None, neighbours: Neighbours
) -> _Field:
    require_columns(regions, [value, *([per] if per else [])])
    values = pd.to_numeric(regions[value], errors="coerce").to_numpy(dtype=np.float64)
    if per:
        base = pd.to_numeric(regions[per], errors="coerce").to_numpy(dtype=np.float64)
        values = np.divide(values, base, out=np.full_like(values, np.nan), where=base > 0)
    rows = np.flatnonzero(np.isfinite(values) & regions.geometry.notna().to_numpy())
    weights, linked = _weights(regions.iloc[rows], neighbours)
    islands = len(rows) - len(linked)
    rows = rows[linked]
    own = values[rows]
    reason = None
    filled = int((own != 0).sum())
    if len(rows) < _FEWEST:
        reason = too_few(len(rows), _FEWEST, "有数的单元", "regions with a value")
    elif filled < _FEWEST_FILLED:
        reason = too_few(filled, _FEWEST_FILLED, "不为零的单元", "regions with any")
    elif np.ptp(own) == 0:
        reason = Text("各单元的值都相同，无法判断", "all regions have the same value: can't tell")
    return _Field(rows=rows, values=own, weights=weights, islands=islands, reason=reason)


def _weights(regions: gpd.GeoDataFrame, neighbours: Neighbours) -> tuple[Any, Ints]:
    """Give neighbours, and which rows have any.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        Polygons or points.
    neighbours : Neighbours
        Which regions count as beside each other, see :func:`moran`.

    Returns
    -------
    tuple[Any, Ints]
        Weights of libpysal, and the positions of the regions that have a neighbour.

    Raises
    ------
    OptionError
        If libpysal is not installed or there is no such kind of neighbour.
    """
    try:
        from libpysal import weights
    except ImportError as error:
        raise needs("libpysal") from error
    makers = {"queen": weights.Queen, "rook": weights.Rook}
    count = len(regions)
    if neighbours not in (*makers, "knn"):
        raise OptionError(
            Text(
                f"neighbours 应为 queen、rook 或 knn，不能是 {neighbours}",
                f"neighbours is queen, rook or knn, not {neighbours}",
            )
        )
    if count <= _NEAREST:
        return None, np.arange(count)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if neighbours == "knn":
            plane = regions.geometry.to_crs(regions.estimate_utm_crs()).representative_point()
            points = np.column_stack([plane.x, plane.y])
            return weights.KNN.from_array(points, k=_NEAREST), np.arange(count)
        make = makers[neighbours].from_dataframe
        frame = regions.reset_index(drop=True)
        found = make(frame, use_index=False, silence_warnings=True)
        linked = np.array([i for i in range(count) if found.neighbors[i]], dtype=np.int64)
        if len(linked) < count:
            kept = frame.iloc[linked].reset_index(drop=True)
            found = make(kept, use_index=False, silence_warnings=True)
    return found, linked


def _neighbour_rows(weights: Any) -> list[list[int]]:
    return [list(weights.neighbors[i]) for i in range(weights.n)]


def _global_draws(field: _Field, permutations: int, seed: int) -> Floats:
    """Give Moran's I of shuffled values, shape (permutations,).

    Parameters
    ----------
    field : _Field
        Values and neighbours of the regions that have both.
    permutations : int
        How many random arrangements are drawn.
    seed : int
        Seed of the random arrangements; the same seed gives the same p.

    Returns
    -------
    array of float
        One value a draw.
    """
    random = np.random.default_rng(seed)
    rows = _neighbour_rows(field.weights)
    ends = np.concatenate(rows).astype(np.int64)
    starts = np.repeat(np.arange(len(rows)), [len(ids) for ids in rows])
    shares = np.concatenate([np.full(len(ids), 1 / len(ids)) for ids in rows])
    matrix = csr_array((shares, (starts, ends)), shape=(len(rows), len(rows)))
    z = field.values - field.values.mean()
    shuffled = random.permuted(np.tile(z, (permutations, 1)), axis=1)
    drawn: Floats = (shuffled * (matrix @ shuffled.T).T).sum(axis=1) / (z @ z)
    return drawn


def _conditional_lags(field: _Field, permutations: int, seed: int) -> Floats:
    """Give sums over as many other regions as each has neighbours, drawn at random.

    Shape (permutations, regions). The draws are shared by all regions, each leaving itself out,
    as esda and GeoDa do.

    Parameters
    ----------
    field : _Field
        Values and neighbours of the regions that have both.
    permutations : int
        How many random arrangements are drawn.
    seed : int
        Seed of the random arrangements; the same seed gives the same p.

    Returns
    -------
    array of float
        Sums of neighbouring values.
    """
    random = np.random.default_rng(seed)
    rows = _neighbour_rows(field.weights)
    most = max(len(ids) for ids in rows)
    count = len(rows)
    order = random.permuted(np.tile(np.arange(count - 1), (permutations, 1)), axis=1)[:, :most]
    lags = np.empty((permutations, count))
    for i, ids in enumerate(rows):
        others = np.delete(field.values, i)
        lags[:, i] = others[order[:, : len(ids)]].sum(axis=1)
    return lags


def _two_sided(found: Floats, drawn: Floats) -> Floats:
    """Give twice the share of draws, with the observation, beyond it on its nearer side.

    Parameters
    ----------
    found : array of float
        Statistic of each region.
    drawn : array of float
        The same of random arrangements, shape (permutations, regions).

    Returns
    -------
    array of float
        Value of p of each region, no more than 1.
    """
    slack = 1e-12 * np.maximum(1.0, np.abs(found))
    above = (drawn >= found - slack).sum(axis=0)
    below = (drawn <= found + slack).sum(axis=0)
    p: Floats = np.minimum(1.0, 2 * (np.minimum(above, below) + 1) / (len(drawn) + 1))
    return p


def _check(permutations: int, alpha: float = 0.05) -> None:
    if permutations < 99 or not 0 < alpha < 1:
        raise OptionError(
            Text(
                "permutations 不少于 99，alpha 在 0 与 1 之间",
                "permutations is 99 or more, alpha between 0 and 1",
            )
        )


def _esda() -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import esda
            import esda.getisord
            import esda.moran
    except ImportError as error:
        raise needs("esda") from error
    return esda


def _told(regions: gpd.GeoDataFrame, field: _Field) -> tuple[Text, ...]:
    nothing = len(regions) - len(field.rows) - field.islands
    told = [
        (nothing, "个单元没有数值", "region(s) have no value"),
        (field.islands, "个单元没有相邻单元", "region(s) have no neighbour"),
    ]
    return tuple(Text(f"{n} {zh}", f"{n} {en}") for n, zh, en in told if n)
