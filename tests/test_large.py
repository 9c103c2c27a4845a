"""Layers read chunk by chunk: the same figures, nothing lost, and every fault named."""

from __future__ import annotations

import dataclasses
import math
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisplan.analysis.coverage.by_region import service_by_region
from gisplan.analysis.coverage.position_range import service_range_by_region
from gisplan.analysis.coverage.sites_served import sites_served
from gisplan.analysis.tables.count import count_by_region
from gisplan.api import load
from gisplan.api.coverage.network_coverage import CoverageOptions, coverage
from gisplan.api.export import chunked as bulk
from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.catalog.workspace import Workspace, find
from gisplan.cli import main
from gisplan.errors import DataError, DeclarationError, FileError, OptionError
from gisplan.formats import parts
from gisplan.pipeline import build
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.cache import Record
from gisplan.pipeline.chunked import unique_keys as unique
from gisplan.pipeline.engines import Embedded, Execution
from gisplan.text import Text
from tests import country

ROWS = 2400


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    place = country.make(tmp_path_factory.mktemp("country") / "it", enterprises=ROWS)
    country.passed(place, country.chunked(1000))  # the layers beside are read and kept
    return place


@pytest.fixture
def place(made: Workspace, tmp_path: Path) -> Workspace:
    """A copy that a test may spoil."""
    shutil.copytree(made.root, tmp_path / "it")
    return find(tmp_path / "it")


@pytest.fixture(scope="module")
def in_memory(made: Workspace) -> dict[str, pd.DataFrame]:
    """The same analyses of one table, by the way that small layers go."""
    rows = country.whole(made)
    asked = country.asked(made)
    given_, sites = asked["regions"], asked["sites"]
    return {
        "regions": service_by_region(demand=rows, **given_.tables, **given_.parameters).table,
        "sites": sites_served(rows, **sites.tables, **sites.parameters).table,
    }


# -- the same figures -----------------------------------------------------------------------


def require_right(found: dict[str, pd.DataFrame], in_memory: dict[str, pd.DataFrame]) -> None:
    country.require_same({k: found[k] for k in in_memory}, in_memory)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.integers(1, 60).map(lambda n: n * n))
def test_coverage_in_chunks_of_any_size_is_that_of_the_whole_table(
    made: Workspace, in_memory: dict[str, pd.DataFrame], rows: int
) -> None:
    found = country.passed(made, country.chunked(max(rows, 40)))
    assert (found.rows, found.set_aside) == (ROWS, 0)
    require_right(country.tables(found), in_memory)


def test_counts_and_sums_are_those_of_pandas(made: Workspace) -> None:
    table = country.tables(country.passed(made, country.chunked(171)))["counted"]
    rows = country.whole(made)
    for adcode, mine in rows.groupby("adcode"):
        told = table[table["adcode"] == adcode].iloc[0]
        assert told["rows"] == len(mine)
        for kind, number in mine["industry"].value_counts().items():
            assert told[f"rows_{kind}"] == number
        assert told["known_output"] == mine["output"].notna().sum()
        assert told["sum_output"] == math.fsum(mine["output"].dropna())
        assert told["sum_employees"] == mine["employees"].sum()


def test_a_small_layer_is_counted_by_the_same_analysis(made: Workspace) -> None:
    asked = country.asked(made)["counted"]
    outcome = count_by_region(rows=country.whole(made), **asked.tables, **asked.parameters)
    found = country.passed(made, country.chunked(500))
    country.require_same({"counted": outcome.table}, {"counted": country.tables(found)["counted"]})


def test_a_build_makes_of_it_what_the_whole_table_gives(
    place: Workspace,
) -> None:
    report = build.build(place, execution=country.chunked(400))
    assert "enterprises" in report.made
    record = Record.load(place.state)
    assert record.layers["enterprises"].rows == ROWS
    served = gpd.read_file(place.exports / "enterprise_service.geojson")
    rows = country.whole(place)
    assert served["demand_total"].sum() == rows["employees"].sum()
    assert not list((place.state / "chunks").rglob("*.arrow"))
    assert not (place.exports / "enterprises.geojson").exists()
    again = build.build(place, execution=country.chunked(400))
    assert not again.written
    assert not again.made


