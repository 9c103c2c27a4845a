"""Each map as QGIS draws it has the colours, unit by unit, that its page has in a browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.api.load import load_layers
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapSpec
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import catalogue as catalog
from tests.browser import Page
from tests.qgis import in_qgis

#: Degrees, and pixels, of the pictures: a county is some dozens of pixels across.
BOX, SIZE = (92.0, 32.4, 109.0, 42.9), (1700, 1050)
PIXEL = (BOX[2] - BOX[0]) / SIZE[0]
#: Half the side of what is looked at about a point, in pixels: wider than a stripe is apart.
NEAR = 5

# What the browser draws: of each layer that is on, every place's rows, colour, opacity, stripes.
DRAWN = """
const solid = (fill) => {
  const id = /^url\\(["']?#([^"')]+)/.exec(fill);
  return id ? document.querySelectorAll(`#${id[1]} rect`)[1].getAttribute("fill") : fill;
};
const seen = (place, fill, opacity) =>
  [place.rows, solid(fill), Number(opacity), fill.startsWith("url")];
return gisplan.layers.filter((one) => gisplan.state.shown[one.number]).map((one) => {
  if (one.geometry === "point") {
    return one.marks.map(({ marker, place }) => {
      const paths = marker.getElement().querySelectorAll("path");
      return seen(place, paths[paths.length - 1].getAttribute("fill"), 1);
    });
  }
  if (one.geometry !== "polygon" || one.style.kind === "outline") return [];
  const shapes = one.group.getLayers().map((shape) => shape._path);
  return one.places.map((place, at) =>
    seen(place, shapes[at].getAttribute("fill"), shapes[at].getAttribute("fill-opacity")));
});
"""
# Draws each theme without its labels, and gives the colours about each point.
PICTURES = """
import json, os, sys
from qgis.PyQt.QtCore import QSize
from qgis.core import *
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()
folder, box, size, near = sys.argv[1], *map(json.loads, sys.argv[2:5])
asked = json.load(open(folder + "/points.json"))
project = QgsProject.instance()
project.read(folder + "/layers.qgz")
themes = project.mapThemeCollection()
told = {}
for name, points in asked.items():
    settings = QgsMapSettings()
    settings.setLayers(themes.mapThemeVisibleLayers(name))
    settings.setLayerStyleOverrides(themes.mapThemeStyleOverrides(name))
    settings.setOutputSize(QSize(*size))
    settings.setOutputDpi(96)
    settings.setDestinationCrs(project.crs())
    settings.setExtent(QgsRectangle(*box))
    settings.setFlag(QgsMapSettings.DrawLabeling, False)
    settings.setFlag(QgsMapSettings.Antialiasing, False)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    told[name] = [
        [image.pixelColor(x + i, y + j).name() for j in range(-near, near + 1)
         for i in range(-near, near + 1)]
        for x, y in points
    ]
print("RESULT" + json.dumps(told), flush=True)
os._exit(0)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A unit or mark as the page draws it, and the pixel of QGIS' picture at which it must be."""

    layer: str
    row: int
    color: str
    opacity: float
    hatched: bool
    mark: bool
    pixel: tuple[int, int]


def clearest(shape: Any, others: shapely.STRtree) -> shapely.Point | None:
    """Give a point of an area as far from all else that is drawn as any of a grid is."""
    west, south, east, north = shape.bounds
    x, y = np.meshgrid(np.linspace(west, east, 11), np.linspace(south, north, 11))
    points = shapely.points(x.ravel(), y.ravel())
    points = points[shapely.contains(shape, points)]
    if not len(points):
        return None
    (at, _), away = others.query_nearest(points, all_matches=False, return_distance=True)
    best = int(np.argmax(away))
    return points[at[best]] if away[best] > 1.5 * NEAR * PIXEL else None


def seen_on(page: Page, spec: MapSpec, layers: Mapping[str, Layer]) -> list[Seen]:
    """Give what a page draws where nothing else of the map lies: units and marks by themselves."""
    shown = [one.layer for group in spec.groups for one in group.layers if one.show]
    ground = [one.layer for group in spec.context for one in group.layers if one.show]
    marks = [
        point
        for name in shown
        if layers[name].spec.geometry == "point"
        for point in layers[name].table.geometry.dropna()
    ]
    others = shapely.STRtree(
        [*marks, *(one for name in (*shown, *ground) for one in lines(layers[name]))]
    )
    among = shapely.STRtree(marks)
    found = []
    for name, drawn in zip(shown, page.run(DRAWN), strict=True):
        shapes = layers[name].table.geometry
        mark = layers[name].spec.geometry == "point"
        for rows, color, opacity, hatched in drawn:
            shape = shapes.iloc[rows[0]]
            if not mark:
                point = clearest(shape, others)
            else:
                # of marks that lie over one another the upper one may be either
                alone = len(among.query(shape, "dwithin", 13 * PIXEL)) == 1
                point = shape if alone else None
            if point is not None:
                pixel = int((point.x - BOX[0]) / PIXEL), int((BOX[3] - point.y) / PIXEL)
                found.append(
                    Seen(
                        layer=name,
                        row=rows[0],
                        color=color,
                        opacity=opacity,
                        hatched=hatched,
                        mark=mark,
                        pixel=pixel,
                    )
                )
    return found


def lines(layer: Layer) -> np.ndarray:
    """Give what of a layer is drawn as lines, to a tenth of a pixel, and its points."""
    shapes = layer.table.geometry.dropna().to_numpy()
    if layer.spec.geometry == "polygon":
        shapes = shapely.boundary(shapes)
    return shapely.get_parts(shapely.simplify(shapes, PIXEL / 10))


def rgb(color: str) -> np.ndarray:
    return np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)], dtype=float)


@pytest.mark.slow
def test_each_theme_has_the_colours_of_its_page(
    built: tuple[Workspace, Any], open_page: Callable[[Path], Page], tmp_path: Path
) -> None:
    place, _ = built
    listed = catalog.load(place)
    maps = list(listed.maps.values())
    names = {
        one.layer
        for spec in maps
        for group in (*spec.context, *spec.groups)
        for one in group.layers
        if one.show
    }
    publish.export(
        place, options=ExportOptions(layers=tuple(names), formats=("qgis",), to=tmp_path)
    )
    layers = load_layers(tuple(names), place=place)
    seen = {
        spec.title.zh: seen_on(open_page(place.rendered / f"{spec.name}.html"), spec, layers)
        for spec in maps
    }
    points = {title: [one.pixel for one in drawn] for title, drawn in seen.items()}
    (tmp_path / "points.json").write_text(json.dumps(points), encoding="utf-8")
    told = in_qgis(PICTURES, str(tmp_path), *map(json.dumps, (BOX, SIZE, NEAR)))
    faults = []
    for title, drawn in seen.items():
        for one, colors in zip(drawn, told[title], strict=True):
            ground = np.array([255, 255, 255]) * (1 - one.opacity)
            wanted = rgb(one.color) * one.opacity + ground
            here = colors if one.hatched else [colors[len(colors) // 2]]
            if min(np.abs(rgb(color) - wanted).max() for color in here) > 2:
                faults.append((title, one, here[0]))
    assert not faults, "\n".join(map(str, faults))
    # most of 87 counties, all 14 prefectures on four maps, and marks that nothing covers
    units = [one for drawn in seen.values() for one in drawn if not one.mark]
    assert len(units) >= 4 * 14 + 70
    assert sum(one.hatched for one in units) >= 5
    assert sum(one.mark for drawn in seen.values() for one in drawn) >= 50
    assert all(seen.values())
