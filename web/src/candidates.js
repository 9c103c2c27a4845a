// Candidate sites: their list with undo, their figures, their file.

import { context } from "./context.js";
import { roundDegrees } from "./coordinates.js";
import { readCoverage } from "./coverage.js";
import { data } from "./data.js";
import { inFull, withUnit } from "./format.js";
import { DEGREE, destination } from "./geodesic.js";
import { L } from "./leaflet.js";
import { layers, places } from "./map.js";
import { distanceText } from "./numbers.js";
import { readRoads } from "./roads.js";
import { nameOf } from "./rows.js";
import { inPolygon } from "./shapes.js";
import { state, tell } from "./state.js";
import { say } from "./words.js";

// What the desk works on; `asked` and `coverage` are there once it is opened for a page.
export const evaluation = {
  asked: null,
  coverage: null,
  list: [],
  past: [],
  future: [],
  // How the way is measured: "straight", "road" or "time"; and kilometres, or minutes of time.
  reach: 0,
  by: "straight",
  figures: null,
  // How many candidates were ever made: each keeps its number.
  made: 0,
};

// The place of a layer of polygons that a point lies in.
export function placeAt(table, lon, lat) {
  const latlng = L.latLng(lat, lon);
  return places[table].find((place) => inPolygon(place, latlng)) || null;
}

export function openCandidates(asked) {
  evaluation.asked = asked;
  evaluation.reach = asked.reach;
  const graph = asked.roads && context.find((one) => one.name === asked.roads.layer)?.graph;
  const { roads } = asked;
  const ways = graph ? { road: readRoads(graph, roads) } : {};
  if (graph && roads.time) ways.time = readRoads(graph, { ...roads, ...roads.time });
  evaluation.coverage = readCoverage(asked, placeAt, ways);
  recompute();
}

// The ways by which reach can be measured on this map.
export function waysThere() {
  return Object.keys(evaluation.coverage.ways);
}

export function byRoad() {
  return evaluation.by !== "straight";
}
export function inTime() {
  return evaluation.by === "time";
}
// What reach can be chosen from, in kilometres or minutes.
export function reachesThere() {
  const { reaches, roads } = evaluation.asked;
  return inTime() ? roads.time.reaches : reaches;
}
// A reach, and what a way costs, in words.
export function withMeasure(reach) {
  return `${reach} ${inTime() ? say("minutes") : "km"}`;
}
export function costText(cost) {
  return inTime() ? withMeasure(cost.toFixed(1)) : distanceText(cost);
}

// The figures of a list of candidates, by the reach and the way that are chosen.
export function figuresOf(list) {
  return evaluation.coverage.evaluate(list, costOfReach(), evaluation.by);
}

// The reach in words, and by which way it is measured.
export function reachText() {
  return `${withMeasure(evaluation.reach)} · ${say(WAYS[evaluation.by])}`;
}

// The reach in what ways cost: metres, or minutes.
export function costOfReach() {
  return evaluation.reach * (inTime() ? 1 : 1000);
}
// Metres that nobody gets beyond: in time those of the faster of road and leg.
export function metresOfReach() {
  if (!inTime()) return costOfReach();
  const { leg, pace } = evaluation.asked.roads.time;
  return costOfReach() / Math.min(leg, pace);
}

// The corners of what candidates reach by the straight way, as far as they can by any.
export function boundsOfReach(list) {
  const bounds = L.latLngBounds([]);
  for (const { lon, lat } of list) {
    for (const way of [0, 90, 180, 270]) {
      bounds.extend(destination(lon, lat, way, metresOfReach()));
    }
  }
  return bounds;
}

// What is served, as people read it.
export function peopleText(amount) {
  return withUnit(evaluation.asked.quantity, amount);
}

// An amount of a stream of waste, or of capacity.
export function tonnesText({ heading }, amount) {
  return withUnit(heading, amount);
}

// A heading that says what the figure below it is worth: the list of sites may lack some. Where a
// site is known to its county alone it may stand nearer than it is drawn, or farther: no bound holds.
export function atMost(words) {
  return bounded(words, "atMost");
}
export function atLeast(words) {
  return bounded(words, "atLeast");
}
function bounded(words, bound) {
  const { drawn, worth } = evaluation.asked;
  if (!drawn && !worth) return words;
  const said = say(drawn ? "whereDrawn" : bound);
  return state.lang === "zh" ? `${words}（${said}）` : `${words} (${said})`;
}

