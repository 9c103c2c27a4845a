"""What the plan allots to each region, as tables for maps and exports."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.places.hierarchy import region_above
from gisplan.text import Text

#: Between the items of a list in a cell.
BETWEEN = {"zh": "、", "en": "; "}


def _allocated(given: Given) -> TableSpec:
    known = dict(given.values("allocations", "segment"))
    segments = {name: known.get(name, Text(name, name)) for name in given["segments"]}
    kinds = Text("种", "kinds")
    levels = [words for _, words in given.values("regions", "level")]
    level = levels[0] if len(levels) == 1 else Text("单元", "unit")
    counts = [
        declare(
            f"{name}_count",
            "integer",
            (f"{words.zh}产业数", f"{words.en[:1].upper()}{words.en[1:]} industries"),
            unit=kinds,
            minimum=0,
            derived=True,
        )
        for name, words in segments.items()
    ]
    return given.like(
        "regions",
        declare(
            "industries",
            "integer",
            ("布局产业数", "Industries allotted"),
            unit=kinds,
            meaning=(
                f"点名布局到本{level.zh}及其下级单元的不同产业的种数；是条目数，不是规模",
                f"Different industries allotted by name to the {level.en} or a unit inside it; a "
                "count of items, not of size",
            ),
            minimum=0,
            derived=True,
        ),
        *counts,
        declare(
            "leading_segment",
            "text",
            ("主要门类", "Leading segment"),
            meaning=(
                "条目最多的门类；several 为并列，空为规划未点名",
                "The segment with most items; several: a tie; empty: not named by the plan",
            ),
            labels={**segments, "several": ("并列", "a tie")},
            derived=True,
        ),
        declare("own_zh", "text", (f"布局到本{level.zh}", "Allotted to it (Chinese)")),
        declare("own_en", "text", (f"布局到本{level.zh}（英文）", "Allotted to it")),
        declare("inside_zh", "text", ("布局到其下级单元", "Allotted inside it (Chinese)")),
        declare("inside_en", "text", ("布局到其下级单元（英文）", "Allotted inside it")),
        declare("clauses", "text", ("条款", "Clauses")),
        declare(
            "open_ended",
            "boolean",
            ("所在名单以“等地”结尾", "In a list that ends with 'and others'"),
        ),
        vintage=given.layers["allocations"].vintage,
    )


@analysis("allocations_by_region", gives=_allocated)
def allocations_by_region(
    regions: gpd.GeoDataFrame,
    allocations: pd.DataFrame,
    units: pd.DataFrame,
    *,
    segments: Sequence[str],
) -> Outcome:
    """Put what is allotted to each region, and to units inside it, beside the region.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        With ``adcode``; all of one level. All rows are kept, in their order.
    allocations : pandas.DataFrame
        ``plan_allocations``: one row an industry and place.
    units : pandas.DataFrame
        Every unit's ``adcode`` and ``parent``, which tell what lies inside what.
    segments : sequence of str
        Values of ``segment``, each of which gets a count.

    Returns
    -------
    Outcome
        ``regions`` with

        - ``industries``: number of different industries allotted to it or inside it;
        - ``SEGMENT_count``: the same by segment;
        - ``leading_segment``: the segment with most of them, ``several`` if it is shared, empty
          if there are none;
        - ``own_zh``, ``own_en``: industries allotted to the region itself, one a line, each with
          its clause;
        - ``inside_zh``, ``inside_en``: those allotted to units inside it, with the unit;
        - ``clauses``: the clauses, in the plan's order;
        - ``open_ended``: whether one of the lists of places that it stands in ends with 等地.

        Allocations to no region, or to one outside of those given, are named in ``left_out``.

    Raises
    ------
    OptionError
        If a segment occurs that is not in ``segments``.
    """
    strange = sorted(set(allocations["segment"].dropna()) - set(segments))
    if strange:
        raise OptionError(
            Text(f"segments 中没有：{'、'.join(strange)}", f"segments lacks: {', '.join(strange)}")
        )
    above = region_above(regions["adcode"], units)
    rows = allocations.assign(_region=allocations["region"].map(above))
    facts = [_facts(code, rows[rows["_region"] == code], segments) for code in regions["adcode"]]
    columns = list(_facts("", rows.iloc[:0], segments))  # of no region too
    table = regions.reset_index(drop=True).join(pd.DataFrame(facts, columns=columns))
    nowhere = rows[rows["_region"].isna()]
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=regions.crs), _told(nowhere))


def _facts(code: str, rows: pd.DataFrame, segments: Sequence[str]) -> dict[str, object]:
    own = rows[rows["region"] == code]
    inside = rows[rows["region"] != code]
    counts = {s: int(rows.loc[rows["segment"] == s, "industry"].nunique()) for s in segments}
    most = max(counts.values(), default=0)
    leading = [s for s in segments if counts[s] == most] if most else []
    return {
        "industries": int(rows["industry"].nunique()),
        **{f"{segment}_count": count for segment, count in counts.items()},
        "leading_segment": None if not leading else leading[0] if len(leading) == 1 else "several",
        "own_zh": _lines(own, "zh", place=False),
        "own_en": _lines(own, "en", place=False),
        "inside_zh": _lines(inside, "zh", place=True),
        "inside_en": _lines(inside, "en", place=True),
        "clauses": BETWEEN["zh"].join(dict.fromkeys(rows["clause"])) or None,
        "open_ended": bool(rows["open_ended"].fillna(False).any()),
    }


def _lines(rows: pd.DataFrame, lang: str, *, place: bool) -> str | None:
    """Give a line for each clause (and place): its industries, and the clause.

    Parameters
    ----------
    rows : pandas.DataFrame
        Allocations, with clause, region and industry.
    lang : str
        ``zh`` or ``en``.
    place : bool
        Whether each line names the place.

    Returns
    -------
    str or None
        Lines; None without a row.
    """
    lines = []
    for (clause, where), group in rows.groupby(["clause", f"region_{lang}"], sort=False):
        names = BETWEEN[lang].join(dict.fromkeys(group[f"industry_{lang}"]))
        head = "" if not place else f"{where}：" if lang == "zh" else f"{where}: "
        tail = f"（{clause}）" if lang == "zh" else f" ({clause})"
        lines.append(f"{head}{names}{tail}")
    return "\n".join(lines) or None


def _told(rows: pd.DataFrame) -> tuple[Text, ...]:
    if rows.empty:
        return ()
    zh = BETWEEN["zh"].join(dict.fromkeys(rows["region_zh"] + rows["industry_zh"]))
    en = BETWEEN["en"].join(dict.fromkeys(rows["region_en"] + ": " + rows["industry_en"]))
    return (
        Text(
            f"{len(rows)} 项布局没有点名这些地区：{zh}",
            f"{len(rows)} allocation(s) name none of these regions: {en}",
        ),
    )


def _with_milestones(given: Given) -> TableSpec:
    return given.like(
        "bases",
        declare("milestones_zh", "text", ("完成时限", "Milestones (Chinese)")),
        declare("milestones_en", "text", ("完成时限（英文）", "Milestones")),
    )


@analysis("bases_with_milestones", gives=_with_milestones)
def bases_with_milestones(bases: pd.DataFrame, milestones: pd.DataFrame) -> pd.DataFrame:
    """Put the milestones of each base beside it.

    Parameters
    ----------
    bases : pandas.DataFrame
        ``plan_bases``, with ``id``.
    milestones : pandas.DataFrame
        ``plan_milestones``; ``bases`` holds ids parted by ``;``.

    Returns
    -------
    pandas.DataFrame
        ``bases`` with ``milestones_zh`` and ``milestones_en``: a line for each, its year first.
    """
    named = milestones.assign(base=milestones["bases"].str.split(";")).explode("base")
    named["base"] = named["base"].str.strip()
    told = {}
    for lang, colon in (("zh", "："), ("en", ": ")):
        lines = named["year"].astype("str") + colon + named[f"name_{lang}"]
        joined = lines.groupby(named["base"]).agg("\n".join)
        told[f"milestones_{lang}"] = bases["id"].map(joined)
    return bases.assign(**told)
