"""Size and time of one million points in each format, beside ``GeoDataFrame.to_file``.

CSV and XLSX are beside pandas' ``to_csv`` and ``to_excel``, the last without positions.

Run: ``python benchmarks/bench_export.py [ROWS [FORMAT ...]]``; the format ``postgis``, beside
``to_postgis``, only where named, into the schema ``gisplan_bench`` of the database that
``PGDATABASE`` and the other variables of libpq name. In the table of all benchmarks it has fewer
rows, and each side a process of its own. gisplan's times
include reading every row back, the flush to the disk and the replacing of the file; those of
``to_file`` end with the write.
"""

from __future__ import annotations

import sys
import tempfile
import time
import warnings
from functools import partial
from pathlib import Path
from typing import Any

import geopandas as gpd
import measure
import numpy as np
import pandas as pd

from gisplan import files
from gisplan.catalog.layer import Column, FileOrigin, Layer, LayerSpec, Source
from gisplan.formats import formats, geopackage
from gisplan.formats.prepared import Prepared
from gisplan.text import Text

DRIVERS = {
    "geojson": "GeoJSON",
    "geojsonseq": "GeoJSONSeq",
    "gpkg": "GPKG",
    "flatgeobuf": "FlatGeobuf",
    "kml": "LIBKML",
    "shapefile": "ESRI Shapefile",
}
ENDINGS = {"shapefile": ".shp", "flatgeobuf": ".fgb"}


def layer(rows: int) -> Layer:
    """Give random points of China, plainly synthetic."""
    rng = np.random.default_rng(0)
    word = Text("词", "word")
    kinds: dict[str, Any] = {
        "code": "text",
        "name_zh": "text",
        "count": "integer",
        "share": "number",
    }
    spec = LayerSpec(
        name="points",
        title=word,
        description=word,
        geometry="point",
        columns=tuple(Column(name=n, type=k, title=Text(n, n)) for n, k in kinds.items()),
        key=("code",),
        origin=FileOrigin(path=Path("points.csv")),
        sources=(Source(title=Text("synthetic", "synthetic")),),
        licence="CC0-1.0",
        vintage="synthetic",
        positions="none",
        path=Path("points.toml"),
    )
    code = pd.Series(np.arange(rows)).astype(str).astype("str")
    table = gpd.GeoDataFrame(
        {
            "code": code,
            "name_zh": "点位" + code,
            "count": pd.array(rng.integers(0, 10**6, rows), dtype="Int64"),
            "share": rng.uniform(0, 1, rows),
        },
        geometry=gpd.points_from_xy(rng.uniform(75, 130, rows), rng.uniform(18, 53, rows)),
        crs=4326,
    )
    return Layer(spec, table)


class Watch:
    """Time since it was made: on the wall, and of the processor, which others don't disturb."""

    def __init__(self) -> None:
        self.wall, self.cpu = time.perf_counter(), time.process_time()

    def __str__(self) -> str:
        return f"{time.perf_counter() - self.wall:.1f} | {time.process_time() - self.cpu:.1f}"


def size(path: Path) -> int:
    """Give the bytes of a file or a folder."""
    return sum(p.stat().st_size for p in ([path] if path.is_file() else path.iterdir()))


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    told = Prepared(layer=layer(rows))
    print(f"{rows:,} points")
    print("| format | gisplan, s | of the CPU | MB | to_file, s | of the CPU | MB |")
    print("|---|---|---|---|---|---|---|")
    warnings.simplefilter("ignore")
    for name in sys.argv[2:] or ("gpkg", *formats.FORMATS):
        if name == formats.POSTGIS:
            print(f"| `{name}` | {into_database(told)} |", flush=True)
            continue
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            watch = Watch()
            try:
                with files.batch(folder) as batch:
                    if name == "gpkg":
                        path = folder / "points.gpkg"
                        check = files.counted(rows, geopackage.count)
                        batch.add(path.name, lambda p: geopackage.write([told], p), check=check)
                    else:
                        kind = formats.FORMATS[name]
                        path = folder / f"points{kind.ending}"
                        check = files.counted(rows, kind.count)
                        batch.add(path.name, lambda p, k=kind: k.write(told, p), check=check)
                    batch.commit()
                ours = f"{watch} | {size(path) / 1e6:.0f}"
            except ValueError as error:
                ours = f"{type(error).__name__}: {str(error)[:60]} | | "
        print(f"| `{name}` | {ours} | {theirs(name, told.layer.table)} |", flush=True)


