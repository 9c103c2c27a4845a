"""Files built to do harm, and files that are damaged: refused in words, within bounds."""

from __future__ import annotations

import json
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from gisplan.errors import FileError, GisplanError
from gisplan.read import Limits, ReadOptions, inspect, read, tables
from tests.filemaker import MAKERS, ROWS, frame, made, shared_xlsx, with_lie

GIGABYTE = 1 << 30
#: What a bomb may cost: address space of the process that meets it.
TIGHT = ReadOptions(limits=Limits(memory_bytes=512 << 20))


def bomb(path: Path, member: str) -> Path:
    """An archive of some megabytes that expands to a gigabyte."""
    head = {".xlsx": b"<worksheet>", ".zip": b"\x00\x00\x27\x0a"}[path.suffix]
    block = b" " * (1 << 20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open(member, "w") as stream:
            stream.write(head)
            for _ in range(GIGABYTE // len(block)):
                stream.write(block)
    return path


@pytest.fixture(scope="module")
def bombs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("bombs")
    honest = bomb(folder / "b.xlsx", "xl/worksheets/sheet1.xml")
    liar = folder / "liar.xlsx"
    shutil.copy(honest, liar)
    with_lie(liar, "xl/worksheets/sheet1.xml", 1000)
    return {
        "XLSX": honest,
        "an XLSX that lies about its size": liar,
        "zip": bomb(folder / "b.zip", "a.shp"),
    }


@pytest.mark.parametrize("name", ["XLSX", "an XLSX that lies about its size", "zip"])
def test_a_bomb_of_a_gigabyte_is_refused_at_once(bombs: dict[str, Path], name: str) -> None:
    """Found out for what it is by a process that could not have used more than 512 MB."""
    with pytest.raises(FileError, match=r"built to do harm|damaged or cut off"):
        tables(bombs[name], options=TIGHT)


def test_an_archive_of_too_many_members_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path, ".zip")
    with pytest.raises(FileError, match="5 members, above the limit of 4"):
        tables(path, options=ReadOptions(limits=Limits(members=4)))


def test_a_parquet_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"a": pa.nulls(20_000_000, pa.int8())}), path)
    assert path.stat().st_size < 100_000
    with pytest.raises(FileError, match="expands to"):
        tables(path, options=ReadOptions(limits=Limits(expanded_bytes=1 << 20)))


def test_more_points_than_the_memory_takes_are_told_the_way_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    xy = np.random.default_rng(1).random((3_000_000, 2))
    gpd.GeoDataFrame(geometry=shapely.points(xy), crs=4326).to_parquet(path)
    with pytest.raises(FileError, match="read in parts, see docs"):
        tables(path, options=ReadOptions(limits=Limits(memory_bytes=1 << 30)))


def test_a_cell_at_the_far_end_of_a_sheet_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "名称"
    book.active["XFD1048576"] = 1
    book.save(path)
    with pytest.raises(FileError, match="memory"):
        tables(path, options=TIGHT)


def test_one_text_shared_by_many_cells_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    rows = "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>0</v></c></row>' for r in range(1, 20_000))
    shared_xlsx(path, rows, ["x" * 100_000])
    assert path.stat().st_size < 200_000
    with pytest.raises(FileError, match="memory"):
        tables(path, options=TIGHT)


@pytest.mark.parametrize(
    "name", ["../out.shp", "/etc/out.shp", "a/../../out.shp", "..\\out.shp", "C:\\out.shp"]
)
def test_a_path_that_leads_out_of_an_archive_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / "t.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, b"x")
    with pytest.raises(FileError, match="leads out of it"):
        tables(path)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["in", "t.zip"]


@pytest.mark.parametrize("ending", list(MAKERS))
def test_reading_leaves_nothing_behind(tmp_path: Path, ending: str) -> None:
    path = made(tmp_path, ending)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}
    tables(path)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")} == before


# -- names and contents that point elsewhere ------------------------------------------------


@pytest.fixture
def listener() -> Iterator[tuple[str, list[object]]]:
    """An address on this computer, and all who called there."""
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, caller = server.accept()
                except TimeoutError:
                    continue
                calls.append(caller)
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", calls
        done.set()
        thread.join()


