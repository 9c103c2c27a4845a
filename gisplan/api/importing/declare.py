"""Declarations that an import writes: a layer with a table's own columns, and its map."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from gisplan.api.importing.options import KINDS
from gisplan.api.importing.target import ImportTarget, template
from gisplan.catalog import workspace
from gisplan.catalog.as_toml import for_people
from gisplan.catalog.measurement import Units
from gisplan.catalog.workspace import Workspace
from gisplan.importing.amounts import say_nothing
from gisplan.importing.choose import ImportContext
from gisplan.importing.headings import PLACES, POSITION, POSITIONS, take_apart
from gisplan.importing.mapping import ColumnMapping, ImportMapping

#: Columns that a layer of one's own has whatever the table holds, and those that it may have.
_MINE = ("id", "region", "adcode", "precision", "source_file", "source_row")
_NAMED = ("name_zh", "credit_code", "address")
_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\s*[^0-9\s]{0,12}")
_CODE = re.compile(r"0[0-9]+|[0-9]{10,}")
#: Of the cells that say anything, so many must be numbers.
_SHARE = 0.9
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class OwnColumns:
    """A layer with the columns of a table.

    Attributes
    ----------
    declaration : str
        TOML.
    mapping : ImportMapping
        Which heading each column comes from.
    """

    declaration: str
    mapping: ImportMapping


def own_columns(
    rows: pd.DataFrame,
    chosen: ImportMapping,
    *,
    name: str,
    title: str,
    place: Workspace,
    known: ImportContext,
    skip: Collection[str] = (),
) -> OwnColumns:
    """Declare a layer that has a table's own columns.

    Parameters
    ----------
    rows : pandas.DataFrame
        The table as texts.
    chosen : ImportMapping
        What was recognised of it for a layer of enterprises.
    name, title : str
        Of the layer.
    place : Workspace
        The workspace.
    known : ImportContext
        What an import knows of the world.
    skip : collection of str
        Headings that are left out.

    Returns
    -------
    OwnColumns
        Columns of names, codes and places as in the templates; every other heading is a column
        of its own, a number where nine in ten of its cells are one.
    """
    base = template(KINDS[0], place, title=title, name=name)
    blocks = _blocks(base)
    kept: dict[str, ColumnMapping] = {
        key: item
        for key, item in chosen.columns.items()
        if key in (*_NAMED, *POSITIONS, *PLACES, POSITION, "datum") and item.heading
    }
    parts = [_head(base, title), blocks["id"]]
    named = "name_zh" in kept
    if not named and (heading := _first_text(rows, kept)):
        kept["name_zh"] = ColumnMapping(heading=heading)
        named = True
    block = blocks["name_zh"]
    parts.append(block if named else block.replace("required = true\n", ""))
    parts += [blocks[key] for key in ("credit_code", "address") if key in kept]
    parts += [blocks["region"], blocks["adcode"]]
    taken = {item.heading for item in kept.values()}
    names = {*_MINE, *_NAMED, *POSITIONS, *PLACES, "geometry"}
    columns = dict(kept)
    for heading in rows.columns:
        if heading in (*taken, *skip) or (rows[heading] == "").all() or _counts(rows[heading]):
            continue
        key = _key([heading, *take_apart(heading, known.units).names][-1], names)
        names.add(key)
        text, unit = _declared(key, heading, rows[heading], known.units)
        parts.append(text)
        columns[key] = ColumnMapping(heading=heading, unit=unit)
    parts += [blocks[key] for key in ("precision", "source_file", "source_row")]
    return OwnColumns("\n".join(parts), replace(chosen, columns=columns))


def _blocks(text: str) -> dict[str, str]:
    """Give the declaration of each column of a template, its labels with it.

    Parameters
    ----------
    text : str
        TOML of the template.

    Returns
    -------
    dict of str to str
        TOML by column.
    """
    found: dict[str, str] = {}
    for part in re.split(r"\n(?=\[columns\.)", text)[1:]:
        key = part[len("[columns.") :].split("]")[0].split(".")[0]
        found[key] = found.get(key, "") + part.rstrip("\n") + "\n"
    return found


def _head(text: str, title: str) -> str:
    head = text.split("\n[columns.", maxsplit=1)[0]
    named = for_people(title)
    lines = head.splitlines()
    lines[0] = f"title = {{ zh = {named}, en = {named} }}"
    lines[1] = (
        'description = { zh = "由 gisplan import 导入的表格", '
        'en = "A table brought in by gisplan import" }'
    )
    return "\n".join(lines) + "\n"


def _first_text(rows: pd.DataFrame, kept: dict[str, ColumnMapping]) -> str:
    """Give the first heading whose cells are words that tell the rows apart.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of data, as texts.
    kept : dict of str to ColumnMapping
        Columns that are known already.

    Returns
    -------
    str
        Empty if there is none.
    """
    taken = {item.heading for item in kept.values()}
    for heading in rows.columns:
        cells = rows[heading][rows[heading] != ""]
        if heading in taken or len(cells) < 0.9 * len(rows) or cells.empty:
            continue
        words = ~cells.str.fullmatch(_NUMBER).fillna(False).astype(bool)
        if words.mean() > _SHARE and cells.nunique() >= 0.8 * len(cells):
            return str(heading)
    return ""


def _counts(cells: pd.Series) -> bool:
    """Tell whether a column only numbers the rows, as 1, 2 and 3 do.

    Parameters
    ----------
    cells : pandas.Series
        Its cells.

    Returns
    -------
    bool
        True if it does.
    """
    numbers = pd.to_numeric(cells, errors="coerce").dropna()
    return len(numbers) > 1 and numbers.tolist() == list(range(1, len(numbers) + 1))


def _declared(key: str, heading: str, cells: pd.Series, units: Units) -> tuple[str, str]:
    """Declare a column by what its cells hold; give the unit that they are in.

    Parameters
    ----------
    key : str
        Name of the column.
    heading : str
        Heading in the file.
    cells : pandas.Series
        Its cells.
    units : Units
        The units known.

    Returns
    -------
    tuple[str, str]
        TOML, and the unit, empty if none.
    """
    apart = take_apart(heading, units)
    title = _bare(heading)
    named = for_people(title)
    said = cells[(cells != "") & ~say_nothing(cells)]
    number = said.str.fullmatch(_NUMBER).fillna(False).astype(bool)
    code = said.str.fullmatch(_CODE).fillna(False).astype(bool)
    lines = [f"[columns.{key}]"]
    unit = _as_written(apart.unit, heading)
    if len(said) and number.mean() >= _SHARE and not code.mean() > 0.5:
        lines.append('type = "number"')
        lines.append(f"title = {{ zh = {named}, en = {named} }}")
        if unit:
            word = for_people(unit)
            lines.append(f"unit = {{ zh = {word}, en = {word} }}")
    else:
        unit = ""
        lines += ['type = "text"', f"title = {{ zh = {named}, en = {named} }}"]
    return "\n".join(lines) + "\n", unit


def _as_written(unit: str, heading: str) -> str:
    """Give a unit in the letters of its heading: MW, not mw.

    Parameters
    ----------
    unit : str
        The unit, in small letters.
    heading : str
        The heading.

    Returns
    -------
    str
        The unit.
    """
    plain = unicodedata.normalize("NFKC", heading)
    match = re.search(re.escape(unit), plain, re.IGNORECASE) if unit else None
    return match[0] if match else unit


def _bare(heading: str) -> str:
    """Give a heading without its unit in brackets.

    Parameters
    ----------
    heading : str
        The heading.

    Returns
    -------
    str
        The whole heading if nothing else is in it.
    """
    return re.sub(r"\s*[(（\[【][^()（）\[\]【】]*[)）\]】]\s*$", "", heading).strip() or heading


def _key(text: str, taken: set[str]) -> str:
    """Make a name of a column, or a layer, of any words: letters, digits, underscores.

    Parameters
    ----------
    text : str
        The words.
    taken : set[str]
        Names that are in use.

    Returns
    -------
    str
        A name that is not among them.
    """
    key = spelt(text) or "column"
    number, free = 2, key
    while free in taken:
        free, number = f"{key}_{number}", number + 1
    return free


def spelt(text: str) -> str:
    """Spell words as a name of a layer or column: 兰州企业 is ``lanzhouqiye``.

    Parameters
    ----------
    text : str
        Words as people write them.

    Returns
    -------
    str
        Empty if nothing in it can be spelt.
    """
    from pypinyin import lazy_pinyin

    plain = unicodedata.normalize("NFKD", text)
    latin = "".join(lazy_pinyin(plain, errors="default"))
    key = re.sub(r"[^a-z0-9]+", "_", latin.casefold()).strip("_")[:_LONGEST].strip("_")
    return f"n_{key}" if key[:1].isdigit() else key


def with_own_title(
    target: ImportTarget, place: Workspace, *, title: str, source: str
) -> ImportTarget:
    """Give a layer that held the example, and its map, the title of the file that replaces it.

    Parameters
    ----------
    target : ImportTarget
        The layer imported into.
    place : Workspace
        The workspace.
    title : str
        Title in words.
    source : str
        Name of the file.

    Returns
    -------
    ImportTarget
        Unchanged but for declarations that are still, to the byte, those shipped: what a
        person wrote stays.
    """
    name = target.spec.name
    base = workspace.shipped()
    declared = target.spec.path
    others: list[tuple[Path, bytes | None]] = []
    text = ""
    if name in KINDS and _is_shipped(declared, base / "layers" / declared.name):
        text = _titled(template(name, place, title=source, name=name), title)
    drawn = place.maps / f"{name}.toml"
    if text and _is_shipped(drawn, base / "maps" / drawn.name):
        content = _titled(drawn.read_text(encoding="utf-8"), title, source)
        content = _without_headline(content, "verified")
        for other in KINDS:
            rows = place.layers / f"{other}.csv"
            if other != name and _is_shipped(rows, base / "layers" / rows.name):
                content = _without_layer(content, other)
        others.append((drawn, content.encode()))
    return replace(target, declaration=text or target.declaration, others=tuple(others))


def _is_shipped(path: Path, shipped: Path) -> bool:
    return path.is_file() and shipped.is_file() and path.read_bytes() == shipped.read_bytes()


def _without_headline(text: str, column: str) -> str:
    # Take off the headlines that count by a column which no ledger of an office has.
    counted = re.compile(rf"^where = \{{ {column} = ", re.MULTILINE)
    blocks = re.split(r"(?m)^(?=\[\[)", text)
    return "".join(block for block in blocks if not counted.search(block))


def _without_layer(text: str, layer: str) -> str:
    """Take a layer that is still the example, and its figures, off a map of someone's own.

    Parameters
    ----------
    text : str
        TOML of the map.
    layer : str
        Name of the layer.

    Returns
    -------
    str
        TOML without the parts that show it.
    """
    shown = re.compile(rf'^layer = "{re.escape(layer)}(?:_placed)?"', re.MULTILINE)
    blocks = re.split(r"(?m)^(?=\[\[)", text)
    return "".join(block for block in blocks if not shown.search(block)).rstrip() + "\n"


def _titled(text: str, title: str, source: str = "") -> str:
    named = for_people(title)
    told = for_people(f"{source}，由 gisplan import 导入")
    english = for_people(f"{source}, brought in by gisplan import")
    lines = text.splitlines()
    lines[0] = f"title = {{ zh = {named}, en = {named} }}"
    if source:
        lines[1] = f"description = {{ zh = {told}, en = {english} }}"
    return "\n".join(lines) + "\n"
