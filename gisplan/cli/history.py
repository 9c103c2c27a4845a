"""``gisplan history``: what was changed in the layers' tables, and taking the last change back."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gisplan.api.workspace import Workspace
from gisplan.cli.terminal import Screen
from gisplan.errors import OptionError
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.history.undo import TableChange

#: Changes that are listed unless more are asked for, and rows of one that is told in full.
_LAST, _ROWS = 20, 60


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : {"zh", "en"}
        Language of the help and the messages.
    """
    parser.add_argument(
        "change",
        nargs="?",
        metavar=Text("编号", "CHANGE").get(lang),
        help=Text(
            "只看这一次改动，逐行逐格：从什么改成什么",
            "one change in full: which cell, from what to what",
        ).get(lang),
    )
    parser.add_argument(
        "--layer",
        metavar=Text("名称", "NAME").get(lang),
        help=Text("只列这个图层的改动", "only changes of this layer").get(lang),
    )
    parser.add_argument(
        "--last",
        type=int,
        default=_LAST,
        metavar=Text("次数", "COUNT").get(lang),
        help=Text(f"列出最近几次（默认 {_LAST}）", f"how many are listed (default: {_LAST})").get(
            lang
        ),
    )
    parser.add_argument(
        "--undo",
        action="store_true",
        help=Text(
            "撤销最近一次改动（导入、修改表格或填报）：有关文件恢复原样",
            "take the last change back (import, edit or evidence): all as it was",
        ).get(lang),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """List changes, tell one in full, or take the last one back.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    from gisplan.api.history.undo import history, undo_last
    from gisplan.api.layers import describe

    if given.undo:
        was = undo_last(place)
        words = was.words
        screen.print(
            Text(
                f"已撤销 {was.when:%Y-%m-%d %H:%M} 的{words.zh}，图层 {was.layer} 恢复原样",
                f"the {words.en} of {was.when:%Y-%m-%d %H:%M} was taken back; layer {was.layer}"
                " is as it was",
            )
        )
        return
    if given.layer is not None:
        describe(given.layer, place=place)  # a name that is none is told
    changes = history(place, layer=given.layer)
    if given.change is not None:
        _tell(_one(given.change, changes), screen)
        return
    if not changes:
        screen.print(Text("还没有改动", "nothing was changed yet"))
        return
    heads = (
        *(Text("编号", "change"), Text("时间", "when"), Text("图层", "layer")),
        *(Text("怎样", "how"), Text("多少", "what"), Text("来自", "from")),
    )
    shown = changes[: max(given.last, 1)]
    screen.table(heads, [_row(change, screen.lang) for change in shown], right=())
    if len(shown) < len(changes):
        more = len(changes) - len(shown)
        screen.print(
            Text(
                f"另有更早的 {more} 次：--last {len(changes)}",
                f"{more} earlier: --last {len(changes)}",
            )
        )


def _row(change: TableChange, lang: Lang) -> tuple[str, ...]:
    words = change.words.get(lang)
    if change.undone:
        words += Text("（已撤销）", " (taken back)").get(lang)
    when = f"{change.when:%Y-%m-%d %H:%M}"
    return (change.id, when, change.layer, words, change.counts.get(lang), change.file)


def _one(wanted: str, changes: Sequence[TableChange]) -> TableChange:
    found = [change for change in changes if change.id.startswith(wanted)]
    if len(found) != 1:
        raise OptionError(
            Text(
                f"没有编号为 {wanted} 的改动；gisplan history 列出全部",
                f"there is no change {wanted}; gisplan history lists them",
            )
        )
    return found[0]


def _tell(change: TableChange, screen: Screen) -> None:
    screen.print(Text("  ".join(_row(change, "zh")), "  ".join(_row(change, "en"))))
    what = {
        "added": Text("增", "added"),
        "removed": Text("删", "removed"),
        "changed": Text("改", "changed"),
    }
    rows = [
        (what[row.what].get(screen.lang), row.name or row.key, column, old, new)
        for row in change.rows[:_ROWS]
        for column, old, new in row.cells
    ]
    heads = (
        *(Text("", ""), Text("哪一行", "row"), Text("列", "column")),
        *(Text("原来", "from"), Text("现在", "to")),
    )
    if rows:
        screen.table(heads, rows, right=())
    more = change.added + change.removed + change.changed - min(len(change.rows), _ROWS)
    if rows and more > 0:
        screen.print(Text(f"另有 {more} 行", f"{more} more rows"))
