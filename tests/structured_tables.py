"""Ledgers, odd in what they hold and not in their bytes, as each kind of table has them."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
import xlwt
from hypothesis import reject
from hypothesis import strategies as st

from tests.structured_values import FIELDS, NAMES, ODD, VALUES, Maker, written

_HEADINGS = [
    *("企业名称", "名称", "name", "经度", "纬度", "lon", "lat", "坐标", "坐标系", "X", "Y"),
    *("行政区划代码", "统一社会信用代码", "所在县区", "详细地址", "产值（万元）", "产值", "单位"),
    *("从业人员", "产值年份", "所属行业", "企业类别", "面积（亩）", "序号", "备注", "GCJ-02经度"),
    *("处理能力（吨/日）", "2022年产值", "合计", "", " ", "列\n名"),
]
_WORDS = [
    *ODD,
    *("103.83", "36.06", "103°49′48″", "E103.83", "36.06N", "103.83,36.06", "35400000.5", "0", "-"),
    *("620102", "620102.0", "620102000000", "'620102", "9.16201E+17", "91620100MA71ABCD0X"),
    *("兰州市", "城关区", "兰州市城关区东岗路1号", "甘肃", "火星", "gcj02", "WGS84", "暂无", "无"),
    *("1,200", "１２", "约50", "12万元", "3.5亿元", "-7", "2023年", "2023.05", "节能", "龙头企业"),
    *("合计", "小计", "注：快报数", "制表人：某某", "单位：万元", "企业名称", "1e400", "#REF!"),
]
_TEXT = st.one_of(
    st.sampled_from(_WORDS),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=6),
)
_HEADS = st.lists(
    st.one_of(st.sampled_from(_HEADINGS), st.sampled_from(FIELDS), NAMES), min_size=1, max_size=6
)
_ROWS = st.lists(st.lists(_TEXT, min_size=1, max_size=6), max_size=6)
#: Rows of texts: titles, a heading, and what is below it.
_LEDGERS = st.tuples(
    st.lists(st.lists(_TEXT, min_size=1, max_size=2), max_size=2), _HEADS, _ROWS
).map(lambda given: [*given[0], given[1], *given[2]])


def _csv(given: tuple[list[list[str]], str, str, str, bool]) -> bytes:
    rows, separator, end, code, is_quoted = given
    if is_quoted:
        rows = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    return end.join(separator.join(row) for row in rows).encode(code, "ignore")


_CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**60), 2**60),
    st.sampled_from([*_WORDS, "=A1+1", "=SUM(A1:A3)", "=1/0", "#N/A"]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(datetime.date(1900, 3, 1)),
    st.datetimes(datetime.datetime(1900, 3, 1), datetime.datetime(9999, 1, 1)),
    st.times(),
    _TEXT,
)
_AREAS = st.lists(st.tuples(*[st.integers(0, 5)] * 4), max_size=2)
_SHEETS = st.lists(
    st.fixed_dictionaries(
        {
            "heading": _HEADS,
            "rows": st.lists(st.lists(_CELLS, max_size=6), max_size=5),
            "merged": _AREAS,
            "hidden_rows": st.sets(st.integers(0, 6), max_size=2),
            "hidden_columns": st.sets(st.integers(0, 6), max_size=2),
            "hidden": st.booleans(),
        }
    ),
    min_size=1,
    max_size=3,
)


def _without_clashes(areas: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    boxes = [(min(a, b), max(a, b), min(c, d), max(c, d)) for a, b, c, d in areas]
    if len(boxes) == 2:
        (t1, b1, l1, r1), (t2, b2, l2, r2) = boxes
        if t1 <= b2 and t2 <= b1 and l1 <= r2 and l2 <= r1:
            boxes = boxes[:1]
    return [box for box in boxes if box[0] < box[1] or box[2] < box[3]]


def _xlsx(sheets: list[dict[str, Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, sheet in enumerate(sheets):
        made = book.create_sheet(f"表{number}")
        for at, row in enumerate([sheet["heading"], *sheet["rows"]], start=1):
            for column, cell in enumerate(row, start=1):
                try:
                    made.cell(at, column, cell)
                except (ValueError, openpyxl.utils.exceptions.IllegalCharacterError):
                    continue
        for top, bottom, left, right in _without_clashes(sheet["merged"]):
            made.merge_cells(
                start_row=top + 1, end_row=bottom + 1, start_column=left + 1, end_column=right + 1
            )
        for at in sheet["hidden_rows"]:
            made.row_dimensions[at + 1].hidden = True
        for at in sheet["hidden_columns"]:
            made.column_dimensions[openpyxl.utils.get_column_letter(at + 1)].hidden = True
        if sheet["hidden"] and number:
            made.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _xls(sheets: list[dict[str, Any]]) -> bytes:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for number, sheet in enumerate(sheets):
        made = book.add_sheet(f"表{number}", cell_overwrite_ok=True)
        for at, row in enumerate([sheet["heading"], *sheet["rows"]]):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime.datetime | datetime.date | datetime.time):
                    made.write(at, column, cell, day)
                elif isinstance(cell, str) and cell.startswith("=A1"):
                    made.write(at, column, xlwt.Formula(cell[1:]))
                else:
                    made.write(at, column, cell)
        for top, bottom, left, right in _without_clashes(sheet["merged"]):
            made.merge(top, bottom, left, right)
        for at in sheet["hidden_rows"]:
            made.row(at).hidden = True
        for at in sheet["hidden_columns"]:
            made.col(at).hidden = True
        if sheet["hidden"] and number:
            made.visibility = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_cell(cell: Any) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, bool):
        kind, value = "boolean", f'office:boolean-value="{str(cell).lower()}"'
    elif isinstance(cell, int | float):
        kind, value = "float", f'office:value="{cell!r}"'
    elif isinstance(cell, datetime.date | datetime.datetime):
        kind, value = "date", f'office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, datetime.time):
        kind, value = "time", f'office:time-value="PT{cell.hour}H{cell.minute}M{cell.second}S"'
    elif cell.startswith("="):
        return f"<table:table-cell table:formula={quoteattr('of:' + cell)}/>"
    else:
        kind, value = "string", ""
    text = escape(str(cell))
    return (
        f'<table:table-cell office:value-type="{kind}" {value}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def ods(sheets: list[tuple[str, str]]) -> bytes:
    """An OpenDocument sheet; of each table the name and what stands in it."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}{' ' if inner[:1] != '<' else '>'}{inner}"
        "</table:table>"
        for name, inner in sheets
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>'
            '<office:automatic-styles><style:style style:name="hid" style:family="table">'
            '<style:table-properties table:display="false"/></style:style>'
            "</office:automatic-styles><office:body>"
            f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
        archive.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:x"/>')
    return out.getvalue()


