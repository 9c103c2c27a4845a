"""What is found of sites as a workbook: titles with units and worth, unrounded figures, sources."""

from __future__ import annotations

from typing import Any

import pandas as pd

from gisplan.api.result_book import ResultTable, result_book
from gisplan.api.sites import sites_tables
from gisplan.api.sites.evaluation import Evaluation
from gisplan.api.sites.suggestion import Suggested
from gisplan.catalog.layer import Bound
from gisplan.catalog.worth import WHERE_DRAWN, headed, said_of
from gisplan.text import Lang, Text

_PLACED = (
    Text("经度（WGS 84）", "longitude (WGS 84)"),
    Text("纬度（WGS 84）", "latitude (WGS 84)"),
)
_ENDS = (Text("最低", "lowest"), Text("最高", "highest"))
#: What sites that are not on the list would make of the ends of what is gained, and of what is
#: shared: they take from the one and add to the other.
_ADDED_ENDS: tuple[tuple[Bound, Bound], ...] = (("open", "upper"), ("lower", "open"))
_COVERED_ENDS: tuple[Bound, Bound] = ("lower", "open")
_OWN = Text("设施自身位置", "the site's own")
_EVALUATED = Text("每个候选场址单独能增加多少", "What each candidate would add on its own")
_CHOSEN = Text("选出的新场址", "New sites chosen")


def evaluated_book(told: Evaluation, *, lang: Lang) -> bytes:
    """Make a workbook of what candidates would add.

    Parameters
    ----------
    told : Evaluation
        What was found.
    lang : {"zh", "en"}
        Language of titles and names.

    Returns
    -------
    bytes
        A row a candidate; ranges in columns of their own; a sheet of notes and sources.
    """
    return result_book(
        [_places(told, lang), _added(told, lang)],
        title=_EVALUATED,
        lang=lang,
        facts=_asked(told),
        notes=(*said_of(told.worth), *told.left_out),
        sources=told.sources,
    )


def suggested_book(told: Suggested, *, lang: Lang) -> bytes:
    """Make a workbook of the sites chosen.

    Parameters
    ----------
    told : Suggested
        What was found.
    lang : {"zh", "en"}
        Language of titles and names.

    Returns
    -------
    bytes
        The sites; the curve, if one was asked for; who stays uncovered where nothing will do; a
        sheet of what is covered and proven, of notes and sources.
    """
    extra = (Text("造价", "cost"),) if "cost" in told.table else ()
    heads = sites_tables.chosen_heads(told)
    points = told.table.geometry
    chosen = ResultTable(
        name=Text("推荐场址", "sites chosen"),
        heads=(heads[0], Text("编号", "id"), *_PLACED, *extra, *heads[1:]),
        rows=[
            (
                row.get(f"name_{lang}") or row["id"],
                row["id"],
                point.x,
                point.y,
                *((row["cost"],) if extra else ()),
                *(row[name] for name in ("within_reach", "nearest_here", "only_here")),
            )
            for row, point in zip(told.table.to_dict("records"), points, strict=True)
        ],
        note=sites_tables.of_drawn(told, _CHOSEN),
    )
    tables = [chosen]
    if told.curve is not None:
        tables.append(_curve(told.curve, told, lang))
    if not told.unserved.empty:
        unserved = told.unserved[[f"name_{lang}", "excess"]]
        tables.append(
            ResultTable(
                name=Text("未覆盖", "not covered"),
                heads=sites_tables.unserved_heads(told),
                rows=list(unserved.itertuples(index=False, name=None)),
            )
        )
    return result_book(
        tables,
        title=_CHOSEN,
        lang=lang,
        facts=(*_asked(told), *_outcome(told)),
        notes=(told.proof, *said_of(told.worth), *told.left_out),
        sources=told.sources,
    )


def _asked(told: Evaluation | Suggested) -> tuple[tuple[Text, Any], ...]:
    reach = Text(f"覆盖范围（{told.unit.zh}）", f"reach ({told.unit.en})")
    return ((reach, told.reach), (Text("可达", "how reach is found"), told.how))


