"""What differs between two scenarios as one file that the user names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.api.compare import Comparison, differing
from gisplan.api.result_book import ResultTable, result_book, result_csv
from gisplan.api.targets import check_target, write_target
from gisplan.catalog.layer import Layer, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError
from gisplan.formats.geojson import to_geojson
from gisplan.formats.office_book import tab_name
from gisplan.text import Lang, Text

ENDINGS = (".xlsx", ".csv", ".geojson")
#: Words for what became of a row.
KINDS = {
    "changed": Text("有变化", "changed"),
    "added": Text("仅在乙中", "in B only"),
    "removed": Text("仅在甲中", "in A only"),
}
_YES = {"True": Text("是", "yes"), "False": Text("否", "no")}
_SHAPE = Text("位置或形状", "position or shape")


def write(
    found: Comparison,
    path: Path,
    *,
    lang: Lang = "zh",
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Write what differs between two scenarios, in the format that the ending names.

    Parameters
    ----------
    found : Comparison
        What differs.
    path : pathlib.Path
        Ending in ``.xlsx`` (all differences, and a sheet for each layer), ``.csv`` (all
        differences) or ``.geojson`` (the rows that differ and have a place, ``layer`` telling of
        which layer).
    lang : {"zh", "en"}
        Language of titles and names; a GeoJSON has both.
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Raises
    ------
    OptionError
        If the ending is another.
    DataError
        If nothing that differs has a place that a GeoJSON could hold.
    FileError
        If the file can't be written, or one is there that must stay.
    """
    check_target(path, *ENDINGS, place=place, overwrite=overwrite)
    ending = path.suffix.lower()
    if ending == ".geojson":
        content = _geojson(found)
    elif ending == ".csv":
        content = result_csv(differences(found, lang), lang=lang)
    else:
        content = _workbook(found, lang)
    write_target(path, content, place=place, overwrite=overwrite)


def column_title(spec: LayerSpec, column: str | None) -> Text:
    """Say what a column of a difference is.

    Parameters
    ----------
    spec : LayerSpec
        Of the layer.
    column : str or None
        As :class:`gisplan.analysis.tables.difference.Difference` has it.

    Returns
    -------
    Text
        Its title with its unit; empty where the whole row is in one only.
    """
    if not column:
        return Text("", "")
    return _SHAPE if column == "geometry" else spec.column(column).title_with_unit


def row_names(found: Comparison, name: str, lang: Lang) -> dict[str, str]:
    """Give what the rows of a layer that differ are called.

    Parameters
    ----------
    found : Comparison
        What differs.
    name : str
        The layer.
    lang : {"zh", "en"}
        Language of the names.

    Returns
    -------
    dict of str to str
        Key to name; no entry where a layer has none.
    """
    held, spec = found.differences[name], found.specs[name]
    column = f"name_{lang}"
    if column not in held.table:
        return {}
    keys = held.table[list(spec.key)].astype(str).agg(", ".join, axis=1)
    named = held.table[column]
    return {key: str(one) for key, one in zip(keys, named, strict=True) if pd.notna(one)}


def differences(found: Comparison, lang: Lang) -> ResultTable:
    """Give all that differs as one table for people.

    Parameters
    ----------
    found : Comparison
        What differs.
    lang : {"zh", "en"}
        Language of titles and names.

    Returns
    -------
    ResultTable
        Layer, key, name, column, both values and their difference, unrounded.
    """
    rows: list[tuple[Any, ...]] = []
    for name, held in found.differences.items():
        spec, called = found.specs[name], row_names(found, name, lang)
        cells = held.cells.astype(object)
        for cell in cells.where(cells.notna(), None).to_dict("records"):
            column = cell["column"]
            both = [_value(cell[side], spec, column, lang) for side in ("a", "b")]
            rows.append(
                (
                    spec.title.get(lang),
                    cell["key"],
                    called.get(cell["key"]),
                    column_title(spec, column).get(lang),
                    *both,
                    # without the last digits that a subtraction leaves
                    cell["change"] and float(f"{cell['change']:.12g}"),
                    KINDS[cell["kind"]].get(lang),
                )
            )
    return ResultTable(
        name=Text("差异", "what differs"),
        heads=(
            Text("图层", "layer"),
            Text("键", "key"),
            Text("名称", "name"),
            Text("列（单位）", "column (unit)"),
            Text("甲", "A"),
            Text("乙", "B"),
            Text("乙减甲", "B less A"),
            Text("差异", "difference"),
        ),
        rows=rows,
        widths=(24, 16, 20, 30, 18, 18, 16, 12),
        note=found.beside,
    )


