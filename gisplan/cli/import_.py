"""``gisplan import``: a file of one's own into a layer."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from gisplan.api import importing
from gisplan.api.workspace import Workspace
from gisplan.cli.parser import file_path
from gisplan.cli.terminal import Screen, short
from gisplan.errors import DataError, OptionError
from gisplan.text import Lang, Text

#: Problems shown in the terminal; the file has all.
_SHOWN = 8
#: Columns of the preview; a terminal has no room for all.
_WIDE = 10
_PLACED = {
    "points": Text("有自己的坐标", "with a point of their own"),
    "county": Text("定位到县区", "placed to the county"),
    "prefecture": Text("定位到市州", "placed to the prefecture"),
    "province": Text("只知道省", "known to the province only"),
    "nowhere": Text("位置不详", "of no known place"),
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

    def add(name: str, kind: Callable[[str], object], metavar: Text, words: Text) -> None:
        parser.add_argument(name, type=kind, metavar=metavar.get(lang), help=words.get(lang))

    word, file, folder = Text("名称", "NAME"), Text("文件", "FILE"), Text("文件夹", "DIR")
    add("file", file_path(lang), file, Text("要导入的表格或矢量文件", "the table or vector file"))
    parser.add_argument(
        "--layer",
        metavar=word.get(lang),
        help=Text(
            "导入哪个图层；不写则按表格的列判断，没有则新建",
            "the layer; if left out, proposed by the columns, and made if none fits",
        ).get(lang),
    )
    add("--sheet", str, word, Text("工作表或 GeoPackage 图层", "sheet, or layer of a GeoPackage"))
    _meanings(parser, lang)
    _rows(parser, lang)
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
        file_path(lang),
        file,
        Text("列的映射（TOML），代替上次导入所存的", "a mapping (TOML) in place of the last one"),
    )
    add(
        "--source", str, word, Text("来源名称，默认文件名", "name of the source, if not the file's")
    )
    where = Text("图层所在的文件夹", "folder of the layer's declaration")
    add("--into", file_path(lang), folder, where)
    parser.add_argument(
        "--kind",
        choices=(*importing.KINDS, importing.TABLE),
        help=Text(
            "新建图层所用的模板；table 为表格自己的列",
            "template of a new layer; table: the table's own columns",
        ).get(lang),
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


def _meanings(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare what a person may say of the columns.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    for name, metavar, words in (
        (
            "--unit",
            Text("列=单位", "COLUMN=UNIT"),
            Text(
                "某列的单位，如 产值=万元（可多次）", "unit of a column, as output=万元; repeatable"
            ),
        ),
        (
            "--column",
            Text("列=表头", "COLUMN=HEADING"),
            Text(
                "图层的某列取自哪个表头，如 名称=单位（可多次）",
                "heading that a column of the layer comes from, as name=Unit; repeatable",
            ),
        ),
        (
            "--value",
            Text("列=值", "COLUMN=VALUE"),
            Text(
                "某列每行都取这个值，如 产值年份=2023（可多次）",
                "what every row gets in a column, as output_year=2023; repeatable",
            ),
        ),
    ):
        parser.add_argument(
            name, action="append", default=[], metavar=metavar.get(lang), help=words.get(lang)
        )
    parser.add_argument(
        "--skip",
        action="append",
        default=[],
        metavar=Text("表头", "HEADING").get(lang),
        help=Text("不用这一列（可多次）", "leave this column out; repeatable").get(lang),
    )
    parser.add_argument(
        "--title",
        metavar=Text("标题", "TITLE").get(lang),
        help=Text("图层和地图的标题", "title of the layer and its map").get(lang),
    )


def _rows(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare what a person may say of the rows.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    numbers = Text("行号", "ROWS").get(lang)
    parser.add_argument(
        "--keep-rows",
        metavar=numbers,
        help=Text(
            "这些行是数据，不论看来像不像，如 305,306",
            "these rows are data, whatever they look like, as 305,306",
        ).get(lang),
    )
    parser.add_argument(
        "--rows",
        metavar=numbers,
        help=Text("只有这些行是数据，如 5-304", "only these rows are data, as 5-304").get(lang),
    )
    parser.add_argument(
        "--all-sheets",
        action="store_true",
        help=Text("导入全部工作表，隐藏的也算", "import all sheets, hidden ones too").get(lang),
    )
    parser.add_argument(
        "--mode",
        choices=importing.MODES,
        help=Text(
            "图层里已有同名文件的别的行时：add 都留，replace 替换，update 按代码或名称更新",
            "where the layer has other rows of a file of this name: add keeps both, replace drops "
            "them, update renews by code or name",
        ).get(lang),
    )


def _pairs(given: Sequence[str], option: str) -> dict[str, str]:
    """Read words of the form NAME=VALUE.

    Parameters
    ----------
    given : sequence of str
        Words of the command line.
    option : str
        Name of the option, for messages.

    Returns
    -------
    dict of str to str
        Value by name.

    Raises
    ------
    OptionError
        If one is not of that form.
    """
    pairs = {}
    for text in given:
        name, mark, value = text.replace("＝", "=").partition("=")
        if not mark or not name.strip() or not value.strip():
            raise OptionError(
                Text(
                    f"{option}：“{text}”应写作 列=值，如 {option} 产值=万元",
                    f"{option}: '{text}' should be COLUMN=VALUE",
                )
            )
        pairs[name.strip()] = value.strip()
    return pairs


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Import, and say what became of every row.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    options = importing.ImportOptions(
        sheet=given.sheet,
        encoding=given.encoding,
        separator="\t" if given.separator == "tab" else given.separator,
        heading_row=given.heading_row,
        crs=given.crs,
        datum=given.datum,
        mapping=given.mapping,
        kind=given.kind,
        units=_pairs(given.unit, "--unit"),
        columns=_pairs(given.column, "--column"),
        values=_pairs(given.value, "--value"),
        skip=tuple(given.skip),
        keep_rows=tuple(n for part in importing.row_ranges(given.keep_rows) for n in part),
        rows=tuple(importing.row_ranges(given.rows)),
        all_sheets=given.all_sheets,
        mode=given.mode,
        title=given.title,
        replace=given.replace,
        source=given.source,
        into=given.into,
        dry_run=given.dry_run,
        lang=screen.lang,
    )
    report = importing.import_file(given.file, layer=given.layer, place=place, options=options)
    if report.proposed:
        screen.print(report.proposed)
    if report.detected:
        told = "；" if screen.lang == "zh" else "; "
        words = told.join(screen.say(words) for words in report.detected)
        screen.print(screen.say(Text("识别：", "detected: ")) + words)
    _columns(report, screen)
    _preview(report, screen)
    _evidence(report, screen)
    _problems(report, screen)
    _summary(report, screen)
    if report.unchanged:
        raise DataError(
            Text(
                f"没有一行可用，图层 {report.layer} 保持原样；原因见上表和 exports/import",
                f"no row can be used; layer {report.layer} is as it was. See the table above and "
                "exports/import",
            )
        )


def _preview(report: importing.ImportReport, screen: Screen) -> None:
    """Show the first rows as they will be, and what the file does not give.

    Parameters
    ----------
    report : importing.ImportReport
        What was done.
    screen : Screen
        Takes what is said.
    """
    table = report.preview.drop(
        columns=[n for n in ("id", "source_file", "source_row") if n in report.preview.columns]
    )
    if len(table):
        heads = [Text(str(name), str(name)) for name in table.columns[:_WIDE]]
        rows = [tuple(str(cell)[:24] for cell in row[:_WIDE]) for row in table.to_numpy()]
        screen.table(heads, rows, title=Text("前几行", "first rows"))
    if report.missing:
        names = screen.say(Text("、", ", ")).join(screen.say(title) for title in report.missing)
        screen.print(Text(f"文件没有：{names}", f"not in the file: {names}"))
    for words in report.told:
        screen.print(words)


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
        for item in sorted(report.problems, key=importing.gravity)[:_SHOWN]
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
    """Say first what must be known: rows, places, figures, warnings; then what to do next.

    Parameters
    ----------
    report : importing.ImportReport
        What was done.
    screen : Screen
        Takes what is said.
    """
    screen.print("")
    screen.print(importing.told(report))
    parts = [
        f"{screen.say(words)} {report.counts[name]}"
        for name, words in _PLACED.items()
        if report.counts.get(name)
    ]
    comma = screen.say(Text("，", ", "))
    screen.print(screen.say(Text("位置（全部行）：", "places (all rows): ")) + comma.join(parts))
    if report.figures:
        titles = {c.name: c.title for c in report.columns}
        told = [f"{screen.say(titles[n])} {count}" for n, count in report.figures.items()]
        screen.print(screen.say(Text("有数的行：", "rows with figures: ")) + comma.join(told))
    if report.warnings:
        count = len(report.warnings)
        screen.print(Text(f"请先看这 {count} 点：", f"read these {count} first:"))
        for words in report.warnings:
            screen.print(f"  ! {screen.say(words)}")
    _not_data(report, screen)
    if report.duplicates:
        count = report.duplicates
        screen.print(
            Text(f"可能重复 {count} 对，都保留", f"{count} pair(s) may be the same; all are kept")
        )
    if report.gone and not report.example:
        count = len(report.gone)
        names = "、".join(report.gone[:_SHOWN])
        screen.print(Text(f"不再有的 {count} 行：{names}", f"{count} rows gone: {names}"))
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
    elif report.map and not report.unchanged:
        command = f"gisplan build {report.map}"
        screen.print(Text(f"下一步：{command}", f"next: {command}"))


def _not_data(report: importing.ImportReport, screen: Screen) -> None:
    """Say which rows were taken for no data, and how to have it otherwise.

    Parameters
    ----------
    report : importing.ImportReport
        What was done.
    screen : Screen
        Takes what is said.
    """
    if not len(report.not_data):
        return
    first = report.not_data.head(_SHOWN)
    kinds = {str(kind): words for kind, words in importing.ROW_KINDS.items()}
    parts = [
        f"{row} {screen.say(kinds[kind])}“{words[:20]}”"
        for row, kind, words in zip(first["row"], first["kind"], first["words"], strict=True)
    ]
    more = "…" if len(report.not_data) > _SHOWN else ""
    told = screen.say(Text("；", "; ")).join(parts) + more
    numbers = ",".join(str(row) for row in report.not_data["row"].head(_SHOWN))
    screen.print(
        Text(
            f"不是数据的行：{told}（如是数据，请加 --keep-rows {numbers}）",
            f"rows that are no data: {told} (if they are, add --keep-rows {numbers})",
        )
    )
