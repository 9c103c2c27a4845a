"""PostGIS: each layer a table of a schema, with key, spatial index and comments.

Beside the layers' tables the schema holds :data:`RECORD`, a row for each of them: what it is, where
it comes from, what it was made from. A table that the record does not know is not ours, and is
never touched. One that is as it should be keeps its place, so that views of it and rights on it
stay; its rows are replaced, and readers see the old ones until the transaction ends.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from gisplan.catalog.layer import Source
from gisplan.errors import DatabaseError, OptionError
from gisplan.formats import postgis_styles
from gisplan.formats.database import transaction, where
from gisplan.formats.datums import DATUM_TITLES
from gisplan.formats.metadata import bounds, made_from, to_sidecar
from gisplan.formats.prepared import Prepared, build_time, description
from gisplan.formats.relation import Relation, check_name
from gisplan.text import Text

#: The table that tells of the others.
RECORD = "gisplan_layers"
_LOCK_TIMEOUT = "600s"
_RECORD_COLUMNS = (
    ("table_name", "text PRIMARY KEY", "表名 | name of the table"),
    ("layer", "text NOT NULL", "图层 | layer"),
    ("datum", "text NOT NULL", "坐标系 | datum: wgs84, cgcs2000, gcj02"),
    ("title_zh", "text NOT NULL", "中文标题 | title in Chinese"),
    ("title_en", "text NOT NULL", "英文标题 | title in English"),
    ("crs", "text NOT NULL", "坐标参照系 | coordinate reference system"),
    ("srid", "integer NOT NULL", "SRID，0 为无 | SRID, 0 for none"),
    ("bbox", "float8[]", "西、南、东、北，度 | west, south, east, north in degrees"),
    ("row_count", "bigint NOT NULL", "行数 | rows"),
    ("vintage", "text NOT NULL", "数据年份 | what date or year the data speak of"),
    ("licence", "text NOT NULL", "许可 | licence"),
    ("sources", "text[] NOT NULL", "来源 | sources"),
    ("made_from", "jsonb NOT NULL", "由何生成及参数 | what it was made from, with parameters"),
    ("made_at", "timestamptz", "SOURCE_DATE_EPOCH 的时间 | time of SOURCE_DATE_EPOCH"),
    ("description", "jsonb NOT NULL", "完整说明 | the whole description, as NAME.meta.json"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A table that was written.

    Attributes
    ----------
    place : str
        Database and host.
    schema : str
        The schema it is in.
    table : str
        Its name.
    title : Text
        The layer's.
    rows : int
        Rows written.
    notes : tuple of Text
        What is otherwise than in the layer.
    styles : Text, optional
        What is to be said of the styles of all tables that were written with it; None if each
        is the default of its table in ``layer_styles``.
    """

    place: str
    schema: str
    table: str
    title: Text
    rows: int
    notes: tuple[Text, ...] = ()
    styles: Text | None = None


def write(items: Sequence[Prepared], database: str, *, schema: str) -> tuple[Stored, ...]:
    """Write layers into a schema of a PostGIS database, all in one transaction.

    Coordinates are full doubles; polygons and lines are of their multiple kinds. Numbers are
    double precision, whole numbers bigint. The key is the primary key, or a unique constraint
    where a part of it is empty in some row. The look of each layer of shapes is in
    ``layer_styles``, as QGIS keeps it, where the user may write there.

    Parameters
    ----------
    items : sequence of Prepared
        All in one datum.
    database : str
        As :func:`gisplan.formats.database.transaction` takes it.
    schema : str
        Made if it does not exist.

    Returns
    -------
    tuple of Stored
        What was written, in the order of ``items``.

    Raises
    ------
    OptionError
        If no database is named, or a name can't be PostgreSQL's.
    DataError
        If a text holds a NUL character, which PostgreSQL can't.
    DatabaseError
        If the server can't be reached, has no PostGIS or refuses, or if a table of the name is
        there that gisplan did not make. Nothing has changed there then.
    """
    check_name(schema, Text("模式", "schema"))
    tables = [Relation(item, schema) for item in items]
    if any(table.name == RECORD for table in tables):
        raise OptionError(
            Text(
                f"图层不能叫 {RECORD}，这是说明表的名称",
                f"a layer can't be called {RECORD}, the name of the table of descriptions",
            )
        )
    with transaction(database) as base:
        path = postgis_styles.path_of(base)
        postgis = _prepare(base, schema)
        for table in tables:
            _make(base, table, postgis)
            _fill(base, table)
            _tell(base, table)
        styles = postgis_styles.store(base, tables, path=path)
        return tuple(
            Stored(
                place=where(base),
                schema=schema,
                table=table.name,
                title=table.item.spec.title,
                rows=len(table.item.layer.table),
                notes=table.notes,
                styles=styles,
            )
            for table in tables
        )


