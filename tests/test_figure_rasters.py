"""Rasters on a figure: each cell where the projection has it, no data transparent."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pytest
import shapely
from PIL import Image
from pyproj import Transformer

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapGroup, MapLayer, MapSpec, Style
from gisplan.catalog.raster import Raster, RasterGrid
from gisplan.errors import DeclarationError
from gisplan.read import validate_raster as raster_layer
from gisplan.render.figure import projection, sheet
from gisplan.render.figure.options import FigureOptions
from gisplan.text import Text
from tests import mapdata
from tests.test_figure import svg_of, texts

#: Cells of 20 km, turned a little by their own zone far off the sheet's middle.
GRID = RasterGrid("EPSG:32646", (20_000, 0, 600_000, 0, -20_000, 4_200_000), 6, 5)
DPI = 120


def codes() -> npt.NDArray[np.float64]:
    """Each cell its own code, but two that have no data."""
    values = np.arange(1, 31, dtype=float).reshape(5, 6)
    values[2, 3] = values[0, 0] = np.nan
    return values


def colour(code: float) -> tuple[int, int, int]:
    return 7 * int(code), 250 - 7 * int(code), 60 + 3 * int(code)


def hexed(code: float) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour(code))


def layer(values: Any = None, grid: RasterGrid = GRID, **more: Any) -> Layer:
    column = mapdata.column("code", "integer", "编码", "Code", **more)
    spec = mapdata.spec("cells", "raster", (column,), key=(), positions="digitised")
    raster = Raster.of(grid, codes() if values is None else values)
    return Layer(spec, raster_layer.summary(raster, spec, file="cells"), raster)


def below() -> Layer:
    """A square that is the cell in the middle that has no data, and a thin frame around all."""
    to = Transformer.from_crs(GRID.crs, 4326, always_xy=True)
    boxes = [
        shapely.box(660_000, 4_140_000, 680_000, 4_160_000),
        shapely.box(600_000, 4_100_000, 720_000, 4_200_000),
    ]
    square, frame = (
        shapely.transform(shapely.segmentize(box, 500), to.transform, interleaved=False)
        for box in boxes
    )
    spec = mapdata.spec("below", "polygon", (mapdata.column("kind", "text", "类", "Kind"),))
    shapes = [square, frame.exterior.buffer(1e-4)]
    return Layer(spec, gpd.GeoDataFrame({"kind": ["square", "frame"]}, geometry=shapes, crs=4326))


def composed(*items: MapLayer) -> MapSpec:
    return mapdata.map_spec(groups=(MapGroup(title=Text("甲", "a"), layers=items),))


def categories(opacity: float = 1.0) -> MapLayer:
    colors = {f"{code}": hexed(code) for code in range(1, 31)}
    style = Style(kind="cells", opacity=opacity, colors=colors)
    return MapLayer(layer="cells", style=style)


def picture(spec: MapSpec, layers: dict[str, Layer]) -> npt.NDArray[np.uint8]:
    """The sheet without its legend, whose samples have the same colours."""
    made = sheet.draw(spec, layers, options=FigureOptions(dpi=DPI))
    image = np.asarray(Image.open(io.BytesIO(made)).convert("RGB"))
    return image[:, : int(0.73 * image.shape[1])]


def middle(image: npt.NDArray[np.uint8], wanted: tuple[int, int, int]) -> npt.NDArray[np.float64]:
    at = np.argwhere((image == wanted).all(axis=2))
    assert len(at) > 100
    return (at.mean(axis=0) + 0.5)[::-1]


def test_every_cell_lies_where_the_sheets_projection_has_it() -> None:
    colors = {"square": "#ff00ff"}
    filled = Style(kind="categories", column="kind", opacity=1.0, weight=0.0, colors=colors)
    layers = {"cells": layer(), "below": below()}
    image = picture(composed(MapLayer(layer="below", style=filled), categories()), layers)

    seen, held = [], []
    where = projection.choose(*layers["below"].table.total_bounds)
    sheet_of = Transformer.from_crs(GRID.crs, where.crs, always_xy=True)
    values = codes()
    for row, column in np.argwhere(~np.isnan(values)):
        seen.append(middle(image, colour(values[row, column])))
        x, y = GRID.centres(row, column)
        held.append(sheet_of.transform(float(x), float(y)))
    # where there is no data the square below is seen
    seen.append(middle(image, (255, 0, 255)))
    held.append(sheet_of.transform(670_000, 4_150_000))
    truth, found = np.array(held), np.array(seen)
    # One scale for both directions, and a shift, bring the projection's metres onto the dots.
    flipped = truth * [1, -1]
    a = flipped - flipped.mean(axis=0)
    b = found - found.mean(axis=0)
    scale = (a * b).sum() / (a * a).sum()
    assert np.abs(b - scale * a).max() < 0.75
    # 20 km on the sheet, within a dot
    assert np.hypot(*(found[1] - found[0])) == pytest.approx(20_000 * scale, abs=1)


def test_no_data_shows_what_is_below() -> None:
    everything = picture(composed(categories()), {"cells": layer()})
    assert (everything == (0xEE, 0xF1, 0xF4)).all(axis=2).mean() > 0.1
    half = picture(composed(categories(0.5)), {"cells": layer()})
    assert not (half == colour(30)).all(axis=2).any()


def test_the_legend_names_the_classes_and_counts_their_cells() -> None:
    style = Style(kind="cells", scheme="breaks", breaks=(10.0, 20.0))
    item = MapLayer(layer="cells", title=Text("栅格", "Cells"), style=style)
    said = texts(svg_of(composed(item), {"cells": layer()}))
    at = said.index("栅格")
    assert said[at : at + 8] == ["栅格", "编码", "≤ 10", "9", "11 – 20", "9", "> 20", "10"]
    words = {"1": Text("近", "near"), "2": Text("远", "far")}
    item = replace(item, style=Style(kind="cells", colors={"1": "#0072b2"}))
    grid = replace(GRID, width=2, height=1)
    coded = layer(np.array([[1.0, 2.0]]), grid, labels=words)
    said = texts(svg_of(composed(item), {"cells": coded}))
    assert said[said.index("栅格") + 2 :][:4] == ["近", "1", "远", "1"]


def test_found_classes_are_those_of_the_values_of_the_cells() -> None:
    style = Style(kind="cells", scheme="equal_interval", classes=3)
    item = MapLayer(layer="cells", title=Text("栅格", "Cells"), style=style)
    said = texts(svg_of(composed(item), {"cells": layer()}))
    # 2 to 30 in three: bounds at 11.33 and 20.67, told by the values held
    assert said[said.index("编码") + 1 :][:6:2] == ["2 – 11", "12 – 20", "21 – 30"]


def test_what_can_not_be_told_apart_is_refused() -> None:
    many = layer(np.arange(1000.0).reshape(20, 50), replace(GRID, width=50, height=20))
    item = MapLayer(layer="cells", style=Style(kind="cells", colors={"1": "#123456"}))
    with pytest.raises(DeclarationError, match="1000"):
        picture(composed(item), {"cells": many})


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_the_same_raster_gives_the_same_bytes(form: Any) -> None:
    options = FigureOptions(format=form, dpi=60)
    made = [sheet.draw(composed(categories()), {"cells": layer()}, options=options) for _ in "12"]
    assert made[0] == made[1]
