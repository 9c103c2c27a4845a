"""What candidate sites would add, and where the next ones should be, worked out as a job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gisplan.api import sites
from gisplan.api.importing.options import FileOptions
from gisplan.api.jobs.coverage_job import reach_of
from gisplan.api.jobs.plain import below, said
from gisplan.api.jobs.results import figure, result_path, table
from gisplan.api.sites import EvaluateOptions, Evaluation, Suggested, SuggestOptions
from gisplan.api.worth import headed, said_of
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.progress import Progress
from gisplan.text import Lang, Text

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
        ``tables``, ``notes`` and ``files``.
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


def _within(found: Evaluation | Suggested) -> Text:
    return Text(f"{found.reach:g} {found.unit.zh}内", f"within {found.reach:g} {found.unit.en}")


def _evaluated(found: Evaluation, place: Workspace, lang: Lang) -> dict[str, Any]:
    heads = [
        Text("候选场址", "candidate"),
        Text("所在", "where"),
        Text("最近的同类设施", "nearest of its kind"),
        Text("相距（千米）", "km to it"),
    ]
    for words in found.quantities.values():
        for title in (
            _within(found),
            headed(Text("新增覆盖", "gained"), "upper", found.worth),
            headed(Text("与现有设施重叠", "overlap"), "lower", found.worth),
        ):
            heads.append(Text(f"{title.zh}：{words.zh}", f"{title.en}: {words.en}"))
    rows = []
    for row in found.table.to_dict("records"):
        where = "".join(str(row[f"{level}_zh"] or "") for level in ("prefecture", "county"))
        if lang == "en":
            where = f"{row['county_en']}, {row['prefecture_en']}" if row["county"] else ""
        outside = Text("不在所知的县区内", "in no known county").get(lang)
        near = row[f"nearest_{lang}"]
        rows.append(
            [
                str(row[f"name_{lang}"]),
                where or outside,
                near if isinstance(near, str) else "—",
                figure(row["nearest_km"], lang),
                *(
                    figure(row[f"{part}_{quantity}"], lang)
                    for quantity in found.quantities
                    for part in ("within", "gained", "overlap")
                ),
            ]
        )
    title = Text("每个候选场址单独能增加多少", "What each candidate would add on its own")
    notes = [_how(found.how), *said_of(found.worth), *found.left_out]
    return {
        "tables": [table(title, heads, rows, texts=3)],
        "notes": [said(words) for words in notes],
        "files": _files(found, _EVALUATED, place, lang),
    }


def _chosen(found: Suggested, place: Workspace, lang: Lang) -> dict[str, Any]:
    heads = (
        Text("新场址", "new site"),
        _within(found),
        headed(Text("以它为最近", "nearest to it"), "upper", found.worth),
        headed(Text("只有它能覆盖", "only it reaches"), "upper", found.worth),
    )
    rows = [
        [
            str(row.get(f"name_{lang}") or row["id"]),
            *(figure(row[name], lang) for name in ("within_reach", "nearest_here", "only_here")),
        ]
        for row in found.table.to_dict("records")
    ]
    before, after = (figure(part / found.total * 100, "zh") for part in (found.before, found.after))
    covered = headed(_within(found), "lower", found.worth)
    share = Text(f"{covered.zh}：{before}% → {after}%", f"{covered.en}: {before} % → {after} %")
    notes = [share, found.proof, _how(found.how), *said_of(found.worth), *found.left_out]
    return {
        "tables": [table(Text("推荐的新场址", "New sites suggested"), heads, rows)],
        "notes": [said(words) for words in notes],
        "files": _files(found, _CHOSEN, place, lang),
    }


def _how(title: Text) -> Text:
    return Text(f"可达：{title.zh}", f"reach: {title.en}")


def _files(found: Evaluation | Suggested, name: Text, place: Workspace, lang: Lang) -> list[str]:
    if not len(found.table):
        return []
    paths = [result_path(place, name, ending, lang=lang) for ending in sites.ENDINGS]
    for path in paths:
        sites.write(found.table, path, place=place)
    return [below(place, path) for path in paths]