def into_database(told: Prepared) -> str:
    """Time a table of PostGIS, and the same with geopandas (needs SQLAlchemy and GeoAlchemy2)."""
    import psycopg
    import sqlalchemy

    from gisplan.formats import postgis

    schema = "gisplan_bench"
    watch = Watch()
    postgis.write([told], "", schema=schema)
    ours = str(watch)
    watch = Watch()
    engine = sqlalchemy.create_engine("postgresql+psycopg://")
    told.layer.table.to_postgis("theirs", engine, schema=schema)
    theirs = str(watch)
    with psycopg.connect("") as base:
        (size,) = base.execute(
            "SELECT ARRAY(SELECT pg_total_relation_size(format('gisplan_bench.%I', name))"
            " FROM unnest(ARRAY['points', 'theirs']) WITH ORDINALITY AS t(name, at) ORDER BY at)"
        ).fetchone() or ([0, 0],)
        base.execute("DROP SCHEMA gisplan_bench CASCADE")
    return f"{ours} | {size[0] / 1e6:.0f} | {theirs} | {size[1] / 1e6:.0f}"


def theirs(name: str, table: Any) -> str:
    """Time the same with geopandas."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "x"
        folder.mkdir()
        watch = Watch()
        path = folder / f"points{ENDINGS.get(name, f'.{name}')}"
        if name == "parquet":
            # with a box for each row, as ours has
            table.to_parquet(path, write_covering_bbox=True)
        elif name == "csv":
            table.to_csv(path, index=False)
        elif name == "xlsx":
            table.drop(columns="geometry").to_excel(path, index=False, engine="xlsxwriter")
        else:
            table.to_file(path, driver=DRIVERS[name])
        return f"{watch} | {size(folder) / 1e6:.0f}"


ROWS = 200_000


def our_side(name: str) -> dict:
    """Write one format with gisplan: rows counted back, flushed, put in place."""
    told = Prepared(layer=layer(ROWS))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)

        def job() -> Path:
            with files.batch(folder) as batch:
                if name == "gpkg":
                    path, count = folder / "points.gpkg", geopackage.count
                    write: Any = partial(geopackage.write, [told])
                else:
                    kind = formats.FORMATS[name]
                    path, count = folder / f"points{kind.ending}", kind.count
                    write = partial(kind.write, told)
                batch.add(path.name, write, check=files.counted(ROWS, count))
                batch.commit()
            return path

        taken, path = measure.timed(job, times=3)
        return {**taken, "mb": size(path) / 1e6}


def their_side(name: str) -> dict:
    """Write the same with geopandas."""
    table = layer(ROWS).table
    taken, words = measure.timed(lambda: theirs(name, table), times=3)
    return {**taken, "mb": float(words.rpartition("|")[2])}


def rows() -> list[measure.Row]:
    found = []
    peers = {
        "parquet": "GeoDataFrame.to_parquet, with boxes",
        "csv": "pandas to_csv",
        "xlsx": "pandas to_excel",
    }
    for name in (*DRIVERS, *peers):
        a = measure.side(__file__, "ours", name)
        b = measure.side(__file__, "theirs", name)
        found.append(
            measure.Row(
                what=f"Export of {ROWS:,} points: {name}",
                peer=peers.get(name, "GeoDataFrame.to_file"),
                ours=a,
                theirs=b,
                asked="not slower",
                met=b["cpu_s"] >= a["cpu_s"],
                result=f"{a['mb']:.0f} MB on disk, the peer {b['mb']:.0f}; every row counted back",
                packages=["geopandas", "pyogrio"],
            )
        )
    return found


if __name__ == "__main__":
    if sys.argv[1:2] in (["--side"], ["--json"]):
        measure.main({"ours": our_side, "theirs": their_side}, rows)
    else:
        main()
