"""``gisplan plan``: who owes what of the plan, by when, and how it stands."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gisplan.api.workspace import Workspace
from gisplan.cli.parser import add_out, year
from gisplan.cli.terminal import Screen, short
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.plan import Ledger


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : {"zh", "en"}
        Language of the help and the messages.
    """
    asked = (
        ("unit", "单位", "UNIT", "牵头或配合单位，新旧名称都可以，如 省工信厅、酒泉市政府",
         "a lead or cooperating unit by any name"),
        ("region", "地区", "REGION", "市州、县区或功能区的名称或代码，如 酒泉",
         "name or code of an administrative unit"),
        ("clause", "条款", "CLAUSE", "条款及其下的全部，如 二(三)",
         "a clause with all below it"),
        ("industry", "产业", "INDUSTRY", "产业门类或名称中的字，如 节能、节水",
         "a segment, or a word of the names"),
        ("as-of", "日期", "DAY", "以这一天判定逾期，如 2026-11-28（默认今天）",
         "the day on which it is decided what is overdue (default: today)"),
    )  # fmt: skip
    for name, zh, en, help_zh, help_en in asked:
        words, metavar = Text(help_zh, help_en), Text(zh, en)
        parser.add_argument(f"--{name}", metavar=metavar.get(lang), help=words.get(lang))
    parser.add_argument(
        "--role",
        metavar=Text("角色", "ROLE").get(lang),
        help=Text("只列牵头（lead）或配合（cooperate）的", "lead or cooperate").get(lang),
    )
    parser.add_argument(
        "--year",
        type=year(lang),
        action="append",
        help=Text("完成年份，可重复", "year due; may be repeated").get(lang),
    )
    parser.add_argument(
        "--state",
        action="append",
        metavar=Text("状态", "STATE").get(lang),
        help=Text(
            "达到、部分达到、未达到、数据不足、待人工判定、逾期（met、partly、missed、undecided、awaiting、"
            "overdue），可重复",
            "met, partly, missed, undecided, awaiting or overdue; may be repeated",
        ).get(lang),
    )
    parser.add_argument(
        "--kind",
        action="append",
        metavar=Text("类别", "KIND").get(lang),
        help=Text(
            "发展目标、重点任务、完成时限、措施、基地与平台、标志性工程、工作路径、保障措施、区域布局、组织与活动，可重复",
            "target, task, milestone, measure, base, landmark, path, safeguard, allocation or"
            " undertaking; may be repeated",
        ).get(lang),
    )
    add_out(parser, lang, Text(".xlsx、.csv、.geojson 或 .html", ".xlsx, .csv, .geojson or .html"))


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """List what is asked for, and write it.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    from gisplan.api import ledger_files, plan
    from gisplan.api.targets import check_target

    for path in given.out:
        check_target(path, *ledger_files.ENDINGS, place=place, overwrite=given.overwrite)
    with screen.progress() as progress:
        query = plan.PlanQuery(
            unit=given.unit,
            role=given.role,
            region=given.region,
            clause=given.clause,
            year=given.year,
            state=given.state,
            kind=given.kind,
            industry=given.industry,
            as_of=given.as_of,
        )
        found = plan.plan(query, place=place, progress=progress)
    lang = screen.lang
    heads = ("编号", "条款", "类别", "事项", "年份", "角色", "牵头单位", "状态")
    if lang == "en":
        heads = ("item", "clause", "kind", "what", "due", "role", "lead", "state")
    rows = []
    late = Text("，逾期", ", overdue").get(lang)
    for row, is_late in zip(
        ledger_files.cells(found.table, found.spec, lang),
        found.table["overdue"].fillna(False),
        strict=True,
    ):
        item, clause, kind, what, _, due, role, lead, _, _, state, *_ = row
        said = f"{state}{late if is_late else ''}"
        shown = (item, clause, kind, what, due, role, lead, said)
        rows.append(tuple("" if cell is None else str(cell) for cell in shown))
    screen.table(tuple(Text(head, head) for head in heads), rows, right=(4,))
    _summary(found, screen)
    for path in given.out:
        ledger_files.write(found, path, lang=lang, place=place, overwrite=given.overwrite)
        screen.print(f"  {short(path)}")


def _summary(found: Ledger, screen: Screen) -> None:
    counts = found.counts
    labels = {**found.spec.column("state").labels, "overdue": found.spec.column("overdue").title}
    some = {labels[name]: count for name, count in counts.items() if count}
    zh = "，".join(f"{words.zh} {count}" for words, count in some.items())
    en = ", ".join(f"{words.en.lower()} {count}" for words, count in some.items())
    number = len(found.table)
    items = "1 item" if number == 1 else f"{number} items"
    screen.print(
        Text(
            f"{found.asked.zh}：共 {number} 项{zh and f'（{zh}）'}；逾期以 {found.as_of} 为准",
            f"{found.asked.en}: {items}{en and f' ({en})'}; overdue as of {found.as_of}",
        )
    )
    for note in found.notes:
        screen.print(note)
