"""The process that parses: takes a job, gives tables or the reason why not, and ends.

Run as a script by ``guard``, in an empty environment. Only the modules that parsing needs are
loaded, so that it starts in a fraction of a second: the packages ``gisplan`` and
``gisplan.read`` are entered without their ``__init__``, and what pyogrio would import for
dataframes is held back, as tables leave here in Arrow.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import IO, Any

#: Exit codes: done, refused with words on the output, out of memory.
DONE, REFUSED, NO_MEMORY = 0, 3, 4
_HELD_BACK = ("geopandas", "pandas", "pyproj")


class _HoldBack:
    """A finder that lets some packages look as if they were not installed."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:  # noqa: ARG004
        """Say of a package held back that there is none; leave others to the next finder.

        Parameters
        ----------
        name : str
            Full name of the module asked for.
        path : object, optional
            Not looked at.
        target : object, optional
            Not looked at.

        Raises
        ------
        ModuleNotFoundError
            If the package is held back.
        """
        if name in _HELD_BACK:
            raise ModuleNotFoundError(name=name)


def prepare(paths: list[str]) -> None:
    """Make ``gisplan.read`` importable without the rest of gisplan.

    Parameters
    ----------
    paths : list of str
        ``sys.path`` of the process that asks.
    """
    sys.path[:] = paths
    here = Path(__file__).resolve().parent
    for name, folder in (("gisplan", here.parent), ("gisplan.read", here)):
        package = ModuleType(name)
        package.__path__ = [str(folder)]
        sys.modules[name] = package
    sys.meta_path.insert(0, _HoldBack())


def pin(kind: str, drivers: list[str]) -> None:
    """Let GDAL load the one driver of a kind, and see that it did.

    Parameters
    ----------
    kind : str
        Name of the kind of file.
    drivers : list of str
        All that this GDAL has.
    """
    from gisplan.read import vector
    from gisplan.read.options import refusal

    name = vector.driver(kind, drivers)
    os.environ["GDAL_SKIP"] = ",".join(driver for driver in drivers if driver != name)
    import pyogrio

    if set(pyogrio.list_drivers()) != {name}:
        raise refusal(
            kind,
            "所装的 GDAL 没有可用的驱动，或不能只启用这一个",
            "the GDAL that is installed lacks the driver, or can't be held to it",
        )


def main() -> int:
    """Do one job, from standard input to standard output.

    Returns
    -------
    int
        Exit code: the answer was written, the file was refused (why was written), or memory ran
        out.
    """
    gc.disable()  # one job and the end; collecting costs a third of the time of a long table
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not print into the answer
    order: dict[str, Any] = json.loads(sys.stdin.buffer.read())
    prepare(order["paths"])
    from gisplan.errors import FileError

    try:
        _do(order, output)
    except FileError as error:
        words = {"zh": error.message.zh, "en": error.message.en}
        output.write(json.dumps(words).encode())
        output.flush()
        return REFUSED
    except MemoryError:
        return NO_MEMORY
    output.flush()
    return DONE


def _do(order: dict[str, Any], output: IO[bytes]) -> None:
    from gisplan.read import part, sandbox
    from gisplan.read.kinds import named
    from gisplan.read.options import ReadOptions
    from gisplan.read.parse import parse

    options = ReadOptions.from_plain(order["options"])
    sandbox.enter(options.limits)
    if named(order["kind"]).drivers:
        pin(order["kind"], order["drivers"])
    job = part.Job(path=Path(order["path"]), kind=order["kind"], options=options)
    part.write(parse(job), output)


if __name__ == "__main__":
    sys.exit(main())
