"""``gisplan serve``: the planner's office in the browser."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path

from gisplan.api.workspace import Workspace
from gisplan.cli.parser import speaker
from gisplan.cli.terminal import Screen
from gisplan.errors import OptionError
from gisplan.text import Lang, Text

#: What the extra brings, by the names that are imported.
_NEEDED = ("starlette", "uvicorn", "jinja2", "python_multipart")
_PORTS = 65535


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the command's arguments.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    say = speaker(lang)
    parser.add_argument(
        "--port",
        type=int,
        metavar=say("端口", "PORT"),
        help=say("端口（默认 8642 起第一个空闲的）", "port (default: the first free from 8642 on)"),
    )
    parser.add_argument(
        "--no-browser",
        action="store_true",
        help=say("不自动打开浏览器", "do not open the browser"),
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar=say("地址", "ADDRESS"),
        help=say(
            "本机的地址或名称，供同一网络中的别人打开，届时须输入密码（默认只有本机能打开）",
            "address or name of this machine, for others in the network, who are asked for a"
            " password (default: this machine only)",
        ),
    )


def run(given: argparse.Namespace, place: Workspace, screen: Screen) -> None:
    """Open the office, until it is ended.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    place : Workspace
        The workspace.
    screen : Screen
        Takes what is said.
    """
    if not all(map(find_spec, _NEEDED)):
        raise OptionError(
            Text(
                '工作台须另装几个小的软件包，请运行：pip install "gisplan[serve]"',
                'the office needs a few small packages; run: pip install "gisplan[serve]"',
            )
        )
    if given.port is not None and not 0 <= given.port <= _PORTS:
        raise OptionError(Text(f"--port 应为 0 至 {_PORTS}", f"--port must be from 0 to {_PORTS}"))
    from gisplan.serve.start import ServeOptions, serve

    options = ServeOptions(
        host=given.host, port=given.port, browser=not given.no_browser, lang=screen.lang
    )
    serve(place.root if place.own else Path.cwd(), options=options, say=screen.print)
