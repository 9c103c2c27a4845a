"""The unit of each figure, from wherever a ledger states it; else it is asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from gisplan.catalog.layer import Column, LayerSpec
from gisplan.catalog.measurement import Units
from gisplan.errors import DataError, OptionError, Question
from gisplan.importing.findings import Findings
from gisplan.importing.headings import normal, take_apart
from gisplan.importing.mapping import ColumnMapping, ImportMapping
from gisplan.text import Text

#: What is counted one by one has no other unit than itself.
_COUNTED = frozenset({"persons", "households", "firms", "pieces"})
#: Units offered where one is asked for, by what is measured.
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "money": ("元", "万元", "亿元"),
    "mass": ("吨", "万吨", "千克"),
    "mass/years": ("吨/年", "万吨/年"),
    "mass/days": ("吨/日", "万吨/日"),
    "area": ("亩", "公顷", "平方米", "平方千米"),
    "volume": ("立方米", "万立方米"),
    "volume/days": ("立方米/日", "万立方米/日"),
    "volume/years": ("立方米/年", "万立方米/年"),
    "share": ("%", "‰"),
    "length": ("米", "千米"),
}
#: Ways of saying in which unit figures are: 金额单位：万元; 以万元计; 均以元为单位.
_SAID = (
    re.compile(
        r"(?:计量|金额|货币|产值|面积|数量|统计|产量|计价|币种)?单位(?:[)])?(?:均)?(?:为|是|:)\s*"
        r"(?P<units>[^。;()]{1,60})"
    ),
    re.compile(
        r"(?:以|按)(?P<units>[^,。;:()以按]{1,12}?)(?:为(?:计量|计价)?单位|计(?:算|量|价)?)"
    ),
    re.compile(r"(?:金额|货币|币种)\s*:\s*(?P<units>[^。;()]{1,20})"),
    re.compile(r"(?i)\bunits?\s*:\s*(?P<units>[^。;()]{1,60})"),
)
#: A title that ends in a unit: 2023年企业产值表（万元）.
_AT_THE_END = re.compile(r"[(\[](?P<units>[^()\[\]]{1,20})[)\]]\s*$")
_PARTED = re.compile(r"[、,;]|\s+|和|及|(?<=[一-龥])/(?=[一-龥]{2})")
_COMMAS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})|(?<=[A-Za-z])\s+(?=[0-9])|(?<=[0-9])\s+(?=[^\s])")
_TIMES: Mapping[str, str] = {
    f"1{'0' * n}": word
    for n, word in ((1, "十"), (2, "百"), (3, "千"), (4, "万"), (6, "百万"), (7, "千万"), (8, "亿"))
}
_OWN_UNIT = re.compile(r"[^0-9.,+\-\s%]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a file states of units outside its headings and cells.

    Attributes
    ----------
    told : mapping of str to str
        Heading to unit, as the user says.
    columns : mapping of str to str
        Heading to unit, from a row of units or a cell above the heading.
    lines : sequence of (int, str)
        Titles above the heading and notes below the table, with their row.
    decided : bool
        Whether the units of the mapping are the user's word for this file, and go before what
        the file states.
    """

    told: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    lines: Sequence[tuple[int, str]] = ()
    decided: bool = False


def units_said(lines: Iterable[tuple[int, str]], units: Units) -> list[tuple[int, str, str]]:
    """Find the units that titles and notes name: 单位：万元、人.

    Parameters
    ----------
    lines : iterable of (int, str)
        Row and text.
    units : Units
        The units known.

    Returns
    -------
    list of (int, str, str)
        Row, unit, and the heading that it is said of; empty if it is said of all.
    """
    found = []
    for row, line in lines:
        text = unicodedata.normalize("NFKC", line)
        bare = text.strip("() ")
        if bare and units.find(bare) is not None and not bare.isdigit():
            found.append((row, bare, ""))
            continue
        said = [match["units"] for way in _SAID for match in way.finditer(text)]
        if not said and (match := _AT_THE_END.search(text)):
            said = [match["units"]]
        for words in dict.fromkeys(said):
            found += [(row, unit, of) for unit, of in _parts(words, units)]
    return found


def _parts(words: str, units: Units) -> list[tuple[str, str]]:
    """Give the units that are named one after another: 产值：万元，从业人员：人.

    Parameters
    ----------
    words : str
        What is said.
    units : Units
        The units known.

    Returns
    -------
    list of (str, str)
        Unit, and the heading that it is said of; empty if it is said of all.
    """
    found = []
    if not words.strip().isdigit() and units.find(words) is not None:
        return [(words.strip(), "")]
    for part in _PARTED.split(_COMMAS.sub("", words)):
        of, _, unit = part.strip().rpartition(":")
        unit = _counted(unit)
        if any(mark.isdigit() for mark in unit) and units.find(unit) is None:
            return []  # ten thousand of what? better asked than taken in part
        if unit and not unit.isdigit() and units.find(unit) is not None:
            found.append((unit, of))
    return found


