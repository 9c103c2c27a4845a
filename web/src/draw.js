// Draws the layers into the feature groups that the page's map was made with.

import { drawCells } from "./cells.js";
import { colorOf, dashOf, hatchedAt } from "./classes.js";
import { data } from "./data.js";
import { DotLayer } from "./dots.js";
import { FlowLayer } from "./flows.js";
import { hatchFill } from "./hatch.js";
import { hover } from "./hover.js";
import { identify } from "./identify.js";
import { L } from "./leaflet.js";
import { layers, MOST_ELEMENTS, map } from "./map.js";
import { markElement, RADIUS } from "./marks.js";
import { placeName, rowsOf } from "./rows.js";
import { on, state } from "./state.js";

// Without tiles the land is white, so that translucent fills look as their legend does: the
// inside of the largest outlines or, if there are none, the lowest polygons.
function drawLand() {
  const polygons = layers.filter((layer) => layer.geometry === "polygon");
  const outlines = polygons
    .filter((layer) => layer.style.kind === "outline")
    .sort((a, b) => a.places.length - b.places.length);
  const land = outlines[0] || polygons[0];
  if (!land || data.basemap) return;
  map.createPane("gisplan-land").style.zIndex = 390;
  for (const place of land.places) {
    L.polygon(place.parts, {
      pane: "gisplan-land",
      interactive: false,
      smoothFactor: 0.4,
      stroke: false,
      fillColor: "#ffffff",
      fillOpacity: 1,
      className: "land",
    }).addTo(map);
  }
}

function drawLayer(layer) {
  layer.drawn = true;
  if (layer.geometry === "point") {
    const name = () =>
      layer.marks.forEach(({ marker, place }) => {
        const element = marker.getElement();
        if (element) element.setAttribute("aria-label", placeName(layer, place));
      });
    layer.nameMarks = name;
    on("language", name);
    layer.group.on("add", name);
    drawMarks(layer);
  } else if (layer.geometry === "raster") {
    drawCells(layer);
  } else {
    drawShapes(layer);
  }
}

export function redrawLayer(layer) {
  if (!layer.drawn) return;
  layer.group.clearLayers();
  layer.marks = [];
  if (layer.geometry === "point") drawMarks(layer);
  else drawShapes(layer);
}

function drawShapes(layer) {
  if (layer.style.kind === "flows") new FlowLayer(layer).addTo(layer.group);
  else for (const place of layer.places) drawShape(layer, place);
}

function drawShape(layer, place) {
  const { style } = layer;
  if (!rowsOf(layer, place).length) return;
  const filled = style.kind !== "outline";
  const options = {
    pane: layer.pane,
    interactive: false,
    smoothFactor: 0.4,
    className: `shape layer-${layer.number}`,
    color: style.color,
    weight: style.weight,
    // Borders are drawn by their symbols, each stretch once.
    stroke: !layer.border,
    dashArray: (layer.geometry === "line" ? dashOf(layer, place) : style.dash) || null,
    lineJoin: "round",
    fill: filled && layer.geometry === "polygon",
    fillColor: hatchedAt(layer, place) ? hatchFill(colorOf(layer, place)) : colorOf(layer, place),
    fillOpacity: style.opacity,
  };
  if (layer.geometry === "line") {
    if (filled) options.color = colorOf(layer, place);
    L.polyline(
      place.parts.map(([path]) => path),
      options,
    ).addTo(layer.group);
    return;
  }
  L.polygon(place.parts, options).addTo(layer.group);
}

function drawMarks(layer) {
  if (layer.places.length > MOST_ELEMENTS) {
    layer.dots = new DotLayer(layer).addTo(layer.group);
    return;
  }
  layer.places
    .filter((place) => rowsOf(layer, place).length)
    .forEach((place) => {
      const element = markElement(place.precision, colorOf(layer, place), hatchedAt(layer, place));
      const size = parseFloat(element.style.getPropertyValue("--size"));
      const marker = L.marker(place.point, {
        pane: layer.pane,
        keyboard: true,
        icon: L.divIcon({ html: element, className: "mark-icon", iconSize: [size, size] }),
        // The more exact, and so the smaller, lies above.
        zIndexOffset: -1000 * Math.round(RADIUS[place.precision]),
      });
      layer.marks.push({ marker, place });
      marker.on("mouseover", () => hover(marker.getLatLng()));
      marker.on("click", (event) => identify(event.latlng, false));
      marker.on("keypress", (event) => {
        if (event.originalEvent.key === "Enter") identify(marker.getLatLng(), true);
      });
      marker.addTo(layer.group);
    });
  layer.nameMarks();
}

export function startDraw() {
  drawLand();
  for (const layer of layers) {
    // Marks lie over all areas and lines, those of what lies beneath too. Of panes of one height
    // the later made lies above, so that the order holds of very many layers as well.
    const [floor, most] = layer.geometry === "point" ? [500, 569] : [400, 499];
    map.createPane(layer.pane).style.zIndex = Math.min(most, floor + layer.number);
    layer.marks = [];
    // What is off is drawn when it is first asked for.
    if (state.shown[layer.number]) drawLayer(layer);
    else layer.group.once("add", () => drawLayer(layer));
  }
}

export function addTiles({ tiles, packed }) {
  for (const address of tiles) {
    L.tileLayer(address, { subdomains: "01234567", maxZoom: 18, attribution: "" }).addTo(map);
  }
  if (packed) addPacked(packed);
}

const BLANK = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

// Tiles that are in the page itself; below and above their zooms the nearest is drawn larger or
// smaller.
function addPacked({ kind, zooms: [minNativeZoom, maxNativeZoom] }) {
  const pictures = JSON.parse(document.getElementById("gisplan-tiles").textContent);
  const Packed = L.TileLayer.extend({
    getTileUrl({ x, y }) {
      const picture = pictures[`${this._getZoomForUrl()}/${x}/${y}`];
      return picture ? `data:${kind};base64,${picture}` : BLANK;
    },
  });
  new Packed("", { minNativeZoom, maxNativeZoom, maxZoom: 18, attribution: "" }).addTo(map);
}
