"""Tables against their declarations: nothing is lost or altered without being said."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, Polygon

from gisplan.catalog.layer import Column, ColumnType, FileOrigin, LayerSpec, Source
from gisplan.errors import DataError, FileError
from gisplan.read import read
from gisplan.read.validate import conform
from gisplan.text import Text

WORD = Text("词", "word")


def column(name: str, kind: ColumnType, **rules: object) -> Column:
    return Column(name=name, type=kind, title=WORD, **rules)  # type: ignore[arg-type]


def spec(*columns: Column, geometry: str = "none", **rules: object) -> LayerSpec:
    given: dict[str, object] = {
        "name": "tried",
        "title": WORD,
        "description": WORD,
        "geometry": geometry,
        "columns": columns,
        "key": (columns[0].name,),
        "origin": FileOrigin(path=Path("tried.csv")),
        "sources": (Source(title=Text("made by the tests", "made by the tests")),),
        "licence": "CC0-1.0",
        "vintage": "synthetic",
        "positions": "none",
        "path": Path("tried.toml"),
    }
    return LayerSpec(**(given | rules))  # type: ignore[arg-type]


def table(**columns: list[object]) -> pd.DataFrame:
    length = len(next(iter(columns.values())))
    return pd.DataFrame(columns, index=range(2, 2 + length), dtype=object)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("integer", ["0", "-12", "999999999999999999"], ["1.5", "1e3", "１２", "1,000", "x"]),
        ("number", ["0", "-1.5", "1e3", ".5"], ["1e400", "nan", "Infinity", "0x10", "1 000"]),
        ("boolean", ["true", "FALSE"], ["yes", "1", "是"]),
        ("date", ["2018-06-02"], ["2018-13-01", "2018/06/02", "June 2018", "20180602"]),
        ("adcode", ["620000", "659012"], ["62000", "062000", "6200000", "62000a"]),
    ],
)
def test_types(kind: ColumnType, good: list[str], bad: list[str]) -> None:
    raw = table(id=[str(i) for i in range(len(good + bad))], value=[*good, *bad])
    done = conform(raw, spec(column("id", "text"), column("value", kind)), file="tried.csv")
    assert len(done.table) == len(good)
    assert list(done.set_aside["value"]) == bad
    assert [p.value for p in done.problems] == bad
    assert [p.row for p in done.problems] == list(range(2 + len(good), 2 + len(good + bad)))
    assert {p.column for p in done.problems} == {"value"}
    assert all(p.set_aside for p in done.problems)
    if kind == "integer":
        assert [int(v) for v in done.table["value"]] == [int(v) for v in good]


def test_bounds_values_and_required() -> None:
    rules = spec(
        column("id", "text", required=True),
        column("size", "number", minimum=0.0, maximum=10.0),
        column("kind", "text", values=("a", "b")),
    )
    raw = table(
        id=["1", "2", "3", "4", ""],
        size=["0", "-1", "11", "", "5"],
        kind=["a", "a", "b", "c", ""],
    )
    done = conform(raw, rules, file="tried.csv")
    assert list(done.table["id"]) == ["1"]
    assert {(p.row, p.column) for p in done.problems} == {
        (3, "size"),
        (4, "size"),
        (5, "kind"),
        (6, "id"),
    }


def test_a_stray_blank_is_a_reported_repair() -> None:
    raw = table(id=["1", "2 "])
    done = conform(raw, spec(column("id", "text")), file="tried.csv")
    (problem,) = done.problems
    assert list(done.table["id"]) == ["1", "2"]
    assert (problem.row, problem.value, problem.set_aside) == (3, "2 ", False)
    assert list(raw["id"]) == ["1", "2 "]


def test_a_column_that_is_not_declared_is_said() -> None:
    done = conform(table(id=["1"], extra=["x"]), spec(column("id", "text")), file="tried.csv")
    assert [(p.column, p.row) for p in done.problems] == [("extra", None)]
    assert list(done.table.columns) == ["id"]


def test_every_missing_column_is_said() -> None:
    with pytest.raises(DataError) as caught:
        conform(table(x=["1"]), spec(column("id", "text"), column("b", "text")), file="t.csv")
    assert [f.en for f in caught.value.faults] == [
        "t.csv: column id is missing",
        "t.csv: column b is missing",
    ]


@given(st.lists(st.text(alphabet="12.-+e nax", max_size=4), min_size=1, max_size=30))
def test_rows_in_are_rows_used_and_rows_set_aside(cells: list[str]) -> None:
    raw = table(id=[str(i) for i in range(len(cells))], value=list(cells))
    done = conform(
        raw, spec(column("id", "text"), column("value", "number", required=True)), file="t"
    )
    assert len(done.table) + len(done.set_aside) == len(cells)
    assert {p.row for p in done.problems if p.set_aside} == set(done.set_aside.index)
    assert done.table["value"].notna().all()


def test_a_bow_tie_is_mended_whole_and_said() -> None:
    # Two triangles of half a square degree each: buffer(0) would keep one of them.
    tie = Polygon([(100, 35), (101, 36), (101, 35), (100, 36)])
    raw = gpd.GeoDataFrame({"id": ["1"]}, geometry=[tie], crs=4326)
    done = conform(raw, spec(column("id", "text"), geometry="polygon"), file="t.geojson")
    assert isinstance(done.table, gpd.GeoDataFrame)
    assert done.table.geometry.is_valid.all()
    assert shapely.area(done.table.geometry.to_numpy()).sum() == pytest.approx(0.5)
    (problem,) = done.problems
    assert "not valid" in problem.message.en
    assert "km²" in problem.value
    assert "km²" in problem.action.en


def test_shapes_that_cannot_be_used_are_set_aside() -> None:
    shapes = [Point(100, 35), None, Point(200, 35), Polygon([(0, 0), (1, 0), (1, 1)]), Point()]
    raw = gpd.GeoDataFrame({"id": list("abcde")}, geometry=shapes, crs=4326)
    done = conform(raw, spec(column("id", "text"), geometry="point"), file="t.geojson")
    assert list(done.table["id"]) == ["a"]
    assert list(done.set_aside["id"]) == ["b", "c", "d", "e"]


def test_points_from_columns() -> None:
    origin = FileOrigin(path=Path("t.csv"), lon="x", lat="y")
    rules = spec(column("id", "text"), geometry="point", origin=origin, geometry_required=False)
    raw = table(id=list("abcd"), x=["103.8", "", "103.8", "x"], y=["36.1", "", "", "36"])
    done = conform(raw, rules, file="t.csv")
    assert isinstance(done.table, gpd.GeoDataFrame)
    assert list(done.table["id"]) == ["a", "b"]
    assert done.table.geometry[0] == Point(103.8, 36.1)
    assert done.table.geometry[1] is None
    assert [(p.row, p.column) for p in done.problems] == [(5, "x"), (4, "y")]


def test_the_line_of_a_row_is_the_files_own(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('id,note\n1,"two\nlines"\n\n2,x\n', encoding="utf-8-sig")
    assert list(read(path).index) == [2, 5]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("t.csv", b"a,a\n1,2\n", "named twice"),
        ("t.csv", b"", "can't be read"),
        ("t.csv", b"\xff\xff,b\n", "can't be read"),
        ("t.geojson", b"{", "can't be read"),
        ("t.geojson", b'<OGRVRTDataSource><OGRVRTLayer name="x"/></OGRVRTDataSource>', "can't"),
        ("t.doc", b"", "Word document"),
        ("t.qqq", b"", "unknown kind"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_message(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FileError, match=said):
        read(tmp_path / name)


def test_a_plus_before_a_number_is_read() -> None:
    raw = pd.DataFrame({"code": ["a", "b"], "n": ["+20", "-3"]}, dtype="str")
    told = conform(raw, spec(column("code", "text"), column("n", "integer")), file="tried.csv")
    assert told.table["n"].tolist() == [20, -3]
    assert told.problems == ()


def test_a_number_too_large_for_a_whole_one_is_set_aside() -> None:
    raw = pd.DataFrame({"code": ["a", "b", "c"], "n": [1e300, "9" * 40, 7]}, dtype=object)
    told = conform(raw, spec(column("code", "text"), column("n", "integer")), file="tried.csv")
    assert told.table["n"].tolist() == [7]
    assert len(told.set_aside) == 2
