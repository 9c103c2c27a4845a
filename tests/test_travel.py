"""Reach by road and over friction in commands and layers, against other programs."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Point
from skimage.graph import MCP_Geometric

from gisplan.analysis.coverage import by_travel_time as travel
from gisplan.analysis.coverage import surfaces
from gisplan.analysis.coverage.by_region import service_by_region
from gisplan.analysis.coverage.sites_served import sites_served
from gisplan.analysis.travel import ByDistance, KnownReach, from_table
from gisplan.api import load
from gisplan.api import travel as journeys
from gisplan.api.coverage import network_coverage as appraisal
from gisplan.api.coverage.network_coverage import CoverageOptions
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.catalog import workspace
from gisplan.catalog.raster import Raster, RasterGrid
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, DatumError, DeclarationError, GisplanError, OptionError
from gisplan.pipeline import build
from gisplan.read import raster, read
from tests import rasters, small
from tests.command import gisplan
from tests.test_service import UNITS, demand, regions, sites

GEOD = Geod(ellps="WGS84")
PLACE = workspace.find(workspace.shipped())
SITES = {"A": (4.0, 3.0), "B": (25.0, 35.0), "C": (10.0, 20.0)}


def people(cells: list[tuple[int, int]]) -> gpd.GeoDataFrame:
    table = demand([(*rasters.lonlat(*cell), 10 * n + 1, 0) for n, cell in enumerate(cells)])
    return table


@pytest.fixture
def country(tmp_path: Path) -> Workspace:
    """A workspace with a friction raster, sites and what follows from them."""
    root = tmp_path / "country"
    place = small.workspace(root)
    layers = root / "layers"
    rasters.write_raster(layers / "friction.tif", rasters.field())
    (layers / "depots.csv").write_text(rasters.site_rows(SITES), encoding="utf-8")
    unit = 'unit = { zh = "分钟/米", en = "min/m" }\n'
    rasters.declare(root, "friction", 'file = "friction.tif"', rasters.number("pace", unit))
    rasters.declare(
        root,
        "depots",
        'file = "depots.csv"\nlon = "lon"\nlat = "lat"',
        rasters.site_columns(),
        geometry="point",
        key="id",
    )
    minutes = rasters.number("minutes", 'unit = { zh = "分钟", en = "min" }\nderived = true\n')
    rasters.declare(
        root,
        "travel_time",
        'analysis = "travel_time_surface"\n'
        'inputs = { friction = "friction", sites = "depots" }\nparameters = { year = 2020 }',
        minutes,
    )
    rasters.declare(
        root,
        "served",
        'analysis = "service_bands"\ninputs = { travel_time = "travel_time" }\n'
        "parameters = { reaches_min = [10.0, 20.0] }",
        rasters.number(
            "band",
            'values = ["1", "2", "3"]\n[columns.band.labels]\n'
            '1 = { zh = "10 分钟内", en = "within 10 min" }\n'
            '2 = { zh = "20 分钟内", en = "within 20 min" }\n'
            '3 = { zh = "20 分钟外", en = "beyond 20 min" }\n',
            kind="integer",
        ),
    )
    return place


def test_travel_time_of_declared_layers_is_that_of_scikit_image(country: Workspace) -> None:
    layers = load.load_layers(("travel_time", "served"), place=country)
    assert layers["travel_time"].raster is not None
    ours = layers["travel_time"].raster.values()
    friction = rasters.field()
    costs = np.where(np.isnan(friction), -1.0, friction)
    cells = [(int(r), int(c)) for name, (r, c) in SITES.items() if name != "C"]
    theirs, _ = MCP_Geometric(costs).find_costs(cells)
    theirs = np.where(np.isinf(theirs), np.nan, theirs * rasters.CELL)
    np.testing.assert_allclose(ours, theirs, rtol=1e-6)
    assert layers["served"].raster is not None
    bands = layers["served"].raster.values()
    assert ((bands == 1) == (theirs <= 10)).all()
    assert ((bands == 3) == (theirs > 20)).all()
    assert (np.isnan(bands) == np.isnan(theirs)).all()


def test_a_site_on_a_wall_is_reported_and_a_build_keeps_and_shows_rasters(
    country: Workspace,
) -> None:
    report = build.build(country)
    assert any("C" in words.en and "without data" in words.en for _, words in report.left_out)
    shown = country.exports / "travel_time.tif"
    before = shown.read_bytes()
    assert (
        json.loads((country.exports / "travel_time.meta.json").read_text())["raster"]["width"] == 40
    )
    again = build.build(country)
    assert again.made == []
    assert again.written == []
    shown.unlink()
    shutil.rmtree(country.state)
    build.build(country)
    assert shown.read_bytes() == before
    described = gisplan("layers", "travel_time", cwd=country.root)
    assert "栅格" in described.stdout


def test_friction_is_made_of_layers(country: Workspace) -> None:
    root = country.root
    cover = np.ones(rasters.SHAPE)
    cover[10:, :] = 2.0
    rasters.write_raster(root / "layers" / "cover.tif", cover)
    rasters.roads(root / "layers" / "streets.geojson")
    speeds = "layer,class,kmh\nland_cover,1,5\nland_cover,2,0\nroads,main,60\nroads,lane,20\n"
    (root / "layers" / "speeds.csv").write_text(speeds, encoding="utf-8")
    rasters.declare(root, "cover", 'file = "cover.tif"', rasters.number("code", kind="integer"))
    columns = "".join(rasters.number(n, kind="text") for n in ("layer", "class"))
    rasters.declare(
        root,
        "speeds",
        'file = "speeds.csv"',
        columns + rasters.number("kmh"),
        geometry="none",
        key='layer", "class',
    )
    columns = "".join(rasters.number(n, kind="text") for n in ("id", "class"))
    rasters.declare(root, "streets", 'file = "streets.geojson"', columns, geometry="line", key="id")
    rasters.declare(
        root,
        "made",
        'analysis = "friction_surface"\n'
        'inputs = { speeds = "speeds", land_cover = "cover", roads = "streets" }',
        rasters.number("pace"),
    )
    layer = load.load_layer("made", place=country)
    assert layer.raster is not None
    made = layer.raster.values()
    assert made[0, 0] == pytest.approx(0.06 / 5)
    assert np.isnan(made[29, 39])
    assert made[15, 10] == pytest.approx(0.06 / 60)


@settings(max_examples=20)
@given(
    st.lists(
        st.tuples(st.integers(0, 29), st.integers(0, 39)), min_size=1, max_size=8, unique=True
    ),
    st.floats(1, 60),
)
def test_by_friction_served_and_unserved_are_the_demand(
    cells: list[tuple[int, int]], limit: float
) -> None:
    points = people(cells)
    network = sites([rasters.lonlat(4, 3), rasters.lonlat(25, 35)])
    friction = Raster.of(grid_of(), rasters.field())
    table = travel.travel_times(points, network, None, friction, limit_min=limit, year=2020).table
    costs = np.where(np.isnan(rasters.field()), -1.0, rasters.field())
    theirs = MCP_Geometric(costs).find_costs([(4, 3), (25, 35)])[0] * rasters.CELL
    near = [theirs[cell] <= limit for cell in cells]
    expected = sum(n for n, yes in zip(points["population"], near, strict=True) if yes)
    if not expected:
        return
    told = service_by_region(
        regions("province"), points, network, UNITS, table, reaches_min=[limit], year=2020
    ).table
    name = f"{limit:g}".replace(".", "_")
    assert told[f"within_{name}"].sum() == expected
    assert told[f"within_{name}"].sum() + told[f"beyond_{name}"].sum() == points["population"].sum()
    served = sites_served(points, network, table, reach_min=limit, year=2020).table
    assert served["nearest_here"].sum() == expected


def grid_of() -> RasterGrid:
    rows, columns = rasters.SHAPE
    cell = rasters.CELL
    return RasterGrid(
        rasters.LOCAL, (cell, 0, -columns * cell / 2, 0, -cell, rows * cell / 2), columns, rows
    )


def test_by_road_minutes_are_those_of_networkx(tmp_path: Path) -> None:
    path = rasters.roads(tmp_path / "roads.geojson")
    # towns stand on the road; one is a kilometre off, one by the lane that meets nothing
    points = people([(15, 5), (15, 35), (5, 15), (28, 4), (2, 39)])
    network = sites([rasters.lonlat(15, 15), rasters.lonlat(28, 2)])
    options = {"oneway": "way", "max_snap_m": 50.0}
    table = travel.travel_times(
        points, network, read(path), limit_min=60.0, year=2020, road=options
    )
    graph = nx.DiGraph()
    for a, b, kmh, both in (
        ((15, 5), (15, 15), 60, True),
        ((15, 15), (15, 35), 60, True),
        ((15, 15), (5, 15), 20, False),
        ((28, 2), (28, 4), 20, True),
    ):
        metres = GEOD.inv(*rasters.lonlat(*a), *rasters.lonlat(*b))[2]
        graph.add_edge(a, b, weight=metres * 0.06 / kmh)
        if both:
            graph.add_edge(b, a, weight=metres * 0.06 / kmh)
    for site, cell in (("s0", (15, 15)), ("s1", (28, 2))):
        lengths = nx.single_source_dijkstra_path_length(graph.reverse(), cell, weight="weight")
        ours = table.table[table.table["site"] == site].set_index("demand")["minutes"]
        theirs = {
            f"d{n}": lengths[c]
            for n, c in enumerate([(15, 5), (15, 35), (5, 15), (28, 4)])
            if c in lengths
        }
        assert set(ours.index) == set(theirs)
        for name, minutes in theirs.items():
            assert ours[name] == pytest.approx(minutes, abs=0.01)
    lost = travel.unreachable(points, network, read(path), year=2020, road=options).table
    assert set(zip(lost["id"], lost["reason"], strict=True)) == {
        ("d2", "no_path"),
        ("d4", "off_road"),
    }
    assert any("d4" in words.en for words in table.left_out)
    pieces = travel.road_components(read(path), road=options)
    assert pieces["km"].sum() == pytest.approx(1 + 2 + 1 + 0.4, rel=1e-3)
    assert pieces["one_way_km"].sum() == pytest.approx(1, rel=1e-3)
    assert len(pieces) == 2


def test_speeds_by_class_are_the_speeds_of_the_lines(tmp_path: Path) -> None:
    path = rasters.roads(tmp_path / "roads.geojson")
    speeds = pd.DataFrame({"class": ["main", "lane"], "kmh": ["60", "20"]})
    points = people([(15, 5)])
    network = sites([rasters.lonlat(15, 35)])
    asked = {"limit_min": 60.0, "year": 2020, "road": {"max_snap_m": 50.0}}
    one = travel.travel_times(points, network, read(path), **asked).table
    asked["road"] = {"max_snap_m": 50.0, "speed": "class"}
    two = travel.travel_times(points, network, read(path), None, speeds, **asked).table
    pd.testing.assert_frame_equal(one, two)


def test_the_command_by_friction_and_by_road(tmp_path: Path) -> None:
    rasters.write_raster(
        tmp_path / "f.tif", np.full((60, 70), 0.001), cell=5000.0, crs=rasters.LOCAL
    )
    lon, lat = rasters.lonlat(15, 5)
    (tmp_path / "own.csv").write_text(f"id,lon,lat\nX,{lon},{lat}\nfar,80,50\n", encoding="utf-8")
    done = gisplan(
        "coverage", "--sites", "own.csv", "--friction", "f.tif", "--minutes", "60", "120",
        "--lang", "en", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for words in ("friction raster", "within 120 min", "far", "outside the raster", "25,019,831"):
        assert words in done.stdout
    rasters.roads(tmp_path / "r.geojson")
    done = gisplan(
        "coverage", "--sites", "own.csv", "--roads", "r.geojson", "--oneway", "way",
        "--max-snap", "100000", "--access", "60", "--minutes", "60", "90", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for words in ("2 个互不连通的部分", "其中单行 1.0 千米", "90 分钟内", "需求点到道路的距离"):
        assert words in done.stdout


def test_coverage_by_friction_adds_up(tmp_path: Path) -> None:
    path = rasters.write_raster(tmp_path / "f.tif", np.full((60, 70), 0.001), cell=5000.0)
    (tmp_path / "own.csv").write_text("id,lon,lat\nX,104,36\n", encoding="utf-8")
    told = appraisal.coverage(
        options=CoverageOptions(
            sites=str(tmp_path / "own.csv"),
            reach=ReachOptions(minutes=(30.0, 90.0), journey=JourneyOptions(friction=str(path))),
        )
    )
    assert told.measure == "min"
    assert told.total["within_90"] + told.total["beyond_90"] == 25_019_831
    assert told.total["within_90"] == told.sites["nearest_here"].sum()
    off = told.unreachable[told.unreachable["of"] == "demand"]
    assert 0 < off["amount"].sum() <= told.total["beyond_90"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"friction": "nocrs.tif"}, "no coordinate system"),
        ({"friction": "nothing.tif"}, "no such file"),
        ({"friction": "r.geojson"}, "no raster file"),
        ({"friction": "network"}, "network is no raster"),
        ({"friction": "void.tif"}, "all are without data"),
        ({"friction": "zero.tif"}, "row 4, column 3: 0"),
        ({"roads": "s.csv"}, "no lines"),
        ({"roads": "r.geojson", "friction": "f.tif"}, "not both"),
        ({"roads": "r.geojson", "detour": 1.3}, "detour"),
        ({"road": {"oneway": "x"}}, "no roads"),
        ({"roads": "r.geojson", "road": {"speed": "nix"}}, "no column 'nix'"),
        ({"roads": "r.geojson", "road": {"lanes": 2}}, "take no lanes"),
    ],
)
def test_a_journey_that_cannot_be_is_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, object], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    rasters.roads(tmp_path / "r.geojson")
    (tmp_path / "s.csv").write_text("class,kmh\nmain,60\n", encoding="utf-8")
    values = rasters.field()
    rasters.write_raster(tmp_path / "f.tif", values)
    rasters.write_raster(tmp_path / "nocrs.tif", values, crs=None)
    rasters.write_raster(tmp_path / "void.tif", np.full(rasters.SHAPE, np.nan))
    values[3, 2] = 0.0
    rasters.write_raster(tmp_path / "zero.tif", values)
    with pytest.raises(GisplanError) as caught:
        journeys.mode(JourneyOptions(**options), place=PLACE)  # type: ignore[arg-type]
    assert said in caught.value.message.en
    assert caught.value.message.zh


@pytest.mark.parametrize(
    "words",
    [("--minutes", "30"), ("--friction", "f.tif", "--km", "30")],
)
def test_reach_in_the_wrong_measure_is_a_message(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = gisplan("coverage", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_table_of_travel_is_not_asked_beyond_its_limit() -> None:
    points = demand([(104.0, 36.0, 5, 0), (104.5, 36.0, 7, 0)])
    network = sites([(104.1, 36.0)])
    known = KnownReach(ByDistance().reach(points, network, limit=50.0))
    direct = ByDistance().reach(points, network, limit=20.0)
    pd.testing.assert_frame_equal(known.reach(points, network, limit=20.0).pairs, direct.pairs)
    with pytest.raises(OptionError, match="50"):
        known.reach(points, network, limit=50.1)
    table = pd.DataFrame({"demand": ["d0"], "site": ["s0"], "minutes": [4.0], "limit_min": [10.0]})
    with pytest.raises(OptionError, match="ends at 10"):
        from_table(table).reach(points, network, limit=11.0)
    with pytest.raises(DataError, match="limit_min"):
        from_table(table.drop(columns="limit_min"))


def test_people_on_a_grid_are_all_there_or_told() -> None:
    points = people([(0, 0), (0, 0), (29, 39), (12, 20)])
    away = demand([(80.0, 50.0, 1000, 0)]).assign(id="away")
    both = pd.concat([points, away], ignore_index=True)
    like = Raster.of(grid_of(), rasters.field())
    made = surfaces.on_grid(both, like)
    values = made.raster.values()
    assert values.sum() == points["population"].sum()
    assert values[0, 0] == 1 + 11
    assert "1,000" in made.left_out[0].en
    minutes = np.full(rasters.SHAPE, 99.0)
    minutes[0, 0] = 30.0
    served = surfaces.covered_on_grid(both, Raster.of(grid_of(), minutes), reach_min=30.0)
    assert served.raster.values().sum() == 12


@pytest.mark.parametrize("change", ["crs", "size", "place"])
def test_rasters_of_different_cells_are_refused(change: str) -> None:
    one = Raster.of(grid_of(), rasters.field())
    grid = grid_of()
    moved = {
        "crs": RasterGrid("EPSG:32648", grid.transform, grid.width, grid.height),
        "size": RasterGrid(grid.crs, grid.transform, grid.width - 1, grid.height),
        "place": RasterGrid(grid.crs, (100, 0, 7.0, 0, -100, 1500.0), grid.width, grid.height),
    }[change]
    two = Raster.of(moved, np.ones((moved.height, moved.width)))
    with pytest.raises(DataError, match="gdalwarp"):
        surfaces.check_aligned({"elevation": one, "land_cover": two})


@pytest.mark.parametrize(
    ("origin", "columns", "said"),
    [
        ('file = "friction.tif"', rasters.number("a") + rasters.number("b"), "one column"),
        ('file = "depots.csv"', rasters.number("a"), "no raster"),
        ('file = "friction.tif"', rasters.number("a", "maximum = 0.02\n"), "column"),
        ('file = "nocrs.tif"', rasters.number("a"), "no coordinate system"),
        ('file = "friction.tif"\nband = 2', rasters.number("a"), "no band 2"),
        (
            'analysis = "service_bands"\ninputs = { travel_time = "depots" }\n'
            "parameters = { reaches_min = [1.0] }",
            rasters.number("a"),
            "travel_time must be a raster",
        ),
        (
            'analysis = "attach"\ninputs = { regions = "squares", figures = "figures" }\n'
            'parameters = { columns = ["residents"] }',
            rasters.number("a"),
            "gives a table",
        ),
    ],
)
def test_a_wrong_raster_layer_names_what_is_wrong(
    country: Workspace, origin: str, columns: str, said: str
) -> None:
    rasters.write_raster(country.root / "layers" / "nocrs.tif", rasters.field(), crs=None)
    rasters.declare(country.root, "wrong", origin, columns)
    with pytest.raises(DeclarationError) as caught:
        load.load_layer("wrong", place=country)
    assert any("wrong.toml" in f.en and said in f.en for f in caught.value.faults)


def test_a_raster_is_read_without_data_as_nan(tmp_path: Path) -> None:
    path = rasters.write_raster(tmp_path / "f.tif", rasters.field())
    np.testing.assert_array_equal(raster.opened(path).values(), rasters.field())
    with pytest.raises(DatumError):
        raster.opened(rasters.write_raster(tmp_path / "n.tif", rasters.field(), crs=None))


def test_gdal_reads_what_a_build_wrote(country: Workspace) -> None:
    build.build(country)
    done = subprocess.run(
        ["gdalinfo", "-json", str(country.exports / "served.tif")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert told["metadata"]["IMAGE_STRUCTURE"]["LAYOUT"] == "COG"
    with rasterio.open(country.exports / "served.tif") as source:
        assert source.nodata == 255
    assert Point(104, 36).within(load.load_layer("served", place=country).table.geometry[0])