def _of(title: Text, quantity: Text) -> Text:
    return Text(f"{title.zh}：{quantity.zh}", f"{title.en}: {quantity.en}")


def _places(told: Evaluation, lang: Lang) -> ResultTable:
    # one that is not on the list may stand nearer
    straight = Text("直线相距（千米）", "straight to it (km)")
    near_km = headed(straight, sites_tables.bound_of(told, "upper"), told.worth)
    way = Text("公路（千米）", "by road (km)")
    if told.measure == "min":
        way = Text("公路（分钟）", "by road (min)")
    by_road = (
        Text("公路最近的同类设施", "nearest of its kind by road"),
        headed(way, sites_tables.bound_of(told, "upper"), told.worth),
        Text("公路最近的下一级设施", "nearest of the next tier by road"),
        headed(way, sites_tables.bound_of(told, "upper"), told.worth),
    )
    plan = (Text("规划布局到该市州的产业", "what the plan allots to the prefecture"),)
    rows = []
    for row, point in zip(told.table.to_dict("records"), told.table.geometry, strict=True):
        near = row[f"nearest_{lang}"]
        own = _OWN if row["nearest_exact"] else WHERE_DRAWN
        rows.append(
            (
                row[f"name_{lang}"],
                point.x,
                point.y,
                sites_tables.where(row, lang),
                near,
                row["nearest_km"],
                own.get(lang) if isinstance(near, str) else None,
                row[f"next_{lang}"],
                row["next_km"],
                *_by_road(row, lang, told),
                *((row[f"allotted_{lang}"],) if told.plan else ()),
            )
        )
    return ResultTable(
        name=Text("候选场址", "candidates"),
        heads=(
            Text("候选场址", "candidate"),
            *_PLACED,
            Text("所在", "where"),
            Text("最近的同类设施", "nearest of its kind"),
            near_km,
            Text("其位置", "its position"),
            Text("最近的下一级设施", "nearest of the next tier"),
            near_km,
            *(by_road if told.by_road else ()),
            *(plan if told.plan else ()),
        ),
        rows=rows,
        widths=(20, 12, 12, 16, 26, 12, 12, 26, 12, *((26, 12) * 2 if told.by_road else ()), 40),
    )


def _by_road(row: dict[Any, Any], lang: Lang, told: Evaluation) -> tuple[Any, ...]:
    if not told.by_road:
        return ()
    return tuple(
        cell
        for part in ("nearest_road", "next_road")
        for cell in (row[f"{part}_{lang}"], row[part])
    )


def _added(told: Evaluation, lang: Lang) -> ResultTable:
    """Give what each candidate adds, a row for each quantity, so that it fits a page.

    Parameters
    ----------
    told : Evaluation
        What was found.
    lang : {"zh", "en"}
        Language of the names.

    Returns
    -------
    ResultTable
        Figure, least and most in columns of their own.
    """
    heads = [
        Text("候选场址", "candidate"),
        Text("数量（单位）", "quantity (unit)"),
        sites_tables.within_words(told.reach, told.unit),
    ]
    ends = ("", "_low", "_high") if told.ranged else ("",)
    titles = zip(sites_tables.ADDED, sites_tables.added_worth(told), _ADDED_ENDS, strict=True)
    for part, worth, bounds in titles:
        heads.append(worth)
        if told.ranged:
            named = (Text(f"{part.zh}：{e.zh}", f"{part.en}: {e.en}") for e in _ENDS)
            heads += [
                headed(words, bound, told.worth) for words, bound in zip(named, bounds, strict=True)
            ]
    if told.stream:
        rest = Text("范围内未见已知设施处理的", "treated by no known site within reach")
        left = Text("已知设施剩余能力", "capacity left at known sites")
        rest = headed(rest, sites_tables.bound_of(told, "upper"), told.worth)
        heads += [sites_tables.of_drawn(told, words) for words in (left, rest)]
    rows: list[tuple[Any, ...]] = []
    for row in told.table.to_dict("records"):
        for quantity, words in told.quantities.items():
            capacity = (row["capacity_left"], row["untreated"]) if quantity == told.stream else ()
            rows.append(
                (
                    row[f"name_{lang}"],
                    words.get(lang),
                    row[f"within_{quantity}"],
                    *(row[f"{part}_{quantity}{e}"] for part in ("gained", "overlap") for e in ends),
                    *capacity,
                )
            )
    return ResultTable(
        name=Text("新增覆盖", "what each adds"),
        heads=heads,
        rows=rows,
        note=sites_tables.of_drawn(told, _EVALUATED),
        widths=(24, 26, *[15] * (len(heads) - 2)),
    )


