"""The project and the styles, opened by QGIS itself (Debian's python3-qgis)."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.formats import formats, project
from gisplan.pipeline import catalogue as catalog
from gisplan.text import Text
from tests import small
from tests.exportdata import item
from tests.qgis import in_qgis

# Runs in QGIS' own Python; prints what it found as JSON.
SCRIPT = """
import json, os, sys
from qgis.PyQt.QtCore import QSize
from qgis.core import *
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()
folder = sys.argv[1]
project = QgsProject.instance()
told = {"read": project.read(folder + "/layers.qgz"), "crs": project.crs().authid(), "layers": {}}
root = project.layerTreeRoot()
told["groups"] = [[g.name(), [c.name() for c in g.children()]] for g in root.children()]
told["shown"] = [n.name() for n in root.findLayers() if n.isVisible()]
themes = project.mapThemeCollection()
told["themes"] = {
    name: [project.mapLayer(one).name() for one in themes.mapThemeVisibleLayerIds(name)]
    for name in themes.mapThemes()
}
told["exclusive"] = [g.name() for g in root.children() if g.isMutuallyExclusive()]
told["sheets"] = {}
for sheet in project.layoutManager().layouts()[:1]:
    options = QgsLayoutExporter.ImageExportSettings()
    options.dpi = 50
    done = QgsLayoutExporter(sheet).exportToImage(folder + "/sheet.png", options)
    texts = [i.text() for i in sheet.items() if isinstance(i, QgsLayoutItemLabel)]
    drawn = [i.crs().isGeographic() for i in sheet.items() if isinstance(i, QgsLayoutItemMap)]
    bars = [i.unitsPerSegment() for i in sheet.items() if isinstance(i, QgsLayoutItemScaleBar)]
    told["sheets"][sheet.name()] = [done, sorted(texts), drawn, bars]
for layer in project.mapLayers().values():
    renderer = layer.renderer()
    told["layers"][layer.source().split("layername=")[1]] = {
        "valid": layer.isValid(),
        "rows": layer.featureCount(),
        "aliases": [layer.attributeDisplayName(i) for i in range(layer.fields().count())],
        "renderer": renderer.type() if renderer else None,
        "classes": [
            [i.label(), i.symbol().color().name()] for i in renderer.legendSymbolItems()
        ] if renderer else [],
        "labels": layer.labelsEnabled(),
        "title": layer.metadata().title(),
        "licences": layer.metadata().licenses(),
        "words": {
            layer.fields().at(i).name(): layer.editorWidgetSetup(i).config().get("map")
            for i in range(layer.fields().count())
            if layer.editorWidgetSetup(i).type() == "ValueMap"
        },
    }
    path = layer.source()
    alone = QgsVectorLayer(path, "alone", "ogr")
    kind = alone.renderer().type() if renderer else None
    told["layers"][path.split("layername=")[1]]["alone"] = kind
settings = QgsMapSettings()
settings.setLayers([n.layer() for n in root.findLayers() if n.isVisible()])
settings.setOutputSize(QSize(300, 300))
settings.setDestinationCrs(project.crs())
settings.setExtent(QgsRectangle(*json.loads(sys.argv[2])))
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()
told["colors"] = sorted(
    {image.pixelColor(x, y).name() for x in range(0, 300, 5) for y in range(0, 300, 5)}
)
told["sld"] = {}
told["formats"] = {}
for name in json.loads(sys.argv[3]):
    layer = QgsVectorLayer(folder + "/" + name, name, "ogr")
    told["formats"][name] = [layer.isValid(), layer.featureCount()]
    told["sld"][name] = layer.loadSldStyle(folder + "/" + name.split(".")[0] + ".sld")[1]
