"""The old file or the new one, never half: killed, starved, crowded and forbidden."""

from __future__ import annotations

import errno
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gisplan import files
from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.catalog.workspace import Workspace
from gisplan.errors import FileError, GisplanError, OptionError
from gisplan.files import together
from gisplan.formats import formats, geopackage, manifest
from gisplan.formats.names import file_in
from gisplan.pipeline import build
from gisplan.pipeline import outputs as results
from gisplan.pipeline.cache import Record
from tests import exporter

EVERYTHING = ExportOptions(formats=formats.ALL)
ROWS = {"squares": 2, "joined": 2, "figures": 2}
# Children come from a clean process that has the libraries loaded: they start at once.
CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["tests.exporter"])
State = dict[str, bytes]


def child(target: Callable[..., None], *args: Any, **more: Any) -> Any:
    process = CHILDREN.Process(target=target, args=args, kwargs=more)
    process.start()
    return process


def left_behind(folder: Path) -> list[Path]:
    return [p for p in folder.rglob(".*") if p.name.endswith((".part", ".old"))]


def killed_at(folder: Path, work: str) -> None:
    """Run lines of Python in that folder, in a process that ends as a killed one does."""
    script = f"import os\nfrom pathlib import Path\nfrom gisplan import files\n{work}\n"
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, check=False)
    assert done.returncode == 9


def inodes(folder: Path) -> dict[str, int]:
    """Tell which files stand there, by name and number."""
    return {entry.name: entry.inode() for entry in os.scandir(folder) if entry.name[0] != "."}


def contents(folder: Path) -> State:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and not any(q.startswith(".") for q in p.relative_to(folder).parts)
    }


def figures(place: Workspace, number: int) -> None:
    """Give the workspace other figures in as many rows."""
    path = place.layers / "figures.csv"
    path.write_text(f"adcode,residents\n990101,{number}\n990102,{number + 1}\n", encoding="utf-8")


def two_states(place: Workspace, options: ExportOptions) -> tuple[State, State]:
    """Export two different states of the workspace; the second is there afterwards."""
    states = []
    for number in (10, 7_000_000):
        figures(place, number)
        publish.export(place, options=options)
        states.append(contents(place.exports))
    assert set(states[0]) == set(states[1])
    assert states[0] != states[1]
    return states[0], states[1]


def require_old_or_new(folder: Path, states: tuple[State, State]) -> None:
    """Each file is of one state or the other, byte for byte, and so is each shapefile."""
    now = contents(folder)
    assert set(now) == set(states[0])
    sets: dict[str, set[int]] = {}
    for name, content in now.items():
        of = {i for i, state in enumerate(states) if state[name] == content}
        if name != manifest.NAME:
            assert of, name
        if "/" in name:
            whole = name.split("/")[0]
            sets[whole] = sets.get(whole, {0, 1}) & of
    assert all(sets.values())


def require_whole(folder: Path, rows: int) -> None:
    for path in sorted(folder.iterdir()):
        name, _, ending = path.name.partition(".")
        for kind in formats.FORMATS.values():
            if f".{ending}" == kind.ending:
                assert kind.count(path) == ROWS[name], path
        if ending == "gpkg":
            assert geopackage.count(path) == rows


@pytest.mark.slow
def test_killed_at_80_random_moments(place: Workspace) -> None:
    names = ("qgis", "shapefile", "flatgeobuf", "csv")
    options = ExportOptions(formats=names, layers=("joined",))
    states = two_states(place, options)
    for _ in range(2):  # the first waits for the libraries to load
        started = time.monotonic()
        once = child(exporter.slow_at_the_end, place.root, options)
        once.join()
        seconds = time.monotonic() - started
        assert once.exitcode == 0
    rng = random.Random(6)
    kills, parts, mixed = 0, 0, 0
    while kills < 80:
        figures(place, (10, 7_000_000)[kills % 2])
        before = inodes(place.exports)
        job = child(exporter.slow_at_the_end, place.root, options)
        if kills % 4 < 2:
            time.sleep(rng.uniform(0.1, 1.0) * seconds)
        else:
            # among the renames, however busy the machine
            while job.is_alive() and inodes(place.exports) == before:
                time.sleep(0.0005)
            time.sleep(rng.uniform(0.0, 0.02))
        job.kill()
        job.join()
        if job.exitcode == 0:
            continue
        kills += 1
        parts += bool(left_behind(place.exports))
        mixed += bool(manifest.differing(place.exports))
        require_old_or_new(place.exports, states)
    require_whole(place.exports, 2)
    # the kills came where they hurt
    assert parts > 8
    assert mixed > 1
    # and the next export clears up, as if nothing had been
    figures(place, 10)
    publish.export(place, options=options)
    assert contents(place.exports) == states[0]
    assert left_behind(place.root) == []
    assert manifest.differing(place.exports) == ()


