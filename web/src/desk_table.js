// The candidates as a table, one a column: on the desk and on paper.

import {
  byRoad,
  candidateName,
  evaluation,
  peopleText,
  reachText,
  siteName,
  whereText,
} from "./candidates.js";
import { datum, make } from "./elements.js";
import { distanceText } from "./numbers.js";
import { say } from "./words.js";

function rowOf(word, cell) {
  return make(
    "tr",
    { "data-figure-row": word },
    make("th", { scope: "row" }, say(word)),
    evaluation.list.map((one, at) => make("td", {}, cell(evaluation.figures.each[at], one))),
  );
}

// How far a candidate lies from the roads; beyond the limit no road leads there.
export function roadText({ road }) {
  const far = distanceText(road.metres);
  return road.on ? far : `${far} · ${say("offRoad")}`;
}

export function candidatesTable() {
  const nearest = ({ nearest: found }) =>
    found ? [distanceText(found.metres), " · ", datum(siteName(found.at))] : "—";
  const access = ({ nearest: found }) => (found ? distanceText(found.access) : "—");
  return make(
    "table.candidates-table",
    {},
    make("caption", {}, `${say("evaluateTitle")} · ${reachText()}`),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        make("th", { scope: "col" }, say("candidate")),
        evaluation.list.map((one) =>
          make("th", { scope: "col" }, `${one.number} `, datum(candidateName(one))),
        ),
      ),
    ),
    make(
      "tbody",
      {},
      rowOf("gained", (one) => peopleText(one.gained)),
      rowOf("reached", (one) => peopleText(one.reached)),
      rowOf("overlap", (one) => peopleText(one.overlap)),
      rowOf("only", (one) => peopleText(one.only)),
      rowOf(byRoad() ? "nearestByRoad" : "nearest", nearest),
      byRoad() ? rowOf("access", access) : null,
      byRoad() ? rowOf("toRoad", roadText) : null,
      rowOf("lies", (one) => datum(whereText(one))),
      rowOf("coordinateShort", (_, one) => `${one.lon}, ${one.lat}`),
    ),
  );
}
