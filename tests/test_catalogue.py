"""The catalogue is read once a process, kept between runs, and never believed wrongly."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gisplan.analysis.methods import ANALYSES
from gisplan.catalog import as_json, workspace
from gisplan.catalog import load as declared
from gisplan.catalog.load import Catalog
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DeclarationError
from gisplan.pipeline import catalogue
from gisplan.text import Text


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Workspace]:
    """Each time that declarations are parsed, from an empty process on."""
    times: list[Workspace] = []
    real = declared.load

    def load(*given: Any) -> Catalog:
        times.append(given[0])
        return real(*given)

    monkeypatch.setattr(declared, "load", load)
    monkeypatch.setattr(catalogue, "_READ", {})
    return times


def a_new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_READ", {})


@pytest.fixture
def place(place: Workspace) -> Workspace:
    """A workspace that something was built in."""
    place.state.mkdir()
    return place


def kept(place: Workspace) -> Path:
    return place.state / "catalogue.json"


def retitle(place: Workspace, title: str, *, layer: str = "squares") -> None:
    """Give a layer another title of the same length, and leave size and dates as they were."""
    path = place.layers / f"{layer}.toml"
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    old = catalogue.load(place).layers[layer].title.en
    assert len(old) == len(title)
    path.write_text(text.replace(old, title), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def test_it_is_parsed_once_a_process_and_once_between_runs(
    place: Workspace, reads: list[Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = catalogue.load(place)
    assert catalogue.load(place) is first
    a_new_process(monkeypatch)
    again = catalogue.load(place)
    assert len(reads) == 1
    assert again is not first
    assert again == first
    assert list(again.layers) == list(first.layers)


def test_an_edit_that_leaves_size_and_date_as_they_were_is_an_edit(
    place: Workspace, reads: list[Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    title = catalogue.load(place).layers["squares"].title.en
    retitle(place, title[::-1])
    assert catalogue.load(place).layers["squares"].title.en == title[::-1]
    a_new_process(monkeypatch)
    assert catalogue.load(place).layers["squares"].title.en == title[::-1]
    assert len(reads) == 2


@pytest.mark.parametrize("what", ["cut", "changed", "empty", "no text", "foreign"])
def test_a_damaged_or_foreign_file_is_passed_over_and_put_right(
    what: str, place: Workspace, reads: list[Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    right = catalogue.load(place)
    content = kept(place).read_bytes()
    title = right.layers["squares"].title.zh.encode()
    kept(place).write_bytes(
        {
            "cut": content[: len(content) // 2],
            "changed": content.replace(title, b"X" * len(title), 1),
            "empty": b"",
            "no text": b"\xff\x00" * 100,
            "foreign": b'{"layers": {}, "maps": {}}',
        }[what]
    )
    a_new_process(monkeypatch)
    assert catalogue.load(place) == right
    assert len(reads) == 2
    assert kept(place).read_bytes() == content


def test_a_file_that_is_gone_is_said_though_the_catalogue_is_kept(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    origin = next(
        spec.origin.path  # type: ignore[union-attr]
        for spec in catalogue.load(place).layers.values()
        if hasattr(spec.origin, "path")
    )
    origin.unlink()
    for _ in range(2):
        with pytest.raises(DeclarationError, match=origin.name):
            catalogue.load(place)
        a_new_process(monkeypatch)


def test_a_wrong_declaration_is_said_each_time_and_not_kept(place: Workspace) -> None:
    (place.layers / "squares.toml").write_text("title = 1", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DeclarationError):
            catalogue.load(place)
    assert not kept(place).exists()


def test_where_nothing_can_be_written_it_is_read(
    place: Workspace, reads: list[Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.state.rmdir()
    place.state.write_text("a file where the folder would be", encoding="utf-8")
    right = catalogue.load(place, keep=True)
    a_new_process(monkeypatch)
    assert catalogue.load(place, keep=True) == right
    assert len(reads) == 2


def test_asking_leaves_nothing_beside_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_new_process(monkeypatch)
    catalogue.load(workspace.find(tmp_path))
    assert not list(tmp_path.iterdir())
    a_new_process(monkeypatch)
    catalogue.load(workspace.find(tmp_path), keep=True)
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
        ".gisplan",
        ".gisplan/catalogue.json",
    ]


def test_the_shipped_catalogue_comes_back_as_it_was() -> None:
    whole = declared.load(workspace.find(), ANALYSES)
    again = as_json.loads(as_json.dumps(whole), Catalog)
    assert again == whole
    assert list(again.layers) == list(whole.layers)


@dataclass(frozen=True)
class _Held:
    value: Any


@pytest.mark.parametrize(
    "value", [datetime.date(2018, 1, 1), {1: "a"}, {"$tuple": []}, {"a": ({1, 2},)}, b"bytes"]
)
def test_what_json_would_change_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        as_json.dumps(_Held(value))


def test_what_json_holds_comes_back_of_its_kind() -> None:
    held = _Held({"a": [1, 1.0, True, None, "中", 1e300, 2**70], "b": ((Text("甲", "A"),), [()])})
    again = as_json.loads(as_json.dumps(held), _Held)
    assert repr(again) == repr(held)
