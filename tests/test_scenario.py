"""A scenario changes what it says and nothing else; a comparison finds just that."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from gisplan.analysis.tables.difference import difference, parts_of_demand
from gisplan.api import compare
from gisplan.api.compare_specs import spec_of_both
from gisplan.api.jobs import compare_job
from gisplan.catalog.layer import Column, FileOrigin, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.cli.main import main
from gisplan.errors import DeclarationError, OptionError
from gisplan.pipeline import build, scenario
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.progress import silent
from gisplan.text import Text


def declare(place: Workspace, name: str, body: str, **files: str) -> None:
    folder = place.layers / "scenarios"
    folder.mkdir(exist_ok=True)
    head = 'title = { zh = "某情景", en = "a scenario" }\n'
    (folder / f"{name}.toml").write_text(head + body, encoding="utf-8")
    for stem, content in files.items():
        (folder / f"{stem}.csv").write_text(content, encoding="utf-8")


def residents(place: Workspace, name: str) -> dict[str, int]:
    what_if = scenario.load(place, name)
    table = compare.load_layers(("joined",), what_if=what_if, place=place)["joined"].table
    return dict(zip(table["adcode"], table["residents"], strict=True))


def test_another_file_changes_what_is_made_from_it(place: Workspace) -> None:
    declare(
        place,
        "more",
        '[layers.figures]\nfile = "f.csv"\n',
        f="adcode,residents\n990101,11\n990102,20\n",
    )
    assert residents(place, "base") == {"990101": 10, "990102": 20}
    assert residents(place, "more") == {"990101": 11, "990102": 20}
    found = compare.compare("base", "more", place=place)
    assert found.compared == ("figures", "joined")
    changed = found.cells[found.cells["layer"] == "joined"]
    assert changed[["key", "column", "a", "b", "change"]].to_numpy().tolist() == [
        ["990101", "residents", "10", "11", 1.0]
    ]
    back = compare.compare("more", "base", place=place).cells
    assert list(back["change"]) == [-change for change in found.cells["change"]]


def test_three_more_rows_and_a_file_edited_later_are_seen(place: Workspace) -> None:
    (place.layers / "figures.csv").write_text("adcode,residents\n990101,10\n", encoding="utf-8")
    body = '[layers.figures]\nmore = "extra.csv"\n'
    declare(place, "more", body, extra="adcode,residents\n990102,7\n")
    assert residents(place, "more")["990102"] == 7
    declare(place, "more", body, extra="adcode,residents\n990102,8\n")
    assert residents(place, "more")["990102"] == 8
    cells = compare.compare("base", "more", place=place).cells
    added = cells[cells["layer"] == "figures"]
    assert added[["key", "kind"]].to_numpy().tolist() == [["990102", "added"]]


def test_the_layers_as_they_are_stay_as_they_are(place: Workspace) -> None:
    build.build(place)
    kept = {path: path.read_bytes() for path in sorted(place.root.rglob("*")) if path.is_file()}
    declare(place, "more", '[layers.figures]\nfile = "f.csv"\n', f="adcode,residents\n990101,1\n")
    compare.compare("base", "more", place=place)
    assert all(path.read_bytes() == content for path, content in kept.items())
    assert build.build(place).written == []


def test_inputs_and_swaps(place: Workspace) -> None:
    layers = place.layers
    other = (layers / "figures.toml").read_text(encoding="utf-8").replace("figures", "others")
    (layers / "others.toml").write_text(other, encoding="utf-8")
    (layers / "others.csv").write_text("adcode,residents\n990101,5\n990102,6\n", encoding="utf-8")
    declare(place, "one", '[layers.joined]\ninputs = { figures = "others" }\n')
    declare(place, "two", '[swap]\nfigures = "others"\n')
    assert residents(place, "one") == residents(place, "two") == {"990101": 5, "990102": 6}
    assert compare.compare("one", "two", place=place).differences == {}
    assert set(compare.compare("base", "two", place=place).differences) == {"joined"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "changes nothing"),
        ('[layers.nowhere]\nfile = "f.csv"\n', "no layer nowhere"),
        ('[layers.figures]\nfile = "none.csv"\n', "no file"),
        ("[layers.figures]\nparameters = { a = 1 }\n", "only file or more"),
        ('[layers.joined]\nfile = "f.csv"\n', "only parameters or inputs"),
        ("[layers.joined]\nparameters = { year = 1 }\n", "takes no year"),
        ('[layers.joined]\ninputs = { figures = "joined" }\n', "circle"),
        ('[layers.joined]\ninputs = { figures = "x" }\n', "no layer x"),
        ("[layers.joined]\nparametres = { }\n", "did you mean parameters"),
        ('[swap]\nfigures = "x"\n', "no layer x"),
    ],
)
def test_a_scenario_that_does_not_fit_is_an_error(place: Workspace, body: str, words: str) -> None:
    declare(place, "wrong", body, f="adcode,residents\n")
    with pytest.raises(DeclarationError) as caught:
        scenario.apply(catalog.load(place), scenario.load(place, "wrong"))
    assert words in str(caught.value)


def test_a_comparison_with_itself_or_with_nothing_is_an_error(place: Workspace) -> None:
    with pytest.raises(OptionError):
        compare.compare("base", "base", place=place)
    with pytest.raises(OptionError, match="no scenario x"):
        compare.compare("base", "x", place=place)


def test_the_command_writes_a_table_a_layer_and_a_map(place: Workspace, capsys) -> None:
    declare(
        place,
        "more",
        '[layers.figures]\nfile = "f.csv"\n',
        f="adcode,residents\n990101,11\n990102,20\n",
    )
    assert main(["compare", "base", "more", "-C", str(place.root), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "2 difference(s) in all" in told
    content = json.loads((place.exports / "compare/base_more_joined.geojson").read_text("utf-8"))
    (feature,) = content["features"]
    assert feature["properties"]["residents_change"] == 1
    page = (place.rendered / "compare_base_more.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE")
    held = json.loads(page.split('id="gisplan-data">')[1].split("</script>")[0])
    assert [one["value"] for one in held["headlines"]] == [1]
    bounds = [(one["low"], one["high"]) for one in held["layers"][0]["legend"]["classes"]]
    assert bounds == [(None, -0.5), (-0.5, 0), (0, 0.5), (0.5, None)]
    table = pd.read_csv(place.exports / "compare/base_more.csv")
    assert len(table) == 2
    declare(place, "same", '[layers.figures]\nfile = "../figures.csv"\n')
    assert main(["compare", "base", "same", "-C", str(place.root), "--lang", "en"]) == 0
    assert "nothing differs" in capsys.readouterr().out


def test_what_is_wrong_in_rows_that_a_scenario_brings_is_told(place: Workspace, capsys) -> None:
    (place.layers / "figures.csv").write_text("adcode,residents\n990101,10\n", encoding="utf-8")
    body = '[layers.figures]\nmore = "extra.csv"\n'
    declare(place, "odd", body, extra="adcode,residents\n990102,x\n")
    said = {
        "en": "extra.csv, 2, residents 'x'",
        "zh": "extra.csv 第 2 行，residents“x”",
    }
    for lang, words in said.items():
        assert main(["compare", "base", "odd", "-C", str(place.root), "--lang", lang]) == 0
        assert words in capsys.readouterr().out
    found = compare.compare("odd", "base", place=place)
    assert [words.zh.startswith(said["zh"]) for words in found.problems] == [True]
    # also where nothing differs, since the only row that is brought can't be used
    declare(place, "none", body.replace("extra", "gone"), gone="adcode,residents\nx1,7\n")
    done = compare_job.run({"a": "base", "b": "none"}, place=place, lang="zh", told=silent)
    assert done["figures"][1]["zh"] == "没有差异"
    assert any("gone.csv 第 2 行" in note["zh"] for note in done["notes"])


def test_shipped_scenarios_fit_the_shipped_layers(tmp_path: Path) -> None:
    place = build.workspace.find(tmp_path)
    names = [name for name in scenario.names(place) if name != scenario.BASE]
    assert names
    base = catalog.load(place)
    for name in names:
        what_if = scenario.load(place, name)
        assert scenario.affected(scenario.apply(base, what_if), what_if)
    found = compare.compare("base", "by_residents", place=place)
    cells = found.cells[found.cells["layer"] == "output_apportioned"]
    # What one prefecture gains another loses
    assert cells["change"].sum() == pytest.approx(0.0, abs=1e-9)
    assert cells["change"].abs().sum() > 0


# -- the difference itself ------------------------------------------------------------------

SPEC = LayerSpec(
    name="t",
    title=Text("表", "table"),
    description=Text("表", "table"),
    geometry="point",
    columns=(
        Column(name="id", type="text", title=Text("号", "id")),
        Column(name="n", type="number", title=Text("数", "n")),
        Column(name="w", type="text", title=Text("字", "w")),
    ),
    key=("id",),
    origin=FileOrigin(path=Path("t.csv")),
    sources=(),
    licence="CC0-1.0",
    vintage="synthetic",
    positions="site",
    path=Path("t.toml"),
)
tables = st.dictionaries(
    st.sampled_from("abcde"),
    st.tuples(
        st.one_of(st.none(), st.integers(0, 3).map(float)),
        st.one_of(st.none(), st.sampled_from("xy")),
        st.integers(0, 1),
    ),
).map(
    lambda rows: gpd.GeoDataFrame(
        {
            "id": pd.Series(list(rows), dtype=object),
            "n": pd.Series([r[0] for r in rows.values()], dtype="float64"),
            "w": pd.Series([r[1] for r in rows.values()], dtype=object),
        },
        geometry=[Point(r[2], 0) for r in rows.values()],
        crs=4326,
    )
)


@settings(max_examples=40)
@given(tables, tables)
def test_each_difference_is_found_once_and_turns_round(one, two) -> None:
    there, back = difference(one, two, SPEC), difference(two, one, SPEC)
    assert difference(one, one, SPEC).cells.empty
    left = {r.id: (r.n, r.w, r.geometry.x) for r in one.itertuples()}
    right = {r.id: (r.n, r.w, r.geometry.x) for r in two.itertuples()}
    expected = set()
    for key in left.keys() | right.keys():
        if key not in left or key not in right:
            expected.add((key, "row"))
            continue
        for name, a, b in zip(("n", "w", "geometry"), left[key], right[key], strict=True):
            if not (a == b or (pd.isna(a) and pd.isna(b))):
                expected.add((key, name))
    found = {
        (r.key, r.column if isinstance(r.column, str) else "row") for r in there.cells.itertuples()
    }
    assert found == expected
    assert len(there.cells) == len(expected) == len(back.cells)
    assert len(there.table) == len({key for key, _ in expected})
    changes = [
        d.cells.dropna(subset=["change"]).set_index("key")["change"].to_dict()
        for d in (there, back)
    ]
    assert changes[0] == {key: -change for key, change in changes[1].items()}


def test_columns_of_another_reach_are_told_of_each_scenario() -> None:
    layers = [
        replace(
            SPEC,
            geometry="none",
            columns=(
                SPEC.columns[0],
                *(
                    Column(name=name, type="number", title=Text(title, title))
                    for name, title in columns.items()
                ),
            ),
        )
        for columns in (
            {"full": "within 30 km", "same": "people", "within_30": "30 km"},
            {"full": "within 50 km", "same": "people", "within_50": "50 km"},
        )
    ]
    spec, apart = spec_of_both(*layers)
    assert [column.title.en for column in spec.columns] == [
        "id",
        "A: within 30 km; B: within 50 km",
        "people",
    ]
    assert [words.en for words in apart] == [
        "layer “table”: columns that A alone has, not compared: 30 km",
        "layer “table”: columns that B alone has, not compared: 50 km",
    ]
    a = pd.DataFrame({"id": ["x"], "full": [1.0], "same": [3.0], "within_30": [2.0]})
    b = pd.DataFrame({"id": ["x"], "full": [1.5], "same": [3.0], "within_50": [9.0]})
    assert difference(a, b, spec).cells["column"].tolist() == ["full"]


def test_the_three_parts_of_demand_are_told_of_both_with_the_difference() -> None:
    amounts = ("assigned_low", "no_capacity", "out_of_reach")
    shares = ("served_share", "full_share", "out_share")
    columns = [Column(name=n, type="number", title=Text(n, n)) for n in (*amounts, *shares)]
    key = Column(name="id", type="text", title=Text("编号", "Id"))
    spec = replace(SPEC, geometry="none", columns=(key, *columns), key=("id",))
    # more room for the first of two settlements; out of reach stays as it was
    a = pd.DataFrame({"id": ["x", "y"], "assigned_low": [10.0, 20.0], "no_capacity": [30.0, 0.0]})
    b = a.assign(assigned_low=[25.0, 20.0], no_capacity=[15.0, 0.0])
    one, two = (
        table.assign(
            out_of_reach=[10.0, 30.0],
            served_share=2 * table["assigned_low"],
            full_share=2 * table["no_capacity"],
            out_share=[20.0, 60.0],
        )
        for table in (a, b)
    )
    told = parts_of_demand(one, two, spec)
    assert told is not None
    assert told["a"].tolist() == [30, 30, 40]
    assert told["b"].tolist() == [45, 15, 40]
    assert told["change"].tolist() == told["change_share"].tolist() == [15, -15, 0]
    held = difference(one, two, spec)
    (row,) = held.table.to_dict("records")
    assert [row[f"{name}_change"] for name in shares] == [30, -30, 0]
    assert (row["out_share_a"], row["out_share_b"]) == (20, 20)
    # what is not told of a row has no sum
    assert parts_of_demand(one, two.assign(no_capacity=[float("nan"), 0.0]), spec) is None
