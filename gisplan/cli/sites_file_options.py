"""What commands ask of a file of sites that is the user's own."""

from __future__ import annotations

import argparse

from gisplan.api.importing.options import FileOptions
from gisplan.cli.parser import file_path, speaker
from gisplan.text import Lang


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the arguments that say how a file is read.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    say = speaker(lang)

    name = say("名称", "NAME")
    group = parser.add_argument_group(say("自己的文件", "a file of your own"))
    group.add_argument(
        "--datum",
        default="",
        metavar=name,
        help=say(
            "所给坐标的坐标系：wgs84（默认）、cgcs2000、gcj02（高德、腾讯）、bd09（百度）等",
            "datum of the coordinates given: wgs84 (default), cgcs2000, gcj02 (Amap, Tencent), "
            "bd09 (Baidu) …",
        ),
    )
    group.add_argument(
        "--sheet",
        metavar=name,
        help=say("工作表或 GeoPackage 图层", "sheet, or layer of a GeoPackage"),
    )
    group.add_argument(
        "--encoding",
        metavar=name,
        help=say("文本编码，默认自动识别", "encoding of a text; found out if left out"),
    )
    group.add_argument(
        "--mapping",
        type=file_path(lang),
        metavar=say("文件", "FILE"),
        help=say(
            "列的映射（TOML），同 gisplan import", "a mapping of columns (TOML), as of an import"
        ),
    )


def options(given: argparse.Namespace) -> FileOptions:
    """Take what was asked for.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.

    Returns
    -------
    FileOptions
        Datum, sheet, encoding and mapping.
    """
    return FileOptions(
        datum=given.datum, sheet=given.sheet, encoding=given.encoding, mapping=given.mapping
    )
