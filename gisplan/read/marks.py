"""The placemarks of a KML, looked at before GDAL gets it: what it would lose or mend in silence."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from gisplan.read.options import Finding, unreadable
from gisplan.text import Text

_CONTAINERS = frozenset({"kml", "Document", "Folder"})
#: What stands beside placemarks and is no place: pictures laid over the map, flights.
_OVERLAYS = frozenset({"GroundOverlay", "ScreenOverlay", "PhotoOverlay", "Tour"})
#: Elements that say how something is drawn, and nothing of it.
_DRAWING = frozenset(
    {"Style", "StyleMap", "styleUrl", "LookAt", "Camera", "visibility", "extrude", "tessellate"}
)
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_TUPLES = re.compile(rf"\s*(?:{_NUMBER}\s*,\s*{_NUMBER}(?:\s*,\s*(?:{_NUMBER})?)?\s+)*")
#: Levels of folders in folders; more than that is built to do harm.
_DEEPEST = 200
_OWN = re.compile(r"//(?:www\.opengis\.net|earth\.google\.com)/kml/[\d.]+$")
_KML = "http://www.opengis.net/kml/2.2"
_EXTENSIONS = "http://www.google.com/kml/ext/2.2"


@dataclass(slots=True, eq=False)
class MarkFolder:
    """A folder of a KML, or its root.

    Attributes
    ----------
    above : MarkFolder, optional
        The folder that it lies in.
    name : str
        Its own name; empty if it has none.
    marks : list of tuple of int
        Start and end of each placemark that stands in it, in bytes.
    """

    above: MarkFolder | None = None
    name: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)

    @property
    def path(self) -> str:
        """Give the names from the outermost folder to this one.

        Returns
        -------
        str
            Such as ``甘肃/兰州``; folders without name are left out.
        """
        names = [self.name] if self.name else []
        outer = self.above
        while outer is not None:
            names += [outer.name] if outer.name else []
            outer = outer.above
        return "/".join(reversed(names))


@dataclass(slots=True)
class SeenMarks:
    """What stands in a KML.

    Attributes
    ----------
    folders : list of MarkFolder
        Those with placemarks, in the order of the file.
    schemas : list of tuple of int
        Start and end of the declarations of fields.
    spaces : dict of str to str
        Namespaces that are declared outside of placemarks, by attribute.
    links : int
        Links to other files.
    elsewhere : int
        Placemarks in no folder, as in an update of another file.
    overlays : int
        Features that are no places.
    is_drawn : bool
        Whether it says how something is drawn.
    bad : list of tuple
        Coordinates that are none: start and end in bytes, line, number and name of the
        placemark, text.
    models : list of tuple of int
        Start and end of solid bodies, at which GDAL breaks off, and which are no places.
    """

    folders: list[MarkFolder] = field(default_factory=list)
    schemas: list[tuple[int, int]] = field(default_factory=list)
    spaces: dict[str, str] = field(default_factory=dict)
    links: int = 0
    elsewhere: int = 0
    overlays: int = 0
    is_drawn: bool = False
    bad: list[tuple[int, int, int, int, str, str]] = field(default_factory=list)
    models: list[tuple[int, int]] = field(default_factory=list)

    @property
    def marks(self) -> int:
        """Count the placemarks that are read.

        Returns
        -------
        int
            Those of all folders.
        """
        return sum(len(folder.marks) for folder in self.folders)

    def titles(self, otherwise: str) -> list[str]:
        """Name the folders, each by a name of its own.

        Parameters
        ----------
        otherwise : str
            Name of one that has none.

        Returns
        -------
        list of str
            The name of each, with those of the folders that it lies in where several share it.
        """
        short = [folder.name or otherwise for folder in self.folders]
        made: dict[str, None] = {}
        for folder, name in zip(self.folders, short, strict=True):
            title = name if short.count(name) == 1 else folder.path or name
            number = 1
            while title in made:
                number += 1
                title = f"{name} ({number})"
            made[title] = None
        return list(made)


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
        self._open: list[MarkFolder] = []
        self._marks = {"Placemark"}
        self._count = 0
        self._within = 0
        self._name = ""
        self._text: list[str] | None = None
        self._start = (0, 0)
        self._begin: dict[int, int] = {}
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end
        self._parser.CharacterDataHandler = self._on_text

    def run(self) -> SeenMarks:
        self._parser.Parse(self._data, True)
        self.seen.folders = [folder for folder in self.seen.folders if folder.marks]
        return self.seen

    @property
    def line(self) -> int:
        return self._parser.CurrentLineNumber

    @property
    def count(self) -> int:
        return self._count

    @property
    def mark(self) -> str:
        return self._name

    def _on_start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise RecursionError
        depth = len(self._path)
        inside = set(self._path[:-1]) <= _CONTAINERS
        if not self._within:
            spaces = {k: v for k, v in attributes.items() if k.split(":")[0] == "xmlns"}
            self.seen.spaces |= spaces
        if inside and name in _CONTAINERS:
            self._open.append(MarkFolder(above=self._open[-1] if self._open else None))
            self.seen.folders.append(self._open[-1])
        if name == "Schema" and inside:
            self._begin[depth] = self._parser.CurrentByteIndex
            if attributes.get("parent") == "Placemark":  # how KML 2.0 has fields
                self._marks.add(attributes.get("name", ""))
        if name in self._marks:
            self._count += 1
            self._name = ""
            self.seen.elsewhere += not inside and not self._within
            if inside and not self._within:
                self._within = depth
                self._begin[depth] = self._parser.CurrentByteIndex
        if name == "Model" and self._within:
            self._begin[depth] = self._parser.CurrentByteIndex
        self.seen.links += name == "NetworkLink"
        self.seen.overlays += name in _OVERLAYS and not self._within
        self.seen.is_drawn |= name in _DRAWING
        is_name = name == "name" and self._path[-2:-1] and self._names_something()
        if name == "coordinates" or is_name:
            at = self._parser.CurrentByteIndex
            self._start = (self._data.find(b">", at) + 1, self._parser.CurrentLineNumber)
            self._text = []

    def _names_something(self) -> bool:
        above = self._path[-2]
        return above in self._marks or above in _CONTAINERS

    def _on_text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _on_end(self, tag: str) -> None:
        depth = len(self._path)
        name = self._path.pop()
        end = self._parser.CurrentByteIndex  # behind <Placemark/>, before </Placemark>
        if self._data.startswith(f"</{tag}".encode(), end):
            end = self._data.find(b">", end) + 1
        if depth == self._within:
            self._within = 0
            if not self._open:  # the placemark is the root
                self._open.append(MarkFolder())
                self.seen.folders.append(self._open[-1])
            self._open[-1].marks.append((self._begin.pop(depth), end))
        elif name == "Model" and self._within:
            self.seen.models.append((self._begin.pop(depth), end))
        elif name == "Schema" and depth in self._begin:
            self.seen.schemas.append((self._begin.pop(depth), end))
        elif name in _CONTAINERS and set(self._path) <= _CONTAINERS:
            self._open.pop()
        if self._text is None:
            return
        text = "".join(self._text)
        if name == "name":
            self._text = None
            if self._path[-1] in _CONTAINERS and not self._within and self._open:
                self._open[-1].name = " ".join(text.split())
            else:
                self._name = text.strip()
        elif name == "coordinates":
            self._text = None
            if not _TUPLES.fullmatch(re.sub(r"\s*,\s*", ",", text.strip()) + " "):
                start, line = self._start
                stop = self._parser.CurrentByteIndex
                self.seen.bad.append(
                    (start, stop, line, self._count, self._name, text.strip()[:60])
                )


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
        near = look.mark or str(look.count)
        made = unreadable(
            file,
            f"第 {line} 行起不是完整的 XML（第 {look.count} 个地标“{near}”附近）；"
            "请改正该行，或重新导出",
            f"no well-formed XML from line {line} on (near placemark {look.count}, "
            f"“{near}”); correct that line or export it again",
        )
        made.add_note(str(error))
        raise made from error


def mended(data: bytes, seen: SeenMarks) -> tuple[bytes, list[Finding]]:
    """Write the placemarks anew, a folder beside the other, without bad coordinates.

    What GDAL makes of folders in folders, of what stands loose under the root, of pictures and
    of links differs from one to the other; of this it makes one layer a folder.

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
    spaces = {"xmlns": _KML, "xmlns:gx": _EXTENSIONS} | seen.spaces
    prefixes = [
        name[6:].encode() for name, value in spaces.items() if name[5:] and _OWN.search(value)
    ]
    said = " ".join(f"{name}={quoteattr(value)}" for name, value in spaces.items())
    cuts = sorted([*seen.models, *(item[:2] for item in seen.bad)])
    pieces = [f"<kml {said}><Document>".encode()]
    pieces += [data[start:end] for start, end in seen.schemas]
    for number, folder in enumerate(seen.folders):
        pieces.append(f"<Folder><name>gisplan_{number}</name>".encode())
        for start, end in folder.marks:
            within = cuts[bisect.bisect_left(cuts, (start,)) : bisect.bisect_left(cuts, (end,))]
            edges = [start, *itertools.chain.from_iterable(within), end]
            pieces += [data[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
        pieces.append(b"</Folder>")
    pieces.append(b"</Document></kml>")
    told = []
    for _, _, line, mark, name, text in seen.bad:
        message = Text(
            f"第 {mark} 个地标“{name}”（文件第 {line} 行）的坐标有误：“{text}”",
            f"placemark {mark} “{name}” (line {line} of the file): no coordinates, “{text}”",
        )
        told.append(Finding(kind="bad_coordinates", message=message))
    made = b"".join(pieces)
    for prefix in prefixes:  # GDAL knows elements without one
        made = re.sub(rb"(</?)" + re.escape(prefix) + rb":(?=\w)", rb"\1", made)
    return made, told
