"""CAD drawings, read back by ezdxf and by GDAL: coordinates, classes, words, holes, refusals."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import ezdxf
import numpy as np
import pytest
import shapely
from pyproj import Transformer

import gisplan as gp
from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.errors import DatumError, FileError, OptionError
from gisplan.formats import dxf, formats, manifest
from gisplan.formats.prepared import Prepared
from gisplan.places.planes import find_plane
from gisplan.text import Text
from tests.exportdata import COUNT, TEXTS, item, rows_of, shapes_of

PLANE = find_plane("EPSG:4543")
HOSTILE = ["5%%d %%37 %%%", "a^Jb^ c", r"\U+4E2D \M+1A1A1", r"{\fArial;x}\P\~", "0\nSECTION\n999"]


def drawn(kind: str) -> Prepared:
    return replace(item(kind), plane=PLANE)


def gdal(path: Path) -> dict[str, dict[str, Any]]:
    """Read entities with Debian's GDAL, which is told the encoding, by their handles."""
    done = subprocess.run(
        ["ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=6",
         "/vsistdout/", str(path), "entities",
         "--config", "DXF_ENCODING", "UTF-8", "--config", "DXF_INLINE_BLOCKS", "FALSE"],
        capture_output=True,
        check=True,
    )  # fmt: skip
    features = [f for f in json.loads(done.stdout)["features"] if f["properties"]["EntityHandle"]]
    return {f["properties"]["EntityHandle"]: f for f in features}


def row_of(entity: Any) -> int:
    return int(entity.get_xdata("GISPLAN")[0].value)


@pytest.mark.parametrize("kind", ["point", "line", "polygon"])
def test_every_row_lies_where_another_projects_it(kind: str, tmp_path: Path) -> None:
    made, path, again = drawn(kind), tmp_path / "x.dxf", tmp_path / "y.dxf"
    for target in (path, again):
        dxf.write(made, target)
    assert path.read_bytes() == again.read_bytes()
    # the last row has no position
    assert dxf.count(path) == COUNT - 1 == formats.rows_in("dxf", made)
    assert "1 rows without a position" in dxf.losses(made)[0].en
    doc, seen = ezdxf.readfile(path), gdal(path)
    assert doc.header["$INSUNITS"] == 6
    assert doc.header.custom_vars.get("CRS") == f"EPSG:4543 {PLANE.title}"
    project = Transformer.from_crs(4326, 4543, always_xy=True)
    wanted = list(shapes_of(made.layer).values())
    found: dict[int, list[np.ndarray]] = {}
    for entity in doc.modelspace().query("LWPOLYLINE INSERT"):
        other = shapely.from_geojson(json.dumps(seen[entity.dxf.handle]["geometry"]))
        corners = shapely.get_coordinates(other)
        if kind == "polygon":
            assert entity.closed
        found.setdefault(row_of(entity), []).append(corners)
        assert seen[entity.dxf.handle]["properties"]["Layer"] == entity.dxf.layer
    for row, rings in found.items():
        xy = shapely.get_coordinates(
            shapely.boundary(wanted[row - 1]) if kind == "polygon" else wanted[row - 1]
        )
        east, north = project.transform(xy[:, 0], xy[:, 1])
        assert np.abs(np.vstack(rings) - np.column_stack([east, north])).max() < 0.001
    layers = {layer.dxf.name: layer.rgb for layer in doc.layers}
    assert layers["样例图层-甲类"] == (0x00, 0x72, 0xB2)
    named = {row_of(e): e for e in doc.modelspace().query("TEXT")}
    assert named[1].dxf.layer == "样例图层-注记"
    assert seen[named[1].dxf.handle]["properties"]["Text"] == TEXTS[0]
    assert doc.styles.get(named[1].dxf.style).dxf.font == "simsun.ttc"


def test_holes_parts_and_fills(tmp_path: Path) -> None:
    dxf.write(drawn("polygon"), tmp_path / "x.dxf")
    space = ezdxf.readfile(tmp_path / "x.dxf").modelspace()
    rings = Counter(row_of(e) for e in space.query("LWPOLYLINE"))
    # the second row has a hole, the third two parts
    assert (rings[2], rings[3], len(rings)) == (2, 2, COUNT - 1)
    (fill,) = space.query("HATCH")
    assert (row_of(fill), fill.dxf.layer, len(fill.paths)) == (2, "样例图层-甲类-填充", 2)
    filled = shapely.from_geojson(json.dumps(gdal(tmp_path / "x.dxf")[fill.dxf.handle]["geometry"]))
    lines = [
        shapely.Polygon(e.get_points("xy")) for e in space.query("LWPOLYLINE") if row_of(e) == 2
    ]
    assert filled.area == pytest.approx(lines[0].area - lines[1].area)


