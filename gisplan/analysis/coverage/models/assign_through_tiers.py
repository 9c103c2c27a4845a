"""Tiers of a network: from collection station to sorting centre to utilisation base."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.analysis.checks import (
    DEMAND,
    SITES,
    capacities,
    check_ids,
    check_limit,
    listed,
)
from gisplan.analysis.coverage.models.assign import Assignment, assign_within
from gisplan.analysis.pairs import among, within
from gisplan.errors import DataError, OptionError
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """One tier of a network.

    Attributes
    ----------
    name : str
        Value of the sites' column ``tier``.
    limit : float
        Greatest cost of the way to it from the tier below (from demand, for the first), in the
        unit of its pairs.
    passes_on : float, optional
        Share of what it takes that goes on to the next tier, above 0 and at most 1: its yield.
        Left out, all of it goes on, and the result says so.
    """

    name: str
    limit: float
    passes_on: float | None = None

    def __post_init__(self) -> None:
        check_limit(self.limit)
        if self.passes_on is not None and not 0 < self.passes_on <= 1:
            raise OptionError(
                Text(
                    f"层级 {self.name} 的 passes_on 应大于 0 且不超过 1：{self.passes_on}",
                    f"tier {self.name}: passes_on must be above 0 and at most 1: {self.passes_on}",
                )
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What goes through the tiers of a network.

    Attributes
    ----------
    assignments : mapping of str to Assignment
        Tier -> what was assigned to it; its demand is the sites of the tier below.
    balance : pandas.DataFrame
        One row a tier: ``tier``, ``arriving``, ``served``, ``unserved``, ``passed_on`` and
        ``kept`` (served, but not passed on; all of it in the last tier). Arriving is served and
        unserved; served is passed on and kept.
    notes : tuple of Text
        Sites of unknown capacity, and tiers whose yield is not known.
    """

    assignments: Mapping[str, Assignment]
    balance: pd.DataFrame
    notes: tuple[Text, ...]


def assign_through(
    demand: pd.DataFrame,
    sites: pd.DataFrame,
    links: Mapping[str, pd.DataFrame],
    *,
    tiers: Sequence[Tier],
    quantity: str = "weight",
) -> Chain:
    """Assign demand to the first tier, what that passes on to the second, and so forth.

    Each step is the least-cost assignment of :func:`gisplan.analysis.coverage.models.assign` on its
    own, given the step before. The chain as a whole need not be the cheapest.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id`` and the quantity.
    sites : pandas.DataFrame
        ``id``, ``tier``, ``capacity`` in the unit of the quantity (empty: unlimited).
    links : mapping of str to pandas.DataFrame
        Tier -> pairs that lead to it: ``demand`` (ids of demand for the first tier, of sites of
        the tier below for the others), ``site``, ``cost``. Others than those of the two tiers
        are passed over.
    tiers : sequence of Tier
        From the demand upward.
    quantity : str
        Number of ``demand`` to assign.

    Returns
    -------
    Chain
        What was assigned to each tier, and the balance.

    Raises
    ------
    DataError, OptionError
        If a table, a tier or a limit can't be used.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import Tier, assign_through
    >>> demand = pd.DataFrame({"id": ["a"], "weight": [60.0]})
    >>> sites = pd.DataFrame(
    ...     {"id": ["S", "P"], "tier": ["station", "plant"], "capacity": [50.0, 100.0]}
    ... )
    >>> links = {
    ...     "station": pd.DataFrame({"demand": ["a"], "site": ["S"], "cost": [4.0]}),
    ...     "plant": pd.DataFrame({"demand": ["S"], "site": ["P"], "cost": [80.0]}),
    ... }
    >>> tiers = [Tier(name="station", limit=10, passes_on=0.8), Tier(name="plant", limit=100)]
    >>> assign_through(demand, sites, links, tiers=tiers).balance
          tier  arriving  served  unserved  passed_on  kept
    0  station      60.0    50.0      10.0       40.0  10.0
    1    plant      40.0    40.0       0.0        0.0  40.0
    """
    own = _tier_sites(sites, tiers)
    room = sites.assign(capacity=capacities(sites))
    below = demand
    assignments: dict[str, Assignment] = {}
    rows: list[dict[str, object]] = []
    notes: list[Text] = []
    for number, tier in enumerate(tiers):
        kept = _links(links, tier, below, own[tier.name])
        target = room[room["tier"] == tier.name]
        step = assign_within(below, target, kept, quantity=quantity if number == 0 else "t_chain")
        assignments[tier.name] = step
        last = number == len(tiers) - 1
        share = 0.0 if last else (1.0 if tier.passes_on is None else tier.passes_on)
        if not last and tier.passes_on is None:
            notes.append(
                Text(
                    f"层级 {tier.name} 没有给出损耗，按全部送往下一级计",
                    f"tier {tier.name}: no yield is given, so all of it goes on",
                )
            )
        notes += step.notes
        rows.append(_balance(tier.name, step, share))
        passed = step.sites.assign(t_chain=step.sites["used"] * share)
        below = passed[["site", "t_chain"]].rename(columns={"site": "id"})
    return Chain(assignments=assignments, balance=pd.DataFrame(rows), notes=tuple(notes))


