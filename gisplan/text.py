"""Words in the two languages of gisplan: Chinese, which comes first, and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
#: What parts the names of a list, by language.
STOPS: dict[str, str] = {"zh": "、", "en": "; "}


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in Chinese and in English.

    Attributes
    ----------
    zh : str
        The words in Chinese. Data never goes through a translation: what a user's file says is put
        into both, as it stands.
    en : str
        The words in English.
    """

    zh: str
    en: str

    def get(self, lang: Lang) -> str:
        """Give the words in one language.

        Parameters
        ----------
        lang : Lang
            ``zh`` or ``en``.

        Returns
        -------
        str
            The words.
        """
        return self.zh if lang == "zh" else self.en

    def __str__(self) -> str:
        return self.en


def both(words: str) -> Text:
    """Part words that stand in one string: Chinese, `` | ``, English; several with ``; `` between.

    Parameters
    ----------
    words : str
        Such as a layer's licence; what is the same in both languages stands alone.

    Returns
    -------
    Text
        In both languages.

    Examples
    --------
    >>> both("MIT; 未说明 | Not stated")
    Text(zh='MIT；未说明', en='MIT; Not stated')
    """
    if " | " not in words:
        return Text(words, words)
    parts = [part.partition(" | ") for part in words.split("; ")]
    return Text(
        "；".join(zh for zh, _, _ in parts), "; ".join(en if bar else zh for zh, bar, en in parts)
    )


# What a terminal takes for an order, and what turns the direction of writing.
_ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def inert_terminal(text: str) -> str:
    """Put U+FFFD in place of every character that a terminal would obey; lines and tabs stay.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Safe to print.
    """
    return _ORDERS.sub("\ufffd", text)
