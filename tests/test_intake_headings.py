"""Headings recognised, and mappings that read back."""

from __future__ import annotations

import tomllib

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.catalog import declaration
from gisplan.catalog.as_toml import for_people, in_line, quoted
from gisplan.catalog.plausible import plausible
from gisplan.importing import mapping as mappings
from gisplan.importing.headings import Vocabulary, take_apart
from gisplan.importing.mapping import ColumnMapping, ImportMapping
from gisplan.importing.match_headings import recognise
from gisplan.text import Text
from tests.test_intake_amounts import UNITS
from tests.test_layers import SHIPPED

SPEC = SHIPPED.layers["enterprises"]
WORDS = Vocabulary.from_table(
    pd.read_csv(SHIPPED.layers["headings"].path.with_suffix(".csv"), dtype=str)
)


def found(*headings: str) -> dict[str, str]:
    told = recognise(headings, SPEC.columns, vocabulary=WORDS, units=UNITS)
    assert not told.faults
    return {name: heading.text for name, heading in told.found.items()}


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("企业名称", "name_zh"),
        (" 单 位 名 称 ", "name_zh"),
        ("name", "name_zh"),
        ("Company Name", "name_zh"),
        ("经度", "lon"),
        ("Ｌｏｎ", "lon"),
        ("纬度（°）", "lat"),
        ("县(市、区)", "county"),
        ("统一社会信用代码", "credit_code"),
        ("2021年产值（万元）", "output"),
        ("年产值/亿元", "output"),
        ("Output [100 million yuan]", "output"),
        ("adcode", "adcode"),
        ("详细地址*", "address"),
    ],
)
def test_a_heading_is_recognised(heading: str, column: str) -> None:
    assert found(heading) == {column: heading}


def test_a_heading_comes_apart_into_name_unit_and_year() -> None:
    told = take_apart("2021年产值（万元）", UNITS)
    assert (told.names[-1], told.unit, told.year) == ("产值", "万元", "2021")
    assert take_apart("处理能力:万吨/年", UNITS).unit == "万吨/年"
    assert take_apart("名称（全称）", UNITS).unit == ""


@pytest.mark.parametrize(
    ("heading", "name", "unit"),
    [
        ("产值 万元", "产值", "万元"),
        ("产值万元", "产值", "万元"),
        ("处理能力吨/日", "处理能力", "吨/日"),
        ("处理规模 t/d", "处理规模", "t/d"),
        ("占地面积亩", "占地面积", "亩"),
        ("产值（2023年，万元）", "产值", "万元"),
        ("产值（万元）①", "产值", "万元"),
        ("产值（万元）1)", "产值", "万元"),
        ("单元", "单元", ""),
        ("就业人", "就业人", ""),
        ("万元产值能耗", "万元产值能耗", ""),
    ],
)
def test_a_unit_stands_in_a_heading_in_many_ways(heading: str, name: str, unit: str) -> None:
    apart = take_apart(heading, UNITS)
    assert (apart.names[-1], apart.unit) == (name, unit)


def test_nothing_is_made_of_an_unknown_heading() -> None:
    told = recognise(("联系电话", "法人"), SPEC.columns, vocabulary=WORDS, units=UNITS)
    assert not told.found
    assert told.unused == ("联系电话", "法人")


def test_two_headings_for_one_column_must_be_decided() -> None:
    headings = ("企业名称", "单位名称")
    assert recognise(headings, SPEC.columns, vocabulary=WORDS, units=UNITS).faults
    decided = recognise(
        headings, SPEC.columns, vocabulary=WORDS, units=UNITS, taken={"name_zh": "单位名称"}
    )
    assert not decided.faults
    assert decided.unused == ("企业名称",)


def test_the_unit_beside_a_column_is_its_unit() -> None:
    told = recognise(("企业名称", "产值", "单位"), SPEC.columns, vocabulary=WORDS, units=UNITS)
    assert told.unit_of["output"] == "单位"


def test_every_meaning_of_the_vocabulary_is_used_somewhere() -> None:
    known = {"lon", "lat", "province", "prefecture", "county", "town", "region", "unit", "revenue"}
    for name in ("enterprises", "parks"):
        known |= {n.removesuffix("_zh") for n in SHIPPED.layers[name].column_names}
    template = SPEC.path.parent / "templates" / "facilities.toml"
    entry = declaration.load(template, faults=[])
    known |= {name.removesuffix("_zh") for name in entry.table("columns")}
    table = pd.read_csv(SPEC.path.parent / "headings.csv", dtype=str)
    known |= {"x", "y", "position", "datum"}  # positions, on a map or a plane, and what in
    # columns that people's tables have and no layer takes: they tell the row of headings
    others = {"year", "index", "contact", "register", "figures", "time", "group"}
    assert set(table["meaning"]) - known == others


text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
columns = st.builds(
    ColumnMapping,
    heading=text,
    unit=st.one_of(st.just(""), text),
    unit_heading=st.one_of(st.just(""), text),
    days_per_year=st.one_of(st.none(), st.floats(1, 366)),
    words=st.dictionaries(text, text, max_size=3),
    otherwise=st.one_of(st.none(), text),
)


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True), columns, max_size=4))
def test_a_mapping_reads_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, given_columns: dict[str, ColumnMapping]
) -> None:
    mapping = ImportMapping(columns=given_columns, datum="gcj02", precision="address")
    path = tmp_path_factory.mktemp("mapping") / "layer.toml"
    path.write_bytes(mappings.to_toml(mapping, layer="layer").encode())
    faults: list[Text] = []
    back = mappings.from_declaration(declaration.load(path, faults=faults))
    assert faults == []
    assert back == mapping


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_reads_back_from_toml_and_words_for_people_may_be_declared(words: str) -> None:
    read = tomllib.loads(f"a = {quoted(words)}\nb = {for_people(words)}\nc = {in_line([words])}")
    assert read["a"] == words
    assert read["c"] == [words]
    noted: list[str] = []
    plain = plausible({"b": read["b"]}, lambda key, _: noted.append(key))
    assert (plain, noted) == ({"b": read["b"]}, [])
    assert [c for c in words if c.isprintable()] == [c for c in read["b"] if c.isprintable()]