// The same in full, for who points at it.
export function peopleInFull(amount) {
  return inFull(evaluation.asked.quantity, amount);
}

export function siteName(at) {
  const { names } = evaluation.coverage.sites;
  return (
    (state.lang === "zh" ? names.zh[at] || names.en[at] : names.en[at] || names.zh[at]) ||
    say("untitled")
  );
}

export function layerOfTable(table) {
  return layers.find((layer) => layer.table === table);
}

// The units that a candidate lies in, from its figures.
export function whereText({ region, county }) {
  const names = [
    [evaluation.asked.regions, region],
    [evaluation.asked.counties, county],
  ]
    .filter(([, place]) => place)
    .map(([table, place]) => nameOf(layerOfTable(table), place.rows[0]));
  return names.length ? [...new Set(names)].join(" · ") : say("outside");
}

// Names of the words for each way.
export const WAYS = { straight: "byStraight", road: "byRoad", time: "byTime" };

// Whether a site there could serve anyone here: not farther from the map's area than its reach.
export function nearMap(lon, lat) {
  const [west, south, east, north] = data.bounds;
  const km = Math.max(...evaluation.asked.reaches, metresOfReach() / 1000);
  const [dLat, dLon] = [km / 110, km / (111 * Math.max(0.1, Math.cos(lat * DEGREE)))];
  return lon >= west - dLon && lon <= east + dLon && lat >= south - dLat && lat <= north + dLat;
}

function recompute() {
  evaluation.figures = figuresOf(evaluation.list);
}

// Every change of the list goes through here, so that each can be undone.
export function changeCandidates(list) {
  evaluation.past.push(evaluation.list);
  evaluation.future = [];
  evaluation.list = list;
  showCandidates();
}

// Another list comes onto the desk, with what can be undone in it.
export function replaceCandidates(list, past = [...evaluation.past, evaluation.list], future = []) {
  Object.assign(evaluation, { list, past, future });
  showCandidates();
}

function stepCandidates(from, to) {
  if (!from.length) return;
  to.push(evaluation.list);
  evaluation.list = from.pop();
  showCandidates();
}
export function undoCandidates() {
  stepCandidates(evaluation.past, evaluation.future);
}
export function redoCandidates() {
  stepCandidates(evaluation.future, evaluation.past);
}

function showCandidates() {
  recompute();
  tell("candidates");
}

// While a mark is dragged: the figures follow, and nothing can be undone yet.
export function previewCandidates(list) {
  evaluation.list = list;
  recompute();
  tell("candidates", "moving");
}

export function setReach(km) {
  evaluation.reach = km;
  showCandidates();
}

export function setWay(by) {
  if (chooseWay(by)) showCandidates();
}

// Another measure has other reaches: the one in the same place of them, or that which is named.
export function chooseWay(by, reach = null) {
  if (waysThere().includes(by)) {
    const at = reachesThere().indexOf(evaluation.reach);
    evaluation.by = by;
    const there = reachesThere();
    if (!there.includes(evaluation.reach)) evaluation.reach = there[Math.min(at, there.length - 1)];
  }
  if (reachesThere().includes(reach)) evaluation.reach = reach;
  return evaluation.by === by;
}

// Names tell candidates apart in the file too: each is there once.
export function ownName(wanted, except) {
  const taken = new Set(evaluation.list.filter((_, at) => at !== except).map(candidateName));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`;
  return name;
}
// One without a name of its own goes by its number, in the reader's language.
export function candidateName(candidate) {
  return candidate.name || `${say("candidate")} ${candidate.number}`;
}

export function addCandidate(lon, lat, name) {
  evaluation.made += 1;
  changeCandidates([
    ...evaluation.list,
    {
      number: evaluation.made,
      lon: roundDegrees(lon),
      lat: roundDegrees(lat),
      name: name ? ownName(name) : "",
    },
  ]);
}
export function alterCandidate(at, change) {
  changeCandidates(evaluation.list.map((one, i) => (i === at ? { ...one, ...change } : one)));
}
export function removeCandidate(at) {
  changeCandidates(evaluation.list.filter((_, i) => i !== at));
}
