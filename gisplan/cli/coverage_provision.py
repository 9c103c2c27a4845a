"""What ``gisplan coverage`` asks and tells of capacity, tiers and norms."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from gisplan.api.coverage.coverage_tables import bound_of, of_drawn, percent
from gisplan.api.coverage.options import ProvisionOptions
from gisplan.api.worth import STANDING, headed
from gisplan.cli.parser import Parser, speaker
from gisplan.cli.terminal import Screen
from gisplan.digits import GIVEN
from gisplan.errors import OptionError
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.api.coverage.network_coverage import Coverage
    from gisplan.api.coverage.provision import Provision

_REGION = Text("地区", "region")
_TOTAL = Text("合计", "total")
_CAUSE = Text("不详的设施", "sites not known")
#: Of a capacity.
NOT_KNOWN = Text("不详", "not known")
#: What stands for no figure.
NOTHING = "—"


def arguments(parser: Parser, lang: Lang) -> None:
    """Declare the arguments that ask for more than who is in reach.

    Parameters
    ----------
    parser : Parser
        Parser that gets the arguments; it knows the workspace's defaults.
    lang : Lang
        Language of the help and the messages.
    """
    say, waste = speaker(lang), parser.usual.waste

    group = parser.add_argument_group(say("能力、层级和标准", "capacity, tiers and norms"))
    group.add_argument(
        "--assign",
        action="store_true",
        help=say(
            f"按能力分配：各设施接收多少、剩多少，各地区还有多少没有去处（默认数量 {waste}）",
            "share out capacity: what each site takes and has left, and what finds no place in "
            f"each region (default quantity: {waste})",
        ),
    )
    group.add_argument(
        "--accessibility",
        nargs="*",
        type=float,
        metavar=say("权重", "WEIGHT"),
        help=say(
            "可达性：最远距离内的能力与需求之比（2SFCA）；给出各距离的权重（由大到小）则为 E2SFCA"
            f"（默认数量 {waste}）",
            "accessibility: capacity against demand within the longest reach (2SFCA); with falling "
            f"weights, one for each reach, E2SFCA (default quantity: {waste})",
        ),
    )
    group.add_argument(
        "--fca",
        choices=("2sfca", "3sfca"),
        default="2sfca",
        help=say(
            "可达性的方法：3sfca 先把需求按距离分给各设施（默认 2sfca）",
            "method of accessibility: by 3sfca demand first divides itself among sites (default: "
            "2sfca)",
        ),
    )
    group.add_argument(
        "--decay",
        nargs="+",
        metavar=(say("形式", "FORM"), say("参数=数值", "NAME=VALUE")),
        help=say(
            "距离衰减：gaussian bandwidth=20、exponential rate=0.05、power exponent=2 floor=1、"
            "linear、stepwise weights=1,0.5；单位为千米或分钟，没有默认值",
            "distance decay: gaussian bandwidth=20, exponential rate=0.05, power exponent=2 "
            "floor=1, linear, stepwise weights=1,0.5; in km or minutes, without defaults",
        ),
    )
    group.add_argument(
        "--huff",
        nargs="?",
        type=float,
        const=1.0,
        metavar=say("指数", "EXPONENT"),
        help=say(
            "市场份额（Huff 模型）：按能力^指数（默认 1）和 --decay 把需求分给可达的设施",
            "market shares (Huff's model): demand shared out among sites in reach by "
            "capacity^EXPONENT (default: 1) and --decay",
        ),
    )
    group.add_argument(
        "--tiers",
        nargs="+",
        default=[],
        metavar=say("层级=距离", "TIER=REACH"),
        help=say(
            "由下到上逐级连通，如 sorting=50 utilisation=100（层级为设施的 tier 列）",
            "connected tier by tier, from below: sorting=50 utilisation=100, say (TIER is in the "
            "sites' column tier)",
        ),
    )
    group.add_argument(
        "--norms",
        action="store_true",
        help=say("按标准应设的回收站点", "recycling stations that the norm asks for"),
    )


def options(given: argparse.Namespace) -> ProvisionOptions:
    """Take what was asked for.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.

    Returns
    -------
    ProvisionOptions
        Assignment, accessibility, market shares, tiers and norms.

    Raises
    ------
    OptionError
        If a tier is not written as NAME=REACH, or a parameter of the decay not as NAME=VALUE.
    """
    return ProvisionOptions(
        assign=given.assign,
        access=given.accessibility is not None,
        weights=tuple(given.accessibility or ()),
        tiers=tuple(_tier(words) for words in given.tiers),
        norms=given.norms,
        decay=_decay(given.decay) if given.decay else None,
        method=given.fca,
        huff=given.huff is not None,
        exponent=1.0 if given.huff is None else given.huff,
    )


def _decay(words: Sequence[str]) -> dict[str, Any]:
    form, *rest = words
    found: dict[str, Any] = {"form": form}
    for word in rest:
        name, _, value = word.partition("=")
        try:
            numbers = [float(each) for each in value.split(",")]
        except ValueError:
            numbers = []
        if not name or not numbers or (len(numbers) > 1 and name != "weights"):
            raise OptionError(
                Text(
                    f"--decay 的参数应写作 名称=数值，如 bandwidth=20：{word}",
                    f"parameters of --decay are written NAME=VALUE, as bandwidth=20: {word}",
                )
            )
        found[name] = numbers if name == "weights" else numbers[0]
    return found


def _tier(words: str) -> tuple[str, float]:
    name, _, reach = words.partition("=")
    try:
        number = float(reach)
    except ValueError:
        number = math.nan
    if not name or not number > 0 or math.isinf(number):
        raise OptionError(
            Text(
                f"--tiers 应写作 层级=距离，如 sorting=50：{words}",
                f"--tiers is written TIER=REACH, as sorting=50: {words}",
            )
        )
    return name, number


def show(told: Coverage, screen: Screen) -> None:
    """Print what was found beside the coverage.

    Parameters
    ----------
    told : Coverage
        What was found.
    screen : Screen
        Takes what is said.
    """
    provision = told.provision
    if provision.sites is not None:
        _sites(told, provision.sites, screen)
    if provision.unmet is not None:
        _unmet(told, provision.unmet, screen)
    if provision.access is not None:
        _access(told, provision.access, screen)
    if provision.shares is not None:
        _shares(told, provision.shares, screen)
    if provision.tiers is not None:
        _tiers(told, provision.tiers, screen)
    if provision.stations is not None:
        _stations(provision, screen)
    for words in provision.left_out:
        screen.print(words)


def _name(row: dict[Any, Any], screen: Screen) -> str:
    return str(row.get(f"name_{screen.lang}") or row.get("name_zh") or row["id"])


def _span(low: str, high: str, screen: Screen) -> str:
    """Write a range: one figure where both ends are the same, the least where nothing bounds it.

    Parameters
    ----------
    low, high : str
        Both ends, written; ``—`` where there is none.
    screen : Screen
        Knows the language.

    Returns
    -------
    str
        The range.
    """
    if low == high:
        return low
    if high == NOTHING:
        return screen.say(Text(f"{low} 起，上限不详", f"{low} or more, not known"))
    return f"{low}–{high}"


def _amounts(row: dict[Any, Any], name: str, screen: Screen) -> str:
    return _span(screen.amount(row[f"{name}_low"]), screen.amount(row[f"{name}_high"]), screen)


def _ranges(sites: pd.DataFrame | None) -> Text:
    """Say in a title that figures are ranges, where something is not known of a site.

    Parameters
    ----------
    sites : pandas.DataFrame or None
        The sites with ``capacity`` and ``standing``.

    Returns
    -------
    Text
        Empty where all is known.
    """
    if sites is None:
        return Text("", "")
    name = "assigned" if "assigned_low" in sites else "expected"
    wide = sites[f"{name}_low"] < sites[f"{name}_high"]
    if not (wide | sites["capacity"].isna() | (sites["standing"] == "unknown")).any():
        return Text("", "")
    return Text(
        "；有设施能力、位置或该年是否在不详，给出最低和最高",
        "; lowest and highest, as of some sites the capacity, the place, or whether they stood "
        "that year, is not known",
    )


def _sites(told: Coverage, sites: pd.DataFrame, screen: Screen) -> None:
    unit, worth = told.unit, told.worth
    heads = (
        Text("设施", "site"),
        Text("该年是否在", "stood that year"),
        Text("能力", "capacity"),
        headed(Text("接收", "taken"), "open", worth),
        headed(Text("剩余", "left"), "open", worth),
        headed(Text(f"平均运距（{unit.zh}）", f"mean way ({unit.en})"), "open", worth),
    )
    rows = []
    for row in sites.sort_values("assigned_high", ascending=False).to_dict("records"):
        mean = row[f"mean_{told.measure}"]
        figures = (_amounts(row, name, screen) for name in ("assigned", "left"))
        own = row["capacity"]
        rows.append(
            (
                _name(row, screen),
                screen.say(STANDING[row["standing"]]),
                screen.say(NOT_KNOWN) if math.isnan(own) else screen.amount(own),
                *figures,
                screen.amount(mean),
            )
        )
    farthest, ranges = f"{told.reaches[-1]:g}", _ranges(sites)
    title = Text(
        f"按能力分配：{told.quantity.zh}，{farthest} {unit.zh}内，先尽量多，再求总运距最小"
        f"{ranges.zh}",
        f"capacity shared out: {told.quantity.en}, within {farthest} {unit.en}; as much as "
        f"possible, then at least cost{ranges.en}",
    )
    screen.table(heads, rows, title=of_drawn(told, title), right=range(2, len(heads)))


def _unmet(told: Coverage, regions: pd.DataFrame, screen: Screen) -> None:
    unit, farthest, worth = told.unit, f"{told.reaches[-1]:g}", told.worth
    heads = (
        _REGION,
        told.quantity,
        headed(Text("有去处", "taken"), "open", worth),
        headed(Text("没有去处", "unmet"), "open", worth),
        headed(
            Text(
                f"没有去处最多时，因 {farthest} {unit.zh}内没有设施",
                f"of the most unmet: no site within {farthest} {unit.en}",
            ),
            bound_of(told, "upper"),
            worth,
        ),
        headed(Text("因能力已满", "no capacity left"), "open", worth),
        _CAUSE,
    )
    names = ("amount", "out_of_reach", "no_capacity")
    total: dict[Any, Any] = dict(told.provision.unmet_total)
    rows = []
    each: list[dict[Any, Any]] = [*regions.to_dict("records"), total]
    for row in each:
        first = screen.amount(row["amount"])
        rest = [
            f"{screen.amount(row[part])} ({screen.amount(percent(row[part], row['amount']))} %)"
            for part in names[1:]
        ]
        both = (_amounts(row, name, screen) for name in ("assigned", "unmet"))
        name = screen.say(_TOTAL) if row is total else _name(row, screen)
        rows.append((name, first, *both, *rest, _causes(row, screen)))
    ranges = _ranges(told.provision.sites)
    title = Text(
        f"各地区已知设施接收不了的数量及原因{ranges.zh}",
        f"what finds no place at known sites, by region and reason{ranges.en}",
    )
    screen.table(heads, rows, title=of_drawn(told, title), right=range(1, len(heads) - 1))


def _causes(row: dict[Any, Any], screen: Screen) -> str:
    names = row.get(f"unknown_{screen.lang}")
    return names if isinstance(names, str) else ""


def _access(told: Coverage, regions: pd.DataFrame, screen: Screen) -> None:
    ratio_head = headed(
        Text("可达能力 ÷ 需求", "capacity in reach / demand"), bound_of(told, "lower"), told.worth
    )
    heads = (_REGION, told.quantity, ratio_head, _CAUSE)
    rows = []
    for row in regions.to_dict("records"):
        ends = (row["access_low"], row["access_high"])
        low, high = (NOTHING if math.isnan(end) else screen.amount(end) for end in ends)
        ratio = _span(low, high, screen)
        rows.append((_name(row, screen), screen.amount(row["amount"]), ratio, _causes(row, screen)))
    by, far = told.provision.access_by, f"{told.reaches[-1]:g}"
    title = Text(
        f"可达性（{by.zh}，{far} {told.unit.zh}内；1 即能力正好够）；有设施不详的给出最低和最高",
        f"accessibility ({by.en}, within {far} {told.unit.en}; 1: capacity just suffices); "
        "lowest and highest where a site is not known",
    )
    screen.table(heads, rows, title=of_drawn(told, title), right=(1, 2))


def _shares(told: Coverage, sites: pd.DataFrame, screen: Screen) -> None:
    heads = (
        Text("设施", "site"),
        Text("该年是否在", "stood that year"),
        Text("能力", "capacity"),
        headed(Text("预计到来", "expected"), "open", told.worth),
        headed(Text("份额 %", "share %"), "open", told.worth),
    )
    rows = []
    for row in sites.sort_values("expected_high", ascending=False).to_dict("records"):
        own = row["capacity"]
        rows.append(
            (
                _name(row, screen),
                screen.say(STANDING[row["standing"]]),
                screen.say(NOT_KNOWN) if math.isnan(own) else screen.amount(own),
                _amounts(row, "expected", screen),
                _amounts(row, "share", screen),
            )
        )
    by, far, ranges = told.provision.shares_by, f"{told.reaches[-1]:g}", _ranges(sites)
    title = Text(
        f"市场份额（{by.zh}）：{told.quantity.zh}，{far} {told.unit.zh}内{ranges.zh}",
        f"market shares ({by.en}): {told.quantity.en}, within {far} {told.unit.en}{ranges.en}",
    )
    screen.table(heads, rows, title=of_drawn(told, title), right=range(2, len(heads)))


def _tiers(told: Coverage, tiers: pd.DataFrame, screen: Screen) -> None:
    unit, worth = told.unit, told.worth
    heads = [
        Text("层级", "tier"),
        Text(f"范围（{unit.zh}）", f"reach ({unit.en})"),
        headed(Text("设施", "sites"), "lower", worth),
        headed(Text("能力不详", "capacity unknown"), "open", worth),
        headed(Text("接得上", "connected"), bound_of(told, "lower"), worth),
        headed(Text("占比 %", "%"), bound_of(told, "lower"), worth),
    ]
    limited = told.tonnes
    if limited:
        heads += [
            headed(Text("送到本级", "arriving"), bound_of(told, "lower"), worth),
            headed(Text("接收", "taken"), bound_of(told, "lower"), worth),
            headed(Text("未能接收", "not taken"), "open", worth),
        ]
    rows = []
    for row in tiers.to_dict("records"):
        name = str(row["tier"])
        cells = [
            screen.say(told.labels[name]) if name in told.labels else name,
            f"{row[f'reach_{told.measure}']:g}",
            str(row["sites"]),
            str(row["without_capacity"]),
            screen.amount(row["connected"]),
            screen.amount(row["connected_share"]),
        ]
        if limited:
            arriving, unserved = (screen.amount(row[part]) for part in ("arriving", "unserved"))
            cells += [arriving, _amounts(row, "served", screen), unserved]
        rows.append(cells)
    title = Text(f"逐级连通：{told.quantity.zh}", f"tier by tier: {told.quantity.en}")
    screen.table(heads, rows, title=of_drawn(told, title), right=range(1, len(heads)))


def _stations(provision: Provision, screen: Screen) -> None:
    if provision.stations is None:
        return
    heads = (
        _REGION,
        Text("应设", "needed"),
        headed(Text("已有", "there"), "lower", provision.stations_worth),
        headed(Text("尚缺", "missing"), "upper", provision.stations_worth),
        headed(Text("超出", "beyond"), "lower", provision.stations_worth),
        Text("已有数不详的县级单位", "units of unknown number"),
    )
    names = ("stations_needed", "stations_there", "missing", "beyond")
    rows = [
        (
            _name(row, screen),
            *(screen.amount(row[name], GIVEN) for name in names),
            str(int(row["units"] - row["counted"])),
        )
        for row in provision.stations.to_dict("records")
        if row["units"] > 0
    ]
    sums = provision.stations[list(names)].sum()
    unknown = int((provision.stations["units"] - provision.stations["counted"]).sum())
    told = (screen.amount(float(sums[name]), GIVEN) for name in names)
    rows.append((screen.say(_TOTAL), *told, str(unknown)))
    title = Text(
        "按标准应设的回收站点（户数由人口和户均人口推算，见图层 station_norms）",
        "recycling stations by norm (households from residents and household size; see the layer "
        "station_norms)",
    )
    screen.table(heads, rows, title=title, right=range(1, len(heads)))
