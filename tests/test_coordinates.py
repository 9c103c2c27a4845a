"""Longitudes and latitudes as people write them."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.errors import DataError
from gisplan.places.coordinates import find_swapped, parse_degrees, read_positions

GANSU = (92.0, 32.0, 109.0, 43.0)
DMS = 103 + 50 / 60 + 3.5 / 3600


def read(value):
    degrees = parse_degrees(pd.Series([value], dtype=object))
    return tuple(
        series.iloc[0]
        for series in (degrees.numbers, degrees.axes, degrees.repairs, degrees.faults)
    )


@pytest.mark.parametrize(
    ("written", "number", "axis", "repair"),
    [
        ("103.83", 103.83, None, ""),
        ("-103.83", -103.83, None, ""),
        (103.83, 103.83, None, ""),
        (np.float32(103.5), 103.5, None, ""),
        (103, 103.0, None, ""),
        ("1.0383E+02", 103.83, None, ""),
        ("103°50′3.5″E", DMS, "lon", "度分秒"),
        ("103°50'3.5\"", DMS, None, "度分秒"),
        ("103°50′3.5''", DMS, None, "度分秒"),
        ("103° 50′ 3.5″", DMS, None, "度分秒"),
        ("103º50’3.5”", DMS, None, "度分秒"),
        ("103度50分3.5秒", DMS, None, "度分秒"),
        ("东经103度50分3.5秒", DMS, "lon", "度分秒"),
        ("１０３°５０′３．５″", DMS, None, "全角"),
        ("103-50-3.5", DMS, None, "度分秒"),
        ("103:50:03.5", DMS, None, "度分秒"),
        ("103 50 03.5", DMS, None, "度分秒"),
        ("103.50.03.5", DMS, None, "度分秒"),
        ("103°50.5′", 103 + 50.5 / 60, None, "度分秒"),
        ("103°50", 103 + 50 / 60, None, "度分秒"),
        ("W103°30′", -103.5, "lon", "度分秒"),
        ("-0°30′", -0.5, None, "度分秒"),
        ("南纬0度30分", -0.5, "lat", "度分秒"),
        ("东经103.83", 103.83, "lon", "方向"),
        ("E103.83", 103.83, "lon", "方向"),
        ("103.83°e", 103.83, "lon", "方向"),
        ("北纬：36.06", 36.06, "lat", "方向"),
        ("36.06N", 36.06, "lat", "方向"),
        ("纬度36.06", 36.06, "lat", "名称"),
        ("Lon: 103.83", 103.83, "lon", "名称"),
        ("103.83°", 103.83, None, "符号"),
        ("１０３．８", 103.8, None, "全角"),
        ("103。83", 103.83, None, "全角"),
        (" 103.83\u3000", 103.83, None, "空白"),
        ("\ufeff103.83\xa0", 103.83, None, "空白"),
        ("103. 83", 103.83, None, "空白"),
        ("'103.83", 103.83, None, "撇号"),
        ("103,8312", 103.8312, None, "逗号"),
        ("−103.83", -103.83, None, ""),
    ],
)
def test_written_forms(written, number, axis, repair):
    value, told_axis, told, fault = read(written)
    assert fault is None
    assert value == pytest.approx(number, abs=1e-12)
    assert told_axis == axis
    if repair:
        assert repair in told.zh
    else:
        assert told is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("NaN", "not a finite"),
        ("-Infinity", "not a finite"),
        ("1e400", "not a finite"),
        (float("inf"), "not a finite"),
        (10**400, "finite"),
        ("181", "beyond"),
        ("103830000", "beyond"),
        (3.6e7, "beyond"),
        ("103,83", "two numbers"),
        ("103 50", "two numbers"),
        ("103-50", "two numbers"),
        ("103.83,36.06", "two numbers"),
        ("103.83，36.06", "two numbers"),
        ("103.8/36.0", "two numbers"),
        ("103.8.3", "can't be read"),
        ("1 0 3", "can't be read"),
        ("103.5°30′", "not degrees, minutes"),
        ("103°60′", "not degrees, minutes"),
        ("103-50-75", "not degrees, minutes"),
        ("103°50″", "can't be read"),
        ("103°50′3.5′", "can't be read"),
        ("-103E", "contradict"),
        ("E103N", "contradict"),
        ("东经36N", "contradict"),
        ("经度 36N", "contradict"),
        ("东经", "can't be read"),
        ("约103.8", "can't be read"),
        ("无", "can't be read"),
        ("1_03", "can't be read"),
        ("0x10", "can't be read"),
        ("٣٦", "can't be read"),
        ("103\x00", "can't be read"),
        (True, "can't be read"),
        (pd.Timestamp("2003-05-01"), "can't be read"),
        ("9" * 10_000_000, "can't be read"),
    ],
)
def test_what_is_refused_and_why(written, reason):
    value, _, repairs, fault = read(written)
    assert np.isnan(value)
    assert repairs is None
    assert reason in fault.en
    assert len(fault.zh) < 150


@pytest.mark.parametrize("written", [None, np.nan, pd.NA, "", "  ", "\u3000", "\ufeff"])
def test_an_empty_cell_is_no_fault(written):
    value, axis, _, fault = read(written)
    assert np.isnan(value)
    assert axis is None
    assert fault is None


@given(st.integers(0, 179), st.integers(0, 59), st.integers(0, 5999), st.integers(0, 3))
def test_degrees_minutes_seconds_in_every_form(degrees, minutes, hundredths, form):
    seconds = f"{hundredths // 100:02d}.{hundredths % 100:02d}"
    written = [
        f"{degrees}°{minutes}′{seconds}″",
        f"{degrees}度{minutes}分{seconds}秒",
        f"{degrees}-{minutes}-{seconds}",
        f"东经 {degrees}° {minutes}' {seconds}\"",
    ][form]
    total = degrees * 360_000 + minutes * 6000 + hundredths
    assert round(read(written)[0] * 360_000) == total


@given(st.text(max_size=20) | st.text("0123456789.,-+°′″度分秒东经北纬EN ", max_size=14))
def test_any_text_is_read_or_refused_or_empty(text):
    value, _, _, fault = read(text)
    if fault is None and np.isnan(value):
        assert not any(character.isalnum() for character in text)
    else:
        assert np.isnan(value) == (fault is not None)
        assert not abs(value) > 180


@given(st.lists(st.floats(-180, 180) | st.sampled_from(["E 103°5′", "x", None, " 5"])))
def test_a_column_is_read_as_its_cells_are(cells):
    column = parse_degrees(pd.Series(cells, dtype=object))
    single = [read(cell)[0] for cell in cells]
    np.testing.assert_array_equal(column.numbers.to_numpy(), np.array(single, dtype=float))


@pytest.mark.parametrize("dtype", ["float64", "Float64", "int64", "str", "string", "object"])
def test_every_type_of_column(dtype):
    degrees = parse_degrees(pd.Series([103, 36], dtype=dtype, index=["a", "b"]))
    assert degrees.numbers.to_dict() == {"a": 103.0, "b": 36.0}
    assert degrees.faults.isna().all()


def pair(lon, lat, **options):
    positions = read_positions(pd.Series([lon]), pd.Series([lat]), **options)
    series = (positions.lon, positions.lat, positions.repairs, positions.faults)
    return tuple(column.iloc[0] for column in series)


@pytest.mark.parametrize(
    ("lon", "lat"), [("36.06", "103.83"), ("北纬36.06", "103.83"), ("36.06N", "E103.83")]
)
def test_swapped_cells_are_exchanged_and_told(lon, lat):
    x, y, repairs, fault = pair(lon, lat, bounds=GANSU)
    assert (x, y) == (103.83, 36.06)
    assert "对调" in repairs.zh
    assert fault is None


def test_a_label_is_enough_to_exchange():
    assert pair("北纬36", "东经103")[:2] == (103.0, 36.0)


def test_without_bounds_or_label_nothing_is_exchanged():
    x, _, _, fault = pair("36.06", "103.83")
    assert np.isnan(x)
    assert "beyond ±90" in fault.en
    assert pair("36.0", "80.0")[:2] == (36.0, 80.0)


def test_bounds_do_not_overrule_a_label():
    # Says that it is a longitude of 36 degrees: not in Gansu, but not swapped.
    assert pair("东经36", "北纬80", bounds=(79, 35, 81, 37))[:2] == (36.0, 80.0)


@pytest.mark.parametrize(
    ("lon", "lat", "reason"),
    [
        ("103", None, "without a latitude"),
        ("", "36", "without a longitude"),
        ("E103", "103E", "both cells say that they are a longitude"),
        ("36N", "N36", "both cells say that they are a latitude"),
        ("x", "36", "longitude: 'x' can't be read"),
        ("103", "95", "beyond ±90"),
    ],
)
def test_pairs_that_are_no_position(lon, lat, reason):
    x, y, repairs, fault = pair(lon, lat)
    assert np.isnan(x)
    assert np.isnan(y)
    assert repairs is None
    assert reason in fault.en


def test_two_empty_cells_are_no_fault():
    positions = read_positions(pd.Series([None, "103"]), pd.Series([" ", "36"]))
    assert positions.faults.tolist() == [None, None]
    assert positions.lon.isna().tolist() == [True, False]


def test_columns_of_different_rows_are_refused():
    with pytest.raises(DataError):
        read_positions(pd.Series(["1"]), pd.Series(["1"], index=[5]))


@given(st.floats(GANSU[0], GANSU[2]), st.floats(GANSU[1], GANSU[3]))
def test_swapping_is_found_and_what_stands_right_is_left(lon, lat):
    found = find_swapped([lon, lat, np.nan, 50], [lat, lon, 36, 50], bounds=GANSU)
    assert found.tolist() == [False, True, False, False]


def test_a_pair_that_fits_both_ways_is_left():
    assert not find_swapped([10.0], [20.0], bounds=(0, 0, 30, 30))[0]


def test_bounds_the_wrong_way_round_are_refused():
    with pytest.raises(DataError, match="west, south, east, north"):
        find_swapped([1.0], [1.0], bounds=(109, 32, 92, 43))
