"""``gisplan export``: which layers, formats and datums; what it writes, twice the same."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pystac
import pytest

from gisplan import escape
from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.errors import OptionError
from gisplan.formats import formats, manifest
from tests.test_catalog import edit
from tests.test_export_writes import contents

ROOT = Path(__file__).parent.parent


def run(place: Workspace, *words: str) -> int:
    return main(["export", "-C", str(place.root), "--lang", "en", *words])


def names(folder: Path) -> set[str]:
    return {p.name for p in folder.iterdir()}


def test_one_layer_goes_into_a_geopackage(place: Workspace, capsys: Any) -> None:
    assert run(place, "joined") == 0
    expected = {"layers.gpkg", "manifest.json", "catalog.json"}
    expected |= {f"joined.{e}" for e in ("meta.json", "qml", "sld", "qmd", "stac.json")}
    assert names(place.exports) == expected
    assert "layers.gpkg" in capsys.readouterr().out


def test_everything_in_every_format(place: Workspace, tmp_path: Path, capsys: Any) -> None:
    assert run(place, "--all", "--format", "every", "--to", str(tmp_path / "out")) == 0
    found = names(tmp_path / "out")
    for name in ("squares", "joined"):
        assert {
            f"{name}{kind.ending}"
            for kind in formats.FORMATS.values()
            if not kind.rasters and not kind.planar
        } <= found
    assert {"figures.csv", "figures.columns.csv", "figures.xlsx", "figures.parquet"} <= found
    assert "figures.geojson" not in found
    assert {"layers.gpkg", "layers.qgz"} <= found
    assert "1 layers are tables" in capsys.readouterr().out
    assert not place.exports.exists()


def test_the_same_gives_the_same_bytes(
    place: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    states = []
    for name in ("a", "b"):
        options = ExportOptions(formats=formats.ALL, to=tmp_path / name)
        publish.export(place, options=options)
        states.append(contents(tmp_path / name))
        # a clock of two seconds' steps, as a zip archive has, must not show
        monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert states[0] == states[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    publish.export(place, options=ExportOptions(formats=("gpkg", "xlsx"), to=tmp_path / "c"))
    told = json.loads((tmp_path / "c" / "joined.meta.json").read_bytes())
    assert told["made_at"] == "2023-11-14T22:13:20+00:00"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(OptionError, match="SOURCE_DATE_EPOCH must be seconds"):
        publish.export(place, options=ExportOptions(to=tmp_path / "d"))


def test_no_date_of_today_in_any_file(place: Workspace, tmp_path: Path) -> None:
    publish.export(place, options=ExportOptions(formats=formats.ALL, to=tmp_path))
    for path in tmp_path.rglob("*"):
        if path.suffix in (".xlsx", ".qgz"):
            with zipfile.ZipFile(path) as archive:
                assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
                content = b"".join(archive.read(name) for name in archive.namelist())
        elif path.is_file():
            content = path.read_bytes()
        else:
            continue
        assert not re.search(rb"20[2-9]\d-[01]\d-[0-3]\dT", content), path


@pytest.mark.parametrize(
    ("datum", "able"),
    [
        ("cgcs2000", {"gpkg", "qgis", "shapefile", "filegdb"}),
        ("gcj02", set(formats.ALL) - {"kml", "cog", "mbtiles", "pmtiles"}),
    ],
)
def test_another_datum_is_named_in_every_file(
    place: Workspace, datum: Any, able: set[str], capsys: Any
) -> None:
    assert {name for name in formats.ALL if datum in formats.datums_of(name)} == able
    assert run(place, "--all", "--format", "every", "--crs", datum) == 0
    capsys.readouterr()
    whole = {"manifest.json", "catalog.json"}
    assert all(f".{datum}." in name for name in names(place.exports) - whole)
    told = json.loads((place.exports / f"joined.{datum}.meta.json").read_bytes())
    assert {"cgcs2000": "EPSG:4490", "gcj02": "GCJ-02"}[datum] in told["crs"]
    for name in set(formats.ALL) - able:
        assert run(place, "--all", "--format", name, "--crs", datum) == 2
        assert f"can't be in {datum}" in capsys.readouterr().err


def test_the_catalogue_and_the_manifest_know_every_file(place: Workspace, capsys: Any) -> None:
    assert run(place, "joined", "--format", "csv", "--format", "shapefile") == 0
    assert run(place, "squares", "--format", "gpkg") == 0
    assert run(place, "joined", "--format", "geojson", "--crs", "gcj02") == 0
    capsys.readouterr()
    files = {
        p.relative_to(place.exports).as_posix() for p in place.exports.rglob("*") if p.is_file()
    }
    known = manifest.load(place.exports)
    assert set(known) == files - {manifest.NAME}
    assert manifest.differing(place.exports) == ()
    for path, entry in known.items():
        assert entry.sha256 == hashlib.sha256((place.exports / path).read_bytes()).hexdigest()
    catalog = pystac.Catalog.from_file(str(place.exports / "catalog.json"))
    children = {child.id: child for child in catalog.get_children()}
    assert set(children) == {"joined", "squares", "joined.gcj02"}
    assert set(children["joined"].assets) >= {"joined.csv", "joined.shapefile/joined.dbf"}
    assert "joined.gcj02.geojson" in children["joined.gcj02"].assets
    # what was altered is no longer vouched for
    (place.exports / "joined.csv").write_text("altered")
    assert manifest.differing(place.exports) == ("joined.csv",)


def test_cells_of_the_users_cannot_run(place: Workspace) -> None:
    edit(place, "layers/squares.geojson", "甲县", "=HYPERLINK(1)")
    publish.export(place, options=ExportOptions(layers=("squares",), formats=("csv",)))
    with (place.exports / "squares.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["name_zh"] == "'=HYPERLINK(1)"
    assert escape.restore(rows[0]["name_zh"]) == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name layers, or give --all"),
        (("joined", "--all"), "one of the two"),
        (("joind",), "near it: joined"),
        (("figures", "--format", "geojson"), "of tables gpkg, parquet"),
    ],
)
def test_what_can_not_be_is_said(
    place: Workspace, words: tuple[str, ...], said: str, capsys: Any
) -> None:
    assert run(place, *words) == 2
    assert said in capsys.readouterr().err
    assert not (place.exports.exists() and names(place.exports))


def test_every_format_is_documented() -> None:
    told = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    for name in (*formats.ALL, *formats.DRAWINGS):
        assert f"| `{name}` |" in told
