"""The page's data: nothing lost, nothing doubled, nothing that could run."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import geopandas as gpd
import mapclassify
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gisplan.catalog.layer import PRECISIONS, Layer
from gisplan.catalog.map import MapGroup
from gisplan.errors import DataError, DatumError, DeclarationError, OptionError
from gisplan.render.style import checks, palettes
from gisplan.render.style.classify import classify
from gisplan.render.style.positions import find_places
from gisplan.render.web import legend, safe, topology, webmap
from gisplan.render.web.basemap import Basemap
from gisplan.render.web.encode import heading
from gisplan.text import Text
from tests import mapdata

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
KEY = "0123456789abcdefABCDEF0123456789"


def page_data(page: str) -> Any:
    found = re.search(r'id="gisplan-data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def decode_numbers(text: str) -> list[int]:
    """Read variable-length base 64 one letter at a time."""
    numbers, value, place = [], 0, 0
    for letter in text:
        digit = LETTERS.index(letter)
        value |= (digit & 31) << place
        place += 5
        if not digit & 32:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value, place = 0, 0
    assert place == 0
    return numbers


def decode_arc(text: str, origin: tuple[int, int]) -> list[tuple[int, int]]:
    steps = decode_numbers(text)
    xs = itertools.accumulate(steps[0::2], initial=origin[0])
    ys = itertools.accumulate(steps[1::2], initial=origin[1])
    return list(zip(xs, ys, strict=True))[1:]


def decode_shape(found: topology.Topology, at: int) -> Any:
    arcs = [decode_arc(arc, found.origin) for arc in found.arcs]
    polygons = []
    for part in found.shapes[at]:
        rings = []
        for numbers in part:
            ring: list[tuple[int, int]] = []
            for number in numbers:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                assert not ring or ring[-1] == arc[0]
                ring += arc[1:] if ring else arc
            rings.append(ring)
        polygons.append(shapely.Polygon(rings[0], rings[1:]))
    return shapely.MultiPolygon(polygons)


def name(at: int) -> Text:
    return Text(f"第 {at}", f"number {at}")


def segments(points: list[tuple[int, int]]) -> list[frozenset[tuple[int, int]]]:
    return [frozenset(two) for two in itertools.pairwise(points)]


@given(st.lists(st.integers(-(2**40), 2**40), min_size=1))
def test_numbers_come_back_from_base_64(numbers: list[int]) -> None:
    text, ends = topology.encode_numbers(np.asarray(numbers, dtype=np.int64))
    assert decode_numbers(text) == numbers
    assert ends[-1] == len(text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sets(st.integers(0, 24), min_size=1), min_size=1, max_size=5))
def test_polygons_come_back_and_each_border_is_stored_once(groups: list[set[int]]) -> None:
    cells = mapdata.counties()
    shapes = [*cells, *(shapely.coverage_union_all([cells[at] for at in g]) for g in groups)]
    found = topology.build(shapes, name=name)
    assert found.decimals == 5
    rounded = [shapely.transform(shape, lambda xy: np.rint(xy * 1e5)) for shape in shapes]
    for at, shape in enumerate(rounded):
        assert shapely.equals(decode_shape(found, at), shape)
    stored = [pair for arc in found.arcs for pair in segments(decode_arc(arc, found.origin))]
    assert len(stored) == len(set(stored))
    lines = [shapely.get_coordinates(ring) for ring in shapely.get_rings(rounded)]
    used = {pair for line in lines for pair in segments([tuple(xy) for xy in line])}
    assert set(stored) == {pair for pair in used if len(pair) == 2}


def test_a_ring_drawn_from_elsewhere_or_the_other_way_is_the_same_arc() -> None:
    ring = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    turned = ring[2:] + ring[:2]
    found = topology.build([shapely.Polygon(ring), shapely.Polygon(turned[::-1])], name=name)
    assert len(found.arcs) == 1


def test_lines_come_back() -> None:
    line = shapely.MultiLineString([[(0, 0), (1, 1), (2, 0)], [(5, 5), (6, 6.00001)]])
    found = topology.build([line], name=name)
    walked = [decode_arc(found.arcs[part[0][0]], found.origin) for part in found.shapes[0]]
    forward = [
        arc if part[0][0] >= 0 else arc[::-1]
        for arc, part in zip(walked, found.shapes[0], strict=True)
    ]
    assert forward == [
        [(0, 0), (100000, 100000), (200000, 0)],
        [(500000, 500000), (600000, 600001)],
    ]


def test_an_invalid_polygon_is_refused_by_name() -> None:
    bow_tie = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    with pytest.raises(DataError, match="number 1"):
        topology.build([shapely.box(0, 0, 1, 1), bow_tie], name=name)


def test_what_rounding_would_spoil_is_kept_on_a_finer_grid() -> None:
    # A passage of 4e-6 degrees: on a grid of 1e-5 its two walls fall onto each other.
    narrow = shapely.Polygon(
        [(0, 0), (1, 0), (1, 1), (0.500004, 1), (0.500004, 0.5), (0.5, 0.5), (0.5, 1), (0, 1)]
    )
    found = topology.build([narrow], name=name)
    assert found.decimals == 6
    assert decode_shape(found, 0).area / 1e12 == pytest.approx(narrow.area, abs=1e-12)


def test_what_no_grid_can_hold_is_refused() -> None:
    with pytest.raises(DataError, match="number 0"):
        topology.build([shapely.box(0, 0, 1e-9, 1e-9)], name=name)


values = st.lists(
    st.one_of(st.floats(-1e6, 1e6), st.just(float("nan")), st.integers(0, 5).map(float)),
    max_size=60,
)


@settings(deadline=None)
@given(
    values, st.sampled_from(["quantiles", "natural_breaks", "equal_interval"]), st.integers(1, 7)
)
@example([0.0, 1.0, 1.0, 1.0, 0.5], "quantiles", 2)
@example([*[0.0] * 7, 10.0, 12.0, 100.0], "quantiles", 3)
def test_every_number_is_in_one_class_and_classes_rise(
    numbers: list[float], scheme: Any, wanted: int
) -> None:
    array = np.asarray(numbers, dtype=float)
    cut = classify(array, scheme=scheme, classes=wanted)
    held = np.isfinite(array)
    assert cut.missing == int((~held).sum())
    assert sum(cut.counts) == int(held.sum())
    assert len(cut.upper) <= min(wanted, len(np.unique(array[held])))
    assert list(cut.upper) == sorted(set(cut.upper))
    for at, upper in enumerate(cut.upper):
        inside = array[cut.index == at]
        assert (inside <= upper).all()
        assert at == 0 or (inside > cut.upper[at - 1]).all()
        # a class of a legend that holds nothing would have no words
        assert scheme == "equal_interval" or len(inside)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.integers(0, 50), min_size=5, max_size=9, unique=True),
    st.integers(2, 4),
    st.sampled_from([0.0, 1e9]),
)
def test_natural_breaks_are_the_best_partition(
    numbers: list[int], wanted: int, around: float
) -> None:
    array = np.sort(np.asarray(numbers, dtype=float)) + around

    def spread(groups: list[Any]) -> float:
        return sum(float(((group - group.mean()) ** 2).sum()) for group in groups)

    cuts = itertools.combinations(range(1, len(array)), wanted - 1)
    best = min(spread(np.split(array, cut)) for cut in cuts)
    cut = classify(array, scheme="natural_breaks", classes=wanted)
    assert spread([array[cut.index == at] for at in range(wanted)]) == pytest.approx(best)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(-1000, 1000), min_size=9, max_size=60, unique=True), st.integers(2, 7))
def test_classes_are_those_of_another_library(numbers: list[int], wanted: int) -> None:
    array = np.asarray(numbers, dtype=float)
    for scheme, library in (
        ("quantiles", mapclassify.Quantiles),
        ("equal_interval", mapclassify.EqualInterval),
    ):
        upper = classify(array, scheme=scheme, classes=wanted).upper
        assert upper == pytest.approx(library(array, k=wanted).bins)


def test_quantiles_hold_equal_numbers_of_different_values() -> None:
    array = np.random.default_rng(0).permutation(87).astype(float)
    counts = classify(array, scheme="quantiles", classes=5).counts
    assert max(counts) - min(counts) <= 1


def test_own_breaks_are_inclusive_and_the_last_class_is_open() -> None:
    cut = classify(np.array([1.0, 10, 10.5, 99]), scheme="breaks", breaks=(10, 50))
    assert cut.counts == (2, 1, 1)
    with pytest.raises(DeclarationError):
        classify(np.array([1.0]), scheme="breaks", breaks=(5, 5))
    with pytest.raises(DataError):
        classify(np.array([np.inf]))


def luminance(color: str) -> float:
    """Relative luminance of WCAG 2, which every kind of colour vision keeps in order."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", palettes.SEQUENTIAL)
