"""The symbology of a raster: for QGIS (QML) and as Styled Layer Descriptor (SLD 1.0)."""

from __future__ import annotations

from gisplan.formats.prepared import Prepared
from gisplan.formats.xml import Element, document, element
from gisplan.render.style.class_breaks import closed
from gisplan.render.style.symbology import Symbology

_SLD = "http://www.opengis.net/sld"


def qml(item: Prepared) -> bytes:
    """Give the symbology of a raster for QGIS.

    Parameters
    ----------
    item : Prepared
        A raster, with a symbology of classes.

    Returns
    -------
    bytes
        A QML document, as QGIS 3 reads beside a file.
    """
    root = element("qgis", *qml_parts(item), version="3.22.0", styleCategories="Symbology")
    return document(root, doctype="<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>")


def qml_parts(item: Prepared) -> list[Element]:
    """Give the elements that a QML document and a layer of a project share.

    Parameters
    ----------
    item : Prepared
        A raster, with a symbology of classes.

    Returns
    -------
    list of xml.etree.ElementTree.Element
        The pipe that draws it.
    """
    drawing = item.symbology or Symbology()
    opacity = f"{drawing.opacity:g}"
    common = {"band": 1, "opacity": opacity, "alphaBand": -1, "nodataColor": ""}
    if drawing.kind == "categories":
        entries = [
            element("paletteEntry", value=one.value, color=one.color, alpha=255, label=one.words.zh)
            for one in drawing.classes
        ]
        inside, kind = element("colorPalette", *entries), "paletted"
        drawn = element("rasterrenderer", inside, type=kind, **common)
    else:
        drawn = _ranges(drawing, common)
    return [element("pipe", drawn)]


def _ranges(drawing: Symbology, common: dict[str, object]) -> Element:
    # Colour what lies up to and with each class' upper bound, as the classes are meant.
    classes = drawing.classes
    items = [
        element(
            "item",
            # the last class takes what single precision rounded up
            value="inf" if one is classes[-1] else f"{one.upto:.15g}",
            color=one.color,
            alpha=255,
            label=drawing.label_of(one).zh,
        )
        for one in classes
    ]
    bounds = {
        "minimumValue": f"{drawing.least:.15g}",
        "maximumValue": f"{drawing.most:.15g}",
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
    """Give the symbology of a raster as Styled Layer Descriptor 1.0, for map servers.

    Parameters
    ----------
    item : Prepared
        A raster, with a symbology of classes.

    Returns
    -------
    bytes
        An XML document.
    """
    drawing = item.symbology or Symbology()
    coded = drawing.kind == "categories"
    entries = [
        element(
            "ColorMapEntry",
            color=one.color,
            quantity=one.value if coded else f"{one.upto:.15g}",
            label=drawing.label_of(one).zh,
        )
        for one in closed(drawing.classes, least=drawing.least, most=drawing.most)
    ]
    kind = "values" if coded else "intervals"
    symbolizer = element(
        "RasterSymbolizer",
        element("Opacity", f"{drawing.opacity:g}"),
        element("ColorMap", *entries, type=kind),
    )
    style = element("FeatureTypeStyle", element("Rule", symbolizer))
    layer = element("NamedLayer", element("Name", item.name), element("UserStyle", style))
    return document(element("StyledLayerDescriptor", layer, version="1.0.0", xmlns=_SLD))
