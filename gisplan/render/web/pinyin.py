"""How Chinese names are typed on a Latin keyboard: pinyin without tones."""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import cache

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# A name of many characters of several readings has too many combinations to try.
_MOST_READINGS = 256


def syllables(name: str, romanised: str = "") -> str:
    """Spell a name in pinyin, syllables parted by blanks, in small letters, without tones.

    Parameters
    ----------
    name : str
        A name with Chinese characters; other letters in it stay as they are.
    romanised : str
        The name in English. Of the readings that a character can have, those are taken that
        begin it: 民乐 is *minle* beside "Minle County", not *minyue*. Without a match the
        readings are those that the words of the name usually have.

    Returns
    -------
    str
        Empty if the name has no Chinese character. ``ü`` is written ``v``, as it is typed.

    Notes
    -----
    Readings are those of the library pypinyin.
    """
    if not _HAN.search(name):
        return ""
    # Here, since its dictionaries take a third of a second to load, and only maps need them.
    from pypinyin import Style, lazy_pinyin

    usual = lazy_pinyin(name, style=Style.NORMAL, v_to_u=False)
    wanted = _letters(romanised.split(" ", maxsplit=1)[0])
    if wanted and not _letters("".join(usual)).startswith(wanted):
        # Character by character: within a word the library knows one reading only.
        several = [_readings(letter) for letter in name]
        if not any(wanted.startswith(_letters(one)) for one in several[0]):
            return " ".join(usual).strip()  # romanised by its meaning, not by its sound
        combinations = itertools.islice(itertools.product(*several), _MOST_READINGS)
        matching = (one for one in combinations if _letters("".join(one)).startswith(wanted))
        usual = list(next(matching, tuple(usual)))
    return " ".join(usual).strip()


@cache
def _readings(letter: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(pinyin(letter, style=Style.NORMAL, heteronym=True, v_to_u=False)[0])


def _letters(text: str) -> str:
    """Keep the letters a to z, without accents and apostrophes.

    Parameters
    ----------
    text : str
        Pinyin, or English.

    Returns
    -------
    str
        Lower case.
    """
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in plain if "a" <= letter <= "z")
