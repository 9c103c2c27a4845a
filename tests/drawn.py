"""The classes that each product shows, read from it: words and colours, in order."""

from __future__ import annotations

import base64
import json
import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from pathlib import Path
from typing import Any

import rasterio

from gisplan.catalog.layer import PRECISION_TITLES

#: Words in Chinese, and ``#rrggbb``.
Row = tuple[str, str]
_SLD = "{http://www.opengis.net/sld}"


def page_data(page: str) -> dict[str, Any]:
    """Give what a map's page holds as its data block has it."""
    block = re.search(r'id="gisplan-data"( data-packed="deflate")?>(.*?)</script>', page, re.DOTALL)
    assert block
    if block[1]:
        found: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(block[2])))
    else:
        found = json.loads(block[2])
    return found


def page_layers(page: str) -> list[dict[str, Any]]:
    """Give the layers of a map's page as its data block has them."""
    layers: list[dict[str, Any]] = page_data(page)["layers"]
    return layers


def on_page(layer: dict[str, Any], lang: str = "zh") -> list[Row]:
    """Read a legend of a page: the classes, and last that without a value where rows have none."""
    legend = layer["legend"]
    rows = [(one["words"][lang], one["color"]) for one in legend.get("classes", ())]
    if rows and legend["missing"]:
        rows.append((legend["missingWords"][lang], legend["missingColor"]))
    return rows


def in_qml(root: ET.Element) -> list[Row]:
    """Read the classes of a QML document, or of a layer of a project."""
    if (drawn := root.find(".//rasterrenderer")) is not None:
        entries = [*drawn.iter("paletteEntry"), *drawn.iter("item")]
        return [(one.get("label", ""), one.get("color", "")) for one in entries]
    renderer = root.find(".//renderer-v2")
    assert renderer is not None
    symbols = {one.get("name"): one for one in renderer.findall("symbols/symbol")}
    classes = [
        one for kind in ("category", "range", "rule") for one in renderer.findall(f"*/{kind}")
    ]
    return [(one.get("label", ""), _color(symbols[one.get("symbol")])) for one in classes]


def single_color(root: ET.Element) -> str:
    """Read the colour of the only symbol of a QML document."""
    (symbol,) = root.findall(".//renderer-v2/symbols/symbol")
    return _color(symbol)


def _color(symbol: ET.Element) -> str:
    # of the first layer that is not locked, which is the one that QGIS goes by
    part = next(one for one in symbol.findall("layer") if one.get("locked") != "1")
    given = part.findall("Option/Option")
    options = {one.get("name"): one.get("value", "") for one in reversed(given)}
    name = {"fill": "color", "marker": "color", "line": "line_color"}[symbol.get("type", "")]
    if options.get("style") == "no":
        name = "outline_color"
    red, green, blue, _ = (int(part) for part in options[name].split(","))
    return f"#{red:02x}{green:02x}{blue:02x}"


def in_project(path: Path) -> dict[str, ET.Element]:
    """Give the layers of a QGIS project by their titles."""
    with zipfile.ZipFile(path) as archive:
        (name,) = archive.namelist()
        root = ET.fromstring(archive.read(name))
    return {one.findtext("layername", ""): one for one in root.iter("maplayer")}


def in_sld(content: bytes, lang: str = "zh") -> list[Row]:
    """Read the rules of a Styled Layer Descriptor; those of one class' marks are one."""
    root = ET.fromstring(content)
    entries = [*root.iter(f"{_SLD}ColorMapEntry")]
    if entries:
        return [(one.get("label", ""), one.get("color", "")) for one in entries]
    rows = []
    for rule in root.iter(f"{_SLD}Rule"):
        words = rule.findtext(f"{_SLD}{'Title' if lang == 'zh' else 'Name'}", "")
        for told in PRECISION_TITLES.values():
            words = words.removesuffix(f"（{told.zh}）").removesuffix(f" ({told.en})")
        # the last that is filled lies above; what has no fill is a line
        given = {one.get("name"): one.text for one in rule.iter(f"{_SLD}CssParameter")}
        rows.append((words, str(given["stroke" if "fill" not in given else "fill"])))
    return list(dict.fromkeys(rows))


def color_table(path: Path) -> dict[str, str]:
    """Read the colours that a GeoTIFF gives to its values, without those that are nothing."""
    with rasterio.open(path) as source:
        return {
            str(value): f"#{red:02x}{green:02x}{blue:02x}"
            for value, (red, green, blue, alpha) in source.colormap(1).items()
            if alpha and (red, green, blue) != (0, 0, 0)
        }
