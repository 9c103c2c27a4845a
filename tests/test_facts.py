"""What is shipped as fact: who said it, when, where it may be read, in both languages."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import pytest

from gisplan.api.load import load_layers
from gisplan.text import both

ROOT = Path(__file__).parent.parent
TABLES = sorted(
    path
    for folder in ("layers", "examples")
    for path in (ROOT / folder).rglob("*.csv")
    if "exports" not in path.parts
)
DECLARATIONS = sorted(
    path for folder in ("layers", "examples") for path in (ROOT / folder).rglob("*.toml")
)
ADDRESS = re.compile(r"https?://[^\s,;，；、）)\"'\]}]+")
#: An address that is written without its scheme is one all the same.
BARE = re.compile(r"(?<![\w./@-])(?:[a-z0-9-]+\.)+(?:com|cn|net|org|info|de|edu)(?:\.cn)?\b", re.I)
DATE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table as texts."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def texts(value: object) -> Iterator[str]:
    """Give all texts of a declaration."""
    if isinstance(value, str):
        yield value
    for inner in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from texts(inner)


def shipped(path: Path) -> Iterator[tuple[str, str]]:
    """Give where and what: every text of a table or a declaration."""
    if path.suffix == ".csv":
        for at, row in enumerate(rows(path), 2):
            yield from ((f"{path.name}:{at}:{name}", cell) for name, cell in row.items() if cell)
    else:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from ((path.name, text) for text in texts(told))


@pytest.mark.parametrize("path", [*TABLES, *DECLARATIONS], ids=lambda path: path.name)
def test_addresses_are_of_publishers_authorities_and_the_press(path: Path) -> None:
    allowed = {row["host"] for row in rows(ROOT / "layers" / "source_hosts.csv")}

    def listed(host: str) -> bool:
        parts = host.split(".")
        return any(".".join(parts[at:]) in allowed for at in range(len(parts)))

    strange = [
        (where, address)
        for where, text in shipped(path)
        for address in ADDRESS.findall(text)
        if not listed(urlsplit(address).hostname or "")
    ]
    assert strange == []


def test_no_copy_is_told_by_the_name_of_its_site() -> None:
    """Where a source is a copy, the site that copied it is not named as if it were to be read."""
    allowed = {row["host"] for row in rows(ROOT / "layers" / "source_hosts.csv")}
    named = [
        (where, found)
        for path in TABLES
        if path.name != "source_hosts.csv"
        for where, text in shipped(path)
        if where.rpartition(":")[2].startswith(("source", "publisher", "note", "checked"))
        for found in BARE.findall(ADDRESS.sub("", text))
        if found.lower() not in allowed
    ]
    # trade sites that are themselves the publisher, not linked since only a copy was seen
    own = {"goootech.com", "cnpre.com", "cfi.cn", "City8.com", "China.org.cn"}
    assert [one for one in named if not any(name in one[1] for name in own)] == []


CUT = re.compile(
    r"(copy at|\bvia|\bsee|village|town|,|;|:|，|；|：|、|\()\s*$"  # the end is missing
    r"|\bvia\s*[;,(]|,\s*;|;\s*;|；\s*；|:\s*;|：\s*；|，\s*；|\(\s*\)|（\s*）"  # or the middle
)


def balanced(text: str) -> bool:
    """Tell whether brackets of each kind close, Chinese and Latin ones alike."""
    return all(
        text.count(a) == text.count(b) for a, b in ("()", "（）", "《》", "“”", "〔〕", "「」")
    )


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_no_citation_is_cut_off(path: Path) -> None:
    cut = [
        (where, text)
        for where, text in shipped(path)
        if where.rpartition(":")[2].startswith(("source", "publisher", "note", "status", "checked"))
        and "source_file" not in where
        if CUT.search(text) or not balanced(text)
    ]
    assert cut == []


@pytest.mark.parametrize(
    "text",
    [
        "中国石油 news, 2008-12-03, copy at",
        "人民网 2016-07-19 via; village:",
        "甘肃日报 via 2015-10-08 (seen",
        "水泥人网 via (2022-04-14)",
        "中新网, 2018-12-17,; county: 兰洽会 news",
        "兰州日报社，2025-02，见；",
    ],
)
def test_a_citation_that_is_cut_off_is_seen(text: str) -> None:
    assert CUT.search(text) or not balanced(text)


def test_verified_means_a_dated_source_with_a_publisher() -> None:
    for name in ("enterprises", "parks"):
        table = rows(ROOT / "layers" / f"{name}.csv")
        assert {row["verified"] for row in table} == {"true", "false"}
        for row in table:
            dated = bool(row["publisher"]) and bool(DATE.fullmatch(row["source_date"]))
            assert row["verified"] == "false" or dated, row["name_zh"]
            assert bool(row["source_date"]) <= bool(row["source_zh"])
            if row["verified"] == "true":
                assert row["source_date"] in row["source_zh"]
                assert row["publisher"] in row["source_zh"]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_what_people_read_is_in_both_languages(path: Path) -> None:
    """A source, note, status or remark in one language has the other beside it, in its own."""
    table = rows(path)
    if path.name == "plan_ledger.csv" or not table:
        return
    for name in ("source", "note", "status", "checked", "reason", "target", "confidence"):
        alone = [row[name] for row in table if re.search(r"[一-鿿]", row.get(name) or "")]
        assert not alone, (path.name, name, alone[0])
        zh, en = f"{name}_zh", f"{name}_en"
        if zh not in table[0] and en not in table[0]:
            continue
        for at, row in enumerate(table, 2):
            assert bool(row[zh]) == bool(row[en]), (path.name, at, name)
            if row[zh] and row[zh] != row[en]:
                assert re.search(r"[一-鿿]|\d", row[zh]), (path.name, at, name)
                own = re.sub(r"[一-鿿]", "", row[en])
                # names may stand in Chinese; the sentence may not
                assert re.search(r"[A-Za-z]{2}|^[\d.,% ]+$", own), (path.name, at, name)


def test_facilities_say_what_their_sources_say() -> None:
    table = load_layers(("facilities",))["facilities"].table.set_index("id")
    assert table.loc["qingyang-incineration", "start_year"] == 2020
    assert table.loc["wudu-incineration", ["stage", "start_year"]].tolist() == ["operating", 2024]
    # Jinchang's capacities are the city's, and so not the base's
    assert pd.isna(table.loc["jinchang-bulk", "capacity"])
    assert "whole city" in table.loc["jinchang-bulk", "status_en"]
    kitchen = table.loc["lanzhou-kitchen"]
    assert kitchen[["stage", "capacity", "capacity_unit"]].tolist() == ["operating", 500, "t/d"]


def test_published_totals_name_what_they_are_held_against() -> None:
    totals = load_layers(("known_totals",))["known_totals"].table
    whole = totals.set_index("id").loc["msw-plants-2017"]
    assert whole[["count", "capacity", "year", "bound"]].tolist() == [90, 14_298, 2017, "exact"]
    figures = load_layers(("public_figures",))["public_figures"].table.set_index("id")["value"]
    assert figures[["msw-plants-2017", "msw-capacity-2017"]].tolist() == [90, 14_298]
    assert figures["msw-covered-cities-2017"] + figures["msw-covered-towns-2017"] == 81
    layers = load_layers(tuple(totals["layer"].unique()))
    for row in totals.dropna(subset=["column"]).to_dict("records"):
        column = layers[row["layer"]].spec.column(row["column"])
        assert set(row["kinds"].split(";")) <= {*column.values, *column.labels}, row["id"]
    # zones: what the source tells apart adds up
    assert totals.set_index("id").loc["zones-2018", "count"] == 2 + 5 + 1 + 28 + 30


#: Clauses, and what the plan or a table is quoted for, stand as they are written there.
QUOTED = re.compile(
    r"'[^'A-Za-z]*'|[一二三四]([(][一二三四五六七八九十]+[)]\d*)?|专栏\d-\d|标志性工程\d"
)


def pairs(value: object, at: str = "") -> Iterator[tuple[str, str, str]]:
    """Give where, and the words in both languages, of all that a declaration says."""
    if isinstance(value, dict) and set(value) == {"zh", "en"}:
        yield at, str(value["zh"]), str(value["en"])
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from pairs(inner, f"{at}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from pairs(inner, at)


def test_english_words_hold_no_chinese() -> None:
    declared = [*DECLARATIONS, *(ROOT / "maps").glob("*.toml")]
    mixed = [
        (path.name, at, en)
        for path in declared
        for at, _, en in pairs(tomllib.loads(path.read_text(encoding="utf-8")))
        if re.search(r"[一-鿿]", QUOTED.sub("", en))
    ]
    assert mixed == []
    for name in ("licence", "vintage"):
        for path in declared:
            said = tomllib.loads(path.read_text(encoding="utf-8")).get(name, "")
            words = both(said)
            assert not re.search(r"[一-鿿]", words.en), (path.name, said)
            # a name of a licence or package, or a date, is the same in both
            assert words.zh != words.en or re.fullmatch(r"[\w .,@-]*", said), (path.name, said)
            assert words.zh != words.en or not re.search(r"[a-z]{3,} [a-z]{3,}", said), said


def words_of_sources() -> list[tuple[str, str, object]]:
    """Give where, what and the words of every source that a declaration names."""
    found = []
    for path in DECLARATIONS:
        for source in tomllib.loads(path.read_text(encoding="utf-8")).get("sources", ()):
            for key in ("title", "publisher", "note"):
                if key in source and "@" not in str(source[key]):
                    found.append((path.name, key, source[key]))
    return found


def test_each_source_has_its_title_in_chinese_and_in_english() -> None:
    """Two languages never stand in one string; what is one string is a name in Latin letters."""
    assert len(words_of_sources()) > 100
    for where, key, words in words_of_sources():
        if isinstance(words, str):
            assert not re.search(r"[一-鿿]", words), (where, key, words)
            continue
        assert isinstance(words, dict)
        assert set(words) == {"zh", "en"}, (where, key)
        zh, en = str(words["zh"]), str(words["en"])
        assert not re.search(r"[，。；、]", en), (where, key, en)
        for text in (zh, en):
            assert not CUT.search(text), (where, key, text)
            assert balanced(text), (where, key, text)
        if key != "note":
            assert re.search(r"[一-鿿]", zh) or zh == en, (where, key, zh)
            assert not re.search(r"[一-鿿]", en), (where, key, en)
