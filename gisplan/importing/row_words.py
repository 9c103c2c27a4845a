"""What the words of a row say it is: a total, a note, a signature, the title of a part.

Words are held against a cell without blanks, width, case and closing marks (:func:`plain`), and
against the whole of it: a firm called 合计 something is a firm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

#: Behind a total: how many there are of what, 合计（4家）, 共计12户.
_COUNT = (
    r"(?:数|额|值|量|栏|行)?[(]?(?:共)?[0-9]{0,6}(?:家|户|个|项|座|处|人|条)?(?:企业|单位)?[)]?"
)
TOTAL = re.compile(
    rf"(?:.{{0,20}}(?:合计|总计|小计|共计|累计|汇总|总和|总额|总数){_COUNT}"
    r"|全[省市州县区国]|(?:全[省市州县区国])?总量|(?:grand|sub)?-?totals?|sum|allregions?)"
)
AVERAGE = re.compile(
    r"(?:.{0,20}(?:平均|平均值|平均数|均值)|[户人]均|每[户人](?:平均)?|average|mean|avg\.?)"
)
PART = re.compile(
    r"(?:其中:|#).{0,20}|其中.{0,20}(?<!公司|集团|中心)(?<![厂站社园场院店部矿])|ofwhich:?.{0,20}"
)
#: Figures that are made of others: neither a row nor a sum of rows.
STATISTIC = re.compile(
    r"(?:.{0,12}(?:同比|环比|增长率|增幅|增速|增减率?|占比|比重|比例|百分比|构成比?|"
    r"上年同期|去年同期|上年数?|去年数?|上期|本期|上月|同期|完成率|完成比例|"
    r"中位数|最大值|最小值|最高值|最低值|标准差|方差|极值)(?:增长|增减|数|率)?"
    r"(?:[(][^()]{0,8}[)]|%|±%)*|median|max(?:imum)?|min(?:imum)?|std\.?|growth(?:rate)?|share)"
)
NOTE = re.compile(
    r"[*※△▲]?(?:备?注|附注|说明|填表说明|填报说明|编制说明|表注|资料来源|数据来源|来源|口径|指标解释|"
    r"解释|提示|注意|note|notes|source|sources|remark|remarks)[0-9]{0,2}(?:[:]|[0-9]+[.、:)]).*"
    r"|[*※△▲].{3,}|(?:资料|数据)来源.{0,30}|(?:备?注|附注|说明|资料来源|数据来源|notes?|sources?)"
)
#: What a page says of itself: 续表, 以下空白, 第 1 页.
PAGE = re.compile(
    r"第?[0-9]+页[,、]?共[0-9]+页|第[0-9]+页|page[0-9]+(?:of[0-9]+)?|[-—]+[0-9]+[-—]+|[0-9]+/[0-9]+"
    r"|[(]?(?:续表?|续上表|接上[页表]|转下页|接下页|下页续|未完待续)[0-9]*[)]?"
    r"|[(]?(?:(?:以下|此页|本页)(?:空白|无正文|无数据|无内容)|end)[)]?|[-—_=.…·*~]{2,}|[…—]"
)
_FORM = (
    "制表人|制表单位|制表日期|制表|填表人|填表单位|填表日期|填报人|填报单位|填报日期|填报时间|填报|"
    "审核人|审核|审批人|审批|复核人|复核|核对人|校对|负责人|单位负责人|统计负责人|部门负责人|主管领导|"
    "分管领导|分管负责人|经办人|联系人及电话|联系人|联系电话|电话|手机|报出日期|上报日期|报送单位|"
    "报送日期|打印日期|打印时间|导出时间|导出日期|统计时间|截止日期|截至日期|更新时间|更新日期|"
    "编制单位|编制人|统计单位|统计人|盖章|公章|签章|签字|日期"
)
_BY_HAND = r"(?:[(](?:签字|签名|盖章|签章|公章)[)])?"
SIGNED = re.compile(rf"[(]?(?:{_FORM}){_BY_HAND}[)]?[:].*")
LABEL = re.compile(rf"[(]?(?:{_FORM}){_BY_HAND}[)]?")
#: The same without a colon: 制表人 张三, 打印时间 2023-12-01.
SIGNED_LOOSELY = re.compile(
    r"(?:制表人|填表人|填报人|审核人|复核人|经办人|联系人|联系电话|打印时间|打印日期|导出时间|导出日期|"
    r"更新时间|统计时间|填报日期|填表日期|制表日期)\s+\S.{0,30}"
)
_DAY = r"(?:(?:19|20)[0-9]{2}|[〇○零一二三四五六七八九]{4})"
DATED = re.compile(
    rf"{_DAY}[-/.年](?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})[-/.月]"
    r"(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日?)?(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_ORDER = "一二三四五六七八九十"
SECTION = re.compile(
    rf"(?:[附续]?表[{_ORDER}0-9]{{1,3}}[:、.]?|附件[{_ORDER}0-9]{{0,3}}[:、.]?|[{_ORDER}]{{1,3}}[、.]|[(][{_ORDER}]{{1,3}}[)]|第[{_ORDER}0-9]{{1,3}}[类批部章节篇])"
    r".{0,30}"
)
#: Titles of parts where a row holds nothing else: 1.节能类, 节能类, 兰州市.
SECTION_ALONE = re.compile(
    r"(?:[0-9]{1,2}[.、)]|[(][0-9]{1,2}[)]|[A-Za-z][.、)])?"
    r".{0,20}(?:类|板块|片区|领域|部分|批|篇)"
)
#: A sentence is no name: it ends as one, or has a pause and is long.
SENTENCE = re.compile(r".*[。;]$|.{6,}[,。;].{4,}|.{60,}")
#: In the cells of a large table, what could be any of the above.
ANY_OF_THEM = (
    r"计|汇总|总[和额数量]|均|其中|#|同比|环比|增长|增幅|增速|增减|占比|比重|比例|构成|上年|去年|同期|上期|"
    r"本期|完成|位数|[大小高低]值|差|全[省市州县区国]|注|说明|来源|口径|解释|提示|人|表|审|核|电话|日期|时间|"
    r"页|空白|正文|[、)）:：※*…]|[-—=_]{2}|续|类|批|total|sum|note|average|mean|max|min|source|median"
)


def plain(cell: str) -> str:
    """Give a cell as its words are looked up: without blanks, width, case and closing marks.

    Parameters
    ----------
    cell : str
        As it stands in the file.

    Returns
    -------
    str
        Of a long cell only the beginning.
    """
    text = "".join(unicodedata.normalize("NFKC", cell[:400]).casefold().split())
    return text.replace("⋯", "…")


def closed(text: str) -> str:
    """Take the marks off the end of a label: 合计：, 合计=.

    Parameters
    ----------
    text : str
        As :func:`plain` gives it.

    Returns
    -------
    str
        Without them, unless it consists of nothing else.
    """
    return text.rstrip(":=.、,;") or text


def is_one_of(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Tell whether a label is one of some kinds, with or without the marks at its end.

    Parameters
    ----------
    text : str
        As :func:`plain` gives it.
    patterns : sequence of re.Pattern
        For the whole of it.

    Returns
    -------
    bool
        False for an empty label.
    """
    bare = closed(text)
    return bool(text) and any(p.fullmatch(text) or p.fullmatch(bare) for p in patterns)
