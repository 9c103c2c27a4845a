"""A scorecard as files: a workbook, CSV, a map layer of where the plan puts the aims, a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd

from gisplan.analysis.plan.aims import VERDICTS
from gisplan.analysis.plan.breakdown import STATES
from gisplan.api import plan
from gisplan.api.plan_tables import ledger_layers
from gisplan.api.result_book import ResultTable, result_book, result_csv
from gisplan.api.scorecard import Scorecard
from gisplan.api.scorecard import write as write_page
from gisplan.api.targets import check_target, write_target
from gisplan.catalog import workspace
from gisplan.catalog.layer import Layer
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import BEFORE
from gisplan.formats.geojson import to_geojson
from gisplan.pipeline import catalogue
from gisplan.render.report.scorecard import may_be_more
from gisplan.text import Lang, Text

ENDINGS = (".xlsx", ".csv", ".geojson", ".html")
_HEADS = (
    (Text("编号", "aim"), 14),
    (Text("条款", "clause"), 12),
    (Text("完成年份", "due"), 10),
    (Text("评价所用年份", "judged by the data of"), 12),
    (Text("目标", "what"), 34),
    (Text("要求", "asked"), 20),
    (Text("结果", "result"), 14),
    (Text("判定", "decided by"), 12),
    (Text("数值", "figure"), 14),
    (Text("数值是", "the figure is"), 12),
    (Text("差额", "short by"), 12),
    (Text("单位", "unit"), 14),
    (Text("依据", "evidence"), 40),
    (Text("原因或缺少的数据", "why not, or what is missing"), 40),
    (Text("背景", "context"), 40),
    (Text("各方判定", "what people say"), 14),
    (Text("由谁", "who says so"), 20),
    (Text("何日", "on"), 12),
    (Text("文件", "document"), 30),
    (Text("网址", "address"), 30),
)
_BY = {"data": Text("数据", "data"), "person": Text("人工", "a person")}
_AS_COUNTED = Text("已查明", "as counted")


def write(
    found: Scorecard,
    path: Path,
    *,
    lang: Lang = "zh",
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Write a scorecard to a file, in the format that its ending names.

    Parameters
    ----------
    found : Scorecard
        The aims.
    path : pathlib.Path
        Ending in ``.xlsx``, ``.csv``, ``.geojson`` (aims where the plan puts them; without a place
        if it names none) or ``.html``.
    lang : {"zh", "en"}
        Language of titles and words; a GeoJSON has both.
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Raises
    ------
    OptionError
        If the ending is another.
    FileError
        If it can't be written, or a file is there that must stay.
    """
    place = place or workspace.find()
    check_target(path, *ENDINGS, place=place, overwrite=overwrite)
    ending = path.suffix.lower()
    if ending == ".html":
        write_page(found, path, lang=lang, place=place, overwrite=overwrite)
        return
    makers: Mapping[str, Callable[[], bytes]] = {
        ".xlsx": lambda: _workbook(found, lang),
        ".csv": lambda: result_csv(_aims(found, lang), lang=lang),
        ".geojson": lambda: _geojson(found, place),
    }
    write_target(path, makers[ending](), place=place, overwrite=overwrite)


def _aims(found: Scorecard, lang: Lang) -> ResultTable:
    table = found.table.astype(object)
    rows = [_row(row, lang) for row in table.where(table.notna(), None).to_dict("records")]
    heads, widths = zip(*_HEADS, strict=True)
    return ResultTable(name=Text("目标", "aims"), heads=heads, rows=rows, widths=widths)


def _row(row: Mapping[Any, Any], lang: Lang) -> tuple[Any, ...]:
    said, day = row["said_status"], row["said_on"]
    figure, worth = row["value"], None
    if figure is None:
        figure, worth = row["said_value"], row["said_value"] and row["said_by"]
    else:
        worth = (BEFORE["lower"] if may_be_more(row) else _AS_COUNTED).get(lang)
    return (
        row["id"],
        row["clause"],
        row["year"],
        row["evaluated_year"],
        row[f"name_{lang}"],
        row[f"asked_{lang}"],
        VERDICTS[str(row["status"])].get(lang),
        _BY[row["decided_by"]].get(lang) if row["decided_by"] else None,
        figure,
        worth,
        row["short_by"],
        row[f"unit_{lang}"],
        row[f"evidence_{lang}"],
        row[f"reason_{lang}"],
        row[f"found_{lang}"],
        None if said is None else VERDICTS[str(said)].get(lang),
        row["said_by"],
        None if day is None else f"{day:%Y-%m-%d}",
        row["document"],
        row["url"],
    )


def _workbook(found: Scorecard, lang: Lang) -> bytes:
    tables = [_aims(found, lang)]
    summed = found.breakdown
    if summed is not None and not summed.empty:
        plain = summed.astype(object).where(summed.notna(), None).to_dict("records")
        tables.append(
            ResultTable(
                name=Text("地区自定合计", "what regions set"),
                heads=(
                    Text("目标", "aim"),
                    Text("要求", "asked"),
                    Text("地区数", "regions"),
                    Text("合计", "total"),
                    Text("差额", "difference"),
                    Text("单位", "unit"),
                    Text("对比", "beside what is asked"),
                ),
                rows=[
                    (
                        row[f"name_{lang}"],
                        *(row[name] for name in ("asked", "parts", "total", "difference")),
                        row[f"unit_{lang}"],
                        Text(*STATES[row["state"]]).get(lang),
                    )
                    for row in plain
                ],
            )
        )
    counts = found.table["status"].value_counts()
    return result_book(
        tables,
        title=found.spec.title,
        lang=lang,
        facts=(
            (Text("范围", "which"), found.subtitle),
            *((words, int(counts.get(name, 0))) for name, words in VERDICTS.items()),
        ),
        notes=(*found.summed, *((found.answered,) if found.answered else ())),
        sources=found.spec.sources,
    )


def _geojson(found: Scorecard, place: Workspace) -> bytes:
    table, spec = found.table, found.spec
    nowhere = gpd.GeoSeries([None] * len(table), index=table.index, crs=4326)
    aims = gpd.GeoDataFrame(table.assign(key=table["id"]), geometry=nowhere)
    if ledger_layers(place, catalogue.load(place).layers) is not None:
        points = plan.plan(plan.PlanQuery(), place=place).points
        placed = points[["item", "key", "site", "precision", "geometry"]]
        joined = table.merge(placed.rename(columns={"item": "id"}), on="id", how="left")
        aims = gpd.GeoDataFrame(joined, geometry="geometry", crs=4326)
    placed_spec = replace(
        spec, geometry="point", key=("key",), positions="mixed", geometry_required=False
    )
    return to_geojson(Layer(placed_spec, aims))
