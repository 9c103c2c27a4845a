"""The notebooks, run again in one process: the same words, figures and number of pictures."""

from __future__ import annotations

import json
import re
import runpy
import shutil
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pytest

from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.build import BuildReport

FOLDER = Path(__file__).parent.parent / "notebooks"
BOOKS = sorted(FOLDER.glob("*.ipynb"))
#: Bytes that a notebook may have: it is read over a slow line, and kept in the repository.
LARGEST = 150_000


@pytest.fixture(scope="module")
def run() -> Any:
    return runpy.run_path(str(FOLDER / "run_notebooks.py"))["run"]


def cells(book: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in book["cells"] if cell["cell_type"] == "code"]


def told(cell: dict[str, Any]) -> tuple[str, int]:
    """Give what a cell says, and how many pictures it draws."""
    words, pictures = [], 0
    for output in cell["outputs"]:
        data = output.get("data", {})
        words += [*output.get("text", []), *data.get("text/plain", [])]
        pictures += "image/png" in data
    return "".join(words), pictures


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_a_notebook_gives_again_what_it_keeps(
    path: Path,
    run: Any,
    built: tuple[Workspace, BuildReport],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # below the shipped workspace that is built already, so that no layer is made twice
    monkeypatch.chdir(tmp_path)
    shutil.copytree(built[0].state, tmp_path / ".gisplan", ignore=shutil.ignore_patterns("lock"))
    # a figure that another test left open would be shown by the first cell that draws
    plt.close("all")
    text = path.read_text(encoding="utf-8")
    kept = json.loads(text)
    for before, after in zip(cells(kept), cells(run(kept)), strict=True):
        assert told(before) == told(after), "".join(before["source"])
    assert len(text) < LARGEST
    assert kept["nbformat"] == 4
    # from top to bottom, of no machine
    counts = [cell["execution_count"] for cell in cells(kept)]
    assert counts == list(range(1, len(counts) + 1))
    assert not re.search(
        r"/(?:tmp|home|mnt|opt|srv|usr|var|work)/|/root|site-packages|Traceback", text
    )
    words = [cell for cell in kept["cells"] if cell["cell_type"] == "markdown"]
    assert all(re.search("[一-鿿]", "".join(cell["source"])) for cell in words)
    assert sum(told(cell)[1] for cell in cells(kept)) >= 1
