"""The look of a raster: for QGIS (QML) and as Styled Layer Descriptor (SLD 1.0)."""

from __future__ import annotations

from gisplan.formats.prepared import Prepared
from gisplan.formats.xml import Element, document, element
from gisplan.render.style.symbology import Look, LookClass

_SLD = "http://www.opengis.net/sld"
#: Of the map below a raster something should be seen.
_OPACITY = 0.8


def qml(item: Prepared) -> bytes:
    """Give the look of a raster for QGIS.

    Parameters
    ----------
    item : Prepared
        A raster, with a look of classes.

    Returns
    -------
    bytes
        A QML document, as QGIS 3 reads beside a file.
    """
    root = element("qgis", *qml_parts(item), version="3.22.0", styleCategories="Symbology")
    return document(root, doctype="<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>")


def qml_parts(item: Prepared) -> list[Element]:
    """Give the elements that a QML document and a layer of a project share."""
    look = item.look or Look()
    common = {"band": 1, "opacity": f"{_OPACITY:g}", "alphaBand": -1, "nodataColor": ""}
    if look.kind == "categories":
        entries = [
            element("paletteEntry", value=one.value, color=one.color, alpha=255, label=one.words.zh)
            for one in look.classes
        ]
        inside, kind = element("colorPalette", *entries), "paletted"
        drawn = element("rasterrenderer", inside, type=kind, **common)
    else:
        drawn = _ranges(look.classes, common)
    return [element("pipe", drawn)]


def _ranges(classes: tuple[LookClass, ...], common: dict[str, object]) -> Element:
    """Colour what lies up to and with each class' upper bound, as the classes are meant."""
    items = [
        element(
            "item",
            # the last class takes what single precision rounded up
            value="inf" if one is classes[-1] else f"{one.upper:.15g}",
            color=one.color,
            alpha=255,
            label=one.words.zh,
        )
        for one in classes
    ]
    bounds = {
        "minimumValue": f"{classes[0].lower:.15g}" if classes else "0",
        "maximumValue": f"{classes[-1].upper:.15g}" if classes else "0",
    }
    shader = element(
        "colorrampshader",
        *items,
        colorRampType="DISCRETE",
        classificationMode=1,
        clip=0,
        **bounds,
    )
    return element(
        "rasterrenderer",
        element("rastershader", shader),
        type="singlebandpseudocolor",
        classificationMin=bounds["minimumValue"],
        classificationMax=bounds["maximumValue"],
        **common,
    )


def sld(item: Prepared) -> bytes:
    """Give the look of a raster as Styled Layer Descriptor 1.0, for map servers.

    Parameters
    ----------
    item : Prepared
        A raster, with a look of classes.

    Returns
    -------
    bytes
    """
    look = item.look or Look()
    entries = [
        element(
            "ColorMapEntry",
            color=one.color,
            quantity=one.value if look.kind == "categories" else f"{one.upper:.15g}",
            label=one.words.zh,
        )
        for one in look.classes
    ]
    kind = "values" if look.kind == "categories" else "intervals"
    symbolizer = element(
        "RasterSymbolizer",
        element("Opacity", f"{_OPACITY:g}"),
        element("ColorMap", *entries, type=kind),
    )
    style = element("FeatureTypeStyle", element("Rule", symbolizer))
    layer = element("NamedLayer", element("Name", item.name), element("UserStyle", style))
    return document(element("StyledLayerDescriptor", layer, version="1.0.0", xmlns=_SLD))
