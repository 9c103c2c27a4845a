"""PostGIS: a real server, of the tests' own, with what is written read back by others."""

from __future__ import annotations

import datetime
import sys
import threading
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import psycopg
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import sql
from psycopg.rows import dict_row

from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.catalog.layer import AnalysisOrigin, Column, Layer
from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.errors import DatabaseError, DataError, OptionError
from gisplan.formats import geopackage, postgis
from gisplan.formats.prepared import Prepared, description
from gisplan.formats.relation import Relation
from gisplan.text import Text
from tests.exportdata import COLUMNS, COUNT, item, layer, near, ogr, rows_of, same_shapes
from tests.postgres import PASSWORD, Server
from tests.test_validate import spec

KINDS = ("point", "line", "polygon")
NAMES = [c.name for c in COLUMNS]
SCHEMA = "规划 2018"


def write(database: str, *items: Prepared, schema: str = SCHEMA) -> tuple[postgis.Stored, ...]:
    return postgis.write(items, database, schema=schema)


def ask(database: str, question: str, *words: Any) -> list[tuple[Any, ...]]:
    with psycopg.connect(database, autocommit=True) as base:
        return base.execute(question, words).fetchall()  # type: ignore[arg-type]


def rows_in(database: str, table: str, schema: str = SCHEMA) -> list[dict[str, Any]]:
    query = sql.SQL("SELECT * FROM {}").format(sql.Identifier(schema, table))
    with psycopg.connect(database, row_factory=dict_row) as base:
        return base.execute(query).fetchall()


def altered(source: Layer, *, table: pd.DataFrame | None = None, **changes: Any) -> Prepared:
    """Give the layer with its declaration or table changed."""
    facts = {name: getattr(source.spec, name) for name in source.spec.__slots__} | changes
    declared = type(source.spec)(**facts)
    return Prepared(layer=Layer(declared, source.table if table is None else table))


# -- what is written, read back --------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_read_by_gdal_it_equals_the_layer_and_the_geopackage(
    kind: str, database: str, tmp_path: Path
) -> None:
    told = item(kind)
    write(database, told, item("none", name="plain"))
    geopackage.write([told], tmp_path / "x.gpkg")
    rows, shapes = ogr(f"PG:{database}", f"{SCHEMA}.sample")
    assert rows == near(rows_of(told.layer))
    same_shapes(shapes, told.layer, within=1e-15 * 180)
    others, other_shapes = ogr(tmp_path / "x.gpkg", "sample")
    assert rows == {k: {name: row[name] for name in NAMES} for k, row in others.items()}
    assert shapes == other_shapes
    assert ogr(f"PG:{database}", f"{SCHEMA}.plain")[0] == near(rows_of(told.layer))


@pytest.mark.parametrize("kind", [*KINDS, "none"])
def test_to_the_last_bit(kind: str, database: str) -> None:
    told = item(kind)
    (stored,) = write(database, told)
    assert (stored.rows, stored.notes) == (COUNT, ())
    found = {}
    shapes = {}
    for row in rows_in(database, "sample"):
        if kind != "none":
            wkb = row.pop("geometry")
            shapes[row["code"]] = shapely.from_wkb(wkb) if wkb else None
        row["opened"] = row["opened"] and row["opened"].isoformat()
        found[row["code"]] = row
    assert found == rows_of(told.layer)
    if kind != "none":
        same_shapes(shapes, told.layer, within=0.0)
        wrong = (
            "SELECT count(*) FROM {} WHERE NOT ST_IsValid(geometry) OR ST_SRID(geometry) <> 4326"
        )
        at = sql.Identifier(SCHEMA, "sample")
        assert ask(database, sql.SQL(wrong).format(at)) == [(0,)]  # type: ignore[arg-type]


