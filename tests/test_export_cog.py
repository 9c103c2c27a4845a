"""Rasters exported as Cloud-Optimised GeoTIFF, read back by other programs."""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pystac
import pytest

from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.catalog.workspace import Workspace, find
from gisplan.errors import OptionError
from gisplan.formats import manifest
from gisplan.pipeline import build
from tests import drawn, rasters, small
from tests.command import gisplan
from tests.qgis import in_qgis

UNIT = 'unit = { zh = "分钟", en = "min" }\nmeaning = { zh = "最少行程时间", en = "least time" }\n'
CLASSES = """\
values = ["1", "2"]
[columns.band.labels]
1 = { zh = "一小时内", en = "within an hour" }
2 = { zh = "一小时外", en = "beyond an hour" }
"""
BIG = (700, 1100)


def minutes() -> npt.NDArray[np.float64]:
    row, column = np.indices(BIG)
    values = np.hypot(row - 300.0, column - 500.0) / 7
    values[:50, :60] = np.nan
    return values


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace with a raster of numbers, one of classes and one of whole numbers."""
    root = tmp_path / "place"
    small.workspace_files(root)
    values = minutes()
    rasters.write_raster(root / "layers" / "minutes.tif", values)
    bands = np.where(np.isnan(values), np.nan, np.where(values <= 60, 1.0, 2.0))
    rasters.write_raster(root / "layers" / "bands.tif", bands)
    rasters.write_raster(root / "layers" / "people.tif", np.where(np.isnan(values), np.nan, 70_000))
    rasters.declare(root, "minutes", 'file = "minutes.tif"', rasters.number("minutes", UNIT))
    band = rasters.number("band", CLASSES, kind="integer")
    rasters.declare(root, "bands", 'file = "bands.tif"', band)
    people = rasters.number("people", kind="integer")
    rasters.declare(root, "people", 'file = "people.tif"', people)
    return find(root)


NAMES = ("bands", "minutes", "people")


def export(place: Workspace, to: Path, *formats: str, layers: tuple[str, ...] = NAMES) -> Path:
    publish.export(place, options=ExportOptions(layers=layers, formats=formats, to=to))
    return to


def info(path: Path, *more: str) -> dict[str, Any]:
    done = subprocess.run(
        ["gdalinfo", "-json", *more, str(path)], capture_output=True, text=True, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_rio_cogeo_and_gdal_find_what_was_promised(place: Workspace, tmp_path: Path) -> None:
    folder = export(place, tmp_path / "out", "cog")
    for name in NAMES:
        path = folder / f"{name}.tif"
        done = subprocess.run(
            [
                str(Path(sys.executable).with_name("rio")),
                "cogeo",
                "validate",
                "--strict",
                str(path),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "is a valid cloud optimized GeoTIFF" in done.stdout, done.stdout + done.stderr
    told = info(folder / "minutes.tif", "-stats")
    (band,) = told["bands"]
    assert band["noDataValue"] == -9999
    assert band["unit"] == "min"
    assert band["overviews"]
    assert band["block"] == [512, 512]
    assert "最少行程时间" in band["description"]
    values = minutes()
    assert band["maximum"] == pytest.approx(np.nanmax(values), rel=1e-5)
    assert band["mean"] == pytest.approx(np.nanmean(values), rel=1e-5)
    words = told["metadata"][""]
    assert words["LICENCE"] == "CC0-1.0"
    assert words["SOURCES"] == "made by the tests"
    assert "minutes.tif" in words["MADE_FROM"]
    (band,) = info(folder / "bands.tif")["bands"]
    assert band["type"] == "Byte"
    assert band["noDataValue"] == 255
    assert band["colorTable"]["entries"][1] == [0, 114, 178, 255]
    assert band["metadata"][""]["CLASS_2"] == "一小时外 | beyond an hour"
    assert info(folder / "people.tif")["bands"][0]["type"] == "Int32"


def test_cells_are_those_of_the_source(place: Workspace, tmp_path: Path) -> None:
    folder = export(place, tmp_path / "out", "cog")
    for name, tolerance in (("minutes", 1e-6), ("bands", 0), ("people", 0)):
        plain = tmp_path / f"{name}.asc"
        subprocess.run(
            ["gdal_translate", "-q", "-of", "AAIGrid", "-co", "SIGNIFICANT_DIGITS=9",
             str(folder / f"{name}.tif"), str(plain)],
            check=True, capture_output=True,
        )  # fmt: skip
        lines = plain.read_text().splitlines()
        head = {words[0].lower(): words[1] for words in map(str.split, lines[:6])}
        cells = np.loadtxt(lines[6:])
        cells[cells == float(head["nodata_value"])] = np.nan
        expected = {
            "minutes": minutes(),
            "bands": np.where(np.isnan(minutes()), np.nan, np.where(minutes() <= 60, 1, 2)),
            "people": np.where(np.isnan(minutes()), np.nan, 70_000),
        }[name]
        np.testing.assert_allclose(cells, expected, rtol=tolerance)
        assert float(head["cellsize"]) == rasters.CELL


def test_the_same_layers_give_the_same_bytes(place: Workspace, tmp_path: Path) -> None:
    one, two = (export(place, tmp_path / name, "cog") for name in ("one", "two"))
    names = sorted(path.name for path in one.iterdir() if path.is_file())
    assert names == sorted(path.name for path in two.iterdir() if path.is_file())
    for name in names:
        assert (one / name).read_bytes() == (two / name).read_bytes(), name
    assert not [name for name in names if name.endswith(".aux.xml")]


def test_a_build_writes_the_same_files(place: Workspace, tmp_path: Path) -> None:
    build.build(place)
    folder = export(place, tmp_path / "out", "cog")
    for name in NAMES:
        assert (place.exports / f"{name}.tif").read_bytes() == (
            folder / f"{name}.tif"
        ).read_bytes(), name
    assert not list(place.root.rglob("*.part"))


MAP = """\
title = "bands"
[[groups]]
title = "g"
[[groups.layers]]
layer = "bands"
[groups.layers.style]
kind = "cells"
opacity = 0.5
colors = { 2 = "#d55e00" }
"""


def test_codes_have_the_colours_of_the_map_in_builds_and_exports(
    place: Workspace, tmp_path: Path
) -> None:
    """A changed map is a changed colour table, though the raster is the same."""
    path = place.root / "maps" / "bands.toml"
    for color in ("#d55e00", "#0072b2"):
        path.write_text(MAP.replace("#d55e00", color), encoding="utf-8")
        build.build(place)
        folder = export(place, tmp_path / color, "cog", layers=("bands",))
        assert (place.exports / "bands.tif").read_bytes() == (folder / "bands.tif").read_bytes()
        (shown,) = drawn.page_layers((place.rendered / "bands.html").read_text("utf-8"))
        rows = drawn.on_page(shown)
        assert rows[1] == ("一小时外", color)
        assert list(drawn.color_table(folder / "bands.tif").values()) == [c for _, c in rows]
        assert drawn.in_sld((folder / "bands.sld").read_bytes()) == rows
        assert 'opacity="0.5"' in (folder / "bands.qml").read_text("utf-8")


def test_manifest_and_catalogue_know_the_rasters(place: Workspace, tmp_path: Path) -> None:
    folder = export(place, tmp_path / "out", "cog")
    assert manifest.differing(folder) == ()
    entry = manifest.load(folder)["minutes.tif"]
    assert entry.media == "image/tiff; application=geotiff; profile=cloud-optimized"
    (child,) = [
        c
        for c in pystac.Catalog.from_file(str(folder / "catalog.json")).get_children()
        if c.id == "minutes"
    ]
    assert isinstance(child, pystac.Collection)
    assert child.assets["minutes.tif"].media_type == entry.media
    west, south, east, north = child.extent.spatial.bboxes[0]
    assert west < 104 < east
    assert south < 36 < north
    told = json.loads((folder / "minutes.meta.json").read_text(encoding="utf-8"))
    assert told["raster"]["height"] == BIG[0]
    assert "WGS 84" not in told["crs"]  # a made-up system around a point
    assert told["raster"]["maximum"] == np.nanmax(minutes())


def test_each_format_takes_what_it_can_and_says_what_not(place: Workspace, tmp_path: Path) -> None:
    options = ExportOptions(formats=("gpkg", "cog", "geojson"), to=tmp_path / "out")
    report = publish.export(place, options=options)
    notes = [words.en for _, words in report.notes]
    assert any("3 layers are rasters" in words for words in notes)
    assert any("vector layers" in words for words in notes)
    assert {item.path.name for item in report.written} == {
        "layers.gpkg", "squares.geojson", "joined.geojson",
        "bands.tif", "minutes.tif", "people.tif",
    }  # fmt: skip
    with pytest.raises(OptionError, match="cog"):
        export(place, tmp_path / "none", "geojson")
    with pytest.raises(OptionError, match="gcj02"):
        publish.export(place, options=ExportOptions(formats=("cog",), datum="gcj02"))


def test_the_command(place: Workspace) -> None:
    done = gisplan("export", "minutes", "bands", "--format", "cog", cwd=place.root)
    assert done.returncode == 0, done.stderr
    assert "minutes.tif" in done.stdout
    assert (place.exports / "bands.tif").is_file()


@pytest.mark.parametrize("limit", [0, 1_000, 60_000, 300_000, 1_500_000])
def test_on_a_full_disk_the_old_raster_stays(place: Workspace, limit: int) -> None:
    export(place, place.exports, "cog", layers=("minutes",))
    before = {p.name: p.read_bytes() for p in place.exports.iterdir() if p.is_file()}
    changed = minutes() + np.random.default_rng(1).uniform(0, 1, BIG)
    rasters.write_raster(place.root / "layers" / "minutes.tif", changed)
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "from gisplan.cli import main\n"
        "sys.exit(main(['export', 'minutes', '--format', 'cog', '--lang', 'en']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=place.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert {p.name: p.read_bytes() for p in place.exports.iterdir() if p.is_file()} == before


# Runs in QGIS' own Python; prints what it found as JSON.
QGIS = """
import json, os, sys
from qgis.core import *
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()
folder, point = sys.argv[1], json.loads(sys.argv[2])
project = QgsProject.instance()
told = {"read": project.read(folder + "/layers.qgz"), "layers": {}}
root = project.layerTreeRoot()
told["groups"] = [[g.name(), [c.name() for c in g.children()]] for g in root.children()]
def look(layer):
    renderer = layer.renderer()
    return [renderer.type(), [[w, c.name()] for w, c in renderer.legendSymbologyItems()]]
