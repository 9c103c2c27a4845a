"""Density clusters, indices and agreement: against scikit-learn, scipy and worked examples."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from scipy.stats.contingency import relative_risk
from shapely.geometry import Point, box
from sklearn.cluster import DBSCAN
from sklearn.metrics import adjusted_rand_score, cohen_kappa_score

from gisplan.analysis.industry.clusters import (
    density_clusters,
    industry_concentration,
    location_quotients,
    plan_agreement,
)
from gisplan.analysis.industry.clusters.agreement import kappa
from gisplan.analysis.industry.clusters.concentration import (
    ellison_glaeser,
    herfindahl,
    krugman,
    quotient_interval,
)
from gisplan.analysis.industry.clusters.density import near_pairs
from gisplan.errors import OptionError

GEOD = Geod(ellps="WGS84")


def points(lon, lat, **columns: object) -> gpd.GeoDataFrame:
    table = gpd.GeoDataFrame(
        {"name_zh": [f"企业{i}" for i in range(len(lon))], "industry": "saving"},
        geometry=[Point(x, y) for x, y in zip(lon, lat, strict=True)],
        crs=4326,
    )
    return table.assign(**columns)


def three_towns(seed: int = 3) -> gpd.GeoDataFrame:
    """Three towns of 12, 10 and 8 firms within about 2 km, and four firms far from all."""
    random = np.random.default_rng(seed)
    centres = [(103.8, 36.05, 12), (105.7, 34.57, 10), (98.5, 39.75, 8)]
    lon = np.concatenate([x + random.uniform(-0.01, 0.01, n) for x, _, n in centres])
    lat = np.concatenate([y + random.uniform(-0.01, 0.01, n) for _, y, n in centres])
    return points([*lon, 95.0, 100.0, 107.0, 102.0], [*lat, 40.0, 38.0, 36.0, 34.0])


# -- distances ------------------------------------------------------------------------------


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.floats(-179, 179), st.floats(-85, 85)), min_size=2, max_size=25),
    st.floats(1, 3000),
)
def test_near_pairs_are_all_pairs_within_the_geodesic(where, distance) -> None:
    lon, lat = np.array(where).T
    first, second, km = near_pairs(lon, lat, distance_km=distance)
    found = set(zip(first.tolist(), second.tolist(), strict=True))
    for i in range(len(lon)):
        for j in range(i + 1, len(lon)):
            true = GEOD.inv(lon[i], lat[i], lon[j], lat[j])[2] / 1000
            assert ((i, j) in found) == (true <= distance), (i, j, true)
    assert (km <= distance).all()


# -- density --------------------------------------------------------------------------------


def test_three_towns_are_three_clusters() -> None:
    outcome = density_clusters(three_towns(), distance_km=8.0, minimum=5)
    table = outcome.table
    assert list(table["members"]) == [12, 10, 8]
    assert list(table["status"]) == ["decided"] * 3
    assert (table["diameter_km"] < 4).all()
    assert outcome.left_out[0].en == "4 point(s) in no cluster"
    firms = three_towns()
    for row in table.itertuples():
        inside = firms.within(row.geometry)
        assert inside.sum() == row.members
        assert set(firms.loc[inside, "name_zh"]) == set(row.names.split("、"))


def test_hdbscan_finds_the_towns_and_each_firm_in_its_own() -> None:
    table = density_clusters(three_towns(), method="hdbscan", distance_km=8.0, minimum=5).table
    towns = [set(range(12)), set(range(12, 22)), set(range(22, 30))]
    found = [
        {int(name.removeprefix("企业")) for name in names.split("、")} & set(range(30))
        for names in table["names"]
    ]
    assert sorted(found, key=min) == towns


def test_dbscan_is_that_of_scikit_learn_on_all_geodesic_distances() -> None:
    random = np.random.default_rng(11)
    lon, lat = random.uniform(100, 102, 120), random.uniform(35, 36, 120)
    every = (
        np.array(
            [
                [GEOD.inv(a, b, c, d)[2] for a, b in zip(lon, lat, strict=True)]
                for c, d in zip(lon, lat, strict=True)
            ]
        )
        / 1000
    )
    expected = DBSCAN(eps=9.0, min_samples=4, metric="precomputed").fit_predict(every)
    table = density_clusters(points(lon, lat), distance_km=9.0, minimum=4).table
    labels = np.full(120, -1)
    for row in table.itertuples():
        for name in row.names.split("、"):
            labels[int(name.removeprefix("企业"))] = row.cluster
    assert adjusted_rand_score(expected, labels) == 1.0
    assert ((expected < 0) == (labels < 0)).all()


def test_firms_at_one_spot_are_a_cluster_and_not_lost() -> None:
    # a distance of 0 must not read as no distance known
    same = points([103.0] * 25, [36.0] * 25)
    row = density_clusters(same, distance_km=1.0, minimum=20).table.iloc[0]
    assert (row["members"], row["places"], row["hull_km2"]) == (25, 1, 0.0)
    assert row["geometry"].area > 0


def test_few_or_coarse_points_can_not_tell() -> None:
    coarse = three_towns().assign(precision="county")
    outcome = density_clusters(coarse)
    (row,) = outcome.table.to_dict(orient="records")
    assert row["status"] == "undecided"
    assert "34 more by county" in row["reason_en"]
    assert row["geometry"] is None
    assert density_clusters(three_towns().iloc[:6]).table["status"].item() == "undecided"
    spread = points(np.linspace(95, 107, 25), np.full(25, 36.0))
    assert density_clusters(spread).table["status"].item() == "none"


def test_groups_are_clustered_apart_and_the_order_of_rows_does_not_show() -> None:
    towns = three_towns()
    towns["segment"] = ["a", "b"] * 17
    one = density_clusters(towns, by="segment", minimum=3, fewest=10)
    two = density_clusters(towns[::-1], by="segment", minimum=3, fewest=10)
    assert list(one.table["members"]) == [12, 10, 8, 6, 5, 4, 6, 5, 4]
    assert list(one.table["group"]) == ["all"] * 3 + ["a"] * 3 + ["b"] * 3
    assert list(one.table["members"]) == list(two.table["members"])
    with pytest.raises(OptionError):
        density_clusters(towns, by="kind")
    with pytest.raises(OptionError):
        density_clusters(towns, minimum=1)


# -- concentration --------------------------------------------------------------------------


def firms(counts: dict[tuple[str, str], int]) -> pd.DataFrame:
    rows = [key for key, n in counts.items() for _ in range(n)]
    return pd.DataFrame(rows, columns=["adcode", "industry"])


def test_location_quotient_of_a_worked_example() -> None:
    table = location_quotients(
        firms({("A", "x"): 30, ("A", "y"): 70, ("B", "x"): 70, ("B", "y"): 830})
    ).table.set_index(["region", "industry"])
    # 30 of 100 against 100 of 1000
    assert table.loc[("A", "x"), "lq"] == pytest.approx(3.0)
    assert table.loc[("A", "x"), "kind"] == "above"
    assert table.loc[("B", "x"), "kind"] == "below"
    assert (table["low"] <= table["lq"]).all()
    assert (table["lq"] <= table["high"]).all()


def test_the_interval_is_that_of_a_relative_risk_where_the_region_is_small() -> None:
    counts = {("A", "x"): 20, ("A", "y"): 80, ("B", "x"): 20_000, ("B", "y"): 180_000}
    table = location_quotients(firms(counts), confidence=0.9).table
    row = table[(table["region"] == "A") & (table["industry"] == "x")].iloc[0]
    katz = relative_risk(20, 100, 20_000, 200_000).confidence_interval(0.9)
    assert (row["low"], row["high"]) == pytest.approx((katz.low, katz.high), rel=2e-3)


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    random = np.random.default_rng(5)
    n, rest, inside, outside = 60, 240, 0.3, 0.15
    truth = inside / ((n * inside + rest * outside) / (n + rest))
    one, two = random.binomial(n, inside, 4000), random.binomial(rest, outside, 4000)
    held = 0
    for x, y in zip(one.tolist(), two.tolist(), strict=True):
        low, high = quotient_interval(x, n, x + y, n + rest, 0.95)
        held += low <= truth <= high
    assert 0.935 < held / 4000 < 0.97


def test_an_industry_that_is_not_there_has_an_upper_end() -> None:
    table = location_quotients(firms({("A", "y"): 10, ("B", "x"): 20, ("B", "y"): 70})).table
    row = table[(table["region"] == "A") & (table["industry"] == "x")].iloc[0]
    assert (row["lq"], row["low"]) == (0.0, 0.0)
    # Clopper-Pearson: 0 of 10 has an upper end of 0.3085; 20 of 100 in all
    assert row["high"] == pytest.approx(0.3085 / 0.2, rel=1e-3)


def test_a_region_of_three_firms_can_not_tell() -> None:
    table = location_quotients(firms({("A", "x"): 3, ("B", "x"): 20, ("B", "y"): 20})).table
    few = table[table["region"] == "A"]
    assert set(few["kind"]) == {"undecided"}
    assert few[["lq", "low", "high"]].isna().all(axis=None)


def test_indices_of_worked_examples() -> None:
    # The U.S. Department of Justice's: shares of 30, 30, 20 and 20 % have an HHI of 2600 points
    assert herfindahl([30, 30, 20, 20]) == pytest.approx(0.26)
    assert herfindahl([5.0]) == 1.0
    # Krugman 1991: two regions of two industries; the same mix is 0, nothing in common 2
    assert krugman([2, 4], [50, 100]) == pytest.approx(0.0)
    assert krugman([7, 0], [0, 3]) == 2.0
    assert krugman([6, 4], [4, 6]) == pytest.approx(0.4)
    # All plants in one of four like regions, plants very many: the industry is one place
    assert ellison_glaeser([1, 0, 0, 0], [0.25] * 4, 0.0) == pytest.approx(1.0)
    assert math.isnan(ellison_glaeser([1, 0], [0.5, 0.5], 1.0))


def test_darts_have_no_ellison_glaeser_concentration() -> None:
    # What the index was made for: its mean is 0 when firms of any size fall at random
    random = np.random.default_rng(8)
    base = np.array([0.5, 0.3, 0.15, 0.05])
    sizes = random.lognormal(0, 1.2, 15)
    found = []
    for _ in range(4000):
        where = random.choice(4, size=15, p=base)
        shares = np.bincount(where, weights=sizes, minlength=4) / sizes.sum()
        found.append(ellison_glaeser(shares, base, herfindahl(sizes)))
    assert abs(np.mean(found)) < 4 * np.std(found) / math.sqrt(4000)


def test_concentration_by_industry_and_region() -> None:
    table = firms({("A", "x"): 8, ("A", "y"): 2, ("B", "y"): 10, ("C", "y"): 3})
    result = industry_concentration(table.assign(jobs=10.0), size="jobs").table
    rows = result.set_index(["kind", "of"])
    assert rows.loc[("industry", "x"), "hhi"] == 1.0
    assert rows.loc[("industry", "x"), "ellison_glaeser"] > 0.3
    assert rows.loc[("region", "B"), "krugman"] == pytest.approx(2 * 8 / 13)
    assert rows.loc[("region", "C"), "status"] == "undecided"
    assert math.isnan(rows.loc[("region", "C"), "hhi"])
    plain = industry_concentration(table).table
    pd.testing.assert_frame_equal(plain, result)
    outcome = industry_concentration(table.assign(jobs=[None] * 8 + [1.0] * 15), size="jobs")
    assert outcome.left_out[0].en.startswith("8 firm(s)")


# -- agreement ------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=40))
@pytest.mark.filterwarnings("ignore")
def test_kappa_is_that_of_scikit_learn(pairs) -> None:
    one, two = zip(*pairs, strict=True)
    found = kappa(one, two)
    if found is None:
        assert len(set(one) | set(two)) == 1
    else:
        assert found == pytest.approx(cohen_kappa_score(one, two), abs=1e-12)


def test_agreement_tells_missing_from_unplanned_and_from_unknown() -> None:
    codes = ["990100", "990200", "990300", "990400"]
    regions = gpd.GeoDataFrame(
        {"adcode": codes}, geometry=[box(i, 0, i + 1, 1) for i in range(4)], crs=4326
    )
    units = pd.DataFrame(
        {"adcode": [*codes, "990101", "990400"], "parent": [*["99"] * 4, "990100", "990400"]}
    )
    allocations = pd.DataFrame(
        {"region": ["990101", "990200", None, "990100"], "segment": ["s", "s", "s", "few"]}
    )
    items = pd.DataFrame(
        {
            "adcode": ["990101", "990100", "990300", "990300", "990300", None, "990100"],
            "industry": ["s"] * 4 + ["as_s", "s", "few"],
        }
    )
    options = {"segments": ["s", "few"], "same": {"as_s": "s"}}
    outcome = plan_agreement(regions, allocations, items, units, **options)
    assert list(outcome.table["s"]) == ["both", "allotted_only", "found_only", "neither"]
    assert set(outcome.table["few"]) == {"undecided"}
    assert list(outcome.table["agreeing"]) == [1, 0, 0, 1]
    told = [words.en for words in outcome.left_out]
    assert told[0].startswith("1 enterprise(s)")
    assert "2 of 4 agree with the plan, kappa 0.00" in told[1]
    alone = plan_agreement(regions, allocations, items, units, segments=["few"])
    assert "industries of no segment: as_s, s" in [words.en for words in alone.left_out]
