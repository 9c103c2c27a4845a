"""A plainly synthetic country of twelve square counties, made by the generator of benchmarks/."""

from __future__ import annotations

import functools
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import shapely

from benchmarks import country
from gisplan.api import load
from gisplan.catalog.workspace import Workspace, find
from gisplan.pipeline.chunked import ChunkedAnalysis, Passed
from gisplan.pipeline.engines import Embedded, Execution

YEAR, REACHES = 2020, (30.0, 50.0, 100.0)
SUMS = ("employees", "output")


def squares() -> gpd.GeoDataFrame:
    """Twelve counties of one degree, in two prefectures of one province."""
    rows = [
        {
            "adcode": f"99{1 + x // 2:02d}{1 + (x % 2) * 3 + y:02d}",
            "name_zh": f"县{x}{y}",
            "level": "county",
            "parent": f"99{1 + x // 2:02d}00",
            "province": "990000",
            "city_zh": f"市{x // 2}",
            "province_zh": "省",
            "geometry": shapely.box(100 + x, 35 + y, 101 + x, 36 + y),
        }
        for x in range(4)
        for y in range(3)
    ]
    table = gpd.GeoDataFrame(rows, geometry="geometry", crs=4326)
    return table.sort_values("adcode", ignore_index=True)


def make(
    root: Path, *, enterprises: int = 3000, demand_points: int = 1200, group: int = 60
) -> Workspace:
    """Make the workspace; figures with digits that sums in another order would lose."""
    country.make(
        root, enterprises=enterprises, demand_points=demand_points, sites=14, table=squares()
    )
    for number, path in enumerate(sorted(root.rglob("county=*/*.parquet"))):
        frame = gpd.read_parquet(path)
        random = np.random.default_rng(number)
        frame["output"] = random.lognormal(3.0, 4.0, len(frame))
        frame.loc[frame.index % 7 == 3, "output"] = np.nan
        frame.to_parquet(path, row_group_size=group)
    return find(root)


@functools.cache
def asked(place: Workspace) -> dict[str, ChunkedAnalysis]:
    """The three analyses of the enterprises."""
    names = ("counties", "units", "network")
    tables = {k: v.table for k, v in load.load_layers(names, place=place).items()}
    regions, units, sites = (tables[name] for name in names)
    served = {"year": YEAR, "quantity": "employees"}
    return {
        "counted": ChunkedAnalysis(
            method="count_by_region",
            tables={"regions": regions, "units": units},
            parameters={"by": "industry", "values": country.INDUSTRIES, "sums": SUMS},
        ),
        "regions": ChunkedAnalysis(
            method="service_by_region",
            tables={"regions": regions, "units": units, "sites": sites},
            parameters={**served, "reaches_km": REACHES, "detour": 1.3},
        ),
        "sites": ChunkedAnalysis(
            method="sites_served",
            tables={"sites": sites},
            parameters={**served, "reach_km": 100.0, "detour": 1.3},
        ),
    }


def passed(place: Workspace, execution: Execution) -> Passed:
    """Go through the enterprises."""
    return load.go_through("enterprises", place=place, analyses=asked(place), execution=execution)


def chunked(rows: int) -> Execution:
    """In this process, in chunks of so many rows."""
    return Execution(engine=Embedded(), chunk_rows=rows)


def tables(found: Passed) -> dict[str, pd.DataFrame]:
    """The tables of what going through gave."""
    return {name: outcome.table for name, outcome in found.outcomes.items()}


def require_same(one: dict[str, pd.DataFrame], other: dict[str, pd.DataFrame]) -> None:
    """Hold tables against each other to the last digit."""
    assert one.keys() == other.keys()
    for name, table in one.items():
        pd.testing.assert_frame_equal(
            pd.DataFrame(table).reset_index(drop=True),
            pd.DataFrame(other[name]).reset_index(drop=True),
            check_exact=True,
        )


def whole(place: Workspace) -> gpd.GeoDataFrame:
    """All enterprises in memory, placed by another library."""
    paths = sorted((place.layers / "enterprises").rglob("*.parquet"))
    rows = pd.concat([gpd.read_parquet(path) for path in paths], ignore_index=True)
    counties = gpd.read_parquet(place.layers / "counties.parquet")[["adcode", "geometry"]]
    joined = rows.sjoin(counties, how="left", predicate="intersects")
    return joined.drop(columns="index_right")


def damage(path: Path, *, group: int) -> None:
    """Spoil the pages of one row group."""
    column = pq.read_metadata(path).row_group(group).column(0)
    start = column.dictionary_page_offset or column.data_page_offset
    content = bytearray(path.read_bytes())
    size = min(column.total_compressed_size, 400)
    content[start : start + size] = bytes(255 - b for b in content[start : start + size])
    path.write_bytes(bytes(content))
