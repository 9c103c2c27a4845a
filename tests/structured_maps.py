"""Map files, odd in what they hold and not in their bytes, as each kind of GIS has them."""

from __future__ import annotations

import io
import json
import sqlite3
import warnings
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import pyogrio
import shapefile
import shapely
from hypothesis import reject
from hypothesis import strategies as st

from tests.structured_values import NAMES, ODD, SCALARS, VALUES, Maker, written

_NUMBERS = st.one_of(
    st.floats(-180, 180), st.integers(-200, 200), st.floats(), st.none(), st.text(max_size=2)
)
_POSITIONS = st.lists(_NUMBERS, max_size=4)
_TYPES = st.sampled_from(
    ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "Curve"]
)
_COORDINATES = st.recursive(_POSITIONS, lambda inner: st.lists(inner, max_size=4), max_leaves=6)
_PLAIN_POINT = st.just({"type": "Point", "coordinates": [103.8, 36.1]})
_SHAPE = st.fixed_dictionaries({"type": _TYPES, "coordinates": _COORDINATES})
_SHAPES = st.one_of(
    st.none(),
    _PLAIN_POINT,
    _SHAPE,
    st.fixed_dictionaries(
        {"type": st.just("GeometryCollection"), "geometries": st.lists(_SHAPE, max_size=2)}
    ),
)
_PROPERTIES = st.none() | st.dictionaries(NAMES, VALUES, max_size=4)
_FEATURES = st.fixed_dictionaries(
    {"type": st.just("Feature"), "properties": _PROPERTIES, "geometry": _SHAPES},
    optional={"id": SCALARS, "bbox": _POSITIONS},
)
_CRS = st.sampled_from(
    [None, "urn:ogc:def:crs:EPSG::4490", "urn:ogc:def:crs:EPSG::2345", "EPSG:9999", "x"]
)


def _geojson(given: tuple[list[Any], bool, str, str | None]) -> bytes:
    members, twice, code, crs = given
    whole: dict[str, Any] = {"type": "FeatureCollection", "features": members}
    if crs is not None:
        whole["crs"] = {"type": "name", "properties": {"name": crs}}
    text = json.dumps(whole, ensure_ascii=False)
    if twice:
        text = text.replace('"properties": {', '"properties": {"a": 1, "a": [2], ')
    return text.encode(code)


def _by_line(given: tuple[list[Any], str, bool]) -> bytes:
    members, code, marked = given
    mark = "\x1e" if marked else ""
    return "\n".join(mark + json.dumps(m, ensure_ascii=False) for m in members).encode(code)


_ESRI_SHAPES = st.one_of(
    st.none(),
    st.fixed_dictionaries({"x": _NUMBERS, "y": _NUMBERS}),
    st.fixed_dictionaries({"points": st.lists(_POSITIONS, max_size=3)}),
    st.fixed_dictionaries({"paths": st.lists(st.lists(_POSITIONS, max_size=3), max_size=2)}),
    st.fixed_dictionaries({"rings": st.lists(st.lists(_POSITIONS, max_size=5), max_size=2)}),
    st.just({"curveRings": [[[0, 0], {"c": [[1, 1], [2, 0]]}, [0, 0]]]}),
)
_ESRI = st.fixed_dictionaries(
    {
        "geometryType": st.sampled_from(
            ["esriGeometryPoint", "esriGeometryPolygon", "esriGeometryPolyline", "esriGeometryX"]
        ),
        "features": st.lists(
            st.fixed_dictionaries(
                {"attributes": st.dictionaries(NAMES, VALUES, max_size=3)},
                optional={"geometry": _ESRI_SHAPES},
            ),
            max_size=4,
        ),
    },
    optional={
        "fields": st.lists(
            st.fixed_dictionaries(
                {
                    "name": NAMES,
                    "type": st.sampled_from(
                        ["esriFieldTypeString", "esriFieldTypeInteger", "esriFieldTypeDate", "x"]
                    ),
                }
            ),
            max_size=3,
        ),
        "spatialReference": st.sampled_from(
            [None, {}, {"wkid": 4490}, {"wkid": 102100, "latestWkid": 3857}, {"wkt": "x"}]
        ),
    },
)

