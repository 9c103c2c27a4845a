// The places of a table: rows, and a point or parts of rings with bounds.

import { decodePoints, inRing, joinArcs, stored } from "./decode.js";
import { L } from "./leaflet.js";

// Give a function that makes the places of one table from the page's data.
export function placeMaker(data) {
  const arcs = data.arcs ? data.arcs.split(" ").map((arc) => decodePoints(arc, data)) : [];
  return (table) => {
    const count = typeof table.rows === "number" ? table.rows : table.rows.length;
    const points = table.geometry === "point" ? decodePoints(table.at, data) : [];
    const anchors = table.anchor ? decodePoints(table.anchor, data) : [];
    return Array.from({ length: count }, (_, at) => {
      const place = { at, rows: typeof table.rows === "number" ? [at] : table.rows[at] };
      if (table.geometry === "point") {
        place.point = points[at];
        place.precision = stored(table.precision, at);
        return place;
      }
      place.parts = table.shapes[at].map((part) => part.map((path) => joinArcs(arcs, path)));
      place.bounds = L.latLngBounds(place.parts.flatMap((part) => part[0]));
      place.anchor = anchors[at];
      // Where a label has room: the bounds of the part that its anchor is in.
      if (place.anchor) {
        const part = place.parts.find(([outer]) => inRing(outer, place.anchor)) || place.parts[0];
        place.room = L.latLngBounds(part[0]);
      }
      return place;
    });
  };
}

export function inPolygon(place, latlng) {
  if (!place.bounds.contains(latlng)) return false;
  const point = [latlng.lat, latlng.lng];
  return place.parts.some(
    ([outer, ...holes]) => inRing(outer, point) && !holes.some((hole) => inRing(hole, point)),
  );
}

export function nearLine(map, place, latlng, pixels) {
  const point = map.latLngToLayerPoint(latlng);
  const low = map.latLngToLayerPoint(place.bounds.getSouthWest());
  const high = map.latLngToLayerPoint(place.bounds.getNorthEast());
  if (
    point.x < low.x - pixels ||
    point.x > high.x + pixels ||
    point.y > low.y + pixels ||
    point.y < high.y - pixels
  ) {
    return false;
  }
  return place.parts.some(([path]) => {
    const line = path.map((vertex) => map.latLngToLayerPoint(vertex));
    return line.some(
      (end, i) => i && L.LineUtil.pointToSegmentDistance(point, line[i - 1], end) <= pixels,
    );
  });
}
