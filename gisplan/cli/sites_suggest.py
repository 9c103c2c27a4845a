"""``gisplan sites suggest``: where the next sites should be, and what of that is proven."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gisplan.api import sites as desk
from gisplan.api.sites import SuggestOptions, sites_tables
from gisplan.api.targets import check_target
from gisplan.api.workspace import Workspace
from gisplan.api.worth import said_of
from gisplan.cli import sites_file_options as own_file
from gisplan.cli import travel_options as travel
from gisplan.cli.sites_written import told_written
from gisplan.cli.terminal import Screen, short
from gisplan.errors import OptionError
from gisplan.text import Text

if TYPE_CHECKING:
    from gisplan.api.sites import Suggested

#: Names of unserved places that are listed before the rest is only counted.
_LISTED = 8


def suggest(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Choose sites, and print them with what each serves and what is proven.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    _check_curve(given, place)
    model = given.model.replace("-", "_")
    options = SuggestOptions(
        candidates=given.candidates,
        file=own_file.options(given),
        reach=travel.reach(given),
        new=_how_many(given, model, usual=place.defaults.new_sites),
        model=model,
        quantity=given.quantity,
        budget=given.budget,
        apart_km=given.apart,
        seconds=given.seconds,
        curve=given.curve,
    )
    instance = desk.prepare(place, options=options)
    most = Text(
        f"正在求解，最多 {instance.seconds:g} 秒", f"searching, {instance.seconds:g} s at most"
    )
    with screen.waiting(most):
        told = desk.suggest(instance)
    if told.roads is not None:
        travel.roads(told.roads, screen)
    _chosen(told, screen)
    if told.solution.status == "infeasible":
        _unserved(told, screen)
    screen.print(sites_tables.how_words(told.how))
    for words in (*said_of(told.worth), *told.left_out):
        screen.print(words)
    if told.curve is not None:
        _curve(told, screen)
        if given.curve_out is not None:
            desk.write_curve(told.curve, given.curve_out, place=place, overwrite=given.overwrite)
            screen.print(f"  {short(given.curve_out)}")
    for path in given.out:
        desk.write_found(told, path, lang=screen.lang, place=place, overwrite=given.overwrite)
        told_written(path, screen, rows=len(told.table))


def _check_curve(given: argparse.Namespace, place: Workspace) -> None:
    check_target(given.curve_out, *desk.CURVE_ENDINGS, place=place, overwrite=given.overwrite)
    if given.curve is None:
        if given.curve_out is not None:
            raise OptionError(
                Text("--curve-out 须与 --curve 同用", "--curve-out goes with --curve")
            )
    elif given.curve < 1:
        raise OptionError(
            Text(
                f"--curve 应不小于 1，现为 {given.curve}", f"--curve: 1 or more, not {given.curve}"
            )
        )


def _how_many(given: argparse.Namespace, model: str, *, usual: int) -> int | None:
    if given.new is not None:
        return int(given.new)
    return None if model == "lscp" or given.budget is not None else usual


def _chosen(told: Suggested, screen: Screen) -> None:
    rows = sites_tables.chosen_rows(told, screen.lang, screen.amount)
    if rows:
        title = sites_tables.of_drawn(told, Text("新场址", "new sites"))
        title = sites_tables.of_quantity(title, told.quantity)
        screen.table(sites_tables.chosen_titles(told), rows, title=title, right=(1, 2, 3))
    for words in desk.decided.sentences(told, screen.amount):
        screen.print(words)


def _unserved(told: Suggested, screen: Screen) -> None:
    left = sites_tables.unserved_rows(told, screen.lang)
    if not left:
        return
    rows = [
        tuple(
            "—" if cell is None else cell if isinstance(cell, str) else screen.amount(cell)
            for cell in row
        )
        for row in left[:_LISTED]
    ]
    screen.table(sites_tables.unserved_heads(told), rows, right=(1, 3))
    if len(left) > _LISTED:
        screen.print(Text(f"另有 {len(left) - _LISTED} 个", f"and {len(left) - _LISTED} more"))


def _curve(told: Suggested, screen: Screen) -> None:
    heads, rows = desk.siting_curves.printed_curve(told, screen.amount)
    title = desk.siting_curves.curve_title(told)
    screen.table(heads, rows, title=title, right=range(len(heads)))
    for words in desk.siting_curves.unproven_words(told):
        screen.print(words)
