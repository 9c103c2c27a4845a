"""What a sheet says beside its rows: its title, its notes, and what they state."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from gisplan.catalog.measurement import Units
from gisplan.importing.headings import datum_of
from gisplan.importing.stated_units import units_said

#: Columns that hold the name of the sheet, or of the layer or folder of a map, where several
#: are imported at once.
SHEET_COLUMN, FOLDER_COLUMN = "工作表", "图层或文件夹"
_PLACED = re.compile("坐标|经纬|经度|纬度|点位|定位|位置|coordinate|position", re.IGNORECASE)
_FORM = re.compile(r"^[(（]?[\w]{0,8}(?:单位|人|电话|日期|时间|盖章|签字|期|号)[)）]?\s*[:：]")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """What is known of a sheet beside its rows.

    Attributes
    ----------
    is_sheet : bool
        Whether it has rows that may be no data; features of a map have none.
    above : sequence of (int, str, str)
        Cells above the heading: row, heading of the column below, cell.
    filled : mapping of str to collection of int
        Heading to the rows whose cell is a copy, since it is merged with another.
    units : mapping of str to str
        Heading, or column of the layer, to its unit, as the user says.
    keep : collection of int
        Rows that are data, whatever they look like.
    only : collection of range
        Rows outside of these are no data; empty for no such bound.
    decided : bool
        Whether the mapping is the user's word for this file, not that of an earlier import.
    kept_datum : str
        Datum of an earlier import, which serves where the file states none.
    """

    is_sheet: bool = False
    above: Sequence[tuple[int, str, str]] = ()
    filled: Mapping[str, Collection[int]] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    keep: Collection[int] = ()
    only: Collection[range] = ()
    decided: bool = False
    kept_datum: str = ""

    def lines(self) -> list[tuple[int, str]]:
        """Give the cells above the heading as lines, each with its row.

        Returns
        -------
        list[tuple[int, str]]
            In their order.
        """
        return [(row, cell) for row, _, cell in self.above]

    def units_above(self, units: Units) -> dict[str, str]:
        """Give the unit that stands right above a heading, for each that has one.

        Parameters
        ----------
        units : Units
            The units known.

        Returns
        -------
        dict of str to str
            Empty unless two and more columns have one: a single unit is of the whole table.
        """
        found = {
            heading: bare
            for _, heading, cell in self.above
            if heading
            and (bare := unicodedata.normalize("NFKC", cell).strip("() "))
            and units.find(bare) is not None
        }
        return found if len(found) > 1 else {}

    def title(self, units: Units) -> str:
        """Give the title above the heading; empty if there is none.

        Parameters
        ----------
        units : Units
            The units known.

        Returns
        -------
        str
            The longest line that states no unit and is no field of a form.
        """
        lines = [
            cell
            for row, cell in self.lines()
            if len(cell) >= 4 and not units_said([(row, cell)], units) and not _FORM.match(cell)
        ]
        return max(lines, key=len, default="")[:120]


def stated_datum(lines: Sequence[tuple[int, str]]) -> tuple[str, int, str]:
    """Find the datum that a title or note states: 坐标取自高德地图.

    Parameters
    ----------
    lines : sequence of (int, str)
        Row and text.

    Returns
    -------
    tuple of str, int, str
        Datum, row and line; empty if none, or several, are stated.
    """
    found = []
    for row, line in lines:
        for part in re.split(r"[。；;，,\n]", unicodedata.normalize("NFKC", line).casefold()):
            if _PLACED.search(part) and (name := datum_of(part)):
                found.append((name, row, line))
    if len({name for name, _, _ in found}) != 1:
        return "", 0, ""
    return found[0]


def years(lines: Sequence[tuple[int, str]]) -> list[str]:
    """Give the years that titles and notes name, each once.

    Parameters
    ----------
    lines : sequence of (int, str)
        Row and text.

    Returns
    -------
    list of str
        Four digits each.
    """
    return list(dict.fromkeys(year for _, line in lines for year in _YEAR.findall(line)))
