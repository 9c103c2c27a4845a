// What lies at a point of the map.

import { dotsWithin, STAMP_RADIUS } from "./dots.js";
import { layers, MOST_ELEMENTS, map } from "./map.js";
import { RADIUS } from "./marks.js";
import { isFiltered, rowsOf } from "./rows.js";
import { inPolygon, nearLine } from "./shapes.js";
import { state } from "./state.js";

// All visible places at a point: marks first, then from the top layer down. Outlines come last,
// for their inside belongs to what is drawn within.
export function hits(latlng) {
  const point = map.latLngToLayerPoint(latlng);
  const found = [];
  [...layers].reverse().forEach((layer) => {
    if (!state.shown[layer.number]) return;
    placesNear(layer, latlng).forEach((place) => {
      if (isFiltered(layer) && !rowsOf(layer, place).length) return;
      if (layer.geometry === "point") {
        const far = map.latLngToLayerPoint(place.point).distanceTo(point);
        const radius = layer.dots?.stamped ? STAMP_RADIUS : RADIUS[place.precision];
        if (far <= radius + 4) found.push({ layer, place, far, order: 0 });
      } else if (layer.geometry === "line") {
        if (nearLine(map, place, latlng, 6)) {
          found.push({ layer, place, far: 0, order: 1 });
        }
      } else if (inPolygon(place, latlng)) {
        const order = layer.style.kind === "outline" ? 3 : 2;
        found.push({ layer, place, far: 0, order });
      }
    });
  });
  // Of outlines the smaller unit says more.
  return found.sort(
    (a, b) =>
      a.order - b.order ||
      a.far - b.far ||
      (a.order === 3 ? b.layer.places.length - a.layer.places.length : 0),
  );
}

// Places of a layer that a mark could show at a point of the map.
function placesNear(layer, latlng) {
  const all = layer.places;
  if (layer.geometry !== "point" || all.length <= MOST_ELEMENTS) return all;
  const scale = map.options.crs.scale(map.getZoom()) / 256;
  const { x, y } = map.options.crs.latLngToPoint(latlng, 0);
  const far = 18 / scale;
  return dotsWithin(layer.table, x - far, y - far, x + far, y + far).map((at) => all[at]);
}
