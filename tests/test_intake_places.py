"""Rows placed down to what is certain, and points held against what is declared."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from pyproj import Geod

from gisplan.api.load import load_layer, load_regions
from gisplan.importing.places import place_rows
from gisplan.importing.strays import find_strays
from gisplan.places.locate import Locator
from gisplan.places.regions import Regions

GEOD = Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load_regions()


@pytest.fixture(scope="module")
def counties() -> gpd.GeoDataFrame:
    return load_layer("counties").table


@pytest.mark.parametrize(
    ("cells", "code", "told"),
    [
        ({"county": "红古区"}, "620111", False),
        ({"prefecture": "兰州", "county": "红古"}, "620111", False),
        ({"address": "甘肃省兰州市红古区平安镇1号"}, "620111", False),
        ({"prefecture": "兰州市", "address": "红古区平安镇"}, "620111", False),
        ({"prefecture": "兰州市", "address": "某某路1号"}, "620100", False),
        ({"adcode": "620902", "county": "肃州区"}, "620902", False),
        ({"region": "兰州市红古区"}, "620111", False),
        ({"county": "兰州市红古区"}, "620111", False),
        ({"county": "甘肃省 兰州市 红古区"}, "620111", False),
        ({"prefecture": "武威市", "county": "兰州市红古区"}, "620000", True),
        ({"county": "兰州市红古区某某街道"}, None, True),
        ({"prefecture": "嘉峪关市"}, "620200", False),
        ({"county": "兰州新区"}, "620171", False),
        # what contradicts itself stays at the unit that holds both
        ({"prefecture": "兰州市", "county": "肃州区"}, "620000", True),
        ({"county": "城关区", "address": "兰州市红古区平安镇"}, "620102", False),
        # nothing is guessed
        ({"county": "临夏"}, None, True),
        ({"address": "人民路1号"}, None, True),
        ({"county": "无此县"}, None, True),
        ({"county": ""}, None, False),
    ],
)
def test_a_row_goes_down_to_what_is_certain(
    cells: dict[str, str], code: str | None, told: bool, regions: Regions
) -> None:
    placed = place_rows(pd.DataFrame([cells], index=[9]), regions)
    assert placed.adcodes[9] == code
    assert (placed.faults[9] is not None) == told


def test_strays_are_told_with_both_regions_and_the_distance(
    regions: Regions, counties: gpd.GeoDataFrame
) -> None:
    locator = Locator.from_counties(counties)
    inside = counties.set_index("adcode").geometry.representative_point()
    red, su = inside["620111"], inside["620902"]
    points = pd.DataFrame(
        {"lon": [red.x, su.x, red.x, np.nan, 121.5], "lat": [red.y, su.y, red.y, np.nan, 31.2]},
        index=[2, 3, 4, 5, 6],
    )
    declared = pd.Series(["620111", "620111", "620000", "620111", None], index=points.index)
    told = find_strays(points, declared, locator=locator, regions=regions)
    assert told.county.tolist() == ["620111", "620902", "620111", None, None]
    assert told.faults[[2, 4, 5]].isna().all()
    for words in ("620111", "620902", "千米"):
        assert words in told.faults[3].zh
    assert "县区" in told.faults[6].zh
    # the nearest vertex of the border is no nearer than the border, and not much farther
    border = counties[counties["adcode"] == "620111"].geometry.get_coordinates()
    far = GEOD.inv(
        *(np.broadcast_to(v, len(border)) for v in (su.x, su.y)), border["x"], border["y"]
    )[2]
    kilometres = float(told.faults[3].en.split(" km")[0].split()[-1])
    assert 0.999 * min(far) / 1000 - 1 < kilometres <= min(far) / 1000 + 0.01
