"""New rows among those that a layer has, and the CSV that they go to."""

from __future__ import annotations

import codecs
import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.errors import DataError
from gisplan.escape import restored
from gisplan.importing.as_csv import to_csv
from gisplan.importing.as_texts import held_apart, numbers
from gisplan.importing.merge import merge
from gisplan.plain_numbers import large_texts
from tests.test_layers import SHIPPED

SPEC = SHIPPED.layers["special_units"]
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@given(st.lists(st.tuples(texts, texts, texts), max_size=8))
def test_a_csv_reads_back_with_another_reader(rows: list[tuple[str, ...]]) -> None:
    table = pd.DataFrame(rows, columns=["a", "b,", '"c"'], dtype="str")
    written = to_csv(table)
    assert written.startswith(codecs.BOM_UTF8)  # by which Excel knows UTF-8
    head, *back = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert head == ["a", "b,", '"c"']
    for cell in (cell for row in back for cell in row):
        assert not cell.startswith(("=", "@", "＝", "＠", "\t", "\r", "\n"))
        assert not cell.startswith(("+", "-")) or float(cell) is not None
    again = restored(pd.DataFrame(back, columns=head, dtype="str"))
    assert again.to_numpy().tolist() == [list(row) for row in rows]


def test_an_apostrophe_in_a_geojson_is_somebodys_own() -> None:
    table = pd.DataFrame({"name": ["'=1", "''s", "'x"]}, dtype="str")
    assert restored(table, ending=".GeoJSON")["name"].tolist() == ["'=1", "''s", "'x"]
    assert restored(table, ending=".csv")["name"].tolist() == ["=1", "'s", "'x"]


def keyed(*keys: str) -> pd.DataFrame:
    """Rows of a layer with that key; all else is empty."""
    columns = {
        name: pd.Series("", index=range(len(keys)), dtype="str") for name in SPEC.column_names
    }
    return pd.DataFrame(columns).assign(**{SPEC.key[0]: list(keys)})


@given(
    st.lists(st.integers(0, 9), unique=True, max_size=6),
    st.lists(st.integers(0, 9), unique=True, max_size=6),
)
def test_rows_of_the_same_key_give_way_and_no_other_is_lost(old: list[int], new: list[int]) -> None:
    before, used = keyed(*map(str, old)), keyed(*map(str, new))
    merged = merge(before, [used], SPEC, how="files")
    keys = merged.table[SPEC.key[0]].tolist()
    assert keys == [str(k) for k in old if k not in new] + [str(k) for k in new]
    assert merged.kept + merged.replaced == len(old)
    assert merged.new.sum() == len(new)


def test_two_new_rows_of_one_key_are_an_error_that_names_it() -> None:
    with pytest.raises(DataError, match="same-key"):
        merge(None, [keyed("same-key", "same-key")], SPEC, how="files")


@given(
    st.lists(st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)), max_size=20)
)
def test_a_number_is_written_to_twelve_digits_and_no_more(
    given_numbers: list[float | None],
) -> None:
    told = numbers(pd.Series(given_numbers, dtype=float))
    for number, text in zip(given_numbers, told, strict=True):
        if number is None:
            assert pd.isna(text)
            continue
        assert float(text) == pytest.approx(number, rel=5.1e-12, abs=0)
        assert sum(c.isdigit() for c in text.split("e")[0].lstrip("-0.")) <= 12
        assert not text.endswith(".0")


@given(st.lists(st.floats(-180, 180), min_size=1, max_size=20), st.integers(6, 9))
def test_degrees_are_written_as_python_writes_twelve_digits(
    given_numbers: list[float], decimals: int
) -> None:
    rounded = [round(number, decimals) + 0.0 for number in given_numbers]
    assert numbers(pd.Series(rounded)).tolist() == [f"{number:.12g}" for number in rounded]


def test_columns_that_lie_with_the_file_are_copied_and_stay_what_they_are() -> None:
    rows = pd.DataFrame({"name": ["甲", ""], "other": ["1", "2"]}, dtype="str")
    own = pd.Series(["a", "b"], dtype="str")
    apart = held_apart(pd.DataFrame({"name_zh": rows["name"], "own": own}), rows)
    assert apart.to_dict("list") == {"name_zh": ["甲", ""], "own": ["a", "b"]}
    of_file, copied = (
        large_texts(cells).buffers()[2].address for cells in (rows["name"], apart["name_zh"])
    )
    assert of_file != copied
    assert large_texts(apart["own"]).buffers()[2].address == large_texts(own).buffers()[2].address
