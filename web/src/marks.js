// Marks of points: solid in the colour of their class; the shape tells how exact the position is.

import { make, svgElement } from "./elements.js";
import { hatchFill } from "./hatch.js";

// Corners of each shape on a circle of radius 1, by the angle of the first one; a circle has none.
// What is less exact has fewer claims to a spot: round, diamond, square, hexagon.
const CORNERS = { town: [4, 0], county: [4, 45], prefecture: [6, 30] };

// The outline of a mark about a point, as the path of a picture or a canvas.
export function markPath(precision, x, y, radius) {
  const number = (value) => Math.round(value * 100) / 100;
  if (!CORNERS[precision]) {
    const r = number(radius);
    const arc = (to) => `a${r} ${r} 0 1 0 ${to} 0`;
    return `M${number(x - radius)} ${number(y)}${arc(2 * r)}${arc(-2 * r)}z`;
  }
  const [count, turn] = CORNERS[precision];
  const corner = (_, at) => {
    const angle = ((turn + (360 * at) / count) * Math.PI) / 180;
    return `${number(x + radius * Math.cos(angle))} ${number(y + radius * Math.sin(angle))}`;
  };
  return `M${Array.from({ length: count }, corner).join("L")}z`;
}

// Whatever the ground, one of two edges is 3:1 against it: a white one within a dark one.
export const EDGES = { dark: "#14222c", light: "#ffffff" };
const WIDTHS = { dark: 4, light: 2.4 };

// The two edges and the fill of one outline, from the lowest up.
export function markStrokes(path, color, widths = WIDTHS) {
  const edge = (name) =>
    svgElement("path", {
      d: path,
      fill: "none",
      stroke: EDGES[name],
      "stroke-width": widths[name],
      "stroke-linejoin": "round",
    });
  return [edge("dark"), edge("light"), svgElement("path", { d: path, fill: color })];
}

// Radius of a mark in pixels, without its edges.
export const RADIUS = {
  surveyed: 6,
  digitised: 6,
  address: 6,
  site: 6,
  town: 7.5,
  county: 7.5,
  prefecture: 8.5,
};
export const EXACT = new Set(["surveyed", "digitised", "address", "site"]);

// The mark of a point, as an element for the map and for the legend. How many rows it stands for
// is written beside it (counts.js), where nothing covers it.
export function markElement(precision, color, hatched = false) {
  const size = 2 * RADIUS[precision] + WIDTHS.dark;
  const half = size / 2;
  return make(
    `span.mark.${EXACT.has(precision) ? "exact" : "rough"}.precision-${precision}`,
    { style: { "--color": color, "--size": `${size}px` } },
    svgElement(
      "svg",
      { viewBox: `0 0 ${size} ${size}`, width: size, height: size, "aria-hidden": "true" },
      ...markStrokes(
        markPath(precision, half, half, RADIUS[precision]),
        hatched ? hatchFill(color) : color,
      ),
    ),
  );
}
