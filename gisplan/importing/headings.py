"""Recognising what a column holds by its heading, from a vocabulary that is data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from gisplan.catalog.measurement import Units

#: Meanings by which a row is placed, whether or not the layer has a column for them.
PLACES = ("adcode", "province", "prefecture", "county", "town", "region", "address")
POSITIONS = ("lon", "lat")
#: One column that holds both: "103.83,36.06".
POSITION = "position"
#: A column that says in which datum each row's coordinates are.
DATUM = "datum"
#: Meaning of a column that holds the unit of the one to its left.
UNIT = "unit"
#: Headings of coordinates that may be degrees or metres, and which they are on a map.
AXES = {"x": "lon", "y": "lat"}
#: They count for less than any heading that says longitude or latitude.
AXIS_RANK = 50
#: What only fits a pattern counts for less than what the vocabulary spells out.
LIKELY_RANK = 30

_BRACKETS = re.compile(r"^(?P<base>.*?)[(\[【〔{](?P<inside>[^()\[\]【】〔〕{}]*)[)\]】〕}]$")
_MARKED = re.compile(r"^(?P<base>.+?)(?:[/:,;_、\-]|单位[:：]?)(?P<inside>[^/:,;_、]+(?:/[^/]+)?)$")
_MONTHS = "(?:年度?)?(?:1[-~至—]12月份?|全年|年?末|年?底)?"
_YEAR = re.compile(rf"^(?P<year>(?:19|20)\d\d){_MONTHS}(?P<rest>\D.*)$")
_YEAR_LAST = re.compile(rf"^(?P<rest>.*\D)(?P<year>(?:19|20)\d\d){_MONTHS}$")
_ALONE = r"(?=[-_ /:(]|坐标|经|纬|[xy]$|l(?:at|on|ng)|$)"
_DATUM_NAMES = {
    "wgs84": rf"wgs[-_ ]?(?:19)?84|(?<![a-z])wgs{_ALONE}|gps",
    "cgcs2000": rf"cgcs[-_ ]?2000|(?<![a-z])cgcs{_ALONE}|(?:国家|大地)2000"
    r"|2000(?:国家大地|坐标)|天地图",
    "gcj02": rf"gcj[-_ ]?0?2|(?<![a-z])gcj{_ALONE}|火星|高德|腾讯|amap|gaode|autonavi|tencent",
    "bd09": rf"bd[-_ ]?09(?:ll)?|(?<![a-z])bd{_ALONE}|百度|baidu",
    # whose way to WGS 84 is not public: named, they are refused, never taken for another
    "西安80": r"西安[-_ ]?(?:19)?80|(?:19)?80[-_ ]?西安|xi'?an[-_ ]?(?:19)?80",
    "北京54": r"北京[-_ ]?(?:19)?54|(?:19)?54[-_ ]?北京|beijing[-_ ]?(?:19)?54",
    "地方独立坐标系": r"(?:地方|独立|城市|工程|任意|假定)(?:独立)?坐标",
}
_ANY_DATUM = "|".join(_DATUM_NAMES.values())
_DATUM_FIRST = re.compile(rf"^(?P<datum>{_ANY_DATUM})(?:坐标系?|地图)?[-_:/]?(?P<rest>.+)$")
_DATUM_LAST = re.compile(rf"^(?P<rest>.+?)[-_:/]?(?P<datum>{_ANY_DATUM})(?:坐标系?)?$")
#: 1.企业名称, （2）地址, 三、产值: the number of a question of a form.
_NUMBERED = re.compile(
    r"^(?:[(]?[0-9]{1,2}[).、:]|[(]?[一二三四五六七八九十]{1,3}[)、.])(?=[^0-9])"
)
_BRACKETED = re.compile(r"[(\[【〔{][^()\[\]【】〔〕{}]*[)\]】〕}]")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
#: Marks of footnotes behind a heading: ①, 1), [2], （注1）.
_FOOTNOTE = re.compile(
    r"(?:[①-⑳⑴-⒇※†‡]|(?<=[)）\]】])[0-9]{1,2}[)）]|[\[【（(]注?[0-9]{1,2}[\]】）)])+$"
)
#: A last word that may be a unit: 产值 万元.
_LAST_WORD = re.compile(r"^(?P<base>.*\S)\s+(?P<unit>\S{1,12})$", re.DOTALL)
_PARTS = re.compile(r"[,，、;；\s]+")
#: Units of one character that are read right behind a word: 产量吨, 面积亩; 元 is also in 单元.
_ONE_CHARACTER = frozenset({"吨", "亩"})
#: Bracketed words that say which coordinate it is: 坐标（经度）, 坐标(X).
_AXIS_WORDS = frozenset({"x", "y", "lon", "lat", "lng", "经度", "纬度", "东经", "北纬"})
#: Last levels that only say of what kind the figure above is.
_WHOLE = frozenset(
    {"合计", "小计", "总计", "全年", "本年", "总量", "数量", "金额", "total", "value"}
)
#: Upper levels below which a figure is not what its own heading says.
_OTHER = re.compile(
    "增长|增速|同比|环比|占比|比重|比例|排名|位次|目标|计划|预计|预期|上年|去年|growth|target"
)
#: Datums in the order in which one is taken where a file gives positions in several.
PREFERRED = ("wgs84", "cgcs2000", "gcj02", "bd09", "")


def normal(text: str) -> str:
    """Make spellings comparable: width, case and blanks don't count, nor marks at the end.

    Parameters
    ----------
    text : str
        Words as people write them.

    Returns
    -------
    str
        The same for spellings that are taken for one.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(plain.split()).strip("*:;,。、_-#")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart.

    Attributes
    ----------
    text : str
        As it stands in the file.
    names : tuple of str
        Normalised, from the whole to what is left without unit and year.
    unit : str
        Unit that it names, empty if none.
    inside : str
        What stands in brackets or behind a mark, unit or not.
    year : str
        Year that it names, empty if none.
    datum : str
        Datum that it names (GCJ-02经度), empty if none.
    """

    text: str
    names: tuple[str, ...]
    unit: str = ""
    inside: str = ""
    year: str = ""
    datum: str = ""


def take_apart(text: str, units: Units) -> Heading:
    """Take a heading apart: 2021年产值（万元） is 产值, 万元, 2021.

    A heading of several levels (主要指标/产值) is its last one; the upper ones serve where the
    last is only a year, a unit or 合计, and go against it where they make it another figure
    (同比增长/产值).

    Parameters
    ----------
    text : str
        Words as people write them.
    units : Units
        What counts as a unit.

    Returns
    -------
    Heading
        Names, unit, year and datum.
    """
    marked = _FOOTNOTE.sub("", text.strip()) or text
    whole = normal(text)
    bare = _NUMBERED.sub("", normal(marked)) or whole
    found = _Apart([whole, bare] if bare != whole else [whole], units)
    last = _LAST_WORD.match(marked.strip())
    if last is not None and units.find(last["unit"]) is not None:
        found.take_unit(normal(last["unit"]), _NUMBERED.sub("", normal(last["base"])))
    while found.base and found.step():
        pass
    kept = tuple(dict.fromkeys(name for name in found.names if name))
    return Heading(text, kept, found.unit, found.inside, found.year, found.datum)


class _Apart:
    """A heading in the course of being taken apart.

    Parameters
    ----------
    names : list of str
        Normalised, the whole first.
    units : Units
        What counts as a unit.
    """

    def __init__(self, names: list[str], units: Units) -> None:
        self.names = names
        self.base = names[-1]
        self.unit = self.inside = self.year = self.datum = ""
        self._units = units

    def step(self) -> bool:
        """Take one thing off the heading; False if nothing is left to be taken.

        Returns
        -------
        bool
            Whether something was taken.
        """
        base = self.base
        ways = (self._brackets, self._mark, self._joined, self._year, self._datum, self._level)
        for take in ways:
            if take():
                return self.base != base
        return False

    def _go_on(self, base: str) -> bool:
        self.base = base.strip("_-:/")
        self.names.append(self.base)
        return True

    def take_unit(self, unit: str, base: str) -> None:
        """Note a unit that is a word of its own, and go on with what is left.

        Parameters
        ----------
        unit : str
            The unit, normalised.
        base : str
            The heading without it, normalised.
        """
        self.unit = self.inside = unit
        self._go_on(base)

    def _brackets(self) -> bool:
        match = _BRACKETS.match(self.base)
        if match is None:
            return False
        inside = match["inside"].removeprefix("单位").removeprefix("计量单位").lstrip(":")
        self.inside = self.inside or inside
        if self._units.find(inside) is not None:
            self.unit = self.unit or inside
        elif named := datum_of(inside):
            self.datum = named
        elif inside in _AXIS_WORDS:
            self.names.append(inside)
        else:
            for part in _PARTS.split(inside):
                if year := re.fullmatch(rf"((?:19|20)\d\d){_MONTHS}", part):
                    self.year = self.year or year[1]
                elif part != inside and self._units.find(part) is not None:
                    self.unit = self.unit or part
        return self._go_on(match["base"])

    def _joined(self) -> bool:
        # 产值万元: a unit of two characters and more right behind a word
        if self.unit:
            return False
        for cut in range(2, len(self.base)):
            inside = self.base[cut:]
            if len(inside) < 2 and inside not in _ONE_CHARACTER:
                return False
            if inside.isascii() or self.base[cut - 1].isascii():
                continue
            if self._units.find(inside) is not None:
                self.unit = self.inside = inside
                return self._go_on(self.base[:cut])
        return False

    def _mark(self) -> bool:
        match = None if self.unit else _MARKED.match(self.base)
        if match is None or self._units.find(match["inside"]) is None:
            return False
        self.unit = self.inside = match["inside"]
        return self._go_on(match["base"])

    def _year(self) -> bool:
        if self.year:
            return False
        for pattern in (_YEAR, _YEAR_LAST):
            if match := pattern.match(self.base):
                self.year = match["year"]
                return self._go_on(match["rest"].strip("年"))
        return False

    def _datum(self) -> bool:
        if self.datum:
            return False
        for pattern in (_DATUM_FIRST, _DATUM_LAST):
            if match := pattern.match(self.base):
                self.datum = datum_of(match["datum"])
                return self._go_on(match["rest"])
        return False

    def _level(self) -> bool:
        upper, mark, last = self.base.rpartition("/")
        if not mark or not upper or not last:
            return False
        if last in _WHOLE:
            return self._go_on(upper)
        if not self.unit and self._units.find(last) is not None:
            self.unit = last
            return self._go_on(upper)
        if _OTHER.search(upper):
            return False
        self.unit = self.unit or _unit_within(upper, self._units)
        self.datum = self.datum or datum_of(upper)
        return self._go_on(last)


def _unit_within(text: str, units: Units) -> str:
    """Give the unit that an upper level names in brackets: 产值（万元）/2021年.

    Parameters
    ----------
    text : str
        The upper level, normalised.
    units : Units
        What counts as a unit.

    Returns
    -------
    str
        Empty if it names none.
    """
    for inside in re.findall(r"\(([^()]*)\)", text):
        if units.find(inside) is not None:
            return str(inside)
    return ""


def datum_of(text: str) -> str:
    """Give the datum that a text, in small letters, names; empty if none, or several.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    str
        Canonical name of the datum.
    """
    named = [name for name, words in _DATUM_NAMES.items() if re.search(words, text)]
    return named[0] if len(named) == 1 else ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Spellings of headings and what they mean; made by :meth:`from_table`."""

    _meanings: Mapping[str, str]
    _places: Mapping[str, int]
    _patterns: tuple[tuple[re.Pattern[str], str], ...] = ()

    @classmethod
    def from_table(cls, table: pd.DataFrame) -> Vocabulary:
        """Make it from the layer ``headings``: columns ``alias`` and ``meaning``.

        An asterisk in an alias stands for any words: ``*经度*``.

        Parameters
        ----------
        table : pandas.DataFrame
            Its rows, the likelier first.

        Returns
        -------
        Vocabulary
            Spellings and patterns.
        """
        pairs = list(zip(table["alias"], table["meaning"], strict=True))
        meanings = {normal(alias): meaning for alias, meaning in pairs if "*" not in alias}
        patterns = tuple((_pattern(alias), meaning) for alias, meaning in pairs if "*" in alias)
        return cls(meanings, {alias: place for place, alias in enumerate(meanings)}, patterns)

    def meaning(self, name: str) -> str | None:
        """Give the meaning of a normalised heading, or None.

        Parameters
        ----------
        name : str
            Normalised heading.

        Returns
        -------
        str or None
            A column, or a meaning of ``PLACES`` or ``POSITIONS``.
        """
        return self._meanings.get(name)

    def likely(self, name: str) -> str | None:
        """Give the meaning of the first pattern that a normalised heading fits, or None.

        Parameters
        ----------
        name : str
            Normalised heading.

        Returns
        -------
        str or None
            A column, or a meaning of ``PLACES`` or ``POSITIONS``.
        """
        for pattern, meaning in self._patterns:
            if pattern.fullmatch(name):
                return meaning
        return None

    def knows(self, cell: str) -> bool:
        """Whether a cell is a heading that people use; brackets and years don't count.

        Parameters
        ----------
        cell : str
            Text of a cell.

        Returns
        -------
        bool
            Whether it is.
        """
        plain = normal(cell)
        bare = _BRACKETED.sub("", plain)
        spellings = (plain, bare, _ANY_YEAR.sub("", bare))
        return any(text in self._meanings or self.likely(text) for text in spellings if text)

    @property
    def spellings(self) -> tuple[str, ...]:
        """All spellings, normalised.

        Returns
        -------
        tuple of str
            Without patterns.
        """
        return tuple(self._meanings)

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns, as regular expressions.

        Returns
        -------
        tuple of str
            One for each alias with an asterisk.
        """
        return tuple(pattern.pattern for pattern, _ in self._patterns)

    def place(self, name: str) -> int:
        """Give where in the table a normalised heading stands; the earlier the likelier.

        Parameters
        ----------
        name : str
            Normalised heading.

        Returns
        -------
        int
            Position from 0; behind all others if it is not there.
        """
        return self._places.get(name, len(self._places))


def _pattern(alias: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(normal(part)) for part in alias.split("*")))
