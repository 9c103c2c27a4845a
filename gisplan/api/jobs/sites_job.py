"""What candidate sites would add, and where the next ones should be, worked out as a job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gisplan.analysis.siting.position_range import CoveredRange
from gisplan.api import sites
from gisplan.api.importing.options import FileOptions
from gisplan.api.jobs.coverage_job import reach_of
from gisplan.api.jobs.plain import below, said
from gisplan.api.jobs.results import figure, result_path, table
from gisplan.api.sites import EvaluateOptions, Evaluation, Suggested, SuggestOptions
from gisplan.api.worth import Bound, headed, said_of, where_drawn
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


def _bounded(found: Evaluation) -> tuple[Text, Text]:
    gained, overlap = Text("新增覆盖", "gained"), Text("与现有设施重叠", "overlap")
    if found.ranged:
        known = Text("按图上位置，已知设施：最低–最高", "where drawn; known sites: lowest–highest")
        return (
            Text(f"{gained.zh}（{known.zh}）", f"{gained.en} ({known.en})"),
            Text(f"{overlap.zh}（{known.zh}）", f"{overlap.en} ({known.en})"),
        )
    # a site may stand nearer than it is drawn, or farther: what is drawn is no bound
    return (
        headed(gained, "open" if found.drawn else "upper", found.worth),
        headed(overlap, "open" if found.drawn else "lower", found.worth),
    )


def _ranged(row: Mapping[Any, Any], name: str, found: Evaluation, lang: Lang) -> str:
    drawn = figure(row[name], lang)
    if not found.ranged or name.startswith("within_"):
        return drawn
    low, high = (figure(row[f"{name}_{end}"], lang) for end in ("low", "high"))
    return f"{drawn} ({low}–{high})"


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
            *_bounded(found),
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
                    _ranged(row, f"{part}_{quantity}", found, lang)
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
    upper: Bound = "open" if found.drawn else "upper"
    heads = (
        Text("新场址", "new site"),
        _within(found),
        headed(Text("以它为最近", "nearest to it"), upper, found.worth),
        headed(Text("只有它能覆盖", "only it reaches"), upper, found.worth),
    )
    rows = [
        [
            str(row.get(f"name_{lang}") or row["id"]),
            *(figure(row[name], lang) for name in ("within_reach", "nearest_here", "only_here")),
        ]
        for row in found.table.to_dict("records")
    ]
    before, after = (figure(part / found.total * 100, "zh") for part in (found.before, found.after))
    within = where_drawn(_within(found)) if found.drawn else _within(found)
    covered = headed(within, "open" if found.drawn else "lower", found.worth)
    share = Text(f"{covered.zh}：{before}% → {after}%", f"{covered.en}: {before} % → {after} %")
    span = () if found.covered is None else (_span(found.covered, found.total),)
    notes = [share, *span, found.proof, _how(found.how), *said_of(found.worth), *found.left_out]
    return {
        "tables": [table(Text("推荐的新场址", "New sites suggested"), heads, rows)],
        "notes": [said(words) for words in notes],
        "files": _files(found, _CHOSEN, place, lang),
    }


def _span(covered: CoveredRange, whole: float) -> Text:
    ends = (*covered.before, *covered.after)
    low, high, new_low, new_high = (figure(end / whole * 100, "zh") for end in ends)
    return Text(
        f"无论已知设施在所在县内何处：至少 {low}% → {new_low}%；"
        f"另计该年是否在不详的设施，各取最有利的位置：{high}% → {new_high}%",
        f"wherever in their county the known sites stand: at least {low} % → {new_low} %; with"
        f" those that may have stood, each where it reaches most: {high} % → {new_high} %",
    )


def _how(title: Text) -> Text:
    return Text(f"可达：{title.zh}", f"reach: {title.en}")


def _files(found: Evaluation | Suggested, name: Text, place: Workspace, lang: Lang) -> list[str]:
    if not len(found.table):
        return []
    paths = [result_path(place, name, ending, lang=lang) for ending in sites.ENDINGS]
    for path in paths:
        sites.write(found.table, path, place=place)
    return [below(place, path) for path in paths]
