"""Reading a TOML declaration, gathering every fault with its file and key.

A person who edits declarations wants all that is wrong in one message. So a value that is
missing or of the wrong kind is noted, something harmless is given in its place, and reading
goes on; ``catalog`` raises once, at the end.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from gisplan.catalog.plausible import plausible
from gisplan.errors import DeclarationError
from gisplan.reasons import reason
from gisplan.text import Text

_T = TypeVar("_T", bound=str)
_REMOTE = re.compile(r"^(/vsi|[a-z][a-z0-9+.-]+://)", re.IGNORECASE)
#: Characters of a wrong value that are shown.
_SHOWN = 80
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


def load(path: Path, *, faults: list[Text]) -> Declaration:
    """Open a TOML file; a file that can't be read is a fault and reads as empty.

    Parameters
    ----------
    path : Path
        The file.
    faults : list of Text
        Takes what is wrong.

    Returns
    -------
    Declaration
        What the file says.
    """
    data: dict[str, Any] = {}
    readable = True
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        readable = False
        at = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        place = f"第 {at[1]} 行第 {at[2]} 列" if at else "文件末尾"
        faults.append(
            Text(
                f"{path.name}：{place}不合 TOML 的写法；请照其他声明修改",
                f"{path.name}: not valid TOML ({error}); mend it at the line and column given",
            )
        )
    except RecursionError:
        readable = False
        faults.append(
            Text(
                f"{path.name}：表和列表套得太深",
                f"{path.name}: tables and lists are nested too deeply",
            )
        )
    except OSError as error:
        readable = False
        why = reason(error, path=path)
        faults.append(
            Text(f"{path.name}：无法读取（{why.zh}）", f"{path.name}: can't be read ({why.en})")
        )
    except UnicodeDecodeError as error:
        readable = False
        faults.append(
            Text(
                f"{path.name}：不是 UTF-8 编码（从第 {error.start + 1} 个字节起）；请另存为 UTF-8",
                f"{path.name}: not UTF-8 (from byte {error.start + 1} on); save it as UTF-8",
            )
        )
    except ValueError:  # a number of thousands of digits
        readable = False
        faults.append(
            Text(
                f"{path.name}：有一个数的位数太多，无法读取",
                f"{path.name}: a number of too many digits can't be read",
            )
        )

    def note(key: str, words: Text) -> None:
        faults.append(fault_at(path, key[:_SHOWN], words.zh, words.en))

    data = plausible(data, note)
    return Declaration(data, file=path, faults=faults, readable=readable)


def refuse(faults: Sequence[Text]) -> None:
    """Raise one error with all faults, if there are any.

    Parameters
    ----------
    faults : sequence of Text
        What is wrong.

    Raises
    ------
    DeclarationError
        If there is anything.
    """
    if faults:
        count = len(faults)
        raise DeclarationError(
            Text(f"声明文件有 {count} 处错误：", f"{count} fault(s) in the declarations:"),
            faults=faults,
        )


def fault_at(file: Path, key: str, zh: str, en: str) -> Text:
    """Say what is wrong with a key of a file.

    Parameters
    ----------
    file : pathlib.Path
        The declaration.
    key : str
        Its path in the file, parted by dots.
    zh, en : str
        What is wrong.

    Returns
    -------
    Text
        File, key and what is wrong.
    """
    place = f"{file.name}: {key}"
    return Text(f"{place}：{zh}", f"{place}: {en}")


class Declaration:
    """A table of a TOML file that is being read.

    Parameters
    ----------
    data : dict
        The table as tomllib gives it.
    file : pathlib.Path
        Its file, for messages.
    faults : list of Text
        Where faults are gathered; shared by all tables of a catalogue.
    where : str
        Dotted path of this table in the file.
    readable : bool
        Whether the file could be parsed; if not, nothing more is said of it.
    """

    def __init__(
        self,
        data: dict[str, Any],
        *,
        file: Path,
        faults: list[Text],
        where: str = "",
        readable: bool = True,
    ) -> None:
        self.file = file
        self.readable = readable
        self._data = data
        self.faults = faults
        self._where = where
        self._known: set[str] = set()

    def fault(self, key: str, zh: str, en: str) -> None:
        """Note what is wrong with a key.

        Parameters
        ----------
        key : str
            Name of the key.
        zh : str
            What is wrong, in Chinese.
        en : str
            What is wrong, in English.
        """
        if self.readable:
            self.faults.append(fault_at(self.file, self._path(key), zh, en))

    def finish(self) -> None:
        """Note every key that nobody asked for, with the nearest one that exists."""
        for key in self._data:
            if key not in self._known:
                near = difflib.get_close_matches(key, self._known, n=1)
                hint_zh = f"，是否应为 {near[0]}？" if near else ""
                hint_en = f"; did you mean {near[0]}?" if near else ""
                self.fault(key, f"未知的键{hint_zh}", f"unknown key{hint_en}")

    def allow(self, keys: Iterable[str]) -> None:
        """Let keys stand that may be left out, whether they are asked for or not.

        Parameters
        ----------
        keys : Iterable[str]
            Names of keys.
        """
        self._known.update(keys)

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def string(self, key: str, default: str | None = None) -> str:
        """Give a string; required where no default is given.

        Parameters
        ----------
        key : str
            Name of the key.
        default : str, optional
            What stands in for it where it is left out.

        Returns
        -------
        str
            The default, or nothing, where it is wrong.
        """
        value = self._take(key, str, required=default is None)
        return value if isinstance(value, str) else default or ""

    def optional_string(self, key: str) -> str | None:
        """Give a string, or None if the key is left out.

        Parameters
        ----------
        key : str
            Name of the key.

        Returns
        -------
        str or None
            The string.
        """
        if key not in self._data:
            self._known.add(key)
            return None
        return self.string(key)

    def boolean(self, key: str, default: bool) -> bool:
        """Give a truth value.

        Parameters
        ----------
        key : str
            Name of the key.
        default : bool
            What stands in for it where it is left out.

        Returns
        -------
        bool
            The default where it is wrong.
        """
        value = self._take(key, bool, required=False)
        return value if isinstance(value, bool) else default

    def integer(self, key: str, default: int, *, minimum: int, maximum: int | None = None) -> int:
        """Give a whole number that is at least ``minimum``.

        Parameters
        ----------
        key : str
            Name of the key.
        default : int
            What stands in for it where it is left out.
        minimum : int
            Least value.
        maximum : int, optional
            Most; any if left out.

        Returns
        -------
        int
            The default where it is wrong.
        """
        value = self._take(key, int, required=False)
        if not isinstance(value, int):
            return default
        if value < minimum:
            self.fault(key, f"应不小于 {minimum}", f"must be at least {minimum}")
            return default
        if maximum is not None and value > maximum:
            self.fault(key, f"应不大于 {maximum}", f"must be at most {maximum}")
            return default
        return value

    def number(
        self, key: str, *, minimum: float | None = None, maximum: float | None = None
    ) -> float | None:
        """Give a number, or None if the key is left out.

        Parameters
        ----------
        key : str
            Name of the key.
        minimum : float, optional
            The least that it may be.
        maximum : float, optional
            The most that it may be.

        Returns
        -------
        float or None
            The number.
        """
        value = self._take(key, (int, float), required=False)
        return None if value is None else self._within(key, float(value), minimum, maximum)

    def _within(
        self, key: str, value: float, minimum: float | None, maximum: float | None
    ) -> float:
        """Note a number that is out of range, and give the bound that it is beyond.

        Parameters
        ----------
        key : str
            Key of the number.
        value : float
            The number as declared.
        minimum : float or None
            Inclusive bound; None if there is none.
        maximum : float or None
            Inclusive bound; None if there is none.

        Returns
        -------
        float
            The number, or the bound that it is beyond.
        """
        if minimum is not None and value < minimum:
            self.fault(key, f"应不小于 {minimum:g}", f"must be at least {minimum:g}")
            return minimum
        if maximum is not None and value > maximum:
            self.fault(key, f"应不大于 {maximum:g}", f"must be at most {maximum:g}")
            return maximum
        return value

    def numbers(
        self, key: str, *, minimum: float | None = None, maximum: float | None = None
    ) -> tuple[float, ...]:
        """Give a list of numbers; empty if left out.

        Parameters
        ----------
        key : str
            Name of the key.
        minimum : float, optional
            The least that each may be.
        maximum : float, optional
            The most that each may be.

        Returns
        -------
        tuple of float
            The numbers; none where it is wrong.
        """
        values = self._take(key, list, required=False) or []
        if not all(isinstance(v, int | float) and not isinstance(v, bool) for v in values):
            self.fault(key, "应为数字列表", "must be a list of numbers")
            return ()
        return tuple(self._within(key, float(v), minimum, maximum) for v in values)

    def path(self, key: str, *, folder: bool = False) -> Path:
        """Give a file that is there, by its name as it stands beside the declaration.

        Parameters
        ----------
        key : str
            Name of the key, which must be there.
        folder : bool
            Whether it may be a folder.

        Returns
        -------
        Path
            Absolute; what can be no file is noted, and the declaration's folder given instead.
        """
        name = self.string(key)
        if not name:
            if key in self._data and isinstance(self._data[key], str):
                self.fault(key, "文件名不能为空", "the name of a file is not empty")
            return self.file.parent
        if _REMOTE.match(name):
            self.fault(
                key,
                f"只能是本机文件，不能是 {name}",
                f"must be a file of this machine, not {name}",
            )
            return self.file.parent
        try:
            found = (self.file.parent / name).resolve()
            there = found.exists() if folder else found.is_file()
        except (OSError, RuntimeError, ValueError) as error:
            # a name too long, links in a circle; of a circle Python 3.11 makes a RuntimeError
            why = reason(error)
            shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
            self.fault(key, f"无法打开 {shown}（{why.zh}）", f"{shown} can't be opened ({why.en})")
            return self.file.parent
        if not there:
            what = Text("文件或文件夹", "file or folder") if folder else Text("文件", "file")
            self.fault(key, f"没有{what.zh} {found}", f"no {what.en} {found}")
        return found

    def strings(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Give a list of strings; empty if left out.

        Parameters
        ----------
        key : str
            Name of the key.
        required : bool, optional
            Whether it is a fault to leave it out.

        Returns
        -------
        tuple of str
            The strings; none where it is wrong.
        """
        values = self._take(key, list, required=required) or []
        if not all(isinstance(v, str) for v in values):
            self.fault(key, "应为字符串列表", "must be a list of strings")
            return ()
        return tuple(values)

    def kind(self, key: str) -> object:
        """Give what stands there, whatever it is; None if nothing does. Nothing is noted.

        Parameters
        ----------
        key : str
            Name of the key.

        Returns
        -------
        object
            The value.
        """
        return self._data.get(key)

    def choice(self, key: str, allowed: Sequence[_T], default: _T | None = None) -> _T:
        """Give one of the strings allowed; required where no default is given.

        Parameters
        ----------
        key : str
            Name of the key.
        allowed : sequence of _T
            The strings.
        default : _T, optional
            What stands in for it where it is left out.

        Returns
        -------
        _T
            One of them, also where it is wrong.
        """
        value = self._take(key, str, required=default is None)
        for item in allowed:
            if item == value:
                return item
        if value is not None:
            names = ", ".join(allowed)
            self.fault(key, f"“{value}”无效，应为：{names}", f"“{value}” is not one of: {names}")
        return allowed[0] if default is None else default

    def color(self, key: str, default: str) -> str:
        """Give a colour written ``#rrggbb``.

        Parameters
        ----------
        key : str
            Name of the key.
        default : str
            What stands in for it where it is left out.

        Returns
        -------
        str
            The default where it is wrong.
        """
        return self.check_color(key, self.string(key, default), default)

    def check_color(self, key: str, value: str, default: str) -> str:
        """Give the colour back if it is one, else the default, with a fault.

        Parameters
        ----------
        key : str
            Name of the key.
        value : str
            What is written.
        default : str
            What stands in for it where it is left out.

        Returns
        -------
        str
            A colour.
        """
        if _COLOR.fullmatch(value):
            return value
        self.fault(key, f"“{value}”不是 #rrggbb 颜色", f"“{value}” is not a #rrggbb colour")
        return default

    def text(self, key: str, *, required: bool = True) -> Text | None:
        """Give words: a table of ``zh`` and ``en``, or one string that serves for both.

        Parameters
        ----------
        key : str
            Name of the key.
        required : bool, optional
            Whether it is a fault to leave it out.

        Returns
        -------
        Text or None
            None where it is left out or wrong.
        """
        value = self._take(key, (str, dict), required=required)
        if isinstance(value, str):
            return Text(value, value)
        if isinstance(value, dict):
            words = self._child(value, key)
            result = Text(words.string("zh"), words.string("en"))
            words.finish()
            return result
        return None

    def words(self, key: str) -> Text:
        """Give words that must be there (what stands in for missing ones is the key).

        Parameters
        ----------
        key : str
            Name of the key.

        Returns
        -------
        Text
            The words.
        """
        return self.text(key) or Text(key, key)

    def table(self, key: str, *, required: bool = False) -> Declaration:
        """Give a sub-table; empty if left out.

        Parameters
        ----------
        key : str
            Name of the key.
        required : bool, optional
            Whether it is a fault to leave it out.

        Returns
        -------
        Declaration
            Notes its faults here.
        """
        value = self._take(key, dict, required=required)
        return self._child(value if isinstance(value, dict) else {}, key)

    def tables(self, key: str) -> list[Declaration]:
        """Give a list of sub-tables (``[[key]]``); empty if left out.

        Parameters
        ----------
        key : str
            Name of the key.

        Returns
        -------
        list of Declaration
            Each notes its faults here.
        """
        values = self._take(key, list, required=False) or []
        if not all(isinstance(v, dict) for v in values):
            self.fault(key, f"应写作 [[{key}]]", f"must be written as [[{key}]]")
            return []
        return [self._child(v, f"{key}[{i}]") for i, v in enumerate(values, start=1)]

    def mapping(self, key: str) -> dict[str, Any]:
        """Give a sub-table of free keys, as it stands.

        Parameters
        ----------
        key : str
            Name of the key.

        Returns
        -------
        dict of str to Any
            Value by key.
        """
        value = self._take(key, dict, required=False)
        return value if isinstance(value, dict) else {}

    def _child(self, data: dict[str, Any], key: str) -> Declaration:
        return Declaration(
            data,
            file=self.file,
            faults=self.faults,
            where=self._path(key),
            readable=self.readable,
        )

    def _path(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key

    def _take(self, key: str, kinds: type | tuple[type, ...], *, required: bool) -> Any:
        self._known.add(key)
        if key not in self._data:
            if required:
                self.fault(key, "缺少这个键", "this key is missing")
            return None
        value = self._data[key]
        allowed = kinds if isinstance(kinds, tuple) else (kinds,)
        wrong_bool = isinstance(value, bool) and bool not in allowed
        if wrong_bool or not isinstance(value, kinds):
            self.fault(key, f"应为{_kind(allowed, 'zh')}", f"must be {_kind(allowed, 'en')}")
            return None
        return value


_KINDS: dict[type, tuple[str, str]] = {
    str: ("字符串", "a string"),
    bool: ("true 或 false", "true or false"),
    int: ("整数", "a whole number"),
    float: ("数字", "a number"),
    list: ("列表", "a list"),
    dict: ("表", "a table"),
}


def _kind(kinds: Iterable[type], lang: str) -> str:
    names = [_KINDS[kind][0 if lang == "zh" else 1] for kind in kinds]
    return ("或" if lang == "zh" else " or ").join(names)