# -- the schema ------------------------------------------------------------------------------


def _prepare(base: psycopg.Connection, schema: str) -> str:
    """Check the database, make schema and record, and give the quoted schema of PostGIS.

    Parameters
    ----------
    base : psycopg.Connection
        An open connection, in a transaction.
    schema : str
        Name of the schema.

    Returns
    -------
    str
        Such as ``public``, quoted where need be.

    Raises
    ------
    DatabaseError
        If there is no PostGIS, or the database is not in UTF-8.
    """
    base.execute("SELECT pg_catalog.set_config('lock_timeout', %s, true)", [_LOCK_TIMEOUT])
    # no table or function of the user's that is called as one of PostgreSQL's is ever meant
    base.execute("SELECT pg_catalog.set_config('search_path', '', true)")
    found = base.execute(
        "SELECT pg_catalog.quote_ident(n.nspname) FROM pg_catalog.pg_extension e"
        " JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'"
    ).fetchone()
    if found is None:
        raise DatabaseError(
            Text(
                f"数据库 {where(base)} 没有安装 PostGIS；请管理员执行 CREATE EXTENSION postgis",
                f"database {where(base)} has no PostGIS; ask its administrator for CREATE EXTENSION"
                " postgis",
            )
        )
    encoding = base.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise DatabaseError(
            Text(
                f"数据库 {where(base)} 的编码是 {encoding}，存不下全部文字；请用 UTF8 编码的数据库",
                f"database {where(base)} is in {encoding}, which can't hold every text; use one in"
                " UTF8",
            )
        )
    # two exports into one schema take turns
    base.execute(
        "SELECT pg_catalog.pg_advisory_xact_lock("
        "pg_catalog.hashtextextended('gisplan ' || %s::text, 0))",
        [schema],
    )
    there = "SELECT FROM pg_catalog.pg_namespace WHERE nspname = %s"
    if base.execute(there, [schema]).fetchone() is None:
        base.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
    if _oid(base, schema, RECORD) is None:
        _make_record(base, schema)
    return str(found[0])


def _make_record(base: psycopg.Connection, schema: str) -> None:
    path = sql.Identifier(schema, RECORD)
    columns = [
        sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(kind))
        for name, kind, _ in _RECORD_COLUMNS
    ]
    base.execute(sql.SQL("CREATE TABLE {} ({})").format(path, sql.SQL(", ").join(columns)))
    _comment(
        base, sql.SQL("TABLE {}").format(path), "gisplan 写出的图层 | layers that gisplan wrote"
    )
    for name, _, words in _RECORD_COLUMNS:
        _comment(base, _column(schema, RECORD, name), words)


