"""One layer as a CAD drawing (DXF R2010, UTF-8), in metres of a projected system.

CAD layers are the classes of the map, in their colours: outlines and lines as polylines, fills as
hatches on layers of their own, points as blocks with attributes, names as texts. Every entity of
a row carries the row's number, and polylines its values, as extended data of :data:`APPLICATION`.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from gisplan.errors import DataError, FileError, OptionError
from gisplan.formats.drawing_words import Names, cut, cut_values, plain
from gisplan.formats.prepared import Prepared, attributes, nothing_placed, placed
from gisplan.places.planes import Plane, ask_plane, to_plane
from gisplan.render.style.marks import EXACT
from gisplan.render.style.symbology import Symbology
from gisplan.text import Text

if TYPE_CHECKING:
    from ezdxf.document import Drawing
    from ezdxf.entities import DXFEntity
    from ezdxf.layouts import BlockLayout, Modelspace

#: Whose extended data they are.
APPLICATION = "GISPLAN"
#: Digits behind the point of a metre.
_DIGITS = 4
#: Heights of texts across a drawing, about.
_LINES = 200
#: Codes of groups: text, whole number, and what is drawn in the layer's own colour.
_STRING, _NUMBER, _BY_LAYER = 1000, 1071, 256
#: Bytes of extended data that an entity has room for, with some to spare.
_ROOM = 16_000
#: Of a face that every Windows in Chinese has, and its family.
_FACE, _FAMILY = "simsun.ttc", "SimSun"
_LABELS, _FILL = Text("注记", "labels"), Text("填充", "fill")


def require_library() -> None:
    """Check that the library that writes drawings is there.

    Raises
    ------
    OptionError
        If it isn't; says how it is installed.
    """
    if find_spec("ezdxf") is None:
        raise OptionError(
            Text(
                "DXF 须另装软件包，请运行：pip install 'gisplan[cad]'",
                "DXF needs another package; run: pip install 'gisplan[cad]'",
            )
        )


def losses(item: Prepared) -> tuple[Text, ...]:
    """Say what of a layer a drawing does not hold, or holds where its plane is not made for.

    Parameters
    ----------
    item : Prepared
        With shapes, in degrees, and its plane.

    Returns
    -------
    tuple of Text
        Rows without a position, values that were cut, rows outside the area of the plane.
    """
    told, there = [], placed(item.layer)
    if left := int((~there).sum()):
        told.append(
            Text(f"{left} 行没有位置，不在图中", f"{left} rows without a position are not drawn")
        )
    if shortened := sum(_values(row, item)[1] for row in _rows(item, there)):
        told.append(
            Text(
                f"{shortened} 个值超过 255 字节，在整字处截断",
                f"{shortened} values longer than 255 bytes are cut at a whole character",
            )
        )
    if outside := _outside(item):
        plane = _plane(item)
        west, _, east, _ = plane.bounds
        told.append(
            Text(
                f"{outside} 行超出 {plane.code} 适用的范围（{west:g}° 至 {east:g}°），"
                "长度和面积变形较大",
                f"{outside} rows reach beyond the area of {plane.code} ({west:g}° to {east:g}°);"
                " lengths and areas are stretched there",
            )
        )
    return tuple(told)


def write(item: Prepared, path: Path) -> None:
    """Write a layer as a drawing.

    Parameters
    ----------
    item : Prepared
        With shapes, in degrees, and the plane that it is drawn in.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    DatumError
        If the layer has no plane; says which zone most rows are in.
    DataError
        If no row has a position, or one has none in the plane.
    OptionError
        If the library isn't there.
    """
    require_library()
    there = placed(item.layer)
    if not there.any():
        raise nothing_placed(item, Text("图纸", "a drawing"))
    shapes = _projected(item, there)
    import ezdxf
    from ezdxf import units

    with _without_clock():
        doc = ezdxf.new("R2010", units=units.M)
        _tell(doc, item)
        _Sheet.new(doc, item, shapes).draw(_rows(item, there), np.flatnonzero(there) + 1)
        # the same bytes on every system
        with path.open("w", encoding="utf-8", newline="\n") as file:
            doc.write(file)


def count(path: Path) -> int:
    """Read a drawing, check it as CAD programs would, and count its rows.

    Parameters
    ----------
    path : pathlib.Path
        A file of :func:`write`.

    Returns
    -------
    int
        Rows: an area of several parts, with holes, a fill and a name, counts once.

    Raises
    ------
    FileError
        If the drawing has errors, or an outline, line or point of no row.
    """
    import ezdxf

    doc = ezdxf.readfile(path)
    found = doc.audit()
    if found.has_errors or found.has_fixes:
        first = [*found.errors, *found.fixes][0].message
        raise FileError(
            Text(f"{path.name} 读回有误：{first}", f"{path.name} read back has faults: {first}")
        )
    drawn = doc.modelspace().query("LWPOLYLINE INSERT")
    return len({_row_of(entity) for entity in drawn})


def ask_for_plane(items: list[Prepared]) -> Exception:
    """Make the error for drawings without a projected system.

    Parameters
    ----------
    items : list of Prepared
        The layers; those with shapes, in degrees.

    Returns
    -------
    Exception
        Asks for one, and says which zone most rows are in.
    """
    boxes = [item.layer.table.geometry.bounds for item in items if item.has_shapes]
    middles = [((box["minx"] + box["maxx"]) / 2).to_numpy() for box in boxes]
    return ask_plane(np.concatenate(middles) if middles else np.array([]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Class:
    # The CAD layers of a class; no fill where it has none.
    lines: str
    fill: str | None


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """A drawing while it is made."""

    item: Prepared
    doc: Drawing
    shapes: np.ndarray
    classes: dict[int, _Class]
    labels: str
    height: float

    @classmethod
    def new(cls, doc: Drawing, item: Prepared, shapes: np.ndarray) -> _Sheet:
        names, drawing = Names(), item.symbology or Symbology()
        title = item.spec.title.zh or item.name
        numbers = _numbers(item)
        used = [*range(len(drawing.classes)), *([-1] if (numbers == -1).any() else [])]
        classes = {}
        for at in used:
            one = drawing.classes[at] if at >= 0 else drawing.missing
            plain_look = not drawing.classes
            color = drawing.color if plain_look else one.color
            words = [title] if plain_look else [title, drawing.label_of(one).zh]
            lines = names.take(*words)
            _cad_layer(doc, lines, color)
            fill = None
            hollow = not drawing.filled or (not plain_look and drawing.is_hatched(one))
            if item.spec.geometry == "polygon" and not hollow:
                fill = names.take(*words, _FILL.zh)
                _cad_layer(doc, fill, color, transparency=1 - drawing.opacity)
            classes[at] = _Class(lines=lines, fill=fill)
        labels = names.take(title, _LABELS.zh)
        _cad_layer(doc, labels, "#000000")
        west, south, east, north = shapely.total_bounds(shapes)
        side = max(np.hypot(east - west, north - south), 1000.0) / _LINES
        power = 10.0 ** np.floor(np.log10(side))
        height = power * float(next(step for step in (5, 2, 1) if step * power <= side))
        space = doc.modelspace()
        space.reset_extents((west, south, 0), (east, north, 0))
        center = ((west + east) / 2, (south + north) / 2)
        doc.set_modelspace_vport(max(north - south, east - west, 20 * height) * 1.1, center)
        style = doc.styles.add(APPLICATION, font=_FACE)
        style.set_extended_font_data(_FAMILY)
        return cls(
            item=item, doc=doc, shapes=shapes, classes=classes, labels=labels, height=float(height)
        )

    def draw(self, rows: list[dict[str, Any]], numbers: np.ndarray) -> None:
        space, index = self.doc.modelspace(), _numbers(self.item)[numbers - 1]
        looks = [self.classes[at] for at in index.tolist()]
        each = list(zip(self.shapes, rows, numbers.tolist(), looks, strict=True))
        # what is drawn later lies above
        for shape, _, number, look in each:
            if look.fill:
                self._fill(space, shape, number, look.fill)
        if self.item.spec.geometry == "point":
            self._points(space, each)
        else:
            for shape, row, number, look in each:
                self._outline(space, shape, (number, row), look.lines)
        column = _label_of(self.item)
        for shape, row, number, _ in each:
            if column and (text := cut(plain(str(row[column] or "")))):
                self._name(space, shape, number, text)

    def _fill(self, space: Modelspace, shape: Any, number: int, layer: str) -> None:
        for part in shapely.get_parts(shape):
            hatch = space.add_hatch(color=_BY_LAYER, dxfattribs={"layer": layer})
            hatch.paths.add_polyline_path(_corners(part.exterior), is_closed=True, flags=1)
            for hole in part.interiors:
                hatch.paths.add_polyline_path(_corners(hole), is_closed=True, flags=0)
            _mark(hatch, number)

    def _outline(
        self, space: Modelspace, shape: Any, row: tuple[int, dict[str, Any]], layer: str
    ) -> None:
        pairs, _ = _values(row[1], self.item)
        told = [f"{name}={text}" for name, text in pairs]
        for part in shapely.get_parts(shape):
            area = part.geom_type == "Polygon"
            for ring in (part.exterior, *part.interiors) if area else (part,):
                corners = _corners(ring) if area else shapely.get_coordinates(ring)
                line = space.add_lwpolyline(
                    corners.tolist(), format="xy", close=area, dxfattribs={"layer": layer}
                )
                _mark(line, row[0], told)

    def _points(self, space: Modelspace, each: list[tuple[Any, Any, int, _Class]]) -> None:
        exact, rough = self._block("exact", filled=True), self._block("approximate", filled=False)
        drawing = self.item.symbology or Symbology()
        for shape, row, number, look in each:
            known = row.get("precision") if drawing.by_precision else drawing.positions
            block = exact if known in EXACT else rough
            for part in shapely.get_parts(shape):
                at = (part.x, part.y)
                mark = space.add_blockref(block, at, dxfattribs={"layer": look.lines})
                for name, text in _values(row, self.item)[0]:
                    attribute = mark.add_attrib(
                        name, text, at, dxfattribs=self._hidden | {"layer": look.lines}
                    )
                    attribute.is_invisible = True
                _mark(mark, number)

    @property
    def _hidden(self) -> dict[str, Any]:
        return {"height": self.height, "style": APPLICATION}

    def _block(self, kind: str, *, filled: bool) -> str:
        name = f"{APPLICATION}_{self.item.name}_{kind}"
        block: BlockLayout = self.doc.blocks.new(name)
        radius = self.height / 2
        block.add_circle((0, 0), radius)
        if filled:
            hatch = block.add_hatch(color=0)  # as the block is where it stands
            hatch.paths.add_polyline_path(
                [(-radius, 0, 1), (radius, 0, 1)], is_closed=True, flags=1
            )
        for column in self.item.spec.columns:
            made = block.add_attdef(
                column.name,
                (0, 0),
                dxfattribs=self._hidden | {"prompt": cut(plain(column.title_with_unit.zh))},
            )
            made.is_invisible = True
        return name

    def _name(self, space: Modelspace, shape: Any, number: int, text: str) -> None:
        from ezdxf.enums import TextEntityAlignment

        kind = self.item.spec.geometry
        if kind == "polygon":
            place, align = shapely.point_on_surface(shape), TextEntityAlignment.MIDDLE_CENTER
        elif kind == "line":
            longest = max(shapely.get_parts(shape), key=shapely.length)
            place = shapely.line_interpolate_point(longest, 0.5, normalized=True)
            align = TextEntityAlignment.BOTTOM_CENTER
        else:
            place, align = shapely.get_parts(shape)[0], TextEntityAlignment.MIDDLE_LEFT
        beside = self.height if kind == "point" else 0.0
        made = space.add_text(text, dxfattribs=self._hidden | {"layer": self.labels})
        at = (round(place.x + beside, _DIGITS), round(place.y, _DIGITS))
        made.set_placement(at, align=align)
        _mark(made, number)


def _projected(item: Prepared, there: np.ndarray) -> np.ndarray:
    plane = _plane(item)

    def project(xy: np.ndarray) -> np.ndarray:
        pair = to_plane(xy[:, 0], xy[:, 1], plane=plane)
        return np.column_stack(pair).round(_DIGITS)

    flat = shapely.force_2d(item.layer.table.geometry.to_numpy()[there])
    shapes: np.ndarray = shapely.transform(flat, project)
    lost = ~np.isfinite(shapely.bounds(shapes)).all(axis=1)
    if lost.any():
        rows = ", ".join(str(at + 1) for at in np.flatnonzero(there)[lost][:5])
        raise DataError(
            Text(
                f"图层 {item.name}：第 {rows} 行在 {plane.code} 中没有坐标，无法画出",
                f"layer {item.name}: row {rows} has no coordinates in {plane.code} and can't be"
                " drawn",
            )
        )
    return shapes


def _plane(item: Prepared) -> Plane:
    if item.plane is None:
        raise ask_for_plane([item])
    return item.plane


def _outside(item: Prepared) -> int:
    west, south, east, north = _plane(item).bounds
    box = item.layer.table.geometry.bounds.dropna()
    beyond = (box["minx"] < west) | (box["maxx"] > east)
    return int((beyond | (box["miny"] < south) | (box["maxy"] > north)).sum())


def _rows(item: Prepared, there: np.ndarray) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = attributes(item.layer).filter(there).to_pylist()
    return rows


def _values(row: dict[str, Any], item: Prepared) -> tuple[list[tuple[str, str]], int]:
    """Write the values of a row; of lines and areas, as many as extended data have room for.

    Parameters
    ----------
    row : dict of str to object
        Values by column.
    item : Prepared
        The layer.

    Returns
    -------
    pairs : list of (str, str)
        Column and text.
    cut : int
        Values that were cut or left out.
    """
    named = item.spec.geometry != "point"
    pairs, shortened = cut_values(row, named=named)
    if not named:
        return pairs, shortened
    sizes = np.cumsum([len(f"{name}={text}".encode()) + 3 for name, text in pairs])
    room = int((sizes <= _ROOM).sum())
    return pairs[:room], shortened + len(pairs) - room


def _numbers(item: Prepared) -> np.ndarray:
    drawing, table = item.symbology or Symbology(), item.layer.table
    return drawing.classes_of(pd.DataFrame(table))


def _label_of(item: Prepared) -> str | None:
    label = item.symbology.label if item.symbology else None
    return label or ("name_zh" if "name_zh" in item.spec.column_names else None)


def _corners(ring: Any) -> np.ndarray:
    # the first stands at the end again, which a closed polyline has of itself
    corners: np.ndarray = shapely.get_coordinates(ring)[:-1]
    return corners


def _mark(entity: DXFEntity, row: int, told: list[str] | None = None) -> None:
    entity.set_xdata(APPLICATION, [(_NUMBER, row), *((_STRING, text) for text in told or ())])


def _row_of(entity: DXFEntity) -> int:
    if entity.has_xdata(APPLICATION):
        for tag in entity.get_xdata(APPLICATION):
            if tag.code == _NUMBER:
                return int(tag.value)
    raise FileError(
        Text(
            f"图中的 {entity.dxftype()} 没有行号", f"a {entity.dxftype()} of the drawing has no row"
        )
    )


def _cad_layer(doc: Drawing, name: str, color: str, *, transparency: float = 0.0) -> None:
    from ezdxf import colors

    rgb = tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))
    made = doc.layers.add(name)
    # black is the colour that is white on a dark ground; the nearest of the 255 is for programs
    # that know no others
    if any(rgb):
        made.rgb = (rgb[0], rgb[1], rgb[2])
        near = {aci: colors.aci2rgb(aci) for aci in range(1, 256)}
        made.color = min(near, key=lambda aci: math.dist(near[aci], rgb))
    if transparency > 0:
        made.transparency = round(transparency, 2)


def _tell(doc: Drawing, item: Prepared) -> None:
    # properties of the drawing, as CAD programs show them
    doc.appids.add(APPLICATION)
    doc.header["$MEASUREMENT"] = 1
    doc.header["$LUNITS"] = 2
    spec, plane = item.spec, _plane(item)
    told = {
        "CRS": f"{plane.code} {plane.title}",
        "title": f"{spec.title.zh} | {spec.title.en}",
        "description_zh": spec.description.zh,
        "description_en": spec.description.en,
        "licence": spec.licence,
        "vintage": spec.vintage,
        "sources": "；".join(source.title.zh for source in spec.sources),
    }
    for name, text in told.items():
        if text.strip(" |"):
            doc.header.custom_vars.append(name, cut(plain(text)))


@contextlib.contextmanager
def _without_clock() -> Iterator[None]:
    """Let the library write no time of the clock and no random number; the same gives the same."""
    import ezdxf

    before = ezdxf.options.write_fixed_meta_data_for_testing
    ezdxf.options.write_fixed_meta_data_for_testing = True
    try:
        yield
    finally:
        ezdxf.options.write_fixed_meta_data_for_testing = before
