"""Moran's I and Getis-Ord Gi*: published values, esda's own permutations, and a seed."""

from __future__ import annotations

import esda
import geopandas as gpd
import libpysal
import numpy as np
import pytest
from libpysal.weights import Queen
from shapely.geometry import box

from gisplan.analysis.industry.clusters import local_autocorrelation, moran
from gisplan.errors import OptionError

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def columbus() -> gpd.GeoDataFrame:
    return gpd.read_file(libpysal.examples.get_path("columbus.shp"))


def grid(side: int = 8) -> gpd.GeoDataFrame:
    cells = [box(100 + i, 30 + j, 101 + i, 31 + j) for j in range(side) for i in range(side)]
    return gpd.GeoDataFrame({"adcode": range(side * side)}, geometry=cells, crs=4326)


def test_morans_i_of_columbus_is_the_published_one(columbus: gpd.GeoDataFrame) -> None:
    row = moran(columbus, value="CRIME", permutations=999).table.iloc[0]
    # Anselin's 49 neighbourhoods; spdep's moran.test: I 0.500188557, variance 0.008689289
    assert row["moran_i"] == pytest.approx(0.500188557, abs=1e-8)
    assert row["expected"] == pytest.approx(-1 / 48)
    assert row["z"] == pytest.approx((0.500188557 + 1 / 48) / 0.008689289**0.5, rel=1e-6)
    assert row["p"] == pytest.approx(0.002)
    assert row["status"] == "decided"


def test_permutations_agree_with_esdas_own(columbus: gpd.GeoDataFrame) -> None:
    found = local_autocorrelation(columbus, value="CRIME", permutations=4999, seed=1).table
    weights = Queen.from_dataframe(columbus, use_index=False)
    theirs = esda.Moran_Local(columbus["CRIME"], weights, permutations=4999, seed=2)
    assert found["local_i"].to_numpy() == pytest.approx(theirs.Is)
    two_sided = np.minimum(1.0, 2 * theirs.p_sim)
    # four standard errors of a share from 4999 draws, twice
    slack = 2 * 4 * np.sqrt(2 * two_sided / 2 * (1 - two_sided / 2) / 4999) + 2e-3
    assert (np.abs(found["local_p"] - two_sided) <= slack).all()
    weights = Queen.from_dataframe(columbus, use_index=False)
    getis = esda.G_Local(
        columbus["CRIME"].to_numpy(), weights, transform="B", star=True, permutations=0
    )
    assert found["gi_z"].to_numpy() == pytest.approx(getis.Zs)


def test_the_correction_for_many_tests_is_esdas(columbus: gpd.GeoDataFrame) -> None:
    table = local_autocorrelation(columbus, value="CRIME", permutations=999, alpha=0.1).table
    for p, q in (("local_p", "local_q"), ("gi_p", "gi_q")):
        assert (table[q] >= table[p]).all()
        cut = esda.fdr(table[p].to_numpy(), 0.1)
        named = table[q] <= 0.1
        assert named.any()
        assert (named == (table[p] <= cut)).all()
    assert (table.loc[table["gi_q"] > 0.1, "gi_kind"] == "none").all()
    assert set(table.loc[table["gi_q"] <= 0.1, "gi_kind"]) == {"hot", "cold"}


def test_the_same_seed_gives_the_same_and_nobodys_numbers_change(
    columbus: gpd.GeoDataFrame,
) -> None:
    np.random.seed(4)
    before = np.random.get_state()[1].copy()
    one = local_autocorrelation(columbus, value="HOVAL", seed=7).table
    two = local_autocorrelation(columbus, value="HOVAL", seed=7).table
    other = local_autocorrelation(columbus, value="HOVAL", seed=8).table
    assert one.drop(columns="geometry").equals(two.drop(columns="geometry"))
    assert not one["local_p"].equals(other["local_p"])
    ours = [moran(columbus, value="HOVAL", seed=s).table["p"].item() for s in (7, 7)]
    assert ours[0] == ours[1]
    assert (np.random.get_state()[1] == before).all()


def test_chance_is_called_chance() -> None:
    # values without any order: of 40 fields about 2 have p <= 0.05, and hardly any a hot spot
    random = np.random.default_rng(2)
    field = grid()
    few, spots = 0, 0
    for seed in range(40):
        field["v"] = random.normal(size=64)
        few += moran(field, value="v", permutations=199, seed=seed).table["p"].item() <= 0.05
        local = local_autocorrelation(field, value="v", permutations=199, seed=seed).table
        spots += (local["gi_kind"] != "none").any()
    assert few <= 7
    assert spots <= 7


def test_a_planted_hot_spot_is_found() -> None:
    field = grid()
    block = np.array([(2 <= i % 8 < 5) and (2 <= i // 8 < 5) for i in range(64)])
    field["firms"] = np.where(block, 20.0, 1.0) + np.random.default_rng(0).normal(0, 0.2, 64)
    field["km2"] = 1.0
    for options in ({}, {"neighbours": "rook"}, {"per": "km2"}):
        table = local_autocorrelation(field, value="firms", **options).table
        hot = table["gi_kind"] == "hot"
        assert hot[27]
        assert not hot[63]
        assert (
            table.loc[table["local_kind"] == "high_high"].index.isin(np.flatnonzero(block))
        ).all()
    assert moran(field, value="firms", neighbours="knn").table["p"].item() <= 0.01


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda f: f.iloc[:12], "12 regions"),
        (lambda f: f.assign(v=[0.0] * 61 + [1.0] * 3), "only 3 regions with any"),
        (lambda f: f.assign(v=5.0), "same value"),
    ],
)
def test_few_or_level_values_can_not_tell(change, words) -> None:
    field = change(grid().assign(v=np.arange(64.0)))
    row = moran(field, value="v").table.iloc[0]
    assert row["status"] == "undecided"
    assert words in row["reason_en"]
    local = local_autocorrelation(field, value="v").table
    assert set(local["gi_kind"]) == set(local["local_kind"]) == {"undecided"}
    assert local["local_i"].isna().all()


def test_regions_without_value_or_neighbour_are_left_out_and_said() -> None:
    field = grid().assign(v=np.arange(64.0))
    field.loc[5, "v"] = None
    island = gpd.GeoDataFrame({"adcode": [99], "v": [3.0]}, geometry=[box(0, 0, 1, 1)], crs=4326)
    field = gpd.GeoDataFrame(gpd.pd.concat([field, island], ignore_index=True), crs=4326)
    outcome = local_autocorrelation(field, value="v")
    assert [words.en for words in outcome.left_out] == [
        "1 region(s) have no value",
        "1 region(s) have no neighbour",
    ]
    assert list(outcome.table.loc[outcome.table["status"] == "undecided"].index) == [5, 64]
    assert outcome.table["local_i"].notna().sum() == 63


def test_parameters_that_can_not_be_are_errors() -> None:
    field = grid().assign(v=np.arange(64.0))
    for options in ({"neighbours": "bishop"}, {"permutations": 9}, {"value": "w"}):
        with pytest.raises(OptionError):
            moran(field, **{"value": "v", **options})
    with pytest.raises(OptionError):
        local_autocorrelation(field, value="v", alpha=1.5)
