"""KML for globes and phones; WGS 84 by definition."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pyarrow as pa

from gisplan.errors import DataError
from gisplan.formats.prepared import Prepared, gdal_options, narrowed, write_vector
from gisplan.text import Text

# Fields to which the library gives a meaning of KML's own if a column bears their names.
_SPECIAL = (
    "ID",
    "DESCRIPTION",
    "TIMESTAMP",
    "BEGIN",
    "END",
    "ALTITUDEMODE",
    "TESSELLATE",
    "EXTRUDE",
    "VISIBILITY",
    "DRAWORDER",
    "ICON",
    "HEADING",
    "TILT",
    "ROLL",
    "SNIPPET",
    "MODEL",
    "SCALE_X",
    "SCALE_Y",
    "SCALE_Z",
)
#: Written as the placemark's name, and not a second time as data.
_NAME = "gisplan-name"
# XML 1.0 has no way to hold these.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(item: Prepared, path: Path) -> None:
    """Write a layer as KML, all columns as typed extended data.

    A placemark's name is the feature's Chinese name, or the first column of its key.

    Parameters
    ----------
    item : Prepared
        With shapes, in WGS 84.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    DataError
        If a text has a control character, which XML can't hold.
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError
        If it can't be written.
    """
    _require_writable(item)
    own = {f"LIBKML_{name}_FIELD": f"gisplan-no-{name.lower()}" for name in _SPECIAL}

    def prepared(table: pa.Table) -> pa.Table:
        names = table.column(name_column(item))
        return narrowed(table).append_column(_NAME, names)

    with gdal_options(**own, LIBKML_NAME_FIELD=_NAME):
        write_vector(
            item,
            path,
            driver="LIBKML",
            prepare=prepared,
            dataset_options={"NAME": item.spec.title.zh},
            layer_options={"NAME": item.spec.title.zh, "DESCRIPTION": item.spec.description.zh},
        )


def name_column(item: Prepared) -> str:
    """Give the column that names a placemark.

    Parameters
    ----------
    item : Prepared
        The layer and its symbology.

    Returns
    -------
    str
        The column by which the map labels it, else ``name_zh``, ``name`` or the first of the key.
    """
    wanted = (item.symbology.label if item.symbology else None, "name_zh", "name", item.spec.key[0])
    return next(name for name in wanted if name in item.spec.column_names)


def _require_writable(item: Prepared) -> None:
    for column in item.spec.columns:
        if column.type != "text":
            continue
        cells = pd.Series(item.layer.table[column.name].dropna(), dtype=object)
        wrong = [row for row, cell in cells.items() if _UNWRITABLE.search(str(cell))]
        if wrong:
            row = int(str(wrong[0])) + 1
            raise DataError(
                Text(
                    f"图层 {item.name} 第 {row} 行的列 {column.name} 含控制字符，KML 无法保存",
                    f"layer {item.name}, row {row}: column {column.name} has a control character,"
                    " which KML can't hold",
                )
            )
