"""Scenarios in the window: listed, copied, changed, held against each other, taken away."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from gisplan.analysis.tables.difference import difference
from gisplan.api import compare
from gisplan.api.jobs import compare_job, store
from gisplan.api.scenarios import declared, fields
from gisplan.catalog.workspace import Workspace
from gisplan.cli.main import main
from gisplan.files import locked
from gisplan.pipeline import scenario
from gisplan.pipeline.progress import silent
from tests.desk import client, finished
from tests.drawn import page_data


def test_a_scenario_is_made_saved_and_compared_as_the_command_does(
    place: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    known = client(place)
    assert "现有图层" in known.get("/scenarios").text
    # copied from the layers as they are: nothing is written until something is changed
    drafted = known.post("/scenarios/copy", data={"from": "base", "title": "甲县多十人"})
    assert drafted.status_code == 200
    assert not scenario.folder(place).exists()
    form = {"new": "1", "title": "甲县多十人", "description": "甲县", "do": "save"}
    empty = known.post("/scenarios/甲县多十人", data=form)
    assert (empty.status_code, "还没有改任何东西" in empty.text) == (422, True)
    added = known.post("/scenarios/甲县多十人", data={**form, "do": "add", "add": "figures"})
    assert 'name="figures:rows"' in added.text
    rows = "code\tresidents\n990101\t20\n990102\t20"
    form |= {"layer": "figures", "figures:role": "file", "figures:rows": rows}
    saved = known.post("/scenarios/甲县多十人", data=form)
    assert saved.status_code == 303, saved.text
    shown = known.get("/scenarios/甲县多十人?saved=1").text
    assert "已保存" in shown
    assert "990101,20" in shown
    # the command reads the same, and finds the same
    assert scenario.load(place, "甲县多十人").description.zh == "甲县"
    found = compare.compare("base", "甲县多十人", place=place)
    assert found.cells["change"].tolist() == [10.0, 10.0]
    assert main(["compare", "base", "甲县多十人", "-C", str(place.root)]) == 0
    assert "共 2 处差异" in capsys.readouterr().out
    answer = known.post("/scenarios/compare", data={"a": "base", "b": "甲县多十人"})
    job = finished(place, answer.headers["location"].rpartition("/")[2])
    assert job.state == "done", job.error
    each, cells = job.result["tables"]
    assert [row[1] for row in each["rows"]] == ["1", "1"]
    assert [row[4:7] for row in cells["rows"]] == [["10", "20", "+10"]] * 2
    assert job.result["figures"][1]["zh"] == "2 个图层有差异，共 2 处"
    page = known.get(f"/jobs/{job.name}").text
    assert "甲：现有图层；乙：甲县多十人" in page
    frame = page.split('<iframe src="')[1].split('"')[0]
    held = page_data(known.get(frame).text)
    assert [one["value"] for one in held["headlines"]] == [1]
    files = {Path(path).suffix: place.root / path for path in job.result["files"]}
    assert set(files) == {".xlsx", ".csv", ".geojson"}
    sheet = openpyxl.load_workbook(files[".xlsx"]).worksheets[0]
    assert 10 in [cell.value for row in sheet.iter_rows() for cell in row]
    assert known.post("/scenarios/甲县多十人/remove").status_code == 303
    assert scenario.names(place) == ("base",)
    assert (scenario.folder(place) / "甲县多十人.toml.removed").is_file()


def test_parameters_are_fields_and_bad_ones_are_named(built: tuple[Workspace, Any]) -> None:
    whole, _ = built
    listed = declared.layers_of(whole)
    able = fields.changeable(listed)
    assert {"suggested_sites", "treatment_reach_counties", "facilities"} <= set(able)
    spec = able["suggested_sites"]
    what_if = declared.draft(whole, "base")
    shown = {item.key: item for item in fields.fields_of(spec, declared.Change(), listed)}
    assert (shown["p:new"].value, shown["p:new"].title.zh) == ("3", "新增几处")
    assert shown["p:kinds"].value == "incineration landfill"
    assert shown["i:candidates"].value == "county_seats"
    typed = {"p:new": "4", "p:reach_km": "60", "p:kinds": "incineration、landfill"}
    more = {"reaches_km": "30 60，90"}
    told = declared.changed(
        what_if,
        {
            "suggested_sites": typed,
            "treatment_reach_counties": {f"p:{k}": v for k, v in more.items()},
        },
        title="四处",
        description="",
        listed=listed,
    )
    # what is as the layers have it is no part of a scenario
    assert dict(told.changes["suggested_sites"].parameters) == {"new": 4, "reach_km": 60.0}
    assert told.changes["treatment_reach_counties"].parameters == {"reaches_km": [30.0, 60.0, 90.0]}
    with pytest.raises(declared.OptionError) as error:
        declared.changed(
            what_if,
            {"suggested_sites": {"p:new": "四", "p:reach_km": "5e9", "i:sites": "nowhere"}},
            title="",
            description="",
            listed=listed,
        )
    said = [fault.zh for fault in error.value.faults]
    assert len(said) == 3
    assert all("图层“" in one for one in said)
    assert any("“新增几处”：应为整数（写的是“四”）" in one for one in said)
    # every declared value reads back as what it is
    for name, layer in able.items():
        for item in fields.fields_of(layer, declared.Change(), listed):
            origin = layer.origin
            if item.key.startswith("p:") and item.declared and item.kind != "text":
                value = fields._read(item.declared, item)
                assert value == origin.parameters[item.key[2:]], (name, item)


def test_what_does_not_fit_leaves_the_file_as_it_was(place: Workspace) -> None:
    known = client(place)
    form = {"new": "1", "title": "一", "do": "save", "layer": "figures", "figures:role": "more"}
    rows = "adcode,residents\n990103,7\n"
    assert known.post("/scenarios/一", data={**form, "figures:rows": rows}).status_code == 303
    kept = {path.name: path.read_bytes() for path in scenario.folder(place).iterdir()}
    assert set(kept) == {"一.toml", "一_figures.csv"}
    form.pop("new")
    for wrong in ("adcode,residents\n990103,x\n", "code,people\n990103,7\n"):
        answer = known.post("/scenarios/一", data={**form, "figures:rows": wrong})
        assert answer.status_code == 422, wrong
        said = "一_figures.csv 第 2 行，residents“x”" if "x" in wrong else "没有列“people”"
        assert said in answer.text
        assert "Traceback" not in answer.text
    assert {path.name: path.read_bytes() for path in scenario.folder(place).iterdir()} == kept
    copied = known.post("/scenarios/copy", data={"from": "一", "title": "一"})
    assert copied.headers["location"] == "/scenarios/%E4%B8%80-2"
    assert scenario.load(place, "一-2").changes == scenario.load(place, "一").changes
    dropped = known.post("/scenarios/一-2", data={**form, "drop": "figures"})
    assert dropped.status_code == 422
    for name in ("", "base", "../x", "a/b", "x" * 61, "a\u202eb"):
        answer = known.post("/scenarios/copy", data={"from": "base", "title": name})
        assert (answer.status_code, "名称" in answer.text) == (422, True), name
    for a, b in (("base", "base"), ("base", "none"), ("", "")):
        assert known.post("/scenarios/compare", data={"a": a, "b": b}).status_code == 422
    for path in ("/scenarios/none", "/scenarios/..%2fx"):
        assert known.get(path).status_code in (404, 422)
    (scenario.folder(place) / "坏.toml").write_text("title = 3", encoding="utf-8")
    listed = known.get("/scenarios").text
    assert "文件有误" in listed
    assert "坏.toml" in listed
    with locked(place.state):  # one writer at a time
        declared._PATIENCE, before = 0.1, declared._PATIENCE
        try:
            busy = known.post("/scenarios/一", data={**form, "figures:rows": rows})
        finally:
            declared._PATIENCE = before
    assert busy.status_code == 422
    assert "Traceback" not in busy.text


def test_points_that_differ_are_drawn_however_exact_they_are(built: tuple[Workspace, Any]) -> None:
    whole, _ = built
    four = dataclasses.replace(
        declared.draft(whole, "base"),
        name="four",
        changes={"suggested_sites": declared.Change(parameters={"new": 4})},
    )
    names = ("suggested_sites",)
    three, more = (
        compare.load_layers(names, what_if=one, place=whole)["suggested_sites"]
        for one in (declared.draft(whole, "base"), four)
    )
    held = difference(three.table, more.table, more.spec)
    found = compare.Comparison(
        declared.draft(whole, "base"),
        four,
        names,
        differences={"suggested_sites": held},
        specs={"suggested_sites": more.spec},
    )
    page = compare.difference_page(found, place=whole)
    assert page is not None
    drawn = page_data(page)["tables"]["compare_suggested_sites"]
    assert (drawn["unplaced"], drawn["count"]) == ([], len(held.table))


def test_nothing_that_differs_is_said(place: Workspace) -> None:
    folder = scenario.folder(place)
    folder.mkdir()
    (folder / "same.toml").write_text(
        'title = "same"\n[layers.figures]\nfile = "../figures.csv"\n', encoding="utf-8"
    )
    done = compare_job.run({"a": "base", "b": "same"}, place=place, lang="zh", told=silent)
    assert done["figures"][1]["zh"] == "没有差异"
    assert json.dumps(done)
    assert store.listed(place) == ()
