"""The curve of a siting model as words and rows: by number of sites, or by reach."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from gisplan.api.result_book import ResultTable
from gisplan.api.sites import sites_tables
from gisplan.catalog.worth import headed
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.sites.suggestion import Suggested

_TITLES: Mapping[str, Text] = {
    "mclp": Text("覆盖率与新增场址数", "share covered, by number of new sites"),
    "backup": Text("双重覆盖率与新增场址数", "share covered twice, by number of new sites"),
    "p_median": Text("路程与新增场址数", "ways to the nearest site, by number of new sites"),
    "p_centre": Text("最远路程与新增场址数", "farthest way, by number of new sites"),
    "lscp": Text("全部覆盖所需的新增场址数与覆盖范围", "fewest new sites that cover all, by reach"),
}
_NEW = Text("新增场址数", "new sites")
_ADDED = Text("新增", "new")
_PROVEN = Text("已证明最优", "proven optimal")
#: Columns of what is covered, and how often.
_COVERED: Mapping[str, tuple[str, Text]] = {
    "mclp": ("covered", Text("", "")),
    "backup": ("covered_twice", Text("两次", "twice")),
}
_NO_WAY = Text("有需求点到不了任何设施", "some demand has no way to any site")
#: Why so many sites will not do.
_WHY: Mapping[str, Text] = {
    "mclp": Text("无可行方案", "nothing will do"),
    "backup": Text(
        "这么多场址不能让每个需求点至少覆盖一次", "so many sites can't cover everyone once"
    ),
    "p_median": _NO_WAY,
    "p_centre": _NO_WAY,
    "lscp": Text("该范围内多少场址都不能全部覆盖", "no number of sites covers all at that reach"),
}
#: What stands where so many sites will not do.
_NONE = "—"


def curve_title(told: Suggested) -> Text:
    """Say what the curve is of.

    Parameters
    ----------
    told : Suggested
        With a curve.

    Returns
    -------
    Text
        What is told, and by what.
    """
    return sites_tables.of_drawn(told, _TITLES[told.model])


def curve_table(told: Suggested, lang: Lang) -> ResultTable:
    """Give the curve as a table, unrounded.

    Parameters
    ----------
    told : Suggested
        With a curve.
    lang : {"zh", "en"}
        Language of what is in its cells.

    Returns
    -------
    ResultTable
        A row a number of sites, and a reach where the model has one.
    """
    heads = {**_heads(told), "status": _PROVEN}
    proven = {True: Text("是", "yes").get(lang), False: Text("否", "no").get(lang)}
    table = _points(told)
    table["status"] = [proven[one == "optimal"] for one in table["status"]]
    return ResultTable(
        name=Text("曲线", "curve"),
        heads=tuple(heads.values()),
        rows=list(table[list(heads)].itertuples(index=False, name=None)),
        note=curve_title(told),
    )


def printed_curve(
    told: Suggested, write: Callable[[float], str]
) -> tuple[tuple[Text, ...], list[tuple[str, ...]]]:
    """Give the curve as it is read on a screen: of shares a column a reach.

    Parameters
    ----------
    told : Suggested
        With a curve.
    write : callable
        Writes a figure.

    Returns
    -------
    tuple
        Titles and rows; a dash where so many sites, or any, will not do.
    """
    table = _points(told)
    if told.model not in _COVERED:
        heads = _heads(told)
        if told.model != "lscp":
            heads["new"] = _ADDED
        rows = [
            tuple(_cell(row[name], name, write) for name in heads)
            for row in table.to_dict("records")
        ]
        return tuple(heads.values()), rows
    reach = f"reach_{told.measure}"
    shares = table.pivot(index="new", columns=reach, values="share")
    lower = sites_tables.bound_of(told, "lower")
    titles = [_ADDED]
    for one in shares.columns:
        words = sites_tables.within_words(float(one), told.unit)
        if told.model == "backup":
            twice = _COVERED["backup"][1]
            words = Text(f"{words.zh}{twice.zh}", f"{twice.en} {words.en}")
        titles.append(headed(Text(f"{words.zh} %", f"{words.en}, %"), lower, told.worth))
    wide = [
        (str(new), *(_cell(part, "share", write) for part in row)) for new, row in shares.iterrows()
    ]
    return tuple(titles), wide


def unproven_words(told: Suggested) -> tuple[Text, ...]:
    """Say how many points of the curve are not proven, and what a dash stands for.

    Parameters
    ----------
    told : Suggested
        With a curve.

    Returns
    -------
    tuple of Text
        Sentences; none if all are proven.
    """
    status, said = _points(told)["status"], []
    missing = int((status == "infeasible").sum())
    if missing:
        said.append(Text(f"{_NONE}：{_WHY[told.model].zh}", f"{_NONE}: {_WHY[told.model].en}"))
    unproven = int(status.isin(("feasible", "unknown")).sum())
    if unproven:
        said.append(Text(f"其中 {unproven} 个未证明最优", f"{unproven} not proven optimal"))
    return tuple(said)


def _points(told: Suggested) -> pd.DataFrame:
    return pd.DataFrame() if told.curve is None else told.curve.copy()


def _cell(value: object, name: str, write: Callable[[float], str]) -> str:
    if not isinstance(value, int | float) or math.isnan(value):
        return _NONE
    # a reach that is a little too small would not do
    return _reach(value) if name.startswith("reach_") else write(value)


def _reach(value: float) -> str:
    return f"{math.ceil(value * 100 - 1e-6) / 100:,.10g}"


def _heads(told: Suggested) -> dict[str, Text]:
    """Give the titles of the curve's columns, with what their figures are worth.

    Parameters
    ----------
    told : Suggested
        With a curve.

    Returns
    -------
    dict of str to Text
        By column.
    """
    unit, measure = told.unit, told.measure
    reach = {f"reach_{measure}": Text(f"覆盖范围（{unit.zh}）", f"reach ({unit.en})")}
    if told.model in _COVERED:
        lower = sites_tables.bound_of(told, "lower")
        name, words = _COVERED[told.model]
        covered, share = (
            headed(sites_tables.of_drawn(told, title), lower, told.worth)
            for title in (
                Text(f"覆盖{words.zh}", f"covered {words.en}".strip()),
                Text(f"覆盖{words.zh} %", f"covered {words.en}".strip() + ", %"),
            )
        )
        return {
            "new": _NEW,
            **reach,
            name: sites_tables.of_quantity(covered, told.quantity),
            "share": share,
        }
    # sites that are not on the list could but shorten the ways, and spare new ones
    upper = sites_tables.bound_of(told, "upper")
    if told.model == "lscp":
        return {**reach, "new": headed(_NEW, upper, told.worth)}
    ways = {
        f"mean_{measure}": Text(f"平均路程（{unit.zh}）", f"mean way ({unit.en})"),
        f"total_{measure}": Text(
            f"路程合计（数量 × {unit.zh}）", f"way in all (quantity × {unit.en})"
        ),
        f"farthest_{measure}": Text(f"最远路程（{unit.zh}）", f"farthest way ({unit.en})"),
    }
    names = sorted(ways, key=lambda name: name.startswith("farthest") != (told.model == "p_centre"))
    return {"new": _NEW, **{name: headed(ways[name], upper, told.worth) for name in names}}
