// Candidate sites on the map: a mark to drag, its reach, and who is gained.

import {
  alterCandidate,
  byRoad,
  candidateName,
  changeCandidates,
  evaluation,
  metresOfReach,
  previewCandidates,
  removeCandidate,
} from "./candidates.js";
import { roundDegrees } from "./coordinates.js";
import { make } from "./elements.js";
import { destination } from "./geodesic.js";
import { L } from "./leaflet.js";
import { makePane, map } from "./map.js";
import { drawRoutes } from "./routes.js";
import { on, state, tell } from "./state.js";

// Corners of the ring that a reach is drawn with.
const CIRCLE = 180;
let reachGroup = null;
let markGroup = null;
// Very many are gained: on the screen on a canvas, on paper as shapes, since browsers print a
// canvas as an opaque sheet.
let gainedCanvas = null;
let gainedShapes = null;

function drawReaches() {
  reachGroup.clearLayers();
  drawReach(reachGroup, { pane: "gisplan-reach", renderer: renderer() }, evaluation);
}

// The reach of candidates, and who is gained, in a pane.
export function drawReach(group, where, { list, figures }) {
  if (byRoad()) drawRoutes(group, where, { list, figures });
  else drawCircles(group, where, list);
  drawSettlements(group, where, figures.gained);
}

export function drawSettlements(group, where, points, look) {
  const { demand } = evaluation.coverage;
  for (const point of points) {
    L.circleMarker([demand.lat[point], demand.lon[point]], {
      ...where,
      interactive: false,
      radius: 2.5,
      stroke: true,
      weight: 0.8,
      color: "#ffffff",
      fillColor: "#9d174d",
      fillOpacity: 1,
      ...look,
    }).addTo(group);
  }
}

function renderer() {
  return state.paper ? gainedShapes : gainedCanvas;
}

export function drawCircles(group, { pane }, list, look) {
  list.forEach(({ lon, lat }) => {
    const ring = Array.from({ length: CIRCLE }, (_, i) =>
      destination(lon, lat, (i * 360) / CIRCLE, metresOfReach()),
    );
    L.polygon(ring, {
      pane,
      interactive: false,
      className: "reach",
      smoothFactor: 0,
      color: "#9d174d",
      weight: 2,
      fillColor: "#9d174d",
      fillOpacity: 0.08,
      ...look,
    }).addTo(group);
  });
}

export function candidateIcon(text) {
  return L.divIcon({
    html: make("span.candidate-mark", {}, text),
    className: "candidate-icon",
    iconSize: [28, 36],
    iconAnchor: [14, 35],
  });
}

function drawCandidates() {
  markGroup.clearLayers();
  evaluation.list.forEach((candidate, at) => {
    const marker = L.marker([candidate.lat, candidate.lon], {
      pane: "gisplan-candidates",
      draggable: true,
      autoPan: true,
      keyboard: true,
      icon: candidateIcon(String(candidate.number)),
    });
    const whole = evaluation.list;
    let frame = 0;
    const moved = () => {
      const { lat, lng } = marker.getLatLng();
      return { ...candidate, lon: roundDegrees(lng), lat: roundDegrees(lat) };
    };
    marker.on("drag", () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        previewCandidates(whole.map((one, i) => (i === at ? moved() : one))),
      );
    });
    marker.on("dragend", () => {
      cancelAnimationFrame(frame);
      evaluation.list = whole;
      changeCandidates(whole.map((one, i) => (i === at ? moved() : one)));
    });
    marker.on("click", () => tell("picked", at));
    marker.addTo(markGroup);
    const element = marker.getElement();
    element.setAttribute("aria-label", candidateName(candidate));
    element.title = candidateName(candidate);
    element.addEventListener("keydown", (event) => nudge(event, at));
  });
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The arrow keys move a mark as the mouse would: ten pixels, or one with the shift key.
function nudge(event, at) {
  if (event.key === "Delete") {
    removeCandidate(at);
    return;
  }
  const step = ARROWS[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const { lon, lat } = evaluation.list[at];
  const size = event.shiftKey ? 1 : 10;
  const point = map.latLngToContainerPoint([lat, lon]).add([step[0] * size, step[1] * size]);
  const to = map.containerPointToLatLng(point);
  alterCandidate(at, { lon: roundDegrees(to.lng), lat: roundDegrees(to.lat) });
  const again = document.querySelectorAll(".candidate-icon")[at];
  if (again) again.focus();
}

export function startCandidateMarks() {
  const pane = map.createPane("gisplan-candidates");
  pane.style.zIndex = 640;
  makePane("gisplan-reach", 575);
  reachGroup = L.layerGroup().addTo(map);
  markGroup = L.layerGroup().addTo(map);
  gainedCanvas = L.canvas({ pane: "gisplan-reach" });
  gainedShapes = L.svg({ pane: "gisplan-reach" });
  on("candidates", (moving) => {
    drawReaches();
    // The mark that is being dragged stays.
    if (!moving) drawCandidates();
  });
  on("paper", () => {
    drawReaches();
    if (!state.paper) return;
    // A canvas without anything on it is opaque on paper all the same; and one that is taken off while
    // it waits to be drawn never is again.
    gainedCanvas.remove();
    gainedCanvas = L.canvas({ pane: "gisplan-reach" });
  });
  on("language", drawCandidates);
}
