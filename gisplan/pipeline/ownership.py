"""What gisplan has written, so that it never replaces what it has not.

Every file is noted, with the digest of its content, before it takes its place. A file that is
there and is not as it was noted is somebody's: of another program, or a result that was edited.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from gisplan.catalog.workspace import MARKER, Workspace
from gisplan.errors import FileError
from gisplan.files import clean, replace_file, replace_files, told
from gisplan.pipeline.cache import Record
from gisplan.pipeline.fingerprint import file_digest
from gisplan.text import Text

#: ``free``: nothing is there; ``ours``: it is as gisplan wrote it; ``edited``: gisplan wrote a
#: file of that name, but not what is there now; ``foreign``: gisplan wrote none of that name.
State = Literal["free", "ours", "edited", "foreign"]

#: What systems put into folders by themselves.
_OF_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}
#: Lines of the note after which it is written anew, with the last few of each file.
_MANY, _LAST = 20_000, 3


class Ownership:
    """The note of the files that were written from a workspace.

    Parameters
    ----------
    place : Workspace
        The workspace.
    """

    def __init__(self, place: Workspace) -> None:
        self._place = place
        self._path = place.state / "written.jsonl"
        #: A file's name -> the digests noted of it, in order.
        self._known: dict[str, dict[str, None]] = {}
        self._load()

    def _load(self) -> None:
        lines = 0
        try:
            with self._path.open(encoding="utf-8") as file:
                for line in file:
                    lines += 1
                    try:
                        name, content = json.loads(line)
                        self._known.setdefault(str(name), {})[str(content)] = None
                    except (ValueError, TypeError):
                        continue  # the end of a line, of a run that was killed
        except FileNotFoundError:
            # of a workspace of before there was this note
            for name, item in Record.load(self._place.state).outputs.items():
                self._known[name] = {item.content: None}
        except (OSError, UnicodeDecodeError):
            return
        if lines > _MANY:
            kept = {name: dict.fromkeys(list(of)[-_LAST:]) for name, of in self._known.items()}
            pairs = [(name, content) for name, of in kept.items() for content in of]
            replace_file(self._path, "".join(map(_line, pairs)).encode())
            self._known = kept

    def note(self, files: Mapping[Path, str]) -> None:
        """Note files that are about to take their places, with the digests of their contents.

        Parameters
        ----------
        files : mapping of pathlib.Path to str
            SHA-256, hexadecimal.

        Raises
        ------
        FileError
            If the note can't be written.
        """
        named = {self._name(path): content for path, content in files.items()}
        new = {n: c for n, c in named.items() if c not in self._known.get(n, ())}
        if new:
            self._append(new)

    def _append(self, named: Mapping[str, str]) -> None:
        with told(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                for item in named.items():
                    file.write(_line(item))
                file.flush()
                os.fsync(file.fileno())
        for name, content in named.items():
            self._known.setdefault(name, {})[content] = None

    def state(self, path: Path, *, also: Collection[str] = ()) -> State:
        """Tell whose a file is.

        Parameters
        ----------
        path : pathlib.Path
            A folder is somebody's if one file in it is.
        also : collection of str
            Digests of what gisplan is known to have written there, from elsewhere.

        Returns
        -------
        State
            ``free`` if there is none; ``ours`` as gisplan wrote it; ``edited`` since; ``foreign``.

        Raises
        ------
        FileError
            If it can't be read.
        """
        if not os.path.lexists(path):
            return "free"
        if path.is_dir():
            states = [
                self.state(inside, also=also)
                for inside in sorted(path.iterdir())
                if inside.name not in _OF_THE_SYSTEM
            ]
            order: Sequence[State] = ("foreign", "edited", "ours")
            return next((state for state in order if state in states), "ours")
        known = {*self._known.get(self._name(path), ()), *also}
        if not path.is_file():
            return "foreign"
        with told(path):
            content = file_digest(path)
        if content in known:
            return "ours"
        return "edited" if known else "foreign"

    def require(
        self,
        targets: Iterable[Path],
        *,
        overwrite: bool = False,
        also: Mapping[Path, str] | None = None,
        inputs: Iterable[Path] = (),
    ) -> None:
        """Refuse to replace files that gisplan did not write, or that were edited since.

        Parameters
        ----------
        targets : iterable of pathlib.Path
            What is to be written; folders too.
        overwrite : bool
            Whether the user has said that these may be replaced. What layers are made from is
            not, even so.
        also : mapping of pathlib.Path to str, optional
            File -> digest of what gisplan is known to have written there, from elsewhere.
        inputs : iterable of pathlib.Path
            Files that layers are read from.

        Raises
        ------
        FileError
            With a fault for each file that must stay.
        """
        known = {self._name(path): content for path, content in (also or {}).items()}
        read = {self._name(path) for path in inputs}
        faults = []
        for target in targets:
            words = self._why_not(target, known)
            if words is not None and self._is_input(target, read):
                faults.append(
                    Text(
                        f"{target}：图层或地图由此读取，不会覆盖；请另选文件名或文件夹",
                        f"{target}: layers or maps are read from it, it is never replaced; name"
                        " another file or folder",
                    )
                )
            elif words is not None and not overwrite:
                faults.append(words)
        if faults:
            raise FileError(
                Text(
                    "有文件不会被覆盖，未写任何文件。请移走这些文件、另选位置，或加 --overwrite："
                    if not overwrite
                    else "有文件不会被覆盖，未写任何文件：",
                    "nothing was written, since these files would be replaced. Move them, write"
                    " elsewhere, or add --overwrite:"
                    if not overwrite
                    else "nothing was written, since these files would be replaced:",
                ),
                faults=faults,
            )

    def _why_not(self, target: Path, known: Mapping[str, str]) -> Text | None:
        inside = [target]
        if target.is_dir() and not target.is_symlink():
            inside = [p for p in sorted(target.iterdir()) if p.name not in _OF_THE_SYSTEM]
        for path in inside:
            name = self._name(path)
            state = self.state(path, also=[known[name]] if name in known else ())
            if state == "edited":
                return Text(
                    f"{path}：gisplan 写出后被改动过",
                    f"{path}: was changed since gisplan wrote it",
                )
            if state == "foreign":
                return Text(f"{path}：不是 gisplan 写出的", f"{path}: gisplan did not write it")
        return None

    def write(self, path: Path, content: bytes, *, overwrite: bool = False) -> None:
        """Write a file that the user has asked for, unless one is there that is not ours.

        Parameters
        ----------
        path : pathlib.Path
            The file.
        content : bytes
            All of it.
        overwrite : bool
            As for :meth:`require`.

        Raises
        ------
        FileError
            If there is another file, or it can't be written.
        """
        self.require([path], overwrite=overwrite)
        clean(path.parent)
        # from a workspace that can only be read one may still write elsewhere; such a file is not
        # known as ours, and so is never replaced unasked
        with contextlib.suppress(FileError):
            self.note({path: hashlib.sha256(content).hexdigest()})
        replace_file(path, content)

    def put(
        self, files: Sequence[tuple[Path, bytes | None]], *, read: Iterable[Path] = ()
    ) -> tuple[list[Path], list[Text]]:
        """Write files, all or none; what others wrote or edited is kept beside them.

        Parameters
        ----------
        files : sequence of (pathlib.Path, bytes or None)
            In order; None removes a file that may be there.
        read : iterable of pathlib.Path
            Those that have been read, and whose content is in the new ones: they are not kept.

        Returns
        -------
        tuple of (list of pathlib.Path, list of Text)
            The files written, and what is kept where.

        Raises
        ------
        FileError
            If one can't be written; all are as they were.
        """
        clean(*dict.fromkeys(path.parent for path, _ in files))
        known, told_of = {path.resolve() for path in read}, []
        for path, content in files:
            made = "" if content is None else hashlib.sha256(content).hexdigest()
            kept = None if path.resolve() in known else self.keep_aside(path, unless=made)
            if kept is not None:
                told_of.append(
                    Text(
                        f"{path.name} 不是 gisplan 写的，或写出后被改动过；原来的留在 {kept}",
                        f"{path.name} was not written by gisplan, or was changed since; that copy"
                        f" is now {kept}",
                    )
                )
        written = replace_files(files)
        # what a run that was killed did not come to note is kept once too often, and not lost
        contents = {path: content for path, content in files if content is not None}
        self.note({path: hashlib.sha256(made).hexdigest() for path, made in contents.items()})
        return written, told_of

    def keep_aside(self, path: Path, *, unless: str = "") -> Path | None:
        """Keep what is there and not ours, before a build writes a file of that name.

        Parameters
        ----------
        path : pathlib.Path
            The file.
        unless : str
            Digest of what is to be written: if that is there already, nothing is lost.

        Returns
        -------
        pathlib.Path or None
            Where a copy lies now, in the folder ``kept`` beside; None if there is nothing to
            keep.

        Raises
        ------
        FileError
            If it can't be kept.
        """
        also = {unless} if unless else ()
        if not path.is_file() or self.state(path, also=also) not in ("edited", "foreign"):
            return None
        number, kept = 1, path.parent / "kept" / path.name
        with told(kept):
            while kept.exists():
                if kept.is_file() and file_digest(kept) == file_digest(path):
                    return kept
                number += 1
                kept = kept.with_name(f"{path.stem}-{number}{path.suffix}")
            content = path.read_bytes()
        replace_file(kept, content)
        return kept

    def _is_input(self, target: Path, read: Collection[str]) -> bool:
        """Tell whether a file is one that layers or maps are, or may be, made from.

        Parameters
        ----------
        target : Path
            File that is to be written.
        read : collection of str
            Files that layers are read from, as :meth:`_name` gives them.

        Returns
        -------
        bool
            Whether it must not be written.
        """
        place, path = self._place, target.resolve()
        if self._name(target) in read or path == (place.root / MARKER).resolve():
            return True
        if path.is_relative_to(place.rendered.resolve()):
            return False
        folders = (place.layers, place.maps, place.root / "data")
        return any(path.is_relative_to(folder.resolve()) for folder in folders)

    def _name(self, path: Path) -> str:
        """Give a file's path below the workspace, or the whole of it elsewhere.

        Parameters
        ----------
        path : Path
            The file.

        Returns
        -------
        str
            With forward slashes.
        """
        # its folder resolved and not itself, which may be a link that is to be replaced
        whole, root = path.parent.resolve() / path.name, self._place.root.resolve()
        return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(whole)


def _line(item: tuple[str, str]) -> str:
    return json.dumps(item, ensure_ascii=False) + "\n"
