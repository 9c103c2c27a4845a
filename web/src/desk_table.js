// The candidates as a table, one a column: on the desk and on paper.

import {
  atLeast,
  atMost,
  byRoad,
  candidateName,
  costText,
  evaluation,
  peopleText,
  reachText,
  siteName,
  tonnesText,
  whereText,
} from "./candidates.js";
import { datum, make } from "./elements.js";
import { distanceText } from "./numbers.js";
import { say, sayCount } from "./words.js";

function rowOf(word, cell, heading = say(word)) {
  return make(
    "tr",
    { "data-figure-row": word },
    make("th", { scope: "row" }, heading),
    evaluation.list.map((one, at) => make("td", {}, cell(evaluation.figures.each[at], one))),
  );
}

export function streamTitle({ heading }) {
  return datum(say(heading.title));
}

// What the standing sites within reach can take, and at how many of them that is not known.
export function capacityText({ known, sites, unknown }) {
  const said = tonnesText(evaluation.asked.sites.capacity, known);
  const of = sayCount("sitesThere", sites);
  return unknown ? `${said} · ${of} · ${sayCount("ofUnknown", unknown)}` : `${said} · ${of}`;
}

// By which rate the waste was reckoned, and what is known of the sites.
export function worthNotes() {
  const { drawn, worth } = evaluation.asked;
  const notes = evaluation.coverage.waste
    .filter((stream) => stream.rate)
    .map((stream) => make("li", {}, streamTitle(stream), say("colon"), datum(say(stream.rate))));
  const bounds = say(drawn ? "drawnSaid" : "boundsSaid");
  if (worth) notes.push(make("li", {}, say("existing"), datum(say(worth)), bounds));
  return notes.length ? make("ul.worth-notes", {}, notes) : null;
}

// How far a candidate lies from the roads; beyond the limit no road leads there.
export function roadText({ road }) {
  const far = distanceText(road.metres);
  return road.on ? far : `${far} · ${say("offRoad")}`;
}

export function candidatesTable() {
  const nearest = ({ nearest: found }) =>
    found ? [costText(found.cost), " · ", datum(siteName(found.at))] : "—";
  const access = ({ nearest: found }) => (found ? costText(found.access) : "—");
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
      rowOf("gained", (one) => peopleText(one.gained), atMost(say("gained"))),
      rowOf("reached", (one) => peopleText(one.reached)),
      rowOf("overlap", (one) => peopleText(one.overlap), atLeast(say("overlap"))),
      rowOf("only", (one) => peopleText(one.only), atMost(say("only"))),
      evaluation.coverage.waste.map((stream, at) => [
        rowOf(
          `${stream.name}-reached`,
          (one) => tonnesText(stream, one.waste[at].reached),
          streamTitle(stream),
        ),
        rowOf(
          `${stream.name}-gained`,
          (one) => tonnesText(stream, one.waste[at].gained),
          atMost(say("ofItGained")),
        ),
      ]),
      evaluation.asked.sites.capacity
        ? rowOf("capacity", ({ capacity }) => capacityText(capacity), atLeast(say("capacity")))
        : null,
      rowOf(byRoad() ? "nearestByRoad" : "nearest", nearest),
      byRoad() ? rowOf("access", access) : null,
      byRoad() ? rowOf("toRoad", roadText) : null,
      rowOf("lies", (one) => datum(whereText(one))),
      rowOf("coordinateShort", (_, one) => `${one.lon}, ${one.lat}`),
    ),
  );
}
