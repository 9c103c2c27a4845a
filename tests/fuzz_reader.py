"""Feeds readers mutated files or whole ones, in a process that may break: see test_read_fuzz.

Run as ``python -m tests.fuzz_reader FILE KIND CASES`` for mutations of a file, with GDAL held to
one driver from outside, or as ``... FOLDER ENDINGS CASES IMPORTS`` for whole files of odd content,
of which the first ``IMPORTS`` of each kind are imported too, in the workspace in that folder.
Prints how many cases were read, how many refused, and how many aborted for want of memory. Any
other end of a case is a fault, and so is a refusal in the words of a parser.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import resource
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gisplan.api.importing import target
from gisplan.cli import main as cli
from gisplan.errors import FileError
from gisplan.importing.cells import texts
from gisplan.read import guard, parse, sandbox, tables
from gisplan.read.kinds import recognised
from gisplan.read.options import Limits, ReadOptions
from gisplan.read.part import Job
from gisplan.read.result import raw_table
from tests.structured import FILES
from tests.structured_values import Maker

MEMORY, SECONDS = 1 << 30, 10
#: What trips parsers: ends of numbers, quotes, brackets, zeros, pieces of other formats.
_BITS = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [b"\x00", b"\xff" * 4, b"\x7f\xff\xff\xff", b'"', b"]", b"{", b"<", b"</", b"1e400", b"NaN"]
    ),
)
_EDITS = st.lists(
    st.tuples(st.floats(0, 1), _BITS, st.sampled_from(["put", "insert", "cut", "end", "twice"])),
    min_size=1,
    max_size=6,
)
#: Three English words in a row stand in no Chinese sentence of ours but in names of systems.
_SENTENCE = re.compile(r"[A-Za-z']{3,}(?:[ ,:;.]+[A-Za-z']{3,}){2,}")
_NAMES = re.compile(r"“[^”]*”|China Geodetic Coordinate System|坐标系 [^；，]*")
_SETTINGS = settings(
    phases=[Phase.generate],
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
_OPTIONS = st.sampled_from(
    [
        ["--layer", "t", "--kind", "table"],
        ["--layer", "t", "--kind", "enterprises", "--datum", "wgs84"],
        ["--layer", "t", "--kind", "enterprises", "--datum", "gcj02", "--unit", "产值=万元"],
        ["--layer", "t", "--kind", "facilities", "--datum", "cgcs2000-gk3", "--all-sheets"],
        ["--layer", "parks", "--datum", "wgs84", "--heading-row", "1"],
        [],
    ]
)


def mutated(data: bytes, edits: list[tuple[float, bytes, str]]) -> bytes:
    """The bytes of a file after some edits."""
    for place, bits, what in edits:
        at = int(place * len(data))
        if what == "put":
            data = data[:at] + bits + data[at + len(bits) :]
        elif what == "insert":
            data = data[:at] + bits + data[at:]
        elif what == "cut":
            data = data[:at] + data[at + len(bits) :]
        elif what == "end":
            data = data[: max(at, 1)]
        else:
            data = data[:at] + data[max(at - 64, 0) :]
    return data


def require_own_words(chinese: str, file: str) -> None:
    """Refuse words that only a parser can have said."""
    said = _SENTENCE.search(_NAMES.sub("", chinese.replace(file, "")))
    assert said is None, chinese


def edited(path: Path, kind: str, cases: int) -> dict[str, int]:
    """Counts of mutations of one file."""
    sound = path.read_bytes()
    options = ReadOptions(limits=Limits(seconds=30))
    counts = {"read": 0, "refused": 0, "broke": 0}

    def outcome() -> str:
        try:
            recognised(path, options.limits)
            for part in parse.parse(Job(path=path, kind=kind, options=options)):
                texts(raw_table(part, path.name, options).table)
        except FileError as error:
            require_own_words(error.message.zh, path.name)
            return "refused"
        except MemoryError:
            return "refused"
        return "read"

    @settings(_SETTINGS, max_examples=cases)
    @given(_EDITS.map(lambda edits: mutated(sound, edits)))
    def case(data: bytes) -> None:
        path.write_bytes(data)
        what = apart(outcome) if kind == "XLS" else outcome()
        assert what in counts, what
        counts[what] += 1

    case()
    return counts


def whole(folder: Path, ending: str, cases: int, imports: int) -> dict[str, int]:
    """Counts of whole files of a kind; the command line is asked to import the first."""
    counts = {"read": 0, "refused": 0, "broke": 0}
    path = folder / f"fuzz{ending}"
    left = [imports]

    @settings(_SETTINGS, max_examples=cases)
    @given(FILES[ending], _OPTIONS)
    def case(write: Maker, options: list[str]) -> None:
        if path.is_dir():
            shutil.rmtree(path)
        write(path)
        try:
            for raw in tables(path):
                for finding in raw.findings:
                    if finding.kind != "above":
                        require_own_words(finding.message.zh, path.name)
                texts(raw.table)
        except FileError as error:
            require_own_words(error.message.zh, path.name)
            counts["refused"] += 1
        else:
            counts["read"] += 1
        if left[0] > 0:
            left[0] -= 1
            imported(path, options)

    case()
    return counts


def imported(path: Path, options: list[str]) -> None:
    """Have a file imported; it is, or it is told why not, in our words."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        code = cli(["import", str(path), "--dry-run", *options])
    assert code in (0, 2), told.getvalue()
    assert "Traceback" not in told.getvalue(), told.getvalue()
    if code == 2:
        for line in told.getvalue().splitlines():
            require_own_words(line, path.name)


def apart(outcome: Callable[[], str]) -> str:
    """What a case comes to in a fork with the limits of a reader; ``broke`` if it aborts.

    A few changed bytes of an XLS can ask for more memory than there is, and Rust then aborts.
    """
    source, sink = os.pipe()
    child = os.fork()
    if not child:
        try:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            answer = outcome()
        except BaseException:
            answer = traceback.format_exc()
        os.write(sink, answer.encode()[-4000:])
        os._exit(0)
    os.close(sink)
    with os.fdopen(source, "rb") as stream:
        answer = stream.read().decode()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return answer or ("broke" if status == -signal.SIGABRT else f"ended by {status}")


def main() -> None:
    place, kind, cases = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    sandbox.refuse_sockets()
    if len(sys.argv) == 4:
        print(*edited(place, kind, cases).values())  # noqa: T201 (the answer)
        return
    guard.parse = parse.parse  # here, where GDAL is held to the drivers already
    load, kept = target.load_known, []
    target.load_known = lambda *asked: kept[0] if kept else kept.append(load(*asked)) or kept[0]
    with contextlib.redirect_stdout(io.StringIO()):
        cli(["init", str(place)])
    os.chdir(place)
    for ending in kind.split(","):
        counts = whole(place, ending, cases, int(sys.argv[4]))
        print(ending, *counts.values(), flush=True)  # noqa: T201 (the answer)


if __name__ == "__main__":
    main()
