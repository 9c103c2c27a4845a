"""The map that shows what was imported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from gisplan.catalog.as_toml import for_people, in_line
from gisplan.catalog.layer import FileOrigin, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.importing.shapes import SUFFIXES
from gisplan.text import Text

#: Layers by which rows without a point are placed.
_REGIONS = ("counties", "prefectures", "settlements", "special_units")
_PLACED = Text(
    "没有经纬度的按所在乡镇、县区或市州示意，不是实际位置",
    "Rows without a point are shown at their town, county or prefecture, not where they stand",
)
_ATTRIBUTION = (
    '{ zh = "行政区划边界未经审核，仅供规划研究", '
    'en = "Borders not reviewed, for planning studies only" }'
)


def map_of(spec: LayerSpec, place: Workspace) -> str:
    """Name a map that shows a layer, or a layer made of it; empty if there is none.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.
    place : Workspace
        The workspace.

    Returns
    -------
    str
        Name of the map.
    """
    own = place.maps / f"{spec.name}.toml"
    if own.is_file():
        return spec.name
    shown = re.compile(rf'^layer = "{re.escape(spec.name)}(?:_placed)?"', re.MULTILINE)
    for path in sorted(place.maps.glob("*.toml")):
        if shown.search(path.read_text(encoding="utf-8-sig")):
            return path.stem
    return ""


def new_map(spec: LayerSpec, place: Workspace, *, source: str) -> list[tuple[Path, bytes | None]]:
    """Make a map that shows a new layer among the borders.

    Rows without a point are shown at their town, county or prefecture, by a layer of their own,
    where the workspace has what that takes.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.
    place : Workspace
        The workspace.
    source : str
        Name of the file.

    Returns
    -------
    list of (pathlib.Path, bytes)
        Where each goes, and its TOML; empty if there is such a map, or the layer has no points.
    """
    path = place.maps / f"{spec.name}.toml"
    placed = isinstance(spec.origin, FileOrigin) and spec.geometry == "point"
    if path.exists() or not placed or not place.maps.is_relative_to(place.root):
        return []
    layers: list[tuple[Path, str]] = []
    shown = f"{spec.name}_placed"
    if not (place.layers / f"{shown}.toml").is_file():
        text = _placed(spec, place)
        layers = [(place.layers / f"{shown}.toml", text)] if text else []
        shown = shown if text else spec.name
    named = for_people(spec.title.zh)
    own = {"id", "precision", "source_file", "source_row", "adcode"}
    popup = [name for name in spec.column_names if name not in own][:12]
    borders = "\n".join(
        f'\n[[groups.layers]]\nlayer = "{layer}"\npopup = ["name", "adcode"]\n'
        f'style = {{ kind = "outline", color = "{color}", weight = {weight} }}'
        for layer, color, weight in (
            ("counties", "#9aa0a6", 0.6),
            ("prefectures", "#5f6368", 1.2),
            ("province", "#202124", 2.2),
        )
        if (place.layers / f"{layer}.toml").is_file()
    )
    told = for_people(f"{source}，由 gisplan import 导入")
    english = for_people(f"{source}, brought in by gisplan import")
    text = f"""title = {{ zh = {named}, en = {named} }}
description = {{ zh = {told}, en = {english} }}
attribution = {_ATTRIBUTION}
review_number = ""

[[headlines]]
title = {{ zh = "表中各行", en = "Rows of the table" }}
layer = "{shown}"

[[groups]]
title = {{ zh = "行政区划", en = "Administrative units" }}
{borders}

[[groups]]
title = {{ zh = {named}, en = {named} }}

[[groups.layers]]
layer = "{shown}"
popup = {in_line(popup)}
style = {{ kind = "points", color = "#0072B2" }}
"""
    return [(where, made.encode()) for where, made in (*layers, (path, text))]


def with_shapes(
    others: Sequence[tuple[Path, bytes | None]],
    spec: LayerSpec,
    place: Workspace,
    shapes: Sequence[str],
) -> tuple[tuple[Path, bytes | None], ...]:
    """Show the shapes that rows came as below their points, on the map that has those.

    Parameters
    ----------
    others : sequence of (pathlib.Path, bytes or None)
        Files that the import writes beside the layer, maybe the map among them.
    spec : LayerSpec
        Declaration of the layer of points.
    place : Workspace
        The workspace.
    shapes : sequence of str
        Layers of shapes.

    Returns
    -------
    tuple of (pathlib.Path, bytes or None)
        The same files; the map with the layers that it did not have, if there is a map.
    """
    files = dict(others)
    path = place.maps / f"{spec.name}.toml"
    if path not in files:
        path = place.maps / f"{map_of(spec, place)}.toml"
    content = files.get(path) or (path.read_bytes() if path.is_file() else None)
    if content is None or not path.is_relative_to(place.root):
        return tuple(others)
    text = content.decode("utf-8-sig")
    new = [name for name in shapes if f'layer = "{name}"' not in text]
    block = re.search(
        rf'(?m)^\[\[groups\.layers\]\]\r?\nlayer = "{re.escape(spec.name)}(?:_placed)?"', text
    )
    if not new or block is None:
        return tuple(others)
    added = "".join(_shape(name, spec) for name in new)
    files[path] = (text[: block.start()] + added + text[block.start() :]).encode()
    return tuple(files.items())


def _shape(name: str, spec: LayerSpec) -> str:
    """Give the part of a map that shows a layer of shapes.

    Parameters
    ----------
    name : str
        The layer of shapes.
    spec : LayerSpec
        Declaration of the layer of points.

    Returns
    -------
    str
        TOML.
    """
    kind = next(kind for kind, suffix in SUFFIXES.items() if name == spec.name + suffix)
    popup = ["name_zh", *(["drawn_area"] if kind == "polygon" else [])]
    style = "points" if kind == "point" else "outline"
    return f"""[[groups.layers]]
layer = "{name}"
popup = {in_line(popup)}
style = {{ kind = "{style}", color = "#0072B2", weight = 1.8 }}

"""


def _placed(spec: LayerSpec, place: Workspace) -> str:
    """Declare the layer that shows rows without a point at their region; empty if it can't be.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.
    place : Workspace
        The workspace.

    Returns
    -------
    str
        TOML.
    """
    there = [name for name in _REGIONS if (place.layers / f"{name}.toml").is_file()]
    if not {"counties", "prefectures"} <= set(there):
        return ""
    towns = "settlements" in there and "address" in spec.column_names
    inputs = [f'rows = "{spec.name}"', 'counties = "counties"', 'prefectures = "prefectures"']
    inputs += ['settlements = "settlements"'] if towns else []
    inputs += ['sites = "special_units"'] if "special_units" in there else []
    words = 'parameters = { words = "address" }\n' if towns else ""
    named = for_people(spec.title.zh)
    return f"""title = {{ zh = {named}, en = {named} }}
description = {{ zh = "{_PLACED.zh}", en = "{_PLACED.en}" }}

[from]
analysis = "{"place_by_town" if towns else "place"}"
inputs = {{ {", ".join(inputs)} }}
{words}"""
