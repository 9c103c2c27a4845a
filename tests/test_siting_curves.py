"""The curve of each siting model: that of the model solved singly, and never worse with more."""

from __future__ import annotations

import math
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gisplan.analysis.siting import SitingTask, siting_curve, suggest
from gisplan.analysis.siting import siting_curve as module
from gisplan.api.sites import decided
from gisplan.api.sites.siting_curves import curve_table, printed_curve, unproven_words
from gisplan.errors import OptionError
from gisplan.text import Text
from tests.test_candidates import PLACES, frame, metres, network, people

KM = Text("千米", "km")


@settings(max_examples=6, deadline=None)
@given(
    PLACES,
    st.lists(st.tuples(st.floats(100, 104), st.floats(34, 38)), min_size=2, max_size=3),
    PLACES,
    st.lists(st.integers(1, 10_000), min_size=1, max_size=6),
    st.floats(50, 400),
)
def test_each_point_is_the_model_solved_singly(
    homes: Any, options: Any, there: Any, weights: Any, reach: float
) -> None:
    tables = frame(options, "c"), people(homes, weights), network(there)
    base = SitingTask(reach=reach, year=2020)
    most = len(options)
    # by hand: the way to the network alone
    alone = metres(tables[1], tables[2]).min(axis=1) / 1000
    weight = tables[1]["population"].to_numpy()

    median = siting_curve(*tables, replace(base, model="p_median"), most=most)
    centre = siting_curve(*tables, replace(base, model="p_centre"), most=most)
    for curve in (median, centre):
        assert curve["new"].tolist() == list(range(most + 1))
        assert curve["mean_km"][0] == pytest.approx(np.average(alone, weights=weight), rel=1e-9)
        assert curve["farthest_km"][0] == pytest.approx(alone.max(), rel=1e-9)
    assert falls(median["total_km"])
    assert falls(centre["farthest_km"])
    for new in range(1, most + 1):
        one = suggest(*tables, replace(base, model="p_median", new=new)).solution
        assert median["total_km"][new] == pytest.approx((one.objective or 0) / 1000)
        one = suggest(*tables, replace(base, model="p_centre", new=new)).solution
        assert centre["farthest_km"][new] == pytest.approx((one.objective or 0) / 1000)

    # set covering is the p-centre told the other way round
    sets = siting_curve(*tables, replace(base, model="lscp"), most=most)
    assert sets["reach_km"].is_monotonic_increasing
    known = sets.dropna(subset=["new"])
    assert falls(known["new"])
    for row in known.to_dict("records"):
        least = centre[centre["farthest_km"] <= row["reach_km"] * (1 + 1e-9)]["new"].min()
        assert row["new"] == least
    asked = sets[sets["reach_km"] == reach].iloc[0]
    assert (asked["status"] == "infeasible") == (centre["farthest_km"].min() > reach)


def falls(column: pd.Series[Any]) -> bool:
    values = column.to_numpy(dtype="float64")
    return bool((np.diff(values) <= 1e-9 * np.abs(values[:-1])).all())


def test_backup_tells_who_is_covered_twice_once_all_are_covered() -> None:
    homes = people([(103, 36), (104, 36)], [100, 50])
    tables = frame([(103.01, 36), (104.01, 36), (104.02, 36)], "c"), homes, network([(103, 36)])
    task = SitingTask(reach=5, year=2020, model="backup")
    curve = siting_curve(*tables, task, most=3)
    assert curve["covered_twice"].isna().tolist() == [True, False, False, False]
    assert curve["covered_twice"].tolist()[1:] == [0.0, 100.0, 150.0]
    assert curve["status"].tolist() == ["infeasible", *["optimal"] * 3]
    known = replace_network(tables, [(103, 36), (103.02, 36), (104, 36)])
    assert siting_curve(*known, task, most=1)["covered_twice"].tolist() == [100.0, 150.0]


def replace_network(tables: Any, places: Any) -> Any:
    return (*tables[:2], network(places))