def test_the_coverage_command_takes_a_large_demand(place: Workspace) -> None:
    options = CoverageOptions(
        regions="counties",
        quantity="population",
        demand="demand_points",
        reach=ReachOptions(year=country.YEAR, kinds=()),
    )
    told = coverage(place, options=options, execution=country.chunked(100))
    demand = gpd.read_parquet(place.layers / "demand_points.parquet")
    layers = load.load_layers(("counties", "units", "network"), place=place)
    expected = service_range_by_region(
        layers["counties"].table,
        demand,
        layers["network"].table,
        layers["units"].table,
        layers["counties"].table,
        reaches_km=place.defaults.reaches_km,
        year=country.YEAR,
    )
    country.require_same({"it": told.regions}, {"it": expected.table})
    assert told.total["demand_total"] == demand["population"].sum()
    assert told.milestones == ()


def lattice(place: Workspace) -> Path:
    """Roads of a plainly synthetic lattice, one-way in part, with a piece that hangs on nothing."""
    lines, classes, ways = [], [], []
    for x in range(9):
        for y in range(7):
            at = (100.0 + x * 0.5, 35.0 + y * 0.5)
            for step in ((0.5, 0.0), (0.0, 0.5)):
                to = (at[0] + step[0], at[1] + step[1])
                if to[0] <= 104 and to[1] <= 38 and (x + 2 * y) % 5:
                    lines.append(shapely.LineString([at, to]))
                    classes.append("trunk" if step[0] else 2)
                    ways.append("yes" if (x + y) % 4 == 1 else None)
    lines.append(shapely.LineString([(100.1, 37.9), (100.2, 37.95)]))
    table = {"class": [*map(str, classes), "2"], "oneway": [*ways, None]}
    path = place.root / "own_roads.geojson"
    gpd.GeoDataFrame(table, geometry=lines, crs=4326).to_file(path, engine="pyogrio")
    speeds = "class,kmh\ntrunk,80\n2,40.5\n"
    (place.root / "own_speeds.csv").write_text(speeds, encoding="utf-8")
    return path


@pytest.mark.parametrize(("by", "reaches"), [("", (60.0, 150.0)), ("road", (40.0, 120.0))])
def test_by_road_a_demand_in_chunks_gives_what_the_whole_table_does(
    place: Workspace, by: str, reaches: tuple[float, ...]
) -> None:
    road = {"max_snap_m": 9000.0, "oneway": "oneway"}
    journey = JourneyOptions(
        by=by,
        roads=str(lattice(place)),
        speeds=None if by else str(place.root / "own_speeds.csv"),
        road=road if not by else {"max_snap_m": 9000.0},
    )
    in_time = {"minutes": reaches} if not by else {"km": reaches}
    asked = CoverageOptions(
        regions="counties",
        quantity="population",
        demand="demand_points",
        reach=ReachOptions(year=country.YEAR, kinds=(), journey=journey, **in_time),
    )
    told = coverage(place, options=asked, execution=country.chunked(97))
    # the same points as a layer that is one table
    declared = place.layers / "demand_points.toml"
    words = declared.read_text(encoding="utf-8")
    declared.write_text(re.sub(r"(?m)^parts = .*$", 'file = "demand_points.parquet"', words))
    whole = coverage(place, options=asked)
    assert whole.measure == told.measure == ("min" if not by else "km")
    country.require_same({"it": told.regions}, {"it": whole.regions})
    country.require_same({"it": told.sites}, {"it": whole.sites})
    assert told.how == whole.how
    assert 0 < told.total[f"within_{reaches[1]:g}"] < told.total["demand_total"]
    # what can't be reached, and how far it is to the roads, is counted alike
    sums = [
        one.unreachable.groupby(["of", "reason"])[["points", "amount"]].sum()
        for one in (told, whole)
    ]
    assert set(sums[0].loc["demand"].index) == {"off_road", "no_path"}
    pd.testing.assert_frame_equal(*sums, check_dtype=False)
    for of in ("demand", "site"):
        few, each = (one.roads.access[of].sort_values("distance_m") for one in (told, whole))
        assert few["points"].sum() == len(each)
        assert few["line"].isna().mul(few["points"]).sum() == each["line"].isna().sum()
        spread = np.repeat(few["distance_m"].to_numpy(), few["points"].astype(int))
        assert spread == pytest.approx(each["distance_m"].to_numpy(), rel=0.006, abs=0.5)


