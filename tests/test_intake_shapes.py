"""Rows that come as areas, lines or several points: a point for each row, and no shape lost."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from shapely import LineString, MultiPoint, Point, box

from gisplan.api.importing import ImportReport
from gisplan.catalog.workspace import Workspace
from gisplan.errors import FileError
from gisplan.read import read
from tests.intake import bring, layer, own, remember_known

#: Kinds of vector file, and the driver that writes each.
KINDS = {
    ".geojson": "GeoJSON",
    ".gpkg": "GPKG",
    ".shp": "ESRI Shapefile",
    ".kml": "LIBKML",
    ".fgb": "FlatGeobuf",
    ".parquet": "",
    ".mif": "MapInfo File",
    ".tab": "MapInfo File",
    ".gdb": "OpenFileGDB",
}
#: Those in a wrapping or a form of their own.
WRAPPED = (".zip", ".kmz", ".json")
C_SHAPE = box(103, 36, 103.9, 36.9) - box(103.1, 36.1, 103.9, 36.8)


@pytest.fixture(scope="module", autouse=True)
def _known() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        remember_known(patch)
        yield


@pytest.fixture
def mine(tmp_path: Path) -> Workspace:
    return own(tmp_path / "own")


def written(path: Path, table: gpd.GeoDataFrame) -> Path:
    if path.suffix == ".parquet":
        table.to_parquet(path)
    elif path.suffix == ".zip":
        parts = path.parent / "parts"
        parts.mkdir()
        table.to_file(parts / "t.shp", engine="pyogrio")
        shutil.make_archive(str(path.with_suffix("")), "zip", parts)
    elif path.suffix == ".kmz":
        table.to_file(path.parent / "doc.kml", driver="LIBKML", engine="pyogrio")
        with zipfile.ZipFile(path, "w") as packed:
            packed.write(path.parent / "doc.kml", "doc.kml")
    elif path.suffix == ".json":
        rings = [[list(map(list, shape.exterior.coords))] for shape in table.geometry]
        rows = zip(
            table["name"].astype(object).where(table["name"].notna(), None), rings, strict=True
        )
        made = {
            "geometryType": "esriGeometryPolygon",
            "spatialReference": {"wkid": 4326},
            "fields": [{"name": "name", "type": "esriFieldTypeString", "alias": "name"}],
            "features": [{"attributes": {"name": n}, "geometry": {"rings": r}} for n, r in rows],
        }
        path.write_text(json.dumps(made), encoding="utf-8")
    else:
        table.to_file(path, driver=KINDS[path.suffix], engine="pyogrio")
    return path


def parks(*shapes: object, crs: str = "EPSG:4326", **columns: list[object]) -> gpd.GeoDataFrame:
    names = [f"合成园区{at}" for at in range(len(shapes))]
    return gpd.GeoDataFrame({"name": names, **columns}, geometry=list(shapes), crs=crs)


def brought(mine: Workspace, path: Path, **given: object) -> ImportReport:
    return bring(path, mine, "parks", **{"datum": None, **given})


@pytest.mark.parametrize("ending", list(KINDS))
def test_a_park_drawn_as_an_area_stays_one(mine: Workspace, tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"t{ending}", parks(C_SHAPE, box(105, 35, 105.1, 35.1)))
    report = brought(mine, path)
    assert (report.used, report.set_aside) == (2, 0)
    rows = layer(mine, "parks").set_index("id")
    drawn = read(mine.layers / "parks_areas.geojson").set_index("id")
    assert sorted(drawn.index) == sorted(rows.index)
    for key, shape in drawn.geometry.items():
        assert shape.contains(Point(float(rows.loc[key, "lon"]), float(rows.loc[key, "lat"])))
    (whole,) = (shape for shape in drawn.geometry if shape.area > 0.05)
    assert whole.symmetric_difference(C_SHAPE).area < 1e-6


def test_each_part_of_a_shape_goes_to_its_layer(mine: Workspace, tmp_path: Path) -> None:
    line = LineString([(103, 36), (104, 36.5)])
    area = box(104, 36, 104.1, 36.1)
    both = shapely.GeometryCollection([area, line, Point(105, 36)])
    several = MultiPoint([(105, 36), (105.5, 36)])
    table = parks(line, both, several, MultiPoint([(106, 35)]), Point(107, 36))
    brought(mine, written(tmp_path / "t.geojson", table))
    rows = layer(mine, "parks").set_index("name_zh")
    assert rows.loc["合成园区3", ["lon", "lat"]].tolist() == ["106", "35"]
    assert (rows["lon"] != "").all()
    kept = {
        kind: read(mine.layers / f"parks_{kind}.geojson") for kind in ("areas", "lines", "points")
    }
    assert kept["areas"]["name_zh"].tolist() == ["合成园区1"]
    assert sorted(kept["lines"]["name_zh"]) == ["合成园区0", "合成园区1"]
    assert sorted(kept["points"]["name_zh"]) == ["合成园区1", "合成园区2", "合成园区2"]
    assert sorted(kept["points"]["part"]) == [1, 1, 2]


def test_a_stated_area_is_held_against_the_drawn_one(mine: Workspace, tmp_path: Path) -> None:
    area = box(104, 36, 104.1, 36.1)  # about 100 km²
    table = parks(area, area, **{"面积（平方千米）": ["100", "1"]})
    report = brought(mine, written(tmp_path / "t.geojson", table))
    doubted = [item for item in report.problems if item.column == "area"]
    assert [item.row for item in doubted] == [2]
    assert "1 km², the one drawn 99.98" in doubted[0].message.en


def test_shapes_follow_their_rows(mine: Workspace, tmp_path: Path) -> None:
    table = parks(box(104, 36, 104.1, 36.1), box(105, 36, 105.1, 36.1))
    brought(mine, written(tmp_path / "a.geojson", table))
    brought(mine, written(tmp_path / "b.geojson", table.iloc[:1]))
    assert len(read(mine.layers / "parks_areas.geojson")) == 3
    brought(mine, written(tmp_path / "a.geojson", table.iloc[:1].set_geometry([Point(104, 36)])))
    kept = read(mine.layers / "parks_areas.geojson")
    assert len(kept) == 1
    assert kept["id"][1].startswith("b.geojson")


@pytest.mark.parametrize(
    ("ending", "by"),
    [(kind, by) for kind in KINDS for by in ("geojson", "csv")]
    + [(kind, "geojson") for kind in WRAPPED],
)
def test_rows_set_aside_keep_their_shape(
    mine: Workspace, tmp_path: Path, ending: str, by: str
) -> None:
    area = box(104, 36, 104.1, 36.1)
    table = parks(area, area)
    table.loc[1, "name"] = None
    report = brought(mine, written(tmp_path / f"t{ending}", table))
    assert (report.used, report.set_aside) == (1, 1)
    aside = mine.exports / "import" / f"parks_set_aside.{by}"
    content = aside.read_text(encoding="utf-8-sig")
    if by == "csv":
        head, line = content.splitlines()
        cells = line.split(",")
        cells[head.lower().split(",").index("name")] = "改好的园区"
        aside.write_text("\n".join([head, ",".join(cells)]), encoding="utf-8-sig")
    else:
        made = json.loads(content)
        values = made["features"][0]["properties"]
        values["Name" if "Name" in values else "name"] = "改好的园区"
        aside.write_text(json.dumps(made), encoding="utf-8")
    mended = brought(mine, aside)
    assert (mended.used, mended.set_aside) == (1, 0)
    drawn = read(mine.layers / "parks_areas.geojson")
    assert "改好的园区" in set(drawn["name_zh"])
    assert len(drawn) == 2
    assert all(shape.symmetric_difference(area).area < 1e-6 for shape in drawn.geometry)


def test_points_of_a_gpx_come_back_after_mending(mine: Workspace, tmp_path: Path) -> None:
    table = gpd.GeoDataFrame(
        {"name": ["合成甲点", None]}, geometry=[Point(104, 36), Point(105, 36)]
    )
    path = tmp_path / "t.gpx"
    table.set_crs(4326).to_file(path, driver="GPX", engine="pyogrio", layer="waypoints")
    assert brought(mine, path).set_aside == 1
    aside = mine.exports / "import" / "parks_set_aside.geojson"
    made = json.loads(aside.read_text(encoding="utf-8"))
    made["features"][0]["properties"]["name"] = "改好的点"
    aside.write_text(json.dumps(made), encoding="utf-8")
    brought(mine, aside)
    rows = layer(mine, "parks").set_index("name_zh")
    assert rows.loc["改好的点", ["lon", "lat"]].tolist() == ["105", "36"]
    assert len(rows) == 2


def test_areas_are_drawn_on_the_map_of_their_points(mine: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path / "园区.geojson", parks(box(104, 36, 104.1, 36.1)))
    bring(path, mine, None, datum=None, kind="parks", title="合成园区图")
    text = (mine.maps / "parks.toml").read_text(encoding="utf-8")
    assert "示例" not in text
    assert text.index('layer = "parks_areas"') < text.rindex('layer = "parks_placed"')
    told = (mine.layers / "parks_areas.toml").read_text(encoding="utf-8")
    assert "合成园区图（范围）" in told
    # once is enough, and a map of someone's own gets them too
    own_map = text.replace(
        'layer = "parks_areas"\npopup = ["name_zh", "drawn_area"]', 'layer = "counties"'
    )
    (mine.maps / "parks.toml").write_text(own_map, encoding="utf-8")
    bring(path, mine, None, datum=None, kind="parks")
    bring(path, mine, None, datum=None, kind="parks")
    again = (mine.maps / "parks.toml").read_text(encoding="utf-8")
    assert again.count('layer = "parks_areas"') == 1


@pytest.mark.parametrize("crs", ["EPSG:2359", "EPSG:4610", "EPSG:4214", "EPSG:2434"])
@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".parquet", ".fgb"])
def test_the_old_datums_of_a_file_need_a_word(tmp_path: Path, crs: str, ending: str) -> None:
    path = written(
        tmp_path / f"t{ending}",
        parks(Point(103, 36)).to_crs(4490).set_crs(crs, allow_override=True),
    )
    with pytest.raises(FileError, match="not public"):
        read(path)


def test_a_word_overrides_an_old_datum(mine: Workspace, tmp_path: Path) -> None:
    table = parks(Point(103.5, 36.25), crs="EPSG:4610")
    path = written(tmp_path / "t.gpkg", table)
    with pytest.raises(FileError, match="Xian 1980"):
        brought(mine, path)
    for word in ({"datum": "cgcs2000"}, {"crs": "EPSG:4490"}):
        brought(mine, path, **word)
        assert layer(mine, "parks")[["lon", "lat"]].iloc[0].tolist() == ["103.5", "36.25"]


def test_the_datum_of_an_earlier_table_is_not_that_of_a_file_that_names_its_own(
    mine: Workspace, tmp_path: Path
) -> None:
    table = pd.DataFrame({"名称": ["甲园"], "经度": [103.5], "纬度": [36.25]})
    table.to_csv(tmp_path / "a.csv", index=False)
    brought(mine, tmp_path / "a.csv", datum="gcj02")
    brought(mine, written(tmp_path / "b.gpkg", parks(Point(103.5, 36.25))))
    rows = layer(mine, "parks").set_index("source_file")
    assert rows.loc["b.gpkg", "lon"] == "103.5"
    assert rows.loc["a.csv", "lon"] != "103.5"