def test_candidates_that_are_forced_begin_the_curve() -> None:
    options = frame([(103, 36), (104, 36), (105, 36)], "c", forced=[True, True, False])
    homes = people([(103, 36), (104, 36), (105, 36)], [10])
    task = SitingTask(reach=5, year=2020)
    curve = siting_curve(options, homes, network([(110, 36)]), task, most=3)
    assert curve["new"].tolist() == [0, 2, 3]
    assert curve["covered"].tolist() == [0, 20, 30]
    with pytest.raises(OptionError, match="2 candidates are forced"):
        siting_curve(options, homes, network([(110, 36)]), task, most=1)


def test_an_answer_behind_one_with_fewer_sites_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when time runs out: the fewer sites' answer stands, with the bound of more."""
    code = __import__(module.__module__, fromlist=["answered"])
    true = code.answered

    def short(case: Any, task: SitingTask) -> Any:
        if task.new != 2:
            return true(case, task)
        worse = true(case, replace(task, new=1))
        solved = worse.solution
        late = replace(solved, objective=solved.objective * 3, bound=1.0, status="feasible")
        return replace(worse, solution=late)

    monkeypatch.setattr(code, "answered", short)
    homes = people([(103, 36), (104, 36), (105, 36)], [10])
    options = frame([(103.1, 36), (104.1, 36), (105.1, 36)], "c")
    task = SitingTask(reach=5, year=2020, model="p_median")
    curve = siting_curve(options, homes, network([(110, 36)]), task, most=3)
    assert curve["total_km"][2] == curve["total_km"][1]
    assert curve["status"].tolist() == ["optimal", "optimal", "feasible", "optimal"]
    assert curve["gap"][2] == pytest.approx(1, abs=1e-4)


def shown(model: str, curve: pd.DataFrame, **more: Any) -> Any:
    """As a choice tells it; what is not there is not asked for."""
    told = {"model": model, "curve": curve, "measure": "km", "unit": KM, "drawn": False}
    return cast(Any, SimpleNamespace(**told, worth=None, quantity=Text("人", "people"), **more))


def test_the_curve_is_printed_as_the_model_asks() -> None:
    points: gpd.GeoDataFrame | pd.DataFrame = pd.DataFrame(
        {
            "reach_km": [20.0, 33.331, 50.0],
            "new": pd.array([None, 2, 1], dtype="Int64"),
            "status": ["infeasible", "optimal", "feasible"],
            "gap": [math.nan, 0.0, 0.5],
        }
    )
    told = shown("lscp", points)
    heads, rows = printed_curve(told, "{:g}".format)
    assert [head.en for head in heads] == ["reach (km)", "new sites"]
    # a reach is never rounded down: it would not do
    assert rows == [("20", "—"), ("33.34", "2"), ("50", "1")]
    assert [words.en[:1] for words in unproven_words(told)] == ["—", "1"]
    assert curve_table(told, "en").rows[1] == (33.331, 2, "yes")
    twice = pd.DataFrame(
        {
            "reach_km": [5.0, 5.0, 9.0, 9.0],
            "new": [0, 1, 0, 1],
            "covered_twice": [math.nan, 10.0, 5.0, 20.0],
            "share": [math.nan, 50.0, 25.0, 100.0],
            "status": ["infeasible", *["optimal"] * 3],
        }
    )
    heads, rows = printed_curve(shown("backup", twice), "{:g}".format)
    assert [head.zh for head in heads] == ["新增", "5 千米内两次 %", "9 千米内两次 %"]
    assert rows == [("0", "—", "25"), ("1", "50", "100")]


def test_the_models_figure_and_its_bound_are_told_in_kilometres() -> None:
    late = SimpleNamespace(objective=5000.0, bound=4000.0, gap=0.2, status="feasible")
    told = shown("p_median", pd.DataFrame(), solution=late)
    said = decided.aim_sentence(told, "{:g}".format)
    assert said is not None
    assert said.en == "way in all (quantity × km): 5; the best possible is bounded by 4"
    late.status = "optimal"
    assert decided.aim_sentence(told, "{:g}".format) is None
