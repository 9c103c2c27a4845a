"""What should not happen: a fault of gisplan's own, Ctrl-C at any moment, layers that are gone."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import filelock
import pytest

from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.cli import build as command
from gisplan.cli import crash, main
from gisplan.errors import FileError
from gisplan.pipeline import build
from tests.test_export_writes import contents, left_behind


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", ["内部出错", "原有文件未变", "发给维护者"]),
        ("en", ["fault of gisplan's own", "send"]),
    ],
)
def test_an_internal_error_says_so_and_keeps_what_to_send(
    place: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: Any, lang: str, said: list[str]
) -> None:
    build.build(place)
    before = contents(place.exports)

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by the test")

    monkeypatch.setattr(command, "build", broken)
    words = ["build", "-C", str(place.root), "--lang", lang, "--tianditu-key", "0secret0"]
    assert main(words) == 70
    told = capsys.readouterr().err
    assert all(part in told for part in said)
    assert "Traceback" not in told
    (kept,) = place.state.glob("error-*.txt")
    assert str(kept) in told.replace("\n", "")
    content = kept.read_text(encoding="utf-8")
    assert "ZeroDivisionError: by the test" in content
    assert "0secret0" not in content
    assert contents(place.exports) == before


def test_where_nothing_can_be_written_the_error_is_shown_whole(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    # a temporary folder stands in
    told = crash.keep(ZeroDivisionError("by the test"), ["build"], tmp_path / "file")
    assert "error-" in told.en


def test_ctrl_c_that_a_library_wrapped_is_ctrl_c() -> None:
    wrapped = ImportError("core")
    wrapped.__cause__ = KeyboardInterrupt()
    assert crash.interrupted(wrapped)
    assert not crash.interrupted(ValueError())


#: Ends the process as Ctrl-C does while a module of our own, or of a library, is being read.
INTERRUPT = """
import sys, importlib.abc
class Stop(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)  # once
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
sys.argv = ["gisplan", "build", "-C", {folder!r}]
from gisplan.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    "module",
    ["argparse", "gisplan.catalog.workspace", "gisplan.cli.build", "rich.console", "pandas"],
)
def test_ctrl_c_while_the_program_is_read_ends_it_cleanly(place: Workspace, module: str) -> None:
    code = INTERRUPT.format(module=module, folder=str(place.root))
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert run.returncode == 130, run.stderr.decode()[-2000:]
    assert b"Traceback" not in run.stderr
    assert run.stderr


@pytest.mark.parametrize("before", [True, False])
def test_a_folder_may_be_named_before_the_command_or_after(
    place: Workspace, capsys: Any, before: bool
) -> None:
    where = ["-C", str(place.root)]
    words = [*where, "layers"] if before else ["layers", *where]
    assert main([*words, "--lang", "en"]) == 0
    assert "squares" in capsys.readouterr().out


def test_layers_that_are_gone_are_not_those_shipped(tmp_path: Path) -> None:
    place = workspace.create(tmp_path / "w")
    shutil.rmtree(place.layers)
    with pytest.raises(FileError, match="is gone or empty"):
        workspace.find(place.root)
    place.layers.mkdir()
    with pytest.raises(FileError, match="is gone or empty"):
        workspace.find(place.root)


