"""Reach through a graph of roads that is built from the user's own lines."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.travel.od_matrix import (
    Kind,
    Reach,
    Reason,
    keep_nearest,
    pair_table,
    unreachable_table,
)
from gisplan.analysis.travel.points import (
    check_limit,
    check_nearest,
    earth_centred,
    take_points,
)
from gisplan.analysis.travel.road_cut_off import lost
from gisplan.analysis.travel.road_lengths import stated_lengths, stretched
from gisplan.analysis.travel.road_network import Footing, Network
from gisplan.analysis.travel.road_nodes import Noded, check_lines, node_lines
from gisplan.analysis.travel.road_search import all_pairs, nearest_pairs
from gisplan.analysis.travel.road_speed import directions, line_speeds
from gisplan.analysis.travel.snap_to_roads import Feet, Roadside
from gisplan.analysis.travel.straight_ways import cheapest, straight_ways
from gisplan.analysis.travel.trip import PACE, Trip
from gisplan.arrays import Bools, Floats
from gisplan.errors import OptionError
from gisplan.text import Text


@dataclass(frozen=True)
class RoadGraph:
    """Roads as edges between nodes.

    Attributes
    ----------
    noded : Noded
        Nodes, edges and segments; ``edges`` also has ``kmh``, ``forward`` and ``backward``.
    """

    noded: Noded

    @classmethod
    def from_lines(
        cls,
        lines: gpd.GeoDataFrame,
        *,
        speed: str | float,
        classes: pd.DataFrame | None = None,
        oneway: str | None = None,
        length: str | None = None,
        snap: float = 0.0,
    ) -> RoadGraph:
        """Build the graph.

        Parameters
        ----------
        lines : geopandas.GeoDataFrame
            Lines in any coordinate reference system; lengths are geodesics.
        speed : str or float
            Column of the speed in km/h, or one speed for all; with ``classes``, the column of
            the class.
        classes : pandas.DataFrame, optional
            Columns ``class`` and ``kmh``.
        oneway : str, optional
            Column that says which way a line may be driven: yes, true, 1 or F as it is drawn;
            -1, reverse or T against it; no, false, 0, B or nothing both ways.
        length : str, optional
            Column of the length in metres of the road that a line stands for. Where it is more
            than the line's own, all of the line is as much longer; where it is less or missing,
            the line's own counts.
        snap : float
            Metres within which a loose end is joined to the nearest vertex of another line.
            By default only lines that share a vertex meet.

        Returns
        -------
        RoadGraph
            Edges between the nodes where lines meet, with speed and direction.

        Raises
        ------
        DataError, DatumError, OptionError
            If a row can't be used; the message names row and column.
        """
        check_lines(lines)
        if not (math.isfinite(snap) and snap >= 0):
            raise OptionError(
                Text(
                    f"参数 snap 应为不小于 0 的米数，现为 {snap!r}。",
                    f"snap is a number of metres from 0; it is {snap!r}.",
                )
            )
        kmh = line_speeds(lines, speed, classes)
        forward, backward = directions(lines, oneway)
        noded = node_lines(lines, snap)
        if length is not None:
            noded = stretched(noded, stated_lengths(lines, length))
        row = noded.edges["row"].to_numpy()
        edges = noded.edges.assign(kmh=kmh[row], forward=forward[row], backward=backward[row])
        return cls(replace(noded, edges=edges))

    @property
    def snapped(self) -> pd.DataFrame:
        """Give the ends of lines that were joined to a vertex nearby.

        Returns
        -------
        pandas.DataFrame
            ``line``, ``lon``, ``lat`` (degrees), ``distance_m``.
        """
        return self.noded.snapped

    @cached_property
    def components(self) -> pd.DataFrame:
        """The pieces that the roads fall into, the longest first.

        Columns ``component`` (from 1), ``nodes``, ``edges``, ``km``, ``one_way_km``, and
        ``lon``, ``lat`` of one of its nodes, by which it can be found on a map. Directions don't
        count here: a piece hangs together, but a one-way road may still bar the way.

        Returns
        -------
        pandas.DataFrame
            One row a piece.
        """
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import connected_components

        edges, size = self.noded.edges, self.noded.node_lon.size
        start, end = (edges[of].to_numpy().astype(np.intc) for of in ("start", "end"))
        count, label = connected_components(
            coo_array((np.ones(len(edges)), (start, end)), shape=(size, size)), directed=False
        )
        km = edges["length_m"].to_numpy() / 1000
        one_way = (edges["forward"] != edges["backward"]).to_numpy()
        _, first = np.unique(label, return_index=True)
        table = pd.DataFrame(
            {
                "nodes": np.bincount(label, minlength=count),
                "edges": np.bincount(label[start], minlength=count),
                "km": np.bincount(label[start], weights=km, minlength=count),
                "one_way_km": np.bincount(label[start], weights=km * one_way, minlength=count),
                "lon": self.noded.node_lon[first],
                "lat": self.noded.node_lat[first],
            }
        )
        table = table.sort_values(["km", "lon", "lat"], ascending=[False, True, True])
        table.insert(0, "component", np.arange(1, count + 1))
        return table.reset_index(drop=True)

    def access(self, points: gpd.GeoDataFrame, *, max_snap: float) -> pd.DataFrame:
        """Find the nearest road of each point.

        Parameters
        ----------
        points : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        max_snap : float
            Metres within which a road counts.

        Returns
        -------
        pandas.DataFrame
            In the order of ``points``: ``id``, ``distance_m``, ``line`` (empty if none is
            within ``max_snap`` metres).
        """
        feet = self.feet(points, max_snap=max_snap)
        line = np.full(len(points), None, dtype=object)
        near = np.flatnonzero(feet.edge >= 0)
        row = self.noded.edges["row"].to_numpy()[feet.edge[near]]
        line[near] = [str(name) for name in self.noded.names[row]]
        ids = take_points(points, "points").ids
        return pd.DataFrame({"id": ids, "distance_m": feet.distance, "line": line})

    def reach(
        self,
        demand: gpd.GeoDataFrame,
        sites: gpd.GeoDataFrame,
        *,
        limit: float,
        trip: Trip,
        nearest: int | None = None,
    ) -> Reach:
        """Find the sites within reach of each demand point.

        Parameters
        ----------
        demand, sites : geopandas.GeoDataFrame
            Points with a unique column ``id``.
        limit : float
            Greatest cost in the unit of the trip.
        trip : Trip
            How one gets there.
        nearest : int, optional
            Give at most this many sites for a demand point, the nearest ones; all if left out.

        Returns
        -------
        Reach
            ``cost`` is the leg from the point straight to the nearest place on a road, the way
            through the graph, and the leg from the road to the other point. Points too far
            from any road, and points with no way to or from any of the others, are in
            ``unreachable``.
        """
        check_limit(limit)
        check_nearest(nearest)
        places = (take_points(demand, "demand"), take_points(sites, "sites"))
        xyz = [earth_centred(part.lon, part.lat) for part in places]
        feet = [self._roadside.feet(part, trip.max_snap) for part in xyz]
        network = self.network(trip)
        at_demand, at_site = (np.flatnonzero(part.edge >= 0) for part in feet)
        # Of sites at the same cost the one counts whose identifier sorts first.
        at_site = at_site[places[1].ids[at_site].argsort()]
        walkers = Footing.of(feet[0], at_demand, trip.access_pace)
        goals = Footing.of(feet[1], at_site, trip.access_pace)
        if nearest == 1:
            row, site, cost = nearest_pairs(network, goals, walkers, limit)
        else:
            row, site, cost = all_pairs(network, goals, walkers, limit, nearest)
        found = at_demand[row], at_site[site], cost
        if trip.direct:
            # What is off the road is so for good.
            legs = [np.where(part.edge >= 0, part.distance, -np.inf) for part in feet]
            straight = straight_ways(
                xyz[0],
                xyz[1],
                (legs[0], legs[1]),
                limit=limit,
                pace=trip.access_pace,
                nearest=nearest,
            )
            found = cheapest([found, straight], nearest)
        pairs = pair_table(places[0].ids, places[1].ids, rows=found[:2], cost=found[2])
        told: list[tuple[Kind, Reason, list[str], list[float] | None]] = []
        kinds: tuple[Kind, Kind] = ("demand", "site")
        cut_off = lost(network, goals, walkers, (row, site))
        near = (at_demand, at_site)
        for of, place, part, at, gone in zip(kinds, places, feet, near, cut_off, strict=True):
            off = part.edge < 0
            told.append((of, "off_road", list(place.ids[off]), list(part.distance[off])))
            told.append((of, "no_path", list(place.ids[np.sort(at[gone])]), None))
        return Reach(
            pairs=keep_nearest(pairs, nearest),
            unit=trip.unit,
            limit=float(limit),
            unreachable=unreachable_table(told),
            method="road",
        )

    def network(self, trip: Trip) -> Network:
        """Give the edges with their cost, in the direction in which a search from sites goes.

        Parameters
        ----------
        trip : Trip
            What is added up, and which way one goes.

        Returns
        -------
        Network
            Kept for the next search of the same kind.
        """
        key = (trip.unit, trip.to)
        if key not in self._networks:
            edges = self.noded.edges
            pace = np.ones(len(edges)) if trip.unit == "m" else PACE / edges["kmh"].to_numpy()
            along, against = (edges[name].to_numpy() for name in ("forward", "backward"))
            whole = Network(
                edges["start"].to_numpy(),
                edges["end"].to_numpy(),
                edges["length_m"].to_numpy(),
                pace,
                along,
                against,
                self.noded.node_lon,
                self.noded.node_lat,
            )
            # To the site one goes against the direction of the search.
            self._networks[key] = whole.reversed if trip.to == "site" else whole
        return self._networks[key]

    def feet(self, points: gpd.GeoDataFrame, *, max_snap: float) -> Feet:
        """Find the nearest place on a road of each point.

        Parameters
        ----------
        points : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        max_snap : float
            Metres within which a road counts.

        Returns
        -------
        Feet
            One a point, in their order.
        """
        check_limit(max_snap, "max_snap")
        places = take_points(points, "points")
        return self._roadside.feet(earth_centred(places.lon, places.lat), max_snap)

    def length_km(self, rows: Bools) -> float:
        """Give the length of the edges of some of the lines.

        Parameters
        ----------
        rows : (lines,) bools
            Which lines, in the order in which they were given.

        Returns
        -------
        float
            Kilometres.
        """
        edges = self.noded.edges
        return float(edges["length_m"].to_numpy()[rows[edges["row"].to_numpy()]].sum()) / 1000

    def feet_at(self, xyz: Floats) -> Feet:
        """Find the nearest place on a road, however far, of places in space.

        Parameters
        ----------
        xyz : (n, 3) floats
            Earth-centred coordinates, metres.

        Returns
        -------
        Feet
            One a place, in their order.
        """
        return self._roadside.feet(xyz, math.inf)

    def distances(self, lon: Floats, lat: Floats) -> Floats:
        """Give how far places are from the nearest road.

        Parameters
        ----------
        lon, lat : (n,) floats
            Degrees, WGS 84.

        Returns
        -------
        (n,) floats
            Metres.
        """
        return self.feet_at(earth_centred(lon, lat)).distance

    @cached_property
    def _networks(self) -> dict[tuple[str, str], Network]:
        return {}

    @cached_property
    def _roadside(self) -> Roadside:
        return Roadside.of_segments(self.noded.straight)
