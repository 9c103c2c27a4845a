// A layer that is drawn on a canvas of its own, anew whenever the map has moved.

import { make } from "./elements.js";
import { L } from "./leaflet.js";
import { map } from "./map.js";

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
    this.draw();
  },
  onRemove() {
    this.canvas.remove();
  },
  getEvents() {
    return { moveend: this.draw, resize: this.draw };
  },
  // The window and a fifth of it around, so that a drag shows marks before it ends.
  draw() {
    const size = map.getSize();
    const edge = size.multiplyBy(0.2).round();
    const wide = size.add(edge.multiplyBy(2));
    const ratio = window.devicePixelRatio || 1;
    const corner = map.containerPointToLayerPoint(edge.multiplyBy(-1));
    L.DomUtil.setPosition(this.canvas, corner);
    this.canvas.width = Math.round(wide.x * ratio);
    this.canvas.height = Math.round(wide.y * ratio);
    Object.assign(this.canvas.style, { width: `${wide.x}px`, height: `${wide.y}px` });
    // From the world, 256 pixels wide, to pixels of the canvas.
    const scale = map.options.crs.scale(map.getZoom()) / 256;
    const origin = map.getPixelOrigin().add(corner);
    this.paint(this.canvas.getContext("2d"), {
      ratio,
      corner,
      left: (x) => (x * scale - origin.x) * ratio,
      top: (y) => (y * scale - origin.y) * ratio,
      west: (origin.x - 12) / scale,
      east: (origin.x + wide.x + 12) / scale,
      north: (origin.y - 12) / scale,
      south: (origin.y + wide.y + 12) / scale,
    });
  },
});
