// Two themes side by side under a divider that is moved, or their difference.

import { isHere, mapTitle } from "./atlas.js";
import { data } from "./data.js";
import { stored } from "./decode.js";
import { differenceClasses, differenceColor, differences } from "./difference.js";
import { make } from "./elements.js";
import { isNumber } from "./format.js";
import { hatchFill } from "./hatch.js";
import { L } from "./leaflet.js";
import { isTheme, layers, makePane, map, setShown, showPair } from "./map.js";
import { ESTIMATE, formatApart } from "./numbers.js";
import { on, state } from "./state.js";
import { say } from "./words.js";

const box = make("section", { id: "compare", hidden: true });
const line = make("div", { id: "divider", hidden: true });
const compared = { open: false, a: null, b: null, mode: "swipe", at: 0.5, before: null };
let group = null;

const themes = () => layers.filter(isTheme);
const nameOfTheme = (layer) =>
  data.maps && !isHere(layer) ? `${say(layer.title)} · ${mapTitle(layer)}` : say(layer.title);

function clip() {
  for (const layer of themes()) map.getPane(layer.pane).style.clip = "";
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
          compared[side] = layers[Number(event.target.value)];
          showCompared();
        },
      },
      themes().map((layer) =>
        make(
          "option",
          { value: String(layer.number), selected: layer === compared[side] },
          nameOfTheme(layer),
        ),
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
  box.setAttribute("aria-label", say("compare"));
  box.replaceChildren(
    make(
      "div.measure-head",
      {},
      make("strong", {}, say("compare")),
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
          },
        })
      : make("div", { id: "compare-told" }, told),
  );
  if (held) document.getElementById(held)?.focus();
}

function showCompared() {
  showPair(compared.a, compared.b);
  writeCompare();
  clip();
}

// Begin to compare what is shown with another theme, or end.
export function compare(open) {
  if (open === compared.open) return;
  const all = themes();
  if (open && all.length < 2) return;
  if (open) {
    const shown = all.find((layer) => state.shown[layer.number]);
    compared.before = shown ?? null;
    compared.a = shown ?? all[0];
    // Another year of the same series before any other theme.
    compared.b =
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
  writeCompare();
  drawDifference();
  clip();
  for (const layer of [compared.a, compared.b]) {
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
  };
}

export function startCompare() {
  makePane("gisplan-difference", 570);
  group = L.layerGroup().addTo(map);
  map.getContainer().append(line);
  line.addEventListener("pointerdown", drag);
  L.DomEvent.disableClickPropagation(line);
  document.getElementById("search").after(box);
  map.on("move zoomend resize viewreset", clip);
  on("language", writeCompare);
  // Who chooses another theme, year or map in the panel ends the comparison.
  for (const event of ["layers", "map"]) {
    on(event, () => {
      const both =
        compared.open && [compared.a, compared.b].every((one) => state.shown[one.number]);
      if (compared.open && !both) {
        compared.before = null;
        compare(false);
      }
    });
  }
}
