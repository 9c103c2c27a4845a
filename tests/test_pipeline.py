"""The main job: everything once, then only what changed, and never half of it."""

from __future__ import annotations

import csv
import functools
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from gisplan.analysis import methods
from gisplan.api import load
from gisplan.catalog import analyses
from gisplan.catalog.workspace import Workspace
from gisplan.errors import FileError, OptionError
from gisplan.files import replace_file
from gisplan.pipeline import build
from gisplan.pipeline.build import BuildOptions, BuildReport
from gisplan.text import Text
from tests.test_catalog import edit


def written(report: BuildReport) -> set[str]:
    return {item.path.name for item in report.written}


def contents(place: Workspace) -> dict[str, bytes]:
    folders = (place.exports, place.rendered)
    return {p.name: p.read_bytes() for f in folders for p in f.rglob("*") if p.is_file()}


ALL = {
    "squares.geojson",
    "squares.meta.json",
    "joined.geojson",
    "joined.meta.json",
    "small.html",
}


def test_the_first_build_makes_everything(place: Workspace) -> None:
    report = build.build(place)
    assert written(report) == ALL
    assert set(report.made) == {"squares", "figures", "joined"}
    assert all(item.path.stat().st_size == item.size for item in report.written)
    assert not list(place.root.rglob("*.part"))


def test_a_second_build_does_nothing(place: Workspace) -> None:
    build.build(place)
    before = {p: p.stat().st_mtime_ns for p in place.exports.iterdir()}
    report = build.build(place)
    assert (report.written, report.made, report.unchanged) == ([], [], len(ALL))
    assert {p: p.stat().st_mtime_ns for p in place.exports.iterdir()} == before


def test_a_change_reaches_only_what_depends_on_it(place: Workspace) -> None:
    build.build(place)
    edit(place, "layers/figures.csv", "990102,20", "990102,30")
    report = build.build(place)
    assert set(report.made) == {"figures", "joined"}
    assert written(report) == {"joined.geojson", "joined.meta.json", "small.html"}
    feature = json.loads((place.exports / "joined.geojson").read_bytes())["features"][1]
    assert feature["properties"]["residents"] == 30


def test_a_changed_map_computes_no_layer(place: Workspace) -> None:
    build.build(place)
    edit(place, "maps/small.toml", "[15.0]", "[12.0]")
    report = build.build(place)
    assert report.made == []
    assert written(report) == {"small.html"}


def test_a_result_that_was_lost_or_altered_is_made_again(place: Workspace) -> None:
    build.build(place)
    (place.exports / "joined.geojson").unlink()
    (place.rendered / "small.html").write_text("altered", encoding="utf-8")
    assert written(build.build(place)) == {"joined.geojson", "small.html"}


def test_what_is_gone_from_the_record_is_made_again(place: Workspace) -> None:
    build.build(place)
    (place.state / "build.json").write_text("{broken", encoding="utf-8")
    assert written(build.build(place)) == ALL


def test_two_builds_of_the_same_give_the_same_bytes(place: Workspace) -> None:
    build.build(place)
    first = contents(place)
    for path in [*place.exports.iterdir(), *place.rendered.iterdir()]:
        path.unlink()
    build.build(place)
    assert contents(place) == first


def test_rows_set_aside_are_counted_said_and_kept(place: Workspace) -> None:
    edit(place, "layers/figures.csv", "990102,20", "990102,=2+3")
    report = build.build(place)
    assert any("1 row(s) set aside" in why.en for _, why in report.left_out)
    (problem,) = report.problems
    assert (problem.file, problem.row, problem.column) == ("figures.csv", 3, "residents")
    told = (place.exports / "problems.csv").read_bytes().decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(told)))[1][:4] == ["figures.csv", "3", "residents", "'=2+3"]
    aside = place.exports / "set_aside" / "figures.csv"
    assert aside.read_text(encoding="utf-8-sig").splitlines()[1] == "3,990102,'=2+3"
    # said again by a build that has nothing to do
    again = build.build(place)
    assert again.written == []
    assert again.problems == report.problems
    # and gone once mended
    edit(place, "layers/figures.csv", "=2+3", "5")
    build.build(place)
    assert not aside.exists()
    assert not (place.exports / "problems.csv").exists()


def test_languages_are_files_of_their_own(place: Workspace) -> None:
    build.build(place)
    report = build.build(place, options=BuildOptions(lang="en"))
    assert written(report) == {"small.en.html"}
    assert (place.rendered / "small.html").exists()


def test_an_unknown_map_is_an_error(place: Workspace) -> None:
    with pytest.raises(OptionError, match="there is no map big; there are: small"):
        build.build(place, options=BuildOptions(maps=("big",)))


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.geojson"
    replace_file(path, b"old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileError, match="unchanged"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["x.geojson"]


def test_a_notebook_gets_layers_without_anything_written(place: Workspace) -> None:
    before = set(place.root.rglob("*"))
    layer = load.load_layer("joined", place=place)
    assert list(layer.table["residents"]) == [10, 20]
    assert set(place.root.rglob("*")) == before
    with pytest.raises(OptionError, match="near it: joined"):
        load.load_layer("joind", place=place)


def test_a_notebook_gets_what_the_last_build_left(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.build(place)
    before = contents_of(place)
    with monkeypatch.context() as patched:
        known = methods.ANALYSES["attach"]
        never = functools.wraps(known.function)(_not_again)
        patched.setitem(analyses._noted, "attach", replace(known, function=never))
        assert list(load.load_layer("joined", place=place).table["residents"]) == [10, 20]
    edit(place, "layers/figures.csv", "990102,20", "990102,30")
    before |= {p: b for p, b in contents_of(place).items() if p.name == "figures.csv"}
    # made anew from what has changed, and what is kept stays that of the build
    assert list(load.load_layer("joined", place=place).table["residents"]) == [10, 30]
    assert contents_of(place) == before
    assert set(build.build(place).made) == {"figures", "joined"}


def _not_again(**_: object) -> None:
    raise AssertionError("made again")


def contents_of(place: Workspace) -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in place.root.rglob("*") if p.is_file()}


def test_a_build_that_was_ended_goes_on_from_what_is_made(place: Workspace) -> None:
    def ends(_what: Text, done: int, _steps: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build.build(place, progress=ends)
    assert not list(place.exports.glob("*.geojson"))
    report = build.build(place)
    assert written(report) == ALL
    assert len(report.made) == 1  # of three layers
