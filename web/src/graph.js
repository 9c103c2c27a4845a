// The roads of a page as a graph: nodes, the pieces between them, and how long these are.

import { decodeNumbers } from "./decode.js";
import { geodesicLength } from "./geodesic.js";

// Degrees of the nodes; first and second node and metres of each edge.
export function decodeGraph({ decimals, nodes, edges, lengths, perMetre = 1 }) {
  const grid = 10 ** decimals;
  const steps = decodeNumbers(nodes);
  const lon = new Float64Array(steps.length / 2);
  const lat = new Float64Array(steps.length / 2);
  let [x, y] = [0, 0];
  for (let at = 0; at < lon.length; at++) {
    x += steps[2 * at];
    y += steps[2 * at + 1];
    // Divided, not multiplied: so the number is the one that Python reads.
    lon[at] = x / grid;
    lat[at] = y / grid;
  }
  const ends = decodeNumbers(edges);
  const start = new Int32Array(ends.length / 2);
  const end = new Int32Array(ends.length / 2);
  let first = 0;
  for (let at = 0; at < start.length; at++) {
    first += ends[2 * at];
    start[at] = first;
    end[at] = first + ends[2 * at + 1];
  }
  // A piece of no length is as long as its line.
  const length = Float64Array.from(decodeNumbers(lengths), (one, at) => {
    const [a, b] = [start[at], end[at]];
    return one ? one / perMetre : geodesicLength(lon[a], lat[a], lon[b], lat[b]);
  });
  return { lon, lat, start, end, length };
}
