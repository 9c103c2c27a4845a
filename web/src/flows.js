// Flows: lines as wide as their amount is large, with an arrow half way.

import { CanvasLayer } from "./canvas.js";
import { svgElement } from "./elements.js";
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
  // On paper.
  vectors({ left, top }) {
    const { style, legend } = this.layer;
    return this.lines.flatMap(({ width, paths }) => {
      const color = width === null ? legend.missingColor : style.color;
      const wide = Math.max(LEAST_WIDTH, width ?? 0);
      return paths.flatMap((path) => {
        const line = path.map(({ x, y }) => [left(x), top(y)]);
        const stroke = svgElement("path", {
          d: `M${line.map((at) => at.join(" ")).join("L")}`,
          fill: "none",
          stroke: color,
          "stroke-width": wide,
          "stroke-opacity": style.opacity,
          "stroke-linejoin": "round",
          "stroke-dasharray": width === null ? "3 3" : "none",
        });
        const arrow = arrowOf(line, Math.max(3.5, 0.9 * wide));
        if (!arrow) return [stroke];
        const head = svgElement("path", {
          d: `M${arrow.map((at) => at.join(" ")).join("L")}z`,
          fill: color,
          stroke: "#ffffff",
          "stroke-width": 1.5,
          "paint-order": "stroke",
        });
        return [stroke, head];
      });
    });
  },
  paint(context, { ratio, left, top }) {
    const { style, legend } = this.layer;
    context.scale(ratio, ratio);
    context.lineJoin = "round";
    this.lines.forEach(({ width, paths }) => {
      const color = width === null ? legend.missingColor : style.color;
      const wide = Math.max(LEAST_WIDTH, width ?? 0);
      paths.forEach((path) => {
        context.lineWidth = wide;
        context.setLineDash(width === null ? [3, 3] : []);
        const line = path.map(({ x, y }) => [left(x) / ratio, top(y) / ratio]);
        context.globalAlpha = style.opacity;
        context.strokeStyle = color;
        context.beginPath();
        for (const [x, y] of line) context.lineTo(x, y);
        context.stroke();
        context.globalAlpha = 1;
        drawArrow(context, line, Math.max(3.5, 0.9 * wide), color);
      });
    });
  },
});

// The corners of an arrow head in the middle of a line; null where that is too short to be seen.
function arrowOf(line, size) {
  const steps = line.slice(1).map(([x, y], at) => Math.hypot(x - line[at][0], y - line[at][1]));
  const length = steps.reduce((sum, step) => sum + step, 0);
  if (length < 4 * size) return null;
  let rest = length / 2;
  const at = steps.findIndex((step) => {
    rest -= step;
    return rest <= 0;
  });
  const [[x1, y1], [x2, y2]] = [line[at], line[at + 1]];
  const part = 1 + rest / steps[at];
  const turn = Math.atan2(y2 - y1, x2 - x1);
  const [x, y] = [x1 + part * (x2 - x1), y1 + part * (y2 - y1)];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const head = [
    [size, 0],
    [-size, size],
    [-0.4 * size, 0],
    [-size, -size],
  ];
  return head.map(([along, across]) => [
    x + cos * along - sin * across,
    y + sin * along + cos * across,
  ]);
}

function drawArrow(context, line, size, color) {
  const arrow = arrowOf(line, size);
  if (!arrow) return;
  context.setLineDash([]);
  context.beginPath();
  for (const [x, y] of arrow) context.lineTo(x, y);
  context.closePath();
  context.lineWidth = 1.5;
  context.strokeStyle = "#ffffff";
  context.stroke();
  context.fillStyle = color;
  context.fill();
}
