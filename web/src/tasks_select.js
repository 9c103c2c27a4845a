// Which tasks of the plan a reader asks for, and how they stand; the same answers as gisplan plan.

import { stored } from "./decode.js";

export const STATES = ["met", "partly", "short", "undecided", "awaiting"];
export const OVERDUE = "overdue";
// The kinds that the scorecard judges, asked for by one word.
export const AIMS = "aims";
const JUDGED = ["target", "milestone"];
// What is left away or added where offices write one name in two ways.
const SAME = [
  ["甘肃省", "省"],
  ["人民政府", "政府"],
  ["（", "("],
  ["）", ")"],
  ["、自治州", "州"],
];

export const EVERYTHING = Object.freeze({
  unit: "",
  role: "",
  region: "",
  due: "",
  kind: "",
  states: Object.freeze([]),
  words: "",
  // A mark that was chosen on the map: "table.number"; "" for none.
  mark: "",
  // The day on which it is told what is overdue; "" for today.
  asOf: "",
});

export function plainName(name) {
  const text = String(name).normalize("NFKC").replace(/\s/g, "").toLowerCase();
  return SAME.reduce((left, [long, short]) => left.replaceAll(long, short), text);
}

// The numbers of the units that a name stands for: by any of their names; else by a part of one.
export function findUnits(units, name) {
  const wanted = plainName(name);
  if (!wanted) return [];
  const known = units.map((unit) => unit.names.map(plainName));
  const numbers = (fits) =>
    known.map((names, at) => (names.some(fits) ? at : -1)).filter((at) => at >= 0);
  for (const fits of [
    (one) => one === wanted,
    (one) => one === `省${wanted}`,
    (one) => wanted.length > 1 && one.includes(wanted),
  ]) {
    const found = numbers(fits);
    if (found.length) return found;
  }
  return [];
}

function numbersOf(values, row) {
  const text = stored(values, row);
  return text ? text.split(" ").map(Number) : [];
}

// The items with what is asked of them, from the block of data.
export function readTasks({ table, lead, cooperate, places }) {
  const { columns, count } = table;
  const cell = (name, row) => (columns[name] ? stored(columns[name].values, row) : null);
  const both = (name, row) =>
    columns[name]
      ? [cell(name, row), columns[name].english ? stored(columns[name].english, row) : null]
      : [];
  return Array.from({ length: count }, (_, row) => ({
    row,
    item: cell("item", row),
    kind: cell("kind", row),
    state: cell("state", row),
    year: cell("year", row),
    due: cell("due", row),
    lead: numbersOf(lead, row),
    cooperate: numbersOf(cooperate, row),
    regions: new Map(
      (stored(places, row) || "")
        .split(" ")
        .filter(Boolean)
        .map((one) => one.split(":"))
        .map(([region, why]) => [Number(region), why]),
    ),
    words: [...both("name", row), cell("clause", row), cell("item", row), cell("text_zh", row)]
      .filter(Boolean)
      .join("\n")
      .normalize("NFKC")
      .toLowerCase(),
  }));
}

// What was due before the day and is not known to be met.
export function isOverdue(task, day) {
  return Boolean(task.due) && task.due < day && task.state !== "met";
}

export function isAim(task) {
  return JUDGED.includes(task.kind);
}

// A test for each thing that is asked for; those of the states and the place stand apart.
function tests(asked, { units, regions, marked }) {
  const found = [];
  if (asked.unit.trim()) {
    const wanted = new Set(findUnits(units, asked.unit));
    const roles = asked.role ? [asked.role] : ["lead", "cooperate"];
    found.push((task) => roles.some((role) => task[role].some((one) => wanted.has(one))));
  } else if (asked.role) {
    found.push((task) => task[asked.role].length > 0);
  }
  if (asked.due) {
    found.push((task) => (asked.due === "none" ? !task.year : String(task.year) === asked.due));
  }
  if (asked.kind) {
    found.push((task) => (asked.kind === AIMS ? isAim(task) : task.kind === asked.kind));
  }
  const words = asked.words.normalize("NFKC").toLowerCase().trim();
  if (words) found.push((task) => task.words.includes(words));
  const here = [];
  if (asked.region) {
    const region = regions.findIndex((one) => one.code === asked.region);
    here.push((task) => task.regions.has(region));
  }
  if (asked.mark && marked) here.push((task) => marked.has(task.row));
  return { found, here };
}

// What is asked for: `list`; `anyState` is the same in all states, which the counts are of;
// `anyYear` in all years and states, for the timeline; `anyPlace` without regard to places.
export function select(tasks, asked, known) {
  const { found, here } = tests(asked, known);
  const inState = (task) =>
    !asked.states.length ||
    asked.states.includes(task.state) ||
    (asked.states.includes(OVERDUE) && isOverdue(task, known.day));
  const all = (some) => tasks.filter((task) => some.every((test) => test(task)));
  const anyState = all([...found, ...here]);
  const anyYear = asked.due ? select(tasks, { ...asked, due: "" }, known).anyState : anyState;
  return {
    anyState,
    anyYear,
    anyPlace: all([...found, inState]),
    list: inOrder(anyState.filter(inState)),
  };
}

// What is due first stands first; what has no day last, as the plan has it.
function inOrder(tasks) {
  return [...tasks].sort((a, b) => (a.year || 9999) - (b.year || 9999) || a.row - b.row);
}

export function countStates(tasks, day) {
  const counts = Object.fromEntries([...STATES, OVERDUE].map((state) => [state, 0]));
  for (const task of tasks) {
    counts[task.state]++;
    if (isOverdue(task, day)) counts[OVERDUE]++;
  }
  return counts;
}

// The years of a timeline, without a gap, each with its milestones.
export function timeline(tasks) {
  const dated = tasks.filter((task) => task.kind === "milestone" && task.year);
  if (!dated.length) return [];
  const years = dated.map((task) => task.year);
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => ({
    year: first + at,
    tasks: dated.filter((task) => task.year === first + at),
  }));
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export function isDay(text) {
  return DAY.test(text);
}

// The question in the address. Nothing in an address is trusted: what is not known here is left out.
export function readQuestion(address, { regions, kinds, years, rows }) {
  const one = (name, known) => {
    const value = address.get(name) ?? "";
    return known(value) ? value : "";
  };
  return {
    ...EVERYTHING,
    unit: (address.get("unit") ?? "").slice(0, 80),
    role: one("role", (value) => ["lead", "cooperate"].includes(value)),
    region: one("region", (value) => regions.some((region) => region.code === value)),
    due: one("due", (value) => value === "none" || years.map(String).includes(value)),
    kind: one("kind", (value) => value === AIMS || kinds.includes(value)),
    states: (address.get("state") ?? "")
      .split(" ")
      .filter((state) => [...STATES, OVERDUE].includes(state)),
    words: (address.get("words") ?? "").slice(0, 80),
    mark: one("mark", (value) => {
      const [table, place, ...more] = value.split(".");
      return !more.length && /^\d{1,6}$/.test(place) && rows.includes(table);
    }),
    asOf: one("asof", isDay),
  };
}

export function writeQuestion(asked) {
  return [
    ["unit", asked.unit.trim()],
    ["role", asked.role],
    ["region", asked.region],
    ["due", asked.due],
    ["kind", asked.kind],
    ["state", asked.states.join(" ")],
    ["words", asked.words.trim()],
    ["mark", asked.mark],
    ["asof", asked.asOf],
  ].filter(([, value]) => value);
}
