// What the page's tables hold of one unit, by its code and by what lies in it.

import { data } from "./data.js";
import { stored } from "./decode.js";
import { L } from "./leaflet.js";
import { layers } from "./map.js";
import { rowPlace, valueAt } from "./rows.js";
import { inPolygon } from "./shapes.js";

const once = (layer, at) => layers.findIndex((one) => one.table === layer.table) === at;

// The layer and row of a unit's code in a table; null if it is not there.
export function unitRow(table, code) {
  const layer = layers.find((one) => one.table === table && one.data.search.code);
  const row = layer ? layer.data.search.code.indexOf(code) : -1;
  return row < 0 ? null : { layer, row };
}

// The known values of a row, by column; the name and the code are in the heading.
export function facts(table, row, only) {
  return (only ?? Object.keys(table.columns))
    .filter((name) => only || (name !== table.search.name && !/^(adcode|code)$/.test(name)))
    .map((name) => ({ name, column: table.columns[name], value: valueAt(table, name, row) }))
    .filter((one) => only || (one.value !== null && one.value !== undefined));
}

// County, prefecture or province, by the zeros of the code.
function level(code) {
  return /0000$/.test(code) ? 0 : /00$/.test(code) ? 1 : 2;
}
// Columns that say in which unit something is.
const PLACED = /^(adcode|county|region|place|name)(_zh)?$/;
const LEVEL = { province: 0, prefecture: 1, county: 2 };

// Marks in a unit, by layer. A place that is known less exactly than the unit says nothing of it:
// those are counted apart.
export function pointsIn(layer, row) {
  const place = rowPlace(layer, row);
  if (!place) return [];
  const own = level(layer.data.search.code[row]);
  return layers
    .filter((one, at) => one.geometry === "point" && once(one, at))
    .map((one) => {
      const rows = [];
      let vague = 0;
      for (const mark of one.places) {
        const near = place.bounds.contains(mark.point);
        if (!near || !inPolygon(place, L.latLng(mark.point))) continue;
        if ((LEVEL[mark.precision] ?? 3) < own) vague += mark.rows.length;
        else rows.push(...mark.rows);
      }
      return { layer: one, rows, vague };
    })
    .filter((one) => one.rows.length || one.vague);
}

// The units next below, by code.
export function unitsWithin(code) {
  const own = level(code);
  if (own === 2) return [];
  const head = code.slice(0, own === 0 ? 2 : 4);
  const found = new Map();
  for (const layer of layers) {
    if (layer.geometry !== "polygon" || !layer.data.search.code) continue;
    layer.data.search.code.forEach((one, row) => {
      const below = level(String(one)) === own + 1 && String(one).startsWith(head);
      if (below && !found.has(one)) found.set(one, { layer, row });
    });
  }
  return [...found.values()];
}

// Units of the same table that share a piece of border.
export function neighboursOf(layer, row) {
  const { shapes, rows } = layer.data;
  if (!shapes) return [];
  const arcs = (at) => new Set(shapes[at].flat(2).map((arc) => (arc < 0 ? ~arc : arc)));
  const rowsAt = (at) => (typeof rows === "number" ? [at] : rows[at]);
  const own = rowPlace(layer, row);
  if (!own) return [];
  const mine = arcs(own.at);
  return layer.places
    .filter((place) => place.at !== own.at && [...arcs(place.at)].some((arc) => mine.has(arc)))
    .map((place) => ({ layer, row: rowsAt(place.at)[0] }));
}

// A zone of the plan, which has a code and no borders: {code, zh, en}; null of any other unit.
export function zoneOf(code) {
  const zone = data.tasks?.regions.find((one) => one.code === code);
  const drawn = layers.some((layer) => layer.data.search.code?.includes(code));
  return zone && !drawn ? zone : null;
}

// Rows of points whose data name a zone as their unit, by its code or its name.
export function pointsNaming({ code, zh }) {
  // A region may be written with the units above before it.
  const says = (name, value) =>
    [code, zh].includes(value) || (!name.startsWith("name") && String(value ?? "").endsWith(zh));
  return layers
    .filter((one, at) => one.geometry === "point" && once(one, at))
    .map((layer) => {
      const names = Object.keys(layer.data.columns).filter((name) => PLACED.test(name));
      const rows = Array.from({ length: layer.data.count }, (_, row) => row).filter((row) =>
        names.some((name) => says(name, valueAt(layer.data, name, row))),
      );
      return { layer, rows, vague: 0 };
    })
    .filter((one) => one.rows.length);
}

// The code of the unit that a row is, or of the zone that it is in.
export function codeOf(layer, row) {
  const { code } = layer.data.search;
  if (layer.geometry === "polygon") return code ? String(stored(code, row)) : null;
  const { adcode } = layer.data.columns;
  const zone = adcode && zoneOf(valueAt(layer.data, "adcode", row));
  return zone ? zone.code : null;
}
