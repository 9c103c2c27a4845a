"""The look of a layer in QGIS' own form (QML) and as Styled Layer Descriptor (SLD 1.0)."""

from __future__ import annotations

from gisplan.catalog.layer import LayerSpec
from gisplan.formats.prepared import Prepared, aliases
from gisplan.formats.xml import Element, document, element
from gisplan.render.style.symbology import Look, LookClass
from gisplan.text import Text

#: Millimetres of a pixel of CSS (96 to the inch), in which looks are declared.
_MM = 25.4 / 96
_MARK = 3.0
_SLD = "http://www.opengis.net/sld"
_OGC = "http://www.opengis.net/ogc"
_ALL = Text("全部", "all")
_QGIS_TYPES = {"integer": "long", "number": "double", "boolean": "bool"}


def qml(item: Prepared) -> bytes:
    """Give the look of a layer, and the Chinese titles of its columns, for QGIS.

    Parameters
    ----------
    item : Prepared

    Returns
    -------
    bytes
        A QML document, as QGIS 3 reads beside a file or from ``layer_styles``.
    """
    root = element(
        "qgis",
        *qml_parts(item),
        version="3.22.0",
        styleCategories="AllStyleCategories",
        labelsEnabled=int(bool(item.look and item.look.label)),
    )
    return document(root, doctype="<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>")


def qml_parts(item: Prepared) -> list[Element]:
    """Give the elements that a QML document and a layer of a project share."""
    titles = aliases(item.spec)
    names = [
        element("alias", name=titles[c.name], field=c.name, index=at)
        for at, c in enumerate(item.spec.columns, start=1)
    ]
    parts = [element("aliases", *names)]
    if item.has_shapes:
        look = item.look or Look()
        parts.insert(0, _renderer(item.spec, look))
        if look.label:
            parts.append(_labeling(item.spec.geometry, look.label))
    if "name_zh" in item.spec.column_names:
        parts.append(element("previewExpression", '"name_zh"'))
    return parts


def _renderer(spec: LayerSpec, look: Look) -> Element:
    geometry = spec.geometry
    symbols: list[Element] = []
    common = {"forceraster": 0, "enableorderby": 0, "symbollevels": 0}
    if look.kind == "single":
        symbols.append(_symbol(geometry, look, color=look.color, name=0))
        return element("renderer-v2", element("symbols", *symbols), type="singleSymbol", **common)
    entries = []
    kind_of = _QGIS_TYPES.get(spec.column(look.column).type, "string") if look.column else "string"
    for at, one in enumerate(look.classes):
        symbols.append(_symbol(geometry, look, color=one.color, name=at))
        if look.kind == "categories":
            entries.append(
                element(
                    "category",
                    value=one.value or "",
                    type=kind_of if one.value else "NULL",
                    label=one.words.zh,
                    symbol=at,
                    render="true",
                )
            )
        else:
            entries.append(
                element(
                    "range",
                    lower=one.lower,
                    upper=one.upper,
                    label=one.words.zh,
                    symbol=at,
                    render="true",
                )
            )
    kinds = {
        "categories": ("categorizedSymbol", "categories"),
        "ranges": ("graduatedSymbol", "ranges"),
    }
    kind, group = kinds[look.kind]
    return element(
        "renderer-v2",
        element(group, *entries),
        element("symbols", *symbols),
        type=kind,
        attr=look.column,
        graduatedMethod="GraduatedColor" if look.kind == "ranges" else None,
        **common,
    )


def _symbol(geometry: str, look: Look, *, color: str, name: int) -> Element:
    if geometry == "point":
        kind, layer, options = (
            "marker",
            "SimpleMarker",
            {
                "name": "circle",
                "color": _rgba(color),
                "outline_color": _rgba("#ffffff"),
                "outline_width": "0.3",
                "outline_width_unit": "MM",
                "size": f"{_MARK:g}",
                "size_unit": "MM",
            },
        )
    elif geometry == "line":
        kind, layer, options = "line", "SimpleLine", _line(look, color, "line_")
    else:
        fill = _rgba(color, look.opacity) if look.filled else _rgba(color, 0)
        outline = look.color if look.filled else color
        options = _line(look, outline, "outline_") | {
            "color": fill,
            "style": "solid" if look.filled else "no",
        }
        kind, layer = "fill", "SimpleFill"
    return element(
        "symbol",
        element("layer", _map(options), class_=layer, enabled=1, locked=0, pass_=0),
        type=kind,
        name=name,
        alpha=1,
        clip_to_extent=1,
        force_rhr=0,
    )


