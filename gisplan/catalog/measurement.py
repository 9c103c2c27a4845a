"""Units of measurement: what a spelling (亿元, 万吨/年) measures, and how much of it one is.

The spellings are data, the layer ``measurement_units``; nothing about a unit stands in Python.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

_LONGEST = 100
_PLAIN_SIGNS = str.maketrans({"²": "2", "³": "3", "萬": "万", "億": "亿", "噸": "吨"})
#: A number with thousands separators or without, and what stands behind it.
AMOUNT = re.compile(
    r"(?P<sign>[+\-−–]?)(?P<number>[0-9]{1,3}(?:(?P<mark>[,' ])[0-9]{3})(?:(?P=mark)[0-9]{3})*"
    r"(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?P<power>[eE][+-]?[0-9]{1,3})?(?P<rest>\D.*|)"
)


def split_amount(text: str) -> tuple[float, str] | None:
    """Take a number and the unit behind it apart.

    Parameters
    ----------
    text : str
        As 6,000,000 万元, １２亿 or 73%.

    Returns
    -------
    tuple[float, str] or None
        Number, and unit as it is spelt, empty if there is none; None if it is no number, or may be
        two (12,5).

    Examples
    --------
    >>> split_amount("6,000,000 万元")
    (6000000.0, '万元')
    """
    plain = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).strip()
    match = AMOUNT.fullmatch(plain) if len(plain) <= _LONGEST else None
    if match is None:
        return None
    sign = "-" if match["sign"] in ("-", "−", "–") else ""
    digits = re.sub(r"[,' ]", "", match["number"])
    return float(f"{sign}{digits}{match['power'] or ''}"), match["rest"].strip()


@dataclass(frozen=True, slots=True)
class UnitOfMeasure:
    """A unit of measurement.

    Attributes
    ----------
    dimension : str
        What it measures; ``mass/years`` is a mass a year. Empty for a bare multiplier (万).
    factor : float
        Base units of that dimension in one of it.
    """

    dimension: str
    factor: float


@dataclass(frozen=True, slots=True)
class Units:
    """The units known; made by :meth:`from_table`."""

    _units: Mapping[str, UnitOfMeasure]
    _multipliers: Mapping[str, float]
    _times: Mapping[str, str]

    @classmethod
    def from_table(cls, table: pd.DataFrame) -> Units:
        """Read units from the layer ``measurement_units``.

        Parameters
        ----------
        table : pandas.DataFrame
            ``alias``, ``dimension``, ``factor``.

        Returns
        -------
        Units
            They know every alias, alone and behind a multiplier.
        """
        units: dict[str, UnitOfMeasure] = {}
        multipliers: dict[str, float] = {}
        times: dict[str, str] = {}
        rows = zip(table["alias"], table["dimension"], table["factor"], strict=True)
        for alias, dimension, factor in rows:
            if dimension == "multiplier":
                multipliers[_normal(alias)] = float(factor)
            elif dimension in ("years", "days"):
                times[_normal(alias)] = dimension
            else:
                units[_normal(alias)] = UnitOfMeasure(dimension, float(factor))
        longest = dict(sorted(multipliers.items(), key=lambda item: -len(item[0])))
        return cls(units, longest, times)

    def find(self, text: str) -> UnitOfMeasure | None:
        """Give the unit that a text spells.

        Parameters
        ----------
        text : str
            Such as 亿元, 万吨/年, t/d, 万.

        Returns
        -------
        UnitOfMeasure or None
            None if nobody declared it.
        """
        spelt = _normal(text).replace("每", "/")
        if not spelt or len(spelt) > _LONGEST:
            return None
        above, _, below = spelt.partition("/")
        unit = self._simple(above)
        if unit is None or not below:
            return unit
        time = self._times.get(below)
        return None if time is None else UnitOfMeasure(f"{unit.dimension}/{time}", unit.factor)

    def factor(self, given: str, wanted: str) -> float | None:
        """Tell what a number in one unit is multiplied with to be in another.

        Parameters
        ----------
        given, wanted : str
            Spellings.

        Returns
        -------
        float or None
            None if one of them is not known, or they measure different things.
        """
        if "".join(given.split()) == "".join(wanted.split()):
            return 1.0
        unit, target = self.find(given), self.find(wanted)
        if unit is None or target is None or unit.dimension != target.dimension:
            return None
        return unit.factor / target.factor

    def multiplied(self, multiplier: str, unit: str) -> str | None:
        """Put a bare multiplier before a unit, in place of the one that it has.

        Parameters
        ----------
        multiplier : str
            As the 亿 of 600亿.
        unit : str
            As 万元, from a column of its own.

        Returns
        -------
        str or None
            As 亿元; None if the first is no bare multiplier.
        """
        spelt, whole = _normal(multiplier), _normal(unit)
        if spelt not in self._multipliers:
            return None
        for known in self._multipliers:
            if whole.startswith(known) and self._simple(whole.removeprefix(known)) is not None:
                whole = whole.removeprefix(known)
                break
        return spelt + whole

    def _simple(self, spelt: str) -> UnitOfMeasure | None:
        if spelt in self._units:
            return self._units[spelt]
        if spelt in self._multipliers:
            return UnitOfMeasure("", self._multipliers[spelt])
        for multiplier, factor in self._multipliers.items():
            rest = spelt.removeprefix(multiplier)
            if rest != spelt and (unit := self._simple(rest)) is not None:
                return UnitOfMeasure(unit.dimension, factor * unit.factor)
        return self._said_twice(spelt)

    def _said_twice(self, spelt: str) -> UnitOfMeasure | None:
        """Give the unit of a text that names it and its currency: 人民币万元, 万元RMB.

        Parameters
        ----------
        spelt : str
            Normalised.

        Returns
        -------
        UnitOfMeasure or None
            None if it is no such text.
        """
        for name, unit in self._units.items():
            if len(name) < 3 or unit.factor != 1 or not unit.dimension.startswith("money"):
                continue
            for rest in (spelt.removeprefix(name), spelt.removesuffix(name)):
                if rest and rest != spelt and (found := self._simple(rest)) is not None:
                    same = found.dimension in ("", unit.dimension)
                    return UnitOfMeasure(unit.dimension, found.factor) if same else None
        return None


def _normal(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(plain.split()).translate(_PLAIN_SIGNS)
