"""Figures for people: one rule for pages, figures, reports and the terminal."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.catalog.layer import Column
from gisplan.digits import ESTIMATE, GIVEN, Digits, counts_in_myriads, say, say_apart, write
from gisplan.text import Text

#: The page's script is held to the same table (web/test/numbers.test.js).
_TABLES = Path(__file__).parents[1] / "web/test"
_SHARED = json.loads((_TABLES / "digits.json").read_text(encoding="utf-8"))
_UNITS = {"万": 10_000, "亿": 100_000_000}


def _read(said: str) -> Decimal:
    # an independent reading of what was written
    unit = _UNITS.get(said[-1], 1)
    return Decimal(said.rstrip("万亿").replace(",", "").replace("−", "-")) * unit


def test_the_table_shared_with_the_page() -> None:
    for value, count, myriads, zh, en in _SHARED:
        assert say(value, Digits(count=count, myriads=myriads)) == Text(zh, en), (value, count)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_an_estimate_is_off_by_half_its_third_digit_at_most(value: float) -> None:
    for lang in ("zh", "en"):
        near = _read(write(value, ESTIMATE, lang))
        size = abs(Decimal(value))
        assert abs(near - Decimal(value)) <= max(size / 200, Decimal("1e-10"))
        assert not size < 100 <= abs(near) or size > Decimal("99.999999999")
        assert len(str(near.normalize()).replace("-", "")) >= 1


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_what_is_given_is_whole_in_english_and_holds_four_digits_in_chinese(value: int) -> None:
    assert _read(write(value, GIVEN, "en")) == value
    zh = _read(write(value, GIVEN, "zh"))
    assert zh == value or abs(zh - value) * 2_000 <= abs(value)


@given(st.lists(st.integers(1, 10**9).map(lambda one: one / 1000), min_size=2, max_size=6))
def test_neighbours_are_told_apart(values: list[float]) -> None:
    for digits in (GIVEN, ESTIMATE):
        said = say_apart(values, digits)
        for lang in ("zh", "en"):
            assert len({one.get(lang) for one in said.values()}) == len(set(values))


def test_figures_side_by_side_have_one_form_as_in_the_page() -> None:
    for count, values, said in json.loads((_TABLES / "apart.json").read_text("utf-8")):
        written = say_apart(values, Digits(count=count, myriads=True))
        assert [written[one].zh for one in values] == said


def test_no_myriads_of_what_is_counted_in_them() -> None:
    assert not counts_in_myriads(Text("万元", "10,000 yuan"))
    assert not counts_in_myriads(Text("亿元", "100 million yuan"))
    assert not counts_in_myriads(None)
    assert counts_in_myriads(Text("吨/年", "t a year"))
    assert write(float("nan"), ESTIMATE, "zh") == "—"


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ({"type": "number", "derived": True}, "158万"),
        ({"type": "number"}, "158.31万"),
        ({"type": "integer", "derived": True}, "158.31万"),
        ({"type": "integer", "derived": True, "digits": 3}, "158万"),
        ({"type": "number", "derived": True, "digits": 5}, "158.31万"),
    ],
)
def test_a_column_says_what_its_figures_deserve(declared: dict[str, Any], said: str) -> None:
    column = Column(name="t", title=Text("量", "t"), unit=Text("吨", "t"), **declared)
    assert write(1583054.35, column.written, "zh") == said
