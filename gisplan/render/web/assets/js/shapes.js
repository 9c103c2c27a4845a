// Geometry: numbers back from base 64, arcs joined to rings, and what lies under a point.

const DIGITS = new Int8Array(128);
"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  .split("").forEach((letter, digit) => { DIGITS[letter.charCodeAt(0)] = digit; });

// Whole numbers, each its lowest five bits first.
function decodeNumbers(text) {
  const numbers = [];
  for (let at = 0; at < text.length;) {
    let value = 0;
    let scale = 1;
    let digit;
    do {
      digit = DIGITS[text.charCodeAt(at++)];
      value += (digit & 31) * scale;
      scale *= 32;
    } while (digit & 32);
    numbers.push(value % 2 ? -(value + 1) / 2 : value / 2);
  }
  return numbers;
}

// Vertices [latitude, longitude] from differences on the grid.
function decodePoints(text) {
  const grid = 10 ** -data.decimals;
  const numbers = decodeNumbers(text);
  const points = [];
  let [x, y] = data.origin;
  for (let at = 0; at < numbers.length; at += 2) {
    x += numbers[at];
    y += numbers[at + 1];
    points.push([y * grid, x * grid]);
  }
  return points;
}

const arcs = data.arcs ? data.arcs.split(" ").map(decodePoints) : [];

function joinArcs(numbers) {
  const ring = [];
  numbers.forEach((number, at) => {
    const arc = number < 0 ? arcs[~number].slice().reverse() : arcs[number];
    for (let i = at ? 1 : 0; i < arc.length; i++) ring.push(arc[i]);
  });
  return ring;
}

// Each table gets its places: rows, and a point or parts of rings with bounds.
function makePlaces(table) {
  const count = typeof table.rows === "number" ? table.rows : table.rows.length;
  const points = table.geometry === "point" ? decodePoints(table.at) : [];
  const anchors = table.anchor ? decodePoints(table.anchor) : [];
  return Array.from({ length: count }, (_, at) => {
    const place = { at, rows: typeof table.rows === "number" ? [at] : table.rows[at] };
    if (table.geometry === "point") {
      place.point = points[at];
      place.precision = stored(table.precision, at);
      return place;
    }
    place.parts = table.shapes[at].map((part) => part.map(joinArcs));
    place.bounds = L.latLngBounds(place.parts.flatMap((part) => part[0]));
    place.anchor = anchors[at];
    // Where a label has room: the bounds of the part that its anchor is in.
    if (place.anchor) {
      const part = place.parts.find(([outer]) => inRing(outer, place.anchor)) || place.parts[0];
      place.room = L.latLngBounds(part[0]);
    }
    return place;
  });
}

function inRing(ring, [lat, lng]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [y1, x1] = ring[i];
    const [y2, x2] = ring[j];
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

function inPolygon(place, latlng) {
  if (!place.bounds.contains(latlng)) return false;
  const point = [latlng.lat, latlng.lng];
  return place.parts.some(([outer, ...holes]) =>
    inRing(outer, point) && !holes.some((hole) => inRing(hole, point)));
}

function nearLine(map, place, latlng, pixels) {
  const point = map.latLngToLayerPoint(latlng);
  const low = map.latLngToLayerPoint(place.bounds.getSouthWest());
  const high = map.latLngToLayerPoint(place.bounds.getNorthEast());
  if (point.x < low.x - pixels || point.x > high.x + pixels
    || point.y > low.y + pixels || point.y < high.y - pixels) return false;
  return place.parts.some(([path]) => {
    const line = path.map((vertex) => map.latLngToLayerPoint(vertex));
    return line.some((end, i) => i
      && L.LineUtil.pointToSegmentDistance(point, line[i - 1], end) <= pixels);
  });
}
