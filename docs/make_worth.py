"""Make the list of figures that are a least, a most or from a partial list.

``python docs/make_worth.py`` writes ``docs/figures-and-their-worth.md`` from the layers and maps
that ship; a test fails when it is not as this makes it.
"""

from __future__ import annotations

import csv
from pathlib import Path

from gisplan.catalog import workspace
from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.load import Catalog
from gisplan.catalog.map import Headline
from gisplan.catalog.worth import BEFORE, IN_TITLE, quotient
from gisplan.pipeline import catalogue

PAGE = Path(__file__).parent / "figures-and-their-worth.md"
_HEAD = """\
# Figures and their worth

A list that lacks some of what there is gives bounds, not values. A layer declares whether it is
complete (`complete = true`, `false` or `"unknown"`) and which layer tells what is known of the
whole (`known`, such as [known_totals](../layers/known_totals.csv): 90 plants at the end of 2017).
Each analysis says, beside its function, what that makes of each of its columns:

| bound | what it says | in a title | before a figure |
|---|---|---|---|
"""
_MEANS = {
    "lower": "the true figure is this or more: a share covered, a sum, a count",
    "upper": "the true figure is this or less: a gap, what no known site reaches",
    "open": "it may be more or less: the list decides in both directions",
}
_LISTS = """
The column itself carries it: in headings of tables, popups, legends and charts of the page, in
figures, the report, workbooks, the terminal, field names of GIS files, as `bound` in
`.meta.json` and in the metadata of a GeoPackage, and as `gisplan:bound` in STAC. Below it, once for
a layer, stands how
much of the whole is known: "from 4 of 90 known plants, 2017". A list of which nothing is said
is not taken to be complete. Made by `docs/make_worth.py` from the layers and maps.

## Lists that may lack some

| layer | complete | what is known of the whole |
|---|---|---|
"""


#: Headings that commands print over figures of the shipped lists, N for a number; a test holds them
#: against what is printed.
COMMANDS = Path(__file__).parent / "commands-and-their-worth.csv"
_FACES = """## Commands

What `gisplan coverage` and `gisplan sites` print of the shipped lists, where some sites are
known to their county alone: a column's heading carries its worth, and a table's title that it
is of where sites are drawn. Lines above the tables say from how many known sites, which sites
are not counted and why, and how far a site may stand from where it is drawn. `--out`
has the same headings in XLSX (and in the CSV of a coverage), and the same lines in a sheet of their
own or, in GeoJSON and in the CSV of sites, in `about_zh` and `about_en`.
`gisplan plan` counts items of the plan alone, which are all there are.

| command | Chinese | English |
|---|---|---|
"""
_REPORT = """## Report

`gisplan report MAP` has the headlines above with what stands before them, the titles of the columns
below in every table, legend and chart, and once for each layer how much of the whole is known. The
scorecard's page says "at least" before a known figure whose list may lack some, and calls no aim
missed by it. Figures (`gisplan figure`) draw the legends of the map's page; a legend that counts
rows of such a list says that its counts are at least.
"""


def _lists(catalog: Catalog) -> list[str]:
    found = {
        one.layer: one
        for spec in catalog.layers.values()
        if _bounded(spec)
        for one in spec.partial_lists
    }
    said = {False: "no", "unknown": "not known", None: "not stated"}
    return [
        f"| `{name}`: {one.title.en} | {said.get(one.complete, 'yes')} | "
        f"{f'`{one.known}`' if one.known else '—'} |"
        for name, one in sorted(found.items())
    ]


def _bounded(spec: LayerSpec) -> bool:
    return any(column.bound is not None for column in spec.columns)


def _columns(spec: LayerSpec) -> list[str]:
    names = ", ".join(f"`{one.layer}`" for one in spec.partial_lists)
    rows = [
        f"| `{c.name}` | {c.bound} | {c.title.zh} | {c.title.en} |"
        for c in spec.columns
        if c.bound is not None
    ]
    head = [f"### `{spec.name}`: {spec.title.en}", "", f"From {names}.", ""]
    return [*head, "| column | bound | Chinese | English |", "|---|---|---|---|", *rows, ""]


def _headline(one: Headline, spec: LayerSpec) -> str | None:
    """Say what stands before a headline of a map; see ``gisplan.render.web.headline``."""
    if one.column is not None:
        over = spec.column(one.over).bound if one.over else None
        bound = quotient(spec.column(one.column).bound, over)
    elif spec.complete in (False, "unknown"):
        bound = "lower"
    else:
        bounds = {spec.column(name).bound for name in one.where} - {None}
        bound = bounds.pop() if len(bounds) == 1 else None
    if bound is None:
        return None
    said = BEFORE[bound]
    return f"| {one.title.zh}: {said.zh} … | {one.title.en}: {said.en} … |"


def page() -> str:
    """Give the page."""
    catalog = catalogue.load(workspace.find(workspace.shipped()))
    lines = [
        f"| `{bound}` | {means} | （{IN_TITLE[bound].zh}） ({IN_TITLE[bound].en}) | "
        f"{BEFORE[bound].zh} / {BEFORE[bound].en} |"
        for bound, means in _MEANS.items()
    ]
    parts = [_HEAD + "\n".join(lines), _LISTS + "\n".join(_lists(catalog)), "", "## Headlines", ""]
    for name, spec in sorted(catalog.maps.items()):
        rows = [_headline(one, catalog.layers[one.layer]) for one in spec.headlines]
        told = [row for row in rows if row]
        if told:
            parts += [f"### Map `{name}`", "", "| Chinese | English |", "|---|---|", *told, ""]
    with COMMANDS.open(encoding="utf-8", newline="") as file:
        told = [
            f"| `{row['command']}` | {row['zh']} | {row['en']} |" for row in csv.DictReader(file)
        ]
    parts += [_FACES + "\n".join(told), ""]
    parts += [_REPORT, "## Columns", ""]
    for name in sorted(catalog.layers):
        if _bounded(catalog.layers[name]):
            parts += _columns(catalog.layers[name])
    return "\n".join(parts).rstrip("\n") + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
