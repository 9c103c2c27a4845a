// The desk's scenarios as sides of a comparison: each with its candidates and their reach, and who is
// gained by only one of them as the difference.

import { candidateIcon, drawCircles, drawReach, drawSettlements } from "./candidate_marks.js";
import {
  atLeast,
  boundsOfReach,
  byRoad,
  candidateName,
  evaluation,
  figuresOf,
  layerOfTable,
  peopleInFull,
  peopleText,
  reachText,
} from "./candidates.js";
import { comparePair, offerToCompare } from "./compare.js";
import { gainedApart, listOf, NAMES, scenarioWords } from "./desk_store.js";
import { datum, make } from "./elements.js";
import { unitBehind } from "./format.js";
import { L } from "./leaflet.js";
import { makePane, map } from "./map.js";
import { formatNumber, percent } from "./numbers.js";
import { nameOf, rowPlace } from "./rows.js";
import { state } from "./state.js";
import { narrow } from "./view.js";
import { say, sayCount } from "./words.js";

// Pixels that the box of the comparison takes at the left.
const BOX = 360;
const DIFFERENCE = "gisplan-scenarios";
// Left alone, right alone and both: a full mark, a ring and a small mark.
const LOOKS = {
  left: { color: "#b35806", shape: "full", dot: { radius: 4, fillColor: "#b35806" } },
  right: {
    color: "#542788",
    shape: "ring",
    dot: { radius: 4, color: "#542788", weight: 2.5, fillColor: "#ffffff" },
  },
  both: { color: "#4b5563", shape: "full.small", dot: { radius: 2.5, fillColor: "#4b5563" } },
};
export const SIDES = NAMES.map((name, at) => ({
  key: `@${name}`,
  at,
  pane: `gisplan-scenario-${at}`,
}));
// By pane, what is drawn there.
const drawn = new Map();

const figures = ({ at }) => figuresOf(listOf(at));

function marks(group, pane, side) {
  for (const one of listOf(side.at)) {
    const text = `${NAMES[side.at]}${one.number}`;
    const icon = candidateIcon(text);
    const title = `${scenarioWords(side.at)} · ${candidateName(one)}`;
    L.marker([one.lat, one.lon], { pane, icon, title, interactive: false, keyboard: false }).addTo(
      group,
    );
  }
}

// One side under the divider, or the two without who is gained, which the difference tells.
function show(sides, mode) {
  for (const [pane, { group, renderer }] of drawn) {
    group.clearLayers();
    // A canvas without anything on it is opaque on paper all the same; and one that is taken off while
    // it waits to be drawn never is again.
    renderer.remove();
    drawn.set(pane, { group, renderer: L.canvas({ pane }) });
  }
  for (const name of ["gisplan-reach", "gisplan-candidates"]) {
    map.getPane(name).style.visibility = sides.length ? "hidden" : "";
  }
  if (mode === "difference" && sides.length < 2) return;
  for (const side of new Set(sides)) {
    const { group, renderer } = drawn.get(side.pane);
    const list = listOf(side.at);
    if (mode === "swipe") {
      drawReach(group, { pane: side.pane, renderer }, { list, figures: figures(side) });
    } else if (!byRoad()) {
      const look = side === sides[0] ? LOOKS.left : LOOKS.right;
      const dashArray = side === sides[0] ? null : "7 5";
      drawCircles(group, side, list, { color: look.color, fillOpacity: 0, dashArray });
    }
    marks(group, side.pane, side);
  }
}

function difference(a, b) {
  const { group, renderer } = drawn.get(DIFFERENCE);
  const { both, alone } = gainedApart(figures(a).gained, figures(b).gained);
  const { amountOf } = evaluation.coverage;
  const kinds = [
    ["both", say("gainedByBoth"), both],
    ["left", say("gainedAlone")(scenarioWords(a.at)), alone[0]],
    ["right", say("gainedAlone")(scenarioWords(b.at)), alone[1]],
  ];
  const where = { pane: DIFFERENCE, renderer };
  for (const [kind, , points] of kinds) drawSettlements(group, where, points, LOOKS[kind].dot);
  return make(
    "ul.difference-legend",
    {},
    kinds.map(([kind, words, points]) =>
      make(
        "li",
        {},
        make(`span.dot.${LOOKS[kind].shape}`, { style: { "--color": LOOKS[kind].color } }),
        make(
          "span.what",
          { "data-figure": `map-${kind}`, title: peopleInFull(amountOf(points)) },
          words,
          state.lang === "zh" ? "：" : ": ",
          `${sayCount("settlements", points.length)} · ${peopleText(amountOf(points))}`,
        ),
      ),
    ),
  );
}

function signed(value) {
  const said = formatNumber(value, evaluation.asked.quantity, state.lang);
  return value > 0 ? `+${said}` : said;
}

// Who is served with each, in all and by region, and how many more on the right.
function told(a, b) {
  const [left, right] = [figures(a), figures(b)];
  const layer = layerOfTable(evaluation.asked.regions);
  const row = (name, key, one, other) =>
    make(
      "tr",
      { "data-region": key },
      make("th", { scope: "row" }, name),
      [one, other].map((sums) =>
        make("td", { title: peopleInFull(sums.after) }, percent(sums.after, sums.total)),
      ),
      make("td", { title: peopleInFull(other.after - one.after) }, signed(other.after - one.after)),
    );
  const heads = [
    say("region"),
    ...[a, b].map((side) => scenarioWords(side.at)),
    [`${NAMES[b.at]} − ${NAMES[a.at]}`, unitBehind(evaluation.asked.quantity)],
  ];
  return make(
    "section.sums.scenario-sides",
    {},
    make(
      "table",
      {},
      make("caption", {}, `${atLeast(say("byRegion"))} · ${reachText()}`),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          heads.map((words) => make("th", { scope: "col" }, words)),
        ),
      ),
      make(
        "tbody",
        {},
        left.regions.map((one, at) => {
          const other = right.regions[at];
          if (one.after === one.before && other.after === other.before) return null;
          const code = evaluation.asked.codes[at];
          return row(datum(rowPlace(layer, at) ? nameOf(layer, at) : code), code, one, other);
        }),
        row(say("total"), "", left.whole, right.whole),
      ),
    ),
  );
}

// Both on the map, which goes to where they reach.
export function compareOnMap() {
  comparePair(...SIDES);
  map.fitBounds(boundsOfReach(SIDES.flatMap(({ at }) => listOf(at))), {
    paddingTopLeft: narrow.matches ? [0, 0] : [BOX, 0],
    animate: false,
  });
}

export function startCompareScenarios() {
  for (const [at, pane] of [...SIDES.map((side) => side.pane), DIFFERENCE].entries()) {
    makePane(pane, 576 + at);
    drawn.set(pane, { group: L.layerGroup().addTo(map), renderer: L.canvas({ pane }) });
  }
  const sides = () => (NAMES.every((_, at) => listOf(at).length) ? SIDES : []);
  offerToCompare({
    sides,
    // Who works at the desk compares its scenarios first.
    first: () =>
      document.body.classList.contains("evaluate-open") && sides().length ? SIDES : null,
    name: ({ at }) => scenarioWords(at),
    show,
    told,
    difference,
  });
}
