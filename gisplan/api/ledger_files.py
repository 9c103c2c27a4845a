"""The ledger as files for people and for GIS: one heading a column, codes as words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from gisplan.analysis.plan.aims import VERDICTS
from gisplan.api.plan import Ledger
from gisplan.api.result_book import ResultTable, result_book, result_csv
from gisplan.api.targets import write_target
from gisplan.catalog.layer import Layer, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.formats.geojson import to_geojson
from gisplan.render.report.ledger import Chapter, basis_of, ledger_page, role_of
from gisplan.text import Lang, Text

HEADS = (
    Text("编号", "Item"),
    Text("条款", "Clause"),
    Text("类别", "Kind"),
    Text("事项", "What"),
    Text("要求", "Asked"),
    Text("完成年份", "Due"),
    Text("角色", "Role"),
    Text("牵头单位", "Lead units"),
    Text("配合单位", "Cooperating units"),
    Text("地点", "Place"),
    Text("状态", "State"),
    Text("逾期", "Overdue"),
    Text("数值", "Value"),
    Text("单位", "Unit"),
    Text("依据、原因", "Evidence, or why"),
    Text("规划原文", "The plan's words"),
)
ENDINGS = (".xlsx", ".csv", ".geojson", ".html")
WIDTHS = (14, 10, 10, 42, 18, 9, 12, 26, 40, 14, 12, 6, 10, 8, 60, 50)


def cells(table: pd.DataFrame, spec: LayerSpec, lang: Lang) -> list[tuple[object, ...]]:
    """Give the rows of a ledger as people read them.

    Parameters
    ----------
    table : pandas.DataFrame
        As :class:`gisplan.api.plan.Ledger` holds it.
    spec : LayerSpec
        Of the layer ``plan_ledger``.
    lang : {"zh", "en"}

    Returns
    -------
    list of tuple
        A cell for each of ``HEADS``; None where nothing is known.
    """
    kinds = spec.column("kind").labels
    forms = spec.column("form").labels
    plain = table.astype(object)
    yes = {True: Text("是", "yes").get(lang), False: Text("否", "no").get(lang)}
    rows: list[tuple[object, ...]] = []
    for row in plain.where(plain.notna(), None).to_dict(orient="records"):
        kind = kinds[row["kind"]].get(lang)
        form = forms[row["form"]].get(lang) if row["form"] else ""
        rows.append(
            (
                row["item"],
                row["clause"],
                f"{kind}（{form}）" if form else kind,
                row[f"name_{lang}"] or row["name_zh"],
                row[f"asked_{lang}"],
                None if row["year"] is None else int(row["year"]),
                role_of(row, lang) or None,
                row[f"lead_{lang}"],
                row[f"cooperating_{lang}"],
                row[f"place_{lang}"],
                VERDICTS[row["state"]].get(lang),
                None if row["overdue"] is None else yes[bool(row["overdue"])],
                row["value"],
                row[f"measure_unit_{lang}"],
                basis_of(row, lang) or None,
                row["text_zh"],
            )
        )
    return rows


def write(
    found: Ledger,
    path: Path,
    *,
    lang: Lang = "zh",
    place: Workspace | None = None,
    overwrite: bool = False,
) -> Path:
    """Write a ledger to a file, in the format that its ending names.

    Parameters
    ----------
    found : Ledger
        The items.
    path : pathlib.Path
        Ending in ``.xlsx``, ``.csv``, ``.geojson`` or ``.html``.
    lang : {"zh", "en"}
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Returns
    -------
    Path
        Where it is.

    Raises
    ------
    OptionError
        If the ending is none of these.
    FileError
        If it can't be written.
    """
    makers: Mapping[str, Callable[[Ledger, Lang], bytes]] = {
        ".xlsx": _workbook,
        ".csv": _csv,
        ".geojson": lambda found, _: _geojson(found),  # both languages are in it
        ".html": _html,
    }
    make = makers.get(path.suffix.lower())
    if make is None:
        raise OptionError(
            Text(
                f"台账可以写成 {'、'.join(ENDINGS)}，不能写成“{path.name}”",
                f"a ledger is written as {', '.join(ENDINGS)}, not as '{path.name}'",
            )
        )
    write_target(path, make(found, lang), place=place, overwrite=overwrite)
    return path


def _table(found: Ledger, lang: Lang) -> ResultTable:
    rows = cells(found.table, found.spec, lang)
    return ResultTable(name=Text("台账", "ledger"), heads=HEADS, rows=rows, widths=WIDTHS)


def _workbook(found: Ledger, lang: Lang) -> bytes:
    asked, title = found.asked, found.spec.title
    return result_book(
        [_table(found, lang)],
        title=Text(f"{title.zh}：{asked.zh}", f"{title.en}: {asked.en}"),
        lang=lang,
        facts=(
            (Text("所问", "asked"), asked),
            (Text("逾期以此日为准", "overdue as of"), found.as_of),
            (Text("项数", "items"), len(found.table)),
        ),
        notes=found.notes,
        sources=found.spec.sources,
    )


def _csv(found: Ledger, lang: Lang) -> bytes:
    return result_csv(_table(found, lang), lang=lang)


def _geojson(found: Ledger) -> bytes:
    spec = replace(
        found.spec,
        name="plan_ledger_asked",
        title=Text(f"任务台账：{found.asked.zh}", f"Ledger: {found.asked.en}"),
        geometry="point",
        key=("key",),
        positions="mixed",
        geometry_required=False,
    )
    return to_geojson(Layer(spec, found.points))


def _html(found: Ledger, lang: Lang) -> bytes:
    chapter = Chapter(title=found.asked, notes=found.notes, spec=found.spec, table=found.table)
    page = ledger_page(
        [chapter], title=found.spec.title, as_of=found.as_of, sources=found.spec.sources, lang=lang
    )
    return page.encode()
