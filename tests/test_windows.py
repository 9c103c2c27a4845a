"""The command line under Windows' rules about files, which :mod:`tests.windows_rules` keeps."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gisplan.cli.complaints import in_words
from gisplan.pipeline.engines.local import Processes
from gisplan.reasons import LONGEST_ON_WINDOWS, reason
from install import wheelhouse
from tests import small

#: Characters that a workspace's own folder may have, for all that is written below it to fit.
_ROOM_FOR_THE_FOLDER = 150
_LEDGER = "企业名称,所在县区,经度,纬度\n方格再生资源有限公司,620102,103.5,36.5\n"


def _run(
    folder: Path, *commands: list[str], longest: int = 10_000, code: int = 0
) -> tuple[list[dict[str, str]], str]:
    """Run commands under the rules; the findings, and what was said."""
    words = [word for command in commands for word in (*command, "+")][:-1]
    log = folder.parent / f"{folder.name}.log"
    ended = subprocess.run(
        [sys.executable, "-m", "tests.windows_rules", str(log), str(longest), *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "cp936"},
        capture_output=True,
        check=False,
        timeout=300,
    )
    said = (ended.stdout + ended.stderr).decode("gbk")  # a console of code page 936 takes it
    assert ended.returncode == code, said
    assert "Traceback" not in said
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()], said


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="which files are open: of Linux")
def test_a_workspace_is_made_used_and_made_again_as_on_windows(tmp_path: Path) -> None:
    root = tmp_path / "方格 工作区"
    small.workspace(root)
    (root / "台账.csv").write_bytes(_LEDGER.encode("gbk"))
    found, said = _run(
        root,
        ["build"],
        ["build"],  # over what is there
        ["import", "台账.csv", "--kind", "enterprises", "--datum", "WGS84", "--layer", "ledger"],
        ["build"],
        ["export", "squares", "--format", "every", "--to", "out"],
        ["export", "squares", "--format", "every", "--to", "out"],
        ["figure", "small", "--out", "小图.png"],
        ["report"],
        ["layers"],
    )
    *faults, longest = found
    assert not faults
    assert len(longest["what"]) <= LONGEST_ON_WINDOWS - _ROOM_FOR_THE_FOLDER
    assert "方格" in said


def test_a_path_too_long_is_told_as_that(tmp_path: Path) -> None:
    root = tmp_path / "long"
    small.workspace(root)
    found, said = _run(root, ["build"], longest=len(str(root)) + 30, code=2)
    assert len(found) == 1  # nothing but the longest
    assert "个字符" in said
    assert "D:\\gis" in said
    assert not (root / "exports").exists()


@pytest.mark.parametrize(("asked", "at_once"), [(None, None), (4, 4), (61, 61), (200, 61)])
def test_windows_waits_for_61_processes(
    asked: int | None, at_once: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Processes(asked)
    assert engine._at_once() == asked
    monkeypatch.setattr("gisplan.pipeline.engines.local.os.name", "nt")
    assert engine._at_once() == at_once


def test_what_the_system_refuses_is_told_in_both_languages() -> None:
    for number in (1, 2, 5, 12, 13, 16, 17, 18, 20, 21, 24, 26, 27, 28, 30, 36, 37, 39, 40, 116):
        words = reason(OSError(number, os.strerror(number)))
        assert words.zh.isascii() is False, number
        assert words.en.isascii(), number


def test_wrong_arguments_are_told_in_chinese() -> None:
    """Asked of the argparse that is there, since its sentences differ from version to version."""
    parser = argparse.ArgumentParser(prog="x", exit_on_error=False)
    parser.add_argument("--year", type=int)
    parser.add_argument("--by", choices=("a", "b"))
    parser.add_argument("--flag", action="store_true")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--one")
    group.add_argument("--other")
    both = ["--one=1", "--other=1"]
    for words in (["--year"], ["--year", "9x"], ["--by", "9"], ["--flag=1"], both):
        with pytest.raises(argparse.ArgumentError) as raised:
            parser.parse_args(words)
        told = in_words(str(raised.value)).zh
        assert set(re.findall("[a-z]{2,}", told)) <= {"year", "by", "flag", "one", "other"}, told
    assert in_words("the following arguments are required: FILE").zh == "缺少参数：FILE"
    meant = in_words("unrecognized arguments: --yaer 5", known=["--year"])
    assert meant.zh.endswith("是否想写 --year？")


def test_the_files_to_double_click_lead_somewhere() -> None:
    """Each jump has its label, and what is run was installed by the first of them."""
    files = wheelhouse.scripts("3.12", "gisplan[figures]")
    assert len(files) == 3
    for text in files.values():
        labels = set(re.findall(r"^:(\w+)$", text, re.MULTILINE))
        assert set(re.findall(r"goto (\w+)", text)) == labels
        assert text.count("(\n") == len(re.findall(r"^\)$", text, re.MULTILINE))
        assert text.startswith("@echo off\nchcp 65001")
