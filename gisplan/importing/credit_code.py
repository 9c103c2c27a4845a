"""Unified social credit codes of China (统一社会信用代码, GB 32100-2015)."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.arrays import Bools, Ints
from gisplan.text import Text

#: The 31 characters of a code; I, O, S, V and Z are left out, being like digits or letters.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = np.array([pow(3, place, 31) for place in range(17)])
#: Weights of the eight characters of an organisation code (GB 11714-1997).
_BODY_WEIGHTS = np.array([3, 7, 9, 10, 5, 8, 4, 2])
_BODY_CHECKS = "0123456789X"

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
#: An apostrophe before it is how a spreadsheet is told that it is a text.
_MARKS = "'‘’`"
_STRAY = re.compile(r"[\s\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\-‐‑–—−]+")
_CLEANED = Text(
    "去掉空白、连字符、撇号，统一为半角大写字母",
    "blanks, hyphens and apostrophes taken out, letters made half-width capitals",
)
_BODY_REMARK = Text(
    "信用代码校验码正确，但其中的组织机构代码（第 9 至 17 位）校验码不符 GB 11714，请核对",
    "the code's check digit is right, but that of the organisation code in it (places 9 to 17) "
    "is not that of GB 11714; compare it with the licence",
)


@dataclass(frozen=True, slots=True)
class CreditCodes:
    """Cells read as unified social credit codes; all with the index of the cells.

    Attributes
    ----------
    codes : pandas.Series of str
        Eighteen characters; NA for an empty cell and one that is no code.
    repairs : pandas.Series of object
        What had to be repaired, as a ``Text``, else None.
    faults : pandas.Series of object
        Why the cell is no code, as a ``Text``, else None.
    remarks : pandas.Series of object
        What is odd about a code that is kept, as a ``Text``, else None.
    """

    codes: pd.Series
    repairs: pd.Series
    faults: pd.Series
    remarks: pd.Series


def read_credit_codes(values: pd.Series) -> CreditCodes:
    """Read cells as unified social credit codes and verify their check characters.

    The check character makes the sum of the characters' values, weighted with the powers of 3,
    divisible by 31. That of the organisation code inside (GB 11714, modulo 11) is looked at
    too; where only it is wrong the code is kept with a remark.

    Parameters
    ----------
    values : pandas.Series
        Texts or numbers. Not changed.

    Returns
    -------
    CreditCodes
        Small letters, full-width characters, blanks and hyphens are repaired. Look-alikes
        (O for 0, I for 1) are not: they are faults.
    """
    given = values.to_numpy(dtype=object)
    present = np.flatnonzero(~pd.isna(given))
    texts = [given[row] if isinstance(given[row], str) else str(given[row]) for row in present]
    cleaned = [_clean(text) for text in texts]
    codes, repairs, faults, remarks = (np.full(len(given), None, dtype=object) for _ in range(4))
    valid, body_valid = _verify(cleaned)
    for place, row in enumerate(present):
        code = cleaned[place]
        if not code:
            continue
        if not valid[place]:
            faults[row] = _fault(code, given[row])
            continue
        codes[row] = code
        if code != texts[place]:
            repairs[row] = _CLEANED
        if not body_valid[place]:
            remarks[row] = _BODY_REMARK
    index = values.index
    return CreditCodes(
        pd.Series(pd.array(codes, dtype="string"), index=index),
        pd.Series(repairs, index=index, dtype=object),
        pd.Series(faults, index=index, dtype=object),
        pd.Series(remarks, index=index, dtype=object),
    )


def _clean(text: str) -> str:
    if len(text) == 18 and text.isascii() and text.isalnum():
        return text.upper()
    # What is far too long is no code; it isn't worth the work.
    return _STRAY.sub("", text[:200].translate(_HALF_WIDTH).strip().strip(_MARKS)).upper()


def _verify(codes: list[str]) -> tuple[Bools, Bools]:
    """Tell which codes are right, and in which the organisation code is.

    Parameters
    ----------
    codes : list of str
        Cleaned texts, of any length.

    Returns
    -------
    tuple[Bools, Bools]
        By the check character of the whole, and by that of the organisation code.
    """
    valid, body_valid = np.zeros((2, len(codes)), dtype=bool)
    rows = np.array([i for i, c in enumerate(codes) if len(c) == 18 and c.isascii()], dtype=int)
    if rows.size == 0:
        return valid, body_valid
    characters = np.array([codes[row] for row in rows], dtype="S18").view("S1").reshape(-1, 18)
    numbers = np.ascontiguousarray(characters).view(np.uint8).reshape(-1, 18)
    known = _table(ALPHABET)[numbers]
    digits = (known[:, 2:8] >= 0) & (known[:, 2:8] <= 9)
    shaped = (known >= 0).all(axis=1) & digits.all(axis=1)
    total = known[:, :17] @ _WEIGHTS + known[:, 17]
    valid[rows] = shaped & (total % 31 == 0)
    # In an organisation code a letter counts 10 for A to 35 for Z, none left out.
    body = _table("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")[numbers[:, 8:16]] @ _BODY_WEIGHTS
    body_valid[rows] = (body + _table(_BODY_CHECKS)[numbers[:, 16]]) % 11 == 0
    body_valid[rows] &= _table(_BODY_CHECKS)[numbers[:, 16]] >= 0
    return valid, body_valid


def _table(alphabet: str) -> Ints:
    """Make the table from a byte to its value; -1 for what isn't in the alphabet.

    Parameters
    ----------
    alphabet : str
        Characters, by value from 0.

    Returns
    -------
    array of int
        Shape (256,).
    """
    table = np.full(256, -1)
    table[np.frombuffer(alphabet.encode("ascii"), dtype=np.uint8)] = np.arange(len(alphabet))
    return table


def _lost(code: str, given: object) -> Text | None:
    """Say that a spreadsheet lost digits of a code, where it did.

    Parameters
    ----------
    code : str
        The cleaned text.
    given : object
        The cell as it stands.

    Returns
    -------
    Text or None
        None where none were lost.
    """
    shown = code if len(code) <= 40 else code[:39] + "…"
    if isinstance(given, float) or re.fullmatch(r"[0-9](?:\.[0-9]+)?E\+?[0-9]+", code):
        return Text(
            f"“{shown}”是按数值保存的，信用代码的末几位已丢失。请按文本重新填写",
            f"'{shown}' was kept as a number, by which the last digits of the code are lost; "
            "enter it again as text",
        )
    if re.fullmatch(r"9[0-9]{14}000", code):
        return Text(
            f"“{shown}”末三位为 000，像是表格软件按数值保存而丢失了末几位，请按文本重新填写",
            f"'{shown}' ends in 000, as a number does of which a spreadsheet lost the last digits; "
            "enter it again as text",
        )
    return None


def _fault(code: str, given: object) -> Text:
    """Say why a cleaned text is no code.

    Parameters
    ----------
    code : str
        The cleaned text.
    given : object
        The cell as it stands.

    Returns
    -------
    Text
        A sentence.
    """
    if lost := _lost(code, given):
        return lost
    shown = code if len(code) <= 40 else code[:39] + "…"
    if len(code) == 15 and code.isdigit():
        return Text(
            f"“{shown}”是 15 位的旧注册号，不是 18 位统一社会信用代码",
            f"'{shown}' is a registration number of 15 digits of the old kind, not a unified "
            "social credit code of 18 characters",
        )
    if len(code) != 18:
        length = len(code) if len(code) <= 40 else "40+"
        return Text(
            f"“{shown}”有 {length} 位，统一社会信用代码应为 18 位",
            f"'{shown}' has {length} characters; a unified social credit code has 18",
        )
    strange = [(place, c) for place, c in enumerate(code, start=1) if c not in ALPHABET]
    if strange:
        place, character = strange[0]
        return Text(
            f"“{shown}”第 {place} 位的“{character}”不用于信用代码"
            "（不用 I、O、S、V、Z，请核对是否为 1、0、5、U、2）",
            f"'{character}' in place {place} of '{shown}' is not used in credit codes "
            "(I, O, S, V and Z are not; compare with 1, 0, 5, U and 2)",
        )
    if not code[2:8].isdigit():
        return Text(
            f"“{shown}”第 3 至 8 位应为行政区划代码，只能是数字",
            f"places 3 to 8 of '{shown}' are an administrative code, digits only",
        )
    return Text(
        f"“{shown}”的校验码（第 18 位）不符 GB 32100，可能抄错了一位或两位颠倒",
        f"the check character (place 18) of '{shown}' is not that of GB 32100; a character may "
        "be wrong or two exchanged",
    )