def parts_table(found: Comparison, lang: Lang) -> ResultTable:
    """Give what is served, full and out of reach in both scenarios as a table for people.

    Parameters
    ----------
    found : Comparison
        What differs.
    lang : {"zh", "en"}
        Language of titles.

    Returns
    -------
    ResultTable
        A row for each part of each layer that tells them; amounts and shares, unrounded.
    """
    return ResultTable(
        name=Text("三部分合计", "three parts in all"),
        heads=(
            Text("图层", "layer"),
            Text("部分（单位）", "part (unit)"),
            Text("甲", "A"),
            Text("甲（%）", "A (%)"),
            Text("乙", "B"),
            Text("乙（%）", "B (%)"),
            Text("乙减甲", "B less A"),
            Text("乙减甲（百分点）", "B less A (points)"),
        ),
        rows=[
            (
                found.specs[name].title.get(lang),
                found.specs[name].column(row["column"]).title_with_unit.get(lang),
                *(row[key] for key in ("a", "a_share", "b", "b_share", "change", "change_share")),
            )
            for name, parts in found.parts.items()
            for row in parts.to_dict("records")
        ],
        widths=(24, 34, 16, 10, 16, 10, 16, 16),
        note=found.beside,
    )


def _value(text: str | None, spec: LayerSpec, column: str | None, lang: Lang) -> str | float | None:
    if text is None or not column or column == "geometry":
        return text
    declared = spec.column(column)
    if declared.type in ("number", "integer"):
        return float(text)
    if declared.type == "boolean":
        return _YES[text].get(lang)
    labels = declared.labels
    return labels[text].get(lang) if text in labels else text


def _workbook(found: Comparison, lang: Lang) -> bytes:
    layers = differing(found)
    taken: set[str] = set()
    parts = [parts_table(found, lang)] if found.parts else []
    sheets = [
        *parts,
        differences(found, lang),
        *(_layer_table(layer, lang, taken) for layer in layers),
    ]
    sources = [source for spec in found.specs.values() for source in spec.sources]
    title = found.title
    return result_book(
        sheets,
        title=title,
        lang=lang,
        facts=(
            (Text("甲", "A"), found.a.title),
            (Text("乙", "B"), found.b.title),
            (Text("对比的图层数", "layers compared"), len(found.compared)),
            (Text("有差异的图层数", "layers that differ"), len(found.differences)),
            (Text("差异数", "differences"), len(found.cells)),
        ),
        notes=(*found.problems, *found.apart),
        sources=sources,
    )


def _layer_table(layer: Layer, lang: Lang, taken: set[str]) -> ResultTable:
    columns, table = layer.spec.columns, layer.table
    title = layer.spec.title
    tab = tab_name(title.get(lang), taken)
    cells = []
    for column in columns:
        labels = {key: words.get(lang) for key, words in column.labels.items()}
        cells.append([labels.get(value, value) for value in table[column.name]])
    return ResultTable(
        name=Text(tab, tab),
        heads=[column.title_with_unit for column in columns],
        rows=list(zip(*cells, strict=True)),
        note=title,
        widths=[20] * len(columns),
    )


def _geojson(found: Comparison) -> bytes:
    features: list[dict[str, Any]] = []
    for layer in differing(found):
        if not isinstance(layer.table, gpd.GeoDataFrame):
            continue
        held = json.loads(to_geojson(layer))
        for feature in held["features"]:
            feature["properties"] = {"layer": layer.spec.name, **feature["properties"]}
        features += held["features"]
    if not features:
        raise DataError(
            Text(
                "有差异的行都没有位置，不能写成 GeoJSON；可写成 .xlsx 或 .csv",
                "no row that differs has a place that a GeoJSON could hold; write .xlsx or .csv",
            )
        )
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False).encode()
