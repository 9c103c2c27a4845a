"""``gisplan layers``: what there is, and what it means."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from gisplan.api import layers as catalog
from gisplan.api.layers import PRECISION_TITLES, AnalysisOrigin, CameFrom, Column, LayerSpec, Source
from gisplan.api.workspace import Workspace
from gisplan.cli.terminal import Screen, short
from gisplan.text import Lang, Text

_GEOMETRY = {
    "polygon": Text("面", "polygon"),
    "line": Text("线", "line"),
    "point": Text("点", "point"),
    "none": Text("表格", "table"),
    "raster": Text("栅格", "raster"),
}
_TYPES = {
    "text": Text("文字", "text"),
    "integer": Text("整数", "integer"),
    "number": Text("数", "number"),
    "boolean": Text("是否", "boolean"),
    "date": Text("日期", "date"),
    "adcode": Text("区划代码", "adcode"),
}


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    parser.add_argument(
        "name",
        nargs="?",
        metavar=Text("图层", "NAME").get(lang),
        help=Text(
            "说明这个图层的列、单位、来源和许可，以及各自由何处声明",
            "show its columns, units, sources, licence, and where each is declared",
        ).get(lang),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help=Text(
            "以 JSON 给出完整的声明，供程序使用", "the whole declaration as JSON, for programs"
        ).get(lang),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Print the list, or one layer.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    if given.name is None:
        specs = catalog.layers(place, keep=place.own)
        if given.json:
            _json([catalog.as_data(spec) for spec in specs])
        else:
            _list(specs, screen)
        return
    spec = catalog.describe(given.name, place=place, keep=place.own)
    if given.json:
        _json(catalog.as_data(spec))
    else:
        _describe(spec, screen)


def _json(data: object) -> None:
    # escapes, so that no console's encoding can spoil it
    sys.stdout.write(json.dumps(data, ensure_ascii=True, indent=1) + "\n")


def _list(specs: Sequence[LayerSpec], screen: Screen) -> None:
    rows = []
    for spec in specs:
        origin = spec.origin
        came = (
            f"{origin.method}({', '.join(origin.inputs.values())})"
            if isinstance(origin, AnalysisOrigin)
            else origin.path.name
        )
        rows.append(
            (
                spec.name,
                screen.say(spec.title),
                screen.say(_GEOMETRY[spec.geometry]),
                screen.say(spec.vintage_words),
                came,
            )
        )
    heads = (
        Text("名称", "name"),
        Text("标题", "title"),
        Text("图形", "shape"),
        Text("时点", "vintage"),
        Text("来自", "from"),
    )
    screen.table(heads, rows)
    screen.print(
        Text(
            "gisplan layers 名称：查看一个图层的列、单位、来源和许可",
            "gisplan layers NAME shows a layer's columns, units, sources and licence",
        )
    )


def _describe(spec: LayerSpec, screen: Screen) -> None:
    positions = "" if spec.geometry == "none" else _positions(spec, screen)
    facts = (
        (Text("标题", "title"), screen.say(spec.title)),
        (Text("说明", "description"), screen.say(spec.description)),
        (Text("图形", "shape"), screen.say(_GEOMETRY[spec.geometry])),
        (Text("位置精度", "positions"), positions),
        (Text("键", "key"), ", ".join(spec.key)),
        (Text("时点", "vintage"), screen.say(spec.vintage_words)),
        (Text("许可", "licence"), screen.say(spec.licence_words)),
        (Text("许可出自", "licence from"), _layers(spec.came_from.get("licence", ()))),
        (Text("来自", "from"), _origin(spec)),
        (Text("声明文件", "declared in"), short(spec.path)),
    )
    for head, value in facts:
        if value:
            screen.print(f"{screen.say(head)}{screen.say(Text('：', ': '))}{value}")
    heads: tuple[Text, ...] = (
        Text("列", "column"),
        Text("标题", "title"),
        Text("类型", "type"),
        Text("单位", "unit"),
        Text("含义", "meaning"),
    )
    inherits = bool(spec.came_from)
    rows = [_column(column, screen) for column in spec.columns]
    if inherits:
        heads = (*heads, Text("声明于", "declared in"))
        origins = (spec.came_from.get(f"columns.{column.name}", ()) for column in spec.columns)
        whence = [_whence(parts, spec, screen) for parts in origins]
        rows = [(*row, said) for row, said in zip(rows, whence, strict=True)]
    screen.table(heads, rows)
    for source in spec.sources:
        screen.print(f"{screen.say(Text('来源：', 'source: '))}{_source(source, screen)}")


def _whence(parts: Sequence[CameFrom], spec: LayerSpec, screen: Screen) -> str:
    """Say where a column is declared: an analysis, a layer, and what is said here instead.

    Parameters
    ----------
    parts : sequence of CameFrom
        Where its parts stand.
    spec : LayerSpec
        The layer that is shown.
    screen : Screen
        Takes what is said.

    Returns
    -------
    str
        Words for a cell.
    """
    words = []
    for part in parts:
        words.append(f"{part.analysis}()" if part.analysis else part.layer)
        if part.analysis and part.layer != spec.name:
            words[-1] += screen.say(Text(f"，图层 {part.layer}", f" in {part.layer}"))
        if part.changed:
            keys = ", ".join(part.changed)
            words.append(screen.say(Text(f"本图层：{keys}", f"here: {keys}")))
    return "; ".join(words)


def _layers(parts: Sequence[CameFrom]) -> str:
    return ", ".join(dict.fromkeys(part.layer for part in parts))


def _positions(spec: LayerSpec, screen: Screen) -> str:
    if spec.positions == "mixed":
        return screen.say(Text("各行不同，见列 precision", "per row, see column precision"))
    return screen.say(PRECISION_TITLES[spec.positions])


def _origin(spec: LayerSpec) -> str:
    origin = spec.origin
    if not isinstance(origin, AnalysisOrigin):
        return short(origin.path)
    given = {**origin.inputs, **origin.parameters}
    return f"{origin.method}({', '.join(f'{key}={value}' for key, value in given.items())})"


def _column(column: Column, screen: Screen) -> tuple[str, ...]:
    meaning = screen.say(column.meaning) if column.meaning else ""
    if column.derived:
        meaning = f"{screen.say(Text('（推算）', '(derived) '))}{meaning}"
    unit = screen.say(column.unit) if column.unit else ""
    kind = screen.say(_TYPES[column.type])
    return column.name, screen.say(column.title), kind, unit, meaning


def _source(source: Source, screen: Screen) -> str:
    note = screen.say(source.note) if source.note else ""
    title, publisher = screen.say(source.title), screen.say(source.publisher)
    parts = (title, publisher, source.date, source.url, note)
    said = screen.say(Text("，", ", ")).join(part for part in parts if part)
    return f"{said} [{', '.join(source.layers)}]" if source.layers else said
