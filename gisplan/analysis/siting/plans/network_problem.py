"""What a whole plan is chosen from, by position: demand by year, sites of all tiers, and legs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.analysis.checks import DEMAND, SITES, amounts, capacities, check_ids
from gisplan.analysis.siting.plans.menu import PlanTerms
from gisplan.arrays import Bools, Floats, Ints
from gisplan.errors import DataError
from gisplan.text import Text

#: Column of the distance to what is unwelcome; with ``.NAME``, of that to a layer by its name.
AWAY = "away_km"
#: Column of candidates: the plant that stands of which one is a new place.
MOVED_FROM = "moved_from"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlanProblem:
    """Demand by year, sites of all tiers with what may be done at each, and the legs between.

    Attributes
    ----------
    terms : PlanTerms
        What the plan must keep to.
    demand : pandas.Index
        Identifiers of the demand points, sorted.
    weight : numpy.ndarray of float64, shape (demand, years)
        What is needed.
    region : numpy.ndarray of int, shape (demand,)
        Position of the region of each point among ``regions``; -1 if it is in none.
    regions : pandas.Index
        Identifiers of the regions, sorted.
    sites : pandas.Index
        Identifiers of the sites, sorted.
    tier : numpy.ndarray of int, shape (sites,)
        Position of each site's tier.
    stands : numpy.ndarray of bool, shape (sites,)
        Whether a plant stands there; the others are candidates.
    room : numpy.ndarray of float64, shape (sites,)
        Capacity of the plants that stand: 0 where it, or whether the plant stood, is not known.
    most_room : numpy.ndarray of float64, shape (sites,)
        The same at most: infinite where the capacity is not known.
    extra : numpy.ndarray of float64, shape (sites,)
        What building at this candidate costs beyond the size.
    forced : numpy.ndarray of bool, shape (sites,)
        Candidates where something must be built.
    fixed : numpy.ndarray of bool, shape (sites,)
        Where nothing may be done: forbidden candidates, and plants that may not stand at all.
    away : tuple of str
        Layers of what is unwelcome; an empty name for one that has none.
    away_km : numpy.ndarray of float64, shape (sites, layers)
        Distance to what is unwelcome nearby, by layer; infinite where there is nothing.
    near : numpy.ndarray of float64, shape (sites,)
        How many are near each candidate, whom a plant there would burden; 0 where not told.
    moves : numpy.ndarray of int, shape (sites,)
        Position of the plant that stands of which this candidate is a new place; -1 of others.
    moved_room : numpy.ndarray of float64, shape (sites,)
        Capacity that the plant has there; NaN where it takes its own along.
    source : numpy.ndarray of int, shape (legs,)
        Where a leg begins: position of the demand point, or that of a site after all of them.
    target : numpy.ndarray of int, shape (legs,)
        Position of the site where it ends.
    km : numpy.ndarray of float64, shape (legs,)
        Length, in km (or minutes).
    """

    terms: PlanTerms
    demand: pd.Index
    weight: Floats
    region: Ints
    regions: pd.Index
    sites: pd.Index
    tier: Ints
    stands: Bools
    room: Floats
    most_room: Floats
    extra: Floats
    forced: Bools
    fixed: Bools
    away: tuple[str, ...]
    away_km: Floats
    near: Floats
    moves: Ints
    moved_room: Floats
    source: Ints
    target: Ints
    km: Floats

    @property
    def first(self) -> Bools:
        """Tell which legs begin at demand.

        Returns
        -------
        numpy.ndarray of bool, shape (legs,)
            The others begin at a site.
        """
        return self.source < len(self.demand)

    @property
    def reachable(self) -> Bools:
        """Tell which demand has a leg to a site from which the last tier can be reached.

        Returns
        -------
        numpy.ndarray of bool, shape (demand,)
            Whatever the capacities.
        """
        n, last = len(self.demand), len(self.terms.tiers) - 1
        through = self.tier == last
        later = ~self.first
        for _ in range(last):
            through = through.copy()
            through[self.source[later & through[self.target]] - n] = True
        found = np.zeros(n, dtype=bool)
        found[self.source[self.first & through[self.target]]] = True
        return found

    @classmethod
    def from_tables(
        cls,
        demand: pd.DataFrame,
        sites: pd.DataFrame,
        legs: pd.DataFrame,
        terms: PlanTerms,
        *,
        quantities: Sequence[str] = ("weight",),
    ) -> PlanProblem:
        """Join the tables of a plan by their identifiers.

        Parameters
        ----------
        demand : pandas.DataFrame
            ``id``, one quantity for each year (or one for all), and ``region`` if shares by
            region are asked for.
        sites : pandas.DataFrame
            ``id``, ``tier`` (name of one of the tiers), ``stands`` (whether a plant is there),
            ``capacity`` (of those that stand; empty: not known), and by need ``standing``
            (``unknown``: it may not stand), ``cost`` (beyond the size's), ``forced``,
            ``forbidden``, ``away_km`` (distance to what is unwelcome; ``away_km.NAME`` for that
            to a layer by its name), ``near`` (whom a plant there would burden), ``moved_from``
            (``id`` of the plant of which a candidate is a new place: nothing else is built there,
            ``cost`` is all that moving costs, and ``capacity`` is what the plant has there, its
            own if empty).
        legs : pandas.DataFrame
            ``from`` (id of a demand point, or of a site), ``to`` (id of a site), ``km``, and
            ``of``: ``demand`` or ``site``, what ``from`` is.
        terms : PlanTerms
            What the plan must keep to.
        quantities : sequence of str
            Columns of the demand, one a year, or one for all years.

        Returns
        -------
        PlanProblem
            Everything in the order of the identifiers.

        Raises
        ------
        DataError
            If a table is faulty, a quantity is not known or below 0, a size keeps away from a
            layer to which there is no distance, or what is moved is no plant of the tier that
            stands and of which it is known what it takes at the new place.

        Examples
        --------
        >>> import pandas as pd
        >>> from gisplan.analysis.siting.plans import Phase, PlanProblem, PlanTerms, PlanTier, Size
        >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [300.0, 100.0]})
        >>> sites = pd.DataFrame({"id": ["S"], "tier": ["plant"], "stands": [False]})
        >>> sites["capacity"] = None
        >>> legs = pd.DataFrame(
        ...     {"from": ["a", "b"], "to": ["S", "S"], "km": [4.0, 9.0], "of": "demand"}
        ... )
        >>> small = Size(name="small", capacity=350, cost=10)
        >>> terms = PlanTerms(
        ...     tiers=(PlanTier(name="plant", sizes=(small,)),), phases=(Phase(year=2030),)
        ... )
        >>> PlanProblem.from_tables(demand, sites, legs, terms).reachable
        array([ True,  True])
        """
        check_ids(demand, layer=DEMAND)
        check_ids(sites, layer=SITES, columns=["tier", "stands", "capacity"])
        demand = demand.assign(id=demand["id"].astype("str")).sort_values("id")
        sites = sites.assign(id=sites["id"].astype("str")).sort_values("id").reset_index(drop=True)
        who, where = pd.Index(demand["id"]), pd.Index(sites["id"])
        names = [tier.name for tier in terms.tiers]
        tier = pd.Index(names).get_indexer(pd.Index(sites["tier"].astype("str")))
        if (tier < 0).any():
            one = sites["tier"][tier < 0].iloc[0]
            raise DataError(
                Text(f"设施表中有未声明的层级：{one}", f"the sites have a tier not declared: {one}")
            )
        stands = sites["stands"].to_numpy(dtype=bool)
        maybe = np.zeros(len(sites), dtype=bool)
        if "standing" in sites:
            maybe = (sites["standing"] == "unknown").to_numpy(dtype=bool) & stands
        capacity = capacities(sites)
        known = ~np.isnan(capacity) & stands
        source, target, km = _legs(legs, who, where, tier)
        far = [str(one) for one in sites if str(one) == AWAY or str(one).startswith(f"{AWAY}.")]
        far = far or [AWAY]
        away = tuple(name[len(AWAY) + 1 :] for name in far)
        _require_layers(terms, away)
        codes, regions = _regions(demand)
        moves = _moves(sites, where, tier, stands & ~maybe)
        moved_room = np.where(moves >= 0, capacity, np.nan)
        if (np.isnan(moved_room) & (moves >= 0) & ~known[moves]).any():
            raise DataError(
                Text(
                    "搬迁的设施能力不详，新址也没有写能力（capacity）",
                    "the capacity of a plant that is moved is not known, nor that at its new place",
                )
            )
        weight = [_needed(demand, name) for name in quantities]
        return cls(
            terms=terms,
            demand=who,
            weight=np.stack(weight * (len(terms.phases) if len(weight) == 1 else 1), axis=1),
            region=codes,
            regions=regions,
            sites=where,
            tier=tier.astype(np.int64),
            stands=stands,
            room=np.where(known & ~maybe, capacity, 0.0),
            most_room=np.where(known, capacity, np.where(stands, np.inf, 0.0)),
            extra=np.where(stands, 0.0, _number(sites, "cost", 0.0)),
            forced=_flag(sites, "forced") & ~stands,
            fixed=(_flag(sites, "forbidden") & ~stands) | maybe,
            away=away,
            away_km=np.stack([_number(sites, name, np.inf) for name in far], axis=1),
            near=np.where(stands, 0.0, _number(sites, "near", 0.0)),
            moves=moves,
            moved_room=moved_room,
            source=source,
            target=target,
            km=km,
        )


def _require_layers(terms: PlanTerms, away: tuple[str, ...]) -> None:
    for tier in terms.tiers:
        for size in tier.sizes:
            for name in size.away_from:
                if name not in away and size.keeps_off(name) > 0:
                    raise DataError(
                        Text(
                            f"设施表中没有列 {AWAY}.{name}，规模 {size.name} 要避让它",
                            f"the sites have no column {AWAY}.{name}, from which size {size.name} "
                            "keeps away",
                        )
                    )


def _needed(demand: pd.DataFrame, name: str) -> Floats:
    values = amounts(demand, name)
    if np.isnan(values).any():
        raise DataError(
            Text(f"{DEMAND.zh}的 {name} 不详", f"{DEMAND.en}: {name} is not known of any point")
        )
    return values


def _moves(sites: pd.DataFrame, where: pd.Index, tier: Ints, there: Bools) -> Ints:
    if MOVED_FROM not in sites:
        return np.full(len(sites), -1, dtype=np.int64)
    asked = sites[MOVED_FROM].notna().to_numpy(dtype=bool)
    found = where.get_indexer(pd.Index(sites[MOVED_FROM].astype("str")))
    fit = (found >= 0) & there[found] & (tier[found] == tier) & ~there
    if (asked & ~fit).any():
        one = sites["id"][asked & ~fit].iloc[0]
        raise DataError(
            Text(
                f"{one} 的 {MOVED_FROM} 不是同一层级的现有设施",
                f"{one}: {MOVED_FROM} is no plant of the same tier that stands",
            )
        )
    return np.where(asked, found, -1).astype(np.int64)


def _flag(table: pd.DataFrame, name: str) -> Bools:
    if name not in table:
        return np.zeros(len(table), dtype=bool)
    given = table[name]
    return np.asarray(given.where(given.notna(), False).astype(bool), dtype=bool)


def _number(table: pd.DataFrame, name: str, usual: float) -> Floats:
    if name not in table:
        return np.full(len(table), usual)
    return np.asarray(table[name].astype("float64").fillna(usual), dtype=np.float64)


def _regions(demand: pd.DataFrame) -> tuple[Ints, pd.Index]:
    if "region" not in demand:
        return np.full(len(demand), -1, dtype=np.int64), pd.Index([], dtype="str")
    codes, names = pd.factorize(demand["region"], sort=True)
    return np.asarray(codes, dtype=np.int64), pd.Index(names)


def _legs(
    legs: pd.DataFrame, who: pd.Index, where: pd.Index, tier: Ints
) -> tuple[Ints, Ints, Floats]:
    if not (legs["of"] == "demand").any():
        raise DataError(
            Text(
                "没有任何设施能到达任何需求点", "no site reaches any demand point within its reach"
            )
        )
    begins = legs["from"].astype("str")
    of_site = (legs["of"] == "site").to_numpy(dtype=bool)
    source = np.where(
        of_site, where.get_indexer(pd.Index(begins)), who.get_indexer(pd.Index(begins))
    )
    target = where.get_indexer(pd.Index(legs["to"].astype("str")))
    km = legs["km"].to_numpy(dtype=np.float64)
    if (source < 0).any() or (target < 0).any() or not (km >= 0).all():
        raise DataError(
            Text(
                "路段表中有未知的编号，或长度为负或空",
                "the legs hold an unknown id, or a length that is negative or empty",
            )
        )
    # a leg from a site must go upward
    up = ~of_site | (tier[target] > np.where(of_site, tier[source % len(where)], -1))
    if not up.all():
        raise DataError(
            Text("路段应由下级通往上级", "a leg between sites must lead to a higher tier")
        )
    source = np.where(of_site, source + len(who), source)
    order = np.lexsort((target, source))
    return source[order].astype(np.int64), target[order].astype(np.int64), km[order]
