"""How an industry is spread over regions, and a region over industries.

Formulas, assumptions and sources are in ``docs/clusters.md``.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtri

from gisplan.analysis.checks import require_columns
from gisplan.analysis.columns import VERDICT
from gisplan.analysis.industry.clusters.status import too_few, verdict
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.text import Text


def _quotients(given: Given) -> TableSpec:
    region = given.column("items", given["region"])
    industry = given.column("items", given["industry"])
    columns = (
        replace(region, name="region", required=True),
        industry if industry.name == "industry" else replace(industry, name="industry"),
        declare(
            "firms",
            "integer",
            ("本地该门类企业数", "Firms of it there"),
            depends={"items": "lower"},
        ),
        declare(
            "region_firms", "integer", ("本地企业数", "Firms there"), depends={"items": "lower"}
        ),
        declare(
            "industry_firms", "integer", ("该门类企业数", "Firms of it"), depends={"items": "lower"}
        ),
        declare(
            "lq", "number", ("区位商", "Location quotient"), derived=True, depends={"items": "open"}
        ),
        declare("low", "number", ("区间下限", "Low end"), derived=True, depends={"items": "open"}),
        declare(
            "high", "number", ("区间上限", "High end"), derived=True, depends={"items": "open"}
        ),
        declare(
            "kind",
            "text",
            ("判断", "Verdict"),
            required=True,
            labels={
                "above": ("高于全体", "above"),
                "below": ("低于全体", "below"),
                "neither": ("无显著差别", "neither"),
                "undecided": ("无法判断", "undecided"),
            },
            derived=True,
            depends={"items": "open"},
        ),
        *VERDICT,
    )
    vintage = given.layers["items"].vintage
    return TableSpec(
        columns=columns, key=("region", "industry"), vintage=vintage, rows_of=("items",)
    )


@analysis(
    "location_quotients",
    gives=_quotients,
    bounds={"confidence": (0, 1), "fewest": (1, None)},
)
def location_quotients(
    items: pd.DataFrame,
    *,
    region: str = "adcode",
    industry: str = "industry",
    confidence: float = 0.95,
    fewest: int = 5,
) -> Outcome:
    """Compare the share of an industry in a region with its share in all.

    LQ = (x / n) / (X / N), x of n firms in the region and X of N in all are of the industry. The
    interval is that of ln LQ by the delta method, with the region as a part of the whole
    (after Moineddin, Beyene and Boyle 2003, *On the location quotient confidence interval*,
    Geographical Analysis 35): firms are taken as drawn independently.

    Parameters
    ----------
    items : pandas.DataFrame
        One row a firm.
    region, industry : str
        Columns.
    confidence : float
        Between 0 and 1.
    fewest : int
        A region with fewer firms, or an industry with fewer, is ``undecided`` and has no index.

    Returns
    -------
    Outcome
        One row for each region and industry that both occur: ``region``, ``industry``, ``firms``
        (x), ``region_firms`` (n), ``industry_firms`` (X), ``lq``, ``low``, ``high``, ``kind``
        (``above`` if the interval is above 1, ``below``, ``neither``, ``undecided``),
        ``status``, ``reason_zh``, ``reason_en``. For x = 0 the low end is 0 and the high end the
        exact one of x / n.

    Raises
    ------
    OptionError
        If a column is missing or a parameter can't be.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.industry.clusters import location_quotients
    >>> firms = pd.DataFrame(
    ...     {
    ...         "adcode": ["A"] * 10 + ["B"] * 30,
    ...         "industry": ["recycling"] * 8
    ...         + ["other"] * 2
    ...         + ["recycling"] * 4
    ...         + ["other"] * 26,
    ...     }
    ... )
    >>> told = location_quotients(firms)
    >>> told.table[["region", "industry", "firms", "lq", "low", "high", "kind"]].round(2)
      region   industry  firms    lq   low  high   kind
    0      A      other      2  0.29  0.09  0.91  below
    1      A  recycling      8  2.67  1.93  3.68  above
    2      B      other     26  1.24  1.13  1.35  above
    3      B  recycling      4  0.44  0.23  0.84  below
    """
    require_columns(items, [region, industry])
    if not 0 < confidence < 1 or fewest < 1:
        raise OptionError(
            Text(
                "confidence 在 0 与 1 之间，fewest 不小于 1",
                "confidence is between 0 and 1, fewest 1 or more",
            )
        )
    known = items[[region, industry]].notna().all(axis=1)
    counts = pd.crosstab(items.loc[known, region], items.loc[known, industry])
    in_region, in_industry = counts.sum(axis=1), counts.sum(axis=0)
    whole = int(in_region.sum())
    rows: list[dict[str, Any]] = []
    for place in counts.index:
        for name in counts.columns:
            x, n, total = (
                int(counts.loc[place, name]),
                int(in_region[place]),
                int(in_industry[name]),
            )
            low, high = quotient_interval(x, n, total, whole, confidence)
            reason = None
            if n < fewest:
                reason = too_few(n, fewest, "本地企业", "firms in the region")
            elif total < fewest:
                reason = too_few(total, fewest, "该产业企业", "firms of the industry")
            elif whole == n:
                reason = Text("只有一个地区，无从比较", "one region only: nothing to compare with")
            kind = "above" if low > 1 else "below" if high < 1 else "neither"
            rows.append(
                {
                    "region": place,
                    "industry": name,
                    "firms": x,
                    "region_firms": n,
                    "industry_firms": total,
                    "lq": None if reason else (x * whole) / (n * total),
                    "low": None if reason else low,
                    "high": None if reason else high,
                    "kind": "undecided" if reason else kind,
                    **verdict(reason),
                }
            )
    names = ["region", "industry", "firms", "region_firms", "industry_firms", "lq", "low", "high"]
    names += ["kind", "status", "reason_zh", "reason_en"]
    table = pd.DataFrame(rows, columns=names)
    table = table.astype(dict.fromkeys(("lq", "low", "high"), "float64"))
    return Outcome(table, _left(int((~known).sum())))


def quotient_interval(
    x: int, n: int, total: int, whole: int, confidence: float
) -> tuple[float, float]:
    """Give the interval of a location quotient, see :func:`location_quotients`.

    Parameters
    ----------
    x : int
        Firms of the industry in the region.
    n : int
        Firms in the region.
    total : int
        Firms of the industry in all regions.
    whole : int
        Firms in all regions.
    confidence : float
        Share of such intervals that hold the true quotient, such as 0.95.

    Returns
    -------
    tuple of float
        Lower and upper end.
    """
    share = total / whole
    if x == 0:
        # Clopper and Pearson's upper end of 0 in n
        return 0.0, (1 - ((1 - confidence) / 2) ** (1 / n)) / share
    if n == whole:
        return 1.0, 1.0
    inside, outside = x / n, (total - x) / (whole - n)
    part = n / whole
    # d ln LQ by the share inside, and by that outside; the two are independent
    by_inside = 1 / inside - part / share
    by_outside = (1 - part) / share
    variance = by_inside**2 * inside * (1 - inside) / n
    variance += by_outside**2 * outside * (1 - outside) / (whole - n)
    reach = float(ndtri((1 + confidence) / 2)) * math.sqrt(variance)
    lq = inside / share
    return lq * math.exp(-reach), lq * math.exp(reach)


def herfindahl(shares: npt.ArrayLike) -> float:
    """Give the Herfindahl-Hirschman index, the sum of squared shares: 1/n to 1.

    Parameters
    ----------
    shares : array_like of float, shape (n,)
        Amounts of one sign; they are divided by their sum.

    Returns
    -------
    float
        The index; 1 if one has everything.

    Examples
    --------
    >>> from gisplan.analysis.industry.clusters.concentration import herfindahl
    >>> herfindahl([50, 30, 20])
    0.38
    """
    amounts = np.asarray(shares, dtype=np.float64)
    return float(((amounts / amounts.sum()) ** 2).sum())


def krugman(own: npt.ArrayLike, others: npt.ArrayLike) -> float:
    """Give Krugman's index of specialisation: the sum of |s - r| over industries, 0 to 2.

    Parameters
    ----------
    own, others : array_like of float, shape (industries,)
        Amounts in the region and in all others together (Krugman 1991, *Geography and Trade*).

    Returns
    -------
    float
        0 if the region has the mix of the others, 2 if they have no industry in common.
    """
    one, two = np.asarray(own, dtype=np.float64), np.asarray(others, dtype=np.float64)
    return float(np.abs(one / one.sum() - two / two.sum()).sum())


def ellison_glaeser(shares: npt.ArrayLike, base: npt.ArrayLike, plants: float) -> float:
    """Give Ellison and Glaeser's index of concentration.

    γ = (G - (1 - Σx²) H) / ((1 - Σx²)(1 - H)), G = Σ(s - x)² (Ellison and Glaeser 1997,
    *Geographic concentration in U.S. manufacturing industries*, J. Political Economy 105, eq. 5).

    Parameters
    ----------
    shares : array_like of float, shape (regions,)
        How the industry is spread over regions, the s of the formula.
    base : array_like of float, shape (regions,)
        How all industry is, the x.
    plants : float
        Herfindahl index of the sizes of the industry's firms, the H.

    Returns
    -------
    float
        0 if firms chose places as by throwing darts at x, whatever their sizes; above 0.05 is
        much (their words); NaN with a single firm or region.
    """
    s, x = np.asarray(shares, dtype=np.float64), np.asarray(base, dtype=np.float64)
    spread = 1 - float((x**2).sum())
    if plants >= 1 or spread <= 0:
        return math.nan
    raw = float(((s - x) ** 2).sum())
    return (raw - spread * plants) / (spread * (1 - plants))


def _concentration(given: Given) -> TableSpec:
    columns = (
        declare(
            "kind",
            "text",
            ("对象", "Of what"),
            required=True,
            labels={"industry": ("门类", "industry"), "region": ("地区", "region")},
        ),
        declare("of", "text", ("门类或地区", "Industry or region"), required=True),
        declare("firms", "integer", ("企业数", "Firms"), depends={"items": "lower"}),
        declare(
            "hhi",
            "number",
            ("赫芬达尔指数", "Herfindahl-Hirschman"),
            derived=True,
            depends={"items": "open"},
        ),
        declare(
            "krugman",
            "number",
            ("克鲁格曼专业化指数", "Krugman specialisation"),
            derived=True,
            depends={"items": "open"},
        ),
        declare(
            "ellison_glaeser",
            "number",
            ("埃里森—格莱泽指数", "Ellison-Glaeser"),
            derived=True,
            depends={"items": "open"},
        ),
        *VERDICT,
    )
    vintage = given.layers["items"].vintage
    return TableSpec(columns=columns, key=("kind", "of"), vintage=vintage, rows_of=("items",))


@analysis("industry_concentration", gives=_concentration, bounds={"fewest": (1, None)})
def industry_concentration(
    items: pd.DataFrame,
    *,
    region: str = "adcode",
    industry: str = "industry",
    size: str | None = None,
    fewest: int = 5,
) -> Outcome:
    """Tell how concentrated each industry is, and how specialised each region.

    Parameters
    ----------
    items : pandas.DataFrame
        One row a firm.
    region, industry : str
        Columns.
    size : str, optional
        Column with the size of a firm (jobs, output); firms without are left out. Each counts 1
        if it is left out.
    fewest : int
        An industry or region with fewer firms is ``undecided``, and has no index.

    Returns
    -------
    Outcome
        One row for each industry and each region: ``kind`` (``industry`` or ``region``), ``of``,
        ``firms``, ``hhi`` (of an industry over regions, of a region over industries),
        ``krugman`` (regions, against all others together), ``ellison_glaeser`` (industries),
        ``status``, ``reason_zh``, ``reason_en``.

    Raises
    ------
    OptionError
        If a column is missing.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.industry.clusters import industry_concentration
    >>> firms = pd.DataFrame(
    ...     {
    ...         "adcode": ["A"] * 8 + ["B"] * 8,
    ...         "industry": (["recycling"] * 6 + ["other"] * 2)
    ...         + (["recycling"] * 2 + ["other"] * 6),
    ...     }
    ... )
    >>> told = industry_concentration(firms)
    >>> told.table[["kind", "of", "firms", "hhi"]].round(3)
           kind         of  firms    hhi
    0  industry      other      8  0.625
    1  industry  recycling      8  0.625
    2    region          A      8  0.625
    3    region          B      8  0.625
    """
    require_columns(items, [region, industry, *([size] if size else [])])
    sizes = pd.to_numeric(items[size], errors="coerce") if size else pd.Series(1.0, items.index)
    known = items[[region, industry]].notna().all(axis=1) & (sizes > 0)
    firms = items.loc[known, [region, industry]].assign(_size=sizes[known])
    amounts = firms.pivot_table(
        index=region, columns=industry, values="_size", aggfunc="sum", fill_value=0.0
    )
    base = amounts.sum(axis=1) / amounts.to_numpy().sum()
    rows: list[dict[str, Any]] = []
    for name, own in firms.groupby(industry):
        row = _row("industry", name, len(own), fewest)
        if row["reason_en"] is None:
            column = amounts[name]
            row["hhi"] = herfindahl(column)
            row["ellison_glaeser"] = ellison_glaeser(
                column / column.sum(), base, herfindahl(own["_size"])
            )
        rows.append(row)
    for name, own in firms.groupby(region):
        row = _row("region", name, len(own), fewest)
        others = amounts.drop(index=name).sum()
        if row["reason_en"] is None:
            row["hhi"] = herfindahl(amounts.loc[name])
            if others.sum() > 0:
                row["krugman"] = krugman(amounts.loc[name], others)
        rows.append(row)
    names = ["kind", "of", "firms", "hhi", "krugman", "ellison_glaeser"]
    names += ["status", "reason_zh", "reason_en"]
    table = pd.DataFrame(rows, columns=names)
    table = table.astype(dict.fromkeys(("hhi", "krugman", "ellison_glaeser"), "float64"))
    return Outcome(table, _left(int((~known).sum())))


def _row(kind: str, of: object, firms: int, fewest: int) -> dict[str, Any]:
    reason = None if firms >= fewest else too_few(firms, fewest, "企业", "firms")
    return {"kind": kind, "of": str(of), "firms": firms, **verdict(reason)}


def _left(count: int) -> tuple[Text, ...]:
    if not count:
        return ()
    return (
        Text(
            f"{count} 家企业缺少地区、产业或规模，未计入",
            f"{count} firm(s) lack a region, an industry or a size and are left out",
        ),
    )
