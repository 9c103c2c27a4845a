// The map that the page was made with, its layers and where their rows lie.

import { data } from "./data.js";
import { placeMaker } from "./shapes.js";
import { state, tell } from "./state.js";

// Folium names what it makes: one map, and a feature group for each layer.
export const map = window.map_gisplan;

// For each table its places.
const placesOf = placeMaker(data);
export const places = Object.fromEntries(
  Object.entries(data.tables).map(([name, table]) => [name, placesOf(table)]),
);

// The layers from the lowest up, each with its table and places, and its pane on the map.
export const layers = data.layers.map((layer, number) => ({
  ...layer,
  number,
  data: data.tables[layer.table],
  places: places[layer.table],
  geometry: data.tables[layer.table].geometry,
  group: window[`feature_group_${number}`],
  pane: `gisplan-layer-${number}`,
}));

// Above this number marks are drawn on one canvas, not as elements.
export const MOST_ELEMENTS = 600;

// A pane that no click ends in.
export function makePane(name, zIndex) {
  const pane = map.createPane(name);
  pane.style.zIndex = zIndex;
  pane.style.pointerEvents = "none";
  return pane;
}

// Whether a layer fills areas: of those one is on at a time, since two translucent fills mix to
// colours that are in no legend.
export function isTheme({ geometry, style }) {
  if (geometry === "raster") return true;
  return geometry === "polygon" && style.kind !== "outline" && style.kind !== "flows";
}

function put(layer, shown) {
  state.shown[layer.number] = shown;
  if (shown) layer.group.addTo(map);
  else layer.group.remove();
}

export function setShown(layer, shown) {
  if (shown && isTheme(layer)) {
    for (const other of layers) {
      if (other !== layer && state.shown[other.number] && isTheme(other)) put(other, false);
    }
  }
  put(layer, shown);
  tell("layers");
}

// Two fills at once, each in a part of the map of its own (compare.js).
export function showPair(a, b) {
  for (const layer of layers) {
    if (isTheme(layer)) put(layer, layer === a || layer === b);
  }
  tell("layers");
}

// A declaration may have several fills on at first: the top one stays.
export function showOneTheme() {
  const shown = layers.filter((layer) => state.shown[layer.number] && isTheme(layer));
  for (const layer of shown.slice(0, -1)) put(layer, false);
}

export function setOpacity(at, opacity) {
  state.opacity[at] = opacity;
  for (const number of data.groups[at].layers) {
    map.getPane(layers[number].pane).style.opacity = opacity;
  }
  tell("view");
}
