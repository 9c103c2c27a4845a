"""The walks of CONTRIBUTING.md, carried out as they stand there."""

from __future__ import annotations

import importlib.util
import json
import re
import textwrap
from pathlib import Path

import geopandas as gpd
import pytest

from gisplan.analysis import methods
from gisplan.api import load
from gisplan.catalog import analyses, workspace
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import build
from gisplan.pipeline.report import BuildReport
from tests.seeded import seed

TEXT = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")


def blocks(directive: str) -> dict[str, str]:
    """Give the code blocks that carry a directive, by the file that they name."""
    pattern = rf"<!-- {directive}: (\S+) -->\n *```\w*\n(.*?)\n *```"
    return {
        name: textwrap.dedent(body) + "\n" for name, body in re.findall(pattern, TEXT, re.DOTALL)
    }


def test_add_a_layer(built: tuple[Workspace, BuildReport], tmp_path: Path) -> None:
    place = seed(workspace.create(tmp_path / "mine"), built[0])
    for name, body in blocks("file").items():
        if name.startswith("layers/water"):
            (place.root / name).write_text(body, encoding="utf-8")
    for name, body in blocks("append").items():
        with (place.root / name).open("a", encoding="utf-8") as file:
            file.write("\n" + body)
    report = build.build(place)
    assert not report.problems
    found = json.loads((place.exports / "water_plants_placed.geojson").read_bytes())["features"]
    assert [f["properties"]["precision"] for f in found] == ["county", "county"]
    assert [f["properties"]["capacity"] for f in found] == [12.5, None]
    assert "示例水厂甲（虚构）" in (place.rendered / "overview.html").read_text(encoding="utf-8")


def test_add_an_analysis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyses, "_noted", noted := dict(analyses._noted))
    monkeypatch.setattr(methods, "NOTED", noted)
    walk = blocks("file")
    (tmp_path / "density.py").write_text(
        walk["gisplan/analysis/tables/density.py"], encoding="utf-8"
    )
    spec = importlib.util.spec_from_file_location("density", tmp_path / "density.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    place = workspace.create(tmp_path / "mine")
    name = "layers/county_density.toml"
    (place.root / name).write_text(walk[name], encoding="utf-8")
    table = load.load_layer("county_density", place=place).table
    assert isinstance(table, gpd.GeoDataFrame)
    # the most crowded county of the province by far is the heart of its capital
    assert table.loc[table["density"].idxmax(), "adcode"] == "620102"
