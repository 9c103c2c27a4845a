"""A map composition as one A4 sheet: PNG, SVG or PDF."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
import shapely
from matplotlib.axes import Axes

from gisplan.catalog.layer import Layer, LayerSpec
from gisplan.catalog.map import MapSpec
from gisplan.errors import DataError
from gisplan.render.figure import fonts, legend, mapping, naming, projection
from gisplan.render.figure.beneath import Beneath, symbol_of
from gisplan.render.figure.mapping import SheetPart
from gisplan.render.figure.options import FigureOptions
from gisplan.render.figure.paper import INK, MUTED, RULE, Paper
from gisplan.render.figure.projection import Projection
from gisplan.render.figure.words import clean
from gisplan.render.web import webmap
from gisplan.render.web.context import border_look
from gisplan.text import Lang, Text

_MARGIN, _GAP = 28.0, 14.0
_LEGEND = 196.0
#: The room that the scale's last figure takes beyond its bar.
_SCALE_END = 44.0
_BORDER = 0.04
# A path's own data: what comes from a layer's words can't hold a "<".
_PATH = re.compile(rb'<path (?:id="[^"]*" )?d="[^"]*"')
_LONG = re.compile(rb"-?\d+\.\d{3,}")
_SETTINGS = {
    "svg.fonttype": "none",
    # Outlines: OpenType faces are not embedded by the letter of the standard as type 42.
    "pdf.fonttype": 3,
    "axes.unicode_minus": False,
    "path.simplify": False,
    "agg.path.chunksize": 20000,
}


def draw(
    spec: MapSpec, layers: Mapping[str, Layer], *, options: FigureOptions | None = None
) -> bytes:
    """Draw the layers of a map that are on when it opens.

    Parameters
    ----------
    spec : MapSpec
        The composition.
    layers : mapping of str to Layer
        At least those that the composition names; geometry in EPSG:4326.
    options : FigureOptions, optional
        Format, language and date; a PNG in Chinese if left out.

    Returns
    -------
    bytes
        Of the file. The same input, fonts and version of Matplotlib give the same bytes.

    Raises
    ------
    DeclarationError
        If the composition names a layer or column that is not there, or a style is wrong.
    DataError
        If nothing of the map has a position.
    FileError
        If no face with Chinese characters is installed.
    """
    options = options or FigureOptions()
    webmap.check(spec, layers)
    parts = [
        mapping.part_of(item, layers[item.layer])
        for group in spec.groups
        for item in group.layers
        if item.show
    ]
    shapes = _extent(parts)
    if not shapes:
        raise DataError(
            Text(
                f"地图 {spec.name} 打开时显示的图层没有任何位置，无法成图。",
                f"Map {spec.name}: no layer that it shows has a position to draw.",
            )
        )
    shown = [part.item for part in parts]
    beneath = Beneath.of(spec, layers, shown)
    for part in parts:
        part.symbol = symbol_of(part.item, layers, found=bool(beneath.levels))
        if part.symbol:
            part.drawn["style"].update(border_look(part.symbol))
    where = projection.choose(*(float(edge) for edge in shapely.total_bounds(shapes)))
    families = fonts.families()
    settings: Any = {**_SETTINGS, "font.family": families, "svg.hashsalt": spec.name}
    with mpl.rc_context(settings), warnings.catch_warnings():
        # A character that no face has is drawn as a box; that is for the reader to see.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        paper = Paper(families)
        _compose(paper, spec, (parts, beneath), where, options)
        return _saved(paper, spec, options)


def _extent(parts: Sequence[SheetPart]) -> list[Any]:
    """Give what the sheet must hold: all shapes; where there are none, the rasters.

    Parameters
    ----------
    parts : sequence of SheetPart
        Layers that are on.

    Returns
    -------
    list of Any
        Geometries in degrees, WGS 84.
    """
    shapes = [shape for part in parts for shape in part.places.geometry]
    # A raster often covers far more than the region that the map is of.
    return shapes or [
        shape
        for part in parts
        if part.layer.raster is not None
        for shape in part.layer.table.geometry
    ]


def _compose(
    paper: Paper,
    spec: MapSpec,
    drawn: tuple[list[SheetPart], Beneath],
    where: Projection,
    options: FigureOptions,
) -> None:
    parts, beneath = drawn
    lang = options.lang
    width = paper.width - 2 * _MARGIN
    y = paper.height - _MARGIN - 17
    for line in paper.lines(clean(spec.title.get(lang)), width, 19, bold=True)[:2]:
        paper.text(_MARGIN, y, line, 19, bold=True)
        y -= 24
    for line in paper.lines(clean(spec.description.get(lang)), width, 9.5)[:2]:
        paper.text(_MARGIN, y + 3, line, 9.5, color=MUTED)
        y -= 14
    top = y + 6
    bottom = _foot(paper, spec, drawn, where, options)
    frame = (_MARGIN, bottom, width - _LEGEND - _GAP, top - bottom)
    axes = _map(paper, drawn, where, frame, options.dpi)
    kept = _kept(frame)
    naming.label(axes, paper, parts, beneath, lang, kept=kept)
    # borders and rivers that run beneath would be read as strokes of the letters
    _scale_and_north(paper, axes, where, frame, lang, halo=bool(beneath.items))
    shown = [
        legend.Shown(
            clean((part.item.title or part.layer.spec.title).get(lang)),
            part.layer.spec.geometry,
            part.drawn,
            len(part.places.unplaced),
            part.precisions(),
        )
        for part in parts
    ]
    left = _MARGIN + width - _LEGEND
    paper.text(left, top - 10, Text("图例", "Legend").get(lang), 10.5, bold=True)
    own = {part.symbol for part in parts if part.symbol}
    legend.draw(
        paper,
        shown,
        (left, bottom, _LEGEND, top - bottom - 14),
        lang,
        beneath=beneath.samples(lang, but=own),
    )


def _map(
    paper: Paper,
    drawn: tuple[list[SheetPart], Beneath],
    where: Projection,
    frame: tuple[float, float, float, float],
    dpi: int,
) -> Axes:
    parts, beneath = drawn
    left, bottom, width, height = frame
    box = (left / paper.width, bottom / paper.height, width / paper.width, height / paper.height)
    axes = paper.figure.add_axes(box)
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_color(RULE)
        spine.set_linewidth(0.7)
    transformer = where.transformer()
    for part in parts:
        mapping.project(part, transformer, 0.0)
    to_sheet: Any = transformer.transform
    held = [shape for part in parts for shape in part.shapes] or [
        shapely.transform(shapely.segmentize(shape, 0.1), to_sheet, interleaved=False)
        for shape in _extent(parts)
    ]
    west, south, east, north = shapely.total_bounds(held)
    # A single point gets a neighbourhood of 10 km.
    metres_per_point = max((east - west) / width, (north - south) / height, 10_000 / width)
    metres_per_point *= 1 + 2 * _BORDER
    for part in parts:
        mapping.project(part, transformer, metres_per_point)
    x, y = (west + east) / 2, (south + north) / 2
    axes.set_xlim(x - width / 2 * metres_per_point, x + width / 2 * metres_per_point)
    axes.set_ylim(y - height / 2 * metres_per_point, y + height / 2 * metres_per_point)
    beneath.project(transformer, axes)
    mapping.draw(axes, parts, beneath, crs=where.crs.to_wkt(), dpi=dpi)
    return axes


def _kept(frame: tuple[float, float, float, float]) -> tuple[naming.Box, ...]:
    """Give where the scale and the arrow stand, so that nothing is written across them.

    Parameters
    ----------
    frame : tuple of float
        Left, bottom, width and height of the map, in points.

    Returns
    -------
    tuple of Box
        Left, bottom, right and top, in points.
    """
    left, bottom, width, height = frame
    right, top = left + width, bottom + height
    return (
        (left + 1, bottom + 1, left + 0.25 * width + _SCALE_END, bottom + 40),
        (right - 42, top - 56, right - 1, top - 1),
    )


def _scale_and_north(
    paper: Paper,
    axes: Axes,
    where: Projection,
    frame: tuple[float, float, float, float],
    lang: Lang,
    *,
    halo: bool,
) -> None:
    left, bottom, width, height = frame
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    unit = (east - west) / width
    bar = projection.scale_bar(
        where, x=(west + east) / 2, y=(south + north) / 2, longest=0.25 * (east - west)
    )
    x, y, long = left + 12, bottom + 22, bar.length / unit
    half = long / 2
    at = Text(f"比例尺以北纬 {bar.latitude:.1f}° 为准", f"true at {bar.latitude:.1f}° N")
    said = f"{bar.kilometres:,g} {Text('千米', 'km').get(lang)}"
    paper.rectangle(x, y, half, 4, facecolor=INK, edgecolor=INK, linewidth=0.6)
    paper.rectangle(x + half, y, half, 4, facecolor="white", edgecolor=INK, linewidth=0.6)
    paper.text(x, y + 7, "0", 7, halo=halo)
    paper.text(x + long - 2, y + 7, said, 7, halo=halo)
    paper.text(x, y - 10, at.get(lang), 6, color=MUTED, halo=halo)
    # North at the arrow's own place: meridians are not parallel in a conic projection.
    x, y = left + width - 24, bottom + height - 40
    east_of, up = projection.north(where, x=west + (x - left) * unit, y=south + (y - bottom) * unit)
    tip = (x + 13 * east_of, y + 13 * up)
    for side, color in ((1, INK), (-1, "white")):
        paper.page.fill(
            [tip[0], x - 11 * east_of + side * 6 * up, x - 6 * east_of],
            [tip[1], y - 11 * up - side * 6 * east_of, y - 6 * up],
            facecolor=color,
            edgecolor=INK,
            linewidth=0.7,
        )
    letter = Text("北", "N").get(lang)
    wide = paper.measure(letter, 8, True)
    paper.text(x + 21 * east_of - wide / 2, y + 19 * up - 2, letter, 8, bold=True, halo=halo)


def _foot(
    paper: Paper,
    spec: MapSpec,
    drawn: tuple[list[SheetPart], Beneath],
    where: Projection,
    options: FigureOptions,
) -> float:
    """Write what stands below the map; give the height at which the map may begin.

    Parameters
    ----------
    paper : Paper
        The page, in points.
    spec : MapSpec
        Composition of the map.
    drawn : tuple of list of SheetPart and Beneath
        Layers that are on, and what lies beneath.
    where : Projection
        Projection of the sheet.
    options : FigureOptions
        Language and date.

    Returns
    -------
    float
        Points from the bottom.
    """
    lang, size = options.lang, 6.8
    parts, beneath = drawn
    specs = [*(part.layer.spec for part in parts), *(layer.spec for _, layer, _ in beneath.items)]
    said = Text("审图号：", "Map review number: ").get(lang)
    said += clean(spec.review_number) or Text("未填写", "not set").get(lang)
    facts = [said, where.words.get(lang)]
    if options.date:
        facts.append(Text("制图日期：", "Made on ").get(lang) + options.date)
    attribution = clean(spec.attribution.get(lang))
    facts += [attribution] if attribution else []
    stop = Text("；", "; ").get(lang)
    sources = sources_of(specs, lang)
    told = Text("来源：", "Sources: ").get(lang) + stop.join(sources)
    width = paper.width - 2 * _MARGIN
    lines = [
        *paper.lines(told, width, size),
        *paper.lines(Text("　", "  ·  ").get(lang).join(facts), width, size),
    ]
    for at, line in enumerate(reversed(lines)):
        paper.text(_MARGIN, 20 + at * 9.6, line, size, color=MUTED)
    return 20 + len(lines) * 9.6 + 5


def sources_of(specs: Sequence[LayerSpec], lang: Lang) -> list[str]:
    """Name the sources of layers, each once.

    Parameters
    ----------
    specs : sequence of LayerSpec
        Declarations of the layers.
    lang : {"zh", "en"}
        Language of the marks between them.

    Returns
    -------
    list of str
        Title, publisher and date.
    """
    comma = Text("，", ", ").get(lang)
    named = (
        comma.join(
            part
            for part in (
                clean(one.title.get(lang)),
                clean(one.publisher.get(lang)),
                clean(one.date),
            )
            if part
        )
        for spec in specs
        for one in spec.sources
    )
    found = list(dict.fromkeys(named))
    # One layer may say of a source less than another does.
    return [one for one in found if not any(other.startswith(one + comma) for other in found)]


def _saved(paper: Paper, spec: MapSpec, options: FigureOptions) -> bytes:
    title = clean(spec.title.get(options.lang))
    # Nothing of the day or the machine, so that the same data give the same bytes.
    metadata: dict[str, dict[str, str | None]] = {
        "png": {"Software": "gisplan", "Title": title},
        "svg": {"Date": None, "Creator": "gisplan", "Title": title},
        "pdf": {"CreationDate": None, "Creator": "gisplan", "Producer": None, "Title": title},
    }
    out = io.BytesIO()
    paper.figure.savefig(
        out, format=options.format, dpi=options.dpi, metadata=metadata[options.format]
    )
    content = out.getvalue()
    return _PATH.sub(_rounded, content) if options.format == "svg" else content


def _rounded(path: re.Match[bytes]) -> bytes:
    """Write a path's coordinates in hundredths of a point: no printer shows less.

    Parameters
    ----------
    path : re.Match[bytes]
        Match of one path of an SVG.

    Returns
    -------
    bytes
        The path, shorter.
    """
    return _LONG.sub(lambda one: b"%.2f" % float(one[0]), path[0])
