// What lies beneath the map: neighbours and lakes below all else; rivers, railways, roads and
// borders over fills, below outlines and marks. Quiet in colour, the more detailed the nearer.

import { CanvasLayer } from "./canvas.js";
import { data } from "./data.js";
import { decodePoints, joinArcs } from "./decode.js";
import { decodeGraph } from "./graph.js";
import { seats, towns } from "./label_seats.js";
import { L } from "./leaflet.js";
import { layers, makePane, map } from "./map.js";
import { on, state, tell } from "./state.js";
import { SvgPen } from "./svg_pen.js";

const LEVELS = ["county", "prefecture", "province", "country"];
const BORDERS = data.context?.borders ?? {};
// Zoom from which borders are drawn, on a map that has no layer of them.
const BORDER_FROM = { country: 0, province: 0, prefecture: 0, county: 7 };
// Zoom from which railways and rivers without a name are drawn; roads are at every zoom.
const FROM = { railway: 6, river: 6.8 };

export const context = data.context ? data.context.layers.map(decode) : [];
export const graph = context.find((one) => one.graph)?.graph ?? null;

function decode(one) {
  const found = { ...one, paths: [], graph: null };
  if (one.graph) found.graph = decodeGraph(one.graph);
  else {
    found.paths = one.shapes.map((parts) =>
      parts.map((rings) => rings.map((arcs) => joinArcs(arcsOf(), arcs))),
    );
  }
  found.anchors = one.anchors ? decodePoints(one.anchors, data) : [];
  return found;
}

let arcs = null;

function arcsOf() {
  arcs ??= data.arcs.split(" ").map((arc) => decodePoints(arc, data));
  return arcs;
}

export function contextShown(one) {
  return state.context[one.name] !== false;
}

export function showContext(one, shown) {
  state.context[one.name] = shown;
  tell("context");
}

function project([lat, lng]) {
  const { x, y } = map.options.crs.latLngToPoint(L.latLng(lat, lng), 0);
  return [x, y];
}

// A path in pixels of the world, with its bounds.
function projected(path) {
  const line = path.map(project);
  const xs = line.map(([x]) => x);
  const ys = line.map(([, y]) => y);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return { line, box };
}

function trace(pen, { line, box }, view) {
  if (box[0] > view.east || box[2] < view.west || box[1] > view.south || box[3] < view.north) {
    return;
  }
  line.forEach(([x, y], at) => {
    if (at) pen.lineTo(view.left(x) / view.ratio, view.top(y) / view.ratio);
    else pen.moveTo(view.left(x) / view.ratio, view.top(y) / view.ratio);
  });
}

// On paper the same in lines and areas.
function vectors(view) {
  const pen = new SvgPen();
  this.paint(pen, view);
  return pen.elements;
}

const GroundLayer = CanvasLayer.extend({
  name: "context-ground",
  prepare() {
    this.areas = context
      .filter((one) => one.geometry === "polygon")
      .flatMap((one) =>
        one.paths.map((parts, at) => ({
          one,
          color: one.style.colors[one.kinds?.[at]] ?? one.style.color,
          rings: parts.flat().map(projected),
        })),
      );
  },
  vectors,
  paint(pen, view) {
    pen.scale(view.ratio, view.ratio);
    for (const { one, color, rings } of this.areas) {
      if (!contextShown(one)) continue;
      pen.beginPath();
      for (const ring of rings) trace(pen, ring, view);
      pen.fillStyle = color;
      pen.fill("evenodd");
    }
  },
});

