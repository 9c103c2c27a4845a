"""What is wrong in the input of siting is named: table, row, column, value."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from gisplan.analysis.siting import models as siting
from gisplan.analysis.siting.models import Problem, Rules
from gisplan.errors import DataError, OptionError

DEMAND = pd.DataFrame({"id": ["d1", "d2"], "weight": [1.0, 2.0]})
SITES = pd.DataFrame({"id": ["s1", "s2", "s3"], "cost": [5.0, 6.0, 7.0]})
REACH = pd.DataFrame({"demand": ["d1", "d2"], "site": ["s1", "s2"], "cost": [1.0, 2.0]})
SPACING = pd.DataFrame({"a": ["s1"], "b": ["s2"], "distance": [3.0]})


@pytest.mark.parametrize(
    ("table", "change", "words"),
    [
        ("demand", {"weight": [1.0, 0.0]}, ("weight", "row 2", "above 0")),
        ("demand", {"weight": [-1.0, 2.0]}, ("weight", "row 1", "-1")),
        ("demand", {"weight": [1.0, np.nan]}, ("weight", "row 2", "nan")),
        ("demand", {"weight": ["1", "many"]}, ("weight", "row 2", "many")),
        ("demand", {"id": ["d1", "d1"]}, ("id", "row 2", "repeated")),
        ("demand", {"id": ["d1", None]}, ("id", "row 2", "empty")),
        ("sites", {"id": ["s1", "s2", "s2"]}, ("id", "row 3", "repeated")),
        ("sites", {"cost": [1.0, -2.0, 3.0]}, ("cost", "row 2", "-2")),
        ("sites", {"capacity": [1.0, 2.0, np.nan]}, ("capacity", "row 3")),
        ("sites", {"forced": [True, "yes", False]}, ("forced", "row 2", "yes")),
        (
            "sites",
            {"forced": [True, False, False], "forbidden": [True, False, False]},
            ("forbidden", "row 1", "s1"),
        ),
        ("reach", {"demand": ["d1", "d9"]}, ("demand", "row 2", "d9")),
        ("reach", {"site": ["s7", "s2"]}, ("site", "row 1", "s7")),
        ("reach", {"cost": [1.0, np.inf]}, ("cost", "row 2")),
        ("reach", {"cost": [-1.0, 2.0]}, ("cost", "row 1")),
        ("reach", {"demand": "d1", "site": "s1"}, ("row 2", "d1", "s1")),
    ],
)
def test_faulty_tables(table: str, change: dict, words: tuple[str, ...]) -> None:
    tables = {"demand": DEMAND, "sites": SITES, "reach": REACH}
    tables[table] = tables[table].assign(**change)
    with pytest.raises(DataError) as caught:
        Problem.from_tables(**tables)
    for word in words:
        assert word in caught.value.text("en")
    assert caught.value.text("zh") != caught.value.text("en")


@pytest.mark.parametrize("table", ["demand", "sites", "reach"])
def test_empty_tables(table: str) -> None:
    tables = {"demand": DEMAND, "sites": SITES, "reach": REACH}
    with pytest.raises(DataError, match="no rows"):
        Problem.from_tables(**(tables | {table: tables[table].iloc[:0]}))
    with pytest.raises(DataError, match="lacks"):
        Problem.from_tables(
            **(tables | {table: tables[table].drop(columns=tables[table].columns[0])})
        )


def test_faulty_matrices() -> None:
    matrix = pd.DataFrame(1.0, index=["d1", "d2"], columns=["s1", "s2", "s3"])
    with pytest.raises(DataError, match="s3"):
        Problem.from_matrix(DEMAND, SITES, matrix.drop(columns="s3"))
    with pytest.raises(DataError, match="d7"):
        Problem.from_matrix(DEMAND, SITES, matrix.rename(index={"d2": "d7"}))
    matrix.loc["d2", "s3"] = np.nan
    with pytest.raises(DataError, match="row d2, column s3"):
        Problem.from_matrix(DEMAND, SITES, matrix)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (Rules(p=4), "more than the 3"),
        (Rules(p=0), "above 0"),
        (Rules(p=1.5), "whole number"),
        (Rules(), "number of sites p"),
        (Rules(budget=-1.0), "0 or more"),
        (Rules(budget=float("nan")), "0 or more"),
        (Rules(p=2, apart=5.0), "go together"),
        (Rules(p=2, spacing=SPACING, apart=-1.0), "above 0"),
    ],
)
def test_rules_that_cannot_be(rules: Rules, words: str) -> None:
    asked = Problem.from_tables(DEMAND, SITES, REACH)
    with pytest.raises(OptionError, match=words):
        siting.p_median(asked, rules)


def test_rules_that_forced_sites_break() -> None:
    asked = Problem.from_tables(DEMAND, SITES.assign(forced=[True, True, False]), REACH)
    with pytest.raises(OptionError, match="less than the 2"):
        siting.mclp(asked, Rules(p=1))
    with pytest.raises(OptionError, match="cost 11"):
        siting.mclp(asked, Rules(budget=10.0))
    with pytest.raises(OptionError, match="s1 and s2"):
        siting.mclp(asked, Rules(p=2, spacing=SPACING, apart=4.0))
    with pytest.raises(DataError, match="s9"):
        siting.mclp(asked, Rules(p=2, spacing=SPACING.assign(a="s9"), apart=4.0))


@pytest.mark.parametrize("reach", [0.0, -1.0, float("nan"), float("inf")])
def test_reach_must_be_above_zero(reach: float) -> None:
    with pytest.raises(OptionError, match="reach"):
        siting.lscp(Problem.from_tables(DEMAND, SITES, REACH), reach=reach)


def test_other_options() -> None:
    asked = Problem.from_tables(DEMAND, SITES, REACH)
    with pytest.raises(OptionError):
        siting.lscp(asked, minimise="money")
    with pytest.raises(OptionError):
        siting.lscp(asked, seconds=0)
    with pytest.raises(OptionError):
        siting.backup_coverage(asked, Rules(p=1), first=1.5)
    with pytest.raises(OptionError):
        siting.fixed_charge(asked, rate=0)


def test_problem_too_large_for_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gisplan.analysis.siting.models.median.LARGEST", 5)
    with pytest.raises(OptionError, match="2 demands times 3 sites"):
        siting.p_median(Problem.from_tables(DEMAND, SITES, REACH), Rules(p=2))


@pytest.mark.parametrize("count", [2**15, 2**15 + 1])
def test_the_last_of_very_many_sites(count: int) -> None:
    # Positions take two bytes up to 32,768 sites, and four beyond.
    cost = np.full((2, count), 9.0)
    cost[0, -1], cost[1, -2] = 1.0, 2.0
    demand = pd.DataFrame({"id": [0, 1], "weight": [5.0, 4.0]})
    sites = pd.DataFrame({"id": np.arange(count)})
    problem = Problem.from_matrix(demand, sites, pd.DataFrame(cost))
    assert problem.site.nbytes == 2 * count * (2 if count == 2**15 else 4)
    assert problem.site[[0, count - 1, -1]].tolist() == [0, count - 1, count - 1]
    answer = siting.mclp(problem, Rules(p=2), reach=3.0)
    assert answer.chosen == (count - 2, count - 1)
    assert answer.objective == 9.0
