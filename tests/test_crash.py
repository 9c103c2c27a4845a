"""What should not happen: a fault of gisplan's own, Ctrl-C at any moment, layers that are gone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.cli import build as command
from gisplan.cli import crash, main
from gisplan.errors import FileError
from gisplan.pipeline import build
from tests.test_export_writes import contents


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