def _oid(base: psycopg.Connection, schema: str, name: str) -> int | None:
    """Give PostgreSQL's number of a table, or of what else has its name.

    Parameters
    ----------
    base : psycopg.Connection
        An open connection, in a transaction.
    schema : str
        Name of the schema.
    name : str
        Name of the table.

    Returns
    -------
    int or None
        The number; None if nothing has the name.
    """
    found = base.execute(
        "SELECT c.oid::bigint FROM pg_catalog.pg_class c"
        " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = %s AND c.relname = %s",
        [schema, name],
    ).fetchone()
    return None if found is None else int(found[0])


# -- a table ---------------------------------------------------------------------------------


def _make(base: psycopg.Connection, table: Relation, postgis: str) -> None:
    """See that an empty table of the right structure is there.

    Parameters
    ----------
    base : psycopg.Connection
        An open connection, in a transaction.
    table : Relation
        What is to be there.
    postgis : str
        Quoted schema of PostGIS.

    Raises
    ------
    DatabaseError
        If a table of the name is there that gisplan did not make.
    """
    there = _oid(base, table.schema, table.name)
    if there is not None:
        _check_ours(base, table)
        if _structure(base, there) == _wanted(table, postgis):
            base.execute(sql.SQL("DELETE FROM {}").format(_path(table)))
            return
        base.execute(sql.SQL("DROP TABLE {}").format(_path(table)))
    parts = [
        sql.SQL("{} {}{}").format(
            sql.Identifier(name), sql.SQL(kind), sql.SQL(" NOT NULL" if firm else "")
        )
        for name, kind, firm in table.typed(postgis)
    ]
    key = sql.SQL(", ").join(sql.Identifier(table.columns[name]) for name in table.item.spec.key)
    word = sql.SQL("PRIMARY KEY" if table.keyed else "UNIQUE")
    parts.append(sql.SQL("{} ({})").format(word, key))
    base.execute(sql.SQL("CREATE TABLE {} ({})").format(_path(table), sql.SQL(", ").join(parts)))
    if table.item.has_shapes:
        base.execute(
            sql.SQL("CREATE INDEX ON {} USING gist ({})").format(
                _path(table), sql.Identifier(table.geometry)
            )
        )


def _check_ours(base: psycopg.Connection, table: Relation) -> None:
    known = base.execute(
        # no parameters: in their company a % in a name would be taken for one
        sql.SQL("SELECT layer, datum FROM {} WHERE table_name = {}").format(
            sql.Identifier(table.schema, RECORD), sql.Literal(table.name)
        )
    ).fetchone()
    if known != (table.item.name, table.item.datum):
        raise DatabaseError(
            Text(
                f"数据库 {where(base)} 的模式 {table.schema} 中已有 {table.name}，"
                "不是由这个图层写成的，未动它；请用 --schema 换一个模式，或先给它改名",
                f"database {where(base)}, schema {table.schema}: there is a {table.name} that this"
                " layer did not make; it was left alone. Give another --schema, or rename it",
            )
        )


def _wanted(table: Relation, postgis: str) -> tuple[object, ...]:
    key = [table.columns[name] for name in table.item.spec.key]
    indexed = [table.geometry] if table.item.has_shapes else []
    return table.typed(postgis), [("p" if table.keyed else "u", key)], indexed


def _structure(base: psycopg.Connection, oid: int) -> tuple[object, ...]:
    """Give columns, key and spatially indexed columns as they are in the database.

    Parameters
    ----------
    base : psycopg.Connection
        An open connection, in a transaction.
    oid : int
        PostgreSQL's number of the table.

    Returns
    -------
    tuple of object
        Comparable with what is wanted.
    """
    columns = base.execute(
        "SELECT attname::text, pg_catalog.format_type(atttypid, atttypmod), attnotnull"
        " FROM pg_catalog.pg_attribute"
        " WHERE attrelid = %s AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
        [oid],
    ).fetchall()
    keys = base.execute(
        "SELECT k.contype::text, ARRAY(SELECT a.attname::text"
        " FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS u(at, place)"
        " JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.at"
        " ORDER BY u.place) FROM pg_catalog.pg_constraint k"
        " WHERE k.conrelid = %s AND k.contype IN ('p', 'u')",
        [oid],
    ).fetchall()
    indexed = base.execute(
        "SELECT a.attname::text FROM pg_catalog.pg_index i"
        " JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid"
        " JOIN pg_catalog.pg_am m ON m.oid = x.relam AND m.amname = 'gist'"
        " JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]"
        " WHERE i.indrelid = %s AND i.indisvalid AND i.indnatts = 1 AND i.indpred IS NULL",
        [oid],
    ).fetchall()
    return columns, keys, [name for (name,) in indexed]


