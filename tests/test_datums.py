"""Evidence for the datum of a file. The counties here are squares made up for the tests."""

import numpy as np
import pandas as pd
import pytest

from gisplan.errors import DataError, DatumError, OptionError
from gisplan.places.crs import from_wgs84
from gisplan.places.infer_datum import weigh_datums

SIDE = 0.1


def locate(lon, lat):
    """Square counties of 0.1 degrees, 100 of them from 103 E, 35 N; none elsewhere."""
    column, row = np.floor((lon - 103) / SIDE), np.floor((lat - 35) / SIDE)
    inside = (column >= 0) & (column < 10) & (row >= 0) & (row < 10)
    codes = [
        f"62{int(r):02d}{int(c) + 10}" if i else None
        for r, c, i in zip(np.nan_to_num(row), np.nan_to_num(column), inside, strict=True)
    ]
    return pd.array(codes, dtype="string")


def sample(count, seed=0):
    rng = np.random.default_rng(seed)
    lon, lat = rng.uniform(103.02, 103.98, count), rng.uniform(35.02, 35.98, count)
    return lon, lat, pd.Series(locate(lon, lat))


def verdicts(table):
    return dict(zip(table["datum"], table["verdict"], strict=True))


@pytest.mark.parametrize("datum", ["wgs84", "gcj02", "bd09"])
def test_the_datum_is_found(datum):
    lon, lat, declared = sample(2000)
    table = weigh_datums(*from_wgs84(lon, lat, datum=datum), declared, locate=locate)
    assert table["datum"].tolist() == ["wgs84", "gcj02", "bd09"]
    assert verdicts(table)[datum] == "clear"
    assert set(table["verdict"]) == {"clear", "ruled out"}
    best = table.set_index("datum").loc[datum]
    assert best["inside"] == best["points"]
    assert np.isnan(best["p_value"])


def test_a_tenth_of_wrong_counties_does_not_mislead():
    lon, lat, declared = sample(3000)
    declared[::12] = "629999"
    table = weigh_datums(*from_wgs84(lon, lat, datum="gcj02"), declared, locate=locate)
    assert verdicts(table)["gcj02"] == "clear"


@pytest.mark.parametrize("seed", range(10))
def test_few_points_are_in_doubt(seed):
    lon, lat, declared = sample(10, seed)
    table = weigh_datums(*from_wgs84(lon, lat, datum="bd09"), declared, locate=locate)
    assert set(table["verdict"]) == {"in doubt"}


def test_points_of_another_place_are_in_doubt():
    lon, lat, _ = sample(500)
    table = weigh_datums(lon, lat, pd.Series(["629999"] * 500), locate=locate)
    assert set(table["verdict"]) == {"in doubt"}
    assert (table["inside"] == 0).all()


def test_the_same_point_again_is_no_more_evidence():
    # On the western border: a shift to the east leaves the county.
    x, y = from_wgs84([103.1003], [35.05], datum="gcj02")
    table = weigh_datums(
        np.repeat(x, 500), np.repeat(y, 500), pd.Series(["620011"] * 500), locate=locate
    )
    assert table["points"].tolist() == [1, 1, 1]
    assert set(table["verdict"]) == {"in doubt"}


def test_wrong_verdicts_are_rare_when_no_datum_is_better():
    # Counties declared at random: whatever lies inside does so by chance.
    rng = np.random.default_rng(5)
    for _ in range(40):
        lon, lat, declared = sample(300, int(rng.integers(1 << 30)))
        shuffled = pd.Series(rng.permutation(declared.to_numpy()))
        table = weigh_datums(lon, lat, shuffled, locate=locate)
        assert set(table["verdict"]) == {"in doubt"}


def test_prefectures_and_provinces_will_do():
    lon, lat, declared = sample(2000)
    x, y = from_wgs84(lon, lat, datum="gcj02")
    prefectures = weigh_datums(x, y, declared.str[:4] + "00", locate=locate).set_index("datum")
    assert prefectures.loc["gcj02", "share"] == 1
    assert prefectures.loc["wgs84", "share"] < 1
    province = weigh_datums(x, y, pd.Series(["620000"] * 2000), locate=locate)
    assert (province["share"] > 0.98).all()


def test_points_without_region_or_position_are_not_weighed():
    lon, lat, declared = sample(6)
    declared[0], lon[1] = pd.NA, np.nan
    table = weigh_datums(lon, lat, declared, locate=locate)
    assert (table["points"] == 4).all()


def test_cgcs2000_cannot_be_told_from_wgs84():
    lon, lat, declared = sample(2000)
    table = weigh_datums(
        lon, lat, declared, locate=locate, hypotheses=["wgs84", "cgcs2000", "gcj02"]
    )
    assert set(table["verdict"]) == {"in doubt"}


def test_planes_are_weighed_by_their_meridian():
    lon, lat, declared = sample(300)
    x, y = from_wgs84(lon, lat, datum="cgcs2000-gk-102e")
    table = weigh_datums(
        x, y, declared, locate=locate, hypotheses=["cgcs2000-gk-102e", "cgcs2000-gk-105e"]
    )
    assert verdicts(table) == {"cgcs2000-gk-102e": "clear", "cgcs2000-gk-105e": "ruled out"}


def test_nothing_to_weigh():
    table = weigh_datums([], [], pd.Series([], dtype="string"), locate=locate)
    assert table["points"].tolist() == [0, 0, 0]
    assert set(table["verdict"]) == {"in doubt"}


def test_wrong_arguments():
    with pytest.raises(DataError):
        weigh_datums([1.0], [1.0], pd.Series([], dtype="string"), locate=locate)
    with pytest.raises(OptionError):
        weigh_datums([], [], pd.Series([], dtype="string"), locate=locate, hypotheses=[])
    with pytest.raises(OptionError):
        weigh_datums(
            [], [], pd.Series([], dtype="string"), locate=locate, hypotheses=["wgs84", "WGS 84"]
        )
    with pytest.raises(DatumError):
        weigh_datums([], [], pd.Series([], dtype="string"), locate=locate, hypotheses=["utm"])
