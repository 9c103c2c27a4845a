// From a place to the nearest spot on a road, as gisplan.analysis.travel.snap_to_roads finds it:
// in space, on the ellipsoid between the ends of each road.

import { earthCentred } from "./geodesic.js";

// Of roads whose distances differ by less than this the first counts, as they are sorted: by their
// first node, their last one, their length.
const ALIKE = 1e-3;

const minus = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const clip = (share) => Math.min(1, Math.max(0, share));

// Between two ends in space, at the height of the ellipsoid that they lie on.
function between(a, b, share) {
  const straight = [0, 1, 2].map((axis) => a[axis] + share * (b[axis] - a[axis]));
  const wanted = (1 - share) * Math.hypot(...a) + share * Math.hypot(...b);
  const scale = wanted / Math.hypot(...straight);
  return straight.map((one) => one * scale);
}

// On one road between two nodes: metres from the place, and metres along the road. What the chord
// says first is set right on the surface, which lies above it.
function footOn(a, b, length, spot) {
  const chord = minus(b, a);
  const square = Math.max(dot(chord, chord), 1e-12);
  let [share, off] = [0, minus(spot, a)];
  for (let turn = 0; turn < 3; turn++) {
    share = clip(share + dot(off, chord) / square);
    off = minus(spot, between(a, b, share));
  }
  return { distance: Math.hypot(...off), offset: share * length };
}

// Finds the foot of a place in space: the edge (-1 without any), metres along it and from it.
export function readFeet({ lon, lat, start, end, length }) {
  const nodes = Array.from(lon, (x, at) => earthCentred(x, lat[at]));
  const middles = new Float64Array(3 * start.length);
  const halves = new Float64Array(start.length);
  for (let edge = 0; edge < start.length; edge++) {
    const [a, b] = [nodes[start[edge]], nodes[end[edge]]];
    const middle = between(a, b, 0.5);
    middles.set(middle, 3 * edge);
    halves[edge] = 1 + Math.max(Math.hypot(...minus(middle, a)), Math.hypot(...minus(middle, b)));
  }
  const least = new Float64Array(start.length);
  return (spot) => {
    let first = -1;
    for (let edge = 0; edge < start.length; edge++) {
      const x = middles[3 * edge] - spot[0];
      const y = middles[3 * edge + 1] - spot[1];
      const z = middles[3 * edge + 2] - spot[2];
      least[edge] = Math.sqrt(x * x + y * y + z * z) - halves[edge];
      if (first < 0 || least[edge] < least[first]) first = edge;
    }
    const seen = [];
    let nearest = Infinity;
    const look = (edge) => {
      const found = footOn(nodes[start[edge]], nodes[end[edge]], length[edge], spot);
      if (found.distance > nearest + ALIKE) return;
      nearest = Math.min(nearest, found.distance);
      seen.push({ edge, ...found });
    };
    if (first >= 0) look(first);
    for (let edge = 0; edge < start.length; edge++) {
      if (edge !== first && least[edge] <= nearest + ALIKE) look(edge);
    }
    const best = { edge: -1, offset: 0, distance: Infinity };
    for (const one of seen) {
      const alike = one.distance < nearest + ALIKE;
      if (alike && (best.edge < 0 || one.edge < best.edge)) Object.assign(best, one);
    }
    return best;
  };
}
