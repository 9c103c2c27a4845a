"""Who is within reach of the network, worked out as a job, with its workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gisplan.api.coverage import coverage_tables as tables
from gisplan.api.coverage.coverage_files import write
from gisplan.api.coverage.network_coverage import Coverage, coverage
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.jobs.plain import below, said
from gisplan.api.jobs.results import figure, in_both, result_map, result_path, table
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.api.result_map import ResultPart
from gisplan.catalog.workspace import Workspace
from gisplan.digits import ESTIMATE, GIVEN
from gisplan.pipeline.progress import Progress
from gisplan.text import LANGS, Lang, Text

_NAME, _WORKING = Text("覆盖", "coverage"), Text("计算覆盖", "working out the coverage")
_DRAWING = Text("画成地图", "drawing the map")
_SHARE = Text("占比 %", "%")
#: Columns of the table by region that stand before its figures.
_WORDS = 1


def run(
    asked: Mapping[str, Any], *, place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    """Work out a coverage.

    Parameters
    ----------
    asked : mapping of str to any
        As :func:`reach_of` takes it, with ``regions`` and ``quantity``.
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
    told(_WORKING, 0, 2)
    options = CoverageOptions(
        reach=reach_of(asked, usual_min=place.defaults.reaches_min),
        regions="counties" if asked.get("regions") == "counties" else "prefectures",
        quantity=asked.get("quantity") or None,
    )
    found = coverage(place, options=options)
    files = [result_path(place, _NAME, ending, lang=lang) for ending in tables.ENDINGS]
    for path in files:
        write(found, path, lang=lang, place=place)
    told(_DRAWING, 1, 2)
    drawn = result_map(
        _parts(found),
        name=_NAME,
        title=tables.title(found),
        told=tables.notes(found),
        place=place,
        lang=lang,
    )
    return {
        "figures": [said(words) for words in _figures(found)],
        "map": drawn,
        "tables": in_both(lambda word: _tables(found, word), lang),
        "notes": [said(words) for words in tables.notes(found)],
        "files": [below(place, path) for path in files],
    }


def _tables(found: Coverage, lang: Lang) -> list[dict[str, Any]]:
    whole = ESTIMATE if found.tonnes else GIVEN
    regions = [
        [
            str(cell) if i <= _WORDS else figure(cell, lang, whole if i == _WORDS + 1 else ESTIMATE)
            for i, cell in enumerate(row)
        ]
        for row in tables.region_rows(found, lang)
    ]
    sites = [
        [str(name), *(figure(cell, lang) for cell in cells)]
        for name, *cells in tables.site_rows(found, lang)
    ]
    of_sites = tables.of_drawn(found, Text("各设施的作用", "What each site does"))
    return [
        table(tables.title(found), tables.region_heads(found), regions),
        table(of_sites, tables.site_heads(found), sites),
        *_unreachable(found, lang),
    ]


def _unreachable(found: Coverage, lang: Lang) -> list[dict[str, Any]]:
    rows = [
        [
            str(row[f"name_{lang}"] or row["id"]),
            str(row[f"reason_{lang}"]),
            figure(row["amount"], lang),
        ]
        for row in found.unreachable.to_dict("records")
    ]
    heads = [Text("名称", "name"), Text("原因", "why"), found.quantity]
    title = Text("怎样也到不了的", "What can't be reached at any cost")
    return [table(title, heads, rows, texts=2)] if rows else []


def _figures(found: Coverage) -> list[Text]:
    """Say what of the whole is within each reach, with its range and what it is worth.

    Parameters
    ----------
    found : Coverage
        What was found.

    Returns
    -------
    list of Text
        A sentence a reach.
    """
    heads, row = tables.region_heads(found), tables.region_rows(found, "zh")[-1]
    wide = 4 if found.ranged else 2
    sentences = []
    for number in range(len(found.reaches)):
        at = _WORDS + 2 + number * wide
        within, share = row[at], row[at + 1]
        if share is None:
            continue
        zh, en = (figure(within, lang) for lang in LANGS)
        part, words = figure(share, "zh"), _SHARE
        if found.ranged:
            low, high = (figure(one, "zh") for one in row[at + 2 : at + 4])
            part, words = f"{part} ({low}–{high})", tables.RANGE
        head = tables.of_drawn(found, heads[at])
        sentences.append(
            Text(
                f"{found.quantity.zh}，{head.zh}：{zh}；{words.zh}：{part}",
                f"{found.quantity.en}, {head.en}: {en}; {words.en}: {part}",
            )
        )
    return sentences


def _parts(found: Coverage) -> list[ResultPart]:
    wide = 4 if found.ranged else 2
    heads = tables.region_heads(found)
    firsts = [_WORDS + 2 + number * wide for number in range(len(found.reaches))]

    def share(at: int) -> Text:
        within = heads[at]
        return Text(f"{within.zh}的占比 %", f"{within.en}, %")

    return [
        ResultPart(
            name="counted",
            title=tables.of_drawn(found, Text("计入的设施", "sites that count")),
            heads=tables.site_heads(found),
            rows=lambda lang: tables.site_rows(found, lang),
            places=found.sites,
        ),
        ResultPart(
            name="regions",
            title=Text("地区", "regions"),
            heads=heads,
            rows=lambda lang: tables.region_rows(found, lang),
            places=found.regions,
            counted=frozenset({1}) if found.tonnes else frozenset({1, 2}),
            shares={at + 1: share(at) for at in firsts},
        ),
    ]


def reach_of(asked: Mapping[str, Any], *, usual_min: Sequence[float] = ()) -> ReachOptions:
    """Give a reach as it is asked for.

    Parameters
    ----------
    asked : mapping of str to any
        ``by``: ``distance``, ``road`` or ``minutes``; ``reaches``: rising, in km or in minutes;
        ``year`` and ``kinds`` of the sites that count, if they are said.
    usual_min : sequence of float
        Minutes, where minutes are asked for and none are named.

    Returns
    -------
    ReachOptions
        The usual reaches if none are named.
    """
    reaches = tuple(float(one) for one in asked.get("reaches", ())) or None
    by = asked.get("by", "distance")
    journey = JourneyOptions(by="distance" if by == "distance" else "road")
    whose: dict[str, Any] = {"year": asked.get("year"), "kinds": _kinds(asked)}
    if by == "minutes":
        # said as minutes, for by road without a reach is by kilometres
        minutes = reaches or tuple(usual_min) or None
        return ReachOptions(minutes=minutes, journey=journey, **whose)
    return ReachOptions(km=reaches, journey=journey, **whose)


def _kinds(asked: Mapping[str, Any]) -> tuple[str, ...] | None:
    return tuple(str(one) for one in asked["kinds"]) if asked.get("kinds") else None
