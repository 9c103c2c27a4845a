"""The columns of an assignment: what sites take, what finds no place, who sends where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gisplan.analysis.columns import (
    ADCODE,
    AT_LEAST,
    AT_MOST,
    EITHER,
    as_drawn,
    quantity_of,
    reaches_of,
    year_of,
)
from gisplan.analysis.coverage.lines_to_sites import spec_of_lines
from gisplan.analysis.coverage.uncertain import STANDING, unknown_names
from gisplan.catalog.analyses import Given, TableSpec, declare
from gisplan.catalog.layer import Bound, Column
from gisplan.catalog.units import PERCENT
from gisplan.text import Text


def sites_spec(given: Given) -> TableSpec:
    """Declare the table of what each site takes.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    TableSpec
        Its columns, key and geometry.
    """
    unit, reach = quantity_of(given).unit, reaches_of(given)

    def amount(name: str, zh: str, en: str, meaning: tuple[str, str] | None = None) -> Column:
        return declare(
            name,
            "number",
            (zh, en),
            unit=unit,
            meaning=meaning,
            minimum=0,
            derived=True,
            depends=EITHER,
        )

    lowest = ("能力、位置或存续不详的设施按 0 计时", "Where what is not known takes nothing")
    return given.like(
        "sites",
        STANDING,
        amount(
            "assigned_low",
            "分配量：最低",
            "Assigned: lowest",
            (
                "能力、位置或存续不详的设施为 0；其他设施为这些设施尽量接收时",
                "0 of a facility not known; of others, where those take what they can",
            ),
        ),
        amount(
            "assigned_high",
            "分配量：最高",
            "Assigned: highest",
            (
                "能力不详的设施为可达范围内的全部，只知在哪个市州的以其能力为限；"
                "其他设施为不详的设施按 0 计时",
                "Of a facility of unknown capacity all that is in reach, of one known to its "
                "prefecture alone no more than its capacity; of others, where what is not known "
                "takes nothing",
            ),
        ),
        amount(
            "left_low",
            "剩余能力：最低",
            "Capacity left: lowest",
            ("能力、位置或存续不详时留空", "Empty where the facility is not known"),
        ),
        amount(
            "left_high",
            "剩余能力：最高",
            "Capacity left: highest",
            ("能力、位置或存续不详时留空", "Empty where the facility is not known"),
        ),
        declare(
            "full",
            "boolean",
            ("能力用尽", "Full"),
            meaning=("不详时留空", "Empty where that is not known"),
            derived=True,
            depends=EITHER,
        ),
        declare(
            "points",
            "integer",
            ("送来的居民点数", "Settlements that send"),
            meaning=lowest,
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        declare(
            f"mean_{reach.measure}",
            "number",
            ("平均运距", "Mean distance")
            if reach.measure == "km"
            else ("平均行程时间", "Mean travel time"),
            unit=reach.unit,
            meaning=(
                f"{reach.way.zh}，按分配量加权；{lowest[0]}",
                f"{reach.way.en}, weighted by what is assigned; {lowest[1].lower()}",
            ),
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        vintage=year_of(given),
    )


def unmet_spec(given: Given) -> TableSpec:
    """Declare the table of what finds a place of each demand point, and what does not.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    TableSpec
        Its columns, key and geometry.
    """
    unit, far = quantity_of(given).unit, reaches_of(given).said()

    def amount(
        name: str, zh: str, en: str, depends: Mapping[str, Bound], meaning: Text | None = None
    ) -> Column:
        return declare(
            name,
            "number",
            (zh, en),
            unit=unit,
            meaning=meaning,
            minimum=0,
            derived=True,
            depends=depends,
        )

    nothing = Text(
        "能力、位置或该年是否在不详的设施按 0 计",
        "Facilities of unknown capacity or place, or not known to have stood that year, take "
        "nothing",
    )
    endless = Text(
        "能力不详的设施按不设限计，该年是否在不详的设施计入，"
        "只知在哪个市州的设施计入其可能服务到的每一处",
        "Facilities of unknown capacity are without limit, those that may have stood count, and "
        "those known to a prefecture alone serve wherever they may",
    )
    known = Text(
        "三部分合计 100%；不详的设施按 0 计",
        "Three parts of 100 %; what is not known takes nothing",
    )

    def part(name: str, zh: str, en: str, depends: Mapping[str, Bound]) -> Column:
        return declare(
            name,
            "number",
            (zh, en),
            unit=PERCENT,
            meaning=known,
            minimum=0,
            maximum=100,
            derived=True,
            depends=depends,
        )

    table = given.like(
        "demand",
        # Served demand only grows with room, wherever it is: the least is a least of a partial
        # list too.
        *as_drawn(
            given,
            amount("assigned_low", "已分配：最低", "Assigned: lowest", AT_LEAST, nothing),
            amount("assigned_high", "已分配：最高", "Assigned: highest", EITHER, endless),
            amount("unmet_low", "未分配：最低", "Unmet: lowest", EITHER, endless),
            amount("unmet_high", "未分配：最高", "Unmet: highest", AT_MOST, nothing),
            amount(
                "out_of_reach",
                f"最高未分配中：{far.zh}内没有已知在的设施",
                f"Of the highest unmet: no site known to stand within {far.en}",
                AT_MOST,
            ),
            amount(
                "no_capacity",
                "最高未分配中：已知的能力已满",
                "Of the highest unmet: no known capacity left",
                EITHER,
            ),
            part("served_share", "有去处的占比", "Share served", AT_LEAST),
            part("full_share", "可达但已满的占比", "Share in reach but full", EITHER),
            part("out_share", f"{far.zh}外的占比", f"Share beyond {far.en}", AT_MOST),
        ),
        declare(
            "reason",
            "text",
            ("原因", "Reason"),
            labels={
                "out_of_reach": ("可达范围内没有设施", "no site within reach"),
                "no_capacity": ("可达范围内的设施能力已满", "no capacity left within reach"),
                "not_known": (
                    "不详：有设施能力、位置或该年是否在不详",
                    "not known: of a site the capacity, the place, or whether it stood, is not "
                    "known",
                ),
            },
            derived=True,
            depends=EITHER,
            partial_labels={
                "out_of_reach": ("可达范围内没有已知设施", "no known site within reach"),
                "no_capacity": (
                    "可达范围内已知设施的能力已满",
                    "known sites within reach are full",
                ),
            },
        ),
        *unknown_names(),
        vintage=year_of(given),
    )
    own = [c for c in table.columns if c.name != "precision"]
    return replace(table, columns=(*own, *given.known("demand", "precision")))


def flows_spec(given: Given) -> TableSpec:
    """Declare the table of who sends where.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    TableSpec
        Its columns, key and geometry.
    """
    unit, reach = quantity_of(given).unit, reaches_of(given)
    columns = (
        declare("flow", "integer", ("编号", "Number"), required=True, minimum=0),
        declare("demand", "text", ("居民点编号", "Settlement's id"), required=True),
        declare("from_zh", "text", ("来自", "From (Chinese)")),
        declare("from_en", "text", ("来自（罗马字母）", "From")),
        *((ADCODE,) if given.find("demand", "adcode") else ()),
        declare("site", "text", ("设施编号", "Facility's id"), required=True),
        declare("to_zh", "text", ("送往", "To (Chinese)")),
        declare("to_en", "text", ("送往（英文）", "To")),
        declare(
            "amount",
            "number",
            ("分配量", "Assigned"),
            unit=unit,
            meaning=(
                "只按已知在、能力已知的设施分配",
                "To facilities known to stand, of known capacity, alone",
            ),
            required=True,
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
    )
    return spec_of_lines(columns, given, key="flow", reach=reach, distance=("运距", "Distance"))