@pytest.mark.parametrize(
    "form",
    [
        "{url}/x.geojson",
        "/vsicurl/{url}/x.geojson",
        "/vsicurl_streaming/{url}/x.gpkg",
        "/vsizip/vsicurl/{url}/x.shp",
        "/VSIS3/bucket/x.geojson",
        "zip+{url}/x.zip",
        "file:///x.geojson",
    ],
)
def test_a_name_does_not_lead_to_the_network(listener: tuple[str, list[object]], form: str) -> None:
    url, calls = listener
    with pytest.raises(FileError, match="no file of this computer"):
        tables(Path(form.format(url=url)))
    assert not calls


def test_contents_do_not_lead_to_the_network(
    tmp_path: Path, listener: tuple[str, list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, calls = listener
    # as a user might have set up for other work
    monkeypatch.setenv("ALLOW_OGR_SQL_FUNCTIONS_FROM_TRIGGER_AND_VIEW", "YES")
    monkeypatch.setenv("OGR_GEOCODE_QUERY_TEMPLATE", f"{url}/?%s")
    path = made(tmp_path, ".gpkg")
    with sqlite3.connect(path) as base:
        base.execute("create view v as select 1 as fid, ogr_geocode('x') as a")
        base.execute(
            "insert into gpkg_contents (table_name, data_type, identifier, srs_id)"
            " values ('v', 'attributes', 'v', 4326)"
        )
    base.close()
    with pytest.raises(FileError):
        tables(path)
    link = f"<NetworkLink><Link><href>{url}/a.kml</href></Link></NetworkLink>"
    kml = tmp_path / "t.kml"
    kml.write_text(f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{link}</Document></kml>')
    with pytest.raises(FileError, match="links to other files"):
        tables(kml)
    assert not calls


@pytest.mark.parametrize("ending", [".geojson", ".json", ".gpkg", ".kml", ".fgb", ".shp", ".zip"])
def test_a_virtual_file_does_not_open_what_it_points_to(tmp_path: Path, ending: str) -> None:
    secret = made(tmp_path, ".geojson", "secret")
    path = tmp_path / f"t{ending}"
    path.write_text(
        f'<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>{secret}</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>"
    )
    with pytest.raises(FileError, match="can't be read"):
        tables(path)


@pytest.mark.parametrize(
    "content",
    [
        '{"type": "Topology", "objects": {}, "arcs": []}',
        '{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read x"}',
        '{"rest": "/vsicurl/http://127.0.0.1:9/x.geojson"}',
    ],
)
def test_other_json_is_not_geojson(tmp_path: Path, content: str) -> None:
    path = tmp_path / "t.geojson"
    path.write_text(content)
    with pytest.raises(FileError, match="can't be read"):
        tables(path)


@pytest.mark.parametrize("ending", list(MAKERS))
@pytest.mark.parametrize("other", [".xlsx", ".gpkg", ".geojson"])
def test_a_file_under_a_wrong_name_is_refused(tmp_path: Path, ending: str, other: str) -> None:
    if ending in {other, ".csv"}:  # any text is a CSV, if an odd one
        return
    path = tmp_path / f"t{ending}"
    shutil.copy(made(tmp_path, other, "x"), path)
    with pytest.raises(FileError, match=r"can't be read|no workbook|no shapefile"):
        tables(path)


def test_a_name_means_nothing_but_itself(tmp_path: Path) -> None:
    path = made(tmp_path, ".geojson").rename(tmp_path / "a;b!c#d%20 'e'.geojson")
    made(tmp_path, ".geojson", "c")
    assert len(read(path)) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own refusal, of Linux")
def test_the_process_that_parses_has_no_network_and_writes_no_file(tmp_path: Path) -> None:
    code = (
        "import socket\n"
        "from gisplan.read import sandbox, Limits\n"
        "sandbox.enter(Limits())\n"
        "for act in (socket.socket, lambda: open('x', 'w').write('x' * 99999)):\n"
        "    try: act()\n"
        "    except OSError as error: print(type(error).__name__, error.errno)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout.split() == ["PermissionError", "1", "OSError", "27"]


# -- damaged ones ---------------------------------------------------------------------------

LONG = 10_000_000


def _long_csv(path: Path) -> None:
    path.write_bytes(b"a,b\n1,2\n3," + b"x" * LONG + b"\n")


def _long_quoted_csv(path: Path) -> None:
    path.write_bytes(b'a,b\n1,2\n3,"' + b"x\n" * (LONG // 2) + b'"\n')


def _long_xlsx(path: Path) -> None:
    rows = "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>{r - 1}</v></c></row>' for r in (1, 2, 5))
    shared_xlsx(path, rows, ["名称", "甲", "", "", "x" * LONG])


def _long_geojson(path: Path) -> None:
    table = frame()
    table.loc[2, "名称"] = "x" * LONG
    table.to_file(path)


@pytest.mark.parametrize(
    ("name", "make", "where"),
    [
        ("t.csv", _long_csv, "row 3"),
        ("t.csv", _long_quoted_csv, "row 3"),
        ("t.xlsx", _long_xlsx, "A5"),
        ("t.geojson", _long_geojson, "row 3: 名称"),
    ],
)
def test_a_cell_of_ten_million_characters_is_refused(
    tmp_path: Path, name: str, make: object, where: str
) -> None:
    path = tmp_path / name
    make(path)  # type: ignore[operator]
    with pytest.raises(FileError, match=rf"{where}.* than [\d,]+ characters") as caught:
        tables(path)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\n1,2\n3,\x004\n", "row 3 holds a NUL byte"),
        (b"a,b\n" + b"\x00" * 100, "row 2 holds a NUL byte"),
        (b'a,b\n1,2\n"3,4\n5,6\n', "quote opened in row 3 is not closed"),
        (b'a,b\n1,2\n"3"x,4\n', "row 3: a quote is followed by no separator"),
        (b"\n \n", "the table is empty"),
        ("名称,数\n" + "甲厂,1\n" * 9, None),
        (("名称,数\n" + "甲厂,1\n" * 9).encode()[:-4], "damaged from byte"),
        (b"\xff\xfea\x00,\x00b", "can't be read"),
        (b"a" * (131_072 * 64 + 1), "that is no table"),
    ],
)
def test_a_damaged_csv_is_refused(tmp_path: Path, content: bytes | str, said: str | None) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    if said is None:
        assert len(read(path)) == 9
        return
    with pytest.raises(FileError, match=said):
        tables(path)


@pytest.mark.parametrize("ending", [e for e in MAKERS if e != ".csv"])
def test_a_file_cut_off_anywhere_loses_no_row_in_silence(tmp_path: Path, ending: str) -> None:
    path = made(tmp_path, ending)
    data = path.read_bytes()
    for share in (0.02, 0.3, 0.6, 0.9, 0.99):
        path.write_bytes(data[: int(len(data) * share)])
        try:
            (table,) = inspect(path).tables
        except FileError:
            continue
        assert table.rows == len(ROWS), share


@pytest.mark.parametrize("ending", list(MAKERS))
def test_an_empty_or_missing_file_is_said(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"t{ending}"
    with pytest.raises(FileError, match="no such file"):
        tables(path)
    path.touch()
    with pytest.raises(FileError, match="the file is empty"):
        tables(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(FileError, match="no such file"):
        tables(path)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "t.kml"
    path.write_text(
        '<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><kml><Document><name>&b;</name>'
        "</Document></kml>"
    )
    with pytest.raises(FileError, match="DOCTYPE"):
        tables(path)


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = made(tmp_path, ".xlsx")
    with pytest.raises(FileError, match="took more than 0 seconds"):
        tables(path, options=ReadOptions(limits=Limits(seconds=0)))


def test_a_file_above_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = made(tmp_path, ".csv")
    with pytest.raises(FileError, match="above the limit of 10; split the file"):
        tables(path, options=ReadOptions(limits=Limits(file_bytes=10)))


def test_every_refusal_is_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "t.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [1]}))
    with pytest.raises(GisplanError) as caught:
        tables(path)
    assert caught.value.text("zh") == "t.geojson：无法读取（第 1 行不是要素）"
