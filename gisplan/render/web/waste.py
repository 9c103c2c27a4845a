"""Waste and capacity beside residents, for candidate sites in a page, and by which rate."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from gisplan.analysis.demand.waste import UNIT_TITLES, known_streams
from gisplan.catalog.layer import Layer
from gisplan.render.style.words import rounded
from gisplan.render.web.encode import Json, cells, heading, text
from gisplan.text import LANGS, Lang, Text

#: Figures that are a rate times whole persons differ from it by the rounding of binary fractions.
_NOISE = 1e-12


def streams(demand: Layer, rates: pd.DataFrame | None, *, quantity: str) -> list[Json]:
    """Write the waste that is known at every demand point.

    Parameters
    ----------
    demand : Layer
        Points, some columns of which are ``t_STREAM``.
    rates : pandas.DataFrame, optional
        That they come from; see :func:`gisplan.analysis.demand.waste_demand`.
    quantity : str
        Column that the page has anyway.

    Returns
    -------
    list of dict
        Of each stream: ``name`` (of the column), ``heading``, ``rate`` (how it was reckoned, in
        words, or None), and ``values``; or ``basis`` and ``factor`` where the values are a whole
        number of each point times one factor, with ``whole``, these numbers, unless an earlier
        stream of that basis has them or it is ``quantity``.
    """
    table, found = demand.table, []
    bases = {quantity}
    for name in known_streams(table):
        column = demand.spec.column(name)
        if column.unit is None:
            continue
        entry: Json = {"name": name, "heading": heading(column, column)}
        entry["rate"] = _rate(name, rates, demand)
        basis, factor = _basis(demand, name)
        if basis is None:
            entry["values"] = [rounded(value) for value in table[name]]
        else:
            entry |= {"basis": basis, "factor": factor}
            if basis not in bases:
                bases.add(basis)
                entry["whole"] = [int(value) for value in table[basis]]
        found.append(entry)
    return found


def _basis(demand: Layer, name: str) -> tuple[str | None, float]:
    """Find the whole numbers of which a stream is a multiple, such as residents.

    Parameters
    ----------
    demand : Layer
        Points.
    name : str
        Column of the stream.

    Returns
    -------
    tuple[str or None, float]
        Name of the column, and the factor; None if there is none.
    """
    table = demand.table
    amount = table[name].to_numpy(dtype=float)
    for column in demand.spec.columns:
        if column.type != "integer" or table[column.name].isna().any():
            continue
        whole = table[column.name].to_numpy(dtype=float)
        if not (whole.sum() > 0 and amount.sum() > 0):
            continue
        most = int(np.argmax(whole))
        factor = amount[most] / whole[most]
        if np.abs(amount - factor * whole).max() <= _NOISE * amount.max():
            return column.name, float(factor)
    return None, 0.0


def _rate(name: str, rates: pd.DataFrame | None, demand: Layer) -> Json | None:
    if rates is None:
        return None
    used = rates[rates["used"].fillna(False).astype(bool)]
    rows = used[used["stream"] == name.removeprefix("t_")]
    if len(rows) != 1:
        return None
    row = rows.iloc[0]
    unit = UNIT_TITLES.get(str(row["unit"]), Text(str(row["unit"]), str(row["unit"])))
    basis = str(row["basis"])
    of = demand.spec.column(basis).title if basis in demand.spec.column_names else None
    value = f"{float(row['value']):g}"
    known = pd.notna(row["year"])
    dated = Text(f"（{int(row['year'])} 年）", f" ({int(row['year'])})") if known else Text("", "")
    words = Text(
        f"{of.zh if of else basis} × {value} {unit.zh}{dated.zh}",
        f"{of.en if of else basis} x {value} {unit.en}{dated.en}",
    )
    return text(Text(*(_checked(row, lang, words.get(lang)) for lang in LANGS)))


def _checked(row: pd.Series[Any], lang: Lang, said: str) -> str:
    more = row.get(f"checked_{lang}")
    if more is None or pd.isna(more) or not str(more):
        return said
    return f"{said}：{more}" if lang == "zh" else f"{said}: {more}"


def capacities(sites: Layer, waste: list[Json]) -> Json | None:
    """Write the capacities of sites, where all are of one stream whose waste is known.

    Parameters
    ----------
    sites : Layer
        With ``stream`` and ``capacity`` (t a year, empty where it is not known).
    waste : list of dict
        As :func:`streams` gives it.

    Returns
    -------
    dict or None
        ``stream`` (name of the column of waste), ``heading`` and ``values``, None where a capacity
        is not known; None if the sites are of no such stream.
    """
    if not {"stream", "capacity"} <= set(sites.spec.column_names):
        return None
    treated = {f"t_{stream}" for stream in sites.table["stream"].dropna()}
    if len(treated) != 1 or not treated <= {one["name"] for one in waste}:
        return None
    column = sites.spec.column("capacity")
    return {
        "stream": treated.pop(),
        "heading": heading(column, column),
        "values": cells(sites.table["capacity"], column),
    }
