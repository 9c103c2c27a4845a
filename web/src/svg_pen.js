// A pen that is used as a canvas' and leaves paths of SVG: what is painted once can be printed.

import { svgElement } from "./elements.js";

const short = (number) => Math.round(10 * number) / 10;

export class SvgPen {
  constructor() {
    this.elements = [];
    this.dash = [];
    this.parts = [];
  }

  scale() {}

  beginPath() {
    this.parts = [];
  }

  moveTo(x, y) {
    this.parts.push(`M${short(x)} ${short(y)}`);
  }

  lineTo(x, y) {
    this.parts.push(`L${short(x)} ${short(y)}`);
  }

  // Whole circles alone are drawn.
  arc(x, y, radius) {
    const [r, d] = [short(radius), short(2 * radius)];
    this.parts.push(`M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${d} 0`);
    this.parts.push(`a${r} ${r} 0 1 0 ${-d} 0`);
  }

  setLineDash(dash) {
    this.dash = dash;
  }

  add(look) {
    if (!this.parts.length) return;
    this.elements.push(svgElement("path", { d: this.parts.join(""), ...look }));
  }

  stroke() {
    this.add({
      fill: "none",
      stroke: this.strokeStyle,
      "stroke-width": this.lineWidth,
      "stroke-dasharray": this.dash.join(" ") || "none",
      "stroke-linejoin": this.lineJoin ?? "round",
    });
  }

  fill(rule = "nonzero") {
    this.add({ fill: this.fillStyle, "fill-rule": rule, stroke: "none" });
  }
}
