"""A plainly synthetic workspace: two square counties of one square prefecture."""

from __future__ import annotations

import json
from pathlib import Path

from gisplan.catalog.workspace import Workspace, find

COUNTIES = """\
title = { zh = "方格县", en = "Square counties" }
geometry = "polygon"
key = ["adcode"]
vintage = "synthetic"
licence = "CC0-1.0"
positions = "surveyed"
[from]
file = "squares.geojson"
[[sources]]
title = "made by the tests"
[columns.adcode]
type = "adcode"
title = "code"
required = true
[columns.name_zh]
type = "text"
title = "name"
"""

FIGURES = """\
title = "Figures"
geometry = "none"
key = ["adcode"]
vintage = "synthetic"
licence = "CC0-1.0"
positions = "none"
[from]
file = "figures.csv"
[[sources]]
title = "made by the tests"
[columns.adcode]
type = "adcode"
title = "code"
[columns.residents]
type = "integer"
title = "residents"
unit = { zh = "人", en = "persons" }
minimum = 0
"""

JOINED = """\
title = "Counties with figures"
[from]
analysis = "attach"
inputs = { regions = "squares", figures = "figures" }
parameters = { columns = ["residents"] }
"""

MAP = """\
title = { zh = "小图", en = "Small map" }
[[groups]]
title = { zh = "组", en = "Group" }
[[groups.layers]]
layer = "joined"
popup = ["name_zh", "residents"]
style = { kind = "choropleth", column = "residents", scheme = "breaks", breaks = [15.0] }
"""

FIGURES_CSV = "adcode,residents\n990101,10\n990102,20\n"


def square(west: float, south: float, side: float = 1.0) -> list[list[list[float]]]:
    """Give the coordinates of a square, counter-clockwise."""
    east, north = west + side, south + side
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def squares() -> dict[str, object]:
    """Give the two counties as GeoJSON."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"adcode": code, "name_zh": name},
                "geometry": {"type": "Polygon", "coordinates": square(west, 35.0)},
            }
            for code, name, west in (("990101", "甲县", 100.0), ("990102", "乙县", 101.0))
        ],
    }


def workspace_files(root: Path) -> None:
    """Write the workspace's files."""
    (root / "layers").mkdir(parents=True)
    (root / "maps").mkdir()
    (root / "gisplan.toml").write_text('language = "zh"\n', encoding="utf-8")
    for name, content in (("squares", COUNTIES), ("figures", FIGURES), ("joined", JOINED)):
        (root / "layers" / f"{name}.toml").write_text(content, encoding="utf-8")
    (root / "layers" / "figures.csv").write_text(FIGURES_CSV, encoding="utf-8")
    content = json.dumps(squares(), ensure_ascii=False)
    (root / "layers" / "squares.geojson").write_text(content, encoding="utf-8")
    (root / "maps" / "small.toml").write_text(MAP, encoding="utf-8")


def workspace(root: Path) -> Workspace:
    """Make the workspace."""
    workspace_files(root)
    return find(root)