const LinesLayer = CanvasLayer.extend({
  name: "context-lines",
  prepare() {
    this.lines = context
      .filter((one) => one.geometry === "line" && !one.graph)
      .map((one) => ({
        one,
        paths: one.paths.map((parts, at) => ({
          kind: one.kinds?.[at] ?? null,
          named: Boolean(one.names?.[at]),
          lines: parts.map(([path]) => projected(path)),
        })),
      }));
    this.shores = context
      .filter((one) => one.geometry === "polygon" && !one.kinds)
      .map((one) => ({ one, rings: one.paths.flat(2).map(projected) }));
    const roads = context.find((one) => one.graph);
    this.seats = seats.map(({ at }) => project(at));
    this.towns = towns.map(({ at }) => project(at));
    this.roads = roads && { one: roads, ...projectGraph(roads.graph) };
  },
  vectors,
  paint(pen, view) {
    const zoom = map.getZoom();
    pen.scale(view.ratio, view.ratio);
    pen.lineJoin = "round";
    for (const { one, rings } of this.shores) {
      if (!contextShown(one)) continue;
      stroke(pen, rings, view, { color: "#8dbad9", width: 0.8, dash: [] });
    }
    for (const { one, paths } of this.lines.filter((each) => !each.one.kinds)) {
      if (!contextShown(one)) continue;
      const water = !one.style.dash;
      if (!water && zoom < FROM.railway) continue;
      const seen = paths.filter((path) => !water || path.named || zoom >= FROM.river);
      const drawn = seen.flatMap((path) => path.lines);
      const width = one.style.weight * (zoom < 6.5 ? 0.8 : zoom < 9 ? 1 : 1.6);
      stroke(pen, drawn, view, { color: one.style.color, width, dash: [] });
      // A railway is a dark line with white in it.
      if (!water && zoom >= 7.5) {
        stroke(pen, drawn, view, { color: "#ffffff", width: 0.55 * width, dash: [7, 7] });
      }
    }
    if (this.roads && contextShown(this.roads.one)) this.paintRoads(pen, view, zoom);
    for (const { one, paths } of this.lines.filter((each) => each.one.kinds)) {
      if (!contextShown(one)) continue;
      for (const level of LEVELS) {
        if (!borderSeen(level, zoom)) continue;
        const lines = paths.filter((path) => path.kind === level).flatMap((path) => path.lines);
        if (level === "province" || level === "country") {
          // A band along the border, as printed maps have it.
          stroke(pen, lines, view, { color: "rgba(120, 98, 140, 0.16)", width: 6, dash: [] });
        }
        stroke(pen, lines, view, BORDERS[level]);
      }
    }
    this.paintSeats(pen, view, zoom);
  },
  paintSeats(pen, view, zoom) {
    if (zoom < 7.5) return;
    pen.setLineDash([]);
    this.paintDots(pen, view, this.seats, 2.6);
    if (zoom >= 9) this.paintDots(pen, view, this.towns, 1.7);
  },
  paintDots(pen, view, places, radius) {
    for (const [x, y] of places) {
      if (x < view.west || x > view.east || y < view.north || y > view.south) continue;
      pen.beginPath();
      pen.arc(view.left(x) / view.ratio, view.top(y) / view.ratio, radius, 0, 2 * Math.PI);
      pen.fillStyle = "#ffffff";
      pen.fill();
      pen.lineWidth = 1.2;
      pen.strokeStyle = "#3c464e";
      pen.stroke();
    }
  },
  paintRoads(pen, view, zoom) {
    const { x, y, start, end, one } = this.roads;
    pen.beginPath();
    for (let at = 0; at < start.length; at++) {
      const [a, b] = [start[at], end[at]];
      if (x[a] < view.west && x[b] < view.west) continue;
      if (x[a] > view.east && x[b] > view.east) continue;
      if (y[a] < view.north && y[b] < view.north) continue;
      if (y[a] > view.south && y[b] > view.south) continue;
      pen.moveTo(view.left(x[a]) / view.ratio, view.top(y[a]) / view.ratio);
      pen.lineTo(view.left(x[b]) / view.ratio, view.top(y[b]) / view.ratio);
    }
    pen.setLineDash([]);
    const width = zoom < 6.5 ? 0.7 : zoom < 8 ? 1 : zoom < 10 ? 1.6 : 2.6;
    if (zoom >= 8.5) {
      pen.lineWidth = width + 1.6;
      pen.strokeStyle = "rgba(255, 255, 255, 0.85)";
      pen.stroke();
    }
    pen.lineWidth = width;
    pen.strokeStyle = one.style.color;
    pen.stroke();
  },
});

function projectGraph({ lon, lat, start, end }) {
  const x = new Float64Array(lon.length);
  const y = new Float64Array(lon.length);
  for (let at = 0; at < lon.length; at++) [x[at], y[at]] = project([lat[at], lon[at]]);
  return { x, y, start, end };
}

function stroke(pen, lines, view, { color, width, dash }) {
  pen.beginPath();
  for (const line of lines) trace(pen, line, view);
  pen.setLineDash(dash);
  pen.lineWidth = width;
  pen.strokeStyle = color;
  pen.stroke();
}

// A level is drawn while an outline layer of it is on; where a map has none, always.
function borderSeen(level, zoom) {
  const own = layers.filter((layer) => layer.border === level);
  if (own.length) return own.some((layer) => state.shown[layer.number]);
  return zoom >= BORDER_FROM[level];
}

const drawn = [];

export function startContext() {
  if (!context.length) return;
  makePane("gisplan-ground", 380);
  // What lies beyond the land that is drawn is more land, not a sea.
  map.getContainer().classList.add("on-land");
  // Over the topmost filled areas, and so under outlines and marks: a pane of the same height
  // that is made later lies above.
  const filled = layers.filter(
    (layer) =>
      layer.geometry === "raster" ||
      (layer.geometry === "polygon" && layer.style.kind !== "outline"),
  );
  const top = filled.length ? filled[filled.length - 1].number : -1;
  makePane("gisplan-lines", Math.min(499, 400 + top));
  drawn.push(new GroundLayer({ pane: "gisplan-ground" }).addTo(map));
  drawn.push(new LinesLayer({ pane: "gisplan-lines" }).addTo(map));
  const again = () => {
    for (const one of drawn) one.draw();
  };
  on("context", again);
  on("layers", again);
}
