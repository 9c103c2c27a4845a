// Who is served: the figures of gisplan's coverage, worked out in the page for candidate sites.

import { decodeNumbers } from "./decode.js";
import { earthCentred, geodesicLength, LEAST_RADIUS, SLACK } from "./geodesic.js";

// Points of {at, decimals}, as exact as the data: longitudes, latitudes and earth-centred metres.
export function readPositions({ at, decimals, count }) {
  const scale = 10 ** decimals;
  const steps = decodeNumbers(at);
  const points = { count, lon: new Float64Array(count), lat: new Float64Array(count), xyz: [] };
  let x = 0;
  let y = 0;
  for (let i = 0; i < count; i++) {
    x += steps[2 * i];
    y += steps[2 * i + 1];
    // Dividing gives the very number that the decimal text stands for; multiplying would not.
    points.lon[i] = x / scale;
    points.lat[i] = y / scale;
    points.xyz.push(earthCentred(points.lon[i], points.lat[i]));
  }
  return points;
}

// Demand points, from south to north besides, so that a reach looks at a band only.
function readDemand(block) {
  const points = readPositions(block);
  const order = Array.from(points.lat.keys()).sort((a, b) => points.lat[a] - points.lat[b]);
  return { ...points, order, amounts: block.amounts, region: block.region };
}

// Waste by stream, a number of each demand point: stored, or a whole number of each times a factor.
function readWaste({ waste = [], quantityName, demand }) {
  const wholes = { [quantityName]: demand.amounts };
  return waste.map((one) => {
    if (one.whole) wholes[one.basis] = one.whole;
    const values = one.values ?? wholes[one.basis].map((each) => each * one.factor);
    return { ...one, values };
  });
}

