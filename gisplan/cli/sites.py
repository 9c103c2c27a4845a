"""``gisplan sites``: what candidate sites would add, and where the next ones should be."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import Any

import pandas as pd

from gisplan import candidates
from gisplan import sites as desk
from gisplan.candidates import MODELS, SitingTask, Suggestion
from gisplan.cli import own_file
from gisplan.cli.parser import folder, language
from gisplan.cli.screen import Screen, amount, short
from gisplan.errors import OptionError
from gisplan.network import HARMLESS
from gisplan.sites import EvaluateOptions, Evaluation
from gisplan.text import Lang, Text
from gisplan.workspace import Workspace

NAME = "sites"
HELP = Text(
    "评价候选场址（evaluate），推荐新场址（suggest）",
    "evaluate candidate sites (evaluate), suggest new ones (suggest)",
)
#: Names of unserved places that are listed before the rest is only counted.
_LISTED = 8
_PARTS = ("within", "gained", "overlap")


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).get(lang)

    jobs = parser.add_subparsers(dest="job", required=True, metavar="evaluate|suggest")
    common = [language(lang), folder(lang)]
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
            "下一级设施的类型，报告到其最近一处的距离（默认 sorting_centre、recycling_park）",
            "kinds of the next tier, to whose nearest the distance is told "
            "(default: sorting_centre, recycling_park)",
        ),
    )
    two = jobs.add_parser(
        "suggest",
        parents=common,
        help=say("在候选点中选出新场址", "choose new sites among candidates"),
    )
    two.add_argument(
        "--candidates",
        default=desk.SEATS,
        metavar=say("图层|文件", "LAYER|FILE"),
        help=say("候选点（默认县级驻地）", "candidates (default: county seats)"),
    )
    two.add_argument(
        "--new", type=int, metavar="N", help=say("新增几处（默认 3）", "how many (default: 3)")
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
    two.add_argument("--budget", type=float, help=say("候选点 cost 之和的上限", "most of cost"))
    two.add_argument(
        "--apart",
        type=float,
        metavar=say("千米", "KM"),
        help=say("新场址与其他设施至少相距", "least distance of a new site from any other"),
    )
    two.add_argument(
        "--curve",
        type=int,
        metavar="N",
        help=say(
            "另列出新增 0 到 N 处、各覆盖距离的覆盖率", "also the curve from 0 to N new sites"
        ),
    )
    two.add_argument(
        "--curve-out",
        type=Path,
        metavar=say("文件", "FILE"),
        help=say("曲线另存为 .csv（与 --curve 同用）", "write the curve as .csv (with --curve)"),
    )
    two.add_argument(
        "--quantity",
        default="population",
        metavar=say("数量", "QUANTITY"),
        help=say("人口 population（默认）或 t_municipal 等", "population (default), t_municipal …"),
    )
    for job in (one, two):
        _common(job, lang)
        own_file.arguments(job, lang)


def _common(parser: argparse.ArgumentParser, lang: Lang) -> None:
    def say(zh: str, en: str) -> str:
        return Text(zh, en).get(lang)

    parser.add_argument(
        "--km",
        nargs="+",
        type=float,
        default=[50.0],
        metavar=say("千米", "KM"),
        help=say(
            "覆盖距离（默认 50）；suggest --curve 可给多个",
            "reach (default: 50); several for suggest --curve",
        ),
    )
    parser.add_argument(
        "--kind",
        action="append",
        metavar=say("类型", "KIND"),
        help=say(
            "现有网络中只计这类设施，可重复（默认 incineration、landfill）",
            "kinds of the network that count; may be repeated (default: incineration, landfill)",
        ),
    )
    parser.add_argument(
        "--year", type=int, default=2020, help=say("年份（默认 2020）", "year (default: 2020)")
    )
    parser.add_argument(
        "--detour", type=float, default=1.0, help=say("绕行系数（默认 1）", "detour (default: 1)")
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar=say("文件", "FILE"),
        help=say("结果另存为 .geojson 或 .csv", "also write the result as .geojson or .csv"),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Evaluate or suggest, and print."""
    desk.check_ending(given.out, *desk.ENDINGS)
    if given.job == "evaluate":
        _evaluate(given, place, screen)
    else:
        _suggest(given, place, screen)


