"""``gisplan sites``: what candidate sites would add, and where the next ones should be."""

from __future__ import annotations

import argparse
import math
from typing import TYPE_CHECKING, Any

from gisplan.api import sites as desk
from gisplan.api.sites import MODELS, EvaluateOptions, sites_tables
from gisplan.api.targets import check_target
from gisplan.api.workspace import Workspace
from gisplan.api.worth import said_of, where_drawn
from gisplan.cli import journal, sites_plan, sites_routes
from gisplan.cli import sites_file_options as own_file
from gisplan.cli import travel_options as travel
from gisplan.cli.parser import Parser, add_out, file_path, folder, language, speaker
from gisplan.cli.sites_suggest import suggest
from gisplan.cli.terminal import Screen, short
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.sites import Evaluation

_NONE_STANDS = Text("— 该年没有已知存在的", "— none is known to stand in that year")
_NO_WAY = Text("— 没有可到达的", "— none can be reached")


def arguments(parser: Parser, lang: Lang) -> None:
    """Declare the command's arguments.

    Parameters
    ----------
    parser : Parser
        Parser that gets the arguments; it knows the workspace's defaults.
    lang : Lang
        Language of the help and the messages.
    """
    say, usual = speaker(lang), parser.usual

    jobs = parser.add_subparsers(dest="job", required=True, metavar="evaluate|suggest|plan|routes")
    common = [language(lang), folder(lang), journal.options(lang)]
    one = jobs.add_parser(
        "evaluate",
        parents=common,
        help=say("每个候选场址单独能增加多少", "what each candidate would add on its own"),
    )
    one.add_argument(
        "points",
        nargs="+",
        metavar=say("文件|经度,纬度", "FILE|LON,LAT"),
        help=say(
            "候选点：经度,纬度，或文件（有经度、纬度两列的 .csv、.xlsx，或 .geojson、.gpkg 等）",
            "candidates: longitude,latitude, or a file (.csv or .xlsx with columns lon and lat, "
            ".geojson, .gpkg …)",
        ),
    )
    one.add_argument(
        "--next",
        action="append",
        metavar=say("类型", "KIND"),
        help=say(
            "下一级设施的类型，报告到其最近一处的距离"
            f"（默认{travel.kinds_words(usual.next_kinds).zh}）",
            "kinds of the next tier, to whose nearest the distance is told "
            f"(default: {travel.kinds_words(usual.next_kinds).en})",
        ),
    )
    two = jobs.add_parser(
        "suggest",
        parents=common,
        help=say("在候选点中选出新场址", "choose new sites among candidates"),
    )
    two.add_argument(
        "--candidates",
        metavar=say("图层|文件", "LAYER|FILE"),
        help=say("候选点（默认县级驻地）", "candidates (default: county seats)"),
    )
    two.add_argument(
        "--new",
        type=int,
        metavar="N",
        help=say(f"新增几处（默认 {usual.new_sites}）", f"how many (default: {usual.new_sites})"),
    )
    two.add_argument(
        "--model",
        choices=[name.replace("_", "-") for name in MODELS],
        default="mclp",
        help=say(
            "模型：mclp 覆盖最多（默认），lscp 最少场址全覆盖，backup 双重覆盖，"
            "p-median 总距离最小，p-centre 最远距离最小",
            "mclp: most covered (default); lscp: fewest sites that cover all; backup: covered "
            "twice; p-median: least total distance; p-centre: least greatest distance",
        ),
    )
    two.add_argument(
        "--budget",
        type=float,
        help=say(
            "选出的候选点合计最多花多少（按其“费用”列 cost）",
            "what the candidates chosen may cost together, by their column cost",
        ),
    )
    two.add_argument(
        "--apart",
        type=float,
        metavar=say("千米", "KM"),
        help=say("新场址与其他设施至少相距", "least distance of a new site from any other"),
    )
    two.add_argument(
        "--seconds",
        type=float,
        metavar=say("秒", "SECONDS"),
        help=say(
            "求解最多用时（默认 60；点极多时 300）",
            "most time for the model (default: 60; 300 for very many points)",
        ),
    )
    two.add_argument(
        "--curve",
        type=int,
        metavar="N",
        help=say(
            "另列出新增 0 到 N 处时模型的结果：mclp、backup 为各覆盖范围的覆盖率，"
            "p-median、p-centre 为路程，lscp 为各覆盖范围所需的场址数",
            "also what the model comes to with 0 to N new sites: shares covered by reach (mclp, "
            "backup), ways (p-median, p-centre), sites needed by reach (lscp)",
        ),
    )
    two.add_argument(
        "--curve-out",
        type=file_path(lang),
        metavar=say("文件", "FILE"),
        help=say("曲线另存为 .csv（与 --curve 同用）", "write the curve as .csv (with --curve)"),
    )
    two.add_argument(
        "--quantity",
        metavar=say("数量", "QUANTITY"),
        help=say(
            f"人口 population 或 t_municipal 等（默认 {usual.quantity}）",
            f"population, t_municipal … (default: {usual.quantity})",
        ),
    )
    three = jobs.add_parser(
        "plan",
        parents=common,
        help=say(
            "整体方案：哪年在哪建多大、扩建、搬迁或关停什么",
            "a whole plan: what to build where, how large and when, to enlarge, move or close",
        ),
    )
    sites_plan.arguments(three, lang)
    add_out(
        three,
        lang,
        Text(
            ".xlsx（全部表、说明、来源）、.csv 或 .geojson（做什么，作为点）、.html（地图）、"
            ".svg（权衡曲线）",
            ".xlsx (all tables, notes, sources), .csv or .geojson (what is done, as points), "
            ".html (a map), .svg (the trade-off)",
        ),
    )
    four = jobs.add_parser(
        "routes",
        parents=common,
        help=say(
            "收运线路：哪辆车按什么次序收集、在哪卸料，多少千米、几小时",
            "collection routes: which vehicle collects in which order and unloads where, how far "
            "and how long",
        ),
    )
    sites_routes.arguments(four, lang)
    for job in (one, two):
        _common(job, lang)
        travel.arguments(job, lang, default=(usual.site_reach_min,))
        own_file.arguments(job, lang)


