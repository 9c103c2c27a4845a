// Very many marks: drawn on one canvas, found through a grid, so that moving stays smooth.

import { CanvasLayer } from "./canvas.js";
import { colorOf } from "./classes.js";
import { L } from "./leaflet.js";
import { EXACT, map, places, RADIUS } from "./map.js";
import { rowsOf } from "./rows.js";

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

// A picture of each kind of mark, drawn once.
function dotPicture(color, precision, ratio) {
  const exact = EXACT.has(precision);
  const radius = RADIUS[precision] - 2;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil((2 * radius + 4) * ratio);
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  context.beginPath();
  context.arc(radius + 2, radius + 2, radius, 0, 2 * Math.PI);
  context.globalAlpha = exact ? 0.9 : 0.15;
  context.fillStyle = color;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = exact ? "#ffffff" : color;
  if (!exact) context.setLineDash([3, 2]);
  context.stroke();
  return canvas;
}

// The pixels of a small mark: of a disc in its colour (a ring, where the position is not exact)
// within a white edge, as steps along a row of the picture.
function dotStamp(color, precision, ratio, width) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const ink = (255 << 24) | (b << 16) | (g << 8) | r;
  const radius = STAMP_RADIUS * ratio;
  const reach = Math.ceil(radius);
  const hollow = EXACT.has(precision) ? -1 : radius - 1.6 * ratio;
  const [steps, inks] = [[], []];
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const far = Math.hypot(x, y);
      if (far > radius) continue;
      steps.push(y * width + x);
      inks.push(far < hollow || (hollow < 0 && far > radius - 0.9 * ratio) ? -1 : ink);
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
      if (layer.yearColumn && !rowsOf(layer, place).length) return 255;
      const look = [colorOf(layer, place), place.precision];
      const key = look.join();
      if (!number.has(key)) {
        number.set(key, this.looks.length);
        this.looks.push(look);
      }
      return number.get(key);
    });
  },
  paint(context, { ratio, left, top, west, east, north, south }) {
    const found = dotsWithin(this.layer.table, west, north, east, south).filter(
      (at) => this.lookOf[at] !== 255,
    );
    this.stamped = found.length > MOST_PICTURES;
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
