"""Files as offices send them: read where that is certain, else told how to save them."""

from __future__ import annotations

import datetime
import json
import shutil
import sqlite3
import struct
import zipfile
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from shapely import Point

from gisplan.errors import FileError
from gisplan.importing.cells import texts
from gisplan.read import ReadOptions, read, tables
from tests.filemaker import COLUMNS, PLACES, ROWS, frame, made, text

HEAD = '<kml xmlns="http://www.opengis.net/kml/2.2">'


def mark(name: str, coordinates: str = "103.8,36.1") -> str:
    point = f"<Point><coordinates>{coordinates}</coordinates></Point>"
    return f"<Placemark><name>{name}</name>{point}</Placemark>"


def point(**properties: object) -> dict[str, object]:
    at = {"type": "Point", "coordinates": [103.8, 36.1]}
    return {"type": "Feature", "properties": properties, "geometry": at}


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (mark("甲") + mark("乙"), 2),
        (mark("甲"), 1),
        (f"<Folder>{mark('甲')}</Folder>" + mark("乙"), 2),
        (f"<Folder>{mark('甲')}</Folder><Folder>{mark('乙')}{mark('丙')}</Folder>", 3),
        (f"<Document>{mark('甲')}</Document><Document>{mark('乙')}</Document>", 2),
        (f"<Document>{mark('甲')}<Folder>{mark('乙')}</Folder></Document>", 2),
        (f"<Folder><Folder><Folder>{mark('甲')}</Folder>{mark('乙')}</Folder></Folder>", 2),
        (f"<Document>{mark('甲')}<GroundOverlay><name>图</name></GroundOverlay></Document>", 1),
        (f"<Document><Schema id='s'/>{mark('甲')}</Document><Style id='a'/>", 1),
    ],
)
def test_no_placemark_is_lost(tmp_path: Path, body: str, count: int) -> None:
    path = tmp_path / "t.kml"
    path.write_text(f"<!-- <kml> -->{HEAD}{body}</kml>", encoding="utf-8")
    names = [name for raw in tables(path) for name in raw.table["Name"]]
    assert sorted(names) == sorted("甲乙丙"[:count])


def kml(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_folders_of_one_name_stay_apart_and_what_is_no_place_is_told(tmp_path: Path) -> None:
    inner = f"<Folder><name>工厂</name>{mark('甲')}</Folder>"
    other = f"<Folder><name>兰州</name>{inner}</Folder><Folder><name>天水</name>{inner}</Folder>"
    shown = "<GroundOverlay/><NetworkLink/>" + mark("乙").replace("<Point>", "<Style/><Point>")
    body = f"<Document><name>全部</name>{other}{shown}<Folder>{mark('丙')}</Folder></Document>"
    found = tables(kml(tmp_path / "t.kml", f"{HEAD}{body}</kml>"))
    assert [raw.sheet for raw in found] == ["全部", "全部/兰州/工厂", "全部/天水/工厂", "t"]
    assert list(found[0].table.columns) == ["Name", "geometry"]
    told = " ".join(finding.message.zh for finding in found[0].findings)
    assert "1 处图片叠加" in told
    assert "NetworkLink" in told
    assert "显示设置未读入" in told


@pytest.mark.parametrize(
    "text",
    [
        mark("甲"),
        f"<Folder>{mark('甲')}</Folder>",
        f"{HEAD.replace('kml xmlns', 'k:kml xmlns:k')}{mark('甲')}</k:kml>".replace("<Pl", "<k:Pl")
        .replace("</Pl", "</k:Pl")
        .replace("<name>", "<k:name>")
        .replace("</name>", "</k:name>"),
        HEAD + mark("甲").replace("<Point>", "<Model/><Point>") + "</kml>",
        HEAD
        + mark("甲")
        .replace("<Point>", "<MultiGeometry><Model/><Point>")
        .replace("</Point>", "</Point></MultiGeometry>")
        + "</kml>",
        HEAD + mark("甲") + "<Placemark/></kml>",
    ],
    ids=["mark", "folder", "prefix", "model", "model in several", "empty"],
)
def test_kml_of_other_programs(tmp_path: Path, text: str) -> None:
    names = [name for raw in tables(kml(tmp_path / "t.kml", text)) for name in raw.table["Name"]]
    assert [name for name in names if isinstance(name, str)] == ["甲"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<Document><Style/></Document>", "没有地标"),
        ("<NetworkLink><Link><href>a.kml</href></Link></NetworkLink>", "另存为 KML"),
        (
            f"<NetworkLinkControl><Update><Change>{mark('甲')}</Change></Update>"
            "</NetworkLinkControl>",
            "更新",
        ),
    ],
)
def test_kml_without_placemarks_says_what_it_is(tmp_path: Path, body: str, told: str) -> None:
    with pytest.raises(FileError) as caught:
        tables(kml(tmp_path / "t.kml", f"{HEAD}{body}</kml>"))
    assert told in caught.value.message.zh


