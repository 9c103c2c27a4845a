"""Marks and areas are told apart without their colours: by shapes, stripes and edges."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import product
from typing import Any

import pytest

from gisplan.api.workspace import Workspace
from gisplan.catalog.map import Style
from gisplan.formats import qml, sld
from gisplan.formats.prepared import Prepared
from gisplan.render.figure import paper
from gisplan.render.style import marks
from gisplan.render.style.symbolize import symbolize
from tests import drawn
from tests.test_figure import SVG, svg_of
from tests.test_symbology import composed, layer

SLD = "{http://www.opengis.net/sld}"
#: Of the page: what lies around, water, another country, the window behind.
GROUNDS = ("#ffffff", "#f2efe9", "#cfe3f3", "#e8e4ee", "#e8eef2", "#edeae8", marks.STRIPE)
KNOWN = ["a", "b", "c", "d", "e"]


def styled(style: Style, held: Any) -> tuple[ET.Element, ET.Element]:
    item = Prepared(layer=held, symbology=symbolize(style, held))
    return ET.fromstring(qml.qml(item).split(b"\n", 2)[2]), ET.fromstring(sld.sld(item))


def test_shapes_tell_precision_and_stripes_what_is_not_known_outside_the_page_too() -> None:
    style = Style(kind="points", column="value")
    held = layer("point", "text", [*KNOWN, "unknown", None])
    in_qgis, on_servers = styled(style, held)
    labels = [one.get("label") for one in in_qgis.iter("category")]
    symbols = in_qgis.findall(".//renderer-v2/symbols/symbol")
    assert len(labels) == len(symbols) == 7
    for label, symbol in zip(labels, symbols, strict=True):
        assert (symbol.find(".//layer[@class='LinePatternFill']") is not None) == (
            label in ("unknown", "无数据")
        )
        for part in symbol.findall("layer"):
            (names,) = part.findall(".//Option[@name='name'][@type='Map']")
            said = str(names.find("Option[@name='expression']").get("value"))  # type: ignore[union-attr]
            assert dict(re.findall(r"= '(\w+)' THEN '(\w+)'", said)) == {
                one: marks.shape_of(one).name for one in marks.RADIUS
            }
    seen = set()
    for rule in on_servers.iter(f"{SLD}Rule"):
        title = rule.findtext(f"{SLD}Title", "")
        names = [one.findtext(f".//{SLD}WellKnownName") for one in rule.iter(f"{SLD}Graphic")]
        assert ("x" in names) == title.startswith(("unknown", "无数据"))
        turned = rule.find(f".//{SLD}Rotation") is not None
        word = re.search(r"（(.*)）", title)
        seen.add((word[1] if word else "", names[0], turned))
    assert seen == {
        ("", "circle", False),
        ("精确到县级", "square", False),
        ("精确到乡镇", "square", True),
        ("精确到市州", "hexagon", False),
    }
    # Areas without a value, too.
    numbers = Style(kind="choropleth", column="value", scheme="breaks", breaks=(2.0,))
    for values, striped in (([1.0, 3.0], False), ([1.0, 3.0, None], True)):
        area = layer("polygon", "number", values)
        in_qgis, on_servers = styled(numbers, area)
        assert bool(in_qgis.findall(".//layer[@class='LinePatternFill']")) == striped
        assert bool([*on_servers.iter(f"{SLD}GraphicFill")]) == striped
        # In a figure the map and the legend have one pattern.
        figure = svg_of(composed(numbers), {"drawn": area})
        assert len([*figure.iter(f"{SVG}pattern")]) == int(striped)


def test_a_figure_draws_marks_in_their_shapes() -> None:
    style = Style(kind="points", color="#b3350f")
    figure = svg_of(composed(style), {"drawn": layer("point", "text", KNOWN)})
    held = {f"#{one.get('id')}": str(one.get("d")) for one in figure.iter(f"{SVG}path")}
    paths = {
        held[str(one.get("{http://www.w3.org/1999/xlink}href"))]
        for one in figure.iter(f"{SVG}use")
        if "fill: #b3350f" in str(one.get("style"))
    }
    corners = {len(re.findall("[ML]", one)) for one in paths if "C" not in one}
    assert corners == {4, 6}
    assert any("C" in one for one in paths)


def luminance(color: str) -> float:
    """Of WCAG 2.2."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def over(color: str, opacity: float, ground: str) -> str:
    mixed = (
        round(opacity * int(color[at : at + 2], 16) + (1 - opacity) * int(ground[at : at + 2], 16))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{one:02x}" for one in mixed)


def test_marks_and_words_stand_out_from_every_ground_of_the_shipped_maps(
    built: tuple[Workspace, Any],
) -> None:
    grounds, colors = set(GROUNDS), set()
    for path in built[0].rendered.glob("*.html"):
        if path.name == "index.html":
            continue
        for one in drawn.page_layers(path.read_text("utf-8")):
            legend = one["legend"]
            own = [each["color"] for each in legend.get("classes", ())]
            own += [legend[name] for name in ("missingColor", "severalColor") if name in legend]
            if "precisions" in legend:
                colors.update(own or [one["style"]["color"]])
            elif one["style"]["kind"] != "outline":
                # as opaque as declared, and as pale as the reader may make it
                grounds |= {
                    over(each, opacity, "#ffffff")
                    for each, opacity in product(own, (one["style"]["opacity"], 0.3))
                }
    assert len(grounds) > 40
    assert len(colors) > 8
    (dark, _), (light, _) = marks.DARK, marks.LIGHT
    for ground in grounds | colors:
        assert max(contrast(dark, ground), contrast(light, ground)) >= 3
    assert contrast(dark, light) >= 3
    # Names and notes of figures, on white and within white edges.
    for ink in (paper.INK, paper.MUTED):
        assert contrast(ink, "#ffffff") >= 4.5
        assert contrast(ink, paper.GROUND) >= 4.5
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
