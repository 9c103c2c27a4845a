// The tasks of the plan in a list beside the map: who owes what, by when, and how it stands.

import { announce, datum, make } from "./elements.js";
import { addToLink } from "./link.js";
import { layers } from "./map.js";
import { placeName } from "./rows.js";
import { on, tell } from "./state.js";
import { sayNames, sayTask, sayTasks } from "./task_words.js";
import { columnWords, listBox, shortList, stateMark, stateWords, textAt } from "./tasks_list.js";
import { outlineTask, showRegion, showsTask, startTasksMap } from "./tasks_map.js";
import { printList, startTasksPaper } from "./tasks_paper.js";
import {
  AIMS,
  countStates,
  EVERYTHING,
  findUnits,
  isAim,
  isDay,
  OVERDUE,
  readQuestion,
  STATES,
  writeQuestion,
} from "./tasks_select.js";
import {
  ask,
  dayAsked,
  kinds,
  markOf,
  regions,
  tablesOfTasks,
  tasks,
  units,
  view,
  years,
} from "./tasks_state.js";
import { timelineBox } from "./tasks_timeline.js";
import { giveRoom, narrow } from "./view.js";
import { say } from "./words.js";

const drawer = make("aside", { id: "tasks", hidden: true });
const form = make("form.ask-tasks", { onsubmit: (event) => event.preventDefault() });
const results = make("div.results");
const body = make("div.tasks-body", {}, form, results);
const toggle = make("button", {
  type: "button",
  id: "tasks-toggle",
  "aria-controls": "tasks",
  "aria-expanded": "false",
  onclick: () => openTasks(!view.open),
});

export function openTasks(open) {
  giveRoom(() => {
    view.open = open;
    if (open) tell("opened", "tasks");
    drawer.hidden = !open;
    document.body.classList.toggle("tasks-open", open);
    toggle.setAttribute("aria-expanded", String(open));
    if (!open) outlineTask(null);
    ask({});
  });
}

function change(asked) {
  shortList();
  ask(asked);
}

function field(name, control, hint) {
  return make(
    "div.field",
    {},
    make("label", { for: `tasks-${name}` }, sayTask(name)),
    control,
    hint ?? null,
  );
}

function choice(name, options, pick) {
  const value = view.asked[name];
  return make(
    "select",
    { id: `tasks-${name}`, onchange: (event) => pick(event.target.value) },
    options.map(([code, words]) =>
      make("option", { value: code, selected: code === value }, words),
    ),
  );
}

function unitField() {
  const names = units.flatMap((unit) => (unit.now ? [say(unit), say(unit.now)] : [say(unit)]));
  return [
    make("input", {
      id: "tasks-unit",
      type: "search",
      autocomplete: "off",
      maxLength: 80,
      value: view.asked.unit,
      placeholder: sayTask("unitHint"),
      "aria-describedby": "tasks-unit-note",
      oninput: (event) => change({ unit: event.target.value }),
      "data-list": "tasks-units",
    }),
    make(
      "datalist",
      { id: "tasks-units" },
      [...new Set(names)].map((name) => make("option", { value: name })),
    ),
  ];
}

function regionOptions() {
  // Prefectures, each with the places within it.
  const options = [["", sayTask("all")]];
  regions.forEach((region, at) => {
    if (region.within !== null) return;
    options.push([region.code, say(region)]);
    for (const inside of regions.filter((one) => one.within === at)) {
      options.push([inside.code, `　${say(inside)}`]);
    }
  });
  return options;
}

