"""Small whole plans for the tests, made by Hypothesis, and the best plan by trying all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise, product
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume
from hypothesis import strategies as st
from scipy.optimize import linprog

from gisplan.analysis.siting.plans import (
    Charges,
    Phase,
    PlanProblem,
    PlanTerms,
    PlanTier,
    Size,
)


@dataclass(frozen=True)
class Tried:
    """One way of doing it: by site, what stands and takes how much in each year; and its cost."""

    room: np.ndarray  # year x site
    least: np.ndarray  # year x site
    spent: np.ndarray  # by year
    invested: np.ndarray  # until the year
    yearly: np.ndarray  # by year
    built: dict[str, int]


@dataclass(frozen=True)
class SmallPlan:
    demand: pd.DataFrame
    sites: pd.DataFrame
    legs: pd.DataFrame
    terms: PlanTerms
    quantities: list[str]
    known: dict = field(default_factory=dict, compare=False, repr=False)

    @property
    def problem(self) -> PlanProblem:
        return PlanProblem.from_tables(
            self.demand, self.sites, self.legs, self.terms, quantities=self.quantities
        )

    def ways(self) -> Iterator[Tried]:
        """All ways that keep to budgets, numbers and rules; demand is not looked at."""
        years = len(self.terms.phases)
        tiers = {tier.name: tier for tier in self.terms.tiers}
        for done in product(*(self._of_site(row, tiers) for row in self.sites.itertuples())):
            if not self._moves_fit([one[5] for one in done]):
                continue
            room, least = (np.stack([one[k] for one in done], axis=1) for k in (0, 1))
            spent, yearly = (np.sum([one[k] for one in done], axis=0) for k in (2, 3))
            built = dict.fromkeys(tiers, 0)
            for one, tier in zip(done, self.sites["tier"], strict=True):
                built[tier] += one[4]
            if any(t.new is not None and built[t.name] > t.new for t in self.terms.tiers):
                continue
            if not self._affordable(spent, years):
                continue
            yield Tried(room, least, spent, np.cumsum(spent), yearly, built)

    def _origin(self, row) -> str | None:
        origin = getattr(row, "moved_from", None)
        return origin if isinstance(origin, str) else None

    def _moves_fit(self, moved: list[int | None]) -> bool:
        """A plant leaves when it takes one of its new places, and only then."""
        rows = list(self.sites.itertuples())
        for row, left in zip(rows, moved, strict=True):
            taken = [
                year
                for other, year in zip(rows, moved, strict=True)
                if self._origin(other) == row.id and year is not None
            ]
            if row.stands and taken != ([] if left is None else [left]):
                return False
        return True

    def _affordable(self, spent: np.ndarray, years: int) -> bool:
        left = 0.0
        for t in range(years):
            budget = self.terms.phases[t].budget
            if budget is None:
                return True  # the cases give a budget to each year or to none
            left = budget - spent[t] + (left if self.terms.carry else 0.0)
            if left < -1e-9:
                return False
        return True

    def _of_site(self, row, tiers):
        tier, years = tiers[row.tier], len(self.terms.phases)
        builds = [s for s in tier.sizes if s.action == "build"]
        grows = [s for s in tier.sizes if s.action == "enlarge"]
        begins = [(None, years)]
        moving = self._origin(row)
        if row.stands:
            begins = [(None, -1)]
        elif moving:
            own = self.sites.set_index("id")["capacity"][moving]
            takes = own if np.isnan(row.capacity) else row.capacity
            least = tier.least
            size = SimpleNamespace(capacity=takes, cost=0, yearly=tier.keep, least=least, moves=1)
            begins += [(size, t) for t in range(years)]
            if row.forced:
                begins = begins[1:]
        elif not row.forbidden:
            begins += [(s, t) for s in builds for t in range(years)]
            if row.forced:
                begins = begins[1:]
        for size, begin in begins:
            ends = [(years, False)]
            if row.stands and tier.close is not None:
                ends += [(t, False) for t in range(years)]
            if row.stands and any(
                self._origin(other) == row.id for other in self.sites.itertuples()
            ):
                ends += [(t, True) for t in range(years)]
            for shut, leaves in ends:
                free = [t for t in range(years) if t >= begin] if begin < years else []
                per_year = [[None, *grows] if t in free else [None] for t in range(years)]
                for growth in product(*per_year):
                    if shut < years and any(growth):
                        continue
                    yield self._schedule(row, tier, (size, begin), (shut, leaves), growth)

    def _schedule(self, row, tier, built, end, growth):
        size, begin = built
        shut, leaves = end
        years = len(self.terms.phases)
        room, least, spent, yearly = (np.zeros(years) for _ in range(4))
        for t in range(years):
            if row.stands and t < shut:
                room[t] += row.capacity
                least[t] += tier.least * row.capacity
                yearly[t] += tier.keep
            if size is not None and t >= begin:
                room[t] += size.capacity
                least[t] += size.least * size.capacity
                yearly[t] += size.yearly
            for s in growth[: t + 1]:
                if s is not None:
                    room[t] += s.capacity
                    least[t] += s.least * s.capacity
                    yearly[t] += s.yearly
            spent[t] += growth[t].cost if growth[t] is not None else 0.0
            if size is not None and t == begin:
                spent[t] += size.cost + row.cost
            if t == shut and not leaves:
                spent[t] += tier.close
        moves = hasattr(size, "moves")
        year = shut if leaves else begin if moves else None
        return room, least, spent, yearly, int(size is not None and not moves), year

    def flows(self, tried: Tried, t: int, *, per_leg: np.ndarray, need: np.ndarray | None) -> float:
        """The least of a figure over the flows of a year; infinite where there are none.

        ``need``: what each point must have served (none: what it may, at most its demand).
        """
        key = (t, *tried.room[t], *tried.least[t], *per_leg, None if need is None else tuple(need))
        if key not in self.known:
            self.known[key] = self._flows(tried, t, per_leg=per_leg, need=need)
        return self.known[key]

    def _flows(
        self, tried: Tried, t: int, *, per_leg: np.ndarray, need: np.ndarray | None
    ) -> float:
        if (tried.least[t] > tried.room[t] + 1e-12).any():
            return np.inf
        out, a_ub, b_ub, a_eq = self._rows(tried, t)
        if need is not None:
            a_ub, b_ub = np.vstack([a_ub, -out]), np.concatenate([b_ub, -need])
        found = linprog(per_leg, A_ub=a_ub, b_ub=b_ub, **a_eq)
        return float(found.fun) if found.status == 0 else np.inf

    def _rows(self, tried: Tried, t: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, dict]:
        """What leaves each point, by leg; and the rows of demand, capacity, use and losses."""
        n, m, legs = len(self.demand), len(self.sites), len(self.legs)
        who, where = list(self.demand["id"]), list(self.sites["id"])
        weight = self.demand[self.quantities[t % len(self.quantities)]].to_numpy(dtype=float)
        out, into, pass_rows = (np.zeros((k, legs)) for k in (n, m, m))
        tiers = {tier.name: (k, tier) for k, tier in enumerate(self.terms.tiers)}
        last = len(tiers) - 1
        for a, leg in enumerate(
            self.legs.rename(columns={"from": "begin"}).itertuples(index=False)
        ):
            j = where.index(leg.to)
            into[j, a] = 1
            k, tier = tiers[self.sites["tier"].iloc[j]]
            if k < last:
                pass_rows[j, a] -= tier.passes_on
            if leg.of == "demand":
                out[who.index(leg.begin), a] = 1
            else:
                pass_rows[where.index(leg.begin), a] += 1
        middle = [j for j in range(m) if tiers[self.sites["tier"].iloc[j]][0] < last]
        a_eq, b_eq = pass_rows[middle], np.zeros(len(middle))
        a_ub = np.vstack([out, into, -into])
        b_ub = np.concatenate([weight, tried.room[t], -tried.least[t]])
        return out, a_ub, b_ub, {"A_eq": a_eq, "b_eq": b_eq} if middle else {}

    def most_served(self, tried: Tried, t: int) -> float:
        """The most that can be served in a year; below 0 where least uses can't be met."""
        return -self.flows(
            tried, t, per_leg=-(self.legs["of"] == "demand").to_numpy(dtype=float), need=None
        )

    def least_share(self, tried: Tried, t: int) -> float:
        """The greatest least share among the regions with demand; below 0 as ``most_served``."""
        if (tried.least[t] > tried.room[t] + 1e-12).any():
            return -np.inf
        out, a_ub, b_ub, a_eq = self._rows(tried, t)
        weight = self.demand[self.quantities[t % len(self.quantities)]].to_numpy(dtype=float)
        regions = sorted(set(self.demand["region"][weight > 0]))
        mine = np.array([self.demand["region"] == one for one in regions]).reshape(-1, len(weight))
        # the last variable is the least share: no region sends less of its demand
        a_ub = np.vstack([a_ub, -(mine.astype(float) @ out)])
        share = np.concatenate([np.zeros(len(b_ub)), mine @ weight])
        b_ub = np.concatenate([b_ub, np.zeros(len(regions))])
        if a_eq:
            a_eq = {**a_eq, "A_eq": np.column_stack([a_eq["A_eq"], np.zeros(len(a_eq["b_eq"]))])}
        cost = np.append(np.zeros(out.shape[1]), -1.0)
        bounds = [(0, None)] * out.shape[1] + [(0, 1)]
        found = linprog(cost, A_ub=np.column_stack([a_ub, share]), b_ub=b_ub, bounds=bounds, **a_eq)
        return -float(found.fun) if found.status == 0 else -np.inf


