"""Any key of any shipped declaration and map, made wrong: read, or refused in sentences."""

from __future__ import annotations

import copy
import os
import random
import tomllib
from pathlib import Path
from typing import Any

from gisplan.analysis.methods import ANALYSES
from gisplan.catalog.check_map import check
from gisplan.catalog.completeness import check_completeness
from gisplan.catalog.declaration import Declaration
from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.load import resolve
from gisplan.catalog.plausible import plausible
from gisplan.catalog.read_layer import Derived, read_layer
from gisplan.catalog.read_map import read_map
from gisplan.catalog.workspace import shipped
from gisplan.text import Text

#: More by hand: GISPLAN_MUTANTS=10000 pytest tests/test_mutants.py
MUTANTS = int(os.environ.get("GISPLAN_MUTANTS", "300"))
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
