// The seats of counties, and the largest towns that are none: where their names stand.

import { data } from "./data.js";
import { decodePoints } from "./decode.js";

function named(stored) {
  if (!stored) return [];
  return decodePoints(stored.at, data).map((at, row) => ({ at, names: stored.names[row] }));
}

export const seats = named(data.context?.seats);
export const towns = named(data.context?.towns);
