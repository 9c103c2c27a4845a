"""New rows into the rows that a layer has, as texts."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from gisplan.arrays import Bools, Floats, Indices
from gisplan.catalog.layer import FileOrigin, LayerSpec
from gisplan.errors import DataError
from gisplan.escape import NUMBER, STARTS
from gisplan.importing.choose import ID, SOURCE_FILE, SOURCE_ROW
from gisplan.importing.convert import ADCODE, CREDIT_CODE, PRECISION, REGION
from gisplan.importing.credit_code import read_credit_codes
from gisplan.plain_numbers import bytes_of, large_texts, plain_numbers
from gisplan.text import Text

#: Columns that an import fills where the file has none.
FILLED = (ID, SOURCE_FILE, SOURCE_ROW, REGION, PRECISION, ADCODE)
#: Rows written at once, so that a large table is not held in memory once more.
_AT_ONCE = 100_000
#: Significant digits that are written of a number.
_DIGITS = 12
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
        New rows, as :func:`to_texts` gives them.
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


def to_texts(table: pd.DataFrame, spec: LayerSpec) -> pd.DataFrame:
    """Give a conforming table as the texts that its CSV holds.

    Parameters
    ----------
    table : pandas.DataFrame or geopandas.GeoDataFrame
        The rows.
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    pandas.DataFrame
        The declared columns, and longitude and latitude where the layer takes its points from
        such; empty is ``""``.
    """
    columns: dict[str, pd.Series] = {}
    for column in spec.columns:
        values = table[column.name]
        if column.type == "date":
            columns[column.name] = values.dt.strftime("%Y-%m-%d")
        elif column.type == "boolean":
            place = values.to_numpy(dtype=np.int8, na_value=-1)
            words = pd.array(["false", "true"], dtype="str").take(place, allow_fill=True)
            columns[column.name] = pd.Series(words, index=values.index)
        elif column.type == "number":
            columns[column.name] = numbers(values)
        else:
            columns[column.name] = values
    origin = spec.origin
    if isinstance(origin, FileOrigin) and origin.lon and origin.lat:
        if "geometry" in table:
            shapes = gpd.GeoSeries(table["geometry"])
            columns[origin.lon], columns[origin.lat] = numbers(shapes.x), numbers(shapes.y)
        elif {origin.lon, origin.lat} <= set(table.columns):
            columns |= {name: numbers(table[name]) for name in (origin.lon, origin.lat)}
    # columns of nothing, of which a layer has many, are one in memory
    nothing = pd.Series("", index=table.index, dtype="str")
    return pd.DataFrame(
        {name: nothing if v.isna().all() else _texts(v) for name, v in columns.items()},
        index=table.index,
    )


def held_apart(table: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Give a table whose texts lie apart from those of a file, so that the file's can go.

    A file's columns lie in memory as one piece, of which a column keeps the whole.

    Parameters
    ----------
    table : pandas.DataFrame
        Texts, as :func:`to_texts` gives them.
    rows : pandas.DataFrame
        Table of the file as it was read.

    Returns
    -------
    pandas.DataFrame
        The same texts; columns that the two share are copied.
    """
    of_file = {_address(rows[name]) for name in rows.columns} - {None}
    none = pa.array([], pa.large_string())
    apart = {
        name: pd.Series(
            pa.concat_arrays([large_texts(cells), none]), index=table.index, dtype="str"
        )
        for name, cells in table.items()
        if of_file and _address(cells) in of_file
    }
    return table.assign(**{str(name): cells for name, cells in apart.items()})


def _address(cells: pd.Series) -> int | None:
    if not isinstance(cells.dtype, pd.StringDtype):
        return None
    held = large_texts(cells).buffers()[2]
    return None if held is None else int(held.address)


def _degrees(texts: pd.Series) -> Floats:
    # What an import has written is plain; what a person has, as pandas reads it.
    degrees, fits = plain_numbers(texts, NUMBER)
    if (~fits & (texts != "").to_numpy(dtype=bool)).any():
        degrees = pd.to_numeric(texts, errors="coerce").to_numpy(dtype=float)
    return degrees


def _texts(values: pd.Series) -> pd.Series:
    # A column of texts without gaps stays what it is, and takes no memory once more.
    texts = values.astype("str")
    if not texts.hasnans:
        return texts
    filled = pc.fill_null(large_texts(texts), pa.scalar("", pa.large_string()))
    return pd.Series(filled, index=values.index, dtype="str")


def numbers(values: pd.Series) -> pd.Series:
    """Write numbers with at most 12 significant digits, and whole ones without a point.

    Parameters
    ----------
    values : pandas.Series
        Numbers; missing ones are not known.

    Returns
    -------
    pandas.Series
        Texts, ``""`` where missing.
    """
    given = values.to_numpy(dtype=float, na_value=np.nan)
    size = np.abs(given)
    # Within these bounds Arrow writes the shortest digits, as "g" does; it takes no Python loop.
    usual = ((size >= 1e-4) & (size < 1e11)) | (given == 0)
    safe = np.where(usual, given, 0.0) + 0.0
    texts = pd.Series(
        pc.cast(pa.array(safe), pa.large_string()), index=values.index, dtype="str"
    ).str.removesuffix(".0")
    # neither a point nor a sign is a digit
    digits = pc.binary_length(large_texts(texts)).to_numpy() - (safe % 1 != 0) - (safe < 0)
    unknown = np.isnan(given)
    if unknown.any():
        texts = texts.mask(unknown)
    long = ~unknown & (~usual | (digits > _DIGITS))
    if long.any():
        texts[long] = pd.array([f"{number:.12g}" for number in given[long]], dtype="str")
    return texts


