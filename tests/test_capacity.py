"""What is declared adds up at every level; what can't be placed is in no finer sum."""

from __future__ import annotations

import math

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box

import gisplan
from gisplan.analysis.industry import balance, capacity
from gisplan.analysis.tables import lift as hierarchy
from gisplan.errors import DataError, OptionError

# A province of two prefectures with two counties each and a new area, and a city without counties
UNITS = pd.DataFrame(
    [
        ("990000", "省", "Province", "province", None),
        ("990100", "甲市", "A", "prefecture", "990000"),
        ("990200", "乙市", "B", "prefecture", "990000"),
        ("990300", "丙市", "C", "prefecture", "990000"),
        ("990101", "甲一", "A1", "county", "990100"),
        ("990102", "甲二", "A2", "county", "990100"),
        ("990171", "新区", "New", "special", "990100"),
        ("990201", "乙一", "B1", "county", "990200"),
        ("990202", "乙二", "B2", "county", "990200"),
        ("990300", "丙市", "C", "county", "990300"),
    ],
    columns=["adcode", "name_zh", "name_en", "level", "parent"],
)
CODES = [*sorted(set(UNITS["adcode"])), "999999", None]

items = st.lists(
    st.fixed_dictionaries(
        {
            "adcode": st.sampled_from(CODES),
            "precision": st.sampled_from(["site", "county", "prefecture"]),
            "industry": st.sampled_from(["saving", "recycling", None]),
            "output": st.one_of(st.none(), st.floats(0, 1e6)),
            "year": st.sampled_from([2019, 2020, None]),
            "summable": st.sampled_from([True, False, None]),
        }
    ),
    max_size=30,
).map(
    lambda rows: pd.DataFrame(
        rows, columns=["adcode", "precision", "industry", "output", "year", "summable"]
    ).astype({"output": "float64", "year": "Int64"})
)


@settings(max_examples=40)
@given(items)
def test_every_level_adds_up_to_the_one_above(rows: pd.DataFrame) -> None:
    table = capacity.declared(rows, UNITS, measures={"output": "year"}).table
    for level, below in (("province", "prefecture"), ("prefecture", "county")):
        for code, own in table[table["level"] == level].groupby("adcode"):
            inside = UNITS[(UNITS["parent"] == code)]
            finer = table[
                table["adcode"].isin(inside["adcode"])
                & table["level"].isin([below, "special" if below == "county" else below])
            ]
            total = finer["value"].sum() + own["unlocated"].sum()
            assert total == pytest.approx(own["value"].sum(), rel=1e-12)


@settings(max_examples=40)
@given(items)
def test_nothing_usable_is_lost_and_the_order_of_rows_does_not_show(rows: pd.DataFrame) -> None:
    outcome = capacity.declared(rows, UNITS, measures={"output": "year"})
    usable = rows[
        rows["adcode"].isin(UNITS["adcode"]) & rows["summable"].map(lambda cell: cell is not False)
    ]
    province = outcome.table[outcome.table["level"] == "province"]
    assert province["value"].sum() == pytest.approx(usable["output"].sum(), rel=1e-12)
    assert province["items"].sum() == usable["output"].notna().sum()
    again = capacity.declared(rows[::-1], UNITS, measures={"output": "year"}).table
    pd.testing.assert_frame_equal(outcome.table, again)


def item(code: str | None, output: float | None, **more: object) -> dict[str, object]:
    return {"adcode": code, "industry": "saving", "output": output, "year": 2020, **more}


def values(rows: list[dict[str, object]], **options: object) -> dict[tuple[str, str], float]:
    table = capacity.declared(
        pd.DataFrame(rows), UNITS, measures={"output": "year"}, **options
    ).table
    return {(row["adcode"], row["level"]): row["value"] for row in table.to_dict(orient="records")}


