"""Time Locator.locate beside geopandas.sjoin: python benchmarks/bench_locate.py."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
from measure import Row, main, side, timed

COUNTIES = Path(__file__).parents[1] / "data" / "boundaries" / "counties.geojson"
COUNT = 1_000_000


def points() -> tuple[gpd.GeoDataFrame, np.ndarray, np.ndarray]:
    counties = gpd.read_file(COUNTIES)
    west, south, east, north = counties.total_bounds
    random = np.random.default_rng(62)
    return counties, random.uniform(west, east, COUNT), random.uniform(south, north, COUNT)


def digest(codes: pd.Series) -> list[int]:
    """How many points lie in each county, which two answers are held against each other by."""
    number = pd.to_numeric(codes).fillna(0).astype("int64").to_numpy()
    return [int((number * np.arange(1, COUNT + 1) % 1_000_003).sum()), int((number > 0).sum())]


def ours() -> dict:
    from gisplan.places.locate import Locator

    counties, lon, lat = points()
    taken, found = timed(
        lambda: Locator.from_counties(counties).locate(lon, lat)["county"], times=3
    )
    return {**taken, "digest": digest(found)}


def theirs() -> dict:
    counties, lon, lat = points()

    def join() -> pd.Series:
        given = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat, crs="EPSG:4326"))
        joined = given.sjoin(counties[["adcode", "geometry"]], how="left", predicate="intersects")
        return joined["adcode"].groupby(level=0).min()

    taken, found = timed(join, times=3)
    return {**taken, "digest": digest(found)}


def rows() -> list[Row]:
    a, b = side(__file__, "ours"), side(__file__, "theirs")
    same = a["digest"] == b["digest"]
    return [
        Row(
            what=f"County of {COUNT:,} points",
            peer="geopandas.sjoin",
            ours=a,
            theirs=b,
            asked="seconds",
            met=a["seconds"] < 10 and same,
            result=f"{'the same' if same else 'NOT THE SAME'} county for every point",
            packages=["geopandas", "shapely"],
        )
    ]


if __name__ == "__main__":
    main({"ours": ours, "theirs": theirs}, rows)