@pytest.mark.parametrize("said", ["GBK", "gb2312", "GB18030", "UTF-8", ""])
def test_kml_in_gbk(tmp_path: Path, said: str) -> None:
    path = tmp_path / "t.kml"
    head = f'<?xml version="1.0" encoding="{said}"?>\n' if said else ""
    data = "<ExtendedData><Data name='产值'><value>5</value></Data></ExtendedData>"
    body = mark("甲厂").replace("<Point>", data + "<Point>")
    path.write_bytes(f"{head}{HEAD}<Document>{body}</Document></kml>".encode("gb18030"))
    (raw,) = tables(path)
    assert raw.table[["Name", "产值"]].iloc[0].tolist() == ["甲厂", "5"]


def test_a_bad_line_of_kml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.kml"
    body = "\n".join([mark("甲"), mark("乙", "103.8,x"), mark("丙")])
    path.write_text(f"{HEAD}<Document>\n{body}</Document></kml>", encoding="utf-8")
    (raw,) = tables(path)
    assert raw.table["Name"].tolist() == ["甲", "乙", "丙"]
    assert raw.table.geometry.is_empty.fillna(True).tolist() == [False, True, False] or (
        raw.table.geometry.isna().tolist() == [False, True, False]
    )
    (told,) = raw.found("bad_coordinates")
    assert "第 2 个地标“乙”（文件第 3 行）" in told.message.zh
    path.write_text(
        f"{HEAD}<Document>\n{body.replace('丙</name>', '丙')}</Document></kml>", "utf-8"
    )
    with pytest.raises(FileError, match="line 4 on"):
        tables(path)


def test_kml_of_ovital_names_no_datum(tmp_path: Path) -> None:
    path = tmp_path / "t.ovkml"
    path.write_text(f"{HEAD}<Document>{mark('甲')}</Document></kml>", encoding="utf-8")
    (raw,) = tables(path)
    assert raw.table.crs is None
    assert "gcj02" in raw.found("crs_doubt")[0].message.en


def test_a_kmz_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.kmz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("doc.kml", f"{HEAD}<Document>{mark('甲')}</Document></kml>")
        archive.writestr("files/a.png", b"x")
    assert read(path)["Name"].tolist() == ["甲"]


def test_waypoints_and_tracks(tmp_path: Path) -> None:
    path = tmp_path / "t.gpx"
    path.write_text(
        '<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">'
        '<wpt lat="36.1" lon="103.8"><name>甲</name></wpt><trk><name>线</name><trkseg>'
        '<trkpt lat="36" lon="103"/><trkpt lat="36.1" lon="103"/></trkseg></trk></gpx>',
        encoding="utf-8",
    )
    assert {raw.sheet: list(raw.table.columns) for raw in tables(path)} == {
        "waypoints": ["name", "geometry"],
        "tracks": ["name", "geometry"],
    }


