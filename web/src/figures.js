// The panel of figures: headlines, and a table of the rows of one layer, linked with the map.

import { currentMap } from "./atlas.js";
import { chartBox, chartNote } from "./chart.js";
import { chipsBox } from "./chips.js";
import { rowColor } from "./classes.js";
import { data } from "./data.js";
import { datum, derivedMark, make, rowUnder } from "./elements.js";
import { behind, formatValue, has, inFull, isNumber } from "./format.js";
import { hoverRow, under } from "./hover.js";
import { layers } from "./map.js";
import { formatNumber } from "./numbers.js";
import { rowShows, valueAt } from "./rows.js";
import { openRow } from "./select.js";
import { on, state, tell } from "./state.js";
import { takeoutBox } from "./takeout.js";
import { giveRoom, narrow } from "./view.js";
import { say, sayCount } from "./words.js";

const figuresPanel = document.getElementById("figures");
const figuresToggle = document.getElementById("figures-toggle");
const figuresState = {
  open: false,
  // Whether the panel takes the window.
  wide: false,
  picked: null,
  sort: null,
  down: true,
  most: 200,
  rows: [],
  // Of each layer the columns that the reader has taken out of the table.
  hidden: new Map(),
};
const LONGEST_CELL = 26;

// The layer that the table is of: the reader's choice while it is shown, else the top one of a
// theme, else of what is more than borders, such as a planner's own rows, else the one with the most
// units.
function tableLayer() {
  const shown = layers.filter((layer) => state.shown[layer.number] && layer.geometry !== "raster");
  const picked = shown.find((layer) => layer.number === figuresState.picked);
  if (picked) return picked;
  const polygons = shown.filter((layer) => layer.geometry === "polygon");
  const themes = polygons.filter((layer) => layer.style.kind !== "outline");
  const others = shown.filter((layer) => layer.style.kind !== "outline");
  return (
    themes[themes.length - 1] ||
    others[others.length - 1] ||
    polygons.sort((a, b) => b.places.length - a.places.length)[0] ||
    shown[shown.length - 1] ||
    null
  );
}

// To sort very many rows takes a while, which only who asks for them should wait for.
export function tableIsShort() {
  const layer = tableLayer();
  return !layer || layer.data.count <= 5000;
}

function columnsOf(layer) {
  const hidden = figuresState.hidden.get(layer.table);
  const all = allColumns(layer);
  return hidden ? all.filter((name, at) => at === 0 || !hidden.has(name)) : all;
}

function columnBox(layer) {
  const hidden = figuresState.hidden.get(layer.table) ?? new Set();
  return make(
    "details.columns",
    {
      open: figuresState.choosing,
      ontoggle: (event) => {
        figuresState.choosing = event.target.open;
      },
    },
    make("summary", { id: "figures-columns" }, say("columns")),
    make(
      "div.values-list",
      { role: "group", "aria-label": say("columns") },
      allColumns(layer)
        .slice(1)
        .map((name, at) =>
          make(
            "label",
            {},
            make("input", {
              type: "checkbox",
              id: `column-${at}`,
              checked: !hidden.has(name),
              onchange: () => {
                if (!hidden.delete(name)) hidden.add(name);
                figuresState.hidden.set(layer.table, hidden);
                writeFigures();
              },
            }),
            datum(say(layer.data.columns[name].title)),
          ),
        ),
    ),
  );
}

// Sums of what can be summed: amounts with a unit that is no share, mean or distance.
const NO_SUM = /%|‰|率|\/|per |km$|千米$|人\/|户均/;
function totalRow(layer, columns) {
  const sums = columns.map((name, at) => {
    const column = layer.data.columns[name];
    if (
      at === 0 ||
      !isNumber(column) ||
      !column.unit ||
      NO_SUM.test(`${column.unit.zh} ${column.title.zh}`)
    )
      return null;
    const values = figuresState.rows
      .map((row) => valueAt(layer.data, name, row))
      .filter((value) => typeof value === "number");
    if (!values.length) return null;
    return {
      sum: values.reduce((sum, value) => sum + value, 0),
      missing: figuresState.rows.length - values.length,
    };
  });
  if (sums.every((one) => one === null)) return null;
  return make(
    "tfoot",
    {},
    make(
      "tr",
      {},
      columns.map((_, at) =>
        at === 0
          ? make("th", { scope: "row" }, say("total"))
          : make(
              "td.number",
              {},
              sums[at]
                ? formatNumber(sums[at].sum, layer.data.columns[columns[at]], state.lang)
                : "",
              sums[at]?.missing
                ? make("span.unit", {}, sayCount("unknown", sums[at].missing))
                : null,
            ),
      ),
    ),
  );
}

