// The tasks of the plan, what is asked of them, and what was found.

import { data } from "./data.js";
import { today } from "./day.js";
import { stored } from "./decode.js";
import { places } from "./map.js";
import { tell } from "./state.js";
import { EVERYTHING, readTasks, select } from "./tasks_select.js";

const block = data.tasks;
export const tasks = block ? readTasks(block) : [];
export const table = block?.table;
export const units = block?.units ?? [];
export const regions = block?.regions ?? [];
// By layer of the map the items that each of its rows stands for.
const itemsOf = Object.assign(Object.create(null), block?.rows);
export const tablesOfTasks = Object.keys(itemsOf);
export const years = [...new Set(tasks.map((task) => task.year))].filter(Boolean).sort();
export const kinds = [...new Set(tasks.map((task) => task.kind))];

export const view = {
  open: false,
  asked: EVERYTHING,
  found: null,
  // The number of the task that is open in the list; null for none.
  chosen: null,
};

export function itemsOfRow(name, row) {
  const text = itemsOf[name] ? stored(itemsOf[name], row) : "";
  return text ? text.split(" ").map(Number) : [];
}

export function dayAsked() {
  return view.asked.asOf || today();
}

// The rows of a mark on the map, {name, place}; null if it is none of this map's.
export function markOf(mark) {
  const [name, number] = mark.split(".");
  const place = places[name]?.[Number(number)];
  return place ? { name, place } : null;
}

export function ask(change) {
  view.asked = { ...view.asked, ...change };
  const at = view.asked.mark ? markOf(view.asked.mark) : null;
  const marked = at && new Set(at.place.rows.flatMap((row) => itemsOfRow(at.name, row)));
  view.found = select(tasks, view.asked, { units, regions, marked, day: dayAsked() });
  tell("tasks");
}