def _ods(sheets: list[dict[str, Any]]) -> bytes:
    tables = []
    for number, sheet in enumerate(sheets):
        rows = [sheet["heading"], *sheet["rows"]]
        body = ""
        for at in range(6):
            gone = ' table:visibility="collapse"' if at in sheet["hidden_columns"] else ""
            body += f"<table:table-column{gone}/>"
        for at, row in enumerate(rows):
            how = ("collapse", "filter")[at % 2]
            gone = f' table:visibility="{how}"' if at in sheet["hidden_rows"] else ""
            more = ' table:number-rows-repeated="2"' if at == 3 else ""
            body += f"<table:table-row{gone}{more}>{''.join(map(ods_cell, row))}"
            body += "<table:table-cell/></table:table-row>"
        body += '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
        body += "</table:table-row>"
        style = 'table:style-name="hid">' if sheet["hidden"] and number else ""
        tables.append((f"表{number}", style + body))
    return ods(tables)


_TIMES = ("s", "ms", "us", "ns")
_SHAPES = st.sampled_from(
    [
        None,
        b"",
        b"\x01",
        shapely.Point(103.8, 36.1).wkb,
        shapely.Point(103.8, 36.1, 5).wkb,
        shapely.Point().wkb,
        shapely.box(103, 36, 104, 37).wkb,
        shapely.MultiPoint([(103, 36), (104, 37)]).wkb,
    ]
)
_GEO = [
    None,
    b"{}",
    b"[]",
    b'{"primary_column": "g"}',
    b'{"primary_column": "g", "columns": {"g": {"encoding": "WKB"}}}',
    b'{"primary_column": "g", "columns": {"g": {"encoding": "WKB", "crs": null}}}',
    b'{"primary_column": "g", "columns": {"g": {"encoding": "WKB", "crs": "EPSG:4490"}}}',
    b'{"primary_column": "g", "columns": {"g": {"encoding": "WKB", "crs": {"a": 1}}}}',
    b'{"primary_column": "g", "columns": {"g": {"encoding": "point"}}}',
]


def _parquet(given: tuple[list[Any], bool, list[Any], bytes | None, str]) -> bytes:
    values, as_list, shapes, geo, unit = given
    size = len(values)
    moments = pa.array([10**9 + at for at in range(size)], pa.timestamp(unit))
    fine = "ns" if unit in ("s", "ns") else "us"
    times = pa.array([1 + at for at in range(size)], pa.time64(fine))
    wkb = pa.array([*shapes, *[None] * size][:size], pa.binary())
    for cells in ([[value] if as_list else value for value in values], [str(v) for v in values]):
        out = io.BytesIO()
        try:
            column = pa.array(cells)
            if as_list and pa.types.is_string(column.type):
                column = column.dictionary_encode()
            table = pa.table({"名称": column, "t": times, "m": moments, "g": wkb})
            pq.write_table(table.replace_schema_metadata({"geo": geo} if geo else None), out)
        except (pa.ArrowException, OverflowError, TypeError, ValueError):
            continue  # of several types, or none that Parquet has
        return out.getvalue()
    return reject()


def _all(strategy: st.SearchStrategy[Any], make: Callable[[Any], bytes]) -> Any:
    return strategy.map(lambda given: written(make(given)))


#: Ending -> makers of files of that kind.
TABLES: dict[str, st.SearchStrategy[Maker]] = {
    ".csv": _all(
        st.tuples(
            _LEDGERS,
            st.sampled_from([",", "\t", ";", "|", "，"]),
            st.sampled_from(["\n", "\r\n", "\r"]),
            st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-16-le"]),
            st.sampled_from([True, True, True, False]),
        ),
        _csv,
    ),
    ".xlsx": _all(_SHEETS, _xlsx),
    ".xls": _all(_SHEETS, _xls),
    ".ods": _all(_SHEETS, _ods),
    ".parquet": _all(
        st.tuples(
            st.lists(VALUES, max_size=4),
            st.booleans(),
            st.lists(_SHAPES, max_size=4),
            st.sampled_from(_GEO),
            st.sampled_from(_TIMES),
        ),
        _parquet,
    ),
}
