"""Time Locator.locate beside geopandas.sjoin: python benchmarks/bench_locate.py [points]."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import geopandas as gpd
import numpy as np

from gisplan.locate import Locator

COUNTIES = Path(__file__).parents[1] / "data" / "boundaries" / "counties.geojson"


def best_of(times: int, job):
    """Seconds of the fastest run, and its result."""
    runs = []
    for _ in range(times):
        begin = time.perf_counter()
        result = job()
        runs.append(time.perf_counter() - begin)
    return min(runs), result


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    counties = gpd.read_file(COUNTIES)
    west, south, east, north = counties.total_bounds
    random = np.random.default_rng(62)
    lon, lat = random.uniform(west, east, count), random.uniform(south, north, count)

    def ours():
        return Locator.from_counties(counties).locate(lon, lat)["county"]

    def theirs():
        points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat, crs="EPSG:4326"))
        joined = points.sjoin(counties[["adcode", "geometry"]], how="left", predicate="intersects")
        return joined["adcode"].groupby(level=0).min()

    seconds, found = best_of(3, ours)
    peer_seconds, peer_found = best_of(3, theirs)
    same = (found.fillna("") == peer_found.fillna("").to_numpy()).mean()
    print(f"points            {count:>12,}  ({found.notna().mean():.0%} inside)")
    print(f"Locator.locate    {seconds:12.2f} s")
    print(f"geopandas.sjoin   {peer_seconds:12.2f} s")
    print(f"ratio             {peer_seconds / seconds:12.1f}")
    print(f"same county       {same:12.4%}")


if __name__ == "__main__":
    main()
