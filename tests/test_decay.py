"""Distance decay, 3SFCA and Huff's shares: against sums by hand, and what must hold."""

from __future__ import annotations

import itertools
import math
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

import gisplan as gp
from gisplan.analysis.coverage.accessibility import access_within
from gisplan.analysis.coverage.distance_decay import FORMS, decay_of
from gisplan.analysis.coverage.market_shares import shares_within
from gisplan.analysis.coverage.od_pairs import Reached
from gisplan.cli import main
from gisplan.errors import GisplanError, OptionError
from tests.test_service import demand, sites

#: What each form weighs at so many kilometres within 40 km, by its definition.
FORMULAS: dict[str, tuple[dict[str, Any], Any]] = {
    "gaussian": ({"bandwidth": 15.0}, lambda km: math.exp(-(km**2) / (2 * 15.0**2))),
    "exponential": ({"rate": 0.08}, lambda km: math.exp(-0.08 * km)),
    "power": ({"exponent": 1.5, "floor": 2.0}, lambda km: (2.0 / max(km, 2.0)) ** 1.5),
    "linear": ({}, lambda km: 1 - km / 40.0),
}
LIMIT = 40.0
CAPACITY = st.integers(1, 500)


@pytest.mark.parametrize("form", FORMULAS)
def test_each_form_weighs_as_it_is_defined(form: str) -> None:
    more, formula = FORMULAS[form]
    km = np.array([0.0, 0.5, 2.0, 7.3, 20.0, 40.0])
    in_metres = decay_of({"form": form, **more}, [LIMIT * 1000], measure="km").at(km * 1000)
    in_minutes = decay_of({"form": form, **more}, [LIMIT], measure="min").at(km)
    by_hand = [formula(each) for each in km]
    assert in_metres == pytest.approx(by_hand, abs=1e-12)
    assert in_minutes == pytest.approx(by_hand, abs=1e-12)
    assert (np.diff(in_metres) <= 0).all()
    assert in_metres[0] == 1


def test_nothing_of_a_decay_is_made_up() -> None:
    for form, asked in FORMS.items():
        for name in asked:
            others = {other: 1.0 for other in asked if other != name}
            with pytest.raises(OptionError, match=name):
                decay_of({"form": form, **others}, [5.0], measure="min")
    for given_, words in (
        ({"form": "gaussian", "bandwidth": 0.0}, "above 0"),
        ({"form": "gaussian", "bandwidth": 2.0, "rate": 1.0}, "takes no rate"),
        ({"form": "power", "exponent": 2.0, "floor": 9.0}, "must not be above the reach"),
        ({"form": "cosine"}, "no such decay"),
    ):
        with pytest.raises(OptionError, match=words):
            decay_of(given_, [5.0], measure="min")
    with pytest.raises(OptionError, match="takes one reach"):
        decay_of({"form": "linear"}, [5.0, 9.0], measure="min")
    with pytest.raises(OptionError, match="not both"):
        decay_of({"form": "linear"}, [5.0], measure="min", weights=[1.0])


@st.composite
def cases(draw: st.DrawFn, *, unknown: bool = False) -> dict[str, Any]:
    """A few points and sites with a cost for some pairs; of some sites not all is known."""
    points, places = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    amounts = draw(st.lists(st.integers(0, 50), min_size=points, max_size=points))
    rooms = draw(st.lists(CAPACITY, min_size=places, max_size=places))
    costs = {
        (i, j): draw(st.floats(0, 39))
        for i, j in itertools.product(range(points), range(places))
        if draw(st.booleans())
    }
    assume(costs and sum(amounts) > 0)
    stood = [not unknown or draw(st.booleans()) for _ in range(places)]
    known = [not unknown or draw(st.booleans()) for _ in range(places)]
    form = draw(st.sampled_from(sorted(FORMULAS)))
    return {
        "amounts": amounts,
        "rooms": rooms,
        "costs": costs,
        "stood": stood,
        "known": known,
        "form": form,
    }


