"""Unified social credit codes, held against python-stdnum and the printed algorithm."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import uscc

from gisplan.importing.credit_code import read_credit_codes

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def organisation_check(body):
    """GB 11714 as printed: C9 = 11 - MOD(sum of Ci x Wi, 11); 10 is X, 11 is 0."""
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(c, 36) * w for c, w in zip(body, weights, strict=True))
    return {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


@st.composite
def codes(draw, *, whole_body=True):
    head = draw(st.sampled_from(["91", "93", "12", "51", "N2", "Y1", "A1"]))
    region = draw(st.text("0123456789", min_size=6, max_size=6))
    body = draw(st.text(LETTERS, min_size=8, max_size=8))
    check = organisation_check(body)
    if not whole_body:
        check = draw(st.sampled_from([c for c in "0123456789X" if c != check]))
    first = head + region + body + check
    return first + uscc.calc_check_digit(first)


def read(value):
    found = read_credit_codes(pd.Series([value], dtype=object))
    columns = (found.codes, found.repairs, found.faults, found.remarks)
    return tuple(column.iloc[0] for column in columns)


@given(codes())
def test_right_codes_are_kept(code):
    assert read(code) == (code, None, None, None)


@given(codes(whole_body=False))
def test_a_wrong_organisation_code_inside_is_remarked(code):
    kept, _, fault, remark = read(code)
    assert kept == code
    assert fault is None
    assert "GB 11714" in remark.en


@given(codes(), st.integers(0, 17), st.sampled_from(LETTERS))
def test_one_wrong_character_is_always_found(code, place, character):
    changed = code[:place] + character + code[place + 1 :]
    assert (read(changed)[2] is None) == (changed == code)


@given(codes(), st.integers(0, 16))
def test_two_neighbours_exchanged_are_always_found(code, place):
    changed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (read(changed)[2] is None) == (changed == code)


@given(st.text(LETTERS + "IOSVZ", min_size=16, max_size=16).map("91".__add__) | codes())
def test_agrees_with_stdnum(text):
    # It takes digits alone in places 1 and 2, where the standard has letters too (N2, Y1).
    assume(text[:2].isdigit())
    assert (read(text)[2] is None) == uscc.is_valid(text)


@given(codes())
def test_small_full_width_and_parted_codes_are_repaired(code):
    wide = "".join(chr(ord(c) + 0xFEE0) for c in code)
    for written in (
        f" {wide}\u3000",
        f"{code[:2]}-{code[2:8]} {code[8:].lower()}",
        code + "\ufeff",
    ):
        kept, repair, fault, _ = read(written)
        assert kept == code
        assert repair is not None
        assert fault is None


# The example of python-stdnum's documentation, a code in public use.
KNOWN = "91110000600037341L"


def test_a_known_code():
    assert read(KNOWN) == (KNOWN, None, None, None)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (KNOWN[:-1], "has 17 characters"),
        (KNOWN + "0", "has 19 characters"),
        ("620100000000001", "15 digits of the old kind"),
        (9.1110000600037e17, "kept as a number"),
        ("9.1111E+17", "kept as a number"),
        (KNOWN[:-1] + "M", "check character"),
        ("9111000O600037341L", "'O' in place 8"),
        ("91A10000600037341L", "administrative code"),
        ("无", "has 1 characters"),
        ("9111000060003734１ L×", "has 19 characters"),
        ("9" * 10_000_000, "40+ characters"),
        ("9111\x000000600037341"[:18], "not used"),
    ],
)
def test_what_is_no_code_and_why(written, reason):
    kept, repair, fault, remark = read(written)
    assert kept is pd.NA
    assert repair is None
    assert remark is None
    assert reason in fault.en
    assert len(fault.zh) < 150


@pytest.mark.parametrize("empty", [None, np.nan, pd.NA, "", "  ", "-"])
def test_an_empty_cell_is_no_fault(empty):
    assert read(empty) == (pd.NA, None, None, None)


def test_a_whole_number_of_eighteen_digits_is_looked_at():
    numbers = pd.Series(range(911100006000373400, 911100006000373500))
    found = read_credit_codes(numbers)
    right = [uscc.is_valid(str(n)) for n in numbers]
    assert any(right)
    assert found.codes.notna().tolist() == right


def test_the_index_is_kept():
    found = read_credit_codes(pd.Series([KNOWN, "x"], index=[7, 3]))
    assert found.codes.index.tolist() == [7, 3]
    assert found.faults[3] is not None