def test_layers_that_can_not_be_read_are_told(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.iterdir

    def locked(path: Path) -> Iterator[Path]:
        if path == place.layers:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", locked)
    with pytest.raises(FileError, match=r"没有权限|no permission"):
        workspace.find(place.root)


def test_a_log_says_which_layer_took_how_long(place: Workspace, capsys: Any) -> None:
    log = place.root / "logs" / "run.log"
    words = ["-C", str(place.root), "--lang", "en"]
    key = ["--tianditu-key", "0secret0"]
    assert main(["build", *words, *key, "--log", str(log)]) == 0
    assert main(["-v", "--log", str(log), "layers", *words, "joined"]) == 0
    told = capsys.readouterr().err
    assert "ms  gisplan -v --log" in told
    lines = log.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# gisplan log"
    assert [line for line in lines if "layer joined: 2 rows in" in line]
    assert [line for line in lines if "wrote joined.geojson" in line]
    assert [line for line in lines if line.endswith(" done")]
    assert "0secret0" not in "".join(lines)
    # what goes wrong is there too; nothing is added to a file that is no log
    assert main(["layers", "nowhere", *words, "--log", str(log)]) == 2
    assert "ended: " in log.read_text(encoding="utf-8")
    table = place.layers / "figures.csv"
    before = table.read_bytes()
    assert main(["layers", *words, "--log", str(table)]) == 2
    assert "is no log of gisplan's" in capsys.readouterr().err
    assert table.read_bytes() == before


def test_a_slow_build_says_which_layer(
    place: Workspace, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_LONG", 0.0)
    monkeypatch.setattr(command, "_SLOW", 0.0)
    assert main(["build", "-C", str(place.root), "--lang", "en"]) == 0
    assert "slowest layers: " in capsys.readouterr().out


def test_waiting_for_another_run_is_told_at_once_and_can_be_ended(
    place: Workspace, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.state.mkdir()
    other = filelock.FileLock(place.state / "lock", is_singleton=False)
    acquire = filelock.FileLock.acquire

    def impatient(lock: filelock.FileLock, timeout: float | None = None) -> Any:
        if timeout:  # the user presses Ctrl-C while it waits
            raise KeyboardInterrupt
        return acquire(lock, timeout=timeout)

    with other:
        monkeypatch.setattr(filelock.FileLock, "acquire", impatient)
        assert main(["build", "-C", str(place.root), "--lang", "en"]) == 130
    told = capsys.readouterr().err
    assert "another gisplan is at work in this folder" in told
    assert "Ctrl-C to wait no longer" in told
    assert not place.exports.exists()


@pytest.mark.parametrize("error", [NotImplementedError(), OSError(errno.ENOLCK, "No locks")])
def test_a_disk_without_locks_is_told_and_written_to(
    place: Workspace, capsys: Any, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def none(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(filelock.FileLock, "acquire", none)
    assert main(["build", "-C", str(place.root)]) == 0
    assert "不支持文件锁" in capsys.readouterr().err
    assert (place.exports / "joined.geojson").exists()
    assert left_behind(place.root) == []


READS = (
    ("layers",),
    ("layers", "joined"),
    ("figure", "small", "--dpi", "50", "--out", "{out}/a.png"),
    ("report", "--out", "{out}/a.html"),
    ("export", "joined", "--format", "csv", "--to", "{out}/e"),
    ("export", "joined", "--format", "csv", "--to", "{out}/e"),  # its own, by the manifest
)


@pytest.mark.parametrize("built_before", [True, False])
def test_from_a_share_that_is_only_read_all_that_only_reads_works(
    place: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Any,
    built_before: bool,
) -> None:
    if built_before:
        build.build(place)
    out = tmp_path / "out"

    def guarded(real: Any, writes: Callable[[Any], bool]) -> Any:
        def wrapped(path: Any, *rest: Any, **more: Any) -> Any:
            asked = not isinstance(path, int) and writes(rest[0] if rest else None)
            if asked and Path(os.fsdecode(path)).resolve().is_relative_to(place.root):
                raise OSError(errno.EROFS, "Read-only file system", str(path))
            return real(path, *rest, **more)

        return wrapped

    flags = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    guards = {
        (os, "open"): lambda given: bool(given & flags),
        (os, "mkdir"): lambda _: True,
        (io, "open"): lambda given: bool(set(given or "") & set("wax+")),
    }
    before = {path: path.stat().st_mtime_ns for path in place.root.rglob("*")}
    with monkeypatch.context() as patch:
        for (owner, name), writes in guards.items():
            patch.setattr(owner, name, guarded(getattr(owner, name), writes))
        for words in READS:
            given = [word.format(out=out) for word in words]
            code = main([*given, "-C", str(place.root), "--lang", "en"])
            assert code == 0, capsys.readouterr().err
        assert main(["build", "-C", str(place.root), "--lang", "en"]) == 2
    assert {path: path.stat().st_mtime_ns for path in place.root.rglob("*")} == before
    assert (out / "e" / "joined.csv").exists()
