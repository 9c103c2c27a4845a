"""What an installation of gisplan holds: a bill of materials (CycloneDX), licences, and sizes.

Run with the Python that gisplan is installed in; nothing is downloaded.

    python install/sbom.py                    CycloneDX 1.5 as JSON
    python install/sbom.py --licences         a line a package: name, version, licence
    python install/sbom.py --sizes            a line a package: megabytes, largest first
    python install/sbom.py --extra figures    with what an extra needs; may be repeated
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NAME = "gisplan"
#: How classifiers of licences begin.
_LICENCE = "License :: OSI Approved :: "
#: Characters of a licence that is not a name but its whole text.
_MOST = 80


def installed(extras: Sequence[str] = ()) -> dict[str, metadata.Distribution]:
    """Give gisplan and all that it needs, by normalised name.

    Parameters
    ----------
    extras : sequence of str
        Extras of gisplan whose packages count too.

    Returns
    -------
    dict of str to importlib.metadata.Distribution
        Those that are installed.
    """
    found: dict[str, metadata.Distribution] = {}
    waiting = [(NAME, tuple(extras))]
    while waiting:
        name, wanted = waiting.pop()
        key = canonicalize_name(name)
        if key in found and not wanted:
            continue
        try:
            found[key] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # of an extra that is not installed
        for need in needs(found[key], wanted):
            if canonicalize_name(need.name) not in found or need.extras:
                waiting.append((need.name, tuple(need.extras)))
    return dict(sorted(found.items()))


def needs(of: metadata.Distribution, extras: Sequence[str] = ()) -> Iterator[Requirement]:
    """Give what a package needs on this machine.

    Parameters
    ----------
    of : importlib.metadata.Distribution
        The package.
    extras : sequence of str
        Its extras that are asked for.

    Yields
    ------
    packaging.requirements.Requirement
        One a package.
    """
    for line in of.requires or ():
        need = Requirement(line)
        if need.marker is None or any(
            need.marker.evaluate({"extra": extra}) for extra in ("", *extras)
        ):
            yield need


def licence(of: metadata.Distribution) -> str:
    """Give the licence of a package, as it says itself.

    Parameters
    ----------
    of : importlib.metadata.Distribution
        The package.

    Returns
    -------
    str
        An expression, or a name; ``unknown`` where it says none.
    """
    said = of.metadata
    named = [
        line.removeprefix(_LICENCE).removeprefix("License :: ")
        for line in said.get_all("Classifier") or ()
        if line.startswith("License :: ") and line != _LICENCE.removesuffix(" :: ")
    ]
    whole = (said.get("License") or "").strip()
    short = whole if whole and "\n" not in whole and len(whole) <= _MOST else ""
    return said.get("License-Expression") or " AND ".join(named) or short or "unknown"


def size(of: metadata.Distribution) -> int:
    """Give the bytes that the files of a package take.

    Parameters
    ----------
    of : importlib.metadata.Distribution
        The package.

    Returns
    -------
    int
        Without what Python compiled of them.
    """
    paths = (Path(str(of.locate_file(file))) for file in of.files or ())
    return sum(path.stat().st_size for path in paths if path.suffix != ".pyc" and path.is_file())


def bill(found: dict[str, metadata.Distribution]) -> dict[str, Any]:
    """Make the bill of materials.

    Parameters
    ----------
    found : dict of str to importlib.metadata.Distribution
        As :func:`installed` gives them.

    Returns
    -------
    dict
        CycloneDX 1.5; the same for the same packages.
    """
    refs = {name: f"pkg:pypi/{name}@{of.version}" for name, of in found.items()}
    parts = {
        name: {
            "type": "application" if name == NAME else "library",
            "bom-ref": refs[name],
            "name": of.metadata["Name"],
            "version": of.version,
            "purl": refs[name],
            "licenses": [{"license": {"name": licence(of)}}],
        }
        for name, of in found.items()
    }
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": parts[NAME]},
        "components": [part for name, part in parts.items() if name != NAME],
        "dependencies": [
            {
                "ref": refs[name],
                "dependsOn": sorted(
                    {
                        refs[key]
                        for need in needs(of)
                        if (key := canonicalize_name(need.name)) in refs
                    }
                ),
            }
            for name, of in found.items()
        ],
    }


def main(words: Sequence[str] | None = None) -> None:
    """Print what is asked for.

    Parameters
    ----------
    words : sequence of str, optional
        Arguments; those of the process if left out.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--licences", action="store_true", help="name, version and licence")
    parser.add_argument("--sizes", action="store_true", help="megabytes, largest first")
    parser.add_argument("--extra", action="append", default=[], help="with an extra's packages")
    given = parser.parse_args(words)
    found = installed(given.extra)
    out = sys.stdout
    if given.licences:
        for name, of in found.items():
            out.write(f"{name}\t{of.version}\t{licence(of)}\n")
    elif given.sizes:
        sizes = {name: size(of) for name, of in found.items() if name != NAME}
        for name, taken in sorted(sizes.items(), key=lambda item: -item[1]):
            out.write(f"{taken / 1e6:8.1f}\t{name}\n")
        out.write(f"{sum(sizes.values()) / 1e6:8.1f}\t{len(sizes)} packages\n")
    else:
        out.write(json.dumps(bill(found), ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
