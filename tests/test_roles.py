"""Roles: layers by other names serve as well, and a role that is lacking is told in a sentence."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gisplan.analysis.plan.plan import TABLES
from gisplan.api.coverage.network_coverage import coverage
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.load import load_layers, load_plan, load_regions
from gisplan.api.plan_tables import ledger_layers
from gisplan.catalog import workspace
from gisplan.catalog.roles import TITLES, Roles
from gisplan.catalog.workspace import Workspace
from gisplan.cli.main import main
from gisplan.errors import DeclarationError, OptionError
from gisplan.pipeline import catalogue as catalog

NINGXIA = Path(__file__).parent.parent / "examples" / "ningxia"
WORKS = "id,name,lon,lat\nA,甲厂（虚构）,106.23,38.49\n"
OTHER = {
    "demand": ("demand_points", "people"),
    "candidates": ("county_seats", "towns"),
    "counties": ("counties", "xian"),
    "prefectures": ("prefectures", "shi"),
    "units": ("units", "areas"),
}


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example; what was resolved is kept in it from test to test."""
    root = tmp_path_factory.mktemp("roles") / "ningxia"
    unbuilt = shutil.ignore_patterns("rendered", "exports", ".gisplan")
    shutil.copytree(NINGXIA, root, ignore=unbuilt)
    (root / "works.csv").write_text(WORKS, encoding="utf-8")
    (root / "firms.csv").write_text(
        "企业名称,所在地\n甲厂（虚构）,银川市兴庆区\n", encoding="utf-8"
    )
    return root


@pytest.fixture(scope="module")
def renamed(region: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with its layers called otherwise."""
    root = tmp_path_factory.mktemp("roles") / "renamed"
    shutil.copytree(region, root, ignore=shutil.ignore_patterns("exports", ".gisplan", "maps"))
    for path in (root / "layers").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        for old, new in OTHER.values():
            # a layer is named in quotes, and is neither an analysis nor a file
            text = re.sub(rf'(?<!analysis = )"{old}"', f'"{new}"', text)
        path.write_text(text, encoding="utf-8")
    for old, new in OTHER.values():
        (root / "layers" / f"{old}.toml").rename(root / "layers" / f"{new}.toml")
    lines = [f'{role} = "{new}"' for role, (_, new) in OTHER.items()]
    (root / "gisplan.toml").write_text("\n".join(["[roles]", *lines, ""]), encoding="utf-8")
    return root


def test_layers_by_other_names_give_the_same_figures(region: Path, renamed: Path) -> None:
    here, there = (
        coverage(
            workspace.find(root),
            options=CoverageOptions(sites=str(region / "works.csv")),
        )
        for root in (region, renamed)
    )
    assert here.total == there.total
    assert here.regions["within_100"].tolist() == there.regions["within_100"].tolist()
    assert load_regions(workspace.find(renamed)).resolve("银川") == "640100"


@pytest.mark.parametrize(
    "words",
    [
        ["sites", "suggest", "--new", "1", "--km", "50"],
        ["sites", "evaluate", "106.2,37.6"],
        ["regions", "银川"],
    ],
)
def test_commands_find_layers_by_role(
    renamed: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "-C", str(renamed)]) == 0, capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["build"], ""),
        (["layers"], ""),
        (["layers", "demand_points"], ""),
        (["regions", "银川"], ""),
        (["export", "county_population", "--format", "geojson"], ""),
        (["figure", "overview"], ""),
        (["report"], ""),
        (["import", "firms.csv", "--layer", "firms", "--kind", "enterprises", "--dry-run"], ""),
        (["coverage", "--sites", "works.csv"], ""),
        (["coverage", "--sites", "works.csv", "--by", "counties"], ""),
        (["coverage"], "network"),
        (["coverage", "--sites", "county_seats"], "kind"),
        (["coverage", "--sites", "works.csv", "--norms"], "residents"),
        (["sites", "evaluate", "106.2,37.6"], ""),
        (["sites", "suggest", "--new", "1"], ""),
        (["sites", "suggest", "--new", "1", "--candidates", "counties"], "counties"),
        (["scorecard"], "scorecard"),
        (["scorecard", "--form", "form.xlsx"], "status_read"),
        (["plan"], "plan_ledger"),
        (["compare", "base", "other"], "other"),
    ],
)
def test_every_command_runs_or_says_what_it_lacks(
    region: Path,
    words: list[str],
    says: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(region)
    for lang in ("zh", "en"):
        code = main([*words, "--lang", lang])
        told = capsys.readouterr()
        assert code == (2 if says else 0), told.err
        if says:
            (line,) = [line for line in told.err.splitlines() if line.strip()]
            assert says in line
            assert bool(re.search("[一-鿿]", line)) == (lang == "zh")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('netwrk = "plants"', "roles.netwrk: unknown key; did you mean network"),
        ('network = "plants"', "roles.network: there is no layer plants"),
        ('network = ""', "roles.network: must be the name of a layer"),
        ('plan = "gansu_"', "roles.plan: no layer's name begins with gansu_"),
        ("demand = 3", "roles.demand"),
    ],
)
def test_a_role_that_can_not_be_is_told_with_file_and_key(
    place: Workspace, line: str, says: str
) -> None:
    (place.root / "gisplan.toml").write_text(f"[roles]\n{line}\n", encoding="utf-8")
    with pytest.raises(DeclarationError) as caught:
        catalog.load(workspace.find(place.root))
    assert f"gisplan.toml: {says}" in caught.value.text("en")


def test_a_plan_by_another_beginning_is_the_same_plan(tmp_path: Path) -> None:
    made = workspace.create(tmp_path / "own")
    for path in made.layers.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(rf'"plan_(?=({"|".join(TABLES)})")', '"gui_', text), encoding="utf-8"
        )
    for table in TABLES:
        (made.layers / f"plan_{table}.toml").rename(made.layers / f"gui_{table}.toml")
    for path in made.maps.glob("*.toml"):
        path.unlink()
    own = replace(made, roles=Roles(plan="gui_"))
    assert load_plan(own).milestones() == load_plan(workspace.find(tmp_path)).milestones()


def test_the_ledger_goes_by_the_beginning_of_the_plans_tables(tmp_path: Path) -> None:
    place = workspace.find(tmp_path)
    listed = set(catalog.load(place).layers)
    shipped = ledger_layers(place, listed)
    assert shipped is not None
    assert set(shipped.values()) <= listed
    own = replace(place, roles=Roles(plan="gui_"))
    assert ledger_layers(own, listed) is None
    there = {name.replace("plan_", "gui_") for name in shipped.values()}
    assert ledger_layers(own, there) == {
        table: name.replace("plan_", "gui_") for table, name in shipped.items()
    }


def test_every_role_is_declared_by_what_is_shipped(tmp_path: Path) -> None:
    """A default that no shipped layer has would be a name that nothing answers to."""
    roles, listed = Roles(), catalog.load(workspace.find(tmp_path)).layers
    assert len(roles.of_plan(listed, TABLES)) == len(TABLES)
    assert [role for role in TITLES if role != "plan" and not roles.optional(role, listed)] == []


def test_a_region_without_a_plan_says_so(region: Path) -> None:
    with pytest.raises(OptionError, match=r"no plan.*plan_"):
        load_plan(workspace.find(region))


def test_load_layers_takes_names_and_not_roles(renamed: Path) -> None:
    with pytest.raises(OptionError, match="no layer counties"):
        load_layers(("counties",), place=workspace.find(renamed))
