"""``gisplan coverage``: who is within reach of the network, and who is not."""

from __future__ import annotations

import argparse
import math
from typing import TYPE_CHECKING

from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.workspace import Workspace
from gisplan.api.worth import headed, said_of
from gisplan.cli import coverage_provision as provision
from gisplan.cli import engine_options as engine
from gisplan.cli import sites_file_options as own_file
from gisplan.cli import travel_options as travel
from gisplan.cli.parser import Parser, speaker
from gisplan.cli.terminal import Screen, amount
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.coverage.network_coverage import Coverage


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

    parser.add_argument(
        "--sites",
        metavar=say("图层或文件", "LAYER|FILE"),
        help=say(
            "设施：图层名（默认本工作区的设施网络 network），或自己的文件（有经度、纬度两列的 "
            ".csv、.xlsx，或 .geojson、.gpkg 等）",
            "the sites: a layer (default: the workspace's network), or a file of your own (.csv "
            "or .xlsx with columns lon and lat, .geojson, .gpkg …)",
        ),
    )
    parser.add_argument(
        "--kind",
        action="append",
        metavar=say("类型", "KIND"),
        help=say(
            f"只计这类设施，可重复（设施网络默认{travel.kinds_words(usual.kinds).zh}）",
            "only this kind; may be repeated (default for the network:"
            f" {travel.kinds_words(usual.kinds).en})",
        ),
    )
    km = " ".join(f"{reach:g}" for reach in usual.reaches_km)
    parser.add_argument(
        "--km",
        nargs="+",
        type=float,
        metavar=say("千米", "KM"),
        help=say(f"覆盖距离，递增（默认 {km}）", f"reaches, rising (default: {km})"),
    )
    parser.add_argument(
        "--by",
        choices=("prefectures", "counties"),
        default="prefectures",
        help=say("按市州（默认）或按县列出", "list by prefectures (the default) or counties"),
    )
    parser.add_argument(
        "--stream",
        default="",
        metavar=say("种类", "STREAM"),
        help=say(
            "只计这一废物种类的设施，如 municipal、kitchen、recyclables",
            "only sites of this waste stream, such as municipal, kitchen, recyclables",
        ),
    )
    parser.add_argument(
        "--quantity",
        metavar=say("数量", "QUANTITY"),
        help=say(
            f"人口 population 或某种废物量，如 t_municipal（默认 {usual.quantity}）",
            f"population, or a waste stream such as t_municipal (default: {usual.quantity})",
        ),
    )
    travel.year_and_detour(parser, lang)
    travel.arguments(parser, lang, default=usual.reaches_min)
    own_file.arguments(parser, lang)
    provision.arguments(parser, lang)
    parser.add_argument(
        "--demand",
        metavar=say("图层", "LAYER"),
        help=say(
            "需求点图层（默认本工作区的需求点 demand_points）",
            "the layer to be served (default: the workspace's demand points)",
        ),
    )
    engine.arguments(parser, lang)


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Print coverage by region, what each site serves, and what the plan asks for.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    from gisplan.api.coverage.network_coverage import coverage

    options = CoverageOptions(
        sites=given.sites,
        file=own_file.options(given),
        reach=travel.reach(given),
        regions=given.by,
        quantity=given.quantity,
        stream=given.stream,
        provision=provision.options(given),
        demand=given.demand,
    )
    execution = engine.execution(given, screen)
    with screen.progress():
        told = coverage(place, options=options, execution=execution)
    if told.roads is not None:
        travel.roads(told.roads, screen)
    _regions(told, screen)
    _sites(told, screen)
    provision.show(told, screen)
    travel.unreachable(told.unreachable, told.quantity, screen)
    for words in (*said_of(told.worth), *told.left_out):
        screen.print(words)
    _plan(told, screen)


def _name(reach: float) -> str:
    return f"{reach:g}".replace(".", "_")


def _regions(told: Coverage, screen: Screen) -> None:
    worth = told.worth
    heads = [Text("地区", "region"), headed(Text("设施", "sites"), "lower", worth), told.quantity]
    unit = told.unit
    for reach in told.reaches:
        within = Text(f"{reach:g} {unit.zh}内", f"within {reach:g} {unit.en}")
        heads += [headed(words, "lower", worth) for words in (within, Text("占比 %", "%"))]
    farthest = f"{told.reaches[-1]:g}"
    outside = Text(f"{farthest} {unit.zh}外", f"beyond {farthest} {unit.en}")
    heads.append(headed(outside, "upper", worth))
    last = _name(told.reaches[-1])
    rows = []
    for region in [*told.regions.to_dict("records"), told.total]:
        name = region[f"name_{screen.lang}"]
        cells = [name, str(region["sites_counted"]), amount(region["demand_total"])]
        for reach in told.reaches:
            share = region[f"share_{_name(reach)}"]
            cells.append(amount(region[f"within_{_name(reach)}"]))
            cells.append("—" if math.isnan(share) else f"{share:.1f}")
        rows.append([*cells, amount(region[f"beyond_{last}"])])
    title = Text(
        f"{told.year} 年的覆盖（{told.how.zh}）",
        f"coverage in {told.year} ({told.how.en})",
    )
    screen.table(heads, rows, title=title, right=range(1, len(heads)))


def _sites(told: Coverage, screen: Screen) -> None:
    unit, farthest = told.unit, f"{told.reaches[-1]:g}"
    heads = [
        Text("设施", "site"),
        Text(f"{farthest} {unit.zh}内", f"within {farthest} {unit.en}"),
        headed(Text("以它为最近", "nearest to it"), "upper", told.worth),
        headed(Text("只有它能覆盖", "only it reaches"), "upper", told.worth),
    ]
    rows = [
        (
            str(site.get(f"name_{screen.lang}") or site.get("name_zh") or site["id"]),
            *(amount(site[column]) for column in ("within_reach", "nearest_here", "only_here")),
        )
        for site in told.sites.to_dict("records")
    ]
    screen.table(heads, rows, title=Text("各设施的作用", "what each site does"), right=(1, 2, 3))


def _plan(told: Coverage, screen: Screen) -> None:
    if not told.milestones:
        return
    screen.print(Text("规划的要求（对照）：", "what the plan asks for, beside this:"))
    for milestone in told.milestones:
        year, clause = milestone.year, milestone.clause
        name = milestone.name
        screen.print(Text(f"  {year} 年：{name.zh}（{clause}）", f"  {year}: {name.en} ({clause})"))
    screen.print(
        Text(
            "规划没有写明覆盖率的算法；以上是距离或行程时间的覆盖，不是收运服务范围。",
            "The plan does not say how coverage is measured; this is reach by distance or"
            " travel time, not the area that collection serves.",
        )
    )
