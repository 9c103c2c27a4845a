"""Declarations: what is right is read, what is wrong is one message with all of it."""

from __future__ import annotations

import re

import pytest

from gisplan.catalog import workspace
from gisplan.catalog.layer import AnalysisOrigin
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DeclarationError
from gisplan.pipeline import build
from gisplan.pipeline import catalogue as catalog

#: A column that the table does not have.
LAST = "[columns.name_zh]"
MORE = '[columns.label]\ntype = "text"\ntitle = "label"\n'


def edit(place: Workspace, name: str, old: str, new: str) -> None:
    path = place.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(place: Workspace) -> list[str]:
    with pytest.raises(DeclarationError) as caught:
        build.build(place)
    assert not place.exports.exists()
    assert not place.rendered.exists()
    assert caught.value.faults
    return [fault.en for fault in caught.value.faults]


def test_layers_come_after_what_they_are_made_from() -> None:
    listed = catalog.load(workspace.find())
    names = list(listed.layers)
    for name, spec in listed.layers.items():
        if isinstance(spec.origin, AnalysisOrigin):
            for needed in spec.origin.inputs.values():
                assert names.index(needed) < names.index(name)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("layers/squares.toml", 'licence = "CC0-1.0"', 'licenze = "CC0"', ["licence", "licenze"]),
        ("layers/squares.toml", "squares.geojson", "gone.geojson", ["from.file", "gone.geojson"]),
        (
            "layers/squares.toml",
            "[columns.name_zh]",
            f"{MORE}[columns.name_zh]",
            ["squares", "label"],
        ),
        ("layers/squares.toml", 'key = ["adcode"]', 'key = ["code"]', ["key", "code"]),
        ("layers/squares.toml", '"polygon"', '"blob"', ["geometry", "blob", "polygon"]),
        ("layers/squares.toml", 'type = "adcode"', 'type = "code"', ["columns.adcode.type"]),
        ("layers/squares.toml", "required = true", 'required = "yes"', ["required", "true or"]),
        ("layers/squares.toml", 'title = { zh = "方格县"', 'title = { zz = "x"', ["title.zh"]),
        ("layers/squares.toml", "[columns.adcode]", "[columns.adcode", ["not valid TOML"]),
        ("layers/squares.toml", '"squares.geojson"', '"https://x.y/z.geojson"', ["this machine"]),
        ("layers/squares.toml", '"squares.geojson"', '"/vsicurl/x.geojson"', ["this machine"]),
        (
            "layers/squares.toml",
            '"squares.geojson"',
            '"squares.geojson"\nlon = "x"',
            ["from.lat", "together"],
        ),
        ("layers/joined.toml", '"figures" }', '"nothing" }', ["from.inputs", "nothing"]),
        ("layers/joined.toml", '"figures" }', '"joined" }', ["circle", "joined -> joined"]),
        ("layers/joined.toml", '"attach"', '"glue"', ["from.analysis", "glue", "attach"]),
        ("layers/joined.toml", "columns = ", "colums = ", ["takes no colums", "needs columns"]),
        ("layers/joined.toml", '["residents"]', '["people"]', ["joined", "people"]),
        ("layers/figures.csv", "990102", "990101", ["figures.csv", "990101", "2, 3"]),
        ("layers/figures.csv", "residents", "adcode", ["figures", "twice", "adcode"]),
        ("maps/small.toml", 'layer = "joined"', 'layer = "gone"', ["small", "gone"]),
        ("maps/small.toml", '"residents"]', '"people"]', ["small", "people"]),
        ("maps/small.toml", "[15.0]", "[15.0, 3.0]", ["breaks", "increase"]),
        ("maps/small.toml", '"choropleth"', '"heat"', ["style.kind", "heat"]),
    ],
)
def test_a_fault_is_said_with_file_and_key(
    place: Workspace, file: str, old: str, new: str, said: list[str]
) -> None:
    edit(place, file, old, new)
    message = "\n".join(faults(place))
    for word in said:
        assert word in message
    assert re.search(r"\b(squares|joined|figures|small)\.(toml|csv)", message)


def test_all_faults_are_said_together(place: Workspace) -> None:
    edit(place, "layers/squares.toml", "squares.geojson", "gone.geojson")
    edit(place, "layers/figures.toml", 'vintage = "synthetic"', "")
    edit(place, "maps/small.toml", 'layer = "joined"', 'layer = "absent"')
    message = "\n".join(faults(place))
    assert all(word in message for word in ("gone.geojson", "vintage", "absent"))


def test_faults_in_several_tables_are_said_together(place: Workspace) -> None:
    edit(place, "layers/squares.toml", LAST, f"{MORE}{LAST}")
    edit(place, "layers/figures.csv", "990102", "990101")
    message = "\n".join(faults(place))
    assert "label" in message
    assert "990101" in message


def test_a_circle_of_three_is_named(place: Workspace) -> None:
    for name, needed in (("one", "two"), ("two", "three"), ("three", "one")):
        text = (place.layers / "joined.toml").read_text(encoding="utf-8")
        text = text.replace('"squares"', f'"{needed}"')
        (place.layers / f"{name}.toml").write_text(text, encoding="utf-8")
    message = "\n".join(faults(place))
    assert "circle" in message
    assert all(name in message for name in ("one", "two", "three"))


def test_a_near_key_is_suggested(place: Workspace) -> None:
    edit(place, "layers/squares.toml", "vintage", "vintege")
    assert any("did you mean vintage?" in fault for fault in faults(place))


def test_words_for_values_that_are_not_allowed_are_a_fault(place: Workspace) -> None:
    labels = (
        'values = ["甲县", "乙县"]\n[columns.name_zh.labels]\n"丙县" = { zh = "丙", en = "C" }\n'
    )
    path = place.layers / "squares.toml"
    path.write_text(path.read_text(encoding="utf-8") + labels, encoding="utf-8")
    assert any("labels.丙县" in fault for fault in faults(place))
