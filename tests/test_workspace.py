"""Whose folders are used, and what init makes."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.errors import DeclarationError, FileError
from gisplan.pipeline import catalogue as catalog
from tests import small


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_anywhere_else_the_shipped_layers_are_used(tmp_path: Path) -> None:
    place = workspace.find(tmp_path)
    assert not place.own
    assert place.root == tmp_path.resolve()
    assert place.layers == workspace.shipped() / "layers"


def test_init_makes_a_workspace_that_is_found_from_below(tmp_path: Path) -> None:
    made = workspace.create(tmp_path / "gansu")
    assert made.own
    below = made.root / "a" / "b"
    below.mkdir(parents=True)
    assert workspace.find(below) == made
    assert set(catalog.load(made).layers) == set(catalog.load(workspace.find(tmp_path)).layers)
    assert not any(made.root.glob("maps/rendered/*"))


def test_init_changes_nothing_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "layers").mkdir()
    (tmp_path / "layers" / "mine.toml").write_text("x = 1\n", encoding="utf-8")
    before = files(tmp_path)
    with pytest.raises(FileError, match="already holds layers"):
        workspace.create(tmp_path)
    assert files(tmp_path) == before


def test_a_folder_of_ones_own_is_used_in_place_of_the_shipped(place: Workspace) -> None:
    assert set(catalog.load(place).layers) == {"squares", "figures", "joined"}
    for path in place.maps.glob("*.toml"):
        path.unlink()
    # No map of another region is drawn over layers of one's own.
    assert catalog.load(workspace.find(place.root)).maps == {}
    for path in place.layers.glob("*.toml"):
        path.unlink()
    assert workspace.find(place.root).maps == workspace.shipped() / "maps"


def test_settings_are_read_and_checked(place: Workspace) -> None:
    settings = 'language = "en"\nreview_number = "甘S（2026）1号"\n'
    (place.root / "gisplan.toml").write_text(settings, encoding="utf-8")
    found = workspace.find(place.root)
    assert (found.language, found.review_number) == ("en", "甘S（2026）1号")
    assert catalog.load(found).maps["small"].review_number == "甘S（2026）1号"
    (place.root / "gisplan.toml").write_text('langage = "en"\n', encoding="utf-8")
    with pytest.raises(DeclarationError, match="langage: unknown key; did you mean language"):
        workspace.find(place.root)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such folder"):
        workspace.find(tmp_path / "nowhere")


def test_a_folder_that_was_removed_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    try:
        with pytest.raises(FileError, match="current folder is gone"):
            workspace.find()
    finally:
        os.chdir(tmp_path)


def test_an_init_that_did_not_come_to_its_end_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    target = tmp_path / "mine"
    (target / "notes").mkdir(parents=True)
    base = tmp_path / "shipped"  # as many folders, and little in them
    small.workspace_files(base)
    for name in ("boundaries", "context"):
        (base / "data" / name).mkdir(parents=True)
        (base / "data" / name / "a.txt").write_text(name, encoding="utf-8")
    monkeypatch.setattr(workspace, "shipped", lambda: base)
    real = {name: getattr(Path, name) for name in ("rename", "replace")}
    stops = 0
    while True:  # at the first rename, at the second, until there is none left to stop at
        fails = iter([*[False] * stops, True])

        def full(name: str, path: Path, to: Path, fails: Iterator[bool] = fails) -> Path:
            if next(fails, False):
                raise OSError(errno.ENOSPC, "No space left on device")
            return real[name](path, to)

        with monkeypatch.context() as patch:
            for name in real:
                patch.setattr(Path, name, lambda path, to, name=name: full(name, path, to))
            if main(["init", str(target), "-C", str(tmp_path), "--lang", "en"]) == 0:
                break
        assert "no space left" in capsys.readouterr().err
        assert not (target / "gisplan.toml").exists()
        stops += 1
    assert stops >= 5  # four folders and the settings
    (target / "gisplan.toml").unlink()
    for path in target.glob("打开工作台.*"):
        path.unlink()
    for name in ("layers", "maps", "data"):
        shutil.rmtree(target / name)
    # what is there by half is of this program alone, and takes no file of anybody's
    (target / "layers").mkdir(exist_ok=True)
    mine = target / "layers" / "mine.csv"
    mine.write_text("a", encoding="utf-8")
    with pytest.raises(FileError, match="already holds layers"):
        workspace.create(target)
    mine.unlink()
    made = workspace.create(target)
    assert made.own
    assert sorted(path.name for path in target.iterdir()) == [
        "data", "gisplan.toml", "layers", "maps", "notes"
    ]  # fmt: skip


def test_a_region_that_is_none_makes_no_workspace(tmp_path: Path, capsys: Any) -> None:
    words = ["init", str(tmp_path / "w"), "--region", "Atlantis", "-C", str(tmp_path)]
    assert main([*words, "--lang", "en"]) == 2
    assert "Atlantis" in capsys.readouterr().err
    assert not (tmp_path / "w").exists()
