"""What an import did, shown in the terminal: columns, first rows, problems, and the summary."""

from __future__ import annotations

from gisplan.api import importing
from gisplan.cli.terminal import Screen, short
from gisplan.text import Text

#: Problems shown in the terminal; the file has all.
_SHOWN = 8
#: Rows named that have the same problem.
_ROWS_SHOWN = 3
#: Columns of the preview; a terminal has no room for all.
_WIDE = 10
_PLACED = {
    "points": Text("有自己的坐标", "with a point of their own"),
    "county": Text("定位到县区", "placed to the county"),
    "prefecture": Text("定位到市州", "placed to the prefecture"),
    "province": Text("只知道省", "known to the province only"),
    "nowhere": Text("位置不详", "of no known place"),
}


def show(report: importing.ImportReport, screen: Screen) -> None:
    """Show what became of a file, and last what must be known.

    Parameters
    ----------
    report : importing.ImportReport
        What was done.
    screen : Screen
        Takes what is said.
    """
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
        titles = {column.name: (column.title, column.unit) for column in report.columns}
        heads = [
            _head(*titles.get(name, (importing.MEANINGS.get(name, Text(name, name)), None)))
            for name in map(str, table.columns[:_WIDE])
        ]
        labels = [
            next((c.labels for c in report.columns if c.name == name), {})
            for name in map(str, table.columns[:_WIDE])
        ]
        rows = [
            tuple(
                screen.say(words[cell]) if cell in words else str(cell)[:24]
                for cell, words in zip(row, labels, strict=False)
            )
            for row in table.to_numpy()
        ]
        screen.table(heads, rows, title=Text("前几行", "first rows"))
    if report.missing:
        names = screen.say(Text("、", ", ")).join(screen.say(title) for title in report.missing)
        screen.print(Text(f"文件没有：{names}", f"not in the file: {names}"))
    for words in report.told:
        screen.print(words)


def _head(title: Text, unit: Text | None) -> Text:
    # The heading of a column of the preview, with its unit.
    if unit is None:
        return title
    return Text(f"{title.zh}（{unit.zh}）", f"{title.en} ({unit.en})")


def _columns(report: importing.ImportReport, screen: Screen) -> None:
    rows = []
    titles = {column.name: column.title for column in report.columns}
    for name, item in report.mapping.columns.items():
        unit = item.unit or item.unit_heading
        title = titles.get(name) or importing.MEANINGS.get(name)
        said = f"{screen.say(title)} {name}" if title and screen.say(title) != name else name
        rows.append((item.heading or f"= {item.value}", said, unit))
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
    alike: dict[tuple[str, str, str, str], list[int]] = {}
    for item in sorted(report.problems, key=importing.gravity):
        words = (item.column, item.value[:40], screen.say(item.message), screen.say(item.action))
        alike.setdefault(words, []).extend([] if item.row is None else [item.row])
    rows = [(_numbers(given), *words) for words, given in list(alike.items())[:_SHOWN]]
    heads = (
        Text("行", "row"),
        Text("列", "column"),
        Text("值", "value"),
        Text("问题", "problem"),
        Text("处理", "what was done"),
    )
    screen.table(heads, rows)
    left = len(alike) - len(rows)
    if left > 0:
        screen.print(Text(f"另有 {left} 种，见问题表", f"and {left} more: see the report"))


def _numbers(rows: list[int]) -> str:
    # Rows that have the same problem, the first of them by number.
    shown = ", ".join(map(str, rows[:_ROWS_SHOWN]))
    return f"{shown} … ({len(rows)})" if len(rows) > _ROWS_SHOWN else shown


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
