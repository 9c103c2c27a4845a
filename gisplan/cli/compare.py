"""``gisplan compare``: what differs between two scenarios."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from gisplan.api.scenarios.row_problems import HEADING
from gisplan.api.workspace import Workspace
from gisplan.cli.parser import add_out
from gisplan.cli.terminal import Screen, short
from gisplan.text import Lang, Text

_SHOWN = 40


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    words = Text(
        "情景名，即 layers/scenarios/ 下的文件名；base 为现有图层",
        "a scenario: the name of a file in layers/scenarios/; base: the layers as they are",
    )
    parser.add_argument("a", metavar=Text("甲", "A").get(lang), help=words.get(lang))
    parser.add_argument("b", metavar=Text("乙", "B").get(lang), help=words.get(lang))
    add_out(
        parser,
        lang,
        Text(
            ".xlsx（全部差异、各图层、来源）、.csv（全部差异）或 .geojson（有位置的差异）",
            ".xlsx (all differences, each layer, sources), .csv (all differences) or .geojson"
            " (those with a place)",
        ),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Compare, write what differs, and show the first of it.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    from gisplan.api import compare, compare_files
    from gisplan.api.targets import check_target

    for path in given.out:
        check_target(path, *compare_files.ENDINGS, place=place, overwrite=given.overwrite)
    with screen.progress() as progress:
        found = compare.compare(given.a, given.b, place=place, progress=progress)
    for name, each in (("甲 A", found.a), ("乙 B", found.b)):
        screen.print(f"{name}  {each.name}  {screen.say(each.title)}")
    row_problems(found.problems, screen)
    for words in found.apart:
        screen.print(words)
    if not found.differences:
        layers = "、".join(found.compared)
        screen.print(Text(f"没有差异：{layers}", f"nothing differs in: {layers}"))
        return
    parts = compare_files.parts_table(found, screen.lang)
    if parts.rows:
        rows = [
            [one if isinstance(one, str) else screen.amount(one) for one in row]
            for row in parts.rows
        ]
        right = range(2, len(parts.heads))
        screen.table(parts.heads, rows, title=parts.name, right=right)
    table = compare_files.differences(found, screen.lang)
    layer, _, *heads = table.heads[:-1]
    screen.table((layer, *heads), _rows(table.rows[:_SHOWN]), right=(3, 4, 5))
    count = len(table.rows)
    screen.print(Text(f"共 {count} 处差异", f"{count} difference(s) in all"))
    for path in compare.write(found, place=place, lang=screen.lang, overwrite=given.overwrite):
        screen.print(short(path))
    for path in given.out:
        compare_files.write(found, path, lang=screen.lang, place=place, overwrite=given.overwrite)
        screen.print(short(path))


def row_problems(problems: Sequence[Text], screen: Screen) -> None:
    """Show what is wrong in the rows that a scenario brings.

    Parameters
    ----------
    problems : sequence of Text
        Sentences; nothing is shown of none.
    screen : Screen
        Takes what is said.
    """
    if not problems:
        return
    screen.print(HEADING)
    for one in problems[:_SHOWN]:
        screen.print(Text(f"  {one.zh}", f"  {one.en}"))
    if (more := len(problems) - _SHOWN) > 0:
        screen.print(Text(f"  另有 {more} 处", f"  and {more} more"))


def _rows(rows: Sequence[Sequence[Any]]) -> list[tuple[str, ...]]:
    """Write the first of what differs, a layer named where its rows begin.

    Parameters
    ----------
    rows : sequence of sequences
        As :func:`gisplan.api.compare_files.differences` has them.

    Returns
    -------
    list of tuple of str
        Layer, what the row is called, column, both values, their difference.
    """
    written: list[tuple[str, ...]] = []
    before = None
    for layer, key, name, column, a, b, change, kind in rows:
        told = kind if change is None else f"{change:+.10g}"
        begins = layer if layer != before else ""
        written.append((begins, name or key, column, _cell(a), _cell(b), told))
        before = layer
    return written


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.10g}" if isinstance(value, float) else str(value)
