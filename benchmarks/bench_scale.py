"""Time and memory of build, coverage and export against size: the synthetic country.

Usage: ``python benchmarks/bench_scale.py run DIR 1 5 10 20 50`` (millions of enterprises; DIR
holds or gets a workspace for each), ``rasters DIR 10 100 1000`` (millions of cells of a population
raster), then ``plot`` and ``table``. Each command runs in a process of its own; its processor
time, wall time and peak memory are what the system says of that process. ``--whole`` measures the
planner's default, which reads layers whole; ``engines DIR 1 5 20`` one command on each engine.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results" / "scale.json"
PLOT = ROOT / "docs" / "images" / "scale.png"
COMMANDS = {
    "build": ["build"],
    "coverage": [
        *("coverage", "--demand", "enterprises", "--quantity", "employees"),
        *("--by", "counties", "--year", "2020"),
    ],
    "export": ["export", "enterprises", "--format", "parquet", "--format", "csv"],
}
WHOLE = {
    "build": ["build"],
    "coverage": ["coverage", "--by", "counties", "--year", "2020"],
    "export": ["export", "enterprises", "--format", "parquet", "--format", "csv"],
}
ENGINES = ("embedded", "processes", "dask")
#: The memory of a small server, in bytes.
LIMIT = 4_000_000_000


def measured(words: list[str]) -> dict[str, float]:
    """Run a command; give seconds of processor and clock, and peak memory in MB."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "gisplan", *words]
    child = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return {
        "exit": child.returncode,
        "cpu_s": round(usage.ru_utime + usage.ru_stime, 1),
        "wall_s": round(time.perf_counter() - began, 1),
        "peak_mb": round(usage.ru_maxrss / 1024),
    }


def workspace(folder: Path, millions: float, *, whole: bool) -> Path:
    name = f"{'whole' if whole else 'parts'}-{millions:g}m"
    place = folder / name
    if not place.exists():
        making = folder / f".{name}"
        shutil.rmtree(making, ignore_errors=True)
        words = [str(making), "--enterprises", str(round(millions * 1e6))]
        subprocess.run(
            [
                *(sys.executable, str(Path(__file__).with_name("country.py")), *words),
                *(["--whole"] if whole else []),
            ],
            check=True,
        )
        making.rename(place)
    return place


def note(way: str, millions: float, name: str, found: dict[str, float]) -> None:
    """Keep a result in place of an earlier one of the same."""
    row = {
        "way": way,
        "millions": millions,
        "command": name,
        "load": round(os.getloadavg()[1], 1),
        **found,
    }
    print(json.dumps(row), flush=True)
    RESULTS.parent.mkdir(exist_ok=True)
    known = json.loads(RESULTS.read_text()) if RESULTS.exists() else []
    same = ("way", "millions", "command")
    known = [r for r in known if any(r[key] != row[key] for key in same)]
    known.append(row)
    known.sort(key=lambda r: (r["way"], r["command"], r["millions"]))
    RESULTS.write_text("[\n" + ",\n".join(json.dumps(r) for r in known) + "\n]\n")


def rasters(folder: Path, sizes: list[float]) -> None:
    """Measure a build that checks a population raster, gathers it into points, and writes it."""
    sys.path.insert(0, str(ROOT))
    from people_raster import make

    for millions in sizes:
        place = folder / f"cells-{millions:g}m"
        if not place.exists():
            make(place, cells=round(millions * 1e6))
        shutil.rmtree(place / ".gisplan", ignore_errors=True)
        note("raster", millions, "build", measured(["build", "-C", str(place)]))
        shutil.rmtree(place / "exports", ignore_errors=True)


