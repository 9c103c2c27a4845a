"""What only a person can say is asked at a terminal, and refused with the choices elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gisplan.catalog.workspace import Workspace
from gisplan.cli import ask
from gisplan.cli.main import main
from tests.intake import layer, own, remember_known, snapshot, write_csv

HEAD = ("企业名称", "产值", "经度", "纬度")
ROWS = [("合成甲公司", "1200", "103.83", "36.06"), ("合成乙公司", "1300", "103.9", "36.1")]


@pytest.fixture(scope="module", autouse=True)
def known_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        remember_known(patch)
        yield


@pytest.fixture
def mine(tmp_path: Path) -> Workspace:
    return own(tmp_path / "own")


def typed(patch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let a person be there who types these lines."""
    answers = iter(lines)
    patch.setattr(ask, "is_possible", lambda: True)
    patch.setattr("builtins.input", lambda _: next(answers))


def test_a_unit_and_a_datum_are_asked_for_one_after_the_other(
    mine: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = write_csv(tmp_path / "企业.csv", HEAD, ROWS)
    typed(monkeypatch, "9", "万元", "1")
    assert main(["import", str(path), "-C", str(mine.root)]) == 0
    said = capsys.readouterr().out
    assert "“产值”的单位是？" in said
    assert "GCJ-02（高德、腾讯地图）" in said
    table = layer(mine)
    assert table["output"].tolist() == ["0.12", "0.13"]
    assert table["lon"].str.startswith("103.8").tolist() == [True, True]
    assert table["lon"].tolist()[0] != "103.83"  # moved from GCJ-02


def test_without_an_answer_nothing_is_written(
    mine: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_csv(tmp_path / "企业.csv", HEAD, ROWS)
    before = snapshot(mine.root)
    typed(monkeypatch, "")
    assert main(["import", str(path), "-C", str(mine.root)]) == 2
    assert snapshot(mine.root) == before


def test_headings_and_lists_of_one_name_are_asked_about(
    mine: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unknown = write_csv(tmp_path / "a" / "名单.csv", ("甲栏", "详细地址"), [("合成甲厂", "兰州市")])
    typed(monkeypatch, "1")
    assert main(["import", str(unknown), "--layer", "enterprises", "-C", str(mine.root)]) == 0
    assert layer(mine)["name_zh"].tolist() == ["合成甲厂"]
    # the same name from another prefecture: add, replace, update
    other = write_csv(tmp_path / "b" / "名单.csv", ("甲栏", "详细地址"), [("合成乙厂", "天水市")])
    typed(monkeypatch, "add")
    assert main(["import", str(other), "--layer", "enterprises", "-C", str(mine.root)]) == 0
    assert layer(mine)["name_zh"].tolist() == ["合成甲厂", "合成乙厂"]
