"""Two siting scenarios of a plainly synthetic country beside each other: table, layers and map."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from gisplan.api import compare
from gisplan.catalog.workspace import Workspace, find
from gisplan.cli import main
from tests import rasters

#: One town a county, 90 km apart: none reaches the next.
PEOPLE = [100, 90, 80, 70]
UNITS = "adcode,level,parent\n990000,province,\n990100,prefecture,990000\n"
MAP = """\
title = { zh = "一排方格（虚构）", en = "A row of squares (made up)" }
[[groups]]
title = { zh = "县", en = "Counties" }
[[groups.layers]]
layer = "squares"
popup = ["name_zh"]
style = { kind = "outline" }
"""
LINE = "{},990101,depot,site,operating,2010,,,{},36\n"


def square(at: int) -> dict[str, object]:
    west, east = 101.5 + at, 102.5 + at
    ring = [[west, 35.5], [east, 35.5], [east, 36.5], [west, 36.5], [west, 35.5]]
    facts = {"adcode": f"99010{at + 1}", "level": "county", "name_zh": f"方格{at + 1}县（虚构）"}
    return {
        "type": "Feature",
        "properties": facts,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


@pytest.fixture
def country(tmp_path: Path) -> Workspace:
    """A row of four square counties, a town in each, one plant, candidates in three towns."""
    root = tmp_path / "row"
    layers = root / "layers"
    layers.mkdir(parents=True)
    (root / "gisplan.toml").write_text('language = "zh"\n', "utf-8")
    (root / "maps").mkdir()
    (root / "maps" / "row.toml").write_text(MAP, "utf-8")
    counties = {"type": "FeatureCollection", "features": [square(at) for at in range(4)]}
    (layers / "squares.geojson").write_text(json.dumps(counties), "utf-8")
    text = {name: rasters.number(name, kind="text") for name in ("id", "level", "name_zh")}
    code = {name: rasters.number(name, kind="adcode") for name in ("adcode", "parent")}
    counts = [rasters.number(name) for name in ("population",)]
    towns = [f"d{at},99010{at + 1},{102 + at},36,{some}\n" for at, some in enumerate(PEOPLE)]
    files = {
        "units": UNITS + "".join(f"99010{at + 1},county,990100\n" for at in range(4)),
        "towns": "id,adcode,lon,lat,population\n" + "".join(towns),
        "spots": "id,lon,lat\n" + "".join(f"c{at},{102 + at},36\n" for at in range(3)),
        "plants": rasters.SITES + LINE.format("s0", 102),
    }
    for name, content in files.items():
        (layers / f"{name}.csv").write_text(content, "utf-8")
    at = 'file = "{}.csv"\nlon = "lon"\nlat = "lat"'
    area = code["adcode"] + text["level"] + text["name_zh"]
    tree = code["adcode"] + text["level"] + code["parent"]
    here = text["id"] + code["adcode"] + "".join(counts)
    served = ("within_reach", "nearest_here", "only_here")
    parts = "".join(rasters.number(name, "derived = true\n") for name in served)
    reached = ("demand_total", "within_20", "beyond_20", "share_20", "sites_counted")
    shares = "".join(rasters.number(name, "derived = true\n") for name in reached)
    chosen = (
        'analysis = "suggest_sites"\n'
        'inputs = { candidates = "spots", demand = "towns", sites = "plants" }\n'
        "parameters = { reach_km = 20.0, year = 2020, new = 1 }"
    )
    covered = (
        'analysis = "service_by_region"\n'
        'inputs = { regions = "squares", demand = "towns", sites = "plants", units = "units" }\n'
        "parameters = { reaches_km = [20.0], year = 2020 }"
    )
    for name, origin, columns, geometry, key in (
        ("squares", 'file = "squares.geojson"', area, "polygon", "adcode"),
        ("units", 'file = "units.csv"', tree, "none", "adcode"),
        ("towns", at.format("towns"), here, "point", "id"),
        ("spots", at.format("spots"), text["id"], "point", "id"),
        ("plants", at.format("plants"), rasters.site_columns(), "point", "id"),
        ("chosen", chosen, text["id"] + parts, "point", "id"),
        ("covered", covered, area + shares, "polygon", "adcode"),
    ):
        rasters.declare(root, name, origin, columns, geometry=geometry, key=key)
    return find(root)


def declare(place: Workspace, name: str, body: str) -> None:
    folder = place.layers / "scenarios"
    folder.mkdir(exist_ok=True)
    head = f'title = {{ zh = "{name}（虚构）", en = "{name} (made up)" }}\n'
    (folder / f"{name}.toml").write_text(head + body, "utf-8")


def rows(place: Workspace, a: str, b: str, layer: str) -> set[tuple[str, str]]:
    cells = compare.compare(a, b, place=place).cells
    cells = cells[cells["layer"] == layer]
    return set(zip(cells["key"], cells["kind"], strict=True))


def test_another_number_of_sites_another_reach_another_network(country: Workspace) -> None:
    declare(country, "two", "[layers.chosen.parameters]\nnew = 2\n")
    declare(country, "wide", "[layers.chosen.parameters]\nreach_km = 95.0\n")
    declare(country, "built", '[layers.plants]\nmore = "built.csv"\n')
    extra = rasters.SITES + LINE.format("s1", 103)
    (country.layers / "scenarios" / "built.csv").write_text(extra, "utf-8")
    # the largest town without a plant is the second; then the third
    assert rows(country, "base", "two", "chosen") == {("c2", "added")}
    assert rows(country, "two", "base", "chosen") == {("c2", "removed")}
    # from the third, all that the plant does not reach lies within 95 km
    assert rows(country, "base", "wide", "chosen") == {("c1", "removed"), ("c2", "added")}
    assert rows(country, "base", "built", "chosen") == {("c1", "removed"), ("c2", "added")}
    cells = compare.compare("base", "built", place=country).cells
    gained = cells[(cells["layer"] == "covered") & (cells["column"] == "within_20")]
    assert gained[["key", "change"]].to_numpy().tolist() == [["990102", 90.0]]


def test_table_layers_and_map_are_written(
    country: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    declare(country, "two", "[layers.chosen.parameters]\nnew = 2\n")
    declare(country, "built", '[layers.plants]\nmore = "built.csv"\n')
    extra = rasters.SITES + LINE.format("s1", 103)
    (country.layers / "scenarios" / "built.csv").write_text(extra, "utf-8")
    assert main(["compare", "two", "built", "-C", str(country.root)]) == 0
    out = capsys.readouterr().out
    assert "two（虚构）" in out
    table = pd.read_csv(country.exports / "compare" / "two_built.csv", encoding="utf-8-sig")
    sites = table[table["layer"] == "chosen"]
    assert sites.loc[sites["kind"] == "removed", "key"].tolist() == ["c1"]
    saved = json.loads((country.exports / "compare/two_built_chosen.geojson").read_text("utf-8"))
    (gone,) = (f for f in saved["features"] if f["properties"]["kind"] == "removed")
    assert gone["geometry"]["coordinates"] == [103, 36]
    page = (country.rendered / "compare_two_built.html").read_text("utf-8")
    for words in ("covered（虚构）：差异", "chosen（虚构）：差异", "plants（虚构）：差异"):
        assert words in page