def tables(case: dict[str, Any]) -> tuple[gpd.GeoDataFrame, Reached, dict[str, Any]]:
    people = demand([(104.0 + i / 100, 36.0, n, 0) for i, n in enumerate(case["amounts"])])
    rooms = [float(r) if k else None for r, k in zip(case["rooms"], case["known"], strict=True)]
    network = sites([(104.0 + j / 100, 36.1) for j in range(len(rooms))], capacity=rooms)
    network["capacity"] = network["capacity"].astype("float64")
    network["standing"] = np.where(case["stood"], "standing", "unknown")
    pairs = pd.DataFrame(
        [(f"d{i}", f"s{j}", cost * 1000) for (i, j), cost in case["costs"].items()],
        columns=["demand", "site", "cost"],
    )
    here = Reached(sites=network, pairs=pairs, breaks=(LIMIT * 1000,), measure="km", left_out=())
    return people, here, {"form": case["form"], **FORMULAS[case["form"]][0]}


def access_by_hand(case: dict[str, Any], rooms: dict[int, float], steps: int) -> list[float]:
    """Give the access of each point by the definition, from the sites that stand."""
    formula = FORMULAS[case["form"]][1]
    weigh = {at: formula(km) for at, km in case["costs"].items() if at[1] in rooms}
    if steps == 3:
        whole = [sum(w for (i, _), w in weigh.items() if i == k) for k in range(99)]
        weigh = {(i, j): w * w / whole[i] for (i, j), w in weigh.items()}
    shared = {
        j: sum(w * case["amounts"][i] for (i, s), w in weigh.items() if s == j) for j in rooms
    }
    return [
        sum(w * rooms[j] / shared[j] for (i, j), w in weigh.items() if i == point and shared[j] > 0)
        for point in range(len(case["amounts"]))
    ]


@settings(max_examples=25)
@given(cases(), st.sampled_from(["2sfca", "3sfca"]))
def test_accessibility_is_the_definition_and_spends_each_capacity_once(
    case: dict[str, Any], method: str
) -> None:
    people, here, decay = tables(case)
    told = access_within(people, here, (), quantity="population", decay=decay, method=method).table
    rooms = dict(enumerate(map(float, case["rooms"])))
    by_hand = access_by_hand(case, rooms, int(method[0]))
    assert told["access"].tolist() == pytest.approx(by_hand, rel=1e-9)
    reaching = {j for (i, j) in case["costs"] if case["amounts"][i] > 0}
    spent = (told["access"] * told["population"]).sum()
    assert spent == pytest.approx(sum(rooms[j] for j in reaching), rel=1e-9)


@settings(max_examples=25)
@given(cases(unknown=True), st.data())
def test_three_steps_stay_in_their_range_whatever_stands(
    case: dict[str, Any], data: st.DataObject
) -> None:
    people, here, decay = tables(case)
    told = access_within(people, here, (), quantity="population", decay=decay, method="3sfca").table
    every = range(len(case["rooms"]))
    real = {
        j: float(room) if known else float(data.draw(st.integers(0, 900)))
        for j, room, known in zip(every, case["rooms"], case["known"], strict=True)
    }
    maybe = [j for j in every if not case["stood"][j]]
    for size in range(len(maybe) + 1):
        for there in itertools.combinations(maybe, size):
            rooms = {j: real[j] for j in every if case["stood"][j] or j in there}
            for point, found in enumerate(access_by_hand(case, rooms, 3)):
                row = told.iloc[point]
                assert row["access_low"] <= found * (1 + 1e-9)
                assert np.isnan(row["access_high"]) or found <= row["access_high"] * (1 + 1e-9)
                assert np.isnan(row["access"]) or found == pytest.approx(row["access"], rel=1e-9)
                assert np.isnan(row["access"]) == isinstance(row["unknown_en"], str)


def shares_by_hand(
    case: dict[str, Any], rooms: dict[int, float], power: float
) -> dict[tuple[int, int], float]:
    formula = FORMULAS[case["form"]][1]
    pull = {
        (i, j): rooms[j] ** power * formula(km)
        for (i, j), km in case["costs"].items()
        if j in rooms
    }
    whole = [sum(p for (i, _), p in pull.items() if i == k) for k in range(99)]
    return {at: p / whole[at[0]] for at, p in pull.items() if p > 0}