@pytest.mark.parametrize("ending", [".mif", ".tab"])
def test_mapinfo_in_gbk(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"t{ending}"
    table = frame()[[COLUMNS[0], "geometry"]].rename(columns={COLUMNS[0]: "name"})
    table.to_file(path, driver="MapInfo File", encoding="CP936")
    assert read(path)["name"].tolist() == [row[0] for row in ROWS]
    for other in tmp_path.glob("t.*"):
        if other.suffix in {".dat", ".mid"}:
            other.unlink()
    with pytest.raises(FileError, match="belong together"):
        read(path)


def test_a_file_geodatabase(tmp_path: Path) -> None:
    path = tmp_path / "t.gdb"
    frame()[[COLUMNS[0], "geometry"]].to_file(path, driver="OpenFileGDB", layer="点")
    table = read(path)
    assert table[COLUMNS[0]].tolist() == [row[0] for row in ROWS]
    assert all(a.distance(b) < 1e-7 for a, b in zip(table.geometry, PLACES, strict=True))
    shutil.rmtree(path)
    path.mkdir()
    with pytest.raises(FileError, match="GeoPackage"):
        read(path)


def test_esri_json_and_dxf(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    ring = [[103, 36], [103, 37], [104, 37], [104, 36], [103, 36]]
    path.write_text(
        json.dumps(
            {
                "geometryType": "esriGeometryPolygon",
                "spatialReference": {"wkid": 4490},
                "fields": [{"name": "名称", "type": "esriFieldTypeString"}],
                "features": [{"attributes": {"名称": "甲"}, "geometry": {"rings": [ring]}}],
            }
        )
    )
    table = read(path)
    assert table["名称"].tolist() == ["甲"]
    assert table.geometry.iloc[0].bounds == pytest.approx((103, 36, 104, 37))
    drawing = tmp_path / "t.dxf"
    drawing.write_text(
        "0\nSECTION\n2\nENTITIES\n0\nPOINT\n8\nL1\n10\n103.8\n20\n36.1\n0\nENDSEC\n0\nEOF\n"
    )
    (raw,) = tables(drawing)
    assert raw.table.crs is None
    assert raw.table.geometry[1].equals(Point(103.8, 36.1))
    assert not raw.found("unread")
    solid = "0\n3DSOLID\n5\nFF\n8\nL1\n0\nENDSEC"
    drawing.write_text(drawing.read_text().replace("0\nENDSEC", solid))
    (raw,) = tables(drawing)
    assert len(raw.table) == 1
    assert "1 个对象没有读入（3DSOLID 1）" in raw.found("unread")[0].message.zh


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("by_line", [True, False])
def test_geojson_of_other_encodings_and_a_feature_a_line(
    tmp_path: Path, encoding: str, by_line: bool
) -> None:
    path = tmp_path / "t.geojson"
    members = [point(名称="甲厂"), point(名称="乙厂")]
    whole = json.dumps({"type": "FeatureCollection", "features": members}, ensure_ascii=False)
    lines = "\n".join(json.dumps(member, ensure_ascii=False) for member in members)
    path.write_bytes((lines if by_line else whole).encode(encoding))
    if encoding == "utf-16":
        with pytest.raises(FileError, match="can't be read"):
            read(path)  # no program writes it, and its first bytes are not JSON's
        return
    assert read(path)["名称"].tolist() == ["甲厂", "乙厂"]


@pytest.mark.parametrize("name", ["", " "])
def test_a_field_without_a_name_is_called_by_its_number(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.geojson"
    whole = {"type": "FeatureCollection", "features": [point(**{"a": 1, name: 2})]}
    path.write_text(json.dumps(whole), "utf-8")
    (raw,) = tables(path)
    assert list(raw.table.columns) == ["a", "[2]", "geometry"]
    assert raw.found("unnamed_column")[0].column == "[2]"


def test_records_marked_as_deleted_are_told_and_cost_no_other(tmp_path: Path) -> None:
    path = made(tmp_path, ".shp")
    dbf = path.with_suffix(".dbf")
    data = bytearray(dbf.read_bytes())
    data[int.from_bytes(data[8:10], "little")] = ord("*")
    dbf.write_bytes(bytes(data))
    (raw,) = tables(path)
    assert raw.table.iloc[:, 0].tolist() == [row[0] for row in ROWS[1:]]
    assert "1 条已标记删除" in raw.found("deleted")[0].message.zh


def test_the_line_of_broken_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.geojson"
    path.write_text(json.dumps(point(a=1)) + '\n{"type": "Feature", \n')
    with pytest.raises(FileError, match="line 2") as caught:
        read(path)
    assert "Expecting" not in str(caught.value.message)


@pytest.mark.parametrize(
    "content",
    [
        '{"type": "FeatureCollection", "features": [], "features": []}',
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {},'
        ' "geometry": null, "geometry": null}]}',
    ],
)
def test_a_repeated_key_that_could_lose_rows(tmp_path: Path, content: str) -> None:
    path = tmp_path / "t.geojson"
    path.write_text(content)
    with pytest.raises(FileError, match=r"two lists|no feature"):
        read(path)


def test_lists_and_nested_values_are_texts(tmp_path: Path) -> None:
    path = tmp_path / "t.geojson"
    members = [point(a=["节能", "环保"], b={"c": [1]}), point(a=[], b=None)]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": members}), "utf-8")
    rows = texts(read(path))
    assert rows["a"].tolist() == ["节能、环保", ""]
    assert json.loads(rows["b"].iloc[0]) == {"c": [1]}


def test_what_arrow_holds_and_pandas_does_not(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    moment = datetime.datetime(2018, 6, 2, 8, 0, 0)
    fine = pa.array([1_000_000_123], pa.timestamp("ns"))
    table = pa.table(
        {
            "time": pa.array([1_000_000_001], pa.time64("ns")),
            "moment": pa.array([moment], pa.timestamp("ns", "Asia/Shanghai")),
            "far": pa.array([datetime.datetime(9999, 1, 1)], pa.timestamp("us")),
            "list": pa.array([["甲", None]], pa.list_(pa.string())),
            "struct": pa.array([{"a": [1]}]),
            "map": pa.array([[("a", 1)]], pa.map_(pa.string(), pa.int64())),
            "moments": pa.ListArray.from_arrays([0, 1], fine),
            "events": pa.StructArray.from_arrays([fine, pa.array(["甲"])], ["at", "who"]),
            "days": pa.array([[("甲", 1)]], pa.map_(pa.string(), pa.int64())).cast(
                pa.map_(pa.string(), pa.timestamp("ns"))
            ),
            "word": pa.array(["甲"]).dictionary_encode(),
            "bytes": pa.array([b"abc"]),
            "money": pa.array([1], pa.decimal128(38, 20)),
            "none": pa.nulls(1),
            "gaps": pa.array([[[], [{"a": None}, {"a": None}, {"a": 1, "b": None}]]]),
            "late": pa.array(
                [[[], [{"a": None, "t": 1}, {"a": None, "t": 2}]]],
                pa.list_(pa.list_(pa.struct([("a", pa.null()), ("t", pa.timestamp("ns"))]))),
            ),
        }
    )
    pq.write_table(table, path)
    rows = texts(tables(path)[0].table).iloc[0]
    assert rows["time"] == "00:00:01"
    assert rows["far"].startswith("9999-01-01")
    assert rows["list"] == "甲、"
    assert rows["word"] == "甲"
    assert rows["moments"] == "1970-01-01 00:00:01"
    assert json.loads(rows["events"]) == {"at": "1970-01-01 00:00:01", "who": "甲"}
    assert json.loads(rows["days"]) == {"甲": "1970-01-01 00:00:00"}
    assert rows["none"] == ""
    assert [row["a"] for row in json.loads(rows["gaps"])[1]] == [None, None, 1]
    assert json.loads(rows["late"])[1][1] == {"a": None, "t": "1970-01-01 00:00:00"}
    assert float(rows["money"]) == 1


@pytest.mark.parametrize(
    ("words", "cpg", "code"),
    [
        ("São", "ISO-8859-1", "iso-8859-1"),
        ("São", "88591", "iso-8859-1"),
        ("甲合成厂", "ISO-8859-1", "gb18030"),
        ("甲合成厂", "ISO-8859-1", "utf-8"),
        ("甲合成厂", "1252", "gb18030"),
        ("Łódź", "1250", "cp1250"),
    ],
)
def test_the_cpg_of_a_shapefile(tmp_path: Path, words: str, cpg: str, code: str) -> None:
    path = tmp_path / "t.shp"
    table = frame().iloc[:1].rename(columns={COLUMNS[0]: "name"})[["name", "geometry"]]
    table["name"] = words
    table.to_file(path, encoding=code)
    path.with_suffix(".cpg").write_text(cpg)
    assert read(path)["name"].tolist() == [words]


def test_curves_are_lines(tmp_path: Path) -> None:
    path = tmp_path / "t.gpkg"
    frame().iloc[:1].to_file(path, layer="c")
    arc = bytes([1]) + struct.pack("<II6d", 8, 3, 0, 0, 1, 1, 2, 0)
    with sqlite3.connect(path) as base:
        base.execute("drop trigger if exists rtree_c_geom_update6")
        base.execute("drop trigger if exists rtree_c_geom_update7")
        for (name,) in base.execute(
            "select name from sqlite_master where type='trigger'"
        ).fetchall():
            base.execute(f'drop trigger "{name}"')
        base.execute("update gpkg_geometry_columns set geometry_type_name='CIRCULARSTRING'")
        base.execute("update c set geom = ?", (b"GP\x00\x01" + struct.pack("<i", 4326) + arc,))
    base.close()
    (line,) = read(path).geometry
    assert line.geom_type == "LineString"
    assert line.length == pytest.approx(3.14159, abs=1e-3)


def test_an_open_document_sheet(tmp_path: Path) -> None:
    path = tmp_path / "t.ods"
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in [COLUMNS, *ROWS]
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {spaces}><office:body>'
            f'<office:spreadsheet><table:table table:name="表">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:x"/>',
        )
    table = read(path)
    assert table[COLUMNS[0]].tolist() == [row[0] for row in ROWS]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("t.xls", b"<html><table><tr><td>1</td></tr></table></html>", "另存为 .xlsx"),
        ("t.xlsx", b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "网页"),
        ("t.csv", b"<html><body>x</body></html>", "网页"),
        ("t.xls", b'<?xml version="1.0"?><Workbook xmlns="x"></Workbook>', "XML 电子表格"),
        ("t.xls", text([COLUMNS, *ROWS]).encode(), "改为 .csv"),
        (
            "t.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + b"\0" * 2000
            + "EncryptedPackage".encode("utf-16-le"),
            "密码",
        ),
        ("t.ovobj", b"x", "另存为 KML"),
        ("t.dwg", b"AC1027", "DXF"),
        ("t.et", b"x", "另存为 .xlsx"),
        ("t.rar", b"Rar!", "解压"),
        ("t.docx", b"PK", "Word"),
        ("t.dbf", b"x", ".shp"),
        ("t.kml", b"PK\x03\x04", ".kmz"),
        ("t.json", b'{"type":"Topology"}', "GeoJSON"),
    ],
)
def test_what_is_not_read_is_told_with_the_remedy(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileError) as caught:
        tables(path)
    assert told in caught.value.message.zh


@pytest.mark.parametrize(
    "ending", [".xlsx", ".xls", ".geojson", ".gpkg", ".zip", ".kml", ".fgb", ".parquet"]
)
def test_no_parser_speaks_to_the_user(tmp_path: Path, ending: str) -> None:
    path = made(tmp_path, ending)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(FileError) as caught:
        tables(path)
    plain = caught.value.message.zh.replace(path.name, "")
    words = [w for w in "".join(c if c.isascii() else " " for c in plain).split() if w.isalpha()]
    assert all(word in {"JSON", "XML", "UTF", "shp", "shx", "dbf", "Shapefile"} for word in words)


def test_a_workbook_of_the_time_is_still_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["名称"])
    book.active.append(["甲"])
    book.save(tmp_path / "t.xlsx")
    assert read(tmp_path / "t.xlsx", options=ReadOptions(sheet="Sheet"))["名称"].tolist() == ["甲"]
