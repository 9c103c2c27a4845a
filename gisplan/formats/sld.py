"""The symbology of a layer of shapes as Styled Layer Descriptor (SLD 1.0), for map servers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gisplan.catalog.layer import PRECISION_TITLES
from gisplan.formats.prepared import Prepared
from gisplan.formats.xml import Element, document, element
from gisplan.render.style.marks import CIRCLE, DARK, EXACT, LIGHT, RADIUS, SQUARE, STRIPE, shape_of
from gisplan.render.style.symbology import Symbology, SymbologyClass
from gisplan.text import Text

_SLD = "http://www.opengis.net/sld"
_OGC = "http://www.opengis.net/ogc"
_ALL = Text("全部", "all")
# Pixels from cross to cross: SLD 1.0 has no word for stripes.
_APART = 8.0


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is drawn in one way: a class, of points with a precision if marks tell it."""

    drawing: Symbology
    geometry: str
    one: SymbologyClass
    is_all: bool = False
    precision: str = ""


def sld(item: Prepared) -> bytes:
    """Give the symbology of a layer as Styled Layer Descriptor 1.0, for map servers.

    Parameters
    ----------
    item : Prepared
        With shapes.

    Returns
    -------
    bytes
        An XML document.
    """
    style = element("FeatureTypeStyle", *(_rule(rule) for rule in _rules(item)))
    layer = element("NamedLayer", element("Name", item.name), element("UserStyle", style))
    root = element("StyledLayerDescriptor", layer, version="1.0.0", xmlns=_SLD)
    root.set("xmlns:ogc", _OGC)
    return document(root)


def _rules(item: Prepared) -> Iterator[_Rule]:
    drawing = item.symbology or Symbology()
    if drawing.classes or drawing.kind == "flows":
        classes = [
            *(drawing.classes or [SymbologyClass(color=drawing.color, words=_ALL)]),
            *([drawing.missing] if item.lacks_values else []),
        ]
    else:
        classes = [SymbologyClass(color=drawing.color, words=_ALL)]
    alone = not drawing.classes
    geometry = item.spec.geometry
    for one in classes:
        is_all = alone and one is not drawing.missing
        if geometry == "point" and drawing.by_precision:
            found = set(item.layer.table["precision"].dropna())
            for precision in (name for name in RADIUS if name in found):
                yield _Rule(drawing, geometry, one, is_all, precision)
        else:
            yield _Rule(drawing, geometry, one, is_all)


def _rule(rule: _Rule) -> Element:
    words = rule.drawing.label_of(rule.one)
    if rule.precision and rule.precision not in EXACT:
        # the same class in another shape
        told = next(t for name, t in PRECISION_TITLES.items() if name == rule.precision)
        words = Text(f"{words.zh}（{told.zh}）", f"{words.en} ({told.en})")
    symbolizers = list(_symbolizers(rule))
    if rule.drawing.label:
        label = element("Label", _property(rule.drawing.label))
        symbolizers.append(element("TextSymbolizer", label))
    return element(
        "Rule", element("Name", words.en), element("Title", words.zh), _filter(rule), *symbolizers
    )


def _filter(rule: _Rule) -> Element | None:
    drawing, one = rule.drawing, rule.one
    if one.rest and not rule.precision:
        return element("ElseFilter")
    conditions = [] if rule.is_all or drawing.column is None else list(_conditions(drawing, one))
    if rule.precision:
        conditions.append(_compare("PropertyIsEqualTo", "precision", rule.precision))
    if not conditions:
        return None
    inside = conditions[0] if len(conditions) == 1 else element("ogc:And", *conditions)
    return element("ogc:Filter", inside)


def _conditions(drawing: Symbology, one: SymbologyClass) -> Iterator[Element]:
    # Say which rows are in a class; all conditions hold.
    assert drawing.column is not None  # noqa: S101  the caller looked
    name, kind = drawing.column.name, drawing.column.type
    if one is drawing.missing:
        absent = element("ogc:PropertyIsNull", _property(name))
        empty = _compare("PropertyIsEqualTo", name, "")
        yield element("ogc:Or", absent, empty) if kind in ("text", "adcode") else absent
    elif one.rest:
        for other in drawing.classes:
            if other.value is not None:
                yield _compare("PropertyIsNotEqualTo", name, other.value)
        yield element("ogc:Not", element("ogc:PropertyIsNull", _property(name)))
    elif drawing.kind == "categories":
        value = one.value or ""
        if kind == "boolean":
            # servers, and files without truth values, have one or the other
            both = value.lower(), str(int(value == "True"))
            either = (_compare("PropertyIsEqualTo", name, literal) for literal in both)
            yield element("ogc:Or", *either)
        else:
            yield _compare("PropertyIsEqualTo", name, value)
    elif drawing.kind == "class_breaks":
        # the first class and the last are open, so that no value is outside
        if one is not drawing.classes[0]:
            yield _compare("PropertyIsGreaterThan", name, f"{one.above:.15g}")
        if one is not drawing.classes[-1]:
            yield _compare("PropertyIsLessThanOrEqualTo", name, f"{one.upto:.15g}")


