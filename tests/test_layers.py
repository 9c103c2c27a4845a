"""Every shipped declaration: complete, in both languages, and true to its data."""

from __future__ import annotations

import geopandas as gpd
import pytest

from gisplan.catalog import workspace
from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.build import BuildReport
from gisplan.pipeline.cache import Record
from gisplan.text import Text

SHIPPED = catalog.load(workspace.find(workspace.shipped()))
SPECS = list(SHIPPED.layers.values())


def texts(spec: LayerSpec) -> list[Text]:
    columns = [t for c in spec.columns for t in (c.title, c.unit, c.meaning) if t]
    notes = [s.note for s in spec.sources if s.note]
    return [spec.title, spec.description, *columns, *notes]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_a_layer_says_what_it_is_in_both_languages(spec: LayerSpec) -> None:
    for text in texts(spec):
        assert text.zh.strip()
        assert text.en.strip()
    assert spec.licence
    assert spec.vintage
    assert any("\u4e00" <= c <= "\u9fff" for c in spec.title.zh)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_chinese_sentences_have_chinese_punctuation(spec: LayerSpec) -> None:
    for text in texts(spec):
        for i, char in enumerate(text.zh[:-1]):
            if char in ",;:?" and "\u4e00" <= text.zh[i + 1] <= "\u9fff":
                pytest.fail(f"{spec.name}: {text.zh}")


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_a_pair_of_languages_is_whole(spec: LayerSpec) -> None:
    names = set(spec.column_names)
    assert {n[:-3] for n in names if n.endswith("_en")} <= {
        n[:-3] for n in names if n.endswith("_zh")
    }


def test_the_shipped_data_have_no_problem(built: tuple[Workspace, BuildReport]) -> None:
    _, report = built
    assert report.problems == []


def test_every_position_in_the_data_has_a_declared_precision(
    built: tuple[Workspace, BuildReport],
) -> None:
    place, _ = built
    record = Record.load(place.state)
    for spec in SPECS:
        if spec.positions != "mixed":
            continue
        table = record.kept_table(spec)
        assert isinstance(table, gpd.GeoDataFrame)
        placed = table.geometry.notna()
        assert (table.loc[placed, "precision"] != "none").all()
        assert (table.loc[~placed, "precision"] == "none").all()


def test_every_map_is_of_layers_that_are_exported(built: tuple[Workspace, BuildReport]) -> None:
    place, _ = built
    for name, spec in SHIPPED.maps.items():
        assert (place.rendered / f"{name}.html").is_file()
        for layer in spec.layer_names:
            assert (place.exports / f"{layer}.geojson").is_file()
