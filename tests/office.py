"""What an office program makes of a document: LibreOffice, without a window."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def to_pdf(path: Path) -> Path:
    """Print a document as LibreOffice shows it; profile and PDF lie beside it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        if os.environ.get("CI"):
            pytest.fail("continuous integration needs libreoffice-writer")
        pytest.skip("no LibreOffice here (Debian: libreoffice-writer)")
    folder = path.parent
    profile = (folder / "office").as_uri()
    words = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
    done = subprocess.run(
        [program, f"-env:UserInstallation={profile}", *words, str(path)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    made = path.with_suffix(".pdf")
    assert made.exists(), done.stderr
    return made
