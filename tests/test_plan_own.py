"""Prefectures' own aims: scored, mapped, summed, and before what was apportioned."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from gisplan.analysis.plan.breakdown import plan_breakdown
from gisplan.api import load, own_plan, workspace
from gisplan.api.plan import plan
from gisplan.api.plan_query import PlanQuery
from gisplan.cli.main import main
from tests.seeded import seed


@pytest.fixture(scope="module")
def aims() -> dict[str, pd.DataFrame]:
    return {n: load.load_layer(n).table for n in ("plan_targets", "plan_milestones")}


def with_own(table: pd.DataFrame, aim: str, values: dict[str, float]) -> pd.DataFrame:
    row = table[table["id"] == aim]
    parts = [
        row.assign(id=f"{code}-{aim}", region=code, part_of=aim, value_low=value, value_high=None)
        for code, value in values.items()
    ]
    return pd.concat([table, *parts], ignore_index=True)


@pytest.mark.parametrize(
    ("aim", "values", "state", "difference"),
    [
        ("output-2020", {"620900": 300.0, "620100": 800.0}, "over", 100.0),
        ("output-2020", {"620900": 300.0}, "under", -700.0),
        ("output-2020", {"620900": 300.0, "620100": 700.0}, "even", 0.0),
        ("clusters", {"620900": 1.0, "620100": 2.0}, "even", 0.0),
        ("clusters", {"620900": 2.0, "620100": 2.0}, "over", 1.0),
    ],
)
def test_own_aims_are_summed_against_the_province_s(aims, aim, values, state, difference) -> None:
    table = with_own(aims["plan_targets"], aim, values)
    (row,) = plan_breakdown(table, aims["plan_milestones"]).table.to_dict(orient="records")
    assert (row["aim"], row["state"], row["difference"]) == (aim, state, difference)
    assert row["parts"] == len(values)


def test_shares_are_not_summed_and_nothing_is_broken_down_as_shipped(aims) -> None:
    table = with_own(aims["plan_targets"], "share-2020", {"620900": 4.0})
    assert plan_breakdown(table, aims["plan_milestones"]).table["state"].item() == "not_summed"
    assert load.load_layer("plan_breakdown").table.empty


def test_a_prefecture_s_plan_from_template_to_map(built, tmp_path: Path, capsys) -> None:
    place = seed(workspace.create(tmp_path / "own"), built[0])
    assert main(["init", str(place.root), "--region", "620900"]) == 0
    path = place.root / "plans" / "620900" / "plan_targets.csv"
    table = pd.read_csv(path, dtype=str)
    assert set(table["region"]) == {"620900"}
    assert table["value_low"].isna().all()
    assert not own_plan.write_templates("酒泉", place=place)  # what is there is left
    at = table["part_of"] == "output-2020"
    table.loc[at, ["value_low", "responsible_zh"]] = ["120", "酒泉市工信局"]
    table[at].to_csv(path, index=False)
    words = ["import", str(path), "--layer", "plan_targets", "-C", str(place.root)]
    assert main(words) == 0
    own = load.load_layer("plan_targets", place=place).table
    assert len(own) == len(load.load_layer("plan_targets").table) + 1
    # scored by the rule of the aim that it breaks down, for its own region
    card = load.load_layer("scorecard", place=place).table.set_index("id")
    row = card.loc["620900-output-2020"]
    assert (row["status"], row["region"]) == ("undecided", "620900")
    assert "industry_output(2020)" in row["missing"]
    # in the ledger of its unit and region, and on the map
    for query in (PlanQuery(unit="酒泉市工信局"), PlanQuery(region="酒泉")):
        found = plan(query, place=place)
        assert "620900-output-2020" in set(found.table["item"])
    points = load.load_layer("plan_ledger_places", place=place).table
    assert (points["item"] == "620900-output-2020").any()
    # before the apportioned figure, and said so
    shares = load.load_layer("output_apportioned", place=place).table.set_index("adcode")
    assert shares.loc["620900", ["low_2020", "mid_2020", "high_2020"]].tolist() == [120.0] * 3
    assert shares["basis_2020"].value_counts().to_dict() == {"apportioned": 13, "own": 1}
    (summed,) = load.load_layer("plan_breakdown", place=place).table.to_dict(orient="records")
    assert (summed["total"], summed["difference"], summed["state"]) == (120.0, -880.0, "under")
    assert main(["scorecard", "-C", str(place.root), "--year", "2020"]) == 0
    assert "少于全省目标" in capsys.readouterr().out
