"""The shipped network: towns as their words say, figures as their sources have them."""

from __future__ import annotations

import json

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from gisplan.analysis.coverage.network import in_year, network
from gisplan.analysis.demand.towns import county_seats, place_by_town, town_of
from gisplan.api.load import load_layers
from gisplan.catalog.layer import Layer
from gisplan.errors import DataError, OptionError
from gisplan.places.locate import Locator


@pytest.fixture(scope="module")
def shipped() -> dict[str, Layer]:
    names = (
        "capacity_units",
        "census_counties",
        "counties",
        "county_seats",
        "facilities",
        "facility_sites",
        "household_size",
        "network",
        "network_kinds",
        "norms",
        "plan_bases",
        "public_figures",
        "recycling_stations_lanzhou",
        "settlements",
        "urban_residents",
        "waste_rates",
    )
    return load_layers(names)


@pytest.mark.parametrize(
    ("words", "town"),
    [
        ("石堡镇", "石堡"),
        ("权家湾镇焦家湾村", "权家湾"),
        ("中铺子", "中铺子"),
        ("张家川镇", "张家川"),
        ("人民路街道办事处", "人民路"),
        ("镇乡", "镇乡"),
        (" 平安镇 ", "平安"),
    ],
)
def test_the_town_at_the_head_of_a_place(words: str, town: str) -> None:
    assert town_of(words) == town


SQUARES = gpd.GeoDataFrame(
    {
        "adcode": ["990101", "990102"],
        "name_zh": ["甲县", "乙川县"],
        "name_en": ["A", "B"],
        "parent": "990100",
    },
    geometry=[box(100, 35, 101, 36), box(101, 35, 102, 36)],
    crs=4326,
)
PREFECTURE = gpd.GeoDataFrame(
    {"adcode": ["990100"], "name_zh": ["丙市"], "name_en": ["C"]},
    geometry=[box(100, 35, 102, 36)],
    crs=4326,
)


def towns(*rows: tuple[str | None, str, float | None]) -> gpd.GeoDataFrame:
    """Make settlements from name, county and population."""
    table = pd.DataFrame(rows, columns=["name_zh", "adcode", "population"])
    table["geonameid"], table["name"] = range(1, len(rows) + 1), "Town"
    points = [
        Point(100.1 + i / 100 + (code == "990102"), 35.5) for i, (_, code, _) in enumerate(rows)
    ]
    return gpd.GeoDataFrame(table, geometry=points, crs=4326)


def test_a_town_is_found_in_its_own_county_and_only_once() -> None:
    settlements = towns(
        ("石堡", "990101", None),
        ("马街镇", "990102", None),
        ("桥头", "990101", None),
        ("桥头", "990101", None),
        (None, "990101", None),
    )
    rows = pd.DataFrame(
        {
            "id": ["hit", "suffix", "other county", "twice", "wide", "no words", "nowhere"],
            "adcode": ["990101", "990102", "990102", "990101", "990100", "990101", None],
            "place_zh": ["石堡镇东村", "马街", "石堡镇", "桥头镇", "石堡镇", None, "石堡镇"],
        }
    )
    outcome = place_by_town(rows, SQUARES, PREFECTURE, settlements)
    got = dict(zip(outcome.table["id"], outcome.table["precision"], strict=True))
    assert got == {
        "hit": "town",
        "suffix": "town",
        "other county": "county",
        "twice": "county",
        "wide": "prefecture",
        "no words": "county",
        "nowhere": "none",
    }
    assert outcome.table.geometry[0] == settlements.geometry[0]
    assert SQUARES.geometry[1].contains(outcome.table.geometry[2])
    told = " ".join(text.zh for text in outcome.left_out)
    assert "桥头镇" in told
    assert "石堡镇" in told