def _line(look: Look, color: str, prefix: str) -> dict[str, str]:
    return {
        f"{prefix}color": _rgba(color),
        f"{prefix}style": "dash" if look.dash else "solid",
        f"{prefix}width": f"{look.weight * _MM:.4g}",
        f"{prefix}width_unit": "MM",
    }


def _map(options: dict[str, str]) -> Element:
    inside = [
        element("Option", name=key, value=value, type="QString") for key, value in options.items()
    ]
    return element("Option", *inside, type="Map")


def _rgba(color: str, opacity: float = 1.0) -> str:
    parts = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    return ",".join(str(part) for part in (*parts, round(255 * opacity)))


def _labeling(geometry: str, label: str) -> Element:
    style = element(
        "text-style",
        element("text-buffer", bufferDraw=1, bufferSize="0.8", bufferColor="255,255,255,255"),
        fieldName=label,
        isExpression=0,
        fontSize=9,
        fontSizeUnit="Point",
        textColor="32,33,36,255",
    )
    # 6: cartographic placement around a point; 0: around the middle of an area or a line
    placement = element("placement", placement=6 if geometry == "point" else 0, dist=1)
    return element("labeling", element("settings", style, placement), type="simple")


# -- SLD ------------------------------------------------------------------------------------


def sld(item: Prepared) -> bytes:
    """Give the look of a layer as Styled Layer Descriptor 1.0, for map servers.

    Parameters
    ----------
    item : Prepared
        With shapes.

    Returns
    -------
    bytes
    """
    look = item.look or Look()
    classes = look.classes or (LookClass(color=look.color, words=_ALL),)
    rules = [_rule(item.spec.geometry, look, one) for one in classes]
    style = element("FeatureTypeStyle", *rules)
    layer = element("NamedLayer", element("Name", item.name), element("UserStyle", style))
    root = element("StyledLayerDescriptor", layer, version="1.0.0", xmlns=_SLD)
    root.set("xmlns:ogc", _OGC)
    return document(root)


def _rule(geometry: str, look: Look, one: LookClass) -> Element:
    symbolizers = [_symbolizer(geometry, look, one.color)]
    if look.label:
        text = element("TextSymbolizer", element("Label", element("ogc:PropertyName", look.label)))
        symbolizers.append(text)
    return element(
        "Rule",
        element("Name", one.words.en),
        element("Title", one.words.zh),
        _filter(look, one),
        *symbolizers,
    )


def _filter(look: Look, one: LookClass) -> Element | None:
    if look.kind == "single" or look.column is None:
        return None
    name = look.column

    def compare(tag: str, value: str) -> Element:
        return element(
            f"ogc:{tag}", element("ogc:PropertyName", name), element("ogc:Literal", value)
        )

    if look.kind == "categories":
        inside = (
            compare("PropertyIsEqualTo", one.value)
            if one.value
            else element("ogc:PropertyIsNull", element("ogc:PropertyName", name))
        )
        return element("ogc:Filter", inside)
    # the first class and the last are open, so that no value is outside
    bounds = []
    if one is not look.classes[0]:
        bounds.append(compare("PropertyIsGreaterThan", f"{one.lower:.15g}"))
    if one is not look.classes[-1]:
        bounds.append(compare("PropertyIsLessThanOrEqualTo", f"{one.upper:.15g}"))
    if not bounds:
        return None
    return element("ogc:Filter", bounds[0] if len(bounds) == 1 else element("ogc:And", *bounds))


def _symbolizer(geometry: str, look: Look, color: str) -> Element:
    def parameter(name: str, value: float | str) -> Element:
        return element("CssParameter", f"{value}", name=name)

    def stroke(shade: str) -> Element:
        dash = [parameter("stroke-dasharray", look.dash.replace(",", " "))] if look.dash else []
        width = parameter("stroke-width", f"{look.weight:g}")
        return element("Stroke", parameter("stroke", shade), width, *dash)

    fill = element("Fill", parameter("fill", color), parameter("fill-opacity", f"{look.opacity:g}"))
    if geometry == "point":
        mark = element("Mark", element("WellKnownName", "circle"), fill, stroke("#ffffff"))
        size = element("Size", f"{_MARK / _MM:.4g}")
        return element("PointSymbolizer", element("Graphic", mark, size))
    if geometry == "line":
        return element("LineSymbolizer", stroke(color))
    if look.filled:
        return element("PolygonSymbolizer", fill, stroke(look.color))
    return element("PolygonSymbolizer", stroke(color))
