// Beside a mark, above all marks and clear of other numbers: what its rows have to be written there
// or how many rows it stands for.

import { make } from "./elements.js";
import { L } from "./leaflet.js";
import { layers, makePane, map } from "./map.js";
import { RADIUS } from "./marks.js";
import { rowsOf, valueAt } from "./rows.js";
import { on, state } from "./state.js";

const pane = makePane("gisplan-counts", 588);
pane.classList.add("leaflet-zoom-hide");
const HEIGHT = 16;
// The boxes of what is written, in pixels of the pane.
export let numberBoxes = [];

// Where a number may stand, from the first choice: steps from the mark's middle to its own.
function choices(width, radius) {
  const [x, y] = [width / 2 + radius * 0.5, HEIGHT / 2 + radius * 0.5];
  return [
    [x, -y],
    [-x, -y],
    [x, y],
    [-x, y],
    [0, -HEIGHT / 2 - radius - 2],
    [0, HEIGHT / 2 + radius + 2],
    [width / 2 + radius + 2, 0],
    [-width / 2 - radius - 2, 0],
  ];
}

function apart(a, b) {
  return a[0] >= b[2] || a[2] <= b[0] || a[1] >= b[3] || a[3] <= b[1];
}

// What is written beside a place; of many rows how many there are.
const MOST_TOLD = 3;
function beside(layer, rows) {
  const told = layer.beside && rows.length <= MOST_TOLD;
  if (told) return rows.map((row) => valueAt(layer.data, layer.beside, row) ?? "").join(" ");
  return rows.length > 1 ? String(rows.length) : "";
}

function placeCounts() {
  const marks = layers
    .filter((layer) => layer.geometry === "point" && state.shown[layer.number])
    .flatMap((layer) =>
      layer.marks.map(({ place }) => ({
        at: map.latLngToLayerPoint(place.point),
        text: beside(layer, rowsOf(layer, place)),
        told: Boolean(layer.beside),
        radius: RADIUS[place.precision],
      })),
    );
  const middles = marks.map(({ at, radius }) => [
    at.x - radius / 2,
    at.y - radius / 2,
    at.x + radius / 2,
    at.y + radius / 2,
  ]);
  const taken = [];
  const numbers = marks
    .map((mark, own) => ({ ...mark, own }))
    .filter((mark) => mark.text)
    .flatMap(({ at, text, told, radius, own }) => {
      // A Chinese character is as wide as it is high.
      const width = [...text].reduce((sum, one) => sum + (one > "\u2e80" ? 11.5 : 7), 8);
      const boxes = choices(width, radius).map(([x, y]) => [
        at.x + x - width / 2,
        at.y + y - HEIGHT / 2,
        at.x + x + width / 2,
        at.y + y + HEIGHT / 2,
      ]);
      const clear = boxes.filter((box) => taken.every((other) => apart(box, other)));
      // Rather clear of the middles of other marks, too.
      const box =
        clear.find((one) => middles.every((mark, n) => n === own || apart(one, mark))) ||
        (told ? null : clear[0] || boxes[0]);
      // What would cover other marks is left to the nearer view, and to the pop-up.
      if (!box) return [];
      taken.push(box);
      const element = make("span.mark-count", { "aria-hidden": "true" }, text);
      element.style.width = `${width}px`;
      L.DomUtil.setPosition(element, L.point(Math.round(box[0]), Math.round(box[1])));
      return [element];
    });
  numberBoxes = taken;
  pane.replaceChildren(...numbers);
}

export function startCounts() {
  map.on("zoomend viewreset resize", placeCounts);
  const events = ["language", "layers", "year", "kept", "filter", "paper"];
  for (const event of events) on(event, placeCounts);
}
