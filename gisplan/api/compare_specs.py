"""What a layer's columns are in two scenarios that ask for different things of it."""

from __future__ import annotations

from dataclasses import replace

from gisplan.catalog.layer import Column, LayerSpec
from gisplan.text import Text


def spec_of_both(a: LayerSpec, b: LayerSpec) -> tuple[LayerSpec, tuple[Text, ...]]:
    """Give the columns that a layer has in two scenarios, by what each has in both.

    Parameters
    ----------
    a, b : LayerSpec
        The layer in the first and in the second.

    Returns
    -------
    tuple of LayerSpec and tuple of Text
        That of the first with the columns of both, and both titles where they differ; a sentence
        about columns that only one has, if there are any.
    """
    others = {column.name: column for column in b.columns}
    shared = tuple(_both(one, others[one.name]) for one in a.columns if one.name in others)
    own = {column.name for column in a.columns}
    apart = []
    for side, columns in (
        (Text("甲", "A"), [one for one in a.columns if one.name not in others]),
        (Text("乙", "B"), [one for one in b.columns if one.name not in own]),
    ):
        if columns:
            titles = [column.title_with_unit for column in columns]
            zh, en = ("、".join(one.zh for one in titles), ", ".join(one.en for one in titles))
            apart.append(
                Text(
                    f"图层“{a.title.zh}”：只在{side.zh}中有、没有比较的列：{zh}",
                    f"layer “{a.title.en}”: columns that {side.en} alone has, not compared: {en}",
                )
            )
    return replace(a, columns=shared, title=_words(a.title, b.title)), tuple(apart)


def _both(a: Column, b: Column) -> Column:
    if a.unit == b.unit:
        return replace(a, title=_words(a.title, b.title))
    return replace(a, title=_words(a.title_with_unit, b.title_with_unit), unit=None)


def _words(a: Text, b: Text) -> Text:
    return a if a == b else Text(f"甲：{a.zh}；乙：{b.zh}", f"A: {a.en}; B: {b.en}")
