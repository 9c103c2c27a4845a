// Two themes, or what else is offered, side by side under a divider that is moved, or their difference.

import { layerKeys } from "./address.js";
import { isHere, mapTitle } from "./atlas.js";
import { data } from "./data.js";
import { stored } from "./decode.js";
import { differenceClasses, differenceColor, differences } from "./difference.js";
import { make } from "./elements.js";
import { isNumber } from "./format.js";
import { hatchFill } from "./hatch.js";
import { L } from "./leaflet.js";
import { addToLink } from "./link.js";
import { isTheme, layers, makePane, map, setShown, showPair } from "./map.js";
import { ESTIMATE, formatApart } from "./numbers.js";
import { on, state, tell } from "./state.js";
import { say } from "./words.js";

const box = make("section", { id: "compare", hidden: true });
const line = make("div", { id: "divider", hidden: true });
const compared = { open: false, a: null, b: null, mode: "swipe", at: 0.5, before: null };
const MODES = ["swipe", "difference"];
let group = null;
// Sides that are no themes: `sides` gives those that there are, each with a `key` and a `pane`; `first`
// the two to begin with, if any; `name` tells one; `show` draws both sides, or takes all off; `told`
// gives what is said of the two, and `difference` draws it into a group and gives its legend.
let offered = null;
// What a link asked for, until it is there.
let wanted = null;

export function offerToCompare(kind) {
  offered = kind;
}

const themes = () => layers.filter(isTheme);
const choices = () => [...themes(), ...(offered?.sides() ?? [])];
const optionOf = (side) => side.key ?? String(side.number);
const compares = () => [compared.a, compared.b].filter(Boolean);
const themesCompared = () => compares().filter((side) => !side.key);
const isOffered = () => compared.open && !themesCompared().length;

function nameOf(side) {
  if (side.key) return offered.name(side);
  return data.maps && !isHere(side) ? `${say(side.title)} · ${mapTitle(side)}` : say(side.title);
}

function clip() {
  for (const side of [...themes(), ...compares()]) map.getPane(side.pane).style.clip = "";
  const swiping = compared.open && compared.mode === "swipe";
  line.hidden = !swiping;
  if (!swiping) return;
  const size = map.getSize();
  const [from, to] = [
    map.containerPointToLayerPoint([0, 0]),
    map.containerPointToLayerPoint([size.x, size.y]),
  ];
  const x = from.x + size.x * compared.at;
  line.style.left = `${100 * compared.at}%`;
  const cut = (left, right) => `rect(${from.y}px, ${right}px, ${to.y}px, ${left}px)`;
  map.getPane(compared.a.pane).style.clip = cut(from.x, x);
  map.getPane(compared.b.pane).style.clip = cut(x, to.x);
}

// The figures of a theme by the code of the unit; null of a theme that has none.
function valuesOf(layer) {
  const column = layer.data.columns?.[layer.column];
  const { code } = layer.data.search;
  if (!column || !isNumber(column) || !code) return null;
  return new Map(code.map((one, row) => [one, stored(column.values, row) ?? null]));
}

