"""Numbers with units: each reading against figures worked out by hand, or against invariants."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.catalog.measurement import Units
from gisplan.errors import DataError
from gisplan.importing.amounts import UnitConversion, check, convert
from gisplan.importing.stated_units import units_said
from tests.test_layers import SHIPPED

TABLE = pd.read_csv(SHIPPED.layers["measurement_units"].path.with_suffix(".csv"))
UNITS = Units.from_table(TABLE)
MONEY = UnitConversion(declared="亿元")


def one(cell: str, measure: UnitConversion = MONEY) -> tuple[float, bool, bool]:
    read = convert(pd.Series([cell], index=[7]), measure, units=UNITS)
    return read.numbers[7], read.repairs[7] is not None, read.faults[7] is not None


@pytest.mark.parametrize(
    ("given_unit", "cell", "hundred_million_yuan"),
    [
        ("亿元", "46.52", 46.52),
        ("万元", "46520", 4.652),
        ("元", "250000000", 2.5),
        ("千元", "100,000", 1.0),
        ("万元", "1.2亿元", 1.2),
        ("", "3,500万元", 0.35),
        ("元", "３５００万", 0.35),
        ("", "2千万元", 0.2),
        ("万元", "-5", -0.0005),
        ("", "100 million yuan", 1.0),
        ("million yuan", "1 234.5", 12.345),
    ],
)
def test_money_comes_out_in_the_declared_unit(
    given_unit: str, cell: str, hundred_million_yuan: float
) -> None:
    number, _, fault = one(cell, UnitConversion(given=given_unit, declared="亿元"))
    assert not fault
    assert number == pytest.approx(hundred_million_yuan, rel=1e-12)


@pytest.mark.parametrize(
    ("declared", "cell", "expected"),
    [
        ("吨/年", "12万吨/年", 120000.0),
        ("吨/年", "33.4kt/a", 33400.0),
        ("吨/日", "700 t/d", 700.0),
        ("平方千米", "1500亩", 1.0),
        ("平方千米", "2000 ha", 20.0),
        ("%", "12.5％", 12.5),
        ("", "1.5万", 15000.0),
        ("人", "1,200人", 1200.0),
    ],
)
def test_other_quantities(declared: str, cell: str, expected: float) -> None:
    number, _, fault = one(cell, UnitConversion(declared=declared))
    assert not fault
    assert number == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    "cell",
    [
        "约50",
        "3-5",
        "12,5",
        "1,2345",
        "五十",
        "1e400",
        "inf",
        "5美元",
        "5吨",
        "1.2.3",
        "x" * 10**6,
    ],
)
def test_what_has_no_single_reading_is_a_fault_and_no_number(cell: str) -> None:
    number, repaired, fault = one(cell)
    assert math.isnan(number)
    assert fault
    assert not repaired


@pytest.mark.parametrize("cell", ["—", "-", "无", "N/A", "暂无", "nan"])
def test_words_for_nothing_known_are_told(cell: str) -> None:
    number, repaired, fault = one(cell)
    assert math.isnan(number)
    assert repaired
    assert not fault


def test_a_day_is_a_year_only_by_days_of_operation() -> None:
    daily = UnitConversion(given="t/d", declared="吨/年")
    with pytest.raises(DataError, match="days_per_year"):
        check(daily, UNITS, column="capacity")
    told = UnitConversion(given="t/d", declared="吨/年", days_per_year=330)
    check(told, UNITS, column="capacity")
    assert one("700", told)[0] == pytest.approx(231000)
    with pytest.raises(DataError, match="a year"):
        check(UnitConversion(given="万吨", declared="吨/年"), UNITS, column="capacity")


def test_the_unit_beside_a_cell_goes_before_that_of_the_heading() -> None:
    cells = pd.Series(["2000", "6.3", "1700", ""])
    beside = pd.Series(["mu", "km2", "", "km2"])
    measure = UnitConversion(given="亩", declared="平方千米")
    read = convert(cells.mask(cells == ""), measure, units=UNITS, beside=beside)
    assert read.numbers[0] == pytest.approx(4 / 3)
    assert read.numbers[1] == 6.3
    assert read.numbers[2] == pytest.approx(17 / 15)
    assert math.isnan(read.numbers[3])
    assert read.faults.isna().all()


@given(
    st.integers(-(10**9), 10**9),
    st.sampled_from(["元", "千元", "万元", "百万元", "亿元"]),
    st.booleans(),
)
def test_a_sum_is_the_same_however_it_is_written(yuan: int, unit: str, commas: bool) -> None:
    exponent = {"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}[unit]
    sign, digits = ("-" if yuan < 0 else ""), str(abs(yuan)).rjust(exponent + 1, "0")
    whole, rest = digits[: len(digits) - exponent], digits[len(digits) - exponent :]
    text = f"{int(whole):,}" if commas else whole
    written = f"{sign}{text}" + (f".{rest}" if exponent else "")
    in_heading = one(written, UnitConversion(given=unit, declared="元"))
    in_cell = one(written + unit, UnitConversion(declared="元"))
    for number, _, fault in (in_heading, in_cell):
        assert not fault
        assert number == pytest.approx(yuan, rel=1e-12, abs=1e-9)


def test_every_unit_of_the_table_is_found_under_its_alias() -> None:
    for alias, dimension in zip(TABLE["alias"], TABLE["dimension"], strict=True):
        if dimension not in ("years", "days"):
            unit = UNITS.find(alias)
            assert unit is not None, alias
            assert unit.dimension == ("" if dimension == "multiplier" else dimension)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("单位：万元、人", ["万元", "人"]),
        ("2023年企业表（金额单位：人民币万元）", ["人民币万元"]),
        ("注：本表金额均以元为单位", ["元"]),
        ("注：产值以万元计", ["万元"]),
        ("金额：万元", ["万元"]),
        ("2023年企业表（万元）", ["万元"]),
        ("Unit: RMB 10,000", ["万RMB"]),
        ("Unit: 100 million yuan", ["100 million yuan"]),
        ("单位：1000元", ["千元"]),
        ("填报单位：某市工信局", []),
        ("Unit: 12,000 yuan", []),
        ("按年计算的企业（2023年）", []),
    ],
)
def test_the_unit_of_a_table_is_found_in_what_it_says(line: str, expected: list[str]) -> None:
    assert [unit for _, unit, _ in units_said([(1, line)], UNITS)] == expected
    for unit in expected:
        assert UNITS.find(unit) is not None
