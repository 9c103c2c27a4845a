// The milestones on a line of years, each by how it stands; and the same as a table.

import { datum, make } from "./elements.js";
import { valueAt } from "./rows.js";
import { sayTask } from "./task_words.js";
import { stateMark, stateWords } from "./tasks_list.js";
import { countStates, OVERDUE, STATES, timeline } from "./tasks_select.js";
import { dayAsked, table, view } from "./tasks_state.js";

// Which of the marks the keyboard stands on.
let held = 0;

export function timelineBox(found, open) {
  const years = timeline(found);
  if (!years.length) return null;
  const all = years.flatMap((one) => one.tasks);
  held = Math.min(held, all.length - 1);
  const chosen = all.findIndex((task) => task.row === view.chosen);
  if (chosen >= 0) held = chosen;
  const buttons = [];
  const button = (task) => {
    const name = valueAt(table, "name", task.row);
    const label = `${task.year} · ${name} · ${stateWords(task)}`;
    const one = make(
      `button.moment.state-${task.state}`,
      {
        type: "button",
        id: `moment-${task.row}`,
        tabIndex: buttons.length === held ? 0 : -1,
        title: label,
        "aria-label": label,
        "aria-current": task.row === view.chosen ? "true" : null,
        onclick: () => open(task.row),
      },
      stateMark(task.state),
    );
    buttons.push(one);
    return one;
  };
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const to =
      event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : step && held + step;
    if (to === undefined || !buttons[to]) return;
    event.preventDefault();
    buttons[held].tabIndex = -1;
    held = to;
    buttons[held].tabIndex = 0;
    buttons[held].focus();
  };
  return make(
    "section.moments",
    {},
    make("h3", { id: "timeline-title" }, sayTask("timeline")),
    make(
      "div.line",
      {
        role: "group",
        "aria-labelledby": "timeline-title",
        "aria-describedby": "timeline-hint",
        onkeydown: move,
      },
      years.map(({ year, tasks }) =>
        make(
          tasks.length ? "div.of-year" : "div.of-year.none",
          {},
          make("div.dots", {}, tasks.map(button)),
          make("span.year", {}, String(year)),
        ),
      ),
    ),
    make("p.hint", { id: "timeline-hint" }, sayTask("timelineHint")),
    make(
      "details",
      {},
      make("summary", {}, sayTask("timelineData")),
      make(
        "div.scroll",
        { tabIndex: 0, role: "region", "aria-label": sayTask("timelineData") },
        timelineTable(years),
      ),
    ),
  );
}

function timelineTable(years) {
  const heads = [...STATES, OVERDUE];
  const line = (name, some) => {
    const counts = countStates(some, dayAsked());
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, name),
      make("td", {}, String(some.length)),
      heads.map((state) => make("td", {}, String(counts[state]))),
    );
  };
  return make(
    "table",
    { id: "timeline-table" },
    make("caption.unseen", {}, sayTask("timeline")),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        make("th", { scope: "col" }, sayTask("year")),
        make("th", { scope: "col" }, sayTask("sum")),
        heads.map((state) => make("th", { scope: "col" }, datum(stateWords({ state })))),
      ),
    ),
    make(
      "tbody",
      {},
      years.filter((one) => one.tasks.length).map((one) => line(String(one.year), one.tasks)),
      line(
        sayTask("sum"),
        years.flatMap((one) => one.tasks),
      ),
    ),
  );
}
