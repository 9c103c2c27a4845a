"""One map as one HTML page that needs no network.

Folium makes the page and the map object; all else - data, words, marks, legends, popups - is
the page's own script reading one block of JSON (see :mod:`gisplan.render.web.safe` for why).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import folium
import geopandas as gpd
from pyproj import CRS

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapLayer, MapSpec, Style
from gisplan.errors import DatumError, DeclarationError
from gisplan.render.style.named import by_name
from gisplan.render.style.positions import Places
from gisplan.render.style.series import share_breaks
from gisplan.render.web import context, headline, legend, overlay, packed_tiles, safe
from gisplan.render.web.basemap import Basemap
from gisplan.render.web.candidates import encode_evaluation
from gisplan.render.web.encode import Json, encode, pair, text
from gisplan.render.web.tasks import encode_quotes, encode_tasks
from gisplan.text import Lang, Text

_HTML_LANG: Mapping[Lang, str] = {"zh": "zh-CN", "en": "en"}
# Folium forbids zooming by the fingers, which people with weak eyes need.
_VIEWPORT = re.compile(r'<meta name="viewport".*?/>', re.DOTALL)
# Characters of data above which they are deflated. Below, older browsers read the page, too.
_MOST_PLAIN = 1_000_000
_POLICY = "@@gisplan-policy@@"


def render(
    spec: MapSpec,
    layers: Mapping[str, Layer],
    *,
    lang: Lang = "zh",
    basemap: Basemap | None = None,
    more: Json | None = None,
) -> str:
    """Make the page of a map.

    Parameters
    ----------
    spec : MapSpec
        The composition.
    layers : mapping of str to Layer
        At least those that the composition names; geometry in EPSG:4326.
    lang : Lang
        Language in which the page opens; it holds both.
    basemap : Basemap, optional
        Without one the page asks no host for anything, and forbids itself to.
    more : Json, optional
        What the page's script is told besides: ``maps`` of an atlas, or what is ``elsewhere``
        (:mod:`gisplan.render.web.atlas`).

    Returns
    -------
    str
        The HTML text. The same input gives the same text.

    Raises
    ------
    DeclarationError
        If the composition names a layer or column that is not there, a style is wrong, or the years
        of one series are cut into different classes.
    DatumError
        If a layer is not in EPSG:4326.
    DataError
        If a geometry can't be drawn.
    """
    check(spec, layers)
    spec = share_breaks(spec, layers)
    data, places = encode(spec, layers)
    packed = packed_tiles.read(basemap, data["bounds"])
    items = [item for group in spec.groups for item in group.layers]
    numbers = iter(range(len(items)))
    tasks = encode_tasks(spec.tasks, layers, spec.layer_names) if spec.tasks else None
    listed = tasks["rows"] if tasks else {}
    data.update(
        lang=lang,
        name=spec.name,
        title=text(spec.title),
        description=text(spec.description),
        attribution=text(spec.attribution),
        review=spec.review_number,
        groups=[
            {"title": text(group.title), "layers": [next(numbers) for _ in group.layers]}
            for group in spec.groups
        ],
        layers=[
            _as_border(
                {
                    "table": item.layer,
                    "title": text(item.title or layers[item.layer].spec.title),
                    "show": item.show,
                    "popup": item.popup,
                    "label": item.style.label_column,
                    "beside": item.style.beside_column,
                    "column": item.style.column,
                    "year": item.year,
                    "yearColumn": item.year_column,
                    "reportColumn": item.report_column,
                    "words": _words(item.style, layers[item.layer]),
                    "border": context.border_of(item, layers[item.layer], data["context"]),
                    **_drawn(item, layers[item.layer], places, listed=item.layer in listed),
                }
            )
            for item in items
        ],
        years=spec.years,
        view=spec.view,
        headlines=headline.figures(spec, layers),
        basemap=packed_tiles.describe(basemap, packed),
        evaluate=encode_evaluation(spec.evaluate, layers) if spec.evaluate else None,
        tasks=tasks,
        quotes=encode_quotes(layers[spec.quotes]) if spec.quotes else {},
        **(more or {}),
    )
    beside = (("evaluate.css", spec.evaluate), ("tasks.css", spec.tasks))
    styles = ["gisplan.css", *(name for name, asked in beside if asked)]
    script = "evaluate.bundle.js" if spec.evaluate else "page.bundle.js"
    page = safe.fill(
        skeleton([item.show for item in items], basemap is not None),
        {
            "<html>": f'<html lang="{_HTML_LANG[lang]}">',
            "<head>": "<head>\n" + _head(spec.title.get(lang)),
            "</head>": f"<style>{''.join(map(_asset, styles))}</style>\n</head>",
            "<body>": "<body>\n" + _asset("page.html"),
            "</html>": f"{_data_element(data)}\n{packed_tiles.element(packed)}"
            f"<script>{_asset(script)}</script>\n</html>\n",
        },
    )
    hosts = basemap.hosts if basemap else ()
    # The first marker is ours, at the top of the head; another would be somebody's words.
    return page.replace(_POLICY, safe.policy(page, image_hosts=hosts), 1)


def _words(style: Style, layer: Layer) -> Json:
    """Give the words of the legend for coded values, for popups and the table.

    Parameters
    ----------
    style : Style
        Style of the layer on the map.
    layer : Layer
        Its declaration.

    Returns
    -------
    Json
        Words by value, by column; empty without a column.
    """
    if style.column is None:
        return {}
    labels = by_name(style.labels, layer.spec.column(style.column))
    return {style.column: {value: text(words) for value, words in labels.items()}}


def _drawn(item: MapLayer, layer: Layer, places: Mapping[str, Places], *, listed: bool) -> Json:
    if layer.raster is not None:
        return overlay.draw(item, layer)
    return legend.draw(item, layer, places[item.layer], listed=listed)


def _as_border(entry: Json) -> Json:
    """Give an outline that is drawn by a border's symbol the look of that symbol, for its legend.

    Parameters
    ----------
    entry : Json
        What the page knows of a layer.

    Returns
    -------
    Json
        The same; ``style`` with colour, weight and dashes of the border.
    """
    if entry["border"] is None:
        return entry
    return {**entry, "style": {**entry["style"], **context.border_look(entry["border"])}}


def skeleton(shown: Sequence[bool], tiled: bool) -> str:
    """Let Folium make the page, the map and one feature group a layer, from constants alone.

    Parameters
    ----------
    shown : sequence of bool
        For each layer, whether it is on when the map opens.
    tiled : bool
        Whether there will be tiles, which are sharp at whole zoom levels only.

    Returns
    -------
    str
        HTML with markers where data and words go.
    """
    page = folium.Map(
        location=(0.0, 0.0),  # the page fits the map to its layers
        zoom_start=6,
        tiles=None,
        attribution_control=False,
        zoom_control=False,
        zoom_snap=1 if tiled else 0.1,
        zoom_delta=1 if tiled else 0.5,
        min_zoom=3,
        max_zoom=18,
    )
    page._id = "gisplan"
    # Without these Folium's page loads scripts, styles and icons from five hosts.
    page.default_js, page.default_css = [], []
    for number, show in enumerate(shown):
        group = folium.FeatureGroup(name=f"layer_{number}", control=False, show=show)
        group._id = str(number)
        group.add_to(page)
    html: str = page.get_root().render()
    html, found = _VIEWPORT.subn(
        '<meta name="viewport" content="width=device-width, initial-scale=1" />', html
    )
    if found != 1:
        raise RuntimeError("Folium's page has changed: there is not one viewport")
    return html.rstrip()


def check(spec: MapSpec, layers: Mapping[str, Layer]) -> None:
    """Hold a composition against its layers.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name.

    Raises
    ------
    DeclarationError
        With all faults, if it names what is not there.
    DatumError
        If a layer is not in EPSG:4326.
    """
    faults = [
        fault
        for group in spec.groups
        for item in group.layers
        for fault in _item_faults(item, layers.get(item.layer))
    ]
    if faults:
        raise DeclarationError(
            Text(f"地图 {spec.path.name} 有误。", f"Map {spec.path.name} is wrong."), faults=faults
        )
    for name in spec.layer_names:
        table = layers[name].table
        crs = table.crs if isinstance(table, gpd.GeoDataFrame) else None
        if crs is None or CRS(crs) != CRS("EPSG:4326"):
            raise DatumError(
                Text(
                    f"图层 {name} 的坐标系不是 WGS 84 经纬度（EPSG:4326），请先转换。",
                    f"Layer {name} is not in WGS 84 longitude, latitude (EPSG:4326); convert it.",
                )
            )


def _item_faults(item: MapLayer, layer: Layer | None) -> list[Text]:
    if layer is None:
        return [Text(f"没有图层 {item.layer}。", f"There is no layer {item.layer}.")]
    spec, style = layer.spec, item.style
    faults = []
    if spec.geometry == "none":
        faults.append(
            Text(f"图层 {item.layer} 是表，没有图形。", f"Layer {item.layer} is a table.")
        )
    names = [*item.popup, *filter(None, (style.label_column, style.beside_column))]
    missing = [name for name in names if pair(spec, name) is None]
    missing += [
        name
        for name in (style.column, item.year_column, item.report_column)
        if name and name not in spec.column_names
    ]
    if spec.positions == "mixed" and "precision" not in spec.column_names:
        missing.append("precision")
    faults += [
        Text(f"图层 {item.layer} 没有列 {name}。", f"Layer {item.layer} has no column {name}.")
        for name in dict.fromkeys(missing)
    ]
    if style.kind in ("choropleth", "categories", "flows") and not style.column:
        faults.append(
            Text(
                f"图层 {item.layer}：样式 {style.kind} 需要指明 column。",
                f"Layer {item.layer}: style {style.kind} needs a column.",
            )
        )
    elif style.kind in ("choropleth", "flows") and not missing:
        kind = spec.column(style.column or "").type
        if kind not in ("integer", "number"):
            faults.append(
                Text(
                    f"图层 {item.layer}：样式 {style.kind} 要用数值列，{style.column} 是 {kind}。",
                    f"Layer {item.layer}: {style.kind} needs numbers; {style.column} is {kind}.",
                )
            )
    if (style.kind == "cells") != (spec.geometry == "raster"):
        faults.append(
            Text(
                f"图层 {item.layer}：栅格图层用样式 cells，别的图层不用。",
                f"Layer {item.layer}: rasters are of style cells, and only they are.",
            )
        )
    if style.kind == "flows" and spec.geometry != "line":
        faults.append(
            Text(
                f"图层 {item.layer}：样式 flows 要用线图层。",
                f"Layer {item.layer}: style flows needs lines.",
            )
        )
    return faults


def _data_element(data: Json) -> str:
    """Write the data into the page; deflated if they are many, which browsers of 2023 can read.

    Parameters
    ----------
    data : Json
        What the page shows.

    Returns
    -------
    str
        The script element.
    """
    block, packed = safe.json_block(data), ""
    if len(block) > _MOST_PLAIN:
        block, packed = safe.packed_block(block), ' data-packed="deflate"'
    return f'<script type="application/json" id="gisplan-data"{packed}>{block}</script>'


def _head(title: str) -> str:
    return "\n".join(
        [
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}" />',
            f"<title>{safe.escaped(title)}</title>",
            f"<style>{_asset('leaflet.css')}</style>",
            f"<script>{_asset('leaflet.js')}</script>",
        ]
    )


@cache
def _asset(name: str) -> str:
    file = resources.files("gisplan.render.web") / "assets" / name
    return file.read_text(encoding="utf-8")
