"""Looks of layers in a PostGIS database, in ``layer_styles``: QGIS' own table of styles.

QGIS looks for that table along the search path of whoever opens the layer, and takes the row of a
table that is the default. Rows that gisplan wrote begin their description with :data:`MARK`; who
saves a style over one of them in QGIS replaces that description, and the row is theirs from then
on. All other rows, and the table where it is there already, are left as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import psycopg
from psycopg import errors, sql

from gisplan.formats.prepared import Prepared, stamp
from gisplan.formats.qml import qml
from gisplan.formats.relation import Relation
from gisplan.formats.sld import sld
from gisplan.text import Text

#: QGIS' name of the table.
STYLES = "layer_styles"
#: How the description of a row begins that gisplan wrote.
MARK = "gisplan: "
#: The schema that everybody's search path has, unless somebody changed it.
_EVERYBODY = "public"
#: As QGIS makes the table. The last column stays empty: a style then holds however a layer of the
#: table is opened, also where the kind of its shapes is not named.
_COLUMNS = (
    ("id", "serial PRIMARY KEY"),
    ("f_table_catalog", "varchar"),
    ("f_table_schema", "varchar"),
    ("f_table_name", "varchar"),
    ("f_geometry_column", "varchar"),
    ("stylename", "text"),
    ("styleqml", "xml"),
    ("stylesld", "xml"),
    ("useasdefault", "boolean"),
    ("description", "text"),
    ("owner", "varchar(63) DEFAULT CURRENT_USER"),
    ("ui", "xml"),
    ("update_time", "timestamp DEFAULT CURRENT_TIMESTAMP"),
    ("type", "varchar"),
)
_NEEDED = frozenset(name for name, _ in _COLUMNS) - {"ui", "type", "owner"}
#: What refuses a style, and need not end an export: no right, no XML, a table of another kind.
_REFUSALS = (errors.ProgrammingError, errors.NotSupportedError, errors.IntegrityError)


def path_of(base: psycopg.Connection) -> tuple[str, ...]:
    """Give the schemas in which this user's QGIS looks for the table of styles.

    Parameters
    ----------
    base : psycopg.Connection
        An open connection, its search path as it was opened.

    Returns
    -------
    tuple of str
        In the order of the search path; those that exist.
    """
    found = base.execute("SELECT pg_catalog.unnest(pg_catalog.current_schemas(false))::text")
    return tuple(name for (name,) in found)


def store(
    base: psycopg.Connection, tables: Sequence[Relation], *, path: Sequence[str]
) -> Text | None:
    """Write the looks of tables as their default styles, of those without shapes their words.

    Parameters
    ----------
    base : psycopg.Connection
        An open connection, in a transaction, in which the tables were written.
    tables : sequence of Relation
        The tables; of one without shapes QGIS shows titles of columns and words of codes.
    path : sequence of str
        Where QGIS looks, as :func:`path_of` gives it.

    Returns
    -------
    Text or None
        Why the styles are not in the database, or what of them is otherwise; None if all are.
    """
    try:
        with base.transaction():
            schema = _schema(base, path)
            if schema is None:
                return _not_stored(
                    Text("用户的 search_path 中没有可用的模式", "the user's search path is empty")
                )
            there = _ready(base, schema)
            if lacking := _NEEDED - there:
                names = ", ".join(sorted(lacking))
                return _not_stored(
                    Text(
                        f"{schema}.{STYLES} 不是 QGIS 的样式表（缺少列 {names}），未动它",
                        f"{schema}.{STYLES} is not QGIS' table of styles (it has no {names}), and"
                        " was left alone",
                    )
                )
            others = [table.name for table in tables if not _store(base, schema, table, there)]
    except _REFUSALS as error:
        told = " ".join((error.diag.message_primary or str(error)).split())
        return _not_stored(Text(told, told))
    if not others:
        return None
    return Text(
        f"{'、'.join(others)} 在 {schema}.{STYLES} 中已有他人的默认样式，仍以其为默认；"
        "gisplan 的样式在旁可选",
        f"{', '.join(others)}: somebody's own default style in {schema}.{STYLES} stays the default;"
        " gisplan's is there to choose",
    )


def _not_stored(why: Text) -> Text:
    return Text(
        f"表已写入，QGIS 的样式未存入数据库：{why.zh}；可在 QGIS 中载入随文件导出的 .qml，"
        f"或请管理员给予 {_EVERYBODY}.{STYLES} 的写入权限",
        f"the tables are written, their styles for QGIS are not: {why.en}; load the .qml of an"
        f" export of files, or ask the administrator for the right to write"
        f" {_EVERYBODY}.{STYLES}",
    )


def _schema(base: psycopg.Connection, path: Sequence[str]) -> str | None:
    # Where QGIS finds the table, else where everybody's QGIS will find it.
    found = base.execute(
        sql.SQL(
            "SELECT n.nspname::text FROM pg_catalog.pg_class c"
            " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = {}"
        ).format(sql.Literal(STYLES))
    )
    holding = {name for (name,) in found}
    there = [name for name in path if name in holding]
    return next(iter([*there, *(n for n in path if n == _EVERYBODY), *path]), None)


def _ready(base: psycopg.Connection, schema: str) -> frozenset[str]:
    # See that the table is there, and give its columns. Exports into any schema take turns.
    base.execute(
        "SELECT pg_catalog.pg_advisory_xact_lock("
        f"pg_catalog.hashtextextended('gisplan {STYLES}', 0))"
    )
    at = sql.Identifier(schema, STYLES)
    columns = _columns(base, schema)
    if columns:
        return columns
    parts = (sql.SQL("{} {}").format(sql.Identifier(n), sql.SQL(kind)) for n, kind in _COLUMNS)
    base.execute(sql.SQL("CREATE TABLE {} ({})").format(at, sql.SQL(", ").join(parts)))
    return _columns(base, schema)


def _columns(base: psycopg.Connection, schema: str) -> frozenset[str]:
    found = base.execute(
        "SELECT a.attname::text FROM pg_catalog.pg_attribute a"
        " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
        " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = %s AND c.relname = %s AND a.attnum > 0 AND NOT a.attisdropped",
        [schema, STYLES],
    )
    return frozenset(name for (name,) in found)


def _store(base: psycopg.Connection, schema: str, table: Relation, columns: frozenset[str]) -> bool:
    """Write the style of a table in the place of the one that gisplan wrote before.

    Parameters
    ----------
    base : psycopg.Connection
        An open connection, in a transaction.
    schema : str
        Of the table of styles.
    table : Relation
        The table.
    columns : frozenset of str
        Columns of the table of styles.

    Returns
    -------
    bool
        Whether it is the default; where a default of others is there, that stays.
    """
    at = sql.Identifier(schema, STYLES)
    rows = base.execute(
        sql.SQL(
            "SELECT id, stylename, coalesce(useasdefault, false),"
            " coalesce(pg_catalog.starts_with(description, {}), false) FROM {}"
            " WHERE f_table_catalog = pg_catalog.current_database()"
            " AND f_table_schema = {} AND f_table_name = {} ORDER BY id"
        ).format(sql.Literal(MARK), at, sql.Literal(table.schema), sql.Literal(table.name))
    ).fetchall()
    ours = [row[0] for row in rows if row[3]]
    names = {row[1] for row in rows if not row[3]}
    default = not any(row[2] for row in rows if not row[3])
    item = _as_stored(table)
    title = item.spec.title
    name = table.name
    while name in names:
        name += " (gisplan)"
    xml = sql.SQL("XMLPARSE(DOCUMENT {})")
    values: dict[str, sql.Composable] = {
        "f_table_catalog": sql.SQL("pg_catalog.current_database()"),
        "f_table_schema": sql.Literal(table.schema),
        "f_table_name": sql.Literal(table.name),
        "f_geometry_column": sql.Literal(table.geometry if item.has_shapes else None),
        "stylename": sql.Literal(name),
        "styleqml": xml.format(sql.Literal(qml(item).decode())),
        "stylesld": xml.format(sql.Literal(sld(item).decode())) if item.has_shapes else sql.NULL,
        "useasdefault": sql.Literal(default),
        "description": sql.Literal(f"{MARK}{title.zh} | {title.en}"),
        "update_time": sql.Literal(stamp().replace(tzinfo=None)),
    }
    given = {column: value for column, value in values.items() if column in columns}
    named = sql.SQL(", ").join(map(sql.Identifier, given))
    row = sql.SQL(", ").join(given.values())
    if not ours:
        base.execute(sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(at, named, row))
        return default
    base.execute(
        sql.SQL("UPDATE {} SET ({}) = ROW({}) WHERE id = {}").format(
            at, named, row, sql.Literal(ours[0])
        )
    )
    for other in ours[1:]:
        base.execute(sql.SQL("DELETE FROM {} WHERE id = {}").format(at, sql.Literal(other)))
    return default


def _as_stored(table: Relation) -> Prepared:
    # The layer with its columns called as in the table, so that its styles name those.
    item, names = table.item, table.columns
    if all(old == new for old, new in names.items()):
        return item
    columns = tuple(replace(c, name=names[c.name]) for c in item.spec.columns)
    spec = replace(item.spec, columns=columns, key=tuple(names[name] for name in item.spec.key))
    drawing = item.symbology
    if drawing is not None:
        drawing = replace(
            drawing,
            column=drawing.column and replace(drawing.column, name=names[drawing.column.name]),
            label=_renamed(drawing.label, names),
        )
    layer = replace(item.layer, spec=spec, table=item.layer.table.rename(columns=names))
    return replace(item, layer=layer, symbology=drawing)


def _renamed(name: str | None, names: Mapping[str, str]) -> str | None:
    return None if name is None else names.get(name, name)
