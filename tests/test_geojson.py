"""GeoJSON by the rules of RFC 7946, checked on the bytes by rules written out here."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

from gisplan.catalog.layer import Layer
from gisplan.errors import DataError
from gisplan.formats import bulk_text, feature_lines
from gisplan.formats.geojson import to_geojson, to_geojsonseq
from gisplan.formats.metadata import to_sidecar
from tests.test_validate import column, spec

NAN = float("nan")


def layer(shapes: list[Any], kind: str = "polygon", **columns: Any) -> Layer:
    kinds = {"when": "date", "n": "integer", "x": "number", "yes": "boolean"}
    declared = [column(name, kinds.get(name, "text")) for name in columns]  # type: ignore[arg-type]
    table = gpd.GeoDataFrame(columns, geometry=shapes, crs=4326)
    return Layer(spec(*declared, geometry=kind), table)


def twice_the_area(ring: list[list[float]]) -> float:
    """Positive for a counter-clockwise ring (the shoelace formula)."""
    x, y = np.array(ring)[:, 0], np.array(ring)[:, 1]
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def check_rfc7946(content: bytes) -> dict[str, Any]:
    """Check a file against the RFC's demands on a writer; give it parsed."""
    text = content.decode("utf-8")
    assert not text.startswith("\ufeff")
    found = json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))
    assert found["type"] == "FeatureCollection"
    assert "crs" not in found
    bodies = "".join(re.findall(r'"coordinates":(.*)', text))
    assert not re.findall(r"\d\.\d{7,}", bodies)
    for feature in found["features"]:
        assert feature["type"] == "Feature"
        assert {"properties", "geometry"} <= set(feature)
        shape = feature["geometry"]
        if shape is None:
            continue
        whole = shapely.from_geojson(json.dumps(shape))
        assert whole.is_valid
        polygons = {"Polygon": [shape["coordinates"]], "MultiPolygon": shape["coordinates"]}
        for rings in polygons.get(shape["type"], []):
            assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)
            assert twice_the_area(rings[0]) > 0
            assert all(twice_the_area(hole) < 0 for hole in rings[1:])
    shapes = [f["geometry"] for f in found["features"] if f["geometry"]]
    if shapes:
        bounds = shapely.total_bounds(shapely.from_geojson([json.dumps(s) for s in shapes]))
        assert np.allclose(found["bbox"], bounds, atol=1e-6)
    return dict(found)


def test_every_type_and_a_null_of_each() -> None:
    told = layer(
        [Point(103.8, 36.1), None],
        kind="point",
        name=pd.array(["兰州 <b>\"'\\", None], dtype="str"),
        n=pd.array([7, None], dtype="Int64"),
        x=[1.5, NAN],
        yes=pd.array([True, None], dtype="boolean"),
        when=pd.to_datetime(["2018-06-02", None]).astype("datetime64[s]"),
    )
    content = to_geojson(told)
    first, second = (f["properties"] for f in check_rfc7946(content)["features"])
    assert first == {"name": "兰州 <b>\"'\\", "n": 7, "x": 1.5, "yes": True, "when": "2018-06-02"}
    assert set(second.values()) == {None}
    assert "兰州".encode() in content


def test_rings_are_turned_and_holes_kept() -> None:
    outer = [(0, 0), (0, 9), (9, 9), (9, 0)]
    wrong = Polygon(outer, [[(1, 1), (2, 1), (2, 2), (1, 2)]])
    found = check_rfc7946(to_geojson(layer([MultiPolygon([wrong])], name=["a"])))
    (rings,) = found["features"][0]["geometry"]["coordinates"]
    assert len(rings) == 2


def test_a_shape_that_rounding_would_break_is_valid_all_the_same() -> None:
    # a needle of 2 cm whose sides fold onto each other at six decimals
    needle = Polygon([(0, 0), (1, 0), (1, 1), (0.5, 2e-7), (0, 1)])
    rounded = shapely.transform(needle, lambda xy: np.round(xy, 6))
    assert not rounded.is_valid
    check_rfc7946(to_geojson(layer([needle], name=["a"])))


