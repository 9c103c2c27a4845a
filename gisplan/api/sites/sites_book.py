"""What is found of sites as a workbook: titles with units and worth, unrounded figures, sources."""

from __future__ import annotations

from typing import Any

from gisplan.api.result_book import ResultTable, result_book
from gisplan.api.sites import sites_tables
from gisplan.api.sites.decided import ENDS, asked_of, decided, proof_of
from gisplan.api.sites.evaluation import Evaluation
from gisplan.api.sites.siting_curves import curve_table
from gisplan.api.sites.suggestion import Suggested
from gisplan.catalog.layer import Bound
from gisplan.catalog.worth import WHERE_DRAWN, headed, said_of
from gisplan.text import Lang, Text

_PLACED = (
    Text("经度（WGS 84）", "longitude (WGS 84)"),
    Text("纬度（WGS 84）", "latitude (WGS 84)"),
)
#: What sites that are not on the list would make of the ends of what is gained, and of what is
#: shared: they take from the one and add to the other.
_ADDED_ENDS: tuple[tuple[Bound, Bound], ...] = (("open", "upper"), ("lower", "open"))
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
        [places_table(told, lang), _added(told, lang)],
        title=_EVALUATED,
        lang=lang,
        facts=asked_of(told),
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
        tables.append(curve_table(told, lang))
    if not told.unserved.empty:
        tables.append(
            ResultTable(
                name=Text("未覆盖", "not covered"),
                heads=sites_tables.unserved_heads(told),
                rows=sites_tables.unserved_rows(told, lang),
            )
        )
    return result_book(
        tables,
        title=_CHOSEN,
        lang=lang,
        facts=(*asked_of(told), *decided(told)),
        notes=(*proof_of(told), *said_of(told.worth), *told.left_out),
        sources=told.sources,
    )


def places_table(told: Evaluation, lang: Lang) -> ResultTable:
    """Give where candidates lie, what is nearest to them, and what the plan allots there.

    Parameters
    ----------
    told : Evaluation
        What was found.
    lang : {"zh", "en"}
        Language of titles and names.

    Returns
    -------
    ResultTable
        A row a candidate.
    """
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
            named = (Text(f"{part.zh}：{e.zh}", f"{part.en}: {e.en}") for e in ENDS)
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
