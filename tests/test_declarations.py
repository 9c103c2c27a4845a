"""Any declaration: what can't be is a sentence with file and key, and nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from tests.test_catalog import edit

STYLE = 'scheme = "breaks", breaks = [15.0] }'
FIGURES, SQUARES, MAP = "layers/figures.toml", "layers/squares.toml", "maps/small.toml"
FILE, KEY = '"figures.csv"', 'key = ["adcode"]'

CASES = {
    "no name": (FIGURES, FILE, '""', ["from.file", "not empty"]),
    "NUL": (FIGURES, FILE, '"a\\u0000b.csv"', ["from.file", "control character"]),
    "long name": (FIGURES, FILE, f'"{"x" * 5000}.csv"', ["from.file", "can't be opened"]),
    "circle of links": (FIGURES, FILE, '"loop.csv"', ["from.file", "loop.csv"]),
    "a folder": (FIGURES, FILE, '".."', ["from.file", "no file"]),
    "thousands of digits": (FIGURES, "minimum = 0", f"minimum = 1{'0' * 6000}", ["figures.toml"]),
    "infinite minimum": (FIGURES, "minimum = 0", "minimum = inf", ["minimum", "finite"]),
    "deep lists": (FIGURES, KEY, f"{KEY}\na = {'[' * 5000}{']' * 5000}", ["nested too deeply"]),
    "40 deep": (FIGURES, KEY, f"{KEY}\na = {'[' * 40}{']' * 40}", ["nested too deeply"]),
    "no key": (FIGURES, KEY, "key = []", ["key", "one column"]),
    "empty key": (FIGURES, KEY, 'key = [""]', ["key"]),
    "parameter": ("layers/joined.toml", '["residents"]', "5", ["from.parameters.columns"]),
    "parameter nan": ("layers/joined.toml", '["residents"]', "[nan]", ["columns", "finite"]),
    "type of another": (FIGURES, 'type = "integer"', 'type = "date"', ["residents is date"]),
    "weight inf": (MAP, STYLE, f"weight = inf, {STYLE}", ["style.weight", "finite"]),
    "weight -3": (MAP, STYLE, f"weight = -3, {STYLE}", ["style.weight", "at least 0"]),
    "weight -1e308": (MAP, STYLE, f"weight = -1e308, {STYLE}", ["style.weight"]),
    "breaks inf": (MAP, "[15.0]", "[15.0, inf]", ["style.breaks", "finite"]),
    "opacity 10**400": (MAP, STYLE, f"opacity = 1{'0' * 400}, {STYLE}", ["opacity", "too large"]),
    "opacity nan": (MAP, STYLE, f"opacity = nan, {STYLE}", ["style.opacity", "finite"]),
    "opacity 7": (MAP, STYLE, f"opacity = 7, {STYLE}", ["style.opacity", "at most 1"]),
    "years nan": (MAP, "[[groups]]", "years = [nan]\n[[groups]]", ["years", "finite"]),
    "years 1e300": (MAP, "[[groups]]", "years = [1e300]\n[[groups]]", ["years", "at most 2199"]),
    "year": (MAP, STYLE, f"{STYLE}\nyear = 99999999", ["year", "at most"]),
    "classes": (MAP, STYLE, f"classes = 10000, {STYLE}", ["style.classes", "at most"]),
    "control in words": (MAP, "Small map", "Small\\u0007map", ["title.en", "control character"]),
    "long words": (MAP, "Small map", "x" * 30_000, ["title.en", "longer than"]),
    "no UTF-8": (MAP, "Small map", "Small \udcff", ["small.toml", "UTF-8"]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_can_not_be_is_a_sentence(place: Workspace, capsys: Any, name: str) -> None:
    file, old, new, said = CASES[name]
    loop = place.layers / "loop.csv"
    loop.symlink_to(loop)
    path = place.root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", errors="surrogateescape")
    for command in ("build", "layers"):
        code = main([command, "-C", str(place.root), "--lang", "en"])
        told = capsys.readouterr()
        if command == "build" or code:
            assert code == 2
            assert all(words in told.err for words in said), told.err
            assert len(told.err) < 2000
    assert not place.exports.exists()
    assert not place.rendered.exists()


@pytest.mark.parametrize("what", ["layers/figures.csv", FIGURES, MAP, "gisplan.toml"])
def test_what_can_not_be_read_is_told_by_name(
    place: Workspace, capsys: Any, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    opened = Path.open

    def locked(self: Path, *args: Any, **more: Any) -> Any:
        if self == place.root / what:
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args, **more)

    monkeypatch.setattr(Path, "open", locked)
    assert main(["build", "-C", str(place.root), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert Path(what).name in told
    assert "no permission" in told
    assert not place.rendered.exists()


def test_a_folder_that_can_be_none_is_told(tmp_path: Path, capsys: Any) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for folder in (str(loop), "x" * 5000):
        assert main(["layers", "-C", folder, "--lang", "en"]) == 2
        assert "no such folder" in capsys.readouterr().err


def test_an_unreadable_declaration_leaves_the_others_told_of(place: Workspace, capsys: Any) -> None:
    edit(place, FIGURES, KEY, "key = [")
    edit(place, SQUARES, KEY, 'key = ["code"]')
    assert main(["build", "-C", str(place.root), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert "figures.toml: not valid TOML" in told
    assert "squares.toml: key" in told
