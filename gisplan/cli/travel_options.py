"""What commands ask and tell of travel by road or over a friction raster."""

from __future__ import annotations

import argparse
import contextlib
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.cli.parser import Parser, speaker, year
from gisplan.cli.terminal import Screen
from gisplan.digits import OF_AN_ESTIMATE, Digits
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.api.travel import RoadReport

#: Pieces of a road graph, and places that can't be reached, listed before the rest is counted.
_PIECES, _LISTED = 5, 20


def arguments(
    parser: argparse.ArgumentParser,
    lang: Lang,
    *,
    default: Sequence[float],
    levels: Sequence[str] = (),
) -> None:
    """Declare the arguments by which travel time takes the place of distance.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    default : sequence of float
        Reaches in minutes where none are asked for.
    levels : sequence of str
        Levels of regions that figures may be listed by, with the same option.
    """
    usual = " ".join(f"{minutes:g}" for minutes in default)

    say = speaker(lang)

    source = say("图层或文件", "LAYER|FILE")
    group = parser.add_argument_group(say("行程时间（代替直线距离）", "travel time, not distance"))
    group.add_argument(
        "--by",
        choices=(*levels, "distance", "road"),
        nargs=1,
        action="extend",
        default=[],
        help=say(
            f"{'按 prefectures（市州，默认）或 counties（县）列出；' if levels else ''}"
            "distance 按直线距离（默认），road 按公路：用自带的干线公路，--roads 可换成自己的，"
            "范围用 --km（默认）或 --minutes",
            f"{'list by prefectures (the default) or counties; ' if levels else ''}"
            "by straight distance (default) or by road: over the trunk roads that are shipped, or"
            " those of --roads, with reaches by --km (default) or --minutes",
        ),
    )
    group.add_argument(
        "--roads",
        default="",
        metavar=source,
        help=say("按道路行程时间：道路线图层或文件", "by road: a layer or file of lines"),
    )
    group.add_argument(
        "--add-roads",
        default="",
        metavar=source,
        help=say(
            "与 --by road 同用：自己的道路接在自带的干线公路上，交叉处相通，端点就近相接"
            "（--snap，默认 200 米）",
            "with --by road: your own roads joined to those that are shipped, where they cross and"
            " where they end (within --snap, 200 m by default)",
        ),
    )
    group.add_argument(
        "--friction",
        default="",
        metavar=source,
        help=say(
            "按阻力栅格（每米分钟数）：图层或 .tif",
            "over a friction raster (minutes per metre): a layer or .tif",
        ),
    )
    group.add_argument(
        "--minutes",
        nargs="+",
        type=float,
        metavar=say("分钟", "MIN"),
        help=say(f"时间段，递增（默认 {usual}）", f"reaches, rising (default: {usual})"),
    )
    group.add_argument(
        "--speed",
        metavar=say("列|数", "COLUMN|KMH"),
        help=say(
            "道路速度（千米/小时）的列，或统一速度（默认列 kmh）；有 --speeds 时为等级列"
            "（默认 class）",
            "the roads' column of km/h, or one speed for all (default: column kmh); with --speeds"
            " the column of the class (default: class)",
        ),
    )
    group.add_argument(
        "--speeds",
        default="",
        metavar=source,
        help=say("各等级速度表：列 class、kmh", "table of speeds by class: columns class and kmh"),
    )
    group.add_argument(
        "--oneway",
        metavar=say("列", "COLUMN"),
        help=say("道路的单行方向列", "the roads' column of one-way directions"),
    )
    numbers = (
        (
            "--snap",
            say("断头路与他路相接的最大距离（默认 0）", "join loose ends within (default: 0)"),
        ),
        (
            "--max-snap",
            say("点到道路的最大距离（默认 1000）", "farthest from a road (default: 1000)"),
        ),
    )
    for name, words in numbers:
        group.add_argument(name, type=float, metavar=say("米", "M"), help=words)
    group.add_argument(
        "--access",
        type=float,
        metavar=say("千米/小时", "KMH"),
        help=say(
            "从点到道路这一段的速度（默认 5）", "speed between a point and its road (default: 5)"
        ),
    )


def year_and_detour(parser: Parser, lang: Lang) -> None:
    """Declare the year that is planned for, and the detour of reach by distance.

    Parameters
    ----------
    parser : Parser
        Where they are declared; it knows the workspace's defaults.
    lang : {"zh", "en"}
        Language of the help.
    """
    say, usual = speaker(lang), parser.usual
    parser.add_argument(
        "--year",
        type=year(lang),
        help=say(f"年份（默认 {usual.year}）", f"year (default: {usual.year})"),
    )
    parser.add_argument(
        "--detour",
        type=float,
        help=say(
            f"绕行系数，不小于 1（默认 {usual.detour:g}）",
            f"detour factor, at least 1 (default: {usual.detour:g})",
        ),
    )


def kinds_words(kinds: Sequence[str]) -> Text:
    """Say which kinds count by default, for a help, in which ``%`` means something else.

    Parameters
    ----------
    kinds : sequence of str
        All if empty.

    Returns
    -------
    Text
        The kinds, one after the other.
    """
    kinds = [kind.replace("%", "%%") for kind in kinds]
    return Text("、".join(kinds) or "全部", ", ".join(kinds) or "all")


