"""Collection routes as tables, sentences and files: workbook, lines, map."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import geopandas as gpd

from gisplan.api.result_book import ResultTable, about_columns, result_book
from gisplan.api.result_map import ResultPart, ResultTheme, result_page
from gisplan.api.sites.collection import CollectionRoutes
from gisplan.api.sites.output import ENDINGS, write
from gisplan.api.targets import check_target, write_target
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import said_of
from gisplan.digits import ESTIMATE, say
from gisplan.render.style.palettes import categories
from gisplan.text import Lang, Text

#: Title of collection routes, for the page and the files.
ROUTES = Text("收运线路", "Collection routes")
#: Endings of the files that routes are written to.
ROUTE_ENDINGS = (*ENDINGS, ".html")
#: What is done at a place, in words.
DOES = {
    "leave": Text("出发", "leaves"),
    "collect": Text("收集", "collects"),
    "unload": Text("卸料", "unloads"),
    "return": Text("回场", "is back"),
}
_ROUND = Text("线路", "round")
#: Colours of depots and places to unload, and the shipped roads' colour beneath the lines.
_ENDS = {"leave": "#14222c", "unload": "#ffffff"}
_GROUND = "#cf9b62"
#: Beside the marks of depots and places to unload.
_SHORT = {"leave": Text("车场", "depot"), "unload": Text("卸料", "unload")}
#: Of the lines of rounds, in turn.
_DASHES = ("", "14 6", "5 5", "16 5 3 5")
_ROUND_HEADS = (
    _ROUND,
    Text("车辆", "vehicle"),
    Text("车场", "depot"),
    Text("收集点", "stops"),
    Text("卸料次数", "unloadings"),
    Text("收集量（吨）", "collected (t)"),
    Text("最多装载（吨）", "fullest (t)"),
    Text("载重（吨）", "capacity (t)"),
    Text("里程（千米）", "way (km)"),
    Text("用时（小时）", "time (h)"),
    Text("班次（小时）", "shift (h)"),
)
_VISIT_HEADS = (
    Text("地点", "place"),
    _ROUND,
    Text("次序", "visit"),
    Text("做什么", "what is done"),
    Text("数量（吨）", "amount (t)"),
    Text("车上（吨）", "aboard (t)"),
    Text("累计里程（千米）", "way so far (km)"),
    Text("累计用时（小时）", "time so far (h)"),
)
_LEFT_HEADS = (
    Text("收集点", "stop"),
    Text("数量（吨）", "amount (t)"),
    Text("为什么没有安排", "why it is not served"),
)


def route_tables(told: CollectionRoutes, lang: Lang) -> list[ResultTable]:
    """Give the tables of collection routes.

    Parameters
    ----------
    told : CollectionRoutes
        What was planned.
    lang : {"zh", "en"}
        Language of names.

    Returns
    -------
    list of ResultTable
        Rounds with their sum, visits in order, and stops not served.
    """
    return [
        ResultTable(name=ROUTES, heads=_ROUND_HEADS, rows=_round_rows(told, lang, whole=True)),
        ResultTable(
            name=Text("各站次序", "visits in order"),
            heads=_VISIT_HEADS,
            rows=_visit_rows(told, lang),
        ),
        ResultTable(
            name=Text("没有安排的收集点", "stops not served"),
            heads=_LEFT_HEADS,
            rows=_left_rows(told, lang),
        ),
    ]


def route_sentences(told: CollectionRoutes) -> tuple[Text, ...]:
    """Say what is served, how the ways were found, and what the answer is worth.

    Parameters
    ----------
    told : CollectionRoutes
        What was planned.

    Returns
    -------
    tuple of Text
        Sentences.
    """
    rounds, left, task = told.rounds, told.unserved, told.task
    taken = say(math.fsum(rounds["tonnes"]), ESTIMATE)
    whole = say(math.fsum(task.tonnes), ESTIMATE)
    km, hours = (say(math.fsum(rounds[name]), ESTIMATE) for name in ("km", "hours"))
    aim = Text("总里程", "way") if told.asked.aim == "km" else Text("总用时", "time")
    words = [
        Text(
            f"{len(rounds)} 条线路收集 {taken.zh} 吨（共 {whole.zh} 吨），{km.zh} 千米，"
            f"{hours.zh} 小时；{len(left)} 个收集点没有安排",
            f"{len(rounds)} round(s) collect {taken.en} of {whole.en} t, {km.en} km, {hours.en} h; "
            f"{len(left)} stop(s) are not served",
        ),
        Text(f"路线：{told.how.zh}，取最快的路", f"way: {told.how.en}, the fastest ways"),
        Text(
            f"先尽量都收，再求{aim.zh}最少；启发式搜索 {told.asked.iterations} 步（种子 "
            f"{told.asked.seed}），可行，但未证明最优",
            f"as many stops as can be served, then the least {aim.en}; found in "
            f"{told.asked.iterations} steps of a heuristic search (seed {told.asked.seed}): "
            "feasible, not proven the best",
        ),
    ]
    if not len(rounds):
        words[1:] = [
            words[1],
            Text(
                "没有一条线路可行，原因见没有安排的收集点",
                "no round will do; the stops not served say why",
            ),
        ]
    return (*words, *said_of(told.worth), *told.told)


def write_routes(
    told: CollectionRoutes,
    path: Path,
    *,
    lang: Lang = "zh",
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Write collection routes, in the format that the ending names.

    Parameters
    ----------
    told : CollectionRoutes
        What was planned.
    path : pathlib.Path
        Ending in ``.xlsx`` (all tables and notes), ``.geojson`` (the rounds as lines along the
        roads, with the notes), ``.csv`` (the visits in order alone, as of other tables; the notes
        are on the screen) or ``.html`` (a map that asks no host for anything).
    lang : {"zh", "en"}
        Language of a workbook, and in which the map opens; the others have both.
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Raises
    ------
    OptionError
        If the ending is another.
    FileError
        If the file can't be written, or one is there that gisplan did not write; it is then as it
        was.
    """
    check_target(path, *ROUTE_ENDINGS, place=place, overwrite=overwrite)
    said, ending = route_sentences(told), path.suffix.lower()
    if ending == ".html":
        whole = place or workspace.find()
        page = route_page(told, place=whole, lang=lang)
        write_target(path, page.encode(), place=place, overwrite=overwrite)
    elif ending == ".xlsx":
        facts: list[tuple[Text, Any]] = [(Text("数量列", "quantity"), told.asked.quantity)]
        content = result_book(
            route_tables(told, lang),
            title=ROUTES,
            lang=lang,
            facts=facts,
            notes=said,
            sources=told.sources,
        )
        write_target(path, content, place=place, overwrite=overwrite)
    elif ending == ".csv":
        # of hundreds of visits each would say the whole again
        write(gpd.GeoDataFrame(told.visits), path, place=place, overwrite=overwrite)
    else:
        flat = gpd.GeoDataFrame(told.rounds.assign(**about_columns(said)))
        write(flat, path, place=place, overwrite=overwrite)


