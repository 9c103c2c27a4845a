"""How an administrative unit may be spelt: its short forms, and which spellings are one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: What a Chinese name ends in, longest first.
GENERICS = (
    *("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区"),
    *("省", "市", "盟", "旗", "区", "县"),
)
GENERIC_ENDS = frozenset(generic[-1] for generic in GENERICS) - {"州"}
#: How an autonomous unit is called in short: stem and this.
AUTONOMOUS = {"自治州": "州", "自治县": "县", "自治旗": "旗"}
ENGLISH_GENERICS = (
    *("autonomous region", "autonomous prefecture", "autonomous county", "autonomous banner"),
    *("special administrative region", "forestry district", "province", "municipality"),
    *("prefecture", "league", "banner", "city", "district", "county"),
)
#: The nationalities at the end of an autonomous unit's stem. Those of one character need their
#: 族: 长白朝鲜族自治县 is 长白, not 长.
_NATIONALITY = re.compile(
    "(?:[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒京]族|各族|(?:蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克"
    "|傈僳|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克"
    "|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族?)$"
)


def spelling_key(name: str) -> str:
    """Make spellings comparable: width, case, diacritics, blanks and marks don't count.

    Parameters
    ----------
    name : str
        Name as written.

    Returns
    -------
    str
        Letters and digits in lower case; the same for spellings that are taken for one.
    """
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold())
    return "".join(c for c in plain if unicodedata.category(c)[0] not in "MZPC")


@lru_cache(maxsize=20_000)
def character_key(character: str) -> str:
    """Give what a character adds to :func:`spelling_key`, which is the sum of its characters'.

    Parameters
    ----------
    character : str
        One character.

    Returns
    -------
    str
        Empty where it does not count.
    """
    return spelling_key(character)


def short_zh(name: str) -> set[str]:
    """Give the short forms of a Chinese name: 兰州市 -> 兰州; 甘南藏族自治州 -> 甘南, 甘南州.

    Parameters
    ----------
    name : str
        Full name.

    Returns
    -------
    set[str]
        Names that people use for it; empty if there is none.
    """
    for generic in GENERICS:
        stem = name.removesuffix(generic)
        if stem == name:
            continue
        if generic.startswith("自治"):
            named = stem
            while (shorter := _NATIONALITY.sub("", stem)) != stem and shorter:
                stem = shorter
            # 东乡族自治县 is named after its nationality and nothing else.
            stem = stem.removesuffix("族") if stem == named else stem
        forms = {stem, stem + AUTONOMOUS[generic]} if generic in AUTONOMOUS else {stem}
        return {form for form in forms if len(form) > 1}
    return set()


def short_en(name: str) -> set[str]:
    """Give an English name without its generic: Jonê County -> jonê.

    Parameters
    ----------
    name : str
        Full name.

    Returns
    -------
    set[str]
        The one short form, or the name in lower case.
    """
    return {re.sub(f" (?:{'|'.join(ENGLISH_GENERICS)})$", "", name.casefold())}
