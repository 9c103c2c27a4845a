"""What people call the parameters of analyses, in a form."""

from __future__ import annotations

from gisplan.text import Text

#: Parameter -> words; one that is not here is called by its name.
PARAMETERS = {
    "access_detour": Text("接入道路的绕行系数", "detour of the way to the road"),
    "access_km": Text("接入道路的最远距离（千米）", "farthest way to a road (km)"),
    "assume_summable": Text("当作可以相加", "taken to add up"),
    "by": Text("按什么分", "by what"),
    "columns": Text("取哪些列", "columns taken"),
    "detour": Text("绕行系数", "detour factor"),
    "distance_km": Text("相邻距离（千米）", "distance of neighbours (km)"),
    "fewest": Text("至少几处", "at least so many"),
    "ids": Text("目标的编号", "ids of targets"),
    "include": Text("列入哪些", "what is taken in"),
    "kinds": Text("计入的设施种类", "kinds of sites that count"),
    "layer": Text("哪张名单", "which list"),
    "length": Text("长度列", "column of length"),
    "level": Text("哪一级单元", "level of units"),
    "limit_km": Text("最远多少千米", "limit (km)"),
    "limit_min": Text("最远多少分钟", "limit (min)"),
    "measure": Text("量什么", "what is measured"),
    "measures": Text("量哪些列", "columns measured"),
    "method": Text("方法", "method"),
    "minimum": Text("至少几家成一群", "fewest in a cluster"),
    "model": Text("选址模型", "model of choice"),
    "new": Text("新增几处", "new sites"),
    "quantity": Text("按哪种数量", "quantity"),
    "reach_km": Text("覆盖范围（千米）", "reach (km)"),
    "reach_min": Text("覆盖范围（分钟）", "reach (min)"),
    "reaches_km": Text("覆盖范围（千米，可几个）", "reaches (km)"),
    "reaches_min": Text("覆盖范围（分钟，可几个）", "reaches (min)"),
    "region": Text("地区", "region"),
    "road": Text("道路的设定", "what is said of the roads"),
    "rule": Text("分配规则", "rule"),
    "segments": Text("产业门类", "segments"),
    "stages": Text("计入的阶段", "stages that count"),
    "stream": Text("废物种类", "waste stream"),
    "streams": Text("废物种类", "waste streams"),
    "target": Text("哪个目标", "which target"),
    "tiers": Text("层级", "tiers"),
    "unit": Text("取整单位", "unit of rounding"),
    "weights": Text("权重", "weights"),
    "year": Text("年份", "year"),
}
