"""Geodesic reach against every pair computed by pyproj.Geod."""

from __future__ import annotations

from unittest import mock

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from gisplan.analysis.travel import distance, geodesic, nearest_site
from gisplan.analysis.travel.distance import pairs_by_row
from gisplan.errors import DataError, DatumError, OptionError

GEOD = Geod(ellps="WGS84")


def points(lonlat, prefix, crs="EPSG:4326"):
    lon, lat = np.array(lonlat, dtype=float).reshape(-1, 2).T
    ids = [f"{prefix}{row}" for row in range(len(lon))]
    return gpd.GeoDataFrame({"id": ids}, geometry=gpd.points_from_xy(lon, lat), crs=crs)


def matrix(demand, sites):
    rows, columns = np.indices((len(demand), len(sites)))
    a, b = demand.geometry.iloc[rows.ravel()], sites.geometry.iloc[columns.ravel()]
    length = GEOD.inv(a.x.to_numpy(), a.y.to_numpy(), b.x.to_numpy(), b.y.to_numpy())[2]
    return np.asarray(length).reshape(rows.shape)


def as_set(pairs):
    return set(zip(pairs["demand"], pairs["site"], strict=True))


# Whole degrees and a few small steps: ties, coincident points, both poles, the antimeridian.
coordinate = st.tuples(
    st.sampled_from([-180.0, -179.9, 179.95, 180.0, 0.0, 103.8]) | st.floats(-180, 180),
    st.sampled_from([-90.0, 90.0, 89.95, 0.0, 36.06]) | st.floats(-90, 90),
)
places = st.lists(coordinate, min_size=1, max_size=12)


@settings(deadline=None, max_examples=60)
@given(
    places, places, st.floats(100, 2.1e7), st.none() | st.integers(1, 4), st.sampled_from([0, 144])
)
def test_pairs_are_those_of_every_pair_measured(a, b, limit, nearest, few):
    demand, sites = points(a, "d"), points(b, "s")
    length = matrix(demand, sites)
    wanted = set()
    for row, costs in enumerate(length):
        order = sorted(range(len(sites)), key=lambda at: (costs[at], sites["id"][at]))
        for at in [at for at in order if costs[at] <= limit][:nearest]:
            wanted.add((demand["id"][row], sites["id"][at]))
    with mock.patch.object(distance, "_FEW", few):  # by the tree, and without it
        reach = geodesic(demand, sites, limit=limit, nearest=nearest)
    assert as_set(reach.pairs) == wanted
    at = [
        (int(d[1:]), int(s[1:])) for d, s in zip(reach.pairs.demand, reach.pairs.site, strict=True)
    ]
    np.testing.assert_allclose(reach.pairs.cost, [length[one] for one in at], atol=1e-6)


@settings(deadline=None, max_examples=60)
@given(places, places, st.floats(100, 2.1e7))
def test_nearest_site_is_the_nearest(a, b, limit):
    demand, sites = points(a, "d"), points(b, "s")
    length = matrix(demand, sites)
    found = nearest_site(demand, sites, limit=limit)
    assert list(found["demand"]) == list(demand["id"])
    for row, (site, cost) in enumerate(zip(found["site"], found["cost"], strict=True)):
        if pd.isna(site):
            assert length[row].min() > limit
            assert np.isnan(cost)
        else:
            assert length[row].min() <= limit
            assert length[row, int(site[1:])] == length[row].min()
            assert abs(cost - length[row].min()) < 0.02


@st.composite
def _regional(draw):
    """Points within some 200 km, many of them mirror images, and a limit that some pair is at."""
    step = st.integers(-8, 8).map(lambda k: k / 8)
    high = draw(st.sampled_from([1.0, 0.1]))
    lonlat = st.tuples(step.map(lambda s: 103.8 + s), step.map(lambda s: s * high))
    demand = points(draw(st.lists(lonlat, min_size=1, max_size=12)), "d")
    sites = points(draw(st.lists(lonlat, min_size=1, max_size=8)), "s")
    some = matrix(demand, sites).ravel()
    at = float(draw(st.sampled_from(sorted({*some[some > 0], 90_000.0}))))
    return demand, sites, at + draw(st.sampled_from([-1e-3, 0.0, 1e-3]))


@settings(deadline=None, max_examples=150)
@given(_regional(), st.sampled_from([1.0, 1.3]))
def test_pairs_row_by_row_are_those_of_the_table(case, detour):
    demand, sites, limit = case
    wanted = geodesic(demand, sites, limit=limit, detour=detour).pairs
    found, nearest = [], {}
    for row, site, is_nearest in pairs_by_row(demand, sites, limit=limit, detour=detour):
        found += [(f"d{r}", f"s{s}") for r, s in zip(row, site, strict=True)]
        assert (np.diff(row) >= 0).all()
        assert (np.bincount(row, is_nearest)[np.unique(row)] == 1).all()
        nearest |= {
            f"d{r}": f"s{s}" for r, s in zip(row[is_nearest], site[is_nearest], strict=True)
        }
    assert len(found) == len(set(found))
    assert set(found) == as_set(wanted)
    first = wanted.sort_values(["cost", "site"]).drop_duplicates("demand")
    assert nearest == dict(zip(first["demand"], first["site"], strict=True))