def route_page(told: CollectionRoutes, *, place: Workspace, lang: Lang) -> str:
    """Draw collection routes as a page that asks no host for anything.

    Parameters
    ----------
    told : CollectionRoutes
        What was planned.
    place : Workspace
        The workspace, whose units and roads lie beneath.
    lang : {"zh", "en"}
        Language in which the page opens.

    Returns
    -------
    str
        HTML; it opens on the routes.
    """
    return result_page(
        route_parts(told),
        title=ROUTES,
        told=route_sentences(told),
        place=place,
        lang=lang,
        standing=False,
        near=True,
    )


def round_looks(told: CollectionRoutes) -> dict[str, tuple[Text, str, str]]:
    """Give what each round is called and how its line is drawn.

    Parameters
    ----------
    told : CollectionRoutes
        What was planned.

    Returns
    -------
    dict of str to tuple
        Number of the round -> words, colour as ``#rrggbb``, SVG dash pattern. Colours are unlike
        those of depots and places to unload; neighbours in the list differ in the dashes too, and
        through those of one line another beneath is seen.
    """
    rounds = told.rounds.to_dict("records")
    colors = categories(len(rounds), used=(*_ENDS.values(), _GROUND))
    return {
        str(row["round"]): (
            Text(_round_name(row, "zh"), _round_name(row, "en")),
            color,
            _DASHES[at % len(_DASHES)],
        )
        for at, (row, color) in enumerate(zip(rounds, colors, strict=True))
    }


