"""What maps declare of a layer's look, worked out for programs that draw it themselves."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from gisplan.catalog.layer import Column, Layer, LayerSpec
from gisplan.catalog.map import MapSpec, Style
from gisplan.render.style import palettes
from gisplan.render.style.classify import classify
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LookClass:
    """One class of a look: a value or a range, its colour and its words.

    Parameters
    ----------
    color : str
        ``#rrggbb``.
    words : Text
    value : str, optional
        Of a category; empty for rows without a value.
    lower, upper : float
        Of a range: above ``lower``, up to and with ``upper``.
    """

    color: str
    words: Text
    value: str | None = None
    lower: float = 0.0
    upper: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a layer is drawn in other programs, with all classes worked out.

    Parameters
    ----------
    kind : {"single", "categories", "ranges"}
    filled : bool
        Whether polygons have a fill; an outline has none.
    color : str
        ``#rrggbb`` of lines, and of marks without classes.
    weight : float
        Width of lines in pixels.
    dash : str
        SVG dash pattern, empty for solid.
    opacity : float
        Of fills, 0 to 1.
    column : str, optional
        What the classes go by.
    classes : tuple of LookClass
    label : str, optional
        Column whose words label the features.
    """

    kind: Literal["single", "categories", "ranges"] = "single"
    filled: bool = True
    color: str = "#444444"
    weight: float = 1.0
    dash: str = ""
    opacity: float = 0.7
    column: str | None = None
    classes: tuple[LookClass, ...] = ()
    label: str | None = None


_UNKNOWN = Text("无数据", "no data")
#: Classes of a raster of numbers.
_STEPS = 7


def first(maps: Iterable[MapSpec], layer: Layer) -> Look | None:
    """Give the look of a layer on the first map that shows it.

    Parameters
    ----------
    maps : iterable of MapSpec
    layer : Layer

    Returns
    -------
    Look or None
        None if no map shows it. A raster has a look of its own, see :func:`of_cells`.
    """
    if layer.raster is not None:
        return of_cells(layer)
    for spec in maps:
        for group in spec.groups:
            for item in group.layers:
                if item.layer == layer.spec.name:
                    return worked_out(item.style, layer)
    return None


def worked_out(style: Style, layer: Layer) -> Look:
    """Work out the classes of a declared style.

    The marks that tell the precision of positions have no counterpart in other programs and
    become plain ones; the column ``precision`` goes with the layer.

    Parameters
    ----------
    style : Style
    layer : Layer

    Returns
    -------
    Look
    """
    classes: tuple[LookClass, ...] = ()
    if style.column and style.kind == "choropleth":
        classes = _ranges(style, layer)
    elif style.column and style.kind in ("categories", "points"):
        classes = _categories(style, layer)
    kind = "single" if not classes else "ranges" if style.kind == "choropleth" else "categories"
    return Look(
        kind=kind,  # type: ignore[arg-type]
        filled=style.kind not in ("outline", "flows"),
        color=style.color,
        weight=style.weight,
        dash=style.dash,
        opacity=style.opacity,
        column=style.column if classes else None,
        classes=classes,
        label=_label(style, layer.spec),
    )


def of_cells(layer: Layer) -> Look:
    """Work out the look of a raster: its codes, or equal steps from its least value to its most.

    Parameters
    ----------
    layer : Layer
        Of geometry ``raster``.

    Returns
    -------
    Look
    """
    column = layer.spec.columns[0]
    if column.values:
        codes = tuple(
            LookClass(
                color=color,
                words=column.labels.get(str(code)) or Text(str(code), str(code)),
                value=str(code),
            )
            for code, color in zip(
                column.values, palettes.categories(len(column.values)), strict=True
            )
        )
        return Look(kind="categories", column=column.name, classes=codes)
    facts = layer.table.iloc[0]
    least, most = float(facts["minimum"]), float(facts["maximum"])
    steps = _STEPS if least < most else 1
    bounds = [least + (most - least) * step / steps for step in range(steps)] + [most]
    classes = tuple(
        LookClass(
            color=color, words=_range(low, high, column, open_end=False), lower=low, upper=high
        )
        for color, (low, high) in zip(
            palettes.sequence("viridis", steps), itertools.pairwise(bounds), strict=True
        )
    )
    return Look(kind="ranges", column=column.name, classes=classes)


def _label(style: Style, spec: LayerSpec) -> str | None:
    name = style.label_column
    if name is None or name in spec.column_names:
        return name
    return f"{name}_zh" if f"{name}_zh" in spec.column_names else None


def _ranges(style: Style, layer: Layer) -> tuple[LookClass, ...]:
    assert style.column is not None  # noqa: S101  the caller looked
    column = layer.spec.column(style.column)
    values = np.asarray(
        layer.table[style.column].astype("Float64").to_numpy(na_value=np.nan), dtype=float
    )
    cut = classify(values, scheme=style.scheme, classes=style.classes, breaks=style.breaks)
    if not cut.upper:
        return ()
    colors = palettes.sequence(style.palette, len(cut.upper))
    # an open class ends where the values do
    lowest, highest = float(np.nanmin(values)), float(np.nanmax(values))
    bounds = [min(lowest, cut.upper[0]), *cut.upper]
    if np.isinf(bounds[-1]):
        bounds[-1] = max(highest, bounds[-2])
    return tuple(
        LookClass(
            color=color,
            words=_range(low, high, column, open_end=bool(np.isinf(upper))),
            lower=low,
            upper=high,
        )
        for color, (low, high), upper in zip(
            colors, itertools.pairwise(bounds), cut.upper, strict=True
        )
    )


def _range(low: float, high: float, column: Column, *, open_end: bool) -> Text:
    said = f"> {low:,.10g}" if open_end else f"{low:,.10g} – {high:,.10g}"
    unit = column.unit or Text("", "")
    return Text(f"{said} {unit.zh}".strip(), f"{said} {unit.en}".strip())


def _categories(style: Style, layer: Layer) -> tuple[LookClass, ...]:
    assert style.column is not None  # noqa: S101  the caller looked
    column = layer.spec.column(style.column)
    values = layer.table[style.column]
    found = sorted({str(value) for value in values.dropna()})
    declared = [name for name in (*style.colors, *style.labels) if name in found]
    names = list(dict.fromkeys([*declared, *found]))
    left = iter(palettes.categories(len(names)))
    classes = [
        LookClass(
            color=style.colors[name] if name in style.colors else next(left),
            words=style.labels.get(name) or column.labels.get(name) or Text(name, name),
            value=name,
        )
        for name in names
    ]
    if values.isna().any():
        words = style.labels.get("", _UNKNOWN)
        classes.append(LookClass(color=palettes.NO_DATA, words=words, value=""))
    return tuple(classes)
