"""QGIS' own Python (Debian's python3-qgis), which opens what was exported."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any

import pytest


def in_qgis(script: str, folder: str, *more: str) -> dict[str, Any]:
    """Run a script in QGIS' Python; give what it printed after ``RESULT``, as JSON."""
    python = shutil.which("python3", path="/usr/bin")
    there = (
        python and subprocess.run([python, "-c", "import qgis.core"], check=False).returncode == 0
    )
    if not python or not there:
        if os.environ.get("CI"):
            pytest.fail("continuous integration needs python3-qgis")
        pytest.skip("no QGIS here (Debian: python3-qgis)")
    done = subprocess.run(
        [python, "-c", script, folder, *more],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": folder, "PATH": "/usr/bin:/bin"},
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("RESULT")]
    assert lines, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(lines[0].removeprefix("RESULT"))
    return found
