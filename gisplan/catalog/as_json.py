"""Declarations as JSON and back: plain values only, so that a file that is read runs nothing."""

from __future__ import annotations

import functools
import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from gisplan.text import Text

_T = TypeVar("_T")
_PLAIN = (str, int, float, bool, types.NoneType)
#: What stands for a tuple and for words, where a value may be anything.
_TUPLE, _TEXT = "$tuple", "$text"


def dumps(value: object) -> str:
    """Write a dataclass of plain values, paths, tuples, mappings and such dataclasses as JSON.

    Parameters
    ----------
    value : dataclass
        What its fields hold is taken from their annotations. A dataclass that stands in several
        places, as an inherited column does, is written once.

    Returns
    -------
    str
        JSON.

    Raises
    ------
    TypeError
        If it holds what JSON does not give back as it was.
    """
    pool = _Pool()
    whole = _form(cast("Any", type(value))).write(value, pool)
    content = [whole, pool.written]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def loads(text: str, kind: type[_T]) -> _T:
    """Read what :func:`dumps` wrote.

    Parameters
    ----------
    text : str
        What was written.
    kind : type
        The dataclass that was written.

    Returns
    -------
    object
        Of that kind; what stood in several places is one object.

    Raises
    ------
    ValueError, TypeError, LookupError
        If it was not written so.
    """
    whole, written = json.loads(text)
    return cast("_T", _form(cast("Any", kind)).read(whole, _Pool(written)))


class _Pool:
    """The dataclasses of a text, each once: as written, and as read so far.

    Parameters
    ----------
    written : list of Any, optional
        What was written before, if it is to be read.
    """

    def __init__(self, written: list[Any] | None = None) -> None:
        self.written: list[Any] = written or []
        self._read: dict[int, Any] = {}
        self._numbers: dict[tuple[type, str], int] = {}

    def number(self, kind: type, values: list[Any]) -> int:
        """Give the number of what is written so.

        Parameters
        ----------
        kind : type
            Its class.
        values : list of Any
            Values of its fields, as written.

        Returns
        -------
        int
            The same number for the same values.
        """
        key = kind, json.dumps(values, ensure_ascii=False)
        if key not in self._numbers:
            self._numbers[key] = len(self.written)
            self.written.append(values)
        return self._numbers[key]

    def get(self, number: int, read: Callable[[list[Any]], Any]) -> Any:
        """Give what was written under a number.

        Parameters
        ----------
        number : int
            The number.
        read : callable
            Makes the object of the values.

        Returns
        -------
        Any
            One object, however often it is asked for.
        """
        if number not in self._read:
            self._read[number] = read(self.written[number])
        return self._read[number]


class _Form:
    """How one kind of value is written and read.

    Parameters
    ----------
    write : callable
        Turns a value into JSON.
    read : callable
        Turns it back.
    """

    def __init__(
        self, write: Callable[[Any, _Pool], Any], read: Callable[[Any, _Pool], Any]
    ) -> None:
        self.write = write
        self.read = read


@functools.cache
def _form(hint: Any) -> _Form:
    if is_dataclass(hint):
        return _dataclass(cast("type", hint))
    if hint is Path:
        return _Form(lambda value, _: str(value), lambda value, _: Path(value))
    if hint is Any or hint in _PLAIN or get_origin(hint) is Literal:
        return _Form(_write_any, _read_any)
    made = _MADE.get(get_origin(hint))
    if made is None:
        raise TypeError(f"{hint} can't be written")
    return made(get_args(hint))


def _dataclass(kind: type) -> _Form:
    hints = get_type_hints(kind)
    forms = [(item.name, _form(hints[item.name])) for item in fields(kind)]

    def write(value: Any, pool: _Pool) -> int:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return pool.number(kind, [form.write(getattr(value, name), pool) for name, form in forms])

    def read(value: Any, pool: _Pool) -> Any:
        def make(values: list[Any]) -> Any:
            both = zip(forms, values, strict=True)
            return kind(**{name: form.read(item, pool) for (name, form), item in both})

        return pool.get(value, make)

    return _Form(write, read)


