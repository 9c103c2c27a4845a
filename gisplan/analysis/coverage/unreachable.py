"""What can't be reached at any cost, said to people: how many by reason, and the first by name."""

from __future__ import annotations

import pandas as pd

from gisplan.analysis.travel.od_matrix import REASONS, Reach
from gisplan.text import LANGS, Text

#: How many of those that can't be reached are named before the rest is only counted.
_NAMED = 8


def unreachable(reach: Reach, *tables: pd.DataFrame) -> tuple[Text, ...]:
    """Say what can't be reached at any cost: how many by reason, and the first of them by name.

    Parameters
    ----------
    reach : Reach
        Pairs, and what can't be reached at all.
    *tables : pandas.DataFrame
        As :func:`named_unreachable` takes them.

    Returns
    -------
    tuple of Text
        Empty if everything can.
    """
    return unreachable_words(named_unreachable(reach.unreachable, *tables))


def named_unreachable(lost: pd.DataFrame, *tables: pd.DataFrame) -> pd.DataFrame:
    """Give what can't be reached by the names that people know it by.

    Parameters
    ----------
    lost : pandas.DataFrame
        ``id``, and what else there is.
    *tables : pandas.DataFrame
        Demand and sites, with ``id`` and perhaps ``name_zh`` and ``name_en``.

    Returns
    -------
    pandas.DataFrame
        With ``name_zh`` and ``name_en``; the id where there is no name.
    """
    own = lost["id"].astype("str")
    names: list[list[str]] = []
    for column in ("name_zh", "name_en"):
        known: dict[str, str] = {}
        for table in (one for one in tables if column in one):
            given = table[column].dropna()
            known |= dict(zip(table.loc[given.index, "id"].astype("str"), given, strict=True))
        names.append([known.get(one, "") for one in own])
    # a place without a name in one language is told by that of the other
    both = list(zip(*names, own, strict=True))
    in_en = [en or zh or one for zh, en, one in both]
    return lost.assign(name_zh=[zh or en or one for zh, en, one in both], name_en=in_en)


def unreachable_words(table: pd.DataFrame) -> tuple[Text, ...]:
    """Say what a table of the unreachable holds; see :func:`unreachable`.

    Parameters
    ----------
    table : pandas.DataFrame
        ``of``, ``id``, ``reason``; also ``name_zh`` and ``name_en`` where there are names.

    Returns
    -------
    tuple of Text
        Empty if the table is.
    """
    what = {"site": Text("处设施", "site(s)"), "demand": Text("个需求点", "demand point(s)")}
    words = []
    for of, noun in what.items():
        rows = table[table["of"] == of]
        for reason, said in REASONS.items():
            lost = rows[rows["reason"] == reason]
            ids = lost["id"].astype("str").tolist()
            if ids:
                more = len(ids) > _NAMED
                names = [lost.get(f"name_{lang}", lost["id"]).astype("str") for lang in LANGS]
                zh = "、".join(names[0][:_NAMED]) + ("等" if more else "")
                en = ", ".join(names[1][:_NAMED]) + (" …" if more else "")
                words.append(
                    Text(
                        f"{len(ids)} {noun.zh}无法到达（{said.zh}）：{zh}",
                        f"{len(ids)} {noun.en} can't be reached ({said.en}): {en}",
                    )
                )
    return tuple(words)
