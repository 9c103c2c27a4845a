"""The worked example of docs/rasters.md, built as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import rasterio

from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.catalog import workspace
from tests import rasters
from tests.test_docs import ROOT

NAMES = ("people_by_cell", "people_served", "time_bands", "travel_time")


def test_the_worked_example_of_travel_time_and_population(tmp_path: Path) -> None:
    place = workspace.create(tmp_path / "own")
    text = (ROOT / "docs" / "rasters.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n# (layers/\w+\.toml)\n(.*?)```", text, re.DOTALL)
    assert {path for path, _ in blocks} == {f"layers/{n}.toml" for n in ("friction", *NAMES)}
    for path, content in blocks:
        (place.root / path).write_text(content, encoding="utf-8")
    # ten kilometres a cell at 30 km/h, all of Gansu and more
    rasters.write_raster(
        place.root / "layers" / "friction.tif",
        np.full((140, 200), 0.002),
        cell=10_000.0,
        crs="+proj=lcc +lat_1=34 +lat_2=41 +lat_0=38 +lon_0=101 +datum=WGS84 +units=m",
    )
    publish.export(place, options=ExportOptions(layers=NAMES, formats=("cog",)))
    read = {}
    for name in NAMES:
        with rasterio.open(place.exports / f"{name}.tif") as source:
            read[name] = source.read(1, masked=True).astype(float).filled(np.nan)
    assert np.nansum(read["people_by_cell"]) == 25_019_831
    near = read["travel_time"] <= 120
    assert np.nansum(read["people_served"]) == np.nansum(read["people_by_cell"][near])
    assert 0 < np.nansum(read["people_served"]) < 25_019_831
    assert set(np.unique(read["time_bands"])) == {1.0, 2.0, 3.0}
    # 30 km/h are half a kilometre a minute: within two hours are cells up to 60 km from one of the
    # two plants that are known to stand in 2020
    assert near.sum() == pytest.approx(2 * np.pi * 60**2 / 100, rel=0.35)
