"""Looks in PostGIS: ``layer_styles`` as QGIS writes and reads it, and whose rows are whose."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas as gpd
import psycopg
import pyogrio
import pytest
import shapely
from psycopg import sql

from gisplan.catalog.layer import Column, Layer
from gisplan.formats import geopackage, postgis
from gisplan.formats.prepared import Prepared
from gisplan.render.style.symbology import Symbology, SymbologyClass
from gisplan.text import Text
from tests.exportdata import item
from tests.postgres import PASSWORD, Server
from tests.qgis import in_qgis
from tests.test_export_postgis import SCHEMA, ask, write
from tests.test_validate import spec

# Opens tables as QGIS' browser does, and gives what of a default style each has; then saves a
# style of the user's own for the last as QGIS does.
LOOK = """
import json, os, sys
from qgis.core import *
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()
words, tables = json.loads(sys.argv[2]), json.loads(sys.argv[3])
told = {}
for schema, name, shapes, kind in tables:
    uri = QgsDataSourceUri()
    uri.setConnection(words["host"], "5432", words["dbname"], words["user"], words["password"])
    uri.setDataSource(schema, name, shapes, "", "code")
    uri.setWkbType(kind)
    layer = QgsVectorLayer(uri.uri(False), name, "postgres")
    renderer = layer.renderer()
    told[name] = [
        layer.featureCount(),
        renderer and renderer.type(),
        [i.symbol().color().name() for i in renderer.legendSymbolItems()] if renderer else [],
        [f for f, n in enumerate(layer.fields()) if layer.editorWidgetSetup(f).type()],
    ]
for name in sys.argv[4:]:
    layer = QgsVectorLayer(sys.argv[1] + "/x.gpkg|layername=" + name, name, "ogr")
    renderer = layer.renderer()
    words = [layer.editorWidgetSetup(f).type() for f in range(layer.fields().count())]
    told["file " + name] = [renderer and renderer.type(), "ValueMap" in words]
