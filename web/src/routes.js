// Ways by road on the map: what of the roads each candidate reaches, the way to the nearest
// standing site, and the legs off the road, dashed.

import { costOfReach, evaluation } from "./candidates.js";
import { L } from "./leaflet.js";

const REACHED = "#9d174d";
const ROUTE = "#4c1d95";

function line(points, where, look) {
  return L.polyline(points, {
    ...where,
    interactive: false,
    smoothFactor: 0,
    ...look,
  });
}

export function drawRoutes(group, where, { list, figures }) {
  const road = evaluation.coverage.ways[evaluation.by];
  const { roads } = road;
  const own = new Set(figures.gained);
  const add = (points, look) => line(points, where, look).addTo(group);
  list.forEach(({ lon, lat }, at) => {
    const place = road.placeAt(lon, lat);
    const field = roads.fieldFrom(place);
    const left = costOfReach() - place.foot.distance * roads.leg;
    const stretches = place.on && left > 0 ? roads.stretches(field, left) : [];
    add(stretches, { color: "#ffffff", weight: 6, opacity: 0.8 });
    add(stretches, { color: REACHED, weight: 3, opacity: 0.75 });
    // The last leg to each place that is gained.
    for (const point of own) {
      const to = road.demandAt(point);
      const way = roads.wayTo(field, to);
      if (!way || way.cost > costOfReach()) continue;
      const from = way.direct ? [lat, lon] : roads.footSpot(to);
      const look = { color: REACHED, weight: 1, opacity: 0.7, dashArray: "2 3" };
      add([from, [to.lat, to.lon]], look);
    }
    const { nearest } = figures.each[at];
    const route = nearest && roads.routeTo(field, road.siteAt(nearest.at));
    if (!route) return;
    add(route.road, { color: "#ffffff", weight: 8, opacity: 0.9 });
    add(route.road, { color: ROUTE, weight: 4, opacity: 1 });
    for (const leg of route.legs) {
      add(leg, { color: "#ffffff", weight: 5, opacity: 0.9 });
      add(leg, { color: ROUTE, weight: 2.5, opacity: 1, dashArray: "5 5" });
    }
  });
}
