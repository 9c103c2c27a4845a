"""The house: what stands at the top, on how few floors, and what its modules say of themselves."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "gisplan"
ORDER = (
    *("catalog", "places", "read", "importing", "analysis"),
    *("render", "formats", "pipeline", "api", "serve", "cli"),
)
#: The most lines of code of a module, blank lines and docstrings apart.
LONGEST = 400
#: Names that say nothing of what a module holds.
EMPTY = {"utils", "util", "helpers", "common", "misc", "core", "tools", "stuff", "base"}


def test_the_packages_are_those_of_the_architecture() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert set(ORDER) <= folders
    assert len(folders) <= len(ORDER) + 2


def test_the_contract_is_short_and_covers_everything() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    first = project["tool"]["importlinter"]["contracts"][0]
    assert first["type"] == "layers"
    assert first["exhaustive"]
    assert len(first["layers"]) <= 12
    named = {name.strip() for layer in first["layers"] for name in re.split(r"[|:]", layer)}
    there = {path.stem for path in PACKAGE.glob("*.py")} | {
        path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()
    }
    assert there - {"__init__"} == named


def test_every_module_says_what_it_is_for_and_is_named_for_it() -> None:
    for path in PACKAGE.rglob("*.py"):
        words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        assert words, path
        assert path.stem not in EMPTY, path


def test_a_class_name_stands_for_one_class() -> None:
    where: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                where.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    assert {name: places for name, places in where.items() if len(places) > 1} == {}


def lines_of_code(text: str) -> int:
    """Count the lines that are neither blank nor of a docstring."""
    described: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        first = node.body[0] if node.body else None
        if ast.get_docstring(node) is not None and first is not None:
            described |= set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return sum(
        bool(line.strip()) and number not in described
        for number, line in enumerate(text.splitlines(), start=1)
    )


def test_no_module_holds_more_than_a_reader_keeps_in_view() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := lines_of_code(path.read_text(encoding="utf-8"))) > LONGEST
    }
    assert long == {}
    assert lines_of_code('"""Say\nit."""\n\nx = 1\n# why\n') == 2


def test_functions_of_formats_that_are_imported_by_name_are_there() -> None:
    folder = PACKAGE / "formats"
    code = (folder / "formats.py").read_text(encoding="utf-8")
    named = re.findall(r'\b_of\(\s*"(\w+)",\s*"(\w+)"\s*\)', code)
    assert len(named) > 20
    for module, name in named:
        body = ast.parse((folder / f"{module}.py").read_text(encoding="utf-8")).body
        assert name in {node.name for node in body if isinstance(node, ast.FunctionDef)}, module
