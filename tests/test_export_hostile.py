"""Text that would like to be more than text: in every format it comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pyogrio
import pytest

from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.catalog.workspace import Workspace
from gisplan.escape import restored
from gisplan.formats import formats
from gisplan.read import ReadOptions, read, tables
from tests import small
from tests.test_map_hostile import HOSTILE

WORDS = [
    *HOSTILE, "=1+1", "+1", "-1", "@SUM(1)", "＝1", "it's", '"', "%HOME%", "file:///etc/passwd",
    "x'; DROP TABLE joined; --", "NULL", "nan", "1e3", "007", "true",
]  # fmt: skip


@pytest.fixture
def told(place: Workspace, tmp_path: Path) -> Path:
    """All formats of a layer whose names are hostile."""
    features = []
    # most formats hold no control character; what becomes of it is told
    kept = dict.fromkeys(w.strip() for w in WORDS if w.strip() and w.isprintable())
    for number, words in enumerate([*kept, "\u202egnp.exe", "\u200b"]):
        shape = {"type": "Polygon", "coordinates": small.square(100 + number * 0.01, 35.0, 0.01)}
        properties = {"adcode": f"{990101 + number}", "name_zh": words}
        features.append({"type": "Feature", "properties": properties, "geometry": shape})
    content = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    (place.layers / "squares.geojson").write_text(content, encoding="utf-8")
    options = ExportOptions(formats=formats.ALL, layers=("squares",), to=tmp_path / "out")
    publish.export(place, options=options)
    return tmp_path / "out"


def test_nothing_is_altered_in_any_format(told: Path, place: Workspace) -> None:
    def pairs(table: Any, name: str = "name_zh", code: str = "adcode") -> dict[str, str]:
        return dict(zip(table[code].astype(str), table[name].astype(str), strict=True))

    source = pairs(read(place.layers / "squares.geojson"))
    assert len(source) > 60
    count = 0
    for ending in (".geojson", ".geojsonl", ".gpkg", ".fgb", ".shp", ".kml", ".csv", ".xlsx"):
        found = sorted(told.rglob(f"*{ending}"))
        for path in found:
            if ending in (".csv", ".xlsx"):
                if path.stem != "squares":  # what describes columns
                    continue
                options = ReadOptions(sheet="data" if ending == ".xlsx" else None)
                table = restored(tables(path, options=options)[0].table)
                back = pairs(table, *table.columns[[1, 0]])
            else:
                table = pyogrio.read_dataframe(path, layer=0, read_geometry=False)
                back = pairs(table)
            assert back.keys() >= source.keys(), f"{path.name}: {list(back)[:3]}"
            if ending == ".shp":  # a field of it holds 254 bytes, which is told
                back |= {code: words for code, words in source.items() if len(words) > 254}
            altered = {code: (words, back[code]) for code, words in source.items()
                       if back[code] != words}  # fmt: skip
            assert altered == {}, path.name
            count += len(back)
    assert count >= 7 * len(source)


def test_no_cell_of_a_workbook_is_a_formula(told: Path) -> None:
    book = openpyxl.load_workbook(told / "squares.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
