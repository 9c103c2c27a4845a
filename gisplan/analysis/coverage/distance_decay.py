"""Distance decay as it is declared: a form by its name, and its parameters in km or minutes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypedDict

from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.models import Decay
from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.errors import OptionError
from gisplan.text import Text

#: Forms, each with the parameters that it asks for.
FORMS: Mapping[str, tuple[str, ...]] = {
    "gaussian": ("bandwidth",),
    "exponential": ("rate",),
    "power": ("exponent", "floor"),
    "linear": (),
    "stepwise": ("weights",),
}
#: What forms are called.
FORM_NAMES: Mapping[str, Text] = {
    "gaussian": Text("高斯衰减", "Gaussian decay"),
    "exponential": Text("指数衰减", "exponential decay"),
    "power": Text("幂函数衰减", "power decay"),
    "linear": Text("线性衰减", "linear decay"),
    "stepwise": Text("分段衰减", "stepwise decay"),
}


class _DecayForm(TypedDict):
    form: Literal["gaussian", "exponential", "power", "linear", "stepwise"]


class DecayOptions(_DecayForm, total=False):
    """What a declaration says of decay; see :func:`decay_of`."""

    bandwidth: float
    rate: float
    exponent: float
    floor: float
    weights: Sequence[float]


def decay_of(
    given: DecayOptions | None,
    breaks: Sequence[float],
    *,
    measure: str,
    weights: Sequence[float] = (),
) -> Decay:
    """Make a decay of what is declared; there are no defaults, for each is a judgement.

    Parameters
    ----------
    given : mapping, optional
        ``form`` with its parameters, in the measure of the reach: ``gaussian`` with
        ``bandwidth`` (km or minutes), ``exponential`` with ``rate`` (per km or minute), ``power``
        with ``exponent`` and ``floor`` (km or minutes), ``linear``, ``stepwise`` with
        ``weights`` (one for each reach). Left out: no decay within one reach.
    breaks : sequence of float
        Reaches, rising, in the unit of the costs (metres or minutes); a form that falls
        continuously takes one.
    measure : {"km", "min"}
        What the reaches were asked for in.
    weights : sequence of float
        Short for ``stepwise``.

    Returns
    -------
    Uniform, Steps, Gaussian, Exponential, Power or Linear
        With its limit in the unit of the costs.

    Raises
    ------
    OptionError
        If a parameter is missing, not of that form, or can't be.

    Examples
    --------
    >>> from gisplan.analysis.coverage.distance_decay import decay_of
    >>> decay_of({"form": "gaussian", "bandwidth": 20}, [50_000.0], measure="km")
    Gaussian(bandwidth=20000.0, limit=50000.0)
    """
    if given is None:
        return _steps(breaks, weights)
    if weights:
        raise OptionError(
            Text(
                "weights 与 decay 只取其一；分段衰减写作 decay 的 form = stepwise",
                "weights or decay, not both: weights are the stepwise form of decay",
            )
        )
    form, unit = given["form"], M_PER_KM if measure == "km" else 1.0
    _check(given, form)
    if form == "stepwise":
        return _steps(breaks, given["weights"])
    if len(breaks) != 1:
        raise OptionError(
            Text(
                f"{FORM_NAMES[form].zh}只取一个可达范围（超出即为 0），给了 {len(breaks)} 个",
                f"{FORM_NAMES[form].en} takes one reach, beyond which it is 0: {len(breaks)} "
                "are given",
            )
        )
    limit = breaks[0]
    made: dict[str, Callable[[], Decay]] = {
        "gaussian": lambda: coverage.Gaussian(bandwidth=given["bandwidth"] * unit, limit=limit),
        "exponential": lambda: coverage.Exponential(rate=given["rate"] / unit, limit=limit),
        "power": lambda: coverage.Power(
            exponent=given["exponent"], floor=given["floor"] * unit, limit=limit
        ),
        "linear": lambda: coverage.Linear(limit),
    }
    return made[form]()


def said_of_decay(given: Mapping[str, Any] | None) -> Text:
    """Say which decay holds, with its parameters.

    Parameters
    ----------
    given : mapping, optional
        As of :func:`decay_of`.

    Returns
    -------
    Text
        Empty if there is none.
    """
    if not given:
        return Text("", "")
    form = str(given.get("form"))
    if form not in FORMS:
        return Text(form, form)
    values = [f"{name} {_shown(given[name])}" for name in FORMS[form] if name in given]
    words, name = " ".join(values), FORM_NAMES[form]
    if not words:
        return name
    return Text(f"{name.zh}（{words}）", f"{name.en} ({words})")


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "/".join(f"{each:g}" for each in value)
    return f"{value:g}"


def _check(given: Mapping[str, Any], form: str) -> None:
    """Refuse what is missing or does not belong to the form.

    Parameters
    ----------
    given : mapping
        What is declared.
    form : str
        Its form.
    """
    if form not in FORMS:
        names = ", ".join(FORMS)
        raise OptionError(
            Text(f"没有这种衰减：{form}；可用：{names}", f"no such decay: {form}; known: {names}")
        )
    asked = FORMS[form]
    lacking = [name for name in asked if given.get(name) is None]
    other = [name for name in given if name not in (*asked, "form")]
    name = FORM_NAMES[form]
    if lacking:
        raise OptionError(
            Text(
                f"{name.zh}须给出 {', '.join(lacking)}；没有默认值，由规划者判断",
                f"{name.en} needs {', '.join(lacking)}: there is no default, it is a judgement of "
                "the planner's",
            )
        )
    if other:
        raise OptionError(
            Text(
                f"{name.zh}不用 {', '.join(other)}；它的参数：{', '.join(asked) or '无'}",
                f"{name.en} takes no {', '.join(other)}; its parameters: "
                f"{', '.join(asked) or 'none'}",
            )
        )
    wrong = [
        each
        for each in asked
        if each != "weights" and not (given[each] > 0 and math.isfinite(given[each]))
    ]
    if wrong:
        raise OptionError(
            Text(
                f"{name.zh}的 {wrong[0]} 应大于 0：{given[wrong[0]]}",
                f"{wrong[0]} of {name.en} must be above 0: {given[wrong[0]]}",
            )
        )


def _steps(breaks: Sequence[float], weights: Sequence[float]) -> Decay:
    if len(breaks) > 1 and not weights:
        raise OptionError(
            Text(
                "给了几个距离带，就须给出各带的权重 weights（由大到小，由规划者判断）；"
                "只给一个距离则不需要",
                "several reaches need a weight for each (weights, falling: a judgement of the "
                "planner's); a single one needs none",
            )
        )
    if weights and len(weights) != len(breaks):
        raise OptionError(
            Text(
                f"权重应与可达范围一一对应：给了 {len(weights)} 个权重、{len(breaks)} 个范围",
                f"weights must be one for each reach: {len(weights)} are given, and "
                f"{len(breaks)} reach(es)",
            )
        )
    if not weights:
        return coverage.Uniform(breaks[0])
    return coverage.Steps(breaks=tuple(breaks), weights=weights)
