// Lengths and areas on the WGS 84 ellipsoid, along geodesics, as gisplan itself measures.

import { make } from "./elements.js";
import { geodesicArea, geodesicPoints, pathLength } from "./geodesic.js";
import { hover } from "./hover.js";
import { L } from "./leaflet.js";
import { makePane, map } from "./map.js";
import { areaParts, lengthText } from "./numbers.js";
import { on, state } from "./state.js";
import { say } from "./words.js";

makePane("gisplan-measure", 630);
const measureGroup = L.layerGroup().addTo(map);
const measureBox = make("section.measure", { id: "measure", hidden: true });
document.getElementById("years").before(measureBox);

let points = [];

function areaText(square) {
  const [number, unit] = areaParts(square);
  return `${number} ${say(unit)}`;
}

export function addVertex(latlng) {
  points.push([latlng.lat, latlng.lng]);
  showMeasure();
}

function showMeasure() {
  measureGroup.clearLayers();
  const style = {
    pane: "gisplan-measure",
    interactive: false,
    color: "#7c2d12",
    weight: 2.5,
    smoothFactor: 0,
  };
  const line = points.flatMap((point, at) =>
    at ? geodesicPoints(points[at - 1], point, 1, 60) : [point],
  );
  if (points.length > 2) {
    L.polygon([...line, ...geodesicPoints(points[points.length - 1], points[0], 1, 60)], {
      ...style,
      stroke: false,
      fillColor: "#7c2d12",
      fillOpacity: 0.12,
    }).addTo(measureGroup);
    L.polyline(
      [points[points.length - 1], ...geodesicPoints(points[points.length - 1], points[0], 1, 60)],
      { ...style, weight: 1.5, dashArray: "4 4" },
    ).addTo(measureGroup);
  }
  if (line.length > 1) L.polyline(line, { ...style, className: "measured" }).addTo(measureGroup);
  for (const point of points) {
    L.circleMarker(point, {
      ...style,
      radius: 4,
      fillColor: "#ffffff",
      fillOpacity: 1,
      weight: 2,
    }).addTo(measureGroup);
  }
  writeMeasure();
}

function writeMeasure() {
  if (!state.measuring) return;
  const held = measureBox.contains(document.activeElement) ? document.activeElement.id : null;
  const closed = [...points, points[0]];
  const button = (id, name, action, off) =>
    make(
      "button",
      { type: "button", id: `measure-${id}`, onclick: action, disabled: off },
      say(name),
    );
  measureBox.setAttribute("aria-label", say("measureTitle"));
  measureBox.replaceChildren(
    make(
      "div.measure-head",
      {},
      make("strong", {}, say("measureTitle")),
      make(
        "button.close",
        {
          type: "button",
          id: "measure-close",
          "aria-label": say("close"),
          onclick: () => measure(false),
        },
        "×",
      ),
    ),
    points.length < 2 ? make("p.hint", {}, say("measureHint")) : "",
    make(
      "dl.values",
      { "aria-live": "polite" },
      make("dt", {}, say("length")),
      make("dd", { id: "measured-length" }, lengthText(pathLength(points))),
      points.length > 2
        ? [
            make("dt", {}, say("perimeter")),
            make("dd", {}, lengthText(pathLength(closed))),
            make("dt", {}, say("area")),
            make("dd", { id: "measured-area" }, areaText(geodesicArea(points))),
          ]
        : [],
    ),
    make(
      "div.row",
      {},
      button("middle", "addMiddle", () => addVertex(map.getCenter())),
      button(
        "back",
        "takeBack",
        () => {
          points.pop();
          showMeasure();
        },
        !points.length,
      ),
      button(
        "clear",
        "startOver",
        () => {
          points = [];
          showMeasure();
        },
        !points.length,
      ),
    ),
  );
  const again = held && document.getElementById(held);
  if (again && !again.disabled) again.focus();
}

export function measure(going) {
  state.measuring = going;
  points = [];
  document.body.classList.toggle("measuring", going);
  measureBox.hidden = !going;
  map.doubleClickZoom[going ? "disable" : "enable"]();
  if (going) map.closePopup();
  hover(null);
  showMeasure();
  const toggle = document.getElementById("tool-measure");
  if (toggle) {
    toggle.setAttribute("aria-pressed", String(going));
    if (!going) toggle.focus();
  }
}

export function startMeasure() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.measuring) measure(false);
  });
  on("language", writeMeasure);
}