_KML_TEXT = st.sampled_from([*ODD, "甲", "<b>", "&amp;", "企业名称", "产值（万元）", "12"])
_KML_PLACES = st.sampled_from(
    ["103,36", "103,36,0", "", "x", "103 36", "1e999,2", "103,36 104,37", "103,", "103.8,36.1\n"]
)
_MARKS = st.tuples(
    _KML_TEXT,
    _KML_TEXT,
    _KML_TEXT,
    _KML_PLACES,
    st.sampled_from(
        ["Point", "Point", "LineString", "Polygon", "MultiGeometry", "none", "Track", "Model"]
    ),
    st.sampled_from(["data", "data", "schema", "plain", "html", "time"]),
)


def _kml_mark(given: tuple[str, str, str, str, str, str]) -> str:
    name, field, value, coordinates, shape, how = given
    places = f"<coordinates>{escape(coordinates)}</coordinates>"
    data = {
        "data": f"<ExtendedData><Data name={quoteattr(field)}><value>{escape(value)}</value>"
        "</Data></ExtendedData>",
        "schema": '<ExtendedData><SchemaData schemaUrl="#s"><SimpleData '
        f"name={quoteattr(field)}>{escape(value)}</SimpleData></SchemaData></ExtendedData>",
        "plain": f"<description>{escape(value)}</description>",
        "html": "<description><![CDATA[<table><tr><td>1</td></tr></table>]]></description>",
        "time": "<TimeStamp><when>2018-06</when></TimeStamp>",
    }[how]
    drawn = {
        "LineString": f"<LineString>{places}</LineString>",
        "Polygon": f"<Polygon><outerBoundaryIs><LinearRing>{places}</LinearRing>"
        "</outerBoundaryIs></Polygon>",
        "MultiGeometry": f"<MultiGeometry><Point>{places}</Point><Point>{places}</Point>"
        "</MultiGeometry>",
        "none": "",
        "Track": "<gx:Track><when>2018-06-02T00:00:00Z</when><gx:coord>103 36 0</gx:coord>"
        "</gx:Track>",
        "Model": "<Model><Location><longitude>103</longitude></Location></Model>",
    }.get(shape, f"<Point>{places}</Point>")
    return f"<Placemark><name>{escape(name)}</name>{data}{drawn}</Placemark>\n"


def _kml(given: tuple[list[Any], str, str]) -> bytes:
    marks, holder, code = given
    body = "".join(map(_kml_mark, marks))
    body = {
        "document": f"<Document>{body}</Document>",
        "root": body,
        "folders": f"<Document><Folder><name>一</name>{body}</Folder><Folder>{body}</Folder>"
        "</Document>",
        "deep": f"<Folder><Folder><Folder>{body}</Folder></Folder>{body}</Folder>",
        "schema": '<Document><Schema id="s" name="s"><SimpleField type="int" name="a"/></Schema>'
        f"<NetworkLink><Link><href>x.kml</href></Link></NetworkLink>{body}</Document>",
    }[holder]
    head = (
        f'<?xml version="1.0" encoding="{code}"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" '
        'xmlns:gx="http://www.google.com/kml/ext/2.2">'
    )
    return f"{head}{body}</kml>".encode(code, "xmlcharrefreplace")


_KMLS = st.tuples(
    st.lists(_MARKS, max_size=4),
    st.sampled_from(["document", "root", "folders", "deep", "schema"]),
    st.sampled_from(["utf-8", "utf-8", "gb18030", "gbk", "utf-16"]),
)


