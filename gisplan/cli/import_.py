"""``gisplan import``: a file of one's own into a layer."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from gisplan.api import importing
from gisplan.api.workspace import Workspace
from gisplan.cli import ask, import_report
from gisplan.cli.parser import file_path
from gisplan.cli.terminal import Screen
from gisplan.errors import DataError, GisplanError, OptionError
from gisplan.text import Lang, Text


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
    parser.add_argument(
        "file",
        nargs="?",
        type=file_path(lang),
        metavar=file.get(lang),
        help=Text("要导入的表格或矢量文件", "the table or vector file").get(lang),
    )
    parser.add_argument(
        "--undo",
        action="store_true",
        help=Text(
            "撤销上一次导入：图层和有关文件恢复原样", "take the last import back: all as it was"
        ).get(lang),
    )
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
    if given.undo:
        was = importing.undo_import(place)
        screen.print(
            Text(
                f"已撤销对 {was.file} 的导入，图层 {was.layer} 恢复原样",
                f"the import of {was.file} was taken back; layer {was.layer} is as it was",
            )
        )
        return
    if given.file is None:
        raise OptionError(
            Text("请写明要导入的文件：gisplan import 文件", "name the file: gisplan import FILE")
        )
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
    report = _imported(given, place, (options, screen))
    import_report.show(report, screen)
    if report.unchanged:
        raise DataError(
            Text(
                f"没有一行可用，图层 {report.layer} 保持原样；原因见上表和 exports/import",
                f"no row can be used; layer {report.layer} is as it was. See the table above and "
                "exports/import",
            )
        )


def _imported(
    given: argparse.Namespace,
    place: Workspace,
    asked: tuple[importing.ImportOptions, Screen],
) -> importing.ImportReport:
    """Import, and ask at the terminal what only a person can say.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    asked : tuple[importing.ImportOptions, Screen]
        What is asked for; takes what is said.

    Returns
    -------
    importing.ImportReport
        What was done.

    Raises
    ------
    GisplanError
        If nobody can be asked, or no answer was given; nothing is written then.
    """
    options, screen = asked
    while True:
        try:
            return importing.import_file(
                given.file, layer=given.layer, place=place, options=options
            )
        except GisplanError as error:
            told = (
                ask.ask(error, options, screen) if error.questions and ask.is_possible() else None
            )
            if told is None:
                raise
            options = told