def to_csv(table: pd.DataFrame) -> bytes:
    """Write texts as CSV in UTF-8 with BOM, which Excel opens; cells are quoted where they must be.

    Nothing in it runs as a formula: :func:`gisplan.escape.restored` gives back what there was.

    Parameters
    ----------
    table : pandas.DataFrame
        Of texts, at least one column.

    Returns
    -------
    bytes
        The file's content.
    """
    names = pa.array([str(name) for name in table.columns], type=pa.large_string())
    out = io.BytesIO()
    out.write((",".join(_quoted(_inert(names)).to_pylist()) + "\n").encode("utf-8-sig"))
    for start in range(0, len(table), _AT_ONCE):
        out.write(_lines(table.iloc[start : start + _AT_ONCE]))
    return out.getvalue()


def _lines(table: pd.DataFrame) -> bytes:
    # a column of nothing is no more than its comma, and a layer has many of them
    parts: list[pa.Array] = []
    between = ""
    for at, name in enumerate(table.columns):
        between += "," if at else ""
        cells = large_texts(table[name])
        if bytes_of(cells):
            parts += [pa.scalar(between, pa.large_string()), _quoted(_inert(cells))]
            between = ""
    if not parts:
        return f"{between}\n".encode() * len(table)
    ends = (pa.scalar(text, pa.large_string()) for text in (f"{between}\n", ""))
    lines = pc.binary_join_element_wise(*parts, *ends)
    # the lines stand one behind the other in memory already
    body: bytes = lines.buffers()[2].to_pybytes()
    return body


def _inert(cells: pa.Array) -> pa.Array:
    """Put an apostrophe before cells that a spreadsheet might run, as ``escape.inert`` does.

    Parameters
    ----------
    cells : pa.Array
        Texts.

    Returns
    -------
    pa.Array
        Texts.
    """
    if not _begin_so(cells):
        return cells
    starts = pa.array(STARTS, type=cells.type)
    risky = pc.is_in(pc.utf8_slice_codeunits(cells, 0, 1), value_set=starts)
    if not pc.any(risky, min_count=0).as_py():
        return cells
    risky = pc.and_not(risky, pc.match_substring_regex(cells, rf"\A{NUMBER}\z"))
    mark, nothing = (pa.scalar(text, type=cells.type) for text in ("'", ""))
    return pc.if_else(risky, pc.binary_join_element_wise(mark, cells, nothing), cells)


def _quoted(cells: pa.Array) -> pa.Array:
    """Quote the cells that a reader would otherwise take apart.

    Parameters
    ----------
    cells : pa.Array
        Texts.

    Returns
    -------
    pa.Array
        Texts, quotes doubled.
    """
    # mostly there is nothing to quote, which their bytes tell sooner than a pattern does
    if not _holds(cells, b'",\n\r'):
        return cells
    special = pc.match_substring_regex(cells, '[",\n\r]')
    if not pc.any(special, min_count=0).as_py():
        return cells
    mark, nothing = (pa.scalar(text, type=pa.large_string()) for text in ('"', ""))
    doubled = pc.replace_substring(cells, '"', '""')
    doubled = pc.binary_join_element_wise(mark, doubled, mark, nothing)
    return pc.if_else(special, doubled, cells)


def _holds(cells: pa.Array, marks: bytes) -> bool:
    """Tell whether any of some ASCII characters stands in texts.

    Parameters
    ----------
    cells : pa.Array
        Large texts, of which none is missing.
    marks : bytes
        The characters.

    Returns
    -------
    bool
        False of no texts.
    """
    bounds, held = _in_memory(cells)
    text = held[bounds[0] : bounds[-1]].tobytes()
    # in UTF-8 the byte of an ASCII character is part of no other
    return any(mark in text for mark in marks)


def _begin_so(cells: pa.Array) -> bool:
    # Whether the first byte of any text is one of those that a risky start has.
    bounds, held = _in_memory(cells)
    firsts = held[bounds[:-1][bounds[1:] > bounds[:-1]]]
    return bool(np.isin(firsts, [start.encode()[0] for start in STARTS]).any())


def _in_memory(cells: pa.Array) -> tuple[Indices, npt.NDArray[np.uint8]]:
    """Give large texts as they lie in memory.

    Parameters
    ----------
    cells : pa.Array
        Of which none is missing.

    Returns
    -------
    tuple[Indices, array of uint8]
        Where each begins, and where the last ends; and the bytes of all.
    """
    _, ends, texts = cells.buffers()
    if texts is None or not len(cells):
        return np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.uint8)
    bounds = np.frombuffer(ends, dtype=np.int64, count=len(cells) + 1, offset=8 * cells.offset)
    return bounds, np.frombuffer(texts, dtype=np.uint8)
