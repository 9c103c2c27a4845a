// Rasters: a picture between its corners, and the class under a point read from its colours.

import { datum, derivedMark, make } from "./elements.js";
import { L } from "./leaflet.js";
import { layers, map } from "./map.js";
import { state } from "./state.js";
import { say } from "./words.js";

export function drawCells(layer) {
  const [west, south, east, north] = layer.corners;
  layer.overlay = L.imageOverlay(
    layer.picture,
    [
      [south, west],
      [north, east],
    ],
    {
      pane: layer.pane,
      interactive: false,
      opacity: layer.style.opacity,
      className: "cells",
      alt: "",
    },
  );
  layer.overlay.addTo(layer.group);
  // The same picture with its own pixels, to be read.
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    layer.pixels = context;
  };
  image.src = layer.picture;
}

// The class of a raster at a place; null outside of it and where it has no data.
function cellAt(layer, latlng) {
  if (!layer.pixels) return null;
  const [west, south, east, north] = layer.corners;
  const world = (lat, lng) => map.options.crs.latLngToPoint(L.latLng(lat, lng), 0);
  const [corner, far, at] = [world(north, west), world(south, east), world(latlng.lat, latlng.lng)];
  const { width, height } = layer.pixels.canvas;
  const x = Math.floor((width * (at.x - corner.x)) / (far.x - corner.x));
  const y = Math.floor((height * (at.y - corner.y)) / (far.y - corner.y));
  if (x < 0 || y < 0 || x >= width || y >= height) return null;
  const [r, g, b, alpha] = layer.pixels.getImageData(x, y, 1, 1).data;
  if (!alpha) return null;
  const color = `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  return layer.legend.classes.find((one) => one.color === color) || null;
}

// What all rasters shown say of a place, for its popup.
export function cellsContent(latlng) {
  const rows = [...layers]
    .reverse()
    .filter((layer) => layer.geometry === "raster" && state.shown[layer.number])
    .map((layer) => ({ layer, cell: cellAt(layer, latlng) }))
    .filter((one) => one.cell)
    .map(({ layer, cell }) =>
      make(
        "p.cell",
        {},
        datum(say(layer.title), "span.kicker"),
        make("span.dot", { style: { "--color": cell.color } }),
        datum(say(cell.words)),
        layer.legend.unit ? datum(` ${say(layer.legend.unit)}`) : null,
        layer.legend.derived ? derivedMark() : null,
      ),
    );
  return rows.length ? make("div.identify", {}, rows) : null;
}
