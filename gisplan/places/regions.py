"""Administrative units by name: codes, names, aliases, parents.

Codes are those of GB/T 2260. Each spelling of a unit is a key that leads to the codes of all
units spelt so; a name that leads to several is ambiguous and is reported, never guessed.
"""

from __future__ import annotations

import difflib
import itertools
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from gisplan.errors import DataError, PlaceError
from gisplan.places.unit_spellings import (
    AUTONOMOUS,
    GENERIC_ENDS,
    character_key,
    short_en,
    short_zh,
    spelling_key,
)
from gisplan.text import Lang, Text

How = Literal["code", "name", "english", "short", "alias"]
Status = Literal["found", "ambiguous", "unknown"]

_COLUMNS = ("adcode", "name_zh", "name_en", "level", "parent")


@dataclass(frozen=True, slots=True)
class _Unit:
    adcode: str
    names: Mapping[Lang, str]
    level: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class _Match:
    """What one text came to."""

    codes: tuple[str, ...] = ()
    how: How | None = None

    @property
    def status(self) -> Status:
        if not self.codes:
            return "unknown"
        return "found" if len(self.codes) == 1 else "ambiguous"


@dataclass(frozen=True, slots=True)
class Regions:
    """The administrative units of a region by code and name, made by :meth:`from_tables`.

    A unit of two levels under one code, as 嘉峪关市, counts as one.
    """

    _units: Mapping[str, _Unit]
    _above: Mapping[str, frozenset[str]]
    _below: Mapping[str, tuple[str, ...]]
    _spellings: Mapping[str, Mapping[str, How]]

    @classmethod
    def from_tables(cls, units: pd.DataFrame, *, aliases: pd.DataFrame | None = None) -> Regions:
        """Make the register from tables.

        Parameters
        ----------
        units : pandas.DataFrame
            Columns ``adcode``, ``name_zh``, ``name_en``, ``level``, ``parent`` (empty at the
            top): all levels one below the other, the highest first.
        aliases : pandas.DataFrame, optional
            Columns ``alias``, ``adcode``: former names, other spellings.

        Returns
        -------
        Regions
            The register.

        Raises
        ------
        DataError
            A column is missing, a code is doubled at a level, a parent or alias is of no unit.
        """
        _check(units, aliases)
        records: dict[str, _Unit] = {}
        parents: dict[str, set[str]] = {}
        for adcode, zh, en, level, parent in zip(*(units[c] for c in _COLUMNS), strict=True):
            above = None if pd.isna(parent) or parent == "" else str(parent)
            records.setdefault(adcode, _Unit(adcode, {"zh": zh, "en": en}, level, above))
            parents.setdefault(adcode, set()).update({above} if above else ())
        spellings: dict[str, dict[str, How]] = {}
        for unit in records.values():
            for how, names in _spellings_of(unit).items():
                for name in names:
                    spellings.setdefault(spelling_key(name), {}).setdefault(unit.adcode, how)
        if aliases is not None:
            for alias, adcode in zip(aliases["alias"], aliases["adcode"], strict=True):
                spellings.setdefault(spelling_key(alias), {}).setdefault(adcode, "alias")
        below: dict[str, list[str]] = {adcode: [] for adcode in records}
        for adcode, above_it in parents.items():
            for parent in above_it - {adcode}:
                below[parent].append(adcode)
        return cls(
            records,
            {adcode: _climb(adcode, parents) for adcode in records},
            {adcode: tuple(sorted(codes)) for adcode, codes in below.items()},
            spellings,
        )

    def name(self, adcode: str, lang: Lang = "zh") -> str:
        """Give the full name of a unit.

        Parameters
        ----------
        adcode : str
            Six-digit code of a unit.
        lang : Lang, optional
            ``zh`` or ``en``.

        Returns
        -------
        str
            As the register has it, such as 兰州市 or Lanzhou.

        Raises
        ------
        PlaceError
            If there is no such code.
        """
        return self._unit(adcode).names[lang]

    def parents(self, adcode: str) -> tuple[str, ...]:
        """Give the units above one, from the nearest to the highest, without itself.

        Parameters
        ----------
        adcode : str
            Six-digit code of a unit.

        Returns
        -------
        tuple of str
            Codes; empty for the highest unit.

        Raises
        ------
        PlaceError
            If there is no such code.
        """
        chain: list[str] = []
        parent = self._unit(adcode).parent
        while parent is not None and parent not in chain and parent != adcode:
            chain.append(parent)
            parent = self._unit(parent).parent
        return tuple(chain)

    def children(self, adcode: str) -> tuple[str, ...]:
        """Give the units right below one; none for 嘉峪关市, which is a county under its code.

        Parameters
        ----------
        adcode : str
            Six-digit code of a unit.

        Returns
        -------
        tuple of str
            Codes.

        Raises
        ------
        PlaceError
            If there is no such code.
        """
        return self._below[self._unit(adcode).adcode]

    def resolve(self, name: str, *, within: str | None = None) -> str:
        """Give the code of the unit that a text names.

        Parameters
        ----------
        name : str
            Code, full or short name, English name with or without generic, or alias. Width,
            blanks, case and diacritics don't count.
        within : str, optional
            Code of a unit that the one named must lie in (below it, in the hierarchy).

        Returns
        -------
        str
            The adcode. A full name goes before a short one: 临夏市 is the city, while 临夏 may
            be the prefecture, the city or the county.

        Raises
        ------
        PlaceError
            The name is unknown (with the nearest ones) or stands for several units (with all).

        Examples
        --------
        >>> import pandas as pd
        >>> from gisplan.places.regions import Regions
        >>> units = pd.DataFrame(
        ...     {
        ...         "adcode": ["620000", "620100", "620102"],
        ...         "name_zh": ["甘肃省", "兰州市", "城关区"],
        ...         "name_en": ["Gansu", "Lanzhou", "Chengguan District"],
        ...         "level": ["province", "prefecture", "county"],
        ...         "parent": ["", "620000", "620100"],
        ...     }
        ... )
        >>> regions = Regions.from_tables(units)
        >>> regions.resolve("兰州")
        '620100'
        >>> regions.resolve("chengguan", within="620100")
        '620102'
        """
        match = self._match(name, within)
        if len(match.codes) > 1:
            raise PlaceError(self._ambiguous(name, match.codes))
        if match.codes:
            return match.codes[0]
        near = self._nearest(name, within)
        hint = Text(
            f"。相近的有：{self._list(near, 'zh')}" if near else "。没有相近的名称",
            f"; nearest: {self._list(near, 'en')}" if near else "; nothing is near it",
        )
        place = Text("", "")
        if within is not None:
            place = Text(f"{self.name(within)}内", f" in {self.name(within, 'en')}")
        raise PlaceError(
            Text(
                f"{place.zh}找不到“{name}”这个行政区{hint.zh}。请改正名称，或写六位行政区划代码。",
                f"no administrative unit '{name}'{place.en}{hint.en}. "
                "Correct the name or give the six-digit code.",
            )
        )

    def resolve_many(self, values: Iterable[Any], *, within: str | None = None) -> pd.DataFrame:
        """Resolve a column of names or codes without stopping at the first that fails.

        Parameters
        ----------
        values : pandas.Series or iterable
            Texts; whole numbers count as codes, missing values as unknown.
        within : str, optional
            As for :meth:`resolve`.

        Returns
        -------
        pandas.DataFrame
            A row for each value, under the same index: ``adcode`` (NA unless found), ``status``
            (found, ambiguous, unknown), ``how`` (code, name, english, short, alias; NA if
            unknown), ``candidates`` (codes, if ambiguous), ``suggestions`` (names, if unknown).

        Examples
        --------
        >>> import pandas as pd
        >>> from gisplan.places.regions import Regions
        >>> units = pd.DataFrame(
        ...     {
        ...         "adcode": ["620000", "620100"],
        ...         "name_zh": ["甘肃省", "兰州市"],
        ...         "name_en": ["Gansu", "Lanzhou"],
        ...         "level": ["province", "prefecture"],
        ...         "parent": ["", "620000"],
        ...     }
        ... )
        >>> regions = Regions.from_tables(units)
        >>> regions.resolve_many(["兰州市", "620000", "南州"])[["adcode", "status", "how"]]
           adcode   status   how
        0  620100    found  name
        1  620000    found  code
        2    <NA>  unknown  <NA>
        """
        series = values if isinstance(values, pd.Series) else pd.Series(list(values), dtype=object)
        texts = [_as_text(value) for value in series]
        known: dict[str, tuple[_Match, tuple[str, ...]]] = {}
        for text in set(texts):
            match = self._match(text, within)
            near = () if match.codes else self._nearest(text, within)
            known[text] = (match, tuple(self.name(code) for code in near))
        found = [known[text][0] for text in texts]
        codes = [match.codes[0] if match.status == "found" else None for match in found]
        table = pd.DataFrame(
            {
                "adcode": pd.array(codes, dtype="string"),
                "status": pd.array([match.status for match in found], dtype="string"),
                "how": pd.array([match.how for match in found], dtype="string"),
            },
            index=series.index,
        )
        table["candidates"] = [m.codes if m.status == "ambiguous" else () for m in found]
        table["suggestions"] = [known[text][1] for text in texts]
        return table

    def parse_address(self, text: str) -> tuple[str, str]:
        """Take the administrative units off the front of a Chinese address.

        Goes down level by level: 甘肃省兰州市红古区平安镇 -> 620111, 平安镇. A short name
        counts only where a unit below it follows or nothing does, so that 兰州市天水路 is not
        taken to be in 天水市; a full name before 场 is a market (临夏市场).

        Parameters
        ----------
        text : str
            The address.

        Returns
        -------
        tuple of str
            Code of the lowest unit found, and what follows, without blanks.

        Raises
        ------
        PlaceError
            The address begins with no unit, or with a name of several.

        Examples
        --------
        >>> import pandas as pd
        >>> from gisplan.places.regions import Regions
        >>> units = pd.DataFrame(
        ...     {
        ...         "adcode": ["620000", "620100", "620111"],
        ...         "name_zh": ["甘肃省", "兰州市", "红古区"],
        ...         "name_en": ["Gansu", "Lanzhou", "Honggu District"],
        ...         "level": ["province", "prefecture", "county"],
        ...         "parent": ["", "620000", "620100"],
        ...     }
        ... )
        >>> Regions.from_tables(units).parse_address("甘肃省兰州市红古区平安镇")
        ('620111', '平安镇')
        """
        address = "".join(unicodedata.normalize("NFKC", text).split())
        if (parsed := self._descend(address, None)) is not None:
            return parsed
        raise PlaceError(
            Text(
                f"地址“{text}”不以已知的行政区开头。请在前面写明市（州）和县（市、区）的全称。",
                f"the address '{text}' begins with no known administrative unit. "
                "Begin it with the full names of prefecture and county.",
            )
        )

    def _nearest(self, name: str, within: str | None, count: int = 3) -> tuple[str, ...]:
        pool = [key for key, units in self._spellings.items() if self._inside(units, within)]
        near = difflib.get_close_matches(spelling_key(name), pool, n=3 * count, cutoff=0.5)
        codes = (code for key in near for code in self._inside(self._spellings[key], within))
        return tuple(dict.fromkeys(codes))[:count]

    def _descend(self, address: str, within: str | None) -> tuple[str, str] | None:
        # a spelling is the sum of its characters', so that most heads need not be looked at
        keys = list(itertools.accumulate(map(character_key, address)))
        for length in range(len(address), 0, -1):
            if keys[length - 1] not in self._spellings and keys[length - 1] not in self._units:
                continue
            head, rest = address[:length], address[length:]
            match = self._match(head, within)
            market = head[-1] == "市" and rest.startswith("场")
            if not match.codes or match.how == "code" or market or not head[-1].isalnum():
                continue
            # 临夏永靖县: of the units that 临夏 may be, one has a 永靖县 below it.
            deeper = {self._descend(rest, code) for code in match.codes if rest} - {None}
            if len(deeper) == 1:
                return deeper.pop()
            if not rest or self._is_whole(head, match):
                if len(match.codes) > 1:
                    raise PlaceError(self._ambiguous(head, match.codes))
                return match.codes[0], rest
        return None

    def _is_whole(self, head: str, match: _Match) -> bool:
        """Tell whether a name can't be the beginning of another: 甘南州 can't, 兰州 (路) can.

        Parameters
        ----------
        head : str
            The name as written.
        match : _Match
            The units that it may be of, and how it is known.

        Returns
        -------
        bool
            True if what follows need not be a unit.
        """
        if match.how != "short":
            return match.how != "alias" or head[-1] in GENERIC_ENDS
        return head[-1] in AUTONOMOUS.values() and "自治" in self.name(match.codes[0])

    def _match(self, name: str, within: str | None) -> _Match:
        if within is not None:
            self._unit(within)
        key = spelling_key(name)
        if key in self._units:
            inside = self._inside({key: "code"}, within)
            return _Match(inside, "code") if inside else _Match()
        units = self._spellings.get(key, {})
        full = {code: how for code, how in units.items() if how in ("name", "english")}
        codes = self._inside(full, within) or self._inside(units, within)
        return _Match(codes, units[codes[0]]) if codes else _Match()

    def _inside(self, units: Iterable[str], within: str | None) -> tuple[str, ...]:
        if within is None:
            return tuple(sorted(units))
        return tuple(sorted(code for code in units if within in self._above[code]))

    def _unit(self, adcode: str) -> _Unit:
        if adcode not in self._units:
            raise PlaceError(
                Text(
                    f"没有行政区划代码“{adcode}”。请核对代码。",
                    f"there is no administrative unit with the code '{adcode}'. Check the code.",
                )
            )
        return self._units[adcode]

    def _list(self, codes: Iterable[str], lang: Lang) -> str:
        """Name units with the one above each, so that none is taken for another.

        Parameters
        ----------
        codes : Iterable[str]
            Codes of units.
        lang : Lang
            ``zh`` or ``en``.

        Returns
        -------
        str
            Names with codes, for a message.
        """

        def label(code: str) -> str:
            above = self.parents(code)[:1] if lang == "zh" else ()
            name = "".join(self.name(c, lang) for c in (*above, code))
            return f"{name}（{code}）" if lang == "zh" else f"{name} ({code})"

        return ("、" if lang == "zh" else ", ").join(label(code) for code in codes)

    def _ambiguous(self, name: str, codes: Iterable[str]) -> Text:
        zh, en = self._list(codes, "zh"), self._list(codes, "en")
        return Text(
            f"“{name}”可指多个行政区：{zh}。请写全称或六位行政区划代码。",
            f"'{name}' may be any of: {en}. Give the full name or the six-digit code.",
        )


