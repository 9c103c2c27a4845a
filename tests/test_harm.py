"""What may befall a workspace: damaged caches, a full disk, an odd clock, a folder moved."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.pipeline import catalogue
from tests.test_export_writes import State, contents, figures, full_disk, left_behind


def build(place: Workspace) -> int:
    catalogue._READ.clear()  # as another process would
    return main(["build", "-C", str(place.root), "--lang", "en"])


def written(place: Workspace) -> State:
    return {**contents(place.exports), **contents(place.rendered)}


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flip(path: Path) -> None:
    made = bytearray(path.read_bytes())
    if made:
        made[len(made) // 2] ^= 4
    path.write_bytes(bytes(made))


def _of_another_version(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"fingerprint"', b'"print"') + b"\n{}")


DAMAGE: dict[str, Callable[[Path], None]] = {
    "cut": _cut,
    "flipped": _flip,
    "emptied": lambda path: path.write_bytes(b"") and None,
    "deleted": Path.unlink,
    "of another version": _of_another_version,
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_cache_does_no_harm(place: Workspace, capsys: Any, how: str) -> None:
    assert build(place) == 0
    before = written(place)
    kept = [path for path in sorted(place.state.rglob("*")) if path.is_file()]
    assert {"build.json", "catalogue.json", "written.jsonl", "joined.parquet"} <= {
        path.name for path in kept
    }
    for number, path in enumerate(kept):
        if path.exists():
            DAMAGE[how](path)
        # half the time something is to be made anew
        figures(place, (10, 30)[number % 2])
        assert build(place) == 0, path
        capsys.readouterr()
    figures(place, 10)
    (place.layers / "figures.csv").write_text(
        "adcode,residents\n990101,10\n990102,20\n", encoding="utf-8"
    )
    assert build(place) == 0
    for folder in (place.exports, place.rendered):  # where the note of what was written was lost
        shutil.rmtree(folder / "kept", ignore_errors=True)
    assert written(place) == before


CALLS = (
    (os, "fsync"), (Path, "write_bytes"), (Path, "mkdir"), (Path, "replace"), (Path, "rename"),
    (Path, "touch"), (os, "link"), (tempfile, "mkdtemp"),
)  # fmt: skip


def test_a_disk_that_is_full_at_any_write_of_a_build(
    place: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    words = ["build", "-C", str(place.root), "--lang", "en"]
    monkeypatch.setattr(os, "fsync", lambda _: None)  # a test need not wait for the disk
    calls = full_disk(CALLS, monkeypatch)

    states = []
    for number in (10, 7_000_000):
        figures(place, number)
        calls.update(seen=0)
        assert main(words) == 0
        states.append(written(place))
    count = calls["seen"]
    assert count > 5
    told = 0
    for at in range(1, count + 1):
        figures(place, (10, 7_000_000)[at % 2])
        calls.update(seen=0, fails=at)
        code = main(words)
        calls["fails"] = -1
        said = capsys.readouterr().err
        # what only saves a reading may be missing: the run goes on
        assert code == 0 or (code == 2 and "no space left" in said.lower()), said
        told += code == 2
        found = written(place)
        assert found.keys() == states[0].keys()
        assert all(found[name] in (states[0][name], states[1][name]) for name in found)
        assert left_behind(place.root) == []
    assert told > count // 3
    figures(place, 10)
    assert main(words) == 0
    assert written(place) == states[0]


@pytest.mark.parametrize("moment", [0, 4_000_000_000])
def test_an_odd_clock_changes_nothing(
    place: Workspace, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    assert build(place) == 0
    before = written(place)
    for path in place.root.rglob("*"):
        os.utime(path, (moment, moment))
    monkeypatch.setattr("time.time", lambda: float(moment))
    assert build(place) == 0
    assert written(place) == before
    figures(place, 30)  # and a change is seen all the same
    os.utime(place.layers / "figures.csv", (moment, moment))
    assert build(place) == 0
    assert written(place) != before


def test_a_workspace_that_was_moved_or_is_linked(
    place: Workspace, tmp_path: Path, capsys: Any
) -> None:
    assert build(place) == 0
    before = written(place)
    moved = shutil.move(place.root, tmp_path / "moved 到")
    link = tmp_path / "link"
    link.symlink_to(moved)
    for root in (Path(moved), link):
        there = workspace.find(root)
        capsys.readouterr()
        assert build(there) == 0
        assert "nothing changed" in capsys.readouterr().out
        assert written(there) == before
    # results that lie behind a link are written there, and the link stays
    far = tmp_path / "far"
    shutil.move(link / "exports", far)
    (link / "exports").symlink_to(far)
    figures(workspace.find(link), 30)
    assert build(workspace.find(link)) == 0
    assert (link / "exports").is_symlink()
    assert contents(far)["joined.geojson"] != before["joined.geojson"]
