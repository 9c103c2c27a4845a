"""A unit and those that hold it, by its code (GB/T 2260)."""

from __future__ import annotations

from collections.abc import Container


def wider(code: str) -> tuple[str, ...]:
    """Give a code and those above it, from narrow to wide, each once.

    Parameters
    ----------
    code : str
        Six-digit code of a unit: the first two digits are the province's, the first four the
        prefecture's.

    Returns
    -------
    tuple of str
        The code, that of its prefecture, and that of its province.

    Examples
    --------
    >>> wider("620102")
    ('620102', '620100', '620000')
    """
    return tuple(dict.fromkeys((code, f"{code[:4]}00", f"{code[:2]}0000")))


def narrowest(code: str, given: Container[str]) -> str | None:
    """Give the narrowest of a unit and those above it that is among those given.

    Parameters
    ----------
    code : str
        Six-digit code of a unit.
    given : container of str
        Codes for which something is known.

    Returns
    -------
    str or None
        None if nothing is known of any of them.
    """
    return next((unit for unit in wider(code) if unit in given), None)


def basis(code: str, unit: str) -> str:
    """Say how wide the unit is whose figure stands for another.

    Parameters
    ----------
    code : str
        Six-digit code of the unit that a figure is wanted for.
    unit : str
        Code of the unit whose figure is used.

    Returns
    -------
    str
        ``own``, ``prefecture`` or ``province``.
    """
    if unit == code:
        return "own"
    return "province" if unit.endswith("0000") else "prefecture"
