"""Which encoding a text is in: byte order marks, then UTF-8, UTF-16 and GB18030, each strictly."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from gisplan.read.options import Finding, unreadable
from gisplan.text import Text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20
_TITLES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 (BOM)",
    "utf-16": "UTF-16 (BOM)",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "gb18030": "GB18030 (GBK)",
}


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding as Python names it, and whether it is only likely."""

    name: str
    given: bool = False
    doubtful: bool = False

    def finding(self) -> Finding:
        """Say which encoding is used and how it was come by.

        Returns
        -------
        Finding
            Words for the report, saying whether it was told, detected, or is doubtful.
        """
        title = _TITLES.get(self.name, self.name)
        zh, en = ("（已指定）", " (as told)") if self.given else ("（自动识别）", " (detected)")
        if self.doubtful:
            zh = "（自动识别，不能肯定；如有乱码，请用 encoding 指定）"
            en = " (detected, not certain; if words look wrong, name the encoding)"
        return Finding(kind="encoding", message=Text(f"编码 {title}{zh}", f"encoding {title}{en}"))


def of_file(path: Path, given: str | None) -> Encoding:
    """Give the encoding of a text file.

    Parameters
    ----------
    path : pathlib.Path
        CSV, or another text.
    given : str, optional
        What the user says it is; then only its being known is checked.

    Returns
    -------
    Encoding
        Name of the encoding, and whether it is certain.

    Raises
    ------
    FileError
        If it is none of those that are tried, or UTF-8 with damaged characters.
    """
    if given is not None:
        return Encoding(known(given, path.name), given=True)
    with path.open("rb") as stream:
        start = stream.read(_CHUNK)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return Encoding(name)
    wide = _unmarked_utf16(start)
    if wide is not None and _fails(path, wide) is None:
        return Encoding(wide)
    fault = _fails(path, "utf-8")
    if fault is None:
        return Encoding("utf-8")
    if _mostly_utf8(start):
        raise unreadable(
            path.name,
            f"文字是 UTF-8，但第 {fault:,} 字节起有损坏的字符；请重新导出或补全文件",
            f"the text is UTF-8, but damaged from byte {fault:,} on; export it again",
        )
    if _fails(path, "gb18030") is None:
        return Encoding("gb18030", doubtful=not _reads_as_chinese(start))
    raise unreadable(
        path.name,
        "文字不是 UTF-8、UTF-16 或 GB18030；请另存为 UTF-8，或用 encoding 指定编码",
        "the text is not UTF-8, UTF-16 or GB18030; save it as UTF-8 or name its encoding",
    )


def known(name: str, file: str) -> str:
    """Give an encoding's name back if Python knows it as one of text.

    Parameters
    ----------
    name : str
        Name of an encoding.
    file : str
        Name of the file, for the message.

    Returns
    -------
    str
        The same name.

    Raises
    ------
    FileError
        If Python knows no such encoding of text.
    """
    try:
        codecs.lookup(name)
        "".encode(name)
    except (LookupError, ValueError) as error:
        raise unreadable(file, f"不认识的编码“{name}”", f"unknown encoding “{name}”") from error
    return name


def _fails(path: Path, encoding: str) -> int | None:
    """Give the byte near which a file is not of an encoding, None if all of it is.

    Parameters
    ----------
    path : Path
        The file.
    encoding : str
        Name of the encoding.

    Returns
    -------
    int or None
        Position in bytes.
    """
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    place = 0
    with path.open("rb") as stream:
        while True:
            chunk = stream.read(_CHUNK)
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                return place + error.start
            if not chunk:
                return None
            place += len(chunk)


def _unmarked_utf16(start: bytes) -> str | None:
    """Tell UTF-16 without a mark by where the zero halves of its ASCII characters stand.

    Parameters
    ----------
    start : bytes
        First bytes of the file.

    Returns
    -------
    str or None
        Name of the encoding; None if the zeros tell neither.
    """
    head = start[: len(start) // 2 * 2][:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd and not even:
        return "utf-16-le"
    if even and not odd:
        return "utf-16-be"
    return None


def _mostly_utf8(start: bytes) -> bool:
    """Tell whether nine in ten of the characters beyond ASCII read as UTF-8.

    Parameters
    ----------
    start : bytes
        First bytes of the file.

    Returns
    -------
    bool
        True also where some are damaged; False with fewer than ten such characters.
    """
    text = start.decode("utf-8", "replace")
    beyond = sum(character > "\x7f" for character in text)
    damaged = text.count("\ufffd")
    return beyond > 9 and damaged * 10 <= beyond


def _reads_as_chinese(start: bytes) -> bool:
    """Tell whether most of the characters beyond ASCII are Chinese ones in use.

    Parameters
    ----------
    start : bytes
        First bytes of the file, taken for GB 18030.

    Returns
    -------
    bool
        True if nine in ten are.
    """
    beyond = [c for c in start[:65536].decode("gb18030", "ignore") if c > "\x7f"]
    usual = sum(
        "\u4e00" <= c <= "\u9fff" or unicodedata.east_asian_width(c) in "WFA" for c in beyond
    )
    return usual * 10 >= len(beyond) * 9
