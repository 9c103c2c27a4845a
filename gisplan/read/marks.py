"""The placemarks of a KML, looked at before GDAL gets it: what it would lose or mend in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from gisplan.read.options import Finding, unreadable
from gisplan.text import Text

_CONTAINERS = {"Document", "Folder"}
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_TUPLES = re.compile(rf"\s*(?:{_NUMBER}\s*,\s*{_NUMBER}(?:\s*,\s*(?:{_NUMBER})?)?\s+)*")
#: Levels of folders in folders; more than that is built to do harm.
_DEEPEST = 200


@dataclass(slots=True)
class SeenMarks:
    """What stands in a KML.

    Attributes
    ----------
    marks : int
        Placemarks.
    links : int
        Links to other files.
    loose : tuple of int, optional
        Start of the first and end of the last child of the root, in bytes, if the root holds
        placemarks or several containers, of which GDAL would read the first alone.
    bad : list of tuple
        Coordinates that are none: start and end in bytes, line, number and name of the
        placemark, text.
    """

    marks: int = 0
    links: int = 0
    loose: tuple[int, int] | None = None
    bad: list[tuple[int, int, int, int, str, str]] = field(default_factory=list)


class _Look:
    """The steps of a parser through a KML.

    Parameters
    ----------
    data : bytes
        UTF-8.
    """

    def __init__(self, data: bytes) -> None:
        self.seen = SeenMarks()
        self._data = data
        self._path: list[str] = []
        self._children: list[str] = []
        self._first = self._last = 0
        self._name = ""
        self._text: list[str] | None = None
        self._start = (0, 0)
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end
        self._parser.CharacterDataHandler = self._on_text

    def run(self) -> SeenMarks:
        self._parser.Parse(self._data, True)
        alone = len(self._children) == 1 and self._children[0] in _CONTAINERS
        if self._children and not alone:
            self.seen.loose = (self._first, self._last)
        return self.seen

    @property
    def line(self) -> int:
        return self._parser.CurrentLineNumber

    @property
    def mark(self) -> str:
        return self._name

    def _on_start(self, tag: str, _: object) -> None:
        name = tag.rpartition(":")[2]
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise RecursionError
        if len(self._path) == 2 and name in {*_CONTAINERS, "Placemark"}:
            if not self._children:
                self._first = self._parser.CurrentByteIndex
            self._children.append(name)
        if name == "Placemark":
            self.seen.marks += 1
            self._name = ""
        self.seen.links += name == "NetworkLink"
        if name == "coordinates" or self._path[-2:] == ["Placemark", "name"]:
            at = self._parser.CurrentByteIndex
            self._start = (self._data.find(b">", at) + 1, self._parser.CurrentLineNumber)
            self._text = []

    def _on_text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _on_end(self, _: str) -> None:
        name = self._path.pop()
        if len(self._path) == 1:
            at = self._parser.CurrentByteIndex
            self._last = self._data.find(b">", at) + 1
        elif not self._path:
            self._last = self._parser.CurrentByteIndex
        if self._text is None:
            return
        text = "".join(self._text)
        if name == "name":
            self._name = text.strip()
            self._text = None
        elif name == "coordinates":
            self._text = None
            if not _TUPLES.fullmatch(re.sub(r"\s*,\s*", ",", text.strip()) + " "):
                start, line = self._start
                end = self._parser.CurrentByteIndex
                mark = self.seen.marks
                self.seen.bad.append((start, end, line, mark, self._name, text.strip()[:60]))


def looked_at(data: bytes, file: str) -> SeenMarks:
    """Look through a KML from its first element to its last.

    Parameters
    ----------
    data : bytes
        UTF-8, without DOCTYPE.
    file : str
        Name of the file, for messages.

    Returns
    -------
    SeenMarks
        What stands in it.

    Raises
    ------
    FileError
        If it is no well-formed XML; the line and the placemark are named.
    """
    look = _Look(data)
    try:
        return look.run()
    except RecursionError as error:
        raise unreadable(file, "嵌套过深", "it is nested too deep") from error
    except (expat.ExpatError, ValueError) as error:
        line = getattr(error, "lineno", look.line)
        near = look.mark or str(look.seen.marks)
        made = unreadable(
            file,
            f"第 {line} 行起不是完整的 XML（第 {look.seen.marks} 个地标“{near}”附近）；"
            "请改正该行，或重新导出",
            f"no well-formed XML from line {line} on (near placemark {look.seen.marks}, "
            f"“{near}”); correct that line or export it again",
        )
        made.add_note(str(error))
        raise made from error


def mended(data: bytes, seen: SeenMarks) -> tuple[bytes, list[Finding]]:
    """Put what stands loose under the root into a document, and take bad coordinates out.

    Parameters
    ----------
    data : bytes
        The KML that was looked at.
    seen : SeenMarks
        What was seen.

    Returns
    -------
    tuple of bytes and list of Finding
        The KML that GDAL reads whole, and what was taken out of it, with its line.
    """
    edits = [(start, end, b"") for start, end, *_ in seen.bad]
    if seen.loose is not None:
        edits += [(seen.loose[0],) * 2 + (b"<Document>",), (seen.loose[1],) * 2 + (b"</Document>",)]
    for start, end, new in sorted(edits, reverse=True):
        data = data[:start] + new + data[end:]
    told = []
    for _, _, line, mark, name, text in seen.bad:
        message = Text(
            f"第 {mark} 个地标“{name}”（文件第 {line} 行）的坐标有误：“{text}”",
            f"placemark {mark} “{name}” (line {line} of the file): no coordinates, “{text}”",
        )
        told.append(Finding(kind="bad_coordinates", message=message))
    return data, told
