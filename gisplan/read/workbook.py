"""Workbooks, XLSX, XLS and ODS: the cells as stored, by sheet, with what is merged filled."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa
import python_calamine as calamine

from gisplan.errors import FileError
from gisplan.read import heading
from gisplan.read.archive import Archive
from gisplan.read.binary_workbook import SeenBinary
from gisplan.read.heading import Span, letter
from gisplan.read.hidden import Hidden
from gisplan.read.open_document import SeenDocument
from gisplan.read.options import Finding, damaged, listed, refusal, unreadable
from gisplan.read.part import Job, Part
from gisplan.read.workbook_parts import Seen
from gisplan.text import Text

#: Digits that a number of Excel holds; of a longer one the last have turned to zeros.
_DIGITS = 15
#: Parts of a workbook that hold cells, or say where they are.
_WANTED = re.compile(
    r"^(\[Content_Types\]\.xml|_rels/\.rels|xl/[^/]+\.xml|xl/_rels/[^/]+\.rels"
    r"|xl/worksheets/[^/]+\.xml|xl/worksheets/_rels/[^/]+\.rels)$",
    re.IGNORECASE,
)
#: Parts of an OpenDocument sheet that hold cells, or say what they are.
_MANIFEST = "META-INF/manifest.xml"
_ODS = {"mimetype", "content.xml", "styles.xml", _MANIFEST}
#: What a workbook says beside its cells.
_Seen = Seen | SeenBinary | SeenDocument
#: Cells of one sheet, counted by its extent; beyond it, a stray cell or a bomb.
_CELLS = 40_000_000


def parse(job: Job) -> list[Part]:
    """Read the sheets of a workbook that hold cells.

    Parameters
    ----------
    job : Job
        The file and the options.

    Returns
    -------
    list of Part
        One a sheet, or the one named. Numbers are written without loss (``620102``, not
        ``620102.0``), dates as ``2018-06-02``, times of a day as ``2018-06-02T08:00:00``,
        truth values as ``TRUE``; a formula as the value that Excel kept.

    Raises
    ------
    FileError
        If the file is damaged, has a password, or has not the sheet or row named.
    """
    try:
        source, seen = _source(job)
        with calamine.load_workbook(source) as book:
            parts = _sheets(job, book, seen)
    except calamine.PasswordError as error:
        raise _locked(job) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        if isinstance(error, FileError):
            raise
        raise damaged(job.file, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a fault in Rust gets here
            raise
        raise damaged(job.file, error) from error
    extra = tuple(seen.of_the_workbook())
    return [replace(part, findings=(*part.findings, *extra)) for part in parts]


def _locked(job: Job) -> FileError:
    return refusal(
        job.file,
        "工作簿有密码；请在 Excel 或 WPS 中去掉密码，另存后再用",
        "the workbook has a password; save it without one in Excel or WPS",
    )


def _is_locked(archive: Archive, manifest: str) -> bool:
    return b"encryption-data" in b"".join(archive.chunks(manifest))


def _source(job: Job) -> tuple[io.BytesIO, _Seen]:
    if job.kind == "XLS":
        data = job.path.read_bytes()
        binary = SeenBinary(data)
        if binary.is_locked:
            raise _locked(job)
        return io.BytesIO(data), binary
    with Archive(job.path, job.options.limits) as archive:
        if job.kind == "ODS":
            if any(name == _MANIFEST and _is_locked(archive, name) for name in archive.names):
                raise _locked(job)
            document = SeenDocument()
            parts = [(name, name) for name in archive.names if name in _ODS]
            return archive.copy(parts, document.see), document
        wanted = [(name, name) for name in archive.names if _WANTED.match(name)]
        if not any(name.lower() == "xl/workbook.xml" for name, _ in wanted):
            raise unreadable(
                job.file,
                "压缩包里没有工作簿，不是 XLSX 文件",
                "the archive holds no workbook; it is no XLSX file",
            )
        seen = Seen()
        return archive.copy(wanted, seen.see), seen


def _sheets(job: Job, book: calamine.CalamineWorkbook, seen: _Seen) -> list[Part]:
    places = {meta.name: at for at, meta in enumerate(book.sheets_metadata)}
    sheets = [meta for meta in book.sheets_metadata if _is_table(meta)]
    wanted = job.options.sheet or job.options.layer
    names = [sheet.name for sheet in sheets]
    if wanted is not None and wanted not in names:
        raise refusal(
            job.file,
            f"没有工作表“{wanted}”，有：{'、'.join(names)}",
            f"no sheet “{wanted}”; it has: {', '.join(names)}",
        )
    parts = []
    for meta in sheets:
        if wanted in (None, meta.name):
            gone = meta.visible != calamine.SheetVisibleEnum.Visible
            told = [_hidden(meta.name)] if gone else []
            hidden = seen.of_sheet(places[meta.name], meta.name)
            part = _sheet(job, book.get_sheet_by_name(meta.name), told, hidden)
            if part is not None:
                parts.append(part)
    if not parts:
        raise unreadable(job.file, "工作簿里没有数据", "the workbook holds no cells")
    return parts


def _is_table(meta: calamine.SheetMetadata) -> bool:
    return meta.typ == calamine.SheetTypeEnum.WorkSheet


def _hidden(name: str) -> Finding:
    message = Text(f"工作表“{name}”是隐藏的", f"sheet “{name}” is hidden")
    return Finding(kind="hidden_sheet", message=message)


def _sheet(
    job: Job, sheet: calamine.CalamineSheet, told: list[Finding], hidden: Hidden
) -> Part | None:
    height, width = sheet.total_height, sheet.total_width
    if height * width > _CELLS:
        raise refusal(
            job.file,
            f"工作表“{sheet.name}”跨 {height:,} 行 {width:,} 列；请删去表外的单元格",
            f"sheet “{sheet.name}” spans {height:,} rows and {width:,} columns; "
            "delete the stray cells outside the table",
        )
    grid = _Grid(job, sheet)
    if not any(any(row) for row in grid.rows):
        return None
    words = frozenset(job.options.heading_words)
    start = _start(job, sheet, grid, words)
    head = heading.taken(grid.rows, start, grid.spans, words)
    first = start + head.depth
    # a row that holds nothing of its own is none, whatever is merged into it
    kept = [at for at in range(first, len(grid.rows)) if any(map(str.strip, grid.rows[at]))]
    filled = grid.fill(first)
    columns = list(zip(*(grid.rows[at] for at in kept), strict=True)) or [()] * width
    where = f"{job.file} [{sheet.name}]"
    names, used, unnamed = heading.column_names(head.names, [any(c) for c in columns], where)
    called = dict(zip(used, names, strict=True))
    zh, en = ("（隐藏）", " (hidden)") if told else ("", "")
    found = [
        Finding(
            kind="sheet",
            message=Text(f"工作表“{sheet.name}”{zh}", f"sheet “{sheet.name}”{en}"),
        ),
        *told,
        *hidden.findings([at + 1 for at in kept], called),
        heading.told(start + 1, job.options),
        *(heading.above(grid.rows[:start], range(1, start + 1), called) if words else ()),
        *unnamed,
        *filled,
        *grid.copies(called),
        *grid.long_numbers(first),
    ]
    return Part(
        table=pa.table(
            [pa.array(columns[at], pa.large_string()) for at in used],
            names=names,
        ),
        rows=[at + 1 for at in kept],
        name=sheet.name,
        heading_row=start + 1,
        findings=tuple(found),
    )


def _start(job: Job, sheet: calamine.CalamineSheet, grid: _Grid, words: frozenset[str]) -> int:
    row = job.options.heading_row
    if row is None:
        return heading.located(grid.rows, grid.spans, words)
    if not 1 <= row <= len(grid.rows):
        raise refusal(
            job.file,
            f"工作表“{sheet.name}”没有第 {row} 行，不能作列名",
            f"sheet “{sheet.name}” has no row {row} to be its heading",
        )
    return row - 1


class _Grid:
    """The cells of a sheet as texts, and which are merged.

    Parameters
    ----------
    job : Job
        The file and its limits.
    sheet : calamine.CalamineSheet
        Sheet of the workbook.
    """

    def __init__(self, job: Job, sheet: calamine.CalamineSheet) -> None:
        self.long: list[tuple[int, int]] = []
        self.rows: list[list[str]] = []
        self._copied: dict[int, list[int]] = {}
        most = job.options.limits.cell_chars
        for at, cells in enumerate(sheet.to_python(skip_empty_area=False)):
            row = [_text(cell) for cell in cells]
            for column, (cell, text) in enumerate(zip(cells, row, strict=True)):
                if len(text) > most:
                    raise refusal(
                        f"{job.file} [{sheet.name}]",
                        f"{letter(column)}{at + 1} 单元格超过 {most:,} 个字符",
                        f"cell {letter(column)}{at + 1} has more than {most:,} characters",
                    )
                if isinstance(cell, float) and abs(cell) >= 10**_DIGITS:
                    self.long.append((at, column))
            self.rows.append(row)
        self.spans: list[Span] = sorted(
            (top, bottom, left, right)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
            if top < len(self.rows) and left < len(self.rows[top])
        )

    def fill(self, first: int) -> list[Finding]:
        """Fill merged cells from a row on with the value of their first.

        Parameters
        ----------
        first : int
            Row, from 0, above which nothing is filled.

        Returns
        -------
        list of Finding
            One finding, or none.
        """
        names: list[str] = []
        rows: list[int] = []
        for top, bottom, left, right in self.spans:
            if top < first or not self.rows[top][left]:
                continue
            last = min(bottom, len(self.rows) - 1)
            for at in range(top, last + 1):
                row = self.rows[at]
                row[left : right + 1] = [self.rows[top][left]] * len(row[left : right + 1])
                for column in range(left, min(right + 1, len(row))):
                    if (at, column) != (top, left):
                        self._copied.setdefault(column, []).append(at + 1)
            names.append(f"{letter(left)}{top + 1}:{letter(right)}{bottom + 1}")
            rows += range(top + 1, last + 2)
        if not names:
            return []
        shown = ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
        message = Text(
            f"已用首格的值填充 {len(names)} 处合并单元格：{shown}",
            f"{len(names)} merged range(s) filled with the value of their first cell: {shown}",
        )
        return [Finding(kind="merged", message=message, rows=tuple(sorted(set(rows))))]

    def copies(self, names: Mapping[int, str]) -> list[Finding]:
        """Say of each column which rows have its value only because they are merged.

        Parameters
        ----------
        names : mapping of int to str
            Name by column, from 0.

        Returns
        -------
        list of Finding
            One finding for each such column.
        """
        message = Text("合并单元格填入的值", "filled from a merged cell")
        return [
            Finding(kind="filled", message=message, rows=tuple(rows), column=names[column])
            for column, rows in self._copied.items()
            if column in names
        ]

    def long_numbers(self, first: int) -> list[Finding]:
        """Say which numbers are too long for Excel to have kept.

        Parameters
        ----------
        first : int
            Row, from 0, above which nothing is looked at.

        Returns
        -------
        list of Finding
            One finding, or none.
        """
        rows = sorted({at + 1 for at, _ in self.long if at >= first})
        if not rows:
            return []
        zh, en = listed(rows)
        message = Text(
            f"{zh}有超过 {_DIGITS} 位的数，Excel 已丢失末位；代码应存为文本",
            f"{en}: a number of more than {_DIGITS} digits, of which Excel lost the last; "
            "store codes as text",
        )
        return [Finding(kind="long_number", message=message, rows=tuple(rows))]


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        whole = cell.is_integer() and abs(cell) < 10**_DIGITS
        return str(int(cell)) if whole else repr(cell)
    if isinstance(cell, datetime.datetime | datetime.date | datetime.time):
        return cell.isoformat()
    if isinstance(cell, datetime.timedelta):
        minutes, seconds = divmod(int(cell.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    return str(cell)
