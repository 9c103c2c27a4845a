"""Anything made wrong: read, or refused in sentences, and nothing written.

Of every shipped declaration and map a key, of every shipped table a cell, a column, all rows or its
bytes, of every command its options.
"""

from __future__ import annotations

import os
import random
import tomllib
import traceback
from pathlib import Path
from typing import Any

import pytest

from gisplan.analysis.methods import ANALYSES
from gisplan.catalog.check_map import check
from gisplan.catalog.completeness import check_completeness, with_units
from gisplan.catalog.declaration import Declaration
from gisplan.catalog.layer import FileOrigin, LayerSpec
from gisplan.catalog.load import resolve
from gisplan.catalog.plausible import plausible
from gisplan.catalog.read_layer import Derived, read_layer
from gisplan.catalog.read_map import read_map
from gisplan.catalog.roles import Roles
from gisplan.catalog.workspace import Workspace, shipped
from gisplan.pipeline import catalogue
from gisplan.pipeline.build import BuildReport
from gisplan.text import Text
from tests import mutants

#: More by hand, so many of each kind: GISPLAN_MUTANTS=2500 pytest -s tests/test_mutants.py
#: Other ones: GISPLAN_SEED=1
ASKED = os.environ.get("GISPLAN_MUTANTS")
MUTANTS, FILES, TABLES, OPTIONS = (int(ASKED or usual) for usual in (100, 10, 5, 24))
SEED = int(os.environ.get("GISPLAN_SEED", "20181130"))
#: A trial that takes so many seconds is a fault where many are run.
LONGEST = 600 if ASKED else 0


class Declared:
    """All that is shipped, of which one declaration at a time is another."""

    def __init__(self) -> None:
        base = shipped()
        self.files = {
            path: tomllib.loads(path.read_text(encoding="utf-8"))
            for folder in ("layers", "maps")
            for path in sorted((base / folder).glob("*.toml"))
        }
        faults: list[Text] = []
        read = {path: self.read(path, data, faults) for path, data in self.files.items()}
        self.maps = [item for path, item in read.items() if path.parent.name == "maps"]
        self.layers: dict[str, LayerSpec | Derived] = {
            path.stem: item for path, item in read.items() if path.parent.name == "layers"
        }
        self.resolved = resolve(self.layers, ANALYSES, faults)
        self.after: dict[str, set[str]] = {name: {name} for name in self.layers}
        for name in self.resolved:  # each after those it is made from
            for other in self.before(name):
                self.after[other].add(name)
        assert not faults

    def before(self, name: str) -> set[str]:
        """Give a layer's name, and of all that it is made from or held against."""
        found, waiting = set[str](), [name]
        while waiting:
            item = self.layers.get(waiting.pop())
            if item and item.name not in found:
                found.add(item.name)
                waiting += [*item.made_from, *item.held_against]
        return found

    @staticmethod
    def read(path: Path, data: dict[str, Any], faults: list[Text]) -> Any:
        def note(key: str, words: Text) -> None:
            faults.append(Text(f"{key}：{words.zh}", f"{key}: {words.en}"))

        entry = Declaration(plausible(data, note), file=path, faults=faults)
        if path.parent.name == "maps":
            return read_map(entry, "")
        return with_units(read_layer(entry), Roles().units)

    def faults_of(self, path: Path, data: dict[str, Any]) -> list[Text]:
        """Tell what is wrong with all that hangs together with a declaration of other content."""
        faults: list[Text] = []
        item = self.read(path, data, faults)
        if path.parent.name == "maps":
            check(item, self.resolved, faults)
            return faults
        names = set[str]().union(*(self.before(name) for name in self.after[path.stem]))
        near = {name: self.layers[name] for name in self.layers if name in names}
        layers = resolve({**near, path.stem: item}, ANALYSES, faults)
        for spec in layers.values():
            faults += check_completeness(spec, layers)
        for one in self.maps:
            check(one, {**self.resolved, **layers}, faults, unknown=names - set(layers))
        return faults


def test_what_is_wrong_in_any_key_is_a_sentence() -> None:
    declared, chance = Declared(), random.Random(SEED)
    tally = mutants.Tally("keys", loud=bool(ASKED))
    for _ in range(MUTANTS):
        path = chance.choice(list(declared.files))
        what, data = mutants.declaration(declared.files[path], chance)
        faults, wrong = [], ""
        try:
            faults = declared.faults_of(path, data)
        except Exception:
            wrong = traceback.format_exc()[-2000:]
        if not all(words.zh and words.en for words in faults):
            wrong = f"no words: {faults}"
        tally.note(2 if faults else 0, wrong and f"{path.name}, {what}: {wrong}\n")
    assert not tally.faults
    # most of what is made wrong must be seen: words and figures that may be anything are the rest
    assert tally.codes[0] < tally.codes[2]