@pytest.mark.parametrize(
    "asked",
    [
        "--friction friction.tif",
        "--assign",
        "--accessibility",
        "--tiers sorting=50",
        "--norms",
        "--stream kitchen",
    ],
)
def test_what_needs_the_whole_demand_is_refused_of_a_large_one(
    place: Workspace, asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("coverage", "-C", str(place.root), "--demand", "demand_points", *asked.split())
    for lang, said in (
        ("zh", "分块读取，只能按直线距离或公路"),
        ("en", "by straight distance or by road only"),
    ):
        assert main([*words, "--lang", lang]) == 2
        told = capsys.readouterr().err
        assert said in " ".join(told.split())
        assert asked.split(maxsplit=1)[0] in told


def test_sites_of_a_file_serve_a_large_demand(place: Workspace, tmp_path: Path) -> None:
    sites = pd.read_csv(place.layers / "sites.csv")
    stood = sites[sites["stage"] == "operating"]
    own = tmp_path / "own.csv"
    stood[["id", "name_zh", "lon", "lat"]].to_csv(own, index=False)
    asked = CoverageOptions(
        demand="enterprises",
        quantity="employees",
        regions="counties",
        reach=ReachOptions(kinds=()),
    )
    of_layer = coverage(place, options=asked, execution=country.chunked(400))
    of_file = coverage(
        place, options=replace(asked, sites=str(own)), execution=country.chunked(400)
    )
    columns = [n for n in of_layer.regions if n.startswith(("within_", "beyond_", "demand_"))]
    pd.testing.assert_frame_equal(of_file.regions[columns], of_layer.regions[columns])
    assert of_file.total["sites_counted"] == len(stood)


def test_a_quantity_that_a_large_demand_lacks_is_refused(place: Workspace) -> None:
    options = CoverageOptions(demand="demand_points", quantity="t_kitchen", regions="counties")
    with pytest.raises(OptionError, match="t_kitchen"):
        coverage(place, options=options)


def test_sites_that_reach_none_of_a_large_demand_are_told(place: Workspace) -> None:
    options = CoverageOptions(
        demand="demand_points",
        regions="counties",
        reach=ReachOptions(year=country.YEAR, km=(1e-6,), kinds=()),
    )
    with pytest.raises(DataError, match="no site reaches any"):
        coverage(place, options=options, execution=country.chunked(400))


def test_partitions_along_a_hilbert_curve_give_the_same(
    place: Workspace, in_memory: dict[str, pd.DataFrame]
) -> None:
    """The folder as docs/scale.md has it made, by dask-geopandas in a process of its own."""
    folder = place.layers / "enterprises"
    script = (
        "import sys, dask_geopandas as d, geopandas as g, pandas as p, pathlib\n"
        "paths = sorted(pathlib.Path(sys.argv[1]).rglob('*.parquet'))\n"
        "rows = p.concat([g.read_parquet(x) for x in paths], ignore_index=True)\n"
        "parts = d.from_geopandas(rows, npartitions=5).spatial_shuffle(by='hilbert')\n"
        "parts.to_parquet(sys.argv[2])\n"
    )
    curve = place.layers / "curve"
    subprocess.run([sys.executable, "-c", script, str(folder), str(curve)], check=True)
    assert len(list(curve.rglob("*.parquet"))) > 1
    shutil.rmtree(folder)
    curve.rename(folder)
    require_right(country.tables(country.passed(place, country.chunked(333))), in_memory)


def test_what_a_folder_is_called_fills_a_declared_column(place: Workspace) -> None:
    path = place.layers / "enterprises.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + '\n[columns.county]\ntype = "adcode"\ntitle = "c"\n', encoding="utf-8")
    analyses = country.asked(place)
    counted = analyses["counted"]
    counted = dataclasses.replace(counted, parameters={**counted.parameters, "on": "county"})
    found = load.go_through(
        "enterprises", place=place, analyses={"it": counted}, execution=country.chunked(400)
    )
    by_position = country.passed(place, country.chunked(400))
    country.require_same(
        {"it": found.outcomes["it"].table}, {"it": by_position.outcomes["counted"].table}
    )


# -- rows that can't be used ----------------------------------------------------------------


def rewrite(path: Path, change) -> None:
    frame = gpd.read_parquet(path)
    change(frame).to_parquet(path, row_group_size=60)


def first_file(place: Workspace) -> Path:
    return min((place.layers / "enterprises").rglob("*.parquet"))


def test_rows_set_aside_are_told_by_file_and_row(place: Workspace) -> None:
    path = first_file(place)

    def spoil(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        frame.loc[3, "employees"] = -5
        moved = frame.geometry.to_numpy().copy()
        moved[7] = gpd.points_from_xy([10.0], [50.0])[0]
        return frame.set_geometry(gpd.GeoSeries(moved, crs=4326))

    rewrite(path, spoil)
    found = country.passed(place, country.chunked(250))
    assert found.rows + found.set_aside == ROWS
    assert found.set_aside == 2
    name = path.relative_to(place.layers / "enterprises").as_posix()
    told = {(p.file, p.row, p.column): p.message.en for p in found.problems if p.set_aside}
    assert told[name, 4, "employees"].startswith("below the least")
    assert told[name, 8, "adcode"] == "the point lies in no county"
    assert list(found.rows_set_aside.index) == [4, 8]
    assert set(found.rows_set_aside["file"]) == {name}
    assert found.outcomes["counted"].table["rows"].sum() == ROWS - 2


@pytest.mark.parametrize("share", [8_000_000, 300])
def test_a_key_that_stands_twice_is_told_with_both_places(
    place: Workspace, share: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unique, "_SHARE", share)
    first, *_, last = sorted((place.layers / "enterprises").rglob("*.parquet"))
    double = gpd.read_parquet(first)["id"].iloc[5]
    rewrite(last, lambda frame: frame.assign(id=[*frame["id"].iloc[:-1], double]))
    with pytest.raises(DataError) as caught:
        country.passed(place, country.chunked(250))
    (fault,) = caught.value.faults
    assert f"id = {double}" in fault.en
    assert f"{first.parent.name}/part-0.parquet, row 6" in fault.en
    assert f"{last.parent.name}/part-0.parquet, row " in fault.en


def test_a_damaged_partition_is_named_and_the_rest_is_kept(place: Workspace) -> None:
    paths = sorted((place.layers / "enterprises").rglob("*.parquet"))
    good = paths[4].read_bytes()
    state = paths[4].stat()
    country.damage(paths[4], group=1)
    with pytest.raises(FileError, match="row group 2") as caught:
        country.passed(place, country.chunked(150))
    assert f"{paths[4].parent.name}/part-0.parquet" in str(caught.value)
    paths[4].write_bytes(good)
    os.utime(paths[4], ns=(state.st_atime_ns, state.st_mtime_ns))
    found = country.passed(place, country.chunked(150))
    assert found.rows == ROWS
    assert found.chunks - 5 <= found.kept < found.chunks


def test_a_file_that_is_no_parquet_is_named_before_anything_is_done(place: Workspace) -> None:
    paths = sorted((place.layers / "enterprises").rglob("*.parquet"))
    for path in paths[2:4]:
        path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(FileError) as caught:
        country.passed(place, country.chunked(150))
    assert [fault.en.split(":")[0] for fault in caught.value.faults] == [
        f"{path.parent.name}/part-0.parquet" for path in paths[2:4]
    ]


def test_columns_of_other_types_are_named_with_their_files(place: Workspace) -> None:
    first, last = (sorted(place.layers.rglob("county=*/*.parquet"))[at] for at in (0, -1))
    rewrite(first, lambda frame: frame.assign(id=range(len(frame))))
    with pytest.raises(DataError, match="column id is") as caught:
        country.passed(place, country.chunked(100_000))
    assert first.parent.name in str(caught.value)
    assert last.parent.name not in str(caught.value)


def test_a_folder_may_be_called_as_a_file(place: Workspace) -> None:
    before = country.passed(place, country.chunked(400))
    folder = sorted(place.layers.glob("enterprises/county=*"))[0]
    folder.rename(folder.with_name("first.parquet"))
    assert country.passed(place, country.chunked(400)).rows == before.rows


def test_ids_that_look_like_numbers_at_first_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    ids = [*(str(number) for number in range(200_000)), "E-12"]
    pd.DataFrame({"id": ids}).to_csv(path, index=False)
    assert parts.count_csv(path) == len(ids)


def test_a_chunk_may_be_without_a_row_that_can_be_used(place: Workspace) -> None:
    rewrite(first_file(place), lambda frame: frame.assign(employees=-1))
    spoilt = len(gpd.read_parquet(first_file(place)))
    options = ExportOptions(layers=("enterprises",), formats=("parquet", "csv"))
    publish.export(place, options=options, execution=country.chunked(60))
    found = gpd.read_parquet(place.exports / "enterprises.parquet")
    assert len(found) == ROWS - spoilt
    assert len(pd.read_csv(place.exports / "enterprises.csv")) == len(found)


def test_a_layer_without_a_row_that_can_be_used_is_told(place: Workspace) -> None:
    path = place.layers / "enterprises.toml"
    text = path.read_text(encoding="utf-8").replace("minimum = 0", "minimum = 1e9", 1)
    path.write_text(text, encoding="utf-8")
    options = ExportOptions(layers=("enterprises",), formats=("geojsonseq",))
    with pytest.raises(DataError, match="enterprises has no row that can be used"):
        publish.export(place, options=options)


def test_files_that_lack_what_is_declared_are_named(place: Workspace) -> None:
    path = first_file(place)
    rewrite(path, lambda frame: frame.drop(columns="industry").assign(adcode="990101"))
    with pytest.raises(DataError) as caught:
        country.passed(place, country.chunked(150))
    told = [fault.en for fault in caught.value.faults]
    assert any("column industry is missing" in line for line in told)
    assert any("has a column adcode already" in line for line in told)


# -- declarations ---------------------------------------------------------------------------


def faults_of(place: Workspace) -> str:
    with pytest.raises(DeclarationError) as caught:
        build.build(place)
    return str(caught.value)


def test_what_can_not_take_a_large_layer_says_so(place: Workspace) -> None:
    path = place.layers / "enterprise_counts.toml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(
        r"analysis = .*\ninputs = .*\nparameters = .*",
        (
            'analysis = "lift"\ninputs = { rows = "enterprises", units = "units" }\n'
            'parameters = { level = "county", to = "x" }'
        ),
        text,
    )
    path.write_text(text, encoding="utf-8")
    assert "lift can't take enterprises, which is read in parts" in faults_of(place)


@pytest.mark.parametrize(
    "part",
    [
        '[[groups.layers]]\nlayer = "enterprises"\nstyle = { kind = "points" }\n',
        '[[headlines]]\nlayer = "enterprises"\ncolumn = "employees"\nmeasure = "sum"\n'
        'title = "staff"\n',
        '[evaluate]\ndemand = "enterprises"\nquantity = "employees"\nsites = "network"\n'
        'regions = "counties"\ncounties = "counties"\nunits = "units"\n',
    ],
)
def test_a_large_layer_is_on_no_map(place: Workspace, part: str) -> None:
    path = place.maps / "country.toml"
    path.write_text(path.read_text(encoding="utf-8") + part, encoding="utf-8")
    assert "layer enterprises is read in parts and too large for a page" in faults_of(place)


def test_a_large_layer_is_of_points(place: Workspace) -> None:
    path = place.layers / "enterprises.toml"
    text = path.read_text(encoding="utf-8").replace('geometry = "point"', 'geometry = "polygon"')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeclarationError, match="must be of points"):
        catalog.load(place)


