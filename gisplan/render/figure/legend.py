"""The legend's column: what each layer shown is, with its classes and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.path import Path

from gisplan.render.figure import words
from gisplan.render.figure.paper import (
    MUTED,
    MarkLook,
    Paper,
    draw_areas,
    draw_marks,
    pattern,
)
from gisplan.render.web.legend import MISSING, SEVERAL
from gisplan.text import Lang, Text

#: Sizes of the letters in points, from the best to the smallest that can be read on paper.
_SIZES = (8.5, 7.5, 6.5, 5.5)
_SAMPLE = 20.0
#: Heading of what lies beneath the layers.
BENEATH = Text("底图要素", "Base map")


@dataclass(frozen=True, slots=True)
class Shown:
    """One layer as the figure shows it.

    Attributes
    ----------
    title : str
        Title of the layer.
    geometry : str
        Kind of its geometry, as declared.
    drawn : mapping
        As :func:`gisplan.render.web.legend.draw` gives it.
    unplaced : int
        Rows without a position.
    precisions : mapping of int to str
        For points by the number of a class, the precision that most of its marks have.
    """

    title: str
    geometry: str
    drawn: Mapping[str, Any]
    unplaced: int
    precisions: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the legend: words, with what stands before and behind them."""

    said: str
    kind: str
    count: int | None = None
    sample: tuple[str, Any] | None = None


def draw(
    paper: Paper,
    layers: Sequence[Shown],
    box: tuple[float, ...],
    lang: Lang,
    *,
    beneath: Sequence[tuple[str, str, Mapping[str, Any]]] = (),
) -> None:
    """Draw the legend, the uppermost layer first, as large as it fits.

    Parameters
    ----------
    paper : Paper
        The page, in points.
    layers : sequence of Shown
        From bottom to top.
    box : tuple of float
        Left, bottom, width and height in points.
    lang : {"zh", "en"}
    beneath : sequence of tuple, optional
        Of what lies beneath the layers: words, kind of sample, and its look.
    """
    rows = [row for shown in reversed(layers) for row in _rows(shown, lang)]
    if beneath:
        rows.append(_Row(BENEATH.get(lang), "title"))
        rows += [_Row(said, "class", sample=(kind, look)) for said, kind, look in beneath]
    for size in _SIZES:
        if sum(_height(paper, row, box[2], size) for row in rows) <= box[3]:
            break
    y = box[1] + box[3]
    for at, row in enumerate(rows):
        height = _height(paper, row, box[2], size)
        if y - height < box[1]:
            left = len(rows) - at
            more = Text(f"图例还有 {left} 行未列出", f"{left} more row(s) of the legend")
            paper.text(box[0], box[1], more.get(lang), size, color=MUTED)
            return
        _draw_row(paper, row, (box[0], y, box[2]), size)
        y -= height


def _rows(shown: Shown, lang: Lang) -> list[_Row]:
    legend, style = shown.drawn["legend"], shown.drawn["style"]
    line = ("line", style) if style["kind"] == "outline" and shown.geometry != "point" else None
    rows = [_Row(shown.title, "title", sample=line)]
    if said := words.heading(legend, lang):
        rows.append(_Row(said, "heading"))
    usual = Counter(shown.precisions.values()).most_common(1)
    first = usual[0][0] if usual else "site"

    def sample(number: int, color: str, hatched: bool = False, dash: str = "") -> tuple[str, Any]:
        if shown.geometry == "point":
            return "mark", MarkLook(shown.precisions.get(number, first), color, hatched)
        dash = dash or style["dash"]
        return shown.geometry, {**style, "fill": color, "hatched": hatched, "dash": dash}

    rows += [
        _Row(
            words.say(one["words"], lang),
            "class",
            one["count"],
            sample(at, one["color"], one.get("unknown", False), one.get("dash", "")),
        )
        for at, one in enumerate(legend.get("classes", ()))
    ]
    for one in legend.get("widths", ()):
        look = ("flow", {**style, "weight": one["width"]})
        rows.append(_Row(words.say(one["said"], lang), "class", None, look))
    if legend.get("several"):
        said = words.say(legend["severalWords"], lang)
        look = sample(SEVERAL, legend["severalColor"])
        rows.append(_Row(said, "class", legend["several"], look))
    if legend.get("missing"):
        said = words.say(legend["missingWords"], lang)
        grey = legend["missingColor"]
        # a flow without an amount is a thin broken line
        broken = ("flow", {**style, "color": grey, "weight": 1.0, "dash": "3 3"})
        look = (
            broken if style["kind"] == "flows" else sample(MISSING, grey, legend["missingHatched"])
        )
        rows.append(_Row(said, "class", legend["missing"], look))
    color = "#5b6b78" if legend.get("classes") else style["color"]
    rows += [
        _Row(
            words.say(one["title"], lang),
            "class",
            one["count"],
            ("mark", MarkLook(one["name"], color)),
        )
        for one in legend.get("precisions", ())
    ]
    if shown.unplaced:
        count = shown.unplaced
        left = Text(f"另有 {count} 项无位置，未绘出", f"{count} more without a position, not drawn")
        rows.append(_Row(left.get(lang), "heading"))
    return rows


