"""The units that the plan names, found by any of their names, today's included."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from gisplan.text import Lang

#: What is left away or added where offices write one name in two ways.
_SAME = (("甘肃省", "省"), ("人民政府", "政府"), ("（", "("), ("）", ")"), ("、自治州", "州"))
SUCCESSOR = "successor"


def plain_name(name: str) -> str:
    """Bring a unit's name to one spelling.

    Parameters
    ----------
    name : str
        As 甘肃省人民政府国资委.

    Returns
    -------
    str
        As 省政府国资委: width, blanks, 甘肃省 and 人民政府 make no difference.
    """
    text = "".join(unicodedata.normalize("NFKC", name).split()).casefold()
    for long, short in _SAME:
        text = text.replace(long, short)
    return text


@dataclass(frozen=True, slots=True)
class UnitNames:
    """Units of the plan by every name; made by :meth:`from_tables`."""

    _units: Mapping[str, tuple[str, ...]]
    _present: Mapping[str, tuple[Mapping[Lang, str], ...]]

    @classmethod
    def from_tables(cls, units: pd.DataFrame, names: pd.DataFrame) -> UnitNames:
        """Read the names.

        Parameters
        ----------
        units : pandas.DataFrame
            ``plan_units``, with ``name_zh``.
        names : pandas.DataFrame
            ``plan_unit_names``: ``name_zh``, ``name_en``, ``unit_zh``, ``relation``.

        Returns
        -------
        UnitNames
            One name may stand for several of the plan's units, which it took over.
        """
        found: dict[str, dict[str, None]] = {}
        for unit in units["name_zh"]:
            found.setdefault(plain_name(unit), {})[unit] = None
        present: dict[str, list[Mapping[Lang, str]]] = {}
        rows = zip(*(names[c] for c in ("name_zh", "name_en", "unit_zh", "relation")), strict=True)
        for zh, en, unit, relation in rows:
            found.setdefault(plain_name(zh), {})[unit] = None
            if relation == SUCCESSOR:
                present.setdefault(unit, []).append({"zh": zh, "en": en})
        return cls(
            {name: tuple(of) for name, of in found.items()},
            {unit: tuple(of) for unit, of in present.items()},
        )

    def find(self, name: str) -> tuple[str, ...]:
        """Find the units of the plan that a name stands for.

        Parameters
        ----------
        name : str
            Full, short, former or present; the 省 before a department may be left out.

        Returns
        -------
        tuple of str
            As the plan writes them; empty if it names none so.
        """
        key = plain_name(name)
        return self._units.get(key) or self._units.get(f"省{key}", ())

    def present(self, unit: str, lang: Lang = "zh") -> str | None:
        """Give the name of the unit that has taken over, if it is known.

        Parameters
        ----------
        unit : str
            As the plan writes it.
        lang : {"zh", "en"}

        Returns
        -------
        str or None
            None if it goes by its own name still, or that is not known.
        """
        told = [names[lang] for names in self._present.get(unit, ())]
        return ("、" if lang == "zh" else ", ").join(told) or None

    @property
    def spellings(self) -> tuple[str, ...]:
        """All names known, for proposing the nearest.

        Returns
        -------
        tuple of str
            As they are compared.
        """
        return tuple(self._units)
