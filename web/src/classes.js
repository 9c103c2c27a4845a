// Which class a place or a row is in, its colour, and what the legend counts.

import { classKey } from "./filter.js";
import { classOfRow, isFiltered, rowPlace, rowsOf } from "./rows.js";
import { state } from "./state.js";

export const MISSING = -1;
export const SEVERAL = -2;
// Of a row that is nowhere on the map.
export const NOWHERE = "#d5d9dd";

export function classOf(layer, place) {
  if (!layer.each || !isFiltered(layer)) return layer.of[place.at];
  const classes = new Set(rowsOf(layer, place).map((row) => classOfRow(layer, row)));
  return classes.size === 1 ? [...classes][0] : SEVERAL;
}

function classColor(layer, number) {
  const { classes, missingColor, severalColor } = layer.legend;
  if (number === MISSING) return missingColor;
  return number === SEVERAL ? severalColor : classes[number].color;
}

// Whether a class says that nothing is known, and is drawn hatched.
export function isHatched(layer, number) {
  if (number === MISSING) return Boolean(layer.legend.missingHatched);
  return number >= 0 && Boolean(layer.legend.classes[number].unknown);
}

export function hatchedAt(layer, place) {
  return Boolean(layer.of) && isHatched(layer, classOf(layer, place));
}

export function colorOf(layer, place) {
  return layer.of ? classColor(layer, classOf(layer, place)) : layer.style.color;
}

// The dashes of a line: those of its class, or of all.
export function dashOf(layer, place) {
  const number = layer.of ? classOf(layer, place) : MISSING;
  return (number >= 0 && layer.legend.classes[number].dash) || layer.style.dash;
}

export function rowColor(layer, row) {
  const place = rowPlace(layer, row);
  if (!place) return NOWHERE;
  if (!layer.of) return layer.style.color;
  return classColor(layer, layer.each ? classOfRow(layer, row) : classOf(layer, place));
}

// What the legend counts: rows in classes, rows without a value, places of several classes.
export function countsOf(layer) {
  const { legend } = layer;
  const whole = {
    classes: (legend.classes || []).map((one) => one.count),
    missing: legend.missing,
    several: legend.several,
    precisions: legend.precisions || [],
  };
  if (!isFiltered(layer)) return whole;
  // A legend says of each class how many there would be, whether it is among the wanted or not.
  const key = classKey(layer);
  const own = state.filter.get(key);
  state.filter.delete(key);
  const counts = countShown(layer, whole);
  if (own) state.filter.set(key, own);
  return counts;
}

function countShown(layer, whole) {
  const shown = layer.places
    .map((place) => ({ place, rows: rowsOf(layer, place) }))
    .filter((one) => one.rows.length);
  const rows = shown.flatMap((one) => one.rows);
  return {
    classes: whole.classes.map(
      (_, at) => rows.filter((row) => classOfRow(layer, row) === at).length,
    ),
    missing: layer.of
      ? rows.filter((row) => classOfRow(layer, row) === MISSING).length
      : whole.missing,
    several: layer.each ? shown.filter((one) => classOf(layer, one.place) === SEVERAL).length : 0,
    precisions: whole.precisions
      .map((one) => ({
        ...one,
        count: shown
          .filter(({ place }) => place.precision === one.name)
          .reduce((sum, found) => sum + found.rows.length, 0),
      }))
      .filter((one) => one.count),
  };
}
