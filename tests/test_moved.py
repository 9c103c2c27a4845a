"""Names that documents gave before 0.2.0 still lead to what they named, for one release."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("old", "new", "member"),
    [
        ("siting", "analysis.siting.models", "mclp"),
        ("demand", "analysis.demand", "waste_demand"),
        ("raster", "read.raster", "opened"),
    ],
)
def test_an_old_name_forwards_and_says_so(old: str, new: str, member: str) -> None:
    code = (
        "import warnings\n"
        "with warnings.catch_warnings(record=True) as told:\n"
        "    warnings.simplefilter('always')\n"
        f"    from gisplan.{old} import {member} as before\n"
        f"from gisplan.{new} import {member} as now\n"
        "assert before is now\n"
        f"assert any('gisplan.{new}' in str(one.message) for one in told), told\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