def test_what_is_known_by_prefecture_is_in_no_county() -> None:
    rows = [item("990101", 1.0, precision="prefecture"), item("990101", 2.0, precision="site")]
    assert values(rows) == {
        ("990000", "province"): 3.0,
        ("990100", "prefecture"): 3.0,
        ("990101", "county"): 2.0,
    }
    outcome = capacity.declared(pd.DataFrame(rows), UNITS, measures={"output": "year"})
    assert [words.en for words in outcome.left_out] == [
        "1 item(s) are known only by prefecture or province: in those sums, in no county's"
    ]


def test_a_city_without_counties_is_known_to_the_county_as_well() -> None:
    found = values([item("990300", 5.0, precision="prefecture")])
    assert found["990300", "county"] == found["990300", "prefecture"] == 5.0


def test_groups_undated_and_unknown_figures_are_counted_not_summed() -> None:
    rows = [
        item("990101", 1.0),
        item("990101", 100.0, summable=False),
        item("990102", None),
        item("990102", 7.0, year=2019),
        item(None, 9.0),
        item("990201", 3.0, verified=False),
    ]
    table = pd.DataFrame(rows)
    outcome = capacity.declared(table, UNITS, measures={"output": "year"}, year=2020)
    top = outcome.table[outcome.table["level"] == "province"].iloc[0]
    assert (top["value"], top["items"], top["unverified"]) == (4.0, 2, 1)
    told = " ".join(words.en for words in outcome.left_out)
    for part in ("no known code", "not to be summed", "have no output", "another year than 2020"):
        assert part in told


def test_a_missing_column_or_a_strange_level_is_an_error() -> None:
    rows = pd.DataFrame([item("990101", 1.0)])
    with pytest.raises(OptionError, match="jobs"):
        capacity.declared(rows, UNITS, measures={"jobs": ""})
    with pytest.raises(DataError, match="village"):
        capacity.declared(rows, UNITS.assign(level="village"), measures={"output": "year"})


def regions() -> gpd.GeoDataFrame:
    codes = ["990100", "990200", "990300"]
    shapes = [box(100 + i, 35, 101 + i, 36) for i in range(3)]
    return gpd.GeoDataFrame({"adcode": codes}, geometry=shapes, crs=4326)


def test_sums_beside_regions_and_the_rule_decides_between_short_and_reached() -> None:
    rows = [
        item("990101", 10.0),
        item("990102", 5.0, industry="recycling"),
        item("990300", 5.0),
    ]
    table = capacity.declared(pd.DataFrame(rows), UNITS, measures={"output": "year"}).table
    outcome = capacity.by_region(
        regions(), table, measure="output", level="prefecture", groups=["saving"]
    )
    first = outcome.table.iloc[0]
    assert (first["output"], first["output_saving"], first["items"]) == (15.0, 10.0, 2)
    assert math.isnan(outcome.table.iloc[1]["output"])
    assert "recycling" in outcome.left_out[0].en
    ranges = regions().assign(
        low_t=[10.0, 1.0, 6.0], mid_t=[20.0, 2.0, 7.0], high_t=[30.0, 3.0, 8.0]
    )
    held = balance.against_allotted(
        ranges, table, measure="output", level="prefecture", target="t"
    ).table
    assert list(held["status"]) == ["depends", "none_declared", "short"]
    assert list(held["gap_mid"]) == [5.0, 2.0, 2.0]


keyed = st.lists(
    st.tuples(st.sampled_from(["990101", "990102"]), st.sampled_from("ab"), st.floats(0, 1e6)),
    max_size=12,
).map(
    lambda rows: pd.DataFrame(rows, columns=["adcode", "stream", "value"]).astype(
        {"value": "float64"}
    )
)


@given(keyed, keyed)
def test_surplus_less_shortfall_is_all_declared_less_all_demanded(
    there: pd.DataFrame, needed: pd.DataFrame
) -> None:
    table = balance.balance(there, needed).table
    whole = table["surplus"].sum() - table["shortfall"].sum()
    assert whole == pytest.approx(there["value"].sum() - needed["value"].sum(), abs=1e-6)
    assert not ((table["surplus"] > 0) & (table["shortfall"] > 0)).any()