def _evaluate(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    _one_reach(given)
    options = EvaluateOptions(
        reach_km=given.km[0],
        year=given.year,
        kinds=tuple(given.kind or HARMLESS),
        next_kinds=tuple(given.next or EvaluateOptions().next_kinds),
        detour=given.detour,
        file=own_file.options(given),
    )
    told = desk.evaluate(given.points, place=place, options=options)
    for row in told.table.to_dict("records"):
        _one(row, told, options, screen)
    for words in told.left_out:
        screen.print(words)
    _write(told.table, given.out, screen)


def _one(row: dict[Any, Any], told: Evaluation, options: EvaluateOptions, screen: Screen) -> None:
    lang = screen.lang
    name = str(row[f"name_{lang}"])
    where = "".join(str(row[f"{level}_zh"] or "") for level in ("prefecture", "county"))
    if screen.lang == "en" and row["county"]:
        where = f"{row['county_en']}, {row['prefecture_en']}"
    outside = screen.say(Text("不在所知的县区内", "in no known county"))
    heads = (
        Text("数量", "quantity"),
        Text(f"{options.reach_km:g} 千米内", f"within {options.reach_km:g} km"),
        Text("新增覆盖", "gained"),
        Text("与现有设施重叠", "overlap"),
    )
    rows = [
        (screen.say(words), *(amount(row[f"{part}_{quantity}"]) for part in _PARTS))
        for quantity, words in told.quantities.items()
    ]
    screen.table(heads, rows, title=_title(name, where or outside), right=(1, 2, 3))
    near = Text("最近的同类设施", "nearest of its kind")
    screen.print(f"{screen.say(near)}: {_near(row[f'nearest_{lang}'], row['nearest_km'])}")
    tier = Text("最近的下一级设施", "nearest of the next tier")
    screen.print(f"{screen.say(tier)}: {_near(row[f'next_{lang}'], row['next_km'])}")
    plan = row[f"allotted_{screen.lang}"]
    if not told.plan:
        return
    screen.print(Text("规划布局到该市州的产业：", "what the plan allots to the prefecture:"))
    screen.print(str(plan) if isinstance(plan, str) and plan else "  —")


def _title(name: str, where: str) -> Text:
    return Text(f"{name}（{where}）", f"{name} ({where})")


def _near(site: object, km: float) -> str:
    return "—" if not isinstance(site, str) or math.isnan(km) else f"{site}, {km:.1f} km"


def _suggest(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    _check_curve(given)
    model = given.model.replace("-", "_")
    basis = desk.load(place, source=given.candidates, file=own_file.options(given))
    task = SitingTask(
        reach_km=given.km[0],
        year=given.year,
        new=_how_many(given, model),
        model=model,
        kinds=tuple(given.kind or (HARMLESS if len(basis.network) else ())),
        quantity=given.quantity,
        detour=given.detour,
        budget=given.budget,
        apart_km=given.apart,
    )
    tables = (basis.candidates, basis.demand, basis.network)
    told = candidates.suggest(*tables, task)
    if model == "mclp" and told.reaching == 0:
        raise OptionError(
            Text(
                f"{given.candidates}：没有一个候选点在 {task.reach_km:g} 千米内有需求；"
                "请核对经纬度，或增大覆盖距离",
                f"{given.candidates}: no candidate has demand within {task.reach_km:g} km;"
                " check longitude and latitude, or raise the reach",
            )
        )
    _chosen(told, task, screen)
    if told.solution.status == "infeasible":
        _unserved(told, basis.demand, screen)
    for words in (*basis.left_out, *told.left_out):
        screen.print(words)
    if given.curve is not None:
        table = candidates.coverage_curve(
            *tables, task, most=given.curve, reaches_km=tuple(given.km)
        )
        _curve(table, screen)
        if given.curve_out is not None:
            desk.write_curve(table, given.curve_out)
            screen.print(f"  {short(given.curve_out)}")
    _write(told.table, given.out, screen)


def _check_curve(given: argparse.Namespace) -> None:
    desk.check_ending(given.curve_out, *desk.CURVE_ENDINGS)
    if given.curve is None:
        _one_reach(given)
        if given.curve_out is not None:
            raise OptionError(
                Text("--curve-out 须与 --curve 同用", "--curve-out goes with --curve")
            )
    elif given.curve < 1:
        raise OptionError(
            Text(
                f"--curve 应不小于 1，现为 {given.curve}", f"--curve: 1 or more, not {given.curve}"
            )
        )


def _one_reach(given: argparse.Namespace) -> None:
    if len(given.km) > 1:
        raise OptionError(
            Text(
                "--km 在这里只能给一个值；多个值须与 suggest --curve 同用",
                "--km takes one value here; several go with suggest --curve",
            )
        )


def _how_many(given: argparse.Namespace, model: str) -> int | None:
    if given.new is not None:
        return int(given.new)
    return None if model == "lscp" or given.budget is not None else 3


def _chosen(told: Suggestion, task: SitingTask, screen: Screen) -> None:
    km = f"{task.reach_km:g}"
    heads = (
        Text("新场址", "new site"),
        Text(f"{km} 千米内", f"within {km} km"),
        Text("以它为最近", "nearest to it"),
        Text("只有它能覆盖", "only it reaches"),
    )
    rows = [
        (
            str(row.get(f"name_{screen.lang}") or row["id"]),
            *(amount(row[name]) for name in ("within_reach", "nearest_here", "only_here")),
        )
        for row in told.table.to_dict("records")
    ]
    if rows:
        screen.table(heads, rows, right=(1, 2, 3))
        before, after = (part / told.total * 100 for part in (told.before, told.after))
        screen.print(
            Text(
                f"{km} 千米覆盖：{told.before:,.0f}（{before:.1f}%）→ "
                f"{told.after:,.0f}（{after:.1f}%），共 {told.total:,.0f}",
                f"covered within {km} km: {told.before:,.0f} ({before:.1f} %) → "
                f"{told.after:,.0f} ({after:.1f} %) of {told.total:,.0f}",
            )
        )
    elif told.solution.status == "optimal":
        screen.print(
            Text(
                "没有选出新场址：在所给条件下，候选点不能增加覆盖",
                "no new site: under these conditions no candidate adds anything",
            )
        )
    screen.print(candidates.proven(told.solution))
    if told.solution.smallest_reach is not None:
        least = told.solution.smallest_reach / 1000
        screen.print(
            Text(
                f"能满足要求的最小覆盖距离：{least:.2f} 千米",
                f"the smallest reach that would do: {least:.2f} km",
            )
        )


def _unserved(told: Suggestion, demand: pd.DataFrame, screen: Screen) -> None:
    left = told.solution.unserved
    if left.empty:
        return
    names = demand.set_index("id")[f"name_{screen.lang}"]
    worst = left.sort_values("excess", ascending=False, na_position="first").head(_LISTED)
    rows = [
        (
            str(names.get(row["demand"]) or row["demand"]),
            "—" if math.isnan(row["excess"]) else f"{row['excess'] / 1000:.2f}",
        )
        for row in worst.to_dict("records")
    ]
    heads = (Text("不能覆盖的需求点", "demand not covered"), Text("超出（千米）", "beyond (km)"))
    screen.table(heads, rows, right=(1,))
    if len(left) > _LISTED:
        screen.print(Text(f"另有 {len(left) - _LISTED} 个", f"and {len(left) - _LISTED} more"))


def _curve(table: pd.DataFrame, screen: Screen) -> None:
    shares = table.pivot_table(index="new", columns="reach_km", values="share")
    heads = [Text("新增", "new")]
    heads += [Text(f"{km:g} 千米内 %", f"within {km:g} km, %") for km in shares.columns]
    rows = [(str(new), *(f"{share:.1f}" for share in row)) for new, row in shares.iterrows()]
    title = Text("覆盖率与新增场址数", "share covered, by number of new sites")
    screen.table(heads, rows, title=title, right=range(len(heads)))
    unproven = int((table["status"] != "optimal").sum())
    if unproven:
        screen.print(Text(f"其中 {unproven} 个未证明最优", f"{unproven} not proven optimal"))


def _write(table: Any, path: Path | None, screen: Screen) -> None:
    if path is not None:
        desk.write(table, path)
        screen.print(f"  {short(path)}")
