// From a place to the nearest spot on a road, as gisplan.analysis.travel.snap_to_roads finds it:
// over earth-centred pieces that are short enough to be straight.

import { earthCentred } from "./geodesic.js";

// Metres of a piece at most.
const PIECE = 500;
// Of roads whose distances differ by less than this the first counts, as they are sorted: by their
// first node, their last one, their length.
const ALIKE = 1e-3;
// The nearest spot is on the piece that the chord's own nearest spot lies in, or on one beside it.
const BESIDE = 3;

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

// Of the pieces of one road between two nodes: metres from the place, and metres along the road.
function footOn(a, b, length, spot) {
  const count = Math.max(Math.ceil(length / PIECE), 1);
  const chord = minus(b, a);
  const along = clip(dot(minus(spot, a), chord) / Math.max(dot(chord, chord), 1e-12));
  const middle = Math.min(count - 1, Math.floor(along * count));
  const piece = length / count;
  let best = { distance: Infinity, offset: 0 };
  let to = null;
  const last = Math.min(count - 1, middle + BESIDE);
  for (let turn = Math.max(0, middle - BESIDE); turn <= last; turn++) {
    const from = to ?? between(a, b, turn / count);
    to = between(a, b, (turn + 1) / count);
    const step = minus(to, from);
    const share = clip(dot(minus(spot, from), step) / Math.max(dot(step, step), 1e-12));
    const distance = Math.hypot(
      ...[0, 1, 2].map((axis) => from[axis] + share * step[axis] - spot[axis]),
    );
    if (distance < best.distance) best = { distance, offset: turn * piece + share * piece };
  }
  return { distance: best.distance, offset: Math.min(best.offset, length) };
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
