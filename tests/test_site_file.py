"""Sites in a file of the user's: tables as planners have them, and what commands say of them."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import openpyxl
import pytest
from pyproj import Geod

from gisplan.api import sites
from gisplan.api.importing import ImportOptions, import_file
from gisplan.api.importing.sites_file import FileOptions, sites_of_file
from gisplan.catalog import workspace
from gisplan.cli import main
from gisplan.errors import DataError, DatumError, OptionError
from gisplan.read import read

GEOD = Geod(ellps="WGS84")
HEADINGS = ["编号", "名称", "经度", "纬度", "费用（万元）", "必选", "禁选"]
ROWS = [
    ["甲", "甲站（虚构）", 103.83, 36.06, 5, "是", ""],
    ["乙", "乙站（虚构）", 104.6, 35.6, 3, "", "否"],
]
GCJ = FileOptions(datum="gcj02")


def gbk(folder: Path, headings: list[str] = HEADINGS, rows: list[list[object]] = ROWS) -> Path:
    path = folder / "站点.csv"
    lines = [",".join(str(cell) for cell in row) for row in [headings, *rows]]
    path.write_bytes("\n".join(lines).encode("gbk"))
    return path


def xlsx(folder: Path, *sheets: str) -> Path:
    book = openpyxl.Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "说明"
    notes.append(["本表为虚构数据"])
    for name in sheets:
        sheet = book.create_sheet(name)
        for row in [HEADINGS, *ROWS]:
            sheet.append(row)
    path = folder / "站点.xlsx"
    book.save(path)
    return path


def places(table: gpd.GeoDataFrame) -> list[tuple[float, float]]:
    return list(zip(table.geometry.x, table.geometry.y, strict=True))


def test_gbk_and_a_workbook_are_read_alike_and_brought_from_gcj02(tmp_path: Path) -> None:
    text = sites_of_file(gbk(tmp_path), options=GCJ).table
    book = sites_of_file(xlsx(tmp_path, "候选"), options=GCJ).table
    assert text.drop(columns="geometry").equals(book.drop(columns="geometry"))
    assert places(text) == places(book)
    assert text["name_zh"].tolist() == ["甲站（虚构）", "乙站（虚构）"]
    assert text["cost"].tolist() == [5, 3]
    assert text["forced"].fillna(False).tolist() == [True, False]
    assert text["adcode"].tolist() == ["620102", "621102"]
    for row, (lon, lat) in zip(ROWS, places(text), strict=True):
        # GCJ-02 is some 100 to 700 m away from WGS 84
        assert 100 < GEOD.inv(row[2], row[3], lon, lat)[2] < 700
    typed = sites.points(["103.83,36.06", "104.6,35.6"], options=GCJ).table
    assert places(typed) == [pytest.approx(place, abs=1e-9) for place in places(text)]


def test_a_file_is_placed_as_an_import_places_it(tmp_path: Path) -> None:
    place = workspace.create(tmp_path / "own")
    path = gbk(tmp_path)
    options = ImportOptions(datum="gcj02", kind="facilities")
    import_file(path, layer="mine", place=place, options=options)
    rows = read(place.layers / "mine.csv")
    imported = list(zip(rows["lon"].astype(float), rows["lat"].astype(float), strict=True))
    assert places(sites_of_file(path, options=GCJ).table) == imported


def test_the_datum_in_a_heading_counts_and_one_that_is_assumed_is_told(tmp_path: Path) -> None:
    headings = [f"{word}（GCJ-02）" if word in ("经度", "纬度") else word for word in HEADINGS]
    named = sites_of_file(gbk(tmp_path, headings))
    assert named.left_out == ()
    assert places(named.table) == places(sites_of_file(gbk(tmp_path), options=GCJ).table)
    assumed = sites_of_file(gbk(tmp_path))
    assert places(assumed.table) == [(103.83, 36.06), (104.6, 35.6)]
    assert ["--datum" in words.en for words in assumed.left_out] == [True]
    with pytest.raises(DatumError):
        sites_of_file(gbk(tmp_path), options=FileOptions(datum="mars"))


def test_what_is_repaired_is_told_with_its_row(tmp_path: Path) -> None:
    rows = [ROWS[0], ["乙", "乙站（虚构）", 35.6, 104.6, 3, "", ""]]
    found = sites_of_file(gbk(tmp_path, HEADINGS, rows), options=FileOptions(datum="wgs84"))
    assert places(found.table)[1] == (104.6, 35.6)
    assert ["row 3" in words.en for words in found.left_out] == [True]


def test_of_several_sheets_the_one_with_points_is_taken(tmp_path: Path) -> None:
    assert len(sites_of_file(xlsx(tmp_path, "候选"), options=GCJ).table) == 2
    both = xlsx(tmp_path, "一期", "二期")
    with pytest.raises(OptionError, match="--sheet"):
        sites_of_file(both, options=GCJ)
    assert len(sites_of_file(both, options=FileOptions(sheet="二期", datum="gcj02")).table) == 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["", "丙站", 104, 36, 1, "", ""], "row 2, column 编号"),
        (["丙", "丙站", 104, 36, "", "", ""], "row 2, column 费用（万元）: “” is empty; a number"),
        (["丙", "丙站", 104, 36, -4, "", ""], "row 2, column 费用（万元）: “-4”"),
        (["丙", "丙站", 104, 36, 1, "也许", ""], "row 2, column 必选: “也许”"),
        (["丙", "丙站", "", "", 1, "", ""], "row 2 has no place"),
    ],
)
def test_a_row_that_can_not_be_used_is_named(tmp_path: Path, row: list[object], said: str) -> None:
    path = gbk(tmp_path, HEADINGS, [row, *ROWS])
    with pytest.raises(DataError, match=said):
        sites_of_file(path, options=GCJ)


def test_all_rows_without_id_are_named(tmp_path: Path) -> None:
    rows = [["", *ROWS[0][1:]], ROWS[1], ["", *ROWS[1][1:]]]
    with pytest.raises(DataError) as told:
        sites_of_file(gbk(tmp_path, HEADINGS, rows), options=GCJ)
    assert "第 2 行" in told.value.text("zh")
    assert "第 4 行" in told.value.text("zh")


def said(words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    try:
        code = main(words.split())
    except SystemExit as ended:
        code = int(str(ended.code))
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_a_job_complains_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("--lang en sites evaluate", "sites suggest --lang en --new x"):
        code, _, told = said(words, capsys)
        assert code == 2
        assert told.startswith("wrong arguments")
    assert said("sites suggest --new x", capsys)[2].startswith("参数有误")


def test_a_job_runs_in_the_folder_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = workspace.create(tmp_path / "own")
    settings = place.root / workspace.MARKER
    text = settings.read_text("utf-8").replace('language = "zh"', 'language = "en"')
    settings.write_text(text, "utf-8")
    for words in (f"sites evaluate -C {place.root} 200,36", f"sites -C {place.root} suggest -x"):
        code, _, told = said(words, capsys)
        assert code == 2
        assert told.isascii() or "not longitude,latitude" in told
    assert said(f"sites evaluate -C {tmp_path / 'none'} 103.8,36", capsys)[0] == 2


def test_a_file_that_can_not_be_written_is_refused_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def worked(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("gisplan.api.load.load_layers", worked)
    monkeypatch.chdir(tmp_path)
    for words in (
        "sites evaluate 103.8,36.0 --out new.shp",
        "sites suggest --out new.shp",
        "sites suggest --curve 2 --curve-out new.xlsx",
    ):
        code, out, told = said(f"{words} --lang en", capsys)
        assert (code, out) == (2, "")
        assert "use ." in told
