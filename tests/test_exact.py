"""Sums taken in parts are those taken at once."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.analysis.exact_sums import exact_parts, exact_sums

#: Of one size, as shares are; of any size, down to the least there is; larger than is cut up.
NUMBERS = (
    st.floats(0, 1),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e200, max_value=1e200),
    st.sampled_from([5e-324, 3e-308, 1.0, 1 + 2**-52, 2.0**53, 1e16, -1e16, 1e280, -1e290]),
)
FINITE = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e200, max_value=1e200)
ROWS = st.lists(st.tuples(st.integers(-1, 4), FINITE), max_size=60)


def parts_of(rows: list[tuple[int, float]]) -> list[tuple[int, float]]:
    groups = np.array([group for group, _ in rows], dtype=np.intp)
    values = np.array([value for _, value in rows], dtype=np.float64)
    found = exact_parts(values, groups, count=5)
    return list(zip(found[0].tolist(), found[1].tolist(), strict=True))


@given(ROWS)
def test_the_parts_of_a_group_are_exactly_its_sum(rows: list[tuple[int, float]]) -> None:
    found = parts_of(rows)
    for group in range(5):
        true = sum((Fraction(v) for g, v in rows if g == group), Fraction(0))
        assert sum((Fraction(v) for g, v in found if g == group), Fraction(0)) == true
    assert {g for g, _ in found} == {g for g, _ in rows if g >= 0}


@given(ROWS, st.lists(st.integers(0, 60), max_size=5), st.randoms(use_true_random=False))
def test_cut_anywhere_and_put_together_in_any_order(rows, cuts, random) -> None:
    bounds = [0, *sorted(cuts), len(rows)]
    pieces = [rows[a:b] for a, b in pairwise(bounds)]
    random.shuffle(pieces)
    found = parts_of([part for piece in pieces for part in parts_of(piece)])
    for group in range(5):
        of_all = math.fsum(v for g, v in rows if g == group)
        assert math.fsum(v for g, v in found if g == group) == of_all


@given(st.lists(st.tuples(st.integers(0, 4), st.floats(0, 1e200)), min_size=1, max_size=60))
def test_parts_have_the_sign_of_the_sum(rows: list[tuple[int, float]]) -> None:
    assert all(part >= 0 for _, part in parts_of(rows))


def test_a_value_that_is_not_known_makes_the_sum_unknown() -> None:
    found = dict(parts_of([(0, 1.5), (0, math.nan), (1, 0.1), (2, math.inf)]))
    assert math.isnan(found[0])
    assert found[1] == 0.1
    assert math.isnan(found[2])


def test_small_numbers_beside_large_ones_are_not_lost() -> None:
    found = parts_of([(0, 1e16), (0, 1.0), (0, 1e-300), (0, -1e16)])
    assert [value for _, value in found] == [1.0, 1e-300]


def test_whole_numbers_take_the_short_way_to_the_same() -> None:
    assert parts_of([(3, 2.0**52 / 8), (3, 7.0), (1, -0.0)]) == [(1, 0.0), (3, 2.0**49 + 7)]


@given(
    st.sampled_from(NUMBERS).flatmap(
        lambda numbers: st.lists(st.tuples(st.integers(-1, 4), numbers), max_size=60)
    )
)
def test_sums_of_groups_are_rounded_once(rows: list[tuple[int, float]]) -> None:
    values = np.array([value for _, value in rows], dtype=np.float64)
    groups = np.array([group for group, _ in rows], dtype=np.intp)
    for group, found in enumerate(exact_sums(values, groups, count=5).tolist()):
        true = sum((Fraction(v) for g, v in rows if g == group), Fraction(0))
        assert found == float(true)


def test_sums_spoilt_in_one_group_hold_in_the_others() -> None:
    values = np.array([0.1, math.nan, 0.2, 0.3, math.inf, 1.0, 1e308, -1e308, 7.0])
    groups = np.array([0, 1, 0, 0, 2, 1, 3, 3, 3], dtype=np.int32)
    found = exact_sums(values, groups, count=6)
    assert found.tolist()[0] == math.fsum([0.1, 0.2, 0.3])
    assert math.isnan(found[1])
    assert found.tolist()[2:] == [math.inf, 7.0, 0.0, 0.0]


def test_too_many_at_once_are_refused() -> None:
    many = np.broadcast_to(np.float64(1), 2**26 + 1)
    with pytest.raises(ValueError, match="at once"):
        exact_parts(many, np.broadcast_to(np.intp(0), 2**26 + 1), count=1)
