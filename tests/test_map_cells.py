"""Rasters on a map page: every cell where it is on the ground, in the colour of its class."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from pyproj import Transformer
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import MemoryFile

from gisplan.catalog.layer import Column, Layer
from gisplan.catalog.map import MapGroup, MapLayer, MapSpec, Style
from gisplan.catalog.raster import Raster, RasterGrid
from gisplan.errors import DeclarationError
from gisplan.pipeline import build
from gisplan.read.validate_raster import summary
from gisplan.render.web import overlay, webmap
from gisplan.text import Text
from tests import mapdata, rasters, small
from tests.browser import Page

# A picture of the screen lies nowhere on the ground.
pytestmark = pytest.mark.filterwarnings(
    f"ignore::{NotGeoreferencedWarning.__module__}.{NotGeoreferencedWarning.__name__}"
)
#: Cells of 60 km whose rows are far from straight in Web Mercator.
CONIC = "+proj=lcc +lat_1=34 +lat_2=41 +lat_0=38 +lon_0=101 +datum=WGS84 +units=m"
SIDE, HIGH, WIDE = 60_000.0, 16, 24
NOWHERE = (5, 9)
COLORS = {"1": "#0072b2", "2": "#e69f00", "3": "#009e73", "5": "#cc79a7"}
UNIT = Text("分钟", "min")


def codes() -> npt.NDArray[np.float64]:
    values = np.random.default_rng(5).choice([1.0, 2.0, 3.0, 5.0], (HIGH, WIDE))
    values[NOWHERE] = np.nan
    return values


def layer(values: npt.NDArray[np.float64], grid: RasterGrid, column: Column) -> Layer:
    spec = mapdata.spec("cells", "raster", (column,), key=())
    raster = Raster.of(grid, values)
    return Layer(spec, summary(raster, spec, file="cells.toml"), raster=raster)


def conic() -> Layer:
    transform = (SIDE, 0.0, -SIDE * WIDE / 2, 0.0, -SIDE, SIDE * HIGH / 2)
    column = mapdata.column("code", "integer", "代码", "Code")
    coded = replace(column, values=("1", "2", "3", "5"), labels={"5": Text("五号", "Number five")})
    return layer(codes(), RasterGrid(CONIC, transform, WIDE, HIGH), coded)


def ramp() -> Layer:
    """Minutes that rise by ten a degree to the east, in degrees, with empty cells in the north."""
    wide, high = 200, 80
    lon = 100 + (np.arange(wide) + 0.5) / 20
    values = np.tile((lon - 100) * 10, (high, 1))
    values[:20] = np.nan
    grid = RasterGrid("EPSG:4326", (0.05, 0.0, 100.0, 0.0, -0.05, 40.0), wide, high)
    return layer(values, grid, mapdata.column("minutes", "number", "时间", "Time", unit=UNIT))


def spec(**style: Any) -> MapSpec:
    look = Style(**({"kind": "cells", "opacity": 1.0} | style))
    item = MapLayer(layer="cells", style=look)
    return mapdata.map_spec(groups=(MapGroup(title=Text("组", "Group"), layers=(item,)),))


RAMP = {"scheme": "breaks", "breaks": (20.0, 50.0, 80.0), "palette": "YlOrRd"}


@pytest.fixture
def show(open_page: Callable[[Path], Page], tmp_path: Path) -> Callable[..., Page]:
    def make(held: Layer, **style: Any) -> Page:
        path = tmp_path / "cells.html"
        path.write_text(webmap.render(spec(**style), {"cells": held}), encoding="utf-8")
        page = open_page(path)
        page.wait(lambda: bool(page.run("return Boolean(gisplan.layers[0].pixels)")))
        page.settle()
        return page

    return make


def screen(page: Page) -> npt.NDArray[np.int64]:
    """What is to be seen, rows by columns by red, green, blue."""
    with MemoryFile(page.driver.get_screenshot_as_png()) as memory, memory.open() as source:
        return source.read((1, 2, 3)).transpose(1, 2, 0).astype(np.int64)


def is_color(pixel: npt.NDArray[np.int64], color: str) -> bool:
    want = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return bool(np.abs(pixel - want).max() <= 8)


@pytest.mark.browser
def test_each_cell_lies_where_proj_puts_it(show: Callable[..., Page]) -> None:
    """Corners, middles and what is just inside and outside of edges, by a projection of our own."""
    page = show(conic(), colors=COLORS)
    page.click("#figures-toggle")
    picture, values = screen(page), codes()
    to = Transformer.from_crs(CONIC, 4326, always_xy=True)
    seen = 0
    box = page.run(
        "const b = gisplan.map.getContainer().getBoundingClientRect();"
        "return [b.left, b.top, b.right, b.bottom];"
    )
    for row in range(HIGH):
        for column in range(WIDE):
            for down, across in ((0.5, 0.5), (0.15, 0.15), (0.85, 0.85), (0.15, 0.85)):
                x = (column + across - WIDE / 2) * SIDE
                y = (HIGH / 2 - row - down) * SIDE
                at, line = page.point(*to.transform(x, y))
                # Clear of the search field, the buttons and the sources.
                if not (box[0] + 5 < at < box[2] - 70 and box[1] + 60 < line < box[3] - 70):
                    continue
                seen += 1
                if (row, column) == NOWHERE:
                    assert not any(is_color(picture[line, at], one) for one in COLORS.values())
                else:
                    assert is_color(picture[line, at], COLORS[f"{values[row, column]:.0f}"])
    assert seen > 0.5 * HIGH * WIDE * 4
    assert page.errors == []
    assert page.outside_requests == []


@pytest.mark.browser
def test_amounts_change_class_where_they_pass_a_break(show: Callable[..., Page]) -> None:
    page = show(ramp(), **RAMP)
    colors = [one["color"] for one in page.run("return gisplan.layers[0].legend.classes")]
    picture = screen(page)
    near = 0.06  # a pixel or two at this zoom
    for at, lon in enumerate((102.0, 105.0, 108.0)):
        for lat in (36.1, 37.5, 38.9):
            for side, number in ((-near, at), (near, at + 1)):
                x, y = page.point(lon + side, lat)
                assert is_color(picture[y, x], colors[number])
    for inside, lon, lat in ((True, 100.1, 36.1), (False, 99.9, 36.1), (True, 104, 38.93),
                             (False, 104, 39.07), (False, 104, 35.93)):  # fmt: skip
        x, y = page.point(lon, lat)
        assert any(is_color(picture[y, x], color) for color in colors) is inside


@pytest.mark.browser
def test_legend_and_popup_say_the_class_and_its_unit(show: Callable[..., Page]) -> None:
    page = show(ramp(), **RAMP)
    assert page.text("#legend-0").split("\n") == [
        "时间（分钟）", "≤ 20", "2,400 格", "20 – 50", "3,600 格", "50 – 80", "3,600 格",
        "> 80", "2,400 格",
    ]  # fmt: skip
    page.click_at(104, 37)
    assert "20 – 50 分钟" in page.text(".leaflet-popup")
    page.close_popup()
    page.click_at(104, 39.5)
    assert page.find(".leaflet-popup") == []
    page.click("#layer-0")
    page.click_at(104, 37)
    assert page.find(".leaflet-popup") == []
    assert page.errors == []


def test_no_picture_is_larger_than_the_limit_and_colours_stay_apart() -> None:
    fine = RasterGrid("EPSG:4326", (0.002, 0.0, 100.0, 0.0, -0.002, 40.0), 3000, 1500)
    values = np.arange(4_500_000, dtype=float).reshape(1500, 3000) % 30
    column = mapdata.column("code", "integer", "代码", "Code")
    held = layer(values, fine, replace(column, values=tuple(map(str, range(30)))))
    drawn = overlay.draw(spec().groups[0].layers[0], held)
    assert len({one["color"] for one in drawn["legend"]["classes"]}) == 30
    assert sum(one["count"] for one in drawn["legend"]["classes"]) == values.size
    content = base64.b64decode(drawn["picture"].split(",")[1])
    with MemoryFile(content) as memory, memory.open() as source:
        assert 900_000 < source.width * source.height <= overlay.MOST_PIXELS
        assert source.colormap(1)[0][3] == 0


def test_rasters_are_cells_and_only_they_are() -> None:
    with pytest.raises(DeclarationError, match="cells"):
        webmap.render(spec(kind="outline"), {"cells": ramp()})
    counties = mapdata.layers()["counties"]
    item = MapLayer(layer="counties", style=Style(kind="cells"))
    wrong = mapdata.map_spec(groups=(MapGroup(title=Text("组", "Group"), layers=(item,)),))
    with pytest.raises(DeclarationError, match="cells"):
        webmap.render(wrong, {"counties": counties})


def test_a_declared_map_of_a_raster_is_built(tmp_path: Path) -> None:
    place = small.workspace(tmp_path / "own")
    rasters.write_raster(place.root / "layers" / "pace.tif", rasters.field())
    rasters.declare(place.root, "pace", 'file = "pace.tif"', rasters.number("pace"))
    text = (
        'title = "pace"\n[[groups]]\ntitle = "g"\n[[groups.layers]]\nlayer = "pace"\n'
        '[groups.layers.style]\nkind = "cells"\nscheme = "quantiles"\nclasses = 4\n'
    )
    (place.root / "maps" / "pace.toml").write_text(text, encoding="utf-8")
    build.build(place)
    assert "data:image/png;base64," in (place.rendered / "pace.html").read_text("utf-8")
