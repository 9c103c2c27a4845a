"""Which items of the ledger a bureau, a prefecture or a day asks for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import pandas as pd

OVERDUE = "overdue"
ROLES = ("lead", "cooperate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is asked of the ledger; what is left out does not matter.

    Attributes
    ----------
    units : tuple of str, optional
        Units as ``plan_duties`` has them; an item of any of them counts.
    role : {"lead", "cooperate"}, optional
        Only where these units do this.
    region : str, optional
        Code of a unit that the item is about.
    clause : str, optional
        A clause, with all below it.
    years : tuple of int
        Years due.
    states : tuple of str
        Of the ledger's ``state``, and ``overdue``.
    kinds : tuple of str
        Kinds of items.
    segments : tuple of str
        Segments of the industry.
    words : str
        Must occur in the name, in either language.
    """

    units: tuple[str, ...] | None = None
    role: str | None = None
    region: str | None = None
    clause: str | None = None
    years: tuple[int, ...] = ()
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    words: str = ""


def select(
    ledger: pd.DataFrame, duties: pd.DataFrame, places: pd.DataFrame, asked: Selection
) -> pd.DataFrame:
    """Take the items that are asked for.

    Parameters
    ----------
    ledger, duties, places : pandas.DataFrame
        The layers ``plan_ledger``, ``plan_duties`` and ``plan_item_regions``.
    asked : Selection
        What is asked for.

    Returns
    -------
    pandas.DataFrame
        Rows of ``ledger`` in its order with ``role`` (what the units asked for do, both parted by
        ``;``) and ``why`` (how the region asked for is concerned); empty where nothing of the
        kind was asked.
    """
    table = ledger.assign(role=None, why=None).astype({"role": object, "why": object})
    if asked.units is not None or asked.role is not None:
        own = duties
        if asked.units is not None:
            own = own[own["unit_zh"].isin(asked.units) | own["via_zh"].isin(asked.units)]
        if asked.role is not None:
            own = own[own["role"] == asked.role]
        roles = {
            item: ";".join(r for r in ROLES if r in {*of})
            for item, of in own.groupby("item")["role"]
        }
        table["role"] = table["item"].map(roles).astype(object)
        table = table[table["role"].notna()]
    if asked.region is not None:
        here = places[places["adcode"] == asked.region]
        reasons = dict(zip(here["item"], here["why"], strict=True))
        table["why"] = table["item"].map(reasons).astype(object)
        table = table[table["why"].notna()]
    if asked.clause is not None:
        clause = plain_clause(asked.clause)
        pairs = zip(table["clause"], table["owner"], strict=True)
        table = table[[any(in_clause(cell, clause) for cell in pair) for pair in pairs]]
    if asked.years:
        table = table[table["year"].isin(asked.years).fillna(False).astype(bool)]
    if asked.states:
        late = table["overdue"].fillna(False).astype(bool) & (OVERDUE in asked.states)
        table = table[table["state"].isin(asked.states) | late]
    for column, wanted in (("kind", asked.kinds), ("segment", asked.segments)):
        if wanted:
            table = table[table[column].isin(wanted)]
    if asked.words:
        wanted_words = asked.words.casefold()
        hit = [
            wanted_words in f"{zh}\n{en}".casefold()
            for zh, en in zip(table["name_zh"], table["name_en"], strict=True)
        ]
        table = table[hit]
    return table.reset_index(drop=True)


def plain_clause(text: str) -> str:
    """Bring a clause to the spelling of the tables.

    Parameters
    ----------
    text : str
        As 二（三）9 or 专栏 1-1.

    Returns
    -------
    str
        As 二(三)9 or 专栏1-1.
    """
    return "".join(unicodedata.normalize("NFKC", text).split())


def in_clause(cell: str | None, clause: str) -> bool:
    """Tell whether a clause is another, or stands below it.

    Parameters
    ----------
    cell : str or None
        Of an item.
    clause : str
        As :func:`plain_clause` gives it.

    Returns
    -------
    bool
        True for the clause itself too: 二(三)9 is in 二(三) and in 二, and 二(一)10 is not in
        二(一)1.
    """
    if not isinstance(cell, str) or not cell.startswith(clause):
        return False
    rest = cell[len(clause) :]
    return not rest or not (rest[0].isdigit() and clause[-1].isdigit())