def test_a_large_layer_is_not_given_as_a_table(place: Workspace) -> None:
    with pytest.raises(OptionError, match="read in parts"):
        load.load_layer("enterprises", place=place)


# -- ended and gone on ----------------------------------------------------------------------

_CHILD = """
import dataclasses, signal, sys, time
# a run in the background of a shell is born with Ctrl-C ignored
signal.signal(signal.SIGINT, signal.default_int_handler)
from gisplan.cli import engine_options as engine, main
from gisplan.pipeline.chunked.checkpoint import Kept
real = engine.execution
engine.execution = lambda *a: dataclasses.replace(real(*a), chunk_rows=60)
keep = Kept.keep
Kept.keep = lambda *a: (keep(*a), time.sleep(float(sys.argv[1])))
sys.exit(main(sys.argv[2:]))
"""


def child(place: Workspace, *words: str, pause: float = 0.0) -> subprocess.Popen[str]:
    """Run a command in 40 chunks; ``pause``: seconds to wait after each."""
    return subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(pause), *words, "-C", str(place.root), "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("engine", ["embedded", "processes"])
def test_ctrl_c_ends_cleanly_and_the_next_run_goes_on(place: Workspace, engine: str) -> None:
    words = ("coverage", "--demand", "enterprises", "--quantity", "employees", "--by", "counties")
    if engine == "processes":
        words = (*words, "--engine", "processes", "--workers", "2")
    # so slow that a busy machine can't end it before the signal comes
    run = child(place, *words, pause=0.1)
    results = place.state / "chunks" / "enterprises" / "results"
    while run.poll() is None and len(list(results.glob("*.arrow"))) < 8:
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert run.returncode == 130, told
    assert "Traceback" not in told
    (match,) = re.findall(r"ended: (\d+) of (\d+) chunks .* goes on from there", told)
    done, chunks = (int(number) for number in match)
    assert 0 < done < chunks
    # it may have been ended between keeping a chunk and counting it
    assert len(list(results.glob("*.arrow"))) - done in (0, 1)

    again = child(place, *words)
    out, told = again.communicate(timeout=120)
    assert again.returncode == 0, told
    first = re.search(r": ([\d,]+) of 2,400 rows", told)
    assert first is not None
    assert int(first[1].replace(",", "")) > 0
    assert not list((place.state / "chunks").rglob("*.arrow"))
    assert "total" in out


