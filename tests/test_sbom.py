"""The bill of materials names all that is installed with gisplan, and nothing twice."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


def said(*words: str) -> str:
    script = str(ROOT / "install" / "sbom.py")
    done = subprocess.run([sys.executable, script, *words], capture_output=True, check=True)
    return done.stdout.decode()


def test_the_bill_of_materials_is_whole_and_the_same_twice() -> None:
    first = said()
    assert first == said()
    bill = json.loads(first)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    refs = [part["bom-ref"] for part in bill["components"]]
    assert len(refs) == len(set(refs)) > 30
    known = {bill["metadata"]["component"]["bom-ref"], *refs}
    for entry in bill["dependencies"]:
        assert entry["ref"] in known
        assert set(entry["dependsOn"]) <= known
    asked = [Requirement(line) for line in metadata.requires("gisplan") or ()]
    needed = {canonicalize_name(one.name) for one in asked if "extra" not in str(one.marker)}
    assert len(needed) > 15
    assert {f"pkg:pypi/{name}" for name in needed} <= {ref.split("@")[0] for ref in refs}


def test_every_package_says_its_licence_and_its_size() -> None:
    lines = [line.split("\t") for line in said("--licences").splitlines()]
    assert len(lines) > 30
    assert [name for name, _, licence in lines if licence == "unknown"] == []
    # nothing that would bind what is made with it
    assert not [name for name, _, licence in lines if "GPL" in licence and "LGPL" not in licence]
    *sizes, (total, words) = [line.split("\t") for line in said("--sizes").splitlines()]
    assert words.endswith("packages")
    assert abs(sum(float(size) for size, _ in sizes) - float(total)) < 5