def test_types_keys_index_and_comments(database: str) -> None:
    write(database, item("polygon"))
    columns = ask(
        database,
        "SELECT attname, format_type(atttypid, atttypmod), attnotnull,"
        " col_description(attrelid, attnum) FROM pg_attribute"
        " WHERE attrelid = %s::regclass AND attnum > 0 ORDER BY attnum",
        f'"{SCHEMA}".sample',
    )
    types = [(name, kind, firm) for name, kind, firm, _ in columns]
    assert types == [
        ("code", "text", True),
        ("name_zh", "text", False),
        ("adcode", "text", False),
        ("population_2020", "bigint", False),
        ("density", "double precision", False),
        ("planned", "boolean", False),
        ("opened", "date", False),
        ("geometry", "geometry(MultiPolygon,4326)", False),
    ]
    comments = {name: words for name, _, _, words in columns}
    assert comments["population_2020"] == "人口（人） | residents (persons)"
    assert {c.name: description(c) for c in COLUMNS}.items() <= comments.items()
    assert "WGS 84" in comments["geometry"]
    indexes = ask(database, "SELECT indexdef FROM pg_indexes WHERE schemaname = %s", SCHEMA)
    told = "\n".join(line for (line,) in indexes)
    assert f'UNIQUE INDEX sample_pkey ON "{SCHEMA}".sample USING btree (code)' in told
    assert f'ON "{SCHEMA}".sample USING gist (geometry)' in told
    ((words,),) = ask(database, "SELECT obj_description(%s::regclass)", f'"{SCHEMA}".sample')
    for part in ("样例图层 | a sample", "made by the tests", "CC0-1.0", "2020", "OGC:CRS84"):
        assert part in words


def test_the_record_tells_of_source_parameters_and_bounds(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    parameters = {"columns": ["residents", "人口"], "share": 0.5, "nested": {"a": None}}
    origin = AnalysisOrigin(method="attach", inputs={"regions": "squares"}, parameters=parameters)
    write(database, altered(layer("point"), origin=origin), item("none", name="plain"))
    one, two = sorted(rows_in(database, postgis.RECORD), key=lambda row: row["table_name"])[::-1]
    assert one["made_from"] == {
        "analysis": "attach",
        "inputs": {"regions": "squares"},
        "parameters": parameters,
    }
    bounds = [round(float(x), 6) for x in layer("point").table.total_bounds]
    assert one["bbox"] == bounds
    assert (one["srid"], one["datum"], one["row_count"]) == (4326, "wgs84", COUNT)
    assert (one["licence"], one["vintage"]) == ("CC0-1.0", "2020")
    assert one["sources"] == ["made by the tests"]
    assert one["made_at"] == datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=datetime.UTC)
    assert one["description"]["title"] == {"zh": "样例图层", "en": "a sample"}
    assert (two["bbox"], two["srid"], two["crs"]) == (None, 0, "")


def test_the_shipped_layers(built: tuple[Workspace, Any], database: str, tmp_path: Path) -> None:
    place, _ = built
    names = ("counties", "bases", "plan_tasks")
    options = ExportOptions(
        layers=names, formats=("postgis", "geojson"), to=tmp_path, database=database
    )
    report = publish.export(place, options=options)
    assert [table.table for table in report.stored] == list(names)
    for name in ("counties", "bases"):
        plain = gpd.read_file(tmp_path / f"{name}.geojson").geometry
        found = rows_in(database, name, "gisplan")
        assert len(found) == len(plain)
        shapes = gpd.GeoSeries([r["geometry"] and shapely.from_wkb(r["geometry"]) for r in found])
        there = plain.notna()
        assert (shapes.notna() == there).all()
        # GeoJSON has six decimals, and keeps shapes valid on that grid
        apart = shapely.hausdorff_distance(plain[there].to_numpy(), shapes[there].to_numpy())
        assert apart.max() < 2e-6


@pytest.mark.parametrize(("datum", "srid"), [("cgcs2000", 4490), ("gcj02", 0)])
def test_another_datum_is_named(datum: Any, srid: int, database: str) -> None:
    told = item("point", datum=datum)
    (stored,) = write(database, told, schema="x")
    assert stored.table == f"sample_{datum}"
    found = ask(database, f"SELECT Find_SRID('x', 'sample_{datum}', 'geometry')")
    assert found == [(srid,)]
    (row,) = rows_in(database, postgis.RECORD, "x")
    assert row["layer"] == "sample"
    assert {"cgcs2000": "CGCS2000", "gcj02": "GCJ-02"}[datum] in row["crs"]
    shapes = {
        r["code"]: r["geometry"] and shapely.from_wkb(r["geometry"])
        for r in rows_in(database, f"sample_{datum}", "x")
    }
    same_shapes(shapes, told.layer, within=0.0)


