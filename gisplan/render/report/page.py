"""The report as one HTML page, printed on A4."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources

from gisplan.catalog.layer import AnalysisOrigin, DataProblem, Layer, LayerSpec, Source
from gisplan.catalog.map import MapSpec
from gisplan.digits import Digits, write
from gisplan.render.figure import words as told
from gisplan.render.figure.words import clean
from gisplan.render.report import by_road, results, tables
from gisplan.render.report import scorecard as scorecard_page
from gisplan.render.report.html import Markup, element, joined, link, markup, table
from gisplan.render.report.ledger import SHEET_STYLE, Chapter, chapter_body
from gisplan.render.web import safe
from gisplan.render.web.encode import Json
from gisplan.text import Lang, Text

TITLE = Text("产业规划空间布局报告", "The plan on the map: a report")
_MOST_PROBLEMS = 60
_POLICY = "@@gisplan-policy@@"
_CHAPTERS = (
    ("maps", Text("地图与主要数据", "Maps and key figures")),
    ("scorecard", Text("规划目标完成情况", "The plan's aims against the data")),
    ("ledger", Text("任务台账：各市州与各牵头单位", "The ledger, by prefecture and lead unit")),
    ("missing", Text("缺失与注意事项", "What is missing, and what to mind")),
    ("methods", Text("方法", "Methods")),
    ("sources", Text("数据来源与许可", "Sources and licences")),
)
_NUMERALS = "一二三四五六"
_PNG = b"\x89PNG"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """All that a report shows.

    Attributes
    ----------
    maps : tuple of MapSpec
        The maps, in order.
    figures : mapping of str to bytes
        SVG, or PNG for a document of Word, by the map's name.
    layers : mapping of str to Layer
        Those that the maps show.
    used : tuple of LayerSpec
        Those and all that they are made from.
    left_out : mapping of str to tuple of Text
        By layer.
    results : mapping of str to (MapSpec, bytes)
        By the map's name: a second sheet of it, see :func:`gisplan.render.report.results.sheet`.
    by_road : tuple of StraightAndRoad
        Coverages that stand beside their like by road.
    headlines : mapping of str to sequence of dict
        By the map's name: its first figures, as :func:`gisplan.render.web.headline.figures` gives
        them.
    problems : tuple of DataProblem
        What was found in the files of the layers.
    scorecard : Layer, optional
        The scorecard's layer, if there is one.
    ledger : tuple of Chapter
        Sections of the ledger: prefectures and lead units.
    year : int, optional
        Of the scorecard, if it is of one.
    date : str
        Empty if none is to be shown.
    """

    maps: tuple[MapSpec, ...]
    figures: Mapping[str, bytes]
    layers: Mapping[str, Layer]
    used: tuple[LayerSpec, ...]
    left_out: Mapping[str, tuple[Text, ...]]
    results: Mapping[str, tuple[MapSpec, bytes]] = field(default_factory=dict)
    by_road: tuple[by_road.StraightAndRoad, ...] = ()
    headlines: Mapping[str, Sequence[Json]] = field(default_factory=dict)
    problems: tuple[DataProblem, ...] = ()
    scorecard: Layer | None = None
    ledger: tuple[Chapter, ...] = ()
    year: int | None = None
    date: str = ""


def render(matter: Matter, *, lang: Lang = "zh") -> str:
    """Make the page.

    Parameters
    ----------
    matter : Matter
        What is shown.
    lang : {"zh", "en"}

    Returns
    -------
    str
        HTML without scripts that asks no host for anything. The same matter gives the same text.
    """
    bodies = {
        "maps": _maps(matter, lang),
        "scorecard": _scorecard(matter, lang),
        "ledger": _ledger(matter, lang),
        "missing": _missing(matter, lang),
        "methods": _methods(matter.used, lang),
        "sources": _sources(matter.used, lang),
    }
    contents, chapters = [], []
    for at, (name, words) in enumerate(_CHAPTERS):
        said = f"{_NUMERALS[at]}、{words.zh}" if lang == "zh" else f"{at + 1}. {words.en}"
        contents.append(element("li", Markup(f'<a href="#{name}">{markup(said)}</a>')))
        chapters.append(element("section", element("h2", said), bodies[name], id=name))
    title = TITLE.get(lang)
    about = [element("p", f"{Text('制作日期：', 'Made on ').get(lang)}{matter.date}")]
    style = (resources.files("gisplan.render.report") / "report.css").read_text(encoding="utf-8")
    page = "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{"zh-CN" if lang == "zh" else "en"}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{markup(title)}</title>",
            f"<style>{style}{scorecard_page.BODY_STYLE}{SHEET_STYLE}</style>",
            "</head>",
            "<body>",
            element(
                "header",
                element("h1", title),
                *(about if matter.date else []),
                element("nav", element("ol", *contents)),
                _headlines(matter, lang),
            ),
            element("main", *chapters),
            "</body>",
            "</html>",
            "",
        ]
    )
    # The first marker is ours, at the top of the head; another would be somebody's words.
    return page.replace(_POLICY, safe.policy(page), 1)


def _headlines(matter: Matter, lang: Lang) -> Markup:
    """Write what each map puts first, before all else.

    Parameters
    ----------
    matter : Matter
        What is shown.
    lang : Lang
        Language of the page.

    Returns
    -------
    Markup
        One section a map that has such figures.
    """
    return joined(
        element(
            "section",
            element("h3", clean(spec.title.get(lang)), dir="auto"),
            element("ul", *(_headline(one, lang) for one in matter.headlines[spec.name])),
            class_="headlines",
        )
        for spec in matter.maps
        if matter.headlines.get(spec.name)
    )


def _headline(one: Json, lang: Lang) -> Markup:
    digits = Digits(count=one["digits"], myriads=one["myriads"])
    value = "—" if one["value"] is None else write(float(one["value"]), digits, lang)
    point = value
    if one["value"] is not None and one.get("low") is not None:
        ends = (write(float(one[end]), digits, lang) for end in ("low", "high"))
        value = "–".join(ends)
    unit = told.say(one["unit"], lang) if one["unit"] else ""
    notes = [told.say(one["title"], lang)]
    if one["of"] is not None:
        notes.append(Text(f"共 {one['of']} 项", f"of {one['of']}").get(lang))
    if one["derived"]:
        notes.append(told.DERIVED.get(lang))
    if one["missing"]:
        count = one["missing"]
        notes.append(Text(f"另有 {count} 项无数据", f"{count} without data").get(lang))
    comma = Text("，", ", ").get(lang)
    if one["point"] and point != value:
        notes.append(f"{told.say(one['point'], lang)} {point}")
    if one["worth"]:
        notes.append(told.say(one["worth"], lang))
    if one["before"] and one["value"] is not None:
        value = f"{told.say(one['before'], lang)} {value}"
    figure = joined([element("b", value), element("i", unit)])
    return element("li", element("span", figure), element("small", comma.join(notes)))


def _sheet(spec: MapSpec, figure: bytes, lang: Lang) -> Markup:
    data = base64.b64encode(figure).decode("ascii")
    kind = "png" if figure.startswith(_PNG) else "svg+xml"
    title, about = clean(spec.title.get(lang)), clean(spec.description.get(lang))
    # As an image a figure can run nothing and its names meet no other figure's.
    image = Markup(
        f'<img alt="{markup(f"{title}。{about}" if lang == "zh" else f"{title}. {about}")}"'
        f' src="data:image/{kind};base64,{data}">'
    )
    sheet = joined([element("h3", title, dir="auto"), element("figure", image)])
    return element("div", sheet, class_="sheet")


def _maps(matter: Matter, lang: Lang) -> Markup:
    parts = []
    for spec in matter.maps:
        parts.append(_sheet(spec, matter.figures[spec.name], lang))
        parts.append(tables.of_map(spec, matter.layers, lang))
        parts += [
            by_road.of_pair(pair, matter.layers, lang)
            for pair in matter.by_road
            if pair.straight in spec.layer_names
        ]
        if spec.name in matter.results:
            parts.append(_sheet(*matter.results[spec.name], lang))
        parts.append(results.of_map(spec, matter.layers, matter.left_out, lang))
    return joined(parts, "\n")


def _scorecard(matter: Matter, lang: Lang) -> Markup:
    if matter.scorecard is None:
        none = Text("工作区没有 scorecard 图层。", "The workspace has no layer scorecard.")
        return element("p", none.get(lang), class_="note")
    note = Text("各项目标按其完成年份的数据判定。", "Each aim by the data of its own year.")
    if matter.year is not None:
        note = Text(
            f"{matter.year} 年到期和没有年份的目标，按该年数据判定。",
            f"Aims due in {matter.year} and those without a year, by the data of that year.",
        )
    body = scorecard_page.body(matter.scorecard.table, lang, heading="h3")
    return joined([element("p", note.get(lang), class_="note"), Markup(body)])


def _ledger(matter: Matter, lang: Lang) -> Markup:
    if not matter.ledger:
        none = Text("工作区没有任务台账。", "The workspace has no ledger.")
        return element("p", none.get(lang), class_="note")
    day = matter.ledger[0].as_of
    words = Text(
        f"逾期以 {day} 为准。一个市州或单位的全部事项：gisplan report --region 或 --unit。",
        f"Overdue as of {day}. All items of one of them: gisplan report --region, --unit.",
    )
    sections = (element("article", chapter_body(one, lang)) for one in matter.ledger)
    return joined([element("p", words.get(lang), class_="note"), *sections], "\n")


def _missing(matter: Matter, lang: Lang) -> Markup:
    said: list[object] = []
    without = [spec.title.get(lang) for spec in matter.maps if not spec.review_number]
    if without:
        names = Text("、", ", ").get(lang).join(without)
        words = Text(
            f"未填写审图号的地图：{names}。未经审核的地图不得公开使用。",
            f"Maps without a map review number: {names}. They must not be made public.",
        )
        said.append(words.get(lang))
    for spec in matter.used:
        colon = Text("：", ": ").get(lang)
        said += [
            f"{spec.title.get(lang)}{colon}{words.get(lang)}"
            for words in matter.left_out.get(spec.name, ())
        ]
    listed = element("ul", *(element("li", one, dir="auto") for one in said))
    if not matter.problems:
        none = Text("数据核验没有发现问题。", "The checks of the data found no problem.")
        return joined([listed, element("p", none.get(lang), class_="note")])
    return joined([listed, _problems(matter.problems, lang)])


def _problems(problems: Sequence[DataProblem], lang: Lang) -> Markup:
    heads = ("文件", "行", "列", "值", "问题", "处理")
    if lang == "en":
        heads = ("File", "Row", "Column", "Value", "Problem", "What was done")
    rows = [
        (
            one.file,
            "" if one.row is None else one.row,
            one.column,
            one.value,
            one.message.get(lang),
            one.action.get(lang),
        )
        for one in problems[:_MOST_PROBLEMS]
    ]
    words = Text(
        f"数据核验发现 {len(problems)} 个问题", f"Problems that the checks found: {len(problems)}"
    ).get(lang)
    if len(problems) > _MOST_PROBLEMS:
        words += Text(
            f"，此处列出前 {_MOST_PROBLEMS} 个，全部见 exports/problems.csv",
            f"; the first {_MOST_PROBLEMS} here, all in exports/problems.csv",
        ).get(lang)
    return joined([element("h4", words), table(heads, rows, right=(1,))])


def _methods(used: Sequence[LayerSpec], lang: Lang) -> Markup:
    titles = {spec.name: spec.title.get(lang) for spec in used}
    derived = [spec for spec in used if isinstance(spec.origin, AnalysisOrigin)]
    intro = Text(
        "以下图层由分析得出，其余取自数据文件。公式、假设和文献见 gisplan 文档 docs/。",
        "These layers are made by analyses, all others come from files. Formulas, assumptions and"
        " literature: gisplan's docs/.",
    )
    parts: list[Markup] = [element("p", intro.get(lang), class_="note")]
    for spec in derived:
        origin = spec.origin
        assert isinstance(origin, AnalysisOrigin)  # noqa: S101  chosen above
        stop = Text("、", ", ").get(lang)
        facts = [(Text("分析方法", "Analysis"), origin.method)]
        inputs = stop.join(titles.get(name, name) for name in origin.inputs.values())
        facts.append((Text("所用图层", "Made from"), inputs))
        if origin.parameters:
            told = [f"{key} = {_parameter(one)}" for key, one in origin.parameters.items()]
            facts.append((Text("参数", "Parameters"), Text("；", "; ").get(lang).join(told)))
        meanings = [
            f"{one.title.get(lang)}{Text('：', ': ').get(lang)}{one.meaning.get(lang)}"
            for one in spec.columns
            if one.derived and one.meaning
        ]
        pairs = joined(
            joined([element("dt", name.get(lang)), element("dd", words, dir="auto")])
            for name, words in facts
        )
        parts.append(
            element(
                "article",
                element("h4", spec.title.get(lang), dir="auto"),
                element("p", spec.description.get(lang), dir="auto"),
                element("dl", pairs),
                element("ul", *(element("li", one, dir="auto") for one in meanings))
                if meanings
                else "",
            )
        )
    return joined(parts, "\n")


def _parameter(given: object) -> str:
    if isinstance(given, Mapping):
        return "{" + ", ".join(f"{key}: {_parameter(one)}" for key, one in given.items()) + "}"
    if isinstance(given, (list, tuple)):
        return "[" + ", ".join(_parameter(one) for one in given) + "]"
    return str(given)


def _sources(used: Sequence[LayerSpec], lang: Lang) -> Markup:
    """Write each source once, with the layers that it is behind; then each layer's licence.

    Parameters
    ----------
    used : sequence of LayerSpec
        Declarations of all layers that the report rests on.
    lang : Lang
        Language of the page.

    Returns
    -------
    Markup
        Two tables.
    """
    behind: dict[Markup, list[str]] = {}
    for spec in used:
        for one in spec.sources:
            titles = behind.setdefault(_source(one, lang), [])
            titles.append(clean(spec.title.get(lang)))
    stop = Text("、", "; ").get(lang)
    heads = ("来源", "用于图层") if lang == "zh" else ("Source", "Layers")
    sources = [(source, stop.join(dict.fromkeys(titles))) for source, titles in behind.items()]
    of_layers = ("图层", "数据时点", "许可") if lang == "zh" else ("Layer", "As of", "Licence")
    layers = [
        (
            joined([spec.title.get(lang), element("code", spec.name)], " "),
            spec.vintage_words.get(lang),
            spec.licence_words.get(lang),
        )
        for spec in used
    ]
    return joined(
        [table(heads, sources, kind="sources"), table(of_layers, layers, kind="licences")]
    )


def _source(source: Source, lang: Lang) -> Markup:
    rest = [one for one in (source.publisher.get(lang), source.date) if one]
    comma = Text("，", ", ").get(lang)
    named = joined([link(source.url, source.title.get(lang)), *rest], comma)
    note = element("span", source.note.get(lang), class_="note") if source.note else Markup("")
    return element("div", named, note)