def test_a_shape_below_the_precision_is_an_error_not_a_loss() -> None:
    with pytest.raises(DataError, match="row 2"):
        to_geojson(layer([box(0, 0, 1, 1), box(0, 0, 1e-8, 1e-8)], name=["a", "b"]))


def test_a_table_has_no_geojson() -> None:
    table = Layer(spec(column("id", "text")), pd.DataFrame({"id": ["1"]}))
    with pytest.raises(DataError, match="is a table"):
        to_geojson(table)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(-179, 179),
            st.floats(-89, 89),
            st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")),
            st.one_of(st.floats(), st.sampled_from([0.1, 1e15, 2.0**53, 1e22, 5e-324])),
            st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1)),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_what_is_written_reads_back(rows: list[tuple[float, float, str, float, int]]) -> None:
    lon, lat, names, numbers, counts = zip(*rows, strict=True)
    told = layer(
        [Point(x, y) for x, y in zip(lon, lat, strict=True)],
        kind="point",
        name=pd.array(names, dtype="str"),
        x=np.array(numbers),
        n=pd.array(counts, dtype="Int64"),
    )
    content = to_geojson(told)
    found = check_rfc7946(content)["features"]
    cells = {name: [f["properties"][name] for f in found] for name in ("name", "x", "n")}
    assert cells["name"] == list(names)
    assert cells["x"] == [x if math.isfinite(x) else None for x in numbers]
    # so that a reader which looks at the first rows takes a whole number for no integer
    assert all(x is None or isinstance(x, float) for x in cells["x"])
    assert cells["n"] == list(counts)
    there = np.array([f["geometry"]["coordinates"] for f in found])
    assert np.abs(there - np.column_stack([lon, lat])).max() <= 0.51e-6
    assert b"-0.0," not in content


@pytest.mark.parametrize("block", [1, 300, 1 << 24])
def test_features_are_counted_and_damage_is_seen(
    block: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feature_lines, "_BLOCK", block)
    names = ["a,\n", '"},\n{', "c"] * 3
    told = layer([*[box(0, 0, 1, 1)] * 8, None], name=names)
    none = Layer(told.spec, told.table.iloc[:0])
    for write, count in (
        (to_geojson, feature_lines.count_collection),
        (to_geojsonseq, feature_lines.count_lines),
    ):
        path, content = tmp_path / "x", write(told)
        path.write_bytes(content)
        assert count(path) == 9
        for damaged in (content[:-40], content.replace(b'"c"', b'"c', 1)):
            path.write_bytes(damaged)
            assert count(path) == -1
        path.write_bytes(write(none))
        assert count(path) == 0


def test_runs_of_rows_put_together_are_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = [
        box(0, 0, 1, 1),
        None,
        Point(1, 1).buffer(1),
        Polygon(),
        MultiPolygon([box(3, 3, 4, 4)]),
    ]
    told = layer(shapes, name=["a", "b", "c", "d", "e"])
    whole = [to_geojson(told), to_geojsonseq(told)]
    monkeypatch.setattr(bulk_text, "_CORNERS", 7)
    monkeypatch.setattr(bulk_text, "_ROWS", 2)
    assert [to_geojson(told), to_geojsonseq(told)] == whole
    kinds = [f["geometry"] and f["geometry"]["type"] for f in json.loads(whole[0])["features"]]
    assert kinds == ["Polygon", None, "Polygon", "Polygon", "MultiPolygon"]


def test_the_sidecar_tells_columns_units_sources_and_licence(built: Any) -> None:
    place, _ = built
    for path in sorted(place.exports.glob("*.geojson")):
        told = json.loads(Path(str(path)[: -len(".geojson")] + ".meta.json").read_bytes())
        content = check_rfc7946(path.read_bytes())
        names = [c["name"] for c in told["columns"]]
        assert told["rows"] == len(content["features"])
        assert all(list(f["properties"]) == names for f in content["features"])
        assert told["licence"]
        assert told["sources"]
        assert all(c["title"]["zh"] and c["title"]["en"] for c in told["columns"])


def test_the_same_layer_gives_the_same_bytes() -> None:
    told = layer([box(0, 0, 1, 1)], name=["a"])
    assert to_geojson(told) == to_geojson(told)
    assert to_sidecar(told) == to_sidecar(told)