def route_parts(told: CollectionRoutes) -> list[ResultPart]:
    """Give what the map of collection routes shows.

    Parameters
    ----------
    told : CollectionRoutes
        What was planned.

    Returns
    -------
    list of ResultPart
        Stops by round, depots and places to unload, stops not served, rounds as lines.
    """
    visits, rounds, looks = told.visits, told.rounds, round_looks(told)
    by_round = {key: words for key, (words, _, _) in looks.items()}
    colors = {key: color for key, (_, color, _) in looks.items()}
    stops = visits["does"] == "collect"
    others = visits["does"].isin(["leave", "unload"]) & ~visits.duplicated(["place", "does"])
    parts = [
        ResultPart(
            name="route_stops",
            title=Text("收集点", "Stops"),
            heads=_VISIT_HEADS,
            rows=lambda lang: _some(_visit_rows(told, lang), stops.tolist()),
            places=gpd.GeoDataFrame(visits[stops]),
            counted=frozenset({2}),
            themes=(
                ResultTheme(
                    title=Text("按线路；符号旁为线路-次序", "by round; beside marks: round-visit"),
                    keys=[str(n) for n in visits.loc[stops, "round"]],
                    labels=by_round,
                    colors=colors,
                ),
            ),
            beside=[
                Text(said, said)
                for row in visits[stops].to_dict("records")
                for said in [f"{row['round']}-{row['visit']}"]
            ],
            sources=told.sources,
        ),
        ResultPart(
            name="route_ends",
            title=Text("车场和卸料点", "Depots and places to unload"),
            heads=(Text("地点", "place"), Text("做什么", "what is done")),
            rows=lambda lang: [
                [row[0], row[3]] for row in _some(_visit_rows(told, lang), others.tolist())
            ],
            places=gpd.GeoDataFrame(visits[others]),
            themes=(
                ResultTheme(
                    title=Text("用途", "use"),
                    keys=visits.loc[others, "does"].tolist(),
                    colors=_ENDS,
                    labels={
                        "leave": Text("车场", "depot"),
                        "unload": Text("卸料点", "place to unload"),
                    },
                ),
            ),
            count=False,
            beside=[_SHORT[does] for does in visits.loc[others, "does"]],
            sources=told.sources,
        ),
        ResultPart(
            name="route_left",
            title=Text("没有安排的收集点", "Stops not served"),
            heads=_LEFT_HEADS,
            rows=lambda lang: _left_rows(told, lang),
            places=told.unserved,
            sources=told.sources,
        ),
        ResultPart(
            name="route_lines",
            title=ROUTES,
            heads=_ROUND_HEADS,
            rows=lambda lang: _round_rows(told, lang),
            places=rounds,
            counted=frozenset({3, 4, 7, 10}),
            themes=(
                ResultTheme(
                    title=Text("车辆", "vehicle"),
                    keys=[str(n) for n in rounds["round"]],
                    labels=by_round,
                    colors=colors,
                    dashes={key: dash for key, (_, _, dash) in looks.items() if dash},
                ),
            ),
            sums={
                5: Text("收集量（吨）", "Collected (t)"),
                8: Text("总里程（千米）", "Way in all (km)"),
                9: Text("总用时（小时）", "Time in all (h)"),
            },
            sources=told.sources,
        ),
    ]
    return [part for part in parts if len(part.places)]


def _some(rows: list[list[Any]], chosen: list[bool]) -> list[list[Any]]:
    return [row for row, wanted in zip(rows, chosen, strict=True) if wanted]


def _round_name(row: dict[Any, Any], lang: Lang) -> str:
    return Text(
        f"线路 {row['round']}：{row['vehicle']} {row['number']} 号",
        f"round {row['round']}: {row['vehicle']}, no. {row['number']}",
    ).get(lang)


def _round_rows(told: CollectionRoutes, lang: Lang, *, whole: bool = False) -> list[list[Any]]:
    names = ("stops", "unloadings", "tonnes", "fullest", "capacity", "km", "hours", "shift_h")
    rows = [
        [
            _round_name(row, lang),
            f"{row['vehicle']} {row['number']}",
            row[f"depot_{lang}"],
            *(row[name] for name in names),
        ]
        for row in told.rounds.to_dict("records")
    ]
    if whole and rows:
        sums = [math.fsum(told.rounds[name]) for name in names]
        title = Text("合计", "total").get(lang)
        rows.append(
            [title, "", "", int(sums[0]), int(sums[1]), sums[2], None, None, *sums[5:7], None]
        )
    return rows


def _visit_rows(told: CollectionRoutes, lang: Lang) -> list[list[Any]]:
    return [
        [
            row[f"name_{lang}"],
            str(row["round"]),
            row["visit"],
            DOES[row["does"]].get(lang),
            row["tonnes"] or None,
            row["load"],
            row["km"],
            row["hours"],
        ]
        for row in told.visits.to_dict("records")
    ]


def _left_rows(told: CollectionRoutes, lang: Lang) -> list[list[Any]]:
    return [
        [row[f"name_{lang}"], row["tonnes"], row[f"reason_{lang}"]]
        for row in told.unserved.to_dict("records")
    ]
