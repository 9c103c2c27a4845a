"""``gisplan sites plan``: what to build, enlarge, move and close when, and what it gives."""

from __future__ import annotations

import argparse

from gisplan.api import sites as desk
from gisplan.api.workspace import Workspace
from gisplan.cli.answer_tables import print_tables
from gisplan.cli.parser import Parser, file_path, speaker
from gisplan.cli.sites_written import told_written
from gisplan.cli.terminal import Screen
from gisplan.text import Lang, Text

#: Rows of a table that are printed before the rest is only counted; files have all.
_LISTED = 30


def arguments(parser: Parser, lang: Lang) -> None:
    """Declare the command's own arguments.

    Parameters
    ----------
    parser : Parser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    say = speaker(lang)
    parser.add_argument(
        "plan",
        type=file_path(lang),
        metavar=say("方案.toml", "PLAN.toml"),
        help=say(
            "声明文件：规模菜单、各年预算、层级、费用和目标（写法见 docs/siting.md）",
            "its declaration: menu of sizes, budgets by year, tiers, charges and aim "
            "(docs/siting.md has the keys)",
        ),
    )


def plan(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Make the plan, and print it.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    asked = desk.read_plan_file(given.plan)
    desk.require_curve(asked, given.out)
    most = Text(
        f"正在求解，每个模型最多 {asked.seconds:g} 秒",
        f"searching, {asked.seconds:g} s at most for each model",
    )
    with screen.waiting(most):
        told = desk.plan_sites(asked, place=place)
    print_tables(desk.plan_tables(told, screen.lang, last_year=True), screen, most=_LISTED)
    if told.answer.solved and told.actions.empty:
        screen.print(
            Text("在所给条件下不建、不扩、不关", "under these terms nothing is built or closed")
        )
    for words in desk.plan_sentences(told):
        screen.print(words)
    for path in given.out:
        desk.write_plan(told, path, lang=screen.lang, place=place, overwrite=given.overwrite)
        told_written(path, screen, rows=len(told.actions))
