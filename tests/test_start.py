"""What a command brings in before it does anything: modules are counted, not seconds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gisplan.catalog.workspace import Workspace
from gisplan.cli.commands import COMMANDS
from gisplan.pipeline.build import BuildReport

#: What reads, computes or draws tables; a start that brings in one of them is no longer light.
TABLES = frozenset(
    {"numpy", "pandas", "geopandas", "shapely", "pyproj", "pyarrow", "pyogrio", "rasterio"}
)
#: What solves, searches, draws or goes out to the network.
HEAVY = frozenset(
    {
        *("folium", "branca", "mapclassify", "matplotlib", "requests", "scipy", "sklearn"),
        *("highspy", "distributed", "esda", "libpysal", "xlsxwriter", "rapidfuzz", "pypinyin"),
        *("rasterio", "pyogrio", "psycopg"),
    }
)
_CHILD = """
import json, sys
before = set(sys.modules)
from gisplan.cli import main
try:
    code = main(sys.argv[2:])
except SystemExit as end:
    code = end.code
with open(sys.argv[1], "w") as file:
    json.dump(sorted(set(sys.modules) - before), file)
sys.exit(code)
"""


def brought_in(*words: str, cwd: Path, out: Path) -> set[str]:
    """Run a command in a process of its own; give the names of the modules it imported."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(out), *words], cwd=cwd, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return set(json.loads(out.read_text()))


def packages(modules: set[str]) -> set[str]:
    """Give the names before the first dot."""
    return {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize(("word", "most"), [("--version", 190), ("--help", 140)])
def test_version_and_help_bring_in_next_to_nothing(word: str, most: int, tmp_path: Path) -> None:
    found = brought_in(word, cwd=tmp_path, out=tmp_path / "modules")
    assert not packages(found) & (TABLES | HEAVY | {"rich"})
    assert len(found) <= most
    assert not any(name.startswith(("gisplan.pipeline", "gisplan.analysis")) for name in found)


def test_listing_layers_brings_in_no_tables(built: tuple[Workspace, BuildReport]) -> None:
    place, _ = built
    out = place.root / "modules"
    found = brought_in("layers", cwd=place.root, out=out)
    assert not packages(found) & (TABLES | HEAVY)
    assert len(found) <= 330


def test_a_build_with_nothing_to_do_brings_in_no_tables(
    built: tuple[Workspace, BuildReport],
) -> None:
    place, _ = built
    out = place.root / "modules"
    found = brought_in("build", cwd=place.root, out=out)
    assert not packages(found) & (TABLES | HEAVY)
    assert not any(name.startswith("gisplan.analysis") for name in found)
    assert len(found) <= 350


def test_coverage_takes_what_is_built_and_brings_in_no_more_than_it_needs(
    built: tuple[Workspace, BuildReport],
) -> None:
    place, _ = built
    out = place.root / "modules"
    found = brought_in("coverage", cwd=place.root, out=out)
    assert not packages(found) & HEAVY
    assert not any(
        name.startswith(("gisplan.render", "gisplan.formats", "gisplan.analysis.siting"))
        for name in found
    )
    assert len(found) <= 1000


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_a_command_explains_itself_without_tables(command: str, tmp_path: Path) -> None:
    found = brought_in(command, "--help", cwd=tmp_path, out=tmp_path / "modules")
    assert not packages(found) & (TABLES | HEAVY)
