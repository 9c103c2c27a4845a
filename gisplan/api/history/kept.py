"""What files held before a change is kept, so that the change can be taken back and be told."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from gisplan.api.history.differences import table_difference
from gisplan.catalog.workspace import Workspace
from gisplan.files import clean, replace_file, told
from gisplan.pipeline.fingerprint import file_digest

#: What made a change: a file brought in, a table edited, evidence said, a change taken back.
ChangeKind = Literal["import", "edit", "evidence", "undo"]

#: Seconds that a window waits for a build or an import that writes; a person waits no longer.
IN_A_WINDOW = 20.0
#: Below ``.gisplan``: what was there before each change, the list of it, which changes can be
#: taken back (the last of them last), and all that were made.
_FOLDER, _LIST, _STACK, HISTORY = "undo", "import.json", "last", "history.jsonl"
_NAME = re.compile("[0-9a-f]{16}")
#: Changes that can be taken back, one after the other.
_DEPTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedTable:
    """The table that a change is of.

    Attributes
    ----------
    layer : str
        Name of the layer.
    path : pathlib.Path
        Its file.
    key : tuple of str
        Columns that tell its rows.
    """

    layer: str
    path: Path
    key: tuple[str, ...]


def keep_before(
    files: Sequence[tuple[Path, bytes | None]],
    *,
    table: ChangedTable,
    file: str,
    place: Workspace,
    kind: ChangeKind = "import",
) -> Path | None:
    """Keep what files hold that a change is about to replace.

    Whoever calls it holds the workspace by :func:`~gisplan.api.history.writing.writing`.

    Parameters
    ----------
    files : sequence of (pathlib.Path, bytes or None)
        What is to be written; None where a file goes.
    table : ChangedTable
        The table among them.
    file : str
        Name of the file that the change comes from; empty if it comes from none.
    place : Workspace
        The workspace.
    kind : {"import", "edit", "evidence", "undo"}
        What makes the change.

    Returns
    -------
    pathlib.Path or None
        Where it is kept; :func:`keep` makes it that of the last change. None if they hold it
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
    if all(digest_of(path) == after for path, after in digests):
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
        old = table.path.read_bytes() if table.path.is_file() else None
    new = next((content for path, content in files if path == table.path), old)
    differs = table_difference(old, new, key=table.key)
    known = {
        "id": folder.name,
        "kind": kind,
        "layer": table.layer,
        "file": file,
        "when": datetime.datetime.now().astimezone().isoformat(),
        "added": differs.added,
        "removed": differs.removed,
        "changed": differs.changed,
        "compared": differs.compared,
        "rows": [row.plain() for row in differs.rows],
    }
    # the list last: a folder without one is of a run that was killed, and holds nothing
    whole = json.dumps({**known, "files": items}, ensure_ascii=False)
    replace_file(folder / _LIST, whole.encode())
    return folder