def test_the_work_of_an_ended_run_is_not_done_again(place: Workspace) -> None:
    done: list[int] = []

    class Stops:
        def run(self, work, tasks):
            for number, task in enumerate(tasks):
                if number == 7:
                    raise KeyboardInterrupt
                done.append(task.chunk.number)
                yield number, work(task)

    with pytest.raises(KeyboardInterrupt, match="7 of"):
        country.passed(place, Execution(engine=Stops(), chunk_rows=100))

    class Notes(Embedded):
        def run(self, work, tasks):
            done.extend(task.chunk.number for task in tasks)
            return super().run(work, tasks)

    found = country.passed(place, Execution(engine=Notes(), chunk_rows=100))
    assert found.kept == 7
    assert sorted(done) == list(range(found.chunks))


def test_what_one_run_left_is_not_cleared_away_by_another(place: Workspace) -> None:
    class Stops:
        def run(self, work, tasks):
            yield 0, work(tasks[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build.build(place, execution=Execution(engine=Stops(), chunk_rows=500))
    left = set((place.state / "chunks").rglob("*.arrow"))
    assert left
    country.passed(place, country.chunked(500))
    assert left <= set((place.state / "chunks").rglob("*.arrow"))
    build.build(place, execution=country.chunked(500))
    assert not (place.state / "chunks" / "enterprises").exists()


def test_parts_of_another_declaration_are_not_taken_for_its_own(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts written; then another declaration, ended half way; then the first again."""
    path = place.layers / "enterprises.toml"
    first = path.read_text(encoding="utf-8")
    options = ExportOptions(layers=("enterprises",), formats=("parquet",))
    execution = country.chunked(400)

    def fails(*_: object) -> None:
        raise FileError(Text("满", "full"))

    with monkeypatch.context() as patched:
        patched.setattr(bulk, "_put_parts", fails)
        patched.setattr(bulk, "_WRITERS", {"parquet": (fails, None)})
        with pytest.raises(FileError, match="full"):
            publish.export(place, options=options, execution=execution)
    path.write_text(first.replace("minimum = 0", "minimum = 30", 1), encoding="utf-8")

    class Stops:
        def run(self, work, tasks):
            for number, task in enumerate(tasks[:3]):
                yield number, work(task)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish.export(place, options=options, execution=replace(execution, engine=Stops()))
    path.write_text(first, encoding="utf-8")
    publish.export(place, options=options, execution=execution)
    found = gpd.read_parquet(place.exports / "enterprises.parquet")
    assert sorted(found["id"]) == sorted(country.whole(place)["id"])
    assert found["employees"].min() < 30


def test_another_declaration_takes_nothing_of_an_ended_run(place: Workspace) -> None:
    class Stops:
        def run(self, work, tasks):
            yield 0, work(tasks[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        country.passed(place, Execution(engine=Stops(), chunk_rows=100))
    path = place.layers / "enterprises.toml"
    text = path.read_text(encoding="utf-8").replace("minimum = 0", "minimum = 10", 1)
    path.write_text(text, encoding="utf-8")
    found = country.passed(place, country.chunked(100))
    assert found.kept == 0
    assert found.set_aside > 0


# -- memory ---------------------------------------------------------------------------------

_PEAK = """
import re, sys
from gisplan.catalog.workspace import find
from pathlib import Path
from tests import country
found = country.passed(find(Path(sys.argv[1])), country.chunked(10_000))
# of this process alone: what getrusage tells has that of its parent in it
status = Path("/proc/self/status").read_text()
print(found.rows, re.search("VmHWM: *[^0-9]*([0-9]+) kB", status)[1])
"""


def test_ten_times_the_rows_take_no_more_memory(tmp_path: Path) -> None:
    peaks = []
    for rows in (20_000, 200_000):
        place = country.make(tmp_path / str(rows), enterprises=rows, demand_points=100, group=5_000)
        words = [sys.executable, "-c", _PEAK, str(place.root)]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        used, peak = (int(number) for number in done.stdout.split())
        assert used == rows
        peaks.append(peak / 1024)
    # 180,000 rows more as one table take some 70 MB
    assert peaks[1] - peaks[0] < 35


def test_a_first_time_user_reads_what_to_do(place: Workspace, capsys) -> None:
    words = ["build", "-C", str(place.root), "--engine", "dask", "--lang", "zh"]
    assert main(words) == 2
    assert "--scheduler 与 --engine dask 须同时给出" in capsys.readouterr().err
