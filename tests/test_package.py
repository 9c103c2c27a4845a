"""The wheel, installed elsewhere, does the main job from an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], folder)
    (path,) = folder.glob("*.whl")
    return path


def run(words: list[str], folder: Path) -> str:
    # PIP_*: an environment of the caller's may hide packages from a build of its own
    done = subprocess.run(
        words,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": ""},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_the_layers_and_no_results(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "gisplan/_bundled/layers/counties.toml",
        "gisplan/_bundled/data/boundaries/counties.geojson",
        "gisplan/_bundled/data/context/roads.geojson",
        "gisplan/_bundled/maps/overview.toml",
        "gisplan/_bundled/examples/empty/maps/overview.toml",
        "gisplan/_bundled/examples/ningxia/layers/counties.toml",
        "gisplan/serve/templates/frame.html",
        "gisplan/serve/assets/desk.css",
        "gisplan/py.typed",
        "gisplan/render/web/assets/leaflet.js",
        "gisplan/render/web/assets/page.bundle.js",
    ):
        assert name in names
    assert not [n for n in names if "rendered" in n or "__pycache__" in n or n.startswith("tests")]
    assert {n.split("/")[0].split("-")[0] for n in names} == {"gisplan"}
    # Of the page's script the bundle alone, and the plain scripts of the office.
    assert {Path(n).name for n in names if n.endswith((".js", ".json"))} <= {
        "leaflet.js",
        "page.bundle.js",
        "evaluate.bundle.js",
        "desk.js",
        "table.js",
    }


@pytest.mark.slow
def test_installed_elsewhere_it_does_the_main_job(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", symlinks=os.name != "nt")
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    # compiled as it is imported, and not all of it before
    into = ["--python", str(scripts / "python"), "install", "--quiet", "--no-compile"]
    run([sys.executable, "-m", "pip", *into, str(wheel)], tmp_path)
    folder = tmp_path / "empty"
    folder.mkdir()
    told = run([str(scripts / "gisplan"), "build"], folder)
    assert "overview.html" in told
    assert (folder / "maps" / "rendered" / "overview.html").stat().st_size > 100_000
    assert (folder / "exports" / "counties.geojson").is_file()
    assert {p.name for p in folder.iterdir()} == {"maps", "exports", ".gisplan"}