def cost_or_way(case: SmallPlan, tried: Tried, t: int) -> float:
    """The least cost or way of a year with all served that can be reached, as the aim has it."""
    reachable = case.problem.reachable
    ids = list(case.problem.demand)
    charges, terms = case.terms.charges, case.terms
    km = case.legs["km"].to_numpy(dtype=float)
    tier = case.sites.set_index("id")["tier"].to_dict()
    per = {t.name: t.per_tonne for t in terms.tiers}
    fee = np.array([per[tier[j]] for j in case.legs["to"]], dtype=float)
    per_leg = km if terms.aim == "way" else charges.transport * km + fee
    weight = case.demand[case.quantities[t]].to_numpy(dtype=float)
    need = np.where([reachable[ids.index(i)] for i in case.demand["id"]], weight, 0.0)
    value = case.flows(tried, t, per_leg=per_leg, need=need)
    if terms.aim == "cost":
        value += charges.annuity * tried.invested[t] + tried.yearly[t]
    return value


def best_coverage(case: SmallPlan) -> float:
    """The most served, weighted by year; minus infinity where nothing will do."""
    weight = [phase.weight for phase in case.terms.phases]
    best = -np.inf
    for tried in case.ways():
        served = [case.most_served(tried, t) for t in range(len(weight))]
        if np.isinf(served).any():
            continue
        best = max(best, float(np.dot(weight, served)))
    return best