def run(folder: Path, sizes: list[float], *, whole: bool, commands: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for millions in sizes:
        place = workspace(folder, millions, whole=whole)
        for name in commands:
            if name == "build":
                shutil.rmtree(place / ".gisplan", ignore_errors=True)
            words = (WHOLE if whole else COMMANDS)[name]
            found = measured([*words, "-C", str(place)])
            note("whole" if whole else "parts", millions, name, found)
        shutil.rmtree(place / "exports", ignore_errors=True)


def plot() -> None:
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    rows = [row for row in json.loads(RESULTS.read_text()) if row["exit"] == 0]
    figure, (times, memory) = plt.subplots(1, 2, figsize=(10, 4))
    for number, name in enumerate(COMMANDS):
        for way, line in (("parts", "-o"), ("whole", ":x")):
            mine = [r for r in rows if r["command"] == name and r["way"] == way]
            if not mine:
                continue
            label = name if way == "parts" else f"{name}, read whole"
            size = [r["millions"] for r in mine]
            times.plot(size, [r["cpu_s"] / 60 for r in mine], line, color=f"C{number}", label=label)
            memory.plot(size, [r["peak_mb"] / 1000 for r in mine], line, color=f"C{number}")
    memory.axhline(LIMIT / 1e9, color="grey", linewidth=1)
    times.set(xlabel="million enterprises", ylabel="processor time (min)", ylim=(0, None))
    memory.set(xlabel="million enterprises", ylabel="peak memory (GB)", ylim=(0, 4.4))
    times.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(PLOT, dpi=110, metadata={"Software": None})
    print(PLOT)


def _told(row: dict[str, float]) -> str:
    memory = f"{row['peak_mb'] / 1000:.2f} GB"
    if row["exit"]:
        return f"ended with {row['exit']} | | {memory}"
    return f"{row['cpu_s']:,.0f} s | {row['wall_s']:,.0f} s | {memory}"


def table() -> None:
    """Print the results as the tables of docs/scale.md."""
    rows = json.loads(RESULTS.read_text())
    of = {way: [r for r in rows if r["way"] == way] for way in ("parts", "whole", "raster")}
    print("| enterprises | read | command | processor time | clock | peak memory |")
    print("|---:|---|---|---:|---:|---:|")
    for r in (*of["parts"], *of["whole"]):
        way = "in parts" if r["way"] == "parts" else "whole"
        print(f"| {r['millions'] * 1e6:,.0f} | {way} | `{r['command']}` | {_told(r)} |")
    print("\n| cells | processor time | clock | peak memory |")
    print("|---:|---:|---:|---:|")
    for r in of["raster"]:
        print(f"| {r['millions']:,.0f} million | {_told(r)} |")
    print("\n| enterprises | " + " | ".join(f"`{name}`" for name in ENGINES) + " |")
    print("|---:|---:|---:|---:|")
    for size in sorted({r["millions"] for r in rows if r["way"] in ENGINES}):
        clock = {r["way"]: r["wall_s"] for r in rows if r["millions"] == size}
        told = " | ".join(f"{clock[name]:,.0f} s" for name in ENGINES)
        print(f"| {size * 1e6:,.0f} | {told} |")


def engines(place: Path, millions: float) -> None:
    """Time one command on each engine, on two processors of a machine that does nothing else."""
    # what all three need is there before the first of them, and nothing of an ended run
    shutil.rmtree(place / ".gisplan" / "chunks", ignore_errors=True)
    measured(["export", "counties", "units", "network", "--format", "csv", "-C", str(place)])
    words = [*COMMANDS["coverage"], "-C", str(place)]
    note("embedded", millions, "coverage", measured(words))
    note(
        "processes",
        millions,
        "coverage",
        measured([*words, "--engine", "processes", "--workers", "2"]),
    )
    with scheduler(place / "scheduler.json") as address:
        asked = [*words, "--engine", "dask", "--scheduler", address]
        note("dask", millions, "coverage", measured(asked))


@contextlib.contextmanager
def scheduler(file: Path) -> Iterator[str]:
    """Start a Dask scheduler and two workers of one thread each; give its address."""
    dask = [sys.executable, "-m", "dask"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    ran = [
        subprocess.Popen([*dask, kind, *more, "--scheduler-file", str(file)], **quiet)
        for kind, *more in (("scheduler", "--port", "0"), *2 * [("worker", "--nthreads", "1")])
    ]
    try:
        while not file.exists():
            time.sleep(0.2)
        time.sleep(5)
        yield json.loads(file.read_text())["address"]
    finally:
        for process in ran:
            process.terminate()
        file.unlink(missing_ok=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    jobs = parser.add_subparsers(dest="job", required=True)
    runs = jobs.add_parser("run")
    runs.add_argument("folder", type=Path)
    runs.add_argument("millions", type=float, nargs="+")
    runs.add_argument("--whole", action="store_true")
    runs.add_argument("--only", choices=list(COMMANDS), action="append")
    cells = jobs.add_parser("rasters", help=rasters.__doc__)
    cells.add_argument("folder", type=Path)
    cells.add_argument("millions", type=float, nargs="+")
    jobs.add_parser("plot")
    jobs.add_parser("table")
    compared = jobs.add_parser("engines", help=engines.__doc__)
    compared.add_argument("folder", type=Path)
    compared.add_argument("millions", type=float, nargs="+")
    given = parser.parse_args()
    if given.job == "plot":
        plot()
    elif given.job == "table":
        table()
    elif given.job == "rasters":
        rasters(given.folder, given.millions)
    elif given.job == "engines":
        for millions in given.millions:
            engines(workspace(given.folder, millions, whole=False), millions)
    else:
        commands = given.only or list(COMMANDS)
        run(given.folder, given.millions, whole=given.whole, commands=commands)


if __name__ == "__main__":
    main()
