"""``gisplan coverage``: who is within reach of the network, and who is not."""

from __future__ import annotations

import argparse
import math
from typing import TYPE_CHECKING, TypeVar

from gisplan.api.coverage import coverage_tables as tables
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.targets import check_target
from gisplan.api.workspace import Workspace
from gisplan.cli import coverage_provision as provision
from gisplan.cli import engine_options as engine
from gisplan.cli import sites_file_options as own_file
from gisplan.cli import travel_options as travel
from gisplan.cli.parser import Parser, add_out, speaker
from gisplan.cli.terminal import Screen, short
from gisplan.digits import ESTIMATE, GIVEN
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.coverage.network_coverage import Coverage

_Cell = TypeVar("_Cell")
#: Columns of the table by region that stand before its figures.
_FIGURES = 2


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
    travel.arguments(parser, lang, default=usual.reaches_min, levels=("prefectures", "counties"))
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
    add_out(
        parser,
        lang,
        Text(
            ".xlsx（按地区、按设施、说明）、.csv 或 .geojson（地区）",
            ".xlsx (by region, by site, and what the figures are worth), .csv or .geojson (the"
            " regions)",
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

    for path in given.out:
        check_target(path, *tables.ENDINGS, place=place, overwrite=given.overwrite)
    options = CoverageOptions(
        sites=given.sites,
        file=own_file.options(given),
        reach=travel.reach(given),
        regions="counties" if "counties" in given.by else "prefectures",
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
    for words in tables.notes(told):
        screen.print(words)
    _plan(told, screen)
    if given.out:
        from gisplan.api.coverage.coverage_files import write
    for path in given.out:
        write(told, path, lang=screen.lang, place=place, overwrite=given.overwrite)
        screen.print(f"  {short(path)}")


def _regions(told: Coverage, screen: Screen) -> None:
    heads, rows = tables.region_heads(told), tables.region_rows(told, screen.lang)
    shares = [i for i, head in enumerate(heads) if "%" in head.en]
    # residents add up to what the census counted; tonnes are computed
    whole = ESTIMATE if told.tonnes else GIVEN
    written = [
        [
            str(cell)
            if i < _FIGURES
            else screen.amount(
                math.nan if cell is None else cell, whole if i == _FIGURES else ESTIMATE
            )
            for i, cell in enumerate(row)
        ]
        for row in rows
    ]
    if told.ranged:
        # a range takes one column here, so that the table is not too wide to be read
        firsts = shares[::3]
        heads = _together(heads, firsts, [tables.RANGE] * len(firsts))
        written = [
            _together(row, firsts, [f"{row[i]} ({row[i + 1]}–{row[i + 2]})" for i in firsts])
            for row in written
        ]
    screen.table(heads, written, title=tables.title(told), right=range(1, len(heads)))


def _together(cells: list[_Cell], firsts: list[int], both: list[_Cell]) -> list[_Cell]:
    """Put one cell where three stood.

    Parameters
    ----------
    cells : list
        Of a row.
    firsts : list of int
        Where three begin.
    both : list
        What stands there then.

    Returns
    -------
    list
        Shorter by two for each.
    """
    new = dict(zip(firsts, both, strict=True))
    gone = {i + step for i in firsts for step in (1, 2)}
    return [new.get(i, cell) for i, cell in enumerate(cells) if i not in gone]


def _sites(told: Coverage, screen: Screen) -> None:
    if told.sites.empty:  # none is known to stand, which the notes say
        return
    heads = tables.site_heads(told)
    rows = [
        (name, *map(screen.amount, figures))
        for name, *figures in tables.site_rows(told, screen.lang)
    ]
    screen.table(heads, rows, title=tables.site_title(told), right=(1, 2, 3))


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