def kept(case: SmallPlan, plan) -> None:
    """What is told of a plan adds up, and breaks no rule."""
    sites, flows, years = plan.sites, plan.flows, plan.years
    assert (sites["used"] <= sites["capacity"] * (1 + 1e-7) + 1e-6).all()
    taken = flows.groupby(["year", "to"])["amount"].sum()
    told = sites.set_index(["year", "site"])["used"]
    assert taken.to_numpy() == pytest.approx(told.reindex(taken.index).to_numpy(), abs=1e-5)
    own = flows[flows["from"].isin(case.demand["id"])]
    served = own.groupby("year")["amount"].sum().reindex(years["year"]).fillna(0.0)
    assert served.to_numpy() == pytest.approx(years["served"].to_numpy(), abs=1e-5)
    spent = plan.actions.groupby("year")["cost"].sum().reindex(years["year"]).fillna(0.0)
    assert spent.to_numpy() == pytest.approx(years["spent"].to_numpy())
    tier = case.sites.set_index("id")["tier"]
    for t in case.terms.tiers[:-1]:
        arrived = flows[flows["to"].map(tier) == t.name].groupby(["year", "to"])["amount"].sum()
        left = flows[~flows["from"].isin(case.demand["id"])]
        left = left[left["from"].map(tier) == t.name].groupby(["year", "from"])["amount"].sum()
        assert (arrived * t.passes_on).to_numpy() == pytest.approx(
            left.reindex(arrived.index).fillna(0.0).to_numpy(), abs=1e-5
        )


def least_of(case: SmallPlan, figure: str) -> float:
    """The least cost or way with all served that can be reached."""
    asked = replace(case, terms=replace(case.terms, aim=figure))
    best = np.inf
    for tried in case.ways():
        values = [cost_or_way(asked, tried, t) for t in range(len(case.terms.phases))]
        if not np.isinf(values).any():
            best = min(best, float(np.dot([p.weight for p in case.terms.phases], values)))
    return best


