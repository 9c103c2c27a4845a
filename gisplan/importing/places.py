"""Which region a row is of, from its columns and address, and whether its point agrees.

Nothing is geocoded: a row goes down to what is certain and no further. Where its columns
contradict each other it stays at the unit that all of them share, and that is reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.arrays import Indices, Objects
from gisplan.errors import PlaceError
from gisplan.places.regions import Regions
from gisplan.text import Text

#: Region columns from the widest to the finest.
LEVELS = ("province", "prefecture", "county")
#: No name of a unit with those above it is longer than this.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Placed:
    """The regions of rows; all with the index of the rows.

    Attributes
    ----------
    adcodes : pandas.Series of object
        Code of the finest unit that is certain, None where there is none.
    faults : pandas.Series of object
        Why a row is not placed, or not as finely as it says, as a ``Text``; else None.
    """

    adcodes: pd.Series
    faults: pd.Series


def place_rows(rows: pd.DataFrame, regions: Regions) -> Placed:
    """Find the region of each row.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts in any of the columns ``adcode``, ``province``, ``prefecture``, ``county``,
        ``region`` (one name, of any level, or several one behind the other) and
        ``address``; empty cells are ``""``. The address is looked at only where the other
        columns lead to no county.
    regions : Regions
        The administrative units known.

    Returns
    -------
    Placed
        Codes and faults, a row each.
    """
    names = [n for n in ("adcode", *LEVELS, "region") if n in rows.columns]
    codes, faults = (np.full(len(rows), None, dtype=object) for _ in range(2))
    # Rows of one region say the same thing: each is worked out once.
    groups, firsts = _groups([rows[name] for name in names], len(rows))
    for number, first in enumerate(firsts):
        cells = {name: str(rows[name].iloc[first]) for name in names}
        code, fault = _from_columns(cells, regions)
        of_it = groups[number]
        codes[of_it], faults[of_it] = code, fault
        if "address" in rows.columns and not _is_fine(code, regions):
            _by_address(rows["address"].iloc[of_it], of_it, (code, fault), (regions, codes, faults))
    return Placed(
        pd.Series(codes, index=rows.index, dtype=object),
        pd.Series(faults, index=rows.index, dtype=object),
    )


def _groups(columns: list[pd.Series], count: int) -> tuple[list[Indices], list[int]]:
    """Give the rows that have the same in all columns, and the first of each.

    Parameters
    ----------
    columns : list of pandas.Series
        Columns of texts.
    count : int
        How many rows there are.

    Returns
    -------
    tuple[list[Indices], list[int]]
        Positions of the rows of each group; and the first of each.
    """
    number = np.zeros(count, dtype=np.int64)
    for column in columns:
        codes, names = pd.factorize(column)
        number = pd.factorize(number * (len(names) + 1) + codes + 1)[0]
    order = np.argsort(number, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(number[order]) > 0]) if count else np.array([], int)
    groups = np.split(order, starts[1:]) if count else []
    return groups, [int(group[0]) for group in groups]


def _by_address(
    addresses: pd.Series,
    places: Indices,
    known: tuple[str | None, Text | None],
    out: tuple[Regions, Objects, Objects],
) -> None:
    """Go on by their addresses with rows whose columns lead to no county.

    Parameters
    ----------
    addresses : pandas.Series
        Address of each row.
    places : array of int
        Positions of the rows.
    known : tuple[str | None, Text | None]
        What the columns say of them: code, and what is wrong.
    out : tuple[Regions, Objects, Objects]
        The administrative units, codes and faults; the latter two are filled.
    """
    regions, codes, faults = out
    # of Excel's 32,767 characters only the first can name a region
    heads, names = pd.factorize(addresses.str.slice(0, _LONGEST))
    read = [_with_address(*known, str(name), regions) if name else known for name in names]
    for place, head in zip(places, heads, strict=True):
        codes[place], faults[place] = read[head]


def _from_columns(cells: Mapping[str, str], regions: Regions) -> tuple[str | None, Text | None]:
    """Give the unit that the region columns of a row come to.

    Parameters
    ----------
    cells : mapping of str to str
        Cell by column.
    regions : Regions
        The administrative units known.

    Returns
    -------
    tuple[str | None, Text | None]
        Code, and what is wrong.
    """
    codes: list[str] = []
    faults: list[Text] = []
    for name, cell in cells.items():
        if not cell:
            continue
        try:
            codes.append(_resolve(name, cell, _finest(codes, regions), regions))
        except PlaceError as error:
            faults.append(error.message)
    code = _finest(codes, regions)
    if codes and code is None:
        shared = _shared(codes, regions)
        named = [region_title(item, regions) for item in dict.fromkeys(codes)]
        kept = region_title(shared, regions) if shared else Text("无", "none")
        faults.append(
            Text(
                f"所写的行政区互相矛盾：{'、'.join(t.zh for t in named)}；"
                f"只取共同的上级：{kept.zh}",
                f"the regions given contradict each other: {', '.join(t.en for t in named)}; "
                f"taken is the unit that holds all: {kept.en}",
            )
        )
        code = shared
    return code, faults[0] if faults else None


def _resolve(name: str, cell: str, within: str | None, regions: Regions) -> str:
    if name == "region":
        return _parse(cell, within, regions)
    if name != "adcode" and within is not None:
        try:
            return regions.resolve(cell, within=within)
        except PlaceError:
            pass  # A county that lies elsewhere is a contradiction, to be told as such.
    try:
        return regions.resolve(cell)
    except PlaceError:
        if (whole := _chain(cell, regions)) is not None:
            return whole
        raise


def _chain(cell: str, regions: Regions) -> str | None:
    """Give the unit of a cell that names those above it too: 兰州市红古区.

    Parameters
    ----------
    cell : str
        Text of a cell.
    regions : Regions
        The administrative units known.

    Returns
    -------
    str or None
        Its code; None if something is left over.
    """
    try:
        code, rest = regions.parse_address(cell[:_LONGEST])
    except PlaceError:
        return None
    return None if rest else code


def _with_address(
    code: str | None, fault: Text | None, address: str, regions: Regions
) -> tuple[str | None, Text | None]:
    """Go on from what the columns say with what the address begins with.

    Parameters
    ----------
    code : str or None
        Code of a unit; None if none is known.
    fault : Text or None
        What is wrong with the columns.
    address : str
        The address.
    regions : Regions
        The administrative units known.

    Returns
    -------
    tuple[str | None, Text | None]
        Code, and what is wrong.
    """
    try:
        parsed = _parse(address, code, regions)
    except PlaceError as error:
        return code, (fault or error.message) if code is None else fault
    if code is None or code == parsed or code in regions.parents(parsed):
        return parsed, fault
    if parsed in regions.parents(code):
        return code, fault
    shared = _shared([code, parsed], regions)
    told, own = region_title(parsed, regions), region_title(code, regions)
    return shared, fault or Text(
        f"地址在{told.zh}，与所写的{own.zh}矛盾；只取共同的上级",
        f"the address is in {told.en}, which contradicts {own.en}; taken is what holds both",
    )


def _parse(text: str, within: str | None, regions: Regions) -> str:
    """Take the units off the front of a text, which may leave out those already known.

    Parameters
    ----------
    text : str
        The text.
    within : str or None
        Unit that is known already.
    regions : Regions
        The administrative units known.

    Returns
    -------
    str
        Code of the lowest unit.

    Raises
    ------
    PlaceError
        If it begins with none, or with a name of several.
    """
    head = text[:_LONGEST]
    if within is not None and (full := "".join(_line(within, regions))):
        try:
            code = regions.parse_address(full + head)[0]
        except PlaceError:
            code = within
        if code != within:
            return code
    try:
        return regions.parse_address(head)[0]
    except PlaceError:
        if within is None:
            raise
        return within


def _line(code: str, regions: Regions) -> list[str]:
    chain = [*reversed(regions.parents(code)), code]
    return [regions.name(item) for item in dict.fromkeys(chain)]


def _is_fine(code: str | None, regions: Regions) -> bool:
    """Tell whether nothing lies below a unit.

    Parameters
    ----------
    code : str or None
        Code of a unit; None if none is known.
    regions : Regions
        The administrative units known.

    Returns
    -------
    bool
        False without a unit.
    """
    return code is not None and not regions.children(code)


def _finest(codes: list[str], regions: Regions) -> str | None:
    """Give the unit that lies in all the others; None if there is none.

    Parameters
    ----------
    codes : list of str
        Codes of units.
    regions : Regions
        The administrative units known.

    Returns
    -------
    str or None
        Its code.
    """
    for code in reversed(codes):
        above = {code, *regions.parents(code)}
        if all(other in above for other in codes):
            return code
    return None


def _shared(codes: list[str], regions: Regions) -> str | None:
    lines = [[code, *regions.parents(code)] for code in codes]
    for code in lines[0]:
        if all(code in line for line in lines):
            return code
    return None


def region_title(code: str, regions: Regions) -> Text:
    """Give the name of a region with its code, for messages.

    Parameters
    ----------
    code : str
        Code of the region.
    regions : Regions
        The administrative units known.

    Returns
    -------
    Text
        As 城关区（620102）.
    """
    return Text(f"{regions.name(code)}（{code}）", f"{regions.name(code, 'en')} ({code})")


def code_texts(adcodes: pd.Series) -> pd.Series:
    """Give codes as texts.

    Parameters
    ----------
    adcodes : pandas.Series of str or None
        Code of each row.

    Returns
    -------
    pandas.Series of str
        ``""`` where there is no code.
    """
    place, different = pd.factorize(adcodes)
    # the last is for rows without a code
    words = pd.array([*map(str, different), ""], dtype="str").take(place % (len(different) + 1))
    return pd.Series(words, index=adcodes.index)


def region_names(adcodes: pd.Series, regions: Regions) -> pd.Series:
    """Give each code in words, below the province: 兰州市红古区.

    Parameters
    ----------
    adcodes : pandas.Series of str or None
        Code of each row.
    regions : Regions
        The administrative units known.

    Returns
    -------
    pandas.Series of str
        ``""`` where there is no code.
    """
    place, different = pd.factorize(adcodes)
    words = []
    for code in different:
        line = _line(str(code), regions)
        words.append("".join(line[1:] if len(line) > 1 else line))
    # the last is for rows without a code
    named = pd.array([*words, ""], dtype="str").take(place % (len(words) + 1))
    return pd.Series(named, index=adcodes.index)


def count_places(adcodes: pd.Series, has_point: pd.Series, regions: Regions) -> dict[str, int]:
    """Count how exactly rows are placed.

    Parameters
    ----------
    adcodes : pandas.Series of str or None
        Code of each row.
    has_point : pandas.Series of bool
        Whether a row has a point of its own.
    regions : Regions
        The administrative units known.

    Returns
    -------
    dict of str to int
        ``points``; of those without one ``county``, ``prefecture``, ``province``, by the unit
        known of them; ``nowhere``, the rest.
    """
    bare = adcodes[~has_point]
    level = {
        code: ("county", "county", "prefecture", "province")[
            3 if code.endswith("0000") else 2 if regions.children(code) else 0
        ]
        for code in bare.dropna().unique()
    }
    levels = bare.map(level).value_counts()
    counts = {name: int(levels.get(name, 0)) for name in ("county", "prefecture", "province")}
    return {"points": int(has_point.sum()), **counts, "nowhere": int(bare.isna().sum())}
