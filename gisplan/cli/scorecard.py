"""``gisplan scorecard``: the plan's targets and milestones against the data."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gisplan.api.workspace import Workspace
from gisplan.cli.parser import add_out, file_path, year
from gisplan.cli.terminal import Screen, short
from gisplan.digits import Digits
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.evidence import EvidenceReport
    from gisplan.api.scorecard import Scorecard


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    parser.add_argument(
        "--year",
        type=year(lang),
        help=Text(
            "只看这一年到期的目标和没有年份的目标，用该年数据判定（默认全部，各用其完成年份）",
            "only aims due in that year and those without one, by the data of that year "
            "(default: all, each by its own year)",
        ).get(lang),
    )
    parser.add_argument(
        "--scenario",
        metavar=Text("情景", "NAME").get(lang),
        help=Text("在这个情景下判定", "as this scenario has it").get(lang),
    )
    parser.add_argument(
        "--report",
        type=file_path(lang),
        metavar=Text("文件", "FILE").get(lang),
        help=Text(
            "另写成一页 HTML 报告，可打印，可离线打开",
            "also write it as a page of HTML, to print or hand on",
        ).get(lang),
    )

    add_out(
        parser,
        lang,
        Text(
            ".xlsx、.csv、.geojson（规划点到地点的目标）或 .html",
            ".xlsx, .csv, .geojson (aims where the plan puts them) or .html",
        ),
    )
    form = parser.add_argument_group(Text("填报", "what offices say").get(lang))
    form.add_argument(
        "--form",
        type=file_path(lang),
        metavar=Text("文件", "FILE").get(lang),
        help=Text(
            "写一份 Excel 填报表，列出全部目标，供各单位填写",
            "write a workbook that lists all aims, for offices to fill in",
        ).get(lang),
    )
    form.add_argument(
        "--evidence",
        type=file_path(lang),
        metavar=Text("文件", "FILE").get(lang),
        help=Text(
            "收回填好的表，逐行答复，再按其判定", "take a filled form back, every row answered"
        ).get(lang),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Evaluate and print.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    from gisplan.api import evidence, scorecard, scorecard_files
    from gisplan.api.scorecard import BASE, VERDICTS
    from gisplan.api.targets import check_target
    from gisplan.cli.compare import row_problems

    for path in given.out:
        check_target(path, *scorecard_files.ENDINGS, place=place, overwrite=given.overwrite)
    check_target(given.report, ".html", ".htm", place=place, overwrite=given.overwrite)
    if given.form is not None:
        evidence.write_form(given.form, place=place, lang=screen.lang, overwrite=given.overwrite)
        screen.print(f"  {short(given.form)}")
        return
    if given.evidence is not None:
        _taken(evidence.take_evidence(given.evidence, place=place), screen)
    with screen.progress() as progress:
        told = scorecard.scorecard(
            place=place, year=given.year, scenario=given.scenario or BASE, progress=progress
        )
    table = told.table
    plain = table.astype(object).where(table.notna(), None)
    rows = [_row(row, screen) for row in plain.to_dict(orient="records")]
    heads = (
        Text("条款", "clause"),
        Text("年份", "year"),
        Text("目标", "aim"),
        Text("要求", "asked"),
        Text("结果", "result"),
        Text("已知数值", "known"),
        Text("差额", "short by"),
        Text("依据或原因", "evidence, or why not"),
    )
    screen.table(heads, rows, right=(5, 6))
    counts = Counter(table["status"])
    said = [
        f"{screen.say(words)} {counts[name]}" for name, words in VERDICTS.items() if counts[name]
    ]
    screen.print(screen.say(Text("，", ", ")).join(said))
    for line in told.summed:
        screen.print(line)
    _answer(told, screen)
    row_problems(told.problems, screen)
    if given.report is not None:
        scorecard.write(
            told, given.report, lang=screen.lang, place=place, overwrite=given.overwrite
        )
        screen.print(f"  {short(given.report)}")
    for path in given.out:
        scorecard_files.write(told, path, lang=screen.lang, place=place, overwrite=given.overwrite)
        screen.print(f"  {short(path)}")


def _taken(report: EvidenceReport, screen: Screen) -> None:
    """Say what became of each row of a form.

    Parameters
    ----------
    report : EvidenceReport
        What was done.
    screen : Screen
        Takes what is said.
    """
    count = len(report.answers)
    screen.print(
        Text(
            f"填报表：填写 {count} 行，采用 {report.used} 行（其中已有 {report.known} 行），"
            f"搁置 {report.set_aside} 行；未填 {report.blank} 行",
            f"form: {count} row(s) filled in, {report.used} used ({report.known} known already), "
            f"{report.set_aside} set aside; {report.blank} blank",
        )
    )
    for one in report.answers:
        done = Text("采用", "used") if one.used else Text("搁置", "set aside")
        why = Text(f"：{one.why.zh}", f": {one.why.en}") if one.why.zh else Text("", "")
        screen.print(
            Text(
                f"  {one.sheet} 第 {one.row} 行（{one.id}）{done.zh}{why.zh}",
                f"  {one.sheet} row {one.row} ({one.id}) {done.en}{why.en}",
            )
        )
    for path in report.written:
        screen.print(f"  {short(path)}")
    for note in report.notes:
        screen.print(note)


def _answer(told: Scorecard, screen: Screen) -> None:
    """Say what became of each row that people filled in.

    Parameters
    ----------
    told : Scorecard
        What was found.
    screen : Screen
        Takes what is said.
    """
    if told.answers is None or told.answered is None:
        return
    screen.print(told.answered)
    lang = screen.lang
    for row in told.answers[told.answers[f"why_{lang}"].notna()].to_dict(orient="records"):
        aside = Text("", "") if row["used"] else Text("搁置", " set aside")
        screen.print(
            Text(
                f"  第 {row['row']} 行（{row['id']}）{aside.zh}：{row['why_zh']}",
                f"  row {row['row']} ({row['id']}){aside.en}: {row['why_en']}",
            )
        )


def _row(row: Mapping[Any, Any], screen: Screen) -> tuple[str, ...]:
    from gisplan.api.scorecard import VERDICTS

    lang = screen.lang
    status = screen.say(VERDICTS[str(row["status"])])
    if row["decided_by"] == "person":
        status += f" ({row['said_by']}, {row['said_on']:%Y-%m-%d})"
    elif row["said_status"] is not None:
        other = screen.say(VERDICTS[str(row["said_status"])])
        status += f"\n{row['said_by']}, {row['said_on']:%Y-%m-%d}: {other}"
    why = row[f"reason_{lang}"]
    told = [str(part) for part in (row[f"evidence_{lang}"], why) if part]
    return (
        str(row["clause"]),
        "" if row["year"] is None else str(row["year"]),
        str(row[f"name_{lang}"]),
        str(row[f"asked_{lang}"] or ""),
        status,
        _known(row, screen),
        _number(row["short_by"], screen),
        "\n".join(told),
    )


def _known(row: Mapping[Any, Any], screen: Screen) -> str:
    from gisplan.api.scorecard import AT_LEAST, may_be_more

    if row["value"] is None:
        return _number(row["said_value"], screen)
    said = _number(row["value"], screen)
    return f"{screen.say(AT_LEAST)} {said}" if may_be_more(row) else said


def _number(value: float | None, screen: Screen) -> str:
    # in the unit of what is asked, which may be counted in 万 already
    return "" if value is None else screen.amount(value, Digits())
