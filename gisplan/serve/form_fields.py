"""The fields of a form: as they were typed, read one by one, and what is wrong in them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData

from gisplan.errors import OptionError
from gisplan.text import Text

_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
#: What a field of a plan is called, by the last part of its name.
PLAN_LABELS = {
    "reach": Text("最远", "reach"),
    "direct": Text("近处直运", "straight within"),
    "passes_on": Text("送往下一级 %", "passed on, %"),
    "new": Text("最多新建", "most built"),
    "close": Text("关停一处的费用", "cost of closing one"),
    "capacity": Text("能力", "capacity"),
    "cost": Text("费用", "cost"),
    "yearly": Text("每年费用", "cost a year"),
    "least": Text("至少用到 %", "least use, %"),
    "year": Text("年份", "year"),
    "budget": Text("预算", "budget"),
    "factor": Text("需求倍数", "demand times"),
    "share": Text("各地区至少 %", "each region at least, %"),
    "transport": Text("运输费", "transport"),
    "life": Text("折旧年限", "life, years"),
    "interest": Text("年利率 %", "interest, %"),
    "seconds": Text("最多用时（秒）", "seconds at most"),
    "points": Text("点数", "points"),
    "km": Text("多近（千米）", "how near (km)"),
    "draws": Text("情形数", "futures"),
    "seed": Text("随机种子", "seed"),
    "low": Text("最低", "lowest"),
    "high": Text("最高", "highest"),
    "id": Text("编号", "identifier"),
    "closed": Text("停运的可能 %", "chance of shutting down, %"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a number must lie between.

    Attributes
    ----------
    least : float
        The least that it may be.
    most : float
        The most that it may be.
    above : bool
        Whether the least itself is too little.
    """

    least: float = 0.0
    most: float = math.inf
    above: bool = False

    def told(self, value: float) -> Text | None:
        """Say what is wrong with a number.

        Parameters
        ----------
        value : float
            The number.

        Returns
        -------
        Text or None
            The end of a sentence; None if it lies between them.
        """
        if self.least <= value <= self.most and not (self.above and value == self.least):
            return None
        if self.above and self.most == math.inf:
            return Text(f"应大于 {self.least:g}", f"must be above {self.least:g}")
        if self.most == math.inf:
            return Text(f"应不小于 {self.least:g}", f"must be {self.least:g} or more")
        return Text(
            f"应为 {self.least:g} 至 {self.most:g}", f"must be {self.least:g} to {self.most:g}"
        )


FREE, POSITIVE, YEARS = Bounds(), Bounds(above=True), Bounds(least=1900, most=2199)


class FormError(OptionError):
    """Fields of a form are wrong; all are told.

    Parameters
    ----------
    fields : FormFields
        The fields, with what is wrong in them.
    """

    def __init__(self, fields: FormFields) -> None:
        super().__init__(
            Text("有几处要改，其余照填的保留：", "Some fields are to be changed; the rest stands:"),
            faults=fields.faults,
        )
        #: Names of the fields that are wrong.
        self.names = frozenset(fields.wrong)