function writeForm() {
  const held = form.contains(document.activeElement) ? document.activeElement.id : null;
  const set = (name) => (value) => change({ [name]: value });
  const [unit, list] = unitField();
  unit.setAttribute("list", "tasks-units");
  form.replaceChildren(
    field("unit", unit, make("p.hint", { id: "tasks-unit-note", role: "status" })),
    list,
    field(
      "role",
      choice(
        "role",
        [
          ["", sayTask("anyRole")],
          ["lead", sayTask("lead")],
          ["cooperate", sayTask("cooperate")],
        ],
        set("role"),
      ),
    ),
    field(
      "region",
      choice("region", regionOptions(), (region) => {
        change({ region, mark: "" });
        showRegion(region);
      }),
    ),
    field(
      "due",
      choice(
        "due",
        [
          ["", sayTask("all")],
          ...years.map((year) => [String(year), String(year)]),
          ["none", sayTask("noYear")],
        ],
        set("due"),
      ),
    ),
    field(
      "kind",
      choice(
        "kind",
        [
          ["", sayTask("all")],
          [AIMS, sayTask("aims")],
          ...kinds.map((kind) => [kind, columnWords("kind", kind)]),
        ],
        set("kind"),
      ),
    ),
    field(
      "words",
      make("input", {
        id: "tasks-words",
        type: "search",
        autocomplete: "off",
        maxLength: 80,
        value: view.asked.words,
        oninput: (event) => change({ words: event.target.value }),
      }),
    ),
    field(
      "asOf",
      make("input", {
        id: "tasks-asOf",
        type: "date",
        value: dayAsked(),
        onchange: (event) => change({ asOf: isDay(event.target.value) ? event.target.value : "" }),
      }),
    ),
  );
  if (held) document.getElementById(held)?.focus();
}

function unitNote() {
  const note = document.getElementById("tasks-unit-note");
  if (!note) return;
  const { unit } = view.asked;
  const found = findUnits(units, unit);
  const name = (one) => {
    const now = one.now && say(one.now) !== say(one);
    const open = say({ zh: "（", en: " (" });
    const close = say({ zh: "）", en: ")" });
    return say(one) + (now ? open + sayTask("now") + say(one.now) + close : "");
  };
  const names = found.map((at) => name(units[at]));
  const none = found.length && !tasks.some((task) => owes(task, found));
  note.textContent = !unit.trim()
    ? ""
    : !found.length
      ? sayTask("noUnit")
      : (none ? sayTask("unnamed") : "") + sayNames(names, 4);
}

function owes(task, some) {
  return some.some((at) => task.lead.includes(at) || task.cooperate.includes(at));
}

// How many stand how; each count is a filter.
function statesBox() {
  const counts = countStates(view.found.anyState, dayAsked());
  const chosen = view.asked.states;
  return make(
    "div.states",
    { role: "group", "aria-label": sayTask("state") },
    [...STATES, OVERDUE].map((state) =>
      make(
        `button.of-state.state-${state}`,
        {
          type: "button",
          id: `tasks-state-${state}`,
          "aria-pressed": String(chosen.includes(state)),
          onclick: () =>
            change({
              states: chosen.includes(state)
                ? chosen.filter((one) => one !== state)
                : [...chosen, state],
            }),
        },
        state === OVERDUE ? null : stateMark(state),
        make("span", {}, stateWords({ state })),
        " ",
        make("strong", {}, String(counts[state])),
      ),
    ),
  );
}

function summaryBox() {
  const { list } = view.found;
  const aims = list.filter(isAim).length;
  return make(
    "p.sum",
    { role: "status", id: "tasks-sum" },
    make("strong", {}, sayTasks("tasks", list.length)),
    aims && aims < list.length ? make("span.count", {}, ` ${sayTasks("aims", aims)}`) : null,
  );
}

function markBox() {
  const at = view.asked.mark && markOf(view.asked.mark);
  if (!at) return null;
  const layer = layers.find((one) => one.table === at.name);
  return make(
    "p.marked",
    {},
    sayTask("marked"),
    datum(placeName(layer, at.place)),
    make(
      "button",
      {
        type: "button",
        id: "tasks-unmark",
        "aria-label": sayTask("unmark"),
        onclick: () => change({ mark: "" }),
      },
      "×",
    ),
  );
}

// What is asked, in words, for the list on paper.
function askedWords() {
  const { unit, role, region, due, kind, states, words } = view.asked;
  const at = view.asked.mark && markOf(view.asked.mark);
  const named = [
    unit.trim(),
    role && sayTask(role),
    region && say(regions.find((one) => one.code === region)),
    at &&
      placeName(
        layers.find((one) => one.table === at.name),
        at.place,
      ),
    due && (due === "none" ? sayTask("noYear") : due),
    kind && (kind === AIMS ? sayTask("aims") : columnWords("kind", kind)),
    ...states.map((state) => stateWords({ state })),
    words.trim(),
  ].filter(Boolean);
  return named.join(say({ zh: "；", en: "; " })) || sayTask("all");
}