NOBODY = pd.DataFrame({"adcode": pd.Series(dtype=str), "seat": pd.Series(dtype=str)})
SITE = gpd.GeoDataFrame(
    {"adcode": ["990171"], "name_zh": ["新区"], "name_en": ["New"]},
    geometry=[Point(100.9, 35.1)],
    crs=4326,
)


@pytest.mark.parametrize(
    ("settlements", "seat", "basis", "chosen"),
    [
        ([("大", "990102", 9e9), ("乙川", "990102", 5)], None, "own_name", "乙川"),
        ([("大", "990102", 9e9), ("小", "990102", 5)], "小", "named", "小"),
        ([("大", "990102", 9e9), ("小", "990102", 5)], "无", "inside", None),
        ([("大", "990102", 9), ("某城关镇", "990102", None)], None, "chengguan", "某城关镇"),
        ([("小", "990102", 5), ("大", "990102", 9)], None, "most_populous", "大"),
        ([("小", "990102", None)], None, "only", "小"),
        ([("小", "990102", None), ("大", "990102", None)], None, "inside", None),
        ([("丙市区", "990102", None), ("丙", "990102", None)], None, "inside", None),
        ([], None, "inside", None),
    ],
)
def test_a_seat_is_chosen_by_the_first_rule_that_holds(settlements, seat, basis, chosen) -> None:
    named = NOBODY if seat is None else pd.DataFrame({"adcode": ["990102"], "seat": [seat]})
    outcome = county_seats(SQUARES, PREFECTURE, towns(*settlements), sites=SITE, named=named)
    table = outcome.table.set_index("id")
    assert list(table.index) == ["990101", "990102", "990171"]
    row = table.loc["990102"]
    assert row["basis"] == basis
    assert (None if pd.isna(row["seat_zh"]) else row["seat_zh"]) == chosen
    assert row["precision"] == ("county" if chosen is None else "town")
    assert SQUARES.geometry[1].contains(row["geometry"])
    assert table.loc["990171", "basis"] == "site"
    assert table.loc["990171", "geometry"] == SITE.geometry[0]


def test_two_names_for_one_seat_are_an_error() -> None:
    named = pd.DataFrame({"adcode": ["990101", "990101"], "seat": ["甲", "乙"]})
    with pytest.raises(DataError, match="990101"):
        county_seats(SQUARES, PREFECTURE, towns(), sites=SITE, named=named)


def test_each_unit_of_the_census_has_one_seat_inside_it(shipped: dict[str, Layer]) -> None:
    seats, census = shipped["county_seats"].table, shipped["census_counties"].table
    assert sorted(seats["id"]) == sorted(census["adcode"])
    where = Locator.from_counties(shipped["counties"].table).locate(
        seats.geometry.x, seats.geometry.y
    )
    bordered = (seats["basis"] != "site").to_numpy()
    assert (where["county"] == seats["adcode"])[bordered].all()
    known = dict(zip(seats["adcode"], seats["seat_zh"], strict=True))
    assert known["620902"] == "酒泉"
    assert known["620524"] == "武山"  # 洛门 is listed with more people
    assert known["621022"] == "环城"


# -- the network ----------------------------------------------------------------------------


def test_facilities_stand_where_their_precision_says(shipped: dict[str, Layer]) -> None:
    sites = shipped["facility_sites"].table
    assert len(sites) == len(shipped["facilities"].table)
    in_towns = sites[sites["precision"] == "town"]
    assert set(in_towns["place_zh"]) == {"石堡镇", "马街镇"}
    settlements = shipped["settlements"].table
    shibao = settlements[(settlements["name_zh"] == "石堡") & (settlements["adcode"] == "621225")]
    row = sites.set_index("id").loc["xihe-incineration"]
    assert row["geometry"] == shibao.geometry.iloc[0]
    where = Locator.from_counties(shipped["counties"].table).locate(
        sites.geometry.x, sites.geometry.y
    )
    narrow = sites["precision"].isin(["town", "county"]) & (sites["adcode"] != "620171")
    assert (where["county"] == sites["adcode"])[narrow.to_numpy()].all()
    wide = sites["precision"] == "prefecture"
    assert wide.sum() == sites["adcode_county"].isna().sum()
    assert (where["prefecture"] == sites["adcode"])[wide.to_numpy()].all()