function setWide(wide) {
  figuresState.wide = wide;
  document.body.classList.toggle("figures-wide", wide);
  writeFigures();
}

function allColumns(layer) {
  const { columns, count } = layer.data;
  const names = [...new Set([layer.popup[0], layer.column, ...layer.popup])].filter(
    (name) => name && has(columns, name),
  );
  return names.filter(
    (name, at) =>
      at === 0 ||
      name === layer.column ||
      !Array.from({ length: count }).some((_, row) => {
        const value = valueAt(layer.data, name, row);
        return (
          typeof value === "string" &&
          !has(columns[name].words, value) &&
          (value.length > LONGEST_CELL || value.includes("\n"))
        );
      }),
  );
}

// Missing values stand last whichever way one sorts.
function sortedRows(layer, name, down) {
  const table = layer.data;
  const collator = new Intl.Collator(state.lang === "zh" ? "zh-CN" : "en", { numeric: true });
  const rows = Array.from({ length: table.count }, (_, row) => row).filter((row) =>
    rowShows(layer, row),
  );
  if (!name) return rows;
  const column = table.columns[name];
  const keys = new Map(
    rows.map((row) => {
      const value = valueAt(table, name, row);
      if (value === null || value === undefined) return [row, null];
      return [row, typeof value === "number" ? value : formatValue(column, value, layer, name)];
    }),
  );
  const turn = down ? -1 : 1;
  return rows.sort((a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    if (x === null || y === null) return (x === null) - (y === null) || a - b;
    const order = typeof x === "number" && typeof y === "number" ? x - y : collator.compare(x, y);
    return turn * order || a - b;
  });
}

// A headline by the year of the slider: of the last year of its rows that is come. Before the first
// it has none but the rows without a year, which its first year's figure would not be.
function inThatYear(one) {
  if (state.year === null || !one.years) return one;
  const years = Object.keys(one.years).map(Number);
  const come = years.filter((year) => year <= state.year);
  return { ...one, ...(come.length ? one.years[Math.max(...come)] : one.years[0]) };
}

function headlineBox() {
  if (!currentMap().headlines.length) return null;
  return make(
    "dl.headlines",
    {},
    currentMap()
      .headlines.map((at) => inThatYear(data.headlines[at]))
      .map((one) =>
        make(
          "div",
          { title: say("credits") + one.sources.map(say).join("; ") },
          make("dt", {}, datum(say(one.title))),
          make(
            "dd",
            {},
            one.before && one.value !== null ? datum(`${say(one.before)} `) : null,
            make("strong", { title: headlineInFull(one) }, headlineWords(one)),
            one.unit && one.value !== null ? datum(behind(headlineWords(one), one)) : null,
            one.of !== null ? make("span.of", {}, sayCount("ofAll", one.of)) : null,
            one.derived ? derivedMark() : null,
            state.year !== null && !one.years ? make("span.note", {}, say("everyYearAlike")) : null,
            one.missing ? make("span.note", {}, sayCount("unknown", one.missing)) : null,
            one.point && one.value !== null
              ? datum(`${say(one.point)} ${headlineNumber(one, one.value)}`, "span.note")
              : null,
            one.worth ? datum(say(one.worth), "span.note") : null,
          ),
        ),
      ),
  );
}

// A figure, or of a range both its ends; the figure between them stands in a note.
function headlineWords(one) {
  if (one.value === null) return "—";
  if (!one.point) return headlineNumber(one, one.value);
  const [low, high] = [headlineNumber(one, one.low), headlineNumber(one, one.high)];
  return low === high ? low : `${low}–${high}`;
}

function headlineNumber(one, value) {
  return formatNumber(value, one, state.lang);
}

function headlineInFull(one) {
  return one.value === null || one.point ? null : inFull(one, one.value);
}

function sortBy(layer, name) {
  const column = layer.data.columns[name];
  // Figures from the highest down, words from the first on; a second click turns it round.
  figuresState.down = figuresState.sort === name ? !figuresState.down : isNumber(column);
  figuresState.sort = name;
  writeFigures();
  document.getElementById(`sort-${columnsOf(layer).indexOf(name)}`).focus();
}

