"""Every file of the tests and of the project is counted again by another reader."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pyogrio
import pytest

from gisplan.read import tables
from tests.filemaker import MAKERS, made

ROOT = Path(__file__).parent.parent
CSVS = sorted([*(ROOT / "layers").glob("*.csv"), *(ROOT / "tests" / "data").glob("*.csv")])
GEOJSONS = sorted((ROOT / "data").rglob("*.geojson"))


def count(path: Path) -> int:
    return sum(len(raw.table) for raw in tables(path))


@pytest.mark.parametrize("ending", [e for e in MAKERS if e != ".xls"])
def test_another_reader_counts_as_many_rows(tmp_path: Path, ending: str) -> None:
    path = made(tmp_path, ending)
    if ending == ".csv":
        others = len(list(csv.reader(path.read_text("gb18030").splitlines()))) - 1
    elif ending == ".xlsx":
        sheet = openpyxl.load_workbook(path).active
        others = sum(any(row) for row in sheet.iter_rows(values_only=True)) - 2  # title, heading
    elif ending == ".parquet":
        others = pq.read_metadata(path).num_rows
    else:
        inside = f"/vsizip/{path}/数据/点.shp" if ending == ".zip" else path
        others = pyogrio.read_info(inside, force_feature_count=True)["features"]
    assert count(path) == others


@pytest.mark.parametrize("path", CSVS, ids=lambda path: path.stem)
def test_the_rows_of_each_table_of_the_project(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.reader(stream) if any(cell.strip() for cell in row)]
    assert count(path) == len(rows) - 1


@pytest.mark.parametrize("path", GEOJSONS, ids=lambda path: path.stem)
def test_the_features_of_each_geojson_of_the_project(path: Path) -> None:
    assert count(path) == len(json.loads(path.read_text(encoding="utf-8"))["features"])
