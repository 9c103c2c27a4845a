"""Duplicates: proposed where they should be, and nothing else."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from rapidfuzz import fuzz

from gisplan.catalog.layer import DataProblem
from gisplan.escape import inert, restore
from gisplan.importing import duplicates
from gisplan.importing.duplicates import LIKE, NEAR, propose
from gisplan.importing.summary import problems_csv, problems_html
from gisplan.text import Text


def pairs(rows: list[dict[str, object]]) -> set[tuple[int, int, str]]:
    told = propose(pd.DataFrame(rows)).pairs
    return set(zip(told["first"], told["second"], told["reason"], strict=True))


def test_the_three_reasons() -> None:
    rows = [
        {"name": "甲厂", "adcode": "620111", "credit_code": "A", "lon": 103.0, "lat": 36.0},
        {"name": "乙厂", "adcode": "620902", "credit_code": "A", "lon": 98.5, "lat": 39.7},
        {"name": "甲 厂", "adcode": "620111", "credit_code": "B", "lon": 103.5, "lat": 36.2},
        {
            "name": "合成材料试验有限公司",
            "adcode": "",
            "credit_code": "",
            "lon": 100.0,
            "lat": 38.0,
        },
        {"name": "合成材料实验公司", "adcode": "", "credit_code": "", "lon": 100.001, "lat": 38.0},
        {"name": "合成材料实验公司", "adcode": "", "credit_code": "", "lon": 101.0, "lat": 38.0},
    ]
    told = pairs(rows)
    assert (0, 1, "same_code") in told
    assert (0, 2, "same_name") in told
    assert (3, 4, "near") in told
    assert not any({3, 5} == {a, b} for a, b, _ in told)


def test_the_generic_part_of_a_name_makes_nobody_alike() -> None:
    names = ("东山有限责任公司", "西河有限责任公司", "南坪有限责任公司")
    assert fuzz.ratio(names[0], names[1]) >= 75
    assert pairs([{"name": name, "adcode": "620111"} for name in names]) == set()


def test_things_of_different_kinds_on_one_site_are_different() -> None:
    one = {"name": "某焚烧厂", "adcode": "620111", "lon": 103.0, "lat": 36.0}
    assert pairs([{**one, "kind": "incineration"}, {**one, "kind": "kitchen_waste"}]) == set()
    assert pairs([{**one, "kind": "incineration"}, {**one, "kind": "incineration"}])


@given(
    st.lists(
        st.tuples(st.sampled_from("甲乙丙丁"), st.integers(0, 40), st.integers(0, 40)), max_size=25
    )
)
def test_near_pairs_are_those_of_every_pair_measured(
    given_rows: list[tuple[str, int, int]],
) -> None:
    names = {"甲": "兴隆合成材料", "乙": "兴隆合成材枓", "丙": "远大环境工程", "丁": "北方机械制造"}
    rows = [
        {"name": names[n] + str(i), "adcode": "", "lon": 100 + x / 10000, "lat": 38 + y / 10000}
        for i, (n, x, y) in enumerate(given_rows)
    ]
    table = pd.DataFrame(rows, columns=["name", "adcode", "lon", "lat"])
    table[["lon", "lat"]] = table[["lon", "lat"]].astype(float)
    expected = set()
    geod = Geod(ellps="WGS84")
    for a in range(len(rows)):
        for b in range(a + 1, len(rows)):
            metres = geod.inv(*table.loc[a, ["lon", "lat"]], *table.loc[b, ["lon", "lat"]])[2]
            if metres <= NEAR and fuzz.ratio(rows[a]["name"], rows[b]["name"]) >= LIKE:
                expected.add((a, b))
    assert {(a, b) for a, b, _ in _told(table)} == expected


@given(
    st.lists(st.text("甲乙丙丁戊己一二三厂", max_size=7), max_size=30),
    st.integers(1, 9),
)
def test_like_names_are_those_of_every_pair_compared(names: list[str], block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duplicates, "_BLOCK", block)
        found = duplicates.like_names(names)
    expected = {
        (a, b)
        for a, b in itertools.combinations(range(len(names)), 2)
        if min(len(names[a]), len(names[b])) >= 2 and fuzz.ratio(names[a], names[b]) >= LIKE
    }
    assert {tuple(sorted(pair)) for pair in found.tolist()} == expected
    assert len(found) == len(expected)


def test_numbered_names_of_many_rows_are_few_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = 400
    monkeypatch.setattr(duplicates, "_MOST_PAIRS", 1000)
    compared = []
    cdist = duplicates.process.cdist

    def counted(some: list[str], others: list[str], **options: object) -> object:
        compared.append(len(some) * len(others))
        return cdist(some, others, **options)

    monkeypatch.setattr(duplicates.process, "cdist", counted)
    for where in ({"lon": 103.0, "lat": 36.0}, {}):
        table = pd.DataFrame({"name": [f"合成企业{i:04d}" for i in range(rows)], **where})
        table["adcode"] = [f"6201{i % 4:02d}" for i in range(rows)]
        told = propose(table)
        assert told.first_alone
        first = told.pairs.groupby("second")["first"].agg(["min", "size"])
        apart = 4 if not where else 1
        expected = {}
        for b in range(rows):
            earlier = (
                a
                for a in range(b % apart, b, apart)
                if fuzz.ratio(table["name"][a], table["name"][b]) >= LIKE
            )
            if (a := next(earlier, None)) is not None:
                expected[b] = (a, 1)
        assert {b: tuple(row) for b, row in zip(first.index, first.to_numpy(), strict=True)} == (
            expected
        )
    # within each region alone, and each pair once
    assert 0 < sum(compared) <= rows * rows / 4


def _told(table: pd.DataFrame) -> set[tuple[int, int, str]]:
    told = propose(table).pairs
    return set(zip(told["first"], told["second"], told["reason"], strict=True))


@given(st.text(max_size=30))
def test_an_inert_cell_is_no_formula_and_comes_back(cell: str) -> None:
    safe = inert(cell)
    assert (restore(safe) if safe != cell or cell[:1] == "'" else safe) == cell
    assert safe[:1] not in ("=", "@", "\t", "\r")
    if safe[:1] in ("+", "-"):
        assert np.isfinite(float(safe))


def test_what_a_file_says_can_not_leave_its_cell() -> None:
    evil = '=HYPERLINK("http://x")</td><script>alert(1)</script>\x00'
    problem = DataProblem(
        file=evil,
        row=2,
        column=evil,
        value=evil,
        message=Text("问题", "wrong"),
        action=Text("无", "-"),
    )
    page = problems_html([problem], title=Text(evil, evil), counts=Text("", ""), lang="zh").decode()
    assert "<script" not in page
    assert "\x00" not in page
    table = problems_csv([problem], lang="zh").decode("utf-8-sig")
    assert "\n=" not in table
    assert ',"=' not in table
