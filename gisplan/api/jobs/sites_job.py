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
from gisplan.api.sites import EvaluateOptions, Evaluation, Suggested, SuggestOptions, sites_tables
from gisplan.api.worth import headed, said_of
from gisplan.catalog.units import KM
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.progress import Progress
from gisplan.text import LANGS, Lang, Text

_EVALUATED, _CHOSEN = Text("候选场址", "candidates"), Text("推荐场址", "suggested-sites")
_WORKING = Text("计算", "working it out")


def run(
    asked: Mapping[str, Any], *, place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    """Evaluate candidates, or choose sites.

    Parameters
    ----------
    asked : mapping of str to any
        As :func:`gisplan.api.jobs.coverage_job.reach_of` takes it; with ``points`` (coordinates,
        or files below the workspace) and their ``datum`` to evaluate, or ``new`` to choose.
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
    if "points" not in asked:
        instance = sites.prepare(
            place, options=SuggestOptions(reach=reach_of(asked), new=int(asked["new"]))
        )
        return _chosen(sites.suggest(instance), place, lang)
    given = [
        str(place.root / one) if one.startswith(".gisplan/") else str(one)
        for one in asked["points"]
    ]
    options = EvaluateOptions(
        reach=reach_of(asked), file=FileOptions(datum=str(asked.get("datum", "")))
    )
    return _evaluated(sites.evaluate(given, place=place, options=options), place, lang)


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
            lambda word: [table(title, heads, _candidates(found, word), texts=2 + len(near))], lang
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

    def share(part: float) -> Text:
        percent = figure(part / found.total * 100, "zh")
        return Text(f"{percent}%", f"{percent} %")

    before, after = share(found.before), share(found.after)
    within = sites_tables.of_drawn(found, sites_tables.within_words(found.reach, found.unit))
    covered = headed(within, sites_tables.bound_of(found, "lower"), found.worth)
    told = Text(
        f"{covered.zh}：{before.zh} → {after.zh}", f"{covered.en}: {before.en} → {after.en}"
    )
    span = () if found.covered is None else (sites_tables.range_words(found.covered, share),)
    in_zh, in_en = (sites_tables.ways_words(found, partial(figure, lang=word)) for word in LANGS)
    ways = [Text(in_zh.zh, in_en.en)] if in_zh and in_en else []
    figures = [told, *span, *ways, found.proof]
    notes = [
        sites_tables.how_words(found.how),
        *said_of(found.worth),
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
        "tables": in_both(lambda word: [table(title, heads, rows(word))], lang),
        "notes": [said(words) for words in notes],
        "files": _files(found, _CHOSEN, place, lang),
    }


def _files(found: Evaluation | Suggested, name: Text, place: Workspace, lang: Lang) -> list[str]:
    if not len(found.table):
        return []
    paths = [result_path(place, name, ending, lang=lang) for ending in sites.ENDINGS]
    for path in paths:
        sites.write_found(found, path, lang=lang, place=place)
    return [below(place, path) for path in paths]