def _kmz(given: tuple[Any, list[str]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in given[1]:
            archive.writestr(name, _kml(given[0]).replace(b"gbk", b"gb18030"))
        archive.writestr("files/a.png", b"x")
    return out.getvalue()


_DEGREES = st.sampled_from(["36.1", "103.8", "", "x", "1e999", "-0", "95", "1,5", " 36 "])


def _gpx(given: tuple[list[tuple[str, str, str, str]], list[Any], str, str]) -> bytes:
    points, tracks, version, code = given
    body = ""
    for lat, lon, name, time in points:
        body += f'<wpt lat="{lat}" lon="{lon}"><name>{escape(name)}</name><time>{time}</time>'
        body += f"<extensions><x:a xmlns:x='u'>{escape(name)}</x:a></extensions></wpt>\n"
    for tag, parts in tracks:
        inner = "".join(f'<{tag}pt lat="{lat}" lon="{lon}"/>' for lat, lon in parts)
        inner = f"<trkseg>{inner}</trkseg>" if tag == "trk" else inner
        body += f"<{tag}><name>线</name>{inner}</{tag}>"
    head = f'<?xml version="1.0" encoding="{code}"?><gpx version="{version}" creator="x" '
    space = f'xmlns="http://www.topografix.com/GPX/{version.replace(".", "/")}">'
    return f"{head}{space}{body}</gpx>".encode(code, "ignore")


_GPXS = st.tuples(
    st.lists(
        st.tuples(
            _DEGREES, _DEGREES, _KML_TEXT, st.sampled_from(["", "2018", "2018-06-02T00:00:00Z"])
        ),
        max_size=3,
    ),
    st.lists(
        st.tuples(
            st.sampled_from(["trk", "rte"]), st.lists(st.tuples(_DEGREES, _DEGREES), max_size=3)
        ),
        max_size=2,
    ),
    st.sampled_from(["1.1", "1.0", "2.0"]),
    st.sampled_from(["utf-8", "utf-8", "gb18030"]),
)

_CODES = st.sampled_from(["0", "1", "2", "5", "8", "10", "20", "11", "21", "30", "40", "62", "70"])
_ENTITIES = st.tuples(
    st.sampled_from(
        [
            "POINT",
            "LINE",
            "CIRCLE",
            "ARC",
            "LWPOLYLINE",
            "TEXT",
            "MTEXT",
            "INSERT",
            "SPLINE",
            "ELLIPSE",
            "HATCH",
            "3DFACE",
            "SOLID",
            "DIMENSION",
            "POLYLINE",
            "X",
        ]
    ),
    st.lists(
        st.tuples(
            _CODES, st.sampled_from(["103.8", "36.1", "0", "1", "甲厂", "", "-1", "1e999", "x"])
        ),
        max_size=8,
    ),
)


def _dxf(given: tuple[list[Any], list[Any], str]) -> bytes:
    entities, blocks, code = given

    def lines(some: list[Any]) -> str:
        return "".join(
            f"0\n{kind}\n8\n层\n10\n103.8\n20\n36.1\n"
            + "".join(f"{number}\n{value}\n" for number, value in pairs)
            for kind, pairs in some
        )

    text = (
        "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$DWGCODEPAGE\n3\nANSI_936\n0\nENDSEC\n"
    )
    text += "0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n2\nB\n10\n0\n20\n0\n"
    text += f"{lines(blocks)}0\nENDBLK\n0\nENDSEC\n"
    text += f"0\nSECTION\n2\nENTITIES\n{lines(entities)}0\nINSERT\n2\nB\n10\n1\n20\n2\n"
    return f"{text}0\nENDSEC\n0\nEOF\n".encode(code)


_MIF_SHAPES = [
    "Point 103.8 36.1",
    "Point x y",
    "None",
    "Line 103 36 104 37",
    "Pline 3\n103 36\n104 37\n105 36",
    "Pline Multiple 2\n2\n0 0\n1 1\n2\n2 2\n3 3",
    "Region 1\n4\n103 36\n104 36\n104 37\n103 36",
    "Region 1\n9\n103 36",
    "Multipoint 2\n103 36\n104 37",
    "Arc 0 0 1 1 0 90",
    "Ellipse 0 0 1 1",
    'Text "甲\\n乙"\n0 0 1 1',
    "Rect 0 0 1 1",
    "Roundrect 0 0 1 1 0.5",
    "Collection 1\nMultipoint 1\n103 36",
]
_MIF_TYPES = st.sampled_from(
    ["Char(10)", "Integer", "Decimal(10,2)", "Float", "Date", "Logical", "SmallInt", "DateTime"]
)


def _mif(given: tuple[list[str], list[Any], list[Any], str, str]) -> Maker:
    shapes, fields, cells, charset, crs = given
    text = f'Version 300\nCharset "{charset}"\nDelimiter ","\n{crs}'
    text += f"Columns {len(fields)}\n"
    text += "".join(f"  {name} {kind}\n" for name, kind in fields)
    text += "Data\n\n" + "\n".join(shapes) + "\n"
    rows = "".join(",".join(f'"{c}"' for c in cells[: len(fields)]) + "\n" for _ in shapes)

    def write(path: Path) -> None:
        path.write_bytes(text.encode("gb18030"))
        path.with_suffix(".mid").write_bytes(rows.encode("gb18030", "ignore"))

    return write


_MIFS = st.tuples(
    st.lists(st.sampled_from(_MIF_SHAPES), max_size=4),
    st.lists(
        st.tuples(st.sampled_from(["名称", "a", "B_1", "_x", "a"]), _MIF_TYPES),
        min_size=1,
        max_size=3,
    ),
    st.lists(st.sampled_from([*ODD, "12", "20180602", "T", "x"]), min_size=3, max_size=3),
    st.sampled_from(["WindowsSimpChinese", "Neutral", "UTF-8", "WindowsLatin1", "x"]),
    st.sampled_from(["", "CoordSys Earth Projection 1, 0\n", 'CoordSys NonEarth Units "m"\n']),
)

_FRAME_SHAPES = {
    "Point": [shapely.Point(103.8, 36.1), shapely.Point(500000, 4e6), None, shapely.Point()],
    "LineString": [shapely.LineString([(103, 36), (104, 37)]), None],
    "Polygon": [shapely.box(103, 36, 104, 37), shapely.Polygon([(0, 0), (1, 1), (1, 0)]), None],
    "MultiPoint": [shapely.MultiPoint([(103, 36), (104, 37)]), shapely.MultiPoint([(1, 1)])],
    "MultiPolygon": [shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 2, 3, 3)])],
    "PointZ": [shapely.Point(103.8, 36.1, 0), shapely.Point(103.8, 36.1, 1500)],
}
_ARRAYS = st.sampled_from(
    [
        np.array(["甲厂", "", None, "=1+1"], object),
        np.array(["103.8", "x", "12万元", "合计"], object),
        np.array([1, 2, -(2**31), 2**31 - 1], "int32"),
        np.array([1, 2**62, 0, 5], "int64"),
        np.array([0.5, np.nan, 1e300, -0.0]),
        np.array([True, False, True, False]),
        np.array(["2018-06-02", "NaT", "1601-01-01", "9999-12-31"], "datetime64[D]"),
        np.array(["2018-06-02T01:02:03.123", "NaT", "1970-01-01", "2038-01-19"], "datetime64[ms]"),
    ]
)
_FIELD_NAMES = st.sampled_from(
    ["名称", "name", "a", "经度", "产值", "产值_万元", "x y", "long_name_of_it", "fid_1", "表"]
)
_FRAMES = st.tuples(
    st.sampled_from(list(_FRAME_SHAPES)),
    st.lists(st.tuples(_FIELD_NAMES, _ARRAYS), max_size=4, unique_by=lambda item: item[0]),
    st.integers(0, 4),
    st.sampled_from([None, "EPSG:4326", "EPSG:4490", "EPSG:4534", "EPSG:2356", "EPSG:3857"]),
    st.sampled_from(["t", "企业", "a b", "x'y"]),
)


