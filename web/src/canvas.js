// A layer that is drawn on a canvas of its own, anew whenever the map has moved.

import { make, svgElement } from "./elements.js";
import { L } from "./leaflet.js";
import { map } from "./map.js";
import { on, state } from "./state.js";

const drawn = new Set();
on("paper", () => {
  for (const one of drawn) one.draw();
});

// From the world, 256 pixels wide, to pixels of the canvas; and what of the world is in view.
function viewOf(corner, wide, ratio) {
  const scale = map.options.crs.scale(map.getZoom()) / 256;
  const origin = map.getPixelOrigin().add(corner);
  return {
    ratio,
    corner,
    left: (x) => (x * scale - origin.x) * ratio,
    top: (y) => (y * scale - origin.y) * ratio,
    west: (origin.x - 12) / scale,
    east: (origin.x + wide.x + 12) / scale,
    north: (origin.y - 12) / scale,
    south: (origin.y + wide.y + 12) / scale,
  };
}

export const CanvasLayer = L.Layer.extend({
  initialize(layer) {
    this.layer = layer;
    this.options = { pane: layer.pane };
    if (this.prepare) this.prepare();
  },
  onAdd() {
    this.canvas = make("canvas.leaflet-zoom-hide", { "aria-hidden": "true" });
    this.canvas.classList.add(this.name);
    this.getPane().append(this.canvas);
    drawn.add(this);
    this.draw();
  },
  onRemove() {
    drawn.delete(this);
    this.canvas.remove();
    this.sheet?.remove();
    this.sheet = null;
  },
  getEvents() {
    return { moveend: this.draw, resize: this.draw };
  },
  // The window and a fifth of it around, so that a drag shows marks before it ends.
  draw() {
    this.canvas.hidden = state.paper;
    this.sheet?.remove();
    this.sheet = null;
    if (state.paper) {
      this.drawSheet();
      return;
    }
    const size = map.getSize();
    const edge = size.multiplyBy(0.2).round();
    const wide = size.add(edge.multiplyBy(2));
    const ratio = window.devicePixelRatio || 1;
    const corner = map.containerPointToLayerPoint(edge.multiplyBy(-1));
    L.DomUtil.setPosition(this.canvas, corner);
    this.canvas.width = Math.round(wide.x * ratio);
    this.canvas.height = Math.round(wide.y * ratio);
    Object.assign(this.canvas.style, { width: `${wide.x}px`, height: `${wide.y}px` });
    this.paint(this.canvas.getContext("2d"), viewOf(corner, wide, ratio));
  },
  // On paper the same in lines and areas: browsers print a canvas that has just been drawn as an
  // opaque sheet, and what lies below it is lost.
  drawSheet() {
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    this.sheet = svgElement("svg", {
      class: this.name,
      viewBox: `0 0 ${size.x} ${size.y}`,
      width: size.x,
      height: size.y,
      "aria-hidden": "true",
    });
    this.sheet.append(...this.vectors(viewOf(corner, size, 1)));
    L.DomUtil.setPosition(this.sheet, corner);
    this.getPane().append(this.sheet);
  },
});
