"""What a figure is worth: words for figures that come from a list which may lack some.

A share, a sum or a count of a partial list is a least, a gap of it a most. A column says so in its
title, for which :func:`qualified` gives the words; a layer says how much of the whole is known in
the sentence of its :class:`Worth`. All that is shown, printed or exported takes its words here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gisplan.catalog.layer import Bound, Column, Complete, PartialList
from gisplan.errors import GisplanError
from gisplan.text import Text

if TYPE_CHECKING:
    import pandas as pd

#: What stands in brackets behind the title of a column.
IN_TITLE: Mapping[Bound, Text] = {
    "lower": Text("至少", "at least"),
    "upper": Text("至多", "at most"),
    "open": Text("据不完整名单", "from a partial list"),
}
#: What stands behind a title whose figures are reckoned from where sites are drawn.
WHERE_DRAWN = Text("按图上位置", "where drawn")
#: What stands before a single figure.
BEFORE: Mapping[Bound, Text] = {
    "lower": Text("至少", "at least"),
    "upper": Text("至多", "at most"),
    "open": Text("据不完整名单：", "by a partial list:"),
}
#: Whether a site is known to have stood in the year asked for.
STANDING: Mapping[str, Text] = {
    "standing": Text("已知在", "known to stand"),
    "unknown": Text("不详：没有该年的报道", "not known: no report of that year"),
}
_OPPOSITE: Mapping[Bound, Bound] = {"lower": "upper", "upper": "lower", "open": "open"}
_BRACKETED = tuple(Text(f"（{words.zh}）", f" ({words.en})") for words in IN_TITLE.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How many there are known to be of something, whether listed or not.

    Attributes
    ----------
    count : int
        How many.
    year : int
        At whose end.
    unit : Text
        What is counted.
    source : Text
        Who says so.
    """

    count: int
    year: int
    unit: Text
    source: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What the figures of a layer are worth.

    Attributes
    ----------
    lists : tuple of PartialList
        That they come from and that may lack some; at least one.
    counted : int, optional
        Rows of them that count here.
    known : Known, optional
        How many there are known to be of the same, whether listed or not.
    """

    lists: tuple[PartialList, ...]
    counted: int | None = None
    known: Known | None = None

    @property
    def sentence(self) -> Text:
        """What the figures come from, without a stop at the end.

        Returns
        -------
        Text
            In both languages.
        """
        if self.counted is not None and self.known is not None:
            known = self.known
            return Text(
                f"仅据已知 {known.count:,} {known.unit.zh}（{known.year} 年）中的"
                f" {self.counted:,} {known.unit.zh}",
                f"from {self.counted:,} of {known.count:,} known {known.unit.en}, {known.year}",
            )
        names = Text(
            "、".join(each.title.zh for each in self.lists),
            ", ".join(each.title.en for each in self.lists),
        )
        some = (
            Text("", "")
            if self.counted is None
            else Text(f"，计入其中 {self.counted:,} 处", f", {self.counted:,} of it counted")
        )
        if any(each.complete is False for each in self.lists):
            return Text(
                f"据不完整的名单（{names.zh}）{some.zh}",
                f"from a partial list: {names.en}{some.en}",
            )
        return Text(
            f"据是否完整不详的名单（{names.zh}）{some.zh}",
            f"from a list not known to be complete: {names.en}{some.en}",
        )

    def of(self, bound: Bound | None) -> Text:
        """Say the same of a figure: at least, at most, and from what.

        Parameters
        ----------
        bound : Bound or None
            Whether the figure is a least or a most; None if neither.

        Returns
        -------
        Text
            In both languages.
        """
        if bound is None:
            return Text("", "")
        said = self.sentence
        return Text(f"{IN_TITLE[bound].zh}（{said.zh}）", f"{IN_TITLE[bound].en} ({said.en})")


def worth_of(
    lists: tuple[PartialList, ...],
    *,
    counted: int | None = None,
    kinds: Iterable[str] = (),
    year: int | None = None,
    totals: pd.DataFrame | None = None,
) -> Worth | None:
    """Tell what figures are worth.

    Parameters
    ----------
    lists : tuple of PartialList
        That they come from and that may lack some.
    counted : int, optional
        Rows that count.
    kinds : iterable of str
        That were asked for; all if empty.
    year : int, optional
        That was asked for.
    totals : pandas.DataFrame, optional
        What is known of the whole; see :func:`known_of`.

    Returns
    -------
    Worth or None
        None where there is no such list.
    """
    if not lists:
        return None
    # no more is said of a list that is only not known to be complete, where another is partial
    partial = tuple(each for each in lists if each.complete is False)
    worth = Worth(lists=partial or lists, counted=counted)
    if counted is None or totals is None:
        return worth
    layer = next((each.layer for each in worth.lists if each.known), "")
    known = known_of(totals, layer, kinds, year)
    return worth if known is None else replace(worth, known=known)


def known_layer(lists: Iterable[PartialList]) -> str:
    """Give the layer of what is known of the whole of lists.

    Parameters
    ----------
    lists : iterable of PartialList
        That may lack some.

    Returns
    -------
    str
        The first that one of them names; empty if none does.
    """
    return next((each.known for each in lists if each.known), "")


def headed(words: Text, bound: Bound, worth: Worth | None) -> Text:
    """Give a heading that says what the figures below it are worth.

    Parameters
    ----------
    words : Text
        The heading as it would be of a full list.
    bound : Bound
        What they are where a list may lack some.
    worth : Worth, optional
        None: they are what they are.

    Returns
    -------
    Text
        The heading, qualified where the list is partial.
    """
    if worth is None:
        return words
    said = IN_TITLE[bound]
    return Text(f"{words.zh}（{said.zh}）", f"{words.en} ({said.en})")


def titled(title: Text, bound: Bound, worth: Worth) -> Text:
    """Give the title of a legend or a chart: of what, at least or at most, and from what.

    Parameters
    ----------
    title : Text
        Of the column.
    bound : Bound
        Whether the figures are least or most ones.
    worth : Worth
        What they come from.

    Returns
    -------
    Text
        The title, qualified.
    """
    words, said, source = plain(title), IN_TITLE[bound], worth.sentence
    if bound == "open":  # neither a least nor a most: where it comes from says it all
        return Text(f"{words.zh}（{source.zh}）", f"{words.en} ({source.en})")
    return Text(f"{words.zh}（{said.zh}，{source.zh}）", f"{words.en} ({said.en}, {source.en})")


def said_of(worth: Worth | None) -> tuple[Text, ...]:
    """Give what figures come from as a sentence of its own, to stand below them.

    Parameters
    ----------
    worth : Worth, optional
        What they come from; None if the list is full.

    Returns
    -------
    tuple of Text
        Empty where there is nothing to say.
    """
    if worth is None:
        return ()
    said = worth.sentence
    first = said.en[:1].upper() + said.en[1:]
    partial = any(each.complete is False for each in worth.lists)
    head = (
        Text("设施名单并不完整，", "The list of sites is incomplete. ") if partial else Text("", "")
    )
    return (
        Text(
            f"{head.zh}{said.zh}：覆盖和能力（有范围的看最低）是下限，缺口（看最高）是上限。",
            f"{head.en}{first}: what is covered (of a range the lowest) is a least, what is not"
            " (the highest) a most.",
        ),
    )


def described(description: Text, worth: Worth | None) -> Text:
    """Give the description of a layer with what its figures are worth at its end.

    Parameters
    ----------
    description : Text
        As declared.
    worth : Worth, optional
        What its figures come from; None if the list is full.

    Returns
    -------
    Text
        The description, longer by a sentence where the list is partial.
    """
    if worth is None:
        return description
    said = worth.sentence
    return Text(
        f"{description.zh.rstrip('。')}。本图层的数{said.zh}。"
        if worth.counted is not None
        else f"{description.zh.rstrip('。')}。{said.zh}。",
        f"{description.en.rstrip('.')}. The figures are {said.en}.",
    )


def may_lack(complete: Complete) -> bool:
    """Tell whether a list may lack some of what there is.

    Parameters
    ----------
    complete : Complete
        What its declaration says; a list of which nothing is said may.

    Returns
    -------
    bool
        True unless the list is declared complete.
    """
    return complete is not True


def worst(all_of: Iterable[Complete]) -> Complete:
    """Give what holds of rows that come from several lists.

    Parameters
    ----------
    all_of : iterable of Complete
        What each list says of itself.

    Returns
    -------
    Complete
        False if one is, else ``unknown`` or None if one is; True if all are.
    """
    given = list(all_of)
    if any(one is False for one in given):
        return False
    if "unknown" in given:
        return "unknown"
    return True if given and None not in given else None


def where_drawn(title: Text) -> Text:
    """Say in a title that its figures are reckoned from where sites are drawn.

    Parameters
    ----------
    title : Text
        The title.

    Returns
    -------
    Text
        For people, who are to know that a site may stand elsewhere.
    """
    return Text(f"{title.zh}（{WHERE_DRAWN.zh}）", f"{title.en} ({WHERE_DRAWN.en})")


def plain(title: Text) -> Text:
    """Give a title without what it says of the figure's worth.

    Parameters
    ----------
    title : Text
        A title, qualified or not.

    Returns
    -------
    Text
        The title as declared.
    """
    zh, en = title.zh, title.en
    for words in _BRACKETED:
        zh, en = zh.replace(words.zh, ""), en.replace(words.en, "")
    return Text(zh, en)


def worded(words: Text, columns: Iterable[Column]) -> Text:
    """Put titles in the place of columns' names, and labels in that of codes.

    Parameters
    ----------
    words : Text
        What an analysis tells, which knows columns and values by name alone.
    columns : iterable of Column
        Of the layer that it made, and of those that it was made from.

    Returns
    -------
    Text
        For people. A column's title stands where a figure stands behind its name; a label where
        its code is a word by itself, in English only if no English word is written so.
    """
    listed = tuple(columns)
    titles = {column.name: plain(column.title) for column in reversed(listed)}
    labels = {code: said for column in reversed(listed) for code, said in column.labels.items()}
    name = re.compile(rf"(?<![\w.])({_either(titles)})(?= [−\d])")
    # Chinese has no spaces: a code may stand right behind a Chinese word
    zh = re.compile(rf"(?<![A-Za-z0-9_.-])({_either(labels)})(?![A-Za-z0-9_.-])")
    en = re.compile(rf"(?<![\w.-])({_either(code for code in labels if '_' in code)})(?![\w.-])")
    return Text(
        zh.sub(lambda found: labels[found[1]].zh, name.sub(lambda f: titles[f[1]].zh, words.zh)),
        en.sub(lambda found: labels[found[1]].en, name.sub(lambda f: titles[f[1]].en, words.en)),
    )


@contextmanager
def refusals_worded(columns: Iterable[Column]) -> Iterator[None]:
    """Put labels beside the codes of what is refused within it.

    A refusal says what to write instead, so that the code stays, behind its label.

    Parameters
    ----------
    columns : iterable of Column
        Of the layers that are worked with.

    Yields
    ------
    None
        Once.

    Raises
    ------
    GisplanError
        What is raised within, in words.
    """
    labels = {code: said for column in columns for code, said in column.labels.items()}
    code = re.compile(rf"(?<![A-Za-z0-9_.（-])({_either(labels)})(?![A-Za-z0-9_.-])")
    try:
        yield
    except GisplanError as refused:

        def said(words: Text) -> Text:
            zh = code.sub(lambda found: f"{labels[found[1]].zh}（{found[1]}）", words.zh)
            return Text(zh, words.en)

        refused.message = said(refused.message)
        refused.faults = tuple(map(said, refused.faults))
        raise


def _either(names: Iterable[str]) -> str:
    # a pattern of no names is met by nothing
    return "|".join(map(re.escape, names)) or r"(?!)"


def qualified(column: Column, bound: Bound | None) -> Column:
    """Give a column whose title and labels say what its figures are worth.

    Parameters
    ----------
    column : Column
        A column as declared.
    bound : Bound, optional
        None: they are what they are.

    Returns
    -------
    Column
        The column, with other words where it is a bound.
    """
    title = plain(column.title)
    if bound is None:
        return replace(column, bound=None, depends={}, partial_labels={})
    said = IN_TITLE[bound]
    return replace(
        column,
        title=Text(f"{title.zh}（{said.zh}）", f"{title.en} ({said.en})"),
        labels={**column.labels, **column.partial_labels},
        bound=bound,
        depends={},
        partial_labels={},
    )


def bound_of(column: Column, partial: Iterable[str]) -> Bound | None:
    """Tell what the figures of a column are where some lists given to its analysis are partial.

    Parameters
    ----------
    column : Column
        As the analysis declares it.
    partial : iterable of str
        Names of the inputs that may lack some.

    Returns
    -------
    Bound or None
        Whether they are least or most ones; None if the lists don't touch them.
    """
    bounds = {column.depends[name] for name in partial if name in column.depends}
    if column.bound is not None:
        bounds.add(column.bound)
    if not bounds:
        return None
    return bounds.pop() if len(bounds) == 1 else "open"


def quotient(top: Bound | None, over: Bound | None) -> Bound | None:
    """Tell what a ratio of two figures is.

    Parameters
    ----------
    top : Bound, optional
        Bound of what is divided.
    over : Bound, optional
        Bound of what it is divided by.

    Returns
    -------
    Bound or None
        Whether the ratio is a least or a most one; None if neither is a bound.
    """
    if over is None:
        return top
    turned = _OPPOSITE[over]
    return turned if top in (None, turned) else "open"


def known_of(
    totals: pd.DataFrame,
    layer: str,
    kinds: Iterable[str],
    year: int | None,
    *,
    region: str | None = None,
) -> Known | None:
    """Find what is known of the whole of some kinds.

    Parameters
    ----------
    totals : pandas.DataFrame
        ``layer`` (that the list is), ``kinds`` (parted by ``;``; empty: all), ``adcode``,
        ``year``, ``bound`` (only those that are ``exact`` are of all), ``count``, ``unit_zh``,
        ``unit_en``, ``publisher_zh``, ``publisher_en``.
    layer : str
        The list.
    kinds : iterable of str
        All if empty.
    year : int, optional
        The year asked for.
    region : str, optional
        Code of the region asked for; if left out, the widest that any row speaks of.

    Returns
    -------
    Known or None
        The row that speaks of all these kinds and no other: of that region, the nearest
        year not after the one asked for, or else the nearest.
    """
    wanted = frozenset(kinds)
    found = []
    whole = totals[(totals["layer"] == layer) & (totals["bound"] == "exact")]
    if region is not None:
        whole = whole[whole["adcode"].astype("string") == region]
    for row in whole.to_dict(orient="records"):
        named = str(row["kinds"]) if isinstance(row["kinds"], str) else ""
        if frozenset(part.strip() for part in named.split(";") if part.strip()) != wanted:
            continue
        when = int(row["year"])
        late = year is not None and when > year
        away = -when if year is None else abs(when - year)
        width = len(str(row["adcode"]).rstrip("0"))
        known = Known(
            count=int(row["count"]),
            year=when,
            unit=Text(str(row["unit_zh"]), str(row["unit_en"])),
            source=Text(str(row["publisher_zh"]), str(row["publisher_en"])),
        )
        found.append(((width, late, away), known))
    return min(found, key=lambda one: one[0])[1] if found else None
