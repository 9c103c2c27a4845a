"""Feeds one reader mutated files, in a process of its own that may break: see test_read_fuzz.

Run as ``python -m tests.fuzz_reader FILE KIND CASES [structured]``, with GDAL held to one driver
from outside. Prints how many cases were read, how many refused, and how many aborted
for want of memory. Any other end of a case is a fault.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gisplan.errors import FileError
from gisplan.importing.cells import texts
from gisplan.read import parse, sandbox
from gisplan.read.kinds import recognised
from gisplan.read.options import Limits, ReadOptions
from gisplan.read.part import Job
from gisplan.read.result import raw_table
from tests.structured import FILES

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


def main() -> None:
    path, kind, cases = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    sound = path.read_bytes()
    options = ReadOptions(limits=Limits(seconds=30))
    counts = {"read": 0, "refused": 0, "broke": 0}
    sandbox.refuse_sockets()

    def outcome() -> str:
        try:
            recognised(path, options.limits)
            for part in parse.parse(Job(path=path, kind=kind, options=options)):
                texts(raw_table(part, path.name, options).table)
        except (FileError, MemoryError):
            return "refused"
        return "read"

    structured = "structured" in sys.argv

    @settings(
        max_examples=cases,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        FILES[path.suffix] if structured else _EDITS.map(lambda edits: mutated(sound, edits)),
    )
    def case(data: bytes) -> None:
        path.write_bytes(data)
        what = apart(outcome) if kind == "XLS" else outcome()
        assert what in counts, what
        counts[what] += 1

    case()
    print(*counts.values())  # noqa: T201 (the answer)


def apart(outcome: Callable[[], str]) -> str:
    """What a case comes to in a fork with the limits of a reader; ``broke`` if it aborts.

    A few changed bytes of an XLS can ask for more memory than there is, and Rust then aborts.
    """
    source, target = os.pipe()
    child = os.fork()
    if not child:
        try:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            answer = outcome()
        except BaseException:
            answer = traceback.format_exc()
        os.write(target, answer.encode()[-4000:])
        os._exit(0)
    os.close(target)
    with os.fdopen(source, "rb") as stream:
        answer = stream.read().decode()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return answer or ("broke" if status == -signal.SIGABRT else f"ended by {status}")


if __name__ == "__main__":
    main()
