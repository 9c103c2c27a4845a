"""``gisplan coverage``: on the shipped network and on a planner's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisplan import appraisal, site_file
from gisplan.appraisal import CoverageOptions
from gisplan.errors import DataError
from tests.test_cli import gisplan

OWN = "id,name,lon,lat\nA,站点甲（虚构）,103.8343,36.0611\nB,站点乙（虚构）,94.6617,40.1421\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_the_shipped_network_beside_what_the_plan_asks_for(tmp_path: Path) -> None:
    done = gisplan("coverage", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for words in (
        "25,019,831",
        "兰州市",
        "中铺子",
        "覆盖率达100%（二(三)8）",
        "未计入",
        "并不完整",
    ):
        assert words in done.stdout
    assert not list(tmp_path.iterdir())


def test_a_planners_own_sites(own: Path) -> None:
    told = appraisal.coverage(options=CoverageOptions(sites=str(own), reaches_km=(25.0, 60.0)))
    assert set(told.sites["id"]) == {"A", "B"}
    assert told.total["demand_total"] == 25_019_831
    assert told.total["within_60"] == told.sites["nearest_here"].sum()
    assert ["WGS 84" in words.en for words in told.left_out] == [True]
    assert told.regions.set_index("adcode").loc["620100", "sites_counted"] == 1
    done = gisplan("coverage", "--sites", own.name, "--km", "25", "--lang", "en", cwd=own.parent)
    assert done.returncode == 0, done.stderr
    assert "站点甲（虚构）" in done.stdout
    assert "within 25 km" in done.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("id,name\n1,x\n", "no columns of longitude and latitude"),
        ("id,lon,lat\n1,103.8,36\n2,east,36\n", "row 3, column lon, lat: “east, 36”"),
        ("id,lon,lat\n1,200,36\n", "row 2, column lon, lat: “200, 36”"),
        ("id,lon,lat\n1,103.8,36\n1,104,36\n", "rows 2, 3 share id = 1"),
        ("id,lon,lat\n,103.8,36\n7,104,36\n,104,37\n", "row 4, column id"),
        ("id,lon,lat\n1,103.8,36\n2,,\n", "row 3 has no place"),
        ("id,lon,lat\n", "holds no row"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_message(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=said):
        site_file.sites_of_file(path)


@pytest.mark.parametrize(
    "words",
    [
        ("--sites", "no_such_layer"),
        ("--sites", "missing.csv"),
        ("--kind", "furnace"),
        ("--km", "50", "30"),
        ("--km", "0"),
        ("--quantity", "happiness"),
        ("--detour", "0.5"),
        ("--year", "1900"),
    ],
)
def test_a_wrong_option_is_a_message_with_exit_code_2(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = gisplan("coverage", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
