"""The report: all it must name is there once, nothing is asked of a host, and it prints."""

from __future__ import annotations

import base64
import io
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from gisplan.api import load, report
from gisplan.catalog.layer import AnalysisOrigin, DataProblem
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import plain
from gisplan.cli.main import main
from gisplan.digits import ESTIMATE, write
from gisplan.errors import FileError
from gisplan.pipeline import catalogue as catalog
from gisplan.render import print_pdf as printing
from gisplan.render.figure.words import clean
from gisplan.render.report import by_road, page, tables, word, word_tables
from gisplan.text import Lang, Text
from tests import office, unqualified
from tests.browser import Page
from tests.test_map_hostile import HOSTILE, hostile_map

#: Attributes by which a page asks for something without being clicked.
ASKING = {"src", "srcset", "data", "action", "poster", "background", "xlink:href", "style"}

#: A picture of one white dot.
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg=="
)


class Parsed(HTMLParser):
    """Tags with their attributes, and the words between them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append(data.strip())

    def tags_used(self) -> list[str]:
        return [tag for tag, _ in self.tags]

    def of(self, tag: str) -> list[dict[str, str]]:
        return [given for name, given in self.tags if name == tag]


@pytest.fixture(scope="module", params=["zh", "en"])
def shipped(
    request: pytest.FixtureRequest, built: tuple[Workspace, object]
) -> tuple[Workspace, Lang, Path]:
    """The report of the shipped layers, in each language."""
    place, lang = built[0], request.param
    (made,) = report.report(place=place, lang=lang)
    return place, lang, made.path


def test_it_names_every_source_layer_map_and_aim(shipped: tuple[Workspace, Lang, Path]) -> None:
    place, lang, path = shipped
    parsed = Parsed(path.read_text(encoding="utf-8"))
    listed = catalog.load(place)
    shown = tuple(dict.fromkeys(n for m in listed.maps.values() for n in m.layer_names))
    used = listed.needed_by((*shown, "scorecard"))
    names = Counter(parsed.words)
    hrefs = {one["href"] for one in parsed.of("a")}
    told = "\n".join(parsed.words)
    for name in used:
        spec = listed.layers[name]
        assert names[name] >= 1, name
        assert spec.sources
        for source in spec.sources:
            assert clean(source.title.zh if lang == "zh" else source.title.en) in told, name
            if source.url.startswith("http"):
                assert source.url in hrefs, name
        assert clean(spec.licence_words.get(lang)) in told, name
    table = load.load_layer("scorecard", place=place).table
    aims = [one["data-aim"] for one in parsed.of("tr") if "data-aim" in one]
    assert sorted(aims) == sorted(table["id"])
    # The map of coverage has a second sheet, with the sites counted and those suggested.
    assert len(parsed.of("figure")) == len(listed.maps) + 1
    for spec in listed.maps.values():
        assert spec.title.get(lang) in told


def test_its_tables_hold_the_figures_of_the_layers(shipped: tuple[Workspace, Lang, Path]) -> None:
    place, lang, path = shipped
    html = path.read_text(encoding="utf-8")
    layer = load.load_layer("treatment_reach_prefectures", place=place)
    table = layer.table
    assert len(table) <= tables.MOST_ROWS
    lines = re.findall(r"<tr>.*?</tr>", html)
    for row in table.to_dict(orient="records"):
        figures = [
            f">{write(row[name], layer.spec.column(name).written, lang)}</td>"
            for name in ("demand_total", "within_50")
        ]
        assert any(
            f">{row[f'name_{lang}']}</td>" in one and all(figure in one for figure in figures)
            for one in lines
        )


def test_coverage_by_road_stands_beside_that_by_straight_distance(
    shipped: tuple[Workspace, Lang, Path],
) -> None:
    place, lang, path = shipped
    html = path.read_text(encoding="utf-8")
    pair = ("treatment_reach_prefectures", "treatment_reach_road_prefectures")
    straight, road = (load.load_layer(name, place=place) for name in pair)
    title = {
        "zh": "直线距离与公路里程的覆盖对照",
        "en": "Coverage by straight distance and by road",
    }
    section = html.partition(title[lang])[2].partition("</table>")[0]
    assert straight.worth
    assert section.count(straight.worth.sentence.get(lang)) == 2  # each says of how many
    heads = [unescape(one) for one in re.findall(r"<th[^>]*>([^<]*)", section)]
    ways = {"zh": ("直线距离：", "公路里程："), "en": ("Straight distance: ", "By road: ")}[lang]
    assert [sum(one.startswith(way) for one in heads) for way in ways] == [3, 3]
    lines = re.findall(r"<tr>.*?</tr>", section)[1:]
    assert len(lines) == len(road.table) == 14
    by_code = road.table.set_index("adcode")
    circuity = load.load_layer("road_circuity", place=place).table.set_index("adcode")["circuity"]
    for line, row in zip(lines, straight.table.to_dict(orient="records"), strict=True):
        code = row["adcode"]
        shares = [
            one
            for km in (30, 50, 100)
            for one in (row[f"share_{km}"], by_code.loc[code, f"share_{km}"])
        ]
        figures = [write(one, ESTIMATE, lang) for one in (*shares, circuity[code])]
        assert re.findall(r">([^<>]+)</td>", line) == [row[f"name_{lang}"], *figures]


def test_coverages_that_differ_in_more_than_the_way_are_not_held_against_each_other(
    built: tuple[Workspace, object],
) -> None:
    specs = dict(catalog.load(built[0]).layers)
    name, road = "treatment_reach_prefectures", "treatment_reach_road_prefectures"
    assert [(one.straight, one.road) for one in by_road.find([name], specs)] == [(name, road)]
    assert by_road.find([road, "prefectures"], specs) == ()
    origin = specs[road].origin
    assert isinstance(origin, AnalysisOrigin)
    others = (
        replace(origin, parameters={**origin.parameters, "year": 2019}),
        replace(origin, inputs={**origin.inputs, "sites": "bases"}),
        replace(origin, inputs={**origin.inputs, "regions": "counties"}),
        # by a table of travel that nobody says is by road
        replace(origin, inputs={**origin.inputs, "travel": "demand_points"}),
    )
    for other in others:
        assert by_road.find([name], {**specs, road: replace(specs[road], origin=other)}) == ()


def test_no_heading_hides_what_its_figures_are_worth(shipped: tuple[Workspace, Lang, Path]) -> None:
    place, lang, path = shipped
    columns = [
        column
        for spec in catalog.load(place).layers.values()
        for column in spec.columns
        if column.type in ("integer", "number")
    ]
    free = {plain(one.title).get(lang) for one in columns if one.bound is None}
    bare = {plain(one.title).get(lang) for one in columns if one.bound} - free
    html = path.read_text(encoding="utf-8")
    headings = [unescape(one) for one in re.findall(r"<th[^>]*>([^<]*)", html)]
    qualified = {"zh": "（至少", "en": "(at least"}[lang]
    assert sum(qualified in one for one in headings) > 8
    assert unqualified.in_html(headings, bare) == []


def test_sites_suggested_are_listed_with_what_is_proven(
    shipped: tuple[Workspace, Lang, Path],
) -> None:
    place, lang, path = shipped
    html = unescape(path.read_text(encoding="utf-8"))
    layers = [load.load_layer(name, place=place) for name in ("suggested_sites", "treatment_sites")]
    for layer in layers:
        title = layer.spec.title.get(lang)
        listed = html.partition(f">{title}</h4>")[2].partition("</table>")[0]
        for row in layer.table.to_dict(orient="records"):
            people = write(row["within_reach"], ESTIMATE, lang)
            cells = (f">{row[f'name_{lang}']}</td>", f">{people}</td>")
            assert any(all(cell in line for cell in cells) for line in listed.split("</tr>"))
        alt = {"zh": "推荐的新场址", "en": "Sites suggested"}[lang]
        assert re.search(f'<img alt="[^"]*{alt}', html)
    proven = {"zh": "所选场址已证明最优", "en": "the choice is proven optimal"}[lang]
    assert f">{proven}</p>" in html
    # What is mostly not a result is on the map, not in a table.
    network = catalog.load(place).layers["network"].title.get(lang)
    assert f">{network}</h4><p" not in html.partition('id="scorecard"')[0]


def test_it_opens_with_the_figures_that_the_maps_put_first(
    shipped: tuple[Workspace, Lang, Path],
) -> None:
    place, lang, path = shipped
    parsed = Parsed(path.read_text(encoding="utf-8"))
    for spec in catalog.load(place).maps.values():
        for one in spec.headlines:
            assert any(said.startswith(one.title.get(lang)) for said in parsed.words)
    table = load.load_layer("census_prefectures", place=place).table
    assert table["population_2020"].sum() == 25019831
    assert {"zh": "2,501.98万", "en": "25,019,831"}[lang] in parsed.words


@pytest.mark.browser
def test_it_asks_no_host_and_runs_nothing(
    shipped: tuple[Workspace, Lang, Path], open_page: Callable[[Path], Page]
) -> None:
    _, lang, path = shipped
    parsed = Parsed(path.read_text(encoding="utf-8"))
    assert not {"script", "iframe", "object", "embed", "link", "base", "form"} & {
        tag for tag, _ in parsed.tags
    }
    for _, given in parsed.tags:
        for name in ASKING & given.keys():
            assert given[name].startswith("data:image/svg+xml;base64,")
            figure = base64.b64decode(given[name].partition(",")[2]).decode()
            assert not re.search(r"<script|<image|(href|url)\s*[=(]\s*[\"']?(https?:|//)", figure)
    opened = open_page(path)
    assert opened.outside_requests == []
    assert opened.errors == []
    assert opened.run(
        "return [...document.images].every((one) => one.complete && one.naturalWidth > 500)"
    )
    assert opened.run("return document.documentElement.lang") == ("zh-CN" if lang == "zh" else "en")
    # nothing sticks out to the right
    assert opened.run("return document.documentElement.scrollWidth <= window.innerWidth")


def test_the_same_data_give_the_same_report(place: Workspace, tmp_path: Path) -> None:
    made = [
        report.report(place=place, out=tmp_path / name)[0].path.read_bytes()
        for name in ("a.html", "b.html")
    ]
    assert made[0] == made[1]
    assert "工作区没有 scorecard 图层" in made[0].decode()


def hostile_matter(*strings: str) -> page.Matter:
    """Each string in every place that text can enter."""
    maps = [hostile_map(one) for one in strings]
    layers = {name: layer for _, some in maps for name, layer in some.items()}
    both = tuple(Text(one, one) for one in strings)
    return page.Matter(
        maps=tuple(spec for spec, _ in maps),
        figures={spec.name: b'<svg xmlns="http://www.w3.org/2000/svg"/>' for spec, _ in maps},
        layers=layers,
        used=tuple(layer.spec for layer in layers.values()),
        left_out=dict.fromkeys(layers, both),
        problems=tuple(
            DataProblem(file=one.en, column=one.en, value=one.en, message=one, action=one)
            for one in both
        ),
        date="，".join(strings),
    )


def test_hostile_words_are_words() -> None:
    allowed = set(Parsed(page.render(hostile_matter("plain"))).tags_used())
    for hostile in HOSTILE:
        parsed = Parsed(page.render(hostile_matter(hostile)))
        assert set(parsed.tags_used()) <= allowed, hostile
        assert not any(name.startswith("on") for _, given in parsed.tags for name in given)
        assert all(re.match("#", given["href"]) for given in parsed.of("a"))
        said = clean(hostile)
        assert not said or sum(said in one for one in parsed.words) >= 8, hostile


@pytest.mark.browser
def test_hostile_words_run_nothing(tmp_path: Path, open_page: Callable[[Path], Page]) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(page.render(hostile_matter(*HOSTILE)), encoding="utf-8")
    opened = open_page(path)
    assert opened.run("return window.__ran === undefined")
    assert opened.run("return document.querySelectorAll('section').length") == 6
    assert opened.errors == []
    assert opened.outside_requests == []


def test_without_a_browser_it_says_so_before_the_work(
    place: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(FileError, match="Chromium"):
        printing.find_browser(lambda _: None)

    def none() -> Path:
        return find(lambda _: None)

    find = printing.find_browser
    monkeypatch.setattr(printing, "find_browser", none)
    assert main(["report", "--pdf", "-C", str(place.root)]) == 2
    assert "Chrome" in capsys.readouterr().err
    assert not (place.root / "reports").exists()


@pytest.mark.browser
def test_it_prints_to_a4(place: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert shutil.which("chromium") or shutil.which("chromium-browser")
    assert main(["report", "--pdf", "--language", "en", "-C", str(place.root)]) == 0
    made = (place.root / "reports" / "report.en.pdf").read_bytes()
    assert made.startswith(b"%PDF-")
    boxes = {
        tuple(round(float(edge)) for edge in box.split())
        for box in re.findall(rb"/MediaBox\s*\[([^\]]+)\]", made)
    }
    # A4 upright, and lying for the maps
    assert boxes == {(0, 0, 595, 842), (0, 0, 842, 595)}
    assert "report.en.pdf" in capsys.readouterr().out


def with_dots(path: Path) -> str:
    """Give a report with a dot for each picture, since Word shows no SVG."""
    picture = base64.b64encode(DOT).decode()
    html = path.read_text(encoding="utf-8")
    return re.sub(r"data:image/svg\+xml;base64,[^\"]*", f"data:image/png;base64,{picture}", html)


def words_of(document: docx.document.Document) -> str:
    """All that a document says, in order, without blanks."""
    return re.sub(r"\s", "", "".join(node.text or "" for node in document.element.iter(qn("w:t"))))


def test_a_word_document_says_all_that_the_page_says_in_its_order(
    shipped: tuple[Workspace, Lang, Path],
) -> None:
    _, lang, path = shipped
    html = with_dots(path)
    document = docx.Document(io.BytesIO(word.word(html, lang=lang)))
    said, at = words_of(document), 0
    body = re.sub(r"<nav>.*?</nav>|<head>.*?</head>", "", html, flags=re.DOTALL)
    for told in Parsed(body).words:
        wanted = re.sub(r"\s", "", told)
        found = said.find(wanted, at)
        assert found >= 0, told
        at = found
    tags = Parsed(body).tags_used()
    assert len(document.tables) == tags.count("table")
    assert len(document.inline_shapes) == tags.count("img")
    captions = [each.text for each in document.paragraphs if each.style.name == "Caption"]
    tables = [text for text in captions if text.startswith(("表", "Table"))]
    assert [int(text.split()[1]) for text in tables] == list(range(1, len(tables) + 1))
    assert len([text for text in captions if text.startswith(("图", "Figure"))]) == tags.count(
        "img"
    )
    headings = [each for each in document.paragraphs if each.style.name == "Heading 1"]
    numbers = {"zh": "一、 二、 三、 四、 五、 六、", "en": "1. 2. 3. 4. 5. 6."}[lang].split()
    assert [each.text[:2] for each in headings] == numbers
    faces = {fonts.get(qn("w:eastAsia")) for fonts in document.element.iter(qn("w:rFonts"))}
    assert {"黑体", "楷体", "仿宋"} <= faces
    section = document.sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides] == [37, 35, 28, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    wide = max(document.tables, key=lambda one: len(one.columns))
    assert wide._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
    # tables of many columns lie across the sheet; each is as wide as its lines, no column a sliver
    across = {round((each.page_width / each.page_height), 1) for each in document.sections}
    assert across == {0.7, 1.4}
    for table in document.tables:
        widths = [column.width.mm for column in table.columns]
        assert min(widths) > 7
        assert round(sum(widths)) in (156, 225)
        assert round(sum(widths)) == 225 or len(widths) < word_tables.WIDE


@pytest.mark.parametrize("shipped", ["zh"], indirect=True)
def test_libreoffice_shows_it(shipped: tuple[Workspace, Lang, Path], tmp_path: Path) -> None:
    """What Word would show: no empty sheet, headings in their order, no table cut off."""
    _, lang, path = shipped
    html = with_dots(path)
    content = word.word(html, lang=lang)
    (tmp_path / "report.docx").write_bytes(content)
    pages = pypdfium2.PdfDocument(office.to_pdf(tmp_path / "report.docx"))
    sizes = {tuple(round(side) for side in one.get_size()) for one in pages}
    assert sizes == {(595, 842), (842, 595)}
    said = ["".join(one.get_textpage().get_text_range().split()) for one in pages]
    assert all(len(words) > 8 for words in said)  # more than the number of the page
    whole, at = "".join(said), 0
    document = docx.Document(io.BytesIO(content))
    for heading in document.paragraphs:
        if heading.style.name == "Heading 1":
            found = whole.find("".join(heading.text.split()), at)
            assert found >= 0, heading.text
            at = found
    # the last word of each row's first cell is on a page, and so is its last cell's
    table = max(document.tables, key=lambda each: len(each.columns))
    for row in table.rows:
        for cell in (row.cells[0], row.cells[-1]):
            assert "".join(cell.text.split()) in whole
