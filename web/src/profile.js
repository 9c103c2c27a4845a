// All that the page knows of one administrative unit: a sheet at the side, and a page of A4.

import { datum, derivedMark, make } from "./elements.js";
import { fileName, saveFile } from "./files.js";
import { formatValue, isNumber, withUnit } from "./format.js";
import { layers } from "./map.js";
import {
  facts,
  neighboursOf,
  pointsIn,
  pointsNaming,
  unitRow,
  unitsWithin,
  zoneOf,
} from "./profile_facts.js";
import { nameOf } from "./rows.js";
import { openRow } from "./select.js";
import { on, state, tell } from "./state.js";
import { say, sayCount } from "./words.js";
import { workbook } from "./xlsx.js";

const sheet = document.getElementById("profile");
const MOST_ROWS = 40;
// Rows of each table and pixels of the letters that are tried on paper.
const PAPER_ROWS = [40, 20, 10, 5, 3, 1];
const PAPER_LETTERS = [10.5, 9.5, 8.75, 8];

function factList(table, layer, row) {
  const list = make("dl.values");
  for (const { name, column, value } of facts(table, row)) {
    list.append(
      make("dt", {}, datum(say(column.title)), column.derived ? derivedMark() : null),
      make("dd", { dir: "auto" }, withUnit(column, value, layer, name)),
    );
  }
  return list;
}

function open(layer, row) {
  closeProfile();
  openRow(layer, row, true, false);
}

// The first columns of what lies in the unit, each row a button to its place.
function pointTable({ layer, rows }) {
  const names = layer.popup.filter((name) => layer.data.columns[name]).slice(0, 5);
  const head = (name) => make("th", { scope: "col" }, say(layer.data.columns[name].title));
  const body = (row) =>
    make(
      "tr",
      {},
      names.map((name, at) => {
        const column = layer.data.columns[name];
        const value = facts(layer.data, row, [name])[0]?.value ?? null;
        const text = formatValue(column, value, layer, name);
        return at
          ? make("td", { dir: "auto" }, text)
          : make(
              "th",
              { scope: "row" },
              make(
                "button",
                { type: "button", dir: "auto", onclick: () => open(layer, row) },
                text,
              ),
            );
      }),
    );
  return make(
    "table",
    {},
    make("thead", {}, make("tr", {}, names.map(head))),
    make("tbody", {}, rows.slice(0, MOST_ROWS).map(body)),
  );
}

function unitList(units) {
  return make(
    "p.units",
    {},
    units.map(({ layer, row }, at) => [
      at ? "、" : "",
      make(
        "button",
        { type: "button", onclick: () => openProfile(layer.table, layer.data.search.code[row]) },
        nameOf(layer, row),
      ),
    ]),
  );
}

function section(title, ...content) {
  return make("section", {}, make("h3", {}, title), content);
}

function pointSection({ layer, rows, vague }) {
  const made = section(
    [datum(say(layer.data.title)), make("span.count", {}, ` ${sayCount("items", rows.length)}`)],
    rows.length ? pointTable({ layer, rows }) : null,
    make("p.note.left-out", {}),
    vague ? make("p.note", {}, sayCount("vague", vague)) : null,
  );
  made.dataset.rows = String(rows.length);
  return made;
}

function sourcesOf(tables) {
  const titles = tables.flatMap((table) =>
    table.sources.map((source) =>
      [say(source.title), say(source.publisher), source.date].filter(Boolean).join(" · "),
    ),
  );
  return [...new Set(titles)].join("；");
}

