// Rows of a layer's table: which show in the chosen year, where they lie, what they are called.

import { stored } from "./decode.js";
import { filtersOf, wanted } from "./filter.js";
import { formatValue } from "./format.js";
import { state } from "./state.js";
import { say, sayCount } from "./words.js";

// The value of a row in the reader's language; of a pair, the other one where that is missing.
export function valueAt(table, name, row) {
  const column = table.columns[name];
  const chinese = stored(column.values, row);
  if (!column.english) return chinese;
  const english = stored(column.english, row);
  return state.lang === "zh" ? (chinese ?? english) : (english ?? chinese);
}

// What a row is called: its label, else the heading of its popup, else its key.
export function nameOf(layer, row) {
  const { columns } = layer.data;
  for (const name of [layer.label, layer.popup[0], ...Object.keys(columns)]) {
    if (!name || !columns[name]) continue;
    const value = valueAt(layer.data, name, row);
    if (value !== null && value !== undefined) {
      return formatValue(columns[name], value, layer, name);
    }
  }
  return say("untitled");
}

// What a place is called: as its first row, with the number of the others.
export function placeName(layer, place) {
  const rows = rowsOf(layer, place);
  const name = nameOf(layer, rows[0]);
  return rows.length > 1 ? name + sayCount("others", rows.length) : name;
}

// All years of a layer's rows, as often as they stand there.
export function yearsOfRows(layer) {
  const { count, columns } = layer.data;
  return Array.from({ length: count }, (_, row) =>
    stored(columns[layer.yearColumn].values, row),
  ).filter((year) => year !== null && year !== undefined);
}

// The year of a row of a layer that has years; null if it is not known.
export function yearOf(layer, row) {
  return stored(layer.data.columns[layer.yearColumn].values, row) ?? null;
}

// Whether the list of tasks leaves a row, and its year is come; one without a year always shows.
export function inYear(layer, row) {
  if (state.kept[layer.table] && !state.kept[layer.table].has(row)) return false;
  if (!layer.yearColumn || state.year === null) return true;
  const year = yearOf(layer, row);
  return year === null || year <= state.year;
}

// The year of the report that a row's state is from; null if that is not known.
export function reportOf(layer, row) {
  return stored(layer.data.columns[layer.reportColumn].values, row) ?? null;
}

// Whether the state of a row is known in the year of the slider: from its own year, or else that
// of the report, up to the report. A row that starts without a report is its own report.
export function isKnown(layer, row) {
  if (!layer.reportColumn || state.year === null) return true;
  const [start, report] = [yearOf(layer, row), reportOf(layer, row)];
  if (start === null && report === null) return false;
  return (start ?? report) <= state.year && state.year <= (report ?? Infinity);
}

// The class of a row of a classed layer; none in a year of which nobody has reported.
export function classOfRow(layer, row) {
  if (!isKnown(layer, row)) return -1;
  if (layer.each) return layer.each[row];
  const place = rowPlace(layer, row);
  return place && layer.of ? layer.of[place.at] : -1;
}

// What filters need to know of a row beside its values. The start of the page adds the layer of the
// prefectures, if the map has one, and what tells whether a place is inside another.
export const context = { classOfRow, rowPlace, prefectures: null, inPolygon: null };

// Whether rows of a layer may be left out: by the year, the list of tasks or what is wanted.
export function isFiltered(layer) {
  const dated = Boolean(layer.yearColumn) && state.year !== null;
  return dated || Boolean(state.kept[layer.table]) || filtersOf(layer).length > 0;
}

// Whether a row shows: its year is come, and it is among those wanted.
export function rowShows(layer, row) {
  return inYear(layer, row) && wanted(layer, row, context);
}

// The rows of a place that show.
export function rowsOf(layer, place) {
  return isFiltered(layer) ? place.rows.filter((row) => rowShows(layer, row)) : place.rows;
}

// Rows know their place; those without a position have none.
const placeOfRow = new Map();

export function rowPlace(layer, row) {
  const { data, places } = layer;
  // Mostly each row has a place of its own, in the same order.
  if (typeof data.rows === "number") return places[row] || null;
  if (!placeOfRow.has(places)) {
    placeOfRow.set(
      places,
      new Map(places.flatMap((place) => place.rows.map((one) => [one, place]))),
    );
  }
  return placeOfRow.get(places).get(row) || null;
}