# -- names -----------------------------------------------------------------------------------

HOSTILE = ['x"; DROP SCHEMA public CASCADE; --', "a.b", "%s %(x)s", "{} {0}", "\\'", "select", "表"]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_quoted(name: str, database: str) -> None:
    columns = (
        Column(name=name, type="text", title=Text(name, name), required=True),
        Column(name="geometry", type="text", title=Text("'; --", "'; --")),
        Column(name="xmin", type="number", title=Text("西", "west")),
    )
    declared = spec(*columns, geometry="point", name=name, title=Text(name, name))
    frame = pd.DataFrame({name: ["甲", name], "geometry": [name, None], "xmin": [1.5, None]})
    shapes = gpd.GeoSeries([shapely.Point(100, 35), shapely.Point(101, 36)], crs=4326)
    table = gpd.GeoDataFrame(frame.rename(columns={"geometry": "g"}), geometry=shapes)
    table = table.rename_geometry("shape").rename(columns={"g": "geometry"})
    for _ in range(2):
        (stored,) = write(database, Prepared(layer=Layer(declared, table)), schema=name)
        assert "xmin_" in stored.notes[0].en
    first, second = rows_in(database, name, name)
    assert (first[name], first["geometry"], first["xmin_"]) == ("甲", name, 1.5)
    assert (second[name], second["geometry"], second["xmin_"]) == (name, None, None)
    assert shapely.from_wkb(first["geometry_"]) == shapely.Point(100, 35)
    assert ask(database, "SELECT count(*) FROM pg_namespace WHERE nspname = 'public'") == [(1,)]


def test_names_that_would_be_cut_are_refused(database: str) -> None:
    with pytest.raises(OptionError, match="63 bytes"):
        write(database, schema="县" * 22)
    write(database, schema="县" * 21)
    for schema in ("", "a\0b"):
        with pytest.raises(OptionError, match="schema name"):
            write(database, schema=schema)
    with pytest.raises(OptionError, match="table name"):
        write(database, item("point", name="n" * 64))
    with pytest.raises(OptionError, match="table of descriptions"):
        write(database, item("point", name=postgis.RECORD))
    with pytest.raises(DatabaseError, match="refused"):
        write(database, schema="pg_mine")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(
            st.none() | st.text(st.characters(exclude_characters="\0", codec="utf-8")),
            st.none() | st.integers(-(2**63), 2**63 - 1),
            st.none() | st.floats(allow_nan=False),
            st.none() | st.booleans(),
            st.none() | st.dates(),
        ),
        max_size=20,
    )
)
def test_any_value_comes_back(rows: list[tuple[Any, ...]], database: str) -> None:
    kinds = {"t": "text", "i": "integer", "n": "number", "b": "boolean", "d": "date"}
    columns = [Column(name=name, type=kind, title=Text(name, name)) for name, kind in kinds.items()]  # type: ignore[arg-type]
    key = Column(name="key", type="integer", title=Text("键", "key"))
    t, i, n, b, d = zip(*rows, strict=True) if rows else ((),) * 5
    table = pd.DataFrame(
        {
            "key": range(len(rows)),
            "t": pd.array(t, dtype="str"),
            "i": pd.array(i, dtype="Int64"),
            "n": pd.array(n, dtype="float64"),
            "b": pd.array(b, dtype="boolean"),
            "d": pd.Series(d, dtype=object)
            .map(lambda x: x and x.isoformat())
            .astype("datetime64[s]"),
        }
    )
    write(database, Prepared(layer=Layer(spec(key, *columns, name="any"), table)), schema="x")
    found = sorted(rows_in(database, "any", "x"), key=lambda row: row["key"])
    assert [(r["t"], r["i"], r["n"], r["b"], r["d"]) for r in found] == rows


# -- twice, and half -------------------------------------------------------------------------


