"""The nearest place on a road, against geodesics; and the different places among vertices."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from gisplan.analysis.travel import RoadGraph
from gisplan.analysis.travel import road_segments as segments
from gisplan.analysis.travel.snap_to_roads import Roadside
from gisplan.arrays import Floats, Ints

GEOD = Geod(ellps="WGS84")
CENTRE = np.array([103.0, 36.0])
degree = st.floats(-0.5, 0.5)
ends = st.tuples(degree, degree, degree, degree).filter(
    lambda one: np.hypot(one[2] - one[0], one[3] - one[1]) > 1e-3
)


@settings(deadline=None, max_examples=30)
@given(
    lines=st.lists(ends, min_size=1, max_size=5),
    spots=st.lists(st.tuples(degree, degree), min_size=1, max_size=5),
)
def test_a_foot_is_where_geodesics_have_it(
    lines: list[tuple[float, float, float, float]], spots: list[tuple[float, float]]
) -> None:
    """Roads of metres to a hundred kilometres; the chord of the longest lies 200 m deep."""
    tips = np.array(lines).reshape(-1, 2, 2) + CENTRE
    at = np.array(spots) + CENTRE
    roads = gpd.GeoDataFrame(geometry=shapely.linestrings(tips), crs=4326)
    points = gpd.GeoDataFrame(
        {"id": [str(n) for n in range(len(at))]}, geometry=shapely.points(at), crs=4326
    )
    graph = RoadGraph.from_lines(roads, speed=60.0)
    feet = graph.feet(points, max_snap=500_000.0)
    for n, (lon, lat) in enumerate(at):
        least = np.inf
        for (a, b), (c, d) in tips:
            lons, lats = np.array(GEOD.npts(a, b, c, d, 200, initial_idx=0, terminus_idx=0)).T
            far = GEOD.inv(lons, lats, np.full(200, lon), np.full(200, lat))[2]
            least = min(least, float(np.min(far)))
        # A road's straight line in space of 100 km lies half a metre beside the geodesic.
        assert feet.distance[n] <= least + 0.6
        (a, b), (c, d) = tips[graph.noded.edges["row"].iloc[feet.edge[n]]]
        way = GEOD.inv(a, b, c, d)[0]
        x, y, _ = GEOD.fwd(a, b, way, feet.offset[n])
        there = GEOD.inv(x, y, lon, lat)[2]
        assert feet.distance[n] == pytest.approx(there, abs=0.6, rel=3e-5)


def test_a_long_straight_road_makes_no_more_to_look_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Roads drawn bend by bend in a town, and one of a hundred kilometres that leads there."""
    random = np.random.default_rng(5)
    streets = np.add.outer(np.arange(40) * 3e-3, CENTRE[:1]).ravel()
    bends = np.arange(200) * 6e-4 + CENTRE[1]
    drawn = [np.column_stack([np.full(200, lon), bends]) for lon in streets]
    drawn = [one + random.normal(0, 2e-5, one.shape) for one in drawn]
    town = gpd.GeoDataFrame(geometry=shapely.linestrings(np.array(drawn)), crs=4326)
    spots = CENTRE + random.uniform(0, 0.11, (500, 2))
    points = gpd.GeoDataFrame(
        {"id": [str(n) for n in range(500)]}, geometry=shapely.points(spots), crs=4326
    )
    looked: list[int] = []
    measured = Roadside._measured

    def counting(self: Roadside, xyz: Floats, segment: Ints) -> tuple[Floats, Floats]:
        looked.append(len(xyz))
        return measured(self, xyz, segment)

    monkeypatch.setattr(Roadside, "_measured", counting)
    alone = RoadGraph.from_lines(town, speed=60.0).feet(points, max_snap=1000.0)
    within_town, looked[:] = sum(looked), []
    road = shapely.LineString([CENTRE - 1.0, CENTRE - 0.01])
    both = RoadGraph.from_lines(
        gpd.GeoDataFrame(geometry=[*town.geometry, road], crs=4326), speed=60.0
    ).feet(points, max_snap=1000.0)
    np.testing.assert_allclose(both.distance, alone.distance, rtol=0, atol=1e-6)
    assert sum(looked) < 3 * within_town


vertex = st.tuples(*[st.sampled_from([-1.5, -0.0, 0.0, 0.1, 0.1 + 2**-56, 1e300, 7.0])] * 2)


@pytest.mark.parametrize("alike", [False, True])
@settings(deadline=None, max_examples=50)
@given(vertices=st.lists(vertex, min_size=1, max_size=30))
def test_places_are_those_that_numpy_finds(
    alike: bool, vertices: list[tuple[float, float]]
) -> None:
    """Also where two places have one number, by which they are looked up."""
    xy = np.array(vertices)

    def one_number(places: Floats) -> tuple[int, Ints]:
        return 1, np.zeros(len(places), dtype=np.int64)

    with pytest.MonkeyPatch.context() as patch:
        if alike:
            patch.setattr(segments, "_numbered", one_number)
        places, which = segments.distinct_places(xy)
    assert np.array_equal(places[which], xy)
    assert sorted(map(tuple, places.tolist())) == [tuple(one) for one in places.tolist()]
    assert len(places) == len({tuple(one) for one in (xy + 0.0).tolist()})