for layer in project.mapLayers().values():
    if layer.type() != QgsMapLayer.RasterLayer:
        continue
    name = os.path.basename(layer.source()).split(".")[0]
    alone = QgsRasterLayer(layer.source(), "alone", "gdal")
    layer.renderer().setOpacity(1)
    block = layer.renderer().block(1, layer.extent(), layer.width(), layer.height())
    told["layers"][name] = {
        "valid": layer.isValid(),
        "project": look(layer),
        "alone": look(alone),
        "crs": [layer.crs().toWkt(), alone.crs().toWkt()],
        "cells": [block.color(row, column) >> 24 and block.color(row, column) & 0xFFFFFF
                  for row, column in point],
    }
print("RESULT" + json.dumps(told), flush=True)
os._exit(0)
"""


@pytest.mark.slow
def test_qgis_opens_rasters_with_their_classes(place: Workspace, tmp_path: Path) -> None:
    layers = (*NAMES, "squares")
    folder = export(place, tmp_path / "out", "qgis", "cog", layers=layers)
    told = in_qgis(QGIS, str(folder), json.dumps([[300, 500], [0, 0], [699, 1099]]))
    assert told["read"]
    assert ["栅格", ["people", "minutes", "bands"]] in [
        [name, [title.split("（")[0] for title in inside]] for name, inside in told["groups"]
    ]
    found = told["layers"]
    assert set(found) == set(NAMES)
    assert all(one["valid"] for one in found.values())
    for one in found.values():
        assert all("Azimuthal_Equidistant" in words for words in one["crs"])
    for name in NAMES:  # the style beside the file is that of the project
        assert found[name]["alone"] == found[name]["project"]
    kind, classes = found["bands"]["project"]
    assert kind == "paletted"
    assert classes == [["一小时内", "#0072b2"], ["一小时外", "#e69f00"]]
    assert found["bands"]["cells"] == [0x0072B2, 0, 0xE69F00]
    kind, classes = found["minutes"]["project"]
    assert kind == "singlebandpseudocolor"
    assert len(classes) == 7
    # the nearest cell is in the first class, the farthest in the last; no data is drawn nowhere
    shades = [int(color[1:], 16) for _, color in classes]
    assert found["minutes"]["cells"] == [shades[0], 0, shades[-1]]


def test_map_servers_get_the_same_classes(place: Workspace, tmp_path: Path) -> None:
    folder = export(place, tmp_path / "out", "cog")
    tag = "{http://www.opengis.net/sld}ColorMapEntry"
    entries = ET.parse(folder / "bands.sld").getroot().findall(f".//{tag}")
    assert [(e.get("quantity"), e.get("label")) for e in entries] == [
        ("1", "一小时内"),
        ("2", "一小时外"),
    ]
    entries = ET.parse(folder / "minutes.sld").getroot().findall(f".//{tag}")
    bounds = [float(e.get("quantity") or "nan") for e in entries]
    assert bounds == sorted(bounds)
    # the last bound is the greatest cell, in single precision
    assert bounds[-1] == pytest.approx(np.nanmax(minutes()), rel=1e-6)