def _compare(tag: str, name: str, value: str) -> Element:
    return element(f"ogc:{tag}", _property(name), element("ogc:Literal", value))


def _property(name: str) -> Element:
    return element("ogc:PropertyName", name)


def _symbolizers(rule: _Rule) -> Iterator[Element]:
    # From the lowest up.
    drawing, color = rule.drawing, rule.one.color
    hatched = bool(drawing.classes) and drawing.is_hatched(rule.one)
    if rule.geometry == "point":
        yield from _marks(color, rule.precision or drawing.positions, hatched=hatched)
    elif rule.geometry == "line":
        yield element("LineSymbolizer", _line(rule))
    elif drawing.filled:
        fill = _fill(color, drawing.opacity)
        yield element("PolygonSymbolizer", fill, _stroke(drawing, drawing.color, drawing.dash))
        if hatched:
            graphic = _graphic(("x",), _APART, _crossed())
            yield element("PolygonSymbolizer", element("Fill", element("GraphicFill", graphic)))
    else:
        yield element("PolygonSymbolizer", _stroke(drawing, color, drawing.dash))


def _marks(color: str, precision: str, *, hatched: bool) -> Iterator[Element]:
    # Draw a mark: the dark edge, the white one, its class, and a cross where nothing is known.
    shape, radius = shape_of(precision), RADIUS.get(precision, RADIUS["site"])
    # a diamond is a square that stands on a corner; who knows no hexagon takes the circle
    form = SQUARE if shape.corners == SQUARE.corners else shape
    names = (form.name,) if form in (SQUARE, CIRCLE) else (form.name, CIRCLE.name)
    turn = form.turn - shape.turn
    for edge, reach in (DARK, LIGHT, (color, 0.0)):
        size = form.across(shape.grown(radius, reach))
        yield element("PointSymbolizer", _graphic(names, size, _fill(edge, 1.0), turn=turn))
    if hatched:
        graphic = _graphic(("x",), 1.2 * radius, _crossed())
        yield element("PointSymbolizer", graphic)


def _graphic(names: tuple[str, ...], size: float, *look: Element, turn: float = 0.0) -> Element:
    # A symbol, with others for who does not know the first: of several marks one is drawn.
    return element(
        "Graphic",
        *(element("Mark", element("WellKnownName", name), *look) for name in names),
        element("Size", f"{size:.4g}"),
        element("Rotation", f"{turn:g}") if turn else None,
    )


def _crossed() -> Element:
    return element("Stroke", _parameter("stroke", STRIPE), _parameter("stroke-width", "1"))


def _line(rule: _Rule) -> Element:
    drawing, widths = rule.drawing, rule.drawing.widths
    if widths is None or drawing.column is None:
        return _stroke(drawing, rule.one.color, rule.one.dash or drawing.dash)
    opacity = _parameter("stroke-opacity", f"{drawing.opacity:g}")
    if rule.one is drawing.missing:
        thin, dash = _parameter("stroke-width", "1"), _parameter("stroke-dasharray", "3 3")
        return element("Stroke", _parameter("stroke", rule.one.color), opacity, thin, dash)
    pixels = widths.widest / widths.most if widths.most > 0 else 0.0
    product = element(
        "ogc:Mul", _property(drawing.column.name), element("ogc:Literal", f"{pixels:.10g}")
    )
    width = element("CssParameter", product, name="stroke-width")
    return element("Stroke", _parameter("stroke", rule.one.color), opacity, width)


def _stroke(drawing: Symbology, color: str, dash: str) -> Element:
    dash = dash.replace(",", " ")
    return element(
        "Stroke",
        _parameter("stroke", color),
        _parameter("stroke-width", f"{drawing.weight:g}"),
        _parameter("stroke-dasharray", dash) if dash else None,
    )


def _fill(color: str, opacity: float) -> Element:
    return element("Fill", _parameter("fill", color), _parameter("fill-opacity", f"{opacity:.3g}"))


def _parameter(name: str, value: str) -> Element:
    return element("CssParameter", value, name=name)
