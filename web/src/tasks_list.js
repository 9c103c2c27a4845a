// The tasks as a list: each with how it stands, and when it is opened all that is known of it.

import { datum, make, webLink } from "./elements.js";
import { formatValue, withUnit } from "./format.js";
import { valueAt } from "./rows.js";
import { sayDue, sayNames, sayTask, sayTasks } from "./task_words.js";
import { isOverdue, OVERDUE } from "./tasks_select.js";
import { dayAsked, regions, table, view } from "./tasks_state.js";
import { say } from "./words.js";

// Beside its colour each state has a sign of its own.
const MARKS = { met: "✓", partly: "◐", short: "✕", undecided: "?", awaiting: "…" };
const MOST_AT_FIRST = 60;
// What stands in an opened task, in this order, where it is known.
const DETAILS = [
  ...["lead", "cooperating", "asked", "evidence", "reason", "decided_by", "data_status"],
  ...["said_status", "said_by", "said_on", "document", "url", "note", "history", "found"],
];
let most = MOST_AT_FIRST;

export function stateMark(state) {
  return make(`span.sign.state-${state}`, { "aria-hidden": "true" }, MARKS[state]);
}

export function columnWords(name, value) {
  return formatValue(table.columns[name], value);
}

export function stateWords(task) {
  if (task.state === OVERDUE) return sayTask("overdue");
  const late = isOverdue(task, dayAsked())
    ? `${say({ zh: "，", en: ", " })}${sayTask("overdue")}`
    : "";
  return columnWords("state", task.state) + late;
}

export function textAt(name, row) {
  return table.columns[name] ? valueAt(table, name, row) : null;
}

export function kindWords(task) {
  const form = textAt("form", task.row);
  const kind = columnWords("kind", task.kind);
  return form ? `${kind} · ${columnWords("form", form)}` : kind;
}

// Names of the places that an item is about: those that the plan names, else the prefectures.
function placesOf(task) {
  const named = [...task.regions].filter(([, why]) => why === "place");
  return sayNames(
    (named.length ? named : [...task.regions]).map(([at]) => say(regions[at])),
    4,
  );
}

function knownOf(row) {
  const value = textAt("value", row);
  if (value === null || value === undefined) return null;
  const unit = textAt("measure_unit", row) ?? "";
  return `${withUnit(table.columns.value, value)} ${unit}`.trim();
}

function details(task, showOnMap) {
  const list = make("dl.values");
  const add = (title, ...value) => {
    list.append(make("dt.wide", {}, datum(title)), make("dd.wide", { dir: "auto" }, ...value));
  };
  const quote = textAt("text_zh", task.row);
  if (quote) {
    add(say(table.columns.text_zh.title), make("blockquote", { lang: "zh-CN" }, quote));
  }
  for (const name of DETAILS) {
    const value = textAt(name, task.row);
    if (name === "lead" && !value) add(say(table.columns.lead.title), sayTask("noLead"));
    if (name === "evidence" && knownOf(task.row)) add(sayTask("known"), knownOf(task.row));
    if (value === null || value === undefined) continue;
    const text = withUnit(table.columns[name], value);
    add(say(table.columns[name].title), name === "url" ? webLink(value, value) : text);
  }
  if (task.regions.size) add(sayTask("about"), placesOf(task));
  return [
    list,
    showOnMap
      ? make(
          "button.show",
          { type: "button", id: `task-show-${task.row}`, onclick: showOnMap },
          sayTask("onMap"),
        )
      : make("p.hint", {}, sayTask("noPlace")),
  ];
}

function taskLine(task, { open, place }) {
  const opened = view.chosen === task.row;
  const name = `task-${task.row}`;
  const lead = textAt("lead", task.row);
  return make(
    opened ? "li.task.opened" : "li.task",
    { "data-item": task.item },
    make(
      "button.task-head",
      {
        type: "button",
        id: name,
        "aria-expanded": String(opened),
        "aria-controls": opened ? `${name}-details` : null,
        onclick: () => open(task.row),
      },
      stateMark(task.state),
      make(
        "span.what",
        {},
        datum(textAt("name", task.row), "span.heading"),
        make(
          "span.facts",
          {},
          make("strong", {}, stateWords(task)),
          ` · ${kindWords(task)} · `,
          datum(textAt("clause", task.row)),
          lead ? [" · ", datum(lead)] : null,
        ),
      ),
    ),
    opened ? make("div.details", { id: `${name}-details` }, details(task, place(task))) : null,
  );
}

// The list by the year in which things are due. `open` opens a task or closes it, `place` gives
// what shows a task on the map, or null.
export function listBox(found, actions) {
  if (!found.length) return [make("p.hint", {}, sayTask("nothing"))];
  const at = found.findIndex((task) => task.row === view.chosen);
  if (at >= most) most = at + 1;
  const parts = [];
  let year;
  let list;
  for (const task of found.slice(0, most)) {
    if (task.year !== year || !list) {
      year = task.year;
      const some = found.filter((one) => one.year === year);
      list = make("ul.tasks");
      parts.push(
        make(
          "h3",
          {},
          year ? sayDue(year) : sayTask("undated"),
          make("span.count", {}, ` ${sayTasks("tasks", some.length)}`),
        ),
        list,
      );
    }
    list.append(taskLine(task, actions));
  }
  if (found.length > most) {
    parts.push(
      make(
        "button.more",
        {
          type: "button",
          id: "tasks-more",
          onclick: () => {
            most += 200;
            actions.again();
          },
        },
        say("more"),
      ),
    );
  }
  return parts;
}

export function shortList() {
  most = MOST_AT_FIRST;
}
