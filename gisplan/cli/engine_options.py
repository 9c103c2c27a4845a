"""Which engine carries out the work on large layers: options of several commands."""

from __future__ import annotations

import argparse

from gisplan.api import execution as engines
from gisplan.api.execution import Execution
from gisplan.cli.parser import speaker
from gisplan.cli.terminal import Screen
from gisplan.text import Lang


def arguments(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare the options.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Parser that gets the arguments.
    lang : Lang
        Language of the help and the messages.
    """
    say = speaker(lang)

    group = parser.add_argument_group(say("分块读取的图层", "layers that are read in parts"))
    group.add_argument(
        "--engine",
        choices=engines.ENGINES,
        default=engines.ENGINES[0],
        help=say(
            "由谁计算：embedded 本进程（默认），processes 本机多个进程，dask 多台机器；"
            "结果完全相同",
            "what does the work: embedded (the default, this process), processes (several of this"
            " machine), dask (many machines); the figures are the same",
        ),
    )
    group.add_argument(
        "--scheduler",
        default="",
        metavar=say("地址", "ADDRESS"),
        help=say(
            "Dask 调度器的地址，如 tcp://10.0.0.1:8786",
            "address of the Dask scheduler, as tcp://10.0.0.1:8786",
        ),
    )
    group.add_argument(
        "--workers",
        type=int,
        metavar=say("个数", "N"),
        help=say(
            "processes 的进程数（默认与处理器数相同）",
            "processes of --engine processes (default: as many as processors)",
        ),
    )


def execution(given: argparse.Namespace, screen: Screen) -> Execution:
    """Give what the options ask for; progress goes to the screen.

    Parameters
    ----------
    given : argparse.Namespace
        The arguments, parsed.
    screen : Screen
        Takes what is said.

    Returns
    -------
    Execution
        Engine, and whom progress is told.
    """
    return engines.execution(
        given.engine, scheduler=given.scheduler, workers=given.workers, told=screen.rows_done
    )