def test_every_row_keeps_its_source(shipped: dict[str, Layer]) -> None:
    for name in ("facilities", "facility_sites", "network", "urban_residents", "household_size"):
        for column in ("source_zh", "source_en"):
            assert shipped[name].table[column].str.len().gt(3).all(), name
    assert shipped["norms"].table["source_zh"].str.len().gt(3).all()
    assert shipped["recycling_stations_lanzhou"].table["source_en"].notna().all()
    assert shipped["public_figures"].table[["publisher_zh", "publisher_en"]].notna().all(axis=None)
    facilities = shipped["facilities"].table.set_index("id")
    placed = shipped["network"].table.set_index("id")
    own = placed[placed["origin"] == "facility"]
    assert own["source_zh"].to_dict() == facilities["source_zh"].to_dict()
    assert own["capacity_given"].fillna(-1).to_dict() == facilities["capacity"].fillna(-1).to_dict()
    assert own["capacity_unit"].fillna("").to_dict() == (
        facilities["capacity_unit"].fillna("").to_dict()
    )


def test_stage_and_years_agree_with_the_status(shipped: dict[str, Layer]) -> None:
    heads = {
        "operating": ("operating",),
        "commissioning": ("commissioning", "built"),
        "under_construction": ("under construction",),
        "planned": ("planned",),
    }
    for row in shipped["facilities"].table.to_dict("records"):
        assert row["status_en"].startswith(heads[row["stage"]]), row["id"]
        for column in ("start_year", "due_year"):
            if not pd.isna(row[column]):
                assert str(row[column]) in row["status_en"], row["id"]
        if not pd.isna(row["capacity"]):
            assert not pd.isna(row["capacity_unit"]), row["id"]


def test_capacities_are_converted_only_where_a_source_says_how(shipped: dict[str, Layer]) -> None:
    sites = shipped["network"].table.set_index("id")
    tonnes = sites["capacity"]
    assert tonnes["xihe-incineration"] == 180_000
    assert tonnes["lanzhou-recycling-park"] == 1_250_000
    assert tonnes["zhongpuzi-incineration"] == pytest.approx(2000 * 8000 / 24)
    for name in ("lanzhou-kitchen", "lanzhou-park-elv", "zihuan-hazardous", "jiayuguan-bulk"):
        assert pd.isna(tonnes[name])
    assert set(sites["kind"]) <= set(shipped["network_kinds"].table["kind"])
    rates = shipped["waste_rates"].table
    assert set(sites["stream"]) <= set(rates["group"])


def test_the_network_holds_the_bases_of_the_plan(shipped: dict[str, Layer]) -> None:
    sites, bases = shipped["network"].table, shipped["plan_bases"].table
    planned = sites[sites["origin"] == "plan"]
    recycling = {name for name in bases["id"] if name.startswith("recycling-base-")}
    assert recycling | {"urban-minerals-base"} <= set(planned["id"])
    assert set(planned["stage"]) == {"planned"}
    assert set(sites["part_of"].dropna()) <= set(planned["id"])


def test_lanzhou_stations_add_up_to_the_published_total(shipped: dict[str, Layer]) -> None:
    stations = shipped["recycling_stations_lanzhou"].table
    figures = shipped["public_figures"].table.set_index("id")["value"]
    assert stations["standard_stations"].sum() == figures["lanzhou-stations-2013"] == 471


def test_a_rate_in_use_has_a_source_and_none_has_a_reason(shipped: dict[str, Layer]) -> None:
    rates = shipped["waste_rates"].table
    with_value = rates["value"].notna()
    needed = ["source_zh", "source_en", "checked_zh", "checked_en", "unit", "basis"]
    assert rates.loc[with_value, needed].notna().all(axis=None)
    without = rates.loc[~with_value]
    assert without[["reason_zh", "reason_en"]].notna().all(axis=None)
    assert not without["used"].any()
    assert not rates.loc[rates["used"], "stream"].duplicated().any()


