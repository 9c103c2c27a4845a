"""Jobs beside the page: their progress, their end, what is left of one that was cut short."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from selenium import webdriver

from gisplan.api import workspace
from gisplan.api.jobs import store
from gisplan.api.state import layer_states, map_states
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.files import locked
from gisplan.pipeline import build
from gisplan.pipeline import catalogue as catalog
from gisplan.text import Text
from tests.desk import Planner, client, finished, is_alive, office

TITLE = Text("试", "try")


def test_a_build_is_a_job_whose_result_stays(place: Workspace) -> None:
    known = client(place)
    assert known.get("/").text.count("还没有生成") >= 3
    answer = known.post("/maps/build", data={})
    name = answer.headers["location"].rpartition("/")[2]
    job = finished(place, name)
    assert job.state == "done", job.error
    assert {Path(item["file"]).name for item in job.result["written"]} >= {"small.html"}
    assert job.progress["steps"] >= job.progress["done"]
    # another run of the office finds the same
    again = client(place).get(f"/jobs/{name}").text
    assert "看地图" in again
    assert "全部 3 个图层和地图都是最新的" in client(place).get("/").text
    with client(place).stream("GET", f"/jobs/{name}/events") as told:
        lines = [line for line in told.iter_lines() if line]
    assert json.loads(lines[0].removeprefix("data: "))["state"] == "done"


def test_what_is_wrong_is_said_by_the_job(place: Workspace) -> None:
    path = place.layers / "figures.csv"
    path.write_text(path.read_text().replace("residents", "people"))
    name = store.start("build", {}, title=TITLE, place=place)
    job = finished(place, name)
    assert job.state == "failed"
    shown = client(place).get(f"/jobs/{name}").text
    assert "figures.csv" in shown
    assert "Traceback" not in shown


def test_one_writer_at_a_time_and_one_that_waits_says_so_and_can_be_ended(
    place: Workspace,
) -> None:
    known = client(place)
    with locked(place.state):
        name = store.start("build", {}, title=TITLE, place=place)
        until = time.monotonic() + 30
        while not (note := store.find(name, place=place).progress.get("note")):
            assert time.monotonic() < until
            time.sleep(0.05)
        assert "等待其结束" in note["zh"]
        assert 'data-running="1"' in known.get("/").text  # pages answer meanwhile
        assert known.get("/jobs/running").json() == {"running": 1}
        pid = int((store.folder_of(place) / name / store.PID).read_text())
        known.post(f"/jobs/{name}/end")
        assert finished(place, name).state == "ended"
        assert not is_alive(pid)
    assert "已取消" in known.get(f"/jobs/{name}").text
    known.post(f"/jobs/{name}/end")  # once more does nothing
    assert finished(place, name).state == "ended"


def test_a_job_whose_process_is_gone_was_cut_short(place: Workspace) -> None:
    folder = store.folder_of(place) / "20260101-000000-00000000"
    folder.mkdir(parents=True)
    asked = {"kind": "build", "title": {"zh": "旧", "en": "old"}, "asked": {}, "lang": "zh"}
    asked |= {"began": "2026-01-01T00:00:00+08:00", "root": str(place.root)}
    (folder / store.ASKED).write_text(json.dumps(asked))
    assert store.find(folder.name, place=place).state == "cut_short"
    assert "数据没有丢" in client(place).get(f"/jobs/{folder.name}").text
    (folder / store.ASKED).write_text("{")
    assert store.listed(place) == ()
    with pytest.raises(OptionError, match="no such job"):
        store.find(folder.name, place=place)


def test_layers_tell_how_they_stand(place: Workspace) -> None:
    assert {item.standing for item in layer_states(place)} == {"never"}
    assert [item.page for item in map_states(place)] == [None]
    build.build(place)
    assert {item.standing for item in layer_states(place)} == {"current"}
    path = place.layers / "figures.csv"
    path.write_text(path.read_text() + "\n")
    standing = {item.spec.name: item.standing for item in layer_states(place)}
    assert standing == {"figures": "changed", "joined": "changed", "squares": "current"}
    assert map_states(place)[0].made is not None


def test_a_workspace_is_made_and_another_opened(place: Workspace) -> None:
    known = client(place)
    for name in ("", "..", "a/b", "a\\b", "x\ny"):
        answer = known.post("/start/new", data={"name": name, "kind": "empty"})
        assert answer.status_code == 422
    made = known.post("/start/new", data={"name": "2026年规划", "kind": "empty"})
    assert made.headers["location"] == "/"
    root = place.root.parent / "2026年规划"
    assert (root / "打开工作台.cmd").is_file()
    assert "2026年规划" in known.get("/").text
    listed = catalog.load(workspace.find(root))
    assert set(listed.maps) == {"overview"}
    assert not any(name.startswith("plan") for name in listed.layers)
    assert "已有" in known.post("/start/new", data={"name": root.name, "kind": "empty"}).text
    assert "不是工作区" in known.post("/start/open", data={"folder": str(root / "..")}).text
    known.post("/start/open", data={"folder": str(place.root)})
    assert "方格县" in known.get("/").text
    made = workspace.create(place.root.parent / "nx", example="ningxia")
    assert "demand_points" in catalog.load(made).layers


@pytest.mark.browser
def test_maps_are_made_and_seen_in_one_window(chromium: webdriver.Chrome, place: Workspace) -> None:
    with office(place.root) as running:
        planner = Planner(chromium, running)
        planner.press("main form button").ended()
        assert "写出" in planner.text
        planner.press("main a.first")
        assert planner.title_of_map() == "小图"
        # a finished map runs its scripts, and is of no origin
        chromium.switch_to.frame(planner.find("iframe.map"))
        assert chromium.execute_script("return origin") == "null"
        chromium.switch_to.default_content()
        for path in ("/", "/maps", "/jobs", "/start", "/layers/joined"):
            planner.go(path).clean()
        planner.press(".language button")
        assert planner.find("html").get_attribute("lang") == "en"
        assert "What the columns mean" in planner.text
