"""Figures: the web map's classes on paper, scale and north that hold, the same bytes again."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pyproj import Geod

from gisplan.api import figure
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapGroup, MapLayer, MapSpec, Style
from gisplan.catalog.workspace import Workspace
from gisplan.cli.main import main
from gisplan.errors import DataError, FileError
from gisplan.render.figure import fonts, projection, sheet, words
from gisplan.render.figure.options import FORMATS, FigureOptions, Format
from gisplan.render.web import webmap
from gisplan.text import Text
from tests import mapdata
from tests.browser import Page
from tests.test_map_hostile import HOSTILE, hostile_map

SVG = "{http://www.w3.org/2000/svg}"


def svg_of(spec: MapSpec, layers: Mapping[str, Layer], **options: str) -> ET.Element:
    wanted = FigureOptions(format="svg", **options)  # type: ignore[arg-type]
    return ET.fromstring(sheet.draw(spec, layers, options=wanted))


def svg(spec: MapSpec | None = None, **options: str) -> ET.Element:
    return svg_of(spec or mapdata.map_spec(), mapdata.layers(), **options)


def texts(root: ET.Element) -> list[str]:
    return ["".join(one.itertext()).strip() for one in root.iter(f"{SVG}text")]


def shown_only(*titles: str) -> MapSpec:
    """The synthetic map with both of its themes on."""
    spec = mapdata.map_spec()
    groups = tuple(
        MapGroup(
            title=group.title,
            layers=tuple(
                MapLayer(
                    layer=item.layer,
                    title=item.title,
                    show=item.title is not None and item.title.en in titles,
                    popup=item.popup,
                    style=item.style,
                )
                for item in group.layers
            ),
        )
        for group in spec.groups
    )
    return mapdata.map_spec(groups=groups)


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("title", ["Population", "Kinds", "Bases"])
def test_the_legend_is_the_one_of_the_web_map(
    lang: str, title: str, tmp_path: Path, open_page: Callable[[Path], Page]
) -> None:
    spec = shown_only(title)
    path = tmp_path / "map.html"
    path.write_text(
        webmap.render(spec, mapdata.layers(), lang=lang),  # type: ignore[arg-type]
        encoding="utf-8",
    )
    page = open_page(path)
    rows = page.run(
        """return [...document.querySelectorAll(".legend:not([hidden]) li")].map((row) => [
          row.querySelector(".what").textContent,
          row.querySelector(".count").textContent.replace(/[^0-9]/g, ""),
          getComputedStyle(row.firstElementChild).getPropertyValue("--color").trim()]);"""
    )
    assert rows
    made = svg(spec, lang=lang)
    said = texts(made)
    drawn = ET.tostring(made, encoding="unicode").lower()
    at = 0
    for what, count, color in rows:
        # in the same order, each label with its count behind it
        at = said.index(what, at)
        assert said[at + 1] == count
        assert color.lower() in drawn


def test_a_figure_has_title_scale_north_source_and_review_number() -> None:
    said = texts(svg(mapdata.map_spec(review_number="甘S(2020)99号"), date="2020-09-13"))
    for words_ in ("合成地图", "只供测试的地图", "图例", "北", "0"):
        assert words_ in said
    assert any(re.fullmatch(r"[125]0* 千米", one) for one in said)
    foot = " ".join(said)
    for words_ in ("来源：测试", "审图号：甘S(2020)99号", "制图日期：2020-09-13", "等积", "署名"):
        assert words_ in foot
    assert "审图号：未填写" in " ".join(texts(svg()))
    assert "制图日期" not in " ".join(texts(svg()))


def test_rows_without_data_and_without_a_position_are_counted_apart() -> None:
    said = texts(svg())
    assert said[said.index("无数据") + 1] == "1"
    assert "另有 2 项无位置，未绘出" in said
    assert said[said.index("精确到县级") + 1] == "2"


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_map_gives_the_same_bytes(form: Format) -> None:
    options = FigureOptions(format=form, dpi=60)
    one, two = (sheet.draw(mapdata.map_spec(), mapdata.layers(), options=options) for _ in range(2))
    assert one == two
    assert not re.search(rb"CreationDate|<dc:date>|20[2-9]\d-\d\d-\d\dT", one)


@pytest.mark.parametrize("dpi", [72, 300])
def test_a_png_is_an_a4_sheet_of_that_resolution(dpi: int) -> None:
    options = FigureOptions(format="png", dpi=dpi)
    image = Image.open(
        io.BytesIO(sheet.draw(mapdata.map_spec(), mapdata.layers(), options=options))
    )
    assert abs(image.width - 297 / 25.4 * dpi) <= 1
    assert abs(image.height - 210 / 25.4 * dpi) <= 1
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.01)


def test_land_has_the_colour_of_its_class_and_the_ground_none() -> None:
    """A map of one opaque square: its colour is inside, and the ground beside it."""
    style = Style(
        kind="choropleth", column="residents", scheme="breaks", breaks=(1e9,), opacity=1.0
    )
    item = MapLayer(layer="counties", style=style)
    spec = mapdata.map_spec(groups=(MapGroup(title=Text("甲", "a"), layers=(item,)),))
    layers = mapdata.layers()
    layers["counties"] = mapdata.with_table(layers["counties"], residents=5)
    made = sheet.draw(spec, layers, options=FigureOptions(dpi=100))
    image = np.asarray(Image.open(io.BytesIO(made)).convert("RGB"))
    # ColorBrewer's YlGnBu of three, its two darker
    color = (image == (0x7F, 0xCD, 0xBB)).all(axis=2)
    ground = (image == (0xEE, 0xF1, 0xF4)).all(axis=2)
    assert 0.1 < color.mean() < 0.6
    assert ground.mean() > 0.05


EDGES = st.tuples(st.floats(75, 130), st.floats(18, 50), st.floats(0.5, 20), st.floats(0.5, 12))


@settings(max_examples=30)
@given(EDGES)
def test_the_scale_bar_is_as_long_as_it_says_on_the_ground(edges: tuple[float, ...]) -> None:
    west, south, wide, high = edges
    where = projection.choose(west, south, west + wide, south + high)
    transformer = where.transformer()
    x, y = transformer.transform(west + wide / 2, south + high / 2)
    bar = projection.scale_bar(where, x=x, y=y, longest=wide * 20_000)
    half = bar.length / 2
    ends = [transformer.transform(x + s * half, y, direction="INVERSE") for s in (-1, 1)]
    metres = Geod(ellps="WGS84").line_length(*zip(*ends, strict=True))
    assert metres == pytest.approx(bar.kilometres * 1000, rel=2e-3)
    assert re.fullmatch(r"[125]0*|0?\.0*[125]", f"{bar.kilometres:g}")
    assert bar.latitude == pytest.approx(south + high / 2, abs=1e-6)


@settings(max_examples=30)
@given(EDGES, st.floats(0, 1), st.floats(0, 1))
def test_north_leads_along_the_meridian(
    edges: tuple[float, ...], across: float, along: float
) -> None:
    west, south, wide, high = edges
    where = projection.choose(west, south, west + wide, south + high)
    transformer = where.transformer()
    lon, lat = west + across * wide, south + along * high
    x, y = transformer.transform(lon, lat)
    dx, dy = projection.north(where, x=x, y=y)
    there = transformer.transform(x + 1000 * dx, y + 1000 * dy, direction="INVERSE")
    azimuth, _, _ = Geod(ellps="WGS84").inv(lon, lat, *there)
    assert abs(azimuth) < 0.1


def test_a_wide_map_keeps_areas_and_a_narrow_one_angles() -> None:
    province = projection.choose(92.3, 32.6, 108.7, 42.8)
    square = shapely.box(94, 34, 94.5, 34.5)
    for lon, lat in ((94, 34), (100, 38), (107, 42)):
        cell = shapely.segmentize(shapely.affinity.translate(square, lon - 94, lat - 34), 0.01)
        truth = abs(Geod(ellps="WGS84").geometry_area_perimeter(cell)[0])
        flat = shapely.transform(cell, province.transformer().transform, interleaved=False)
        assert flat.area == pytest.approx(truth, rel=1e-4)
    county = projection.choose(103, 35, 105, 37)
    factors = county.crs
    assert "Mercator" in str(factors.coordinate_operation.method_name)  # type: ignore[union-attr]


@given(st.text(max_size=60), st.floats(5, 100))
def test_lines_hold_the_text_and_keep_to_the_width(text: str, width: float) -> None:
    said = words.clean(text)
    broken = words.lines(said, width, len, most=1000)
    # Blanks of any kind may go where a line ends.
    assert "".join("".join(broken).split()) == "".join(said.split())
    for line in broken:
        assert len(line) <= width + sum(one in "，。、；：？！）》」』”’…%" for one in line)


def test_without_a_chinese_face_it_says_which_package_to_install(
    monkeypatch: pytest.MonkeyPatch,
    place: Workspace,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert fonts.families({"DejaVu Sans", "SimHei", "Noto Sans CJK SC"})[0] == "Noto Sans CJK SC"
    assert fonts.families({"SimHei"})[0] == "SimHei"
    with pytest.raises(FileError, match="fonts-noto-cjk"):
        fonts.families({"DejaVu Sans"})
    monkeypatch.setattr(fonts, "CHINESE", ("no such face",))
    assert main(["figure", "small", "-C", str(place.root)]) == 2
    told = capsys.readouterr().err
    assert "中文字体" in told
    assert "fonts-noto-cjk" in told
    assert not (place.root / "figures").exists()


def test_the_command_writes_the_figure_and_refuses_what_can_not_be(
    place: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = ["-C", str(place.root)]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert main(["figure", "small", "--format", "svg", "--language", "en", *root]) == 0
    made = ET.parse(place.root / "figures" / "small.en.svg").getroot()
    assert "Small map" in texts(made)
    assert "Made on 2020-09-13" in " ".join(texts(made))
    assert main(["figure", "none", *root]) == 2
    assert "small" in capsys.readouterr().err
    assert main(["figure", "small", "--dpi", "5", *root]) == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert main(["figure", "small", *root]) == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_a_map_without_any_position_is_refused() -> None:
    with pytest.raises(DataError, match="position"):
        svg(shown_only("none such"))


def test_hostile_words_are_words_on_the_sheet() -> None:
    for at in range(0, len(HOSTILE), 3):
        maps = [hostile_map(hostile) for hostile in HOSTILE[at : at + 3]]
        spec = replace(maps[0][0], groups=tuple(group for one, _ in maps for group in one.groups))
        layers = {name: layer for _, one in maps for name, layer in one.items()}
        made = ET.fromstring(sheet.draw(spec, layers, options=FigureOptions(format="svg")))
        tags = {one.tag.removeprefix(SVG) for one in made.iter() if isinstance(one.tag, str)}
        assert not tags & {"script", "iframe", "foreignObject", "a", "img", "image"}
        drawn = [one.replace(" ", "") for one in texts(made)]
        for hostile in HOSTILE[at : at + 3]:
            said = words.clean(hostile).replace(" ", "")
            # a title, a heading, a class; longer ones are broken into lines
            assert not 0 < len(said) < 20 or sum(one.startswith(said) for one in drawn) > 3


def test_the_shipped_maps_are_drawn(built: tuple[Workspace, object]) -> None:
    place = built[0]
    made = figure.figure("overview", place=place, options=FigureOptions(format="svg"))
    said = texts(ET.parse(made.path).getroot())
    assert "甘肃省节能环保产业布局" in said
    assert "阿尔伯斯等积圆锥投影，中央经线 100.5°，标准纬线 34.25°、41°" in " ".join(said)
    # what lies beneath is in the legend; borders that the map's own layers are, once
    base = said[said.index("底图要素") :]
    entries = ["湖泊", "河流", "铁路", "干线公路", "国界"]
    assert [one for one in base if one in entries] == entries
    assert "地级行政区界" not in base
