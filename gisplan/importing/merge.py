"""New rows into the rows that a layer has, as texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from gisplan.arrays import Bools, Floats
from gisplan.catalog.layer import LayerSpec
from gisplan.errors import DataError
from gisplan.escape import NUMBER
from gisplan.importing.choose import ID, SOURCE_FILE, SOURCE_ROW
from gisplan.importing.convert import ADCODE, CREDIT_CODE, PRECISION, REGION
from gisplan.importing.credit_code import read_credit_codes
from gisplan.plain_numbers import large_texts, plain_numbers
from gisplan.text import Text

#: Columns that an import fills where the file has none.
FILLED = (ID, SOURCE_FILE, SOURCE_ROW, REGION, PRECISION, ADCODE)
How = Literal["files", "rows", "replace", "update"]


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows of a layer after an import.

    Attributes
    ----------
    table : pandas.DataFrame
        Rows as texts, with index 0, 1 and so on.
    new : numpy.ndarray of bool
        Which rows are of this import.
    kept : int
        Rows that the layer had before, and still has.
    replaced : int
        Rows that the layer had before, and that gave way.
    gone : tuple of str
        Names of those that gave way, where no new row has the same.
    """

    table: pd.DataFrame
    new: Bools
    kept: int
    replaced: int
    gone: tuple[str, ...] = ()

    def comparable(self) -> pd.DataFrame:
        """Give what duplicates are looked for in.

        Returns
        -------
        pandas.DataFrame
            As :func:`gisplan.importing.duplicates.propose` takes them.
        """
        table = self.table
        names = [n for n in ("name", "name_zh") if n in table.columns]
        out = pd.DataFrame(index=table.index)
        out["name"] = table[names[0]] if names else ""
        for name in (ADCODE, "kind"):
            if name in table.columns:
                out[name] = table[name]
        if CREDIT_CODE in table.columns:
            given = table.loc[table[CREDIT_CODE] != "", CREDIT_CODE]
            out[CREDIT_CODE] = read_credit_codes(given).codes.reindex(table.index)
        for name in ("lon", "lat"):
            if name in table.columns:
                out[name] = _degrees(table[name])
        return out

    def label(self, row: int) -> str:
        """Name a row of the layer for people.

        Parameters
        ----------
        row : int
            Position of the row, from 0.

        Returns
        -------
        str
            Its id, else its number.
        """
        return str(self.table[ID].iloc[row]) if ID in self.table.columns else f"#{row + 1}"

    def file(self, row: int) -> str:
        """Give the file that a row came from.

        Parameters
        ----------
        row : int
            Position of the row, from 0.

        Returns
        -------
        str
            Empty if the layer does not say.
        """
        return str(self.table[SOURCE_FILE].iloc[row]) if SOURCE_FILE in self.table.columns else ""

    def row(self, row: int) -> int | None:
        """Give its row there.

        Parameters
        ----------
        row : int
            Position of the row, from 0.

        Returns
        -------
        int or None
            Line of the file; None if the layer does not say.
        """
        number = self.table[SOURCE_ROW].iloc[row] if SOURCE_ROW in self.table.columns else ""
        return int(number) if str(number).isdigit() else None


def merge(
    before: pd.DataFrame | None, used: Sequence[pd.DataFrame], spec: LayerSpec, *, how: How
) -> Merged:
    """Put the rows of an import among those that the layer has.

    Parameters
    ----------
    before : pandas.DataFrame, optional
        The layer's rows as texts.
    used : sequence of pandas.DataFrame
        New rows, as :func:`gisplan.importing.as_texts.to_texts` gives them.
    spec : LayerSpec
        Declaration of the layer.
    how : {"files", "rows", "replace", "update"}
        Which earlier rows give way: all of the same file and sheet; only those of the same
        key; all; or those of the same credit code, or the same name in the same region. Rows
        of the same key give way in any case.

    Returns
    -------
    Merged
        Earlier rows first, in their order.

    Raises
    ------
    DataError
        If two new rows share a key.
    """
    new = (
        used[0].reset_index(drop=True)
        if len(used) == 1
        else pd.concat(list(used), ignore_index=True)
    )
    key = list(spec.key)
    _require_unique(new, key, spec)
    if before is None or before.empty or how == "replace":
        gone = 0 if before is None else len(before)
        names = () if before is None else _gone(before, new)
        return Merged(new, np.ones(len(new), dtype=bool), 0, gone, names)
    old = before.fillna("").astype("str")
    missing = [name for name in new.columns if name not in old.columns]
    old = old.assign(**dict.fromkeys(missing, ""))
    gives_way = _are_in(_keys(old, key), _keys(new, key))
    if how == "files" and SOURCE_FILE in new.columns:
        gives_way = gives_way | _are_in(_parts(old), _parts(new))
    if how == "update":
        gives_way = gives_way | _are_among(old, new)
    stay = old[~gives_way]
    table = pd.concat([stay, new], ignore_index=True).fillna("")
    is_new = np.arange(len(table)) >= len(stay)
    gone_names = _gone(old[gives_way], new)
    return Merged(table, is_new, len(stay), len(old) - len(stay), gone_names)