def _common(parser: Parser, lang: Lang) -> None:
    say, usual = speaker(lang), parser.usual

    parser.add_argument(
        "--km",
        nargs="+",
        type=float,
        metavar=say("千米", "KM"),
        help=say(
            f"覆盖距离（默认 {usual.site_reach_km:g}）；suggest --curve 可给多个",
            f"reach (default: {usual.site_reach_km:g}); several for suggest --curve",
        ),
    )
    parser.add_argument(
        "--kind",
        action="append",
        metavar=say("类型", "KIND"),
        help=say(
            f"现有网络中只计这类设施，可重复（默认{travel.kinds_words(usual.kinds).zh}）",
            "kinds of the network that count; may be repeated (default:"
            f" {travel.kinds_words(usual.kinds).en})",
        ),
    )
    travel.year_and_detour(parser, lang)
    add_out(
        parser,
        lang,
        Text(
            ".xlsx（标题、单位、数值可信程度、来源）、.csv 或 .geojson（按列名，可再作候选点）",
            ".xlsx (titles, units, what the figures are worth, sources), .csv or .geojson (by the"
            " names of columns; both can be candidates again)",
        ),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Evaluate or suggest, and print.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    known = {"plan": desk.PLAN_ENDINGS, "routes": desk.ROUTE_ENDINGS}
    endings = known.get(given.job, desk.ENDINGS)
    for path in given.out:
        check_target(path, *endings, place=place, overwrite=given.overwrite)
    if given.job == "evaluate":
        _evaluate(given, place, screen)
    elif given.job == "plan":
        sites_plan.plan(given, place, screen)
    elif given.job == "routes":
        sites_routes.routes(given, place, screen)
    else:
        suggest(given, place, screen)


def _evaluate(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    options = EvaluateOptions(
        reach=travel.reach(given),
        next_kinds=tuple(given.next) if given.next else None,
        file=own_file.options(given),
    )
    told = desk.evaluate(given.points, place=place, options=options)
    if told.roads is not None:
        travel.roads(told.roads, screen)
    for row in told.table.to_dict("records"):
        _one(row, told, screen)
    screen.print(sites_tables.how_words(told.how))
    for words in (*said_of(told.worth), *told.left_out):
        screen.print(words)
    for path in given.out:
        desk.write_found(told, path, lang=screen.lang, place=place, overwrite=given.overwrite)
        screen.print(f"  {short(path)}")


def _one(row: dict[Any, Any], told: Evaluation, screen: Screen) -> None:
    lang = screen.lang
    name = str(row[f"name_{lang}"])
    gained, overlap = sites_tables.added_heads(told)
    within = sites_tables.within_words(told.reach, told.unit)
    heads = (Text("数量", "quantity"), within, gained, overlap)
    rows = [
        (screen.say(words), *sites_tables.added_cells(told, row, quantity, screen.amount))
        for quantity, words in told.quantities.items()
    ]
    screen.table(heads, rows, title=_title(name, sites_tables.where(row, lang)), right=(1, 2, 3))
    if told.stream:
        what = told.quantities[told.stream]
        left, rest = (screen.amount(row[name]) for name in ("capacity_left", "untreated"))
        most = Text("", "") if told.drawn else Text("至多", "at most ")
        words = Text(
            f"{what.zh}：已知设施剩余能力 {left}，范围内未见已知设施处理的{most.zh} {rest}",
            f"{what.en}: capacity left at known sites {left};"
            f" treated by no known site within reach, {most.en}{rest}",
        )
        screen.print(sites_tables.of_drawn(told, words))
    for words, part, cost, unit in sites_tables.NEAREST_WORDS:
        if cost not in row:
            continue
        far = _near(row[f"{part}_{lang}"], row[cost], unit or told.unit, screen)
        if far is None:
            # of a straight way a site would have one
            far = _NONE_STANDS if unit else _NO_WAY
        elif not row[f"{part}_exact"]:
            far = where_drawn(far)
        screen.print(Text(f"{words.zh}：{far.zh}", f"{words.en}: {far.en}"))
    plan = row[f"allotted_{screen.lang}"]
    if not told.plan:
        return
    screen.print(Text("规划布局到该市州的产业：", "what the plan allots to the prefecture:"))
    screen.print(str(plan) if isinstance(plan, str) and plan else "  —")


def _title(name: str, where: str) -> Text:
    return Text(f"{name}（{where}）", f"{name} ({where})")


def _near(site: object, cost: float, unit: Text, screen: Screen) -> Text | None:
    if not isinstance(site, str) or math.isnan(cost):
        return None
    far = screen.amount(cost)
    return Text(f"{site}，{far} {unit.zh}", f"{site}, {far} {unit.en}")
