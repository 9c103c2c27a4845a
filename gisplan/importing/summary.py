"""What an import found, for people: the file of problems, and that of rows set aside."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pandas as pd

from gisplan.catalog.layer import DataProblem
from gisplan.escape import inert, inert_html
from gisplan.text import Lang, Text

#: Columns that a file of rows set aside has beside those of the input: where a row came from.
FROM_FILE, FROM_SHEET, FROM_ROW = "gisplan_file", "gisplan_sheet", "gisplan_row"
ORIGIN = (FROM_FILE, FROM_SHEET, FROM_ROW)
#: Rows of the page; the CSV has all of them.
_SHOWN = 2000
_HEADS = (
    Text("文件", "file"),
    Text("工作表", "sheet"),
    Text("行", "row"),
    Text("列", "column"),
    Text("值", "value"),
    Text("问题", "problem"),
    Text("处理", "what was done"),
)
_STYLE = (
    "body{font:15px/1.5 system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2rem}"
    "table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.3rem .6rem;"
    "text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f2f4f5}"
    "td:nth-child(3){text-align:right}tr.lost{background:#fdf0e6}"
)


def problems_csv(problems: Sequence[DataProblem], *, lang: Lang) -> bytes:
    """Write problems as CSV (UTF-8 with BOM), every cell inert.

    Parameters
    ----------
    problems : sequence of DataProblem
        What was found.
    lang : {"zh", "en"}

    Returns
    -------
    bytes
        The file's content.
    """
    text = io.StringIO(newline="")
    out = csv.writer(text)
    out.writerow([head.get(lang) for head in _HEADS])
    for item in problems:
        out.writerow([inert(cell) for cell in _cells(item, lang)])
    return text.getvalue().encode("utf-8-sig")


def problems_html(
    problems: Sequence[DataProblem], *, title: Text, counts: Text, lang: Lang
) -> bytes:
    """Write problems as a page without scripts; what comes from the file is escaped.

    Parameters
    ----------
    problems : sequence of DataProblem
        The first 2,000 are shown.
    title, counts : Text
        Heading, and the sentence below it.
    lang : {"zh", "en"}

    Returns
    -------
    bytes
        The file's content, UTF-8.
    """
    heads = "".join(f"<th>{inert_html(head.get(lang))}</th>" for head in _HEADS)
    rows = []
    for item in problems[:_SHOWN]:
        cells = "".join(f"<td>{inert_html(cell)}</td>" for cell in _cells(item, lang))
        rows.append(f'<tr class="lost">{cells}</tr>' if item.set_aside else f"<tr>{cells}</tr>")
    more = ""
    if len(problems) > _SHOWN:
        left = len(problems) - _SHOWN
        words = Text(f"另有 {left} 处，见同名 CSV 文件", f"{left} more in the CSV of the same name")
        more = f"<p>{inert_html(words.get(lang))}</p>"
    page = (
        f'<!doctype html>\n<html lang="{lang}">\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{inert_html(title.get(lang))}</title>\n<style>{_STYLE}</style>\n"
        f"<h1>{inert_html(title.get(lang))}</h1>\n<p>{inert_html(counts.get(lang))}</p>\n"
        f"<table><thead><tr>{heads}</tr></thead><tbody>\n"
        + "\n".join(rows)
        + "\n</tbody></table>\n"
        f"{more}\n</html>\n"
    )
    return page.encode()


def _cells(item: DataProblem, lang: Lang) -> tuple[str, ...]:
    row = "" if item.row is None else str(item.row)
    told = (item.message.get(lang), item.action.get(lang))
    return (item.file, item.sheet, row, item.column, item.value, *told)


def set_aside_csv(rows: Sequence[tuple[pd.DataFrame, str, str]]) -> bytes:
    """Write rows set aside in the input's own columns, to be mended and imported again.

    Parameters
    ----------
    rows : sequence of (DataFrame, str, str)
        Rows as they were read, by their number in the file; file; sheet. Tables of different
        columns stand one below the other, with the columns of all.

    Returns
    -------
    bytes
        CSV (UTF-8 with BOM), cells inert; at the end the columns ``ORIGIN``, by which a mended
        row takes the place of the one it was.
    """
    parts = [
        with_origin(pd.DataFrame(table.drop(columns="geometry", errors="ignore")), file, sheet)
        for table, file, sheet in rows
    ]
    whole = pd.concat(parts, ignore_index=True).fillna("")
    names = [name for name in whole.columns if name not in ORIGIN]
    text = io.StringIO(newline="")
    out = csv.writer(text)
    out.writerow([inert(str(name)) for name in (*names, *ORIGIN)])
    for cells in whole[[*names, *ORIGIN]].itertuples(index=False, name=None):
        out.writerow([inert(str(cell)) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def with_origin(table: pd.DataFrame, file: str, sheet: str) -> pd.DataFrame:
    """Give rows as texts with where they came from.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows set aside, by their number in the file.
    file, sheet : str
        Where they stood.

    Returns
    -------
    pandas.DataFrame
        With the columns ``ORIGIN``; a row that was set aside before keeps the place it had.
    """
    texts = table.astype(object).where(table.notna(), "").astype(str)
    if set(ORIGIN) <= set(table.columns):
        return texts
    number = table.index.astype(str)
    texts[FROM_FILE], texts[FROM_SHEET], texts[FROM_ROW] = file, sheet, number
    return texts
