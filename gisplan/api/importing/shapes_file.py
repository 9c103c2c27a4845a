"""Layers of the shapes that come with rows, and the file that keeps those of rows set aside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from gisplan.catalog.as_toml import for_people, in_line, quoted
from gisplan.catalog.layer import GeometryKind, LayerSpec
from gisplan.importing import summary
from gisplan.importing.shapes import PART, SUFFIXES, TITLES, areas, split
from gisplan.read import read, tables
from gisplan.text import Text

_AREA = "drawn_area"


def layer_names(spec: LayerSpec) -> dict[GeometryKind, str]:
    """Name the layers of shapes that go with a layer of points.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer of points.

    Returns
    -------
    dict of str to str
        Name by kind of shape.
    """
    return {kind: spec.name + suffix for kind, suffix in SUFFIXES.items()}


def layers_of(
    shapes: Sequence[gpd.GeoDataFrame], table: pd.DataFrame, spec: LayerSpec, folder: Path
) -> list[tuple[Path, bytes | None]]:
    """Give the layers of shapes after an import: those of its rows, and earlier ones that stay.

    Parameters
    ----------
    shapes : sequence of geopandas.GeoDataFrame
        Key of the layer and shapes, EPSG:4326, of the rows of this import that come as more
        than a point.
    table : pandas.DataFrame
        All rows that the layer has now, as texts; ``new`` tells those of this import.
    spec : LayerSpec
        Declaration of the layer of points.
    folder : pathlib.Path
        Where layers are declared.

    Returns
    -------
    list of (pathlib.Path, bytes or None)
        Files of the layers and, where one is new, its declaration; None where a layer of
        shapes has no row left.
    """
    key = list(spec.key)
    if not any(map(len, shapes)) and not any(
        (folder / f"{name}.geojson").is_file() for name in layer_names(spec).values()
    ):
        return []  # of rows that are points alone, no list of keys is made
    there = set(_keys(table, key))
    new = set(_keys(table[table["new"]], key))
    named = next((n for n in ("name_zh", "name") if n in table.columns), None)
    names = dict(zip(_keys(table, key), table[named], strict=True)) if named else {}
    given = pd.concat([frame for frame in shapes if len(frame)]) if any(map(len, shapes)) else None
    files: list[tuple[Path, bytes | None]] = []
    for kind, name in layer_names(spec).items():
        path = folder / f"{name}.geojson"
        declared = folder / f"{name}.toml"
        parts = []
        if path.is_file() and declared.is_file():
            old = read(path)
            known = _keys(old, key)
            parts.append(old[[one in there and one not in new for one in known]])
        if given is not None:
            some = split(gpd.GeoSeries(given["geometry"].reset_index(drop=True), crs=4326))[kind]
            columns = given[key].reset_index(drop=True).loc[some.index].astype(str)
            parts.append(gpd.GeoDataFrame(columns, geometry=some, crs=4326))
        rows = pd.concat(parts, ignore_index=True) if parts else None
        if rows is None or rows.empty:
            if path.is_file() and declared.is_file():
                files.append((path, _collection([])))
            continue
        rows = gpd.GeoDataFrame(rows, geometry="geometry", crs=4326)
        files.append((path, _written(rows, kind, key, names)))
        if not declared.is_file():
            files.append((declared, _declaration(spec, kind, path.name).encode()))
    return files


def _keys(table: pd.DataFrame, key: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(table[name].astype(str) for name in key), strict=True))


def _written(
    rows: gpd.GeoDataFrame, kind: GeometryKind, key: list[str], names: dict[tuple[str, ...], str]
) -> bytes:
    if kind == "point":
        rows = rows.explode(ignore_index=True)
        rows[PART] = rows.groupby(key, sort=False).cumcount() + 1
    drawn = areas(rows.geometry) if kind == "polygon" else None
    members = []
    for at, (one, shape) in enumerate(zip(_keys(rows, key), rows.geometry, strict=True)):
        values: dict[str, Any] = dict(zip(key, one, strict=True))
        values["name_zh"] = names.get(one, "")
        if drawn is not None:
            values[_AREA] = round(float(drawn.iloc[at]), 6)
        if kind == "point":
            values[PART] = int(rows[PART].iloc[at])
        members.append((values, shape))
    return _collection(members)


def _collection(members: Sequence[tuple[dict[str, Any], Any]], *, known: bool = True) -> bytes:
    # Write GeoJSON, a feature a line; ``known`` is whether the coordinates have a system.
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": values,
                "geometry": None if shape is None else json.loads(shapely.to_geojson(shape)),
            },
            ensure_ascii=False,
        )
        for values, shape in members
    ]
    crs = "" if known else '"crs": null, '
    body = ",\n".join(lines)
    return f'{{"type": "FeatureCollection", {crs}"features": [\n{body}\n]}}\n'.encode()


def _declaration(spec: LayerSpec, kind: GeometryKind, file: str) -> str:
    called = TITLES[kind]
    title = Text(f"{spec.title.zh}（{called.zh}）", f"{spec.title.en} ({called.en})")
    told = Text(
        f"图层 {spec.name} 中以图形给出的行，与该图层同编号；由 gisplan import 写入",
        f"Rows of the layer {spec.name} that came as shapes, by the same key; gisplan import "
        "writes it",
    )
    key = [*spec.key, *([PART] if kind == "point" else [])]
    titles = {column.name: column.title for column in spec.columns}
    lines = [
        f"title = {_words(title)}",
        f"description = {_words(told)}",
        f'geometry = "{kind}"',
        f"key = {in_line(key)}",
        f"vintage = {for_people(spec.vintage)}",
        f"licence = {for_people(spec.licence)}",
        'positions = "site"',
        "",
        "[from]",
        f"file = {quoted(file)}",
        "",
        "[[sources]]",
        f"title = {for_people(spec.title.zh)}",
        f"date = {for_people(spec.vintage)}",
        "",
        "[columns]",
    ]
    lines += [
        f'{name} = {{ type = "text", title = {_words(titles[name])}, required = true }}'
        for name in spec.key
    ]
    lines.append('name_zh = { type = "text", title = { zh = "名称", en = "Name" } }')
    if kind == "polygon":
        lines += [
            f'{_AREA}.type = "number"',
            f'{_AREA}.title = {{ zh = "图形面积", en = "Drawn area" }}',
            f'{_AREA}.unit = {{ zh = "平方千米", en = "km²" }}',
            f"{_AREA}.minimum = 0",
            f'{_AREA}.meaning = {{ zh = "由边界按 WGS 84 椭球算出", '
            'en = "Computed from the border on the ellipsoid of WGS 84" }',
        ]
    if kind == "point":
        lines.append(
            f'{PART} = {{ type = "integer", title = {{ zh = "点号", en = "Point" }}, '
            "required = true, minimum = 1 }"
        )
    return "\n".join(lines) + "\n"


def _words(text: Text) -> str:
    zh, en = (for_people(words) for words in (text.zh, text.en))
    return f"{{ zh = {zh}, en = {en} }}"


def set_aside(rows: Sequence[tuple[pd.DataFrame, str, str]]) -> bytes | None:
    """Write rows set aside with their shapes as GeoJSON, to be mended in a GIS.

    Parameters
    ----------
    rows : sequence of (DataFrame, str, str)
        As for :func:`gisplan.importing.summary.set_aside_csv`.

    Returns
    -------
    bytes or None
        None if no row has a shape.
    """
    members = []
    known = True
    for table, file, sheet in rows:
        if not isinstance(table, gpd.GeoDataFrame):
            continue
        known = known and table.crs is not None
        texts = summary.with_origin(table.drop(columns="geometry"), file, sheet)
        for values, shape in zip(texts.to_dict("records"), table.geometry, strict=True):
            whole = shape is not None and shapely.is_valid_input(shape) and _is_finite(shape)
            members.append(({str(k): v for k, v in values.items()}, shape if whole else None))
    return _collection(members, known=known) if members else None


def _is_finite(shape: Any) -> bool:
    return bool(pd.notna(shapely.get_coordinates(shape)).all()) and bool(
        (abs(shapely.get_coordinates(shape)) < float("inf")).all()
    )


def with_shapes(table: pd.DataFrame, path: Path) -> pd.DataFrame:
    """Give the rows of a CSV of rows set aside the shapes that lie beside it.

    Parameters
    ----------
    table : pandas.DataFrame
        As read, with the columns ``summary.ORIGIN``.
    path : pathlib.Path
        The CSV.

    Returns
    -------
    pandas.DataFrame or geopandas.GeoDataFrame
        The same rows, with geometry if a GeoJSON of the same name is there.
    """
    beside = path.with_suffix(".geojson")
    if not beside.is_file():
        return table
    (drawn,) = (raw.table for raw in tables(beside))
    origin = list(summary.ORIGIN)
    if not set(origin) <= set(drawn.columns):
        return table
    shapes = dict(zip(_keys(drawn.fillna(""), origin), drawn.geometry, strict=True))
    found = [shapes.get(one) for one in _keys(table, origin)]
    placed = gpd.GeoSeries(found, index=table.index, crs=drawn.crs)
    joined: pd.DataFrame = gpd.GeoDataFrame(table, geometry=placed)
    return joined
