"""Scripts that open the office of a workspace by a double click, on Windows and on Linux."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from gisplan.catalog.workspace import Workspace
from gisplan.errors import FileError
from gisplan.files import replace_file

#: What the scripts are called; a planner sees these names in the workspace.
NAMES = ("打开工作台.cmd", "打开工作台.sh", "打开工作台.desktop")

# Code page 65001 first: what stands below is UTF-8 whatever the system's own is (936, GBK). Lines
# before it, and all but the path and the message, are ASCII, and so the same in both.
_WINDOWS = """\
@echo off
chcp 65001 >nul
setlocal
cd /d "%~dp0"
set PYTHONUTF8=1
if exist "{python}" (
  "{python}" -P -m gisplan serve %*
  goto ended
)
where gisplan >nul 2>nul
if not errorlevel 1 (
  gisplan serve %*
  goto ended
)
where py >nul 2>nul
if not errorlevel 1 (
  py -P -m gisplan serve %*
  goto ended
)
echo 没有找到 gisplan，请先安装。 gisplan was not found, please install it.
pause
exit /b 1
:ended
if errorlevel 1 pause
"""
_LINUX = """\
#!/bin/sh
cd "$(dirname "$0")" || exit 1
if [ -x {python} ]; then exec {python} -P -m gisplan serve "$@"; fi
if command -v gisplan >/dev/null; then exec gisplan serve "$@"; fi
echo '没有找到 gisplan，请先安装。 gisplan was not found, please install it.' >&2
exit 1
"""
# %k is where the file lies, so that the folder may be moved
_DESKTOP = """\
[Desktop Entry]
Type=Application
Name=gisplan workspace
Name[zh_CN]=规划工作台
Exec=sh -c 'cd "$(dirname "$1")" && exec sh ./打开工作台.sh' sh %k
Terminal=true
"""


def write_start_scripts(place: Workspace, *, python: str = sys.executable) -> tuple[Path, ...]:
    """Put the scripts into a workspace; one that is there already stays as it is.

    A workspace without them is whole, so that a disk that is full is no reason to refuse it.

    Parameters
    ----------
    place : Workspace
        The workspace.
    python : str
        The interpreter that has gisplan; where it is gone, a script looks for the command.

    Returns
    -------
    tuple of pathlib.Path
        Those that are there now.
    """
    quoted = "'" + python.replace("'", "'\\''") + "'"
    contents = (
        _WINDOWS.format(python=python.replace("%", "%%")).replace("\n", "\r\n"),
        _LINUX.format(python=quoted),
        _DESKTOP,
    )
    paths = tuple(place.root / name for name in NAMES)
    for path, content in zip(paths, contents, strict=True):
        if not path.exists():
            with contextlib.suppress(FileError):
                replace_file(path, content.encode())
            if path.suffix != ".cmd":
                with contextlib.suppress(OSError):
                    path.chmod(0o755)
    return tuple(path for path in paths if path.exists())