@pytest.mark.parametrize("count", range(1, palettes.MOST_CLASSES + 1))
def test_sequences_darken_all_the_way(palette: str, count: int) -> None:
    colors = palettes.sequence(palette, count)
    assert len(colors) == count
    assert all(re.fullmatch("#[0-9a-f]{6}", color) for color in colors)
    light = [luminance(color) for color in colors]
    assert all(a > b for a, b in itertools.pairwise(light))


@pytest.mark.parametrize("palette", palettes.DIVERGING)
@pytest.mark.parametrize("count", range(2, palettes.MOST_CLASSES + 1))
def test_palettes_about_zero_are_lightest_in_the_middle(palette: str, count: int) -> None:
    light = [luminance(color) for color in palettes.sequence(palette, count)]
    half = count // 2
    assert len(light) == count
    assert all(a < b for a, b in itertools.pairwise(light[:half]))
    assert all(a > b for a, b in itertools.pairwise(light[-half:]))


def test_palettes_are_known_and_bounded() -> None:
    with pytest.raises(DeclarationError, match="YlGnBu"):
        palettes.sequence("rainbow", 3)
    with pytest.raises(DeclarationError):
        palettes.sequence("Blues", 10)
    assert len(set(palettes.categories(8))) == 8
    assert len({*palettes.categories(40), palettes.OTHER, palettes.NO_DATA}) == 42


