"""The command line as a person runs it, in this process: no start for each command.

``tests/test_cli.py`` and ``tests/windows_rules.py`` start processes of their own.
"""

from __future__ import annotations

import contextlib
import io
import subprocess
from pathlib import Path

from gisplan.cli import main


def gisplan(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder; exit code and what was said, as of a process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(cwd), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(list(words))
        except SystemExit as ended:  # of wrong arguments, and of --help
            code = ended.code if isinstance(ended.code, int) else 1
    return subprocess.CompletedProcess(list(words), code, out.getvalue(), err.getvalue())