def test_many_points_at_regional_scale_agree_with_measuring():
    random = np.random.default_rng(7)
    demand = points(random.uniform([92.3, 32.1], [108.8, 42.8], (800, 2)), "d")
    sites = points(random.uniform([92.3, 32.1], [108.8, 42.8], (300, 2)), "s")
    length = matrix(demand, sites)
    found = nearest_site(demand, sites, limit=50_000)
    within = length.min(axis=1) <= 50_000
    assert within.any()
    assert not within.all()
    assert list(found["site"].notna()) == list(within)
    assert [int(s[1:]) for s in found["site"][within]] == list(length.argmin(axis=1)[within])
    assert np.abs(found["cost"] - length.min(axis=1))[within].max() < 0.012
    assert len(geodesic(demand, sites, limit=80_000).pairs) == (length <= 80_000).sum()


@pytest.mark.parametrize("azimuth", [0, 37, 90, 200])
@pytest.mark.parametrize("lonlat", [(103.8, 36.06), (179.99, 0.0), (10.0, 89.9)])
def test_a_site_a_millimetre_inside_counts_and_one_outside_does_not(lonlat, azimuth):
    demand = points([lonlat], "d")
    for limit in (3_000.0, 50_000.0, 400_000.0):
        for extra, count in ((-1e-3, 1), (1e-3, 0)):
            lon, lat, _ = GEOD.fwd(*lonlat, azimuth, limit + extra)
            sites = points([(lon, lat)], "s")
            assert len(geodesic(demand, sites, limit=limit).pairs) == count
            assert nearest_site(demand, sites, limit=limit)["site"].notna().sum() == count


def test_order_of_rows_does_not_matter():
    random = np.random.default_rng(3)
    demand = points(random.uniform([100, 34], [104, 38], (60, 2)), "d")
    sites = points(random.uniform([100, 34], [104, 38], (40, 2)).repeat(2, axis=0), "s")
    once = geodesic(demand, sites, limit=60_000, nearest=3).pairs
    again = geodesic(
        demand.sample(frac=1, random_state=1),
        sites.sample(frac=1, random_state=2),
        limit=60_000,
        nearest=3,
    ).pairs
    pd.testing.assert_frame_equal(once, again)
    assert once.equals(once.sort_values(["demand", "cost", "site"], ignore_index=True))
    tied = nearest_site(demand, sites.sample(frac=1, random_state=5), limit=60_000)
    pd.testing.assert_frame_equal(tied, nearest_site(demand, sites, limit=60_000))


def test_detour_lengthens_the_way_and_shortens_the_reach():
    demand = points([(103.8, 36.0)], "d")
    sites = points([(103.9, 36.0), (104.0, 36.0)], "s")
    near, far = matrix(demand, sites)[0]
    reach = geodesic(demand, sites, limit=far, detour=1.3)
    assert list(reach.pairs["site"]) == ["s0"]
    assert reach.pairs["cost"][0] == pytest.approx(near * 1.3)


def test_projected_points_are_brought_to_wgs84():
    demand, sites = points([(103.8, 36.0)], "d"), points([(103.9, 36.1)], "s")
    there = geodesic(demand.to_crs("EPSG:32648"), sites.to_crs("EPSG:4490"), limit=20_000)
    assert there.pairs["cost"][0] == pytest.approx(matrix(demand, sites)[0, 0], abs=1e-3)


GOOD = points([(103.8, 36.0), (103.9, 36.1)], "x")


@pytest.mark.parametrize(
    ("table", "kind", "words"),
    [
        (GOOD[:0], DataError, "'sites' is empty"),
        (GOOD.set_crs(None, allow_override=True), DatumError, "'sites' has no coordinate"),
        (GOOD.drop(columns="id"), DataError, "'sites' has no column 'id'"),
        (GOOD.assign(id=["x", "x"]), DataError, "'id' x stands in more than one row"),
        (GOOD.assign(id=["x", None]), DataError, "row 2: 'id' is empty"),
        (GOOD.set_geometry([shapely.Point(), shapely.Point(1, 2)], crs=4326), DataError, "id x0"),
        (points([(103.8, 36.0), (103.8, 91)], "x"), DataError, "id x1"),
        (points([(103.8, 36.0), (np.inf, 36)], "x"), DataError, "id x1"),
    ],
)
def test_a_bad_table_is_named(table, kind, words):
    with pytest.raises(kind, match=words) as fault:
        geodesic(GOOD, table, limit=1000)
    assert "sites" in fault.value.message.zh


@pytest.mark.parametrize(
    "options",
    [
        {"limit": 0},
        {"limit": float("nan")},
        {"limit": 1, "detour": 0.5},
        {"limit": 1, "nearest": 0},
        {"limit": 1, "detour": float("nan")},
    ],
)
def test_a_bad_option_is_refused(options):
    with pytest.raises(OptionError):
        geodesic(GOOD, GOOD, **options)