def _spellings_of(unit: _Unit) -> dict[How, set[str]]:
    zh, en = unit.names["zh"], unit.names["en"]
    full: dict[How, set[str]] = {"name": {zh}, "english": {en}}
    if unit.level == "special":
        # 兰州新区 is not 兰州.
        return full
    return {**full, "short": short_zh(zh) | short_en(en)}


def _climb(adcode: str, parents: Mapping[str, set[str]]) -> frozenset[str]:
    above = set(parents[adcode])
    while higher := set[str]().union(*(parents[code] for code in above)) - above:
        above |= higher
    return frozenset(above)


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None or pd.isna(value):
        return ""
    # Spreadsheets keep codes as numbers: 620102.0.
    return str(int(value)) if float(value).is_integer() else str(value)


def _check(units: pd.DataFrame, aliases: pd.DataFrame | None) -> None:
    tables: list[tuple[str, pd.DataFrame, tuple[str, ...]]] = [("units", units, _COLUMNS)]
    if aliases is not None:
        tables.append(("aliases", aliases, ("alias", "adcode")))
    faults = [
        Text(f"表 {name} 缺少列 {column}", f"table '{name}' lacks the column '{column}'")
        for name, table, columns in tables
        for column in columns
        if column not in table.columns
    ]
    if not faults:
        codes = set(units["adcode"])
        twice = units.loc[units.duplicated(["adcode", "level"]), "adcode"]
        orphans = {p for p in units["parent"].dropna() if p and p not in codes}
        astray = set() if aliases is None else set(aliases["adcode"]) - codes
        found = [
            (twice, "代码 {} 在同一级出现两次", "the code {} stands twice at one level"),
            (sorted(orphans), "没有上级 {}", "there is no parent {}"),
            (sorted(astray), "别名指向不存在的代码 {}", "an alias leads to the unknown code {}"),
        ]
        faults = [Text(zh.format(c), en.format(c)) for group, zh, en in found for c in group]
    if faults:
        message = Text("行政区表有误，请改正：", "the tables of administrative units are wrong:")
        raise DataError(message, faults=faults)
