"""The whole year's work of a planner in one window, in Chinese, through power cuts.

With GISPLAN_PICTURES=docs/images/desk it makes the pictures of the guides again.
"""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import signal
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import docx
import openpyxl
import pytest
from pyproj import Geod
from selenium import webdriver
from starlette.datastructures import FormData

from gisplan.api import load
from gisplan.api.jobs import store
from gisplan.api.sites import keep_plan, read_plan_file
from gisplan.catalog.workspace import Workspace
from gisplan.digits import ESTIMATE, write
from gisplan.pipeline import scenario
from gisplan.pipeline.build import BuildReport
from gisplan.serve.plan_form import plan_text
from tests.desk import Office, Planner, is_alive, office
from tests.drawn import page_data
from tests.intake import book, everyday, layer
from tests.seeded import seed
from tests.test_serve_intake import job
from tests.test_serve_results import PLAN_FORM

#: Rows of the workbook, as Excel counts them: without a name; of no county; in metres of a zone.
NAMELESS = tuple(range(11, 300, 25))
NOWHERE, METRES = (22, 72, 122, 172), (40, 90, 140, 190)
SPOTS = (("甲（虚构）", 103.83, 36.06), ("乙（虚构）", 98.51, 39.74), ("丙（虚构）", 104.6, 35.2))


def messy(folder: Path) -> Path:
    """The workbook that an office sends: 300 rows, with a title, two-level heading and a sum."""
    ledger = everyday(300)
    rows = [list(row) for row in ledger.sheet.rows]
    for number in NAMELESS:
        rows[number - 1][1] = None
    for number in NOWHERE:
        rows[number - 1][3] = "甘肃省不存在县合成路9号"
    for number in METRES:
        rows[number - 1][4:6] = [35_412_345.6 + number, 3_993_210.4 + number]
    return book(folder / "企业名单.xlsx", dataclasses.replace(ledger.sheet, rows=rows))


def last_job(planner: Planner) -> str:
    """The name of the job whose page is open."""
    return urlsplit(planner.driver.current_url).path.rpartition("/")[2]


def power_cut(running: Office, place: Workspace, name: str) -> None:
    """End the office, and the process of a job, at once."""
    pid = int((store.folder_of(place) / name / store.PID).read_text())
    running.kill()
    os.killpg(pid, signal.SIGKILL)
    assert not is_alive(pid) or store.find(name, place=place).state != "done"


@pytest.mark.browser
def test_the_work_of_a_year_in_the_window(
    chromium: webdriver.Chrome, built: tuple[Workspace, BuildReport], tmp_path: Path
) -> None:
    path = messy(tmp_path)
    home = tmp_path / "规划"
    home.mkdir()
    with office(home) as running:
        planner = Planner(chromium, running)
        planner.picture("start")
        place = seed(planner.make("2026年", "gansu"), built[0])
        planner.picture("workspace")
        bring_in(planner.go("/intake"), place, path)
        checked = urlsplit(chromium.current_url).path
        running.kill()
    with office(place.root) as running:
        planner = Planner(chromium, running).go(checked)
        mend(planner, place)
        enterprises_on_a_map(planner, place)
        ask_by_road(planner.go("/coverage"))
        planner.picture("coverage")
        ask_by_road(planner)
        planner.press("main form.work button")
        cut = last_job(planner)
        until_begun(planner, place, cut)
        power_cut(running, place, cut)
    with office(place.root) as running:
        planner = Planner(chromium, running).go(f"/jobs/{cut}")
        assert "被中断" in planner.text
        assert "数据没有丢" in planner.text
        assert len(layer(place)) == 300
        coverage_by_road(planner.go("/coverage"), place)
        three_candidates(planner.go("/sites"), place)
        a_scenario(planner.go("/scenarios"), place)
        evidence(planner)
        planner.go("/documents").clean()
        planner.picture("documents")
        planner.press("main form[action='/documents'] button")
        report = last_job(planner)
        running.kill()  # its jobs go on
    with office(place.root) as running:
        planner = Planner(chromium, running).go(f"/jobs/{report}").ended()
        word_report(planner, place)
        planner.go("/jobs").clean()
        planner.picture("jobs")
        states = [one.text for one in planner.all("td .state")]
        assert states.count("被中断") == 1
        assert set(states) == {"完成", "被中断"}
        for taken_back, rows in (("evidence", 300), ("mended", 288)):
            planner.go("/history").press("form[action='/history/undo'] button")
            assert "已撤销" in planner.text, taken_back
            assert len(layer(place)) == rows
        assert "标准已发布" not in planner.go("/ledger/item?id=9-2018-1").text
        errors = [each for each in chromium.get_log("browser") if each["level"] == "SEVERE"]
        # a page that hears of its job asks for it once more when the power is cut
        assert [each for each in errors if "ERR_CONNECTION_REFUSED" not in each["message"]] == []


def until_begun(planner: Planner, place: Workspace, name: str) -> None:
    pid = store.folder_of(place) / name / store.PID
    planner.wait(lambda: pid.is_file() and bool(pid.read_text()))


