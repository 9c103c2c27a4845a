"""What the files of a large layer tell of their points, and their folders of columns."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pyarrow as pa

from gisplan.catalog.layer import LayerSpec, PartsOrigin

#: What GeoParquet means when it names no CRS.
DEFAULT_CRS = "OGC:CRS84"


def parts_origin(spec: LayerSpec) -> PartsOrigin:
    """Give where a large layer comes from.

    Parameters
    ----------
    spec : LayerSpec
        Its declaration.

    Returns
    -------
    PartsOrigin
        Files, and what is filled in.

    Raises
    ------
    TypeError
        If the layer is not read in parts.
    """
    if not isinstance(spec.origin, PartsOrigin):
        raise TypeError(f"{spec.name} is not read in parts")
    return spec.origin


def told_by_folders(name: str) -> dict[str, str]:
    """Give the columns that the names of folders hold, as region=620102.

    Parameters
    ----------
    name : str
        Path below the layer's folder.

    Returns
    -------
    dict of str to str
        Value by column, as text.
    """
    parts = (part.split("=", 1) for part in name.split("/")[:-1] if "=" in part)
    return {key: unquote(value) for key, value in parts}


def points_told(schema: pa.Schema) -> dict[str, Any]:
    """Give the description of the points, empty if there is none.

    Parameters
    ----------
    schema : pa.Schema
        Schema of a GeoParquet file.

    Returns
    -------
    dict of str to Any
        The description of the primary column with its ``name``.
    """
    try:
        meta = json.loads((schema.metadata or {}).get(b"geo", b"{}"))
        column = meta["columns"][meta["primary_column"]]
        return {**column, "name": str(meta["primary_column"])}
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}


def points_column(schema: pa.Schema) -> str:
    """Give the name of the column of the points.

    Parameters
    ----------
    schema : pa.Schema
        Schema of a GeoParquet file.

    Returns
    -------
    str
        Empty if there is none.
    """
    name: str = points_told(schema).get("name", "")
    return name
