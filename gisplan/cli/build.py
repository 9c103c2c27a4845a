"""``gisplan build``: the main job."""

from __future__ import annotations

import argparse

from gisplan.api.build import Basemap, BuildOptions, BuildReport, NotAllWrittenError, build
from gisplan.api.workspace import Workspace
from gisplan.cli import engine_options as engine
from gisplan.cli.terminal import Screen, short, size
from gisplan.text import Lang, Text

#: Problems of whole layers that are said in the terminal; all stand in the file.
_SHOWN = 10
#: Seconds of a build after which one wants to know which layer took them, and of a layer.
_LONG, _SLOW = 10.0, 1.0


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
        "maps",
        nargs="*",
        metavar=Text("地图", "MAP").get(lang),
        help=Text("只生成这些地图（默认全部）", "only these maps (default: all)").get(lang),
    )
    parser.add_argument(
        "--basemap",
        metavar=Text("底图", "BASEMAP").get(lang),
        help=Text(
            "加底图：tianditu 天地图（须 --tianditu-key）、osm、内网瓦片地址"
            "（如 http://主机/瓦片/{z}/{x}/{y}.png），或本地瓦片文件（.mbtiles、.pmtiles，"
            "装进网页）；不加则不联网",
            "a map below: tianditu (needs --tianditu-key), osm, an address of tiles "
            "(such as http://HOST/tiles/{z}/{x}/{y}.png), or a local file of tiles (.mbtiles, "
            ".pmtiles), which is packed into the page; without it, no network",
        ).get(lang),
    )
    parser.add_argument(
        "--basemap-zoom",
        type=int,
        metavar="N",
        help=Text(
            "本地瓦片装到第几级（默认装到约 6 MB 为止）",
            "highest zoom packed of local tiles (default: as far as about 6 MB)",
        ).get(lang),
    )
    parser.add_argument(
        "--basemap-credit",
        default="",
        metavar=Text("署名", "CREDIT").get(lang),
        help=Text("瓦片地址的来源署名，显示在地图上", "who is named for tiles at an address").get(
            lang
        ),
    )
    parser.add_argument(
        "--tianditu-key",
        metavar="KEY",
        help=Text("天地图的密钥（tk）", "your key (tk) for Tianditu").get(lang),
    )
    engine.arguments(parser, lang)


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Build, and say what was done.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    basemap = None
    if given.basemap:
        key, credit = given.tianditu_key or "", given.basemap_credit
        zoom = given.basemap_zoom
        basemap = Basemap.of(given.basemap, key=key, credit=credit, zoom=zoom)
    options = BuildOptions(lang=screen.lang, maps=tuple(given.maps), basemap=basemap)
    execution = engine.execution(given, screen)
    with screen.progress() as progress:
        unwritten: NotAllWrittenError | None = None
        try:
            report = build(place, options=options, progress=progress, execution=execution)
        except NotAllWrittenError as error:
            report, unwritten = error.report, error
    _written(report, screen)
    _left_out(report, screen)
    for note in report.notes:
        screen.print(note)
    if unwritten is not None:
        raise unwritten


def _written(report: BuildReport, screen: Screen) -> None:
    seconds = f"{report.seconds:.1f}"
    if not report.written and not report.unwritten:
        screen.print(
            Text(
                f"没有变化，{report.unchanged} 个文件都已是最新（{seconds} 秒）",
                f"nothing changed: all {report.unchanged} files are up to date ({seconds} s)",
            )
        )
        return
    rows = [
        (short(item.path), screen.say(item.title), size(item.size), f"{item.seconds:.2f}")
        for item in report.written
    ]
    heads = (
        Text("文件", "file"),
        Text("内容", "content"),
        Text("大小", "size"),
        Text("用时（秒）", "seconds"),
    )
    screen.table(heads, rows, title=Text("已写出", "written"), right=(2, 3))
    count, same, made = len(report.written), report.unchanged, len(report.made)
    screen.print(
        Text(
            f"写出 {count} 个文件，{same} 个未变；重新计算图层 {made} 个；共 {seconds} 秒",
            f"{count} files written, {same} unchanged; {made} layers computed; {seconds} s in all",
        )
    )
    slow = [item for item in report.slowest if item[1] >= _SLOW]
    if report.seconds >= _LONG and slow:
        zh = "、".join(f"{title.zh} {took:.1f} 秒" for title, took in slow)
        en = ", ".join(f"{title.en} {took:.1f} s" for title, took in slow)
        screen.print(Text(f"最慢的图层：{zh}", f"slowest layers: {en}"))


def _left_out(report: BuildReport, screen: Screen) -> None:
    for path, kept in report.kept:
        screen.print(
            Text(
                f"{short(path)} 被其他程序改动过；改动后的文件留在 {short(kept)}",
                f"{short(path)} had been changed by another program; that copy is now"
                f" {short(kept)}",
            )
        )
    if report.left_out:
        # layers made of the same table often leave out the same: said once
        of: dict[Text, list[Text]] = {}
        for title, why in report.left_out:
            of.setdefault(why, []).append(title)
        rows = [(screen.say(_layers(titles)), screen.say(why)) for why, titles in of.items()]
        heads = (Text("图层", "layer"), Text("未用的内容与原因", "what was left out, and why"))
        screen.table(heads, rows)
    for problem in [each for each in report.problems if each.of_layer][:_SHOWN]:
        file, words = problem.file, problem.message
        screen.print(Text(f"{file}：{words.zh}", f"{file}: {words.en}"))
    if report.problems:
        count = len(report.problems)
        screen.print(
            Text(
                f"数据中有 {count} 处问题，见 exports/problems.csv",
                f"{count} problem(s) in the data, see exports/problems.csv",
            )
        )


def _layers(titles: list[Text]) -> Text:
    """Name one layer, or the first of several and how many they are.

    Parameters
    ----------
    titles : list of Text
        Titles of layers, at least one.

    Returns
    -------
    Text
        In both languages.
    """
    first, more = titles[0], len(titles) - 1
    if not more:
        return first
    return Text(f"{first.zh}等 {more + 1} 个图层", f"{first.en} and {more} more")