print("RESULT" + json.dumps(told), flush=True)
# QGIS of this age may fall over when its objects are taken down
os._exit(0)
"""


def look(folder: Path, extent: list[float], names: list[str]) -> dict[str, Any]:
    return in_qgis(SCRIPT, str(folder), json.dumps(extent), json.dumps(names))


@pytest.mark.slow
def test_the_shipped_layers_open_with_groups_styles_and_labels(
    built: tuple[Workspace, Any], tmp_path: Path
) -> None:
    place, _ = built
    names = ("counties", "prefectures", "bases", "prefecture_allocation", "plan_tasks")
    publish.export(place, options=ExportOptions(layers=names, formats=("qgis",), to=tmp_path))
    told = look(tmp_path, [92, 32, 109, 43], [])
    assert told["read"]
    assert told["crs"] == "EPSG:4326"
    groups = dict(told["groups"])
    assert list(groups) == ["产业规划", "行政区划", "分区专题（任选其一）", "表格"]
    assert groups["行政区划"] == ["市州", "县级行政区"]
    assert "重点任务" not in told["shown"]
    layers = told["layers"]
    assert {name: layers[name]["rows"] for name in names} == {
        "counties": 87,
        "prefectures": 14,
        "bases": 26,
        "prefecture_allocation": 14,
        "plan_tasks": 10,
    }
    assert all(layer["valid"] for layer in layers.values())
    assert layers["prefectures"]["labels"]
    assert layers["counties"]["aliases"][1] == "行政区划代码"
    assert layers["counties"]["title"].startswith("县级行政区")
    assert layers["counties"]["licences"] == ["MIT"]
    assert layers["prefecture_allocation"]["renderer"] == "graduatedSymbol"
    assert len(layers["prefecture_allocation"]["classes"]) == 5
    assert ["节能", "#0072b2"] in layers["bases"]["classes"]
    # each map is a theme: what it shows when it opens, of what was exported
    listed = catalog.load(place)
    for spec in listed.maps.values():
        shown = {one.layer for group in spec.groups for one in group.layers if one.show}
        titles = {listed.layers[name].title.zh for name in shown & set(names)}
        assert titles <= set(told["themes"][spec.title.zh]), spec.name
    assert "分区专题（任选其一）" in told["exclusive"]
    ((title, (done, texts, geographic, bars)),) = told["sheets"].items()
    assert done == 0
    assert title in texts
    assert any(text.startswith("审图号：") for text in texts)
    assert geographic == [False]
    assert bars == [100.0], "kilometres"
    assert {"平台": "platform"} in layers["bases"]["words"]["kind"]
    # without the project, the style that the GeoPackage holds is taken
    assert layers["bases"]["alone"] == "categorizedSymbol"


def test_places_beneath_the_maps_are_seen_from_near_alone() -> None:
    """As seats on the page; from afar their marks would be taken for what the map is about."""
    words, seats = Text("驻地", "seats"), item("point")
    entry = project.ProjectEntry(item=seats, title=words)
    for beneath in (True, False):
        group = project.Group(title=words, entries=(entry,), beneath=beneath)
        (layer,) = project._project((group,), words, "x.gpkg").iter("maplayer")
        assert layer.attrib["hasScaleBasedVisibilityFlag"] == str(int(beneath))
        assert (layer.attrib["minScale"], layer.attrib["maxScale"]) == ("2500000", "0")


def test_each_view_of_a_layer_is_a_layer_of_its_own(
    built: tuple[Workspace, Any], tmp_path: Path
) -> None:
    """Views that shared an id showed under one name and one style."""
    place, _ = built
    names = ("plan_agreement",)
    publish.export(place, options=ExportOptions(layers=names, formats=("qgis",), to=tmp_path))
    with zipfile.ZipFile(tmp_path / "layers.qgz") as archive:
        project = ElementTree.fromstring(archive.read("layers.qgs"))
    root = project.find("layer-tree-group")  # legends of sheets have trees of their own
    tree = {one.get("id"): one.get("name") for one in root.iter("layer-tree-layer")}
    drawn = {one.findtext("id"): one.findtext("layername") for one in project.iter("maplayer")}
    assert tree == drawn
    assert len(drawn) == len(list(root.iter("layer-tree-layer"))) > 2
    assert len(set(drawn.values())) > 2
    shown = {one.find("renderer-v2").get("attr") for one in project.iter("maplayer")}
    assert len(shown) > 2


@pytest.mark.slow
def test_what_is_declared_is_drawn(tmp_path: Path) -> None:
    place = small.workspace(tmp_path / "small")
    publish.export(place, options=ExportOptions(formats=formats.ALL))
    files = ["joined.geojson", "joined.fgb", "joined.kml", "joined.geojsonl"]
    told = look(place.exports, [99.9, 34.9, 102.1, 36.1], files)
    (first, second) = told["layers"]["joined"]["classes"]
    assert first[0].startswith("0 – 15 人")  # the figures declare that they begin at 0
    assert second[0].startswith("> 15 人")
    # two squares, one in each class, with the map's opacity of 0.7 over white
    for _, color in (first, second):
        parts = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
        mixed = [round(255 * 0.3 + part * 0.7) for part in parts]
        near = [[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in told["colors"]]
        assert any(max(abs(a - b) for a, b in zip(mixed, c, strict=True)) <= 2 for c in near), color
    assert told["formats"] == {name: [True, 2] for name in files}
    assert all(told["sld"].values())
    assert workspace.find(place.root).own