# of rasters see test_export_cog
# csv-wkt is written by the hand that writes csv
@pytest.mark.parametrize("name", sorted({*formats.ALL} - {"cog", "csv-wkt"}))
def test_no_room_for_the_file(place: Workspace, name: str) -> None:
    options = ExportOptions(formats=(name,), layers=("joined",))
    states = two_states(place, options)
    largest = max(
        len(content)
        for path, content in states[0].items()
        if not path.endswith((".json", ".qml", ".sld", ".qmd"))
    )
    figures(place, 10)
    # so that what comes next writes the export alone
    publish.export(place, options=replace(options, to=place.root / "elsewhere"))
    for limit in (0, 1, *(largest * i // 6 for i in range(1, 6)), largest - 1):
        job = child(exporter.starved, place.root, limit, options)
        job.join()
        assert job.exitcode == 2, limit
        assert contents(place.exports) == states[1]
        assert left_behind(place.exports) == []
    publish.export(place, options=options)
    assert contents(place.exports) == states[0]


CALLS = (
    (os, "fsync"),
    (Path, "write_bytes"),
    (Path, "mkdir"),
    (Path, "replace"),
    (Path, "rename"),
    (Path, "chmod"),
    (tempfile, "mkdtemp"),
)


def full_disk(
    calls_of: Sequence[tuple[Any, str]], monkeypatch: pytest.MonkeyPatch
) -> dict[str, int]:
    """Count calls that write, ``seen``; the one whose number is ``fails`` finds the disk full."""
    calls = {"seen": 0, "fails": -1}

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **more: Any) -> Any:
            calls["seen"] += 1
            if calls["seen"] == calls["fails"]:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **more)

        return wrapped

    for owner, name in calls_of:
        monkeypatch.setattr(owner, name, failing(getattr(owner, name)))
    return calls


