"""CSV and Excel as planners have them: what is read is what was written, row by row."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisplan.errors import FileError
from gisplan.read import ReadOptions, inspect, read, tables
from gisplan.read.heading import letter, located
from tests.filemaker import COLUMNS, ROWS, made, rezipped, shared_xlsx, text

ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be")
SEPARATORS = (",", "\t", ";", "，", "|", "；")
AS_TEXT = [[str(cell) for cell in row] for row in ROWS]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", SEPARATORS)
def test_encoding_and_separator_are_detected(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(text([COLUMNS, *ROWS], separator).encode(encoding))
    (raw,) = tables(path)
    assert tuple(raw.table.columns) == COLUMNS
    assert raw.table.to_numpy().tolist() == AS_TEXT
    assert list(raw.table.index) == [2, 3, 4]
    assert {finding.kind for finding in raw.findings} == {"encoding", "separator", "heading"}
    assert "not certain" not in raw.found("encoding")[0].message.en


_CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co"]) | st.sampled_from(",;\t"),
    max_size=12,
)


@given(
    cells=st.lists(st.lists(_CELLS, min_size=3, max_size=3), min_size=1, max_size=6),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16")),
    separator=st.sampled_from(SEPARATORS),
    breaks=st.sampled_from(["", "\n", "\r\n"]),
)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_written_is_read(
    tmp_path: Path, cells: list[list[str]], encoding: str, separator: str, breaks: str
) -> None:
    """Every cell of every row that is not blank comes back, at the line where it starts."""
    rows = [[f"x{breaks}{row[0]}", *row[1:]] for row in cells]
    path = tmp_path / "t.csv"
    path.write_bytes(text([COLUMNS, *rows], separator).encode(encoding))
    options = ReadOptions(encoding=encoding, separator=separator, heading_row=1)
    (raw,) = tables(path, options=options)
    kept = [at for at in range(3) if raw.table.columns.isin([COLUMNS[at]]).any()]
    assert kept == [0, 1, 2]
    assert raw.table.to_numpy().tolist() == rows
    height = 2 if breaks else 1
    assert list(raw.table.index) == [2 + height * at for at in range(len(rows))]


@given(
    rows=st.lists(
        st.lists(st.text("甲乙丙丁，abc 123.;", min_size=1, max_size=8), min_size=4, max_size=4),
        min_size=1,
        max_size=8,
    ).filter(lambda rows: all(row[0].strip() for row in rows)),
    separator=st.sampled_from([",", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "gb18030", "utf-16"]),
)
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_separator_is_found_whatever_stands_in_the_cells(
    tmp_path: Path, rows: list[list[str]], separator: str, encoding: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(text([["名", "a", "b", "c"], *rows], separator).encode(encoding))
    (raw,) = tables(path, options=ReadOptions(encoding=encoding))
    assert raw.table.to_numpy().tolist() == rows


def test_a_guess_is_overridden(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"a;b,c\n1;2,3\n\xa5\xb0;4,5\n")
    (raw,) = tables(path, options=ReadOptions(encoding="latin-1", separator=";", heading_row=2))
    assert raw.heading_row == 2
    assert list(raw.table.columns) == ["1", "2,3"]
    assert raw.table.to_numpy().tolist() == [["¥°", "4,5"]]
    assert all("as told" in f.message.en for f in raw.findings if f.kind != "separator")


@pytest.mark.parametrize(
    "options",
    [
        ReadOptions(encoding="no-such"),
        ReadOptions(encoding="utf-16"),
        ReadOptions(separator="::"),
        ReadOptions(heading_row=9),
    ],
)
def test_an_option_that_cannot_be_is_said(tmp_path: Path, options: ReadOptions) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("名,b\n甲,2\n乙".encode())
    with pytest.raises(FileError, match=r"t\.csv"):
        tables(path, options=options)


def test_titles_above_the_heading_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "合成的企业名录,,,\n,,,\n单位：万元,,,2018年\n名称,产值,地址,备注\n甲,1,,\n乙,2,丙,\n",
        encoding="utf-8",
    )
    (raw,) = tables(path)
    assert raw.heading_row == 4
    assert list(raw.table.columns) == ["名称", "产值", "地址", "备注"]
    assert list(raw.table.index) == [5, 6]


@given(
    width=st.integers(2, 8),
    titles=st.lists(st.booleans(), max_size=4),
    gaps=st.sets(st.integers(0, 7)),
)
def test_the_heading_is_below_any_number_of_titles(
    width: int, titles: list[bool], gaps: set[int]
) -> None:
    above = [["题" if filled else "", *[""] * (width - 1)] for filled in titles]
    body = [["x" if at not in gaps else "" for at in range(width)] for _ in range(3)]
    assert located([*above, ["列"] * width, *body]) == len(above)


def test_uneven_rows_are_told_and_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,2\n3\n4,5,6\n", encoding="utf-8")
    (raw,) = tables(path)
    assert raw.table.to_numpy().tolist() == [["1", "2", ""], ["3", "", ""], ["4", "5", "6"]]
    assert raw.found("fewer_cells")[0].rows == (3,)
    assert raw.found("more_cells")[0].rows == (4,)
    assert raw.found("unnamed_column")[0].column == "[C]"
    with pytest.raises(FileError, match="row 4: more cells"):
        read(path)


def test_a_column_named_twice_is_named_with_both_places(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("产值,名称,产值\n1,甲,2\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"产值 \(columns A and C\)"):
        tables(path)


def test_a_long_table_is_the_same_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path, ".csv")
    here = read(path)
    monkeypatch.setattr("gisplan.read._SMALL", 0)
    assert read(path).equals(here)


def test_letters_are_those_of_excel() -> None:
    given_by_excel = {0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16383: "XFD"}
    assert {at: letter(at) for at in given_by_excel} == given_by_excel


# -- Excel ----------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".xlsx", ".xls"])
def test_a_workbook_with_a_title(tmp_path: Path, ending: str) -> None:
    (raw,) = tables(made(tmp_path, ending))
    assert (raw.sheet, raw.heading_row) == ("企业", 2)
    assert list(raw.table.columns) == [*COLUMNS, "日期"]
    assert raw.table.to_numpy().tolist() == [[*row, "2018-06-02"] for row in AS_TEXT]
    assert list(raw.table.index) == [3, 4, 5]


def test_sheets_are_found_and_chosen(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "空"
    for name in ("甲表", "乙表"):
        book.create_sheet(name).append(["列"])
        book[name].append([name])
    book["乙表"].sheet_state = "hidden"
    book.save(path)
    assert [table.sheet for table in inspect(path).tables] == ["甲表", "乙表"]
    assert "hidden" in inspect(path).tables[1].findings[0].message.en
    assert read(path, layer="乙表")["列"].tolist() == ["乙表"]
    assert read(path, options=ReadOptions(sheet="甲表"))["列"].tolist() == ["甲表"]
    with pytest.raises(FileError, match="甲表, 乙表"):
        read(path)
    with pytest.raises(FileError, match="no sheet “丙表”"):
        read(path, layer="丙表")


def test_cells_keep_what_they_hold(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    values = {
        "文本代码": ("0620102", "0620102"),
        "整数": (620102, "620102"),
        "小数": (0.1, "0.1"),
        "负数": (-2.5e-7, "-2.5e-07"),
        "真": (True, "TRUE"),
        "信用代码": ("91620000224333915U", "91620000224333915U"),
        "公式": ("=1+1", "2"),
    }
    sheet.append(list(values))
    sheet.append([given for given, _ in values.values()])
    sheet.append(["长数", 9162000022433391512, None, None, None, None, "=2+2"])
    book.save(path)

    def calculated(_: str, content: bytes) -> bytes:
        # what Excel does when it saves; openpyxl stores no results
        return re.sub(
            rb"(<f>1\+1</f>)<v\s*/>|(<f>1\+1</f>)<v></v>", rb"<f>1+1</f><v>2</v>", content
        )

    rezipped(path, calculated)
    (raw,) = tables(path)
    assert raw.table.loc[2].to_dict() == {name: told for name, (_, told) in values.items()}
    assert raw.found("long_number")[0].rows == (3,)
    assert "1 formula(s)" in raw.found("formula")[0].message.en


def test_a_workbook_as_excel_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    cells = (
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>'
        '<row r="4"><c r="B4" t="s"><v>2</v></c><c r="C4"><f>1+1</f><v>2</v></c></row>'
        '<row r="5"><c r="B5" t="str"><f>A1&amp;"x"</f><v>x</v></c><c r="C5" t="e"><f>1/0</f>'
        "<v>#DIV/0!</v></c></row>"
    )
    shared_xlsx(path, cells, ["名称", "产值\n（万元）", "甲&lt;厂"])
    (raw,) = tables(path)
    assert raw.heading_row == 2
    assert list(raw.table.columns) == ["名称", "产值 （万元）"]
    assert raw.table.loc[4].tolist() == ["甲<厂", "2"]
    assert raw.table.loc[5].tolist() == ["x", ""]
    assert "1 cell(s)" in raw.found("error_cell")[0].message.en
    assert not raw.found("formula")


def test_merged_cells_are_filled_and_told(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["市州", "县区", "数"],
        ["甲市", "乙县", 1],
        [None, "丙县", 2],
        ["丁市", "戊县", 3],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("A4:A6")
    book.save(path)
    (raw,) = tables(path)
    assert raw.table["市州"].tolist() == ["甲市", "甲市", "丁市"]
    assert list(raw.table.index) == [2, 3, 4]
    (finding,) = raw.found("merged")
    assert "A2:A3" in finding.message.zh
    assert set(finding.rows) >= {2, 3}


def test_a_heading_of_two_levels_names_columns_by_both(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["合成的统计表"],
        ["名称", "产值", None, "就业", None],
        [None, 2017, 2018, 2017, 2018],
        ["甲厂", 1, 2, 3, 4],
    ):
        sheet.append(row)
    for span in ("A1:E1", "A2:A3", "B2:C2", "D2:E2"):
        sheet.merge_cells(span)
    book.save(path)
    (raw,) = tables(path)
    names = ["名称", "产值/2017", "产值/2018", "就业/2017", "就业/2018"]
    assert list(raw.table.columns) == names
    assert raw.table.to_numpy().tolist() == [["甲厂", "1", "2", "3", "4"]]
    assert list(raw.table.index) == [4]


_EXCEL_CELLS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1)
    .map(lambda cell: f"字{cell}字")
    .filter(lambda cell: not re.search("_x[0-9A-Fa-f]{4}_", cell)),
    st.integers(-(10**14), 10**14),
    st.floats(-1e300, 1e300),
)


@given(cells=st.lists(st.tuples(_EXCEL_CELLS, _EXCEL_CELLS), min_size=1, max_size=40))
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_stored_in_a_workbook_is_read(
    tmp_path: Path, cells: list[tuple[str | float, str | float]]
) -> None:
    path = tmp_path / "t.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["甲", "乙"])
    for row in cells:
        book.active.append(row)
    book.save(path)
    got = tables(path)[0].table.to_numpy().tolist()
    assert len(got) == len(cells)
    for row, stored in zip(got, cells, strict=True):
        for cell, value in zip(row, stored, strict=True):
            if isinstance(value, str):
                assert cell == value
            else:  # openpyxl writes 16 digits
                assert float(cell) == pytest.approx(value, rel=1e-15)