def forget(folder: Path | None) -> None:
    """Drop what was kept for a change that was not made; the one before it can still be undone.

    Parameters
    ----------
    folder : pathlib.Path or None
        Of :func:`keep_before`.
    """
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def keep(folder: Path | None) -> None:
    """Make what was kept that of the last change, now that its files are in place.

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
    kept = folder.parent
    known = _known(folder)
    if known is not None:
        note({name: value for name, value in known.items() if name != "files"}, kept.parent)
    stack = [name for name in _stack(kept) if name != folder.name][-_DEPTH + 1 :]
    _put_stack(kept, [*stack, folder.name])
    _drop_others(kept, [*stack, folder.name])


def _drop_others(kept: Path, names: Sequence[str]) -> None:
    # what runs kept that were killed before their files were in place
    for folder in _folders(kept):
        if folder.name not in names and not folder.name.startswith("."):
            shutil.rmtree(folder, ignore_errors=True)


def note(entry: dict[str, Any], state: Path) -> None:
    """Put a change into the history.

    Parameters
    ----------
    entry : dict of str to any
        What was changed.
    state : pathlib.Path
        The workspace's ``.gisplan``.

    Raises
    ------
    FileError
        If it can't be written.
    """
    path = state / HISTORY
    with told(path):
        there = path.read_bytes() if path.is_file() else b""
        # a line that was cut short ends here, and is passed over when it is read
        begin = b"\n" if there and not there.endswith(b"\n") else b""
        with path.open("ab") as file:
            file.write(begin + json.dumps(entry, ensure_ascii=False).encode() + b"\n")


def last(place: Workspace) -> tuple[Path, dict[str, Any]] | None:
    """Give the last change that can be taken back.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    tuple of (pathlib.Path, dict) or None
        Where it is kept, and what is known of it; None if there is none.
    """
    kept = place.state / _FOLDER
    for name in reversed([*_stack(kept), *(folder.name for folder, _ in _pending(kept))]):
        known = _known(kept / name)
        if known is not None:
            return kept / name, known
    return None


def drop(folder: Path) -> None:
    """Take a change from those that can be taken back.

    Parameters
    ----------
    folder : pathlib.Path
        Where it is kept.

    Raises
    ------
    FileError
        If that can't be noted.
    """
    _put_stack(folder.parent, [name for name in _stack(folder.parent) if name != folder.name])
    shutil.rmtree(folder, ignore_errors=True)


def settle(place: Workspace) -> None:
    """Note what a run that was killed had changed and not come to note.

    Parameters
    ----------
    place : Workspace
        The workspace; its lock is held.

    Raises
    ------
    FileError
        If that can't be noted.
    """
    kept = place.state / _FOLDER
    if not kept.is_dir():
        return
    made = [folder for folder, _ in _pending(kept)]
    clean(kept, *made)
    for folder in made:
        keep(folder)
    _drop_others(kept, _stack(kept))
    for name in reversed(_stack(kept)):
        known = _known(kept / name)
        if known is None or not _is_as_before(kept / name, known):
            return
        note(undone_entry(known), place.state)
        drop(kept / name)


def undone_entry(known: Mapping[str, Any]) -> dict[str, Any]:
    """Give what the history says of a change that was taken back.

    Parameters
    ----------
    known : mapping of str to any
        What is known of the change.

    Returns
    -------
    dict of str to any
        An entry.
    """
    # the same however often it is noted: a run may be killed between this and what follows
    of = known.get("id", "")
    entry = {"id": f"{of}-undo", "kind": "undo", "of": of, "rows": []}
    entry["when"] = datetime.datetime.now().astimezone().isoformat()
    entry |= {name: known.get(name, "") for name in ("layer", "file")}
    entry |= {"added": known.get("removed", 0), "removed": known.get("added", 0)}
    return entry | {"changed": known.get("changed", 0), "compared": known.get("compared", False)}


def pending(place: Workspace) -> list[dict[str, Any]]:
    """Give the changes that :func:`settle` would note.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    list of dict of str to any
        As they will stand in the history.
    """
    return [known for _, known in _pending(place.state / _FOLDER)]


def digest_of(path: Path) -> str | None:
    """Give the fingerprint of a file.

    Parameters
    ----------
    path : pathlib.Path
        The file.

    Returns
    -------
    str or None
        None if there is none.
    """
    return file_digest(path) if path.is_file() else None


def _pending(kept: Path) -> list[tuple[Path, dict[str, Any]]]:
    # Changes whose files are all in place, and that nobody noted.
    noted = set(_stack(kept))
    found = []
    for folder in _folders(kept):
        known = None if folder.name in noted else _known(folder)
        if known is not None and all(
            digest_of(Path(item["path"])) == item["after"] for item in known["files"]
        ):
            found.append((folder, known))
    return sorted(found, key=lambda item: str(item[1]["when"]))


def _is_as_before(folder: Path, known: Mapping[str, Any]) -> bool:
    # Whether the files of a change hold what they held before it: it was taken back, by a run
    # that was killed before it could say so.
    return all(
        digest_of(Path(item["path"]))
        == (digest_of(folder / item["before"]) if item["before"] else None)
        for item in known["files"]
    )


def _folders(kept: Path) -> Iterator[Path]:
    try:
        yield from [path for path in kept.iterdir() if path.is_dir()]
    except OSError:
        return


def _stack(kept: Path) -> list[str]:
    try:
        names = (kept / _STACK).read_text(encoding="utf-8").split()
    except (OSError, ValueError):
        return []
    # what was damaged names nothing else than a folder of ours
    return [name for name in names if _NAME.fullmatch(name)]


def _put_stack(kept: Path, names: Sequence[str]) -> None:
    replace_file(kept / _STACK, "\n".join(names).encode())


def _known(folder: Path) -> dict[str, Any] | None:
    try:
        found = json.loads((folder / _LIST).read_text(encoding="utf-8"))
        whole = all({"path", "before", "after"} <= item.keys() for item in found["files"])
        known: dict[str, Any] | None = (
            found if whole and {"layer", "when"} <= found.keys() else None
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return known
