"""Large layers written as a stream: never more of the layer in memory than one chunk.

Each chunk is a GeoParquet file of its own. The other formats are written from these, batch after
batch.
"""

from __future__ import annotations

import csv
import math
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pyogrio
import shapely

from gisplan.catalog.layer import Layer, LayerSpec
from gisplan.escape import inert_rows
from gisplan.formats import geoparquet
from gisplan.formats.csv_lines import csv_lines
from gisplan.formats.datums import CRS_CODES, Datum
from gisplan.formats.feature_lines import feature_lines
from gisplan.formats.prepared import GEOMETRY, Prepared
from gisplan.formats.sheets import free_name
from gisplan.formats.transform import in_datum

_BATCH = 65_536
Bounds = tuple[float, float, float, float]


def part_bytes(layer: Layer, *, datum: Datum) -> tuple[bytes, Bounds]:
    """Give one chunk of a layer as GeoParquet 1.1, as :mod:`gisplan.formats.geoparquet` writes it.

    Parameters
    ----------
    layer : Layer
        In EPSG:4326.
    datum : {"wgs84", "gcj02"}
        What the coordinates are to be in.

    Returns
    -------
    tuple of bytes and Bounds
        Content of the file; and west, south, east and north, NaN without a row.
    """
    item = Prepared(layer=in_datum(layer, datum=datum), datum=datum)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "part.parquet"
        geoparquet.write(item, path)
        content = path.read_bytes()
    shapes = item.layer.table.geometry.to_numpy()
    if not len(shapes):
        return content, (math.nan, math.nan, math.nan, math.nan)
    west, south, east, north = (float(side) for side in shapely.total_bounds(shapes))
    return content, (west, south, east, north)


@dataclass(frozen=True, slots=True, kw_only=True)
class Streamed:
    """A layer in parts, ready to be written in another format.

    Attributes
    ----------
    spec : LayerSpec
        Its declaration.
    parts : sequence of pathlib.Path
        GeoParquet files, in order.
    datum : {"wgs84", "gcj02"}
        What the coordinates are in.
    """

    spec: LayerSpec
    parts: Sequence[Path]
    datum: Datum

    def batches(self) -> Iterator[pa.RecordBatch]:
        """Give attributes and points, some rows at a time."""
        columns = [*self.spec.column_names, GEOMETRY]
        for path in self.parts:
            with pq.ParquetFile(path) as file:
                yield from file.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False)


def write_csv(layer: Streamed, path: Path) -> None:
    """Write as CSV, cell for cell as :func:`gisplan.formats.sheets.write` means it.

    Parameters
    ----------
    layer : Streamed
        The layer in parts.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    OSError
        If it can't be written.
    """
    names = list(layer.spec.column_names)
    lon = free_name("longitude", names)
    heads = [*names, lon, free_name("latitude", [*names, lon])]
    with path.open("wb") as file:
        file.write(inert_rows(heads, ()))
        for batch in layer.batches():
            points = shapely.from_wkb(batch.column(GEOMETRY).to_numpy(zero_copy_only=False))
            degrees = [
                pa.array(of(points), from_pandas=True) for of in (shapely.get_x, shapely.get_y)
            ]
            cells = [*(batch.column(name) for name in names), *degrees]
            if len(points):
                file.write(csv_lines([pa.chunked_array([column]) for column in cells]))


def write_flatgeobuf(layer: Streamed, path: Path) -> None:
    """Write as FlatGeobuf without its index, which would hold a box for each row in memory.

    Parameters
    ----------
    layer : Streamed
        The layer in parts.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError
        If it can't be written.
    """
    _write_vector(
        layer,
        path,
        driver="FlatGeobuf",
        layer_options={"SPATIAL_INDEX": "NO", "TITLE": layer.spec.title.zh},
    )


def write_geojsonseq(layer: Streamed, path: Path) -> None:
    """Write as GeoJSON, a feature a line, with six decimals of a degree.

    Parameters
    ----------
    layer : Streamed
        The layer in parts.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    OSError
        If it can't be written.
    """
    with path.open("wb") as file:
        for batch in layer.batches():
            rows = pa.Table.from_batches([batch])
            points = shapely.from_wkb(batch.column(GEOMETRY).to_numpy(zero_copy_only=False))
            if len(points):
                lines = feature_lines(rows.drop_columns(GEOMETRY), points, between="\n")
                file.writelines((lines, b"\n"))


def _write_vector(
    layer: Streamed,
    path: Path,
    *,
    driver: str,
    layer_options: Mapping[str, str],
) -> None:
    batches = layer.batches()
    first = next(batches)

    def every() -> Iterator[pa.RecordBatch]:
        yield first
        yield from batches

    with warnings.catch_warnings():
        # GCJ-02 has none that could be provided
        warnings.filterwarnings("ignore", message="'crs' was not provided")
        pyogrio.write_arrow(
            pa.RecordBatchReader.from_batches(first.schema, every()),
            path,
            driver=driver,
            layer=layer.spec.name,
            geometry_name=GEOMETRY,
            geometry_type="Point",
            crs=CRS_CODES[layer.datum],
            encoding="UTF-8",
            layer_options=dict(layer_options),
        )


def count_parts(folder: Path) -> int:
    """Read every row of a folder of parts and count them.

    Parameters
    ----------
    folder : Path
        Folder of GeoParquet files.

    Returns
    -------
    int
        Rows of all of them.
    """
    return sum(geoparquet.count(path) for path in sorted(folder.glob("*.parquet")))


def count_csv(path: Path) -> int:
    """Read every row below the heading of a CSV and count them, some at a time.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    int
        Rows; a cell with a line break does not make two.
    """
    options = pa_csv.ParseOptions(newlines_in_values=True)
    head = _first_head(path)
    # as text: what looks like numbers at first may not be so to the end
    texts = pa_csv.ConvertOptions(include_columns=[head], column_types={head: pa.string()})
    with pa_csv.open_csv(path, parse_options=options, convert_options=texts) as reader:
        return sum(batch.num_rows for batch in reader)


def _first_head(path: Path) -> str:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file))[0]


def count_features(path: Path) -> int:
    """Read every feature of a vector file and count them.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    int
        Features.
    """
    with pyogrio.open_arrow(path, use_pyarrow=True, batch_size=_BATCH) as (_, reader):
        return sum(batch.num_rows for batch in reader)
