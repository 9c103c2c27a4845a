"""Time an import beside plain pandas and geopandas: python benchmarks/bench_import.py [rows].

A synthetic CSV with GCJ-02 points, declared counties, amounts in 万元 and credit codes is imported
into a workspace of its own (read, converted, placed, checked against the declared county, held
against the declaration, looked through for duplicates, written). Beside it, in the same run:
pandas.read_csv of the same file and geopandas.sjoin of its points with the counties.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan import workspace
from gisplan.crs import from_wgs84
from gisplan.importing import ImportOptions, import_file
from gisplan.locate import Locator

COUNTIES = Path(__file__).parents[1] / "data" / "boundaries" / "counties.geojson"


def synthetic(path: Path, count: int) -> None:
    """Write the table: points spread over the province, each with the county it lies in."""
    counties = gpd.read_file(COUNTIES)
    west, south, east, north = counties.total_bounds
    random = np.random.default_rng(2018)
    lon, lat = random.uniform(west, east, 5 * count), random.uniform(south, north, 5 * count)
    county = Locator.from_counties(counties).locate(lon, lat)["county"]
    inside = np.flatnonzero(county.notna())[:count]
    x, y = from_wgs84(lon[inside], lat[inside], datum="gcj02")
    names = dict(zip(counties["adcode"], counties["name_zh"], strict=True))
    digits = random.integers(0, 10**9, len(inside))
    pd.DataFrame(
        {
            "企业名称": [f"合成企业{number:09}" for number in digits],
            "行政区划代码": county[inside].to_numpy(),
            "县区": county[inside].map(names).to_numpy(),
            "行业": random.choice(["节能", "环保", "资源综合利用"], len(inside)),
            "产值（万元）": random.integers(1, 10**6, len(inside)),
            "经度": np.round(x, 6),
            "纬度": np.round(y, 6),
        }
    ).to_csv(path, index=False)


def ours(root: Path, path: Path) -> tuple[int, float, float, float, float]:
    """Import the file, in a process of its own: rows, seconds, processor, and memory (GiB)."""
    place = workspace.create(root)
    begin, busy = time.perf_counter(), time.process_time()
    options = ImportOptions(datum="gcj02")
    report = import_file(path, layer="enterprises", place=place, options=options)
    seconds, busy = time.perf_counter() - begin, time.process_time() - busy
    own, reader = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    busy += reader.ru_utime + reader.ru_stime
    return report.used, seconds, busy, own.ru_maxrss / 1024**2, reader.ru_maxrss / 1024**2


def theirs(path: Path) -> tuple[int, float, float]:
    """Read and join with pandas and geopandas alone: rows, seconds, processor."""
    begin, busy = time.perf_counter(), time.process_time()
    table = pd.read_csv(path)
    counties = gpd.read_file(COUNTIES)
    points = gpd.GeoDataFrame(
        table, geometry=gpd.points_from_xy(table["经度"], table["纬度"], crs=4326)
    )
    joined = points.sjoin(counties[["adcode", "geometry"]], how="left", predicate="intersects")
    return len(joined), time.perf_counter() - begin, time.process_time() - busy


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as name, context.Pool(1, maxtasksperchild=1) as pool:
        path = Path(name) / "rows.csv"
        pool.apply(synthetic, (path, count))
        rows, seconds, busy, memory, reading = pool.apply(ours, (Path(name) / "own", path))
        _, plain, plain_busy = pool.apply(theirs, (path,))
    print(f"rows              {rows:>12,}")
    print(f"gisplan import    {seconds:12.2f} s  (processor {busy:.2f} s)")
    print(f"pandas + sjoin    {plain:12.2f} s  (processor {plain_busy:.2f} s)")
    print(f"ratio             {seconds / plain:12.2f}    (processor {busy / plain_busy:.2f})")
    print(f"peak memory       {memory:12.2f} GiB, of the reading process {reading:.2f} GiB")


if __name__ == "__main__":
    main()
