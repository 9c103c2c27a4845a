"""Waste by stream, from rates that are data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from gisplan.analysis.demand.checks import names, require_columns
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.catalog.units import T_A
from gisplan.errors import DataError
from gisplan.text import Text

#: Tonnes a year for each unit of the basis. A year has 365 days.
UNITS: Mapping[str, float] = {
    "kg/person/day": 0.365,
    "kg/person/year": 0.001,
    "t/person/year": 1.0,
    "t/t": 1.0,
    "t/m2": 1.0,
}
#: The same in words.
UNIT_TITLES: Mapping[str, Text] = {
    "kg/person/day": Text("千克/人·日", "kg per person and day"),
    "kg/person/year": Text("千克/人·年", "kg per person and year"),
    "t/person/year": Text("吨/人·年", "t per person and year"),
    "t/t": Text("吨/吨", "t per t"),
    "t/m2": Text("吨/平方米", "t per m²"),
}
_RATES = Text("产生率表", "the rates")


def _with_waste(given: Given) -> TableSpec:
    rates = given.layers["rates"].name
    streams = [
        declare(
            f"t_{stream}",
            "number",
            words,
            unit=T_A,
            meaning=(
                f"产生率乘以基数，见图层 {rates}；空为没有产生率或没有基数，不是 0",
                f"Rate times basis, see the layer {rates}; empty: no rate or no basis, not 0",
            ),
            minimum=0,
            derived=True,
        )
        for stream, words in given.listed("rates", "stream")
    ]
    table = given.like("demand", *streams, vintage="")
    # how exact a point is stands last, as in every layer of points
    own = [c for c in table.columns if c.name != "precision"]
    return replace(table, columns=(*own, *given.known("demand", "precision")))


@analysis("waste_demand", gives=_with_waste)
def waste_demand(demand: pd.DataFrame, rates: pd.DataFrame) -> Outcome:
    """Put beside each row the tonnes of waste that arise there in a year, by stream.

    ``t_STREAM = rate * basis``, the rate in tonnes a year for each unit of the basis (persons;
    tonnes or square metres of a year's output). Where no rate is used, or the demand has no
    column for its basis, the stream stays empty, and ``left_out`` says which and why: no rate
    is not a rate of 0.

    Parameters
    ----------
    demand : pandas.DataFrame or geopandas.GeoDataFrame
        Rows with the columns that rates name as ``basis``. Not changed.
    rates : pandas.DataFrame
        ``stream``, ``name_zh``, ``name_en``, ``value`` (empty if none is known), ``unit`` (one
        of ``UNITS``), ``basis`` (a column of ``demand``), ``used``, ``reason_zh``,
        ``reason_en``. Several rows of one stream are alternatives, of which at most one is used.

    Returns
    -------
    Outcome
        ``demand`` with ``t_STREAM`` for every stream, in the order of ``rates``: tonnes a year.

    Raises
    ------
    OptionError
        If a column is missing.
    DataError
        If a stream has two rates in use, or a rate in use has no value, is negative or has an
        unknown unit.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.demand import waste_demand
    >>> towns = pd.DataFrame({"id": ["a"], "population": [10_000]})
    >>> rates = pd.DataFrame(
    ...     {
    ...         "stream": ["paper", "tyres"],
    ...         "name_zh": ["废纸", "废轮胎"],
    ...         "name_en": ["paper", "tyres"],
    ...         "value": [30.0, None],
    ...         "unit": ["kg/person/year", None],
    ...         "basis": ["population", None],
    ...         "used": [True, False],
    ...         "reason_zh": ["", "没有资料"],
    ...         "reason_en": ["", "no source"],
    ...     }
    ... )
    >>> told = waste_demand(towns, rates)
    >>> told.table["t_paper"].tolist()
    [300.0]
    >>> told.left_out[0].en
    'tyres: no rate, not computed (no source)'
    """
    columns = ("stream", "name_zh", "name_en", "value", "unit", "basis", "used")
    require_columns(rates, (*columns, "reason_zh", "reason_en"), _RATES)
    used = rates[rates["used"].fillna(False).astype(bool)]
    _check(used)
    table, unrated, baseless = demand.copy(), [], []
    for stream, rows in rates.groupby("stream", sort=False):
        chosen = used[used["stream"] == stream]
        told = rows.iloc[0]
        if chosen.empty:
            table[f"t_{stream}"] = float("nan")
            unrated.append((told, str(told["reason_zh"]), str(told["reason_en"])))
            continue
        rate = chosen.iloc[0]
        if rate["basis"] not in demand.columns:
            table[f"t_{stream}"] = float("nan")
            baseless.append(rate)
            continue
        basis = demand[rate["basis"]].astype("float64")
        table[f"t_{stream}"] = basis * float(rate["value"]) * UNITS[rate["unit"]]
    left_out = [
        Text(
            f"{told['name_zh']}：没有可用的产生率，未计算（{zh}）",
            f"{told['name_en']}: no rate, not computed ({en})",
        )
        for told, zh, en in unrated
    ]
    left_out += [
        Text(
            f"{rate['name_zh']}：需求表没有列 {rate['basis']}，未计算",
            f"{rate['name_en']}: the demand has no column {rate['basis']}, not computed",
        )
        for rate in baseless
    ]
    return Outcome(table, tuple(left_out))


def known_streams(demand: pd.DataFrame) -> list[str]:
    """Give the columns of waste that are known at every point of a demand.

    Parameters
    ----------
    demand : pandas.DataFrame
        With ``t_STREAM`` as :func:`waste_demand` gives them.

    Returns
    -------
    list of str
        Their names, in their order.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.demand import known_streams
    >>> known_streams(pd.DataFrame({"id": ["a"], "t_paper": [3.0], "t_tyres": [None]}))
    ['t_paper']
    """
    names = (str(name) for name in demand.columns)
    return [name for name in names if name.startswith("t_") and demand[name].notna().all()]


def _check(used: pd.DataFrame) -> None:
    twice = used.loc[used["stream"].duplicated(), "stream"].tolist()
    if twice:
        raise DataError(
            Text(
                f"产生率表中同一种类有多行 used 为 true：{names(twice).zh}",
                f"the rates have several rows in use of: {names(twice).en}",
            )
        )
    value = used["value"].astype("float64")
    bad = used.loc[~(value >= 0) | ~used["unit"].isin(list(UNITS)), "stream"].tolist()
    if bad:
        units = "、".join(UNITS)
        raise DataError(
            Text(
                f"产生率表中启用的行须有不小于 0 的数值和单位（{units}），这些没有："
                f"{names(bad).zh}",
                f"a rate in use needs a value of at least 0 and a unit "
                f"({units.replace('、', ', ')}); these have none: {names(bad).en}",
            )
        )