function drawDifference() {
  group.clearLayers();
  const hide = compared.open && compared.mode === "difference";
  for (const layer of themes()) {
    map.getPane(layer.pane).style.visibility = hide ? "hidden" : "";
  }
  if (!hide) return null;
  const { a, b } = compared;
  if (isOffered()) return offered.difference(a, b, group);
  if (a.key || b.key) return say("noFigures");
  const [left, right] = [valuesOf(a), valuesOf(b)];
  if (!left || !right) return say("noFigures");
  const unit = (layer) => layer.data.columns[layer.column].unit;
  if (say(unit(a)) !== say(unit(b))) return say("otherUnits");
  const found = differences(left, right);
  if (!found.size) return say("noCommon");
  const classes = differenceClasses(found.values());
  // A difference is computed, whatever it is of; Chinese counts it in 万 where it counts the figures.
  const { myriads } = a.data.columns[a.column];
  const words = formatApart(
    classes.flatMap(({ low, high }) => [low, high]),
    { ...ESTIMATE, myriads },
    state.lang,
  );
  a.data.search.code.forEach((code, row) => {
    if (!found.has(code)) return;
    const value = found.get(code);
    L.polygon(a.places[row].parts, {
      pane: "gisplan-difference",
      interactive: false,
      smoothFactor: 0.4,
      color: "#5b6b78",
      weight: 0.6,
      className: "shape difference",
      fillColor: value === null ? hatchFill("#d5d9dd") : differenceColor(value, classes),
      fillOpacity: 0.85,
    }).addTo(group);
  });
  const missing = [...found.values()].filter((value) => value === null).length;
  return make(
    "ul.difference-legend",
    {},
    classes.map(({ low, high, color, count }) =>
      make(
        "li",
        {},
        make("span.swatch", { style: { "--color": color, "--opacity": 0.85 } }),
        make("span.what", {}, low === high ? "0" : `${words.get(low)} – ${words.get(high)}`),
        make("span.count", {}, String(count)),
      ),
    ),
    missing
      ? make(
          "li",
          {},
          make("span.swatch.hatched", { style: { "--color": "#d5d9dd", "--opacity": 0.85 } }),
          make("span.what", {}, say("oneMissing")),
          make("span.count", {}, String(missing)),
        )
      : null,
  );
}

function choice(side) {
  return make(
    "label",
    {},
    make("span", {}, say(side === "a" ? "leftTheme" : "rightTheme")),
    make(
      "select",
      {
        id: `compare-${side}`,
        onchange: (event) => {
          compared[side] = choices().find((one) => optionOf(one) === event.target.value);
          showCompared();
        },
      },
      choices().map((one) =>
        make("option", { value: optionOf(one), selected: one === compared[side] }, nameOf(one)),
      ),
    ),
  );
}

function writeCompare() {
  box.hidden = !compared.open;
  if (!compared.open) return;
  const held = box.contains(document.activeElement) ? document.activeElement.id : null;
  const told = drawDifference();
  const mode = (name) =>
    make(
      "label.mode",
      {},
      make("input", {
        type: "radio",
        name: "compare-mode",
        id: `compare-${name}`,
        checked: compared.mode === name,
        onchange: () => {
          compared.mode = name;
          showCompared();
        },
      }),
      say(name),
    );
  const title = say(isOffered() ? "scenarios" : "compare");
  box.setAttribute("aria-label", title);
  box.replaceChildren(
    make(
      "div.measure-head",
      {},
      make("strong", {}, title),
      make(
        "button.close",
        {
          type: "button",
          id: "compare-close",
          "aria-label": say("close"),
          onclick: () => compare(false),
        },
        "×",
      ),
    ),
    choice("a"),
    choice("b"),
    make("div.row", {}, mode("swipe"), mode("difference")),
    compared.mode === "swipe"
      ? make("input", {
          id: "compare-at",
          type: "range",
          min: 0,
          max: 100,
          value: Math.round(100 * compared.at),
          "aria-label": say("swipe"),
          oninput: (event) => {
            compared.at = event.target.valueAsNumber / 100;
            clip();
            tell("view");
          },
        })
      : make("div", { id: "compare-told" }, told),
    ...[isOffered() ? offered.told(compared.a, compared.b) : null].filter(Boolean),
  );
  if (held) document.getElementById(held)?.focus();
}

function showCompared() {
  // Beneath what is no theme the theme stays that was there.
  if (isOffered()) showPair(compared.before, null);
  else showPair(...themesCompared());
  showOffered();
  writeCompare();
  clip();
  tell("view");
}

// Draw the sides that are no themes, or take them off.
function showOffered() {
  const drawn = compared.open ? compares().filter((side) => side.key) : [];
  offered?.show(drawn, compared.mode);
}

// Compare these two.
export function comparePair(a, b) {
  if (!compared.open) {
    compare(true, [a, b]);
    return;
  }
  Object.assign(compared, { a, b });
  showCompared();
}

