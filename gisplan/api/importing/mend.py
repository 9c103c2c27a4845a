"""Rows set aside, as a table that is mended and brought in again."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gisplan.api.history.writing import writing
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError
from gisplan.escape import inert_rows, restore
from gisplan.importing.summary import ORIGIN
from gisplan.pipeline.ownership import Ownership
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsideRows:
    """Rows that the last import of a layer could not use.

    Attributes
    ----------
    columns : tuple of str
        Headings of the file that they come from.
    rows : tuple of tuple of str
        Their cells, as many a row as there are columns.
    origins : tuple of tuple of str
        File, sheet and row of each.
    path : pathlib.Path
        The file that holds them.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    origins: tuple[tuple[str, str, str], ...]
    path: Path


def set_aside_rows(layer: str, *, place: Workspace | None = None) -> SetAsideRows | None:
    """Give the rows that the last import of a layer could not use.

    Parameters
    ----------
    layer : str
        Name of the layer.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    SetAsideRows or None
        None if there are none.

    Raises
    ------
    DataError
        If the file that holds them was changed so that it can't be read as such.
    """
    path = _path(layer, place or workspace.find())
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path) from error
    lines = list(csv.reader(io.StringIO(text, newline="")))
    count = len(lines[0]) - len(ORIGIN) if lines else 0
    if count < 1 or tuple(lines[0][count:]) != ORIGIN:
        raise _unreadable(path)
    rows = [line for line in lines[1:] if len(line) == len(lines[0])]
    return SetAsideRows(
        columns=tuple(map(restore, lines[0][:count])),
        rows=tuple(tuple(map(restore, row[:count])) for row in rows),
        origins=tuple((row[count], row[count + 1], row[count + 2]) for row in rows),
        path=path,
    )


def write_mended(
    layer: str, rows: Sequence[Sequence[str]], *, place: Workspace | None = None
) -> Path:
    """Put mended cells into the file of rows set aside, to be imported like any other.

    Parameters
    ----------
    layer : str
        Name of the layer.
    rows : sequence of sequence of str
        The cells of all rows, in order.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    OptionError
        If there are no such rows any more, or they are others.
    FileError
        If it can't be written.
    """
    place = place or workspace.find()
    with writing(place):
        known = set_aside_rows(layer, place=place)
        if known is None or [len(row) for row in rows] != [len(row) for row in known.rows]:
            raise OptionError(
                Text(
                    "搁置的行已经变了，可能又导入过一次；请重新打开这一页再改",
                    "the rows set aside are others now; please open the page again",
                )
            )
        whole = [(*cells, *origin) for cells, origin in zip(rows, known.origins, strict=True)]
        content = inert_rows((*known.columns, *ORIGIN), whole)
        Ownership(place).put([(known.path, content)], read=[known.path])
    return known.path


def _path(layer: str, place: Workspace) -> Path:
    return place.exports / "import" / f"{layer}_set_aside.csv"


def _unreadable(path: Path) -> DataError:
    return DataError(
        Text(
            f"{path.name} 不能读作搁置行的表；请重新导入原文件",
            f"{path.name} can't be read as rows set aside; please import the file again",
        )
    )