def test_values_stand_at_points_and_lines(tmp_path: Path) -> None:
    wanted = rows_of(drawn("point").layer)
    words = [{k: v for k, v in row.items() if v is not None} for row in wanted.values()]
    for kind in ("point", "line"):
        dxf.write(drawn(kind), tmp_path / f"{kind}.dxf")
    points = ezdxf.readfile(tmp_path / "point.dxf").modelspace().query("INSERT")
    first = {a.dxf.tag: a.dxf.text for a in points.first.attribs}
    assert all(a.is_invisible for a in points.first.attribs)
    line = ezdxf.readfile(tmp_path / "line.dxf").modelspace().query("LWPOLYLINE").first
    same = dict(tag.value.split("=", 1) for tag in line.get_xdata("GISPLAN")[1:])
    assert first == same
    assert list(first) == list(words[0])
    assert first["population_2020"] == str(2**53 + 1)
    assert float(first["density"]) == 0.1 + 0.2
    assert (first["planned"], first["opened"]) == ("true", "1949-10-01")


def test_words_are_words(tmp_path: Path) -> None:
    made = drawn("point")
    table = made.layer.table.copy()
    texts = [*HOSTILE, "长" * 200, *TEXTS[6:]]
    table["name_zh"] = texts
    # a title, too, is a name of a CAD layer
    spec = replace(made.layer.spec, title=Text("a/b:*|%%d^ 图层", "x"))
    made = replace(made, layer=replace(made.layer, spec=spec, table=table))
    path = tmp_path / "x.dxf"
    dxf.write(made, path)
    assert dxf.count(path) == COUNT - 1
    assert "1 values longer than 255 bytes" in dxf.losses(made)[1].en
    doc, seen = ezdxf.readfile(path), gdal(path)
    assert "a／b：＊｜％％d＾ 图层-无数据" in doc.layers
    for entity in doc.modelspace().query("TEXT"):
        row = row_of(entity)
        wanted = unicodedata.normalize("NFKC", " ".join(str(texts[row - 1]).split()))
        for read in (entity.plain_text(), seen[entity.dxf.handle]["properties"]["Text"]):
            words = unicodedata.normalize("NFKC", read)
            assert words == (wanted if row != 6 else "长" * 85), row


def test_a_mark_tells_how_exact_its_place_is(tmp_path: Path) -> None:
    made = drawn("point")
    assert made.symbology is not None
    for positions, kind in (("site", "exact"), ("county", "approximate")):
        look = replace(made.symbology, positions=positions)
        dxf.write(replace(made, symbology=look), tmp_path / "x.dxf")
        blocks = {
            e.dxf.name for e in ezdxf.readfile(tmp_path / "x.dxf").modelspace().query("INSERT")
        }
        assert blocks == {f"GISPLAN_sample_{kind}"}


def test_what_is_damaged_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "x.dxf"
    dxf.write(drawn("line"), path)
    doc = ezdxf.readfile(path)
    doc.modelspace().add_lwpolyline([(0, 0), (1, 1)])
    doc.saveas(path)
    with pytest.raises(FileError, match="LWPOLYLINE of the drawing has no row"):
        dxf.count(path)
    layer = "样例图层-甲类"
    text = path.read_text(encoding="utf-8").replace(f"  8\n{layer}\n", "  8\na*b\n", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError, match="read back has faults"):
        dxf.count(path)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("EPSG:4490", "not a projected"),
        ("EPSG:2225", "not a projected coordinate system in metres"),
        ("EPSG:3857", "not those of the ground"),
        ("EPSG:2382", "not public"),
        ("EPSG:4999999", "unknown coordinate system"),
        ("Gauss", "unknown coordinate system"),
    ],
)
def test_what_is_no_plane_is_refused(code: str, why: str) -> None:
    with pytest.raises(DatumError, match=why):
        find_plane(code)


def test_the_plane_is_asked_for_and_never_chosen(
    place: Workspace, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["export", "-C", str(place.root), "--lang", "en", "joined", "--format"]
    assert main([*words, "dxf"]) == 2
    said = " ".join(capsys.readouterr().err.split())
    zone, rows = 34, 2
    assert f"{rows} of {rows} rows are in zone {zone}" in said
    assert f"EPSG:{4509 + zone} (eastings without the zone's number)" in said
    assert find_plane(f"EPSG:{4509 + zone}").title.endswith(f"CM {zone * 3}E")
    assert find_plane(f"EPSG:{4488 + zone}").title.endswith(f"zone {zone}")
    chinese = ["zh" if word == "en" else word for word in words]
    assert main([*chinese, "dxf", "--crs", "cgcs2000"]) == 2
    assert "请用 --crs 写明投影坐标系" in capsys.readouterr().err
    assert main([*words, "gpkg", "--crs", "EPSG:4543"]) == 2
    assert "format gpkg can't be in EPSG:4543; these can: dxf" in capsys.readouterr().err
    assert not list(place.exports.glob("*"))
    assert main([*words, "every", "--crs", "epsg:4543"]) == 0
    (entry,) = [one for one in manifest.load(place.exports).values() if one.format == "dxf"]
    assert (entry.datum, entry.rows, entry.layers) == ("EPSG:4543", rows, ("joined",))
    told = json.loads((place.exports / "joined.stac.json").read_bytes())
    assert "joined.epsg4543.dxf" in told["assets"]
    with pytest.raises(OptionError, match="gcj02 is a datum"):
        gp.export("joined", format="DXF", crs="gcj02", workspace=place.root, lang="en")
    monkeypatch.setattr(dxf, "find_spec", lambda _: None)
    assert main([*words, "dxf", "--crs", "EPSG:4543"]) == 2
    assert "pip install 'gisplan[cad]'" in capsys.readouterr().err
