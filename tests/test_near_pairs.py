"""Points near each other: cells and a tree give the same pairs, and none that is near is missed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from gisplan.arrays import Floats, Indices
from gisplan.places import near
from gisplan.places.near import near_pairs

_GEOD = Geod(ellps="WGS84")


def _as_set(pairs: Indices | None) -> set[tuple[int, int]]:
    assert pairs is not None
    found = {(int(min(pair)), int(max(pair))) for pair in pairs}
    assert len(found) == len(pairs)
    return found


def _all_pairs(lon: Floats, lat: Floats, reach: float) -> set[tuple[int, int]]:
    first, second = np.triu_indices(len(lon), 1)
    metres = _GEOD.inv(lon[first], lat[first], lon[second], lat[second])[2]
    within = np.asarray(metres) <= reach
    return set(zip(first[within].tolist(), second[within].tolist(), strict=True))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.integers(0, 40),
    st.tuples(st.floats(-180, 179), st.floats(-90, 89)),
    st.floats(-4, 0),
    st.floats(0, 4.5),
)
def test_no_pair_is_missed_and_none_is_much_too_far(
    seed: int, count: int, corner: tuple[float, float], spread: float, log_reach: float
) -> None:
    random, reach = np.random.default_rng(seed), 10.0**log_reach
    lon, lat = (start + 10.0**spread * random.random(count) for start in corner)
    lon[: count // 4], lat[: count // 4] = lon[-1:], lat[-1:]
    found = _as_set(near_pairs(lon, lat, reach=reach, most=10**6))
    assert _all_pairs(lon, lat, reach) <= found <= _all_pairs(lon, lat, 1.03 * reach)


def test_across_the_edge_of_the_map_and_at_a_pole() -> None:
    lon, lat = np.array([179.999, -179.999, 0.0]), np.array([36.0, 36.0, 36.0])
    assert _as_set(near_pairs(lon, lat, reach=300.0, most=10)) == {(0, 1)}
    lon, lat = np.array([0.0, 180.0, 90.0]), np.array([89.9995, 89.9995, 89.9])
    assert _as_set(near_pairs(lon, lat, reach=300.0, most=10)) == {(0, 1)}


def test_a_crowd_is_left_to_the_tree_and_more_than_is_asked_for_are_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = np.random.default_rng(5)
    lon, lat = 103.8 + 0.0001 * random.random(60), 36.0 + 0.02 * random.random(60)
    cells = _as_set(near_pairs(lon, lat, reach=300.0, most=10**6))
    assert near_pairs(lon, lat, reach=300.0, most=len(cells) - 1) is None
    assert _as_set(near_pairs(lon, lat, reach=300.0, most=len(cells))) == cells
    monkeypatch.setattr(near, "_MOST_LOOKED_AT", 0)
    assert near_pairs(lon, lat, reach=300.0, most=len(cells) - 1) is None
    assert _as_set(near_pairs(lon, lat, reach=300.0, most=len(cells))) == cells