def _sizes(draw: st.DrawFn, action: str, most: int) -> list[Size]:
    return [
        Size(
            name=f"{action}{k}",
            action=action,  # type: ignore[arg-type]
            capacity=draw(st.integers(1, 12)),
            cost=draw(st.integers(0, 6)),
            least=draw(st.sampled_from([0.0, 0.0, 0.5, 1.0])),
            yearly=draw(st.integers(0, 3)),
        )
        for k in range(draw(st.integers(1 if action == "build" else 0, most)))
    ]


@st.composite
def small_plans(
    draw: st.DrawFn,
    *,
    tiers: int = 1,
    years: int = 2,
    single: bool = False,
    moves: bool = False,
):
    n, m = draw(st.integers(1, 3)), draw(st.integers(tiers, tiers + (years == 1)))
    quantities = [f"t{t}" for t in range(years)]
    demand = pd.DataFrame({"id": [f"d{i}" for i in range(n)]})
    demand["region"] = draw(st.lists(st.sampled_from(["A", "B"]), min_size=n, max_size=n))
    for name in quantities:
        demand[name] = draw(st.lists(st.integers(0, 9), min_size=n, max_size=n))
    names = [f"tier{k}" for k in range(tiers)]
    of = names + [draw(st.sampled_from(names)) for _ in range(m - tiers)]
    stands = [draw(st.booleans()) for _ in range(m)]
    sites = pd.DataFrame(
        {
            "id": [f"s{j}" for j in range(m)],
            "tier": of,
            "stands": stands,
            "capacity": [float(draw(st.integers(0, 10))) if here else np.nan for here in stands],
            "cost": [float(draw(st.integers(0, 2))) for _ in range(m)],
            "forced": [draw(st.integers(0, 7)) == 0 for _ in range(m)],
            "forbidden": False,
        }
    )
    sites.loc[sites["stands"], ["cost"]] = 0.0
    sites.loc[sites["stands"], ["forced"]] = False
    if moves:
        more = [
            {
                "id": f"m{k}",
                "tier": names[-1],
                "stands": False,
                "capacity": draw(st.sampled_from([np.nan, np.nan, 4.0, 12.0])),
                "cost": float(draw(st.integers(0, 4))),
                "forced": draw(st.integers(0, 7)) == 0,
                "forbidden": False,
                "moved_from": f"s{m - 1}",
            }
            for k in range(draw(st.integers(1, 2)))
        ]
        stood = {"tier": names[-1], "stands": True, "capacity": 9.0, "cost": 0.0, "forced": False}
        sites.loc[m - 1, list(stood)] = list(stood.values())
        sites = pd.concat([sites.assign(moved_from=None), pd.DataFrame(more)], ignore_index=True)
    rows = [
        {"from": i, "to": j, "km": draw(st.integers(1, 9)), "of": "demand"}
        for i in demand["id"]
        for j in sites["id"][sites["tier"] == names[0]]
        if draw(st.integers(0, 3))
    ]
    rows += [
        {"from": a, "to": b, "km": draw(st.integers(1, 9)), "of": "site"}
        for low, high in pairwise(names)
        for a in sites["id"][sites["tier"] == low]
        for b in sites["id"][sites["tier"] == high]
        if draw(st.integers(0, 3))
    ]
    legs = pd.DataFrame(rows, columns=["from", "to", "km", "of"])
    assume((legs["of"] == "demand").any())
    menus = [
        PlanTier(
            name=name,
            sizes=(*_sizes(draw, "build", 2), *_sizes(draw, "enlarge", 1)),
            passes_on=draw(st.sampled_from([1.0, 0.5])),
            new=draw(st.sampled_from([None, None, 1])),
            close=draw(st.sampled_from([None, 1.0])),
            keep=draw(st.integers(0, 2)),
            least=draw(st.sampled_from([0.0, 0.0, 0.5])),
            per_tonne=draw(st.integers(0, 2)),
        )
        for name in names
    ]
    limited = draw(st.booleans())
    phases = [
        Phase(
            year=2025 + t,
            budget=float(draw(st.integers(0, 10))) if limited else None,
            weight=draw(st.sampled_from([1.0, 1.0, 2.0])),
        )
        for t in range(years)
    ]
    terms = PlanTerms(
        tiers=tuple(menus),
        phases=tuple(phases),
        carry=draw(st.booleans()),
        single=single,
        charges=Charges(transport=draw(st.integers(0, 2)), life=10, interest=0.05),
    )
    return SmallPlan(demand, sites, legs, terms, quantities)
