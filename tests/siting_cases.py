"""Small siting problems for the tests, made by Hypothesis, and the best choice by trying all."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, linprog, milp


@dataclass(frozen=True)
class Small:
    demand: pd.DataFrame
    sites: pd.DataFrame
    matrix: np.ndarray  # inf where there is no pair
    p: int
    budget: float | None
    spacing: pd.DataFrame
    apart: float | None

    @property
    def reach(self) -> pd.DataFrame:
        row, column = np.nonzero(np.isfinite(self.matrix))
        return pd.DataFrame(
            {
                "demand": self.demand["id"].to_numpy()[row],
                "site": self.sites["id"].to_numpy()[column],
                "cost": self.matrix[row, column],
            }
        )

    def choices(self, *, limited: bool = True) -> list[tuple[int, ...]]:
        """All choices of sites that keep to the rules."""
        m = len(self.sites)
        flag = {c: self.sites[c].to_numpy() for c in ("existing", "forced", "forbidden")}
        must = {j for j in range(m) if flag["existing"][j] or flag["forced"][j]}
        price = np.where(flag["existing"], 0.0, self.sites["cost"].to_numpy())
        ids = list(self.sites["id"])
        near = {
            frozenset((ids.index(a), ids.index(b)))
            for a, b, d in self.spacing.itertuples(index=False)
            if self.apart is not None and d < self.apart
        }
        out = []
        for size in range(m + 1):
            if limited and size > self.p:
                break
            for chosen in combinations(range(m), size):
                if not must <= set(chosen) or any(flag["forbidden"][j] for j in chosen):
                    continue
                if self.budget is not None and price[list(chosen)].sum() > self.budget:
                    continue
                clash = any(
                    frozenset(pair) in near
                    and not (flag["existing"][pair[0]] and flag["existing"][pair[1]])
                    for pair in combinations(chosen, 2)
                )
                if not clash:
                    out.append(chosen)
        return out


@st.composite
def small(draw: st.DrawFn, *, holes: bool = True, rules: bool = True) -> Small:
    n, m = draw(st.integers(1, 7)), draw(st.integers(1, 6))
    cell = st.integers(1, 30)
    cost = np.array(draw(st.lists(cell, min_size=n * m, max_size=n * m)), float).reshape(n, m)
    if holes:
        gone = draw(st.lists(st.integers(0, 4), min_size=n * m, max_size=n * m))
        cost[np.array(gone).reshape(n, m) == 0] = np.inf
        if not np.isfinite(cost).any():
            cost[0, 0] = 1.0
    kind = st.sampled_from(["", "", "", "existing", "forced", "forbidden"] if rules else [""])
    kinds = draw(st.lists(kind, min_size=m, max_size=m))
    if all(k == "forbidden" for k in kinds):
        kinds[0] = ""
    demand = pd.DataFrame(
        {
            "id": [f"d{i}" for i in draw(st.permutations(range(n)))],
            "weight": draw(st.lists(st.integers(1, 9), min_size=n, max_size=n)),
        }
    )
    sites = pd.DataFrame(
        {
            "id": [f"s{j}" for j in draw(st.permutations(range(m)))],
            "cost": draw(st.lists(st.integers(0, 40), min_size=m, max_size=m)),
            "capacity": draw(st.lists(st.integers(0, 30), min_size=m, max_size=m)),
            **{flag: [k == flag for k in kinds] for flag in ("existing", "forced", "forbidden")},
        }
    )
    must = sum(k in ("existing", "forced") for k in kinds)
    free = sum(k != "forbidden" for k in kinds)
    p = draw(st.integers(max(must, 1), free))
    forced = int(sites.loc[sites["forced"], "cost"].sum())
    budget = draw(st.none() | st.integers(forced, forced + 60)) if rules else None
    pairs = [
        (sites["id"][a], sites["id"][b], 5.0)
        for a, b in combinations(range(m), 2)
        if rules and not sites["forced"][a] and not sites["forced"][b] and draw(st.booleans())
    ][:3]
    spacing = pd.DataFrame(pairs, columns=["a", "b", "distance"])
    apart = draw(st.sampled_from([4.0, 6.0])) if pairs else None
    return Small(demand, sites, cost, p, budget, spacing, apart)


def transport(small: Small, chosen: tuple[int, ...], cost: np.ndarray) -> float:
    """Least cost of serving all demand from capacitated sites, demand split; inf if it can't."""
    if not chosen:
        return np.inf
    weight = small.demand["weight"].to_numpy(float)
    part = cost[:, list(chosen)]
    n, k = part.shape
    real = np.isfinite(part).ravel()
    serve = np.kron(np.eye(n), np.ones(k))
    load = np.kron(np.ones(n), np.eye(k))
    capacity = small.sites["capacity"].to_numpy(float)[list(chosen)]
    answer = linprog(
        np.where(real, part.ravel(), 0.0),
        A_ub=load,
        b_ub=capacity,
        A_eq=serve,
        b_eq=weight,
        bounds=[(0, None if ok else 0) for ok in real],
    )
    return float(answer.fun) if answer.status == 0 else np.inf


@dataclass(frozen=True)
class Extra:
    """What the classic programme keeps to beside the number of sites."""

    charge: np.ndarray | float = 0.0
    price: np.ndarray | float = 0.0
    budget: float = np.inf
    pairs: tuple[tuple[int, int], ...] = ()


def classic_p_median(cost: np.ndarray, p: int, extra: Extra | None = None) -> float:
    """The p-median by its classic programme over scipy's own solver; inf if infeasible."""
    extra = extra or Extra()
    n, m = cost.shape
    none = np.zeros(n * m)
    serve = np.hstack([np.zeros((n, m)), np.kron(np.eye(n), np.ones(m))])
    link = np.hstack([np.tile(-np.eye(m), (n, 1)), np.eye(n * m)])
    rows = [(np.ones(m), p), (np.broadcast_to(extra.price, m), extra.budget)]
    for pair in extra.pairs:
        row = np.zeros(m)
        row[list(pair)] = 1
        rows.append((row, 1))
    sites = np.array([np.concatenate([row, none]) for row, _ in rows])
    answer = milp(
        np.concatenate([np.broadcast_to(extra.charge, m), cost.ravel()]),
        constraints=[
            LinearConstraint(serve, 1, 1),
            LinearConstraint(link, -np.inf, 0),
            LinearConstraint(sites, -np.inf, [most for _, most in rows]),
        ],
        integrality=np.concatenate([np.ones(m), none]),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    assert answer.status in (0, 2)
    return float(answer.fun) if answer.status == 0 else np.inf