STAGES = ["operating", "commissioning", "under_construction", "planned", "unknown"]
YEARS = st.one_of(st.none(), st.integers(2000, 2030))


@given(
    st.lists(st.tuples(st.sampled_from(STAGES), YEARS, YEARS, YEARS), min_size=1, max_size=8),
    st.integers(1995, 2035),
)
def test_a_state_is_known_up_to_its_report(rows, year) -> None:
    table = pd.DataFrame(rows, columns=["stage", "start_year", "due_year", "status_year"])
    for column in ("start_year", "due_year", "status_year"):
        table[column] = table[column].astype("Int64")
    sites = gpd.GeoDataFrame(table, geometry=[Point(100, 35)] * len(table), crs=4326)
    now, later = in_year(sites, year=year)["standing"], in_year(sites, year=year + 1)["standing"]
    report = table["status_year"].astype("float64")
    # what stood goes on standing up to the report, and is not known after it
    assert (later[(now == "standing") & ~(report < year + 1)] == "standing").all()
    assert (now[report < year] != "standing").all()
    assert (now[(report < year) & ~(table["start_year"] > year).fillna(False)] == "unknown").all()
    unbuilt = ~table["stage"].isin(["operating", "commissioning"])
    assert (now[unbuilt] != "standing").all()
    assert (now[table["start_year"].isna() & ~unbuilt] != "planned").all()


def test_a_year_decides_what_stands(shipped: dict[str, Layer]) -> None:
    def states(year: int) -> dict[str, str]:
        sites = in_year(shipped["network"].table, year=year)
        return dict(zip(sites["id"], sites["standing"], strict=True))

    before, after = states(2020), states(2021)
    assert before["liangzhou-incineration"] == "planned"
    assert after["liangzhou-incineration"] == "standing"
    assert before["qingyang-incineration"] == "standing"  # on trial in April 2020
    assert states(2019)["qingyang-incineration"] == "planned"
    assert before["lanzhou-kitchen"] == "standing"
    # reported in 2008, in 2016, in 2020: known for no other year
    assert before["dunhuang-landfill"] == before["baiyin-incineration"] == "unknown"
    assert before["zhongpuzi-incineration"] == "standing"
    assert {states(y)["zhongpuzi-incineration"] for y in (2018, 2019, 2021)} == {"unknown"}
    # under construction in 2015: whether it was finished since, nobody says
    assert states(2015)["tianshui-incineration"] == "planned"
    assert states(2030)["tianshui-incineration"] == "unknown"
    assert states(2030)["minxian-incineration"] == "unknown"
    assert states(2030)["recycling-base-wuwei"] == "planned"


def test_a_network_with_faults_says_all_of_them(shipped: dict[str, Layer]) -> None:
    layers = {n: shipped[n].table for n in ("facility_sites", "network_kinds", "capacity_units")}
    bases = load_layers(("bases",))["bases"].table
    args = (layers["facility_sites"], bases, layers["network_kinds"], layers["capacity_units"])
    with pytest.raises(OptionError, match="no-such-base"):
        network(*args, include={"no-such-base": "recycling_base"})
    wrong = layers["facility_sites"].assign(kind="mystery", id="same")
    with pytest.raises(DataError) as caught:
        network(wrong, *args[1:], include={})
    assert "mystery" in caught.value.text("zh")
    assert "same" in caught.value.text("en")
    outcome = network(*args, include={"sorting-pilot-areas": "sorting_centre"})
    assert "sorting-pilot-areas" not in set(outcome.table["id"])
    assert json.dumps([t.zh for t in outcome.left_out], ensure_ascii=False).count("没有位置") == 1