def test_the_balance_tells_nothing_known_from_nothing_there() -> None:
    there = pd.DataFrame({"adcode": ["1", "2"], "stream": ["a", "a"], "value": [5.0, 0.0]})
    needed = pd.DataFrame({"adcode": ["2", "3"], "stream": ["a", "a"], "value": [4.0, 4.0]})
    table = balance.balance(there, needed).table.set_index("adcode")
    assert dict(table["status"]) == {"1": "none_demanded", "2": "shortfall", "3": "none_declared"}
    assert table.loc["2", "covered"] == 0.0
    with pytest.raises(DataError):
        balance.balance(there.assign(value=-1.0), needed)


def test_treatment_is_held_against_waste_by_stream_and_stage() -> None:
    places = regions()
    plants = pd.DataFrame(
        [
            ("990101", "municipal", "operating", 10.0),
            ("990102", "municipal", "planned", 99.0),
            ("990300", "kitchen", "operating", 4.0),
        ],
        columns=["adcode", "stream", "stage", "capacity"],
    )
    waste = pd.DataFrame({"adcode": ["990101", "990201"], "t": [4.0, 5.0], "k": [None, 1.0]})
    there = capacity.declared(
        plants, UNITS, measures={"capacity": ""}, by=["stream", "stage"]
    ).table
    needed = capacity.declared(waste, UNITS, measures={"t": "", "k": ""}, by=[]).table
    table = balance.treatment_balance(
        places,
        there,
        needed,
        level="prefecture",
        streams={"t": "municipal", "k": "kitchen"},
        stages=["operating"],
    ).table
    assert list(table["municipal_status"])[:2] == ["surplus", "none_declared"]
    assert table["municipal_balance"].iloc[0] == 6.0
    # no plant known is not no plant: nothing is subtracted
    assert table.loc[1, ["municipal_declared", "municipal_balance"]].isna().all()
    assert table.loc[1, "municipal_demanded"] == 5.0
    assert pd.isna(table["municipal_status"].iloc[2])
    assert list(table["kitchen_status"])[1:] == ["none_declared", "none_demanded"]


def test_what_does_not_say_that_it_is_summable_can_be_left_out() -> None:
    rows = pd.DataFrame([item("990101", 1.0, summable=True), item("990101", 2.0, summable=None)])
    options = {"measures": {"output": "year"}}
    cautious = capacity.declared(rows, UNITS, assume_summable=False, **options)
    assert set(cautious.table["value"]) == {1.0}
    assert "not said to be" in cautious.left_out[0].en
    assert set(capacity.declared(rows, UNITS, **options).table["value"]) == {3.0}


def test_a_row_is_lifted_to_the_unit_of_a_level_that_it_lies_in() -> None:
    rows = pd.DataFrame({"adcode": ["990101", "990171", "990300", "990000", None]})
    outcome = hierarchy.lift(rows, UNITS, level="prefecture", to="city")
    assert list(outcome.table["city"])[:3] == ["990100", "990100", "990300"]
    assert outcome.table["city"].isna().tolist()[3:] == [True, True]
    assert outcome.left_out[0].en.startswith("2 row(s)")
    province = hierarchy.lift(rows, UNITS, level="province", to="whole").table
    assert list(province["whole"])[:4] == ["990000"] * 4
    for change in ({"level": "village"}, {"to": "adcode"}, {"on": "code"}):
        with pytest.raises(OptionError):
            hierarchy.lift(rows, UNITS, **{"level": "county", "to": "x", **change})


def test_shipped_waste_adds_up_to_the_province() -> None:
    table = gisplan.load_layer("waste_by_unit").table
    for measure, rows in table.groupby("measure"):
        sums = rows.groupby("level")["value"].sum()
        assert sums["province"] == pytest.approx(sums["prefecture"]), measure
        assert sums["province"] == pytest.approx(sums["county"] + sums["special"]), measure
