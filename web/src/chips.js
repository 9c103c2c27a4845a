// Chips above the table: a list of values for each column that has few, to choose rows by.

import { stored } from "./decode.js";
import { datum, make } from "./elements.js";
import {
  CLASS,
  choose,
  chosenOf,
  clearFilters,
  filterKey,
  filtersOf,
  MOST_VALUES,
  PREFECTURE,
  prefectureOf,
} from "./filter.js";
import { formatValue, isNumber } from "./format.js";
import { context, nameOf, rowShows } from "./rows.js";
import { state } from "./state.js";
import { say } from "./words.js";

const opened = new Set();

function rowsOfTable(layer) {
  return Array.from({ length: layer.data.count }, (_, row) => row);
}

// The values of a column with the number of rows; null where there are too many to choose from.
const listed = new Map();
function valuesOf(layer, name) {
  const key = filterKey(layer.table, name);
  if (!listed.has(key)) {
    const times = new Map();
    for (const row of rowsOfTable(layer)) {
      const value =
        name === PREFECTURE
          ? prefectureOf(layer, row, context)
          : String(stored(layer.data.columns[name].values, row) ?? "");
      times.set(value, (times.get(value) ?? 0) + 1);
    }
    const few = times.size > 1 && times.size <= MOST_VALUES && times.size < layer.data.count;
    listed.set(key, few ? times : null);
  }
  return listed.get(key);
}

function columnsToChoose(layer) {
  const { columns } = layer.data;
  const names = layer.popup.filter(
    (name, at) => at > 0 && columns[name] && !isNumber(columns[name]) && valuesOf(layer, name),
  );
  if (context.prefectures && layer.table !== "prefectures" && valuesOf(layer, PREFECTURE)) {
    names.push(PREFECTURE);
  }
  return names;
}

function wordsOf(layer, name, value) {
  if (value === "") return say("noValue");
  if (name === PREFECTURE) {
    const { prefectures } = context;
    return nameOf(prefectures, prefectures.data.search.code.indexOf(value));
  }
  const column = layer.data.columns[name];
  const row = rowsOfTable(layer).find((one) => String(stored(column.values, one) ?? "") === value);
  const held = state.lang === "en" && column.english ? column.english : column.values;
  return formatValue(column, stored(held, row), layer, name);
}

function chip(layer, name) {
  const key = filterKey(layer.table, name);
  const chosen = chosenOf(key);
  const title = name === PREFECTURE ? say("prefecture") : say(layer.data.columns[name].title);
  const values = [...valuesOf(layer, name)].sort((a, b) => b[1] - a[1]);
  const words = chosen ? [...chosen].map((one) => wordsOf(layer, name, one)).join("、") : "";
  const short = words.length > 18 ? `${words.slice(0, 17)}…` : words;
  return make(
    chosen ? "details.chosen" : "details",
    {
      open: opened.has(key),
      ontoggle: (event) => {
        if (event.target.open) opened.add(key);
        else opened.delete(key);
      },
    },
    make("summary", { id: `chip-${key}` }, datum(title), short ? `：${short}` : ""),
    make(
      "div.values-list",
      { role: "group", "aria-label": title },
      values.map(([value, count], at) =>
        make(
          "label",
          {},
          make("input", {
            type: "checkbox",
            id: `chip-${key}-${at}`,
            checked: Boolean(chosen?.has(value)),
            onchange: () => choose(key, value),
          }),
          datum(wordsOf(layer, name, value)),
          make("span.count", {}, String(count)),
        ),
      ),
    ),
  );
}

export function chipsBox(layer) {
  const names = columnsToChoose(layer);
  const active = state.filter.size > 0;
  if (!names.length && !active) return null;
  const classes = filtersOf(layer).some(([key]) => key.includes(`~${CLASS}`));
  const shown = rowsOfTable(layer).filter((row) => rowShows(layer, row)).length;
  return make(
    "div.chips",
    { role: "group", "aria-label": say("filter") },
    names.map((name) => chip(layer, name)),
    active
      ? make(
          "button.clear-filter",
          { type: "button", id: "filter-clear", onclick: clearFilters },
          `${say(classes ? "clearClasses" : "clearFilter")} (${shown}/${layer.data.count}) ×`,
        )
      : null,
  );
}