def _counted(words: str) -> str:
    """Put a number before or behind a unit in words: 10000 yuan, RMB 10000 are 万.

    Parameters
    ----------
    words : str
        A unit, maybe with a number.

    Returns
    -------
    str
        The words as they are if they hold no such number.
    """
    match = re.fullmatch(r"(?P<a>[^0-9]*)(?P<number>10+)(?P<b>[^0-9]*)", words.strip())
    times = _TIMES.get(match["number"]) if match else None
    if match is None or times is None:
        return words
    return f"{times}{match['a'].strip() or match['b'].strip()}"


def with_units(
    chosen: ImportMapping,
    rows: pd.DataFrame,
    spec: LayerSpec,
    *,
    stated: Stated,
    units: Units,
    findings: Findings,
) -> ImportMapping:
    """Complete a mapping by the units that a file states.

    The user's word goes first; then what a heading, a row of units, a title or a note says;
    then the mapping of the last import. Each cell's own unit goes before all of them.

    Parameters
    ----------
    chosen : ImportMapping
        Which heading each column comes from.
    rows : pandas.DataFrame
        The rows of data, as texts.
    spec : LayerSpec
        Declaration of the layer.
    stated : Stated
        What the file states of units.
    units : Units
        The units known.
    findings : Findings
        Told where each unit was taken from.

    Returns
    -------
    ImportMapping
        The mapping, completed.

    Raises
    ------
    DataError
        If a figure that has a unit has none that anything states, for each such column with
        the choices.
    OptionError
        If a unit is told of a column that is not read as a figure.
    """
    columns = dict(chosen.columns)
    said = units_said(stated.lines, units)
    asked: list[Text] = []
    questions: list[Question] = []
    told = dict(stated.told)
    for column in spec.columns:
        item = columns.get(column.name)
        if item is None or not item.heading or column.type not in ("number", "integer"):
            continue
        word = _told_of(told, column, item)
        if word:
            columns[column.name] = replace(item, unit=word, unit_heading="")
            continue
        if column.unit is None:
            continue
        found = _found(item, column, (stated, said, units))
        if found is not None:
            unit, where = found
            columns[column.name] = replace(item, unit=unit)
            findings.say(
                f"“{item.heading}”的单位取自{where.zh}：{unit}",
                f"the unit of '{item.heading}' is {unit}, as {where.en} says",
            )
        elif _kept(item, units) and not stated.decided:
            findings.say(
                f"“{item.heading}”的单位文件没有写，沿用上次导入的：{item.unit}；不对请用 --unit",
                f"the file states no unit of '{item.heading}': that of the last import, "
                f"{item.unit}, is used; if it is wrong say so with --unit",
            )
        elif _must_ask(item, column, rows, units):
            beside = _column_of_units(item, column, (rows, columns, units))
            if beside:
                columns[column.name] = replace(item, unit_heading=beside)
                findings.say(
                    f"“{item.heading}”的单位逐行取自“{beside}”",
                    f"the unit of '{item.heading}' is, row by row, that of '{beside}'",
                )
            else:
                asked.append(_question(item.heading, column, units))
                questions.append(_asked(item.heading, column, units))
    if told:
        names = "、".join(told)
        raise OptionError(
            Text(f"--unit：没有读作数量的列“{names}”", f"--unit: no figure is read from '{names}'")
        )
    if asked:
        message = Text(
            "有数量没有写明单位，不能猜；请按实际选一个：",
            "figures without a unit, which is not guessed; say which it is:",
        )
        raise DataError(message, faults=asked, questions=questions)
    return replace(chosen, columns=columns)


def _told_of(told: dict[str, str], column: Column, item: ColumnMapping) -> str:
    """Take what the user says of a column: by its heading, a level of it, its name or title.

    Parameters
    ----------
    told : dict of str to str
        Unit by name; what is used is taken out.
    column : Column
        Declaration of the column.
    item : ColumnMapping
        Where the column comes from.

    Returns
    -------
    str
        Empty if nothing was said.
    """
    spellings = {normal(item.heading), normal(column.name), normal(column.title.zh)}
    spellings |= {normal(column.title.en), *(normal(part) for part in item.heading.split("/"))}
    for name in list(told):
        if normal(name) in spellings:
            return told.pop(name)
    return ""


