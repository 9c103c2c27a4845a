// Ways by road in the page, by the rule of gisplan.analysis.travel.roads: from a place straight to
// the nearest spot on a road, along the roads, and straight to the other place. The straight legs
// count with a declared detour. Where the other place is no farther than the two legs, one goes
// straight. What is counted is metres, or minutes by a declared speed.

import { earthCentred } from "./geodesic.js";
import { readFeet } from "./road_feet.js";

// A queue that gives the nearest first; [cost, node] of each.
class Queue {
  constructor() {
    this.items = [];
  }

  push(item) {
    const { items } = this;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (items[above][0] <= item[0]) break;
      items[at] = items[above];
      at = above;
    }
    items[at] = item;
  }

  pop() {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    let at = 0;
    while (items.length) {
      let below = 2 * at + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && items[below + 1][0] < items[below][0]) below += 1;
      if (items[below][0] >= last[0]) break;
      items[at] = items[below];
      at = below;
    }
    if (items.length) items[at] = last;
    return first;
  }
}

// Edges at each node, one after the other.
function edgesAtNodes({ lon, start, end }) {
  const from = new Int32Array(lon.length + 1);
  for (const side of [start, end]) for (const node of side) from[node + 1] += 1;
  for (let node = 0; node < lon.length; node++) from[node + 1] += from[node];
  const next = from.slice();
  const edges = new Int32Array(2 * start.length);
  for (let edge = 0; edge < start.length; edge++) {
    edges[next[start[edge]]++] = edge;
    edges[next[end[edge]]++] = edge;
  }
  return { from, edges };
}

// `access`: metres that a place may lie from a road; `leg`: what a metre of the legs there costs,
// their detour included; `pace`: what a metre of road costs.
export function readRoads(graph, { access, detour, leg = detour, pace = 1 }) {
  const { lon, lat, start, end, length } = graph;
  const { from, edges } = edgesAtNodes(graph);
  const footOf = readFeet(graph);
  const cost = length.map((one) => one * pace);

  function placeAt(x, y) {
    const xyz = earthCentred(x, y);
    const foot = footOf(xyz);
    return { lon: x, lat: y, xyz, foot, on: foot.distance <= access };
  }

  // From a place on the roads to all nodes up to a limit: cost, and the edge that one comes by.
  function fieldFrom(place, limit = Infinity) {
    const costs = new Float64Array(lon.length).fill(Infinity);
    const by = new Int32Array(lon.length).fill(-1);
    const field = { place, costs, by };
    if (!place.on) return field;
    const queue = new Queue();
    const reach = (node, far, edge) => {
      if (far < costs[node] && far <= limit) {
        costs[node] = far;
        by[node] = edge;
        queue.push([far, node]);
      }
    };
    const { edge, offset } = place.foot;
    reach(start[edge], offset * pace, -1);
    reach(end[edge], (length[edge] - offset) * pace, -1);
    while (queue.items.length) {
      const [far, node] = queue.pop();
      if (far > costs[node]) continue;
      for (let at = from[node]; at < from[node + 1]; at++) {
        const one = edges[at];
        reach(start[one] === node ? end[one] : start[one], far + cost[one], one);
      }
    }
    return field;
  }

  // Cost along the roads to a spot on an edge, and the node by which: -1 along the same edge.
  function alongTo({ place, costs }, { edge, offset }) {
    const ways = [
      [costs[start[edge]] + offset * pace, start[edge]],
      [costs[end[edge]] + (length[edge] - offset) * pace, end[edge]],
    ];
    if (place.foot.edge === edge) ways.push([Math.abs(place.foot.offset - offset) * pace, -1]);
    return ways.reduce((best, one) => (one[0] < best[0] ? one : best));
  }

  // The way to another place: its cost, that of it off the road, whether it is straight; null if
  // there is none.
  function wayTo(field, to) {
    const { place } = field;
    if (!place.on || !to.on) return null;
    const legs = place.foot.distance + to.foot.distance;
    const [along, node] = alongTo(field, to.foot);
    const whole = along + legs * leg;
    const straight = Math.hypot(...[0, 1, 2].map((axis) => place.xyz[axis] - to.xyz[axis]));
    if (straight <= legs && straight * leg <= whole) {
      return { cost: straight * leg, access: straight * leg, direct: true, node };
    }
    if (!Number.isFinite(whole)) return null;
    return { cost: whole, access: Math.min(legs * leg, whole), direct: false, node };
  }

  // A spot on an edge, [latitude, longitude], as roads are drawn: straight between nodes.
  function spotOn(edge, offset) {
    const share = length[edge] ? offset / length[edge] : 0;
    const [a, b] = [start[edge], end[edge]];
    return [lat[a] + share * (lat[b] - lat[a]), lon[a] + share * (lon[b] - lon[a])];
  }

  const footSpot = ({ foot }) => spotOn(foot.edge, foot.offset);

  // What is drawn of a way: the legs off the road, and the road.
  function routeTo(field, to) {
    const way = wayTo(field, to);
    if (!way) return null;
    const ends = [field.place, to].map((one) => [one.lat, one.lon]);
    if (way.direct) return { way, legs: [ends], road: [] };
    const road = [footSpot(to)];
    for (let { node } = way; node >= 0; ) {
      road.push([lat[node], lon[node]]);
      const edge = field.by[node];
      node = edge < 0 ? -1 : start[edge] === node ? end[edge] : start[edge];
    }
    road.push(footSpot(field.place));
    road.reverse();
    return {
      way,
      legs: [
        [ends[0], road[0]],
        [road[road.length - 1], ends[1]],
      ],
      road,
    };
  }

  // The stretches of road that are reached at so much cost on the road, each [spot, spot].
  function stretches(field, most) {
    const found = [];
    const own = field.place.on ? field.place.foot : { edge: -1, offset: 0 };
    for (let edge = 0; edge < start.length; edge++) {
      const whole = length[edge];
      // How far along from either end; from the place's own foot both ways.
      const ahead = Math.min(whole, (most - field.costs[start[edge]]) / pace);
      const back = Math.min(whole, (most - field.costs[end[edge]]) / pace);
      const parts = [];
      if (edge === own.edge) {
        const far = most / pace;
        parts.push([Math.max(0, own.offset - far), Math.min(whole, own.offset + far)]);
      }
      if (ahead > 0 && back > 0 && ahead + back >= whole) parts.push([0, whole]);
      else {
        if (ahead > 0) parts.push([0, ahead]);
        if (back > 0) parts.push([whole - back, whole]);
      }
      for (const [a, b] of parts) found.push([spotOn(edge, a), spotOn(edge, b)]);
    }
    return found;
  }

  return { access, leg, pace, placeAt, fieldFrom, wayTo, routeTo, stretches, footSpot };
}
