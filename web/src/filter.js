// Which rows are wanted: chosen values of columns, and chosen classes of legends. What is chosen acts
// on the map, the table, the chart and all counts together, since all of them ask `wanted`.

import { stored } from "./decode.js";
import { state, tell } from "./state.js";

// Values that a list to choose from may have.
export const MOST_VALUES = 40;
export const PREFECTURE = "@prefecture";
export const CLASS = "@class";

// Of each table the wanted values by column; of a layer its wanted classes, under its own key.
export function filterKey(table, column) {
  return `${table}~${column}`;
}
export function classKey(layer) {
  return filterKey(layer.table, `${CLASS}${layer.number}`);
}

export function chosenOf(key) {
  return state.filter.get(key) ?? null;
}

// Take a value into those wanted, or out; none wanted is all.
export function choose(key, value) {
  const values = new Set(chosenOf(key) ?? []);
  if (!values.delete(value)) values.add(value);
  setFilter(key, values);
}

export function setFilter(key, values) {
  if (values.size) state.filter.set(key, values);
  else state.filter.delete(key);
  tell("filter");
}

export function clearFilters() {
  state.filter.clear();
  tell("filter");
}

export function filtersOf(layer) {
  return [...state.filter].filter(([key]) => {
    const [table, column] = key.split("~");
    return (
      table === layer.table && (!column.startsWith(CLASS) || column === `${CLASS}${layer.number}`)
    );
  });
}

// Whether a row of a layer has the wanted values; `context` gives the class of a row and its place.
export function wanted(layer, row, context) {
  for (const [key, values] of filtersOf(layer)) {
    const column = key.split("~")[1];
    let value = null;
    if (column.startsWith(CLASS)) value = String(context.classOfRow(layer, row));
    else if (column === PREFECTURE) value = prefectureOf(layer, row, context);
    else value = String(stored(layer.data.columns[column].values, row) ?? "");
    if (!values.has(value)) return false;
  }
  return true;
}

// The prefecture that a row lies in, by its code or its place; empty if in none.
const found = new Map();
export function prefectureOf(layer, row, { prefectures, rowPlace, inPolygon }) {
  if (!prefectures) return "";
  if (!found.has(layer.table)) found.set(layer.table, new Map());
  const known = found.get(layer.table);
  if (known.has(row)) return known.get(row);
  const codes = prefectures.data.search.code;
  const own = layer.data.search.code?.[row];
  let at = -1;
  if (own) {
    at = codes.findIndex((code) => code.slice(0, 4) === String(own).slice(0, 4));
  } else {
    const place = rowPlace(layer, row);
    const point = place?.point ?? place?.anchor;
    if (point) {
      at = prefectures.places.findIndex((one) => inPolygon(one, point));
    }
  }
  const code = at < 0 ? "" : String(codes[at]);
  known.set(row, code);
  return code;
}