def _frame(driver: str, given: tuple[Any, ...], path: Path, **options: Any) -> None:
    kind, fields, size, crs, layer = given
    some = _FRAME_SHAPES[kind]
    shapes = [some[at % len(some)] for at in range(size)]
    wkb = np.array([None if s is None else shapely.to_wkb(s) for s in shapes], object)
    if driver in ("ESRI Shapefile", "MapInfo File"):
        layer = path.stem
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pyogrio.raw.write(
                path,
                wkb,
                [array[:size] for _, array in fields],
                [name for name, _ in fields],
                geometry_type={"PointZ": "Point Z"}.get(kind, kind),
                crs=crs,
                driver=driver,
                layer=layer,
                **options,
            )
    except (pyogrio.errors.DataSourceError, pyogrio.errors.FieldError, ValueError, RuntimeError):
        reject()  # what the driver does not write


_TWEAKS = [
    "update gpkg_contents set srs_id = 0",
    "update gpkg_geometry_columns set srs_id = -1",
    "update gpkg_geometry_columns set geometry_type_name = 'GEOMETRY'",
    "update gpkg_contents set min_x = null, max_x = 'x'",
    "update gpkg_contents set data_type = 'attributes'",
    "insert into gpkg_contents (table_name, data_type) values ('gone', 'features')",
    'create table "属性 表" (a, b text)',
    "create view v as select 1 as a, '甲' as b",
    "delete from gpkg_spatial_ref_sys where srs_id > 0",
    "drop table if exists gpkg_ogr_contents",
    "delete from gpkg_extensions",
    "delete from gpkg_geometry_columns",
]


