"""What all tables of the plan's aims share: how an aim may stand, and the columns that tell it."""

from __future__ import annotations

from collections.abc import Mapping

from gisplan.catalog.analyses import declare
from gisplan.text import Text

#: What people and data may say of an aim.
SAID: Mapping[str, Text] = {
    "met": Text("达到", "met"),
    "partly": Text("部分达到", "partly met"),
    "short": Text("未达到", "missed"),
}
#: How an aim may stand, in the order in which they are counted; of the last two, data or a
#: person are waited for.
VERDICTS: Mapping[str, Text] = {
    **SAID,
    "undecided": Text("数据不足", "not decidable"),
    "awaiting": Text("待人工判定", "to be judged"),
}
NAMES = (
    declare("clause", "text", ("条款", "Clause"), required=True),
    declare("name_zh", "text", ("名称", "Name (Chinese)"), required=True),
    declare("name_en", "text", ("英文名称", "Name (English)"), required=True),
)
YEAR = declare("year", "integer", ("完成年份", "Due"))
ASKED = (
    declare("asked_zh", "text", ("要求", "Asked (Chinese)")),
    declare("asked_en", "text", ("要求（英文）", "Asked (English)")),
)
DECIDABLE_BY = declare("decidable_by", "text", ("判定依据", "Decidable by"))
#: Of a region's own aim: whose it is, and which aim of the province it breaks down.
OWN = (
    declare("region", "adcode", ("自定目标的地区", "Region whose own aim it is")),
    declare("part_of", "text", ("分解自", "Breaks down")),
)
#: Of what a person says.
WORD = (
    declare("said_by", "text", ("判定人", "Said by")),
    declare("said_on", "date", ("判定日期", "Said on")),
)
PAPERS = (
    declare("document", "text", ("文件", "Document")),
    declare("url", "text", ("网址", "Address")),
    declare("note", "text", ("说明", "Note")),
)
SHORT_BY = declare("short_by", "number", ("差额", "Short by"), minimum=0, derived=True)
EVIDENCE = (
    declare(
        "evidence_zh",
        "text",
        ("依据", "Evidence (Chinese)"),
        meaning=("计入的行或指标", "The rows or indicators counted"),
    ),
    declare(
        "evidence_en",
        "text",
        ("依据（英文）", "Evidence"),
        meaning=("计入的行或指标，英文", "The rows or indicators counted, in English"),
    ),
)