// Where in the order the points of a latitude or more begin.
function firstFrom(demand, lat) {
  let low = 0;
  let high = demand.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (demand.lat[demand.order[middle]] < lat) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Demand points at most so many metres away, by the geodesic; exactly at the limit is within.
function demandWithin(demand, lon, lat, metres) {
  const from = earthCentred(lon, lat);
  // A degree of latitude is nowhere shorter than 110.5 km.
  const band = metres / 110000;
  const found = [];
  for (let at = firstFrom(demand, lat - band); at < demand.count; at++) {
    const point = demand.order[at];
    if (demand.lat[point] > lat + band) break;
    const to = demand.xyz[point];
    const chord = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
    if (chord > metres + SLACK) continue;
    const most = 2 * LEAST_RADIUS * Math.asin(Math.min(1, chord / (2 * LEAST_RADIUS)));
    if (
      most + SLACK <= metres ||
      geodesicLength(demand.lon[point], demand.lat[point], lon, lat) <= metres
    ) {
      found.push(point);
    }
  }
  return found;
}

// How one gets there by straight line: which demand a place reaches, and the site nearest to it.
function straightWay(demand, sites) {
  return {
    placeAt: (lon, lat) => ({ lon, lat }),
    siteAt: (at) => ({ lon: sites.lon[at], lat: sites.lat[at] }),
    reach: ({ lon, lat }, metres) => demandWithin(demand, lon, lat, metres),
    sitesWithin: ({ lon, lat }, metres) =>
      [...sites.lon.keys()].filter(
        (at) => geodesicLength(lon, lat, sites.lon[at], sites.lat[at]) <= metres,
      ),
    // Of equally near sites the one whose id sorts first.
    nearest({ lon, lat }) {
      let best = null;
      for (let at = 0; at < sites.count; at++) {
        const metres = geodesicLength(lon, lat, sites.lon[at], sites.lat[at]);
        if (!best || metres < best.cost) best = { at, cost: metres };
      }
      return best;
    },
  };
}

// The same by road. Where demand and sites lie from the roads is found when it is first asked for.
export function roadWay(roads, demand, sites) {
  let places = null;
  const placesOf = () => {
    const of = ({ lon, lat }) => Array.from(lon, (x, at) => roads.placeAt(x, lat[at]));
    places ??= { demand: of(demand), sites: of(sites) };
    return places;
  };
  return {
    roads,
    placeAt: roads.placeAt,
    siteAt: (at) => placesOf().sites[at],
    demandAt: (point) => placesOf().demand[point],
    reach(place, most) {
      const field = roads.fieldFrom(place, most);
      const found = [];
      placesOf().demand.forEach((to, point) => {
        const way = roads.wayTo(field, to);
        if (way && way.cost <= most) found.push(point);
      });
      return found;
    },
    sitesWithin(place, most) {
      const field = roads.fieldFrom(place, most);
      const near = (to) => (roads.wayTo(field, to)?.cost ?? Infinity) <= most;
      return [...placesOf().sites.keys()].filter((at) => near(places.sites[at]));
    },
    nearest(place) {
      const field = roads.fieldFrom(place);
      let best = null;
      placesOf().sites.forEach((to, at) => {
        const way = roads.wayTo(field, to);
        if (way && (!best || way.cost < best.cost)) best = { at, ...way };
      });
      return best;
    },
    // Demand that lies too far from any road to be reached by one.
    offRoad: () => [...placesOf().demand.keys()].filter((point) => !places.demand[point].on),
  };
}

// The demand and the standing sites of a page's data, with what can be asked of them. `placeAt`
// gives the place of a table's polygons that a longitude and latitude lie in; `roads` are those of
// the page, by length and by time, if reach by them may be asked for.
export function readCoverage(asked, placeAt, roads = {}) {
  const demand = readDemand(asked.demand);
  const sites = { ...readPositions(asked.sites), names: asked.sites.names };
  const waste = readWaste(asked);
  const amountOf = (points, values = demand.amounts) =>
    points.reduce((sum, point) => sum + values[point], 0);
  const ways = { straight: straightWay(demand, sites) };
  for (const [by, one] of Object.entries(roads)) ways[by] = roadWay(one, demand, sites);

  // What the standing sites serve within each reach, found once.
  const servedWithin = new Map();
  function servedBySites(most, by) {
    const key = `${by} ${most}`;
    if (!servedWithin.has(key)) {
      const served = new Uint8Array(demand.count);
      for (let at = 0; at < sites.count; at++) {
        for (const point of ways[by].reach(ways[by].siteAt(at), most)) served[point] = 1;
      }
      servedWithin.set(key, served);
    }
    return servedWithin.get(key);
  }

  // The known capacity of the standing sites within reach, how many they are, and of how many it
  // is not known; null where the page has none.
  function capacityWithin(way, place, most) {
    const { capacity } = asked.sites;
    if (!capacity) return null;
    const near = way.sitesWithin(place, most);
    const known = near.map((at) => capacity.values[at]).filter((one) => one !== null);
    return {
      known: known.reduce((sum, one) => sum + one, 0),
      sites: near.length,
      unknown: near.length - known.length,
    };
  }

  // All figures for candidates [{lon, lat}] within so many metres, or minutes. Of each: all within its reach;
  // of that what standing sites serve already (overlap) and what is gained; of the gain what no
  // other candidate reaches (only). Of all: demand, served before and after, in each region.
  function evaluate(candidates, most, by = "straight") {
    const way = ways[by];
    const served = servedBySites(most, by);
    const times = new Uint16Array(demand.count);
    const places = candidates.map(({ lon, lat }) => way.placeAt(lon, lat));
    const reached = places.map((place) => {
      const points = way.reach(place, most);
      for (const point of points) times[point] += 1;
      return points;
    });
    const each = candidates.map(({ lon, lat }, at) => {
      const gain = reached[at].filter((point) => !served[point]);
      const sum = amountOf(reached[at]);
      const gained = amountOf(gain);
      return {
        reached: sum,
        gained,
        overlap: sum - gained,
        only: amountOf(gain.filter((point) => times[point] === 1)),
        waste: waste.map(({ name, values }) => ({
          name,
          reached: amountOf(reached[at], values),
          gained: amountOf(gain, values),
        })),
        capacity: capacityWithin(way, places[at], most),
        nearest: way.nearest(places[at]),
        // Metres to the nearest road, and whether that is near enough; of reach by road.
        road: by === "straight" ? null : { metres: places[at].foot.distance, on: places[at].on },
        county: placeAt(asked.counties, lon, lat),
        region: placeAt(asked.regions, lon, lat),
      };
    });
    const none = () => ({ total: 0, before: 0, after: 0 });
    const regions = asked.codes.map(none);
    const whole = none();
    const gained = [];
    for (let point = 0; point < demand.count; point++) {
      const amount = demand.amounts[point];
      const after = served[point] || times[point];
      if (after && !served[point]) gained.push(point);
      for (const sums of [whole, regions[demand.region[point]]]) {
        if (!sums) continue;
        sums.total += amount;
        if (served[point]) sums.before += amount;
        if (after) sums.after += amount;
      }
    }
    return { each, whole, regions, gained };
  }

  return { demand, sites, waste, ways, amountOf, evaluate };
}
