// The seats of counties: where their names stand.

import { data } from "./data.js";
import { decodePoints } from "./decode.js";

const stored = data.context?.seats;

export const seats = stored
  ? decodePoints(stored.at, data).map((at, row) => ({ at, names: stored.names[row] }))
  : [];
