"""The groups of a QGIS project: the layers as the maps of a workspace group them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gisplan.catalog.load import Catalog
from gisplan.catalog.map import MapGroup, MapLayer, MapSpec
from gisplan.formats.prepared import Prepared
from gisplan.formats.project import Group, ProjectEntry
from gisplan.formats.qgis_themes import Theme
from gisplan.render.style.symbolize import symbolize
from gisplan.text import LANGS, Text


def groups(
    listed: Catalog,
    items: Mapping[str, Prepared],
    *,
    others: Text,
    rasters: Text,
    tables: Text,
) -> tuple[Group, ...]:
    """Put layers into the groups of the maps, from bottom to top.

    Groups of one title, such as the administrative units of every map, are one; the outline of a
    layer is in it once.

    Parameters
    ----------
    listed : Catalog
        Catalogue with the maps.
    items : mapping of str to Prepared
        Layers to be put in, by name.
    others, rasters, tables : Text
        Titles of the groups of layers that no map shows, of rasters among them, and of tables.

    Returns
    -------
    tuple of Group
        From bottom to top, empty ones left out.
    """
    found: dict[Text, list[ProjectEntry]] = {}
    # what lies beneath the maps is the same for all, and is in the project once, at the bottom
    maps = list(listed.maps.values())
    themes = [_theme(spec, items) for spec in maps]
    beneath: dict[Text, tuple[MapGroup, frozenset[Theme]]] = {}
    for spec, theme in zip(maps, themes, strict=True):
        for group in spec.context:
            _, of = beneath.get(group.title, (group, frozenset()))
            beneath[group.title] = (group, of | {theme})
    own = [
        (group, frozenset({theme}))
        for spec, theme in zip(maps, themes, strict=True)
        for group in spec.groups
    ]
    grouped = (*beneath.values(), *own)
    shown = {one.layer for group, _ in grouped for one in group.layers}
    drawn: dict[str, tuple[Text, int]] = {}
    filled = False
    for group, of in grouped:
        for one in group.layers:
            plain = one.style.kind == "outline"
            if one.layer not in items:
                continue
            on = of if one.show else frozenset()
            if plain and one.layer in drawn:
                title, at = drawn[one.layer]
                known = found[title][at]
                found[title][at] = replace(known, themes=known.themes | on)
                continue
            inside = found.setdefault(group.title, [])
            if plain:
                drawn[one.layer] = (group.title, len(inside))
            # Areas would hide each other: those of one layer are shown, the rest are there.
            cells = items[one.layer].is_raster
            covers = (cells or one.style.kind == "choropleth") and one.show
            entry = _entry(one, items[one.layer], show=one.show and not (covers and filled))
            filled |= covers
            inside.append(replace(entry, themes=on))
    result = [
        Group(
            title=title,
            entries=tuple(sorted(inside, key=_weight)),
            exclusive=len(inside) > 1 and all(map(_covers, inside)),
            beneath=title in beneath,
        )
        for title, inside in sorted(found.items(), key=lambda item: _height(item[1]))
    ]
    rest = [item for name, item in items.items() if name not in shown]
    kinds = (
        (others, [item for item in rest if item.has_shapes]),
        (rasters, [item for item in rest if item.is_raster]),
        (tables, [item for item in rest if not item.has_shapes and not item.is_raster]),
    )
    for title, kind in kinds:
        rest_of = tuple(ProjectEntry(item=item, title=item.spec.title, show=False) for item in kind)
        if rest_of:
            result.insert(0, Group(title=title, entries=rest_of))
    return tuple(result)


def _height(entries: Sequence[ProjectEntry]) -> int:
    """Give the height at which entries lie: areas below outlines, points above both.

    Parameters
    ----------
    entries : sequence of ProjectEntry
        Layers of a group.

    Returns
    -------
    int
        0, 1 or 2, by the highest of them.
    """
    return max(
        2 if entry.item.spec.geometry == "point" else int(not _is_filled(entry))
        for entry in entries
    )


def _weight(entry: ProjectEntry) -> float:
    """Put a thick outline, of a higher level, above a thin one; areas and points stay.

    Parameters
    ----------
    entry : ProjectEntry
        A layer of a group.

    Returns
    -------
    float
        Width of the outline; 0 for all else.
    """
    drawing = entry.item.symbology
    return drawing.weight if drawing is not None and not drawing.filled else 0.0


def _covers(entry: ProjectEntry) -> bool:
    item = entry.item
    return item.is_raster or (item.spec.geometry == "polygon" and _is_filled(entry))


def _theme(spec: MapSpec, items: Mapping[str, Prepared]) -> Theme:
    used = [items[name].spec for name in spec.data_names if name in items]
    lines: dict[str, dict[str, None]] = {"zh": {}, "en": {}}
    for source in (one for layer in used for one in layer.sources):
        for lang in LANGS:
            lines[lang][source.line(lang, address=False)] = None
    return Theme(
        title=spec.title,
        review_number=spec.review_number,
        sources=Text("；".join(lines["zh"]), "; ".join(lines["en"])),
    )


def _is_filled(entry: ProjectEntry) -> bool:
    return entry.item.symbology is not None and entry.item.symbology.filled


def _entry(one: MapLayer, item: Prepared, *, show: bool) -> ProjectEntry:
    drawing = symbolize(one.style, item.layer)
    styled = Prepared(layer=item.layer, datum=item.datum, symbology=drawing)
    return ProjectEntry(item=styled, title=one.title or item.spec.title, show=show)