@settings(max_examples=25)
@given(cases(unknown=True), st.sampled_from([0.5, 1.0, 2.0]), st.data())
def test_market_shares_are_the_definition_and_add_up(
    case: dict[str, Any], power: float, data: st.DataObject
) -> None:
    people, here, decay = tables(case)
    told = shares_within(people, here, quantity="population", decay=decay, exponent=power).tables
    every = range(len(case["rooms"]))
    sure = {j: float(case["rooms"][j]) for j in every if case["stood"][j] and case["known"][j]}
    by_hand = shares_by_hand(case, sure, power)
    found = {
        (int(row["demand"][1:]), int(row["site"][1:])): row["share"]
        for row in told["lines"].to_dict("records")
    }
    assert found == {at: pytest.approx(100 * part) for at, part in by_hand.items()}
    reached = {i for i, _ in by_hand}
    assert told["lines"].groupby("demand")["share"].sum().tolist() == pytest.approx(
        [100.0] * len(reached)
    )
    # what is expected and what is out of reach are all demand
    away = sum(n for i, n in enumerate(case["amounts"]) if i not in reached)
    assert told["lines"]["amount"].sum() + away == pytest.approx(sum(case["amounts"]))
    best = told["points"]["likeliest_share"]
    assert [not np.isnan(part) for part in best] == [
        i in reached for i in range(len(case["amounts"]))
    ]
    # whatever else stands, and whatever it attracts: each site's range holds
    real = {
        j: float(case["rooms"][j]) if case["known"][j] else float(data.draw(st.integers(0, 900)))
        for j in every
        if case["stood"][j] or data.draw(st.booleans())
    }
    drawn = shares_by_hand(case, real, power)
    for j, row in enumerate(told["sites"].to_dict("records")):
        got = sum(part * case["amounts"][i] for (i, s), part in drawn.items() if s == j)
        assert row["expected_low"] * (1 - 1e-9) <= got <= row["expected_high"] * (1 + 1e-9)
        if all(case["known"]) and all(case["stood"]):
            assert row["expected_low"] == pytest.approx(row["expected_high"])


def test_a_notebook_asks_with_decay_and_for_shares() -> None:
    towns = gpd.GeoDataFrame(
        {"people": [500, 300]}, geometry=[Point(104, 36), Point(104.1, 36)], crs=4326
    )
    shops = towns.set_geometry(towns.geometry).rename(columns={"people": "capacity"})
    plain = gp.accessibility(shops, towns, km=20, quantity="people", method="3sfca", lang="en")
    assert plain.title.en == "Accessibility (3SFCA)"
    assert (plain.table["access"] * towns["people"]).sum() == pytest.approx(800)
    told = gp.market_shares(
        shops, towns, km=20, quantity="people", decay={"form": "exponential", "rate": 0.1}
    )
    assert set(told.tables) == {"sites", "points", "lines"}
    assert told.table["share_low"].sum() == pytest.approx(100)
    meaning = told.layers[0].spec.column("expected_low").meaning
    assert meaning is not None
    assert "exponential decay (rate 0.1)" in meaning.en
    assert told.map().html


@pytest.mark.usefixtures("kept_there")
def test_the_command_tells_shares_and_refuses_what_is_missing(
    tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.csv"
    own.write_text("id,lon,lat,capacity\nA,103.83,36.06,1000\nB,103.9,36.1,3000\n")
    base = ["coverage", "-C", str(tmp_path), "--sites", str(own), "--km", "20", "--lang", "en"]
    power = ["--decay", "power", "exponent=2", "floor=1"]
    assert main([*base, "--huff", *power, "--accessibility", "--fca", "3sfca"]) == 0
    said = capsys.readouterr().out
    for words in (
        "market shares (Huff, power decay (exponent 2 floor 1)): ",
        "accessibility (3SFCA, power decay",
        "share %",
    ):
        assert words in said
    for more, words in (
        (["--huff"], "--huff needs --decay"),
        (power, "belong to --accessibility or --huff"),
        (["--huff", "--decay", "power", "exponent=2"], "power decay needs floor"),
        (["--huff", "--decay", "power", "exponent"], "written NAME=VALUE"),
    ):
        assert main([*base, *more]) == 2
        assert words in capsys.readouterr().err


def test_refusals_are_sentences_in_both_languages() -> None:
    with pytest.raises(GisplanError) as refused:
        decay_of({"form": "gaussian"}, [5.0], measure="min")
    assert "高斯衰减须给出 bandwidth" in refused.value.text("zh")
