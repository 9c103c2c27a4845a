"""Words in the two languages of gisplan: Chinese, which comes first, and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in Chinese and in English.

    Parameters
    ----------
    zh, en : str
        The words. Data never goes through a translation: what a user's file says is put
        into both, as it stands.
    """

    zh: str
    en: str

    def get(self, lang: Lang) -> str:
        """Give the words in one language."""
        return self.zh if lang == "zh" else self.en

    def __str__(self) -> str:
        return self.en
