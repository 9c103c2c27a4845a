"""Service areas and flow lines lie where the ellipsoid says."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Point

from gisplan.analysis.coverage import models as coverage
from gisplan.errors import DataError, DatumError, OptionError

GEOD = Geod(ellps="WGS84")


def points(*lonlat: tuple[float, float], crs: int | None = 4326) -> gpd.GeoDataFrame:
    ids = [f"s{n}" for n in range(len(lonlat))]
    return gpd.GeoDataFrame({"id": ids}, geometry=[Point(xy) for xy in lonlat], crs=crs)


PLACES = st.lists(
    st.tuples(st.floats(-180, 180), st.floats(-80, 80)), min_size=1, max_size=5, unique=True
)


@settings(max_examples=25)
@given(PLACES, st.integers(1, 300))
def test_circles_are_valid_counterclockwise_and_at_their_distance(
    places: list[tuple[float, float]], km: int
) -> None:
    reach = km * 1000.0
    for lon, lat in places:
        (shape,) = coverage.service_areas(points((lon, lat)), breaks=[reach]).geometry
        assert shape.is_valid
        assert all(part.exterior.is_ccw for part in shape.geoms)
        x, y = shapely.get_coordinates(shape).T
        assert np.abs(x).max() <= 180
        far = np.asarray(GEOD.inv(np.full(len(x), lon), np.full(len(x), lat), x, y)[2])
        # Corners cut at 180 degrees lie on chords, everything else at the distance itself.
        corner = np.abs(x) == 180
        assert far[~corner] == pytest.approx(reach, abs=1e-3)
        assert (far[corner] <= reach + 1e-3).all()


@settings(max_examples=20)
@given(PLACES)
def test_bands_do_not_overlap_and_make_up_the_whole(places: list[tuple[float, float]]) -> None:
    sites = points(*places)
    bands = coverage.service_areas(sites, breaks=[20e3, 50e3, 120e3])
    assert bands["upto_m"].tolist() == [20e3, 50e3, 120e3]
    assert bands.geometry.is_valid.all()
    shapes = bands.geometry.to_numpy()
    for n, shape in enumerate(shapes):
        for other in shapes[n + 1 :]:
            assert shapely.intersection(shape, other).area <= 1e-12
    each = [coverage.service_areas(points(place), breaks=[120e3]).geometry[0] for place in places]
    assert shapely.union_all(shapes).area == pytest.approx(shapely.union_all(each).area, rel=1e-9)


def test_a_point_lies_in_the_band_of_its_nearest_site() -> None:
    rng = np.random.default_rng(5)
    sites = points(*zip(rng.uniform(100, 106, 8), rng.uniform(34, 39, 8), strict=True))
    breaks = [30e3, 60e3, 90e3]
    bands = coverage.service_areas(sites, breaks=breaks)
    lon, lat = rng.uniform(99, 107, 2000), rng.uniform(33, 40, 2000)
    far = np.min(
        [GEOD.inv(np.full(2000, s.x), np.full(2000, s.y), lon, lat)[2] for s in sites.geometry],
        axis=0,
    )
    # Within 0.1 % of a bound a chord may decide.
    clear = np.all([np.abs(far / bound - 1) > 1e-3 for bound in breaks], axis=0)
    spots = shapely.points(lon, lat)
    for n, shape in enumerate(bands.geometry):
        inside = shapely.contains(shape, spots)
        low, high = ([0.0, *breaks][n], breaks[n])
        assert (inside == ((far > low) & (far <= high)))[clear].all()


def test_a_small_circle_has_the_area_of_a_circle() -> None:
    area = coverage.service_areas(points((103.8, 36.06)), breaks=[10e3])["area_km2"].item()
    assert area == pytest.approx(np.pi * 100, rel=1e-3)


def test_an_area_across_180_degrees_is_cut_there() -> None:
    (shape,) = coverage.service_areas(points((179.9, 10.0)), breaks=[50e3]).geometry
    assert len(shape.geoms) == 2
    assert shape.bounds[0] == -180
    assert shape.bounds[2] == 180


def test_what_can_not_be_drawn_is_named() -> None:
    with pytest.raises(DataError, match=r"pole.*s0"):
        coverage.service_areas(points((10.0, 89.9)), breaks=[50e3])
    with pytest.raises(DatumError, match="EPSG:4326"):
        coverage.service_areas(points((5e5, 4e6), crs=32648), breaks=[50e3])
    with pytest.raises(DatumError, match="EPSG:4326"):
        coverage.service_areas(points((10.0, 20.0), crs=None), breaks=[50e3])
    with pytest.raises(DataError, match=r"geometry.*s1"):
        coverage.service_areas(points((10.0, 20.0), (36.0, 104.0)), breaks=[50e3])
    with pytest.raises(DataError, match=r"geometry.*s0"):
        coverage.service_areas(points((10.0, 20.0)).set_geometry([None], crs=4326), breaks=[50e3])
    with pytest.raises(DataError, match="empty"):
        coverage.service_areas(points().set_geometry([], crs=4326), breaks=[50e3])
    with pytest.raises(OptionError, match="breaks"):
        coverage.service_areas(points((10.0, 20.0)), breaks=[50e3, 20e3])
    with pytest.raises(OptionError, match="vertices"):
        coverage.service_areas(points((10.0, 20.0)), breaks=[50e3], vertices=4)


def flows(*pairs: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["demand", "site"]).assign(amount=1.0)


@settings(max_examples=25)
@given(PLACES, PLACES, st.sampled_from([None, 100e3]))
def test_lines_run_from_demand_to_site_along_the_geodesic(
    starts: list[tuple[float, float]], ends: list[tuple[float, float]], spacing: float | None
) -> None:
    demand, sites = points(*starts), points(*ends)
    table = flows(*[(d, s) for d in demand["id"] for s in sites["id"]])
    lines = coverage.flow_lines(table, demand, sites, spacing=spacing)
    at_demand, at_site = demand.set_index("id").geometry, sites.set_index("id").geometry
    for row in lines.itertuples():
        a, b = at_demand[row.demand], at_site[row.site]
        assert row.length_m == GEOD.inv(a.x, a.y, b.x, b.y)[2]
        if row.geometry is None:
            assert a == b
            continue
        xy = shapely.get_coordinates(row.geometry)
        assert np.abs(xy[:, 0]).max() <= 180
        if row.geometry.geom_type == "LineString":
            assert tuple(xy[0]) == (a.x, a.y)
            assert tuple(xy[-1]) == (b.x, b.y)
            if spacing is not None:
                legs = np.asarray(GEOD.line_lengths(*xy.T))
                assert legs.max() <= spacing + 1e-3
                assert legs.sum() == pytest.approx(row.length_m, abs=1e-2)


def test_a_line_across_180_degrees_is_cut_there() -> None:
    lines = coverage.flow_lines(flows(("s0", "s0")), points((179.0, 10.0)), points((-179.0, 10.0)))
    (line,) = lines.geometry
    assert line.geom_type == "MultiLineString"
    assert line.bounds == (-180.0, 10.0, 180.0, 10.0)
    assert line.length == pytest.approx(2.0)


def test_a_flow_that_nobody_sends_is_named() -> None:
    with pytest.raises(DataError, match="the demand layer has no q"):
        coverage.flow_lines(flows(("q", "s0")), points((1.0, 2.0)), points((3.0, 4.0)))
