// Search by name or code: in Chinese, in pinyin or by its initials, in English.

import { findAddress } from "./address.js";
import { goToMapOf, isHere, mapTitle } from "./atlas.js";
import { data } from "./data.js";
import { stored } from "./decode.js";
import { announce, datum, icon, make } from "./elements.js";
import { openFigures } from "./figures.js";
import { layers } from "./map.js";
import { zoneOf } from "./profile_facts.js";
import { bestOf, searchKeys } from "./ranking.js";
import { inYear, nameOf } from "./rows.js";
import { openRow } from "./select.js";
import { on, state, tell } from "./state.js";
import { narrow } from "./view.js";
import { say, sayCount } from "./words.js";
import { setYear } from "./years.js";

const searchForm = document.getElementById("search");
const MOST_FOUND = 12;
let searchIndex = null;
let searchFound = [];
let searchAt = -1;

// Rows of every table once; a unit that several layers have, by its code, once too.
function makeIndex() {
  const entries = [];
  const seen = new Set();
  const first = (name) => layers.some((layer) => layer.table === name && state.shown[layer.number]);
  const names = Object.keys(data.tables).sort((a, b) => first(b) - first(a));
  names.forEach((name) => {
    const table = data.tables[name];
    const { search } = table;
    const column = search.name ? table.columns[search.name] : null;
    for (let row = 0; row < table.count; row++) {
      const zh = column ? stored(column.values, row) : null;
      const en = column?.english ? stored(column.english, row) : null;
      const code = search.code ? search.code[row] : null;
      const key = code ? `${code} ${zh}` : null;
      if ((zh === null && en === null && code === null) || (key && seen.has(key))) continue;
      if (key) seen.add(key);
      const pinyin = search.pinyin ? stored(search.pinyin, row) : null;
      // Polygons with a code of their own are administrative units.
      const unit = code !== null && table.geometry === "polygon";
      entries.push({ table: name, row, unit, ...searchKeys({ zh, en, code, pinyin }) });
    }
  });
  // Zones that have a code and no borders: a profile is all that there is to open.
  for (const region of data.tasks?.regions ?? []) {
    if (zoneOf(region.code)) entries.push({ zone: region, unit: true, ...searchKeys(region) });
  }
  // What only other maps of the workspace show; a click leads there.
  for (const other of data.elsewhere ?? []) {
    other.zh.forEach((zh, row) => {
      const en = other.en?.[row] ?? null;
      if (zh === null && en === null) return;
      const pinyin = other.pinyin[row];
      entries.push({ elsewhere: other, row, ...searchKeys({ zh, en, code: null, pinyin }) });
    });
  }
  return entries;
}

function find(text) {
  searchIndex = searchIndex || makeIndex();
  return bestOf(searchIndex, text, MOST_FOUND);
}

// The layer that a row found is shown by: one that is on, if there is one.
function layerOf(table) {
  const all = layers.filter((layer) => layer.table === table);
  return all.filter((layer) => state.shown[layer.number]).pop() || all.find(isHere) || all[0];
}

// Open the row of that Chinese name or code.
export function openNamed(table, name) {
  const held = Object.prototype.hasOwnProperty.call(data.tables, table) && data.tables[table];
  if (!held) return;
  const { search, count } = held;
  const column = search.name ? held.columns[search.name] : null;
  const row = Array.from({ length: count }, (_, at) => at).find(
    (at) => search.code?.[at] === name || (column && stored(column.values, at) === name),
  );
  if (row !== undefined) openFound({ table, row });
}

function openFound(entry) {
  if (entry.zone) {
    closeFound();
    tell("profile", { table: "zone", code: entry.zone.code });
    return;
  }
  if (entry.elsewhere) {
    const { map, table, zh, en } = entry.elsewhere;
    const name = zh[entry.row] ?? en[entry.row];
    window.location.href = `${map}${data.ending}${findAddress(table, name)}&lang=${state.lang}`;
    return;
  }
  const layer = layerOf(entry.table);
  closeFound();
  goToMapOf(layer);
  if (state.year !== null && !inYear(layer, entry.row)) setYear(null);
  openRow(layer, entry.row, true, true);
  if (narrow.matches) openFigures(false);
}

function closeFound() {
  searchFound = [];
  searchAt = -1;
  writeFound();
}

