"""Files in a browser's window: dropped, checked, asked about, mended, brought in, taken back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import shapefile
from starlette.testclient import TestClient

from gisplan.api import importing
from gisplan.api.jobs import import_job, store
from gisplan.api.jobs.plain import failure
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError, Question
from gisplan.serve.pages import plainly
from gisplan.text import Text
from tests.command import gisplan
from tests.desk import client
from tests.intake import own, snapshot


def job(place: Workspace, result: dict[str, Any], **asked: Any) -> str:
    """Leave a finished import as a job leaves it."""
    name = f"20260101-000000-{len(store.listed(place)):08x}"
    folder = store.folder_of(place) / name
    folder.mkdir(parents=True)
    whole = {"path": "x.csv", "layer": None, "options": {}, "dry": True, **asked}
    known = {"kind": "import", "title": {"zh": "导入", "en": "import"}, "asked": whole}
    known |= {"lang": "zh", "began": "2026-01-01T00:00:00+08:00", "root": str(place.root)}
    (folder / store.ASKED).write_text(json.dumps(known))
    (folder / store.RESULT).write_text(json.dumps(result))
    return name


def drop(known: TestClient, *files: tuple[str, bytes]) -> Any:
    return known.post("/intake/files", files=[("files", item) for item in files])


def test_parts_of_a_shapefile_come_together_and_names_stay_inside(
    place: Workspace, tmp_path: Path, started: list[dict[str, Any]]
) -> None:
    known = client(place)
    with shapefile.Writer(tmp_path / "园区") as out:
        out.field("name", "C")
        out.point(103.8, 36.0)
        out.record("a")
    parts = [(path.name, path.read_bytes()) for path in sorted(tmp_path.glob("园区.*"))]
    assert len(parts) >= 3
    drop(known, *parts)
    assert [Path(each["path"]).name for each in started] == ["园区.shp"]
    assert started[0]["dry"]
    folder = (place.root / started[0]["path"]).parent
    assert {path.name for path in folder.iterdir()} == {name for name, _ in parts}
    answer = drop(known, *[part for part in parts if not part[0].endswith(".shp")])
    assert answer.status_code in (303, 422)
    answer = drop(known, ("道路.shx", b"x"), ("道路.prj", b"x"))
    assert (answer.status_code, "缺少 .shp" in answer.text) == (422, True)
    before = len(started)
    names = ("../../gisplan.toml", "..\\..\\x.csv", "/etc/passwd.csv", "con.csv", "a\u202eb.csv")
    assert drop(known, *((name, b"a,b\n1,2\n") for name in names)).headers["location"] == "/intake"
    paths = [place.root / each["path"] for each in started[before:]]
    assert len(paths) == len(names)
    home = place.state / "intake"
    assert {path.parent.parent for path in paths} == {home}
    assert {path.name for path in paths} == {
        *("gisplan.toml", "x.csv", "passwd.csv", "_con.csv", "a_b.csv")
    }
    assert known.post("/intake/files", files={"files": ("", b"")}).status_code == 422


def test_a_question_is_answered_on_the_page(
    place: Workspace, started: list[dict[str, Any]]
) -> None:
    """Each question of an import is choices, and its answer goes into the next check."""
    known = client(place)
    choices = (("gcj02", Text("高德", "Amap")), ("wgs84", Text("GPS", "GPS")))
    asked = Question(Text("坐标是哪种？", "Which datum?"), "datum", "", choices)
    unit = Question(
        Text("产值的单位？", "Unit?"), "unit", "产值<b>", (("万元", Text("万元", "x")),)
    )
    error = DataError(
        Text("有 3 个坐标没有写明坐标系。请用 --datum 写明：GPS 为 wgs84", "no datum"),
        questions=[asked, unit],
    )
    name = job(place, {"error": failure(error)}, options={"sheet": "表"})
    shown = known.get(f"/jobs/{name}").text
    assert "有 3 个坐标没有写明坐标系" in shown
    assert "--datum" not in shown
    assert 'value="gcj02"' in shown
    assert "<b>" not in shown.split("产值")[1][:20]
    form = {"answer:datum:": "gcj02", "answer:unit:产值<b>": "万元", "do": "check"}
    known.post(f"/intake/{name}/again", data=form)
    assert started[0]["options"] == {
        **{"sheet": "表", "datum": "gcj02", "units": {"产值<b>": "万元"}},
        **{"columns": {}, "skip": [], "keep_rows": [], "all_sheets": False},
        **{"kind": None, "mode": None},
    }
    options = import_job.options_of(started[0]["options"], dry=True, lang="zh")
    assert (options.datum, options.units, options.dry_run) == ("gcj02", {"产值<b>": "万元"}, True)
    plain = job(place, {"error": failure(DataError(Text("缺少必需的列", "columns missing")))})
    assert "表头在第几行" in known.get(f"/jobs/{plain}").text
    answer = known.post(f"/intake/{plain}/again", data={"heading_row": "三"})
    assert (answer.status_code, "不是行号" in answer.text) == (422, True)


def test_columns_matched_by_hand_are_those_of_the_next_check(
    place: Workspace, started: list[dict[str, Any]]
) -> None:
    headings = [
        {"heading": "单位", "cells": [], "column": "", "unit": "", "unit_heading": ""},
        {"heading": "产值", "cells": [], "column": "output", "unit": "万元", "unit_heading": ""},
        {"heading": "备注", "cells": [], "column": "note", "unit": "", "unit_heading": ""},
    ]
    name = job(place, {"headings": headings})
    form = {"take:单位": "name_zh", "take:产值": "output", "take:备注": "", "unit:产值": "亿元"}
    form |= {"do": "import", "keep": "7", "title": "企业", "datum": ""}
    client(place).post(f"/intake/{name}/again", data=form)
    assert not started[0]["dry"]
    options = started[0]["options"]
    assert options["columns"] == {"name_zh": "单位"}
    assert (options["skip"], options["units"]) == (["备注"], {"产值": "亿元"})
    assert (options["keep_rows"], options["title"]) == ([7], "企业")
    client(place).post(f"/intake/{name}/again", data={"into": "parks", **form})
    assert (started[1]["layer"], started[1]["options"]["kind"]) == (None, "parks")


def test_an_import_is_taken_back_and_not_over_later_work(tmp_path: Path) -> None:
    place = own(tmp_path / "own")
    path = tmp_path / "园区.csv"
    path.write_text("园区名称,县区,主导产业\n甲园区,城关区,节能\n,城关区,环保\n", encoding="utf-8")
    assert importing.last_import(place) is None
    with pytest.raises(OptionError, match="no import"):
        importing.undo_import(place)
    kept = shutil.ignore_patterns(".gisplan")
    shutil.copytree(place.root, tmp_path / "before", ignore=kept)
    before = snapshot(tmp_path / "before")
    report = importing.import_file(path, layer="parks", place=place)
    assert (report.used, report.set_aside) == (1, 1)
    assert report.headings["园区名称"] == ("甲园区",)
    was = importing.last_import(place)
    assert was is not None
    assert (was.layer, was.file) == ("parks", "园区.csv")
    # mended in place, and only by the page that shows what is there
    aside = importing.set_aside_rows("parks", place=place)
    assert aside is not None
    with pytest.raises(OptionError, match="others now"):
        importing.write_mended("parks", [], place=place)
    cells = [["=乙园区", *row[1:]] for row in aside.rows]
    mended = importing.write_mended("parks", cells, place=place)
    again = importing.set_aside_rows("parks", place=place)
    assert again is not None
    assert (again.rows, again.origins) == (tuple(map(tuple, cells)), aside.origins)
    importing.import_file(mended, layer="parks", place=place)
    assert importing.set_aside_rows("parks", place=place) is None
    table = place.layers / "parks.csv"
    assert "乙园区" in table.read_text(encoding="utf-8-sig")
    table.write_text(table.read_text(encoding="utf-8-sig") + "\n", encoding="utf-8")
    with pytest.raises(OptionError, match=r"changed since.*parks\.csv"):
        importing.undo_import(place)
    importing.import_file(
        path, layer="parks", place=place, options=importing.ImportOptions(replace=True)
    )
    done = gisplan("import", "--undo", cwd=place.root)
    assert (done.returncode, "已撤销" in done.stdout) == (0, True)
    shutil.rmtree(place.state)
    shutil.copytree(tmp_path / "before", place.root, dirs_exist_ok=True)
    importing.import_file(path, layer="parks", place=place)
    importing.undo_import(place)
    shutil.rmtree(place.state)
    after = snapshot(place.root)
    assert {name: after.get(name) for name in before} == before


def test_sentences_on_a_page_name_no_options_of_the_command_line() -> None:
    assert plainly("按列判断；要换请用 --layer") == "按列判断"
    assert plainly("有 1 处（如是数据，请加 --keep-rows 3）。") == "有 1 处。"
    assert plainly("请用 --layer 指明") == "请用 --layer 指明"
    assert plainly("1-3 月 a-b, c") == "1-3 月 a-b, c"
    assert plainly("no datum; say with --datum: wgs84") == "no datum"
