"""The process of one job: does what its folder asks for, and leaves there what came of it."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import filelock

from gisplan.api.jobs import store
from gisplan.api.jobs.plain import failure, said
from gisplan.api.jobs.tasks import task
from gisplan.catalog import workspace
from gisplan.errors import GisplanError
from gisplan.files import replace_file
from gisplan.text import Text

#: Seconds between two notes of progress, and before which no time left is told.
_EVERY, _SURE = 0.25, 2.0
_OUR_FAULT = Text(
    "gisplan 自身出错，工作区中的文件完好；详情记在任务文件夹的 fault.txt，请随问题一并反馈",
    "gisplan itself is at fault; the workspace's files are whole. Details stand in fault.txt of the"
    " job's folder, please send it along",
)


class Teller(logging.Handler):
    """Writes down how far a job is.

    Parameters
    ----------
    folder : pathlib.Path
        The job's folder.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = folder / store.TOLD
        self._began = self._last = 0.0
        self._said: dict[str, Any] = {}

    def told(self, what: Text, done: int, steps: int) -> None:
        """Take what is done next, the steps done, and the steps in all.

        Parameters
        ----------
        what : Text
            What is done next.
        done : int
            Steps done.
        steps : int
            Steps in all.
        """
        now = time.monotonic()
        self._began = self._began or now
        gone = now - self._began
        left = gone / done * (steps - done) if done and gone > _SURE else None
        self._said = {
            "what": said(what),
            "done": done,
            "steps": steps,
            "left": left,
            "note": None,
        }
        if now - self._last >= _EVERY:
            self._write(now)

    def emit(self, record: logging.LogRecord) -> None:
        """Take a warning, such as that another run is waited for.

        Parameters
        ----------
        record : logging.LogRecord
            What is said.
        """
        words = getattr(record, "words", None)
        if isinstance(words, Text):
            self._said["note"] = said(words)
            self._write(time.monotonic())

    def _write(self, now: float) -> None:
        self._last = now
        replace_file(self._path, json.dumps(self._said, ensure_ascii=False).encode())


def do(folder: Path) -> None:
    """Do a job, and write its result into its folder.

    Parameters
    ----------
    folder : pathlib.Path
        The job's folder.
    """
    lock = filelock.FileLock(folder / store.HELD)
    with lock:
        (folder / store.PID).write_text(str(os.getpid()))
        asked: Mapping[str, Any] = json.loads((folder / store.ASKED).read_text(encoding="utf-8"))
        teller = Teller(folder)
        logging.getLogger("gisplan").addHandler(teller)
        try:
            place = workspace.find(Path(asked["root"]))
            result = task(asked["kind"])(
                asked["asked"], place=place, lang=asked["lang"], told=teller.told
            )
        except GisplanError as error:
            result = {"error": failure(error)}
        except KeyboardInterrupt:
            replace_file(folder / store.ENDED, b"")
            return
        except Exception:
            replace_file(folder / "fault.txt", traceback.format_exc().encode())
            result = {"error": {"message": said(_OUR_FAULT), "faults": [], "questions": []}}
        content = json.dumps(result, ensure_ascii=False, default=str)
        replace_file(folder / store.RESULT, content.encode(errors="replace"))


if __name__ == "__main__":
    do(Path(sys.argv[1]))
