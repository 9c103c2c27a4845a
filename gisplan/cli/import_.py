"""``gisplan import``: a file of one's own into a layer."""

from __future__ import annotations

import argparse
from pathlib import Path

from gisplan.api import importing
from gisplan.api.workspace import Workspace
from gisplan.cli.terminal import Screen, short
from gisplan.text import Lang, Text

#: Problems shown in the terminal; the file has all.
_SHOWN = 8
_PLACED = {
    "points": Text("有自己的坐标", "with a point of their own"),
    "county": Text("定位到县区", "placed to the county"),
    "prefecture": Text("定位到市州", "placed to the prefecture"),
    "province": Text("只知道省", "known to the province only"),
    "nowhere": Text("位置不详", "of no known place"),
}


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments."""

    def add(name: str, kind: type, metavar: Text, words: Text) -> None:
        parser.add_argument(name, type=kind, metavar=metavar.get(lang), help=words.get(lang))

    word, file, folder = Text("名称", "NAME"), Text("文件", "FILE"), Text("文件夹", "DIR")
    add("file", Path, file, Text("要导入的表格或矢量文件", "the table or vector file"))
    parser.add_argument(
        "--layer",
        required=True,
        metavar=word.get(lang),
        help=Text(
            "导入哪个图层；没有则按模板新建", "the layer; made from a template if there is none"
        ).get(lang),
    )
    add("--sheet", str, word, Text("工作表或 GeoPackage 图层", "sheet, or layer of a GeoPackage"))
    add("--encoding", str, word, Text("文本编码，如 gb18030", "encoding of a text, as gb18030"))
    add(
        "--separator",
        str,
        Text("字符", "CHAR"),
        Text("文本的分隔符，制表符写 tab", "between the cells of a text; tab for a tab"),
    )
    add(
        "--heading-row",
        int,
        Text("行号", "ROW"),
        Text("表头在第几行（从 1 数）", "row of the column names, from 1"),
    )
    add(
        "--crs",
        str,
        word,
        Text(
            "矢量文件的坐标系，如 EPSG:4490，以此为准",
            "what a vector file is in, as EPSG:4490, whatever it says",
        ),
    )
    add(
        "--datum",
        str,
        word,
        Text(
            "坐标系：wgs84、cgcs2000、gcj02（高德）、bd09（百度）、cgcs2000-gk3 等",
            "datum: wgs84, cgcs2000, gcj02 (Amap), bd09 (Baidu), cgcs2000-gk3 …",
        ),
    )
    add(
        "--mapping",
        Path,
        file,
        Text("列的映射（TOML），代替上次导入所存的", "a mapping (TOML) in place of the last one"),
    )
    add(
        "--source", str, word, Text("来源名称，默认文件名", "name of the source, if not the file's")
    )
    add("--into", Path, folder, Text("图层所在的文件夹", "folder of the layer's declaration"))
    parser.add_argument(
        "--kind",
        choices=importing.KINDS,
        help=Text("新建图层所用的模板", "template of a new layer").get(lang),
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help=Text(
            "替换图层的全部行（默认只替换来自同一文件的行）",
            "replace all rows of the layer (by default, those of the same file)",
        ).get(lang),
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=Text("只检查，不写任何文件", "check only; write nothing").get(lang),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Import, and say what became of every row."""
    options = importing.ImportOptions(
        sheet=given.sheet,
        encoding=given.encoding,
        separator="\t" if given.separator == "tab" else given.separator,
        heading_row=given.heading_row,
        crs=given.crs,
        datum=given.datum,
        mapping=given.mapping,
        kind=given.kind,
        replace=given.replace,
        source=given.source,
        into=given.into,
        dry_run=given.dry_run,
        lang=screen.lang,
    )
    report = importing.import_file(given.file, layer=given.layer, place=place, options=options)
    if report.detected:
        told = "；" if screen.lang == "zh" else "; "
        words = told.join(screen.say(words) for words in report.detected)
        screen.print(screen.say(Text("识别：", "detected: ")) + words)
    _columns(report, screen)
    _evidence(report, screen)
    _problems(report, screen)
    _summary(report, screen)


def _columns(report: importing.ImportReport, screen: Screen) -> None:
    rows = []
    for name, item in report.mapping.columns.items():
        unit = item.unit or item.unit_heading
        rows.append((item.heading or f"= {item.value}", name, unit))
    heads = (Text("文件的列", "heading"), Text("图层的列", "column"), Text("单位", "unit"))
    screen.table(heads, rows, title=Text("各列的去处", "where the columns went"))
    if report.mapping.datum:
        datum = report.mapping.datum
        screen.print(Text(f"坐标系：{datum}，已转为 WGS 84", f"datum: {datum}, brought to WGS 84"))


def _evidence(report: importing.ImportReport, screen: Screen) -> None:
    if report.evidence is None or not int(report.evidence["points"].max()):
        return
    rows = [
        (str(item.datum), f"{item.inside}/{item.points}", str(item.verdict))
        for item in report.evidence.itertuples()
    ]
    heads = (
        Text("假设", "datum"),
        Text("落在所写县区内", "inside its region"),
        Text("判断", "verdict"),
    )
    screen.table(heads, rows, title=Text("坐标系的依据", "evidence for the datum"))


def _problems(report: importing.ImportReport, screen: Screen) -> None:
    if not report.problems:
        return
    rows = [
        (
            "" if item.row is None else str(item.row),
            item.column,
            item.value[:40],
            screen.say(item.message),
            screen.say(item.action),
        )
        for item in sorted(report.problems, key=lambda item: not item.set_aside)[:_SHOWN]
    ]
    heads = (
        Text("行", "row"),
        Text("列", "column"),
        Text("值", "value"),
        Text("问题", "problem"),
        Text("处理", "what was done"),
    )
    screen.table(heads, rows)
    left = len(report.problems) - len(rows)
    if left > 0:
        screen.print(Text(f"另有 {left} 处", f"and {left} more"))


def _summary(report: importing.ImportReport, screen: Screen) -> None:
    screen.print(importing.told(report))
    parts = [
        f"{screen.say(words)} {report.counts[name]}"
        for name, words in _PLACED.items()
        if report.counts.get(name)
    ]
    screen.print(screen.say(Text("位置（全部行）：", "places (all rows): ")) + ", ".join(parts))
    if report.duplicates:
        count = report.duplicates
        screen.print(
            Text(f"可能重复 {count} 对，都保留", f"{count} pair(s) may be the same; all are kept")
        )
    if report.example:
        screen.print(Text("原有的示例数据已被替换", "the example data gave way"))
    if report.declared:
        screen.print(Text(f"新建了图层 {report.layer}", f"the layer {report.layer} was made"))
    for path in report.written:
        screen.print(f"  {short(path)}")
    if report.set_aside:
        screen.print(
            Text(
                "搁置的行改好后，可把 set_aside 文件再次导入",
                "mend the set_aside file and import it to bring in those rows",
            )
        )
    if not report.written:
        screen.print(Text("只作检查，没有写出文件", "checked only; nothing was written"))
