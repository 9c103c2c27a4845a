// Candidate sites: their list with undo, their marks and reaches on the map, their file.

const CIRCLE = 180;
const evaluation = { open: false, list: [], past: [], future: [], reach: asked.reach, figures: null,
  made: 0, say: null };

const candidatePane = map.createPane("gisplan-candidates");
candidatePane.style.zIndex = 640;
const reachPane = map.createPane("gisplan-reach");
reachPane.style.zIndex = 575;
reachPane.style.pointerEvents = "none";
const reachGroup = L.layerGroup().addTo(map);
const markGroup = L.layerGroup().addTo(map);
const gainedCanvas = L.canvas({ pane: "gisplan-reach" });

function metresOfReach() { return evaluation.reach * 1000; }

// Whether a site there could serve anyone here: not farther from the map's area than its reach.
function nearMap(lon, lat) {
  const [west, south, east, north] = data.bounds;
  const km = Math.max(...asked.reaches);
  const [dLat, dLon] = [km / 110, km / (111 * Math.max(0.1, Math.cos(lat * DEGREE)))];
  return lon >= west - dLon && lon <= east + dLon && lat >= south - dLat && lat <= north + dLat;
}

function recompute() {
  evaluation.figures = evaluateCandidates(evaluation.list, metresOfReach());
}

// Every change of the list goes through here, so that each can be undone.
function changeCandidates(list) {
  evaluation.past.push(evaluation.list);
  evaluation.future = [];
  evaluation.list = list;
  showCandidates();
}

function stepCandidates(from, to) {
  if (!from.length) return;
  to.push(evaluation.list);
  evaluation.list = from.pop();
  showCandidates();
}
function undoCandidates() { stepCandidates(evaluation.past, evaluation.future); }
function redoCandidates() { stepCandidates(evaluation.future, evaluation.past); }

function showCandidates() {
  recompute();
  drawReaches();
  drawCandidates();
  writeEvaluation();
}

// Names tell candidates apart in the file too: each is there once.
function ownName(wanted, except) {
  const taken = new Set(evaluation.list.filter((_, at) => at !== except).map(candidateName));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`;
  return name;
}
// One without a name of its own goes by its number, in the reader's language.
function candidateName(candidate) {
  return candidate.name || `${say("candidate")} ${candidate.number}`;
}

function addCandidate(lon, lat, name) {
  evaluation.made += 1;
  changeCandidates([...evaluation.list, { number: evaluation.made, lon: roundDegrees(lon),
    lat: roundDegrees(lat), name: name ? ownName(name) : "" }]);
}
function alterCandidate(at, change) {
  changeCandidates(evaluation.list.map((one, i) => (i === at ? { ...one, ...change } : one)));
}
function removeCandidate(at) { changeCandidates(evaluation.list.filter((_, i) => i !== at)); }

function drawReaches() {
  reachGroup.clearLayers();
  evaluation.list.forEach(({ lon, lat }) => {
    const ring = Array.from({ length: CIRCLE }, (_, i) =>
      destination(lon, lat, i * 360 / CIRCLE, metresOfReach()));
    L.polygon(ring, { pane: "gisplan-reach", interactive: false, className: "reach", smoothFactor: 0,
      color: "#9d174d", weight: 2, fillColor: "#9d174d", fillOpacity: 0.08 }).addTo(reachGroup);
  });
  evaluation.figures.gained.forEach((point) => L.circleMarker(
    [demand.lat[point], demand.lon[point]], { renderer: gainedCanvas, pane: "gisplan-reach",
      interactive: false, radius: 2.5, stroke: true, weight: 0.8, color: "#ffffff",
      fillColor: "#9d174d", fillOpacity: 1 }).addTo(reachGroup));
}

function drawCandidates() {
  markGroup.clearLayers();
  evaluation.list.forEach((candidate, at) => {
    const marker = L.marker([candidate.lat, candidate.lon], {
      pane: "gisplan-candidates", draggable: true, autoPan: true, keyboard: true,
      icon: L.divIcon({ html: make("span.candidate-mark", {}, String(candidate.number)),
        className: "candidate-icon", iconSize: [28, 36], iconAnchor: [14, 35] }),
    });
    const whole = evaluation.list;
    let frame = 0;
    const moved = () => {
      const { lat, lng } = marker.getLatLng();
      return { ...candidate, lon: roundDegrees(lng), lat: roundDegrees(lat) };
    };
    marker.on("drag", () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        evaluation.list = whole.map((one, i) => (i === at ? moved() : one));
        recompute();
        drawReaches();
        writeEvaluation();
      });
    });
    marker.on("dragend", () => {
      cancelAnimationFrame(frame);
      evaluation.list = whole;
      changeCandidates(whole.map((one, i) => (i === at ? moved() : one)));
    });
    marker.on("click", () => {
      openEvaluation(true);
      const card = document.getElementById(`candidate-${at}`);
      if (card) card.scrollIntoView({ block: "nearest" });
    });
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

// RFC 7946: WGS 84, longitude first.
function candidatesGeoJson() {
  return JSON.stringify({
    type: "FeatureCollection",
    features: evaluation.list.map((one) => ({
      type: "Feature",
      properties: { name: candidateName(one) },
      geometry: { type: "Point", coordinates: [one.lon, one.lat] },
    })),
  }, null, 1);
}

function saveCandidates() {
  const file = new Blob([candidatesGeoJson()], { type: "application/geo+json" });
  const address = URL.createObjectURL(file);
  const link = make("a", { href: address, download: `candidates_${data.name}.geojson` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
