"""Roads cut into short pieces, with the least cost of coming to both ends of each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.analysis.travel.points import earth_centred, lon_lat_of
from gisplan.analysis.travel.road_network import SAME, Network
from gisplan.analysis.travel.road_search import LeastCosts
from gisplan.analysis.travel.roads import RoadGraph
from gisplan.analysis.travel.snap_to_roads import between_ends
from gisplan.analysis.travel.trip import Trip
from gisplan.arrays import Bools, Floats, Ints


@dataclass(frozen=True)
class RoadPieces:
    """Short straight pieces of road, and the least cost at both their ends.

    Attributes
    ----------
    lon : (n, 2) floats
        Longitudes of their ends, degrees.
    lat : (n, 2) floats
        Latitudes of their ends, degrees.
    cost : (n, 2) floats
        From the nearest site; infinite where nobody comes.
    edge : (n,) integers
        The edge that each is of.
    """

    lon: Floats
    lat: Floats
    cost: Floats
    edge: Ints

    @property
    def space(self) -> Floats:
        """Where their middles are, earth-centred.

        Returns
        -------
        (n, 3) floats
            Metres.
        """
        return earth_centred(self.lon.mean(axis=1), self.lat.mean(axis=1))

    def take(self, some: Bools) -> RoadPieces:
        """Give some of them.

        Parameters
        ----------
        some : (n,) bools
            Which.

        Returns
        -------
        RoadPieces
            In the same order.
        """
        return RoadPieces(self.lon[some], self.lat[some], self.cost[some], self.edge[some])


def reached_edges(network: Network, reach: LeastCosts, limit: float) -> Ints:
    """Give the edges on which there is a place that can be reached.

    Parameters
    ----------
    network : Network
        Edges.
    reach : LeastCosts
        Least costs.
    limit : float
        Greatest cost.

    Returns
    -------
    array of int
        Positions of the edges, rising.
    """
    # At a crossing one is on the ends of all its roads, though none of them may lead from it.
    come = np.minimum(reach.cost[network.start], reach.cost[network.end]) < limit
    come[reach.feet.edge] = True
    return np.flatnonzero(come)


def cut_in_pieces(
    graph: RoadGraph, network: Network, reach: LeastCosts | None, edges: Ints, spacing: float
) -> RoadPieces:
    """Cut some edges into pieces, along which the least cost rises or falls evenly.

    Parameters
    ----------
    graph : RoadGraph
        The roads.
    network : Network
        Their edges in the direction of the search.
    reach : LeastCosts or None
        Least costs; nobody comes to any of these edges if None.
    edges : array of int
        Positions of the edges, rising.
    spacing : float
        Greatest length of a piece, metres.

    Returns
    -------
    RoadPieces
        In the order of the edges.
    """
    if not edges.size:
        return RoadPieces(np.zeros((0, 2)), np.zeros((0, 2)), np.zeros((0, 2)), edges)
    table = graph.noded.segments
    first, last = np.searchsorted(table["edge"].to_numpy(), [edges, edges + 1])
    count = last - first
    rows = np.repeat(first - (np.cumsum(count) - count), count) + np.arange(count.sum())
    chosen = table.take(rows)
    length = chosen["length_m"].to_numpy()
    # All segments stand behind each other on one line: where each starts on it.
    at = np.r_[0.0, np.cumsum(length)]
    base = at[np.cumsum(count) - count]
    knots = _knots(network, reach, edges) if reach is not None else None
    parts = np.maximum(np.ceil(length / spacing), 1).astype(np.int64)
    of = np.repeat(np.arange(parts.size), parts)
    turn = np.arange(of.size) - np.repeat(np.cumsum(parts) - parts, parts)
    marks = [at[of] + turn / parts[of] * length[of], at[-1:]]
    if knots is not None:
        marks += [base[knots["place"]] + knots[name].fillna(0.0) for name in ("before", "turn")]
    cuts = np.unique(np.concatenate(marks))
    cuts = cuts[np.r_[True, np.diff(cuts) > 1e-6]] if cuts.size else cuts
    begin, end = cuts[:-1], cuts[1:]
    segment = np.clip(np.searchsorted(at, (begin + end) / 2, side="right") - 1, 0, length.size - 1)
    tips = [
        earth_centred(chosen[lon].to_numpy()[segment], chosen[lat].to_numpy()[segment])
        for lon, lat in (("lon", "lat"), ("lon_end", "lat_end"))
    ]
    places = []
    for mark in (begin, end):
        share = np.clip((mark - at[segment]) / np.maximum(length[segment], 1e-9), 0.0, 1.0)
        places.append(lon_lat_of(between_ends(tips[0], tips[1], share)))
    lon, lat = (np.column_stack([place[axis] for place in places]) for axis in (0, 1))
    cost = np.full((begin.size, 2), np.inf)
    if knots is not None:
        start = base[knots["place"].to_numpy()] + knots["before"].to_numpy()
        which = np.searchsorted(start, (begin + end) / 2, side="right") - 1
        edge = edges[knots["place"].to_numpy()[which]]
        pace = network.pace[edge]
        stop = base[knots["place"].to_numpy()] + knots["after"].to_numpy()
        for column, mark in enumerate((begin, end)):
            come = np.where(
                network.along[edge],
                knots["cost_before"].to_numpy()[which] + (mark - start[which]) * pace,
                np.inf,
            )
            back = np.where(
                network.against[edge],
                knots["cost_after"].to_numpy()[which] + (stop[which] - mark) * pace,
                np.inf,
            )
            cost[:, column] = np.minimum(come, back)
        # At a crossing or a site one is there, whichever way the road leads from it.
        for column, name, at_end in (
            (0, "cost_before", begin - start[which] < SAME),
            (1, "cost_after", stop[which] - end < SAME),
        ):
            there = np.where(at_end, knots[name].to_numpy()[which], np.inf)
            cost[:, column] = np.minimum(cost[:, column], there)
    return RoadPieces(lon, lat, cost, chosen["edge"].to_numpy()[segment])


def _knots(network: Network, reach: LeastCosts, edges: Ints) -> pd.DataFrame:
    """Cut edges at the feet of sites: what lies between has least costs from its ends alone.

    Parameters
    ----------
    network : Network
        Edges.
    reach : LeastCosts
        Least costs.
    edges : array of int
        Positions of the edges, rising.

    Returns
    -------
    pandas.DataFrame
        By stretch, in order: ``place`` (position in ``edges``), ``before`` and ``after`` (metres
        from the edge's start), ``cost_before``, ``cost_after``, and ``turn``: where it costs the
        same from both ends, missing if nowhere.
    """
    own = np.flatnonzero(np.isin(reach.feet.edge, edges))
    every = np.arange(edges.size)
    place = np.concatenate([every, np.searchsorted(edges, reach.feet.edge[own]), every])
    length = network.length[edges]
    offset = np.minimum(reach.feet.offset[own], network.length[reach.feet.edge[own]])
    offset = np.concatenate([np.zeros(edges.size), offset, length])
    cost = np.concatenate(
        [reach.cost[network.start[edges]], reach.feet.leg[own], reach.cost[network.end[edges]]]
    )
    rank = np.repeat([0, 1, 2], [edges.size, own.size, edges.size])
    order = np.lexsort((rank, offset, place))
    place, offset, cost, rank = place[order], offset[order], cost[order], rank[order]
    begin = np.flatnonzero(rank < 2)
    edge = edges[place[begin]]
    before, after = offset[begin], offset[begin + 1]
    come, back = cost[begin], cost[begin + 1]
    both = network.along[edge] & network.against[edge] & np.isfinite(come) & np.isfinite(back)
    with np.errstate(invalid="ignore"):
        turn = ((back - come) / network.pace[edge] + before + after) / 2
    return pd.DataFrame(
        {
            "place": place[begin],
            "before": before,
            "after": after,
            "cost_before": come,
            "cost_after": back,
            "turn": np.where(both & (turn > before) & (turn < after), turn, np.nan),
        }
    )


def with_rivals(
    graph: RoadGraph,
    network: Network,
    reached: RoadPieces,
    edges: Ints,
    spacing: float,
    *,
    trip: Trip,
    limit: float,
) -> RoadPieces:
    """Add the roads near those that are reached: what lies nearest to them is theirs.

    Parameters
    ----------
    graph : RoadGraph
        The roads.
    network : Network
        Their edges in the direction of the search.
    reached : RoadPieces
        Pieces of the edges that are reached.
    edges : array of int
        These edges.
    spacing : float
        Greatest length of a piece, metres.
    trip : Trip
        How one gets there.
    limit : float
        Greatest cost.

    Returns
    -------
    RoadPieces
        All of them but those that lie under another road.
    """
    from scipy.spatial import cKDTree

    least = reached.cost.min(axis=1)
    some = least < limit
    if not some.any():
        return reached
    widest = min((limit - least[some].min()) / trip.access_pace, trip.max_snap)
    table = graph.noded.segments
    middle = earth_centred(
        (table["lon"] + table["lon_end"]).to_numpy() / 2,
        (table["lat"] + table["lat_end"]).to_numpy() / 2,
    )
    known = reached.take(some)
    bound = 2 * widest + spacing + table["length_m"].to_numpy() / 2
    far, _ = cKDTree(known.space).query(middle, distance_upper_bound=float(bound.max()))
    near = np.unique(table["edge"].to_numpy()[far <= bound])
    rivals = np.setdiff1d(near, edges)
    more = cut_in_pieces(graph, network, None, rivals, spacing)
    every = RoadPieces(
        *(
            np.concatenate([getattr(one, name) for one in (reached, more)])
            for name in ("lon", "lat", "cost", "edge")
        )
    )
    # What lies under another road is that road's.
    space = every.space
    beside, _ = cKDTree(space).query(space, k=[2], distance_upper_bound=spacing / 2)
    other = np.flatnonzero(np.isfinite(beside[:, 0]))
    own = np.ones(len(space), dtype=bool)
    own[other] = graph.feet_at(space[other]).edge == every.edge[other]
    return every.take(own)
