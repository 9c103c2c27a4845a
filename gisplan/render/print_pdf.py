"""An HTML page printed to PDF by a browser that is installed anyway."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from gisplan.errors import FileError
from gisplan.text import Text

#: Names of commands, and where Windows and macOS keep programs without one.
_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
_WINDOWS = (
    r"Microsoft\Edge\Application\msedge.exe",
    r"Google\Chrome\Application\chrome.exe",
)
_MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_SECONDS = 120


def find_browser(which: Callable[[str], str | None] = shutil.which) -> Path:
    """Find Chromium, Chrome or Edge.

    Parameters
    ----------
    which : callable, optional
        Gives the path of a command, or None.

    Returns
    -------
    Path
        Path of the first that is installed.

    Raises
    ------
    FileError
        If there is none.
    """
    for name in _COMMANDS:
        if found := which(name):
            return Path(found)
    roots = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
    known = [Path(root) / part for root in roots if root for part in _WINDOWS]
    for path in [*known, *map(Path, _MACOS)]:
        if path.is_file():
            return path
    raise FileError(
        Text(
            "没有找到 Chromium、Chrome 或 Edge，无法生成 PDF。请安装其中一种，"
            "或去掉 --pdf，用任何浏览器打开 HTML 再打印为 PDF",
            "Neither Chromium, Chrome nor Edge was found, so no PDF can be made. Install one,"
            " or leave out --pdf and print the HTML from any browser",
        )
    )


def to_pdf(page: Path, *, browser: Path) -> bytes:
    """Print a page as its own print style has it, without the browser's header and footer.

    Parameters
    ----------
    page : pathlib.Path
        HTML; whatever it asks of the network is refused.
    browser : pathlib.Path
        As :func:`find_browser` gives it.

    Returns
    -------
    bytes
        Of the PDF.

    Raises
    ------
    FileError
        If the browser fails or does not end within two minutes.
    """
    with tempfile.TemporaryDirectory(prefix="gisplan-", ignore_cleanup_errors=True) as folder:
        made = Path(folder) / "page.pdf"
        command = [
            str(browser),
            "--headless=new",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={Path(folder) / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={made}",
        ]
        # A browser run by root, as in a container, refuses its sandbox.
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")
        try:
            done = subprocess.run(  # noqa: S603  (a browser of the system, our own arguments)
                [*command, page.resolve().as_uri()],
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
            why = "" if made.is_file() else done.stderr.decode(errors="replace").strip()[-300:]
        except (OSError, subprocess.TimeoutExpired) as error:
            why = str(error)
        if not made.is_file():
            raise FileError(
                Text(
                    f"浏览器 {browser} 没有生成 PDF：{why}",
                    f"The browser {browser} made no PDF: {why}",
                )
            )
        return made.read_bytes()
