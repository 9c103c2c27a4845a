"""The symbology of a layer of shapes in QGIS' own form (QML)."""

from __future__ import annotations

from collections.abc import Mapping

from gisplan.catalog.layer import Column, LayerSpec
from gisplan.formats.prepared import Prepared, aliases
from gisplan.formats.xml import Element, document, element
from gisplan.render.style.class_breaks import closed
from gisplan.render.style.marks import DARK, LIGHT, RADIUS, STRIPE, shape_of
from gisplan.render.style.symbology import Symbology, SymbologyClass
from gisplan.text import Text

#: Millimetres of a pixel of CSS (96 to the inch), in which styles are declared.
_MM = 25.4 / 96
#: Pixels; a flow that is nearly nothing is still seen.
_THINNEST = 0.8
_QGIS_TYPES = {"integer": "long", "number": "double", "boolean": "bool"}
_ALL = Text("全部", "all")
_COMMON = {"forceraster": 0, "enableorderby": 0, "symbollevels": 0}
# Millimetres from stripe to stripe, over areas and over marks.
_APART, _CLOSE = 1.6, 0.8


def qml(item: Prepared) -> bytes:
    """Give the symbology of a layer, and the Chinese titles of its columns, for QGIS.

    Parameters
    ----------
    item : Prepared
        A layer of shapes, or a table.

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
        labelsEnabled=int(bool(item.symbology and item.symbology.label)),
    )
    return document(root, doctype="<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>")


def qml_parts(item: Prepared) -> list[Element]:
    """Give the elements that a QML document and a layer of a project share.

    Parameters
    ----------
    item : Prepared
        A layer of shapes, or a table.

    Returns
    -------
    list of xml.etree.ElementTree.Element
        Names of columns, renderer, labels.
    """
    titles = aliases(item.spec)
    names = [
        element("alias", name=titles[c.name], field=c.name, index=at)
        for at, c in enumerate(item.spec.columns, start=1)
    ]
    coded = [c for c in item.spec.columns if c.labels]
    parts = [
        element("fieldConfiguration", *(_value_map(c) for c in coded)) if coded else None,
        element("aliases", *names),
    ]
    return [part for part in (*_look(item), *parts, *_preview(item)) if part is not None]


def _look(item: Prepared) -> list[Element]:
    parts: list[Element] = []
    if item.has_shapes:
        drawing = item.symbology or Symbology()
        parts.append(_renderer(item, drawing))
        if drawing.label:
            parts.append(_labeling(item.spec.geometry, drawing.label))
    return parts


def _preview(item: Prepared) -> list[Element]:
    has_name = "name_zh" in item.spec.column_names
    return [element("previewExpression", '"name_zh"')] if has_name else []


def _value_map(column: Column) -> Element:
    # the words of codes, which forms and tables show in their place
    words = (
        element("Option", _option(text.zh, code), type="Map")
        for code, text in column.labels.items()
    )
    listed = element("Option", element("Option", *words, name="map", type="List"), type="Map")
    widget = element("editWidget", element("config", listed), type="ValueMap")
    return element("field", widget, name=column.name, configurationFlags="None")


def _renderer(item: Prepared, drawing: Symbology) -> Element:
    spec = item.spec
    if not drawing.classes or drawing.column is None:
        symbol = _symbol(spec, drawing, SymbologyClass(color=drawing.color, words=_ALL), name=0)
        return element("renderer-v2", element("symbols", symbol), type="singleSymbol", **_COMMON)
    classes = (*drawing.classes, *([drawing.missing] if item.lacks_values else []))
    symbols = element(
        "symbols",
        *(_symbol(spec, drawing, one, name=at) for at, one in enumerate(classes)),
    )
    if drawing.kind == "categories" and not any(one.rest for one in classes):
        entries = element("categories", *(_category(drawing, *one) for one in enumerate(classes)))
        kind = {"type": "categorizedSymbol"}
    elif drawing.kind == "class_breaks" and not item.lacks_values:
        ranges = closed(drawing.classes, least=drawing.least, most=drawing.most)
        entries = element("ranges", *(_range(drawing, *one) for one in enumerate(ranges)))
        kind = {"type": "graduatedSymbol", "graduatedMethod": "GraduatedColor"}
    else:
        # neither of the others knows rows without a value beside ranges, or all other values
        rules = (_rule(drawing, *one) for one in enumerate(classes))
        entries = element("rules", *rules, key="{gisplan-rules}")
        return element("renderer-v2", entries, symbols, type="RuleRenderer", **_COMMON)
    return element("renderer-v2", entries, symbols, attr=drawing.column.name, **kind, **_COMMON)


def _category(drawing: Symbology, at: int, one: SymbologyClass) -> Element:
    assert drawing.column is not None  # noqa: S101  the caller looked
    value, kind = one.value or "", _QGIS_TYPES.get(drawing.column.type, "string")
    return element(
        "category",
        value=value.lower() if kind == "bool" else value,
        type="NULL" if one is drawing.missing else kind,
        label=drawing.label_of(one).zh,
        symbol=at,
        render="true",
    )


def _range(drawing: Symbology, at: int, one: SymbologyClass) -> Element:
    return element(
        "range",
        lower=one.above,
        upper=one.upto,
        label=drawing.label_of(one).zh,
        symbol=at,
        render="true",
    )


def _rule(drawing: Symbology, at: int, one: SymbologyClass) -> Element:
    return element(
        "rule",
        key=f"{{gisplan-rule-{at}}}",
        symbol=at,
        label=drawing.label_of(one).zh,
        filter=_expression(drawing, one),
    )


def _expression(drawing: Symbology, one: SymbologyClass) -> str:
    # Say in QGIS' language which rows are in a class.
    assert drawing.column is not None  # noqa: S101  the caller looked
    name = _quoted(drawing.column.name, '"')
    if one is drawing.missing:
        empty = f" OR {name} = ''" if drawing.column.type in ("text", "adcode") else ""
        return f"{name} IS NULL{empty}"
    if one.rest:
        return "ELSE"
    if drawing.kind == "categories":
        # compared as text: truth values and numbers are written as their classes name them
        return f"to_string({name}) = {_quoted(_as_text(drawing, one), chr(39))}"
    # the first class and the last are open, so that no value is outside
    bounds = []
    if one is not drawing.classes[0]:
        bounds.append(f"{name} > {one.above:.15g}")
    if one is not drawing.classes[-1]:
        bounds.append(f"{name} <= {one.upto:.15g}")
    return " AND ".join(bounds) or f"{name} IS NOT NULL"


def _as_text(drawing: Symbology, one: SymbologyClass) -> str:
    assert drawing.column is not None  # noqa: S101  the caller looked
    value = one.value or ""
    return value.lower() if drawing.column.type == "boolean" else value


def _quoted(text: str, mark: str) -> str:
    return mark + text.replace(mark, 2 * mark) + mark


def _symbol(spec: LayerSpec, drawing: Symbology, one: SymbologyClass, *, name: int) -> Element:
    color, hatched = one.color, bool(drawing.classes) and drawing.is_hatched(one)
    if spec.geometry == "point":
        kind, layers = "marker", _marks(drawing, color, hatched=hatched)
    elif spec.geometry == "line":
        kind, layers = "line", _lines(drawing, color, one.dash or drawing.dash)
    else:
        outline = drawing.color if drawing.filled else color
        options = _stroke(drawing, outline, "outline_") | {
            "color": _rgba(color, drawing.opacity if drawing.filled else 0),
            "style": "solid" if drawing.filled else "no",
        }
        kind, layers = "fill", [_layer("SimpleFill", options)]
        if hatched and drawing.filled:
            layers.append(_stripes(f"@{name}@1", _APART))
    return element("symbol", *layers, type=kind, name=name, alpha=1, clip_to_extent=1, force_rhr=0)


def _marks(drawing: Symbology, color: str, *, hatched: bool) -> list[Element]:
    # The dark edge, the class within the white one, and stripes where nothing is known.
    (dark, far), (light, near) = DARK, LIGHT
    below = {"color": _rgba(dark), "outline_style": "no"}
    above = {
        "color": _rgba(color),
        "outline_color": _rgba(light),
        "outline_width": f"{near * _MM:.4g}",
        "outline_width_unit": "MM",
        "joinstyle": "miter",
    }
    # the middle of the white edge lies half its width beyond the radius
    layers = [
        _shaped(drawing, "SimpleMarker", below, far),
        _shaped(drawing, "SimpleMarker", above, near / 2),
    ]
    # who gives a class another colour in QGIS does not mean the edge
    layers[0].set("locked", "1")
    if hatched:
        inside = element("symbol", _stripes("@0@1", _CLOSE), type="fill", name="@0@2", alpha=1)
        layers.append(_shaped(drawing, "FilledMarker", {}, 0.0, inside))
    return layers


def _shaped(
    drawing: Symbology, kind: str, look: Mapping[str, str], reach: float, *inside: Element
) -> Element:
    # A layer of a mark; shape and size tell the precision, row by row where it varies.
    def size(precision: str) -> str:
        shape, radius = shape_of(precision), RADIUS.get(precision, RADIUS["site"])
        return f"{shape.across(shape.grown(radius, reach)) * _MM:.4g}"

    options = {
        "name": shape_of(drawing.positions).name,
        "size": size(drawing.positions),
        "size_unit": "MM",
        **look,
    }
    if not drawing.by_precision:
        return _layer(kind, options, *inside)
    when = [(f"WHEN \"precision\" = '{one}' THEN", one) for one in RADIUS]
    names = " ".join(f"{test} '{shape_of(one).name}'" for test, one in when)
    sizes = " ".join(f"{test} {size(one)}" for test, one in when)
    return _layer(kind, options, *inside, name=f"CASE {names} END", size=f"CASE {sizes} END")


def _stripes(name: str, apart: float) -> Element:
    # Lines over a fill, as what has no value or says that nothing is known has them.
    line = _layer(
        "SimpleLine",
        {"line_color": _rgba(STRIPE), "line_width": "0.2", "line_width_unit": "MM"},
    )
    inside = element("symbol", line, type="line", name=name, alpha=1, clip_to_extent=1)
    options = {"angle": "45", "distance": f"{apart:g}", "distance_unit": "MM"}
    return _layer("LinePatternFill", options, inside)


def _lines(drawing: Symbology, color: str, dash: str) -> list[Element]:
    if drawing.widths is None or drawing.column is None:
        style = {"line_style": "dash" if dash else "solid"}
        return [_layer("SimpleLine", _stroke(drawing, color, "line_") | style)]
    name, widths = _quoted(drawing.column.name, '"'), drawing.widths
    pixels = widths.widest / widths.most if widths.most > 0 else 0.0
    width = f"max({_THINNEST * _MM:.4g}, {pixels * _MM:.10g} * coalesce({name}, 0))"
    missing = drawing.missing.color
    body = _layer(
        "SimpleLine",
        _stroke(drawing, color, "line_") | {"line_color": _rgba(color, drawing.opacity)},
        outlineWidth=width,
        outlineColor=_unless(name, _rgba(missing, drawing.opacity), _rgba(color, drawing.opacity)),
        lineStyle=_unless(name, "dash", "solid"),
    )
    head = _layer(
        "SimpleMarker",
        {
            "name": "filled_arrowhead",
            "color": _rgba(color),
            "outline_color": _rgba(LIGHT[0]),
            "outline_width": "0.2",
            "outline_width_unit": "MM",
            "size_unit": "MM",
        },
        size=f"max(2, 2 * {width})",
        fillColor=_unless(name, _rgba(missing), _rgba(color)),
    )
    inside = element("symbol", head, type="marker", name="@0@1", alpha=1, clip_to_extent=1)
    options = {"placement": "centralpoint", "rotate": "1"}
    return [body, _layer("MarkerLine", options, inside)]


def _unless(name: str, without: str, with_value: str) -> str:
    return f"if({name} IS NULL, '{without}', '{with_value}')"


def _stroke(drawing: Symbology, color: str, prefix: str) -> dict[str, str]:
    return {
        f"{prefix}color": _rgba(color),
        f"{prefix}style": "dash" if drawing.dash else "solid",
        f"{prefix}width": f"{drawing.weight * _MM:.4g}",
        f"{prefix}width_unit": "MM",
    }


def _layer(
    kind: str, options: Mapping[str, str], *children: Element, **expressions: str
) -> Element:
    # Make a layer of a symbol, with properties that expressions give row by row.
    parts = [_map(options)]
    if expressions:
        given = [
            element(
                "Option",
                _option("active", "true", "bool"),
                _option("expression", expression),
                _option("type", "3", "int"),
                name=name,
                type="Map",
            )
            for name, expression in expressions.items()
        ]
        inside = element(
            "Option",
            _option("name", ""),
            element("Option", *given, name="properties", type="Map"),
            _option("type", "collection"),
            type="Map",
        )
        parts.append(element("data_defined_properties", inside))
    return element("layer", *parts, *children, class_=kind, enabled=1, locked=0, pass_=0)


def _option(name: str, value: str, kind: str = "QString") -> Element:
    return element("Option", name=name, value=value, type=kind)


def _map(options: Mapping[str, str]) -> Element:
    return element("Option", *(_option(key, value) for key, value in options.items()), type="Map")


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
