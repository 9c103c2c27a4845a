"""Files of every kind that gisplan reads, made here; all plainly synthetic."""

from __future__ import annotations

import csv
import datetime
import io
import json
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import geopandas as gpd
import openpyxl
import xlwt
from shapely import Point

from tests.structured_tables import ods, ods_cell

COLUMNS = ("名称", "代码", "数")
ROWS = (("甲厂", "620102", 1), ("乙厂", "620103", 2), ("丙厂", "620104", 3))
PLACES = (Point(103.8, 36.1), Point(104.1, 36.5), Point(105.7, 34.6))


def frame(crs: str | None = "EPSG:4326") -> gpd.GeoDataFrame:
    """Three named points."""
    table = {name: [row[at] for row in ROWS] for at, name in enumerate(COLUMNS)}
    return gpd.GeoDataFrame(table, geometry=list(PLACES), crs=crs)


def text(rows: Sequence[Sequence[object]], separator: str = ",") -> str:
    """Rows as a CSV writer writes them."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


def _csv(path: Path) -> None:
    path.write_bytes(text([COLUMNS, *ROWS]).encode("gb18030"))


def _xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "企业"
    sheet.append(["合成的企业名录"])
    sheet.merge_cells("A1:D1")
    sheet.append([*COLUMNS, "日期"])
    for row in ROWS:
        sheet.append([*row, datetime.date(2018, 6, 2)])
    book.save(path)


def _xls(path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("企业")
    sheet.write_merge(0, 0, 0, 3, "合成的企业名录")
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for at, row in enumerate([(*COLUMNS, "日期"), *ROWS], start=1):
        for column, cell in enumerate(row):
            sheet.write(at, column, cell)
        if at > 1:
            sheet.write(at, 3, datetime.date(2018, 6, 2), day)
    book.save(str(path))


def _by(driver: str, **options: object) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # names of fields cut by a shapefile
            frame().to_file(path, driver=driver, layer=path.stem, **options)

    return make


def _zipped(path: Path) -> None:
    folder = path.parent / f"{path.stem}_parts"
    folder.mkdir()
    _by("ESRI Shapefile", encoding="GB18030")(folder / "点.shp")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in sorted(folder.iterdir()):
            archive.write(part, f"数据/{part.name}")


MAKERS: Mapping[str, Callable[[Path], None]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".xls": _xls,
    ".geojson": _by("GeoJSON"),
    ".gpkg": _by("GPKG"),
    ".shp": _by("ESRI Shapefile", encoding="UTF-8"),
    ".zip": _zipped,
    ".kml": _by("LIBKML"),
    ".fgb": _by("FlatGeobuf"),
    ".parquet": lambda path: frame().to_parquet(path),
}


def _ods(path: Path) -> None:
    rows = ["".join(map(ods_cell, row)) for row in [COLUMNS, *ROWS]]
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    path.write_bytes(ods([("企业", body)]))


def _kmz(path: Path) -> None:
    inner = path.with_suffix(".kml")
    _by("LIBKML")(inner)
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(inner, "doc.kml")
    inner.unlink()


def _gpx(path: Path) -> None:
    points = "".join(
        f'<wpt lat="{at.y}" lon="{at.x}"><name>{row[0]}</name></wpt>'
        for row, at in zip(ROWS, PLACES, strict=True)
    )
    track = '<trk><trkseg><trkpt lat="36" lon="103"/><trkpt lat="36.1" lon="103"/></trkseg></trk>'
    space = 'version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"'
    path.write_text(f"<gpx {space}>{points}{track}</gpx>", "utf-8")


def _esri(path: Path) -> None:
    features = [
        {"attributes": dict(zip(COLUMNS, row, strict=True)), "geometry": {"x": at.x, "y": at.y}}
        for row, at in zip(ROWS, PLACES, strict=True)
    ]
    fields = [{"name": name, "type": "esriFieldTypeString"} for name in COLUMNS]
    whole = {"geometryType": "esriGeometryPoint", "spatialReference": {"wkid": 4490}}
    path.write_text(json.dumps({**whole, "fields": fields, "features": features}), "utf-8")


def _drawing(path: Path) -> None:
    points = "".join(f"0\nPOINT\n8\nL1\n10\n{at.x}\n20\n{at.y}\n" for at in PLACES)
    path.write_text(f"0\nSECTION\n2\nENTITIES\n{points}0\nENDSEC\n0\nEOF\n")


#: Kinds that people send now and then: made for the count of rows alone.
SELDOM: Mapping[str, Callable[[Path], None]] = {
    ".ods": _ods,
    ".geojsonl": _by("GeoJSONSeq"),
    ".json": _esri,
    ".kmz": _kmz,
    ".gpx": _gpx,
    ".dxf": _drawing,
    ".mif": _by("MapInfo File", encoding="CP936"),
    ".tab": _by("MapInfo File", encoding="CP936"),
    ".gdb": _by("OpenFileGDB"),
}


def made(folder: Path, ending: str, name: str = "t") -> Path:
    """A sound file of the kind with that ending."""
    path = folder / f"{name}{ending}"
    {**MAKERS, **SELDOM}[ending](path)
    return path


def rezipped(path: Path, change: Callable[[str, bytes], bytes]) -> None:
    """An archive with its members changed."""
    with zipfile.ZipFile(path) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, change(name, content))


def with_lie(path: Path, name: str, size: int) -> None:
    """An archive whose directory says that a member has another size than it has."""
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        names = {b"PK\x01\x02": 46, b"PK\x03\x04": 30}[mark]
        at = data.find(mark)
        while at >= 0:
            if data[at + names : at + names + len(name)] == name.encode():
                struct.pack_into("<I", data, at + offset, size)
            at = data.find(mark, at + 4)
    path.write_bytes(data)


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def shared_xlsx(path: Path, cells: str, texts: Sequence[str]) -> None:
    """A workbook as Excel writes it: texts in a table of their own, which openpyxl may not do.

    ``cells`` is what stands in ``sheetData``.
    """
    types = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.spreadsheetml.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("sharedStrings", "sharedStrings"),
        )
    )
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(
            (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")),
            start=1,
        )
    )
    strings = "".join(f"<si><t>{each}</t></si>" for each in texts)
    root = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
        ),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="企业" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>'
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
