"""``gisplan import`` as a whole: every row accounted for, whatever happens."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisplan.api import load
from gisplan.api.importing import ImportOptions, import_file
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, FileError, OptionError
from gisplan.files import whole
from gisplan.places.crs import from_wgs84
from gisplan.text import Text
from tests.command import gisplan
from tests.intake import HEAD, ROWS, bring, layer, own, remember_known, snapshot, write_csv

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module", autouse=True)
def known_once() -> Iterator[None]:
    """Load regions and vocabulary once, not with every import of this module."""
    with pytest.MonkeyPatch.context() as patch:
        remember_known(patch)
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own(tmp_path_factory.mktemp("own") / "w").root


@pytest.fixture(scope="module")
def shared(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all examples of a property: each import starts by replacing everything."""
    root = tmp_path_factory.mktemp("shared") / "w"
    shutil.copytree(made, root)
    return root


@pytest.fixture
def mine(made: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(made, tmp_path / "mine")
    return workspace.find(tmp_path / "mine")


def test_a_table_goes_in_with_units_places_and_points(mine: Workspace, tmp_path: Path) -> None:
    report = bring(write_csv(tmp_path / "a.csv", HEAD, ROWS), mine)
    assert (report.rows, report.used, report.set_aside) == (3, 3, 0)
    assert report.example
    table = layer(mine)
    assert table["name_zh"].tolist() == ["甲合成厂", "乙合成厂", "丙合成厂"]
    assert table["output"].tolist() == ["0.12", "3.5", ""]
    assert table["adcode"].tolist() == ["620111", "620104", "620902"]
    assert table["precision"].tolist() == ["site", "none", "site"]
    assert table["id"].tolist() == ["a.csv/2", "a.csv/3", "a.csv/4"]
    assert table["lon"].tolist() == ["103.2", "", "98.51"]
    placed = load.load_layer("enterprises_placed", place=mine).table
    assert placed["precision"].tolist() == ["site", "county", "site"]
    assert placed.geometry.notna().all()
    assert (placed.geometry.x.iloc[0], placed.geometry.y.iloc[0]) == (103.2, 36.35)


def test_rows_that_can_not_be_used_are_mended_and_come_in(mine: Workspace, tmp_path: Path) -> None:
    rows = [*ROWS, ("", "兰州市", "西固区", "=1+1", "", ""), ("", "", "", "5", "x", "y")]
    report = bring(write_csv(tmp_path / "a.csv", HEAD, rows), mine)
    assert (report.rows, report.used, report.set_aside) == (5, 3, 2)
    aside = mine.exports / "import" / "enterprises_set_aside.csv"
    table = pd.read_csv(aside, dtype=str, keep_default_na=False)
    assert tuple(table.columns[: len(HEAD)]) == HEAD
    assert table["产值（万元）"].tolist() == ["'=1+1", "5"]
    told = pd.read_csv(mine.exports / "import" / "enterprises_problems.csv", dtype=str)
    assert {"5", "6"} <= set(told["行"].dropna())
    # unmended, nothing changes; mended, the row takes its place
    before = layer(mine)
    again = bring(aside, mine)
    assert (again.rows, again.used, again.set_aside) == (2, 0, 2)
    pd.testing.assert_frame_equal(layer(mine), before)
    assert pd.read_csv(aside, dtype=str, keep_default_na=False).equals(table)
    table.loc[0, ["企业名称", "产值（万元）"]] = ["丁合成厂", "20000"]
    table.to_csv(aside, index=False)
    mended = bring(aside, mine)
    assert (mended.used, mended.set_aside) == (1, 1)
    assert layer(mine)["id"].tolist() == [f"a.csv/{row}" for row in (2, 3, 4, 5)]
    assert layer(mine)["output"].tolist()[-1] == "2"


def test_what_was_detected_is_told_and_can_be_overridden(mine: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    lines = ["企业名单，合成", "|".join(HEAD), *("|".join(row) for row in ROWS)]
    path.write_text("\n".join(lines), encoding="gb18030")
    words = ("import", str(path), "--layer", "enterprises", "--datum", "wgs84", "--dry-run")
    done = gisplan(*words, cwd=mine.root)
    assert done.returncode == 0, done.stderr
    told = next(line for line in done.stdout.splitlines() if line.startswith("识别："))
    for part in ("GB18030", "第 2 行", "分隔符"):
        assert part in told
    assert "读入 3 行" in done.stdout
    wrong = gisplan(*words, "--heading-row", "1", cwd=mine.root)
    assert wrong.returncode == 2
    assert "缺少必需的列" in wrong.stderr
    comma = gisplan(*words, "--separator", ",", cwd=mine.root)
    assert comma.returncode == 2
    forced = gisplan(*words, "--separator", "|", "--encoding", "gb18030", cwd=mine.root)
    assert "读入 3 行" in forced.stdout
    assert gisplan(*words, "--encoding", "klingon", cwd=mine.root).returncode == 2


cells = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8),
    st.sampled_from(["", "兰州市", "红古区", "103.2", "36.3", "1,200", "12,5", "—", "=1", "'x"]),
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(*[cells] * len(HEAD)), min_size=1, max_size=6))
def test_rows_in_are_rows_used_and_set_aside_and_twice_is_once(
    shared: Path, rows: list[tuple[str, ...]]
) -> None:
    place = workspace.find(shared)
    rows = [row for row in rows if any(cell.strip() for cell in row)] or list(ROWS)
    path = write_csv(shared / "in" / "some.csv", HEAD, rows)
    before = len(layer(place))
    first = bring(path, place, replace=True)
    assert first.used + first.set_aside == first.rows == len(rows) - len(first.not_data)
    assert len(layer(place)) == (first.used or before)  # nothing is replaced by nothing
    whole = snapshot(shared)
    second = bring(path, place)
    assert (second.used, second.set_aside) == (first.used, first.set_aside)
    assert snapshot(shared) == whole