def _gpkg(given: tuple[Any, list[str], Any]) -> Maker:
    frame, tweaks, cell = given

    def write(path: Path) -> None:
        path.unlink(missing_ok=True)
        _frame("GPKG", frame, path)
        base = sqlite3.connect(path)
        try:
            base.execute("pragma writable_schema = on")
            base.execute("delete from sqlite_master where type = 'trigger'")
            base.commit()
            base.execute("pragma writable_schema = reset")
            for tweak in tweaks:
                try:
                    base.execute(tweak)
                except sqlite3.Error:
                    continue
            (name,) = base.execute("select table_name from gpkg_contents").fetchone()
            for column in ("geom", *(field for field, _ in frame[1])):
                try:
                    base.execute(f'update "{name}" set "{column}" = ? where fid = 1', (cell,))
                except (sqlite3.Error, OverflowError):
                    continue
            base.commit()
        finally:
            base.close()

    return write


def _folder(given: tuple[Any, ...]) -> Maker:
    return lambda path: _frame("OpenFileGDB", given, path)


def _tab(given: tuple[Any, ...]) -> Maker:
    def write(path: Path) -> None:
        for other in path.parent.glob(f"{path.stem}.*"):
            other.unlink()
        _frame("MapInfo File", given, path, encoding="CP936")

    return write


_DBF = st.tuples(
    st.sampled_from(["名称", "a", "b_1", "X", "经度"]),
    st.sampled_from(
        [
            *[("C", 20, 0), ("C", 254, 0), ("N", 10, 0), ("N", 19, 8), ("F", 12, 3), ("D", 8, 0)],
            ("L", 1, 0),
        ]
    ),
    st.sampled_from(["甲厂", "São", "", None, 12, -0.5, "20180602", True, 2**40]),
)
_SHP_PARTS = ("shp", "shx", "dbf")
_PRJ = st.sampled_from(
    [
        None,
        "",
        "x",
        'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],'
        'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
        'GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],'
        'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
        'LOCAL_CS["m",UNIT["m",1]]',
    ]
)


