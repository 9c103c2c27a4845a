"""What a layer inherits: from its inputs, from its analysis, through several levels."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.analysis.methods import ANALYSES, FORMER
from gisplan.api import layers as asked
from gisplan.api import load
from gisplan.catalog import analyses, workspace
from gisplan.catalog.inherit import unite
from gisplan.catalog.layer import AnalysisOrigin, CameFrom, LayerSpec, Source, Tables
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DeclarationError
from gisplan.pipeline import build, catalogue
from gisplan.text import Text

SHIPPED = workspace.find(workspace.shipped())


def declare(place: Workspace, name: str, text: str) -> None:
    (place.layers / f"{name}.toml").write_text(text, encoding="utf-8")


def layer(place: Workspace, name: str) -> LayerSpec:
    return catalogue.load(place).layers[name]


def faults(place: Workspace) -> str:
    with pytest.raises(DeclarationError) as caught:
        catalogue.load(place)
    return "\n".join(fault.en for fault in caught.value.faults)


AGAIN = """\
title = "again"
[from]
analysis = "attach"
inputs = { regions = "joined", figures = "figures" }
parameters = { columns = ["residents"] }
"""


INPUTS = AGAIN[AGAIN.index("analysis") :]


def test_columns_come_from_where_they_are_declared(place: Workspace) -> None:
    declare(place, "again", AGAIN + '[columns]\nresidents.title = "people"\n')
    squares, figures, again = (layer(place, n) for n in ("squares", "figures", "again"))
    assert again.column_names == ("adcode", "name_zh", "residents")
    assert again.column("adcode") == squares.column("adcode")
    residents = figures.column("residents")
    assert again.column("residents") == replace(residents, title=Text("people", "people"))
    assert (again.key, again.geometry, again.positions) == (("adcode",), "polygon", "surveyed")
    # named by the declaration in which they stand, not by the one on the way
    assert again.came_from["columns.adcode"] == (CameFrom(layer="squares"),)
    assert again.came_from["columns.residents"] == (CameFrom(layer="figures", changed=("title",)),)


def test_select_names_the_columns_and_their_order(place: Workspace) -> None:
    once = AGAIN.replace('"joined"', '"squares"')
    declare(place, "again", 'select = ["residents", "adcode"]\n' + once)
    assert layer(place, "again").column_names == ("residents", "adcode")
    build.build(place)
    found = json.loads((place.exports / "again.geojson").read_bytes())["features"]
    assert list(found[0]["properties"]) == ["residents", "adcode"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "again"\n', 'title = "again"\nselect = ["people"]\n', "select: neither"),
        ('["residents"]', '["people"]', "from.inputs.figures: layer figures has no column people"),
        ('["residents"]', '"residents"', "from.parameters.columns: must be a list"),
        ('["residents"]', "[1]", "from.parameters.columns: must be a list, each item a string"),
        ('"figures" }', "nan }", "from.inputs: each must be the name of a layer"),
        (INPUTS, 'analysis = "stack"\ninputs = {}', "analysis stack needs at least one layer"),
        (
            INPUTS,
            'analysis = "plan_items"\ninputs = { zones = "figures" }',
            "plan_items needs targets",
        ),
        ('"attach"', '"attach"\ntable = "flows"', "from.table: analysis attach gives no table"),
        ('title = "again"\n', 'title = "again"\ngeometry = "raster"\n', "gives a table"),
        ('title = "again"\n', 'title = "again"\nkey = ["code"]\n', "key: no column code"),
    ],
)
def test_a_fault_is_said_with_file_and_key(place: Workspace, old: str, new: str, said: str) -> None:
    declare(place, "again", AGAIN.replace(old, new))
    told = faults(place)
    assert "again.toml: " in told
    assert said in told


def test_a_column_that_nothing_gives_is_told_with_what_there_is(place: Workspace) -> None:
    declare(place, "again", AGAIN + '[columns]\nresident.title = "people"\n')
    told = faults(place)
    assert "again.toml: columns.resident: neither" in told
    assert "near it: residents" in told


def test_an_old_name_is_understood_and_told_of(place: Workspace) -> None:
    for name, now in FORMER.items():
        assert ANALYSES[name] is ANALYSES[now]
        assert name in ANALYSES[now].formerly
    for name, analysis in ANALYSES.items():
        assert all(FORMER[old] == name for old in analysis.formerly)
    text = (SHIPPED.layers / "treatment_flows.toml").read_text(encoding="utf-8")
    told = workspace.create(place.root.parent / "mine")
    old = text.replace('"assignment"\ntable = "flows"', '"assignment_flows"')
    assert old != text
    (told.layers / "treatment_flows.toml").write_text(old, encoding="utf-8")
    listed = catalogue.load(told)
    shipped = layer(SHIPPED, "treatment_flows")
    assert listed.layers["treatment_flows"].columns == shipped.columns
    (note,) = listed.notes
    assert 'analysis = "assignment", table = "flows"' in note.en


def test_tables_of_one_computation_are_computed_once(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = []

    def split(regions: object, figures: object) -> Tables:
        runs.append(1)
        return Tables({"regions": regions, "figures": figures})  # type: ignore[dict-item]

    known = ANALYSES["attach"]
    several = replace(
        known,
        name="split",
        function=split,
        gives={name: lambda g, n=name: g.like(n) for name in ("regions", "figures")},
    )
    monkeypatch.setitem(analyses._noted, "split", several)
    for name in ("regions", "figures"):
        declare(
            place,
            f"of_{name}",
            f'title = "x"\n[from]\nanalysis = "split"\ntable = "{name}"\n'
            'inputs = { regions = "squares", figures = "figures" }\n',
        )
    build.build(place)
    assert runs == [1]
    assert set(load.load_layer("of_figures", place=place).table) == {"adcode", "residents"}
    assert set(load.load_layer("of_regions", place=place).table) > {"adcode", "name_zh"}


def test_sources_licences_and_dates_are_those_of_all_inputs(place: Workspace) -> None:
    figures = (place.layers / "figures.toml").read_text(encoding="utf-8")
    figures = figures.replace('licence = "CC0-1.0"', 'licence = "CC-BY-4.0"')
    figures = figures.replace('vintage = "synthetic"', 'vintage = "2020"')
    figures = figures.replace("made by the tests", "a table")
    declare(place, "figures", figures)
    declare(place, "again", AGAIN + '[[sources]]\ntitle = "of its own"\n')
    again = layer(place, "again")
    assert [source.title.zh for source in again.sources] == [
        "of its own",
        "made by the tests",
        "a table",
    ]
    assert again.sources[1].layers == ("squares",)
    assert again.licence == "CC0-1.0; CC-BY-4.0"
    assert again.vintage == "2020"
    declare(place, "again", 'licence = "ODbL-1.0"\nvintage = "now"\n' + AGAIN)
    again = layer(place, "again")
    assert again.licence == "ODbL-1.0; CC0-1.0; CC-BY-4.0"
    assert again.vintage == "now"


SOURCES = st.lists(
    st.builds(
        Source,
        title=st.sampled_from("abc"),
        date=st.sampled_from(["", "2020"]),
        note=st.one_of(st.none(), st.builds(Text, st.sampled_from("甲乙"), st.sampled_from("xy"))),
        layers=st.tuples(st.sampled_from(["one", "two"])),
    ),
    max_size=6,
)


@given(SOURCES, SOURCES)
def test_no_source_is_lost_and_none_stands_twice(one: list[Source], other: list[Source]) -> None:
    both = unite(one, other)
    assert {(s.title, s.date) for s in both} == {(s.title, s.date) for s in (*one, *other)}
    assert len({(s.title, s.date) for s in both}) == len(both)
    for source in (*one, *other):
        (kept,) = (s for s in both if (s.title, s.date) == (source.title, source.date))
        assert set(source.layers) <= set(kept.layers)
        if source.note:
            assert kept.note
            assert source.note.zh in kept.note.zh
            assert source.note.en in kept.note.en


def made_from(layers: Mapping[str, LayerSpec], name: str) -> set[str]:
    """Name a layer and all whose rows or columns went into it."""
    origin = layers[name].origin
    inputs = origin.inputs.values() if isinstance(origin, AnalysisOrigin) else ()
    return {name}.union(*(made_from(layers, each) for each in inputs))


def test_lineage_reaches_every_file_of_the_shipped_layers() -> None:
    listed = catalogue.load(SHIPPED)
    for name, spec in listed.layers.items():
        # what a layer is only held against (totals, units that it covers) gives it no figure
        roots = [listed.layers[n] for n in made_from(listed.layers, name)]
        known = {(s.title, s.publisher, s.date, s.url) for s in spec.sources}
        for root in roots:
            wanted = {(s.title, s.publisher, s.date, s.url) for s in root.sources}
            assert wanted <= known, (name, root.name)
            assert set(root.licence.split("; ")) <= set(spec.licence.split("; ")), (name, root.name)


def test_declarations_say_only_what_is_new() -> None:
    lines = {
        path.stem: path.read_text(encoding="utf-8").splitlines()
        for path in SHIPPED.layers.glob("*.toml")
    }
    assert sum(map(len, lines.values())) < 26 * len(
        lines
    )  # 67 a layer before columns were inherited
    made = {
        name: text for name, text in lines.items() if any(t.startswith("analysis") for t in text)
    }
    assert len(made) > 40
    assert max(len(text) for text in made.values()) <= 15


def test_the_whole_declaration_is_given_for_programs(place: Workspace) -> None:
    declare(place, "again", AGAIN)
    told = json.loads(json.dumps(asked.as_data(layer(place, "again"))))
    assert told["columns"]["residents"]["unit"] == {"zh": "人", "en": "persons"}
    assert told["came_from"]["columns.residents"] == [{"layer": "figures"}]
    assert told["sources"] == [{"title": "made by the tests", "layers": ["squares", "figures"]}]


def test_every_analysis_says_what_it_gives() -> None:
    for name, analysis in ANALYSES.items():
        assert analysis.name == name
        assert analysis.summary.endswith("."), name
        assert set(analysis.bounds) <= set(analysis.parameters), name
        assert Path(analysis.function.__code__.co_filename).exists()