@pytest.mark.slow
def test_disk_full_at_every_write(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    options = ExportOptions(formats=("qgis", "shapefile", "csv"), layers=("joined",))
    monkeypatch.setattr(os, "fsync", lambda _: None)  # a test need not wait for the disk
    states = two_states(place, options)
    figures(place, 10)
    calls = full_disk(CALLS, monkeypatch)
    publish.export(place, options=options)
    count = calls["seen"]
    assert count > 40
    for at in range(1, count + 1):
        figures(place, (7_000_000, 10)[at % 2])
        calls.update(seen=0, fails=at)
        with pytest.raises(GisplanError, match=r"磁盘已满|no space left"):
            publish.export(place, options=options)
        calls["fails"] = -1
        require_old_or_new(place.exports, states)
        assert left_behind(place.exports) == []
        # what had taken its place is put back
        assert manifest.differing(place.exports) == ()


def test_a_folder_that_may_not_be_written_to(place: Workspace) -> None:
    states = two_states(place, ExportOptions())
    figures(place, 10)
    # root may write anywhere, unless it gives that right up
    root = ["setpriv", "--inh-caps=-dac_override", "--bounding-set=-dac_override"]
    before = root if os.geteuid() == 0 else []
    place.exports.chmod(0o555)
    try:
        done = subprocess.run(
            [*before, sys.executable, "-m", "gisplan", "export", "--all", "--lang", "en"],
            cwd=place.root,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        place.exports.chmod(0o755)
    assert done.returncode == 2
    assert "no permission" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(place.exports) == states[1]


@pytest.mark.slow
def test_twenty_builds_at_once(place: Workspace) -> None:
    jobs = [child(exporter.run, "build", place.root) for _ in range(18)]
    jobs += [child(exporter.run, "export", place.root, EVERYTHING) for _ in range(2)]
    for job in jobs:
        job.join(timeout=100)
    assert [job.exitcode for job in jobs] == [0] * 20
    now = {**contents(place.exports), **contents(place.rendered)}
    assert left_behind(place.root) == []
    shutil.rmtree(place.state)
    for folder in (place.exports, place.rendered):
        shutil.rmtree(folder)
    build.build(place)
    publish.export(place, options=EVERYTHING)
    assert {**contents(place.exports), **contents(place.rendered)} == now


def test_a_lock_is_waited_for_and_ends_with_its_process(tmp_path: Path) -> None:
    told = CHILDREN.Event()
    job = child(exporter.hold, tmp_path, told)
    assert told.wait(30)
    with (
        pytest.raises(FileError, match="another gisplan is at work"),
        files.locked(tmp_path, patience=0.2),
    ):
        pytest.fail("two at once")
    job.kill()
    job.join()
    with files.locked(tmp_path, patience=5):
        pass


def test_a_build_clears_what_a_killed_one_left_and_nothing_else(place: Workspace) -> None:
    build.build(place)
    killed_at(
        place.exports,
        "files.write_file(Path('joined.geojson'), lambda p: p.write_bytes(b'x') and os._exit(9))",
    )
    (dead,) = left_behind(place.exports)
    theirs = [
        ".notes",
        "draft.part",
        ".x.part",
        "mine.gpkg",
        ".joined.geojson.ab12cd_9.part",
        ".joined.geojson.old",
        ".other.old",
        ".gisplan-ab12cd_9.part",
    ]
    for name in theirs:
        (place.exports / name).write_bytes(b"mine")
    # named as ours are, and not ours
    (place.exports / ".export.ab12cd_9.part").mkdir()
    for name in (".gisplan-abcdefgh.part", ".gisplan-linked_1.part"):
        (place.exports / name).mkdir()
        (place.exports / name / "mine").write_bytes(b"mine")
    signature = place.exports / ".gisplan-linked_1.part" / "made-by-gisplan"
    signature.write_bytes((dead / "made-by-gisplan").read_bytes() + b"and mine")
    before = sorted(p for p in place.exports.rglob("*") if dead not in (p, *p.parents))
    build.build(place)
    assert not dead.exists()
    assert sorted(place.exports.rglob("*")) == before
    assert all((place.exports / name).read_bytes() == b"mine" for name in theirs)


def test_the_part_of_a_run_that_goes_on_is_not_cleared(tmp_path: Path) -> None:
    with files.batch(tmp_path) as batch:
        batch.add("a", lambda path: path.write_bytes(b"a"))
        files.clean(tmp_path)
        batch.commit()
    assert (tmp_path / "a").read_bytes() == b"a"


def write_set(folder: Path, word: str) -> None:
    def make(made: Path) -> None:
        made.mkdir()
        (made / "a").write_text(word)

    with files.batch(folder) as batch:
        batch.add("set", make)
        batch.commit()


def test_a_folder_replaced_where_names_cannot_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(together, "_exchange", lambda *_: False)
    write_set(tmp_path, "old")
    write_set(tmp_path, "new")
    assert (tmp_path / "set" / "a").read_text() == "new"
    assert left_behind(tmp_path) == []
    # killed between the two renames: the next run gives the old one back
    killed_at(
        tmp_path,
        "from gisplan.files import together\n"
        "together._exchange = lambda *_: False\n"
        "rename = Path.rename\n"
        "Path.rename = lambda a, b: rename(a, b) and os._exit(9)\n"
        "with files.batch(Path()) as batch:\n"
        "    batch.add('set', Path.mkdir)\n"
        "    batch.commit()",
    )
    assert not (tmp_path / "set").exists()
    files.clean(tmp_path)
    assert (tmp_path / "set" / "a").read_text() == "new"
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("links", [True, False])
def test_what_takes_its_place_together_is_put_back_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, links: bool
) -> None:
    (tmp_path / "b").write_text("old")
    write_set(tmp_path, "old")
    before = contents(tmp_path)
    real, calls = Path.replace, iter(range(100))

    def fails(path: Path, target: Path) -> Path:
        if path != target and next(calls) == at:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(path, target)

    if not links:
        monkeypatch.setattr(os, "link", lambda *_, **__: Path().read_bytes())
    with files.batch(tmp_path) as batch:
        for name in ("a", "b", "c"):
            batch.add(name, lambda path: path.write_text("new"))
        batch.add("set", lambda made: (made.mkdir(), (made / "a").write_text("new")))
        monkeypatch.setattr(Path, "replace", fails)
        if at < 3:
            with pytest.raises(FileError, match="failed to read or write"):
                batch.commit()
        else:
            batch.commit()
    after = contents(tmp_path)
    assert after == (before if at < 3 else dict.fromkeys(("a", "b", "c", "set/a"), b"new"))
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "a/b",
        "a\\b",
        "/etc/x",
        "..",
        ".",
        "",
        ".hidden",
        "con",
        "LPT1",
        "a\0b",
        "a:b",
        "x\n",
    ],
)
def test_a_name_cannot_leave_its_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="can't be a file's name"):
        file_in(tmp_path, name, ".csv")


@pytest.mark.parametrize("name", ["counties", "plan_2018", "兰州新区", "a-b"])
def test_a_plain_name_stays(name: str, tmp_path: Path) -> None:
    assert file_in(tmp_path, name, ".csv") == tmp_path / f"{name}.csv"


def test_kept_tables_newer_than_the_record_are_not_taken(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after a table was kept, and the input is then as it was before."""
    figures(place, 10)
    build.build(place)
    before = contents(place.exports)
    figures(place, 20)
    with monkeypatch.context() as patched:
        patched.setattr(Record, "save", lambda _: None)
        patched.setattr(results.Results, "_write", lambda *_: None)
        build.build(place)
    figures(place, 10)
    build.build(place)
    assert contents(place.exports) == before
    assert build.build(place).made == []