def _fill(base: psycopg.Connection, table: Relation) -> None:
    names, kinds = zip(*table.copied(), strict=True)
    into = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT binary)").format(
        _path(table), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    with base.cursor() as cursor:
        with cursor.copy(into) as copy:
            copy.set_types(list(kinds))
            for row in table.rows():
                copy.write_row(row)
        found = cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(_path(table))).fetchone()
    rows = len(table.item.layer.table)
    if found != (rows,):
        raise DatabaseError(
            Text(
                f"表 {table.name} 应有 {rows} 行，写入后读到 {found} 行；可能有触发器改动了数据",
                f"table {table.name} must have {rows} rows, and has {found} after the write; a"
                " trigger may have changed them",
            )
        )
    base.execute(sql.SQL("ANALYZE {}").format(_path(table)))


# -- what is said of it ----------------------------------------------------------------------


def _tell(base: psycopg.Connection, table: Relation) -> None:
    item, spec = table.item, table.item.spec
    lines = [
        f"{spec.title.zh} | {spec.title.en}",
        f"{spec.description.zh} | {spec.description.en}",
        *(f"来源 | source: {source}" for source in map(_source, spec.sources)),
        f"许可 | licence: {spec.licence}",
        f"年份 | vintage: {spec.vintage}",
        *([f"坐标系 | CRS: {DATUM_TITLES[item.datum]}"] if item.has_shapes else []),
    ]
    _comment(base, sql.SQL("TABLE {}").format(_path(table)), "\n".join(lines))
    for column in spec.columns:
        at = _column(table.schema, table.name, table.columns[column.name])
        _comment(base, at, description(column))
    if item.has_shapes:
        at = _column(table.schema, table.name, table.geometry)
        _comment(base, at, DATUM_TITLES[item.datum])
    record = sql.Identifier(table.schema, RECORD)
    name = sql.Literal(table.name)
    base.execute(sql.SQL("DELETE FROM {} WHERE table_name = {}").format(record, name))
    base.execute(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
            record,
            sql.SQL(", ").join(sql.Identifier(name) for name, _, _ in _RECORD_COLUMNS),
            sql.SQL(", ").join(map(sql.Literal, _record(table))),
        )
    )


def _record(table: Relation) -> list[Any]:
    item, spec = table.item, table.item.spec
    return [
        table.name,
        spec.name,
        item.datum,
        spec.title.zh,
        spec.title.en,
        DATUM_TITLES[item.datum] if item.has_shapes else "",
        table.srid,
        bounds(item.layer.table),
        len(item.layer.table),
        spec.vintage,
        spec.licence,
        [_source(source) for source in spec.sources],
        Jsonb(made_from(spec)),
        build_time(),
        Jsonb(json.loads(to_sidecar(item.layer, datum=item.datum))),
    ]


def _source(source: Source) -> str:
    return source.line()


def _path(table: Relation) -> sql.Identifier:
    return sql.Identifier(table.schema, table.name)


def _column(schema: str, table: str, name: str) -> sql.Composed:
    return sql.SQL("COLUMN {}").format(sql.Identifier(schema, table, name))


def _comment(base: psycopg.Connection, what: sql.Composed, words: str) -> None:
    base.execute(sql.SQL("COMMENT ON {} IS {}").format(what, sql.Literal(words)))
