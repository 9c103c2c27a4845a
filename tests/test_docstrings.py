"""What docstrings say is complete, leads somewhere, and gives the results that it shows."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from numpydoc.docscrape import NumpyDocString
from numpydoc.hooks import validate_docstrings

import gisplan

PACKAGE = Path(gisplan.__file__).parent
ROOT = PACKAGE.parent
FILES = sorted(PACKAGE.rglob("*.py"))
#: The checks that pyproject.toml names.
CHECKS = validate_docstrings.parse_config(str(ROOT))
WITH_EXAMPLES = [path for path in FILES if ">>> " in path.read_text(encoding="utf-8")]
#: What a notebook's author meets first; each of these has an example.
FIRST_MET = (
    "gisplan",
    "gisplan.analysis.coverage",
    "gisplan.analysis.coverage.models",
    "gisplan.analysis.demand",
    "gisplan.analysis.industry.clusters",
    "gisplan.analysis.siting",
    "gisplan.analysis.siting.models",
    "gisplan.analysis.suitability",
    "gisplan.analysis.tables.interpolate",
    "gisplan.analysis.tables.join",
    "gisplan.analysis.tables.sum_by_region",
    "gisplan.analysis.travel",
    "gisplan.places.crs",
    "gisplan.places.gcj02",
)
ROLE = re.compile(r":(?:func|class|mod|meth|attr|data|exc):`([^`]+)`")


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_the_checks_are_those_declared() -> None:
    assert {"PR01", "PR02", "PR07", "RT01", "RT03", "SS05"} <= CHECKS["checks"]
    assert not CHECKS["overrides"]
    assert not CHECKS["exclude"]
    assert not CHECKS["exclude_files"]


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_numpydoc_finds_nothing(path: Path) -> None:
    found = validate_docstrings.process_file(str(path), CHECKS)
    assert [(where, check, words) for where, _, check, words in found] == []


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_each_field_of_a_class_has_words_of_its_own(path: Path) -> None:
    bare = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            fields = NumpyDocString(ast.get_docstring(node) or "")["Attributes"]
            bare += [
                f"{node.name}.{field.name}"
                for field in fields
                if "," in field.name or not "".join(field.desc).endswith((".", ":"))
            ]
    assert bare == []


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
            # a bare name is of its own module: another package may be called the same
            homes = [
                f"{module}.{within}.{name}",
                f"{module}.{name}",
                *([name] if "." in name else []),
            ]
            if not any(found(home) for home in homes):
                lost.append(f"{path.relative_to(ROOT)}: {written}")
    return lost


# A name may be looked for in a module that only forwards to where it has gone.
@pytest.mark.filterwarnings("ignore:gisplan:DeprecationWarning")
@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_references_lead_somewhere(path: Path) -> None:
    assert unresolved(path) == []


def first_met() -> list[tuple[str, str]]:
    """Give the functions that a notebook's author meets first, by module and name."""
    met = []
    for home in FIRST_MET:
        module = importlib.import_module(home)
        named = getattr(module, "__all__", None) or [
            name
            for name, thing in vars(module).items()
            if not name.startswith("_") and getattr(thing, "__module__", "") == home
        ]
        met += [(home, name) for name in named if inspect.isfunction(getattr(module, name))]
    return met


@pytest.mark.parametrize(("home", "name"), first_met())
def test_what_is_met_first_has_an_example(home: str, name: str) -> None:
    assert ">>> " in (getattr(importlib.import_module(home), name).__doc__ or "")


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=module_of)
def test_examples_give_what_they_show(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where there is no workspace the shipped layers count.
    monkeypatch.chdir(tmp_path)
    told = doctest.testmod(importlib.import_module(module_of(path)))
    assert told.attempted > 0
    assert told.failed == 0
    assert not list(tmp_path.iterdir())


@pytest.mark.filterwarnings("ignore:gisplan:DeprecationWarning")
@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_names_given_out_are_there(path: Path) -> None:
    if path.name == "__main__.py":
        return
    module = importlib.import_module(module_of(path))
    assert [name for name in getattr(module, "__all__", ()) if not hasattr(module, name)] == []