def _balance(name: str, step: Assignment, share: float) -> dict[str, object]:
    used = step.sites["used"].to_numpy(dtype=np.float64)
    served = math.fsum(used.tolist())
    passed = math.fsum((used * share).tolist())
    return {
        "tier": name,
        "arriving": math.fsum(step.demand["amount"].tolist()),
        "served": served,
        "unserved": math.fsum(step.demand["unserved"].tolist()),
        "passed_on": passed,
        "kept": served - passed,
    }


def covered_through(
    demand: pd.DataFrame,
    sites: pd.DataFrame,
    links: Mapping[str, pd.DataFrame],
    *,
    tiers: Sequence[Tier],
) -> pd.DataFrame:
    """Tell how far up the network each demand point is connected, each tier in its own reach.

    Parameters
    ----------
    demand : pandas.DataFrame
        With ``id``.
    sites : pandas.DataFrame
        ``id``, ``tier``.
    links : mapping of str to pandas.DataFrame
        As for :func:`assign_through`.
    tiers : sequence of Tier
        From the demand upward; capacities and yields play no part.

    Returns
    -------
    pandas.DataFrame
        ``demand`` and one boolean column for each tier, by its name: whether a site of it is
        reached through one of every tier below.

    Raises
    ------
    DataError, OptionError
        If a table, a tier or a limit can't be used.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import Tier, covered_through
    >>> demand = pd.DataFrame({"id": ["a", "b"]})
    >>> sites = pd.DataFrame({"id": ["S", "P"], "tier": ["station", "plant"]})
    >>> links = {
    ...     "station": pd.DataFrame({"demand": ["a"], "site": ["S"], "cost": [4.0]}),
    ...     "plant": pd.DataFrame({"demand": ["S"], "site": ["P"], "cost": [180.0]}),
    ... }
    >>> covered_through(
    ...     demand,
    ...     sites,
    ...     links,
    ...     tiers=[Tier(name="station", limit=10), Tier(name="plant", limit=100)],
    ... )
      demand  station  plant
    0      a     True  False
    1      b    False  False
    """
    check_ids(demand, layer=DEMAND)
    own = _tier_sites(sites, tiers)
    steps = []
    below = demand
    for tier in tiers:
        steps.append(_links(links, tier, below, own[tier.name]))
        below = own[tier.name]
    table = pd.DataFrame({"demand": demand["id"].to_numpy()})
    for top, tier in enumerate(tiers):
        reached = own[tier.name]["id"]
        for step in reversed(steps[: top + 1]):
            reached = step.loc[among(step["site"], reached), "demand"].drop_duplicates()
        table[tier.name] = among(table["demand"], reached)
    return table


def _tier_sites(sites: pd.DataFrame, tiers: Sequence[Tier]) -> dict[str, pd.DataFrame]:
    check_ids(sites, layer=SITES, columns=["tier"])
    names = [tier.name for tier in tiers]
    if not names or len(set(names)) != len(names):
        raise OptionError(
            Text(
                f"层级应至少一个且不重复：{names}",
                f"tiers must be one at least, each once: {names}",
            )
        )
    found = {name: sites[(sites["tier"] == name).fillna(False)] for name in names}
    lacking = [name for name, chosen in found.items() if chosen.empty]
    if lacking:
        zh, en = listed(lacking)
        raise DataError(
            Text(
                f"{SITES.zh}的列 tier 中没有层级：{zh}",
                f"{SITES.en}, column tier: no site of {en}",
            )
        )
    return found


def _links(
    links: Mapping[str, pd.DataFrame], tier: Tier, below: pd.DataFrame, sites: pd.DataFrame
) -> pd.DataFrame:
    if tier.name not in links:
        raise OptionError(
            Text(f"没有给出通往层级 {tier.name} 的可达关系", f"no pairs lead to tier {tier.name}")
        )
    pairs = links[tier.name]
    if "demand" not in pairs.columns or "site" not in pairs.columns:
        return within(pairs, below, limit=tier.limit)
    chosen = pairs[among(pairs["site"], sites["id"]) & among(pairs["demand"], below["id"])]
    if chosen.empty:
        return chosen[["demand", "site", "cost"]]
    return within(chosen, below, limit=tier.limit, sites=sites)