@given(st.text() | st.recursive(st.none() | st.text(), st.lists, max_leaves=5))
def test_json_comes_back_and_can_end_no_script(value: Any) -> None:
    block = safe.json_block(value)
    assert json.loads(block) == value
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", block)
    block.encode("utf-8")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        " https://a.b",
        "//a.b",
        "http:",
        "file:///x",
        "http:///x",
    ],
)
def test_only_web_addresses_are_links(url: str) -> None:
    assert safe.web_address(url) == ""
    assert safe.web_address("https://example.org/x?y=1") == "https://example.org/x?y=1"


@pytest.mark.parametrize(
    "color", ["red", "#fff", "#12345g", "#123456;x", "url(x)", "#123456\n", "{{1}}"]
)
def test_colours_are_rrggbb_or_refused(color: str) -> None:
    item = mapdata.map_spec().groups[1].layers[0]
    layer = mapdata.layers()["prefectures"]
    with pytest.raises(DeclarationError):
        legend.draw(mapdata.with_style(item, color=color), layer, find_places(layer))
    with pytest.raises(DeclarationError):
        checks.dash(f"1{color}", where=Text("", ""))


def test_the_same_input_gives_the_same_page() -> None:
    spec, layers = mapdata.map_spec(), mapdata.layers()
    assert webmap.render(spec, layers) == webmap.render(spec, mapdata.layers())