def bring_in(planner: Planner, place: Workspace, path: Path) -> None:
    planner.clean()
    planner.picture("intake")
    planner.drop(path)
    said = planner.text
    assert "读入 300 行 = 采用 288 行 + 搁置 12 行" in said
    assert "4（35412385.6" in said  # metres of a zone among degrees: told, not guessed
    for cell in ("305", "合计", "坐标取自高德地图"):
        assert cell in said
    assert planner.all("[value='万元']")
    # checked, and nothing is changed yet
    assert len(layer(place)) == 45
    planner.clean()
    planner.picture("check")


def mend(planner: Planner, place: Workspace) -> None:
    planner.press("button[value=import]").ended()
    assert "原有的示例数据已被替换" in planner.text
    assert len(layer(place)) == 288
    planner.clean()
    cells = planner.all("td input.wrong-cell")
    assert len(cells) == 12
    planner.driver.execute_script("document.querySelector('#aside').scrollIntoView()")
    planner.picture("mend")
    for number, cell in enumerate(planner.all("td input.wrong-cell")):
        cell.send_keys(f"补名{number:02}有限公司")
    planner.press("form[action$=mended] button").ended()
    assert "采用 12 行 + 搁置 0 行" in planner.text
    table = layer(place)
    assert len(table) == 300
    assert sorted(table["name_zh"][table["name_zh"].str.startswith("补名")]) == [
        f"补名{number:02}有限公司" for number in range(12)
    ]
    assert (table["adcode"] == "").sum() + table["adcode"].isin(["620000"]).sum() == 4
    assert (table["lon"] != "").sum() == 60 - len(METRES)
    # 10,000 yuan in the workbook, 100 million in the layer; "停产" is no figure
    given = [value / 10_000 for value in everyday(300).outputs if value is not None]
    told = [float(cell) for cell in table["output"] if cell]
    assert len(told) == len(given)
    assert sum(told) == pytest.approx(sum(given))


def enterprises_on_a_map(planner: Planner, place: Workspace) -> None:
    planner.press("form[action='/maps/build'] button").ended()
    assert "看地图" in planner.text
    planner.go("/maps?map=enterprises")
    assert "企业" in planner.title_of_map()
    planner.picture("maps")
    drawn = page_data((place.rendered / "enterprises.html").read_text(encoding="utf-8"))
    assert 300 in [one["value"] for one in drawn["headlines"]]


def coverage_by_road(planner: Planner, place: Workspace) -> None:
    planner.clean()
    ask_by_road(planner)
    planner.press("main form.work button").ended()
    said = planner.text
    assert "嘉峪关市" in said
    assert planner.title_of_map().startswith("2020 年的覆盖（公路里程")
    planner.clean()
    planner.picture("coverage-result")
    (sheet, *_) = openpyxl.load_workbook(newest(place, "覆盖", ".xlsx")).worksheets
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    named = {row[0]: row for row in rows if row[0]}
    total = named["合计"]
    points = load.load_layer("demand_points", place=place).table
    assert total[2] == points["population"].sum() > 25_000_000
    regions = load.load_layer("prefectures", place=place).table["name_zh"]
    for at, reach in ((3, 50), (5, 100)):
        assert sum(named[name][at] for name in regions) == pytest.approx(total[at])
        inside, share = total[at], total[at] / total[2] * 100
        assert 0 < inside < total[2]
        assert total[at + 1] == pytest.approx(share)
        figures = f"{write(inside, ESTIMATE, 'zh')}；占比 %：{write(share, ESTIMATE, 'zh')}"
        assert f"{reach} 千米内（据不完整名单）（按图上位置）：{figures}" in said


def ask_by_road(planner: Planner) -> None:
    planner.find("input[value=road]").click()
    planner.type("input[name=reaches]", "50 100")


def three_candidates(planner: Planner, place: Workspace) -> None:
    planner.clean()
    paste(planner)
    planner.picture("sites")
    paste(planner)
    planner.press("form[action$=evaluate] button").ended()
    points = load.load_layer("demand_points", place=place).table
    geod = Geod(ellps="WGS84")
    for row, (name, lon, lat) in zip(
        planner.all("#table-1 + .scroll tbody tr"), SPOTS, strict=True
    ):
        # an independent sum: residents of the points whose geodesic is 50 km at most
        x, y = points.geometry.x, points.geometry.y
        *_, metres = geod.inv([lon] * len(x), [lat] * len(x), x, y)
        inside = points["population"][metres <= 50_000].sum()
        cells = [cell.text for cell in row.find_elements("css selector", "th, td")]
        assert (cells[0], cells[4]) == (name, write(float(inside), ESTIMATE, "zh"))
    assert planner.title_of_map() == "每个候选场址单独能增加多少"
    assert "评价候选场址（3 处）" in planner.text
    planner.clean()
    planner.picture("sites-result")
    assert newest(place, "候选场址", ".xlsx").stat().st_size