def _curve(table: pd.DataFrame, told: Suggested, lang: Lang) -> ResultTable:
    lower = sites_tables.bound_of(told, "lower")
    covered, share = (
        headed(sites_tables.of_drawn(told, words), lower, told.worth)
        for words in (Text("覆盖", "covered"), Text("覆盖 %", "covered, %"))
    )
    reach = Text(f"覆盖范围（{told.unit.zh}）", f"reach ({told.unit.en})")
    proven = {True: Text("是", "yes").get(lang), False: Text("否", "no").get(lang)}
    rows = [
        (
            *(row[name] for name in ("new", f"reach_{told.measure}", "covered", "share")),
            proven[row["status"] == "optimal"],
        )
        for row in table.to_dict("records")
    ]
    return ResultTable(
        name=Text("曲线", "curve"),
        heads=(
            Text("新增场址数", "new sites"),
            reach,
            _of(covered, told.quantity),
            share,
            Text("已证明最优", "proven optimal"),
        ),
        rows=rows,
        note=Text("覆盖率与新增场址数", "share covered, by number of new sites"),
    )


def _outcome(told: Suggested) -> list[tuple[Text, Any]]:
    """Give what the choice comes to, as the command says it, unrounded.

    Parameters
    ----------
    told : Suggested
        What was found.

    Returns
    -------
    list of tuple
        What it is, and how much.
    """
    lower = sites_tables.bound_of(told, "lower")
    facts: list[tuple[Text, Any]] = [
        (_of(Text("需求合计", "demand in all"), told.quantity), told.total)
    ]
    for words, amount in (
        (Text("现有设施覆盖", "covered before"), told.before),
        (Text("加上选出的场址覆盖", "covered after"), told.after),
    ):
        titled = headed(sites_tables.of_drawn(told, words), lower, told.worth)
        facts.append((_of(titled, told.quantity), amount))
    if told.covered is not None:
        for words, ends in (
            (Text("现有设施覆盖", "covered before"), told.covered.before),
            (Text("加上选出的场址覆盖", "covered after"), told.covered.after),
        ):
            for end, bound, amount in zip(_ENDS, _COVERED_ENDS, ends, strict=True):
                named = Text(f"{words.zh}，{end.zh}", f"{words.en}, {end.en}")
                titled = headed(named, bound, told.worth)
                facts.append((_of(titled, told.quantity), amount))
    solution = told.solution
    facts += [
        (Text("模型目标值", "objective of the model"), solution.objective),
        (Text("目标值的界", "bound of the objective"), solution.bound),
        (Text("差距（占目标值）", "gap (of the objective)"), solution.gap),
        (Text("新场址花费", "cost of the new sites"), told.spent),
        (
            Text(
                f"能满足要求的最小覆盖范围（{told.unit.zh}）",
                f"smallest reach that would do ({told.unit.en})",
            ),
            told.smallest_reach,
        ),
    ]
    if told.ways is not None:
        ways, unit = told.ways, told.unit
        facts += [
            (Text(f"平均路程（{unit.zh}）", f"mean way ({unit.en})"), ways.mean),
            (
                Text(f"路程合计（数量 × {unit.zh}）", f"way in all (quantity × {unit.en})"),
                ways.total,
            ),
            (Text(f"最远路程（{unit.zh}）", f"farthest way ({unit.en})"), ways.farthest),
            (
                Text("最远的是", "the farthest is"),
                Text(
                    f"{ways.farthest_name.zh}，到{ways.farthest_site.zh}",
                    f"{ways.farthest_name.en}, to {ways.farthest_site.en}",
                ),
            ),
        ]
    return [(name, amount) for name, amount in facts if amount is not None]