// Begin to compare what is shown with another theme, or end.
export function compare(open, pair = offered?.first() ?? null) {
  if (open === compared.open) return;
  const all = themes();
  if (open && all.length < 2 && !pair) return;
  if (open) {
    const shown = all.find((layer) => state.shown[layer.number]);
    compared.before = shown ?? null;
    compared.a = pair?.[0] ?? shown ?? all[0];
    // Another year of the same series before any other theme.
    compared.b =
      pair?.[1] ??
      all.find(
        (one) => one !== compared.a && one.table === compared.a.table && one.year !== null,
      ) ??
      all.filter(isHere).find((one) => one !== compared.a) ??
      all.find((one) => one !== compared.a);
  }
  compared.open = open;
  document.getElementById("tool-compare")?.setAttribute("aria-pressed", String(open));
  if (open) {
    map.closePopup();
    showCompared();
    return;
  }
  showOffered();
  writeCompare();
  drawDifference();
  clip();
  tell("view");
  for (const layer of themesCompared()) {
    if (layer !== compared.before && state.shown[layer.number]) setShown(layer, false);
  }
  if (compared.before) setShown(compared.before, true);
}

export function isComparing() {
  return compared.open;
}

function drag(event) {
  event.preventDefault();
  line.setPointerCapture(event.pointerId);
  line.onpointermove = (move) => {
    const frame = map.getContainer().getBoundingClientRect();
    compared.at = Math.min(1, Math.max(0, (move.clientX - frame.left) / frame.width));
    const range = document.getElementById("compare-at");
    if (range) range.value = Math.round(100 * compared.at);
    clip();
  };
  line.onpointerup = () => {
    line.onpointermove = null;
    tell("view");
  };
}

const linkKey = (side) => side.key ?? layerKeys(layers)[side.number];

function linkOf() {
  if (!compared.open) return [];
  const { a, b, mode, at } = compared;
  return [["compare", [linkKey(a), linkKey(b), mode, Math.round(100 * at)].join(" ")]];
}

// Sides that are no themes may come only with what the address tells of them.
function followLink(asked) {
  const [a, b, mode, at] = (asked.get("compare") ?? "").split(" ");
  wanted = MODES.includes(mode) ? { a, b, mode, at: Number(at) } : null;
  if (!wanted) compare(false);
  takeWanted();
  setTimeout(() => {
    wanted = null;
  });
}

function takeWanted() {
  if (!wanted) return;
  const [a, b] = [wanted.a, wanted.b].map((key) => choices().find((one) => linkKey(one) === key));
  if (!a || !b) return;
  const { mode, at } = wanted;
  wanted = null;
  Object.assign(compared, { mode, at: at >= 0 && at <= 100 ? at / 100 : 0.5 });
  comparePair(a, b);
}

export function startCompare() {
  makePane("gisplan-difference", 570);
  group = L.layerGroup().addTo(map);
  map.getContainer().append(line);
  line.addEventListener("pointerdown", drag);
  L.DomEvent.disableClickPropagation(line);
  document.getElementById("search").after(box);
  map.on("move zoomend resize viewreset", clip);
  on("language", () => {
    showOffered();
    writeCompare();
  });
  addToLink({ write: linkOf, follow: followLink });
  on("candidates", () => {
    takeWanted();
    if (!compared.open || themesCompared().length === 2) return;
    const there = choices();
    if (compares().every((side) => there.includes(side))) {
      showOffered();
      writeCompare();
    } else compare(false);
  });
  // On paper stand the candidates of the desk, with the table of both.
  on("paper", () => {
    if (state.paper && compares().some((side) => side.key)) compare(false);
  });
  // Who chooses another theme, year or map in the panel ends the comparison.
  for (const event of ["layers", "map"]) {
    on(event, () => {
      const both = compared.open && themesCompared().every((one) => state.shown[one.number]);
      if (isOffered()) compared.before = themes().find((one) => state.shown[one.number]) ?? null;
      if (compared.open && !both) {
        compared.before = null;
        compare(false);
      }
    });
  }
}