def paste(planner: Planner) -> None:
    lines = "\n".join(f"{name}\t{lon}\t{lat}" for name, lon, lat in SPOTS)
    planner.driver.execute_script(
        "document.querySelector('textarea').value = arguments[0]", f"名称\t经度\t纬度\n{lines}"
    )
    planner.type("form[action$=evaluate] input[name=reaches]", "50")


def a_scenario(planner: Planner, place: Workspace) -> None:
    planner.clean()
    planner.picture("scenarios")
    planner.type("input[name=title]", "四处新站").press("form[action$=copy] button")
    planner.choose("select[name=add]", "suggested_sites").press("button[value=add]")
    new = "input[name='suggested_sites:p:new']"
    assert planner.find(new).get_attribute("value") == "3"
    planner.clean()
    planner.type(new, "四").press("button[value=save]")
    assert "的“新增几处”：应为整数（写的是“四”）" in planner.text
    assert not scenario.folder(place).joinpath("四处新站.toml").exists()
    # what was typed stands there still
    assert planner.find("input[name=title]").get_attribute("value") == "四处新站"
    planner.type(new, "4").press("button[value=save]")
    assert "已保存" in planner.text
    planner.picture("scenario")
    planner.press("form[action$=compare] button").ended()
    assert "甲：现有图层；乙：四处新站" in planner.text
    added = [row.text for row in planner.all("tbody tr") if "仅在乙中" in row.text]
    gone = [row.text for row in planner.all("tbody tr") if "仅在甲中" in row.text]
    assert len(added) == len(gone) + 1  # one site more
    assert planner.title_of_map() == "情景对比：现有图层与四处新站"
    planner.clean()
    planner.picture("compare")
    assert newest(place, "情景对比", ".xlsx").stat().st_size
    a_plan_again(planner, place)


def a_plan_again(planner: Planner, place: Workspace) -> None:
    """What was filled in stands in the form again; one figure is changed, and it is worked out."""
    text = plan_text(FormData(PLAN_FORM)).encode()
    kept = {"plan.toml": text, "form.json": json.dumps(list(PLAN_FORM.items())).encode()}
    first = keep_plan(kept, place=place)
    name = job(place, {"figures": [], "tables": [], "notes": [], "files": []})
    record = store.folder_of(place) / name / store.ASKED
    asked = json.loads(record.read_text()) | {"kind": "plan"}
    asked["asked"] = {"path": first.relative_to(place.root).as_posix()}
    record.write_text(json.dumps(asked))
    planner.go(f"/jobs/{name}").press("a[href^='/sites/plan?again=']")
    held = "return Object.fromEntries(new FormData(document.querySelector('form.card')))"
    stands = {key: value for key, value in planner.driver.execute_script(held).items() if value}
    assert stands.items() >= PLAN_FORM.items()
    planner.clean()
    assert planner.find("details[open] [name='robust.draws']")  # folded away, unless filled in
    planner.type("[name='tier1.reach']", "45").press("form.card button.first")
    again = last_job(planner)
    planner.press("form[action$='/end'] button")
    before, now = (
        read_plan_file(path)
        for path in (first, place.root / store.find(again, place=place).asked["path"])
    )
    (changed,) = now.plan["tiers"]
    assert changed["reach_km"] == 45
    changed["reach_km"] = 30
    assert now == before
    for made in (name, again):
        shutil.rmtree(store.folder_of(place) / made)


def evidence(planner: Planner) -> None:
    planner.go("/ledger/item?id=9-2018-1").choose("select[name=status]", "met")
    planner.type("input[name=said_by]", "省商务厅").type("input[name=said_on]", "2018年12月1日")
    planner.type("textarea[name=note]", "标准已发布").press("form[action='/ledger/say'] button")
    assert "已保存" in planner.text
    row = planner.find("section + table, .scroll tbody tr").text
    for cell in ("省商务厅", "2018-12-01", "标准已发布", "是"):
        assert cell in row
    planner.clean()
    planner.picture("evidence")
    planner.go("/ledger?clause=&state=met")
    assert "9-2018-1" in "".join(one.get_attribute("href") for one in planner.all("tbody a"))


def word_report(planner: Planner, place: Workspace) -> None:
    planner.picture("report")
    links = [one.get_attribute("href") for one in planner.all("a[download]")]
    assert {urlsplit(link).path.rpartition(".")[2] for link in links} == {"html", "docx"}
    (path,) = (place.root / "reports").glob("*.docx")
    found = docx.Document(str(path))
    words = "\n".join(one.text for one in found.paragraphs)
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    assert "300" in " ".join([words, *cells])
    assert "省商务厅" in " ".join([words, *cells])
    assert len(found.inline_shapes) >= 5
    assert all(a != b or not a for a, b in pairwise(one.text for one in found.paragraphs[:20]))


def newest(place: Workspace, begins: str, ending: str) -> Path:
    return sorted((place.root / "reports").glob(f"{begins}-*{ending}"))[-1]
