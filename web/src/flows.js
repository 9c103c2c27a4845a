// Flows: lines as wide as their amount is large, with an arrow half way.

import { CanvasLayer } from "./canvas.js";
import { L } from "./leaflet.js";
import { map } from "./map.js";
import { rowsOf } from "./rows.js";

const LEAST_WIDTH = 0.8;

export const FlowLayer = CanvasLayer.extend({
  name: "flows",
  prepare() {
    const { layer } = this;
    const point = (vertex) => map.options.crs.latLngToPoint(L.latLng(vertex), 0);
    // The widest below, so that the others are seen.
    this.lines = layer.places
      .filter((place) => rowsOf(layer, place).length)
      .map((place) => ({
        width: layer.widths[place.at],
        paths: place.parts.map(([path]) => path.map(point)),
      }))
      .sort((a, b) => (b.width ?? 0) - (a.width ?? 0));
  },
  paint(context, { ratio, left, top }) {
    const { style, legend } = this.layer;
    context.scale(ratio, ratio);
    context.lineJoin = "round";
    this.lines.forEach(({ width, paths }) => {
      const color = width === null ? legend.missingColor : style.color;
      context.lineWidth = Math.max(LEAST_WIDTH, width ?? 0);
      context.setLineDash(width === null ? [3, 3] : []);
      paths.forEach((path) => {
        const line = path.map(({ x, y }) => [left(x) / ratio, top(y) / ratio]);
        context.globalAlpha = style.opacity;
        context.strokeStyle = color;
        context.beginPath();
        for (const [x, y] of line) context.lineTo(x, y);
        context.stroke();
        context.globalAlpha = 1;
        drawArrow(context, line, Math.max(3.5, 0.9 * context.lineWidth), color);
      });
    });
  },
});

// An arrow head in the middle of a line, where that is long enough to be seen.
function drawArrow(context, line, size, color) {
  const steps = line.slice(1).map(([x, y], at) => Math.hypot(x - line[at][0], y - line[at][1]));
  const length = steps.reduce((sum, step) => sum + step, 0);
  if (length < 4 * size) return;
  let rest = length / 2;
  const at = steps.findIndex((step) => {
    rest -= step;
    return rest <= 0;
  });
  const [[x1, y1], [x2, y2]] = [line[at], line[at + 1]];
  const part = 1 + rest / steps[at];
  const turn = Math.atan2(y2 - y1, x2 - x1);
  context.save();
  context.translate(x1 + part * (x2 - x1), y1 + part * (y2 - y1));
  context.rotate(turn);
  context.setLineDash([]);
  context.beginPath();
  const head = [
    [size, 0],
    [-size, size],
    [-0.4 * size, 0],
    [-size, -size],
  ];
  for (const [x, y] of head) context.lineTo(x, y);
  context.closePath();
  context.lineWidth = 1.5;
  context.strokeStyle = "#ffffff";
  context.stroke();
  context.fillStyle = color;
  context.fill();
  context.restore();
}
