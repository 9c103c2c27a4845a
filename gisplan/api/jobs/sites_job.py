"""What candidate sites would add, and where the next ones should be, worked out as a job."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import chain
from typing import Any

from gisplan.api import sites
from gisplan.api.importing.options import FileOptions
from gisplan.api.jobs.coverage_job import reach_of
from gisplan.api.jobs.plain import below, said
from gisplan.api.jobs.results import figure, in_both, result_map, result_path, table
from gisplan.api.result_map import ResultPart
from gisplan.api.sites import (
    EvaluateOptions,
    Evaluation,
    Suggested,
    SuggestOptions,
    decided,
    sites_tables,
    siting_curves,
)
from gisplan.api.worth import said_of
from gisplan.catalog.units import KM
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.progress import Progress
from gisplan.text import LANGS, Lang, Text

_EVALUATED, _CHOSEN = Text("候选场址", "candidates"), Text("推荐场址", "suggested-sites")
_NEAR = Text("离什么近，规划对当地怎么说", "What is near, and what the plan says of the place")
_WORKING = Text("计算", "working it out")
#: Places that nothing reaches that are listed before the rest is counted.
_LISTED = 30
_DEMAND_POINT = Text("需求点", "demand point")


def run(
    asked: Mapping[str, Any], *, place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    """Evaluate candidates, or choose sites.

    Parameters
    ----------
    asked : mapping of str to any
        As :func:`gisplan.api.jobs.coverage_job.reach_of` takes it; with ``points`` (coordinates,
        or files below the workspace) to evaluate; else, to choose, ``new``, ``model``,
        ``quantity``, ``budget``, ``apart``, ``curve`` and ``candidates`` (a layer, or a file below
        the workspace) as they are said. ``datum`` and ``sheet`` are of coordinates and files.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language of names and files.
    told : callable
        Told of the progress.

    Returns
    -------
    dict of str to any
        ``figures``, ``map``, ``tables``, ``notes`` and ``files``.
    """
    told(_WORKING, 0, 1)
    reach = reach_of(asked, usual_min=(place.defaults.site_reach_min,))
    file = FileOptions(datum=str(asked.get("datum", "")), sheet=asked.get("sheet"))
    if "points" not in asked:
        candidates = asked.get("candidates")
        options = SuggestOptions(
            candidates=None if candidates is None else _own(str(candidates), place),
            file=file,
            reach=reach,
            new=asked.get("new"),
            model=asked.get("model", "mclp"),
            quantity=asked.get("quantity"),
            budget=asked.get("budget"),
            apart_km=asked.get("apart"),
            curve=asked.get("curve"),
        )
        return _chosen(sites.suggest(sites.prepare(place, options=options)), place, lang)
    given = [_own(str(one), place) for one in asked["points"]]
    evaluated = EvaluateOptions(reach=reach, file=file)
    return _evaluated(sites.evaluate(given, place=place, options=evaluated), place, lang)


def _own(name: str, place: Workspace) -> str:
    return str(place.root / name) if name.startswith(".gisplan/") else name


def _evaluated(found: Evaluation, place: Workspace, lang: Lang) -> dict[str, Any]:
    near = [Text("最近的同类设施（直线）", "nearest of its kind (straight)")]
    ways = [Text(f"相距（{KM.zh}）", f"{KM.en} to it")]
    if found.by_road:
        near.append(Text("最近的同类设施（按公路）", "nearest of its kind (by road)"))
        unit = found.unit
        ways = [
            Text(f"直线相距（{KM.zh}）", f"{KM.en} to it, straight"),
            Text(f"按公路相距（{unit.zh}）", f"{unit.en} to it, by road"),
        ]
    heads = [Text("候选场址", "candidate"), Text("所在", "where"), *near, *ways]
    titles = (
        sites_tables.within_words(found.reach, found.unit),
        *sites_tables.added_heads(found),
    )
    for words in found.quantities.values():
        heads += [Text(f"{title.zh}：{words.zh}", f"{title.en}: {words.en}") for title in titles]
    title = Text("每个候选场址单独能增加多少", "What each candidate would add on its own")
    notes = [sites_tables.how_words(found.how), *said_of(found.worth), *found.left_out]
    return {
        "tables": in_both(
            lambda word: [
                table(title, heads, _candidates(found, word), texts=2 + len(near)),
                _near(found, word),
            ],
            lang,
        ),
        "notes": [said(words) for words in notes],
        "map": result_map(
            [
                ResultPart(
                    name="candidates",
                    title=_EVALUATED,
                    heads=heads,
                    rows=lambda lang: _candidates(found, lang),
                    places=found.table,
                )
            ],
            name=_EVALUATED,
            title=title,
            told=notes,
            place=place,
            lang=lang,
        ),
        "files": _files(found, _EVALUATED, place, lang),
    }


def _near(found: Evaluation, lang: Lang) -> dict[str, Any]:
    one = sites.places_table(found, lang)
    rows = [
        [
            value if isinstance(value, str) else "—" if value is None else figure(value, lang)
            for value in (row[0], *row[3:])
        ]
        for row in one.rows
    ]
    heads = [one.heads[0], *one.heads[3:]]
    return table(_NEAR, heads, rows, texts=len(heads))


def _candidates(found: Evaluation, lang: Lang) -> list[list[str]]:
    def written(value: float) -> str:
        return figure(value, lang)

    rows = []
    for row in found.table.to_dict("records"):
        near = [row[f"nearest_{lang}"]]
        ways = [row["nearest_km"]]
        if found.by_road:
            near.append(row[f"nearest_road_{lang}"])
            ways.append(row["nearest_road"])
        rows.append(
            [
                str(row[f"name_{lang}"]),
                sites_tables.where(row, lang),
                *(name if isinstance(name, str) else "—" for name in near),
                *(figure(way, lang) for way in ways),
                *chain.from_iterable(
                    sites_tables.added_cells(found, row, quantity, written)
                    for quantity in found.quantities
                ),
            ]
        )
    return rows


def _chosen(found: Suggested, place: Workspace, lang: Lang) -> dict[str, Any]:
    heads = sites_tables.chosen_heads(found)

    def rows(word: Lang) -> list[list[str]]:
        return sites_tables.chosen_rows(found, word, lambda value: figure(value, word))

    in_zh, in_en = (decided.sentences(found, partial(figure, lang=word)) for word in LANGS)
    figures = [Text(zh.zh, en.en) for zh, en in zip(in_zh, in_en, strict=True)]
    curve = () if found.curve is None else siting_curves.unproven_words(found)
    notes = [
        sites_tables.how_words(found.how),
        *said_of(found.worth),
        *curve,
        *found.left_out,
    ]
    title = Text("推荐的新场址", "New sites suggested")
    drawn = {}
    if len(found.table):
        chosen = ResultPart(
            name="chosen",
            title=title,
            heads=heads,
            rows=rows,
            places=found.table,
        )
        drawn["map"] = result_map(
            [chosen], name=_CHOSEN, title=title, told=[*figures, *notes], place=place, lang=lang
        )
    return {
        **drawn,
        "figures": [said(words) for words in figures],
        "tables": in_both(
            lambda word: [
                *([table(title, heads, rows(word))] if len(found.table) else []),
                *_unserved(found, word),
                *([_curve(found, word)] if found.curve is not None else []),
            ],
            lang,
        ),
        "notes": [said(words) for words in notes],
        "files": _files(found, _CHOSEN, place, lang),
    }


def _unserved(found: Suggested, word: Lang) -> list[dict[str, Any]]:
    left = found.unserved
    if found.solution.status != "infeasible" or left.empty:
        return []
    rows = [
        [cell if isinstance(cell, str) else figure(cell, word) for cell in row]
        for row in sites_tables.unserved_rows(found, word)
    ]
    title, *heads = sites_tables.unserved_heads(found)
    if len(rows) > _LISTED:
        title = Text(
            f"{title.zh}：前 {_LISTED} 个，共 {len(rows)} 个",
            f"{title.en}: the first {_LISTED} of {len(rows)}",
        )
    return [table(title, [_DEMAND_POINT, *heads], rows[:_LISTED])]


def _curve(found: Suggested, word: Lang) -> dict[str, Any]:
    heads, rows = siting_curves.printed_curve(found, partial(figure, lang=word))
    return table(siting_curves.curve_title(found), heads, rows)


def _files(found: Evaluation | Suggested, name: Text, place: Workspace, lang: Lang) -> list[str]:
    if not len(found.table):
        return []
    paths = [result_path(place, name, ending, lang=lang) for ending in sites.ENDINGS]
    for path in paths:
        sites.write_found(found, path, lang=lang, place=place)
    return [below(place, path) for path in paths]
