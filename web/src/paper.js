// The map on a sheet of paper, A3 or A4, by the page's button and by the browser's own command alike.

import { make } from "./elements.js";
import { hover } from "./hover.js";
import { placeLabels } from "./labels.js";
import { map } from "./map.js";
import { writeSheet } from "./sheet.js";
import { state, tell } from "./state.js";
import { seesWhole, wholeBounds } from "./view.js";
import { say } from "./words.js";

const SIZES = { A3: "A3 landscape", A4: "A4 landscape" };
let unprinted = null;
let size = "A3";

// The style that says how large the sheet is stands in the page; a rule can be changed in place.
function sizePage(wanted) {
  for (const sheet of document.styleSheets) {
    const at = [...sheet.cssRules].findIndex((rule) => rule instanceof CSSPageRule);
    if (at < 0) continue;
    sheet.deleteRule(at);
    sheet.insertRule(`@page { size: ${wanted}; margin: 12mm; }`, at);
    return;
  }
}

// What was seen; who saw the whole map gets all of it and no empty edges.
function shownBounds() {
  return seesWhole(0.02) ? (wholeBounds() ?? map.getBounds()) : map.getBounds();
}

function layPaper() {
  // A list is printed by itself.
  if (unprinted || document.body.classList.contains("printing-list")) return;
  unprinted = { centre: map.getCenter(), zoom: map.getZoom(), bounds: shownBounds() };
  hover(null);
  document.documentElement.classList.add("printing");
  document.body.classList.add("printing");
  document.getElementById("sheet").hidden = false;
  state.paper = true;
  fitPaper();
}

function fitPaper() {
  document.body.classList.toggle("paper-a4", size === "A4");
  sizePage(SIZES[size]);
  map.invalidateSize({ animate: false, pan: false });
  map.fitBounds(unprinted.bounds, { animate: false, padding: [8, 8] });
  tell("paper");
  writeSheet(toolBox());
  placeLabels();
}

function leavePaper() {
  if (!unprinted) return;
  const { centre, zoom } = unprinted;
  unprinted = null;
  state.paper = false;
  document.documentElement.classList.remove("printing");
  document.body.classList.remove("printing");
  document.getElementById("sheet").hidden = true;
  document.getElementById("sheet-more").hidden = true;
  map.invalidateSize({ animate: false, pan: false });
  map.setView(centre, zoom, { animate: false });
  tell("paper");
  placeLabels();
}

function toolBox() {
  const choose = (name) =>
    make(
      "label",
      {},
      make("input", {
        type: "radio",
        name: "paper-size",
        id: `paper-${name.toLowerCase()}`,
        checked: name === size,
        onchange: () => {
          size = name;
          fitPaper();
          document.getElementById(`paper-${name.toLowerCase()}`).focus();
        },
      }),
      name,
    );
  return make(
    "div.sheet-tools",
    { role: "group", "aria-label": say("print") },
    Object.keys(SIZES).map(choose),
    make(
      "button.sheet-print",
      { type: "button", id: "paper-print", onclick: () => window.print() },
      say("print"),
    ),
    make("button.sheet-back", { type: "button", onclick: leavePaper }, say("back")),
  );
}

// Show the sheet on the screen, with its size to choose and a button that prints.
export function printMap() {
  layPaper();
  document.getElementById("paper-print").focus();
}

// Whether the page stands as a sheet of paper.
export function onPaper() {
  return unprinted !== null;
}

export function startPaper() {
  let byButton = false;
  window.addEventListener("beforeprint", () => {
    byButton = onPaper();
    // Who reads of one unit prints that.
    if (state.profile) sizePage("A4 portrait");
    else layPaper();
  });
  // Who laid the sheet by the button sees it still, and may print the other size.
  window.addEventListener("afterprint", () => {
    if (state.profile) sizePage(SIZES[size]);
    if (!byButton) leavePaper();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leavePaper();
  });
}
