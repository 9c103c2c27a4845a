"""CSV and Excel workbooks, in which no cell can run as a formula and every cell reads back.

CSV knows no types, so a spreadsheet runs a text that begins like a formula. Such a text, and one
that begins with an apostrophe, gets an apostrophe before it: to read it back, take one apostrophe
away where a text begins with one (:func:`gisplan.escape.restore`). A workbook knows texts from
formulas and holds them as they are, marked so that editing a cell does not turn it into a formula
either.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyarrow as pa
import pyarrow.compute as pc
import shapely
import xlsxwriter

from gisplan.catalog.layer import Column, Layer, LayerSpec
from gisplan.errors import DataError
from gisplan.escape import inert, inert_rows
from gisplan.formats.csv_lines import csv_lines
from gisplan.formats.datums import DATUM_TITLES
from gisplan.formats.prepared import Prepared, attributes, stamp
from gisplan.text import LANGS, Text

#: What Excel holds: characters in a cell, rows, and digits of a whole number.
_CELL, _ROWS, _EXACT = 32_767, 1_048_576, 10**15
#: Rows of CSV that are put together at once.
_RUN = 50_000


def write_csv(path: Path, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows as CSV: UTF-8 with BOM, so that Excel takes it for what it is.

    Parameters
    ----------
    path : pathlib.Path
        The file to write.
    heads : sequence of str
        Titles of the columns.
    rows : iterable of sequences
        Texts, numbers, booleans, dates; None is an empty cell.

    Raises
    ------
    OSError
        If it can't be written.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow([inert(head) for head in heads])
        out.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(value)


def write(item: Prepared, path: Path) -> None:
    """Write a layer as CSV.

    The declared columns in their order; then, of points, ``longitude`` and ``latitude`` in
    degrees, of lines and polygons ``wkt``, which is left empty where it is longer than a cell of
    a spreadsheet holds (:func:`losses`). What the columns mean stands in the file of
    :func:`write_columns`.

    Parameters
    ----------
    item : Prepared
        The layer; with or without shapes.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    OSError
        If it can't be written.
    """
    _write_rows(item, path, _places(item, whole=False))


def write_whole(item: Prepared, path: Path) -> None:
    """Write a layer as CSV with all shapes as ``wkt``, however long: for other programs.

    Parameters
    ----------
    item : Prepared
        With shapes.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    OSError
        If it can't be written.
    """
    _write_rows(item, path, _places(item, whole=True))


def _write_rows(item: Prepared, path: Path, places: Mapping[str, pa.Array]) -> None:
    table = attributes(item.layer)
    for name, values in places.items():
        table = table.append_column(free_name(name, table.column_names), values)
    with path.open("wb") as file:
        file.write(inert_rows(table.column_names, ()))
        for start in range(0, table.num_rows, _RUN):
            file.write(csv_lines(table.slice(start, _RUN).columns))


def _places(item: Prepared, *, whole: bool) -> dict[str, pa.Array]:
    """Give where the rows of a layer lie, as columns.

    Parameters
    ----------
    item : Prepared
        The layer; with or without shapes.
    whole : bool
        Whether to give every shape as text, however long, and of points too.

    Returns
    -------
    dict of str to pyarrow.Array
        Values by the name of a column.
    """
    if not item.has_shapes:
        return {}
    shapes = item.layer.table.geometry.to_numpy()
    places: dict[str, pa.Array] = {}
    if item.spec.geometry == "point":
        for name, of in (("longitude", shapely.get_x), ("latitude", shapely.get_y)):
            places[name] = pa.array(of(shapes), from_pandas=True)
    if whole or not places:
        texts = pa.array(shapely.to_wkt(shapes, rounding_precision=-1), pa.large_string())
        short = pc.less_equal(pc.utf8_length(texts), _CELL)
        places["wkt"] = texts if whole else pc.if_else(short, texts, None)
    return places


def losses(layer: Layer) -> tuple[Text, ...]:
    """Say how many shapes of a layer a CSV for spreadsheets leaves out.

    Parameters
    ----------
    layer : Layer
        The layer.

    Returns
    -------
    tuple of Text
        A sentence, if there are any.
    """
    if layer.spec.geometry not in ("line", "polygon"):
        return ()
    shapes = gpd.GeoSeries(layer.table.geometry).to_numpy()
    count = sum(map(_too_long, shapely.to_wkt(shapes, rounding_precision=-1)))
    if not count:
        return ()
    return (
        Text(
            f"{count} 个图形的 WKT 超过表格单元格的 {_CELL:,} 个字符，留空；要全部写出用 csv-wkt",
            f"{count} shapes are longer as WKT than the {_CELL:,} characters of a spreadsheet's"
            " cell and left empty; csv-wkt has them all",
        ),
    )


def _too_long(shape: str | None) -> bool:
    return shape is not None and len(shape) > _CELL


def write_columns(spec: LayerSpec, path: Path) -> None:
    """Write what the columns of a layer mean, as CSV.

    Parameters
    ----------
    spec : LayerSpec
        The declaration.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    OSError
        If it can't be written.
    """
    write_csv(path, _COLUMN_HEADS, [_column(column) for column in spec.columns])


def count_csv(path: Path) -> int:
    """Read every row below the heading and count them.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    int
        Rows with as many cells as the heading.
    """
    # the shape of a province is a longer cell than the reader takes unless told
    limit = csv.field_size_limit(2**31 - 1)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            width = len(next(rows, ()))
            return sum(len(row) == width for row in rows)
    finally:
        csv.field_size_limit(limit)


def _table(item: Prepared) -> tuple[list[str], list[list[Any]]]:
    table = attributes(item.layer)
    heads, columns = list(table.column_names), [c.to_pylist() for c in table.columns]
    for name, values in _places(item, whole=False).items():
        if name != "wkt":
            heads.append(free_name(name, heads))
            columns.append(values.to_pylist())
    return heads, columns


def free_name(name: str, taken: Sequence[str]) -> str:
    """Give a name that is not taken, with ``_`` behind it where it would be.

    Parameters
    ----------
    name : str
        The name wished for.
    taken : sequence of str
        Names that are in use.

    Returns
    -------
    str
        The name, with as many ``_`` as it takes.
    """
    while name in taken:
        name += "_"
    return name


_COLUMN_HEADS = (
    "name",
    "type",
    "title_zh",
    "title_en",
    "unit_zh",
    "unit_en",
    "meaning_zh",
    "meaning_en",
    "derived",
    "bound",
)


def _column(column: Column) -> tuple[Any, ...]:
    both = [(t.zh, t.en) if t else (None, None) for t in (column.unit, column.meaning)]
    titles = (column.title.zh, column.title.en)
    return (column.name, column.type, *titles, *both[0], *both[1], column.derived, column.bound)


# -- workbooks ------------------------------------------------------------------------------


def write_workbook(item: Prepared, path: Path) -> None:
    """Write a layer as an Excel workbook.

    Three sheets: ``data`` (as :func:`write`, but shapes other than points left out, for a cell
    can't hold them), ``columns`` and ``about``. Whole numbers beyond 15 digits, which Excel would
    round, stand as texts.

    Parameters
    ----------
    item : Prepared
        The layer; with or without shapes.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    DataError
        If a text or the number of rows is more than a workbook holds.
    OSError
        If it can't be written.
    """
    heads, columns = _table(item)
    _require_fit(item, heads, columns)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    moment = stamp().replace(tzinfo=None)
    book.set_properties(
        {"title": item.spec.title.zh, "comments": item.spec.description.zh, "created": moment}
    )
    looks = {
        "head": book.add_format({"bold": True, "bg_color": "#e8edf2"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "text": book.add_format({"quote_prefix": True, "num_format": "@"}),
    }
    _fill(book.add_worksheet("data"), looks, heads, zip(*columns, strict=True))
    described = [_column(column) for column in item.spec.columns]
    _fill(book.add_worksheet("columns"), looks, _COLUMN_HEADS, described)
    _fill(book.add_worksheet("about"), looks, ("what", "zh", "en"), _about(item))
    book.close()
    path.write_bytes(buffer.getvalue())


def _fill(sheet: Any, looks: dict[str, Any], heads: Sequence[str], rows: Iterable[Any]) -> None:
    sheet.freeze_panes(1, 0)
    for at, head in enumerate(heads):
        sheet.write_string(0, at, head, looks["head"])
    for line, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            if value is None:
                if at == 0:  # so that a row without any value is a row all the same
                    sheet.write_blank(line, at, None, looks["text"])
                continue
            if isinstance(value, bool):
                sheet.write_boolean(line, at, value)
            elif isinstance(value, float) or (isinstance(value, int) and abs(value) < _EXACT):
                sheet.write_number(line, at, value)
            elif isinstance(value, int | str):
                sheet.write_string(line, at, str(value), looks["text"])
            else:
                sheet.write_datetime(line, at, value, looks["date"])


def _about(item: Prepared) -> list[tuple[str | None, ...]]:
    spec = item.spec
    rows: list[tuple[str | None, ...]] = [
        ("title", spec.title.zh, spec.title.en),
        ("description", spec.description.zh, spec.description.en),
        ("vintage", spec.vintage_words.zh, spec.vintage_words.en),
        ("licence", spec.licence_words.zh, spec.licence_words.en),
    ]
    if item.layer.worth is not None:
        said = item.layer.worth.sentence
        rows.append(("worth", said.zh, said.en))
    if item.has_shapes:
        rows.append(("crs", DATUM_TITLES[item.datum], DATUM_TITLES[item.datum]))
    for source in spec.sources:
        note = source.note or Text("", "")
        zh, en = (f"{source.line(lang)} {note.get(lang)}".strip() for lang in LANGS)
        rows.append(("source", zh, en))
    return rows


def _require_fit(item: Prepared, heads: list[str], columns: list[list[Any]]) -> None:
    rows = len(item.layer.table)
    if rows >= _ROWS:
        raise DataError(
            Text(
                f"图层 {item.name} 有 {rows} 行，超过 Excel 的上限 {_ROWS - 1} 行",
                f"layer {item.name} has {rows} rows; a workbook holds {_ROWS - 1}",
            )
        )
    for head, values in zip(heads, columns, strict=True):
        for at, value in enumerate(values, start=1):
            if isinstance(value, str) and len(value.encode("utf-16-le")) > 2 * _CELL:
                raise DataError(
                    Text(
                        f"图层 {item.name} 第 {at} 行的列 {head} 超过 Excel 单元格上限 {_CELL} 字",
                        f"layer {item.name}, row {at}: column {head} is longer than the {_CELL}"
                        " characters that a cell of a workbook holds",
                    )
                )


def count_workbook(path: Path) -> int:
    """Test every part of a workbook, and count the rows of its first sheet.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    int
        Rows below the heading; -1 if the archive is damaged.
    """
    with zipfile.ZipFile(path) as book:
        if book.testzip() is not None:
            return -1
        rows = re.findall(rb"<row ", book.read("xl/worksheets/sheet1.xml"))
        return len(rows) - 1
