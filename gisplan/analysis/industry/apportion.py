"""Targets of a province, divided among its regions by rules that are data.

A plan that names no figure by region leaves open who is to reach what. A rule divides the target
by what the plan allots to each region and by how large the region is. No rule is right; so
several are kept side by side, and the result is the range that they span.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd

from gisplan.analysis.industry.own_figures import APPORTIONED, OWN, put_own
from gisplan.analysis.largest_remainder import largest_remainder
from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError, OptionError
from gisplan.places.hierarchy import region_above
from gisplan.text import Text

#: Roles of a rule that stand for none of the plan's: any that has no row, a region not named.
ANY, UNNAMED = "*", "unnamed"
#: What allocations count: each (``items``), or the one that weighs most (``named``).
COUNTS = ("items", "named")


def apportion(target: float, weights: npt.ArrayLike, *, unit: float = 0.01) -> Floats:
    """Divide a target in proportion to weights, into whole units that add up to it.

    Parameters
    ----------
    target : float
        A whole number of units.
    weights : array_like of float, shape (n,)
        Finite, not negative, not all 0.
    unit : float
        The smallest part that is given out, in the target's unit: 0.01 of 亿元 is a million yuan.

    Returns
    -------
    numpy.ndarray of float, shape (n,)
        Largest remainders (Hamilton); counted in units, the parts add up to the target.

    Raises
    ------
    OptionError
        If the target is not a whole number of units.
    DataError
        If the weights can't be used.

    Examples
    --------
    >>> from gisplan.analysis.industry.apportion import apportion
    >>> apportion(10.0, [1, 1, 1])
    array([3.34, 3.33, 3.33])
    """
    # 1 / unit is exact where unit is not: 3 / 100 is 0.03, 3 * 0.01 is not
    times = round(1 / unit) if 0 < unit < 1 else 1
    size = unit if unit >= 1 else 1 / times
    steps = round(target / size)
    if unit <= 0 or abs(size - unit) > 1e-12 or abs(steps * size - target) > 1e-9 * abs(target):
        raise OptionError(
            Text(
                f"目标 {target:g} 不是最小单位 {unit:g} 的整数倍（最小单位如 0.01、1、10）",
                f"target {target:g} is no whole number of units of {unit:g} (as 0.01, 1, 10)",
            )
        )
    parts = largest_remainder(steps, weights).astype(np.float64)
    return parts * unit if times == 1 else parts / times


def weights(
    regions: pd.Series[str], allocations: pd.DataFrame, roles: Mapping[str, float], *, counts: str
) -> Floats:
    """Weigh regions by what a plan allots to them.

    Parameters
    ----------
    regions : pandas.Series of str
        Codes.
    allocations : pandas.DataFrame
        ``region`` (one of ``regions``, or missing), ``industry``, ``role``.
    roles : mapping of str to float
        Weight of a role; ``*`` of roles not listed, ``unnamed`` of a region without allocations.
    counts : {"items", "named"}
        Whether each different pair of industry and role counts, or only the weightiest.

    Returns
    -------
    array of float
        Weight of each region, shape (len(regions),).

    Raises
    ------
    OptionError
        If a role has no weight and there is none for ``*``, or ``counts`` is unknown.
    """
    unknown = sorted(set(allocations["role"].dropna()) - set(roles)) if ANY not in roles else []
    if counts not in COUNTS or unknown:
        names = "、".join(unknown) or counts
        raise OptionError(
            Text(
                f"分摊规则不完整或无效：{names}（counts 应为 {'、'.join(COUNTS)}）",
                f"the rule is wrong or lacks: {names} (counts is one of {', '.join(COUNTS)})",
            )
        )
    pairs = allocations.drop_duplicates(["region", "industry", "role"])
    each = pairs["role"].map(lambda role: roles.get(role, roles.get(ANY, 0.0)))
    grouped = each.groupby(pairs["region"])
    weighed = grouped.sum() if counts == "items" else grouped.max()
    found = regions.map(weighed).fillna(roles.get(UNNAMED, 0.0))
    return found.to_numpy(dtype=np.float64)


def _apportioned(given: Given) -> TableSpec:
    rules = given.find("rules", "id") or given.column("rules", "rule")
    unit = f"{given['unit']:g}"
    columns = (
        replace(given.column("units", "adcode"), required=True),
        declare(
            "target",
            "text",
            ("目标", "Target"),
            required=True,
            values=tuple(given["ids"]),
        ),
        replace(rules, name="rule", title=Text("规则", "Rule"), required=True),
        declare("weight", "number", ("布局权重", "Weight of allocations"), minimum=0, derived=True),
        declare(
            "baseline",
            "number",
            ("基数", "Baseline"),
            meaning=("规则所用的基数，没有基数的为 1", "The rule's baseline, 1 where it has none"),
            minimum=0,
        ),
        declare(
            "value",
            "number",
            ("分摊值", "Apportioned"),
            meaning=(
                f"分摊所得，不是规划的指标；按最大余额法取到 {unit}，合计等于总目标",
                f"Apportioned, not a figure of the plan; to {unit} by largest remainders, adding "
                "up to the target",
            ),
            minimum=0,
            derived=True,
        ),
    )
    key = ("adcode", "target", "rule")
    return TableSpec(columns=columns, key=key, vintage=given.layers["targets"].vintage)


@analysis("apportion_targets", gives=_apportioned)
def apportion_targets(
    targets: pd.DataFrame,
    allocations: pd.DataFrame,
    units: pd.DataFrame,
    baselines: pd.DataFrame,
    rules: pd.DataFrame,
    *,
    ids: Mapping[str, str],
    unit: float = 0.01,
) -> Outcome:
    """Divide targets among regions by every rule.

    Parameters
    ----------
    targets : pandas.DataFrame
        ``plan_targets``: ``id``, ``value_low``.
    allocations : pandas.DataFrame
        ``plan_allocations``. One to a unit inside a region counts for the region; one without a
        region (等地) gives no region weight, and is said in ``left_out``.
    units : pandas.DataFrame
        Every unit's ``adcode`` and ``parent``.
    baselines : pandas.DataFrame
        One row a region: ``adcode``, ``name_zh``, and the columns that rules name.
    rules : pandas.DataFrame
        ``id``, ``baseline`` (a column of ``baselines``; empty: all alike), ``counts`` and
        ``roles`` (``base=2; *=1; unnamed=0``), see :func:`weights`.
    ids : mapping of str to str
        Short name (``2020``) -> id of a target.
    unit : float
        Smallest part given out, in the target's unit.

    Returns
    -------
    Outcome
        One row for each region, target and rule: ``adcode``, ``target`` (short name), ``rule``,
        ``weight`` (of the allocations), ``baseline`` (its value), ``value`` (in the target's
        unit, apportioned). For each target and rule the values add up to the target.

    Raises
    ------
    OptionError
        If a target, rule or column is not there.
    DataError
        If there is no rule, a baseline is missing or a rule gives nobody any weight.
    """
    if rules.empty:
        raise DataError(
            Text("分摊规则表没有数据行", "the table of rules is empty: at least one is needed")
        )
    codes = baselines["adcode"].reset_index(drop=True)
    inside = allocations.assign(region=allocations["region"].map(region_above(codes, units)))
    numbers = targets.set_index("id")["value_low"]
    parts = []
    for rule in rules.to_dict(orient="records"):
        roles = _roles(str(rule["id"]), rule["roles"])
        weighed = weights(codes, inside, roles, counts=str(rule["counts"]))
        size = _baseline(baselines, rule["baseline"])
        if not (weighed * size).sum() > 0:
            name = rule["id"]
            raise DataError(
                Text(f"规则 {name} 没有给任何地区权重", f"rule {name} gives no region any weight")
            )
        for short, target in ids.items():
            if target not in numbers.index or pd.isna(numbers[target]):
                raise OptionError(
                    Text(f"没有可分摊的目标 {target}", f"there is no number to divide in {target}")
                )
            values = apportion(float(numbers[target]), weighed * size, unit=unit)
            parts.append(
                pd.DataFrame(
                    {
                        "adcode": codes,
                        "target": short,
                        "rule": rule["id"],
                        "weight": weighed,
                        "baseline": size,
                        "value": values,
                    }
                )
            )
    nowhere = allocations[inside["region"].isna()]
    return Outcome(pd.concat(parts, ignore_index=True), _open(nowhere))


def _roles(rule: str, cell: object) -> dict[str, float]:
    """Read ``base=2; *=1``.

    Parameters
    ----------
    rule : str
        Name of the rule, for messages.
    cell : object
        Roles and their weights as written.

    Returns
    -------
    dict of str to float
        Weight of each role.

    Raises
    ------
    OptionError
        If a part can't be read or a weight is below 0.
    """
    found: dict[str, float] = {}
    for part in str(cell).split(";"):
        role, sign, number = part.partition("=")
        try:
            weight = float(number)
        except ValueError:
            weight = math.nan
        if not sign or not math.isfinite(weight) or weight < 0:
            raise OptionError(
                Text(
                    f"规则 {rule} 的 roles 应写作“base=2; *=1; unnamed=0”，现为“{cell}”",
                    f"roles of rule {rule} must read 'base=2; *=1; unnamed=0', not '{cell}'",
                )
            )
        found[role.strip()] = weight
    return found


def _baseline(baselines: pd.DataFrame, name: object) -> Floats:
    if not isinstance(name, str) or not name:
        return np.ones(len(baselines))
    if name not in baselines.columns:
        raise OptionError(Text(f"基数表没有列 {name}", f"the baselines have no column {name}"))
    size = baselines[name].to_numpy(dtype=np.float64)
    if not np.isfinite(size).all() or (size < 0).any():
        raise DataError(
            Text(f"基数 {name} 有空值或负数", f"baseline {name} is missing or negative somewhere")
        )
    return size


def _open(rows: pd.DataFrame) -> tuple[Text, ...]:
    if rows.empty:
        return ()
    return (
        Text(
            f"{len(rows)} 项布局没有点名地区（“等地”等），不给任何地区加权",
            f"{len(rows)} allocation(s) name none of the regions (等地 and the like): "
            "they add weight to none",
        ),
    )


_ENDS = (
    (
        "low",
        Text("最少", "least"),
        Text("各规则中最少的；各地的最少不合计", "The least that a rule gives; these don't add up"),
    ),
    (
        "mid",
        Text("居中", "middle"),
        Text("居中方案所得，合计等于总目标", "By the central rule; these add up to the target"),
    ),
    (
        "high",
        Text("最多", "most"),
        Text("各规则中最多的；各地的最多不合计", "The most that a rule gives; these don't add up"),
    ),
)


def _range(given: Given) -> TableSpec:
    value = given.column("by_rule", "value")
    columns = []
    rule = given.find("rules", "id")
    named = rule.labels if rule is not None else {}
    for target, _ in given.listed("by_rule", "target"):
        for end, words, meaning in _ENDS:
            title = Text(
                f"{target} 年{value.title.zh}，{words.zh}",
                f"{value.title.en} {target}, {words.en}",
            )
            said = Text(
                f"分摊所得，不是规划的指标。{meaning.zh}",
                f"Apportioned, not a figure of the plan. {meaning.en}",
            )
            columns.append(
                replace(value, name=f"{end}_{target}", title=title, meaning=said, required=False)
            )
        columns += [
            declare(
                f"{end}_rule_{target}",
                "text",
                (f"{target} 年{words.zh}的规则", f"Rule that gives the {words.en}, {target}"),
                values=(),
                labels=named,
            )
            for end, words, _ in (_ENDS[0], _ENDS[-1])
        ]
        if "own" in given.layers:
            columns.append(
                declare(
                    f"basis_{target}",
                    "text",
                    (f"{target} 年数字来自", f"Where the figure of {target} is from"),
                    labels={
                        APPORTIONED: ("推算分摊", "apportioned"),
                        OWN: ("市州自定", "set by the prefecture itself"),
                    },
                )
            )
    return given.like("regions", *columns, vintage=given.layers["by_rule"].vintage)


@analysis("apportioned_range", gives=_range)
def apportioned_range(
    regions: gpd.GeoDataFrame,
    by_rule: pd.DataFrame,
    rules: pd.DataFrame,
    own: pd.DataFrame | None = None,
    *,
    ids: Mapping[str, str] | None = None,
) -> Outcome:
    """Put the range that the rules span beside each region.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        With ``adcode``; all rows are kept, in their order.
    by_rule : pandas.DataFrame
        As :func:`apportion_targets` gives it.
    rules : pandas.DataFrame
        ``id``, ``central``: true for just one.
    own : pandas.DataFrame, optional
        ``plan_targets``, in which regions may have set figures of their own, which go before
        those apportioned.
    ids : mapping of str to str, optional
        Short name -> id of the target, to find them by.

    Returns
    -------
    Outcome
        ``regions`` with, for each target, ``low_TARGET`` and ``high_TARGET`` (least and most that
        a rule gives), ``mid_TARGET`` (by the central rule), and ``low_rule_TARGET``,
        ``high_rule_TARGET`` (the rules that give them). Only the middles add up to the target.
        With ``own``, ``basis_TARGET`` says which figures are a region's own.

    Raises
    ------
    DataError
        If not just one rule is central, or a target is not apportioned by it.
    """
    central = list(rules.loc[rules["central"].fillna(False).astype(bool), "id"])
    if len(central) != 1:
        raise DataError(
            Text(
                f"须有且只有一条 central 规则，现有 {len(central)} 条",
                f"just one rule must be central, {len(central)} are",
            )
        )
    table = regions.reset_index(drop=True)
    for short in dict.fromkeys((*by_rule["target"], *(ids or {}))):
        rows = by_rule[by_rule["target"] == short]
        if central[0] not in set(rows["rule"]):
            raise DataError(
                Text(
                    f"{short} 没有按中间规则 {central[0]} 分摊的数",
                    f"nothing of {short} is apportioned by the central rule {central[0]}",
                )
            )
        wide = rows.pivot_table(index="adcode", columns="rule", values="value", sort=False)
        for name, column in (
            (f"low_{short}", wide.min(axis=1)),
            (f"mid_{short}", wide[central[0]]),
            (f"high_{short}", wide.max(axis=1)),
            (f"low_rule_{short}", wide.idxmin(axis=1)),
            (f"high_rule_{short}", wide.idxmax(axis=1)),
        ):
            table[name] = table["adcode"].map(column)
    if own is not None and ids:
        table = put_own(table, own, ids)
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=regions.crs))