function content({ table, code }) {
  const found = unitRow(table, code);
  const zone = found ? null : zoneOf(code);
  if (!found && !zone) return null;
  const name = found ? nameOf(found.layer, found.row) : say(zone);
  const own = layers.filter(
    (one, at) =>
      one.data.search.code && layers.findIndex((other) => other.table === one.table) === at,
  );
  const told = own
    .map((one) => ({ layer: one, row: one.data.search.code.indexOf(code) }))
    .filter((one) => one.row >= 0 && facts(one.layer.data, one.row).length);
  const points = found ? pointsIn(found.layer, found.row) : pointsNaming(zone);
  const parts = found ? unitsWithin(code) : [];
  const around = found ? neighboursOf(found.layer, found.row) : [];
  const saved = found ? told : points.flatMap((one) => one.rows.map((row) => ({ ...one, row })));
  return [
    make(
      "div.profile-head",
      {},
      make("h2", { id: "profile-title" }, datum(name), " ", make("small", {}, code)),
      make(
        "div.row",
        {},
        make(
          "button",
          { type: "button", id: "profile-print", onclick: () => window.print() },
          say("printA4"),
        ),
        make(
          "button",
          { type: "button", id: "profile-save", onclick: () => save(name, saved) },
          "XLSX",
        ),
        make(
          "button.close",
          {
            type: "button",
            id: "profile-close",
            "aria-label": say("close"),
            onclick: closeProfile,
          },
          "×",
        ),
      ),
    ),
    zone ? make("p.note", {}, say("zoneHint")) : null,
    told.map((one) =>
      section(datum(say(one.layer.data.title)), factList(one.layer.data, one.layer, one.row)),
    ),
    points.map(pointSection),
    parts.length ? section(say("units"), unitList(parts)) : null,
    around.length ? section(say("neighbours"), unitList(around)) : null,
    make(
      "p.note",
      {},
      say("credits"),
      sourcesOf([...told, ...points].map((one) => one.layer.data)),
    ),
  ];
}

function save(title, told) {
  const rows = [[say("source"), say("item"), say("value"), say("unit"), say("derived")]];
  for (const { layer, row } of told) {
    for (const { name, column, value } of facts(layer.data, row)) {
      rows.push([
        say(layer.data.title),
        say(column.title),
        isNumber(column) ? value : formatValue(column, value, layer, name),
        column.unit ? say(column.unit) : "",
        say(column.derived ? "yes" : "no"),
      ]);
    }
  }
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  saveFile(`${fileName(title)}.xlsx`, type, workbook(title, rows));
}

function writeProfile() {
  const filled = state.profile && content(state.profile);
  sheet.hidden = !filled;
  document.body.classList.toggle("profile-open", Boolean(filled));
  if (!filled) {
    state.profile = null;
    return;
  }
  sheet.setAttribute("aria-labelledby", "profile-title");
  sheet.replaceChildren(...make("div", {}, filled).childNodes);
  showRows(MOST_ROWS);
}

// One page of A4: smaller letters first, then fewer rows of each table, with the number of those that
// are left out. What does not fit so is printed on several pages, whole.
function layOnPage() {
  document.body.classList.add("profile-paper");
  const fits = () => sheet.scrollWidth <= sheet.clientWidth + 1;
  for (const most of PAPER_ROWS) {
    showRows(most);
    for (const letters of PAPER_LETTERS) {
      sheet.style.setProperty("--letters", `${letters}px`);
      if (fits()) return;
    }
  }
  leavePage();
}

function showRows(most) {
  for (const section of sheet.querySelectorAll("section")) {
    const lines = [...section.querySelectorAll("tbody tr")];
    for (const [at, line] of lines.entries()) line.hidden = at >= most;
    const left = Number(section.dataset.rows ?? 0) - Math.min(most, lines.length);
    const note = section.querySelector(".left-out");
    if (note) note.textContent = left > 0 ? sayCount("leftOut", left) : "";
  }
}

function leavePage() {
  document.body.classList.remove("profile-paper");
  showRows(MOST_ROWS);
}

export function openProfile(table, code) {
  state.profile = { table, code };
  writeProfile();
  sheet.scrollTop = 0;
  document.getElementById("profile-close")?.focus();
  tell("view");
}

export function closeProfile() {
  if (!state.profile) return;
  state.profile = null;
  writeProfile();
  tell("view");
}

export function startProfile() {
  window.addEventListener("beforeprint", () => {
    if (state.profile) layOnPage();
  });
  window.addEventListener("afterprint", leavePage);
  on("language", writeProfile);
  on("profile", ({ table, code }) => openProfile(table, code));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.profile) closeProfile();
  });
}
