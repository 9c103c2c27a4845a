"""The history of a workspace's tables, and taking the last change back."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gisplan.api.history import kept
from gisplan.api.history.differences import RowChange
from gisplan.api.history.kept import ChangeKind
from gisplan.api.history.writing import writing
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.files import PATIENCE
from gisplan.pipeline.ownership import Ownership
from gisplan.text import Text

#: What made a change, in words.
KIND_WORDS: Mapping[ChangeKind, Text] = {
    "import": Text("导入", "import"),
    "edit": Text("修改表格", "edit"),
    "evidence": Text("填报完成情况", "evidence"),
    "undo": Text("撤销", "undo"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChange:
    """One change of a workspace's tables.

    Who made it is not known: a workspace has no users.

    Attributes
    ----------
    id : str
        By which it is told from others.
    kind : {"import", "edit", "evidence", "undo"}
        What made it.
    layer : str
        Name of the layer.
    file : str
        Name of the file that it comes from; empty if it comes from none.
    when : datetime.datetime
        When it was made.
    added : int
        Rows that came.
    removed : int
        Rows that went.
    changed : int
        Rows of which a cell differs.
    rows : tuple of RowChange
        The first of them, from what to what.
    compared : bool
        Whether its rows are known; those of a very large table are not.
    of : str
        Of an ``undo``, the change that was taken back.
    undone : bool
        Whether it was taken back since.
    """

    id: str
    kind: ChangeKind
    layer: str
    file: str
    when: datetime.datetime
    added: int = 0
    removed: int = 0
    changed: int = 0
    rows: tuple[RowChange, ...] = ()
    compared: bool = True
    of: str = ""
    undone: bool = False

    @property
    def words(self) -> Text:
        """Say what made it.

        Returns
        -------
        Text
            In words.
        """
        return KIND_WORDS[self.kind]

    @property
    def counts(self) -> Text:
        """Say how many rows it concerns.

        Returns
        -------
        Text
            In words.
        """
        if not self.compared:
            return Text("表很大，没有逐行对照", "a large table: rows were not compared")
        parts = [
            (self.changed, "改 {} 行", "rows changed: {}"),
            (self.added, "增 {} 行", "rows added: {}"),
            (self.removed, "删 {} 行", "rows removed: {}"),
        ]
        some = [(zh.format(n), en.format(n)) for n, zh, en in parts if n]
        if not some:
            return Text("各行未变", "no row differs")
        return Text("，".join(zh for zh, _ in some), ", ".join(en for _, en in some))


def history(place: Workspace | None = None, *, layer: str | None = None) -> tuple[TableChange, ...]:
    """Tell what was changed in a workspace's tables.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    layer : str, optional
        Only of this layer.

    Returns
    -------
    tuple of TableChange
        The last one first.
    """
    place = place or workspace.find()
    found: dict[str, TableChange] = {}
    for entry in (*_lines(place), *kept.pending(place)):
        change = _change(entry)
        if change is not None:
            found.setdefault(change.id, change)
    undone = {change.of for change in found.values() if change.of}
    changes = [replace(change, undone=change.id in undone) for change in found.values()]
    return tuple(change for change in reversed(changes) if layer is None or change.layer == layer)


def _lines(place: Workspace) -> list[dict[str, Any]]:
    found = []
    try:
        with (place.state / kept.HISTORY).open(encoding="utf-8", errors="replace") as file:
            for line in file:
                try:
                    found.append(json.loads(line))
                except ValueError:
                    continue  # the end of a line, of a run that was killed
    except OSError:
        return found
    return found


def _change(entry: Any) -> TableChange | None:
    try:
        return TableChange(
            id=str(entry["id"]),
            kind=entry["kind"] if entry["kind"] in KIND_WORDS else "import",
            layer=str(entry["layer"]),
            file=str(entry["file"]),
            when=datetime.datetime.fromisoformat(entry["when"]),
            added=int(entry["added"]),
            removed=int(entry["removed"]),
            changed=int(entry["changed"]),
            rows=tuple(RowChange.of(row) for row in entry["rows"]),
            compared=bool(entry["compared"]),
            of=str(entry.get("of", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def last_change(place: Workspace | None = None) -> TableChange | None:
    """Tell which change can be taken back.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    TableChange or None
        None if there was none, or all were taken back already.
    """
    found = kept.last(place or workspace.find())
    return None if found is None else _of_before(found[1])


def _of_before(known: Mapping[str, Any]) -> TableChange | None:
    # what an earlier version kept says less
    usual = {"id": "", "kind": "import", "added": 0, "removed": 0, "changed": 0, "rows": []}
    return _change({**usual, "compared": False, **known})


def undo_last(
    place: Workspace | None = None,
    *,
    expected: str | None = None,
    only: ChangeKind | None = None,
    patience: float = PATIENCE,
) -> TableChange:
    """Take the last change back: its files hold again what they held before it.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    expected : str, optional
        The change that is meant, by its id; another is not taken back.
    only : {"import", "edit", "evidence"}, optional
        What must have made it.
    patience : float
        Seconds to wait for another run that writes.

    Returns
    -------
    TableChange
        What was taken back.

    Raises
    ------
    OptionError
        If there is none, another was made since, or one of its files was changed since; nothing
        is changed then.
    FileError
        If a file can't be written; all are as they were.
    """
    place = place or workspace.find()
    with writing(place, patience=patience):
        found = kept.last(place)
        was = None if found is None else _of_before(found[1])
        if was is None or found is None:
            if only == "import":
                raise OptionError(
                    Text("没有可以撤销的导入", "there is no import that could be taken back")
                )
            raise OptionError(
                Text("没有可以撤销的改动", "there is no change that could be taken back")
            )
        _require_meant(was, expected, only)
        folder, known = found
        _require_unchanged(known, was)
        files = [
            (Path(item["path"]), (folder / item["before"]).read_bytes() if item["before"] else None)
            for item in known["files"]
        ]
        # the layer's declaration was written last, and goes first
        files.reverse()
        Ownership(place).put(files, read=[path for path, _ in files])
        kept.note(kept.undone_entry(known), place.state)
        kept.drop(folder)
    return was


def _require_meant(was: TableChange, expected: str | None, only: ChangeKind | None) -> None:
    if expected is not None and was.id != expected:
        raise OptionError(
            Text(
                "在此之后又有新的改动，没有撤销；请刷新页面，看清楚再撤销",
                "there was another change since, so nothing was taken back; please load the page"
                " again and look",
            )
        )
    if only is not None and was.kind != only:
        words = was.words
        raise OptionError(
            Text(
                f"最近一次改动不是导入，而是{words.zh}（{was.layer}，{was.when:%Y-%m-%d %H:%M}）；"
                "要撤销它，请用 gisplan history --undo",
                f"the last change is no import but an {words.en} ({was.layer},"
                f" {was.when:%Y-%m-%d %H:%M}); take it back with gisplan history --undo",
            )
        )


def _require_unchanged(known: Mapping[str, Any], was: TableChange) -> None:
    changed = [
        Path(item["path"]).name
        for item in known["files"]
        if kept.digest_of(Path(item["path"])) != item["after"]
    ]
    if changed:
        words = was.words
        raise OptionError(
            Text(
                f"{words.zh}之后，下列文件又改过，不能撤销，未作任何改动：{'、'.join(changed)}",
                f"these files were changed since, so the {words.en} is not taken back; nothing was"
                f" changed: {', '.join(changed)}",
            )
        )
