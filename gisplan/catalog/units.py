"""Units of measurement that columns of analyses have, in both languages."""

from __future__ import annotations

from gisplan.text import Text

DEGREES = Text("度", "degrees")
HOUSEHOLDS = Text("户", "households")
KM = Text("千米", "km")
KM2 = Text("平方千米", "km²")
M = Text("米", "m")
MIN = Text("分钟", "min")
MIN_PER_M = Text("分钟/米", "min/m")
PERCENT = Text("%", "%")
PERSONS = Text("人", "persons")
T_A = Text("吨/年", "t a year")