layer = QgsVectorLayer(uri.uri(False), name, "postgres")
layer.saveStyleToDatabase("mine", "of the user", True, "")
print("RESULT" + json.dumps(told), flush=True)
os._exit(0)
"""


def styles(database: str) -> list[tuple[Any, ...]]:
    return ask(
        database,
        "SELECT f_table_schema, f_table_name, f_geometry_column, stylename, useasdefault,"
        " description FROM public.layer_styles ORDER BY id",
    )


def worded(told: Prepared) -> Prepared:
    """Give the layer with words for the codes of one of its columns."""
    columns = tuple(
        replace(c, labels={"620102": Text("城关", "Chengguan")}) if c.name == "adcode" else c
        for c in told.spec.columns
    )
    return replace(told, layer=replace(told.layer, spec=replace(told.spec, columns=columns)))


def test_qgis_opens_each_table_with_its_look(database: str, tmp_path: Path) -> None:
    items = (item("point", name="marks"), item("polygon"), worded(item("none", name="plain")))
    (stored, *_) = write(database, *items)
    assert stored.styles is None
    geopackage.write(items, tmp_path / "x.gpkg")
    words = {**psycopg.conninfo.conninfo_to_dict(database), "password": PASSWORD}
    tables = [
        [SCHEMA, "marks", "geometry", 1],
        [SCHEMA, "plain", None, 100],
        [SCHEMA, "sample", "geometry", 6],
    ]
    told = in_qgis(
        LOOK, str(tmp_path), json.dumps(words), json.dumps(tables), "marks", "plain", "sample"
    )
    assert told["marks"] == [9, "categorizedSymbol", ["#0072b2", "#d5d9dd"], []]
    assert told["sample"] == [9, "categorizedSymbol", ["#0072b2", "#d5d9dd"], []]
    assert told["plain"] == [9, None, [], [2]], "words of codes"
    assert told["file marks"] == told["file sample"] == ["categorizedSymbol", False]
    assert told["file plain"] == [None, True]
    # what the user saved in QGIS stays, and stays the default
    mine = (SCHEMA, "sample", "geometry", "mine", True, "of the user")
    assert mine in styles(database)
    (stored, *_) = write(database, *items)
    assert stored.styles is not None
    assert "sample: somebody's own default style" in stored.styles.en
    assert mine in styles(database)
    again = (SCHEMA, "sample", "geometry", "sample", False)
    assert again in [row[:5] for row in styles(database)]
    # the same name for the shapes as in the GeoPackage
    for name in ("marks", "sample"):
        told_of = pyogrio.read_info(tmp_path / "x.gpkg", layer=name)
        assert told_of["geometry_name"] == "geometry"


def test_a_rerun_replaces_its_own_rows_alone(database: str) -> None:
    write(database, item("polygon"), schema="x")
    write(database, item("polygon"), schema="y")
    with psycopg.connect(database) as base:
        base.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
            " f_geometry_column, stylename, useasdefault, description) VALUES"
            " (current_database(), 'x', 'sample', 'geometry', 'sample', NULL, NULL),"
            " ('other', 'x', 'sample', 'geometry', 'sample', true, 'gisplan: elsewhere')"
        )
        base.execute("UPDATE layer_styles SET styleqml = NULL WHERE id = 1")
    before = ask(database, "SELECT * FROM layer_styles WHERE id > 1 ORDER BY id")
    plain = replace(item("line"), symbology=None)
    (stored,) = write(database, plain, schema="x")
    assert stored.styles is None
    assert ask(database, "SELECT * FROM layer_styles WHERE id > 1 ORDER BY id") == before
    ((name, default, look, server),) = ask(
        database,
        "SELECT stylename, useasdefault, styleqml::text, stylesld::text FROM layer_styles"
        " WHERE id = 1",
    )
    assert (name, default) == ("sample (gisplan)", True)
    assert ElementTree.fromstring(look).find("renderer-v2").get("type") == "singleSymbol"
    assert "LineSymbolizer" in server


def test_columns_that_postgresql_renames_are_so_in_styles(database: str) -> None:
    number = Column(name="xmin", type="number", title=Text("西", "west"))
    code = Column(name="code", type="text", title=Text("编号", "code"), required=True)
    table = gpd.GeoDataFrame(
        {"code": ["a", "b"], "xmin": [1.0, 3.0]},
        geometry=[shapely.Point(100, 35), shapely.Point(101, 36)],
        crs=4326,
    )
    classes = (
        SymbologyClass(color="#0072b2", words=Text("低", "low"), above=0, upto=2),
        SymbologyClass(color="#d55e00", words=Text("高", "high"), above=2, upto=4),
    )
    drawing = Symbology(
        kind="class_breaks", column=number, classes=classes, label="xmin", least=1, most=3
    )
    layer = Layer(spec(code, number, geometry="point", name="west"), table)
    write(database, Prepared(layer=layer, symbology=drawing), schema="x")
    ((look, server),) = ask(
        database, "SELECT styleqml::text, stylesld::text FROM public.layer_styles"
    )
    root = ElementTree.fromstring(look)
    assert root.find("renderer-v2").get("attr") == "xmin_"
    assert root.find(".//text-style").get("fieldName") == "xmin_"
    assert ">xmin_</ogc:PropertyName>" in server


@pytest.mark.parametrize("why", ["no right", "another table", "no way"])
def test_tables_are_written_where_styles_can_not_be(
    why: str, postgres: Server, database: str
) -> None:
    name = str(psycopg.conninfo.conninfo_to_dict(database)["dbname"])
    if why == "another table":
        with postgres.open(name) as base:
            base.execute("CREATE TABLE layer_styles (mine integer)")
    if why == "no way":
        database += " options='-c search_path='"
    if why == "no right":
        with postgres.open(name) as base:
            base.execute("DROP ROLE IF EXISTS author")
            base.execute(sql.SQL("CREATE ROLE author LOGIN PASSWORD {}").format(PASSWORD))
            base.execute(
                sql.SQL("GRANT CREATE ON DATABASE {} TO author").format(sql.Identifier(name))
            )
            base.execute("REVOKE CREATE ON SCHEMA public FROM public")
        database = postgres.address(name, "author")
    (stored,) = write(database, item("point"))
    assert stored.styles is not None
    said = {
        "no right": "permission denied",
        "another table": "is not QGIS' table of styles",
        "no way": "search path is empty",
    }
    assert said[why] in stored.styles.en
    assert "样式未存入数据库" in stored.styles.zh
    assert ask(database, f'SELECT count(*) FROM "{SCHEMA}".sample') == [(9,)]
    assert [
        row[0] for row in ask(database, f'SELECT "table_name" FROM "{SCHEMA}".{postgis.RECORD}')
    ]
