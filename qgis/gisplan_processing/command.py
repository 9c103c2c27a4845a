"""Finding the installed ``gisplan``, running it, and ending it when a person cancels."""

from __future__ import annotations

import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from processing.core.ProcessingConfig import ProcessingConfig
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from .words import language, say

#: Names of the settings (Settings, Options, Processing, Providers, gisplan).
COMMAND, WORKSPACE = "GISPLAN_COMMAND", "GISPLAN_WORKSPACE"
#: What QGIS sets for its own Python and GDAL, and what gisplan's must not see.
_OF_QGIS = (
    *("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PROJ_LIB", "PROJ_DATA"),
    *("GDAL_DATA", "GDAL_DRIVER_PATH", "GEOTIFF_CSV"),
)
_STEP = re.compile(r"progress (?P<done>\d+)/(?P<steps>\d+) (?P<what>.*)")
#: Seconds between two looks at whether a person has cancelled, and that a run has to end by itself.
_LOOK, _PATIENCE = 0.1, 5.0
_WINDOWS = sys.platform == "win32"


class CancelledError(Exception):
    """A person ended the run."""


def not_found(where: str = "") -> str:
    """Say that gisplan was not found, and what to do.

    Parameters
    ----------
    where : str
        What the setting says.

    Returns
    -------
    str
        In the language of QGIS.
    """
    place = say(
        "“设置 → 选项 → 数据处理 → 提供者 → gisplan 产业规划”",
        "Settings → Options → Processing → Providers → gisplan",
    )
    if where:
        return say(
            f"{where} 处没有 gisplan。请在{place}中改正其位置。",
            f"There is no gisplan at {where}. Correct its path in {place}.",
        )
    return say(
        f"没有找到 gisplan。请先安装它（pip install gisplan），或在{place}中填写它的位置。",
        f"gisplan was not found. Install it (pip install gisplan), or set where it is in {place}.",
    )


def find() -> str:
    """Find the program.

    Returns
    -------
    str
        Path of the program.

    Raises
    ------
    QgsProcessingException
        If there is none where the setting says; without a setting, none on the search path and
        none where an installation for one person puts it.
    """
    asked = str(ProcessingConfig.getSetting(COMMAND) or "").strip().strip('"')
    if asked:
        for path in _named(Path(asked)):
            if path.is_file() and os.access(path, os.X_OK):
                return str(path)
        raise QgsProcessingException(not_found(asked))
    usual = [str(path) for path in _usual()]
    found = shutil.which("gisplan") or shutil.which("gisplan", path=os.pathsep.join(usual))
    if found is None:
        raise QgsProcessingException(not_found())
    return found


def _named(asked: Path) -> Iterator[Path]:
    yield asked
    name = "gisplan.exe" if _WINDOWS else "gisplan"
    for below in ("", "Scripts", "bin", "program/Scripts", ".venv/Scripts", ".venv/bin"):
        yield asked / below / name


def _usual() -> Iterator[Path]:
    if _WINDOWS:
        yield from sorted(Path(os.environ.get("APPDATA", "")).glob("Python/Python3*/Scripts"))
        programs = Path(os.environ.get("LOCALAPPDATA", "")) / "Programs"
        yield from sorted(programs.glob("Python/Python3*/Scripts"))
        for drive in "DEC":
            yield Path(f"{drive}:/gisplan/program/Scripts")
    else:
        yield Path.home() / ".local/bin"
        yield Path("/usr/local/bin")
        yield Path("/opt/homebrew/bin")


def environment(inherited: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of a run: QGIS' own, without what is for QGIS' Python alone.

    Parameters
    ----------
    inherited : mapping of str to str
        That of QGIS.

    Returns
    -------
    dict of str to str
        For the process.
    """
    kept = {name: value for name, value in inherited.items() if name.upper() not in _OF_QGIS}
    return {**kept, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1", "NO_COLOR": "1"}


def run(
    words: Sequence[str], *, folder: Path, feedback: QgsProcessingFeedback, passing: str
) -> str:
    """Run a command, with its progress in QGIS, and end it when a person cancels.

    Parameters
    ----------
    words : sequence of str
        The command with its arguments.
    folder : pathlib.Path
        The workspace.
    feedback : QgsProcessingFeedback
        Takes progress and all that is said.
    passing : str
        A folder that goes with the run: where it is, is not told.

    Returns
    -------
    str
        What the command printed.

    Raises
    ------
    QgsProcessingException
        If there is no gisplan, or it says that something is wrong, in its words.
    CancelledError
        If a person ended it; files written are whole.
    """
    program = find()
    shown = " ".join(["gisplan", *map(_shown, words)]).replace(f"{passing}{os.sep}", "")
    feedback.pushCommandInfo(shown)
    process = subprocess.Popen(
        [program, "--lang", language(), "-C", str(folder), "--progress", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(os.environ),
        encoding="utf-8",
        errors="replace",
        # no black window beside QGIS, and a group of its own to be ended with all it started
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        start_new_session=not _WINDOWS,
    )
    printed: list[str] = []
    complaints: list[str] = []
    try:
        for stream, line in _lines(process, feedback):
            step = _STEP.fullmatch(line) if stream == "err" else None
            if step:
                _tell(step, feedback)
            elif stream == "err":
                complaints.append(line)
                feedback.pushWarning(line)
            elif passing not in line:
                printed.append(line)
                feedback.pushConsoleInfo(line)
    except BaseException:
        _end(process)
        raise
    if process.wait() != 0:
        said = "\n".join(complaints).strip()
        raise QgsProcessingException(
            said or say("gisplan 未能完成", f"gisplan ended with code {process.returncode}")
        )
    return "\n".join(printed)


def _shown(word: str) -> str:
    return f'"{word}"' if " " in word else word


def _tell(step: re.Match[str], feedback: QgsProcessingFeedback) -> None:
    done, steps = int(step["done"]), int(step["steps"])
    if steps:
        feedback.setProgress(100 * done / steps)
    feedback.setProgressText(step["what"])


def _lines(
    process: subprocess.Popen[str], feedback: QgsProcessingFeedback
) -> Iterator[tuple[str, str]]:
    """Give the lines of both streams as they come.

    Parameters
    ----------
    process : subprocess.Popen
        The run.
    feedback : QgsProcessingFeedback
        Tells whether a person has cancelled.

    Yields
    ------
    tuple of (str, str)
        ``"out"`` or ``"err"``, and a line.

    Raises
    ------
    CancelledError
        If a person ended it.
    """
    told: queue.Queue[tuple[str, str | None]] = queue.Queue()

    def read(name: str, stream: IO[str]) -> None:
        with stream:
            for line in stream:
                told.put((name, line.rstrip("\r\n")))
        told.put((name, None))

    streams = {"out": process.stdout, "err": process.stderr}
    for name, stream in streams.items():
        threading.Thread(target=read, args=(name, stream), daemon=True).start()
    going = len(streams)
    while going:
        if feedback.isCanceled():
            raise CancelledError
        try:
            name, line = told.get(timeout=_LOOK)
        except queue.Empty:
            continue
        if line is None:
            going -= 1
        else:
            yield name, line


def _end(process: subprocess.Popen[str]) -> None:
    """End a run: asked first, then made to. What it has written is whole in either case.

    Parameters
    ----------
    process : subprocess.Popen
        The run.
    """
    if process.poll() is not None:
        return
    if _WINDOWS:
        process.terminate()
    else:
        process.send_signal(signal.SIGINT)
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
