"""The command line as a person meets it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gisplan.catalog.workspace import Workspace
from gisplan.cli.commands import COMMANDS
from tests.test_catalog import edit


def gisplan(*words: str, cwd: Path, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    # .ci/oldest names the warnings of old versions that are none of ours
    env = {"PYTHONWARNINGS": "error", **os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-m", "gisplan", *words],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        encoding=encoding,
        check=False,
        timeout=120,
    )


def test_build_says_what_it_wrote_and_then_that_nothing_changed(place: Workspace) -> None:
    first = gisplan("build", cwd=place.root)
    assert first.returncode == 0, first.stderr
    for words in ("已写出", "maps/rendered/small.html", "exports/joined.geojson", "KB", "用时"):
        assert words in first.stdout
    second = gisplan("build", cwd=place.root)
    assert second.returncode == 0
    assert "没有变化" in second.stdout
    assert "5 个文件" in second.stdout


def test_english_on_request(place: Workspace) -> None:
    done = gisplan("build", "--lang", "en", cwd=place.root)
    assert done.returncode == 0
    assert "files written" in done.stdout
    assert (place.rendered / "small.en.html").exists()
    assert "命令" not in gisplan("--help", "--lang", "en", cwd=place.root).stdout
    before = gisplan("--lang", "en", "build", cwd=place.root)
    assert "nothing" in before.stdout.lower() or "no change" in before.stdout.lower()


def test_faults_are_one_message_with_exit_code_2(place: Workspace) -> None:
    edit(place, "layers/squares.toml", "squares.geojson", "gone.geojson")
    edit(place, "layers/figures.toml", "vintage", "vintege")
    for words in (("build",), ("layers",)):
        done = gisplan(*words, cwd=place.root)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert "gone.geojson" in done.stderr
        assert "vintege：未知的键，是否应为 vintage？" in done.stderr
        assert done.stdout == ""


@pytest.mark.parametrize(
    "words",
    [
        ("build", "nomap"),
        ("build", "--basemap", "tianditu"),
        ("build", "--basemap", "tianditu", "--tianditu-key", "x&y=<script>"),
        ("build", "-C", "no/such/folder"),
        ("layers", "nolayer"),
        ("regions", "无此地"),
        ("init", "."),
        ("nonsense",),
        (),
    ],
)
def test_a_wrong_argument_is_a_message_with_exit_code_2(
    place: Workspace, words: tuple[str, ...]
) -> None:
    done = gisplan(*words, cwd=place.root)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_layers_lists_and_describes(tmp_path: Path) -> None:
    listed = gisplan("layers", cwd=tmp_path)
    assert listed.returncode == 0
    for name in ("province", "prefectures", "counties", "plan_tasks", "bases"):
        assert name in listed.stdout
    one = gisplan("layers", "county_population", "--lang", "en", cwd=tmp_path)
    for words in ("population_2020", "persons", "licence: ", "source: ", "National Bureau of S"):
        assert words in one.stdout
    assert not list(tmp_path.iterdir())


def test_regions_answers_by_any_name(tmp_path: Path) -> None:
    done = gisplan("regions", "兰州", "华亭县", "Dunhuang", "620111", cwd=tmp_path)
    assert done.returncode == 0
    for code in ("620100", "620881", "620982", "620111"):
        assert code in done.stdout
    unsure = gisplan("regions", "临夏", "兰洲市", cwd=tmp_path)
    assert unsure.returncode == 2
    for words in ("622900", "622901", "622921", "兰州市"):
        assert words in unsure.stderr


def test_init_then_build(tmp_path: Path) -> None:
    made = gisplan("init", "gansu", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert "cd gansu" in made.stdout
    done = gisplan("build", cwd=tmp_path / "gansu" / "layers")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "gansu" / "maps" / "rendered" / "overview.html").exists()


def test_a_console_of_a_narrow_encoding_does_not_end_a_run(place: Workspace) -> None:
    for encoding in ("gbk", "ascii"):
        done = gisplan("layers", cwd=place.root, encoding=encoding)
        assert done.returncode == 0, done.stderr
        assert "joined" in done.stdout


def test_each_command_explains_itself(tmp_path: Path) -> None:
    whole = gisplan("--help", cwd=tmp_path).stdout
    for command in COMMANDS:
        assert command.name in whole
        shown = gisplan(command.name, "--help", cwd=tmp_path)
        assert shown.returncode == 0
        assert command.help.zh in shown.stdout