def _union(kinds: tuple[Any, ...]) -> _Form:
    """Write what may be of several kinds with the place of its own; all plain kinds are one.

    Parameters
    ----------
    kinds : tuple of Any
        What it may be.

    Returns
    -------
    _Form
        Writes and reads any of them.
    """
    made = [kind for kind in kinds if is_dataclass(kind)]
    others = [kind for kind in kinds if kind not in made and kind is not types.NoneType]
    if len(made) < 2 and len(made) + len(others) == 1:
        (form,) = (_form(kind) for kind in (*made, *others))
        return _Form(
            lambda value, pool: None if value is None else form.write(value, pool),
            lambda value, pool: None if value is None else form.read(value, pool),
        )
    if not made:
        return _form(Any)
    if others:
        raise TypeError(f"{kinds} can't be told apart")
    forms = [_form(cast("Any", kind)) for kind in made]

    def write(value: Any, pool: _Pool) -> Any:
        if value is None and types.NoneType in kinds:
            return None
        place = made.index(type(value))
        return [place, forms[place].write(value, pool)]

    def read(value: Any, pool: _Pool) -> Any:
        return None if value is None else forms[value[0]].read(value[1], pool)

    return _Form(write, read)


def _tuple(kinds: tuple[Any, ...]) -> _Form:
    if len(kinds) == 2 and kinds[1] is ...:
        each = _form(kinds[0])
        return _Form(
            lambda value, pool: [each.write(item, pool) for item in value],
            lambda value, pool: tuple([each.read(item, pool) for item in value]),
        )
    forms = [_form(kind) for kind in kinds]
    return _Form(
        lambda value, pool: [
            form.write(item, pool) for form, item in zip(forms, value, strict=True)
        ],
        lambda value, pool: tuple(
            [form.read(item, pool) for form, item in zip(forms, value, strict=True)]
        ),
    )


def _mapping(kinds: tuple[Any, ...]) -> _Form:
    each = _form(kinds[1])

    def write(value: Mapping[Any, Any], pool: _Pool) -> dict[str, Any]:
        if not all(isinstance(name, str) for name in value):
            raise TypeError("names are texts")
        return {name: each.write(item, pool) for name, item in value.items()}

    return _Form(
        write,
        lambda value, pool: {name: each.read(item, pool) for name, item in value.items()},
    )


#: What is made of parts of other kinds, and how.
_MADE: Mapping[Any, Callable[[tuple[Any, ...]], _Form]] = {
    Union: _union,
    types.UnionType: _union,
    tuple: _tuple,
    Mapping: _mapping,
    dict: _mapping,
}


def _write_any(value: Any, _: _Pool | None = None) -> Any:
    """Write what may be anything that a declaration holds; refuse what would come back changed.

    Parameters
    ----------
    value : Any
        What a declaration holds.
    _ : _Pool, optional
        Not used; takes the place of the pool.

    Returns
    -------
    Any
        What JSON can hold.

    Raises
    ------
    TypeError
        If JSON would not give it back as it was.
    """
    if isinstance(value, list):
        return [_write_any(item) for item in value]
    if isinstance(value, tuple):
        return {_TUPLE: [_write_any(item) for item in value]}
    if isinstance(value, Text):
        return {_TEXT: [value.zh, value.en]}
    if isinstance(value, Mapping):
        if not all(isinstance(name, str) and not name.startswith("$") for name in value):
            raise TypeError("names are texts")
        return {name: _write_any(item) for name, item in value.items()}
    if type(value) not in _PLAIN:
        raise TypeError(f"{value!r} can't be written")
    return value


def _read_any(value: Any, _: _Pool | None = None) -> Any:
    if isinstance(value, list):
        return [_read_any(item) for item in value]
    if isinstance(value, dict):
        if _TUPLE in value:
            return tuple([_read_any(item) for item in value[_TUPLE]])
        if _TEXT in value:
            return Text(*value[_TEXT])
        return {name: _read_any(item) for name, item in value.items()}
    return value