function optionText(entry) {
  if (entry.elsewhere) {
    const { zh, en, title, layer } = entry.elsewhere;
    const names = [zh[entry.row], en?.[entry.row] ?? null].filter((name) => name !== null);
    if (state.lang === "en") names.reverse();
    return [
      datum(names[0], "strong.datum"),
      names[1] ? datum(names[1], "span.other") : null,
      make("span.of", {}, datum(say(layer)), ` · ${say("onMap")} `, datum(say(title))),
    ];
  }
  if (entry.zone) {
    const { code, zh, en } = entry.zone;
    return [
      datum(say(entry.zone), "strong.datum"),
      datum(state.lang === "zh" ? en : zh, "span.other"),
      make("span.of", {}, `${code} · ${say("profile")}`),
    ];
  }
  const layer = layerOf(entry.table);
  const table = data.tables[entry.table];
  const column = table.search.name ? table.columns[table.search.name] : null;
  const other = column?.english
    ? stored(state.lang === "zh" ? column.english : column.values, entry.row)
    : null;
  return [
    datum(nameOf(layer, entry.row), "strong.datum"),
    other ? datum(other, "span.other") : null,
    make(
      "span.of",
      {},
      entry.code ? `${entry.code} · ` : "",
      datum(say(layer.title)),
      isHere(layer) ? null : [` · ${say("onMap")} `, datum(mapTitle(layer))],
    ),
  ];
}

function writeFound() {
  const list = document.getElementById("search-list");
  const input = document.getElementById("search-input");
  const asked = input.value.trim() !== "" && document.activeElement === input;
  list.replaceChildren(
    ...searchFound.map((entry, at) =>
      make(
        "li",
        {
          id: `found-${at}`,
          role: "option",
          "aria-selected": String(at === searchAt),
          // Before the field loses the focus, which would close the list.
          onmousedown: (event) => {
            event.preventDefault();
            openFound(entry);
          },
        },
        optionText(entry),
      ),
    ),
  );
  const none = document.getElementById("search-none");
  none.hidden = searchFound.length > 0 || !asked || searchAt === -2;
  none.textContent = say("nothingFound");
  list.hidden = !searchFound.length;
  input.setAttribute("aria-expanded", String(searchFound.length > 0));
  if (searchAt >= 0) {
    input.setAttribute("aria-activedescendant", `found-${searchAt}`);
    document.getElementById(`found-${searchAt}`).scrollIntoView({ block: "nearest" });
  } else {
    input.removeAttribute("aria-activedescendant");
  }
}

function typeSearch(event) {
  searchFound = find(event.target.value);
  searchAt = searchFound.length ? 0 : -1;
  writeFound();
  if (event.target.value.trim()) {
    announce(searchFound.length ? sayCount("found", searchFound.length) : say("nothingFound"));
  }
}

function keySearch(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && searchFound.length) {
    event.preventDefault();
    searchAt = (searchAt + step + searchFound.length) % searchFound.length;
    writeFound();
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (!searchFound.length) event.target.value = "";
    searchFound = [];
    searchAt = -2;
    writeFound();
  }
}

function writeSearch() {
  const old = document.getElementById("search-input");
  searchForm.setAttribute("aria-label", say("search"));
  searchForm.replaceChildren(
    make(
      "div.field",
      {},
      icon("search"),
      make("input", {
        id: "search-input",
        type: "search",
        role: "combobox",
        placeholder: say("searchHint"),
        "aria-label": `${say("search")}: ${say("searchHint")}`,
        "aria-autocomplete": "list",
        "aria-controls": "search-list",
        "aria-expanded": "false",
        spellcheck: false,
        value: old ? old.value : "",
        oninput: typeSearch,
        onkeydown: keySearch,
        onblur: () => {
          searchAt = -2;
          searchFound = [];
          writeFound();
        },
      }),
    ),
    make("ul", { id: "search-list", role: "listbox", "aria-label": say("search"), hidden: true }),
    make("p", { id: "search-none", hidden: true }),
  );
}

export function startSearch() {
  searchForm.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = document.getElementById("search-input");
    if (!searchFound.length) searchFound = find(input.value);
    if (searchFound.length) openFound(searchFound[Math.max(0, searchAt)]);
  });
  // "/" goes to the field, as on many sites.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName || "")) return;
    event.preventDefault();
    document.getElementById("search-input").focus();
  });
  on("language", writeSearch);
}