@pytest.mark.parametrize("step", range(6))
def test_an_import_that_fails_leaves_all_as_it_was(
    step: int, mine: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = [*ROWS, ("", "兰州市", "西固区", "约五", "", "")]
    bring(write_csv(tmp_path / "first.csv", HEAD, bad), mine)
    write_csv(tmp_path / "a.csv", HEAD, [*bad, ("戊合成厂", "兰州市", "x", "?", "1", "2")])
    before = snapshot(mine.root)
    real: Callable[[Path, bytes], None] = whole.replace_file
    done: list[Path] = []

    def fails(path: Path, content: bytes) -> None:
        if len(done) == step:
            done.append(path)
            raise FileError(Text("满了", "disk full"))
        done.append(path)
        real(path, content)

    monkeypatch.setattr(whole, "replace_file", fails)
    layer_name = "enterprises" if step < 4 else "works"
    kind = None if step < 4 else "enterprises"
    with pytest.raises(FileError):
        bring(tmp_path / "a.csv", mine, layer_name, kind=kind)
    assert snapshot(mine.root) == before


def test_what_others_wrote_or_edited_is_kept(mine: Workspace, tmp_path: Path) -> None:
    bad = write_csv(tmp_path / "a.csv", HEAD, [*ROWS, ("", "兰州市", "西固区", "x", "", "")])
    folder = mine.exports / "import"
    theirs = folder / "enterprises_problems.html"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("a stranger's", encoding="utf-8")
    killed = folder / ".gisplan-ab12cd_9.part"
    killed.mkdir()
    report = bring(bad, mine)
    assert "was not written by gisplan" in report.warnings[0].en
    assert (folder / "kept" / theirs.name).read_text(encoding="utf-8") == "a stranger's"
    assert not killed.exists()
    aside = folder / "enterprises_set_aside.csv"
    aside.write_bytes(aside.read_bytes() + b"asked on Monday\n")
    bring(write_csv(tmp_path / "a.csv", HEAD, ROWS), mine)  # none is set aside any more
    assert not aside.exists()
    assert b"Monday" in (folder / "kept" / aside.name).read_bytes()
    # as it was written, nothing is kept
    bring(bad, mine)
    bring(write_csv(tmp_path / "a.csv", HEAD, ROWS), mine)
    assert len(list((folder / "kept").iterdir())) == 2
    # a file where the rows of a new layer would go
    table = mine.layers / "works.csv"
    table.write_text("mine", encoding="utf-8")
    with pytest.raises(FileError, match=r"works\.csv is there, and no layer works"):
        bring(bad, mine, "works", kind="enterprises")
    assert table.read_text(encoding="utf-8") == "mine"


def test_a_dry_run_writes_nothing(mine: Workspace, tmp_path: Path) -> None:
    before = snapshot(mine.root)
    report = bring(write_csv(tmp_path / "a.csv", HEAD, ROWS), mine, dry_run=True)
    assert report.used == 3
    assert snapshot(mine.root) == before


def test_files_stay_beside_each_other_and_replace_themselves(
    mine: Workspace, tmp_path: Path
) -> None:
    bring(write_csv(tmp_path / "a.csv", HEAD, ROWS), mine)
    bring(write_csv(tmp_path / "b.csv", HEAD, ROWS[:1]), mine)
    assert layer(mine)["source_file"].tolist() == ["a.csv"] * 3 + ["b.csv"]
    report = bring(write_csv(tmp_path / "a.csv", HEAD, ROWS[1:2]), mine)
    assert (report.kept, report.replaced) == (1, 3)
    assert layer(mine)["id"].tolist() == ["b.csv/2", "a.csv/2"]
    report = bring(tmp_path / "b.csv", mine, replace=True)
    assert layer(mine)["id"].tolist() == ["b.csv/2"]


def test_an_example_that_was_edited_is_kept(mine: Workspace, tmp_path: Path) -> None:
    path = mine.layers / "enterprises.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("大禹节水", "大禹节水 "), "utf-8")
    report = bring(write_csv(tmp_path / "a.csv", HEAD, ROWS), mine)
    assert not report.example
    assert report.kept == len(pd.read_csv(DATA / "enterprises_gansu.csv"))


def test_the_mapping_of_the_last_import_is_followed(mine: Workspace, tmp_path: Path) -> None:
    head = ("企业名称", "单位名称", "县区", "规模", "经度", "纬度")
    rows = [("简称甲", "合成甲公司", "红古区", "3", "103.2", "36.35")]
    path = write_csv(tmp_path / "a.csv", head, rows)
    with pytest.raises(DataError, match="name_zh"):
        bring(path, mine)
    chosen = tmp_path / "m.toml"
    chosen.write_text(
        'datum = "gcj02"\n[columns.name_zh]\nheading = "单位名称"\n'
        '[columns.output]\nheading = "规模"\nunit = "千万元"\n',
        encoding="utf-8",
    )
    bring(path, mine, mapping=chosen, datum=None)
    first = layer(mine)
    assert first[["name_zh", "output"]].values.tolist() == [["合成甲公司", "0.3"]]
    x, y = from_wgs84(first["lon"].astype(float), first["lat"].astype(float), datum="gcj02")
    assert abs(x[0] - 103.2) < 2e-9
    assert abs(y[0] - 36.35) < 2e-9
    bring(path, mine, datum=None)
    pd.testing.assert_frame_equal(layer(mine), first)


def test_a_datum_is_asked_for_where_nothing_tells_it(mine: Workspace, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", HEAD, ROWS)
    with pytest.raises(DataError, match="--datum"):
        bring(path, mine, datum=None)
    named = (*HEAD[:4], "经度（GCJ-02）", "纬度（GCJ-02）")
    report = bring(write_csv(tmp_path / "b.csv", named, ROWS), mine, datum=None)
    assert report.mapping.datum == "gcj02"


def test_a_datum_is_found_from_points_near_borders(mine: Workspace, tmp_path: Path) -> None:
    counties = load.load_layer("counties", place=mine).table
    red = counties[counties["adcode"] == "620111"].geometry.iloc[0]
    edge = red.buffer(-0.002).exterior.segmentize(0.005).coords
    x, y = from_wgs84([c[0] for c in edge], [c[1] for c in edge], datum="bd09")
    rows = [
        (f"厂{i}号合成", "兰州市", "红古区", "", *pair)
        for i, pair in enumerate(zip(x, y, strict=True))
    ]
    report = bring(write_csv(tmp_path / "a.csv", HEAD, rows), mine, datum=None)
    assert report.mapping.datum == "bd09"
    assert report.evidence is not None
    assert report.set_aside == 0


def test_a_messy_workbook(mine: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "说明"
    book.active.append(["填表说明", "请如实填写"])
    sheet = book.create_sheet("2021年")
    sheet.append(["某某市企业名录（合成数据）"])
    sheet.merge_cells("A1:F1")
    sheet.append(
        ["序号", "企业名称", "统一社会信用代码", "2021年产值(万元)", "县（市、区）", "经度", "纬度"]
    )
    sheet.append(
        [1, "甲合成厂", "91620000MA00000000", "１,２００", "红古区", "东经103°12′", "36°21′N"]
    )
    sheet.append([2, " 甲合成厂 ", "", 350.5, "红古区", 36.35, 103.2])
    sheet.append([3, "乙合成厂", "", "—", "不存在县", None, None])
    sheet.append([4, "丙合成厂", "", "若干", "西固区", None, None])
    path = tmp_path / "名录.xlsx"
    book.save(path)
    report = bring(path, mine)
    # 若干 costs its cell, not its row
    assert (report.rows, report.used, report.set_aside) == (4, 4, 0)
    table = layer(mine)
    assert table["id"].tolist() == [f"名录.xlsx/2021年/{row}" for row in (3, 4, 5, 6)]
    assert table["output"].tolist() == ["0.12", "0.03505", "", ""]
    assert table["output_year"].tolist() == ["2021"] * 4
    assert table["lon"].tolist() == ["103.2", "103.2", "", ""]
    assert table["adcode"].tolist() == ["620111", "620111", "", "620104"]
    said = " ".join(item.message.zh for item in report.problems)
    for words in ("校验码", "写反", "不存在县", "不能读成一个数", "可能重复"):
        assert words in said, words
    assert report.duplicates == 1


def test_a_vector_file_of_points(mine: Workspace, tmp_path: Path) -> None:
    points = gpd.GeoDataFrame(
        {"name": ["甲合成厂", "乙合成厂"], "county": ["红古区", "西固区"]},
        geometry=gpd.points_from_xy([103.2, None], [36.35, None]),
        crs=4326,
    )
    points.to_file(tmp_path / "a.gpkg", layer="a")
    report = bring(tmp_path / "a.gpkg", mine, datum=None)
    assert (report.rows, report.used) == (2, 2)
    assert layer(mine)["precision"].tolist() == ["site", "none"]


def test_a_layer_is_declared_from_a_template(mine: Workspace, tmp_path: Path) -> None:
    head = ("设施名称", "处理能力（万吨/年）", "区县")
    path = write_csv(tmp_path / "设施.csv", head, [("某分拣中心", "1.5", "红古区")])
    with pytest.raises(OptionError, match="--kind"):
        bring(path, mine, "sorting")
    report = bring(path, mine, "sorting", kind="facilities")
    assert report.declared
    made_layer = load.load_layer("sorting", place=mine)
    assert made_layer.table["capacity"].tolist() == [15000.0]
    assert made_layer.spec.sources[0].title.zh == "设施.csv"


def test_only_a_workspace_of_ones_own_is_written_to(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", HEAD, ROWS)
    before = snapshot(tmp_path)
    done = gisplan("import", "a.csv", "--layer", "enterprises", cwd=tmp_path)
    assert done.returncode == 2
    assert "gisplan init" in done.stderr
    assert snapshot(tmp_path) == before
    with pytest.raises(OptionError):
        import_file(path, layer="enterprises", place=workspace.find(tmp_path))


def test_the_command_says_what_became_of_every_row(mine: Workspace) -> None:
    write_csv(mine.root / "a.csv", HEAD, [*ROWS, ("", "兰州市", "西固区", "约五", "", "")])
    words = ("import", "a.csv", "--layer", "enterprises", "--datum", "wgs84")
    done = gisplan(*words, cwd=mine.root)
    assert done.returncode == 0, done.stderr
    for told in ("读入 4 行 = 采用 3 行 + 搁置 1 行", "万元", "约五", "enterprises_set_aside.csv"):
        assert told in done.stdout
    done = gisplan(*words, "--lang", "en", cwd=mine.root)
    assert "4 rows in = 3 used + 1 set aside" in done.stdout


@pytest.mark.parametrize("name", ["enterprises", "parks"])
def test_the_shipped_rows_are_what_an_import_makes(name: str, mine: Workspace) -> None:
    options = ImportOptions(mapping=DATA / f"{name}_gansu.toml", replace=True)
    report = import_file(DATA / f"{name}_gansu.csv", layer=name, place=mine, options=options)
    given_rows = pd.read_csv(DATA / f"{name}_gansu.csv", dtype=str, keep_default_na=False)
    assert report.rows == report.used == len(given_rows)
    assert report.problems == ()
    shipped = (workspace.shipped() / "layers" / f"{name}.csv").read_bytes()
    assert (mine.layers / f"{name}.csv").read_bytes() == shipped
    table = layer(mine, name)
    for column in ("verified", "publisher", "source_date", "source_zh", "source_en", "url"):
        assert (table[column] == given_rows[column]).all(), column
    county = given_rows["adcode_county"]
    assert (table["adcode"][county != ""] == county[county != ""]).all()
    assert table["adcode"][county == ""].str.endswith("00").all()
    if name == "enterprises":
        known = given_rows["output_1e8_yuan"] != ""
        assert ((table["output"] != "") == known).all()


def test_the_example_given_is_placed_where_it_is_known_to_be() -> None:
    table = load.load_layer("enterprises_placed").table.set_index("name_zh")
    for name, code, precision in (
        ("大禹节水集团股份有限公司", "620902", "county"),
        ("方大炭素新材料科技股份有限公司", "620111", "town"),  # 海石湾
        ("天水华天科技股份有限公司", "620502", "county"),
    ):
        assert table.loc[name, "adcode"] == code
        assert table.loc[name, "precision"] == precision


def test_imported_firms_decide_what_the_plan_asks_of_firms(mine: Workspace, tmp_path: Path) -> None:
    """专栏2: leading firms of environmental protection by 2020. Synthetic names and figures."""
    heads = ("企业名称", "区县", "产业门类", "企业类别", "产值（亿元）", "产值年份", "是否可加总")
    sizes = (30, 31, 1)
    rows = [
        (f"合成{i}厂", "红古区", "环保", "龙头企业", str(size), "2020", "是")
        for i, size in enumerate(sizes)
    ]
    report = bring(write_csv(tmp_path / "firms.csv", heads, rows), mine)
    assert report.used == len(rows)
    assert layer(mine)["kind"].tolist() == ["leading"] * 3
    assert layer(mine)["summable"].tolist() == ["true"] * 3
    table = load.load_layer("scorecard", place=mine).table.set_index("id")
    asked = table.loc["4-2020-1"]
    assert asked["value"] == 2
    # ownership of intellectual property and national weight are left to a person
    assert asked["status"] == "awaiting"
    declared = load.load_layer("declared_enterprises", place=mine).table
    of_county = declared[(declared["adcode"] == "620111") & (declared["measure"] == "output")]
    assert of_county["value"].sum() == sum(sizes)
