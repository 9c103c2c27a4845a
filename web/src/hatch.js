// What has no value, or a value that says that nothing is known, is hatched: no plain colour of a
// class, of zero or of the page can be taken for it.

import { svgElement } from "./elements.js";

const SIDE = 7;
const made = new Set();
const defs = svgElement("defs");
document.body.append(
  svgElement("svg", { class: "hatches", width: 0, height: 0, "aria-hidden": "true" }, defs),
);

// The fill of a shape: stripes of a colour on white.
export function hatchFill(color) {
  const id = `hatch-${color.slice(1)}`;
  if (!made.has(id)) {
    made.add(id);
    const pattern = svgElement(
      "pattern",
      {
        id,
        width: SIDE,
        height: SIDE,
        patternUnits: "userSpaceOnUse",
        patternTransform: "rotate(45)",
      },
      svgElement("rect", { width: SIDE, height: SIDE, fill: "#ffffff" }),
      svgElement("rect", { width: SIDE, height: SIDE / 2, fill: color }),
      svgElement("rect", { width: SIDE, height: 1, fill: "#5b6b78" }),
    );
    defs.append(pattern);
  }
  return `url(#${id})`;
}
