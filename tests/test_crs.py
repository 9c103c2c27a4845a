"""Datums there and back, beside other implementations."""

import coord_convert.transform as coord_convert
import eviltransform
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyproj import Geod, Transformer
from pyproj.database import query_crs_info

from gisplan.errors import DataError, DatumError
from gisplan.places.crs import DATUMS, canonical_datum, find_unfit, from_wgs84, to_wgs84
from gisplan.places.gcj02 import SHIFTED_BOUNDS

GEOD = Geod(ellps="WGS84")
CHINA = (73.5, 3.4, 135.1, 53.6)
LONGITUDES = st.floats(CHINA[0], CHINA[2])
LATITUDES = st.floats(CHINA[1], CHINA[3])
SHIFTING = ["gcj02", "bd09"]


def points_of_china(count):
    rng = np.random.default_rng(20181)
    return rng.uniform(CHINA[0], CHINA[2], count), rng.uniform(CHINA[1], CHINA[3], count)


def metres(lon, lat, other_lon, other_lat):
    return GEOD.inv(lon, lat, other_lon, other_lat)[2]


def peer(function, x, y):
    return np.array([function(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]).T


@pytest.mark.parametrize("datum", SHIFTING)
@given(LONGITUDES, LATITUDES)
@example(105.0, 36.0)  # where the formula has a kink
@example(105.0 + 1e-13, 36.0)
@example(105.0 - 3e-12, 36.0)
def test_a_shift_is_undone_exactly(datum, lon, lat):
    back = to_wgs84(*from_wgs84([lon], [lat], datum=datum), datum=datum)
    assert abs(back[0][0] - lon) < 1e-10
    assert abs(back[1][0] - lat) < 1e-10


@pytest.mark.parametrize("datum", SHIFTING)
@given(LONGITUDES, LATITUDES)
def test_undoing_a_shift_and_shifting_again_gives_the_same(datum, x, y):
    again = from_wgs84(*to_wgs84([x], [y], datum=datum), datum=datum)
    assert abs(again[0][0] - x) < 1e-10
    assert abs(again[1][0] - y) < 1e-10


def test_gcj02_agrees_with_coord_convert():
    lon, lat = points_of_china(3000)
    x, y = from_wgs84(lon, lat, datum="gcj02")
    theirs = peer(coord_convert.wgs2gcj, lon, lat)
    assert max(np.abs(theirs[0] - x).max(), np.abs(theirs[1] - y).max()) < 1e-12


def test_bd09_agrees_with_coord_convert():
    lon, lat = points_of_china(3000)
    x, y = from_wgs84(lon, lat, datum="bd09")
    theirs = peer(coord_convert.wgs2bd, lon, lat)
    assert max(np.abs(theirs[0] - x).max(), np.abs(theirs[1] - y).max()) < 1e-12


def test_gcj02_agrees_with_eviltransform_to_what_its_other_radius_makes():
    # It takes 6378137 m for 6378245 m: shifts of up to 0.72 km change by 1.2 cm.
    lon, lat = points_of_china(3000)
    x, y = from_wgs84(lon, lat, datum="gcj02")
    their_lat, their_lon = peer(eviltransform.wgs2gcj, lat, lon)
    assert metres(x, y, their_lon, their_lat).max() < 0.013


def test_the_inverse_is_better_than_the_peers():
    lon, lat = points_of_china(1000)
    x, y = from_wgs84(lon, lat, datum="bd09")
    ours = metres(lon, lat, *to_wgs84(x, y, datum="bd09")).max()
    theirs = metres(lon, lat, *peer(coord_convert.bd2wgs, x, y)).max()
    assert ours < 1e-4
    assert theirs > 0.1


@pytest.mark.parametrize(("datum", "least", "most"), [("gcj02", 10, 750), ("bd09", 600, 1600)])
def test_shifts_are_of_the_known_size(datum, least, most):
    lon, lat = points_of_china(3000)
    moved = metres(lon, lat, *from_wgs84(lon, lat, datum=datum))
    assert least < moved.min()
    assert moved.max() < most


@pytest.mark.parametrize("datum", SHIFTING)
@pytest.mark.parametrize("at", [(-0.13, 51.5), (72.0, 40.0), (100.0, 0.8), (138.0, 36.0)])
def test_outside_the_rectangle_nothing_is_shifted(datum, at):
    assert from_wgs84(*at, datum=datum) == at
    assert to_wgs84(*at, datum=datum) == at


@pytest.mark.parametrize("datum", SHIFTING)
def test_the_edge_of_the_rectangle_is_undone_from_inside(datum):
    west, south, east, north = SHIFTED_BOUNDS
    lon = np.array([west, east, west, east, 100.0, 100.0])
    lat = np.array([south, south, north, north, south, north])
    back = to_wgs84(*from_wgs84(lon, lat, datum=datum), datum=datum)
    assert np.abs(back - np.array([lon, lat])).max() < 1e-10


def test_cgcs2000_degrees_are_taken_for_wgs84():
    assert to_wgs84([103.8], [36.0], datum="CGCS2000") == ([103.8], [36.0])


def gauss_kruger_planes():
    """Code and central meridian: from the plane's name, or its zone's number."""
    planes = {}
    for info in query_crs_info(auth_name="EPSG", pj_types=["PROJECTED_CRS"]):
        if info.name.startswith("CGCS2000 / "):
            number = int(info.name.rstrip("E").split()[-1])
            if " zone " in info.name:
                number = number * 3 if "3-degree" in info.name else number * 6 - 3
            planes[f"EPSG:{info.code}"] = number
    return planes


def test_every_plane_of_the_epsg_registry_agrees_with_pyproj():
    planes = gauss_kruger_planes()
    assert len(planes) == 64
    for code, meridian in planes.items():
        lon = np.array([meridian - 2.9, meridian - 0.3, meridian, meridian + 1.4])
        lat = np.array([18.5, 32.7, 36.1, 52.9])
        x, y = Transformer.from_crs("EPSG:4490", code, always_xy=True).transform(lon, lat)
        for datum in (code, f"cgcs2000-gk-{meridian}e"):
            back = to_wgs84(x, y, datum=datum)
            assert np.abs(back - np.array([lon, lat])).max() < 1e-11, datum
        ours = from_wgs84(lon, lat, datum=code)
        assert np.abs(ours - np.array([x, y])).max() < 1e-6, code


@given(st.floats(92.2, 108.7), st.floats(32.6, 42.8))
@settings(max_examples=60)
def test_planes_of_gansu_there_and_back_with_and_without_prefix(lon, lat):
    for width, first in ((3, 1.5), (6, 0.0)):
        zone = int((lon - first) // width) + 1
        meridian = first + (zone - 0.5) * width
        x, y = from_wgs84(lon, lat, datum=f"cgcs2000-gk{width}")
        assert x // 1e6 == zone
        bare_x, bare_y = from_wgs84(lon, lat, datum=f"cgcs2000-gk-{meridian:g}e")
        assert bare_x == pytest.approx(x - zone * 1e6, abs=1e-6)
        assert bare_y == y
        for datum in (f"cgcs2000-gk{width}", f"cgcs2000-gk-{meridian:g}e"):
            assert np.abs(np.array(to_wgs84(x, y, datum=datum)) - [lon, lat]).max() < 1e-11
        back = to_wgs84(bare_x, bare_y, datum=f"cgcs2000-gk-{meridian:g}e")
        assert np.abs(np.array(back) - [lon, lat]).max() < 1e-11


def test_on_the_central_meridian_northing_is_the_arc_of_the_meridian():
    # An independent way: the geodesic along the meridian, which Gauss-Krüger keeps true.
    arc = Geod(a=6378137, rf=298.257222101).inv(105, 0, 105, 36)[2]
    x, y = from_wgs84(105.0, 36.0, datum="cgcs2000-gk-105e")
    assert x == pytest.approx(500_000, abs=1e-6)
    assert y == pytest.approx(arc, abs=1e-5)


def test_a_meridian_may_be_one_that_epsg_has_not():
    x, y = from_wgs84([103.5], [36.0], datum="cgcs2000-gk-103.5e")
    assert x[0] == pytest.approx(500_000, abs=1e-6)
    assert (
        np.abs(np.array(to_wgs84(x, y, datum="CGCS2000-GK-103.5E")).T - [103.5, 36]).max() < 1e-11
    )


def test_points_of_many_zones_go_in_one_call():
    lon = np.array([93.0, 99.0, 102.0, 105.0, 108.0])
    x, _ = from_wgs84(lon, np.full(5, 36.0), datum="cgcs2000-gk3")
    assert (x // 1e6).tolist() == [31, 33, 34, 35, 36]
    assert np.abs(to_wgs84(x, np.full(5, 4e6), datum="cgcs2000-gk3")[0] - lon).max() < 1e-11


@pytest.mark.parametrize(
    ("datum", "x", "y", "words"),
    [
        ("wgs84", np.nan, 36.0, "not finite"),
        ("wgs84", np.inf, 36.0, "not finite"),
        ("gcj02", 181.0, 36.0, "beyond"),
        ("bd09", 103.0, -90.5, "beyond"),
        ("cgcs2000-gk3", 500_000.0, 4e6, "no zone prefix"),
        ("cgcs2000-gk3", 18_500_000.0, 4e6, "6-degree zone of 105"),
        ("cgcs2000-gk6", 35_500_000.0, 4e6, "3-degree zone of 105"),
        ("cgcs2000-gk3", 4e6, 35_500_000.0, "swapped"),
        ("cgcs2000-gk-105e", 4e6, 500_000.0, "swapped"),
        ("cgcs2000-gk-105e", 34_500_000.0, 4e6, "3-degree zone of 102"),
        ("epsg:4522", 35_500_000.0, 4e6, "3-degree zone of 105"),
        ("cgcs2000-gk3", 46_500_000.0, 4e6, "can't be"),
        ("cgcs2000-gk-105e", 500_000.0, -1.0, "can't be"),
        ("cgcs2000-gk-105e", 103.8, 36.0, None),
    ],
)
def test_what_cannot_be_is_told(datum, x, y, words):
    reason = find_unfit([x], [y], datum=datum)[0]
    if words is None:
        assert reason is None
    else:
        assert words in reason.en
        assert np.isnan(to_wgs84([x], [y], datum=datum)).all()


@given(
    st.sampled_from([*DATUMS, "cgcs2000-gk-105e", "epsg:4525"]),
    st.floats(allow_nan=True, allow_infinity=True),
    st.floats(allow_nan=True, allow_infinity=True),
)
@example("cgcs2000-gk3", 1.7976931348623157e308, 0.0)
def test_a_result_or_a_reason_and_no_warning(datum, x, y):
    lon, lat = to_wgs84([x], [y], datum=datum)
    assert (
        np.isfinite(lon[0]) == np.isfinite(lat[0]) == (find_unfit([x], [y], datum=datum)[0] is None)
    )
    out = from_wgs84([x], [y], datum=datum)
    assert np.isfinite(out[0][0]) == np.isfinite(out[1][0])


def test_arrays_are_not_changed_and_keep_their_shape():
    lon, lat = np.full((2, 3), 103.8), np.full((2, 3), 36.0)
    x, _ = from_wgs84(lon, lat, datum="bd09")
    assert x.shape == (2, 3)
    to_wgs84(x, lat, datum="bd09")
    assert (lon == 103.8).all()
    assert to_wgs84([], [], datum="gcj02")[0].shape == (0,)


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("WGS 84", "wgs84"),
        ("EPSG:4490", "cgcs2000"),
        ("GCJ-02", "gcj02"),
        ("火星坐标", "gcj02"),
        ("BD_09", "bd09"),
        ("CGCS2000 GK3", "cgcs2000-gk3"),
        ("cgcs2000-gk-105.0E", "cgcs2000-gk-105e"),
        ("EPSG:4544", "epsg:4544"),
    ],
)
def test_names_of_datums(name, canonical):
    assert canonical_datum(name) == canonical
    assert canonical_datum(canonical) == canonical


@pytest.mark.parametrize("name", ["", "EPSG:3857", "EPSG:99999", "cgcs2000-gk-10e", "utm48n"])
def test_unknown_datums_are_refused(name):
    with pytest.raises(DatumError, match="unknown datum"):
        canonical_datum(name)


def test_datums_with_secret_parameters_are_refused_with_the_reason():
    with pytest.raises(DatumError, match="not public"):
        to_wgs84([1], [2], datum="西安80")


def test_different_lengths_are_refused():
    with pytest.raises(DataError):
        to_wgs84([1.0, 2.0], [1.0], datum="wgs84")
