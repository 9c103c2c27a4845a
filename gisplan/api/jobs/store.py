"""The jobs of a workspace: started, watched, ended, listed."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import filelock

from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.files import clean, replace_file, told
from gisplan.text import LANGS, Lang, Text

JobState = Literal["running", "done", "failed", "ended", "cut_short"]

#: Files of a job's folder.
ASKED, TOLD, RESULT, ENDED, HELD, PID = (
    *("asked.json", "progress.json", "result.json", "ended", "held", "pid"),
)
_NAME = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9a-f]{8}")
#: Jobs kept; older ones go.
_KEPT = 60
#: Seconds that a job has to end by itself, and that its process has to begin.
_GRACE, _START = 5.0, 30.0
#: The processes of jobs that this process started, by folder.
_STARTED: dict[Path, subprocess.Popen[bytes]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRecord:
    """A job, as it stands.

    Attributes
    ----------
    name : str
        When it was asked for, and a random part.
    kind : str
        What does it, a key of :data:`gisplan.api.jobs.tasks.TASKS`.
    title : Text
        What it does, for people.
    asked : mapping of str to any
        What the kind takes.
    state : JobState
        ``running``; ``done`` with a result; ``failed`` with an error; ``ended`` by the user;
        ``cut_short`` if its process ended without a word.
    progress : mapping of str to any
        ``what`` (zh, en), ``done``, ``steps``, ``left`` (seconds, or None), ``note``.
    result : mapping of str to any
        Of its kind; or ``error`` with ``message``, ``faults`` and ``questions``.
    began : datetime.datetime
        When it was asked for.
    lang : {"zh", "en"}
        Language of the files that it writes.
    """

    name: str
    kind: str
    title: Text
    asked: Mapping[str, Any]
    state: JobState
    progress: Mapping[str, Any] = field(default_factory=dict)
    result: Mapping[str, Any] = field(default_factory=dict)
    began: datetime.datetime
    lang: Lang = "zh"

    @property
    def error(self) -> Mapping[str, Any] | None:
        """Give what went wrong.

        Returns
        -------
        mapping of str to any or None
            ``message``, ``faults``, ``questions``; None if nothing did.
        """
        return self.result.get("error")


def folder_of(place: Workspace) -> Path:
    """Give the folder of a workspace's jobs.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    pathlib.Path
        It may not exist yet.
    """
    return place.state / "jobs"


def start(
    kind: str,
    asked: Mapping[str, Any],
    *,
    title: Text,
    place: Workspace,
    lang: Lang = "zh",
) -> str:
    """Start a job in a process of its own.

    Parameters
    ----------
    kind : str
        A key of :data:`gisplan.api.jobs.tasks.TASKS`.
    asked : mapping of str to any
        What the kind takes; JSON must hold it.
    title : Text
        What it does, for people.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language of the files that it writes.

    Returns
    -------
    str
        Name of the job.

    Raises
    ------
    FileError
        If the workspace can't be written to.
    """
    now = datetime.datetime.now().astimezone()
    name = f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
    folder = folder_of(place) / name
    content = {
        "kind": kind,
        "title": {"zh": title.zh, "en": title.en},
        "asked": dict(asked),
        "began": now.isoformat(),
        "lang": lang,
        "root": str(place.root),
    }
    with told(folder):
        folder.mkdir(parents=True)
    replace_file(folder / ASKED, json.dumps(content, ensure_ascii=False).encode())
    # -P: a workspace may hold files of any name, and none of them is a module of ours
    words = [sys.executable, "-P", "-m", "gisplan.api.jobs.work", str(folder)]
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    process = subprocess.Popen(  # noqa: S603
        words,
        cwd=place.root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **apart,
    )
    _STARTED[folder] = process
    threading.Thread(target=process.wait, daemon=True).start()
    _forget_old(place)
    return name


def find(name: str, *, place: Workspace) -> JobRecord:
    """Give a job as it stands.

    Parameters
    ----------
    name : str
        Its name.
    place : Workspace
        The workspace.

    Returns
    -------
    JobRecord
        The job.

    Raises
    ------
    OptionError
        If there is none of that name.
    """
    folder = folder_of(place) / name
    if _NAME.fullmatch(name):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            return _read(folder)
    raise OptionError(
        Text("没有这项任务，可能已清理", "no such job; it may have been cleared away")
    )


def listed(place: Workspace) -> tuple[JobRecord, ...]:
    """Give all jobs, the last first.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    tuple of JobRecord
        Those that can be read.
    """
    found = []
    for folder in _folders(place):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            found.append(_read(folder))
    return tuple(found)


def end(name: str, *, place: Workspace) -> None:
    """End a running job; what it has written is whole, and one that is done stays as it is.

    Parameters
    ----------
    name : str
        Its name.
    place : Workspace
        The workspace.

    Raises
    ------
    OptionError
        If there is no such job.
    """
    job = find(name, place=place)
    if job.state != "running":
        return
    folder = folder_of(place) / name
    replace_file(folder / ENDED, b"")
    pid = _pid(folder)
    if pid is None:
        return
    _signal(pid, signal.SIGINT if sys.platform != "win32" else signal.SIGTERM)
    until = time.monotonic() + _GRACE
    while time.monotonic() < until and _is_at_work(folder):
        time.sleep(0.1)
    if sys.platform != "win32" and _is_at_work(folder):
        _signal(pid, signal.SIGKILL)


def _signal(pid: int, number: int) -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            os.kill(pid, number)
        else:
            os.killpg(pid, number)  # with the processes that parse and compute for it


def _pid(folder: Path) -> int | None:
    process = _STARTED.get(folder)
    if process is not None:
        return process.pid if process.poll() is None else None
    if not _is_at_work(folder):
        return None
    # its lock is held, so the number is still that of its process
    with contextlib.suppress(OSError, ValueError):
        return int((folder / PID).read_text())
    return None


def _is_at_work(folder: Path) -> bool:
    # The lock is the system's and ends with the process, however that ends.
    process = _STARTED.get(folder)
    if process is not None:
        return process.poll() is None
    if not (folder / HELD).is_file():
        return False
    lock = filelock.FileLock(folder / HELD)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        return True
    except (OSError, NotImplementedError):
        return False
    lock.release()
    return False


def _read(folder: Path) -> JobRecord:
    asked = json.loads((folder / ASKED).read_text(encoding="utf-8"))
    # asked before the result is looked for: it may come in between
    at_work = _is_at_work(folder)
    result: dict[str, Any] = {}
    state: JobState = "running"
    if (folder / RESULT).is_file():
        result = json.loads((folder / RESULT).read_text(encoding="utf-8"))
        state = "failed" if "error" in result else "done"
    elif (folder / ENDED).is_file():
        state = "ended"
    elif not at_work and not _is_starting(folder, asked):
        state = "cut_short"
    progress: dict[str, Any] = {}
    with contextlib.suppress(OSError, ValueError):
        progress = json.loads((folder / TOLD).read_text(encoding="utf-8"))
    return JobRecord(
        name=folder.name,
        kind=str(asked["kind"]),
        title=Text(asked["title"]["zh"], asked["title"]["en"]),
        asked=asked["asked"],
        state=state,
        progress=progress,
        result=result,
        began=datetime.datetime.fromisoformat(asked["began"]),
        lang=next(lang for lang in LANGS if lang == asked["lang"]),
    )


def _is_starting(folder: Path, asked: Mapping[str, Any]) -> bool:
    # Of another process of this program, which has not come to hold its lock yet.
    if folder in _STARTED or (folder / PID).exists():
        return False
    began = datetime.datetime.fromisoformat(asked["began"])
    age = (datetime.datetime.now().astimezone() - began).total_seconds()
    return 0 <= age < _START


def _folders(place: Workspace) -> list[Path]:
    try:
        names = [path for path in folder_of(place).iterdir() if _NAME.fullmatch(path.name)]
    except OSError:
        return []
    return sorted(names, reverse=True)


def _forget_old(place: Workspace) -> None:
    folders = _folders(place)
    # what a job that was killed was just writing; of a job at work only its own process knows
    clean(*(folder for folder in folders[:_KEPT] if not _is_at_work(folder)))
    for folder in folders[_KEPT:]:
        if not _is_at_work(folder):
            shutil.rmtree(folder, ignore_errors=True)
            _STARTED.pop(folder, None)
