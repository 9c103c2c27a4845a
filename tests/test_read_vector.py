"""Vector files of every kind: the same three places, whatever holds them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from shapely import Point

from gisplan.errors import FileError
from gisplan.read import ReadOptions, inspect, read, tables
from tests.filemaker import COLUMNS, PLACES, ROWS, frame, made

VECTOR = (".geojson", ".gpkg", ".shp", ".zip", ".kml", ".fgb", ".parquet")


def collection(*features: object, **members: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **members})


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


@pytest.mark.parametrize("ending", VECTOR)
def test_the_places_of_every_kind(tmp_path: Path, ending: str) -> None:
    path = made(tmp_path, ending)
    table = read(path)
    assert isinstance(table, gpd.GeoDataFrame)
    assert table.crs == 4326
    assert list(table.index) == [1, 2, 3]
    order = table.sort_values(COLUMNS[1])  # FlatGeobuf keeps its own, that of its index
    for at, name in enumerate(COLUMNS):
        assert [str(cell) for cell in order[name]] == [str(row[at]) for row in ROWS]
    assert shapely.equals_exact(order.geometry.to_numpy(), PLACES, 1e-9).all()
    assert any(table.found("crs") for table in tables(path))


def test_a_layer_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "t.gpkg"
    frame().to_file(path, layer="甲")
    frame().iloc[:1].to_file(path, layer="乙")
    assert [table.sheet for table in inspect(path).tables] == ["甲", "乙"]
    assert len(read(path, layer="乙")) == 1
    assert len(read(path, options=ReadOptions(layer="甲"))) == 3
    with pytest.raises(FileError, match="2 layers"):
        read(path)
    with pytest.raises(FileError, match="it has: 甲, 乙"):
        read(path, layer="丙")


def test_the_tables_that_a_gis_adds_are_not_mistaken_for_layers(tmp_path: Path) -> None:
    path = made(tmp_path, ".gpkg")
    style = pd.DataFrame({"styleName": ["x"]})
    pyogrio.write_dataframe(style, path, layer="layer_styles", append=True)
    assert len(tables(path)) == 2
    assert len(read(path)) == 3


@pytest.mark.parametrize("encoding", ["GB18030", "UTF-8"])
@pytest.mark.parametrize("cpg", [True, False])
def test_the_attributes_of_a_shapefile(tmp_path: Path, encoding: str, cpg: bool) -> None:
    path = tmp_path / "t.shp"
    frame().to_file(path, encoding=encoding)
    dbf = path.with_suffix(".dbf")
    data = bytearray(dbf.read_bytes())
    data[29] = 0  # the language byte
    dbf.write_bytes(data)
    if not cpg:
        path.with_suffix(".cpg").unlink()
    (raw,) = tables(path)
    assert raw.table[COLUMNS[0]].tolist() == [row[0] for row in ROWS]
    assert ("by the .cpg" if cpg else "detected") in raw.found("encoding")[0].message.en


def test_a_wrong_cpg_does_not_win(tmp_path: Path) -> None:
    path = tmp_path / "t.shp"
    frame().to_file(path, encoding="GB18030")
    path.with_suffix(".cpg").write_text("UTF-8")
    assert read(path)[COLUMNS[0]].tolist() == [row[0] for row in ROWS]


def test_files_that_belong_together_are_missed(tmp_path: Path) -> None:
    path = made(tmp_path, ".shp")
    path.with_suffix(".dbf").unlink()
    with pytest.raises(FileError, match=r"lacks \.dbf"):
        read(path)


def test_a_zip_of_several_shapefiles_with_names_in_gbk(tmp_path: Path) -> None:
    path = tmp_path / "t.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, rows in (("AA", 3), ("BB", 1)):
            frame().iloc[:rows].to_file(tmp_path / f"{name}.shp", encoding="GB18030")
            for part in sorted(tmp_path.glob(f"{name}.*")):
                archive.write(part, part.name)
    # as Windows writes names: GBK without saying so
    data = path.read_bytes().replace(b"AA.", "甲".encode("gbk") + b".")
    path.write_bytes(data)
    assert {raw.sheet: len(raw.table) for raw in tables(path)} == {"甲": 3, "BB": 1}


@pytest.mark.parametrize(
    ("crs", "used"), [("EPSG:4490", None), ("EPSG:4544", None), (None, "EPSG:4544")]
)
def test_other_coordinate_systems_are_converted(
    tmp_path: Path, crs: str | None, used: str | None
) -> None:
    path = tmp_path / "t.shp"
    moved = frame().to_crs(crs or used)
    moved.to_file(path)
    if crs is None:
        path.with_suffix(".prj").unlink()
        (raw,) = tables(path)
        assert raw.table.crs is None
        assert "no coordinate system" in raw.found("crs")[0].message.en
        with pytest.raises(FileError, match="names no coordinate system"):
            read(path)
    table = read(path, options=ReadOptions(crs=used))
    assert table.crs == 4326
    assert shapely.equals_exact(table.geometry.to_numpy(), PLACES, 1e-9).all()


def test_a_system_whose_description_is_not_whole_is_taken_by_its_code(tmp_path: Path) -> None:
    path = made(tmp_path, ".parquet")
    table = pq.read_table(path)
    geo = json.loads(table.schema.metadata[b"geo"])
    crs = {"type": "GeographicCRS", "name": "x", "id": {"authority": "EPSG", "code": 4490}}
    geo["columns"]["geometry"]["crs"] = crs
    pq.write_table(table.replace_schema_metadata({"geo": json.dumps(geo)}), path)
    (raw,) = tables(path)
    assert "China Geodetic" in raw.found("crs")[0].message.zh


def test_a_declared_system_wins_and_is_told(tmp_path: Path) -> None:
    path = made(tmp_path, ".gpkg")
    (raw,) = tables(path, options=ReadOptions(crs="EPSG:4490"))
    assert "as told; the file says EPSG:4326" in raw.found("crs")[0].message.en
    with pytest.raises(FileError, match="can't be used"):
        tables(path, options=ReadOptions(crs="EPSG:1"))


def test_a_row_without_geometry_stays_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.geojson"
    point = {"type": "Point", "coordinates": [103.8, 36.1]}
    features = [
        feature(point, n=1),
        feature(None, n=2),
        feature({"type": "Polygon", "coordinates": []}, n=3),
        feature({"type": "Nonsense", "coordinates": [1, 2]}, n=4),
        feature({"type": "Point", "coordinates": ["x"]}, n=5),
    ]
    path.write_text(collection(*features), encoding="utf-8")
    (raw,) = tables(path)
    assert raw.table["n"].tolist() == [1, 2, 3, 4, 5]
    assert sorted({row for f in raw.found("no_geometry") for row in f.rows}) == [2, 3, 4, 5]
    assert any("malformed" in f.message.en for f in raw.found("no_geometry"))


@pytest.mark.parametrize("number", ["1e400", "-1e400", "NaN", "Infinity"])
def test_coordinates_without_end_are_told_with_their_row(tmp_path: Path, number: str) -> None:
    path = tmp_path / "t.geojson"
    good = feature({"type": "Point", "coordinates": [103.8, 36.1]}, n=1)
    bad = feature({"type": "Point", "coordinates": [777, 36.1]}, n=2)
    path.write_text(collection(good, bad).replace("777", number), encoding="utf-8")
    try:
        (raw,) = tables(path)
    except FileError:
        return  # not JSON at all, to some versions of GDAL
    rows = [f.rows for kind in ("not_finite", "no_geometry") for f in raw.found(kind)]
    assert rows[0] == (2,)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (collection(feature(None), {"type": "Thing"}, 7), "rows 2, 3: no feature"),
        (
            collection(feature(None, a=1)).replace('"a": 1', '"a": 1, "b": 2, "a": 3'),
            r"row 1: a property is named twice \(a\)",
        ),
        ('{"type": "FeatureCollection"}', "“features” is missing"),
        ("[" * 100_000, "the content is not GeoJSON"),
        ('{"a":' * 100_000, "nested too deep"),
        (collection(feature(None))[:-9], "no complete JSON"),
        ('{"a": "\udc80"}', "not UTF-8"),
    ],
    ids=range(7),
)
def test_geojson_that_would_lose_rows_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "t.geojson"
    path.write_text(content, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(FileError, match=said):
        tables(path)


def test_a_deep_property_costs_no_row(tmp_path: Path) -> None:
    path = tmp_path / "t.geojson"
    deep = json.loads("[" * 500 + "]" * 500)
    path.write_text(collection(feature(None, a=deep), feature(None, a=1)), encoding="utf-8")
    assert len(read(path)) == 2


def test_kml_keeps_what_the_planner_wrote(tmp_path: Path) -> None:
    path = tmp_path / "t.kml"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2">'
        "<Document><NetworkLink><Link><href>http://127.0.0.1:9/x.kml</href></Link></NetworkLink>"
        "<Folder><name>甲</name><Placemark><name>一</name><ExtendedData><Data name='产值'>"
        "<value>5</value></Data><Data name='就业 &amp; c'><value>6</value></Data>"
        "<Data name='plain'><value>7</value></Data></ExtendedData>"
        "<Point><coordinates>103.8,36.1</coordinates></Point></Placemark><Placemark><name>二</name></Placemark></Folder></Document></kml>",
        encoding="utf-8",
    )
    (raw,) = [raw for raw in tables(path) if len(raw.table)]
    assert raw.sheet == "甲"
    assert raw.table["Name"].tolist() == ["一", "二"]
    got = {"产值": "5", "就业 & c": "6", "plain": "7"}
    assert raw.table.loc[1, list(got)].to_dict() == got
    assert raw.table.geometry[1].equals(Point(103.8, 36.1))
    assert not raw.table.has_z.any()
    assert raw.found("no_geometry")[0].rows == (2,)


def test_a_geopackage_that_is_open_elsewhere_is_not_half_read(tmp_path: Path) -> None:
    path = made(tmp_path, ".gpkg")
    data = bytearray(path.read_bytes())
    data[18:20] = b"\x02\x02"  # set to write ahead, as a GIS leaves it
    path.write_bytes(data)
    assert len(read(path)) == 3
    assert sorted(tmp_path.iterdir()) == [path]
    path.with_name("t.gpkg-wal").write_bytes(b"x")
    with pytest.raises(FileError, match="another program has it open"):
        read(path)
