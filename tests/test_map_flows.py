"""Flows on a map page: as wide as they are large, with an arrow the way they go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapGroup, MapLayer, MapSpec, Style
from gisplan.errors import DeclarationError
from gisplan.render.web import webmap
from gisplan.text import Text
from tests import mapdata
from tests.browser import Page

#: Latitude, amount; the second goes from east to west, the last has no amount.
FLOWS = ((36.0, 1000.0), (37.0, 500.0), (38.0, 100.0), (39.0, None))
WEST, EAST = 100.0, 104.0
WIDEST = 20.0
STYLE = Style(kind="flows", column="amount", color="#0072b2", weight=WIDEST, opacity=1.0)


def flows() -> Layer:
    columns = (
        mapdata.column("id", "text", "编号", "Id"),
        mapdata.column("amount", "number", "数量", "Amount", unit=Text("吨", "t")),
    )
    ends = [(EAST, WEST) if at == 1 else (WEST, EAST) for at in range(len(FLOWS))]
    lines = [
        shapely.LineString([(start, lat), (end, lat)])
        for (start, end), (lat, _) in zip(ends, FLOWS, strict=True)
    ]
    table = gpd.GeoDataFrame(
        {"id": list("abcd"), "amount": [amount for _, amount in FLOWS]}, geometry=lines, crs=4326
    )
    return Layer(mapdata.spec("flows", "line", columns), table)


def spec(**style: Any) -> MapSpec:
    item = MapLayer(layer="flows", popup=("id", "amount"), style=replace(STYLE, **style))
    return mapdata.map_spec(groups=(MapGroup(title=Text("组", "Group"), layers=(item,)),))


@pytest.fixture
def page(open_page: Callable[[Path], Page], tmp_path: Path) -> Page:
    path = tmp_path / "flows.html"
    path.write_text(webmap.render(spec(), {"flows": flows()}), encoding="utf-8")
    return open_page(path)


def blue_at(page: Page, lon: float, lat: float, aside: int = 0) -> int:
    """Count pixels of the flow's colour from south to north through a place."""
    x, y = page.point(lon, lat)
    script = """
      const canvas = document.querySelector("canvas.flows"), box = canvas.getBoundingClientRect();
      const at = [arguments[0] - box.left, arguments[1] - box.top - 40];
      return [...canvas.getContext("2d").getImageData(...at.map(Math.round), 1, 81).data];"""
    pixels = np.array(page.run(script, x + aside, y)).reshape(-1, 4)
    return int((np.abs(pixels - (0, 114, 178, 255)).max(axis=1) < 60).sum())


@pytest.mark.browser
def test_width_is_in_proportion_and_the_arrow_goes_the_flows_way(page: Page) -> None:
    for lat, amount in FLOWS[:3]:
        assert amount is not None
        assert blue_at(page, WEST + 0.5, lat) == pytest.approx(WIDEST * amount / 1000, abs=1.1)
    middle = (WEST + EAST) / 2
    for lat, way in ((36.0, 1), (37.0, -1), (38.0, 1)):
        # Broad behind, pointed before.
        behind, before = (max(blue_at(page, middle, lat, way * side * n) for n in (2, 3, 5, 8))
                          for side in (-1, 1))  # fmt: skip
        assert behind > before
    assert blue_at(page, WEST + 0.5, 39.0) == 0


@pytest.mark.browser
def test_a_flow_answers_and_stands_in_legend_table_and_chart(page: Page) -> None:
    page.click_at(WEST + 1, 37.0)
    assert page.text(".leaflet-popup .heading") == "b"
    legend = page.text("#legend-0").split("\n")
    assert [word for word in legend if word[0].isdigit() and "个" not in word] == [
        "1,000", "300", "100",
    ]  # fmt: skip
    assert "无数据" in legend
    assert [cell.text for cell in page.find("#figures tbody tr td")][:3] == ["1,000", "500", "100"]
    assert len(page.find("#figures .chart .bar")) == 3
    assert page.errors == []


def test_flows_are_lines_with_a_number() -> None:
    for style in ({"column": None}, {"column": "id"}):
        with pytest.raises(DeclarationError):
            webmap.render(spec(**style), {"flows": flows()})
    points = mapdata.layers()["bases"]
    item = MapLayer(layer="bases", popup=("name",), style=replace(STYLE, column="output"))
    wrong = mapdata.map_spec(groups=(MapGroup(title=Text("组", "Group"), layers=(item,)),))
    with pytest.raises(DeclarationError, match="flows"):
        webmap.render(wrong, {"bases": points})