#: What is asked of a workspace with a table that is wrong; LAYER is the table's, MADE made from it.
QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("layers", "LAYER"),
    ("export", "LAYER", "--to", "out", "--format", "csv"),
    *[("export", "MADE", "--to", "out", "--format", "csv")] * 3,
    ("export", "MADE", "--to", "out", "--format", "gpkg"),
    ("build",),
    ("coverage",),
    ("coverage", "--assign"),
    ("coverage", "--norms"),
    ("scorecard",),
    ("plan",),
    ("sites", "suggest", "--seconds", "5"),
    ("sites", "evaluate", "103.8,36.06"),
    ("figure", "overview", "--dpi", "50"),
    ("import", "own.csv", "--datum", "wgs84"),
)


@pytest.fixture(scope="module")
def spoilt(
    built: tuple[Workspace, BuildReport], tmp_path_factory: pytest.TempPathFactory
) -> mutants.Spoilt:
    return mutants.Spoilt(built[0], tmp_path_factory.mktemp("spoilt"))


def trial(spoilt: mutants.Spoilt, words: list[str], what: str, capsys: Any) -> tuple[int, str]:
    """Run a command: it does what is asked, or says why not and writes nothing."""
    before = spoilt.state()
    code = spoilt.run(words, seconds=LONGEST)
    told = capsys.readouterr().err
    wrong = ""
    if code not in (0, 2, 130) or "Traceback" in told:
        wrong = f"exit code {code}\n{told[-300:]}\n{spoilt.faults()}"
    elif code == 2 and not told:
        wrong = "nothing told"
    elif code == 2 and (changed := spoilt.changed(before)):
        wrong = f"written: {changed}"
    spoilt.restore()
    return code, f"{what}: {words}: {wrong}\n"[:5000] if wrong else ""


def test_any_declaration_made_wrong(spoilt: mutants.Spoilt, capsys: Any) -> None:
    chance, tally = random.Random(SEED), mutants.Tally("declarations", loud=bool(ASKED))
    listed = catalogue.load(spoilt.place)
    paths = [
        path
        for folder in ("layers", "maps")
        for path in sorted((spoilt.root / folder).glob("*.toml"))
    ]
    for _ in range(FILES):
        path = chance.choice(paths)
        content = path.read_text(encoding="utf-8")
        what, made = mutants.declaration(tomllib.loads(content), chance)
        path.write_bytes(mutants.toml_file(made))
        named = {"LAYER": path.stem, "MADE": path.stem}
        if path.parent.name == "layers":
            after = [name for name in listed.layers if path.stem in listed.needed_by((name,))]
            named["MADE"] = chance.choice(after)
            question = chance.choice(QUESTIONS)
        else:
            question = chance.choice((("build",), ("figure", "LAYER", "--dpi", "50"), ("report",)))
        words = [named.get(word, word) for word in question]
        tally.note(*trial(spoilt, words, f"{path.name}, {what}", capsys))
    assert not tally.faults
    assert tally.codes[2]


def test_any_shipped_table_made_wrong(spoilt: mutants.Spoilt, capsys: Any) -> None:
    chance, tally = random.Random(SEED), mutants.Tally("tables", loud=bool(ASKED))
    listed = catalogue.load(spoilt.place)
    layers = listed.layers
    tables = {
        name: spec.origin.path
        for name, spec in layers.items()
        if isinstance(spec.origin, FileOrigin) and spec.origin.path.suffix in (".csv", ".geojson")
    }
    made = {name: [n for n in layers if name in listed.needed_by((n,))] for name in tables}
    for _ in range(TABLES):
        name = chance.choice(list(tables))
        path = tables[name]
        what, content = mutants.mutated(path, path.read_bytes(), chance)
        path.write_bytes(content)
        named = {"LAYER": name, "MADE": chance.choice(made[name])}
        words = [named.get(word, word) for word in chance.choice(QUESTIONS)]
        tally.note(*trial(spoilt, words, f"{path.name}, {what}", capsys))
    assert not tally.faults


def test_any_options_of_any_command(
    spoilt: mutants.Spoilt, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # what the office is asked for is looked at, and then it closes at once
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: None)
    monkeypatch.setattr("webbrowser.open", lambda *_: True)
    chance, tally = random.Random(SEED), mutants.Tally("options", loud=bool(ASKED))
    commands = list(mutants.parsers())
    for _ in range(OPTIONS):
        words, parser = chance.choice(commands)
        given = mutants.words_of(words, parser, chance)
        tally.note(*trial(spoilt, given, " ".join(words), capsys))
    assert not tally.faults
    assert {0, 2} <= set(tally.codes)
