"""What is wrong with a declaration, a table or an option, by chance and with a seed.

See test_mutants.
"""

from __future__ import annotations

import argparse
import collections
import copy
import csv
import io
import json
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from gisplan.catalog.workspace import FOLDERS, Workspace, find, shipped
from gisplan.cli import main
from gisplan.cli.commands import COMMANDS
from gisplan.cli.parser import Parser

#: What a cell or an option may hold that it should not.
WORDS = (
    "", " ", "x", "地图", "=1+1", "<script>", "\x1b[2J", "a\tb", "a\nb", "'", '"', "\u202e",
    "\ufffe", "x" * 40_000, "-", "0", "-1", "1.5", "nan", "NaN", "#N/A", "inf", "-inf",
    "1e999", "1e308", "-1e308", "9" * 400, "１２", "1,234", "2020-02-30", "1899", "99999",
    "620000", "999999", "True", "null",
)  # fmt: skip


# -- declarations ---------------------------------------------------------------------------------

#: What a key of a declaration may hold that it should not.
WRONG: tuple[Any, ...] = (
    "", " ", "x" * 30_000, "a\x00b", "\x1b[2J", "../../..", "=1+1", "<script>", "地图",
    0, 1, -1, 10**400, -(2**70), 0.0, -0.0, 1e308, float("nan"), float("inf"), float("-inf"),
    True, False, [], [[]], [""], [1, "a", 0.5], [float("nan")], {}, {"": ""}, {"zh": 1},
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


def declaration(data: dict[str, Any], chance: random.Random) -> tuple[str, dict[str, Any]]:
    """Tell what was done, and give a declaration with a key gone, renamed or of another value."""
    made = copy.deepcopy(data)
    *above, key = chance.choice(places_of(made))
    holder: Any = made
    for step in above:
        holder = holder[step]
    what = chance.choice(("delete", "rename", "value", "value", "value", "value", "near"))
    if what == "near":
        holder[key] = _near(holder[key], chance)
    elif what == "value" or isinstance(holder, list):
        holder[key] = copy.deepcopy(chance.choice(WRONG))
    else:
        old = holder.pop(key)
        if what == "rename":
            holder[f"{key}x"] = old
    told = f"{what} {[*above, key]}"
    return f"{told}: {holder[key]!r}"[:200] if what in ("value", "near") else told, made


def _near(value: Any, chance: random.Random) -> Any:
    """Give a value of the same type that may well be taken."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return chance.choice((value * 1000, -value, value + 1, value / 7, 0.5, 2, 3, 10, 1990))
    if isinstance(value, str):
        return chance.choice((*RIGHT, *OF_DECLARATIONS))
    if isinstance(value, list):
        return chance.choice((value[:-1], value[1:], value[::-1], value * 2))
    return {**value, "en": "<b>x</b>", "kind": "number"}


#: Words that mean something in a declaration.
OF_DECLARATIONS = (
    "text", "integer", "number", "date", "category", "adcode", "boolean", "polygon", "point",
    "line", "none", "surveyed", "region", "estimated", "choropleth", "markers", "quantiles",
    "breaks", "equal", "symbols", "sum", "mean", "counties.geojson", "census_counties.csv",
)  # fmt: skip


def toml(value: Any) -> str:
    """Write a value as TOML does in a line."""
    if isinstance(value, dict):
        inner = ", ".join(f"{toml(str(key))} = {toml(each)}" for key, each in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return value.isoformat() if hasattr(value, "isoformat") else repr(value)


def toml_file(data: dict[str, Any]) -> bytes:
    """Write a declaration as a file of one line for each key at the top."""
    lines = [f"{toml(str(key))} = {toml(value)}\n" for key, value in data.items()]
    return "".join(lines).encode("utf-8", errors="surrogatepass")


# -- tables ---------------------------------------------------------------------------------------


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8", errors="surrogatepass")


def _in_column(value: str | None, *, all_rows: bool) -> Callable[[bytes, random.Random], bytes]:
    """Make what puts a value into one cell of a column, or into all of them."""

    def make(content: bytes, chance: random.Random) -> bytes:
        rows = _rows(content)
        column = chance.randrange(len(rows[0]))
        put = chance.choice(WORDS) if value is None else value
        body = [row for row in rows[1:] if column < len(row)]
        for row in body if all_rows else chance.sample(body, min(1, len(body))):
            row[column] = put
        return _csv(rows)

    return make


def _lines(change: Callable[[list[list[str]]], list[list[str]]]) -> Callable[..., bytes]:
    return lambda content, _: _csv(change(_rows(content)))


def _column(change: Callable[[list[str], int], list[str]]) -> Callable[..., bytes]:
    def make(content: bytes, chance: random.Random) -> bytes:
        rows = _rows(content)
        at = chance.randrange(len(rows[0]))
        return _csv([change(row, at) for row in rows])

    return make


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _flipped(content: bytes, chance: random.Random) -> bytes:
    made = bytearray(content)
    made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def _as(encoding: str) -> Callable[..., bytes]:
    return lambda content, _: content.decode("utf-8-sig").encode(encoding, errors="replace")


#: What may be wrong with a CSV, by what it is called.
OF_CSV: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "heading only": _lines(lambda rows: rows[:1]),
    "one row": _lines(lambda rows: rows[:2]),
    "no byte": lambda *_: b"",
    "a row twice": _lines(lambda rows: [*rows, rows[-1]]),
    "all rows twice": _lines(lambda rows: [*rows, *rows[1:]]),
    "heading twice": _lines(lambda rows: [rows[0], *rows]),
    "no heading": _lines(lambda rows: rows[1:]),
    "all set aside": _in_column("?", all_rows=True),
    "column emptied": _in_column("", all_rows=True),
    "column of one value": _in_column(None, all_rows=True),
    "cell": _in_column(None, all_rows=False),
    "cell nan": _in_column("nan", all_rows=False),
    "cell inf": _in_column("inf", all_rows=False),
    "cell huge": _in_column("9" * 400, all_rows=False),
    "column gone": _column(lambda row, at: row[:at] + row[at + 1 :]),
    "column twice": _column(lambda row, at: [*row, *row[at : at + 1]]),
    "column renamed": _column(
        lambda row, at: [f"{cell}x" if i == at else cell for i, cell in enumerate(row)]
    ),
    "rows upside down": _lines(lambda rows: [rows[0], *rows[:0:-1]]),
    "short rows": _lines(lambda rows: [rows[0], *(row[:-1] for row in rows[1:])]),
    "GB18030": _as("gb18030"),
    "UTF-16": _as("utf-16"),
    "ASCII": _as("ascii"),
    "semicolons": lambda content, _: content.replace(b",", b";"),
    "other line ends": lambda content, _: content.replace(b"\n", b"\r"),
    "NUL": lambda content, _: content + b"\x00\x00\n",
    "cut": _cut,
    "flipped": _flipped,
}


def _features(change: Callable[[list[Any], random.Random], list[Any]]) -> Callable[..., bytes]:
    def make(content: bytes, chance: random.Random) -> bytes:
        data = json.loads(content)
        data["features"] = change(data["features"], chance)
        return json.dumps(data, ensure_ascii=False).encode()

    return make


def _shape(geometry: Any) -> Callable[..., bytes]:
    def change(features: list[Any], chance: random.Random) -> list[Any]:
        chance.choice(features)["geometry"] = geometry
        return features

    return _features(change)


def _property(features: list[Any], chance: random.Random) -> list[Any]:
    properties = chance.choice(features)["properties"]
    wrong: tuple[Any, ...] = (*WORDS, None, [], {}, True, 1, 1e308, float("nan"), float("inf"))
    properties[chance.choice(list(properties))] = chance.choice(wrong)
    return features


def _ring(corner: list[float]) -> Any:
    return {"type": "Polygon", "coordinates": [[corner, [1, 2], [2, 2], corner]]}


BOW_TIE = [[[100, 35], [101, 36], [101, 35], [100, 36], [100, 35]]]
#: What may be wrong with a GeoJSON.
OF_GEOJSON: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "no feature": _features(lambda *_: []),
    "one feature": _features(lambda features, _: features[:1]),
    "a feature twice": _features(lambda features, _: [*features, features[0]]),
    "property": _features(_property),
    "no geometry": _shape(None),
    "bow tie": _shape({"type": "Polygon", "coordinates": BOW_TIE}),
    "point": _shape({"type": "Point", "coordinates": [104, 36]}),
    "empty polygon": _shape({"type": "Polygon", "coordinates": []}),
    "far away": _shape(_ring([1e6, 1])),
    "huge": _shape(_ring([1e308, 1])),
    "infinite": _shape({"type": "Point", "coordinates": [float("inf"), 36]}),
    "words": _shape({"type": "Polygon", "coordinates": "x"}),
    "a list": lambda *_: b"[]",
    "no byte": lambda *_: b"",
    "GB18030": _as("gb18030"),
    "cut": _cut,
    "flipped": _flipped,
}


def mutated(path: Path, content: bytes, chance: random.Random) -> tuple[str, bytes]:
    """Give what a table is wrong by, and the table."""
    kinds = OF_GEOJSON if path.suffix == ".geojson" else OF_CSV
    name = chance.choice(list(kinds))
    return name, kinds[name](content, chance)


# -- options --------------------------------------------------------------------------------------


def parsers() -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """Give every command, and every job of a command, with its parser."""
    for command in COMMANDS:
        parser = Parser(prog=command.name)
        command.load().arguments(parser, "en")
        jobs = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
        if not jobs:
            yield (command.name,), parser
        for job in jobs:
            for name, below in job.choices.items():
                yield (command.name, name), below


#: What a command can't do without, and what makes it short: each is given first.
NEEDED: dict[tuple[str, ...], tuple[str, ...]] = {
    ("figure",): ("overview", "--dpi", "50"),
    ("export",): ("prefectures", "--to", "out"),
    ("import",): ("own.csv",),
    ("sites", "evaluate"): ("103.8,36.06",),
    ("sites", "suggest"): ("--seconds", "1"),
    ("compare",): ("base", "base"),
    ("init",): ("new",),
    ("report",): ("--unit", "省工信厅"),
}
#: What is known to be right somewhere: names, files, figures.
RIGHT = (
    "prefectures", "counties", "network", "enterprises", "overview", "own.csv", "demand_points",
    "waste_rates", "620100", "兰州市", "2020", "2025", "30", "0.5", "103.8,36.06", "landfill",
    "municipal", "t_municipal", "population", "wgs84", "gcj02", "epsg:4490", "out/a.csv",
    "out/a.geojson", "out/a.html", "a.png", "name=企业名称", "output=万元", "sorting=50", "1", "2",
    "gb18030", "base", "2025-06-30",
)  # fmt: skip
#: Takes a browser, or leaves no end: asked for by tests of their own.
_NOT_HERE = {"--pdf", "--help", "-h", "--version"}


def words_of(
    words: tuple[str, ...], parser: argparse.ArgumentParser, chance: random.Random
) -> list[str]:
    """Give a command with one or two of its options, of whatever value."""
    options = [each for each in parser._actions if not _NOT_HERE & set(each.option_strings)]
    given = [*words, *NEEDED.get(words, ())]
    for action in chance.sample(options, min(len(options), chance.choice((1, 1, 2, 3)))):
        count = 0 if action.nargs == 0 else chance.choice((1, 1, 1, 1, 1, 0, 2, 5))
        values = [_value(action, chance) for _ in range(count)]
        if not action.option_strings:
            given += values
        elif count == 1 and chance.random() < 0.5 and action.option_strings[-1][:2] == "--":
            given.append(f"{action.option_strings[-1]}={values[0]}")
        else:
            given += [chance.choice(action.option_strings), *values]
    if chance.random() < 0.1:
        chance.shuffle(given)
    return given


def _value(action: argparse.Action, chance: random.Random) -> str:
    choices = list(action.choices or ())
    if choices and chance.random() < 0.6:
        return str(chance.choice(choices))
    return chance.choice(WORDS if chance.random() < 0.5 else RIGHT)


# -- a workspace that can be spoilt over and over --------------------------------------------------

State = dict[Path, tuple[int, int]]


class Spoilt:
    """A workspace of one's own with all that the shipped one holds, as a build left it.

    What a trial changes is put back after it.
    """

    def __init__(self, built: Workspace, root: Path) -> None:
        self.kept = root / "kept"
        shutil.copytree(built.root, self.kept)
        for name in FOLDERS:
            shutil.copytree(
                shipped() / name,
                self.kept / name,
                ignore=shutil.ignore_patterns("rendered"),
                dirs_exist_ok=True,
            )
        (self.kept / "gisplan.toml").write_text('language = "en"\n', encoding="utf-8")
        (self.kept / "own.csv").write_text(
            "企业名称,所在地,年产值（万元）\n甲厂,兰州市安定区,12\n乙厂,天水市,1e3\n",
            encoding="utf-8",
        )
        # deep, so that what goes up a few folders stays below
        self.root = root / "a" / "b" / "c" / "w"
        shutil.copytree(self.kept, self.root)
        self.clean = self.state()

    @property
    def place(self) -> Workspace:
        """The workspace."""
        return find(self.root)

    def state(self) -> State:
        """Tell what stands there, by size and time."""
        found: State = {}
        for folder, _, names in os.walk(self.root):
            for name in names:
                path = Path(folder, name)
                told = path.lstat()
                found[path] = (told.st_size, told.st_mtime_ns)
        return found

    def changed(self, before: State) -> list[Path]:
        """Give the files that are not as they were; what gisplan keeps for itself aside."""
        now = self.state()
        paths = [path for path in {*now, *before} if now.get(path) != before.get(path)]
        return sorted(path for path in paths if ".gisplan" not in path.parts)

    def restore(self) -> None:
        """Put everything back as it was at first."""
        now = self.state()
        for path in now.keys() - self.clean.keys():
            path.unlink()
        for path in [path for path, told in self.clean.items() if now.get(path) != told]:
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(self.kept / path.relative_to(self.root), path)
        self.clean = {path: (path.lstat().st_size, path.lstat().st_mtime_ns) for path in self.clean}

    def run(self, words: Sequence[str], *, seconds: int = 0) -> int:
        """Run a command in the workspace, and give its exit code; a fault after so many seconds."""
        here = Path.cwd()
        os.chdir(self.root)
        if seconds:
            signal.signal(signal.SIGALRM, _too_long)
            signal.alarm(seconds)
        try:
            return main(list(words))
        except SystemExit as ended:
            return int(ended.code or 0)
        finally:
            if seconds:
                signal.alarm(0)
            os.chdir(here)

    def faults(self) -> str:
        """Give what gisplan wrote of faults of its own."""
        found = sorted((self.root / ".gisplan").glob("error-*.txt"))
        return "\n".join(path.read_text(encoding="utf-8")[-3000:] for path in found)


def _too_long(*_: object) -> None:
    raise AssertionError("it does not end")


class Tally:
    """How trials ended, and what was a fault; all are tried before one fails a test."""

    def __init__(self, kind: str, *, loud: bool) -> None:
        self.kind, self.loud = kind, loud
        self.codes: collections.Counter[int] = collections.Counter()
        self.faults: list[str] = []

    def note(self, code: int, fault: str) -> None:
        """Count a trial."""
        self.codes[code] += 1
        if fault:
            self.faults.append(fault)
        total = self.codes.total()
        if self.loud and (fault or not total % 100):
            by_code = ", ".join(f"exit code {code}: {n}" for code, n in sorted(self.codes.items()))
            sys.__stderr__.write(
                f"{self.kind}: {total} tried, {by_code}, {len(self.faults)} faults\n{fault}"
            )
            sys.__stderr__.flush()
