// The list of tasks and the map: what is chosen on one filters the other.

import { redrawLayer } from "./draw.js";
import { L } from "./leaflet.js";
import { layers, map, setShown } from "./map.js";
import { RADIUS } from "./marks.js";
import { rowPlace } from "./rows.js";
import { on, state, tell } from "./state.js";
import { ask, itemsOfRow, regions, tablesOfTasks, view } from "./tasks_state.js";
import { goTo } from "./view.js";

const LOOK = {
  pane: "gisplan-highlight",
  interactive: false,
  fill: false,
  className: "of-task",
  color: "#0b5f73",
  weight: 3,
  dashArray: "6 4",
};
const group = L.layerGroup();

function codesOf(layer) {
  return layer.geometry === "polygon" ? layer.data.search.code : null;
}

function regionPlace(code) {
  for (const layer of layers) {
    const row = codesOf(layer)?.indexOf(code) ?? -1;
    const place = row < 0 ? null : rowPlace(layer, row);
    if (place) return { layer, place };
  }
  return null;
}

// Where a task is on the map: its marks of one layer, a shown one if there is one; else the
// places that the plan names.
function whereIs(task) {
  const known = tablesOfTasks
    .map((name) => layers.find((layer) => layer.table === name))
    .sort((a, b) => Number(state.shown[b.number]) - Number(state.shown[a.number]));
  for (const layer of known) {
    const rows = Array.from({ length: layer.data.count }, (_, row) => row);
    const found = rows
      .filter((row) => itemsOfRow(layer.table, row).includes(task.row))
      .map((row) => rowPlace(layer, row))
      .filter(Boolean);
    if (found.length) return found.map((place) => ({ layer, place }));
  }
  return [...task.regions]
    .filter(([, why]) => why === "place")
    .map(([at]) => regionPlace(regions[at].code))
    .filter(Boolean);
}

function outline({ layer, place }) {
  if (place.point) {
    L.circleMarker(place.point, { ...LOOK, radius: RADIUS[place.precision] + 6 }).addTo(group);
  } else {
    L.polygon(place.parts, LOOK).addTo(group);
  }
  return layer;
}

// Outline a task on the map; give whether it has a place there.
export function outlineTask(task) {
  group.clearLayers();
  if (!task) return false;
  const found = whereIs(task);
  found.forEach(outline);
  return found.length > 0;
}

// What brings a task into view; null if it has no place.
export function showsTask(task) {
  const found = whereIs(task);
  if (!found.length) return null;
  return () => {
    const [{ layer, place }] = found;
    if (layer.geometry === "point" && !state.shown[layer.number]) setShown(layer, true);
    outlineTask(task);
    goTo(place, false);
  };
}

export function showRegion(code) {
  group.clearLayers();
  const found = code ? regionPlace(code) : null;
  if (!found) return;
  outline(found);
  goTo(found.place, false);
}

// The choice on the map as a question: a region, or what a mark stands for.
function questionOf({ layer, place, row }) {
  if (tablesOfTasks.includes(layer.table) && place) {
    return { mark: `${layer.table}.${layer.places.indexOf(place)}`, region: "" };
  }
  const code = codesOf(layer)?.[row];
  if (!code) return null;
  const known = (one) => regions.some((region) => region.code === one);
  const region = [code, `${code.slice(0, 4)}00`].find(known);
  // The province is all of it.
  return { region: region ?? "", mark: "" };
}

// Marks that stand for nothing in the list leave the map while the list is open.
function keepMarks() {
  const all = !view.open || !view.found;
  const kept = new Set(all ? [] : view.found.anyPlace.map((task) => task.row));
  let changed = false;
  for (const name of tablesOfTasks) {
    const some = layers.filter((layer) => layer.table === name);
    const rows = Array.from({ length: some[0].data.count }, (_, row) => row).filter((row) =>
      itemsOfRow(name, row).some((item) => kept.has(item)),
    );
    const next = all || rows.length === some[0].data.count ? undefined : new Set(rows);
    const before = state.kept[name];
    if (same(before, next)) continue;
    state.kept[name] = next;
    some.forEach(redrawLayer);
    changed = true;
  }
  if (changed) tell("kept");
}

function same(a, b) {
  return a === b || Boolean(a && b && a.size === b.size && [...a].every((one) => b.has(one)));
}

export function startTasksMap() {
  group.addTo(map);
  on("tasks", keepMarks);
  on("chosen", () => {
    const asked = state.chosen && questionOf(state.chosen);
    if (!asked) return;
    group.clearLayers();
    ask(asked);
  });
}