function headCell(layer, name, at) {
  const column = layer.data.columns[name];
  const sorted = figuresState.sort === name;
  return make(
    isNumber(column) ? "th.number" : "th",
    {
      scope: "col",
      "aria-sort": sorted ? (figuresState.down ? "descending" : "ascending") : "none",
    },
    make(
      "button",
      { type: "button", id: `sort-${at}`, onclick: () => sortBy(layer, name) },
      datum(say(column.title)),
      make("span.arrow", { "aria-hidden": "true" }, sorted ? (figuresState.down ? "▼" : "▲") : ""),
    ),
    column.unit ? make("span.unit", { dir: "auto" }, say(column.unit)) : null,
    column.derived ? derivedMark() : null,
  );
}

function openFromTable(layer, row, byKeyboard) {
  if (figuresState.wide) setWide(false);
  openRow(layer, row, false, byKeyboard);
}

function bodyRow(layer, columns, row) {
  const table = layer.data;
  // The whole row answers the mouse; the button in it, the keyboard.
  const line = make("tr", {
    "data-row": String(row),
    onclick: (event) => {
      if (!event.target.closest("button")) openFromTable(layer, row, false);
    },
  });
  columns.forEach((name, at) => {
    const column = table.columns[name];
    const text = formatValue(column, valueAt(table, name, row), layer, name);
    if (at === 0) {
      line.append(
        make(
          "th",
          { scope: "row" },
          make(
            "button",
            {
              type: "button",
              dir: "auto",
              onclick: (event) => openFromTable(layer, row, event.detail === 0),
            },
            text,
          ),
        ),
      );
      return;
    }
    line.append(
      make(
        isNumber(column) ? "td.number" : "td",
        {
          dir: isNumber(column) ? null : "auto",
          title: inFull(column, valueAt(table, name, row)),
        },
        name === layer.column && layer.style.kind !== "outline"
          ? make("span.dot", { style: { "--color": rowColor(layer, row) } })
          : null,
        text,
      ),
    );
  });
  return line;
}

function pickBox(layer) {
  const shown = layers
    .filter((one) => state.shown[one.number] && one.geometry !== "raster")
    .reverse();
  return make(
    "label.pick",
    {},
    make("span", {}, say("tableOf")),
    make(
      "select",
      {
        id: "figures-layer",
        onchange: (event) => {
          Object.assign(figuresState, {
            picked: Number(event.target.value),
            sort: null,
            most: 200,
          });
          writeFigures();
        },
      },
      shown.map((one) =>
        make("option", { value: String(one.number), selected: one === layer }, say(one.title)),
      ),
    ),
  );
}

function tableBox(layer) {
  const columns = columnsOf(layer);
  const rows = figuresState.rows.slice(0, figuresState.most);
  const table = make(
    "table",
    {
      onmouseover: (event) => hoverRow(layer, rowUnder(event)),
      onmouseleave: () => hoverRow(layer, null),
      onfocusin: (event) => hoverRow(layer, rowUnder(event)),
    },
    make(
      "caption",
      {},
      datum(say(layer.title)),
      make("span.count", {}, ` ${sayCount("tableRows", figuresState.rows.length)}`),
    ),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        columns.map((name, at) => headCell(layer, name, at)),
      ),
    ),
    make(
      "tbody",
      {},
      rows.map((row) => bodyRow(layer, columns, row)),
    ),
    totalRow(layer, columns),
  );
  return [
    figuresState.rows.length ? null : make("p.hint", {}, say("nothingDue")),
    make("div.table", { tabIndex: 0, role: "region", "aria-label": say(layer.title) }, table),
    rows.length < figuresState.rows.length
      ? make(
          "button.more",
          {
            type: "button",
            id: "figures-more",
            onclick: () => {
              figuresState.most += 500;
              writeFigures();
            },
          },
          say("more"),
        )
      : null,
  ];
}

