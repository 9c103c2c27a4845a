// Values of columns as people read them.

import { formatNumber } from "./numbers.js";
import { say } from "./words.js";

// Object.hasOwn would do, but browsers of 2020 don't have it.
export function has(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name);
}

// A value as text; coded ones by their words, where the column or the layer's style has them.
export function formatValue(column, value, layer, name) {
  if (value === null || value === undefined) return "—";
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value === "number") return column.year ? String(value) : formatNumber(value);
  const known = [column.words, layer && has(layer.words, name) ? layer.words[name] : {}].find(
    (one) => has(one, value),
  );
  if (known) return say(known[value]);
  return value;
}

export function withUnit(column, value, layer, name) {
  const text = formatValue(column, value, layer, name);
  return value === null || value === undefined || !column.unit
    ? text
    : `${text} ${say(column.unit)}`;
}

// Numbers to reckon with; a year is a name.
export function isNumber(column) {
  return (column.type === "integer" || column.type === "number") && !column.year;
}
