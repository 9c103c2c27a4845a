"""What the tests of the intake share: a workspace with Gansu's regions, and small tables."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from gisplan.api.importing import ImportOptions, ImportReport, import_file, target
from gisplan.catalog import workspace
from gisplan.catalog.load import Catalog
from gisplan.catalog.workspace import Workspace
from gisplan.importing.choose import ImportContext

HEAD = ("企业名称", "所属市州", "区县", "产值（万元）", "经度", "纬度")
ROWS = (
    ("甲合成厂", "兰州市", "红古区", "1,200", "103.20", "36.35"),
    ("乙合成厂", "兰州市", "西固区", "3.5亿元", "", ""),
    ("丙合成厂", "酒泉市", "肃州区", "", "98.51", "39.73"),
)


def own(root: Path) -> Workspace:
    """Make a workspace of one's own, as gisplan init does."""
    return workspace.create(root)


def write_csv(path: Path, head: tuple[str, ...], rows: object, encoding: str = "utf-8") -> Path:
    """Write a synthetic table."""
    text = io.StringIO(newline="")
    out = csv.writer(text)
    out.writerow(head)
    out.writerows(rows)  # type: ignore[call-overload]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def bring(
    path: Path, place: Workspace, layer: str | None = "enterprises", **given: object
) -> ImportReport:
    """Import a file whose points are in WGS 84, unless said otherwise."""
    options = ImportOptions(**{"datum": "wgs84", **given})  # type: ignore[arg-type]
    return import_file(path, layer=layer, place=place, options=options)


def layer(place: Workspace, name: str = "enterprises") -> pd.DataFrame:
    """Read a layer's CSV as texts."""
    return pd.read_csv(place.layers / f"{name}.csv", dtype=str, keep_default_na=False)


def snapshot(root: Path) -> dict[str, bytes]:
    """Give the content of every file below a folder, but for what only saves a reading."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != "catalogue.json"
    }


def remember_known(patch: pytest.MonkeyPatch) -> None:
    """Load regions and vocabulary once, not with every import of a module of tests."""
    load, known = target.load_known, {}

    def remembered(place: Workspace, listed: Catalog) -> ImportContext:
        if not known:
            known[0] = load(place, listed)
        return known[0]

    patch.setattr(target, "load_known", remembered)


def book(path: Path, *sheets: Sheet) -> Path:
    """Write a synthetic workbook."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for item in sheets:
        sheet = made.create_sheet(item.title)
        for row in item.rows:
            sheet.append(list(row))
        for span in item.merged:
            sheet.merge_cells(span)
        for row in item.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        if item.filtered:
            sheet.auto_filter.ref = sheet.dimensions
        sheet.sheet_state = "hidden" if item.hidden else "visible"
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(path)
    return path


@dataclass(frozen=True)
class Sheet:
    """A sheet of a synthetic workbook: its rows from the first, None for an empty cell."""

    rows: Sequence[Sequence[object]]
    title: str = "表"
    merged: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    filtered: bool = False
    hidden: bool = False


#: Places of the everyday ledger: name in an address, longitude and latitude (GCJ-02, invented).
_PLACES = (
    ("兰州市城关区", "620102", 103.83, 36.06),
    ("兰州市七里河区", "620103", 103.78, 36.06),
    ("天水市秦州区", "620502", 105.72, 34.58),
    ("酒泉市肃州区", "620902", 98.51, 39.74),
    ("白银市白银区", "620402", 104.14, 36.54),
    ("庆阳市西峰区", "621002", 107.64, 35.73),
)


@dataclass(frozen=True)
class Everyday:
    """The workbook that an office sends: title, unit line, two-level heading, rows, sum, notes.

    Parameters
    ----------
    sheet : Sheet
    adcodes : list of str
        Of the rows.
    outputs : list of int or None
        Output in 10,000 yuan as the cells have it; None where the cell holds words.
    points : int
        Rows with coordinates.
    """

    sheet: Sheet
    adcodes: list[str]
    outputs: list[int | None]
    points: int


def everyday(rows: int = 300) -> Everyday:
    """Make the everyday ledger; all names and figures are invented."""
    draw = random.Random(16)
    segments = ("节能", "环保", "资源综合利用", "节水", "节能环保服务")
    body: list[list[object]] = []
    adcodes: list[str] = []
    outputs: list[int | None] = []
    points = taxes = people = 0
    for i in range(rows):
        name, adcode, lon, lat = _PLACES[i % len(_PLACES)]
        placed = i % 5 == 0
        x = round(lon + draw.uniform(-0.02, 0.02), 6) if placed else None
        y = round(lat + draw.uniform(-0.01, 0.01), 6) if placed else None
        output = None if i % 37 == 5 else draw.randint(200, 90000)
        tax, staff = draw.randint(1, 3000), draw.randint(5, 900)
        called = f"{name}合成{i:03}号有限公司"
        address = ("甘肃省" if i % 2 else "") + name + f"合成路{i + 1}号"
        shown = "停产" if output is None else output
        note = "规上" if i % 29 == 3 else None
        segment = draw.choice(segments)
        body.append([i + 1, called, segment, address, x, y, shown, tax, staff, note])
        adcodes.append(adcode)
        outputs.append(output)
        points += placed
        taxes += tax
        people += staff
    end = 5 + rows
    total = sum(output or 0 for output in outputs)
    blank = [None] * 9
    sheet = Sheet(
        title="企业名单",
        rows=[
            ["2023年某市节能环保企业基本情况汇总表", *blank],
            ["填报单位：某某市工业和信息化局", *blank[:6], "单位：万元、人", None, None],
            [
                "序号",
                "企业名称",
                "所属行业",
                "详细地址",
                "坐标",
                None,
                "主要指标",
                None,
                None,
                "备注",
            ],
            [None, None, None, None, "经度", "纬度", "产值", "税收", "从业人员", None],
            *body,
            ["合计", *blank[:5], total, taxes, people, None],
            ["注：1.产值为2023年快报数；2.坐标取自高德地图。", *blank],
            [None, "填表人：某某", *blank[:4], "联系电话：0000", None, None, None],
        ],
        merged=["A1:J1", "A2:E2", "E3:F3", "G3:I3", f"A{end}:D{end}", f"A{end + 1}:J{end + 1}"]
        + [f"{column}3:{column}4" for column in "ABCDJ"],
    )
    return Everyday(sheet, adcodes, outputs, points)
