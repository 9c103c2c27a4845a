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

// Radius of a mark in pixels; what is less exact is larger.
export const RADIUS = {
  surveyed: 6,
  digitised: 6,
  address: 6,
  site: 6.5,
  town: 8,
  county: 9.5,
  prefecture: 12,
};
export const EXACT = new Set(["surveyed", "digitised", "address", "site"]);
// Above this number marks are drawn on one canvas, not as elements.
export const MOST_ELEMENTS = 600;

// A pane that no click ends in.
export function makePane(name, zIndex) {
  const pane = map.createPane(name);
  pane.style.zIndex = zIndex;
  pane.style.pointerEvents = "none";
  return pane;
}

export function setShown(layer, shown) {
  state.shown[layer.number] = shown;
  if (shown) layer.group.addTo(map);
  else layer.group.remove();
  tell("layers");
}

export function setOpacity(at, opacity) {
  state.opacity[at] = opacity;
  for (const number of data.groups[at].layers) {
    map.getPane(layers[number].pane).style.opacity = opacity;
  }
  tell("view");
}