def test_folium_gets_constants_only(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    skeleton = webmap.skeleton

    def remember(*given: Any) -> str:
        made.append(skeleton(*given))
        return made[-1]

    monkeypatch.setattr(webmap, "skeleton", remember)
    layers = mapdata.layers()
    hostile = "{{ 7 * 7 }}{% raw %}{# x #}"
    words = Text(hostile, hostile)
    webmap.render(mapdata.map_spec(), layers)
    webmap.render(
        mapdata.map_spec(title=words, description=words, attribution=words, name=hostile),
        {**layers, "counties": mapdata.with_table(layers["counties"], name_zh=hostile)},
    )
    assert made[0] == made[1]


class _Page(HTMLParser):
    """What a browser would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.policy = ""
        self.lang = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.addresses += [str(held[key]) for key in ("src", "href", "srcset") if key in held]
        assert not [key for key in held if key.startswith("on") or key == "style"]
        if tag == "meta" and held.get("http-equiv") == "Content-Security-Policy":
            self.policy = str(held["content"])
        if tag == "html":
            self.lang = str(held["lang"])


@pytest.mark.parametrize(
    ("basemap", "hosts"),
    [
        (None, set()),
        (Basemap("osm"), {"https://tile.openstreetmap.org"}),
        (Basemap.of("http://gis.lan:8080/t/{z}/{x}/{-y}.png?k=1&v=2"), {"http://gis.lan:8080"}),
        (Basemap("tianditu", KEY), {f"https://t{n}.tianditu.gov.cn" for n in range(8)}),
    ],
)
def test_the_policy_opens_the_chosen_hosts_only(basemap: Basemap | None, hosts: set[str]) -> None:
    page = webmap.render(mapdata.map_spec(), mapdata.layers(), lang="en", basemap=basemap)
    seen = _Page()
    seen.feed(page)
    assert seen.addresses == []
    assert seen.lang == "en"
    assert seen.policy.startswith("default-src 'none'; ")
    assert "unsafe" not in seen.policy
    assert set(re.findall(r"https?://[^ ;]+", seen.policy)) == hosts


def test_a_key_is_hexadecimal_before_it_is_part_of_an_address() -> None:
    for key in ("", "x" * 32, KEY + "&a=b", KEY[:-1]):
        with pytest.raises(OptionError):
            Basemap("tianditu", key)
    with pytest.raises(OptionError):
        Basemap("google")  # type: ignore[arg-type]
    assert all(address.endswith(f"&tk={KEY}") for address in Basemap("tianditu", KEY).tiles)


@pytest.mark.parametrize(
    "address",
    [
        "google",
        "ftp://gis.lan/{z}/{x}/{y}.png",
        "http://gis.lan/{z}/{x}.png",
        "http://gis.lan/{z}/{x}/{y}/{s}.png",
        "http://{s}.gis.lan/{z}/{x}/{y}.png",
        "http://gis.lan; script-src *//{z}/{x}/{y}.png",
        "http://gis.lan/{z}/{x}/{y}.png' onerror='",
        "http://*/{z}/{x}/{y}.png",
        "http://u:p@gis.lan/{z}/{x}/{y}.png",
    ],
)
def test_an_address_of_tiles_is_one_before_it_is_part_of_a_page(address: str) -> None:
    with pytest.raises(OptionError, match=r"\{z\}"):
        Basemap.of(address)


def test_all_that_a_map_names_must_be_there() -> None:
    layers = mapdata.layers()
    spec = mapdata.map_spec()
    group = spec.groups[0]
    wrong = (
        replace(group.layers[0], popup=("name", "nowhere")),
        replace(group.layers[1], layer="missing"),
        mapdata.with_style(group.layers[0], column="name_zh"),
        mapdata.with_style(group.layers[1], column=None),
    )
    bad = replace(spec, groups=(MapGroup(title=group.title, layers=wrong),))
    with pytest.raises(DeclarationError) as caught:
        webmap.render(bad, layers)
    text = str(caught.value)
    assert len(caught.value.faults) == 4
    assert "nowhere" in text
    assert "missing" in text


def test_only_wgs_84_degrees_are_drawn() -> None:
    layers = mapdata.layers()
    county = layers["counties"]
    assert isinstance(county.table, gpd.GeoDataFrame)
    metres = Layer(county.spec, county.table.to_crs(3857))
    with pytest.raises(DatumError, match="counties"):
        webmap.render(mapdata.map_spec(), {**layers, "counties": metres})


def test_geometry_of_another_kind_is_refused() -> None:
    layers = mapdata.layers()
    table = layers["bases"].table.copy()
    table.loc[0, "geometry"] = shapely.box(0, 0, 1, 1)
    with pytest.raises(DataError, match="row 1"):
        webmap.render(mapdata.map_spec(), {**layers, "bases": Layer(layers["bases"].spec, table)})


def test_places_share_rows_and_count_what_is_not_drawn() -> None:
    places = find_places(mapdata.layers()["bases"])
    assert places.rows == ((0, 1), (2,), (3,))
    assert places.precision == ("county", "surveyed", "prefecture")
    assert places.unplaced == (4, 5)


def test_rows_of_several_kinds_in_one_place_are_said_to_be_so() -> None:
    layers = mapdata.layers()
    county = layers["counties"]
    twice = Layer(
        county.spec,
        gpd.GeoDataFrame(
            pd.concat([county.table, county.table.iloc[[0]].assign(kind="b")], ignore_index=True),
            crs=4326,
        ),
    )
    item = mapdata.map_spec().groups[0].layers[1]
    drawn = legend.draw(item, twice, find_places(twice))
    assert drawn["of"][0] == legend.SEVERAL
    assert drawn["of"][2] == legend.MISSING
    assert drawn["legend"]["several"] == 1
    assert [one["count"] for one in drawn["legend"]["classes"]] == [12, 13]


def test_only_the_columns_that_the_map_shows_are_in_the_page() -> None:
    layers = mapdata.layers()
    secret = mapdata.with_table(layers["counties"], code="not on the map")
    page = webmap.render(mapdata.map_spec(), {**layers, "counties": secret})
    assert "not on the map" not in page
    table = page_data(page)["tables"]["counties"]
    assert table["count"] == 25
    assert table["columns"]["residents"]["values"][:3] == [12345, None, 37035]
    assert table["columns"]["name"]["title"] == {"zh": "名称", "en": "Name"}


def test_every_packaged_asset_is_used_or_documentation() -> None:
    folder = webmap.resources.files("gisplan.render.web") / "assets"
    assert {file.name for file in folder.iterdir()} == {
        "README.md",
        "evaluate.bundle.js",
        "evaluate.css",
        "gisplan.css",
        "leaflet-LICENSE.txt",
        "leaflet.css",
        "leaflet.js",
        "page.bundle.js",
        "page.html",
        "tasks.css",
    }


@pytest.mark.parametrize(
    ("name", "is_year"),
    [("year", True), ("year_due", True), ("output_year", True), ("tonnes_per_year", False)],
)
def test_calendar_years_have_no_thousands_separator(name: str, is_year: bool) -> None:
    column = mapdata.column(name, "integer", "年", "Year")
    assert heading(column, column)["year"] is is_year


def test_every_precision_has_a_mark() -> None:
    script = (Path(__file__).parents[1] / "web" / "src" / "marks.js").read_text("utf-8")
    found = re.search(r"const RADIUS = \{(.*?)\};", script, re.DOTALL)
    assert found
    assert set(re.findall(r"(\w+):", found[1])) == set(PRECISIONS) - {"none"}
