"""Anything made wrong: read, or refused in sentences, and nothing written.

Of every shipped declaration and map a key, of every shipped table a cell, a column, all rows or its
bytes, of every command its options.
"""

from __future__ import annotations

import copy
import os
import random
import tomllib
from pathlib import Path
from typing import Any

import pytest

from gisplan.analysis.methods import ANALYSES
from gisplan.catalog.check_map import check
from gisplan.catalog.completeness import check_completeness
from gisplan.catalog.declaration import Declaration
from gisplan.catalog.layer import FileOrigin, LayerSpec
from gisplan.catalog.load import resolve
from gisplan.catalog.plausible import plausible
from gisplan.catalog.read_layer import Derived, read_layer
from gisplan.catalog.read_map import read_map
from gisplan.catalog.workspace import Workspace, shipped
from gisplan.pipeline import catalogue
from gisplan.pipeline.build import BuildReport
from gisplan.text import Text
from tests import mutants

#: More by hand, so many of each kind: GISPLAN_MUTANTS=3500 pytest tests/test_mutants.py
ASKED = os.environ.get("GISPLAN_MUTANTS")
MUTANTS, TABLES, OPTIONS = (int(ASKED or usual) for usual in (150, 4, 24))
WRONG: tuple[Any, ...] = (
    "", " ", "x" * 30_000, "a\x00b", "\x1b[2J", "../../..", "=1+1", "<script>", "地图",
    0, 1, -1, 10**400, -(2**70), 0.0, -0.0, 1e308, float("nan"), float("inf"), float("-inf"),
    True, False, [], [[]], [""], [1, "a", None], [float("nan")], {}, {"": ""}, {"zh": 1},
    {"zh": "a", "en": "b", "fr": "c"}, [{}], ["adcode", "adcode"],
)  # fmt: skip


def places_of(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Give the path of every key and item."""
    found: list[tuple[Any, ...]] = []
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for key, inner in pairs:
        found += [(*path, key), *places_of(inner, (*path, key))]
    return found


def mutated(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Give a declaration with one key gone, renamed, or of another value."""
    made = copy.deepcopy(data)
    *above, key = chance.choice(places_of(made))
    holder: Any = made
    for step in above:
        holder = holder[step]
    what = chance.choice(("delete", "rename", "value", "value", "value", "value"))
    if what == "value" or isinstance(holder, list):
        holder[key] = copy.deepcopy(chance.choice(WRONG))
    else:
        old = holder.pop(key)
        if what == "rename":
            holder[f"{key}x"] = old
    return made


def read(path: Path, data: dict[str, Any], faults: list[Text]) -> Any:
    def note(key: str, words: Text) -> None:
        faults.append(Text(f"{key}：{words.zh}", f"{key}: {words.en}"))

    entry = Declaration(plausible(data, note), file=path, faults=faults)
    return read_map(entry, "") if path.parent.name == "maps" else read_layer(entry)


def test_what_is_wrong_in_any_key_is_a_sentence() -> None:
    base, chance = shipped(), random.Random(20181130)
    paths = [*sorted((base / "layers").glob("*.toml")), *sorted((base / "maps").glob("*.toml"))]
    files = {path: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}
    faults: list[Text] = []
    whole = {path: read(path, data, faults) for path, data in files.items()}
    assert not faults
    declared: dict[str, LayerSpec | Derived] = {
        path.stem: item for path, item in whole.items() if path.parent.name == "layers"
    }
    refused = 0
    for _ in range(MUTANTS):
        path = chance.choice(paths)
        faults = []
        item = read(path, mutated(files[path], chance), faults)
        if path.parent.name == "layers":
            layers = resolve({**declared, path.stem: item}, ANALYSES, faults)
            maps = [each for at, each in whole.items() if at.parent.name == "maps"]
        else:
            layers = resolve(declared, ANALYSES, faults)
            maps = [item]
        for spec in layers.values():
            faults += check_completeness(spec, layers)
        for one in maps:
            check(one, layers, faults, unknown=set(declared) - set(layers))
        refused += bool(faults)
        assert all(words.zh and words.en for words in faults)
    # most of what is made wrong must be seen: words and figures that may be anything are the rest
    assert refused > MUTANTS / 2


#: What is asked of a workspace with a table that is wrong; LAYER is the table's, MADE made from it.
QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("layers", "LAYER"),
    ("export", "LAYER", "--to", "out", "--format", "csv"),
    ("export", "MADE", "--to", "out", "--format", "csv"),
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


def require_told(spoilt: mutants.Spoilt, words: list[str], what: str, capsys: Any) -> int:
    """Run a command: it does what is asked, or says why not and writes nothing."""
    before = spoilt.state()
    code = spoilt.run(words)
    told = capsys.readouterr().err
    assert code in (0, 2, 130), f"{what}: {words}\n{spoilt.faults()}"
    assert "Traceback" not in told
    if code == 2:
        assert told
        assert spoilt.changed(before) == [], f"{what}: {words}"
    spoilt.restore()
    return code


def test_any_shipped_table_made_wrong(spoilt: mutants.Spoilt, capsys: Any) -> None:
    chance = random.Random(20181130)
    layers = catalogue.load(spoilt.place).layers
    tables = {
        name: spec.origin.path
        for name, spec in layers.items()
        if isinstance(spec.origin, FileOrigin) and spec.origin.path.suffix in (".csv", ".geojson")
    }
    listed = catalogue.load(spoilt.place)
    made = {name: [n for n in layers if name in listed.needed_by((n,))] for name in tables}
    codes = set()
    for _ in range(TABLES):
        name = chance.choice(list(tables))
        path = tables[name]
        what, content = mutants.mutated(path, path.read_bytes(), chance)
        path.write_bytes(content)
        named = {"LAYER": name, "MADE": chance.choice(made[name])}
        words = [named.get(word, word) for word in chance.choice(QUESTIONS)]
        codes.add(require_told(spoilt, words, f"{path.name}, {what}", capsys))
    assert codes <= {0, 2}


def test_any_options_of_any_command(spoilt: mutants.Spoilt, capsys: Any) -> None:
    chance = random.Random(20181130)
    commands = list(mutants.parsers())
    codes = []
    for _ in range(OPTIONS):
        words, parser = chance.choice(commands)
        given = mutants.words_of(words, parser, chance)
        codes.append(require_told(spoilt, given, " ".join(words), capsys))
    assert {0, 2} <= set(codes)
