"""Small GeoJSON read without GDAL is just what GDAL reads, or left to it."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import shapely
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gisplan.catalog import workspace
from gisplan.read import ReadOptions, guard, plain
from gisplan.read.part import Job, Part

SHIPPED = sorted((workspace.shipped() / "data" / "boundaries").glob("*.geojson"))
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=6),
    st.sampled_from(["2020-01-02", "12:30:00", "2020/1/2 10:00", " 2019-1", "3", ""]),
)
POSITION = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
SQUARE = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
SHAPES = st.one_of(
    POSITION.map(lambda at: {"type": "Point", "coordinates": at}),
    st.lists(POSITION, min_size=2, max_size=4).map(
        lambda line: {"type": "LineString", "coordinates": line}
    ),
    st.lists(POSITION, min_size=1, max_size=4).map(
        lambda some: {"type": "MultiPoint", "coordinates": some}
    ),
    st.sampled_from(
        [
            {"type": "Polygon", "coordinates": [SQUARE]},
            {"type": "Polygon", "coordinates": [SQUARE[:-1]]},
            {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE[::-1]]]},
            {"type": "MultiLineString", "coordinates": [SQUARE, SQUARE[:2]]},
            {"type": "Point", "coordinates": [1, 2, 3]},
            {"type": "GeometryCollection", "geometries": []},
            None,
        ]
    ),
)
ROWS = st.lists(
    st.tuples(st.fixed_dictionaries({"甲": CELLS}, optional={"b": CELLS}), SHAPES),
    min_size=1,
    max_size=4,
)


def job(path: Path) -> Job:
    return Job(path=path.absolute(), kind="GeoJSON", options=ReadOptions())


def require_same(one: Part, other: Part) -> None:
    mine, theirs = one.table, other.table
    assert mine.column_names == theirs.column_names
    for name in mine.column_names[:-1]:
        assert mine[name].type == theirs[name].type, name
        assert mine[name].to_pylist() == theirs[name].to_pylist(), name
    shapes = [shapely.from_wkb(table.columns[-1].to_pylist()) for table in (mine, theirs)]
    assert shapely.equals_exact(*shapes, tolerance=0).all()
    assert one.geometry == other.geometry
    assert list(one.rows) == list(other.rows)
    assert (one.name, one.crs) == (other.name, other.crs)
    assert [f.message for f in one.findings] == [f.message for f in other.findings]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_borders(path: Path) -> None:
    mine = plain.parse(job(path))
    assert mine is not None
    require_same(mine[0], guard.parse(job(path))[0])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=ROWS)
@example(rows=[({"b": 2**31}, {"type": "Point", "coordinates": [1, 2]})])
@example(rows=[({"b": -(2**31)}, {"type": "Point", "coordinates": [1, 2]})])
@example(rows=[({"b": None}, {"type": "Point", "coordinates": [1, 2]})] * 2)
@example(
    rows=[
        ({"b": 1}, {"type": "Point", "coordinates": [1, 2]}),
        ({"b": 1.5}, {"type": "Point", "coordinates": [1, 2]}),
    ]
)
def test_whatever_is_taken_is_what_gdal_reads(tmp_path: Path, rows: list[tuple[Any, Any]]) -> None:
    path = tmp_path / "t.geojson"
    members = [{"type": "Feature", "properties": p, "geometry": g} for p, g in rows]
    whole = {"type": "FeatureCollection", "features": members}
    # as it is, since GDAL loses what is escaped beyond the basic plane
    path.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    mine = plain.parse(job(path))
    if mine is not None:
        require_same(mine[0], guard.parse(job(path))[0])


@pytest.mark.parametrize(
    "properties",
    [{"a": "2020-01-02"}, {"a": "12:30:00"}, {"a": [1]}, {"a": {"b": 1}}, {"a": 2**64}, {}],
    ids=str,
)
def test_what_is_not_plain_is_left(tmp_path: Path, properties: dict[str, Any]) -> None:
    path = tmp_path / "t.geojson"
    point = {"type": "Point", "coordinates": [1, 2]}
    member = {"type": "Feature", "properties": properties, "geometry": point}
    for extra in ({}, {"crs": {"type": "name", "properties": {"name": "EPSG:4490"}}}):
        text = json.dumps({"type": "FeatureCollection", "features": [member], **extra})
        path.write_text(text, "utf-8")
        assert plain.parse(job(path)) is None


def test_a_bounded_file_takes_bounded_memory() -> None:
    data = b'{"type":"FeatureCollection","features":[' + b"[]," * (plain.SMALL // 3 - 20) + b"[]]}"
    assert len(data) <= plain.SMALL
    tracemalloc.start()
    try:
        json.loads(data)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 200 << 20
    assert pa.total_allocated_bytes() < 200 << 20
