"""Ids and codes of one type: whole numbers, texts and both together are brought to texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from numbers import Number
from typing import Any, TypeVar, cast

_F = TypeVar("_F", bound=Callable[..., Any])
#: A column of ids, and the two that name the ends of a way between demand and site.
_ID, _ENDS = ("id",), ("demand", "site")
#: Columns of administrative codes, which a table read without types holds as whole numbers.
_CODES = ("adcode", "parent")


def text_ids(table: Any) -> Any:
    """Give a table whose ids are texts, so that those of two tables can be told to be the same.

    Parameters
    ----------
    table : any
        A table with a column ``id``, or ``demand`` and ``site``, of whole numbers, texts or both:
        1, 1.0 and "1" are one id; so are the codes in ``adcode`` and ``parent``. Anything else is
        given back as it is.

    Returns
    -------
    any
        The table itself where nothing is to be changed, else a copy.
    """
    table = text_codes(table)
    columns = _columns(table)
    names = [name for name in _ID if name in columns]
    names += _ENDS if all(name in columns for name in _ENDS) else ()
    changed = {name: _texts(table[name]) for name in names if not _is_text(table[name])}
    return table.assign(**changed) if changed else table


def text_codes(table: Any) -> Any:
    """Give a table whose administrative codes are texts; see :func:`text_ids`.

    Parameters
    ----------
    table : any
        A table with ``adcode`` or ``parent`` of whole numbers or texts; its ids stay as they are.

    Returns
    -------
    any
        The table itself where nothing is to be changed, else a copy.
    """
    columns = _columns(table)
    names = [name for name in _CODES if name in columns and _has_numbers(table[name])]
    return table.assign(**{name: _texts(table[name]) for name in names}) if names else table


def takes_any_ids(function: _F, *, compares: bool = True) -> _F:
    """Give a function that may be given tables with ids and codes of any type.

    Parameters
    ----------
    function : callable
        Function that takes tables with columns of ids.
    compares : bool
        Whether it holds ids of one table against those of another; if it only carries them on,
        they stay as they are.

    Returns
    -------
    callable
        Calls it with the tables that :func:`text_ids` or :func:`text_codes` gives.
    """
    bring = text_ids if compares else text_codes

    @wraps(function)
    def call(*args: Any, **named: Any) -> Any:
        given = {name: bring(value) for name, value in named.items()}
        return function(*(bring(value) for value in args), **given)

    return cast("_F", call)


def _columns(table: Any) -> Any:
    return getattr(table, "columns", ()) if hasattr(table, "assign") else ()


def _is_text(ids: Any) -> bool:
    if ids.dtype == object:
        return all(isinstance(one, str) for one in ids)
    return str(ids.dtype) in ("str", "string")


def _has_numbers(codes: Any) -> bool:
    if codes.dtype == object:
        return any(isinstance(one, Number) for one in codes.dropna())
    return str(codes.dtype) not in ("str", "string", "category") and bool(codes.notna().any())


def _texts(ids: Any) -> Any:
    return ids.map(_text, na_action="ignore").astype("str")


def _text(one: Any) -> str:
    """Write a whole number without a point, however it was read.

    Parameters
    ----------
    one : Any
        An id as read: a text, a whole number, or a whole number that became a float.

    Returns
    -------
    str
        The id as text.
    """
    if isinstance(one, float) and one.is_integer():
        return str(int(one))
    return str(one)
