// Values of columns as people read them.

import { formatNumber } from "./numbers.js";
import { state } from "./state.js";
import { say } from "./words.js";

// Object.hasOwn would do, but browsers of 2020 don't have it.
export function has(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name);
}

// A value as text; coded ones by the words of the layer's legend, else of the column.
export function formatValue(column, value, layer, name) {
  if (value === null || value === undefined) return "—";
  const code = typeof value === "boolean" ? (value ? "True" : "False") : value;
  const known = [layer && has(layer.words, name) ? layer.words[name] : {}, column.words].find(
    (one) => has(one, code),
  );
  if (known) return say(known[code]);
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value === "number")
    return column.year ? String(value) : formatNumber(value, column, state.lang);
  return value;
}

// A figure in full, for who points at it where it is shown shorter; else nothing. A headline is
// written as a column is, but has no words.
export function inFull(how, value) {
  if (typeof value !== "number" || how.year || (how.words && has(how.words, value))) return null;
  const full = formatNumber(value, { digits: 15 });
  return formatNumber(value, how, state.lang) === full ? null : full;
}

// The unit, as it stands behind a figure: 2.6万吨, but 26,000 t.
export function behind(text, { unit }) {
  return (/[万亿]$/.test(text) ? "" : " ") + say(unit);
}

// The unit, as it stands behind a heading.
export function unitBehind({ unit }) {
  return state.lang === "zh" ? `（${say(unit)}）` : `, ${say(unit)}`;
}

export function withUnit(column, value, layer, name) {
  const text = formatValue(column, value, layer, name);
  if (value === null || value === undefined || !column.unit) return text;
  return text + behind(text, column);
}

// Numbers to reckon with; a year is a name.
export function isNumber(column) {
  return (column.type === "integer" || column.type === "number") && !column.year;
}
