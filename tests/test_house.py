"""The house: what stands at the top, on how few floors, and what its modules say of themselves."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "gisplan"
ORDER = (
    *("catalog", "places", "read", "importing", "analysis"),
    *("render", "formats", "pipeline", "api", "cli"),
)
#: Names that say nothing of what a module holds.
EMPTY = {"utils", "util", "helpers", "common", "misc", "core", "tools", "stuff", "base"}


def test_the_packages_are_the_ten_of_the_architecture() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert set(ORDER) <= folders
    assert len(folders) <= len(ORDER) + 2


def test_the_contract_is_short_and_covers_everything() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    first = project["tool"]["importlinter"]["contracts"][0]
    assert first["type"] == "layers"
    assert first["exhaustive"]
    assert len(first["layers"]) <= 12
    named = {name.strip() for layer in first["layers"] for name in layer.split("|")}
    there = {path.stem for path in PACKAGE.glob("*.py")} | {
        path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()
    }
    assert there - {"__init__"} == named


def test_every_module_says_what_it_is_for_and_is_named_for_it() -> None:
    for path in PACKAGE.rglob("*.py"):
        words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        assert words, path
        assert path.stem not in EMPTY, path
