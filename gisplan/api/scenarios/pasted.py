"""Rows that were pasted into a form, as a table with the columns of a layer's file."""

from __future__ import annotations

import csv
import io

from gisplan.catalog.layer import FileOrigin, LayerSpec
from gisplan.errors import OptionError
from gisplan.text import Text


def pasted_rows(text: str, spec: LayerSpec) -> str:
    """Read a pasted table.

    Parameters
    ----------
    text : str
        With a heading; cells parted by tabs, as a spreadsheet pastes them, or by commas. Headings
        are names of columns, or their titles in either language.
    spec : LayerSpec
        The layer, which comes from a file.

    Returns
    -------
    str
        CSV under the names of the columns.

    Raises
    ------
    OptionError
        If a heading is of no column, a column is named twice, or there is no row; the layer and
        the heading are named.
    """
    lines = text.strip("\r\n")
    mark = "\t" if "\t" in lines.partition("\n")[0] else ","
    table = [row for row in csv.reader(io.StringIO(lines), delimiter=mark) if any(row)]
    titles: dict[str, str] = {}
    for column in spec.columns:
        titles |= {column.title.zh: column.name, column.title.en: column.name}
    known = {*spec.column_names, *_headings(spec)}
    heads = [
        head if head in known else titles.get(head, head)
        for head in (cell.strip().removeprefix("\ufeff") for cell in (table or [[]])[0])
    ]
    faults = []
    for at, head in enumerate(heads):
        if head not in known:
            faults.append(
                Text(
                    f"图层“{spec.title.zh}”没有列“{head[:60]}”",
                    f"layer '{spec.title.en}' has no column '{head[:60]}'",
                )
            )
        elif head in heads[:at]:
            faults.append(Text(f"列“{head}”写了两次", f"column '{head}' is named twice"))
    if len(table) < 2:  # the heading alone
        faults.append(
            Text(
                f"图层“{spec.title.zh}”：表头下面没有数据行",
                f"layer '{spec.title.en}': there is no row below the heading",
            )
        )
    if faults:
        raise OptionError(
            Text("贴的表不能用：", "the pasted table can't be used:"), faults=tuple(faults)
        )
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([heads, *table[1:]])
    return out.getvalue()


def _headings(spec: LayerSpec) -> tuple[str, ...]:
    """Give the headings of a layer's own file, which may have columns that become its places.

    Parameters
    ----------
    spec : LayerSpec
        The layer.

    Returns
    -------
    tuple of str
        Those of a CSV; of other files, longitude and latitude alone.
    """
    origin = spec.origin
    if isinstance(origin, FileOrigin) and origin.path.suffix.lower() == ".csv":
        from gisplan.read import read

        return tuple(map(str, read(origin.path).columns))
    return ("lon", "lat", "geometry")
