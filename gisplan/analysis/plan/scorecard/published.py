"""What was published of each aim, as lines beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from gisplan.analysis.plan.ledger_items import rows
from gisplan.analysis.plan.scorecard.said import LAST
from gisplan.text import Text

#: What a report does for an aim.
BEARINGS: Mapping[str, Text] = {
    "supports": Text("支持", "supports"),
    "partly": Text("部分支持", "supports in part"),
    "against": Text("相反", "against"),
    "context": Text("背景", "context"),
}
FIGURES: Mapping[str, Text] = {
    "actual": Text("公开数字", "published figure"),
    "aim": Text("公开目标", "published aim"),
}


def published(
    reports: pd.DataFrame | None,
    figure_aims: pd.DataFrame | None,
    figures: pd.DataFrame | None,
) -> dict[str, dict[str, str]]:
    """Gather what public reports and figures say of each aim.

    Parameters
    ----------
    reports : pandas.DataFrame, optional
        ``milestone_evidence``.
    figure_aims : pandas.DataFrame, optional
        ``figure``, ``aim``.
    figures : pandas.DataFrame, optional
        ``public_figures``.

    Returns
    -------
    dict of str to dict
        By aim: ``found_zh`` and ``found_en``, a line for each with publisher and date.
    """
    lines: dict[str, dict[str, list[str]]] = {}
    for row in rows(reports) if reports is not None else ():
        for lang in ("zh", "en"):
            what = BEARINGS[row["kind"]]
            words = what.zh if lang == "zh" else what.en
            _add(lines, row["aim"], lang, _line(words, row[f"said_{lang}"], row, lang))
    if figure_aims is not None and figures is not None:
        by_id = {row["id"]: row for row in rows(figures)}
        for link in rows(figure_aims):
            figure = by_id.get(link["figure"])
            if figure is None:
                continue
            for lang in ("zh", "en"):
                what = FIGURES[figure["kind"]]
                words = what.zh if lang == "zh" else what.en
                stop = "，" if lang == "zh" else ", "
                told = (
                    f"{figure[f'name_{lang}']}{stop}{figure['year']}{'年' if lang == 'zh' else ''}"
                )
                number = f"{figure['value']:,.10g} {figure[f'unit_{lang}']}"
                source = {**figure, "source_date": figure["date"]}
                line = _line(words, f"{told}{stop}{number}", source, lang)
                _add(lines, link["aim"], lang, line)
    return {
        aim: {f"found_{lang}": "\n".join(of) for lang, of in said.items()}
        for aim, said in lines.items()
    }


def stated(reports: pd.DataFrame | None, competence: pd.DataFrame | None) -> pd.DataFrame:
    """Give the published words of authorities on aims, as opinions among those of people.

    Parameters
    ----------
    reports : pandas.DataFrame, optional
        ``milestone_evidence``; a row whose ``states`` is filled in is such a word.
    competence : pandas.DataFrame, optional
        ``order``, ``who``: ``published`` is where they stand among people; behind all if it is
        not there.

    Returns
    -------
    pandas.DataFrame
        ``id`` (of the aim), ``status``, ``said_by``, ``said_on``, ``note``, ``url``, ``rank``,
        ``published``.
    """
    names = ("id", "status", "said_by", "said_on", "note", "url", "rank", "published")
    if reports is None or "states" not in reports.columns:
        return pd.DataFrame(columns=list(names))
    order = [
        int(row["order"])
        for row in (rows(competence) if competence is not None else ())
        if row["who"] == "published"
    ]
    found = [
        {
            "id": row["aim"],
            "status": row["states"],
            "said_by": row["publisher_zh"],
            "said_on": row["source_date"],
            "note": row["said_zh"],
            "url": row["url"],
            "rank": min(order, default=LAST),
            "published": True,
        }
        for row in rows(reports)
        if row["states"] is not None
    ]
    return pd.DataFrame(found, columns=list(names))


def _add(lines: dict[str, dict[str, list[str]]], aim: str, lang: str, line: str) -> None:
    lines.setdefault(aim, {}).setdefault(lang, []).append(line)


def _line(kind: str, words: str, row: Mapping[str, Any], lang: str) -> str:
    parts = [str(p) for p in (row[f"publisher_{lang}"], row["source_date"]) if p]
    source = ("，" if lang == "zh" else ", ").join(parts)
    return f"{kind}：{words}（{source}）" if lang == "zh" else f"{kind}: {words} ({source})"
