"""Taking the last import back: what its files held before is kept, and put in place again."""

from __future__ import annotations

import datetime
import hashlib
import json
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.files import locked, replace_file, told
from gisplan.pipeline.fingerprint import file_digest
from gisplan.pipeline.ownership import Ownership
from gisplan.text import Text

#: Below ``.gisplan``: what was there before the last import, and the list of it.
_FOLDER, _LIST = "undo", "import.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastImport:
    """The import that can be taken back.

    Attributes
    ----------
    layer : str
        Name of the layer.
    file : str
        Name of the file.
    when : datetime.datetime
        When it was.
    """

    layer: str
    file: str
    when: datetime.datetime


def keep_before(
    files: Sequence[tuple[Path, bytes | None]], *, layer: str, file: str, place: Workspace
) -> Path | None:
    """Keep what files hold that an import is about to replace.

    Parameters
    ----------
    files : sequence of (pathlib.Path, bytes or None)
        What is to be written; None where a file goes.
    layer, file : str
        Name of the layer, and of the file that is imported.
    place : Workspace
        The workspace.

    Returns
    -------
    pathlib.Path or None
        Where it is kept; :func:`keep` makes it that of the last import. None if they hold it
        already: the same import once more changes nothing, and what came before can be undone.

    Raises
    ------
    FileError
        If it can't be kept.
    """
    digests = [
        (path, None if content is None else hashlib.sha256(content).hexdigest())
        for path, content in files
    ]
    if all(_digest(path) == after for path, after in digests):
        return None
    folder = place.state / _FOLDER / secrets.token_hex(8)
    items: list[dict[str, Any]] = []
    with told(folder):
        folder.mkdir(parents=True)
        for number, (path, after) in enumerate(digests):
            before = None
            if path.is_file():
                before = f"{number}"
                shutil.copyfile(path, folder / before)
            items.append({"path": str(path), "before": before, "after": after})
    now = datetime.datetime.now().astimezone().isoformat()
    known = {"layer": layer, "file": file, "when": now, "files": items}
    replace_file(folder / _LIST, json.dumps(known, ensure_ascii=False).encode())
    return folder


def forget(folder: Path | None) -> None:
    """Drop what was kept for an import that was not done; the one before it can still be undone.

    Parameters
    ----------
    folder : pathlib.Path or None
        Of :func:`keep_before`.
    """
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def keep(folder: Path | None) -> None:
    """Make what was kept that of the last import, now that its files are in place.

    Parameters
    ----------
    folder : pathlib.Path or None
        Of :func:`keep_before`.

    Raises
    ------
    FileError
        If that can't be noted.
    """
    if folder is None:
        return
    replace_file(folder.parent / "last", folder.name.encode())
    for other in folder.parent.iterdir():
        if other.is_dir() and other != folder:
            shutil.rmtree(other, ignore_errors=True)


def last_import(place: Workspace | None = None) -> LastImport | None:
    """Tell which import can be taken back.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    LastImport or None
        None if there was none, or it was taken back already.
    """
    found = _last(place or workspace.find())
    if found is None:
        return None
    when = datetime.datetime.fromisoformat(found[1]["when"])
    return LastImport(layer=found[1]["layer"], file=found[1]["file"], when=when)


def undo_import(place: Workspace | None = None) -> LastImport:
    """Take the last import back: its files hold again what they held before it.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    LastImport
        What was taken back.

    Raises
    ------
    OptionError
        If there is none, or one of its files was changed since; nothing is changed then.
    FileError
        If a file can't be written; all are as they were.
    """
    place = place or workspace.find()
    with locked(place.state):
        was, found = last_import(place), _last(place)
        if was is None or found is None:
            raise OptionError(
                Text("没有可以撤销的导入", "there is no import that could be taken back")
            )
        folder, known = found
        changed = [
            Path(item["path"])
            for item in known["files"]
            if _digest(Path(item["path"])) != item["after"]
        ]
        if changed:
            raise OptionError(
                Text(
                    f"导入之后，下列文件又改过，不能撤销，未作任何改动："
                    f"{'、'.join(path.name for path in changed)}",
                    "these files were changed since, so the import is not taken back; nothing was"
                    f" changed: {', '.join(path.name for path in changed)}",
                )
            )
        files = [
            (Path(item["path"]), (folder / item["before"]).read_bytes() if item["before"] else None)
            for item in known["files"]
        ]
        # the layer's declaration was written last, and goes first
        files.reverse()
        Ownership(place).put(files, read=[path for path, _ in files])
        (folder.parent / "last").unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
    return was


def _digest(path: Path) -> str | None:
    return file_digest(path) if path.is_file() else None


def _last(place: Workspace) -> tuple[Path, dict[str, Any]] | None:
    kept = place.state / _FOLDER
    try:
        folder = kept / (kept / "last").read_text(encoding="utf-8")
        known = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return folder, known