function writeFigures() {
  figuresToggle.replaceChildren(say("figures"));
  figuresPanel.setAttribute("aria-label", say("figuresTitle"));
  if (!figuresState.open) return;
  const held = figuresPanel.contains(document.activeElement) ? document.activeElement.id : null;
  const { scrollTop } = figuresPanel;
  const layer = tableLayer();
  const parts = [
    make(
      "div.figures-head",
      {},
      make("h2", {}, say("figuresTitle")),
      make(
        "button.wide",
        {
          type: "button",
          id: "figures-wide",
          "aria-pressed": String(figuresState.wide),
          onclick: () => setWide(!figuresState.wide),
        },
        say(figuresState.wide ? "narrowTable" : "wideTable"),
      ),
      make(
        "button.close",
        {
          type: "button",
          id: "figures-close",
          "aria-label": say("close"),
          onclick: () => {
            if (figuresState.wide) setWide(false);
            openFigures(false);
            figuresToggle.focus();
          },
        },
        "×",
      ),
    ),
    headlineBox(),
  ];
  if (layer) {
    const columns = columnsOf(layer);
    if (!columns.includes(figuresState.sort)) {
      const first = layer.column && columns.includes(layer.column) ? layer.column : columns[0];
      figuresState.sort = first || null;
      figuresState.down = Boolean(first && isNumber(layer.data.columns[first]));
    }
    figuresState.rows = sortedRows(layer, figuresState.sort, figuresState.down);
    parts.push(
      pickBox(layer),
      chipsBox(layer),
      make("div.table-tools", {}, columnBox(layer), takeoutBox(layer, columns, figuresState.rows)),
      chartBox(layer, figuresState.sort, figuresState.rows),
      tableBox(layer),
    );
  } else {
    parts.push(make("p.hint", {}, say("nothingShown")));
  }
  figuresPanel.replaceChildren(...parts.flat(Infinity).filter(Boolean));
  figuresPanel.scrollTop = scrollTop;
  if (held && document.getElementById(held)) document.getElementById(held).focus();
  markRows(false);
}

// From the map to the table.
function markRows(scroll) {
  if (!figuresState.open) return;
  const layer = tableLayer();
  if (!layer) return;
  const chosen = state.chosen && state.chosen.layer.table === layer.table ? state.chosen : null;
  const hit = under.find((one) => one.layer.table === layer.table);
  const rows = hit ? new Set(hit.place.rows) : new Set();
  figuresPanel.querySelectorAll("[data-row]").forEach((element) => {
    const row = Number(element.dataset.row);
    element.classList.toggle("hovered", rows.has(row));
    const picked =
      Boolean(chosen) && (chosen.place ? chosen.place.rows.includes(row) : chosen.row === row);
    element.classList.toggle("picked", picked);
    if (element.tagName === "TR") element.setAttribute("aria-selected", String(picked));
    if (scroll && picked && element.tagName === "TR") showRow(element);
  });
  const note = figuresPanel.querySelector(".chart-note");
  const row = hit ? hit.place.rows[0] : chosen ? chosen.row : null;
  if (note) note.replaceChildren(...chartNote(layer, figuresState.sort, row));
}

// Only the panel scrolls, not what the panel stands in.
function showRow(element) {
  const box = element.closest(".table");
  const [top, height] = [element.offsetTop, element.offsetHeight];
  if (top < box.scrollTop + 60) box.scrollTop = top - 60;
  else if (top + height > box.scrollTop + box.clientHeight)
    box.scrollTop = top + height - box.clientHeight;
}

export function openFigures(open) {
  giveRoom(() => {
    figuresState.open = open;
    // Others may stand in the same place.
    if (open) tell("opened", "figures");
    figuresPanel.hidden = !open;
    document.body.classList.toggle("figures-open", open);
    figuresToggle.setAttribute("aria-expanded", String(open));
    writeFigures();
  });
}

export function startFigures() {
  figuresToggle.addEventListener("click", () => openFigures(!figuresState.open));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && narrow.matches && figuresState.open) openFigures(false);
  });
  // The desk for candidate sites and the list of tasks stand in the same place, on a phone the
  // panel of layers too.
  on("opened", (drawer) => {
    const covered = ["desk", "tasks"].includes(drawer) || (drawer === "panel" && narrow.matches);
    if (covered && figuresState.open) openFigures(false);
  });
  on("language", writeFigures);
  on("layers", writeFigures);
  for (const event of ["year", "filter", "map"]) on(event, writeFigures);
  on("hover", () => markRows(false));
  for (const event of ["chosen", "docked"]) on(event, () => markRows(true));
}