class FormFields:
    """The fields of a form, read one by one; what is wrong is gathered.

    Parameters
    ----------
    form : FormData
        As it was sent.
    labels : mapping of str to Text
        What its fields are called, by the last part of their names.
    """

    def __init__(self, form: FormData, *, labels: Mapping[str, Text]) -> None:
        self._form = form
        self._labels = labels
        self._put: dict[str, str] = {}
        self.faults: list[Text] = []
        self.wrong: list[str] = []

    def words(self, key: str) -> str:
        """Give what was typed.

        Parameters
        ----------
        key : str
            Name of the field.

        Returns
        -------
        str
            Full-width figures as plain ones; empty for nothing.
        """
        given = self._put.get(key, str(self._form.get(key, "")))
        return unicodedata.normalize("NFKC", given).strip()

    def put(self, key: str, text: str) -> None:
        """Have a field say something else than was typed, such as an identifier for a name.

        Parameters
        ----------
        key : str
            Name of the field.
        text : str
            What it says from now on.
        """
        self._put[key] = text

    def chosen(self, key: str) -> list[str]:
        """Give what was ticked.

        Parameters
        ----------
        key : str
            Name of the boxes.

        Returns
        -------
        list of str
            Their values.
        """
        return [str(one) for one in self._form.getlist(key) if str(one)]

    def any_of(self, start: str) -> bool:
        """Tell whether anything was typed or ticked in a group of fields.

        Parameters
        ----------
        start : str
            What the names of its fields begin with.

        Returns
        -------
        bool
            False if all are empty.
        """
        return any(
            str(value).strip() for key, value in self._form.multi_items() if key.startswith(start)
        )

    def fault(self, key: str, zh: str, en: str) -> None:
        """Keep what is wrong.

        Parameters
        ----------
        key : str
            Name of the field.
        zh : str
            The sentence in Chinese.
        en : str
            The sentence in English.
        """
        self.faults.append(Text(zh, en))
        self.wrong.append(key)

    def need(self, key: str, where: Text, more: Text | None = None) -> None:
        """Tell of a field that must not be empty, if it is.

        Parameters
        ----------
        key : str
            Name of the field; its last part says what it is.
        where : Text
            Of which tier, size or year it is.
        more : Text, optional
            What is said beside.
        """
        if self.words(key):
            return
        label, note = self._labels[key.rpartition(".")[2]], more or Text("", "")
        self.fault(
            key,
            f"{where.zh}{label.zh}：要填{note.zh}",
            f"{where.en}{label.en}: is needed{note.en}",
        )

    def number(
        self,
        key: str,
        where: Text,
        *,
        part: float = 1.0,
        whole: bool = False,
        bounds: Bounds = FREE,
    ) -> float | int | None:
        """Give a number; what is none, or out of its bounds, is a fault.

        Parameters
        ----------
        key : str
            Name of the field; its last part says what it is.
        where : Text
            Of which tier, size or year it is; empty for the plan.
        part : float
            What it is divided by; 100 for percent, of which there are 100 at most.
        whole : bool
            Whether it has no fraction.
        bounds : Bounds
            What it must lie between, before it is divided.

        Returns
        -------
        float, int or None
            None if nothing was typed, or it is wrong.
        """
        given = self.words(key).replace(",", "").replace(" ", "")
        if not given:
            return None
        label, shown = self._labels[key.rpartition(".")[2]], given[:20]
        if not _NUMBER.fullmatch(given) or (whole and "." in given):
            self.fault(
                key,
                f"{where.zh}{label.zh}：“{shown}”不是{'整数' if whole else '数'}",
                f"{where.en}{label.en}: '{shown}' is no {'whole ' if whole else ''}number",
            )
            return None
        if part == 100 and float(given) > 100:
            self.fault(
                key,
                f"{where.zh}{label.zh}：“{shown}”超过 100",
                f"{where.en}{label.en}: {shown} is above 100",
            )
            return None
        told = bounds.told(float(given))
        if told is not None:
            self.fault(
                key,
                f"{where.zh}{label.zh}：“{shown}”{told.zh}",
                f"{where.en}{label.en}: {shown} {told.en}",
            )
            return None
        return int(given) if whole else float(given) / part

    def span(
        self, key: str, where: Text, *, part: float = 1.0, whole: bool = False
    ) -> list[float] | None:
        """Give a range: both of its ends, or nothing.

        Parameters
        ----------
        key : str
            Name of the pair; the fields end in ``low`` and ``high``.
        where : Text
            What it is the range of.
        part : float
            As of a number.
        whole : bool
            As of a number.

        Returns
        -------
        list of float or None
            Lowest and highest; None if nothing was typed, or it is wrong.
        """
        before = len(self.wrong)
        ends = [
            self.number(f"{key}.{end}", where, part=part, whole=whole) for end in ("low", "high")
        ]
        low, high = ends
        if len(self.wrong) > before:
            return None
        if low is None or high is None:
            if low is not high:
                self.fault(
                    f"{key}.{'low' if low is None else 'high'}",
                    f"{where.zh}最低和最高要一起填",
                    f"{where.en}needs both a lowest and a highest value",
                )
            return None
        if low > high:
            self.fault(
                f"{key}.low",
                f"{where.zh}最低大于最高",
                f"{where.en}the lowest is above the highest value",
            )
            return None
        return [low, high]
