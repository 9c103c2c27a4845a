"""Files written where the user says: nothing of others is replaced, and an ending is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from gisplan.api import compare
from gisplan.api import sites as desk
from gisplan.api.figure import FigureOptions, figure
from gisplan.api.report import report
from gisplan.catalog.declaration import Declaration
from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.errors import FileError
from gisplan.importing.mapping import from_declaration
from gisplan.pipeline.ownership import Ownership
from gisplan.pipeline.report import BuildReport
from gisplan.text import Text
from tests import small

SITES = gpd.GeoDataFrame({"id": ["1"]}, geometry=gpd.points_from_xy([100], [35]), crs=4326)
SCENARIO = 'title = "more"\n[layers.figures]\nfile = "more.csv"\n'


def compared(place: Workspace) -> compare.Comparison:
    folder = place.layers / "scenarios"
    folder.mkdir(exist_ok=True)
    (folder / "more.toml").write_text(SCENARIO, encoding="utf-8")
    (folder / "more.csv").write_text("adcode,residents\n990101,11\n", encoding="utf-8")
    return compare.compare("base", "more", place=place)


def write_compared(_: Path, place: Workspace, overwrite: bool) -> object:
    return compare.write(compared(place), place=place, overwrite=overwrite)


WRITERS: dict[str, Callable[[Path, Workspace, bool], object]] = {
    "a.svg": lambda path, place, over: figure(
        "small", place=place, out=path, overwrite=over, options=FigureOptions(format="svg")
    ),
    "a.html": lambda path, place, over: report(place=place, out=path, overwrite=over),
    "a.geojson": lambda path, place, over: desk.write(SITES, path, place=place, overwrite=over),
    "a.csv": lambda path, place, over: desk.write_curve(
        pd.DataFrame({"sites": [0]}), path, place=place, overwrite=over
    ),
    "exports/compare/base_more.csv": write_compared,
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_strangers_file_and_an_edited_one_stay(place: Workspace, name: str) -> None:
    write, path = WRITERS[name], place.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine")
    with pytest.raises(FileError) as refused:
        write(path, place, False)
    assert "did not write it" in refused.value.text("en")
    assert "--overwrite" in refused.value.text("zh")
    assert path.read_bytes() == b"mine"
    write(path, place, True)
    made = path.read_bytes()
    assert made != b"mine"
    write(path, place, False)  # its own
    path.write_bytes(made + b" ")
    with pytest.raises(FileError, match="was changed since"):
        write(path, place, False)


def test_a_ledger_a_form_and_a_scorecard_stay_too(
    built: tuple[Workspace, BuildReport], tmp_path: Path
) -> None:
    place = built[0]
    for name in ("a.xlsx", "b.html", "c.csv"):
        (tmp_path / name).write_bytes(b"mine")
    lang = ("-C", str(place.root), "--lang", "en")
    for words in (
        ("scorecard", "--form", str(tmp_path / "a.xlsx")),
        ("scorecard", "--report", str(tmp_path / "b.html")),
        ("plan", "--out", str(tmp_path / "c.csv")),
    ):
        assert main([*words, *lang]) == 2
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"mine"}


def test_from_a_workspace_that_is_only_read_files_go_elsewhere(
    place: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise FileError(Text("只读", "read-only"))

    monkeypatch.setattr(Ownership, "note", refused)
    target = tmp_path / "out.csv"
    desk.write(SITES, target, place=place)
    with pytest.raises(FileError):  # not noted, so not known as its own
        desk.write(SITES, target, place=place)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("figure", "small", "--out", "x.bmp"), "x.bmp: use .png"),
        (("figure", "small", "--format", "svg", "--out", "x.png"), "x.png: use .svg"),
        (("report", "--out", "x.bmp"), "x.bmp: use .html"),
        (("report", "--year", "99999999"), "'99999999' is no year"),
        (("scorecard", "--year", "9" * 5000), "is no year"),
        (("plan", "--year", "20255"), "is no year"),
    ],
)
def test_what_can_not_be_is_told_before_anything_is_written(
    place: Workspace, capsys: Any, words: tuple[str, ...], said: str
) -> None:
    try:
        code: object = main([*words, "-C", str(place.root), "--lang", "en"])
    except SystemExit as ended:
        code = ended.code
    told = capsys.readouterr().err
    assert code == 2
    assert said in told
    assert len(told) < 500
    assert not list(Path.cwd().glob("x.*"))


@pytest.mark.parametrize("value", ["", "soon", "1e9", "9" * 30])
def test_a_source_date_that_is_none_is_told(
    place: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: Any, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    out = place.root / "x.png"
    words = ["figure", "small", "-C", str(place.root), "--lang", "en", "--out", str(out)]
    assert main(words) == 2
    assert "SOURCE_DATE_EPOCH must be seconds" in capsys.readouterr().err
    assert not out.exists()


def test_a_datum_nobody_knows_is_neither_taken_nor_remembered(
    place: Workspace, capsys: Any
) -> None:
    table = place.root / "more.csv"
    table.write_text("adcode,residents\n990101,12\n", encoding="utf-8")
    words = ["import", str(table), "--layer", "figures", "-C", str(place.root), "--lang", "en"]
    before = small.FIGURES_CSV
    assert main([*words, "--datum", "bogus"]) == 2
    assert "unknown datum 'bogus'" in capsys.readouterr().err
    assert (place.layers / "figures.csv").read_text(encoding="utf-8") == before
    faults: list[Any] = []
    from_declaration(Declaration({"datum": "bogus"}, file=Path("m.toml"), faults=faults))
    assert "unknown datum" in faults[0].en
    assert main(words) == 0
