"""What each layer looks like on the page: its style, its classes and which place is in which."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from gisplan.arrays import Ints
from gisplan.catalog.layer import PRECISION_TITLES, PRECISIONS, Layer
from gisplan.catalog.map import MapLayer, Style
from gisplan.catalog.worth import Worth, titled
from gisplan.digits import say
from gisplan.render.style.positions import Places
from gisplan.render.style.symbolize import symbolize
from gisplan.render.style.symbology import MISSING, Symbology, SymbologyClass, numbers_of
from gisplan.render.web import encode
from gisplan.render.web.encode import Json
from gisplan.text import Text

#: Class of a place whose rows are of different classes.
SEVERAL = -2
#: What stands behind the title of a legend whose counts are of a list that may lack some.
_COUNTS = Text("（个数至少，名单不完整）", " (counts at least, from a partial list)")


def draw(item: MapLayer, layer: Layer, places: Places, *, listed: bool = False) -> Json:
    """Say how one layer of a map is drawn and explained.

    Parameters
    ----------
    item : MapLayer
        How the map shows it.
    layer : Layer
        Its table.
    places : Places
        Of that layer.
    listed : bool
        Whether the list of tasks may leave some of its rows off the map.

    Returns
    -------
    dict
        ``style`` and ``legend`` and, for classed layers, ``of``: the class of each place, with
        :data:`MISSING` and :data:`SEVERAL`; with a column of years, or listed, also ``each``: the
        class of each row. Flows have ``widths``: pixels of each place, None without a value. The
        legend has ``classes`` (see :func:`class_list`, with the count of rows), ``missing`` and
        ``several`` (counts of rows and places), their words and colours, and ``precisions`` (for
        points; counts of rows).

    Raises
    ------
    DeclarationError
        If a colour, dash pattern, palette or scheme is wrong.
    """
    drawing = symbolize(item.style, layer)
    drawn: Json = {"style": look(item.style, drawing), "legend": heading(drawing, layer.worth)}
    legend: Json = drawn["legend"]
    of_list = layer.spec.geometry == "point" and layer.spec.complete in (False, "unknown")
    if of_list and drawing.column is not None and drawing.column.bound is None:
        _count_at_least(legend)
    legend["missingHatched"] = drawing.is_hatched(drawing.missing)
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
        if item.year_column or listed or SEVERAL in of:
            # Which rows show, and so the class of their place, changes with the year, the list or a
            # filter.
            drawn["each"] = index.tolist()
    if layer.spec.geometry == "point":
        legend["precisions"] = [
            {"name": name, "title": encode.text(PRECISION_TITLES[name]), "count": count}
            for name in PRECISIONS
            if (count := _rows_of(places, name))
        ]
    return drawn


def _count_at_least(legend: Json) -> None:
    # what a row says holds; how many there are of a class is what the list knows
    legend["title"] = {lang: f"{said}{_COUNTS.get(lang)}" for lang, said in legend["title"].items()}


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
    Json
        ``kind``, ``color``, ``weight`` (pixels), ``dash`` and ``opacity``.
    """
    return {
        "kind": style.kind,
        "color": drawing.color,
        "weight": drawing.weight,
        "dash": drawing.dash,
        "opacity": drawing.opacity,
    }


def heading(drawing: Symbology, worth: Worth | None = None) -> Json:
    """Say what the classes are of, and what stands for no value and for several.

    Parameters
    ----------
    drawing : Symbology
        What was decided of the layer.
    worth : Worth, optional
        What its figures are worth; said in the title.

    Returns
    -------
    dict
        Empty where there are no classes and no widths.
    """
    if drawing.column is None:
        return {}
    said = encode.heading(drawing.column, drawing.column)
    if drawing.column.bound is not None and worth is not None:
        said["title"] = encode.text(titled(drawing.column.title, drawing.column.bound, worth))
    return {
        **said,
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
        In the order of the legend.
    counts : iterable of int
        Rows or cells in each.

    Returns
    -------
    list of dict
        ``color``, ``words``, ``count``; ``dash`` of lines that have their own; ``unknown`` where
        the value says that nothing is known; of numbers also ``low`` and ``high``, the bounds that
        the words name, None where the class is open.
    """
    return [
        {
            "color": one.color,
            "words": encode.text(one.words),
            **({"dash": one.dash} if one.dash else {}),
            **({} if one.value is not None or one.rest else {"low": one.low, "high": one.high}),
            **({"unknown": True} if one.not_known else {}),
            "count": count,
        }
        for one, count in zip(classes, counts, strict=True)
    ]


def _widths(drawing: Symbology, layer: Layer, places: Places) -> list[float | None]:
    # Give the width of each line in proportion to its amount.
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
    assert drawing.column is not None  # noqa: S101  flows have one
    assert drawing.widths is not None  # noqa: S101  flows have them
    widths, digits = drawing.widths, drawing.column.written
    return [
        {"said": encode.text(say(one, digits)), "width": widths.of(one)} for one in widths.samples
    ]


def _rows_of(places: Places, precision: str) -> int:
    # Count rows, as the classes do: several may share a place.
    pairs = zip(places.rows, places.precision, strict=True)
    return sum(len(rows) for rows, name in pairs if name == precision)


def _common(classes: Ints) -> int:
    return int(classes[0]) if (classes == classes[0]).all() else SEVERAL


__all__ = ["MISSING", "SEVERAL", "class_list", "draw", "heading", "look"]
