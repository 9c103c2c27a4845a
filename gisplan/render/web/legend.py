"""What each layer looks like on the page: its style, its classes and which place is in which."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

<<<<<<< HEAD
from gisplan.arrays import Floats, Ints
from gisplan.catalog.layer import PRECISION_TITLES, PRECISIONS, Column, Layer, LayerSpec
=======
from gisplan.catalog.layer import PRECISION_TITLES, PRECISIONS, Layer
>>>>>>> 7ab0aff (One symbology: classes, colours and words of a layer are decided in one place)
from gisplan.catalog.map import MapLayer, Style
from gisplan.render.style.positions import Places
from gisplan.render.style.symbolize import symbolize
from gisplan.render.style.symbology import MISSING, Symbology, SymbologyClass, numbers_of
from gisplan.render.style.words import rounded
from gisplan.render.web import encode
from gisplan.render.web.encode import Json

#: Class of a place whose rows are of different classes.
SEVERAL = -2


def draw(item: MapLayer, layer: Layer, places: Places) -> Json:
    """Say how one layer of a map is drawn and explained.

    Parameters
    ----------
    item : MapLayer
    layer : Layer
    places : Places
        Of that layer.

    Returns
    -------
    dict
        ``style`` and ``legend`` and, for classed layers, ``of``: the class of each place, with
        :data:`MISSING` and :data:`SEVERAL`; with a column of years also ``each``: the class of
        each row. Flows have ``widths``: pixels of each place, None without a value. The legend
        has ``classes`` (see :func:`class_list`, with the count of rows), ``missing`` and
        ``several`` (counts of rows and places), their words and colours, and ``precisions`` (for
        points; counts of rows).

    Raises
    ------
    DeclarationError
        If a colour, dash pattern, palette or scheme is wrong.
    """
    drawing = symbolize(item.style, layer)
    drawn: Json = {"style": look(item.style, drawing), "legend": heading(drawing)}
    legend: Json = drawn["legend"]
    if drawing.kind == "flows":
        drawn["widths"] = _widths(drawing, layer, places)
        legend["widths"] = _samples(drawing)
        legend["missing"] = sum(width is None for width in drawn["widths"])
    elif drawing.column is not None:
        index = drawing.classes_of(layer.table)
        drawn["of"] = of = [_common(index[list(rows)]) for rows in places.rows]
        # Rows without a position are counted below the legend, not in its classes.
        drawn_rows = [row for rows in places.rows for row in rows]
        counts = (int((index[drawn_rows] == at).sum()) for at in range(len(drawing.classes)))
        legend["classes"] = class_list(drawing.classes, counts)
        legend["missing"] = sum(int((index[list(rows)] < 0).sum()) for rows in places.rows)
        legend["several"] = of.count(SEVERAL)
        if item.year_column:
            # Which rows show, and so the class of their place, changes with the year.
            drawn["each"] = index.tolist()
    if layer.spec.geometry == "point":
        legend["precisions"] = [
            {"name": name, "title": encode.text(PRECISION_TITLES[name]), "count": count}
            for name in PRECISIONS
            if (count := _rows_of(places, name))
        ]
    return drawn


def look(style: Style, drawing: Symbology) -> Json:
    """Say how lines and areas are drawn.

    Parameters
    ----------
    style : Style
        As the map declares it.
    drawing : Symbology
        What was decided of it.

    Returns
    -------
    dict
        ``kind``, ``color``, ``weight``, ``dash`` and ``opacity``.
    """
    return {
        "kind": style.kind,
        "color": drawing.color,
        "weight": drawing.weight,
        "dash": drawing.dash,
        "opacity": drawing.opacity,
    }


def heading(drawing: Symbology) -> Json:
    """Say what the classes are of, and what stands for no value and for several.

    Parameters
    ----------
    drawing : Symbology

    Returns
    -------
    dict
        Empty where there are no classes and no widths.
    """
    if drawing.column is None:
        return {}
    return {
        **encode.heading(drawing.column, drawing.column),
        "missingWords": encode.text(drawing.missing.words),
        "missingColor": drawing.missing.color,
        "severalWords": encode.text(drawing.several.words),
        "severalColor": drawing.several.color,
    }


def class_list(classes: Iterable[SymbologyClass], counts: Iterable[int]) -> list[Json]:
    """Write classes with their counts for the page.

    Parameters
    ----------
    classes : iterable of SymbologyClass
    counts : iterable of int
        Rows or cells in each.

    Returns
    -------
    list of dict
        ``color``, ``words``, ``count``; of numbers also ``low`` and ``high``, the bounds that the
        words name, None where the class is open.
    """
    return [
        {
            "color": one.color,
            "words": encode.text(one.words),
            **({} if one.value is not None or one.rest else {"low": one.low, "high": one.high}),
            "count": count,
        }
        for one, count in zip(classes, counts, strict=True)
    ]


def _widths(drawing: Symbology, layer: Layer, places: Places) -> list[float | None]:
    """Give the width of each line in proportion to its amount."""
    assert drawing.column is not None  # noqa: S101  flows have one
    assert drawing.widths is not None  # noqa: S101  flows have them
    amounts = numbers_of(layer.table[drawing.column.name])
    each = (amounts[list(rows)] for rows in places.rows)
    if not drawing.widths.most > 0:
        return [None for _ in each]
    return [
        drawing.widths.of(float(np.nansum(one))) if np.isfinite(one).any() else None for one in each
    ]


def _samples(drawing: Symbology) -> list[Json]:
    assert drawing.widths is not None  # noqa: S101  flows have them
    widths = drawing.widths
    return [{"value": rounded(one), "width": widths.of(one)} for one in widths.samples]


def _rows_of(places: Places, precision: str) -> int:
    """Count rows, as the classes do: several may share a place."""
    pairs = zip(places.rows, places.precision, strict=True)
    return sum(len(rows) for rows, name in pairs if name == precision)


<<<<<<< HEAD
def look(style: Style, name: str) -> Json:
    """Say how lines and areas are drawn, with every colour and dash pattern checked."""
    where = Text(f"图层 {name} 的样式", f"Style of layer {name}")
    return {
        "kind": style.kind,
        "color": safe.color(style.color, where=where),
        "weight": float(style.weight),
        "dash": safe.dash(style.dash, where=where),
        "opacity": min(1.0, max(0.0, float(style.opacity))),
    }


def _common(classes: Ints) -> int:
    return int(classes[0]) if (classes == classes[0]).all() else SEVERAL


def _numbers(style: Style, layer: Layer) -> tuple[Ints, list[Json]]:
    column = layer.table[style.column].astype("Float64")
    values = np.asarray(column.to_numpy(na_value=np.nan), dtype=np.float64)
    cut, classes = ranges(style, layer.spec.column(str(style.column)), values)
    return cut.index, classes


def ranges(style: Style, column: Column, values: Floats) -> tuple[Classes, list[Json]]:
    """Cut the values of a choropleth into classes, and say of each its colour and range.

    Parameters
    ----------
    style : Style
    column : Column
        That the values are of.
    values : numpy.ndarray of float
        NaN where there is none.

    Returns
    -------
    Classes
    list of dict
        ``color``, ``low``, ``high`` of each class.

    Raises
    ------
    DeclarationError
        If the palette or scheme is wrong.
    """
    cut = classify(values, scheme=style.scheme, classes=style.classes, breaks=tuple(style.breaks))
    colors = palettes.sequence(style.palette, len(cut.upper)) if cut.upper else ()
    lower = (None, *cut.upper)
    classes: list[Json] = []
    for at, (upper, color) in enumerate(zip(cut.upper, colors, strict=True)):
        inside = values[cut.index == at]
        # The planner's own breaks are shown as such; found ones by the values that they hold,
        # which leaves no doubt on which side of a bound a unit is.
        low: float | None = None
        high: float | None = None
        if style.scheme == "breaks":
            low, high = _bounds(lower[at], upper, column)
        elif len(inside):
            low, high = encode.number(inside.min()), encode.number(inside.max())
        classes.append(
            {
                "color": color,
                "low": low,
                "high": None if high is None or np.isinf(high) else high,
            }
        )
    return cut, classes


def _bounds(below: float | None, upper: float, column: Column) -> tuple[float | None, float | None]:
    """Give the bounds of a class for people; of whole numbers, 3-6 says more than 2-6."""
    if below is None and column.minimum == upper:
        return upper, upper
    if column.type != "integer" or np.isinf(upper):
        return below, upper
    low = column.minimum if below is None else np.floor(below) + 1
    return None if low is None else encode.number(low), encode.number(np.floor(upper))


def _words(style: Style, layer: Layer) -> tuple[Ints, list[Json]]:
    assert style.column is not None  # noqa: S101  the caller looked
    values = encode.cells(layer.table[style.column], layer.spec.column(style.column))
    names = _category_names(style, values)
    number = {name: at for at, name in enumerate(names)}
    index = np.array([MISSING if v is None else number[str(v)] for v in values], dtype=np.int64)
    return index, named(style, layer.spec, names)


def named(style: Style, spec: LayerSpec, names: Sequence[str]) -> list[Json]:
    """Say of each category of a layer's column its colour and what it is called.

    Raises
    ------
    DeclarationError
        If a colour is wrong.
    """
    known = spec.column(str(style.column)).labels
    left = iter(palettes.categories(len(names)))
    where = Text(f"图层 {spec.name} 的样式", f"Style of layer {spec.name}")
    return [
        {
            "color": safe.color(style.colors[name], where=where)
            if name in style.colors
            else next(left),
            "words": encode.text(style.labels.get(name) or known.get(name) or _plain(name)),
        }
        for name in names
    ]


def _category_names(style: Style, values: Sequence[Any]) -> list[str]:
    """List the declared categories in their order, then those found in the data."""
    found = sorted({str(value) for value in values if value is not None})
    declared = [name for name in (*style.colors, *style.labels) if name in found]
    return list(dict.fromkeys([*declared, *found]))


def _plain(name: str) -> Text:
    return {"True": Text("是", "yes"), "False": Text("否", "no")}.get(name, Text(name, name))
=======
def _common(classes: NDArray[np.int64]) -> int:
    return int(classes[0]) if (classes == classes[0]).all() else SEVERAL


__all__ = ["MISSING", "SEVERAL", "class_list", "draw", "heading", "look"]
>>>>>>> 7ab0aff (One symbology: classes, colours and words of a layer are decided in one place)
