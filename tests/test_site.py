"""The documentation as a site: built strictly, asking no other host, searched in Chinese."""

from __future__ import annotations

import inspect
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import gisplan
from gisplan.api.workspace import Defaults
from gisplan.cli.commands import COMMANDS
from gisplan.cli.main import _parser
from tests.browser import Page

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("README*.md")])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    # strict: a link that leads nowhere, and a page that no menu has, end it
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_site_asks_no_other_host_and_has_what_is_made(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        asked = re.findall(r"""<(?:script|link|img|iframe)[^>]+(?:src|href)="(http[^"]+)""", text)
        assert asked == [], path.name
    for lang, word in (("", "options:"), ("zh/", "选项:")):
        commands = (site / f"{lang}reference/commands.html").read_text(encoding="utf-8")
        assert all(f"gisplan {command.name}" in commands for command in COMMANDS)
        assert word in commands
        python = (site / f"{lang}reference/python.html").read_text(encoding="utf-8")
        for name in gisplan.__all__:
            assert not inspect.isfunction(getattr(gisplan, name)) or f"gp.{name}" in python
    for book in ROOT.glob("notebooks/*.ipynb"):
        assert "data:image/png" in (site / f"notebooks/{book.stem}.html").read_text("utf-8")
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == ["zh", "en"]


@pytest.mark.browser
def test_chinese_words_are_found_in_a_page_opened_from_a_folder(
    site: Path, open_page: Callable[[Path], Page]
) -> None:
    page = open_page(site / "zh" / "index.html")
    page.run("document.querySelector('#__search').click()")
    page.wait(lambda: bool(page.shown("input.md-search__input")))
    page.first("input.md-search__input").send_keys("迂回系数")
    page.wait(lambda: bool(page.find(".md-search-result__item h1")), seconds=20)
    found = [one.text for one in page.find(".md-search-result__item h1")]
    assert "谁在服务范围内" in found
    assert page.errors == []
    assert page.outside_requests == []


def commands_of(path: Path) -> list[str]:
    """Give the gisplan commands of a page's blocks of shell."""
    text = path.read_text(encoding="utf-8")
    lines = [
        part.strip()
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        for line in block.replace("\\\n", " ").splitlines()
        for part in line.split("  #")[0].split("&&")
    ]
    return [line for line in lines if line.startswith("gisplan ")]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_that_documents_show_are_such(path: Path) -> None:
    for line in commands_of(path):
        words = shlex.split(line.replace("\\", "/"), comments=True)[1:]
        try:
            _parser("en", Defaults()).parse_args(words)
        except SystemExit:
            pytest.fail(line)