def _found(
    item: ColumnMapping,
    column: Column,
    given: tuple[Stated, list[tuple[int, str, str]], Units],
) -> tuple[str, Text] | None:
    stated, said, units = given
    if take_apart(item.heading, units).unit or item.unit_heading:
        return None
    if item.unit and stated.decided:
        return None
    if item.heading in stated.columns:
        unit = stated.columns[item.heading]
        return unit, Text("表头上下的单位行", "the row of units")
    target = units.find(column.unit.zh) if column.unit else None
    fits = [
        (row, unit)
        for row, unit, of in said
        if (not of or normal(of) in normal(item.heading))
        and target is not None
        and (known := units.find(unit)) is not None
        and known.dimension.split("/")[0] == target.dimension.split("/")[0]
    ]
    own = [(row, unit) for row, unit, of in said if of and normal(of) in normal(item.heading)]
    fits = [pair for pair in fits if pair in own] or fits
    if len({unit for _, unit in fits}) != 1:
        return None
    row, unit = fits[0]
    return unit, Text(f"第 {row} 行“单位”", f"row {row}")


def _kept(item: ColumnMapping, units: Units) -> bool:
    """Whether a unit is known from an earlier import alone.

    Parameters
    ----------
    item : ColumnMapping
        Where the column comes from.
    units : Units
        The units known.

    Returns
    -------
    bool
        False if the heading names one too.
    """
    return bool(item.decided and item.unit and not take_apart(item.heading, units).unit)


def _must_ask(item: ColumnMapping, column: Column, rows: pd.DataFrame, units: Units) -> bool:
    """Tell whether a column has numbers that nothing gives a unit to.

    Parameters
    ----------
    item : ColumnMapping
        Where the column comes from.
    column : Column
        Declaration of the column.
    rows : pandas.DataFrame
        Rows of data, as texts.
    units : Units
        The units known.

    Returns
    -------
    bool
        True if the user must say it.
    """
    if item.unit or item.unit_heading or column.unit is None:
        return False
    if take_apart(item.heading, units).unit or normal(item.heading) == _own_name(column, rows):
        return False
    target = units.find(column.unit.zh)
    if target is not None and target.dimension in _COUNTED:
        return False
    cells = rows[item.heading].str.strip()
    bare = cells[(cells != "") & cells.str.contains(r"[0-9]", regex=True)]
    return bool((~bare.str.contains(_OWN_UNIT)).any())


def _own_name(column: Column, rows: pd.DataFrame) -> str:
    """Give a layer's own column name if the file is one that gisplan wrote, else nothing.

    Parameters
    ----------
    column : Column
        Declaration of the column.
    rows : pandas.DataFrame
        Rows of data, as texts.

    Returns
    -------
    str
        Normalised.
    """
    written = {"source_file", "source_row", "precision"} <= {str(name) for name in rows.columns}
    return normal(column.name) if written else ""


def _column_of_units(
    item: ColumnMapping,
    column: Column,
    given: tuple[pd.DataFrame, Mapping[str, ColumnMapping], Units],
) -> str:
    """Give the heading of the column that holds the units of another, beside it.

    Parameters
    ----------
    item : ColumnMapping
        Where the figures come from.
    column : Column
        Declaration of the column.
    given : tuple[pandas.DataFrame, Mapping[str, ColumnMapping], Units]
        Rows of data, as texts; which heading each column comes from; the units known.

    Returns
    -------
    str
        Empty if neither neighbour holds units alone that fit, or both do.
    """
    rows, columns, units = given
    target = units.find(column.unit.zh) if column.unit else None
    headings = [str(name) for name in rows.columns]
    place = headings.index(item.heading)
    used = {other.heading for other in columns.values()}
    found = []
    for heading in (*headings[max(place - 1, 0) : place], *headings[place + 1 : place + 2]):
        cells = rows[heading][rows[heading] != ""]
        known = [units.find(str(cell)) for cell in cells.unique()]
        fits = target is not None and all(
            unit is not None and unit.dimension in ("", target.dimension) for unit in known
        )
        if heading not in used and known and fits:
            found.append(heading)
    return found[0] if len(found) == 1 else ""


def _choices(column: Column, units: Units) -> list[str]:
    target = units.find(column.unit.zh) if column.unit else None
    known = _CHOICES.get(target.dimension, ()) if target is not None else ()
    declared = column.unit.zh if column.unit else ""
    return list(dict.fromkeys((*known, declared)))


def _asked(heading: str, column: Column, units: Units) -> Question:
    words = Text(f"“{heading}”的单位是？", f"Which is the unit of '{heading}'?")
    choices = tuple((unit, Text(unit, unit)) for unit in _choices(column, units))
    return Question(words, "unit", heading, choices)


def _question(heading: str, column: Column, units: Units) -> Text:
    choices = _choices(column, units)
    first, others = choices[0], choices[1:]
    if "万元" in choices:
        first, others = "万元", [unit for unit in choices if unit != "万元"]
    bare = heading if not set(heading) & set(" ()（）&|;<>") else f'"{heading}"'
    rest = f"（或 {'、'.join(others)}）" if others else ""
    more = f" (or {', '.join(others)})" if others else ""
    return Text(
        f"“{heading}”：--unit {bare}={first}{rest}", f"'{heading}': --unit {bare}={first}{more}"
    )