def test_twice_gives_the_same_and_keeps_views_and_rights(
    postgres: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    name = psycopg.conninfo.conninfo_to_dict(database)["dbname"]
    items = (item("polygon"), item("none", name="plain"))
    write(database, *items, schema="x")
    with psycopg.connect(database) as base:
        base.execute("CREATE VIEW x.mine AS SELECT code FROM x.sample")
        base.execute("GRANT SELECT ON x.sample TO public")
    before = postgres.dump(str(name), "x")
    write(database, *items, schema="x")
    assert postgres.dump(str(name), "x") == before
    assert "GRANT SELECT ON TABLE x.sample TO PUBLIC" in before
    assert before.count("COPY x.") == 3
    # rows that are no longer there go
    fewer = altered(layer("polygon"), table=layer("polygon").table.iloc[:2])
    write(database, fewer, schema="x")
    assert ask(database, "SELECT count(*) FROM x.mine") == [(2,)]
    assert ask(database, "SELECT count(*) FROM x.plain") == [(COUNT,)]


def test_a_changed_structure_is_made_anew_unless_something_hangs_on_it(database: str) -> None:
    write(database, item("polygon"), schema="x")
    other = item("point")
    write(database, other, schema="x")
    kind = "SELECT type FROM geometry_columns WHERE f_table_name = 'sample'"
    assert ask(database, kind) == [("POINT",)]
    # what a user took away is put back
    for undo in (
        "DROP INDEX x.sample_geometry_idx",
        "ALTER TABLE x.sample DROP CONSTRAINT sample_pkey",
    ):
        with psycopg.connect(database) as base:
            base.execute(undo)  # type: ignore[arg-type]
        write(database, other, schema="x")
    with psycopg.connect(database) as base:
        base.execute("CREATE VIEW x.mine AS SELECT geometry FROM x.sample")
    with pytest.raises(DatabaseError, match="views or others depend"):
        write(database, item("line", name="new"), item("polygon"), schema="x")
    assert ask(database, kind) == [("POINT",)]
    assert ask(database, "SELECT to_regclass('x.new')") == [(None,)]


def test_a_part_of_the_key_may_be_empty(database: str) -> None:
    told = altered(layer("none"), key=("code", "adcode"))
    (stored,) = write(database, told)
    assert "unique constraint" in stored.notes[0].en
    at = f'"{SCHEMA}".sample'
    found = ask(
        database, "SELECT contype::text FROM pg_constraint WHERE conrelid = %s::regclass", at
    )
    assert found == [("u",)]


def test_one_transaction(database: str) -> None:
    broken = layer("none", name="broken").table.assign(name_zh=["a\0b"] + ["c"] * (COUNT - 1))
    bad = altered(layer("none", name="broken"), table=broken)
    with pytest.raises(DataError, match=r"layer broken, row 1, column name_zh: a NUL"):
        write(database, item("point"), bad)
    assert ask(database, "SELECT count(*) FROM pg_namespace WHERE nspname = %s", SCHEMA) == [(0,)]
    write(database, item("point"))
    with pytest.raises(DataError):
        write(database, item("polygon"), bad)
    assert len(rows_in(database, "sample")) == COUNT
    assert [row["table_name"] for row in rows_in(database, postgis.RECORD)] == ["sample"]


def test_a_server_that_falls_over_leaves_what_was(
    postgres: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(database, item("point"))
    before = rows_in(database, "sample")
    name = str(psycopg.conninfo.conninfo_to_dict(database)["dbname"])
    rows = Relation.rows
    seen = []

    def ended(self: Relation) -> Any:
        yield from list(rows(self))[:2]
        # whoever reads meanwhile sees the old rows, and does not wait
        seen.append(rows_in(f"{database} options='-c lock_timeout=5s'", "sample"))
        with postgres.open("postgres") as base:
            base.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = %s AND application_name = 'gisplan'",
                [name],
            )
        yield from list(rows(self))[2:]

    monkeypatch.setattr(Relation, "rows", ended)
    with pytest.raises(DatabaseError):
        write(database, item("point"))
    assert seen == [before]
    assert rows_in(database, "sample") == before


def test_many_at_once_take_turns(database: str) -> None:
    faults = []

    def one() -> None:
        try:
            write(database, item("point"), item("none", name="plain"), schema="x")
        except BaseException as fault:  # told by the test
            faults.append(fault)

    threads = [threading.Thread(target=one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not faults
    assert len(rows_in(database, "sample", "x")) == COUNT


def test_a_table_of_others_is_left_alone(database: str) -> None:
    with psycopg.connect(database) as base:
        base.execute("CREATE SCHEMA x")
        base.execute("CREATE TABLE x.sample (mine integer)")
        base.execute("INSERT INTO x.sample VALUES (7)")
    with pytest.raises(DatabaseError, match="did not make; it was left alone"):
        write(database, item("none", name="plain"), item("point"), schema="x")
    assert ask(database, "SELECT * FROM x.sample") == [(7,)]
    assert ask(database, "SELECT to_regclass('x.plain')") == [(None,)]


# -- the command -----------------------------------------------------------------------------


def run(place: Workspace, *words: str, lang: str = "en") -> int:
    return main(["export", "-C", str(place.root), "--lang", lang, "--format", "postgis", *words])


def test_the_command_writes_tables_and_no_files(
    place: Workspace, database: str, capsys: Any
) -> None:
    assert run(place, "--all", "--database", database, "--schema", SCHEMA, lang="zh") == 0
    told = capsys.readouterr().out
    assert f"的模式 {SCHEMA}" in told
    assert "方格县" in told
    assert not place.exports.exists()
    (row,) = (r for r in rows_in(database, "joined") if r["adcode"] == "990101")
    assert (row["name_zh"], row["residents"]) == ("甲县", 10)
    assert len(rows_in(database, postgis.RECORD)) == 3


def test_files_wait_for_the_database(place: Workspace, database: str, capsys: Any) -> None:
    assert run(place, "joined", "--format", "csv", "--database", "host=/nowhere dbname=x") == 2
    capsys.readouterr()
    assert not list(place.exports.glob("[!.]*"))
    assert run(place, "joined", "--format", "every", "--database", database) == 0
    assert "written to database" in capsys.readouterr().out
    assert (place.exports / "joined.csv").exists()
    assert len(rows_in(database, "joined", "gisplan")) == 2


@pytest.mark.parametrize("way", ["environment", "pgpass", "service", "address", "variable"])
def test_the_password_may_come_any_way(
    way: str, place: Workspace, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = psycopg.conninfo.conninfo_to_dict(database)
    if way != "environment":
        monkeypatch.delenv("PGPASSWORD")
    if way == "pgpass":
        file = tmp_path / "pgpass"
        file.write_text(f"*:*:{words['dbname']}:owner:{PASSWORD}\n", encoding="utf-8")
        file.chmod(0o600)
        monkeypatch.setenv("PGPASSFILE", str(file))
    if way in ("service", "variable"):
        file = tmp_path / "services"
        lines = [f"{key}={value}" for key, value in words.items()]
        content = "\n".join(["[planning]", *lines, f"password={PASSWORD}", ""])
        file.write_text(content, encoding="utf-8")
        monkeypatch.setenv("PGSERVICEFILE", str(file))
    if way == "variable":
        monkeypatch.setenv("PGSERVICE", "planning")
    if way == "address":
        host = str(words["host"]).replace("/", "%2F")
        database = f"postgresql://owner:{PASSWORD}@{host}/{words['dbname']}"
    given = {"service": "planning", "variable": ""}.get(way, database)
    assert run(place, "squares", "--database", given) == 0
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    plain = psycopg.conninfo.make_conninfo(**words)
    assert len(rows_in(plain, "squares", "gisplan")) == 2


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("read-only role", ("没有写入的权限", "may not write")),
        ("read-only server", ("没有写入的权限", "may not write")),
        ("no server", ("连不上数据库", "can't be opened")),
        ("no host", ("连不上数据库", "can't be opened")),
        ("wrong password", ("password authentication failed", "password authentication failed")),
        ("no database", ("does not exist", "does not exist")),
        ("no postgis", ("CREATE EXTENSION postgis", "CREATE EXTENSION postgis")),
        ("not utf-8", ("UTF8 编码", "use one in UTF8")),
        ("no service", ("连不上数据库", "can't be opened")),
        ("nothing named", ("没有写明数据库", "no database is named")),
    ],
)
def test_what_a_server_refuses_is_said(  # noqa: PLR0917 (fixtures)
    fault: str,
    said: tuple[str, str],
    place: Workspace,
    postgres: Server,
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Any,
) -> None:
    name = str(psycopg.conninfo.conninfo_to_dict(database)["dbname"])
    if fault == "read-only role":
        with postgres.open(name) as base:
            base.execute("DROP ROLE IF EXISTS reader")
            base.execute(sql.SQL("CREATE ROLE reader LOGIN PASSWORD {}").format(PASSWORD))
        database = postgres.address(name, "reader")
    if fault == "read-only server":
        monkeypatch.setenv("PGOPTIONS", "-c default_transaction_read_only=on")
    if fault == "no server":
        database = database.replace(str(postgres.folder), "/nowhere")
    if fault == "no host":
        database = "postgresql://owner@host.invalid/x"
    if fault == "wrong password":
        monkeypatch.setenv("PGPASSWORD", "another-secret")
    if fault == "no database":
        database = postgres.address("nothing_of_the_name")
    if fault == "no postgis":
        database = postgres.address(postgres.new("template0"))
    if fault == "not utf-8":
        postgres.manage("DROP DATABASE IF EXISTS latin")
        postgres.manage("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
        with postgres.open("latin") as base:
            base.execute("CREATE EXTENSION postgis")
        database = postgres.address("latin")
    if fault == "no service":
        database = "a_service_of_no_file"
    words = [] if fault == "nothing named" else ["--database", database]
    for lang, expected in zip(("zh", "en"), said, strict=True):
        assert run(place, "squares", *words, lang=lang) == 2
        told = "".join(capsys.readouterr())
        assert expected in told
        assert PASSWORD not in told
        assert "another-secret" not in told
        assert "Traceback" not in told


SECRETS = [
    "tr0ub@dor",
    "corr/horse",
    "batt?staple",
    "per%zzcent",
    "spa ced'out",
    "ha#shed",
    "co:lon",
]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize(
    "shape",
    [
        "postgresql://me:{}@/x?host=/nowhere",
        "postgresql://me@/x?host=/nowhere&password={}",
        "host=/nowhere user=me password={} dbname=x",
        "host=/nowhere user=me password='{} dbname=x",
    ],
)
def test_no_piece_of_a_password_is_printed(
    secret: str, shape: str, place: Workspace, capsys: Any
) -> None:
    for lang in ("zh", "en"):
        assert run(place, "squares", "--database", shape.format(secret), lang=lang) == 2
        told = "".join(capsys.readouterr())
        assert told
        for piece in (secret[:4], secret[-4:]):
            assert piece not in told
    assert secret not in repr(ExportOptions(database=shape.format(secret)))


def test_a_password_that_is_also_the_user_is_not_printed(
    place: Workspace, postgres: Server, capsys: Any
) -> None:
    address = f"host={postgres.folder} dbname=x user=tr0ubador password=tr0ubador"
    assert run(place, "squares", "--database", address) == 2
    told = "".join(capsys.readouterr())
    assert "can't be opened" in told
    assert "tr0ubador" not in told


def test_without_the_extra_it_says_what_to_install(
    place: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    for name in ("gisplan.formats.postgis", "gisplan.formats.database"):
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("gisplan.formats.postgis")
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert run(place, "squares", "--database", "x") == 2
    assert "pip install 'gisplan[postgis]'" in capsys.readouterr().err


def test_a_database_without_its_format_is_a_mistake(place: Workspace, capsys: Any) -> None:
    words = ["export", "-C", str(place.root), "--lang", "en", "squares", "--database", "x"]
    assert main(words) == 2
    assert "add --format postgis" in capsys.readouterr().err


def test_it_is_documented() -> None:
    told = (Path(__file__).parent.parent / "docs" / "exports.md").read_text(encoding="utf-8")
    for word in ("| `postgis` |", "--database", "--schema", "PGPASSWORD", postgis.RECORD):
        assert word in told
