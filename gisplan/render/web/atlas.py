"""All maps of a workspace under one roof, and what a map knows of the others.

An atlas is one page whose layers are those of all maps, each table and border in it once. Its
script shows the groups of one map at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapGroup, MapSpec
from gisplan.render.style.series import share_breaks
from gisplan.render.web import webmap
from gisplan.render.web.basemap import Basemap
from gisplan.render.web.encode import Json, cells, columns_used, pair, text
from gisplan.render.web.pinyin import syllables
from gisplan.text import Lang, Text

#: Name of the page, without its ending.
NAME = "index"
_TITLE = Text("规划地图集", "Atlas of the plan")
# Rows of a table above which its names are left out of the other maps' search.
_MOST_ELSEWHERE = 2_000


def render_atlas(
    specs: Sequence[MapSpec],
    layers: Mapping[str, Layer],
    *,
    lang: Lang = "zh",
    basemap: Basemap | None = None,
) -> str:
    """Make one page of all maps.

    Parameters
    ----------
    specs : sequence of MapSpec
        At least one, in the order in which they are listed.
    layers : mapping of str to Layer
        At least those that the maps name; geometry in EPSG:4326.
    lang : Lang
        Language in which the page opens; it holds both.
    basemap : Basemap, optional
        Without one the page asks no host for anything.

    Returns
    -------
    str
        The HTML text.

    Raises
    ------
    DeclarationError
        If a map names a layer or column that is not there, or a style is wrong.
    DatumError
        If a layer is not in EPSG:4326.
    DataError
        If a geometry can't be drawn.
    """
    specs = [share_breaks(spec, layers) for spec in specs]
    evaluated = next((spec.evaluate for spec in specs if spec.evaluate), None)
    whole = MapSpec(
        name=NAME,
        title=_TITLE,
        description=Text(
            "；".join(spec.title.zh for spec in specs), "; ".join(spec.title.en for spec in specs)
        ),
        attribution=specs[0].attribution,
        review_number=next((spec.review_number for spec in specs if spec.review_number), ""),
        groups=tuple(group for at, spec in enumerate(specs) for group in _groups(spec, at == 0)),
        headlines=tuple(one for spec in specs for one in spec.headlines),
        years=tuple(sorted({year for spec in specs for year in spec.years})),
        path=Path(f"{NAME}.toml"),
        evaluate=evaluated,
        quotes=next((spec.quotes for spec in specs if spec.quotes), None),
        tasks=next((spec.tasks for spec in specs if spec.tasks), None),
        context=max((spec.context for spec in specs), key=len),
        towns=next((spec.towns for spec in specs if spec.towns), None),
    )
    return webmap.render(
        whole, layers, lang=lang, basemap=basemap, more={"maps": list(_maps(specs))}
    )


def _groups(spec: MapSpec, first: bool) -> Iterator[MapGroup]:
    for group in spec.groups:
        shown = tuple(replace(item, show=item.show and first) for item in group.layers)
        yield replace(group, layers=shown)


def _maps(specs: Sequence[MapSpec]) -> Iterator[Json]:
    group = layer = headline = 0
    for spec in specs:
        items = [item for one in spec.groups for item in one.layers]
        yield {
            "name": spec.name,
            "title": text(spec.title),
            "description": text(spec.description),
            "groups": list(range(group, group + len(spec.groups))),
            "shown": [layer + at for at, item in enumerate(items) if item.show],
            "headlines": list(range(headline, headline + len(spec.headlines))),
            "desk": spec.evaluate is not None,
        }
        group += len(spec.groups)
        layer += len(items)
        headline += len(spec.headlines)


def elsewhere(spec: MapSpec, others: Sequence[MapSpec], layers: Mapping[str, Layer]) -> list[Json]:
    """List what is found on other maps of the workspace and not on this one.

    Parameters
    ----------
    spec : MapSpec
        The map that is searched.
    others : sequence of MapSpec
        All maps; the map itself may be among them.
    layers : mapping of str to Layer
        By name; at least those of all maps.

    Returns
    -------
    list of dict
        Of each layer that only others show: ``map`` (name), ``title`` of the map, ``table``,
        ``layer`` (its title) and the names of its rows, ``zh``, ``en`` and ``pinyin``. Rasters,
        and layers of more than 2,000 rows, are left out.
    """
    known = set(spec.layer_names)
    found = []
    for other in others:
        for group in other.groups:
            for item in group.layers:
                layer = layers[item.layer]
                names = columns_used([item], layer.spec)
                if item.layer in known or not names or len(layer.table) > _MOST_ELSEWHERE:
                    continue
                if layer.spec.geometry == "raster":
                    continue
                known.add(item.layer)
                both = pair(layer.spec, names[0])
                assert both is not None  # noqa: S101  checked when that map is drawn
                zh, en = (cells(layer.table[name], layer.spec.column(name)) for name in both)
                found.append(
                    {
                        "map": other.name,
                        "title": text(other.title),
                        "table": item.layer,
                        "layer": text(item.title or layer.spec.title),
                        "zh": zh,
                        "en": None if both[0] == both[1] else en,
                        "pinyin": [
                            syllables(str(name or ""), str(english or "") if en is not zh else "")
                            for name, english in zip(zh, en, strict=True)
                        ],
                    }
                )
    return found
