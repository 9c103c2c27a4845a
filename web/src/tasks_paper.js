// The list of tasks on paper: a table on A4, without the map.

import { data } from "./data.js";
import { today } from "./day.js";
import { datum, make } from "./elements.js";
import { sayDay, sayTask, sayTasks } from "./task_words.js";
import { kindWords, stateWords, textAt } from "./tasks_list.js";
import { dayAsked } from "./tasks_state.js";
import { say } from "./words.js";

let sheet = null;

function basisOf(task) {
  const parts = [
    [textAt("said_by", task.row), textAt("said_on", task.row)].filter(Boolean).join(" "),
    textAt("evidence", task.row),
    task.state === "awaiting" ? null : textAt("reason", task.row),
    textAt("note", task.row),
    textAt("found", task.row),
  ];
  return parts.filter(Boolean).join("\n");
}

function nameOf(task) {
  const asked = textAt("asked", task.row);
  const quote = textAt("text_zh", task.row);
  return [
    datum(textAt("name", task.row) + (asked ? ` · ${asked}` : "")),
    quote ? make("blockquote", { lang: "zh-CN" }, quote) : null,
  ];
}

function tableOf(found) {
  const heads = ["clause", "due", "kind", "what", "leadUnits", "state", "basis"];
  return make(
    "table",
    {},
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        heads.map((name) => make("th", { scope: "col" }, sayTask(name))),
      ),
    ),
    make(
      "tbody",
      {},
      found.map((task) =>
        make(
          "tr",
          {},
          make("td", {}, datum(textAt("clause", task.row))),
          make("td", {}, task.year ? String(task.year) : ""),
          make("td", {}, kindWords(task)),
          make("td", {}, nameOf(task)),
          make("td", {}, datum(textAt("lead", task.row) ?? "—")),
          make("td", {}, stateWords(task)),
          make("td.basis", { dir: "auto" }, basisOf(task)),
        ),
      ),
    ),
  );
}

function layList(found, asked) {
  leaveList();
  const sources = data.tables[Object.keys(data.tables)[0]] ? say(data.attribution) : "";
  sheet = make(
    "section",
    { id: "tasks-sheet" },
    make("h1", {}, sayTask("title")),
    make("p", {}, asked),
    make("p", {}, `${sayTasks("tasks", found.length)} · ${sayDay(dayAsked())}`),
    tableOf(found),
    make("p.foot", {}, `${say(data.title)} · ${say("printed")}${today()} · ${sources}`),
    make("button.sheet-back", { type: "button", onclick: leaveList }, sayTask("back")),
  );
  document.body.classList.add("printing-list");
  document.body.append(sheet);
}

export function leaveList() {
  sheet?.remove();
  sheet = null;
  document.body.classList.remove("printing-list");
}

export function printList(found, asked) {
  layList(found, asked);
  requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
}

export function startTasksPaper() {
  window.addEventListener("afterprint", leaveList);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leaveList();
  });
}
