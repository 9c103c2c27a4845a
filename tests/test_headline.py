"""Headline figures and pinyin of a map, without a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisplan.catalog.map import Headline
from gisplan.errors import DeclarationError
from gisplan.pipeline import catalogue as catalog
from gisplan.render.web import headline
from gisplan.render.web.pinyin import syllables
from gisplan.text import Text
from tests import mapdata, small

TITLE = Text("题", "Title")


def figure(**asked: object) -> dict[str, object]:
    one = Headline(title=TITLE, **asked)  # type: ignore[arg-type]
    (found,) = headline.figures(mapdata.map_spec(headlines=(one,)), mapdata.layers())
    return found


def test_counts_sums_and_ratios_leave_out_what_is_not_known() -> None:
    assert figure(layer="bases")["value"] == 6
    picked = figure(layer="bases", where={"precision": "none"})
    assert (picked["value"], picked["of"]) == (2, 6)
    # Of six outputs one is not known: 1,234,567.25 + 0.125 - 3 + 5 + 6.
    summed = figure(layer="bases", measure="sum", column="output")
    assert (summed["value"], summed["missing"]) == (1234575.375, 1)
    assert summed["unit"] == {"zh": "亿元", "en": "100 million yuan"}
    # A row without one of the two counts in neither: 24 of the 25 counties.
    ratio = figure(layer="counties", measure="ratio", column="share", over="residents")
    assert ratio["missing"] == 1
    assert ratio["derived"]
    assert ratio["value"] == pytest.approx(100 * (300 - 1) / 3 / (12_345 * (325 - 2)))


def test_nothing_known_is_no_figure() -> None:
    nothing = figure(layer="bases", measure="sum", column="output", where={"name_zh": "基地乙"})
    assert (nothing["value"], nothing["missing"]) == (None, 1)


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ({"layer": "nowhere"}, "nowhere"),
        ({"layer": "bases", "measure": "sum", "column": "lost"}, "lost"),
        ({"layer": "bases", "measure": "sum", "column": "name_zh"}, "name_zh"),
        ({"layer": "bases", "where": {"gone": "1"}}, "gone"),
    ],
)
def test_what_can_not_be_worked_out_is_said(asked: dict[str, object], word: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        figure(**asked)
    (fault,) = caught.value.faults
    assert word in fault.zh
    assert word in fault.en


def test_a_map_declares_them_and_faults_are_all_said(tmp_path: Path) -> None:
    place = small.workspace(tmp_path / "small")
    (file,) = place.maps.glob("*.toml")
    declared = file.read_text(encoding="utf-8")
    layer = declared.split('layer = "')[1].split('"')[0]
    head = f"""years = [2018, 2025]
[[headlines]]
title = "题"
layer = "{layer}"
"""
    top, groups = declared.split("[[groups]]", 1)
    file.write_text(f"{top}{head}[[groups]]{groups}", encoding="utf-8")
    (spec,) = catalog.load(place).maps.values()
    assert spec.years == (2018, 2025)
    assert [one.layer for one in spec.headlines] == [layer]
    wrong = head.replace("2018, 2025", "2025, 2018") + 'measure = "ratio"\n'
    file.write_text(f"{top}{wrong}[[groups]]{groups}", encoding="utf-8")
    with pytest.raises(DeclarationError) as caught:
        catalog.load(place)
    said = " ".join(fault.en for fault in caught.value.faults)
    assert all(key in said for key in ("years", "column", "over"))


@pytest.mark.parametrize(
    ("name", "romanised", "spelled"),
    [
        ("民乐县", "Minle County", "min le xian"),
        ("崆峒区", "Kongtong District", "kong tong qu"),
        ("武都区", "Wudu District", "wu du qu"),
        ("会宁县", "Huining County", "hui ning xian"),
        # The romanised name is from Tibetan: the usual readings stay.
        ("迭部县", "Têwo County", "die bu xian"),
        ("兰州新区", "", "lan zhou xin qu"),
        ("绿洲A园", "", "lv zhou A yuan"),
        ("Base", "Base", ""),
    ],
)
def test_names_are_spelled_as_their_places_are_called(
    name: str, romanised: str, spelled: str
) -> None:
    assert syllables(name, romanised) == spelled
