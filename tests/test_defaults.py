"""Defaults: what commands go by where nothing is asked for; a workspace may have its own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gisplan.api import sites
from gisplan.api.coverage.network_coverage import coverage
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.api.sites import EvaluateOptions
from gisplan.catalog import workspace
from gisplan.catalog.defaults import Defaults
from gisplan.catalog.workspace import Workspace
from gisplan.cli.main import main
from gisplan.errors import DeclarationError, OptionError

NINGXIA = Path(__file__).parent.parent / "examples" / "ningxia"
OTHER = """\
[defaults]
year = 2031
reaches_km = [20, 40.5]
reaches_min = [15, 45]
site_reach_km = 35
site_reach_min = 25
detour = 1.25
kinds = ["works"]
next_kinds = ["park", "centre"]
quantity = "t_municipal"
new_sites = 2
"""


@pytest.fixture
def gansu(tmp_path: Path) -> Workspace:
    return workspace.find(tmp_path)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that declares all of them, and sites that are plainly synthetic."""
    root = tmp_path_factory.mktemp("defaults") / "ningxia"
    unbuilt = shutil.ignore_patterns("rendered", "exports", ".gisplan")
    shutil.copytree(NINGXIA, root, ignore=unbuilt)
    (root / "gisplan.toml").write_text(OTHER, encoding="utf-8")
    rows = "id,name,kind,lon,lat\nA,甲厂（虚构）,works,106.23,38.49\n"
    (root / "works.csv").write_text(rows, encoding="utf-8")
    return root


def test_a_workspace_that_declares_none_goes_by_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "gisplan.toml").write_text('language = "en"\n', encoding="utf-8")
    assert workspace.find(tmp_path).defaults == Defaults()


def test_all_that_is_declared_is_taken(other: Path) -> None:
    assert workspace.find(other).defaults == Defaults(
        year=2031,
        reaches_km=(20.0, 40.5),
        reaches_min=(15.0, 45.0),
        site_reach_km=35.0,
        site_reach_min=25.0,
        detour=1.25,
        kinds=("works",),
        next_kinds=("park", "centre"),
        quantity="t_municipal",
        new_sites=2,
    )


def test_what_is_declared_is_as_if_it_were_asked_for(gansu: Workspace) -> None:
    declared = Defaults(
        year=2016, reaches_km=(40.0, 80.0), detour=1.3, kinds=("incineration",), site_reach_km=15.0
    )
    own = replace(gansu, defaults=declared)
    asked = ReachOptions(
        km=(40.0, 80.0), year=2016, kinds=("incineration",), journey=JourneyOptions(detour=1.3)
    )
    told = coverage(own, options=CoverageOptions())
    same = coverage(gansu, options=CoverageOptions(reach=asked))
    assert told.regions.equals(same.regions)
    assert (told.reaches, told.year) == ((40.0, 80.0), 2016)
    usual = coverage(gansu, options=CoverageOptions())
    assert (usual.reaches, usual.year) == ((30.0, 50.0, 100.0), 2020)
    assert usual.total["sites_counted"] > told.total["sites_counted"]
    near = sites.evaluate(["103.83,36.06"], place=own, options=EvaluateOptions())
    far = sites.evaluate(
        ["103.83,36.06"], place=own, options=EvaluateOptions(reach=ReachOptions(km=(60.0,)))
    )
    assert (near.reach, far.reach) == (15.0, 60.0)
    column = "within_population"
    assert near.table[column].iloc[0] < far.table[column].iloc[0]


def test_what_is_asked_for_goes_before_what_is_declared(
    other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = ["coverage", "--sites", str(other / "works.csv"), "-C", str(other), "--lang", "en"]
    quantity = ["--quantity", "population"]
    assert main([*own, *quantity]) == 0, capsys.readouterr().err
    told = capsys.readouterr().out
    assert "coverage in 2031" in told
    assert "within 40.5 km" in told
    assert main([*own, *quantity, "--km", "70", "--year", "2024"]) == 0
    told = capsys.readouterr().out
    assert "coverage in 2024" in told
    assert "within 70 km" in told
    assert "40.5" not in told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_help_tells_the_workspaces_defaults(
    other: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = {
        ("coverage",): ("20 40.5", "15 45", "2031", "1.25", "works", "t_municipal"),
        ("sites", "suggest"): ("35", "25", "2031", "1.25", "works", "t_municipal", " 2"),
        ("sites", "evaluate"): ("35", "park", "centre"),
    }
    for command, values in words.items():
        with pytest.raises(SystemExit):
            main([*command, "--help", "--lang", lang, "-C", str(other)])
        told = " ".join(capsys.readouterr().out.split())
        for value in values:
            usual = f"默认 {value}" if lang == "zh" else f"default: {value}"
            assert value in told, (command, usual)
        assert "2020" not in told
        assert "incineration" not in told


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("yaer = 2025", "defaults.yaer: unknown key; did you mean year"),
        ('year = "2025"', "defaults.year: must be a whole number"),
        ("year = 0", "defaults.year: must be at least 1"),
        ("reaches_km = [50, 30]", "defaults.reaches_km: must be rising numbers above 0"),
        ("reaches_km = []", "defaults.reaches_km: must be rising numbers above 0"),
        ("reaches_min = [0, 30]", "defaults.reaches_min: must be rising numbers above 0"),
        ("reaches_min = [30, inf]", "defaults.reaches_min[2]: must be finite"),
        ("reaches_km = 30", "defaults.reaches_km: must be a list"),
        ('reaches_km = ["30"]', "defaults.reaches_km: must be a list of numbers"),
        ("site_reach_km = -1", "defaults.site_reach_km: must be a number above 0"),
        ("site_reach_min = nan", "defaults.site_reach_min: must be finite"),
        ("detour = 0.9", "defaults.detour: must be a number of 1 or more"),
        ('kinds = [""]', "defaults.kinds: no name may be empty"),
        ('kinds = "landfill"', "defaults.kinds: must be a list"),
        ('quantity = ""', "defaults.quantity: must be the name of a column"),
        ("new_sites = 0", "defaults.new_sites: must be at least 1"),
    ],
)
def test_a_default_that_can_not_be_is_told_with_file_and_key(
    tmp_path: Path, line: str, says: str
) -> None:
    (tmp_path / "gisplan.toml").write_text(f"[defaults]\n{line}\n", encoding="utf-8")
    with pytest.raises(DeclarationError) as caught:
        workspace.find(tmp_path)
    assert f"gisplan.toml: {says}" in caught.value.text("en")
    key = says.partition(":")[0].partition("[")[0]
    assert all(key in fault.en for fault in caught.value.faults)


def test_kinds_that_the_network_lacks_are_told_with_where_to_name_others(gansu: Workspace) -> None:
    own = replace(gansu, defaults=Defaults(kinds=("incineration", "furnace")))
    with pytest.raises(OptionError, match=r"furnace.*\[defaults\] of gisplan\.toml"):
        coverage(own, options=CoverageOptions())
