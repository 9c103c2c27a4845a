"""The form in which offices say how the plan stands, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from gisplan.analysis.plan.aims import VERDICTS
from gisplan.api.evidence_rules import add_statements, cells_of, load_rules, told_in, why_of
from gisplan.api.importing import target
from gisplan.api.importing.options import ImportOptions
from gisplan.api.load import load_layers
from gisplan.api.plan_tables import LEDGER
from gisplan.api.targets import check_target, write_target
from gisplan.catalog import workspace
from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, FileError, OptionError
from gisplan.escape import inert_csv
from gisplan.files import PATIENCE
from gisplan.formats.office_book import OfficeSheet, office_book
from gisplan.importing.cells import texts
from gisplan.importing.headings import normal
from gisplan.pipeline import catalogue as catalog
from gisplan.read import tables
from gisplan.text import Lang, Text

__all__ = ["EvidenceReport", "FilledIn", "take_evidence", "write_form"]

#: What a person fills in, in the order of the form.
FILL = (
    *("status", "value", "unit_zh", "reached_on", "progress", "said_by", "said_on"),
    *("document", "url", "note"),
)
#: Of these a row may hold something before anybody has filled it in.
_GIVEN = ("unit_zh",)
_TOLD = (
    Text("条款", "Clause"),
    Text("年份", "Due"),
    Text("事项", "What"),
    Text("要求", "Asked"),
    Text("牵头单位", "Lead units"),
    Text("数据的结果", "What data say"),
    Text("数据的数值", "Value in the data"),
    Text("依据或缺少什么", "Evidence, or what is missing"),
    Text("公开佐证", "Published"),
    Text("已有的判定", "Said so far"),
)
_WIDTHS = (12, 9, 7, 36, 16, 24, 12, 10, 40, 40, 30, 11, 12, 8, 13, 30, 18, 13, 26, 24, 26)
_HOW = (
    Text(
        "黄色的列由填报人填写；一项有几种意见，复制该行再填。",
        "Fill in the yellow columns; for several opinions on one aim, copy its row.",
    ),
    Text(
        "判定从列表中选；有数量要求的填数值和单位即可，系统会换算并判定。",
        "Choose the state from the list; where a number is asked, value and unit are enough.",
    ),
    Text(
        "判定人写单位全称或简称，判定日期写成 2018-11-30、2018/11/30 或 2018年11月30日。",
        "Name the unit that says so; write the day as 2018-11-30.",
    ),
    Text(
        "收回：gisplan scorecard --evidence 本文件；每一行都有答复。没有填的行不计。",
        "Take it back with gisplan scorecard --evidence FILE; every row is answered.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """What became of one row of a form.

    Attributes
    ----------
    sheet : str
        Sheet of the workbook.
    row : int
        As a spreadsheet counts it.
    id : str
        Of the aim.
    used : bool
        Whether it counts.
    why : Text
        Why it was set aside, or what was converted or doubted; empty words if all was plain.
    """

    sheet: str
    row: int
    id: str
    used: bool
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReport:
    """What became of a form.

    Attributes
    ----------
    answers : tuple of FilledIn
        One for each row that was filled in.
    blank : int
        Rows that nobody filled in.
    known : int
        Of the rows used, those that the workspace had already.
    written : tuple of pathlib.Path
        Files that were written.
    notes : tuple of Text
        What was there and not as gisplan wrote it, and where it lies now.
    change : str
        Id of the change in the history; empty if nothing differs.
    """

    answers: tuple[FilledIn, ...]
    blank: int
    known: int
    written: tuple[Path, ...]
    notes: tuple[Text, ...] = ()
    change: str = ""

    @property
    def used(self) -> int:
        """Count the rows used.

        Returns
        -------
        int
            Rows.
        """
        return sum(answer.used for answer in self.answers)

    @property
    def set_aside(self) -> int:
        """Count the rows set aside; with ``used`` all that were filled in.

        Returns
        -------
        int
            Rows.
        """
        return len(self.answers) - self.used


def write_form(
    path: Path,
    *,
    place: Workspace | None = None,
    lang: Lang = "zh",
    overwrite: bool = False,
) -> Path:
    """Write a workbook that lists every aim, with columns for offices to fill in.

    Parameters
    ----------
    path : pathlib.Path
        Ending in ``.xlsx``.
    place : Workspace, optional
        The workspace of the current folder if left out.
    lang : {"zh", "en"}
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Returns
    -------
    Path
        Where it is.

    Raises
    ------
    OptionError
        If the file is to be no workbook, or the workspace has no scorecard.
    FileError
        If it can't be written.
    """
    if path.suffix.lower() != ".xlsx":
        raise OptionError(
            Text(
                f"填报表应为 .xlsx 文件，现为“{path.name}”", f"the form is .xlsx, not '{path.name}'"
            )
        )
    place = place or workspace.find()
    check_target(path, place=place, overwrite=overwrite)
    listed = catalog.load(place).layers
    told = told_in(listed[place.roles.layer("answers", listed)])
    scorecard = place.roles.layer("scorecard", listed)
    ledger = place.roles.plan_tables(listed, (LEDGER,))
    names = (scorecard, *ledger.values(), told)
    layers = load_layers(names, place=place)
    spec = layers[told].spec
    (items,) = (layers[name].table for name in ledger.values())
    lead = items.set_index("item")[f"lead_{lang}"].to_dict()
    card = layers[scorecard].table.astype(object)
    rows = [
        _asked(row, lead, lang) for row in card.where(card.notna(), None).to_dict(orient="records")
    ]
    heads = [spec.column("id").title, *_TOLD, *(spec.column(name).title for name in FILL)]
    first = 1 + len(_TOLD)
    words = [VERDICTS[code].get(lang) for code in ("met", "partly", "short")]
    form = OfficeSheet(
        name=Text("填报", "form").get(lang),
        heads=[head.get(lang) for head in heads],
        rows=rows,
        widths=_WIDTHS,
        choices={first: words},
        fill_in=range(first, first + len(FILL)),
    )
    how = OfficeSheet(
        name=Text("填报说明", "how").get(lang),
        heads=[Text("说明", "How to fill it in").get(lang)],
        rows=[(line.get(lang),) for line in _HOW],
        widths=(100,),
    )
    title = Text("规划目标完成情况填报表", "How the plan's aims stand: a form").get(lang)
    write_target(path, office_book([form, how], title=title), place=place, overwrite=overwrite)
    return path


def _asked(row: Mapping[Any, Any], lead: Mapping[Any, Any], lang: Lang) -> tuple[Any, ...]:
    known = lead.get(row["id"])
    by_data = str(row["data_status"] or "undecided")
    told = (
        row["clause"],
        None if row["year"] is None else int(row["year"]),
        row[f"name_{lang}"],
        row[f"asked_{lang}"],
        known if isinstance(known, str) else None,
        VERDICTS[by_data].get(lang) if row["asked_zh"] else None,
        row["value"],
        row[f"evidence_{lang}"] or row[f"reason_{lang}"],
        row[f"found_{lang}"],
        row[f"history_{lang}"],
    )
    fill = (row["unit_zh"] if name == "unit_zh" else None for name in FILL)
    return (row["id"], *told, *fill)


def take_evidence(
    path: Path,
    *,
    place: Workspace | None = None,
    dry_run: bool = False,
    patience: float = PATIENCE,
) -> EvidenceReport:
    """Take a filled form back into ``milestone_status``, and answer every row.

    Parameters
    ----------
    path : pathlib.Path
        A workbook or a table with the form's headings, in either language.
    place : Workspace, optional
        A workspace of one's own; that of the current folder if left out.
    dry_run : bool
        Whether to write nothing.
    patience : float
        Seconds to wait for another run that writes.

    Returns
    -------
    EvidenceReport
        What is used is put below what the workspace has, which stays; rows that can't be used
        stand in ``exports/import/evidence_set_aside.csv`` with their reasons.

    Raises
    ------
    OptionError
        If there is no workspace of one's own.
    DataError
        If the file has no column of ids.
    FileError
        If a file can't be read or written.
    """
    place = place or workspace.find()
    target.require_own(place, ImportOptions())
    if not path.is_file():
        raise FileError(Text(f"没有这个文件：{path}", f"no such file: {path}"))
    rules = load_rules(place)
    spec = rules.spec
    filled, blank = _filled(path, spec)
    given = pd.DataFrame([row for _, _, row in filled], columns=list(spec.column_names))
    table = rules.read(given)
    answers = tuple(
        FilledIn(
            sheet=sheet,
            row=line,
            id=str(row["id"] or ""),
            used=bool(read_["used"]),
            why=why_of(read_, row),
        )
        for (sheet, line, row), read_ in zip(filled, table.to_dict(orient="records"), strict=True)
    )
    used = table[table["used"].astype(bool)].to_dict(orient="records")
    aside = [(row, answer) for (_, _, row), answer in zip(filled, answers, strict=True)]
    doubled, written, kept, change = add_statements(
        [cells_of(row, spec) for row in used],
        rules=rules,
        place=place,
        others=[(place.exports / "import" / "evidence_set_aside.csv", _aside(aside, spec))],
        source=path,
        dry_run=dry_run,
        patience=patience,
    )
    return EvidenceReport(
        answers=answers,
        blank=blank,
        known=doubled,
        written=tuple(written),
        notes=tuple(kept),
        change=change,
    )


def _filled(path: Path, spec: LayerSpec) -> tuple[list[tuple[str, int, dict[str, str]]], int]:
    """Give the rows that somebody filled in, with sheet and line, and how many nobody did.

    Parameters
    ----------
    path : Path
        The workbook.
    spec : LayerSpec
        Declaration of the layer that it fills.

    Returns
    -------
    tuple[list[tuple[str, int, dict[str, str]]], int]
        Sheet, row and cell by column of each; and the number of the others.
    """
    spelt = {
        normal(word): column.name
        for column in spec.columns
        for word in (column.name, column.title.zh, column.title.en)
    }
    filled: list[tuple[str, int, dict[str, str]]] = []
    blank, headings = 0, []
    found = False
    for raw in tables(path):
        table = texts(raw.table)
        columns = {spelt[normal(str(n))]: n for n in table.columns if normal(str(n)) in spelt}
        headings += [str(name) for name in table.columns]
        if "id" not in columns:
            continue
        found = True
        for line, row in zip(table.index, table.to_dict(orient="records"), strict=True):
            cells = {name: str(row[head]) for name, head in columns.items()}
            said = any(cells.get(name) for name in FILL if name not in _GIVEN)
            if said:
                filled.append((raw.sheet, int(line), cells))
            else:
                blank += 1
    if not found:
        raise DataError(
            Text(
                f"{path.name} 没有“编号”一列；表头有：{'、'.join(headings[:20])}。"
                "请用 gisplan scorecard --form 生成的表",
                f"{path.name} has no column of ids; its headings: {', '.join(headings[:20])}. "
                "Use the form that gisplan scorecard --form writes",
            )
        )
    return filled, blank


def _aside(rows: Sequence[tuple[Mapping[str, str], FilledIn]], spec: LayerSpec) -> bytes | None:
    lost = [
        {"工作表": one.sheet, "行": one.row, **row, "原因": one.why.zh, "why": one.why.en}
        for row, one in rows
        if not one.used
    ]
    if not lost:
        return None
    names = ["工作表", "行", *spec.column_names, "原因", "why"]
    return inert_csv(pd.DataFrame(lost).reindex(columns=names))
