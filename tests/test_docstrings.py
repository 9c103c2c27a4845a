"""What docstrings say is complete, leads somewhere, and gives the results that it shows."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import gisplan

PACKAGE = Path(gisplan.__file__).parent
ROOT = PACKAGE.parent
FILES = sorted(PACKAGE.rglob("*.py"))
ROLE = re.compile(r":(?:func|class|mod|meth|attr|data|exc):`([^`]+)`")


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def docstrings(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Give the class (or nothing) that each docstring stands in, and the docstring."""

    def inside(node: ast.AST, within: str) -> Iterator[tuple[str, str]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                name = child.name if isinstance(child, ast.ClassDef) else within
                yield name, ast.get_docstring(child) or ""
                yield from inside(child, name)

    yield "", ast.get_docstring(tree) or ""
    yield from inside(tree, "")


def found(name: str) -> bool:
    """Tell whether a dotted name is a module, or something in one."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            here = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            fields = getattr(here, "__annotations__", {})
            if not (hasattr(here, part) or part in fields):
                return False
            here = getattr(here, part, None)
        return True
    return False


def unresolved(path: Path) -> list[str]:
    module = module_of(path)
    lost = []
    for within, text in docstrings(ast.parse(path.read_text(encoding="utf-8"))):
        for written in ROLE.findall(text):
            name = written.split("<")[-1].rstrip(">").lstrip("~")
            homes = (f"{module}.{within}.{name}", f"{module}.{name}", name)
            if not any(found(home) for home in homes):
                lost.append(f"{path.relative_to(ROOT)}: {written}")
    return lost


# A name may be looked for in a module that only forwards to where it has gone.
@pytest.mark.filterwarnings("ignore:gisplan:DeprecationWarning")
@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_references_lead_somewhere(path: Path) -> None:
    assert unresolved(path) == []
