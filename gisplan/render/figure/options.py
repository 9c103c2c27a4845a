"""What a figure is asked for; known without Matplotlib."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gisplan.text import Lang

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")
#: A4, landscape, in millimetres.
WIDTH, HEIGHT = 297.0, 210.0
#: Dots per inch: below, letters can't be read; above, the file is for nobody.
LEAST_DPI, MOST_DPI = 50, 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureOptions:
    """What a figure is asked for.

    Attributes
    ----------
    format : {"png", "svg", "pdf"}
        Kind of the file.
    dpi : int
        Dots per inch of a PNG, and of what is a picture in the other formats.
    lang : {"zh", "en"}
        Language of all words on the sheet.
    date : str
        Shown on the sheet as the day it was made; empty: none, so that the bytes depend on the
        data alone.
    """

    format: Format = "png"
    dpi: int = 300
    lang: Lang = "zh"
    date: str = ""
