// Very many marks: drawn on one canvas, found through a grid, so that moving stays smooth.

import { CanvasLayer } from "./canvas.js";
import { colorOf } from "./classes.js";
import { L } from "./leaflet.js";
import { map, places } from "./map.js";
import { EDGES, EXACT, markPath, markStrokes, RADIUS } from "./marks.js";
import { isFiltered, rowsOf } from "./rows.js";

// Above this number in view marks are smaller and set pixel by pixel, which takes milliseconds.
const MOST_PICTURES = 3000;
export const STAMP_RADIUS = 3.2;

// Where the places of a table lie in the world, 256 pixels wide, and in which square of a grid.
const dotGrids = new Map();
function dotGrid(table) {
  if (dotGrids.has(table)) return dotGrids.get(table);
  const all = places[table];
  const [x, y] = [new Float64Array(all.length), new Float64Array(all.length)];
  let [west, north, east, south] = [256, 256, 0, 0];
  all.forEach((place, at) => {
    const point = map.options.crs.latLngToPoint(L.latLng(place.point), 0);
    x[at] = point.x;
    y[at] = point.y;
    west = Math.min(west, point.x);
    east = Math.max(east, point.x);
    north = Math.min(north, point.y);
    south = Math.max(south, point.y);
  });
  const side = Math.max(1, Math.ceil(Math.sqrt(all.length / 8)));
  const step = Math.max(east - west, south - north, 1e-9) / side;
  const column = (of) => Math.min(side - 1, Math.max(0, Math.floor((of - west) / step)));
  const row = (of) => Math.min(side - 1, Math.max(0, Math.floor((of - north) / step)));
  // Sorted by square: those of square n stand from starts[n] on.
  const starts = new Uint32Array(side * side + 1);
  all.forEach((_, at) => {
    starts[row(y[at]) * side + column(x[at]) + 1]++;
  });
  for (let n = 0; n < side * side; n++) starts[n + 1] += starts[n];
  const next = starts.slice();
  const sorted = new Uint32Array(all.length);
  all.forEach((_, at) => {
    sorted[next[row(y[at]) * side + column(x[at])]++] = at;
  });
  const grid = { x, y, side, column, row, starts, sorted };
  dotGrids.set(table, grid);
  return grid;
}

// All places within a box of the world.
export function dotsWithin(table, west, north, east, south) {
  const { x, y, side, column, row, starts, sorted } = dotGrid(table);
  const found = [];
  for (let r = row(north); r <= row(south); r++) {
    for (let at = starts[r * side + column(west)]; at < starts[r * side + column(east) + 1]; at++) {
      const one = sorted[at];
      if (x[one] >= west && x[one] <= east && y[one] >= north && y[one] <= south) found.push(one);
    }
  }
  return found;
}

// Very many marks are smaller, and their edges finer.
const DOT = { less: 3.8, dark: 2, light: 1 };

// A picture of each kind of mark, drawn once.
function dotPicture(color, precision, ratio) {
  const radius = RADIUS[precision] - DOT.less;
  const half = radius + 2;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(2 * half * ratio);
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  context.lineJoin = "round";
  const path = new Path2D(markPath(precision, half, half, radius));
  for (const [width, edge] of [
    [DOT.dark, EDGES.dark],
    [DOT.light, EDGES.light],
  ]) {
    context.lineWidth = width;
    context.strokeStyle = edge;
    context.stroke(path);
  }
  context.fillStyle = color;
  context.fill(path);
  return canvas;
}

// The pixels of a small mark: a disc in its colour within a white edge; where the position is not
// exact, a diamond; as steps along a row of the picture.
function dotStamp(color, precision, ratio, width) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const ink = (255 << 24) | (b << 16) | (g << 8) | r;
  const radius = STAMP_RADIUS * ratio;
  const reach = Math.ceil(radius);
  const distance = EXACT.has(precision)
    ? (x, y) => Math.hypot(x, y)
    : (x, y) => Math.abs(x) + Math.abs(y);
  const [steps, inks] = [[], []];
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const far = distance(x, y);
      if (far > radius) continue;
      steps.push(y * width + x);
      inks.push(far > radius - 0.9 * ratio ? -1 : ink);
    }
  }
  return { steps: Int32Array.from(steps), inks: Int32Array.from(inks), reach };
}

export const DotLayer = CanvasLayer.extend({
  name: "dots",
  prepare() {
    this.looks = [];
    this.lookOf = this.sortLooks();
  },
  // Which of the looks each place has; 255 is none: not in the chosen year.
  sortLooks() {
    const { layer } = this;
    const number = new Map();
    return Uint8Array.from(layer.places, (place) => {
      if (isFiltered(layer) && !rowsOf(layer, place).length) return 255;
      const look = [colorOf(layer, place), place.precision];
      const key = look.join();
      if (!number.has(key)) {
        number.set(key, this.looks.length);
        this.looks.push(look);
      }
      return number.get(key);
    });
  },
  inView({ west, east, north, south }) {
    const found = dotsWithin(this.layer.table, west, north, east, south).filter(
      (at) => this.lookOf[at] !== 255,
    );
    this.stamped = found.length > MOST_PICTURES;
    return found;
  },
  // On paper: all marks of one look are one path, the more exact above.
  vectors(view) {
    const found = this.inView(view);
    const { x, y } = dotGrid(this.layer.table);
    const paths = this.looks.map(() => []);
    const radius = (precision) =>
      this.stamped ? STAMP_RADIUS - 0.6 : RADIUS[precision] - DOT.less;
    for (const at of found) {
      const precision = this.looks[this.lookOf[at]][1];
      paths[this.lookOf[at]].push(
        markPath(precision, view.left(x[at]), view.top(y[at]), radius(precision)),
      );
    }
    return this.looks
      .map(([color, precision], at) => ({ color, precision, path: paths[at].join("") }))
      .filter((one) => one.path)
      .sort((a, b) => RADIUS[b.precision] - RADIUS[a.precision])
      .flatMap(({ color, path }) => markStrokes(path, color, DOT));
  },
  paint(context, view) {
    const { ratio, left, top } = view;
    const found = this.inView(view);
    const { x, y } = dotGrid(this.layer.table);
    const [column, row] = [(at) => left(x[at]), (at) => top(y[at])];
    if (this.stamped) this.stamp(context, found, column, row, ratio);
    else this.picture(context, found, column, row, ratio);
  },
  picture(context, found, left, top, ratio) {
    const pictures = this.looks.map(([color, precision]) => dotPicture(color, precision, ratio));
    // The more exact lies above.
    const rough = (at) => RADIUS[this.looks[this.lookOf[at]][1]];
    found
      .sort((a, b) => rough(b) - rough(a) || a - b)
      .forEach((at) => {
        const picture = pictures[this.lookOf[at]];
        context.drawImage(picture, left(at) - picture.width / 2, top(at) - picture.height / 2);
      });
  },
  stamp(context, found, left, top, ratio) {
    const { width, height } = this.canvas;
    const image = context.createImageData(width, height);
    const pixels = new Int32Array(image.data.buffer);
    const stamps = this.looks.map(([color, precision]) => dotStamp(color, precision, ratio, width));
    found.forEach((at) => {
      const { steps, inks, reach } = stamps[this.lookOf[at]];
      const [column, row] = [Math.round(left(at)), Math.round(top(at))];
      if (column < reach || row < reach || column >= width - reach || row >= height - reach) return;
      const start = row * width + column;
      for (let n = 0; n < steps.length; n++) pixels[start + steps[n]] = inks[n];
    });
    context.putImageData(image, 0, 0);
  },
});
