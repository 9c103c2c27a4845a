"""What a workbook hides is read and told: XLSX, XLS and ODS alike."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwt

from gisplan.errors import FileError
from gisplan.read import RawTable, tables
from tests.structured_tables import ods, ods_cell

GRID = [["名称", "产值", "备注"], ["甲", 1, "x"], ["乙", 2, "y"], ["丙", 3, "z"]]


def xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("表", "旧表"):
        sheet = book.create_sheet(name)
        for row in GRID:
            sheet.append(row)
        sheet.row_dimensions[3].hidden = sheet.row_dimensions[90].hidden = True
        sheet.column_dimensions["B"].hidden = sheet.column_dimensions["Z"].hidden = True
    book.remove(book.active)
    book["表"].auto_filter.ref = "A1:C4"
    book["表"]["C4"] = "=1+1"
    book["旧表"].sheet_state = "veryHidden"
    book.save(path)


def xls(path: Path) -> None:
    book = xlwt.Workbook()
    for name in ("表", "旧表"):
        sheet = book.add_sheet(name, cell_overwrite_ok=True)
        for at, row in enumerate(GRID):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell)
        sheet.row(2).hidden = sheet.row(89).hidden = True
        sheet.col(1).hidden = sheet.col(25).hidden = True
    book.get_sheet(0).write(3, 2, xlwt.Formula("1+1"))
    book.get_sheet(1).visibility = 2
    book.save(str(path))


def document(path: Path) -> None:
    gone = '<table:table-column table:visibility="collapse"/>'
    columns = f"<table:table-column/>{gone}<table:table-column/>"
    rows = ["".join(map(ods_cell, row)) for row in GRID]
    rows[3] = rows[3].replace(ods_cell("z"), ods_cell("=1+1"))
    some = "".join(
        f"<table:table-row{how}>{row}</table:table-row>"
        for row, how in zip(rows, ["", "", ' table:visibility="filter"', ""], strict=True)
    )
    rest = (
        '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048000">'
        "<table:table-cell/></table:table-row>"
    )
    body = columns + some + rest
    path.write_bytes(ods([("表", body), ("旧表", 'table:style-name="hid">' + body)]))


def words(raw: RawTable, kind: str) -> str:
    return " ".join(finding.message.zh for finding in raw.found(kind))


@pytest.mark.parametrize(
    ("ending", "make", "filtered"),
    [(".xlsx", xlsx, True), (".xls", xls, False), (".ods", document, True)],
)
def test_what_a_workbook_hides_is_told(
    tmp_path: Path, ending: str, make: Callable[[Path], None], filtered: bool
) -> None:
    path = tmp_path / f"t{ending}"
    make(path)
    shown, old = tables(path)
    assert shown.table["名称"].tolist() == ["甲", "乙", "丙"]
    (rows,) = shown.found("hidden_rows")
    assert rows.rows == (3,)
    assert ("被筛选隐藏" in rows.message.zh) == filtered
    assert words(shown, "hidden_columns") == "有 1 列隐藏，一样读入：“产值”"
    assert "个公式没有存下结果" in words(shown, "formula")
    assert not shown.found("hidden_sheet")
    assert words(old, "hidden_sheet") == "工作表“旧表”是隐藏的"


def test_a_password_is_told_as_one(tmp_path: Path) -> None:
    path = tmp_path / "t.ods"
    data = ods([("表", "<table:table-row/>")])
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(path, "w") as archive:
        for name in made.namelist():
            content = b"<m:encryption-data/>" if name.startswith("META") else made.read(name)
            archive.writestr(name, content)
    with pytest.raises(FileError, match="password"):
        tables(path)
    path = tmp_path / "t.xls"
    xls(path)
    data = path.read_bytes()
    at = data.index(bytes.fromhex("e100 0200"))  # INTERFACEHDR, which may as well not be there
    path.write_bytes(data[:at] + bytes.fromhex("2f00") + data[at + 2 :])
    with pytest.raises(FileError, match="password"):
        tables(path)
