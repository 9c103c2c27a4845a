"""Windows' rules about files, kept on Linux, for the command line as a whole.

``python -m tests.windows_rules LOG LONGEST COMMAND … + COMMAND …`` runs commands one after the
other in one process. What Windows would refuse is refused in the same way, paths of more than
LONGEST characters included; what it would take otherwise than Linux does is written into LOG, a
finding a line as JSON. The last line gives the longest path written below the current folder.
"""

from __future__ import annotations

import builtins
import importlib
import io
import json
import os
import re
import sys
import traceback
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import FrameType
from typing import Any

#: Modules that Python has on POSIX only.
MISSING = frozenset({"fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"})
#: Functions of ``os`` that are missing likewise.
MISSING_CALLS = ("fork", "getuid", "geteuid", "getgid", "killpg", "setsid", "chown", "sysconf")
_SIGNS = re.compile(r'[<>:"|?*\x00-\x1f]|[ .]$')
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_TOO_LONG = 206


class Rules:
    """Windows' rules, put in force in this process.

    Parameters
    ----------
    log : Path
        File of the findings.
    root : Path
        Folder whose files are watched.
    longest : int
        Characters that a path may have.
    """

    def __init__(self, log: Path, root: Path, longest: int) -> None:
        self._log, self._root, self._longest = log, f"{root}{os.sep}", longest
        self._lines: list[dict[str, object]] = []
        self._open = builtins.open
        self._names: dict[str, str] = {}
        self._seen = ""

    def enforce(self) -> None:
        """Put the rules in force, for good."""
        sys.meta_path.insert(0, _Missing(self))
        for name in MISSING:
            sys.modules.pop(name, None)
        for name in MISSING_CALLS:
            if hasattr(os, name):
                delattr(os, name)
        for name in ("replace", "rename", "unlink", "remove", "rmdir"):
            setattr(os, name, self._refusing(name, getattr(os, name)))
        builtins.open = io.open = self._open_as_gbk  # type: ignore[assignment]
        sys.addaudithook(self._hear)

    def found(self, kind: str, what: str) -> None:
        """Keep a finding, with the lines of gisplan that it is due to.

        Parameters
        ----------
        kind : str
            Which rule.
        what : str
            What was done against it.
        """
        by = [
            f"{Path(frame.filename).name}:{frame.lineno}"
            for frame in traceback.extract_stack()
            if "gisplan" in Path(frame.filename).parts[-4:]
        ]
        self._lines.append({"kind": kind, "what": what, "by": by[-3:]})

    def end(self) -> None:
        """Write the findings, and the longest path below the folder, into the log."""
        longest = {"kind": "longest", "what": self._seen.removeprefix(self._root), "by": []}
        lines = [json.dumps(line, ensure_ascii=False) for line in (*self._lines, longest)]
        self._log.write_text("\n".join(lines), encoding="utf-8")

    def _refusing(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        two = name in ("rename", "replace")

        def refusing(*given: Any, **options: Any) -> Any:
            paths = [_path(one) for one in given[: 2 if two else 1]]
            # on POSIX filelock takes away a file of its own that it holds; not so on Windows
            held = None if _called_by("filelock") else self._held(paths)
            if held:
                self.found("held", held)
                raise PermissionError(13, "used by another process (WinError 32)", held)
            if name == "rename" and os.path.lexists(paths[1]):
                self.found("onto", paths[1])
                raise FileExistsError(17, "already exists (WinError 183)", paths[1])
            return call(*given, **options)

        return refusing

    def _held(self, paths: list[str]) -> str | None:
        """Give the first of the paths that this process has open, or mapped."""
        now: set[str] = set()
        for handle in Path("/proc/self/fd").iterdir():
            try:
                now.add(str(handle.readlink()))
            except OSError:
                continue
        with self._open("/proc/self/maps", encoding="utf-8") as maps:
            now.update(line[line.find("/") :].strip() for line in maps if "/" in line)
        for path in paths:
            real = os.path.realpath(path)
            if path.startswith(self._root) and any(f"{one}/".startswith(f"{real}/") for one in now):
                return path
        return None

    def _open_as_gbk(self, file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        encoded = more.get("encoding") is not None or len(rest) > 1
        if "b" not in mode and not encoded and _called_by("gisplan", steps=1):
            self.found("encoding", f"{file} taken for the system's text, which is GBK")
        return self._open(file, mode, *rest, **more)

    def _hear(self, event: str, given: tuple[Any, ...]) -> None:
        if event not in ("open", "os.mkdir", "os.rename"):
            return
        if event == "open" and not _writes(given):
            return
        path = given[1] if event == "os.rename" else given[0]
        if isinstance(path, str | bytes) and _path(path).startswith(self._root):
            self._named(_path(path))

    def _named(self, path: str) -> None:
        for part in Path(path.removeprefix(self._root)).parts:
            if _SIGNS.search(part) or _DEVICE.fullmatch(part):
                self.found("name", path)
        if self._names.setdefault(path.casefold(), path) != path:
            self.found("case", f"{self._names[path.casefold()]} and {path} are one file")
        self._seen = max(self._seen, path, key=len)
        if len(path) > self._longest:
            refused = FileNotFoundError(2, "The filename or extension is too long", path)
            refused.winerror = _TOO_LONG  # type: ignore[attr-defined]
            raise refused


class _Missing(MetaPathFinder):
    """Refuses modules that Windows' Python has not.

    Parameters
    ----------
    rules : Rules
        Takes the findings.
    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def find_spec(self, name: str, *_: object) -> None:
        """Refuse a module that is missing."""
        if name in MISSING:
            if _called_by("gisplan", steps=2):
                self._rules.found("module", name)
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _called_by(package: str, *, steps: int = 12) -> bool:
    """Tell whether a package is among the nearest callers; the import machinery does not count."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and steps:
        name = str(frame.f_globals.get("__name__", ""))
        if name.partition(".")[0] == package:
            return True
        if not name.startswith(("importlib", "pathlib", "tests")):
            steps -= 1
        frame = frame.f_back
    return False


def _path(given: Any) -> str:
    return str(Path(os.fsdecode(given)).absolute()) if not isinstance(given, int) else ""


def _writes(given: tuple[Any, ...]) -> bool:
    mode, flags = given[1], given[2]
    if isinstance(mode, str):
        return any(sign in mode for sign in "wax+")
    return bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def main(arguments: list[str]) -> int:
    """Run commands under the rules; the first exit code that is not 0, or 0.

    Parameters
    ----------
    arguments : list of str
        The log, the longest path, then commands with ``+`` between them.

    Returns
    -------
    int
        Exit code.
    """
    rules = Rules(Path(arguments[0]), Path.cwd(), int(arguments[1]))
    rules.enforce()
    gisplan = importlib.import_module("gisplan.cli").main
    commands: list[list[str]] = [[]]
    for word in arguments[2:]:
        if word == "+":
            commands.append([])
        else:
            commands[-1].append(word)
    try:
        return next((code for command in commands if (code := gisplan(command))), 0)
    finally:
        rules.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
