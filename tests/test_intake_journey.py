"""From a file to a map in two commands, with right figures."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.report import BuildReport
from gisplan.places.crs import from_wgs84
from tests.command import gisplan
from tests.intake import book, everyday, layer, own, write_csv
from tests.seeded import seed


@pytest.fixture(scope="module")
def mine(
    built: tuple[Workspace, BuildReport], tmp_path_factory: pytest.TempPathFactory
) -> Workspace:
    return seed(own(tmp_path_factory.mktemp("journey") / "w"), built[0])


def test_the_everyday_workbook_becomes_a_map_in_two_commands(
    mine: Workspace, tmp_path: Path
) -> None:
    ledger = everyday()
    path = book(tmp_path / "企业基本情况.xlsx", ledger.sheet)
    done = gisplan("import", str(path), cwd=mine.root)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    table = layer(mine)
    assert len(table) == 300
    assert table["name_zh"].str.endswith("有限公司").all()
    assert table["adcode"].tolist() == ledger.adcodes
    # 10,000 yuan in the file, 100 million in the layer
    expected = [None if value is None else value / 10_000 for value in ledger.outputs]
    assert pd.to_numeric(table["output"]).tolist() == pytest.approx(
        [float("nan") if value is None else value for value in expected], nan_ok=True
    )
    placed = table[table["lon"] != ""]
    assert len(placed) == ledger.points == 60
    given = [row[4:6] for row in ledger.sheet.rows[4:304] if row[4] is not None]
    x, y = from_wgs84(
        placed["lon"].astype(float).tolist(), placed["lat"].astype(float).tolist(), datum="gcj02"
    )
    for (lon, lat), a, b in zip(given, x, y, strict=True):
        assert abs(float(str(lon)) - a) < 2e-9
        assert abs(float(str(lat)) - b) < 2e-9
    # the summary: rows, places, figures, warnings, and what to do next
    summary = done.stdout[done.stdout.index("读入 300 行") :].splitlines()
    assert "3 行不是数据" in summary[0]
    assert "有自己的坐标 60" in summary[1]
    numbers = sum(value is not None for value in ledger.outputs)
    assert f"产值 {numbers}" in summary[2]
    assert summary[-1] == "下一步：gisplan build enterprises"
    assert "合计与各行相符" in done.stdout

    built = gisplan("build", "enterprises", cwd=mine.root)
    assert built.returncode == 0, built.stderr
    page = (mine.maps / "rendered" / "enterprises.html").read_text(encoding="utf-8")
    title = re.search("<title>(.*?)</title>", page)
    assert title is not None
    assert "2023年某市节能环保企业基本情况汇总表" in title[1]
    assert "示例数据" not in page
    assert "其中已核实" not in page  # no ledger says who was verified
    assert "兰州市城关区合成000号有限公司" in page
    assert "大禹节水" not in page
    assert "白银高新技术产业开发区" not in page  # the parks are the example still, and gone


def test_a_table_of_its_own_kind_becomes_a_layer_and_a_map_in_two_commands(
    mine: Workspace, tmp_path: Path
) -> None:
    head = ("country", "Plant Name", "capacity_mw", "latitude", "longitude", "primary_fuel")
    rows = [("CHN", f"Plant {i}", str(20 + i), "38.11", "102.27", "Solar") for i in range(6)]
    path = write_csv(tmp_path / "power plants.csv", head, rows)
    done = gisplan("import", str(path), "--datum", "wgs84", "--lang", "en", cwd=mine.root)
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().endswith("next: gisplan build power_plants")
    table = layer(mine, "power_plants")
    assert table["capacity"].tolist() == [str(20 + i) for i in range(6)]
    assert table["primary_fuel"].tolist() == ["Solar"] * 6
    assert "mw" in (mine.layers / "power_plants.toml").read_text(encoding="utf-8").lower()
    built = gisplan("build", "power_plants", cwd=mine.root)
    assert built.returncode == 0, built.stderr
    assert "Plant 5" in (mine.maps / "rendered" / "power_plants.html").read_text(encoding="utf-8")


def test_what_must_be_asked_is_asked_with_the_choices(mine: Workspace, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "企业.csv", ("企业名称", "产值"), [("合成甲公司", "5")])
    done = gisplan("import", str(path), cwd=mine.root)
    assert done.returncode == 2
    assert "--unit 产值=万元" in done.stderr
    wrong = gisplan("import", str(path), "--unit", "产值", cwd=mine.root)
    assert wrong.returncode == 2
    assert "列=值" in wrong.stderr
    lost = write_csv(tmp_path / "企业2.csv", ("企业名称", "产值（万元）"), [("", "5")])
    done = gisplan("import", str(lost), "--layer", "enterprises", cwd=mine.root)
    assert done.returncode == 2
    assert "保持原样" in done.stderr
