"""What gisplan did not write it never replaces; what another program holds is told."""

from __future__ import annotations

import csv
import errno
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.errors import FileError
from gisplan.formats import manifest
from gisplan.pipeline import build
from gisplan.pipeline.ownership import Ownership
from gisplan.pipeline.report import NotAllWrittenError
from tests.test_catalog import edit
from tests.test_export_writes import contents, figures, left_behind


def run(place: Workspace, *words: str) -> int:
    return main([words[0], "-C", str(place.root), "--lang", "en", *words[1:]])


def export(place: Workspace, folder: Path, *words: str) -> int:
    return run(place, "export", "joined", "--to", str(folder), *words)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Names of files that can't be replaced, renamed or removed, as open ones on Windows."""
    names: set[str] = set()

    def guard(do: Any, replaces: bool) -> Any:
        def wrapped(path: Any, *rest: Any, **more: Any) -> Any:
            for one in (path, *(rest[:1] if replaces else ())):
                name = os.fspath(one)
                if Path(name).name in names and os.path.lexists(name) and ".part" not in name:
                    raise PermissionError(errno.EACCES, "in use by another process", name)
            return do(path, *rest, **more)

        return wrapped

    for name in ("replace", "rename", "unlink", "remove"):
        do = getattr(os, name)
        monkeypatch.setattr(os, name, guard(do, name in ("replace", "rename")))
    yield names
    names.clear()


# -- what is not ours ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["manifest.json", "catalog.json", "layers.gpkg", "joined.qml"])
def test_an_export_never_replaces_a_strangers_file(
    place: Workspace, tmp_path: Path, capsys: Any, name: str
) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / name).write_text('{"files": {}}')
    assert export(place, folder) == 2
    told = capsys.readouterr().err
    assert f"{name}: gisplan did not write it" in told
    assert "--overwrite" in told
    assert contents(folder) == {name: b'{"files": {}}'}
    assert export(place, folder, "--overwrite") == 0
    assert manifest.differing(folder) == ()
    # its own it replaces without a word
    figures(place, 30)
    assert export(place, folder) == 0


def test_an_export_edited_by_hand_is_told_before_it_is_written_over(
    place: Workspace, tmp_path: Path, capsys: Any
) -> None:
    folder = tmp_path / "out"
    words = ("--format", "csv", "--format", "shapefile")
    assert export(place, folder, *words) == 0
    table = folder / "joined.csv"
    table.write_bytes(table.read_bytes() + b"noted by hand\n")
    (folder / "joined.shapefile" / "mine.txt").write_text("mine")
    before = contents(folder)
    figures(place, 30)
    assert export(place, folder, *words) == 2
    told = capsys.readouterr().err
    assert "joined.csv: was changed since gisplan wrote it" in told
    assert "mine.txt: gisplan did not write it" in told
    assert contents(folder) == before
    assert export(place, folder, *words, "--overwrite") == 0
    assert b"noted" not in table.read_bytes()


