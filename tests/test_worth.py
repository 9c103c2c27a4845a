"""What a figure is worth: from the declaration of a list to what is shown and exported."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

import gisplan
from gisplan.analysis.coverage.by_region import service_by_region
from gisplan.analysis.coverage.listed import listed_by_region
from gisplan.analysis.plan.scorecard import scorecard
from gisplan.catalog import workspace
from gisplan.catalog.layer import Column, PartialList
from gisplan.catalog.worth import (
    IN_TITLE,
    Worth,
    bound_of,
    known_of,
    plain,
    qualified,
    quotient,
    titled,
    worst,
    worth_of,
)
from gisplan.formats.metadata import to_sidecar
from gisplan.pipeline import catalogue
from gisplan.render.web.encode import heading, pair
from gisplan.render.web.headline import figures
from gisplan.text import LANGS, Text

#: The columns that a list of sites, firms or stations is behind, by the ending of their names.
_OF_A_LIST = ("within_50", "share_50_low", "beyond_50", "unmet_high", "access", "municipal_balance")
_LIST = PartialList(layer="plants", title=Text("厂", "plants"), complete=False, known="totals")


@pytest.fixture(scope="module")
def layers() -> dict[str, gisplan.catalog.layer.LayerSpec]:
    return dict(catalogue.load(workspace.find()).layers)


def test_a_share_is_a_least_and_a_gap_a_most(layers) -> None:
    columns = {c.name: c for c in layers["treatment_reach_counties"].columns}
    covered = [n for n in columns if n.startswith(("share", "within"))]
    beyond = [n for n in columns if n.startswith("beyond")]
    assert {columns[n].bound for n in covered if n.endswith("_low")} == {"lower"}
    assert {columns[n].bound for n in beyond if n.endswith("_high")} == {"upper"}
    # where a site is drawn says nothing: it may stand nearer, or farther
    bounds = ("_low", "_high")
    assert {columns[n].bound for n in covered + beyond if not n.endswith(bounds)} == {"open"}
    assert columns["demand_total"].bound is None


def test_bounds_are_inherited(layers) -> None:
    reach = layers["treatment_reach_counties"]
    assert reach.column("within_50_low").bound == "lower"
    assert reach.column("beyond_50_high").bound == "upper"
    # reckoned from where sites are drawn, of which some are known to their county alone
    for name in ("out_of_reach", "unmet_low", "unmet_high"):
        column = layers["treatment_unmet_counties"].column(name)
        assert column.bound == "open"
        assert "（按图上位置）" in column.title.zh
        assert "(where drawn)" in column.title.en
    assert layers["treatment_access_counties"].column("access").bound == "open"
    lists = layers["treatment_access_counties"].partial_lists
    assert [each.layer for each in lists] == ["facilities"]


def test_what_no_list_is_behind_is_a_value(layers) -> None:
    for name in ("census_prefectures", "demand_points", "output_apportioned", "scorecard"):
        assert {column.bound for column in layers[name].columns} == {None}, name


def test_every_bound_stands_in_its_title(layers) -> None:
    bounded = [c for spec in layers.values() for c in spec.columns if c.bound is not None]
    assert {name for c in bounded for name in _OF_A_LIST if c.name == name} == set(_OF_A_LIST)
    for column in bounded:
        for lang in LANGS:
            assert IN_TITLE[column.bound].get(lang) in column.title.get(lang), column.name
        # once, however far it was inherited
        assert plain(column.title).zh.count("（至少）") == 0
        assert column.title.zh.count(IN_TITLE[column.bound].zh) == 1


def test_no_value_of_a_partial_list_is_told_as_short(layers) -> None:
    """A coded value of a bounded column says that it is of what is known."""
    for spec in layers.values():
        for column in spec.columns:
            for value, words in column.labels.items():
                if column.bound is not None and value in ("short", "shortfall", "no_capacity"):
                    assert "known" in words.en, (spec.name, column.name, value)
                    assert any(w in words.zh for w in ("已知", "查到")), (spec.name, value)


def test_the_sentence_names_how_many_of_how_many() -> None:
    layer = gisplan.load_layer("treatment_reach_prefectures")
    worth = layer.worth
    assert worth is not None
    assert worth.known is not None
    assert worth.known.count == 90
    assert worth.counted == int(layer.table["sites_counted"].sum())
    said = worth.of("lower")
    assert said.en.startswith(f"at least (from {worth.counted} of 90 known plants")
    assert f"90 座（2017 年）中的 {worth.counted} 座" in said.zh


def test_what_is_made_of_it_keeps_the_count() -> None:
    near = gisplan.load_layer("treatment_unmet").worth
    far = gisplan.load_layer("treatment_unmet_counties").worth
    assert far is not None
    assert far == near


def test_a_sidecar_has_bound_and_worth() -> None:
    layer = gisplan.load_layer("treatment_reach_prefectures")
    told = json.loads(to_sidecar(layer, datum="wgs84"))
    bounds = {column["name"]: column.get("bound") for column in told["columns"]}
    assert bounds["share_50_low"] == "lower"
    assert bounds["share_50"] == "open"
    assert bounds["beyond_50_high"] == "upper"
    assert bounds["demand_total"] is None
    assert told["worth"]["known"]["count"] == 90
    assert told["worth"]["lists"] == [{"layer": "facilities", "complete": False}]


@pytest.mark.parametrize(
    ("complete", "bound"),
    [("true", None), ("false", "lower"), ('"unknown"', "lower"), ("", "lower")],
)
def test_the_declaration_decides(tmp_path: Path, complete: str, bound: str | None) -> None:
    """A list that is complete gives values; one of which nothing is said does not."""
    folder = tmp_path / "layers"
    folder.mkdir()
    (tmp_path / "gisplan.toml").touch()
    (folder / "firms.csv").write_text("id,adcode\na,110101\n", encoding="utf-8")
    head = 'title = "t"\ngeometry = "none"\nkey = ["KEY"]\nvintage = "2020"\nlicence = "MIT"\n'
    head += 'positions = "none"\n'
    tail = '\n[[sources]]\ntitle = "s"\n[columns]\n'
    own = f"complete = {complete}\n" if complete else ""
    code = 'adcode = { type = "adcode", title = "c" }\n'
    text = 'id = { type = "text", title = "i" }\n'
    (folder / "firms.toml").write_text(
        head.replace("KEY", "id") + own + '[from]\nfile = "firms.csv"\n' + tail + text + code,
        encoding="utf-8",
    )
    (folder / "places.csv").write_text("adcode\n110101\n", encoding="utf-8")
    (folder / "places.toml").write_text(
        head.replace("KEY", "adcode")
        + 'complete = true\n[from]\nfile = "places.csv"\n'
        + tail
        + code,
        encoding="utf-8",
    )
    (folder / "counted.toml").write_text(
        'title = "t"\n[from]\nanalysis = "count_by_region"\n'
        'inputs = { regions = "places", rows = "firms", units = "places" }\n',
        encoding="utf-8",
    )
    place = workspace.find(tmp_path)
    spec = catalogue.load(place).layers["counted"]
    assert spec.column("rows").bound == bound
    assert spec.complete is True
    assert bool(spec.partial_lists) == (bound is not None)


def test_a_word_that_is_no_completeness_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "layers"
    folder.mkdir()
    (tmp_path / "gisplan.toml").touch()
    (folder / "a.csv").write_text("id\n1\n", encoding="utf-8")
    (folder / "a.toml").write_text(
        'title = "t"\ngeometry = "none"\nkey = ["id"]\nvintage = "2020"\nlicence = "MIT"\n'
        'positions = "none"\ncomplete = "mostly"\n[from]\nfile = "a.csv"\n'
        '[[sources]]\ntitle = "s"\n[columns]\nid = { type = "text", title = "i" }\n',
        encoding="utf-8",
    )
    with pytest.raises(gisplan.errors.DeclarationError, match="complete"):
        catalogue.load(workspace.find(tmp_path))


def test_words_are_put_on_and_taken_off() -> None:
    column = Column(name="x", type="number", title=Text("份额", "Share"), unit=Text("%", "%"))
    told = qualified(column, "lower")
    assert told.title_with_unit == Text("份额（至少，%）", "Share (at least, %)")
    assert qualified(told, "upper").title == Text("份额（至多）", "Share (at most)")
    assert plain(told.title) == column.title


def test_bounds_combine() -> None:
    column = Column(
        name="x", type="number", title=Text("x", "x"), depends={"sites": "lower", "firms": "upper"}
    )
    assert bound_of(column, ()) is None
    assert bound_of(column, ("sites",)) == "lower"
    assert bound_of(column, ("sites", "firms")) == "open"
    assert quotient("lower", None) == "lower"
    assert quotient(None, "lower") == "upper"
    assert quotient("lower", "lower") == "open"
    assert worst([True, True]) is True
    assert worst([True, None]) is None
    assert worst([None, "unknown"]) == "unknown"
    assert worst([True, "unknown", False]) is False


def test_the_total_is_of_the_same_kinds_and_the_nearest_year() -> None:
    totals = pd.DataFrame(
        {
            "layer": ["plants"] * 6 + ["firms"],
            "kinds": ["a;b", "a;b", "a", None, "a;b", "c", "c"],
            "adcode": ["620000"] * 4 + ["620100", "620000", "620000"],
            "year": [2017, 2021, 2020, 2020, 2020, 2020, 2020],
            "bound": ["exact"] * 5 + ["at_least", "exact"],
            "count": [90, 95, 3, 500, 7, 8, 9],
            "unit_zh": "座",
            "unit_en": "plants",
            "publisher_zh": "厅",
            "publisher_en": "office",
        }
    )

    def found(kinds: list[str], year: int) -> tuple[int, int] | None:
        known = known_of(totals, "plants", kinds, year)
        return None if known is None else (known.count, known.year)

    assert found(["b", "a"], 2020) == (90, 2017)
    assert found(["a", "b"], 2021) == (95, 2021)
    assert found(["a", "b"], 2010) == (90, 2017)
    assert found([], 2020) == (500, 2020)
    # a least number is not that of all, and another list is another list
    assert found(["c"], 2020) is None


def test_a_region_has_its_own_total_and_carries_it_on() -> None:
    """A planner adds a row for a prefecture; its share of the list is said beside its figures."""
    layers = gisplan.load_layers(
        ("prefectures", "network", "units", "known_totals", "demand_points", "treatment_listed")
    )
    names = ("prefectures", "network", "units", "known_totals")
    regions, network, units, totals = (layers[name].table for name in names)
    whole = totals[totals["id"] == "msw-plants-2017"]
    own = pd.concat(
        [
            whole.assign(id="a", adcode="620100", count=7, year=2019),
            whole.assign(id="b", adcode="621000", count=1, year=2020),
            whole.assign(id="c", adcode="620800", count=9, bound="at_least"),
            totals,
        ]
    )
    kinds = ["incineration", "landfill"]
    given = listed_by_region(
        regions, network, units, own, layer="facilities", year=2020, kinds=kinds
    ).table
    served = service_by_region(
        given,
        layers["demand_points"].table,
        network,
        units,
        reaches_km=[50],
        year=2020,
        kinds=kinds,
    ).table.set_index("adcode")
    assert served["sites_counted"].tolist() == given["listed"].tolist()
    said = served["listed_words_en"]
    count = int(served.loc["620100", "sites_counted"])
    assert said["620100"] == f"{count} of 7 known plants, 2019"
    assert served.loc["620100", "listed_words_zh"] == f"已知 7 座（2019 年）中的 {count} 座"
    assert said["621000"] == "all 1 known plants, 2020"
    # a least number is no total, and the province's is not a prefecture's
    assert said["620800"].endswith("total not known")
    assert said["620200"] == "0 listed, total not known"
    assert layers["treatment_listed"].table["listed"].tolist() == given["listed"].tolist()


def test_without_a_total_the_sentence_says_that_the_list_is_partial() -> None:
    worth = worth_of((_LIST,), counted=4)
    assert worth is not None
    assert worth.sentence.en == "from a partial list: plants, 4 of it counted"
    assert worth_of((), counted=4) is None


def test_no_aim_is_missed_by_a_list_that_may_lack_some() -> None:
    """Even where the rule says that the table has all."""
    rule = {
        **{"id": "8-2019-1", "data": "coverage", "measure": "column_share", "column": "covered"},
        **{"base": "demand", "where": None, "factor": None, "year_column": None},
        **{"year_rule": None, "complete": True, "left_zh": None, "left_en": None},
    }
    layers = gisplan.load_layers(("plan_targets", "plan_milestones", "enterprises"))
    milestones = layers["plan_milestones"].table
    partial_list = layers["enterprises"].spec
    assert partial_list.complete is False
    ours = milestones[milestones["id"] == "8-2019-1"]
    given = {
        "targets": layers["plan_targets"].table[:0],
        "milestones": ours,
        "rules": pd.DataFrame([rule]),
        "status": pd.DataFrame(columns=["id", "status", "said_by", "said_on", "note"]),
        "coverage": pd.DataFrame({"covered": [21.0], "demand": [100.0]}),
        "region": "620000",
    }
    assert scorecard(**given).table["status"].tolist() == ["short"]
    partial = scorecard(**given, specs={"coverage": partial_list}).table
    assert partial["status"].tolist() == ["undecided"]
    assert partial["value"].tolist() == [21.0]


def test_an_authority_may_decide_beside_the_data_and_both_are_shown() -> None:
    layers = gisplan.load_layers(("plan_targets", "plan_milestones", "scorecard_rules"))
    milestones = layers["plan_milestones"].table
    reports = pd.DataFrame(
        {
            "aim": ["8-2019-1"],
            "kind": ["supports"],
            "states": ["met"],
            "said_zh": ["测试所说"],
            "said_en": ["said for a test"],
            "publisher_zh": ["测试厅"],
            "publisher_en": ["test office"],
            "source_date": ["2020-01-15"],
            "url": [None],
        }
    )
    rules = layers["scorecard_rules"].table
    row = scorecard(
        targets=layers["plan_targets"].table[:0],
        milestones=milestones[milestones["id"] == "8-2019-1"],
        rules=rules,
        status=pd.DataFrame(columns=["id", "status", "said_by", "said_on", "note"]),
        reports=reports,
        coverage=pd.DataFrame({"covered": [21.0], "demand": [100.0]}),
        region="620000",
    ).table.iloc[0]
    assert (row["status"], row["decided_by"], row["said_by"]) == ("met", "published", "测试厅")
    assert row["value"] == 21.0
    complete = rules.assign(complete=True)
    row = scorecard(
        targets=layers["plan_targets"].table[:0],
        milestones=milestones[milestones["id"] == "8-2019-1"],
        rules=complete,
        status=pd.DataFrame(columns=["id", "status", "said_by", "said_on", "note"]),
        reports=reports,
        coverage=pd.DataFrame({"covered": [21.0], "demand": [100.0]}),
        region="620000",
    ).table.iloc[0]
    assert (row["data_status"], row["said_status"], row["differ"]) == ("short", "met", True)


def test_none_is_told_only_where_the_table_has_none() -> None:
    """A facility of unknown capacity, or one that is not built, is named as such."""
    layers = gisplan.load_layers(("waste_balance", "network"))
    balance, network = layers["waste_balance"].table, layers["network"].table
    above = network["adcode"].str[:4] + "00"
    for stream in ("municipal", "kitchen", "electronics"):
        own = network[network["stream"] == stream].assign(region=above)
        built = own["stage"].isin(["operating", "commissioning"])
        for row in balance.to_dict("records"):
            here = own["region"] == row["adcode"]
            status, told = row[f"{stream}_status"], row[f"{stream}_uncounted_zh"]
            left = own[here & (~built | own["capacity"].isna())]
            assert isinstance(told, str) == bool(len(left)), row["name_zh"]
            for name in left["name_zh"]:
                assert name in told
            if status == "none_declared":
                assert not here.any(), row["name_zh"]
            if status == "shortfall":
                # all that is there is built and of known capacity, or not built
                assert not (here & built & own["capacity"].isna()).any(), row["name_zh"]
            if status == "capacity_unknown":
                assert (here & built).any()
            if status == "not_built":
                assert not (here & built).any()
    told = balance.set_index("name_zh")
    assert told.loc["酒泉市", "municipal_status"] == "capacity_unknown"
    assert told.loc["兰州市", "kitchen_status"] == "capacity_unknown"
    assert told.loc["天水市", "municipal_status"] == "not_built"
    # a plant of 100,000 t a year and a landfill of unknown capacity
    assert told.loc["平凉市", "municipal_status"] == "undecided"


def test_waste_of_urban_residents_says_so_in_its_title(layers) -> None:
    """By the rates that ship; whoever is not urban counts nothing in it."""
    rates = gisplan.load_layer("waste_rates").table
    urban = rates[(rates["basis"] == "urban_population") & rates["used"].astype(bool)]
    assert len(urban) > 0
    for spec in layers.values():
        for column in spec.columns:
            if column.name in {f"t_{stream}" for stream in urban["stream"]}:
                assert "城镇" in column.title.zh, (spec.name, column.name)
                assert "urban" in column.title.en, (spec.name, column.name)


def test_no_figure_of_a_shipped_map_is_unqualified() -> None:
    """Headlines, legends, popups and tables of every map: a bound is said wherever it is shown."""
    maps = catalogue.load(workspace.find()).maps
    names = {name for spec in maps.values() for name in spec.layer_names}
    names |= {one.layer for spec in maps.values() for one in spec.headlines}
    shown = gisplan.load_layers(tuple(sorted(names)))
    said = 0
    for spec in maps.values():
        for asked, one in zip(spec.headlines, figures(spec, shown), strict=True):
            layer = shown[asked.layer]
            named = [n for n in (asked.column, asked.over, *asked.where) if n]
            bounds = {layer.spec.column(name).bound for name in named} - {None}
            if bounds or (asked.column is None and layer.spec.complete is False):
                assert one["before"] is not None, asked.title.en
                assert one["worth"] is not None, asked.title.en
                said += 1
        for item in (item for group in spec.groups for item in group.layers):
            layer = shown[item.layer]
            for name in (*item.popup, item.style.column or ""):
                both = pair(layer.spec, name) if name else None
                for column in [layer.spec.column(part) for part in both or ()]:
                    if column.bound is None:
                        continue
                    told = heading(column, column)["title"]
                    for lang in LANGS:
                        assert IN_TITLE[column.bound].get(lang) in told[lang], (spec.title.en, name)
                    said += 1
    assert said > 20


def test_a_title_says_once_that_a_list_is_partial() -> None:
    lists = (PartialList(layer="x", title=Text("名单", "List"), complete=False),)
    worth = Worth(lists=lists)
    for bound in ("lower", "upper", "open"):
        said = titled(Text("数", "Count"), bound, worth)
        assert said.en.count("partial list") == 1
        assert said.zh.count("不完整") <= 1
