"""KML for globes and phones; WGS 84 by definition."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from gisplan.catalog.layer import Layer
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
# The library puts texts with "<", ">" or "&" between these two as they are, but for one that
# begins with the first, which it takes for written already. Both are parted by a sign of private
# use, which then gives way to what XML has for it.
_MARK = "\ue0f7\ue0f8"
_FIRST, _LAST = "<![CDATA[", "]]>"
_PARTED = {
    f"<{_MARK}![CDATA[": _FIRST,
    f"]]{_MARK}>": "]]]]><![CDATA[>",
}


def write(item: Prepared, path: Path) -> None:
    """Write a layer as KML, all columns as typed extended data.

    What XML can't hold (:func:`losses`) becomes U+FFFD.
    A placemark's name is the feature's Chinese name, or the first column of its key.

    Parameters
    ----------
    item : Prepared
        With shapes, in WGS 84.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError
        If it can't be written.
    """
    own = {f"LIBKML_{name}_FIELD": f"gisplan-no-{name.lower()}" for name in _SPECIAL}

    def prepared(table: pa.Table) -> pa.Table:
        names = table.column(name_column(item))
        return _writable(narrowed(table).append_column(_NAME, names))

    title, about = _held(item.spec.title.zh), _held(item.spec.description.zh)
    with gdal_options(**own, LIBKML_NAME_FIELD=_NAME):
        write_vector(
            item,
            path,
            driver="LIBKML",
            prepare=prepared,
            dataset_options={"NAME": title},
            layer_options={"NAME": title, "DESCRIPTION": about},
        )
    content = path.read_bytes()
    if _MARK.encode() in content:
        for parted, whole in _PARTED.items():
            content = content.replace(parted.encode(), whole.encode())
        path.write_bytes(content)


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


def losses(layer: Layer) -> tuple[Text, ...]:
    """Tell how many texts of a layer hold characters that KML can't.

    Parameters
    ----------
    layer : Layer
        The layer.

    Returns
    -------
    tuple of Text
        Empty if there are none.
    """
    count = sum(
        int(_texts(layer.table[column.name]).str.contains(_UNWRITABLE).sum())
        for column in layer.spec.columns
        if column.type == "text"
    )
    if not count:
        return ()
    return (
        Text(
            f"{count} 处文字含 KML 不能保存的控制字符，已写作 �",
            f"{count} text(s) hold control characters, which KML can't; written as �",
        ),
    )


def _texts(values: pd.Series[Any]) -> pd.Series[str]:
    return values.dropna().astype(str)


def _writable(table: pa.Table) -> pa.Table:
    for at, field in enumerate(table.schema):
        if pa.types.is_string(field.type) or pa.types.is_large_string(field.type):
            cells = [c if c is None else _held(c) for c in table.column(at).to_pylist()]
            table = table.set_column(at, field, pa.array(cells, type=field.type))
    return table


def _held(text: str) -> str:
    """Put U+FFFD in place of what XML can't hold, and part what the library would misread.

    Parameters
    ----------
    text : str
        Text of a cell.

    Returns
    -------
    str
        Text that reads back the same.
    """
    held = _UNWRITABLE.sub("\ufffd", text).replace(_LAST, f"]]{_MARK}>")
    return held.replace(_FIRST, f"<{_MARK}![CDATA[") if held.startswith(_FIRST) else held
