"""Documentation fails the build when it drifts from what there is."""

from __future__ import annotations

import inspect
import re
import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

import gisplan
from docs import make_analyses, make_worth
from gisplan.analysis.methods import ANALYSES
from gisplan.analysis.plan.plan import TABLES
from gisplan.catalog import workspace
from gisplan.catalog.analyses import SPECS
from gisplan.cli.commands import COMMANDS
from gisplan.pipeline import catalogue as catalog

ROOT = Path(__file__).parent.parent
DOCS = sorted(
    [
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("*.md"),
        *ROOT.glob("data/**/*.md"),
        *ROOT.glob("examples/**/*.md"),
    ]
)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_command_is_in_both_readmes() -> None:
    for readme in ("README.md", "README.zh-CN.md"):
        for command in COMMANDS:
            assert f"`gisplan {command.name}" in text(readme)


def test_every_analysis_and_each_of_its_parameters_is_documented() -> None:
    lines = text("docs/layers.md").splitlines()
    for name, analysis in ANALYSES.items():
        (row,) = (line for line in lines if line.startswith(f"| `{name}` |"))
        for parameter in inspect.signature(analysis.function).parameters.values():
            if parameter.kind is not inspect.Parameter.VAR_KEYWORD and parameter.name != SPECS:
                assert f"`{parameter.name}`" in row, (name, parameter.name)


def test_the_pages_of_analyses_are_made_from_what_stands_beside_the_functions() -> None:
    assert text("docs/analyses.md") == make_analyses.page()
    assert text("docs/layers.md") == make_analyses.layers_page(text("docs/layers.md"))


def test_the_worth_of_figures_is_told_as_the_layers_have_it() -> None:
    assert text("docs/figures-and-their-worth.md") == make_worth.page()


def test_every_table_of_the_plan_is_documented() -> None:
    told = text("docs/plan.md")
    for name in TABLES:
        assert f"`plan_{name}`" in told


def test_every_document_is_in_the_index() -> None:
    index = text("docs/index.md")
    for path in ROOT.glob("docs/*.md"):
        assert path.name == "index.md" or f"]({path.name})" in index


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (path.parent / target).exists(), target


#: Pages that have no other half: of both languages, or made of docstrings.
ENGLISH_ALONE = {"glossary.md", "analyses.md", "figures-and-their-worth.md"}
#: Chinese pages that tell what the English one tells in fewer sections; their commands are run too.
SHORTER = {"desk.md", "index.md", "siting.md"}


def shape_of(page: Path) -> tuple[list[str], list[str]]:
    """Give the levels of a page's headings, one after the other, and the kinds of its blocks."""
    text = page.read_text(encoding="utf-8")
    words = re.sub(r"^ *```.*?^ *```", "", text, flags=re.DOTALL | re.MULTILINE)
    levels = re.findall(r"^(#+) ", words, re.MULTILINE)
    return levels, re.findall(r"^ *```(\w+)$", text, re.MULTILINE)


@pytest.mark.parametrize("path", sorted(ROOT.glob("docs/*.md")), ids=lambda path: path.name)
def test_each_page_has_its_other_half_in_chinese(path: Path) -> None:
    other = path.parent / "zh" / path.name
    if path.name in ENGLISH_ALONE:
        assert not other.exists()
        return
    assert f"](zh/{path.name})" in text(f"docs/{path.name}")
    assert f"](../{path.name})" in text(f"docs/zh/{path.name}")
    if path.name in SHORTER:
        assert shape_of(path) != shape_of(other), "it need not be named here any more"
    else:
        assert shape_of(path) == shape_of(other)


def is_there(dotted: str) -> bool:
    """Tell whether a dotted name leads to a package, a module or a member of one."""
    module, _, member = dotted.rpartition(".")
    try:
        return find_spec(dotted) is not None or hasattr(import_module(module), member)
    except ModuleNotFoundError:
        return is_there(module) and "." in module  # a member of a class


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_that_documents_name_are_there(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    if path.name == "CHANGELOG.md":
        return  # it tells of names as they were
    for dotted in re.findall(r"\bgisplan(?:\.\w+)+", words):
        if dotted not in {"gisplan.toml"}:
            assert is_there(dotted), dotted
    for name in re.findall(r"`(gisplan/[\w/]+\.py)`", words):
        assert (ROOT / name).exists() or f"<!-- file: {name} -->" in words, name


def test_the_architecture_is_one_screen_and_names_every_package() -> None:
    words = text("docs/architecture.md")
    assert len(words.splitlines()) <= 80
    for folder in (ROOT / "gisplan").iterdir():
        if (folder / "__init__.py").exists():
            assert f"| `{folder.name}` |" in words, folder.name


def test_public_functions_have_parameters_and_returns_documented() -> None:
    for name in gisplan.__all__:
        member = getattr(gisplan, name)
        words = inspect.getdoc(member) or ""
        assert words, name
        if inspect.isfunction(member):
            assert "Returns" in words, name
            for parameter in inspect.signature(member).parameters:
                assert parameter in words, (name, parameter)


def test_the_layers_of_the_readme_exist() -> None:
    listed = catalog.load(workspace.find(workspace.shipped())).layers
    for name in re.findall(r'load_layer\("(\w+)"\)', text("README.md")):
        assert name in listed


def test_what_is_required_is_used() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    code = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "gisplan").rglob("*.py"))
    for requirement in project["dependencies"]:
        name = re.split(r"[><=\[]", requirement)[0].replace("-", "_")
        assert ">=" in requirement
        used = rf'^\s*(import|from) {name}\b|engine="{name}"'
        assert re.search(used, code, re.MULTILINE), name
