"""``gisplan compare``: what differs between two scenarios."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gisplan.api.workspace import Workspace
from gisplan.cli.parser import add_overwrite
from gisplan.cli.terminal import Screen, short
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.compare import Comparison

_SHOWN = 40
_KINDS = {
    "changed": Text("有变化", "changed"),
    "added": Text("仅在乙中", "in B only"),
    "removed": Text("仅在甲中", "in A only"),
}


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
    add_overwrite(parser, lang)


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
    from gisplan.api import compare

    with screen.progress() as progress:
        found = compare.compare(given.a, given.b, place=place, progress=progress)
    for name, each in (("甲 A", found.a), ("乙 B", found.b)):
        screen.print(f"{name}  {each.name}  {screen.say(each.title)}")
    layers = "、".join(found.compared)
    if not found.differences:
        screen.print(Text(f"没有差异：{layers}", f"nothing differs in: {layers}"))
        return
    cells = found.cells
    plain = cells.astype(object).where(cells.notna(), None)
    rows = [
        (
            row["layer"],
            row["key"],
            _title(found, row["layer"], row["column"], screen),
            row["a"] or "",
            row["b"] or "",
            screen.say(_KINDS[row["kind"]]) if row["change"] is None else f"{row['change']:+.10g}",
        )
        for row in plain.head(_SHOWN).to_dict(orient="records")
    ]
    heads = (
        Text("图层", "layer"),
        Text("键", "key"),
        Text("列", "column"),
        Text("甲", "A"),
        Text("乙", "B"),
        Text("乙减甲", "B less A"),
    )
    screen.table(heads, rows, right=(3, 4, 5))
    count = len(cells)
    screen.print(Text(f"共 {count} 处差异", f"{count} difference(s) in all"))
    for path in compare.write(found, place=place, lang=screen.lang, overwrite=given.overwrite):
        screen.print(short(path))


def _title(found: Comparison, layer: str, column: str | None, screen: Screen) -> str:
    if column is None:
        return ""
    if column == "geometry":
        return screen.say(Text("位置或形状", "position or shape"))
    return screen.say(found.specs[layer].column(column).title)
