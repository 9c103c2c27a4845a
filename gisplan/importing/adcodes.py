"""Administrative codes as spreadsheets and statistics write them."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import pandas as pd

from gisplan.errors import PlaceError
from gisplan.places.regions import Regions
from gisplan.text import Text

_FLOAT = re.compile(r"([0-9]{2,12})\.0+")
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]{1,2}")


def read_adcodes(cells: pd.Series, regions: Regions) -> tuple[pd.Series, pd.Series]:
    """Read codes of regions as people's tables have them.

    Parameters
    ----------
    cells : pandas.Series of str
        Cells as they stand in the file.
    regions : Regions
        The administrative units known.

    Returns
    -------
    codes : pandas.Series of str
        Six digits where a cell is a code of another form (620102.0, 12 or 9 digits of
        statistics, 4 or 2 digits, a former code); else the cell.
    repairs : pandas.Series of object
        What was done, as a ``Text``, else None.
    """
    # codes are few, however many the rows
    place, different = pd.factorize(cells)
    read = [_read(cell, regions) for cell in different]
    codes = pd.array([code for code, _ in read], dtype="str").take(place)
    repairs = np.empty(len(read), dtype=object)
    repairs[:] = [repair for _, repair in read]
    return (
        pd.Series(codes, index=cells.index, name=cells.name),
        pd.Series(repairs[place], index=cells.index, name=cells.name, dtype=object),
    )


def _read(cell: str, regions: Regions) -> tuple[str, Text | None]:
    plain = "".join(unicodedata.normalize("NFKC", cell[:60]).split()).lstrip("'")
    if match := _FLOAT.fullmatch(plain):
        plain = match[1]
    elif _POWER.fullmatch(plain):
        number = float(plain)
        plain = str(int(number)) if number.is_integer() and number < 1e12 else plain
    if not plain.isascii() or not plain.isdigit():
        return cell, None
    told = Text("按数值保存的代码", "a code kept as a number")
    if len(plain) in (9, 12):
        told = Text(
            f"{len(plain)} 位统计用区划代码，取前 6 位",
            f"a statistical code of {len(plain)} digits, of which the first 6 count",
        )
        plain = plain[:6]
    elif len(plain) in (2, 4):
        told = Text(
            f"{len(plain)} 位代码，后面补 0", f"a code of {len(plain)} digits, filled with 0"
        )
        plain = plain.ljust(6, "0")
    if len(plain) != 6:
        return cell, None
    try:
        code = regions.resolve(plain)
    except PlaceError:
        return _of_the_city(cell, plain, regions, told)
    if code != plain:
        name = regions.name(code)
        told = Text(f"旧代码，今为{name}", f"a former code, today {regions.name(code, 'en')}")
    return code, told if code != cell else None


def _of_the_city(cell: str, plain: str, regions: Regions, told: Text) -> tuple[str, Text | None]:
    """Read a code of 市辖区 (620201), which stands for the city as a whole.

    Parameters
    ----------
    cell : str
        The cell as it stands.
    plain : str
        The six digits in it.
    regions : Regions
        The administrative units known.
    told : Text
        What is said if it stands for no city.

    Returns
    -------
    tuple[str, Text | None]
        Code of the city, and what was done with the cell.
    """
    if plain.endswith("01"):
        try:
            code = regions.resolve(f"{plain[:4]}00")
        except PlaceError:
            code = ""
        if code:
            return code, Text(
                f"市辖区的代码，计为{regions.name(code)}", "a code of a city's districts"
            )
    return plain, told if plain != cell else None