def reach(given: argparse.Namespace) -> ReachOptions:
    """Take which sites count, how far they reach, and how one gets there.

    Parameters
    ----------
    given : argparse.Namespace
        What stood on the command line.

    Returns
    -------
    ReachOptions
        What was left out is None.
    """
    return ReachOptions(
        km=tuple(given.km) if given.km else None,
        minutes=tuple(given.minutes) if given.minutes else None,
        year=given.year,
        kinds=tuple(given.kind) if given.kind else None,
        journey=_journey(given),
    )


def _journey(given: argparse.Namespace) -> JourneyOptions:
    """Take by which way one gets there.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.

    Returns
    -------
    JourneyOptions
        What was left out is None.
    """
    speed: Any = given.speed
    with contextlib.suppress(TypeError, ValueError):
        speed = float(given.speed)
    said = {
        "speed": speed,
        "oneway": given.oneway,
        "snap_m": given.snap,
        "max_snap_m": given.max_snap,
        "access_kmh": given.access,
    }
    return JourneyOptions(
        by="road" if "road" in given.by else "",
        detour=given.detour,
        roads=given.roads,
        add_roads=given.add_roads,
        friction=given.friction,
        speeds=given.speeds,
        road={name: value for name, value in said.items() if value is not None},
    )


def roads(report: RoadReport, screen: Screen) -> None:
    """Tell what the roads are like: their pieces, what was joined, how far the points lie off.

    Parameters
    ----------
    report : RoadReport
        What was done.
    screen : Screen
        Takes what is said.
    """
    pieces, km = report.components, float(report.components["km"].sum())
    one_way = float(pieces["one_way_km"].sum())
    heads = (
        Text("连通部分", "piece"),
        Text("节点", "nodes"),
        Text("路段", "edges"),
        Text("千米", "km"),
        Text("占比 %", "%"),
        Text("其中一点", "a place in it"),
    )
    rows = [
        (
            str(piece["component"]),
            f"{piece['nodes']:,}",
            f"{piece['edges']:,}",
            screen.amount(piece["km"]),
            screen.amount(piece["km"] / km * 100) if km else "—",
            f"{piece['lon']:.4f}, {piece['lat']:.4f}",
        )
        for piece in pieces.head(_PIECES).to_dict("records")
    ]
    title = Text(
        f"路网：{km:,.1f} 千米，其中单行 {one_way:,.1f} 千米；{len(pieces)} 个互不连通的部分",
        f"roads: {km:,.1f} km, {one_way:,.1f} km of it one-way; in {len(pieces)} separate piece(s)",
    )
    screen.table(heads, rows, title=title, right=(1, 2, 3, 4))
    if (more := len(pieces) - _PIECES) > 0:
        screen.print(Text(f"另有 {more} 个更短的部分", f"and {more} shorter piece(s)"))
    joined = report.joins["distance_m"]
    if len(joined):
        screen.print(
            Text(
                f"接上的断头路：{len(joined)} 处，最远 {joined.max():,.1f} 米",
                f"loose ends joined: {len(joined)}, the farthest by {joined.max():,.1f} m",
            )
        )
    what = {"demand": Text("需求点", "demand points"), "site": Text("设施", "sites")}
    for name, words in what.items():
        access = report.access[name].sort_values("distance_m")
        far, points = access["distance_m"].to_numpy(), access["points"].to_numpy()
        off = int(points[access["line"].isna()].sum())
        # the two in the middle, which of an odd number are one
        upto, half = points.cumsum(), (points.sum() - 1) / 2
        ends = math.floor(half), math.ceil(half)
        median = sum(far[(upto > place).argmax()] for place in ends) / 2
        screen.print(
            Text(
                f"{words.zh}到道路的距离：中位数 {median:,.0f} 米，最大 {far[-1]:,.0f} 米；"
                f"超过 {report.max_snap_m:,g} 米的有 {off} 个",
                f"{words.en} to their road: median {median:,.0f} m, at most"
                f" {far[-1]:,.0f} m; {off} farther than {report.max_snap_m:,g} m",
            )
        )


def unreachable(table: pd.DataFrame, quantity: Text, screen: Screen) -> None:
    """List the sites that can't be reached, and add up the demand that can't, by reason.

    Parameters
    ----------
    table : pandas.DataFrame
        What can't be reached: ``of``, ``id``, names, ``amount`` and the reason.
    quantity : Text
        What the demand is counted in.
    screen : Screen
        Takes what is said.
    """
    if table.empty:
        return
    heads = (
        Text("无法到达", "can't be reached"),
        Text("原因", "reason"),
        Text("到道路 米", "m to a road"),
        quantity,
    )
    rows = []
    sites = table[table["of"] == "site"]
    for site in sites.head(_LISTED).to_dict("records"):
        name, why = site[f"name_{screen.lang}"], site[f"reason_{screen.lang}"]
        rows.append(
            (name, why, screen.amount(site["distance_m"], Digits(count=OF_AN_ESTIMATE)), "")
        )
    if len(sites) > _LISTED:
        more = Text(f"另有 {len(sites) - _LISTED} 处设施", f"{len(sites) - _LISTED} more site(s)")
        rows.append((screen.say(more), "", "", ""))
    demand = table[table["of"] == "demand"]
    for why, part in demand.groupby(f"reason_{screen.lang}", sort=True):
        many = int(part["points"].sum())
        name = screen.say(Text(f"{many} 个需求点", f"{many} demand point(s)"))
        rows.append((name, str(why), "", screen.amount(float(part["amount"].sum(min_count=1)))))
    title = Text(
        "无法到达的设施与需求（需求计入最远一档之外）",
        "sites and demand that can't be reached (the demand counts as beyond)",
    )
    screen.table(heads, rows, title=title, right=(2, 3))
