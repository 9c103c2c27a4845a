"""A map page beside ``GeoDataFrame.explore``: python benchmarks/bench_page.py.

The shipped counties with their residents, and 10,000 synthetic points with 8 attributes. The page
of gisplan holds all its scripts; that of explore fetches them from five hosts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
from measure import Row, main, side, timed

COUNTIES = Path(__file__).parents[1] / "data" / "boundaries" / "counties.geojson"
POINTS = 10_000


def table(kind: str) -> gpd.GeoDataFrame:
    rng = np.random.default_rng(7)
    if kind == "counties":
        found = gpd.read_file(COUNTIES)
        return found.assign(people=rng.integers(20_000, 900_000, len(found)))
    columns: dict[str, Any] = {
        "id": [f"E{at:05d}" for at in range(POINTS)],
        "name_zh": [f"合成第{at}号设备有限公司" for at in range(POINTS)],
        "name_en": [f"Synthetic Equipment Company No. {at}" for at in range(POINTS)],
        "industry": rng.choice(["energy_saving", "environmental"], POINTS),
        "address": [f"第{at % 80}镇{at}号" for at in range(POINTS)],
        "people": rng.integers(5, 3000, POINTS),
        "output": np.round(rng.lognormal(2, 1, POINTS), 2),
        "year": rng.integers(1990, 2021, POINTS),
    }
    places = gpd.points_from_xy(rng.uniform(93, 108, POINTS), rng.uniform(33, 42, POINTS))
    return gpd.GeoDataFrame(columns, geometry=places, crs=4326)


def ours(kind: str) -> dict:
    from gisplan.catalog.layer import Column, FileOrigin, Layer, LayerSpec, Source
    from gisplan.catalog.map import MapGroup, MapLayer, MapSpec, Style
    from gisplan.render.web import webmap
    from gisplan.text import Text

    given = table(kind)
    word, kinds = Text("合成", "synthetic"), {"i": "integer", "f": "number"}
    names = [name for name in given.columns if name != "geometry"]
    columns = tuple(
        Column(name=n, type=kinds.get(given[n].dtype.kind, "text"), title=Text(n, n)) for n in names
    )
    spec = LayerSpec(
        name="bench",
        title=word,
        description=word,
        geometry="polygon" if kind == "counties" else "point",
        columns=columns,
        key=(names[0],),
        origin=FileOrigin(path=Path("none")),
        sources=(Source(title=Text("synthetic", "synthetic")),),
        licence="CC0-1.0",
        vintage="2020",
        positions="digitised" if kind == "counties" else "site",
        path=Path("bench.toml"),
    )
    style = (
        Style(kind="choropleth", column="people") if kind == "counties" else Style(kind="points")
    )
    item = MapLayer(layer="bench", style=style, popup=tuple(names))
    page = MapSpec(
        name="bench",
        title=word,
        description=word,
        attribution=word,
        review_number="",
        groups=(MapGroup(title=word, layers=(item,)),),
        path=Path("bench.toml"),
    )
    taken, text = timed(lambda: webmap.render(page, {"bench": Layer(spec, given)}), times=2)
    return {**taken, "mb": len(text.encode()) / 1e6}


def theirs(kind: str) -> dict:
    given = table(kind)

    def job() -> str:
        column = "people" if kind == "counties" else None
        return given.explore(column=column, tiles=None).get_root().render()

    taken, text = timed(job, times=2)
    return {**taken, "mb": len(text.encode()) / 1e6}


def rows() -> list[Row]:
    found = []
    for kind, what in (("counties", "87 counties"), ("points", f"{POINTS:,} points")):
        a, b = side(__file__, "ours", kind), side(__file__, "theirs", kind)
        found.append(
            Row(
                what=f"Map page of {what}",
                peer="GeoDataFrame.explore",
                ours=a,
                theirs=b,
                result=f"page of {a['mb']:.1f} MB with its scripts; the peer's {b['mb']:.1f} MB "
                "without",
                packages=["geopandas", "folium"],
            )
        )
    return found


if __name__ == "__main__":
    main({"ours": ours, "theirs": theirs}, rows)
