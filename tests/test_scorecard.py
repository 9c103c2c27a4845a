"""What the data decide is decided, what they leave open is not, and people have the rest."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

import gisplan
from gisplan.analysis.plan.scorecard import scorecard, scorecard_places
from gisplan.cli.main import main
from gisplan.errors import DataError

AIM = {
    "id": "firms",
    "clause": "二(九)9",
    "year": 2020,
    "name_zh": "三户",
    "name_en": "three firms",
    "comparison": "ge",
    "value_low": 3.0,
    "value_high": None,
    "unit_zh": "户",
    "unit_en": "firms",
    "counts_zh": "",
    "counts_en": "",
    "threshold_value": 1.0,
    "bases": None,
    "decidable_by": "enterprises",
}
RULE = {
    "id": "firms",
    "data": "enterprises",
    "measure": "count",
    "column": "output",
    "base": None,
    "where": "industry=saving; kind=leading|backbone",
    "factor": 1.0,
    "year_column": "output_year",
    "year_rule": "in",
    "complete": True,
}
NOBODY = pd.DataFrame(columns=["id", "status", "said_by", "said_on", "note"])


def aims(*changes: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame([{**AIM, **change} for change in changes] or [AIM])


def firm(output: float | None = 5.0, **more: object) -> dict[str, object]:
    row = {"name_zh": "某厂", "industry": "saving", "kind": "leading", "output": output}
    return {**row, "output_year": 2020, **more}


def card(
    rows: list[dict[str, object]] | None,
    *,
    aim: dict[str, object] | None = None,
    rule: dict[str, object] | None = None,
    status: pd.DataFrame = NOBODY,
    year: int | None = None,
) -> dict[str, object]:
    milestones = aims(aim or {})
    data = {} if rows is None else {"enterprises": pd.DataFrame(rows)}
    table = scorecard(
        milestones.iloc[:0].assign(base_year=None),
        milestones,
        pd.DataFrame([{**RULE, **(rule or {})}]),
        status,
        region="990000",
        year=year,
        **data,
    ).table
    (row,) = table.astype(object).where(table.notna(), None).to_dict(orient="records")
    return row


def test_enough_rows_are_met_and_named() -> None:
    row = card([firm(name_zh=name) for name in "甲乙丙"])
    assert (row["status"], row["decided_by"], row["value"]) == ("met", "data", 3.0)
    assert row["evidence_zh"] == "甲；乙；丙"
    assert row["short_by"] == 0.0


def test_too_few_of_a_whole_list_are_short_by_how_much() -> None:
    rows = [firm(), firm(0.99), firm(kind="small"), firm(industry="other")]
    row = card(rows)
    assert (row["status"], row["value"], row["short_by"]) == ("short", 1.0, 2.0)
    assert row["rows_open"] == 0


def test_too_few_of_a_list_with_gaps_decide_nothing() -> None:
    row = card([firm()], rule={"complete": False})
    assert (row["status"], row["value"], row["value_high"]) == ("undecided", 1.0, None)
    assert "does not list all" in str(row["reason_en"])
    assert card([firm()] * 3, rule={"complete": False})["status"] == "met"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"output": None}, "enterprises.output"),
        ({"kind": None}, "enterprises.kind"),
        ({"kind": "undecided"}, "enterprises.kind"),
        ({"output_year": 2019}, "enterprises.output_year"),
        ({"output_year": None}, "enterprises.output_year"),
        ({"verified": False}, "enterprises.verified"),
        ({"summable": False}, "enterprises.summable"),
    ],
)
def test_what_is_not_known_is_not_a_no(change: dict[str, object], named: str) -> None:
    row = card([firm(), firm(), firm(**change)])
    assert (row["status"], row["value"], row["value_high"]) == ("undecided", 2.0, 3.0)
    assert f"{named}: 1" in str(row["reason_en"])
    # and three that do count are enough, whatever the fourth is
    assert card([firm(), firm(), firm(), firm(**change)])["status"] == "met"


def test_a_missing_table_or_column_is_named() -> None:
    row = card(None)
    assert row["status"] == "undecided"
    assert "enterprises.kind" in str(row["missing"])
    rows = [{k: v for k, v in firm().items() if k != "kind"}] * 4
    row = card(rows)
    assert (row["status"], row["missing"], row["value"]) == ("undecided", "enterprises.kind", 0.0)
    # but rows that fail on what is there can't come to count
    assert card(rows[:2])["status"] == "short"


def test_a_threshold_is_brought_to_the_columns_unit() -> None:
    # 5000 of 10,000 yuan are 0.5 of 100 million
    aim = {"threshold_value": 5000.0}
    rows = [firm(0.5), firm(0.5), firm(0.49), firm(0.6)]
    assert card(rows, aim=aim, rule={"factor": 0.0001})["value"] == 3.0


def test_a_facility_finished_earlier_counts_later() -> None:
    rule = {"year_rule": "by", "column": None}
    rows = [firm(output_year=2016), firm(output_year=2020), firm(output_year=2021)]
    assert card(rows, rule=rule)["value"] == 2.0


@settings(max_examples=25)
@given(
    st.lists(
        st.builds(
            firm,
            st.sampled_from([None, 0.5, 2.0]),
            kind=st.sampled_from([None, "leading", "small"]),
            output_year=st.sampled_from([None, 2019, 2020]),
        ),
        min_size=1,
        max_size=6,
    ),
    st.booleans(),
)
def test_whatever_the_gaps_turn_out_to_be_a_verdict_stands(rows, complete) -> None:
    rule = {"complete": complete}
    before = card(rows, rule=rule)["status"]
    best = [{**r, **{k: v for k, v in firm(2.0).items() if r[k] is None}} for r in rows]
    worst = [
        {**r, **{k: v for k, v in firm(0.5, kind="small").items() if r[k] is None}} for r in rows
    ]
    for filled in (best, worst):
        # a figure of another year says nothing of this one, so it stays open
        after = card(filled, rule=rule)["status"]
        assert before in ("undecided", after)


# -- indicators -----------------------------------------------------------------------------

STATISTICS = pd.DataFrame(
    [
        ("output", "990000", 2020, 900.0),
        ("output", "990000", 2015, 500.0),
        ("gdp", "990000", 2020, 20_000.0),
        ("output", "990100", 2020, 1.0),
    ],
    columns=["indicator", "adcode", "year", "value"],
)


def indicator(aim: dict[str, object], rule: dict[str, object]) -> dict[str, object]:
    targets = aims({"threshold_value": None, "base_year": 2015, **aim})
    table = scorecard(
        targets,
        targets.iloc[:0],
        pd.DataFrame([{**RULE, "data": "statistics", "where": None, "year_column": None, **rule}]),
        NOBODY,
        region="990000",
        statistics=STATISTICS,
    ).table
    (row,) = table.astype(object).where(table.notna(), None).to_dict(orient="records")
    return row


def test_an_indicator_a_share_and_a_ratio() -> None:
    row = indicator({"value_low": 1000.0}, {"measure": "indicator", "column": "output"})
    assert (row["status"], row["value"], row["short_by"]) == ("short", 900.0, 100.0)
    share = {"measure": "indicator_share", "column": "output", "base": "gdp"}
    assert indicator({"value_low": 4.5}, share)["value"] == pytest.approx(4.5)
    ratio = indicator({"value_low": 2.0}, {"measure": "indicator_ratio", "column": "output"})
    assert (ratio["value"], ratio["short_by"]) == pytest.approx((1.8, 0.2)), ratio
    assert ratio["evidence_zh"] == "output（2020 年）：900；output（2015 年）：500"


def test_about_takes_ten_per_cent_less() -> None:
    share = {"measure": "indicator_share", "column": "output", "base": "gdp"}
    assert indicator({"comparison": "about", "value_low": 5.0}, share)["status"] == "met"
    assert indicator({"comparison": "about", "value_low": 5.1}, share)["status"] == "short"


def test_an_indicator_that_is_not_there_is_named_with_its_year() -> None:
    row = indicator({"value_low": 1.0}, {"measure": "indicator", "column": "waste"})
    assert (row["status"], row["missing"]) == ("undecided", "statistics.waste(2020)")


def test_a_share_of_columns_needs_every_row() -> None:
    rows = [
        {"served": 3.0, "all": 4.0, "name_zh": "甲"},
        {"served": 1.0, "all": 1.0, "name_zh": "乙"},
    ]
    rule = {"measure": "column_share", "column": "served", "base": "all", "where": None}
    rule["year_column"] = None
    row = card(rows, aim={"value_low": 100.0}, rule=rule)
    assert (row["status"], row["value"], row["short_by"]) == ("short", 80.0, 20.0)
    rows.append({"served": None, "all": 1.0, "name_zh": "丙"})
    row = card(rows, aim={"value_low": 50.0}, rule=rule)
    assert (row["status"], row["rows_open"]) == ("undecided", 1)


# -- people ---------------------------------------------------------------------------------


def said(**change: object) -> pd.DataFrame:
    row = {"id": "firms", "status": "partly", "said_by": "甲局", "said_on": "2021-03-01"}
    return pd.DataFrame([{**row, "note": None, **change}])


def test_a_person_decides_what_only_a_person_can() -> None:
    aim = {"decidable_by": "person", "comparison": None, "value_low": None}
    assert card([firm()], aim=aim)["status"] == "awaiting"
    row = card([firm()], aim=aim, status=said())
    assert (row["status"], row["decided_by"], row["said_by"]) == ("partly", "person", "甲局")


def test_a_person_does_not_overrule_the_data() -> None:
    row = card([firm()] * 3, status=said(status="short"))
    assert (row["status"], row["decided_by"], row["said_by"]) == ("met", "data", "甲局")
    assert card([firm()], rule={"complete": False}, status=said())["decided_by"] == "person"


@pytest.mark.parametrize("change", [{"said_by": None}, {"said_on": None}, {"status": "fine"}])
def test_a_word_needs_somebody_who_said_it_and_when(change: dict[str, object]) -> None:
    with pytest.raises(DataError, match="said_by"):
        card([firm()], status=said(**change))


def test_a_year_takes_what_is_due_in_it_and_what_has_no_year() -> None:
    milestones = aims({"id": "a"}, {"id": "b", "year": 2025}, {"id": "c", "year": None})
    empty = milestones.iloc[:0].assign(base_year=None)
    rules = pd.DataFrame([{**RULE, "id": key} for key in "abc"])
    rows = {"enterprises": pd.DataFrame([firm(output_year=2025)] * 3)}
    for year, expected in (
        (2025, {"b": "met", "c": "met"}),
        (2020, {"a": "undecided", "c": "undecided"}),
        (None, {"a": "undecided", "b": "met", "c": "met"}),
    ):
        table = scorecard(empty, milestones, rules, NOBODY, region="1", year=year, **rows).table
        assert dict(zip(table["id"], table["status"], strict=True)) == expected


def test_rules_that_can_not_be_read_are_all_named() -> None:
    rules = [{"measure": "sum"}, {"where": "kind"}, {"measure": "column_share", "base": None}]
    with pytest.raises(DataError) as caught:
        scorecard(
            aims().iloc[:0],
            aims(),
            pd.DataFrame([{**RULE, **rule} for rule in rules]),
            NOBODY,
            region="1",
        )
    assert len(caught.value.faults) == 3


# -- on the map, and as shipped -------------------------------------------------------------


def test_a_milestone_stands_where_its_base_is() -> None:
    bases = gpd.GeoDataFrame(
        {
            "id": ["x", "y"],
            "name_zh": ["子", "丑"],
            "name_en": ["X", "Y"],
            "precision": ["site", "none"],
        },
        geometry=[Point(103, 36), None],
        crs=4326,
    )
    milestones = aims({"bases": "x; y"})
    table = scorecard(
        milestones.iloc[:0].assign(base_year=None),
        milestones,
        pd.DataFrame([RULE]),
        NOBODY,
        region="1",
    ).table
    outcome = scorecard_places(table, milestones, bases)
    assert outcome.table[["milestone", "base", "status"]].to_numpy().tolist() == [
        ["firms", "x", "undecided"]
    ]
    assert outcome.left_out[0].en.startswith("1 item(s)")


def test_every_aim_of_the_plan_that_data_can_decide_has_a_rule_that_fits() -> None:
    plan = gisplan.load_plan()
    rules = gisplan.load_layer("scorecard_rules").table.set_index("id")
    aims_of_plan = {aim.id: aim for aim in (*plan.targets, *plan.milestones())}
    decidable = {key for key, aim in aims_of_plan.items() if aim.decidable_by != "person"}
    assert set(rules.index) == decidable
    for key in decidable:
        aim, rule = aims_of_plan[key], rules.loc[key]
        assert rule["data"] == aim.decidable_by, key
        assert aim.quantity is not None
        if aim.quantity.threshold is not None:
            # the thresholds in 100 million yuan: 0.5, 1 and 10
            unit = aim.quantity.threshold_unit
            assert unit is not None
            wanted = {"亿元": 1.0, "万元": 1e-4}[unit.zh]
            assert rule["factor"] == wanted
            assert rule["column"] == "output"


def test_as_shipped_nothing_is_claimed() -> None:
    layer = gisplan.load_layer("scorecard")
    assert len(layer.table) == 58
    assert set(layer.table["status"]) == {"undecided", "awaiting"}
    open_rows = layer.table[layer.table["status"] == "undecided"]
    incomplete = open_rows["reason_en"].str.contains("does not list all there are")
    assert (open_rows["missing"].notna() | incomplete).all()
    # what people read is in words; columns and codes stand in `missing`
    told = layer.table[
        [f"{name}_{lang}" for name in ("evidence", "reason") for lang in ("zh", "en")]
    ]
    assert not told.stack().str.contains(r"[a-z]_[a-z]|[a-z]\.[a-z]|100 million").any()
    assert not told[["evidence_en", "reason_en"]].stack().str.contains(r"[\u4e00-\u9fff]").any()
    assert "GDP (2020): 901.67 billion yuan" in set(told["evidence_en"])
    assert gisplan.load_layer("milestone_status").table.empty
    figures = gisplan.load_layer("statistics").table.set_index(["indicator", "adcode", "year"])
    gdp = figures.loc[("gdp", "620000", 2020), "value"]
    # the prefectures' GDP, an independent table, adds up to it but for rounding
    assert gisplan.load_layer("census_prefectures").table["gdp_2020_1e8_yuan"].sum() == (
        pytest.approx(gdp, abs=0.1)
    )


def test_the_command_prints_a_year(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["scorecard", "--year", "2020", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "not in 'Statistics':" in told
    assert "2025 " not in told
    assert main(["scorecard", "--scenario", "nothing"]) == 2
    assert "没有情景 nothing" in capsys.readouterr().err