def test_another_workspace_knows_an_export_by_its_manifest(
    place: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    assert export(place, folder) == 0
    (place.state / "written.jsonl").unlink()
    figures(place, 30)
    assert export(place, folder) == 0


@pytest.mark.parametrize("words", [(), ("--overwrite",)])
def test_an_export_never_replaces_what_layers_are_read_from(
    place: Workspace, capsys: Any, words: tuple[str, ...]
) -> None:
    before = contents(place.layers)
    assert (
        run(place, "export", "figures", "--format", "csv", "--to", str(place.layers), *words) == 2
    )
    assert "figures.csv" in capsys.readouterr().err
    assert {k: v for k, v in contents(place.layers).items() if k in before} == before


def test_a_home_folder_stays_as_it_is(place: Workspace, tmp_path: Path) -> None:
    home = tmp_path / "home"
    for folder in ("data", ".data.old", ".notes.old", ".export.abcdefgh.part"):
        (home / folder).mkdir(parents=True)
    (home / ".data.old" / "backup.txt").write_text("precious")
    (home / ".report.abcdefgh.part").write_text("x")
    before = {p.relative_to(home) for p in home.rglob("*")}
    assert export(place, home) == 0
    assert {p.relative_to(home) for p in home.rglob("*")} > before
    assert (home / ".data.old" / "backup.txt").read_text() == "precious"


def test_a_file_beside_does_not_end_a_build(place: Workspace) -> None:
    place.exports.mkdir()
    for name in ("x", ".x.old", "joined.geojson.old", ".joined.geojson.old"):
        (place.exports / name).touch()
    build.build(place)
    assert run(place, "export", "joined", "--format", "shapefile") == 0
    assert (place.exports / ".x.old").exists()


def test_a_build_keeps_a_result_that_was_edited(place: Workspace, capsys: Any) -> None:
    build.build(place)
    result = place.exports / "joined.geojson"
    first = result.read_bytes()
    result.write_text("edited")
    assert run(place, "build") == 0
    assert "joined.geojson had been changed by another program" in capsys.readouterr().out
    assert result.read_bytes() == first
    assert (place.exports / "kept" / "joined.geojson").read_text() == "edited"
    # each edit is kept, and the same one once
    for words in ("again", "again"):
        result.write_text(words)
        assert run(place, "build") == 0
    kept = sorted(p.read_text() for p in (place.exports / "kept").iterdir())
    assert kept == ["again", "edited"]


def test_a_list_of_problems_with_notes_is_not_lost(place: Workspace) -> None:
    edit(place, "layers/figures.csv", "990102,20", "990102,x")
    build.build(place)
    problems = place.exports / "problems.csv"
    problems.write_bytes(problems.read_bytes() + b"asked the county on Monday\n")
    edit(place, "layers/figures.csv", "990102,x", "990102,20")
    build.build(place)
    assert not problems.exists()
    assert b"Monday" in (place.exports / "kept" / "problems.csv").read_bytes()


def test_without_a_record_what_is_as_it_should_be_is_not_kept_twice(place: Workspace) -> None:
    build.build(place)
    before = contents(place.exports)
    for path in sorted(place.state.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    report = build.build(place)
    assert report.kept == []
    assert contents(place.exports) == before


def test_the_note_says_what_each_file_held(place: Workspace) -> None:
    build.build(place)
    lines = (place.state / "written.jsonl").read_text(encoding="utf-8").splitlines()
    noted = dict(json.loads(line) for line in lines)
    assert (
        noted["exports/joined.geojson"]
        == hashlib.sha256((place.exports / "joined.geojson").read_bytes()).hexdigest()
    )


# -- what another program holds -----------------------------------------------------------------


def test_an_export_with_one_target_open_writes_none(
    place: Workspace, held: set[str], capsys: Any
) -> None:
    words = ("export", "--all", "--format", "xlsx", "--format", "shapefile", "--format", "qgis")
    assert run(place, *words) == 0
    before = contents(place.exports)
    figures(place, 30)
    held |= {"joined.xlsx", "joined.dbf"}
    assert run(place, *words) == 2
    told = capsys.readouterr().err
    assert str(place.exports / "joined.xlsx") in told
    assert str(place.exports / "joined.shapefile") in told
    assert "open in Excel, WPS or QGIS? Close it there and try again" in told
    assert contents(place.exports) == before
    assert left_behind(place.root) == []
    held.clear()
    assert run(place, *words) == 0
    assert manifest.differing(place.exports) == ()


@pytest.mark.parametrize("name", ["joined.geojson", "joined.meta.json", "small.en.html"])
def test_a_build_with_one_result_open_writes_all_others(
    place: Workspace, held: set[str], capsys: Any, name: str
) -> None:
    assert run(place, "build") == 0
    before = {**contents(place.exports), **contents(place.rendered)}
    figures(place, 30)
    held.add(name)
    capsys.readouterr()
    assert run(place, "build") == 2
    captured = capsys.readouterr()
    assert name in captured.err
    assert "run gisplan build again" in captured.err
    after = {**contents(place.exports), **contents(place.rendered)}
    together = {"joined.geojson", "joined.meta.json"}
    stay = together if name in together else {name}
    changed = {key for key, content in after.items() if content != before[key]}
    assert changed == {"joined.geojson", "small.en.html"} - stay
    assert ("small.en.html" in captured.out) == (name != "small.en.html")
    held.clear()
    assert run(place, "build") == 0
    assert {**contents(place.exports), **contents(place.rendered)} != after


def test_a_notebook_gets_the_report_of_what_was_written(place: Workspace, held: set[str]) -> None:
    build.build(place)
    figures(place, 30)
    held.add("joined.geojson")
    with pytest.raises(NotAllWrittenError) as caught:
        build.build(place)
    assert [item.path.name for item in caught.value.report.written] == ["small.html"]


def test_problems_open_in_excel_when_there_are_none_any_more(
    place: Workspace, held: set[str]
) -> None:
    edit(place, "layers/figures.csv", "990102,20", "990102,x")
    build.build(place)
    edit(place, "layers/figures.csv", "990102,x", "990102,20")
    held.add("problems.csv")
    assert run(place, "build") == 2
    held.clear()
    assert run(place, "build") == 0
    assert not (place.exports / "problems.csv").exists()


def test_an_input_that_may_not_be_read_is_told(
    place: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    real = Path.open

    def refused(path: Path, *words: Any, **more: Any) -> Any:
        if path.name == "figures.csv":
            raise PermissionError(errno.EACCES, "in use by another process", str(path))
        return real(path, *words, **more)

    monkeypatch.setattr(Path, "open", refused)
    assert run(place, "build") == 2
    told = capsys.readouterr().err
    assert "figures.csv" in told
    assert "no permission, or in use by another program" in told


# -- one format of several ----------------------------------------------------------------------


def test_one_format_that_fails_is_told_and_the_others_are_written(
    place: Workspace, tmp_path: Path, capsys: Any
) -> None:
    long = "x" * 40_000  # more than a cell of a workbook holds
    edit(place, "layers/figures.csv", "990102,20", "990102,20")
    edit(place, "layers/squares.geojson", '"name_zh": "', f'"name_zh": "{long}')
    folder = tmp_path / "out"
    words = ("--format", "xlsx", "--format", "csv", "--format", "kml")
    assert run(place, "export", "squares", "--to", str(folder), *words) == 2
    captured = capsys.readouterr()
    assert "squares.csv" in captured.out
    assert "32767" in captured.err
    assert {p.suffix for p in folder.iterdir()} >= {".csv", ".json"}
    assert not (folder / "squares.xlsx").exists()
    assert manifest.differing(folder) == ()
    # alone, it ends the export
    assert run(place, "export", "squares", "--format", "xlsx", "--to", str(tmp_path / "x")) == 2
    assert contents(tmp_path / "x") == {}


# -- cells that run nothing ---------------------------------------------------------------------


def test_no_csv_of_a_build_has_a_formula(place: Workspace) -> None:
    formula = "=HYPERLINK(1)"
    (place.layers / "figures.csv").rename(place.layers / f"{formula}.csv")
    edit(place, "layers/figures.toml", "figures.csv", f"{formula}.csv")
    edit(place, f"layers/{formula}.csv", "990102,20", f"{formula},-5\n'990103,+1\n99,＝1")
    build.build(place)
    cells = []
    for path in sorted(place.exports.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells += [cell for row in csv.reader(file) for cell in row]
    assert f"'{formula}" in cells
    assert f"'{formula}.csv" in cells
    assert "-5" in cells
    assert "''990103" in cells
    assert "'＝1" in cells
    assert not [c for c in cells if c.startswith(tuple("=@\t\r\n＝＋－＠"))]


def test_a_document_asked_for_never_replaces_a_strangers(place: Workspace, tmp_path: Path) -> None:
    path, owned = tmp_path / "page.html", Ownership(place)
    path.write_text("theirs")
    with pytest.raises(FileError, match="gisplan did not write it"):
        owned.write(path, b"ours")
    assert path.read_text() == "theirs"
    owned.write(path, b"ours", overwrite=True)
    # another run knows it, and tells when it was edited
    Ownership(place).write(path, b"ours again")
    path.write_text("noted by hand")
    with pytest.raises(FileError, match="was changed since"):
        Ownership(place).write(path, b"new")
    table = place.layers / "figures.csv"
    with pytest.raises(FileError, match="never replaced"):
        owned.write(table, b"", overwrite=True)
