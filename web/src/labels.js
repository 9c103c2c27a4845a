// Names on the polygons, where there is room for them.

import { make } from "./elements.js";
import { L } from "./leaflet.js";
import { layers, MOST_ELEMENTS, makePane, map } from "./map.js";
import { RADIUS } from "./marks.js";
import { isFiltered, nameOf, rowsOf } from "./rows.js";
import { on, state } from "./state.js";

const labelPane = makePane("gisplan-labels", 590);
labelPane.classList.add("leaflet-zoom-hide");
let labels = [];

// The fewer the units of a layer, the higher their rank and the larger their names.
function rank(layer) {
  const count = layer.places.length;
  return count <= 1 ? 1 : count <= 30 ? 2 : 3;
}

function makeLabels() {
  for (const label of labels) label.element.remove();
  const named = layers.filter((layer) => layer.label && layer.geometry === "polygon");
  labels = named.flatMap((layer) =>
    layer.places.map((place) => ({
      layer,
      place,
      rank: rank(layer),
      element: make(
        `span.label.rank-${rank(layer)}`,
        { "aria-hidden": "true", dir: "auto" },
        nameOf(layer, place.rows[0]),
      ),
    })),
  );
  labels.sort((a, b) => a.rank - b.rank || size(b.place) - size(a.place));
  labelPane.append(...labels.map((label) => label.element));
  labels.forEach((label) => {
    label.width = label.element.offsetWidth;
    label.height = label.element.offsetHeight;
  });
  placeLabels();
}

function size(place) {
  const { room } = place;
  return (room.getEast() - room.getWest()) * (room.getNorth() - room.getSouth());
}

// Show each name if it fits its unit and covers neither a mark nor a name placed before.
export function placeLabels() {
  const taken = [];
  layers.forEach((layer) => {
    // Very many marks are everywhere: then names stand upon them.
    const few = layer.places.length <= MOST_ELEMENTS;
    if (layer.geometry !== "point" || !state.shown[layer.number] || !few) return;
    layer.places.forEach((place) => {
      if (isFiltered(layer) && !rowsOf(layer, place).length) return;
      const point = map.latLngToLayerPoint(place.point);
      const radius = RADIUS[place.precision] + 2;
      taken.push([point.x - radius, point.y - radius, point.x + radius, point.y + radius]);
    });
  });
  const seen = new Set();
  labels.forEach((label) => {
    const { place, width, height, element } = label;
    // Two layers may name the same unit; once is enough.
    const key = element.textContent;
    let box = null;
    if (state.shown[label.layer.number] && !seen.has(key)) {
      const corner = map.latLngToLayerPoint(place.room.getNorthWest());
      const far = map.latLngToLayerPoint(place.room.getSouthEast());
      const fits = far.x - corner.x > 0.8 * width && far.y - corner.y > height;
      const at = map.latLngToLayerPoint(place.anchor);
      const shifts = fits ? [0, 18, -18] : [];
      box = shifts
        .map((shift) => [
          at.x - width / 2,
          at.y + shift - height / 2,
          at.x + width / 2,
          at.y + shift + height / 2,
        ])
        .find(
          (one) =>
            !taken.some(
              (other) =>
                one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1],
            ),
        );
    }
    element.hidden = !box;
    if (!box) return;
    seen.add(key);
    taken.push(box);
    L.DomUtil.setPosition(element, L.point(Math.round(box[0]), Math.round(box[1])));
  });
}

export function startLabels() {
  on("language", makeLabels);
  on("layers", placeLabels);
  map.on("zoomend viewreset resize", placeLabels);
}
