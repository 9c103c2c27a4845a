"""What is said of a file of sites once it is written."""

from __future__ import annotations

from pathlib import Path

from gisplan.cli.terminal import Screen, short
from gisplan.text import Text

#: Files of rows alone: what is proven stands beside each row, and nowhere where there is none.
_ROWS = (".csv", ".geojson")


def told_written(path: Path, screen: Screen, *, rows: int) -> None:
    """Name a file that was written, and say so if it holds no row.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    screen : Screen
        Takes what is said.
    rows : int
        Rows that there were to write.
    """
    screen.print(f"  {short(path)}")
    if rows or path.suffix.lower() not in _ROWS:
        return
    screen.print(
        Text(
            "    没有选出任何一处，这个文件是空的，也没有写明原因；原因见上，.xlsx 文件中也有",
            "    nothing was chosen: this file is empty and does not say why; what is printed above"
            " does, and so does an .xlsx",
        )
    )
