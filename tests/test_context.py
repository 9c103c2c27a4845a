"""What lies beneath the maps, as shipped: it hangs together and fits the borders."""

from pathlib import Path

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
import shapely
from pyproj import Geod

from gisplan.analysis.tables.borders import borders

ROOT = Path(__file__).parents[1]
PLACES = {"Gansu": ROOT, "Ningxia": ROOT / "examples" / "ningxia"}
GEOD = Geod(ellps="WGS84")


@pytest.fixture(scope="module", params=PLACES)
def place(request: pytest.FixtureRequest) -> Path:
    return PLACES[request.param] / "data"


def read(place: Path, name: str) -> gpd.GeoDataFrame:
    return gpd.read_file(place / f"{name}.geojson")


def test_the_roads_are_one_graph_without_straight_artefacts(place: Path) -> None:
    roads = read(place, "context/roads")
    ends = shapely.get_coordinates(roads.geometry.array).reshape(-1, 2, 2)
    graph = nx.Graph([tuple(map(tuple, edge)) for edge in ends.tolist()])
    assert nx.is_connected(graph)
    straight = np.asarray(GEOD.inv(*ends[:, 0].T, *ends[:, 1].T)[2])
    length = roads["length_m"].to_numpy()
    assert (length >= straight - 0.5).all()
    assert length.max() <= 60_000
    # it goes 20 km beyond the border, and serves every prefecture
    prefectures = read(place, "boundaries/prefectures")
    near = prefectures.to_crs(32648).buffer(1).intersects(roads.to_crs(32648).union_all())
    assert near.all()


def test_neighbours_share_the_border_and_cover_the_strip_around_it(place: Path) -> None:
    own = read(place, "boundaries/province").geometry.iloc[0]
    around = read(place, "context/neighbours")
    union = around.union_all()
    assert around.is_valid.all()
    assert own.intersection(union).area < 1e-6
    strip = own.buffer(0.2).difference(own).difference(union)
    assert strip.area < 5e-4  # 5 square kilometres, of 10,000 and more
    overlap = shapely.area(around.geometry.array).sum() - union.area
    assert overlap < 1e-4
    assert set(around["kind"]) <= {"province", "country"}


def test_mongolia_is_a_country_beside_gansu() -> None:
    around = read(ROOT / "data", "context/neighbours").set_index("name_en")
    assert around.loc["Mongolia", ["kind", "name_zh"]].tolist() == ["country", "蒙古国"]
    own = read(ROOT / "data", "boundaries/province").geometry.iloc[0]
    assert own.intersection(around.loc["Mongolia"].geometry).length > 0.5
    names = ["Xinjiang", "Qinghai", "Sichuan", "Shaanxi", "Ningxia"]
    assert all(own.intersects(around.loc[name].geometry) for name in [*names, "Inner Mongolia"])


def test_each_county_has_its_seat_inside_it(place: Path) -> None:
    seats = pd.read_csv(place / "context/county_seats.csv", dtype={"adcode": str})
    counties = read(place, "boundaries/counties").set_index("adcode")
    assert sorted(seats["adcode"]) == sorted(counties.index)
    points = gpd.GeoSeries(gpd.points_from_xy(seats["lon"], seats["lat"]), crs=4326)
    borders = gpd.GeoSeries(counties.geometry.loc[seats["adcode"]].array, crs=4326)
    # a position to 0.01 degrees may lie a little outside a city's small district
    assert points.to_crs(32648).distance(borders.to_crs(32648)).max() < 3000


def test_yumen_is_the_new_town() -> None:
    seats = pd.read_csv(ROOT / "data/context/county_seats.csv", dtype={"adcode": str})
    yumen = seats.set_index("adcode").loc["620981"]
    assert GEOD.inv(yumen["lon"], yumen["lat"], 97.045, 40.292)[2] < 3000
    assert "137" in yumen["evidence_en"]


def test_the_context_stays_small() -> None:
    sizes = [path.stat().st_size for path in (ROOT / "data/context").glob("*.*")]
    assert max(sizes) < 600_000
    assert sum(sizes) < 1_500_000


def test_borders_are_cut_once_and_known_by_the_highest_level() -> None:
    boxes = [shapely.box(x, 0, x + 1, 1) for x in range(3)]
    counties = gpd.GeoDataFrame(
        {"adcode": list("abc"), "parent": list("PPQ")}, geometry=boxes, crs=4326
    )
    around = gpd.GeoDataFrame(
        {"kind": ["country", "province"]},
        geometry=[shapely.box(0, 1, 1, 2), shapely.box(3, 0, 4, 1)],
        crs=4326,
    )
    table = borders(counties, around).table
    total = dict.fromkeys(table["level"], 0.0)
    for level, line in zip(table["level"], table.geometry, strict=True):
        total[level] += line.length
    # the edge of a neighbour with nothing beyond is no border
    assert total == {"country": 1.0, "province": 7.0, "prefecture": 1.0, "county": 1.0}


def test_the_border_with_mongolia_is_international_on_the_maps() -> None:
    counties = read(ROOT / "data", "boundaries/counties")
    table = borders(counties, read(ROOT / "data", "context/neighbours")).table
    abroad = table[table["level"] == "country"].union_all()
    subei = counties.set_index("adcode").loc["620923"].geometry
    assert subei.boundary.intersection(abroad).length > 0.3
