"""Reading a layer as a table: its rows as texts, its columns, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.api.editing.layer_table import LayerTable, TableColumn
from gisplan.api.editing.read_only import is_as_shipped, why_read_only
from gisplan.api.editing.table_view import TableView, rows_shown
from gisplan.api.layers import require_layer
from gisplan.catalog import workspace
from gisplan.catalog.layer import Column, FileOrigin, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, FileError, OptionError
from gisplan.escape import restored
from gisplan.importing.as_texts import to_texts
from gisplan.importing.choose import SOURCE_FILE, SOURCE_ROW, made_id
from gisplan.importing.convert import PRECISION
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.cache import Record
from gisplan.pipeline.fingerprint import file_digest
from gisplan.read import read
from gisplan.read.validate import conform
from gisplan.read.validate_shapes import DEGREES, degree_columns
from gisplan.text import Text

__all__ = [
    "LayerTable",
    "TableView",
    "faults_of",
    "is_as_shipped",
    "rows_of",
    "rows_shown",
    "table_of",
    "why_read_only",
]

#: Columns that an import fills, and that nobody writes by hand.
_FILLED = (SOURCE_FILE, SOURCE_ROW)
#: Tables that were read lately, by file, and how many of them are kept at hand.
_LATELY: dict[Path, tuple[str, pd.DataFrame]] = {}
_AT_HAND = 4


def table_of(name: str, *, place: Workspace | None = None) -> LayerTable:
    """Give a layer as a table; nothing is made.

    Parameters
    ----------
    name : str
        Name of the layer.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    LayerTable
        With what is wrong in it, where it can be edited.

    Raises
    ------
    OptionError
        If there is no such layer, it has no table, or it was computed from others and was not
        made yet.
    FileError
        If its file can't be read.
    """
    place = place or workspace.find()
    listed = catalog.load(place)
    require_layer(listed, name)
    spec = listed.layers[name]
    reason, origin = why_read_only(spec, place), spec.origin
    if spec.geometry == "raster" or spec.is_large:
        raise OptionError(
            Text(
                f"{spec.title.zh}不是一张可以逐行看的表",
                f"{spec.title.en} is no table that can be looked through row by row",
            )
        )
    if reason is not None or not isinstance(origin, FileOrigin):
        rows = _rows_to_read(spec, place)
        return LayerTable(
            spec=spec, columns=_columns(spec, rows, listed), rows=rows, read_only=reason
        )
    path = origin.path
    rows, fingerprint = rows_of(path)
    faults, whole = faults_of(rows, spec)
    return LayerTable(
        spec=spec,
        columns=_columns(spec, rows, listed),
        rows=rows,
        path=path,
        fingerprint=fingerprint,
        faults=faults,
        whole=whole,
    )


def _rows_to_read(spec: LayerSpec, place: Workspace) -> pd.DataFrame:
    if isinstance(spec.origin, FileOrigin):
        read_ = read(spec.origin.path, layer=spec.origin.layer)
        table = restored(pd.DataFrame(read_.drop(columns="geometry", errors="ignore")))
        return table.astype("str").mask(table.isna(), "")
    record = Record.load(place.state, keeps=False)
    if spec.name not in record.layers:
        raise OptionError(
            Text(
                f"{spec.title.zh}由其他图层算出，还没有生成过；请先生成地图",
                f"{spec.title.en} is computed from other layers and was not made yet; make the"
                " maps first",
            )
        )
    table = record.kept_table(spec)
    plain = pd.DataFrame(table.drop(columns="geometry", errors="ignore"))
    texts = to_texts(plain, spec)
    texts.index = pd.RangeIndex(1, len(texts) + 1)
    if isinstance(table, gpd.GeoDataFrame) and spec.geometry == "point":
        points = table.geometry
        for head, values in (("lon", points.x), ("lat", points.y)):
            if head not in texts.columns:
                # six decimals of a degree are a tenth of a metre
                shown = values.map("{:.6f}".format, na_action="ignore").fillna("")
                texts[head] = shown.to_numpy()
    return texts


def rows_of(path: Path) -> tuple[pd.DataFrame, str]:
    """Give the rows of a table's file as texts, with the fingerprint of what was read.

    Parameters
    ----------
    path : pathlib.Path
        A CSV.

    Returns
    -------
    tuple of (pandas.DataFrame, str)
        By the row as an editor counts it, ``""`` where nothing stands; and the fingerprint.

    Raises
    ------
    FileError
        If it can't be read, or is written to all the time.
    """
    for _ in range(5):
        digest = file_digest(path)
        known = _LATELY.get(path)
        if known is not None and known[0] == digest:
            return known[1], digest
        table = restored(read(path), ending=path.suffix)
        found = pd.DataFrame(table).astype("str").fillna("")
        if file_digest(path) == digest:
            # so that the next page of a table that nobody changed is not read again
            _LATELY[path] = (digest, found)
            for other in list(_LATELY)[:-_AT_HAND]:
                _LATELY.pop(other, None)
            return found, digest
    raise FileError(
        Text(
            f"{path.name} 正在被别的程序改写，请稍候再试",
            f"{path.name} is being written by another program; try again in a while",
        )
    )


def _columns(
    spec: LayerSpec, rows: pd.DataFrame, listed: catalog.Catalog
) -> tuple[TableColumn, ...]:
    declared = {column.name: column for column in spec.columns}
    degrees = {column.name: column for column in degree_columns(spec)}
    made = (*made_id(spec), PRECISION) if SOURCE_ROW in declared else ()
    found = []
    for name in map(str, rows.columns):
        known = declared.get(name) or degrees.get(name)
        plain = Column(name=name, type="text", title=DEGREES.get(name, Text(name, name)))
        found.append(
            TableColumn(
                spec=known or plain,
                locked=known is None or name in _FILLED,
                made=name in made,
                words={} if known is None else _words_elsewhere(known, listed),
            )
        )
    return tuple(found)


def _words_elsewhere(column: Column, listed: catalog.Catalog) -> Mapping[str, Text]:
    # Of codes that a table holds bare, as kinds of plants, another layer may have the words.
    if not column.values or column.labels:
        return {}
    for spec in listed.layers.values():
        for other in spec.columns:
            if other.name == column.name and set(column.values) <= set(other.labels):
                return other.labels
    return {}


def faults_of(
    rows: pd.DataFrame, spec: LayerSpec
) -> tuple[dict[int, dict[str, Text]], tuple[Text, ...]]:
    """Hold a table against its declaration.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts, by row.
    spec : LayerSpec
        The declaration.

    Returns
    -------
    tuple of (dict, tuple of Text)
        Why rows can't be used, by row and column; and what is wrong with no one row, as a key
        that two rows share.
    """
    name = spec.origin.path.name if isinstance(spec.origin, FileOrigin) else spec.name
    whole: tuple[Text, ...] = ()
    try:
        problems = conform(rows, spec, file=name).problems
    except DataError as error:
        whole = error.faults or (error.message,)
        try:
            problems = conform(rows, spec, file=name, whole=False).problems
        except DataError:
            return {}, whole
    faults: dict[int, dict[str, Text]] = {}
    for item in problems:
        if item.set_aside and item.row is not None:
            faults.setdefault(item.row, {})[item.column] = item.message
    return faults, whole