def _shp(given: tuple[int, list[Any], int, str, str | None, str | None, bool]) -> Maker:
    kind, fields, size, code, cpg, prj, drop = given
    files = {name: io.BytesIO() for name in _SHP_PARTS}
    point = {1: (103.8, 36.1), 11: (103.8, 36.1, 5, 1), 21: (103.8, 36.1, 1)}
    try:
        with shapefile.Writer(**files, shapeType=kind, encoding=code) as out:
            for name, (letter, width, decimal), _ in fields or [("a", ("C", 5, 0), "")]:
                out.field(name, letter, width, decimal)
            for at in range(size):
                out.record(*[value for *_, value in fields or [(0, 0, "")]])
                if at == 1:
                    out.null()
                elif kind in point:
                    {1: out.point, 11: out.pointz, 21: out.pointm}[kind](*point[kind])
                elif kind == 8:
                    out.multipoint([[103, 36], [104, 37]][: 1 + at % 2])
                elif kind == 3:
                    out.line([[[103, 36], [104, 37]], [[1, 1], [2, 2]]])
                elif kind == 5:
                    out.poly([[[103, 36], [103, 37], [104, 37], [103, 36]]])
                else:
                    out.multipatch([[[0, 0, 0], [1, 0, 1], [1, 1, 0], [0, 0, 0]]], [5])
    except (ValueError, TypeError, shapefile.ShapefileException, AssertionError, UnicodeError):
        reject()
    if drop:
        files["dbf"] = io.BytesIO(files["dbf"].getvalue().replace(b"\r ", b"\r*", 1))

    def write(path: Path) -> None:
        for name, stream in files.items():
            path.with_suffix(f".{name}").write_bytes(stream.getvalue())
        for ending, text in ((".cpg", cpg), (".prj", prj)):
            path.with_suffix(ending).unlink(missing_ok=True)
            if text is not None:
                path.with_suffix(ending).write_text(text)

    return write


#: Ending -> makers of files of that kind; ``.json`` is Esri's.
MAPS: dict[str, st.SearchStrategy[Maker]] = {
    ".geojson": st.tuples(
        st.lists(_FEATURES, max_size=5),
        st.booleans(),
        st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]),
        _CRS,
    ).map(lambda given: written(_geojson(given))),
    ".geojsonl": st.tuples(
        st.lists(_FEATURES, max_size=5), st.sampled_from(["utf-8", "gb18030"]), st.booleans()
    ).map(lambda given: written(_by_line(given))),
    ".json": _ESRI.map(lambda given: written(json.dumps(given, ensure_ascii=False).encode())),
    ".kml": _KMLS.map(lambda given: written(_kml(given))),
    ".kmz": st.tuples(
        _KMLS, st.sampled_from([["doc.kml"], ["a/甲.kml"], [], ["a.kml", "b.kml"]])
    ).map(lambda given: written(_kmz(given))),
    ".gpx": _GPXS.map(lambda given: written(_gpx(given))),
    ".dxf": st.tuples(
        st.lists(_ENTITIES, max_size=4),
        st.lists(_ENTITIES, max_size=2),
        st.sampled_from(["utf-8", "gb18030"]),
    ).map(lambda given: written(_dxf(given))),
    ".mif": _MIFS.map(_mif),
    ".tab": _FRAMES.map(_tab),
    ".shp": st.tuples(
        st.sampled_from([1, 3, 5, 8, 11, 21, 31]),
        st.lists(_DBF, max_size=3),
        st.integers(0, 3),
        st.sampled_from(["utf-8", "gb18030", "latin-1", "big5"]),
        st.sampled_from([None, "UTF-8", "GBK", "ISO-8859-1", "88591", "65001", "x", "ANSI 936"]),
        _PRJ,
        st.booleans(),
    ).map(_shp),
    ".gpkg": st.tuples(
        _FRAMES,
        st.lists(st.sampled_from(_TWEAKS), max_size=3),
        st.sampled_from([None, b"GP\x00\x01", b"\xff", "甲", -1.5, "2018-13-45", 2**62, ""]),
    ).map(_gpkg),
    ".gdb": _FRAMES.map(_folder),
}
