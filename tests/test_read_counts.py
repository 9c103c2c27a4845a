"""Every file of the tests and of the project is counted again by another reader."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from gisplan.read import ENDINGS, tables
from tests.filemaker import made
from tests.second_reader import COUNTS

ROOT = Path(__file__).parent.parent
CSVS = sorted([*(ROOT / "layers").glob("*.csv"), *(ROOT / "tests" / "data").glob("*.csv")])
GEOJSONS = sorted((ROOT / "data").rglob("*.geojson"))


def count(path: Path) -> int:
    return sum(len(raw.table) for raw in tables(path))


@pytest.mark.parametrize("ending", list(COUNTS))
def test_another_reader_counts_as_many_rows(tmp_path: Path, ending: str) -> None:
    path = made(tmp_path, ending)
    assert count(path) == COUNTS[ending](path)


def test_every_ending_that_is_read_is_counted() -> None:
    spellings = {".tsv", ".txt", ".xlsm", ".geojsons", ".ndjson", ".jsonl", ".ovkml"}
    assert set(COUNTS) | spellings | {".geoparquet"} == set(ENDINGS)


@pytest.mark.parametrize("path", CSVS, ids=lambda path: path.stem)
def test_the_rows_of_each_table_of_the_project(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.reader(stream) if any(cell.strip() for cell in row)]
    assert count(path) == len(rows) - 1


@pytest.mark.parametrize("path", GEOJSONS, ids=lambda path: path.stem)
def test_the_features_of_each_geojson_of_the_project(path: Path) -> None:
    assert count(path) == len(json.loads(path.read_text(encoding="utf-8"))["features"])