def _gone(old: pd.DataFrame, new: pd.DataFrame) -> tuple[str, ...]:
    """Give the names of rows that give way and have no row of that name in their place.

    Parameters
    ----------
    old : pandas.DataFrame
        Rows that were there.
    new : pandas.DataFrame
        Rows of this import.

    Returns
    -------
    tuple of str
        In the order of the rows.
    """
    named = next((name for name in ("name_zh", "name") if name in old.columns), None)
    if named is None:
        return ()
    return tuple(old.loc[(old[named] != "") & ~_are_in(old[named], new[named]), named])


def _are_in(texts: pd.Series, others: pd.Series) -> Bools:
    """Tell which texts are among others, however many those are.

    Parameters
    ----------
    texts, others : pandas.Series of str
        Without gaps.

    Returns
    -------
    array of bool
        Shape (texts,).
    """
    found = pc.is_in(large_texts(texts), value_set=large_texts(others))
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=bool)


def _are_among(old: pd.DataFrame, new: pd.DataFrame) -> Bools:
    """Tell which rows are among others: by credit code, else by name and region.

    Parameters
    ----------
    old : pandas.DataFrame
        Rows that were there.
    new : pandas.DataFrame
        Rows of this import.

    Returns
    -------
    array of bool
        Shape (old rows,).
    """
    among = np.zeros(len(old), dtype=bool)
    for names in ((CREDIT_CODE,), ("name_zh", ADCODE), ("name", ADCODE)):
        if set(names) <= set(old.columns) & set(new.columns):
            keys, others = _keys(old, list(names)), _keys(new, list(names))
            among |= _are_in(keys, others) & (old[names[0]] != "").to_numpy(dtype=bool)
    return among


def shared(before: pd.DataFrame, new: pd.DataFrame, source: str) -> tuple[float, int]:
    """Tell how much of a file is in a layer from an earlier file of the same name.

    Parameters
    ----------
    before, new : pandas.DataFrame
        Rows as texts.
    source : str
        Name of the file.

    Returns
    -------
    float
        Rows in common, of the shorter of the two; NaN if the layer has none of that name.
    int
        Rows that the layer has of it.
    """
    if SOURCE_FILE not in before.columns or new.empty:
        return float("nan"), 0
    old = before[before[SOURCE_FILE] == source].fillna("").astype("str")
    if old.empty:
        return float("nan"), 0
    named = next((name for name in ("name_zh", "name") if name in old.columns), None)
    if named is None or (new[named] == "").all():
        return float("nan"), 0
    alike = _are_among(old, new) | old[named].isin(new[named]).to_numpy(dtype=bool)
    return float(alike.sum()) / min(len(old), len(new)), len(old)


def _keys(table: pd.DataFrame, key: list[str]) -> pd.Series:
    joined: pd.Series = table[key[0]]
    for name in key[1:]:
        joined = joined + "\0" + table[name]
    return joined


def _parts(table: pd.DataFrame) -> pd.Series:
    """Give the file, and the sheet where the id tells it, that each row came from.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of the layer, as texts.

    Returns
    -------
    pandas.Series
        ``FILE`` or ``FILE/SHEET``.
    """
    if ID not in table.columns:
        return table[SOURCE_FILE]
    # file/row or file/sheet/row: what stands before the row
    return table[SOURCE_FILE] + "\0" + table[ID].str.replace("/[0-9]+$", "", regex=True)


def _require_unique(table: pd.DataFrame, key: list[str], spec: LayerSpec) -> None:
    keys = _keys(table, key)
    cells = large_texts(keys)
    if len(cells.unique()) == len(cells):
        return
    twice = keys[keys.duplicated()].unique()
    if len(twice):
        known = set(spec.column_names)
        titles = [spec.column(n).title if n in known else Text(n, n) for n in key]
        zh, en = "、".join(one.zh for one in titles), ", ".join(one.en for one in titles)
        faults = [
            Text(f"{zh} = {k}", f"{en} = {k}")
            for k in (str(item).replace("\0", ", ") for item in twice[:20])
        ]
        raise DataError(
            Text(f"图层 {spec.name} 的键值重复：", f"layer {spec.name} has a key twice:"),
            faults=faults,
        )


def _degrees(texts: pd.Series) -> Floats:
    # What an import has written is plain; what a person has, as pandas reads it.
    degrees, fits = plain_numbers(texts, NUMBER)
    if (~fits & (texts != "").to_numpy(dtype=bool)).any():
        degrees = pd.to_numeric(texts, errors="coerce").to_numpy(dtype=float)
    return degrees
