"""Time an import beside plain pandas and geopandas: python benchmarks/bench_import.py.

A synthetic CSV with GCJ-02 points, declared counties, amounts in 万元 and credit codes is imported
into a workspace of its own (read, converted, placed, checked against the declared county, held
against the declaration, looked through for duplicates, written). Beside it, in the same run:
pandas.read_csv of the same file and geopandas.sjoin of its points with the counties.
"""

from __future__ import annotations

import resource
import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
from measure import Row, main, side, timed

from gisplan.api.importing import ImportOptions, import_file
from gisplan.catalog import workspace
from gisplan.places.crs import from_wgs84
from gisplan.places.locate import Locator

COUNT = 1_000_000
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


def ours(root: str, path: str) -> dict:
    """Import the file; the peak is of the importing and the reading process together."""
    place = workspace.create(Path(root))
    options = ImportOptions(datum="gcj02")
    taken, report = timed(
        lambda: import_file(Path(path), layer="enterprises", place=place, options=options)
    )
    reading = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {**taken, "rows": report.used, "reading_mb": reading}


def theirs(path: str) -> dict:
    """Read and join with pandas and geopandas alone."""

    def job() -> int:
        table = pd.read_csv(path)
        counties = gpd.read_file(COUNTIES)
        points = gpd.GeoDataFrame(
            table, geometry=gpd.points_from_xy(table["经度"], table["纬度"], crs=4326)
        )
        given = counties[["adcode", "geometry"]]
        return len(points.sjoin(given, how="left", predicate="intersects"))

    taken, count = timed(job)
    return {**taken, "rows": count}


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "rows.csv"
        synthetic(path, COUNT)
        a = side(__file__, "ours", str(Path(name) / "own"), str(path))
        b = side(__file__, "theirs", str(path))
    return [
        Row(
            what=f"Import of {COUNT:,} rows with GCJ-02 points",
            peer="pandas.read_csv + geopandas.sjoin, which convert and check nothing",
            ours=a,
            theirs=b,
            asked="12 s and 1 GB",
            met=a["seconds"] <= 12 and a["peak_mb"] <= 1000 / 1.048576,
            result=f"{a['rows']:,} rows used; the peer {b['rows']:,}",
            packages=["pandas", "geopandas"],
        )
    ]


if __name__ == "__main__":
    main({"ours": ours, "theirs": theirs}, rows)