def _lines(paper: Paper, row: _Row, width: float, size: float) -> list[str]:
    if row.kind == "title":
        return paper.lines(row.said, width - (_SAMPLE + 4 if row.sample else 0), size, bold=True)
    if row.kind == "heading":
        return paper.lines(row.said, width, size - 0.5)
    return paper.lines(row.said, width - _SAMPLE - 6 - 4.0 * size, size)


def _height(paper: Paper, row: _Row, width: float, size: float) -> float:
    above = 0.9 * size if row.kind == "title" else 0.0
    return above + max(1, len(_lines(paper, row, width, size))) * 1.42 * size + 0.12 * size


def _draw_row(paper: Paper, row: _Row, place: tuple[float, float, float], size: float) -> None:
    left, top, width = place
    baseline = top - (0.9 * size if row.kind == "title" else 0.0) - 1.08 * size
    said = _lines(paper, row, width, size)
    indent = _SAMPLE + 6 if row.kind == "class" else 0.0
    look: dict[str, Any] = {"bold": row.kind == "title"}
    letters = size
    if row.kind == "heading":
        letters, look = size - 0.5, {"color": MUTED}
    for line, part in enumerate(said):
        paper.text(left + indent, baseline - line * 1.42 * size, part, letters, **look)
    if row.count is not None:
        paper.text(left + width, baseline, f"{row.count:,}", letters, color=MUTED, right=True)
    if row.sample:
        at = left if row.kind == "class" else left + width - _SAMPLE
        _draw_sample(paper, row.sample, (at, baseline + 0.36 * size), size)


def _draw_sample(
    paper: Paper, sample: tuple[str, Any], place: tuple[float, float], size: float
) -> None:
    kind, look = sample
    left, middle = place
    if kind == "mark":
        draw_marks(paper.page, np.array([[left + _SAMPLE / 2, middle]]), look)
    elif kind in ("line", "flow"):
        weight = max(0.75, 0.75 * look["weight"])
        paper.line(
            (left, left + _SAMPLE),
            (middle, middle),
            color=look.get("fill", look["color"]),
            linewidth=weight,
            linestyle=pattern(look["dash"], weight),
            alpha=look["opacity"] if kind == "flow" else None,
            solid_capstyle="butt",
        )
        if "bars" in look:
            within, dash = look["bars"]
            paper.line(
                (left, left + _SAMPLE),
                (middle, middle),
                color="white",
                linewidth=within,
                linestyle=pattern(dash, within),
            )
    else:
        right, bottom, top = left + _SAMPLE, middle - 0.45 * size, middle + 0.45 * size
        corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
        draw_areas(
            paper.page,
            [Path(corners, closed=True)],
            look["fill"],
            hatched=look["hatched"],
            alpha=look["opacity"],
        )
        paper.rectangle(
            left,
            middle - 0.45 * size,
            _SAMPLE,
            0.9 * size,
            fill=False,
            edgecolor=look["color"],
            linewidth=0.6,
        )