function toolsBox() {
  const asked = writeQuestion(view.asked).length > 0;
  return make(
    "div.tools",
    {},
    make(
      "button",
      {
        type: "button",
        id: "tasks-clear",
        disabled: !asked,
        onclick: () => {
          view.chosen = null;
          outlineTask(null);
          change(EVERYTHING);
          writeForm();
          unitNote();
          document.getElementById("tasks-unit").focus();
        },
      },
      sayTask("clear"),
    ),
    make(
      "button",
      {
        type: "button",
        id: "tasks-print",
        onclick: () => printList(view.found.list, askedWords()),
      },
      sayTask("print"),
    ),
  );
}

function openTask(row) {
  view.chosen = view.chosen === row ? null : row;
  const task = view.chosen === null ? null : tasks[row];
  outlineTask(task);
  if (task && !view.found.list.includes(task)) ask({ states: [], due: "" });
  else tell("tasks");
  const head = document.getElementById(`task-${row}`);
  if (!task || !head) return;
  head.focus({ preventScroll: true });
  head.closest("li").scrollIntoView({ block: "nearest" });
  announce(`${textAt("name", row)}, ${stateWords(task)}`);
}

function writeResults() {
  if (!view.open) return;
  const inside = results.contains(document.activeElement) ? document.activeElement.id : null;
  const opened = results.querySelector("details")?.open ?? false;
  const { scrollTop } = body;
  const actions = { open: openTask, place: showsTask, again: writeResults };
  const parts = [
    markBox(),
    statesBox(),
    summaryBox(),
    toolsBox(),
    timelineBox(view.found.anyYear, openTask),
    ...listBox(view.found.list, actions),
  ];
  results.replaceChildren(...parts.filter(Boolean));
  if (opened && results.querySelector("details")) results.querySelector("details").open = true;
  body.scrollTop = scrollTop;
  if (inside) document.getElementById(inside)?.focus();
  unitNote();
}

// A choice on the map shows in the form.
function followForm() {
  const region = document.getElementById("tasks-region");
  if (region && region.value !== view.asked.region) region.value = view.asked.region;
}

function writeTasks() {
  toggle.replaceChildren(sayTask("tasks"));
  drawer.setAttribute("aria-label", sayTask("title"));
  drawer.replaceChildren(
    make(
      "div.tasks-top",
      {},
      make("h2", {}, sayTask("title")),
      make(
        "button.close",
        {
          type: "button",
          id: "tasks-close",
          "aria-label": say("close"),
          onclick: () => {
            openTasks(false);
            toggle.focus();
          },
        },
        "×",
      ),
    ),
    body,
  );
  writeForm();
  writeResults();
}

function followLink(address) {
  const known = { regions, kinds, years, rows: tablesOfTasks };
  const asked = readQuestion(address, known);
  if (asked.mark && !markOf(asked.mark)) asked.mark = "";
  const item = address.get("item");
  const task = tasks.find((one) => one.item === item);
  view.asked = asked;
  view.chosen = task ? task.row : null;
  const open = address.has("tasks");
  writeForm();
  if (open !== view.open) openTasks(open);
  else ask({});
  outlineTask(open ? task : null);
}

function linkOf() {
  if (!view.open) return [];
  const item = view.chosen === null ? [] : [["item", tasks[view.chosen].item]];
  return [["tasks", "1"], ...writeQuestion(view.asked), ...item];
}

export function startTasks() {
  if (!tasks.length) return;
  document.getElementById("tools").prepend(toggle);
  document.getElementById("panel").after(drawer);
  view.found = null;
  startTasksMap();
  startTasksPaper();
  ask({});
  addToLink({ write: linkOf, follow: followLink });
  // For tests, and for who looks at a page with the tools of a browser.
  window.gisplanTasks = { view, tasks, ask: change };
  on("language", writeTasks);
  on("tasks", () => {
    followForm();
    writeResults();
  });
  on("opened", (which) => {
    const covered = ["figures", "desk"].includes(which) || (which === "panel" && narrow.matches);
    if (covered && view.open) openTasks(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && narrow.matches && view.open) openTasks(false);
  });
}
