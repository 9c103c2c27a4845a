"""GeoPackage: all layers in one file, with titles, descriptions, styles and metadata.

GDAL writes the layers; the rest is rows in tables that the standard names: ``gpkg_contents``
(title, description), ``gpkg_data_columns`` (Chinese titles and descriptions of columns),
``gpkg_metadata`` (the fields of ISO 19115 as QGIS keeps them, and gisplan's own description), and
``layer_styles``, QGIS' table of styles.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from gisplan.errors import FileError
from gisplan.formats.metadata import to_qmd, to_sidecar
from gisplan.formats.prepared import GEOMETRY, Prepared, free_name, stamp
from gisplan.formats.qml import qml
from gisplan.formats.sld import sld
from gisplan.formats.through_gdal import count_rows, gdal_options, write_vector
from gisplan.text import Text

_QGIS, _OWN = "http://mrcc.com/qgis.dtd", "urn:gisplan:layer"
_TABLES = """\
CREATE TABLE gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
  md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL,
  mime_type TEXT NOT NULL DEFAULT 'text/xml',
  metadata TEXT NOT NULL DEFAULT ''
);
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL,
  table_name TEXT,
  column_name TEXT,
  row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id INTEGER NOT NULL,
  md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id)
);
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  f_table_catalog TEXT(256),
  f_table_schema TEXT(256),
  f_table_name TEXT(256),
  f_geometry_column TEXT(256),
  styleName TEXT(30),
  styleQML TEXT,
  styleSLD TEXT,
  useAsDefault BOOLEAN,
  description TEXT,
  owner TEXT(30),
  ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
);
"""
_EXTENSION = "http://www.geopackage.org/spec131/#extension_metadata"
#: Where the header of SQLite counts the changes, and says which of them its size is of.
_CHANGES = (24, 92)


def write(items: Sequence[Prepared], path: Path) -> None:
    """Write layers and tables into one GeoPackage.

    Coordinates are full doubles; polygons and lines are of their multiple kinds. Times that the
    standard asks for are SOURCE_DATE_EPOCH, or the first day of 1980.

    Parameters
    ----------
    items : sequence of Prepared
        All in one datum.
    path : pathlib.Path
        The file to write; there must be none.

    Raises
    ------
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, sqlite3.Error
        If it can't be written.
    """
    moment = f"{stamp():%Y-%m-%dT%H:%M:%S}.000Z"
    # a part that is lost with its run needs no journal; whole, it is flushed before it counts
    with gdal_options(OGR_CURRENT_DATE=moment, OGR_SQLITE_SYNCHRONOUS="OFF"):
        for at, item in enumerate(items):
            write_vector(
                item,
                path,
                driver="GPKG",
                append=at > 0,
                # 1.2 holds all of it, and programs of some years ago read it without complaint
                dataset_options={} if at else {"VERSION": "1.2"},
                layer_options={
                    "FID": free_name("fid", item.spec),
                    **(
                        {"GEOMETRY_NAME": free_name(GEOMETRY, item.spec)} if item.has_shapes else {}
                    ),
                },
            )
    with _opened(path) as base:
        base.execute("PRAGMA synchronous = OFF")
        base.executescript(_TABLES)
        for table in ("gpkg_metadata", "gpkg_metadata_reference"):
            row = (table, None, "gpkg_metadata", _EXTENSION, "read-write")
            base.execute("INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)", row)
        base.execute(
            "INSERT INTO gpkg_contents"
            " (table_name, data_type, identifier, description, last_change)"
            " VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?)",
            (moment,),
        )
        for item in items:
            _describe(base, item, moment)
            _style(base, item, moment)
    _settle(path)


def _settle(path: Path) -> None:
    """Set the count of changes, which differs from run to run: equal content is equal bytes.

    SQLite raises it with every transaction, to tell others who have the file open; nobody has. The
    second of the two says for which count the size in the header holds.

    Parameters
    ----------
    path : Path
        A database that nobody has open.
    """
    with path.open("rb+") as file:
        for at in _CHANGES:
            file.seek(at)
            file.write((1).to_bytes(4, "big"))


def count(path: Path) -> int:
    """Check the database, read every row of every layer and count them.

    Parameters
    ----------
    path : Path
        A GeoPackage.

    Returns
    -------
    int
        Rows of all layers together; styles don't count.

    Raises
    ------
    FileError
        If the database is damaged.
    """
    with _opened(path) as base:
        (state,) = base.execute("PRAGMA quick_check").fetchone()
        names = [
            name
            for (name,) in base.execute("SELECT table_name FROM gpkg_contents ORDER BY 1")
            if name != "layer_styles"
        ]
    if state != "ok":
        raise FileError(Text(f"{path.name} 已损坏：{state}", f"{path.name} is damaged: {state}"))
    return sum(count_rows(path, layer=name) for name in names)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    base = sqlite3.connect(path)
    try:
        with base:
            yield base
    finally:
        base.close()


def _describe(base: sqlite3.Connection, item: Prepared, moment: str) -> None:
    spec = item.spec
    base.execute(
        "UPDATE gpkg_contents SET identifier = ?, description = ? WHERE table_name = ?",
        (
            f"{spec.title.zh} ({spec.name})",
            f"{spec.description.zh} | {spec.description.en}",
            spec.name,
        ),
    )
    told = (
        (_QGIS, "text/xml", to_qmd(item)),
        (_OWN, "application/json", to_sidecar(item.layer, datum=item.datum)),
    )
    for standard, mime, content in told:
        row = base.execute(
            "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata)"
            " VALUES ('dataset', ?, ?, ?)",
            (standard, mime, content.decode()),
        )
        base.execute(
            "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, ?, NULL)",
            (spec.name, moment, row.lastrowid),
        )


def _style(base: sqlite3.Connection, item: Prepared, moment: str) -> None:
    base.execute(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
        " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,"
        " update_time) VALUES ('', '', ?, ?, ?, ?, ?, 1, ?, '', ?)",
        (
            item.name,
            free_name(GEOMETRY, item.spec) if item.has_shapes else "",
            item.name,
            qml(item).decode(),
            sld(item).decode() if item.has_shapes else "",
            item.spec.title.zh,
            moment,
        ),
    )
